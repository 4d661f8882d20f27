"use strict";
exports.id = "plan-cluster";
exports.ids = ["plan-cluster"];
exports.modules = {

/***/ "src/cloud/oauth-client.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ oauthClientOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/json.js");

function oauthClientOf(text) {
    let file;
    try {
        file = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const web = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(file) ? file.web : undefined;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(web))
        return undefined;
    const { client_id: id, client_secret: secret } = web;
    if (typeof secret !== 'string' || secret === '')
        return undefined;
    return typeof id === 'string' && /^[\w.-]+\.apps\.googleusercontent\.com$/.test(id) ? { id, secret } : undefined;
}


/***/ }),

/***/ "src/stages/deploy/chart-findings.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ locatingChart),
/* harmony export */   fF: () => (/* binding */ withChartFindings)
/* harmony export */ });
/* unused harmony export chartDiagnostics */
/* harmony import */ var _config_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/diagnostic.js");
/* harmony import */ var _config_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");
/* harmony import */ var _helm_chart_chart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/helm/chart/chart.js");
/* harmony import */ var _helm_chart_record_size_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/helm/chart/record-size.js");
/* harmony import */ var _helm_release_schema_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/helm/release/schema-error.js");
/* harmony import */ var _helm_release_schema_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/helm/release/schema-text.js");
/* harmony import */ var _helm_values_companion_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/helm/values/companion.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/json.js");
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/versions.js");
/* harmony import */ var _input_read_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/stages/input/read.js");











const CORRECT = 'Correct it as the chart\'s "Configuration Reference" says.';
const NOT_WRITTEN = 'It is not written in hub.values: it comes from jupyterhub-gke itself, or from another key of the file.';
const TESTED = `Use a release of the chart that was tested, such as ${_versions_js__WEBPACK_IMPORTED_MODULE_8__/* .DEFAULT_CHART_VERSION */ .qD}.`;
async function withChartFindings({ context, config, input }, prepared, work) {
    try {
        return await locatingChart({ input }, work);
    }
    catch (error) {
        const isOfHubChart = error instanceof _helm_release_schema_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ChartSchemaError */ .s && error.chart !== _helm_values_companion_js__WEBPACK_IMPORTED_MODULE_7__/* .COMPANION_CHART */ .uR;
        if (!isOfHubChart || error.findings.length === 0)
            throw error;
        const values = { written: config.hub.values, layered: prepared.values, locate: input.locate };
        const diagnostics = chartDiagnostics(error.findings, values);
        context.annotate(diagnostics);
        throw new _input_read_js__WEBPACK_IMPORTED_MODULE_9__/* .InputError */ .dz({ input: undefined, diagnostics, sources: input.sources, origins: input.origins }, error);
    }
}
async function locatingChart({ input }, work) {
    try {
        return await work();
    }
    catch (error) {
        const isTooLarge = error instanceof _helm_chart_record_size_js__WEBPACK_IMPORTED_MODULE_4__/* .TooLargeValues */ .ku;
        if (!(error instanceof _helm_chart_chart_js__WEBPACK_IMPORTED_MODULE_3__/* .ChartError */ .DA) && !isTooLarge)
            throw error;
        const where = (0,_config_location_js__WEBPACK_IMPORTED_MODULE_1__/* .locationText */ .fN)(input.locate(isTooLarge ? ['hub', 'values'] : ['hub', 'chart', error.key], 'value'));
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(error.message, {
            where,
            ...(error.hint === undefined ? {} : { hint: error.hint }),
            cause: error,
        });
    }
}
function chartDiagnostics(findings, values) {
    return (0,_config_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .orderFindings */ .$t)(findings.map((finding) => {
        const { path, isWritten } = writtenPath(finding.path, values.written, values.layered);
        const part = isWritten && finding.about === 'value' ? 'value' : 'key';
        const absent = !isWritten || finding.about === 'absent' || (0,_helm_release_schema_text_js__WEBPACK_IMPORTED_MODULE_6__/* .looksSecret */ .n0)(finding.path);
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
function keyIn(mine, all, step) {
    if (!Array.isArray(mine))
        return child(mine, step) === undefined ? undefined : step;
    const index = Array.isArray(all)
        ? Number(step) - (all.length - mine.length)
        : mine.findIndex((item) => (0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .isObject */ .G)(item) && item.name === String(step));
    return index in mine ? index : undefined;
}
function child(value, step) {
    if (Array.isArray(value))
        return value[Number(step)];
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .isObject */ .G)(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
}


/***/ }),

/***/ "src/stages/deploy/plan-cluster.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planInCluster: () => (/* binding */ planInCluster)
});

// EXTERNAL MODULE: ./lib/src/access/homes/status.js
var homes_status = __webpack_require__("src/access/homes/status.js");
// EXTERNAL MODULE: ./lib/src/change/change.js
var change_change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var kubernetes = __webpack_require__("src/cloud/kubernetes.js");
// EXTERNAL MODULE: ./lib/src/helm/release/drift.js
var release_drift = __webpack_require__("src/helm/release/drift.js");
// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var record = __webpack_require__("src/helm/release/record.js");
// EXTERNAL MODULE: ./lib/src/helm/release/release.js + 22 modules
var release = __webpack_require__("src/helm/release/release.js");
// EXTERNAL MODULE: ./lib/src/system/all-settled.js
var all_settled = __webpack_require__("src/system/all-settled.js");
// EXTERNAL MODULE: ./lib/src/stages/access/group-plan.js
var group_plan = __webpack_require__("src/stages/access/group-plan.js");
// EXTERNAL MODULE: ./lib/src/stages/access/guard.js
var guard = __webpack_require__("src/stages/access/guard.js");
// EXTERNAL MODULE: ./lib/src/stages/access/plan.js
var plan = __webpack_require__("src/stages/access/plan.js");
// EXTERNAL MODULE: ./lib/src/access/homes/disks.js
var disks = __webpack_require__("src/access/homes/disks.js");
// EXTERNAL MODULE: ./lib/src/change/settings.js
var settings = __webpack_require__("src/change/settings.js");
;// CONCATENATED MODULE: ./lib/src/stages/homes/kept.js



async function keptHomes(cluster, hub, { before, after }) {
    if (cluster === undefined || before === undefined)
        return [];
    const changes = (0,settings/* settingChanges */.eC)(before, after);
    const was = (setting) => (0,settings/* settingText */.Su)(changes.find((one) => one.setting === setting)?.before);
    const [size, diskType] = [was('storage.home.size'), was('storage.home.diskType')];
    if (size === undefined && diskType === undefined)
        return [];
    const homes = await (0,disks/* readHomeDisks */.A9)(cluster.kubernetes, (0,record/* namespaceOf */.N6)(hub));
    const sizes = size === undefined ? [undefined] : [...new Set(homes.map((home) => home.size ?? size))].sort();
    return sizes.flatMap((one) => {
        const count = homes.filter((home) => one === undefined || (home.size ?? size) === one).length;
        if (count === 0)
            return [];
        const type = diskType === undefined ? {} : { diskType };
        return [{ code: 'homes-kept', count, ...(one === undefined ? {} : { size: one }), ...type }];
    });
}

// EXTERNAL MODULE: ./lib/src/stages/homes/plan.js + 1 modules
var homes_plan = __webpack_require__("src/stages/homes/plan.js");
// EXTERNAL MODULE: ./lib/src/stages/homes/purge.js + 3 modules
var homes_purge = __webpack_require__("src/stages/homes/purge.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/session/oauth-client.js
var oauth_client = __webpack_require__("src/stages/session/oauth-client.js");
// EXTERNAL MODULE: ./lib/src/stages/session/package-files.js
var package_files = __webpack_require__("src/stages/session/package-files.js");
// EXTERNAL MODULE: ./lib/src/stages/session/programs.js + 14 modules
var programs = __webpack_require__("src/stages/session/programs.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/chart-findings.js
var chart_findings = __webpack_require__("src/stages/deploy/chart-findings.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/drift.js
var deploy_drift = __webpack_require__("src/stages/deploy/drift.js");
// EXTERNAL MODULE: ./lib/src/access/hub/reconciler-status.js + 2 modules
var reconciler_status = __webpack_require__("src/access/hub/reconciler-status.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/idle-servers.js



async function idleServers(session, cluster, { before, after }) {
    if (cluster === undefined || before === undefined)
        return [];
    const limits = (0,settings/* settingChanges */.eC)(before, after).flatMap((change) => {
        const isIdle = /^profiles\[.*\]\.culling\.idle$/.test(change.setting);
        const { before: was, after: is } = change;
        return isIdle && typeof was === 'number' && typeof is === 'number' && is < was ? [is] : [];
    });
    if (limits.length === 0)
        return [];
    const seconds = Math.min(...limits);
    const status = await (0,reconciler_status/* readReconcilerStatus */.BW)((0,session_cluster/* hubConfigMaps */.$V)(session, cluster));
    const uses = status?.servers?.map((use) => Date.parse(use)).filter((use) => !Number.isNaN(use)) ?? [];
    if (status === undefined || uses.length === 0)
        return [];
    const now = session.context.now.getTime();
    const idle = uses.filter((use) => now - use >= seconds * 1000).length;
    return [{ code: 'servers-idle', idle, running: uses.length, seconds, at: String(status.at) }];
}

;// CONCATENATED MODULE: ./lib/src/stages/deploy/plan-cluster.js




















async function planInCluster(session, connecting, lock) {
    const { config } = session;
    const plan = async (cluster) => {
        const [releases, listed] = await (0,all_settled/* allEnded */.C)([
            planReleases(session, cluster, lock),
            planListed(session, cluster, lock),
        ]);
        return { cluster: await cluster, ...releases, ...listed };
    };
    try {
        return { ...(await plan(connecting)), notes: [] };
    }
    catch (error) {
        if (lock || !isForbidden(error) || (await mayRead(await connecting, config.name)))
            throw error;
        const notes = [{ code: 'namespace-not-readable', namespace: (0,record/* namespaceOf */.N6)(config.name) }];
        return { ...(await plan(Promise.resolve(undefined))), notes };
    }
}
async function mayRead(cluster, hub) {
    try {
        await (cluster && (0,record/* readDeployedState */.KA)(cluster.kubernetes, hub));
        return true;
    }
    catch (error) {
        if (isForbidden(error))
            return false;
        throw error;
    }
}
function isForbidden(error) {
    return error instanceof kubernetes/* KubernetesError */.dK && error.status === 403;
}
async function planReleases(session, connecting, readsAll) {
    const { config, context } = session;
    const readLast = async () => {
        const cluster = await connecting;
        return cluster && (0,record/* readDeploymentRecord */.L6)(cluster.kubernetes, config.name);
    };
    const prepare = () => (0,release/* prepareRelease */.vn)({ config, env: context.env, helmDir: (0,package_files/* productFolder */.O)('helm') });
    const [prepared, deployed] = await (0,all_settled/* allEnded */.C)([(0,chart_findings/* locatingChart */.Sg)(session, prepare), readLast()]);
    const plan = () => (0,release/* planRelease */.F3)(prepared, deployed, () => (0,programs/* openHelm */.L)(session));
    const rendering = (0,chart_findings/* withChartFindings */.fF)(session, prepared, plan);
    const [drift, { changes, rendered }] = await (0,all_settled/* allEnded */.C)([
        connecting.then(async (cluster) => {
            const next = deployed?.state === 'applying' ? (await rendering).rendered?.manifests : undefined;
            return (0,deploy_drift/* readDrift */.kR)(cluster, config.name, deployed, readsAll, next);
        }),
        rendering,
    ]);
    const known = new Set(changes.map(change_change/* addressOf */.c));
    const back = (0,release_drift/* driftChanges */.t6)(drift, (0,record/* namespaceOf */.N6)(config.name)).filter((change) => !known.has((0,change_change/* addressOf */.c)(change)));
    const settings = { before: deployed?.settings, after: prepared.settings };
    const cluster = await connecting;
    const [kept, idle] = await (0,all_settled/* allEnded */.C)([
        keptHomes(cluster, config.name, settings),
        idleServers(session, cluster, settings),
    ]);
    return {
        prepared,
        deployed,
        drift,
        affected: [...kept, ...idle],
        release: { changes: [...changes, ...back], rendered },
    };
}
async function planListed(session, connecting, lock) {
    const cluster = await connecting;
    const configMaps = cluster && (0,session_cluster/* hubConfigMaps */.$V)(session, cluster);
    const [backend, known] = await Promise.all([
        cluster && (0,session_cluster/* hubBackend */.Gc)(session, cluster),
        configMaps && (0,homes_status/* readHomeStatus */.aq)(configMaps),
    ]);
    if (backend !== undefined)
        (0,oauth_client/* refuseOldClient */.r1)(session, backend);
    const iap = backend && (await (0,session_cluster/* iapTarget */.G4)(session, backend));
    const people = await (0,plan/* planPeople */.jF)(session, configMaps, iap, session.context.now, (0,group_plan/* groupReader */.L)(session, lock), () => (0,guard/* guardBefore */.Fk)(session));
    const homeStatus = known ?? homes_status/* NO_HOME_STATUS */.L_;
    const purge = await (0,homes_purge/* planPurges */.u)(session, cluster, people.people, homeStatus);
    const buckets = (0,homes_plan/* planBuckets */.P)(session, people, homeStatus, session.context.now);
    const homes = {
        changes: [...buckets.changes, ...purge.changes],
        notes: [...buckets.notes, ...purge.notes],
        purge: purge.plan,
    };
    return { people, homes };
}


/***/ }),

/***/ "src/stages/homes/purge.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ carryOutPurges),
  u: () => (/* binding */ planPurges)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__("node:timers/promises");
// EXTERNAL MODULE: ./lib/src/access/homes/disks.js
var disks = __webpack_require__("src/access/homes/disks.js");
// EXTERNAL MODULE: ./lib/src/access/homes/names.js
var names = __webpack_require__("src/access/homes/names.js");
// EXTERNAL MODULE: ./lib/src/change/canonical.js
var canonical = __webpack_require__("src/change/canonical.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/access/iap/desired.js
var desired = __webpack_require__("src/access/iap/desired.js");
// EXTERNAL MODULE: ./lib/src/access/users/email.js
var users_email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
;// CONCATENATED MODULE: ./lib/src/access/homes/claim-name.js

const MOST = 48;
const HASH = 8;
function isClaimOf({ owner, server }, name) {
    return name === `claim-${safeName(owner, server)}` || name === `claim-${escapedName(owner, server)}`;
}
function safeName(owner, server) {
    const [user, more] = [safeSlug(owner), server === '' ? '' : safeSlug(server)];
    if (user.length + more.length + 2 > MOST)
        return multiSlug([owner, server]);
    return server === '' ? user : `${user}--${more}`;
}
function escapedName(owner, server) {
    return server === '' ? escapeSlug(owner) : `${escapeSlug(owner)}--${escapeSlug(server)}`;
}
function escapeSlug(name) {
    return [...Buffer.from(name, 'utf8')]
        .map((byte) => {
        const letter = String.fromCharCode(byte);
        return /[a-z0-9]/.test(letter) ? letter : `-${byte.toString(16).padStart(2, '0')}`;
    })
        .join('');
}
function safeSlug(name) {
    const isPlain = /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length <= MOST && !name.includes('--');
    return isPlain ? name : `${extract(name, MOST - (HASH + 3))}---${hash([name])}`;
}
function multiSlug(names) {
    const each = Math.floor((MOST - (HASH + 1)) / names.length) - 2;
    return `${names.map((name) => extract(name, each)).join('--')}---${hash(names)}`;
}
function extract(name, most) {
    const plain = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+/, '')
        .slice(0, most)
        .replace(/-+$/, '');
    if (plain === '')
        return 'x';
    return /^[a-z]/.test(plain) ? plain : `x-${plain.slice(0, most - 2)}`;
}
function hash(names) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    for (const [index, name] of names.entries()) {
        if (index > 0)
            digest.update(Buffer.from([0xff]));
        digest.update(name, 'utf8');
    }
    return digest.digest('hex').slice(0, HASH);
}

;// CONCATENATED MODULE: ./lib/src/access/homes/purge-plan.js







function planPurge({ hubId, entries, principals, disks, homeStatus, now }) {
    const purges = [];
    const notes = [];
    for (const entry of entries) {
        const { email, left, where } = entry;
        const access = accessSource(email, principals, now);
        if (access !== undefined) {
            throw new errors/* ConfigurationError */.j1(`storage.purge names ${email}, who has access by ${access}. Nothing was deleted`, {
                where,
                hint: 'Remove the entry of storage.purge, or first remove the person from the users files.',
            });
        }
        const said = disks.filter(({ owner }) => (0,users_email/* sameAddress */.xU)(owner) === (0,users_email/* sameAddress */.xU)(email));
        const own = said.filter((disk) => isClaimOf(disk, disk.place));
        const foreign = said.length - own.length;
        if (foreign > 0)
            notes.push({ code: 'claim-of-another', owner: email, count: foreign, where });
        const key = (0,names/* homeKey */.Lx)(hubId, email);
        const leftHome = (0,json/* entryOf */.M)(homeStatus.left, key);
        const days = new Set([...own.map((disk) => disk.left), ...(leftHome === undefined ? [] : [leftHome.day])]);
        const found = own.filter((disk) => disk.left === left);
        const bucket = leftHome?.day === left ? { key, kind: leftHome.kind, day: left } : undefined;
        if (found.length > 0 || bucket !== undefined)
            purges.push({ entry, disks: found, bucket });
        days.delete(left);
        for (const day of days) {
            const known = day === undefined ? {} : { day };
            notes.push({ code: 'home-not-purged', owner: email, ...known, purgeDay: left, where });
        }
        if (said.length === 0 && leftHome === undefined) {
            notes.push({ code: 'purge-entry-unused', owner: email, where });
        }
    }
    return { purges, notes };
}
function purgeChanges(hubId, { purges }) {
    return purges.map(({ entry, disks, bucket }) => ({
        scope: 'homes',
        action: 'delete',
        subject: { kind: 'home', owner: entry.email },
        holdsData: true,
        isAsked: true,
        deletes: [
            ...disks.map(({ size, created }) => ({
                kind: 'disk',
                ...(size === undefined ? {} : { size }),
                ...(created === undefined ? {} : { created }),
            })),
            ...(bucket === undefined ? [] : [{ kind: bucket.kind, place: (0,names/* homeAddress */.MA)(hubId, bucket) }]),
        ],
        notes: [{ code: 'purged', left: entry.left }],
        ...(disks.length === 0 ? {} : { hiddenDigest: (0,canonical/* hashOf */.q)(disks.map(identityOf).sort()) }),
    }));
}
function onlyPlanned(now, planned) {
    const known = new Map(planned.purges.map((purge) => [purge.entry.email, purge]));
    const purges = now.purges.flatMap((purge) => {
        const before = known.get(purge.entry.email);
        if (before === undefined)
            return [];
        const claims = new Set(before.disks.map(identityOf));
        const disks = purge.disks.filter((disk) => claims.has(identityOf(disk)));
        const bucket = before.bucket === undefined ? undefined : purge.bucket;
        return disks.length === 0 && bucket === undefined ? [] : [{ ...purge, disks, bucket }];
    });
    return { ...now, purges };
}
function identityOf({ place, uid }) {
    return `${place} ${uid}`;
}
function accessSource(email, principals, now) {
    const account = (0,users_email/* sameAddress */.xU)(email);
    const own = principals.filter(({ kind, name }) => kind !== 'domain' && (0,users_email/* sameAddress */.xU)(name) === account);
    const active = own.find(({ until }) => !(0,desired/* hasEnded */.hY)(until, now));
    if (active !== undefined)
        return `${active.location.file}:${active.location.line}`;
    if (own.length > 0)
        return undefined;
    const domain = principals.find(({ kind, name }) => kind === 'domain' && email.endsWith(`@${name}`));
    return domain && `the domain ${domain.name}`;
}

// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
// EXTERNAL MODULE: ./lib/src/access/homes/lifecycle-rule.js
var lifecycle_rule = __webpack_require__("src/access/homes/lifecycle-rule.js");
// EXTERNAL MODULE: ./lib/src/access/homes/status.js
var homes_status = __webpack_require__("src/access/homes/status.js");
;// CONCATENATED MODULE: ./lib/src/access/homes/purge-run.js




async function purgeDisks(kubernetes, namespace, { disks }) {
    for (const { place: name, uid } of disks) {
        const ref = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name };
        const claim = await kubernetes.get(ref);
        if (claim === undefined || claim.metadata.uid !== uid)
            continue;
        const volumeName = claim.spec?.volumeName;
        const volumeRef = { apiVersion: 'v1', kind: 'PersistentVolume', name: volumeName ?? '' };
        const volume = volumeName === undefined ? undefined : await kubernetes.get(volumeRef);
        if (volume?.spec?.claimRef?.uid === uid) {
            await kubernetes.patch(volumeRef, { spec: { persistentVolumeReclaimPolicy: 'Delete' } });
        }
        await kubernetes.delete(ref, { uid });
    }
}
async function purgeBucket(target, bucket) {
    const { configMaps, sleep } = target;
    const { key, kind, day } = bucket;
    if (await isDeleted(target, bucket)) {
        if (kind === 'folder')
            await (0,lifecycle_rule/* setDeleteRule */.o)(target, bucket, false);
        await (0,homes_status/* updateHomeStatus */.bf)(configMaps, [{ key, gone: true }], sleep);
        return true;
    }
    await (0,homes_status/* updateHomeStatus */.bf)(configMaps, [{ key, left: { kind, day, purging: true } }], sleep);
    await (0,lifecycle_rule/* setDeleteRule */.o)(target, bucket, true);
    return false;
}
async function stopPurges(target, { left }, named) {
    const stopped = Object.entries(left).filter(([key, { purging }]) => purging === true && !named.has(key));
    for (const [key, { kind, day }] of stopped) {
        await (0,lifecycle_rule/* setDeleteRule */.o)(target, { key, kind }, false);
        await (0,homes_status/* updateHomeStatus */.bf)(target.configMaps, [{ key, left: { kind, day } }], target.sleep);
    }
    return stopped.length;
}
async function isDeleted(target, home) {
    try {
        await target.google.call({ service: 'storage', method: 'DELETE', path: (0,names/* storagePath */.BY)(target, home) });
        return true;
    }
    catch (error) {
        if (!(error instanceof rest.GoogleApiError))
            throw error;
        if (error.status === 404)
            return true;
        if (error.status === 409)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/homes/sync.js + 3 modules
var sync = __webpack_require__("src/stages/homes/sync.js");
;// CONCATENATED MODULE: ./lib/src/stages/homes/purge.js









const NOTHING = { changes: [], notes: [], plan: { purges: [], notes: [] } };
async function planPurges(session, cluster, people, homeStatus) {
    if (session.config.storage.purge.length === 0 || cluster === undefined)
        return NOTHING;
    const plan = planPurge(await stateOf(session, cluster, people, homeStatus));
    return { changes: purgeChanges(hubOf(session), plan), notes: plan.notes, plan };
}
async function carryOutPurges(session, cluster, people, planned) {
    const { context, config } = session;
    const configMaps = (0,session_cluster/* hubConfigMaps */.$V)(session, cluster);
    const homeStatus = (await (0,homes_status/* readHomeStatus */.aq)(configMaps)) ?? homes_status/* NO_HOME_STATUS */.L_;
    if (config.storage.purge.length === 0 && !isEmptying(homeStatus))
        return { changed: false, notes: [], complete: true };
    session.step('delete the homes that storage.purge names');
    const plan = onlyPlanned(planPurge(await stateOf(session, cluster, people, homeStatus)), planned);
    const notes = [];
    let complete = true;
    for (const purge of plan.purges) {
        const { email, left } = purge.entry;
        if (purge.disks.length > 0) {
            await purgeDisks(cluster.kubernetes, configMaps.namespace, purge);
            notes.push({ code: 'disk-purged', owner: email, left });
        }
    }
    try {
        notes.push(...(await purgeBuckets(session, cluster, plan, homeStatus)));
    }
    catch (error) {
        if (context.signal.aborted)
            throw error;
        complete = false;
        notes.push({ code: 'purge-incomplete', error: (0,errors/* errorMessage */.gJ)(error) });
    }
    return { changed: plan.purges.length > 0 || notes.length > 0, notes: [...plan.notes, ...notes], complete };
}
async function purgeBuckets(session, cluster, { purges }, homeStatus) {
    const wanted = purges.flatMap(({ entry, bucket }) => (bucket === undefined ? [] : [{ entry, bucket }]));
    if (wanted.length === 0 && !isEmptying(homeStatus))
        return [];
    const site = { ...(0,sync/* homesClients */.j)(session, cluster), ...hubOf(session), sleep: promises_.setTimeout };
    const notes = [];
    for (const { entry, bucket } of wanted) {
        const place = (0,names/* homeAddress */.MA)(site, bucket);
        const complete = await purgeBucket(site, bucket);
        notes.push({ code: 'bucket-purged', owner: entry.email, place, complete });
    }
    const stopped = await stopPurges(site, homeStatus, new Set(wanted.map(({ bucket }) => bucket.key)));
    if (stopped > 0) {
        notes.push({ code: 'purges-stopped', count: stopped });
    }
    return notes;
}
function isEmptying({ left }) {
    return Object.values(left).some(({ purging }) => purging);
}
async function stateOf(session, { kubernetes }, principals, homeStatus) {
    const { namespace } = (0,session_cluster/* hubConfigMaps */.$V)(session, { kubernetes });
    return {
        hubId: hubOf(session),
        entries: session.config.storage.purge,
        principals,
        disks: await (0,disks/* readHomeDisks */.A9)(kubernetes, namespace),
        homeStatus,
        now: session.context.now,
    };
}
function hubOf({ config }) {
    return { project: config.project, hub: config.name };
}


/***/ }),

/***/ "src/stages/session/oauth-client.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hC: () => (/* binding */ checkOauthClient),
/* harmony export */   r1: () => (/* binding */ refuseOldClient),
/* harmony export */   rX: () => (/* binding */ wantedClient)
/* harmony export */ });
/* harmony import */ var _cloud_oauth_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/cloud/oauth-client.js");
/* harmony import */ var _config_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");



function checkOauthClient(input, name, values) {
    if (name === undefined || (0,_cloud_oauth_client_js__WEBPACK_IMPORTED_MODULE_2__/* .oauthClientOf */ .w)(values[name] ?? '') !== undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`The secret ${name} is no OAuth client for a web application`, {
        where: (0,_config_location_js__WEBPACK_IMPORTED_MODULE_0__/* .locationText */ .fN)(input.locate(['access', 'oauthClient'])),
        hint: 'It holds the JSON file of the client as downloaded from the console, with web.client_id and web.client_secret. Nothing was changed.',
    });
}
function wantedClient({ config }, secrets) {
    const name = config.access.oauthClient;
    return name === undefined ? undefined : (0,_cloud_oauth_client_js__WEBPACK_IMPORTED_MODULE_2__/* .oauthClientOf */ .w)(secrets[name] ?? '')?.id;
}
function refuseOldClient({ config, input }, { name, oauthClientId: id }) {
    if (id === undefined || config.access.oauthClient !== undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`The load balancer has the OAuth client ${id}, and GKE does not take it away again. Nothing was changed`, {
        where: (0,_config_location_js__WEBPACK_IMPORTED_MODULE_0__/* .locationText */ .fN)(input.locate(['access', 'oauthClient'], 'key')),
        hint: `Keep access.oauthClient. To go back to Google's client, take IAP's client off the backend service ${name} in the console, or destroy the hub and apply it again: homes and address stay. See docs/oauth-client.md.`,
    });
}


/***/ })

};
;