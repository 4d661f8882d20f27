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
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");



const CHECKS = {
    google_container_cluster: foreignCluster,
    google_compute_network: foreignNetwork,
    google_compute_subnetwork: async (google, planned) => foreignPlace(await compute(google, `${inRegion(planned)}/subnetworks/${planned.name}`), (planned.name ?? '').replace(/-nodes$/, '')),
    google_compute_router: async (google, planned) => foreignRouter(google, planned, planned.name ?? ''),
    google_compute_router_nat: async (google, planned) => foreignRouter(google, planned, planned.router ?? ''),
    google_compute_global_address: foreignAddress,
};
const ADDRESS_LABEL = 'jupyterhub-gke-hub';
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
    const missing = wanted.filter(([label, value]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .entryOf */ .M)(live.labels, label) !== value);
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
    if (others.length > 0)
        return `it has the subnetwork ${others.join(', ')}`;
    const joined = (live?.peerings ?? []).filter((peering) => !isOfGke(peering)).map((peering) => peering.name ?? '?');
    if (joined.length === 0)
        return undefined;
    const remove = joined.map((one) => `gcloud compute networks peerings delete ${one} --network=${name}`);
    return `it is joined to another network by the peering ${joined.join(', ')}. If it is this hub's: ${remove.join(' && ')} --project=${project}`;
}
function isOfGke({ name = '', network = '' }) {
    return /^gke-[a-z0-9-]+-peer$/.test(name) && /\/projects\/gke-prod-[a-z0-9-]+\/global\/networks\//.test(network);
}
async function foreignRouter(google, planned, name) {
    const live = await compute(google, `${inRegion(planned)}/routers/${name}`);
    const place = foreignPlace(live, name);
    if (live === undefined || place !== undefined)
        return place;
    const named = (what, all = []) => all.map((one) => `${what} ${one.name ?? '?'}`);
    const others = [
        ...named('the NAT', live.nats?.filter((nat) => nat.name !== name)),
        ...named('the BGP peer', live.bgpPeers),
        ...named('the interface', live.interfaces),
    ];
    if (others.length === 0)
        return undefined;
    return `it has ${others.join(', ')}. If it is this hub's, remove that first: gcloud compute routers describe ${name} --region=${planned.region} --project=${planned.project}`;
}
function foreignPlace(live, network) {
    const actual = lastPart(live?.network ?? '');
    return live === undefined || actual === network ? undefined : `it is in the network ${actual}`;
}
async function foreignAddress(google, planned) {
    const { project, name = '' } = planned;
    const live = await compute(google, `projects/${project}/global/addresses/${name}`);
    const hub = `jupyterhub-${name.replace(/-ip$/, '')}`;
    const others = (live?.users ?? []).map(lastPart).filter((user) => !`-${user}-`.includes(`-${hub}-`));
    if (others.length > 0)
        return `${others.join(', ')} uses it`;
    const isMarked = planned.description !== undefined && live?.description === planned.description;
    if (live === undefined || isMarked)
        return undefined;
    const owner = name.replace(/-ip$/, '');
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .entryOf */ .M)(live.labels ?? {}, ADDRESS_LABEL) === owner)
        return undefined;
    return `nothing says that this hub made it. If it is this hub's: gcloud compute addresses update ${name} --global --project=${project} --update-labels=${ADDRESS_LABEL}=${owner}`;
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