"use strict";
exports.id = "report-text";
exports.ids = ["report-text"];
exports.modules = {

/***/ "src/change/change.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ addressOf),
/* harmony export */   n: () => (/* binding */ isAccess)
/* harmony export */ });
function addressOf({ subject }) {
    switch (subject.kind) {
        case 'iap-trust':
        case 'settings':
            return subject.kind;
        case 'kubernetes-object':
            return [
                subject.group === undefined ? subject.type : `${subject.type}.${subject.group || 'core'}`,
                ...(subject.namespace === undefined ? [] : [subject.namespace]),
                subject.name,
            ].join('/');
        case 'helm-release':
            return `Release/${subject.name}`;
        case 'home':
        case 'bucket':
        case 'folder':
            return 'owner' in subject ? subject.owner : `key:${subject.ownerKey}`;
        default:
            return subject.name;
    }
}
function isAccess({ scope }) {
    return scope === 'access' || scope === 'iap';
}


/***/ }),

/***/ "src/change/settings.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ parseSettings),
/* harmony export */   Su: () => (/* binding */ settingText),
/* harmony export */   eC: () => (/* binding */ settingChanges)
/* harmony export */ });
const LISTED = /^(?:(?:profiles|secrets|budgets|warm|platform\.nodePools)\[[^\]]*\]|hub\.values(?=\.))/;
const ADDED = { 'platform.zones': null, 'platform.cluster.mode': 'autopilot' };
function settingChanges(before, after) {
    const [old, now] = [new Map(Object.entries({ ...ADDED, ...before })), new Map(Object.entries(after))];
    const listed = (names) => new Set([...names].map((name) => LISTED.exec(name)?.[0] ?? name));
    const [oldListed, nowListed] = [listed(old.keys()), listed(now.keys())];
    const isComparable = (name) => {
        if (old.has(name) && now.has(name))
            return true;
        const [place] = LISTED.exec(name) ?? [];
        if (place === undefined)
            return false;
        return place === 'hub.values' || !(oldListed.has(place) && nowListed.has(place));
    };
    return [...new Set([...old.keys(), ...now.keys()])]
        .filter((name) => old.get(name) !== now.get(name) && isComparable(name))
        .sort()
        .map((setting) => {
        const [was, is] = [old.get(setting), now.get(setting)];
        return { setting, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
    });
}
function settingText(value) {
    return value === undefined || value === null ? undefined : String(value);
}
function parseSettings(text) {
    try {
        const read = JSON.parse(text ?? '');
        if (typeof read !== 'object' || read === null || Array.isArray(read))
            return undefined;
        const isValue = (value) => value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
        return Object.values(read).every(isValue) ? read : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ "src/report/text/dates.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ dayOf),
/* harmony export */   o: () => (/* binding */ untilText)
/* harmony export */ });
/* harmony import */ var _access_users_day_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/users/day.js");

function dayOf(instant) {
    const time = Date.parse(instant ?? '');
    return Number.isNaN(time) ? (instant ?? '') : new Date(time).toISOString().slice(0, 10);
}
function untilText(until) {
    return `until ${Number.isNaN(Date.parse(until)) ? until : (0,_access_users_day_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDay */ .NY)(until)}`;
}


/***/ }),

/***/ "src/report/text/plan-note.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ PLAN_NOTES),
/* harmony export */   Xc: () => (/* binding */ absenceText)
/* harmony export */ });
/* unused harmony export clusterWorkText */
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/text/quantities.js");
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/text/settings.js");



function clusterWorkText({ cluster, operation, started }) {
    const minute = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(started ?? '');
    return `GKE runs ${operation} on "${cluster}"${minute === null ? '' : ` since ${minute[1]} ${minute[2]} UTC`}`;
}
function absenceText(absence) {
    switch (absence.state) {
        case 'missing':
            return `"${absence.cluster}" does not exist`;
        case 'busy':
            return clusterWorkText(absence);
        case 'no-dns-endpoint':
            return `the DNS endpoint of "${absence.cluster}" is off`;
        case 'other-status':
            return `"${absence.cluster}" is ${absence.status}`;
    }
}
function readerCommand(registry, member) {
    const [project = '', location, repository] = registry.split('/');
    const end = `--project=${project} --role=roles/artifactregistry.reader --member=${member}`;
    return location === undefined
        ? `gcloud projects add-iam-policy-binding ${project} ${end.replace(/^--project=\S+ /, '')} --condition=None`
        : `gcloud artifacts repositories add-iam-policy-binding ${repository} --location=${location} ${end}`;
}
const PLAN_NOTES = {
    'no-cluster': ({ absence, platformFrom, version, channel, location }) => {
        const whole = `There is no cluster yet (${absenceText(absence)}): the whole hub and all of its people count as new.`;
        if (platformFrom !== undefined)
            return `${whole} The platform comes with ${platformFrom}, which goes first.`;
        if (version === undefined)
            return whole;
        return `${whole} A new cluster starts with Kubernetes ${version}, the default of the release channel ${channel} in ${location}.`;
    },
    'namespace-not-readable': ({ namespace }) => `The plan identity may read nothing in the namespace "${namespace}", as always before the first apply: the hub and all of its people count as new.`,
    'settings-not-recorded': () => 'The last apply was one of an older version and has not recorded its configuration: changes of settings that neither terraform nor helm sees, such as approval, are not told. The next apply records it.',
    'cluster-busy': (work) => `${clusterWorkText(work)}: a change of the platform waits for its end.`,
    'cluster-version-not-offered': ({ version, channel, oldest }) => `The cluster runs Kubernetes ${version}, which the release channel ${channel} no longer offers (oldest: ${oldest}): GKE upgrades it by itself.`,
    'pool-version-too-old': ({ pool, version, controlPlane, mostMinorVersions }) => `The nodes of the pool "${pool}" run Kubernetes ${version}, more than ${mostMinorVersions} minor versions behind the control plane (${controlPlane}): upgrade the pool.`,
    'acknowledgement-needs-review': ({ rule, file, line, column }) => `⚠️ ${rule} is acknowledged for the first time (${file}:${line}:${column}). Apply needs an approving review of the last commit, by somebody else with write access.`,
    'acknowledged-needlessly': ({ address }) => `${address} is acknowledged, and nothing that it holds would be lost.`,
    'disks-without-claim': ({ claims, count }) => `⚠️ ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(count, 'disk')} of this hub ${count === 1 ? 'is' : 'are'} kept, and somebody deleted the claims: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(claims, 5)}. Whose home it was gets an empty one. docs/leaving.md says under "Disks without a claim" how to give a disk back.`,
    'servers-idle': ({ idle, running, seconds, at }) => {
        const minute = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(at);
        const time = minute === null ? '' : `, by the hub's report of ${minute[1]} ${minute[2]} UTC`;
        const verb = idle === 1 ? 'was' : 'were';
        return `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(idle)} of ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(running, 'running notebook server')} ${verb} not used for ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .longTime */ .Gf)(seconds)}${time}. Where the new limit applies to them, they stop soon after apply.`;
    },
    'zones-not-asked': ({ why, permission }) => why === 'api-disabled'
        ? 'The API of Compute Engine is off, as before the first apply: whether the zones have the accelerators of the profiles is not known.'
        : `⚠️ This identity lacks ${permission}: whether the zones have the accelerators of the profiles is not known. docs/zones.md says how to grant it.`,
    'certificate-pending': () => 'A new name needs its DNS record and a certificate of Google, which takes up to an hour. Until then browsers are refused.',
    'subdomains-on': () => _settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SUBDOMAINS_ON */ .ws,
    'registry-readers': ({ registries, account }) => {
        const member = `serviceAccount:${account ?? 'ACCOUNT_OF_THE_NODES'}`;
        return `The nodes must be able to read ${registries.join(', ')}. The owners run once: ${registries.map((one) => readerCommand(one, member)).join(' && ')}`;
    },
    'network-not-readable': ({ project, subnetwork, isShared }) => `This identity may not read the subnetwork "${subnetwork}" of the project "${project}", so that nobody checked whether it is as the file says. ${isShared ? 'In a Shared VPC the owners of the host project grant that with roles/compute.networkUser' : 'Grant the role that SETUP.md lists'}: docs/networks.md.`,
    'network-without-google': ({ project, region, subnetwork }) => `⚠️ Private Google Access is off for the subnetwork "${subnetwork}": nodes without public addresses get no image and never become ready. Switch it on: gcloud compute networks subnets update ${subnetwork} --project=${project} --region=${region} --enable-private-ip-google-access`,
    'certificate-ends': ({ certificate, day }) => `⚠️ The certificate "${certificate}" ends on ${day}. Upload a new one under another name before, and write that name into access.certificate.`,
    'subdomain-records': ({ domain, address, certificate, day }) => `DNS: ${domain} and *.${domain} need A records with ${address}. The certificate "${certificate}" covers both${day === undefined ? '' : ` until ${day}`}; the load balancer takes it within a few minutes.`,
    'remote-users-files': ({ repository, ref, commit }) => {
        const isCommit = ref !== undefined && commit.startsWith(ref);
        const newest = isCommit ? '' : `, the newest commit of ${ref ?? 'its default branch'}`;
        return `Users files of ${repository} are read at ${commit.slice(0, 7)}${newest}.`;
    },
};


/***/ }),

/***/ "src/report/text/profiles.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ profileSentences),
  W: () => (/* binding */ stopsSooner)
});

// EXTERNAL MODULE: ./lib/src/change/settings.js
var settings = __webpack_require__("src/change/settings.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/report/text/quantities.js
var quantities = __webpack_require__("src/report/text/quantities.js");
// EXTERNAL MODULE: ./lib/src/report/text/rights.js
var rights = __webpack_require__("src/report/text/rights.js");
// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__("src/config/quantity.js");
;// CONCATENATED MODULE: ./lib/src/report/text/servers/extras.js





const EXTRAS = {
    gpu: ['GPU', named],
    tpu: ['TPU', named],
    capacity: ['capacity', named],
    reservation: ['reservation', named],
    sharedMemory: ['/dev/shm', memory],
    sandbox: ['GKE Sandbox', (value) => (value === true ? 'on' : 'off')],
    startTimeout: ['time to start', (value) => (typeof value === 'number' ? (0,quantities/* longTime */.Gf)(value) : 'as usual')],
    env: ['variables', named],
    options: ['options', named],
    unlistedImage: ['images of one’s own', named],
};
const USUAL = new Set([undefined, null, '', false, 'on-demand']);
function extrasOfNew(value, write) {
    return Object.entries(EXTRAS).flatMap(([setting, [word, text]]) => {
        const own = value(setting);
        return USUAL.has(own) ? [] : [`${write.prose(word)} ${text(own, write)}`];
    });
}
function extraChanges(values, write) {
    return Object.keys(EXTRAS).flatMap((setting) => {
        const change = values.get(setting);
        const [word, text] = (0,json/* entryOf */.M)(EXTRAS, setting) ?? [];
        if (change === undefined || word === undefined || text === undefined)
            return [];
        return [`${write.prose(word)} ${text(change.before, write)} → ${text(change.after, write)}`];
    });
}
function capacitySentences(name, change, write) {
    const now = (0,settings/* settingText */.Su)(change?.after);
    const profile = write.code(name);
    if (now?.includes(', ')) {
        const ways = now.split(', ').map(write.code);
        return [
            `⚠️ New servers of profile ${profile} take the first machine that Google has in the order ${ways.join(', ')}: Google can end those on Spot nodes at 30 seconds’ notice, and those of flex-start after at most 7 days.`,
        ];
    }
    if (now === 'spot') {
        return [
            `⚠️ Google can end new servers of profile ${profile} at any time, 30 seconds after a notice: what they have in memory is lost then.`,
        ];
    }
    if (now === 'flex-start') {
        return [
            `⚠️ New servers of profile ${profile} wait until Google has a machine, and Google ends them after at most 7 days.`,
        ];
    }
    return [];
}
function named(value, write) {
    const text = (0,settings/* settingText */.Su)(value);
    return text === undefined || text === '' ? 'none' : write.code(text);
}
function memory(value, write) {
    if (value === 'half')
        return 'half of the memory';
    const bytes = (0,quantity/* quantity */.au)(value);
    if (bytes === undefined)
        return 'of the container runtime';
    return write.prose(`${(0,config_text/* formatNumber */.ZV)(Math.round((bytes / 2 ** 30) * 100) / 100)} GiB`);
}

;// CONCATENATED MODULE: ./lib/src/report/text/profiles.js






const TOLD = 6;
function profileSentences(settings, write) {
    const profiles = profileChanges(settings);
    const renamed = renamedProfiles(profiles);
    const isRenamed = ({ name }) => renamed.some((pair) => pair.includes(name));
    const removed = profiles.filter((one) => !one.after && !isRenamed(one)).map(({ name }) => write.code(name));
    const changed = profiles
        .filter((one) => !isRenamed(one))
        .flatMap((one) => (one.before ? (one.after ? changeSentences(one, write) : []) : [newSentence(one, write)]));
    return [
        ...(removed.length === 0
            ? []
            : [
                `⚠️ ${removed.length === 1 ? 'Profile' : 'Profiles'} ${(0,config_text/* firstOf */.Ku)(removed, rights/* NAMED */.qB)} ${removed.length === 1 ? 'is' : 'are'} removed: servers that run with ${removed.length === 1 ? 'it' : 'them'} stay until they stop, and next time their people start with another profile.`,
            ]),
        ...renamed.map(([from, to]) => `Profile ${write.code(from)} is called ${write.code(to)}, with the same settings: its people choose anew at their next start.`),
        ...profiles
            .filter((one) => one.after && !isRenamed(one))
            .flatMap(({ name, values }) => capacitySentences(name, values.get('capacity'), write)),
        ...changed.slice(0, TOLD),
        ...(changed.length > TOLD ? [`${changed.length - TOLD} more changes of profiles are listed below.`] : []),
        ...cullingSentences(profiles, write),
        ...defaultSentence(profiles, write),
    ];
}
function stopsSooner(settings) {
    return profileChanges(settings).some(({ values, before, after }) => [...values].some(([name, change]) => before && after && name.startsWith('culling.') && isShorter(change)));
}
function profileChanges(settings) {
    const found = new Map();
    for (const change of settings) {
        const [, name, key = ''] = /^profiles\[([^\]]*)\]\.(.+)$/.exec(change.setting) ?? [];
        if (name === undefined)
            continue;
        const values = found.get(name) ?? new Map();
        found.set(name, values.set(key, change));
    }
    return [...found].map(([name, values]) => {
        const sides = [...values.values()];
        const has = (side) => sides.some((one) => one[side] !== undefined);
        return { name, values, before: has('before'), after: has('after') };
    });
}
function renamedProfiles(profiles) {
    const text = ({ values }, side) => JSON.stringify([...values].filter(([key]) => key !== 'displayName').map(([key, one]) => [key, one[side]]));
    const [lost, found] = [profiles.filter((one) => !one.after), profiles.filter((one) => !one.before)];
    return lost.flatMap((one) => {
        const same = found.filter((other) => text(other, 'after') === text(one, 'before'));
        const rivals = lost.filter((other) => text(other, 'before') === text(one, 'before'));
        return same.length === 1 && rivals.length === 1 && same[0] !== undefined ? [[one.name, same[0].name]] : [];
    });
}
function newSentence({ name, values }, write) {
    const side = (key) => values.get(key)?.after;
    const amount = (what) => ({
        guarantee: String(side(`${what}.guarantee`) ?? ''),
        limit: (0,settings/* settingText */.Su)(side(`${what}.limit`)) ?? null,
    });
    const [image, groups] = [(0,settings/* settingText */.Su)(side('image')), (0,settings/* settingText */.Su)(side('groups'))];
    const parts = [
        write.prose((0,quantities/* amountText */.cY)(amount('cpu'), 'CPU')),
        write.prose((0,quantities/* amountText */.cY)(amount('memory'), 'GiB')),
        ...(image === undefined ? [] : [`image ${write.code(image)}`]),
        ...extrasOfNew(side, write),
        ...(groups ? [`for ${groupText(groups, write)} only`] : []),
    ];
    return `Profile ${write.code(name)} is new: ${parts.join(', ')}.`;
}
function changeSentences({ name, values }, write) {
    const profile = `Profile ${write.code(name)}`;
    const image = values.get('image');
    const parts = [
        ...amountParts('CPU', 'cpu', values, write),
        ...amountParts('memory', 'memory', values, write),
        ...(image === undefined ? [] : [`image ${imageText(image.before, write)} → ${imageText(image.after, write)}`]),
        ...extraChanges(values, write),
    ];
    const groups = values.get('groups');
    const offered = (side) => side === '' ? 'everybody' : `${groupText(String(side), write)} only`;
    const isText = values.has('displayName') || values.has('description');
    return [
        ...(parts.length === 0 ? [] : [`${profile}: ${parts.join(', ')}, for new servers.`]),
        ...(groups === undefined
            ? []
            : [`${profile} is for ${offered(groups.after)}, for ${offered(groups.before)} so far.`]),
        ...(isText ? [`${profile} has another text on the start page.`] : []),
    ];
}
function amountParts(word, what, values, write) {
    const [guarantee, limit] = [values.get(`${what}.guarantee`), values.get(`${what}.limit`)];
    const unit = what === 'cpu' ? 'CPU' : 'GiB';
    const bare = (text) => write.prose(unit === 'CPU' ? text.replace(/ CPU\b/, '') : text);
    if (guarantee !== undefined && limit !== undefined) {
        const amount = (side) => ({
            guarantee: String(guarantee[side]),
            limit: (0,settings/* settingText */.Su)(limit[side]) ?? null,
        });
        return [`${word} ${bare((0,quantities/* amountChange */.x2)(amount('before'), amount('after'), unit))}`];
    }
    return [
        ...(guarantee === undefined ? [] : [['guaranteed', guarantee]]),
        ...(limit === undefined ? [] : [['at most', limit]]),
    ].map(([kind, { before, after }]) => {
        const side = (value, isBare) => {
            const text = (0,settings/* settingText */.Su)(value);
            return text === undefined ? 'no limit' : (0,quantities/* amountText */.cY)({ guarantee: text, limit: text }, unit, isBare);
        };
        return `${kind} ${word} ${bare(`${side(before, after !== null)} → ${side(after, false)}`)}`;
    });
}
function imageText(value, write) {
    const text = (0,settings/* settingText */.Su)(value);
    return text === undefined ? 'that of the chart' : write.code(text);
}
function groupText(groups, write) {
    const names = groups.split(', ').map(write.code);
    return `${names.length === 1 ? 'group' : 'groups'} ${(0,config_text/* firstOf */.Ku)(names, rights/* NAMED */.qB)}`;
}
function isShorter({ before, after }) {
    const limit = (value) => typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
    return limit(after) < limit(before);
}
function cullingSentences(profiles, write) {
    const shared = new Map();
    for (const { name, values, before, after } of profiles) {
        for (const key of ['culling.idle', 'culling.maxAge']) {
            const change = values.get(key);
            if (change === undefined || !before || !after)
                continue;
            const same = JSON.stringify([key, change.before, change.after]);
            const known = shared.get(same) ?? { names: [], key, change };
            known.names.push(write.code(name));
            shared.set(same, known);
        }
    }
    return [...shared.values()].map(({ names, key, change }) => {
        const of = `of ${names.length === 1 ? 'profile' : 'profiles'} ${(0,config_text/* firstOf */.Ku)(names, rights/* NAMED */.qB)}`;
        const [sign, tail] = isShorter(change) ? ['⚠️ ', (0,json/* entryOf */.M)(TAILS, key) ?? '.'] : ['', '.'];
        const text = key === 'culling.idle'
            ? `stop after ${(0,quantities/* longTime */.Gf)(change.after)} without activity, after ${(0,quantities/* longTime */.Gf)(change.before)} so far`
            : ageText(change);
        return `${sign}Notebook servers ${of} ${text}${tail}`;
    });
}
const TAILS = {
    'culling.idle': ': those that are idle for longer stop soon after apply.',
    'culling.maxAge': ': those that run for longer stop soon after apply.',
};
function ageText({ before, after }) {
    const now = before === null ? 'never so far' : `after ${(0,quantities/* longTime */.Gf)(before)} so far`;
    if (after === null)
        return `no longer stop by their age, ${now}`;
    return `stop ${(0,quantities/* longTime */.Gf)(after)} after their start, in use or not, ${now}`;
}
function defaultSentence(profiles, write) {
    const becomes = profiles.find(({ values }) => values.get('default')?.after === true && values.get('default')?.before !== true);
    const was = profiles.find(({ values }) => values.get('default')?.before === true);
    if (becomes === undefined || was === undefined || renamedProfiles(profiles).some(([, to]) => to === becomes.name)) {
        return [];
    }
    return [`The profile that is chosen by default is ${write.code(becomes.name)}, ${write.code(was.name)} so far.`];
}


/***/ }),

/***/ "src/report/text/quantities.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ longTime),
/* harmony export */   cY: () => (/* binding */ amountText),
/* harmony export */   x2: () => (/* binding */ amountChange)
/* harmony export */ });
/* harmony import */ var _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/quantity.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/text.js");


function longTime(seconds) {
    if (typeof seconds !== 'number' || !(seconds > 0))
        return 'a time that is not known';
    if (seconds % 86_400 === 0)
        return (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(seconds / 86_400, 'day');
    if (seconds % 3600 === 0)
        return `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(seconds / 3600)} h`;
    return seconds % 60 === 0 ? `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(seconds / 60)} min` : `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(seconds)} s`;
}
function amountChange(before, after, unit) {
    return `${amountText(before, unit, true)} → ${amountText(after, unit)}`;
}
function amountText({ guarantee, limit }, unit, isBare = false) {
    const [low, high] = [inUnit(guarantee, unit), limit === null ? undefined : inUnit(limit, unit)];
    const text = high === undefined || high === low ? low : `${low}–${high}`;
    return `${text}${isBare ? '' : ` ${unit}`}${limit === null ? ' or more' : ''}`;
}
function inUnit(text, unit) {
    const value = (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(text);
    return value === undefined ? text : (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(unit === 'CPU' ? value : value / 2 ** 30);
}


/***/ }),

/***/ "src/report/text/rights.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ chartSentences),
/* harmony export */   IB: () => (/* binding */ lossSentences),
/* harmony export */   eq: () => (/* binding */ clusterRightsSentences),
/* harmony export */   gk: () => (/* binding */ codeSentences),
/* harmony export */   kG: () => (/* binding */ rightsList),
/* harmony export */   ps: () => (/* binding */ valueRightsSentences),
/* harmony export */   qB: () => (/* binding */ NAMED),
/* harmony export */   sp: () => (/* binding */ rightsSentences)
/* harmony export */ });
/* harmony import */ var _change_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/text/dates.js");



const NAMED = 3;
function rightsSentences(changes, write) {
    const become = (rank) => changes
        .filter(({ gains }) => gains?.admin === rank)
        .map((change) => `${write.code((0,_change_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(change))}${change.action === 'create' ? ' (new)' : ''}`);
    const [full, admins] = [become('full-admin'), become('admin')];
    return [
        ...(full.length === 0
            ? []
            : [`⚠️ ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(full, NAMED)} become${ending(full)} full admin and may enter all notebook servers.`]),
        ...(admins.length === 0 ? [] : [`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(admins, NAMED)} become${ending(admins)} admin.`]),
        ...groupSentence(changes, write),
    ];
}
function lossSentences(changes, write) {
    const people = changes.flatMap((change) => {
        const { before, after } = change.access ?? {};
        return change.scope === 'access' && before && after ? [{ name: write.code((0,_change_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(change)), before, after }] : [];
    });
    const was = (rank) => people
        .filter(({ before, after }) => before.role === rank && (after.role === 'user' || after.role === 'admin') && after.role !== rank)
        .map(({ name }) => name);
    const verb = (names, one, many) => (names.length === 1 ? one : many);
    const ranks = [
        ['full-admin', 'full admin'],
        ['admin', 'admin'],
    ];
    const left = people.flatMap(({ name, before, after }) => {
        const groups = (before.groups ?? []).filter((group) => !after.groups?.includes(group));
        return groups.length === 0
            ? []
            : [`${name} leaves ${groups.length === 1 ? 'group' : 'groups'} ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(groups.map(write.code), NAMED)}`];
    });
    const ends = people
        .filter(({ before, after }) => before.until !== after.until)
        .map(({ name, before, after }) => {
        const end = (until) => until === undefined ? 'without an end' : write.prose((0,_dates_js__WEBPACK_IMPORTED_MODULE_2__/* .untilText */ .o)(until));
        return `${name} has access ${end(after.until)}, ${end(before.until)} so far`;
    });
    return [
        ...ranks.flatMap(([rank, word]) => {
            const names = was(rank);
            return names.length === 0 ? [] : [`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(names, NAMED)} ${verb(names, 'is', 'are')} no longer ${word}.`];
        }),
        ...[left, ends].flatMap((some) => (some.length === 0 ? [] : [`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(some, NAMED)}.`])),
    ];
}
function groupSentence(changes, write) {
    const people = changes.flatMap((change) => change.gains?.groups === undefined ? [] : [{ name: write.code((0,_change_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(change)), groups: change.gains.groups }]);
    if (people.length === 0)
        return [];
    const names = people.map(({ name }) => name);
    const all = [...new Set(people.flatMap(({ groups }) => groups))];
    const groupsOf = (groups) => (0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(groups.map(write.code), NAMED);
    if (people.length === 1 || all.length === 1) {
        const word = all.length === 1 ? 'group' : 'groups';
        return [`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(names, NAMED)} join${ending(names)} ${word} ${groupsOf(all)}.`];
    }
    return [
        `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(people.map(({ name, groups }) => `${name} (${groupsOf(groups)})`), NAMED)} join groups.`,
    ];
}
function codeSentences(changes, write) {
    const code = changes.flatMap((change) => change.code ?? []);
    const sentence = (where, place) => {
        const paths = code.filter(({ runsIn }) => runsIn === where).map(({ path }) => write.code(path));
        return paths.length === 0 ? [] : [`⚠️ Code that runs in ${place} changes: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(paths, NAMED)}.`];
    };
    return [
        ...sentence('hub', 'the hub'),
        ...sentence('proxy', 'the proxy'),
        ...sentence('servers', 'notebook servers'),
        ...sentence('cluster', 'other pods of the hub'),
    ];
}
function valueRightsSentences(changes, write) {
    const rights = changes.flatMap((change) => change.rights ?? []);
    const roles = rights.flatMap(({ role }) => (role === undefined || role.scopes.length === 0 ? [] : [role]));
    const told = roles.slice(0, NAMED).map(({ name, scopes, holders }) => {
        const who = holders.map(({ what, who: one }) => `${HOLDERS[what]} ${write.code(one)}`);
        const to = who.length === 0 ? 'nobody yet' : (0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(who, NAMED);
        return `⚠️ Role ${write.code(name)} gives ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(scopes.map(write.code), SCOPES)} to ${to}.`;
    });
    const more = roles.length > NAMED ? [`⚠️ ${roles.length - NAMED} more roles of the hub change.`] : [];
    const others = rights
        .filter(({ role }) => role === undefined || role.scopes.length === 0)
        .map(({ path, isRemoved }) => `${write.code(path)}${isRemoved === true ? ' (removed)' : ''}`);
    return [...told, ...more, ...(others.length === 0 ? [] : [`⚠️ Rights change: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(others, NAMED)}.`])];
}
function rightsList(changes, write) {
    const lines = changes
        .flatMap((change) => change.rights ?? [])
        .flatMap(({ path, role, isRemoved }) => {
        if (isRemoved === true)
            return /^hub\.(?:loadRoles|services)\./.test(path) ? [`- ${write.code(path)} is removed`] : [];
        if (role === undefined)
            return [];
        const who = role.holders.map(({ what, who: one }) => `${HOLDERS[what]} ${write.code(one)}`);
        return [
            `- Role ${write.code(role.name)}: ${role.scopes.map(write.code).join(', ') || 'no rights'}, for ${who.join(', ') || 'nobody yet'}`,
        ];
    });
    return lines.length === 0
        ? ''
        : ['Rights that roles of hub.values give after this change:', lines.join('\n')].join('\n\n');
}
const HOLDERS = { users: 'user', groups: 'group', services: 'service' };
const SCOPES = 6;
function clusterRightsSentences(changes, write) {
    const isNew = changes.some((change) => (0,_change_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(change) === 'Deployment/hub' && change.action === 'create');
    const found = changes.filter(({ subject, action }) => {
        if (subject.kind !== 'kubernetes-object')
            return false;
        const isPlain = subject.namespace === undefined && subject.group === undefined;
        if (isNew && action === 'create' && isPlain && !subject.type.startsWith('Cluster'))
            return false;
        return CLUSTER_RIGHTS.includes(subject.type) || subject.namespace !== undefined;
    });
    if (found.length === 0)
        return [];
    const names = found.map((change) => `${write.code((0,_change_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(change))}${change.action === 'create' ? ' (new)' : ''}`);
    return [`⚠️ Rights in the cluster change: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(names, NAMED)}.`];
}
const CLUSTER_RIGHTS = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'ServiceAccount'];
function chartSentences(changes, write) {
    return changes.flatMap(({ chart }) => {
        if (chart === undefined)
            return [];
        const { before, after, isPinned } = chart;
        const origin = ({ source, version }) => `${write.code(version)} of ${write.code(source)}`;
        const isMoved = before !== undefined && origin(before) !== origin(after);
        const from = isMoved ? `, and no longer ${origin(before)}` : '';
        const what = before === undefined || isMoved
            ? `The chart is ${origin(after)}${from}`
            : `The files of the chart ${origin(after)} change`;
        return isPinned
            ? [`${what}.`]
            : [`⚠️ ${what}. It is not the pinned release, and a chart is code that runs with the rights of apply.`];
    });
}
function ending(names) {
    return names.length === 1 ? 's' : '';
}


/***/ }),

/***/ "src/report/text/run-note.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ noteDocuments),
  D: () => (/* binding */ runNoteText)
});

// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
;// CONCATENATED MODULE: ./lib/src/report/text/access-note.js

const NAMED = 5;
const NAMED_IN_GROUP = 20;
const AUDIENCES = {
    everybody: 'Everybody in the world',
    'google-accounts': 'Everybody with a Google account',
};
const ACCESS_NOTES = {
    'list-recovered': () => "The hub's list of people was deleted or spoiled in the cluster. It is made anew from the users files and from its copy, so that nobody who was put out comes back.",
    'removes-own-identity': ({ name }) => `This change revokes the access of ${name}, the identity that runs it.`,
    'removes-google-group': ({ name }) => `The Google group ${name} loses access. How many people that concerns is not known.`,
    'removes-domain': ({ name }) => `The domain ${name} loses access. How many people that concerns is not known.`,
    'revoked-until-unlisted': ({ name }) => `Access of ${name} was revoked at once and stays revoked while a users file lists them. To grant it again, remove the line, then add it again.`,
    'public-access': ({ member, audience, outcome, role, condition }) => {
        const may = role === undefined ? 'may pass IAP' : `has ${role} on IAP`;
        const under = condition === undefined ? '' : ` under the condition "${condition}"`;
        const results = {
            removed: 'The grant is revoked.',
            'kept-additive': 'The grant stays, since access.mode is additive: remove it in the console.',
            'kept-foreign': 'The grant is not managed by this hub and is kept; check it.',
        };
        return `${AUDIENCES[audience]} ${may}${under} (${member}). ${results[outcome]}`;
    },
    'deleted-account': ({ member }) => `The account "${member}" no longer exists; its grant is removed.`,
    'unknown-to-iam': ({ members }) => `IAM does not know ${members.join(', ')}. Everybody else was granted access. Check the spelling and the kind.`,
    'foreign-grants-kept': ({ members }) => `Grants with a condition that somebody else made are kept: ${(0,config_text/* firstOf */.Ku)(members, NAMED)}. The hub admits only people whom a users file lists.`,
    'group-api-disabled': ({ group }) => `The members of ${group} are not compared yet: apply enables the Cloud Identity API first, and then adds whoever is missing.`,
    'group-unreadable': ({ group, error }) => `The members of ${group} are not compared, since the identity of this plan may not see them: ${error}. What apply changes in the group besides the people above is not shown.`,
    'group-administrators': ({ group, members }) => `Owners and managers of ${group} pass IAP and are never removed from it, though no users file lists them: ${(0,config_text/* firstOf */.Ku)(members, NAMED_IN_GROUP)}.`,
    'group-not-synced': ({ group, where, error, hint }) => `The members of the Google group ${group} were NOT synced${where === undefined ? '' : ` (${where})`}: ${error}. ${hint} The hub has its list already.`,
    'group-incomplete': ({ group, failed, forbidden }) => {
        const why = forbidden
            ? ' Google also says that a permission is missing for an account that does not exist, and for one from outside where the group takes none. Otherwise this identity is not a manager of the group.'
            : '';
        return `The Google group ${group} is NOT as the users files say: ${(0,config_text/* plural */.LS)(failed, 'member')} could not be written, everybody else was.${why} Fix the cause, then run again: only what is missing is written.`;
    },
    'group-member-failed': ({ group, member, action, error }) => `${member} could not be ${action === 'add' ? 'added to' : 'removed from'} ${group}: ${error}`,
    'more-group-members-failed': ({ count }) => `… and ${(0,config_text/* formatNumber */.ZV)(count)} more.`,
    'group-record-not-written': ({ error }) => `The note of who is in the group could not be written: ${error}. Run again. Nobody gains or loses access by it.`,
    'access-revoked': ({ name, stoppedServers, deletedTokens }) => `${name}: ${(0,config_text/* plural */.LS)(stoppedServers, 'server')} stopped, ${(0,config_text/* plural */.LS)(deletedTokens, 'token')} deleted, home kept`,
    'revocation-incomplete': ({ name, error }) => `${name}: the hub could not end everything (${error}); it tries again by itself`,
    'audit-record-missing': ({ bucket, generation, time, error }) => `Access WAS changed (generation ${generation}, ${time}), and its audit record is MISSING in gs://${bucket}: ${error}. Keep the summary of this run as the record, and fix the cause: the next run records only what it changes itself.`,
};

;// CONCATENATED MODULE: ./lib/src/report/text/homes-note.js

function ownerText(home) {
    return 'owner' in home ? home.owner : `somebody who left (${home.ownerKey})`;
}
const HOMES_NOTES = {
    'buckets-planned': ({ seconds }) => `Buckets and folders are made after access is granted, which takes about ${(0,config_text/* roughDuration */.Um)(seconds)}.`,
    'homes-labelled': ({ count }) => `${(0,config_text/* plural */.LS)(count, 'home')} of people who left: labelled with the day, kept.`,
    'homes-not-labelled': () => 'The homes of people who left are not labelled with the day: this identity gets the right with the next apply.',
    'homes-kept': ({ count, size, diskType }) => {
        const verb = count === 1 ? ['exists', 'keeps', 'stays'] : ['exist', 'keep', 'stay'];
        const parts = [
            ...(size === undefined ? [] : [`${verb[1]} ${size}`]),
            ...(diskType === undefined ? [] : [`${verb[2]} on disks of the type ${diskType}`]),
        ];
        return `${(0,config_text/* plural */.LS)(count, 'home')} that ${verb[0]} ${(0,config_text/* joinWithAnd */.Ol)(parts)}: the change is for new homes.`;
    },
    'buckets-after-apply': () => 'Buckets of people are made once apply has brought the configuration to the hub.',
    'buckets-failed': ({ identity, error, hint }) => `The buckets of people are incomplete (identity: ${identity ?? 'that of this run'}): ${error}.${hint === undefined ? '' : ` ${hint}`} Access was granted and revoked all the same. The next run goes on from here.`,
    'buckets-ready': ({ count, planned }) => `${(0,config_text/* plural */.LS)(count, 'bucket or folder', 'buckets or folders')} of people ready (${(0,config_text/* formatNumber */.ZV)(planned)} planned).`,
    'bucket-closed': (note) => `${ownerText(note)}: rights to the bucket revoked, files kept, left on ${note.day}.`,
    'bucket-lost': (note) => `${ownerText(note)}: the bucket was gone, with all files in it; an empty one was made.`,
    'bucket-failed': (note) => `The bucket of ${ownerText(note)} is incomplete: ${note.error}.`,
    'buckets-not-done': ({ count }) => `${(0,config_text/* plural */.LS)(count, 'more bucket')} not done. The next run goes on from here.`,
    'home-not-purged': ({ owner, day, purgeDay, where }) => {
        const why = day === undefined ? 'has no day of leaving yet' : `was left on ${day}, not on ${purgeDay}`;
        return `A home of ${owner} ${why}, so it is kept despite storage.purge (${where}).`;
    },
    'claim-of-another': ({ owner, count, where }) => `${(0,config_text/* plural */.LS)(count, 'disk')} bearing the name of ${owner} ${count === 1 ? 'is' : 'are'} kept despite storage.purge (${where}): by the name of the claim it is not the home of this person. Somebody may have changed the annotation hub.jupyter.org/username.`,
    'purge-entry-unused': ({ owner, where }) => `${owner} has no home, so the entry of storage.purge can be removed (${where}).`,
    'disk-purged': ({ owner, left }) => `The disk of ${owner}, who left on ${left}, is deleted for good.`,
    'bucket-purged': ({ owner, place, complete }) => complete
        ? `${place} of ${owner} is deleted for good.`
        : `Google deletes the files in ${place} of ${owner}, which takes about a day. A run after that deletes it.`,
    'purges-stopped': ({ count }) => `storage.purge no longer names ${(0,config_text/* plural */.LS)(count, 'home')}: the deletion of files stops. Deleted files can be restored for 30 days.`,
    'purge-incomplete': ({ error }) => `Not all buckets that storage.purge names are deleted: ${error}. The next run goes on from here.`,
};

// EXTERNAL MODULE: ./lib/src/report/text/plan-note.js
var plan_note = __webpack_require__("src/report/text/plan-note.js");
;// CONCATENATED MODULE: ./lib/src/report/text/run-note.js



const TEXTS = { ...plan_note/* PLAN_NOTES */.Se, ...ACCESS_NOTES, ...HOMES_NOTES };
function runNoteText(note) {
    return TEXTS[note.code](note);
}
function noteDocuments(notes, text) {
    return notes.map((note) => ({ ...note, message: text(note) }));
}


/***/ }),

/***/ "src/report/text/settings.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ws: () => (/* binding */ SUBDOMAINS_ON),
  X8: () => (/* binding */ settingSentences),
  r: () => (/* binding */ withoutExplained)
});

// EXTERNAL MODULE: ./lib/src/change/settings.js
var settings = __webpack_require__("src/change/settings.js");
// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__("src/config/quantity.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown.js");
// EXTERNAL MODULE: ./lib/src/report/text/rights.js
var rights = __webpack_require__("src/report/text/rights.js");
;// CONCATENATED MODULE: ./lib/src/report/text/chart-values.js




const PREFIX = 'hub.values.';
const EGRESS = 'singleuser.networkPolicy.egressAllowRules';
const SWITCHES = {
    [`${EGRESS}.privateIPs`]: {
        on: '⚠️ Notebook servers reach private addresses.',
        off: 'Notebook servers no longer reach private addresses.',
        usual: false,
    },
    [`${EGRESS}.nonPrivateIPs`]: {
        on: '⚠️ Notebook servers reach the internet.',
        off: 'Notebook servers no longer reach the internet.',
        usual: true,
    },
};
const IMAGES = [
    ['singleuser.image', 'Image of notebook servers', ', for new servers'],
    ['hub.image', 'Image of the hub', ''],
];
function chartValueSentences(changes, write) {
    const values = changes
        .flatMap(({ settings = [] }) => settings)
        .filter(({ setting }) => setting.startsWith(PREFIX))
        .map((one) => ({ ...one, setting: one.setting.slice(PREFIX.length) }));
    const told = changes.flatMap(({ code = [], rights = [], dataPlaces = [] }) => [
        ...[...code, ...rights].map(({ path }) => path),
        ...dataPlaces,
    ]);
    const isTold = ({ setting }) => told.some((path) => setting === path || setting.startsWith(`${path}.`)) ||
        IMAGES.some(([path]) => setting === `${path}.name` || setting === `${path}.tag`) ||
        Object.hasOwn(SWITCHES, setting);
    const others = values.filter((one) => !isTold(one)).map((one) => `${write.code(one.setting)} ${sides(one, write)}`);
    return [
        ...values.flatMap(switchSentence),
        ...IMAGES.flatMap((image) => imageSentence(image, values, write)),
        ...(others.length === 0 ? [] : [`Values of the chart change: ${(0,config_text/* firstOf */.Ku)(others, rights/* NAMED */.qB)}.`]),
    ];
}
function switchSentence({ setting, before, after }) {
    const found = Object.hasOwn(SWITCHES, setting) ? SWITCHES[setting] : undefined;
    if (found === undefined)
        return [];
    const [was, is] = [before ?? found.usual, after ?? found.usual];
    return was === is ? [] : [is === true ? found.on : found.off];
}
function imageSentence([path, what, end], values, write) {
    const parts = ['name', 'tag'].flatMap((key) => {
        const change = values.find(({ setting }) => setting === `${path}.${key}`);
        return change === undefined ? [] : [`${key} ${sides(change, write)}`];
    });
    return parts.length === 0 ? [] : [`${what}: ${parts.join(', ')}${end}.`];
}
function sides({ before, after }, write) {
    const side = (value) => {
        const text = (0,settings/* settingText */.Su)(value);
        return text === undefined ? 'none' : write.code((0,markdown/* oneLine */.TN)(write.plain(text), 80));
    };
    return `${side(before)} → ${side(after)}`;
}

// EXTERNAL MODULE: ./lib/src/report/text/profiles.js + 1 modules
var profiles = __webpack_require__("src/report/text/profiles.js");
// EXTERNAL MODULE: ./lib/src/report/text/quantities.js
var quantities = __webpack_require__("src/report/text/quantities.js");
;// CONCATENATED MODULE: ./lib/src/report/text/settings/budgets.js


const UNITS = { gpu: 'GPU hour', cpu: 'CPU core hour', memory: 'GiB hour' };
function isBudget({ setting }) {
    return setting.startsWith('budgets[');
}
function budgetSentence({ setting, before, after }, write) {
    const [, of = '', each, days, groups = '', profiles = ''] = /^budgets\[(\w+) (\w+) (\d+)d groups=([^ ]*) profiles=([^ ]*)\]$/.exec(setting) ?? [];
    const names = (list) => list
        .split(',')
        .filter((name) => name !== '')
        .map(write.code);
    const [ofGroups, ofProfiles] = [names(groups), names(profiles)];
    const group = `group${ofGroups.length === 1 ? '' : 's'} ${(0,config_text/* joinWithAnd */.Ol)(ofGroups)}`;
    const who = each === 'group'
        ? ofGroups.length === 1
            ? `All people of ${group} together`
            : `The people of each of the ${group}, together,`
        : ofGroups.length === 0
            ? 'Each person'
            : `Each person of ${group}`;
    const what = ofProfiles.length === 0 ? '' : ` with profile${ofProfiles.length === 1 ? '' : 's'} ${(0,config_text/* joinWithAnd */.Ol)(ofProfiles)}`;
    const hours = (value) => (0,config_text/* plural */.LS)(Number(value), (0,json/* entryOf */.M)(UNITS, of) ?? 'hour');
    const window = `in any ${days === '1' ? 'day' : `${days} days`}`;
    if (after === undefined)
        return `⚠️ A budget ends: nothing limits ${lower(who)} to ${hours(before)} ${window}${what} any more.`;
    const rule = `${who} may use ${hours(after)} ${window}${what}`;
    if (before !== undefined && Number(after) > Number(before))
        return `${rule}, ${hours(before)} so far.`;
    return before === undefined
        ? `⚠️ New budget: ${lower(rule)}. Hours before this apply are not counted. Servers without hours are stopped.`
        : `⚠️ ${rule}, ${hours(before)} so far. Servers of those who have used more are stopped within a minute; homes stay.`;
}
function lower(text) {
    return text.charAt(0).toLowerCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/src/report/text/settings/cluster.js
const CLUSTER_SENTENCES = {
    'platform.releaseChannel': ({ before, after }, _, write) => {
        if (before === null || after === null)
            return '';
        return `The cluster gets new versions of Kubernetes by the channel ${write.code(String(after))}, ${write.code(String(before))} so far.`;
    },
    'platform.maintenance': ({ before, after }, _, write) => {
        if (after === null)
            return '⚠️ Google may upgrade the cluster, and interrupt people, at any time.';
        const so = before === null ? 'at any time so far' : `${write.prose(String(before))} so far`;
        return `Google may upgrade the cluster, and interrupt people, ${write.prose(String(after))} only; ${so}.`;
    },
    'platform.maintenance.exclusions': ({ before, after }, _, write) => {
        if (after === null)
            return `⚠️ No days are kept free of upgrades any more (${write.prose(String(before))} so far).`;
        return `Kept free of upgrades: ${write.prose(String(after))}${before === null ? '' : `; so far ${write.prose(String(before))}`}.`;
    },
};

;// CONCATENATED MODULE: ./lib/src/report/text/settings/limits.js



const LIMIT_SENTENCES = {
    'culling.kernels': ({ before, after }) => {
        const time = (value) => value === null ? 'as long as their server' : (0,quantities/* longTime */.Gf)(value);
        if (after === null)
            return `Kernels and terminals may idle ${time(after)}, ${time(before)} so far.`;
        const text = `Kernels and terminals end after ${time(after)} without activity, and their variables are lost. So far they may idle ${time(before)}. Servers that run keep their limit.`;
        return isLess(before, after) ? `⚠️ ${text}` : text;
    },
    'images.registries': ({ after }, _, write) => after === null
        ? 'Images come from registries that everybody, or the nodes of this project, may read.'
        : `Nodes load images from ${write.code(String(after))}, where the owner of each registry grants it.`,
    'images.pullSecrets': ({ before, after }, _, write) => after === null
        ? `⚠️ Images of notebooks are pulled without secrets, with ${write.code(String(before))} so far.`
        : `Images of notebooks are pulled with the secrets ${write.code(String(after))}, ${before === null ? 'without any' : `with ${write.code(String(before))}`} so far.`,
    'limits.servers': ({ before, after }) => {
        if (after === null)
            return `Any number of servers may run at the same time, ${count(before)} so far.`;
        const text = `At most ${servers(after)} may run at the same time, ${before === null ? 'any number' : count(before)} so far. A start beyond that is refused, and servers that run stay.`;
        return isLess(before, after) ? `⚠️ ${text}` : text;
    },
    'limits.concurrentSpawns': ({ before, after }) => `At most ${servers(after)} may start at the same time, ${count(before)} so far. Others are asked to try again.`,
    'limits.namedServers': ({ before, after }) => {
        if (after === 0)
            return `⚠️ Named servers are no longer allowed, ${count(before)} per person so far. Those that run stay until they stop, and their homes are kept.`;
        const so = before === 0 ? 'none so far' : `${count(before)} so far`;
        const text = `A person may have ${(0,config_text/* plural */.LS)(Number(after), 'named server')} beside the usual one, ${so}. Each has a home of its own.`;
        return isLess(before, after) ? `⚠️ ${text}` : text;
    },
    'limits.memoryPerUser': ({ before, after }, _, write) => {
        if (after === null)
            return `All servers of one person together may have any memory, ${size(before, write)} so far.`;
        const text = `All servers of one person together may have ${size(after, write)} of memory, ${before === null ? 'any' : size(before, write)} so far. A start beyond that is refused.`;
        return isLess(before, after) ? `⚠️ ${text}` : text;
    },
    'limits.gpus': ({ before, after }) => {
        const gpus = (value) => (0,config_text/* plural */.LS)(Number(value), 'GPU');
        if (after === null)
            return `All servers together may have any number of GPUs, ${count(before)} so far.`;
        const text = `All servers together may have at most ${gpus(after)}, ${before === null ? 'any number' : count(before)} so far. A start beyond that is refused, and servers that run stay.`;
        return isLess(before, after) ? `⚠️ ${text}` : text;
    },
};
function count(value) {
    return (0,config_text/* formatNumber */.ZV)(Number(value));
}
function servers(value) {
    return (0,config_text/* plural */.LS)(Number(value), 'server');
}
function size(value, write) {
    return write.prose(String(value));
}
function isLess(before, after) {
    const amount = (value) => (0,quantity/* quantity */.au)(value) ?? Number.POSITIVE_INFINITY;
    return amount(after) < amount(before);
}

;// CONCATENATED MODULE: ./lib/src/report/text/settings/start-page.js


const HOUR = /^startPage\[([^\]]*)\]\.hour$/;
const TOLD = 3;
function isHour({ setting }) {
    return HOUR.test(setting);
}
function hourSentence(change, all, write) {
    const hours = all.filter(isHour);
    if (hours[0] !== change)
        return '';
    const texts = hours.map(({ setting, before, after }) => {
        const [now, was] = [(0,settings/* settingText */.Su)(after), (0,settings/* settingText */.Su)(before)];
        const text = now === undefined ? 'no price any more' : `${write.prose(now)} (${was ? write.prose(was) : 'no price'} so far)`;
        return `${write.code(HOUR.exec(setting)?.[1] ?? '')} ${text}`;
    });
    return `The start page says of an hour by ${write.code('cost')}: ${(0,config_text/* firstOf */.Ku)(texts, TOLD)}.`;
}

;// CONCATENATED MODULE: ./lib/src/report/text/settings/warm.js

function isWarm({ setting }) {
    return setting.startsWith('warm[');
}
function warmSentence({ setting, before, after }, write) {
    const [, profile = '', days = '', from = '', to = ''] = /^warm\[(\S+) (\S+) ([\d:]+)-([\d:]+)\]$/.exec(setting) ?? [];
    const when = `on ${write.prose(days.split(',').join(', '))} from ${from} to ${to}`;
    const room = `of profile ${write.code(profile)} ${when}`;
    const size = (value) => write.prose((0,settings/* settingText */.Su)(value) ?? 'nothing');
    if (after === undefined)
        return `No room is kept any more for servers ${room}.`;
    const now = `Room is kept for servers ${room}, which costs what its size costs: ${size(after)}`;
    return before === undefined ? `${now}.` : `${now}; so far ${size(before)}.`;
}

;// CONCATENATED MODULE: ./lib/src/report/text/settings.js












function settingSentences(changes, write) {
    const settings = changes.flatMap((change) => change.settings ?? []);
    const plain = settings.filter(({ setting }) => !/^(?:profiles\[|hub\.values\.)/.test(setting));
    const sentences = [
        ...plain.map((one) => sentenceOf(one, plain, write)),
        ...(0,profiles/* profileSentences */.q)(settings, write),
        ...chartValueSentences(changes, write),
    ].filter((sentence) => sentence !== '');
    const [risky, others] = [sentences.filter(isRisky), sentences.filter((one) => !isRisky(one))];
    return [...new Set([...risky, ...others])];
}
const MADE_FROM = [
    [/^singleuser\.profileList$/, /^profiles\[/],
    [/^singleuser\.image\.(?:name|tag)$/, /^profiles\[[^\]]*\]\.(?:image|default)$|^hub\.values\.singleuser\.image\./],
    [/^singleuser\.storage$/, /^storage\.home\./],
];
function withoutExplained(changes) {
    const names = changes.flatMap(({ settings = [] }) => settings.map(({ setting }) => setting));
    const isExplained = (path) => MADE_FROM.some(([made, setting]) => made.test(path) &&
        names.some((name) => setting.test(name)) &&
        (path.startsWith('singleuser.image.') || !names.some((name) => name.startsWith(`hub.values.${path}`))));
    return changes.map((change) => {
        const { code, dataPlaces } = change;
        if (code === undefined && dataPlaces === undefined)
            return change;
        return {
            ...change,
            ...(code && { code: code.filter(({ path }) => !isExplained(path)) }),
            ...(dataPlaces && { dataPlaces: dataPlaces.filter((path) => !isExplained(path)) }),
        };
    });
}
function isRisky(sentence) {
    return sentence.startsWith('⚠️');
}
function sentenceOf(change, all, write) {
    const { setting, before, after } = change;
    const known = (0,json/* entryOf */.M)(SENTENCES, setting) ??
        (setting.startsWith('secrets[') ? secret : undefined) ??
        (setting.startsWith('platform.nodePools[') ? nodePool : undefined);
    if (known !== undefined)
        return known(change, all, write);
    if (isBudget(change))
        return budgetSentence(change, write);
    if (isHour(change))
        return hourSentence(change, all, write);
    if (isWarm(change))
        return warmSentence(change, write);
    return `${write.code(setting)} changes from ${shown(before, write)} to ${shown(after, write)}.`;
}
function shown(value, write) {
    const text = (0,settings/* settingText */.Su)(value);
    return text === undefined ? 'nothing' : write.code(text);
}
const SUBDOMAINS_ON = '⚠️ The servers of each person move to a host of their own below the host of the hub: links to servers change. Old links lead on to the new hosts. Servers that run now must be stopped and started again. Names below the host of the hub need a DNS record first.';
const MAX_REMOVALS = (_, all) => {
    const found = (name) => all.find(({ setting }) => setting === `access.guard.maxRemovals.${name}`);
    const [percent, number] = [found('percent'), found('atLeast')];
    const share = (side) => `${(0,config_text/* formatNumber */.ZV)(Number(percent?.[side]))} %`;
    const count = (side) => (0,config_text/* formatNumber */.ZV)(Number(number?.[side]));
    const grows = [percent, number].some((one) => one !== undefined && Number(one.after) > Number(one.before));
    const rule = number === undefined
        ? `one change may always take access away from ${share('after')} of the entries; so far it was ${share('before')}.`
        : percent === undefined
            ? `one change may always take access away from ${(0,config_text/* plural */.LS)(Number(number.after), 'entry', 'entries')}; so far it was ${count('before')}.`
            : `one change may take access away from ${share('after')} of the entries or from ${count('after')}, whichever is more; so far it was ${share('before')} or ${count('before')}.`;
    return grows ? `⚠️ The guard gets looser from the next change on: ${rule}` : `The guard gets stricter: ${rule}`;
};
const SENTENCES = {
    approval: ({ before, after }) => {
        if (after === 'none')
            return '⚠️ Review is switched off from the next change on: apply does what is merged, whatever its plan is.';
        if (after === 'required')
            return 'Review is required from the next change on: apply carries out exactly the reviewed plan.';
        return before === 'none'
            ? 'Review gets stricter from the next change on: each pull request needs its plan comment.'
            : '⚠️ Review is loosened from the next change on: the plan comment is enough, and apply no longer compares its plan with the reviewed one.';
    },
    'platform.zones': ({ before, after }, _, write) => {
        const [was, now] = [zoneList(before), zoneList(after)];
        const gone = now.length === 0 ? [] : was.filter((zone) => !now.includes(zone));
        const names = (zones) => (0,config_text/* joinWithAnd */.Ol)(zones.map((zone) => write.code(zone)));
        const all = (zones) => (zones.length === 0 ? 'any zone of the location' : names(zones));
        const text = `Servers start, and homes are made, in ${all(now)}; in ${all(was)} so far. The StorageClass of homes is made again, because Kubernetes cannot change one; homes that exist keep their disks.`;
        if (now.length === 0 || (was.length > 0 && gone.length === 0))
            return text;
        const where = gone.length === 0 ? 'another zone' : names(gone);
        return `⚠️ ${text} Where a home is in ${where}, its server could not start any more: apply refuses that, and names the homes.`;
    },
    'platform.cluster.mode': ({ after }, _, write) => `⚠️ The cluster is replaced by one of the mode ${shown(after, write)}: all servers stop, and the address of the hub changes unless it has a domain.`,
    'platform.deletionProtection': ({ after }) => after === false
        ? '⚠️ Deletion protection is switched off: after this apply nothing refuses destroy.'
        : 'Deletion protection is switched on: destroy is refused after this apply.',
    'access.guard.maxRemovals.percent': MAX_REMOVALS,
    'access.guard.maxRemovals.atLeast': MAX_REMOVALS,
    'access.guard.requiredAdmins': ({ before, after }) => {
        const left = (value) => (0,config_text/* formatNumber */.ZV)(Number(value));
        const rule = `a change has to leave ${(0,config_text/* plural */.LS)(Number(after), 'administrator')}, ${left(before)} so far.`;
        return Number(after) < Number(before)
            ? `⚠️ The guard gets looser from the next change on: ${rule}`
            : `The guard gets stricter: ${rule}`;
    },
    'access.mode': ({ after }) => after === 'additive'
        ? '⚠️ Grants of IAP that somebody makes in the console stay from now on.'
        : 'Grants of IAP that no users file lists are removed from now on.',
    'access.entry': ({ before, after }, _, write) => `Who passes IAP is up to ${entry(after, write)}, and no longer to ${entry(before, write)}.`,
    'access.oauthClient': ({ after }, _, write) => `The sign-in page of IAP uses the OAuth client of the secret ${shown(after, write)}: people of other organisations can enter where the users files list them.`,
    'access.domain': ({ before, after }, _, write) => {
        const host = (value) => (0,settings/* settingText */.Su)(value) === undefined ? 'the trial address' : shown(value, write);
        return `⚠️ The address of the hub changes from ${host(before)} to ${host(after)}: links to the old one end, OAuth clients that name it need the new one, and the new one needs its DNS record and certificate first.`;
    },
    'access.subdomains': ({ after }) => after === true
        ? SUBDOMAINS_ON
        : '⚠️ The servers of all people move back to the host of the hub: links with the host of a person end. Servers that run now must be stopped and started again. Google makes the certificate again, which takes up to an hour; until then browsers are refused.',
    'access.certificate': ({ after }, _, write) => (0,settings/* settingText */.Su)(after) === undefined ? '' : `Browsers get the certificate ${shown(after, write)}.`,
    'access.session.websocket': ({ before, after }) => `A connection to a notebook lasts ${(0,quantities/* longTime */.Gf)(after)} at most, ${(0,quantities/* longTime */.Gf)(before)} so far.`,
    'access.session.timezone': ({ before, after }, _, write) => `The days of ${write.code('until')} end by the clock of ${shown(after, write)}, of ${shown(before, write)} so far.`,
    'access.audit.bucket': ({ before, after }, _, write) => {
        if ((0,settings/* settingText */.Su)(after) === undefined)
            return `⚠️ Changes of access are no longer recorded (bucket ${shown(before, write)} so far).`;
        const now = (0,settings/* settingText */.Su)(before) === undefined ? 'nowhere' : `in ${shown(before, write)}`;
        return `Changes of access are recorded in the bucket ${shown(after, write)}, ${now} so far.`;
    },
    'storage.home.size': ({ before, after }, _, write) => {
        const text = `New homes have ${write.prose(String(after))}, ${write.prose(String(before))} so far. Homes that exist keep their size`;
        return bigger(before, after) ? `${text}.` : `${text}: disks never shrink.`;
    },
    'storage.home.diskType': ({ before, after }, _, write) => `New homes are on disks of the type ${shown(after, write)}, ${shown(before, write)} so far. Homes that exist keep their disks.`,
    'storage.buckets.perUser': ({ after }) => after === true
        ? 'Everybody who is listed gets a bucket or folder of their own, beside the home. Notebook servers reach the metadata server for that.'
        : '⚠️ Notebook servers no longer get the buckets of people. The files in them are kept.',
    ...LIMIT_SENTENCES,
    ...CLUSTER_SENTENCES,
};
const nodePool = ({ setting, before, after }, _, write) => {
    const name = write.code(setting.slice('platform.nodePools['.length, -1));
    if (before === undefined)
        return `Node pool ${name} is new: ${write.prose(String(after))}.`;
    if (after === undefined)
        return `⚠️ Node pool ${name} goes (${write.prose(String(before))}): servers on it stop.`;
    return `Node pool ${name} is ${write.prose(String(after))}, and was ${write.prose(String(before))}.`;
};
const secret = ({ setting, before, after }, _, write) => {
    const name = write.code(setting.slice('secrets['.length, -1));
    if (after === undefined)
        return `Secret ${name} is no longer declared.`;
    if (before === undefined)
        return `Secret ${name} is new, from ${secretSource(after, write)}.`;
    const kind = (value) => String(value).includes('/');
    const so = kind(before) === kind(after) ? shown(before, write) : secretSource(before, write);
    return `Secret ${name} comes from ${secretSource(after, write)}, from ${so} so far.`;
};
function secretSource(value, write) {
    return `${String(value).includes('/') ? 'Secret Manager,' : 'the variable'} ${shown(value, write)}`;
}
function entry(value, write) {
    const [, kind, name = ''] = /^((?:managed )?group|domain) (.*)$/.exec(String(value)) ?? [];
    if (kind === 'domain')
        return `the whole domain ${write.code(name)}`;
    if (kind === undefined)
        return 'the users files, entry by entry';
    return `the Google group ${write.code(name)}${kind === 'group' ? '' : ', whose members follow the users files'}`;
}
function zoneList(value) {
    return (0,settings/* settingText */.Su)(value)?.split(', ') ?? [];
}
function bigger(before, after) {
    return ((0,quantity/* quantity */.au)(after) ?? 0) >= ((0,quantity/* quantity */.au)(before) ?? 0);
}


/***/ })

};
;