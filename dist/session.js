"use strict";
exports.id = "session";
exports.ids = ["session"];
exports.modules = {

/***/ "src/cloud/auth.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ tokenSource)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/cloud/endpoints.js
var endpoints = __webpack_require__("src/cloud/endpoints.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/cloud/http.js
var http = __webpack_require__("src/cloud/http.js");
;// CONCATENATED MODULE: ./lib/src/cloud/sign-in-error.js



const NO_CREDENTIALS = 'In a workflow give workload_identity_provider and service_account; in a terminal run "gcloud auth application-default login".';
function explainSignIn(cause) {
    const answer = answerOf(cause);
    if (answer === undefined) {
        return new errors/* ToolError */.v4(`No Google credentials can be used here (${(0,http/* failureText */.kY)(cause)})`, {
            hint: isNetwork(cause)
                ? `Check the network of this machine (proxy, firewall, DNS), then run again. ${NO_CREDENTIALS}`
                : NO_CREDENTIALS,
            cause,
        });
    }
    const { status, text } = answer;
    const said = text ?? `HTTP ${status}`;
    const where = 'sign-in with Google';
    if (status === 429 || status >= 500) {
        const hint = 'Run again in some minutes. Nothing was changed by this call.';
        return new errors/* ToolError */.v4(`Google gives no token now (${said})`, { where, hint, cause });
    }
    const hint = status === 403
        ? 'The identity of this job may not act as the service account. Check service_account, and that the setup bound this repository, branch and environment to it (SETUP.md, docs/identities.md).'
        : `Check workload_identity_provider and service_account, and that the provider accepts this repository and branch (SETUP.md). In a terminal sign in again: gcloud auth application-default login.`;
    return new errors/* ToolError */.v4(`Google refuses to sign this identity in (${said})`, { where, hint, cause });
}
function answerOf(cause) {
    for (let error = cause; isRecord(error); error = error.cause) {
        const { response } = error;
        if (!isRecord(response) || typeof response.status !== 'number')
            continue;
        return { status: response.status, text: refusalText(response.data) };
    }
    return undefined;
}
function refusalText(data) {
    let body = data;
    if (typeof data === 'string') {
        try {
            body = JSON.parse(data);
        }
        catch {
            return undefined;
        }
    }
    if (!(0,json/* isObject */.G)(body))
        return undefined;
    const { error, error_description: description } = body;
    if (typeof error === 'string')
        return typeof description === 'string' ? `${error}: ${description}` : error;
    return (0,json/* isObject */.G)(error) && typeof error.message === 'string' ? error.message : undefined;
}
function isNetwork(cause) {
    for (let error = cause; isRecord(error); error = error.cause) {
        if (/^(E[A-Z]+|UND_ERR_\w+)$/.test(String(error.code)) || /fetch failed|socket hang up/.test(String(error.message)))
            return true;
    }
    return false;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}

;// CONCATENATED MODULE: ./lib/src/cloud/auth.js



const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
function tokenSource(options) {
    const { env, mask } = options;
    if (options.workloadIdentityProvider || options.serviceAccount)
        return federated(options);
    const fixed = env.GOOGLE_OAUTH_ACCESS_TOKEN;
    if (fixed)
        return async () => fixed;
    return lazily(mask, async () => {
        const { GoogleAuth } = await __webpack_require__.e(/* import() */ "google-auth-library").then(__webpack_require__.t.bind(__webpack_require__, "google-auth-library/build/src/index.js", 23));
        const keyFile = env.GOOGLE_APPLICATION_CREDENTIALS || env.CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE;
        if (keyFile)
            process.env.GOOGLE_APPLICATION_CREDENTIALS = keyFile;
        return new GoogleAuth({ scopes: [SCOPE], projectId: 'unused' }).getClient();
    });
}
function federated(options) {
    const { env, workloadIdentityProvider: provider, serviceAccount, identityToken } = options;
    if (!provider || !serviceAccount) {
        throw new errors/* ConfigurationError */.j1('workload_identity_provider and service_account belong together; one of them is empty', {
            hint: 'Give both inputs, or neither after a google-github-actions/auth step.',
        });
    }
    if (identityToken === undefined) {
        throw new errors/* ConfigurationError */.j1('This job may not ask GitHub for an identity token', {
            hint: 'Add "permissions: {id-token: write}" to the job. Pull requests from forks never get one.',
        });
    }
    const audience = `//iam.googleapis.com/${provider.replace(/^\/*(iam\.googleapis\.com\/)?/, '')}`;
    return lazily(options.mask, async () => {
        const { IdentityPoolClient } = await __webpack_require__.e(/* import() */ "google-auth-library").then(__webpack_require__.t.bind(__webpack_require__, "google-auth-library/build/src/index.js", 23));
        const client = new IdentityPoolClient({
            type: 'external_account',
            audience,
            subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
            token_url: `${(0,endpoints/* endpointOf */.X)('sts', env)}token`,
            service_account_impersonation_url: `${(0,endpoints/* endpointOf */.X)('iamcredentials', env)}projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`,
            subject_token_supplier: {
                getSubjectToken: async () => {
                    const identity = await identityToken(`https:${audience}`);
                    options.mask(identity);
                    return identity;
                },
            },
        });
        client.scopes = [SCOPE];
        return client;
    });
}
function lazily(mask, create) {
    let client;
    let last;
    let since = 0;
    return async (maxAge = Number.POSITIVE_INFINITY) => {
        if (last !== undefined && Date.now() - since > maxAge)
            client = undefined;
        client ??= create();
        try {
            const { token } = await (await client).getAccessToken();
            if (!token)
                throw new errors/* ToolError */.v4('Google gave no token');
            if (token !== last) {
                mask(token);
                last = token;
                since = Date.now();
            }
            return token;
        }
        catch (cause) {
            client = undefined;
            if (cause instanceof errors/* ToolError */.v4 && cause.hint !== undefined)
                throw cause;
            throw explainSignIn(cause);
        }
    };
}


/***/ }),

/***/ "src/cloud/endpoints.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ endpointOf)
/* harmony export */ });
const ENDPOINTS = {
    cloudidentity: {
        variable: 'GOOGLE_CLOUD_IDENTITY_CUSTOM_ENDPOINT',
        base: 'https://cloudidentity.googleapis.com/v1/',
    },
    cloudresourcemanager: {
        variable: 'GOOGLE_RESOURCE_MANAGER_CUSTOM_ENDPOINT',
        base: 'https://cloudresourcemanager.googleapis.com/v1/',
    },
    compute: { variable: 'GOOGLE_COMPUTE_CUSTOM_ENDPOINT', base: 'https://compute.googleapis.com/compute/v1/' },
    container: { variable: 'GOOGLE_CONTAINER_CUSTOM_ENDPOINT', base: 'https://container.googleapis.com/v1/' },
    iamcredentials: {
        variable: 'GOOGLE_IAM_CREDENTIALS_CUSTOM_ENDPOINT',
        base: 'https://iamcredentials.googleapis.com/v1/',
    },
    iap: { variable: 'GOOGLE_IAP_CUSTOM_ENDPOINT', base: 'https://iap.googleapis.com/v1/' },
    secretmanager: {
        variable: 'GOOGLE_SECRET_MANAGER_CUSTOM_ENDPOINT',
        base: 'https://secretmanager.googleapis.com/v1/',
    },
    serviceusage: { variable: 'GOOGLE_SERVICE_USAGE_CUSTOM_ENDPOINT', base: 'https://serviceusage.googleapis.com/v1/' },
    storage: { variable: 'GOOGLE_STORAGE_CUSTOM_ENDPOINT', base: 'https://storage.googleapis.com/storage/v1/' },
    sts: { variable: 'GOOGLE_STS_CUSTOM_ENDPOINT', base: 'https://sts.googleapis.com/v1/' },
};
function endpointOf(service, env) {
    const { variable, base } = ENDPOINTS[service];
    const chosen = env[variable] || base;
    return chosen.endsWith('/') ? chosen : `${chosen}/`;
}


/***/ }),

/***/ "src/cloud/http.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   Jk: () => (/* binding */ UnreachableError),
/* harmony export */   kY: () => (/* binding */ failureText),
/* harmony export */   ks: () => (/* binding */ doneText),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
/* unused harmony export TIME_LIMIT */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:timers/promises");
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");



class UnreachableError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4 {
}
const TIME_LIMIT = 60_000;
const RETRIES = 4;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;
const PASSING = new Set([408, 429, 500, 502, 503, 504]);
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
async function request(call, options) {
    const { retries = RETRIES } = call;
    const effect = effectOf(call);
    let mayBeDone = false;
    for (let attempt = 0;; attempt += 1) {
        const token = await options.token();
        const answer = await send(call, options, token).catch((cause) => ({ cause }));
        const mayRepeat = attempt < retries && options.signal?.aborted !== true;
        if ('cause' in answer) {
            if (options.signal?.reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4)
                throw options.signal.reason;
            const unsent = isUnsent(answer.cause);
            mayBeDone ||= effect !== 'none' && !unsent;
            if (mayRepeat && (unsent || effect !== 'twice')) {
                await pause(options, attempt);
                continue;
            }
            throw unreachable(call, options, answer.cause, mayBeDone);
        }
        const { status, text } = answer;
        mayBeDone ||= effect !== 'none' && status >= 500;
        if (mayRepeat && mayPass(call, effect, status, text)) {
            await pause(options, attempt, answer.retryAfter);
            continue;
        }
        return { status, ok: answer.ok, text, mayBeDone };
    }
}
function jsonOf(call, { peer }, text) {
    const spoiled = (what, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`${peer} sent an answer that is ${what}`, {
        where: placeOf(call),
        hint: `A proxy or the sign-in page of a network may answer in its place. Check the network of this machine, then run again. ${doneText(effectOf(call) !== 'none')}`,
        cause,
    });
    let document;
    try {
        document = JSON.parse(text);
    }
    catch (cause) {
        throw spoiled('not JSON', cause);
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(document))
        throw spoiled('no JSON object');
    return document;
}
function placeOf({ method, url }) {
    return `${method} ${url.origin}${url.pathname}`;
}
function doneText(mayBeDone) {
    return mayBeDone
        ? 'What this call asked for may be done all the same, because an answer can get lost: the next run reads what is there and goes on from it.'
        : 'Nothing was changed by this call.';
}
function effectOf({ method, effect }) {
    if (effect !== undefined)
        return effect;
    return method === 'GET' ? 'none' : method === 'POST' ? 'twice' : 'same';
}
function mayPass(call, effect, status, text) {
    if (status === 429 || call.isPassing?.(status, text) === true)
        return true;
    return effect !== 'twice' && PASSING.has(status);
}
async function send({ method, url, headers, body }, options, token) {
    const limit = AbortSignal.timeout(TIME_LIMIT);
    const response = await (options.fetch ?? fetch)(url, {
        method,
        headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: options.signal === undefined ? limit : AbortSignal.any([limit, options.signal]),
    });
    const text = await response.text();
    return { status: response.status, ok: response.ok, text, retryAfter: Number(response.headers.get('retry-after')) };
}
async function pause(options, attempt, retryAfter = 0) {
    const backOff = FIRST_PAUSE * 2 ** attempt * (0.5 + Math.random());
    const time = Math.max(backOff, Math.min((retryAfter || 0) * 1000, LONGEST_PAUSE));
    if (options.sleep !== undefined)
        await options.sleep(time);
    else
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(time, undefined, options.signal ? { signal: options.signal } : {}).catch(() => { });
}
function isUnsent(cause) {
    const { code } = innermost(cause);
    return typeof code === 'string' && UNSENT.has(code);
}
function failureText(error) {
    const inner = innermost(error);
    if (inner.name === 'TimeoutError')
        return `no whole answer within ${TIME_LIMIT / 1000} s`;
    return String(inner.message || inner.code || (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error));
}
function innermost(error) {
    if (typeof error !== 'object' || error === null)
        return new Error(String(error));
    const { cause } = error;
    return cause === undefined ? error : innermost(cause);
}
function unreachable(call, options, cause, mayBeDone) {
    return new UnreachableError(`${options.peer} cannot be reached (${failureText(cause)})`, {
        where: placeOf(call),
        hint: `${options.hint} ${doneText(mayBeDone)}`,
        cause,
    });
}


/***/ }),

/***/ "src/cloud/project.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iU: () => (/* binding */ getBackendService),
/* harmony export */   j0: () => (/* binding */ projectNumber),
/* harmony export */   o6: () => (/* binding */ stateExists)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");

async function projectNumber(google, project) {
    const found = await google.get({
        service: 'cloudresourcemanager',
        path: `projects/${encodeURIComponent(project)}`,
    });
    if (!found?.projectNumber) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`The project "${project}" does not exist, or this identity may not see it`, {
            where: 'jupyterhub.yaml: project',
            hint: 'Check the project id (not its name or number), and that the identity holds roles/browser on it.',
        });
    }
    return found.projectNumber;
}
async function stateExists(google, bucket, prefix) {
    const name = encodeURIComponent(`${prefix}/default.tfstate`);
    const object = await google.get({ service: 'storage', path: `b/${bucket}/o/${name}` });
    if (object)
        return true;
    const exists = await google.get({ service: 'storage', path: `b/${bucket}/o`, query: { maxResults: '1' } });
    if (exists)
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`The state bucket "${bucket}" does not exist`, {
        where: 'jupyterhub.yaml: state.bucket',
        hint: `Create it once: gcloud storage buckets create gs://${bucket} --uniform-bucket-level-access --public-access-prevention`,
    });
}
async function getBackendService(google, project, name) {
    const found = await google.get({
        service: 'compute',
        path: `projects/${project}/global/backendServices/${encodeURIComponent(name)}`,
    });
    if (!found)
        return undefined;
    return {
        id: String(found.id),
        name: found.name,
        iapEnabled: found.iap?.enabled === true,
        oauthClientId: found.iap?.oauth2ClientId || undefined,
        service: serviceOf(found.description),
    };
}
function serviceOf(description) {
    try {
        const noted = JSON.parse(description ?? '')['kubernetes.io/service-name'];
        return typeof noted === 'string' ? noted : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ "src/cloud/rest.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GoogleApiError: () => (/* reexport */ GoogleApiError),
  GoogleClient: () => (/* binding */ GoogleClient)
});

// EXTERNAL MODULE: ./lib/src/cloud/endpoints.js
var endpoints = __webpack_require__("src/cloud/endpoints.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/cloud/http.js
var http = __webpack_require__("src/cloud/http.js");
;// CONCATENATED MODULE: ./lib/src/cloud/google-error.js



class GoogleApiError extends errors/* ToolError */.v4 {
    status;
    reason;
    constructor(message, details) {
        super(message, { where: details.where, ...(details.hint === undefined ? {} : { hint: details.hint }) });
        this.status = details.status;
        this.reason = details.reason;
    }
}
function explainRefusal({ service, where, status, text, mayBeDone }) {
    const error = parseError(text);
    const info = error?.details?.find((detail) => detail['@type']?.endsWith('ErrorInfo'));
    const reason = info?.reason ?? error?.errors?.[0]?.reason ?? error?.status;
    const message = error?.message ?? bareMessage(service, status);
    if (reason === 'SERVICE_DISABLED' || reason === 'accessNotConfigured') {
        const api = info?.metadata?.service ?? `${service}.googleapis.com`;
        return new GoogleApiError(`The API ${api} is not enabled in this project`, {
            status,
            reason: 'SERVICE_DISABLED',
            where,
            hint: `Run "gcloud services enable ${api}" once, or let "apply" enable it, and wait a minute.`,
        });
    }
    if (status === 401) {
        return new GoogleApiError(`Google does not accept the credentials (${message})`, {
            status,
            reason,
            where,
            hint: 'Sign in again: the token has expired, or workload_identity_provider and service_account do not fit this workflow.',
        });
    }
    if (status === 403) {
        return new GoogleApiError(`A permission is missing: ${message}`, {
            status,
            reason,
            where,
            hint: 'Grant the role that SETUP.md lists for this identity, then run again; a new grant takes a minute or two.',
        });
    }
    const passing = `Run again in some minutes. ${(0,http/* doneText */.ks)(mayBeDone)}`;
    const hint = status === 429 || status >= 500 ? passing : (HINTS[status] ?? OTHER_HINT);
    return new GoogleApiError(message, { status, reason, where, hint });
}
const OTHER_HINT = 'The message names the cause. Where nothing of it is in your files, run again; if it stays, report it with this message.';
const HINTS = {
    400: 'Google takes a value of this call for invalid. Correct what the message names, in jupyterhub.yaml or in a users file, then run again.',
    404: 'Check the project and the names in jupyterhub.yaml, and whether somebody deleted it. "apply" makes what is missing of a hub.',
    409: 'It exists already, or somebody else works on it at this moment. Wait until other runs and operations have ended, then run again.',
    412: 'Somebody changed it since this run read it. Run again: the next run reads what is there now.',
};
function bareMessage(service, status) {
    const host = `${service}.googleapis.com`;
    if (status === 429)
        return `${host} takes no more calls now (HTTP 429)`;
    return status >= 500 ? `${host} cannot answer now (HTTP ${status})` : `${host} refuses the call (HTTP ${status})`;
}
function isAborted(status, text) {
    return status === 409 && parseError(text)?.status === 'ABORTED';
}
function parseError(text) {
    let body;
    try {
        body = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const first = Array.isArray(body) ? body[0] : body;
    const error = (0,json/* isObject */.G)(first) ? first.error : undefined;
    if (typeof error === 'string')
        return { message: textOf(first.error_description) ?? error };
    if (!(0,json/* isObject */.G)(error))
        return undefined;
    const objects = (list) => (Array.isArray(list) ? list.filter(json/* isObject */.G) : []);
    const [message, status] = [textOf(error.message), textOf(error.status)];
    return {
        ...(message === undefined ? {} : { message }),
        ...(status === undefined ? {} : { status }),
        errors: objects(error.errors),
        details: objects(error.details),
    };
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/src/cloud/rest.js




const HINT = 'Check the network of this machine (proxy, firewall, DNS), then run again.';
class GoogleClient {
    #options;
    constructor(options) {
        this.#options = options;
    }
    async get(request) {
        try {
            return await this.call(request);
        }
        catch (error) {
            if (error instanceof GoogleApiError && error.status === 404)
                return undefined;
            throw error;
        }
    }
    async content(bucket, object) {
        const path = `b/${bucket}/o/${encodeURIComponent(object)}`;
        const url = this.#urlOf({ service: 'storage', path, query: { alt: 'media' } });
        try {
            return (await this.send('storage', { method: 'GET', url })).text;
        }
        catch (error) {
            if (error instanceof GoogleApiError && error.status === 404)
                return undefined;
            throw error;
        }
    }
    async call(request) {
        const { service, method = 'GET', body, effect, retries } = request;
        const call = {
            method,
            url: this.#urlOf(request),
            body,
            effect,
            retries,
            ...(request.retryAborted ? { isPassing: isAborted } : {}),
        };
        const { status, text } = await this.send(service, call);
        return status === 204 ? undefined : (0,http/* jsonOf */.o_)(call, { peer: call.url.host }, text);
    }
    async send(service, call) {
        const { token, fetch, sleep } = this.#options;
        const answer = await (0,http/* request */.Em)(call, {
            token,
            peer: call.url.host,
            hint: HINT,
            ...(fetch === undefined ? {} : { fetch }),
            ...(sleep === undefined ? {} : { sleep }),
        });
        if (answer.ok)
            return answer;
        const where = `${call.method} ${call.url.host}${call.url.pathname}`;
        throw explainRefusal({ service, where, ...answer });
    }
    #urlOf({ service, upload, path, query = {} }) {
        const base = (0,endpoints/* endpointOf */.X)(service, this.#options.env);
        const url = new URL((upload ? base.replace(/storage\/v1\/$/, 'upload/storage/v1/') : base) + path);
        for (const [key, value] of Object.entries(query))
            url.searchParams.set(key, value);
        return url;
    }
}


/***/ }),

/***/ "src/report/summary.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bY: () => (/* binding */ doneSummary),
/* harmony export */   jg: () => (/* binding */ failureSummary)
/* harmony export */ });
/* unused harmony export durationText */
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/markdown.js");
/* harmony import */ var _plan_comment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/plan-comment.js");
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/table.js");
/* harmony import */ var _text_run_note_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/text/run-note.js");
/* harmony import */ var _text_verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/report/text/verdict.js");






const SIGNS = { good: '✅', bad: '❌', unknown: '❔' };
function doneSummary(report) {
    const { write } = report;
    const { changes } = report.changeSet;
    const time = report.seconds === undefined ? '' : ` in ${durationText(report.seconds)}`;
    const title = `### JupyterHub ${write.code(report.hub)} · ${report.command} done${time}`;
    const nothing = '**Nothing to do: platform, hub and people were as the files say.**';
    return join([
        title,
        changes.length === 0 ? nothing : `**${doneSentence(report, write)}**`,
        !report.hubUrl || (0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_2__/* .safeUrl */ .Pl)(report.hubUrl) === '#' ? '' : `Enter at <${(0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_2__/* .safeUrl */ .Pl)(report.hubUrl)}>`,
        changes.length === 0 ? '' : (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .areaTable */ .qm)(changes, write),
        stepLine(report.completedSteps, write),
        noteList(report.notes?.map(_text_run_note_js__WEBPACK_IMPORTED_MODULE_4__/* .runNoteText */ .D), write),
        retainedTable(report, write),
        ...changeDetails(report.changeSet, write),
        (0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_2__/* .warningDetails */ .Zd)(report.warnings ?? [], write),
    ]);
}
function failureSummary(report) {
    const { write } = report;
    const at = report.step === undefined ? '' : ` at "${write.prose(report.step)}"`;
    const place = report.where === undefined ? '' : ` (${write.code(report.where)})`;
    const rows = (report.evidence ?? []).map(({ when, from, what }) => [
        write.prose(when),
        write.code(from),
        write.prose(what),
    ]);
    return join([
        `### JupyterHub ${write.code(report.hub)} · ${write.prose(report.command)} failed${at}`,
        `**${write.prose(sentence(report.message))}**`,
        stepLine(report.completedSteps, write),
        report.hint === undefined && place === ''
            ? ''
            : `What to do:${report.hint === undefined ? ' see the place of the cause' : ` ${write.prose(report.hint)}`}${place}`,
        noteList(report.findings, write),
        rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)('Evidence', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['when', 'from', 'what'], rows)),
        report.log ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)('Last lines', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(write.plain(report.log))) : '',
    ]);
}
function durationText(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
function doneSentence(report, write) {
    const { changes } = report.changeSet;
    if (report.command !== 'destroy')
        return (0,_text_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .verdict */ .W)(changes, write);
    const retained = report.retained?.length ?? 0;
    const gone = `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)((0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .countActions */ .Bd)(changes, 'delete'), 'thing')} removed.`;
    return `${gone} ${retained === 0 ? 'Nothing is kept.' : `${retained} kept, listed below.`}`;
}
const TABLES = {
    settings: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsTable */ .uG,
    people: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .peopleTable */ .el,
    platform: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .terraformTable */ .xM,
    hub: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .hubDiff */ .Vt,
    homes: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .homesTable */ .nT,
};
function changeDetails({ changes }, write) {
    return _table_js__WEBPACK_IMPORTED_MODULE_3__/* .AREAS */ .xS.map((area) => {
        const ours = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .changesIn */ .N0)(area, changes);
        if (ours.length === 0)
            return '';
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`${area.emoji} ${area.title} ${(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .signedCounts */ .L3)(ours)}`, TABLES[area.name](ours, write));
    });
}
function stepLine(completedSteps, write) {
    if (!completedSteps || completedSteps.length === 0)
        return '';
    return `State now: ${completedSteps.map(({ what, state }) => `${write.prose(what)} ${SIGNS[state]}`).join(' · ')}`;
}
function noteList(notes, write) {
    return (notes ?? []).map((note) => `- ${write.prose(note)}`).join('\n');
}
function retainedTable(report, write) {
    if (!report.retained || report.retained.length === 0)
        return '';
    const rows = report.retained.map(({ what, where }) => [write.prose(what), write.code(where)]);
    return `Kept:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['what', 'where'], rows)}`;
}
function sentence(message) {
    return /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
}
function join(parts) {
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}


/***/ }),

/***/ "src/stages/session/session.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withSession: () => (/* binding */ withSession)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
// EXTERNAL MODULE: ./lib/src/cloud/auth.js + 1 modules
var auth = __webpack_require__("src/cloud/auth.js");
// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__("src/cloud/project.js");
// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var src_errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__("src/report/findings.js");
// EXTERNAL MODULE: ./lib/src/report/summary.js
var report_summary = __webpack_require__("src/report/summary.js");
// EXTERNAL MODULE: ./lib/src/system/disk-error.js
var disk_error = __webpack_require__("src/system/disk-error.js");
// EXTERNAL MODULE: ./lib/src/system/environment.js
var environment = __webpack_require__("src/system/environment.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: ./lib/src/system/temp-folder.js





const PREFIX = 'jupyterhub-gke';
const NAME = new RegExp(`^${PREFIX}-(\\d+)-([0-9a-f]{8})-\\w{6}$`);
const own = new Set();
async function makeTempFolder(parent) {
    sweep(parent);
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, `${PREFIX}-${process.pid}-${machine()}-`));
    own.add(path);
    return {
        path,
        remove: () => {
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            own.delete(path);
        },
    };
}
function sweep(parent) {
    const here = machine();
    for (const name of namesIn(parent)) {
        const [, pid, of] = NAME.exec(name) ?? [];
        const path = (0,external_node_path_.join)(parent, name);
        if (pid === undefined || of !== here || own.has(path) || !isOurs(path) || isRunning(Number(pid)))
            continue;
        try {
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        }
        catch {
        }
    }
}
function namesIn(parent) {
    try {
        return (0,external_node_fs_.readdirSync)(parent);
    }
    catch {
        return [];
    }
}
function isOurs(path) {
    try {
        const { uid, mode } = (0,external_node_fs_.lstatSync)(path);
        return (mode & 0o170000) === 0o040000 && (process.getuid === undefined || uid === process.getuid());
    }
    catch {
        return false;
    }
}
function isRunning(pid) {
    if (pid === process.pid)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}
function machine() {
    let namespace = '';
    try {
        namespace = (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
    }
    return (0,external_node_crypto_.createHash)('sha256').update(`${(0,external_node_os_.hostname)()} ${namespace}`).digest('hex').slice(0, 8);
}

// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 5 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/writes.js


const NOTHING = /(^|[.;]\s*)Nothing was (?:written|changed)(?! by this call)(?: by this run)?(?:,[^.]*)?(?:\.\s*|$)/;
function withWrites(error, writes) {
    if (writes.length === 0 || !(error instanceof src_errors/* ToolError */.v4))
        return error;
    const done = `Before this, the run had done: ${(0,config_text/* joinWithAnd */.Ol)([...new Set(writes)])}. The next run goes on from there.`;
    const hint = (error.hint ?? '').replace(NOTHING, '$1').trim();
    if (NOTHING.test(error.message))
        error.message = error.message.replace(NOTHING, '$1').trim().replace(/[.;]$/, '');
    return Object.assign(error, { hint: hint === '' ? done : `${hint} ${done}` });
}

;// CONCATENATED MODULE: ./lib/src/stages/session/session.js












const INSTALLS = new Set(['plan', 'apply']);
const CHILD_TOKEN_AGE = 10 * 60_000;
async function withSession(context, command, work, withPeople = true) {
    const input = await (0,read/* readInput */.R5)(context, withPeople, INSTALLS.has(command) ? context.env : undefined);
    const parent = context.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const { path: tempDir, remove } = await makeTempFolder(parent).catch((cause) => {
        throw new src_errors/* ToolError */.v4(`No folder for the files of this run can be made in ${parent} (${(0,src_errors/* errorMessage */.gJ)(cause)})`, {
            where: parent,
            hint: 'Free some space there, make it writable, or name another folder in RUNNER_TEMP (in a terminal TMPDIR), then run again. Nothing was changed.',
            cause,
        });
    });
    process.once('exit', remove);
    let current = 'sign in';
    const completedSteps = [];
    const writes = [];
    try {
        const token = (0,auth/* tokenSource */.Z)({ ...context.credentials, env: context.env, mask: context.mask });
        const google = new rest.GoogleClient({ token, env: context.env });
        const signedIn = (0,project/* projectNumber */.j0)(google, input.config.project).catch((error) => {
            current = 'sign in';
            throw error;
        });
        signedIn.catch(() => { });
        return await work({
            context,
            config: input.config,
            principals: input.principals,
            input,
            token,
            google,
            projectNumber: () => signedIn,
            tempDir,
            childEnv: async () => ({
                ...(0,environment/* childEnvironment */.Q)(context.env, input.config.secrets),
                GOOGLE_OAUTH_ACCESS_TOKEN: await token(CHILD_TOKEN_AGE),
            }),
            step: (name) => {
                context.signal.throwIfAborted();
                current = name;
                context.group(name);
            },
            wrote: (what) => void writes.push(what),
            completedSteps,
        });
    }
    catch (failure) {
        const error = withWrites((0,disk_error/* explainDisk */.P)(failure), writes);
        const summary = (0,report_summary/* failureSummary */.jg)({
            hub: input.config.name,
            command,
            step: current,
            ...cause(error),
            completedSteps,
            write: context.write,
        });
        await context.summarize(summary);
        throw error;
    }
    finally {
        remove();
        process.removeListener('exit', remove);
    }
}
function cause(error) {
    if (error instanceof read/* InputError */.dz) {
        const [message = ''] = (0,src_errors/* errorMessage */.gJ)(error).split('\n');
        const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
        return { message, hint: 'Correct the lines named here.', findings: errors.slice(0, 20).map(findings/* findingLine */.mC) };
    }
    const { where, hint, log } = error instanceof src_errors/* ToolError */.v4 ? error : {};
    return { message: (0,src_errors/* errorMessage */.gJ)(error), where, hint, log };
}


/***/ })

};
;