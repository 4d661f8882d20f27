"use strict";
exports.id = "sync-users";
exports.ids = ["sync-users"];
exports.modules = {

/***/ "src/commands/sync-users.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./lib/src/access/users/email.js
var email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: ./lib/src/cloud/clusters.js + 1 modules
var clusters = __webpack_require__("src/cloud/clusters.js");
// EXTERNAL MODULE: ./lib/src/config/platform/cluster-id.js
var cluster_id = __webpack_require__("src/config/platform/cluster-id.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var record = __webpack_require__("src/helm/release/record.js");
// EXTERNAL MODULE: ./lib/src/report/text/plan-note.js
var plan_note = __webpack_require__("src/report/text/plan-note.js");
// EXTERNAL MODULE: ./lib/src/access/iap/adoption.js
var adoption = __webpack_require__("src/access/iap/adoption.js");
// EXTERNAL MODULE: ./lib/src/access/iap/sync.js + 4 modules
var sync = __webpack_require__("src/access/iap/sync.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/access/group-plan.js
var group_plan = __webpack_require__("src/stages/access/group-plan.js");
// EXTERNAL MODULE: ./lib/src/stages/access/plan.js
var plan = __webpack_require__("src/stages/access/plan.js");
;// CONCATENATED MODULE: ./lib/src/stages/access/adopt.js






async function showAdoption(session, cluster) {
    const { context, config, principals, input } = session;
    if (session.context.write.isPublic) {
        throw new errors/* ToolError */.v4('The patch has names of people, and the output of this run is public', {
            where: 'sync-users --adopt',
            hint: 'Run it in a terminal.',
        });
    }
    session.step('compare IAP with the users files');
    const backend = await (0,session_cluster/* hubBackend */.Gc)(session, cluster);
    if (backend === undefined) {
        throw new errors/* ToolError */.v4('The hub has no load balancer yet, so it has no IAP policy', {
            where: `Ingress jupyterhub-${config.name}/jupyterhub`,
            hint: 'Wait some minutes, then run again.',
        });
    }
    const wanted = { ...(0,plan/* desiredAccess */.RP)(session, principals, undefined), adopted: false, mode: 'authoritative' };
    const { refusal } = await (0,sync/* planPolicy */._0)(await (0,session_cluster/* iapTarget */.G4)(session, backend), wanted, session.context.now);
    const ofIap = refusal instanceof adoption/* AdoptionNeeded */.i ? refusal.members : [];
    const members = [...ofIap, ...(await (0,group_plan/* foreignMembers */.I)(session))];
    if (members.length === 0) {
        context.group();
        context.say('The users files list everybody who has access in IAP: there is nothing to adopt.');
        return { exitCode: 0, document: { members: [], patch: '' }, outputs: { changed: 'false' } };
    }
    const file = [...principals.map(({ location }) => location.file), ...input.usersPaths].find((path) => input.sources.has(path) && !input.origins.has(path) && /\.ya?ml$/i.test(path));
    if (file === undefined) {
        const here = input.origins.size === 0 ? '' : ' in this repository, and a patch cannot change another one';
        throw new errors/* ConfigurationError */.j1(`There is no users file in YAML${here} to which they could be added`, {
            where: 'users',
            hint: 'Add one to this repository, with "users: []" in it, and run again.',
        });
    }
    const { adoptionPatch } = await __webpack_require__.e(/* import() */ "adoption-patch").then(__webpack_require__.bind(__webpack_require__, "src/access/edit/adoption-patch.js"));
    const { diff, notes } = adoptionPatch(members, input.sources.get(file) ?? '', file);
    const advice = diff === '' ? '' : ' Save the patch, "git apply" it, and have it reviewed:\n';
    context.group();
    context.say(`Members with access in IAP who are in no users file: ${members.length}.${advice}`);
    if (diff !== '')
        context.say(diff);
    for (const note of notes)
        context.say(note);
    return {
        exitCode: 0,
        document: { members: [...members], patch: diff, notes: [...notes] },
        outputs: { changed: 'false' },
    };
}

// EXTERNAL MODULE: ./lib/src/stages/review/acknowledgements.js
var acknowledgements = __webpack_require__("src/stages/review/acknowledgements.js");
// EXTERNAL MODULE: ./lib/src/stages/review/stale-run.js + 1 modules
var stale_run = __webpack_require__("src/stages/review/stale-run.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster-status.js
var cluster_status = __webpack_require__("src/stages/session/cluster-status.js");
// EXTERNAL MODULE: ./lib/src/stages/session/session.js + 2 modules
var session = __webpack_require__("src/stages/session/session.js");
// EXTERNAL MODULE: ./lib/src/stages/sync.js
var stages_sync = __webpack_require__("src/stages/sync.js");
;// CONCATENATED MODULE: ./lib/src/commands/sync-users.js













const command = {
    name: 'sync-users',
    about: 'Grants and revokes access as the users files say. Changes neither platform nor hub.',
    flags: {
        adopt: {
            type: 'boolean',
            about: 'print a patch of a users file that adds all unlisted members of the IAP policy; writes nothing',
        },
        remove: {
            type: 'string',
            about: 'e-mail of a person whose access is revoked at once; several separated by commas; they stay blocked until no users file lists them, or until restore',
        },
        restore: {
            type: 'string',
            about: 'e-mail of a person for whom an earlier remove ends; several separated by commas',
        },
        acknowledge: {
            type: 'string',
            about: 'the addresses of remove once more, if access.guard refused their removal; separated by commas',
        },
    },
    run: (context) => (0,session.withSession)(context, 'sync-users', async (session) => {
        const immediate = immediateChange(session);
        await (0,stale_run/* refuseStaleRun */.h)(session);
        await (0,acknowledgements/* refuseUnreviewed */.v_)(session);
        const { cluster, deployed } = await connectHub(session);
        if (context.flags.adopt === true)
            return showAdoption(session, cluster);
        const result = await (0,stages_sync/* syncPeople */.Pt)(session, cluster, 'sync-users', immediate);
        if (await (0,stages_sync/* pendingApply */.mo)(session, deployed)) {
            context.say('  the configuration differs from the last apply: run apply as well; access was synced');
        }
        return result;
    }),
};
function immediateChange({ context: { flags }, principals }) {
    const [remove, restore] = [addressesIn(flags.remove), addressesIn(flags.restore)];
    const known = new Set(principals.map(({ name }) => (0,email/* sameAddress */.xU)(name)));
    const unknown = [...remove, ...restore].find((name) => !known.has((0,email/* sameAddress */.xU)(name)));
    if (unknown !== undefined) {
        throw new errors/* UsageError */.eb(`No users file lists "${unknown}"`, {
            hint: 'An unlisted person has no access once the newest users files are synced. Check the spelling of the address.',
        });
    }
    const removed = new Set(remove.map(email/* sameAddress */.xU));
    const both = restore.find((name) => removed.has((0,email/* sameAddress */.xU)(name)));
    if (both !== undefined) {
        throw new errors/* UsageError */.eb(`"${both}" is in remove and in restore`, { hint: 'Leave one of them out.' });
    }
    return { remove, restore };
}
function addressesIn(flag) {
    return typeof flag === 'string' ? flag.split(',').map((name) => name.trim()) : [];
}
async function connectHub(session) {
    session.step('find the hub');
    const { name } = session.config;
    const cluster = await (0,session_cluster/* connectCluster */.bp)(session);
    if (cluster === undefined) {
        await (0,cluster_status/* refuseBrokenCluster */["in"])(session);
        const why = (0,plan_note/* absenceText */.Xc)(await (0,cluster_status/* clusterAbsence */.eY)(session));
        throw new errors/* ToolError */.v4(`The cluster of the hub "${name}" does not answer: ${why}`, {
            where: (0,clusters/* clusterPath */.Sf)((0,cluster_id/* clusterIdOf */.r)(session.config)),
            hint: 'Run apply first. sync-users needs an installed hub.',
        });
    }
    const deployed = await (0,record/* readDeployedState */.KA)(cluster.kubernetes, name);
    if (deployed === undefined) {
        throw new errors/* ToolError */.v4(`The hub "${name}" has not been installed yet`, {
            where: `namespace jupyterhub-${name}`,
            hint: 'Run apply first. sync-users needs an installed hub.',
        });
    }
    return { cluster, deployed };
}


/***/ })

};
;