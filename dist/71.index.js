"use strict";
exports.id = 71;
exports.ids = [71];
exports.modules = {

/***/ 38071:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__(77330);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(19452);
// EXTERNAL MODULE: ./lib/src/report/terminal.js
var terminal = __webpack_require__(11710);
// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var variables = __webpack_require__(70915);
// EXTERNAL MODULE: ./lib/src/commands/document.js
var commands_document = __webpack_require__(82583);
// EXTERNAL MODULE: ./lib/src/helm/deployed.js
var deployed = __webpack_require__(37222);
;// CONCATENATED MODULE: ./lib/src/commands/keeping.js

/** What stays of a hub: the claims of homes and database with their disks, the namespace that holds them, and the state. */
async function keptByHub(session, { kubernetes }) {
    const namespace = (0,deployed/* namespaceOf */.N6)(session.config.name);
    const [claims, volumes] = await Promise.all([
        kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace }),
        kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolume' }),
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
        stateOf(session),
    ];
}
/** What stays of a platform: every disk (GKE leaves them, whatever their class says), the state, and the APIs that were enabled. */
async function keptByPlatform(session, reachable) {
    const volumes = reachable
        ? await reachable.kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolume' })
        : [];
    return [
        ...volumes.map(({ metadata, spec }) => ({
            what: `disk of claim ${spec?.claimRef?.namespace ?? '?'}/${spec?.claimRef?.name ?? '?'}`,
            where: spec?.csi?.volumeHandle ?? metadata.name,
        })),
        stateOf(session),
        { what: 'APIs that apply enabled', where: `project ${session.config.project}` },
    ];
}
function stateOf({ config }) {
    return { what: 'terraform state', where: `gs://${config.state.bucket}/jupyterhub/${config.name}` };
}

// EXTERNAL MODULE: ./lib/src/commands/locks.js
var locks = __webpack_require__(42420);
// EXTERNAL MODULE: ./lib/src/commands/planning.js + 1 modules
var planning = __webpack_require__(26263);
// EXTERNAL MODULE: ./lib/src/commands/programs.js + 13 modules
var programs = __webpack_require__(30994);
// EXTERNAL MODULE: ./lib/src/helm/companion.js
var companion = __webpack_require__(12796);
// EXTERNAL MODULE: ./lib/src/helm/kubeconfig.js
var helm_kubeconfig = __webpack_require__(77675);
// EXTERNAL MODULE: ./lib/src/commands/wait.js
var wait = __webpack_require__(51595);
;// CONCATENATED MODULE: ./lib/src/commands/removing.js






const LISTS = ['members', 'audience', 'keeper', 'deployed'];
/** What of a hub is in the cluster and goes with it; claims and their disks are not among it. */
async function whatOfHubIsThere(session, reachable) {
    const { kubernetes } = reachable;
    const { name } = session.config;
    const namespace = (0,deployed/* namespaceOf */.N6)(name);
    const [lists, releases, pods] = await Promise.all([
        Promise.all(LISTS.map((list) => kubernetes.get(listOf(name, list)))),
        kubernetes.list({ apiVersion: 'v1', kind: 'Secret', namespace }, { labelSelector: 'owner=helm' }),
        notebookPods(reachable, namespace),
    ]);
    const names = new Set(releases.map(({ metadata }) => metadata.labels?.name ?? metadata.name));
    const gone = (kind, address, note) => ({
        engine: 'helm',
        action: 'delete',
        address: `${kind}/${address}`,
        kind,
        attributes: [],
        ...(note === undefined ? {} : { note }),
    });
    return [
        ...[...names].sort().map((release) => gone('Release', release)),
        ...pods.map((pod) => gone('Pod', pod, 'a running notebook server is stopped; its home is kept')),
        ...lists.flatMap((list) => (list ? [gone('ConfigMap', list.metadata.name)] : [])),
    ];
}
/** Hubs that still run on a cluster, by their names. */
async function hubsOn({ kubernetes }) {
    const namespaces = await kubernetes.list({ apiVersion: 'v1', kind: 'Namespace' }, { labelSelector: 'app.kubernetes.io/managed-by=jupyterhub-gke' });
    const hubs = await Promise.all(namespaces.map(async ({ metadata }) => {
        const releases = await kubernetes.list({ apiVersion: 'v1', kind: 'Secret', namespace: metadata.name }, { labelSelector: 'owner=helm' });
        return releases.length > 0 ? (metadata.labels?.['jupyterhub-gke/hub'] ?? metadata.name) : undefined;
    }));
    return hubs.filter((hub) => hub !== undefined);
}
/** Removes the hub from the cluster: releases, notebook servers, then, with the load balancer gone, its lists. */
async function removeHub(session, reachable) {
    const { context, config, token, tempDir } = session;
    const { kubernetes, endpoint } = reachable;
    const namespace = (0,deployed/* namespaceOf */.N6)(config.name);
    session.step('remove the hub');
    const kubeconfig = await (0,helm_kubeconfig/* writeKubeconfig */.f)(tempDir, { endpoint, token: await token(10 * 60_000) });
    const helm = await (0,programs/* openHelm */.L)(session, kubeconfig);
    context.say(`Release ${config.name} is removed`);
    await helm.uninstall(config.name, namespace);
    for (const pod of await notebookPods(reachable, namespace)) {
        await kubernetes.delete({ apiVersion: 'v1', kind: 'Pod', namespace, name: pod });
    }
    session.step('wait until the load balancer is gone');
    // The Ingress is asked for and not the backend: its finalizer keeps it until the load balancer is removed.
    await (0,wait/* waitFor */.f)({
        what: 'the load balancer to be removed',
        limit: 15 * 60_000,
        where: `Ingress ${namespace}/jupyterhub`,
        hint: 'Look at the events of the Ingress, then run destroy again.',
        say: context.say,
        signal: context.signal,
    }, async () => {
        const ingress = await kubernetes.get({
            apiVersion: 'networking.k8s.io/v1',
            kind: 'Ingress',
            namespace,
            name: 'jupyterhub',
        });
        return ingress === undefined && (await (0,planning/* hubBackend */.Gc)(session, reachable)) === undefined ? true : undefined;
    });
    context.say(`Release ${(0,companion/* companionRelease */.MU)(config.name)} is removed`);
    await helm.uninstall((0,companion/* companionRelease */.MU)(config.name), namespace);
    for (const list of LISTS)
        await kubernetes.delete(listOf(config.name, list));
}
async function notebookPods({ kubernetes }, namespace) {
    const pods = await kubernetes.list({ apiVersion: 'v1', kind: 'Pod', namespace }, { labelSelector: 'component=singleuser-server' });
    return pods.map(({ metadata }) => metadata.name);
}
function listOf(hub, list) {
    return { apiVersion: 'v1', kind: 'ConfigMap', namespace: (0,deployed/* namespaceOf */.N6)(hub), name: `${hub}-${list}` };
}

// EXTERNAL MODULE: ./lib/src/commands/session.js + 1 modules
var session = __webpack_require__(93844);
;// CONCATENATED MODULE: ./lib/src/commands/destroy.js












/** Removes a hub, or the platform that no hub is on any more. What holds people's work is kept and listed. */
const command = {
    name: 'destroy',
    about: 'Removes a hub or a platform whose protection is off. Homes and the hub database are kept and listed.',
    flags: {
        target: { type: 'string', about: 'what to destroy: hub or platform (required)' },
        'break-lock': { type: 'string', about: 'id of a lock on the state that a killed run left; it is removed first' },
    },
    run: async (context) => {
        const { target } = context.flags;
        if (target !== 'hub' && target !== 'platform') {
            throw new errors/* UsageError */.eb('destroy needs --target hub or --target platform', {
                hint: 'The hub goes first: its load balancer lives on the platform.',
            });
        }
        return (0,session/* withSession */.f)(context, 'destroy', async (session) => {
            refuseProtected(session);
            const roots = await (0,programs/* openRoots */.M)(session);
            const lock = context.flags['break-lock'];
            if (typeof lock === 'string')
                await (0,locks/* breakLock */.N)(session, roots, lock);
            const reachable = await (0,planning/* reachCluster */.Wv)(session);
            return target === 'hub' ? destroyHub(session, roots, reachable) : destroyPlatform(session, roots, reachable);
        });
    },
};
function refuseProtected({ config, input }) {
    if (!config.platform.deletionProtection)
        return;
    const place = input.locate(['platform', 'deletionProtection'], 'key');
    throw new errors/* ConfigurationError */.j1('The platform is protected against deletion. Nothing was changed', {
        where: `${place.file}:${place.line}:${place.column}`,
        hint: 'Two reviewed steps: set "platform: {deletionProtection: false}" and apply that, then destroy.',
    });
}
async function destroyHub(session, roots, reachable) {
    session.step('plan the removal');
    const inCluster = reachable ? await whatOfHubIsThere(session, reachable) : [];
    const kept = reachable ? await keptByHub(session, reachable) : [];
    const root = await planDestroy(session, roots, 'hub');
    const changes = [...inCluster, ...(root?.changes ?? [])];
    show(session.context, changes);
    if (reachable && inCluster.length > 0)
        await removeHub(session, reachable);
    if (root?.hasChanges) {
        session.step("remove the hub's address");
        await roots.hub.apply(root.planFile);
    }
    return result(session, 'hub', changes, kept);
}
async function destroyPlatform(session, roots, reachable) {
    session.step('plan the removal');
    const hubs = reachable ? await hubsOn(reachable) : [];
    if (hubs.length > 0) {
        throw new errors/* ToolError */.v4(`The platform still carries the hub ${hubs.join(', ')}. Nothing was changed`, {
            where: `cluster ${session.config.name}`,
            hint: 'Destroy each hub first (--target hub), then the platform.',
        });
    }
    const kept = await keptByPlatform(session, reachable);
    const root = await planDestroy(session, roots, 'platform');
    show(session.context, root?.changes ?? []);
    if (root?.hasChanges) {
        session.step('remove the platform');
        await roots.platform.apply(root.planFile);
    }
    return result(session, 'platform', root?.changes ?? [], kept);
}
/** A plan that removes a root; undefined where it has no state, so that there is nothing to remove. */
async function planDestroy(session, roots, name) {
    const { config, google } = session;
    const exists = await (0,project/* stateExists */.o6)(google, config.state.bucket, (0,variables/* statePrefix */.Y6)(config.name, name));
    return exists ? roots[name].plan({ stateExists: true, lock: true, destroy: true }) : undefined;
}
function show(context, changes) {
    if (changes.length > 0)
        for (const line of (0,terminal/* changeLines */.O)(changes))
            context.say(line);
    context.say(`Destroy: ${(0,terminal/* countLine */.Q)(changes)}`);
}
function result(session, target, changes, kept) {
    const changeSet = { hub: session.config.name, changes };
    const changed = changes.length > 0;
    for (const { what, where } of kept)
        session.context.say(`  kept: ${what} (${where})`);
    session.context.say(changed ? `The ${target} is destroyed.` : `Nothing to do: the ${target} is not there.`);
    return {
        exitCode: 0,
        document: (0,commands_document/* changeDocument */.w)('destroy', changeSet, changed, { target, kept: kept.map((one) => ({ ...one })) }),
        outputs: { changed: String(changed) },
        summary: (0,summary/* doneSummary */.bY)({
            hub: changeSet.hub,
            command: 'destroy',
            changeSet,
            kept,
            warnings: session.input.diagnostics,
            isPublic: session.isPublic,
        }),
    };
}


/***/ }),

/***/ 42420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ breakLock)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75770);
/* harmony import */ var _terraform_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70915);


/** Removes the state lock with this id from whichever root holds it; any other id is refused. */
async function breakLock(session, roots, id) {
    const { config, google } = session;
    session.step('break the lock');
    for (const name of ['platform', 'hub']) {
        const prefix = (0,_terraform_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .statePrefix */ .Y6)(config.name, name);
        // The id of a lock in Google Cloud Storage is the generation of its object.
        const lock = await google.get({
            service: 'storage',
            path: `b/${config.state.bucket}/o/${encodeURIComponent(`${prefix}/default.tflock`)}`,
        });
        if (lock?.generation === id)
            return roots[name].breakLock(id);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`No state of this hub is locked with the id ${JSON.stringify(id)}`, {
        where: `gs://${config.state.bucket}/jupyterhub/${config.name}`,
        hint: 'Leave --break-lock out: the lock is gone already, or copy the id from the message that names it.',
    });
}


/***/ }),

/***/ 51595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ waitFor)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75770);


const SAY_EVERY = 15_000;
/** Asks `look` again and again until it gives an answer, and says every 15 s that it still waits; a limit or signal throws. */
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`Waited ${seconds(limit)} for ${what}, and it did not come`, {
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


/***/ }),

/***/ 77675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeKubeconfig)
/* harmony export */ });
/* unused harmony export kubeconfig */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Writes a kubeconfig and the token it refers to (both 0600) into the private temp folder and returns its path.
 * The token is a file, so that it stands in no argument and a newer one can take its place while helm runs.
 */
async function writeKubeconfig(tempDir, access) {
    const tokenFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, 'kube-token');
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, 'kubeconfig.json');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(tokenFile, access.token, { mode: 0o600 });
    // JSON is YAML, and needs no escaping of ours.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify(kubeconfig(access, tokenFile), null, 2), { mode: 0o600 });
    return file;
}
/** The kubeconfig document, with the token by file. */
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


/***/ })

};
;