"use strict";
exports.id = "helm-values";
exports.ids = ["helm-values"];
exports.modules = {

/***/ "src/change/fingerprint.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   q: () => (/* binding */ isReviewed)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/canonical.js");

function fingerprint({ hub, changes }) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q)({ hub, changes: changes.filter(isReviewed) });
}
function isReviewed({ isDrift }) {
    return isDrift !== true;
}


/***/ }),

/***/ "src/config/platform/maintenance.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ windowText),
/* harmony export */   od: () => (/* binding */ maintenanceVariable),
/* harmony export */   zM: () => (/* binding */ exclusionsText)
/* harmony export */ });
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SCOPES = {
    NO_UPGRADES: '',
    NO_MINOR_UPGRADES: ' for minor versions',
    NO_MINOR_OR_NODE_UPGRADES: ' for minor versions and nodes',
};
const DAY = 86_400_000;
const FIRST_WEEK = Date.parse('2026-01-05T00:00:00Z');
function windowText({ days, start, hours }) {
    const names = inOrder(days);
    const all = names.length === DAYS.length ? 'every day' : names.join(', ');
    return `${all} from ${start} UTC for ${hours} h`;
}
function exclusionsText(exclusions) {
    return [...exclusions]
        .sort((a, b) => (a.from < b.from ? -1 : 1))
        .map(({ name, from, to, scope }) => `${name} ${from} to ${to}${SCOPES[scope]}`)
        .join('; ');
}
function maintenanceVariable({ days, start, hours, exclusions }) {
    const names = inOrder(days);
    const [hour = 0, minute = 0] = start.split(':').map(Number);
    const first = FIRST_WEEK + DAYS.indexOf(names[0] ?? 'mon') * DAY + (hour * 60 + minute) * 60_000;
    return {
        start_time: instant(first),
        end_time: instant(first + hours * 3_600_000),
        recurrence: `FREQ=WEEKLY;BYDAY=${names.map((day) => day.slice(0, 2).toUpperCase()).join(',')}`,
        exclusions: Object.fromEntries(exclusions.map(({ name, from, to, scope }) => [
            name,
            {
                start_time: instant(Date.parse(`${from}T00:00:00Z`)),
                end_time: instant(Date.parse(`${to}T00:00:00Z`) + DAY),
                scope,
            },
        ])),
    };
}
function inOrder(days) {
    return DAYS.filter((day) => days.includes(day));
}
function instant(time) {
    return new Date(time).toISOString().replace('.000Z', 'Z');
}


/***/ }),

/***/ "src/helm/values/hours/warm.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ WARM_MODULES),
/* harmony export */   GS: () => (/* binding */ warmRooms),
/* harmony export */   M_: () => (/* binding */ warmValues),
/* harmony export */   OK: () => (/* binding */ warmCompanionValues),
/* harmony export */   Xx: () => (/* binding */ seatSize)
/* harmony export */ });
/* unused harmony exports WARM_FILE, warmName */
/* harmony import */ var _config_gce_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/gce/gate.js");
/* harmony import */ var _config_quantity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/quantity.js");
/* harmony import */ var _config_times_zone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/times/zone.js");
/* harmony import */ var _hub_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/helm/values/hub-files.js");
/* harmony import */ var _profile_start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/helm/values/profile-start.js");
/* harmony import */ var _profiles_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/helm/values/profiles.js");






const WARM_FILE = 'jupyterhub-gke-warm.json';
const WARM_MODULES = ['access_reconciler_warm.py'];
const NODE = { cores: 15, bytes: 56 * 2 ** 30 };
function warmName(hub, profile) {
    return `${hub}-warm-${profile}`;
}
function warmRooms({ warm, profiles, platform, }) {
    const isAutopilot = platform.cluster.mode === 'autopilot';
    return profiles.flatMap((profile) => {
        const servers = Math.max(0, ...warm.filter((one) => one.profile === profile.name).map((one) => one.servers));
        if (servers === 0)
            return [];
        const size = seatSize(profile);
        const fits = Math.floor(Math.min(NODE.cores / size.cores, NODE.bytes / size.bytes));
        const isAlone = !isAutopilot || (0,_profile_start_js__WEBPACK_IMPORTED_MODULE_3__/* .startOverride */ .lJ)(profile, '').extra_resource_limits !== undefined;
        const most = isAlone ? 1 : Math.max(1, fits);
        const placeholders = Math.ceil(servers / most);
        return [{ profile, servers, placeholders, seats: Math.ceil(servers / placeholders) }];
    });
}
function seatSize(profile) {
    return {
        cores: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .cores */ .x1)(profile.cpu.guarantee) + _config_gce_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE */ .k.cores,
        bytes: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee)(profile.memory.guarantee) + _config_gce_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .GATE */ .k.gib * 2 ** 30,
    };
}
function warmCompanionValues(config) {
    const rooms = warmRooms(config);
    if (rooms.length === 0)
        return {};
    return {
        warm: rooms.map(({ profile, seats }) => {
            const size = seatSize(profile);
            const { node_selector: selector, tolerations, extra_resource_limits: devices, } = (0,_profile_start_js__WEBPACK_IMPORTED_MODULE_3__/* .startOverride */ .lJ)(profile, config.name);
            return {
                name: warmName(config.name, profile.name),
                profile: profile.name,
                cpu: `${Math.ceil(size.cores * seats * 1000)}m`,
                memory: `${Math.ceil((size.bytes * seats) / 2 ** 20)}Mi`,
                ...(devices === undefined ? {} : { devices }),
                ...(selector === undefined ? {} : { nodeSelector: selector }),
                ...(tolerations === undefined ? {} : { tolerations }),
                ...(config.platform.zones === undefined ? {} : { zones: config.platform.zones }),
            };
        }),
    };
}
function warmValues(config, files) {
    const rooms = warmRooms(config);
    if (rooms.length === 0)
        return {};
    const { timezone } = config.access.session;
    const data = {
        rooms: rooms.map(({ profile, seats }) => ({
            profile: profile.name,
            deployment: warmName(config.name, profile.name),
            seats,
            windows: config.warm
                .filter((one) => one.profile === profile.name)
                .map(({ servers, days, from, to }) => ({ servers, days, from, to })),
        })),
        standard: (0,_profiles_js__WEBPACK_IMPORTED_MODULE_4__/* .standardOf */ .D1)(config.profiles)?.name ?? '',
        timezone,
        offsets: (0,_config_times_zone_js__WEBPACK_IMPORTED_MODULE_2__/* .zoneTable */ .D)(timezone),
    };
    return {
        hub: {
            extraFiles: {
                ...(0,_hub_files_js__WEBPACK_IMPORTED_MODULE_5__/* .moduleFiles */ .ug)([...WARM_MODULES, 'budget_zone.py'], files),
                ...(0,_hub_files_js__WEBPACK_IMPORTED_MODULE_5__/* .dataFile */ .Zr)(WARM_FILE, data),
            },
        },
    };
}


/***/ }),

/***/ "src/helm/values/hub-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zr: () => (/* binding */ dataFile),
/* harmony export */   rp: () => (/* binding */ HUB_FOLDER),
/* harmony export */   sj: () => (/* binding */ READ_ONLY),
/* harmony export */   ug: () => (/* binding */ moduleFiles)
/* harmony export */ });
const READ_ONLY = 0o444;
const HUB_FOLDER = '/usr/local/etc/jupyterhub';
function moduleFiles(names, files) {
    return Object.fromEntries(names.map((name) => [
        name,
        { mountPath: `${HUB_FOLDER}/${name}`, stringData: files[name], mode: READ_ONLY },
    ]));
}
function dataFile(name, data) {
    return { [name]: { mountPath: `${HUB_FOLDER}/${name}`, data, mode: READ_ONLY } };
}


/***/ }),

/***/ "src/helm/values/profile-start.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ needsOverride),
/* harmony export */   LF: () => (/* binding */ limitOf),
/* harmony export */   XQ: () => (/* binding */ profileSecrets),
/* harmony export */   lJ: () => (/* binding */ startOverride),
/* harmony export */   mj: () => (/* binding */ choiceOverride)
/* harmony export */ });
/* harmony import */ var _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/quantity.js");
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/values/secrets.js");
/* harmony import */ var _servers_compute_classes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/values/servers/compute-classes.js");
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/helm/values/values.js");




const SLOW_HTTP = 120;
const SHARED_MEMORY = 'jupyterhub-gke-shm';
function startOverride(profile, hub) {
    const { startTimeout } = profile;
    const devices = deviceLimits(profile);
    const selector = nodeSelector(profile, hub);
    const tolerations = tolerationsOf(profile);
    return {
        ...sizeOverride(profile.cpu, profile.memory),
        ...(profile.image === undefined ? {} : { image: profile.image }),
        ...(devices === undefined ? {} : { extra_resource_limits: devices, extra_resource_guarantees: devices }),
        ...(Object.keys(selector).length === 0 ? {} : { node_selector: selector }),
        ...(tolerations.length === 0 ? {} : { tolerations }),
        ...memoryOverride(profile.sharedMemory, profile.memory),
        ...envOverride(profile.env, hub),
        ...(profile.sandbox ? { extra_pod_config: { runtimeClassName: 'gvisor' } } : {}),
        ...(startTimeout === undefined ? {} : { start_timeout: startTimeout }),
        ...(devices === undefined ? {} : { http_timeout: SLOW_HTTP }),
    };
}
function choiceOverride(choice, profile, hub) {
    const { cpu, memory, image } = choice;
    return {
        ...(cpu === undefined ? {} : cpuOverride(cpu)),
        ...(memory === undefined ? {} : memOverride(memory)),
        ...(memory === undefined || profile.sharedMemory !== 'half' ? {} : memoryOverride('half', memory)),
        ...(image === undefined ? {} : { image }),
        ...envOverride(choice.env, hub),
    };
}
function needsOverride(profile) {
    const { gpu, tpu, env, options, unlistedImage, startTimeout, sharedMemory, sandbox, placement } = profile;
    const { capacity, capacityOrder } = profile;
    return ([gpu, tpu, unlistedImage, startTimeout, sharedMemory, placement].some((one) => one !== undefined) ||
        options.length > 0 ||
        Object.keys(env).length > 0 ||
        capacity !== 'on-demand' ||
        capacityOrder.length > 0 ||
        sandbox);
}
function profileSecrets(profiles) {
    const all = profiles.flatMap(({ env, options }) => [
        env,
        ...options.flatMap(({ choices }) => choices.map((choice) => choice.env)),
    ]);
    const values = all.flatMap((one) => Object.values(one));
    return [...new Set(values.flatMap((value) => (typeof value === 'string' ? [] : [value.secretRef])))].sort();
}
function sizeOverride(cpu, memory) {
    return { ...cpuOverride(cpu), ...memOverride(memory) };
}
function cpuOverride(cpu) {
    return { cpu_guarantee: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .cores */ .x1)(cpu.guarantee), cpu_limit: limitOf(cpu, _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .cores */ .x1) };
}
function memOverride(memory) {
    return { mem_guarantee: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(memory.guarantee), mem_limit: limitOf(memory, _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee) };
}
function limitOf({ limit }, amount) {
    return limit === undefined ? null : amount(limit);
}
function deviceLimits({ gpu, tpu, placement }) {
    const devices = placement?.devices;
    if (devices !== undefined)
        return { [devices.resource]: String(devices.count) };
    if (gpu !== undefined)
        return { 'nvidia.com/gpu': String(gpu.count) };
    return tpu === undefined ? undefined : { 'google.com/tpu': String(tpu.chips) };
}
function nodeSelector(profile, hub) {
    const { name, gpu, tpu, capacity, capacityOrder, reservation, placement } = profile;
    if (capacityOrder.length > 0)
        return { 'cloud.google.com/compute-class': (0,_servers_compute_classes_js__WEBPACK_IMPORTED_MODULE_2__/* .computeClass */ .k)(hub, name) };
    return {
        ...placement?.labels,
        ...(gpu === undefined ? {} : { 'cloud.google.com/gke-accelerator': gpu.type }),
        ...(gpu?.driver === 'latest' ? { 'cloud.google.com/gke-gpu-driver-version': 'latest' } : {}),
        ...(gpu?.sharing === undefined
            ? {}
            : {
                'cloud.google.com/gke-gpu-sharing-strategy': gpu.sharing.strategy,
                'cloud.google.com/gke-max-shared-clients-per-gpu': String(gpu.sharing.clients),
            }),
        ...(tpu === undefined
            ? {}
            : { 'cloud.google.com/gke-tpu-accelerator': tpu.type, 'cloud.google.com/gke-tpu-topology': tpu.topology }),
        ...(capacity === 'spot' ? { 'cloud.google.com/gke-spot': 'true' } : {}),
        ...(capacity === 'flex-start' ? { 'cloud.google.com/gke-flex-start': 'true' } : {}),
        ...(capacity !== 'reservation' || reservation === undefined
            ? {}
            : {
                'cloud.google.com/reservation-name': reservation.name,
                'cloud.google.com/reservation-affinity': 'specific',
                ...(reservation.project === undefined ? {} : { 'cloud.google.com/reservation-project': reservation.project }),
            }),
    };
}
function tolerationsOf({ gpu, tpu, capacity, capacityOrder, placement }) {
    const devices = placement?.devices;
    return [
        ...(devices === undefined ? [] : [{ key: devices.resource, operator: 'Exists' }]),
        ...(gpu === undefined ? [] : [{ key: 'nvidia.com/gpu', operator: 'Exists' }]),
        ...(tpu === undefined ? [] : [{ key: 'google.com/tpu', operator: 'Exists' }]),
        ...(capacity === 'spot' || capacityOrder.includes('spot')
            ? [{ key: 'cloud.google.com/gke-spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' }]
            : []),
    ];
}
function memoryOverride(size, memory) {
    if (size === undefined)
        return {};
    const limit = size === 'half' ? Math.floor((0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(memory.limit ?? memory.guarantee) / 2) : Math.ceil(size);
    return {
        volumes: { [SHARED_MEMORY]: { name: SHARED_MEMORY, emptyDir: { medium: 'Memory', sizeLimit: String(limit) } } },
        volume_mounts: { [SHARED_MEMORY]: { name: SHARED_MEMORY, mountPath: '/dev/shm' } },
    };
}
function envOverride(env, hub) {
    const entries = Object.entries(env).map(([name, value]) => [
        name,
        typeof value === 'string'
            ? (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeBraces */ .Qq)(value)
            : { valueFrom: { secretKeyRef: { name: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretObject */ .k)(hub), key: value.secretRef } } },
    ]);
    return entries.length === 0 ? {} : { environment: Object.fromEntries(entries) };
}


/***/ }),

/***/ "src/helm/values/profiles.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ standardOf),
/* harmony export */   M0: () => (/* binding */ profileList),
/* harmony export */   kd: () => (/* binding */ isOffered),
/* harmony export */   oD: () => (/* binding */ profileValues)
/* harmony export */ });
/* harmony import */ var _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/quantity.js");
/* harmony import */ var _profile_start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/values/profile-start.js");


function profileValues(profiles, hub) {
    const standard = standardOf(profiles);
    if (!standard)
        return {};
    const isListed = profiles.length > 1 && !isOffered(profiles);
    return {
        singleuser: {
            cpu: { guarantee: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .cores */ .x1)(standard.cpu.guarantee), limit: (0,_profile_start_js__WEBPACK_IMPORTED_MODULE_1__/* .limitOf */ .LF)(standard.cpu, _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .cores */ .x1) },
            memory: { guarantee: (0,_config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(standard.memory.guarantee), limit: (0,_profile_start_js__WEBPACK_IMPORTED_MODULE_1__/* .limitOf */ .LF)(standard.memory, _config_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee) },
            ...(standard.image === undefined ? {} : { image: imageParts(standard.image) }),
            ...(isListed ? { profileList: profileList(profiles, hub) } : {}),
        },
    };
}
function profileList(profiles, hub) {
    const standard = standardOf(profiles);
    return profiles.map((profile) => entry(profile, profile === standard, hub));
}
function isOffered(profiles) {
    return profiles.some((profile) => profile.groups.length > 0 || (0,_profile_start_js__WEBPACK_IMPORTED_MODULE_1__/* .needsOverride */ .AI)(profile));
}
function standardOf(profiles) {
    return profiles.find((profile) => profile.default) ?? profiles[0];
}
function entry(profile, standard, hub) {
    const options = profileOptions(profile, hub);
    return {
        slug: profile.name,
        display_name: escapeHtml(profile.displayName),
        ...(profile.description === undefined ? {} : { description: escapeHtml(profile.description) }),
        ...(standard ? { default: true } : {}),
        kubespawner_override: (0,_profile_start_js__WEBPACK_IMPORTED_MODULE_1__/* .startOverride */ .lJ)(profile, hub),
        ...(options.length === 0 ? {} : { profile_options: options }),
    };
}
function profileOptions(profile, hub) {
    const listed = profile.options.map(({ name, displayName, choices }) => ({
        name,
        display_name: escapeHtml(displayName),
        choices: choices.map((choice) => ({
            name: choice.name,
            display_name: escapeHtml(choice.displayName),
            ...(choice.default ? { default: true } : {}),
            kubespawner_override: (0,_profile_start_js__WEBPACK_IMPORTED_MODULE_1__/* .choiceOverride */ .mj)(choice, profile, hub),
        })),
    }));
    if (profile.unlistedImage === undefined)
        return listed;
    const unlisted = { unlisted_choice: unlistedChoice(profile.unlistedImage) };
    if (listed.some(({ name }) => name === IMAGE_OPTION)) {
        return listed.map((option) => (option.name === IMAGE_OPTION ? { ...option, ...unlisted } : option));
    }
    const none = { name: 'standard', display_name: 'As usual', default: true, kubespawner_override: {} };
    return [...listed, { name: IMAGE_OPTION, display_name: 'Image', choices: [none], ...unlisted }];
}
const IMAGE_OPTION = 'image';
function unlistedChoice(pattern) {
    return {
        enabled: true,
        display_name: 'Image with tag or digest',
        display_name_in_choices: 'Another image…',
        validation_regex: pattern,
        validation_message: 'This hub does not allow this image.',
        kubespawner_override: { image: '{value}' },
    };
}
function imageParts(image) {
    const colon = image.lastIndexOf(':');
    const hasTag = colon > image.lastIndexOf('/');
    return hasTag ? { name: image.slice(0, colon), tag: image.slice(colon + 1) } : { name: image, tag: 'latest' };
}
function escapeHtml(text) {
    const entities = {
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        "'": '&#39;',
    };
    return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}


/***/ }),

/***/ "src/helm/values/secrets.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ secretVariables),
/* harmony export */   k: () => (/* binding */ secretObject)
/* harmony export */ });
/* harmony import */ var _config_chart_secret_places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/chart/secret-places.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/values/values.js");



function secretObject(hub) {
    return `${hub}-secrets`;
}
function secretVariables(values, hub) {
    const names = new Set();
    let restarts = false;
    const refer = (name, path) => {
        names.add(name);
        restarts ||= path[0] === 'hub' && path[1] !== 'config';
        return { valueFrom: { secretKeyRef: { name: secretObject(hub), key: name } } };
    };
    const visit = (value, path) => {
        if (Array.isArray(value))
            return value.map((inner, index) => visit(inner, [...path, index]));
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
            return value;
        const own = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .secretName */ .Gf)(value);
        if (own !== undefined)
            return (0,_config_chart_secret_places_js__WEBPACK_IMPORTED_MODULE_0__/* .secretPlace */ .M)(path) === 'variable' ? refer(own, path) : value;
        const result = Object.create(null);
        for (const [key, inner] of Object.entries(value)) {
            const here = [...path, key];
            const name = key === 'value' ? (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .secretName */ .Gf)(inner) : undefined;
            if (name !== undefined && (0,_config_chart_secret_places_js__WEBPACK_IMPORTED_MODULE_0__/* .secretPlace */ .M)(here) === 'variable')
                Object.assign(result, refer(name, here));
            else
                result[key] = visit(inner, here);
        }
        return result;
    };
    const referring = visit(values, []);
    const annotation = { hub: { annotations: { 'checksum/jupyterhub-gke-secrets': _values_js__WEBPACK_IMPORTED_MODULE_1__/* .SECRETS_VERSION */ .Zs } } };
    return { values: restarts ? (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .merge */ .h1)(referring, annotation) : referring, names: [...names].sort() };
}


/***/ }),

/***/ "src/helm/values/servers/compute-classes.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ computeClasses),
/* harmony export */   k: () => (/* binding */ computeClass)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const LONGEST = 63;
function computeClass(hub, profile) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${hub}/${profile}`).digest('hex').slice(0, 8);
    return `${`${hub}-${profile}`.slice(0, LONGEST - digest.length - 1)}-${digest}`;
}
function computeClasses(profiles, hub, zones) {
    return profiles
        .filter(({ capacityOrder }) => capacityOrder.length > 0)
        .map((profile) => ({
        name: computeClass(hub, profile.name),
        sandbox: profile.sandbox,
        priorities: profile.capacityOrder.map((way) => priority(profile, way, zones)),
    }));
}
function priority(profile, way, zones) {
    const location = zones === undefined || way === 'reservation' ? {} : { location: { zones } };
    return { ...devices(profile), ...wayOf(profile, way), ...location };
}
function devices({ gpu, tpu }) {
    if (gpu !== undefined)
        return { gpu: { type: gpu.type, count: gpu.count, driverVersion: gpu.driver } };
    return tpu === undefined ? {} : { tpu: { type: tpu.type, count: tpu.chips, topology: tpu.topology } };
}
function wayOf({ reservation }, way) {
    if (way === 'flex-start')
        return { flexStart: { enabled: true } };
    if (way !== 'reservation' || reservation === undefined)
        return { spot: way === 'spot' };
    const { name, project } = reservation;
    return {
        reservations: { affinity: 'Specific', specific: [{ name, ...(project === undefined ? {} : { project }) }] },
    };
}


/***/ }),

/***/ "src/helm/values/values.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ nest),
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   BD: () => (/* binding */ ADDRESS),
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   Qq: () => (/* binding */ escapeBraces),
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   Zs: () => (/* binding */ SECRETS_VERSION),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   fv: () => (/* binding */ symbolic),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hd: () => (/* binding */ resolve)
/* harmony export */ });
/* harmony import */ var _config_chart_format_braces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/chart/format-braces.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/errors.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");



const ADDRESS = `\${hub.address}`;
const SECRETS_VERSION = `\${secrets.version}`;
function merge(below, above) {
    const merged = Object.assign(Object.create(null), below);
    for (const [key, value] of Object.entries(above)) {
        const under = merged[key];
        merged[key] = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? merge((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(under) ? under : {}, value) : value;
    }
    return merged;
}
function valueAt(values, path) {
    let value = values;
    for (const key of path.split('.')) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
function nest(path, value) {
    return path
        .split('.')
        .reverse()
        .reduce((inner, key) => ({ [key]: inner }), value);
}
function secretName(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return undefined;
    const keys = Object.keys(value);
    const name = value.secretRef;
    return keys.length === 1 && typeof name === 'string' ? name : undefined;
}
function symbolic(values) {
    return transform(values, (name) => `\${secret:${name}}`);
}
function resolve(values, known) {
    const secret = (name, path) => {
        const value = Object.hasOwn(known.secrets, name) ? known.secrets[name] : undefined;
        if (value !== undefined)
            return (0,_config_chart_format_braces_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFault */ .A)(path, '{') === undefined ? value : value.replace(/[{}]/g, '$&$&');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`hub.values refers to the secret "${name}", which has no value`, {
            where: `secrets.${name}`,
            hint: 'Declare it under "secrets" and give its variable to the apply step.',
        });
    };
    const texts = { [ADDRESS]: known.address, [SECRETS_VERSION]: known.secretsVersion ?? SECRETS_VERSION };
    return transform(values, secret, texts);
}
function escapeBraces(text) {
    return text.replace(/[{}]/g, '$&$&');
}
function secretNames(values) {
    const names = new Set();
    transform(values, (name) => {
        names.add(name);
        return name;
    });
    return [...names].sort();
}
function transform(value, secret, texts = {}, path = []) {
    if (typeof value === 'string') {
        return Object.entries(texts).reduce((text, [placeholder, known]) => text.replaceAll(placeholder, () => known), value);
    }
    if (Array.isArray(value)) {
        return value.map((inner, index) => transform(inner, secret, texts, [...path, index]));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return value;
    const name = secretName(value);
    if (name !== undefined)
        return secret(name, path);
    const result = Object.create(null);
    for (const [key, inner] of Object.entries(value))
        result[key] = transform(inner, secret, texts, [...path, key]);
    return result;
}
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map((inner) => canonical(inner)).join(',')}]`;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return JSON.stringify(value) ?? 'null';
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}


/***/ }),

/***/ "src/report/change-document.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ changeDocument)
/* harmony export */ });
/* unused harmony export CHANGE_SCHEMA */
/* harmony import */ var _change_change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/change/change.js");
/* harmony import */ var _change_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/change/fingerprint.js");
/* harmony import */ var _text_change_note_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/text/change-note.js");
/* harmony import */ var _text_run_note_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/text/run-note.js");




const CHANGE_SCHEMA = 'jupyterhub-gke/changes/v1';
function changeDocument({ command, changeSet, changed, notes = [], more = {} }) {
    const changes = changeSet.changes.map((change) => ({
        address: (0,_change_change_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .c)(change),
        ...change,
        ...(change.notes === undefined ? {} : { notes: (0,_text_run_note_js__WEBPACK_IMPORTED_MODULE_2__/* .noteDocuments */ .l)(change.notes, _text_change_note_js__WEBPACK_IMPORTED_MODULE_1__/* .changeNoteText */ .K) }),
    }));
    return {
        schema: CHANGE_SCHEMA,
        command,
        hub: changeSet.hub,
        changed,
        fingerprint: (0,_change_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(changeSet),
        changes: JSON.parse(JSON.stringify(changes)),
        notes: (0,_text_run_note_js__WEBPACK_IMPORTED_MODULE_2__/* .noteDocuments */ .l)(notes, _text_run_note_js__WEBPACK_IMPORTED_MODULE_2__/* .runNoteText */ .D),
        ...more,
    };
}


/***/ }),

/***/ "src/report/terminal.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ changeLines),
/* harmony export */   QK: () => (/* binding */ countLine),
/* harmony export */   rz: () => (/* binding */ verdictLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/report/markdown.js");
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/table.js");
/* harmony import */ var _text_change_note_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/text/change-note.js");
/* harmony import */ var _text_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/text/subject.js");
/* harmony import */ var _text_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/text/verdict.js");





function changeLines(changes, { redact }) {
    if (changes.length === 0)
        return ['No change: platform, hub and people are as the files say.'];
    return _table_js__WEBPACK_IMPORTED_MODULE_1__/* .AREAS */ .xS.flatMap((area) => {
        const ours = (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .changesIn */ .N0)(area, changes);
        if (ours.length === 0)
            return [];
        return [`${area.title} (${ours.length})`, ...ours.flatMap((change) => linesOf(change, redact))];
    });
}
function verdictLines(changes, { isPublic, redact, plain }) {
    if (changes.length === 0)
        return [];
    const shown = (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(plain(text));
    const write = { isPublic, redact, plain, prose: shown, code: (text) => `"${shown(text)}"` };
    return ['Verdict', ...(0,_text_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictParts */ .g)(changes, write).map((part) => `  ${part}`)];
}
function linesOf(change, redact) {
    const short = (text, limit) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(redact(text), limit);
    const warning = change.holdsData && change.action !== 'create' ? '  (holds data or an address)' : '';
    const notes = (0,_text_change_note_js__WEBPACK_IMPORTED_MODULE_2__/* .changeNotesText */ .d)(change.notes);
    const head = `  ${_table_js__WEBPACK_IMPORTED_MODULE_1__/* .SIGNS */ .B2[change.action]} ${short((0,_text_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectText */ .yq)(change), 200)}${warning}${notes === '' ? '' : `  ${short(notes, 200)}`}`;
    const attributes = (0,_text_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .attributesOf */ .Td)(change).map(({ name, before, after }) => {
        const from = before === undefined ? '' : `${short(before, 120)} → `;
        return `      ${short(name, 80)}: ${from}${after === undefined ? 'none' : short(after, 120)}`;
    });
    return [head, ...attributes].map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK);
}
const OF_PEOPLE = [
    ['create', 'to grant'],
    ['update', 'to change'],
    ['delete', 'to revoke'],
];
const OF_OBJECTS = [
    ['create', 'to create'],
    ['update', 'to change'],
    ['replace', 'to replace'],
    ['delete', 'to delete'],
];
function countLine(changes) {
    const isOfPeople = ({ scope }) => scope === 'access' || scope === 'iap';
    const people = changes.filter(isOfPeople);
    const objects = changes.filter((change) => !isOfPeople(change));
    const counts = [
        ...OF_PEOPLE.map(([action, word]) => [(0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .countActions */ .Bd)(people, action), word]),
        ...OF_OBJECTS.map(([action, word]) => [(0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .countActions */ .Bd)(objects, action), word]),
    ];
    const sums = new Map();
    for (const [count, word] of counts)
        sums.set(word, (sums.get(word) ?? 0) + count);
    const parts = [...sums].filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
    return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}


/***/ }),

/***/ "src/stages/session/package-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ productFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


function productFolder(name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '')), '..', name);
}


/***/ }),

/***/ "src/terraform/provider-lock.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ PROVIDER_LOCK),
/* harmony export */   at: () => (/* binding */ placeProviderLock),
/* harmony export */   b0: () => (/* binding */ providerLock)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



const PROVIDER_LOCK = 'terraform.lock.hcl';
const MOST_BYTES = 256 * 1024;
function providerLock(folders) {
    for (const folder of folders) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, PROVIDER_LOCK);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
        if (found === undefined)
            continue;
        if (found.isFile() && found.size <= MOST_BYTES)
            return path;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`${PROVIDER_LOCK} is not a file of at most ${MOST_BYTES / 1024} KiB`, {
            where: path,
            hint: 'Put the file there that "terraform providers lock" writes, not a link to it.',
        });
    }
    return undefined;
}
function placeProviderLock(path, root) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.terraform.lock.hcl'));
}


/***/ })

};
;