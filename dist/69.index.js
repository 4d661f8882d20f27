"use strict";
exports.id = 69;
exports.ids = [69];
exports.modules = {

/***/ 88069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandForEvent: () => (/* binding */ commandForEvent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75770);

const DEPENDABOT = 'dependabot[bot]';
/** Picks the command for the event that started the run; refuses events that could hand credentials to strangers. */
function commandForEvent(context) {
    if (context === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('There is no GitHub event here', {
            hint: 'In a terminal name the command: validate, plan, apply, sync-users or destroy.',
        });
    }
    const { eventName, pullRequest } = context;
    if (eventName === 'pull_request') {
        // GitHub gives these runs neither an identity token nor a token that may write.
        if (pullRequest === undefined || pullRequest.fork) {
            return { command: 'validate', because: 'the pull request comes from a fork, which gets no credentials' };
        }
        if (context.actor === DEPENDABOT) {
            return { command: 'validate', because: 'Dependabot started the run, which gets no credentials' };
        }
        return { command: 'plan', because: `pull request #${pullRequest.number}` };
    }
    if (eventName === 'push' || eventName === 'workflow_dispatch') {
        if (context.onDefaultBranch)
            return { command: 'apply', because: `${eventName} on the default branch` };
        return { command: 'validate', because: `${eventName} on another branch than the default one` };
    }
    if (eventName === 'merge_group')
        return { command: 'validate', because: 'merge queue' };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`The event ${eventName} starts no command of this action`, {
        hint: eventName === 'pull_request_target'
            ? 'Use pull_request: pull_request_target runs the code of strangers with your credentials.'
            : 'Use pull_request, push, workflow_dispatch or merge_group, or one of the actions under actions/.',
    });
}


/***/ })

};
;