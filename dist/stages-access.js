"use strict";
exports.id = "stages-access";
exports.ids = [887,959];
exports.modules = {

/***/ "src/github/review/merged-pull.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ mergedPull)
/* harmony export */ });
const PAGE = 100;
async function mergedPull(api, { repository, sha, defaultBranch }) {
    const pulls = await api.call('GET', `/repos/${repository}/commits/${sha}/pulls?per_page=${PAGE}`);
    const merged = pulls.filter(({ merged_at: when, base }) => when !== null && base.ref === defaultBranch);
    const pull = merged.find(({ merge_commit_sha: by }) => by === sha);
    if (pull !== undefined)
        return { pull };
    const other = merged[0] && ` (it is a commit of #${merged[0].number}, not its merge)`;
    return { why: `no pull request's merge is commit ${sha.slice(0, 7)}${other ?? ''}` };
}


/***/ }),

/***/ "src/github/review/reviews.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hs: () => (/* binding */ approvingReviewsOf),
/* harmony export */   aN: () => (/* binding */ approvingReviews),
/* harmony export */   s8: () => (/* binding */ acknowledgedIn)
/* harmony export */ });
/* harmony import */ var _api_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/github/api/answer.js");
/* harmony import */ var _api_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/github/api/client.js");
/* harmony import */ var _merged_pull_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/github/review/merged-pull.js");



const NEEDS = {
    action: 'read the reviews of a pull request',
    permissions: '{actions: read, contents: read, id-token: write, pull-requests: read}',
    otherwise: 'Without it nothing counts as acknowledged.',
};
const MOST_PAGES = 10;
const MOST_ADDRESSES = 50;
async function approvingReviews(query) {
    const { repository, sha, context } = query;
    const api = new _api_client_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubApi */ .y(context, query.token, NEEDS, query);
    const found = await (0,_merged_pull_js__WEBPACK_IMPORTED_MODULE_2__/* .mergedPull */ .C)(api, { repository, sha, defaultBranch: context.defaultBranch });
    if ('why' in found)
        return found;
    return approvingReviewsOf(api, repository, found.pull);
}
async function approvingReviewsOf(api, repository, pull) {
    const last = await lastReviews(api, `/repos/${repository}/pulls/${pull.number}/reviews`);
    if (last === undefined)
        return { why: `pull request #${pull.number} has more reviews than can be looked at` };
    const reviews = [];
    for (const [login, review] of last) {
        if (!approves(review, pull))
            continue;
        const { body, submitted_at: at } = review;
        if (await mayWrite(api, repository, login))
            reviews.push({ login, body: body ?? '', at: Date.parse(at ?? '') });
    }
    return { pull: pull.number, reviews };
}
async function lastReviews(api, path) {
    const reviews = await api.list(path, MOST_PAGES);
    if (reviews === undefined)
        return undefined;
    const last = new Map();
    for (const review of reviews) {
        if (review.user === null || review.state === 'COMMENTED' || review.state === 'PENDING')
            continue;
        if (review.user.type !== 'Bot')
            last.set(review.user.login, review);
    }
    return last;
}
function approves({ user, state, commit_id: commit }, { user: author, head }) {
    const isOther = author !== null && user?.login.toLowerCase() !== author.login.toLowerCase();
    return state === 'APPROVED' && commit === head.sha && isOther;
}
async function mayWrite(api, repository, login) {
    const path = `/repos/${repository}/collaborators/${encodeURIComponent(login)}/permission`;
    try {
        const { permission } = await api.call('GET', path);
        return permission === 'admin' || permission === 'maintain' || permission === 'write';
    }
    catch (error) {
        if (error instanceof _api_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw && error.status === 404)
            return false;
        throw error;
    }
}
function acknowledgedIn(body) {
    const own = body.replace(/<!--[\s\S]*?(-->|$)/g, '').replace(/^ {0,3}(```|~~~)[\s\S]*?(^ {0,3}\1|$(?![\s\S]))/gm, '');
    const found = own.split(/\r?\n/).flatMap((line) => {
        const address = /^acknowledge:[ \t]*(\S.{0,300}?)[ \t]*$/i.exec(line)?.[1] ?? '';
        const bare = /^`([^`]+)`$/.exec(address)?.[1] ?? address;
        return /^[\x21-\x7e]+$/.test(bare) ? [bare] : [];
    });
    return [...new Set(found)].slice(0, MOST_ADDRESSES);
}


/***/ }),

/***/ "src/helm/values/hub-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ HUB_FOLDER),
/* harmony export */   s: () => (/* binding */ READ_ONLY)
/* harmony export */ });
const READ_ONLY = 0o444;
const HUB_FOLDER = '/usr/local/etc/jupyterhub';


/***/ }),

/***/ "src/helm/values/profile-groups.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ profileGroupValues),
/* harmony export */   i: () => (/* binding */ PROFILES_FILE)
/* harmony export */ });
/* harmony import */ var _hub_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/values/hub-files.js");
/* harmony import */ var _profiles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/helm/values/profiles.js");


const PROFILES_FILE = 'jupyterhub-gke-profiles.json';
const HOOK_CODE = `from profile_groups import load_profiles, offer_profiles

offer_profiles(c.KubeSpawner, load_profiles())
`;
function profileGroupValues(profiles, code) {
    if (!profiles.some(({ groups }) => groups.length > 0))
        return {};
    const offered = (0,_profiles_js__WEBPACK_IMPORTED_MODULE_0__/* .profileList */ .M0)(profiles).map((entry, index) => {
        const groups = profiles[index]?.groups ?? [];
        const { slug = null, ...rest } = entry;
        return groups.length === 0 ? entry : { slug, groups, ...rest };
    });
    return {
        hub: {
            extraFiles: {
                'profile_groups.py': { mountPath: `${_hub_files_js__WEBPACK_IMPORTED_MODULE_1__/* .HUB_FOLDER */ .r}/profile_groups.py`, stringData: code, mode: _hub_files_js__WEBPACK_IMPORTED_MODULE_1__/* .READ_ONLY */ .s },
                [PROFILES_FILE]: { mountPath: `${_hub_files_js__WEBPACK_IMPORTED_MODULE_1__/* .HUB_FOLDER */ .r}/${PROFILES_FILE}`, data: { profiles: offered }, mode: _hub_files_js__WEBPACK_IMPORTED_MODULE_1__/* .READ_ONLY */ .s },
            },
            extraConfig: { '01-jupyterhub-gke-profiles': HOOK_CODE },
        },
    };
}


/***/ }),

/***/ "src/helm/values/profiles.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ profileList),
/* harmony export */   Qq: () => (/* binding */ escapeBraces),
/* harmony export */   oD: () => (/* binding */ profileValues)
/* harmony export */ });
/* harmony import */ var _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/quantity.js");

function profileValues(profiles) {
    const standard = standardOf(profiles);
    if (!standard)
        return {};
    const isListed = profiles.length > 1 && !profiles.some(({ groups }) => groups.length > 0);
    return {
        singleuser: {
            cpu: { guarantee: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .cores */ .x1)(standard.cpu.guarantee), limit: limitOf(standard.cpu, _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .cores */ .x1) },
            memory: { guarantee: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(standard.memory.guarantee), limit: limitOf(standard.memory, _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee) },
            ...(standard.image === undefined ? {} : { image: imageParts(standard.image) }),
            ...(isListed ? { profileList: profileList(profiles) } : {}),
        },
    };
}
function profileList(profiles) {
    const standard = standardOf(profiles);
    return profiles.map((profile) => entry(profile, profile === standard));
}
function standardOf(profiles) {
    return profiles.find((profile) => profile.default) ?? profiles[0];
}
function entry(profile, standard) {
    return {
        slug: profile.name,
        display_name: escapeHtml(profile.displayName),
        ...(profile.description === undefined ? {} : { description: escapeHtml(profile.description) }),
        ...(standard ? { default: true } : {}),
        kubespawner_override: {
            cpu_guarantee: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .cores */ .x1)(profile.cpu.guarantee),
            cpu_limit: limitOf(profile.cpu, _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .cores */ .x1),
            mem_guarantee: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(profile.memory.guarantee),
            mem_limit: limitOf(profile.memory, _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee),
            ...(profile.image === undefined ? {} : { image: profile.image }),
        },
    };
}
function limitOf({ limit }, amount) {
    return limit === undefined ? null : amount(limit);
}
function imageParts(image) {
    const colon = image.lastIndexOf(':');
    const hasTag = colon > image.lastIndexOf('/');
    return hasTag ? { name: image.slice(0, colon), tag: image.slice(colon + 1) } : { name: image, tag: 'latest' };
}
function escapeBraces(text) {
    return text.replace(/[{}]/g, '$&$&');
}
function escapeHtml(text) {
    const entities = {
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        "'": '&#39;',
    };
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
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
// EXTERNAL MODULE: ./lib/src/access/iap/changes.js
var iap_changes = __webpack_require__("src/access/iap/changes.js");
// EXTERNAL MODULE: ./lib/src/access/iap/sync.js + 4 modules
var sync = __webpack_require__("src/access/iap/sync.js");
// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var kubernetes = __webpack_require__("src/cloud/kubernetes.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
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
        if (!(error instanceof rest/* GoogleApiError */.G) || error.status !== 412)
            throw error;
        await refuseOtherObject(google, bucket, name, record);
    }
    return where;
}
async function refuseOtherObject(google, bucket, name, record) {
    const path = `b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(name)}`;
    const found = await google.call({ service: 'storage', path }).catch((error) => {
        if (error instanceof rest/* GoogleApiError */.G && error.status === 403)
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
                const forbidden = error instanceof rest/* GoogleApiError */.G && error.status === 403;
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

// EXTERNAL MODULE: ./lib/src/stages/access/guard.js + 1 modules
var guard = __webpack_require__("src/stages/access/guard.js");
// EXTERNAL MODULE: ./lib/src/stages/access/plan.js
var plan = __webpack_require__("src/stages/access/plan.js");
// EXTERNAL MODULE: ./lib/src/stages/access/unread-list.js
var unread_list = __webpack_require__("src/stages/access/unread-list.js");
;// CONCATENATED MODULE: ./lib/src/stages/access/apply.js
















const BACKEND_LIMIT = 20 * 60_000;
const RECONCILER_LIMIT = 4 * 60_000;
async function waitForBackendService(session, cluster) {
    const { context, config } = session;
    session.step('wait for the load balancer');
    const backend = await (0,wait/* waitFor */.f)({
        what: 'the load balancer of the hub',
        limit: BACKEND_LIMIT,
        where: `Ingress jupyterhub-${config.name}/jupyterhub`,
        hint: 'Look at the events of the Ingress (kubectl describe ingress), fix what they say, then run again.',
        say: context.say,
        signal: context.signal,
    }, () => (0,session_cluster/* hubBackend */.Gc)(session, cluster));
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
    const written = await (0,config_maps/* writeMembers */.Jl)(configMaps, session.principals, { immediate, check, managed });
    const { list, before, changed, blocked } = written;
    const people = (0,hub_blocked/* withoutBlocked */.XH)(session.principals, blocked);
    const ofList = changed ? (0,member_list/* memberListChanges */.kd)(before, list, people) : [];
    const group = await syncManagedGroup(session, configMaps, written).catch(async (error) => {
        await recordChanges(session, { command, changes: ofList, generation: list.generation, immediate });
        throw error;
    });
    const wanted = (0,plan/* desiredAccess */.RP)(session, people, before, written.leaving);
    const policy = await (0,sync/* syncPolicy */.kh)(iap, group.incomplete.length === 0 ? wanted : withoutRemovals(wanted), {
        beforeWrite: () => refuseOlderList(configMaps, list.generation),
    });
    if (group.incomplete.length === 0 && written.leaving.length > 0)
        await (0,config_maps/* recordRevoked */.AY)(configMaps, list.generation);
    if (changed)
        context.say(`  the hub has the list of ${list.people.length} people (generation ${list.generation})`);
    if (policy.changed) {
        context.say(`  IAP's policy is written: ${policy.added.length} added, ${policy.removed.length} removed; Google takes some minutes to propagate it`);
    }
    const changes = (0,plan/* joined */.oR)(ofList, [...(0,iap_changes/* memberChanges */.u)(policy.members), ...group.changes]);
    const notes = [...group.incomplete, ...warnings, ...(0,plan/* blockedNotes */.mw)(blocked), ...(0,plan/* notesOf */.h$)(policy), ...group.notes];
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
    const { members } = await (0,config_maps/* readPeople */.ky)(configMaps);
    if (members?.generation === generation)
        return;
    const now = members === undefined ? 'no list is there any more' : `the hub has generation ${members.generation} now`;
    throw new errors/* ToolError */.v4(`Another run replaced the list of people (generation ${generation}) before this run wrote IAP's policy: ${now}`, {
        where: `ConfigMap ${configMaps.namespace}/${configMaps.hub}-members`,
        hint: "Wait until the other run has ended; it writes the policy for its list. If its files are older than this run's, run again.",
    });
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
        const report = await (0,config_maps/* readReconcilerStatus */.BW)(configMaps).catch(explainForbidden);
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
        const { stoppedServers = 0, deletedTokens = 0, error } = status.people[(0,config_maps/* reconcilerKey */.cG)(name)] ?? {};
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

/***/ "src/stages/input/repository-path.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ checkoutFolder),
/* harmony export */   VN: () => (/* binding */ pathsBehind),
/* harmony export */   yJ: () => (/* binding */ inRepository)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


async function checkoutFolder({ env, cwd, configPath, }) {
    const workspace = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(env.GITHUB_WORKSPACE || cwd);
    const names = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, configPath)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).slice(0, -1);
    for (let folder = workspace;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, names.shift() ?? '')) {
        const isTop = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')).then(() => true, () => false);
        if (isTop)
            return folder;
        if (names.length === 0 || names[0] === '..')
            return workspace;
    }
}
function inRepository(folder, cwd, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path));
}
const MAX_LINKS = 40;
async function pathsBehind(folder, path) {
    const top = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => folder);
    const found = [];
    let here = '';
    let rest = parts(path);
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
        if (next === '..') {
            if (here === '')
                return undefined;
            here = parts(here).slice(0, -1).join('/');
            continue;
        }
        here = here === '' ? next : `${here}/${next}`;
        const kind = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, here)).catch(() => undefined);
        if (kind === undefined)
            return undefined;
        if (kind.isSymbolicLink()) {
            found.push(here);
            if (found.length > MAX_LINKS)
                return undefined;
            const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, here));
            here = target.startsWith('/') ? '' : parts(here).slice(0, -1).join('/');
            rest = [...parts(target.startsWith('/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, target) : target), ...rest];
        }
        else if (kind.isDirectory() && (await isOtherRepository((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, here)))) {
            return undefined;
        }
    }
    return [...found, here];
}
async function isOtherRepository(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')).then((kind) => !kind.isFile(), () => false);
}
function parts(path) {
    return path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
}


/***/ }),

/***/ "src/stages/review/acknowledgements.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ acknowledgedAddresses),
/* harmony export */   YU: () => (/* binding */ newlyAcknowledged),
/* harmony export */   aW: () => (/* binding */ acknowledgeLosses),
/* harmony export */   v_: () => (/* binding */ refuseUnreviewed)
/* harmony export */ });
/* harmony import */ var _change_change_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _change_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/guard.js");
/* harmony import */ var _config_facts_generated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/facts.generated.js");
/* harmony import */ var _config_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/errors.js");
/* harmony import */ var _github_review_reviews_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/github/review/reviews.js");
/* harmony import */ var _base_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/stages/review/base-policy.js");







async function acknowledgeLosses(session, changeSet) {
    const { context } = session;
    const lost = (0,_change_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .lostChanges */ .E)(changeSet);
    const acknowledged = new Set(acknowledgedAddresses(context));
    for (const address of lost.map(_change_change_js__WEBPACK_IMPORTED_MODULE_6__/* .addressOf */ .c)) {
        if (acknowledged.has(address))
            context.say(`  acknowledged in this manual run: ${address}`);
    }
    if (lost.some((change) => !acknowledged.has((0,_change_change_js__WEBPACK_IMPORTED_MODULE_6__/* .addressOf */ .c)(change)))) {
        const found = await reviewsOf(session);
        if ('why' in found)
            context.say(`  acknowledged by no review: ${found.why}`);
        else {
            for (const { login, body } of found.reviews) {
                for (const address of (0,_github_review_reviews_js__WEBPACK_IMPORTED_MODULE_4__/* .acknowledgedIn */ .s8)(body)) {
                    acknowledged.add(address);
                    context.say(`  acknowledged by ${login} in pull request #${found.pull}: ${address}`);
                }
            }
        }
    }
    (0,_change_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .guardData */ .i)(changeSet, acknowledged);
    const needed = new Set(lost.map(_change_change_js__WEBPACK_IMPORTED_MODULE_6__/* .addressOf */ .c));
    return [...acknowledged]
        .filter((address) => !needed.has(address))
        .map((address) => ({ code: 'acknowledged-needlessly', address }));
}
async function newlyAcknowledged(session) {
    const errors = session.input.diagnostics.filter(({ rule, acknowledged }) => acknowledged !== undefined && _config_facts_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .ACKNOWLEDGEABLE */ .BR.includes(rule));
    if (errors.length === 0)
        return [];
    const base = await (0,_base_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .readBasePolicy */ .w)(session);
    return base === undefined ? [] : errors.filter(({ rule }) => !base.acknowledged.has(rule));
}
async function refuseUnreviewed(session) {
    if (session.context.github?.eventName !== 'push')
        return;
    const [first, ...more] = await newlyAcknowledged(session);
    if (first === undefined)
        return;
    const found = await reviewsOf(session);
    const rules = [...new Set([first, ...more].map(({ rule }) => rule))].join(', ');
    if ('reviews' in found && found.reviews.length > 0) {
        session.context.say(`  ${rules}: acknowledged for the first time, approved by ${found.reviews.map(({ login }) => login).join(', ')}`);
        return;
    }
    const why = 'why' in found ? found.why : `nobody else with write access approved the last commit of #${found.pull}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`${first.message} It is acknowledged for the first time, and no review approves it: ${why}`, {
        where: (0,_config_location_js__WEBPACK_IMPORTED_MODULE_2__/* .locationText */ .fN)(first),
        hint: `Nothing was changed. Have a new entry of acknowledge (${rules}) approved before the merge. Or start the workflow manually (workflow_dispatch): the file then counts as it is.`,
    });
}
async function reviewsOf({ context: { credentials, github } }) {
    const { repository, sha } = github ?? {};
    const { githubToken: token } = credentials;
    if (github === undefined)
        return { why: 'this is not a workflow run' };
    if (token === undefined || repository === undefined || sha === undefined) {
        return { why: token === undefined ? 'no github_token was given' : 'the event does not say which commit this is' };
    }
    return (0,_github_review_reviews_js__WEBPACK_IMPORTED_MODULE_4__/* .approvingReviews */ .aN)({ context: github, token, repository, sha });
}
function acknowledgedAddresses({ flags, github }) {
    const { acknowledge: flag } = flags;
    if (flag === undefined)
        return [];
    if (github !== undefined && github.eventName !== 'workflow_dispatch') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('acknowledge is for manual runs only', {
            hint: 'Leave it empty here. For a pull request, write a line "acknowledge: ADDRESS" in an approving review.',
        });
    }
    const names = typeof flag === 'string' ? flag.split(',').map((name) => name.trim()) : [];
    return names.filter((name) => name !== '');
}


/***/ }),

/***/ "src/stages/review/base-policy.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readBasePolicy)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("yaml/dist/index.js");
/* harmony import */ var _config_build_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/build.js");
/* harmony import */ var _github_api_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/github/api/client.js");
/* harmony import */ var _github_runner_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/github/runner/context.js");
/* harmony import */ var _helm_values_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/helm/values/values.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/json.js");
/* harmony import */ var _input_file_reader_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/stages/input/file-reader.js");
/* harmony import */ var _input_repository_path_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/stages/input/repository-path.js");









const STRICT = {
    approval: 'required',
    guard: { maxRemovals: _config_build_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_REMOVALS */ .P, requiredAdmins: 0 },
    acknowledged: new Set(),
    isRead: false,
};
const NEEDS = {
    action: 'read the configuration at the base commit',
    permissions: '{actions: read, contents: read, id-token: write, pull-requests: read}',
    otherwise: 'Without it the strict defaults apply.',
};
const policies = new WeakMap();
function readBasePolicy(session) {
    const policy = policies.get(session.context) ?? readUncached(session).catch(() => STRICT);
    policies.set(session.context, policy);
    return policy;
}
async function readUncached({ context }) {
    const { github } = context;
    if (github === undefined || !isJudged(github))
        return undefined;
    const { githubToken: token } = context.credentials;
    if (token === undefined) {
        context.say('  access.guard and acknowledge count as the file has them: without a github_token the base policy is not known');
        return undefined;
    }
    const api = new _github_api_client_js__WEBPACK_IMPORTED_MODULE_3__/* .GitHubApi */ .y(github, token, NEEDS);
    const commit = await baseOf(api, github);
    const path = (0,_input_repository_path_js__WEBPACK_IMPORTED_MODULE_7__/* .inRepository */ .yJ)(await (0,_input_repository_path_js__WEBPACK_IMPORTED_MODULE_7__/* .checkoutFolder */ .Dv)(context), context.cwd, context.configPath);
    return policyOf(await configAt(api, `/repos/${github.repository}/contents`, path, commit));
}
function isJudged({ eventName, push }) {
    if (eventName === 'push')
        return push !== undefined && !(0,_github_runner_context_js__WEBPACK_IMPORTED_MODULE_4__/* .isNewBranch */ .tm)(push);
    return eventName === 'pull_request' || eventName === 'schedule';
}
async function baseOf(api, github) {
    const { eventName, push, pullRequest, repository, sha } = github;
    if (eventName !== 'schedule')
        return commitOf(eventName === 'push' ? push?.before : pullRequest?.baseSha);
    const { parents } = await api.call('GET', `/repos/${repository}/commits/${sha}`);
    return commitOf(parents[0]?.sha);
}
function commitOf(sha) {
    if (sha === undefined || !/^[0-9a-f]{40,64}$/.test(sha))
        throw new Error('The base commit is not known');
    return sha;
}
async function configAt(api, contents, path, commit) {
    const files = [];
    for (let file = path; file !== undefined;) {
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(file) || file.split(/[\\/]/).includes('..') || files.length > _input_file_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_CHAIN */ .d)
            throw new Error(file);
        const encoded = file.split(/[\\/]/).map(encodeURIComponent).join('/');
        const found = await api.call('GET', `${contents}/${encoded}?ref=${commit}`);
        const read = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(Buffer.from(found.content ?? '', 'base64').toString('utf8'), { logLevel: 'error' });
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .G)(read))
            throw new Error(file);
        files.push(read);
        file = typeof read.extends === 'string' ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file), read.extends) : undefined;
    }
    return files.reduceRight((below, above) => (0,_helm_values_values_js__WEBPACK_IMPORTED_MODULE_5__/* .merge */ .h1)(below, above), {});
}
function policyOf(config) {
    const { guard } = STRICT;
    const number = (path, strict) => {
        const value = (0,_helm_values_values_js__WEBPACK_IMPORTED_MODULE_5__/* .valueAt */ .fK)(config, `access.guard.${path}`);
        return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : strict;
    };
    const list = Array.isArray(config.acknowledge) ? config.acknowledge : [];
    const rules = list.flatMap((entry) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .G)(entry) && typeof entry.rule === 'string' ? [entry.rule] : []));
    const { approval } = config;
    return {
        approval: approval === 'comment' || approval === 'none' ? approval : 'required',
        guard: {
            maxRemovals: {
                percent: number('maxRemovals.percent', guard.maxRemovals.percent),
                atLeast: number('maxRemovals.atLeast', guard.maxRemovals.atLeast),
            },
            requiredAdmins: number('requiredAdmins', guard.requiredAdmins),
        },
        acknowledged: new Set(rules),
        isRead: true,
    };
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
// EXTERNAL MODULE: ./lib/src/stages/input/repository-path.js
var repository_path = __webpack_require__("src/stages/input/repository-path.js");
// EXTERNAL MODULE: ./lib/src/stages/input/users-files.js
var users_files = __webpack_require__("src/stages/input/users-files.js");
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
    const globs = input.usersPaths.filter(users_files/* isGlob */.fg).map((pattern) => splitGlob(named(pattern)));
    const { path: chart } = config.hub.chart;
    const names = [
        ...[...input.sources.keys()].filter((path) => !input.origins.has(path)).map(named),
        ...input.usersPaths.filter((path) => !(0,users_files/* isGlob */.fg)(path)).map(named),
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
    for (const [base, glob] of await Promise.all(globs)) {
        const paths = await (0,repository_path/* pathsBehind */.VN)(folder, base);
        if (paths === undefined)
            return true;
        behind.push(...paths);
        patterns.push(...[base, ...paths].map((path) => (0,external_node_path_.join)(path, glob)));
    }
    const matches = await (0,users_files/* pathMatcher */.kZ)(patterns);
    const folders = chart === undefined ? [] : [named(chart), ...((await (0,repository_path/* pathsBehind */.VN)(folder, named(chart))) ?? [])];
    const providerLock = named((0,external_node_path_.join)((0,external_node_path_.dirname)(context.configPath), provider_lock/* PROVIDER_LOCK */.Qm));
    return files.some((file) => file.startsWith('.github/') ||
        file === providerLock ||
        behind.some((path) => path === file || path.startsWith(`${file}/`)) ||
        folders.some((path) => file.startsWith(`${path}/`)) ||
        patterns.some((pattern) => matches(pattern, file)));
}
async function splitGlob(pattern) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ "picomatch").then(__webpack_require__.t.bind(__webpack_require__, "picomatch/index.js", 23));
    const { base, glob } = picomatch.scan(pattern);
    return [base, glob];
}
async function onlyPeopleChanged(session) {
    const { context, input } = session;
    const { github } = context;
    if (github?.eventName !== 'push')
        return false;
    const files = await pushedFiles(github, context.credentials.githubToken);
    if (files === undefined || files.length === 0)
        return false;
    const matches = await (0,users_files/* pathMatcher */.kZ)(input.usersPaths);
    return files.every((file) => input.usersPaths.some((pattern) => matches(pattern, file)));
}


/***/ }),

/***/ "src/stages/session/cluster-status.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EF: () => (/* binding */ clusterWork),
/* harmony export */   c2: () => (/* binding */ runningOperations),
/* harmony export */   dO: () => (/* binding */ offeredVersions),
/* harmony export */   eY: () => (/* binding */ clusterAbsence),
/* harmony export */   s$: () => (/* binding */ CHANNEL)
/* harmony export */ });
/* harmony import */ var _cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/clusters.js");
/* harmony import */ var _cloud_rest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/cloud/rest.js");


const CHANNEL = 'REGULAR';
async function clusterAbsence(session) {
    const live = await (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB)(session.google, idOf(session));
    if (live === undefined)
        return { state: 'missing', cluster: session.config.platform.name };
    const cluster = live.name;
    const [first] = await runningOperations(session);
    if (first !== undefined)
        return { state: 'busy', ...clusterWork(cluster, first) };
    if (live.dnsEndpoint === undefined)
        return { state: 'no-dns-endpoint', cluster };
    return { state: 'other-status', cluster, status: live.status };
}
async function runningOperations(session) {
    return (await unlessRefused((0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .listRunningOperations */ .KT)(session.google, idOf(session)))) ?? [];
}
function clusterWork(cluster, { type, started }) {
    return { cluster, operation: type, ...(started === '' ? {} : { started }) };
}
function offeredVersions({ google, config }, cluster = { channel: CHANNEL }) {
    const { channel } = cluster;
    return channel === undefined
        ? Promise.resolve(undefined)
        : unlessRefused((0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getOfferedVersions */ .Hg)(google, config, channel));
}
function idOf({ config }) {
    return { project: config.project, location: config.location, name: config.platform.name };
}
async function unlessRefused(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof _cloud_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .GoogleApiError */ .G)
            return undefined;
        throw error;
    }
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
/* harmony import */ var _homes_sync_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/stages/homes/sync.js");
/* harmony import */ var _input_remote_users_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/stages/input/remote-users-files.js");
/* harmony import */ var _review_stale_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/stages/review/stale-run.js");
/* harmony import */ var _session_cluster_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/stages/session/cluster.js");
/* harmony import */ var _session_package_files_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__("src/stages/session/package-files.js");












async function syncPeople(session, cluster, command, immediate) {
    const { context } = session;
    const started = Date.now();
    const backend = await (0,_access_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .waitForBackendService */ .gf)(session, cluster);
    const done = await (0,_access_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .applyAccess */ .fL)(session, cluster, backend, command, immediate);
    const ended = await (0,_access_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .waitForReconciler */ .T9)(session, cluster, done);
    const homes = await (0,_homes_sync_js__WEBPACK_IMPORTED_MODULE_7__/* .bringHomes */ .l)(session, cluster, done.people, {
        whole: false,
        changes: done.changes,
    });
    const later = [...done.notes, ...ended, ...homes.notes];
    context.group();
    for (const line of [...(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .changeLines */ .O)(done.changes, context.write), ...later.map(_report_text_run_note_js__WEBPACK_IMPORTED_MODULE_5__/* .runNoteText */ .D)])
        context.say(line);
    const notes = [...(0,_input_remote_users_files_js__WEBPACK_IMPORTED_MODULE_8__/* .originNotes */ .U)(session.input.origins), ...later];
    context.say(`People: ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .countLine */ .Q)(done.changes)}`);
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
    if (!(await (0,_review_stale_run_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyPeopleChanged */ .O)(session)))
        return undefined;
    const cluster = await (0,_session_cluster_js__WEBPACK_IMPORTED_MODULE_10__/* .connectCluster */ .bp)(session);
    const deployed = cluster && (await (0,_helm_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readDeploymentRecord */ .L6)(cluster.kubernetes, config.name));
    if (!cluster || deployed === undefined || (await pendingApply(session, deployed))) {
        context.say('Only users files changed, but the hub is not as its configuration says yet: all of it is applied.');
        return undefined;
    }
    context.say('Only users files changed: platform and hub are left alone.');
    const result = await syncPeople(session, cluster, 'apply');
    return { ...result, outputs: { ...result.outputs, hub_url: `https://${deployed.address}` } };
}
async function pendingApply({ config, context }, deployed) {
    const prepared = await (0,_helm_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareRelease */ .vn)({ config, env: context.env, helmDir: (0,_session_package_files_js__WEBPACK_IMPORTED_MODULE_11__/* .productFolder */ .O)('helm') });
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
    const hidden = new Set(Object.values(secrets).map((secret) => secret.env));
    return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name) && !hidden.has(name)));
}


/***/ })

};
;