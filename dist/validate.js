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


/***/ }),

/***/ "src/system/environment.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment),
/* harmony export */   Y: () => (/* binding */ bareEnvironment)
/* harmony export */ });
const PASSED = /^(PATH|HOME|USER|LANG|LC_ALL|TMPDIR|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|SystemRoot)$/i;
function bareEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => PASSED.test(name)));
}
const OURS = /^(INPUT_.*|ACTIONS_.*|(GITHUB|GH)(_ENTERPRISE)?_TOKEN|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;
function childEnvironment(env, secrets) {
    const hidden = new Set(Object.values(secrets).map((secret) => secret.env));
    return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name) && !hidden.has(name)));
}


/***/ }),

/***/ "src/system/exec.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run),
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



const AWAY = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.parse)(process.execPath).root;
async function ask(program, args, env) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ "actions-exec").then(__webpack_require__.bind(__webpack_require__, "@actions/exec/lib/exec.js"));
    const set = Object.entries(env).filter((entry) => entry[1] !== undefined);
    try {
        const { exitCode, stdout } = await getExecOutput('/bin/sh', ['-c', 'exec "$0" "$@" </dev/null', program, ...args], {
            ...{ silent: true, ignoreReturnCode: true },
            cwd: AWAY,
            env: Object.fromEntries(set),
        });
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined;
    }
}
const run = (program, args, options = {}) => new Promise((resolve, reject) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: options.cwd ?? AWAY,
        env: options.env ?? process.env,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
    });
    const out = lines(options.onStdout);
    const err = lines(options.onStderr);
    let timedOut = false;
    let killTimer;
    const stop = (signal, grace) => {
        child.kill(signal);
        killTimer ??= setTimeout(() => killGroup(child.pid), grace);
    };
    const limit = options.timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stop('SIGTERM', 10_000);
        }, options.timeout);
    const onAbort = () => stop('SIGINT', options.grace?.() ?? 60_000);
    if (options.signal?.aborted)
        onAbort();
    options.signal?.addEventListener('abort', onAbort, { once: true });
    let room = options.maxOutput ?? Number.POSITIVE_INFINITY;
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
        if (room < 0)
            return;
        room -= chunk.length;
        if (room < 0)
            stop('SIGTERM', 10_000);
        else
            out.push(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', err.push);
    child.stdin?.on('error', () => { });
    child.stdin?.end(options.input);
    child.on('error', (cause) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`${program} could not be started`, { cause })));
    child.on('close', (code) => {
        clearTimeout(limit);
        clearTimeout(killTimer);
        options.signal?.removeEventListener('abort', onAbort);
        const tooLong = room < 0 ? { tooLong: true } : {};
        resolve({ code, stdout: out.end(), stderr: err.end(), timedOut, ...tooLong });
    });
});
function killGroup(pid) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
    }
}
function lines(onLine) {
    let whole = '';
    let rest = '';
    return {
        push(chunk) {
            whole += chunk;
            if (!onLine)
                return;
            const parts = (rest + chunk).split('\n');
            rest = parts.pop() ?? '';
            for (const part of parts)
                onLine(part);
        },
        end() {
            if (onLine && rest !== '')
                onLine(rest);
            return whole;
        },
    };
}


/***/ })

};
;