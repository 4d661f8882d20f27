"use strict";
exports.id = "access-iap";
exports.ids = ["access-iap"];
exports.modules = {

/***/ "src/access/group/diff.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ compareGroup)
/* harmony export */ });
/* harmony import */ var _iap_adoption_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/iap/adoption.js");
/* harmony import */ var _iap_desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/iap/desired.js");
/* harmony import */ var _iap_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/iap/policy.js");
/* harmony import */ var _iap_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/access/iap/reasons.js");
/* harmony import */ var _membership_api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/access/group/membership-api.js");





function compareGroup(desired, live, now) {
    const expected = desiredMembers(desired, now);
    const listed = new Map();
    for (const one of desired.principals)
        if (!listed.has((0,_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY)(one.name)))
            listed.set((0,_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY)(one.name), one);
    const added = new Set(desired.added.map(_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY));
    const self = desired.self === undefined ? undefined : (0,_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY)(desired.self);
    const removals = [];
    const administrators = [];
    const kept = [];
    for (const member of [...live].sort((a, b) => (0,_iap_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6)(a.address, b.address))) {
        const key = (0,_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY)(member.address);
        if (expected.has(key))
            continue;
        if (member.manages)
            administrators.push(member.address);
        else if (key === self || (desired.mode === 'additive' && !added.has(key)))
            kept.push(member.address);
        else
            removals.push(removal(desired, member, listed.get(key), now));
    }
    const there = new Set(live.map(({ address }) => (0,_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY)(address)));
    const additions = [...expected.values()].filter(({ name }) => !there.has((0,_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY)(name)));
    return {
        changes: [
            ...removals,
            ...additions.map((one) => addition(desired, one)).sort((a, b) => (0,_iap_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6)(a.address, b.address)),
        ],
        administrators,
        kept,
        refusal: adoptionRefusal(desired, removals),
    };
}
function desiredMembers({ principals, blocked, group }, now) {
    const out = new Set([group, ...blocked].map(_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY));
    const expected = new Map();
    for (const { principal } of (0,_iap_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredGrants */ .IY)({ principals, entry: { kind: 'direct' } }, now).values()) {
        if (principal === undefined || principal.kind === 'domain')
            continue;
        const key = (0,_membership_api_js__WEBPACK_IMPORTED_MODULE_4__/* .addressKey */ .IY)(principal.name);
        if (!out.has(key) && !expected.has(key))
            expected.set(key, principal);
    }
    return expected;
}
function addition({ group }, principal) {
    const { kind, name } = principal;
    return {
        address: name,
        member: iamMemberOf(kind, name),
        kind,
        action: 'add',
        reason: { code: 'not-in-group', ...(0,_iap_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .entryLocation */ .M)(principal), group },
        principal,
        live: undefined,
    };
}
function removal(desired, live, principal, now) {
    const { address, kind } = live;
    const reason = removalReason(desired, principal, now);
    return { address, member: iamMemberOf(kind, address), kind, action: 'remove', reason, principal, live };
}
function removalReason({ group }, principal, now) {
    if (principal === undefined)
        return { code: 'group-member-unlisted', group };
    const { until } = principal;
    if (until === undefined || !(0,_iap_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .hasEnded */ .hY)(until, now))
        return { code: 'group-member-revoked', ...(0,_iap_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .entryLocation */ .M)(principal), group };
    return { code: 'group-member-ended', ...(0,_iap_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .entryLocation */ .M)(principal), group, until };
}
function iamMemberOf(kind, address) {
    return kind in _iap_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .IAM_PREFIXES */ .Fr ? `${_iap_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .IAM_PREFIXES */ .Fr[kind]}:${address.toLowerCase()}` : address;
}
function adoptionRefusal(desired, removals) {
    if (desired.mode !== 'authoritative' || desired.adopted)
        return undefined;
    const lost = removals.filter(({ principal }) => principal === undefined);
    if (lost.length === 0)
        return undefined;
    return new _iap_adoption_js__WEBPACK_IMPORTED_MODULE_0__/* .AdoptionNeeded */ .i(desired.hub, lost.map(({ member }) => member), desired.group);
}


/***/ }),

/***/ "src/access/homes/disks.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ labelLeftHomeDisks),
/* harmony export */   A9: () => (/* binding */ readHomeDisks),
/* harmony export */   vC: () => (/* binding */ leftHomeDisks)
/* harmony export */ });
/* harmony import */ var _iap_desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/iap/desired.js");
/* harmony import */ var _users_day_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/users/day.js");
/* harmony import */ var _users_email_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/users/email.js");



const OWNER = 'hub.jupyter.org/username';
const SERVER = 'hub.jupyter.org/servername';
const LEFT = 'jupyterhub-gke/left';
async function readHomeDisks(kubernetes, namespace) {
    const claims = await kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace });
    return claims.flatMap(({ metadata, spec, status }) => {
        const owner = metadata.annotations?.[OWNER];
        if (owner === undefined)
            return [];
        const size = status?.capacity?.storage ?? spec?.resources?.requests?.storage;
        const { name: place, uid = '', creationTimestamp: created, labels, annotations = {} } = metadata;
        return [
            { kind: 'disk', owner, server: annotations[SERVER] ?? '', place, uid, size, created, left: labels?.[LEFT] },
        ];
    });
}
function leftHomeDisks(homes, principals, now) {
    const active = principals.filter(({ until }) => !(0,_iap_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(until, now));
    const names = new Set(principals.filter(({ kind }) => kind !== 'domain').map(({ name }) => (0,_users_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameAddress */ .xU)(name)));
    const present = new Set(active.map(({ name }) => (0,_users_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameAddress */ .xU)(name)));
    const domains = active.filter(({ kind }) => kind === 'domain').map(({ name }) => `@${name}`);
    const hasAccess = ({ owner }) => {
        const key = (0,_users_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameAddress */ .xU)(owner);
        if (names.has(key))
            return present.has(key);
        return domains.some((domain) => owner.toLowerCase().endsWith(domain));
    };
    return homes.filter((home) => !hasAccess(home)).sort((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1));
}
async function labelLeftHomeDisks({ kubernetes, namespace }, { principals, now, today }) {
    const homes = await readHomeDisks(kubernetes, namespace);
    const gone = new Set(leftHomeDisks(homes, principals, now));
    const mayBeInGroup = principals.some(({ kind }) => kind === 'group');
    const ends = new Map(principals.flatMap(({ name, until }) => (until ? [[(0,_users_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameAddress */ .xU)(name), until]] : [])));
    let labelled = 0;
    for (const home of homes) {
        const until = ends.get((0,_users_email_js__WEBPACK_IMPORTED_MODULE_1__/* .sameAddress */ .xU)(home.owner));
        const isOut = gone.has(home) && (!mayBeInGroup || until !== undefined);
        const isUnknown = gone.has(home) && !isOut;
        if (isUnknown || isOut === (home.left !== undefined))
            continue;
        const day = isOut ? (until === undefined ? today : (0,_users_day_js__WEBPACK_IMPORTED_MODULE_2__/* .lastDay */ .NY)(until)) : null;
        const ref = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name: home.place };
        await kubernetes.patch(ref, { metadata: { labels: { [LEFT]: day } } });
        if (isOut)
            labelled += 1;
    }
    return labelled;
}


/***/ }),

/***/ "src/access/hub/reconciler-status.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VU: () => (/* binding */ createReconcilerStatus),
  BW: () => (/* binding */ readReconcilerStatus),
  cG: () => (/* binding */ reconcilerKey)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
;// CONCATENATED MODULE: ./lib/src/access/hub/budget-accounts.js

const MOST = 500;
const LONGEST = 200;
function budgetAccountsOf(value) {
    if (!Array.isArray(value))
        return [];
    const found = value.flatMap((budget) => (0,json/* isObject */.G)(budget) && Array.isArray(budget.accounts)
        ? budget.accounts.flatMap((account) => accountOf(budget.label, account))
        : []);
    return found.slice(0, MOST);
}
function accountOf(label, account) {
    if (!(0,json/* isObject */.G)(account) || !isText(label) || !isText(account.who))
        return [];
    const { who, each, used, left, back } = account;
    if (!Number.isFinite(used) || !Number.isFinite(left) || (each !== 'person' && each !== 'group'))
        return [];
    const isInstant = isText(back) && !Number.isNaN(Date.parse(back));
    return [{ budget: label, each, who, used: Number(used), left: Number(left), back: isInstant ? back : undefined }];
}
function isText(value) {
    return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}

// EXTERNAL MODULE: ./lib/src/access/hub/config-map.js
var config_map = __webpack_require__("src/access/hub/config-map.js");
;// CONCATENATED MODULE: ./lib/src/access/hub/unread-list.js
function unreadOf(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const { generation, entry, problem } = value;
    const count = (one) => (Number.isSafeInteger(one) ? Number(one) : null);
    const text = typeof problem === 'string' && /^[\x20-\x7e]{1,200}$/.test(problem) ? problem : 'it is not valid';
    return { generation: count(generation), entry: count(entry), problem: text };
}

;// CONCATENATED MODULE: ./lib/src/access/hub/reconciler-status.js




async function createReconcilerStatus(configMaps) {
    if (await configMaps.kubernetes.get((0,config_map/* configMapRef */.OW)(configMaps, 'reconciler')))
        return false;
    const old = await configMaps.kubernetes.get((0,config_map/* configMapRef */.OW)(configMaps, 'keeper'));
    await configMaps.kubernetes.create((0,config_map/* configMapOf */.Gn)(configMaps, 'reconciler', { ...old?.data }));
    if (old !== undefined)
        await configMaps.kubernetes.delete((0,config_map/* configMapRef */.OW)(configMaps, 'keeper'));
    return true;
}
async function readReconcilerStatus(configMaps) {
    const text = (await configMaps.kubernetes.get((0,config_map/* configMapRef */.OW)(configMaps, 'reconciler')))?.data?.['status.json'];
    try {
        const status = JSON.parse(text ?? '');
        if (!Number.isSafeInteger(status.generation))
            return undefined;
        const { people } = status;
        const unread = unreadOf(status.unread);
        const { servers } = status;
        return {
            ...status,
            people: typeof people === 'object' && people !== null ? people : {},
            servers: Array.isArray(servers) ? servers.filter((use) => typeof use === 'string') : undefined,
            budgets: budgetAccountsOf(status.budgets),
            unread,
        };
    }
    catch {
        return undefined;
    }
}
function reconcilerKey(email) {
    return (0,external_node_crypto_.createHash)('sha256').update(email).digest('hex').slice(0, 16);
}


/***/ }),

/***/ "src/access/iap/adoption.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ AdoptionNeeded),
/* harmony export */   u: () => (/* binding */ entryForMember)
/* harmony export */ });
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");
/* harmony import */ var _users_email_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/users/email.js");
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/access/iap/policy.js");




class AdoptionNeeded extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1 {
    members;
    constructor(hub, members, group) {
        const what = group === undefined ? `The IAP policy of ${hub}` : `The Google group ${group}`;
        super(`${what} already has ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(members.length, 'member')} whom the users files do not list: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(members, 5)}. Nothing was written`, {
            where: group === undefined ? `IAP policy of ${hub}` : 'jupyterhub.yaml: access.entry.group',
            hint: adoptionHint(members, group),
        });
        this.members = members;
    }
}
function entryForMember(member) {
    const kind = (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .memberKind */ .RO)(member);
    if (!(kind in _policy_js__WEBPACK_IMPORTED_MODULE_3__/* .IAM_PREFIXES */ .Fr))
        return 'It is not an account, Google group or domain.';
    const name = (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .memberName */ .eg)(member).toLowerCase();
    return (0,_users_email_js__WEBPACK_IMPORTED_MODULE_2__/* .addressFault */ .RM)(kind, name)?.message ?? { kind: kind, name };
}
function removalHint(group) {
    return group === undefined
        ? 'remove its role "IAP-secured Web App User" in the Google Cloud console, at Security, Identity-Aware Proxy'
        : `remove it from ${group} in the Admin console or at groups.google.com`;
}
function adoptionHint(members, group) {
    const unlistable = members.filter((member) => typeof entryForMember(member) === 'string');
    const patch = 'Run sync-users --adopt for a patch that adds';
    const adopt = unlistable.length === 0 ? `${patch} them to a users file` : `${patch} all others to a users file`;
    return [
        ...(unlistable.length === 0 ? [] : [`No users file can list ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(unlistable, 5)}: ${removalHint(group)}.`]),
        unlistable.length === members.length ? 'Then run again.' : `${adopt}, merge it, then run again.`,
        'To keep them as they are, set access: {mode: additive}.',
    ].join(' ');
}


/***/ }),

/***/ "src/access/iap/changes.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ memberChanges),
/* harmony export */   x: () => (/* binding */ PRINCIPAL_KINDS)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/iap/policy.js");

const PRINCIPAL_KINDS = {
    person: 'person',
    group: 'google-group',
    serviceAccount: 'service-account',
    domain: 'domain',
    public: 'public',
    deleted: 'deleted-account',
    other: 'other-principal',
};
const ACTIONS = { add: 'create', reschedule: 'update', remove: 'delete' };
function memberChanges(members) {
    return ['add', 'reschedule', 'remove'].flatMap((action) => members
        .filter((one) => one.action === action)
        .map((one) => ({
        scope: scopeOf(one),
        action: ACTIONS[action],
        subject: { kind: PRINCIPAL_KINDS[one.kind], name: (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .memberName */ .eg)(one.member) },
        ...(action === 'remove' ? {} : { access: { after: accessOf(one.principal) } }),
        notes: notesOf(one),
    })));
}
function scopeOf({ kind, principal, isStillListed }) {
    const isUnlistedCrowd = principal === undefined && (kind === 'group' || kind === 'domain');
    const isOfIap = kind === 'public' || kind === 'deleted' || kind === 'other';
    return isUnlistedCrowd || isOfIap || isStillListed ? 'iap' : 'access';
}
function accessOf(principal) {
    if (principal === undefined)
        return {};
    const { admin, groups, until } = principal;
    return {
        role: admin === 'full' ? 'full-admin' : admin ? 'admin' : 'user',
        ...(groups.length === 0 ? {} : { groups: groups.map(({ text }) => text) }),
        ...(until === undefined ? {} : { until }),
    };
}
function notesOf({ action, kind, reason, isStillListed }) {
    return action === 'remove' && kind === 'person' && !isStillListed ? [reason, { code: 'servers-stop' }] : [reason];
}


/***/ }),

/***/ "src/access/iap/reasons.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   M: () => (/* binding */ entryLocation)
/* harmony export */ });
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/iap/desired.js");
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/iap/ownership.js");


function reasonOf(desired, now, facts) {
    const { grant, isRetained } = facts;
    if (isRetained) {
        if (grant?.principal === undefined || grant.until === undefined)
            return { code: 'kept-additive' };
        return { code: 'kept-additive', ...entryLocation(grant.principal), until: grant.until };
    }
    if (grant === undefined)
        return removalReason(desired, now, facts);
    if (grant.principal === undefined)
        return { code: 'access-entry', entry: entryKind(desired) };
    const listed = { code: 'listed', ...entryLocation(grant.principal) };
    if (grant.until !== undefined)
        return { ...listed, until: grant.until };
    return facts.action === 'reschedule' ? { ...listed, until: null } : listed;
}
function removalReason(desired, now, facts) {
    const { listed, kind, isFromConsole, ends } = facts;
    if (kind === 'public')
        return { code: 'public-grant' };
    if (listed !== undefined) {
        const { until } = listed;
        if (until !== undefined && (0,_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(until, now))
            return { code: 'access-ended', ...entryLocation(listed), until };
        if (desired.entry.kind !== 'direct')
            return { code: 'entry-instead', ...entryLocation(listed), entry: desired.entry.kind };
        return { code: 'unknown-to-iam', ...entryLocation(listed) };
    }
    const instants = [...(ends ?? [])].map(_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .endInstant */ .pN);
    const hasPassed = !ends?.has(_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .ALWAYS */ .qI) && instants.every((one) => one !== undefined && one <= now.getTime());
    if (hasPassed)
        return { code: 'ended-and-unlisted' };
    if (isFromConsole)
        return { code: 'granted-in-console' };
    return { code: desired.adopted ? 'no-longer-listed' : 'not-listed' };
}
function entryKind({ entry }) {
    return entry.kind === 'domain' ? 'domain' : 'group';
}
function entryLocation({ location }) {
    return { file: location.file, line: location.line };
}


/***/ }),

/***/ "src/access/iap/sync.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t2: () => (/* binding */ iapResource),
  _0: () => (/* binding */ planPolicy),
  T4: () => (/* binding */ readPolicy),
  kh: () => (/* binding */ syncPolicy)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__("node:timers/promises");
// EXTERNAL MODULE: ./lib/src/cloud/http.js
var http = __webpack_require__("src/cloud/http.js");
// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/access/iap/desired.js
var iap_desired = __webpack_require__("src/access/iap/desired.js");
// EXTERNAL MODULE: ./lib/src/access/iap/adoption.js
var adoption = __webpack_require__("src/access/iap/adoption.js");
// EXTERNAL MODULE: ./lib/src/access/iap/policy.js
var policy = __webpack_require__("src/access/iap/policy.js");
;// CONCATENATED MODULE: ./lib/src/access/iap/limits.js



const MAX_PRINCIPALS = 1500;
const MAX_GROUPS = 250;
class TooManyPrincipals extends errors/* ConfigurationError */.j1 {
    count;
    constructor(message, count) {
        super(message, {
            where: 'users',
            hint: 'Use one Google group with access: {entry: {group: ADDRESS}}, a domain with access: {entry: {domain: DOMAIN}}, or a second hub. The hub enforces the users files in each case.',
        });
        this.count = count;
    }
}
function countPrincipals(bindings) {
    let principals = 0;
    let groups = 0;
    for (const { members = [] } of bindings) {
        principals += members.length;
        for (const member of members)
            if ((0,policy/* memberKind */.RO)(member) === 'group')
                groups += 1;
    }
    return { principals, groups };
}
function sizeFault(ours, others) {
    const [own, foreign] = [countPrincipals(ours), countPrincipals(others)];
    const count = { principals: own.principals + foreign.principals, groups: own.groups + foreign.groups };
    const fault = (what, name, limit) => new TooManyPrincipals(`The IAP policy would have ${(0,config_text/* formatNumber */.ZV)(count[what])} ${name} (${(0,config_text/* formatNumber */.ZV)(own[what])} of this hub, ${(0,config_text/* formatNumber */.ZV)(foreign[what])} of others), but IAM allows ${(0,config_text/* formatNumber */.ZV)(limit)}`, count);
    if (count.principals > MAX_PRINCIPALS)
        return fault('principals', 'principals', MAX_PRINCIPALS);
    return count.groups > MAX_GROUPS ? fault('groups', 'Google groups', MAX_GROUPS) : undefined;
}

// EXTERNAL MODULE: ./lib/src/access/iap/ownership.js
var ownership = __webpack_require__("src/access/iap/ownership.js");
// EXTERNAL MODULE: ./lib/src/access/iap/reasons.js
var reasons = __webpack_require__("src/access/iap/reasons.js");
;// CONCATENATED MODULE: ./lib/src/access/iap/warnings.js

function policyWarnings({ ours, others, deleted, mode, retained }) {
    const own = publicMembers(ours).map((member) => {
        const stays = mode === 'additive' && retained.has((0,policy/* memberKey */.S7)(member));
        return { ...publicAccess(member), outcome: stays ? 'kept-additive' : 'removed' };
    });
    const foreign = others.flatMap((binding) => publicMembers([binding]).map((member) => {
        const { role, condition } = binding;
        return {
            ...publicAccess(member),
            outcome: 'kept-foreign',
            ...(role === policy/* ACCESSOR_ROLE */.Zv ? {} : { role }),
            ...(condition?.title === undefined ? {} : { condition: condition.title }),
        };
    }));
    const gone = [...new Set(deleted)].sort(policy/* compareText */.n6);
    return [...own, ...foreign, ...gone.map((member) => ({ code: 'deleted-account', member }))];
}
function publicMembers(bindings) {
    const found = bindings.flatMap(({ members = [] }) => members.filter((member) => (0,policy/* memberKind */.RO)(member) === 'public'));
    return [...new Set(found)].sort(policy/* compareText */.n6);
}
function publicAccess(member) {
    const audience = /^allusers$/i.test(member) ? 'everybody' : 'google-accounts';
    return { code: 'public-access', member, audience };
}

;// CONCATENATED MODULE: ./lib/src/access/iap/merge.js







function mergePolicy(desired, live, now, without = new Set()) {
    const { ours, others } = (0,ownership/* partitionPolicy */.FF)(desired.hub, live);
    const { before, deleted } = liveGrants(ours);
    const grants = spelledAsLive((0,iap_desired/* desiredGrants */.IY)(desired, now), [...ours, ...others]);
    for (const key of without)
        grants.delete(key);
    const retained = retainedGrants(desired, before, grants);
    const next = (0,iap_desired/* bindingsOf */.kK)(desired.hub, [...retained.values(), ...grants.values()]);
    const members = compareMembers(desired, now, before, grants, retained);
    const of = (action) => members.filter((one) => one.action === action).map(({ member }) => member.toLowerCase());
    const changed = deleted.length > 0 || members.some(({ action }) => action !== 'keep');
    const policy = { ...live, version: 3, bindings: [...others, ...next] };
    return {
        policy,
        changed,
        members,
        added: of('add'),
        removed: of('remove'),
        rescheduled: of('reschedule'),
        foreign: (0,ownership/* foreignGrants */.Yj)(others),
        warnings: policyWarnings({ ours, others, deleted, mode: desired.mode, retained: new Set(retained.keys()) }),
        count: countPrincipals(policy.bindings),
        refusal: changed ? (adoptionRefusal(desired, members, before) ?? sizeFault(next, others)) : undefined,
    };
}
function spelledAsLive(grants, live) {
    const spellings = new Map();
    for (const member of live.flatMap(({ members = [] }) => members)) {
        const key = (0,policy/* memberKey */.S7)(member);
        if (!spellings.has(key))
            spellings.set(key, member);
    }
    return new Map([...grants].map(([key, grant]) => [key, { ...grant, member: spellings.get(key) ?? grant.member }]));
}
function liveGrants(ours) {
    const before = new Map();
    const deleted = [];
    for (const { members = [], condition } of ours) {
        const end = (0,ownership/* isUnconditional */.y9)(condition) ? ownership/* ALWAYS */.qI : (0,ownership/* endKey */.nr)(condition?.expression ?? '');
        for (const member of members) {
            if ((0,policy/* memberKind */.RO)(member) === 'deleted') {
                deleted.push(member);
                continue;
            }
            const key = (0,policy/* memberKey */.S7)(member);
            const known = before.get(key) ?? { member, ends: new Set() };
            known.ends.add(end);
            before.set(key, known);
        }
    }
    return { before, deleted };
}
function retainedGrants(desired, before, grants) {
    const retained = new Map();
    if (desired.mode === 'authoritative')
        return retained;
    const previous = new Set(desired.previous.map(policy/* memberKey */.S7));
    for (const [key, { member, ends }] of before) {
        if (!ends.has(ownership/* ALWAYS */.qI) || previous.has(key) || grants.get(key)?.end === ownership/* ALWAYS */.qI)
            continue;
        retained.set(key, { member, end: ownership/* ALWAYS */.qI, until: undefined, principal: undefined });
    }
    return retained;
}
function compareMembers(desired, now, before, grants, retained) {
    const listed = new Map();
    for (const principal of desired.principals) {
        const key = (0,policy/* memberKey */.S7)((0,iap_desired/* iamMember */.kz)(principal));
        if (!listed.has(key))
            listed.set(key, principal);
    }
    const previous = new Set(desired.previous.map(policy/* memberKey */.S7));
    return [...new Set([...before.keys(), ...grants.keys()])].sort(policy/* compareText */.n6).map((key) => {
        const was = before.get(key);
        const grant = grants.get(key);
        const ends = new Set([...(retained.has(key) ? [ownership/* ALWAYS */.qI] : []), ...(grant === undefined ? [] : [grant.end])]);
        const member = grant?.member ?? was?.member ?? key;
        const action = actionOf(was?.ends, ends);
        const facts = {
            kind: (0,policy/* memberKind */.RO)(member),
            action,
            grant,
            listed: listed.get(key),
            isRetained: retained.has(key),
            isFromConsole: previous.size > 0 && !previous.has(key),
            ends: was?.ends,
        };
        const isStillListed = action === 'remove' &&
            desired.entry.kind !== 'direct' &&
            facts.listed !== undefined &&
            !(0,iap_desired/* hasEnded */.hY)(facts.listed.until, now);
        const reason = (0,reasons/* reasonOf */.A)(desired, now, facts);
        return {
            member,
            kind: facts.kind,
            action,
            reason,
            principal: facts.listed,
            ...(isStillListed && { isStillListed }),
        };
    });
}
function actionOf(before, after) {
    if (before === undefined)
        return 'add';
    if (after.size === 0)
        return 'remove';
    return before.size === after.size && [...before].every((end) => after.has(end)) ? 'keep' : 'reschedule';
}
function adoptionRefusal({ hub, mode, adopted }, members, before) {
    if (mode !== 'authoritative' || adopted)
        return undefined;
    const lost = members.filter(({ member, kind, action, principal }) => action === 'remove' &&
        principal === undefined &&
        kind !== 'public' &&
        before.get((0,policy/* memberKey */.S7)(member))?.ends.has(ownership/* ALWAYS */.qI) === true);
    return lost.length === 0
        ? undefined
        : new adoption/* AdoptionNeeded */.i(hub, lost.map(({ member }) => member));
}

;// CONCATENATED MODULE: ./lib/src/access/iap/unknown-members.js


const TOKEN = /[^\s"`<>()[\]{},;]+/g;
function unknownMembers(error, granted) {
    if (!(error instanceof rest.GoogleApiError) || error.status !== 400)
        return [];
    const byKey = new Map();
    const byName = new Map();
    for (const member of granted) {
        const key = (0,policy/* memberKey */.S7)(member);
        byKey.set(key, member);
        const name = key.slice(key.indexOf(':') + 1);
        byName.set(name, [...(byName.get(name) ?? []), member]);
    }
    const found = new Set();
    const membersOf = (token) => {
        const exact = byKey.get((0,policy/* memberKey */.S7)(token));
        return exact === undefined ? (byName.get(nameKey(token)) ?? []) : [exact];
    };
    for (const { 0: raw, index } of error.message.matchAll(TOKEN)) {
        const token = raw.replace(/[.:!?]+$/, '');
        const whole = membersOf(token);
        const all = whole.length > 0 ? whole : membersOf(token.replace(/^'+|'+[.:!?]*$/g, ''));
        const kind = kindBefore(error.message.slice(0, index));
        const ofKind = all.filter((member) => kind !== undefined && (0,policy/* memberKey */.S7)(member).startsWith(`${kind}:`));
        for (const member of ofKind.length > 0 ? ofKind : all)
            found.add(member);
    }
    return [...found];
}
function nameKey(token) {
    const key = (0,policy/* memberKey */.S7)(`user:${(0,policy/* memberName */.eg)(token)}`);
    return key.slice(key.indexOf(':') + 1);
}
function kindBefore(text) {
    const word = /(user|group|service account|domain)\s+["'`]?$/i.exec(text)?.[1]?.toLowerCase();
    return word === 'service account' ? policy/* IAM_PREFIXES */.Fr.serviceAccount.toLowerCase() : word;
}

;// CONCATENATED MODULE: ./lib/src/access/iap/sync.js









function iapResource({ projectNumber, backendId }) {
    return `projects/${projectNumber}/iap_web/compute/services/${backendId}`;
}
async function planPolicy(iap, desired, now) {
    return mergePolicy(desired, await readPolicy(iap), now);
}
const ATTEMPTS = 20;
const LIMIT = 3 * 60_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5000;
const MOST_UNKNOWN = 50;
async function syncPolicy(iap, desired, options = {}) {
    const { now = () => new Date(), pause = promises_.setTimeout, random = Math.random, attempts = ATTEMPTS, limit = LIMIT } = options;
    const { beforeWrite = async () => { } } = options;
    const start = now().getTime();
    const run = { iap, desired, now, beforeWrite, unknown: new Map(), reads: 0, writes: 0 };
    let tried;
    for (let attempt = 1;; attempt += 1) {
        const live = await readLivePolicy(run);
        const { change, lost } = await writeMerged(run, live);
        if (lost === undefined) {
            return { ...(change.changed ? change : (tried ?? change)), ...countsOf(run) };
        }
        tried = change;
        const wait = random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
        const spent = now().getTime() - start;
        if (attempt >= attempts || spent + wait > limit)
            throw conflictError(iap, attempt, spent, lost);
        await pause(wait);
    }
}
function countsOf({ unknown, reads, writes }) {
    return { unknown: [...unknown.values()], reads, writes };
}
async function readLivePolicy(run) {
    const live = await readPolicy(run.iap);
    run.reads += 1;
    if (live.etag === undefined || live.etag === '') {
        throw new errors/* ToolError */.v4('The IAP policy has no etag, so a write could undo the changes of others', {
            where: iapResource(run.iap),
            hint: 'Nothing was written. Google always sends an etag. Look for a proxy that changes responses.',
        });
    }
    return live;
}
async function writeMerged(run, live) {
    for (;;) {
        const change = mergePolicy(run.desired, live, run.now(), new Set(run.unknown.keys()));
        if (!change.changed)
            return { change };
        if (change.refusal !== undefined)
            throw change.refusal;
        if (run.unknown.size > 0 && change.members.every(({ action }) => action === 'remove'))
            throw noKnownMemberError(run);
        await run.beforeWrite();
        try {
            run.writes += 1;
            await run.iap.google.call({
                service: 'iap',
                method: 'POST',
                effect: 'same',
                path: `${iapResource(run.iap)}:setIamPolicy`,
                body: { policy: change.policy },
            });
            return { change };
        }
        catch (error) {
            if (error instanceof rest.GoogleApiError && (error.status === 409 || error.status === 412))
                return { change, lost: error };
            noteUnknownMembers(run, error);
        }
    }
}
function noteUnknownMembers(run, error) {
    const granted = [...(0,iap_desired/* desiredGrants */.IY)(run.desired, run.now())].filter(([key]) => !run.unknown.has(key));
    const names = unknownMembers(error, granted.map(([, { member }]) => member));
    for (const member of names)
        run.unknown.set((0,policy/* memberKey */.S7)(member), member);
    const where = iapResource(run.iap);
    if (run.unknown.size > MOST_UNKNOWN)
        throw tooManyUnknownError(run);
    if (names.length > 0)
        return;
    if (error instanceof rest.GoogleApiError && error.status === 400) {
        throw new errors/* ToolError */.v4(`IAM refuses the IAP policy and names no member that this run grants access (${(0,errors/* errorMessage */.gJ)(error)})`, {
            where,
            hint: 'Nothing was written. Check the newest entries, also in the console: often an account does not exist, or a group is listed as a person. An organisation policy on allowed domains also refuses without a name.',
            cause: error,
        });
    }
    const isLost = error instanceof rest.GoogleApiError ? error.status >= 500 : error instanceof http/* UnreachableError */.Jk;
    if (!isLost)
        throw error;
    throw new errors/* ToolError */.v4(`The IAP policy was not written, or it was and the answer was lost (${(0,errors/* errorMessage */.gJ)(error)})`, {
        where,
        hint: 'Run again: it reads the policy and writes only what is missing. Grants of others are not affected.',
        cause: error,
    });
}
function noKnownMemberError({ iap, unknown }) {
    const [first = ''] = unknown.values();
    return new errors/* ToolError */.v4(`IAM knows none of the ${(0,config_text/* formatNumber */.ZV)(unknown.size)} listed members (${first}, …)`, {
        where: iapResource(iap),
        hint: 'Nothing was written, since nobody would have access. Check the domain of the addresses in the users files.',
    });
}
function tooManyUnknownError({ iap, unknown }) {
    const shown = [...unknown.values()].slice(0, 5).join(', ');
    return new errors/* ToolError */.v4(`IAM does not know more than ${MOST_UNKNOWN} of the listed members (${shown}, …)`, {
        where: iapResource(iap),
        hint: 'Nothing was written. Check the addresses in the users files, above all their domain.',
    });
}
function conflictError(iap, attempt, spent, cause) {
    const times = `${(0,config_text/* plural */.LS)(attempt, 'time')} in ${Math.round(spent / 1000)} s`;
    return new errors/* ToolError */.v4(`Somebody else changed the IAP policy ${times} while this run wrote it`, {
        where: iapResource(iap),
        hint: 'Find the other writer (another workflow, a script, the console), then run again. Its changes are kept; ours were not written.',
        cause,
    });
}
async function readPolicy(iap) {
    return iap.google.call({
        service: 'iap',
        method: 'POST',
        effect: 'none',
        path: `${iapResource(iap)}:getIamPolicy`,
        body: { options: { requestedPolicyVersion: 3 } },
    });
}


/***/ }),

/***/ "src/change/role-grants.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ roleGrant),
/* harmony export */   e: () => (/* binding */ roleGrants)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/json.js");

const KINDS = ['users', 'groups', 'services'];
function roleGrant(kind, name, value) {
    if (kind === 'loadRoles') {
        const holders = KINDS.flatMap((what) => textsOf(value[what]).map((who) => ({ what, who })));
        return { name, scopes: textsOf(value.scopes), holders };
    }
    const scopes = [...(value.admin === true ? ['admin:all'] : []), ...textsOf(value.oauth_client_allowed_scopes)];
    return { name, scopes, holders: [{ what: 'services', who: name }] };
}
function roleGrants(values) {
    const { hub } = values;
    return ['loadRoles', 'services']
        .flatMap((kind) => {
        const entries = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(hub) ? hub[kind] : undefined;
        return Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(entries) ? entries : {}).flatMap(([name, value]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) ? [roleGrant(kind, name, value)] : []);
    })
        .filter(({ name, scopes }) => scopes.length > 0 && !/^jupyterhub-gke-/.test(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
function textsOf(value) {
    return Array.isArray(value) ? value.map(String) : [];
}


/***/ }),

/***/ "src/stages/access/group-plan.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ foreignMembers),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   L: () => (/* binding */ groupReader),
/* harmony export */   Ry: () => (/* binding */ managedGroup),
/* harmony export */   W_: () => (/* binding */ desiredGroup),
/* harmony export */   Wv: () => (/* binding */ refuseForeignGroup),
/* harmony export */   v3: () => (/* binding */ planGroup),
/* harmony export */   xj: () => (/* binding */ administratorNotes)
/* harmony export */ });
/* harmony import */ var _access_group_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/group/diff.js");
/* harmony import */ var _access_group_membership_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/group/membership-api.js");
/* harmony import */ var _access_group_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/group/record.js");
/* harmony import */ var _access_iap_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/access/iap/changes.js");
/* harmony import */ var _cloud_rest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/cloud/rest.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/errors.js");
/* harmony import */ var _session_wait_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/stages/session/wait.js");







function managedGroup({ access: { entry, mode } }) {
    return entry.kind === 'group' && entry.manage ? { group: entry.group, mode } : undefined;
}
function groupReader({ google, context }, strict) {
    return { google, self: context.credentials.serviceAccount, strict };
}
const NOTHING = { changes: [], notes: [] };
async function planGroup(stated, state, reader, now) {
    const managed = managedGroup(stated.config);
    if (managed === undefined || reader === undefined)
        return NOTHING;
    const wanted = desiredGroup(stated, managed, state, reader.self);
    try {
        const { members } = await (0,_access_group_membership_api_js__WEBPACK_IMPORTED_MODULE_1__/* .readGroup */ .iY)(reader.google, managed.group);
        const { changes, administrators, refusal } = (0,_access_group_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .compareGroup */ .B)(wanted, members, now);
        if (refusal !== undefined)
            throw refusal;
        return { changes: (0,_access_iap_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .memberChanges */ .u)(changes), notes: administratorNotes(wanted, administrators) };
    }
    catch (error) {
        const gap = gapNote(managed, error, reader.strict);
        if (gap === undefined)
            throw error;
        return { changes: [], notes: [gap] };
    }
}
function gapNote({ group }, error, strict) {
    if (isDisabled(error))
        return { code: 'group-api-disabled', group };
    if (strict || !(error instanceof _access_group_membership_api_js__WEBPACK_IMPORTED_MODULE_1__/* .GroupUnreadable */ .hP))
        return undefined;
    return { code: 'group-unreadable', group, error: (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errorMessage */ .gJ)(error) };
}
async function refuseForeignGroup(session, { group: record, blocked }, command) {
    const managed = managedGroup(session.config);
    if (managed === undefined || record?.group === managed.group)
        return;
    const { google, self } = groupReader(session, true);
    const read = () => (0,_access_group_membership_api_js__WEBPACK_IMPORTED_MODULE_1__/* .readGroup */ .iY)(google, managed.group);
    const { members } = await (command === 'apply' ? onceEnabled(session, read) : read());
    const wanted = desiredGroup(session, managed, { group: record, blocked }, self);
    const { refusal } = (0,_access_group_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .compareGroup */ .B)(wanted, members, session.context.now);
    if (refusal !== undefined)
        throw refusal;
}
const API_LIMIT = 5 * 60_000;
function onceEnabled({ context, config }, read) {
    return (0,_session_wait_js__WEBPACK_IMPORTED_MODULE_6__/* .waitFor */ .f)({
        what: 'the Cloud Identity API',
        limit: API_LIMIT,
        where: `projects/${config.project}/services/cloudidentity.googleapis.com`,
        hint: 'Look whether the API is enabled in the console, then run again. Nobody gained or lost access by this run.',
        say: context.say,
        signal: context.signal,
    }, async () => {
        try {
            return await read();
        }
        catch (error) {
            if (isDisabled(error))
                return undefined;
            throw error;
        }
    });
}
function isDisabled(error) {
    return error instanceof _cloud_rest_js__WEBPACK_IMPORTED_MODULE_4__.GoogleApiError && error.reason === 'SERVICE_DISABLED';
}
async function foreignMembers(session) {
    const managed = managedGroup(session.config);
    if (managed === undefined)
        return [];
    const { google, self } = groupReader(session, true);
    const wanted = desiredGroup(session, { ...managed, mode: 'authoritative' }, { group: undefined, blocked: [] }, self);
    const { members } = await (0,_access_group_membership_api_js__WEBPACK_IMPORTED_MODULE_1__/* .readGroup */ .iY)(google, managed.group);
    return (0,_access_group_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .compareGroup */ .B)(wanted, members, session.context.now).refusal?.members ?? [];
}
function desiredGroup({ config, principals }, managed, { group: record, blocked }, self) {
    return {
        ...managed,
        hub: config.name,
        principals,
        blocked,
        adopted: record?.group === managed.group,
        added: (0,_access_group_record_js__WEBPACK_IMPORTED_MODULE_2__/* .nextGroupRecord */ .OP)(record, managed, principals.map(({ name }) => name))?.added ?? [],
        self,
    };
}
function administratorNotes({ group, self }, administrators) {
    const members = administrators.filter((one) => one !== self);
    return members.length === 0 ? [] : [{ code: 'group-administrators', group, members }];
}


/***/ })

};
;