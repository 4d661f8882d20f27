"use strict";
exports.id = "access-request";
exports.ids = [227,69];
exports.modules = {

/***/ "src/access/edit/entry-text.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ entryText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("yaml/dist/index.js");

function entryText(value, { json, neighbours }) {
    const [[key, name] = ['', '']] = Object.entries(value);
    const onlyName = Object.keys(value).length === 1 && !neighbours.some((node) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && node.items.length === 1);
    if (json)
        return JSON.stringify(onlyName ? name : value);
    const document = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Document */ .yo();
    const quote = quoteOf(neighbours, key);
    const scalar = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5(name);
    if (quote !== undefined)
        scalar.type = quote;
    const node = onlyName ? scalar : document.createNode(value, { flow: true });
    if (node instanceof yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLMap */ .CA)
        node.set(key, scalar);
    const list = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLSeq */ .Rw();
    list.flow = true;
    list.items.push(node);
    document.contents = list;
    const text = document.toString({
        lineWidth: 0,
        flowCollectionPadding: false,
        doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    });
    return text.trim().slice(1, -1);
}
function quoteOf(neighbours, key) {
    const last = neighbours.at(-1);
    const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(last) ? last.get(key, true) : last;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(name))
        return undefined;
    return name.type === 'QUOTE_DOUBLE' || name.type === 'QUOTE_SINGLE' ? name.type : undefined;
}


/***/ }),

/***/ "src/access/edit/insert.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ insertEntries)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("yaml/dist/index.js");

const OPTIONS = {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    keepSourceTokens: true,
};
function insertEntries(text, key, at, write) {
    const root = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, OPTIONS).contents;
    if (root === null)
        return atLine(text, text.length, `${key}:${lineEnd(text)}${dashed(text, '  ', write(NO_STYLE))}`);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root))
        return undefined;
    const pair = root.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && item.key.value === key);
    if (pair === undefined)
        return newKey(text, root, key, write);
    const list = pair.value;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list) && list.items.length > 0) {
        const index = at ?? list.items.length;
        return list.flow === true ? intoFlow(text, list, index, write, isJson(root)) : intoBlock(text, list, index, write);
    }
    if (list !== null && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list) && !((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(list) && list.value === null))
        return undefined;
    return intoEmpty(text, root, pair.key.range[1], list, write);
}
const NO_STYLE = { json: false, neighbours: [] };
function isJson(root) {
    const key = root.items[0]?.key;
    return root.flow === true && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.type === 'QUOTE_DOUBLE';
}
function dashed(text, indent, entries) {
    return entries.map((entry) => `${indent}- ${entry}`).join(lineEnd(text));
}
function stacked(text, indent, entries) {
    return entries.map((entry) => indent + entry).join(`,${lineEnd(text)}`);
}
function intoBlock(text, list, index, write) {
    const { items } = list;
    const dashes = dashesOf(list);
    const [before, after] = [items[index - 1], dashes[index]];
    const dash = dashes[Math.max(0, index - 1)];
    if (dash === undefined)
        return undefined;
    const column = dash - lineStart(text, dash);
    const at = before === undefined ? aboveComments(text, lineStart(text, after ?? 0)) : below(text, before, column);
    return atLine(text, at, dashed(text, ' '.repeat(column), write({ json: false, neighbours: items })));
}
function dashesOf({ srcToken }) {
    if (srcToken?.type !== 'block-seq')
        return [];
    return srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
}
function below(text, entry, column) {
    let at = nextLine(text, endOf(entry));
    const comment = new RegExp(` {${column + 1},}#.*(?:\n|$)`, 'y');
    for (;;) {
        comment.lastIndex = at;
        if (!comment.test(text))
            return at;
        at = comment.lastIndex;
    }
}
function aboveComments(text, line) {
    let at = line;
    while (at > 0) {
        const previous = lineStart(text, at - 1);
        if (!/^ *#/.test(text.slice(previous, at)))
            break;
        at = previous;
    }
    return at;
}
function endOf(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && node.flow !== true) {
        const last = node.items.at(-1);
        const value = last?.value;
        if (value && value.range[0] < value.range[1])
            return endOf(value);
        return last === undefined ? node.range[1] : last.key.range[1];
    }
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) && node.flow !== true)
        return endOf(node.items.at(-1) ?? node);
    return node.range[1];
}
function intoFlow(text, list, index, write, json) {
    const { items } = list;
    const entries = write({ json, neighbours: items });
    const inLine = entries.join(', ');
    const starts = startsOf(list);
    const ownLine = (at) => /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
    const indent = (at) => text.slice(lineStart(text, at), at);
    const before = items[index - 1];
    if (before === undefined) {
        const first = starts[0] ?? list.range[0] + 1;
        if (!ownLine(first))
            return splice(text, first, `${inLine}, `);
        const lines = `${stacked(text, indent(first), entries)},${lineEnd(text)}`;
        return splice(text, aboveComments(text, lineStart(text, first)), lines);
    }
    const [start = 0, end] = [starts[index - 1], before.range[1]];
    const comma = /^(?:\s|(?<=\s)#.*)*,/.exec(text.slice(end, list.range[1]))?.[0].length;
    const [line, rest] = [nextLine(text, end + (comma ?? 0)), starts[index] ?? list.range[1] - 1];
    if (!ownLine(start))
        return splice(text, end, `, ${inLine}`);
    const lines = stacked(text, indent(start), entries);
    if (rest < line)
        return splice(text, end, `,${lineEnd(text)}${lines}`);
    const whole = splice(text, line, `${lines}${comma === undefined ? '' : ','}${lineEnd(text)}`);
    return comma === undefined ? splice(whole, end, ',') : whole;
}
function startsOf(list) {
    const { srcToken } = list;
    if (srcToken?.type !== 'flow-collection')
        return [];
    const gaps = ['comma', 'space', 'newline', 'comment'];
    return srcToken.items.flatMap(({ start, value, key }) => {
        const own = start.find(({ type }) => !gaps.includes(type));
        return own?.offset ?? key?.offset ?? value?.offset ?? [];
    });
}
function intoEmpty(text, root, keyEnd, list, write) {
    const json = isJson(root);
    const [start, end] = list === null ? [keyEnd, keyEnd] : [list.range[0], list.range[1]];
    const inner = text.slice(start, end);
    const isOpen = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list) && (root.flow === true || !/^\[ *\]$/.test(inner));
    if (isOpen) {
        const close = lineStart(text, end - 1);
        const margin = text.slice(close, end - 1);
        const entries = write({ json, neighbours: [] });
        return /^ *$/.test(margin)
            ? atLine(text, close, stacked(text, `${margin}  `, entries))
            : splice(text, end - 1, entries.join(', '));
    }
    if (root.flow === true) {
        const gap = /[\s:]$/.test(text.slice(0, start)) ? '' : ' ';
        return `${text.slice(0, start)}${gap}[${write({ json, neighbours: [] }).join(', ')}]${text.slice(end)}`;
    }
    const lines = dashed(text, `${indentOf(text, root)}  `, write(NO_STYLE));
    if (start === end)
        return atLine(text, nextLine(text, keyEnd), lines);
    const head = text.slice(0, start).replace(/ +$/, '');
    const rest = head + text.slice(end);
    return atLine(rest, nextLine(rest, head.length), lines);
}
function newKey(text, root, key, write) {
    if (root.flow === true) {
        const json = isJson(root);
        const pair = `${json ? JSON.stringify(key) : key}: [${write({ json, neighbours: [] }).join(', ')}]`;
        return splice(text, root.range[0] + 1, root.items.length === 0 ? pair : `${pair}, `);
    }
    const indent = indentOf(text, root);
    const lines = `${indent}${key}:${lineEnd(text)}${dashed(text, `${indent}  `, write(NO_STYLE))}`;
    return atLine(text, nextLine(text, endOf(root)), lines);
}
function indentOf(text, root) {
    const start = root.items[0]?.key?.range[0] ?? 0;
    return ' '.repeat(start - lineStart(text, start));
}
function splice(text, at, insert) {
    return text.slice(0, at) + insert + text.slice(at);
}
function atLine(text, at, line) {
    const closed = at === 0 || text[at - 1] === '\n';
    return splice(text, at, closed ? `${line}${lineEnd(text)}` : `${lineEnd(text)}${line}`);
}
function lineStart(text, at) {
    return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
function nextLine(text, at) {
    if (at > 0 && text[at - 1] === '\n')
        return at;
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end + 1;
}
function lineEnd(text) {
    return /\r?\n/.exec(text)?.[0] ?? '\n';
}


/***/ }),

/***/ "src/commands/access-request/command.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command),
  runRequest: () => (/* binding */ runRequest)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__("node:timers/promises");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/github/api/answer.js
var answer = __webpack_require__("src/github/api/answer.js");
// EXTERNAL MODULE: ./lib/src/github/api/comment.js
var api_comment = __webpack_require__("src/github/api/comment.js");
// EXTERNAL MODULE: ./lib/src/github/api/client.js + 1 modules
var client = __webpack_require__("src/github/api/client.js");
// EXTERNAL MODULE: ./lib/src/github/api/request-branch.js
var request_branch = __webpack_require__("src/github/api/request-branch.js");
;// CONCATENATED MODULE: ./lib/src/github/api/request-pulls.js




const REQUEST_NEEDS = {
    action: 'make the pull request and comment on the issue',
    permissions: '{contents: write, issues: write, pull-requests: write}',
    otherwise: 'For pull requests also switch on "Allow GitHub Actions to create and approve pull requests" in Settings, Actions, General, or give the token of a GitHub App as github_token. SETUP.md has the commands for both.',
};
const PAGE = 100;
class RequestRepository {
    #api;
    #name;
    #branch;
    constructor(context, token, options = {}) {
        if (context.repository === undefined || context.defaultBranch === undefined)
            throw new errors/* ToolError */.v4('The event of this run does not say which repository it belongs to');
        this.#api = new client/* GitHubApi */.y(context, token, REQUEST_NEEDS, options);
        this.#name = context.repository;
        this.#branch = context.defaultBranch;
    }
    async issue(number) {
        const raw = await this.#get(`/issues/${number}`);
        return {
            number,
            title: raw.title,
            body: raw.body ?? '',
            login: raw.user?.login ?? 'ghost',
            authorId: Number(raw.user?.id ?? 0),
            labels: raw.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
            open: raw.state === 'open',
        };
    }
    async tip() {
        const { commit } = await this.#get(`/branches/${encodeURIComponent(this.#branch)}`);
        return { commit: commit.sha, tree: commit.commit.tree.sha };
    }
    async file(path, commit) {
        const at = `/contents/${path.split('/').map(encodeURIComponent).join('/')}?ref=${commit}`;
        const raw = await this.#get(at).catch(absent);
        if (raw === undefined)
            return undefined;
        if (raw.type !== 'file' || raw.encoding !== 'base64' || raw.content === undefined) {
            throw new errors/* ToolError */.v4('GitHub does not return the text of the file', {
                where: path,
                hint: 'It must be a file, not a link, of at most 1 MiB. Split it, or name another one with the input file.',
            });
        }
        return decode(Buffer.from(raw.content, 'base64'), path);
    }
    async openPulls() {
        const raw = await this.#get(`/pulls?state=open&sort=created&direction=desc&per_page=${PAGE}`);
        return raw.flatMap((pull) => this.#ours(pull) ?? []);
    }
    async pullsOf(issue) {
        const [owner] = this.#name.split('/');
        const head = `${owner}:${(0,request_branch/* requestBranch */.W)(issue)}`;
        const raw = await this.#get(`/pulls?state=all&head=${encodeURIComponent(head)}&sort=created&direction=desc&per_page=${PAGE}`);
        return raw.flatMap((pull) => this.#ours(pull) ?? []);
    }
    async push(issue, tip, file, message) {
        const entry = { path: file.path, mode: '100644', type: 'blob', content: file.text };
        const tree = await this.#post('/git/trees', { base_tree: tip.tree, tree: [entry] });
        const made = { message, tree: tree.sha, parents: [tip.commit] };
        const { sha } = await this.#post('/git/commits', made);
        const branch = `heads/${(0,request_branch/* requestBranch */.W)(issue)}`;
        const there = await this.#get(`/git/ref/${branch}`).catch(absent);
        if (there === undefined)
            await this.#post('/git/refs', { ref: `refs/${branch}`, sha });
        else
            await this.#api.call('PATCH', `/repos/${this.#name}/git/refs/${branch}`, { sha, force: true });
        return sha;
    }
    async open(issue, title, body) {
        const draft = { title, body, head: (0,request_branch/* requestBranch */.W)(issue), base: this.#branch };
        return (await this.#post('/pulls', draft)).number;
    }
    async rewrite(pull, title, body) {
        if (pull.title === title && pull.body.replace(/\r\n/g, '\n').trim() === body.trim())
            return;
        await this.#api.call('PATCH', `/repos/${this.#name}/pulls/${pull.number}`, { title, body });
    }
    #ours({ number, title, body, state, merged_at: mergedAt, head }) {
        const issue = (0,request_branch/* issueOfBranch */.L)(head.ref);
        if (issue === undefined || head.repo?.full_name.toLowerCase() !== this.#name.toLowerCase())
            return undefined;
        const text = { title, body: body ?? '' };
        return { number, issue, headSha: head.sha, ...text, open: state === 'open', merged: mergedAt !== null };
    }
    #get(path) {
        return this.#api.call('GET', `/repos/${this.#name}${path}`);
    }
    #post(path, body) {
        return this.#api.call('POST', `/repos/${this.#name}${path}`, body);
    }
}
function absent(error) {
    if (error instanceof answer/* Refused */.Lw && error.status === 404)
        return undefined;
    throw error;
}
function decode(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new errors/* ToolError */.v4('The file is not UTF-8', { where: path, hint: 'Save it as UTF-8.', cause });
    }
}

// EXTERNAL MODULE: ./lib/src/github/event-command.js
var event_command = __webpack_require__("src/github/event-command.js");
// EXTERNAL MODULE: ./lib/src/config/diagnostic.js + 1 modules
var diagnostic = __webpack_require__("src/config/diagnostic.js");
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown.js");
;// CONCATENATED MODULE: ./lib/src/report/access/request.js


const REQUEST_MARKER = '<!-- jupyterhub-gke:access-request -->';
const GRANTED_MARKER = '<!-- jupyterhub-gke:access-granted -->';
const MAX_FINDINGS = 20;
function requestTitle(email) {
    return `Grant access to ${(0,markdown/* breakLinks */.J)((0,markdown/* oneLine */.TN)((0,markdown/* shortEmails */._W)(email), 100))}`;
}
function requestBody(text) {
    const { issue, login, why, path, line, lineText, findings, isPublic } = text;
    const shown = isPublic ? (0,markdown/* shortEmails */._W)(lineText) : lineText;
    const parts = [
        `<!-- jupyterhub-gke:access-request author=${text.author} commit=${text.commit} -->`,
        `**${(0,markdown/* prose */.CS)(login)}** requests access to the hub in #${issue}.`,
        '> [!IMPORTANT]\n> The address is what they wrote. **Nobody has checked that the address belongs to them**: ask them in a way that you trust, then merge. The merge grants access to the owner of the address.',
        `The line, number ${line} of ${(0,markdown/* code */.aY)(path)}:`,
        (0,markdown/* fence */.EU)(`+${shown}`, 'diff'),
        ...(why === undefined ? [] : ['Why, in their words:', (0,markdown/* fence */.EU)(isPublic ? (0,markdown/* shortEmails */._W)(why) : why)]),
        findingsText(findings, isPublic),
        'No workflow starts for a pull request that was made with the token of a workflow, so that this is all that checks say about it. An edit of the issue makes the branch anew.',
        `Closes #${issue}`,
    ];
    return (0,markdown/* truncate */.xv)(parts.join('\n\n'), markdown/* COMMENT_LIMIT */.W$ - 1, '*Cut here: too long for a pull request.*');
}
function findingsText(findings, isPublic) {
    if (findings.length === 0)
        return '`validate` finds nothing that it does not find without the line.';
    const shown = findings.slice(0, MAX_FINDINGS).map(({ severity, rule, message }) => {
        const said = (0,markdown/* prose */.CS)(isPublic ? (0,markdown/* shortEmails */._W)(message) : message);
        return `- ${severity} [${rule}](${(0,diagnostic/* documentationLink */.v$)(rule)}): ${said}`;
    });
    const rest = findings.length - shown.length;
    return ['With the line `validate` finds, too:', '', ...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}
function requestNote(body) {
    const note = /^<!-- jupyterhub-gke:access-request author=(\d{1,15}) commit=([0-9a-f]{40,64}) -->\r?\n/.exec(body);
    return note === null ? undefined : { author: Number(note[1]), commit: note[2] ?? '' };
}
function requestOpenedComment(pull) {
    return comment(`Pull request #${pull} adds the line. A maintainer makes sure that the address is yours and merges it; a comment here then gives you the link. Edit this issue to change what you ask for.`);
}
function refusedComment(reason, pull) {
    const rest = pull === undefined ? '' : ` Pull request #${pull} stays as it is.`;
    return comment(`**Nothing was changed.** ${(0,markdown/* prose */.CS)((0,markdown/* shortEmails */._W)(reason))}${rest}`);
}
function grantedComment(domain) {
    const iap = domain === undefined ? 'at the address that the maintainers know' : `at https://${domain}`;
    return `${GRANTED_MARKER}\nYou are on the list. Once the run of the merge has ended, enter ${iap}. Google takes some more minutes to grant access.`;
}
function comment(text) {
    return `${REQUEST_MARKER}\n${text}`;
}

// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 5 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/config/yaml/locate.js
var locate = __webpack_require__("src/config/yaml/locate.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/source.js + 3 modules
var source = __webpack_require__("src/config/yaml/source.js");
// EXTERNAL MODULE: ./lib/src/access/users/day.js
var day = __webpack_require__("src/access/users/day.js");
// EXTERNAL MODULE: ./lib/src/access/users/email.js
var users_email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: ./lib/src/access/users/grammar.js
var grammar = __webpack_require__("src/access/users/grammar.js");
// EXTERNAL MODULE: ./lib/src/access/edit/entry-text.js
var entry_text = __webpack_require__("src/access/edit/entry-text.js");
// EXTERNAL MODULE: ./lib/src/access/edit/insert.js
var insert = __webpack_require__("src/access/edit/insert.js");
;// CONCATENATED MODULE: ./lib/src/access/edit/add-person.js







const BOM = '\uFEFF';
const MAX_NOTE = 500;
function addPerson(text, entry, now = new Date(), timezone = 'UTC') {
    const wrong = entryFault(entry);
    if (wrong !== undefined)
        return { fault: 'entry', message: wrong };
    const mark = text.startsWith(BOM) ? BOM : '';
    const body = text.slice(mark.length);
    const before = listOf(body);
    if (before === undefined)
        return { fault: 'file', message: 'The file cannot be read as a list of people.' };
    const duplicate = listedFault(before.items, entry.email, now, timezone);
    if (duplicate !== undefined)
        return duplicate;
    const index = insertionIndex(before.items, entry.email);
    const after = (0,insert/* insertEntries */.A)(body, 'users', index, (style) => [(0,entry_text/* entryText */.u)(mappingOf(entry), style)]);
    const line = after === undefined ? undefined : lineOfAdded(before, after, index, entry);
    if (after === undefined || line === undefined) {
        return { fault: 'file', message: 'The layout of the file does not allow adding a line automatically.' };
    }
    return { text: mark + after, line };
}
function entryFault({ email, until, groups = [] }) {
    const fault = (0,users_email/* addressFault */.RM)('person', email);
    if (fault !== undefined)
        return `${fault.message} ${fault.hint}`;
    if (until !== undefined && (0,day/* dayAfter */.PV)(until) === undefined)
        return 'The last day is not a day of the calendar in the format YYYY-MM-DD.';
    return groups.every(grammar/* isGroupName */.dJ) ? undefined : 'A group name is invalid.';
}
function listOf(text) {
    const { tree, diagnostics } = (0,source/* parseSource */.P)({ path: '', text });
    if (tree === undefined) {
        const isEmpty = diagnostics.every(({ rule }) => rule === 'empty-file');
        return isEmpty ? { items: [], value: {} } : undefined;
    }
    const { value } = tree;
    if (diagnostics.length > 0 || tree.entries === undefined || value === null || typeof value !== 'object')
        return;
    const items = (0,locate/* treeAt */.S)(tree, ['users'])?.items ?? [];
    return { items, value: value };
}
function emailOf(item) {
    const value = (item.entries === undefined ? item : (0,locate/* treeAt */.S)(item, ['email']))?.value;
    return typeof value === 'string' ? value : undefined;
}
function listedFault(items, email, now, timezone) {
    const item = items.find((candidate) => (0,users_email/* sameAddress */.xU)(emailOf(candidate) ?? '') === (0,users_email/* sameAddress */.xU)(email));
    if (item === undefined)
        return undefined;
    const { line } = item.locate(item.start, item.end);
    const until = (0,locate/* treeAt */.S)(item, ['until'])?.value;
    const end = typeof until === 'string' ? (0,day/* dayAfter */.PV)(until, timezone) : undefined;
    if (end === undefined || Date.parse(end) > now.getTime())
        return { fault: 'listed', message: `The address is already listed on line ${line}.`, line };
    const message = `The address is already listed on line ${line}, and its last day, ${until}, has passed. Ask a maintainer to set a later day there.`;
    return { fault: 'expired', message, line };
}
function insertionIndex(items, email) {
    const names = items.map((item) => emailOf(item)?.toLowerCase());
    const isSorted = names.every((name, index) => name !== undefined && (index === 0 || (names[index - 1] ?? name) <= name));
    if (!isSorted)
        return items.length;
    const index = names.findIndex((name) => name !== undefined && name > email.toLowerCase());
    return index === -1 ? items.length : index;
}
function lineOfAdded(before, text, index, entry) {
    const after = listOf(text);
    const item = after?.items[index];
    if (after === undefined || item === undefined)
        return undefined;
    const { users: _, ...others } = before.value;
    const { users: __, ...othersAfter } = after.value;
    const people = [...before.items.map(({ value }) => value)];
    people.splice(index, 0, item.entries === undefined ? entry.email : mappingOf(entry));
    const expected = JSON.stringify([others, people]);
    if (JSON.stringify([othersAfter, after.items.map(({ value }) => value)]) !== expected)
        return undefined;
    return item.locate(item.start, item.end).line;
}
function mappingOf({ email, groups = [], until, note = '' }) {
    const text = note.replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    const cut = [...text].slice(0, MAX_NOTE).join('');
    return {
        email,
        ...(groups.length === 0 ? {} : { groups: [...groups] }),
        ...(until === undefined ? {} : { until }),
        ...(cut === '' ? {} : { note: cut }),
    };
}

// EXTERNAL MODULE: ./lib/src/access/users/load.js + 6 modules
var load = __webpack_require__("src/access/users/load.js");
// EXTERNAL MODULE: ./lib/src/stages/input/text-file.js
var text_file = __webpack_require__("src/stages/input/text-file.js");
;// CONCATENATED MODULE: ./lib/src/commands/access-request/issue-form.js


const FIELDS = ['E-mail address of your Google account', 'Why', 'Until'];
const REQUEST_LABEL = 'access-request';
const EMPTY = '_No response_';
const MAX_LENGTH = 65_536;
const MAX_WHY = 1000;
const FORM_HINT = 'Open the form again (New issue), or edit this issue so that it has the three headings of the form, each once and in their order, with the answers below them.';
function hasFormTitle(title, hub) {
    const start = `Access to ${hub}`;
    return title.startsWith(start) && !/^[a-z0-9-]/i.test(title.slice(start.length));
}
function readRequest(body, now, timezone) {
    if (body.length > MAX_LENGTH)
        return { fault: `The text of the issue is too long. ${FORM_HINT}` };
    const answers = answersOf(body);
    if (answers === undefined)
        return { fault: `The issue does not have the format of the access form. ${FORM_HINT}` };
    const [email = '', why = '', until = ''] = answers;
    if (email === '')
        return { fault: 'The e-mail address is missing.' };
    if (/\n/.test(email) || email.length > 300)
        return { fault: 'There is more than one e-mail address, or other text.' };
    const fault = (0,users_email/* addressFault */.RM)('person', email);
    if (fault !== undefined)
        return { fault: `${fault.message} ${fault.hint}` };
    const day = until === '' ? undefined : dayFault(until, now, timezone);
    if (day !== undefined)
        return { fault: day };
    return {
        email: email.toLowerCase(),
        ...(until === '' ? {} : { until }),
        ...(why === '' ? {} : { why: [...why].slice(0, MAX_WHY).join('') }),
    };
}
function answersOf(body) {
    const lines = body.replace(/\r\n?/g, '\n').split('\n');
    const places = FIELDS.map((label) => lines.flatMap((line, index) => (line.trimEnd() === `### ${label}` ? [index] : [])));
    if (places.some((found) => found.length !== 1))
        return undefined;
    const starts = places.flat();
    if (starts.some((start, index) => index > 0 && start < (starts[index - 1] ?? 0)))
        return undefined;
    if (lines.slice(0, starts[0]).some((line) => line.trim() !== ''))
        return undefined;
    return starts.map((start, index) => {
        const answer = lines
            .slice(start + 1, starts[index + 1])
            .join('\n')
            .trim();
        return answer === EMPTY ? '' : answer;
    });
}
function dayFault(until, now, timezone) {
    const end = (0,day/* dayAfter */.PV)(until, timezone);
    if (end === undefined)
        return 'The last day is not a calendar day in the format YYYY-MM-DD.';
    return Date.parse(end) <= now.getTime() ? `The last day, ${until}, has passed.` : undefined;
}

;// CONCATENATED MODULE: ./lib/src/commands/access-request/pull-request.js









class Refusal extends Error {
}
const MAX_OPEN = 50;
async function handleRequest(request) {
    const issue = await request.repository.issue(request.issue);
    if (!issue.open)
        return { outcome: 'nothing', because: `issue #${issue.number} is closed` };
    const checked = await (0,read/* checkInput */.DR)(request.context);
    if (!isRequest(issue, checked.input))
        return { outcome: 'nothing', because: `issue #${issue.number} was not made with the access form` };
    const pulls = await request.repository.pullsOf(issue.number);
    const open = pulls.find((pull) => pull.open);
    const refused = (reason) => ({
        outcome: 'refused',
        comment: refusedComment(request.context.write.redact(reason), open?.number),
        ...(open === undefined ? {} : { pull: open.number }),
    });
    if (checked.input === undefined) {
        const reason = 'The files of the hub have errors now. A maintainer has to fix them. Then edit this issue.';
        return { ...refused(reason), failure: new read/* InputError */.dz(checked) };
    }
    try {
        const pull = await fulfil(request, issue, pulls, checked, checked.input);
        return { outcome: 'asked', comment: requestOpenedComment(pull), pull };
    }
    catch (error) {
        if (error instanceof Refusal)
            return refused(error.message);
        throw error;
    }
}
function isRequest({ title, labels }, input) {
    if (labels.includes(REQUEST_LABEL))
        return true;
    return input === undefined ? title.startsWith('Access to ') : hasFormTitle(title, input.config.name);
}
async function fulfil(requestContext, issue, pulls, checked, input) {
    const request = readRequest(issue.body, requestContext.context.now, input.config.access.session.timezone);
    if ('fault' in request)
        throw new Refusal(request.fault);
    refuseListed(input, request.email, requestContext.context.now);
    const open = pulls.find((pull) => pull.open);
    if (open === undefined)
        await refuseMore(requestContext, issue, pulls[0]);
    const change = await changeOf(requestContext, request, checked, input);
    const commit = await branchOf(requestContext, issue.number, open, change);
    const title = requestTitle(request.email);
    const body = requestBody({
        author: issue.authorId,
        commit,
        issue: issue.number,
        login: issue.login,
        email: request.email,
        why: request.why === undefined ? undefined : requestContext.context.write.redact(request.why),
        path: change.path,
        line: change.added.line,
        lineText: change.added.text.split(/\r?\n/)[change.added.line - 1] ?? '',
        findings: change.findings,
        isPublic: requestContext.context.write.isPublic,
    });
    if (open === undefined)
        return requestContext.repository.open(issue.number, title, body);
    await requestContext.repository.rewrite(open, title, body);
    return open.number;
}
function refuseListed({ principals }, email, now) {
    const person = (0,load/* listedPeople */.V)(principals).find(({ name }) => (0,users_email/* sameAddress */.xU)(name) === (0,users_email/* sameAddress */.xU)(email));
    if (person === undefined)
        return;
    const { file, line } = person.location;
    const isOver = person.until !== undefined && Date.parse(person.until) <= now.getTime();
    throw new Refusal(isOver
        ? `${email} is already listed, at ${file}:${line}, but the last day there has passed. A maintainer can set a later one there.`
        : `${email} is already listed, at ${file}:${line}.`);
}
async function refuseMore({ repository }, issue, last) {
    if (last !== undefined && !last.merged)
        throw new Refusal(`A maintainer has closed pull request #${last.number} without merging it. Ask there why.`);
    const open = await repository.openPulls();
    const other = open.find(({ body }) => requestNote(body)?.author === issue.authorId);
    if (other !== undefined)
        throw new Refusal(`You have another open request, issue #${other.issue}. Each person can have one at a time.`);
    if (open.length >= MAX_OPEN)
        throw new Refusal(`${open.length} requests are open already. Edit this issue when maintainers have answered some.`);
}
async function changeOf({ context, repository }, { email, until }, checked, input) {
    const shown = usersFile(context, input);
    const file = (0,external_node_path_.resolve)(context.cwd, shown);
    const root = await (0,text_file/* repositoryRoot */.Hn)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(context.cwd, context.configPath)), context.cwd);
    const path = (0,external_node_path_.relative)(root, file);
    const tip = await repository.tip();
    const text = await repository.file(path, tip.commit);
    if (text === undefined)
        throw new Refusal(`The default branch has no file ${path}. A maintainer has to look.`);
    const entry = { email, ...(until === undefined ? {} : { until }) };
    const added = addPerson(text, entry, context.now, input.config.access.session.timezone);
    if ('fault' in added)
        throw new Refusal(added.message);
    const after = await (0,read/* checkInput */.DR)(context, { instead: new Map([[file, added.text]]) });
    const known = new Set(checked.diagnostics.map(sameFinding));
    const findings = after.diagnostics.filter((found) => !known.has(sameFinding(found)));
    const error = findings.find(({ severity }) => severity === 'error');
    if (error !== undefined)
        throw new Refusal(`With it the files would have an error: ${error.message} ${error.hint ?? ''}`);
    return { path, tip, added, findings };
}
function sameFinding({ file, rule, message }) {
    return JSON.stringify([file, rule, message]);
}
function usersFile({ cwd, flags }, { usersFiles, diagnostics }) {
    const files = usersFiles.filter((path) => /\.ya?ml$/i.test(path));
    const { file } = flags;
    const found = typeof file === 'string' ? files.find((path) => (0,external_node_path_.resolve)(cwd, path) === (0,external_node_path_.resolve)(cwd, file)) : files[0];
    if (found !== undefined)
        return found;
    const others = diagnostics.some(({ rule }) => rule === 'remote-users-file')
        ? ' Remote users files are not changed from here: request access in their repository.'
        : '';
    throw new errors/* UsageError */.eb(typeof file === 'string' ? `${file} is not a YAML users file` : 'There is no YAML users file', {
        hint: `${files.length === 0 ? 'Add one to users: lines are added to YAML files only.' : `Users files: ${files.join(', ')}.`}${others}`,
    });
}
async function branchOf({ repository }, issue, open, { path, tip, added: { text } }) {
    if (open !== undefined) {
        if ((await repository.file(path, open.headSha)) === text)
            return open.headSha;
        if (requestNote(open.body)?.commit !== open.headSha) {
            throw new Refusal('Somebody else has changed the branch of the pull request, so it no longer follows this issue.');
        }
    }
    return repository.push(issue, tip, { path, text }, `Grant one person access\n\nRequested in #${issue}.`);
}

;// CONCATENATED MODULE: ./lib/src/commands/access-request/command.js










const ATTEMPTS = 3;
const command = {
    name: 'access-request',
    about: 'Turns an issue of the access form into a pull request, and gives the link after the merge.',
    flags: { file: { type: 'string', about: 'users file that gets the line (default: the first YAML file of users)' } },
    run: (context) => runRequest(context),
};
async function runRequest(context, options = {}) {
    const { github, write } = context;
    const { githubToken: token } = context.credentials;
    if (github === undefined || token === undefined) {
        throw new errors/* UsageError */.eb('access-request needs the event of a workflow, and a token', {
            hint: 'Use actions/access-request in a workflow on issues and closed pull requests; init writes one.',
        });
    }
    const comment = async (issue, marker, body) => {
        const outcome = await (0,api_comment/* upsertComment */.l)({
            context: github,
            token,
            marker,
            body: write.redact(body),
            issue,
            needs: REQUEST_NEEDS,
            ...options,
        });
        context.say(outcome.done === 'skipped' ? `no comment: ${outcome.reason}` : `comment ${outcome.done}: ${outcome.url}`);
    };
    const merged = (0,event_command/* mergedRequest */.I)(github.pullRequest);
    if (merged !== undefined && github.action === 'closed') {
        const { input } = await (0,read/* checkInput */.DR)(context);
        await comment(merged, GRANTED_MARKER, grantedComment(input?.config.access.domain));
        return result('granted', merged, undefined, `The author of #${merged} was told that access is granted.`);
    }
    if (github.eventName !== 'issues' || github.issue === undefined)
        return nothing(context, 'the event is not an access request');
    if (github.byBot)
        return nothing(context, 'a bot caused the event');
    const repository = new RequestRepository(github, token, options);
    const request = { context, repository, issue: github.issue };
    const handled = await retryLostWrites(() => handleRequest(request), options);
    if (handled.outcome === 'nothing')
        return nothing(context, handled.because);
    await comment(github.issue, REQUEST_MARKER, handled.comment);
    if (handled.failure !== undefined)
        throw handled.failure;
    const text = (0,markdown/* shortEmails */._W)(handled.comment.slice(REQUEST_MARKER.length).trim());
    context.say(text);
    return result(handled.outcome, github.issue, handled.pull, text);
}
async function retryLostWrites(handle, options) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await handle();
        }
        catch (error) {
            if (!(error instanceof answer/* Unanswered */.XX && error.mayBeDone) || attempt === ATTEMPTS)
                throw error;
            await (options.sleep ?? promises_.setTimeout)(2000 * 2 ** attempt);
        }
    }
}
function nothing(context, because) {
    context.say(`Nothing to do: ${because}`);
    return { exitCode: 0, document: { command: 'access-request', outcome: 'nothing', because }, outputs: {} };
}
function result(outcome, issue, pull, summary) {
    return {
        exitCode: 0,
        document: { command: 'access-request', outcome, issue, ...(pull === undefined ? {} : { pullRequest: pull }) },
        outputs: pull === undefined ? {} : { pull_request: String(pull) },
        summary: `### Access request #${issue}\n\n${summary}`,
    };
}


/***/ }),

/***/ "src/github/api/answer.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   XX: () => (/* binding */ Unanswered)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");

class Unanswered extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4 {
    mayBeDone = false;
}
class Refused extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4 {
    status;
    reason;
    retryAfter;
    constructor({ status, reason, retryAfter }, ...rest) {
        super(...rest);
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }
    get limited() {
        return isLimit(this.status, this.reason);
    }
}
function unreachable(why, where, cause) {
    const hint = 'Run the job again; githubstatus.com says whether GitHub has a problem.';
    return new Unanswered(`GitHub cannot be reached (${why})`, { where, hint, cause });
}
function limitWait({ headers }) {
    const after = Number(headers['retry-after']);
    const reset = Number(headers['x-ratelimit-reset'] ?? 0) - Date.now() / 1000;
    const wait = after > 0 ? after : headers['x-ratelimit-remaining'] === '0' ? Math.max(1, reset) : 60;
    return Number.isNaN(wait) ? 60 : Math.min(Math.ceil(wait), 86_400);
}
function isLimit(status, reason) {
    return status === 429 || (status === 403 && /rate limit/i.test(reason));
}
const HINTS = {
    404: 'Check that it still exists, and that github_token may read this repository: GitHub hides what a token may not see.',
    409: 'Somebody else changed it at this moment. Run the job again.',
    412: 'Somebody else changed it at this moment. Run the job again.',
    422: 'The message of GitHub names what it takes for invalid. Correct it, then run the job again.',
};
function explain(answer, where, needs) {
    const { status } = answer;
    const reason = messageOf(answer.data) ?? `HTTP ${status}`;
    if (status >= 500)
        return new Unanswered(`GitHub cannot answer now (${reason})`, { where, hint: 'Run the job again.' });
    if (isLimit(status, reason)) {
        const retryAfter = limitWait(answer);
        const time = new Date(Date.now() + retryAfter * 1000).toISOString().slice(0, 16).replace('T', ' ');
        return new Refused({ status, reason, retryAfter }, `GitHub accepts no more calls with this token now (${reason})`, {
            where,
            hint: `Run the job again after ${time} UTC.`,
        });
    }
    if (status >= 300 && status < 400) {
        return new Refused({ status, reason }, `This repository has another name on GitHub now (${reason})`, {
            where,
            hint: 'Use its new name.',
        });
    }
    if (status === 401) {
        return new Refused({ status, reason }, `GitHub does not accept github_token (${reason})`, {
            where,
            hint: 'Leave the input out: the run then uses its own token.',
        });
    }
    if (status === 403) {
        return new Refused({ status, reason }, `github_token may not ${needs.action} (${reason})`, {
            where,
            hint: `Add "permissions: ${needs.permissions}" to the job. ${needs.otherwise}`,
        });
    }
    const hint = HINTS[status] ??
        'The message of GitHub names the cause. Run the job again; if it stays, report it with this message.';
    return new Refused({ status, reason }, `GitHub refuses to ${needs.action}: ${reason}`, { where, hint });
}
function messageOf(data) {
    try {
        const { message } = (typeof data === 'string' ? JSON.parse(data) : data);
        return typeof message === 'string' ? message.slice(0, 300) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ "src/github/api/client.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ GitHubApi)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__("node:timers/promises");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
;// CONCATENATED MODULE: ./lib/src/system/body.js

async function readBody(answer, most) {
    const tooLarge = () => new errors/* ToolError */.v4(`the file is larger than ${most / 2 ** 20} MiB`);
    if (Number(answer.headers.get('content-length')) > most) {
        await answer.body?.cancel();
        throw tooLarge();
    }
    const parts = [];
    let length = 0;
    for await (const part of (answer.body ?? [])) {
        length += part.byteLength;
        if (length > most)
            throw tooLarge();
        parts.push(part);
    }
    return Buffer.concat(parts);
}

// EXTERNAL MODULE: ./lib/src/github/api/answer.js
var api_answer = __webpack_require__("src/github/api/answer.js");
;// CONCATENATED MODULE: ./lib/src/github/api/client.js




const ATTEMPTS = 5;
const LONGEST = 120;
const PATIENCE = 300;
const PAGE = 100;
const MAX_DOWNLOAD = 16 * 1024 * 1024;
class GitHubApi {
    #context;
    #token;
    #needs;
    #options;
    #octokit;
    #waited = 0;
    constructor(context, token, needs, options = {}) {
        this.#context = context;
        this.#token = token;
        this.#needs = needs;
        this.#options = options;
    }
    async call(method, path, body) {
        const octokit = await this.#open();
        const url = path === undefined ? this.#context.graphqlUrl : path;
        const { data } = await octokit.request({ method, url, ...(body === undefined ? {} : { data: body }) });
        return data;
    }
    async *pages(path) {
        const octokit = await this.#open();
        const url = `${path}${path.includes('?') ? '&' : '?'}per_page=${PAGE}`;
        for await (const { data } of octokit.paginate.iterator({ method: 'GET', url }))
            yield data;
    }
    async list(path, mostPages) {
        const found = [];
        let pages = 0;
        for await (const page of this.pages(path)) {
            found.push(...page);
            pages += 1;
            if (pages === mostPages && page.length === PAGE)
                return undefined;
        }
        return found;
    }
    async download(path) {
        const where = `GET ${this.#context.apiUrl}${path}`;
        const failed = (why, cause) => {
            throw new api_answer/* Unanswered */.XX(`GitHub did not deliver the file (${why})`, { where, hint: 'Run the job again.', cause });
        };
        const lost = (cause) => failed((0,errors/* errorMessage */.gJ)(cause), cause);
        const octokit = await this.#open();
        return this.#patiently(true, async () => {
            const { headers } = await octokit.request({ method: 'GET', url: path, request: { isDownload: true } });
            const file = await (this.#options.fetch ?? fetch)(String(headers.location), {
                redirect: 'error',
                signal: AbortSignal.timeout(60_000),
            }).catch(lost);
            if (!file.ok)
                return failed(`HTTP ${file.status}`);
            return readBody(file, MAX_DOWNLOAD).catch((cause) => {
                if (!(cause instanceof errors/* ToolError */.v4))
                    return lost(cause);
                throw new errors/* ToolError */.v4(`GitHub did not deliver the file (${cause.message})`, { where, cause });
            });
        });
    }
    async pause(attempt, seconds = 0) {
        const backOff = 500 * 2 ** attempt * (0.5 + Math.random());
        const milliseconds = Math.max(backOff, seconds * 1000);
        this.#waited += milliseconds / 1000;
        await (this.#options.sleep ?? promises_.setTimeout)(milliseconds);
    }
    #open() {
        this.#octokit ??= this.#build();
        return this.#octokit;
    }
    async #build() {
        const GitHub = await loadOctokit();
        const { fetch } = this.#options;
        const octokit = new GitHub({
            auth: this.#token,
            baseUrl: this.#context.apiUrl,
            userAgent: 'jupyterhub-gke',
            log: { debug: silent, info: silent, warn: silent, error: silent },
            request: { redirect: 'manual', ...(fetch === undefined ? {} : { fetch }) },
        });
        octokit.hook.wrap('request', (send, options) => {
            const { isDownload } = options.request;
            const where = `${options.method} ${this.#placeOf(options)}`;
            const once = async () => {
                const headers = { ...options.headers, 'x-github-api-version': '2022-11-28' };
                const request = { ...options.request, signal: AbortSignal.timeout(30_000) };
                const answer = await Promise.resolve(send({ ...options, headers, request })).catch((cause) => {
                    const { response, message } = cause;
                    if (response === undefined)
                        throw (0,api_answer/* unreachable */.HB)(message ?? String(cause), where, cause);
                    return response;
                });
                const { status, data } = answer;
                if (isDownload && status === 302 && URL.canParse(String(answer.headers.location)))
                    return answer;
                if (status >= 300)
                    throw (0,api_answer/* explain */.WE)(answer, where, this.#needs);
                if (typeof data !== 'object' || data === null)
                    throw (0,api_answer/* unreachable */.HB)('the answer is incomplete or not JSON', where, undefined);
                return answer;
            };
            return isDownload ? once() : this.#patiently(this.#changesNothing(options), once);
        });
        return octokit;
    }
    #placeOf({ baseUrl, url }) {
        const { origin, pathname } = new URL(/^https?:/.test(url) ? url : `${baseUrl}${url}`);
        const { apiUrl, graphqlUrl } = this.#context;
        if ([apiUrl, graphqlUrl].some((own) => new URL(own).origin === origin))
            return `${origin}${pathname}`;
        throw new errors/* ToolError */.v4('GitHub named an address on another host, which must not get the token', { where: origin });
    }
    #changesNothing({ method, url }) {
        return method === 'GET' || url === this.#context.graphqlUrl;
    }
    async #patiently(reads, once) {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await once();
            }
            catch (error) {
                const wait = error instanceof api_answer/* Refused */.Lw ? error.retryAfter : reads && error instanceof api_answer/* Unanswered */.XX ? 0 : undefined;
                const isPatient = wait !== undefined && wait <= LONGEST && this.#waited + wait <= PATIENCE;
                if (error instanceof api_answer/* Unanswered */.XX)
                    error.mayBeDone = !reads;
                if (!isPatient || attempt === ATTEMPTS)
                    throw error;
                await this.pause(attempt, wait);
            }
        }
    }
}
const silent = () => { };
async function loadOctokit() {
    const { GITHUB_EVENT_PATH: path } = process.env;
    delete process.env.GITHUB_EVENT_PATH;
    try {
        return (await Promise.all(/* import() */[__webpack_require__.e("undici"), __webpack_require__.e("actions-github")]).then(__webpack_require__.bind(__webpack_require__, "@actions/github/lib/utils.js"))).GitHub;
    }
    finally {
        if (path !== undefined)
            process.env.GITHUB_EVENT_PATH = path;
    }
}


/***/ }),

/***/ "src/github/api/comment.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/github/api/answer.js");
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/github/api/client.js");



const NEEDS = {
    action: 'comment on the pull request',
    permissions: '{contents: read, id-token: write, pull-requests: write}',
    otherwise: 'The plan is in the step summary.',
};
const PAGES = 30;
const ATTEMPTS = 5;
async function upsertComment(options) {
    const { context, token } = options;
    const pull = context?.pullRequest;
    const number = options.issue ?? pull?.number;
    if (!context?.repository || number === undefined)
        return { done: 'skipped', reason: 'this run belongs to no pull request' };
    if (!token)
        return { done: 'skipped', reason: 'no github_token is given' };
    if (pull?.fork)
        return { done: 'skipped', reason: 'the pull request comes from a fork, whose token may not write' };
    const api = new _client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubApi */ .y(context, token, options.needs ?? NEEDS, options);
    const path = `/repos/${context.repository}/issues`;
    for (let attempt = 1;; attempt += 1) {
        const found = await find(api, `${path}/${number}/comments`, options.marker);
        if (found && normal(found.body) === normal(options.body))
            return { done: 'unchanged', url: found.html_url };
        try {
            const written = await (found
                ? api.call('PATCH', `${path}/comments/${found.id}`, { body: options.body })
                : api.call('POST', `${path}/${number}/comments`, { body: options.body }));
            return { done: found ? 'updated' : 'created', url: written.html_url };
        }
        catch (error) {
            if (!(error instanceof _answer_js__WEBPACK_IMPORTED_MODULE_1__/* .Unanswered */ .XX) || attempt === ATTEMPTS)
                throw error;
            await api.pause(attempt);
        }
    }
}
async function find(api, path, marker) {
    let self;
    let pages = 0;
    for await (const comments of api.pages(path)) {
        for (const comment of comments) {
            if (normal(comment.body).split('\n', 1)[0] !== marker)
                continue;
            self ??= await identity(api);
            if (isSelf(comment, self))
                return comment;
        }
        pages += 1;
        if (pages === PAGES)
            return undefined;
    }
    return undefined;
}
async function identity(api) {
    const answer = await api.call('POST', undefined, { query: 'query { viewer { login } }' });
    const login = answer.data?.viewer?.login;
    if (!login) {
        const why = answer.errors?.[0]?.message;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4(`GitHub does not tell the identity of github_token, so no comment can be edited${why ? ` (${why})` : ''}`, { hint: 'Run the job again.' });
    }
    return login;
}
function isSelf({ user }, self) {
    return user !== null && (user.login === self || (user.type === 'Bot' && user.login === `${self}[bot]`));
}
function normal(body) {
    return (body ?? '').replace(/\r\n/g, '\n').trim();
}


/***/ }),

/***/ "src/github/api/request-branch.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueOfBranch),
/* harmony export */   W: () => (/* binding */ requestBranch)
/* harmony export */ });
function requestBranch(issue) {
    return `access-request/${issue}`;
}
function issueOfBranch(branch) {
    const number = /^access-request\/([1-9]\d{0,14})$/.exec(branch ?? '')?.[1];
    return number === undefined ? undefined : Number(number);
}


/***/ }),

/***/ "src/github/event-command.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ mergedRequest),
/* harmony export */   commandForEvent: () => (/* binding */ commandForEvent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _api_request_branch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/github/api/request-branch.js");


const DEPENDABOT = 'dependabot[bot]';
function commandForEvent(context, immediate = false) {
    if (context === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('This run has no GitHub event', {
            hint: 'In a terminal, name the command: validate, plan, apply, sync-users or destroy.',
        });
    }
    const { eventName, pullRequest } = context;
    if (eventName === 'pull_request') {
        if (context.action === 'closed')
            return ofClosed(context);
        if (pullRequest === undefined || pullRequest.fork) {
            return { command: 'validate', because: 'the pull request comes from a fork, which gets no credentials' };
        }
        if (context.actor === DEPENDABOT) {
            return { command: 'validate', because: 'Dependabot started the run, which gets no credentials' };
        }
        return { command: 'plan', because: `pull request #${pullRequest.number}` };
    }
    if (eventName === 'push' || eventName === 'workflow_dispatch') {
        if (context.onDefaultBranch && immediate) {
            return { command: 'sync-users', because: 'access is to be revoked or given back at once' };
        }
        if (context.onDefaultBranch)
            return { command: 'apply', because: `${eventName} on the default branch` };
        return { command: 'validate', because: `${eventName} on a branch other than the default branch` };
    }
    if (eventName === 'schedule')
        return { command: 'sync-users', because: 'schedule: expired access is revoked' };
    if (eventName === 'issues')
        return { command: 'access-request', because: `issue #${context.issue}` };
    if (eventName === 'merge_group')
        return { command: 'validate', because: 'merge queue' };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`The event ${eventName} starts no command of this action`, {
        hint: eventName === 'pull_request_target'
            ? 'Use pull_request: pull_request_target runs the code of strangers with your credentials.'
            : 'Use pull_request, push, schedule, workflow_dispatch, merge_group or issues, or one of the actions under actions/.',
    });
}
function ofClosed({ pullRequest }) {
    if (pullRequest === undefined || mergedRequest(pullRequest) === undefined) {
        return { command: undefined, because: 'the closed pull request is not a merged access request' };
    }
    return { command: 'access-request', because: `pull request #${pullRequest.number} is merged` };
}
function mergedRequest(pull) {
    if (pull === undefined || !pull.merged || pull.fork)
        return undefined;
    return (0,_api_request_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .issueOfBranch */ .L)(pull.headRef);
}


/***/ })

};
;