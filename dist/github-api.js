"use strict";
exports.id = "github-api";
exports.ids = ["github-api"];
exports.modules = {

/***/ "src/github/api/answer.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   XX: () => (/* binding */ Unanswered)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");

class Unanswered extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4 {
    mayBeDone = false;
}
class Refused extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4 {
    status;
    reason;
    retryAfter;
    constructor({ status, reason, retryAfter }, ...rest) {
        super(...rest);
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }
    get limited() {
        return isLimit(this.status, this.reason);
    }
}
function unreachable(why, where, cause) {
    const hint = 'Run the job again; githubstatus.com says whether GitHub has a problem.';
    return new Unanswered(`GitHub cannot be reached (${why})`, { where, hint, cause });
}
function limitWait({ headers }) {
    const after = Number(headers['retry-after']);
    const reset = Number(headers['x-ratelimit-reset'] ?? 0) - Date.now() / 1000;
    const wait = after > 0 ? after : headers['x-ratelimit-remaining'] === '0' ? Math.max(1, reset) : 60;
    return Number.isNaN(wait) ? 60 : Math.min(Math.ceil(wait), 86_400);
}
function isLimit(status, reason) {
    return status === 429 || (status === 403 && /rate limit/i.test(reason));
}
const HINTS = {
    404: 'Check that it still exists, and that github_token may read this repository: GitHub hides what a token may not see.',
    409: 'Somebody else changed it at this moment. Run the job again.',
    412: 'Somebody else changed it at this moment. Run the job again.',
    422: 'The message of GitHub names what it takes for invalid. Correct it, then run the job again.',
};
function explain(answer, where, needs) {
    const { status } = answer;
    const reason = messageOf(answer.data) ?? `HTTP ${status}`;
    if (status >= 500)
        return new Unanswered(`GitHub cannot answer now (${reason})`, { where, hint: 'Run the job again.' });
    if (isLimit(status, reason)) {
        const retryAfter = limitWait(answer);
        const time = new Date(Date.now() + retryAfter * 1000).toISOString().slice(0, 16).replace('T', ' ');
        return new Refused({ status, reason, retryAfter }, `GitHub accepts no more calls with this token now (${reason})`, {
            where,
            hint: `Run the job again after ${time} UTC.`,
        });
    }
    if (status >= 300 && status < 400) {
        return new Refused({ status, reason }, `This repository has another name on GitHub now (${reason})`, {
            where,
            hint: 'Use its new name.',
        });
    }
    if (status === 401) {
        return new Refused({ status, reason }, `GitHub does not accept github_token (${reason})`, {
            where,
            hint: 'Leave the input out: the run then uses its own token.',
        });
    }
    if (status === 403) {
        return new Refused({ status, reason }, `github_token may not ${needs.action} (${reason})`, {
            where,
            hint: `Add "permissions: ${needs.permissions}" to the job. ${needs.otherwise}`,
        });
    }
    const hint = HINTS[status] ??
        'The message of GitHub names the cause. Run the job again; if it stays, report it with this message.';
    return new Refused({ status, reason }, `GitHub refuses to ${needs.action}: ${reason}`, { where, hint });
}
function messageOf(data) {
    try {
        const { message } = (typeof data === 'string' ? JSON.parse(data) : data);
        return typeof message === 'string' ? message.slice(0, 300) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ "src/github/api/client.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ GitHubApi)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__("node:timers/promises");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
;// CONCATENATED MODULE: ./lib/src/system/body.js

async function readBody(answer, most) {
    const tooLarge = () => new errors/* ToolError */.v4(`the file is larger than ${most / 2 ** 20} MiB`);
    if (Number(answer.headers.get('content-length')) > most) {
        await answer.body?.cancel();
        throw tooLarge();
    }
    const parts = [];
    let length = 0;
    for await (const part of (answer.body ?? [])) {
        length += part.byteLength;
        if (length > most)
            throw tooLarge();
        parts.push(part);
    }
    return Buffer.concat(parts);
}

// EXTERNAL MODULE: ./lib/src/github/api/answer.js
var api_answer = __webpack_require__("src/github/api/answer.js");
;// CONCATENATED MODULE: ./lib/src/github/api/client.js




const ATTEMPTS = 5;
const LONGEST = 120;
const PATIENCE = 300;
const PAGE = 100;
const MAX_DOWNLOAD = 16 * 1024 * 1024;
class GitHubApi {
    #context;
    #token;
    #needs;
    #options;
    #octokit;
    #waited = 0;
    constructor(context, token, needs, options = {}) {
        this.#context = context;
        this.#token = token;
        this.#needs = needs;
        this.#options = options;
    }
    async call(method, path, body) {
        const octokit = await this.#open();
        const url = path === undefined ? this.#context.graphqlUrl : path;
        const { data } = await octokit.request({ method, url, ...(body === undefined ? {} : { data: body }) });
        return data;
    }
    async *pages(path) {
        const octokit = await this.#open();
        const url = `${path}${path.includes('?') ? '&' : '?'}per_page=${PAGE}`;
        for await (const { data } of octokit.paginate.iterator({ method: 'GET', url }))
            yield data;
    }
    async list(path, mostPages) {
        const found = [];
        let pages = 0;
        for await (const page of this.pages(path)) {
            found.push(...page);
            pages += 1;
            if (pages === mostPages && page.length === PAGE)
                return undefined;
        }
        return found;
    }
    async download(path) {
        const where = `GET ${this.#context.apiUrl}${path}`;
        const failed = (why, cause) => {
            throw new api_answer/* Unanswered */.XX(`GitHub did not deliver the file (${why})`, { where, hint: 'Run the job again.', cause });
        };
        const lost = (cause) => failed((0,errors/* errorMessage */.gJ)(cause), cause);
        const octokit = await this.#open();
        return this.#patiently(true, async () => {
            const { headers } = await octokit.request({ method: 'GET', url: path, request: { isDownload: true } });
            const file = await (this.#options.fetch ?? fetch)(String(headers.location), {
                redirect: 'error',
                signal: AbortSignal.timeout(60_000),
            }).catch(lost);
            if (!file.ok)
                return failed(`HTTP ${file.status}`);
            return readBody(file, MAX_DOWNLOAD).catch((cause) => {
                if (!(cause instanceof errors/* ToolError */.v4))
                    return lost(cause);
                throw new errors/* ToolError */.v4(`GitHub did not deliver the file (${cause.message})`, { where, cause });
            });
        });
    }
    async pause(attempt, seconds = 0) {
        const backOff = 500 * 2 ** attempt * (0.5 + Math.random());
        const milliseconds = Math.max(backOff, seconds * 1000);
        this.#waited += milliseconds / 1000;
        await (this.#options.sleep ?? promises_.setTimeout)(milliseconds);
    }
    #open() {
        this.#octokit ??= this.#build();
        return this.#octokit;
    }
    async #build() {
        const GitHub = await loadOctokit();
        const { fetch } = this.#options;
        const octokit = new GitHub({
            auth: this.#token,
            baseUrl: this.#context.apiUrl,
            userAgent: 'jupyterhub-gke',
            log: { debug: silent, info: silent, warn: silent, error: silent },
            request: { redirect: 'manual', ...(fetch === undefined ? {} : { fetch }) },
        });
        octokit.hook.wrap('request', (send, options) => {
            const { isDownload } = options.request;
            const where = `${options.method} ${this.#placeOf(options)}`;
            const once = async () => {
                const headers = { ...options.headers, 'x-github-api-version': '2022-11-28' };
                const request = { ...options.request, signal: AbortSignal.timeout(30_000) };
                const answer = await Promise.resolve(send({ ...options, headers, request })).catch((cause) => {
                    const { response, message } = cause;
                    if (response === undefined)
                        throw (0,api_answer/* unreachable */.HB)(message ?? String(cause), where, cause);
                    return response;
                });
                const { status, data } = answer;
                if (isDownload && status === 302 && URL.canParse(String(answer.headers.location)))
                    return answer;
                if (status >= 300)
                    throw (0,api_answer/* explain */.WE)(answer, where, this.#needs);
                if (typeof data !== 'object' || data === null)
                    throw (0,api_answer/* unreachable */.HB)('the answer is incomplete or not JSON', where, undefined);
                return answer;
            };
            return isDownload ? once() : this.#patiently(this.#changesNothing(options), once);
        });
        return octokit;
    }
    #placeOf({ baseUrl, url }) {
        const { origin, pathname } = new URL(/^https?:/.test(url) ? url : `${baseUrl}${url}`);
        const { apiUrl, graphqlUrl } = this.#context;
        if ([apiUrl, graphqlUrl].some((own) => new URL(own).origin === origin))
            return `${origin}${pathname}`;
        throw new errors/* ToolError */.v4('GitHub named an address on another host, which must not get the token', { where: origin });
    }
    #changesNothing({ method, url }) {
        return method === 'GET' || url === this.#context.graphqlUrl;
    }
    async #patiently(reads, once) {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await once();
            }
            catch (error) {
                const wait = error instanceof api_answer/* Refused */.Lw ? error.retryAfter : reads && error instanceof api_answer/* Unanswered */.XX ? 0 : undefined;
                const isPatient = wait !== undefined && wait <= LONGEST && this.#waited + wait <= PATIENCE;
                if (error instanceof api_answer/* Unanswered */.XX)
                    error.mayBeDone = !reads;
                if (!isPatient || attempt === ATTEMPTS)
                    throw error;
                await this.pause(attempt, wait);
            }
        }
    }
}
const silent = () => { };
async function loadOctokit() {
    const { GITHUB_EVENT_PATH: path } = process.env;
    delete process.env.GITHUB_EVENT_PATH;
    try {
        return (await Promise.all(/* import() */[__webpack_require__.e("undici"), __webpack_require__.e("actions-github")]).then(__webpack_require__.bind(__webpack_require__, "@actions/github/lib/utils.js"))).GitHub;
    }
    finally {
        if (path !== undefined)
            process.env.GITHUB_EVENT_PATH = path;
    }
}


/***/ }),

/***/ "src/stages/input/remote-users-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RemoteUsersReader: () => (/* binding */ RemoteUsersReader),
  U: () => (/* binding */ originNotes)
});

// EXTERNAL MODULE: ./lib/src/config/users-sources.js
var users_sources = __webpack_require__("src/config/users-sources.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/source.js + 3 modules
var source = __webpack_require__("src/config/yaml/source.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/github/api/answer.js
var answer = __webpack_require__("src/github/api/answer.js");
// EXTERNAL MODULE: ./lib/src/github/api/client.js + 1 modules
var client = __webpack_require__("src/github/api/client.js");
;// CONCATENATED MODULE: ./lib/src/github/api/remote-files.js




class NotRead extends errors/* ToolError */.v4 {
    rule;
    constructor(rule, message, hint, cause) {
        super(message, { hint, cause });
        this.rule = rule;
    }
}
const MAX_BYTES = 4 * source/* MAX_LENGTH */.E;
const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NEEDS = { action: 'read the repository', permissions: '{contents: read}', otherwise: '' };
class RemoteRepository {
    #api;
    #query;
    #commit = '';
    constructor(query, options) {
        this.#api = new client/* GitHubApi */.y(query.urls, query.token.value, NEEDS, options);
        this.#query = query;
    }
    static async open(query, options = {}) {
        const opened = new RemoteRepository(query, options);
        const path = `/commits/${encodeURIComponent(query.ref ?? 'HEAD')}?per_page=1`;
        const { sha } = await opened.#get(path, ({ status }) => opened.#noCommit(status));
        if (typeof sha !== 'string' || !SHA.test(sha)) {
            throw new NotRead('file-missing', `GitHub names no commit of ${query.repository}.`, 'Run again.');
        }
        opened.#commit = sha;
        return opened;
    }
    get commit() {
        return this.#commit;
    }
    async file(path) {
        const absent = () => this.#noFile(path, 'is not in', 'Correct the path: it starts at the top folder of that repository.');
        const encoded = path.split('/').map(encodeURIComponent).join('/');
        const found = await this.#get(`/contents/${encoded}?ref=${this.#commit}`, ({ status, reason }) => {
            if (status === 404)
                return absent();
            return /too large/i.test(reason) ? this.#tooLarge(path) : undefined;
        });
        if (Array.isArray(found))
            throw this.#noFile(path, 'is a folder in', `Name a file, or a glob: ${path}/*.yaml`);
        const { type, encoding, content, size = 0, sha = '' } = found;
        if (type !== 'file')
            throw this.#noFile(path, `is a ${type === 'symlink' ? 'link' : type} in`, 'Name a file.');
        if (size > MAX_BYTES)
            throw this.#tooLarge(path, size);
        if (encoding === 'base64' && typeof content === 'string')
            return Buffer.from(content, 'base64');
        if (!SHA.test(sha))
            throw absent();
        const blob = await this.#get(`/git/blobs/${sha}`);
        return Buffer.from(blob.content ?? '', 'base64');
    }
    async files() {
        const { tree, truncated } = await this.#get(`/git/trees/${this.#commit}?recursive=1`);
        if (truncated === true) {
            const message = `${this.#place()} has more files than GitHub lists at once, so a glob could miss some.`;
            throw new NotRead('too-large', message, 'Name the users files one by one, or keep them in a smaller repository.');
        }
        return tree.filter(({ type }) => type === 'blob').map(({ path }) => path);
    }
    async #get(path, explain) {
        try {
            return await this.#api.call('GET', `/repos/${this.#query.repository}${path}`);
        }
        catch (error) {
            if (!(error instanceof errors/* ToolError */.v4))
                throw error;
            const own = error instanceof answer/* Refused */.Lw ? (explain?.(error) ?? this.#refused(error)) : undefined;
            throw own ?? new NotRead('file-missing', `${error.message}.`, error.hint ?? 'Run again.', error);
        }
    }
    #refused(error) {
        const { status, reason, limited } = error;
        const { repository, token } = this.#query;
        const refused = (message, hint) => new NotRead('file-missing', message, hint, error);
        if (limited)
            return refused(`GitHub accepts no more calls with ${token.name} now (${reason}).`, error.hint ?? 'Run again.');
        if (status === 401) {
            return refused(`GitHub does not accept ${token.name} (${reason}).`, 'It may have expired or been revoked: make a new one.');
        }
        if (status === 403)
            return refused(`${token.name} may not read ${repository} (${reason}).`, this.#rights());
        if (status === 404) {
            const message = `GitHub has no repository ${repository}, or ${token.name} may not read it: it answers "${reason}" in both cases.`;
            return refused(message, this.#rights());
        }
        if (status >= 300 && status < 400) {
            return refused(`${repository} has another name on GitHub now.`, 'Use its new name.');
        }
        return undefined;
    }
    #noCommit(status) {
        const { repository, ref } = this.#query;
        if (status === 409) {
            return new NotRead('file-missing', `${repository} is empty.`, 'Push the users file to it.');
        }
        if (status !== 422)
            return undefined;
        const what = ref === undefined ? 'no commit yet' : `no branch, tag or commit "${ref}"`;
        return new NotRead('file-missing', `${repository} has ${what}.`, 'Correct ref, or leave it out.');
    }
    #rights() {
        const { repository, token } = this.#query;
        const needed = `a token that may read the contents of ${repository}`;
        if (token.name === 'users_token') {
            return `Check the name, and that users_token is ${needed}, is approved by its owner and has not expired.`;
        }
        if (token.name !== 'github_token')
            return `Check the name, and give ${token.name} ${needed}: "gh auth token" shows one.`;
        return `The token of a job reads public repositories and its own: give users_token ${needed}. Pull requests of forks and of Dependabot get no secrets.`;
    }
    #noFile(path, is, hint) {
        return new NotRead('file-missing', `"${path}" ${is} ${this.#place()}.`, hint);
    }
    #tooLarge(path, size) {
        const has = size === undefined ? 'is larger than GitHub delivers' : `has ${size} bytes`;
        const message = `"${path}" of ${this.#place()} ${has}; the limit is ${source/* MAX_LENGTH */.E} characters.`;
        return new NotRead('too-large', message, 'Split it.');
    }
    #place() {
        const { repository, ref } = this.#query;
        return `${repository} at ${ref === undefined ? '' : `${ref}, `}${this.#commit.slice(0, 7)}`;
    }
}

// EXTERNAL MODULE: ./lib/src/github/runner/context.js
var context = __webpack_require__("src/github/runner/context.js");
// EXTERNAL MODULE: ./lib/src/report/text/run-note.js + 2 modules
var run_note = __webpack_require__("src/report/text/run-note.js");
// EXTERNAL MODULE: ./lib/src/stages/input/globs.js
var globs = __webpack_require__("src/stages/input/globs.js");
// EXTERNAL MODULE: ./lib/src/stages/input/text-file.js
var text_file = __webpack_require__("src/stages/input/text-file.js");
;// CONCATENATED MODULE: ./lib/src/stages/input/remote-users-files.js






const MAX_FILES = 200;
const AT_ONCE = 8;
class RemoteUsersReader {
    origins = new Map();
    #opened = new Map();
    #reader;
    #context;
    constructor(reader, context) {
        this.#reader = reader;
        this.#context = context;
    }
    async read(source) {
        const { remote, location } = source;
        const path = (0,users_sources/* remotePath */.QZ)(source.path);
        if (remote === undefined || path === undefined)
            return [];
        try {
            const repository = await this.#open(remote);
            const paths = (0,users_sources/* isGlob */.fg)(path) ? await expand(repository, path, remote.repository) : [path];
            const files = [];
            for (let from = 0; from < paths.length; from += AT_ONCE) {
                const batch = paths.slice(from, from + AT_ONCE);
                const contents = await Promise.all(batch.map((file) => repository.file(file)));
                for (const [index, bytes] of contents.entries()) {
                    const name = (0,users_sources/* remoteFileName */.CT)(remote.repository, batch[index] ?? '');
                    const file = this.#keep(name, bytes, { ...remote, commit: repository.commit, location });
                    if (file !== undefined)
                        files.push(file);
                }
            }
            return files;
        }
        catch (error) {
            if (!(error instanceof NotRead))
                throw error;
            this.#reader.report(location, error.rule, error.message, { hint: error.hint });
            return [];
        }
    }
    #keep(name, bytes, origin) {
        const known = this.origins.get(name);
        if (known !== undefined && known.commit !== origin.commit) {
            this.#reader.report(origin.location, 'duplicate-file', `"${name}" is already read at another ref.`, {
                hint: 'Read a file at one ref.',
            });
            return undefined;
        }
        this.origins.set(name, known ?? origin);
        const text = (0,text_file/* textOf */.b6)(bytes);
        if (typeof text === 'string')
            return this.#reader.keep(name, text);
        this.#reader.unreadable({ path: name, location: origin.location }, name, text);
        return undefined;
    }
    #open({ repository, ref }) {
        const key = JSON.stringify([repository.toLowerCase(), ref]);
        const known = this.#opened.get(key);
        if (known !== undefined)
            return known;
        const opening = this.#openNew(repository, ref);
        this.#opened.set(key, opening);
        return opening;
    }
    async #openNew(repository, ref) {
        const { env, github, credentials, say } = this.#context;
        const token = credentials.usersToken ?? noToken(repository, github !== undefined);
        const urls = (0,context/* repositoryOf */._M)(env, github, undefined);
        const opened = await RemoteRepository.open({ urls, token, repository, ref });
        say(`  ${(0,run_note/* runNoteText */.D)(originNote({ repository, ref, commit: opened.commit }))}`);
        return opened;
    }
}
function originNotes(origins) {
    const byCommit = new Map([...origins.values()].map((origin) => [(0,run_note/* runNoteText */.D)(originNote(origin)), origin]));
    return [...byCommit.values()].map(originNote);
}
function originNote({ repository, ref, commit }) {
    return { code: 'remote-users-files', repository, ...(ref === undefined ? {} : { ref }), commit };
}
function noToken(repository, inWorkflow) {
    const needs = `a token that may read the contents of ${repository}`;
    throw new NotRead('file-missing', `Reading ${repository} from GitHub needs a token.`, inWorkflow ? `Give users_token ${needs}.` : `Set GITHUB_TOKEN to ${needs}: "gh auth token" shows one.`);
}
async function expand(repository, path, name) {
    const glob = await (0,globs/* readGlob */.pV)(path);
    if (glob === undefined)
        return [];
    const top = glob.base === '' ? '' : `${glob.base}/`;
    const found = (await repository.files())
        .filter((file) => file.startsWith(top))
        .map((file) => file.slice(top.length))
        .filter((file) => glob.matches(file) && !/(^|\/)(\.|node_modules\/)/.test(file))
        .sort();
    if (found.length > MAX_FILES) {
        const message = `"${path}" matches ${found.length} files of ${name}; at most ${MAX_FILES} are read.`;
        throw new NotRead('too-large', message, 'Put the people into fewer files.');
    }
    if (found.length > 0)
        return found.map((file) => `${top}${file}`);
    throw new NotRead('file-missing', `No file of ${name} matches "${path}".`, globs/* NO_MATCH */.IP);
}


/***/ })

};
;