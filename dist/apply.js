"use strict";
exports.id = "apply";
exports.ids = ["apply"];
exports.modules = {

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
// EXTERNAL MODULE: ./lib/src/access/hub/config-maps.js
var config_maps = __webpack_require__("src/access/hub/config-maps.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("yaml/dist/index.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/helm/values/values.js
var values_values = __webpack_require__("src/helm/values/values.js");
// EXTERNAL MODULE: ./lib/src/helm/release/release.js + 12 modules
var release = __webpack_require__("src/helm/release/release.js");
;// CONCATENATED MODULE: ./lib/src/helm/release/applied.js





async function isApplied(prepared, deployed, kubernetes, facts) {
    if (!(0,release/* isCurrent */.Oz)(prepared, deployed) || deployed?.address !== facts.address)
        return false;
    if ((0,values_values/* secretNames */.XG)(prepared.values).length === 0)
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
    return Object.entries(expected).every(([key, inner]) => sameSecrets(inner, (0,json/* isObject */.G)(live) ? live[key] : undefined, secrets));
}

// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var release_record = __webpack_require__("src/helm/release/record.js");
// EXTERNAL MODULE: ./lib/src/change/change.js
var change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown.js");
// EXTERNAL MODULE: ./lib/src/report/text/change-note.js
var change_note = __webpack_require__("src/report/text/change-note.js");
// EXTERNAL MODULE: ./lib/src/report/text/subject.js
var subject = __webpack_require__("src/report/text/subject.js");
// EXTERNAL MODULE: ./lib/src/report/writer.js
var writer = __webpack_require__("src/report/writer.js");
;// CONCATENATED MODULE: ./lib/src/report/approval.js





const SHOWN = 100;
function approvalSummary(report) {
    const write = (0,writer/* writer */.K)(report.isPublic, report.redact);
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

;// CONCATENATED MODULE: ./lib/src/helm/release/workloads.js

const FATAL = new Set([
    'ErrImagePull',
    'ImagePullBackOff',
    'InvalidImageName',
    'CreateContainerConfigError',
    'CrashLoopBackOff',
]);
const PATIENCE = 90_000;
async function waitForWorkloads(wait) {
    const now = wait.now ?? Date.now;
    const start = now();
    let lastLine = '';
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
        if (line !== lastLine)
            wait.say(line);
        lastLine = line;
        const isFatal = reasons.some(({ fatal }) => fatal);
        fatalSince = isFatal ? (fatalSince ?? now()) : undefined;
        const isStuck = fatalSince !== undefined && now() - fatalSince > PATIENCE;
        if (isStuck || now() - start > wait.limit)
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
    return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined).flatMap(podReasons);
}
function podReasons(pod) {
    const { conditions = [], containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
    const name = `Pod/${pod.metadata.name}`;
    const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
    if (scheduled?.status === 'False') {
        return [{ text: `${name} has no node yet: ${shorten(scheduled.message ?? scheduled.reason)}`, fatal: false }];
    }
    const waiting = [...initContainerStatuses, ...containerStatuses].flatMap((container) => {
        const { reason, message } = container.state?.waiting ?? {};
        if (reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing')
            return [];
        const exit = container.lastState?.terminated?.exitCode;
        const detail = message ?? (exit === undefined ? undefined : `exit code ${exit}`);
        return [
            { text: `${name}: ${reason}${detail === undefined ? '' : `, ${shorten(detail)}`}`, fatal: FATAL.has(reason) },
        ];
    });
    if (waiting.length > 0)
        return waiting;
    const negCondition = conditions.find(({ type, status }) => type === 'cloud.google.com/load-balancer-neg-ready' && status !== 'True');
    return negCondition ? [{ text: `${name} waits for the load balancer's health check`, fatal: false }] : [];
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
function shorten(text) {
    const line = (text ?? 'no reason given').replace(/\s+/g, ' ').trim();
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}

// EXTERNAL MODULE: ./lib/src/helm/values/companion.js
var companion = __webpack_require__("src/helm/values/companion.js");
// EXTERNAL MODULE: ./lib/src/stages/session/programs.js + 11 modules
var programs = __webpack_require__("src/stages/session/programs.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/install.js












const READY_LIMIT = 15 * 60_000;
async function install(session, { kubernetes, endpoint }, plan, facts) {
    const { context, token, tempDir } = session;
    const { say, signal, env } = context;
    const { prepared, deployed } = plan;
    const { hub, namespace } = prepared;
    const kubeconfig = await (0,release_kubeconfig/* writeKubeconfig */.f)(tempDir, { endpoint, token: await token(10 * 60_000) });
    const helm = await (0,programs/* openHelm */.L)(session, kubeconfig);
    const lease = await holdLease({ kubernetes, namespace, name: `${hub}-apply`, env, say, signal, sleep: promises_.setTimeout });
    try {
        const rendered = await (0,release/* renderRelease */.c)(prepared, helm, deployed);
        const record = (state, revision) => kubernetes.apply((0,release_record/* deploymentRecordObject */.sn)(hub, {
            state,
            inputs: prepared.inputs,
            address: facts.address,
            chart: {
                version: prepared.chart.version,
                repository: prepared.chart.repository,
                digest: rendered.chart.digest,
            },
            revision,
            values: state === 'deployed' ? rendered.values : (deployed?.values ?? {}),
            manifests: state === 'deployed' ? rendered.manifests : (deployed?.manifests ?? []),
        }));
        await record('applying', deployed?.revision ?? 0);
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
            await helm.upgrade(release, chart, namespace, (0,values_values/* resolve */.hd)(isFirst ? (0,values_values/* merge */.h1)(firstInstallValues(), values) : values, facts));
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

// EXTERNAL MODULE: ./lib/src/stages/deploy/plan.js + 1 modules
var deploy_plan = __webpack_require__("src/stages/deploy/plan.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/plan-report.js + 2 modules
var plan_report = __webpack_require__("src/stages/deploy/plan-report.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/state-lock.js
var state_lock = __webpack_require__("src/stages/deploy/state-lock.js");
// EXTERNAL MODULE: ./lib/src/stages/homes/purge.js + 2 modules
var purge = __webpack_require__("src/stages/homes/purge.js");
// EXTERNAL MODULE: ./lib/src/stages/homes/sync.js + 3 modules
var sync = __webpack_require__("src/stages/homes/sync.js");
// EXTERNAL MODULE: ./lib/src/stages/input/remote-users-files.js + 1 modules
var remote_users_files = __webpack_require__("src/stages/input/remote-users-files.js");
// EXTERNAL MODULE: ./lib/src/stages/review/acknowledgements.js + 1 modules
var acknowledgements = __webpack_require__("src/stages/review/acknowledgements.js");
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
async function otherBases(api, query) {
    const { repository, branch, sha, defaultBranch } = query;
    const at = `/repos/${repository}`;
    const head = encodeURIComponent(`${repository.split('/')[0]}:${branch}`);
    const [ofBranch, ofCommit] = await Promise.all([
        api.list(`${at}/pulls?state=all&head=${head}`, MOST_PAGES),
        api.list(`${at}/commits/${sha}/pulls`, MOST_PAGES),
    ]);
    if (ofBranch === undefined || ofCommit === undefined) {
        return () => 'its branch has had more pull requests than can be looked at';
    }
    const pulls = new Map([...ofBranch, ...ofCommit.filter((pull) => pull.head.sha === sha)]
        .filter((pull) => pull.head.repo?.full_name.toLowerCase() === repository.toLowerCase())
        .map((pull) => [pull.number, pull]));
    const first = Math.min(...query.runs.map((createdAt) => Date.parse(createdAt)));
    const doubts = [];
    for (const pull of pulls.values()) {
        if (pull.head.sha !== sha && end(pull.closed_at) < first)
            continue;
        const isOther = pull.base.ref !== defaultBranch;
        doubts.push(...(isOther ? [ofOther(pull, sha)] : await ofMoves(api, at, pull, query)));
    }
    return (createdAt) => {
        const time = Date.parse(createdAt);
        return doubts.find(({ from, to }) => !(time < from || time > to))?.why;
    };
}
function ofOther(pull, sha) {
    return {
        from: start(pull),
        to: pull.head.sha === sha ? Infinity : end(pull.closed_at),
        why: `pull request #${pull.number} of the same branch targets another branch, whose workflow may have made the plan`,
    };
}
async function ofMoves(api, at, pull, { sha, merged }) {
    const events = await api.list(`${at}/issues/${pull.number}/events`, MOST_PAGES);
    const from = start(pull);
    if (events === undefined) {
        return [{ from, to: Infinity, why: `pull request #${pull.number} has more events than can be looked at` }];
    }
    if (!events.some(({ event }) => BASE_EVENTS.test(event)))
        return [];
    const isMerged = pull.number === merged;
    return events
        .filter(({ event }) => BASE_EVENTS.test(event) || event === 'reopened')
        .map(({ created_at: moved }) => ({
        from,
        to: !isMerged && pull.head.sha === sha ? Infinity : end(moved),
        why: `the base of pull request #${pull.number} was changed, and the plan may be that of the old base`,
    }));
}
function start({ created_at: made }) {
    const time = Date.parse(made);
    return Number.isNaN(time) ? -Infinity : time - MARGIN;
}
function end(moment) {
    const time = moment === null ? Number.NaN : Date.parse(moment);
    return Number.isNaN(time) ? Infinity : time + MARGIN;
}

// EXTERNAL MODULE: ./lib/src/github/review/merged-pull.js
var merged_pull = __webpack_require__("src/github/review/merged-pull.js");
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
    const runsAt = plans.map(({ created_at: made }) => made);
    const bases = { repository, defaultBranch, branch: head.ref, sha: head.sha, merged: number, runs: runsAt };
    const otherBase = await otherBases(api, bases);
    const doubts = plans.map((run) => otherBase(run.created_at));
    const sound = plans.filter((_, index) => doubts[index] === undefined);
    if (sound.length === 0)
        return { why: String(doubts[0]) };
    const found = [];
    for (const run of sound.slice(0, MOST_RUNS)) {
        const { artifacts } = await api.call('GET', `${at}/actions/runs/${run.id}/artifacts?name=${encodeURIComponent((0,change_record/* recordName */.xD)(hub))}&per_page=${PAGE}`);
        found.push(...artifacts.filter(({ name, expired }) => name === (0,change_record/* recordName */.xD)(hub) && !expired));
    }
    if (found.length === 0) {
        return { why: `the plan of pull request #${number} left no artifact ${(0,change_record/* recordName */.xD)(hub)}, or it has expired` };
    }
    const end = Date.parse(String(pull.merged_at));
    const reviewed = found.filter(({ created_at: made }) => made !== null && Date.parse(made) <= end);
    const artifact = reviewed.reduce((last, one) => (last && last.id > one.id ? last : one), undefined);
    if (artifact === undefined) {
        return { why: `the plan of pull request #${number} was made after the merge, when nobody could review it` };
    }
    const parsed = await read(api, `${at}/actions/artifacts/${artifact.id}/zip`);
    if (parsed.state === 'other-version') {
        return {
            why: `the record of pull request #${number} was made by another version of jupyterhub-gke; a new pull request gets a new plan`,
        };
    }
    if (parsed.state === 'damaged')
        return { why: `the record of pull request #${number} cannot be read` };
    const { record } = parsed;
    if (record.hub !== hub)
        return { why: `the record of pull request #${number} is for the hub "${record.hub}"` };
    if (record.head !== head.sha) {
        return {
            why: `the record is for ${record.head.slice(0, 7)}, but pull request #${number} ended with ${head.sha.slice(0, 7)}`,
        };
    }
    return { record, pull: number };
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
    if (github === undefined || changeSet.changes.length === 0)
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
    const found = await findPlanRecord({ context: github, token, repository, sha, hub: changeSet.hub, workflow });
    if (!('record' in found)) {
        return { fingerprint: now, why: `What was reviewed is not known: ${found.why}`, differences: undefined };
    }
    const { record, pull } = found;
    if (record.fingerprint === now) {
        return allow(session, `this is what was reviewed in pull request #${pull} (fingerprint ${approval_short(now)})`);
    }
    const differences = record.changes && (0,change_record/* planDifferences */.AW)(record.changes, changeSet.changes);
    if (differences?.every(({ now: change }) => change === undefined)) {
        const [rest, all] = [changeSet.changes.length, record.changes?.length];
        return allow(session, `all of this was reviewed in pull request #${pull}: ${rest} of ${all} changes are still to be made`);
    }
    return { fingerprint: now, why: `The plan is not what was reviewed in pull request #${pull}`, differences };
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

// EXTERNAL MODULE: ./lib/src/stages/review/newest-commit.js + 1 modules
var newest_commit = __webpack_require__("src/stages/review/newest-commit.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster-status.js
var cluster_status = __webpack_require__("src/stages/session/cluster-status.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/secrets.js


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
        where: (0,config_location/* locationText */.fN)(place),
        hint: `In the workflow give them to the step: "env: {${missing[0]?.variable}: \${{ secrets.${missing[0]?.variable} }}}". Nothing was changed.`,
    });
}

// EXTERNAL MODULE: ./lib/src/stages/session/session.js
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
        'break-lock': { type: 'string', about: 'id of a state lock that a killed run left behind; it is removed first' },
    },
    run: (context) => {
        (0,tools/* askTerraform */.YI)(context.env);
        return (0,session.withSession)(context, 'apply', async (session) => {
            const started = Date.now();
            const secrets = readSecrets(session);
            await (0,newest_commit/* refuseStaleRun */.h)(session);
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
            for (const line of [...(0,terminal/* changeLines */.O)(changes, context.write.redact), ...plan.notes.map(run_note/* runNoteText */.D)])
                context.say(line);
            context.say(`Plan: ${(0,terminal/* countLine */.Q)(changes)}`);
            await refuseWithoutPlatform(session, plan);
            const unneeded = await (0,acknowledgements/* acknowledgeLosses */.aW)(session, plan.changeSet);
            const refusal = await withoutApproval(session, plan.changeSet);
            if (refusal !== undefined)
                return notApprovedResult(session, plan, refusal);
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
                    isPublic: context.write.isPublic,
                    redact: context.write.redact,
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
            isPublic: context.write.isPublic,
            redact: context.write.redact,
            ...refusal,
        }),
    };
}
async function carryOut(session, plan, secrets) {
    await applyRoots(session, plan);
    const cluster = await waitForCluster(session);
    const isNew = await prepareNamespace(session, cluster);
    const existing = plan.deployed && (await (0,session_cluster/* hubBackend */.Gc)(session, cluster));
    const early = existing && (await (0,apply/* applyAccess */.fL)(session, cluster, existing, 'apply'));
    const address = await hubAddress(session, plan);
    const current = await isApplied(plan.prepared, plan.deployed, cluster.kubernetes, { address, secrets });
    if (!current) {
        session.step('install the hub');
        await (0,chart_findings/* withChartFindings */.f)(session, plan.prepared, () => install(session, cluster, plan, { address, secrets }));
    }
    session.completedSteps.push({ what: 'hub as planned', state: 'good' });
    const backend = await (0,apply/* waitForBackendService */.gf)(session, cluster);
    const late = await (0,apply/* applyAccess */.fL)(session, cluster, backend, 'apply');
    const people = { ...late, changes: [...(early?.changes ?? []), ...late.changes] };
    const ended = await (0,apply/* waitForReconciler */.T9)(session, cluster, people);
    session.completedSteps.push({ what: 'people as planned', state: 'good' });
    const homes = await (0,sync/* bringHomes */.l)(session, cluster, late.people, {
        whole: true,
        changes: people.changes,
    });
    const purged = await (0,purge/* carryOutPurges */.k)(session, cluster, late.people);
    return {
        hubUrl: `https://${address}`,
        changed: isNew || !current || people.changes.length > 0 || homes.changed || purged.changed,
        notes: [
            ...[early?.unrecorded, late.unrecorded].filter((one) => one !== undefined),
            ...late.incomplete,
            ...ended,
            ...homes.notes,
            ...purged.notes,
            ...(current ? [] : [{ code: 'certificate-pending' }]),
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
        where: `projects/${config.project}/locations/${config.location}/clusters/${config.platform.name}`,
        hint: 'Check the cluster in the console. When it is RUNNING, run apply again.',
        say: context.say,
        signal: context.signal,
    }, () => (0,session_cluster/* connectCluster */.bp)(session));
}
async function prepareNamespace(session, cluster) {
    session.step('make the namespace');
    const { name } = session.config;
    const { kubernetes } = cluster;
    const namespace = {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: (0,release_record/* namespaceOf */.N6)(name), labels: labelsOf(name) },
    };
    const live = await kubernetes.get({ apiVersion: 'v1', kind: 'Namespace', name: (0,release_record/* namespaceOf */.N6)(name) });
    const isOurs = Object.entries(labelsOf(name)).every(([key, value]) => live?.metadata.labels?.[key] === value);
    if (!isOurs)
        await kubernetes.apply(namespace);
    const configMaps = (0,session_cluster/* hubConfigMaps */.$V)(session, cluster);
    const isNew = await (0,config_maps/* createReconcilerStatus */.VU)(configMaps);
    const isStatusNew = session.config.storage.perUserBuckets && (await (0,homes_status/* createHomeStatus */.U$)(configMaps));
    return !isOurs || isNew || isStatusNew;
}
function labelsOf(hub) {
    return { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'jupyterhub-gke/hub': hub };
}
async function hubAddress(session, plan) {
    const { config, context } = session;
    if (config.access.domain)
        return config.access.domain;
    const outputs = await plan.roots.hub.outputs();
    const { address } = (outputs.address ?? {});
    if (typeof address !== 'string' || !/^[0-9.]+$/.test(address)) {
        throw new errors/* ToolError */.v4('The reserved address of the hub is not in the terraform state', {
            where: `gs://${config.state.bucket}`,
            hint: 'Run apply again. If the error stays, check "terraform output" of the hub root.',
        });
    }
    context.say(`  reserved address: ${address}`);
    return `${address}.sslip.io`;
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

/***/ "src/stages/deploy/chart-findings.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ withChartFindings)
/* harmony export */ });
/* unused harmony export chartDiagnostics */
/* harmony import */ var _config_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/config/diagnostic.js");
/* harmony import */ var _helm_release_schema_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/helm/release/schema-error.js");
/* harmony import */ var _helm_release_schema_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/release/schema-text.js");
/* harmony import */ var _helm_values_companion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/values/companion.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/json.js");
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/versions.js");
/* harmony import */ var _input_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/stages/input/read.js");







const CORRECT = 'Correct it as the chart\'s "Configuration Reference" says.';
const NOT_WRITTEN = 'It is not written in hub.values: it comes from jupyterhub-gke itself, or from another key of the file.';
const TESTED = `Use a release of the chart that was tested, such as ${_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_CHART_VERSION */ .qD}.`;
async function withChartFindings({ context, config, input }, prepared, work) {
    try {
        return await work();
    }
    catch (error) {
        const isOfHubChart = error instanceof _helm_release_schema_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ChartSchemaError */ .s && error.chart !== _helm_values_companion_js__WEBPACK_IMPORTED_MODULE_2__/* .COMPANION_CHART */ .uR;
        if (!isOfHubChart || error.findings.length === 0)
            throw error;
        const values = { written: config.hub.values, layered: prepared.values, locate: input.locate };
        const diagnostics = chartDiagnostics(error.findings, values);
        context.annotate(diagnostics);
        throw new _input_read_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz({ input: undefined, diagnostics, sources: input.sources, origins: input.origins }, error);
    }
}
function chartDiagnostics(findings, values) {
    return (0,_config_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__/* .orderFindings */ .$t)(findings.map((finding) => {
        const { path, isWritten } = writtenPath(finding.path, values.written, values.layered);
        const part = isWritten && finding.about === 'value' ? 'value' : 'key';
        const absent = !isWritten || finding.about === 'absent' || (0,_helm_release_schema_text_js__WEBPACK_IMPORTED_MODULE_1__/* .looksSecret */ .n0)(finding.path);
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
        : mine.findIndex((item) => (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .G)(item) && item.name === String(step));
    return index in mine ? index : undefined;
}
function child(value, step) {
    if (Array.isArray(value))
        return value[Number(step)];
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .G)(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
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
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/access/iap/desired.js
var desired = __webpack_require__("src/access/iap/desired.js");
// EXTERNAL MODULE: ./lib/src/access/users/email.js
var users_email = __webpack_require__("src/access/users/email.js");
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
        const own = disks.filter(({ owner }) => (0,users_email/* sameAddress */.xU)(owner) === (0,users_email/* sameAddress */.xU)(email));
        const key = (0,names/* homeKey */.Lx)(hubId, email);
        const leftHome = homeStatus.left[key];
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
        if (own.length === 0 && leftHome === undefined) {
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
    }));
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
    for (const { place: name } of disks) {
        const ref = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name };
        const claim = await kubernetes.get(ref);
        const volume = claim?.spec?.volumeName;
        if (volume !== undefined) {
            const change = { spec: { persistentVolumeReclaimPolicy: 'Delete' } };
            await kubernetes.patch({ apiVersion: 'v1', kind: 'PersistentVolume', name: volume }, change);
        }
        await kubernetes.delete(ref);
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
        if (!(error instanceof rest/* GoogleApiError */.G))
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









const NOTHING = { changes: [], notes: [] };
async function planPurges(session, cluster, people, homeStatus) {
    if (session.config.storage.purge.length === 0 || cluster === undefined)
        return NOTHING;
    const plan = planPurge(await stateOf(session, cluster, people, homeStatus));
    return { changes: purgeChanges(hubOf(session), plan), notes: plan.notes };
}
async function carryOutPurges(session, cluster, people) {
    const { context, config } = session;
    const configMaps = (0,session_cluster/* hubConfigMaps */.$V)(session, cluster);
    const homeStatus = (await (0,homes_status/* readHomeStatus */.aq)(configMaps)) ?? homes_status/* NO_HOME_STATUS */.L_;
    if (config.storage.purge.length === 0 && !isEmptying(homeStatus))
        return { changed: false, notes: [], complete: true };
    session.step('delete the homes that storage.purge names');
    const plan = planPurge(await stateOf(session, cluster, people, homeStatus));
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");


async function ask(program, args, env) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ "actions-exec").then(__webpack_require__.bind(__webpack_require__, "@actions/exec/lib/exec.js"));
    const set = Object.entries(env).filter((entry) => entry[1] !== undefined);
    const options = { env: Object.fromEntries(set), input: Buffer.alloc(0), silent: true, ignoreReturnCode: true };
    try {
        const { exitCode, stdout } = await getExecOutput(`"${program.replaceAll('"', '\\"')}"`, [...args], options);
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined;
    }
}
const run = (program, args, options = {}) => new Promise((resolve, reject) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: options.cwd,
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
    child.on('error', (cause) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`${program} could not be started`, { cause })));
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
    const { version } = _versions_js__WEBPACK_IMPORTED_MODULE_4__/* .DOWNLOADS */ .iJ[name];
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cacheFolder(options.env), name, version, name);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return { name, path, version, origin: 'cache' };
    for (const reason of unfit)
        options.say(`${reason}, which is not supported; ${name} ${version} is used instead`);
    try {
        const { downloadProgram } = await __webpack_require__.e(/* import() */ "download").then(__webpack_require__.bind(__webpack_require__, "src/system/download.js"));
        await downloadProgram(name, path, options);
    }
    catch (cause) {
        const { from, below } = _versions_js__WEBPACK_IMPORTED_MODULE_4__/* .SUPPORTED */ .Fk[name];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4(`${names.join(' or ')} is missing, and ${name} ${version} could not be downloaded (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(cause)})`, {
            ...(unfit[0] === undefined ? {} : { where: unfit.join('; ') }),
            hint: `Put ${names.join(' or ')} of version ${from} or later, below ${below}, into PATH.`,
            cause,
        });
    }
    return { name, path, version, origin: 'download' };
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