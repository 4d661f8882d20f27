"use strict";
exports.id = "changed-hubs";
exports.ids = ["changed-hubs"];
exports.modules = {

/***/ "src/change/canonical.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ hashOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function hashOf(value, key) {
    const hash = key === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key);
    return hash.update(canonical(value)).digest('hex');
}
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (value !== null && typeof value === 'object') {
        const entries = Object.entries(value)
            .filter(([, inner]) => inner !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1));
        return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
    }
    return JSON.stringify(value) ?? 'null';
}


/***/ }),

/***/ "src/commands/changed-hubs/command.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown.js");
;// CONCATENATED MODULE: ./lib/src/report/changed-hubs.js


function changedHubsLines(report) {
    return [
        ...rows(report).map(([hub, config, what]) => `  ${hub}  ${config}  ${what}`),
        ...report.gone.map((hub) => `  ${hub}  ${GONE}`),
        `${countLine(report)}: ${report.because}`,
    ];
}
function changedHubsSummary(report) {
    const { write } = report;
    const lines = [
        ...rows(report).map(([hub, config, what]) => [write.code(hub), write.code(config), what]),
        ...report.gone.map((hub) => [write.code(hub), '', GONE]),
    ];
    const title = `### JupyterHub · ${countLine(report)}`;
    return [title, (0,markdown/* table */.tp)(['hub', 'file', ''], lines), write.prose(`${report.because}.`)].join('\n\n');
}
const GONE = 'has no file any more: nothing is deleted by that; use destroy first';
function countLine({ changed, unchanged }) {
    const all = changed.length + unchanged.length;
    return `${changed.length} of ${(0,config_text/* plural */.LS)(all, 'hub')} to look at`;
}
function rows({ changed, unchanged }) {
    const row = ({ hub, config, owns }, what) => [
        hub,
        config,
        owns ? `${what}, owns its platform` : what,
    ];
    return [
        ...changed.map((one) => row(one, one.state === undefined ? 'has errors' : 'to do')),
        ...unchanged.map((one) => row(one, 'as before')),
    ];
}

// EXTERNAL MODULE: ./lib/src/system/exec.js
var exec = __webpack_require__("src/system/exec.js");
// EXTERNAL MODULE: ./lib/src/github/runner/context.js
var context = __webpack_require__("src/github/runner/context.js");
// EXTERNAL MODULE: ./lib/src/system/git.js
var git = __webpack_require__("src/system/git.js");
;// CONCATENATED MODULE: ./lib/src/commands/changed-hubs/git-tree.js




async function repositoryOfFolder(options, folder) {
    const found = await (0,git/* openRepository */.h)(options, folder);
    return found === undefined || 'failure' in found ? undefined : found;
}
async function commitOf(repository, revision) {
    const found = await ask(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return found?.trim();
}
function idsOf(repository, commit) {
    return async (path) => {
        const inside = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
        if (inside.includes('..'))
            return undefined;
        const found = await ask(repository, ['rev-parse', '--verify', '--quiet', `${commit}:${inside.join('/')}`]);
        return found?.trim();
    };
}
async function writeFilesOf({ git, root }, commit, into) {
    const index = { GIT_INDEX_FILE: (0,external_node_path_.join)(into, 'index') };
    const tree = (0,external_node_path_.join)(into, 'tree');
    await (0,promises_.mkdir)((0,external_node_path_.join)(tree, '.git'), { recursive: true });
    for (const args of [
        ['read-tree', commit],
        ['checkout-index', '--all', `--prefix=${tree}/`],
    ]) {
        const done = await git(args, index);
        if ('text' in done)
            continue;
        throw new errors/* ToolError */.v4(`The files of commit ${commit.slice(0, 7)} cannot be read: ${done.failure}`, {
            where: root,
            hint: 'Check the repository with "git fsck". In a workflow, check out with fetch-depth: 0 and without a filter.',
        });
    }
    return tree;
}
async function sameFolder(repository, folder, tree) {
    return (0,external_node_path_.join)(tree, (0,external_node_path_.relative)(repository.root, await (0,promises_.realpath)(folder)));
}
async function ask({ git }, args) {
    const answer = await git(args);
    return 'text' in answer && answer.text.trim() !== '' ? answer.text : undefined;
}

;// CONCATENATED MODULE: ./lib/src/commands/changed-hubs/base.js


async function baseOfRun(github, repository) {
    if (github === undefined)
        return { why: 'in a terminal every hub is listed unless --base names a revision' };
    const { eventName, push, pullRequest } = github;
    if (eventName === 'pull_request') {
        const [first, second] = await Promise.all([commitOf(repository, 'HEAD^1'), commitOf(repository, 'HEAD^2')]);
        if (first !== undefined && second !== undefined && second === pullRequest?.headSha) {
            return { commit: first, why: `compared with ${first.slice(0, 7)}, the target of the pull request` };
        }
        return SHALLOW;
    }
    if (eventName !== 'push' || push === undefined)
        return { why: `the event ${eventName} concerns every hub` };
    if ((0,context/* isNewBranch */.tm)(push))
        return { why: 'the branch is new' };
    const before = await commitOf(repository, push.before);
    if (before === undefined)
        return SHALLOW;
    return { commit: before, why: `compared with ${before.slice(0, 7)}, the branch before the push` };
}
const SHALLOW = {
    why: 'this clone lacks the base commit (check out with fetch-depth: 0, and without a ref for a pull request)',
};

// EXTERNAL MODULE: ./lib/src/config/platform/cluster-id.js
var cluster_id = __webpack_require__("src/config/platform/cluster-id.js");
// EXTERNAL MODULE: ./lib/src/config/rules/names.js
var names = __webpack_require__("src/config/rules/names.js");
// EXTERNAL MODULE: ./lib/src/config/users-sources.js
var users_sources = __webpack_require__("src/config/users-sources.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/locate.js
var locate = __webpack_require__("src/config/yaml/locate.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/source.js + 3 modules
var source = __webpack_require__("src/config/yaml/source.js");
// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 5 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: ./lib/src/stages/input/text-file.js
var text_file = __webpack_require__("src/stages/input/text-file.js");
// EXTERNAL MODULE: ./lib/src/stages/input/users-files.js
var users_files = __webpack_require__("src/stages/input/users-files.js");
// EXTERNAL MODULE: ./lib/src/change/canonical.js
var canonical = __webpack_require__("src/change/canonical.js");
// EXTERNAL MODULE: ./lib/src/terraform/provider-lock.js
var provider_lock = __webpack_require__("src/terraform/provider-lock.js");
;// CONCATENATED MODULE: ./lib/src/commands/changed-hubs/desired-state.js



const WORKFLOW_FOLDERS = ['.github/workflows', '.github/actions'];
async function desiredState({ config, principals }, { root, folder }, idOf) {
    const { path, ...chart } = config.hub.chart;
    const chartFolder = path === undefined ? undefined : (0,external_node_path_.relative)(root, path);
    const everybody = principals
        .map(({ kind, name, admin, groups, until }) => ({
        kind,
        name,
        admin,
        groups: groups.map(({ text }) => text).sort(),
        until,
    }))
        .sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
    return (0,canonical/* hashOf */.q)({
        config: {
            ...config,
            cost: undefined,
            storage: { ...config.storage, purge: config.storage.purge.map(({ email, left }) => ({ email, left })) },
            platform: { ...config.platform, from: config.platform.from !== undefined },
            hub: {
                ...config.hub,
                chart: { ...chart, content: chartFolder === undefined ? undefined : await idOf(chartFolder) },
            },
        },
        everybody,
        provider: await idOf((0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder, provider_lock/* PROVIDER_LOCK */.Qm))),
        workflows: await Promise.all(WORKFLOW_FOLDERS.map(idOf)),
    });
}

;// CONCATENATED MODULE: ./lib/src/commands/changed-hubs/hubs.js











const PROJECT = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
async function readHubs(tree, pattern) {
    const hubs = [];
    for (const config of await configFiles(tree.cwd, pattern))
        hubs.push(await readHub(tree, config));
    return hubs.sort((a, b) => Number(b.owns) - Number(a.owns) || (a.hub < b.hub ? -1 : 1));
}
function refuseDuplicateHubs(hubs) {
    const first = new Map();
    for (const { hub, config } of hubs) {
        const other = first.get(hub);
        if (other !== undefined) {
            throw new errors/* ConfigurationError */.j1(`${other} and ${config} both have the name "${hub}"`, {
                where: config,
                hint: 'Give each hub of the repository a unique name.',
            });
        }
        first.set(hub, config);
    }
}
async function configFiles(cwd, pattern) {
    const fault = (0,users_sources/* globFault */.Hf)(pattern);
    if (fault !== undefined)
        throw new errors/* UsageError */.eb(`--configs ${JSON.stringify(pattern)} ${fault.why}`, { hint: fault.hint });
    if ((0,users_sources/* remotePath */.QZ)(pattern) === undefined) {
        throw new errors/* UsageError */.eb(`--configs ${JSON.stringify(pattern)} leaves the repository`, {
            hint: 'Write a relative path inside it, such as hubs/*/jupyterhub.yaml.',
        });
    }
    if ((0,users_sources/* isGlob */.fg)(pattern))
        return (0,users_files/* matchingFiles */.VS)(cwd, pattern);
    return typeof (await (0,text_file/* readText */.yR)((0,external_node_path_.join)(cwd, pattern))) === 'string' ? [pattern] : [];
}
async function readHub({ cwd, root, idOf, context }, config) {
    const { input, ...checked } = await (0,read/* checkInput */.DR)({ ...context, configPath: config, cwd });
    if (input === undefined)
        return { ...namesOf(checked, config), config, owns: false, state: undefined };
    const { name: hub, project } = input.config;
    const state = await desiredState(input, { root, folder: (0,external_node_path_.join)(cwd, (0,external_node_path_.dirname)(config)) }, idOf);
    return { hub, config, project, owns: (0,cluster_id/* makesPlatform */.p)(input.config), state };
}
function namesOf({ sources }, config) {
    const { tree } = (0,source/* parseSource */.P)({ path: config, text: sources.get(config) ?? '' });
    const [name, project] = [(0,locate/* treeAt */.S)(tree, ['name'])?.value, (0,locate/* treeAt */.S)(tree, ['project'])?.value];
    const path = (0,external_node_path_.normalize)(config)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-');
    return {
        hub: typeof name === 'string' && names/* HUB_NAME */.s.test(name) ? name : `file-${path}`,
        project: typeof project === 'string' && PROJECT.test(project) ? project : '',
    };
}

;// CONCATENATED MODULE: ./lib/src/commands/changed-hubs/command.js









const PATTERN = 'hubs/*/jupyterhub.yaml';
const command = {
    name: 'changed-hubs',
    about: 'Lists the hubs of a repository whose desired state has changed, for the matrix of a workflow. Contacts nothing.',
    flags: {
        configs: { type: 'string', about: `pattern of the configuration files (default: ${PATTERN})` },
        base: {
            type: 'string',
            about: 'revision to compare with (default: by the event; in a terminal every hub is listed)',
        },
        hub: { type: 'string', about: 'list only this hub, whether or not it changed' },
    },
    run: async (context) => {
        const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'jupyterhub-gke-'));
        try {
            return await listHubs(context, tempDir);
        }
        finally {
            await (0,promises_.rm)(tempDir, { recursive: true, force: true });
        }
    },
};
async function listHubs(context, tempDir) {
    const { configs, hub } = context.flags;
    const { env, signal, cwd } = context;
    const pattern = typeof configs === 'string' ? configs : PATTERN;
    const repository = await repositoryOfFolder({ run: exec/* run */.e, env, signal, tempDir }, cwd);
    const all = await hubsHere(context, repository, pattern);
    const base = typeof hub === 'string' ? { why: `only "${hub}" was requested` } : await baseOf(context, repository);
    const before = base.commit === undefined ? undefined : await hubsAt(context, repository, base.commit, { pattern, tempDir });
    const report = compare(all, before, typeof hub === 'string' ? hub : undefined);
    const shown = {
        ...report,
        because: base.why,
        write: context.write,
    };
    for (const line of changedHubsLines(shown))
        context.say(line);
    const matrix = report.changed.map(({ hub: name, config, project, owns }) => ({ hub: name, config, project, owns }));
    const list = (isIncluded) => JSON.stringify(matrix.filter(isIncluded).map(({ owns: _, ...entry }) => entry));
    return {
        exitCode: 0,
        document: { changed: matrix, unchanged: report.unchanged.map(({ hub: name }) => name), gone: [...report.gone] },
        outputs: {
            changed: String(matrix.length > 0),
            hubs: list(() => true),
            owners: list(({ owns }) => owns),
            others: list(({ owns }) => !owns),
        },
        summary: changedHubsSummary(shown),
    };
}
function compare(all, before, only) {
    if (only !== undefined && !all.some(({ hub }) => hub === only)) {
        throw new errors/* UsageError */.eb(`This repository has no hub "${only}"`, {
            hint: `Hubs: ${all.map(({ hub }) => hub).join(', ')}.`,
        });
    }
    const states = new Map(before?.map(({ hub, state }) => [hub, state]));
    const isChanged = ({ hub, state }) => {
        if (only !== undefined)
            return hub === only;
        return before === undefined || state === undefined || states.get(hub) !== state;
    };
    const names = new Set(all.map(({ hub }) => hub));
    const faulty = new Set(all.filter(({ state }) => state === undefined).map(({ config }) => config));
    return {
        changed: all.filter(isChanged),
        unchanged: all.filter((hub) => !isChanged(hub)),
        gone: (before ?? []).filter(({ hub, config }) => !names.has(hub) && !faulty.has(config)).map(({ hub }) => hub),
    };
}
async function hubsHere(context, repository, pattern) {
    const { cwd } = context;
    const head = repository && (await commitOf(repository, 'HEAD'));
    const idOf = repository && head ? idsOf(repository, head) : async () => undefined;
    const all = await readHubs({ cwd, root: repository?.root ?? cwd, idOf, context }, pattern);
    if (all.length === 0) {
        throw new errors/* ConfigurationError */.j1(`No file matches ${pattern}`, {
            where: cwd === repository?.root ? 'the repository' : cwd,
            hint: 'Give the pattern of your configuration files with --configs, or the input configs in a workflow.',
        });
    }
    refuseDuplicateHubs(all);
    return all;
}
async function hubsAt(context, repository, commit, { pattern, tempDir }) {
    if (repository === undefined)
        return undefined;
    const tree = await writeFilesOf(repository, commit, tempDir);
    const there = await sameFolder(repository, context.cwd, tree);
    return readHubs({ cwd: there, root: tree, idOf: idsOf(repository, commit), context }, pattern);
}
async function baseOf(context, repository) {
    const { base } = context.flags;
    if (repository === undefined) {
        if (typeof base === 'string')
            throw new errors/* UsageError */.eb('--base needs a git repository', { hint: 'Leave --base out.' });
        return { why: 'this is not a git repository' };
    }
    if (typeof base !== 'string')
        return baseOfRun(context.github, repository);
    const commit = await commitOf(repository, base);
    if (commit !== undefined)
        return { commit, why: `compared with ${commit.slice(0, 7)}` };
    throw new errors/* UsageError */.eb(`This clone has no commit ${JSON.stringify(base)}`, {
        hint: 'Name a commit, branch or tag of this clone. In a workflow, check out with fetch-depth: 0.',
    });
}


/***/ }),

/***/ "src/config/platform/cluster-id.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ makesPlatform),
/* harmony export */   r: () => (/* binding */ clusterIdOf)
/* harmony export */ });
function clusterIdOf({ project, location, platform, }) {
    return { project, location, name: platform.name, ...platform.existing };
}
function makesPlatform({ platform }) {
    return platform.from === undefined && platform.existing === undefined;
}


/***/ }),

/***/ "src/system/environment.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment),
/* harmony export */   Y: () => (/* binding */ bareEnvironment)
/* harmony export */ });
const PASSED = /^(PATH|HOME|USER|LANG|LC_ALL|TMPDIR|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|SystemRoot)$/i;
function bareEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => PASSED.test(name)));
}
const OURS = /^(INPUT_.*|ACTIONS_.*|(GITHUB|GH)(_ENTERPRISE)?_TOKEN|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;
function childEnvironment(env, secrets) {
    const hidden = new Set(Object.values(secrets).flatMap((secret) => ('env' in secret ? [secret.env] : [])));
    return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name) && !hidden.has(name)));
}


/***/ }),

/***/ "src/system/exec.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run),
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



const AWAY = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.parse)(process.execPath).root;
async function ask(program, args, env) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ "actions-exec").then(__webpack_require__.bind(__webpack_require__, "@actions/exec/lib/exec.js"));
    const set = Object.entries(env).filter((entry) => entry[1] !== undefined);
    try {
        const { exitCode, stdout } = await getExecOutput('/bin/sh', ['-c', 'exec "$0" "$@" </dev/null', program, ...args], {
            ...{ silent: true, ignoreReturnCode: true },
            cwd: AWAY,
            env: Object.fromEntries(set),
        });
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined;
    }
}
const run = (program, args, options = {}) => new Promise((resolve, reject) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: options.cwd ?? AWAY,
        env: options.env ?? process.env,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
    });
    const out = lines(options.onStdout);
    const err = lines(options.onStderr);
    let timedOut = false;
    let killTimer;
    const stop = (signal, grace) => {
        child.kill(signal);
        killTimer ??= setTimeout(() => killGroup(child.pid), grace);
    };
    const limit = options.timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stop('SIGTERM', 10_000);
        }, options.timeout);
    const onAbort = () => stop('SIGINT', options.grace?.() ?? 60_000);
    if (options.signal?.aborted)
        onAbort();
    options.signal?.addEventListener('abort', onAbort, { once: true });
    let room = options.maxOutput ?? Number.POSITIVE_INFINITY;
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
        if (room < 0)
            return;
        room -= chunk.length;
        if (room < 0)
            stop('SIGTERM', 10_000);
        else
            out.push(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', err.push);
    child.stdin?.on('error', () => { });
    child.stdin?.end(options.input);
    child.on('error', (cause) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`${program} could not be started`, { cause })));
    child.on('close', (code) => {
        clearTimeout(limit);
        clearTimeout(killTimer);
        options.signal?.removeEventListener('abort', onAbort);
        const tooLong = room < 0 ? { tooLong: true } : {};
        resolve({ code, stdout: out.end(), stderr: err.end(), timedOut, ...tooLong });
    });
});
function killGroup(pid) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
    }
}
function lines(onLine) {
    let whole = '';
    let rest = '';
    return {
        push(chunk) {
            whole += chunk;
            if (!onLine)
                return;
            const parts = (rest + chunk).split('\n');
            rest = parts.pop() ?? '';
            for (const part of parts)
                onLine(part);
        },
        end() {
            if (onLine && rest !== '')
                onLine(rest);
            return whole;
        },
    };
}


/***/ }),

/***/ "src/system/git.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/system/environment.js");



const LIMIT = 60_000;
const MAX_OUTPUT = 64 * 1024 * 1024;
const SETTINGS = [
    'safe.bareRepository=explicit',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.attributesFile=/dev/null',
    'protocol.allow=never',
    'core.quotePath=false',
    'diff.renames=true',
].flatMap((setting) => ['-c', setting]);
const ENVIRONMENT = {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_LITERAL_PATHSPECS: '1',
};
const SHARED = ['objects', 'refs', 'packed-refs', 'reftable', 'shallow'];
const OWN = ['HEAD', 'FETCH_HEAD', 'ORIG_HEAD'];
const READ = '^(extensions\\.(objectformat|refstorage)|remote\\.origin\\.url)$';
async function openRepository(options, folder) {
    const found = await findRepository(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder));
    if (found === undefined)
        return undefined;
    const { root, shared } = found;
    const gitDir = await quarantine(options.tempDir, found);
    const git = (args, own) => callGit(options, [`--git-dir=${gitDir}`, `--work-tree=${root}`, ...args], own);
    const answer = await git(['config', '--file', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shared, 'config'), '--null', '--get-regexp', READ]);
    if ('failure' in answer && answer.failure !== 'git ended with 1')
        return answer;
    const settings = settingsIn('text' in answer ? answer.text : '');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'config'), configText(settings));
    const shallow = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shared, 'shallow'), 'utf8').catch(() => '');
    return {
        root,
        origin: settings.get('remote.origin.url'),
        shallow: new Set(shallow.split('\n').filter((sha) => sha !== '')),
        git,
    };
}
async function findRepository(folder) {
    for (let root = folder;; root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root)) {
        const own = await gitFolder(root);
        if (own !== undefined) {
            const common = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, 'commondir'), 'utf8').catch(() => '.');
            return { root, own, shared: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(own, common.trim()) };
        }
        if (root === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root))
            return undefined;
    }
}
async function gitFolder(root) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.git');
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined);
    const [, target] = /^gitdir: (.+)/.exec(text ?? '') ?? [];
    const folder = target === undefined ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, target.trim());
    return (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'HEAD'))) ? folder : undefined;
}
async function quarantine(tempDir, { own, shared }) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, 'git-'));
    for (const name of SHARED)
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shared, name)))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shared, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
    for (const name of OWN)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)).catch(unlessAbsent);
    for (const name of ['objects', 'refs'])
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'config'), configText(new Map()));
    return folder;
}
function unlessAbsent(error) {
    if (error.code !== 'ENOENT')
        throw error;
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}
function settingsIn(text) {
    const pairs = text.split('\0').filter((pair) => pair !== '');
    return new Map(pairs.reverse().map((pair) => [pair.split('\n', 1)[0] ?? '', pair.slice(pair.indexOf('\n') + 1)]));
}
function configText(settings) {
    const extensions = ['objectformat', 'refstorage'].flatMap((name) => {
        const value = settings.get(`extensions.${name}`);
        return value !== undefined && /^[a-z0-9]+$/.test(value) ? [`\t${name} = ${value}\n`] : [];
    });
    return `[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n${extensions.join('')}`;
}
async function callGit({ run, env, tempDir, signal }, args, own = {}) {
    try {
        const result = await run('git', ['--no-pager', ...SETTINGS, ...args], {
            cwd: tempDir,
            env: { ...(0,_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .bareEnvironment */ .Y)(env), ...ENVIRONMENT, ...own },
            timeout: LIMIT,
            maxOutput: MAX_OUTPUT,
            ...(signal === undefined ? {} : { signal }),
        });
        if (result.code === 0 && !result.tooLong)
            return { text: result.stdout };
        if (result.tooLong)
            return { failure: `git printed more than ${MAX_OUTPUT / 2 ** 20} MiB` };
        if (result.timedOut)
            return { failure: `git took longer than ${LIMIT / 1000} s` };
        const [first = ''] = result.stderr.trim().split('\n');
        return { failure: first.replace(/^(fatal|error): /, '') || `git ended with ${result.code}` };
    }
    catch {
        return { failure: 'git could not be started' };
    }
}


/***/ }),

/***/ "src/terraform/provider-lock.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ PROVIDER_LOCK),
/* harmony export */   at: () => (/* binding */ placeProviderLock),
/* harmony export */   b0: () => (/* binding */ providerLock)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



const PROVIDER_LOCK = 'terraform.lock.hcl';
const MOST_BYTES = 256 * 1024;
function providerLock(folders) {
    for (const folder of folders) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, PROVIDER_LOCK);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
        if (found === undefined)
            continue;
        if (found.isFile() && found.size <= MOST_BYTES)
            return path;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`${PROVIDER_LOCK} is not a file of at most ${MOST_BYTES / 1024} KiB`, {
            where: path,
            hint: 'Put the file there that "terraform providers lock" writes, not a link to it.',
        });
    }
    return undefined;
}
function placeProviderLock(path, root) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.terraform.lock.hcl'));
}


/***/ })

};
;