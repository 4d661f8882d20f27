"use strict";
exports.id = "stages-access";
exports.ids = ["stages-access"];
exports.modules = {

/***/ "src/stages/access/apply.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fL: () => (/* binding */ applyAccess),
  gf: () => (/* binding */ waitForBackendService),
  T9: () => (/* binding */ waitForReconciler)
});

// EXTERNAL MODULE: ./lib/src/access/hub/blocked.js
var hub_blocked = __webpack_require__("src/access/hub/blocked.js");
// EXTERNAL MODULE: ./lib/src/access/hub/config-maps.js + 1 modules
var config_maps = __webpack_require__("src/access/hub/config-maps.js");
// EXTERNAL MODULE: ./lib/src/access/hub/member-list.js + 1 modules
var member_list = __webpack_require__("src/access/hub/member-list.js");
// EXTERNAL MODULE: ./lib/src/access/hub/reconciler-status.js + 2 modules
var reconciler_status = __webpack_require__("src/access/hub/reconciler-status.js");
// EXTERNAL MODULE: ./lib/src/access/iap/changes.js
var iap_changes = __webpack_require__("src/access/iap/changes.js");
// EXTERNAL MODULE: ./lib/src/access/iap/sync.js + 4 modules
var sync = __webpack_require__("src/access/iap/sync.js");
// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var kubernetes = __webpack_require__("src/cloud/kubernetes.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/stages/session/backend-service.js
var backend_service = __webpack_require__("src/stages/session/backend-service.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/session/wait.js
var wait = __webpack_require__("src/stages/session/wait.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: ./lib/src/change/change.js
var change_change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
;// CONCATENATED MODULE: ./lib/src/access/audit/record.js





const AUDIT_SCHEMA = 'jupyterhub-gke/access-audit/v2';
function auditRecord(input) {
    const changes = input.changes.filter(change_change/* isAccess */.n);
    const { immediate = hub_blocked/* NO_IMMEDIATE_CHANGE */.Xz } = input;
    const isImmediate = immediate.remove.length + immediate.restore.length > 0;
    if (changes.length === 0 && !isImmediate)
        return undefined;
    const sources = new Map(input.principals.map(({ name, location }) => [name, `${location.file}:${location.line}`]));
    const entries = (...actions) => changes
        .filter(({ action }) => actions.includes(action))
        .map((change) => ({
        name: (0,change_change/* addressOf */.c)(change),
        kind: change.subject.kind,
        scope: change.scope,
        before: change.access?.before ?? null,
        after: change.access?.after ?? null,
        source: sources.get((0,change_change/* addressOf */.c)(change)) ?? null,
    }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    const { command, hub, project, generation, actor, commit, now } = input;
    return {
        schema: AUDIT_SCHEMA,
        time: now.toISOString(),
        command,
        hub,
        project,
        generation,
        actor,
        commit,
        in: entries('create'),
        out: entries('delete'),
        changed: entries('update', 'replace'),
        ...(isImmediate ? { immediate } : {}),
        usersFiles: [...input.usersFiles]
            .map(([path, text]) => fileOf(path, text, input.origins.get(path)))
            .sort((a, b) => (a.path < b.path ? -1 : 1)),
    };
}
function fileOf(path, text, origin) {
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
    return origin === undefined
        ? { path, sha256 }
        : { path, sha256, repository: origin.repository, commit: origin.commit };
}
function auditObject(record, run) {
    const { hub, time, generation } = record;
    const stamp = time.replace(/[-:]/g, '');
    const id = run !== undefined && /^[\w-]+$/.test(run) ? run : (0,external_node_crypto_.randomBytes)(6).toString('hex');
    return `jupyterhub-gke/${hub}/${time.slice(0, 4)}/${time.slice(5, 7)}/${stamp}-${generation}-${id}.json`;
}
async function writeAudit(google, bucket, record, run) {
    const name = auditObject(record, run);
    const where = `gs://${bucket}/${name}`;
    try {
        await google.call({
            service: 'storage',
            method: 'POST',
            effect: 'same',
            upload: true,
            path: `b/${encodeURIComponent(bucket)}/o`,
            query: { uploadType: 'media', name, ifGenerationMatch: '0' },
            body: record,
        });
    }
    catch (error) {
        if (!(error instanceof rest.GoogleApiError) || error.status !== 412)
            throw error;
        await refuseOtherObject(google, bucket, name, record);
    }
    return where;
}
async function refuseOtherObject(google, bucket, name, record) {
    const path = `b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(name)}`;
    const found = await google.call({ service: 'storage', path }).catch((error) => {
        if (error instanceof rest.GoogleApiError && error.status === 403)
            return undefined;
        throw error;
    });
    const own = (0,external_node_crypto_.createHash)('md5').update(JSON.stringify(record)).digest('base64');
    if (found === undefined || found.md5Hash === own)
        return;
    throw new errors/* ToolError */.v4('Another object already has the name of the audit record', { where: `gs://${bucket}/${name}` });
}
async function recordAccess(options) {
    const { google, bucket, record, run } = options;
    if (bucket === undefined || record === undefined)
        return { written: undefined, warning: undefined };
    try {
        return { written: await writeAudit(google, bucket, record, run), warning: undefined };
    }
    catch (error) {
        return {
            written: undefined,
            warning: {
                code: 'audit-record-missing',
                bucket,
                generation: record.generation,
                time: record.time,
                error: (0,errors/* errorMessage */.gJ)(error).replace(/\.$/, ''),
            },
        };
    }
}

;// CONCATENATED MODULE: ./lib/src/stages/access/audit-log.js

async function recordChanges(session, done) {
    const { config, context, google, input, principals } = session;
    const { credentials, github } = context;
    const bucket = config.access.auditBucket;
    if (bucket === undefined)
        return undefined;
    session.step('record the access change');
    const { GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = context.env;
    const record = auditRecord({
        ...done,
        hub: config.name,
        project: config.project,
        principals,
        usersFiles: new Map(input.usersFiles.map((path) => [path, input.sources.get(path) ?? ''])),
        origins: input.origins,
        actor: {
            login: GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR || null,
            run: github?.runUrl ?? null,
            identity: credentials.serviceAccount ?? null,
        },
        commit: { sha: github?.sha ?? null, ref: github?.ref ?? null },
        now: new Date(),
    });
    const { written, warning } = await recordAccess({
        google,
        bucket,
        record,
        run: id === undefined ? undefined : `${id}-${attempt ?? '1'}`,
    });
    if (written !== undefined)
        context.say(`  record of the change: ${written}`);
    return warning;
}

// EXTERNAL MODULE: ./lib/src/stages/access/group-plan.js
var group_plan = __webpack_require__("src/stages/access/group-plan.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/access/group/diff.js
var diff = __webpack_require__("src/access/group/diff.js");
// EXTERNAL MODULE: ./lib/src/access/group/membership-api.js
var membership_api = __webpack_require__("src/access/group/membership-api.js");
;// CONCATENATED MODULE: ./lib/src/access/group/sync.js





const AT_ONCE = 4;
const MOST_FAILURES = 50;
const REPORT_EVERY = 100;
async function syncGroup(google, desired, options = {}) {
    const { now = () => new Date() } = options;
    const group = await (0,membership_api/* readGroup */.iY)(google, desired.group);
    const change = (0,diff/* compareGroup */.B)(desired, group.members, now());
    if (change.refusal !== undefined)
        throw change.refusal;
    const run = await writeAll(google, group, change.changes, options);
    const failures = run.failed.size === 0 ? [] : await confirmedFailures(google, desired, run.failed, now());
    return { ...change, changes: run.done, failures };
}
async function writeAll(google, group, changes, { say, signal }) {
    const run = { done: [], failed: new Map() };
    const started = Date.now();
    let next = 0;
    const worker = async () => {
        while (next < changes.length) {
            signal?.throwIfAborted();
            const change = changes[next];
            next += 1;
            if (run.failed.size >= MOST_FAILURES) {
                run.failed.set(change, { message: `not tried after ${MOST_FAILURES} failures`, forbidden: false });
                continue;
            }
            try {
                await writeOne(google, group, change);
                run.done.push(change);
            }
            catch (error) {
                if (!(error instanceof errors/* ToolError */.v4))
                    throw error;
                const forbidden = error instanceof rest.GoogleApiError && error.status === 403;
                run.failed.set(change, { message: (0,errors/* errorMessage */.gJ)(error), forbidden });
            }
            const count = run.done.length + run.failed.size;
            if (count % REPORT_EVERY === 0)
                say?.(progress(count, changes.length, Date.now() - started));
        }
    };
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
    for (const result of ended)
        if (result.status === 'rejected')
            throw result.reason;
    return run;
}
function writeOne(google, group, { live, address }) {
    return live === undefined ? (0,membership_api/* addToGroup */.Mr)(google, group, address) : (0,membership_api/* removeFromGroup */.gP)(google, live);
}
function progress(done, all, milliseconds) {
    const minutes = Math.ceil(((milliseconds / done) * (all - done)) / 60_000);
    const left = minutes > 1 ? `about ${(0,config_text/* formatNumber */.ZV)(minutes)} minutes` : 'a minute at most';
    return `  ${(0,config_text/* formatNumber */.ZV)(done)} of ${(0,config_text/* formatNumber */.ZV)(all)} members of the group written, ${left} to go`;
}
async function confirmedFailures(google, desired, failed, now) {
    const all = [...failed].map(([change, failure]) => ({ change, ...failure }));
    try {
        const { members } = await (0,membership_api/* readGroup */.iY)(google, desired.group);
        const wrong = new Set((0,diff/* compareGroup */.B)(desired, members, now).changes.map(changeKey));
        return all.filter(({ change }) => wrong.has(changeKey(change)));
    }
    catch {
        return all;
    }
}
function changeKey({ action, address }) {
    return `${action} ${address}`;
}

;// CONCATENATED MODULE: ./lib/src/stages/access/group-sync.js





async function syncManagedGroup(session, configMaps, written) {
    const managed = (0,group_plan/* managedGroup */.Ry)(session.config);
    if (managed === undefined)
        return { ...group_plan/* NOTHING */.K$, incomplete: [] };
    const { context, google, principals } = session;
    const { blocked, group: record, groupBefore } = written;
    const { self } = (0,group_plan/* groupReader */.L)(session, true);
    const wanted = (0,group_plan/* desiredGroup */.W_)(session, managed, { group: groupBefore, blocked }, self);
    let done;
    try {
        done = await syncGroup(google, wanted, { say: context.say, signal: context.signal });
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        const { where, hint = 'Run again.' } = error;
        const place = where === undefined ? {} : { where };
        const note = {
            code: 'group-not-synced',
            group: managed.group,
            ...place,
            error: (0,errors/* errorMessage */.gJ)(error),
            hint,
        };
        return { ...group_plan/* NOTHING */.K$, incomplete: [note] };
    }
    const failed = done.failures.map(({ change }) => change.address);
    const recordNotes = record === undefined || record.added.length === 0 ? [] : await recordAdded(configMaps, principals, failed);
    if (done.changes.length > 0) {
        const count = (action) => done.changes.filter((one) => one.action === action).length;
        context.say(`  the group ${managed.group} is written: ${count('add')} added, ${count('remove')} removed; Google takes some minutes to propagate it`);
    }
    return {
        changes: (0,iap_changes/* memberChanges */.u)(done.changes),
        notes: (0,group_plan/* administratorNotes */.xj)(wanted, done.administrators),
        incomplete: [...failureNotes(managed, done.failures), ...recordNotes],
    };
}
async function recordAdded(configMaps, ...rest) {
    try {
        await (0,config_maps/* recordGroupSync */.cX)(configMaps, ...rest);
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        return [{ code: 'group-record-not-written', error: (0,errors/* errorMessage */.gJ)(error) }];
    }
}
const SHOWN = 20;
function failureNotes({ group }, failures) {
    if (failures.length === 0)
        return [];
    const more = failures.length - SHOWN;
    return [
        {
            code: 'group-incomplete',
            group,
            failed: failures.length,
            forbidden: failures.some(({ forbidden }) => forbidden),
        },
        ...failures.slice(0, SHOWN).map(({ change, message }) => {
            return { code: 'group-member-failed', group, member: change.address, action: change.action, error: message };
        }),
        ...(more > 0 ? [{ code: 'more-group-members-failed', count: more }] : []),
    ];
}

// EXTERNAL MODULE: ./lib/src/stages/access/guard.js
var guard = __webpack_require__("src/stages/access/guard.js");
// EXTERNAL MODULE: ./lib/src/stages/access/plan.js
var plan = __webpack_require__("src/stages/access/plan.js");
// EXTERNAL MODULE: ./lib/src/stages/access/unread-list.js
var unread_list = __webpack_require__("src/stages/access/unread-list.js");
;// CONCATENATED MODULE: ./lib/src/stages/access/apply.js


















const BACKEND_LIMIT = 20 * 60_000;
const RECONCILER_LIMIT = 4 * 60_000;
async function waitForBackendService(session, cluster, clientId) {
    const { context, config } = session;
    session.step('wait for the load balancer');
    const backend = await (0,wait/* waitFor */.f)({
        what: `the load balancer of the hub${clientId === undefined ? '' : ' with the OAuth client of access.oauthClient'}`,
        limit: BACKEND_LIMIT,
        where: `Ingress jupyterhub-${config.name}/jupyterhub`,
        hint: 'Look at the events of the Ingress (kubectl describe ingress), fix what they say, then run again.',
        say: context.say,
        signal: context.signal,
    }, async () => {
        const found = await (0,session_cluster/* hubBackend */.Gc)(session, cluster);
        return clientId === undefined || found?.oauthClientId === clientId ? found : undefined;
    });
    const audience = (0,backend_service/* audienceOf */.O)(await session.projectNumber(), backend.id);
    if (await (0,config_maps/* writeAudience */.EK)((0,session_cluster/* hubConfigMaps */.$V)(session, cluster), [audience])) {
        context.say('  the hub now knows its load balancer');
    }
    return backend;
}
async function applyAccess(session, cluster, backend, command, immediate = hub_blocked/* NO_IMMEDIATE_CHANGE */.Xz) {
    const { context } = session;
    session.step('grant and revoke access');
    const configMaps = (0,session_cluster/* hubConfigMaps */.$V)(session, cluster);
    const { now } = context;
    const iap = await (0,session_cluster/* iapTarget */.G4)(session, backend);
    let warnings = [];
    const check = async (live) => {
        (0,guard/* refuseUnknownRestoration */.l5)(live, immediate);
        const names = session.principals.map(({ name }) => name);
        const kept = (0,hub_blocked/* nextBlocked */.sf)(live.blocked, { ...immediate, remove: [] }, names);
        const stated = { config: session.config, principals: (0,hub_blocked/* withoutBlocked */.XH)(session.principals, kept) };
        warnings = await (0,guard/* guardPeople */.Xz)(stated, live.members, now, () => (0,guard/* guardBefore */.Fk)(session));
        (0,guard/* guardImmediateRemoval */.Pp)(session, live, immediate);
        if (live.members === undefined) {
            const first = await (0,sync/* planPolicy */._0)(iap, (0,plan/* desiredAccess */.RP)(session, session.principals, undefined), now);
            if (first.refusal !== undefined)
                throw first.refusal;
        }
        await (0,group_plan/* refuseForeignGroup */.Wv)(session, live, command);
    };
    const managed = (0,group_plan/* managedGroup */.Ry)(session.config);
    const written = await (0,config_maps/* writeMembers */.Jl)(configMaps, session.principals, {
        immediate,
        check,
        managed,
        isStale: () => isReportLost(configMaps),
    });
    const { list, before, changed, blocked } = written;
    const people = (0,hub_blocked/* withoutBlocked */.XH)(session.principals, blocked);
    if (changed)
        session.wrote(`the hub was given the list of ${list.people.length} people`);
    const ofList = changed ? (0,member_list/* memberListChanges */.kd)(before, list, people, now) : [];
    const group = await syncManagedGroup(session, configMaps, written).catch(async (error) => {
        await recordChanges(session, { command, changes: ofList, generation: list.generation, immediate });
        throw error;
    });
    if (group.changes.length > 0)
        session.wrote('the Google group was changed');
    const wanted = (0,plan/* desiredAccess */.RP)(session, people, before, written.leaving);
    const policy = await (0,sync/* syncPolicy */.kh)(iap, group.incomplete.length === 0 ? wanted : withoutRemovals(wanted), {
        beforeWrite: () => refuseOlderList(configMaps, list.generation),
    });
    if (group.incomplete.length === 0 && written.leaving.length > 0)
        await (0,config_maps/* recordRevoked */.AY)(configMaps, list.generation);
    if (changed)
        context.say(`  the hub has the list of ${list.people.length} people (generation ${list.generation})`);
    if (policy.changed) {
        session.wrote("IAP's policy was written");
        context.say(`  IAP's policy is written: ${policy.added.length} added, ${policy.removed.length} removed; Google takes some minutes to propagate it`);
    }
    const changes = (0,plan/* joined */.oR)(ofList, [...(0,iap_changes/* memberChanges */.u)(policy.members), ...group.changes]);
    const recovered = written.isRecovered ? [{ code: 'list-recovered' }] : [];
    const notes = [
        ...group.incomplete,
        ...recovered,
        ...warnings,
        ...(0,plan/* blockedNotes */.mw)(blocked),
        ...(0,plan/* notesOf */.h$)(policy),
        ...group.notes,
    ];
    const unrecorded = await recordChanges(session, { command, changes, generation: list.generation, immediate });
    return {
        changes,
        notes: unrecorded === undefined ? notes : [unrecorded, ...notes],
        people,
        generation: list.generation,
        unrecorded,
        incomplete: group.incomplete,
    };
}
async function refuseOlderList(configMaps, generation) {
    const { members, isRecovered = false } = await (0,config_maps/* readPeople */.ky)(configMaps);
    if (members?.generation === generation && !isRecovered)
        return;
    const now = members === undefined || isRecovered
        ? 'no list is there any more'
        : `the hub has generation ${members.generation} now`;
    throw new errors/* ToolError */.v4(`Another run replaced the list of people (generation ${generation}) before this run wrote IAP's policy: ${now}`, {
        where: `ConfigMap ${configMaps.namespace}/${configMaps.hub}-members`,
        hint: "Wait until the other run has ended; it writes the policy for its list. If its files are older than this run's, run again.",
    });
}
async function isReportLost(configMaps) {
    try {
        return (await (0,reconciler_status/* readReconcilerStatus */.BW)(configMaps)) === undefined;
    }
    catch (error) {
        if (error instanceof kubernetes/* KubernetesError */.dK && error.status === 403)
            return false;
        throw error;
    }
}
function withoutRemovals(wanted) {
    return { ...wanted, mode: 'additive', previous: [] };
}
function explainForbidden(error) {
    if (!(error instanceof kubernetes/* KubernetesError */.dK) || error.status !== 403)
        throw error;
    throw new errors/* ToolError */.v4('The report of the hub may not be read, so it is not known whether the hub enforces the list yet', {
        where: error.where ?? 'the access reconciler',
        hint: 'Run apply once: it upgrades the hub and grants this right. The list of people and IAP are written already.',
        cause: error,
    });
}
async function waitForReconciler(session, cluster, done) {
    const { context, config } = session;
    session.step('wait for the hub to enforce the list');
    const configMaps = (0,session_cluster/* hubConfigMaps */.$V)(session, cluster);
    const where = `ConfigMap jupyterhub-${config.name}/${config.name}-reconciler`;
    const status = await (0,wait/* waitFor */.f)({
        what: `the hub to enforce the list of people (generation ${done.generation})`,
        limit: RECONCILER_LIMIT,
        where,
        hint: 'Look at the log of the hub (kubectl logs deploy/hub). IAP refuses people who left already; their servers may still run.',
        say: context.say,
        signal: context.signal,
        interval: 1000,
    }, async () => {
        const report = await (0,reconciler_status/* readReconcilerStatus */.BW)(configMaps).catch(explainForbidden);
        if (report === undefined || report.generation >= done.generation)
            return report;
        (0,unread_list/* refuseUnreadList */.e)(report, done, where);
        return undefined;
    });
    return (done.changes
        .flatMap(({ scope, action, subject }) => scope === 'access' && action === 'delete' && (subject.kind === 'person' || subject.kind === 'service-account')
        ? [subject.name]
        : [])
        .map((name) => {
        const { stoppedServers = 0, deletedTokens = 0, error } = (0,json/* entryOf */.M)(status.people, (0,reconciler_status/* reconcilerKey */.cG)(name)) ?? {};
        if (error)
            return { code: 'revocation-incomplete', name, error };
        return { code: 'access-revoked', name, stoppedServers, deletedTokens };
    }));
}


/***/ }),

/***/ "src/stages/access/unread-list.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ unreadListNote),
/* harmony export */   e: () => (/* binding */ refuseUnreadList)
/* harmony export */ });
/* harmony import */ var _access_hub_member_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/hub/member-list.js");
/* harmony import */ var _config_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



function refuseUnreadList({ generation, unread }, done, where) {
    if (unread === undefined || unread.generation !== done.generation)
        return;
    const email = unread.entry === null ? undefined : (0,_access_hub_member_list_js__WEBPACK_IMPORTED_MODULE_0__/* .nextMemberList */ .QC)(undefined, done.people).people[unread.entry]?.email;
    const location = done.people.find(({ name }) => name === email)?.location;
    const what = email === undefined ? 'the new list of people' : `the entry of ${email} in the new list of people`;
    const last = generation === 0 ? 'the last valid list' : `the last valid list (generation ${generation})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`The hub cannot read ${what}: ${unread.problem}. It goes on with ${last}`, {
        where: location === undefined ? where : (0,_config_location_js__WEBPACK_IMPORTED_MODULE_1__/* .locationText */ .fN)(location),
        hint: 'People who left have lost their access. New people get none until the hub can read the list. If the hub is of an older version, run apply to upgrade it. Otherwise correct the entry or remove it, then run again.',
    });
}
function unreadListNote(status) {
    if (status?.unread === undefined)
        return undefined;
    const { generation, problem } = status.unread;
    const which = generation === null ? '' : ` (generation ${generation})`;
    return `The hub cannot read its newest list of people${which}: ${problem}. The last valid list is in force, without those whom the new one leaves out. sync-users writes the list again.`;
}


/***/ }),

/***/ "src/stages/review/stale-run.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ onlyPeopleChanged),
  h: () => (/* binding */ refuseStaleRun)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/config/users-sources.js
var users_sources = __webpack_require__("src/config/users-sources.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/github/runner/context.js
var runner_context = __webpack_require__("src/github/runner/context.js");
// EXTERNAL MODULE: ./lib/src/github/api/client.js + 1 modules
var client = __webpack_require__("src/github/api/client.js");
;// CONCATENATED MODULE: ./lib/src/github/api/compare.js


const NEEDS = {
    action: 'read the repository',
    permissions: '{contents: read, id-token: write}',
    otherwise: 'Without it a run cannot tell whether it is stale.',
};
const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const MAX_FILES = 300;
async function branchTip(context, token, options = {}) {
    const { repository, defaultBranch } = context ?? {};
    if (context === undefined || repository === undefined || defaultBranch === undefined || !token)
        return undefined;
    const api = new client/* GitHubApi */.y(context, token, NEEDS, options);
    const path = `/repos/${repository}/branches/${encodeURIComponent(defaultBranch)}`;
    const { commit } = await api.call('GET', path);
    return typeof commit?.sha === 'string' && SHA.test(commit.sha) ? commit.sha : undefined;
}
async function pushedFiles(context, token, options = {}) {
    const { push, sha } = context ?? {};
    if (push === undefined || sha === undefined || push.forced || (0,runner_context/* isNewBranch */.tm)(push))
        return undefined;
    return filesBetween(context, token, push.before, sha, options);
}
async function filesBetween(context, token, from, to, options = {}) {
    const { repository } = context ?? {};
    if (context === undefined || repository === undefined || !token)
        return undefined;
    const api = new client/* GitHubApi */.y(context, token, NEEDS, options);
    const answer = await api.call('GET', `/repos/${repository}/compare/${from}...${to}`);
    if (answer.status !== 'ahead' || !Array.isArray(answer.files) || answer.files.length >= MAX_FILES)
        return undefined;
    return answer.files.flatMap(({ filename, previous_filename: old }) => [
        filename,
        ...(old === undefined ? [] : [old]),
    ]);
}

// EXTERNAL MODULE: ./lib/src/terraform/provider-lock.js
var provider_lock = __webpack_require__("src/terraform/provider-lock.js");
// EXTERNAL MODULE: ./lib/src/stages/input/globs.js
var input_globs = __webpack_require__("src/stages/input/globs.js");
// EXTERNAL MODULE: ./lib/src/stages/input/repository-path.js
var repository_path = __webpack_require__("src/stages/input/repository-path.js");
;// CONCATENATED MODULE: ./lib/src/stages/review/stale-run.js







async function refuseStaleRun(session) {
    const { context } = session;
    const { github } = context;
    if (github?.onDefaultBranch !== true || github.sha === undefined)
        return;
    session.step('check that this run is not stale');
    const token = context.credentials.githubToken;
    const tip = await branchTip(github, token);
    if (tip === undefined) {
        refuseUncheckedRerun(session);
        context.say('  not checked whether this run is stale: no github_token was given');
        return;
    }
    if (tip === github.sha)
        return;
    const newer = await filesBetween(github, token, github.sha, tip);
    if (newer !== undefined && !(await concernsHub(session, newer))) {
        context.say(`  ${github.defaultBranch} is at ${tip.slice(0, 7)} now; the newer commits do not change this hub`);
        return;
    }
    throw new errors/* ToolError */.v4(`This run is of commit ${github.sha.slice(0, 7)}, and ${github.defaultBranch} is at ${tip.slice(0, 7)}`, {
        where: github.runUrl ?? github.repository ?? 'this run',
        hint: 'Nothing was changed. The run of the newer commit makes all changes. If there is no such run, start the workflow manually (workflow_dispatch).',
    });
}
function refuseUncheckedRerun({ context: { env, github } }) {
    if (!(Number(env.GITHUB_RUN_ATTEMPT) > 1))
        return;
    throw new errors/* ToolError */.v4('This run was started again, and without a github_token it is not known whether it is stale', {
        where: github?.runUrl ?? 'this run',
        hint: 'Nothing was changed. Give the step the input github_token with contents: read, or start the workflow manually (workflow_dispatch).',
    });
}
async function concernsHub({ context, input, config }, files) {
    const folder = await (0,repository_path/* checkoutFolder */.Dv)(context);
    const named = (path) => (0,repository_path/* inRepository */.yJ)(folder, context.cwd, path);
    const globs = input.usersPaths.filter(users_sources/* isGlob */.fg).map((pattern) => (0,input_globs/* readGlob */.pV)(named(pattern)));
    const { path: chart } = config.hub.chart;
    const names = [
        ...[...input.sources.keys()].filter((path) => !input.origins.has(path)).map(named),
        ...input.usersPaths.filter((path) => !(0,users_sources/* isGlob */.fg)(path)).map(named),
        ...(chart === undefined ? [] : [named(chart)]),
    ];
    const behind = [];
    for (const name of names) {
        const paths = await (0,repository_path/* pathsBehind */.VN)(folder, name);
        if (paths === undefined)
            return true;
        behind.push(name, ...paths);
    }
    const patterns = [];
    for (const glob of await Promise.all(globs)) {
        const paths = glob === undefined ? undefined : await (0,repository_path/* pathsBehind */.VN)(folder, glob.base);
        if (glob === undefined || paths === undefined)
            return true;
        behind.push(...paths);
        patterns.push(...[glob.base, ...paths].map((path) => (0,external_node_path_.join)(path, glob.rest)));
    }
    const matches = await (0,input_globs/* pathMatcher */.kZ)(patterns);
    const folders = chart === undefined ? [] : [named(chart), ...((await (0,repository_path/* pathsBehind */.VN)(folder, named(chart))) ?? [])];
    const providerLock = named((0,external_node_path_.join)((0,external_node_path_.dirname)(context.configPath), provider_lock/* PROVIDER_LOCK */.Qm));
    return files.some((file) => file.startsWith('.github/') ||
        file === providerLock ||
        behind.some((path) => path === file || path.startsWith(`${file}/`)) ||
        folders.some((path) => file.startsWith(`${path}/`)) ||
        patterns.some((pattern) => matches(pattern, file)));
}
async function onlyPeopleChanged(session) {
    const { context, input } = session;
    const { github } = context;
    if (github?.eventName !== 'push')
        return false;
    const files = await pushedFiles(github, context.credentials.githubToken);
    if (files === undefined || files.length === 0)
        return false;
    const matches = await (0,input_globs/* pathMatcher */.kZ)(input.usersPaths);
    return files.every((file) => input.usersPaths.some((pattern) => matches(pattern, file)));
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

/***/ "src/stages/sync.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ syncPeople),
/* harmony export */   mo: () => (/* binding */ pendingApply),
/* harmony export */   sM: () => (/* binding */ applyPeopleOnly)
/* harmony export */ });
/* harmony import */ var _helm_release_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/helm/release/record.js");
/* harmony import */ var _helm_release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/release/release.js");
/* harmony import */ var _report_change_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/change-document.js");
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/summary.js");
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/terminal.js");
/* harmony import */ var _report_text_run_note_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/report/text/run-note.js");
/* harmony import */ var _access_apply_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/stages/access/apply.js");
/* harmony import */ var _deploy_drift_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/stages/deploy/drift.js");
/* harmony import */ var _homes_sync_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/stages/homes/sync.js");
/* harmony import */ var _input_remote_users_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/stages/input/remote-users-files.js");
/* harmony import */ var _review_stale_run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/stages/review/stale-run.js");
/* harmony import */ var _session_cluster_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__("src/stages/session/cluster.js");
/* harmony import */ var _session_package_files_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__("src/stages/session/package-files.js");













async function syncPeople(session, cluster, command, immediate) {
    const { context } = session;
    const started = Date.now();
    const backend = await (0,_access_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .waitForBackendService */ .gf)(session, cluster);
    const done = await (0,_access_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .applyAccess */ .fL)(session, cluster, backend, command, immediate);
    const ended = await (0,_access_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .waitForReconciler */ .T9)(session, cluster, done);
    const homes = await (0,_homes_sync_js__WEBPACK_IMPORTED_MODULE_8__/* .bringHomes */ .l)(session, cluster, done.people, {
        whole: false,
        changes: done.changes,
    });
    const later = [...done.notes, ...ended, ...homes.notes];
    context.group();
    for (const line of [...(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .changeLines */ .Ow)(done.changes, context.write), ...later.map(_report_text_run_note_js__WEBPACK_IMPORTED_MODULE_5__/* .runNoteText */ .D)])
        context.say(line);
    const notes = [...(0,_input_remote_users_files_js__WEBPACK_IMPORTED_MODULE_9__/* .originNotes */ .U)(session.input.origins), ...later];
    context.say(`People: ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .countLine */ .QK)(done.changes)}`);
    const changeSet = { hub: session.config.name, changes: done.changes };
    const changed = done.changes.length > 0 || homes.changed;
    return {
        exitCode: done.unrecorded === undefined && done.incomplete.length === 0 && homes.complete ? 0 : 1,
        document: (0,_report_change_document_js__WEBPACK_IMPORTED_MODULE_2__/* .changeDocument */ .w)({ command, changeSet, changed, notes, more: { generation: done.generation } }),
        outputs: { changed: String(changed) },
        summary: (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .doneSummary */ .bY)({
            hub: changeSet.hub,
            command,
            changeSet,
            notes,
            seconds: (Date.now() - started) / 1000,
            warnings: session.input.diagnostics,
            write: context.write,
        }),
    };
}
async function applyPeopleOnly(session) {
    const { config, context } = session;
    if (!(await (0,_review_stale_run_js__WEBPACK_IMPORTED_MODULE_10__/* .onlyPeopleChanged */ .O)(session)))
        return undefined;
    const cluster = await (0,_session_cluster_js__WEBPACK_IMPORTED_MODULE_11__/* .connectCluster */ .bp)(session);
    const deployed = cluster && (await (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readDeploymentRecord */ .L6)(cluster.kubernetes, config.name));
    if (!cluster ||
        deployed === undefined ||
        (await pendingApply(session, deployed)) ||
        (await (0,_deploy_drift_js__WEBPACK_IMPORTED_MODULE_7__/* .readDrift */ .kR)(cluster, config.name, deployed, true)).length > 0) {
        context.say('Only users files changed, but the hub is not as its configuration says: all of it is applied.');
        return undefined;
    }
    context.say('Only users files changed: platform and hub are left alone.');
    const result = await syncPeople(session, cluster, 'apply');
    return { ...result, outputs: { ...result.outputs, hub_url: `https://${deployed.address}` } };
}
async function pendingApply({ config, context }, deployed) {
    const prepared = await (0,_helm_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareRelease */ .vn)({ config, env: context.env, helmDir: (0,_session_package_files_js__WEBPACK_IMPORTED_MODULE_12__/* .productFolder */ .O)('helm') });
    return deployed.state !== 'deployed' || deployed.inputs !== prepared.inputs;
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


/***/ })

};
;