"use strict";
exports.id = "stages-deploy";
exports.ids = ["stages-deploy"];
exports.modules = {

/***/ "src/change/record.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AW: () => (/* binding */ planDifferences),
/* harmony export */   BF: () => (/* binding */ withIdentity),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Pe: () => (/* binding */ recordText),
/* harmony export */   lt: () => (/* binding */ RECORD_FILE),
/* harmony export */   wi: () => (/* binding */ recordAudience),
/* harmony export */   xD: () => (/* binding */ recordName)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/canonical.js");
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/change/fingerprint.js");



const VERSION = 4;
const RECORD_FILE = 'plan-record.json';
function recordName(hub) {
    return `jupyterhub-plan-${hub}`;
}
function recordText(changeSet, head, isPublic) {
    const { hub, changes } = changeSet;
    const all = { version: VERSION, hub, head, fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(changeSet), changes: isPublic ? null : changes };
    return `${JSON.stringify(all)}\n`;
}
function recordAudience(text) {
    return audienceOf(JSON.parse(text));
}
function withIdentity(text, identity) {
    return `${JSON.stringify({ ...JSON.parse(text), identity })}\n`;
}
function audienceOf({ identity: _, ...content }) {
    return `jupyterhub-gke/plan-record/${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(content)}`;
}
const DAMAGED = { state: 'damaged' };
function parseRecord(text) {
    try {
        const all = JSON.parse(text);
        const { version, hub, head, fingerprint: noted, changes, identity: token } = all;
        const identity = typeof token === 'string' ? { token, audience: audienceOf(all) } : undefined;
        if (typeof version === 'number' && version !== VERSION)
            return { state: 'other-version' };
        if (version !== VERSION || typeof hub !== 'string' || typeof head !== 'string')
            return DAMAGED;
        if (typeof noted !== 'string' || !/^[0-9a-f]{64}$/.test(noted))
            return DAMAGED;
        if (changes === null) {
            return { state: 'read', record: { hub, head, fingerprint: noted, changes: undefined }, identity };
        }
        if (!Array.isArray(changes) || (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)({ hub, changes }) !== noted)
            return DAMAGED;
        return { state: 'read', record: { hub, head, fingerprint: noted, changes }, identity };
    }
    catch {
        return DAMAGED;
    }
}
function planDifferences(reviewed, now) {
    const keyOf = (change) => [change.scope, change.subject.kind, (0,_change_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .c)(change)].join('\0');
    const before = new Map(reviewed.map((change) => [keyOf(change), change]));
    const after = new Set(now.map(keyOf));
    const same = (one, other) => one !== undefined && (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)({ hub: '', changes: [one] }) === (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)({ hub: '', changes: [other] });
    return [
        ...now.filter(_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .isReviewed */ .q).flatMap((change) => {
            const was = before.get(keyOf(change));
            return same(was, change) ? [] : [{ reviewed: was, now: change }];
        }),
        ...reviewed
            .filter(_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .isReviewed */ .q)
            .flatMap((change) => (after.has(keyOf(change)) ? [] : [{ reviewed: change, now: undefined }])),
    ];
}


/***/ }),

/***/ "src/github/api/comment.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/github/api/answer.js");
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/github/api/client.js");



const NEEDS = {
    action: 'comment on the pull request',
    permissions: '{contents: read, id-token: write, pull-requests: write}',
    otherwise: 'The plan is in the step summary.',
};
const PAGES = 30;
const ATTEMPTS = 5;
async function upsertComment(options) {
    const { context, token } = options;
    const pull = context?.pullRequest;
    const number = options.issue ?? pull?.number;
    if (!context?.repository || number === undefined)
        return { done: 'skipped', reason: 'this run belongs to no pull request' };
    if (!token)
        return { done: 'skipped', reason: 'no github_token is given' };
    if (pull?.fork)
        return { done: 'skipped', reason: 'the pull request comes from a fork, whose token may not write' };
    const api = new _client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubApi */ .y(context, token, options.needs ?? NEEDS, options);
    const path = `/repos/${context.repository}/issues`;
    for (let attempt = 1;; attempt += 1) {
        const found = await find(api, `${path}/${number}/comments`, options.marker);
        if (found && normal(found.body) === normal(options.body))
            return { done: 'unchanged', url: found.html_url };
        try {
            const written = await (found
                ? api.call('PATCH', `${path}/comments/${found.id}`, { body: options.body })
                : api.call('POST', `${path}/${number}/comments`, { body: options.body }));
            return { done: found ? 'updated' : 'created', url: written.html_url };
        }
        catch (error) {
            if (!(error instanceof _answer_js__WEBPACK_IMPORTED_MODULE_1__/* .Unanswered */ .XX) || attempt === ATTEMPTS)
                throw error;
            await api.pause(attempt);
        }
    }
}
async function find(api, path, marker) {
    let self;
    let pages = 0;
    for await (const comments of api.pages(path)) {
        for (const comment of comments) {
            if (normal(comment.body).split('\n', 1)[0] !== marker)
                continue;
            self ??= await identity(api);
            if (isSelf(comment, self))
                return comment;
        }
        pages += 1;
        if (pages === PAGES)
            return undefined;
    }
    return undefined;
}
async function identity(api) {
    const answer = await api.call('POST', undefined, { query: 'query { viewer { login } }' });
    const login = answer.data?.viewer?.login;
    if (!login) {
        const why = answer.errors?.[0]?.message;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`GitHub does not tell the identity of github_token, so no comment can be edited${why ? ` (${why})` : ''}`, { hint: 'Run the job again.' });
    }
    return login;
}
function isSelf({ user }, self) {
    return user !== null && (user.login === self || (user.type === 'Bot' && user.login === `${self}[bot]`));
}
function normal(body) {
    return (body ?? '').replace(/\r\n/g, '\n').trim();
}


/***/ }),

/***/ "src/report/diagram.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ hubDiagram)
/* harmony export */ });
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/markdown.js");


const MOST_PROFILES = 8;
function hubDiagram(config) {
    const { access, storage, profiles } = config;
    const { home } = storage;
    const shown = profiles.slice(0, MOST_PROFILES).map((profile, index) => `p${index}${box(...profileLines(profile))}`);
    const rest = profiles.length - shown.length;
    const lines = [
        'flowchart LR',
        `  people${box('People')} --> address${box('Load balancer', access.domain ?? 'its own address at sslip.io')}`,
        `  address --> iap${box('Identity-Aware Proxy', entryLine(access))}`,
        '  iap --> proxy',
        `  subgraph platform${box(...platformLines(config))}`,
        `    proxy${box('Proxy')} --> hub${box('Hub')}`,
        '    proxy --> servers',
        '    hub -- starts --> servers',
        `    subgraph servers${box('Notebook servers')}`,
        ...shown.map((profile) => `      ${profile}`),
        ...(rest > 0 ? [`      more${box(`and ${rest} more`)}`] : []),
        '    end',
        '  end',
        `  servers --> home${box('Home of each person', `${home.diskType}, ${home.size}`)}`,
        ...(storage.perUserBuckets ? [`  servers --> bucket${box('Bucket or folder of each listed person')}`] : []),
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(lines.join('\n'), 'mermaid');
}
function platformLines({ platform, location }) {
    const { existing, from, name, cluster } = platform;
    const shared = from === undefined ? [] : [`shared: ${name}`];
    if (existing !== undefined)
        return [`GKE cluster ${existing.name} in ${existing.location}`, 'managed elsewhere'];
    return [`GKE ${cluster.mode === 'autopilot' ? 'Autopilot' : 'Standard'} in ${location}`, ...shared];
}
function entryLine({ entry }) {
    if (entry.kind === 'domain')
        return `accounts of ${entry.domain}`;
    if (entry.kind === 'direct')
        return 'each entry of the users files';
    return entry.manage ? 'one Google group, kept as the users files say' : 'one Google group';
}
function profileLines({ displayName, cpu, memory, groups }) {
    const range = ({ guarantee, limit }) => guarantee === limit ? limit : limit === undefined ? `at least ${guarantee}` : `${guarantee} to ${limit}`;
    return [
        displayName,
        `${range(cpu)} CPU, ${range(memory)} memory`,
        ...(groups.length === 0 ? [] : [`only ${groups.length === 1 ? 'group' : 'groups'} ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(groups, 3)}`]),
    ];
}
function box(...lines) {
    const safe = lines.map((line) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortEmails */ ._W)(line), 80).replace(/[^\p{L}\p{N} ]/gu, (character) => `#${character.codePointAt(0)};`));
    return `["${safe.join('<br/>')}"]`;
}


/***/ }),

/***/ "src/stages/deploy/kept-homes.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ keptAddress),
/* harmony export */   fh: () => (/* binding */ keepDatabase),
/* harmony export */   jF: () => (/* binding */ keptDisksNote),
/* harmony export */   zm: () => (/* binding */ refuseKeptHomes)
/* harmony export */ });
/* unused harmony export keptDisks */
/* harmony import */ var _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/kubernetes.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");
/* harmony import */ var _helm_release_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/helm/release/record.js");
/* harmony import */ var _review_acknowledgements_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/stages/review/acknowledgements.js");
/* harmony import */ var _session_cluster_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/stages/session/cluster.js");






const DATABASE = 'hub-db-dir';
const NAMED = 3;
async function keptDisks(kubernetes, hub) {
    const volumes = await kubernetes
        .list({ apiVersion: 'v1', kind: 'PersistentVolume' })
        .catch((error) => {
        if (error instanceof _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK && error.status === 403)
            return undefined;
        throw error;
    });
    return volumes?.flatMap(({ metadata, spec, status }) => {
        const { namespace, name = '' } = spec?.claimRef ?? {};
        const isKept = status?.phase === 'Released' && spec?.persistentVolumeReclaimPolicy !== 'Delete';
        return namespace === (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceOf */ .N6)(hub) && isKept ? [{ claim: name, volume: metadata.name }] : [];
    });
}
function keptAddress(hub) {
    return `homes/${(0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceOf */ .N6)(hub)}`;
}
async function keptDisksNote(cluster, hub) {
    const disks = (cluster && (await keptDisks(cluster.kubernetes, hub))) ?? [];
    if (disks.length === 0)
        return [];
    return [{ code: 'disks-without-claim', claims: disks.map(({ claim }) => claim), count: disks.length }];
}
async function refuseKeptHomes(session, { deployed, hasCluster }, connect = _session_cluster_js__WEBPACK_IMPORTED_MODULE_5__/* .connectCluster */ .bp) {
    const { context, config } = session;
    if (deployed !== undefined || !hasCluster)
        return;
    const cluster = await connect(session);
    if (cluster === undefined)
        return;
    const disks = (await keptDisks(cluster.kubernetes, config.name)) ?? [];
    if (disks.length === 0 || (0,_review_acknowledgements_js__WEBPACK_IMPORTED_MODULE_4__/* .acknowledgedAddresses */ .Tc)(context).includes(keptAddress(config.name)))
        return;
    const homes = disks.filter(({ claim }) => claim !== DATABASE);
    const what = [
        ...(homes.length === 0 ? [] : [(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(homes.length, 'home')]),
        ...(homes.length < disks.length ? ["the hub's database"] : []),
    ];
    const names = (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(disks.map(({ claim, volume }) => `${claim} (volume ${volume})`), NAMED);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`The disks of ${what.join(' and ')} are kept in this cluster, and their claims are gone: ${names}. A hub that starts now gives everybody an empty home. Nothing was changed`, {
        where: `namespace ${(0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceOf */ .N6)(config.name)}`,
        hint: `Give the disks back first, as docs/leaving.md describes under "Disks without a claim": make each volume free again and make its claim, then run apply again. If the hub is to start with empty homes, acknowledge ${keptAddress(config.name)} in a manual run (--acknowledge); the disks stay all the same.`,
    });
}
async function keepDatabase({ kubernetes }, hub) {
    const namespace = (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceOf */ .N6)(hub);
    const claim = await kubernetes.get({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name: DATABASE,
    });
    const name = claim?.spec?.volumeName;
    if (name === undefined || name === '')
        return;
    const ref = { apiVersion: 'v1', kind: 'PersistentVolume', name };
    const volume = await kubernetes.get(ref);
    if (volume?.spec?.persistentVolumeReclaimPolicy !== 'Delete')
        return;
    await kubernetes.patch(ref, { spec: { persistentVolumeReclaimPolicy: 'Retain' } });
}


/***/ }),

/***/ "src/stages/deploy/plan-report.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportOf: () => (/* binding */ reportOf),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/src/access/guard.js
var guard = __webpack_require__("src/access/guard.js");
// EXTERNAL MODULE: ./lib/src/change/fingerprint.js
var fingerprint = __webpack_require__("src/change/fingerprint.js");
// EXTERNAL MODULE: ./lib/src/change/record.js
var record = __webpack_require__("src/change/record.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/github/api/comment.js
var comment = __webpack_require__("src/github/api/comment.js");
// EXTERNAL MODULE: ./lib/src/github/runner/outputs.js
var outputs = __webpack_require__("src/github/runner/outputs.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/helm/values/profile-groups.js
var profile_groups = __webpack_require__("src/helm/values/profile-groups.js");
// EXTERNAL MODULE: ./lib/src/helm/values/values.js
var values_values = __webpack_require__("src/helm/values/values.js");
;// CONCATENATED MODULE: ./lib/src/helm/diff/server-sizes.js



const DEFAULT_SERVER = '';
function serverSizes(values) {
    const listed = (0,values_values/* valueAt */.fK)(values, 'singleuser.profileList') ?? groupedProfiles(values);
    const sizes = new Map();
    if (!Array.isArray(listed)) {
        const size = sizeOf((0,values_values/* valueAt */.fK)(values, 'singleuser.cpu.guarantee'), (0,values_values/* valueAt */.fK)(values, 'singleuser.memory.guarantee'));
        if (size !== undefined)
            sizes.set(DEFAULT_SERVER, size);
        return sizes;
    }
    for (const entry of listed) {
        if (!(0,json/* isObject */.G)(entry) || typeof entry.slug !== 'string')
            continue;
        const settings = (0,json/* isObject */.G)(entry.kubespawner_override) ? entry.kubespawner_override : {};
        const size = sizeOf(settings.cpu_guarantee, settings.mem_guarantee);
        const devices = devicesOf(settings);
        if (size !== undefined)
            sizes.set(entry.slug, devices === undefined ? size : { ...size, devices });
    }
    return sizes;
}
function groupedProfiles(values) {
    const files = (0,values_values/* valueAt */.fK)(values, 'hub.extraFiles');
    const file = (0,json/* isObject */.G)(files) ? files[profile_groups/* PROFILES_FILE */.i] : undefined;
    return (0,json/* isObject */.G)(file) ? (0,values_values/* valueAt */.fK)(file, 'data.profiles') : undefined;
}
const TYPE_LABELS = ['cloud.google.com/gke-accelerator', 'cloud.google.com/gke-tpu-accelerator'];
function devicesOf({ extra_resource_limits: limits, node_selector: labels }) {
    if (!(0,json/* isObject */.G)(limits) || !(0,json/* isObject */.G)(labels))
        return undefined;
    const type = TYPE_LABELS.map((label) => labels[label]).find((value) => typeof value === 'string');
    const count = Object.values(limits)
        .map(Number)
        .find((value) => value > 0);
    return typeof type === 'string' && count !== undefined ? { type, count } : undefined;
}
function sizeOf(cores, bytes) {
    const isSize = (value) => typeof value === 'number' && value >= 0;
    return isSize(cores) && isSize(bytes) ? { cores, bytes } : undefined;
}

// EXTERNAL MODULE: ./lib/src/report/change-document.js
var change_document = __webpack_require__("src/report/change-document.js");
// EXTERNAL MODULE: ./lib/src/config/cost/decimal.js
var decimal = __webpack_require__("src/config/cost/decimal.js");
// EXTERNAL MODULE: ./lib/src/config/cost/hour.js
var cost_hour = __webpack_require__("src/config/cost/hour.js");
// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__("src/config/quantity.js");
;// CONCATENATED MODULE: ./lib/src/report/cost/cost.js




const GOOD_DAYS = 180;
const DAY = 86_400_000;
const GIB = 2 ** 30;
function estimateCost({ config, changes, before, now }) {
    const { cost, storage } = config;
    if (cost === undefined)
        return undefined;
    const missing = new Set();
    const price = (name) => priceOf(cost, name, missing);
    const counts = (action, kinds) => changes.filter((one) => one.scope === 'access' && one.action === action && kinds.includes(one.subject.kind)).length;
    const [gained, left] = [counts('create', ACCOUNTS), counts('delete', ACCOUNTS)];
    const isBilledByServer = config.profiles.every(({ placement }) => placement === undefined);
    const changed = isBilledByServer ? changedSizes(config.profiles, before) : [];
    const ofDisk = gained + left === 0 ? undefined : price(storage.home.diskType);
    const ofCpu = changed.length === 0 ? undefined : price('autopilot/cpu');
    const ofMemory = changed.length === 0 ? undefined : price('autopilot/memory');
    const bucket = storage.perUserBuckets && gained > 0 ? price('bucket') : undefined;
    const size = Math.ceil((0,quantity/* bytes */.ee)(storage.home.size) / GIB);
    const serverPrices = ofCpu === undefined || ofMemory === undefined ? undefined : { cpu: ofCpu, memory: ofMemory };
    const priced = changed.filter(({ after }) => after.devices === undefined || price(after.devices.type) !== undefined);
    if (ofDisk === undefined && serverPrices === undefined && bucket === undefined && missing.size === 0)
        return undefined;
    const days = Math.floor((now.getTime() - Date.parse(`${cost.asOf}T00:00:00Z`)) / DAY);
    return {
        currency: cost.currency,
        asOf: cost.asOf,
        old: days > GOOD_DAYS ? days : undefined,
        homes: ofDisk && {
            gained,
            left,
            diskType: storage.home.diskType,
            gib: size,
            price: ofDisk,
            each: (0,decimal/* times */.Hn)((0,decimal/* decimal */._)(size), ofDisk),
        },
        servers: serverPrices === undefined ? [] : priced.map((one) => serverCost(one, serverPrices, price)),
        serverPrices,
        bucket,
        hasCrowd: counts('create', CROWDS) > 0,
        missing: [...missing],
    };
}
const ACCOUNTS = ['person', 'service-account'];
const CROWDS = ['domain', 'iap-trust', 'google-group'];
function priceOf({ prices }, name, missing) {
    const price = Object.hasOwn(prices, name) ? prices[name] : undefined;
    if (price !== undefined)
        return (0,decimal/* decimal */._)(price);
    missing.add(name);
    return undefined;
}
function changedSizes(profiles, before) {
    return profiles.flatMap((profile) => {
        const devices = cost_devicesOf(profile);
        const after = {
            cores: (0,quantity/* cores */.x1)(profile.cpu.guarantee),
            bytes: (0,quantity/* bytes */.ee)(profile.memory.guarantee),
            ...(devices && { devices }),
        };
        const was = before.get(profile.name) ?? (profile.default ? before.get(DEFAULT_SERVER) : undefined);
        const isSame = was?.cores === after.cores &&
            was.bytes === after.bytes &&
            was.devices?.type === devices?.type &&
            was.devices?.count === devices?.count;
        return isSame ? [] : [{ profile: profile.name, before: was, after }];
    });
}
function cost_devicesOf({ gpu, tpu }) {
    if (gpu !== undefined)
        return { type: gpu.type, count: gpu.count };
    return tpu && { type: tpu.type, count: tpu.chips };
}
function serverCost({ profile, before, after }, prices, price) {
    const each = after.devices && price(after.devices.type);
    const hour = (size) => {
        const ofDevice = size.devices && price(size.devices.type);
        const sum = (0,cost_hour/* hourOf */.cg)(size, prices);
        return size.devices && ofDevice ? (0,decimal/* plus */.tY)(sum, (0,decimal/* times */.Hn)((0,decimal/* decimal */._)(size.devices.count), ofDevice)) : sum;
    };
    return {
        profile,
        cores: (0,cost_hour/* billedCores */.Xc)(after),
        gib: (0,cost_hour/* billedGib */.LN)(after),
        ...(after.devices && each && { devices: { ...after.devices, each } }),
        before: before && hour(before),
        after: hour(after),
    };
}

// EXTERNAL MODULE: ./lib/src/report/cost/text.js
var cost_text = __webpack_require__("src/report/cost/text.js");
// EXTERNAL MODULE: ./lib/src/report/diagram.js
var diagram = __webpack_require__("src/report/diagram.js");
// EXTERNAL MODULE: ./lib/src/report/plan-comment.js
var plan_comment = __webpack_require__("src/report/plan-comment.js");
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown.js");
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__("src/report/summary.js");
;// CONCATENATED MODULE: ./lib/src/report/refusal.js



function refusalComment(report) {
    const { allows, commit, write } = report;
    const of = commit === undefined ? '' : `This is about commit ${write.code(commit.slice(0, 7))}. `;
    const lines = allows === undefined ? [] : [guardLines(allows)];
    const parts = [
        `${(0,plan_comment/* planMarker */.YH)(report.hub)}\n`,
        (0,summary/* failureSummary */.jg)({ ...report, command: 'plan', step: undefined }).trim(),
        ...lines.map((text) => `If it is meant, merge these lines first, in a pull request of their own. They count from the next change on:\n\n${text}`),
        `${of}Nothing is applied as long as the plan is refused.`,
    ];
    const text = parts.join('\n\n');
    return (0,markdown/* byteLength */.dp)(text) <= markdown/* COMMENT_LIMIT */.W$ ? text : (0,markdown/* truncate */.xv)(text, markdown/* COMMENT_LIMIT */.W$, '*Cut here.*');
}
function guardLines({ maxRemovals, requiredAdmins }) {
    const rules = [
        ...(maxRemovals === undefined
            ? []
            : [`    maxRemovals: {percent: ${maxRemovals.percent}, atLeast: ${maxRemovals.atLeast}}`]),
        ...(requiredAdmins === undefined ? [] : [`    requiredAdmins: ${requiredAdmins}`]),
    ];
    return (0,markdown/* fence */.EU)(['access:', '  guard:', ...rules].join('\n'), 'yaml');
}

// EXTERNAL MODULE: ./lib/src/report/terminal.js
var terminal = __webpack_require__("src/report/terminal.js");
// EXTERNAL MODULE: ./lib/src/report/text/run-note.js + 2 modules
var run_note = __webpack_require__("src/report/text/run-note.js");
// EXTERNAL MODULE: ./lib/src/system/all-settled.js
var all_settled = __webpack_require__("src/system/all-settled.js");
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__("src/versions.js");
// EXTERNAL MODULE: ./lib/src/stages/input/remote-users-files.js + 1 modules
var remote_users_files = __webpack_require__("src/stages/input/remote-users-files.js");
// EXTERNAL MODULE: ./lib/src/stages/review/acknowledgements.js
var acknowledgements = __webpack_require__("src/stages/review/acknowledgements.js");
// EXTERNAL MODULE: ./lib/src/stages/review/base-policy.js
var base_policy = __webpack_require__("src/stages/review/base-policy.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/plan.js + 12 modules
var deploy_plan = __webpack_require__("src/stages/deploy/plan.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/plan-report.js





















async function show(session) {
    const { context, input } = session;
    const [plan, unreviewed] = await (0,all_settled/* allEnded */.C)([(0,deploy_plan/* planHub */.D)(session, { lock: false }), (0,acknowledgements/* newlyAcknowledged */.YU)(session)]).catch(async (error) => {
        await commentRefusal(session, error);
        throw error;
    });
    const { changes } = plan.changeSet;
    context.group();
    const { write } = context;
    const lines = [...(0,terminal/* changeLines */.Ow)(changes, write), ...plan.notes.map(run_note/* runNoteText */.D), ...(0,terminal/* verdictLines */.rz)(changes, write)];
    for (const line of lines)
        context.say(line);
    context.say(`Plan: ${(0,terminal/* countLine */.QK)(changes)}`);
    const notes = [...(0,remote_users_files/* originNotes */.U)(input.origins), ...plan.notes, ...unreviewed.map(toReview)];
    const report = reportOf(session, plan, notes, await (0,base_policy/* readBasePolicy */.w)(session));
    if (report.cost !== undefined)
        for (const line of (0,cost_text/* costLines */.FF)(report.cost))
            context.say(line);
    if (session.context.github?.pullRequest)
        session.step('comment on the pull request');
    await plan_report_comment(session, (0,plan_comment/* planComment */.tx)(report));
    return {
        exitCode: 0,
        document: (0,change_document/* changeDocument */.w)({ command: 'plan', changeSet: plan.changeSet, changed: changes.length > 0, notes }),
        outputs: { changed: String(changes.length > 0), ...(await keepRecord(session, plan.changeSet)) },
        get summary() {
            return [(0,plan_comment/* planText */.Pt)(report), '#### The hub as it will be', (0,diagram/* hubDiagram */.V)(session.config)].join('\n\n');
        },
    };
}
function toReview({ rule, file, line, column }) {
    return { code: 'acknowledgement-needs-review', rule, file, line, column };
}
async function keepRecord({ context: { credentials, env, github, write, say } }, changeSet) {
    const print = { fingerprint: (0,fingerprint/* fingerprint */.R)(changeSet) };
    if (github?.pullRequest === undefined || github.sha === undefined)
        return print;
    const text = write.redact((0,record/* recordText */.Pe)(changeSet, github.sha, write.isPublic));
    const identity = await credentials.identityToken?.((0,record/* recordAudience */.wi)(text));
    if (identity === undefined) {
        say('  The plan record is not signed, and apply will not accept it: the job needs "permissions: {id-token: write}".');
    }
    return {
        ...print,
        record_path: await (0,outputs/* keepFile */.a)(env, record/* RECORD_FILE */.lt, identity === undefined ? text : (0,record/* withIdentity */.BF)(text, identity)),
        record_name: (0,record/* recordName */.xD)(changeSet.hub),
    };
}
function reportOf(session, plan, notes, before) {
    const { context, input } = session;
    const { github, write } = context;
    return {
        hub: plan.changeSet.hub,
        commit: github?.sha,
        changeSet: plan.changeSet,
        notes,
        cost: estimateCost({
            config: session.config,
            changes: plan.changeSet.changes,
            before: serverSizes(plan.deployed?.values ?? {}),
            now: context.now,
        }),
        warnings: input.diagnostics,
        fingerprint: (0,fingerprint/* fingerprint */.R)(plan.changeSet),
        isBinding: session.config.approval === 'required' || before?.approval === 'required',
        versions: { 'jupyterhub-gke': versions/* VERSION */.xv, [plan.roots.program.name]: plan.roots.program.version },
        links: { summary: github?.runUrl },
        write,
    };
}
async function commentRefusal(session, error) {
    const { github, write } = session.context;
    if (!(error instanceof errors/* ToolError */.v4) || !github?.pullRequest || session.context.signal.aborted)
        return;
    await plan_report_comment(session, refusalComment({
        hub: session.config.name,
        message: error.message,
        ...{ where: error.where, hint: error.hint, commit: github.sha, write },
        allows: error instanceof guard/* GuardRefusal */.U ? error.allows : undefined,
    }));
}
async function plan_report_comment(session, body) {
    const { context } = session;
    const { credentials, github } = context;
    if (!github?.pullRequest)
        return;
    try {
        const outcome = await (0,comment/* upsertComment */.l)({
            context: github,
            token: credentials.githubToken,
            marker: (0,plan_comment/* planMarker */.YH)(session.config.name),
            body,
        });
        context.say(outcome.done === 'skipped' ? `No comment: ${outcome.reason}` : `Comment ${outcome.done}: ${outcome.url}`);
    }
    catch (error) {
        context.say(`The comment could not be written: ${(0,errors/* errorMessage */.gJ)(error)}. The step summary has the plan.`);
    }
}


/***/ }),

/***/ "src/stages/deploy/plan.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ planHub)
});

// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__("src/cloud/project.js");
// EXTERNAL MODULE: ./lib/src/config/platform/cluster-id.js
var cluster_id = __webpack_require__("src/config/platform/cluster-id.js");
// EXTERNAL MODULE: ./lib/src/helm/release/settings.js
var release_settings = __webpack_require__("src/helm/release/settings.js");
// EXTERNAL MODULE: ./lib/src/system/all-settled.js
var all_settled = __webpack_require__("src/system/all-settled.js");
// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var variables = __webpack_require__("src/terraform/variables.js");
// EXTERNAL MODULE: ./lib/src/cloud/clusters.js + 1 modules
var clusters = __webpack_require__("src/cloud/clusters.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
;// CONCATENATED MODULE: ./lib/src/stages/preflight/cluster.js





const OLDEST_MINOR = 32;
const feature = (name) => (live) => live.features[name];
const NEEDS = [
    {
        text: `it runs a Kubernetes before 1.${OLDEST_MINOR}`,
        command: 'gcloud container clusters upgrade NAME --master',
        isMet: ({ version }) => Number(/^1\.(\d+)/.exec(version)?.[1] ?? OLDEST_MINOR) >= OLDEST_MINOR,
    },
    {
        text: 'its DNS endpoint does not answer from outside, which is the only way in for a runner',
        command: 'gcloud container clusters update NAME --enable-dns-access',
        isMet: feature('dnsEndpoint'),
    },
    {
        text: 'Workload Identity is off',
        command: 'gcloud container clusters update NAME --workload-pool=PROJECT.svc.id.goog',
        isMet: feature('workloadIdentity'),
    },
    {
        text: 'network policies have no effect, so that every notebook would reach the hub and the metadata server',
        command: 'gcloud container clusters update NAME --update-addons=NetworkPolicy=ENABLED && gcloud container clusters update NAME --enable-network-policy',
        isMet: feature('networkPolicy'),
    },
    {
        text: 'HTTP load balancing is off, so that an Ingress with IAP gets no address',
        command: 'gcloud container clusters update NAME --update-addons=HttpLoadBalancing=ENABLED',
        isMet: feature('loadBalancing'),
    },
    {
        text: 'buckets cannot be mounted (storage.buckets)',
        command: 'gcloud container clusters update NAME --update-addons=GcsFuseCsiDriver=ENABLED',
        isMet: ({ features }, { storage }) => !storage.perUserBuckets || features.bucketMounts,
    },
];
async function checkCluster({ config, google, input }) {
    const { existing } = config.platform;
    if (existing === undefined)
        return;
    const id = (0,cluster_id/* clusterIdOf */.r)(config);
    const where = (0,config_location/* locationText */.fN)(input.locate(['platform', config.platform.from === undefined ? 'cluster' : 'from']));
    const live = await (0,clusters/* getCluster */.dB)(google, id);
    if (live === undefined) {
        throw new errors/* ConfigurationError */.j1(`There is no cluster ${(0,clusters/* clusterPath */.Sf)(id)}. Nothing was changed`, {
            where,
            hint: `List them: gcloud container clusters list --project=${id.project}`,
        });
    }
    if (!live.autopilot) {
        throw new errors/* ConfigurationError */.j1(`The cluster ${live.name} is a Standard cluster, and this version uses only Autopilot clusters that exist. Nothing was changed`, { where, hint: 'Name an Autopilot cluster, or let the platform be made: docs/existing-clusters.md.' });
    }
    const missing = NEEDS.filter(({ isMet }) => !isMet(live, config));
    if (missing.length === 0)
        return;
    const commands = missing.map(({ command }) => commandFor(command, id)).join(' && ');
    throw new errors/* ConfigurationError */.j1(`A hub cannot run on the cluster ${live.name}: ${(0,config_text/* joinWithAnd */.Ol)(missing.map(({ text }) => text))}. Nothing was changed`, { where, hint: `Who manages the cluster runs: ${commands}` });
}
function commandFor(command, { project, location, name }) {
    return command
        .split(' && ')
        .map((one) => `${one.replaceAll('NAME', name).replaceAll('PROJECT', project)} --location=${location} --project=${project}`)
        .join(' && ');
}

// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
;// CONCATENATED MODULE: ./lib/src/cloud/compute/subnetworks.js

async function getSubnetwork(google, { project, region, name }) {
    const path = `projects/${project}/regions/${region}/subnetworks/${encodeURIComponent(name)}`;
    let found;
    try {
        found = await google.get({ service: 'compute', path });
    }
    catch (error) {
        if (error instanceof rest.GoogleApiError && error.status === 403 && error.reason !== 'SERVICE_DISABLED')
            return 'denied';
        throw error;
    }
    if (found === undefined)
        return undefined;
    return {
        network: (found.network ?? '').replace(/^.*\/(?=projects\/)/, ''),
        ranges: (found.secondaryIpRanges ?? []).flatMap(({ rangeName }) => (rangeName ? [rangeName] : [])),
        reachesGoogle: found.privateIpGoogleAccess === true,
    };
}

// EXTERNAL MODULE: ./lib/src/config/rules/platform/location.js
var platform_location = __webpack_require__("src/config/rules/platform/location.js");
;// CONCATENATED MODULE: ./lib/src/stages/preflight/network.js





async function checkNetwork(session) {
    const { platform, location, project: own } = session.config;
    if (!(0,cluster_id/* makesPlatform */.p)(session.config) || platform.network === undefined || !('existing' in platform.network))
        return [];
    const { project, network, subnetwork, podsRange, servicesRange } = platform.network.existing;
    const isShared = project !== own;
    const refuse = (key, text, hint) => new errors/* ConfigurationError */.j1(`${text}. Nothing was changed`, {
        where: (0,config_location/* locationText */.fN)(session.input.locate(['platform', 'network', isShared ? 'sharedVpc' : 'existing', key])),
        hint: `${hint} See docs/networks.md.`,
    });
    const region = (0,platform_location/* regionOf */.A)(location);
    const found = await getSubnetwork(session.google, { project, region, name: subnetwork });
    if (found === 'denied')
        return [{ code: 'network-not-readable', project, subnetwork, isShared }];
    if (found === undefined) {
        throw refuse('subnetwork', `The region ${region} of the project "${project}" has no subnetwork "${subnetwork}"`, `List them: gcloud compute networks subnets list --project=${project} --regions=${region}.`);
    }
    const wanted = `projects/${project}/global/networks/${network}`;
    if (found.network !== wanted) {
        const real = found.network.split('/').at(-1) ?? '';
        throw refuse('network', `The subnetwork "${subnetwork}" is in the network "${real}"`, `Write network: ${real}.`);
    }
    for (const [key, name] of [
        ['podsRange', podsRange],
        ['servicesRange', servicesRange],
    ]) {
        if (name === undefined || found.ranges.includes(name))
            continue;
        throw refuse(key, `The subnetwork "${subnetwork}" has no secondary range "${name}"`, found.ranges.length === 0 ? 'It has none: have one added.' : `It has ${found.ranges.join(', ')}.`);
    }
    return found.reachesGoogle ? [] : [{ code: 'network-without-google', project, region, subnetwork }];
}

;// CONCATENATED MODULE: ./lib/src/stages/preflight/platform.js


async function checkPlatform(session) {
    await checkCluster(session);
    return checkNetwork(session);
}

;// CONCATENATED MODULE: ./lib/src/stages/preflight/registries.js


function registryNotes({ config }, deployed) {
    const { registries, platform, project } = config;
    const before = String(deployed?.settings?.['images.registries'] ?? '').split(', ');
    const added = registries.filter((one) => !before.includes(one));
    if (added.length === 0)
        return [];
    const account = `${(0,variables/* nodeAccountId */.D1)(platform.name)}@${project}.iam.gserviceaccount.com`;
    const isKnown = (0,cluster_id/* makesPlatform */.p)(config) || platform.from !== undefined;
    return [{ code: 'registry-readers', registries: added, ...(isKnown && { account }) }];
}

// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/stages/review/base-policy.js
var base_policy = __webpack_require__("src/stages/review/base-policy.js");
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("yaml/dist/index.js");
// EXTERNAL MODULE: ./lib/src/system/exec.js
var exec = __webpack_require__("src/system/exec.js");
// EXTERNAL MODULE: ./lib/src/system/git.js
var git = __webpack_require__("src/system/git.js");
// EXTERNAL MODULE: ./lib/src/stages/input/repository-path.js
var repository_path = __webpack_require__("src/stages/input/repository-path.js");
;// CONCATENATED MODULE: ./lib/src/stages/review/former-places.js






const COMMITS = 30;
async function formerPlaces({ context, tempDir }) {
    const { env, signal, cwd, configPath } = context;
    try {
        const folder = await (0,repository_path/* checkoutFolder */.Dv)(context);
        const repository = await (0,git/* openRepository */.h)({ run: exec/* run */.e, env, tempDir, signal }, folder);
        if (repository === undefined || 'failure' in repository)
            return [];
        const path = (0,repository_path/* inRepository */.yJ)(folder, cwd, configPath).split('\\').join('/');
        const commits = await repository.git(['log', `--max-count=${COMMITS}`, '--format=%H', 'HEAD', '--', path]);
        const found = [];
        for (const commit of 'text' in commits ? commits.text.split('\n').filter(Boolean) : []) {
            const file = await repository.git(['cat-file', 'blob', `${commit}:${path}`]);
            if ('text' in file)
                found.push(placeIn(file.text));
        }
        const known = new Set();
        return found.filter((place) => known.size < known.add(JSON.stringify(place)).size);
    }
    catch {
        return [];
    }
}
function placeIn(text) {
    try {
        const read = (0,dist/* parse */.qg)(text, { logLevel: 'error' });
        return (0,json/* isObject */.G)(read) ? (0,base_policy/* placeOf */.$)(read) : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/src/stages/review/moved.js








const CLUSTER = 'google_container_cluster';
const MOVE = 'Nothing was changed. To move people, give the new hub a file and a name of its own, let them copy their files over, then run destroy for the old one (docs/several-hubs.md#moving-a-hub).';
async function refuseMove(session) {
    const { config, google } = session;
    const [platform, hub] = await Promise.all([readState(google, config, 'platform'), readState(google, config, 'hub')]);
    const cluster = clusterOf(platform);
    refuse(session, 'location', textOf(cluster?.location));
    refuseOtherCluster(session, hub.cluster);
    refuse(session, 'project', textOf(cluster?.project) ?? projectOf(hub));
    await refuseLeavingPlatform(session);
    if (cluster?.enable_autopilot === true)
        refuseMode(session, 'autopilot');
    if (cluster?.remove_default_node_pool === true)
        refuseMode(session, 'standard');
    if (hub.resources.length > 0)
        return;
    const base = await (0,base_policy/* readBasePolicy */.w)(session);
    const former = base?.place === undefined ? await formerPlaces(session) : [base.place];
    for (const place of former)
        await refuseFormer(session, place);
}
function refuse(session, field, before) {
    const { config } = session;
    const after = config[field];
    if (before === undefined || before === after)
        return;
    throw new errors/* ConfigurationError */.j1(`The hub "${config.name}" exists in the ${field} ${before}. Its cluster and the homes of its people cannot move to ${after}`, {
        where: (0,config_location/* locationText */.fN)(session.input.locate([field])),
        hint: `Write ${field}: ${before} again. ${MOVE}`,
    });
}
function refuseMode(session, before) {
    const { config, input } = session;
    const { mode } = config.platform.cluster;
    if (mode === before)
        return;
    throw new errors/* ConfigurationError */.j1(`The cluster of the hub "${config.name}" has the mode ${before}. Google cannot change it to ${mode}: every server would stop, and homes would not follow`, {
        where: (0,config_location/* locationText */.fN)(input.locate(['platform', 'cluster', 'mode'])),
        hint: `Write platform: {cluster: {mode: ${before}}} again. ${MOVE}`,
    });
}
async function refuseLeavingPlatform({ config, google, input }) {
    if ((0,cluster_id/* makesPlatform */.p)(config))
        return;
    const own = { ...config, platform: { ...config.platform, name: config.name } };
    const cluster = clusterOf(await readState(google, own, 'platform'));
    if (cluster === undefined)
        return;
    const [project, location, name] = [cluster.project, cluster.location, cluster.name].map((one) => textOf(one) ?? '?');
    const before = (0,clusters/* clusterPath */.Sf)({ project: project ?? '', location: location ?? '', name: name ?? '' });
    if (before === (0,clusters/* clusterPath */.Sf)((0,cluster_id/* clusterIdOf */.r)(config)))
        return;
    const key = config.platform.from === undefined ? 'cluster' : 'from';
    throw new errors/* ConfigurationError */.j1(`The hub "${config.name}" is on the cluster ${before}, which its own platform made. It cannot move: the homes of its people would stay behind, and that cluster would run on without a file`, {
        where: (0,config_location/* locationText */.fN)(input.locate(['platform', key], 'key')),
        hint: `Remove platform.${key} again. ${MOVE}`,
    });
}
function refuseOtherCluster({ config, input }, before) {
    const after = (0,clusters/* clusterPath */.Sf)((0,cluster_id/* clusterIdOf */.r)(config));
    if (before === undefined || before === after)
        return;
    throw new errors/* ConfigurationError */.j1(`The hub "${config.name}" is on the cluster ${before}. It cannot move to ${after}: the homes of its people would stay behind`, {
        where: (0,config_location/* locationText */.fN)(input.locate(['platform', 'cluster', 'existing'])),
        hint: `Name the cluster of before again. ${MOVE}`,
    });
}
async function refuseFormer(session, place) {
    const { config, google } = session;
    const { name = config.name, bucket = config.state.bucket } = place;
    if (name === config.name && bucket === config.state.bucket)
        return;
    const old = { ...config, name, state: { bucket } };
    if ((await readState(google, old, 'hub')).resources.length === 0)
        return;
    if (name !== config.name) {
        throw new errors/* ConfigurationError */.j1(`This file described the hub "${name}", which exists. With the name "${config.name}" it makes a second hub; "${name}" and the homes of its people stay behind without a file`, { where: (0,config_location/* locationText */.fN)(session.input.locate(['name'])), hint: `Write name: ${name} again. ${MOVE}` });
    }
    const path = (0,variables/* statePrefix */.Y6)(config, 'hub').replace(/\/hub$/, '');
    throw new errors/* ConfigurationError */.j1(`The state of the hub "${name}" is in the bucket "${bucket}", and "${config.state.bucket}" has none: everything would be made a second time`, {
        where: (0,config_location/* locationText */.fN)(session.input.locate(['state', 'bucket'])),
        hint: `Nothing was changed. Copy the state first: gcloud storage cp --recursive gs://${bucket}/${path} gs://${config.state.bucket}/jupyterhub/`,
    });
}
async function readState(google, config, root) {
    const object = encodeURIComponent(`${(0,variables/* statePrefix */.Y6)(config, root)}/default.tfstate`);
    const path = `b/${config.state.bucket}/o/${object}`;
    const state = await google.get({ service: 'storage', path, query: { alt: 'media' } }).catch(() => undefined);
    if (!(0,json/* isObject */.G)(state))
        return { resources: [], cluster: undefined };
    const output = (0,json/* isObject */.G)(state.outputs) ? state.outputs.cluster : undefined;
    return { resources: resourcesOf(state), cluster: (0,json/* isObject */.G)(output) ? textOf(output.value) : undefined };
}
function resourcesOf(state) {
    const resources = Array.isArray(state.resources) ? state.resources : [];
    return resources.flatMap((resource) => {
        if (!(0,json/* isObject */.G)(resource) || resource.mode !== 'managed' || typeof resource.type !== 'string')
            return [];
        const { type } = resource;
        const instances = Array.isArray(resource.instances) ? resource.instances : [];
        return instances.map((one) => ({
            type,
            attributes: (0,json/* isObject */.G)(one) && (0,json/* isObject */.G)(one.attributes) ? one.attributes : {},
        }));
    });
}
function clusterOf({ resources }) {
    return resources.find(({ type }) => type === CLUSTER)?.attributes;
}
function projectOf({ resources }) {
    return resources.map(({ attributes }) => textOf(attributes.project)).find((project) => project !== undefined);
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/session/programs.js + 14 modules
var programs = __webpack_require__("src/stages/session/programs.js");
// EXTERNAL MODULE: ./lib/src/stages/session/subdomains.js + 1 modules
var subdomains = __webpack_require__("src/stages/session/subdomains.js");
;// CONCATENATED MODULE: ./lib/src/cloud/compute/offers.js
const PAGE = '500';
async function zonesOffering(google, project, kind, names) {
    const zones = new Map();
    const unreachable = new Set();
    const wanted = [...new Set(names)].filter((name) => /^[a-z0-9-]+$/.test(name)).sort();
    let pageToken;
    if (wanted.length === 0)
        return { zones, unreachable };
    do {
        const page = await google.call({
            service: 'compute',
            path: `projects/${project}/aggregated/${kind}`,
            query: {
                filter: `name eq "${wanted.join('|')}"`,
                maxResults: PAGE,
                ...(pageToken === undefined ? {} : { pageToken }),
            },
        });
        for (const [scope, found] of Object.entries(page.items ?? {})) {
            for (const { name } of found[kind] ?? [])
                zones.set(name, (zones.get(name) ?? new Set()).add(lastOf(scope)));
        }
        for (const scope of page.unreachables ?? [])
            unreachable.add(lastOf(scope));
        pageToken = page.nextPageToken || undefined;
    } while (pageToken !== undefined);
    return { zones, unreachable };
}
function lastOf(scope) {
    return scope.slice(scope.lastIndexOf('/') + 1);
}

// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 5 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster-status.js
var cluster_status = __webpack_require__("src/stages/session/cluster-status.js");
;// CONCATENATED MODULE: ./lib/src/stages/zones/disk-version.js
const FIRST = '1.35.3-gke.1290000';
function dynamicDiskFinding(version, exists, locate) {
    if (version === undefined || !isOlder(version, FIRST))
        return [];
    const cluster = exists ? `The cluster runs Kubernetes ${version}` : `A new cluster starts with Kubernetes ${version}`;
    return [
        {
            ...locate(['storage', 'home', 'diskType']),
            severity: 'error',
            rule: 'cluster-version',
            message: `${cluster}, but homes of the type "dynamic" need ${FIRST} or later.`,
            hint: 'Use diskType: pd-balanced until GKE has upgraded the cluster. Homes that exist then keep their disks.',
        },
    ];
}
function isOlder(version, other) {
    const [a, b] = [version, other].map((text) => /^(\d+)\.(\d+)\.(\d+)-gke\.(\d+)/.exec(text)?.slice(1).map(Number));
    if (a === undefined || b === undefined)
        return false;
    for (const [index, number] of a.entries()) {
        const against = b[index] ?? 0;
        if (number !== against)
            return number < against;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/src/stages/zones/findings.js

function zonesWith({ gpu, machines }, offers) {
    const ofMachines = new Set(machines.flatMap((name) => [...(offers.machines.zones.get(name) ?? [])]));
    if (gpu === undefined)
        return machines.length === 0 ? undefined : ofMachines;
    const ofGpus = offers.gpus.zones.get(gpu) ?? new Set();
    return machines.length === 0 ? ofGpus : new Set([...ofGpus].filter((zone) => ofMachines.has(zone)));
}
function zoneFindings(wanted, zones, region, offers, locate) {
    const silent = new Set([...offers.gpus.unreachable, ...offers.machines.unreachable]);
    const asked = wanted.flatMap((one) => {
        const found = zonesWith(one, offers);
        return found === undefined ? [] : [{ ...one, found }];
    });
    const inRegion = (found) => [...found].filter((zone) => zone.replace(/-[a-z]$/, '') === region).sort();
    const ofServers = asked.filter((one) => one.zones === undefined);
    const common = inRegion(new Set(ofServers.flatMap(({ found }) => [...found]))).filter((zone) => ofServers.every(({ found }) => found.has(zone)));
    return asked.flatMap(({ path, text, found, zones: ofPool }) => {
        const needed = ofPool ?? zones;
        const missing = needed.filter((zone) => !found.has(zone) && !silent.has(zone));
        if (missing.length === 0)
            return [];
        const verb = missing.length === 1 ? 'has' : 'have';
        const consequence = ofPool !== undefined
            ? 'No node of this pool could be made there.'
            : missing.length === needed.length
                ? 'No server of this profile could start.'
                : 'A home stays in the zone of its first start, so this profile could never start for a person whose home is there.';
        return [
            {
                ...locate(path, 'key'),
                severity: 'error',
                rule: 'zone-offer',
                message: `${(0,config_text/* joinWithAnd */.Ol)(missing)} ${verb} no ${text}. ${consequence}`,
                hint: hintFor(text, region, inRegion(found), ofPool === undefined ? common : undefined),
            },
        ];
    });
}
function hintFor(text, region, here, common) {
    if (here.length === 0)
        return `No zone of ${region} has ${text}: choose another one, or a hub in another location.`;
    const list = `Zones of ${region} with ${text}: ${here.join(', ')}.`;
    if (common === undefined)
        return `${list} Write such zones in platform.zones or at the pool.`;
    if (common.length === 0) {
        return `${list} No zone has the accelerators of all profiles: give this profile a hub of its own.`;
    }
    return `${list} Write platform: {zones: [${common.join(', ')}]}, which have the accelerators of all profiles.`;
}

// EXTERNAL MODULE: ./lib/src/stages/zones/wanted.js
var zones_wanted = __webpack_require__("src/stages/zones/wanted.js");
;// CONCATENATED MODULE: ./lib/src/stages/zones/check.js







async function checkZones(session, connection) {
    const [disk, { findings, notes }] = await Promise.all([checkDisk(session, connection), checkAccelerators(session)]);
    const diagnostics = [...disk, ...findings];
    if (diagnostics.length === 0)
        return notes;
    const { context, input } = session;
    context.annotate(diagnostics);
    throw new read/* InputError */.dz({ input: undefined, diagnostics, sources: input.sources, origins: input.origins });
}
async function checkDisk(session, connection) {
    const { config, input } = session;
    if (config.storage.home.diskType !== 'dynamic')
        return [];
    const version = connection?.cluster.version ?? (await (0,cluster_status/* offeredVersions */.dO)(session))?.initial;
    return dynamicDiskFinding(version, connection !== undefined, input.locate);
}
async function checkAccelerators(session) {
    const { config, input } = session;
    const wanted = (0,zones_wanted/* wantedInZones */.W)(config);
    const region = config.location.replace(/-[a-z]$/, '');
    const { zones = region === config.location ? [] : [config.location] } = config.platform;
    const known = wanted.filter((one) => one.zones !== undefined || zones.length > 0);
    if (known.length === 0)
        return { findings: [], notes: [] };
    const gpus = known.flatMap(({ gpu }) => gpu ?? []);
    const names = known.flatMap(({ machines }) => machines);
    const [ofGpus, ofMachines] = await Promise.all([
        offersOrRefusal(session, 'acceleratorTypes', gpus),
        offersOrRefusal(session, 'machineTypes', names),
    ]);
    for (const refused of [ofGpus, ofMachines]) {
        if ('code' in refused)
            return { findings: [], notes: [refused] };
    }
    const offers = { gpus: ofGpus, machines: ofMachines };
    return { findings: zoneFindings(known, zones, region, offers, input.locate), notes: [] };
}
async function offersOrRefusal({ google, config }, kind, names) {
    try {
        return await zonesOffering(google, config.project, kind, names);
    }
    catch (error) {
        if (!(error instanceof rest.GoogleApiError) || error.status !== 403)
            throw error;
        const why = error.reason === 'SERVICE_DISABLED' ? 'api-disabled' : 'permission';
        return { code: 'zones-not-asked', why, permission: `compute.${kind}.list` };
    }
}

;// CONCATENATED MODULE: ./lib/src/stages/deploy/cluster-notes.js

const MOST_SKEW = 3;
async function clusterNotes(session, connection) {
    if (connection === undefined)
        return [await absenceNote(session)];
    const { cluster } = connection;
    const [operations, offered] = await Promise.all([
        cluster.status === 'RECONCILING' ? (0,cluster_status/* runningOperations */.c2)(session) : [],
        (0,cluster_status/* offeredVersions */.dO)(session, cluster),
    ]);
    return [
        ...operations.map((one) => ({ code: 'cluster-busy', ...(0,cluster_status/* clusterWork */.EF)(cluster.name, one) })),
        ...versionNotes(cluster, offered),
    ];
}
async function absenceNote(session) {
    const { platform, location } = session.config;
    const note = { code: 'no-cluster', absence: await (0,cluster_status/* clusterAbsence */.eY)(session) };
    if (platform.from !== undefined)
        return { ...note, platformFrom: platform.from };
    const offered = await (0,cluster_status/* offeredVersions */.dO)(session);
    return offered === undefined
        ? note
        : { ...note, version: offered.initial, channel: (0,cluster_status/* channelOf */.ts)(session.config), location };
}
function versionNotes(cluster, offered) {
    const { version, channel, nodePools } = cluster;
    const oldest = offered === undefined ? Number.NaN : Math.min(...offered.all.map(minorOf));
    const late = nodePools.filter((pool) => minorOf(version) - minorOf(pool.version) > MOST_SKEW);
    return [
        ...(channel !== undefined && minorOf(version) < oldest
            ? [{ code: 'cluster-version-not-offered', version, channel, oldest: `1.${oldest}` }]
            : []),
        ...late.map((pool) => ({
            code: 'pool-version-too-old',
            pool: pool.name,
            version: pool.version,
            controlPlane: version,
            mostMinorVersions: MOST_SKEW,
        })),
    ];
}
function minorOf(version) {
    return Number(/^1\.(\d+)\./.exec(version)?.[1]);
}

// EXTERNAL MODULE: ./lib/src/stages/deploy/kept-homes.js
var kept_homes = __webpack_require__("src/stages/deploy/kept-homes.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/plan.js














async function planHub(session, options) {
    const { config } = session;
    session.step('plan');
    const connecting = (0,session_cluster/* connectCluster */.bp)(session);
    connecting.catch(() => { });
    const [[[, [certificate, aboutPlatform]], { roots, terraform }], [inside, aboutCluster]] = await (0,all_settled/* allEnded */.C)([
        (0,all_settled/* allEnded */.C)([
            (0,all_settled/* allEnded */.C)([refuseMove(session), (0,all_settled/* allEnded */.C)([(0,subdomains/* checkCertificate */.yF)(session), checkPlatform(session)])]),
            planRoots(session, options.lock),
        ]),
        (0,all_settled/* allEnded */.C)([
            Promise.all(/* import() */[__webpack_require__.e("access-hub"), __webpack_require__.e("access-iap"), __webpack_require__.e("helm-diff"), __webpack_require__.e("plan-cluster")]).then(__webpack_require__.bind(__webpack_require__, "src/stages/deploy/plan-cluster.js")).then(({ planInCluster }) => planInCluster(session, connecting, options.lock)),
            connecting.then(async (connection) => [
                ...(await clusterNotes(session, connection)),
                ...(await checkZones(session, connection)),
                ...(options.lock ? await (0,kept_homes/* keptDisksNote */.jF)(connection, config.name) : []),
            ]),
        ]),
    ]);
    const { cluster, prepared, deployed, drift, release, affected, people, homes, notes } = inside;
    const settings = (0,release_settings/* settingsChange */.Q)(deployed?.settings, prepared.settings);
    return {
        changeSet: {
            hub: config.name,
            changes: [
                ...(terraform.platform?.changes ?? []),
                ...terraform.hub.changes,
                ...release.changes,
                ...(settings === undefined ? [] : [settings]),
                ...people.changes,
                ...homes.changes,
            ],
        },
        notes: [
            ...aboutCluster,
            ...aboutPlatform,
            ...(0,subdomains/* subdomainNotes */.wo)(session, deployed, certificate),
            ...registryNotes(session, deployed),
            ...(isOlderRecord(deployed) ? [{ code: 'settings-not-recorded' }] : []),
            ...notes,
            ...affected,
            ...people.notes,
            ...homes.notes,
        ],
        hasCluster: cluster !== undefined,
        certificate,
        roots,
        terraform,
        prepared,
        rendered: release.rendered,
        deployed,
        drift,
        purge: homes.purge,
    };
}
function isOlderRecord(deployed) {
    return deployed !== undefined && deployed.revision > 0 && deployed.settings === undefined;
}
async function planRoots(session, lock) {
    const { config, google } = session;
    const exists = (name) => (0,project/* stateExists */.o6)(google, config.state.bucket, (0,variables/* statePrefix */.Y6)(config, name));
    const ownsPlatform = (0,cluster_id/* makesPlatform */.p)(config);
    const [roots, states] = await (0,all_settled/* allEnded */.C)([
        (0,programs/* openRoots */.M)(session),
        (0,all_settled/* allEnded */.C)([ownsPlatform && exists('platform'), exists('hub')]),
    ]);
    const [platform, hub] = await (0,all_settled/* allEnded */.C)([
        roots.platform?.plan({ stateExists: states[0], lock }),
        roots.hub.plan({ stateExists: states[1], lock }),
    ]);
    return { roots, terraform: { platform, hub } };
}


/***/ }),

/***/ "src/stages/session/subdomains.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yF: () => (/* binding */ checkCertificate),
  jz: () => (/* binding */ recordsNote),
  wo: () => (/* binding */ subdomainNotes)
});

;// CONCATENATED MODULE: ./lib/src/cloud/compute/certificates.js
async function getCertificate(google, project, name) {
    const found = await google.get({
        service: 'compute',
        path: `projects/${project}/global/sslCertificates/${encodeURIComponent(name)}`,
    });
    if (!found)
        return undefined;
    const ends = new Date(found.expireTime ?? '');
    return {
        name,
        names: (found.subjectAlternativeNames ?? []).map((one) => one.toLowerCase()),
        ends: Number.isNaN(ends.getTime()) ? undefined : ends,
    };
}

// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/subdomains.js



const SOON_DAYS = 30;
const DAY = 86_400_000;
const CERTIFICATE = ['access', 'certificate'];
async function checkCertificate(session, now = new Date()) {
    const { subdomains } = session.config.access;
    if (subdomains === undefined)
        return undefined;
    const { domain, certificate: name } = subdomains;
    const found = await getCertificate(session.google, session.config.project, name);
    if (found === undefined) {
        throw refusal(session, `The project "${session.config.project}" has no global SSL certificate "${name}"`, `Upload it once: gcloud compute ssl-certificates create ${name} --global --certificate=chain.pem --private-key=key.pem`);
    }
    const missing = [domain, `*.${domain}`].filter((one) => !found.names.includes(one));
    if (missing.length > 0) {
        throw refusal(session, `The certificate "${name}" does not cover ${missing.join(' and ')}, only ${found.names.join(', ') || 'no name'}`, `Upload a certificate for ${domain} and *.${domain} under another name, and write that name here.`);
    }
    if (found.ends !== undefined && found.ends <= now) {
        throw refusal(session, `The certificate "${name}" has ended on ${dayOf(found.ends)}`, 'Upload a new one under another name, and write that name here.');
    }
    return found;
}
function subdomainNotes({ config }, deployed, certificate, now = new Date()) {
    const notes = [];
    const isRecorded = deployed?.settings?.['access.subdomains'] !== undefined;
    if (deployed !== undefined && !isRecorded && config.access.subdomains !== undefined) {
        notes.push({ code: 'subdomains-on' });
    }
    if (certificate?.ends !== undefined && certificate.ends.getTime() - now.getTime() < SOON_DAYS * DAY) {
        notes.push({ code: 'certificate-ends', certificate: certificate.name, day: dayOf(certificate.ends) });
    }
    return notes;
}
function recordsNote(certificate, domain, address) {
    const { name, ends } = certificate;
    return {
        code: 'subdomain-records',
        domain,
        address,
        certificate: name,
        ...(ends === undefined ? {} : { day: dayOf(ends) }),
    };
}
function dayOf(date) {
    return date.toISOString().slice(0, 10);
}
function refusal(session, text, hint) {
    return new errors/* ConfigurationError */.j1(`${text}. Nothing was changed`, {
        where: (0,config_location/* locationText */.fN)(session.input.locate(CERTIFICATE)),
        hint: `${hint} See docs/subdomains.md.`,
    });
}


/***/ }),

/***/ "src/stages/zones/wanted.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ wantedInZones)
/* harmony export */ });
/* unused harmony export machineNames */
/* harmony import */ var _config_gce_accelerators_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/gce/accelerators.js");

function wantedInZones(config) {
    return [...ofProfiles(config), ...ofPools(config)];
}
function ofProfiles({ profiles }) {
    return profiles.flatMap(({ gpu, tpu }, index) => {
        if (gpu !== undefined) {
            const { type, count } = gpu;
            const text = count === 1 ? type : `${count} × ${type} in one machine`;
            const machines = machineNames({ kind: 'gpu', type, count });
            return [{ path: ['profiles', index, 'gpu'], text, gpu: type, machines, zones: undefined }];
        }
        if (tpu === undefined)
            return [];
        const machines = machineNames({ kind: 'tpu', type: tpu.type, topology: tpu.topology });
        if (machines.length === 0)
            return [];
        const text = `${tpu.type} of ${tpu.topology}`;
        return [{ path: ['profiles', index, 'tpu'], text, gpu: undefined, machines, zones: undefined }];
    });
}
function ofPools({ platform }) {
    const { cluster, from } = platform;
    if (cluster.mode !== 'standard' || from !== undefined)
        return [];
    return Object.entries(cluster.nodePools).map(([name, { machineType, gpu, zones }]) => ({
        path: ['platform', 'nodePools', name, 'machineType'],
        text: gpu === undefined ? machineType : `${machineType} with ${gpu.type}`,
        gpu: gpu?.type,
        machines: /(^|-)custom-/.test(machineType) ? [] : [machineType],
        zones: zones ?? cluster.zones,
    }));
}
function machineNames(accelerator) {
    const machines = (0,_config_gce_accelerators_js__WEBPACK_IMPORTED_MODULE_0__/* .machinesWith */ .P)(accelerator);
    const isAdded = machines.some(({ gpus }) => gpus.some(({ type, optional }) => type === accelerator.type && optional));
    return isAdded ? [] : machines.map(({ type }) => type);
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


/***/ })

};
;