"use strict";
exports.id = "sync-users";
exports.ids = ["sync-users"];
exports.modules = {

/***/ "src/change/fingerprint.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   q: () => (/* binding */ isReviewed)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/canonical.js");

function fingerprint({ hub, changes }) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)({ hub, changes: changes.filter(isReviewed) });
}
function isReviewed({ isDrift }) {
    return isDrift !== true;
}


/***/ }),

/***/ "src/commands/sync-users.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./lib/src/access/users/email.js
var email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var record = __webpack_require__("src/helm/release/record.js");
// EXTERNAL MODULE: ./lib/src/report/text/plan-note.js
var plan_note = __webpack_require__("src/report/text/plan-note.js");
// EXTERNAL MODULE: ./lib/src/access/iap/adoption.js
var adoption = __webpack_require__("src/access/iap/adoption.js");
// EXTERNAL MODULE: ./lib/src/access/iap/sync.js + 4 modules
var sync = __webpack_require__("src/access/iap/sync.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/access/group-plan.js
var group_plan = __webpack_require__("src/stages/access/group-plan.js");
// EXTERNAL MODULE: ./lib/src/stages/access/plan.js
var plan = __webpack_require__("src/stages/access/plan.js");
;// CONCATENATED MODULE: ./lib/src/stages/access/adopt.js






async function showAdoption(session, cluster) {
    const { context, config, principals, input } = session;
    if (session.context.write.isPublic) {
        throw new errors/* ToolError */.v4('The patch has names of people, and the output of this run is public', {
            where: 'sync-users --adopt',
            hint: 'Run it in a terminal.',
        });
    }
    session.step('compare IAP with the users files');
    const backend = await (0,session_cluster/* hubBackend */.Gc)(session, cluster);
    if (backend === undefined) {
        throw new errors/* ToolError */.v4('The hub has no load balancer yet, so it has no IAP policy', {
            where: `Ingress jupyterhub-${config.name}/jupyterhub`,
            hint: 'Wait some minutes, then run again.',
        });
    }
    const wanted = { ...(0,plan/* desiredAccess */.RP)(session, principals, undefined), adopted: false, mode: 'authoritative' };
    const { refusal } = await (0,sync/* planPolicy */._0)(await (0,session_cluster/* iapTarget */.G4)(session, backend), wanted, session.context.now);
    const ofIap = refusal instanceof adoption/* AdoptionNeeded */.i ? refusal.members : [];
    const members = [...ofIap, ...(await (0,group_plan/* foreignMembers */.I)(session))];
    if (members.length === 0) {
        context.group();
        context.say('The users files list everybody who has access in IAP: there is nothing to adopt.');
        return { exitCode: 0, document: { members: [], patch: '' }, outputs: { changed: 'false' } };
    }
    const file = [...principals.map(({ location }) => location.file), ...input.usersPaths].find((path) => input.sources.has(path) && !input.origins.has(path) && /\.ya?ml$/i.test(path));
    if (file === undefined) {
        const here = input.origins.size === 0 ? '' : ' in this repository, and a patch cannot change another one';
        throw new errors/* ConfigurationError */.j1(`There is no users file in YAML${here} to which they could be added`, {
            where: 'users',
            hint: 'Add one to this repository, with "users: []" in it, and run again.',
        });
    }
    const { adoptionPatch } = await __webpack_require__.e(/* import() */ "adoption-patch").then(__webpack_require__.bind(__webpack_require__, "src/access/edit/adoption-patch.js"));
    const { diff, notes } = adoptionPatch(members, input.sources.get(file) ?? '', file);
    const advice = diff === '' ? '' : ' Save the patch, "git apply" it, and have it reviewed:\n';
    context.group();
    context.say(`Members with access in IAP who are in no users file: ${members.length}.${advice}`);
    if (diff !== '')
        context.say(diff);
    for (const note of notes)
        context.say(note);
    return {
        exitCode: 0,
        document: { members: [...members], patch: diff, notes: [...notes] },
        outputs: { changed: 'false' },
    };
}

// EXTERNAL MODULE: ./lib/src/stages/review/acknowledgements.js
var acknowledgements = __webpack_require__("src/stages/review/acknowledgements.js");
// EXTERNAL MODULE: ./lib/src/stages/review/stale-run.js + 1 modules
var stale_run = __webpack_require__("src/stages/review/stale-run.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster-status.js
var cluster_status = __webpack_require__("src/stages/session/cluster-status.js");
// EXTERNAL MODULE: ./lib/src/stages/session/session.js + 2 modules
var session = __webpack_require__("src/stages/session/session.js");
// EXTERNAL MODULE: ./lib/src/stages/sync.js
var stages_sync = __webpack_require__("src/stages/sync.js");
;// CONCATENATED MODULE: ./lib/src/commands/sync-users.js











const command = {
    name: 'sync-users',
    about: 'Grants and revokes access as the users files say. Changes neither platform nor hub.',
    flags: {
        adopt: {
            type: 'boolean',
            about: 'print a patch of a users file that adds all unlisted members of the IAP policy; writes nothing',
        },
        remove: {
            type: 'string',
            about: 'e-mail of a person whose access is revoked at once; several separated by commas; they stay blocked until no users file lists them, or until restore',
        },
        restore: {
            type: 'string',
            about: 'e-mail of a person for whom an earlier remove ends; several separated by commas',
        },
        acknowledge: {
            type: 'string',
            about: 'the addresses of remove once more, if access.guard refused their removal; separated by commas',
        },
    },
    run: (context) => (0,session.withSession)(context, 'sync-users', async (session) => {
        const immediate = immediateChange(session);
        await (0,stale_run/* refuseStaleRun */.h)(session);
        await (0,acknowledgements/* refuseUnreviewed */.v_)(session);
        const { cluster, deployed } = await connectHub(session);
        if (context.flags.adopt === true)
            return showAdoption(session, cluster);
        const result = await (0,stages_sync/* syncPeople */.Pt)(session, cluster, 'sync-users', immediate);
        if (await (0,stages_sync/* pendingApply */.mo)(session, deployed)) {
            context.say('  the configuration differs from the last apply: run apply as well; access was synced');
        }
        return result;
    }),
};
function immediateChange({ context: { flags }, principals }) {
    const [remove, restore] = [addressesIn(flags.remove), addressesIn(flags.restore)];
    const known = new Set(principals.map(({ name }) => (0,email/* sameAddress */.xU)(name)));
    const unknown = [...remove, ...restore].find((name) => !known.has((0,email/* sameAddress */.xU)(name)));
    if (unknown !== undefined) {
        throw new errors/* UsageError */.eb(`No users file lists "${unknown}"`, {
            hint: 'An unlisted person has no access once the newest users files are synced. Check the spelling of the address.',
        });
    }
    const removed = new Set(remove.map(email/* sameAddress */.xU));
    const both = restore.find((name) => removed.has((0,email/* sameAddress */.xU)(name)));
    if (both !== undefined) {
        throw new errors/* UsageError */.eb(`"${both}" is in remove and in restore`, { hint: 'Leave one of them out.' });
    }
    return { remove, restore };
}
function addressesIn(flag) {
    return typeof flag === 'string' ? flag.split(',').map((name) => name.trim()) : [];
}
async function connectHub(session) {
    session.step('find the hub');
    const { name, project, location, platform } = session.config;
    const cluster = await (0,session_cluster/* connectCluster */.bp)(session);
    if (cluster === undefined) {
        await (0,cluster_status/* refuseBrokenCluster */["in"])(session);
        const why = (0,plan_note/* absenceText */.Xc)(await (0,cluster_status/* clusterAbsence */.eY)(session));
        throw new errors/* ToolError */.v4(`The cluster of the hub "${name}" does not answer: ${why}`, {
            where: `projects/${project}/locations/${location}/clusters/${platform.name}`,
            hint: 'Run apply first. sync-users needs an installed hub.',
        });
    }
    const deployed = await (0,record/* readDeployedState */.KA)(cluster.kubernetes, name);
    if (deployed === undefined) {
        throw new errors/* ToolError */.v4(`The hub "${name}" has not been installed yet`, {
            where: `namespace jupyterhub-${name}`,
            hint: 'Run apply first. sync-users needs an installed hub.',
        });
    }
    return { cluster, deployed };
}


/***/ }),

/***/ "src/helm/values/values.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ nest),
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   BD: () => (/* binding */ ADDRESS),
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   Zs: () => (/* binding */ SECRETS_VERSION),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   fv: () => (/* binding */ symbolic),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hd: () => (/* binding */ resolve)
/* harmony export */ });
/* harmony import */ var _config_chart_format_braces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/chart/format-braces.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");



const ADDRESS = `\${hub.address}`;
const SECRETS_VERSION = `\${secrets.version}`;
function merge(below, above) {
    const merged = Object.assign(Object.create(null), below);
    for (const [key, value] of Object.entries(above)) {
        const under = merged[key];
        merged[key] = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? merge((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(under) ? under : {}, value) : value;
    }
    return merged;
}
function valueAt(values, path) {
    let value = values;
    for (const key of path.split('.')) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
function nest(path, value) {
    return path
        .split('.')
        .reverse()
        .reduce((inner, key) => ({ [key]: inner }), value);
}
function secretName(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return undefined;
    const keys = Object.keys(value);
    const name = value.secretRef;
    return keys.length === 1 && typeof name === 'string' ? name : undefined;
}
function symbolic(values) {
    return transform(values, (name) => `\${secret:${name}}`);
}
function resolve(values, known) {
    const secret = (name, path) => {
        const value = Object.hasOwn(known.secrets, name) ? known.secrets[name] : undefined;
        if (value !== undefined)
            return (0,_config_chart_format_braces_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFault */ .A)(path, '{') === undefined ? value : value.replace(/[{}]/g, '$&$&');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`hub.values refers to the secret "${name}", which has no value`, {
            where: `secrets.${name}`,
            hint: 'Declare it under "secrets" and give its variable to the apply step.',
        });
    };
    const texts = { [ADDRESS]: known.address, [SECRETS_VERSION]: known.secretsVersion ?? SECRETS_VERSION };
    return transform(values, secret, texts);
}
function secretNames(values) {
    const names = new Set();
    transform(values, (name) => {
        names.add(name);
        return name;
    });
    return [...names].sort();
}
function transform(value, secret, texts = {}, path = []) {
    if (typeof value === 'string') {
        return Object.entries(texts).reduce((text, [placeholder, known]) => text.replaceAll(placeholder, () => known), value);
    }
    if (Array.isArray(value)) {
        return value.map((inner, index) => transform(inner, secret, texts, [...path, index]));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return value;
    const name = secretName(value);
    if (name !== undefined)
        return secret(name, path);
    const result = Object.create(null);
    for (const [key, inner] of Object.entries(value))
        result[key] = transform(inner, secret, texts, [...path, key]);
    return result;
}
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map((inner) => canonical(inner)).join(',')}]`;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return JSON.stringify(value) ?? 'null';
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}


/***/ }),

/***/ "src/report/change-document.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ changeDocument)
/* harmony export */ });
/* unused harmony export CHANGE_SCHEMA */
/* harmony import */ var _change_change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _change_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/fingerprint.js");
/* harmony import */ var _text_change_note_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/text/change-note.js");
/* harmony import */ var _text_run_note_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/text/run-note.js");




const CHANGE_SCHEMA = 'jupyterhub-gke/changes/v1';
function changeDocument({ command, changeSet, changed, notes = [], more = {} }) {
    const changes = changeSet.changes.map((change) => ({
        address: (0,_change_change_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .c)(change),
        ...change,
        ...(change.notes === undefined ? {} : { notes: (0,_text_run_note_js__WEBPACK_IMPORTED_MODULE_2__/* .noteDocuments */ .l)(change.notes, _text_change_note_js__WEBPACK_IMPORTED_MODULE_1__/* .changeNoteText */ .K) }),
    }));
    return {
        schema: CHANGE_SCHEMA,
        command,
        hub: changeSet.hub,
        changed,
        fingerprint: (0,_change_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(changeSet),
        changes: JSON.parse(JSON.stringify(changes)),
        notes: (0,_text_run_note_js__WEBPACK_IMPORTED_MODULE_2__/* .noteDocuments */ .l)(notes, _text_run_note_js__WEBPACK_IMPORTED_MODULE_2__/* .runNoteText */ .D),
        ...more,
    };
}


/***/ }),

/***/ "src/report/terminal.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ changeLines),
/* harmony export */   QK: () => (/* binding */ countLine),
/* harmony export */   rz: () => (/* binding */ verdictLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/report/markdown.js");
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/table.js");
/* harmony import */ var _text_change_note_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/text/change-note.js");
/* harmony import */ var _text_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/text/subject.js");
/* harmony import */ var _text_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/text/verdict.js");





function changeLines(changes, { redact }) {
    if (changes.length === 0)
        return ['No change: platform, hub and people are as the files say.'];
    return _table_js__WEBPACK_IMPORTED_MODULE_1__/* .AREAS */ .xS.flatMap((area) => {
        const ours = (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .changesIn */ .N0)(area, changes);
        if (ours.length === 0)
            return [];
        return [`${area.title} (${ours.length})`, ...ours.flatMap((change) => linesOf(change, redact))];
    });
}
function verdictLines(changes, { isPublic, redact, plain }) {
    if (changes.length === 0)
        return [];
    const shown = (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(plain(text));
    const write = { isPublic, redact, plain, prose: shown, code: (text) => `"${shown(text)}"` };
    return ['Verdict', ...(0,_text_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictParts */ .g)(changes, write).map((part) => `  ${part}`)];
}
function linesOf(change, redact) {
    const short = (text, limit) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(redact(text), limit);
    const warning = change.holdsData && change.action !== 'create' ? '  (holds data or an address)' : '';
    const notes = (0,_text_change_note_js__WEBPACK_IMPORTED_MODULE_2__/* .changeNotesText */ .d)(change.notes);
    const head = `  ${_table_js__WEBPACK_IMPORTED_MODULE_1__/* .SIGNS */ .B2[change.action]} ${short((0,_text_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectText */ .yq)(change), 200)}${warning}${notes === '' ? '' : `  ${short(notes, 200)}`}`;
    const attributes = (0,_text_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .attributesOf */ .Td)(change).map(({ name, before, after }) => {
        const from = before === undefined ? '' : `${short(before, 120)} → `;
        return `      ${short(name, 80)}: ${from}${after === undefined ? 'none' : short(after, 120)}`;
    });
    return [head, ...attributes].map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK);
}
const OF_PEOPLE = [
    ['create', 'to grant'],
    ['update', 'to change'],
    ['delete', 'to revoke'],
];
const OF_OBJECTS = [
    ['create', 'to create'],
    ['update', 'to change'],
    ['replace', 'to replace'],
    ['delete', 'to delete'],
];
function countLine(changes) {
    const isOfPeople = ({ scope }) => scope === 'access' || scope === 'iap';
    const people = changes.filter(isOfPeople);
    const objects = changes.filter((change) => !isOfPeople(change));
    const counts = [
        ...OF_PEOPLE.map(([action, word]) => [(0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .countActions */ .Bd)(people, action), word]),
        ...OF_OBJECTS.map(([action, word]) => [(0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .countActions */ .Bd)(objects, action), word]),
    ];
    const sums = new Map();
    for (const [count, word] of counts)
        sums.set(word, (sums.get(word) ?? 0) + count);
    const parts = [...sums].filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
    return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}


/***/ }),

/***/ "src/stages/session/package-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ productFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


function productFolder(name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '')), '..', name);
}


/***/ }),

/***/ "src/terraform/provider-lock.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ PROVIDER_LOCK),
/* harmony export */   at: () => (/* binding */ placeProviderLock),
/* harmony export */   b0: () => (/* binding */ providerLock)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



const PROVIDER_LOCK = 'terraform.lock.hcl';
const MOST_BYTES = 256 * 1024;
function providerLock(folders) {
    for (const folder of folders) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, PROVIDER_LOCK);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
        if (found === undefined)
            continue;
        if (found.isFile() && found.size <= MOST_BYTES)
            return path;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`${PROVIDER_LOCK} is not a file of at most ${MOST_BYTES / 1024} KiB`, {
            where: path,
            hint: 'Put the file there that "terraform providers lock" writes, not a link to it.',
        });
    }
    return undefined;
}
function placeProviderLock(path, root) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.terraform.lock.hcl'));
}


/***/ })

};
;