"use strict";
exports.id = "python";
exports.ids = ["python"];
exports.modules = {

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
    const hidden = new Set(Object.values(secrets).flatMap((secret) => ('env' in secret ? [secret.env] : [])));
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


/***/ }),

/***/ "src/system/python.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compilePython: () => (/* binding */ compilePython)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/system/environment.js");
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/system/exec.js");


const PROGRAM = `
import json, sys, warnings
warnings.simplefilter("ignore")
found = []
for index, code in enumerate(json.loads(sys.stdin.read())):
    try:
        compile(code, "<code>", "exec", 0, True)
    except SyntaxError as error:
        found.append([index, error.lineno or 1, error.offset or 1, str(error.msg)])
    except ValueError as error:
        found.append([index, 1, 1, str(error)])
    except (MemoryError, OverflowError, RecursionError):
        pass
print(json.dumps({"version": sys.version_info[:2], "found": found}))
`;
const ARGUMENTS = ['-I', '-S', '-X', 'utf8', '-c', PROGRAM];
const LIMIT = 20_000;
const MAX_OUTPUT = 2 ** 20;
async function compilePython(texts, env, start = _exec_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e) {
    for (const program of ['python3', 'python']) {
        const answer = await ask(program, texts, env, start);
        if (answer !== undefined)
            return answer;
    }
    return undefined;
}
async function ask(program, texts, env, start) {
    const input = JSON.stringify(texts).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    try {
        const options = { env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .bareEnvironment */ .Y)(env), input, timeout: LIMIT, maxOutput: MAX_OUTPUT };
        const { code, stdout } = await start(program, ARGUMENTS, options);
        return code === 0 ? read(stdout) : undefined;
    }
    catch {
        return undefined;
    }
}
function read(stdout) {
    const { version, found } = JSON.parse(stdout);
    if (version[0] < 3)
        return undefined;
    const errors = found.map(([index, line, column, message]) => {
        const text = message.replace(/[\s.]+$/, '');
        return [index, { line: Math.max(1, line), column: Math.max(1, column), message: text.slice(0, 200) }];
    });
    return { version, errors: new Map(errors) };
}


/***/ })

};
;