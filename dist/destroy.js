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

// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/state-lock.js
var state_lock = __webpack_require__("src/stages/deploy/state-lock.js");
// EXTERNAL MODULE: ./lib/src/stages/session/programs.js + 14 modules
var programs = __webpack_require__("src/stages/session/programs.js");
// EXTERNAL MODULE: ./lib/src/stages/session/session.js + 2 modules
var session = __webpack_require__("src/stages/session/session.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/terraform/state.js
var terraform_state = __webpack_require__("src/terraform/state.js");
// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var variables = __webpack_require__("src/terraform/variables.js");
// EXTERNAL MODULE: ./lib/src/cloud/clusters.js + 1 modules
var clusters = __webpack_require__("src/cloud/clusters.js");
// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
// EXTERNAL MODULE: ./lib/src/config/platform/cluster-id.js
var cluster_id = __webpack_require__("src/config/platform/cluster-id.js");
// EXTERNAL MODULE: ./lib/src/config/rules/platform/location.js
var platform_location = __webpack_require__("src/config/rules/platform/location.js");
;// CONCATENATED MODULE: ./lib/src/commands/destroy/cloud.js




function addressName(hub) {
    return `${hub}-ip`;
}
async function liveAddress(session) {
    const { project, name: hub } = session.config;
    const name = addressName(hub);
    const found = await read(session, `projects/${project}/global/addresses/${name}`);
    return found === undefined ? undefined : { name, address: found.address ?? '' };
}
function releaseByHand({ config }, { name }) {
    return `gcloud compute addresses delete ${name} --global --project=${config.project}`;
}
function liveCluster({ google, config }) {
    return (0,clusters/* getCluster */.dB)(google, (0,cluster_id/* clusterIdOf */.r)(config));
}
function clusterPlace({ config }) {
    return (0,clusters/* clusterPath */.Sf)((0,cluster_id/* clusterIdOf */.r)(config));
}
function deleteClusterByHand({ config }) {
    const { project, location, platform } = config;
    return `gcloud container clusters delete ${platform.name} --location=${location} --project=${project}`;
}
async function livePlatform(session) {
    const { project, location, platform } = session.config;
    const { name } = platform;
    const region = (0,platform_location/* regionOf */.A)(location);
    const compute = `projects/${project}`;
    const [cluster, router, subnetwork, network] = await Promise.all([
        liveCluster(session),
        read(session, `${compute}/regions/${region}/routers/${name}`),
        read(session, `${compute}/regions/${region}/subnetworks/${name}-nodes`),
        read(session, `${compute}/global/networks/${name}`),
    ]);
    const inRegion = `--region=${region} --project=${project}`;
    return [
        ...(cluster ? [{ what: `cluster ${name}`, deletion: deleteClusterByHand(session) }] : []),
        ...(router ? [{ what: `router ${name}`, deletion: `gcloud compute routers delete ${name} ${inRegion}` }] : []),
        ...(subnetwork
            ? [
                {
                    what: `subnetwork ${name}-nodes`,
                    deletion: `gcloud compute networks subnets delete ${name}-nodes ${inRegion}`,
                },
            ]
            : []),
        ...(network
            ? [{ what: `network ${name}`, deletion: `gcloud compute networks delete ${name} --project=${project}` }]
            : []),
    ];
}
async function read({ google }, path) {
    try {
        return await google.get({ service: 'compute', path });
    }
    catch (error) {
        if (error instanceof rest.GoogleApiError && error.reason === 'SERVICE_DISABLED')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var record = __webpack_require__("src/helm/release/record.js");
// EXTERNAL MODULE: ./lib/src/report/text/plan-note.js
var plan_note = __webpack_require__("src/report/text/plan-note.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster-status.js
var cluster_status = __webpack_require__("src/stages/session/cluster-status.js");
;// CONCATENATED MODULE: ./lib/src/commands/destroy/protection.js







const CLUSTER = 'google_container_cluster';
async function refuseProtectedHub(session, { kubernetes }, inCluster, platform) {
    if (inCluster.length === 0)
        return;
    const { name, platform: ofFile } = session.config;
    const applied = (await (0,record/* readDeploymentRecord */.L6)(kubernetes, name))?.settings?.['platform.deletionProtection'];
    const owned = (0,cluster_id/* makesPlatform */.p)(session.config) && hasCluster(platform) ? platform : undefined;
    if (applied === true || (owned !== undefined && isProtected(owned))) {
        throw protectedError(session, 'hub', 'the last apply left it so');
    }
    if (applied === undefined && owned === undefined) {
        throw protectedError(session, 'hub', 'no apply recorded that it is not');
    }
    if (ofFile.deletionProtection)
        throw protectedError(session, 'hub', 'the file says so');
}
function refuseProtectedPlatform(session, state) {
    if (isProtected(state))
        throw protectedError(session, 'platform', 'the last apply left it so');
}
function isProtected(state) {
    return state.some(({ type, attributes }) => type === CLUSTER && attributes.deletion_protection !== false);
}
function protectedError({ config, input }, what, why) {
    const inFile = config.platform.deletionProtection
        ? 'Set "platform: {deletionProtection: false}" there in a reviewed change'
        : 'The file says deletionProtection: false, but that is not applied: have it reviewed';
    return new errors/* ToolError */.v4(`The ${what} is protected against deletion: ${why}. Nothing was changed`, {
        where: (0,config_location/* locationText */.fN)(input.locate(['platform', 'deletionProtection'], 'key')),
        hint: `${inFile}, apply it, then destroy.`,
    });
}
function hasCluster(state) {
    return state.some(({ type }) => type === CLUSTER);
}
async function refuseUnseenCluster(session, state) {
    const { config, input } = session;
    const { location, platform } = config;
    const other = state.find(({ type, attributes }) => type === CLUSTER && (attributes.location !== location || attributes.name !== platform.name));
    if (other !== undefined) {
        const { name, location: place } = other.attributes;
        throw new errors/* ToolError */.v4(`The cluster of this platform is ${name} in ${place}, by its state. Nothing was changed`, {
            where: (0,config_location/* locationText */.fN)(input.locate(['location'])),
            hint: `Write "location: ${place}" there, or take the file from the commit that was applied last.`,
        });
    }
    const absence = await (0,cluster_status/* clusterAbsence */.eY)(session);
    if (absence.state === 'missing')
        return;
    throw new errors/* ToolError */.v4(`The cluster does not answer (${(0,plan_note/* absenceText */.Xc)(absence)}). Nothing was changed`, {
        where: clusterPlace(session),
        hint: 'What runs in it cannot be seen, and would live on. Bring the cluster back or wait, then run destroy again.',
    });
}

// EXTERNAL MODULE: ./lib/src/report/change-document.js
var change_document = __webpack_require__("src/report/change-document.js");
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__("src/report/summary.js");
// EXTERNAL MODULE: ./lib/src/report/terminal.js
var terminal = __webpack_require__("src/report/terminal.js");
// EXTERNAL MODULE: ./lib/src/stages/session/confirm.js
var session_confirm = __webpack_require__("src/stages/session/confirm.js");
;// CONCATENATED MODULE: ./lib/src/commands/destroy/result.js




async function showAndConfirm({ context, config }, target, changes) {
    show(context, changes);
    if (changes.length === 0 || context.flags.yes === true || context.flags.confirm !== undefined)
        return;
    await (0,session_confirm/* confirm */.l)(context, { what: `destroy the ${target}`, word: nameOf({ config }, target) });
}
function show(context, changes) {
    context.group();
    if (changes.length > 0)
        for (const line of (0,terminal/* changeLines */.Ow)(changes, context.write))
            context.say(line);
    context.say(`Destroy: ${(0,terminal/* countLine */.QK)(changes)}`);
}
function nameOf({ config }, target) {
    return target === 'hub' ? config.name : config.platform.name;
}
function destroyed(session, target, changes, retained) {
    const changeSet = { hub: session.config.name, changes };
    const changed = changes.length > 0;
    session.context.group();
    for (const { what, where } of retained)
        session.context.say(`  kept: ${what} (${where})`);
    const isHub = changes.some(({ scope }) => scope === 'helm');
    const what = target === 'hub' && !isHub ? 'The address of the hub is released.' : `The ${target} is destroyed.`;
    session.context.say(changed ? what : `Nothing to do: the ${target} does not exist.`);
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

// EXTERNAL MODULE: ./lib/src/access/homes/names.js
var names = __webpack_require__("src/access/homes/names.js");
// EXTERNAL MODULE: ./lib/src/access/homes/status.js
var homes_status = __webpack_require__("src/access/homes/status.js");
;// CONCATENATED MODULE: ./lib/src/commands/destroy/retained.js





async function retainedByHub(session, cluster) {
    if (cluster === undefined)
        return [];
    const { kubernetes } = cluster;
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
async function retainedByPlatform(session, cluster, state) {
    const { project, platform } = session.config;
    const ownsAccount = state.some(({ type }) => type === 'google_service_account');
    const volumes = cluster ? await cluster.kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolume' }) : [];
    return [
        ...volumes.map(({ metadata, spec }) => ({
            what: `disk of claim ${spec?.claimRef?.namespace ?? '?'}/${spec?.claimRef?.name ?? '?'}`,
            where: spec?.csi?.volumeHandle ?? metadata.name,
        })),
        stateOf(session, 'platform'),
        { what: 'APIs that apply enabled', where: `project ${project}` },
        ...(ownsAccount
            ? []
            : [
                {
                    what: 'account of the nodes, if the one-time setup or a run whose state was lost made it',
                    where: `${(0,variables/* nodeAccountId */.D1)(platform.name)}@${project}.iam.gserviceaccount.com`,
                },
            ]),
    ];
}
function stateOf({ config }, root) {
    return { what: 'terraform state', where: `gs://${config.state.bucket}/${(0,variables/* statePrefix */.Y6)(config, root)}` };
}

// EXTERNAL MODULE: ./lib/src/access/hub/config-map.js
var config_map = __webpack_require__("src/access/hub/config-map.js");
// EXTERNAL MODULE: ./lib/src/helm/release/kubeconfig.js
var release_kubeconfig = __webpack_require__("src/helm/release/kubeconfig.js");
// EXTERNAL MODULE: ./lib/src/helm/trial/leftovers.js
var leftovers = __webpack_require__("src/helm/trial/leftovers.js");
// EXTERNAL MODULE: ./lib/src/helm/values/companion.js
var companion = __webpack_require__("src/helm/values/companion.js");
// EXTERNAL MODULE: ./lib/src/stages/session/wait.js
var wait = __webpack_require__("src/stages/session/wait.js");
;// CONCATENATED MODULE: ./lib/src/commands/destroy/uninstall.js








const REMOVED = [...config_map/* CONFIG_MAPS */.vi.filter((name) => name !== 'homes'), 'deployed'];
async function listHubResources(session, cluster) {
    const { kubernetes } = cluster;
    const { name } = session.config;
    const namespace = (0,record/* namespaceOf */.N6)(name);
    const [configMaps, releases, pods] = await Promise.all([
        Promise.all(REMOVED.map((which) => configMapOfHub(name, which)).map(async (ref) => (await kubernetes.get(ref)) === undefined ? [] : [ref.name])),
        kubernetes.list({ apiVersion: 'v1', kind: 'Secret', namespace }, { labelSelector: 'owner=helm' }),
        notebookPods(cluster, namespace),
    ]);
    const names = new Set(releases.map(({ metadata }) => metadata.labels?.name ?? metadata.name));
    const deletion = (subject) => ({ scope: 'helm', action: 'delete', subject });
    const object = (type, name) => deletion({ kind: 'kubernetes-object', type, name });
    return [
        ...[...names].sort().map((name) => deletion({ kind: 'helm-release', name })),
        ...pods.map((pod) => ({ ...object('Pod', pod), notes: [{ code: 'server-stopped' }] })),
        ...configMaps.flat().map((configMap) => object('ConfigMap', configMap)),
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
    await (0,leftovers/* removeTrials */.k)(kubernetes, namespace, context.now);
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
    for (const configMap of REMOVED)
        await kubernetes.delete(configMapOfHub(config.name, configMap));
}
async function notebookPods({ kubernetes }, namespace) {
    const pods = await kubernetes.list({ apiVersion: 'v1', kind: 'Pod', namespace }, { labelSelector: 'component=singleuser-server' });
    return pods.map(({ metadata }) => metadata.name);
}
function configMapOfHub(hub, list) {
    return { apiVersion: 'v1', kind: 'ConfigMap', namespace: (0,record/* namespaceOf */.N6)(hub), name: `${hub}-${list}` };
}

;// CONCATENATED MODULE: ./lib/src/commands/destroy/hub.js









async function destroyHub(session, roots) {
    const { config, google, context } = session;
    const stateOf = (root) => (0,terraform_state/* readState */.u)(google, config.state.bucket, (0,variables/* statePrefix */.Y6)(config, root));
    session.step('look at what is there');
    const [cluster, address, state, platform = []] = await Promise.all([
        (0,session_cluster/* connectCluster */.bp)(session),
        liveAddress(session),
        stateOf('hub'),
        stateOf('platform'),
    ]);
    if (cluster === undefined)
        await refuseUnseenCluster(session, platform);
    const inCluster = cluster ? await listHubResources(session, cluster) : [];
    if (cluster)
        await refuseProtectedHub(session, cluster, inCluster, platform);
    const release = addressToRelease(session, address);
    const isKnown = state?.some(({ type }) => type === 'google_compute_global_address') === true;
    if (release !== undefined && !isKnown)
        throw unknownAddress(session, release);
    session.step('plan the removal');
    const root = release && (await roots.hub.plan({ stateExists: true, lock: true, destroy: true }));
    const changes = [...inCluster, ...(root?.changes ?? [])];
    const retained = [
        ...(await retainedByHub(session, cluster)),
        ...(address === undefined || release !== undefined
            ? []
            : [
                {
                    what: `address ${address.address}, which costs money as long as it is reserved`,
                    where: `${address.name}; destroy --target hub --address ${address.name} releases it`,
                },
            ]),
    ];
    await showAndConfirm(session, 'hub', changes);
    if (cluster && inCluster.length > 0)
        await removeHub(session, cluster);
    if (root?.hasChanges) {
        session.step("remove the hub's address");
        await roots.hub.apply(root.planFile);
        context.say(`  released: address ${release?.address} (${release?.name})`);
    }
    return destroyed(session, 'hub', changes, retained);
}
function addressToRelease({ context, config }, live) {
    const { address: named } = context.flags;
    if (typeof named !== 'string')
        return undefined;
    const own = addressName(config.name);
    if (named === own)
        return live;
    throw new errors/* ToolError */.v4(`${JSON.stringify(named)} is not the reserved address of this hub. Nothing was changed`, {
        where: '--address',
        hint: `Name it by its own name, ${own}, or leave --address out to keep it.`,
    });
}
function unknownAddress(session, address) {
    return new errors/* ToolError */.v4('The terraform state does not know the address of this hub. Nothing was changed', {
        where: `address ${address.name}`,
        hint: `Destroy without --address, and if nothing else uses the address, release it by hand: ${releaseByHand(session, address)}`,
    });
}

// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
;// CONCATENATED MODULE: ./lib/src/commands/destroy/platform.js











async function destroyPlatform(session, roots) {
    const { config, google } = session;
    session.step('look at what is there');
    const known = await (0,terraform_state/* readState */.u)(google, config.state.bucket, (0,variables/* statePrefix */.Y6)(config, 'platform'));
    const state = known ?? [];
    const live = await liveCluster(session);
    if (live !== undefined && !hasCluster(state))
        throw unknownCluster(session, live.status);
    const cluster = await (0,session_cluster/* connectCluster */.bp)(session);
    if (cluster === undefined && live?.status !== 'ERROR')
        await refuseUnseenCluster(session, state);
    if (cluster !== undefined)
        await refuseUsed(session, cluster);
    refuseProtectedPlatform(session, state);
    const retained = await retainedByPlatform(session, cluster, state);
    session.step('plan the removal');
    const root = known === undefined ? undefined : await roots.platform?.plan({ stateExists: true, lock: true, destroy: true });
    const changes = root?.changes ?? [];
    await showAndConfirm(session, 'platform', changes);
    if (root?.hasChanges) {
        session.step('remove the platform');
        await roots.platform?.apply(root.planFile);
    }
    session.step('look at what is left');
    const left = await livePlatform(session);
    if (left.length > 0)
        throw stillAlive(session, left, changes.length > 0);
    return destroyed(session, 'platform', changes, retained);
}
async function refuseUsed(session, cluster) {
    const hubs = await hubsOn(cluster);
    if (hubs.length === 0)
        return;
    throw new errors/* ToolError */.v4(`The platform is still used by ${(0,config_text/* plural */.LS)(hubs.length, 'hub')}: ${hubs.join(', ')}. Nothing was changed`, {
        where: `cluster ${(0,cluster_id/* clusterIdOf */.r)(session.config).name}`,
        hint: 'Destroy each hub first (--target hub), then the platform.',
    });
}
function unknownCluster(session, status) {
    const { state } = session.config;
    const file = `gs://${state.bucket}/${(0,variables/* statePrefix */.Y6)(session.config, 'platform')}/default.tfstate`;
    return new errors/* ToolError */.v4(`The cluster lives (${status}), and the terraform state does not know it. Nothing was changed`, {
        where: clusterPlace(session),
        hint: `If the state was lost, copy an earlier version back (gcloud storage ls --all-versions ${file}), then destroy. If nothing needs the cluster, delete it by hand, then destroy the rest: ${deleteClusterByHand(session)}`,
    });
}
function stillAlive(session, left, removed) {
    const names = left.map(({ what }) => what).join(', ');
    const { project, platform } = session.config;
    return new errors/* ToolError */.v4(`The platform is not destroyed: ${names} ${left.length === 1 ? 'lives' : 'live'} on, and the terraform state does not know ${left.length === 1 ? 'it' : 'them'}`, {
        where: `platform ${platform.name}, project ${project}`,
        hint: [
            removed ? 'All that the state knew is removed.' : 'Nothing was changed.',
            `What is of this platform is deleted by hand, in this order: ${left.map(({ deletion }) => deletion).join(' && ')}`,
        ].join(' '),
    });
}

;// CONCATENATED MODULE: ./lib/src/commands/destroy/command.js








const command = {
    name: 'destroy',
    about: 'Removes a hub or a platform whose protection is off. Homes and the hub database are retained and listed.',
    flags: {
        yes: { type: 'boolean', about: 'agree beforehand; without it a terminal asks for the name, and nobody else can' },
        confirm: {
            type: 'string',
            about: 'agree beforehand by the name of the hub, or of the platform; another name is refused',
        },
        address: { type: 'string', about: "name of the hub's reserved address, to release it too; it is kept otherwise" },
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
        refuseUnasked(context);
        const work = async (session) => {
            if (target === 'platform')
                refuseForeign(session);
            refuseWrongName(session, target);
            const roots = await (0,programs/* openRoots */.M)(session);
            const lock = context.flags['break-lock'];
            if (typeof lock === 'string')
                await (0,state_lock/* breakLock */.N)(session, roots, lock);
            return target === 'hub' ? destroyHub(session, roots) : destroyPlatform(session, roots);
        };
        return (0,session.withSession)(context, 'destroy', work, false);
    },
};
function refuseForeign({ config, input }) {
    const { from, existing } = config.platform;
    if (existing !== undefined) {
        throw new errors/* ConfigurationError */.j1(`The cluster ${existing.name} is managed elsewhere, so there is no platform. Nothing was changed`, {
            where: (0,config_location/* locationText */.fN)(input.locate(['platform', 'cluster', 'existing'], 'key')),
            hint: 'Remove the hub with --target hub. The cluster stays.',
        });
    }
    if (from === undefined)
        return;
    const place = input.locate(['platform', 'from']);
    throw new errors/* ConfigurationError */.j1('This hub does not own its platform. Nothing was changed', {
        where: (0,config_location/* locationText */.fN)(place),
        hint: `Destroy the platform with the file that owns it: ${from}.`,
    });
}
function refuseUnasked({ flags, terminal }) {
    if (flags.yes === true || flags.confirm !== undefined || terminal !== undefined)
        return;
    throw new errors/* UsageError */.eb('destroy asks before it removes something, and nobody can be asked here', {
        hint: 'Agree with --yes, or with --confirm and the name of the hub (of the platform for --target platform); in a workflow by the input confirm.',
    });
}
function refuseWrongName(session, target) {
    const { confirm } = session.context.flags;
    const name = nameOf(session, target);
    if (confirm === undefined || confirm === name)
        return;
    throw new errors/* ToolError */.v4(`The ${target} of this file is ${name}, not ${JSON.stringify(confirm)}. Nothing was changed`, {
        where: (0,config_location/* locationText */.fN)(session.input.locate(['name'])),
        hint: 'Name the file of the hub that is to go with --config, or correct the name.',
    });
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

/***/ "src/helm/trial/leftovers.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ removeTrials)
/* harmony export */ });
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/helm/trial/objects.js");

const KINDS = [
    ['batch/v1', 'Job'],
    ['v1', 'Secret'],
    ['v1', 'ConfigMap'],
    ['networking.k8s.io/v1', 'NetworkPolicy'],
];
async function removeTrials(kubernetes, namespace, before) {
    const found = await Promise.all(KINDS.map(async ([apiVersion, kind]) => {
        const objects = await kubernetes.list({ apiVersion, kind, namespace }, { labelSelector: _objects_js__WEBPACK_IMPORTED_MODULE_0__/* .TRIAL_LABEL */ .My });
        return objects.flatMap(({ metadata: { name, creationTimestamp = '' } }) => {
            const isYounger = Date.parse(creationTimestamp) >= before.getTime();
            return name.startsWith(_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .TRIAL_PREFIX */ .Ks) && !isYounger ? [{ apiVersion, kind, namespace, name }] : [];
        });
    }));
    for (const ref of found.flat())
        await kubernetes.delete(ref);
    return found.flat().length;
}


/***/ }),

/***/ "src/helm/trial/objects.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ trialObjects),
/* harmony export */   Ks: () => (/* binding */ TRIAL_PREFIX),
/* harmony export */   My: () => (/* binding */ TRIAL_LABEL),
/* harmony export */   jl: () => (/* binding */ hubImage),
/* harmony export */   m5: () => (/* binding */ hubTemplate)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/json.js");

const TRIAL_LABEL = 'jupyterhub-gke/trial';
const TRIAL_PREFIX = 'hub-trial-';
const ENDS_AFTER = 180;
const REMOVED_AFTER = 60;
const FOLDER = '/usr/local/etc/jupyterhub-gke-trial';
const PROGRAM = 'hub_trial.py';
const KNOWN = 'known.json';
const NOT_OF_POD = ['priority', 'priorityClassName', 'serviceAccount', 'serviceAccountName'];
const NOT_OF_CONTAINER = ['lifecycle', 'livenessProbe', 'ports', 'readinessProbe', 'startupProbe'];
function trialObjects(live, frame) {
    const { namespace, id, program, secrets } = frame;
    const template = hubTemplate(live);
    const containers = Array.isArray(template?.containers) ? template.containers : [];
    const hub = containers.find((one) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(one) && one.name === 'hub');
    const [name, ...args] = Array.isArray(hub?.args) ? hub.args : [];
    const isKnown = name === 'jupyterhub' && (!Array.isArray(hub?.command) || hub.command.length === 0);
    if (template === undefined || hub === undefined || !isKnown)
        return undefined;
    const settings = live.filter((one) => /^(ConfigMap|Secret)$/.test(one.kind) && (one.namespace ?? namespace) === namespace);
    const used = new Set();
    const copyOf = (kind, wanted) => {
        const found = settings.find((one) => one.kind === kind && one.name === wanted);
        if (found === undefined)
            return undefined;
        used.add(found);
        return `${id}-${found.name}`;
    };
    const labels = { [TRIAL_LABEL]: id };
    const volumes = Array.isArray(template.volumes) ? template.volumes : [];
    const mounts = Array.isArray(hub.volumeMounts) ? hub.volumeMounts : [];
    const env = Array.isArray(hub.env) ? hub.env : [];
    const lacks = volumes.some((one) => hasDisk(one) && !isDatabase(one))
        ? [{ name: 'JUPYTERHUB_GKE_TRIAL_LACKS', value: 'a disk of hub.extraVolumes' }]
        : [];
    const spec = renamed({
        ...without(template, NOT_OF_POD),
        automountServiceAccountToken: false,
        restartPolicy: 'Never',
        volumes: [
            ...volumes.map(withoutDisk),
            {
                name: 'jupyterhub-gke-trial',
                projected: { sources: [{ configMap: { name: `${id}-program` } }, { secret: { name: `${id}-known` } }] },
            },
        ],
        containers: [
            {
                ...without(hub, NOT_OF_CONTAINER),
                command: ['python3', `${FOLDER}/${PROGRAM}`],
                args,
                env: [...env, ...lacks],
                terminationMessagePath: '/dev/termination-log',
                volumeMounts: [...mounts, { name: 'jupyterhub-gke-trial', mountPath: FOLDER, readOnly: true }],
            },
        ],
    }, copyOf);
    return {
        job: {
            apiVersion: 'batch/v1',
            kind: 'Job',
            metadata: { name: id, namespace, labels },
            spec: {
                suspend: true,
                backoffLimit: 0,
                activeDeadlineSeconds: ENDS_AFTER,
                ttlSecondsAfterFinished: REMOVED_AFTER,
                template: { metadata: { labels }, spec },
            },
        },
        owned(uid) {
            const metadata = (part) => ({
                ...{ name: part, namespace, labels },
                ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: id, uid }],
            });
            return [
                {
                    apiVersion: 'networking.k8s.io/v1',
                    kind: 'NetworkPolicy',
                    metadata: metadata(id),
                    spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress', 'Egress'] },
                },
                {
                    apiVersion: 'v1',
                    kind: 'ConfigMap',
                    metadata: metadata(`${id}-program`),
                    data: { [PROGRAM]: program },
                },
                {
                    apiVersion: 'v1',
                    kind: 'Secret',
                    metadata: metadata(`${id}-known`),
                    data: { [KNOWN]: Buffer.from(JSON.stringify(secrets)).toString('base64') },
                },
                ...[...used].map(({ kind, name: own, object }) => ({
                    ...without(object, ['metadata', 'immutable']),
                    ...{ apiVersion: 'v1', kind, metadata: metadata(`${id}-${own}`) },
                })),
            ];
        },
    };
}
function hubImage(manifests) {
    const containers = hubTemplate(manifests)?.containers;
    const hub = Array.isArray(containers)
        ? containers.find((one) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(one) && one.name === 'hub')
        : undefined;
    return hub?.image;
}
function hubTemplate(manifests) {
    const deployment = manifests.find(({ kind, name }) => kind === 'Deployment' && name === 'hub');
    const spec = deployment?.object.spec;
    const template = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(spec) ? spec.template : undefined;
    const pod = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(template) ? template.spec : undefined;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(pod) ? pod : undefined;
}
function withoutDisk(volume) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(volume) || !hasDisk(volume))
        return volume;
    return { ...without(volume, ['persistentVolumeClaim', 'ephemeral']), emptyDir: {} };
}
function hasDisk(volume) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(volume) && ('persistentVolumeClaim' in volume || 'ephemeral' in volume);
}
function isDatabase(volume) {
    const claim = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(volume) ? volume.persistentVolumeClaim : undefined;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(claim) && claim.claimName === 'hub-db-dir';
}
function without(object, keys) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
const KIND_OF = {
    configMap: 'ConfigMap',
    configMapKeyRef: 'ConfigMap',
    configMapRef: 'ConfigMap',
    imagePullSecrets: 'Secret',
    secret: 'Secret',
    secretKeyRef: 'Secret',
    secretRef: 'Secret',
};
function renamed(value, copyOf) {
    const visit = (one, key) => {
        if (Array.isArray(one))
            return one.map((inner) => visit(inner, key));
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(one))
            return one ?? null;
        const inner = Object.fromEntries(Object.entries(one).map(([name, child]) => [name, visit(child, name)]));
        const kind = Object.hasOwn(KIND_OF, key) ? KIND_OF[key] : undefined;
        if (kind === undefined)
            return inner;
        const field = 'secretName' in inner ? 'secretName' : 'name';
        const copy = copyOf(kind, inner[field]);
        return copy === undefined ? inner : { ...inner, [field]: copy };
    };
    return visit(value, '');
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

/***/ "src/stages/session/confirm.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ confirmInTerminal),
/* harmony export */   l: () => (/* binding */ confirm)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:readline/promises");
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_readline_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");


async function confirm({ terminal, signal }, { what, word }) {
    if (terminal === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`Nobody can be asked whether to ${what}`, { hint: 'Agree with --yes. Nothing was changed.' });
    }
    const reader = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)(terminal);
    const closed = new Promise((resolve) => reader.once('close', () => resolve('')));
    try {
        const asked = reader.question(`To ${what}, type ${word}: `, { signal }).catch((cause) => {
            signal.throwIfAborted();
            throw cause;
        });
        const answer = (await Promise.race([asked, closed])).trim();
        if (answer === word)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`${word} was not typed. Nothing was changed`, { hint: `To ${what}, run again.` });
    }
    finally {
        reader.close();
    }
}
async function confirmInTerminal(context, { hub, changes }) {
    const { terminal, flags } = context;
    if (terminal === undefined || changes.length === 0)
        return;
    if (flags.yes === true || flags.fingerprint !== undefined)
        return;
    await confirm(context, { what: `apply this to ${hub}`, word: 'yes' });
}


/***/ }),

/***/ "src/stages/session/session.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withSession: () => (/* binding */ withSession)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
// EXTERNAL MODULE: ./lib/src/cloud/auth.js + 1 modules
var auth = __webpack_require__("src/cloud/auth.js");
// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__("src/cloud/project.js");
// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var src_errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__("src/report/findings.js");
// EXTERNAL MODULE: ./lib/src/report/summary.js
var report_summary = __webpack_require__("src/report/summary.js");
// EXTERNAL MODULE: ./lib/src/system/disk-error.js
var disk_error = __webpack_require__("src/system/disk-error.js");
// EXTERNAL MODULE: ./lib/src/system/environment.js
var environment = __webpack_require__("src/system/environment.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: ./lib/src/system/temp-folder.js





const PREFIX = 'jupyterhub-gke';
const NAME = new RegExp(`^${PREFIX}-(\\d+)-([0-9a-f]{8})-\\w{6}$`);
const own = new Set();
async function makeTempFolder(parent) {
    sweep(parent);
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, `${PREFIX}-${process.pid}-${machine()}-`));
    own.add(path);
    return {
        path,
        remove: () => {
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            own.delete(path);
        },
    };
}
function sweep(parent) {
    const here = machine();
    for (const name of namesIn(parent)) {
        const [, pid, of] = NAME.exec(name) ?? [];
        const path = (0,external_node_path_.join)(parent, name);
        if (pid === undefined || of !== here || own.has(path) || !isOurs(path) || isRunning(Number(pid)))
            continue;
        try {
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        }
        catch {
        }
    }
}
function namesIn(parent) {
    try {
        return (0,external_node_fs_.readdirSync)(parent);
    }
    catch {
        return [];
    }
}
function isOurs(path) {
    try {
        const { uid, mode } = (0,external_node_fs_.lstatSync)(path);
        return (mode & 0o170000) === 0o040000 && (process.getuid === undefined || uid === process.getuid());
    }
    catch {
        return false;
    }
}
function isRunning(pid) {
    if (pid === process.pid)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}
function machine() {
    let namespace = '';
    try {
        namespace = (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
    }
    return (0,external_node_crypto_.createHash)('sha256').update(`${(0,external_node_os_.hostname)()} ${namespace}`).digest('hex').slice(0, 8);
}

// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 5 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/writes.js


const NOTHING = /(^|[.;]\s*)Nothing was (?:written|changed)(?! by this call)(?: by this run)?(?:,[^.]*)?(?:\.\s*|$)/;
function withWrites(error, writes) {
    if (writes.length === 0 || !(error instanceof src_errors/* ToolError */.v4))
        return error;
    const done = `Before this, the run had done: ${(0,config_text/* joinWithAnd */.Ol)([...new Set(writes)])}. The next run goes on from there.`;
    const hint = (error.hint ?? '').replace(NOTHING, '$1').trim();
    if (NOTHING.test(error.message))
        error.message = error.message.replace(NOTHING, '$1').trim().replace(/[.;]$/, '');
    return Object.assign(error, { hint: hint === '' ? done : `${hint} ${done}` });
}

;// CONCATENATED MODULE: ./lib/src/stages/session/session.js












const INSTALLS = new Set(['plan', 'apply']);
const CHILD_TOKEN_AGE = 10 * 60_000;
async function withSession(context, command, work, withPeople = true) {
    const input = await (0,read/* readInput */.R5)(context, withPeople, INSTALLS.has(command) ? context.env : undefined);
    const parent = context.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const { path: tempDir, remove } = await makeTempFolder(parent).catch((cause) => {
        throw new src_errors/* ToolError */.v4(`No folder for the files of this run can be made in ${parent} (${(0,src_errors/* errorMessage */.gJ)(cause)})`, {
            where: parent,
            hint: 'Free some space there, make it writable, or name another folder in RUNNER_TEMP (in a terminal TMPDIR), then run again. Nothing was changed.',
            cause,
        });
    });
    process.once('exit', remove);
    let current = 'sign in';
    const completedSteps = [];
    const writes = [];
    try {
        const token = (0,auth/* tokenSource */.Z)({ ...context.credentials, env: context.env, mask: context.mask });
        const google = new rest.GoogleClient({ token, env: context.env });
        const signedIn = (0,project/* projectNumber */.j0)(google, input.config.project).catch((error) => {
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
                ...(0,environment/* childEnvironment */.Q)(context.env, input.config.secrets),
                GOOGLE_OAUTH_ACCESS_TOKEN: await token(CHILD_TOKEN_AGE),
            }),
            step: (name) => {
                context.signal.throwIfAborted();
                current = name;
                context.group(name);
            },
            wrote: (what) => void writes.push(what),
            completedSteps,
        });
    }
    catch (failure) {
        const error = withWrites((0,disk_error/* explainDisk */.P)(failure), writes);
        const summary = (0,report_summary/* failureSummary */.jg)({
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
    if (error instanceof read/* InputError */.dz) {
        const [message = ''] = (0,src_errors/* errorMessage */.gJ)(error).split('\n');
        const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
        return { message, hint: 'Correct the lines named here.', findings: errors.slice(0, 20).map(findings/* findingLine */.mC) };
    }
    const { where, hint, log } = error instanceof src_errors/* ToolError */.v4 ? error : {};
    return { message: (0,src_errors/* errorMessage */.gJ)(error), where, hint, log };
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
    const hidden = new Set(Object.values(secrets).flatMap((secret) => ('env' in secret ? [secret.env] : [])));
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
    const onAbort = () => stop('SIGINT', options.grace?.() ?? 60_000);
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
        options.signal?.throwIfAborted();
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