"use strict";
exports.id = "access-report";
exports.ids = ["access-report"];
exports.modules = {

/***/ "src/commands/access-report/command.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/github/runner/outputs.js
var outputs = __webpack_require__("src/github/runner/outputs.js");
// EXTERNAL MODULE: ./lib/src/access/iap/changes.js
var changes = __webpack_require__("src/access/iap/changes.js");
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown.js");
;// CONCATENATED MODULE: ./lib/src/report/csv.js

const FORMULA = /^["\s]*[=+\-@＝＋－＠]/u;
const INNER = /([,;|]["\s]*)(?=[=+\-@＝＋－＠])/gu;
function csvCell(text) {
    const line = (0,markdown/* oneLine */.TN)(text, 1000).replace(INNER, "$1'");
    const safe = FORMULA.test(line) ? `'${line}` : line;
    return `"${safe.replaceAll('"', '""')}"`;
}
function csvText(head, rows) {
    return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

// EXTERNAL MODULE: ./lib/src/access/users/day.js
var day = __webpack_require__("src/access/users/day.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
;// CONCATENATED MODULE: ./lib/src/report/access/text.js


const IAP_STATES = {
    granted: 'granted',
    'other-end': 'granted with another end',
    missing: 'missing',
    ended: 'ended',
    'via-group': 'by the group of access.entry',
    unknown: 'not known',
};
const HUB_STATES = {
    listed: 'listed',
    'listed-otherwise': 'listed otherwise',
    'not-listed': 'not listed',
    revoked: 'revoked at once',
    'via-domain': 'by its domain',
    'trusts-iap': 'trusts IAP',
    unknown: 'not known',
};
function iapStateText({ state }) {
    return IAP_STATES[state];
}
function hubStateText({ state, enforced }) {
    if (state === 'unknown')
        return HUB_STATES[state];
    const when = enforced === undefined ? ' (not known whether enforced)' : enforced ? '' : ' (not enforced yet)';
    return `${HUB_STATES[state]}${when}`;
}
function otherWayText({ member, place, condition }) {
    const under = condition === undefined ? '' : ` under the condition "${condition}"`;
    return `${member} on ${place === 'iap' ? 'IAP' : place}${under}`;
}
const AUDIENCES = {
    everybody: 'EVERYBODY on the internet may pass: ',
    'google-accounts': 'EVERYBODY with a Google account may pass: ',
};
function otherReasonText(reason, hub) {
    const { audience } = reason;
    return `${audience === undefined ? '' : AUDIENCES[audience]}${codeText(reason, hub)}`;
}
function codeText(reason, hub) {
    switch (reason.code) {
        case 'inherited':
            return `inherited from ${reason.place}${reason.condition === undefined ? '' : `, condition: ${reason.condition}`}`;
        case 'foreign-condition':
            return `granted by somebody else under a condition: ${reason.condition}`;
        case 'sync-pending':
            return `granted by a sync of ${hub}, and no longer in the users files: a sync is pending`;
        case 'granted-outside':
            return 'granted in the console or by another program';
        case 'hub-list-only':
            return 'on the list of the hub, and no longer in the users files: a sync is pending';
    }
}
function historyNoteText(note) {
    if (note.code === 'not-committed')
        return 'not committed';
    if (note.code === 'older-than-clone')
        return 'older than this clone';
    return `from ${note.repository} at ${note.commit.slice(0, 7)}`;
}
function endText(until) {
    const time = Date.parse(until ?? '');
    if (until === undefined || Number.isNaN(time))
        return until ?? '';
    if (/T00:00:00(?:\.0+)?(?:Z|[+-]\d\d:\d\d)$/.test(until))
        return `until ${(0,day/* lastDay */.NY)(until)}`;
    return `before ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function rightsText({ role, groups, roles, until }) {
    const parts = [
        role === 'full-admin' ? 'full admin' : role,
        groups.length === 0 ? '' : `group ${groups.join(', ')}`,
        roles.length === 0 ? '' : `role ${roles.join(', ')}`,
        endText(until),
    ];
    return parts.filter((part) => part !== '').join(', ');
}
const ROLE_STATES = {
    'in-force': 'in force',
    changes: 'in force, and the file has another one: an apply is pending',
    pending: 'not in force: an apply is pending',
    ends: 'in force, and no longer in the file: an apply is pending',
    unknown: 'in the file; not known whether it is in force',
};
function roleStateText({ state }) {
    return ROLE_STATES[state];
}
function shortSha(sha) {
    return sha.slice(0, 7);
}
function verdictOf({ listed, others, roles, complete, generation }) {
    const missing = listed.filter(({ iap }) => iap.state === 'missing').length;
    const otherEnd = listed.filter(({ iap }) => iap.state === 'other-end').length;
    const { listed: wanted, enforced } = generation;
    return [
        `${(0,config_text/* plural */.LS)(listed.length, 'entry', 'entries')} in the users files.`,
        others.length === 0
            ? complete
                ? 'This report sees nothing else by which anybody can enter.'
                : ''
            : `${(0,config_text/* plural */.LS)(others.length, 'grant is', 'grants are')} not explained by them.`,
        roles.length === 0
            ? ''
            : `${(0,config_text/* plural */.LS)(roles.length, 'role')} of hub.values ${roles.length === 1 ? 'gives' : 'give'} rights.`,
        missing === 0 ? '' : `${(0,config_text/* plural */.LS)(missing, 'entry has', 'entries have')} no grant in IAP.`,
        otherEnd === 0 ? '' : `${(0,config_text/* plural */.LS)(otherEnd, 'entry has', 'entries have')} a grant with another end.`,
        wanted !== undefined && enforced !== undefined && enforced < wanted ? 'The hub has not enforced its list yet.' : '',
        complete ? '' : 'The report has gaps: see the notes.',
    ]
        .filter((sentence) => sentence !== '')
        .join(' ');
}

;// CONCATENATED MODULE: ./lib/src/report/access/data.js




const ACCESS_SCHEMA = 'jupyterhub-gke/access-report/v1';
function accessDocument(report, { isPublic, plain }) {
    const { hub, project, at, complete, generation, listed, others, roles, homes, budgets, notes } = report;
    const document = {
        schema: ACCESS_SCHEMA,
        command: 'access report',
        hub,
        project,
        time: at,
        complete,
        generation: { listed: generation.listed ?? null, enforced: generation.enforced ?? null },
        listed: listed.map(listedDocument),
        others: others.map(otherDocument),
        roles: roles.map(roleDocument),
        homes: homes.map((row) => homeDocument(row, isPublic)),
        budgets: budgets.map(({ who, back, ...row }) => ({ ...row, who: who ?? null, back: back ?? null })),
        notes,
    };
    return texts(document, (text) => (0,markdown/* visible */.RK)(plain(text)));
}
function listedDocument(row) {
    const { kind, name, role, groups, roles, until, file, line, history, approval, lastSeen, iap, hub } = row;
    const { commit, since, note } = history;
    return {
        kind: changes/* PRINCIPAL_KINDS */.x[kind],
        name,
        role,
        groups,
        roles,
        until: until ?? null,
        why: {
            file,
            line,
            commit: commit === undefined ? null : { ...commit },
            note: note === undefined ? null : { ...note },
            pullRequest: approval?.pull ?? null,
            proposedBy: approval?.author ?? null,
            approvedBy: approval === undefined ? null : approval.approvers,
        },
        since: since ?? null,
        lastSeen: lastSeen ?? null,
        iap: { state: iap.state, also: iap.also.map((one) => ({ ...one })) },
        hub: hubDocument(hub),
    };
}
function otherDocument({ kind, name, why, place, until, lastSeen, hub }) {
    return {
        kind: changes/* PRINCIPAL_KINDS */.x[kind],
        name,
        why: { ...why },
        place,
        until: until ?? null,
        lastSeen: lastSeen ?? null,
        hub: hubDocument(hub),
    };
}
function roleDocument({ name, scopes, holders, isForEverybody, state }) {
    const who = holders.map(({ what, who: holder, people }) => ({ what, who: holder, people: people ?? null }));
    return { name, scopes, holders: who, everybody: isForEverybody, state };
}
function homeDocument(row, isPublic) {
    const { kind, owner, place, size, created, left, lastSeen } = row;
    return {
        kind,
        owner: owner ?? null,
        place: isPublic && kind === 'disk' ? null : place,
        size: size ?? null,
        created: created ?? null,
        left: left ?? null,
        lastSeen: lastSeen ?? null,
    };
}
function hubDocument({ state, enforced }) {
    return { state, enforced: enforced ?? null };
}
function texts(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((item) => texts(item, change));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner, change)]));
}
const COLUMNS = [
    ['name', ({ name }) => name, ({ name }) => name],
    ['kind', ({ kind }) => changes/* PRINCIPAL_KINDS */.x[kind], ({ kind }) => changes/* PRINCIPAL_KINDS */.x[kind]],
    ['in_users_files', () => 'yes', () => 'no'],
    ['role', ({ role }) => role, () => ''],
    ['groups', ({ groups }) => groups.join(' '), () => ''],
    ['until', ({ until }) => until ?? '', ({ until }) => until ?? ''],
    ['why', ({ file, line }) => `${file}:${line}`, ({ why }) => why.code],
    ['commit', ({ history }) => history.commit?.sha ?? '', () => ''],
    ['commit_date', ({ history }) => history.commit?.date ?? '', () => ''],
    ['commit_author', ({ history }) => history.commit?.author ?? '', () => ''],
    ['commit_subject', ({ history }) => history.commit?.subject ?? '', () => ''],
    ['pull_request', ({ approval }) => String(approval?.pull ?? ''), () => ''],
    ['proposed_by', ({ approval }) => approval?.author ?? '', () => ''],
    ['approved_by', ({ approval }) => approval?.approvers.join(' ') ?? '', () => ''],
    ['since', ({ history }) => history.since ?? '', () => ''],
    ['last_seen', ({ lastSeen }) => lastSeen ?? '', ({ lastSeen }) => lastSeen ?? ''],
    ['iap', ({ iap }) => iap.state, ({ place }) => (place === 'hub' ? '' : 'granted')],
    ['also_by', ({ iap }) => iap.also.map(otherWayText).join('; '), () => ''],
    ['hub', ({ hub }) => hub.state, ({ hub }) => hub.state],
    ['hub_enforced', ({ hub }) => yesNo(hub.enforced), ({ hub }) => yesNo(hub.enforced)],
    ['place', () => '', ({ place }) => place],
    ['condition', () => '', ({ why }) => ('condition' in why ? (why.condition ?? '') : '')],
    ['history', ({ history }) => history.note?.code ?? '', () => ''],
    ['roles', ({ roles }) => roles.join(' '), () => ''],
];
function yesNo(value) {
    return value === undefined ? '' : value ? 'yes' : 'no';
}
function accessCsv(report, { plain }) {
    return csvText(COLUMNS.map(([head]) => head), [
        ...report.listed.map((row) => COLUMNS.map(([, cell]) => plain(cell(row)))),
        ...report.others.map((row) => COLUMNS.map(([, , cell]) => plain(cell(row)))),
    ]);
}

// EXTERNAL MODULE: ./lib/src/report/text/dates.js
var dates = __webpack_require__("src/report/text/dates.js");
// EXTERNAL MODULE: ./lib/src/report/text/subject.js
var subject = __webpack_require__("src/report/text/subject.js");
;// CONCATENATED MODULE: ./lib/src/report/access/report.js






const IAP_SIGNS = {
    granted: '✅',
    'other-end': '⚠️',
    missing: '❌',
    ended: '–',
    'via-group': '❔',
    unknown: '❔',
};
function accessMarkdown(report, write) {
    const listed = report.listed.map((row) => listedCells(row, write));
    const others = report.others.map((row) => otherCells(row, report.hub, write));
    const { listed: generation, enforced } = report.generation;
    return [
        `### JupyterHub ${write.code(report.hub)} · who can enter`,
        `**${write.prose(verdictOf(report))}**`,
        `Project ${write.code(report.project)}, ${write.prose(report.at)}. List of the hub: generation ${generation ?? 'not known'}, enforced by the access reconciler: ${enforced ?? 'not known'}.`,
        ...(listed.length === 0
            ? []
            : [(0,markdown/* table */.tp)(['who', 'what', 'why', 'since', 'last seen', 'in IAP', 'in the hub'], listed)]),
        ...(others.length === 0
            ? []
            : [
                '#### Not explained by the users files',
                (0,markdown/* table */.tp)(['who', 'what', 'why', 'end', 'last seen', 'in the hub'], others),
            ]),
        ...(report.roles.length === 0
            ? []
            : [
                '#### Rights that roles of hub.values give',
                (0,markdown/* table */.tp)(['role', 'rights', 'who', 'state'], report.roles.map((row) => roleCells(row, write))),
            ]),
        ...(report.homes.length === 0
            ? []
            : [
                '#### Homes of people who are in no users file',
                'Kept when their owners left. People who are re-added get their files back. Homes cost money until you delete them.',
                ...(report.listed.some(({ kind }) => kind === 'group')
                    ? ['**A Google group is listed. Who is in it is not known here: homes of its members stand among these.**']
                    : []),
                (0,markdown/* table */.tp)(['whose', 'what', 'size', 'made', 'left', 'last seen', 'place'], report.homes.map((row) => homeCells(row, write))),
            ]),
        ...(report.budgets.length === 0
            ? []
            : [
                '#### Hours of budgets',
                (0,markdown/* table */.tp)(['whose', 'budget', 'used', 'left', 'hours come back'], report.budgets.map((row) => budgetCells(row, write))),
            ]),
        report.notes.map((note) => `- ${write.prose(note)}`).join('\n'),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
const SHOWN = 20;
function roleCells(row, write) {
    const who = row.holders.map(({ what, who: name, people }) => {
        const of = { users: '', groups: 'group ', services: 'service ' }[what];
        const behind = people === undefined ? '' : ` (${people.length === 0 ? 'nobody' : (0,config_text/* firstOf */.Ku)(people.map(write.code), SHOWN)})`;
        return `${of}${write.code(name)}${behind}`;
    });
    const all = [...(row.isForEverybody ? ['everybody who signs in'] : []), ...who];
    return [
        write.code(row.name),
        (0,config_text/* firstOf */.Ku)(row.scopes.map(write.code), SHOWN),
        all.length === 0 ? 'nobody' : (0,config_text/* firstOf */.Ku)(all, SHOWN),
        roleStateText(row),
    ];
}
function budgetCells({ who, each, budget, used, left, back }, write) {
    const name = who === undefined ? 'somebody who is in no users file' : write.code(who);
    return [
        each === 'group' ? `group ${name}` : name,
        write.prose(budget),
        String(used),
        String(left),
        write.prose((0,dates/* dayOf */.k)(back)) || '–',
    ];
}
function homeCells(row, write) {
    const { kind, owner, size, created, left, lastSeen, place } = row;
    return [
        owner === undefined ? 'not known' : write.code(owner),
        kind,
        write.prose(size ?? '–'),
        write.prose((0,dates/* dayOf */.k)(created)) || '–',
        write.prose(left ?? '–'),
        write.prose((0,dates/* dayOf */.k)(lastSeen)) || '–',
        write.isPublic && kind === 'disk' ? '–' : write.code(place),
    ];
}
function listedCells(row, write) {
    const { iap } = row;
    return [
        write.code(row.name),
        row.kind === 'person'
            ? write.prose(rightsText(row))
            : write.prose(`${(0,subject/* kindText */.uS)(changes/* PRINCIPAL_KINDS */.x[row.kind])}, ${rightsText(row)}`),
        whyCell(row, write),
        write.prose((0,dates/* dayOf */.k)(row.history.since)) || '–',
        write.prose((0,dates/* dayOf */.k)(row.lastSeen)) || '–',
        [
            `${IAP_SIGNS[iap.state]} ${iapStateText(iap)}`,
            ...(iap.also.length === 0 ? [] : [`also: ${iap.also.map((one) => write.prose(otherWayText(one))).join('; ')}`]),
        ].join('; '),
        write.prose(hubStateText(row.hub)),
    ];
}
function whyCell({ file, line, history, approval }, write) {
    const { commit, note } = history;
    const parts = [write.code(`${file}:${line}`)];
    if (commit !== undefined) {
        const { sha, date, author, subject } = commit;
        parts.push(`${write.code(shortSha(sha))} of ${write.prose((0,dates/* dayOf */.k)(date))} by ${shortProse(author, write)}`);
        if (subject !== '')
            parts.push(shortProse(subject, write));
    }
    if (note !== undefined)
        parts.push(write.prose(historyNoteText(note)));
    if (approval !== undefined) {
        const { pull, author, approvers } = approval;
        const by = approvers.length === 0 ? 'approved by nobody' : `approved by ${approvers.map(write.prose).join(', ')}`;
        parts.push(`pull request ${pull}${author === undefined ? '' : ` of ${write.prose(author)}`}, ${by}`);
    }
    return parts.join(' · ');
}
function shortProse(text, write) {
    return write.prose((0,markdown/* oneLine */.TN)(write.plain(text), 100));
}
function otherCells(row, hub, write) {
    return [
        write.code(row.name),
        (0,subject/* kindText */.uS)(changes/* PRINCIPAL_KINDS */.x[row.kind]),
        write.prose(otherReasonText(row.why, hub)),
        write.prose(endText(row.until)) || '–',
        write.prose((0,dates/* dayOf */.k)(row.lastSeen)) || '–',
        write.prose(hubStateText(row.hub)),
    ];
}

// EXTERNAL MODULE: ./lib/src/stages/session/session.js + 2 modules
var session = __webpack_require__("src/stages/session/session.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: ./lib/src/system/git.js
var git = __webpack_require__("src/system/git.js");
;// CONCATENATED MODULE: ./lib/src/access/audit/git-output.js
function parseBlame(text) {
    const commits = new Map();
    const lines = new Map();
    let sha = '';
    for (const line of text.split('\n')) {
        if (line.startsWith('\t'))
            continue;
        const head = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ (\d+)/.exec(line);
        if (head) {
            sha = head[1] ?? '';
            lines.set(Number(head[2]), sha);
            if (!commits.has(sha))
                commits.set(sha, {});
            continue;
        }
        const [key = ''] = line.split(' ', 1);
        const facts = commits.get(sha);
        if (facts !== undefined && key !== '')
            facts[key] ??= line.slice(key.length + 1);
    }
    return new Map([...lines].map(([number, of]) => [number, blamed(of, commits.get(of) ?? {})]));
}
function blamed(sha, facts) {
    const time = new Date(Number(facts['author-time'] ?? Number.NaN) * 1000);
    return {
        sha,
        date: Number.isNaN(time.getTime()) ? '' : time.toISOString().replace('.000Z', 'Z'),
        author: facts.author ?? '',
        subject: facts.summary ?? '',
        uncommitted: /^0+$/.test(sha),
    };
}
function followPresence(log, mark, names, isCsv) {
    const found = new Map();
    const open = new Set(names);
    for (const part of log.split(mark).slice(1)) {
        const [head = '', ...patch] = part.split('\n');
        const [sha = '', date = ''] = head.trim().split(' ');
        const { added, removed } = namesIn(patch, open, isCsv);
        for (const name of added) {
            if (removed.has(name))
                continue;
            found.set(name, { sha, date: utc(date) });
            open.delete(name);
        }
        if (open.size === 0)
            break;
    }
    return found;
}
function utc(date) {
    const time = new Date(date);
    return Number.isNaN(time.getTime()) ? '' : time.toISOString().replace('.000Z', 'Z');
}
function namesIn(patch, names, isCsv) {
    const sides = { '+': new Set(), '-': new Set() };
    let left = { '+': 0, '-': 0 };
    for (const line of patch) {
        const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
        const sign = line[0];
        if ((sign === '+' || sign === '-') && left[sign] > 0) {
            left[sign] -= 1;
            for (const word of wordsOf(line.slice(1), isCsv))
                if (names.has(word))
                    sides[sign].add(word);
        }
        else if (hunk) {
            left = { '-': Number(hunk[1] ?? 1), '+': Number(hunk[2] ?? 1) };
        }
    }
    return { added: sides['+'], removed: sides['-'] };
}
function wordsOf(line, isCsv) {
    const text = isCsv ? line : line.replace(/(^|\s)#.*$/, '');
    return text
        .toLowerCase()
        .split(/[^a-z0-9_'&~+=.@-]+/)
        .map((word) => word.replace(/^'+|'+$/g, ''));
}

;// CONCATENATED MODULE: ./lib/src/access/audit/history.js





function historyKey({ kind, name }) {
    return `${kind}:${name}`;
}
const MAX_COMMITS = 5000;
const MAX_FILES = 200;
const NOTHING = { commit: undefined, since: undefined, note: undefined };
const OLDER = { code: 'older-than-clone' };
async function readHistory(query) {
    const start = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(query.cwd, query.configPath));
    const repository = await (0,git/* openRepository */.h)(query, start);
    if (repository === undefined || 'failure' in repository) {
        const why = repository === undefined ? 'The files are not in a git repository' : repository.failure;
        return {
            entries: new Map(),
            notes: [`${why}, so commits, dates and pull requests are not known.`],
            repository: undefined,
        };
    }
    const context = { ...query, cwd: await (0,promises_.realpath)(query.cwd), repository, isCut: false };
    const entries = new Map();
    const notes = [];
    const files = [...new Set(query.principals.map(({ location }) => location.file))];
    for (const file of files.slice(0, MAX_FILES)) {
        const ofFile = query.principals.filter(({ location }) => location.file === file);
        await readFileHistory(context, file, ofFile, entries, notes);
    }
    if (files.length > MAX_FILES) {
        notes.push(`History was read for ${MAX_FILES} of ${files.length} users files.`);
    }
    if (context.isCut) {
        notes.push('This clone lacks a part of the history. Check out with fetch-depth: 0 to see the commits of all entries.');
    }
    return { entries, notes, repository: gitHubRepository(repository.origin) };
}
async function readFileHistory(context, file, principals, entries, notes) {
    const { root, git } = context.repository;
    const path = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(context.cwd, file));
    const blame = await git(['blame', '--porcelain', '--root', '--no-textconv', '--', path]);
    if ('failure' in blame) {
        notes.push(`${file}: ${blame.failure}, so its commits are not known.`);
        return;
    }
    const lines = parseBlame(blame.text);
    const since = await readPresence(context, path, principals, notes);
    for (const principal of principals) {
        const line = lines.get(principal.location.line);
        entries.set(historyKey(principal), entryHistory(line, since.get(principal.name), context));
    }
}
function entryHistory(line, since, context) {
    if (line === undefined)
        return NOTHING;
    if (line.uncommitted)
        return { ...NOTHING, note: { code: 'not-committed' } };
    const { shallow } = context.repository;
    const isCut = since !== undefined && shallow.has(since.sha);
    if (isCut || shallow.has(line.sha))
        context.isCut = true;
    if (shallow.has(line.sha))
        return { ...NOTHING, note: OLDER };
    const { sha, date, author, subject } = line;
    return { commit: { sha, date, author, subject }, since: isCut ? undefined : since?.date, note: undefined };
}
async function readPresence(context, path, principals, notes) {
    const patch = ['--patch', '--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--find-renames'];
    const mark = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const commits = [`--format=${mark} %H %aI`, `--max-count=${MAX_COMMITS}`];
    const log = await context.repository.git(['log', '--follow', ...commits, ...patch, '--', path]);
    if ('failure' in log) {
        notes.push(`${path}: ${log.failure}, so the dates of its entries are not known.`);
        return new Map();
    }
    const names = principals.map(({ name }) => name);
    return followPresence(log.text, mark, new Set(names), /\.csv$/i.test(path));
}
function gitHubRepository(url = '') {
    return /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url.trim())?.[1];
}

// EXTERNAL MODULE: ./lib/src/access/group/membership-api.js
var membership_api = __webpack_require__("src/access/group/membership-api.js");
// EXTERNAL MODULE: ./lib/src/access/homes/disks.js
var disks = __webpack_require__("src/access/homes/disks.js");
// EXTERNAL MODULE: ./lib/src/access/hub/reconciler-status.js + 2 modules
var reconciler_status = __webpack_require__("src/access/hub/reconciler-status.js");
// EXTERNAL MODULE: ./lib/src/access/iap/desired.js
var desired = __webpack_require__("src/access/iap/desired.js");
// EXTERNAL MODULE: ./lib/src/access/iap/ownership.js
var ownership = __webpack_require__("src/access/iap/ownership.js");
// EXTERNAL MODULE: ./lib/src/access/iap/policy.js
var iap_policy = __webpack_require__("src/access/iap/policy.js");
// EXTERNAL MODULE: ./lib/src/access/users/email.js
var users_email = __webpack_require__("src/access/users/email.js");
;// CONCATENATED MODULE: ./lib/src/access/audit/report-others.js





function otherGrants(input) {
    const explained = explainedKeys(input);
    return input.live.grants
        .filter(({ owned, member }) => !owned || !explained.has((0,iap_policy/* memberKey */.S7)(member)))
        .map((grant) => {
        const kind = (0,iap_policy/* memberKind */.RO)(grant.member);
        const name = kind === 'person' || kind === 'serviceAccount' ? (0,iap_policy/* memberName */.eg)(grant.member).toLowerCase() : wholeName(grant);
        return {
            kind,
            name,
            why: reasonOf(grant, onList(input, name)),
            place: grant.place,
            until: instantOf(grant.end),
            lastSeen: lastSeen(input, name),
            hub: hubStateOfOther(input, name),
        };
    });
}
function explainedKeys({ principals, entry, now }) {
    if (entry.kind === 'direct')
        return new Set(principals.map((one) => (0,iap_policy/* memberKey */.S7)((0,desired/* iamMember */.kz)(one))));
    return new Set((0,desired/* desiredGrants */.IY)({ principals, entry }, now).keys());
}
function wholeName({ member }) {
    return (0,iap_policy/* memberKind */.RO)(member) === 'deleted' ? member : (0,iap_policy/* memberName */.eg)(member);
}
function instantOf(end) {
    const instant = (0,ownership/* endInstant */.pN)(end);
    return instant === undefined ? undefined : new Date(instant).toISOString().replace('.000Z', 'Z');
}
function reasonOf({ place, condition, owned, member }, isOnList) {
    const everybody = /^allUsers$/i.test(member)
        ? { audience: 'everybody' }
        : /^allAuthenticatedUsers$/i.test(member)
            ? { audience: 'google-accounts' }
            : {};
    if (place !== 'iap') {
        return {
            code: 'inherited',
            place,
            ...(condition === undefined ? {} : { condition: condition.title }),
            ...everybody,
        };
    }
    if (!owned)
        return { code: 'foreign-condition', condition: condition?.title ?? '', ...everybody };
    if (condition !== undefined || isOnList)
        return { code: 'sync-pending' };
    return { code: 'granted-outside', ...everybody };
}
function hubOnly(input) {
    const listed = new Set(input.principals.map(({ name }) => name));
    const granted = new Set(input.live.grants.filter(({ owned }) => owned).map(({ member }) => (0,iap_policy/* memberName */.eg)(member).toLowerCase()));
    const people = (input.list?.people ?? []).map(({ email, until }) => {
        return { name: email, until, kind: (0,users_email/* isServiceAccount */.H4)(email) ? 'serviceAccount' : 'person' };
    });
    const domains = (input.list?.domains ?? []).map((name) => ({ name, until: null, kind: 'domain' }));
    return [...people, ...domains]
        .filter(({ name }) => !listed.has(name) && !granted.has(name))
        .map(({ name, until, kind }) => ({
        kind,
        name,
        why: { code: 'hub-list-only' },
        place: 'hub',
        until: until ?? undefined,
        lastSeen: lastSeen(input, name),
        hub: hubStateOfOther(input, name),
    }));
}
function hubStateOfOther(input, name) {
    const { list, reconciler } = input;
    const enforced = list === undefined || reconciler === undefined ? undefined : reconciler.generation >= list.generation;
    if (list === undefined)
        return { state: 'unknown', enforced };
    if (onList(input, name))
        return { state: 'listed', enforced };
    if (list.domains.some((domain) => name.endsWith(`@${domain}`)))
        return { state: 'via-domain', enforced };
    return { state: list.trustsIap ? 'trusts-iap' : 'not-listed', enforced };
}
function onList({ list }, name) {
    return list !== undefined && (list.people.some(({ email }) => email === name) || list.domains.includes(name));
}
function lastSeen({ reconciler }, name) {
    return reconciler?.people[(0,reconciler_status/* reconcilerKey */.cG)(name)]?.lastActivity ?? undefined;
}

// EXTERNAL MODULE: ./lib/src/change/canonical.js
var canonical = __webpack_require__("src/change/canonical.js");
;// CONCATENATED MODULE: ./lib/src/access/audit/report-roles.js



const EVERYBODY = 'user';
function roleRows({ roles, principals, now }) {
    const present = principals.filter(({ kind, until }) => kind === 'person' && !(0,desired/* hasEnded */.hY)(until, now));
    const row = (grant, state) => ({
        ...grant,
        isForEverybody: grant.name === EVERYBODY,
        holders: grant.holders.map((holder) => holder.what === 'groups' ? { ...holder, people: inGroup(present, holder.who) } : holder),
        state,
    });
    const { applied, wanted } = roles;
    if (applied === undefined)
        return wanted.map((grant) => row(grant, 'unknown'));
    const ofName = (list, name) => list.find((one) => one.name === name);
    return [
        ...applied.map((grant) => {
            const next = ofName(wanted, grant.name);
            if (next === undefined)
                return row(grant, 'ends');
            return row(grant, (0,canonical/* hashOf */.q)(next) === (0,canonical/* hashOf */.q)(grant) ? 'in-force' : 'changes');
        }),
        ...wanted.filter(({ name }) => ofName(applied, name) === undefined).map((grant) => row(grant, 'pending')),
    ];
}
function rolesOf({ name, groups }, rows) {
    const own = new Set(groups.map(({ text }) => text));
    return rows
        .filter(({ holders }) => holders.some(({ what, who }) => what === 'users' ? (0,users_email/* sameAddress */.xU)(who) === (0,users_email/* sameAddress */.xU)(name) : what === 'groups' && own.has(who)))
        .map((row) => row.name);
}
function inGroup(people, group) {
    return people.filter(({ groups }) => groups.some(({ text }) => text === group)).map(({ name }) => name);
}

;// CONCATENATED MODULE: ./lib/src/access/audit/report.js










const NO_HISTORY = { commit: undefined, since: undefined, note: undefined };
function accessReport(input) {
    const { hub, project, now, principals, live, list, reconciler, history } = input;
    const ways = waysIn(live.grants);
    const roles = roleRows(input);
    return {
        hub,
        project,
        at: now.toISOString(),
        complete: live.complete && list !== undefined && reconciler !== undefined,
        generation: { listed: list?.generation, enforced: reconciler?.generation },
        listed: principals.map((principal) => ({
            ...listedRow(input, principal, ways),
            roles: rolesOf(principal, roles),
        })),
        roles,
        others: [...otherGrants(input), ...hubOnly(input)],
        homes: [...(0,disks/* leftHomeDisks */.vC)(input.homes, principals, now), ...input.leftBuckets].map((home) => ({
            ...home,
            lastSeen: home.owner === undefined ? undefined : lastSeen(input, home.owner),
        })),
        budgets: budgetRows(input),
        notes: [...input.notes, ...trustNote(input), ...live.notes, ...history.notes],
    };
}
function budgetRows({ reconciler, principals, list }) {
    const names = [...principals.map(({ name }) => name), ...(list?.people ?? []).map(({ email }) => email)];
    const byKey = new Map(names.map((name) => [(0,reconciler_status/* reconcilerKey */.cG)(name.toLowerCase()), name]));
    return (reconciler?.budgets ?? []).map((account) => ({
        ...account,
        who: account.each === 'group' ? account.who : byKey.get(account.who),
    }));
}
const PUBLIC = /^all(Authenticated)?Users$/i;
function waysIn(grants) {
    const byKey = new Map();
    for (const grant of grants) {
        const key = (0,iap_policy/* memberKey */.S7)(grant.member);
        const known = byKey.get(key);
        if (known === undefined)
            byKey.set(key, [grant]);
        else
            known.push(grant);
    }
    return { byKey, wide: grants.filter(({ member }) => PUBLIC.test(member) || /^domain:/i.test(member)) };
}
function trustNote({ list, principals }) {
    if (list?.trustsIap !== true || principals.some(({ kind }) => kind === 'group'))
        return [];
    return ['The hub admits everybody whom IAP lets pass, since a Google group was listed: a sync is pending.'];
}
function listedRow(input, principal, ways) {
    const { kind, name, admin, groups, until, location } = principal;
    const history = input.history.entries.get(historyKey(principal)) ?? NO_HISTORY;
    return {
        kind,
        name,
        role: admin === 'full' ? 'full-admin' : admin ? 'admin' : 'user',
        groups: groups.map(({ text }) => text),
        until,
        file: location.file,
        line: location.line,
        history,
        approval: history.commit && input.approvals.get(history.commit.sha),
        lastSeen: lastSeen(input, name),
        iap: iapStateOf(input, principal, ways),
        hub: hubState(input, principal),
    };
}
function iapStateOf(input, principal, { byKey, wide }) {
    const { live, now, entry } = input;
    const named = byKey.get((0,iap_policy/* memberKey */.S7)((0,desired/* iamMember */.kz)(principal))) ?? [];
    const own = entry.kind === 'direct' ? named.filter(({ owned }) => owned) : [];
    const also = [...named, ...wide.filter((grant) => standsFor(grant, principal))].filter((one) => !own.includes(one));
    const state = () => {
        if (!live.iapPolicyRead)
            return 'unknown';
        const ends = new Set(own.map(({ end }) => end));
        if (entry.kind !== 'direct')
            return behindEntry(input, principal, byKey);
        if ((0,desired/* hasEnded */.hY)(principal.until, now))
            return [...ends].every((end) => isOver(end, now)) ? 'ended' : 'other-end';
        if (ends.size === 0)
            return 'missing';
        const wanted = (0,desired/* desiredGrants */.IY)({ principals: [principal], entry }, now).get((0,iap_policy/* memberKey */.S7)((0,desired/* iamMember */.kz)(principal)));
        return ends.size === 1 && wanted !== undefined && ends.has(wanted.end) ? 'granted' : 'other-end';
    };
    return { state: state(), also: [...new Map(also.map((one) => [JSON.stringify(wayIn(one)), wayIn(one)])).values()] };
}
function isOver(end, now) {
    const instant = (0,ownership/* endInstant */.pN)(end);
    return instant !== undefined && instant <= now.getTime();
}
function behindEntry({ entry, live, inGroup, now }, principal, byKey) {
    const [wanted = ''] = (0,desired/* desiredGrants */.IY)({ principals: [], entry }, now).keys();
    const isThere = live.iapPolicyRead && (byKey.get(wanted) ?? []).some(({ owned, end }) => owned && !isOver(end, now));
    if ((0,desired/* hasEnded */.hY)(principal.until, now))
        return 'ended';
    if (!isThere)
        return 'missing';
    if (entry.kind === 'group') {
        if (inGroup === undefined)
            return 'via-group';
        return inGroup.has((0,membership_api/* addressKey */.IY)(principal.name)) ? 'granted' : 'missing';
    }
    if (principal.kind === 'group')
        return 'unknown';
    const domain = wanted.slice(`${iap_policy/* IAM_PREFIXES */.Fr.domain}:`.length);
    const isInside = principal.kind === 'person' && principal.name.endsWith(`@${domain}`);
    return isInside || (principal.kind === 'domain' && principal.name === domain) ? 'granted' : 'missing';
}
function standsFor({ member }, { kind, name }) {
    if (PUBLIC.test(member))
        return true;
    return kind === 'person' && name.endsWith(`@${member.slice('domain:'.length).toLowerCase()}`);
}
function wayIn({ place, member, condition }) {
    return { member, place, ...(condition === undefined ? {} : { condition: condition.title }) };
}
function sameEnd(a, b) {
    return Object.is(Date.parse(a ?? ''), Date.parse(b ?? ''));
}
function hubState({ list, reconciler, blocked }, { kind, name, admin, until, groups }) {
    const enforced = list === undefined || reconciler === undefined ? undefined : reconciler.generation >= list.generation;
    if (list === undefined)
        return { state: 'unknown', enforced };
    if (kind === 'person' && blocked.some((one) => (0,users_email/* sameAddress */.xU)(one) === (0,users_email/* sameAddress */.xU)(name))) {
        return { state: 'revoked', enforced };
    }
    if (kind === 'group')
        return { state: list.trustsIap ? 'trusts-iap' : 'not-listed', enforced };
    if (kind === 'domain')
        return { state: list.domains.includes(name) ? 'listed' : 'not-listed', enforced };
    const found = list.people.find(({ email }) => email === name);
    if (found === undefined)
        return { state: 'not-listed', enforced };
    const wanted = groups.map(({ text }) => text);
    const isSame = found.admin === admin &&
        sameEnd(found.until, until) &&
        [...found.groups].sort().join() === [...new Set(wanted)].sort().join();
    return { state: isSame ? 'listed' : 'listed-otherwise', enforced };
}

// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
// EXTERNAL MODULE: ./lib/src/access/homes/names.js
var homes_names = __webpack_require__("src/access/homes/names.js");
;// CONCATENATED MODULE: ./lib/src/access/homes/buckets.js


const MOST_SIZED = 100;
const MOST_PAGES = 20;
async function readLeftBuckets(place, { left }, names) {
    const owners = new Map(names.map((name) => [(0,homes_names/* homeKey */.Lx)(place, name), name]));
    const entries = Object.entries(left).sort(([, a], [, b]) => (a.day < b.day ? -1 : 1));
    const found = [];
    for (const [index, [key, { kind, day }]] of entries.entries()) {
        const home = { key, kind };
        const facts = index < MOST_SIZED ? await readFacts(place, home) : undefined;
        found.push({
            kind,
            owner: owners.get(key),
            place: (0,homes_names/* homeAddress */.MA)(place, home),
            size: facts?.size,
            created: facts?.created,
            left: day,
        });
    }
    return found;
}
async function readFacts(place, home) {
    try {
        const { google } = place;
        const facts = await google.get({
            service: 'storage',
            path: (0,homes_names/* storagePath */.BY)(place, home),
        });
        let bytes = 0;
        let pageToken = '';
        for (let page = 0; page < MOST_PAGES; page += 1) {
            const list = await google.call({
                service: 'storage',
                path: `b/${(0,homes_names/* homeBucket */.M7)(place, home)}/o`,
                query: {
                    prefix: home.kind === 'bucket' ? '' : `${home.key}/`,
                    fields: 'items(size),nextPageToken',
                    ...(pageToken === '' ? {} : { pageToken }),
                },
            });
            for (const { size } of list.items ?? [])
                bytes += Number(size ?? 0);
            pageToken = list.nextPageToken ?? '';
            if (pageToken === '')
                break;
        }
        return {
            size: `${pageToken === '' ? '' : 'over '}${quantityOf(bytes)}`,
            created: facts?.timeCreated ?? facts?.createTime,
        };
    }
    catch (error) {
        if (error instanceof rest.GoogleApiError && (error.status === 403 || error.status === 404))
            return undefined;
        throw error;
    }
}
function quantityOf(bytes) {
    const units = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];
    let amount = bytes;
    let unit = 0;
    while (amount >= 1024 && unit < units.length - 1) {
        amount /= 1024;
        unit += 1;
    }
    return `${amount < 10 && unit > 0 ? Math.round(amount * 10) / 10 : Math.round(amount)}${units[unit]}`;
}

// EXTERNAL MODULE: ./lib/src/access/homes/status.js
var homes_status = __webpack_require__("src/access/homes/status.js");
// EXTERNAL MODULE: ./lib/src/access/hub/config-maps.js + 1 modules
var config_maps = __webpack_require__("src/access/hub/config-maps.js");
// EXTERNAL MODULE: ./lib/src/access/iap/sync.js + 4 modules
var sync = __webpack_require__("src/access/iap/sync.js");
;// CONCATENATED MODULE: ./lib/src/access/iap/grants.js






function grantsOf(hub, place, policy) {
    const { ours, others } = (0,ownership/* partitionPolicy */.FF)(hub, policy);
    const foreign = others.filter(({ role }) => role === iap_policy/* ACCESSOR_ROLE */.Zv);
    const isIap = place === 'iap';
    return [
        ...ours.map((binding) => grantsIn(place, isIap, binding)),
        ...foreign.map((binding) => grantsIn(place, false, binding)),
    ].flat();
}
function grantsIn(place, owned, { members = [], condition }) {
    if (condition === undefined || (0,ownership/* isUnconditional */.y9)(condition)) {
        return members.map((member) => ({ place, member, condition: undefined, end: ownership/* ALWAYS */.qI, owned }));
    }
    const { title = '', expression } = condition;
    return members.map((member) => ({ place, member, condition: { title, expression }, end: (0,ownership/* endKey */.nr)(expression), owned }));
}
const OWN_ROLES = /\/roles\/jupyterhub(Plan|Apply|Sync|NodeRoles|NodeAccount|HomesMaker|HomesReconciler)$/;
function customRoles(policy) {
    return (policy.bindings ?? [])
        .filter(({ role, members = [] }) => /^(projects|organizations)\//.test(role) && members.length > 0)
        .filter(({ role, members = [] }) => !OWN_ROLES.test(role) || members.some((one) => !/^serviceAccount:/.test(one)))
        .map(({ role }) => role);
}
async function readGrants(google, { project, projectNumber, hub }, iap) {
    const web = `projects/${projectNumber}/iap_web`;
    const above = [
        { place: 'iap_web/compute', name: `${web}/compute`, read: () => policyOf(google, 'iap', `${web}/compute`) },
        { place: 'iap_web', name: web, read: () => policyOf(google, 'iap', web) },
        {
            place: 'project',
            name: `projects/${project}`,
            read: () => policyOf(google, 'cloudresourcemanager', `projects/${encodeURIComponent(project)}`),
        },
    ];
    const sources = iap === undefined ? above : [{ place: 'iap', name: (0,sync/* iapResource */.t2)(iap), read: () => (0,sync/* readPolicy */.T4)(iap) }, ...above];
    const read = await Promise.allSettled(sources.map(({ read: ask }) => ask()));
    const grants = [];
    const notes = [];
    const custom = new Set();
    let iapPolicyRead = false;
    let complete = iap !== undefined;
    for (const [index, { place, name }] of sources.entries()) {
        const answer = read[index];
        if (answer?.status === 'fulfilled') {
            iapPolicyRead ||= place === 'iap';
            grants.push(...grantsOf(hub, place, answer.value));
            for (const role of customRoles(answer.value))
                custom.add(role);
        }
        else {
            complete = false;
            notes.push(unreadableNote(place, name, answer?.reason));
        }
    }
    if (custom.size > 0)
        notes.push(customNote([...custom]));
    return { iapPolicyRead, complete, grants, notes };
}
function policyOf(google, service, name) {
    const options = { requestedPolicyVersion: 3 };
    return google.call({
        service,
        method: 'POST',
        effect: 'none',
        path: `${name}:getIamPolicy`,
        body: { options },
    });
}
function unreadableNote(place, name, reason) {
    if (!(reason instanceof rest.GoogleApiError) || (reason.status !== 403 && reason.status !== 404))
        throw reason;
    const what = place === 'iap' ? 'The IAP policy' : 'A policy above IAP';
    return `${what} could not be read (${name}: ${(0,errors/* errorMessage */.gJ)(reason)}), so its members are not known.`;
}
function customNote(roles) {
    return `Custom roles are granted as well (${(0,config_text/* firstOf */.Ku)(roles, 5)}). A role with iap.webServiceVersions.accessViaIAP lets its members pass IAP. This report does not check that.`;
}

// EXTERNAL MODULE: ./lib/src/change/role-grants.js
var role_grants = __webpack_require__("src/change/role-grants.js");
// EXTERNAL MODULE: ./lib/src/cloud/kubernetes.js + 2 modules
var kubernetes = __webpack_require__("src/cloud/kubernetes.js");
// EXTERNAL MODULE: ./lib/src/github/api/client.js + 1 modules
var client = __webpack_require__("src/github/api/client.js");
;// CONCATENATED MODULE: ./lib/src/github/review/commit-approvals.js


const NEEDS = {
    action: 'read pull requests and their reviews',
    permissions: '{contents: read, id-token: write, pull-requests: read}',
    otherwise: 'Without it the report leaves them out.',
};
const LIMIT = 50;
const PAGE = 100;
async function findApprovals(query) {
    const { repository, limit = LIMIT } = query;
    const api = new client/* GitHubApi */.y(query.context, query.token, NEEDS, query);
    const commits = [...new Set(query.commits)];
    const byCommit = new Map();
    const reviewed = new Map();
    const notes = [];
    try {
        for (const sha of commits.slice(0, limit)) {
            const pull = await pullOf(api, repository, sha);
            if (pull === undefined)
                continue;
            const asked = reviewed.get(pull.number) ?? approversOf(api, repository, pull.number, notes);
            reviewed.set(pull.number, asked);
            byCommit.set(sha, { pull: pull.number, author: pull.user?.login, approvers: await asked });
        }
    }
    catch (error) {
        notes.push(`Some or all pull requests and approvals are not known: ${(0,errors/* errorMessage */.gJ)(error)}`);
        return { byCommit, notes };
    }
    if (commits.length > limit) {
        notes.push(`GitHub was asked about ${limit} of ${commits.length} commits; the pull requests of the others are left out.`);
    }
    return { byCommit, notes };
}
async function pullOf(api, repository, sha) {
    const pulls = await api.call('GET', `/repos/${repository}/commits/${sha}/pulls?per_page=${PAGE}`);
    const merged = pulls.filter(({ merged_at: at }) => at !== null);
    return merged.find(({ merge_commit_sha: by }) => by === sha) ?? merged[0];
}
async function approversOf(api, repository, pull, notes) {
    const reviews = await api.call('GET', `/repos/${repository}/pulls/${pull}/reviews?per_page=${PAGE}`);
    if (reviews.length === PAGE)
        notes.push(`Pull request ${pull} has many reviews; the first ${PAGE} were read.`);
    const last = new Map();
    for (const { user, state } of reviews) {
        if (user !== null && state !== 'COMMENTED' && state !== 'PENDING')
            last.set(user.login, state);
    }
    return [...last].filter(([, state]) => state === 'APPROVED').map(([login]) => login);
}

// EXTERNAL MODULE: ./lib/src/github/runner/context.js
var context = __webpack_require__("src/github/runner/context.js");
// EXTERNAL MODULE: ./lib/src/helm/release/record.js
var record = __webpack_require__("src/helm/release/record.js");
// EXTERNAL MODULE: ./lib/src/report/text/plan-note.js
var plan_note = __webpack_require__("src/report/text/plan-note.js");
// EXTERNAL MODULE: ./lib/src/report/text/run-note.js + 2 modules
var run_note = __webpack_require__("src/report/text/run-note.js");
// EXTERNAL MODULE: ./lib/src/stages/access/unread-list.js
var unread_list = __webpack_require__("src/stages/access/unread-list.js");
// EXTERNAL MODULE: ./lib/src/stages/input/remote-users-files.js + 1 modules
var remote_users_files = __webpack_require__("src/stages/input/remote-users-files.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster.js
var session_cluster = __webpack_require__("src/stages/session/cluster.js");
// EXTERNAL MODULE: ./lib/src/stages/session/cluster-status.js
var cluster_status = __webpack_require__("src/stages/session/cluster-status.js");
// EXTERNAL MODULE: ./lib/src/system/exec.js
var exec = __webpack_require__("src/system/exec.js");
// EXTERNAL MODULE: ./lib/src/stages/access/group-plan.js
var group_plan = __webpack_require__("src/stages/access/group-plan.js");
;// CONCATENATED MODULE: ./lib/src/commands/access-report/google-group.js





const google_group_SHOWN = 20;
async function readGroupFacts({ config, google, principals }) {
    const managed = (0,group_plan/* managedGroup */.Ry)(config);
    if (managed === undefined)
        return { members: undefined, notes: [] };
    const { group } = managed;
    try {
        const { members } = await (0,membership_api/* readGroup */.iY)(google, group);
        const listed = new Set(principals.map(({ name }) => (0,membership_api/* addressKey */.IY)(name)));
        const others = members.filter(({ address }) => !listed.has((0,membership_api/* addressKey */.IY)(address)));
        return {
            members: new Set(members.map(({ address }) => (0,membership_api/* addressKey */.IY)(address))),
            notes: [
                `Access is granted to the Google group ${group}, which sync-users manages. It has ${(0,config_text/* plural */.LS)(members.length, 'member')}.`,
                ...(others.length === 0 ? [] : [othersNote(group, others)]),
            ],
        };
    }
    catch (error) {
        const isOff = error instanceof rest.GoogleApiError && error.reason === 'SERVICE_DISABLED';
        if (!isOff && !(error instanceof membership_api/* GroupUnreadable */.hP))
            throw error;
        const note = `Access is granted to the Google group ${group}, which sync-users manages. Its members may not be read here: ${(0,errors/* errorMessage */.gJ)(error)}.`;
        return { members: undefined, notes: [note] };
    }
}
function othersNote(group, others) {
    const names = others.map(({ address, manages }) => `${address}${manages ? ' (owner or manager)' : ''}`);
    return `Members of ${group} whom no users file lists pass IAP: ${(0,config_text/* firstOf */.Ku)(names, google_group_SHOWN)}.`;
}

;// CONCATENATED MODULE: ./lib/src/commands/access-report/gather.js






















const PROPAGATION = 'A policy change takes Google up to some minutes to propagate. Here "granted" means that the policy is written.';
const ABOVE = 'Grants on folders and the organisation above the project are inherited as well. They are not checked here.';
const GROUPS = 'The members of a Google group are not read here. See the group for its members.';
async function gatherAccess(session) {
    const { config, input, context } = session;
    session.step('read who can enter');
    const [history, live, group] = await Promise.all([
        readHistory({
            run: exec/* run */.e,
            cwd: context.cwd,
            configPath: context.configPath,
            principals: input.principals.filter(({ location }) => !input.origins.has(location.file)),
            env: context.env,
            tempDir: session.tempDir,
            signal: context.signal,
        }),
        readLive(session),
        readGroupFacts(session),
    ]);
    session.step('ask GitHub who approved');
    const { approvals, approvalNotes } = await askApprovals(session, history);
    const hasGroup = live.grants.grants.some(({ member }) => /^group:/i.test(member));
    return accessReport({
        hub: config.name,
        project: config.project,
        now: context.now,
        principals: input.principals,
        entry: config.access.entry,
        live: live.grants,
        inGroup: group.members,
        list: live.list,
        reconciler: live.reconciler,
        blocked: live.blocked,
        roles: { applied: live.roles, wanted: (0,role_grants/* roleGrants */.e)(config.hub.values) },
        history: { ...history, entries: new Map([...history.entries, ...remoteHistory(input)]) },
        approvals,
        homes: live.homes,
        leftBuckets: live.leftBuckets,
        notes: [
            ...(0,remote_users_files/* originNotes */.U)(input.origins).map(run_note/* runNoteText */.D),
            ...group.notes,
            ...live.notes,
            ...approvalNotes,
            PROPAGATION,
            ABOVE,
            ...(hasGroup ? [GROUPS] : []),
        ],
    });
}
function remoteHistory({ principals, origins }) {
    return principals.flatMap((principal) => {
        const origin = origins.get(principal.location.file);
        if (origin === undefined)
            return [];
        const note = { code: 'remote-repository', repository: origin.repository, commit: origin.commit };
        return [[historyKey(principal), { commit: undefined, since: undefined, note }]];
    });
}
async function readLive(session) {
    const { google, config } = session;
    const cluster = await (0,session_cluster/* connectCluster */.bp)(session);
    const hub = cluster === undefined ? await withoutCluster(session) : await readHub(session, cluster);
    const { backend, ...facts } = hub;
    const iap = backend === undefined ? undefined : await (0,session_cluster/* iapTarget */.G4)(session, backend);
    const place = { project: config.project, projectNumber: await session.projectNumber(), hub: config.name };
    return { grants: await readGrants(google, place, iap), ...facts };
}
async function withoutCluster(session) {
    const why = (0,plan_note/* absenceText */.Xc)(await (0,cluster_status/* clusterAbsence */.eY)(session));
    return {
        backend: undefined,
        list: undefined,
        reconciler: undefined,
        blocked: [],
        roles: undefined,
        homes: [],
        leftBuckets: [],
        notes: [
            `The cluster of the hub does not answer (${why}), so neither its list of people nor its IAP policy is known.`,
        ],
    };
}
async function readHub(session, cluster) {
    const configMaps = (0,session_cluster/* hubConfigMaps */.$V)(session, cluster);
    const people = (0,config_maps/* readPeople */.ky)(configMaps);
    const notes = [];
    const ask = async (what, absent, answer) => {
        try {
            const found = await answer;
            if (found === undefined)
                notes.push(absent);
            return found;
        }
        catch (error) {
            notes.push(`${what} may not be read: ${(0,errors/* errorMessage */.gJ)(error)}`);
            return unlessForbidden(error);
        }
    };
    const [backend, list, reconciler, homes = [], blocked = [], deployed] = await Promise.all([
        ask('The Ingress of the hub', 'The hub has no load balancer yet, so it has no IAP policy.', (0,session_cluster/* hubBackend */.Gc)(session, cluster)),
        ask("The hub's list of people", 'The hub has no list of people yet.', people.then(({ members }) => members)),
        ask("The access reconciler's report", 'The access reconciler in the hub has not reported yet, so it is not known when people were last seen.', (0,reconciler_status/* readReconcilerStatus */.BW)(configMaps)),
        ask('The homes of people', '', (0,disks/* readHomeDisks */.A9)(cluster.kubernetes, configMaps.namespace)),
        people.then(({ blocked }) => blocked).catch(unlessForbidden),
        (0,record/* readDeploymentRecord */.L6)(cluster.kubernetes, session.config.name).catch(unlessForbidden),
    ]);
    const leftBuckets = await askBuckets(session, configMaps, [
        ...homes.map(({ owner }) => owner),
        ...(list?.people ?? []).map(({ email }) => email),
        ...session.principals.map(({ name }) => name),
    ]).catch((error) => {
        notes.push(`The buckets of people who left may not be read: ${(0,errors/* errorMessage */.gJ)(error)}`);
        return unlessForbidden(error) ?? [];
    });
    const unread = (0,unread_list/* unreadListNote */.K)(reconciler);
    if (unread !== undefined)
        notes.push(unread);
    const roles = deployed && (0,role_grants/* roleGrants */.e)(deployed.values);
    return { backend, list, reconciler, blocked, roles, homes, leftBuckets, notes };
}
async function askBuckets({ google, config }, configMaps, names) {
    const homeStatus = await (0,homes_status/* readHomeStatus */.aq)(configMaps);
    if (homeStatus === undefined)
        return [];
    return readLeftBuckets({ google, project: config.project, hub: config.name }, homeStatus, names);
}
function unlessForbidden(error) {
    if (!(error instanceof kubernetes/* KubernetesError */.dK) || error.status !== 403)
        throw error;
}
async function askApprovals(session, history) {
    const none = (why) => ({
        approvals: new Map(),
        approvalNotes: [`Pull requests and approvals are not known, since ${why}.`],
    });
    const found = [...history.entries.values()].flatMap(({ commit }) => (commit === undefined ? [] : [commit]));
    if (found.length === 0)
        return { approvals: new Map(), approvalNotes: [] };
    const commits = [...found].sort((a, b) => (a.date < b.date ? 1 : -1)).map(({ sha }) => sha);
    const { env, github, credentials } = session.context;
    const { githubToken: token } = credentials;
    if (token === undefined)
        return none('there is no token (github_token in a workflow, GITHUB_TOKEN in a terminal)');
    const { repository, ...urls } = (0,context/* repositoryOf */._M)(env, github, history.repository);
    if (repository === undefined)
        return none('the repository on GitHub is not known');
    const { byCommit, notes } = await findApprovals({ context: urls, token, repository, commits });
    return { approvals: byCommit, approvalNotes: notes };
}

;// CONCATENATED MODULE: ./lib/src/commands/access-report/command.js









const FORMATS = { markdown: 'md', csv: 'csv', json: 'json' };
const command = {
    name: 'access',
    words: ['report'],
    printsDocument: true,
    about: 'Shows who has access, why, since when, and which other grants there are. Changes nothing.',
    flags: {
        format: { type: 'string', about: 'markdown, csv or json (default: markdown)' },
        output: { type: 'string', about: 'file for the report instead of standard output' },
    },
    run: async (context) => {
        const format = formatOf(context);
        return (0,session.withSession)(context, 'access report', async (session) => {
            const report = await gatherAccess(session);
            return publishReport(session, report, format);
        });
    },
};
function formatOf({ flags }) {
    const { format = 'markdown' } = flags;
    if (typeof format === 'string' && Object.hasOwn(FORMATS, format))
        return format;
    throw new errors/* UsageError */.eb(`Unknown report format "${format}"`, {
        hint: `Formats: ${Object.keys(FORMATS).join(', ')}.`,
    });
}
async function publishReport(session, report, format) {
    const { context } = session;
    const { write } = context;
    session.step('write the report');
    const document = accessDocument(report, write);
    const markdown = accessMarkdown(report, write);
    const texts = {
        markdown: () => markdown,
        csv: () => accessCsv(report, write),
        json: () => `${JSON.stringify(document, null, 2)}\n`,
    };
    const text = texts[format]();
    const inWorkflow = context.env.GITHUB_ACTIONS === 'true';
    const path = await keepReport(context, text, format, inWorkflow);
    context.group();
    context.say(`Access: ${verdictOf(report)}`);
    return {
        exitCode: 0,
        document,
        ...(path === undefined ? { text } : {}),
        outputs: path === undefined ? {} : { report_path: path },
        summary: markdown,
    };
}
async function keepReport(context, text, format, inWorkflow) {
    const { cwd, env, flags } = context;
    if (typeof flags.output !== 'string') {
        return inWorkflow ? (0,outputs/* keepFile */.a)(env, `access.${FORMATS[format]}`, text) : undefined;
    }
    const path = (0,external_node_path_.resolve)(cwd, flags.output);
    try {
        await (0,promises_.writeFile)(path, text, { mode: 0o600 });
    }
    catch (cause) {
        throw new errors/* ToolError */.v4(`The report could not be written (${(0,errors/* errorMessage */.gJ)(cause)})`, {
            where: flags.output,
            hint: 'Give a file in an existing folder: --output FILE',
            cause,
        });
    }
    context.say(`The report was written to ${flags.output}`);
    return path;
}


/***/ }),

/***/ "src/stages/access/unread-list.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ unreadListNote),
/* harmony export */   e: () => (/* binding */ refuseUnreadList)
/* harmony export */ });
/* harmony import */ var _access_hub_member_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/hub/member-list.js");
/* harmony import */ var _config_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



function refuseUnreadList({ generation, unread }, done, where) {
    if (unread === undefined || unread.generation !== done.generation)
        return;
    const email = unread.entry === null ? undefined : (0,_access_hub_member_list_js__WEBPACK_IMPORTED_MODULE_0__/* .nextMemberList */ .QC)(undefined, done.people).people[unread.entry]?.email;
    const location = done.people.find(({ name }) => name === email)?.location;
    const what = email === undefined ? 'the new list of people' : `the entry of ${email} in the new list of people`;
    const last = generation === 0 ? 'the last valid list' : `the last valid list (generation ${generation})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`The hub cannot read ${what}: ${unread.problem}. It goes on with ${last}`, {
        where: location === undefined ? where : (0,_config_location_js__WEBPACK_IMPORTED_MODULE_1__/* .locationText */ .fN)(location),
        hint: 'People who left have lost their access. New people get none until the hub can read the list. If the hub is of an older version, run apply to upgrade it. Otherwise correct the entry or remove it, then run again.',
    });
}
function unreadListNote(status) {
    if (status?.unread === undefined)
        return undefined;
    const { generation, problem } = status.unread;
    const which = generation === null ? '' : ` (generation ${generation})`;
    return `The hub cannot read its newest list of people${which}: ${problem}. The last valid list is in force, without those whom the new one leaves out. sync-users writes the list again.`;
}


/***/ }),

/***/ "src/stages/session/session.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withSession: () => (/* binding */ withSession)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
// EXTERNAL MODULE: ./lib/src/cloud/auth.js + 1 modules
var auth = __webpack_require__("src/cloud/auth.js");
// EXTERNAL MODULE: ./lib/src/cloud/project.js
var project = __webpack_require__("src/cloud/project.js");
// EXTERNAL MODULE: ./lib/src/cloud/rest.js + 1 modules
var rest = __webpack_require__("src/cloud/rest.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var src_errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__("src/report/findings.js");
// EXTERNAL MODULE: ./lib/src/report/summary.js
var report_summary = __webpack_require__("src/report/summary.js");
// EXTERNAL MODULE: ./lib/src/system/disk-error.js
var disk_error = __webpack_require__("src/system/disk-error.js");
// EXTERNAL MODULE: ./lib/src/system/environment.js
var environment = __webpack_require__("src/system/environment.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: ./lib/src/system/temp-folder.js





const PREFIX = 'jupyterhub-gke';
const NAME = new RegExp(`^${PREFIX}-(\\d+)-([0-9a-f]{8})-\\w{6}$`);
const own = new Set();
async function makeTempFolder(parent) {
    sweep(parent);
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, `${PREFIX}-${process.pid}-${machine()}-`));
    own.add(path);
    return {
        path,
        remove: () => {
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            own.delete(path);
        },
    };
}
function sweep(parent) {
    const here = machine();
    for (const name of namesIn(parent)) {
        const [, pid, of] = NAME.exec(name) ?? [];
        const path = (0,external_node_path_.join)(parent, name);
        if (pid === undefined || of !== here || own.has(path) || !isOurs(path) || isRunning(Number(pid)))
            continue;
        try {
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        }
        catch {
        }
    }
}
function namesIn(parent) {
    try {
        return (0,external_node_fs_.readdirSync)(parent);
    }
    catch {
        return [];
    }
}
function isOurs(path) {
    try {
        const { uid, mode } = (0,external_node_fs_.lstatSync)(path);
        return (mode & 0o170000) === 0o040000 && (process.getuid === undefined || uid === process.getuid());
    }
    catch {
        return false;
    }
}
function isRunning(pid) {
    if (pid === process.pid)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}
function machine() {
    let namespace = '';
    try {
        namespace = (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
    }
    return (0,external_node_crypto_.createHash)('sha256').update(`${(0,external_node_os_.hostname)()} ${namespace}`).digest('hex').slice(0, 8);
}

// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 5 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/writes.js


const NOTHING = /(^|[.;]\s*)Nothing was (?:written|changed)(?! by this call)(?: by this run)?(?:,[^.]*)?(?:\.\s*|$)/;
function withWrites(error, writes) {
    if (writes.length === 0 || !(error instanceof src_errors/* ToolError */.v4))
        return error;
    const done = `Before this, the run had done: ${(0,config_text/* joinWithAnd */.Ol)([...new Set(writes)])}. The next run goes on from there.`;
    const hint = (error.hint ?? '').replace(NOTHING, '$1').trim();
    if (NOTHING.test(error.message))
        error.message = error.message.replace(NOTHING, '$1').trim().replace(/[.;]$/, '');
    return Object.assign(error, { hint: hint === '' ? done : `${hint} ${done}` });
}

;// CONCATENATED MODULE: ./lib/src/stages/session/session.js












const INSTALLS = new Set(['plan', 'apply']);
const CHILD_TOKEN_AGE = 10 * 60_000;
async function withSession(context, command, work, withPeople = true) {
    const input = await (0,read/* readInput */.R5)(context, withPeople, INSTALLS.has(command) ? context.env : undefined);
    const parent = context.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const { path: tempDir, remove } = await makeTempFolder(parent).catch((cause) => {
        throw new src_errors/* ToolError */.v4(`No folder for the files of this run can be made in ${parent} (${(0,src_errors/* errorMessage */.gJ)(cause)})`, {
            where: parent,
            hint: 'Free some space there, make it writable, or name another folder in RUNNER_TEMP (in a terminal TMPDIR), then run again. Nothing was changed.',
            cause,
        });
    });
    process.once('exit', remove);
    let current = 'sign in';
    const completedSteps = [];
    const writes = [];
    try {
        const token = (0,auth/* tokenSource */.Z)({ ...context.credentials, env: context.env, mask: context.mask });
        const google = new rest.GoogleClient({ token, env: context.env });
        const signedIn = (0,project/* projectNumber */.j0)(google, input.config.project).catch((error) => {
            current = 'sign in';
            throw error;
        });
        signedIn.catch(() => { });
        return await work({
            context,
            config: input.config,
            principals: input.principals,
            input,
            token,
            google,
            projectNumber: () => signedIn,
            tempDir,
            childEnv: async () => ({
                ...(0,environment/* childEnvironment */.Q)(context.env, input.config.secrets),
                GOOGLE_OAUTH_ACCESS_TOKEN: await token(CHILD_TOKEN_AGE),
            }),
            step: (name) => {
                context.signal.throwIfAborted();
                current = name;
                context.group(name);
            },
            wrote: (what) => void writes.push(what),
            completedSteps,
        });
    }
    catch (failure) {
        const error = withWrites((0,disk_error/* explainDisk */.P)(failure), writes);
        const summary = (0,report_summary/* failureSummary */.jg)({
            hub: input.config.name,
            command,
            step: current,
            ...cause(error),
            completedSteps,
            write: context.write,
        });
        await context.summarize(summary);
        throw error;
    }
    finally {
        remove();
        process.removeListener('exit', remove);
    }
}
function cause(error) {
    if (error instanceof read/* InputError */.dz) {
        const [message = ''] = (0,src_errors/* errorMessage */.gJ)(error).split('\n');
        const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
        return { message, hint: 'Correct the lines named here.', findings: errors.slice(0, 20).map(findings/* findingLine */.mC) };
    }
    const { where, hint, log } = error instanceof src_errors/* ToolError */.v4 ? error : {};
    return { message: (0,src_errors/* errorMessage */.gJ)(error), where, hint, log };
}


/***/ }),

/***/ "src/system/environment.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment),
/* harmony export */   Y: () => (/* binding */ bareEnvironment)
/* harmony export */ });
const PASSED = /^(PATH|HOME|USER|LANG|LC_ALL|TMPDIR|SSL_CERT_(FILE|DIR)|(HTTPS?|NO|ALL)_PROXY|SystemRoot)$/i;
function bareEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => PASSED.test(name)));
}
const OURS = /^(INPUT_.*|ACTIONS_.*|(GITHUB|GH)(_ENTERPRISE)?_TOKEN|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;
function childEnvironment(env, secrets) {
    const hidden = new Set(Object.values(secrets).flatMap((secret) => ('env' in secret ? [secret.env] : [])));
    return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name) && !hidden.has(name)));
}


/***/ }),

/***/ "src/system/exec.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run),
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/errors.js");



const AWAY = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.parse)(process.execPath).root;
async function ask(program, args, env) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ "actions-exec").then(__webpack_require__.bind(__webpack_require__, "@actions/exec/lib/exec.js"));
    const set = Object.entries(env).filter((entry) => entry[1] !== undefined);
    try {
        const { exitCode, stdout } = await getExecOutput('/bin/sh', ['-c', 'exec "$0" "$@" </dev/null', program, ...args], {
            ...{ silent: true, ignoreReturnCode: true },
            cwd: AWAY,
            env: Object.fromEntries(set),
        });
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined;
    }
}
const run = (program, args, options = {}) => new Promise((resolve, reject) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: options.cwd ?? AWAY,
        env: options.env ?? process.env,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
    });
    const out = lines(options.onStdout);
    const err = lines(options.onStderr);
    let timedOut = false;
    let killTimer;
    const stop = (signal, grace) => {
        child.kill(signal);
        killTimer ??= setTimeout(() => killGroup(child.pid), grace);
    };
    const limit = options.timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stop('SIGTERM', 10_000);
        }, options.timeout);
    const onAbort = () => stop('SIGINT', options.grace?.() ?? 60_000);
    if (options.signal?.aborted)
        onAbort();
    options.signal?.addEventListener('abort', onAbort, { once: true });
    let room = options.maxOutput ?? Number.POSITIVE_INFINITY;
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
        if (room < 0)
            return;
        room -= chunk.length;
        if (room < 0)
            stop('SIGTERM', 10_000);
        else
            out.push(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', err.push);
    child.stdin?.on('error', () => { });
    child.stdin?.end(options.input);
    child.on('error', (cause) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4(`${program} could not be started`, { cause })));
    child.on('close', (code) => {
        clearTimeout(limit);
        clearTimeout(killTimer);
        options.signal?.removeEventListener('abort', onAbort);
        const tooLong = room < 0 ? { tooLong: true } : {};
        resolve({ code, stdout: out.end(), stderr: err.end(), timedOut, ...tooLong });
    });
});
function killGroup(pid) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
    }
}
function lines(onLine) {
    let whole = '';
    let rest = '';
    return {
        push(chunk) {
            whole += chunk;
            if (!onLine)
                return;
            const parts = (rest + chunk).split('\n');
            rest = parts.pop() ?? '';
            for (const part of parts)
                onLine(part);
        },
        end() {
            if (onLine && rest !== '')
                onLine(rest);
            return whole;
        },
    };
}


/***/ }),

/***/ "src/system/git.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/system/environment.js");



const LIMIT = 60_000;
const MAX_OUTPUT = 64 * 1024 * 1024;
const SETTINGS = [
    'safe.bareRepository=explicit',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.attributesFile=/dev/null',
    'protocol.allow=never',
    'core.quotePath=false',
    'diff.renames=true',
].flatMap((setting) => ['-c', setting]);
const ENVIRONMENT = {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_LITERAL_PATHSPECS: '1',
};
const SHARED = ['objects', 'refs', 'packed-refs', 'reftable', 'shallow'];
const OWN = ['HEAD', 'FETCH_HEAD', 'ORIG_HEAD'];
const READ = '^(extensions\\.(objectformat|refstorage)|remote\\.origin\\.url)$';
async function openRepository(options, folder) {
    const found = await findRepository(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder));
    if (found === undefined)
        return undefined;
    const { root, shared } = found;
    const gitDir = await quarantine(options.tempDir, found);
    const git = (args, own) => callGit(options, [`--git-dir=${gitDir}`, `--work-tree=${root}`, ...args], own);
    const answer = await git(['config', '--file', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shared, 'config'), '--null', '--get-regexp', READ]);
    if ('failure' in answer && answer.failure !== 'git ended with 1')
        return answer;
    const settings = settingsIn('text' in answer ? answer.text : '');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'config'), configText(settings));
    const shallow = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shared, 'shallow'), 'utf8').catch(() => '');
    return {
        root,
        origin: settings.get('remote.origin.url'),
        shallow: new Set(shallow.split('\n').filter((sha) => sha !== '')),
        git,
    };
}
async function findRepository(folder) {
    for (let root = folder;; root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root)) {
        const own = await gitFolder(root);
        if (own !== undefined) {
            const common = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, 'commondir'), 'utf8').catch(() => '.');
            return { root, own, shared: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(own, common.trim()) };
        }
        if (root === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root))
            return undefined;
    }
}
async function gitFolder(root) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.git');
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined);
    const [, target] = /^gitdir: (.+)/.exec(text ?? '') ?? [];
    const folder = target === undefined ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, target.trim());
    return (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'HEAD'))) ? folder : undefined;
}
async function quarantine(tempDir, { own, shared }) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, 'git-'));
    for (const name of SHARED)
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shared, name)))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shared, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
    for (const name of OWN)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)).catch(unlessAbsent);
    for (const name of ['objects', 'refs'])
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'config'), configText(new Map()));
    return folder;
}
function unlessAbsent(error) {
    if (error.code !== 'ENOENT')
        throw error;
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}
function settingsIn(text) {
    const pairs = text.split('\0').filter((pair) => pair !== '');
    return new Map(pairs.reverse().map((pair) => [pair.split('\n', 1)[0] ?? '', pair.slice(pair.indexOf('\n') + 1)]));
}
function configText(settings) {
    const extensions = ['objectformat', 'refstorage'].flatMap((name) => {
        const value = settings.get(`extensions.${name}`);
        return value !== undefined && /^[a-z0-9]+$/.test(value) ? [`\t${name} = ${value}\n`] : [];
    });
    return `[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n${extensions.join('')}`;
}
async function callGit({ run, env, tempDir, signal }, args, own = {}) {
    try {
        const result = await run('git', ['--no-pager', ...SETTINGS, ...args], {
            cwd: tempDir,
            env: { ...(0,_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .bareEnvironment */ .Y)(env), ...ENVIRONMENT, ...own },
            timeout: LIMIT,
            maxOutput: MAX_OUTPUT,
            ...(signal === undefined ? {} : { signal }),
        });
        if (result.code === 0 && !result.tooLong)
            return { text: result.stdout };
        if (result.tooLong)
            return { failure: `git printed more than ${MAX_OUTPUT / 2 ** 20} MiB` };
        if (result.timedOut)
            return { failure: `git took longer than ${LIMIT / 1000} s` };
        const [first = ''] = result.stderr.trim().split('\n');
        return { failure: first.replace(/^(fatal|error): /, '') || `git ended with ${result.code}` };
    }
    catch {
        return { failure: 'git could not be started' };
    }
}


/***/ })

};
;