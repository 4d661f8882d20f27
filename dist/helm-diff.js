"use strict";
exports.id = "helm-diff";
exports.ids = [774,742];
exports.modules = {

/***/ "src/access/homes/home-role.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ setHomeRole),
/* harmony export */   eu: () => (/* binding */ retryStorageRaces)
/* harmony export */ });
/* unused harmony export HOME_ROLE */
/* harmony import */ var _cloud_races_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/races.js");
/* harmony import */ var _cloud_rest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/cloud/rest.js");


const HOME_ROLE = 'roles/storage.objectUser';
async function setHomeRole(google, path, principal, action, pause) {
    await retryStorageRaces(pause, async () => {
        const policy = await google.call({
            service: 'storage',
            path: `${path}/iam`,
            query: { optionsRequestedPolicyVersion: '3' },
        });
        const before = policy.bindings ?? [];
        const bindings = action === 'grant' ? withMember(before, principal) : withoutMember(before, principal);
        if (bindings === before)
            return;
        await google.call({
            service: 'storage',
            method: 'PUT',
            path: `${path}/iam`,
            body: { version: 3, ...(policy.etag === undefined ? {} : { etag: policy.etag }), bindings },
        });
    });
}
async function retryStorageRaces(pause, write) {
    const isRace = (error) => error instanceof _cloud_rest_js__WEBPACK_IMPORTED_MODULE_1__.GoogleApiError && (error.status === 412 || error.status === 409);
    await (0,_cloud_races_js__WEBPACK_IMPORTED_MODULE_0__/* .retryRaces */ .$)(write, { isRace, attempts: 6, step: 200, pause });
}
function withMember(bindings, principal) {
    const plain = bindings.find(({ role, condition }) => role === HOME_ROLE && condition === undefined);
    if (plain?.members?.includes(principal))
        return bindings;
    if (plain === undefined)
        return [...bindings, { role: HOME_ROLE, members: [principal] }];
    return bindings.map((binding) => binding === plain ? { ...binding, members: [...(binding.members ?? []), principal] } : binding);
}
function withoutMember(bindings, principal) {
    if (!bindings.some(({ members }) => members?.includes(principal)))
        return bindings;
    return bindings
        .map((binding) => ({ ...binding, members: (binding.members ?? []).filter((member) => member !== principal) }))
        .filter(({ members }) => members.length > 0);
}


/***/ }),

/***/ "src/access/homes/lifecycle-rule.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ setDeleteRule)
/* harmony export */ });
/* harmony import */ var _home_role_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/homes/home-role.js");
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/homes/names.js");


const DELETE_ALL = { action: { type: 'Delete' }, condition: { age: 0 } };
async function setDeleteRule(target, { key, kind }, enabled) {
    const bucket = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .homeBucket */ .M7)(target, { key, kind });
    const folder = `${key}/`;
    await editRules(target, bucket, (rules) => {
        if (kind === 'bucket') {
            const others = rules.filter((rule) => !isDeleteAll(rule));
            return enabled ? [...others, DELETE_ALL] : others;
        }
        const others = rules.filter((rule) => !isFolderRule(rule));
        const before = rules.filter(isFolderRule).flatMap(({ condition }) => condition?.matchesPrefix ?? []);
        const after = [...before.filter((prefix) => prefix !== folder), ...(enabled ? [folder] : [])].sort();
        return after.length === 0 ? others : [...others, { ...DELETE_ALL, condition: { age: 0, matchesPrefix: after } }];
    });
}
async function editRules({ google, sleep }, bucket, edit) {
    await (0,_home_role_js__WEBPACK_IMPORTED_MODULE_0__/* .retryStorageRaces */ .eu)(sleep, async () => {
        const live = await google.get({ service: 'storage', path: `b/${bucket}` });
        if (live === undefined)
            return;
        const before = live.lifecycle?.rule ?? [];
        const rule = edit(before);
        if (JSON.stringify(rule) === JSON.stringify(before))
            return;
        await google.call({
            service: 'storage',
            method: 'PATCH',
            path: `b/${bucket}`,
            query: { ifMetagenerationMatch: live.metageneration ?? '' },
            body: { lifecycle: rule.length === 0 ? null : { rule } },
        });
    });
}
function isDeleteAll({ action, condition = {} }) {
    return action?.type === 'Delete' && condition.age === 0 && Object.keys(condition).length === 1;
}
function isFolderRule({ action, condition = {} }) {
    const names = condition.matchesPrefix ?? [];
    const isKeys = names.length > 0 && names.every((name) => /^[0-9a-f]{12}\/$/.test(name));
    return action?.type === 'Delete' && condition.age === 0 && isKeys;
}


/***/ }),

/***/ "src/access/homes/plan.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ planHomes),
/* harmony export */   q: () => (/* binding */ estimateSeconds)
/* harmony export */ });
/* harmony import */ var _config_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/json.js");
/* harmony import */ var _iap_desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/iap/desired.js");
/* harmony import */ var _users_day_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/access/users/day.js");
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/homes/names.js");





function planHomes(state) {
    const { hubId, principals, homeStatus, live, perUser } = state;
    const people = principals.filter(({ kind }) => kind === 'person');
    const owners = new Map();
    const days = new Map();
    for (const { name, until, location } of people) {
        const key = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .homeKey */ .Lx)(hubId, name);
        if (until !== undefined && (0,_iap_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .hasEnded */ .hY)(until, state.now))
            days.set(key, { email: name, day: (0,_users_day_js__WEBPACK_IMPORTED_MODULE_3__/* .lastDay */ .NY)(until) });
        else
            owners.set(key, { key, email: name, where: (0,_config_location_js__WEBPACK_IMPORTED_MODULE_0__/* .locationText */ .fN)(location) });
    }
    const desired = [...owners.values()].filter(({ key }) => perUser || key in homeStatus.ready);
    return { make: homesToMake(desired, homeStatus, live), leave: homesToLeave(state, owners, days) };
}
function estimateSeconds({ make, leave }) {
    const buckets = make.filter(({ isNewBucket }) => isNewBucket).length;
    const others = make.length + leave.length - buckets;
    return Math.ceil(Math.max(buckets * 2, others * 0.25));
}
function homesToMake(desired, homeStatus, live) {
    let buckets = live === undefined ? countBuckets(homeStatus) : live.buckets.size;
    return desired.flatMap((owner) => {
        const { key } = owner;
        const ready = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOf */ .M)(homeStatus.ready, key);
        const exists = ready !== undefined && live !== undefined && homeExists(key, ready, live);
        if (ready !== undefined && (live === undefined || (exists && live.accounts.has((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceAccountName */ .uY)(key)))))
            return [];
        const kind = ready ??
            (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOf */ .M)(homeStatus.left, key)?.kind ??
            existingKind(key, live) ??
            (buckets < _names_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_BUCKETS */ .EC ? 'bucket' : 'folder');
        const isNewBucket = kind === 'bucket' && (live === undefined ? !(key in homeStatus.left) : !live.buckets.has(key));
        if (isNewBucket)
            buckets += 1;
        return [
            {
                ...owner,
                kind,
                isNewBucket,
                wasLost: ready !== undefined && !exists,
                isPurging: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOf */ .M)(homeStatus.left, key)?.purging === true,
            },
        ];
    });
}
function homesToLeave({ homeStatus, live, today }, owners, days) {
    const out = new Map(Object.entries(homeStatus.ready).filter(([key]) => !owners.has(key)));
    for (const [key, { isOurs, left }] of live?.buckets ?? []) {
        const isOpen = isOurs && (left === undefined || live?.accounts.has((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceAccountName */ .uY)(key)));
        if (isOpen && !owners.has(key))
            out.set(key, 'bucket');
    }
    for (const key of live?.folders ?? []) {
        if (!owners.has(key) && live?.accounts.has((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceAccountName */ .uY)(key)))
            out.set(key, 'folder');
    }
    return [...out].map(([key, kind]) => ({
        key,
        kind,
        email: days.get(key)?.email,
        day: days.get(key)?.day ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOf */ .M)(homeStatus.left, key)?.day ?? today,
    }));
}
function countBuckets({ ready, left }) {
    const kinds = [...Object.values(ready), ...Object.values(left).map(({ kind }) => kind)];
    return kinds.filter((kind) => kind === 'bucket').length;
}
function existingKind(key, live) {
    if (live?.buckets.has(key))
        return 'bucket';
    return live?.folders.has(key) ? 'folder' : undefined;
}
function homeExists(key, kind, live) {
    return kind === 'bucket' ? live.buckets.has(key) : live.folders.has(key);
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

/***/ "src/helm/chart/chart.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ ChartError),
/* harmony export */   FC: () => (/* binding */ fetchChart),
/* harmony export */   Iv: () => (/* binding */ recheckChart),
/* harmony export */   sL: () => (/* binding */ chartReference)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/versions.js");
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/chart/files.js");



class ChartError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 {
    key;
    constructor(message, key, hint) {
        super(message, { where: `jupyterhub.yaml: hub.chart.${key}`, hint });
        this.key = key;
    }
}
const LOCAL_SOURCE = 'hub.chart.path';
async function chartReference(source, env) {
    const { version, path } = source;
    const own = env.JUPYTERHUB_GKE_CHART_REPOSITORY || _versions_js__WEBPACK_IMPORTED_MODULE_1__/* .CHART_REPOSITORY */ .yK;
    const repository = source.repository ?? own;
    const pinned = env.JUPYTERHUB_GKE_CHART_SHA256 || _versions_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_CHART_SHA256 */ .Xt;
    const given = source.sha256?.toLowerCase();
    if (path !== undefined) {
        const { digest } = await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readChart */ .V)(path);
        if (given !== undefined && given !== digest)
            throw otherDigest(LOCAL_SOURCE, digest, given, 'sha256');
        return {
            ...{ version, path, repository, source: LOCAL_SOURCE, sha256: digest, expectedBy: 'path' },
            isPinned: digest === pinned,
            identity: `${LOCAL_SOURCE} sha256:${digest}`,
        };
    }
    const isRelease = version === _versions_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_CHART_VERSION */ .qD && repository === own;
    const sha256 = given ?? (isRelease ? pinned : undefined);
    return {
        ...{ version, path, repository, source: repository, sha256 },
        expectedBy: given === undefined ? 'version' : 'sha256',
        isPinned: sha256 === pinned,
        identity: `${repository} jupyterhub-${version} sha256:${sha256 ?? 'unknown'}`,
    };
}
async function fetchChart(chart, helm, last) {
    if (chart.path !== undefined) {
        const files = await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readChart */ .V)(chart.path);
        check(chart, files);
        return { path: await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeChart */ .W)(files, await helm.chartFolder()), digest: files.digest };
    }
    const path = await helm.pull('jupyterhub', chart.version, chart.repository);
    const files = await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readChart */ .V)(path);
    check(chart, files);
    const isSameSource = last?.version === chart.version && last.repository === chart.source;
    if (last && isSameSource && last.digest !== files.digest && chart.sha256 === undefined) {
        throw otherDigest(fileOf(chart), files.digest, last.digest, 'version');
    }
    return { path, digest: files.digest };
}
async function recheckChart(chart) {
    const { digest } = await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readChart */ .V)(chart.path);
    if (digest === chart.digest)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`The chart changed on disk between plan and installation: its SHA-256 was ${chart.digest}`, {
        where: chart.path,
        hint: 'Find out what else writes to the temp folder of this run, then run apply again.',
    });
}
function check(chart, { digest }) {
    if (chart.sha256 === undefined || chart.sha256 === digest)
        return;
    throw otherDigest(fileOf(chart), digest, chart.sha256, chart.expectedBy);
}
function fileOf({ version, source, path }) {
    return path === undefined ? `jupyterhub-${version}.tgz of ${source}` : source;
}
function otherDigest(file, digest, expected, key) {
    const hint = key === 'path'
        ? 'Something changed the chart while this run was at work. Run again.'
        : 'A published chart never changes. Check where this one comes from. Only if you trust it, set hub.chart.sha256 to its SHA-256 and have that reviewed.';
    return new ChartError(`The chart file ${file} differs from the reviewed one: its SHA-256 is ${digest}, and ${expected} was expected`, key, hint);
}


/***/ }),

/***/ "src/helm/chart/files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readChart),
/* harmony export */   W: () => (/* binding */ writeChart),
/* harmony export */   readLocalChart: () => (/* binding */ readLocalChart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/errors.js");




const WHERE = 'jupyterhub.yaml: hub.chart.path';
const HINT = 'Give the path of a chart folder or .tgz archive, relative to jupyterhub.yaml.';
const MOST_BYTES = 64 * 2 ** 20;
async function readChart(path) {
    const kind = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch((cause) => {
        const isMissing = cause.code === 'ENOENT';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(isMissing ? 'There is no chart at this path' : `The chart cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(cause)}`, { where: WHERE, hint: HINT, cause });
    });
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    if (kind.isFile()) {
        if (kind.size > MOST_BYTES)
            throw tooLarge();
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
        return { digest: hash.update(content).digest('hex'), files: new Map([['', content]]) };
    }
    if (!kind.isDirectory())
        throw notPlain((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path), kind.isSymbolicLink());
    const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(path, { recursive: true, withFileTypes: true }))
        .filter((entry) => !entry.isDirectory())
        .map((entry) => ({ entry, name: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath, entry.name)).split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).join('/') }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    const other = entries.find(({ entry }) => !entry.isFile());
    if (other !== undefined)
        throw notPlain(other.name, other.entry.isSymbolicLink());
    const files = new Map();
    let bytes = 0;
    for (const { name } of entries) {
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, name));
        bytes += content.length;
        if (bytes > MOST_BYTES)
            throw tooLarge();
        files.set(name, content);
        hash.update(`${name}\0${content.length}\0`).update(content);
    }
    return { digest: hash.digest('hex'), files };
}
async function readLocalChart(path) {
    const chart = await readChart(path);
    const whole = chart.files.get('');
    const isChart = whole === undefined ? chart.files.has('Chart.yaml') : whole[0] === 0x1f && whole[1] === 0x8b;
    if (isChart)
        return chart;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(whole === undefined
        ? 'This folder is no chart: it has no Chart.yaml'
        : 'This file is no chart: it is no .tgz archive', { where: WHERE, hint: HINT });
}
async function writeChart({ files }, folder) {
    const whole = files.get('');
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, whole === undefined ? 'jupyterhub' : 'jupyterhub.tgz');
    for (const [name, content] of files) {
        const path = name === '' ? root : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true, mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, content, { mode: 0o600, flag: 'wx' });
    }
    return root;
}
function notPlain(name, isLink) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`The chart has ${isLink ? 'a link' : 'something that is no file'}: ${JSON.stringify(name)}`, {
        where: WHERE,
        hint: isLink
            ? 'Replace the link by a copy of what it points to.'
            : 'Remove it. A chart has files and folders only.',
    });
}
function tooLarge() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`The chart has more than ${MOST_BYTES / 2 ** 20} MiB`, {
        where: WHERE,
        hint: 'Give the path of the chart itself, not of a folder with more in it.',
    });
}


/***/ }),

/***/ "src/helm/chart/record-size.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ refuseTooLarge),
/* harmony export */   ku: () => (/* binding */ TooLargeValues)
/* harmony export */ });
/* unused harmony exports MOST_BYTES, recordSize */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:util");
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:zlib");
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/errors.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/json.js");
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/helm/chart/files.js");







const MOST_BYTES = 1024 * 1024;
const MOST_CHART = 64 * 2 ** 20;
class TooLargeValues extends _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ConfigurationError */ .j1 {
    constructor(message) {
        super(message, {
            where: 'jupyterhub.yaml: hub.values',
            hint: 'Take large texts and files out of hub.values (singleuser.extraFiles and hub.extraFiles count in full): put them into an image, or into a ConfigMap of your own that servers mount.',
        });
    }
}
async function refuseTooLarge(chart, values, text, objects) {
    for (const { kind, name, object } of objects) {
        if (kind !== 'Secret' && kind !== 'ConfigMap')
            continue;
        const size = dataSize(object, kind === 'Secret');
        if (size <= MOST_BYTES)
            continue;
        throw new TooLargeValues(`${kind}/${name}, which the chart makes of hub.values, needs ${kib(size)}, and Kubernetes keeps at most ${kib(MOST_BYTES)} in one`);
    }
    const size = await recordSize(chart, values, text);
    if (size <= MOST_BYTES)
        return;
    throw new TooLargeValues(`helm keeps a release with its chart, its values and all objects in one Secret. This one needs about ${kib(size)}, and Kubernetes keeps at most ${kib(MOST_BYTES)} in one`);
}
async function recordSize(chart, values, text) {
    const { files } = await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readChart */ .V)(chart);
    const ignored = patternsOf(files.get('.helmignore'));
    const contents = [...files].flatMap(([name, content]) => {
        if (name !== '' && ignored.some((pattern) => pattern.test(name) || pattern.test((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(name))))
            return [];
        const plain = name === '' ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.gunzipSync)(content, { maxOutputLength: MOST_CHART }) : content;
        return [{ name, data: name === 'values.yaml' ? plain.toString() : plain.toString('base64') }];
    });
    const record = JSON.stringify({ chart: { templates: contents }, config: values, manifest: text });
    const packed = await (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_2__.gzip)(record, { level: 9 });
    return 4 * Math.ceil(packed.length / 3);
}
function patternsOf(text) {
    return (text?.toString() ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => /^[\w./-]*(\*[\w./-]*){0,3}$/.test(line) && line !== '')
        .map((line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replace(/^\//, '')}(/|$)`));
}
function dataSize(object, isSecret) {
    const sizeOf = (data, size) => Object.values((0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .G)(data) ? data : {}).reduce((sum, one) => sum + size(String(one)), 0);
    const plain = (text) => Buffer.byteLength(text);
    const decoded = (text) => Buffer.byteLength(text, 'base64');
    const ofData = sizeOf(object.data, isSecret ? decoded : plain);
    return ofData + sizeOf(object.stringData, plain) + sizeOf(object.binaryData, decoded);
}
function kib(bytes) {
    return `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumber */ .ZV)(Math.ceil(bytes / 1024))} KiB`;
}


/***/ }),

/***/ "src/helm/diff/live-fields.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ differenceKey),
/* harmony export */   T: () => (/* binding */ fieldDifferences)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");
/* harmony import */ var _values_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/values/values.js");



const NOTES = new Set(['annotations', 'labels']);
const IDENTITY = new Set(['apiVersion', 'kind', 'status', 'keys']);
function fieldDifferences(recorded, live, address) {
    const { kind } = recorded;
    const object = withAddress(recorded.object, address);
    if (kind === 'PersistentVolumeClaim')
        return [];
    if (kind === 'Secret')
        return missingKeys(object, live);
    return Object.entries(closed(kind, object, live)).flatMap(([key, value]) => {
        if (IDENTITY.has(key))
            return [];
        if (key !== 'metadata')
            return walk(value, live[key], [key]);
        const [was, is] = [value, live.metadata].map((one) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(one) ? one : {}));
        return ['labels', 'annotations'].flatMap((part) => walk(was[part], is[part], ['metadata', part]));
    });
}
function withAddress(value, address) {
    if (typeof value === 'string')
        return value.replaceAll(_values_values_js__WEBPACK_IMPORTED_MODULE_1__/* .ADDRESS */ .BD, address);
    if (Array.isArray(value))
        return value.map((inner) => withAddress(inner, address));
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withAddress(inner, address)]));
}
function closed(kind, object, live) {
    if (kind !== 'NetworkPolicy' || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(live.spec) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(object.spec))
        return object;
    return {
        ...object,
        spec: { ...Object.fromEntries(Object.keys(live.spec).map((key) => [key, null])), ...object.spec },
    };
}
function missingKeys(object, live) {
    const keys = Array.isArray(object.keys) ? object.keys.map(String) : [];
    const data = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(live.data) ? live.data : {};
    return keys.filter((key) => !(key in data)).map((key) => ({ path: ['data', key], live: undefined }));
}
function walk(was, is, path) {
    if (isEmpty(was))
        return isEmpty(is) || NOTES.has(path.at(-1) ?? '') ? [] : [{ path, live: is }];
    if ((was === 0 || was === false) && is === undefined)
        return [];
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(was)) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(is))
            return [{ path, live: is }];
        return Object.entries(was).flatMap(([key, inner]) => walk(inner, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .entryOf */ .M)(is, key), [...path, key]));
    }
    if (Array.isArray(was))
        return walkList(was, is, path);
    if (path.at(-2) === 'annotations' && /^checksum\//.test(path.at(-1) ?? ''))
        return [];
    const text = String(was);
    if (text.includes('${') || text.startsWith('(hidden)'))
        return [];
    if (/^sha256:[0-9a-f]{64}$/.test(text)) {
        const digest = typeof is === 'string' ? `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(is).digest('hex')}` : undefined;
        return digest === text || is === text ? [] : [{ path, live: is }];
    }
    return !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(is) && !Array.isArray(is) && is !== undefined && String(is) === text ? [] : [{ path, live: is }];
}
function walkList(was, is, path) {
    if (!Array.isArray(is))
        return [{ path, live: is }];
    const list = is;
    if (path[0] === 'subjects' && list.length !== was.length)
        return [{ path, live: is }];
    const names = was.map(nameOf);
    if (names.every((name) => name !== undefined) && new Set(names).size === names.length) {
        return was.flatMap((inner, index) => {
            const name = names[index] ?? '';
            return walk(inner, list.find((one) => nameOf(one) === name), [...path, name]);
        });
    }
    if (list.length !== was.length)
        return [{ path, live: is }];
    return was.flatMap((inner, index) => walk(inner, list[index], [...path, String(index)]));
}
function nameOf(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) && typeof value.name === 'string' ? value.name : undefined;
}
function isEmpty(value) {
    if (value === undefined || value === null || value === '')
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) && Object.keys(value).length === 0;
}
function differenceKey({ path, live }) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_values_values_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(live)).digest('hex').slice(0, 16);
    return [JSON.stringify(path), digest];
}


/***/ }),

/***/ "src/helm/diff/object-key.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ objectKey),
/* harmony export */   e: () => (/* binding */ subjectOf)
/* harmony export */ });
const USUAL_GROUPS = {
    BackendConfig: 'cloud.google.com',
    ClusterRole: 'rbac.authorization.k8s.io',
    ClusterRoleBinding: 'rbac.authorization.k8s.io',
    ConfigMap: '',
    CronJob: 'batch',
    CustomResourceDefinition: 'apiextensions.k8s.io',
    DaemonSet: 'apps',
    Deployment: 'apps',
    FrontendConfig: 'networking.gke.io',
    Ingress: 'networking.k8s.io',
    Job: 'batch',
    ManagedCertificate: 'networking.gke.io',
    Namespace: '',
    NetworkPolicy: 'networking.k8s.io',
    PersistentVolume: '',
    PersistentVolumeClaim: '',
    Pod: '',
    PodDisruptionBudget: 'policy',
    PriorityClass: 'scheduling.k8s.io',
    Role: 'rbac.authorization.k8s.io',
    RoleBinding: 'rbac.authorization.k8s.io',
    Secret: '',
    Service: '',
    ServiceAccount: '',
    StatefulSet: 'apps',
    StorageClass: 'storage.k8s.io',
    ValidatingAdmissionPolicy: 'admissionregistration.k8s.io',
    ValidatingAdmissionPolicyBinding: 'admissionregistration.k8s.io',
};
function objectKey({ apiVersion, kind, namespace, name }, home) {
    return JSON.stringify([groupOf(apiVersion), kind, namespace ?? home, name]);
}
function subjectOf({ apiVersion, kind, namespace, name }, home) {
    const group = groupOf(apiVersion);
    return {
        kind: 'kubernetes-object',
        type: kind,
        name,
        ...(Object.hasOwn(USUAL_GROUPS, kind) && USUAL_GROUPS[kind] === group ? {} : { group }),
        ...(namespace === undefined || namespace === home ? {} : { namespace }),
    };
}
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '';
}


/***/ }),

/***/ "src/helm/release/drift.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   EJ: () => (/* binding */ unexplained),
/* harmony export */   GD: () => (/* binding */ isOfCluster),
/* harmony export */   Gt: () => (/* binding */ settledObjects),
/* harmony export */   t6: () => (/* binding */ driftChanges)
/* harmony export */ });
/* harmony import */ var _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/kubernetes.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/json.js");
/* harmony import */ var _diff_live_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/diff/live-fields.js");
/* harmony import */ var _diff_object_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/diff/object-key.js");
/* harmony import */ var _values_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/helm/values/values.js");





const GONE = 'gone';
const LANES = 8;
const OF_CLUSTER = new Set([
    'ClusterRole',
    'ClusterRoleBinding',
    'ComputeClass',
    'CustomResourceDefinition',
    'Namespace',
    'PersistentVolume',
    'PriorityClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
]);
const READABLE = new Set([
    'BackendConfig',
    'FrontendConfig',
    'Ingress',
    'ManagedCertificate',
    'NetworkPolicy',
    'PodDisruptionBudget',
    'Role',
    'RoleBinding',
    'Service',
    'ServiceAccount',
]);
const SCALED = new Set(['Deployment', 'StatefulSet']);
async function driftOf(reader, manifests, settled) {
    const found = await inLanes(manifests, async (manifest) => {
        const live = await readLive(reader, manifest);
        if (live === undefined)
            return undefined;
        const known = (settled && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOf */ .M)(settled, (0,_diff_object_key_js__WEBPACK_IMPORTED_MODULE_2__/* .objectKey */ .T)(manifest, reader.namespace))) ?? {};
        if (live === 'gone')
            return known[GONE] === undefined ? { manifest, fields: undefined } : undefined;
        const fields = live.differences.filter((one) => {
            const [path, digest] = (0,_diff_live_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceKey */ .J)(one);
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOf */ .M)(known, path) !== digest;
        });
        if (fields.length === 0)
            return undefined;
        return { manifest, fields, live: live.object, ...(settled === undefined ? { isUnrecorded: true } : {}) };
    });
    return found.filter((one) => one !== undefined);
}
async function settledObjects(reader, manifests) {
    const found = await inLanes(manifests, async (manifest) => {
        const live = await readLive(reader, manifest);
        if (live === undefined)
            return undefined;
        const entries = live === 'gone' ? [[GONE, '']] : live.differences.map(_diff_live_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceKey */ .J);
        if (entries.length === 0)
            return undefined;
        return [(0,_diff_object_key_js__WEBPACK_IMPORTED_MODULE_2__/* .objectKey */ .T)(manifest, reader.namespace), Object.fromEntries(entries)];
    });
    return Object.fromEntries(found.filter((one) => one !== undefined));
}
function unexplained(drift, rendered, { namespace, address }) {
    const next = new Map(rendered.map((manifest) => [(0,_diff_object_key_js__WEBPACK_IMPORTED_MODULE_2__/* .objectKey */ .T)(manifest, namespace), manifest]));
    return drift.flatMap((one) => {
        const manifest = next.get((0,_diff_object_key_js__WEBPACK_IMPORTED_MODULE_2__/* .objectKey */ .T)(one.manifest, namespace));
        if (manifest === undefined)
            return [];
        if (one.fields === undefined || one.live === undefined)
            return [one];
        const wanted = new Set((0,_diff_live_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldDifferences */ .T)(manifest, one.live, address).map(({ path }) => path.join('\n')));
        const fields = one.fields.filter(({ path }) => wanted.has(path.join('\n')));
        return fields.length === 0 ? [] : [{ ...one, fields, isUnrecorded: true }];
    });
}
function driftChanges(drift, home) {
    return drift.map(({ manifest, fields, live, isUnrecorded }) => {
        const change = { scope: 'helm', subject: (0,_diff_object_key_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .e)(manifest, home), isDrift: true };
        if (fields === undefined) {
            return { ...change, action: 'create', notes: [{ code: 'gone-from-cluster' }] };
        }
        const paths = fields.map(({ path }) => path.join('.')).sort();
        const replicas = fields.find(isReplicas);
        const restarts = fields.some(({ path }) => path[0] === 'spec' && path[1] === 'template');
        return {
            ...change,
            action: 'update',
            ...(replicas === undefined
                ? {}
                : {
                    attributes: [
                        {
                            name: 'spec.replicas',
                            before: String((0,_values_values_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(live ?? {}, 'spec.replicas') ?? 0),
                            after: String((0,_values_values_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(manifest.object, 'spec.replicas') ?? 1),
                        },
                    ],
                }),
            notes: [
                { code: isUnrecorded ? 'differs-in-cluster' : 'changed-in-cluster', fields: paths },
                ...(restarts && SCALED.has(manifest.kind) ? [{ code: restartOf(manifest) }] : []),
            ],
        };
    });
}
function restartOf({ kind, name }) {
    if (kind !== 'Deployment')
        return 'pods-restart';
    return name === 'hub' ? 'hub-restarts' : name === 'proxy' ? 'proxy-restarts' : 'pods-restart';
}
function isReplicas({ path }) {
    return path.length === 2 && path[0] === 'spec' && path[1] === 'replicas';
}
async function readLive({ kubernetes, namespace, address, readsAll }, manifest) {
    if (isHook(manifest))
        return undefined;
    const isOfHub = manifest.namespace === undefined || manifest.namespace === namespace;
    const isScaled = SCALED.has(manifest.kind);
    if (!readsAll && !(isOfHub && (isScaled || READABLE.has(manifest.kind))))
        return undefined;
    const ref = referenceOf(manifest, namespace);
    const read = readsAll || !isScaled ? kubernetes.get(ref) : kubernetes.getScale(ref);
    const object = await read.catch((error) => {
        if (error instanceof _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK && error.status === 403)
            return 'forbidden';
        throw error;
    });
    if (object === 'forbidden')
        return undefined;
    if (object === undefined)
        return 'gone';
    const live = object;
    const differences = (0,_diff_live_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldDifferences */ .T)(manifest, live, address);
    return { object: live, differences: readsAll || !isScaled ? differences : differences.filter(isReplicas) };
}
function isOfCluster(kind) {
    return OF_CLUSTER.has(kind);
}
function referenceOf({ apiVersion, kind, name, namespace }, home) {
    return { apiVersion, kind, name, ...(isOfCluster(kind) ? {} : { namespace: namespace ?? home }) };
}
function isHook({ object: { metadata } }) {
    const annotations = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(metadata) ? metadata.annotations : undefined;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(annotations) && 'helm.sh/hook' in annotations;
}
async function inLanes(items, ask) {
    const results = new Array(items.length);
    let next = 0;
    const lane = async () => {
        for (let index = next++; index < items.length; index = next++)
            results[index] = await ask(items[index]);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return results;
}


/***/ }),

/***/ "src/helm/release/release.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sr: () => (/* binding */ STAND_INS),
  Oz: () => (/* binding */ isCurrent),
  F3: () => (/* binding */ planRelease),
  vn: () => (/* binding */ prepareRelease),
  c: () => (/* binding */ renderRelease)
});

// UNUSED EXPORTS: releaseChanges

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/change/canonical.js
var canonical = __webpack_require__("src/change/canonical.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/system/all-settled.js
var all_settled = __webpack_require__("src/system/all-settled.js");
// EXTERNAL MODULE: ./lib/src/helm/values/values.js
var values_values = __webpack_require__("src/helm/values/values.js");
;// CONCATENATED MODULE: ./lib/src/helm/diff/attributes.js


const SHOWN_PATHS = {
    ClusterRole: ['rules', 'aggregationRule'],
    ClusterRoleBinding: ['roleRef.kind', 'roleRef.name', 'subjects'],
    ComputeClass: ['spec.priorities', 'spec.whenUnsatisfiable'],
    CustomResourceDefinition: ['spec.group', 'spec.names.kind', 'spec.scope'],
    BackendConfig: ['spec.iap.enabled', 'spec.timeoutSec', 'spec.connectionDraining.drainingTimeoutSec'],
    Deployment: ['spec.replicas'],
    FrontendConfig: ['spec.redirectToHttps.enabled'],
    ManagedCertificate: ['spec.domains'],
    NetworkPolicy: ['spec.ingress', 'spec.egress'],
    PersistentVolumeClaim: ['spec.resources.requests.storage', 'spec.storageClassName'],
    ResourceQuota: ['spec.hard'],
    Role: ['rules'],
    RoleBinding: ['roleRef.kind', 'roleRef.name', 'subjects'],
    Service: ['spec.type'],
    StatefulSet: ['spec.replicas'],
    StorageClass: ['parameters.type', 'reclaimPolicy'],
};
function attributesOf(before, after) {
    const old = shownAttributes(before);
    const now = shownAttributes(after);
    const names = [...new Set([...old.keys(), ...now.keys()])];
    return names
        .filter((name) => old.get(name) !== now.get(name))
        .map((name) => attribute(name, old.get(name), now.get(name)));
}
function attribute(name, before, after) {
    return { name, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
function shortText(value) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
function shownAttributes(object) {
    const found = new Map();
    if (object === undefined)
        return found;
    for (const path of (0,json/* entryOf */.M)(SHOWN_PATHS, String(object.kind)) ?? []) {
        const value = (0,values_values/* valueAt */.fK)(object, path);
        if (value !== undefined && value !== null)
            found.set(path, shortText(value));
    }
    if (object.kind === 'Ingress')
        found.set('hosts', hostsOf(object));
    for (const container of containersOf(object)) {
        const name = String(container.name);
        if (typeof container.image === 'string')
            found.set(`${name}.image`, container.image);
        if ((0,json/* isObject */.G)(container.resources))
            found.set(`${name}.resources`, shortText(container.resources));
        const env = Array.isArray(container.env) ? container.env : [];
        const names = env.map((variable) => ((0,json/* isObject */.G)(variable) ? String(variable.name) : ''));
        if (names.length > 0)
            found.set(`${name}.env (names)`, names.sort().join(', '));
    }
    return found;
}
function containersOf(object) {
    const spec = (0,values_values/* valueAt */.fK)(object, 'spec.template.spec');
    if (!(0,json/* isObject */.G)(spec))
        return [];
    return [spec.initContainers, spec.containers].flatMap((list) => Array.isArray(list) ? list.filter(json/* isObject */.G) : []);
}
function hostsOf(ingress) {
    const rules = (0,values_values/* valueAt */.fK)(ingress, 'spec.rules');
    const list = Array.isArray(rules) ? rules : [];
    return list.map((rule) => ((0,json/* isObject */.G)(rule) ? String(rule.host ?? '*') : '')).join(', ');
}

;// CONCATENATED MODULE: ./lib/src/helm/chart/change.js

function chartChange({ hub, chart }, deployed, fetched) {
    const after = { source: chart.source, version: chart.version, digest: fetched.digest };
    const before = deployed && {
        source: deployed.repository,
        version: deployed.version,
        digest: deployed.digest,
    };
    if (before === undefined ? chart.isPinned : isSame(before, after))
        return undefined;
    return {
        scope: 'helm',
        action: before === undefined ? 'create' : 'update',
        subject: { kind: 'helm-release', name: hub },
        attributes: [attribute('chart', before && originText(before), originText(after))],
        chart: { ...(before === undefined ? {} : { before }), after, isPinned: chart.isPinned },
    };
}
function withChart(change, { attributes, chart }) {
    return {
        ...change,
        ...(attributes === undefined ? {} : { attributes: [...(change.attributes ?? []), ...attributes] }),
        ...(chart === undefined ? {} : { chart }),
    };
}
function isSame(before, after) {
    return before.source === after.source && before.version === after.version && before.digest === after.digest;
}
function originText({ source, version, digest }) {
    return `${version} of ${source} (sha256:${digest})`;
}

// EXTERNAL MODULE: ./lib/src/helm/chart/chart.js
var chart_chart = __webpack_require__("src/helm/chart/chart.js");
// EXTERNAL MODULE: ./lib/src/helm/chart/files.js
var files = __webpack_require__("src/helm/chart/files.js");
// EXTERNAL MODULE: ./lib/src/helm/chart/record-size.js
var record_size = __webpack_require__("src/helm/chart/record-size.js");
// EXTERNAL MODULE: ./lib/src/change/change.js
var change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/helm/diff/manifests.js
var diff_manifests = __webpack_require__("src/helm/diff/manifests.js");
;// CONCATENATED MODULE: ./lib/src/helm/diff/hidden-digest.js




const NO_KEY = { key: undefined, literals: [] };
function digestKey(uid, values) {
    return { key: uid, literals: uid === undefined ? [] : differences((0,diff_manifests/* hideValues */.X8)(values), values) };
}
function hiddenDigest(pairs, { key, literals }) {
    const found = pairs.map(([before, after]) => differences(before, after));
    if (found.every((list) => list.length === 0))
        return undefined;
    return (0,canonical/* hashOf */.q)([found, literals], key);
}
function differences(before, after, path = '') {
    if ((0,values_values/* canonical */.$N)(before) === (0,values_values/* canonical */.$N)(after))
        return [];
    const [olds, news] = [entries(before), entries(after)];
    if (olds !== undefined && news !== undefined) {
        const keys = [...new Set([...olds.keys(), ...news.keys()])].sort();
        return keys.flatMap((key) => differences(olds.get(key), news.get(key), `${path}/${key.replaceAll('/', '~1')}`));
    }
    return /\/checksum~1[^/]*$/.test(path) ? [[path, undefined, 'changed']] : [[path, before, after]];
}
function entries(value) {
    if (Array.isArray(value))
        return new Map(value.map((inner, index) => [String(index), inner]));
    return (0,json/* isObject */.G)(value) ? new Map(Object.entries(value)) : undefined;
}

// EXTERNAL MODULE: ./lib/src/helm/diff/object-key.js
var object_key = __webpack_require__("src/helm/diff/object-key.js");
// EXTERNAL MODULE: ./lib/src/change/role-grants.js
var role_grants = __webpack_require__("src/change/role-grants.js");
// EXTERNAL MODULE: ./lib/src/config/chart/owned-values.js
var owned_values = __webpack_require__("src/config/chart/owned-values.js");
;// CONCATENATED MODULE: ./lib/src/config/chart/value-natures.js
const IMAGES = [
    'hub',
    'proxy.chp',
    'proxy.traefik',
    'proxy.secretSync',
    'singleuser',
    'singleuser.networkTools',
    'scheduling.userScheduler',
    'scheduling.userPlaceholder',
    'prePuller.hook',
    'prePuller.pause',
];
const BUDGETS = ['hub', 'proxy.chp', 'proxy.traefik', 'scheduling.userScheduler'];
const below = (sections, names) => sections.flatMap((section) => names.split(' ').map((name) => `${section}.${name}`)).join(' ');
const TABLE = [
    [
        'right',
        [
            'hub.loadRoles.* hub.services.* hub.config.JupyterHub.* hub.config.Authenticator.* hub.cookieSecret hub.existingSecret',
            'hub.authenticatePrometheus cull.adminUsers cull.users',
            'rbac hub.serviceAccount proxy.traefik.serviceAccount scheduling.userScheduler.serviceAccount',
            'prePuller.hook.serviceAccount prePuller.hook.serviceAccountImagePuller prePuller.continuous.serviceAccount',
            'singleuser.serviceAccountName hub.extraPodSpec proxy.chp.extraPodSpec proxy.traefik.extraPodSpec',
            'singleuser.extraPodConfig scheduling.userScheduler.extraPodSpec scheduling.userPlaceholder.extraPodSpec',
            'hub.podSecurityContext hub.containerSecurityContext hub.fsGid proxy.chp.containerSecurityContext',
            'proxy.traefik.containerSecurityContext proxy.secretSync.containerSecurityContext singleuser.fsGid singleuser.uid',
            'singleuser.allowPrivilegeEscalation scheduling.userScheduler.containerSecurityContext',
            'scheduling.userPlaceholder.containerSecurityContext prePuller.containerSecurityContext',
            'prePuller.hook.containerSecurityContext prePuller.pause.containerSecurityContext',
            'hub.networkPolicy proxy.chp.networkPolicy proxy.traefik.networkPolicy singleuser.networkPolicy',
            'singleuser.cloudMetadata hub.service proxy.service proxy.https ingress httpRoute hub.baseUrl',
            'proxy.chp.defaultTarget proxy.chp.errorTarget proxy.secretToken',
        ].join(' '),
    ],
    [
        'code',
        [
            below(IMAGES, 'image.name image.tag'),
            'hub.command hub.args hub.extraConfig.* hub.extraFiles.* hub.extraEnv.* hub.extraContainers hub.initContainers',
            'hub.lifecycle.* hub.livenessProbe hub.readinessProbe hub.services.*.command hub.services.*.environment',
            'hub.templatePaths hub.templateVars hub.extraVolumes hub.extraVolumeMounts hub.extraPodSpec',
            'hub.config.*.* hub.config.JupyterHub.spawner_class hub.config.JupyterHub.template_paths',
            'proxy.chp.extraEnv proxy.chp.extraCommandLineFlags proxy.chp.extraPodSpec proxy.chp.livenessProbe',
            'proxy.chp.readinessProbe proxy.traefik.extraEnv proxy.traefik.extraInitContainers proxy.traefik.extraPodSpec',
            'proxy.traefik.extraDynamicConfig proxy.traefik.extraStaticConfig proxy.traefik.extraVolumes',
            'proxy.traefik.extraVolumeMounts',
            'singleuser.cmd singleuser.extraEnv.* singleuser.extraFiles.* singleuser.extraContainers singleuser.initContainers',
            'singleuser.lifecycleHooks.* singleuser.extraPodConfig singleuser.profileList',
            'scheduling.userScheduler.plugins scheduling.userScheduler.pluginConfig scheduling.userScheduler.extraPodSpec',
            'scheduling.userPlaceholder.extraPodSpec prePuller.extraImages.*',
            'custom.*',
        ].join(' '),
    ],
    ['data', 'hub.db singleuser.storage'],
    [
        'neither',
        [
            below(IMAGES, 'image.pullPolicy image.pullSecrets'),
            below(BUDGETS, 'pdb.enabled pdb.maxUnavailable pdb.minAvailable'),
            below(['hub', 'proxy'], 'deploymentStrategy.rollingUpdate deploymentStrategy.type labels annotations'),
            'enabled debug.enabled fullnameOverride nameOverride global imagePullSecret imagePullSecrets',
            below(['hub', 'proxy.chp', 'proxy.traefik'], 'nodeSelector tolerations resources revisionHistoryLimit'),
            'hub.activeServerLimit hub.allowNamedServers hub.concurrentSpawnLimit hub.consecutiveFailureLimit',
            'hub.namedServerLimitPerUser hub.redirectToServer hub.shutdownOnLogout',
            'proxy.traefik.labels proxy.traefik.extraPorts proxy.traefik.hsts.includeSubdomains proxy.traefik.hsts.maxAge',
            'proxy.traefik.hsts.preload proxy.secretSync.resources',
            below(['singleuser.cpu', 'singleuser.memory'], 'guarantee limit'),
            below(['singleuser.extraNodeAffinity', 'singleuser.extraPodAffinity'], 'preferred required'),
            'singleuser.extraPodAntiAffinity.preferred singleuser.extraPodAntiAffinity.required',
            'singleuser.extraResource.guarantees singleuser.extraResource.limits singleuser.extraTolerations',
            'singleuser.nodeSelector singleuser.defaultUrl singleuser.events singleuser.extraAnnotations singleuser.extraLabels',
            'singleuser.startTimeout singleuser.podNameTemplate singleuser.networkTools.resources',
            below(['scheduling.userScheduler', 'scheduling.userPlaceholder'], 'enabled labels annotations replicas resources'),
            below(['scheduling.userScheduler', 'scheduling.userPlaceholder'], 'revisionHistoryLimit'),
            'scheduling.userScheduler.logLevel scheduling.userScheduler.nodeSelector scheduling.userScheduler.tolerations',
            'scheduling.podPriority.enabled scheduling.podPriority.globalDefault scheduling.podPriority.defaultPriority',
            'scheduling.podPriority.imagePullerPriority scheduling.podPriority.userPlaceholderPriority',
            below(['scheduling.corePods', 'scheduling.userPods'], 'tolerations nodeAffinity.matchNodePurpose'),
            'prePuller.annotations prePuller.labels prePuller.resources prePuller.extraTolerations prePuller.revisionHistoryLimit',
            'prePuller.pullProfileListImages prePuller.continuous.enabled prePuller.continuous.daemonsetAnnotations',
            below(['prePuller.hook'], 'enabled pullOnlyOnChanges podSchedulingWaitDuration nodeSelector tolerations resources'),
            'prePuller.hook.daemonsetAnnotations',
            'cull.enabled cull.removeNamedServers cull.timeout cull.every cull.concurrency cull.maxAge',
        ].join(' '),
    ],
];
const NATURES = naturesByPattern();
function naturesByPattern() {
    const found = new Map();
    for (const [nature, patterns] of TABLE) {
        for (const pattern of patterns.split(' '))
            found.set(pattern, [...(found.get(pattern) ?? []), nature]);
    }
    return found;
}
function natureOf(path) {
    let found = candidates([], path);
    found = found.filter(({ natures }) => natures.length > 0);
    const best = found.reduce((one, other) => (other.depth > one.depth || (other.depth === one.depth && other.exact > one.exact) ? other : one), { natures: ['code'], depth: 0, exact: 0 });
    return { natures: best.natures, depth: best.depth };
}
function candidates(pattern, path) {
    const own = NATURES.get(pattern.join('.')) ?? [];
    const here = { natures: own, depth: pattern.length, exact: pattern.filter((step) => step !== '*').length };
    const next = path[pattern.length];
    if (next === undefined || pattern.length >= DEEPEST)
        return [here];
    const steps = next === '*' ? ['*'] : [next, '*'];
    return [here, ...steps.flatMap((step) => candidates([...pattern, step], path))];
}
const DEEPEST = Math.max(...[...NATURES.keys()].map((pattern) => pattern.split('.').length));

;// CONCATENATED MODULE: ./lib/src/helm/diff/value-natures.js





function valueMeaning(before, after, ours) {
    const sections = new Map();
    collect(before ?? {}, [], (key, section, value) => {
        sections.set(key, { ...section, before: value });
    });
    collect(after, [], (key, section, value) => {
        sections.set(key, { ...(sections.get(key) ?? section), after: value });
    });
    const mine = new Map();
    collect(ours, [], (key, _, value) => mine.set(key, (0,values_values/* canonical */.$N)(value)));
    const changed = [...sections]
        .filter(([key, one]) => {
        if ((0,values_values/* canonical */.$N)(one.before) === (0,values_values/* canonical */.$N)(one.after))
            return false;
        return one.before !== undefined || (0,values_values/* canonical */.$N)(one.after) !== mine.get(key);
    })
        .map(([, section]) => section)
        .sort((a, b) => (a.path.join('.') < b.path.join('.') ? -1 : 1));
    const named = (nature) => changed.filter(({ natures }) => natures.includes(nature));
    return {
        code: named('code').map(({ path }) => ({ path: path.join('.'), runsIn: placeOf(path) })),
        rights: named('right').map((section) => rightChange(section)),
        data: named('data').map(({ path }) => path.join('.')),
    };
}
function collect(value, path, add) {
    if (path.length > 0 && (0,owned_values/* ownedValue */.U6)(path, value) !== undefined)
        return;
    const { natures, depth } = natureOf(path);
    const isSection = depth === path.length && depth > 0;
    const inner = (0,json/* isObject */.G)(value) ? Object.entries(value).filter(([, child]) => child !== null) : [];
    const apart = inner.filter(([name]) => !isSection || natureOf([...path, name]).depth > depth);
    if (isSection) {
        const own = (0,json/* isObject */.G)(value) ? Object.fromEntries(inner.filter((entry) => !apart.includes(entry))) : value;
        if (value !== null &&
            !natures.includes('neither') &&
            (apart.length === 0 || !(0,json/* isObject */.G)(own) || Object.keys(own).length > 0)) {
            add(JSON.stringify(path), { path, natures }, own);
        }
    }
    else if (!(0,json/* isObject */.G)(value) && value !== null) {
        if (!natures.includes('neither') && depth < path.length)
            add(JSON.stringify(path), { path, natures }, value);
    }
    for (const [name, child] of apart)
        collect(child, [...path, name], add);
}
function placeOf([section]) {
    if (section === 'hub' || section === 'custom')
        return 'hub';
    if (section === 'proxy')
        return 'proxy';
    return section === 'singleuser' ? 'servers' : 'cluster';
}
function rightChange({ path, after }) {
    const place = path.join('.');
    if (after === undefined)
        return { path: place, isRemoved: true };
    const [, kind, name = ''] = path;
    if (!(0,json/* isObject */.G)(after) || path.length !== 3 || (kind !== 'loadRoles' && kind !== 'services'))
        return { path: place };
    return { path: place, role: (0,role_grants/* roleGrant */.$)(kind, name, after) };
}

// EXTERNAL MODULE: ./lib/src/helm/values/profile-groups.js
var profile_groups = __webpack_require__("src/helm/values/profile-groups.js");
// EXTERNAL MODULE: ./lib/src/helm/diff/shown-text.js
var shown_text = __webpack_require__("src/helm/diff/shown-text.js");
;// CONCATENATED MODULE: ./lib/src/helm/diff/values.js





const values_SHOWN_PATHS = /^(cull|debug|hub\.(image|resources|concurrentSpawnLimit|db\.type|activeServerLimit|allowNamedServers|baseUrl|redirectToServer)|singleuser\.(image|cpu|memory|storage|startTimeout|defaultUrl|cmd|profileList|extraResource|nodeSelector)|proxy\.chp\.(image|resources)|scheduling|prePuller|ingress\.hosts)(\.|\[|$)/;
function valueChanges(before, after, ours) {
    const old = new Map(flatten(before, ''));
    const now = new Map(flatten(after, ''));
    const mine = ours === undefined ? now : new Map(flatten(ours, ''));
    const isOfFile = (name) => now.has(name) && now.get(name) !== mine.get(name) && !(0,shown_text/* isCodeText */.N)(name);
    const names = [...new Set([...old.keys(), ...now.keys()])].sort();
    return names
        .filter((name) => old.get(name) !== now.get(name))
        .map((name) => {
        const key = name.slice(name.lastIndexOf('.') + 1);
        const isListed = values_SHOWN_PATHS.test(name) && !diff_manifests/* SECRET_KEY */.rB.test(key);
        const isFree = !isListed && isOfFile(name) && !diff_manifests/* SECRET_KEY */.rB.test(key);
        const side = (value, word) => {
            if (value === undefined)
                return undefined;
            return isListed || (isFree && !(0,shown_text/* mayBeSecret */.l)(value, key)) ? shortText(value) : word;
        };
        return attribute(name, side(old.get(name), '(not shown)'), side(now.get(name), '(not shown, changed)'));
    });
}
const PROFILE_PATHS = ['singleuser.profileList', `hub.extraFiles.${profile_groups/* PROFILES_FILE */.i}.data.profiles`];
function flatten(value, path) {
    if (PROFILE_PATHS.includes(path) && Array.isArray(value)) {
        return value.map((profile, index) => {
            const slug = (0,json/* isObject */.G)(profile) && typeof profile.slug === 'string' ? profile.slug : String(index);
            return [`singleuser.profileList[${slug}]`, JSON.stringify(profile)];
        });
    }
    if (!(0,json/* isObject */.G)(value))
        return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
    return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}

;// CONCATENATED MODULE: ./lib/src/helm/diff/diff.js









const HUB_SECRET = 'Secret/hub';
function diffReleases(before, after, digestKey = NO_KEY, home = '') {
    const old = new Map((before?.manifests ?? []).map((manifest) => [(0,object_key/* objectKey */.T)(manifest, home), manifest]));
    const now = byKey(after.manifests, home);
    const changes = [];
    const add = (one, was, manifest) => {
        if ((0,change/* addressOf */.c)(one) === HUB_SECRET)
            changes.push(one);
        else
            changes.push(withDigest(one, [[was?.object, manifest.object]], digestKey));
    };
    for (const [key, manifest] of now) {
        const was = old.get(key);
        if (was === undefined)
            add(creationOf(manifest, home), undefined, manifest);
        else if ((0,values_values/* canonical */.$N)(was.object) !== (0,values_values/* canonical */.$N)(manifest.object))
            add(updateOf(was, manifest, home), was, manifest);
    }
    for (const [key, manifest] of old) {
        if (now.has(key) || staysInCluster(manifest))
            continue;
        changes.push(changeOf(manifest, home, 'delete', attributesOf(manifest.object, undefined)));
    }
    const values = before === undefined ? [] : valueChanges(before.values, after.values, after.ours);
    const secretKey = (0,object_key/* objectKey */.T)({ apiVersion: 'v1', kind: 'Secret', name: 'hub', object: {} }, home);
    return withValues(changes, values, valueMeaning(before?.values, after.values, after.ours ?? {})).map((one) => {
        if ((0,change/* addressOf */.c)(one) !== HUB_SECRET || one.action === 'delete')
            return one;
        const objects = [old.get(secretKey)?.object, now.get(secretKey)?.object];
        return withDigest(one, [objects, [before?.values, after.values]], digestKey);
    });
}
function withDigest(one, pairs, key) {
    const digest = hiddenDigest(pairs, key);
    return digest === undefined ? one : { ...one, hiddenDigest: digest };
}
function byKey(manifests, home) {
    const found = new Map();
    for (const manifest of manifests) {
        const key = (0,object_key/* objectKey */.T)(manifest, home);
        if (found.has(key)) {
            throw new errors/* ConfigurationError */.j1(`The chart renders the same object twice: ${(0,change/* addressOf */.c)({ subject: (0,object_key/* subjectOf */.e)(manifest, home) })}`, { where: 'jupyterhub.yaml: hub.chart', hint: 'Use a chart that renders every object once.' });
        }
        found.set(key, manifest);
    }
    return found;
}
function creationOf(manifest, home) {
    return changeOf(manifest, home, 'create', attributesOf(undefined, manifest.object));
}
function updateOf(was, now, home) {
    const attributes = attributesOf(was.object, now.object);
    if (now.kind === 'StorageClass') {
        return changeOf(now, home, 'replace', attributes, 'storage-class-replaced');
    }
    return changeOf(now, home, 'update', attributes, effectOf(was, now));
}
function effectOf(was, now) {
    const template = 'spec.template';
    const restarts = (0,values_values/* canonical */.$N)((0,values_values/* valueAt */.fK)(was.object, template)) !== (0,values_values/* canonical */.$N)((0,values_values/* valueAt */.fK)(now.object, template));
    if (now.kind === 'Deployment' && restarts) {
        if (now.name === 'hub')
            return 'hub-restarts';
        if (now.name === 'proxy')
            return 'proxy-restarts';
        return 'pods-restart';
    }
    if (now.kind === 'ManagedCertificate')
        return 'certificate-renewed';
    return undefined;
}
function withValues(changes, values, { code, rights, data }) {
    if (values.length + code.length + rights.length + data.length === 0)
        return changes;
    const index = changes.findIndex((one) => (0,change/* addressOf */.c)(one) === HUB_SECRET);
    const secret = changes[index] ?? {
        scope: 'helm',
        action: 'update',
        subject: { kind: 'kubernetes-object', type: 'Secret', name: 'hub' },
    };
    const shown = {
        ...secret,
        attributes: [...(secret.attributes ?? []), ...values],
        ...(code.length === 0 ? {} : { code }),
        ...(rights.length === 0 ? {} : { rights }),
        ...(data.length === 0 ? {} : { dataPlaces: data }),
    };
    return index < 0 ? [...changes, shown] : changes.with(index, shown);
}
function changeOf(manifest, home, action, attributes, effect) {
    return {
        scope: 'helm',
        action,
        subject: (0,object_key/* subjectOf */.e)(manifest, home),
        ...(attributes.length === 0 ? {} : { attributes }),
        ...(effect === undefined ? {} : { notes: [{ code: effect }] }),
    };
}
function staysInCluster(manifest) {
    const metadata = manifest.object.metadata;
    const annotations = (0,json/* isObject */.G)(metadata) ? metadata.annotations : undefined;
    return (0,json/* isObject */.G)(annotations) && (annotations['helm.sh/resource-policy'] === 'keep' || 'helm.sh/hook' in annotations);
}

// EXTERNAL MODULE: ./lib/src/helm/values/companion.js
var values_companion = __webpack_require__("src/helm/values/companion.js");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("yaml/dist/index.js");
// EXTERNAL MODULE: ./lib/src/config/chart/owned-things.js
var owned_things = __webpack_require__("src/config/chart/owned-things.js");
// EXTERNAL MODULE: ./lib/src/helm/values/hub-files.js
var hub_files = __webpack_require__("src/helm/values/hub-files.js");
// EXTERNAL MODULE: ./lib/src/helm/values/profiles.js
var values_profiles = __webpack_require__("src/helm/values/profiles.js");
;// CONCATENATED MODULE: ./lib/src/helm/values/culling.js


const CULLING_FILE = 'jupyterhub-gke-culling.json';
const REPORT_INTERVAL = 300;
function cullingValues(usual, profiles) {
    const own = profiles.filter(({ culling }) => culling !== undefined);
    const all = [usual, ...profiles.map(({ culling }) => culling ?? usual)];
    const idles = all.map(({ idle }) => idle);
    const ages = all.map(({ maxAge }) => maxAge ?? Number.POSITIVE_INFINITY);
    const oldest = Math.max(...ages);
    const shortest = Math.min(...idles, ...ages);
    const standard = (0,values_profiles/* standardOf */.D1)(profiles)?.name ?? '';
    return {
        cull: {
            timeout: Math.max(...idles),
            maxAge: Number.isFinite(oldest) ? oldest : 0,
            every: Math.min(600, Math.ceil(shortest / 6)),
        },
        ...(Math.min(...idles) < 6 * REPORT_INTERVAL
            ? { singleuser: { extraEnv: { JUPYTERHUB_ACTIVITY_INTERVAL: '60' } } }
            : {}),
        ...(own.length === 0 ? {} : { hub: { extraFiles: (0,hub_files/* dataFile */.Zr)(CULLING_FILE, limits(usual, own, standard)) } }),
    };
}
function limits(usual, own, standard) {
    const times = ({ idle, maxAge = null }) => ({ idle, maxAge });
    return {
        standard,
        usual: times(usual),
        profiles: Object.fromEntries(own.map(({ name, culling }) => [name, times(culling ?? usual)])),
    };
}

// EXTERNAL MODULE: ./lib/src/config/model.js
var model = __webpack_require__("src/config/model.js");
;// CONCATENATED MODULE: ./lib/src/helm/values/home-buckets.js


const HOMES_FILE = 'jupyterhub-gke-homes.json';
const HOOK_CODE = `from home_bucket import add_hook, load_buckets

add_hook(c.KubeSpawner, load_buckets())
`;
function bucketValues({ name, project, storage }, code) {
    if (!storage.perUserBuckets)
        return {};
    return {
        hub: {
            extraFiles: {
                ...(0,hub_files/* moduleFiles */.ug)(['home_bucket.py'], { 'home_bucket.py': code }),
                ...(0,hub_files/* dataFile */.Zr)(HOMES_FILE, { project, hub: name, mountPath: model/* BUCKET_FOLDER */.a }),
            },
            extraConfig: { 'zz-jupyterhub-gke-homes': HOOK_CODE },
        },
    };
}

// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__("src/config/quantity.js");
// EXTERNAL MODULE: ./lib/src/config/times/zone.js
var zone = __webpack_require__("src/config/times/zone.js");
;// CONCATENATED MODULE: ./lib/src/helm/values/hours/budgets.js




const BUDGETS_FILE = 'jupyterhub-gke-budgets.json';
const BUDGET_MODULES = [
    'budget_accounts.py',
    'budget_clock.py',
    'budget_hub.py',
    'budget_zone.py',
    'budget_rules.py',
    'access_reconciler_budgets.py',
];
const GPU = 'nvidia.com/gpu';
const budgets_HOOK_CODE = `from budget_hub import keep_budgets
from kubespawner import KubeSpawner

keep_budgets(KubeSpawner)
`;
function budgetValues({ budgets, profiles, access }, files) {
    if (budgets.length === 0)
        return {};
    const { timezone } = access.session;
    const data = {
        budgets: budgets.map(({ days, ...rest }) => ({ ...rest, per: days })),
        standard: (0,values_profiles/* standardOf */.D1)(profiles)?.name ?? '',
        profiles: Object.fromEntries(profiles.map((profile) => [profile.name, amounts(profile)])),
        timezone,
        offsets: (0,zone/* zoneTable */.D)(timezone),
    };
    return {
        hub: {
            extraFiles: { ...(0,hub_files/* moduleFiles */.ug)(BUDGET_MODULES, files), ...(0,hub_files/* dataFile */.Zr)(BUDGETS_FILE, data) },
            extraConfig: { '02-jupyterhub-gke-budgets': budgets_HOOK_CODE },
        },
    };
}
function amounts(profile) {
    const pooled = profile.placement?.devices;
    return {
        gpu: pooled?.resource === GPU ? pooled.count : (profile.gpu?.count ?? 0),
        cpu: Math.round((0,quantity/* cores */.x1)(profile.cpu.guarantee) * 1000),
        memory: Math.round((0,quantity/* bytes */.ee)(profile.memory.guarantee) / 2 ** 20),
    };
}

// EXTERNAL MODULE: ./lib/src/helm/values/hours/warm.js
var warm = __webpack_require__("src/helm/values/hours/warm.js");
;// CONCATENATED MODULE: ./lib/src/helm/values/iap.js





const HUB_MODULES = [
    'iap_authenticator.py',
    'iap_assertion.py',
    'iap_route.py',
    'iap_session_check.py',
    'hub_members.py',
    'hub_files.py',
    'hub_last_list.py',
    'hub_pages.py',
    'hub_subdomains.py',
    'hub_visitors.py',
    'gate_pod.py',
    'owned_settings.py',
    'profile_choice.py',
    'refusals.py',
    'start_page.py',
    'start_progress.py',
    'start_requests.py',
    'server_limits.py',
    'access_reconciler.py',
    'access_reconciler_api.py',
    'access_reconciler_attempts.py',
    'access_reconciler_culling.py',
    'access_reconciler_parts.py',
    'access_reconciler_report.py',
];
const NOTEBOOK_FILES = [
    'notebook_gate.py',
    'notebook_gate_rules.py',
    'notebook_guard.py',
    'notebook_idle.py',
];
const PYTHON_FILES = [
    ...HUB_MODULES,
    ...NOTEBOOK_FILES,
    'profile_groups.py',
    'home_bucket.py',
    ...BUDGET_MODULES,
    ...warm/* WARM_MODULES */.Cl,
];
const GATE_CODE = `import hub_subdomains
import start_page
import start_progress
import server_limits
from gate_pod import Gates, add_gate, end_servers_without_gate
from kubespawner import KubeSpawner
from profile_choice import forget_lost_choices
from z2jh import get_config

hub_subdomains.configure(c)
start_progress.install(KubeSpawner, start_page.configure(c).usual)
forget_lost_choices(KubeSpawner)
server_limits.configure(c, KubeSpawner)
end_servers_without_gate(KubeSpawner)
add_gate(
    c.KubeSpawner,
    Gates(
        f"{get_config('hub.image.name')}:{get_config('hub.image.tag')}",
        get_config("hub.image.pullPolicy"),
        get_config("hub.image.pullSecrets"),
    ),
)
`;
const CHECK_CODE = `from owned_settings import check

check(c)
`;
const NOTEBOOK_FOLDER = '/usr/local/etc/jupyterhub-gke';
function iapValues(config, files, env) {
    const hub = config.name;
    const { JUPYTERHUB_GKE_IAP_KEYS_URL: keysUrl, JUPYTERHUB_GKE_GFE_RANGES: gfeRanges } = env;
    const configMaps = ['audience', 'members', ...(config.storage.perUserBuckets ? ['homes'] : [])];
    const { subdomains } = config.access;
    return {
        hub: {
            config: {
                JupyterHub: {
                    subdomain_host: subdomains ? `https://${subdomains.domain}` : '',
                    cookie_host_prefix_enabled: subdomains !== undefined,
                },
            },
            extraEnv: {
                JUPYTERHUB_GKE_HUB: hub,
                ...(keysUrl ? { JUPYTERHUB_GKE_IAP_KEYS_URL: keysUrl } : {}),
                ...(gfeRanges ? { JUPYTERHUB_GKE_GFE_RANGES: gfeRanges } : {}),
            },
            extraFiles: (0,hub_files/* moduleFiles */.ug)(HUB_MODULES, files),
            extraConfig: {
                '~jupyterhub-gke-gate': GATE_CODE,
                [owned_values/* LAST_CODE */.BJ]: CHECK_CODE,
            },
            extraVolumes: configMaps.map((configMap) => ({
                name: `jupyterhub-gke-${configMap}`,
                configMap: { name: `${hub}-${configMap}`, optional: true },
            })),
            extraVolumeMounts: configMaps.map((configMap) => ({
                name: `jupyterhub-gke-${configMap}`,
                mountPath: `/etc/jupyterhub-gke/${configMap}`,
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
            chp: {
                networkPolicy: { enabled: true, allowedIngressPorts: [], ingress: [], interNamespaceAccessLabels: 'ignore' },
            },
        },
        ingress: {
            enabled: true,
            annotations: {
                'kubernetes.io/ingress.class': 'gce',
                'kubernetes.io/ingress.global-static-ip-name': `${hub}-ip`,
                ...(subdomains
                    ? { 'ingress.gcp.kubernetes.io/pre-shared-cert': subdomains.certificate }
                    : { 'networking.gke.io/managed-certificates': hub }),
                'networking.gke.io/v1beta1.FrontendConfig': hub,
            },
            hosts: [config.access.domain ?? values_values/* ADDRESS */.BD, ...(subdomains ? [`*.${subdomains.domain}`] : [])],
            pathType: 'Prefix',
        },
        singleuser: {
            extraEnv: {
                JUPYTERHUB_GKE_HUB: (0,values_values/* escapeBraces */.Qq)(hub),
                PYTHONPATH: NOTEBOOK_FOLDER,
            },
            extraFiles: {
                ...Object.fromEntries(NOTEBOOK_FILES.map((name) => [
                    name,
                    { mountPath: `${NOTEBOOK_FOLDER}/${name}`, stringData: files[name], mode: hub_files/* READ_ONLY */.sj },
                ])),
                'jupyterhub-gke.json': {
                    mountPath: '/etc/jupyter/jupyter_server_config.d/jupyterhub-gke.json',
                    data: { ServerApp: { jpserver_extensions: { notebook_guard: true, notebook_idle: true } } },
                    mode: hub_files/* READ_ONLY */.sj,
                },
            },
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/helm/values/network.js

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const PUBLIC = {
    to: [{ ipBlock: { cidr: '0.0.0.0/0', except: [...PRIVATE, '169.254.0.0/16'] } }],
};
const LOCAL_DNS = {
    to: [{ ipBlock: { cidr: '169.254.20.10/32' } }],
    ports: [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
    ],
};
const METADATA = [
    { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ port: 80, protocol: 'TCP' }] },
    { to: [{ ipBlock: { cidr: '169.254.169.252/32' } }], ports: [{ port: 988, protocol: 'TCP' }] },
];
const DATABASE_PORTS = { postgres: 5432, mysql: 3306 };
const RULES = {
    dnsPortsCloudMetadataServer: true,
    dnsPortsKubeSystemNamespace: true,
    dnsPortsPrivateIPs: false,
    cloudMetadataServer: false,
    nonPrivateIPs: false,
    privateIPs: false,
};
function networkValues(needs) {
    const { metadata, database, internet = true } = needs;
    const databasePort = typeof database === 'string' ? DATABASE_PORTS[database] : undefined;
    return {
        hub: {
            networkPolicy: {
                egressAllowRules: RULES,
                egress: [PUBLIC, LOCAL_DNS, toPrivate(443), ...(databasePort === undefined ? [] : [toPrivate(databasePort)])],
            },
        },
        proxy: { chp: { networkPolicy: { egressAllowRules: RULES, egress: [LOCAL_DNS] } } },
        singleuser: {
            networkPolicy: {
                egressAllowRules: RULES,
                egress: [
                    ...(internet ? [PUBLIC] : []),
                    ...(needs.private === true ? [{ to: PRIVATE.map((cidr) => ({ ipBlock: { cidr } })) }] : []),
                    LOCAL_DNS,
                    ...(metadata ? METADATA : []),
                ],
            },
        },
    };
}
function networkNeeds(metadata, user) {
    const rules = 'singleuser.networkPolicy.egressAllowRules';
    return {
        metadata,
        database: (0,values_values/* valueAt */.fK)(user, 'hub.db.type'),
        internet: (0,values_values/* valueAt */.fK)(user, `${rules}.nonPrivateIPs`) !== false,
        private: (0,values_values/* valueAt */.fK)(user, `${rules}.privateIPs`) === true,
    };
}
function toPrivate(port) {
    return { to: PRIVATE.map((cidr) => ({ ipBlock: { cidr } })), ports: [{ port, protocol: 'TCP' }] };
}

// EXTERNAL MODULE: ./lib/src/helm/values/page/facts.js
var facts = __webpack_require__("src/helm/values/page/facts.js");
;// CONCATENATED MODULE: ./lib/src/helm/values/page/page.js



const PAGE_FILES = [
    '404.html',
    'error.html',
    'form.html',
    'not_running.html',
    'spawn.html',
    'spawn_pending.html',
    'stop_pending.html',
    'style.css',
];
const PAGE_FOLDER = `${hub_files/* HUB_FOLDER */.rp}/jupyterhub-gke-templates`;
const FACTS_FILE = 'jupyterhub-gke-start-page.json';
function pageValues(config, files) {
    const pages = PAGE_FILES.map((name) => [
        `jupyterhub-gke-${name}`,
        { mountPath: `${PAGE_FOLDER}/${name}`, stringData: files[name], mode: hub_files/* READ_ONLY */.sj },
    ]);
    const profiles = Object.fromEntries(config.profiles.map((one) => [one.name, (0,facts/* profileFacts */.z)(one, config.cost)]));
    const standard = (0,values_profiles/* standardOf */.D1)(config.profiles)?.name;
    return {
        hub: {
            extraFiles: {
                ...Object.fromEntries(pages),
                ...(0,hub_files/* dataFile */.Zr)(FACTS_FILE, {
                    hub: config.name,
                    ...(standard === undefined ? {} : { default: standard }),
                    profiles,
                }),
            },
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/helm/values/platform/autopilot.js
function autopilotValues() {
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
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/helm/values/platform/standard.js
function standardValues() {
    return {
        hub: { resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } } },
        proxy: { chp: { resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } } } },
        scheduling: {
            userScheduler: { enabled: false },
            userPlaceholder: { enabled: false },
            corePods: { nodeAffinity: { matchNodePurpose: 'require' } },
            userPods: { nodeAffinity: { matchNodePurpose: 'require' } },
        },
        prePuller: { hook: { enabled: false }, continuous: { enabled: false } },
        singleuser: {
            cloudMetadata: { blockWithIptables: false },
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/helm/values/platform/platform.js


function platformValues({ mode }) {
    return mode === 'autopilot' ? autopilotValues() : standardValues();
}

// EXTERNAL MODULE: ./lib/src/helm/values/profile-start.js
var profile_start = __webpack_require__("src/helm/values/profile-start.js");
// EXTERNAL MODULE: ./lib/src/helm/values/secrets.js
var secrets = __webpack_require__("src/helm/values/secrets.js");
;// CONCATENATED MODULE: ./lib/src/helm/values/servers/kernels.js
function kernelValues(config) {
    return { singleuser: { extraEnv: { JUPYTERHUB_GKE_IDLE_SECONDS: String(idleKernels(config)) } } };
}
function idleKernels({ culling, profiles, idleKernels: given }) {
    return given ?? Math.max(culling.idle, ...profiles.map((profile) => profile.culling?.idle ?? 0));
}

;// CONCATENATED MODULE: ./lib/src/helm/values/servers/limits.js


const LIMITS_FILE = 'jupyterhub-gke-limits.json';
function limitValues({ servers, concurrentSpawns, namedServers, memoryPerUser }) {
    return {
        hub: {
            activeServerLimit: servers ?? null,
            concurrentSpawnLimit: concurrentSpawns,
            allowNamedServers: namedServers > 0,
            namedServerLimitPerUser: namedServers,
            ...(memoryPerUser === undefined
                ? {}
                : {
                    extraFiles: {
                        ...(0,hub_files/* dataFile */.Zr)(LIMITS_FILE, { memoryPerUser: (0,quantity/* bytes */.ee)(memoryPerUser) }),
                    },
                }),
        },
    };
}

// EXTERNAL MODULE: ./lib/src/helm/values/servers/pull-secrets.js
var pull_secrets = __webpack_require__("src/helm/values/servers/pull-secrets.js");
;// CONCATENATED MODULE: ./lib/src/helm/values/storage.js
function homeClass(hub) {
    return `jupyterhub-${hub}-home`;
}
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

;// CONCATENATED MODULE: ./lib/src/helm/values/zones.js


const REQUIRED = 'singleuser.extraNodeAffinity.required';
const ZONE = 'topology.kubernetes.io/zone';
function zoneAffinity(zones, values) {
    if (zones === undefined)
        return {};
    const expression = { key: ZONE, operator: 'In', values: zones };
    const written = (0,values_values/* valueAt */.fK)(values, REQUIRED);
    const terms = Array.isArray(written) && written.length > 0 ? written : [{}];
    return (0,values_values/* nest */.$I)(REQUIRED, terms.map((term) => withExpression(term, expression)));
}
function withExpression(term, expression) {
    if (!(0,json/* isObject */.G)(term))
        return term;
    const others = Array.isArray(term.matchExpressions) ? term.matchExpressions : [];
    return { ...term, matchExpressions: [...others, expression] };
}

;// CONCATENATED MODULE: ./lib/src/helm/values/layers.js
























const OWNED = [
    'hub.config.JupyterHub.authenticator_class',
    'hub.config.JupyterHub.admin_access',
    'hub.config.JupyterHub.subdomain_host',
    'hub.config.JupyterHub.cookie_host_prefix_enabled',
    'hub.config.Authenticator.allow_existing_users',
    'hub.config.Authenticator.auth_refresh_age',
    'hub.config.Authenticator.refresh_pre_spawn',
    'hub.config.KubeSpawner.delete_pvc',
    'hub.loadRoles.jupyterhub-gke-admins',
    'hub.loadRoles.jupyterhub-gke-full-admins',
    'hub.loadRoles.jupyterhub-gke-access-reconciler',
    'hub.services.jupyterhub-gke-access-reconciler',
    'hub.extraConfig.00-jupyterhub-gke',
    'hub.extraConfig.01-jupyterhub-gke-profiles',
    'hub.extraConfig.02-jupyterhub-gke-budgets',
    'hub.extraConfig.~jupyterhub-gke-gate',
    'hub.extraConfig.zz-jupyterhub-gke-homes',
    `hub.extraConfig.${owned_values/* LAST_CODE */.BJ}`,
    'hub.extraEnv',
    'hub.extraFiles',
    'hub.db.pvc.annotations',
    'hub.activeServerLimit',
    'hub.allowNamedServers',
    'hub.concurrentSpawnLimit',
    'hub.namedServerLimitPerUser',
    'hub.pdb',
    'hub.networkPolicy.enabled',
    'hub.networkPolicy.egressAllowRules',
    'proxy.chp.pdb',
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
const FIXED_SWITCHES = {
    fullnameOverride: '',
    nameOverride: null,
    httpRoute: { enabled: false },
    hub: {
        existingSecret: null,
        command: [],
        args: [],
        serviceAccount: { create: true, name: null },
        annotations: { [owned_things/* SAFE_TO_EVICT_KEY */.Sv]: 'false' },
    },
    proxy: { annotations: { [owned_things/* SAFE_TO_EVICT_KEY */.Sv]: 'false' } },
    rbac: { create: true },
    singleuser: {
        networkPolicy: { egressAllowRules: RULES },
        extraAnnotations: { [owned_things/* SAFE_TO_EVICT_KEY */.Sv]: 'false' },
    },
};
const IDLE_PARTS = ['prePuller.hook.enabled', 'prePuller.continuous.enabled', 'scheduling.userScheduler.enabled'];
const IDLE_ON_STANDARD = ['scheduling.userScheduler.enabled'];
const SHARED_LISTS = [
    'hub.extraVolumes',
    'hub.extraVolumeMounts',
    'hub.networkPolicy.egress',
    'singleuser.networkPolicy.egress',
    'singleuser.image.pullSecrets',
];
async function readSources(helmDir) {
    const text = (name) => (0,promises_.readFile)((0,external_node_path_.join)(helmDir, 'hub', name), 'utf8');
    const base = (0,dist/* parse */.qg)(await text('base.yaml'));
    const files = await Promise.all(PYTHON_FILES.map(async (name) => [name, await text(name)]));
    const pages = await Promise.all(PAGE_FILES.map(async (name) => [name, await text(`templates/${name}`)]));
    return {
        base,
        files: Object.fromEntries(files),
        pages: Object.fromEntries(pages),
    };
}
function layers_layers(config, sources, env) {
    return [
        { name: 'base', values: sources.base },
        {
            name: 'platform',
            values: [
                platformValues(config.platform.cluster),
                networkValues(networkNeeds(config.storage.perUserBuckets, config.hub.values)),
                rootValues(config.hub.values),
            ].reduce(values_values/* merge */.h1),
        },
        { name: 'iap', values: iapValues(config, sources.files, env) },
        {
            name: 'storage',
            values: (0,values_values/* merge */.h1)(storageValues(config.name, config.storage.home), bucketValues(config, sources.files['home_bucket.py'])),
        },
        {
            name: 'profiles',
            values: [
                (0,values_profiles/* profileValues */.oD)(config.profiles, config.name),
                (0,profile_groups/* profileGroupValues */.J)(config.profiles, config.name, sources.files['profile_groups.py']),
                budgetValues(config, sources.files),
                (0,warm/* warmValues */.M_)(config, sources.files),
                cullingValues(config.culling, config.profiles),
                pageValues(config, sources.pages),
                limitValues(config.limits),
                kernelValues(config),
                (0,pull_secrets/* pullSecretValues */.W)(config),
            ].reduce(values_values/* merge */.h1),
        },
        { name: 'user', values: config.hub.values },
    ];
}
function hubValues(config, sources, env) {
    return hubSecrets(config, sources, env).values;
}
function hubSecrets(config, sources, env) {
    const { values, names } = (0,secrets/* secretVariables */.c)(plainValues(config, sources, env), config.name);
    return { values, names: [...new Set([...names, ...(0,profile_start/* profileSecrets */.XQ)(config.profiles)])].sort() };
}
function plainValues(config, sources, env) {
    const all = layers_layers(config, sources, env);
    const ours = all
        .filter(({ name }) => name !== 'user')
        .reduce((sum, { values }) => (0,values_values/* merge */.h1)(sum, values), {});
    let values = (0,values_values/* merge */.h1)(ours, withEnvByName(config.hub.values));
    for (const path of OWNED) {
        const value = (0,values_values/* valueAt */.fK)(ours, path);
        if (value !== undefined)
            values = (0,values_values/* merge */.h1)(values, (0,values_values/* nest */.$I)(path, value));
    }
    for (const path of SHARED_LISTS) {
        values = (0,values_values/* merge */.h1)(values, (0,values_values/* nest */.$I)(path, [...listOrEmpty((0,values_values/* valueAt */.fK)(ours, path)), ...listOrEmpty((0,values_values/* valueAt */.fK)(config.hub.values, path))]));
    }
    values = (0,values_values/* merge */.h1)(values, zoneAffinity(config.platform.zones, values));
    const idle = config.platform.cluster.mode === 'autopilot' ? IDLE_PARTS : IDLE_ON_STANDARD;
    for (const path of idle)
        if ((0,values_values/* valueAt */.fK)(values, path) === true)
            values = (0,values_values/* merge */.h1)(values, (0,values_values/* nest */.$I)(path, false));
    return (0,values_values/* merge */.h1)(values, FIXED_SWITCHES);
}
function rootValues(user) {
    const uid = (0,values_values/* valueAt */.fK)(user, 'singleuser.uid');
    if (uid !== 0 && uid !== null)
        return {};
    return (0,values_values/* nest */.$I)('hub.config.KubeSpawner.container_security_context.runAsNonRoot', false);
}
function withEnvByName(user) {
    return ['hub.extraEnv', 'singleuser.extraEnv'].reduce((values, path) => {
        const env = (0,values_values/* valueAt */.fK)(values, path);
        if (!Array.isArray(env))
            return values;
        const named = {};
        for (const item of env) {
            if (!(0,json/* isObject */.G)(item) || typeof item.name !== 'string')
                continue;
            const { name, ...rest } = item;
            named[name] = rest;
        }
        return (0,values_values/* merge */.h1)(values, (0,values_values/* nest */.$I)(path, named));
    }, user);
}
function listOrEmpty(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./lib/src/helm/release/plain-secrets.js

function refusePlainSecrets(text) {
    if (!text.includes(`\${secret:`))
        return;
    for (const document of text.split(/^---(?:[ \t].*)?$/m)) {
        const kind = /^kind: *"?(\w+)"?/m.exec(document)?.[1] ?? 'object';
        const secret = /\$\{secret:([^}]*)\}/.exec(document)?.[1];
        if (kind === 'Secret' || secret === undefined)
            continue;
        const name = /^ {2}name: *"?([^"\s]+)"?/m.exec(document)?.[1] ?? '';
        throw new errors/* ConfigurationError */.j1(`The chart would put the secret "${secret}" in plain text into ${kind}/${name}`, {
            where: 'hub.values',
            hint: 'Use the secret as a variable (extraEnv), in hub.config, or in the stringData of an extraFiles entry.',
        });
    }
}

// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var record = __webpack_require__("src/helm/release/record.js");
// EXTERNAL MODULE: ./lib/src/helm/release/settings.js
var release_settings = __webpack_require__("src/helm/release/settings.js");
;// CONCATENATED MODULE: ./lib/src/helm/release/release.js


















async function prepareRelease(options) {
    const { config, env, helmDir } = options;
    const companionChart = (0,external_node_path_.join)(helmDir, 'companion');
    const [sources, chart, companionFiles] = await Promise.all([
        readSources(helmDir),
        (0,chart_chart/* chartReference */.sL)(config.hub.chart, env),
        (0,files/* readChart */.V)(companionChart),
    ]);
    const { values, names } = hubSecrets(config, sources, env);
    const ours = hubSecrets({ ...config, hub: { ...config.hub, values: {} } }, sources, env).values;
    const companion = { chart: companionChart, values: (0,values_companion/* companionValues */.tL)(config, names) };
    const parts = [chart.identity, companionFiles.digest, values, companion.values];
    const inputs = (0,external_node_crypto_.createHash)('sha256').update((0,values_values/* canonical */.$N)(parts)).digest('hex');
    const settings = (0,release_settings/* settingsOf */.f)(config);
    return { hub: config.name, namespace: (0,record/* namespaceOf */.N6)(config.name), chart, values, ours, companion, settings, inputs };
}
async function renderRelease(prepared, helm, deployed) {
    const { hub, namespace } = prepared;
    const values = (0,values_values/* symbolic */.fv)(prepared.values);
    const companion = async () => {
        const { chart, values } = prepared.companion;
        const text = await helm.template((0,values_companion/* companionRelease */.MU)(hub), chart, namespace, (0,values_values/* symbolic */.fv)(values));
        refusePlainSecrets(text);
        return (0,diff_manifests/* parseInTurns */.jh)(text);
    };
    const main = async () => {
        const chart = await (0,chart_chart/* fetchChart */.FC)(prepared.chart, helm, finishedOnce(deployed)?.chart);
        const text = await helm.template(hub, chart.path, namespace, withStandIns(values));
        refusePlainSecrets(text);
        const objects = await (0,diff_manifests/* rawInTurns */.sW)(text);
        await (0,record_size/* refuseTooLarge */.Aj)(chart.path, values, text, objects);
        return { chart, objects };
    };
    const [companionObjects, { chart, objects }] = await (0,all_settled/* allEnded */.C)([companion(), main()]);
    const manifests = (0,diff_manifests/* inOrder */.al)([...companionObjects, ...(0,diff_manifests/* hideSecrets */.s0)(objects)]);
    const ours = (0,diff_manifests/* hideValues */.X8)((0,values_values/* symbolic */.fv)(prepared.ours));
    return { chart, objects, values: (0,diff_manifests/* hideValues */.X8)(values), ours, manifests };
}
function isCurrent(prepared, deployed) {
    return deployed?.state === 'deployed' && deployed.inputs === prepared.inputs;
}
async function planRelease(prepared, deployed, helm) {
    if (isCurrent(prepared, deployed))
        return { changes: [], rendered: undefined };
    const rendered = await renderRelease(prepared, await helm(), deployed);
    return { changes: releaseChanges(prepared, deployed, rendered), rendered };
}
function releaseChanges(prepared, deployed, rendered) {
    const before = finishedOnce(deployed);
    const key = digestKey(before?.uid, (0,values_values/* symbolic */.fv)(prepared.values));
    const changes = diffReleases(before, rendered, key, prepared.namespace);
    const chart = chartChange(prepared, before?.chart, rendered.chart);
    if (changes.length > 0)
        return chart === undefined ? changes : [...changes, chart];
    const again = {
        scope: 'helm',
        action: 'update',
        subject: { kind: 'helm-release', name: prepared.hub },
        notes: [{ code: deployed?.state === 'applying' ? 'release-resumed' : 'release-reinstalled' }],
        hiddenDigest: (0,canonical/* hashOf */.q)(key.key === undefined ? [] : prepared.inputs, key.key),
    };
    return [chart === undefined ? again : withChart(again, chart)];
}
function finishedOnce(deployed) {
    return deployed !== undefined && deployed.revision > 0 ? deployed : undefined;
}
const STAND_IN = 'stand-in';
const STAND_IN_KEY = '00'.repeat(32);
const STAND_INS = new Set([STAND_IN, STAND_IN_KEY]);
function withStandIns(values) {
    const services = (0,values_values/* valueAt */.fK)(values, 'hub.services');
    const tokens = Object.keys((0,json/* isObject */.G)(services) ? services : {}).map((name) => [name, { apiToken: STAND_IN }]);
    const standIns = {
        hub: {
            config: {
                ConfigurableHTTPProxy: { auth_token: STAND_IN },
                JupyterHub: { cookie_secret: STAND_IN_KEY },
                CryptKeeper: { keys: [STAND_IN_KEY] },
            },
            services: Object.fromEntries(tokens),
        },
    };
    return (0,values_values/* merge */.h1)(standIns, values);
}


/***/ }),

/***/ "src/helm/values/companion.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ oauthClientObject),
/* harmony export */   MU: () => (/* binding */ companionRelease),
/* harmony export */   tL: () => (/* binding */ companionValues),
/* harmony export */   uR: () => (/* binding */ COMPANION_CHART)
/* harmony export */ });
/* harmony import */ var _config_identity_prefix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/identity-prefix.js");
/* harmony import */ var _hours_warm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/values/hours/warm.js");
/* harmony import */ var _servers_compute_classes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/values/servers/compute-classes.js");
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/helm/values/values.js");




const COMPANION_CHART = 'jupyterhub-gke-companion';
function companionRelease(hub) {
    return `${hub}-companion`;
}
function oauthClientObject(hub) {
    return `${hub}-oauth-client`;
}
function homeClassValues({ storage, platform }) {
    const { diskType } = storage.home;
    return { diskType, ...(platform.zones && { zones: platform.zones }) };
}
function quotaValues({ name, limits, profiles, platform }) {
    const classes = (0,_servers_compute_classes_js__WEBPACK_IMPORTED_MODULE_2__/* .computeClasses */ .E)(profiles, name, platform.zones);
    return {
        ...(limits.gpus === undefined ? {} : { gpuQuota: limits.gpus }),
        ...(classes.length === 0 ? {} : { computeClasses: classes }),
    };
}
function companionValues(config, secrets = []) {
    const account = (id) => `${id}@${config.project}.iam.gserviceaccount.com`;
    const identity = (role) => account(`${(0,_config_identity_prefix_js__WEBPACK_IMPORTED_MODULE_0__/* .identityPrefix */ .t)(config.name)}-${role}`);
    const references = secrets.map((name) => [name, { secretRef: name }]);
    return {
        hub: config.name,
        address: config.access.domain ?? _values_js__WEBPACK_IMPORTED_MODULE_3__/* .ADDRESS */ .BD,
        managedCertificate: config.access.subdomains === undefined,
        loadBalancer: { timeoutSec: config.access.session.websocket, drainingTimeoutSec: 60 },
        ...(config.access.oauthClient === undefined ? {} : { oauthClient: { secretRef: config.access.oauthClient } }),
        home: homeClassValues(config),
        admission: true,
        ...(0,_hours_warm_js__WEBPACK_IMPORTED_MODULE_1__/* .warmCompanionValues */ .OK)(config),
        ...quotaValues(config),
        rbac: {
            sync: identity('sync'),
            plan: identity('plan'),
            homes: config.storage.perUserBuckets ? identity('homes') : '',
        },
        ...(config.pullSecrets.length === 0 ? {} : { pullSecrets: config.pullSecrets.map((secretRef) => ({ secretRef })) }),
        ...(secrets.length === 0 ? {} : { secrets: Object.fromEntries(references) }),
    };
}


/***/ }),

/***/ "src/helm/values/servers/pull-secrets.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ pullSecretValues),
/* harmony export */   X: () => (/* binding */ pullSecretObject)
/* harmony export */ });
function pullSecretValues({ name, pullSecrets }) {
    if (pullSecrets.length === 0)
        return {};
    return { singleuser: { image: { pullSecrets: pullSecrets.map((_, index) => pullSecretObject(name, index)) } } };
}
function pullSecretObject(hub, index) {
    return `${hub}-pull-${index}`;
}


/***/ }),

/***/ "src/stages/access/guard.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ guardBefore),
/* harmony export */   Pp: () => (/* binding */ guardImmediateRemoval),
/* harmony export */   Xz: () => (/* binding */ guardPeople),
/* harmony export */   l5: () => (/* binding */ refuseUnknownRestoration)
/* harmony export */ });
/* harmony import */ var _access_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/guard.js");
/* harmony import */ var _access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/hub/blocked.js");
/* harmony import */ var _access_iap_desired_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/iap/desired.js");
/* harmony import */ var _access_users_email_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/access/users/email.js");
/* harmony import */ var _config_location_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/errors.js");
/* harmony import */ var _review_acknowledgements_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/stages/review/acknowledgements.js");
/* harmony import */ var _review_base_policy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/stages/review/base-policy.js");









async function guardBefore(session) {
    const base = await (0,_review_base_policy_js__WEBPACK_IMPORTED_MODULE_8__/* .readBasePolicy */ .w)(session);
    if (base === undefined)
        return undefined;
    const place = (0,_config_location_js__WEBPACK_IMPORTED_MODULE_4__/* .locationText */ .fN)(session.input.locate(['access', 'guard'], 'key'));
    return { limits: base.guard, place, isRead: base.isRead };
}
async function guardPeople({ config, principals }, live, now, guardOfBefore) {
    if (live === undefined)
        return [];
    const before = entriesOf(live);
    const judge = (limits, effective) => (0,_access_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .guardRemovals */ .N)({
        ...{ before, after: principals, limits, now, where: 'the users files' },
        ...(effective === undefined ? {} : { effective }),
    });
    const admins = activeAdmins(before, now);
    const { requiredAdmins } = config.access.guard;
    const { refusal, warnings } = judge({
        ...config.access.guard,
        requiredAdmins: activeAdmins(principals, now) < admins ? requiredAdmins : 0,
    });
    if (refusal !== undefined)
        throw refusal;
    const takes = judge({ maxRemovals: { percent: 0, atLeast: 0 }, requiredAdmins: admins }).refusal !== undefined;
    const effective = takes ? await guardOfBefore?.() : undefined;
    const refusalBefore = effective && judge(effective.limits, effective).refusal;
    if (refusalBefore !== undefined)
        throw refusalBefore;
    return warnings;
}
function guardImmediateRemoval({ config, principals, context }, live, immediate) {
    if (immediate.remove.length === 0)
        return;
    const { now } = context;
    const names = principals.map(({ name }) => name);
    const after = (0,_access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutBlocked */ .XH)(principals, (0,_access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_1__/* .nextBlocked */ .sf)(live.blocked, immediate, names));
    const allowed = (0,_access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutBlocked */ .XH)(principals, (0,_access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_1__/* .nextBlocked */ .sf)(live.blocked, { ...immediate, remove: [] }, names));
    const { guard } = config.access;
    const losesAdmin = activeAdmins(after, now) < activeAdmins(allowed, now);
    const { refusal } = (0,_access_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .guardRemovals */ .N)({
        before: [...principals, ...entriesOf(live.members)],
        after,
        limits: { ...guard, requiredAdmins: losesAdmin ? Math.max(guard.requiredAdmins, 1) : 0 },
        now,
        where: 'remove',
    });
    if (refusal === undefined)
        return;
    const { reason, losing, message } = refusal;
    if (reason === 'nobody') {
        throw new _access_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .GuardRefusal */ .U('The removal would leave nobody with access', {
            ...{ where: 'remove', reason, losing },
            hint: 'Nothing was changed. To close a hub, use destroy.',
        });
    }
    const words = new Set((0,_review_acknowledgements_js__WEBPACK_IMPORTED_MODULE_7__/* .acknowledgedAddresses */ .Tc)(context).map(_access_users_email_js__WEBPACK_IMPORTED_MODULE_3__/* .sameAddress */ .xU));
    if (!immediate.remove.every((name) => words.has((0,_access_users_email_js__WEBPACK_IMPORTED_MODULE_3__/* .sameAddress */ .xU)(name)))) {
        throw new _access_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .GuardRefusal */ .U(message, {
            ...{ where: 'remove', reason, losing },
            hint: 'Nothing was changed. Those who were removed before count too, until the users files no longer list them. If all of this is intended, start the run again and give the addresses of remove in acknowledge as well.',
        });
    }
    context.say(`  acknowledged in this manual run: ${message}`);
}
function refuseUnknownRestoration({ blocked }, { restore }) {
    const known = new Set(blocked.map(_access_users_email_js__WEBPACK_IMPORTED_MODULE_3__/* .sameAddress */ .xU));
    const name = restore.find((one) => !known.has((0,_access_users_email_js__WEBPACK_IMPORTED_MODULE_3__/* .sameAddress */ .xU)(one)));
    if (name === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`"${name}" is not removed`, {
        hint: blocked.length === 0
            ? 'Nobody is kept out against the users files.'
            : `Kept out against the users files: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_5__/* .firstOf */ .Ku)(blocked, 20)}.`,
    });
}
function entriesOf(live) {
    return [
        ...(live?.people ?? []).map(({ email, admin, until }) => ({
            kind: (0,_access_users_email_js__WEBPACK_IMPORTED_MODULE_3__/* .isServiceAccount */ .H4)(email) ? 'serviceAccount' : 'person',
            name: email,
            admin,
            until: until ?? undefined,
        })),
        ...(live?.domains ?? []).map((name) => ({ kind: 'domain', name })),
    ];
}
function activeAdmins(entries, now) {
    const admins = entries.filter(({ kind, admin = false, until }) => kind === 'person' && admin !== false && !(0,_access_iap_desired_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(until, now));
    return new Set(admins.map(({ name }) => (0,_access_users_email_js__WEBPACK_IMPORTED_MODULE_3__/* .sameAddress */ .xU)(name))).size;
}


/***/ }),

/***/ "src/stages/access/plan.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RP: () => (/* binding */ desiredAccess),
/* harmony export */   h$: () => (/* binding */ notesOf),
/* harmony export */   jF: () => (/* binding */ planPeople),
/* harmony export */   mw: () => (/* binding */ blockedNotes),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/* harmony import */ var _access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/hub/blocked.js");
/* harmony import */ var _access_hub_config_maps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/hub/config-maps.js");
/* harmony import */ var _access_hub_leaving_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/hub/leaving.js");
/* harmony import */ var _access_hub_member_list_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/access/hub/member-list.js");
/* harmony import */ var _access_iap_changes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/access/iap/changes.js");
/* harmony import */ var _access_iap_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/access/iap/policy.js");
/* harmony import */ var _access_iap_sync_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/access/iap/sync.js");
/* harmony import */ var _change_change_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _group_plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/stages/access/group-plan.js");
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/stages/access/guard.js");










async function planPeople(stated, configMaps, iap, now, groups, before) {
    const { members: live, blocked, leaving, group: record, isRecovered = false, } = configMaps === undefined ? NONE : await (0,_access_hub_config_maps_js__WEBPACK_IMPORTED_MODULE_1__/* .readPeople */ .ky)(configMaps);
    const allowed = (0,_access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutBlocked */ .XH)(stated.principals, blocked);
    const warnings = await (0,_guard_js__WEBPACK_IMPORTED_MODULE_8__/* .guardPeople */ .Xz)({ config: stated.config, principals: allowed }, live, now, before);
    const policy = iap && (await (0,_access_iap_sync_js__WEBPACK_IMPORTED_MODULE_6__/* .planPolicy */ ._0)(iap, desiredAccess(stated, allowed, live, leaving), now));
    if (policy?.refusal !== undefined)
        throw policy.refusal;
    const group = await (0,_group_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .planGroup */ .v3)(stated, { group: record, blocked }, groups, now);
    const ofList = (0,_access_hub_member_list_js__WEBPACK_IMPORTED_MODULE_3__/* .memberListChanges */ .kd)(live, (0,_access_hub_member_list_js__WEBPACK_IMPORTED_MODULE_3__/* .nextMemberList */ .QC)(live, allowed), allowed, now);
    const stillListed = (0,_access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_0__/* .nextBlocked */ .sf)(blocked, _access_hub_blocked_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_IMMEDIATE_CHANGE */ .Xz, stated.principals.map(({ name }) => name));
    return {
        changes: joined(ofList, [...(0,_access_iap_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .memberChanges */ .u)(policy?.members ?? []), ...group.changes]),
        notes: [
            ...(isRecovered ? [{ code: 'list-recovered' }] : []),
            ...warnings,
            ...blockedNotes(stillListed),
            ...notesOf(policy),
            ...group.notes,
        ],
        people: allowed,
    };
}
const NONE = { members: undefined, blocked: [], leaving: [], group: undefined };
function joined(ofList, ofIap) {
    const known = new Set(ofList.map(_change_change_js__WEBPACK_IMPORTED_MODULE_9__/* .addressOf */ .c));
    const keyOf = (change) => `${change.subject.kind} ${(0,_change_change_js__WEBPACK_IMPORTED_MODULE_9__/* .addressOf */ .c)(change)}`;
    const added = new Set(ofIap.filter(({ scope, action }) => scope === 'access' && action === 'create').map(keyOf));
    for (const change of ofIap) {
        if (change.scope === 'iap' && change.action === 'delete' && added.has(keyOf(change)))
            known.add((0,_change_change_js__WEBPACK_IMPORTED_MODULE_9__/* .addressOf */ .c)(change));
    }
    return [...ofList, ...ofIap.filter((change) => !known.has((0,_change_change_js__WEBPACK_IMPORTED_MODULE_9__/* .addressOf */ .c)(change)))];
}
function desiredAccess({ config }, principals, live, leaving = []) {
    const { entry, mode } = config.access;
    return {
        hub: config.name,
        principals,
        entry,
        mode,
        adopted: live !== undefined,
        previous: [...(0,_access_hub_leaving_js__WEBPACK_IMPORTED_MODULE_2__/* .membersOf */ .l)(live), ...leaving],
    };
}
function notesOf(policy) {
    const { foreign = [], warnings = [], unknown = [] } = policy ?? {};
    const members = foreign.filter(({ role }) => role === _access_iap_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .ACCESSOR_ROLE */ .Zv).map(({ member }) => member);
    return [
        ...warnings,
        ...(unknown.length === 0 ? [] : [{ code: 'unknown-to-iam', members: unknown }]),
        ...(members.length === 0 ? [] : [{ code: 'foreign-grants-kept', members }]),
    ];
}
function blockedNotes(blocked) {
    return blocked.map((name) => ({ code: 'revoked-until-unlisted', name }));
}


/***/ }),

/***/ "src/stages/deploy/drift.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Nn: () => (/* binding */ knownBefore),
/* harmony export */   kR: () => (/* binding */ readDrift)
/* harmony export */ });
/* harmony import */ var _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/kubernetes.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");
/* harmony import */ var _helm_diff_live_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/diff/live-fields.js");
/* harmony import */ var _helm_diff_object_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/helm/diff/object-key.js");
/* harmony import */ var _helm_release_drift_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/helm/release/drift.js");
/* harmony import */ var _helm_release_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/helm/release/record.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/json.js");







async function readDrift(cluster, hub, deployed, readsAll, rendered) {
    if (cluster === undefined || deployed === undefined || deployed.revision === 0)
        return [];
    const reader = { kubernetes: cluster.kubernetes, namespace: (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_5__/* .namespaceOf */ .N6)(hub), address: deployed.address, readsAll };
    const drift = await (0,_helm_release_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .driftOf */ .$p)(reader, deployed.manifests, deployed.settled);
    return deployed.state === 'deployed' ? drift : (0,_helm_release_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .unexplained */ .EJ)(drift, rendered ?? deployed.manifests, reader);
}
function knownBefore(deployed, drift) {
    const isComplete = deployed === undefined || (deployed.state === 'deployed' && deployed.settled !== undefined);
    return { drift, settled: deployed?.settled, isComplete };
}
async function settle(kubernetes, { hub, address }, manifests, before) {
    const reader = { kubernetes, namespace: (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_5__/* .namespaceOf */ .N6)(hub), address, readsAll: true };
    const now = await (0,_helm_release_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .driftOf */ .$p)(reader, manifests, {});
    const left = stillThere(before.drift.filter(({ isUnrecorded }) => isUnrecorded !== true), now);
    for (const one of left)
        await setBack(kubernetes, hub, one);
    if (!before.isComplete)
        await setBackUnknown(kubernetes, hub, notSettled(now, before.settled ?? {}, reader.namespace));
    const [first] = left.length === 0 ? [] : stillThere(left, await (0,_helm_release_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .driftOf */ .$p)(reader, manifests, {}));
    if (first === undefined)
        return (0,_helm_release_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .settledObjects */ .Gt)(reader, manifests);
    const { kind, name } = first.manifest;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`${kind}/${name} was changed in the cluster, and cannot be set back at ${first.fields.map(({ path }) => path.join('.')).join(', ')}`, {
        where: `namespace ${(0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_5__/* .namespaceOf */ .N6)(hub)}`,
        hint: `Something in the cluster changes it again, or Kubernetes does not let it be changed. Find out who does (kubectl get ${kind.toLowerCase()} ${name} --show-managed-fields), or delete the object and run apply again, which makes it anew.`,
    });
}
async function setBackUnknown(kubernetes, hub, unknown) {
    for (const { manifest, fields } of unknown) {
        if (await isSetBack(kubernetes, hub, { manifest, fields }))
            continue;
        for (const field of fields)
            await isSetBack(kubernetes, hub, { manifest, fields: [field] });
    }
}
async function isSetBack(kubernetes, hub, changed) {
    try {
        await setBack(kubernetes, hub, changed);
        return true;
    }
    catch (error) {
        if (error instanceof _cloud_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .KubernetesError */ .dK && [400, 403, 409, 422].includes(error.status))
            return false;
        throw error;
    }
}
async function setBack(kubernetes, hub, { manifest, fields }) {
    const { apiVersion, kind, name } = manifest;
    const place = (0,_helm_release_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .isOfCluster */ .GD)(kind) ? {} : { namespace: manifest.namespace ?? (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_5__/* .namespaceOf */ .N6)(hub) };
    const change = fields.reduce((all, { path }) => withField(all, path, manifest.object), {});
    await kubernetes.patch({ apiVersion, kind, name, ...place }, change);
}
function notSettled(now, settled, home) {
    return now.flatMap((one) => {
        const known = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .entryOf */ .M)(settled, (0,_helm_diff_object_key_js__WEBPACK_IMPORTED_MODULE_3__/* .objectKey */ .T)(one.manifest, home)) ?? {};
        const fields = (one.fields ?? []).filter((field) => {
            const [path, digest] = (0,_helm_diff_live_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .differenceKey */ .J)(field);
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .entryOf */ .M)(known, path) !== digest;
        });
        return fields.length === 0 ? [] : [{ ...one, fields }];
    });
}
function stillThere(before, now) {
    const keyOf = ({ kind, namespace = '', name }) => [kind, namespace, name].join('/');
    const fieldsOf = ({ fields = [] }) => fields.map((one) => (0,_helm_diff_live_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .differenceKey */ .J)(one).join());
    const known = new Map(before.map((one) => [keyOf(one.manifest), new Set(fieldsOf(one))]));
    return now.flatMap((one) => {
        const was = known.get(keyOf(one.manifest));
        const fields = (one.fields ?? []).filter((field) => was?.has((0,_helm_diff_live_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .differenceKey */ .J)(field).join()) === true);
        return fields.length === 0 ? [] : [{ ...one, fields }];
    });
}
function withField(patch, [key = '', ...rest], from) {
    const inner = from[key];
    const isWhole = rest.length === 0 || typeof inner !== 'object' || inner === null || Array.isArray(inner);
    const known = patch[key] ?? {};
    return { ...patch, [key]: isWhole ? (inner ?? null) : withField(known, rest, inner) };
}


/***/ }),

/***/ "src/stages/homes/plan.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ homesState),
  P: () => (/* binding */ planBuckets)
});

// EXTERNAL MODULE: ./lib/src/change/change.js
var change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/access/homes/names.js
var homes_names = __webpack_require__("src/access/homes/names.js");
;// CONCATENATED MODULE: ./lib/src/access/homes/changes.js


function homesChanges({ make, leave }, context) {
    const names = new Map(context.former.map((email) => [(0,homes_names/* homeKey */.Lx)(context.hubId, email), email]));
    const changes = [
        ...make.map((home) => makeChange(home, context)),
        ...leave.map((home) => leaveChange(home, context.hubId, home.email ?? names.get(home.key))),
    ];
    return changes.sort((a, b) => ((0,change/* addressOf */.c)(a) < (0,change/* addressOf */.c)(b) ? -1 : 1));
}
function makeChange({ key, kind, email }, { hubId, homeStatus }) {
    const place = (0,homes_names/* homeAddress */.MA)(hubId, { key, kind });
    const left = Object.hasOwn(homeStatus.left, key) ? homeStatus.left[key] : undefined;
    const home = { scope: 'homes', subject: { kind, owner: email } };
    if (left === undefined)
        return { ...home, action: 'create', attributes: [{ name: 'place', after: place }] };
    return {
        ...home,
        action: 'update',
        attributes: [{ name: 'rights', after: place }],
        notes: [{ code: left.purging ? 'owner-returned-in-purge' : 'owner-returned' }],
    };
}
function leaveChange({ key, kind }, hubId, email) {
    return {
        scope: 'homes',
        action: 'update',
        subject: email === undefined ? { kind, ownerKey: key } : { kind, owner: email },
        attributes: [{ name: 'rights', before: (0,homes_names/* homeAddress */.MA)(hubId, { key, kind }) }],
        notes: [{ code: 'owner-left' }],
    };
}

// EXTERNAL MODULE: ./lib/src/access/homes/plan.js
var homes_plan = __webpack_require__("src/access/homes/plan.js");
// EXTERNAL MODULE: ./lib/src/access/users/day.js
var day = __webpack_require__("src/access/users/day.js");
;// CONCATENATED MODULE: ./lib/src/stages/homes/plan.js




function planBuckets({ config }, people, homeStatus, now) {
    const state = homesState({ config }, people.people, homeStatus, now);
    const plan = (0,homes_plan/* planHomes */.a)(state);
    const former = people.changes.filter(({ action }) => action === 'delete').map(change/* addressOf */.c);
    return {
        changes: homesChanges(plan, { hubId: state.hubId, homeStatus, former }),
        notes: plan.make.length === 0 ? [] : [{ code: 'buckets-planned', seconds: (0,homes_plan/* estimateSeconds */.q)(plan) }],
    };
}
function homesState({ config }, principals, homeStatus, now) {
    return {
        hubId: { project: config.project, hub: config.name },
        principals,
        perUser: config.storage.perUserBuckets,
        homeStatus,
        live: undefined,
        today: (0,day/* dayOf */.kb)(now, config.access.session.timezone),
        now,
    };
}


/***/ }),

/***/ "src/stages/homes/sync.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ bringHomes),
  j: () => (/* binding */ homesClients)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__("node:timers/promises");
// EXTERNAL MODULE: ./lib/src/access/homes/disks.js
var disks = __webpack_require__("src/access/homes/disks.js");
// EXTERNAL MODULE: ./lib/src/access/homes/names.js
var names = __webpack_require__("src/access/homes/names.js");
;// CONCATENATED MODULE: ./lib/src/access/homes/live.js

const BUCKET_LABELS = {
    managedBy: 'managed-by',
    hub: 'jupyterhub-gke-hub',
    left: 'jupyterhub-gke-left',
};
const ACCOUNT_LABELS = {
    'app.kubernetes.io/managed-by': 'jupyterhub-gke',
    'app.kubernetes.io/component': 'home',
};
async function readLiveHomes(place) {
    const [found, accounts] = await Promise.all([readBuckets(place), readAccounts(place.configMaps)]);
    const shared = found.find(({ name }) => name === (0,names/* sharedBucketName */.xY)(place));
    const buckets = found.flatMap((bucket) => {
        const key = (0,names/* keyOfBucket */.BB)(place, bucket.name);
        return key === undefined ? [] : [[key, liveBucket(place, bucket)]];
    });
    const folders = shared === undefined ? [] : await readFolders(place);
    return {
        buckets: new Map(buckets),
        shared: shared && liveBucket(place, shared),
        folders: new Set(folders),
        accounts,
    };
}
function liveBucket({ hub }, { labels }) {
    return { isOurs: labels?.[BUCKET_LABELS.hub] === hub, left: labels?.[BUCKET_LABELS.left] };
}
function readBuckets({ google, project, hub }) {
    return pages(google, 'b', {
        project,
        prefix: `${project}-${hub}-`,
        fields: 'items(name,labels),nextPageToken',
    });
}
async function readFolders(place) {
    const path = `b/${(0,names/* sharedBucketName */.xY)(place)}/managedFolders`;
    const found = await pages(place.google, path, { fields: 'items(name),nextPageToken' });
    return found.map(({ name }) => name.replace(/\/$/, ''));
}
async function pages(google, path, query) {
    const all = [];
    for (let pageToken = '';;) {
        const page = await google.call({
            service: 'storage',
            path,
            query: { ...query, ...(pageToken === '' ? {} : { pageToken }) },
        });
        all.push(...(page.items ?? []));
        pageToken = page.nextPageToken ?? '';
        if (pageToken === '')
            return all;
    }
}
async function readAccounts({ kubernetes, namespace }) {
    const labelSelector = Object.entries(ACCOUNT_LABELS)
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
    const found = await kubernetes.list({ apiVersion: 'v1', kind: 'ServiceAccount', namespace }, { labelSelector });
    return new Set(found.map(({ metadata }) => metadata.name));
}

// EXTERNAL MODULE: ./lib/src/access/homes/plan.js
var homes_plan = __webpack_require__("src/access/homes/plan.js");
// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var cloud_kubernetes = __webpack_require__("src/cloud/kubernetes.js");
// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/access/homes/status.js
var homes_status = __webpack_require__("src/access/homes/status.js");
;// CONCATENATED MODULE: ./lib/src/access/homes/run.js





const AT_ONCE = 4;
const WRITE_EVERY = 15_000;
const WRITE_BATCH = 25;
const REPORT_EVERY = 30_000;
async function runHomes(plan, run) {
    const queue = [...plan.leave, ...plan.make];
    const total = queue.length;
    const made = [];
    const left = [];
    const failed = [];
    let untried = 0;
    const status = statusWriter(run);
    const started = run.now();
    let reported = started;
    const runHome = async (home) => {
        try {
            if ('day' in home) {
                await run.steps.leave(home);
                left.push(home);
                await status.add({ key: home.key, left: { kind: home.kind, day: home.day } });
            }
            else {
                await run.steps.make(home);
                made.push(home);
                await status.add({ key: home.key, ready: home.kind });
            }
        }
        catch (error) {
            if (run.signal.aborted)
                throw error;
            failed.push({ home, why: (0,errors/* errorMessage */.gJ)(error) });
            if (isPermissionError(error))
                untried += queue.splice(0).length;
        }
        const done = made.length + left.length;
        if (run.now() - reported < REPORT_EVERY)
            return;
        reported = run.now();
        const rest = ((reported - started) / Math.max(1, done)) * (total - done);
        run.say(`  homes: ${done} of ${total}, about ${(0,config_text/* roughDuration */.Um)(rest / 1000)} to go`);
    };
    const worker = async () => {
        for (let home = queue.shift(); home !== undefined; home = queue.shift()) {
            run.signal.throwIfAborted();
            await runHome(home);
        }
    };
    const workers = Array.from({ length: Math.min(AT_ONCE, total) }, worker);
    const results = await Promise.allSettled(workers);
    await status.flush();
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
    return { made, left, failed, untried };
}
function isPermissionError(error) {
    const isAnswer = error instanceof rest.GoogleApiError || error instanceof cloud_kubernetes/* KubernetesError */.dK;
    return isAnswer && (error.status === 401 || error.status === 403);
}
function statusWriter({ configMaps, now, sleep }) {
    let waiting = [];
    let last = now();
    let writing = Promise.resolve();
    const flush = () => {
        writing = writing.then(async () => {
            const batch = waiting;
            waiting = [];
            last = now();
            try {
                await (0,homes_status/* updateHomeStatus */.bf)(configMaps, batch, sleep);
            }
            catch (error) {
                waiting = [...batch, ...waiting];
                throw error;
            }
        });
        const result = writing;
        writing = writing.catch(() => { });
        return result;
    };
    return {
        flush,
        add: async (change) => {
            waiting.push(change);
            if (waiting.length >= WRITE_BATCH || now() - last >= WRITE_EVERY)
                await flush().catch(() => { });
        },
    };
}

// EXTERNAL MODULE: ./lib/src/access/homes/home-role.js
var home_role = __webpack_require__("src/access/homes/home-role.js");
// EXTERNAL MODULE: ./lib/src/access/homes/lifecycle-rule.js
var lifecycle_rule = __webpack_require__("src/access/homes/lifecycle-rule.js");
;// CONCATENATED MODULE: ./lib/src/access/homes/steps.js







const SOFT_DELETE = 30 * 24 * 3600;
class HomeSteps {
    #target;
    #live;
    #shared;
    #slot = Promise.resolve();
    constructor(target, live) {
        this.#target = target;
        this.#live = live;
    }
    async make({ key, kind, isNewBucket, isPurging }) {
        const { google } = this.#target;
        if (!this.#live.accounts.has((0,names/* serviceAccountName */.uY)(key)))
            await this.#makeAccount(key);
        if (kind === 'folder')
            await this.#makeFolder(key);
        else if (isNewBucket)
            await this.#makeBucket((0,names/* bucketName */.EL)(this.#target, key));
        else
            this.#checkOwn(key);
        if (isPurging)
            await (0,lifecycle_rule/* setDeleteRule */.o)(this.#target, { key, kind }, false);
        await (0,home_role/* setHomeRole */.MF)(google, (0,names/* storagePath */.BY)(this.#target, { key, kind }), (0,names/* iamPrincipal */.So)(this.#target, key), 'grant', this.#target.sleep);
        if (this.#live.buckets.get(key)?.left !== undefined)
            await this.#label(key, null);
    }
    async leave({ key, kind, day }) {
        const { google, configMaps, sleep } = this.#target;
        const isThere = kind === 'bucket' ? this.#live.buckets.has(key) : this.#live.folders.has(key);
        if (isThere)
            await (0,home_role/* setHomeRole */.MF)(google, (0,names/* storagePath */.BY)(this.#target, { key, kind }), (0,names/* iamPrincipal */.So)(this.#target, key), 'revoke', sleep);
        if (this.#live.buckets.get(key)?.isOurs)
            await this.#label(key, day);
        const { namespace } = this.#target;
        await configMaps.kubernetes.delete({
            apiVersion: 'v1',
            kind: 'ServiceAccount',
            namespace,
            name: (0,names/* serviceAccountName */.uY)(key),
        });
    }
    async #makeAccount(key) {
        const { configMaps, namespace, hub } = this.#target;
        const labels = { ...ACCOUNT_LABELS, 'app.kubernetes.io/instance': hub };
        try {
            await configMaps.kubernetes.create({
                apiVersion: 'v1',
                kind: 'ServiceAccount',
                metadata: { name: (0,names/* serviceAccountName */.uY)(key), namespace, labels },
                automountServiceAccountToken: false,
            });
        }
        catch (error) {
            if (!(error instanceof cloud_kubernetes/* KubernetesError */.dK) || error.reason !== 'AlreadyExists')
                throw error;
        }
    }
    async #makeFolder(key) {
        const shared = (0,names/* sharedBucketName */.xY)(this.#target);
        if (this.#live.shared?.isOurs === false)
            throw notOurs(shared);
        if (this.#live.shared === undefined)
            this.#shared ??= this.#makeBucket(shared);
        await this.#shared;
        if (this.#live.folders.has(key))
            return;
        await this.#unlessThere(() => this.#target.google.call({
            service: 'storage',
            method: 'POST',
            effect: 'same',
            path: `b/${shared}/managedFolders`,
            body: { name: `${key}/` },
        }));
    }
    async #makeBucket(name) {
        const { google, project, hub, region } = this.#target;
        await this.#nextSlot();
        const isNew = await this.#unlessThere(() => google.call({
            service: 'storage',
            method: 'POST',
            effect: 'same',
            path: 'b',
            query: { project },
            body: {
                name,
                location: region.toUpperCase(),
                iamConfiguration: { uniformBucketLevelAccess: { enabled: true }, publicAccessPrevention: 'enforced' },
                softDeletePolicy: { retentionDurationSeconds: String(SOFT_DELETE) },
                labels: { [BUCKET_LABELS.managedBy]: 'jupyterhub-gke', [BUCKET_LABELS.hub]: hub },
            },
        }));
        if (isNew)
            return;
        const there = await google
            .get({
            service: 'storage',
            path: `b/${name}`,
        })
            .catch((error) => {
            if (error instanceof rest.GoogleApiError && error.status === 403)
                return undefined;
            throw error;
        });
        const isOurs = there?.labels?.[BUCKET_LABELS.hub] === hub && there.projectNumber === this.#target.projectNumber;
        if (!isOurs)
            throw notOurs(name);
    }
    #checkOwn(key) {
        if (this.#live.buckets.get(key)?.isOurs !== true)
            throw notOurs((0,names/* bucketName */.EL)(this.#target, key));
    }
    async #label(key, day) {
        await this.#target.google.call({
            service: 'storage',
            method: 'PATCH',
            path: `b/${(0,names/* bucketName */.EL)(this.#target, key)}`,
            body: { labels: { [BUCKET_LABELS.left]: day } },
        });
    }
    async #unlessThere(create) {
        try {
            await create();
            return true;
        }
        catch (error) {
            if (error instanceof rest.GoogleApiError && error.status === 409)
                return false;
            throw error;
        }
    }
    #nextSlot() {
        const turn = this.#slot;
        this.#slot = turn.then(() => this.#target.sleep(names/* BUCKET_INTERVAL */.VE));
        return turn;
    }
}
function notOurs(bucket) {
    return new errors/* ToolError */.v4(`The bucket "${bucket}" exists, but this hub did not create it`, {
        where: `gs://${bucket}`,
        hint: 'Bucket names are globally unique. If the bucket is yours, delete it; else choose another name for the hub.',
    });
}

// EXTERNAL MODULE: ./lib/src/access/iap/desired.js
var desired = __webpack_require__("src/access/iap/desired.js");
// EXTERNAL MODULE: ./lib/src/access/users/day.js
var day = __webpack_require__("src/access/users/day.js");
// EXTERNAL MODULE: ./lib/src/change/change.js
var change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/cloud/auth.js + 1 modules
var auth = __webpack_require__("src/cloud/auth.js");
// EXTERNAL MODULE: ./lib/src/config/identity-prefix.js
var identity_prefix = __webpack_require__("src/config/identity-prefix.js");
// EXTERNAL MODULE: ./lib/src/config/rules/platform/location.js
var platform_location = __webpack_require__("src/config/rules/platform/location.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/homes/plan.js + 1 modules
var stages_homes_plan = __webpack_require__("src/stages/homes/plan.js");
;// CONCATENATED MODULE: ./lib/src/stages/homes/sync.js




















const NOTHING = { changed: false, notes: [], complete: true };
const NAMED = 10;
async function bringHomes(session, cluster, people, options) {
    const { whole, changes } = options;
    const { now } = session.context;
    const hasEnds = people.some(({ until }) => (0,desired/* hasEnded */.hY)(until, now));
    const isQuiet = !whole && changes.length === 0 && !hasEnds;
    const labelled = isQuiet ? NOTHING : await labelDisks(session, cluster, people, now);
    const former = changes.filter(({ action }) => action === 'delete').map(change/* addressOf */.c);
    const isAsked = session.config.storage.perUserBuckets || !isQuiet;
    const buckets = isAsked ? await bringBuckets(session, cluster, { people, former }, whole) : NOTHING;
    return {
        changed: labelled.changed || buckets.changed,
        notes: [...labelled.notes, ...buckets.notes],
        complete: labelled.complete && buckets.complete,
    };
}
async function labelDisks(session, cluster, people, now) {
    session.step('label the homes of people who left');
    const today = (0,day/* dayOf */.kb)(now, session.config.access.session.timezone);
    try {
        const labelled = await (0,disks/* labelLeftHomeDisks */.$q)((0,session_cluster/* hubConfigMaps */.$V)(session, cluster), { principals: people, now, today });
        if (labelled === 0)
            return NOTHING;
        return {
            ...NOTHING,
            changed: true,
            notes: [{ code: 'homes-labelled', count: labelled }],
        };
    }
    catch (error) {
        if (!(error instanceof cloud_kubernetes/* KubernetesError */.dK) || error.status !== 403)
            throw error;
        return { ...NOTHING, notes: [{ code: 'homes-not-labelled' }] };
    }
}
async function bringBuckets(session, cluster, who, whole) {
    const { config } = session;
    const { perUserBuckets } = config.storage;
    const homeStatus = await (0,homes_status/* readHomeStatus */.aq)((0,session_cluster/* hubConfigMaps */.$V)(session, cluster)).catch((error) => {
        if (error instanceof cloud_kubernetes/* KubernetesError */.dK && error.status === 403)
            return undefined;
        throw error;
    });
    if (homeStatus === undefined) {
        if (!perUserBuckets)
            return NOTHING;
        return { ...NOTHING, notes: [{ code: 'buckets-after-apply' }] };
    }
    const quick = (0,homes_plan/* planHomes */.a)((0,stages_homes_plan/* homesState */.G)(session, who.people, homeStatus, session.context.now));
    const isQuiet = quick.make.length === 0 && quick.leave.length === 0;
    if (isQuiet && !(whole && perUserBuckets))
        return NOTHING;
    session.step('bring the buckets of people');
    try {
        return await carryOut(session, cluster, who, homeStatus);
    }
    catch (error) {
        if (session.context.signal.aborted)
            throw error;
        const identity = homesIdentity(session);
        const note = {
            code: 'buckets-failed',
            ...(identity === undefined ? {} : { identity }),
            error: (0,errors/* errorMessage */.gJ)(error),
            ...(error instanceof errors/* ToolError */.v4 && error.hint !== undefined ? { hint: error.hint } : {}),
        };
        return { changed: false, complete: false, notes: [note] };
    }
}
async function carryOut(session, cluster, { people, former }, homeStatus) {
    const { config, context } = session;
    const { say, signal } = context;
    const { google, configMaps } = homesClients(session, cluster);
    const site = {
        google,
        configMaps,
        project: config.project,
        hub: config.name,
        projectNumber: await session.projectNumber(),
        namespace: configMaps.namespace,
        region: (0,platform_location/* regionOf */.A)(config.location),
        sleep: promises_.setTimeout,
    };
    const live = await readLiveHomes(site);
    const plan = (0,homes_plan/* planHomes */.a)({ ...(0,stages_homes_plan/* homesState */.G)(session, people, homeStatus, session.context.now), live });
    if (plan.make.length === 0 && plan.leave.length === 0)
        return NOTHING;
    say(`  buckets of people: ${plan.make.length} to make, ${plan.leave.length} of people who left; about ${(0,config_text/* roughDuration */.Um)((0,homes_plan/* estimateSeconds */.q)(plan))}`);
    const done = await runHomes(plan, {
        steps: new HomeSteps(site, live),
        configMaps,
        say,
        signal,
        sleep: promises_.setTimeout,
        now: Date.now,
    });
    return resultOf(plan, done, new Map(former.map((email) => [(0,names/* homeKey */.Lx)(site, email), email])));
}
function resultOf(plan, { made, left, failed, untried }, former) {
    const ownerOf = ({ email, key }) => {
        const owner = email ?? former.get(key);
        return owner === undefined ? { ownerKey: key } : { owner };
    };
    const failures = failed.slice(0, NAMED);
    const more = failed.length + untried - failures.length;
    return {
        changed: made.length + left.length > 0,
        complete: failed.length === 0,
        notes: [
            ...(made.length === 0 ? [] : [{ code: 'buckets-ready', count: made.length, planned: plan.make.length }]),
            ...left.slice(0, NAMED).map((home) => ({ code: 'bucket-closed', ...ownerOf(home), day: home.day })),
            ...made.filter(({ wasLost }) => wasLost).map((home) => ({ code: 'bucket-lost', ...ownerOf(home) })),
            ...failures.map(({ home, why }) => ({ code: 'bucket-failed', ...ownerOf(home), error: why })),
            ...(more === 0 ? [] : [{ code: 'buckets-not-done', count: more }]),
        ],
    };
}
function homesIdentity({ config, context }) {
    const { workloadIdentityProvider } = context.credentials;
    if (workloadIdentityProvider === undefined)
        return undefined;
    return `${(0,identity_prefix/* identityPrefix */.t)(config.name)}-homes@${config.project}.iam.gserviceaccount.com`;
}
function homesClients(session, { endpoint }) {
    const { env, mask, signal, credentials } = session.context;
    const serviceAccount = homesIdentity(session);
    const token = serviceAccount === undefined ? session.token : (0,auth/* tokenSource */.Z)({ ...credentials, serviceAccount, env, mask });
    const kubernetes = new cloud_kubernetes/* Kubernetes */.rP({ endpoint, token, signal });
    const { hub, namespace } = (0,session_cluster/* hubConfigMaps */.$V)(session, { kubernetes });
    return { google: new rest.GoogleClient({ token, env }), configMaps: { kubernetes, hub, namespace } };
}


/***/ })

};
;