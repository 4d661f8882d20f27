"use strict";
exports.id = "download";
exports.ids = ["download"];
exports.modules = {

/***/ "src/system/archive.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fileOfArchive)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:zlib");
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");


function fileOfArchive(archive, path, most) {
    const isZip = archive.subarray(0, 2).toString('latin1') === 'PK';
    let found;
    try {
        found = isZip ? fromZip(archive, path, most) : fromTar((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(archive, { maxOutputLength: most }), path);
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4)
            throw cause;
        const isTooLarge = cause.code === 'ERR_BUFFER_TOO_LARGE';
        const why = isTooLarge ? `inflates to more than ${most / 2 ** 20} MiB` : `is damaged (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(cause)})`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`The archive ${why}`, { cause });
    }
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`The archive has no file ${path}`);
    return found;
}
const STORED = 0;
const DEFLATED = 8;
function fromZip(archive, path, most) {
    const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0)
        throw new Error('it has no directory');
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
        const method = archive.readUInt16LE(at + 10);
        const size = archive.readUInt32LE(at + 20);
        const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
        const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
        if (matches(name, path)) {
            const local = archive.readUInt32LE(at + 42);
            const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
            if (start + size > archive.length)
                throw new Error(`${path} is cut off`);
            const data = archive.subarray(start, start + size);
            if (method === DEFLATED)
                return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(data, { maxOutputLength: most });
            if (method === STORED)
                return data;
            throw new Error(`${path} is compressed by method ${method}`);
        }
        at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    }
    return undefined;
}
function fromTar(tar, path) {
    for (let at = 0; at + 512 <= tar.length;) {
        const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
        const octal = tar.toString('latin1', at + 124, at + 136).replace(/[\0 ]/g, '');
        if (!/^[0-7]*$/.test(octal))
            throw new Error(`the size of ${name} is not a number`);
        const size = Number.parseInt(octal || '0', 8);
        if (at + 512 + size > tar.length)
            throw new Error(`${name} is cut off`);
        const isFile = tar[at + 156] === 0x30 || tar[at + 156] === 0;
        if (isFile && matches(name, path))
            return tar.subarray(at + 512, at + 512 + size);
        at += 512 + Math.ceil(size / 512) * 512;
    }
    return undefined;
}
function matches(name, path) {
    return name === path || name.endsWith(`/${path}`);
}


/***/ }),

/***/ "src/system/download.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   obtainProgram: () => (/* binding */ obtainProgram)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/errors.js");
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/system/archive.js");
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/system/runner-commands.js");






const MAX_BYTES = 512 * 1024 * 1024;
async function obtainProgram(wanted, options) {
    const { name, release, cache, path } = wanted;
    if (process.platform === 'win32')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4('there is no download for Windows');
    const platform = `${process.platform === 'darwin' ? 'darwin' : 'linux'}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
    const source = sourceOf(name, release.version, platform);
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.tempDir, 'download-'));
    try {
        const get = (file) => download(source.base + file, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file), options);
        const expected = release.sha256[platform] ?? sumIn((await get(source.sums)).toString('utf8'), source.archive);
        const kept = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cache, source.archive);
        const unpack = (archive) => place((0,_archive_js__WEBPACK_IMPORTED_MODULE_4__/* .fileOfArchive */ .W)(archive, source.file, MAX_BYTES), path, 0o755);
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(kept)) {
            const archive = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(kept);
            if (sumOf(archive) === expected) {
                unpack(archive);
                return 'cache';
            }
            options.say(`${kept} is not what its publisher made (checksum ${sumOf(archive)}); it is downloaded again`);
        }
        options.say(`${name} ${release.version} is downloaded from ${source.base}`);
        const archive = await get(source.archive);
        if (sumOf(archive) !== expected) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4(`${source.archive} has the checksum ${sumOf(archive)} instead of ${expected ?? 'a published one'}`);
        }
        keep(archive, kept, options);
        unpack(archive);
        return 'download';
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true });
    }
}
function keep(archive, path, { say }) {
    try {
        place(archive, path, 0o644);
    }
    catch (error) {
        say(`${path} cannot be kept: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(error)}`);
    }
}
function sumOf(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
function sourceOf(name, version, platform) {
    if (name === 'terraform') {
        return {
            base: `https://releases.hashicorp.com/terraform/${version}/`,
            archive: `terraform_${version}_${platform}.zip`,
            sums: `terraform_${version}_SHA256SUMS`,
            file: 'terraform',
        };
    }
    const archive = `helm-v${version}-${platform.replace('_', '-')}.tar.gz`;
    return { base: 'https://get.helm.sh/', archive, sums: `${archive}.sha256sum`, file: 'helm' };
}
async function download(url, file, options) {
    await orAborted(options.download?.(url, file) ?? fetchFile(url, file, options.env), options.signal);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(file).size > MAX_BYTES)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4(`${url} is larger than ${MAX_BYTES / 2 ** 20} MiB`);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file);
}
async function orAborted(download, signal) {
    if (signal === undefined)
        return void (await download);
    let stop = () => { };
    const aborted = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted)
            stop();
    });
    try {
        await Promise.race([download, aborted]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}
async function fetchFile(url, file, env) {
    const { downloadTool } = await Promise.all(/* import() */[__webpack_require__.e("undici"), __webpack_require__.e("actions-exec"), __webpack_require__.e("actions-http-client"), __webpack_require__.e("actions-core"), __webpack_require__.e("actions-tool-cache")]).then(__webpack_require__.bind(__webpack_require__, "@actions/tool-cache/lib/tool-cache.js"));
    if (env.GITHUB_ACTIONS !== 'true')
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_5__/* .hideRunnerCommands */ .X)();
    return downloadTool(url, file);
}
function place(content, path, mode) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
    const part = `${path}.${process.pid}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(part, content, { mode });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(part, path);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(part, { force: true });
    }
}
function sumIn(list, file) {
    for (const line of list.split('\n')) {
        const [sum, name] = line.trim().split(/\s+\*?/);
        if (name === file && sum !== undefined && /^[0-9a-f]{64}$/.test(sum))
            return sum;
    }
    return undefined;
}


/***/ })

};
;