"use strict";
exports.id = "init";
exports.ids = ["init"];
exports.modules = {

/***/ "src/cloud/clusters.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sf: () => (/* binding */ clusterPath),
  dB: () => (/* binding */ getCluster),
  Hg: () => (/* binding */ getOfferedVersions),
  KT: () => (/* binding */ listRunningOperations),
  ZI: () => (/* binding */ withReason)
});

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
function withReason(text, { statusMessage }) {
    return statusMessage === '' ? text : `${text}: ${statusMessage}`;
}
async function getCluster(google, id) {
    const name = clusterPath(id);
    try {
        const cluster = await askGke(google, (gke, once) => gke.getCluster({ name }, once));
        return {
            name: cluster.name || id.name,
            status: String(cluster.status),
            statusMessage: cluster.statusMessage ?? '',
            labels: cluster.resourceLabels ?? {},
            dnsEndpoint: cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig?.endpoint || undefined,
            autopilot: cluster.autopilot?.enabled === true,
            version: cluster.currentMasterVersion ?? '',
            channel: channelOf(cluster.releaseChannel?.channel),
            nodePools: (cluster.nodePools ?? []).map((pool) => ({ name: pool.name ?? '', version: pool.version ?? '' })),
            features: {
                workloadIdentity: Boolean(cluster.workloadIdentityConfig?.workloadPool),
                networkPolicy: String(cluster.networkConfig?.datapathProvider) === 'ADVANCED_DATAPATH' ||
                    cluster.networkPolicy?.enabled === true,
                dnsEndpoint: cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig?.allowExternalTraffic === true,
                loadBalancing: cluster.addonsConfig?.httpLoadBalancing?.disabled !== true,
                bucketMounts: cluster.addonsConfig?.gcsFuseCsiDriverConfig?.enabled === true,
            },
        };
    }
    catch (error) {
        if (!(error instanceof rest.GoogleApiError))
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

/***/ "src/commands/init/command.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command),
  initRepository: () => (/* binding */ initRepository)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/config/identity-prefix.js
var identity_prefix = __webpack_require__("src/config/identity-prefix.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__("src/report/findings.js");
// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 5 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: ./lib/src/stages/input/text-file.js
var text_file = __webpack_require__("src/stages/input/text-file.js");
// EXTERNAL MODULE: ./lib/src/stages/session/package-files.js
var package_files = __webpack_require__("src/stages/session/package-files.js");
// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var variables = __webpack_require__("src/terraform/variables.js");
// EXTERNAL MODULE: ./lib/src/access/users/email.js
var email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: ./lib/src/config/load.js + 56 modules
var load = __webpack_require__("src/config/load.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/source.js + 3 modules
var source = __webpack_require__("src/config/yaml/source.js");
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__("src/versions.js");
;// CONCATENATED MODULE: ./lib/src/commands/init/github-plans.js
const VISIBILITIES = ['public', 'private', 'internal'];
const GITHUB_PLANS = ['free', 'pro', 'team', 'enterprise'];
function enforcedBy(visibility, plan) {
    const open = visibility === 'public';
    return {
        environments: open || plan !== 'free',
        rulesets: open || plan !== 'free',
        reviewers: open || plan === 'enterprise',
    };
}
function protectionLines(visibility, plan) {
    const { environments, rulesets, reviewers } = enforcedBy(visibility, plan);
    return [
        'Protected, on every plan: Google gives the apply identity only to jobs of this repository (checked by its ID) that run on `main` and name the environment `jupyterhub`. Other branches and pull requests do not get it.',
        environments
            ? 'Protected: GitHub starts jobs of the environment `jupyterhub` on `main` only.'
            : 'NOT protected: environments have no rules on this plan. The check at Google is the only one.',
        rulesets
            ? 'Protected once you set the rules on `main`: each change needs a pull request and a review. CODEOWNERS names the reviewers of every file. Until then everybody with write access can push to `main`, and a push applies.'
            : 'NOT protected: this plan has no branch rules, and GitHub ignores CODEOWNERS. Everybody with write access can push to `main` and so change the hub and grant access to anybody, without a review. Give write access only to people whom you would trust with the project, or use GitHub Pro or Team.',
        reviewers
            ? 'Possible: required reviewers for the environment `jupyterhub`. Each apply and each daily run then waits for one of them.'
            : 'NOT possible: a second approval between merge and apply. Required reviewers need a public repository or GitHub Enterprise.',
    ];
}

;// CONCATENATED MODULE: ./lib/src/commands/init/answers.js





function flagOf({ key }) {
    return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
const SAMPLE = {
    hubName: 'hub',
    project: 'acme-research',
    location: 'us-central1',
    stateBucket: 'acme-tfstate',
    domain: 'hub.acme.dev',
};
const ACCOUNT = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})';
const REPOSITORY = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}$)(?!.*\\.git$)[A-Za-z0-9._-]{1,100}$`);
const OWNER = new RegExp(`^@${ACCOUNT}(?:/[a-z0-9][a-z0-9_-]{0,99})?$`);
const ACTION = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}@)[A-Za-z0-9._-]{1,100}@[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`);
const QUESTIONS = [
    {
        key: 'repository',
        about: 'GitHub repository (OWNER/NAME)',
        fault: (answer) => REPOSITORY.test(answer) ? undefined : 'A repository is written as OWNER/NAME, such as acme/hubs, without .git.',
    },
    {
        key: 'visibility',
        about: `repository visibility (${VISIBILITIES.join(', ')})`,
        offer: () => 'private',
        fault: (answer) => oneOf(VISIBILITIES, answer),
    },
    {
        key: 'githubPlan',
        about: `GitHub plan of the owning account (${GITHUB_PLANS.join(', ')})`,
        offer: ({ visibility }) => (visibility === 'internal' ? 'enterprise' : 'free'),
        fault: (answer, { visibility }) => visibility === 'internal' && answer !== 'enterprise'
            ? 'Internal repositories require the GitHub plan enterprise.'
            : oneOf(GITHUB_PLANS, answer),
    },
    {
        key: 'codeOwner',
        about: 'code owner of all files (@name or @org/team)',
        fallbackText: '@OWNER of the repository; an organisation has to name a person or a team',
        fallback: ownerOf,
        required: isOrganisation,
        fault: (answer, known) => {
            if (!OWNER.test(answer))
                return 'Name a code owner as @name or @org/team. An organisation itself cannot be one.';
            const taken = isOrganisation(known) && answer.toLowerCase() === ownerOf(known).toLowerCase();
            return taken
                ? `${answer} is an organisation. Name a person or one of its teams, such as ${answer}/admins.`
                : undefined;
        },
    },
    {
        key: 'project',
        about: 'Google Cloud project (its ID)',
        fault: (answer) => configFault('project', answer),
    },
    {
        key: 'location',
        about: 'location (Google Cloud region)',
        offer: () => 'us-central1',
        fault: (answer) => configFault('location', answer),
    },
    {
        key: 'hubName',
        about: 'hub name (cannot be changed later)',
        offer: ({ repository = '' }) => {
            const guess = repository.split('/')[1] ?? '';
            return configFault('hubName', guess) === undefined ? guess : 'hub';
        },
        fault: (answer) => configFault('hubName', answer),
    },
    {
        key: 'stateBucket',
        about: 'state bucket (Cloud Storage bucket of the Terraform state)',
        fallbackText: 'PROJECT-tfstate',
        fallback: ({ project }) => `${project}-tfstate`,
        fault: (answer) => configFault('stateBucket', answer),
    },
    {
        key: 'domain',
        about: 'domain of the hub (host name; leave it empty for a trial)',
        fallbackText: 'empty',
        fallback: () => '',
        fault: (answer) => (answer === '' ? undefined : configFault('domain', answer)),
    },
    {
        key: 'maintenance',
        about: 'nightly maintenance (HH:MM in UTC, the start of eight hours in which upgrades may stop notebooks; leave it empty for any time)',
        fallbackText: 'empty',
        fallback: () => '',
        fault: (answer) => answer === '' || /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(answer)
            ? undefined
            : 'A time is written as HH:MM, such as 01:00.',
    },
    {
        key: 'admin',
        about: 'first admin (e-mail address)',
        fault: (answer) => {
            const fault = (0,email/* addressFault */.RM)('person', answer);
            return fault && `${fault.message} ${fault.hint}`;
        },
    },
    {
        key: 'action',
        about: 'action that the workflows use (OWNER/NAME@REF)',
        fallbackText: versions/* ACTION */.hr,
        flagOnly: true,
        fallback: () => versions/* ACTION */.hr,
        fault: (answer) => (ACTION.test(answer) ? undefined : 'An action is written as OWNER/NAME@REF.'),
    },
];
function oneOf(choices, answer) {
    return choices.includes(answer) ? undefined : `Answer with one of ${choices.join(', ')}.`;
}
function isOrganisation({ githubPlan }) {
    return githubPlan === 'team' || githubPlan === 'enterprise';
}
function ownerOf({ repository = '' }) {
    return `@${repository.split('/')[0]}`;
}
function configFault(key, answer) {
    const values = { ...SAMPLE, [key]: answer };
    const { hubName: name, project, location, stateBucket: bucket, domain } = values;
    const file = { name, project, location, state: { bucket }, users: 'users.yaml', access: { domain } };
    const text = JSON.stringify({ apiVersion: 'jupyterhub-gke/v1', ...file });
    const { diagnostics } = (0,load/* loadConfig */.Z9)({ own: [(0,source/* parseSource */.P)({ path: 'jupyterhub.yaml', text })] }, '/');
    const error = diagnostics.find((one) => one.severity === 'error');
    return error && [error.message, ...(error.hint === undefined ? [] : [error.hint])].join(' ');
}

;// CONCATENATED MODULE: ./lib/src/commands/init/files.js



async function writeFiles(folder, files, signal) {
    await refuseObstacles(folder, files);
    const made = [];
    const undo = async () => {
        for (const { path, folder: isFolder } of made.splice(0).reverse()) {
            await (isFolder ? (0,promises_.rmdir)(path).catch(() => { }) : (0,promises_.rm)(path, { force: true }));
        }
    };
    try {
        for (const [path, text] of files) {
            signal.throwIfAborted();
            const target = (0,external_node_path_.join)(folder, path);
            for (const parent of await missingFolders((0,external_node_path_.dirname)(target))) {
                await (0,promises_.mkdir)(parent);
                made.push({ path: parent, folder: true });
            }
            await (0,promises_.writeFile)(target, '', { flag: 'wx' });
            made.push({ path: target, folder: false });
            await (0,promises_.writeFile)(target, text);
        }
    }
    catch (error) {
        await undo();
        if (error instanceof errors/* ToolError */.v4)
            throw error;
        throw new errors/* ToolError */.v4(`The files could not be written: ${(0,errors/* errorMessage */.gJ)(error)}`, {
            where: folder,
            hint: 'Nothing was left behind. Fix the cause and run init again.',
            cause: error,
        });
    }
    return undo;
}
async function refuseObstacles(folder, files) {
    const obstacles = new Set();
    for (const path of files.keys()) {
        const parts = path.split('/');
        for (let length = 1; length <= parts.length; length += 1) {
            const here = parts.slice(0, length).join('/');
            const found = await kindOf((0,external_node_path_.join)(folder, here));
            if (found !== undefined && (length === parts.length || found !== 'folder'))
                obstacles.add(here);
        }
    }
    if (obstacles.size === 0)
        return;
    const names = [...obstacles];
    throw new errors/* ToolError */.v4(`${names.length === 1 ? 'This path already exists' : 'These paths already exist'}: ${names.join(', ')}`, {
        where: folder,
        hint: 'Nothing was written: init never overwrites a file. Move the files away, or name another folder with --directory.',
    });
}
async function kindOf(path) {
    try {
        return (await (0,promises_.lstat)(path)).isDirectory() ? 'folder' : 'other';
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw error;
    }
}
async function missingFolders(path) {
    const missing = [];
    for (let here = (0,external_node_path_.resolve)(path); (await kindOf(here)) === undefined; here = (0,external_node_path_.dirname)(here))
        missing.unshift(here);
    return missing;
}

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__("node:readline");
;// CONCATENATED MODULE: ./lib/src/commands/init/questions.js



async function collectAnswers(flags, terminal, signal) {
    const known = givenAnswers(flags);
    const missing = QUESTIONS.filter((question) => known[question.key] === undefined && isRequired(question, known));
    if (missing.length === 0) {
        for (const { key, fallback } of QUESTIONS)
            known[key] ??= fallback?.(known);
        refuseFaults(known);
        return known;
    }
    if (terminal !== undefined)
        return askFor(known, terminal, signal);
    throw new errors/* UsageError */.eb(`init needs ${missing.map((question) => `--${flagOf(question)}`).join(', ')}`, {
        hint: [
            ...missing.map((question) => `--${flagOf(question)}: ${question.about}`),
            'In a terminal, init asks for them.',
        ].join('\n  '),
    });
}
function isRequired({ fallback, required }, known) {
    return required?.(known) ?? fallback === undefined;
}
function givenAnswers(flags) {
    const given = {};
    for (const question of QUESTIONS) {
        const value = flags[flagOf(question)];
        if (typeof value === 'string')
            given[question.key] = value;
    }
    refuseFaults(given);
    return given;
}
function refuseFaults(known) {
    const faults = QUESTIONS.flatMap((question) => {
        const value = known[question.key];
        const why = value === undefined ? undefined : question.fault(value, known);
        return why === undefined ? [] : [`--${flagOf(question)}: ${why}`];
    });
    if (faults.length === 0)
        return;
    throw new errors/* UsageError */.eb(`init cannot use ${faults.length === 1 ? 'this answer' : 'these answers'}`, {
        hint: faults.join('\n  '),
    });
}
async function askFor(given, { input, output }, signal) {
    const reader = (0,external_node_readline_.createInterface)({ input, output });
    const stop = () => reader.close();
    signal.addEventListener('abort', stop);
    try {
        const lines = reader[Symbol.asyncIterator]();
        const known = { ...given };
        for (const question of QUESTIONS) {
            known[question.key] ??= question.flagOnly
                ? question.fallback?.(known)
                : await ask(question, known, { reader, lines, output });
        }
        return known;
    }
    finally {
        signal.removeEventListener('abort', stop);
        reader.close();
    }
}
async function ask(question, known, { reader, lines, output }) {
    const suggestion = isRequired(question, known) ? question.offer?.(known) : question.fallback?.(known);
    const ending = suggestion === undefined || suggestion === '' ? '' : ` [${suggestion}]`;
    const text = question.about.replace(/^./, (letter) => letter.toUpperCase());
    reader.setPrompt(`${text}${ending}: `);
    for (;;) {
        reader.prompt();
        const line = await lines.next();
        if (line.done === true) {
            output.write('\n');
            throw new errors/* ToolError */.v4('Not all questions were answered', { hint: 'Nothing was written.' });
        }
        const answer = line.value.trim() || suggestion || '';
        const fault = question.fault(answer, known);
        if (fault === undefined)
            return answer;
        reader.setPrompt(`  ${fault}\n${text}${ending}: `);
    }
}

;// CONCATENATED MODULE: ./lib/src/commands/init/templates.js
const YAML_WORDS = /^(null|true|false|yes|no|on|off|y|n)$/i;
const WRITERS = {
    yaml: (value) => /^[A-Za-z][A-Za-z0-9._@/-]*$/.test(value) && !YAML_WORDS.test(value) ? value : JSON.stringify(value),
    shell: (value) => (/^[A-Za-z0-9@._/:=+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`),
    text: (value) => {
        if (/^[A-Za-z0-9@._/-]+$/.test(value))
            return value;
        throw new Error(`The answer ${JSON.stringify(value)} must not appear in plain text`);
    },
};
function renderTemplate(template, values) {
    const kept = [];
    let part;
    for (const line of template.split('\n')) {
        const [, sign, name] = /^\{\{([#^/])([a-zA-Z]+)\}\}$/.exec(line) ?? [];
        if (sign === undefined || name === undefined) {
            if (part?.shown !== false)
                kept.push(line);
        }
        else if (sign === '/') {
            if (part?.name !== name)
                throw new Error(`{{/${name}}} closes a part that is not open`);
            part = undefined;
        }
        else {
            if (part !== undefined)
                throw new Error(`{{${sign}${name}}} is inside the part ${part.name}`);
            part = { name, shown: value(values.parts, name) === (sign === '#') };
        }
    }
    if (part !== undefined)
        throw new Error(`The part ${part.name} is not closed`);
    return kept.join('\n').replace(/(?<!\$)\{\{([^}]*)\}\}/g, (_, inner) => placeholder(inner, values));
}
function placeholder(inner, values) {
    const [, name = '', place = ''] = /^([a-zA-Z]+)\|(yaml|shell|text|block)$/.exec(inner) ?? [];
    if (place === '')
        throw new Error(`{{${inner}}} is not a placeholder`);
    if (place === 'block')
        return value(values.blocks, name);
    return WRITERS[place](value(values.answers, name));
}
function value(of, name) {
    const found = Object.hasOwn(of, name) ? of[name] : undefined;
    if (found === undefined)
        throw new Error(`The template needs ${name}, which has no value`);
    return found;
}

;// CONCATENATED MODULE: ./lib/src/commands/init/command.js














const PATHS = [
    'jupyterhub.yaml',
    'users.yaml',
    'SETUP.md',
    '.github/CODEOWNERS',
    '.github/ISSUE_TEMPLATE/access-request.yml',
    '.github/workflows/access-report.yml',
    '.github/workflows/access-request.yml',
    '.github/workflows/destroy.yml',
    '.github/workflows/pull-request.yml',
    '.github/workflows/push.yml',
    '.github/workflows/schedule.yml',
];
const command = {
    name: 'init',
    about: 'Writes a repository for a hub: both files, the workflows, and the one-time setup commands. Contacts nothing.',
    flags: {
        ...Object.fromEntries(QUESTIONS.map((question) => [flagOf(question), { type: 'string', about: helpText(question) }])),
        directory: { type: 'string', about: 'folder to write to, the top of the repository (default: current folder)' },
    },
    run: (context) => initRepository(context, (0,package_files/* productFolder */.O)('templates')),
};
function helpText({ about, fallbackText }) {
    return fallbackText === undefined ? about : `${about} (default: ${fallbackText})`;
}
async function initRepository(context, templates) {
    const { flags, cwd, now, say, signal, terminal } = context;
    if (flags.config !== undefined) {
        throw new errors/* UsageError */.eb('init has no --config', {
            hint: 'init writes jupyterhub.yaml. Name its folder with --directory.',
        });
    }
    const directory = typeof flags.directory === 'string' ? flags.directory : '.';
    const folder = (0,external_node_path_.resolve)(cwd, directory);
    const answers = await collectAnswers(flags, terminal, signal);
    const undo = await writeFiles(folder, await filledIn(templates, answers), signal);
    const checked = await (0,read/* checkInput */.DR)({
        configPath: (0,external_node_path_.join)(directory, 'jupyterhub.yaml'),
        cwd,
        github: undefined,
        now,
    });
    if (checked.input === undefined) {
        await undo();
        throw new errors/* ToolError */.v4('These answers produce files with errors. Nothing was written', {
            hint: new read/* InputError */.dz(checked).message,
        });
    }
    say(`Wrote ${PATHS.length} files for ${answers.repository}:\n${PATHS.map((path) => `  ${(0,external_node_path_.join)(directory, path)}`).join('\n')}\n`);
    say(`${(0,findings/* findingsText */._g)(checked)}\n`);
    for (const line of [...(await warnings(folder, answers)), ...closing(answers)])
        say(line);
    return { exitCode: 0, document: { files: PATHS.map((path) => (0,external_node_path_.join)(directory, path)) }, outputs: {} };
}
async function filledIn(templates, answers) {
    const { visibility, githubPlan, domain, maintenance, action, hubName, location } = answers;
    const [actionRepository = '', actionRef = ''] = action.split('@');
    const { environments, rulesets } = enforcedBy(visibility, githubPlan);
    const values = {
        answers: {
            ...answers,
            actionRepository,
            actionRef,
            identityPrefix: (0,identity_prefix/* identityPrefix */.t)(hubName),
            nodeAccount: (0,variables/* nodeAccountId */.D1)(hubName),
            nodeAccountTitle: `Nodes of JupyterHub platform ${hubName}`,
            region: location.replace(/-[a-z]$/, ''),
        },
        blocks: {
            protection: protectionLines(visibility, githubPlan)
                .map((line) => `- ${line}`)
                .join('\n'),
        },
        parts: {
            domain: domain !== '',
            maintenance: maintenance !== '',
            public: visibility === 'public',
            environments,
            rulesets,
        },
    };
    const files = new Map();
    for (const path of PATHS) {
        const template = await (0,promises_.readFile)((0,external_node_path_.join)(templates, path.replace(/^\./, '')), 'utf8');
        files.set(path, renderTemplate(template, values));
    }
    return files;
}
async function warnings(folder, { visibility }) {
    const root = await (0,text_file/* repositoryRoot */.Hn)(folder, folder);
    return [
        ...(root === folder
            ? []
            : [`Warning: ${root} is a repository. GitHub reads .github only in its top folder. Run init there.\n`]),
        ...(visibility === 'public'
            ? [
                'Warning: everybody will be able to read users.yaml and its history. Workflow runs are refused until you decide: keep users.yaml in a private repository, or make sure that all listed people agree and acknowledge the rule public-people. jupyterhub.yaml has the line for it.\n',
            ]
            : []),
    ];
}
function closing({ visibility, githubPlan, repository }) {
    return [
        `What protects apply (repository visibility: ${visibility}, GitHub plan: ${githubPlan}):`,
        ...protectionLines(visibility, githubPlan).map((line) => `  - ${line}`),
        '',
        'Next:',
        '  1. Follow SETUP.md once. It creates the state bucket, the identities and the repository rules.',
        `  2. Push the files to a branch of ${repository} and open a pull request. Its comment shows everything that will be created.`,
        '  3. Merge it. The first run of push.yml changes nothing and names a fingerprint. Run it again with that fingerprint to create the hub.',
    ];
}


/***/ }),

/***/ "src/config/identity-prefix.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ identityPrefix)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const MOST = 24;
function identityPrefix(hub) {
    if (hub.length <= MOST)
        return hub;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(hub).digest('hex').slice(0, 8);
    return `${hub.slice(0, MOST - 9).replace(/-+$/, '')}-${digest}`;
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

/***/ "src/config/platform/maintenance.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ windowText),
/* harmony export */   od: () => (/* binding */ maintenanceVariable),
/* harmony export */   zM: () => (/* binding */ exclusionsText)
/* harmony export */ });
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SCOPES = {
    NO_UPGRADES: '',
    NO_MINOR_UPGRADES: ' for minor versions',
    NO_MINOR_OR_NODE_UPGRADES: ' for minor versions and nodes',
};
const DAY = 86_400_000;
const FIRST_WEEK = Date.parse('2026-01-05T00:00:00Z');
function windowText({ days, start, hours }) {
    const names = inOrder(days);
    const all = names.length === DAYS.length ? 'every day' : names.join(', ');
    return `${all} from ${start} UTC for ${hours} h`;
}
function exclusionsText(exclusions) {
    return [...exclusions]
        .sort((a, b) => (a.from < b.from ? -1 : 1))
        .map(({ name, from, to, scope }) => `${name} ${from} to ${to}${SCOPES[scope]}`)
        .join('; ');
}
function maintenanceVariable({ days, start, hours, exclusions }) {
    const names = inOrder(days);
    const [hour = 0, minute = 0] = start.split(':').map(Number);
    const first = FIRST_WEEK + DAYS.indexOf(names[0] ?? 'mon') * DAY + (hour * 60 + minute) * 60_000;
    return {
        start_time: instant(first),
        end_time: instant(first + hours * 3_600_000),
        recurrence: `FREQ=WEEKLY;BYDAY=${names.map((day) => day.slice(0, 2).toUpperCase()).join(',')}`,
        exclusions: Object.fromEntries(exclusions.map(({ name, from, to, scope }) => [
            name,
            {
                start_time: instant(Date.parse(`${from}T00:00:00Z`)),
                end_time: instant(Date.parse(`${to}T00:00:00Z`) + DAY),
                scope,
            },
        ])),
    };
}
function inOrder(days) {
    return DAYS.filter((day) => days.includes(day));
}
function instant(time) {
    return new Date(time).toISOString().replace('.000Z', 'Z');
}


/***/ }),

/***/ "src/stages/session/package-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ productFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


function productFolder(name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '')), '..', name);
}


/***/ }),

/***/ "src/terraform/variables.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ nodeAccountId),
/* harmony export */   Y6: () => (/* binding */ statePrefix),
/* harmony export */   cP: () => (/* binding */ terraformVariables)
/* harmony export */ });
/* harmony import */ var _cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/clusters.js");
/* harmony import */ var _config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/platform/cluster-id.js");
/* harmony import */ var _config_platform_maintenance_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/platform/maintenance.js");
/* harmony import */ var _config_platform_node_pool_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/config/platform/node-pool.js");
/* harmony import */ var _config_rules_platform_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/rules/platform/location.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/errors.js");






const FEATURE_SERVICES = ['compute', 'container', 'iam', 'iap', 'logging', 'monitoring'];
const HUB_SERVICES = ['compute', 'container', 'iam', 'iap'];
const GROUP_SERVICES = ['cloudidentity'];
function terraformVariables(config, env) {
    const { name, project, location, platform } = config;
    const { entry } = config.access;
    const { existing } = platform;
    const extra = entry.kind === 'group' && entry.manage ? GROUP_SERVICES : [];
    if (platform.cluster.mode === 'autopilot' && /-[a-z]$/.test(location)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`location ${location} is a zone, but an Autopilot cluster is regional`, {
            where: 'location',
            hint: `Write "location: ${location.slice(0, -2)}".`,
        });
    }
    const common = {
        project,
        ...(env.GOOGLE_UNIVERSE_DOMAIN ? { universe_domain: env.GOOGLE_UNIVERSE_DOMAIN } : {}),
        ...(env.JUPYTERHUB_GKE_POLL_INTERVAL ? { poll_interval: env.JUPYTERHUB_GKE_POLL_INTERVAL } : {}),
    };
    return {
        platform: {
            ...common,
            name: platform.name,
            location,
            labels: { 'managed-by': 'jupyterhub-gke', hub: name },
            services: [...FEATURE_SERVICES, ...extra].map(host),
            node_account: { id: nodeAccountId(platform.name) },
            ...clusterVariables(platform),
            ...networkVariable(platform.network, location),
        },
        hub: {
            ...common,
            name,
            services: (existing !== undefined ? [...HUB_SERVICES, ...extra] : platform.from === undefined ? [] : extra).map(host),
            ...(existing && { cluster: (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterPath */ .Sf)((0,_config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_4__/* .clusterIdOf */ .r)(config)) }),
        },
    };
}
function clusterVariables({ cluster, deletionProtection, maintenance, releaseChannel }) {
    const common = {
        deletion_protection: deletionProtection,
        ...(releaseChannel && { release_channel: releaseChannel }),
        ...(maintenance && { maintenance: (0,_config_platform_maintenance_js__WEBPACK_IMPORTED_MODULE_1__/* .maintenanceVariable */ .od)(maintenance) }),
    };
    if (cluster.mode === 'autopilot')
        return { cluster: common };
    return {
        cluster: { mode: cluster.mode, zones: cluster.zones, ...common },
        node_pools: Object.fromEntries(Object.entries(cluster.nodePools).map(([name, pool]) => [name, poolVariables(pool)])),
    };
}
function poolVariables(pool) {
    const { zones, gpu, tpuChips, disk } = pool;
    return {
        machine_type: pool.machineType,
        purpose: pool.purpose,
        open: (0,_config_platform_node_pool_js__WEBPACK_IMPORTED_MODULE_5__/* .isOpen */ .nT)(pool),
        min: pool.min,
        max: pool.max,
        capacity: pool.capacity,
        disk: { type: disk.type, size_gb: disk.sizeGb },
        ...(zones === undefined ? {} : { zones }),
        ...(gpu === undefined ? {} : { gpu: gpuVariables(gpu) }),
        ...(tpuChips === undefined ? {} : { tpu: true }),
        ...(pool.localSsds === 0 ? {} : { local_ssds: pool.localSsds }),
    };
}
function gpuVariables({ type, count, driver, sharing }) {
    return { type, count, driver, ...(sharing === undefined ? {} : { sharing: { ...sharing } }) };
}
function networkVariable(network, location) {
    if (network === undefined)
        return {};
    if ('ranges' in network)
        return { network: given({ ...network.ranges }) };
    const { project, subnetwork, podsRange, servicesRange } = network.existing;
    const existing = {
        network: `projects/${project}/global/networks/${network.existing.network}`,
        subnetwork: `projects/${project}/regions/${(0,_config_rules_platform_location_js__WEBPACK_IMPORTED_MODULE_2__/* .regionOf */ .A)(location)}/subnetworks/${subnetwork}`,
        ...given({ pods_range: podsRange, services_range: servicesRange }),
    };
    return { network: { existing } };
}
function given(of) {
    return Object.fromEntries(Object.entries(of).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
function nodeAccountId(name) {
    return `${name}-nodes`.slice(0, 30);
}
function host(service) {
    return `${service}.googleapis.com`;
}
function statePrefix({ name, platform }, root) {
    return `jupyterhub/${root === 'platform' ? platform.name : name}/${root}`;
}


/***/ })

};
;