"use strict";
exports.id = "cloud";
exports.ids = ["cloud"];
exports.modules = {

/***/ "src/cloud/clusters.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dB: () => (/* binding */ getCluster),
  Hg: () => (/* binding */ getOfferedVersions),
  KT: () => (/* binding */ listRunningOperations)
});

// UNUSED EXPORTS: clusterPath

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
;// CONCATENATED MODULE: ./lib/src/cloud/container.js

const ONCE = { retry: null };
const managers = new WeakMap();
async function askGke(google, ask) {
    const known = managers.get(google) ?? createManager(google);
    managers.set(google, known);
    try {
        const [answer] = await ask(await known, ONCE);
        return answer;
    }
    catch (error) {
        throw error instanceof Error && error.cause instanceof errors/* ToolError */.v4 ? error.cause : error;
    }
}
async function createManager(google) {
    const { ClusterManagerClient } = await Promise.all(/* import() */[__webpack_require__.e("google-auth-library"), __webpack_require__.e("google-cloud-container")]).then(__webpack_require__.bind(__webpack_require__, "@google-cloud/container/build/src/v1/cluster_manager_client.js"));
    return new ClusterManagerClient({
        fallback: true,
        authClient: transportOf(google),
    });
}
function transportOf(google) {
    const transport = {
        getRequestHeaders: async () => new Headers(),
        fetch: async (address, { method }) => {
            const { pathname, searchParams } = new URL(address);
            const path = pathname.replace(/^\/v1\//, '');
            const query = Object.fromEntries(searchParams);
            return Response.json(await google.call({ service: 'container', method, path, query }));
        },
    };
    return transport;
}

// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
;// CONCATENATED MODULE: ./lib/src/cloud/clusters.js



function clusterPath({ project, location, name }) {
    return `projects/${project}/locations/${location}/clusters/${name}`;
}
async function getCluster(google, id) {
    const name = clusterPath(id);
    try {
        const cluster = await askGke(google, (gke, once) => gke.getCluster({ name }, once));
        return {
            name: cluster.name || id.name,
            status: String(cluster.status),
            dnsEndpoint: cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig?.endpoint || undefined,
            autopilot: cluster.autopilot?.enabled === true,
            version: cluster.currentMasterVersion ?? '',
            channel: channelOf(cluster.releaseChannel?.channel),
            nodePools: (cluster.nodePools ?? []).map((pool) => ({ name: pool.name ?? '', version: pool.version ?? '' })),
        };
    }
    catch (error) {
        if (!(error instanceof rest/* GoogleApiError */.G))
            throw error;
        if (error.status === 404 || error.reason === 'SERVICE_DISABLED')
            return undefined;
        if (error.status !== 403)
            throw error;
        throw new errors/* ToolError */.v4(`The cluster may not be read: ${error.message}`, {
            where: name,
            hint: 'Grant roles/container.clusterViewer (plan) or roles/container.admin (apply) to this identity.',
            cause: error,
        });
    }
}
async function listRunningOperations(google, id) {
    const parent = `projects/${id.project}/locations/${id.location}`;
    const { operations } = await askGke(google, (gke, once) => gke.listOperations({ parent }, once));
    const ofCluster = new RegExp(`/clusters/${id.name}(/|$)`);
    return (operations ?? [])
        .filter(({ status, targetLink }) => String(status) !== 'DONE' && ofCluster.test(targetLink ?? ''))
        .map((operation) => ({ type: String(operation.operationType), started: operation.startTime ?? '' }))
        .sort((a, b) => a.started.localeCompare(b.started));
}
async function getOfferedVersions(google, { project, location }, channel) {
    const name = `projects/${project}/locations/${location}`;
    const { channels } = await askGke(google, (gke, once) => gke.getServerConfig({ name }, once));
    const offered = channels?.find((one) => String(one.channel) === channel);
    return offered?.defaultVersion ? { initial: offered.defaultVersion, all: offered.validVersions ?? [] } : undefined;
}
function channelOf(channel) {
    return channel === undefined || channel === null || channel === 'UNSPECIFIED' ? undefined : String(channel);
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
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   Jk: () => (/* binding */ UnreachableError),
/* harmony export */   kY: () => (/* binding */ failureText),
/* harmony export */   ks: () => (/* binding */ doneText),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
/* unused harmony exports TIME_LIMIT, placeOf */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:timers/promises");
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");


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
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`${peer} sent an answer that is not JSON`, {
            where: placeOf(call),
            hint: `A proxy or the sign-in page of a network may answer in its place. Check the network of this machine, then run again. ${doneText(effectOf(call) !== 'none')}`,
            cause,
        });
    }
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

/***/ "src/cloud/kubernetes.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rP: () => (/* binding */ Kubernetes),
  dK: () => (/* reexport */ KubernetesError)
});

// UNUSED EXPORTS: objectPath

// EXTERNAL MODULE: ./lib/src/cloud/http.js
var http = __webpack_require__("src/cloud/http.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
;// CONCATENATED MODULE: ./lib/src/cloud/kube-errors.js


class KubernetesError extends errors/* ToolError */.v4 {
    status;
    reason;
    constructor(message, details) {
        super(message, { where: details.where, ...(details.hint === undefined ? {} : { hint: details.hint }) });
        this.status = details.status;
        this.reason = details.reason;
    }
}
const HINTS = {
    401: 'Sign in again: the token has expired, or this cluster does not know its owner.',
    403: 'Grant roles/container.admin (apply), or what SETUP.md lists for this identity; a new grant takes a minute or two. The rights of plan and sync in the cluster come with the last apply: run it again.',
    409: 'Somebody else wrote at the same moment. Run again.',
    429: 'The cluster has too many requests. Run again in some minutes.',
};
function explainStatus({ status, text, mayBeDone }, where) {
    const body = statusOf(text);
    const message = body?.message ?? `HTTP ${status}`;
    const hint = status >= 500 ? `The API server is unwell. Run again in some minutes. ${(0,http/* doneText */.ks)(mayBeDone)}` : HINTS[status];
    return new KubernetesError(plainText(status, message), {
        status,
        reason: body?.reason,
        where,
        ...(hint === undefined ? {} : { hint }),
    });
}
function plainText(status, message) {
    if (status === 401)
        return `The cluster does not accept the credentials (${message})`;
    return status === 403 ? `A permission in the cluster is missing: ${message}` : message;
}
function statusOf(text) {
    try {
        const status = JSON.parse(text);
        return status.kind === 'Status' ? status : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/cloud/kube-objects.js

function objectPath(ref) {
    const group = ref.apiVersion.includes('/') ? `apis/${ref.apiVersion}` : `api/${ref.apiVersion}`;
    const kind = ref.kind.toLowerCase();
    const plural = kind.endsWith('s') ? `${kind}es` : kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
    const parts = ref.namespace === undefined ? [] : ['namespaces', ref.namespace];
    const path = [...parts, plural, ...(ref.name === undefined ? [] : [ref.name])];
    if (path.some((part) => part === '' || part === '.' || part === '..')) {
        throw new errors/* ToolError */.v4(`"${path.join('/')}" cannot be the name of a Kubernetes object`);
    }
    return `/${group}/${path.map(encodeURIComponent).join('/')}`;
}
function refOf(object) {
    const { name, namespace } = object.metadata;
    return { apiVersion: object.apiVersion, kind: object.kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

;// CONCATENATED MODULE: ./lib/src/cloud/kubernetes.js





const HINT = 'Check that the cluster is RUNNING with its DNS endpoint on, and the network of this machine (proxy, firewall), then run again.';
class Kubernetes {
    #options;
    constructor(options) {
        this.#options = options;
    }
    withoutSignal() {
        const { signal: _, ...options } = this.#options;
        return new Kubernetes(options);
    }
    async get(ref) {
        return absent(this.#call({ method: 'GET', path: objectPath(ref) }));
    }
    async list(ref, query = {}) {
        const text = new URLSearchParams(query).toString();
        const path = `${objectPath(ref)}${text === '' ? '' : `?${text}`}`;
        const found = await absent(this.#call({ method: 'GET', path }));
        return (found?.items ?? []).map((item) => ({ apiVersion: ref.apiVersion, kind: ref.kind, ...item }));
    }
    async apply(object) {
        const path = `${objectPath(refOf(object))}?fieldManager=jupyterhub-gke&force=true`;
        return this.#call({ method: 'PATCH', path, body: object, type: 'application/apply-patch+yaml' });
    }
    async create(object) {
        const { name: _, ...ref } = refOf(object);
        return this.#call({ method: 'POST', path: objectPath(ref), body: object });
    }
    async replace(object) {
        return this.#call({ method: 'PUT', path: objectPath(refOf(object)), body: object });
    }
    async patch(ref, change) {
        return this.#call({ method: 'PATCH', path: objectPath(ref), body: change, type: 'application/merge-patch+json' });
    }
    async delete(ref) {
        const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' };
        return (await absent(this.#call({ method: 'DELETE', path: objectPath(ref), body }))) !== undefined;
    }
    async #call({ method, path, body, type }) {
        const { endpoint, ...options } = this.#options;
        const url = new URL(path, `https://${endpoint.replace(/^https:\/\//, '')}/`);
        const peer = `The cluster at ${url.host}`;
        const call = { method, url, body, ...(type === undefined ? {} : { headers: { 'content-type': type } }) };
        const answer = await (0,http/* request */.Em)(call, { ...options, peer, hint: HINT });
        if (answer.ok)
            return (0,http/* jsonOf */.o_)(call, { peer }, answer.text);
        throw explainStatus(answer, `${method} ${url.host}${url.pathname}`);
    }
}
async function absent(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof KubernetesError && error.status === 404)
            return undefined;
        throw error;
    }
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


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* reexport */ GoogleApiError),
  L: () => (/* binding */ GoogleClient)
});

// EXTERNAL MODULE: ./lib/src/cloud/endpoints.js
var endpoints = __webpack_require__("src/cloud/endpoints.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
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
    const message = error?.message ?? `HTTP ${status}`;
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
    const hint = status === 429 || status >= 500 ? `Run again in some minutes. ${(0,http/* doneText */.ks)(mayBeDone)}` : undefined;
    return new GoogleApiError(message, { status, reason, where, ...(hint === undefined ? {} : { hint }) });
}
function isAborted(status, text) {
    return status === 409 && parseError(text)?.status === 'ABORTED';
}
function parseError(text) {
    try {
        const body = JSON.parse(text);
        return (Array.isArray(body) ? body[0] : body)?.error;
    }
    catch {
        return undefined;
    }
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

/***/ "src/helm/diff/manifests.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PX: () => (/* binding */ readManifests),
/* harmony export */   X8: () => (/* binding */ hideValues),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   iZ: () => (/* binding */ objectsOf),
/* harmony export */   jh: () => (/* binding */ parseInTurns),
/* harmony export */   rB: () => (/* binding */ SECRET_KEY),
/* harmony export */   s0: () => (/* binding */ hideSecrets),
/* harmony export */   sW: () => (/* binding */ rawInTurns),
/* harmony export */   uP: () => (/* binding */ writeManifests),
/* harmony export */   xQ: () => (/* binding */ rawManifests)
/* harmony export */ });
/* unused harmony export parseManifests */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:timers/promises");
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("yaml/dist/index.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/errors.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/json.js");





const SECRET_KEY = /passw|secret|token|credential|private|api[-_]?key|cookie|^keys?$/i;
const SEPARATOR = '\n---\n';
function parseManifests(text) {
    return manifestsOf(objectsOf(text));
}
async function parseInTurns(text) {
    return hideSecrets(await rawInTurns(text));
}
async function rawInTurns(text) {
    const objects = [];
    for (const document of text.split(/^(?=---(?:\s|$))/m)) {
        objects.push(...objectsOf(document));
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
    }
    return rawManifests(objects);
}
function hideSecrets(manifests) {
    return inOrder(manifests.map((manifest) => ({ ...manifest, object: withoutSecrets(manifest) })));
}
function objectsOf(text) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .parseAllDocuments */ .hR)(text).map((document) => {
        if ('errors' in document && document.errors.length > 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4(`helm rendered text that is not YAML: ${document.errors[0]?.message ?? ''}`, {
                where: 'helm template',
                hint: 'Correct the value of hub.values that breaks the rendered text, or use another version of the chart.',
            });
        }
        return document.toJS({ maxAliasCount: 1000 });
    });
}
function readManifests(text) {
    let objects;
    try {
        objects = text.split(SEPARATOR).map((document) => JSON.parse(document));
    }
    catch {
        return parseManifests(text);
    }
    return manifestsOf(objects);
}
function manifestsOf(objects) {
    return hideSecrets(rawManifests(objects));
}
function rawManifests(objects) {
    return objects.flatMap((object) => {
        if (object === null || object === undefined)
            return [];
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(object))
            throw unreadable('a text that is no object');
        const { apiVersion, kind, metadata, items } = object;
        if (typeof kind === 'string' && /List$/.test(kind) && Array.isArray(items))
            return rawManifests(items);
        const { name, namespace } = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(metadata) ? metadata : {};
        if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof name !== 'string' || name === '') {
            throw unreadable(`an object${typeof kind === 'string' ? ` of the kind ${JSON.stringify(kind)}` : ''} without a name`);
        }
        const isPlaced = typeof namespace === 'string' && namespace !== '';
        return [{ apiVersion, kind, name, ...(isPlaced ? { namespace } : {}), object }];
    });
}
function unreadable(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4(`The chart renders ${what}, which no plan can show`, {
        where: 'helm template',
        hint: 'Use a chart in which every object has apiVersion, kind and metadata.name.',
    });
}
function inOrder(manifests) {
    const key = ({ kind, name, namespace = '', apiVersion }) => [kind, name, namespace, apiVersion].join('/');
    return [...manifests].sort((a, b) => compare(key(a), key(b)));
}
function writeManifests(manifests) {
    return manifests.map(({ object }) => JSON.stringify(object)).join(SEPARATOR);
}
function withoutSecrets({ kind, object }) {
    if (kind === 'Secret') {
        const keys = [object.data, object.stringData].flatMap((data) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(data) ? Object.keys(data) : []));
        const { data: _, stringData: __, ...rest } = object;
        return { ...rest, keys: Array.isArray(object.keys) && keys.length === 0 ? object.keys : keys.sort() };
    }
    if (kind === 'ConfigMap' && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(object.data)) {
        const data = Object.entries(object.data).map(([key, value]) => [key, digestIfLong(value)]);
        return { ...object, data: Object.fromEntries(data) };
    }
    return hideVariables(object);
}
function digestIfLong(value) {
    if (typeof value !== 'string' || value.length <= 200)
        return value;
    return sha256Of(value);
}
function sha256Of(text) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex')}`;
}
function hideVariables(value) {
    if (Array.isArray(value))
        return value.map(hideVariables);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(value))
        return value;
    const isSecretVariable = typeof value.name === 'string' && SECRET_KEY.test(value.name) && typeof value.value === 'string';
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
        key,
        isSecretVariable && key === 'value' ? '(hidden)' : hideVariables(inner),
    ]));
}
function hideValues(value, isSecret = false, section = '') {
    if (Array.isArray(value))
        return value.map((inner) => hideValues(inner, isSecret));
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(value)) {
        const isVariable = typeof value.name === 'string' && SECRET_KEY.test(value.name);
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
            if (key === 'secretKeyRef' && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(inner))
                return [key, inner];
            const isHidden = isSecret || SECRET_KEY.test(key) || (isVariable && key === 'value');
            const shown = hideValues(inner, isHidden, key);
            const isCode = section === 'extraConfig' && !isSecret && shown === '(hidden)';
            return [key, isCode ? `(hidden) ${sha256Of(String(inner))}` : shown];
        }));
    }
    const isSymbol = typeof value === 'string' && /^\$\{secret:[^}]*\}$/.test(value);
    return typeof value === 'string' && value !== '' && !isSymbol && isSecret ? '(hidden)' : value;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ "src/helm/release/record.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KA: () => (/* binding */ readDeployedState),
/* harmony export */   L6: () => (/* binding */ readDeploymentRecord),
/* harmony export */   N6: () => (/* binding */ namespaceOf),
/* harmony export */   sn: () => (/* binding */ deploymentRecordObject)
/* harmony export */ });
/* unused harmony export parseDeploymentRecord */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:zlib");
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");
/* harmony import */ var _diff_manifests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/diff/manifests.js");



const PLAIN_LIMIT = 900 * 1024;
const LARGE = ['values.json', 'manifests.yaml'];
function namespaceOf(hub) {
    return `jupyterhub-${hub}`;
}
async function readDeploymentRecord(kubernetes, hub) {
    const found = await readRecord(kubernetes, hub);
    return found === undefined ? undefined : parseDeploymentRecord(found);
}
async function readDeployedState(kubernetes, hub) {
    const found = await readRecord(kubernetes, hub);
    return found === undefined ? undefined : stateOf(found);
}
function readRecord(kubernetes, hub) {
    return kubernetes.get({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        namespace: namespaceOf(hub),
        name: `${hub}-deployed`,
    });
}
function stateOf(object) {
    const { state, inputs = '', address = '' } = (object.data ?? {});
    return { state: state === 'deployed' ? 'deployed' : 'applying', inputs, address };
}
function deploymentRecordObject(hub, deployed) {
    const large = {
        'values.json': JSON.stringify(deployed.values),
        'manifests.yaml': (0,_diff_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .writeManifests */ .uP)(deployed.manifests),
    };
    const size = LARGE.reduce((sum, key) => sum + Buffer.byteLength(large[key]), 0);
    const packed = Object.entries(large).map(([key, text]) => [`${key}.gz`, (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(text).toString('base64')]);
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `${hub}-deployed`, namespace: namespaceOf(hub), labels: { 'jupyterhub-gke/hub': hub } },
        data: {
            state: deployed.state,
            inputs: deployed.inputs,
            address: deployed.address,
            chart: JSON.stringify(deployed.chart),
            revision: String(deployed.revision),
            ...(size > PLAIN_LIMIT ? {} : large),
        },
        ...(size > PLAIN_LIMIT ? { binaryData: Object.fromEntries(packed) } : {}),
    };
}
function parseDeploymentRecord(object) {
    const data = (object.data ?? {});
    const binary = (object.binaryData ?? {});
    const text = (key) => {
        const packed = binary[`${key}.gz`];
        if (packed === undefined)
            return data[key] ?? '';
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(packed, 'base64'), { maxOutputLength: 64 * 2 ** 20 }).toString('utf8');
    };
    try {
        const chart = JSON.parse(data.chart ?? '');
        const values = JSON.parse(text('values.json'));
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(values))
            return undefined;
        const { uid } = object.metadata;
        return {
            ...stateOf(object),
            ...(uid === undefined ? {} : { uid }),
            chart: { version: String(chart.version), repository: String(chart.repository), digest: String(chart.digest) },
            revision: Number(data.revision) || 0,
            values,
            manifests: (0,_diff_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifests */ .PX)(text('manifests.yaml')),
        };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ "src/stages/session/backend-service.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ audienceOf),
/* harmony export */   g: () => (/* binding */ findBackend)
/* harmony export */ });
/* harmony import */ var _cloud_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/project.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");


async function findBackend(query) {
    const { kubernetes, google, project, namespace } = query;
    const ingress = await kubernetes.get({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        namespace,
        name: 'jupyterhub',
    });
    const names = backendNames(ingress);
    const found = await Promise.all(names.map((name) => (0,_cloud_project_js__WEBPACK_IMPORTED_MODULE_0__/* .getBackendService */ .iU)(google, project, name)));
    const present = found.filter((backend) => backend !== undefined);
    const proxy = present.find(({ service }) => service === `${namespace}/proxy-public`);
    if (proxy)
        return proxy;
    const guarded = present.filter(({ service, iapEnabled }) => service === undefined && iapEnabled);
    if (guarded.length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`Several backend services could be the hub's: ${guarded.map(({ name }) => name).join(', ')}`, {
            where: `Ingress ${namespace}/jupyterhub`,
            hint: 'Take other services off this Ingress: the hub must be the only one behind it.',
        });
    }
    return guarded[0];
}
function audienceOf(projectNumber, backendId) {
    return `/projects/${projectNumber}/global/backendServices/${backendId}`;
}
function backendNames(ingress) {
    try {
        const noted = JSON.parse(ingress?.metadata.annotations?.['ingress.kubernetes.io/backends'] ?? '{}');
        return typeof noted === 'object' && noted !== null ? Object.keys(noted) : [];
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ "src/stages/session/cluster.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ hubConfigMaps),
/* harmony export */   G4: () => (/* binding */ iapTarget),
/* harmony export */   Gc: () => (/* binding */ hubBackend),
/* harmony export */   bp: () => (/* binding */ connectCluster)
/* harmony export */ });
/* harmony import */ var _cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/clusters.js");
/* harmony import */ var _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/cloud/kubernetes.js");
/* harmony import */ var _helm_release_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/release/record.js");
/* harmony import */ var _system_all_settled_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/system/all-settled.js");
/* harmony import */ var _backend_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/stages/session/backend-service.js");





async function connectCluster(session) {
    const { config, context, google, token } = session;
    const { project, location, platform } = config;
    const [, cluster] = await (0,_system_all_settled_js__WEBPACK_IMPORTED_MODULE_4__/* .allEnded */ .C)([
        session.projectNumber(),
        (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB)(google, { project, location, name: platform.name }),
    ]);
    if (cluster === undefined || cluster.dnsEndpoint === undefined)
        return undefined;
    if (cluster.status === 'PROVISIONING' || cluster.status === 'STOPPING')
        return undefined;
    const kubernetes = new _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__/* .Kubernetes */ .rP({ endpoint: cluster.dnsEndpoint, token, signal: context.signal });
    return { cluster, endpoint: cluster.dnsEndpoint, kubernetes };
}
function hubConfigMaps(session, { kubernetes }) {
    const hub = session.config.name;
    return { kubernetes, hub, namespace: (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .namespaceOf */ .N6)(hub) };
}
async function iapTarget(session, backend) {
    const { google, config } = session;
    return { google, hub: config.name, projectNumber: await session.projectNumber(), backendId: backend.id };
}
function hubBackend(session, { kubernetes }) {
    const { google, config } = session;
    return (0,_backend_service_js__WEBPACK_IMPORTED_MODULE_3__/* .findBackend */ .g)({ kubernetes, google, project: config.project, namespace: (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .namespaceOf */ .N6)(config.name) });
}


/***/ }),

/***/ "src/system/all-settled.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ allEnded)
/* harmony export */ });
async function allEnded(parts) {
    const [first, second] = await Promise.allSettled(parts);
    if (first.status === 'rejected')
        throw first.reason;
    if (second.status === 'rejected')
        throw second.reason;
    return [first.value, second.value];
}


/***/ })

};
;