#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 75770:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   j1: () => (/* binding */ ConfigurationError),
/* harmony export */   v4: () => (/* binding */ ToolError)
/* harmony export */ });
/** A failure with a cause and a way out that are known: printed without a stack. */
class ToolError extends Error {
    where;
    hint;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = new.target.name;
        this.where = details.where;
        this.hint = details.hint;
    }
}
/** The files, inputs or flags are wrong: nothing was contacted, the author of the change can mend it. */
class ConfigurationError extends ToolError {
}
/** Wrong command line: exit code 2 instead of 1. */
class UsageError extends ToolError {
}
/** Text of anything thrown, without a leading `Error: `, so that messages nest. */
function errorMessage(error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.replace(/^(Error:\s*)+/, '').trim();
}


/***/ }),

/***/ 97160:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fk: () => (/* binding */ SUPPORTED),
/* harmony export */   iJ: () => (/* binding */ DOWNLOADS),
/* harmony export */   qD: () => (/* binding */ DEFAULT_CHART_VERSION),
/* harmony export */   r4: () => (/* binding */ inRange),
/* harmony export */   xv: () => (/* binding */ VERSION),
/* harmony export */   yK: () => (/* binding */ CHART_REPOSITORY)
/* harmony export */ });
/* unused harmony export compareVersions */
/** Version of this program; the same as in package.json. */
const VERSION = '0.1.0';
/** Release of Zero to JupyterHub that is installed unless the configuration says otherwise, and that all checks ran with. */
const DEFAULT_CHART_VERSION = '4.4.0';
/** Official Helm repository of Zero to JupyterHub. */
const CHART_REPOSITORY = 'https://hub.jupyter.org/helm-chart/';
/** Programs that the product calls. */
const SUPPORTED = {
    terraform: { from: '1.9.0', below: '2.0.0' },
    tofu: { from: '1.9.0', below: '2.0.0' },
    helm: { from: '3.18.0', below: '5.0.0' },
};
/** Releases that are downloaded, with the checksums that their publishers list (terraform_1.11.4_SHA256SUMS, helm-v4.0.4-*.sha256sum). */
const DOWNLOADS = {
    terraform: {
        version: '1.11.4',
        sha256: {
            linux_amd64: '1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc',
            linux_arm64: 'a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633',
            darwin_amd64: 'a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b',
            darwin_arm64: '867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18',
        },
    },
    helm: {
        version: '4.0.4',
        sha256: {
            linux_amd64: '29454bc351f4433e66c00f5d37841627cbbcc02e4c70a6d796529d355237671c',
            linux_arm64: '16b88acc6503d646b7537a298e7389bef469c5cc9ebadf727547abe9f6a35903',
        },
    },
};
/** Whether a version such as `1.11.4` or `v3.19.0+g3d8990f` lies in a range; pre-releases count as their release. */
function inRange(version, range) {
    return compareVersions(version, range.from) >= 0 && compareVersions(version, range.below) < 0;
}
/** Negative, zero or positive, as `a` is older than, the same as, or newer than `b`. */
function compareVersions(a, b) {
    const [left, right] = [numbers(a), numbers(b)];
    for (let index = 0; index < 3; index += 1) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function numbers(version) {
    return (/^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0').split('.').map(Number);
}


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = require("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = require("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 85675:
/***/ ((module) => {

module.exports = require("http2");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = require("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 37830:
/***/ ((module) => {

module.exports = require("node:stream/web");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 83480:
/***/ ((module) => {

module.exports = require("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = require("stream");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = require("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = require("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 28167:
/***/ ((module) => {

module.exports = require("worker_threads");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = require("zlib");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			id: moduleId,
/******/ 			loaded: false,
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Flag the module as loaded
/******/ 		module.loaded = true;
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/node module decorator */
/******/ 	(() => {
/******/ 		__nccwpck_require__.nmd = (module) => {
/******/ 			module.paths = [];
/******/ 			if (!module.children) module.children = [];
/******/ 			return module;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(57975);
;// CONCATENATED MODULE: ./lib/src/change/redact.js
/** Hides known secrets in text. One per run: every secret is added before anything can print it. */
class Redactor {
    #secrets = new Set();
    /** Adds a secret; of several lines each longer line is hidden by itself too, since logs are cut by lines. */
    add(secret) {
        for (const part of [secret, ...secret.split(/\r?\n/)]) {
            // Hiding one or two characters everywhere would make every log unreadable and hide nothing.
            if (part.trim().length >= 4)
                this.#secrets.add(part);
        }
    }
    /** The text with every secret, and its base64, URL-encoded and JSON-escaped forms, replaced by `***`. */
    text(text) {
        let safe = text;
        for (const secret of [...this.#secrets].sort((a, b) => b.length - a.length)) {
            const escaped = JSON.stringify(secret).slice(1, -1);
            for (const form of [secret, escaped, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) {
                safe = safe.replaceAll(form, '***');
            }
        }
        return safe;
    }
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __nccwpck_require__(75770);
;// CONCATENATED MODULE: ./lib/src/github/annotate.js
// Escapes as actions/runner undoes them: src/Runner.Common/ActionCommand.cs at 079cdb1.
function escapeData(text) {
    return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
const LEVELS = { error: 'error', warning: 'warning', note: 'notice' };
/** A finding as the workflow command that puts it on its line of the pull request. */
function annotation(diagnostic) {
    const { file, line, column, length, rule, message, hint } = diagnostic;
    const properties = Object.entries({ file, line, col: column, endColumn: column + length - 1, title: rule })
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(',');
    return `::${LEVELS[diagnostic.severity]} ${properties}::${escapeData(hint === undefined ? message : `${message}\n${hint}`)}`;
}
/** A failure that belongs to no line, as the workflow command that shows it at the top of the run. */
function errorCommand(title, message) {
    return `::error title=${escapeProperty(title)}::${escapeData(message)}`;
}
/**
 * Workflow commands that hide a secret in the log; print them before anything else can print the secret.
 * The runner masks line by line, so each line of a key or certificate gets a command of its own.
 */
function maskCommands(secret) {
    const parts = new Set([secret, ...secret.split(/[\r\n]+/)].map((part) => part.trim()));
    // A mask of one or two characters would blank out the whole log and hide nothing.
    return [...parts].filter((part) => part.length >= 4).map((part) => `::add-mask::${escapeData(part)}`);
}
/**
 * Text for the log that no runner takes for a command: `::` at the start of a line and `##[` anywhere in it
 * are parted by a zero-width space. Use it for everything that programs, clusters or files say.
 */
function harmlessLine(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(/^(\s*):(?=:)/u, '$1:\u200b').replace(/##(?=\[)/g, '##\u200b'))
        .join('\n');
}

// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __nccwpck_require__(97160);
;// CONCATENATED MODULE: ./lib/src/main.js





// Each verb is a chunk of its own, so that `validate` loads neither the clients of the cloud nor of GitHub.
const COMMANDS = {
    init: () => Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(883), __nccwpck_require__.e(842)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25842)),
    validate: () => Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(883), __nccwpck_require__.e(404)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25404)),
    plan: () => Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(883), __nccwpck_require__.e(343), __nccwpck_require__.e(938)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3938)),
    apply: () => Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(883), __nccwpck_require__.e(343), __nccwpck_require__.e(858)]).then(__nccwpck_require__.bind(__nccwpck_require__, 27858)),
    'sync-users': () => Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(883), __nccwpck_require__.e(343), __nccwpck_require__.e(260)]).then(__nccwpck_require__.bind(__nccwpck_require__, 94260)),
    destroy: () => Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(883), __nccwpck_require__.e(343), __nccwpck_require__.e(71)]).then(__nccwpck_require__.bind(__nccwpck_require__, 38071)),
};
const COMMON_FLAGS = {
    config: { type: 'string', about: 'path of the configuration file (default: jupyterhub.yaml)' },
    json: { type: 'boolean', about: 'print one JSON document to standard output, everything else to standard error' },
    help: { type: 'boolean', about: 'print this help' },
};
const redactor = new Redactor();
const inWorkflow = process.env.GITHUB_ACTIONS === 'true';
let json = process.argv.includes('--json');
const abort = new AbortController();
function print(text, stream = json ? process.stderr : process.stdout) {
    stream.write(`${redactor.text(text)}\n`);
}
function mask(secret) {
    redactor.add(secret);
    if (inWorkflow)
        printCommands(maskCommands(secret));
}
/** Workflow commands go out as they are; the runner reads both streams, and the one for people keeps --json clean. */
function printCommands(lines) {
    for (const line of lines)
        (json ? process.stderr : process.stdout).write(`${line}\n`);
}
async function main() {
    const [word, ...rest] = process.argv.slice(2);
    if (word === '--version') {
        print(versions/* VERSION */.xv);
        return 0;
    }
    if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
        print(await generalHelp());
        return word === undefined ? 2 : 0;
    }
    const name = word === 'auto' ? await wordOfEvent() : word;
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) {
        throw new errors/* UsageError */.eb(`"${name}" is not a command`, { hint: `Commands: ${Object.keys(COMMANDS).join(', ')}.` });
    }
    const { command } = await load();
    const flags = { ...(await inputFlags(command)), ...readFlags(command, rest) };
    if (flags.help === true) {
        print(commandHelp(command));
        return 0;
    }
    json = flags.json === true;
    return finish(command, name, word === 'auto', await runCommand(command, flags));
}
function runCommand(command, flags) {
    const say = inWorkflow ? harmlessLine : (line) => line;
    return command.run({
        configPath: typeof flags.config === 'string' ? flags.config : 'jupyterhub.yaml',
        cwd: process.cwd(),
        env: process.env,
        json,
        flags,
        say: (line) => print(say(line)),
        mask,
        annotate: (diagnostics) => {
            if (inWorkflow)
                printCommands(diagnostics.map((found) => redactor.text(annotation(found))));
        },
        redact: (text) => redactor.text(text),
        signal: abort.signal,
        ...(process.stdin.isTTY
            ? { terminal: { input: process.stdin, output: json ? process.stderr : process.stdout } }
            : {}),
    });
}
async function finish(command, name, auto, result) {
    if (json)
        process.stdout.write(`${redactor.text(JSON.stringify(result.document, null, 2))}\n`);
    if (inWorkflow) {
        const { publish } = await __nccwpck_require__.e(/* import() */ 945).then(__nccwpck_require__.bind(__nccwpck_require__, 74945));
        const outputs = auto ? { command: name, ...result.outputs } : result.outputs;
        await publish(process.env, outputs, result.summary === undefined ? undefined : redactor.text(result.summary));
    }
    return abort.signal.aborted && command.name !== 'validate' ? 1 : result.exitCode;
}
async function wordOfEvent() {
    const [{ readContext }, { commandForEvent }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 466).then(__nccwpck_require__.bind(__nccwpck_require__, 92466)),
        __nccwpck_require__.e(/* import() */ 69).then(__nccwpck_require__.bind(__nccwpck_require__, 88069)),
    ]);
    const { command, because } = commandForEvent(readContext(process.env));
    print(`jupyterhub-gke ${command}: ${because}`);
    return command;
}
/** Flags that a composite's inputs stand for; a command gets only those that it has. */
async function inputFlags(command) {
    if (!inWorkflow)
        return {};
    const { flagsFromInputs } = await __nccwpck_require__.e(/* import() */ 880).then(__nccwpck_require__.bind(__nccwpck_require__, 88880));
    const known = (flag) => flag in COMMON_FLAGS || flag in command.flags;
    return Object.fromEntries(Object.entries(flagsFromInputs(process.env)).filter(([flag]) => known(flag)));
}
function readFlags(command, args) {
    try {
        const { values } = (0,external_node_util_.parseArgs)({
            args: [...args],
            options: Object.fromEntries(Object.entries({ ...COMMON_FLAGS, ...command.flags }).map(([flag, { type }]) => [flag, { type }])),
            strict: true,
            allowPositionals: false,
        });
        return values;
    }
    catch (cause) {
        throw new errors/* UsageError */.eb((0,errors/* errorMessage */.gJ)(cause), {
            hint: `jupyterhub-gke ${command.name} --help lists the flags.`,
            cause,
        });
    }
}
function commandHelp(command) {
    const flags = Object.entries({ ...COMMON_FLAGS, ...command.flags }).map(([flag, { type, about }]) => {
        const form = `--${flag}${type === 'string' ? ` ${flag === 'config' ? 'FILE' : 'VALUE'}` : ''}`;
        return `  ${form.padEnd(22)} ${about}`;
    });
    return [`jupyterhub-gke ${command.name} [flags]`, '', command.about, '', ...flags].join('\n');
}
async function generalHelp() {
    const rows = await Promise.all(Object.values(COMMANDS).map(async (load) => {
        const { command } = await load();
        return `  ${command.name.padEnd(12)} ${command.about}`;
    }));
    return [
        'jupyterhub-gke <command> [--config FILE] [--json]',
        '',
        'Runs JupyterHub on Google Kubernetes Engine out of jupyterhub.yaml and users.yaml.',
        '',
        ...rows,
        '',
        'jupyterhub-gke <command> --help lists the flags of a command. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.',
    ].join('\n');
}
async function fail(error) {
    const known = error instanceof errors/* ToolError */.v4;
    const text = redactor.text((0,errors/* errorMessage */.gJ)(error));
    const where = known ? error.where : undefined;
    const hint = known ? error.hint : undefined;
    print([`error: ${where === undefined ? '' : `${where}: `}${text}`, ...(hint ? [`  ${hint}`] : [])].join('\n'), process.stderr);
    // A failure that we did not foresee is a defect of ours: the stack is what the report about it needs.
    if (!known && error instanceof Error && error.stack)
        print(error.stack, process.stderr);
    if (json) {
        const document = { error: { message: text, ...(where ? { where } : {}), ...(hint ? { hint } : {}) } };
        process.stdout.write(`${redactor.text(JSON.stringify(document, null, 2))}\n`);
    }
    if (inWorkflow) {
        printCommands([
            errorCommand('jupyterhub-gke', `${where === undefined ? '' : `${where}: `}${text}${hint ? `\n${hint}` : ''}`),
        ]);
    }
    return error instanceof errors/* UsageError */.eb ? 2 : 1;
}
let interrupts = 0;
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
        interrupts += 1;
        // The first one lets terraform release its lock and removes the temp folder; a second one does not wait for that.
        if (interrupts > 1)
            process.exit(1);
        print(`${signal}: stopping; what runs is ended in order, the next run goes on from there`, process.stderr);
        abort.abort(new errors/* ToolError */.v4(`Stopped by ${signal}`, { hint: 'Run the same command again: it goes on where this one stopped.' }));
    });
}
main()
    .catch(fail)
    .then((code) => {
    // Set and not called: output that a pipe has not taken yet would be lost.
    process.exitCode = code;
});

module.exports = __webpack_exports__;
/******/ })()
;