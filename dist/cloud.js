"use strict";
exports.id = "cloud";
exports.ids = ["cloud"];
exports.modules = {

/***/ "src/access/iap/desired.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ desiredGrants),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   kK: () => (/* binding */ bindingsOf),
/* harmony export */   kz: () => (/* binding */ iamMember)
/* harmony export */ });
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/iap/ownership.js");
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/iap/policy.js");


function iamMember({ kind, name }) {
    return `${_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .IAM_PREFIXES */ .Fr[kind]}:${name}`;
}
function desiredGrants({ principals, entry }, now) {
    const grants = new Map();
    if (entry.kind !== 'direct') {
        const name = (entry.kind === 'group' ? entry.group : entry.domain).toLowerCase();
        const member = iamMember({ kind: entry.kind, name });
        return grants.set((0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .memberKey */ .S7)(member), { member, end: _ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .ALWAYS */ .qI, until: undefined, principal: undefined });
    }
    const listed = new Set();
    for (const principal of principals) {
        const member = iamMember(principal);
        const key = (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .memberKey */ .S7)(member);
        if (listed.has(key))
            continue;
        listed.add(key);
        const { until } = principal;
        if (hasEnded(until, now))
            continue;
        grants.set(key, { member, end: until === undefined ? _ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .ALWAYS */ .qI : (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .endKey */ .nr)((0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .untilExpression */ .t)(until)), until, principal });
    }
    return grants;
}
function hasEnded(until, now) {
    return until !== undefined && !(Date.parse(until) > now.getTime());
}
function bindingsOf(hub, grants) {
    const byEnd = new Map();
    for (const { member, end, until } of grants) {
        const binding = byEnd.get(end) ?? { until, members: new Set() };
        binding.members.add(member);
        byEnd.set(end, binding);
    }
    return [...byEnd.values()]
        .map(({ until, members }) => ({
        role: _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCESSOR_ROLE */ .Zv,
        members: [...members].sort(_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6),
        ...(until === undefined ? {} : { condition: { title: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionTitle */ .oF)(hub), expression: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .untilExpression */ .t)(until) } }),
    }))
        .sort((a, b) => (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6)(a.condition?.expression ?? '', b.condition?.expression ?? ''));
}


/***/ }),

/***/ "src/access/iap/ownership.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ partitionPolicy),
/* harmony export */   Yj: () => (/* binding */ foreignGrants),
/* harmony export */   nr: () => (/* binding */ endKey),
/* harmony export */   oF: () => (/* binding */ conditionTitle),
/* harmony export */   pN: () => (/* binding */ endInstant),
/* harmony export */   qI: () => (/* binding */ ALWAYS),
/* harmony export */   t: () => (/* binding */ untilExpression),
/* harmony export */   y9: () => (/* binding */ isUnconditional)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/iap/policy.js");

function conditionTitle(hub) {
    return `jupyterhub-gke:${hub}`;
}
function partitionPolicy(hub, { bindings = [] }) {
    const title = conditionTitle(hub);
    const isOurs = ({ role, condition }) => role === _policy_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCESSOR_ROLE */ .Zv && (isUnconditional(condition) || condition?.title === title);
    return { ours: bindings.filter(isOurs), others: bindings.filter((binding) => !isOurs(binding)) };
}
function isUnconditional(condition) {
    return condition === undefined || condition === null;
}
function foreignGrants(others) {
    return others
        .flatMap(({ role, members = [], condition }) => members.map((member) => ({
        member,
        kind: (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .memberKind */ .RO)(member),
        role,
        condition: isUnconditional(condition) ? undefined : (condition?.title ?? ''),
    })))
        .sort((a, b) => (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.role, b.role) ||
        (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.condition ?? '', b.condition ?? '') ||
        (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.member, b.member));
}
const ALWAYS = 'always';
const UNTIL = /^\s*request\.time\s*<\s*timestamp\(\s*(["'])(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)\1\s*\)\s*$/i;
function untilExpression(until) {
    return `request.time < timestamp("${until}")`;
}
function endKey(expression) {
    const [, , seconds = '', fraction = '', offset = ''] = UNTIL.exec(expression) ?? [];
    const instant = Date.parse(`${seconds}${offset}`.toUpperCase());
    if (Number.isNaN(instant))
        return `other ${expression}`;
    const rest = fraction.replace(/0+$/, '');
    return `until ${instant}${rest === '' ? '' : `.${rest}`}`;
}
function endInstant(key) {
    return key.startsWith('until ') ? Number(key.slice('until '.length).split('.')[0]) : undefined;
}


/***/ }),

/***/ "src/access/iap/policy.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ IAM_PREFIXES),
/* harmony export */   RO: () => (/* binding */ memberKind),
/* harmony export */   S7: () => (/* binding */ memberKey),
/* harmony export */   Zv: () => (/* binding */ ACCESSOR_ROLE),
/* harmony export */   eg: () => (/* binding */ memberName),
/* harmony export */   n6: () => (/* binding */ compareText)
/* harmony export */ });
/* harmony import */ var _users_email_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/users/email.js");

const ACCESSOR_ROLE = 'roles/iap.httpsResourceAccessor';
const IAM_PREFIXES = {
    person: 'user',
    group: 'group',
    serviceAccount: 'serviceAccount',
    domain: 'domain',
};
const KINDS = new Map([
    ['user', 'person'],
    ['group', 'group'],
    ['serviceaccount', 'serviceAccount'],
    ['domain', 'domain'],
    ['deleted', 'deleted'],
]);
const PUBLIC = /^all(authenticated)?users$/i;
const ASCII = /^[\x20-\x7e]*$/;
function memberKind(member) {
    if (PUBLIC.test(member))
        return 'public';
    return KINDS.get(member.slice(0, Math.max(0, member.indexOf(':'))).toLowerCase()) ?? 'other';
}
function memberName(member) {
    return KINDS.has(member.slice(0, Math.max(0, member.indexOf(':'))).toLowerCase())
        ? member.slice(member.indexOf(':') + 1)
        : member;
}
function memberKey(member) {
    const kind = memberKind(member);
    if (!ASCII.test(member))
        return member;
    if (kind === 'person')
        return `user:${(0,_users_email_js__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(memberName(member))}`;
    return kind === 'other' ? member : member.toLowerCase();
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

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
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
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
    400: 'The message names what the cluster takes for invalid. Correct it in jupyterhub.yaml or in a users file, then run again.',
    404: 'Somebody deleted it, or the hub was never installed. "apply" makes what is missing.',
    409: 'Somebody else wrote at the same moment. Run again.',
    410: 'Somebody changed it while this run read it. Run again.',
    412: 'Somebody changed it since this run read it. Run again.',
    413: 'Kubernetes keeps at most 1 MiB in one object. Take large texts out of hub.values, or list fewer people by name.',
    422: 'The message names what the cluster takes for invalid. Correct it in jupyterhub.yaml or in a users file, then run again.',
    429: 'The cluster has too many requests. Run again in some minutes.',
};
function explainStatus({ status, text, mayBeDone }, where) {
    const body = statusOf(text);
    const message = body?.message ?? `HTTP ${status}`;
    const hint = status >= 500
        ? `The API server is unwell. Run again in some minutes. ${(0,http/* doneText */.ks)(mayBeDone)}`
        : isTerminating(message)
            ? 'Somebody deletes this namespace, and with it the hub. Wait until it is gone ("kubectl get namespaces"), then run "apply"; no role is missing.'
            : (HINTS[status] ?? 'The message names the cause. Run again; if it stays, report it with this message.');
    return new KubernetesError(plainText(status, message), {
        status,
        reason: body?.reason,
        where,
        hint,
    });
}
function plainText(status, message) {
    if (message === `HTTP ${status}`) {
        return `The cluster ${status === 429 || status >= 500 ? 'cannot answer now' : 'refuses the call'} (${message})`;
    }
    if (isTerminating(message))
        return `The namespace is being deleted: ${message}`;
    if (status === 401)
        return `The cluster does not accept the credentials (${message})`;
    return status === 403 ? `A permission in the cluster is missing: ${message}` : message;
}
function isTerminating(message) {
    return /because it is being terminated/.test(message);
}
function statusOf(text) {
    try {
        const status = JSON.parse(text);
        if (!(0,json/* isObject */.G)(status) || status.kind !== 'Status')
            return undefined;
        const { message, reason } = status;
        return {
            ...(typeof message === 'string' && message !== '' ? { message } : {}),
            ...(typeof reason === 'string' ? { reason } : {}),
        };
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
    async getScale(ref) {
        return absent(this.#call({ method: 'GET', path: `${objectPath(ref)}/scale` }));
    }
    async list(ref, query = {}) {
        const text = new URLSearchParams(query).toString();
        const path = `${objectPath(ref)}${text === '' ? '' : `?${text}`}`;
        const found = await absent(this.#call({ method: 'GET', path }));
        const items = Array.isArray(found?.items) ? found.items : [];
        return items.map((item) => ({ apiVersion: ref.apiVersion, kind: ref.kind, ...item }));
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
    async delete(ref, preconditions) {
        const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background', preconditions };
        return (await absent(this.#call({ method: 'DELETE', path: objectPath(ref), body }))) !== undefined;
    }
    async log(ref, query) {
        const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
        return (await this.#answer({ method: 'GET', path: `${objectPath(ref)}/log?${text}` })).text;
    }
    async #call(call) {
        const { url, text } = await this.#answer(call);
        return (0,http/* jsonOf */.o_)({ method: call.method, url }, { peer: peerOf(url) }, text);
    }
    async #answer({ method, path, body, type }) {
        const { endpoint, ...options } = this.#options;
        const url = new URL(path, `https://${endpoint.replace(/^https:\/\//, '')}/`);
        const call = { method, url, body, ...(type === undefined ? {} : { headers: { 'content-type': type } }) };
        const answer = await (0,http/* request */.Em)(call, { ...options, peer: peerOf(url), hint: HINT });
        if (answer.ok)
            return { url, text: answer.text };
        throw explainStatus(answer, `${method} ${url.host}${url.pathname}`);
    }
}
function peerOf(url) {
    return `The cluster at ${url.host}`;
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
/* harmony import */ var _change_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/change/settings.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/json.js");
/* harmony import */ var _diff_manifests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/diff/manifests.js");




const PLAIN_LIMIT = 900 * 1024;
const LARGE = (/* unused pure expression or super */ null && (['values.json', 'manifests.yaml', 'settings.json']));
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
        'manifests.yaml': (0,_diff_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .writeManifests */ .uP)(deployed.manifests),
        ...(deployed.settings === undefined ? {} : { 'settings.json': JSON.stringify(deployed.settings) }),
    };
    const size = Object.values(large).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
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
            ...(deployed.settled === undefined ? {} : { 'settled.json': JSON.stringify(deployed.settled) }),
            ...(size > PLAIN_LIMIT ? {} : large),
        },
        ...(size > PLAIN_LIMIT ? { binaryData: Object.fromEntries(packed) } : {}),
    };
}
function settledOf(text) {
    try {
        const settled = JSON.parse(text ?? '');
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(settled) && Object.values(settled).every(_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G) ? settled : undefined;
    }
    catch {
        return undefined;
    }
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
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(values))
            return undefined;
        const { uid } = object.metadata;
        return {
            ...stateOf(object),
            ...(uid === undefined ? {} : { uid }),
            chart: { version: String(chart.version), repository: String(chart.repository), digest: String(chart.digest) },
            revision: Number(data.revision) || 0,
            values,
            manifests: (0,_diff_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifests */ .PX)(text('manifests.yaml')),
            settings: (0,_change_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSettings */ .P$)(text('settings.json')),
            settled: settledOf(data['settled.json']),
        };
    }
    catch {
        return undefined;
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

/***/ "src/stages/session/cluster-status.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EF: () => (/* binding */ clusterWork),
/* harmony export */   c2: () => (/* binding */ runningOperations),
/* harmony export */   dO: () => (/* binding */ offeredVersions),
/* harmony export */   eY: () => (/* binding */ clusterAbsence),
/* harmony export */   "in": () => (/* binding */ refuseBrokenCluster),
/* harmony export */   ts: () => (/* binding */ channelOf)
/* harmony export */ });
/* harmony import */ var _cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/clusters.js");
/* harmony import */ var _cloud_rest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/cloud/rest.js");
/* harmony import */ var _config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/platform/cluster-id.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");




function channelOf({ platform }) {
    return platform.releaseChannel ?? 'REGULAR';
}
async function clusterAbsence(session) {
    const live = await (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB)(session.google, idOf(session));
    if (live === undefined)
        return { state: 'missing', cluster: (0,_config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterIdOf */ .r)(session.config).name };
    const cluster = live.name;
    if (live.status === 'ERROR')
        return { state: 'other-status', cluster, status: (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .withReason */ .ZI)('ERROR', live) };
    const [first] = await runningOperations(session);
    if (first !== undefined)
        return { state: 'busy', ...clusterWork(cluster, first) };
    if (live.dnsEndpoint === undefined)
        return { state: 'no-dns-endpoint', cluster };
    return { state: 'other-status', cluster, status: live.status };
}
async function refuseBrokenCluster({ google, config }) {
    const id = (0,_config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterIdOf */ .r)(config);
    const live = await (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB)(google, id);
    if (live?.status !== 'ERROR')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4((0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .withReason */ .ZI)(`The cluster ${live.name} is in the state ERROR`, live), {
        where: (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterPath */ .Sf)(id),
        hint: (0,_config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_3__/* .makesPlatform */ .p)(config)
            ? `Delete it, then run apply again, which makes a new one: gcloud container clusters delete ${live.name} --location=${id.location} --project=${id.project}`
            : 'Whoever manages the cluster must mend it.',
    });
}
async function runningOperations(session) {
    return (await unlessRefused((0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .listRunningOperations */ .KT)(session.google, idOf(session)))) ?? [];
}
function clusterWork(cluster, { type, started }) {
    return { cluster, operation: type, ...(started === '' ? {} : { started }) };
}
function offeredVersions({ google, config }, cluster = { channel: channelOf(config) }) {
    const { channel } = cluster;
    return channel === undefined
        ? Promise.resolve(undefined)
        : unlessRefused((0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getOfferedVersions */ .Hg)(google, (0,_config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterIdOf */ .r)(config), channel));
}
function idOf({ config }) {
    return (0,_config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterIdOf */ .r)(config);
}
async function unlessRefused(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof _cloud_rest_js__WEBPACK_IMPORTED_MODULE_1__.GoogleApiError)
            return undefined;
        throw error;
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
/* harmony import */ var _config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/config/platform/cluster-id.js");
/* harmony import */ var _helm_release_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/release/record.js");
/* harmony import */ var _system_all_settled_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/system/all-settled.js");
/* harmony import */ var _backend_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/stages/session/backend-service.js");






const UNUSABLE = new Set(['PROVISIONING', 'STOPPING', 'ERROR']);
async function connectCluster(session) {
    const { config, context, google, token } = session;
    const [, cluster] = await (0,_system_all_settled_js__WEBPACK_IMPORTED_MODULE_4__/* .allEnded */ .C)([session.projectNumber(), (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB)(google, (0,_config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_5__/* .clusterIdOf */ .r)(config))]);
    if (cluster === undefined || cluster.dnsEndpoint === undefined)
        return undefined;
    if (UNUSABLE.has(cluster.status))
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