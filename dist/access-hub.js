"use strict";
exports.id = "access-hub";
exports.ids = ["access-hub"];
exports.modules = {

/***/ "src/access/group/membership-api.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ addressKey),
/* harmony export */   Mr: () => (/* binding */ addToGroup),
/* harmony export */   gP: () => (/* binding */ removeFromGroup),
/* harmony export */   hP: () => (/* binding */ GroupUnreadable),
/* harmony export */   iY: () => (/* binding */ readGroup)
/* harmony export */ });
/* harmony import */ var _cloud_rest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/rest.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/json.js");
/* harmony import */ var _users_email_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/users/email.js");




class GroupUnreadable extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4 {
}
const KINDS = {
    USER: 'person',
    GROUP: 'group',
    SERVICE_ACCOUNT: 'serviceAccount',
};
const PAGE = '500';
const RETRIES = 6;
async function readGroup(google, group) {
    try {
        const resource = await groupResource(google, group);
        const members = [];
        for (let token = ''; token !== undefined;) {
            const page = await google.call({
                service: 'cloudidentity',
                path: `${resource}/memberships`,
                query: { view: 'FULL', pageSize: PAGE, ...(token === '' ? {} : { pageToken: token }) },
            });
            members.push(...(page.memberships ?? []).map(toGroupMember));
            token = page.nextPageToken || undefined;
        }
        return { resource, members };
    }
    catch (error) {
        throw explainError(group, error);
    }
}
async function groupResource(google, group) {
    const query = { 'groupKey.id': group };
    const { name } = await google.call({ service: 'cloudidentity', path: 'groups:lookup', query });
    if (name !== undefined && /^groups\/[\w-]+$/.test(name))
        return name;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`Google returned no valid name for the group ${group}`, {
        where: 'jupyterhub.yaml: access.entry.group',
        hint: 'Nothing was written. Look for a proxy that changes responses, then run again.',
    });
}
function toGroupMember({ name, preferredMemberKey, roles = [], type = '' }) {
    const { id = '', namespace } = preferredMemberKey ?? {};
    const isAddress = namespace === undefined && /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(id);
    return {
        resource: name,
        address: isAddress ? id : JSON.stringify(id || name),
        kind: isAddress ? kindOfMember(id, type) : 'other',
        manages: roles.some((role) => role.name === 'OWNER' || role.name === 'MANAGER'),
    };
}
function kindOfMember(address, type) {
    if (!['', 'TYPE_UNSPECIFIED', 'OTHER'].includes(type))
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .entryOf */ .M)(KINDS, type) ?? 'other';
    return (0,_users_email_js__WEBPACK_IMPORTED_MODULE_2__/* .isServiceAccount */ .H4)(address) ? 'serviceAccount' : 'person';
}
function addressKey(address) {
    return /^[\x21-\x7e]+$/.test(address) ? (0,_users_email_js__WEBPACK_IMPORTED_MODULE_2__/* .sameAddress */ .xU)(address) : address;
}
async function addToGroup(google, { resource }, address) {
    const body = { preferredMemberKey: { id: address }, roles: [{ name: 'MEMBER' }] };
    await writeMembership(google, { method: 'POST', effect: 'same', path: `${resource}/memberships`, body }, isDuplicate);
}
async function removeFromGroup(google, { resource }) {
    if (!/^groups\/[\w-]+\/memberships\/[\w-]+$/.test(resource)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4('Google returned no valid name for the membership');
    }
    await writeMembership(google, { method: 'DELETE', path: resource }, ({ status }) => status === 404);
}
function isDuplicate({ status, reason, message }) {
    return status === 409 && /already.?exists/i.test(`${reason} ${message}`);
}
async function writeMembership(google, call, isDone) {
    try {
        const { error } = await google.call({
            service: 'cloudidentity',
            ...call,
            retries: RETRIES,
            retryAborted: true,
        });
        if (error !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(error.message ?? 'Google gives no reason');
    }
    catch (error) {
        if (!(error instanceof _cloud_rest_js__WEBPACK_IMPORTED_MODULE_0__.GoogleApiError) || !isDone(error))
            throw error;
    }
}
function explainError(group, error) {
    if (!(error instanceof _cloud_rest_js__WEBPACK_IMPORTED_MODULE_0__.GoogleApiError) || error.reason === 'SERVICE_DISABLED')
        return error;
    if (error.status !== 403 && error.status !== 404)
        return error;
    return new GroupUnreadable(`The Google group ${group} does not exist, or this identity may not read its members (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error)})`, {
        where: 'jupyterhub.yaml: access.entry.group',
        hint: 'Check the address; Google gives the same answer for a missing group. Then make the service account of the run a manager of the group, as SETUP.md shows. Roles on the project have no effect here.',
        cause: error,
    });
}


/***/ }),

/***/ "src/access/group/record.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OP: () => (/* binding */ nextGroupRecord),
/* harmony export */   Q2: () => (/* binding */ groupRecordText),
/* harmony export */   gY: () => (/* binding */ parseGroupRecord),
/* harmony export */   nt: () => (/* binding */ reconciledGroupRecord)
/* harmony export */ });
/* harmony import */ var _membership_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/group/membership-api.js");

function parseGroupRecord(text) {
    try {
        const { group, added } = JSON.parse(text ?? '');
        if (typeof group !== 'string' || !Array.isArray(added))
            return undefined;
        return { group, added: added.filter((address) => typeof address === 'string') };
    }
    catch {
        return undefined;
    }
}
function groupRecordText(record) {
    return `${JSON.stringify(record)}\n`;
}
function nextGroupRecord(before, managed, listed) {
    if (managed === undefined)
        return undefined;
    const { group, mode } = managed;
    if (mode === 'authoritative')
        return { group, added: [] };
    const known = before?.group === group ? before.added : [];
    return { group, added: [...new Set([...known, ...listed])].sort() };
}
function reconciledGroupRecord(record, listed, failed) {
    const ours = new Set([...listed, ...failed].map(_membership_api_js__WEBPACK_IMPORTED_MODULE_0__/* .addressKey */ .IY));
    return { ...record, added: record.added.filter((address) => ours.has((0,_membership_api_js__WEBPACK_IMPORTED_MODULE_0__/* .addressKey */ .IY)(address))) };
}


/***/ }),

/***/ "src/access/homes/names.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ keyOfBucket),
/* harmony export */   BY: () => (/* binding */ storagePath),
/* harmony export */   EC: () => (/* binding */ MOST_BUCKETS),
/* harmony export */   EL: () => (/* binding */ bucketName),
/* harmony export */   Lx: () => (/* binding */ homeKey),
/* harmony export */   M7: () => (/* binding */ homeBucket),
/* harmony export */   MA: () => (/* binding */ homeAddress),
/* harmony export */   So: () => (/* binding */ iamPrincipal),
/* harmony export */   VE: () => (/* binding */ BUCKET_INTERVAL),
/* harmony export */   uY: () => (/* binding */ serviceAccountName),
/* harmony export */   xY: () => (/* binding */ sharedBucketName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _users_email_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/users/email.js");


const MOST_BUCKETS = 200;
const BUCKET_INTERVAL = 2000;
const DIGITS = 12;
function homeKey({ project, hub }, email) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`${project}/${hub}/${(0,_users_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameAddress */ .xU)(email)}`)
        .digest('hex')
        .slice(0, DIGITS);
}
function bucketName({ project, hub }, key) {
    return `${project}-${hub}-${key}`;
}
function keyOfBucket({ project, hub }, bucket) {
    const prefix = `${project}-${hub}-`;
    const key = bucket.startsWith(prefix) ? bucket.slice(prefix.length) : '';
    return new RegExp(`^[0-9a-f]{${DIGITS}}$`).test(key) ? key : undefined;
}
function sharedBucketName({ project, hub }) {
    return `${project}-${hub}-homes`;
}
function homeBucket(hubId, { key, kind }) {
    return kind === 'bucket' ? bucketName(hubId, key) : sharedBucketName(hubId);
}
function storagePath(hubId, home) {
    const path = `b/${homeBucket(hubId, home)}`;
    return home.kind === 'bucket' ? path : `${path}/managedFolders/${home.key}%2F`;
}
function homeAddress(hubId, home) {
    const place = `gs://${homeBucket(hubId, home)}`;
    return home.kind === 'bucket' ? place : `${place}/${home.key}/`;
}
function serviceAccountName(key) {
    return `home-${key}`;
}
function iamPrincipal(hubId, key) {
    const pool = `projects/${hubId.projectNumber}/locations/global/workloadIdentityPools/${hubId.project}.svc.id.goog`;
    return `principal://iam.googleapis.com/${pool}/subject/ns/${hubId.namespace}/sa/${serviceAccountName(key)}`;
}


/***/ }),

/***/ "src/access/homes/status.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ NO_HOME_STATUS),
/* harmony export */   U$: () => (/* binding */ createHomeStatus),
/* harmony export */   aq: () => (/* binding */ readHomeStatus),
/* harmony export */   bf: () => (/* binding */ updateHomeStatus)
/* harmony export */ });
/* unused harmony exports parseHomeStatus, updatedStatus */
/* harmony import */ var _cloud_races_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/races.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");
/* harmony import */ var _hub_config_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/access/hub/config-map.js");
/* harmony import */ var _hub_config_maps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/hub/config-maps.js");




const FILE = 'homes.json';
const NO_HOME_STATUS = { ready: {}, left: {} };
async function readHomeStatus(configMaps) {
    const live = await configMaps.kubernetes.get((0,_hub_config_map_js__WEBPACK_IMPORTED_MODULE_3__/* .configMapRef */ .OW)(configMaps, 'homes'));
    return live && parseHomeStatus(live.data?.[FILE]);
}
async function createHomeStatus(configMaps) {
    if (await configMaps.kubernetes.get((0,_hub_config_map_js__WEBPACK_IMPORTED_MODULE_3__/* .configMapRef */ .OW)(configMaps, 'homes')))
        return false;
    await configMaps.kubernetes.create(objectOf(configMaps, NO_HOME_STATUS));
    return true;
}
async function updateHomeStatus(configMaps, changes, pause) {
    if (changes.length === 0)
        return;
    const write = async () => {
        const live = await configMaps.kubernetes.get((0,_hub_config_map_js__WEBPACK_IMPORTED_MODULE_3__/* .configMapRef */ .OW)(configMaps, 'homes'));
        if (live === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4('The ConfigMap with the home status is missing', {
                where: `ConfigMap ${configMaps.namespace}/${configMaps.hub}-homes`,
                hint: 'Run apply: it creates the ConfigMap again from the existing homes.',
            });
        }
        const { resourceVersion } = live.metadata;
        const next = objectOf(configMaps, updatedStatus(parseHomeStatus(live.data?.[FILE]), changes));
        await configMaps.kubernetes.replace({
            ...next,
            metadata: { ...next.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
        });
    };
    await (0,_cloud_races_js__WEBPACK_IMPORTED_MODULE_0__/* .retryRaces */ .$)(write, { isRace: _hub_config_maps_js__WEBPACK_IMPORTED_MODULE_2__/* .isConflict */ .dh, attempts: 10, step: 100, pause });
}
function parseHomeStatus(text) {
    try {
        const { ready, left } = JSON.parse(text ?? '');
        return {
            ready: validEntries(ready, isKind),
            left: validEntries(left, (home) => {
                const { kind, day, purging } = (home ?? {});
                const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
                return isKind(kind) && isDay && (purging === undefined || purging === true);
            }),
        };
    }
    catch {
        return NO_HOME_STATUS;
    }
}
function updatedStatus(homeStatus, changes) {
    const ready = { ...homeStatus.ready };
    const left = { ...homeStatus.left };
    for (const change of changes) {
        delete ready[change.key];
        delete left[change.key];
        if ('ready' in change)
            ready[change.key] = change.ready;
        if ('left' in change)
            left[change.key] = change.left;
    }
    return { ready: sorted(ready), left: sorted(left) };
}
function isKind(value) {
    return value === 'bucket' || value === 'folder';
}
function validEntries(value, isValid) {
    if (typeof value !== 'object' || value === null)
        return {};
    const entries = Object.entries(value).filter(([key, home]) => /^[0-9a-f]{12}$/.test(key) && isValid(home));
    return Object.fromEntries(entries);
}
function sorted(values) {
    return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
function objectOf(configMaps, homeStatus) {
    return (0,_hub_config_map_js__WEBPACK_IMPORTED_MODULE_3__/* .configMapOf */ .Gn)(configMaps, 'homes', { [FILE]: `${JSON.stringify(homeStatus)}\n` });
}


/***/ }),

/***/ "src/access/hub/blocked.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ parseNames),
/* harmony export */   XH: () => (/* binding */ withoutBlocked),
/* harmony export */   Xz: () => (/* binding */ NO_IMMEDIATE_CHANGE),
/* harmony export */   sf: () => (/* binding */ nextBlocked)
/* harmony export */ });
/* harmony import */ var _users_email_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/users/email.js");

function parseNames(text) {
    try {
        const list = JSON.parse(text ?? '[]');
        return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
    }
    catch {
        return [];
    }
}
const NO_IMMEDIATE_CHANGE = { remove: [], restore: [] };
function nextBlocked(before, { remove, restore }, listed) {
    const known = new Map(listed.map((name) => [(0,_users_email_js__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(name), name]));
    const restored = new Set(restore.map(_users_email_js__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU));
    const kept = [...before, ...remove]
        .filter((name) => !restored.has((0,_users_email_js__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(name)))
        .flatMap((name) => known.get((0,_users_email_js__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(name)) ?? []);
    return [...new Set(kept)].sort();
}
function withoutBlocked(entries, blocked) {
    if (blocked.length === 0)
        return entries;
    const keys = new Set(blocked.map(_users_email_js__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU));
    return entries.filter(({ name }) => !keys.has((0,_users_email_js__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(name)));
}


/***/ }),

/***/ "src/access/hub/config-map.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gn: () => (/* binding */ configMapOf),
/* harmony export */   OW: () => (/* binding */ configMapRef),
/* harmony export */   vi: () => (/* binding */ CONFIG_MAPS)
/* harmony export */ });
const CONFIG_MAPS = ['members', 'members-copy', 'audience', 'reconciler', 'homes', 'keeper'];
function configMapRef({ hub, namespace }, name) {
    return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `${hub}-${name}` };
}
function configMapOf(configMaps, which, data) {
    const { apiVersion, kind, namespace, name } = configMapRef(configMaps, which);
    const labels = { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'app.kubernetes.io/instance': configMaps.hub };
    return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels }, data };
}


/***/ }),

/***/ "src/access/hub/config-maps.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dh: () => (/* binding */ isConflict),
  ky: () => (/* binding */ readPeople),
  cX: () => (/* binding */ recordGroupSync),
  AY: () => (/* binding */ recordRevoked),
  EK: () => (/* binding */ writeAudience),
  Jl: () => (/* binding */ writeMembers)
});

// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var kubernetes = __webpack_require__("src/cloud/kubernetes.js");
// EXTERNAL MODULE: ./lib/src/cloud/races.js
var races = __webpack_require__("src/cloud/races.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/access/group/record.js
var group_record = __webpack_require__("src/access/group/record.js");
// EXTERNAL MODULE: ./lib/src/access/hub/blocked.js
var hub_blocked = __webpack_require__("src/access/hub/blocked.js");
// EXTERNAL MODULE: ./lib/src/access/hub/config-map.js
var config_map = __webpack_require__("src/access/hub/config-map.js");
// EXTERNAL MODULE: ./lib/src/access/users/email.js
var email = __webpack_require__("src/access/users/email.js");
;// CONCATENATED MODULE: ./lib/src/access/hub/copy.js



async function readCopy(configMaps) {
    return unlessForbidden(configMaps.kubernetes.get((0,config_map/* configMapRef */.OW)(configMaps, 'members-copy')));
}
async function writeCopy(configMaps, copy, lists) {
    if (hasSameData(lists, copy))
        return;
    const { name } = (0,config_map/* configMapRef */.OW)(configMaps, 'members-copy');
    const { resourceVersion: _, ...metadata } = lists.metadata;
    const object = { ...lists, metadata: { ...metadata, name } };
    const resourceVersion = copy?.metadata.resourceVersion;
    if (resourceVersion === undefined) {
        await unlessForbidden(configMaps.kubernetes.apply(object));
        return;
    }
    const replaced = { ...object, metadata: { ...object.metadata, resourceVersion } };
    await unlessForbidden(configMaps.kubernetes.replace(replaced)).catch((error) => {
        if (!(error instanceof kubernetes/* KubernetesError */.dK) || (error.status !== 409 && error.status !== 404))
            throw error;
    });
}
function withCopy(own, copy) {
    const known = new Set(own.blocked.map(email/* sameAddress */.xU));
    const blocked = [...own.blocked, ...copy.blocked.filter((name) => !known.has((0,email/* sameAddress */.xU)(name)))];
    if (copy.members === undefined || !isSpoiled(own, copy))
        return { ...own, blocked };
    const generation = Math.max(own.members?.generation ?? 0, copy.members.generation);
    return { ...copy, members: { ...copy.members, generation }, blocked, isRecovered: true };
}
function isSpoiled({ members: own }, { members: copy }) {
    if (own === undefined)
        return true;
    const isEmpty = ({ people, domains, trustsIap }) => people.length === 0 && domains.length === 0 && !trustsIap;
    return isEmpty(own) && copy !== undefined && !isEmpty(copy);
}
function hasSameData(one, other) {
    const text = (data = {}) => JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
    return other !== undefined && text(one.data) === text(other.data);
}
async function unlessForbidden(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof kubernetes/* KubernetesError */.dK && error.status === 403)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/access/hub/leaving.js
var hub_leaving = __webpack_require__("src/access/hub/leaving.js");
// EXTERNAL MODULE: ./lib/src/access/hub/member-list.js + 1 modules
var member_list = __webpack_require__("src/access/hub/member-list.js");
;// CONCATENATED MODULE: ./lib/src/access/hub/config-maps.js









async function readPeople(configMaps) {
    return (await readBoth(configMaps)).people;
}
async function readBoth(configMaps) {
    const [live, copy] = await Promise.all([
        configMaps.kubernetes.get((0,config_map/* configMapRef */.OW)(configMaps, 'members')),
        readCopy(configMaps),
    ]);
    return { live, copy, people: withCopy(peopleOf(live?.data), peopleOf(copy?.data)) };
}
function peopleOf(data) {
    return {
        members: (0,member_list/* parseMemberList */.Gv)(data?.['members.json']),
        blocked: (0,hub_blocked/* parseNames */.Gw)(data?.['blocked.json']),
        leaving: (0,hub_blocked/* parseNames */.Gw)(data?.['leaving.json']),
        group: (0,group_record/* parseGroupRecord */.gY)(data?.['group.json']),
    };
}
const ATTEMPTS = 10;
async function writeMembers(configMaps, listed, options = {}) {
    const { immediate = hub_blocked/* NO_IMMEDIATE_CHANGE */.Xz, managed, check = () => { }, isStale = async () => false, pause } = options;
    const write = async () => {
        const { live, copy, people } = await readBoth(configMaps);
        const { members: before, blocked: wasBlocked, leaving: wasLeaving, group: groupBefore, isRecovered = false, } = people;
        await check(people);
        const blocked = (0,hub_blocked/* nextBlocked */.sf)(wasBlocked, immediate, listed.map(({ name }) => name));
        const allowed = (0,hub_blocked/* withoutBlocked */.XH)(listed, blocked);
        const next = (0,member_list/* nextMemberList */.QC)(before, allowed, isRecovered);
        const list = next === before && (await isStale()) ? (0,member_list/* nextMemberList */.QC)(before, allowed, true) : next;
        const group = (0,group_record/* nextGroupRecord */.OP)(groupBefore, managed, listed.map(({ name }) => name));
        const leaving = (0,hub_leaving/* nextLeaving */.y)(wasLeaving, before, list);
        const changed = list !== before;
        const written = { list, before, changed, blocked, leaving, group, groupBefore, isRecovered };
        const object = peopleMap(configMaps, written);
        const own = peopleOf(live?.data);
        const isSame = !changed && blocked.join() === own.blocked.join() && leaving.join() === own.leaving.join();
        if (!isSame || object.data?.['group.json'] !== live?.data?.['group.json']) {
            const resourceVersion = live?.metadata.resourceVersion;
            if (resourceVersion === undefined && isRecovered)
                await configMaps.kubernetes.apply(object);
            else if (resourceVersion === undefined)
                await configMaps.kubernetes.create(object);
            else
                await configMaps.kubernetes.replace({ ...object, metadata: { ...object.metadata, resourceVersion } });
        }
        await writeCopy(configMaps, copy, object);
        return written;
    };
    try {
        return await (0,races/* retryRaces */.$)(write, { isRace: isConflict, attempts: ATTEMPTS, step: 100, pause });
    }
    catch (error) {
        if (!isConflict(error))
            throw error;
        throw new errors/* ToolError */.v4(`Another run changed the list of people ${ATTEMPTS} times while this run wrote it`, {
            where: `ConfigMap ${configMaps.namespace}/${configMaps.hub}-members`,
            hint: 'Find the other run, wait until it ends, then run again.',
            cause: error,
        });
    }
}
function isConflict(error) {
    return error instanceof kubernetes/* KubernetesError */.dK && error.status === 409;
}
async function recordGroupSync(configMaps, listed, failed) {
    await rewritePeople(configMaps, ({ group: record }) => {
        if (record === undefined)
            return undefined;
        const group = (0,group_record/* reconciledGroupRecord */.nt)(record, listed.map(({ name }) => name), failed);
        return group.added.length === record.added.length ? undefined : { group };
    });
}
async function recordRevoked(configMaps, generation) {
    await rewritePeople(configMaps, ({ members, leaving }) => members?.generation !== generation || leaving.length === 0 ? undefined : { leaving: [] });
}
async function rewritePeople(configMaps, change) {
    const { live, copy, people: known } = await readBoth(configMaps);
    const { members: list, isRecovered, ...people } = known;
    const resourceVersion = live?.metadata.resourceVersion;
    if (list === undefined || isRecovered === true || resourceVersion === undefined)
        return;
    const changed = change({ members: list, ...people });
    if (changed === undefined)
        return;
    const object = peopleMap(configMaps, { list, ...people, ...changed });
    try {
        await configMaps.kubernetes.replace({ ...object, metadata: { ...object.metadata, resourceVersion } });
        await writeCopy(configMaps, copy, object);
    }
    catch (error) {
        if (!isConflict(error))
            throw error;
    }
}
function peopleMap(configMaps, { list, blocked, leaving, group }) {
    return (0,config_map/* configMapOf */.Gn)(configMaps, 'members', {
        'members.json': (0,member_list/* memberListText */.OA)(list),
        ...(blocked.length === 0 ? {} : { 'blocked.json': `${JSON.stringify(blocked)}\n` }),
        ...(leaving.length === 0 ? {} : { 'leaving.json': `${JSON.stringify(leaving)}\n` }),
        ...(group === undefined ? {} : { 'group.json': (0,group_record/* groupRecordText */.Q2)(group) }),
    });
}
async function writeAudience(configMaps, audiences) {
    const data = { 'audiences.json': `${JSON.stringify(audiences)}\n` };
    const live = await configMaps.kubernetes.get((0,config_map/* configMapRef */.OW)(configMaps, 'audience'));
    if (live?.data?.['audiences.json'] === data['audiences.json'])
        return false;
    await configMaps.kubernetes.apply((0,config_map/* configMapOf */.Gn)(configMaps, 'audience', data));
    return true;
}


/***/ }),

/***/ "src/access/hub/leaving.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ membersOf),
/* harmony export */   y: () => (/* binding */ nextLeaving)
/* harmony export */ });
/* harmony import */ var _iap_desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/iap/desired.js");
/* harmony import */ var _iap_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/iap/policy.js");
/* harmony import */ var _users_email_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/users/email.js");



function membersOf(list) {
    return [
        ...(list?.people ?? []).map(({ email }) => (0,_iap_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .iamMember */ .kz)({ kind: (0,_users_email_js__WEBPACK_IMPORTED_MODULE_2__/* .isServiceAccount */ .H4)(email) ? 'serviceAccount' : 'person', name: email })),
        ...(list?.domains ?? []).map((name) => (0,_iap_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .iamMember */ .kz)({ kind: 'domain', name })),
    ];
}
function nextLeaving(was, before, next) {
    const listed = new Set(membersOf(next).map(_iap_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .memberKey */ .S7));
    const left = [...was, ...membersOf(before)].filter((member) => !listed.has((0,_iap_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .memberKey */ .S7)(member)));
    return [...new Set(left)].sort();
}


/***/ }),

/***/ "src/access/hub/member-list.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kd: () => (/* binding */ memberListChanges),
  OA: () => (/* binding */ memberListText),
  QC: () => (/* binding */ nextMemberList),
  Gv: () => (/* binding */ parseMemberList)
});

// EXTERNAL MODULE: ./lib/src/config/chart/owned-groups.js
var owned_groups = __webpack_require__("src/config/chart/owned-groups.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/access/iap/desired.js
var desired = __webpack_require__("src/access/iap/desired.js");
// EXTERNAL MODULE: ./lib/src/access/users/day.js
var day = __webpack_require__("src/access/users/day.js");
// EXTERNAL MODULE: ./lib/src/access/users/email.js
var users_email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: ./lib/src/access/users/grammar.js
var grammar = __webpack_require__("src/access/users/grammar.js");
;// CONCATENATED MODULE: ./lib/src/access/hub/readable.js


const MAX_BYTES = 1024 * 1024;
function unreadableList(text) {
    if (Buffer.byteLength(text) > MAX_BYTES)
        return { problem: 'is larger than a ConfigMap' };
    const data = objectOf(text);
    if (!Array.isArray(data?.people))
        return { problem: 'has no people' };
    const { generation, people, domains = [], trustsIap = data.trustsDoor ?? false } = data;
    if (!Number.isSafeInteger(generation) || Number(generation) < 0)
        return { problem: 'has no generation' };
    const accounts = new Set();
    for (const [entry, value] of people.entries()) {
        const problem = entryProblem(value, accounts);
        if (problem !== undefined)
            return { problem, entry };
    }
    if (!Array.isArray(domains) || !domains.every((one) => typeof one === 'string' && (0,grammar/* isDomain */.l0)(one)))
        return { problem: 'has a domain that is not a host name' };
    if (typeof trustsIap !== 'boolean')
        return { problem: 'has a trustsIap that is neither true nor false' };
    return undefined;
}
function objectOf(text) {
    try {
        const data = JSON.parse(text);
        return typeof data === 'object' && data !== null ? data : undefined;
    }
    catch {
        return undefined;
    }
}
function entryProblem(value, accounts) {
    const { email, admin = false, until, groups = [] } = (value ?? {});
    if (typeof email !== 'string' || !(0,grammar/* isAddress */.PW)(email))
        return 'has no valid e-mail address';
    if (typeof admin !== 'boolean' && admin !== 'full')
        return 'has an admin that is neither true nor false nor "full"';
    if (until !== undefined && until !== null && (typeof until !== 'string' || !(0,grammar/* isInstant */.uZ)(until)))
        return 'has an end that is not an instant of the calendar from 1900 on';
    const areGroups = Array.isArray(groups) && groups.every((group) => typeof group === 'string' && (0,grammar/* isGroupName */.dJ)(group));
    if (!areGroups)
        return 'has a group whose name is not valid';
    if (groups.length > grammar/* MAX_GROUPS */.om)
        return `has more than ${grammar/* MAX_GROUPS */.om} groups`;
    const account = (0,users_email/* sameAddress */.xU)(email);
    if (accounts.has(account))
        return 'is an account that is listed twice';
    accounts.add(account);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/access/hub/member-list.js








const member_list_MAX_BYTES = 1024 * 1024;
const MAX_GENERATION = Number.MAX_SAFE_INTEGER / 2;
const OLD_TRUSTS_IAP = 'trustsDoor';
function nextMemberList(live, listed, isRenewed = false) {
    const desired = desiredList(listed);
    if (live && !isRenewed && contents(live) === contents(desired))
        return live;
    const next = { generation: (live?.generation ?? 0) + 1, ...desired };
    const text = memberListText(next);
    const size = Buffer.byteLength(text);
    if (size <= member_list_MAX_BYTES) {
        refuseUnreadable(text, next, listed);
        return next;
    }
    throw new errors/* ToolError */.v4(`The list of ${next.people.length} people needs ${Math.ceil(size / 1024)} KiB, but a ConfigMap holds ${member_list_MAX_BYTES / 1024} KiB`, {
        where: 'users',
        hint: 'Give people fewer groups, list a domain or a Google group instead, or set up a second hub.',
    });
}
function refuseUnreadable(text, { people }, listed) {
    const fault = unreadableList(text);
    if (fault === undefined)
        return;
    const person = people[fault.entry ?? -1];
    const location = listed.find(({ name }) => name === person?.email)?.location;
    throw new errors/* ConfigurationError */.j1(person === undefined
        ? `The hub could not read the new list of people: it ${fault.problem}`
        : `The hub could not read the entry of ${person.email}: it ${fault.problem}`, {
        where: location === undefined ? 'users' : (0,config_location/* locationText */.fN)(location),
        hint: 'Nothing was written, and the hub keeps its list. Correct the entry or remove it, then run again.',
    });
}
function memberListText({ generation, people, domains, trustsIap }) {
    const lines = people.map(({ groups, ...rest }) => JSON.stringify(groups.length === 0 ? rest : { ...rest, groups }));
    const rest = JSON.stringify({ domains, trustsIap, ...(trustsIap ? { [OLD_TRUSTS_IAP]: true } : {}) }).slice(1);
    return `{"generation":${generation},"people":[\n${lines.join(',\n')}\n],${rest}\n`;
}
function parseMemberList(text) {
    try {
        const data = JSON.parse(text ?? '');
        const { generation, people, domains = [], trustsIap = data[OLD_TRUSTS_IAP] ?? false } = data;
        if (!Number.isSafeInteger(generation) || generation === undefined || generation < 0 || generation > MAX_GENERATION)
            return undefined;
        const isSound = Array.isArray(people) && people.every(isMember) && isTexts(domains) && typeof trustsIap === 'boolean';
        if (!isSound)
            return { generation, people: [], domains: [], trustsIap: false };
        const members = people.map(({ email, admin, until, groups = [] }) => ({ email, admin, until, groups }));
        return { generation, people: members, domains, trustsIap };
    }
    catch {
        return undefined;
    }
}
function memberListChanges(live, next, listed, now) {
    const before = entrants(live, now);
    const after = entrants(next, now);
    const sources = sourcesOf(listed);
    const changes = [];
    for (const [key, { subject, access, member }] of after) {
        const old = before.get(key);
        if (old !== undefined && isSameAccess(old.access, access))
            continue;
        const gains = member && gainsOf(old?.member, member);
        const source = sources.get(key);
        changes.push({
            scope: 'access',
            action: old === undefined ? 'create' : 'update',
            subject,
            access: { ...(old === undefined ? {} : { before: old.access }), after: access },
            ...(source === undefined ? {} : { notes: [{ code: 'listed', ...source }] }),
            ...(gains === undefined ? {} : { gains }),
        });
    }
    for (const [key, { subject, access }] of before) {
        if (after.has(key))
            continue;
        const { until } = listed.find(({ name }) => name === key) ?? {};
        const source = sources.get(key);
        const ended = until === undefined || source === undefined ? [] : [{ code: 'access-ended', ...source, until }];
        const notes = [...ended, leaving(subject, next)];
        changes.push({ scope: 'access', action: 'delete', subject, access: { before: access }, notes });
    }
    return changes;
}
function sourcesOf(listed) {
    const sources = new Map();
    for (const { kind, name, location } of listed) {
        const key = kind === 'group' ? IAP_TRUST : name;
        if (!sources.has(key))
            sources.set(key, { file: location.file, line: location.line });
    }
    return sources;
}
function desiredList(listed) {
    const people = listed.filter(({ kind }) => kind === 'person' || kind === 'serviceAccount');
    const ofKind = (kind) => listed.filter((principal) => principal.kind === kind);
    const members = people.map(toMember).sort((a, b) => (a.email < b.email ? -1 : 1));
    for (const [index, { email }] of members.entries()) {
        if (email === members[index + 1]?.email)
            throw new errors/* ToolError */.v4(`${email} is listed twice`, { where: 'users' });
    }
    const domains = [...new Set(ofKind('domain').map(({ name }) => name))].sort();
    return { people: members, domains, trustsIap: ofKind('group').length > 0 };
}
function toMember({ name, admin, until, groups, location }) {
    for (const { text, location: place } of groups) {
        const where = (0,config_location/* locationText */.fN)(place);
        if (text.startsWith(owned_groups/* RESERVED_GROUPS */.Y)) {
            throw new errors/* ConfigurationError */.j1(`The group name "${text}" is reserved for the hub`, {
                where,
                hint: `Choose a name that does not begin with ${owned_groups/* RESERVED_GROUPS */.Y}. To make an administrator, write admin: true.`,
            });
        }
        if (!(0,grammar/* isGroupName */.dJ)(text)) {
            throw new errors/* ConfigurationError */.j1(`"${text}" is not a valid group name`, {
                where,
                hint: 'Use up to 64 lower-case letters, digits, hyphens, underscores and dots.',
            });
        }
    }
    const names = [...new Set(groups.map(({ text }) => text))].sort();
    if (names.length > grammar/* MAX_GROUPS */.om) {
        throw new errors/* ConfigurationError */.j1(`${name} is in ${names.length} groups, but the hub accepts ${grammar/* MAX_GROUPS */.om} per person`, {
            where: (0,config_location/* locationText */.fN)(location),
            hint: 'Remove groups from the entry.',
        });
    }
    return { email: name, admin, until: until ?? null, groups: names };
}
function contents({ people, domains, trustsIap }) {
    return memberListText({ generation: 0, people, domains, trustsIap });
}
function isMember(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { email, admin, until, groups = [] } = value;
    const isEnd = until === null || (typeof until === 'string' && !Number.isNaN(Date.parse(until)));
    return typeof email === 'string' && (typeof admin === 'boolean' || admin === 'full') && isEnd && isTexts(groups);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
const IAP_TRUST = 'IAP trust';
function entrants(list, now) {
    const found = new Map();
    for (const member of list?.people ?? []) {
        const { email: name, admin, groups, until } = member;
        if ((0,desired/* hasEnded */.hY)(until ?? undefined, now))
            continue;
        const subject = { kind: (0,users_email/* isServiceAccount */.H4)(name) ? 'service-account' : 'person', name };
        const access = {
            role: admin === 'full' ? 'full-admin' : admin ? 'admin' : 'user',
            ...(groups.length === 0 ? {} : { groups }),
            ...(until === null ? {} : { until }),
        };
        found.set(name, { subject, access, member });
    }
    for (const name of list?.domains ?? [])
        found.set(name, { subject: { kind: 'domain', name }, access: USER });
    if (list?.trustsIap)
        found.set(IAP_TRUST, { subject: { kind: 'iap-trust' }, access: USER });
    return found;
}
const USER = { role: 'user' };
function isSameAccess(one, other) {
    const text = ({ role, groups = [], until }) => JSON.stringify([role, groups, until === undefined ? null : (0,day/* lastDay */.NY)(until)]);
    return text(one) === text(other);
}
const RANKS = [false, true, 'full'];
function gainsOf(before, { admin, groups }) {
    const isMore = RANKS.indexOf(admin) > RANKS.indexOf(before?.admin ?? false);
    const fresh = groups.filter((group) => !before?.groups.includes(group));
    if (!isMore && fresh.length === 0)
        return undefined;
    return {
        ...(isMore ? { admin: admin === 'full' ? 'full-admin' : 'admin' } : {}),
        ...(fresh.length === 0 ? {} : { groups: fresh }),
    };
}
function leaving(subject, next) {
    if (subject.kind !== 'person' && subject.kind !== 'service-account')
        return { code: 'servers-of-others-stop' };
    const domain = subject.name.slice(subject.name.indexOf('@') + 1);
    if (next.domains.includes(domain))
        return { code: 'still-admitted-by-domain', domain };
    return { code: next.trustsIap ? 'still-admitted-by-google-group' : 'servers-stop' };
}


/***/ }),

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

/***/ "src/cloud/races.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ retryRaces)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:timers/promises");
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

async function retryRaces(write, options) {
    const { isRace, attempts, step, pause = node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout } = options;
    for (let attempt = 1;; attempt += 1) {
        try {
            return await write();
        }
        catch (error) {
            if (!isRace(error) || attempt === attempts)
                throw error;
            await pause(step * attempt * (0.5 + Math.random()));
        }
    }
}


/***/ }),

/***/ "src/stages/session/wait.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ waitFor)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:timers/promises");
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");


const SAY_EVERY = 15_000;
async function waitFor(options, look) {
    const { what, limit, hint, where, interval = 2000, say, signal } = options;
    const start = Date.now();
    let said = start;
    for (;;) {
        signal.throwIfAborted();
        const answer = await look();
        if (answer !== undefined)
            return answer;
        const now = Date.now();
        if (now - start >= limit) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`Timed out after ${seconds(limit)} waiting for ${what}`, {
                hint,
                ...(where === undefined ? {} : { where }),
            });
        }
        if (now - said >= SAY_EVERY) {
            say(`  still waiting for ${what} (${seconds(now - start)} of at most ${seconds(limit)})`);
            said = now;
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(interval, limit), undefined, { signal }).catch(() => signal.throwIfAborted());
    }
}
function seconds(milliseconds) {
    const whole = Math.round(milliseconds / 1000);
    return whole < 120 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}


/***/ })

};
;