"use strict";
exports.id = "validate";
exports.ids = ["validate"];
exports.modules = {

/***/ "src/commands/validate.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var _access_users_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/users/load.js");
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/findings.js");
/* harmony import */ var _stages_input_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/stages/input/read.js");



const command = {
    name: 'validate',
    about: 'Checks jupyterhub.yaml and the users files. Contacts nothing.',
    flags: {},
    run: async (context) => {
        const started = performance.now();
        const checked = withoutLaterKeys(await (0,_stages_input_read_js__WEBPACK_IMPORTED_MODULE_2__/* .checkInput */ .DR)(context, { compileIn: context.env }));
        context.annotate(checked.diagnostics);
        context.say((0,_report_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsText */ ._g)({ ...checked, took: performance.now() - started }));
        return {
            exitCode: checked.input === undefined ? 1 : 0,
            document: (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsDocument */ .Cd)(checked),
            outputs: {},
            ...(context.github !== undefined ? { summary: await summary(context, checked) } : {}),
        };
    },
};
async function summary({ write }, { input, diagnostics }) {
    const { filesSummary } = await Promise.all(/* import() */[__webpack_require__.e("report-text"), __webpack_require__.e("plan-comment"), __webpack_require__.e("files-summary")]).then(__webpack_require__.bind(__webpack_require__, "src/report/files-summary.js"));
    return filesSummary({
        config: input?.config,
        people: (0,_access_users_load_js__WEBPACK_IMPORTED_MODULE_0__/* .listedPeople */ .V)(input?.principals ?? []).length,
        diagnostics,
        write,
    });
}
function withoutLaterKeys(checked) {
    const isLater = ({ rule }) => rule === 'not-supported-yet';
    const [first, ...more] = checked.diagnostics.filter(isLater);
    const others = checked.diagnostics.filter((found) => !isLater(found) || (checked.input && found === first));
    const diagnostics = others.map((found) => found !== first || more.length === 0
        ? found
        : { ...found, message: `${found.message} The same is true for ${more.length} more; plan and apply name each.` });
    return { ...checked, diagnostics };
}


/***/ })

};
;