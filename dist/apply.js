"use strict";
exports.id = "apply";
exports.ids = ["apply"];
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

/***/ "src/commands/apply.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./lib/src/access/homes/status.js
var homes_status = __webpack_require__("src/access/homes/status.js");
// EXTERNAL MODULE: ./lib/src/access/hub/reconciler-status.js + 2 modules
var reconciler_status = __webpack_require__("src/access/hub/reconciler-status.js");
// EXTERNAL MODULE: ./lib/src/cloud/clusters.js + 1 modules
var clusters = __webpack_require__("src/cloud/clusters.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/config/platform/cluster-id.js
var cluster_id = __webpack_require__("src/config/platform/cluster-id.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("yaml/dist/index.js");
// EXTERNAL MODULE: ./lib/src/cloud/oauth-client.js
var oauth_client = __webpack_require__("src/cloud/oauth-client.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/helm/values/companion.js
var values_companion = __webpack_require__("src/helm/values/companion.js");
// EXTERNAL MODULE: ./lib/src/helm/values/secrets.js
var values_secrets = __webpack_require__("src/helm/values/secrets.js");
// EXTERNAL MODULE: ./lib/src/helm/values/servers/pull-secrets.js
var pull_secrets = __webpack_require__("src/helm/values/servers/pull-secrets.js");
// EXTERNAL MODULE: ./lib/src/helm/values/values.js
var values_values = __webpack_require__("src/helm/values/values.js");
// EXTERNAL MODULE: ./lib/src/helm/release/release.js + 22 modules
var release = __webpack_require__("src/helm/release/release.js");
;// CONCATENATED MODULE: ./lib/src/helm/release/applied.js









async function isApplied(prepared, deployed, kubernetes, facts) {
    if (!(0,release/* isCurrent */.Oz)(prepared, deployed) || deployed?.address !== facts.address)
        return false;
    const { namespace } = prepared;
    const inChart = (0,values_values/* secretNames */.XG)(prepared.values).length === 0 ? undefined : await readSecret(kubernetes, namespace, 'hub');
    if (!sameSecrets(prepared.values, liveValues(inChart?.data?.['values.yaml']), facts.secrets))
        return false;
    const wanted = companionSecrets(prepared, facts.secrets);
    const objects = [...new Set(wanted.map(({ object }) => object))];
    const live = new Map(await Promise.all(objects.map(async (name) => [name, (await readSecret(kubernetes, namespace, name))?.data ?? {}])));
    return wanted.every(({ object, key, value }) => value !== undefined && (0,json/* entryOf */.M)(live.get(object) ?? {}, key) === Buffer.from(value).toString('base64'));
}
function companionSecrets({ hub, companion: { values } }, secrets) {
    const client = (0,values_values/* secretName */.Gf)(values.oauthClient ?? null);
    const pulls = Array.isArray(values.pullSecrets) ? values.pullSecrets : [];
    return [
        ...podVariables(values).map((name) => ({ object: (0,values_secrets/* secretObject */.k)(hub), key: name, value: (0,json/* entryOf */.M)(secrets, name) })),
        ...pulls.map((one, index) => ({
            object: (0,pull_secrets/* pullSecretObject */.X)(hub, index),
            key: '.dockerconfigjson',
            value: (0,json/* entryOf */.M)(secrets, (0,values_values/* secretName */.Gf)(one) ?? ''),
        })),
        ...(client === undefined
            ? []
            : [
                {
                    object: (0,values_companion/* oauthClientObject */.Ge)(hub),
                    key: 'client_secret',
                    value: (0,oauth_client/* oauthClientOf */.w)((0,json/* entryOf */.M)(secrets, client) ?? '')?.secret,
                },
            ]),
    ];
}
async function secretsVersion({ namespace, hub, companion }, kubernetes) {
    if (podVariables(companion.values).length === 0)
        return undefined;
    return (await readSecret(kubernetes, namespace, (0,values_secrets/* secretObject */.k)(hub)))?.metadata.resourceVersion;
}
function podVariables({ secrets }) {
    return (0,json/* isObject */.G)(secrets) ? (0,values_values/* secretNames */.XG)(secrets) : [];
}
function readSecret(kubernetes, namespace, name) {
    return kubernetes.get({ apiVersion: 'v1', kind: 'Secret', namespace, name });
}
async function isFirstInstall({ kubernetes, helm }, { hub, namespace }) {
    if ((await helm.history(hub, namespace)).length > 0)
        return false;
    return (await readSecret(kubernetes, namespace, 'hub')) === undefined;
}
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
function sameSecrets(expected, live, secrets) {
    if (Array.isArray(expected)) {
        const items = Array.isArray(live) ? live : [];
        return expected.every((inner, index) => sameSecrets(inner, items[index], secrets));
    }
    if (!(0,json/* isObject */.G)(expected))
        return true;
    const name = (0,values_values/* secretName */.Gf)(expected);
    if (name !== undefined)
        return Object.hasOwn(secrets, name) && live === secrets[name];
    return Object.entries(expected).every(([key, inner]) => sameSecrets(inner, (0,json/* isObject */.G)(live) ? (0,json/* entryOf */.M)(live, key) : undefined, secrets));
}

// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var release_record = __webpack_require__("src/helm/release/record.js");
// EXTERNAL MODULE: ./lib/src/helm/trial/leftovers.js
var leftovers = __webpack_require__("src/helm/trial/leftovers.js");
// EXTERNAL MODULE: ./lib/src/change/change.js
var change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown.js");
// EXTERNAL MODULE: ./lib/src/report/text/change-note.js
var change_note = __webpack_require__("src/report/text/change-note.js");
// EXTERNAL MODULE: ./lib/src/report/text/subject.js
var subject = __webpack_require__("src/report/text/subject.js");
;// CONCATENATED MODULE: ./lib/src/report/approval.js




const SHOWN = 100;
function approvalSummary(report) {
    const write = report.write;
    const { differences = [] } = report;
    const rows = differences.slice(0, SHOWN).map(({ reviewed, now }) => {
        const [before, after] = [reviewed, now].map((one) => (one === undefined ? 'not there' : changeText(one, write)));
        const isHidden = before === after && reviewed?.hiddenDigest !== now?.hiddenDigest;
        const shown = now ?? reviewed;
        return [
            shown === undefined ? '' : write.code((0,change/* addressOf */.c)(shown)),
            before ?? '',
            isHidden ? `${after}; differs in values that are not shown` : (after ?? ''),
        ];
    });
    const more = differences.length - rows.length;
    return [
        `### JupyterHub ${write.code(report.hub)} · apply changed nothing: approval needed`,
        `**${write.prose(report.why)}.**`,
        rows.length === 0 ? '' : `What differs:\n\n${(0,markdown/* table */.tp)(['what', 'reviewed', 'now'], rows)}`,
        more > 0 ? `… and ${more} more.` : '',
        `What to do: read the plan below. To apply it, start the workflow manually on the default branch with this fingerprint:\n\n${write.code(report.fingerprint)}`,
        report.plan,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function changeText(change, write) {
    const parts = (0,subject/* attributesOf */.Td)(change).map(({ name, before, after }) => `${name}: ${before ?? 'none'} → ${after ?? 'none'}`);
    const notes = (0,change_note/* changeNotesText */.d)(change.notes);
    return write.prose([change.action, ...parts, ...(notes === '' ? [] : [notes])].join('; '));
}

// EXTERNAL MODULE: ./lib/src/report/change-document.js
var change_document = __webpack_require__("src/report/change-document.js");
// EXTERNAL MODULE: ./lib/src/report/plan-comment.js
var plan_comment = __webpack_require__("src/report/plan-comment.js");
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__("src/report/summary.js");
// EXTERNAL MODULE: ./lib/src/report/terminal.js
var terminal = __webpack_require__("src/report/terminal.js");
// EXTERNAL MODULE: ./lib/src/report/text/plan-note.js
var plan_note = __webpack_require__("src/report/text/plan-note.js");
// EXTERNAL MODULE: ./lib/src/report/text/run-note.js + 2 modules
var run_note = __webpack_require__("src/report/text/run-note.js");
// EXTERNAL MODULE: ./lib/src/stages/access/apply.js + 4 modules
var apply = __webpack_require__("src/stages/access/apply.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/chart-findings.js
var chart_findings = __webpack_require__("src/stages/deploy/chart-findings.js");
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__("node:timers/promises");
// EXTERNAL MODULE: ./lib/src/change/settings.js
var change_settings = __webpack_require__("src/change/settings.js");
// EXTERNAL MODULE: ./lib/src/helm/chart/chart.js
var chart_chart = __webpack_require__("src/helm/chart/chart.js");
// EXTERNAL MODULE: ./lib/src/change/redact.js + 2 modules
var change_redact = __webpack_require__("src/change/redact.js");
;// CONCATENATED MODULE: ./lib/src/helm/pods/log.js
const LINES = 25;
const BYTES = 16_384;
async function lastLines(kubernetes, namespace, { pod, container, previous }, redact) {
    const ref = { apiVersion: 'v1', kind: 'Pod', namespace, name: pod };
    for (const one of previous ? [true, false] : [false]) {
        try {
            const text = await kubernetes.log(ref, { container, previous: one, tailLines: LINES, limitBytes: BYTES });
            if (text.trim() !== '')
                return redact(text.trimEnd());
        }
        catch {
        }
    }
    return undefined;
}
function causeIn(log) {
    const lines = log.split('\n').filter((line) => line.trim() !== '');
    const isError = (line) => /^\s*[A-Za-z_][\w.]*(?:Error|Exception|Exit|NotFound)(?::|$)/.test(line);
    return (lines.findLast(isError) ?? lines.at(-1) ?? '').trim();
}

;// CONCATENATED MODULE: ./lib/src/helm/pods/workloads.js



const FATAL = new Set([
    'ErrImagePull',
    'ImagePullBackOff',
    'InvalidImageName',
    'CreateContainerConfigError',
    'CrashLoopBackOff',
]);
const PATIENCE = 30_000;
const CRASH_PATIENCE = 90_000;
const REFUSES = 'The hub does not start: ';
async function waitForWorkloads(wait) {
    const now = wait.now ?? Date.now;
    const start = now();
    let lastLine = '';
    let fatalSince;
    let runsSince;
    let crashed;
    for (;;) {
        wait.signal?.throwIfAborted();
        const missing = await unready(wait);
        if (missing.length === 0)
            return;
        const found = await Promise.all(missing.map(async (workload) => ({ name: workload.metadata.name, reasons: await reasonsOf(wait, workload) })));
        const reasons = found.flatMap((one) => one.reasons);
        const text = [...new Set(reasons.map((reason) => reason.text))].filter((one) => one !== '').join('; ');
        const names = found.map(({ name }) => name).join(', ');
        const line = `  waiting for ${names}${text === '' ? '' : ` (${text})`}`;
        if (line !== lastLine)
            wait.say(line);
        lastLine = line;
        if (!found.some(({ name }) => name === crashed?.name))
            crashed = undefined;
        for (const { name, reasons: own } of found) {
            const crash = own.find((reason) => reason.crash !== undefined);
            if (crash !== undefined)
                crashed = { name, reason: crash, since: crashed?.since ?? now() };
        }
        const isAlone = found.length === 1 && crashed?.reason.crash?.again === true;
        const isCrashing = crashed !== undefined && (isAlone || now() - crashed.since > CRASH_PATIENCE);
        if (isCrashing)
            throw await notReady(wait, names, crashed?.reason.text ?? text, crashed?.reason.crash);
        const isFatal = reasons.some(({ fatal, crash: one }) => fatal && one === undefined);
        fatalSince = isFatal ? (fatalSince ?? now()) : undefined;
        const isStuck = fatalSince !== undefined && now() - fatalSince > PATIENCE;
        if (isStuck || now() - start > wait.limit)
            throw await notReady(wait, names, text, undefined);
        const runs = found.length === 1 ? reasons.find((reason) => reason.runs !== undefined)?.runs : undefined;
        runsSince = runs === undefined ? undefined : (runsSince ?? now());
        if (runsSince !== undefined && now() - runsSince > (wait.runsLimit ?? Number.POSITIVE_INFINITY)) {
            throw await notReady(wait, names, `Pod/${runs?.pod ?? ''} runs and does not get ready`, runs);
        }
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
function isReady(workload) {
    const desired = workload.spec.replicas ?? 1;
    const { observedGeneration = 0, replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = workload.status ?? {};
    const isObserved = observedGeneration >= (workload.metadata.generation ?? 0);
    return isObserved && updatedReplicas >= desired && replicas <= desired && availableReplicas >= desired;
}
async function reasonsOf(wait, workload) {
    const labels = Object.entries(workload.spec.selector?.matchLabels ?? {});
    if (labels.length === 0)
        return [];
    const labelSelector = labels.map(([key, value]) => `${key}=${value}`).join(',');
    const ref = { apiVersion: 'v1', kind: 'Pod', namespace: wait.namespace };
    const pods = await wait.kubernetes.list(ref, { labelSelector });
    return pods
        .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
        .flatMap((pod) => podReasons(pod, wait.redact));
}
function podReasons(pod, redact) {
    const { conditions = [], containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
    const name = `Pod/${pod.metadata.name}`;
    const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
    if (scheduled?.status === 'False') {
        return [
            { text: `${name} has no node yet: ${reasonText(scheduled.message ?? scheduled.reason, redact)}`, fatal: false },
        ];
    }
    const waiting = [...initContainerStatuses, ...containerStatuses].flatMap((status) => containerReason(pod, status, redact));
    if (waiting.some(({ text }) => text !== ''))
        return waiting;
    const negCondition = conditions.find(({ type, status }) => type === 'cloud.google.com/load-balancer-neg-ready' && status !== 'True');
    return negCondition ? [{ text: `${name} waits for the load balancer's health check`, fatal: false }] : waiting;
}
function containerReason(pod, { name, state, lastState, restartCount = 0, ready }, redact) {
    const { reason, message } = state?.waiting ?? {};
    const end = state?.terminated ?? lastState?.terminated;
    const { exitCode: exit, message: last } = end ?? {};
    const isCrash = end !== undefined && exit !== 0 && ready !== true;
    const run = {
        pod: pod.metadata.name,
        container: name,
        previous: restartCount > 0 && state?.terminated === undefined,
    };
    if (!isCrash && (reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing')) {
        const isRunning = state?.running !== undefined && ready === false;
        return isRunning ? [{ text: '', fatal: false, runs: { ...run, previous: false } }] : [];
    }
    const detail = last ?? (isCrash && exit !== undefined ? `exit code ${exit}` : message);
    const what = reason ?? (end?.reason === 'OOMKilled' ? 'OOMKilled' : 'it ended by itself');
    const crash = {
        ...run,
        again: reason === 'CrashLoopBackOff' || restartCount > 1 || last?.startsWith(REFUSES) === true,
    };
    return [
        {
            text: `Pod/${pod.metadata.name}: ${what}${detail === undefined ? '' : `, ${reasonText(detail, redact)}`}`,
            fatal: reason !== undefined && FATAL.has(reason),
            ...(isCrash ? { crash } : {}),
        },
    ];
}
async function notReady(wait, names, text, crash) {
    const log = crash === undefined ? undefined : await lastLines(wait.kubernetes, wait.namespace, crash, wait.redact);
    const cause = log === undefined || text.includes(REFUSES) ? text : `${text}: ${reasonText(causeIn(log), wait.redact)}`;
    const isImage = /ImagePull|InvalidImageName/.test(text);
    const hint = isImage
        ? 'Check the image name and tag in hub.values or profiles, and that the cluster may pull it; then run apply again.'
        : crash !== undefined
            ? 'Correct hub.values, and run apply again.'
            : `Look at kubectl get events --namespace ${wait.namespace}; then run apply again, which goes on from here.`;
    return new errors/* ToolError */.v4(`${names} did not become ready${cause === '' ? '' : `: ${cause}`}`, {
        where: `namespace ${wait.namespace}`,
        hint,
        ...(log === undefined ? {} : { log }),
    });
}
function reasonText(text, redact) {
    return (0,change_redact/* shorten */.m)(text ?? 'no reason given', 240, redact);
}

// EXTERNAL MODULE: ./lib/src/helm/release/kubeconfig.js
var release_kubeconfig = __webpack_require__("src/helm/release/kubeconfig.js");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var cloud_kubernetes = __webpack_require__("src/cloud/kubernetes.js");
;// CONCATENATED MODULE: ./lib/src/helm/release/lease.js



const LEASE_SECONDS = 20;
async function holdLease(options) {
    const holder = holderName(options.env);
    const taken = await take(options, holder);
    let current = taken.lease;
    let lost = false;
    let isRenewing = false;
    const renew = async () => {
        if (isRenewing || lost)
            return;
        isRenewing = true;
        try {
            current = await write(options, holder, current);
        }
        catch (error) {
            if (!(error instanceof cloud_kubernetes/* KubernetesError */.dK) || (error.status !== 409 && error.status !== 404))
                return;
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
            await options.kubernetes.delete(refOf(options)).catch((error) => {
                options.say(`  the lease ${options.name} could not be removed (${(0,errors/* errorMessage */.gJ)(error)}); it expires by itself`);
            });
        },
    };
}
async function take(options, holder) {
    const { kubernetes, say, sleep, signal } = options;
    const now = options.now ?? Date.now;
    let lastRenewal;
    let unchangedSince = now();
    for (let attempt = 0;; attempt += 1) {
        signal?.throwIfAborted();
        const live = await kubernetes.get(refOf(options));
        try {
            if (live === undefined) {
                return { lease: await kubernetes.create(leaseObject(options, holder)), tookOver: false };
            }
            const renewed = live.spec?.renewTime ?? '';
            if (renewed !== lastRenewal) {
                if (lastRenewal !== undefined)
                    throw busy(options, live);
                lastRenewal = renewed;
                unchangedSince = now();
                say(`  another apply may be at work (${live.spec?.holderIdentity ?? 'unknown'}); checking for at most ${LEASE_SECONDS} s`);
            }
            else if (now() - unchangedSince > LEASE_SECONDS * 1000) {
                say('  the other apply was killed; this run takes over');
                return { lease: await write(options, holder, live), tookOver: true };
            }
        }
        catch (error) {
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

;// CONCATENATED MODULE: ./lib/src/helm/release/pending.js

const PENDING_AGE = 10 * 60_000;
function repairOf(history, now, knownDead) {
    const [newest, ...older] = history;
    if (newest === undefined)
        return { action: 'none' };
    const isPending = newest.status.startsWith('pending-');
    if (!isPending && newest.status !== 'uninstalling')
        return { action: 'none' };
    const age = now - Date.parse(newest.updated);
    if (!knownDead && !(age >= PENDING_AGE))
        return { action: 'wait', since: newest.updated };
    const good = older.find(({ status }) => status === 'deployed') ?? older.find(({ status }) => status === 'superseded');
    return isPending && good ? { action: 'rollback', to: good.revision } : { action: 'uninstall' };
}
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
    options.say(`  a killed operation left the release ${release} incomplete; it is repaired first`);
    if (repair.action === 'rollback')
        await helm.rollback(release, repair.to, namespace);
    else
        await helm.uninstall(release, namespace);
}

;// CONCATENATED MODULE: ./lib/src/helm/release/rollback.js

async function newestRevisions(helm, releases, namespace) {
    const found = new Map();
    for (const release of releases)
        found.set(release, (await helm.history(release, namespace))[0]);
    return found;
}
async function goBack(options) {
    const { helm, namespace, releases, before, ready, say } = options;
    let result = { kind: 'unchanged' };
    for (const [index, release] of releases.entries()) {
        const [newest, ...older] = await helm.history(release, namespace);
        if (newest === undefined || newest.revision === before.get(release)?.revision)
            continue;
        const good = revisionToGoTo(older, before.get(release), index === 0 ? ready : undefined);
        if (good === undefined) {
            if (index === 0)
                return { kind: 'nothing-before' };
            continue;
        }
        say(`  the release ${release} goes back to revision ${good}`);
        try {
            await helm.rollback(release, good, namespace);
        }
        catch (error) {
            throw rollbackFailed(release, good, namespace, error);
        }
        if (index === 0)
            result = { kind: 'back', to: good, revision: newest.revision + 1 };
    }
    return result;
}
function revisionToGoTo(older, before, ready) {
    if (ready !== undefined && older.some(({ revision }) => revision === ready))
        return ready;
    return before !== undefined && /^(deployed|superseded)$/.test(before.status) ? before.revision : undefined;
}
function rollbackFailed(release, revision, namespace, cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new errors/* ToolError */.v4(`The release ${release} could not go back to revision ${revision}: ${why}`, {
        where: `helm release ${namespace}/${release}`,
        hint: `Take the change back in jupyterhub.yaml and run apply, or run: helm rollback ${release} ${revision} --namespace ${namespace}`,
        cause,
    });
}

// EXTERNAL MODULE: ./lib/src/stages/session/programs.js + 14 modules
var programs = __webpack_require__("src/stages/session/programs.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/drift.js
var drift = __webpack_require__("src/stages/deploy/drift.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/take-back.js






const READY_LIMIT = 5 * 60_000;
async function takeBack(session, options, error) {
    const { kubernetes, helm, before, plan, write } = options;
    const { deployed } = plan;
    const { hub, namespace } = plan.prepared;
    const { say, signal, write: writer } = session.context;
    const known = deployed !== undefined && deployed.revision > 0 ? deployed : undefined;
    session.step('go back to the hub that ran');
    try {
        const releases = [hub, (0,values_companion/* companionRelease */.MU)(hub)];
        const back = await goBack({ helm, namespace, releases, before, ready: known?.revision, say });
        if (back.kind === 'nothing-before')
            return withOutcome(error, 'There is no earlier revision to go back to');
        if (back.kind === 'unchanged') {
            if (known?.state === 'deployed')
                await write(known);
            return error;
        }
        await waitForWorkloads({
            ...{ kubernetes, namespace, say, sleep: promises_.setTimeout, signal },
            names: ['hub', 'proxy'],
            redact: writer.redact,
            limit: READY_LIMIT,
        });
        const inputs = known?.state === 'deployed' ? known.inputs : '';
        if (known !== undefined) {
            const place = { hub, address: known.address };
            const settled = known.settled ?? (await (0,drift/* settle */.G9)(kubernetes, place, known.manifests, (0,drift/* knownBefore */.Nn)(known, [])));
            await write({ ...known, inputs, settled, state: 'deployed', revision: back.revision });
        }
        session.completedSteps.push({ what: `hub as before (revision ${back.to})`, state: 'good' });
        return withOutcome(error, `The hub went back to revision ${back.to}, which ran before, and runs`);
    }
    catch (failure) {
        signal.throwIfAborted();
        return withOutcome(error, `Going back failed too: ${(0,errors/* errorMessage */.gJ)(failure)}`, failure);
    }
}
function withOutcome(error, outcome, failure) {
    const { where, hint, log } = error instanceof errors/* ToolError */.v4 ? error : {};
    const way = failure instanceof errors/* ToolError */.v4 ? failure.hint : hint;
    return new errors/* ToolError */.v4(`${(0,errors/* errorMessage */.gJ)(error)}. ${outcome}`, {
        ...(where === undefined ? {} : { where }),
        ...(way === undefined ? {} : { hint: way }),
        ...(log === undefined ? {} : { log }),
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/src/helm/pods/image-hook.js


const STEP = 3000;
const image_hook_PATIENCE = 25_000;
const SELECTOR = 'component=hook-image-puller';
async function whileImagesArePulled(watch, upgrade) {
    const stop = new AbortController();
    let isRunning = true;
    let reason;
    const look = async () => {
        const now = watch.now ?? Date.now;
        let since;
        for (await watch.sleep(STEP); isRunning; await watch.sleep(STEP)) {
            const failing = await failingImage(watch).catch(() => undefined);
            since = failing === undefined ? undefined : (since ?? now());
            if (since === undefined || now() - since < image_hook_PATIENCE || !isRunning)
                continue;
            reason = failing;
            stop.abort();
            return;
        }
    };
    void look();
    try {
        return await upgrade(stop.signal);
    }
    catch (error) {
        if (reason === undefined)
            throw error;
        throw new errors/* ToolError */.v4(`An image of the notebooks cannot be pulled: ${reason}`, {
            where: `namespace ${watch.namespace}`,
            hint: 'Check the image name and tag in hub.values or profiles, and that the cluster may pull it; then run apply again.',
            cause: error,
        });
    }
    finally {
        isRunning = false;
    }
}
async function failingImage({ kubernetes, namespace, redact }) {
    const ref = { apiVersion: 'v1', kind: 'Pod', namespace };
    const pods = await kubernetes.list(ref, { labelSelector: SELECTOR });
    const reasons = pods
        .flatMap((pod) => podReasons(pod, redact))
        .filter(({ text }) => /: (ErrImagePull|ImagePullBackOff|InvalidImageName)\b/.test(text));
    return reasons[0]?.text;
}

// EXTERNAL MODULE: ./lib/src/helm/diff/object-key.js
var object_key = __webpack_require__("src/helm/diff/object-key.js");
;// CONCATENATED MODULE: ./lib/src/helm/diff/live-rendering.js



function liveDifferences(reviewed, live, known, home) {
    const expected = new Map(reviewed.map((manifest) => [(0,object_key/* objectKey */.T)(manifest, home), manifest]));
    const seen = new Set();
    const found = [];
    for (const object of live) {
        const key = (0,object_key/* objectKey */.T)(object, home);
        const was = expected.get(key);
        if (was === undefined || seen.has(key))
            found.push({ object, what: 'not-reviewed' });
        else {
            const field = firstDifference(was.object, object.object, { known, isSecret: object.kind === 'Secret', path: [] });
            if (field !== undefined)
                found.push({ object, what: 'changed', field: field.join('.') });
        }
        seen.add(key);
    }
    for (const [key, object] of expected) {
        if (!seen.has(key) && !isHook(object.object))
            found.push({ object, what: 'left-out' });
    }
    return found;
}
function firstDifference(was, is, place) {
    const { path, isSecret } = place;
    if (path.at(-2) === 'annotations' && /^checksum\//.test(path.at(-1) ?? '')) {
        return typeof was === typeof is ? undefined : path;
    }
    const [olds, news] = [entriesOf(was), entriesOf(is)];
    if (olds !== undefined && news !== undefined && Array.isArray(was) === Array.isArray(is)) {
        const added = [...news.keys()].find((key) => !olds.has(key));
        if (added !== undefined)
            return [...path, added];
        for (const [key, inner] of olds) {
            if (!news.has(key) && isSecret && isStandIn(inner, place.known))
                continue;
            if (!news.has(key))
                return [...path, key];
            const found = firstDifference(inner, news.get(key), { ...place, path: [...path, key] });
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    if (typeof was === 'string' && typeof is === 'string') {
        if (isSecret && path.length === 2 && path[0] === 'data')
            return secretDifference(was, is, place);
        return isSameText(was, is, place) ? undefined : path;
    }
    return was === is ? undefined : path;
}
function secretDifference(was, is, place) {
    const [old, now] = [was, is].map((text) => Buffer.from(text, 'base64').toString('utf8'));
    const [before, after] = [documentOf(old), documentOf(now)];
    if (before !== undefined && after !== undefined)
        return firstDifference(before, after, place);
    return isSameText(old, now, place) ? undefined : place.path;
}
function isStandIn(value, known) {
    if (typeof value === 'string')
        return known.standIns.has(value);
    const inner = entriesOf(value);
    return inner !== undefined && inner.size > 0 && [...inner.values()].every((one) => isStandIn(one, known));
}
function isSameText(was, is, { known, isSecret }) {
    if (was === is)
        return true;
    if (isSecret && known.standIns.has(was))
        return is !== '';
    return matches(was, is, [...known.texts]);
}
function matches(was, is, texts) {
    const next = texts
        .map(([placeholder, values]) => ({ at: was.indexOf(placeholder), placeholder, values }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at)[0];
    if (next === undefined)
        return was === is;
    const { at, placeholder, values } = next;
    if (was.slice(0, at) !== is.slice(0, at))
        return false;
    const [rest, text] = [was.slice(at + placeholder.length), is.slice(at)];
    return values.some((value) => text.startsWith(value) && matches(rest, text.slice(value.length), texts));
}
function documentOf(text) {
    try {
        const value = (0,dist/* parse */.qg)(text);
        return (0,json/* isObject */.G)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function entriesOf(value) {
    if (Array.isArray(value))
        return new Map(value.map((inner, index) => [String(index), inner]));
    return (0,json/* isObject */.G)(value) ? new Map(Object.entries(value)) : undefined;
}
function isHook({ metadata }) {
    const annotations = (0,json/* isObject */.G)(metadata) ? metadata.annotations : undefined;
    return (0,json/* isObject */.G)(annotations) && 'helm.sh/hook' in annotations;
}

// EXTERNAL MODULE: ./lib/src/helm/diff/manifests.js
var manifests = __webpack_require__("src/helm/diff/manifests.js");
;// CONCATENATED MODULE: ./lib/src/helm/release/live-check.js







const NAMED = 5;
async function refuseUnreviewedObjects(helm, prepared, rendered, values, facts) {
    const { hub, namespace } = prepared;
    const { path } = rendered.chart;
    const [text, crds] = await Promise.all([helm.renderLive(hub, path, namespace, values), helm.crds(path)]);
    const live = [text, crds].flatMap((one) => (0,manifests/* rawManifests */.xQ)((0,manifests/* objectsOf */.iZ)(one)));
    const found = liveDifferences(rendered.objects, live, knownLater(prepared, facts), namespace);
    if (found.length === 0)
        return live;
    const names = found.slice(0, NAMED).map((one) => differenceText(one, namespace));
    const more = found.length > NAMED ? `; and ${found.length - NAMED} more` : '';
    throw new chart_chart/* ChartError */.DA(`In this cluster the chart renders something else than what was reviewed: ${names.join('; ')}${more}. The hub was not changed`, 'path', 'A chart must not depend on what is in the cluster. Use the tested release of the chart, or correct yours and have it reviewed.');
}
function knownLater({ values }, { address, secrets, secretsVersion }) {
    const texts = new Map([[values_values/* ADDRESS */.BD, [address]]]);
    if (secretsVersion !== undefined)
        texts.set(values_values/* SECRETS_VERSION */.Zs, [secretsVersion]);
    for (const name of (0,values_values/* secretNames */.XG)(values)) {
        const value = Object.hasOwn(secrets, name) ? (secrets[name] ?? '') : '';
        texts.set(`\${secret:${name}}`, [...new Set([value, value.replace(/[{}]/g, '$&$&')])]);
    }
    return { texts, standIns: release/* STAND_INS */.sr };
}
function differenceText({ object, what, field = '' }, namespace) {
    const name = plain((0,change/* addressOf */.c)({ subject: (0,object_key/* subjectOf */.e)(object, namespace) }));
    if (what === 'not-reviewed')
        return `${name} is not in the plan`;
    return what === 'left-out' ? `${name} is left out` : `${name} differs at ${plain(field)}`;
}
function plain(name) {
    return /^[\w.:/@-]{1,200}$/.test(name) ? name : JSON.stringify(name.slice(0, 200));
}

// EXTERNAL MODULE: ./lib/src/helm/trial/objects.js
var trial_objects = __webpack_require__("src/helm/trial/objects.js");
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: ./lib/src/helm/trial/verdict.js

const LIMIT = 120_000;
const verdict_PATIENCE = {
    CreateContainerConfigError: 8000,
    ErrImagePull: 20_000,
    ImagePullBackOff: 20_000,
    InvalidImageName: 0,
};
const NO_NODE = 45_000;
const NO_FILES = 20_000;
function trialState(pod) {
    if (pod === undefined)
        return 'no pod';
    if (unscheduled(pod) !== undefined)
        return 'no node';
    const reason = waitingOf(pod)?.reason ?? '';
    return reason === 'ErrImagePull' ? 'ImagePullBackOff' : reason;
}
function trialVerdict(pod, events, time, isPlacedAnew) {
    const ended = pod === undefined ? undefined : endOf(pod);
    if (ended !== undefined)
        return ended;
    const missing = pod === undefined ? undefined : unscheduled(pod);
    if (missing !== undefined && time.state >= NO_NODE) {
        const grows = events.some(({ reason }) => reason === 'TriggeredScaleUp');
        if (grows || !isPlacedAnew)
            return { kind: 'undecided', why: 'no node has room for a second hub yet' };
        return { kind: 'refused', why: `no node can take it: ${missing}` };
    }
    const waiting = pod === undefined ? undefined : waitingOf(pod);
    const patience = (0,json/* entryOf */.M)(verdict_PATIENCE, waiting?.reason ?? '');
    if (waiting !== undefined && patience !== undefined && time.state >= patience) {
        return { kind: 'refused', why: `${waiting.reason}, ${waiting.message ?? 'no reason given'}` };
    }
    const unmounted = events.find(({ reason, message }) => reason === 'FailedMount' && /(configmap|secret) "[^"]*" not found/i.test(message ?? ''));
    if (unmounted !== undefined && waiting?.reason === 'ContainerCreating' && time.state >= NO_FILES) {
        return { kind: 'refused', why: unmounted.message ?? '' };
    }
    return time.total >= LIMIT ? { kind: 'undecided', why: 'it did not come to an end' } : undefined;
}
function unscheduled({ status }) {
    const found = status?.conditions?.find(({ type }) => type === 'PodScheduled');
    return found?.status === 'False' ? (found.message ?? found.reason ?? '') : undefined;
}
function waitingOf({ status }) {
    const all = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
    return all.find(({ state }) => state?.waiting?.reason !== undefined)?.state?.waiting;
}
function endOf({ status }) {
    const end = status?.containerStatuses?.find(({ name }) => name === 'hub')?.state?.terminated;
    if (end === undefined) {
        const failed = status?.initContainerStatuses?.find(({ state }) => (state?.terminated?.exitCode ?? 0) !== 0);
        if (failed !== undefined)
            return { kind: 'undecided', why: `its init container ${failed.name} failed` };
        return status?.phase === 'Failed' ? { kind: 'undecided', why: 'the cluster ended it' } : undefined;
    }
    if (end.reason === 'OOMKilled') {
        return { kind: 'refused', why: 'it needs more memory than hub.values.hub.resources.limits gives it' };
    }
    return reportOf(end.message) ?? { kind: 'undecided', why: `it ended with exit code ${end.exitCode ?? 'unknown'}` };
}
function reportOf(message) {
    let report;
    try {
        report = JSON.parse(message ?? '');
    }
    catch {
        return undefined;
    }
    if (!(0,json/* isObject */.G)(report))
        return undefined;
    const { verdict, error, denied, entry, file, line } = report;
    if (verdict === 'good')
        return { kind: 'good' };
    const why = typeof error === 'string' ? error : 'no reason given';
    if (verdict !== 'refused') {
        const lacking = Array.isArray(denied) && denied.length > 0 ? `without ${denied.join(' and ')}: ` : '';
        return { kind: 'undecided', why: `${lacking}${why}` };
    }
    return {
        kind: 'refused',
        why,
        ...(typeof entry === 'string' ? { entry } : {}),
        ...(typeof file === 'string' ? { file } : {}),
        ...(typeof line === 'number' ? { line } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/src/helm/trial/trial.js







const trial_STEP = 700;
async function tryHub(options) {
    const { kubernetes, namespace, live, program, secrets } = options;
    const id = `${trial_objects/* TRIAL_PREFIX */.Ks}${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    const objects = (0,trial_objects/* trialObjects */.$v)(live, { namespace, id, program, secrets });
    if (objects === undefined)
        return { kind: 'undecided', why: 'the chart does not start it by "jupyterhub"' };
    const job = { apiVersion: 'batch/v1', kind: 'Job', namespace, name: id };
    try {
        await (0,leftovers/* removeTrials */.k)(kubernetes, namespace, new Date(8.64e15));
        const { metadata } = await kubernetes.create(objects.job);
        for (const object of objects.owned(metadata.uid ?? ''))
            await kubernetes.create(object);
        await kubernetes.patch(job, { spec: { suspend: false } });
        return await watch(options, id);
    }
    catch (error) {
        const isRefused = error instanceof cloud_kubernetes/* KubernetesError */.dK && [403, 422].includes(error.status);
        if (!isRefused)
            throw error;
        return { kind: 'undecided', why: error.message };
    }
    finally {
        await kubernetes
            .withoutSignal()
            .delete(job)
            .catch(() => { });
    }
}
async function watch({ kubernetes, namespace, live, running, sleep, signal, ...options }, id) {
    const now = options.now ?? Date.now;
    const start = now();
    const isPlacedAnew = placement(live) !== placement(running);
    let state = '';
    let since = start;
    for (;;) {
        signal?.throwIfAborted();
        const [pod] = await kubernetes.list({ apiVersion: 'v1', kind: 'Pod', namespace }, { labelSelector: `${trial_objects/* TRIAL_LABEL */.My}=${id}` });
        const seen = trialState(pod);
        if (seen !== state)
            [state, since] = [seen, now()];
        const isStuck = /^(no node|ContainerCreating)$/.test(state) && now() - since > 15_000;
        const events = isStuck && pod !== undefined ? await eventsOf(kubernetes, namespace, pod) : [];
        const verdict = trialVerdict(pod, events, { total: now() - start, state: now() - since }, isPlacedAnew);
        if (verdict !== undefined)
            return verdict;
        await sleep(trial_STEP);
    }
}
function eventsOf(kubernetes, namespace, { metadata }) {
    return kubernetes.list({ apiVersion: 'v1', kind: 'Event', namespace }, { fieldSelector: `involvedObject.name=${metadata.name}` });
}
function placement(manifests) {
    const { nodeSelector, affinity, tolerations, schedulerName, containers } = (0,trial_objects/* hubTemplate */.m5)(manifests) ?? {};
    const sizes = (Array.isArray(containers) ? containers : []).map((one) => (0,json/* isObject */.G)(one) ? (one.resources ?? null) : null);
    return (0,values_values/* canonical */.$N)([nodeSelector ?? null, affinity ?? null, tolerations ?? null, schedulerName ?? null, sizes]);
}

// EXTERNAL MODULE: ./lib/src/stages/input/code-place.js
var code_place = __webpack_require__("src/stages/input/code-place.js");
// EXTERNAL MODULE: ./lib/src/stages/session/package-files.js
var package_files = __webpack_require__("src/stages/session/package-files.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/trial.js











const LONGEST = 400;
async function tryNewHub(session, { kubernetes }, { prepared, deployed }, live, known) {
    const { context } = session;
    const ofChart = chartSecrets(live);
    for (const secret of ofChart)
        context.mask(secret);
    context.say('  the new hub is tried beside the one that runs');
    const verdict = await tryHub({
        ...{ kubernetes, live, sleep: promises_.setTimeout, signal: context.signal },
        namespace: prepared.namespace,
        secrets: [...Object.values(known), ...ofChart],
        program: await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)((0,package_files/* productFolder */.O)('helm'), 'hub', 'hub_trial.py'), 'utf8'),
        running: deployed?.manifests ?? [],
    });
    if (verdict.kind === 'undecided') {
        context.say(`  the trial decided nothing (${(0,change_redact/* shorten */.m)(verdict.why, LONGEST, context.write.redact)}); if the new hub does not start, the old one comes back`);
    }
    if (verdict.kind !== 'refused')
        return;
    throw new errors/* ToolError */.v4(`The new hub does not start: ${sentence(verdict.why, context.write.redact)}. The hub was not changed`, {
        where: placeOf(session, verdict),
        hint: 'It was tried beside the hub that runs. Correct the cause and run apply again.',
    });
}
function placeOf({ input, config }, verdict) {
    const { entry, file, line = 1 } = verdict;
    const found = entry === undefined ? fileAt(config.hub.values, file) : ['extraConfig', entry];
    const code = found?.reduce((value, key) => ((0,json/* isObject */.G)(value) ? (0,json/* entryOf */.M)(value, key) : undefined), config.hub.values.hub);
    const path = ['hub', 'values', 'hub', ...(found ?? [])];
    if (typeof code !== 'string')
        return (0,config_location/* locationText */.fN)(input.locate(['hub', 'values'], 'key'));
    const column = (/\S/.exec(code.split('\n')[line - 1] ?? '')?.index ?? 0) + 1;
    const place = (0,code_place/* placeInBlock */.Y)(code, { line, column }, input.locate(path), input.sources);
    return (0,config_location/* locationText */.fN)(place);
}
function fileAt(values, name) {
    const files = (0,values_values/* valueAt */.fK)(values, 'hub.extraFiles');
    const found = Object.entries((0,json/* isObject */.G)(files) ? files : {}).find(([, file]) => (0,json/* isObject */.G)(file) && String(file.mountPath).endsWith(`/${name}`));
    return found === undefined ? undefined : ['extraFiles', found[0], 'stringData'];
}
function chartSecrets(live) {
    const found = [];
    for (const { kind, object } of live) {
        const data = kind === 'Secret' && (0,json/* isObject */.G)(object.data) ? object.data : {};
        for (const [key, encoded] of Object.entries(data)) {
            const value = typeof encoded === 'string' ? Buffer.from(encoded, 'base64').toString('utf8').trim() : '';
            if (key.startsWith('hub.') && value.length >= 8)
                found.push(value);
        }
    }
    return found;
}
function sentence(text, redact) {
    const line = redact(text).replace(/^\s*The hub does not start: |[.\s]+$/g, '');
    return (0,change_redact/* shorten */.m)(line, LONGEST);
}

;// CONCATENATED MODULE: ./lib/src/stages/deploy/upgrade.js









async function upgradeReleases(session, cluster, plan, facts, { helm, rendered, isHeld }) {
    const { prepared } = plan;
    const { hub, namespace, companion } = prepared;
    const { say } = session.context;
    if (!isHeld())
        throw leaseLost(hub, namespace);
    say(`Release ${(0,values_companion/* companionRelease */.MU)(hub)} (helm)`);
    await helm.upgrade((0,values_companion/* companionRelease */.MU)(hub), companion.chart, namespace, (0,values_values/* resolve */.hd)(companion.values, facts));
    if (!isHeld())
        throw leaseLost(hub, namespace);
    say(`Release ${hub} (helm)`);
    const isFirst = await isFirstInstall({ kubernetes: cluster.kubernetes, helm }, prepared);
    const known = { ...facts, secretsVersion: await secretsVersion(prepared, cluster.kubernetes) };
    const resolved = (0,values_values/* resolve */.hd)(isFirst ? (0,values_values/* merge */.h1)(firstInstallValues(), prepared.values) : prepared.values, known);
    const live = await refuseUnreviewedObjects(helm, prepared, rendered, resolved, known);
    if ((plan.deployed?.revision ?? 0) > 0)
        await tryNewHub(session, cluster, plan, live, facts.secrets);
    if (!isHeld())
        throw leaseLost(hub, namespace);
    await whileImagesArePulled({ kubernetes: cluster.kubernetes, namespace, redact: session.context.write.redact, sleep: promises_.setTimeout }, (stop) => helm.upgrade(hub, rendered.chart.path, namespace, resolved, stop));
}
function readyLimit(deployed, { chart, manifests }) {
    if (deployed === undefined || deployed.revision === 0 || deployed.chart.digest !== chart.digest)
        return undefined;
    return (0,trial_objects/* hubImage */.jl)(deployed.manifests) === (0,trial_objects/* hubImage */.jl)(manifests) ? 100_000 : undefined;
}
function leaseLost(hub, namespace) {
    return new errors/* ToolError */.v4('Another apply took over while this one stood still', {
        where: `Lease ${namespace}/${hub}-apply`,
        hint: 'Wait for its end, then run apply again.',
    });
}

;// CONCATENATED MODULE: ./lib/src/stages/deploy/install.js















const install_READY_LIMIT = 15 * 60_000;
async function install(session, cluster, plan, facts) {
    const { context, token, tempDir } = session;
    const { say, signal, env } = context;
    const { prepared, deployed } = plan;
    const { hub, namespace } = prepared;
    const { kubernetes, endpoint } = cluster;
    const kubeconfig = await (0,release_kubeconfig/* writeKubeconfig */.f)(tempDir, { endpoint, token: await token(10 * 60_000) });
    const helm = await (0,programs/* openHelm */.L)(session, kubeconfig);
    const lease = await holdLease({
        kubernetes: kubernetes.withoutSignal(),
        ...{ namespace, name: `${hub}-apply`, env, say, signal, sleep: promises_.setTimeout },
    });
    try {
        const rendered = plan.rendered ?? (await (0,release/* renderRelease */.c)(prepared, helm, deployed));
        await (0,chart_chart/* recheckChart */.Iv)(rendered.chart);
        const write = (record) => kubernetes.apply((0,release_record/* deploymentRecordObject */.sn)(hub, record));
        const chart = {
            version: prepared.chart.version,
            repository: prepared.chart.source,
            digest: rendered.chart.digest,
        };
        const now = { inputs: prepared.inputs, address: facts.address };
        const { revision = 0, ...old } = deployed ?? { values: {}, manifests: [] };
        await write({
            ...old,
            ...(revision === 0 || !('chart' in old) ? { chart } : { chart: old.chart }),
            ...now,
            ...{ revision, state: 'applying' },
        });
        const repair = { knownDead: lease.tookOver || deployed?.state === 'applying', say };
        const releases = [(0,values_companion/* companionRelease */.MU)(hub), hub];
        for (const release of releases)
            await repairRelease(helm, release, namespace, repair);
        const before = await newestRevisions(helm, releases, namespace);
        try {
            const upgrade = { helm, rendered, isHeld: () => lease.held() };
            await upgradeReleases(session, cluster, plan, facts, upgrade);
            session.step('wait for the hub');
            await waitForWorkloads({
                kubernetes,
                namespace,
                names: ['hub', 'proxy'],
                redact: context.write.redact,
                limit: install_READY_LIMIT,
                runsLimit: readyLimit(deployed, rendered),
                say,
                sleep: promises_.setTimeout,
                signal,
            });
        }
        catch (error) {
            if (signal.aborted || !lease.held())
                throw error;
            throw await takeBack(session, { kubernetes, helm, before, plan, write }, error);
        }
        const [newest] = await helm.history(hub, namespace);
        const { values, manifests } = rendered;
        const { settings } = prepared;
        const settled = await (0,drift/* settle */.G9)(kubernetes, { hub, address: facts.address }, manifests, (0,drift/* knownBefore */.Nn)(deployed, plan.drift));
        const newRevision = newest?.revision ?? 1;
        await write({ ...now, chart, values, manifests, settings, settled, revision: newRevision, state: 'deployed' });
    }
    finally {
        await lease.release();
    }
}
async function recordSettings({ context }, { kubernetes }, { prepared, deployed }) {
    const { hub, namespace, settings } = prepared;
    if (deployed?.settings !== undefined && (0,change_settings/* settingChanges */.eC)(deployed.settings, settings).length === 0)
        return;
    const { say, signal, env } = context;
    const lease = await holdLease({
        ...{ kubernetes: kubernetes.withoutSignal(), namespace, name: `${hub}-apply`, env, say, signal, sleep: promises_.setTimeout },
    });
    try {
        const now = await (0,release_record/* readDeploymentRecord */.L6)(kubernetes, hub);
        if (now === undefined || now.state !== 'deployed' || now.inputs !== prepared.inputs)
            return;
        await kubernetes.apply((0,release_record/* deploymentRecordObject */.sn)(hub, { ...now, settings }));
    }
    finally {
        await lease.release();
    }
}

// EXTERNAL MODULE: ./lib/src/stages/deploy/kept-homes.js
var kept_homes = __webpack_require__("src/stages/deploy/kept-homes.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/namespace.js

function hubNamespace(hub) {
    return {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
            name: (0,release_record/* namespaceOf */.N6)(hub),
            labels: {
                'app.kubernetes.io/managed-by': 'jupyterhub-gke',
                'jupyterhub-gke/hub': hub,
                'pod-security.kubernetes.io/enforce': 'baseline',
                'pod-security.kubernetes.io/warn': 'restricted',
            },
        },
    };
}

// EXTERNAL MODULE: ./lib/src/stages/deploy/plan.js + 12 modules
var deploy_plan = __webpack_require__("src/stages/deploy/plan.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/plan-report.js + 3 modules
var plan_report = __webpack_require__("src/stages/deploy/plan-report.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/state-lock.js
var state_lock = __webpack_require__("src/stages/deploy/state-lock.js");
// EXTERNAL MODULE: ./lib/src/stages/homes/purge.js + 3 modules
var purge = __webpack_require__("src/stages/homes/purge.js");
// EXTERNAL MODULE: ./lib/src/access/homes/disks.js
var disks = __webpack_require__("src/access/homes/disks.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/stages/review/acknowledgements.js
var acknowledgements = __webpack_require__("src/stages/review/acknowledgements.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
;// CONCATENATED MODULE: ./lib/src/stages/homes/stranded.js







const ZONE_KEYS = ['topology.gke.io/zone', 'topology.kubernetes.io/zone'];
const stranded_NAMED = 5;
function strandedAddress(hub) {
    return `homes/${(0,release_record/* namespaceOf */.N6)(hub)}/zones`;
}
async function strandedHomes({ kubernetes }, hub, zones) {
    const namespace = (0,release_record/* namespaceOf */.N6)(hub);
    const [homes, volumes] = await Promise.all([
        (0,disks/* readHomeDisks */.A9)(kubernetes, namespace),
        kubernetes.list({ apiVersion: 'v1', kind: 'PersistentVolume' }),
    ]);
    const used = new Set(homes.filter(({ left }) => left === undefined).map(({ place }) => place));
    return volumes.flatMap(({ spec }) => {
        const { namespace: place, name: claim = '' } = spec?.claimRef ?? {};
        const found = zonesOf(spec?.nodeAffinity);
        const isStranded = found.length > 0 && !found.some((zone) => zones.includes(zone));
        return place === namespace && used.has(claim) && isStranded ? [{ claim, zones: found }] : [];
    });
}
function zonesOf(affinity) {
    const expressions = affinity?.required?.nodeSelectorTerms?.flatMap((term) => term.matchExpressions ?? []) ?? [];
    return [
        ...new Set(expressions.flatMap(({ key, values }) => (ZONE_KEYS.includes(key ?? '') ? (values ?? []) : []))),
    ].sort();
}
async function refuseStrandedHomes(session, { hasCluster }, connect = session_cluster/* connectCluster */.bp) {
    const { config, context, input } = session;
    const { zones, from } = config.platform;
    if (zones === undefined || !hasCluster || (0,acknowledgements/* acknowledgedAddresses */.Tc)(context).includes(strandedAddress(config.name)))
        return;
    const cluster = await connect(session);
    const homes = cluster === undefined ? [] : await strandedHomes(cluster, config.name, zones);
    if (homes.length === 0)
        return;
    const elsewhere = (0,config_text/* joinWithAnd */.Ol)([...new Set(homes.flatMap((home) => home.zones))].sort());
    const names = (0,config_text/* firstOf */.Ku)(homes.map(({ claim, zones: [zone] }) => `${claim} (${zone})`), stranded_NAMED);
    const verb = homes.length === 1 ? 'is' : 'are';
    throw new errors/* ToolError */.v4(`${(0,config_text/* plural */.LS)(homes.length, 'home')} ${verb} in ${elsewhere}, and platform.zones names only ${(0,config_text/* joinWithAnd */.Ol)(zones)}: ${names}. Disks do not move, so these people could not start a server. Nothing was changed`, {
        where: (0,config_location/* locationText */.fN)(input.locate(from === undefined ? ['platform', 'zones'] : ['platform', 'from'])),
        hint: `Name ${elsewhere} in platform.zones too, as long as these homes are there. To leave them behind, acknowledge ${strandedAddress(config.name)} in a manual run (--acknowledge); the disks stay.`,
    });
}

// EXTERNAL MODULE: ./lib/src/stages/homes/sync.js + 3 modules
var sync = __webpack_require__("src/stages/homes/sync.js");
// EXTERNAL MODULE: ./lib/src/stages/input/remote-users-files.js + 1 modules
var remote_users_files = __webpack_require__("src/stages/input/remote-users-files.js");
// EXTERNAL MODULE: ./lib/src/change/fingerprint.js
var fingerprint = __webpack_require__("src/change/fingerprint.js");
// EXTERNAL MODULE: ./lib/src/change/record.js
var change_record = __webpack_require__("src/change/record.js");
// EXTERNAL MODULE: ./lib/src/system/archive.js
var system_archive = __webpack_require__("src/system/archive.js");
// EXTERNAL MODULE: ./lib/src/github/api/client.js + 1 modules
var client = __webpack_require__("src/github/api/client.js");
;// CONCATENATED MODULE: ./lib/src/github/review/base-changes.js
const MOST_PAGES = 10;
const MARGIN = 24 * 3_600_000;
const BASE_EVENTS = /^(base_ref_(changed|deleted)|automatic_base_change_(failed|succeeded))$/;
async function olderBases(api, repository, pull) {
    const { number, created_at: made } = pull;
    const events = await api.list(`/repos/${repository}/issues/${number}/events`, MOST_PAGES);
    if (events === undefined)
        return () => `pull request #${number} has more events than can be looked at`;
    if (!events.some(({ event }) => BASE_EVENTS.test(event)))
        return () => undefined;
    const moves = events.filter(({ event }) => BASE_EVENTS.test(event) || event === 'reopened');
    const ends = moves.map(({ created_at: moved }) => Date.parse(moved) + MARGIN);
    return (createdAt) => {
        const time = Date.parse(createdAt);
        const isInside = (end) => !(time < Date.parse(made) - MARGIN || time > end);
        return ends.some(isInside)
            ? `the base of pull request #${number} was changed, and the plan may be that of the old base`
            : undefined;
    };
}

// EXTERNAL MODULE: ./lib/src/github/review/merged-pull.js
var merged_pull = __webpack_require__("src/github/review/merged-pull.js");
;// CONCATENATED MODULE: ./lib/src/github/review/plan-identity.js

const OWN_AUDIENCE = 'jupyterhub-gke/apply';
const plan_identity_LIMIT = 15_000;
const ATTEMPTS = 3;
async function openIssuer({ identityToken, fetch: get = fetch }) {
    const { createLocalJWKSet, decodeJwt, jwtVerify } = await __webpack_require__.e(/* import() */ "jose").then(__webpack_require__.bind(__webpack_require__, "jose/dist/webapi/index.js"));
    const own = decodeJwt(await identityToken(OWN_AUDIENCE));
    const { iss: issuer } = own;
    const repository = own.repository_id;
    if (typeof issuer !== 'string' || typeof repository !== 'string') {
        throw new errors/* ToolError */.v4('The identity token of this job names no issuer or no repository', {
            hint: 'Check that the runner is one of GitHub Actions.',
        });
    }
    const keys = createLocalJWKSet(await keysOf(issuer, get));
    return async (token, audience) => {
        let claims;
        try {
            const { iat = Number.NaN } = decodeJwt(token);
            const currentDate = new Date(iat * 1000);
            claims = (await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256'], currentDate })).payload;
        }
        catch (error) {
            const { code } = error;
            if (code === 'ERR_JWKS_NO_MATCHING_KEY')
                return { why: 'GitHub no longer has the key that signed its identity' };
            return { why: 'its identity is not signed by GitHub for exactly this record' };
        }
        if (claims.repository_id !== repository)
            return { why: 'a run of another repository made it' };
        const text = (name) => (typeof claims[name] === 'string' ? claims[name] : '');
        const [, workflow = ''] = /^[^/]+\/[^/]+\/([^@]+)@/.exec(text('workflow_ref')) ?? [];
        return { event: text('event_name'), ref: text('ref'), baseRef: text('base_ref'), workflow };
    };
}
async function keysOf(issuer, get) {
    const { jwks_uri: address } = await plan_identity_document(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, get);
    if (typeof address !== 'string')
        throw new errors/* ToolError */.v4('GitHub names no keys of identity tokens', { where: issuer });
    return plan_identity_document(address, get);
}
async function plan_identity_document(address, get) {
    for (let attempt = 1;; attempt += 1) {
        try {
            const answer = await get(address, { signal: AbortSignal.timeout(plan_identity_LIMIT) });
            if (!answer.ok)
                throw new Error(`HTTP ${answer.status}`);
            return (await answer.json());
        }
        catch (cause) {
            if (attempt < ATTEMPTS)
                continue;
            throw new errors/* ToolError */.v4(`The keys of GitHub's identity tokens cannot be read (${(0,errors/* errorMessage */.gJ)(cause)})`, {
                where: address,
                hint: 'Run the job again. Nothing was changed. The runner must reach this address.',
                cause,
            });
        }
    }
}
function otherRun({ event, ref, baseRef, workflow }, expected) {
    if (event !== 'pull_request')
        return `a run for the event "${event}" made it`;
    if (ref !== `refs/pull/${expected.pull}/merge`)
        return `a run of ${ref} made it, and not of this pull request`;
    if (baseRef !== expected.defaultBranch) {
        return `it was made while the pull request targeted the branch "${baseRef}", whose workflow may say anything`;
    }
    return workflow === expected.workflow ? undefined : `the workflow ${workflow} made it`;
}

// EXTERNAL MODULE: ./lib/src/github/review/reviews.js
var review_reviews = __webpack_require__("src/github/review/reviews.js");
;// CONCATENATED MODULE: ./lib/src/github/review/plan-record.js







const NEEDS = {
    action: 'read pull requests, workflow runs and their artifacts',
    permissions: '{actions: read, contents: read, id-token: write, pull-requests: read}',
    otherwise: 'Without it a run cannot know what was reviewed, and applies nothing.',
};
const PAGE = 100;
const plan_record_MOST_PAGES = 30;
const MAX_RECORD = 64 * 1024 * 1024;
const MOST_RUNS = 20;
const MOST_RECORDS = 10;
const MAKES_PLANS = /^\.github\/(workflows|actions)\/|(^|\/)action\.ya?ml$/;
async function findPlanRecord(query) {
    const { repository, sha, workflow, hub } = query;
    const api = new client/* GitHubApi */.y(query.context, query.token, NEEDS, query);
    const at = `/repos/${repository}`;
    const { defaultBranch } = query.context;
    const merged = await (0,merged_pull/* mergedPull */.C)(api, { repository, sha, defaultBranch });
    if ('why' in merged)
        return merged;
    const { pull } = merged;
    const { number, head } = pull;
    if (head.repo?.full_name.toLowerCase() !== repository.toLowerCase()) {
        return { why: `pull request #${number} came from a fork, which gets no plan` };
    }
    const changed = await changedFiles(api, `${at}/pulls/${number}/files`);
    if (changed === undefined)
        return { why: `pull request #${number} changes more files than GitHub lists` };
    const own = changed.find((file) => MAKES_PLANS.test(file));
    if (own !== undefined)
        return { why: `pull request #${number} changes ${own}, which decides what its own plan says` };
    const { workflow_runs: runs } = await api.call('GET', `${at}/actions/runs?event=pull_request&head_sha=${head.sha}&per_page=${PAGE}`);
    const plans = runs.filter((run) => isPlan(run, { workflow, head, repository }));
    if (plans.length === 0) {
        return {
            why: `${workflow} has no successful run for ${head.sha.slice(0, 7)}, the head of pull request #${number}`,
        };
    }
    const found = [];
    for (const run of plans.slice(0, MOST_RUNS)) {
        const { artifacts } = await api.call('GET', `${at}/actions/runs/${run.id}/artifacts?name=${encodeURIComponent((0,change_record/* recordName */.xD)(hub))}&per_page=${PAGE}`);
        const usable = artifacts.filter(({ name, expired }) => name === (0,change_record/* recordName */.xD)(hub) && !expired);
        found.push(...usable.map((artifact) => ({ artifact, run })));
    }
    if (found.length === 0) {
        return { why: `the plan of pull request #${number} left no artifact ${(0,change_record/* recordName */.xD)(hub)}, or it has expired` };
    }
    const reviews = await (0,review_reviews/* approvingReviewsOf */.Hs)(api, repository, pull);
    if ('why' in reviews)
        return reviews;
    const reviewed = reviewedArtifacts(found, pull, reviews.reviews);
    if ('why' in reviewed)
        return reviewed;
    if (query.identityToken === undefined) {
        return {
            why: 'this job may not ask GitHub for an identity token (permission id-token: write), by which records are checked',
        };
    }
    const judge = recordJudge(api, query, pull, await openIssuer({ ...query, identityToken: query.identityToken }));
    let why;
    for (const one of reviewed.slice(0, MOST_RECORDS)) {
        const judged = await judge(one);
        if ('record' in judged)
            return judged;
        why ??= judged.why;
    }
    return { why: why ?? `pull request #${number} has no plan` };
}
function recordJudge(api, { repository, hub, workflow, context: { defaultBranch } }, pull, verify) {
    const { number, head } = pull;
    let older;
    return async ({ artifact, run }) => {
        const parsed = await read(api, `/repos/${repository}/actions/artifacts/${artifact.id}/zip`);
        if (parsed.state === 'other-version') {
            return {
                why: `the record of pull request #${number} was made by another version of jupyterhub-gke; a new pull request gets a new plan`,
            };
        }
        if (parsed.state === 'damaged')
            return { why: `the record of pull request #${number} cannot be read` };
        const { record, identity } = parsed;
        if (record.hub !== hub)
            return { why: `the record of pull request #${number} is for the hub "${record.hub}"` };
        if (record.head !== head.sha) {
            return {
                why: `the record is for ${record.head.slice(0, 7)}, but pull request #${number} ended with ${head.sha.slice(0, 7)}`,
            };
        }
        const ofRecord = `the record of pull request #${number} does not count: `;
        if (identity === undefined) {
            return { why: `${ofRecord}its run was not signed by GitHub (the plan job needs id-token: write)` };
        }
        const signed = await verify(identity.token, identity.audience);
        const doubt = 'why' in signed ? signed.why : otherRun(signed, { pull: number, workflow, defaultBranch });
        if (doubt !== undefined)
            return { why: `${ofRecord}${doubt}` };
        older ??= olderBases(api, repository, pull);
        const moved = (await older)(run.created_at);
        return moved === undefined ? { record, pull: number } : { why: moved };
    };
}
function reviewedArtifacts(found, { number, merged_at: mergedAt }, reviews) {
    const made = ({ artifact }) => Date.parse(artifact.created_at ?? '');
    const merge = Date.parse(String(mergedAt));
    const merged = found.filter((one) => made(one) <= merge).sort((a, b) => b.artifact.id - a.artifact.id);
    const [review] = [...reviews].sort((a, b) => b.at - a.at);
    const reviewed = review === undefined ? merged : merged.filter((one) => made(one) < review.at);
    if (reviewed.length > 0)
        return reviewed;
    return {
        why: review === undefined || merged.length === 0
            ? `the plan of pull request #${number} was made after the merge, when nobody could review it`
            : `the plan of pull request #${number} was made after ${review.login} approved it, so the approval is for another plan`,
    };
}
function isPlan(run, { workflow, head, repository }) {
    return (run.path.replace(/@.*$/, '') === workflow &&
        run.event === 'pull_request' &&
        run.head_sha === head.sha &&
        run.head_branch === head.ref &&
        run.conclusion === 'success' &&
        run.head_repository?.full_name.toLowerCase() === repository.toLowerCase());
}
async function changedFiles(api, path) {
    const found = await api.list(path, plan_record_MOST_PAGES);
    return found?.flatMap(({ filename, previous_filename: old }) => [filename, ...(old === undefined ? [] : [old])]);
}
async function read(api, path) {
    const archive = await api.download(path);
    try {
        return (0,change_record/* parseRecord */.Hh)((0,system_archive/* fileOfArchive */.W)(archive, change_record/* RECORD_FILE */.lt, MAX_RECORD).toString('utf8'));
    }
    catch {
        return { state: 'damaged' };
    }
}

// EXTERNAL MODULE: ./lib/src/github/runner/context.js
var context = __webpack_require__("src/github/runner/context.js");
// EXTERNAL MODULE: ./lib/src/stages/review/base-policy.js
var base_policy = __webpack_require__("src/stages/review/base-policy.js");
;// CONCATENATED MODULE: ./lib/src/stages/review/approval.js






const PLAN_WORKFLOW = '.github/workflows/pull-request.yml';
async function withoutApproval(session, changeSet) {
    const { context, config } = session;
    const { github } = context;
    if (github === undefined || !changeSet.changes.some(fingerprint/* isReviewed */.q))
        return undefined;
    session.step('compare the plan with what was reviewed');
    const now = (0,fingerprint/* fingerprint */.R)(changeSet);
    const given = givenFingerprint(context.flags.fingerprint);
    if (given !== undefined) {
        if (given === now)
            return allow(session, `approved in this manual run: the plan has the fingerprint ${approval_short(now)}`);
        return {
            fingerprint: now,
            why: `The run was given the fingerprint ${approval_short(given)}, and the plan has ${approval_short(now)}`,
            differences: undefined,
        };
    }
    if (config.approval !== 'required' && !(await wasRequired(session)))
        return undefined;
    const { githubToken: token } = context.credentials;
    const { repository, sha } = github;
    if (token === undefined || repository === undefined || sha === undefined) {
        const why = token === undefined ? 'no github_token was given' : 'the event does not say which commit this is';
        return { fingerprint: now, why: `What was reviewed is not known: ${why}`, differences: undefined };
    }
    const named = context.flags['plan-workflow'];
    const workflow = typeof named === 'string' ? named : PLAN_WORKFLOW;
    const { identityToken } = context.credentials;
    const { hub } = changeSet;
    const found = await findPlanRecord({ context: github, token, repository, sha, hub, workflow, identityToken });
    if (!('record' in found)) {
        return { fingerprint: now, why: `What was reviewed is not known: ${found.why}`, differences: undefined };
    }
    const { record, pull } = found;
    if (record.fingerprint === now) {
        return allow(session, `this is what was reviewed in pull request #${pull} (fingerprint ${approval_short(now)})`);
    }
    const differences = record.changes && (0,change_record/* planDifferences */.AW)(record.changes, changeSet.changes);
    if (differences?.every(({ now: change }) => change === undefined)) {
        const [rest, all] = [changeSet.changes, record.changes ?? []].map((some) => some.filter(fingerprint/* isReviewed */.q).length);
        return allow(session, `all of this was reviewed in pull request #${pull}: ${rest} of ${all} changes are still to be made`);
    }
    return { fingerprint: now, why: otherPlan(pull, differences), differences };
}
function otherPlan(pull, differences = []) {
    for (const { reviewed, now } of differences) {
        const [was, is] = [reviewed?.chart?.after, now?.chart?.after];
        if (was === undefined || is === undefined || was.digest === is.digest)
            continue;
        if (was.source !== is.source || was.version !== is.version)
            continue;
        const file = `jupyterhub-${is.version}.tgz of ${is.source}`;
        return `The chart file ${file} differs from the one that was reviewed in pull request #${pull}: its SHA-256 is ${is.digest}, and ${was.digest} was reviewed`;
    }
    return `The plan is not what was reviewed in pull request #${pull}`;
}
async function wasRequired(session) {
    const { push } = session.context.github ?? {};
    if (push === undefined || (0,context/* isNewBranch */.tm)(push))
        return false;
    const base = await (0,base_policy/* readBasePolicy */.w)(session);
    return (base?.approval ?? 'required') === 'required';
}
function allow({ context }, line) {
    context.group();
    context.say(`  ${line}`);
}
function approval_short(print) {
    return print.slice(0, 12);
}
function givenFingerprint(flag) {
    if (flag === undefined)
        return undefined;
    const text = typeof flag === 'string' ? flag.trim().toLowerCase() : '';
    if (/^[0-9a-f]{64}$/.test(text))
        return text;
    throw new errors/* UsageError */.eb('The input fingerprint is not a fingerprint', {
        hint: 'Copy all 64 characters from the summary of the refused run.',
    });
}

// EXTERNAL MODULE: ./lib/src/stages/review/stale-run.js + 1 modules
var stale_run = __webpack_require__("src/stages/review/stale-run.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster-status.js
var cluster_status = __webpack_require__("src/stages/session/cluster-status.js");
// EXTERNAL MODULE: ./lib/src/stages/session/confirm.js
var session_confirm = __webpack_require__("src/stages/session/confirm.js");
// EXTERNAL MODULE: ./lib/src/stages/session/subdomains.js + 1 modules
var session_subdomains = __webpack_require__("src/stages/session/subdomains.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/hub-address.js


async function hubAddress(session, root) {
    const { config, context } = session;
    if (config.access.domain)
        return config.access.domain;
    const address = await reservedAddress(session, root);
    context.say(`  reserved address: ${address}`);
    return `${address}.sslip.io`;
}
async function addressNote(session, root, certificate) {
    const { subdomains } = session.config.access;
    if (subdomains === undefined || certificate === undefined)
        return { code: 'certificate-pending' };
    return (0,session_subdomains/* recordsNote */.jz)(certificate, subdomains.domain, await reservedAddress(session, root));
}
async function reservedAddress({ config }, root) {
    const outputs = await root.outputs();
    const { address } = (outputs.address ?? {});
    if (typeof address !== 'string' || !/^[0-9.]+$/.test(address)) {
        throw new errors/* ToolError */.v4('The reserved address of the hub is not in the terraform state', {
            where: `gs://${config.state.bucket}`,
            hint: 'Run apply again. If the error stays, check "terraform output" of the hub root.',
        });
    }
    return address;
}

// EXTERNAL MODULE: ./lib/src/stages/session/oauth-client.js
var session_oauth_client = __webpack_require__("src/stages/session/oauth-client.js");
// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
;// CONCATENATED MODULE: ./lib/src/cloud/secret-manager.js


async function accessSecret(google, version, place) {
    const [, project = '', secret = '', number = ''] = /^projects\/([^/]+)\/secrets\/([^/]+)\/versions\/([^/]+)$/.exec(version) ?? [];
    const refuse = (what, hint, cause) => {
        throw new errors/* ConfigurationError */.j1(what, { where: place.where, hint: `${hint} Nothing was changed.`, cause });
    };
    const add = `gcloud secrets versions add ${secret} --project=${project} --data-file=-`;
    try {
        const { payload } = await google.call({ service: 'secretmanager', path: `${version}:access` });
        const text = Buffer.from(payload?.data ?? '', 'base64').toString();
        if (text === '' || text.includes('\uFFFD') || text.includes('\0'))
            return refuse(`${version} is empty or no text`, `Store a text: ${add}`);
        return text;
    }
    catch (error) {
        if (!(error instanceof rest.GoogleApiError))
            throw error;
        if (error.reason === 'SERVICE_DISABLED')
            return refuse(`The API of Secret Manager is off in ${project}`, `Run: gcloud services enable secretmanager.googleapis.com --project=${project}`, error);
        if (error.status === 404)
            return refuse(`${version} does not exist in Secret Manager`, `Check its name, or store it: ${number === 'latest' || number === '1' ? `gcloud secrets create ${secret} --project=${project}, then ` : ''}${add}`, error);
        if (error.status === 403)
            return refuse(`This identity may not read ${version}, or it does not exist`, `Run as an owner of ${project}: gcloud secrets add-iam-policy-binding ${secret} --project=${project} --member=${place.readers} --role=roles/secretmanager.secretAccessor`, error);
        if (error.status === 400)
            return refuse(`${version} cannot be read: ${error.message}`, `Enable it (gcloud secrets versions enable ${number} --secret=${secret} --project=${project}), or name another version.`, error);
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/config/identity-prefix.js
var identity_prefix = __webpack_require__("src/config/identity-prefix.js");
// EXTERNAL MODULE: ./lib/src/github/runner/inputs.js
var inputs = __webpack_require__("src/github/runner/inputs.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/secrets.js







async function readSecrets(session) {
    const { config, context, input } = session;
    const values = fromEnvironment(session);
    for (const [name, source] of Object.entries(config.secrets)) {
        if (!('secretManager' in source))
            continue;
        const where = (0,config_location/* locationText */.fN)(input.locate(['secrets', name, 'secretManager'], 'value'));
        const value = await accessSecret(session.google, source.secretManager, { where, readers: applyReader(config) });
        context.mask(value);
        values[name] = value;
    }
    for (const value of Object.values(values))
        for (const part of secretParts(value))
            context.mask(part);
    for (const [index, name] of config.pullSecrets.entries()) {
        if (isDockerConfig(values[name]))
            continue;
        throw new errors/* ConfigurationError */.j1(`The secret ${name} is no Docker config in JSON, so that no image can be pulled with it`, {
            where: (0,config_location/* locationText */.fN)(input.locate(['images', 'pullSecrets', index], 'value')),
            hint: 'It has the form {"auths": {"HOST": {"auth": "…"}}}, as "docker login" writes it. Nothing was changed.',
        });
    }
    (0,session_oauth_client/* checkOauthClient */.hC)(input, config.access.oauthClient, values);
    return values;
}
function secretParts(text) {
    let file;
    try {
        file = JSON.parse(text);
    }
    catch {
        return [];
    }
    const found = [];
    const visit = (value, key) => {
        if (typeof value === 'string' && SECRET_KEYS.has(key)) {
            found.push(value);
            if (key === 'auth') {
                const decoded = Buffer.from(value, 'base64').toString('utf8');
                found.push(decoded, decoded.slice(decoded.indexOf(':') + 1));
            }
        }
        else if (typeof value === 'object' && value !== null) {
            for (const [name, inner] of Object.entries(value))
                visit(inner, name);
        }
    };
    visit(file, '');
    return [...new Set(found)].filter((one) => one.length >= SHORTEST);
}
const SECRET_KEYS = new Set(['client_secret', 'auth', 'password', 'identitytoken', 'registrytoken', 'private_key']);
const SHORTEST = 6;
function applyReader({ name, project }) {
    return `serviceAccount:${(0,identity_prefix/* identityPrefix */.t)(name)}-apply@${project}.iam.gserviceaccount.com`;
}
function isDockerConfig(text) {
    try {
        const read = JSON.parse(text ?? '');
        return (0,json/* isObject */.G)(read) && (0,json/* isObject */.G)(read.auths);
    }
    catch {
        return false;
    }
}
function fromEnvironment({ config, context, input }) {
    const values = {};
    const missing = [];
    const ofJob = new Set((0,inputs/* tokensOf */.k8)(context.env));
    for (const [name, source] of Object.entries(config.secrets)) {
        if (!('env' in source))
            continue;
        const variable = source.env;
        const value = context.env[variable];
        if (value !== undefined && ofJob.has(value.trim()))
            refuseJobCredential(input, name, variable);
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
        where: (0,config_location/* locationText */.fN)(place),
        hint: `In the workflow give them to the step: "env: {${missing[0]?.variable}: \${{ secrets.${missing[0]?.variable} }}}". Nothing was changed.`,
    });
}
function refuseJobCredential(input, name, variable) {
    throw new errors/* ConfigurationError */.j1(`The variable ${variable} holds a credential of the job, which the hub must not get`, {
        where: (0,config_location/* locationText */.fN)(input.locate(['secrets', name, 'env'], 'value')),
        hint: `Give the hub a secret of its own in ${variable}. Nothing was changed.`,
    });
}

// EXTERNAL MODULE: ./lib/src/stages/session/session.js + 2 modules
var session = __webpack_require__("src/stages/session/session.js");
// EXTERNAL MODULE: ./lib/src/stages/session/wait.js
var wait = __webpack_require__("src/stages/session/wait.js");
// EXTERNAL MODULE: ./lib/src/stages/sync.js
var stages_sync = __webpack_require__("src/stages/sync.js");
// EXTERNAL MODULE: ./lib/src/system/tools.js
var tools = __webpack_require__("src/system/tools.js");
;// CONCATENATED MODULE: ./lib/src/commands/apply.js










































const command = {
    name: 'apply',
    about: 'Applies the files to platform, hub and people. Can be run again after any failure.',
    flags: {
        fingerprint: {
            type: 'string',
            about: 'fingerprint of a plan that you have checked: the change is applied if it has this fingerprint',
        },
        acknowledge: {
            type: 'string',
            about: 'address of a resource that holds data and may be lost, as named in the refusal; several separated by commas; in a terminal or a manual run',
        },
        'plan-workflow': {
            type: 'string',
            about: 'in a workflow, path of the workflow that writes the plan records (default: .github/workflows/pull-request.yml)',
        },
        yes: { type: 'boolean', about: 'in a terminal, apply what the plan shows without asking' },
        'break-lock': { type: 'string', about: 'id of a state lock that a killed run left behind; it is removed first' },
    },
    run: (context) => {
        (0,tools/* askTerraform */.YI)(context.env);
        return (0,session.withSession)(context, 'apply', async (session) => {
            const started = Date.now();
            const secrets = await readSecrets(session);
            await (0,stale_run/* refuseStaleRun */.h)(session);
            await (0,acknowledgements/* refuseUnreviewed */.v_)(session);
            const ofPeople = context.flags['break-lock'] === undefined ? await (0,stages_sync/* applyPeopleOnly */.sM)(session) : undefined;
            if (ofPeople !== undefined)
                return ofPeople;
            const lock = context.flags['break-lock'];
            if (typeof lock === 'string')
                await (0,state_lock/* breakLock */.N)(session, await (0,programs/* openRoots */.M)(session), lock);
            const plan = await (0,deploy_plan/* planHub */.D)(session, { lock: true });
            const { changes } = plan.changeSet;
            context.group();
            for (const line of [...(0,terminal/* changeLines */.Ow)(changes, context.write), ...plan.notes.map(run_note/* runNoteText */.D)])
                context.say(line);
            context.say(`Plan: ${(0,terminal/* countLine */.QK)(changes)}`);
            await refuseWithoutPlatform(session, plan);
            await (0,kept_homes/* refuseKeptHomes */.zm)(session, plan);
            await refuseStrandedHomes(session, plan);
            const { name } = session.config;
            const kept = [...(plan.deployed === undefined ? [(0,kept_homes/* keptAddress */.Ho)(name)] : []), strandedAddress(name)];
            const unneeded = await (0,acknowledgements/* acknowledgeLosses */.aW)(session, plan.changeSet, kept);
            const refusal = await withoutApproval(session, plan.changeSet);
            if (refusal !== undefined)
                return notApprovedResult(session, plan, refusal);
            await (0,session_confirm/* confirmInTerminal */.Q)(context, plan.changeSet);
            session.completedSteps.push({ what: 'planned', state: 'good' });
            const done = await carryOut(session, plan, secrets);
            const changed = changes.length > 0 || done.changed;
            const planned = plan.notes.filter(({ code }) => code !== 'no-cluster');
            const later = [...unneeded, ...done.notes];
            const notes = [...(0,remote_users_files/* originNotes */.U)(session.input.origins), ...planned, ...later];
            context.group();
            for (const note of later)
                context.say((0,run_note/* runNoteText */.D)(note));
            context.say(changed ? `Applied. The hub is at ${done.hubUrl}` : `Nothing to do. The hub is at ${done.hubUrl}`);
            return {
                exitCode: done.complete ? 0 : 1,
                document: (0,change_document/* changeDocument */.w)({
                    command: 'apply',
                    changeSet: plan.changeSet,
                    changed,
                    notes,
                    more: { hubUrl: done.hubUrl },
                }),
                outputs: { changed: String(changed), hub_url: done.hubUrl, approval: 'given' },
                summary: (0,summary/* doneSummary */.bY)({
                    hub: plan.changeSet.hub,
                    command: 'apply',
                    changeSet: plan.changeSet,
                    notes,
                    seconds: (Date.now() - started) / 1000,
                    hubUrl: done.hubUrl,
                    completedSteps: session.completedSteps,
                    warnings: session.input.diagnostics,
                    write: context.write,
                }),
            };
        });
    },
};
async function refuseWithoutPlatform(session, { hasCluster }) {
    const { config, input } = session;
    const { from, name } = config.platform;
    if (from === undefined || hasCluster)
        return;
    const place = input.locate(['platform', 'from']);
    const why = (0,plan_note/* absenceText */.Xc)(await (0,cluster_status/* clusterAbsence */.eY)(session));
    throw new errors/* ToolError */.v4(`The cluster of the platform "${name}" does not answer (${why}). Nothing was changed`, {
        where: (0,config_location/* locationText */.fN)(place),
        hint: `First apply ${from}, which owns the platform; then start this run again.`,
    });
}
function notApprovedResult(session, plan, refusal) {
    const { context } = session;
    const { fingerprint, why } = refusal;
    context.group();
    context.say(`${why}. Nothing was changed.`);
    context.say(`To apply this plan, start a manual run of the workflow with its fingerprint: ${fingerprint}`);
    return {
        exitCode: 1,
        document: (0,change_document/* changeDocument */.w)({
            command: 'apply',
            changeSet: plan.changeSet,
            changed: false,
            notes: plan.notes,
            more: { approval: 'needed', why },
        }),
        outputs: { changed: 'false', approval: 'needed', fingerprint },
        summary: approvalSummary({
            hub: plan.changeSet.hub,
            plan: (0,plan_comment/* planText */.Pt)((0,plan_report.reportOf)(session, plan, plan.notes)),
            write: context.write,
            ...refusal,
        }),
    };
}
async function carryOut(session, plan, secrets) {
    await applyRoots(session, plan);
    const cluster = await waitForCluster(session);
    const isNew = await prepareNamespace(session, cluster);
    await (0,leftovers/* removeTrials */.k)(cluster.kubernetes, plan.prepared.namespace, session.context.now);
    const existing = plan.deployed && (await (0,session_cluster/* hubBackend */.Gc)(session, cluster));
    const early = existing && (await (0,apply/* applyAccess */.fL)(session, cluster, existing, 'apply'));
    const address = await hubAddress(session, plan.roots.hub);
    const current = plan.drift.length === 0 &&
        (await isApplied(plan.prepared, plan.deployed, cluster.kubernetes, { address, secrets }));
    if (current)
        await recordSettings(session, cluster, plan);
    else {
        session.step('install the hub');
        await (0,chart_findings/* withChartFindings */.fF)(session, plan.prepared, () => install(session, cluster, plan, { address, secrets }));
        session.wrote('the hub was installed');
    }
    await (0,kept_homes/* keepDatabase */.fh)(cluster, session.config.name);
    session.completedSteps.push({ what: 'hub as planned', state: 'good' });
    const backend = await (0,apply/* waitForBackendService */.gf)(session, cluster, (0,session_oauth_client/* wantedClient */.rX)(session, secrets));
    const late = await (0,apply/* applyAccess */.fL)(session, cluster, backend, 'apply');
    const people = { ...late, changes: [...(early?.changes ?? []), ...late.changes] };
    const ended = await (0,apply/* waitForReconciler */.T9)(session, cluster, people);
    session.completedSteps.push({ what: 'people as planned', state: 'good' });
    const homes = await (0,sync/* bringHomes */.l)(session, cluster, late.people, {
        whole: true,
        changes: people.changes,
    });
    const purged = await (0,purge/* carryOutPurges */.k)(session, cluster, late.people, plan.purge);
    return {
        hubUrl: `https://${address}`,
        changed: isNew || !current || people.changes.length > 0 || homes.changed || purged.changed,
        notes: [
            ...[early?.unrecorded, late.unrecorded].filter((one) => one !== undefined),
            ...late.incomplete,
            ...ended,
            ...homes.notes,
            ...purged.notes,
            ...(current ? [] : [await addressNote(session, plan.roots.hub, plan.certificate)]),
        ],
        complete: early?.unrecorded === undefined &&
            late.unrecorded === undefined &&
            late.incomplete.length === 0 &&
            homes.complete &&
            purged.complete,
    };
}
async function applyRoots(session, plan) {
    for (const name of ['platform', 'hub']) {
        const root = plan.terraform[name];
        if (root?.hasChanges) {
            session.step(name === 'platform' ? 'apply the platform' : "apply the hub's address");
            session.context.say(name === 'platform' ? 'Platform (terraform)' : 'Address of the hub (terraform)');
            await plan.roots[name]?.apply(root.planFile);
            session.wrote(name === 'platform' ? 'the platform was changed' : "the hub's address was changed");
        }
    }
    session.completedSteps.push({ what: 'platform as planned', state: 'good' });
}
async function waitForCluster(session) {
    session.step('wait for the cluster');
    const { context, config } = session;
    return (0,wait/* waitFor */.f)({
        what: 'the cluster to answer',
        limit: 15 * 60_000,
        where: (0,clusters/* clusterPath */.Sf)((0,cluster_id/* clusterIdOf */.r)(config)),
        hint: 'Check the cluster in the console. When it is RUNNING, run apply again.',
        say: context.say,
        signal: context.signal,
    }, async () => {
        const cluster = await (0,session_cluster/* connectCluster */.bp)(session);
        if (cluster === undefined)
            await (0,cluster_status/* refuseBrokenCluster */["in"])(session);
        return cluster;
    });
}
async function prepareNamespace(session, cluster) {
    session.step('make the namespace');
    const { name } = session.config;
    const { kubernetes } = cluster;
    const namespace = hubNamespace(name);
    const live = await kubernetes.get({ apiVersion: 'v1', kind: 'Namespace', name: (0,release_record/* namespaceOf */.N6)(name) });
    const isOurs = Object.entries(namespace.metadata.labels).every(([key, value]) => live?.metadata.labels?.[key] === value);
    if (!isOurs) {
        await kubernetes.apply(namespace);
        session.wrote('the namespace was made');
    }
    const configMaps = (0,session_cluster/* hubConfigMaps */.$V)(session, cluster);
    const isNew = await (0,reconciler_status/* createReconcilerStatus */.VU)(configMaps);
    const isStatusNew = session.config.storage.perUserBuckets && (await (0,homes_status/* createHomeStatus */.U$)(configMaps));
    return !isOurs || isNew || isStatusNew;
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


/***/ }),

/***/ "src/system/archive.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fileOfArchive)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:zlib");
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");


function fileOfArchive(archive, path, most) {
    const isZip = archive.subarray(0, 2).toString('latin1') === 'PK';
    let found;
    try {
        found = isZip ? fromZip(archive, path, most) : fromTar((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(archive, { maxOutputLength: most }), path);
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4)
            throw cause;
        const isTooLarge = cause.code === 'ERR_BUFFER_TOO_LARGE';
        const why = isTooLarge ? `inflates to more than ${most / 2 ** 20} MiB` : `is damaged (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(cause)})`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`The archive ${why}`, { cause });
    }
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`The archive has no file ${path}`);
    return found;
}
const STORED = 0;
const DEFLATED = 8;
function fromZip(archive, path, most) {
    const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0)
        throw new Error('it has no directory');
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
        const method = archive.readUInt16LE(at + 10);
        const size = archive.readUInt32LE(at + 20);
        const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
        const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
        if (matches(name, path)) {
            const local = archive.readUInt32LE(at + 42);
            const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
            if (start + size > archive.length)
                throw new Error(`${path} is cut off`);
            const data = archive.subarray(start, start + size);
            if (method === DEFLATED)
                return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(data, { maxOutputLength: most });
            if (method === STORED)
                return data;
            throw new Error(`${path} is compressed by method ${method}`);
        }
        at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    }
    return undefined;
}
function fromTar(tar, path) {
    for (let at = 0; at + 512 <= tar.length;) {
        const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
        const octal = tar.toString('latin1', at + 124, at + 136).replace(/[\0 ]/g, '');
        if (!/^[0-7]*$/.test(octal))
            throw new Error(`the size of ${name} is not a number`);
        const size = Number.parseInt(octal || '0', 8);
        if (at + 512 + size > tar.length)
            throw new Error(`${name} is cut off`);
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