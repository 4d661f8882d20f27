"use strict";
exports.id = "ownership";
exports.ids = ["ownership"];
exports.modules = {

/***/ "src/terraform/ownership.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseForeign: () => (/* binding */ refuseForeign)
/* harmony export */ });
/* harmony import */ var _cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/clusters.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");


const CHECKS = {
    google_container_cluster: foreignCluster,
    google_compute_network: foreignNetwork,
    google_compute_subnetwork: async (google, planned) => foreignPlace(await compute(google, `${inRegion(planned)}/subnetworks/${planned.name}`), (planned.name ?? '').replace(/-nodes$/, '')),
    google_compute_router: async (google, planned) => foreignPlace(await compute(google, `${inRegion(planned)}/routers/${planned.name}`), planned.name ?? ''),
    google_compute_router_nat: async (google, planned) => foreignPlace(await compute(google, `${inRegion(planned)}/routers/${planned.router}`), planned.router ?? ''),
    google_compute_global_address: foreignAddress,
};
async function refuseForeign(google, { address, type, planned }) {
    const check = Object.hasOwn(CHECKS, type) ? CHECKS[type] : undefined;
    const reason = check === undefined ? 'nothing says whose it is' : await check(google, planned);
    if (reason === undefined)
        return;
    const name = String(planned.name ?? address);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`${name} exists already, and is not known to be this hub's: ${reason}`, {
        where: address,
        hint: 'It is left alone, and the state has what was made until then. Choose another name for the hub, or delete that resource if nothing needs it; then run apply again.',
    });
}
async function foreignCluster(google, planned) {
    const { project = '', location = '', name = '' } = planned;
    const live = await (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB)(google, { project, location, name });
    if (live === undefined)
        return undefined;
    const wanted = Object.entries(planned.resource_labels ?? {});
    const missing = wanted.filter(([label, value]) => live.labels[label] !== value);
    const at = `--location=${location} --project=${project}`;
    if (live.status === 'ERROR') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4((0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .withReason */ .ZI)(`The cluster ${name} is in the state ERROR: GKE could not make it`, live), {
            where: `projects/${project}/locations/${location}/clusters/${name}`,
            hint: `Delete it, then run apply again, which makes a new one: gcloud container clusters delete ${name} ${at}`,
        });
    }
    if (missing.length === 0)
        return undefined;
    const labels = wanted.map(([label, value]) => `${label}=${value}`).join(',');
    return `it lacks the label ${missing.map(([label, value]) => `${label}=${value}`).join(' and ')}. If it is this hub's: gcloud container clusters update ${name} ${at} --update-labels=${labels}`;
}
async function foreignNetwork(google, { project, name }) {
    const live = await compute(google, `projects/${project}/global/networks/${name}`);
    if (live?.autoCreateSubnetworks === true)
        return 'its subnetworks are made automatically';
    const others = (live?.subnetworks ?? []).map(lastPart).filter((subnetwork) => subnetwork !== `${name}-nodes`);
    return others.length === 0 ? undefined : `it has the subnetwork ${others.join(', ')}`;
}
function foreignPlace(live, network) {
    const actual = lastPart(live?.network ?? '');
    return live === undefined || actual === network ? undefined : `it is in the network ${actual}`;
}
async function foreignAddress(google, { project, name = '' }) {
    const live = await compute(google, `projects/${project}/global/addresses/${name}`);
    const hub = `jupyterhub-${name.replace(/-ip$/, '')}`;
    const others = (live?.users ?? []).map(lastPart).filter((user) => !user.includes(hub));
    return others.length === 0 ? undefined : `${others.join(', ')} uses it`;
}
function compute(google, path) {
    return google.get({ service: 'compute', path });
}
function inRegion({ project, region }) {
    return `projects/${project}/regions/${region}`;
}
function lastPart(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}


/***/ })

};
;