"use strict";
exports.id = 858;
exports.ids = [858];
exports.modules = {

/***/ 27858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./lib/src/access/hub-lists.js
var hub_lists = __webpack_require__(33271);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
;// CONCATENATED MODULE: ./lib/src/change/guard.js

/** Refuses a change set that deletes or replaces something that holds data or an address; nothing has been changed then. */
function guardData(changeSet) {
    const lost = changeSet.changes.filter((change) => change.holdsData === true && (change.action === 'delete' || change.action === 'replace'));
    if (lost.length === 0)
        return;
    const list = lost.map((change) => `${change.address} (${change.action})`).join(', ');
    throw new errors/* ToolError */.v4(`The change would destroy what people depend on: ${list}. Nothing was changed`, {
        where: lost[0]?.address ?? changeSet.hub,
        hint: 'Undo the part of the change that causes it. If it is meant, "destroy" removes a hub or a platform in two reviewed steps.',
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/src/helm/release.js + 10 modules
var release = __webpack_require__(56341);
// EXTERNAL MODULE: ./lib/src/helm/values.js
var helm_values = __webpack_require__(90310);
;// CONCATENATED MODULE: ./lib/src/helm/applied.js




/**
 * True when helm has nothing to do: the files are as deployed, under the same address and with the same secrets. A
 * secret that got another value under its old name is found by the values that the chart keeps in the Secret `hub`.
 */
async function isApplied(prepared, deployed, kubernetes, facts) {
    if (!(0,release/* isCurrent */.Oz)(prepared, deployed) || deployed?.address !== facts.address)
        return false;
    if ((0,helm_values/* secretNames */.XG)(prepared.values).length === 0)
        return true;
    const { namespace } = prepared;
    const secret = await kubernetes.get({
        apiVersion: 'v1',
        kind: 'Secret',
        namespace,
        name: 'hub',
    });
    return sameSecrets(prepared.values, liveValues(secret?.data?.['values.yaml']), facts.secrets);
}
/**
 * Values for a first installation only. The chart would make the proxy's token twice at random, once for its Secret and
 * once for a checksum, and the first upgrade would restart the proxy for nothing. Later the chart finds the token again.
 */
function firstInstallValues() {
    return { hub: { config: { ConfigurableHTTPProxy: { auth_token: (0,external_node_crypto_.randomBytes)(32).toString('hex') } } } };
}
function liveValues(encoded) {
    try {
        return (0,dist/* parse */.qg)(Buffer.from(encoded ?? '', 'base64').toString('utf8'));
    }
    catch {
        return null;
    }
}
function sameSecrets(wanted, live, secrets) {
    if (Array.isArray(wanted)) {
        const items = Array.isArray(live) ? live : [];
        return wanted.every((inner, index) => sameSecrets(inner, items[index], secrets));
    }
    if (!(0,helm_values/* isObject */.Gv)(wanted))
        return true;
    const name = (0,helm_values/* secretName */.Gf)(wanted);
    if (name !== undefined)
        return Object.hasOwn(secrets, name) && live === secrets[name];
    return Object.entries(wanted).every(([key, inner]) => sameSecrets(inner, (0,helm_values/* isObject */.Gv)(live) ? live[key] : undefined, secrets));
}

// EXTERNAL MODULE: ./lib/src/helm/deployed.js
var helm_deployed = __webpack_require__(37222);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(19452);
// EXTERNAL MODULE: ./lib/src/report/terminal.js
var terminal = __webpack_require__(11710);
// EXTERNAL MODULE: ./lib/src/commands/chart-findings.js
var chart_findings = __webpack_require__(33843);
// EXTERNAL MODULE: ./lib/src/commands/document.js
var commands_document = __webpack_require__(82583);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/helm/companion.js
var companion = __webpack_require__(12796);
// EXTERNAL MODULE: ./lib/src/helm/kubeconfig.js
var helm_kubeconfig = __webpack_require__(77675);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var cloud_kubernetes = __webpack_require__(8457);
;// CONCATENATED MODULE: ./lib/src/helm/lease.js



/** A lease lives this long after its last renewal; its holder renews it four times in that time. */
const LEASE_SECONDS = 20;
/**
 * Takes the lease and renews it until it is released. Two applies never run helm at once, and what a killed one left
 * can be told from what a living one is doing: within a lease's life nobody renews it any more.
 */
async function holdLease(options) {
    const holder = holderName(options.env);
    const taken = await take(options, holder);
    let current = taken.lease;
    let lost = false;
    let isRenewing = false;
    const renew = async () => {
        // Where the API is slow, a second renewal would conflict with our own first one.
        if (isRenewing || lost)
            return;
        isRenewing = true;
        try {
            current = await write(options, holder, current);
        }
        catch (error) {
            if (!(error instanceof cloud_kubernetes/* KubernetesError */.dK) || (error.status !== 409 && error.status !== 404))
                return;
            // A renewal whose answer was lost was ours: only another holder, or none, means that it is gone.
            const live = await options.kubernetes.get(refOf(options)).catch(() => current);
            lost = live?.spec?.holderIdentity !== holder;
            current = live ?? current;
        }
        finally {
            isRenewing = false;
        }
    };
    const timer = setInterval(() => void renew(), (LEASE_SECONDS * 1000) / 4);
    timer.unref();
    return {
        tookOver: taken.tookOver,
        held: () => !lost,
        release: async () => {
            clearInterval(timer);
            if (lost)
                return;
            // Best effort: a lease that stays runs out by itself.
            await options.kubernetes.delete(refOf(options)).catch((error) => {
                options.say(`  the lease ${options.name} could not be removed (${(0,errors/* errorMessage */.gJ)(error)}); it runs out by itself`);
            });
        },
    };
}
async function take(options, holder) {
    const { kubernetes, say, sleep, signal } = options;
    const now = options.now ?? Date.now;
    // Judged by our own clock, as long as the renewal does not change: the other machine's clock may be wrong.
    let seen;
    let since = now();
    for (let attempt = 0;; attempt += 1) {
        signal?.throwIfAborted();
        const live = await kubernetes.get(refOf(options));
        try {
            if (live === undefined) {
                // Gone while we watched it: the run before came to its own end.
                return { lease: await kubernetes.create(leaseObject(options, holder)), tookOver: false };
            }
            const renewed = live.spec?.renewTime ?? '';
            if (renewed !== seen) {
                if (seen !== undefined)
                    throw busy(options, live);
                seen = renewed;
                since = now();
                say(`  another apply may be at work (${live.spec?.holderIdentity ?? 'unknown'}); waiting at most ${LEASE_SECONDS} s to see`);
            }
            else if (now() - since > LEASE_SECONDS * 1000) {
                say('  it is not: it was killed, and this run goes on in its place');
                return { lease: await write(options, holder, live), tookOver: true };
            }
        }
        catch (error) {
            // Two runs that start at once: one creates, the other finds it there.
            if (!(error instanceof cloud_kubernetes/* KubernetesError */.dK) || error.status !== 409 || attempt > 3 * LEASE_SECONDS)
                throw error;
        }
        await sleep(1000);
    }
}
async function write(options, holder, live) {
    const { resourceVersion } = live.metadata;
    const lease = leaseObject(options, holder);
    return options.kubernetes.replace({
        ...lease,
        metadata: { ...lease.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
    });
}
function leaseObject(options, holder) {
    const renewTime = new Date((options.now ?? Date.now)()).toISOString().replace('Z', '000Z');
    return {
        ...refOf(options),
        metadata: { name: options.name, namespace: options.namespace },
        spec: { holderIdentity: holder, renewTime, leaseDurationSeconds: LEASE_SECONDS },
    };
}
function refOf({ namespace, name }) {
    return { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', namespace, name };
}
function busy(options, lease) {
    return new errors/* ToolError */.v4(`Another apply is at work on this hub: ${lease.spec?.holderIdentity ?? 'unknown'}`, {
        where: `Lease ${options.namespace}/${options.name}`,
        hint: 'Wait for its end, then run again. Nothing was changed by this run.',
    });
}
function holderName(env) {
    const run = env.GITHUB_RUN_ID;
    return run
        ? `run ${run} of ${env.GITHUB_REPOSITORY ?? 'a workflow'} (job ${env.GITHUB_JOB ?? '?'}, attempt ${env.GITHUB_RUN_ATTEMPT ?? '1'})`
        : `${(0,external_node_os_.hostname)()}, process ${process.pid}`;
}

;// CONCATENATED MODULE: ./lib/src/helm/pending.js

/** A helm operation of somebody who holds no lease of ours counts as dead after this time (milliseconds). */
const PENDING_AGE = 10 * 60_000;
/**
 * Decides by the history (newest first). A pending release is repaired when its operation cannot be running any more:
 * the apply before this one was killed (its lease ran out), or the operation is older than any that runs.
 */
function repairOf(history, now, knownDead) {
    const [newest, ...older] = history;
    if (newest === undefined)
        return { action: 'none' };
    const isPending = newest.status.startsWith('pending-');
    if (!isPending && newest.status !== 'uninstalling')
        return { action: 'none' };
    const age = now - Date.parse(newest.updated);
    // A time that cannot be read, or lies in the future, proves nothing.
    if (!knownDead && !(age >= PENDING_AGE))
        return { action: 'wait', since: newest.updated };
    const good = older.find(({ status }) => status === 'deployed') ?? older.find(({ status }) => status === 'superseded');
    // A first install that stopped half-way, or a removal, has nothing to go back to; the hub's database is kept by its policy.
    return isPending && good ? { action: 'rollback', to: good.revision } : { action: 'uninstall' };
}
/** Repairs a release that a killed operation left pending, so that the next upgrade can run; says what it does. */
async function repairRelease(helm, release, namespace, options) {
    const repair = repairOf(await helm.history(release, namespace), options.now ?? Date.now(), options.knownDead);
    if (repair.action === 'none')
        return;
    if (repair.action === 'wait') {
        throw new errors/* ToolError */.v4(`Another helm operation on the release "${release}" has been in progress since ${repair.since}`, {
            where: `helm release ${namespace}/${release}`,
            hint: 'Wait for its end, then run again. If it was killed, apply repairs it once it is 10 minutes old.',
        });
    }
    options.say(`  the release ${release} was left half-way by an operation that was killed: it is repaired first`);
    if (repair.action === 'rollback')
        await helm.rollback(release, repair.to, namespace);
    else
        await helm.uninstall(release, namespace);
}

;// CONCATENATED MODULE: ./lib/src/helm/workloads.js

const FATAL = new Set([
    'ErrImagePull',
    'ImagePullBackOff',
    'InvalidImageName',
    'CreateContainerConfigError',
    'CrashLoopBackOff',
]);
// A cause must last this long: an image registry may fail once, and a hub may wait for its proxy through a restart.
const PATIENCE = 90_000;
/** Waits until the deployments run their newest template, and says why pods do not start meanwhile; throws with that reason. */
async function waitForWorkloads(wait) {
    const now = wait.now ?? Date.now;
    const start = now();
    let said = '';
    let fatalSince;
    for (;;) {
        wait.signal?.throwIfAborted();
        const missing = await unready(wait);
        if (missing.length === 0)
            return;
        const reasons = (await Promise.all(missing.map((workload) => reasonsOf(wait, workload)))).flat();
        const text = [...new Set(reasons.map((reason) => reason.text))].join('; ');
        const names = missing.map(({ metadata }) => metadata.name).join(', ');
        const line = `  waiting for ${names}${text === '' ? '' : ` (${text})`}`;
        if (line !== said)
            wait.say(line);
        said = line;
        const isFatal = reasons.some(({ fatal }) => fatal);
        fatalSince = isFatal ? (fatalSince ?? now()) : undefined;
        const stuck = fatalSince !== undefined && now() - fatalSince > PATIENCE;
        if (stuck || now() - start > wait.limit)
            throw notReady(wait, names, text);
        await wait.sleep(1500);
    }
}
async function unready(wait) {
    const { kubernetes, namespace, names } = wait;
    const found = await kubernetes.list({ apiVersion: 'apps/v1', kind: 'Deployment', namespace });
    const byName = new Map(found.map((workload) => [workload.metadata.name, workload]));
    return names.flatMap((name) => {
        const workload = byName.get(name);
        if (workload === undefined)
            return [{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: {} }];
        return isReady(workload) ? [] : [workload];
    });
}
/** True when the newest template runs in all replicas and no old pod is left. */
function isReady(workload) {
    const wanted = workload.spec.replicas ?? 1;
    const { observedGeneration = 0, replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = workload.status ?? {};
    const seen = observedGeneration >= (workload.metadata.generation ?? 0);
    return seen && updatedReplicas >= wanted && replicas <= wanted && availableReplicas >= wanted;
}
async function reasonsOf(wait, workload) {
    const labels = Object.entries(workload.spec.selector?.matchLabels ?? {});
    if (labels.length === 0)
        return [];
    const labelSelector = labels.map(([key, value]) => `${key}=${value}`).join(',');
    const ref = { apiVersion: 'v1', kind: 'Pod', namespace: wait.namespace };
    const pods = await wait.kubernetes.list(ref, { labelSelector });
    return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined).flatMap(podReasons);
}
/** Why a pod is not ready, in the cluster's own words; empty when it is, or when nothing is known yet. */
function podReasons(pod) {
    const { conditions = [], containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
    const name = `Pod/${pod.metadata.name}`;
    const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
    if (scheduled?.status === 'False') {
        return [{ text: `${name} has no node yet: ${workloads_short(scheduled.message ?? scheduled.reason)}`, fatal: false }];
    }
    const waiting = [...initContainerStatuses, ...containerStatuses].flatMap((container) => {
        const { reason, message } = container.state?.waiting ?? {};
        if (reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing')
            return [];
        const exit = container.lastState?.terminated?.exitCode;
        const detail = message ?? (exit === undefined ? undefined : `exit code ${exit}`);
        return [
            { text: `${name}: ${reason}${detail === undefined ? '' : `, ${workloads_short(detail)}`}`, fatal: FATAL.has(reason) },
        ];
    });
    if (waiting.length > 0)
        return waiting;
    const gate = conditions.find(({ type, status }) => type === 'cloud.google.com/load-balancer-neg-ready' && status !== 'True');
    return gate ? [{ text: `${name} waits for the load balancer's health check`, fatal: false }] : [];
}
function notReady(wait, names, text) {
    const isImage = /ImagePull|InvalidImageName/.test(text);
    const isCrash = /CrashLoop/.test(text);
    const hint = isImage
        ? 'Check the image name and tag in hub.values or profiles, and that the cluster may pull it; then run apply again.'
        : isCrash
            ? `Read its log: kubectl logs --namespace ${wait.namespace} deploy/${names.split(',')[0]} --previous. Then correct hub.values and run apply again.`
            : `Look at kubectl get events --namespace ${wait.namespace}; then run apply again, which goes on from here.`;
    return new errors/* ToolError */.v4(`${names} did not become ready${text === '' ? '' : `: ${text}`}`, {
        where: `namespace ${wait.namespace}`,
        hint,
    });
}
function workloads_short(text) {
    const line = (text ?? 'no reason given').replace(/\s+/g, ' ').trim();
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}

// EXTERNAL MODULE: ./lib/src/commands/programs.js + 13 modules
var programs = __webpack_require__(30994);
;// CONCATENATED MODULE: ./lib/src/commands/installing.js












const READY_LIMIT = 15 * 60_000;
/** Installs or upgrades both releases under a lease, notes what was deployed, and waits until the hub's workloads are ready. */
async function install(session, { kubernetes, endpoint }, plan, facts) {
    const { context, token, tempDir } = session;
    const { say, signal, env } = context;
    const { prepared, deployed } = plan;
    const { hub, namespace } = prepared;
    const kubeconfig = await (0,helm_kubeconfig/* writeKubeconfig */.f)(tempDir, { endpoint, token: await token(10 * 60_000) });
    const helm = await (0,programs/* openHelm */.L)(session, kubeconfig);
    const lease = await holdLease({ kubernetes, namespace, name: `${hub}-apply`, env, say, signal, sleep: promises_.setTimeout });
    try {
        const rendered = await (0,release/* renderRelease */.c)(prepared, helm, deployed);
        const record = (state, revision) => kubernetes.apply((0,helm_deployed/* deployedObject */.EP)(hub, {
            state,
            inputs: prepared.inputs,
            address: facts.address,
            chart: {
                version: prepared.chart.version,
                repository: prepared.chart.repository,
                digest: rendered.chart.digest,
            },
            revision,
            // What was there stays on record until the new one is there.
            values: state === 'deployed' ? rendered.values : (deployed?.values ?? {}),
            manifests: state === 'deployed' ? rendered.manifests : (deployed?.manifests ?? []),
        }));
        await record('applying', deployed?.revision ?? 0);
        // An apply that ended without a record, say at a time limit, has released its lease, and runs no more than a killed one.
        const repair = { knownDead: lease.tookOver || deployed?.state === 'applying', say };
        for (const [release, chart, values] of [
            [(0,companion/* companionRelease */.MU)(hub), prepared.companion.chart, prepared.companion.values],
            [hub, rendered.chart.path, prepared.values],
        ]) {
            if (!lease.held())
                throw leaseLost(hub, namespace);
            await repairRelease(helm, release, namespace, repair);
            say(`Release ${release} (helm)`);
            const isFirst = release === hub && (await helm.history(hub, namespace)).length === 0;
            await helm.upgrade(release, chart, namespace, (0,helm_values/* resolve */.hd)(isFirst ? (0,helm_values/* merge */.h1)(firstInstallValues(), values) : values, facts));
        }
        session.step('wait for the hub');
        await waitForWorkloads({ kubernetes, namespace, names: ['hub', 'proxy'], limit: READY_LIMIT, say, sleep: promises_.setTimeout, signal });
        const [newest] = await helm.history(hub, namespace);
        await record('deployed', newest?.revision ?? 1);
    }
    finally {
        await lease.release();
    }
}
function leaseLost(hub, namespace) {
    return new errors/* ToolError */.v4('Another apply took over while this one stood still', {
        where: `Lease ${namespace}/${hub}-apply`,
        hint: 'Wait for its end, then run apply again.',
    });
}

// EXTERNAL MODULE: ./lib/src/commands/letting-in.js
var letting_in = __webpack_require__(53313);
// EXTERNAL MODULE: ./lib/src/commands/locks.js
var locks = __webpack_require__(42420);
// EXTERNAL MODULE: ./lib/src/commands/planning.js + 1 modules
var planning = __webpack_require__(26263);
;// CONCATENATED MODULE: ./lib/src/commands/secrets.js

/** Values of the secrets that the configuration names, from the environment; each is masked before anything can print it. */
function readSecrets({ config, context, input }) {
    const values = {};
    const missing = [];
    for (const [name, { env: variable }] of Object.entries(config.secrets)) {
        const value = context.env[variable];
        if (value === undefined || value === '')
            missing.push({ name, variable });
        else {
            context.mask(value);
            values[name] = value;
        }
    }
    if (missing.length === 0)
        return values;
    const place = input.locate(['secrets', missing[0]?.name ?? '', 'env'], 'value');
    throw new errors/* ConfigurationError */.j1(`The environment lacks the secrets ${missing.map(({ name, variable }) => `${name} (variable ${variable})`).join(', ')}`, {
        where: `${place.file}:${place.line}:${place.column}`,
        hint: `In the workflow give them to the step: "env: {${missing[0]?.variable}: \${{ secrets.${missing[0]?.variable} }}}". Nothing was changed.`,
    });
}

// EXTERNAL MODULE: ./lib/src/commands/session.js + 1 modules
var session = __webpack_require__(93844);
// EXTERNAL MODULE: ./lib/src/commands/wait.js
var wait = __webpack_require__(51595);
;// CONCATENATED MODULE: ./lib/src/commands/apply.js

















/** Plans, shows and does. Every step can be repeated: a run that was cut off is finished by the next. */
const command = {
    name: 'apply',
    about: 'Makes platform, hub and people as the files say. Can be run again after any failure.',
    flags: {
        'break-lock': { type: 'string', about: 'id of a lock on the state that a killed run left; it is removed first' },
    },
    run: (context) => (0,session/* withSession */.f)(context, 'apply', async (session) => {
        const started = Date.now();
        const secrets = readSecrets(session);
        const lock = context.flags['break-lock'];
        if (typeof lock === 'string')
            await (0,locks/* breakLock */.N)(session, await (0,programs/* openRoots */.M)(session), lock);
        const plan = await (0,planning/* planHub */.Dv)(session, { lock: true });
        const { changes } = plan.changeSet;
        for (const line of [...(0,terminal/* changeLines */.O)(changes), ...plan.notes])
            context.say(line);
        context.say(`Plan: ${(0,terminal/* countLine */.Q)(changes)}`);
        guardData(plan.changeSet);
        session.truths.push({ what: 'planned', state: 'good' });
        const done = await carryOut(session, plan, secrets);
        const changed = changes.length > 0 || done.changed;
        const notes = [...plan.notes.filter((note) => !note.startsWith('There is no cluster')), ...done.notes];
        for (const note of done.notes)
            context.say(note);
        context.say(changed ? `Applied. People enter at ${done.hubUrl}` : `Nothing to do. People enter at ${done.hubUrl}`);
        return {
            exitCode: 0,
            document: (0,commands_document/* changeDocument */.w)('apply', plan.changeSet, changed, { hubUrl: done.hubUrl, notes }),
            outputs: { changed: String(changed), hub_url: done.hubUrl },
            summary: (0,summary/* doneSummary */.bY)({
                hub: plan.changeSet.hub,
                command: 'apply',
                changeSet: plan.changeSet,
                notes,
                seconds: (Date.now() - started) / 1000,
                hubUrl: done.hubUrl,
                truths: session.truths,
                warnings: session.input.diagnostics,
                isPublic: session.isPublic,
            }),
        };
    }),
};
/** Does the plan in the order in which one thing needs the other; people first where hub and door exist already. */
async function carryOut(session, plan, secrets) {
    await applyRoots(session, plan);
    const reachable = await waitForCluster(session);
    const made = await prepareNamespace(session, reachable);
    // Access does not wait for a change of the hub, which may fail: who left is out first.
    const existing = plan.deployed && (await (0,planning/* hubBackend */.Gc)(session, reachable));
    const early = existing && (await (0,letting_in/* letIn */.DB)(session, reachable, existing));
    const address = await hubAddress(session, plan);
    const current = await isApplied(plan.prepared, plan.deployed, reachable.kubernetes, { address, secrets });
    if (!current) {
        session.step('install the hub');
        await (0,chart_findings/* withChartFindings */.f)(session, plan.prepared, () => install(session, reachable, plan, { address, secrets }));
    }
    session.truths.push({ what: 'hub as planned', state: 'good' });
    const backend = await (0,letting_in/* waitForDoor */.VP)(session, reachable);
    const late = await (0,letting_in/* letIn */.DB)(session, reachable, backend);
    const people = { ...late, changes: [...(early?.changes ?? []), ...late.changes] };
    const ended = await (0,letting_in/* waitForKeeper */.d8)(session, reachable, people);
    session.truths.push({ what: 'people as planned', state: 'good' });
    return {
        hubUrl: `https://${address}`,
        changed: made || !current || people.changes.length > 0,
        notes: [...ended, ...(current ? [] : [CERTIFICATE])],
    };
}
const CERTIFICATE = 'A new name needs its DNS record and a certificate of Google, which takes up to an hour; until then browsers are refused.';
async function applyRoots(session, plan) {
    for (const name of ['platform', 'hub']) {
        const root = plan.terraform[name];
        if (root.hasChanges) {
            session.step(name === 'platform' ? 'apply the platform' : "apply the hub's address");
            session.context.say(name === 'platform' ? 'Platform (terraform)' : 'Address of the hub (terraform)');
            await plan.roots[name].apply(root.planFile);
        }
    }
    session.truths.push({ what: 'platform as planned', state: 'good' });
}
async function waitForCluster(session) {
    session.step('wait for the cluster');
    const { context, config } = session;
    return (0,wait/* waitFor */.f)({
        what: 'the cluster to answer',
        limit: 15 * 60_000,
        where: `projects/${config.project}/locations/${config.location}/clusters/${config.name}`,
        hint: 'Look at the cluster in the console; when it is RUNNING, run apply again.',
        say: context.say,
        signal: context.signal,
    }, () => (0,planning/* reachCluster */.Wv)(session));
}
/** The namespace and the report that the keeper writes into; true where one of them is new. */
async function prepareNamespace(session, reachable) {
    session.step('make the namespace');
    const { name } = session.config;
    const { kubernetes } = reachable;
    const namespace = {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: (0,helm_deployed/* namespaceOf */.N6)(name), labels: labelsOf(name) },
    };
    const live = await kubernetes.get({ apiVersion: 'v1', kind: 'Namespace', name: (0,helm_deployed/* namespaceOf */.N6)(name) });
    const isOurs = Object.entries(labelsOf(name)).every(([key, value]) => live?.metadata.labels?.[key] === value);
    if (!isOurs)
        await kubernetes.apply(namespace);
    const made = await (0,hub_lists/* makeKeeperReport */.$O)((0,planning/* hubLists */.Nm)(session, reachable));
    return !isOurs || made;
}
function labelsOf(hub) {
    return { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'jupyterhub-gke/hub': hub };
}
/** Host name of the hub: the configured one, else one that resolves to the reserved address by itself. */
async function hubAddress(session, plan) {
    const { config, context } = session;
    if (config.access.domain)
        return config.access.domain;
    const outputs = await plan.roots.hub.outputs();
    const { address } = (outputs.address ?? {});
    if (typeof address !== 'string' || !/^[0-9.]+$/.test(address)) {
        throw new errors/* ToolError */.v4('The reserved address of the hub is not in the terraform state', {
            where: `gs://${config.state.bucket}`,
            hint: 'Run apply again; if it stays, look at "terraform output" of the hub root.',
        });
    }
    context.say(`  reserved address: ${address}`);
    return `${address}.sslip.io`;
}


/***/ }),

/***/ 53313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ letIn),
/* harmony export */   VP: () => (/* binding */ waitForDoor),
/* harmony export */   d8: () => (/* binding */ waitForKeeper)
/* harmony export */ });
/* harmony import */ var _access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33271);
/* harmony import */ var _access_members_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91935);
/* harmony import */ var _access_policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43668);
/* harmony import */ var _access_sync_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20845);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95880);
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9301);
/* harmony import */ var _planning_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26263);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51595);








// GKE makes a load balancer in 3 to 8 minutes; a quota or a broken Ingress never does.
const BACKEND_LIMIT = 20 * 60_000;
// Kubernetes brings a changed ConfigMap into a pod within two minutes; the keeper asks the API and is faster.
const KEEPER_LIMIT = 4 * 60_000;
/** Waits until the load balancer of the hub exists, and tells the hub whose assertions it may believe. */
async function waitForDoor(session, reachable) {
    const { context, config } = session;
    session.step('wait for the load balancer');
    const backend = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_5__/* .waitFor */ .f)({
        what: 'the load balancer of the hub',
        limit: BACKEND_LIMIT,
        where: `Ingress jupyterhub-${config.name}/jupyterhub`,
        hint: 'Look at the events of the Ingress (kubectl describe ingress), mend what they say, then run again.',
        say: context.say,
        signal: context.signal,
    }, () => (0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .hubBackend */ .Gc)(session, reachable));
    const audience = (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .audienceOf */ .O)(session.projectNumber, backend.id);
    if (await (0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .writeAudience */ .EK)((0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .hubLists */ .Nm)(session, reachable), [audience])) {
        context.say('  the hub now knows its load balancer');
    }
    return backend;
}
/**
 * Gives hub and door the list of people: first the hub's, whose keeper then ends what people who left have running,
 * then the door's. What is as it should be is not written.
 */
async function letIn(session, reachable, backend) {
    const { context, people } = session;
    session.step('let people in and out');
    const lists = (0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .hubLists */ .Nm)(session, reachable);
    const { list, before, changed } = await (0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .writeMembers */ .Jl)(lists, people);
    const policy = await (0,_access_sync_js__WEBPACK_IMPORTED_MODULE_1__/* .syncPolicy */ .kh)((0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .doorOf */ .ag)(session, backend), people);
    if (changed)
        context.say(`  the hub has the list of ${list.people.length} people (generation ${list.generation})`);
    if (policy.changed) {
        context.say(`  the door's policy is written: ${policy.added.length} in, ${policy.removed.length} out; Google takes up to some minutes to spread it`);
    }
    const changes = (0,_people_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(changed ? (0,_access_members_js__WEBPACK_IMPORTED_MODULE_6__/* .memberListChanges */ .kd)(before, list, people) : [], policy.changed ? (0,_access_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .memberChanges */ .ui)(policy, people) : []);
    return { changes, notes: (0,_people_js__WEBPACK_IMPORTED_MODULE_3__/* .notesOf */ .h$)(policy), generation: list.generation };
}
/** Waits until the keeper in the hub has enforced a list, and says what it ended for people who left. */
async function waitForKeeper(session, reachable, done) {
    const { context, config } = session;
    session.step('wait for the hub to enforce the list');
    const lists = (0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .hubLists */ .Nm)(session, reachable);
    const status = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_5__/* .waitFor */ .f)({
        what: `the hub to enforce the list of people (generation ${done.generation})`,
        limit: KEEPER_LIMIT,
        where: `ConfigMap jupyterhub-${config.name}/${config.name}-keeper`,
        hint: 'Look at the log of the hub (kubectl logs deploy/hub). The door refuses people who left already; servers of theirs may still run.',
        say: context.say,
        signal: context.signal,
        interval: 1000,
    }, async () => {
        const report = await (0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .readKeeper */ .ZF)(lists);
        return report !== undefined && report.generation >= done.generation ? report : undefined;
    });
    return done.changes
        .filter(({ action }) => action === 'delete')
        .map(({ address }) => {
        const { stoppedServers = 0, deletedTokens = 0, error } = status.people[(0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .keeperKey */ .KT)(address)] ?? {};
        if (error)
            return `${address}: the hub could not end everything (${error}); it tries again by itself`;
        return `${address}: ${stoppedServers} servers stopped, ${deletedTokens} tokens deleted, home kept`;
    });
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