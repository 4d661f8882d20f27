"use strict";
exports.id = 343;
exports.ids = [343,945,466,880];
exports.modules = {

/***/ 33271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ makeKeeperReport),
/* harmony export */   EK: () => (/* binding */ writeAudience),
/* harmony export */   Jl: () => (/* binding */ writeMembers),
/* harmony export */   KT: () => (/* binding */ keeperKey),
/* harmony export */   ZF: () => (/* binding */ readKeeper),
/* harmony export */   mo: () => (/* binding */ readMembers)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8457);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75770);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91935);





/** Reads the list that the hub enforces; undefined before the first apply. */
async function readMembers(lists) {
    return (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .parseMemberList */ .Gv)((await lists.kubernetes.get(reference(lists, 'members')))?.data?.['members.json']);
}
const ATTEMPTS = 10;
/**
 * Gives the hub the list of people, with a new generation, where it differs. A second run that writes at the same
 * moment is noticed by the version that was read, and the list is then made anew from what that run wrote.
 */
async function writeMembers(lists, people, pause = node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout) {
    for (let attempt = 1;; attempt += 1) {
        const live = await lists.kubernetes.get(reference(lists, 'members'));
        const before = (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .parseMemberList */ .Gv)(live?.data?.['members.json']);
        const list = (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .nextMemberList */ .QC)(before, people);
        if (list === before)
            return { list, before, changed: false };
        const object = configMap(lists, 'members', { 'members.json': `${JSON.stringify(list, null, 1)}\n` });
        try {
            const resourceVersion = live?.metadata.resourceVersion;
            if (resourceVersion === undefined)
                await lists.kubernetes.create(object);
            else
                await lists.kubernetes.replace({ ...object, metadata: { ...object.metadata, resourceVersion } });
            return { list, before, changed: true };
        }
        catch (error) {
            if (!(error instanceof _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_2__/* .KubernetesError */ .dK) || error.status !== 409)
                throw error;
            if (attempt === ATTEMPTS) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4(`The list of people was changed by somebody else ${ATTEMPTS} times while this run wrote it`, {
                    where: `ConfigMap ${lists.namespace}/${lists.hub}-members`,
                    hint: 'Look which other run writes it, wait for its end, then run again.',
                    cause: error,
                });
            }
            await pause(100 * attempt * (0.5 + Math.random()));
        }
    }
}
/** Tells the authenticator which backend services it may believe; true where that is new to it. */
async function writeAudience(lists, audiences) {
    const data = { 'audiences.json': `${JSON.stringify(audiences)}\n` };
    const live = await lists.kubernetes.get(reference(lists, 'audience'));
    if (live?.data?.['audiences.json'] === data['audiences.json'])
        return false;
    await lists.kubernetes.apply(configMap(lists, 'audience', data));
    return true;
}
/** Makes the ConfigMap that the keeper reports in, empty: its own rights end at changing it. */
async function makeKeeperReport(lists) {
    if (await lists.kubernetes.get(reference(lists, 'keeper')))
        return false;
    await lists.kubernetes.create(configMap(lists, 'keeper', {}));
    return true;
}
/** Reads the keeper's report; undefined while it has written none. */
async function readKeeper(lists) {
    const text = (await lists.kubernetes.get(reference(lists, 'keeper')))?.data?.['status.json'];
    try {
        const status = JSON.parse(text ?? '');
        if (!Number.isSafeInteger(status.generation))
            return undefined;
        const { people } = status;
        return { ...status, people: typeof people === 'object' && people !== null ? people : {} };
    }
    catch {
        return undefined;
    }
}
/** Name of a person in the keeper's report, which holds no e-mail: the first 16 hex digits of its SHA-256. */
function keeperKey(email) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(email).digest('hex').slice(0, 16);
}
function reference({ hub, namespace }, list) {
    return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `${hub}-${list}` };
}
function configMap(lists, list, data) {
    const { apiVersion, kind, namespace, name } = reference(lists, list);
    const labels = { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'app.kubernetes.io/instance': lists.hub };
    return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels }, data };
}


/***/ }),

/***/ 91935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ parseMemberList),
/* harmony export */   QC: () => (/* binding */ nextMemberList),
/* harmony export */   kd: () => (/* binding */ memberListChanges)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43668);

/** The list that the hub should hold. The generation stays when nobody changed, so that a repeated run writes nothing. */
function nextMemberList(live, people) {
    const wanted = [...people]
        .map(({ email, admin, until }) => ({ email, admin, until: until ?? null }))
        .sort((a, b) => (a.email < b.email ? -1 : 1));
    if (live && JSON.stringify(live.people) === JSON.stringify(wanted))
        return live;
    return { generation: (live?.generation ?? 0) + 1, people: wanted };
}
/**
 * Reads the text of `members.json`; anything that is not such a list counts as none, and is then written anew. A list
 * whose people make no sense counts as empty: its generation is known to the hub, and the next one must be larger.
 */
function parseMemberList(text) {
    try {
        const { generation, people } = JSON.parse(text ?? '');
        if (!Number.isSafeInteger(generation))
            return undefined;
        return { generation, people: Array.isArray(people) && people.every(isPerson) ? people : [] };
    }
    catch {
        return undefined;
    }
}
function isPerson(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { email, admin, until } = value;
    const isEnd = until === null || (typeof until === 'string' && !Number.isNaN(Date.parse(until)));
    return typeof email === 'string' && typeof admin === 'boolean' && isEnd;
}
/** One Change per person whom the hub would treat differently: in, out, another end, admin or not. */
function memberListChanges(live, next, people) {
    const before = new Map((live?.people ?? []).map((person) => [person.email, describe(person)]));
    const after = new Map(next.people.map((person) => [person.email, describe(person)]));
    const sources = new Map(people.map((person) => [person.email, person.source]));
    const changes = [];
    for (const [email, access] of after) {
        const was = before.get(email);
        if (was === access)
            continue;
        changes.push({
            engine: 'members',
            action: was === undefined ? 'create' : 'update',
            address: email,
            kind: 'person',
            attributes: [{ name: 'access', ...(was === undefined ? {} : { before: was }), after: access }],
            note: `listed at ${sources.get(email) ?? 'the users file'}`,
        });
    }
    for (const [email, was] of before) {
        if (after.has(email))
            continue;
        changes.push({
            engine: 'members',
            action: 'delete',
            address: email,
            kind: 'person',
            attributes: [{ name: 'access', before: was }],
            note: 'servers are stopped, tokens are revoked, the home is kept',
        });
    }
    return changes;
}
function describe(person) {
    return `${person.admin ? 'admin' : 'user'}${person.until ? `, until ${(0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDay */ .NY)(person.until)}` : ''}`;
}


/***/ }),

/***/ 43668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ lastDay),
/* harmony export */   VA: () => (/* binding */ mergePolicy),
/* harmony export */   ui: () => (/* binding */ memberChanges)
/* harmony export */ });
/* unused harmony exports ACCESSOR_ROLE, conditionTitle, desiredBindings */
/** The one role that this product grants: to pass the Identity-Aware Proxy of one backend service. */
const ACCESSOR_ROLE = 'roles/iap.httpsResourceAccessor';
/** Title that marks conditional bindings as ours; bindings with other conditions are never touched. */
function conditionTitle(hub) {
    return `jupyterhub-gke:${hub}`;
}
/** Bindings that the listed people need: one without condition, and one for each end date. People whose end has passed get none. */
function desiredBindings(hub, people, now) {
    const byEnd = new Map();
    for (const person of people) {
        if (person.until !== undefined && Date.parse(person.until) <= now.getTime())
            continue;
        const members = byEnd.get(person.until) ?? [];
        members.push(`user:${person.email}`);
        byEnd.set(person.until, members);
    }
    return [...byEnd]
        .sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''))
        .map(([until, members]) => ({
        role: ACCESSOR_ROLE,
        members: members.sort(),
        ...(until === undefined
            ? {}
            : { condition: { title: conditionTitle(hub), expression: `request.time < timestamp("${until}")` } }),
    }));
}
/** Merges the listed people into a live policy: our bindings become the desired ones, all others stay as they are. */
function mergePolicy(hub, live, people, now) {
    const isOurs = (binding) => binding.role === ACCESSOR_ROLE &&
        (binding.condition === undefined || binding.condition.title === conditionTitle(hub));
    const bindings = live.bindings ?? [];
    const ours = bindings.filter(isOurs);
    const others = bindings.filter((binding) => !isOurs(binding));
    const desired = desiredBindings(hub, people, now);
    const before = grants(ours);
    const after = grants(desired);
    const added = [...after.keys()].filter((member) => !before.has(member));
    const removed = [...before.keys()].filter((member) => !after.has(member));
    const rescheduled = [...after].filter(([m, end]) => before.has(m) && before.get(m) !== end).map(([m]) => m);
    return {
        policy: {
            version: 3,
            ...(live.etag === undefined ? {} : { etag: live.etag }),
            bindings: [...others, ...desired],
        },
        changed: added.length + removed.length + rescheduled.length > 0,
        added: added.sort(),
        removed: removed.sort(),
        rescheduled: rescheduled.sort(),
        foreign: others
            .filter((binding) => binding.role === ACCESSOR_ROLE)
            .flatMap((binding) => binding.members ?? [])
            .sort(),
    };
}
/** Member → all its ends, as one comparable text; IAM may change the case of an address, so case does not count. */
function grants(bindings) {
    const ends = new Map();
    for (const binding of bindings) {
        for (const member of binding.members ?? []) {
            const known = ends.get(member.toLowerCase()) ?? new Set();
            known.add(binding.condition?.expression ?? 'always');
            ends.set(member.toLowerCase(), known);
        }
    }
    return new Map([...ends].map(([member, set]) => [member, [...set].sort().join(' or ')]));
}
/** One Change per person whose access differs, in the words of the plan comment. */
function memberChanges(difference, people) {
    const byMember = new Map(people.map((person) => [`user:${person.email}`, person]));
    const entry = (member, action) => {
        const person = byMember.get(member);
        const access = person
            ? `${person.admin ? 'admin' : 'user'}${person.until ? ` until ${lastDay(person.until)}` : ''}`
            : undefined;
        return {
            engine: 'members',
            action,
            address: member.replace(/^[a-z]+:/i, ''),
            kind: 'person',
            attributes: access === undefined ? [] : [{ name: 'access', after: access }],
            note: action === 'delete'
                ? 'server is stopped, tokens are revoked, home is kept'
                : `listed at ${person?.source ?? 'users file'}`,
        };
    };
    return [
        ...difference.added.map((member) => entry(member, 'create')),
        ...difference.rescheduled.map((member) => entry(member, 'update')),
        ...difference.removed.map((member) => entry(member, 'delete')),
    ];
}
/** The last day (UTC) on which a person with this exclusive end is still in. */
function lastDay(until) {
    return new Date(Date.parse(until) - 1).toISOString().slice(0, 10);
}


/***/ }),

/***/ 20845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ planPolicy),
/* harmony export */   kh: () => (/* binding */ syncPolicy)
/* harmony export */ });
/* unused harmony export iapResource */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cloud_rest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74949);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75770);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43668);




/** IAP's name of a backend service (cloud.google.com/iap/docs/reference/rest/v1/TopLevel). */
function iapResource({ projectNumber, backendId }) {
    return `projects/${projectNumber}/iap_web/compute/services/${backendId}`;
}
/** Reads the door's policy and says what the listed people would change in it; writes nothing. */
async function planPolicy(door, people, now) {
    return (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .mergePolicy */ .VA)(door.hub, await readPolicy(door), people, now);
}
const ATTEMPTS = 10;
/**
 * Makes the door's policy say what the users file says: read, merge, write with the etag that was read, and all over
 * again when somebody else wrote in between. Nothing is written where nothing differs.
 */
async function syncPolicy(door, people, now = () => new Date(), pause = node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout) {
    for (let attempt = 1;; attempt += 1) {
        const change = (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .mergePolicy */ .VA)(door.hub, await readPolicy(door), people, now());
        if (!change.changed)
            return change;
        try {
            await door.google.call({
                service: 'iap',
                method: 'POST',
                path: `${iapResource(door)}:setIamPolicy`,
                body: { policy: change.policy },
            });
            return change;
        }
        catch (error) {
            const lost = error instanceof _cloud_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .GoogleApiError */ .G && (error.status === 409 || error.status === 412);
            if (!lost)
                throw error;
            if (attempt === ATTEMPTS) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`The access policy was changed by somebody else ${ATTEMPTS} times while this run wrote it`, {
                    where: iapResource(door),
                    hint: 'Look who else writes it (another workflow, a script, the console), then run again. Their changes are kept, ours were not written.',
                    cause: error,
                });
            }
            await pause(100 * 2 ** Math.min(attempt, 6) * (0.5 + Math.random()));
        }
    }
}
async function readPolicy(door) {
    return door.google.call({
        service: 'iap',
        method: 'POST',
        path: `${iapResource(door)}:getIamPolicy`,
        body: { options: { requestedPolicyVersion: 3 } },
    });
}


/***/ }),

/***/ 72402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** SHA-256 (hex) of what a change set does, whatever the order of keys: two plans that do the same have the same. */
function fingerprint(changeSet) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(changeSet)).digest('hex');
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

/***/ 28029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ endpointOf)
/* harmony export */ });
// Variable names are those of the terraform google provider, so that one setting moves both
// (hashicorp/terraform-provider-google, google/transport, 7.45); sts has none there, ours follows the pattern.
const ENDPOINTS = {
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
/** Base URL of a Google API, with a slash at its end: the environment's override, else Google's. */
function endpointOf(service, env) {
    const { variable, base } = ENDPOINTS[service];
    const chosen = env[variable] || base;
    return chosen.endsWith('/') ? chosen : `${chosen}/`;
}


/***/ }),

/***/ 8457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rP: () => (/* binding */ Kubernetes),
  dK: () => (/* reexport */ KubernetesError)
});

// UNUSED EXPORTS: objectPath

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
;// CONCATENATED MODULE: ./lib/src/cloud/kube-errors.js

/** A refusal of the API server, with its own reason such as `Forbidden`, `Conflict` or `AlreadyExists`. */
class KubernetesError extends errors/* ToolError */.v4 {
    status;
    reason;
    constructor(message, details) {
        super(message, { where: details.where, ...(details.hint === undefined ? {} : { hint: details.hint }) });
        this.status = details.status;
        this.reason = details.reason;
    }
}
/** The document of a good answer; a proxy's page in its place is named as what it is. */
function parsed(text, where) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* ToolError */.v4('The answer is not what Kubernetes says: it is no JSON', {
            where,
            hint: 'Check whether a proxy between this machine and the cluster answers in its place.',
            cause,
        });
    }
}
/** A connection that failed, with the way to look for the cause. */
function unreachable(host, where, cause) {
    const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
    return new errors/* ToolError */.v4(`The cluster at ${host} cannot be reached (${(0,errors/* errorMessage */.gJ)(inner)})`, {
        where,
        hint: 'Check that the cluster is RUNNING with its DNS endpoint on, and the network of this machine (proxy, firewall), then run again.',
        cause,
    });
}
const HINTS = {
    401: 'Sign in again: the token has expired, or it belongs to nobody whom this cluster knows.',
    403: 'Grant roles/container.admin (apply), or what SETUP.md lists for this identity; a new grant takes a minute or two.',
    409: 'Somebody else wrote at the same moment. Run again.',
    429: 'The cluster asks for patience. Run again in some minutes.',
};
/** A refusal as one plain message. */
function refused(status, text, where) {
    const said = statusOf(text);
    const message = said?.message ?? `HTTP ${status}`;
    const plain = status === 401
        ? `The cluster does not accept the credentials (${message})`
        : status === 403
            ? `A permission in the cluster is missing: ${message}`
            : message;
    const hint = HINTS[status] ?? (status >= 500 ? 'The API server is unwell. Run again in some minutes.' : undefined);
    return new KubernetesError(plain, { status, reason: said?.reason, where, ...(hint === undefined ? {} : { hint }) });
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

/** URL path of an object, or of its kind when it has no name. Kinds in use have regular plurals. */
function objectPath(ref) {
    const group = ref.apiVersion.includes('/') ? `apis/${ref.apiVersion}` : `api/${ref.apiVersion}`;
    const kind = ref.kind.toLowerCase();
    const plural = kind.endsWith('s') ? `${kind}es` : kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
    const parts = ref.namespace === undefined ? [] : ['namespaces', ref.namespace];
    const path = [...parts, plural, ...(ref.name === undefined ? [] : [ref.name])];
    // A URL resolves dots even when they are encoded, so such a name would be another object's path.
    if (path.some((part) => part === '' || part === '.' || part === '..')) {
        throw new errors/* ToolError */.v4(`"${path.join('/')}" cannot be the name of a Kubernetes object`);
    }
    return `/${group}/${path.map(encodeURIComponent).join('/')}`;
}
/** The reference of an object. */
function refOf(object) {
    const { name, namespace } = object.metadata;
    return { apiVersion: object.apiVersion, kind: object.kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

;// CONCATENATED MODULE: ./lib/src/cloud/kubernetes.js





const RETRIES = 4;
/** Kubernetes as one more HTTPS host: a bearer token, bounded retries, and errors that name cause and way out. */
class Kubernetes {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** The object, or undefined when it (or its namespace or type) does not exist. */
    async get(ref) {
        return absent(this.#call({ method: 'GET', path: objectPath(ref) }));
    }
    /** All objects of a kind in one namespace (or the cluster); an unknown kind gives an empty list. */
    async list(ref, query = {}) {
        const text = new URLSearchParams(query).toString();
        const path = `${objectPath(ref)}${text === '' ? '' : `?${text}`}`;
        const found = await absent(this.#call({ method: 'GET', path }));
        return (found?.items ?? []).map((item) => ({ apiVersion: ref.apiVersion, kind: ref.kind, ...item }));
    }
    /** Server-side apply: the object has these fields afterwards, whoever set them before. */
    async apply(object) {
        const path = `${objectPath(refOf(object))}?fieldManager=jupyterhub-gke&force=true`;
        return this.#call({ method: 'PATCH', path, body: object, type: 'application/apply-patch+yaml' });
    }
    /** Creates the object; fails with reason `AlreadyExists` when it is there. Never repeated after a lost answer. */
    async create(object) {
        const { name: _, ...ref } = refOf(object);
        return this.#call({ method: 'POST', path: objectPath(ref), body: object });
    }
    /** Writes the whole object; fails with reason `Conflict` when its resourceVersion is not the newest. */
    async replace(object) {
        return this.#call({ method: 'PUT', path: objectPath(refOf(object)), body: object });
    }
    /** JSON merge patch; a field set to null goes. */
    async patch(ref, change) {
        return this.#call({ method: 'PATCH', path: objectPath(ref), body: change, type: 'application/merge-patch+json' });
    }
    /** Deletes the object and, in the background, what it owns; true when it was there. */
    async delete(ref) {
        const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' };
        return (await absent(this.#call({ method: 'DELETE', path: objectPath(ref), body }))) !== undefined;
    }
    async #call(call) {
        const url = new URL(call.path, `https://${this.#options.endpoint.replace(/^https:\/\//, '')}/`);
        const where = `${call.method} ${url.host}${url.pathname}`;
        for (let attempt = 0;; attempt += 1) {
            // Outside of the retries: a missing token is no fault of the cluster, and says so itself.
            const token = await this.#options.token();
            const answer = await this.#send(call, url, token).catch((cause) => ({ cause }));
            if ('cause' in answer) {
                if (attempt < RETRIES && call.method !== 'POST' && !this.#options.signal?.aborted) {
                    await this.#wait(attempt);
                    continue;
                }
                throw unreachable(url.host, where, answer.cause);
            }
            const { status, text } = answer;
            if (status >= 200 && status < 300)
                return parsed(text, where);
            // 429 was not carried out, so that even a POST may be sent again; after a 5xx nobody knows.
            const again = status === 429 || (status >= 500 && call.method !== 'POST');
            if (!again || attempt >= RETRIES)
                throw refused(status, text, where);
            await this.#wait(attempt, answer.retryAfter);
        }
    }
    async #send(call, url, token) {
        const limit = AbortSignal.timeout(60_000);
        const answer = await (this.#options.fetch ?? fetch)(url, {
            method: call.method,
            headers: {
                authorization: `Bearer ${token}`,
                accept: 'application/json',
                ...(call.body === undefined ? {} : { 'content-type': call.type ?? 'application/json' }),
            },
            ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
            redirect: 'error',
            signal: this.#options.signal ? AbortSignal.any([limit, this.#options.signal]) : limit,
        });
        const text = await answer.text();
        return { status: answer.status, text, retryAfter: Number(answer.headers.get('retry-after')) };
    }
    async #wait(attempt, retryAfterSeconds = 0) {
        const backOff = 300 * 2 ** attempt * (0.5 + Math.random());
        await (this.#options.sleep ?? promises_.setTimeout)(Math.max(backOff, Math.min(retryAfterSeconds || 0, 30) * 1000));
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

/***/ 77330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iU: () => (/* binding */ getBackendService),
/* harmony export */   j0: () => (/* binding */ projectNumber),
/* harmony export */   o6: () => (/* binding */ stateExists)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75770);

/** Number of a project (a decimal string), which IAP resources and audiences are named by. */
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
/** True when the terraform state of a prefix exists; a missing bucket is an error that says how to make it. */
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
/** Reads a global backend service by name; undefined when there is none. */
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

/***/ 74949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ GoogleApiError),
/* harmony export */   L: () => (/* binding */ GoogleClient)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75770);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28029);



/** A refusal or failure of a Google API, with what is needed to explain it. */
class GoogleApiError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4 {
    status;
    /** Google's machine-readable reason, such as `SERVICE_DISABLED` or `notFound`. */
    reason;
    constructor(message, details) {
        super(message, { where: details.where, ...(details.hint === undefined ? {} : { hint: details.hint }) });
        this.status = details.status;
        this.reason = details.reason;
    }
}
const RETRY_STATUS = new Set([408, 429, 500, 502, 503, 504]);
/** Calls Google's REST APIs with a bearer token, bounded retries and errors that name cause and way out. */
class GoogleClient {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** Sends a request and returns the decoded body; undefined on 404 when the caller says that absence is an answer. */
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
    /** Sends a request and returns the decoded body; throws a GoogleApiError on any refusal. */
    async call(request) {
        const { env } = this.#options;
        const url = new URL((0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__/* .endpointOf */ .X)(request.service, env) + request.path);
        for (const [key, value] of Object.entries(request.query ?? {}))
            url.searchParams.set(key, value);
        const retries = request.retries ?? 4;
        for (let attempt = 0;; attempt += 1) {
            const answer = await this.#send(request, url).catch((cause) => ({ cause }));
            if ('cause' in answer) {
                // Without credentials nothing was sent: that has a cause and a way out of its own.
                if (answer.cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4)
                    throw answer.cause;
                if (attempt < retries) {
                    await this.#wait(attempt);
                    continue;
                }
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`${url.host} cannot be reached (${causeText(answer.cause)})`, {
                    where: `${request.method ?? 'GET'} ${url.origin}${url.pathname}`,
                    hint: 'Check the network of this machine (proxy, firewall, DNS), then run again. Nothing was changed by this call.',
                    cause: answer.cause,
                });
            }
            if (answer.ok)
                return (await answer.json());
            const text = await answer.text();
            if (RETRY_STATUS.has(answer.status) && attempt < retries) {
                await this.#wait(attempt, Number(answer.headers.get('retry-after')));
                continue;
            }
            throw explain(request, url, answer.status, text);
        }
    }
    async #send(request, url) {
        const token = await this.#options.token();
        return (this.#options.fetch ?? fetch)(url, {
            method: request.method ?? 'GET',
            headers: {
                authorization: `Bearer ${token}`,
                accept: 'application/json',
                ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
            redirect: 'error',
            signal: AbortSignal.timeout(60_000),
        });
    }
    async #wait(attempt, retryAfterSeconds = 0) {
        const backOff = 500 * 2 ** attempt * (0.5 + Math.random());
        await (this.#options.sleep ?? node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.max(backOff, Math.min(retryAfterSeconds || 0, 60) * 1000));
    }
}
function causeText(cause) {
    const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(inner);
}
/** Turns Google's error body into one plain sentence with cause and way out. */
function explain(request, url, status, text) {
    const error = parseError(text);
    const info = error?.details?.find((detail) => detail['@type']?.endsWith('ErrorInfo'));
    const reason = info?.reason ?? error?.errors?.[0]?.reason ?? error?.status;
    const said = error?.message ?? `HTTP ${status}`;
    const where = `${request.method ?? 'GET'} ${url.host}${url.pathname}`;
    if (reason === 'SERVICE_DISABLED' || reason === 'accessNotConfigured') {
        const api = info?.metadata?.service ?? `${request.service}.googleapis.com`;
        return new GoogleApiError(`The API ${api} is not enabled in this project`, {
            status,
            reason: 'SERVICE_DISABLED',
            where,
            hint: `Run "gcloud services enable ${api}" once, or let "apply" enable it, and wait a minute.`,
        });
    }
    if (status === 401) {
        return new GoogleApiError(`Google does not accept the credentials (${said})`, {
            status,
            reason,
            where,
            hint: 'Sign in again: the token has expired, or workload_identity_provider and service_account do not fit this workflow.',
        });
    }
    if (status === 403) {
        return new GoogleApiError(`A permission is missing: ${said}`, {
            status,
            reason,
            where,
            hint: 'Grant the role that SETUP.md lists for this identity, then run again; a new grant takes a minute or two.',
        });
    }
    return new GoogleApiError(said, { status, reason, where });
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


/***/ }),

/***/ 95880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ audienceOf),
/* harmony export */   g: () => (/* binding */ findBackend)
/* harmony export */ });
/* harmony import */ var _cloud_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77330);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75770);


/**
 * Finds the load balancer's backend service of the hub: the GKE controller lists the names in an annotation of the
 * Ingress, and Compute knows the numeric id that assertions and policies are about. Undefined while there is none.
 */
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
    // The Ingress has a default backend too, which IAP does not guard; only the proxy's may count.
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
/** Audience of the assertions that Identity-Aware Proxy makes for a backend service (cloud.google.com/iap/docs/signed-headers-howto). */
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

/***/ 33843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ withChartFindings)
/* harmony export */ });
/* unused harmony export chartDiagnostics */
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88228);
/* harmony import */ var _helm_companion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12796);
/* harmony import */ var _helm_schema_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59052);
/* harmony import */ var _helm_schema_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92503);
/* harmony import */ var _helm_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90310);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97160);
/* harmony import */ var _read_input_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47883);







const CORRECT = 'Correct it as the chart\'s "Configuration Reference" says.';
const NOT_WRITTEN = 'It is not written in hub.values: it comes from jupyterhub-gke itself, or from another key of the file.';
const TESTED = `Use a release of the chart that was tested, such as ${_versions_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_CHART_VERSION */ .qD}.`;
/** Runs what shows the values to helm; what the chart's schema refuses is told as findings at the lines of the file. */
async function withChartFindings({ context, config, input }, prepared, work) {
    try {
        return await work();
    }
    catch (error) {
        const isTheirs = error instanceof _helm_schema_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ChartSchemaError */ .s && error.chart !== _helm_companion_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPANION_CHART */ .uR;
        if (!isTheirs || error.findings.length === 0)
            throw error;
        const values = { written: config.hub.values, layered: prepared.values, locate: input.locate };
        const diagnostics = chartDiagnostics(error.findings, values);
        context.annotate(diagnostics);
        throw new _read_input_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz({ input: undefined, diagnostics, sources: input.sources }, error);
    }
}
/** Findings of the chart's schema at the place of what the person wrote, or at the nearest one where it was not written. */
function chartDiagnostics(findings, values) {
    return (0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_6__/* .orderFindings */ .$t)(findings.map((finding) => {
        const { path, isWritten } = writtenPath(finding.path, values.written, values.layered);
        const part = isWritten && finding.about === 'value' ? 'value' : 'key';
        // The excerpt of a line would show a secret that stands on it, which is in the file but need not be in every log.
        const absent = !isWritten || finding.about === 'absent' || (0,_helm_schema_words_js__WEBPACK_IMPORTED_MODULE_2__/* .looksSecret */ .n0)(finding.path);
        return {
            ...values.locate(['hub', 'values', ...path], part),
            severity: 'error',
            rule: 'chart-schema',
            message: isWritten ? finding.message : `${finding.message} ${NOT_WRITTEN}`,
            hint: isWritten ? CORRECT : TESTED,
            ...(absent ? { absent } : {}),
        };
    }));
}
/** The part of a path in helm's values that the person wrote, as it is in the file. */
function writtenPath(wanted, written, layered) {
    const path = [];
    let mine = written;
    let all = layered;
    for (const step of wanted) {
        const key = keyIn(mine, all, step);
        if (key === undefined)
            return { path, isWritten: false };
        path.push(key);
        mine = child(mine, key);
        all = child(all, step);
    }
    return { path, isWritten: true };
}
/** Key or index of the person's value for one of helm's; undefined where the person has none. */
function keyIn(mine, all, step) {
    if (!Array.isArray(mine))
        return child(mine, step) === undefined ? undefined : step;
    // Lists that are joined have ours first; a list of named entries may have become a mapping.
    const index = Array.isArray(all)
        ? Number(step) - (all.length - mine.length)
        : mine.findIndex((item) => (0,_helm_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(item) && item.name === String(step));
    return index in mine ? index : undefined;
}
function child(value, step) {
    if (Array.isArray(value))
        return value[Number(step)];
    return (0,_helm_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
}


/***/ }),

/***/ 82583:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ changeDocument)
/* harmony export */ });
/* harmony import */ var _change_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72402);

/** The document that plan, apply, sync-users and destroy print with --json; facts of one command come by `more`. */
function changeDocument(command, changeSet, changed, more = {}) {
    return {
        command,
        hub: changeSet.hub,
        changed,
        fingerprint: (0,_change_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(changeSet),
        // Through JSON, so that what is undefined is absent.
        changes: JSON.parse(JSON.stringify(changeSet.changes)),
        ...more,
    };
}


/***/ }),

/***/ 9301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h$: () => (/* binding */ notesOf),
/* harmony export */   jF: () => (/* binding */ planPeople),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/* harmony import */ var _access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33271);
/* harmony import */ var _access_members_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91935);
/* harmony import */ var _access_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43668);
/* harmony import */ var _access_sync_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20845);




/** Compares the listed people with the hub's list and the door's policy, wherever these exist already. */
async function planPeople(people, lists, door, now) {
    const [live, policy] = await Promise.all([
        lists === undefined ? undefined : (0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .readMembers */ .mo)(lists),
        door === undefined ? undefined : (0,_access_sync_js__WEBPACK_IMPORTED_MODULE_1__/* .planPolicy */ ._0)(door, people, now),
    ]);
    const ofList = (0,_access_members_js__WEBPACK_IMPORTED_MODULE_2__/* .memberListChanges */ .kd)(live, (0,_access_members_js__WEBPACK_IMPORTED_MODULE_2__/* .nextMemberList */ .QC)(live, people), people);
    return { changes: joined(ofList, policy === undefined ? [] : (0,_access_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .memberChanges */ .ui)(policy, people)), notes: notesOf(policy) };
}
/** One change per person: the hub's list says it all, the policy adds those for whom only the door differs. */
function joined(ofList, ofPolicy) {
    const known = new Set(ofList.map(({ address }) => address));
    return [...ofList, ...ofPolicy.filter(({ address }) => !known.has(address))];
}
/** What is worth knowing about grants that others made. */
function notesOf(policy) {
    const foreign = policy?.foreign ?? [];
    if (foreign.length === 0)
        return [];
    const some = foreign.slice(0, 5).join(', ');
    const more = foreign.length > 5 ? ` and ${foreign.length - 5} more` : '';
    return [
        `Grants with a condition that somebody else made are kept: ${some}${more}. The hub lets in only whom the users file lists.`,
    ];
}


/***/ }),

/***/ 26263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ag: () => (/* binding */ doorOf),
  Gc: () => (/* binding */ hubBackend),
  Nm: () => (/* binding */ hubLists),
  Dv: () => (/* binding */ planHub),
  Wv: () => (/* binding */ reachCluster)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
// EXTERNAL MODULE: ./lib/src/cloud/endpoints.js
var endpoints = __webpack_require__(28029);
;// CONCATENATED MODULE: ./lib/src/cloud/clusters.js


// google.container.v1.Cluster.Status as numbers: the REST client of the library asks for numeric enums.
const STATUS = ['STATUS_UNSPECIFIED', 'PROVISIONING', 'RUNNING', 'RECONCILING', 'STOPPING', 'ERROR', 'DEGRADED'];
/**
 * Reads a cluster; undefined when it does not exist or the project has GKE still switched off.
 * The library (3 MB) is loaded at the first call only, by its v1 file: the package root would pull 12 MB more.
 */
async function getCluster(id, token, env) {
    const [{ ClusterManagerClient }, { GoogleAuth, OAuth2Client }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(240), __webpack_require__.e(427)]).then(__webpack_require__.bind(__webpack_require__, 28427)),
        Promise.all(/* import() */[__webpack_require__.e(240), __webpack_require__.e(492)]).then(__webpack_require__.t.bind(__webpack_require__, 492, 23)),
    ]);
    const endpoint = new URL((0,endpoints/* endpointOf */.X)('container', env));
    const authClient = new OAuth2Client();
    authClient.setCredentials({ access_token: await token() });
    const client = new ClusterManagerClient({
        fallback: true,
        protocol: endpoint.protocol.slice(0, -1),
        apiEndpoint: endpoint.hostname,
        port: Number(endpoint.port) || (endpoint.protocol === 'http:' ? 80 : 443),
        projectId: id.project,
        // google-gax carries its own copy of the auth library, whose types differ in private members only.
        auth: new GoogleAuth({ authClient }),
    });
    const name = `projects/${id.project}/locations/${id.location}/clusters/${id.name}`;
    try {
        const [cluster] = await client.getCluster({ name }, { timeout: 60_000 });
        const dns = cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig;
        return {
            name: cluster.name ?? id.name,
            status: typeof cluster.status === 'number' ? (STATUS[cluster.status] ?? 'UNKNOWN') : (cluster.status ?? 'UNKNOWN'),
            dnsEndpoint: dns?.endpoint || undefined,
            autopilot: cluster.autopilot?.enabled === true,
            version: cluster.currentMasterVersion ?? '',
        };
    }
    catch (error) {
        return explain(error, name);
    }
    finally {
        await client.close();
    }
}
function explain(error, where) {
    const { code, message } = error;
    const text = message ?? (0,errors/* errorMessage */.gJ)(error);
    // gRPC codes and HTTP codes both occur: the REST fallback maps most, not all, of them.
    if (code === 5 || code === 404)
        return undefined;
    if (/SERVICE_DISABLED|has not been used in project|is disabled/.test(text))
        return undefined;
    if (code === 7 || code === 403) {
        throw new errors/* ToolError */.v4(`The cluster may not be read: ${text}`, {
            where,
            hint: 'Grant roles/container.clusterViewer (plan) or roles/container.admin (apply) to this identity.',
            cause: error,
        });
    }
    if (code === 16 || code === 401) {
        throw new errors/* ToolError */.v4(`Google does not accept the credentials (${text})`, {
            where,
            hint: 'Sign in again; the token has expired or belongs to nobody.',
            cause: error,
        });
    }
    throw new errors/* ToolError */.v4(`The GKE API did not answer as expected: ${text}`, {
        where,
        hint: 'Run again; if it stays, check the network of this machine and the status page of Google Cloud.',
        cause: error,
    });
}

// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var cloud_kubernetes = __webpack_require__(8457);
// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__(77330);
// EXTERNAL MODULE: ./lib/src/helm/deployed.js
var helm_deployed = __webpack_require__(37222);
// EXTERNAL MODULE: ./lib/src/helm/release.js + 10 modules
var release = __webpack_require__(56341);
// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var variables = __webpack_require__(70915);
// EXTERNAL MODULE: ./lib/src/commands/backend.js
var backend = __webpack_require__(95880);
// EXTERNAL MODULE: ./lib/src/commands/chart-findings.js
var chart_findings = __webpack_require__(33843);
// EXTERNAL MODULE: ./lib/src/commands/people.js
var commands_people = __webpack_require__(9301);
// EXTERNAL MODULE: ./lib/src/commands/product-folder.js
var product_folder = __webpack_require__(10768);
// EXTERNAL MODULE: ./lib/src/commands/programs.js + 13 modules
var programs = __webpack_require__(30994);
;// CONCATENATED MODULE: ./lib/src/commands/planning.js











/**
 * Plans platform, hub and people side by side. With `lock` the plan can be applied and holds the state's lock while it
 * is made; without it nothing is written anywhere. What does not exist yet counts as to be created.
 */
async function planHub(session, options) {
    const { config } = session;
    session.step('plan');
    const roots = await (0,programs/* openRoots */.M)(session);
    const [terraform, inside] = await allEnded([planRoots(session, roots, options.lock), planInside(session)]);
    const { reachable, live, prepared, helm, people } = inside;
    return {
        changeSet: {
            hub: config.name,
            changes: [...terraform.platform.changes, ...terraform.hub.changes, ...helm, ...people.changes],
        },
        notes: [
            ...(reachable ? [] : ['There is no cluster yet: all of the hub and of its people counts as new.']),
            ...people.notes,
        ],
        roots,
        terraform,
        prepared,
        deployed: live?.deployed,
    };
}
/** What of the plan is not terraform's: the releases in the cluster and the people. */
async function planInside(session) {
    const { config, context } = session;
    const [prepared, reachable] = await allEnded([
        (0,release/* prepareRelease */.vn)({ config, env: context.env, helmDir: (0,product_folder/* productFolder */.O)('helm') }),
        reachCluster(session),
    ]);
    const live = reachable && (await readLive(session, reachable));
    const [helm, people] = await allEnded([
        (0,chart_findings/* withChartFindings */.f)(session, prepared, () => (0,release/* planRelease */.F3)(prepared, live?.deployed, () => (0,programs/* openHelm */.L)(session))),
        (0,commands_people/* planPeople */.jF)(session.people, live?.lists, live?.door, new Date()),
    ]);
    return { prepared, reachable, live, helm, people };
}
/**
 * Like Promise.all, but a failure of one part is told only when the others have ended too: none may be left at work,
 * with a lock held or a temp folder in use.
 */
async function allEnded(parts) {
    const [first, second] = await Promise.allSettled(parts);
    if (first.status === 'rejected')
        throw first.reason;
    if (second.status === 'rejected')
        throw second.reason;
    return [first.value, second.value];
}
async function planRoots(session, roots, lock) {
    const { config, google } = session;
    const one = async (name) => {
        const exists = await (0,project/* stateExists */.o6)(google, config.state.bucket, (0,variables/* statePrefix */.Y6)(config.name, name));
        return roots[name].plan({ stateExists: exists, lock });
    };
    const [platform, hub] = await allEnded([one('platform'), one('hub')]);
    return { platform, hub };
}
/** The hub's cluster, or undefined when there is none that answers: not made yet, or just being made or deleted. */
async function reachCluster(session) {
    const { config, context, token } = session;
    const { project, location, name } = config;
    const cluster = await getCluster({ project, location, name }, token, context.env);
    if (cluster === undefined || cluster.dnsEndpoint === undefined)
        return undefined;
    if (cluster.status === 'PROVISIONING' || cluster.status === 'STOPPING')
        return undefined;
    const kubernetes = new cloud_kubernetes/* Kubernetes */.rP({ endpoint: cluster.dnsEndpoint, token, signal: context.signal });
    return { cluster, endpoint: cluster.dnsEndpoint, kubernetes };
}
/** Where the lists that the hub enforces are. */
function hubLists(session, { kubernetes }) {
    const hub = session.config.name;
    return { kubernetes, hub, namespace: (0,helm_deployed/* namespaceOf */.N6)(hub) };
}
/** The door of a hub whose load balancer exists. */
function doorOf(session, backend) {
    const { google, config, projectNumber } = session;
    return { google, hub: config.name, projectNumber, backendId: backend.id };
}
/** The load balancer's backend service of the hub; undefined while there is none. */
function hubBackend(session, { kubernetes }) {
    const { google, config } = session;
    return (0,backend/* findBackend */.g)({ kubernetes, google, project: config.project, namespace: (0,helm_deployed/* namespaceOf */.N6)(config.name) });
}
async function readLive(session, reachable) {
    const [deployed, backend] = await Promise.all([
        (0,helm_deployed/* readDeployed */.BJ)(reachable.kubernetes, session.config.name),
        hubBackend(session, reachable),
    ]);
    return {
        deployed,
        lists: hubLists(session, reachable),
        door: backend === undefined ? undefined : doorOf(session, backend),
    };
}


/***/ }),

/***/ 10768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ productFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** A folder of the product, beside the bundle. */
function productFolder(name) {
    // The bundle is dist/index.js of a checkout or of an installed package, where bin is a link to it.
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '')), '..', name);
}


/***/ }),

/***/ 30994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openHelm),
  M: () => (/* binding */ openRoots)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./lib/src/errors.js
var src_errors = __webpack_require__(75770);
;// CONCATENATED MODULE: ./lib/src/exec.js


/** Runs a program to its end and returns its output whatever its exit code; throws only when it cannot be started. */
const run = (program, args, options = {}) => new Promise((resolve, reject) => {
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: options.cwd,
        env: options.env ?? process.env,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        // A group of its own: Ctrl-C would reach the child twice, by the terminal and by us, and terraform takes the
        // second for an order to leave without releasing its lock.
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
    const onAbort = () => stop('SIGINT', 60_000);
    if (options.signal?.aborted)
        onAbort();
    options.signal?.addEventListener('abort', onAbort, { once: true });
    child.stdout?.setEncoding('utf8').on('data', out.push);
    child.stderr?.setEncoding('utf8').on('data', err.push);
    child.stdin?.on('error', () => { }); // the program may end before it has read everything
    child.stdin?.end(options.input);
    child.on('error', (cause) => reject(new src_errors/* ToolError */.v4(`${program} could not be started`, { cause })));
    child.on('close', (code) => {
        clearTimeout(limit);
        clearTimeout(killTimer);
        options.signal?.removeEventListener('abort', onAbort);
        resolve({ code, stdout: out.end(), stderr: err.end(), timedOut });
    });
});
/** Ends a child and all that it started: a grandchild that holds a pipe open would keep us waiting for ever. */
function killGroup(pid) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
        // Nobody of the group is left.
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/helm/schema-error.js
var schema_error = __webpack_require__(59052);
;// CONCATENATED MODULE: ./lib/src/helm/explain.js


const RULES = [
    {
        match: /don'?t meet the specifications of the schema|schema validation failed/i,
        explain: (text) => (0,schema_error/* chartSchemaError */.c)(text, lastLine(text)),
    },
    {
        match: /another operation \(install\/upgrade\/rollback\) is in progress/i,
        explain: (_, __, where) => new src_errors/* ToolError */.v4('Another helm operation on this release is in progress, or one was killed', {
            where,
            hint: 'If no other apply is running, run apply again: it repairs a release whose operation was killed.',
        }),
    },
    {
        match: /(?:failed to fetch|looks like|not a valid chart repository|cannot be reached|chart "?[^\n]*not found|no chart (?:version|name) found)[^\n]*/i,
        explain: (_, match, where) => new src_errors/* ToolError */.v4(`The chart cannot be had: ${match[0].trim()}`, {
            where,
            hint: 'Check hub.chart (version, repository) and the network of this machine, or give the archive as hub.chart.path.',
        }),
    },
    {
        match: /cluster unreachable|connection refused|no such host|i\/o timeout|tls handshake timeout|x509:|\bEOF\b/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`helm cannot reach the cluster: ${lastLine(text)}`, {
            where,
            hint: 'Check that the cluster is RUNNING and the network of this machine, then run again.',
        }),
    },
    {
        match: /invalid ownership metadata|cannot be imported into the current release/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`An object of the hub already exists and belongs to something else: ${lastLine(text)}`, {
            where,
            hint: 'Remove that object, or choose another hub name: every hub has a namespace and a release of its own.',
        }),
    },
    {
        match: /exceeded quota|quota exceeded/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`The cluster's quota is full: ${lastLine(text)}`, {
            where,
            hint: 'Raise the quota or remove what is no longer needed, then run again.',
        }),
    },
    {
        match: /is forbidden: User|forbidden: User|cannot (?:get|list|create|update|patch|delete) resource/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`A permission in the cluster is missing: ${lastLine(text)}`, {
            where,
            hint: 'Grant roles/container.admin to the identity that applies; a new grant takes a minute or two.',
        }),
    },
    {
        match: /field is immutable|updates to [^\n]* are forbidden|Forbidden: (?:updates|spec is immutable)|may not be changed/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`The change touches what Kubernetes never changes: ${lastLine(text)}`, {
            where,
            hint: 'Undo that part of the change; the size of the hub database and its class are fixed at the first install.',
        }),
    },
    {
        match: /context deadline exceeded|timed out waiting/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`The cluster did not finish in time: ${lastLine(text)}`, {
            where,
            hint: 'Look at the pods of the namespace (kubectl get events), then run apply again.',
        }),
    },
    {
        match: /execution error at|parse error at|error calling|template: /i,
        explain: (text) => new src_errors/* ConfigurationError */.j1(`The chart refuses hub.values: ${lastLine(text)}`, {
            where: 'jupyterhub.yaml: hub.values',
            hint: 'Correct the value that the message names.',
        }),
    },
];
/** One plain message with cause and way out for a helm call that failed; `stderr` must be free of secrets. */
function explainHelm(args, result) {
    const [verb = 'helm', ...rest] = args;
    const release = rest.find((arg) => !arg.startsWith('-')) ?? '';
    const where = `helm ${verb} ${release}`.trim();
    const text = clean(result.stderr);
    if (result.timedOut) {
        return new src_errors/* ToolError */.v4('helm did not finish in time and was stopped', {
            where,
            hint: 'Run apply again: it repairs a release that was left half-way.',
        });
    }
    for (const rule of RULES) {
        const match = rule.match.exec(text);
        if (match)
            return rule.explain(text, match, where);
    }
    const ended = result.code === null ? 'was ended by a signal' : `failed (exit code ${result.code})`;
    return new src_errors/* ToolError */.v4(`helm ${ended}${text === '' ? '' : `: ${lastLine(text)}`}`, {
        where,
        hint: 'Run again; if it stays, the message of helm names the cause.',
    });
}
/** Warnings and log lines of helm's own gone: what is left is the error. */
function clean(text) {
    return text
        .split('\n')
        .filter((line) => !/^(WARNING:|[IWE]\d{4} |level=(WARN|INFO|DEBUG)|time=)/.test(line))
        .join('\n')
        .trim();
}
function lastLine(text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const error = lines.findLast((line) => line.startsWith('Error:')) ?? lines.at(-1) ?? '';
    return error.replace(/^Error:\s*/, '').slice(0, 600);
}

;// CONCATENATED MODULE: ./lib/src/helm/cli.js





// The rest of the parent's environment (tokens, inputs of the action) is none of helm's business.
const PASSED = /^(PATH|HOME|USER|LANG|LC_ALL|TMPDIR|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|SystemRoot)$/i;
const LIMIT_SECONDS = 300;
// Rendered offline, a chart must not look different under another build of helm, each of which assumes another Kubernetes.
const KUBERNETES = '1.33.0';
/** Runs helm: values by files (0600, gone afterwards), never by arguments; a failure becomes one plain message. */
class Helm {
    #settings;
    constructor(settings) {
        this.#settings = settings;
    }
    /** Renders a chart offline and returns the YAML of all objects. */
    template(release, chart, namespace, values) {
        return this.#withValues(values, async (file) => {
            const args = ['template', release, chart, '--namespace', namespace, '--values', file];
            args.push('--kube-version', KUBERNETES);
            return (await this.#run(args)).stdout;
        });
    }
    /** Downloads a chart archive from a classic repository and returns its path. */
    async pull(name, version, repository) {
        const folder = (0,external_node_path_.join)(this.#settings.tempDir, `chart-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        await (0,promises_.mkdir)(folder, { mode: 0o700 });
        await this.#run(['pull', name, '--repo', repository, '--version', version, '--destination', folder]);
        const archive = (await (0,promises_.readdir)(folder)).find((file) => file.endsWith('.tgz'));
        if (archive === undefined)
            throw new src_errors/* ToolError */.v4(`helm brought no archive of ${name} ${version}`, { where: repository });
        return (0,external_node_path_.join)(folder, archive);
    }
    /** Installs or upgrades; does not wait for pods, which the caller does with better words. */
    upgrade(release, chart, namespace, values) {
        return this.#withValues(values, async (file) => {
            const args = ['upgrade', '--install', release, chart, '--namespace', namespace, '--values', file];
            args.push('--history-max', '10', '--timeout', `${LIMIT_SECONDS}s`, '--hide-notes');
            await this.#run([...args, ...this.#serverSide()]);
        });
    }
    /** Newest revisions first; empty when there is no such release. Prints no values, so nothing secret. */
    async history(release, namespace) {
        const args = ['history', release, '--namespace', namespace, '--max', '20', '--output', 'json'];
        const result = await this.#start(args);
        if (result.code !== 0 && /release: not found/.test(result.stderr))
            return [];
        this.#check(args, result);
        const rows = JSON.parse(result.stdout);
        return rows.sort((a, b) => b.revision - a.revision);
    }
    /** Makes an older revision the newest; works on a release that hangs in a pending state. */
    async rollback(release, revision, namespace) {
        const args = ['rollback', release, String(revision), '--namespace', namespace, '--timeout', `${LIMIT_SECONDS}s`];
        await this.#run([...args, ...this.#serverSide()]);
    }
    /** Removes a release; objects with the policy `keep` stay. A release that is not there is fine. */
    async uninstall(release, namespace) {
        const args = ['uninstall', release, '--namespace', namespace, '--ignore-not-found', '--wait', '--timeout'];
        await this.#run([...args, `${LIMIT_SECONDS}s`]);
    }
    /** helm 4 applies on the server; the files say what must be, so another writer's fields give way. */
    #serverSide() {
        return this.#settings.major >= 4 ? ['--server-side=true', '--force-conflicts'] : [];
    }
    async #withValues(values, use) {
        const file = (0,external_node_path_.join)(this.#settings.tempDir, `values-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.json`);
        try {
            await (0,promises_.writeFile)(file, JSON.stringify(values), { mode: 0o600, flag: 'wx' });
            return await use(file);
        }
        finally {
            await (0,promises_.rm)(file, { force: true });
        }
    }
    async #run(args) {
        const result = await this.#start(args);
        this.#check(args, result);
        return result;
    }
    #start(args) {
        const { program, env, run, signal, tempDir, kubeconfig } = this.#settings;
        const home = (0,external_node_path_.join)(tempDir, 'helm');
        const own = {
            HELM_CACHE_HOME: (0,external_node_path_.join)(home, 'cache'),
            HELM_CONFIG_HOME: (0,external_node_path_.join)(home, 'config'),
            HELM_DATA_HOME: (0,external_node_path_.join)(home, 'data'),
            // Without a cluster helm must not find one in the person's home folder either.
            KUBECONFIG: kubeconfig ?? (0,external_node_path_.join)(home, 'none'),
        };
        const passed = Object.entries(env).filter(([name]) => PASSED.test(name));
        return run(program, args, {
            env: { ...Object.fromEntries(passed), ...own },
            timeout: (LIMIT_SECONDS + 60) * 1000,
            ...(signal === undefined ? {} : { signal }),
        });
    }
    #check(args, result) {
        if (result.code === 0)
            return;
        const redact = this.#settings.redact ?? ((text) => text);
        throw explainHelm(args, { ...result, stdout: '', stderr: redact(result.stderr) });
    }
}
/** Major version of a helm program; fails for one that is neither 3.18+ nor 4. */
async function helmMajor(program, run) {
    const { stdout } = await run(program, ['version', '--template', '{{.Version}}'], { timeout: 30_000 });
    const match = /^v?(\d+)\.(\d+)/.exec(stdout.trim());
    const [major, minor] = [Number(match?.[1]), Number(match?.[2])];
    if (major === 4)
        return 4;
    if (major === 3 && minor >= 18)
        return 3;
    throw new src_errors/* ToolError */.v4(`helm ${stdout.trim() || 'of an unknown version'} is not supported`, {
        where: program,
        hint: 'Install helm 4, or 3.18 or later.',
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/cloud/endpoints.js
var endpoints = __webpack_require__(28029);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/src/archive.js


/**
 * Content of one file of a zip or tar.gz archive, chosen by the end of its path (`terraform`, `linux-amd64/helm`).
 * For archives whose checksum has been verified: it reads no more of the formats than those need. Throws when absent.
 */
function fileOfArchive(archive, path) {
    const found = archive.subarray(0, 2).toString('latin1') === 'PK' ? fromZip(archive, path) : fromTar((0,external_node_zlib_.gunzipSync)(archive), path);
    if (found === undefined)
        throw new src_errors/* ToolError */.v4(`The archive has no file ${path}`);
    return found;
}
function fromZip(archive, path) {
    // The end record may be followed by a comment of at most 64 KiB.
    const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0)
        return undefined;
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
        const method = archive.readUInt16LE(at + 10);
        const size = archive.readUInt32LE(at + 20);
        const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
        const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
        if (matches(name, path)) {
            const local = archive.readUInt32LE(at + 42);
            // The local header has name and extra fields of its own lengths.
            const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
            const data = archive.subarray(start, start + size);
            return method === 0 ? data : (0,external_node_zlib_.inflateRawSync)(data);
        }
        at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    }
    return undefined;
}
function fromTar(tar, path) {
    for (let at = 0; at + 512 <= tar.length;) {
        const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
        const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136).replace(/[\0 ]/g, ''), 8) || 0;
        const isFile = tar[at + 156] === 0x30 || tar[at + 156] === 0;
        if (isFile && matches(name, path))
            return tar.subarray(at + 512, at + 512 + size);
        at += 512 + Math.ceil(size / 512) * 512;
    }
    return undefined;
}
function matches(name, path) {
    return name === path || name.endsWith(`/${path}`);
}

// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__(97160);
;// CONCATENATED MODULE: ./lib/src/tools.js







/** Terraform or, where PATH has no usable one, OpenTofu; else a verified download of terraform. Throws when none is to be had. */
async function findTerraform(options) {
    return findTool(['terraform', 'tofu'], options);
}
/** Helm from PATH in range, else a verified download. Throws when none is to be had. */
async function findHelm(options) {
    return findTool(['helm'], options);
}
/** Folder for what may be kept between runs: JUPYTERHUB_GKE_CACHE, the runner's tool cache, or the user's cache folder. */
function cacheFolder(env) {
    if (env.JUPYTERHUB_GKE_CACHE)
        return env.JUPYTERHUB_GKE_CACHE;
    if (env.RUNNER_TOOL_CACHE)
        return (0,external_node_path_.join)(env.RUNNER_TOOL_CACHE, 'jupyterhub-gke');
    return (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.cache'), 'jupyterhub-gke');
}
/** First executable of that name in the environment's PATH. */
function onPath(name, env) {
    for (const folder of (env.PATH ?? '').split(external_node_path_.delimiter)) {
        // A relative entry would let the checked-out repository choose the program.
        if (!(0,external_node_path_.isAbsolute)(folder))
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
            return path;
        }
        catch {
            // not in this folder
        }
    }
    return undefined;
}
async function findTool(names, options) {
    const unfit = [];
    for (const name of names) {
        const path = onPath(name, options.env);
        if (path === undefined)
            continue;
        const version = await versionOf(name, path, options);
        if (version !== undefined && (0,versions/* inRange */.r4)(version, versions/* SUPPORTED */.Fk[name]))
            return { name, path, version, origin: 'path' };
        unfit.push(`${path} is ${version === undefined ? 'of an unknown version' : `version ${version}`}`);
    }
    const [name] = names;
    const { version } = versions/* DOWNLOADS */.iJ[name];
    const path = (0,external_node_path_.join)(cacheFolder(options.env), name, version, name);
    if ((0,external_node_fs_.existsSync)(path))
        return { name, path, version, origin: 'cache' };
    for (const reason of unfit)
        options.say(`${reason}, which is not supported; ${name} ${version} is used instead`);
    try {
        await download(name, path, options);
    }
    catch (cause) {
        const { from, below } = versions/* SUPPORTED */.Fk[name];
        throw new src_errors/* ToolError */.v4(`${names.join(' or ')} is missing, and ${name} ${version} could not be downloaded (${(0,src_errors/* errorMessage */.gJ)(cause)})`, {
            ...(unfit[0] === undefined ? {} : { where: unfit.join('; ') }),
            hint: `Put ${names.join(' or ')} of version ${from} or later, below ${below}, into PATH.`,
            cause,
        });
    }
    return { name, path, version, origin: 'download' };
}
async function versionOf(name, path, { env, run }) {
    const args = name === 'helm' ? ['version', '--template={{.Version}}'] : ['version', '-json'];
    // A missing TF_CLI_CONFIG_FILE or a log level would only add noise to this call.
    const { TF_CLI_CONFIG_FILE: _file, TF_LOG: _log, TF_REATTACH_PROVIDERS: _reattach, ...quiet } = env;
    const result = await run(path, args, { env: { ...quiet, CHECKPOINT_DISABLE: '1' }, timeout: 30_000 }).catch(() => undefined);
    if (result?.code !== 0)
        return undefined;
    const text = name === 'helm' ? result.stdout : (/"terraform_version":\s*"([^"]+)"/.exec(result.stdout)?.[1] ?? '');
    return /^v?(\d+\.\d+\.\d+\S*)/.exec(text.trim())?.[1];
}
async function download(name, path, options) {
    const { version, sha256 } = versions/* DOWNLOADS */.iJ[name];
    const os = process.platform === 'darwin' ? 'darwin' : 'linux';
    const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
    if (process.platform === 'win32')
        throw new src_errors/* ToolError */.v4('there is no download for Windows');
    const source = name === 'terraform'
        ? {
            base: `https://releases.hashicorp.com/terraform/${version}/`,
            archive: `terraform_${version}_${os}_${arch}.zip`,
            sums: `terraform_${version}_SHA256SUMS`,
            file: 'terraform',
        }
        : {
            base: 'https://get.helm.sh/',
            archive: `helm-v${version}-${os}-${arch}.tar.gz`,
            sums: `helm-v${version}-${os}-${arch}.tar.gz.sha256sum`,
            file: 'helm',
        };
    options.say(`${name} ${version} is downloaded from ${source.base}`);
    const get = async (file) => {
        const answer = await (options.fetch ?? fetch)(source.base + file, { signal: AbortSignal.timeout(300_000) });
        if (!answer.ok)
            throw new src_errors/* ToolError */.v4(`${source.base}${file} answers ${answer.status}`);
        return Buffer.from(await answer.arrayBuffer());
    };
    // A sum of our own is the stronger check: the publisher's list comes from where the archive comes from.
    const expected = sha256[`${os}_${arch}`] ?? sumIn((await get(source.sums)).toString('utf8'), source.archive);
    const archive = await get(source.archive);
    const actual = (0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex');
    if (actual !== expected) {
        throw new src_errors/* ToolError */.v4(`${source.archive} has the checksum ${actual} instead of ${expected ?? 'a published one'}`);
    }
    const program = fileOfArchive(archive, source.file);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    // Written beside and renamed, so that an interrupted or parallel run never leaves half a program.
    const part = `${path}.${process.pid}`;
    try {
        (0,external_node_fs_.writeFileSync)(part, program, { mode: 0o755 });
        (0,external_node_fs_.renameSync)(part, path);
    }
    finally {
        (0,external_node_fs_.rmSync)(part, { force: true });
    }
}
/** The sum of a file in a list of `SUM  NAME` lines; undefined when it is not listed. */
function sumIn(list, file) {
    for (const line of list.split('\n')) {
        const [sum, name] = line.trim().split(/\s+\*?/);
        if (name === file && sum !== undefined && /^[0-9a-f]{64}$/.test(sum))
            return sum;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/terraform/shown.js
/** Allow-list per resource type: what is not here is never printed. Computed ids and fingerprints would only be noise. */
const SHOWN = {
    google_project_service: {
        attributes: ['service'],
        note: { delete: 'the API stays enabled' },
    },
    google_compute_network: {
        attributes: ['name', 'project', 'routing_mode'],
        holdsData: true,
        note: { replace: 'everything in the network is made anew' },
    },
    google_compute_subnetwork: {
        attributes: ['name', 'region', 'ip_cidr_range', 'private_ip_google_access', 'secondary_ip_range'],
        holdsData: true,
        note: { replace: 'everything in the network is made anew' },
    },
    google_compute_router: { attributes: ['name', 'region'] },
    google_compute_router_nat: {
        attributes: [
            'name',
            'router',
            'nat_ip_allocate_option',
            'source_subnetwork_ip_ranges_to_nat',
            'enable_dynamic_port_allocation',
            'enable_endpoint_independent_mapping',
        ],
        note: { replace: 'connections of notebooks to the Internet are cut for a moment' },
    },
    google_service_account: { attributes: ['account_id', 'display_name', 'disabled', 'project'] },
    google_project_iam_member: { attributes: ['project', 'role', 'member', 'condition'] },
    google_compute_global_address: {
        attributes: ['name', 'address', 'address_type', 'project'],
        holdsData: true,
        note: { delete: "the hub's address is given back to Google", replace: 'the hub gets another address' },
    },
    google_container_cluster: {
        attributes: [
            'name',
            'project',
            'location',
            'enable_autopilot',
            'deletion_protection',
            'resource_labels',
            'network',
            'subnetwork',
            'networking_mode',
            'ip_allocation_policy.cluster_secondary_range_name',
            'ip_allocation_policy.services_secondary_range_name',
            'private_cluster_config.enable_private_nodes',
            'private_cluster_config.enable_private_endpoint',
            'control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic',
            'control_plane_endpoints_config.ip_endpoints_config.enabled',
            'workload_identity_config',
            'release_channel',
            'cluster_autoscaling.auto_provisioning_defaults.service_account',
            'cluster_autoscaling.auto_provisioning_defaults.oauth_scopes',
        ],
        holdsData: true,
        note: {
            create: 'takes about ten minutes',
            delete: 'the hub and every notebook server stop',
            replace: 'the hub and every notebook server stop, and the homes have to be attached anew',
        },
    },
};
/** True for a plain object, not for an array or null. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/src/terraform/adopt.js


// Import ids of the types whose creation fails when the thing is there already; the other types take no notice.
const IMPORT_IDS = {
    google_compute_global_address: ({ project, name }) => `projects/${project}/global/addresses/${name}`,
    google_compute_network: ({ project, name }) => `projects/${project}/global/networks/${name}`,
    google_compute_subnetwork: ({ project, region, name }) => `projects/${project}/regions/${region}/subnetworks/${name}`,
    google_compute_router: ({ project, region, name }) => `projects/${project}/regions/${region}/routers/${name}`,
    google_compute_router_nat: ({ project, region, router, name }) => `${project}/${region}/${router}/${name}`,
    google_service_account: ({ project, account_id: id }) => `projects/${project}/serviceAccounts/${id}@${project}.iam.gserviceaccount.com`,
    google_container_cluster: ({ project, location, name }) => `projects/${project}/locations/${location}/clusters/${name}`,
};
/**
 * An `adopt.tf.json` that takes what a killed run had made, but no longer wrote to the state, into the state. Undefined
 * where one of the addresses is of a type that cannot be found again by its plan.
 */
function importBlocks(plan, addresses) {
    const blocks = addresses.map((address) => {
        const resource = plan.resource_changes?.find((one) => one.address === address);
        const id = resource && IMPORT_IDS[resource.type];
        const after = resource?.change.after;
        return id && isRecord(after) ? { to: address, id: id(after).replaceAll('${', '$${') } : undefined;
    });
    return blocks.every((block) => block !== undefined) ? JSON.stringify({ import: blocks }) : undefined;
}
/** Throws where a plan that adopts does more than the reviewed one: an adopted thing may be changed in place, no more. */
function checkAdoption(reviewed, now, adopted) {
    for (const { address, action } of now) {
        const isPlanned = reviewed.some((change) => change.address === address && change.action === action);
        if (isPlanned || (adopted.has(address) && action === 'update'))
            continue;
        throw new src_errors/* ToolError */.v4(`Going on where a killed run stopped would also ${action} ${address}, which was not planned`, {
            where: address,
            hint: 'Nothing more was done. Look at the resource: if it is not left over from the killed run, give the hub another name.',
        });
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/src/terraform/cli.js


// TF_LOG prints request headers with tokens; the others would change which workspace, variables or flags are used.
const DROPPED = /^TF_(LOG|CLI_ARGS|VAR_|WORKSPACE|INPUT|DATA_DIR|NO_COLOR)/;
/**
 * The user's environment made safe for an unattended run. A TF_CLI_CONFIG_FILE that does not exist is dropped with a
 * note, since terraform would warn about it on every call; TF_PLUGIN_CACHE_DIR is honoured, else one beside the root is used.
 */
function terraformEnvironment(env, folders, say) {
    const result = {};
    for (const [name, value] of Object.entries(env))
        if (!DROPPED.test(name))
            result[name] = value;
    const file = result.TF_CLI_CONFIG_FILE;
    if (file && !(0,external_node_fs_.existsSync)(file)) {
        say(`TF_CLI_CONFIG_FILE names ${file}, which does not exist; it is ignored`);
        delete result.TF_CLI_CONFIG_FILE;
    }
    return {
        ...result,
        TF_DATA_DIR: folders.data,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
        CHECKPOINT_DISABLE: '1',
        // Without a lock file (none is bundled) terraform would download again what the cache holds.
        TF_PLUGIN_CACHE_DIR: result.TF_PLUGIN_CACHE_DIR || folders.plugins,
        TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1',
    };
}
/** Runs terraform and returns its output and the diagnostics found in it, whichever form they have. */
async function runTerraform(cli, args, onEvent) {
    const diagnostics = [];
    const result = await cli.run(cli.program, args, {
        cwd: cli.cwd,
        env: cli.env,
        ...(cli.signal === undefined ? {} : { signal: cli.signal }),
        onStdout(line) {
            const event = parseEvent(line);
            if (event?.diagnostic)
                diagnostics.push(event.diagnostic);
            if (event)
                onEvent?.(event);
        },
    });
    const words = (0,external_node_util_.stripVTControlCharacters)(result.stderr);
    if (diagnostics.length === 0)
        diagnostics.push(...textDiagnostics(words));
    // Some commands (force-unlock) print a bare sentence.
    if (diagnostics.length === 0 && result.code !== 0 && words.trim() !== '') {
        diagnostics.push({ severity: 'error', summary: words.trim().slice(0, 2000) });
    }
    return { ...result, diagnostics };
}
function parseEvent(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined; // a line that another program wrote between terraform's
    }
}
/** Diagnostics of a command without `-json`: boxes of `│` lines, or paragraphs that start with `Error: `. */
function textDiagnostics(text) {
    const plain = text.replace(/^[│╷╵|]\s?/gm, '');
    return plain
        .split(/^(?=(?:Error|Warning): )/m)
        .filter((part) => part.startsWith('Error: '))
        .map((part) => {
        const [summary = '', ...rest] = part.replace(/^Error: /, '').split('\n');
        return { severity: 'error', summary: summary.trim(), detail: rest.join('\n').trim() };
    });
}

;// CONCATENATED MODULE: ./lib/src/terraform/explain.js

/** The state is locked by another run. */
class LockedError extends src_errors/* ToolError */.v4 {
    lock;
    constructor(lock) {
        super(`The terraform state is locked by ${lock.who} since ${lock.created} (${lock.operation || 'unknown operation'}, lock ${lock.id})`, {
            where: lock.path,
            hint: `Wait until that run has ended. If it was killed, run again with --break-lock ${lock.id}. Nothing was changed.`,
        });
        this.lock = lock;
    }
}
/** Things that were to be made exist already. */
class ExistsError extends src_errors/* ToolError */.v4 {
    /** Terraform addresses of all of them. */
    addresses;
    constructor(thing, where, addresses) {
        super(`${thing} exists already, and this platform's state does not know it`, {
            where,
            hint: 'Choose another name, delete what is left over there, or take it over with "terraform import".',
        });
        this.addresses = addresses;
    }
}
/** Turns terraform's errors into one plain failure with what, where and a way out; the unknown ones keep terraform's words. */
function explainTerraform(diagnostics, context) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    for (const rule of explain_RULES) {
        for (const diagnostic of errors) {
            const text = `${diagnostic.summary}\n${diagnostic.detail ?? ''}`;
            const found = rule(text, diagnostic.address ?? context.state, errors);
            if (found)
                return found;
        }
    }
    const first = errors[0];
    const words = first === undefined ? 'it gave no reason' : oneLine(`${first.summary}: ${first.detail ?? ''}`);
    return new src_errors/* ToolError */.v4(`${context.doing} failed: ${words.replace(/:\s*$/, '')}`, {
        where: first?.address ?? context.state,
        hint: context.mayHaveChanged
            ? 'What was made before the failure is in the state: mend the cause and run apply again.'
            : 'Nothing was changed.',
    });
}
/** A missing API comes before a missing permission: Google reports both as 403. */
const explain_RULES = [
    lock,
    newerState,
    stalePlan,
    disabledApi,
    quota,
    bucket,
    permission,
    credentials,
    protection,
    exists,
    unreachable,
];
function lock(text, where) {
    if (!/state lock/i.test(text) || !/Lock Info:/.test(text))
        return undefined;
    const field = (name) => new RegExp(`^\\s*${name}:[ \\t]*(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
    return new LockedError({
        id: field('ID'),
        path: field('Path') || where,
        who: field('Who'),
        created: field('Created').replace(/(?:\.\d+)? \+0000 UTC$/, ' UTC'),
        operation: field('Operation')
            .replace(/^OperationType/, '')
            .toLowerCase(),
    });
}
function newerState(text, where) {
    const version = /created by \S+ v?(\d+\.\d+\.\d+\S*), which is newer than current/.exec(text)?.[1];
    if (version === undefined && !/unsupported state file format|newer than current/i.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4(`The state was written by terraform ${version ?? 'of a later version'}, newer than the one here`, {
        where,
        hint: `Install terraform ${version ?? 'of that version'} or later, or leave it out of PATH so that a current one is downloaded.`,
    });
}
function stalePlan(text, where) {
    if (!/saved plan is stale/i.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4('Somebody changed the platform between the plan and its apply. Nothing was applied', {
        where,
        hint: 'Run apply again: it plans anew.',
    });
}
function disabledApi(text, where) {
    if (!/SERVICE_DISABLED|accessNotConfigured|has not been used in project \S+ before or it is disabled/.test(text)) {
        return undefined;
    }
    const api = /"service":\s*"([a-z0-9.-]+\.googleapis\.com)"/.exec(text)?.[1] ??
        /apis\/(?:api|library)\/([a-z0-9.-]+\.googleapis\.com)/.exec(text)?.[1];
    return new src_errors/* ToolError */.v4(`The API ${api ?? 'that this needs'} is not enabled in the project`, {
        where,
        hint: `Run "gcloud services enable ${api ?? 'API'}" once, wait a minute, and run again.`,
    });
}
function quota(text, where) {
    const metric = /Quota '([^']+)' exceeded/i.exec(text)?.[1] ??
        /Insufficient (?:regional |project )?quota to satisfy request: resource "([^"]+)"/i.exec(text)?.[1];
    if (metric === undefined && !/quotaExceeded|QUOTA_EXCEEDED|RESOURCE_EXHAUSTED.*quota/i.test(text))
        return undefined;
    const limit = /Limit:\s*([\d.]+)/i.exec(text)?.[1];
    const region = /in (?:region|zone) ([a-z]+-[a-z]+\d+(?:-[a-z])?)/.exec(text)?.[1];
    return new src_errors/* ToolError */.v4(`The quota ${metric ?? ''}${limit === undefined ? '' : ` (${limit})`}${region === undefined ? '' : ` in ${region}`} is used up`.replace('quota  is', 'quota is'), {
        where,
        hint: 'Ask for more under "IAM & Admin → Quotas" of the project, or free some, then run again.',
    });
}
function bucket(text, where) {
    if (!/bucket (?:doesn't|does not) exist|The specified bucket does not exist/i.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4('The state bucket does not exist, or this identity may not know of it', {
        where,
        hint: 'Create it once with the commands of SETUP.md, which init writes, and check state.bucket.',
    });
}
function permission(text, where) {
    const missing = /Required '([a-z]+\.[A-Za-z.]+)' permission/.exec(text)?.[1] ??
        /Permission '([a-z]+\.[A-Za-z.]+)' denied/.exec(text)?.[1] ??
        /Required "([a-z]+\.[A-Za-z.]+)" permission/.exec(text)?.[1] ??
        /does not have ([a-z]+\.[A-Za-z.]+) access/.exec(text)?.[1] ??
        /"permission":\s*"([a-z]+\.[A-Za-z.]+)"/.exec(text)?.[1] ??
        /permission\(s\) for (?:")?([a-z]+\.[a-z]+\.[A-Za-z]+)/.exec(text)?.[1];
    if (missing === undefined && !/Error 403\b|PERMISSION_DENIED|, forbidden\b/.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4(missing === undefined
        ? `Google refuses this identity: ${googleWords(text)}`
        : `The permission ${missing} is missing for this identity`, {
        where,
        hint: 'Grant the role that SETUP.md lists for it, then run again; a new grant takes a minute or two.',
    });
}
function credentials(text, where) {
    if (!/could not find default credentials|Error 401\b|invalid authentication credentials|invalid_grant/i.test(text)) {
        return undefined;
    }
    return new src_errors/* ToolError */.v4('Terraform has no credentials that Google accepts', {
        where,
        hint: 'In a workflow give workload_identity_provider and service_account; in a terminal sign in again. A token lives for an hour.',
    });
}
function protection(text, where) {
    if (!/deletion_protection/.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4('The cluster is protected from deletion', {
        where,
        hint: 'Set platform.deletionProtection: false, apply that, then destroy.',
    });
}
// The last form is what the provider says itself before it adds a NAT to its router.
const EXISTS = /Error 409\b.*already ?exists|, alreadyExists\b|existing object already found/is;
function exists(text, where, errors) {
    if (!EXISTS.test(text))
        return undefined;
    const thing = /The resource '([^']+)' already exists/.exec(text)?.[1] ?? /Already exists: (\S+?)\.?(?:[\s,]|$)/.exec(text)?.[1];
    const same = errors.filter((error) => EXISTS.test(`${error.summary}\n${error.detail ?? ''}`));
    return new ExistsError(thing ?? where, where, same.flatMap((error) => error.address ?? []));
}
function unreachable(text, where) {
    const failure = /connection refused|no such host|i\/o timeout|TLS handshake timeout|network is unreachable|connection reset by peer|context deadline exceeded|server misbehaving|Client\.Timeout exceeded/.exec(text)?.[0];
    if (failure === undefined)
        return undefined;
    const host = /https?:\/\/([^/\s"?]+)/.exec(text)?.[1] ??
        /lookup ([^\s:]+)/.exec(text)?.[1] ??
        /dial tcp ([^\s]+?):? /.exec(text)?.[1];
    const provider = /provider|registry\.(terraform\.io|opentofu\.org)/.test(text) && /registry\./.test(text);
    return new src_errors/* ToolError */.v4(`${host ?? 'An API'} cannot be reached (${failure})`, {
        where,
        hint: provider
            ? 'Terraform gets the google provider from there: check the network, or name a mirror in a file that TF_CLI_CONFIG_FILE points to.'
            : 'Check the network of this machine (proxy, firewall, DNS), then run again.',
    });
}
function googleWords(text) {
    const said = /Error \d+:\s*([^\n]*)/.exec(text)?.[1] ?? text;
    return oneLine(said).slice(0, 300);
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim().slice(0, 600);
}

;// CONCATENATED MODULE: ./lib/src/terraform/lock.js




/** Marks that this process may hold the lock of a state, so that after a kill the next run on this machine can tell. */
function markLocking(dir, state, workDir) {
    writeMark(dir, state, { pid: process.pid, at: new Date().toISOString(), workDir });
}
/** Takes the mark away, or puts back the one that was there before. */
function unmarkLocking(dir, state, earlier) {
    if (earlier)
        writeMark(dir, state, earlier);
    else
        (0,external_node_fs_.rmSync)(markFile(dir, state), { force: true });
}
function writeMark(dir, state, mark) {
    (0,external_node_fs_.mkdirSync)(dir, { recursive: true, mode: 0o700 });
    (0,external_node_fs_.writeFileSync)(markFile(dir, state), JSON.stringify(mark), { mode: 0o600 });
}
/** Reads the mark that an earlier run left; call it before `markLocking`. */
function earlierMark(dir, state) {
    try {
        const { pid, at, workDir } = JSON.parse((0,external_node_fs_.readFileSync)(markFile(dir, state), 'utf8'));
        if (typeof pid !== 'number' || typeof at !== 'string' || typeof workDir !== 'string')
            return undefined;
        return { pid, at, workDir };
    }
    catch {
        return undefined;
    }
}
/** Notes that what a killed run made may be missing in the state, until an apply has ended well. */
function noteRepair(dir, state) {
    (0,external_node_fs_.mkdirSync)(dir, { recursive: true, mode: 0o700 });
    (0,external_node_fs_.writeFileSync)(`${markFile(dir, state)}.repair`, '', { mode: 0o600 });
}
/** Whether such a note is there. */
function needsRepair(dir, state) {
    return (0,external_node_fs_.existsSync)(`${markFile(dir, state)}.repair`);
}
/** Takes the note away. */
function repaired(dir, state) {
    (0,external_node_fs_.rmSync)(`${markFile(dir, state)}.repair`, { force: true });
}
/**
 * True only for the lock of a killed run of this machine: its owner is this user on this host, that run left its mark,
 * it started before the lock was made, and neither it nor its terraform is alive.
 */
function isLeftOver(lock, mark) {
    if (mark === undefined || lock.who !== `${(0,external_node_os_.userInfo)().username}@${(0,external_node_os_.hostname)()}`)
        return false;
    const created = Date.parse(lock.created.replace(' ', 'T').replace(' UTC', 'Z'));
    // The clock of a state lock is this machine's, to the second.
    if (!Number.isFinite(created) || created + 1000 < Date.parse(mark.at))
        return false;
    return !isAlive(mark.pid) && runsIn(mark.workDir) === false;
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return pid !== process.pid;
    }
    catch {
        return false;
    }
}
/** Whether a process works in this folder; undefined where processes cannot be listed. */
function runsIn(folder) {
    let ids;
    try {
        ids = (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name));
    }
    catch {
        return undefined;
    }
    if (ids.length === 0)
        return undefined;
    return ids.some((id) => {
        try {
            const current = (0,external_node_fs_.readlinkSync)(`/proc/${id}/cwd`).replace(/ \(deleted\)$/, '');
            return current === folder || current.startsWith(`${folder}/`);
        }
        catch {
            return false; // ended meanwhile, or another user's
        }
    });
}
function markFile(dir, state) {
    return (0,external_node_path_.join)(dir, `${(0,external_node_crypto_.createHash)('sha256').update(state).digest('hex').slice(0, 24)}.json`);
}

;// CONCATENATED MODULE: ./lib/src/terraform/plan.js

const LONGEST = 200;
/**
 * What a plan does, in the order of terraform's plan. Values are shown only for attributes on the allow-list of their
 * type and only where terraform does not mark them sensitive; of the others that change the names are in the note.
 */
function planChanges(plan) {
    return (plan.resource_changes ?? []).flatMap((resource) => {
        const action = resource.mode === 'data' ? undefined : actionOf(resource.change.actions);
        return action === undefined ? [] : [changeOf(resource, action)];
    });
}
function actionOf(actions) {
    if (actions.includes('create'))
        return actions.includes('delete') ? 'replace' : 'create';
    if (actions.includes('update'))
        return 'update';
    if (actions.includes('delete') || actions.includes('forget'))
        return 'delete';
    return undefined;
}
function changeOf(resource, action) {
    const rule = SHOWN[resource.type] ?? { attributes: [] };
    const { attributes, hidden } = attributesOf(resource, action, rule);
    const note = [
        action === 'delete' && !resource.change.actions.includes('delete')
            ? 'only forgotten: it is not deleted'
            : undefined,
        rule.note?.[action],
        forcedBy(resource, action),
        action === 'update' && hidden.length > 0 ? `values not shown: ${hidden.join(', ')}` : undefined,
    ].filter((part) => part !== undefined);
    return {
        engine: 'terraform',
        action,
        address: resource.address,
        kind: resource.type,
        attributes,
        ...(note.length === 0 ? {} : { note: note.join('; ') }),
        ...(rule.holdsData === true ? { holdsData: true } : {}),
    };
}
function forcedBy(resource, action) {
    if (action !== 'replace')
        return undefined;
    const paths = (resource.change.replace_paths ?? []).map(dotted).filter((path) => path !== '');
    return paths.length === 0 ? undefined : `a change of ${paths.join(', ')} is only possible by replacing it`;
}
function attributesOf(resource, action, rule) {
    const { change } = resource;
    const before = leaves(change.before, change.before_sensitive, undefined);
    const after = leaves(change.after, change.after_sensitive, change.after_unknown);
    const attributes = [];
    const hidden = new Set();
    for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
        const was = before.get(path);
        const is = after.get(path);
        if (was?.text === is?.text && was?.secret === is?.secret)
            continue;
        const listed = rule.attributes.some((name) => path === name || path.startsWith(`${name}.`));
        // A value that terraform only learns again after an update says nothing to a reader.
        const noise = action !== 'create' && is?.text === UNKNOWN && !listed;
        if (listed && !was?.secret && !is?.secret) {
            attributes.push({
                name: path,
                ...(was === undefined || action === 'create' ? {} : { before: was.text }),
                ...(is === undefined || action === 'delete' ? {} : { after: is.text }),
            });
        }
        else if (!noise) {
            hidden.add(path.split('.')[0] ?? path);
        }
    }
    return { attributes, hidden: [...hidden] };
}
const UNKNOWN = '(known after apply)';
/** Every value of a tree by its dotted path; blocks of one element lose their index, absent values are left out. */
function leaves(value, sensitive, unknown) {
    const found = new Map();
    const walk = (path, node, secret, open) => {
        if (open === true) {
            found.set(dotted(path), { text: UNKNOWN, secret: secret === true });
        }
        else if (secret === true) {
            if (node !== null && node !== undefined)
                found.set(dotted(path), { text: JSON.stringify(node), secret: true });
        }
        else if (isRecord(node) || Array.isArray(node) || isRecord(open) || Array.isArray(open)) {
            for (const key of keysOf(node, open))
                walk([...path, key], child(node, key), child(secret, key), child(open, key));
        }
        else if (node !== null && node !== undefined && node !== '') {
            found.set(dotted(path), { text: String(node).slice(0, LONGEST), secret: false });
        }
    };
    walk([], value, sensitive, unknown);
    return found;
}
function keysOf(...nodes) {
    const keys = new Set();
    for (const node of nodes) {
        if (Array.isArray(node))
            for (const index of node.keys())
                keys.add(index);
        else if (isRecord(node))
            for (const key of Object.keys(node))
                keys.add(key);
    }
    return [...keys];
}
function child(node, key) {
    if (Array.isArray(node))
        return typeof key === 'number' ? node[key] : undefined;
    return isRecord(node) ? node[key] : node === true ? true : undefined;
}
function dotted(path) {
    return path.filter((part) => part !== 0).join('.');
}

;// CONCATENATED MODULE: ./lib/src/terraform/progress.js
const DOING = {
    create: 'creating',
    update: 'changing',
    delete: 'deleting',
    replace: 'replacing',
};
/** Seconds between two lines about the same waiting resource. */
const EVERY = 30;
/** Says one line when terraform starts a resource, one when it is done, and one every half minute in between. */
function progress(say) {
    const lastSaid = new Map();
    return (event) => {
        const address = event.hook?.resource?.addr;
        if (address === undefined)
            return;
        const doing = DOING[event.hook?.action ?? ''] ?? 'working on';
        const seconds = event.hook?.elapsed_seconds ?? 0;
        if (event.type === 'apply_start') {
            say(`  ${address}: ${doing}`);
        }
        else if (event.type === 'apply_progress') {
            if (seconds - (lastSaid.get(address) ?? 0) < EVERY)
                return;
            lastSaid.set(address, seconds);
            say(`  ${address}: still ${doing} (${elapsed(seconds)})`);
        }
        else if (event.type === 'apply_complete') {
            say(`  ${address}: done (${elapsed(seconds)})`);
        }
        else if (event.type === 'apply_errored') {
            say(`  ${address}: failed (${elapsed(seconds)})`);
        }
    };
}
function elapsed(seconds) {
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
}

// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var terraform_variables = __webpack_require__(70915);
;// CONCATENATED MODULE: ./lib/src/terraform/root.js













/** Terraform's storage client tries a server that does not answer for ever: found out here in seconds. */
async function checkReachable(url, state, env) {
    // Node's fetch knows no proxy, terraform does.
    if (env.HTTPS_PROXY || env.https_proxy)
        return;
    for (let attempt = 1;; attempt += 1) {
        try {
            await fetch(url, { signal: AbortSignal.timeout(15_000) }); // without credentials: any answer will do
            return;
        }
        catch (cause) {
            if (attempt === 3) {
                const why = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
                throw new src_errors/* ToolError */.v4(`${new URL(url).host} cannot be reached (${(0,src_errors/* errorMessage */.gJ)(why)})`, {
                    where: state,
                    hint: 'Check the network of this machine (proxy, firewall, DNS), then run again. Nothing was changed.',
                    cause,
                });
            }
        }
        await (0,external_node_timers_promises_.setTimeout)(500 * attempt);
    }
}
/** Opens a root: copies its files, writes its variables, and initialises it at the first use. */
function openRoot(options) {
    const { name, config, say } = options;
    const dir = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_path_.resolve)(options.tempDir), `terraform-${name}-`));
    const plugins = (0,external_node_path_.join)((0,external_node_path_.resolve)(options.tempDir), 'terraform-plugins');
    (0,external_node_fs_.mkdirSync)(plugins, { recursive: true });
    const source = (0,external_node_path_.join)(options.rootsDir, name);
    for (const file of (0,external_node_fs_.readdirSync)(source))
        if (file.endsWith('.tf'))
            (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(source, file), (0,external_node_path_.join)(dir, file));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(dir, 'config.auto.tfvars.json'), JSON.stringify(options.variables), { mode: 0o600 });
    const prefix = (0,terraform_variables/* statePrefix */.Y6)(config.name, name);
    const state = `gs://${config.state.bucket}/${prefix}`;
    const cli = {
        program: options.tools.terraform.path,
        cwd: dir,
        env: terraformEnvironment(options.env, { data: (0,external_node_path_.join)(dir, '.terraform'), plugins }, say),
        run: options.run,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
    };
    const marks = (0,external_node_path_.join)(cacheFolder(options.env), 'runs');
    const lockTimeout = `-lock-timeout=${options.lockTimeout ?? '10s'}`;
    let backend;
    let lastPlan;
    async function terraform(doing, args, settings = {}) {
        const result = await runTerraform(cli, args, settings.onEvent);
        if (result.code !== null && (settings.good ?? [0]).includes(result.code))
            return result;
        const context = {
            doing: `terraform ${doing} of the ${name}`,
            state,
            mayHaveChanged: settings.mayHaveChanged === true,
        };
        if (options.signal?.aborted) {
            throw new src_errors/* ToolError */.v4(`${context.doing} was stopped`, {
                where: state,
                hint: context.mayHaveChanged
                    ? 'What was made until then is in the state; run apply again to go on.'
                    : 'Nothing was changed.',
            });
        }
        throw explainTerraform(result.diagnostics, context);
    }
    async function initialise(wanted) {
        if (backend === wanted)
            return;
        if (wanted === 'gcs')
            await checkReachable(`${(0,endpoints/* endpointOf */.X)('storage', options.env)}b/${config.state.bucket}`, state, options.env);
        const override = (0,external_node_path_.join)(dir, 'backend_override.tf');
        if (wanted === 'local') {
            (0,external_node_fs_.writeFileSync)(override, 'terraform {\n  backend "local" {\n    path = "nothing-yet.tfstate"\n  }\n}\n');
        }
        else {
            (0,external_node_fs_.rmSync)(override, { force: true });
        }
        const settings = wanted === 'local' ? [] : [`-backend-config=bucket=${config.state.bucket}`, `-backend-config=prefix=${prefix}`];
        // -reconfigure: the local backend of a first plan held nothing that could be moved.
        const args = ['init', '-input=false', '-no-color', '-reconfigure', ...settings];
        await oneAtATime(plugins, () => terraform('init', args));
        backend = wanted;
    }
    /** Runs something that takes the lock; the lock of an own killed run is removed once, any other ends in a LockedError. */
    async function locking(action) {
        const earlier = earlierMark(marks, state);
        markLocking(marks, state, dir);
        try {
            const result = await action().catch(async (error) => {
                if (!(error instanceof LockedError) || !isLeftOver(error.lock, earlier))
                    throw error;
                say(`  the lock of a run that was killed here (${error.lock.who}, ${error.lock.created}) is removed`);
                await forceUnlock(error.lock.id);
                return action();
            });
            unmarkLocking(marks, state);
            return result;
        }
        catch (error) {
            // Somebody else's lock: the mark of before is still needed to recognise it once its owner is dead.
            unmarkLocking(marks, state, error instanceof LockedError ? earlier : undefined);
            throw error;
        }
    }
    async function forceUnlock(id) {
        try {
            await terraform('force-unlock', ['force-unlock', '-force', id]);
        }
        catch (cause) {
            if (!/Error 412|conditionNotMet|object doesn't exist|LocalState/i.test((0,src_errors/* errorMessage */.gJ)(cause)))
                throw cause;
            throw new src_errors/* ToolError */.v4(`Lock ${id} is not held`, {
                where: state,
                hint: 'Run again without --break-lock: if there is a lock, the message names it.',
                cause,
            });
        }
        noteRepair(marks, state);
    }
    async function plan({ stateExists, lock, destroy }) {
        await initialise(lock || stateExists ? 'gcs' : 'local');
        const planFile = (0,external_node_path_.join)(dir, 'plan.tfplan');
        const args = ['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${planFile}`];
        const flags = [...(destroy === true ? ['-destroy'] : []), ...(lock ? [lockTimeout] : ['-lock=false'])];
        const planned = () => terraform('plan', [...args, ...flags], { good: [0, 2] });
        const { code } = lock ? await locking(planned) : await planned();
        const shown = await terraform('show', ['show', '-json', planFile]);
        const json = JSON.parse(shown.stdout);
        lastPlan = { changes: planChanges(json), json, planFile, hasChanges: code === 2 };
        return lastPlan;
    }
    async function applyOnce(planFile) {
        const args = ['apply', '-json', '-input=false', lockTimeout, planFile];
        await locking(() => terraform('apply', args, { onEvent: progress(say), mayHaveChanged: true }));
    }
    /** Applies; after a killed run, takes what exists already into the state and goes on with the rest of the same plan. */
    async function applyOrRepair(planFile) {
        const reviewed = lastPlan;
        const adopted = new Set();
        let file = planFile;
        for (;;) {
            try {
                return await applyOnce(file);
            }
            catch (error) {
                if (!needsRepair(marks, state) || !reviewed || !(error instanceof ExistsError))
                    throw error;
                const found = error.addresses.filter((address) => !adopted.has(address));
                for (const address of found)
                    adopted.add(address);
                const blocks = found.length === 0 ? undefined : importBlocks(reviewed.json, [...adopted]);
                if (blocks === undefined)
                    throw error;
                say(`  made by the killed run, taken into the state: ${found.join(', ')}`);
                (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(dir, 'adopt.tf.json'), blocks);
                const next = await plan({ stateExists: true, lock: true });
                checkAdoption(reviewed.changes, next.changes, adopted);
                file = next.planFile;
            }
        }
    }
    return {
        plan,
        async apply(planFile) {
            if (backend !== 'gcs') {
                throw new src_errors/* ToolError */.v4(`The plan of the ${name} was made only to be looked at; it cannot be applied`, {
                    where: state,
                    hint: 'Plan with a lock first.',
                });
            }
            try {
                await applyOrRepair(planFile);
                repaired(marks, state);
            }
            finally {
                (0,external_node_fs_.rmSync)((0,external_node_path_.join)(dir, 'adopt.tf.json'), { force: true });
            }
        },
        async outputs() {
            await initialise('gcs');
            const { stdout } = await terraform('output', ['output', '-json']);
            const outputs = JSON.parse(stdout);
            return Object.fromEntries(Object.entries(outputs).map(([key, output]) => [key, output.value]));
        },
        async breakLock(id) {
            if (!/^[\w-]+$/.test(id)) {
                throw new src_errors/* ToolError */.v4(`${JSON.stringify(id)} is not the id of a lock`, {
                    hint: 'Copy it from the message that names the lock.',
                });
            }
            await initialise('gcs');
            await forceUnlock(id);
            say(`  lock ${id} of ${state} is removed`);
        },
        close() {
            if ((0,external_node_fs_.existsSync)(dir))
                (0,external_node_fs_.rmSync)(dir, { recursive: true, force: true });
        },
    };
}
const initialising = new Map();
/** Two inits that share a plugin folder must not run at once: terraform's cache of plugins is not made for that. */
function oneAtATime(folder, init) {
    const mine = (initialising.get(folder) ?? Promise.resolve()).then(init);
    initialising.set(folder, mine.catch(() => { }));
    return mine;
}

// EXTERNAL MODULE: ./lib/src/commands/product-folder.js
var product_folder = __webpack_require__(10768);
;// CONCATENATED MODULE: ./lib/src/commands/programs.js






/** Finds terraform and opens both roots; the folders they use go with the session's. */
async function openRoots(session) {
    const { context, config, tempDir } = session;
    const { say, signal } = context;
    const env = await session.childEnv();
    const program = await findTerraform({ env, run: run, say });
    const variables = (0,terraform_variables/* terraformVariables */.cP)(config, env);
    const open = (name) => openRoot({
        name,
        config,
        variables: variables[name],
        tools: { terraform: program },
        env,
        tempDir,
        rootsDir: (0,product_folder/* productFolder */.O)('terraform'),
        run: run,
        say,
        signal,
    });
    return { program, platform: open('platform'), hub: open('hub') };
}
/** Finds helm; without a kubeconfig it can only render and download. */
async function openHelm(session, kubeconfig) {
    const { context, tempDir } = session;
    const { env, say, signal, redact } = context;
    const program = await findHelm({ env, run: run, say });
    const major = await helmMajor(program.path, run);
    return new Helm({ program: program.path, major, tempDir, env, run: run, signal, redact, kubeconfig });
}


/***/ }),

/***/ 74945:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
;// CONCATENATED MODULE: ./lib/src/github/output.js





const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const SUMMARY_LIMIT = 1_048_576;
/** Outputs of the composite actions, and which have them; a test holds action.yml and this table together. */
const OUTPUTS = {
    command: ['root'],
    changed: ['root', 'plan', 'apply', 'sync-users', 'destroy'],
    hub_url: ['root', 'apply'],
    summary_path: ['root', 'validate', 'plan', 'apply', 'sync-users', 'destroy'],
};
/** One output as the runner's file format wants it; the delimiter is random, so no value can end it. */
function outputEntry(name, value, delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`) {
    if (!NAME.test(name))
        throw new errors/* ToolError */.v4(`"${name}" is not a name of an output`);
    if (`${name}\n${value}`.includes(delimiter))
        throw new errors/* ToolError */.v4(`The value of output ${name} holds its own delimiter`);
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Sets outputs of the step; without GITHUB_OUTPUT (a terminal) nothing happens. */
async function setOutputs(env, outputs) {
    const path = env.GITHUB_OUTPUT;
    const text = Object.entries(outputs)
        .map(([name, value]) => outputEntry(name, value))
        .join('');
    if (path && text !== '')
        await (0,promises_.appendFile)(path, text);
}
/**
 * Adds Markdown to the summary of the step; without GITHUB_STEP_SUMMARY (a terminal) nothing happens.
 * `shorten` cuts what is longer than GitHub takes; it knows Markdown, which this file does not.
 */
async function addSummary(env, markdown, shorten) {
    const path = env.GITHUB_STEP_SUMMARY;
    if (!path)
        return;
    const note = '*Cut here: too long for a step summary. The file of the output `summary_path` has all of it.*';
    await (0,promises_.appendFile)(path, `${shorten(markdown, SUMMARY_LIMIT - 1, note).replace(/\n*$/, '')}\n`);
}
/**
 * Keeps the summary as a file for later steps, such as an upload, and gives its path. The file lies in a folder of
 * its own under RUNNER_TEMP, which the runner empties after the job; the folders that a run sweeps have another name.
 */
async function keepSummary(env, markdown) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'jupyterhub-summary-'));
    const path = (0,external_node_path_.join)(folder, 'summary.md');
    await (0,promises_.writeFile)(path, markdown, { mode: 0o600 });
    return path;
}

// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(37063);
;// CONCATENATED MODULE: ./lib/src/commands/publish.js


/** Hands the results of a run to the workflow: outputs of the step, its summary, and the summary as a file. */
async function publish(env, outputs, summary) {
    if (summary === undefined)
        return setOutputs(env, outputs);
    await addSummary(env, summary, markdown/* truncate */.xv);
    await setOutputs(env, { ...outputs, summary_path: await keepSummary(env, summary) });
}


/***/ }),

/***/ 93844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ withSession)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/errors.js
var src_errors = __webpack_require__(75770);
// EXTERNAL MODULE: ./lib/src/cloud/endpoints.js
var endpoints = __webpack_require__(28029);
;// CONCATENATED MODULE: ./lib/src/cloud/auth.js


const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
/**
 * Chooses the credentials of the run: the inputs for Workload Identity Federation, else a token in
 * GOOGLE_OAUTH_ACCESS_TOKEN (as terraform reads it), else what an earlier auth step or gcloud set up.
 */
function tokenSource(options) {
    const { env, mask } = options;
    if (options.workloadIdentityProvider || options.serviceAccount)
        return federated(options);
    const fixed = env.GOOGLE_OAUTH_ACCESS_TOKEN;
    if (fixed) {
        mask(fixed);
        return async () => fixed;
    }
    return lazily(mask, async () => {
        const { GoogleAuth } = await Promise.all(/* import() */[__webpack_require__.e(240), __webpack_require__.e(492)]).then(__webpack_require__.t.bind(__webpack_require__, 492, 23));
        const keyFile = env.GOOGLE_APPLICATION_CREDENTIALS || env.CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE;
        return new GoogleAuth({ scopes: [SCOPE], ...(keyFile ? { keyFilename: keyFile } : {}) }).getClient();
    });
}
function federated(options) {
    const { env } = options;
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
    const { workloadIdentityProvider: provider, serviceAccount } = options;
    if (!provider || !serviceAccount) {
        throw new src_errors/* ConfigurationError */.j1('workload_identity_provider and service_account belong together; one of them is empty', {
            hint: 'Give both inputs, or neither after a google-github-actions/auth step.',
        });
    }
    if (!url || !requestToken) {
        throw new src_errors/* ConfigurationError */.j1('This job may not ask GitHub for an identity token', {
            hint: 'Add "permissions: {id-token: write}" to the job. Pull requests from forks never get one.',
        });
    }
    options.mask(requestToken);
    const audience = `//iam.googleapis.com/${provider.replace(/^\/*(iam\.googleapis\.com\/)?/, '')}`;
    const subjectUrl = new URL(url);
    // Google expects the provider's https URL as the audience of GitHub's token unless it was given a list of its own.
    subjectUrl.searchParams.set('audience', `https:${audience}`);
    return lazily(options.mask, async () => {
        const { ExternalAccountClient } = await Promise.all(/* import() */[__webpack_require__.e(240), __webpack_require__.e(492)]).then(__webpack_require__.t.bind(__webpack_require__, 492, 23));
        const client = ExternalAccountClient.fromJSON({
            type: 'external_account',
            audience,
            subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
            token_url: `${(0,endpoints/* endpointOf */.X)('sts', env)}token`,
            service_account_impersonation_url: `${(0,endpoints/* endpointOf */.X)('iamcredentials', env)}projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`,
            credential_source: {
                url: subjectUrl.href,
                headers: { Authorization: `Bearer ${requestToken}` },
                format: { type: 'json', subject_token_field_name: 'value' },
            },
        });
        if (!client)
            throw new src_errors/* ToolError */.v4('The federation settings were not understood by google-auth-library');
        client.scopes = [SCOPE];
        return client;
    });
}
/** Loads the library and its client at the first call only; the client caches the token and renews it in time. */
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
                throw new src_errors/* ToolError */.v4('Google gave no token');
            if (token !== last) {
                mask(token);
                last = token;
                since = Date.now();
            }
            return token;
        }
        catch (cause) {
            client = undefined;
            throw new src_errors/* ToolError */.v4(`No Google credentials can be used here (${(0,src_errors/* errorMessage */.gJ)(cause)})`, {
                hint: 'In a workflow give workload_identity_provider and service_account; in a terminal run "gcloud auth application-default login".',
                cause,
            });
        }
    };
}

// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__(77330);
// EXTERNAL MODULE: ./lib/src/cloud/rest.js
var rest = __webpack_require__(74949);
// EXTERNAL MODULE: ./lib/src/github/context.js
var github_context = __webpack_require__(92466);
// EXTERNAL MODULE: ./lib/src/github/inputs.js
var inputs = __webpack_require__(88880);
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__(36192);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var report_summary = __webpack_require__(19452);
// EXTERNAL MODULE: ./lib/src/commands/publish.js + 1 modules
var publish = __webpack_require__(74945);
// EXTERNAL MODULE: ./lib/src/commands/read-input.js + 8 modules
var read_input = __webpack_require__(47883);
;// CONCATENATED MODULE: ./lib/src/commands/session.js














// Terraform and helm run for up to half an hour with the token that they are given.
const CHILD_TOKEN_AGE = 10 * 60_000;
/** Reads the files, signs in, and runs `work` with a temp folder; a failure leaves a summary of what is true now. */
async function withSession(context, command, work) {
    const input = await (0,read_input/* readInput */.R5)(context);
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'jupyterhub-gke-'));
    const remove = () => (0,external_node_fs_.rmSync)(tempDir, { recursive: true, force: true });
    process.once('exit', remove); // also where a second signal ends the program at once
    let current = 'sign in';
    const truths = [];
    try {
        const github = (0,github_context.readContext)(context.env);
        const { workloadIdentityProvider, serviceAccount } = (0,inputs/* credentialInputs */.HP)(context.env);
        const token = tokenSource({ env: context.env, workloadIdentityProvider, serviceAccount, mask: context.mask });
        const google = new rest/* GoogleClient */.L({ token, env: context.env });
        return await work({
            context,
            config: input.config,
            people: input.people,
            input,
            github,
            isPublic: (0,github_context.isPublic)(github),
            token,
            google,
            projectNumber: await (0,project/* projectNumber */.j0)(google, input.config.project),
            tempDir,
            childEnv: async () => ({ ...context.env, GOOGLE_OAUTH_ACCESS_TOKEN: await token(CHILD_TOKEN_AGE) }),
            step: (name) => {
                context.signal.throwIfAborted();
                current = name;
            },
            truths,
        });
    }
    catch (error) {
        const summary = (0,report_summary/* failureSummary */.jg)({
            hub: input.config.name,
            command,
            step: current,
            ...cause(error),
            truths,
            isPublic: (0,github_context.isPublic)((0,github_context.readContext)(context.env)),
        });
        // In a terminal the message is all: a file there would be one that nobody asked for.
        if (context.env.GITHUB_ACTIONS === 'true')
            await (0,publish.publish)(context.env, {}, context.redact(summary));
        throw error;
    }
    finally {
        remove();
        process.removeListener('exit', remove);
    }
}
/** What a failure's summary says of its cause; findings in the files become one line each. */
function cause(error) {
    if (error instanceof read_input/* InputError */.dz) {
        const [message = ''] = (0,src_errors/* errorMessage */.gJ)(error).split('\n');
        const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
        return { message, hint: 'Correct the lines named here.', notes: errors.slice(0, 20).map(findings/* findingLine */.mC) };
    }
    const { where, hint } = error instanceof src_errors/* ToolError */.v4 ? error : {};
    return { message: (0,src_errors/* errorMessage */.gJ)(error), where, hint };
}


/***/ }),

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


/***/ }),

/***/ 88880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ credentialInputs),
/* harmony export */   flagsFromInputs: () => (/* binding */ flagsFromInputs)
/* harmony export */ });
/* unused harmony exports INPUTS, inputOf */
const EVERY = ['root', 'validate', 'plan', 'apply', 'sync-users', 'destroy'];
const CLOUD = ['root', 'plan', 'apply', 'sync-users', 'destroy'];
/** All inputs of all composite actions; a test holds action.yml and this table together. */
const INPUTS = [
    { name: 'config', flag: 'config', actions: EVERY },
    { name: 'workload_identity_provider', actions: CLOUD },
    { name: 'service_account', actions: CLOUD },
    { name: 'github_token', actions: ['root', 'plan'] },
    { name: 'break_lock', flag: 'break-lock', actions: ['root', 'apply', 'destroy'] },
    { name: 'target', flag: 'target', actions: ['destroy'] },
];
/** Value of an input as a composite passes it, trimmed; undefined where it is empty or absent. */
function inputOf(env, name) {
    return env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
}
/** Command line flags that the inputs of a composite stand for. Flags given as arguments win over them. */
function flagsFromInputs(env) {
    const flags = {};
    for (const { name, flag } of INPUTS) {
        const value = inputOf(env, name);
        if (flag !== undefined && value !== undefined)
            flags[flag] = value;
    }
    return flags;
}
/** Reads who the run is from the inputs; the token falls back to GITHUB_TOKEN for use in a plain `run` step. */
function credentialInputs(env) {
    return {
        workloadIdentityProvider: inputOf(env, 'workload_identity_provider'),
        serviceAccount: inputOf(env, 'service_account'),
        githubToken: inputOf(env, 'github_token') ?? (env.GITHUB_TOKEN || undefined),
    };
}


/***/ }),

/***/ 12796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ companionRelease),
/* harmony export */   tL: () => (/* binding */ companionValues),
/* harmony export */   uR: () => (/* binding */ COMPANION_CHART)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90310);

/** Name of the chart, as helm says it. */
const COMPANION_CHART = 'jupyterhub-gke-companion';
/** Release of the companion chart of a hub. */
function companionRelease(hub) {
    return `${hub}-companion`;
}
/** Values of the companion chart; the address is symbolic where no domain is given. */
function companionValues(config) {
    const identity = (role) => `${config.name}-${role}@${config.project}.iam.gserviceaccount.com`;
    return {
        hub: config.name,
        address: config.access.domain ?? _values_js__WEBPACK_IMPORTED_MODULE_0__/* .ADDRESS */ .BD,
        edge: { timeoutSec: 3600, drainingTimeoutSec: 60 },
        home: { diskType: config.storage.home.diskType },
        rbac: { sync: identity('sync'), plan: identity('plan') },
    };
}


/***/ }),

/***/ 37222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ readDeployed),
/* harmony export */   EP: () => (/* binding */ deployedObject),
/* harmony export */   N6: () => (/* binding */ namespaceOf)
/* harmony export */ });
/* unused harmony export parseDeployed */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67424);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90310);



// A ConfigMap holds 1 MiB; what is larger than this in plain text is kept compressed.
const PLAIN_LIMIT = 900 * 1024;
const LARGE = ['values.json', 'manifests.yaml'];
/** Name of the namespace of a hub. */
function namespaceOf(hub) {
    return `jupyterhub-${hub}`;
}
/** Reads what was deployed; undefined when nothing was, or when the record makes no sense (then all counts as new). */
async function readDeployed(kubernetes, hub) {
    const found = await kubernetes.get({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        namespace: namespaceOf(hub),
        name: `${hub}-deployed`,
    });
    return found === undefined ? undefined : parseDeployed(found);
}
/** The record as a ConfigMap. */
function deployedObject(hub, deployed) {
    const large = {
        'values.json': JSON.stringify(deployed.values),
        'manifests.yaml': (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .writeManifests */ .uP)(deployed.manifests),
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
/** Reads the ConfigMap; undefined when a part of it is missing or no record of ours. */
function parseDeployed(object) {
    const data = (object.data ?? {});
    const binary = (object.binaryData ?? {});
    const text = (key) => {
        const packed = binary[`${key}.gz`];
        if (packed === undefined)
            return data[key] ?? '';
        // The limit keeps a record that somebody swelled up from filling the memory.
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(packed, 'base64'), { maxOutputLength: 64 * 2 ** 20 }).toString('utf8');
    };
    try {
        const chart = JSON.parse(data.chart ?? '');
        const values = JSON.parse(text('values.json'));
        if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(values))
            return undefined;
        return {
            state: data.state === 'deployed' ? 'deployed' : 'applying',
            inputs: data.inputs ?? '',
            address: data.address ?? '',
            chart: { version: String(chart.version), repository: String(chart.repository), digest: String(chart.digest) },
            revision: Number(data.revision) || 0,
            values,
            manifests: (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifests */ .Ye)(text('manifests.yaml')),
        };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 67424:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X8: () => (/* binding */ hideValues),
/* harmony export */   Ye: () => (/* binding */ parseManifests),
/* harmony export */   rB: () => (/* binding */ SECRET_KEY),
/* harmony export */   uP: () => (/* binding */ writeManifests)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75770);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90310);




/** A key whose literal value is hidden wherever values or manifests are kept or shown. */
const SECRET_KEY = /passw|secret|token|credential|private|api[-_]?key|cookie|^keys?$/i;
/** Reads the output of `helm template`, hides what is secret and sorts by kind and name. */
function parseManifests(text) {
    const manifests = [];
    for (const document of (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseAllDocuments */ .hR)(text)) {
        if ('errors' in document && document.errors.length > 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`helm rendered something that is no YAML: ${document.errors[0]?.message ?? ''}`);
        }
        const object = document.toJS({ maxAliasCount: 1000 });
        if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(object))
            continue;
        const { apiVersion, kind, metadata } = object;
        const name = (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(metadata) ? metadata.name : undefined;
        if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof name !== 'string')
            continue;
        manifests.push({ apiVersion, kind, name, object: withoutSecrets(kind, object) });
    }
    return manifests.sort((a, b) => compare(`${a.kind}/${a.name}`, `${b.kind}/${b.name}`));
}
/** The manifests as a YAML stream, as they are kept in the cluster. */
function writeManifests(manifests) {
    return manifests.map(({ object }) => (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(object, { lineWidth: 0 })).join('---\n');
}
function withoutSecrets(kind, object) {
    if (kind === 'Secret') {
        const keys = [object.data, object.stringData].flatMap((data) => ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(data) ? Object.keys(data) : []));
        const { data: _, stringData: __, ...rest } = object;
        // A record that is read again has lost its data already, and has the names.
        return { ...rest, keys: Array.isArray(object.keys) && keys.length === 0 ? object.keys : keys.sort() };
    }
    if (kind === 'ConfigMap' && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(object.data)) {
        // Only whether a text changed matters; the chart's own Python files would fill the record.
        const data = Object.entries(object.data).map(([key, value]) => [key, longText(value)]);
        return { ...object, data: Object.fromEntries(data) };
    }
    return hide(object);
}
function longText(value) {
    if (typeof value !== 'string' || value.length <= 200)
        return value;
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(value).digest('hex')}`;
}
/** Literal values of environment variables and keys that look secret are not kept. */
function hide(value) {
    if (Array.isArray(value))
        return value.map(hide);
    if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    const secretVariable = typeof value.name === 'string' && SECRET_KEY.test(value.name) && typeof value.value === 'string';
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, secretVariable && key === 'value' ? '(hidden)' : hide(inner)]));
}
/**
 * Symbolic values without literal text at or anywhere below keys that look secret, such as `DB_PASSWORD: {value: …}`,
 * and in lists of environment variables.
 */
function hideValues(value, isSecret = false) {
    if (Array.isArray(value))
        return value.map((inner) => hideValues(inner, isSecret));
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value)) {
        const isVariable = typeof value.name === 'string' && SECRET_KEY.test(value.name);
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
            return [key, hideValues(inner, isSecret || SECRET_KEY.test(key) || (isVariable && key === 'value'))];
        }));
    }
    const symbol = typeof value === 'string' && /^\$\{secret:[^}]*\}$/.test(value);
    return typeof value === 'string' && value !== '' && !symbol && isSecret ? '(hidden)' : value;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 56341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oz: () => (/* binding */ isCurrent),
  F3: () => (/* binding */ planRelease),
  vn: () => (/* binding */ prepareRelease),
  c: () => (/* binding */ renderRelease)
});

// UNUSED EXPORTS: releaseChanges

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__(97160);
;// CONCATENATED MODULE: ./lib/src/helm/chart.js





/** Says which chart the configuration means; reads a local one's files, never the network. */
async function chartReference(source, env) {
    const repository = source.repository ?? (env.JUPYTERHUB_GKE_CHART_REPOSITORY || versions/* CHART_REPOSITORY */.yK);
    const { version, path, sha256 } = source;
    if (path !== undefined) {
        const digest = await checkedDigest(path, sha256);
        return { version, path, repository, sha256, identity: `sha256:${digest}` };
    }
    return { version, path, repository, sha256, identity: sha256 ? `sha256:${sha256}` : `jupyterhub-${version}` };
}
/**
 * Brings the chart onto disk and checks its digest: against `hub.chart.sha256`, and against the one that was
 * deployed last under the same version, since a published version never changes its content.
 */
async function fetchChart(chart, helm, last) {
    if (chart.path !== undefined)
        return { path: chart.path, digest: await checkedDigest(chart.path, chart.sha256) };
    const path = await helm.pull('jupyterhub', chart.version, chart.repository);
    const digest = await checkedDigest(path, chart.sha256);
    const sameSource = last?.version === chart.version && last.repository === chart.repository;
    if (last && sameSource && last.digest !== digest && chart.sha256 === undefined) {
        throw new errors/* ToolError */.v4(`The chart ${chart.version} of this repository is not the one that was deployed before`, {
            where: chart.repository,
            hint: `Its SHA-256 was ${last.digest} and is ${digest} now. If the new one can be trusted, set hub.chart.sha256 to it.`,
        });
    }
    return { path, digest };
}
async function checkedDigest(path, expected) {
    const digest = await digestOf(path);
    if (expected === undefined || expected.toLowerCase() === digest)
        return digest;
    throw new errors/* ConfigurationError */.j1(`The chart's SHA-256 is ${digest}, not the one that is expected`, {
        where: 'jupyterhub.yaml: hub.chart.sha256',
        hint: 'Check where the chart comes from; set hub.chart.sha256 to this value only if it can be trusted.',
    });
}
/** SHA-256 of a file, or of a folder's relative paths and contents in a fixed order. */
async function digestOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const found = await (0,promises_.stat)(path).catch((cause) => {
        throw new errors/* ConfigurationError */.j1(`The chart is not there: ${(0,errors/* errorMessage */.gJ)(cause)}`, {
            where: 'jupyterhub.yaml: hub.chart.path',
            hint: 'Give the path of a chart folder or .tgz archive, relative to jupyterhub.yaml.',
            cause,
        });
    });
    if (found.isFile())
        return hash.update(await (0,promises_.readFile)(path)).digest('hex');
    const entries = await (0,promises_.readdir)(path, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.relative)(path, (0,external_node_path_.join)(entry.parentPath, entry.name)).split(external_node_path_.sep).join('/'))
        .sort();
    for (const file of files) {
        const content = await (0,promises_.readFile)((0,external_node_path_.join)(path, file));
        hash.update(`${file}\0${content.length}\0`).update(content);
    }
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./lib/src/helm/companion.js
var helm_companion = __webpack_require__(12796);
// EXTERNAL MODULE: ./lib/src/helm/deployed.js
var deployed = __webpack_require__(37222);
// EXTERNAL MODULE: ./lib/src/helm/values.js
var helm_values = __webpack_require__(90310);
;// CONCATENATED MODULE: ./lib/src/helm/attributes.js

/** Dotted paths of an object that may be shown, by kind. What is not listed is never printed. */
const PATHS = {
    BackendConfig: ['spec.iap.enabled', 'spec.timeoutSec', 'spec.connectionDraining.drainingTimeoutSec'],
    Deployment: ['spec.replicas'],
    FrontendConfig: ['spec.redirectToHttps.enabled'],
    ManagedCertificate: ['spec.domains'],
    NetworkPolicy: ['spec.ingress', 'spec.egress'],
    PersistentVolumeClaim: ['spec.resources.requests.storage', 'spec.storageClassName'],
    Role: ['rules'],
    RoleBinding: ['subjects'],
    Service: ['spec.type'],
    StatefulSet: ['spec.replicas'],
    StorageClass: ['parameters.type', 'reclaimPolicy'],
};
/** The allowed attributes that differ, as text; objects that are new or gone have one side only. */
function attributesOf(before, after) {
    const old = allowed(before);
    const now = allowed(after);
    const names = [...new Set([...old.keys(), ...now.keys()])];
    return names
        .filter((name) => old.get(name) !== now.get(name))
        .map((name) => attribute(name, old.get(name), now.get(name)));
}
/** One attribute with the sides that exist. */
function attribute(name, before, after) {
    return { name, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
/** A value as short text. */
function show(value) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
function allowed(object) {
    const found = new Map();
    if (object === undefined)
        return found;
    for (const path of PATHS[String(object.kind)] ?? []) {
        const value = (0,helm_values.at)(object, path);
        if (value !== undefined && value !== null)
            found.set(path, show(value));
    }
    if (object.kind === 'Ingress')
        found.set('hosts', hosts(object));
    for (const container of containers(object)) {
        const name = String(container.name);
        if (typeof container.image === 'string')
            found.set(`${name}.image`, container.image);
        if ((0,helm_values/* isObject */.Gv)(container.resources))
            found.set(`${name}.resources`, show(container.resources));
        const env = Array.isArray(container.env) ? container.env : [];
        const names = env.map((variable) => ((0,helm_values/* isObject */.Gv)(variable) ? String(variable.name) : ''));
        if (names.length > 0)
            found.set(`${name}.env (names)`, names.sort().join(', '));
    }
    return found;
}
function containers(object) {
    const spec = (0,helm_values.at)(object, 'spec.template.spec');
    if (!(0,helm_values/* isObject */.Gv)(spec))
        return [];
    return [spec.initContainers, spec.containers].flatMap((list) => Array.isArray(list) ? list.filter(helm_values/* isObject */.Gv) : []);
}
function hosts(ingress) {
    const rules = (0,helm_values.at)(ingress, 'spec.rules');
    const list = Array.isArray(rules) ? rules : [];
    return list.map((rule) => ((0,helm_values/* isObject */.Gv)(rule) ? String(rule.host ?? '*') : '')).join(', ');
}

// EXTERNAL MODULE: ./lib/src/helm/manifests.js
var helm_manifests = __webpack_require__(67424);
;// CONCATENATED MODULE: ./lib/src/helm/values-diff.js



/** Parts of the values that may be shown as they are; of all others only the name is. */
const SHOWN = /^(cull|debug|hub\.(image|resources|concurrentSpawnLimit|activeServerLimit|allowNamedServers|baseUrl|redirectToServer)|singleuser\.(image|cpu|memory|storage|startTimeout|defaultUrl|cmd|profileList|extraResource|nodeSelector)|proxy\.chp\.(image|resources)|scheduling|prePuller|ingress\.hosts)(\.|\[|$)/;
/** Differences of two sets of symbolic values, path by path, in the order of their names. */
function valueChanges(before, after) {
    const old = new Map(flatten(before, ''));
    const now = new Map(flatten(after, ''));
    const names = [...new Set([...old.keys(), ...now.keys()])].sort();
    return names
        .filter((name) => old.get(name) !== now.get(name))
        .map((name) => {
        const isShown = SHOWN.test(name) && !helm_manifests/* SECRET_KEY */.rB.test(name.slice(name.lastIndexOf('.') + 1));
        const side = (value, word) => value === undefined ? undefined : isShown ? show(value) : word;
        return attribute(name, side(old.get(name), '(not shown)'), side(now.get(name), '(not shown, changed)'));
    });
}
/** Leaves with their paths; a profile is one leaf by its name, other lists are leaves whole. */
function flatten(value, path) {
    if (path === 'singleuser.profileList' && Array.isArray(value)) {
        return value.map((profile, index) => {
            const slug = (0,helm_values/* isObject */.Gv)(profile) && typeof profile.slug === 'string' ? profile.slug : String(index);
            return [`${path}[${slug}]`, show(profile)];
        });
    }
    // Texts are compared whole and only cut when they are shown; the Python files are named by their key.
    if (!(0,helm_values/* isObject */.Gv)(value))
        return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
    return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}

;// CONCATENATED MODULE: ./lib/src/helm/diff.js



/**
 * What helm would change, object by object. Attributes come from an allow-list; nothing of a Secret is shown but
 * that it changes, and, for the hub's, which of the allowed values do.
 */
function diffReleases(before, after) {
    const old = new Map((before?.manifests ?? []).map((manifest) => [addressOf(manifest), manifest]));
    const changes = [];
    for (const manifest of after.manifests) {
        const address = addressOf(manifest);
        const was = old.get(address);
        old.delete(address);
        if (was === undefined)
            changes.push(created(manifest));
        else if (canonical(was.object) !== canonical(manifest.object))
            changes.push(updated(was, manifest));
    }
    for (const manifest of old.values()) {
        if (!isKept(manifest))
            changes.push(change(manifest, 'delete', attributesOf(manifest.object, undefined)));
    }
    return before === undefined ? changes : withValues(changes, valueChanges(before.values, after.values));
}
function created(manifest) {
    return change(manifest, 'create', attributesOf(undefined, manifest.object));
}
function updated(was, now) {
    const attributes = attributesOf(was.object, now.object);
    if (now.kind === 'StorageClass') {
        return change(now, 'replace', attributes, 'a class cannot be changed: homes that exist keep their disks, new ones get the new type');
    }
    return change(now, 'update', attributes, effect(was, now));
}
/** What people notice, one sentence. */
function effect(was, now) {
    const template = 'spec.template';
    const restarts = canonical((0,helm_values.at)(was.object, template)) !== canonical((0,helm_values.at)(now.object, template));
    if (now.kind === 'Deployment' && restarts) {
        if (now.name === 'hub')
            return 'the hub restarts (about 20 s, open notebooks stay)';
        if (now.name === 'proxy')
            return 'the proxy restarts (open notebooks reconnect after some seconds)';
        return 'its pods restart';
    }
    if (now.kind === 'ManagedCertificate')
        return 'Google makes a new certificate, which takes up to an hour';
    return undefined;
}
/** The hub's Secret carries all values: their differences are what a reviewer wants to read there. */
function withValues(changes, values) {
    if (values.length === 0)
        return changes;
    const index = changes.findIndex(({ address }) => address === 'Secret/hub');
    const secret = changes[index] ?? {
        engine: 'helm',
        action: 'update',
        address: 'Secret/hub',
        kind: 'Secret',
        attributes: [],
    };
    const shown = { ...secret, attributes: [...secret.attributes, ...values] };
    return index < 0 ? [...changes, shown] : changes.with(index, shown);
}
function change(manifest, action, attributes, note) {
    const address = addressOf(manifest);
    return { engine: 'helm', action, address, kind: manifest.kind, attributes, ...(note === undefined ? {} : { note }) };
}
function addressOf(manifest) {
    return `${manifest.kind}/${manifest.name}`;
}
function isKept(manifest) {
    const metadata = manifest.object.metadata;
    const annotations = (0,helm_values/* isObject */.Gv)(metadata) ? metadata.annotations : undefined;
    // Helm leaves what has the policy, and its hooks, where they are.
    return (0,helm_values/* isObject */.Gv)(annotations) && (annotations['helm.sh/resource-policy'] === 'keep' || 'helm.sh/hook' in annotations);
}
/** JSON with sorted keys: two renderings that mean the same are the same text. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map((inner) => canonical(inner)).join(',')}]`;
    if (!(0,helm_values/* isObject */.Gv)(value))
        return JSON.stringify(value) ?? 'null';
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__(96487);
;// CONCATENATED MODULE: ./lib/src/helm/quantity.js


/** CPU quantity as a number of cores: `500m` is 0.5. */
function cores(text) {
    return Number(amount(text).toFixed(3));
}
/** Memory quantity as whole bytes: `4Gi` is 4294967296. */
function bytes(text) {
    return Math.ceil(amount(text));
}
function amount(text) {
    const number = (0,quantity/* quantity */.a)(text);
    if (number !== undefined)
        return number;
    throw new errors/* ConfigurationError */.j1(`"${text}" is no Kubernetes quantity`, { hint: 'Write it as 500m, 2 or 4Gi.' });
}

;// CONCATENATED MODULE: ./lib/src/helm/profiles.js

/**
 * Values for what people may start. One profile becomes the default server, which starts without a question;
 * several become the list on the hub's start page.
 */
function profileValues(profiles) {
    const standard = profiles.find((profile) => profile.default) ?? profiles[0];
    if (!standard)
        return {};
    return {
        singleuser: {
            cpu: { guarantee: cores(standard.cpu.guarantee), limit: cores(standard.cpu.limit) },
            memory: { guarantee: bytes(standard.memory.guarantee), limit: bytes(standard.memory.limit) },
            ...(standard.image === undefined ? {} : { image: imageParts(standard.image) }),
            ...(profiles.length === 1
                ? {}
                : { profileList: profiles.map((profile) => entry(profile, profile === standard)) }),
        },
    };
}
function entry(profile, standard) {
    return {
        slug: profile.name,
        // KubeSpawner's page puts these into HTML as they are; it never expands them, so braces stay single.
        display_name: escapeHtml(profile.displayName),
        ...(profile.description === undefined ? {} : { description: escapeHtml(profile.description) }),
        ...(standard ? { default: true } : {}),
        kubespawner_override: {
            cpu_guarantee: cores(profile.cpu.guarantee),
            cpu_limit: cores(profile.cpu.limit),
            // KubeSpawner knows K, M, G, T (powers of 1024) and no Ki, Mi: bytes mean the same to everybody.
            mem_guarantee: bytes(profile.memory.guarantee),
            mem_limit: bytes(profile.memory.limit),
            ...(profile.image === undefined ? {} : { image: profile.image }),
        },
    };
}
/** The chart writes `name:tag`, so a digest splits at its colon too: `repo@sha256` + `abc…`. */
function imageParts(image) {
    const colon = image.lastIndexOf(':');
    const hasTag = colon > image.lastIndexOf('/');
    return hasTag ? { name: image.slice(0, colon), tag: image.slice(colon + 1) } : { name: image, tag: 'latest' };
}
/** Text for KubeSpawner fields that go through Python's str.format, where a brace is doubled to mean itself. */
function escapeBraces(text) {
    return text.replace(/[{}]/g, '$&$&');
}
function escapeHtml(text) {
    const entities = {
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        "'": '&#39;',
    };
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

;// CONCATENATED MODULE: ./lib/src/helm/iap.js


/** Python modules of the hub's process and its keeper, beside the chart's own configuration (a folder on sys.path). */
const HUB_MODULES = [
    'iap_authenticator.py',
    'iap_assertion.py',
    'hub_members.py',
    'keeper.py',
    'keeper_api.py',
];
/** Mode 0444 as the number that JSON and YAML agree on. */
const READ_ONLY = 0o444;
const HUB_FOLDER = '/usr/local/etc/jupyterhub';
const NOTEBOOK_FOLDER = '/usr/local/etc/jupyterhub-gke';
/** Values that put the hub behind Identity-Aware Proxy: the edge, the authenticator with its two lists, the keeper and the notebook guard. */
function iapValues(config, files, env) {
    const hub = config.name;
    const keysUrl = env.JUPYTERHUB_GKE_IAP_KEYS_URL;
    return {
        hub: {
            extraEnv: {
                JUPYTERHUB_GKE_HUB: hub,
                ...(keysUrl ? { JUPYTERHUB_GKE_IAP_KEYS_URL: keysUrl } : {}),
            },
            extraFiles: Object.fromEntries(HUB_MODULES.map((name) => [
                name,
                { mountPath: `${HUB_FOLDER}/${name}`, stringData: files[name], mode: READ_ONLY },
            ])),
            // Optional and mounted as folders: the hub starts (closed) before they exist, and kubelet updates them in place.
            extraVolumes: ['audience', 'members'].map((list) => ({
                name: `jupyterhub-gke-${list}`,
                configMap: { name: `${hub}-${list}`, optional: true },
            })),
            extraVolumeMounts: ['audience', 'members'].map((list) => ({
                name: `jupyterhub-gke-${list}`,
                mountPath: `/etc/jupyterhub-gke/${list}`,
                readOnly: true,
            })),
        },
        proxy: {
            https: { enabled: false },
            service: {
                type: 'ClusterIP',
                annotations: {
                    'cloud.google.com/neg': '{"ingress": true}',
                    'cloud.google.com/backend-config': JSON.stringify({ ports: { http: hub } }),
                },
            },
            // The chart opens the proxy to every address; only the load balancer's may in, by the companion's policy.
            chp: {
                networkPolicy: { enabled: true, allowedIngressPorts: [], ingress: [], interNamespaceAccessLabels: 'ignore' },
            },
        },
        ingress: {
            enabled: true,
            annotations: {
                'kubernetes.io/ingress.class': 'gce',
                'kubernetes.io/ingress.global-static-ip-name': `${hub}-ip`,
                'networking.gke.io/managed-certificates': hub,
                'networking.gke.io/v1beta1.FrontendConfig': hub,
            },
            hosts: [config.access.domain ?? helm_values/* ADDRESS */.BD],
            pathType: 'Prefix',
        },
        singleuser: {
            extraEnv: {
                JUPYTERHUB_GKE_HUB: escapeBraces(hub),
                PYTHONPATH: NOTEBOOK_FOLDER,
            },
            extraFiles: {
                'notebook_guard.py': {
                    mountPath: `${NOTEBOOK_FOLDER}/notebook_guard.py`,
                    stringData: files['notebook_guard.py'],
                    mode: READ_ONLY,
                },
                'jupyterhub-gke.json': {
                    mountPath: '/etc/jupyter/jupyter_server_config.d/jupyterhub-gke.json',
                    data: { ServerApp: { jpserver_extensions: { notebook_guard: true } } },
                    mode: READ_ONLY,
                },
            },
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/helm/platform.js
/**
 * Values that follow from GKE Autopilot with Dataplane V2.
 *
 * - No scheduler of the chart's own (its release 1.30 lags behind the cluster) and no image pullers: Autopilot makes
 *   nodes for pods that exist, so that neither has anything to do.
 * - No privileged init container against the metadata server: Autopilot refuses privileged pods. The network policy
 *   closes the whole link-local range instead; the chart's own rule leaves out one address of it only.
 */
function platformValues() {
    return {
        hub: { resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } } },
        proxy: { chp: { resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } } } },
        scheduling: {
            userScheduler: { enabled: false },
            userPlaceholder: { enabled: false },
            corePods: { tolerations: [], nodeAffinity: { matchNodePurpose: 'ignore' } },
            userPods: { tolerations: [], nodeAffinity: { matchNodePurpose: 'ignore' } },
        },
        prePuller: { hook: { enabled: false }, continuous: { enabled: false } },
        singleuser: {
            cloudMetadata: { blockWithIptables: false },
            networkPolicy: {
                egressAllowRules: { cloudMetadataServer: false, nonPrivateIPs: false, privateIPs: false },
                egress: [
                    {
                        to: [
                            {
                                ipBlock: {
                                    cidr: '0.0.0.0/0',
                                    except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'],
                                },
                            },
                        ],
                    },
                    // NodeLocal DNSCache answers on this link-local address; the chart opens port 53 of the metadata server itself.
                    {
                        to: [{ ipBlock: { cidr: '169.254.20.10/32' } }],
                        ports: [
                            { port: 53, protocol: 'UDP' },
                            { port: 53, protocol: 'TCP' },
                        ],
                    },
                ],
            },
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/helm/storage.js
/** Name of the StorageClass that the companion chart makes for the homes of one hub; classes belong to the whole cluster. */
function homeClass(hub) {
    return `jupyterhub-${hub}-home`;
}
/** Values that give each person a disk of their own, made at the first start and never deleted by the hub. */
function storageValues(hub, home) {
    return {
        singleuser: {
            storage: {
                type: 'dynamic',
                capacity: home.size,
                dynamic: { storageClass: homeClass(hub), storageAccessModes: ['ReadWriteOnce'] },
            },
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/helm/layers.js








/**
 * Values that stay ours whatever `hub.values` says: without them the hub is open, loses data, or does not fit the
 * objects around it. Validation refuses them with a message; this is the lock behind that door.
 */
const OWNED = [
    'hub.config.JupyterHub.authenticator_class',
    'hub.config.JupyterHub.admin_access',
    'hub.config.Authenticator.allow_existing_users',
    'hub.config.Authenticator.auth_refresh_age',
    'hub.config.Authenticator.refresh_pre_spawn',
    'hub.config.KubeSpawner.delete_pvc',
    'hub.loadRoles.jupyterhub-gke-admins',
    'hub.loadRoles.jupyterhub-gke-keeper',
    'hub.services.jupyterhub-gke-keeper',
    'hub.extraConfig.00-jupyterhub-gke',
    'hub.extraEnv',
    'hub.extraFiles',
    'hub.db.pvc.annotations',
    'hub.networkPolicy.enabled',
    'proxy.https',
    'proxy.service',
    'proxy.chp.networkPolicy',
    'ingress',
    'cull.users',
    'singleuser.networkPolicy.enabled',
    'singleuser.cloudMetadata.blockWithIptables',
    'singleuser.extraFiles',
    'singleuser.extraEnv',
    'singleuser.storage.dynamic.storageClass',
];
/** Switches of the chart that would go round what is owned; they keep the chart's own default. */
const UNTOUCHED = {
    fullnameOverride: '',
    nameOverride: null,
    httpRoute: { enabled: false },
    hub: { existingSecret: null, command: [], args: [], serviceAccount: { create: true, name: null } },
    rbac: { create: true },
};
/** Lists to which a user adds, since replacing them would take away what we put there. */
const SHARED_LISTS = ['hub.extraVolumes', 'hub.extraVolumeMounts', 'singleuser.networkPolicy.egress'];
/** Reads base.yaml and the Python files from the product's helm folder. */
async function readSources(helmDir) {
    const text = (name) => (0,promises_.readFile)((0,external_node_path_.join)(helmDir, 'hub', name), 'utf8');
    const base = (0,dist/* parse */.qg)(await text('base.yaml'));
    const names = [...HUB_MODULES, 'notebook_guard.py'];
    const files = await Promise.all(names.map(async (name) => [name, await text(name)]));
    return { base, files: Object.fromEntries(files) };
}
/** The layers in their order, each one concern. Secrets and the address are symbolic. */
function layers_layers(config, sources, env) {
    return [
        { name: 'base', values: sources.base },
        { name: 'platform', values: platformValues() },
        { name: 'iap', values: iapValues(config, sources.files, env) },
        { name: 'storage', values: storageValues(config.name, config.storage.home) },
        { name: 'profiles', values: profileValues(config.profiles) },
        { name: 'user', values: config.hub.values },
    ];
}
/** One document of all layers, with owned values put back and shared lists joined. */
function hubValues(config, sources, env) {
    const all = layers_layers(config, sources, env);
    const ours = all
        .filter(({ name }) => name !== 'user')
        .reduce((sum, { values }) => (0,helm_values/* merge */.h1)(sum, values), {});
    let values = (0,helm_values/* merge */.h1)(ours, namedEnv(config.hub.values));
    for (const path of OWNED) {
        const value = (0,helm_values.at)(ours, path);
        if (value !== undefined)
            values = (0,helm_values/* merge */.h1)(values, (0,helm_values/* put */.yJ)(path, value));
    }
    for (const path of SHARED_LISTS) {
        values = (0,helm_values/* merge */.h1)(values, (0,helm_values/* put */.yJ)(path, [...list((0,helm_values.at)(ours, path)), ...list((0,helm_values.at)(config.hub.values, path))]));
    }
    return (0,helm_values/* merge */.h1)(values, UNTOUCHED);
}
/** The chart takes `hub.extraEnv` as a list too; by name it can be joined with ours. */
function namedEnv(user) {
    const env = (0,helm_values.at)(user, 'hub.extraEnv');
    if (!Array.isArray(env))
        return user;
    const named = {};
    for (const item of env) {
        if (!(0,helm_values/* isObject */.Gv)(item) || typeof item.name !== 'string')
            continue;
        const { name, ...rest } = item;
        named[name] = rest;
    }
    return (0,helm_values/* merge */.h1)(user, (0,helm_values/* put */.yJ)('hub.extraEnv', named));
}
function list(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./lib/src/helm/release.js









/** Layers the values and names the charts; reads files only, calls neither helm nor network. */
async function prepareRelease(options) {
    const { config, env, helmDir } = options;
    const companionChart = (0,external_node_path_.join)(helmDir, 'companion');
    const [sources, chart, companionDigest] = await Promise.all([
        readSources(helmDir),
        chartReference(config.hub.chart, env),
        digestOf(companionChart),
    ]);
    const values = hubValues(config, sources, env);
    const companion = { chart: companionChart, values: (0,helm_companion/* companionValues */.tL)(config) };
    const parts = [chart.identity, companionDigest, values, companion.values];
    const inputs = (0,external_node_crypto_.createHash)('sha256').update(canonical(parts)).digest('hex');
    return { hub: config.name, namespace: (0,deployed/* namespaceOf */.N6)(config.name), chart, values, companion, inputs };
}
/** Renders both charts offline from symbolic values; the result holds no secret and is the same for the same inputs. */
async function renderRelease(prepared, helm, deployed) {
    const { hub, namespace } = prepared;
    const chart = await fetchChart(prepared.chart, helm, usable(deployed)?.chart);
    const values = (0,helm_values/* symbolic */.fv)(prepared.values);
    // One after the other: a failure of one must not leave the other at work in a folder that is being removed.
    const companion = await helm.template((0,helm_companion/* companionRelease */.MU)(hub), prepared.companion.chart, namespace, (0,helm_values/* symbolic */.fv)(prepared.companion.values));
    const main = await helm.template(hub, chart.path, namespace, withStandIns(values));
    const manifests = (0,helm_manifests/* parseManifests */.Ye)(`${companion}\n---\n${main}`);
    return { chart, values: (0,helm_manifests/* hideValues */.X8)(values), manifests };
}
/** True when both releases are as the files say, and the apply that made them so came to its end. */
function isCurrent(prepared, deployed) {
    return deployed?.state === 'deployed' && deployed.inputs === prepared.inputs;
}
/**
 * What helm would change. Helm is only asked for when something may; `deployed` is undefined before the first apply
 * or where the cluster does not exist or cannot be asked yet.
 */
async function planRelease(prepared, deployed, helm) {
    if (isCurrent(prepared, deployed))
        return [];
    const rendered = await renderRelease(prepared, await helm(), deployed);
    return releaseChanges(prepared, deployed, rendered);
}
/** The changes between what was deployed and what is rendered; never empty when helm has to run. */
function releaseChanges(prepared, deployed, rendered) {
    const before = usable(deployed);
    const changes = diffReleases(before, rendered);
    if (changes.length > 0)
        return changes;
    const note = deployed?.state === 'applying'
        ? 'the last apply did not come to its end: it is done again, the objects stay as they are'
        : 'installed again with the same objects: a chart file or a hidden value changed';
    const address = `Release/${prepared.hub}`;
    return [{ engine: 'helm', action: 'update', address, kind: 'Release', attributes: [], note }];
}
/** A record without a finished apply behind it is no state to compare with. */
function usable(deployed) {
    return deployed !== undefined && deployed.revision > 0 ? deployed : undefined;
}
/**
 * The chart makes its secrets at random where it cannot look them up, and puts checksums of them into its pods. Fixed
 * stand-ins make an offline rendering the same each time; they reach no cluster.
 */
function withStandIns(values) {
    const services = (0,helm_values.at)(values, 'hub.services');
    const tokens = Object.keys((0,helm_values/* isObject */.Gv)(services) ? services : {}).map((name) => [name, { apiToken: 'stand-in' }]);
    const standIns = {
        hub: {
            config: {
                ConfigurableHTTPProxy: { auth_token: 'stand-in' },
                JupyterHub: { cookie_secret: '00'.repeat(32) },
                CryptKeeper: { keys: ['00'.repeat(32)] },
            },
            services: Object.fromEntries(tokens),
        },
    };
    return (0,helm_values/* merge */.h1)(standIns, values);
}


/***/ }),

/***/ 59052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ chartSchemaError),
/* harmony export */   s: () => (/* binding */ ChartSchemaError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75770);
/* harmony import */ var _schema_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92503);


/** The values do not fit the chart's schema: carries what is wrong at which path, so that it can be put on its line. */
class ChartSchemaError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 {
    /** Chart that refused, as helm names it; undefined where helm names none. */
    chart;
    /** Sorted by path. Empty where helm's text could not be read. */
    findings;
    constructor(chart, findings, otherwise) {
        const list = findings.slice(0, 10).map(({ path, message }) => `${path.join('.') || 'the values'}: ${message}`);
        super(`hub.values does not fit the chart: ${list.length === 0 ? otherwise : list.join(' ')}`, {
            where: 'jupyterhub.yaml: hub.values',
            hint: 'Correct the keys named here; the chart documents its values under "Configuration Reference".',
        });
        this.chart = chart;
        this.findings = findings;
    }
}
/** Reads helm's text about values that do not fit; `otherwise` is the message where nothing in it can be read. */
function chartSchemaError(text, otherwise) {
    const lines = text.split('\n');
    const start = lines.findIndex((line) => line.includes('following chart(s):'));
    const roots = [];
    let chart;
    let prefix = [];
    const open = [];
    for (const line of lines.slice(start + 1)) {
        const [, heading] = /^([A-Za-z0-9._-]+):\s*$/.exec(line) ?? [];
        if (heading !== undefined) {
            // The first is the chart itself; the values of the others, its dependencies, stand under their names.
            prefix = chart === undefined ? [] : [heading];
            chart ??= heading;
            continue;
        }
        const node = readLine(line, prefix);
        if (node === undefined)
            continue;
        while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= node.indent)
            open.pop();
        (open.at(-1)?.children ?? roots).push(node);
        open.push(node);
    }
    const keyed = roots.flatMap(findingsOf).map((finding) => [JSON.stringify(finding.path), finding]);
    // helm prints in an order of chance.
    keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return new ChartSchemaError(chart, keyed.map(([, finding]) => finding), otherwise);
}
/** `- at '/hub/db': text` of newer helms, `- hub.db: text` of older ones. */
function readLine(line, prefix) {
    const node = (indent, steps, text) => ({
        indent: indent.length,
        path: [...prefix, ...steps.map((step) => (/^(0|[1-9]\d{0,8})$/.test(step) ? Number(step) : step))],
        text: text.trim(),
        children: [],
    });
    const newer = /^( *)- at '((?:[^'\\]|\\.)*)': (.*)$/.exec(line);
    if (newer !== null) {
        const [, indent = '', pointer = '', text = ''] = newer;
        const steps = (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .unquote */ ._n)(pointer).split('/').slice(1);
        // The order matters: `~01` is `~1` and no slash.
        const plain = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
        return node(indent, plain, text);
    }
    const [, indent = '', place, text = ''] = /^( *)- (.+?): (.+)$/.exec(line) ?? [];
    if (place === undefined)
        return undefined;
    return node(indent, place === '(root)' ? [] : place.split('.'), text);
}
function findingsOf(node) {
    const { path, text, children } = node;
    if (children.length === 0 || text.startsWith('invalid propertyName'))
        return (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .explainText */ .lP)(path, text);
    const isChoice = /^'?(anyOf|oneOf)'? failed/.test(text);
    return isChoice ? choice(path, children.map(findingsOf)) : children.flatMap(findingsOf);
}
/**
 * What is wrong with a value that fits none of several forms: of those with another type nobody meant one, so that a
 * single form of the same type is the one that was meant.
 */
function choice(path, forms) {
    const here = JSON.stringify(path);
    const other = (form) => form.some((finding) => finding.types !== undefined && JSON.stringify(finding.path) === here);
    const near = forms.filter((form) => !other(form));
    const [only, second] = near;
    if (only !== undefined && second === undefined)
        return only;
    if (only === undefined) {
        const types = forms.flat().flatMap((finding) => finding.types ?? []);
        return [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(path, types[0]?.got ?? '', [...new Set(types.flatMap(({ want }) => want))])];
    }
    const words = near.map((form) => form.map(({ message }) => message.replace(/\.$/, '')).join(', '));
    return [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)(path, `fits none of the forms that the chart takes: ${words.slice(0, 5).join('; or ')}.`)];
}


/***/ }),

/***/ 92503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   _n: () => (/* binding */ unquote),
/* harmony export */   gQ: () => (/* binding */ wrongType),
/* harmony export */   lP: () => (/* binding */ explainText),
/* harmony export */   n0: () => (/* binding */ looksSecret)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69910);
/* harmony import */ var _config_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33437);
/* harmony import */ var _config_z2jh_sections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95329);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67424);




/** A quoted text in Go's manner, as the validator prints names and values. */
const QUOTED = String.raw `'((?:[^'\\]|\\.)*)'`;
const TYPES = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping (key: value)',
    null: 'null',
};
const LIMITS = {
    minimum: (limit) => `${limit} or more`,
    maximum: (limit) => `${limit} or less`,
    exclusiveMinimum: (limit) => `more than ${limit}`,
    exclusiveMaximum: (limit) => `less than ${limit}`,
    multipleOf: (limit) => `multiples of ${limit}`,
    minLength: (limit) => `${limit} or more characters`,
    maxLength: (limit) => `${limit} characters at most`,
    minItems: (limit) => `${limit} or more entries`,
    maxItems: (limit) => `${limit} entries at most`,
    minProperties: (limit) => `${limit} or more keys`,
    maxProperties: (limit) => `${limit} keys at most`,
};
/**
 * What a text of the validator means. helm from 3.18.5 has github.com/santhosh-tekuri/jsonschema/v6 (kind/kind.go),
 * helm before that github.com/xeipuu/gojsonschema (locales.go), which prints no values.
 */
const FORMS = [
    [
        /^additional properties (.+) not allowed$/,
        (path, [, names = '']) => unquoteAll(names).map((name) => unknown(path, name)),
    ],
    [/^Additional property (.+) is not allowed$/, (path, [, name = '']) => [unknown(path, name)]],
    [/^got (\w+), want (.+)$/, (path, [, got = '', want = '']) => [wrongType(path, got, want.split(' or '))]],
    [
        /^Invalid type\. Expected: \[?([^\]]+)\]?, given: (\w+)$/,
        (path, [, want = '', got = '']) => [wrongType(path, got, want.split(/[,/]/))],
    ],
    [/^missing propert(?:y|ies) (.+)$/, (path, [, names = '']) => unquoteAll(names).map((name) => missing(path, name))],
    [/^(\S+) is required$/, (path, [, name = '']) => [missing(path, name)]],
    [
        new RegExp(`^properties (.+) required, if ${QUOTED} exists$`),
        (path, [, names = '', cause = '']) => unquoteAll(names).map((name) => about(path, 'absent', `${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)} is missing, and ${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(unquote(cause))} needs it.`)),
    ],
    [
        /^(?:value must be|\S+ must be one of the following:|\S+ does not match:) (?:one of )?(.+)$/,
        (path, [, list = '']) => [value(path, `takes only ${readable(list)}.`)],
    ],
    [
        new RegExp(`(?:^${QUOTED} does not match|^Does not match) pattern '(.*)'$`),
        (path, [, , pattern = '']) => [value(path, `has not the form that the chart asks for: ${unquote(pattern)}`)],
    ],
    [
        new RegExp(`^${QUOTED} is not valid ([\\w-]+): |^Does not match format '([\\w-]+)'$`),
        (path, [, , one, two]) => [value(path, `has not the form "${one ?? two}".`)],
    ],
    [
        /^(\w+): got \S+, want (\S+)$/,
        (path, [, name = '', limit = '']) => [value(path, `takes ${LIMITS[name]?.(limit) ?? `${limit} (${name})`}.`)],
    ],
    [
        new RegExp(`^invalid propertyName ${QUOTED}$`),
        (path, [, name = '']) => {
            const key = unquote(name);
            return [about([...path, key], 'key', `${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(key)} has not the form that names have here.`)];
        },
    ],
    [
        /^items at (\d+) and (\d+) are equal$/,
        (path, [, one, two]) => [value(path, `has the same entry twice: number ${one} and ${two}, counted from 0.`)],
    ],
    [/^false schema$/, (path) => [about(path, 'key', `${nameOf(path)} is not allowed here.`)]],
    [
        /^'?oneOf'? failed, subschemas/,
        (path) => [value(path, 'fits several forms of which the chart takes one at a time.')],
    ],
];
/** One message of the validator about the value at a path, in our words. */
function explainText(path, text) {
    for (const [form, say] of FORMS) {
        const match = form.exec(text);
        if (match !== null)
            return say(path, match);
    }
    const does = 'does not fit what the chart takes';
    return [value(path, looksSecret(path) ? `${does}.` : `${does}: ${text}`)];
}
/** One finding for a value that has the wrong type. */
function wrongType(path, got, want) {
    const known = want.map((type) => type.trim()).sort((a, b) => Number(a === 'null') - Number(b === 'null'));
    const words = known.map((type) => TYPES[type] ?? type).join(' or ');
    return { ...value(path, `takes ${words}, not ${TYPES[got] ?? got}.`), types: { got, want: known } };
}
/** A finding about a value; the message starts with its name. */
function value(path, does) {
    return about(path, 'value', `${nameOf(path)} ${does}`);
}
/** True where a key on the way to a value tells that it is a secret. */
function looksSecret(path) {
    return path.some((step) => _manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .SECRET_KEY */ .rB.test(String(step)));
}
/** A text in Go's quotes as it was. */
function unquote(text) {
    const plain = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };
    return text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gi, (_, x, u, long, one) => {
        const code = x ?? u ?? long;
        if (code === undefined)
            return plain[one ?? ''] ?? one ?? '';
        const point = Number.parseInt(code, 16);
        return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
    });
}
function about(path, part, message) {
    return { path, message, about: part };
}
function unknown(path, name) {
    const section = path.join('.');
    const names = Object.hasOwn(_config_z2jh_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTIONS */ .b, section) ? (_config_z2jh_sections_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTIONS */ .b[section] ?? '').split(' ') : [];
    // Another release of the chart may refuse what the tested one takes.
    const others = names.filter((known) => known !== name);
    return about([...path, name], 'key', `${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)} is not known here.${(0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(name, others)}`);
}
function missing(path, name) {
    return about(path, 'absent', `${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)} is missing.`);
}
function nameOf(path) {
    const last = path.at(-1);
    if (last === undefined)
        return 'hub.values';
    return typeof last === 'number' ? 'This entry' : (0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(last);
}
function unquoteAll(list) {
    return [...list.matchAll(new RegExp(QUOTED, 'g'))].map(([, name = '']) => unquote(name));
}
function readable(list) {
    return list
        .replaceAll('<nil>', 'null')
        .replace(new RegExp(QUOTED, 'g'), (_, text) => `"${unquote(text)}"`)
        .slice(0, 300);
}


/***/ }),

/***/ 90310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ ADDRESS),
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   fv: () => (/* binding */ symbolic),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hd: () => (/* binding */ resolve),
/* harmony export */   yJ: () => (/* binding */ put)
/* harmony export */ });
/* harmony import */ var _config_format_braces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70138);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75770);


/** Stands for the hub's host name wherever it is not known before the reserved IP exists. */
const ADDRESS = `\${hub.address}`;
/** True for JSON objects, not for lists and null. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Helm's own rule: objects merge key by key, everything else (lists too) is replaced by the later one. */
function merge(below, above) {
    // A null prototype: `__proto__` in a user's file is a key like any other.
    const merged = Object.assign(Object.create(null), below);
    for (const [key, value] of Object.entries(above)) {
        const under = merged[key];
        merged[key] = isObject(value) ? merge(isObject(under) ? under : {}, value) : value;
    }
    return merged;
}
/** The value at a dotted path, such as `hub.db.pvc`; undefined when a step is missing. Keys with dots are not reachable. */
function at(values, path) {
    let value = values;
    for (const key of path.split('.')) {
        if (!isObject(value) || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
/** An object with one value at a dotted path. */
function put(path, value) {
    return path
        .split('.')
        .reverse()
        .reduce((inner, key) => ({ [key]: inner }), value);
}
/** Name in a `{secretRef: NAME}` object, undefined for anything else. */
function secretName(value) {
    if (!isObject(value))
        return undefined;
    const keys = Object.keys(value);
    const name = value.secretRef;
    return keys.length === 1 && typeof name === 'string' ? name : undefined;
}
/** Values as a plan may show and render them: each secret as `${secret:NAME}`, the address as it stands. */
function symbolic(values) {
    return transform(values, (name) => `\${secret:${name}}`);
}
/** Values as helm gets them at apply: secrets and address put in. Fails when a secret has no value. */
function resolve(values, known) {
    const secret = (name, path) => {
        const value = Object.hasOwn(known.secrets, name) ? known.secrets[name] : undefined;
        // Where KubeSpawner expands texts, a brace of the secret (JSON has some) would fail every start.
        if (value !== undefined)
            return (0,_config_format_braces_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFault */ .A)(path, '{') === undefined ? value : value.replace(/[{}]/g, '$&$&');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`hub.values refers to the secret "${name}", which has no value`, {
            where: `secrets.${name}`,
            hint: 'Declare it under "secrets" and give its variable to the apply step.',
        });
    };
    return transform(values, secret, known.address);
}
/** Names of all secrets that the values refer to, sorted. */
function secretNames(values) {
    const names = new Set();
    transform(values, (name) => {
        names.add(name);
        return name;
    });
    return [...names].sort();
}
function transform(value, secret, address = ADDRESS, path = []) {
    if (typeof value === 'string')
        return value.replaceAll(ADDRESS, () => address);
    if (Array.isArray(value)) {
        return value.map((inner, index) => transform(inner, secret, address, [...path, index]));
    }
    if (!isObject(value))
        return value;
    const name = secretName(value);
    if (name !== undefined)
        return secret(name, path);
    const result = Object.create(null);
    for (const [key, inner] of Object.entries(value))
        result[key] = transform(inner, secret, address, [...path, key]);
    return result;
}


/***/ }),

/***/ 37063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   W$: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   _W: () => (/* binding */ shortEmails),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   dp: () => (/* binding */ byteLength),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   xv: () => (/* binding */ truncate),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony export stripAnsi */
/** GitHub refuses comments with more characters than this. We count bytes, which are never fewer. */
const COMMENT_LIMIT = 65_536;
// CSI and OSC sequences, then any other escape of two characters.
const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(`${ESCAPE}\\[[0-?]*[ -/]*[@-~]|${ESCAPE}\\][^\\u0007${ESCAPE}]*(?:\\u0007|${ESCAPE}\\\\)?|${ESCAPE}[@-Z\\\\-_]?`, 'g');
// Characters that draw nothing or turn the direction of text can make a line read otherwise than it is.
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** The text without the colours and cursor movements of a terminal. */
function stripAnsi(text) {
    return text.replace(ANSI, '');
}
/** The text without terminal escapes and with every unseen character made visible as `�`; line ends become `\n`. */
function visible(text) {
    return stripAnsi(text)
        .replace(/\r\n?/g, '\n')
        .replace(/[\u200d\ufe0f]/g, '') // joiners and variants of emoji: harmless and common in names
        .replace(UNSEEN, '\ufffd');
}
/** One line of at most `limit` characters, for places where a text must not spread. */
function oneLine(text, limit = 300) {
    const line = visible(text).replace(/\s+/g, ' ').trim();
    const characters = [...line];
    return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}
/** E-mail addresses in the text reduced to `a…e@acme.dev`, for places that anybody can read. */
function shortEmails(text) {
    return text.replace(/([\p{L}\p{N}._%+'-]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu, (_, local, domain) => {
        const letters = [...local];
        return letters.length > 2 ? `${letters[0]}…${letters.at(-1)}@${domain}` : `…@${domain}`;
    });
}
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
const BREAK = '\u200b';
// GitHub links these in the rendered text, where no escape of Markdown helps; a zero-width space parts them.
function breakLinks(text) {
    return text
        .replace(/@/g, `@${BREAK}`)
        .replace(/#(?=\d)/g, `#${BREAK}`)
        .replace(/:\/\//g, `:${BREAK}//`)
        .replace(/(www)\./gi, `$1${BREAK}.`)
        .replace(/(mailto|xmpp):/gi, `$1:${BREAK}`)
        .replace(/(GH)-(?=\d)/gi, `$1-${BREAK}`);
}
/**
 * Text from outside as prose of one line: no Markdown, HTML, mention, link or issue reference in it comes to life.
 * Character references are used, since GFM never reads those as syntax, also not inside tables.
 */
function prose(text, limit = 1000) {
    return breakLinks(oneLine(text, limit))
        .replace(/[\\`*_{}[\]()<>!|&~$^=#\u200b]/g, entity)
        .replace(/^[-+]/, entity)
        .replace(/^(\d+)([.)])/, (_, digits, mark) => `${digits}${entity(mark)}`);
}
/** Text from outside as code of one line; safe in paragraphs and in table cells. */
function code(text, limit = 300) {
    const line = oneLine(text, limit);
    if (line === '')
        return '*empty*';
    // A pipe ends a table cell even inside backticks, so such text takes the HTML form, where references work.
    if (!/[`|]/.test(line))
        return `\`${line}\``;
    return `<code>${breakLinks(line).replace(/[^\p{L}\p{N} .,;/@:-]/gu, entity)}</code>`;
}
/** Text from outside as a block of several lines that no line of it can end. */
function fence(text, language = '') {
    const body = visible(text).replace(/\n+$/, '');
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** A table of cells that are Markdown already; what would end a cell or row is taken out as a last line of defence. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '&#124;').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
/** A folded part; `title` and `body` are Markdown or HTML already. */
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** Bytes of the text as GitHub stores it. */
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
/**
 * Cuts Markdown at a line so that it has at most `limit` bytes, closes the fences and folded parts that were open,
 * and ends with `note`, which says where the rest is. A text that fits is returned as it is.
 */
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
    // Only whole lines of ours count: the same words in a cell are text from outside.
    if (line.startsWith('<details>'))
        return { ...open, folds: open.folds + 1 };
    return line === '</details>' ? { ...open, folds: open.folds - 1 } : open;
}
function ending(open, note) {
    return `${open.fence === '' ? '' : `\n${open.fence}`}\n\n${note}\n${'\n</details>\n'.repeat(open.folds)}`;
}


/***/ }),

/***/ 94405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ safeUrl),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   YH: () => (/* binding */ planMarker),
/* harmony export */   Zd: () => (/* binding */ warningDetails),
/* harmony export */   tx: () => (/* binding */ planComment)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37063);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72528);


/** First line of the one comment that a hub has on a pull request; hub names hold only letters, digits and dashes. */
function planMarker(hub) {
    return `<!-- jupyterhub-gke:plan:${hub.replace(/[^A-Za-z0-9-]/g, '')} -->`;
}
/** The comment on a pull request: verdict first, then the areas, then folded details, always within GitHub's limit. */
function planComment(report) {
    const rest = report.links?.summary
        ? `in the [step summary](${safeUrl(report.links.summary)})`
        : 'in the step summary of this run';
    return shareRoom([planMarker(report.hub), '', ...planHead(report)].join('\n'), planDetails(report), footer(report), rest, _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMENT_LIMIT */ .W$);
}
/** The same report without a limit of its own, for the step summary. */
function planText(report) {
    const unlinked = { ...report, links: {} };
    return [planHead(unlinked).join('\n'), ...planDetails(unlinked), footer(unlinked)]
        .filter((part) => part !== '')
        .join('\n\n');
}
/** Heading and verdict; a plan without a change is one line. */
function planHead(report) {
    const { changes } = report.changeSet;
    const write = (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .writer */ .KF)(report.isPublic ?? false);
    const of = report.commit === undefined ? '' : ` for ${write.code(report.commit.slice(0, 7))}`;
    const heading = `### JupyterHub ${write.code(report.hub)} · plan${of}`;
    const notes = (report.notes ?? []).map((note) => `- ${write.prose(note)}`);
    const aside = notes.length === 0 ? [] : ['', ...notes];
    if (changes.length === 0)
        return [heading, '', '**No change: platform, hub and people are as the files say.**', ...aside];
    return [heading, '', `**${verdict(changes, write)}**`, '', (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .areaTable */ .qm)(changes, write), ...aside];
}
/** What the change means for people, notebooks and data, in plain sentences. */
function verdict(changes, write) {
    return [peopleSentence(changes), notebookSentence(changes), platformSentence(changes), dataSentence(changes, write)]
        .filter((sentence) => sentence !== '')
        .join(' ');
}
function peopleSentence(changes) {
    const count = (action) => changes.filter((change) => change.engine === 'members' && change.action === action).length;
    const clauses = [
        [count('create'), 'gains access', 'gain access'],
        [count('delete'), 'loses it and their notebook servers stop', 'lose it and their notebook servers stop'],
        [count('update'), 'gets other rights or another end date', 'get other rights or another end date'],
    ];
    const words = clauses
        .filter(([people]) => people > 0)
        .map(([people, one, many], index) => {
        const text = people === 1 ? one : many;
        const noun = index > 0 ? '' : people === 1 ? ' person' : ' people';
        return `${people}${noun} ${index > 0 ? text : text.replace(/\bit\b/, 'access')}`;
    });
    return words.length === 0 ? 'Nobody gains or loses access.' : `${words.join(', ')}.`;
}
function notebookSentence(changes) {
    const of = (engine, kind) => changes.find((change) => change.engine === engine && change.kind === kind && change.action !== 'create');
    const cluster = of('terraform', 'google_container_cluster');
    if (cluster?.action === 'delete' || cluster?.action === 'replace')
        return 'The cluster goes: all running notebooks stop.';
    if (changes.some(({ kind, action }) => kind === 'google_container_cluster' && action === 'create')) {
        return 'A new cluster is built; no notebook runs yet.';
    }
    const restarts = ['hub', 'proxy'].filter((name) => changes.some((change) => change.address === `Deployment/${name}` && change.action !== 'create'));
    if (restarts.includes('proxy'))
        return 'The proxy restarts: open notebooks lose their connection for some seconds and keep their work.';
    if (restarts.includes('hub'))
        return 'The hub restarts (about 20 s). Running notebooks stay.';
    return changes.some(({ engine, action }) => engine === 'members' && action === 'delete')
        ? 'The notebooks of everybody else stay.'
        : 'Running notebooks stay.';
}
function platformSentence(changes) {
    const ours = changes.filter(({ engine }) => engine === 'terraform');
    if (ours.length === 0)
        return '';
    const count = (...actions) => ours.filter(({ action }) => actions.includes(action)).length;
    const words = [
        [count('create'), 'added'],
        [count('update'), 'changed'],
        [count('replace'), 'replaced'],
        [count('delete'), 'deleted'],
    ];
    const parts = words.filter(([things]) => things > 0).map(([things, done]) => `${things} ${done}`);
    return `Of the platform: ${parts.join(', ')}.`;
}
function dataSentence(changes, write) {
    const lost = changes.filter(({ holdsData, action }) => holdsData === true && (action === 'delete' || action === 'replace'));
    if (lost.length === 0)
        return 'Nothing that holds data is deleted.';
    const names = lost.slice(0, 3).map((change) => write.code(change.address));
    const more = lost.length > 3 ? ` and ${lost.length - 3} more` : '';
    return `⚠️ What holds data or an address is deleted or replaced: ${names.join(', ')}${more}. Apply refuses this.`;
}
function planDetails(report) {
    const write = (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .writer */ .KF)(report.isPublic ?? false);
    const parts = _table_js__WEBPACK_IMPORTED_MODULE_1__/* .AREAS */ .xS.map(({ engine }) => {
        const changes = report.changeSet.changes.filter((change) => change.engine === engine);
        if (changes.length === 0)
            return '';
        if (engine === 'members')
            return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)('People', (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .peopleTable */ .el)(changes, write));
        if (engine === 'helm')
            return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)('Hub (helm)', (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .hubDiff */ .Vt)(changes, write));
        const count = (...actions) => changes.filter(({ action }) => actions.includes(action)).length;
        const sums = `${count('create', 'replace')} to add, ${count('update')} to change, ${count('delete', 'replace')} to destroy`;
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`Platform (terraform: ${sums})`, (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .terraformTable */ .xM)(changes, write));
    });
    return [...parts, warningDetails(report.warnings ?? [], write)].filter((part) => part !== '');
}
/** Warnings of the files with rule and place; empty where there is none. */
function warningDetails(warnings, write) {
    if (warnings.length === 0)
        return '';
    const lines = warnings.map(({ file, line, rule, message, hint }) => {
        const advice = hint === undefined ? '' : ` ${write.prose(hint)}`;
        return `- ${write.code(`${file}:${line}`)} ${write.code(rule)} ${write.prose(message)}${advice}`;
    });
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`⚠️ ${warnings.length} warning${warnings.length === 1 ? '' : 's'}`, lines.join('\n'));
}
function footer(report) {
    const write = (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .writer */ .KF)(false);
    const { fingerprint, links, versions } = report;
    return [
        ...(report.changeSet.changes.length === 0 ? [] : ['Apply plans again after the merge, shows the plan and does it']),
        ...(fingerprint === undefined ? [] : [`Fingerprint ${write.code(fingerprint)}`]),
        ...(links?.summary ? [`full plan: [step summary](${safeUrl(links.summary)})`] : []),
        ...Object.entries(versions ?? {}).map(([name, version]) => `${write.code(name)} ${write.prose(version)}`),
    ].join(' · ');
}
/** A URL that cannot end the link it stands in; anything but http(s) becomes `#`. */
function safeUrl(url) {
    if (!URL.canParse(url))
        return '#';
    const { protocol, href } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:')
        return '#';
    return href.replace(/[^A-Za-z0-9:/?#@&=%.,;+~-]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
/** Shares the room among the folded parts: small ones stay whole, the largest are cut with a note where the rest is. */
function shareRoom(head, parts, end, rest, limit) {
    const note = `*Cut here: too long for a comment. The rest is ${rest}.*`;
    const kept = new Map();
    // The head is short by construction (limited cells), yet notes come from outside.
    const start = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .truncate */ .xv)(head, Math.floor(limit / 2), note);
    let room = limit - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .byteLength */ .dp)(start) - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .byteLength */ .dp)(end) - 2 * (parts.length + 1);
    const bySize = [...parts].sort((a, b) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .byteLength */ .dp)(a) - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .byteLength */ .dp)(b));
    for (const [index, part] of bySize.entries()) {
        const short = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .truncate */ .xv)(part, Math.floor(room / (bySize.length - index)), note);
        kept.set(part, short);
        room -= (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .byteLength */ .dp)(short);
    }
    return [start, ...parts.map((part) => kept.get(part) ?? ''), end].filter((part) => part !== '').join('\n\n');
}


/***/ }),

/***/ 19452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bY: () => (/* binding */ doneSummary),
/* harmony export */   jg: () => (/* binding */ failureSummary)
/* harmony export */ });
/* unused harmony export durationText */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37063);
/* harmony import */ var _plan_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94405);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72528);



const SIGNS = { good: '✅', bad: '❌', unknown: '❔' };
/** Step summary of apply, sync-users and destroy: what was done, what is true now, what was kept. */
function doneSummary(report) {
    const write = (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .writer */ .KF)(report.isPublic ?? false);
    const { changes } = report.changeSet;
    const time = report.seconds === undefined ? '' : ` in ${durationText(report.seconds)}`;
    const title = `### JupyterHub ${write.code(report.hub)} · ${report.command} done${time}`;
    const nothing = '**Nothing to do: platform, hub and people were as the files say.**';
    return join([
        title,
        changes.length === 0 ? nothing : `**${doneSentence(report, write)}**`,
        !report.hubUrl || (0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .safeUrl */ .Pl)(report.hubUrl) === '#' ? '' : `Enter at <${(0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .safeUrl */ .Pl)(report.hubUrl)}>`,
        changes.length === 0 ? '' : (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .areaTable */ .qm)(changes, write),
        truthLine(report.truths, write),
        noteList(report.notes, write),
        keptTable(report, write),
        ...changeDetails(report.changeSet, write),
        (0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .warningDetails */ .Zd)(report.warnings ?? [], write),
    ]);
}
/** Step summary of a failure: where it failed, what is true now, what to do, evidence folded. */
function failureSummary(report) {
    const write = (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .writer */ .KF)(report.isPublic ?? false);
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
        truthLine(report.truths, write),
        report.hint === undefined && place === ''
            ? ''
            : `What to do:${report.hint === undefined ? ' see the place of the cause' : ` ${write.prose(report.hint)}`}${place}`,
        noteList(report.notes, write),
        rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)('Evidence', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['when', 'from', 'what'], rows)),
        report.log ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)('Last lines', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(write.plain(report.log))) : '',
    ]);
}
/** `4 min 10 s` from seconds. */
function durationText(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
function doneSentence(report, write) {
    const { changes } = report.changeSet;
    if (report.command !== 'destroy')
        return (0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)(changes, write);
    const gone = changes.filter(({ action }) => action === 'delete').length;
    const kept = report.kept?.length ?? 0;
    return `${gone} thing${gone === 1 ? '' : 's'} removed. ${kept === 0 ? 'Nothing was left behind on purpose.' : `${kept} kept on purpose, listed below.`}`;
}
function changeDetails(changeSet, write) {
    return _table_js__WEBPACK_IMPORTED_MODULE_2__/* .AREAS */ .xS.map(({ engine, title }) => {
        const changes = changeSet.changes.filter((change) => change.engine === engine);
        if (changes.length === 0)
            return '';
        const draw = { members: _table_js__WEBPACK_IMPORTED_MODULE_2__/* .peopleTable */ .el, terraform: _table_js__WEBPACK_IMPORTED_MODULE_2__/* .terraformTable */ .xM, helm: _table_js__WEBPACK_IMPORTED_MODULE_2__/* .hubDiff */ .Vt }[engine];
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`${title} ${(0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .countText */ .lT)(changes)}`, draw(changes, write));
    });
}
function truthLine(truths, write) {
    if (!truths || truths.length === 0)
        return '';
    return `What is true now: ${truths.map(({ what, state }) => `${write.prose(what)} ${SIGNS[state]}`).join(' · ')}`;
}
function noteList(notes, write) {
    return (notes ?? []).map((note) => `- ${write.prose(note)}`).join('\n');
}
function keptTable(report, write) {
    if (!report.kept || report.kept.length === 0)
        return '';
    const rows = report.kept.map(({ what, where }) => [write.prose(what), write.code(where)]);
    return `Kept:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['what', 'where'], rows)}`;
}
function sentence(message) {
    return /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
}
function join(parts) {
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}


/***/ }),

/***/ 72528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KF: () => (/* binding */ writer),
/* harmony export */   Vt: () => (/* binding */ hubDiff),
/* harmony export */   el: () => (/* binding */ peopleTable),
/* harmony export */   lT: () => (/* binding */ countText),
/* harmony export */   qm: () => (/* binding */ areaTable),
/* harmony export */   xM: () => (/* binding */ terraformTable),
/* harmony export */   xS: () => (/* binding */ AREAS)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37063);

/** A writer that shortens e-mail addresses where everybody can read the report. */
function writer(isPublic) {
    const plain = isPublic ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .shortEmails */ ._W : (text) => text;
    return { plain, code: (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(plain(text)), prose: (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(plain(text)) };
}
/** The three areas that a reviewer thinks in, by the engine that changes them. */
const AREAS = [
    { engine: 'members', title: '👥 People' },
    { engine: 'terraform', title: '🏗 Platform' },
    { engine: 'helm', title: '🚀 Hub' },
];
const SIGNS = { create: '+', update: '~', replace: '±', delete: '−' };
const DONE = {
    create: 'created',
    update: 'changed',
    replace: 'replaced',
    delete: 'deleted',
};
const SHOWN = 4;
/** `+1 ~2 −1` over changes of one area, `0` where there is none. */
function countText(changes) {
    const parts = Object.keys(SIGNS)
        .map((action) => ({ action, count: changes.filter((change) => change.action === action).length }))
        .filter(({ count }) => count > 0)
        .map(({ action, count }) => `${SIGNS[action]}${count}`);
    return parts.length === 0 ? '0' : parts.join(' ');
}
/** The table that says what changes for people, platform and hub. */
function areaTable(changes, write) {
    const rows = AREAS.map(({ engine, title }) => {
        const ours = changes.filter((change) => change.engine === engine);
        const words = ours.slice(0, SHOWN).map((change) => changeWords(change, write));
        if (ours.length > SHOWN)
            words.push(`and ${ours.length - SHOWN} more`);
        return [title, words.length === 0 ? '–' : words.join(' · '), countText(ours)];
    });
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'what changes', 'count'], rows);
}
function changeWords(change, write) {
    if (change.engine !== 'members')
        return `${write.code(change.address)} ${DONE[change.action]}`;
    const after = change.attributes.at(0)?.after;
    if (change.action === 'delete')
        return `${write.code(change.address)} out`;
    if (change.action === 'create')
        return `${write.code(change.address)} in${after ? ` (${write.prose(after)})` : ''}`;
    return `${write.code(change.address)} changes${after ? ` to ${write.prose(after)}` : ''}`;
}
/** One row per person: who, now, after, why. */
function peopleTable(changes, write) {
    const side = (change, at) => change.attributes
        .map((attribute) => attribute[at])
        .filter((value) => value !== undefined)
        .map(write.prose)
        .join(', ') || '–';
    const rows = changes.map((change) => [
        write.code(change.address),
        side(change, 'before'),
        side(change, 'after'),
        change.note === undefined ? '' : write.prose(change.note),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['who', 'now', 'after', 'why'], rows);
}
/** One row per terraform address with its attributes, before → after. */
function terraformTable(changes, write) {
    const rows = changes.map((change) => [
        write.code(change.address),
        change.holdsData && change.action !== 'create' ? `⚠️ ${change.action}` : change.action,
        [
            ...change.attributes.map(({ name, before, after }) => {
                if (before === undefined)
                    return `${write.prose(name)} ${write.code(after ?? '')}`;
                return `${write.prose(name)} ${write.code(before)} → ${after === undefined ? 'none' : write.code(after)}`;
            }),
            ...(change.note === undefined ? [] : [write.prose(change.note)]),
        ].join(' · ') || '–',
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['address', 'action', 'attributes'], rows);
}
/** Changes of the hub's objects as a diff of single lines. */
function hubDiff(changes, write) {
    const line = (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(write.plain(text), 400);
    const lines = changes.flatMap((change) => [
        ` ${line(change.address)}: ${DONE[change.action]}${change.note === undefined ? '' : `, ${line(change.note)}`}`,
        ...change.attributes.flatMap(({ name, before, after }) => [
            ...(before === undefined ? [] : [`- ${line(name)}: ${line(before)}`]),
            ...(after === undefined ? [] : [`+ ${line(name)}: ${line(after)}`]),
        ]),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(lines.join('\n'), 'diff');
}


/***/ }),

/***/ 11710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ changeLines),
/* harmony export */   Q: () => (/* binding */ countLine)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37063);

const SIGNS = { create: '+', update: '~', replace: '±', delete: '−' };
const TITLES = { terraform: 'Platform', helm: 'Hub', members: 'People' };
/** A change set as lines for a terminal: one per change with its attributes, by area. Text from outside stays on its line. */
function changeLines(changes) {
    if (changes.length === 0)
        return ['No change: platform, hub and people are as the files say.'];
    return ['terraform', 'helm', 'members'].flatMap((engine) => {
        const ours = changes.filter((change) => change.engine === engine);
        if (ours.length === 0)
            return [];
        return [`${TITLES[engine]} (${ours.length})`, ...ours.flatMap(linesOf)];
    });
}
function linesOf(change) {
    const warning = change.holdsData && change.action !== 'create' ? '  (holds data or an address)' : '';
    const note = change.note === undefined ? '' : `  ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(change.note, 200)}`;
    const head = `  ${SIGNS[change.action]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(change.address, 200)}${warning}${note}`;
    const attributes = change.attributes.map(({ name, before, after }) => {
        const from = before === undefined ? '' : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(before, 120)} → `;
        return `      ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name, 80)}: ${from}${after === undefined ? 'none' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(after, 120)}`;
    });
    return [head, ...attributes].map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK);
}
/** `3 to create, 1 to change` over a change set, for one line. */
function countLine(changes) {
    const words = [
        ['create', 'to create'],
        ['update', 'to change'],
        ['replace', 'to replace'],
        ['delete', 'to delete'],
    ];
    const parts = words
        .map(([action, word]) => [changes.filter((change) => change.action === action).length, word])
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${count} ${word}`);
    return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}


/***/ }),

/***/ 70915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ statePrefix),
/* harmony export */   cP: () => (/* binding */ terraformVariables)
/* harmony export */ });
/* unused harmony export nodeAccountId */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75770);

// What the cluster and the hub call; `iap`, `logging` and `monitoring` serve the running hub. The APIs that terraform
// itself needs for its first read (cloudresourcemanager, serviceusage, storage) are enabled by a human beforehand.
const FEATURE_SERVICES = ['compute', 'container', 'iam', 'iap', 'logging', 'monitoring'];
// /20: 4096 nodes; /14: a /24 of pods for 1024 nodes; the ranges lie beside those of auto-mode networks (10.128.0.0/9).
const RANGES = { nodes: '10.0.0.0/20', pods: '10.4.0.0/14', services: '10.8.0.0/20' };
/**
 * Variables of both roots, computed from the configuration alone. GOOGLE_UNIVERSE_DOMAIN becomes `universe_domain`,
 * JUPYTERHUB_GKE_POLL_INTERVAL (such as `1s`) becomes `poll_interval`; both are left out when unset.
 * Throws a ConfigurationError where an Autopilot cluster is asked for in a zone.
 */
function terraformVariables(config, env) {
    const { name, project, location } = config;
    if (/-[a-z]$/.test(location)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`location ${location} is a zone, but an Autopilot cluster is regional`, {
            where: 'location',
            hint: `Write "location: ${location.slice(0, -2)}".`,
        });
    }
    const common = {
        ...(env.GOOGLE_UNIVERSE_DOMAIN ? { universe_domain: env.GOOGLE_UNIVERSE_DOMAIN } : {}),
        ...(env.JUPYTERHUB_GKE_POLL_INTERVAL ? { poll_interval: env.JUPYTERHUB_GKE_POLL_INTERVAL } : {}),
    };
    return {
        platform: {
            ...common,
            config: {
                name,
                project,
                region: location,
                labels: { 'managed-by': 'jupyterhub-gke', hub: name },
                services: FEATURE_SERVICES.map((service) => `${service}.googleapis.com`),
                node_account: nodeAccountId(name),
                deletion_protection: config.platform.deletionProtection,
                network: RANGES,
            },
        },
        hub: { ...common, config: { name, project } },
    };
}
/** Id of the nodes' service account: `<hub>-nodes`, cut to the 30 characters that Google allows. */
function nodeAccountId(name) {
    return `${name}-nodes`.slice(0, 30);
}
/** Prefix of a root's state objects in the bucket. */
function statePrefix(name, root) {
    return `jupyterhub/${name}/${root}`;
}


/***/ })

};
;