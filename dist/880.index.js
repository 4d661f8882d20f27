"use strict";
exports.id = 880;
exports.ids = [880];
exports.modules = {

/***/ 88880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ credentialInputs),
/* harmony export */   flagsFromInputs: () => (/* binding */ flagsFromInputs)
/* harmony export */ });
/* unused harmony exports INPUTS, inputOf */
const EVERY = ['root', 'validate', 'plan', 'apply', 'sync-users', 'destroy'];
const CLOUD = ['root', 'plan', 'apply', 'sync-users', 'destroy'];
/** All inputs of all composite actions; a test holds action.yml and this table together. */
const INPUTS = [
    { name: 'config', flag: 'config', actions: EVERY },
    { name: 'workload_identity_provider', actions: CLOUD },
    { name: 'service_account', actions: CLOUD },
    { name: 'github_token', actions: ['root', 'plan'] },
    { name: 'break_lock', flag: 'break-lock', actions: ['root', 'apply', 'destroy'] },
    { name: 'target', flag: 'target', actions: ['destroy'] },
];
/** Value of an input as a composite passes it, trimmed; undefined where it is empty or absent. */
function inputOf(env, name) {
    return env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
}
/** Command line flags that the inputs of a composite stand for. Flags given as arguments win over them. */
function flagsFromInputs(env) {
    const flags = {};
    for (const { name, flag } of INPUTS) {
        const value = inputOf(env, name);
        if (flag !== undefined && value !== undefined)
            flags[flag] = value;
    }
    return flags;
}
/** Reads who the run is from the inputs; the token falls back to GITHUB_TOKEN for use in a plain `run` step. */
function credentialInputs(env) {
    return {
        workloadIdentityProvider: inputOf(env, 'workload_identity_provider'),
        serviceAccount: inputOf(env, 'service_account'),
        githubToken: inputOf(env, 'github_token') ?? (env.GITHUB_TOKEN || undefined),
    };
}


/***/ })

};
;