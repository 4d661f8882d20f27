"use strict";
exports.id = "event-command";
exports.ids = ["event-command"];
exports.modules = {

/***/ "src/github/api/request-branch.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueOfBranch),
/* harmony export */   W: () => (/* binding */ requestBranch)
/* harmony export */ });
function requestBranch(issue) {
    return `access-request/${issue}`;
}
function issueOfBranch(branch) {
    const number = /^access-request\/([1-9]\d{0,14})$/.exec(branch ?? '')?.[1];
    return number === undefined ? undefined : Number(number);
}


/***/ }),

/***/ "src/github/event-command.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ mergedRequest),
/* harmony export */   commandForEvent: () => (/* binding */ commandForEvent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _api_request_branch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/github/api/request-branch.js");


const DEPENDABOT = 'dependabot[bot]';
function commandForEvent(context, immediate = false) {
    if (context === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('This run has no GitHub event', {
            hint: 'In a terminal, name the command: validate, plan, apply, sync-users or destroy.',
        });
    }
    const { eventName, pullRequest } = context;
    if (eventName === 'pull_request') {
        if (context.action === 'closed')
            return ofClosed(context);
        if (pullRequest === undefined || pullRequest.fork) {
            return { command: 'validate', because: 'the pull request comes from a fork, which gets no credentials' };
        }
        if (context.actor === DEPENDABOT) {
            return { command: 'validate', because: 'Dependabot started the run, which gets no credentials' };
        }
        return { command: 'plan', because: `pull request #${pullRequest.number}` };
    }
    if (eventName === 'push' || eventName === 'workflow_dispatch') {
        if (context.onDefaultBranch && immediate) {
            return { command: 'sync-users', because: 'access is to be revoked or given back at once' };
        }
        if (context.onDefaultBranch)
            return { command: 'apply', because: `${eventName} on the default branch` };
        return { command: 'validate', because: `${eventName} on a branch other than the default branch` };
    }
    if (eventName === 'schedule')
        return { command: 'sync-users', because: 'schedule: expired access is revoked' };
    if (eventName === 'issues')
        return { command: 'access-request', because: `issue #${context.issue}` };
    if (eventName === 'merge_group')
        return { command: 'validate', because: 'merge queue' };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`The event ${eventName} starts no command of this action`, {
        hint: eventName === 'pull_request_target'
            ? 'Use pull_request: pull_request_target runs the code of strangers with your credentials.'
            : 'Use pull_request, push, schedule, workflow_dispatch, merge_group or issues, or one of the actions under actions/.',
    });
}
function ofClosed({ pullRequest }) {
    if (pullRequest === undefined || mergedRequest(pullRequest) === undefined) {
        return { command: undefined, because: 'the closed pull request is not a merged access request' };
    }
    return { command: 'access-request', because: `pull request #${pullRequest.number} is merged` };
}
function mergedRequest(pull) {
    if (pull === undefined || !pull.merged || pull.fork)
        return undefined;
    return (0,_api_request_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .issueOfBranch */ .L)(pull.headRef);
}


/***/ })

};
;