"use strict";
exports.id = 945;
exports.ids = [945];
exports.modules = {

/***/ 74945:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
;// CONCATENATED MODULE: ./lib/src/github/output.js





const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const SUMMARY_LIMIT = 1_048_576;
/** Outputs of the composite actions, and which have them; a test holds action.yml and this table together. */
const OUTPUTS = {
    command: ['root'],
    changed: ['root', 'plan', 'apply', 'sync-users', 'destroy'],
    hub_url: ['root', 'apply'],
    summary_path: ['root', 'validate', 'plan', 'apply', 'sync-users', 'destroy'],
};
/** One output as the runner's file format wants it; the delimiter is random, so no value can end it. */
function outputEntry(name, value, delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`) {
    if (!NAME.test(name))
        throw new errors/* ToolError */.v4(`"${name}" is not a name of an output`);
    if (`${name}\n${value}`.includes(delimiter))
        throw new errors/* ToolError */.v4(`The value of output ${name} holds its own delimiter`);
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Sets outputs of the step; without GITHUB_OUTPUT (a terminal) nothing happens. */
async function setOutputs(env, outputs) {
    const path = env.GITHUB_OUTPUT;
    const text = Object.entries(outputs)
        .map(([name, value]) => outputEntry(name, value))
        .join('');
    if (path && text !== '')
        await (0,promises_.appendFile)(path, text);
}
/**
 * Adds Markdown to the summary of the step; without GITHUB_STEP_SUMMARY (a terminal) nothing happens.
 * `shorten` cuts what is longer than GitHub takes; it knows Markdown, which this file does not.
 */
async function addSummary(env, markdown, shorten) {
    const path = env.GITHUB_STEP_SUMMARY;
    if (!path)
        return;
    const note = '*Cut here: too long for a step summary. The file of the output `summary_path` has all of it.*';
    await (0,promises_.appendFile)(path, `${shorten(markdown, SUMMARY_LIMIT - 1, note).replace(/\n*$/, '')}\n`);
}
/**
 * Keeps the summary as a file for later steps, such as an upload, and gives its path. The file lies in a folder of
 * its own under RUNNER_TEMP, which the runner empties after the job; the folders that a run sweeps have another name.
 */
async function keepSummary(env, markdown) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'jupyterhub-summary-'));
    const path = (0,external_node_path_.join)(folder, 'summary.md');
    await (0,promises_.writeFile)(path, markdown, { mode: 0o600 });
    return path;
}

// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(37063);
;// CONCATENATED MODULE: ./lib/src/commands/publish.js


/** Hands the results of a run to the workflow: outputs of the step, its summary, and the summary as a file. */
async function publish(env, outputs, summary) {
    if (summary === undefined)
        return setOutputs(env, outputs);
    await addSummary(env, summary, markdown/* truncate */.xv);
    await setOutputs(env, { ...outputs, summary_path: await keepSummary(env, summary) });
}


/***/ }),

/***/ 37063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   W$: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   _W: () => (/* binding */ shortEmails),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   dp: () => (/* binding */ byteLength),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   xv: () => (/* binding */ truncate),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony export stripAnsi */
/** GitHub refuses comments with more characters than this. We count bytes, which are never fewer. */
const COMMENT_LIMIT = 65_536;
// CSI and OSC sequences, then any other escape of two characters.
const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(`${ESCAPE}\\[[0-?]*[ -/]*[@-~]|${ESCAPE}\\][^\\u0007${ESCAPE}]*(?:\\u0007|${ESCAPE}\\\\)?|${ESCAPE}[@-Z\\\\-_]?`, 'g');
// Characters that draw nothing or turn the direction of text can make a line read otherwise than it is.
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** The text without the colours and cursor movements of a terminal. */
function stripAnsi(text) {
    return text.replace(ANSI, '');
}
/** The text without terminal escapes and with every unseen character made visible as `�`; line ends become `\n`. */
function visible(text) {
    return stripAnsi(text)
        .replace(/\r\n?/g, '\n')
        .replace(/[\u200d\ufe0f]/g, '') // joiners and variants of emoji: harmless and common in names
        .replace(UNSEEN, '\ufffd');
}
/** One line of at most `limit` characters, for places where a text must not spread. */
function oneLine(text, limit = 300) {
    const line = visible(text).replace(/\s+/g, ' ').trim();
    const characters = [...line];
    return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}
/** E-mail addresses in the text reduced to `a…e@acme.dev`, for places that anybody can read. */
function shortEmails(text) {
    return text.replace(/([\p{L}\p{N}._%+'-]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu, (_, local, domain) => {
        const letters = [...local];
        return letters.length > 2 ? `${letters[0]}…${letters.at(-1)}@${domain}` : `…@${domain}`;
    });
}
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
const BREAK = '\u200b';
// GitHub links these in the rendered text, where no escape of Markdown helps; a zero-width space parts them.
function breakLinks(text) {
    return text
        .replace(/@/g, `@${BREAK}`)
        .replace(/#(?=\d)/g, `#${BREAK}`)
        .replace(/:\/\//g, `:${BREAK}//`)
        .replace(/(www)\./gi, `$1${BREAK}.`)
        .replace(/(mailto|xmpp):/gi, `$1:${BREAK}`)
        .replace(/(GH)-(?=\d)/gi, `$1-${BREAK}`);
}
/**
 * Text from outside as prose of one line: no Markdown, HTML, mention, link or issue reference in it comes to life.
 * Character references are used, since GFM never reads those as syntax, also not inside tables.
 */
function prose(text, limit = 1000) {
    return breakLinks(oneLine(text, limit))
        .replace(/[\\`*_{}[\]()<>!|&~$^=#\u200b]/g, entity)
        .replace(/^[-+]/, entity)
        .replace(/^(\d+)([.)])/, (_, digits, mark) => `${digits}${entity(mark)}`);
}
/** Text from outside as code of one line; safe in paragraphs and in table cells. */
function code(text, limit = 300) {
    const line = oneLine(text, limit);
    if (line === '')
        return '*empty*';
    // A pipe ends a table cell even inside backticks, so such text takes the HTML form, where references work.
    if (!/[`|]/.test(line))
        return `\`${line}\``;
    return `<code>${breakLinks(line).replace(/[^\p{L}\p{N} .,;/@:-]/gu, entity)}</code>`;
}
/** Text from outside as a block of several lines that no line of it can end. */
function fence(text, language = '') {
    const body = visible(text).replace(/\n+$/, '');
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const ticks = '`'.repeat(longest + 1);
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** A table of cells that are Markdown already; what would end a cell or row is taken out as a last line of defence. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '&#124;').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
/** A folded part; `title` and `body` are Markdown or HTML already. */
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** Bytes of the text as GitHub stores it. */
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
/**
 * Cuts Markdown at a line so that it has at most `limit` bytes, closes the fences and folded parts that were open,
 * and ends with `note`, which says where the rest is. A text that fits is returned as it is.
 */
function truncate(markdown, limit, note) {
    if (byteLength(markdown) <= limit)
        return markdown;
    const kept = [];
    let size = 0;
    let open = { fence: '', folds: 0 };
    for (const line of markdown.split('\n')) {
        const next = follow(open, line);
        const more = size + byteLength(line) + 1;
        if (more + byteLength(ending(next, note)) > limit)
            break;
        kept.push(line);
        size = more;
        open = next;
    }
    return kept.join('\n') + ending(open, note);
}
function follow(open, line) {
    const ticks = /^`{3,}/.exec(line)?.[0] ?? '';
    if (open.fence !== '')
        return ticks.length >= open.fence.length && line === ticks ? { ...open, fence: '' } : open;
    if (ticks !== '')
        return { ...open, fence: ticks };
    // Only whole lines of ours count: the same words in a cell are text from outside.
    if (line.startsWith('<details>'))
        return { ...open, folds: open.folds + 1 };
    return line === '</details>' ? { ...open, folds: open.folds - 1 } : open;
}
function ending(open, note) {
    return `${open.fence === '' ? '' : `\n${open.fence}`}\n\n${note}\n${'\n</details>\n'.repeat(open.folds)}`;
}


/***/ })

};
;