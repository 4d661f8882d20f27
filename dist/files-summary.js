"use strict";
exports.id = "files-summary";
exports.ids = ["files-summary"];
exports.modules = {

/***/ "src/report/diagram.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ hubDiagram)
/* harmony export */ });
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/markdown.js");


const MOST_PROFILES = 8;
function hubDiagram(config) {
    const { access, storage, profiles } = config;
    const { home } = storage;
    const shown = profiles.slice(0, MOST_PROFILES).map((profile, index) => `p${index}${box(...profileLines(profile))}`);
    const rest = profiles.length - shown.length;
    const lines = [
        'flowchart LR',
        `  people${box('People')} --> address${box('Load balancer', access.domain ?? 'its own address at sslip.io')}`,
        `  address --> iap${box('Identity-Aware Proxy', entryLine(access))}`,
        '  iap --> proxy',
        `  subgraph platform${box(...platformLines(config))}`,
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
function platformLines({ platform, location }) {
    const { existing, from, name, cluster } = platform;
    const shared = from === undefined ? [] : [`shared: ${name}`];
    if (existing !== undefined)
        return [`GKE cluster ${existing.name} in ${existing.location}`, 'managed elsewhere'];
    return [`GKE ${cluster.mode === 'autopilot' ? 'Autopilot' : 'Standard'} in ${location}`, ...shared];
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

/***/ "src/report/files-summary.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   filesSummary: () => (/* binding */ filesSummary)
/* harmony export */ });
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _diagram_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/diagram.js");
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/findings.js");
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/markdown.js");
/* harmony import */ var _plan_comment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/plan-comment.js");





function filesSummary({ config, people, diagnostics, write }) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const others = diagnostics.filter(({ severity }) => severity !== 'error');
    const counts = (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .countText */ .lT)((0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(diagnostics));
    const name = config === undefined ? '' : ` ${write.code(config.name)}`;
    const found = diagnostics.length === 0 ? 'No finding' : `Findings: ${counts}`;
    const listed = config === undefined ? '' : ` ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(people, 'person is', 'people are')} listed.`;
    return [
        `### JupyterHub${name} · files checked`,
        `**${found}.${listed} Nothing was contacted, so what would change in the cloud is not known here.**`,
        (0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_4__/* .findingList */ .QQ)(errors, write),
        others.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(`⚠️ ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .countText */ .lT)((0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(others))}`, (0,_plan_comment_js__WEBPACK_IMPORTED_MODULE_4__/* .findingList */ .QQ)(others, write)),
        config === undefined ? '' : `#### The hub as it would be\n\n${(0,_diagram_js__WEBPACK_IMPORTED_MODULE_1__/* .hubDiagram */ .V)(config)}`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}


/***/ })

};
;