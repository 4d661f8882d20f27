"use strict";
exports.id = "destroy";
exports.ids = ["destroy"];
exports.modules = {

/***/ "src/commands/destroy/command.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__("src/cloud/project.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/report/change-document.js
var change_document = __webpack_require__("src/report/change-document.js");
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__("src/report/summary.js");
// EXTERNAL MODULE: ./lib/src/report/terminal.js
var terminal = __webpack_require__("src/report/terminal.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/state-lock.js
var state_lock = __webpack_require__("src/stages/deploy/state-lock.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/session/programs.js + 11 modules
var programs = __webpack_require__("src/stages/session/programs.js");
// EXTERNAL MODULE: ./lib/src/stages/session/session.js
var session = __webpack_require__("src/stages/session/session.js");
// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var variables = __webpack_require__("src/terraform/variables.js");
// EXTERNAL MODULE: ./lib/src/access/homes/names.js
var names = __webpack_require__("src/access/homes/names.js");
// EXTERNAL MODULE: ./lib/src/access/homes/status.js
var homes_status = __webpack_require__("src/access/homes/status.js");
// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var record = __webpack_require__("src/helm/release/record.js");
;// CONCATENATED MODULE: ./lib/src/commands/destroy/retained.js





async function retainedByHub(session, { kubernetes }) {
    const namespace = (0,record/* namespaceOf */.N6)(session.config.name);
    const [claims, volumes, homeStatus] = await Promise.all([
        kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace }),
        kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolume' }),
        (0,homes_status/* readHomeStatus */.aq)((0,session_cluster/* hubConfigMaps */.$V)(session, { kubernetes })),
    ]);
    const disks = new Map(volumes.map((volume) => [volume.metadata.name, volume.spec?.csi?.volumeHandle]));
    return [
        ...claims.map((claim) => {
            const { name, annotations } = claim.metadata;
            const owner = annotations?.['hub.jupyter.org/username'];
            const what = name === 'hub-db-dir' ? 'database of the hub' : owner ? `home of ${owner}` : 'disk';
            const disk = disks.get(claim.spec?.volumeName ?? '');
            return { what, where: `claim ${namespace}/${name}${disk === undefined ? '' : `, disk ${disk}`}` };
        }),
        ...(claims.length > 0 ? [{ what: 'namespace of the disks', where: namespace }] : []),
        ...bucketsOf(session, homeStatus),
        stateOf(session, 'hub'),
    ];
}
function bucketsOf({ config: { project, name: hub } }, homeStatus) {
    const kinds = [
        ...Object.values(homeStatus?.ready ?? {}),
        ...Object.values(homeStatus?.left ?? {}).map(({ kind }) => kind),
    ];
    const buckets = kinds.filter((kind) => kind === 'bucket').length;
    return [
        ...(buckets === 0 ? [] : [{ what: `${buckets} buckets of people`, where: `gs://${project}-${hub}-…` }]),
        ...(buckets === kinds.length
            ? []
            : [{ what: `${kinds.length - buckets} folders of people`, where: `gs://${(0,names/* sharedBucketName */.xY)({ project, hub })}` }]),
    ];
}
async function retainedByPlatform(session, cluster) {
    const volumes = cluster ? await cluster.kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolume' }) : [];
    return [
        ...volumes.map(({ metadata, spec }) => ({
            what: `disk of claim ${spec?.claimRef?.namespace ?? '?'}/${spec?.claimRef?.name ?? '?'}`,
            where: spec?.csi?.volumeHandle ?? metadata.name,
        })),
        stateOf(session, 'platform'),
        { what: 'APIs that apply enabled', where: `project ${session.config.project}` },
    ];
}
function stateOf({ config }, root) {
    return { what: 'terraform state', where: `gs://${config.state.bucket}/${(0,variables/* statePrefix */.Y6)(config, root)}` };
}

// EXTERNAL MODULE: ./lib/src/helm/release/kubeconfig.js
var release_kubeconfig = __webpack_require__("src/helm/release/kubeconfig.js");
// EXTERNAL MODULE: ./lib/src/helm/values/companion.js
var companion = __webpack_require__("src/helm/values/companion.js");
// EXTERNAL MODULE: ./lib/src/stages/session/wait.js
var wait = __webpack_require__("src/stages/session/wait.js");
;// CONCATENATED MODULE: ./lib/src/commands/destroy/uninstall.js






const CONFIG_MAPS = ['members', 'audience', 'reconciler', 'deployed', 'keeper'];
async function listHubResources(session, cluster) {
    const { kubernetes } = cluster;
    const { name } = session.config;
    const namespace = (0,record/* namespaceOf */.N6)(name);
    const [configMaps, releases, pods] = await Promise.all([
        Promise.all(CONFIG_MAPS.map((configMap) => kubernetes.get(configMapOfHub(name, configMap)))),
        kubernetes.list({ apiVersion: 'v1', kind: 'Secret', namespace }, { labelSelector: 'owner=helm' }),
        notebookPods(cluster, namespace),
    ]);
    const names = new Set(releases.map(({ metadata }) => metadata.labels?.name ?? metadata.name));
    const deletion = (subject) => ({ scope: 'helm', action: 'delete', subject });
    const object = (type, name) => deletion({ kind: 'kubernetes-object', type, name });
    return [
        ...[...names].sort().map((name) => deletion({ kind: 'helm-release', name })),
        ...pods.map((pod) => ({ ...object('Pod', pod), notes: [{ code: 'server-stopped' }] })),
        ...configMaps.flatMap((configMap) => (configMap ? [object('ConfigMap', configMap.metadata.name)] : [])),
    ];
}
async function hubsOn({ kubernetes }) {
    const namespaces = await kubernetes.list({ apiVersion: 'v1', kind: 'Namespace' }, { labelSelector: 'app.kubernetes.io/managed-by=jupyterhub-gke' });
    const hubs = await Promise.all(namespaces.map(async ({ metadata }) => {
        const releases = await kubernetes.list({ apiVersion: 'v1', kind: 'Secret', namespace: metadata.name }, { labelSelector: 'owner=helm' });
        return releases.length > 0 ? (metadata.labels?.['jupyterhub-gke/hub'] ?? metadata.name) : undefined;
    }));
    return hubs.filter((hub) => hub !== undefined);
}
async function removeHub(session, cluster) {
    const { context, config, token, tempDir } = session;
    const { kubernetes, endpoint } = cluster;
    const namespace = (0,record/* namespaceOf */.N6)(config.name);
    session.step('remove the hub');
    const kubeconfig = await (0,release_kubeconfig/* writeKubeconfig */.f)(tempDir, { endpoint, token: await token(10 * 60_000) });
    const helm = await (0,programs/* openHelm */.L)(session, kubeconfig);
    context.say(`Removing the release ${config.name}`);
    await helm.uninstall(config.name, namespace);
    for (const pod of await notebookPods(cluster, namespace)) {
        await kubernetes.delete({ apiVersion: 'v1', kind: 'Pod', namespace, name: pod });
    }
    session.step('wait until the notebook servers have stopped');
    await (0,wait/* waitFor */.f)({
        what: 'the notebook servers to stop',
        limit: 5 * 60_000,
        where: `pods of namespace ${namespace}`,
        hint: 'Check the pods (kubectl get pods), then run destroy again.',
        say: context.say,
        signal: context.signal,
        interval: 1000,
    }, async () => ((await notebookPods(cluster, namespace)).length === 0 ? true : undefined));
    session.step('wait until the load balancer is gone');
    await (0,wait/* waitFor */.f)({
        what: 'the load balancer to be removed',
        limit: 15 * 60_000,
        where: `Ingress ${namespace}/jupyterhub`,
        hint: 'Check the events of the Ingress, then run destroy again.',
        say: context.say,
        signal: context.signal,
    }, async () => {
        const ingress = await kubernetes.get({
            apiVersion: 'networking.k8s.io/v1',
            kind: 'Ingress',
            namespace,
            name: 'jupyterhub',
        });
        return ingress === undefined && (await (0,session_cluster/* hubBackend */.Gc)(session, cluster)) === undefined ? true : undefined;
    });
    context.say(`Removing the release ${(0,companion/* companionRelease */.MU)(config.name)}`);
    await helm.uninstall((0,companion/* companionRelease */.MU)(config.name), namespace);
    for (const configMap of CONFIG_MAPS)
        await kubernetes.delete(configMapOfHub(config.name, configMap));
}
async function notebookPods({ kubernetes }, namespace) {
    const pods = await kubernetes.list({ apiVersion: 'v1', kind: 'Pod', namespace }, { labelSelector: 'component=singleuser-server' });
    return pods.map(({ metadata }) => metadata.name);
}
function configMapOfHub(hub, list) {
    return { apiVersion: 'v1', kind: 'ConfigMap', namespace: (0,record/* namespaceOf */.N6)(hub), name: `${hub}-${list}` };
}

;// CONCATENATED MODULE: ./lib/src/commands/destroy/command.js














const command = {
    name: 'destroy',
    about: 'Removes a hub or a platform whose protection is off. Homes and the hub database are retained and listed.',
    flags: {
        target: { type: 'string', about: 'what to destroy: hub or platform (required)' },
        'break-lock': { type: 'string', about: 'id of a state lock that a killed run left behind; it is removed first' },
    },
    run: async (context) => {
        const { target } = context.flags;
        if (target !== 'hub' && target !== 'platform') {
            throw new errors/* UsageError */.eb('destroy needs --target hub or --target platform', {
                hint: 'Destroy the hub first: its load balancer depends on the platform.',
            });
        }
        const work = async (session) => {
            if (target === 'platform')
                refuseForeign(session);
            refuseProtected(session);
            const roots = await (0,programs/* openRoots */.M)(session);
            const lock = context.flags['break-lock'];
            if (typeof lock === 'string')
                await (0,state_lock/* breakLock */.N)(session, roots, lock);
            const cluster = await (0,session_cluster/* connectCluster */.bp)(session);
            return target === 'hub' ? destroyHub(session, roots, cluster) : destroyPlatform(session, roots, cluster);
        };
        return (0,session.withSession)(context, 'destroy', work, false);
    },
};
function refuseForeign({ config, input }) {
    const { from } = config.platform;
    if (from === undefined)
        return;
    const place = input.locate(['platform', 'from']);
    throw new errors/* ConfigurationError */.j1('This hub does not own its platform. Nothing was changed', {
        where: (0,config_location/* locationText */.fN)(place),
        hint: `Destroy the platform with the file that owns it: ${from}.`,
    });
}
function refuseProtected({ config, input }) {
    if (!config.platform.deletionProtection)
        return;
    const place = input.locate(['platform', 'deletionProtection'], 'key');
    const what = config.platform.from === undefined ? 'platform' : 'hub';
    throw new errors/* ConfigurationError */.j1(`The ${what} is protected against deletion. Nothing was changed`, {
        where: (0,config_location/* locationText */.fN)(place),
        hint: 'Remove it in two reviewed steps: set "platform: {deletionProtection: false}" and apply that, then destroy.',
    });
}
async function destroyHub(session, roots, cluster) {
    session.step('plan the removal');
    const inCluster = cluster ? await listHubResources(session, cluster) : [];
    const retained = cluster ? await retainedByHub(session, cluster) : [];
    const root = await planDestroy(session, roots, 'hub');
    const changes = [...inCluster, ...(root?.changes ?? [])];
    show(session.context, changes);
    if (cluster && inCluster.length > 0)
        await removeHub(session, cluster);
    if (root?.hasChanges) {
        session.step("remove the hub's address");
        await roots.hub.apply(root.planFile);
    }
    return result(session, 'hub', changes, retained);
}
async function destroyPlatform(session, roots, cluster) {
    session.step('plan the removal');
    const hubs = cluster ? await hubsOn(cluster) : [];
    if (hubs.length > 0) {
        throw new errors/* ToolError */.v4(`The platform is still used by ${(0,config_text/* plural */.LS)(hubs.length, 'hub')}: ${hubs.join(', ')}. Nothing was changed`, {
            where: `cluster ${session.config.platform.name}`,
            hint: 'Destroy each hub first (--target hub), then the platform.',
        });
    }
    const retained = await retainedByPlatform(session, cluster);
    const root = await planDestroy(session, roots, 'platform');
    show(session.context, root?.changes ?? []);
    if (root?.hasChanges) {
        session.step('remove the platform');
        await roots.platform?.apply(root.planFile);
    }
    return result(session, 'platform', root?.changes ?? [], retained);
}
async function planDestroy(session, roots, name) {
    const { config, google } = session;
    const exists = await (0,project/* stateExists */.o6)(google, config.state.bucket, (0,variables/* statePrefix */.Y6)(config, name));
    return exists ? roots[name]?.plan({ stateExists: true, lock: true, destroy: true }) : undefined;
}
function show(context, changes) {
    context.group();
    if (changes.length > 0)
        for (const line of (0,terminal/* changeLines */.O)(changes, context.write))
            context.say(line);
    context.say(`Destroy: ${(0,terminal/* countLine */.Q)(changes)}`);
}
function result(session, target, changes, retained) {
    const changeSet = { hub: session.config.name, changes };
    const changed = changes.length > 0;
    session.context.group();
    for (const { what, where } of retained)
        session.context.say(`  retained: ${what} (${where})`);
    session.context.say(changed ? `The ${target} is destroyed.` : `Nothing to do: the ${target} does not exist.`);
    return {
        exitCode: 0,
        document: (0,change_document/* changeDocument */.w)({
            command: 'destroy',
            changeSet,
            changed,
            more: { target, retained: retained.map((one) => ({ ...one })) },
        }),
        outputs: { changed: String(changed) },
        summary: (0,summary/* doneSummary */.bY)({
            hub: changeSet.hub,
            command: 'destroy',
            changeSet,
            retained,
            warnings: session.input.diagnostics,
            write: session.context.write,
        }),
    };
}


/***/ }),

/***/ "src/config/identity-prefix.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ identityPrefix)
/* harmony export */ });
function identityPrefix(hub) {
    return hub.slice(0, 24).replace(/-+$/, '');
}


/***/ }),

/***/ "src/helm/release/kubeconfig.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeKubeconfig)
/* harmony export */ });
/* unused harmony export kubeconfig */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


async function writeKubeconfig(tempDir, access) {
    const tokenFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, 'kube-token');
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, 'kubeconfig.json');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(tokenFile, access.token, { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify(kubeconfig(access, tokenFile), null, 2), { mode: 0o600 });
    return file;
}
function kubeconfig(access, tokenFile) {
    const ca = access.caPem === undefined ? {} : { 'certificate-authority-data': btoa(access.caPem) };
    return {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'hub', cluster: { server: `https://${access.endpoint.replace(/^https:\/\//, '')}`, ...ca } }],
        users: [{ name: 'hub', user: { tokenFile } }],
        contexts: [{ name: 'hub', context: { cluster: 'hub', user: 'hub' } }],
        'current-context': 'hub',
    };
}


/***/ }),

/***/ "src/helm/values/companion.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ companionRelease),
/* harmony export */   tL: () => (/* binding */ companionValues),
/* harmony export */   uR: () => (/* binding */ COMPANION_CHART)
/* harmony export */ });
/* harmony import */ var _config_identity_prefix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/identity-prefix.js");
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/helm/values/values.js");


const COMPANION_CHART = 'jupyterhub-gke-companion';
function companionRelease(hub) {
    return `${hub}-companion`;
}
function companionValues(config, secrets = []) {
    const account = (id) => `${id}@${config.project}.iam.gserviceaccount.com`;
    const identity = (role) => account(`${(0,_config_identity_prefix_js__WEBPACK_IMPORTED_MODULE_1__/* .identityPrefix */ .t)(config.name)}-${role}`);
    const references = secrets.map((name) => [name, { secretRef: name }]);
    return {
        hub: config.name,
        address: config.access.domain ?? _values_js__WEBPACK_IMPORTED_MODULE_0__/* .ADDRESS */ .BD,
        loadBalancer: { timeoutSec: config.access.session.websocket, drainingTimeoutSec: 60 },
        home: { diskType: config.storage.home.diskType },
        rbac: {
            sync: identity('sync'),
            plan: identity('plan'),
            homes: config.storage.perUserBuckets ? account(`${config.name}-homes`) : '',
        },
        ...(secrets.length === 0 ? {} : { secrets: Object.fromEntries(references) }),
    };
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
    return `${gone} ${retained === 0 ? 'Nothing is retained.' : `${retained} retained, listed below.`}`;
}
const TABLES = { people: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .peopleTable */ .el, platform: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .terraformTable */ .xM, hub: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .hubDiff */ .Vt, homes: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .homesTable */ .nT };
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
    return `Retained:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['what', 'where'], rows)}`;
}
function sentence(message) {
    return /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
}
function join(parts) {
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}


/***/ }),

/***/ "src/stages/deploy/state-lock.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ breakLock)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _terraform_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/terraform/variables.js");


async function breakLock(session, roots, id) {
    const { config, google } = session;
    session.step('break the lock');
    for (const name of ['platform', 'hub']) {
        const root = roots[name];
        if (root === undefined)
            continue;
        const prefix = (0,_terraform_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .statePrefix */ .Y6)(config, name);
        const lock = await google.get({
            service: 'storage',
            path: `b/${config.state.bucket}/o/${encodeURIComponent(`${prefix}/default.tflock`)}`,
        });
        if (lock?.generation === id)
            return root.breakLock(id);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`No state of this hub is locked with the id ${JSON.stringify(id)}`, {
        where: `gs://${config.state.bucket}/jupyterhub/${config.name}`,
        hint: 'Leave --break-lock out: the lock is gone already, or copy the id from the message that names it.',
    });
}


/***/ }),

/***/ "src/stages/session/session.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withSession: () => (/* binding */ withSession)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:os");
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _cloud_auth_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/cloud/auth.js");
/* harmony import */ var _cloud_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/cloud/project.js");
/* harmony import */ var _cloud_rest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/cloud/rest.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/errors.js");
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/report/findings.js");
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/report/summary.js");
/* harmony import */ var _system_environment_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__("src/system/environment.js");
/* harmony import */ var _input_read_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/stages/input/read.js");












const CHILD_TOKEN_AGE = 10 * 60_000;
async function withSession(context, command, work, withPeople = true) {
    const input = await (0,_input_read_js__WEBPACK_IMPORTED_MODULE_10__/* .readInput */ .R5)(context, withPeople);
    const tempDir = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(context.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'jupyterhub-gke-'));
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(tempDir, { recursive: true, force: true });
    process.once('exit', remove);
    let current = 'sign in';
    const completedSteps = [];
    try {
        const token = (0,_cloud_auth_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenSource */ .Z)({ ...context.credentials, env: context.env, mask: context.mask });
        const google = new _cloud_rest_js__WEBPACK_IMPORTED_MODULE_6__/* .GoogleClient */ .L({ token, env: context.env });
        const signedIn = (0,_cloud_project_js__WEBPACK_IMPORTED_MODULE_5__/* .projectNumber */ .j0)(google, input.config.project).catch((error) => {
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
                ...(0,_system_environment_js__WEBPACK_IMPORTED_MODULE_11__/* .childEnvironment */ .Q)(context.env, input.config.secrets),
                GOOGLE_OAUTH_ACCESS_TOKEN: await token(CHILD_TOKEN_AGE),
            }),
            step: (name) => {
                context.signal.throwIfAborted();
                current = name;
                context.group(name);
            },
            completedSteps,
        });
    }
    catch (error) {
        const summary = (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .failureSummary */ .jg)({
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
    if (error instanceof _input_read_js__WEBPACK_IMPORTED_MODULE_10__/* .InputError */ .dz) {
        const [message = ''] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .errorMessage */ .gJ)(error).split('\n');
        const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
        return { message, hint: 'Correct the lines named here.', findings: errors.slice(0, 20).map(_report_findings_js__WEBPACK_IMPORTED_MODULE_8__/* .findingLine */ .mC) };
    }
    const { where, hint } = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .ToolError */ .v4 ? error : {};
    return { message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .errorMessage */ .gJ)(error), where, hint };
}


/***/ }),

/***/ "src/system/environment.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment),
/* harmony export */   Y: () => (/* binding */ bareEnvironment)
/* harmony export */ });
const PASSED = /^(PATH|HOME|USER|LANG|LC_ALL|TMPDIR|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|SystemRoot)$/i;
function bareEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => PASSED.test(name)));
}
const OURS = /^(INPUT_.*|ACTIONS_.*|(GITHUB|GH)(_ENTERPRISE)?_TOKEN|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;
function childEnvironment(env, secrets) {
    const hidden = new Set(Object.values(secrets).map((secret) => secret.env));
    return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name) && !hidden.has(name)));
}


/***/ }),

/***/ "src/system/exec.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run),
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



const AWAY = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.parse)(process.execPath).root;
async function ask(program, args, env) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ "actions-exec").then(__webpack_require__.bind(__webpack_require__, "@actions/exec/lib/exec.js"));
    const set = Object.entries(env).filter((entry) => entry[1] !== undefined);
    try {
        const { exitCode, stdout } = await getExecOutput('/bin/sh', ['-c', 'exec "$0" "$@" </dev/null', program, ...args], {
            ...{ silent: true, ignoreReturnCode: true },
            cwd: AWAY,
            env: Object.fromEntries(set),
        });
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined;
    }
}
const run = (program, args, options = {}) => new Promise((resolve, reject) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: options.cwd ?? AWAY,
        env: options.env ?? process.env,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
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
    let room = options.maxOutput ?? Number.POSITIVE_INFINITY;
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
        if (room < 0)
            return;
        room -= chunk.length;
        if (room < 0)
            stop('SIGTERM', 10_000);
        else
            out.push(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', err.push);
    child.stdin?.on('error', () => { });
    child.stdin?.end(options.input);
    child.on('error', (cause) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`${program} could not be started`, { cause })));
    child.on('close', (code) => {
        clearTimeout(limit);
        clearTimeout(killTimer);
        options.signal?.removeEventListener('abort', onAbort);
        const tooLong = room < 0 ? { tooLong: true } : {};
        resolve({ code, stdout: out.end(), stderr: err.end(), timedOut, ...tooLong });
    });
});
function killGroup(pid) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
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


/***/ }),

/***/ "src/system/tools.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ findHelm),
/* harmony export */   YE: () => (/* binding */ findTerraform),
/* harmony export */   YI: () => (/* binding */ askTerraform),
/* harmony export */   nF: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* unused harmony export onPath */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:os");
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/errors.js");
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/versions.js");
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/system/environment.js");
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/system/exec.js");







async function findTerraform(options) {
    return findTool(['terraform', 'tofu'], options);
}
function askTerraform(env) {
    const path = onPath('terraform', env);
    if (path !== undefined)
        void versionOf('terraform', path, env);
}
async function findHelm(options) {
    return findTool(['helm'], options);
}
function cacheFolder(env) {
    if (env.JUPYTERHUB_GKE_CACHE)
        return env.JUPYTERHUB_GKE_CACHE;
    if (env.RUNNER_TOOL_CACHE)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TOOL_CACHE, 'jupyterhub-gke');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.cache'), 'jupyterhub-gke');
}
function onPath(name, env) {
    for (const folder of (env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)) {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            return path;
        }
        catch {
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
        const version = await versionOf(name, path, options.env);
        if (version !== undefined && (0,_versions_js__WEBPACK_IMPORTED_MODULE_4__/* .inRange */ .r4)(version, _versions_js__WEBPACK_IMPORTED_MODULE_4__/* .SUPPORTED */ .Fk[name]))
            return { name, path, version, origin: 'path' };
        unfit.push(`${path} is ${version === undefined ? 'of an unknown version' : `version ${version}`}`);
    }
    const [name] = names;
    const release = (options.releases ?? _versions_js__WEBPACK_IMPORTED_MODULE_4__/* .DOWNLOADS */ .iJ)[name];
    const { version } = release;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.tempDir, `tool-${name}`, name);
    for (const reason of unfit)
        options.say(`${reason}, which is not supported; ${name} ${version} is used instead`);
    try {
        const { obtainProgram } = await __webpack_require__.e(/* import() */ "download").then(__webpack_require__.bind(__webpack_require__, "src/system/download.js"));
        const cache = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cacheFolder(options.env), name, version);
        return { name, path, version, origin: await obtainProgram({ name, release, cache, path }, options) };
    }
    catch (cause) {
        const { from, below } = _versions_js__WEBPACK_IMPORTED_MODULE_4__/* .SUPPORTED */ .Fk[name];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4(`${names.join(' or ')} is missing, and ${name} ${version} could not be downloaded (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(cause)})`, {
            ...(unfit[0] === undefined ? {} : { where: unfit.join('; ') }),
            hint: `Put ${names.join(' or ')} of version ${from} or later, below ${below}, into PATH.`,
            cause,
        });
    }
}
const versions = new Map();
function versionOf(name, path, env) {
    const known = versions.get(path) ?? askVersion(name, path, env);
    versions.set(path, known);
    return known;
}
async function askVersion(name, path, env) {
    const args = name === 'helm' ? ['version', '--template={{.Version}}'] : ['version', '-json'];
    const own = { ...(0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .bareEnvironment */ .Y)(env), ...chosenBy(env), CHECKPOINT_DISABLE: '1' };
    const output = await (0,_exec_js__WEBPACK_IMPORTED_MODULE_5__/* .ask */ .k)(path, args, own);
    if (output === undefined)
        return undefined;
    const text = name === 'helm' ? output : (/"terraform_version":\s*"([^"]+)"/.exec(output)?.[1] ?? '');
    return /^v?(\d+\.\d+\.\d+\S*)/.exec(text.trim())?.[1];
}
function chosenBy(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => /^(TFENV|TOFUENV|TENV|ASDF|MISE)_/.test(name)));
}


/***/ })

};
;