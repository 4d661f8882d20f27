"use strict";
exports.id = "files";
exports.ids = ["files"];
exports.modules = {

/***/ "src/helm/chart/files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readChart),
/* harmony export */   W: () => (/* binding */ writeChart),
/* harmony export */   readLocalChart: () => (/* binding */ readLocalChart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/errors.js");




const WHERE = 'jupyterhub.yaml: hub.chart.path';
const HINT = 'Give the path of a chart folder or .tgz archive, relative to jupyterhub.yaml.';
const MOST_BYTES = 64 * 2 ** 20;
async function readChart(path) {
    const kind = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).catch((cause) => {
        const isMissing = cause.code === 'ENOENT';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(isMissing ? 'There is no chart at this path' : `The chart cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(cause)}`, { where: WHERE, hint: HINT, cause });
    });
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    if (kind.isFile()) {
        if (kind.size > MOST_BYTES)
            throw tooLarge();
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
        return { digest: hash.update(content).digest('hex'), files: new Map([['', content]]) };
    }
    if (!kind.isDirectory())
        throw notPlain((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path), kind.isSymbolicLink());
    const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(path, { recursive: true, withFileTypes: true }))
        .filter((entry) => !entry.isDirectory())
        .map((entry) => ({ entry, name: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath, entry.name)).split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).join('/') }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    const other = entries.find(({ entry }) => !entry.isFile());
    if (other !== undefined)
        throw notPlain(other.name, other.entry.isSymbolicLink());
    const files = new Map();
    let bytes = 0;
    for (const { name } of entries) {
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, name));
        bytes += content.length;
        if (bytes > MOST_BYTES)
            throw tooLarge();
        files.set(name, content);
        hash.update(`${name}\0${content.length}\0`).update(content);
    }
    return { digest: hash.digest('hex'), files };
}
async function readLocalChart(path) {
    const chart = await readChart(path);
    const whole = chart.files.get('');
    const isChart = whole === undefined ? chart.files.has('Chart.yaml') : whole[0] === 0x1f && whole[1] === 0x8b;
    if (isChart)
        return chart;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(whole === undefined
        ? 'This folder is no chart: it has no Chart.yaml'
        : 'This file is no chart: it is no .tgz archive', { where: WHERE, hint: HINT });
}
async function writeChart({ files }, folder) {
    const whole = files.get('');
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, whole === undefined ? 'jupyterhub' : 'jupyterhub.tgz');
    for (const [name, content] of files) {
        const path = name === '' ? root : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true, mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, content, { mode: 0o600, flag: 'wx' });
    }
    return root;
}
function notPlain(name, isLink) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`The chart has ${isLink ? 'a link' : 'something that is no file'}: ${JSON.stringify(name)}`, {
        where: WHERE,
        hint: isLink
            ? 'Replace the link by a copy of what it points to.'
            : 'Remove it. A chart has files and folders only.',
    });
}
function tooLarge() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`The chart has more than ${MOST_BYTES / 2 ** 20} MiB`, {
        where: WHERE,
        hint: 'Give the path of the chart itself, not of a folder with more in it.',
    });
}


/***/ })

};
;