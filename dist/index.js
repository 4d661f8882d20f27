#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

"assert": e=>{e.exports=require("assert")},

"buffer": e=>{e.exports=require("buffer")},

"child_process": e=>{e.exports=require("child_process")},

"crypto": e=>{e.exports=require("crypto")},

"dns": e=>{e.exports=require("dns")},

"events": e=>{e.exports=require("events")},

"fs": e=>{e.exports=require("fs")},

"http": e=>{e.exports=require("http")},

"http2": e=>{e.exports=require("http2")},

"https": e=>{e.exports=require("https")},

"net": e=>{e.exports=require("net")},

"node:assert": e=>{e.exports=require("node:assert")},

"node:async_hooks": e=>{e.exports=require("node:async_hooks")},

"node:buffer": e=>{e.exports=require("node:buffer")},

"node:child_process": e=>{e.exports=require("node:child_process")},

"node:console": e=>{e.exports=require("node:console")},

"node:crypto": e=>{e.exports=require("node:crypto")},

"node:diagnostics_channel": e=>{e.exports=require("node:diagnostics_channel")},

"node:dns": e=>{e.exports=require("node:dns")},

"node:events": e=>{e.exports=require("node:events")},

"node:fs": e=>{e.exports=require("node:fs")},

"node:fs/promises": e=>{e.exports=require("node:fs/promises")},

"node:http": e=>{e.exports=require("node:http")},

"node:http2": e=>{e.exports=require("node:http2")},

"node:https": e=>{e.exports=require("node:https")},

"node:net": e=>{e.exports=require("node:net")},

"node:os": e=>{e.exports=require("node:os")},

"node:path": e=>{e.exports=require("node:path")},

"node:perf_hooks": e=>{e.exports=require("node:perf_hooks")},

"node:process": e=>{e.exports=require("node:process")},

"node:querystring": e=>{e.exports=require("node:querystring")},

"node:readline": e=>{e.exports=require("node:readline")},

"node:readline/promises": e=>{e.exports=require("node:readline/promises")},

"node:stream": e=>{e.exports=require("node:stream")},

"node:stream/web": e=>{e.exports=require("node:stream/web")},

"node:timers/promises": e=>{e.exports=require("node:timers/promises")},

"node:tls": e=>{e.exports=require("node:tls")},

"node:url": e=>{e.exports=require("node:url")},

"node:util": e=>{e.exports=require("node:util")},

"node:util/types": e=>{e.exports=require("node:util/types")},

"node:worker_threads": e=>{e.exports=require("node:worker_threads")},

"node:zlib": e=>{e.exports=require("node:zlib")},

"os": e=>{e.exports=require("os")},

"path": e=>{e.exports=require("path")},

"process": e=>{e.exports=require("process")},

"querystring": e=>{e.exports=require("querystring")},

/***/ "src/change/redact.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ Redactor),
  m: () => (/* binding */ shorten)
});

;// CONCATENATED MODULE: ./lib/src/change/cut-secret.js
const AT_CUT = 6;
const [FEWEST, MOST] = [12, 24];
const CUT = /…|\.{3}/g;
function cutForms(forms) {
    return forms
        .filter((form) => form.length > AT_CUT)
        .map((form) => {
        const host = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@\s]*(?=[/?#])/i.exec(form)?.[0].length ?? 0;
        return { form, least: host + Math.max(FEWEST, Math.min(MOST, Math.ceil((form.length - host) / 2))) };
    });
}
function hideCut(text, forms) {
    const long = forms.reduce(hideBeginnings, text);
    const pieces = long.split(CUT);
    if (pieces.length === 1)
        return long;
    const marks = long.match(CUT) ?? [];
    return pieces
        .map((piece, at) => {
        const after = at === 0 ? piece : hideEnding(piece, forms);
        return `${at === pieces.length - 1 ? after : hideStart(after, forms)}${marks[at] ?? ''}`;
    })
        .join('');
}
function hideBeginnings(text, { form, least }) {
    if (form.length <= least)
        return text;
    const start = form.slice(0, least);
    let safe = text;
    for (let at = safe.indexOf(start); at !== -1; at = safe.indexOf(start, at + 3)) {
        let end = at + least;
        while (end < safe.length && end - at < form.length && safe[end] === form[end - at])
            end += 1;
        safe = `${safe.slice(0, at)}***${safe.slice(end)}`;
    }
    return safe;
}
function hideStart(piece, forms) {
    const bare = piece.trimEnd();
    let most = 0;
    for (const { form, least } of forms) {
        for (let size = Math.min(form.length, least) - 1; size >= AT_CUT && size > most; size -= 1) {
            if (bare.endsWith(form.slice(0, size)))
                most = size;
        }
    }
    return most === 0 ? piece : `${bare.slice(0, -most)}***${piece.slice(bare.length)}`;
}
function hideEnding(piece, forms) {
    const bare = piece.trimStart();
    const first = bare.slice(0, AT_CUT);
    if (first.length < AT_CUT)
        return piece;
    let most = 0;
    for (const { form } of forms) {
        for (let at = form.indexOf(first, 1); at !== -1 && form.length - at > most; at = form.indexOf(first, at + 1)) {
            if (bare.startsWith(form.slice(at)))
                most = form.length - at;
        }
    }
    return most === 0 ? piece : `${piece.slice(0, piece.length - bare.length)}***${bare.slice(most)}`;
}

;// CONCATENATED MODULE: ./lib/src/change/secret-forms.js
function secretForms(secret) {
    const json = JSON.stringify(secret).slice(1, -1);
    const forms = [
        secret,
        json,
        escaped(json, (code) => '<>&\u2028\u2029'.includes(String.fromCharCode(code)), unicode),
        escaped(json, (code) => code < 0x20 || code > 0x7e, unicode),
        ...pythonForms(secret),
        secret.replaceAll("'", "''"),
        secret.replaceAll("'", `'\\''`),
        ...base64Forms(secret),
        encodeURIComponent(secret),
        encodeURIComponent(secret).replaceAll('%20', '+'),
        secret.trim().replace(/\s+/g, ' '),
    ];
    return new Set(forms.filter((form) => form.length >= 4));
}
function escaped(text, isMeant, write) {
    return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
        .map((code) => (isMeant(code) ? write(code) : String.fromCharCode(code)))
        .join('');
}
function unicode(code) {
    return `\\u${code.toString(16).padStart(4, '0')}`;
}
function hexadecimal(code) {
    return `\\x${code.toString(16).padStart(2, '0')}`;
}
function pythonForms(secret) {
    const lines = (text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
    const isHidden = (code) => code < 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xad;
    const ofText = escaped(lines(secret), isHidden, hexadecimal);
    const latin = lines(Buffer.from(secret, 'utf8').toString('latin1'));
    const ofBytes = escaped(latin, (code) => code < 0x20 || code >= 0x7f, hexadecimal);
    return [ofText, ofBytes].flatMap((form) => [form, form.replaceAll("'", "\\'")]);
}
function base64Forms(secret) {
    const bytes = Buffer.from(secret, 'utf8');
    const inner = [0, 1, 2].map((before) => {
        const text = Buffer.concat([Buffer.alloc(before), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const whole = Math.floor(((before + bytes.length) * 8) / 6);
        return text.slice(Math.ceil((before * 8) / 6), whole);
    });
    return [bytes.toString('base64'), ...inner.filter((part) => part.length >= 8)].flatMap((form) => [
        form,
        form.replaceAll('+', '-').replaceAll('/', '_'),
    ]);
}

;// CONCATENATED MODULE: ./lib/src/change/redact.js


class Redactor {
    #forms = [];
    #cut = [];
    add(secret) {
        const forms = new Set(this.#forms);
        for (const part of [secret, ...secret.split(/\r?\n/)]) {
            if (part.trim().length >= 4)
                for (const form of secretForms(part))
                    forms.add(form);
        }
        this.#forms = [...forms].sort((a, b) => b.length - a.length);
        this.#cut = cutForms(this.#forms);
    }
    text(text) {
        const whole = this.#forms.reduce((safe, form) => safe.replaceAll(form, '***'), text);
        return hideCut(whole, this.#cut);
    }
}
function shorten(text, most, redact = (whole) => whole) {
    const line = redact(text).replace(/\s+/g, ' ').trim();
    return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}


/***/ }),

/***/ "src/errors.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   j1: () => (/* binding */ ConfigurationError),
/* harmony export */   v4: () => (/* binding */ ToolError)
/* harmony export */ });
class ToolError extends Error {
    where;
    hint;
    log;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = new.target.name;
        this.where = details.where;
        this.hint = details.hint;
        this.log = details.log;
    }
}
class ConfigurationError extends ToolError {
}
class UsageError extends ToolError {
}
function errorMessage(error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.replace(/^(Error:\s*)+/, '').trim();
}


/***/ }),

/***/ "src/github/runner/context.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ isPublic),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   tm: () => (/* binding */ isNewBranch),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/json.js");


const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const BRANCH = /^[A-Za-z0-9._/-]{1,255}$/;
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.+$)[A-Za-z0-9._-]+$/;
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
        action: matching(/^[a-z_]+$/, event.action),
        repository,
        visibility: visibilityOf(eventRepository),
        sha: pullRequest?.headSha ?? matching(SHA, env.GITHUB_SHA),
        ref: env.GITHUB_REF || undefined,
        onDefaultBranch: typeof defaultBranch === 'string' && defaultBranch !== '' && env.GITHUB_REF === `refs/heads/${defaultBranch}`,
        defaultBranch: typeof defaultBranch === 'string' && defaultBranch !== '' ? defaultBranch : undefined,
        push: pushOf(event),
        actor: env.GITHUB_ACTOR || undefined,
        byBot: isBot(child(event, 'sender')),
        pullRequest,
        issue: numberOf(child(event, 'issue')),
        apiUrl,
        graphqlUrl: httpUrl(env.GITHUB_GRAPHQL_URL) ?? `${apiUrl}/graphql`,
        runUrl: repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
    };
}
function isNewBranch({ before }) {
    return /^0+$/.test(before);
}
function isPublic(context) {
    return context !== undefined && (context.visibility === 'public' || context.visibility === 'unknown');
}
function repositoryOf(env, context, remote) {
    const repository = matching(REPOSITORY, remote) ?? context?.repository ?? matching(REPOSITORY, env.GITHUB_REPOSITORY);
    const apiUrl = context?.apiUrl ?? httpUrl(env.GITHUB_API_URL) ?? 'https://api.github.com';
    return { repository, apiUrl, graphqlUrl: context?.graphqlUrl ?? `${apiUrl}/graphql` };
}
function payload(path, readEvent) {
    if (!path)
        return {};
    try {
        return objectOrEmpty(JSON.parse(readEvent(path)));
    }
    catch {
        return {};
    }
}
function objectOrEmpty(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(value) ? value : {};
}
function child(of, name) {
    return Object.hasOwn(of, name) ? objectOrEmpty(of[name]) : {};
}
function pullRequestOf(event, repository) {
    const pull = child(event, 'pull_request');
    const number = numberOf(pull);
    if (number === undefined)
        return undefined;
    const head = child(pull, 'head');
    const headRepository = child(head, 'repo').full_name;
    const ours = repository?.toLowerCase();
    return {
        number,
        headSha: matching(SHA, head.sha),
        baseSha: matching(SHA, child(pull, 'base').sha),
        fork: ours === undefined || typeof headRepository !== 'string' || headRepository.toLowerCase() !== ours,
        headRef: matching(BRANCH, head.ref),
        merged: pull.merged === true,
    };
}
function numberOf({ number }) {
    return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
function isBot({ type, login }) {
    return type === 'Bot' || (typeof login === 'string' && login.endsWith('[bot]'));
}
function pushOf(event) {
    const before = matching(SHA, event.before);
    return before === undefined ? undefined : { before, forced: event.forced !== false };
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


/***/ }),

/***/ "src/github/runner/inputs.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ readCredentials),
/* harmony export */   Vg: () => (/* binding */ flagsFromInputs),
/* harmony export */   k8: () => (/* binding */ tokensOf),
/* harmony export */   u5: () => (/* binding */ environmentInput)
/* harmony export */ });
/* unused harmony export INPUTS */
const CLOUD = ['root', 'plan', 'apply', 'sync-users', 'access-report', 'destroy'];
const EVERY = [...CLOUD, 'validate', 'access-request'];
const INPUTS = [
    { name: 'config', flag: 'config', actions: EVERY },
    { name: 'workload_identity_provider', actions: CLOUD },
    { name: 'service_account', actions: CLOUD },
    { name: 'github_token', actions: ['root', 'plan', 'apply', 'sync-users', 'access-report', 'access-request'] },
    { name: 'users_token', actions: ['root', 'plan', 'apply', 'sync-users', 'access-report'] },
    { name: 'format', flag: 'format', actions: ['access-report'] },
    { name: 'fingerprint', flag: 'fingerprint', actions: ['root', 'apply'] },
    { name: 'acknowledge', flag: 'acknowledge', actions: ['root', 'apply', 'sync-users'] },
    { name: 'plan_workflow', flag: 'plan-workflow', actions: ['root', 'apply'] },
    { name: 'break_lock', flag: 'break-lock', actions: ['root', 'apply', 'destroy'] },
    { name: 'remove', flag: 'remove', actions: ['root', 'sync-users'] },
    { name: 'restore', flag: 'restore', actions: ['root', 'sync-users'] },
    { name: 'file', flag: 'file', actions: ['access-request'] },
    { name: 'configs', flag: 'configs', actions: ['changed-hubs'] },
    { name: 'base', flag: 'base', actions: ['changed-hubs'] },
    { name: 'hub', flag: 'hub', actions: ['changed-hubs'] },
    { name: 'target', flag: 'target', actions: ['destroy'] },
    { name: 'confirm', flag: 'confirm', actions: ['destroy'] },
    { name: 'address', flag: 'address', actions: ['destroy'] },
];
function environmentInput(env) {
    return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}
function flagsFromInputs(getInput) {
    const given = INPUTS.map(({ name, flag }) => [flag, getInput(name)]);
    return Object.fromEntries(given.filter(([flag, value]) => flag !== undefined && value !== ''));
}
const SECRETS = [
    'INPUT_GITHUB_TOKEN',
    'INPUT_USERS_TOKEN',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'GOOGLE_OAUTH_ACCESS_TOKEN',
];
function tokensOf(env) {
    return SECRETS.flatMap((name) => env[name]?.trim() || []);
}
function readCredentials(env, source) {
    const input = (name) => source.getInput(name) || undefined;
    const own = input('users_token');
    const job = input('github_token') ?? (source.inWorkflow ? env.GITHUB_TOKEN : undefined);
    const github = job ? named(job, 'github_token') : source.inWorkflow ? undefined : personalToken(env);
    const mayAsk = env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    return {
        workloadIdentityProvider: input('workload_identity_provider'),
        serviceAccount: input('service_account'),
        identityToken: mayAsk ? source.identityToken : undefined,
        githubToken: github?.value,
        usersToken: own === undefined ? github : named(own, 'users_token'),
    };
}
function personalToken({ GITHUB_TOKEN: first, GH_TOKEN: second }) {
    if (first)
        return named(first, 'GITHUB_TOKEN');
    return second ? named(second, 'GH_TOKEN') : undefined;
}
function named(value, name) {
    return { value, name };
}


/***/ }),

/***/ "src/github/runner/log-text.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ harmlessJson),
/* harmony export */   ES: () => (/* binding */ maskedParts),
/* harmony export */   Kw: () => (/* binding */ harmlessLine)
/* harmony export */ });
function maskedParts(secret) {
    const parts = new Set([secret, ...secret.split(/[\r\n]+/)].map((part) => part.trim()));
    return [...parts].filter((part) => part.length >= 4);
}
function harmlessLine(text) {
    return (text
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(/^([\s\p{C}]*):(?=:)/u, '$1:\u200b').replace(/##(?=\[)/g, '##\u200b'))
        .join('\n'));
}
function harmlessJson(text) {
    return text.replaceAll('##[', '##\\u005b');
}


/***/ }),

/***/ "src/github/runner/outputs.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ keepFile)
/* harmony export */ });
/* unused harmony export OUTPUTS */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:os");
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/errors.js");




const OUTPUTS = {
    command: ['root'],
    changed: ['root', 'plan', 'apply', 'sync-users', 'destroy', 'changed-hubs'],
    hubs: ['changed-hubs'],
    owners: ['changed-hubs'],
    others: ['changed-hubs'],
    hub_url: ['root', 'apply'],
    approval: ['root', 'apply'],
    fingerprint: ['root', 'plan', 'apply'],
    record_path: ['root', 'plan'],
    record_name: ['root', 'plan'],
    pull_request: ['root', 'access-request'],
    report_path: ['access-report'],
    summary_path: [
        'root',
        'validate',
        'plan',
        'apply',
        'sync-users',
        'access-report',
        'destroy',
        'access-request',
        'changed-hubs',
    ],
};
async function keepFile(env, name, text) {
    const parent = env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
    try {
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, 'jupyterhub-summary-'));
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text, { mode: 0o600 });
        return path;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4(`A file for later steps cannot be written (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(cause)})`, {
            where: parent,
            hint: 'Name a folder that exists and can be written in RUNNER_TEMP (in a terminal TMPDIR). What the run did stays done.',
            cause,
        });
    }
}


/***/ }),

/***/ "src/json.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   M: () => (/* binding */ entryOf)
/* harmony export */ });
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function entryOf(of, name) {
    return Object.hasOwn(of, name) ? of[name] : undefined;
}


/***/ }),

/***/ "src/report/markdown.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   J: () => (/* binding */ breakLinks),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   W$: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   _W: () => (/* binding */ shortEmails),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   dp: () => (/* binding */ byteLength),
/* harmony export */   jk: () => (/* binding */ publicText),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   xv: () => (/* binding */ truncate),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony export stripAnsi */
const COMMENT_LIMIT = 65_536;
const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(`${ESCAPE}\\[[0-?]*[ -/]*[@-~]|${ESCAPE}\\][^\\u0007${ESCAPE}]*(?:\\u0007|${ESCAPE}\\\\)?|${ESCAPE}[@-Z\\\\-_]?`, 'g');
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
function stripAnsi(text) {
    return text.replace(ANSI, '');
}
function visible(text) {
    return stripAnsi(text)
        .replace(/\r\n?/g, '\n')
        .replace(/[\u200d\ufe0f]/g, '')
        .replace(UNSEEN, '\ufffd');
}
function oneLine(text, limit = 300) {
    const line = visible(text).replace(/\s+/g, ' ').trim();
    const characters = [...line];
    return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}
function shortEmails(text) {
    return text.replace(/([\p{L}\p{N}._%+'&~=-]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu, (match, local, domain, at, whole) => {
        const letters = [...local];
        if (letters.length === 1 && whole[at - 1] === '…')
            return match;
        return letters.length > 2 ? `${letters[0]}…${letters.at(-1)}@${domain}` : `…@${domain}`;
    });
}
function publicText(text) {
    return shortEmails(text)
        .replace(/(gs:\/\/[a-z0-9._-]*[-/])[0-9a-f]{12}(?![0-9a-f])/g, '$1…')
        .replace(/((?:somebody who left \(|key:|"ownerKey": ?"))[0-9a-f]{12}(?![0-9a-f])/g, '$1…');
}
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
const BREAK = '\u200b';
const COMMIT = /(?<![0-9a-z])(?=[0-9a-f]*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/gi;
const SHORTCODE = /:(?=(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|100|1234|[+-]1):)/gi;
function breakLinks(text) {
    return text
        .replace(COMMIT, (name) => name.replace(/.{6}(?=.)/g, `$&${BREAK}`))
        .replace(SHORTCODE, `:${BREAK}`)
        .replace(/@/g, `@${BREAK}`)
        .replace(/#(?=\d)/g, `#${BREAK}`)
        .replace(/:\/\//g, `:${BREAK}//`)
        .replace(/(www)\./gi, `$1${BREAK}.`)
        .replace(/(mailto|xmpp):/gi, `$1:${BREAK}`)
        .replace(/(GH)-(?=\d)/gi, `$1-${BREAK}`);
}
function prose(text, limit = 1000) {
    return breakLinks(oneLine(text, limit))
        .replace(/[\\`*_{}[\]()<>!|&~$^=#\u200b]/g, entity)
        .replace(/^[-+]/, entity)
        .replace(/^(\d+)([.)])/, (_, digits, mark) => `${digits}${entity(mark)}`);
}
function code(text, limit = 300) {
    const line = oneLine(text, limit);
    if (line === '')
        return '*empty*';
    if (!/[`|]/.test(line))
        return `\`${line}\``;
    return `<code>${breakLinks(line).replace(/[^\p{L}\p{N} .,;/@:-]/gu, entity)}</code>`;
}
function fence(text, language = '') {
    const body = visible(text).replace(/\n+$/, '');
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${body}\n${ticks}`;
}
function table(head, rows) {
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '&#124;').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
function truncate(markdown, limit, note) {
    if (byteLength(markdown) <= limit)
        return markdown;
    const kept = [];
    let size = 0;
    let open = { fence: '', folds: 0 };
    for (const line of markdown.split('\n')) {
        const next = follow(open, line);
        const more = size + byteLength(line) + 1;
        if (more + byteLength(ending(next, note)) > limit)
            break;
        kept.push(line);
        size = more;
        open = next;
    }
    return kept.join('\n') + ending(open, note);
}
function follow(open, line) {
    const ticks = /^`{3,}/.exec(line)?.[0] ?? '';
    if (open.fence !== '')
        return ticks.length >= open.fence.length && line === ticks ? { ...open, fence: '' } : open;
    if (ticks !== '')
        return { ...open, fence: ticks };
    if (line.startsWith('<details>'))
        return { ...open, folds: open.folds + 1 };
    return line === '</details>' ? { ...open, folds: open.folds - 1 } : open;
}
function ending(open, note) {
    return `${open.fence === '' ? '' : `\n${open.fence}`}\n\n${note}\n${'\n</details>\n'.repeat(open.folds)}`;
}


/***/ }),

/***/ "src/report/writer.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writer)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/report/markdown.js");

function writer(isPublic, redact = (text) => text) {
    const plain = (text) => (isPublic ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .publicText */ .jk)(redact(text)) : redact(text));
    return { isPublic, redact, plain, code: (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plain(text)), prose: (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(plain(text)) };
}


/***/ }),

/***/ "src/system/disk-error.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ explainDisk)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:util");
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/errors.js");


const CAUSES = {
    ENOSPC: ['The disk is full', 'Free some space, then run again.'],
    EDQUOT: ['The quota of this disk is used up', 'Free some space, then run again.'],
    EROFS: [
        'The disk can only be read',
        'Make it writable, or name another folder in RUNNER_TEMP (in a terminal TMPDIR), then run again.',
    ],
    EIO: [
        'The disk has a fault',
        'Run again on another machine, or name a folder of another disk in RUNNER_TEMP (in a terminal TMPDIR).',
    ],
    EMFILE: ['This process may open no more files', 'Raise the limit (ulimit -n), then run again.'],
    ENFILE: ['This machine may open no more files', 'End other programs, then run again.'],
};
function explainDisk(error) {
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4)
        return error;
    const { code = '', syscall, path } = error;
    const known = Object.hasOwn(CAUSES, code) ? CAUSES[code] : undefined;
    if (known === undefined)
        return error;
    const [cause, hint] = known;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`${cause} (${code}${syscall === undefined ? '' : `, ${syscall}`})`, {
        ...(path === undefined ? {} : { where: path }),
        hint,
        cause: error,
    });
}


/***/ }),

/***/ "src/system/runner-commands.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ hideRunnerCommands)
/* harmony export */ });
let hidden = false;
function hideRunnerCommands() {
    if (hidden)
        return;
    hidden = true;
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text, ...rest) => /^::(debug|add-mask)::/.test(String(text)) || write(text, ...rest);
}


/***/ }),

/***/ "src/versions.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ SUPPORTED),
/* harmony export */   Xt: () => (/* binding */ DEFAULT_CHART_SHA256),
/* harmony export */   hr: () => (/* binding */ ACTION),
/* harmony export */   iJ: () => (/* binding */ DOWNLOADS),
/* harmony export */   nY: () => (/* binding */ OLDEST_NODE),
/* harmony export */   qD: () => (/* binding */ DEFAULT_CHART_VERSION),
/* harmony export */   r4: () => (/* binding */ inRange),
/* harmony export */   xv: () => (/* binding */ VERSION),
/* harmony export */   yK: () => (/* binding */ CHART_REPOSITORY)
/* harmony export */ });
/* unused harmony export compareVersions */
const VERSION = '0.2.0';
const ACTION = 'OWNER/jupyterhub-gke@v0';
const OLDEST_NODE = 22;
const DEFAULT_CHART_VERSION = '4.4.0';
const DEFAULT_CHART_SHA256 = '99e429ca8205bf21468eaed978da7b425b94ead966db1875211dc310c6ebf228';
const CHART_REPOSITORY = 'https://hub.jupyter.org/helm-chart/';
const SUPPORTED = {
    terraform: { from: '1.9.0', below: '2.0.0' },
    tofu: { from: '1.9.0', below: '2.0.0' },
    helm: { from: '3.18.0', below: '5.0.0' },
};
const DOWNLOADS = {
    terraform: {
        version: '1.11.4',
        sha256: {
            linux_amd64: '1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc',
            linux_arm64: 'a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633',
            darwin_amd64: 'a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b',
            darwin_arm64: '867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18',
        },
    },
    helm: {
        version: '4.0.4',
        sha256: {
            linux_amd64: '29454bc351f4433e66c00f5d37841627cbbcc02e4c70a6d796529d355237671c',
            linux_arm64: '16b88acc6503d646b7537a298e7389bef469c5cc9ebadf727547abe9f6a35903',
        },
    },
};
function inRange(version, range) {
    return compareVersions(version, range.from) >= 0 && compareVersions(version, range.below) < 0;
}
function compareVersions(a, b) {
    const [left, right] = [numbers(a), numbers(b)];
    for (let index = 0; index < 3; index += 1) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function numbers(version) {
    return (/^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0').split('.').map(Number);
}


/***/ }),

"stream": e=>{e.exports=require("stream")},

"string_decoder": e=>{e.exports=require("string_decoder")},

"timers": e=>{e.exports=require("timers")},

"tls": e=>{e.exports=require("tls")},

"tty": e=>{e.exports=require("tty")},

"url": e=>{e.exports=require("url")},

"util": e=>{e.exports=require("util")},

"worker_threads": e=>{e.exports=require("worker_threads")},

"zlib": e=>{e.exports=require("zlib")}

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			id: moduleId,
/******/ 			loaded: false,
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Flag the module as loaded
/******/ 		module.loaded = true;
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return chunkId + ".js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/node module decorator */
/******/ 	(() => {
/******/ 		__nccwpck_require__.nmd = (module) => {
/******/ 			module.paths = [];
/******/ 			if (!module.children) module.children = [];
/******/ 			return module;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			"index": 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./lib/src/change/redact.js + 2 modules
var redact = __nccwpck_require__("src/change/redact.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __nccwpck_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/github/runner/context.js
var context = __nccwpck_require__("src/github/runner/context.js");
// EXTERNAL MODULE: ./lib/src/github/runner/inputs.js
var inputs = __nccwpck_require__("src/github/runner/inputs.js");
// EXTERNAL MODULE: ./lib/src/report/writer.js
var writer = __nccwpck_require__("src/report/writer.js");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__("node:util");
;// CONCATENATED MODULE: ./lib/src/stages/command-line.js



const COMMON_FLAGS = {
    config: { type: 'string', about: 'path of the configuration file (default: jupyterhub.yaml)' },
    json: { type: 'boolean', about: 'print one JSON document to standard output, everything else to standard error' },
    help: { type: 'boolean', about: 'print this help' },
};
function commandFlags(command, args, getInput) {
    const { values, words } = readFlags(command, args);
    if (command.words !== undefined && values.help !== true)
        requireWord(command, words);
    const known = (flag) => flag in COMMON_FLAGS || flag in command.flags;
    const ofInputs = Object.entries((0,inputs/* flagsFromInputs */.Vg)(getInput)).filter(([flag]) => known(flag));
    return { ...Object.fromEntries(ofInputs), ...values };
}
function commandHelp(command) {
    const flags = Object.entries({ ...COMMON_FLAGS, ...command.flags }).map(([flag, { type, about }]) => {
        const form = `--${flag}${type === 'string' ? ` ${flag === 'config' ? 'FILE' : 'VALUE'}` : ''}`;
        return `  ${form.padEnd(22)} ${about}`;
    });
    return [`jupyterhub-gke ${typed(command)} [flags]`, '', command.about, '', ...flags].join('\n');
}
function typed({ name, words = [] }) {
    return words.length === 0 ? name : `${name} ${words.join('|')}`;
}
function readFlags(command, args) {
    try {
        const { values, positionals } = (0,external_node_util_.parseArgs)({
            args: [...args],
            options: Object.fromEntries(Object.entries({ ...COMMON_FLAGS, ...command.flags }).map(([flag, { type }]) => [flag, { type }])),
            strict: true,
            allowPositionals: command.words !== undefined,
        });
        if (values.config === '')
            throw new Error('--config needs the path of a file, and is empty');
        return { values: values, words: positionals };
    }
    catch (cause) {
        throw new errors/* UsageError */.eb((0,errors/* errorMessage */.gJ)(cause), {
            hint: `jupyterhub-gke ${command.name} --help lists the flags.`,
            cause,
        });
    }
}
function requireWord({ name, words = [] }, given) {
    const [word, ...more] = given;
    if (word !== undefined && words.includes(word) && more.length === 0)
        return;
    const said = given.length === 0 ? `"${name}" alone is not a command` : `"${[name, ...given].join(' ')}" is not a command`;
    throw new errors/* UsageError */.eb(said, { hint: `Commands: ${words.map((one) => `${name} ${one}`).join(', ')}.` });
}

// EXTERNAL MODULE: ./lib/src/github/runner/log-text.js
var log_text = __nccwpck_require__("src/github/runner/log-text.js");
// EXTERNAL MODULE: ./lib/src/github/runner/outputs.js
var outputs = __nccwpck_require__("src/github/runner/outputs.js");
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var report_markdown = __nccwpck_require__("src/report/markdown.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/log.js



const SUMMARY_LIMIT = 1_048_576;
const CUT = '*Cut here: too long for a step summary. The file of the output `summary_path` has all of it.*';
class RunLog {
    #redactor;
    #write;
    #part;
    #workflow;
    #writeOutput = process.stdout.write.bind(process.stdout);
    constructor(redactor, write) {
        this.#redactor = redactor;
        this.#write = write;
    }
    join(workflow) {
        this.#workflow = workflow;
    }
    reserveOutput() {
        process.stdout.write = process.stderr.write.bind(process.stderr);
    }
    print(text, stream = process.stdout) {
        if (this.#part?.begun === false) {
            this.#part.begun = true;
            this.#workflow?.startGroup(this.#shown(this.#part.title));
        }
        const safe = this.#shown(text);
        stream.write(`${this.#workflow === undefined ? safe : (0,log_text/* harmlessLine */.Kw)(safe)}\n`);
    }
    group(title) {
        if (this.#part?.begun)
            this.#workflow?.endGroup();
        this.#part = title === undefined || this.#workflow === undefined ? undefined : { title, begun: false };
    }
    mask(secret) {
        this.#redactor.add(secret);
        this.#workflow?.mask(secret);
    }
    annotate(findings) {
        for (const { hint, ...found } of findings) {
            const message = this.#write.plain(found.message);
            this.#workflow?.annotate({
                ...found,
                message,
                ...(hint === undefined ? {} : { hint: this.#write.plain(hint) }),
            });
        }
    }
    showFailure(text) {
        this.#workflow?.showFailure(this.#write.plain(text));
    }
    document(document) {
        const text = this.#write.plain(JSON.stringify(document, null, 2));
        this.#writeOutput(`${this.#workflow === undefined ? text : (0,log_text/* harmlessJson */.EL)(text)}\n`);
    }
    result(text) {
        this.#writeOutput(this.#write.plain(text));
    }
    async summarize(markdown) {
        if (this.#workflow === undefined)
            return;
        const whole = this.#write.redact(markdown);
        const fault = await this.#workflow.addSummary((0,report_markdown/* truncate */.xv)(whole, SUMMARY_LIMIT - 1, CUT));
        if (fault !== undefined)
            this.print(`The step summary cannot be written (${fault}). The log has what the run did.`);
        if (!process.env.GITHUB_OUTPUT || !process.env.RUNNER_TEMP)
            return;
        this.#workflow.setOutputs({ summary_path: await (0,outputs/* keepFile */.a)(process.env, 'summary.md', whole) });
    }
    setOutputs(outputs) {
        this.#workflow?.setOutputs(outputs);
    }
    #shown(text) {
        return (0,report_markdown/* visible */.RK)(this.#write.plain(text));
    }
}

// EXTERNAL MODULE: ./lib/src/system/disk-error.js
var disk_error = __nccwpck_require__("src/system/disk-error.js");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__("node:fs");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__("node:path");
;// CONCATENATED MODULE: ./lib/src/system/path.js


const DEFAULT = ['/usr/bin', '/bin'].join(external_node_path_.delimiter);
function safePath(env, cwd) {
    const entries = (env.PATH ?? '').split(external_node_path_.delimiter);
    const checkouts = [env.GITHUB_WORKSPACE, repositoryAround(cwd)].flatMap((folder) => folder === undefined || folder === '' || (0,external_node_path_.resolve)(folder) === (0,external_node_path_.resolve)('/') ? [] : [(0,external_node_path_.resolve)(folder), real(folder)]);
    const isKept = (entry) => (0,external_node_path_.isAbsolute)(entry) &&
        ![(0,external_node_path_.resolve)(entry), real(entry)].some((path) => checkouts.some((folder) => isInside(path, folder)));
    const path = entries.filter(isKept).join(external_node_path_.delimiter) || DEFAULT;
    return { path, removed: entries.filter((entry) => !isKept(entry)) };
}
function isInside(path, folder) {
    return path === folder || path.startsWith(`${folder}${external_node_path_.sep}`);
}
function real(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return (0,external_node_path_.resolve)(path);
    }
}
function repositoryAround(cwd) {
    for (let folder = real(cwd);; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')))
            return folder;
        if (folder === (0,external_node_path_.dirname)(folder))
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/system/proxy.js
const NAMES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
function useProxy(env) {
    if (!NAMES.some((name) => env[name]))
        return;
    const direct = globalThis.fetch;
    let proxied;
    globalThis.fetch = async (input, init) => {
        proxied ??= Promise.all(/* import() */[__nccwpck_require__.e("undici"), __nccwpck_require__.e("actions-http-client"), __nccwpck_require__.e("proxied-fetch")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/system/proxied-fetch.js")).then(({ proxiedFetch }) => proxiedFetch(direct));
        return (await proxied)(input, init);
    };
}

// EXTERNAL MODULE: ./lib/src/system/runner-commands.js
var runner_commands = __nccwpck_require__("src/system/runner-commands.js");
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __nccwpck_require__("src/versions.js");
;// CONCATENATED MODULE: ./lib/src/main.js












const COMMANDS = {
    init: () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-schema"), __nccwpck_require__.e("init")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/init/command.js")),
    validate: () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-schema"), __nccwpck_require__.e("validate")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/validate.js")),
    plan: () => __nccwpck_require__.e(/* import() */ "plan").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/plan.js")),
    apply: () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-schema"), __nccwpck_require__.e("report-text"), __nccwpck_require__.e("plan-comment"), __nccwpck_require__.e("cloud"), __nccwpck_require__.e("access-hub"), __nccwpck_require__.e("github-api"), __nccwpck_require__.e("access-iap"), __nccwpck_require__.e("helm-values"), __nccwpck_require__.e("helm-diff"), __nccwpck_require__.e("terraform"), __nccwpck_require__.e("helm-release"), __nccwpck_require__.e("stages-deploy"), __nccwpck_require__.e("stages-access"), __nccwpck_require__.e("apply")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/apply.js")),
    'sync-users': () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-schema"), __nccwpck_require__.e("report-text"), __nccwpck_require__.e("plan-comment"), __nccwpck_require__.e("cloud"), __nccwpck_require__.e("access-hub"), __nccwpck_require__.e("github-api"), __nccwpck_require__.e("access-iap"), __nccwpck_require__.e("helm-values"), __nccwpck_require__.e("helm-diff"), __nccwpck_require__.e("helm-release"), __nccwpck_require__.e("stages-access"), __nccwpck_require__.e("sync-users")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/sync-users.js")),
    access: () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-schema"), __nccwpck_require__.e("report-text"), __nccwpck_require__.e("plan-comment"), __nccwpck_require__.e("cloud"), __nccwpck_require__.e("access-hub"), __nccwpck_require__.e("github-api"), __nccwpck_require__.e("access-iap"), __nccwpck_require__.e("access-report")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/access-report/command.js")),
    destroy: () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-schema"), __nccwpck_require__.e("report-text"), __nccwpck_require__.e("plan-comment"), __nccwpck_require__.e("cloud"), __nccwpck_require__.e("access-hub"), __nccwpck_require__.e("helm-values"), __nccwpck_require__.e("terraform"), __nccwpck_require__.e("destroy")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/destroy/command.js")),
    'changed-hubs': () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-schema"), __nccwpck_require__.e("changed-hubs")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/changed-hubs/command.js")),
    'access-request': () => Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("config-schema"), __nccwpck_require__.e("access-request")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/access-request/command.js")),
};
const redactor = new redact/* Redactor */.p();
for (const token of (0,inputs/* tokensOf */.k8)(process.env))
    redactor.add(token);
const github = (0,context/* readContext */.yI)(process.env);
const write = (0,writer/* writer */.K)((0,context/* isPublic */.Ul)(github), (text) => redactor.text(text));
const log = new RunLog(redactor, write);
let json = process.argv.includes('--json');
if (json)
    log.reserveOutput();
const abort = new AbortController();
useProxy(process.env);
const programs = safePath(process.env, currentFolder());
process.env.PATH = programs.path;
function currentFolder() {
    try {
        return process.cwd();
    }
    catch {
        process.stderr.write('error: The current folder no longer exists\n  Go to the repository of the hub and run again.\n');
        process.exit(1);
    }
}
async function main() {
    requireNode(process.versions.node);
    const workflow = github === undefined ? undefined : await Promise.all(/* import() */[__nccwpck_require__.e("undici"), __nccwpck_require__.e("actions-exec"), __nccwpck_require__.e("actions-http-client"), __nccwpck_require__.e("actions-core"), __nccwpck_require__.e("workflow")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/github/runner/workflow.js"));
    if (workflow !== undefined)
        log.join(workflow);
    const getInput = workflow?.getInput ?? (0,inputs/* environmentInput */.u5)(process.env);
    const [word, ...rest] = process.argv.slice(2);
    if (word === '--version') {
        log.print(versions/* VERSION */.xv);
        return 0;
    }
    const isHelp = word === '--help' || word === '-h' || word === 'help';
    if (isHelp && rest.length > 0) {
        log.print(commandHelp(await loadCommand(rest[0] ?? '')));
        return 0;
    }
    if (word === undefined || isHelp) {
        log.print(await generalHelp());
        return word === undefined ? 2 : 0;
    }
    const name = word === 'auto' ? await wordOfEvent(getInput) : word;
    if (name === undefined)
        return 0;
    const command = await loadCommand(name);
    const flags = commandFlags(command, rest, getInput);
    if (flags.help === true) {
        log.print(commandHelp(command));
        return 0;
    }
    json = flags.json === true;
    if (command.printsDocument === true)
        log.reserveOutput();
    const unused = programs.removed.filter((entry) => entry !== '' && !entry.endsWith('/node_modules/.bin'));
    if (unused.length > 0)
        log.print(`PATH is used without these folders of the checkout: ${unused.join(', ')}`);
    for (const token of (0,inputs/* tokensOf */.k8)(process.env))
        log.mask(token);
    const result = await command.run(contextOf(flags, getInput));
    await finish(word === 'auto' ? { ...result, outputs: { command: name, ...result.outputs } } : result);
    return abort.signal.aborted && command.name !== 'validate' ? 1 : result.exitCode;
}
async function loadCommand(name) {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load !== undefined)
        return (await load()).command;
    throw new errors/* UsageError */.eb(`"${name}" is not a command`, { hint: `Commands: ${Object.keys(COMMANDS).join(', ')}.` });
}
function requireNode(version) {
    if (Number.parseInt(version, 10) >= versions/* OLDEST_NODE */.nY)
        return;
    throw new errors/* ToolError */.v4(`Node.js ${version} is too old`, { hint: `Install Node.js ${versions/* OLDEST_NODE */.nY} or newer.` });
}
function contextOf(flags, getInput) {
    return {
        configPath: typeof flags.config === 'string' ? flags.config : 'jupyterhub.yaml',
        cwd: process.cwd(),
        env: process.env,
        github,
        credentials: (0,inputs/* readCredentials */.L1)(process.env, {
            getInput,
            identityToken: async (audience) => {
                if (github === undefined)
                    (0,runner_commands/* hideRunnerCommands */.X)();
                return (await Promise.all(/* import() */[__nccwpck_require__.e("undici"), __nccwpck_require__.e("actions-exec"), __nccwpck_require__.e("actions-http-client"), __nccwpck_require__.e("actions-core"), __nccwpck_require__.e("workflow")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/github/runner/workflow.js"))).identityToken(audience);
            },
            inWorkflow: github !== undefined,
        }),
        now: new Date(),
        write,
        json,
        flags,
        say: (line) => log.print(line),
        group: (title) => log.group(title),
        mask: (secret) => log.mask(secret),
        annotate: (findings) => log.annotate(findings),
        summarize: (markdown) => log.summarize(markdown),
        signal: abort.signal,
        get terminal() {
            return github === undefined && process.stdin.isTTY
                ? { input: process.stdin, output: json ? process.stderr : process.stdout }
                : undefined;
        },
    };
}
async function finish({ document, text, outputs, summary }) {
    log.group();
    if (json)
        log.document(document);
    else if (text !== undefined)
        log.result(text);
    if (summary !== undefined)
        await log.summarize(summary);
    log.setOutputs(outputs);
}
async function wordOfEvent(getInput) {
    const { commandForEvent } = await __nccwpck_require__.e(/* import() */ "event-command").then(__nccwpck_require__.bind(__nccwpck_require__, "src/github/event-command.js"));
    const { command, because } = commandForEvent(github, getInput('remove') !== '' || getInput('restore') !== '');
    log.print(command === undefined ? `Nothing to do: ${because}` : `jupyterhub-gke ${command}: ${because}`);
    return command;
}
async function generalHelp() {
    const rows = await Promise.all(Object.values(COMMANDS).map(async (load) => {
        const { command } = await load();
        return `  ${typed(command).padEnd(14)} ${command.about}`;
    }));
    return [
        'jupyterhub-gke <command> [--config FILE] [--json]',
        '',
        'Runs JupyterHub on Google Kubernetes Engine from jupyterhub.yaml and users.yaml.',
        '',
        ...rows,
        '',
        'jupyterhub-gke <command> --help lists the flags of a command. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.',
    ].join('\n');
}
function fail(failure) {
    const error = (0,disk_error/* explainDisk */.P)(failure);
    log.group();
    const known = error instanceof errors/* ToolError */.v4;
    const message = write.plain((0,errors/* errorMessage */.gJ)(error));
    const where = known && error.where !== undefined ? write.plain(error.where) : undefined;
    const hint = known && error.hint !== undefined ? write.plain(error.hint) : undefined;
    const cause = `${where === undefined ? '' : `${where}: `}${message}`;
    log.print(`error: ${cause}${hint ? `\n  ${hint}` : ''}`, process.stderr);
    if (known && error.log !== undefined) {
        const lines = error.log.split('\n').map((line) => `  | ${line}`);
        log.print(`  Last lines of the log of the program that failed:\n${lines.join('\n')}`, process.stderr);
    }
    if (!known && error instanceof Error && error.stack)
        log.print(error.stack, process.stderr);
    if (json)
        log.document({ error: { message, ...(where ? { where } : {}), ...(hint ? { hint } : {}) } });
    log.showFailure(`${cause}${hint ? `\n${hint}` : ''}`);
    return error instanceof errors/* UsageError */.eb ? 2 : 1;
}
let unwritten;
for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            unwritten ??= error;
    });
}
process.once('exit', () => {
    if (unwritten === undefined)
        return;
    process.exitCode = 1;
    process.stderr.write(`error: The output could not be written (${unwritten.code}).\n`);
});
let interrupts = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
        interrupts += 1;
        if (interrupts > 1)
            process.exit(1);
        log.print(`${signal}: stopping; running steps end in order, and the next run continues from there`, process.stderr);
        abort.abort(new errors/* ToolError */.v4(`Stopped by ${signal}`, {
            hint: 'Run the same command again: it continues where this run stopped.',
        }));
    });
}
main()
    .catch(fail)
    .then((code) => {
    process.exitCode = code;
    if (!abort.signal.aborted)
        return;
    setTimeout(() => process.stdout.write('', () => process.stderr.write('', () => process.exit())), 200).unref();
});

module.exports = __webpack_exports__;
/******/ })()
;