"use strict";
exports.id = "plan-comment";
exports.ids = ["plan-comment"];
exports.modules = {

/***/ "src/change/guard.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ lostChanges),
/* harmony export */   i: () => (/* binding */ guardData)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/change/change.js");


function lostChanges({ changes }) {
    return changes.filter(isLoss);
}
function isLoss({ scope, action, holdsData, endsSessions, isAsked }) {
    if (action === 'update')
        return endsSessions === true && isAsked !== true;
    const holds = holdsData ?? scope === 'terraform';
    return holds && isAsked !== true && (action === 'delete' || action === 'replace');
}
function guardData(changeSet, acknowledged = new Set()) {
    const lost = lostChanges(changeSet).filter((change) => !acknowledged.has((0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(change)));
    if (lost.length === 0)
        return;
    const list = lost.map((change) => `${(0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(change)} (${change.action})`).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`The change would destroy what people depend on: ${list}. Nothing was changed`, {
        where: lost[0] === undefined ? changeSet.hub : (0,_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(lost[0]),
        hint: 'Undo the part of the change that causes it. If it is meant, acknowledge each address: with a line "acknowledge: ADDRESS" in an approving review of the last commit, by somebody else with write access; or in a manual run with the input acknowledge (--acknowledge ADDRESS). "destroy" removes a hub or a platform in two reviewed steps.',
    });
}


/***/ }),

/***/ "src/config/cost/decimal.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ gib),
/* harmony export */   Hn: () => (/* binding */ times),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   cY: () => (/* binding */ amountText),
/* harmony export */   pV: () => (/* binding */ exactly),
/* harmony export */   tY: () => (/* binding */ plus)
/* harmony export */ });
/* unused harmony export money */
function decimal(value) {
    const [, sign = '', whole = '0', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
    const units = BigInt(`${sign}${whole}${fraction}`);
    const scale = fraction.length - Number(power);
    return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}
function gib(bytes) {
    const { units, scale } = decimal(bytes);
    return { units: units * 5n ** 30n, scale: scale + 30 };
}
function times(first, second) {
    return { units: first.units * second.units, scale: first.scale + second.scale };
}
function plus(first, second) {
    const scale = Math.max(first.scale, second.scale);
    const at = ({ units, scale: own }) => units * 10n ** BigInt(scale - own);
    return { units: at(first) + at(second), scale };
}
function money({ units, scale }) {
    const one = 10n ** BigInt(scale);
    const size = units < 0n ? -units : units;
    const cents = String((size * 200n + one) / (2n * one)).padStart(3, '0');
    return `${units < 0n && !/^0+$/.test(cents) ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)}`;
}
function exactly({ units, scale }) {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
    const whole = digits.slice(0, digits.length - scale);
    return `${units < 0n ? '-' : ''}${whole}${scale === 0 || fraction === '' ? '' : `.${fraction}`}`;
}
function amountText(value) {
    return value.units > 0n && money(value) === '0.00' ? 'less than 0.01' : money(value);
}


/***/ }),

/***/ "src/report/cost/text.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ costLines),
/* harmony export */   Lp: () => (/* binding */ costSentence),
/* harmony export */   QW: () => (/* binding */ costDetails),
/* harmony export */   b1: () => (/* binding */ costNotes)
/* harmony export */ });
/* harmony import */ var _config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/cost/decimal.js");
/* harmony import */ var _config_gce_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/gce/gate.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/markdown.js");




const SHOWN = 20;
const NAMED = 3;
function costSentence(cost, write) {
    const { homes, servers } = cost;
    const currency = write.prose(cost.currency);
    const ofHomes = homes === undefined || homes.gained === 0
        ? []
        : [`homes of ${accounts(homes.gained, 'more')}: up to ${sum(homes.gained, homes.each)} ${currency} a month`];
    const hours = servers.map(({ profile, before, after }) => {
        const change = before === undefined ? `${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)(after)} (new)` : `${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)(before)} → ${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)(after)}`;
        return `${write.code(profile)} ${change}`;
    });
    const ofServers = hours.length === 0 ? [] : [`an hour of a server (${currency}): ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(hours, NAMED)}`];
    const parts = [...ofHomes, ...ofServers];
    return parts.length === 0 ? '' : `Estimated cost (your prices): ${parts.join('; ')}.`;
}
function costNotes({ missing, old, asOf }) {
    return [
        ...(missing.length === 0
            ? []
            : [`cost.prices has no price of ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinWithAnd */ .Ol)(missing)}: what this change costs there is not shown.`]),
        ...(old === undefined ? [] : [`The prices are ${old} days old (cost.asOf: ${asOf}).`]),
    ];
}
function costLines(cost) {
    const plain = (text) => text;
    return [costSentence(cost, { code: plain, prose: plain }), ...costNotes(cost)].filter((line) => line !== '');
}
function costDetails(cost, write) {
    const { homes, servers, bucket, currency, asOf } = cost;
    const lines = [
        ...homeLines(cost, write),
        ...(bucket === undefined
            ? []
            : [`- Their buckets: ${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .exactly */ .pV)(bucket)} ${write.prose(currency)} for each GiB and month that they fill.`]),
        ...(cost.hasCrowd && homes !== undefined
            ? ['- The number of people in a whole domain or group is not known. Their homes are in no sum.']
            : []),
    ];
    if (lines.length === 0 && servers.length === 0)
        return '';
    const end = `Your prices as of ${write.prose(asOf)}. ${OTHERS}`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)('Estimated cost', [lines.join('\n'), serverTable(cost, write), end].filter((part) => part !== '').join('\n\n'));
}
const OTHERS = 'Not in the sums: the fee of the cluster, the pods of the hub itself, load balancer, addresses, traffic, and taxes.';
function homeLines({ homes, currency }, write) {
    if (homes === undefined)
        return [];
    const { gained, left, gib, price, each, diskType } = homes;
    const arithmetic = `${gib} GiB × ${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .exactly */ .pV)(price)} ${write.prose(currency)} for a GiB and month of ${write.code(diskType)}`;
    const lines = [];
    if (gained > 0) {
        lines.push(`- Homes of ${accounts(gained, 'more')}: ${gained} × ${arithmetic} = up to ${sum(gained, each)} ${write.prose(currency)} a month. A disk is created at the first login. People who return have one already.`);
    }
    if (left > 0) {
        lines.push(`- Homes of ${accounts(left, 'who leave')} stay and cost money until you delete them: ${left} × ${arithmetic} = ${sum(left, each)} ${write.prose(currency)} a month, where they have that size.`);
    }
    return lines;
}
function serverTable({ servers, serverPrices, currency }, write) {
    if (serverPrices === undefined || servers.length === 0)
        return '';
    const { cpu, memory } = serverPrices;
    const row = ({ profile, cores, gib, devices, before, after }) => [
        write.code(profile),
        before === undefined ? 'new' : (0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)(before),
        (0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)(after),
        `${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .exactly */ .pV)(cores)} × ${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .exactly */ .pV)(cpu)} + ${shortly(gib)} × ${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .exactly */ .pV)(memory)}${devices === undefined ? '' : ` + ${devices.count} × ${(0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .exactly */ .pV)(devices.each)} (${write.code(devices.type)})`}`,
    ];
    const more = servers.length - SHOWN;
    return [
        `An hour of a running server in ${write.prose(currency)}, by its guarantee and ${_config_gce_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE */ .k.cores} vCPU and ${_config_gce_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE */ .k.gib} GiB of the gate in front of it: Autopilot bills what is asked for, and may raise it to the least that it takes.`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['profile', 'before', 'after', 'vCPU × price + GiB × price'], servers.slice(0, SHOWN).map(row)),
        ...(more > 0 ? [`And ${more} more.`] : []),
    ].join('\n\n');
}
function accounts(count, which) {
    return which === 'more'
        ? (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(count, 'more person', 'more people')
        : (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(count, 'person who leaves', 'people who leave');
}
function sum(count, each) {
    return (0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)((0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .times */ .Hn)((0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .decimal */ ._)(count), each));
}
function shortly(value) {
    const text = (0,_config_cost_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .exactly */ .pV)(value);
    return text.replace(/^(\d+\.\d{3})\d+$/, '$1…');
}


/***/ }),

/***/ "src/report/plan-comment.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ safeUrl),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   QQ: () => (/* binding */ findingList),
/* harmony export */   YH: () => (/* binding */ planMarker),
/* harmony export */   Zd: () => (/* binding */ warningDetails),
/* harmony export */   tx: () => (/* binding */ planComment)
/* harmony export */ });
/* harmony import */ var _change_change_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _change_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/guard.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _cost_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/cost/text.js");
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/markdown.js");
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/table.js");
/* harmony import */ var _text_rights_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/report/text/rights.js");
/* harmony import */ var _text_run_note_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/report/text/run-note.js");
/* harmony import */ var _text_verdict_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/report/text/verdict.js");
/* harmony import */ var _writer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/report/writer.js");










const SHOWN = 20;
function planMarker(hub) {
    return `<!-- jupyterhub-gke:plan:${hub.replace(/[^A-Za-z0-9-]/g, '')} -->`;
}
function planComment(report) {
    const rest = report.links?.summary
        ? `in the [step summary](${safeUrl(report.links.summary)})`
        : 'in the step summary of this run';
    return shareRoom([planMarker(report.hub), '', ...planHead(report)].join('\n'), planDetails(report), footer(report), rest, _markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMENT_LIMIT */ .W$);
}
function planText(report) {
    const unlinked = { ...report, links: {} };
    return [planHead(unlinked).join('\n'), ...planDetails(unlinked), footer(unlinked)]
        .filter((part) => part !== '')
        .join('\n\n');
}
function planHead(report) {
    const { changes } = report.changeSet;
    const { write } = report;
    const of = report.commit === undefined ? '' : ` for ${write.code(report.commit.slice(0, 7))}`;
    const heading = `### JupyterHub ${write.code(report.hub)} · plan${of}`;
    const { cost } = report;
    const notes = [...(report.notes ?? []).map(_text_run_note_js__WEBPACK_IMPORTED_MODULE_6__/* .runNoteText */ .D), ...(cost === undefined ? [] : (0,_cost_text_js__WEBPACK_IMPORTED_MODULE_2__/* .costNotes */ .b1)(cost))].map((note) => `- ${write.prose(note)}`);
    const aside = notes.length === 0 ? [] : ['', ...notes];
    if (changes.length === 0)
        return [heading, '', '**No change: platform, hub and people are as the files say.**', ...aside];
    const said = [(0,_text_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .verdict */ .W)(changes, write), cost === undefined ? '' : (0,_cost_text_js__WEBPACK_IMPORTED_MODULE_2__/* .costSentence */ .Lp)(cost, write)].filter(Boolean).join(' ');
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .areaTable */ .qm)(changes, write, (0,_change_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .lostChanges */ .E)(report.changeSet));
    return [heading, '', `**${said}**`, '', table, ...acknowledgeHow(report, write), ...aside];
}
function acknowledgeHow(report, write) {
    const lost = (0,_change_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .lostChanges */ .E)(report.changeSet);
    if (lost.length === 0)
        return [];
    const of = report.commit === undefined ? 'the last commit' : `commit ${write.code(report.commit.slice(0, 7))}`;
    const lines = lost
        .slice(0, SHOWN)
        .map((change) => write.plain(`acknowledge: ${(0,_change_change_js__WEBPACK_IMPORTED_MODULE_9__/* .addressOf */ .c)(change)}`).replace(/\s+/g, ' '));
    const more = lost.length > SHOWN ? `\n\n… and ${lost.length - SHOWN} more.` : '';
    return [
        '',
        `To acknowledge, write these lines into the text of an approving review of ${of}. It counts if the reviewer is not the author and has write access.`,
        '',
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)(lines.join('\n'))}${more}`,
    ];
}
function planDetails(report) {
    const { write } = report;
    const roles = (0,_text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .rightsList */ .kG)(report.changeSet.changes, write);
    const parts = _table_js__WEBPACK_IMPORTED_MODULE_4__/* .AREAS */ .xS.map((area) => {
        const changes = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .changesIn */ .N0)(area, report.changeSet.changes);
        if (area.name === 'people' && roles !== '') {
            const people = changes.length === 0 ? [] : [(0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .peopleTable */ .el)(changes, write)];
            return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)('People', [...people, roles].join('\n\n'));
        }
        return changes.length === 0 ? '' : areaDetails(area, changes, write);
    });
    const cost = report.cost === undefined ? '' : (0,_cost_text_js__WEBPACK_IMPORTED_MODULE_2__/* .costDetails */ .QW)(report.cost, write);
    return [...parts, cost, warningDetails(report.warnings ?? [], write)].filter((part) => part !== '');
}
function areaDetails({ name }, changes, write) {
    if (name === 'settings')
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)('Settings of the configuration', (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsTable */ .uG)(changes, write));
    if (name === 'people')
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)('People', (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .peopleTable */ .el)(changes, write));
    if (name === 'hub')
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)('Hub (helm)', (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .hubDiff */ .Vt)(changes, write));
    if (name === 'homes') {
        const gone = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .countActions */ .Bd)(changes, 'delete');
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(gone === 0 ? 'Homes' : `Homes (${gone} deleted for good)`, (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .homesTable */ .nT)(changes, write));
    }
    const sums = [
        `${(0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .countActions */ .Bd)(changes, 'create', 'replace')} to add`,
        `${(0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .countActions */ .Bd)(changes, 'update')} to change`,
        `${(0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .countActions */ .Bd)(changes, 'delete', 'replace')} to destroy`,
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(`Platform (terraform: ${sums.join(', ')})`, (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .terraformTable */ .xM)(changes, write));
}
function warningDetails(warnings, write) {
    if (warnings.length === 0)
        return '';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(`⚠️ ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(warnings.length, 'warning')}`, findingList(warnings, write));
}
function findingList(findings, write) {
    return findings
        .map(({ file, line, rule, message, hint }) => {
        const advice = hint === undefined ? '' : ` ${write.prose(hint)}`;
        return `- ${write.code(`${file}:${line}`)} ${write.code(rule)} ${write.prose(message)}${advice}`;
    })
        .join('\n');
}
function footer(report) {
    const write = (0,_writer_js__WEBPACK_IMPORTED_MODULE_8__/* .writer */ .K)(false, report.write.redact);
    const { fingerprint, links, versions } = report;
    const promise = report.isBinding
        ? 'Applied after the merge only if a fresh plan is the same'
        : 'Apply plans again after the merge, shows the plan and does it';
    const isPrint = /^[0-9a-f]{64}$/.test(fingerprint ?? '');
    const shown = links?.summary && isPrint ? `${fingerprint?.slice(0, 12)}…` : fingerprint;
    return [
        ...(report.changeSet.changes.length === 0 ? [] : [promise]),
        ...(shown === undefined ? [] : [`Fingerprint ${write.code(shown)}`]),
        ...(links?.summary ? [`full plan: [step summary](${safeUrl(links.summary)})`] : []),
        ...Object.entries(versions ?? {}).map(([name, version]) => `${write.code(name)} ${write.prose(version)}`),
    ].join(' · ');
}
function safeUrl(url) {
    if (!URL.canParse(url))
        return '#';
    const { protocol, href } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:')
        return '#';
    return href.replace(/[^A-Za-z0-9:/?#@&=%.,;+~-]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
function shareRoom(head, parts, end, rest, limit) {
    const note = `*Cut here: too long for a comment. The rest is ${rest}.*`;
    const kept = new Map();
    const start = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .truncate */ .xv)(head, Math.floor(limit / 2), note);
    let room = limit - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .byteLength */ .dp)(start) - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .byteLength */ .dp)(end) - 2 * (parts.length + 1);
    const bySize = [...parts].sort((a, b) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .byteLength */ .dp)(a) - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .byteLength */ .dp)(b));
    for (const [index, part] of bySize.entries()) {
        const short = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .truncate */ .xv)(part, Math.floor(room / (bySize.length - index)), note);
        kept.set(part, short);
        room -= (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .byteLength */ .dp)(short);
    }
    return [start, ...parts.map((part) => kept.get(part) ?? ''), end].filter((part) => part !== '').join('\n\n');
}


/***/ }),

/***/ "src/report/table.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ SIGNS),
/* harmony export */   Bd: () => (/* binding */ countActions),
/* harmony export */   L3: () => (/* binding */ signedCounts),
/* harmony export */   N0: () => (/* binding */ changesIn),
/* harmony export */   Vt: () => (/* binding */ hubDiff),
/* harmony export */   el: () => (/* binding */ peopleTable),
/* harmony export */   nT: () => (/* binding */ homesTable),
/* harmony export */   qm: () => (/* binding */ areaTable),
/* harmony export */   uG: () => (/* binding */ settingsTable),
/* harmony export */   xM: () => (/* binding */ terraformTable),
/* harmony export */   xS: () => (/* binding */ AREAS)
/* harmony export */ });
/* harmony import */ var _change_change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/report/markdown.js");
/* harmony import */ var _text_change_note_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/text/change-note.js");
/* harmony import */ var _text_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/text/subject.js");




const AREAS = [
    { name: 'settings', title: 'Settings', emoji: '⚙️', scopes: ['settings'] },
    { name: 'people', title: 'People', emoji: '👥', scopes: ['access', 'iap'] },
    { name: 'platform', title: 'Platform', emoji: '🏗', scopes: ['terraform'] },
    { name: 'hub', title: 'Hub', emoji: '🚀', scopes: ['helm'] },
    { name: 'homes', title: 'Homes', emoji: '💾', scopes: ['homes'] },
];
function changesIn({ scopes }, changes) {
    return changes.filter(({ scope }) => scopes.includes(scope));
}
const SIGNS = { create: '+', update: '~', replace: '±', delete: '−' };
const DONE = {
    create: 'created',
    update: 'changed',
    replace: 'replaced',
    delete: 'deleted',
};
const SHOWN = 4;
function countActions(changes, ...actions) {
    return changes.filter(({ action }) => actions.includes(action)).length;
}
function signedCounts(changes) {
    const parts = Object.keys(SIGNS)
        .map((action) => ({ action, count: countActions(changes, action) }))
        .filter(({ count }) => count > 0)
        .map(({ action, count }) => `${SIGNS[action]}${count}`);
    return parts.length === 0 ? '0' : parts.join(' ');
}
function areaTable(changes, write, lost = []) {
    const cell = (shown) => {
        const words = shown.slice(0, SHOWN).map((change) => changeText(change, write));
        return [...words, ...(shown.length > SHOWN ? [`and ${shown.length - SHOWN} more`] : [])].join(' · ') || '–';
    };
    const rows = AREAS.flatMap((area) => {
        const ours = changesIn(area, changes);
        return ['homes', 'settings'].includes(area.name) && ours.length === 0
            ? []
            : [[`${area.emoji} ${area.title}`, cell(ours), signedCounts(ours)]];
    });
    if (lost.length > 0)
        rows.push(['⚠️ To acknowledge', cell(lost), String(lost.length)]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'what changes', 'count'], rows);
}
function changeText(change, write) {
    const { scope, action, subject, access, attributes = [] } = change;
    const name = write.code((0,_text_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectText */ .yq)(change));
    if (scope === 'settings') {
        const names = (change.settings ?? []).map(({ setting }) => write.code(setting));
        return [...names.slice(0, SHOWN), ...(names.length > SHOWN ? [`and ${names.length - SHOWN} more`] : [])].join(' · ');
    }
    if (scope === 'homes') {
        const home = `${subject.kind} of ${name}`;
        if (action !== 'update')
            return `${home} ${DONE[action]}`;
        return attributes.some(({ after }) => after !== undefined) ? `${home} opened again` : `${home} closed and kept`;
    }
    if (scope !== 'access' && scope !== 'iap')
        return `${name} ${DONE[action]}`;
    const after = access?.after && write.prose((0,_text_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .accessText */ .cd)(access.after, subject));
    if (action === 'delete')
        return `${name} revoked`;
    if (action === 'create')
        return `${name} granted${after ? ` (${after})` : ''}`;
    return `${name} changes${after ? ` to ${after}` : ''}`;
}
function peopleTable(changes, write) {
    const rows = changes.map((change) => {
        const side = (at) => {
            const access = change.access?.[at];
            return access === undefined ? '–' : write.prose((0,_text_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .accessText */ .cd)(access, change.subject));
        };
        return [write.code((0,_text_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectText */ .yq)(change)), side('before'), side('after'), write.prose((0,_text_change_note_js__WEBPACK_IMPORTED_MODULE_1__/* .changeNotesText */ .d)(change.notes))];
    });
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['who', 'now', 'after', 'why'], rows);
}
function settingsTable(changes, write) {
    const cell = (value) => value === undefined ? '–' : write.code((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(write.plain(value), 200));
    const rows = changes
        .flatMap(_text_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .attributesOf */ .Td)
        .map(({ name, before, after }) => [write.code(name), cell(before), cell(after)]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['setting', 'now', 'after'], rows);
}
function homesTable(changes, write) {
    const rows = changes.map((change) => [
        write.code((0,_text_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectText */ .yq)(change)),
        change.action === 'delete' ? `⚠️ ${change.action}` : change.action,
        attributeTexts(change, write).join(' · ') || '–',
        write.prose((0,_text_change_note_js__WEBPACK_IMPORTED_MODULE_1__/* .changeNotesText */ .d)(change.notes)),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['whose', 'action', 'what', 'why'], rows);
}
function terraformTable(changes, write) {
    const rows = changes.map((change) => [
        write.code((0,_change_change_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .c)(change)),
        change.holdsData && change.action !== 'create' ? `⚠️ ${change.action}` : change.action,
        [...attributeTexts(change, write), write.prose((0,_text_change_note_js__WEBPACK_IMPORTED_MODULE_1__/* .changeNotesText */ .d)(change.notes))]
            .filter((part) => part !== '')
            .join(' · ') || '–',
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['address', 'action', 'attributes'], rows);
}
function attributeTexts(change, write) {
    return (0,_text_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .attributesOf */ .Td)(change).map(({ name, before, after }) => {
        if (before === undefined)
            return `${write.prose(name)} ${write.code(after ?? '')}`;
        return `${write.prose(name)} ${write.code(before)} → ${after === undefined ? 'none' : write.code(after)}`;
    });
}
function hubDiff(changes, write) {
    const line = (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(write.plain(text), 400);
    const lines = changes.flatMap((change) => {
        const notes = (0,_text_change_note_js__WEBPACK_IMPORTED_MODULE_1__/* .changeNotesText */ .d)(change.notes);
        return [
            ` ${line((0,_change_change_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .c)(change))}: ${DONE[change.action]}${notes === '' ? '' : `, ${line(notes)}`}`,
            ...(0,_text_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .attributesOf */ .Td)(change).flatMap(({ name, before, after }) => [
                ...(before === undefined ? [] : [`- ${line(name)}: ${line(before)}`]),
                ...(after === undefined ? [] : [`+ ${line(name)}: ${line(after)}`]),
            ]),
        ];
    });
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(lines.join('\n'), 'diff');
}


/***/ }),

/***/ "src/report/text/change-note.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ changeNoteText),
/* harmony export */   d: () => (/* binding */ changeNotesText)
/* harmony export */ });
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/text/dates.js");


const FIELDS = 5;
const EFFECTS = {
    'api-stays-enabled': 'the API stays enabled',
    'network-rebuilt': 'everything in the network is made anew',
    'connections-cut': 'connections of notebooks to the Internet are cut for a moment',
    'address-released': "the hub's address is given back to Google",
    'address-replaced': 'the hub gets another address',
    'takes-ten-minutes': 'takes about ten minutes',
    'everything-stops': 'the hub and every notebook server stop',
    'everything-stops-homes-reattached': 'the hub and every notebook server stop, and the homes have to be attached again',
    'pool-added': 'new nodes are made when servers need them; no server stops',
    'pool-removed': 'its nodes go: every server on them stops, homes are kept',
    'pool-replaced': 'a new pool is made first; then every server on the nodes of the old one stops, homes are kept',
    'pool-nodes-replaced': 'GKE makes each node of the pool anew: every server on them stops, homes are kept',
    'pool-leaves-zone': 'nodes in a zone go: every server on them stops, and homes in that zone find no node of this pool',
    'core-pool-moves': 'the hub and its proxy move to new nodes, which takes a minute; servers go on',
    'no-server-stops': 'no server stops',
    'hub-restarts': 'the hub restarts (about 20 s, open notebooks stay)',
    'proxy-restarts': 'the proxy restarts (open notebooks reconnect after some seconds)',
    'pods-restart': 'its pods restart',
    'certificate-renewed': 'Google makes a new certificate, which takes up to an hour',
    'storage-class-replaced': 'a class cannot be changed: homes that exist keep their disks, new ones are made by the new class',
    'release-resumed': 'the last apply did not finish: it is done again, the objects stay as they are',
    'release-reinstalled': 'installed again with the same objects: a chart file or a hidden value changed',
    'server-stopped': 'a running notebook server is stopped; its home is kept',
};
function changeNotesText(notes = []) {
    return notes.map(changeNoteText).join('; ');
}
function changeNoteText(note) {
    switch (note.code) {
        case 'listed':
            return `${listedAt(note)}${endOf(note.until)}`;
        case 'kept-additive':
            return note.file === undefined || note.line === undefined
                ? 'granted in the console; kept, since access.mode is additive'
                : `listed at ${note.file}:${note.line}${endOf(note.until)}; granted in the console without an end; kept, since access.mode is additive`;
        case 'access-entry':
            return `access.entry names this ${note.entry}`;
        case 'public-grant':
            return 'granted to everybody, which a users file cannot express';
        case 'access-ended':
            return `${listedAt(note)}${endOf(note.until)}, which has passed`;
        case 'entry-instead':
            return `${listedAt(note)}; access.entry grants access to a ${note.entry} instead`;
        case 'unknown-to-iam':
            return `${listedAt(note)}; IAM does not know it`;
        case 'ended-and-unlisted':
            return 'no longer listed, and its end has passed';
        case 'granted-in-console':
            return 'granted in the console, not listed';
        case 'no-longer-listed':
            return 'no longer listed';
        case 'not-listed':
            return 'not listed';
        case 'not-in-group':
            return `${listedAt(note)}, and not in ${note.group} yet`;
        case 'group-member-unlisted':
            return `in ${note.group}, and in no users file`;
        case 'group-member-revoked':
            return `in ${note.group}; ${listedAt(note)}, and access was revoked at once`;
        case 'group-member-ended':
            return `in ${note.group}; ${listedAt(note)}${endOf(note.until)}, which has passed`;
        case 'gone-from-cluster':
            return 'deleted in the cluster since the last apply; apply makes it again';
        case 'changed-in-cluster':
            return `changed in the cluster since the last apply; apply sets it back: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(note.fields, FIELDS)}`;
        case 'differs-in-cluster':
            return `differs from what was deployed, and no complete record says whether somebody changed it or the cluster made it so; apply sets it back where it can: ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(note.fields, FIELDS)}`;
        case 'forgotten':
            return 'only forgotten: it is not deleted';
        case 'forces-replacement':
            return `a change of ${note.attributes.join(', ')} is only possible by replacing it`;
        case 'values-not-shown':
            return `values not shown: ${note.attributes.join(', ')}`;
        case 'servers-stop':
            return 'servers are stopped, tokens are revoked, the home is kept';
        case 'servers-of-others-stop':
            return 'people who enter by no other way lose their servers and tokens, homes are kept';
        case 'still-admitted-by-domain':
            return `still admitted as an account of ${note.domain}; rights and groups are gone`;
        case 'still-admitted-by-google-group':
            return 'still admitted if a Google group lets this account pass; rights and groups are gone';
        case 'owner-returned':
            return 'comes back: rights are granted again, and the files that were kept are there';
        case 'owner-returned-in-purge':
            return 'comes back while the home is being deleted: that is stopped, and rights are granted again';
        case 'owner-left':
            return 'left: rights are revoked, all files are kept';
        case 'purged':
            return `left on ${note.left}; all files are deleted for good`;
        default:
            return EFFECTS[note.code];
    }
}
function listedAt({ file, line }) {
    return `listed at ${file}:${line}`;
}
function endOf(until) {
    if (until === undefined)
        return '';
    return until === null ? ', without an end' : `, ${(0,_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .untilText */ .o)(until)}`;
}


/***/ }),

/***/ "src/report/text/subject.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Td: () => (/* binding */ attributesOf),
/* harmony export */   cd: () => (/* binding */ accessText),
/* harmony export */   uS: () => (/* binding */ kindText),
/* harmony export */   yq: () => (/* binding */ subjectText)
/* harmony export */ });
/* harmony import */ var _change_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _change_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/settings.js");
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/text/dates.js");



const KINDS = {
    person: 'person',
    'service-account': 'service account',
    'google-group': 'Google group',
    domain: 'domain',
    public: 'everybody',
    'deleted-account': 'deleted account',
    'other-principal': 'principal',
};
function kindText(kind) {
    return KINDS[kind];
}
function subjectText(change) {
    const { subject } = change;
    if (subject.kind === 'settings')
        return 'configuration';
    if (subject.kind === 'iap-trust')
        return 'everybody whom IAP lets pass';
    return 'ownerKey' in subject ? `somebody who left (${subject.ownerKey})` : (0,_change_change_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(change);
}
function accessText({ role, groups = [], until }, { kind }) {
    const end = until === undefined ? [] : [(0,_dates_js__WEBPACK_IMPORTED_MODULE_2__/* .untilText */ .o)(until)];
    if (role === undefined || kind === 'iap-trust')
        return ['passes IAP', ...end].join(', ');
    if (kind === 'domain')
        return ['everybody of the domain', ...end].join(', ');
    return [
        role === 'full-admin' ? 'full admin' : role,
        ...(groups.length === 0 ? [] : [`${groups.length === 1 ? 'group' : 'groups'} ${groups.join(' ')}`]),
        ...end,
    ].join(', ');
}
function attributesOf({ attributes = [], settings = [], deletes = [], access, subject, }) {
    return [
        ...attributes,
        ...settings.map(settingAttribute),
        ...deletes.map((one) => ({ name: one.kind, before: deletedText(one) })),
        ...(access === undefined ? [] : [accessChange(access, subject)]),
    ];
}
function settingAttribute({ setting, before, after }) {
    const [was, is] = [(0,_change_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .settingText */ .Su)(before), (0,_change_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .settingText */ .Su)(after)];
    return { name: setting, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
}
function deletedText(one) {
    if (one.kind !== 'disk')
        return one.place;
    return [one.size ?? 'size not known', ...(one.created === undefined ? [] : [`made ${(0,_dates_js__WEBPACK_IMPORTED_MODULE_2__/* .dayOf */ .k)(one.created)}`])].join(', ');
}
function accessChange({ before, after }, subject) {
    return {
        name: 'access',
        ...(before === undefined ? {} : { before: accessText(before, subject) }),
        ...(after === undefined ? {} : { after: accessText(after, subject) }),
    };
}


/***/ }),

/***/ "src/report/text/verdict.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ verdict),
  g: () => (/* binding */ verdictParts)
});

// EXTERNAL MODULE: ./lib/src/change/change.js
var change_change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/change/guard.js
var guard = __webpack_require__("src/change/guard.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/report/table.js
var table = __webpack_require__("src/report/table.js");
;// CONCATENATED MODULE: ./lib/src/report/text/people.js

const ACCOUNTS = [
    { kind: 'person', one: 'person', many: 'people', whose: 'their' },
    { kind: 'service-account', one: 'service account', many: 'service accounts', whose: 'its' },
];
const CROWDS = [
    { kind: 'domain', noun: 'whole domain' },
    { kind: 'google-group', noun: 'whole Google group' },
];
const IAP_KINDS = [
    ['person', (found) => `${(0,config_text/* plural */.LS)(found, 'person', 'people')} by name`],
    ['service-account', (found) => `${(0,config_text/* plural */.LS)(found, 'service account')} by name`],
    ['google-group', (found) => (0,config_text/* plural */.LS)(found, 'Google group')],
    ['domain', (found) => (0,config_text/* plural */.LS)(found, 'domain')],
    ['public', () => 'the public'],
    ['deleted-account', (found) => (0,config_text/* plural */.LS)(found, 'deleted account')],
    ['other-principal', (found) => (0,config_text/* plural */.LS)(found, 'other principal')],
];
function peopleSentences(changes) {
    const sentences = [
        ...ACCOUNTS.map((account) => accountSentence(changes, account)),
        ...CROWDS.map((crowd) => crowdSentences(changes, crowd)),
        trustSentence(changes),
        iapSentences(changes),
    ].filter((sentence) => sentence !== '');
    return sentences.length === 0 ? 'By the users files nobody gains or loses access.' : sentences.join(' ');
}
function stopsServers(changes) {
    return changes.some(({ scope, action }) => scope === 'access' && action === 'delete');
}
function accountSentence(changes, { kind, one, many, whose }) {
    const clauses = [
        ['create', 'gains access', 'gain access'],
        ['delete', `loses it and ${whose} notebook servers stop`, 'lose it and their notebook servers stop'],
        ['update', 'gets other rights or another end date', 'get other rights or another end date'],
    ];
    const parts = clauses
        .map(([action, ofOne, ofMany]) => ({ found: count(changes, 'access', kind, action), ofOne, ofMany }))
        .filter(({ found }) => found > 0)
        .map(({ found, ofOne, ofMany }, index) => {
        const text = found === 1 ? ofOne : ofMany;
        return index > 0 ? `${found} ${text}` : `${(0,config_text/* plural */.LS)(found, one, many)} ${text.replace(/\bit\b/, 'access')}`;
    });
    return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}
function crowdSentences(changes, { kind, noun }) {
    const clauses = [
        ['create', 'gain', 'access'],
        ['delete', 'lose', 'access, except for people who enter another way'],
        ['update', 'get', 'another end date'],
    ];
    return clauses
        .map(([action, verb, what]) => ({ found: count(changes, 'access', kind, action), verb, what }))
        .filter(({ found }) => found > 0)
        .map(({ found, verb, what }) => `${(0,config_text/* plural */.LS)(found, noun)} ${verb}${found === 1 ? 's' : ''} ${what}.`)
        .join(' ');
}
function trustSentence(changes) {
    if (count(changes, 'access', 'iap-trust', 'create') > 0)
        return 'The hub now admits everybody whom IAP lets pass.';
    if (count(changes, 'access', 'iap-trust', 'delete') === 0)
        return '';
    return 'The hub no longer admits people whom only IAP lets pass, and their notebook servers stop.';
}
function iapSentences(changes) {
    const principals = (action) => (0,config_text/* joinWithAnd */.Ol)(IAP_KINDS.flatMap(([kind, text]) => {
        const found = count(changes, 'iap', kind, action);
        return found === 0 ? [] : [text(found)];
    }));
    const [granted, revoked, changed] = [principals('create'), principals('delete'), principals('update')];
    return [
        ...(granted === '' ? [] : [`IAP lets ${granted} pass.`]),
        ...(revoked === '' ? [] : [`IAP no longer lets ${revoked} pass.`]),
        ...(changed === '' ? [] : [`The IAP grant of ${changed} gets another end date.`]),
    ].join(' ');
}
function count(changes, scope, kind, action) {
    return changes.filter((one) => one.scope === scope && one.subject.kind === kind && one.action === action).length;
}

// EXTERNAL MODULE: ./lib/src/report/text/profiles.js + 1 modules
var profiles = __webpack_require__("src/report/text/profiles.js");
// EXTERNAL MODULE: ./lib/src/report/text/rights.js
var rights = __webpack_require__("src/report/text/rights.js");
// EXTERNAL MODULE: ./lib/src/report/text/settings.js + 6 modules
var settings = __webpack_require__("src/report/text/settings.js");
;// CONCATENATED MODULE: ./lib/src/report/text/verdict.js








function verdict(all, write) {
    return verdictParts(all, write).join(' ');
}
function verdictParts(all, write) {
    const changes = (0,settings/* withoutExplained */.r)(all);
    return [
        peopleSentences(changes),
        ...(0,settings/* settingSentences */.X8)(changes, write),
        ...(0,rights/* rightsSentences */.sp)(changes, write),
        ...(0,rights/* lossSentences */.IB)(changes, write),
        ...(0,rights/* valueRightsSentences */.ps)(changes, write),
        ...(0,rights/* clusterRightsSentences */.eq)(changes, write),
        driftSentence(changes, write),
        notebookSentence(changes),
        platformSentence(changes),
        dataSentences(changes, write),
        ...(0,rights/* codeSentences */.gk)(changes, write),
        ...(0,rights/* chartSentences */.Dk)(changes, write),
    ].filter((sentence) => sentence !== '');
}
const POOL_LOSSES = new Set([
    'pool-removed',
    'pool-replaced',
    'pool-nodes-replaced',
    'pool-leaves-zone',
]);
function driftSentence(changes, write) {
    const drift = changes.filter(({ isDrift }) => isDrift === true);
    if (drift.length === 0)
        return '';
    const names = drift.map((change) => write.code((0,change_change/* addressOf */.c)(change)));
    return `⚠️ Somebody changed or deleted in the cluster what was deployed, and apply sets it back: ${(0,config_text/* firstOf */.Ku)(names, rights/* NAMED */.qB)}.`;
}
function notebookSentence(changes) {
    const cluster = changes.find(({ subject }) => subject.kind === 'terraform-resource' && subject.type === 'google_container_cluster');
    if (cluster?.action === 'delete' || cluster?.action === 'replace')
        return 'The cluster goes: all running notebooks stop.';
    if (cluster?.action === 'create')
        return 'A new cluster is built; no notebook runs yet.';
    if (changes.some(({ notes = [] }) => notes.some(({ code }) => POOL_LOSSES.has(code))))
        return 'Servers on the node pools that change stop; homes are kept. All others stay.';
    const restarts = (name) => changes.some((change) => change.scope === 'helm' &&
        (0,change_change/* addressOf */.c)(change) === `Deployment/${name}` &&
        change.action !== 'create' &&
        (change.isDrift !== true || change.notes?.some(({ code }) => code === `${name}-restarts`) === true));
    if (restarts('proxy'))
        return 'The proxy restarts: open notebooks lose their connection for some seconds and keep their work.';
    const stay = (0,profiles/* stopsSooner */.W)(changes.flatMap(({ settings = [] }) => settings))
        ? 'All other running notebooks stay.'
        : 'Running notebooks stay.';
    if (restarts('hub'))
        return `The hub restarts (about 20 s). ${stay}`;
    return stopsServers(changes) ? 'The notebooks of everybody else stay.' : stay;
}
const RESULTS = [
    ['create', 'added'],
    ['update', 'changed'],
    ['replace', 'replaced'],
    ['delete', 'deleted'],
];
function platformSentence(changes) {
    const resources = changes.filter(({ scope }) => scope === 'terraform');
    const [first, ...more] = RESULTS.map(([action, done]) => ({ found: (0,table/* countActions */.Bd)(resources, action), done })).filter(({ found }) => found > 0);
    if (first === undefined)
        return '';
    const verb = first.found === 1 ? 'is' : 'are';
    const parts = [`${(0,config_text/* plural */.LS)(first.found, 'resource')} of the platform ${verb} ${first.done}`];
    return `${(0,config_text/* joinWithAnd */.Ol)([...parts, ...more.map(({ found, done }) => `${found} ${done}`)])}.`;
}
function dataSentences(changes, write) {
    const lost = (0,guard/* lostChanges */.E)({ changes });
    const asked = changes.filter(({ isAsked, action }) => isAsked === true && action === 'delete');
    const names = (some) => (0,config_text/* firstOf */.Ku)(some.map((change) => write.code((0,change_change/* addressOf */.c)(change))), rights/* NAMED */.qB);
    const places = [...new Set(changes.flatMap(({ dataPlaces = [] }) => dataPlaces))].map(write.code);
    const sentences = [
        ...(places.length === 0 ? [] : [`⚠️ Where data is kept changes: ${(0,config_text/* firstOf */.Ku)(places, rights/* NAMED */.qB)}.`]),
        ...(asked.length === 0 ? [] : [`⚠️ Homes are deleted for good, as storage.purge says: ${names(asked)}.`]),
        ...(lost.length === 0 ? [] : [`⚠️ ${lossOf(lost)}: ${names(lost)}. Apply refuses this unless it is acknowledged.`]),
    ];
    return sentences.length === 0 ? 'Nothing that holds data is deleted.' : sentences.join(' ');
}
function lossOf(lost) {
    const isPool = ({ subject }) => subject.kind === 'terraform-resource' && subject.type === 'google_container_node_pool';
    if (lost.every(isPool))
        return 'Servers of people stop';
    return lost.some(isPool) ? 'Data or an address is lost, and servers of people stop' : 'Data or an address is lost';
}


/***/ })

};
;