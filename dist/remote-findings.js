"use strict";
exports.id = "remote-findings";
exports.ids = ["remote-findings"];
exports.modules = {

/***/ "src/stages/input/remote-findings.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   redactRemoteFindings: () => (/* binding */ redactRemoteFindings),
/* harmony export */   relocateRemoteFindings: () => (/* binding */ relocateRemoteFindings)
/* harmony export */ });
function redactRemoteFindings(checked) {
    const { diagnostics, sources, origins } = checked;
    return {
        ...checked,
        diagnostics: diagnostics.map((found) => (origins.has(found.file) ? unquoted(found) : found)),
        sources: new Map([...sources].filter(([file]) => !origins.has(file))),
    };
}
function unquoted({ hint, ...found }) {
    const plain = (text) => text.replace(/".*"/s, '"…"');
    return { ...found, message: plain(found.message), ...(hint === undefined ? {} : { hint: plain(hint) }) };
}
function relocateRemoteFindings({ diagnostics, origins }) {
    return diagnostics.map((found) => {
        const origin = origins.get(found.file);
        if (origin === undefined)
            return found;
        return { ...found, ...origin.location, message: `${found.file}:${found.line}:${found.column}: ${found.message}` };
    });
}


/***/ })

};
;