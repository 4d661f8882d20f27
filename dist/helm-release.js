"use strict";
exports.id = "helm-release";
exports.ids = ["helm-release"];
exports.modules = {

/***/ "src/access/guard.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ guardRemovals),
/* harmony export */   U: () => (/* binding */ GuardRefusal)
/* harmony export */ });
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");
/* harmony import */ var _iap_desired_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/access/iap/desired.js");
/* harmony import */ var _iap_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/access/iap/policy.js");
/* harmony import */ var _users_email_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/access/users/email.js");





class GuardRefusal extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1 {
    reason;
    losing;
    allows;
    constructor(message, details) {
        super(message, { where: details.where, hint: details.hint });
        this.reason = details.reason;
        this.losing = details.losing;
        this.allows = details.allows;
    }
}
const SHOWN = 20;
function guardRemovals(input) {
    const { limits, self, now } = input;
    const before = active(input.before, now);
    const after = active(input.after, now);
    const domains = new Set([...after.values()].filter(({ kind }) => kind === 'domain').map(({ name }) => ascii(name)));
    const lost = [...before].filter(([key, one]) => !after.has(key) && !isCovered(one, domains)).map(([, one]) => one);
    const losing = lost.map(({ name }) => name).sort(_iap_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6);
    const refusal = refuseEmpty(input, after.size, losing) ??
        refuseMany(input, before.size, losing) ??
        refuseAdmins(input, [...after.values()].filter(isAdmin).length, limits.requiredAdmins, losing);
    return { refusal, warnings: refusal === undefined ? warningsOf(lost, self) : [], losing };
}
function active(list, now) {
    const found = new Map();
    for (const entry of list) {
        const key = `${entry.kind}:${identity(entry)}`;
        const first = found.get(key);
        if ((0,_iap_desired_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(entry.until, now) || (first !== undefined && isAdmin(first)))
            continue;
        found.set(key, entry);
    }
    return found;
}
function identity({ kind, name }) {
    if (kind === 'domain' || !/^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(name))
        return ascii(name);
    return (0,_users_email_js__WEBPACK_IMPORTED_MODULE_4__/* .sameAddress */ .xU)(name);
}
function ascii(name) {
    return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
function isAdmin({ kind, admin }) {
    return kind === 'person' && (admin === true || admin === 'full');
}
function isCovered({ kind, name }, domains) {
    const domain = ascii(name.slice(name.lastIndexOf('@') + 1));
    return kind === 'person' && !/^(gmail|googlemail)\.com$/.test(domain) && domains.has(domain);
}
function refuseEmpty({ where }, after, losing) {
    if (after > 0)
        return undefined;
    return new GuardRefusal(`The users files grant access to nobody${losingText(losing)}`, {
        where,
        hint: 'Nothing was changed. Look for a file that was emptied or moved, or for dates that have passed. To close a hub, use destroy.',
        reason: 'nobody',
        losing,
    });
}
function refuseMany({ limits, where, effective }, before, losing) {
    const { percent, atLeast } = limits.maxRemovals;
    if (losing.length * 100 <= percent * before || losing.length <= atLeast)
        return undefined;
    const allows = { maxRemovals: { percent, atLeast: losing.length } };
    const limit = `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(percent)} % or ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(atLeast)} in one change`;
    const rule = effective === undefined
        ? `access.guard allows ${limit}`
        : `access.guard ${effectiveText(effective, `allowed ${limit}`)}`;
    return new GuardRefusal(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(losing.length)} of ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(before)} entries would lose access, but ${rule}${losingText(losing)}`, effective === undefined
        ? {
            where,
            hint: 'Nothing was changed. If the removal is intended, raise access.guard.maxRemovals in a separate change that is reviewed first, or split the removal.',
            reason: 'removals',
            losing,
            allows,
        }
        : { where: effective.place, hint: EFFECTIVE_HINT, reason: 'removals', losing, allows });
}
const EFFECTIVE_HINT = 'Nothing was changed. First merge the change of access.guard alone. Or start a manual run (workflow_dispatch), which uses the limits of the file.';
function effectiveText({ place, isRead }, limit) {
    return isRead
        ? `${limit} before this change: a looser guard applies from the next change on (${place})`
        : `${limit} by default: the file from before this change cannot be read (${place})`;
}
function refuseAdmins({ where, effective }, remaining, required, losing) {
    if (remaining >= required)
        return undefined;
    const allows = { requiredAdmins: remaining };
    const left = `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(remaining, 'administrator')} would be left`;
    const rule = `access.guard.requiredAdmins ${effective === undefined ? `is ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(required)}` : effectiveText(effective, `was ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(required)}`)}`;
    return new GuardRefusal(`${left}, but ${rule}${losingText(losing)}`, effective === undefined
        ? { where, hint: 'Nothing was changed. Give more people admin: true.', reason: 'admins', losing, allows }
        : { where: effective.place, hint: EFFECTIVE_HINT, reason: 'admins', losing, allows });
}
function losingText(losing) {
    return losing.length === 0 ? '' : `. Would lose access: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(losing, SHOWN)}`;
}
function warningsOf(lost, self) {
    const own = self === undefined ? undefined : identity({ kind: 'person', name: self });
    const isOwn = (one) => one.kind !== 'group' && one.kind !== 'domain' && identity(one) === own;
    return lost.flatMap((entry) => {
        const { name } = entry;
        if (isOwn(entry))
            return [{ code: 'removes-own-identity', name }];
        if (entry.kind === 'group')
            return [{ code: 'removes-google-group', name }];
        return entry.kind === 'domain' ? [{ code: 'removes-domain', name }] : [];
    });
}


/***/ }),

/***/ "src/config/cost/hour.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ billedGib),
/* harmony export */   Xc: () => (/* binding */ billedCores),
/* harmony export */   cg: () => (/* binding */ hourOf)
/* harmony export */ });
/* harmony import */ var _gce_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/gce/gate.js");
/* harmony import */ var _decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/cost/decimal.js");


function billedCores({ cores }) {
    return (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .plus */ .tY)((0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .decimal */ ._)(cores), (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .decimal */ ._)(_gce_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE */ .k.cores));
}
function billedGib({ bytes }) {
    return (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .plus */ .tY)((0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .gib */ .$l)(bytes), (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .decimal */ ._)(_gce_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE */ .k.gib));
}
function hourOf(size, prices) {
    return (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .plus */ .tY)((0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .times */ .Hn)(billedCores(size), prices.cpu), (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .times */ .Hn)(billedGib(size), prices.memory));
}


/***/ }),

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

/***/ "src/helm/diff/shown-text.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isCodeText),
/* harmony export */   l: () => (/* binding */ mayBeSecret)
/* harmony export */ });
/* harmony import */ var _config_chart_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/chart/secret-shapes.js");

const CODE = /(?:^|\.)(?:extraConfig|extraFiles)\b/;
const SECRET_WORDS = /passw|passphrase|secret|token|credential|(?:api|private|access|signing)[_-]?key/i;
function isCodeText(path) {
    return CODE.test(path);
}
function mayBeSecret(text, name) {
    if (/^\$\{secret:[^}]*\}$/.test(text))
        return false;
    return ((0,_config_chart_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh)(name) && (0,_config_chart_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .canBeSecret */ .a_)(text)) || (0,_config_chart_secret_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .secretShape */ .wq)(text) !== undefined || SECRET_WORDS.test(text);
}


/***/ }),

/***/ "src/helm/release/settings.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ settingsChange),
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _change_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/change/settings.js");
/* harmony import */ var _config_platform_maintenance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/platform/maintenance.js");
/* harmony import */ var _config_platform_node_pool_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/config/platform/node-pool.js");
/* harmony import */ var _config_times_week_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/config/times/week.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/json.js");
/* harmony import */ var _diff_manifests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/helm/diff/manifests.js");
/* harmony import */ var _diff_shown_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/helm/diff/shown-text.js");
/* harmony import */ var _values_hours_warm_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/helm/values/hours/warm.js");
/* harmony import */ var _values_page_facts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/helm/values/page/facts.js");
/* harmony import */ var _values_values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/helm/values/values.js");











const LONGEST = 200;
const DIGITS = 32;
function settingsOf(config) {
    const { access, platform, storage } = config;
    const { maxRemovals, requiredAdmins } = access.guard;
    return {
        project: config.project,
        location: config.location,
        'state.bucket': config.state.bucket,
        'platform.name': platform.name,
        'platform.zones': platform.zones?.join(', ') ?? null,
        'platform.deletionProtection': platform.deletionProtection,
        'platform.releaseChannel': platform.releaseChannel ?? (platform.from === undefined ? 'REGULAR' : null),
        'platform.maintenance': platform.maintenance === undefined ? null : (0,_config_platform_maintenance_js__WEBPACK_IMPORTED_MODULE_2__/* .windowText */ .Kn)(platform.maintenance),
        'platform.maintenance.exclusions': (0,_config_platform_maintenance_js__WEBPACK_IMPORTED_MODULE_2__/* .exclusionsText */ .zM)(platform.maintenance?.exclusions ?? []) || null,
        ...clusterSettings(platform),
        approval: config.approval,
        'access.domain': access.domain ?? null,
        'access.subdomains': access.subdomains !== undefined,
        'access.certificate': access.subdomains?.certificate ?? null,
        'access.entry': entryText(access.entry),
        'access.oauthClient': access.oauthClient ?? null,
        'access.mode': access.mode,
        'access.guard.maxRemovals.percent': maxRemovals.percent,
        'access.guard.maxRemovals.atLeast': maxRemovals.atLeast,
        'access.guard.requiredAdmins': requiredAdmins,
        'access.session.websocket': access.session.websocket,
        'access.session.timezone': access.session.timezone,
        'access.audit.bucket': access.auditBucket ?? null,
        'storage.home.size': storage.home.size,
        'storage.home.diskType': storage.home.diskType,
        'storage.buckets.perUser': storage.perUserBuckets,
        'images.registries': config.registries.join(', ') || null,
        'images.pullSecrets': config.pullSecrets.join(', ') || null,
        'culling.kernels': config.idleKernels ?? null,
        'limits.servers': config.limits.servers ?? null,
        'limits.concurrentSpawns': config.limits.concurrentSpawns,
        'limits.namedServers': config.limits.namedServers,
        'limits.memoryPerUser': config.limits.memoryPerUser ?? null,
        'limits.gpus': config.limits.gpus ?? null,
        ...Object.assign({}, ...config.profiles.map((profile) => profileSettings(profile, config.culling))),
        ...Object.fromEntries(config.profiles.map((one) => [`startPage[${one.name}].hour`, (0,_values_page_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .hourText */ .e)(one, config.cost) ?? null])),
        ...Object.fromEntries(config.warm.map((one) => [warmSetting(one), warmText(one, config)])),
        ...Object.fromEntries(config.budgets.map((budget) => [budgetName(budget), budget.hours])),
        ...Object.fromEntries(Object.entries(config.secrets).map(([name, from]) => [
            `secrets[${name}]`,
            'env' in from ? from.env : from.secretManager,
        ])),
        ...Object.fromEntries(leaves((0,_diff_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .hideValues */ .X8)((0,_values_values_js__WEBPACK_IMPORTED_MODULE_6__/* .symbolic */ .fv)(config.hub.values)), 'hub.values', '')),
    };
}
function clusterSettings({ from, cluster }) {
    if (from !== undefined)
        return {};
    const pools = cluster.mode === 'autopilot' ? {} : cluster.nodePools;
    return {
        'platform.cluster.mode': cluster.mode,
        ...Object.fromEntries(Object.entries(pools).map(([name, pool]) => [`platform.nodePools[${name}]`, (0,_config_platform_node_pool_js__WEBPACK_IMPORTED_MODULE_7__/* .poolText */ .SO)(pool)])),
    };
}
function settingsChange(before, after) {
    const settings = before === undefined ? [] : (0,_change_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingChanges */ .eC)(before, after);
    return settings.length === 0
        ? undefined
        : { scope: 'settings', action: 'update', subject: { kind: 'settings' }, settings };
}
function entryText(entry) {
    if (entry.kind === 'direct')
        return 'direct';
    if (entry.kind === 'domain')
        return `domain ${entry.domain}`;
    return `${entry.manage ? 'managed group' : 'group'} ${entry.group}`;
}
function warmSetting({ profile, days, from, to }) {
    return `warm[${profile} ${days.map((day) => _config_times_week_js__WEBPACK_IMPORTED_MODULE_8__/* .DAYS */ .qn[day]).join(',')} ${(0,_config_times_week_js__WEBPACK_IMPORTED_MODULE_8__/* .timeText */ .Tc)(from)}-${(0,_config_times_week_js__WEBPACK_IMPORTED_MODULE_8__/* .timeText */ .Tc)(to)}]`;
}
function warmText(window, config) {
    const room = (0,_values_hours_warm_js__WEBPACK_IMPORTED_MODULE_4__/* .warmRooms */ .GS)(config).find(({ profile }) => profile.name === window.profile);
    if (room === undefined)
        return `${window.servers} servers`;
    const size = (0,_values_hours_warm_js__WEBPACK_IMPORTED_MODULE_4__/* .seatSize */ .Xx)(room.profile);
    const seats = Math.ceil(window.servers / room.seats) * room.seats;
    const hours = (window.days.length * (window.to - window.from)) / 60;
    const amount = (value) => String(Number(value.toFixed(2)));
    const price = (0,_values_page_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .hourText */ .e)(room.profile, config.cost);
    return `${window.servers} servers, ${amount(hours)} h a week, ${amount(size.cores * seats)} cores and ${amount((size.bytes * seats) / 2 ** 30)} GiB${price === undefined ? '' : `, ${price} an hour for each server`}`;
}
function budgetName({ of, each, days, groups, profiles }) {
    const list = (names) => [...names].sort().join(',');
    return `budgets[${of} ${each} ${days}d groups=${list(groups)} profiles=${list(profiles)}]`;
}
function profileSettings(profile, usual) {
    const { cpu, memory, culling = usual } = profile;
    const own = {
        displayName: profile.displayName,
        description: profile.description ?? null,
        default: profile.default,
        image: profile.image ?? null,
        'cpu.guarantee': cpu.guarantee,
        'cpu.limit': cpu.limit ?? null,
        'memory.guarantee': memory.guarantee,
        'memory.limit': memory.limit ?? null,
        groups: [...profile.groups].sort().join(', '),
        'culling.idle': culling.idle,
        'culling.maxAge': culling.maxAge ?? null,
        gpu: gpuText(profile.gpu),
        tpu: profile.tpu === undefined ? null : `${profile.tpu.type} ${profile.tpu.topology}`,
        capacity: profile.capacityOrder.length > 0 ? profile.capacityOrder.join(', ') : profile.capacity,
        reservation: reservationText(profile.reservation),
        sharedMemory: profile.sharedMemory ?? null,
        sandbox: profile.sandbox,
        startTimeout: profile.startTimeout ?? null,
        env: envText(profile.env),
        options: profile.options.length === 0 ? null : shortly(profile.options.map(optionText).join('; ')),
        unlistedImage: profile.unlistedImage === undefined ? null : shortly(profile.unlistedImage),
    };
    return Object.fromEntries(Object.entries(own).map(([name, value]) => [`profiles[${profile.name}].${name}`, value]));
}
function gpuText(gpu) {
    if (gpu === undefined)
        return null;
    const { type, count, driver, sharing } = gpu;
    const shared = sharing === undefined ? '' : `, shared by ${sharing.clients} (${sharing.strategy})`;
    return `${count} × ${type}${shared}${driver === 'default' ? '' : `, driver ${driver}`}`;
}
function reservationText(reservation) {
    if (reservation === undefined)
        return null;
    return reservation.project === undefined ? reservation.name : `${reservation.project}/${reservation.name}`;
}
function envText(env) {
    const parts = Object.entries(env)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => {
        if (typeof value !== 'string')
            return `${name} (secret ${value.secretRef})`;
        return `${name}=${(0,_diff_shown_text_js__WEBPACK_IMPORTED_MODULE_9__/* .mayBeSecret */ .l)(value, name) ? '(hidden)' : value}`;
    });
    return parts.length === 0 ? null : shortly(parts.join(', '));
}
function optionText({ name, displayName, choices }) {
    const titled = (id, title) => (title === id ? id : `${id} "${title}"`);
    const range = (of) => of && (of.guarantee === of.limit ? of.guarantee : `${of.guarantee}–${of.limit ?? 'none'}`);
    const texts = choices.map((choice) => {
        const cpu = range(choice.cpu);
        const parts = [choice.image, cpu && `${cpu} CPU`, range(choice.memory), envText(choice.env)];
        return [`${titled(choice.name, choice.displayName)}${choice.default ? '*' : ''}`, ...parts.filter(Boolean)].join(' ');
    });
    return `${titled(name, displayName)}: ${texts.join(', ')}`;
}
function shortly(text) {
    return text.length <= LONGEST
        ? text
        : `${text.slice(0, LONGEST).trimEnd()}… (${text.length} characters, sha256 ${digestOf(text)})`;
}
function leaves(value, path, key) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .isObject */ .G)(value) && Object.keys(value).length > 0) {
        return Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${path}.${/^[\w~-]+$/.test(name) ? name : JSON.stringify(name)}`, name));
    }
    if (value === null || typeof value === 'number' || typeof value === 'boolean')
        return [[path, value]];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if ((0,_diff_shown_text_js__WEBPACK_IMPORTED_MODULE_9__/* .isCodeText */ .N)(path))
        return [[path, `${text.length} characters, sha256 ${digestOf(text)}`]];
    if ((0,_diff_shown_text_js__WEBPACK_IMPORTED_MODULE_9__/* .mayBeSecret */ .l)(text, key))
        return [[path, '(hidden)']];
    return [[path, shortly(text)]];
}
function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, DIGITS);
}


/***/ }),

/***/ "src/helm/values/page/facts.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ hourText),
/* harmony export */   z: () => (/* binding */ profileFacts)
/* harmony export */ });
/* harmony import */ var _config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/cost/decimal.js");
/* harmony import */ var _config_cost_hour_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/cost/hour.js");
/* harmony import */ var _config_gce_machines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/gce/machines.js");
/* harmony import */ var _config_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/quantity.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/text.js");





const USUAL = '2 to 5 minutes';
const USUAL_ACCELERATOR = '5 to 10 minutes';
const USUAL_QUEUE = 'minutes to hours';
const WAITS = {
    'on-demand': undefined,
    spot: 'May wait for a spare machine, and Google may take the machine away at any time, with seconds of notice. Your files stay, what runs is lost.',
    'flex-start': 'May wait until Google has a machine free. Then it has the machine for at most 7 days. Your files stay.',
    reservation: 'Uses machines that are reserved for this hub. It waits while all of them are in use.',
};
const WAYS = {
    reservation: 'reserved machines',
    'on-demand': 'ordinary machines',
    'flex-start': 'a machine for at most 7 days, which may wait',
    spot: 'spare machines, which Google may take away at any time',
};
function waitText({ capacity, capacityOrder, placement }) {
    if (capacityOrder.length === 0)
        return WAITS[placement?.capacity ?? capacity];
    return `May wait. Google is asked in this order: ${capacityOrder.map((way) => WAYS[way]).join('; ')}. Your files stay.`;
}
function waysOf({ capacity, capacityOrder, placement }) {
    return capacityOrder.length === 0 ? [placement?.capacity ?? capacity] : capacityOrder;
}
function profileFacts(profile, cost) {
    const { gpu, tpu, placement } = profile;
    const hour = hourOfProfile(profile, cost);
    const wait = waitText(profile);
    return {
        sizes: [
            ['CPU', rangeText(profile.cpu, _config_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .cores */ .x1, coreText)],
            ['Memory', rangeText(profile.memory, _config_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .bytes */ .ee, memoryText)],
            ...(gpu === undefined ? [] : [['GPU', gpuText(gpu)]]),
            ...(tpu === undefined ? [] : [['TPU', tpuText(tpu)]]),
            ...ofPool(placement),
        ],
        groups: profile.groups,
        ...(wait === undefined ? {} : { wait }),
        usual: waysOf(profile).includes('flex-start')
            ? USUAL_QUEUE
            : (gpu ?? tpu ?? placement?.devices) === undefined
                ? USUAL
                : USUAL_ACCELERATOR,
        ...(hour === undefined ? {} : { hour }),
    };
}
function ofPool(placement) {
    const { devices, accelerator } = placement ?? {};
    if (devices === undefined)
        return [];
    const name = accelerator ?? '';
    return [[devices.resource === 'nvidia.com/gpu' ? 'GPU' : 'TPU', `${devices.count} × ${name}`.trim()]];
}
function hourText(profile, cost) {
    const hour = hourOfProfile(profile, cost);
    return hour && `${hour.isMost ? 'at most' : 'about'} ${hour.amount} ${hour.currency}`;
}
function hourOfProfile(profile, cost) {
    const price = hourPrice(profile, cost);
    if (price === undefined || cost === undefined)
        return undefined;
    return { amount: (0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_4__/* .amountText */ .cY)(price), currency: cost.currency, isMost: isMost(profile) };
}
function isMost(profile) {
    return profile.gpu?.sharing !== undefined || waysOf(profile).some((way) => way === 'spot' || way === 'flex-start');
}
function hourPrice(profile, cost) {
    const [cpu, memory] = [priceOf(cost, 'autopilot/cpu'), priceOf(cost, 'autopilot/memory')];
    if (cpu === undefined || memory === undefined || profile.placement !== undefined)
        return undefined;
    let hour = (0,_config_cost_hour_js__WEBPACK_IMPORTED_MODULE_0__/* .hourOf */ .cg)({ cores: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .cores */ .x1)(profile.cpu.guarantee), bytes: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .bytes */ .ee)(profile.memory.guarantee) }, { cpu, memory });
    for (const { type, count } of devices(profile)) {
        const price = priceOf(cost, type);
        if (price === undefined)
            return undefined;
        hour = (0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_4__/* .plus */ .tY)(hour, (0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_4__/* .times */ .Hn)((0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_4__/* .decimal */ ._)(count), price));
    }
    return hour;
}
function devices({ gpu, tpu }) {
    return [...(gpu === undefined ? [] : [gpu]), ...(tpu === undefined ? [] : [{ type: tpu.type, count: tpu.chips }])];
}
function priceOf(cost, name) {
    const price = cost !== undefined && Object.hasOwn(cost.prices, name) ? cost.prices[name] : undefined;
    return price === undefined ? undefined : (0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_4__/* .decimal */ ._)(price);
}
function gpuText({ type, count, sharing }) {
    const name = type.startsWith('nvidia-')
        ? `NVIDIA ${type
            .replace(/^nvidia-(tesla-)?/, '')
            .replaceAll('-', ' ')
            .toUpperCase()}`
        : type;
    const memory = (0,_config_gce_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .gpuFact */ .bI)(type)?.memoryGiB;
    const size = memory === undefined ? '' : ` (${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumber */ .ZV)(memory)} GiB)`;
    return `${count} × ${name}${size}${sharing === undefined ? '' : `, shared by up to ${sharing.clients} servers`}`;
}
function tpuText({ type, topology, chips }) {
    return `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(chips, 'chip')} ${(0,_config_gce_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .tpuFact */ .cU)(type)?.version ?? type}, ${topology}`;
}
function rangeText({ guarantee, limit }, amount, text) {
    const low = amount(guarantee);
    if (limit === undefined)
        return `${text(low)} or more`;
    const high = amount(limit);
    return high === low ? text(low) : `${text(low)}, up to ${text(high)}`;
}
function coreText(amount) {
    return `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumber */ .ZV)(amount)} ${amount === 1 ? 'core' : 'cores'}`;
}
function memoryText(size) {
    const [unit, name] = size < 2 ** 30 ? [2 ** 20, 'MiB'] : [2 ** 30, 'GiB'];
    return `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumber */ .ZV)(Math.round((size / unit) * 100) / 100)} ${name}`;
}


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
const HOOK_CODE = `from kubespawner import KubeSpawner
from profile_groups import give_time_to_start, load_profiles, offer_profiles

offer_profiles(c.KubeSpawner, load_profiles())
give_time_to_start(KubeSpawner)
`;
function profileGroupValues(profiles, hub, code) {
    if (!(0,_profiles_js__WEBPACK_IMPORTED_MODULE_0__/* .isOffered */ .kd)(profiles))
        return {};
    const isScarce = profiles.some(({ gpu, tpu, capacity, placement }) => [gpu, tpu, placement].some((one) => one !== undefined) || capacity !== 'on-demand');
    const offered = (0,_profiles_js__WEBPACK_IMPORTED_MODULE_0__/* .profileList */ .M0)(profiles, hub).map((entry, index) => {
        const groups = profiles[index]?.groups ?? [];
        const { slug = null, ...rest } = entry;
        return groups.length === 0 ? entry : { slug, groups, ...rest };
    });
    return {
        hub: {
            ...(isScarce ? { consecutiveFailureLimit: 0 } : {}),
            extraFiles: {
                ...(0,_hub_files_js__WEBPACK_IMPORTED_MODULE_1__/* .moduleFiles */ .ug)(['profile_groups.py'], { 'profile_groups.py': code }),
                ...(0,_hub_files_js__WEBPACK_IMPORTED_MODULE_1__/* .dataFile */ .Zr)(PROFILES_FILE, { profiles: offered }),
            },
            extraConfig: { '01-jupyterhub-gke-profiles': HOOK_CODE },
        },
    };
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







async function acknowledgeLosses(session, changeSet, others = []) {
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
    const needed = new Set([...lost.map(_change_change_js__WEBPACK_IMPORTED_MODULE_6__/* .addressOf */ .c), ...others]);
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
/* harmony export */   $: () => (/* binding */ placeOf),
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
    const place = placeOf(config);
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
        ...(Object.keys(place).length === 0 ? {} : { place }),
    };
}
function placeOf(config) {
    const text = (path) => {
        const value = (0,_helm_values_values_js__WEBPACK_IMPORTED_MODULE_5__/* .valueAt */ .fK)(config, path);
        return typeof value === 'string' && /^[a-z0-9][a-z0-9._-]*$/.test(value) ? value : undefined;
    };
    const [name, bucket] = [text('name'), text('state.bucket')];
    return { ...(name === undefined ? {} : { name }), ...(bucket === undefined ? {} : { bucket }) };
}


/***/ })

};
;