"use strict";
exports.id = "stages-deploy";
exports.ids = ["stages-deploy"];
exports.modules = {

/***/ "src/change/record.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AW: () => (/* binding */ planDifferences),
/* harmony export */   BF: () => (/* binding */ withIdentity),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Pe: () => (/* binding */ recordText),
/* harmony export */   lt: () => (/* binding */ RECORD_FILE),
/* harmony export */   wi: () => (/* binding */ recordAudience),
/* harmony export */   xD: () => (/* binding */ recordName)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/canonical.js");
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/change/fingerprint.js");



const VERSION = 3;
const RECORD_FILE = 'plan-record.json';
function recordName(hub) {
    return `jupyterhub-plan-${hub}`;
}
function recordText(changeSet, head, isPublic) {
    const { hub, changes } = changeSet;
    const all = { version: VERSION, hub, head, fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)(changeSet), changes: isPublic ? null : changes };
    return `${JSON.stringify(all)}\n`;
}
function recordAudience(text) {
    return audienceOf(JSON.parse(text));
}
function withIdentity(text, identity) {
    return `${JSON.stringify({ ...JSON.parse(text), identity })}\n`;
}
function audienceOf({ identity: _, ...content }) {
    return `jupyterhub-gke/plan-record/${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)(content)}`;
}
const DAMAGED = { state: 'damaged' };
function parseRecord(text) {
    try {
        const all = JSON.parse(text);
        const { version, hub, head, fingerprint: noted, changes, identity: token } = all;
        const identity = typeof token === 'string' ? { token, audience: audienceOf(all) } : undefined;
        if (typeof version === 'number' && version !== VERSION)
            return { state: 'other-version' };
        if (version !== VERSION || typeof hub !== 'string' || typeof head !== 'string')
            return DAMAGED;
        if (typeof noted !== 'string' || !/^[0-9a-f]{64}$/.test(noted))
            return DAMAGED;
        if (changes === null) {
            return { state: 'read', record: { hub, head, fingerprint: noted, changes: undefined }, identity };
        }
        if (!Array.isArray(changes) || (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)({ hub, changes }) !== noted)
            return DAMAGED;
        return { state: 'read', record: { hub, head, fingerprint: noted, changes }, identity };
    }
    catch {
        return DAMAGED;
    }
}
function planDifferences(reviewed, now) {
    const keyOf = (change) => [change.scope, change.subject.kind, (0,_change_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .c)(change)].join('\0');
    const before = new Map(reviewed.map((change) => [keyOf(change), change]));
    const after = new Set(now.map(keyOf));
    const same = (one, other) => one !== undefined && (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)({ hub: '', changes: [one] }) === (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .R)({ hub: '', changes: [other] });
    return [
        ...now.flatMap((change) => {
            const was = before.get(keyOf(change));
            return same(was, change) ? [] : [{ reviewed: was, now: change }];
        }),
        ...reviewed.flatMap((change) => (after.has(keyOf(change)) ? [] : [{ reviewed: change, now: undefined }])),
    ];
}


/***/ }),

/***/ "src/github/api/comment.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/github/api/answer.js");
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/github/api/client.js");



const NEEDS = {
    action: 'comment on the pull request',
    permissions: '{contents: read, id-token: write, pull-requests: write}',
    otherwise: 'The plan is in the step summary.',
};
const PAGES = 30;
const ATTEMPTS = 5;
async function upsertComment(options) {
    const { context, token } = options;
    const pull = context?.pullRequest;
    const number = options.issue ?? pull?.number;
    if (!context?.repository || number === undefined)
        return { done: 'skipped', reason: 'this run belongs to no pull request' };
    if (!token)
        return { done: 'skipped', reason: 'no github_token is given' };
    if (pull?.fork)
        return { done: 'skipped', reason: 'the pull request comes from a fork, whose token may not write' };
    const api = new _client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubApi */ .y(context, token, options.needs ?? NEEDS, options);
    const path = `/repos/${context.repository}/issues`;
    for (let attempt = 1;; attempt += 1) {
        const found = await find(api, `${path}/${number}/comments`, options.marker);
        if (found && normal(found.body) === normal(options.body))
            return { done: 'unchanged', url: found.html_url };
        try {
            const written = await (found
                ? api.call('PATCH', `${path}/comments/${found.id}`, { body: options.body })
                : api.call('POST', `${path}/${number}/comments`, { body: options.body }));
            return { done: found ? 'updated' : 'created', url: written.html_url };
        }
        catch (error) {
            if (!(error instanceof _answer_js__WEBPACK_IMPORTED_MODULE_1__/* .Unanswered */ .XX) || attempt === ATTEMPTS)
                throw error;
            await api.pause(attempt);
        }
    }
}
async function find(api, path, marker) {
    let self;
    let pages = 0;
    for await (const comments of api.pages(path)) {
        for (const comment of comments) {
            if (normal(comment.body).split('\n', 1)[0] !== marker)
                continue;
            self ??= await identity(api);
            if (isSelf(comment, self))
                return comment;
        }
        pages += 1;
        if (pages === PAGES)
            return undefined;
    }
    return undefined;
}
async function identity(api) {
    const answer = await api.call('POST', undefined, { query: 'query { viewer { login } }' });
    const login = answer.data?.viewer?.login;
    if (!login) {
        const why = answer.errors?.[0]?.message;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`GitHub does not tell the identity of github_token, so no comment can be edited${why ? ` (${why})` : ''}`, { hint: 'Run the job again.' });
    }
    return login;
}
function isSelf({ user }, self) {
    return user !== null && (user.login === self || (user.type === 'Bot' && user.login === `${self}[bot]`));
}
function normal(body) {
    return (body ?? '').replace(/\r\n/g, '\n').trim();
}


/***/ }),

/***/ "src/report/diagram.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ hubDiagram)
/* harmony export */ });
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/markdown.js");


const MOST_PROFILES = 8;
function hubDiagram(config) {
    const { access, storage, location, profiles, platform } = config;
    const { home } = storage;
    const shown = profiles.slice(0, MOST_PROFILES).map((profile, index) => `p${index}${box(...profileLines(profile))}`);
    const rest = profiles.length - shown.length;
    const lines = [
        'flowchart LR',
        `  people${box('People')} --> address${box('Load balancer', access.domain ?? 'its own address at sslip.io')}`,
        `  address --> iap${box('Identity-Aware Proxy', entryLine(access))}`,
        '  iap --> proxy',
        `  subgraph platform${box(`GKE Autopilot in ${location}`, ...(platform.from === undefined ? [] : [`shared: ${platform.name}`]))}`,
        `    proxy${box('Proxy')} --> hub${box('Hub')}`,
        '    proxy --> servers',
        '    hub -- starts --> servers',
        `    subgraph servers${box('Notebook servers')}`,
        ...shown.map((profile) => `      ${profile}`),
        ...(rest > 0 ? [`      more${box(`and ${rest} more`)}`] : []),
        '    end',
        '  end',
        `  servers --> home${box('Home of each person', `${home.diskType}, ${home.size}`)}`,
        ...(storage.perUserBuckets ? [`  servers --> bucket${box('Bucket or folder of each listed person')}`] : []),
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(lines.join('\n'), 'mermaid');
}
function entryLine({ entry }) {
    if (entry.kind === 'domain')
        return `accounts of ${entry.domain}`;
    if (entry.kind === 'direct')
        return 'each entry of the users files';
    return entry.manage ? 'one Google group, kept as the users files say' : 'one Google group';
}
function profileLines({ displayName, cpu, memory, groups }) {
    const range = ({ guarantee, limit }) => guarantee === limit ? limit : limit === undefined ? `at least ${guarantee}` : `${guarantee} to ${limit}`;
    return [
        displayName,
        `${range(cpu)} CPU, ${range(memory)} memory`,
        ...(groups.length === 0 ? [] : [`only ${groups.length === 1 ? 'group' : 'groups'} ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(groups, 3)}`]),
    ];
}
function box(...lines) {
    const safe = lines.map((line) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortEmails */ ._W)(line), 80).replace(/[^\p{L}\p{N} ]/gu, (character) => `#${character.codePointAt(0)};`));
    return `["${safe.join('<br/>')}"]`;
}


/***/ }),

/***/ "src/stages/deploy/plan-report.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportOf: () => (/* binding */ reportOf),
  show: () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/src/change/fingerprint.js
var fingerprint = __webpack_require__("src/change/fingerprint.js");
// EXTERNAL MODULE: ./lib/src/change/record.js
var record = __webpack_require__("src/change/record.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/github/api/comment.js
var comment = __webpack_require__("src/github/api/comment.js");
// EXTERNAL MODULE: ./lib/src/github/runner/outputs.js
var outputs = __webpack_require__("src/github/runner/outputs.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/helm/values/profile-groups.js
var profile_groups = __webpack_require__("src/helm/values/profile-groups.js");
// EXTERNAL MODULE: ./lib/src/helm/values/values.js
var values_values = __webpack_require__("src/helm/values/values.js");
;// CONCATENATED MODULE: ./lib/src/helm/diff/server-sizes.js



const DEFAULT_SERVER = '';
function serverSizes(values) {
    const listed = (0,values_values/* valueAt */.fK)(values, 'singleuser.profileList') ?? groupedProfiles(values);
    const sizes = new Map();
    if (!Array.isArray(listed)) {
        const size = sizeOf((0,values_values/* valueAt */.fK)(values, 'singleuser.cpu.guarantee'), (0,values_values/* valueAt */.fK)(values, 'singleuser.memory.guarantee'));
        if (size !== undefined)
            sizes.set(DEFAULT_SERVER, size);
        return sizes;
    }
    for (const entry of listed) {
        if (!(0,json/* isObject */.G)(entry) || typeof entry.slug !== 'string')
            continue;
        const settings = (0,json/* isObject */.G)(entry.kubespawner_override) ? entry.kubespawner_override : {};
        const size = sizeOf(settings.cpu_guarantee, settings.mem_guarantee);
        if (size !== undefined)
            sizes.set(entry.slug, size);
    }
    return sizes;
}
function groupedProfiles(values) {
    const files = (0,values_values/* valueAt */.fK)(values, 'hub.extraFiles');
    const file = (0,json/* isObject */.G)(files) ? files[profile_groups/* PROFILES_FILE */.i] : undefined;
    return (0,json/* isObject */.G)(file) ? (0,values_values/* valueAt */.fK)(file, 'data.profiles') : undefined;
}
function sizeOf(cores, bytes) {
    const isSize = (value) => typeof value === 'number' && value >= 0;
    return isSize(cores) && isSize(bytes) ? { cores, bytes } : undefined;
}

// EXTERNAL MODULE: ./lib/src/report/change-document.js
var change_document = __webpack_require__("src/report/change-document.js");
// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__("src/config/quantity.js");
// EXTERNAL MODULE: ./lib/src/report/cost/decimal.js
var decimal = __webpack_require__("src/report/cost/decimal.js");
;// CONCATENATED MODULE: ./lib/src/report/cost/cost.js



const GOOD_DAYS = 180;
const DAY = 86_400_000;
const GIB = 2 ** 30;
function estimateCost({ config, changes, before, now }) {
    const { cost, storage } = config;
    if (cost === undefined)
        return undefined;
    const missing = new Set();
    const price = (name) => priceOf(cost, name, missing);
    const counts = (action, kinds) => changes.filter((one) => one.scope === 'access' && one.action === action && kinds.includes(one.subject.kind)).length;
    const [gained, left] = [counts('create', ACCOUNTS), counts('delete', ACCOUNTS)];
    const changed = changedSizes(config.profiles, before);
    const ofDisk = gained + left === 0 ? undefined : price(storage.home.diskType);
    const ofCpu = changed.length === 0 ? undefined : price('autopilot/cpu');
    const ofMemory = changed.length === 0 ? undefined : price('autopilot/memory');
    const bucket = storage.perUserBuckets && gained > 0 ? price('bucket') : undefined;
    const size = Math.ceil((0,quantity/* bytes */.ee)(storage.home.size) / GIB);
    const serverPrices = ofCpu === undefined || ofMemory === undefined ? undefined : { cpu: ofCpu, memory: ofMemory };
    if (ofDisk === undefined && serverPrices === undefined && bucket === undefined && missing.size === 0)
        return undefined;
    const days = Math.floor((now.getTime() - Date.parse(`${cost.asOf}T00:00:00Z`)) / DAY);
    return {
        currency: cost.currency,
        asOf: cost.asOf,
        old: days > GOOD_DAYS ? days : undefined,
        homes: ofDisk && {
            gained,
            left,
            diskType: storage.home.diskType,
            gib: size,
            price: ofDisk,
            each: (0,decimal/* times */.Hn)((0,decimal/* decimal */._)(size), ofDisk),
        },
        servers: serverPrices === undefined ? [] : changed.map((one) => serverCost(one, serverPrices)),
        serverPrices,
        bucket,
        hasCrowd: counts('create', CROWDS) > 0,
        missing: [...missing],
    };
}
const ACCOUNTS = ['person', 'service-account'];
const CROWDS = ['domain', 'iap-trust', 'google-group'];
function priceOf({ prices }, name, missing) {
    const price = Object.hasOwn(prices, name) ? prices[name] : undefined;
    if (price !== undefined)
        return (0,decimal/* decimal */._)(price);
    missing.add(name);
    return undefined;
}
function changedSizes(profiles, before) {
    return profiles.flatMap((profile) => {
        const after = { cores: (0,quantity/* cores */.x1)(profile.cpu.guarantee), bytes: (0,quantity/* bytes */.ee)(profile.memory.guarantee) };
        const was = before.get(profile.name) ?? (profile.default ? before.get(DEFAULT_SERVER) : undefined);
        const isSame = was?.cores === after.cores && was.bytes === after.bytes;
        return isSame ? [] : [{ profile: profile.name, before: was, after }];
    });
}
function serverCost({ profile, before, after }, prices) {
    const hour = (size) => (0,decimal/* plus */.tY)((0,decimal/* times */.Hn)((0,decimal/* decimal */._)(size.cores), prices.cpu), (0,decimal/* times */.Hn)((0,decimal/* gib */.$l)(size.bytes), prices.memory));
    return {
        profile,
        cores: (0,decimal/* decimal */._)(after.cores),
        gib: (0,decimal/* gib */.$l)(after.bytes),
        before: before && hour(before),
        after: hour(after),
    };
}

// EXTERNAL MODULE: ./lib/src/report/cost/text.js
var cost_text = __webpack_require__("src/report/cost/text.js");
// EXTERNAL MODULE: ./lib/src/report/diagram.js
var diagram = __webpack_require__("src/report/diagram.js");
// EXTERNAL MODULE: ./lib/src/report/plan-comment.js
var plan_comment = __webpack_require__("src/report/plan-comment.js");
// EXTERNAL MODULE: ./lib/src/report/terminal.js
var terminal = __webpack_require__("src/report/terminal.js");
// EXTERNAL MODULE: ./lib/src/report/text/run-note.js + 2 modules
var run_note = __webpack_require__("src/report/text/run-note.js");
// EXTERNAL MODULE: ./lib/src/system/all-settled.js
var all_settled = __webpack_require__("src/system/all-settled.js");
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__("src/versions.js");
// EXTERNAL MODULE: ./lib/src/stages/input/remote-users-files.js + 1 modules
var remote_users_files = __webpack_require__("src/stages/input/remote-users-files.js");
// EXTERNAL MODULE: ./lib/src/stages/review/acknowledgements.js
var acknowledgements = __webpack_require__("src/stages/review/acknowledgements.js");
// EXTERNAL MODULE: ./lib/src/stages/review/base-policy.js
var base_policy = __webpack_require__("src/stages/review/base-policy.js");
// EXTERNAL MODULE: ./lib/src/stages/deploy/plan.js + 1 modules
var deploy_plan = __webpack_require__("src/stages/deploy/plan.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/plan-report.js



















async function show(session) {
    const { context, input } = session;
    const [plan, unreviewed] = await (0,all_settled/* allEnded */.C)([(0,deploy_plan/* planHub */.D)(session, { lock: false }), (0,acknowledgements/* newlyAcknowledged */.YU)(session)]);
    const { changes } = plan.changeSet;
    context.group();
    for (const line of [...(0,terminal/* changeLines */.O)(changes, context.write), ...plan.notes.map(run_note/* runNoteText */.D)])
        context.say(line);
    context.say(`Plan: ${(0,terminal/* countLine */.Q)(changes)}`);
    const notes = [...(0,remote_users_files/* originNotes */.U)(input.origins), ...plan.notes, ...unreviewed.map(toReview)];
    const report = reportOf(session, plan, notes, await (0,base_policy/* readBasePolicy */.w)(session));
    if (report.cost !== undefined)
        for (const line of (0,cost_text/* costLines */.FF)(report.cost))
            context.say(line);
    await plan_report_comment(session, report);
    return {
        exitCode: 0,
        document: (0,change_document/* changeDocument */.w)({ command: 'plan', changeSet: plan.changeSet, changed: changes.length > 0, notes }),
        outputs: { changed: String(changes.length > 0), ...(await keepRecord(session, plan.changeSet)) },
        get summary() {
            return [(0,plan_comment/* planText */.Pt)(report), '#### The hub as it will be', (0,diagram/* hubDiagram */.V)(session.config)].join('\n\n');
        },
    };
}
function toReview({ rule, file, line, column }) {
    return { code: 'acknowledgement-needs-review', rule, file, line, column };
}
async function keepRecord({ context: { credentials, env, github, write, say } }, changeSet) {
    const print = { fingerprint: (0,fingerprint/* fingerprint */.R)(changeSet) };
    if (github?.pullRequest === undefined || github.sha === undefined)
        return print;
    const text = write.redact((0,record/* recordText */.Pe)(changeSet, github.sha, write.isPublic));
    const identity = await credentials.identityToken?.((0,record/* recordAudience */.wi)(text));
    if (identity === undefined) {
        say('  The plan record is not signed, and apply will not accept it: the job needs "permissions: {id-token: write}".');
    }
    return {
        ...print,
        record_path: await (0,outputs/* keepFile */.a)(env, record/* RECORD_FILE */.lt, identity === undefined ? text : (0,record/* withIdentity */.BF)(text, identity)),
        record_name: (0,record/* recordName */.xD)(changeSet.hub),
    };
}
function reportOf(session, plan, notes, before) {
    const { context, input } = session;
    const { github, write } = context;
    return {
        hub: plan.changeSet.hub,
        commit: github?.sha,
        changeSet: plan.changeSet,
        notes,
        cost: estimateCost({
            config: session.config,
            changes: plan.changeSet.changes,
            before: serverSizes(plan.deployed?.values ?? {}),
            now: context.now,
        }),
        warnings: input.diagnostics,
        fingerprint: (0,fingerprint/* fingerprint */.R)(plan.changeSet),
        isBinding: session.config.approval === 'required' || before?.approval === 'required',
        versions: { 'jupyterhub-gke': versions/* VERSION */.xv, [plan.roots.program.name]: plan.roots.program.version },
        links: { summary: github?.runUrl },
        write,
    };
}
async function plan_report_comment(session, report) {
    const { context } = session;
    const { credentials, github } = context;
    if (!github?.pullRequest)
        return;
    session.step('comment on the pull request');
    try {
        const outcome = await (0,comment/* upsertComment */.l)({
            context: github,
            token: credentials.githubToken,
            marker: (0,plan_comment/* planMarker */.YH)(report.hub),
            body: (0,plan_comment/* planComment */.tx)(report),
        });
        context.say(outcome.done === 'skipped' ? `No comment: ${outcome.reason}` : `Comment ${outcome.done}: ${outcome.url}`);
    }
    catch (error) {
        context.say(`The comment could not be written: ${(0,errors/* errorMessage */.gJ)(error)}. The step summary has the plan.`);
    }
}


/***/ }),

/***/ "src/stages/deploy/plan.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ planHub)
});

// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__("src/cloud/project.js");
// EXTERNAL MODULE: ./lib/src/system/all-settled.js
var all_settled = __webpack_require__("src/system/all-settled.js");
// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var variables = __webpack_require__("src/terraform/variables.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/session/programs.js + 11 modules
var programs = __webpack_require__("src/stages/session/programs.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster-status.js
var cluster_status = __webpack_require__("src/stages/session/cluster-status.js");
;// CONCATENATED MODULE: ./lib/src/stages/deploy/cluster-notes.js

const MOST_SKEW = 3;
async function clusterNotes(session, connection) {
    if (connection === undefined)
        return [await absenceNote(session)];
    const { cluster } = connection;
    const [operations, offered] = await Promise.all([
        cluster.status === 'RECONCILING' ? (0,cluster_status/* runningOperations */.c2)(session) : [],
        (0,cluster_status/* offeredVersions */.dO)(session, cluster),
    ]);
    return [
        ...operations.map((one) => ({ code: 'cluster-busy', ...(0,cluster_status/* clusterWork */.EF)(cluster.name, one) })),
        ...versionNotes(cluster, offered),
    ];
}
async function absenceNote(session) {
    const { platform, location } = session.config;
    const note = { code: 'no-cluster', absence: await (0,cluster_status/* clusterAbsence */.eY)(session) };
    if (platform.from !== undefined)
        return { ...note, platformFrom: platform.from };
    const offered = await (0,cluster_status/* offeredVersions */.dO)(session);
    return offered === undefined ? note : { ...note, version: offered.initial, channel: cluster_status/* CHANNEL */.s$, location };
}
function versionNotes(cluster, offered) {
    const { version, channel, nodePools } = cluster;
    const oldest = offered === undefined ? Number.NaN : Math.min(...offered.all.map(minorOf));
    const late = nodePools.filter((pool) => minorOf(version) - minorOf(pool.version) > MOST_SKEW);
    return [
        ...(channel !== undefined && minorOf(version) < oldest
            ? [{ code: 'cluster-version-not-offered', version, channel, oldest: `1.${oldest}` }]
            : []),
        ...late.map((pool) => ({
            code: 'pool-version-too-old',
            pool: pool.name,
            version: pool.version,
            controlPlane: version,
            mostMinorVersions: MOST_SKEW,
        })),
    ];
}
function minorOf(version) {
    return Number(/^1\.(\d+)\./.exec(version)?.[1]);
}

;// CONCATENATED MODULE: ./lib/src/stages/deploy/plan.js






async function planHub(session, options) {
    const { config } = session;
    session.step('plan');
    const connecting = (0,session_cluster/* connectCluster */.bp)(session);
    connecting.catch(() => { });
    const [{ roots, terraform }, [inside, aboutCluster]] = await (0,all_settled/* allEnded */.C)([
        planRoots(session, options.lock),
        (0,all_settled/* allEnded */.C)([
            Promise.all(/* import() */[__webpack_require__.e("access-users"), __webpack_require__.e("access-hub"), __webpack_require__.e("access-iap"), __webpack_require__.e("access-homes"), __webpack_require__.e("plan-cluster")]).then(__webpack_require__.bind(__webpack_require__, "src/stages/deploy/plan-cluster.js")).then(({ planInCluster }) => planInCluster(session, connecting, options.lock)),
            connecting.then((connection) => clusterNotes(session, connection)),
        ]),
    ]);
    const { cluster, prepared, deployed, release, people, homes, notes } = inside;
    return {
        changeSet: {
            hub: config.name,
            changes: [
                ...(terraform.platform?.changes ?? []),
                ...terraform.hub.changes,
                ...release.changes,
                ...people.changes,
                ...homes.changes,
            ],
        },
        notes: [...aboutCluster, ...notes, ...people.notes, ...homes.notes],
        hasCluster: cluster !== undefined,
        roots,
        terraform,
        prepared,
        rendered: release.rendered,
        deployed,
    };
}
async function planRoots(session, lock) {
    const { config, google } = session;
    const exists = (name) => (0,project/* stateExists */.o6)(google, config.state.bucket, (0,variables/* statePrefix */.Y6)(config, name));
    const ownsPlatform = config.platform.from === undefined;
    const [roots, states] = await (0,all_settled/* allEnded */.C)([
        (0,programs/* openRoots */.M)(session),
        (0,all_settled/* allEnded */.C)([ownsPlatform && exists('platform'), exists('hub')]),
    ]);
    const [platform, hub] = await (0,all_settled/* allEnded */.C)([
        roots.platform?.plan({ stateExists: states[0], lock }),
        roots.hub.plan({ stateExists: states[1], lock }),
    ]);
    return { roots, terraform: { platform, hub } };
}


/***/ })

};
;