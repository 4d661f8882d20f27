"use strict";
exports.id = "validate";
exports.ids = ["validate"];
exports.modules = {

/***/ "src/commands/validate.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./lib/src/access/users/load.js + 6 modules
var load = __webpack_require__("src/access/users/load.js");
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__("src/report/findings.js");
// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 5 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/stages/zones/wanted.js
var zones_wanted = __webpack_require__("src/stages/zones/wanted.js");
;// CONCATENATED MODULE: ./lib/src/stages/zones/offline.js


function unaskedZones(config, locate) {
    const wanted = (0,zones_wanted/* wantedInZones */.W)(config).filter((one) => one.zones === undefined);
    const { zones } = config.platform;
    if (wanted.length === 0 || zones === undefined)
        return [];
    const types = (0,config_text/* joinWithAnd */.Ol)([...new Set(wanted.map(({ text }) => text))]);
    return [
        {
            ...locate(config.platform.from === undefined ? ['platform', 'zones'] : ['platform', 'from']),
            severity: 'note',
            rule: 'zones-not-asked',
            message: `Whether ${(0,config_text/* joinWithAnd */.Ol)(zones)} ${zones.length === 1 ? 'has' : 'have'} ${types} is not checked here, because this command contacts nothing.`,
            hint: 'plan asks Compute Engine, and refuses a zone without it.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/commands/validate.js




const command = {
    name: 'validate',
    about: 'Checks jupyterhub.yaml and the users files. Contacts nothing.',
    flags: {},
    run: async (context) => {
        const started = performance.now();
        const checked = withoutLaterKeys(withOfflineNotes(await (0,read/* checkInput */.DR)(context, { compileIn: context.env })));
        context.annotate(checked.diagnostics);
        context.say((0,findings/* findingsText */._g)({ ...checked, shown: context.write.plain, took: performance.now() - started }));
        return {
            exitCode: checked.input === undefined ? 1 : 0,
            document: (0,findings/* findingsDocument */.Cd)(checked),
            outputs: {},
            ...(context.github !== undefined ? { summary: await summary(context, checked) } : {}),
        };
    },
};
async function summary({ write }, { input, diagnostics }) {
    const { filesSummary } = await Promise.all(/* import() */[__webpack_require__.e("report-text"), __webpack_require__.e("plan-comment"), __webpack_require__.e("files-summary")]).then(__webpack_require__.bind(__webpack_require__, "src/report/files-summary.js"));
    return filesSummary({
        config: input?.config,
        people: (0,load/* listedPeople */.V)(input?.principals ?? []).length,
        diagnostics,
        write,
    });
}
function withOfflineNotes(checked) {
    const { input, diagnostics } = checked;
    if (input === undefined)
        return checked;
    return { ...checked, diagnostics: [...diagnostics, ...unaskedZones(input.config, input.locate)] };
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

/***/ "src/stages/zones/wanted.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ wantedInZones)
/* harmony export */ });
/* unused harmony export machineNames */
/* harmony import */ var _config_gce_accelerators_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/gce/accelerators.js");

function wantedInZones(config) {
    return [...ofProfiles(config), ...ofPools(config)];
}
function ofProfiles({ profiles }) {
    return profiles.flatMap(({ gpu, tpu }, index) => {
        if (gpu !== undefined) {
            const { type, count } = gpu;
            const text = count === 1 ? type : `${count} × ${type} in one machine`;
            const machines = machineNames({ kind: 'gpu', type, count });
            return [{ path: ['profiles', index, 'gpu'], text, gpu: type, machines, zones: undefined }];
        }
        if (tpu === undefined)
            return [];
        const machines = machineNames({ kind: 'tpu', type: tpu.type, topology: tpu.topology });
        if (machines.length === 0)
            return [];
        const text = `${tpu.type} of ${tpu.topology}`;
        return [{ path: ['profiles', index, 'tpu'], text, gpu: undefined, machines, zones: undefined }];
    });
}
function ofPools({ platform }) {
    const { cluster, from } = platform;
    if (cluster.mode !== 'standard' || from !== undefined)
        return [];
    return Object.entries(cluster.nodePools).map(([name, { machineType, gpu, zones }]) => ({
        path: ['platform', 'nodePools', name, 'machineType'],
        text: gpu === undefined ? machineType : `${machineType} with ${gpu.type}`,
        gpu: gpu?.type,
        machines: /(^|-)custom-/.test(machineType) ? [] : [machineType],
        zones: zones ?? cluster.zones,
    }));
}
function machineNames(accelerator) {
    const machines = (0,_config_gce_accelerators_js__WEBPACK_IMPORTED_MODULE_0__/* .machinesWith */ .P)(accelerator);
    const isAdded = machines.some(({ gpus }) => gpus.some(({ type, optional }) => type === accelerator.type && optional));
    return isAdded ? [] : machines.map(({ type }) => type);
}


/***/ })

};
;