"use strict";
exports.id = "adoption-patch";
exports.ids = ["adoption-patch"];
exports.modules = {

/***/ "src/access/edit/adoption-patch.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adoptionPatch: () => (/* binding */ adoptionPatch)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/access/iap/adoption.js
var adoption = __webpack_require__("src/access/iap/adoption.js");
// EXTERNAL MODULE: ./lib/src/access/iap/policy.js
var policy = __webpack_require__("src/access/iap/policy.js");
// EXTERNAL MODULE: ./lib/src/access/iap/desired.js
var desired = __webpack_require__("src/access/iap/desired.js");
// EXTERNAL MODULE: ./lib/src/access/users/load.js + 6 modules
var load = __webpack_require__("src/access/users/load.js");
// EXTERNAL MODULE: ./lib/src/access/edit/entry-text.js
var entry_text = __webpack_require__("src/access/edit/entry-text.js");
// EXTERNAL MODULE: ./lib/src/access/edit/insert.js
var insert = __webpack_require__("src/access/edit/insert.js");
;// CONCATENATED MODULE: ./lib/src/access/edit/add-entries.js






const BOM = '\uFEFF';
const LIST_KEYS = {
    person: 'users',
    group: 'googleGroups',
    serviceAccount: 'serviceAccounts',
    domain: 'domains',
};
function addEntries(text, path, entries) {
    const known = keysOf(text, path);
    const fresh = entries.filter((entry) => !known.has((0,policy/* memberKey */.S7)((0,desired/* iamMember */.kz)(entry))));
    if (fresh.length === 0)
        return text;
    const expected = new Set([...known, ...fresh.map((entry) => (0,policy/* memberKey */.S7)((0,desired/* iamMember */.kz)(entry)))]);
    const result = extended(text, fresh);
    const found = result === undefined ? known : keysOf(result, path);
    const isComplete = found.size === expected.size && [...expected].every((key) => found.has(key));
    if (result !== undefined && isComplete)
        return result;
    throw new errors/* ToolError */.v4(`The entries cannot be added to ${path} automatically`, {
        where: path,
        hint: `Add them yourself: ${fresh.map(({ kind, name }) => `${LIST_KEYS[kind]}: ${name}`).join(', ')}`,
    });
}
function keysOf(text, path) {
    return new Set((0,load/* loadUsers */.T)([{ path, text }]).principals.map((one) => (0,policy/* memberKey */.S7)((0,desired/* iamMember */.kz)(one))));
}
function extended(text, entries) {
    const mark = text.startsWith(BOM) ? BOM : '';
    let body = text.slice(mark.length);
    for (const kind of Object.keys(policy/* IAM_PREFIXES */.Fr)) {
        const names = new Set(entries.filter((entry) => entry.kind === kind).map(({ name }) => name));
        if (names.size === 0)
            continue;
        const values = [...names].sort(policy/* compareText */.n6).map((name) => (kind === 'domain' ? { domain: name } : { email: name }));
        body = (0,insert/* insertEntries */.A)(body, LIST_KEYS[kind], undefined, (style) => values.map((value) => (0,entry_text/* entryText */.u)(value, style)));
        if (body === undefined)
            return undefined;
    }
    return mark + body;
}

;// CONCATENATED MODULE: ./lib/src/access/edit/unified-diff.js
const CONTEXT = 3;
function unifiedDiff(before, after, path) {
    const lines = align(linesOf(before), linesOf(after));
    const hunks = hunksOf(lines);
    if (hunks.length === 0)
        return '';
    return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}
function linesOf(text) {
    return text === '' ? [] : text.split(/(?<=\n)/);
}
function align(before, after) {
    const lines = [];
    let next = 0;
    for (const text of before) {
        const found = after.indexOf(text, next);
        if (found === -1) {
            lines.push({ sign: '-', text });
            continue;
        }
        for (; next < found; next += 1)
            lines.push({ sign: '+', text: after[next] ?? '' });
        lines.push({ sign: ' ', text });
        next += 1;
    }
    for (; next < after.length; next += 1)
        lines.push({ sign: '+', text: after[next] ?? '' });
    return lines;
}
function hunksOf(lines) {
    const hunks = [];
    let [oldLine, newLine] = [1, 1];
    for (let at = 0; at < lines.length;) {
        const end = hunkEnd(lines, at);
        if (end === undefined) {
            if (lines[at]?.sign !== '+')
                oldLine += 1;
            if (lines[at]?.sign !== '-')
                newLine += 1;
            at += 1;
            continue;
        }
        const part = lines.slice(at, end);
        const olds = part.filter(({ sign }) => sign !== '+').length;
        const news = part.filter(({ sign }) => sign !== '-').length;
        const start = (line, count) => `${count === 0 ? line - 1 : line},${count}`;
        hunks.push(`@@ -${start(oldLine, olds)} +${start(newLine, news)} @@\n${part.map(written).join('')}`);
        oldLine += olds;
        newLine += news;
        at = end;
    }
    return hunks;
}
function hunkEnd(lines, at) {
    let end;
    let plain = 0;
    for (let i = at; i < lines.length; i += 1) {
        if (lines[i]?.sign === ' ') {
            plain += 1;
            if (plain > (end === undefined ? CONTEXT : 2 * CONTEXT))
                break;
        }
        else {
            plain = 0;
            end = i + 1;
        }
    }
    return end === undefined ? undefined : Math.min(lines.length, end + CONTEXT);
}
function written({ sign, text }) {
    return text.endsWith('\n') ? `${sign}${text}` : `${sign}${text}\n\\ No newline at end of file\n`;
}

;// CONCATENATED MODULE: ./lib/src/access/edit/adoption-patch.js





function adoptionPatch(members, usersFileText, path) {
    if (/\.csv$/i.test(path)) {
        throw new errors/* ConfigurationError */.j1('Members can be adopted into a YAML users file only, but this one is CSV', {
            where: path,
            hint: 'List a YAML file under users as well; it need not exist yet.',
        });
    }
    const entries = [];
    const notes = [];
    const seen = new Set();
    for (const member of [...members].sort(policy/* compareText */.n6)) {
        const key = (0,policy/* memberKey */.S7)(member);
        if (seen.has(key))
            continue;
        seen.add(key);
        const entry = entryOrNote(member);
        if (typeof entry === 'string')
            notes.push(entry);
        else
            entries.push(entry);
    }
    const text = addEntries(usersFileText, path, entries);
    return { text, diff: unifiedDiff(usersFileText, text, path), notes };
}
function entryOrNote(member) {
    const kind = (0,policy/* memberKind */.RO)(member);
    const name = JSON.stringify(member);
    if (kind === 'public')
        return `${name} is everybody and is not adopted; the first run removes it.`;
    if (kind === 'deleted')
        return `${name} is a deleted account and is not adopted.`;
    const entry = (0,adoption/* entryForMember */.u)(member);
    if (typeof entry !== 'string')
        return entry;
    return `${name} cannot be listed in a users file. ${entry} The first sync is refused until you remove it yourself; a later sync removes it. access: {mode: additive} keeps it.`;
}


/***/ }),

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


/***/ })

};
;