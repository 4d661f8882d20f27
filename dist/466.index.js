"use strict";
exports.id = 466;
exports.ids = [466];
exports.modules = {

/***/ 92466:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isPublic: () => (/* binding */ isPublic),
/* harmony export */   readContext: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.+$)[A-Za-z0-9._-]+$/;
/** Reads the facts of the run from GITHUB_*; undefined where this is no workflow run. */
function readContext(env, readEvent = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) {
    if (env.GITHUB_ACTIONS !== 'true')
        return undefined;
    const event = payload(env.GITHUB_EVENT_PATH, readEvent);
    const repository = matching(REPOSITORY, env.GITHUB_REPOSITORY);
    const eventRepository = child(event, 'repository');
    const defaultBranch = eventRepository.default_branch;
    const apiUrl = httpUrl(env.GITHUB_API_URL) ?? 'https://api.github.com';
    const serverUrl = httpUrl(env.GITHUB_SERVER_URL) ?? 'https://github.com';
    const runId = matching(/^\d+$/, env.GITHUB_RUN_ID);
    const pullRequest = pullRequestOf(event, repository);
    return {
        eventName: matching(/^[a-z_]+$/, env.GITHUB_EVENT_NAME) ?? 'unknown',
        repository,
        visibility: visibilityOf(eventRepository),
        sha: pullRequest?.headSha ?? matching(SHA, env.GITHUB_SHA),
        ref: env.GITHUB_REF || undefined,
        onDefaultBranch: typeof defaultBranch === 'string' && defaultBranch !== '' && env.GITHUB_REF === `refs/heads/${defaultBranch}`,
        actor: env.GITHUB_ACTOR || undefined,
        pullRequest,
        apiUrl,
        graphqlUrl: httpUrl(env.GITHUB_GRAPHQL_URL) ?? `${apiUrl}/graphql`,
        runUrl: repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
    };
}
/** True where anybody may read what the run writes. */
function isPublic(context) {
    return context !== undefined && (context.visibility === 'public' || context.visibility === 'unknown');
}
function payload(path, readEvent) {
    if (!path)
        return {};
    try {
        return object(JSON.parse(readEvent(path)));
    }
    catch {
        return {}; // a run without a readable payload has fewer facts, and each fact says so by its absence
    }
}
function object(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function child(of, name) {
    return Object.hasOwn(of, name) ? object(of[name]) : {};
}
function pullRequestOf(event, repository) {
    const pull = child(event, 'pull_request');
    const { number } = pull;
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1)
        return undefined;
    const head = child(pull, 'head');
    // `head.repo` is null once a fork is deleted; what cannot be shown to be ours counts as foreign.
    const headRepository = child(head, 'repo').full_name;
    const ours = repository?.toLowerCase();
    return {
        number,
        headSha: matching(SHA, head.sha),
        baseSha: matching(SHA, child(pull, 'base').sha),
        fork: ours === undefined || typeof headRepository !== 'string' || headRepository.toLowerCase() !== ours,
    };
}
function visibilityOf(repository) {
    const { visibility } = repository;
    if (visibility === 'public' || visibility === 'private' || visibility === 'internal')
        return visibility;
    if (typeof repository.private === 'boolean')
        return repository.private ? 'private' : 'public';
    return 'unknown';
}
function matching(pattern, value) {
    return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
function httpUrl(text) {
    if (!text || !URL.canParse(text))
        return undefined;
    return /^https?:$/.test(new URL(text).protocol) ? text.replace(/\/+$/, '') : undefined;
}


/***/ })

};
;