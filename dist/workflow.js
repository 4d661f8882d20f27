"use strict";
exports.id = "workflow";
exports.ids = ["workflow"];
exports.modules = {

/***/ "src/config/diagnostic.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VX: () => (/* binding */ MORE_FINDINGS),
  TH: () => (/* binding */ documentation),
  v$: () => (/* binding */ documentationLink),
  $t: () => (/* binding */ orderFindings),
  zj: () => (/* binding */ withoutDuplicates)
});

// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__("src/versions.js");
;// CONCATENATED MODULE: ./lib/src/config/repeated.js
const MOST = { error: 10, warning: 3, note: 3 };
const OF_ENTRIES = new Set(['person-format', 'duplicate-person', 'admin-full', 'csv-syntax']);
const MAX_RANGES = 5;
function joinRepeated(diagnostics) {
    const kinds = new Map();
    for (const one of diagnostics) {
        const kind = kindOf(one);
        const known = kinds.get(kind);
        if (known === undefined)
            kinds.set(kind, [one]);
        else
            known.push(one);
    }
    return diagnostics.flatMap((one) => {
        const same = kinds.get(kindOf(one)) ?? [];
        if (same.length <= MOST[one.severity])
            return [one];
        if (same[0] !== one)
            return [];
        const times = `This is found ${same.length.toLocaleString('en')} times, on ${linesText(same.map(({ line }) => line))}.`;
        return [{ ...one, message: `${one.message} ${times}` }];
    });
}
function kindOf({ file, rule, severity, message, hint = '', absent = false }) {
    const plain = (text) => OF_ENTRIES.has(rule) ? text.replace(/"[^"]*"/g, '"').replace(/\d+/g, '0') : text;
    return JSON.stringify([file, rule, severity, absent, plain(message), plain(hint)]);
}
function linesText(lines) {
    const sorted = [...new Set(lines)].sort((a, b) => a - b);
    const ranges = [];
    for (const line of sorted) {
        const last = ranges.at(-1);
        if (last !== undefined && line === last[1] + 1)
            last[1] = line;
        else
            ranges.push([line, line]);
    }
    const texts = ranges
        .slice(0, MAX_RANGES)
        .map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
    if (ranges.length > MAX_RANGES)
        texts.push('more');
    const end = texts.pop() ?? '';
    const list = texts.length === 0 ? end : `${texts.join(', ')} and ${end}`;
    return sorted.length === 1 ? `line ${list}` : `lines ${list}`;
}

;// CONCATENATED MODULE: ./lib/src/config/diagnostic.js


function documentation(rule) {
    return `docs/reference/rules.md#${rule}`;
}
function documentationLink(rule) {
    const [repository, version] = versions/* ACTION */.hr.split('@');
    return `https://github.com/${repository}/blob/${version}/${documentation(rule)}`;
}
const MAX_FINDINGS = 100;
const MORE_FINDINGS = 'more-findings';
function orderFindings(diagnostics, files = []) {
    const rank = { error: 0, warning: 1, note: 2 };
    const order = [...new Set([...files, ...diagnostics.map(({ file }) => file)])];
    const turn = new Map(order.map((file, index) => [file, index]));
    const seen = new Set();
    const unique = diagnostics.filter((one) => {
        const key = `${one.file}:${one.line}:${one.column}:${one.rule}:${one.message}`;
        return !seen.has(key) && seen.add(key);
    });
    const sorted = [...unique].sort((a, b) => (turn.get(a.file) ?? 0) - (turn.get(b.file) ?? 0) ||
        a.line - b.line ||
        a.column - b.column ||
        rank[a.severity] - rank[b.severity]);
    const ordered = joinRepeated(sorted);
    const [first] = ordered;
    if (first === undefined || ordered.length <= MAX_FINDINGS)
        return ordered;
    const kept = [...ordered].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MAX_FINDINGS);
    const message = `Only the first ${MAX_FINDINGS} findings are shown, errors first.`;
    const { file, line, column } = first;
    const more = {
        file,
        line,
        column,
        length: 1,
        severity: 'note',
        rule: MORE_FINDINGS,
        message,
        absent: true,
    };
    return [...ordered.filter((one) => kept.includes(one)), more];
}
function withoutDuplicates(...checks) {
    let kept = [];
    for (const check of checks) {
        const taken = new Set(kept.filter(({ absent }) => absent !== true).map(placeKey));
        kept = kept.concat(check.filter((one) => one.absent === true || !taken.has(placeKey(one))));
    }
    return kept;
}
function placeKey({ file, line, column }) {
    return `${file}:${line}:${column}`;
}


/***/ }),

/***/ "src/github/runner/workflow.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addSummary: () => (/* binding */ addSummary),
/* harmony export */   annotate: () => (/* binding */ annotate),
/* harmony export */   endGroup: () => (/* reexport safe */ _actions_core__WEBPACK_IMPORTED_MODULE_0__.N4),
/* harmony export */   getInput: () => (/* reexport safe */ _actions_core__WEBPACK_IMPORTED_MODULE_0__.V4),
/* harmony export */   identityToken: () => (/* binding */ identityToken),
/* harmony export */   mask: () => (/* binding */ mask),
/* harmony export */   setOutputs: () => (/* binding */ setOutputs),
/* harmony export */   showFailure: () => (/* binding */ showFailure),
/* harmony export */   startGroup: () => (/* reexport safe */ _actions_core__WEBPACK_IMPORTED_MODULE_0__.Oh)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("@actions/core/lib/core.js");
/* harmony import */ var _config_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/diagnostic.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");
/* harmony import */ var _log_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/github/runner/log-text.js");





const LEVELS = { error: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, note: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm };
function annotate({ file, line, column, length, rule, severity, message, hint }) {
    const text = [message, ...(hint === undefined ? [] : [hint]), (0,_config_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__/* .documentationLink */ .v$)(rule)].join('\n');
    LEVELS[severity](text, {
        title: rule,
        file,
        startLine: line,
        startColumn: column,
        endColumn: column + length - 1,
    });
}
function showFailure(text) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(text, { title: 'jupyterhub-gke' });
}
function mask(secret) {
    for (const part of (0,_log_text_js__WEBPACK_IMPORTED_MODULE_3__/* .maskedParts */ .ES)(secret))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(part);
}
function setOutputs(outputs) {
    if (!process.env.GITHUB_OUTPUT)
        return;
    try {
        for (const [name, value] of Object.entries(outputs))
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`The outputs of this step cannot be written (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .gJ)(cause)})`, {
            where: process.env.GITHUB_OUTPUT,
            hint: 'Later steps go by them. What the run did before this stays done. Leave GITHUB_OUTPUT as the runner sets it.',
            cause,
        });
    }
}
async function addSummary(markdown) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return undefined;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown.replace(/\n*$/, ''), true).write();
        return undefined;
    }
    catch (cause) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.emptyBuffer();
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .gJ)(cause);
    }
}
async function identityToken(audience) {
    try {
        return await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getIDToken */ .V9(audience);
    }
    catch (cause) {
        const why = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .gJ)(cause).replace(/\s+/g, ' ');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`GitHub gave this job no identity token (${why})`, {
            hint: 'Run the job again; githubstatus.com says whether GitHub has a problem.',
            cause,
        });
    }
}


/***/ })

};
;