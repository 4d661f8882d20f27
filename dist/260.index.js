"use strict";
exports.id = 260;
exports.ids = [260];
exports.modules = {

/***/ 53313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ letIn),
/* harmony export */   VP: () => (/* binding */ waitForDoor),
/* harmony export */   d8: () => (/* binding */ waitForKeeper)
/* harmony export */ });
/* harmony import */ var _access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33271);
/* harmony import */ var _access_members_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91935);
/* harmony import */ var _access_policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43668);
/* harmony import */ var _access_sync_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20845);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95880);
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9301);
/* harmony import */ var _planning_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26263);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51595);








// GKE makes a load balancer in 3 to 8 minutes; a quota or a broken Ingress never does.
const BACKEND_LIMIT = 20 * 60_000;
// Kubernetes brings a changed ConfigMap into a pod within two minutes; the keeper asks the API and is faster.
const KEEPER_LIMIT = 4 * 60_000;
/** Waits until the load balancer of the hub exists, and tells the hub whose assertions it may believe. */
async function waitForDoor(session, reachable) {
    const { context, config } = session;
    session.step('wait for the load balancer');
    const backend = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_5__/* .waitFor */ .f)({
        what: 'the load balancer of the hub',
        limit: BACKEND_LIMIT,
        where: `Ingress jupyterhub-${config.name}/jupyterhub`,
        hint: 'Look at the events of the Ingress (kubectl describe ingress), mend what they say, then run again.',
        say: context.say,
        signal: context.signal,
    }, () => (0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .hubBackend */ .Gc)(session, reachable));
    const audience = (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .audienceOf */ .O)(session.projectNumber, backend.id);
    if (await (0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .writeAudience */ .EK)((0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .hubLists */ .Nm)(session, reachable), [audience])) {
        context.say('  the hub now knows its load balancer');
    }
    return backend;
}
/**
 * Gives hub and door the list of people: first the hub's, whose keeper then ends what people who left have running,
 * then the door's. What is as it should be is not written.
 */
async function letIn(session, reachable, backend) {
    const { context, people } = session;
    session.step('let people in and out');
    const lists = (0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .hubLists */ .Nm)(session, reachable);
    const { list, before, changed } = await (0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .writeMembers */ .Jl)(lists, people);
    const policy = await (0,_access_sync_js__WEBPACK_IMPORTED_MODULE_1__/* .syncPolicy */ .kh)((0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .doorOf */ .ag)(session, backend), people);
    if (changed)
        context.say(`  the hub has the list of ${list.people.length} people (generation ${list.generation})`);
    if (policy.changed) {
        context.say(`  the door's policy is written: ${policy.added.length} in, ${policy.removed.length} out; Google takes up to some minutes to spread it`);
    }
    const changes = (0,_people_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(changed ? (0,_access_members_js__WEBPACK_IMPORTED_MODULE_6__/* .memberListChanges */ .kd)(before, list, people) : [], policy.changed ? (0,_access_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .memberChanges */ .ui)(policy, people) : []);
    return { changes, notes: (0,_people_js__WEBPACK_IMPORTED_MODULE_3__/* .notesOf */ .h$)(policy), generation: list.generation };
}
/** Waits until the keeper in the hub has enforced a list, and says what it ended for people who left. */
async function waitForKeeper(session, reachable, done) {
    const { context, config } = session;
    session.step('wait for the hub to enforce the list');
    const lists = (0,_planning_js__WEBPACK_IMPORTED_MODULE_4__/* .hubLists */ .Nm)(session, reachable);
    const status = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_5__/* .waitFor */ .f)({
        what: `the hub to enforce the list of people (generation ${done.generation})`,
        limit: KEEPER_LIMIT,
        where: `ConfigMap jupyterhub-${config.name}/${config.name}-keeper`,
        hint: 'Look at the log of the hub (kubectl logs deploy/hub). The door refuses people who left already; servers of theirs may still run.',
        say: context.say,
        signal: context.signal,
        interval: 1000,
    }, async () => {
        const report = await (0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .readKeeper */ .ZF)(lists);
        return report !== undefined && report.generation >= done.generation ? report : undefined;
    });
    return done.changes
        .filter(({ action }) => action === 'delete')
        .map(({ address }) => {
        const { stoppedServers = 0, deletedTokens = 0, error } = status.people[(0,_access_hub_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .keeperKey */ .KT)(address)] ?? {};
        if (error)
            return `${address}: the hub could not end everything (${error}); it tries again by itself`;
        return `${address}: ${stoppedServers} servers stopped, ${deletedTokens} tokens deleted, home kept`;
    });
}


/***/ }),

/***/ 94260:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   command: () => (/* binding */ command)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75770);
/* harmony import */ var _helm_deployed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37222);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19452);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11710);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82583);
/* harmony import */ var _letting_in_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53313);
/* harmony import */ var _planning_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26263);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93844);








/** Brings the users files to the door and into the hub, and nothing else. */
const command = {
    name: 'sync-users',
    about: 'Lets people in and out as the users files say. Touches neither platform nor hub.',
    flags: {},
    run: (context) => (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .withSession */ .f)(context, 'sync-users', async (session) => {
        const started = Date.now();
        const reachable = await reachHub(session);
        const backend = await (0,_letting_in_js__WEBPACK_IMPORTED_MODULE_5__/* .waitForDoor */ .VP)(session, reachable);
        const done = await (0,_letting_in_js__WEBPACK_IMPORTED_MODULE_5__/* .letIn */ .DB)(session, reachable, backend);
        const ended = await (0,_letting_in_js__WEBPACK_IMPORTED_MODULE_5__/* .waitForKeeper */ .d8)(session, reachable, done);
        const notes = [...done.notes, ...ended];
        for (const line of [...(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .changeLines */ .O)(done.changes), ...notes])
            context.say(line);
        context.say(`People: ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .countLine */ .Q)(done.changes)}`);
        const changeSet = { hub: session.config.name, changes: done.changes };
        const changed = done.changes.length > 0;
        return {
            exitCode: 0,
            document: (0,_document_js__WEBPACK_IMPORTED_MODULE_4__/* .changeDocument */ .w)('sync-users', changeSet, changed, { generation: done.generation, notes }),
            outputs: { changed: String(changed) },
            summary: (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .doneSummary */ .bY)({
                hub: changeSet.hub,
                command: 'sync-users',
                changeSet,
                notes,
                seconds: (Date.now() - started) / 1000,
                warnings: session.input.diagnostics,
                isPublic: session.isPublic,
            }),
        };
    }),
};
/** The cluster of a hub that has been applied; anything less is told with what to run first. */
async function reachHub(session) {
    session.step('find the hub');
    const { name, project, location } = session.config;
    const reachable = await (0,_planning_js__WEBPACK_IMPORTED_MODULE_6__/* .reachCluster */ .Wv)(session);
    if (reachable === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`The hub "${name}" has no cluster that answers`, {
            where: `projects/${project}/locations/${location}/clusters/${name}`,
            hint: 'Run apply first; sync-users is for a hub that exists.',
        });
    }
    if ((await (0,_helm_deployed_js__WEBPACK_IMPORTED_MODULE_1__/* .readDeployed */ .BJ)(reachable.kubernetes, name)) === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`The hub "${name}" has not been installed yet`, {
            where: `namespace jupyterhub-${name}`,
            hint: 'Run apply first; sync-users is for a hub that exists.',
        });
    }
    return reachable;
}


/***/ }),

/***/ 51595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ waitFor)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75770);


const SAY_EVERY = 15_000;
/** Asks `look` again and again until it gives an answer, and says every 15 s that it still waits; a limit or signal throws. */
async function waitFor(options, look) {
    const { what, limit, hint, where, interval = 2000, say, signal } = options;
    const start = Date.now();
    let said = start;
    for (;;) {
        signal.throwIfAborted();
        const answer = await look();
        if (answer !== undefined)
            return answer;
        const now = Date.now();
        if (now - start >= limit) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolError */ .v4(`Waited ${seconds(limit)} for ${what}, and it did not come`, {
                hint,
                ...(where === undefined ? {} : { where }),
            });
        }
        if (now - said >= SAY_EVERY) {
            say(`  still waiting for ${what} (${seconds(now - start)} of at most ${seconds(limit)})`);
            said = now;
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(interval, limit), undefined, { signal }).catch(() => signal.throwIfAborted());
    }
}
function seconds(milliseconds) {
    const whole = Math.round(milliseconds / 1000);
    return whole < 120 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}


/***/ })

};
;