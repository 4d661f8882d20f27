"use strict";
exports.id = 404;
exports.ids = [404];
exports.modules = {

/***/ 25404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36192);
/* harmony import */ var _read_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47883);


/** Checks the files and prints every finding; contacts nothing and needs no credentials. */
const command = {
    name: 'validate',
    about: 'Checks jupyterhub.yaml and the users files. Contacts nothing.',
    flags: {},
    run: async (context) => {
        const started = performance.now();
        const checked = relevant(await (0,_read_input_js__WEBPACK_IMPORTED_MODULE_0__/* .checkInput */ .DR)(context));
        context.annotate(checked.diagnostics);
        context.say((0,_report_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsText */ ._g)({ ...checked, took: performance.now() - started }));
        return {
            exitCode: checked.input === undefined ? 1 : 0,
            document: (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsDocument */ .Cd)(checked),
            outputs: {},
        };
    },
};
/**
 * What this version cannot do yet is one note here, since the file may be for a later one; `plan` and `apply` name each
 * key at its line. While a file is wrong it is left out: that would be no help.
 */
function relevant(checked) {
    const isLater = ({ rule }) => rule === 'not-supported-yet';
    const [first, ...more] = checked.diagnostics.filter(isLater);
    const others = checked.diagnostics.filter((found) => !isLater(found) || (checked.input && found === first));
    const diagnostics = others.map((found) => found !== first || more.length === 0
        ? found
        : { ...found, message: `${found.message} The same holds for ${more.length} more; plan and apply name each.` });
    return { ...checked, diagnostics };
}


/***/ })

};
;