"use strict";
exports.id = 938;
exports.ids = [938];
exports.modules = {

/***/ 3938:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command),
  reportOf: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./lib/src/change/fingerprint.js
var fingerprint = __webpack_require__(72402);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/src/github/comment.js


const PAGE = 100;
// GitHub closes an issue for comments at 2,500, which is 25 pages.
const PAGES = 30;
const ATTEMPTS = 5;
/** Writes the one comment of a marker: edits the one that this token's own identity wrote, else creates it. */
async function upsertComment(options) {
    const { context, token } = options;
    const pull = context?.pullRequest;
    if (!context?.repository || !pull)
        return { done: 'skipped', reason: 'this run belongs to no pull request' };
    if (!token)
        return { done: 'skipped', reason: 'no github_token is given' };
    if (pull.fork)
        return { done: 'skipped', reason: 'the pull request comes from a fork, whose token may not write' };
    const api = new Api(context, token, options);
    const path = `/repos/${context.repository}/issues`;
    for (let attempt = 1;; attempt += 1) {
        try {
            const found = await find(api, `${path}/${pull.number}/comments`, options.marker);
            if (found && normal(found.body) === normal(options.body))
                return { done: 'unchanged', url: found.html_url };
            const written = await (found
                ? api.call('PATCH', `${path}/comments/${found.id}`, { body: options.body })
                : api.call('POST', `${path}/${pull.number}/comments`, { body: options.body }));
            return { done: found ? 'updated' : 'created', url: written.html_url };
        }
        catch (error) {
            // A lost answer may hide a comment that was made, so the whole search is repeated and never the POST alone.
            if (!(error instanceof Unanswered) || attempt === ATTEMPTS)
                throw error;
            await api.pause(attempt);
        }
    }
}
async function find(api, path, marker) {
    let self;
    for (let page = 1; page <= PAGES; page += 1) {
        const comments = await api.call('GET', `${path}?per_page=${PAGE}&page=${page}`);
        for (const comment of comments) {
            if (normal(comment.body).split('\n', 1)[0] !== marker)
                continue;
            // Whoever may comment can write the marker too, so the author decides. Asked only where there is a candidate.
            self ??= await identity(api);
            if (isSelf(comment, self))
                return comment;
        }
        if (comments.length < PAGE)
            return undefined;
    }
    return undefined;
}
// REST has no "who am I" for the token of a workflow (GET /user is refused); GraphQL's viewer knows both kinds.
async function identity(api) {
    const answer = await api.call('POST', undefined, {
        query: 'query { viewer { login } }',
    });
    const login = answer.data?.viewer?.login;
    if (!login)
        throw new errors/* ToolError */.v4('GitHub does not say whose token github_token is, so no comment can be edited');
    return login;
}
function isSelf({ user }, self) {
    return user !== null && (user.login === self || (user.type === 'Bot' && user.login === `${self}[bot]`));
}
function normal(body) {
    return (body ?? '').replace(/\r\n/g, '\n').trim();
}
/** GitHub did not answer, or said that it cannot now: the call may have had its effect. */
class Unanswered extends errors/* ToolError */.v4 {
}
class Api {
    #context;
    #token;
    #options;
    constructor(context, token, options) {
        this.#context = context;
        this.#token = token;
        this.#options = options;
    }
    /** Calls the REST API, or GraphQL where no path is given. */
    async call(method, path, body) {
        const url = path === undefined ? this.#context.graphqlUrl : `${this.#context.apiUrl}${path}`;
        const where = `${method} ${url.replace(/\?.*/, '')}`;
        for (let attempt = 1;; attempt += 1) {
            const answer = await this.#send(method, url, body).catch((cause) => {
                throw new Unanswered(`GitHub cannot be reached (${(0,errors/* errorMessage */.gJ)(cause)})`, {
                    where,
                    hint: 'Run the job again; githubstatus.com says whether GitHub has a problem.',
                    cause,
                });
            });
            if (answer.ok)
                return (await answer.json());
            const text = await answer.text();
            const wait = rateLimitWait(answer, text);
            if (wait !== undefined && attempt < ATTEMPTS) {
                await this.pause(attempt, wait);
                continue;
            }
            throw explain(answer.status, text, where);
        }
    }
    async pause(attempt, seconds = 0) {
        const backOff = 500 * 2 ** attempt * (0.5 + Math.random());
        await (this.#options.sleep ?? promises_.setTimeout)(Math.max(backOff, seconds * 1000));
    }
    #send(method, url, body) {
        return (this.#options.fetch ?? fetch)(url, {
            method,
            headers: {
                accept: 'application/vnd.github+json',
                authorization: `Bearer ${this.#token}`,
                'user-agent': 'jupyterhub-gke',
                'x-github-api-version': '2022-11-28',
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            redirect: 'error',
            signal: AbortSignal.timeout(30_000),
        });
    }
}
/** Seconds to wait where GitHub limits the rate (403 or 429, docs.github.com/rest/using-the-rest-api/best-practices). */
function rateLimitWait(answer, text) {
    const limited = answer.status === 429 || (answer.status === 403 && /rate limit/i.test(text));
    if (!limited)
        return undefined;
    const after = Number(answer.headers.get('retry-after'));
    const reset = Number(answer.headers.get('x-ratelimit-reset')) - Date.now() / 1000;
    const seconds = after > 0 ? after : answer.headers.get('x-ratelimit-remaining') === '0' ? reset : 60;
    // A job that sleeps an hour costs more than a comment that is missing; the summary has the same text.
    return seconds <= 120 ? Math.max(1, seconds) : undefined;
}
function explain(status, text, where) {
    const said = messageOf(text) ?? `HTTP ${status}`;
    if (status >= 500)
        return new Unanswered(`GitHub cannot answer now (${said})`, { where, hint: 'Run the job again.' });
    if (status === 401) {
        return new errors/* ToolError */.v4(`GitHub does not accept github_token (${said})`, {
            where,
            hint: 'Leave the input out: the token of the run is used then.',
        });
    }
    if (status === 403) {
        return new errors/* ToolError */.v4(`github_token may not comment on the pull request (${said})`, {
            where,
            hint: 'Add "permissions: {contents: read, id-token: write, pull-requests: write}" to the job. The plan is in the step summary.',
        });
    }
    return new errors/* ToolError */.v4(`GitHub refuses the comment: ${said}`, { where });
}
function messageOf(text) {
    try {
        const { message } = JSON.parse(text);
        return typeof message === 'string' ? message.slice(0, 300) : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/src/github/inputs.js
var inputs = __webpack_require__(88880);
// EXTERNAL MODULE: ./lib/src/report/plan-comment.js
var plan_comment = __webpack_require__(94405);
// EXTERNAL MODULE: ./lib/src/report/terminal.js
var terminal = __webpack_require__(11710);
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__(97160);
// EXTERNAL MODULE: ./lib/src/commands/document.js
var commands_document = __webpack_require__(82583);
// EXTERNAL MODULE: ./lib/src/commands/planning.js + 1 modules
var planning = __webpack_require__(26263);
// EXTERNAL MODULE: ./lib/src/commands/session.js + 1 modules
var session = __webpack_require__(93844);
;// CONCATENATED MODULE: ./lib/src/commands/plan.js










/** Shows what the files would change. Writes nothing but the comment. */
const command = {
    name: 'plan',
    about: 'Shows what the files would change on platform, hub and people. Changes nothing.',
    flags: {},
    run: (context) => (0,session/* withSession */.f)(context, 'plan', async (session) => {
        const plan = await (0,planning/* planHub */.Dv)(session, { lock: false });
        const { changes } = plan.changeSet;
        for (const line of [...(0,terminal/* changeLines */.O)(changes), ...plan.notes])
            context.say(line);
        context.say(`Plan: ${(0,terminal/* countLine */.Q)(changes)}`);
        const report = reportOf(session, plan);
        await comment(session, report);
        return {
            exitCode: 0,
            document: (0,commands_document/* changeDocument */.w)('plan', plan.changeSet, changes.length > 0, { notes: plan.notes }),
            outputs: { changed: String(changes.length > 0) },
            summary: (0,plan_comment/* planText */.Pt)(report),
        };
    }),
};
/** The plan as the comment and the summary show it. */
function reportOf(session, plan) {
    const { github, input, isPublic } = session;
    return {
        hub: plan.changeSet.hub,
        commit: github?.sha,
        changeSet: plan.changeSet,
        notes: plan.notes,
        warnings: input.diagnostics,
        fingerprint: (0,fingerprint/* fingerprint */.R)(plan.changeSet),
        versions: { 'jupyterhub-gke': versions/* VERSION */.xv, [plan.roots.program.name]: plan.roots.program.version },
        links: { summary: github?.runUrl },
        isPublic,
    };
}
/** Writes the comment where the run belongs to a pull request. The summary has the same text, so a refusal is said and no failure. */
async function comment(session, report) {
    const { context, github } = session;
    if (!github?.pullRequest)
        return;
    session.step('comment on the pull request');
    try {
        const outcome = await upsertComment({
            context: github,
            token: (0,inputs/* credentialInputs */.HP)(context.env).githubToken,
            marker: (0,plan_comment/* planMarker */.YH)(report.hub),
            body: context.redact((0,plan_comment/* planComment */.tx)(report)),
        });
        context.say(outcome.done === 'skipped' ? `No comment: ${outcome.reason}` : `Comment ${outcome.done}: ${outcome.url}`);
    }
    catch (error) {
        context.say(`The comment could not be written: ${(0,errors/* errorMessage */.gJ)(error)}. The step summary has the plan.`);
    }
}


/***/ })

};
;