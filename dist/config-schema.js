"use strict";
exports.id = "config-schema";
exports.ids = ["config-schema"];
exports.modules = {

/***/ "src/access/users/day.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ lastDay),
/* harmony export */   PV: () => (/* binding */ dayAfter),
/* harmony export */   kb: () => (/* binding */ dayOf)
/* harmony export */ });
/* harmony import */ var _grammar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/access/users/grammar.js");

function dayAfter(day, timezone = 'UTC') {
    if (last?.day !== day || last.timezone !== timezone)
        last = { day, timezone, end: compute(day, timezone) };
    return last.end;
}
const MINUTE = 60_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FIRST = '1900-01-01';
const LAST = '9998-12-31';
let last;
function compute(day, timezone) {
    if (!DAY.test(day) || day < FIRST || day > LAST || !(0,_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .isCalendarDay */ .Lk)(day))
        return undefined;
    const start = new Date(`${day}T00:00:00Z`);
    start.setUTCDate(start.getUTCDate() + 1);
    if (timezone === 'UTC')
        return start.toISOString().replace('.000Z', 'Z');
    const guess = start.getTime() - offsetAt(start.getTime(), timezone) * MINUTE;
    const end = start.getTime() - offsetAt(guess, timezone) * MINUTE;
    return withOffset(end, offsetAt(end - 1, timezone));
}
function offsetAt(instant, timezone) {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
    const name = parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes = '0'] = /GMT([+-])(\d{2})(?::(\d{2}))?/.exec(name) ?? [];
    return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
function withOffset(instant, offset) {
    const local = new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
    const twoDigits = (value) => String(value).padStart(2, '0');
    const size = Math.abs(offset);
    return `${local}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
function dayOf(instant, timezone = 'UTC') {
    const offset = timezone === 'UTC' ? 0 : offsetAt(instant.getTime(), timezone);
    return new Date(instant.getTime() + offset * MINUTE).toISOString().slice(0, 10);
}
function lastDay(until) {
    const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(until) ?? [];
    const last = Date.parse(until) - 1;
    const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    return new Date(last + offset * MINUTE).toISOString().slice(0, 10);
}


/***/ }),

/***/ "src/access/users/email.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H4: () => (/* binding */ isServiceAccount),
/* harmony export */   RM: () => (/* binding */ addressFault),
/* harmony export */   xU: () => (/* binding */ sameAddress)
/* harmony export */ });
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/access/users/grammar.js");


const PUBLIC = /^(allUsers|allAuthenticatedUsers)$/i;
const PREFIX = /^(user|group|serviceAccount|domain|deleted|principal|principalSet|projectOwner|projectEditor|projectViewer):/i;
const LISTS = new Map([
    ['user', { key: 'users', kind: 'person' }],
    ['group', { key: 'googleGroups', kind: 'group' }],
    ['serviceaccount', { key: 'serviceAccounts', kind: 'serviceAccount' }],
    ['domain', { key: 'domains', kind: 'domain' }],
]);
const EXAMPLE = 'Write the address of a Google account, such as ada@acme.dev.';
function addressFault(kind, text) {
    const fault = textFault(kind, text);
    if (fault !== undefined)
        return fault;
    if (kind === 'domain')
        return domainFault(text);
    return emailFault(text) ?? kindFault(kind, text);
}
function sameAddress(text) {
    const [local = '', domain = ''] = text.toLowerCase().split('@');
    if (domain !== 'gmail.com' && domain !== 'googlemail.com')
        return text.toLowerCase();
    return `${local.replaceAll('.', '')}@gmail.com`;
}
function wrong(message, hint = EXAMPLE) {
    return { rule: 'person-format', message, hint };
}
function prefixHint(kind, prefix, name) {
    const list = LISTS.get(prefix);
    if (list === undefined)
        return 'Only people, Google groups, service accounts and domains can be listed.';
    if (list.kind === kind)
        return `Write it without "${prefix}:".`;
    return `List it in a YAML users file under ${list.key}, as ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name.trim())}.`;
}
function textFault(kind, text) {
    const prefix = PREFIX.exec(text)?.[1]?.toLowerCase();
    if (PUBLIC.test(text.trim()) || prefix === 'deleted') {
        const message = `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} can never be granted access.`;
        return { rule: 'public-access', message, hint: 'List people one by one.' };
    }
    if (prefix !== undefined) {
        return wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a plain address.`, prefixHint(kind, prefix, text.slice(prefix.length + 1)));
    }
    if (/\s/.test(text))
        return wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} contains a space.`);
    const foreign = /[^\x21-\x7e]/u.exec(text)?.[0];
    if (foreign !== undefined) {
        const code = (foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        return wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} contains the character U+${code}, which is not plain ASCII.`, 'Type the address again; the letter may only look like a Latin one.');
    }
    return undefined;
}
function emailFault(text) {
    const [local = '', domain = '', ...more] = text.split('@');
    if (local === '' || domain === '' || more.length > 0)
        return wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not an e-mail address.`);
    if ((0,_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .isTooLong */ .pn)(text))
        return wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is too long for an e-mail address.`);
    if (!(0,_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .isAddress */ .PW)(text))
        return wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} cannot be the e-mail address of a Google account.`);
    return undefined;
}
function isServiceAccount(address) {
    return address.toLowerCase().endsWith('.gserviceaccount.com');
}
function kindFault(kind, text) {
    const isAccount = isServiceAccount(text);
    if (isAccount === (kind === 'serviceAccount'))
        return undefined;
    return isAccount
        ? wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is a service account.`, 'List it under serviceAccounts.')
        : wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a service account.`, 'A service account ends with .gserviceaccount.com; list people under users.');
}
function domainFault(text) {
    if (text.includes('@'))
        return wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is an e-mail address, not a domain.`, 'Write the domain alone, such as acme.dev.');
    if ((0,_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .isDomain */ .l0)(text))
        return undefined;
    return wrong(`${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a domain.`, 'Write a domain such as acme.dev.');
}


/***/ }),

/***/ "src/access/users/grammar.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ isCalendarDay),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   dJ: () => (/* binding */ isGroupName),
/* harmony export */   l0: () => (/* binding */ isDomain),
/* harmony export */   om: () => (/* binding */ MAX_GROUPS),
/* harmony export */   pn: () => (/* binding */ isTooLong),
/* harmony export */   uZ: () => (/* binding */ isInstant)
/* harmony export */ });
const LOCAL = /^[a-z0-9_'&~+=-]+(\.[a-z0-9_'&~+=-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i;
const GROUP = /^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$/;
const INSTANT = /^((?:19|[2-9]\d)\d{2}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3}|\.\d{6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
const MAX_LABEL = 63;
const MAX_GROUPS = 100;
function isAddress(text) {
    const at = text.indexOf('@');
    if (at === -1 || isTooLong(text))
        return false;
    return LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1));
}
function isTooLong(address) {
    const at = address.indexOf('@');
    return address.length > MAX_ADDRESS || at > MAX_LOCAL || hasLongLabel(address.slice(at + 1));
}
function isDomain(text) {
    return text.length <= MAX_DOMAIN && DOMAIN.test(text) && !hasLongLabel(text);
}
function isGroupName(text) {
    return GROUP.test(text);
}
function isInstant(text) {
    const day = INSTANT.exec(text)?.[1];
    return day !== undefined && isCalendarDay(day);
}
function isCalendarDay(day) {
    const start = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(start.getTime()) && start.toISOString().slice(0, 10) === day;
}
function hasLongLabel(domain) {
    return domain.split('.').some((label) => label.length > MAX_LABEL);
}


/***/ }),

/***/ "src/access/users/load.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ listedPeople),
  T: () => (/* binding */ loadUsers)
});

// EXTERNAL MODULE: ./lib/src/config/diagnostic.js + 1 modules
var diagnostic = __webpack_require__("src/config/diagnostic.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/access/users/day.js
var day = __webpack_require__("src/access/users/day.js");
// EXTERNAL MODULE: ./lib/src/access/users/grammar.js
var grammar = __webpack_require__("src/access/users/grammar.js");
;// CONCATENATED MODULE: ./lib/src/access/users/day-hint.js

const PLAIN = 'Write the last day of access, such as 2027-06-30.';
const NO_END = /^(-+|n\/?a|none|null|never|no|no end|unlimited|permanent|always|forever|open|∞)$/i;
function dayHint(written) {
    const text = written.trim();
    if (NO_END.test(text) || text.startsWith('9999'))
        return 'Leave it out: access then has no end.';
    const readings = [...new Set(readingsOf(text))].filter(grammar/* isCalendarDay */.Lk);
    if (readings.length > 0)
        return `Write ${readings.join(' or ')}.`;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
        return 'Write a day as YYYY-MM-DD, from 1900 to 9998.';
    const serial = /^\d{5}(\.\d+)?$/.test(text) ? new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text)))) : undefined;
    return serial === undefined
        ? PLAIN
        : `This may be a spreadsheet's number for ${serial.toISOString().slice(0, 10)}. Format the column as YYYY-MM-DD before the export.`;
}
function readingsOf(text) {
    const iso = (year, month, day) => `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\.?$/.exec(text);
    if (yearLast !== null) {
        const [, first = '', second = '', year = ''] = yearLast;
        return [iso(year, second, first), iso(year, first, second)];
    }
    const yearFirst = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
        /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
        /^(\d{4})(-)(\d{2})-(\d{2})[T ]\d/.exec(text);
    if (yearFirst !== null) {
        const [, year = '', , month = '', day = ''] = yearFirst;
        return [iso(year, month, day)];
    }
    if (!/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.test(text) || !/\b\d{4}\b/.test(text))
        return [];
    const time = Date.parse(`${text.replace(/(\d)(st|nd|rd|th)\b/i, '$1')} UTC`);
    return Number.isNaN(time) ? [] : [new Date(time).toISOString().slice(0, 10)];
}

// EXTERNAL MODULE: ./lib/src/access/users/email.js
var email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: ./lib/src/config/schema/check.js + 1 modules
var schema_check = __webpack_require__("src/config/schema/check.js");
// EXTERNAL MODULE: ./lib/src/config/schema/unsupported.js
var unsupported = __webpack_require__("src/config/schema/unsupported.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/locate.js
var yaml_locate = __webpack_require__("src/config/yaml/locate.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/source.js + 3 modules
var source = __webpack_require__("src/config/yaml/source.js");
// EXTERNAL MODULE: ./lib/src/config/suggest.js
var suggest = __webpack_require__("src/config/suggest.js");
;// CONCATENATED MODULE: ./lib/src/access/users/csv.js

const DELIMITERS = [',', ';', '\t'];
const MAX_COLUMNS = 500;
const TITLE_LINES = 5;
const MAX_FAULTS = 100;
const CONTROL = /[^\t\n\r\u0020-\u007E\u0080-\uFFFF]/;
const QUOTES = 'Close the quotation mark. Inside a quoted cell write it twice.';
function readCsv(text, expectedColumn) {
    const control = CONTROL.exec(text);
    if (control !== null)
        return brokenTable(controlFault(text, control.index));
    const [mark = '', named] = /^"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(text) ?? [];
    const start = mark.length;
    const delimiter = named ?? findDelimiter(text, start, columnName(expectedColumn));
    const head = nextLine(text, start, delimiter, MAX_COLUMNS);
    if (head === undefined) {
        const hint = 'Start with a line that names the columns, such as: email,groups,until';
        return brokenTable({ rule: 'empty-file', message: 'The file has no content.', hint, start: 0, end: 1 });
    }
    const fault = titleFault(text, head, expectedColumn) ?? head.fault ?? headerFault(head);
    if (fault !== undefined)
        return brokenTable(fault);
    const rows = [];
    const faults = [];
    for (let from = head.next; faults.length < MAX_FAULTS;) {
        const line = nextLine(text, from, delimiter, head.count);
        if (line === undefined)
            break;
        const rowFault = line.fault ?? countFault(line, head.count);
        if (rowFault === undefined)
            rows.push(line.cells);
        else
            faults.push(rowFault);
        from = line.next;
    }
    return { header: head.cells, rows, faults };
}
function columnName(text) {
    return text.trim().toLowerCase().normalize('NFC');
}
function brokenTable(fault) {
    return { header: [], rows: [], faults: [fault] };
}
function controlFault(text, offset) {
    const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
    const message = `The file contains the control character U+${code}.`;
    const hint = 'Remove it; most editors hide it. Export a spreadsheet as "CSV UTF-8".';
    return { rule: 'control-character', message, hint, start: offset, end: offset + 1 };
}
function headerFault({ cells, count }) {
    const all = { start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 1 };
    if (count > MAX_COLUMNS) {
        const message = `The header has ${count} columns; the limit is ${MAX_COLUMNS}.`;
        return { rule: 'csv-column', message, hint: 'Remove columns that are not needed.', ...all };
    }
    if (cells.every(({ text }) => text === '')) {
        const hint = 'Name the columns in the first line, such as: email,groups,until';
        return { rule: 'csv-column', message: 'The header names no column.', hint, ...all };
    }
    const seen = new Set();
    for (const { text, start, end } of cells) {
        const name = columnName(text);
        if (name !== '' && seen.has(name)) {
            const message = `The header has the column ${(0,config_text/* quoted */.TL)(text)} twice.`;
            return { rule: 'csv-column', message, hint: 'Keep or rename one of the two.', start, end };
        }
        seen.add(name);
    }
    return undefined;
}
function countFault({ cells, count }, expected) {
    if (count === expected)
        return undefined;
    const message = `The row has ${count} ${count === 1 ? 'cell' : 'cells'}, but the header has ${expected}.`;
    const hint = count > expected
        ? 'Put quotation marks around a cell that contains the delimiter.'
        : 'Give the row a cell for each column; it may be empty.';
    return { rule: 'csv-syntax', message, hint, start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 1 };
}
function titleFault(text, head, expectedColumn) {
    const expected = columnName(expectedColumn);
    const hasColumn = (line) => line.cells.some((cell) => columnName(cell.text) === expected);
    if (hasColumn(head))
        return undefined;
    let from = head.next;
    for (let looked = 0; looked < TITLE_LINES; looked += 1) {
        const lines = DELIMITERS.flatMap((delimiter) => nextLine(text, from, delimiter, MAX_COLUMNS) ?? []);
        const [first] = lines;
        if (first === undefined)
            return undefined;
        const header = lines.find(hasColumn);
        const start = header?.cells[0]?.start;
        if (start === undefined) {
            from = first.next;
            continue;
        }
        const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
        const message = `The header has no column ${(0,config_text/* quoted */.TL)(expectedColumn)}, but line ${line} has it.`;
        const hint = `Remove everything above line ${line}: the first line must name the columns.`;
        return { rule: 'csv-column', message, hint, start: head.cells[0]?.start ?? 0, end: head.cells.at(-1)?.end ?? 1 };
    }
    return undefined;
}
function findDelimiter(text, start, expectedColumn) {
    let best = ',';
    let most = -1;
    for (const delimiter of DELIMITERS) {
        const line = nextLine(text, start, delimiter, MAX_COLUMNS);
        const isValid = line !== undefined && line.fault === undefined;
        const hasColumn = isValid && line.cells.some((cell) => columnName(cell.text) === expectedColumn);
        const score = (line?.count ?? 0) + (hasColumn ? text.length + 1 : 0);
        if (score > most) {
            best = delimiter;
            most = score;
        }
    }
    return best;
}
function nextLine(text, from, delimiter, limit) {
    for (let start = from; start < text.length;) {
        const cells = [];
        let count = 0;
        let fault;
        let cut;
        do {
            cut = cutCell(text, start, delimiter);
            count += 1;
            if (count <= limit)
                cells.push(cut.cell);
            fault ??= cut.fault;
            start = cut.next;
        } while (!cut.isLast);
        const isBlank = count === 1 && cut.cell.start === cut.cell.end;
        if (!isBlank)
            return { cells, count, next: start, fault };
    }
    return undefined;
}
function cutCell(text, from, delimiter) {
    const start = skipSpaces(text, from, delimiter);
    const inQuotes = text[start] === '"' ? cutQuoted(text, start) : undefined;
    const rest = inQuotes === undefined ? start : skipSpaces(text, inQuotes.cell.end, delimiter);
    let end = rest;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
        end += 1;
    const isLast = text[end] !== delimiter;
    const next = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (inQuotes !== undefined) {
        const more = { rule: 'csv-syntax', message: 'Text follows a closing quotation mark.', hint: QUOTES };
        const fault = inQuotes.fault ?? (end > rest ? { ...more, start: rest, end } : undefined);
        return { cell: inQuotes.cell, fault, isLast, next };
    }
    let last = end;
    while (last > start && isSpace(text[last - 1]))
        last -= 1;
    return { cell: { text: text.slice(start, last), start, end: last }, fault: undefined, isLast, next };
}
function cutQuoted(text, start) {
    let close = text.indexOf('"', start + 1);
    while (close !== -1 && text[close + 1] === '"')
        close = text.indexOf('"', close + 2);
    const end = close === -1 ? text.length : close + 1;
    const inner = text.slice(start + 1, close === -1 ? end : close).replaceAll('""', '"');
    const cell = { text: inner, start, end };
    if (close !== -1)
        return { cell, fault: undefined };
    const message = 'The quotation mark that opens here is never closed.';
    return { cell, fault: { rule: 'csv-syntax', message, hint: QUOTES, start, end: start + 1 } };
}
function skipSpaces(text, from, delimiter) {
    let at = from;
    while (at < text.length && text[at] !== delimiter && isSpace(text[at]))
        at += 1;
    return at;
}
function isSpace(character) {
    return character === ' ' || character === '\t';
}

;// CONCATENATED MODULE: ./lib/src/access/users/csv-entries.js





const MAX_LINES = 20_000;
const TOO_MANY = 'One hub takes some 15,000 people by name, in however many files. For more, list their domain or a Google group, or leave rows out that are no people.';
const FIELDS = ['email', 'groups', 'until', 'note'];
function csvEntries(file, columns) {
    const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
    const locate = (0,config_location/* rangeLocator */.qS)(file.path, text.replace(/\r(?!\n)/g, '\n'));
    const diagnostics = [];
    const fail = ({ start, end }, rule, message, hint, absent = false) => {
        const more = { severity: 'error', rule, message, hint, ...(absent ? { absent } : {}) };
        diagnostics.push({ ...locate(start, end), ...more });
    };
    if (tooManyLines(text)) {
        fail({ start: 0, end: 1 }, 'too-large', `The file has more than ${MAX_LINES} lines.`, TOO_MANY, true);
        return { entries: [], diagnostics, locate };
    }
    const table = readCsv(text, columns?.email ?? 'email');
    for (const fault of table.faults)
        fail(fault, fault.rule, fault.message, fault.hint, fault.rule === 'empty-file');
    const found = table.header.length === 0 ? undefined : findColumns(table.header, columns, fail);
    const all = found === undefined ? [] : table.rows.flatMap((row) => entryOf(row, found));
    const entries = all.filter(({ email }) => email.text !== '');
    const without = all.filter(({ email }) => email.text === '');
    if (without[0] !== undefined) {
        const { email } = without[0];
        const rows = without.length === 1
            ? '1 row has no e-mail address and is'
            : `${without.length} rows have no e-mail address and are`;
        diagnostics.push({
            ...locate(email.start, email.end),
            severity: 'note',
            rule: 'csv-no-address',
            message: `${rows} left out.`,
            hint: 'Write an address in the row if it is one of a person.',
        });
    }
    return { entries, diagnostics: (0,diagnostic/* orderFindings */.$t)(diagnostics), locate };
}
function findColumns(header, columns, fail) {
    const names = header.map(({ text }) => columnName(text));
    const expected = new Map(FIELDS.map((field) => [field, columns?.[field] ?? field]));
    const found = new Map();
    let isValid = true;
    const failHeader = (...fault) => {
        isValid = false;
        fail(...fault);
    };
    for (const [field, name] of expected) {
        const index = names.indexOf(columnName(name));
        if (index !== -1)
            found.set(field, index);
        else if (columns?.[field] !== undefined)
            reportMissing(header, field, name, failHeader);
    }
    if (columns === undefined)
        reportTypos(header, found, failHeader);
    const admin = names.indexOf('admin');
    if (admin !== -1 && ![...found.values()].includes(admin)) {
        failHeader(header[admin] ?? wholeHeader(header), 'csv-column', 'Administrators cannot be listed in CSV.', 'Remove the column, and list administrators in a YAML file, where each line is reviewed.');
    }
    if (isValid && !found.has('email'))
        reportMissing(header, 'email', 'email', failHeader);
    return isValid ? found : undefined;
}
function reportMissing(header, field, name, fail) {
    const texts = header.map(({ text }) => text).filter((text) => text !== '');
    const list = `${texts
        .slice(0, 12)
        .map((text) => (0,config_text/* quoted */.TL)(text))
        .join(', ')}${texts.length > 12 ? ', …' : ''}`;
    const message = `The header has no column ${(0,config_text/* quoted */.TL)(name)}.${(0,suggest/* didYouMean */.a)(name, texts)}`;
    const hasNoHeader = texts.some((text) => text.includes('@'));
    const hint = hasNoHeader
        ? `Add a first line that names the columns, such as: email`
        : `Its columns: ${list}. Rename one, or name it in the configuration: columns: {${field}: HEADER}`;
    fail(wholeHeader(header), 'csv-column', message, hint, true);
}
function reportTypos(header, found, fail) {
    const open = FIELDS.filter((field) => !found.has(field));
    const taken = new Set(found.values());
    for (const [index, cell] of header.entries()) {
        const field = taken.has(index) ? undefined : (0,suggest/* suggest */.Z)(cell.text, open);
        if (field === undefined)
            continue;
        const message = `Unknown column ${(0,config_text/* quoted */.TL)(cell.text)}. Did you mean "${field}"?`;
        const hint = `Rename it, or say which column is which in the configuration, such as: columns: {email: "E-Mail"}`;
        fail(cell, 'csv-column', message, hint);
    }
}
function wholeHeader(header) {
    return { start: header[0]?.start ?? 0, end: header.at(-1)?.end ?? 1 };
}
function entryOf(row, found) {
    if (row.every(({ text }) => text === ''))
        return [];
    const cell = (field) => row[found.get(field) ?? -1];
    const [email, until, note] = [cell('email'), cell('until'), cell('note')];
    if (email === undefined)
        return [];
    return [
        {
            email,
            groups: splitGroups(cell('groups')),
            ...(until === undefined || until.text === '' ? {} : { until }),
            ...(note === undefined || note.text === '' ? {} : { note }),
        },
    ];
}
function splitGroups(cell) {
    if (cell === undefined)
        return [];
    const { text, start, end } = cell;
    const quotes = end - start - text.length;
    const shift = quotes === 0 ? start : start + 1;
    return [...text.matchAll(/[^\s,;]+/g)].map(({ 0: name, index }) => {
        if (quotes !== 0 && quotes !== 2)
            return { ...cell, text: name, cell: text };
        return { text: name, start: shift + index, end: shift + index + name.length, cell: text };
    });
}
function tooManyLines(text) {
    let lines = 0;
    for (const _end of text.matchAll(/\r\n|\r|\n/g)) {
        lines += 1;
        if (lines > MAX_LINES)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/src/access/users/entries.js







const LISTS = [
    ['users', 'person', 'email'],
    ['googleGroups', 'group', 'email'],
    ['serviceAccounts', 'serviceAccount', 'email'],
    ['domains', 'domain', 'domain'],
];
function readEntries(file, check) {
    return /\.csv$/i.test(file.path) ? fromCsv(file, check) : fromYaml(file, check);
}
function fromYaml(file, check) {
    const { tree, diagnostics } = (0,source/* parseSource */.P)(file);
    if (tree === undefined)
        return (0,diagnostic/* orderFindings */.$t)(diagnostics);
    const locate = (0,yaml_locate/* locator */.f)(tree);
    const fromSchema = [];
    (0,schema_check/* checkSchema */._)('users', tree, locate, (0,config_location/* createReport */.LU)(fromSchema));
    if (tree.items !== undefined) {
        const hint = 'Write "users:" above the list, and indent the list below it.';
        return (0,diagnostic/* orderFindings */.$t)([...diagnostics, ...fromSchema.map((one) => ({ ...one, hint: one.hint ?? hint }))]);
    }
    const found = [];
    const report = (0,config_location/* createReport */.LU)(found);
    for (const [key, kind, field] of LISTS) {
        for (const [index, item] of ((0,yaml_locate/* treeAt */.S)(tree, [key])?.items ?? []).entries()) {
            const path = [key, index];
            const isText = item.entries === undefined;
            const text = (isText ? item : (0,yaml_locate/* treeAt */.S)(item, [field]))?.value;
            if (typeof text !== 'string')
                continue;
            const name = { text, location: locate(isText ? path : [...path, field]) };
            const rest = isText ? entries_PLAIN : restOf(item, (below) => locate([...path, ...below]));
            check({ kind, name, ...rest }, report);
        }
    }
    (0,unsupported/* checkSupported */.j)('users', tree, locate, report);
    return (0,diagnostic/* orderFindings */.$t)((0,diagnostic/* withoutDuplicates */.zj)(diagnostics, fromSchema, found));
}
const entries_PLAIN = { admin: false, groups: [], until: undefined };
function restOf(item, locate) {
    const admin = (0,yaml_locate/* treeAt */.S)(item, ['admin'])?.value;
    const until = (0,yaml_locate/* treeAt */.S)(item, ['until'])?.value;
    const groups = (0,yaml_locate/* treeAt */.S)(item, ['groups'])?.items ?? [];
    return {
        admin: admin === true || admin === 'full' ? admin : false,
        groups: groups.flatMap(({ value }, index) => typeof value === 'string' ? [{ text: value, location: locate(['groups', index]) }] : []),
        until: typeof until === 'string' ? { text: until, location: locate(['until']) } : undefined,
    };
}
function fromCsv(file, check) {
    const { entries, diagnostics, locate } = csvEntries(file, file.columns);
    const found = [];
    const report = (0,config_location/* createReport */.LU)(found);
    const located = (cell) => ({
        text: cell.text,
        location: locate(cell.start, cell.end),
    });
    for (const { email, groups, until } of entries) {
        check({
            kind: 'person',
            name: located(email),
            admin: false,
            groups: groups.map((group) => ({
                ...located(group),
                ...(group.cell === undefined ? {} : { cell: group.cell }),
            })),
            until: until === undefined ? undefined : located(until),
        }, report);
    }
    return (0,diagnostic/* orderFindings */.$t)([...diagnostics, ...found]);
}

// EXTERNAL MODULE: ./lib/src/config/chart/owned-groups.js
var owned_groups = __webpack_require__("src/config/chart/owned-groups.js");
;// CONCATENATED MODULE: ./lib/src/access/users/groups.js



function checkGroups({ name, groups }, report) {
    const cells = new Set();
    for (const group of groups) {
        const { text, location } = group;
        if (text.toLowerCase().startsWith(owned_groups/* RESERVED_GROUPS */.Y)) {
            report(location, 'reserved-group', `The group name ${(0,config_text/* quoted */.TL)(text)} is reserved for the hub.`, {
                hint: `Choose a name that does not begin with ${owned_groups/* RESERVED_GROUPS */.Y}. To make an administrator, write admin: true in a YAML users file.`,
            });
            continue;
        }
        if ((0,grammar/* isGroupName */.dJ)(text) || (group.cell !== undefined && cells.has(group.cell)))
            continue;
        if (group.cell !== undefined)
            cells.add(group.cell);
        report(location, 'group-name', `${(0,config_text/* quoted */.TL)(text)} is not a valid name of a group.`, { hint: nameHint(group) });
    }
    const count = new Set(groups.map(({ text }) => text)).size;
    if (count <= grammar/* MAX_GROUPS */.om)
        return;
    report(name.location, 'too-many-groups', `${(0,config_text/* quoted */.TL)(name.text)} is in ${count} groups; the limit is ${grammar/* MAX_GROUPS */.om}.`, {
        hint: 'Remove groups from the entry.',
    });
}
function nameHint({ text, cell }) {
    const rule = 'A name has up to 64 lower-case letters, digits, hyphens, underscores and dots.';
    const names = listed(cell ?? text);
    if (names !== undefined)
        return `Write ${names.join(', ')} if these are ${names.length} groups. ${rule}`;
    const one = groupNameOf(text);
    const whole = cell === undefined || /[,;]/.test(cell) || !/\s/.test(cell.trim()) ? undefined : groupNameOf(cell);
    if (whole !== undefined)
        return `Write ${(0,config_text/* quoted */.TL)(whole)} if this is one group, since spaces separate groups. ${rule}`;
    return one === undefined ? rule : `Write ${(0,config_text/* quoted */.TL)(one)}. ${rule}`;
}
function listed(text) {
    const isList = /[|/+&]/.test(text) || /^[[({].*[\])}]$/.test(text.trim());
    const names = isList ? text.split(/[^\p{L}\p{M}\p{N}_.-]+/u).filter((name) => name !== '') : [];
    const valid = names.flatMap((name) => groupNameOf(name) ?? []);
    return valid.length > 1 && valid.length === names.length ? valid : undefined;
}
function groupNameOf(text) {
    const name = text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9_.-]+/g, '-')
        .slice(0, 64)
        .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
    return (0,grammar/* isGroupName */.dJ)(name) && !name.startsWith(owned_groups/* RESERVED_GROUPS */.Y) ? name : undefined;
}

;// CONCATENATED MODULE: ./lib/src/access/users/join.js



const RANKS = [false, true, 'full'];
function isActive({ until }, now) {
    return until === undefined || Date.parse(until) > now.getTime();
}
function joinEntries(entries, now, report) {
    const active = entries.filter((entry) => isActive(entry, now));
    const counted = active.length === 0 ? entries : active;
    const [first] = counted;
    if (first === undefined || entries.length === 1)
        return first;
    const until = counted.map((one) => one.until).reduce(later);
    const admin = counted.map((one) => one.admin).reduce((a, b) => (RANKS.indexOf(b) > RANKS.indexOf(a) ? b : a));
    const groups = counted.flatMap((one) => one.groups);
    const joined = { ...first, until, admin, groups };
    const ending = counted.find((one) => one.admin !== false && one.until !== undefined && one.until !== until);
    if (ending?.until !== undefined) {
        const other = counted.find((one) => one.until === until) ?? first;
        const { file, line } = other.location;
        report(ending.location, 'duplicate-person', `${(0,config_text/* quoted */.TL)(ending.name)} is an administrator until ${(0,day/* lastDay */.NY)(ending.until)} here, but has access for longer at ${file}:${line}.`, { hint: 'Write the same last day in both files, or remove one of the entries.' });
    }
    const count = new Set(groups.map(({ text }) => text)).size;
    if (count > grammar/* MAX_GROUPS */.om) {
        const message = `${(0,config_text/* quoted */.TL)(first.name)} is in ${count} groups of several files; the limit is ${grammar/* MAX_GROUPS */.om}.`;
        report(first.location, 'too-many-groups', message, { hint: 'Remove groups from the entries.' });
    }
    return joined;
}
function later(one, other) {
    if (one === undefined || other === undefined)
        return undefined;
    return Date.parse(other) > Date.parse(one) ? other : one;
}

;// CONCATENATED MODULE: ./lib/src/access/users/load.js










function loadUsers(files, now = new Date(), timezone = 'UTC', complete = true) {
    const listed = new Map();
    const check = (entry, report) => addEntry(listed, entry, report, timezone);
    const ofFiles = files.flatMap((file) => readEntries(file, check));
    const ofAccounts = [];
    const principals = [...listed.values()].flatMap((all) => joined(all, now, (0,config_location/* createReport */.LU)(ofAccounts)));
    const entries = [...listed.values()].flatMap((all) => all.map(({ principal }) => principal));
    const active = principals.filter((principal) => isActive(principal, now));
    const diagnostics = ofAccounts.length === 0
        ? ofFiles
        : (0,diagnostic/* orderFindings */.$t)([...ofFiles, ...ofAccounts], files.map(({ path }) => path));
    const [first] = files;
    if (first !== undefined && diagnostics.every(({ severity }) => severity !== 'error')) {
        const start = { file: first.path, line: 1, column: 1, length: 1 };
        if (complete)
            checkMissing(principals, active, start, (0,config_location/* createReport */.LU)(diagnostics));
        checkTrust(principals, (0,config_location/* createReport */.LU)(diagnostics));
    }
    return { principals, entries, active, diagnostics };
}
function listedPeople(principals) {
    return principals.filter(({ kind }) => kind === 'person').sort((a, b) => (a.name < b.name ? -1 : 1));
}
function checkMissing(principals, active, start, report) {
    if (principals.length === 0) {
        report(start, 'no-people', 'The users files list nobody, so nobody could use the hub.', {
            hint: 'List at least one person under users.',
            absent: true,
        });
        return;
    }
    if (active.length === 0) {
        report(start, 'no-people', 'The last day of everybody in the users files has passed, so nobody can use the hub.', {
            hint: 'Set later days, list somebody else, or remove the hub with destroy.',
            severity: 'warning',
            absent: true,
        });
    }
    if (active.some(({ admin }) => admin !== false))
        return;
    const hasEnded = principals.some(({ admin }) => admin !== false);
    report(start, 'no-admin', `The hub has no administrator${hasEnded ? ' whose last day has not passed' : ''}.`, {
        hint: 'Give one person admin: true.',
        absent: true,
    });
}
function checkTrust(principals, report) {
    const group = principals.find(({ kind }) => kind === 'group');
    if (group !== undefined) {
        report(group.location, 'trusts-iap', 'A Google group is listed, so the hub also admits people it does not know if IAP lets them pass. A grant on the whole project then opens the hub, too.', { hint: 'List people one by one if possible.' });
    }
}
function addEntry(listed, entry, report, timezone) {
    const { kind, name, admin, groups } = entry;
    const fault = (0,email/* addressFault */.RM)(kind, name.text);
    if (fault !== undefined) {
        report(name.location, fault.rule, fault.message, { hint: fault.hint });
        return;
    }
    if (admin === 'full') {
        report(name.location, 'admin-full', `${(0,config_text/* quoted */.TL)(name.text)} may open everybody's servers and all files in them.`, {
            hint: 'admin: true is enough to see and stop servers.',
        });
    }
    checkGroups(entry, report);
    const until = endOf(entry, report, timezone);
    const key = `${kind}:${(0,email/* sameAddress */.xU)(name.text)}`;
    const all = listed.get(key) ?? [];
    const first = all.find(({ principal }) => principal.location.file === name.location.file);
    if (first === undefined) {
        const principal = {
            kind,
            name: all[0]?.principal.name ?? name.text.toLowerCase(),
            admin,
            groups,
            until,
            location: name.location,
        };
        listed.set(key, [...all, { principal, written: name.text, day: entry.until?.location }]);
        return;
    }
    const spelling = first.written === name.text ? '' : `, as ${(0,config_text/* quoted */.TL)(first.written)}`;
    const { file, line } = first.principal.location;
    report(name.location, 'duplicate-person', `${(0,config_text/* quoted */.TL)(name.text)} is already listed at ${file}:${line}${spelling}.`, {
        hint: `Keep one entry for each ${KIND_TEXT[kind]}.`,
    });
}
function joined(all, now, report) {
    const principal = joinEntries(all.map((one) => one.principal), now, report);
    if (principal === undefined)
        return [];
    if (!isActive(principal, now)) {
        for (const { day, principal: one } of all) {
            if (day === undefined)
                continue;
            const message = `The last day of access has passed; the hub refuses this ${KIND_TEXT[one.kind]}.`;
            report(day, 'expired', message, { hint: 'Remove the entry, or set a later day.' });
        }
    }
    return [principal];
}
const KIND_TEXT = {
    person: 'person',
    group: 'group',
    serviceAccount: 'service account',
    domain: 'domain',
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
function endOf({ until }, report, timezone) {
    if (until === undefined)
        return undefined;
    const { text, location } = until;
    const instant = (0,day/* dayAfter */.PV)(text, timezone);
    if (instant === undefined) {
        const isOut = (0,grammar/* isCalendarDay */.Lk)(text);
        const message = isOut
            ? 'is not between 1900-01-01 and 9998-12-31'
            : `is not a day ${DAY.test(text) ? 'of the calendar' : 'in the form YYYY-MM-DD'}`;
        report(location, 'wrong-date', `${(0,config_text/* quoted */.TL)(text)} ${message}.`, { hint: dayHint(text) });
    }
    return instant;
}


/***/ }),

/***/ "src/config/acknowledge.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ unusedAcknowledgements),
/* harmony export */   b0: () => (/* binding */ acknowledge),
/* harmony export */   lo: () => (/* binding */ readAcknowledged)
/* harmony export */ });
/* harmony import */ var _diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/diagnostic.js");
/* harmony import */ var _facts_generated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/facts.generated.js");
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/config/suggest.js");
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/yaml/locate.js");






function readAcknowledged(tree, locate, report) {
    const known = new Map();
    for (const index of ((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .treeAt */ .S)(tree, ['acknowledge'])?.items ?? []).keys()) {
        const path = ['acknowledge', index, 'rule'];
        const rule = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .treeAt */ .S)(tree, path)?.value;
        const reason = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .treeAt */ .S)(tree, ['acknowledge', index, 'reason'])?.value;
        if (typeof rule !== 'string' || typeof reason !== 'string')
            continue;
        const severity = Object.hasOwn(_facts_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .RULES */ .y0, rule) ? _facts_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .RULES */ .y0[rule] : undefined;
        if (severity === undefined) {
            report(locate(path), 'unknown-rule', `Unknown rule ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(rule)}.${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(rule, Object.keys(_facts_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .RULES */ .y0))}`, {
                hint: 'Use the rule name that the finding shows.',
            });
        }
        else if (severity === 'error' && !_facts_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .ACKNOWLEDGEABLE */ .BR.includes(rule)) {
            report(locate(path), 'not-acknowledgeable', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(rule)} is an error that must be fixed.`, {
                hint: `Errors that can be acknowledged: ${_facts_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .ACKNOWLEDGEABLE */ .BR.join(', ')}.`,
            });
        }
        else if (known.has(rule)) {
            report(locate(path), 'no-effect', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(rule)} is acknowledged twice.`, { hint: 'Remove one.' });
        }
        else {
            known.set(rule, { reason, location: locate(path) });
        }
    }
    return known;
}
function acknowledge(diagnostics, acknowledged) {
    return diagnostics.map((one) => {
        const reason = acknowledged.get(one.rule)?.reason;
        if (reason === undefined || one.severity === 'note')
            return one;
        return { ...one, severity: 'note', hint: `Acknowledged: ${reason}`, acknowledged: reason };
    });
}
function unusedAcknowledgements(diagnostics, acknowledged) {
    if (diagnostics.some(({ severity }) => severity === 'error'))
        return [];
    if (diagnostics.some(({ rule }) => rule === _diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .MORE_FINDINGS */ .VX))
        return [];
    const used = new Set(diagnostics.filter((one) => one.acknowledged !== undefined).map(({ rule }) => rule));
    const found = [];
    const report = (0,_location_js__WEBPACK_IMPORTED_MODULE_2__/* .createReport */ .LU)(found);
    for (const [rule, { location }] of acknowledged) {
        if (used.has(rule))
            continue;
        report(location, 'unused-acknowledgement', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(rule)} is acknowledged, but nothing breaks this rule.`, {
            hint: 'Remove the entry. It would hide a later finding.',
        });
    }
    return found;
}


/***/ }),

/***/ "src/config/build.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ MAX_REMOVALS),
  f: () => (/* binding */ buildConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__("src/versions.js");
// EXTERNAL MODULE: ./lib/src/config/duration.js
var duration = __webpack_require__("src/config/duration.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/config/gce/machines.js + 1 modules
var machines = __webpack_require__("src/config/gce/machines.js");
// EXTERNAL MODULE: ./lib/src/config/platform/node-pool.js
var node_pool = __webpack_require__("src/config/platform/node-pool.js");
// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__("src/config/quantity.js");
;// CONCATENATED MODULE: ./lib/src/config/profiles/build.js





const DEFAULT_CPU = { guarantee: '1', limit: '2' };
const DEFAULT_MEMORY = { guarantee: '4Gi', limit: '4Gi' };
const SLOW_START = 1200;
const ACCELERATOR_AGE = 86_400;
function buildProfiles(entries, fallback, cluster) {
    const defaultIndex = Math.max(0, entries.findIndex((entry) => entry.default === true));
    return entries.map((entry, index) => {
        const [gpu, tpu] = [gpuOf(entry), tpuOf(entry)];
        const capacityOrder = Array.isArray(entry.capacity) ? [...new Set(entry.capacity)] : [];
        const capacity = typeof entry.capacity === 'string' ? entry.capacity : 'on-demand';
        const placement = placementOf(entry, cluster);
        const hasAccelerator = [gpu, tpu, placement?.devices].some((one) => one !== undefined);
        const isScarce = hasAccelerator || capacity !== 'on-demand' || capacityOrder.length > 0 || waitsForNode(entry.pool, cluster);
        return {
            name: entry.name,
            displayName: entry.displayName ?? entry.name,
            description: entry.description,
            default: index === defaultIndex,
            image: entry.image,
            cpu: range(entry.cpu) ?? DEFAULT_CPU,
            memory: range(entry.memory) ?? DEFAULT_MEMORY,
            groups: [...(entry.groups ?? [])],
            culling: cullingOf(entry, fallback, hasAccelerator),
            gpu,
            tpu,
            env: envOf(entry.env),
            options: Object.entries(entry.options ?? {}).map(([name, option]) => optionOf(name, option)),
            unlistedImage: entry.unlistedImage?.pattern,
            startTimeout: (0,duration/* seconds */.Y)(entry.startTimeout) ?? (isScarce ? SLOW_START : undefined),
            capacity,
            capacityOrder,
            reservation: entry.reservation && { name: entry.reservation.name, project: entry.reservation.project },
            sharedMemory: (0,quantity/* quantity */.au)(entry.sharedMemory) ?? (hasAccelerator ? 'half' : undefined),
            sandbox: entry.sandbox ?? false,
            placement,
        };
    });
}
function placementOf({ pool, gpu, tpu }, cluster) {
    if (cluster.mode === 'autopilot')
        return undefined;
    const open = { labels: { [node_pool/* OPEN_LABEL */.y]: 'true' }, devices: undefined, accelerator: undefined };
    if (pool === undefined)
        return { ...open, capacity: 'on-demand' };
    const facts = (0,json/* entryOf */.M)(cluster.nodePools, pool);
    const rest = {
        labels: { [node_pool/* POOL_LABEL */._7]: pool },
        accelerator: facts?.gpu?.type ?? (0,machines/* machine */.Aq)(facts?.machineType ?? '')?.tpu?.accelerator,
        capacity: facts?.capacity ?? 'on-demand',
    };
    if (typeof gpu === 'number' && gpu > 0)
        return { ...rest, devices: { resource: 'nvidia.com/gpu', count: gpu } };
    if (typeof tpu === 'number' && tpu > 0)
        return { ...rest, devices: { resource: 'google.com/tpu', count: tpu } };
    return { ...rest, devices: undefined };
}
function waitsForNode(pool, cluster) {
    if (cluster.mode === 'autopilot')
        return false;
    const pools = pool === undefined ? (0,node_pool/* openPools */.MX)(cluster) : [(0,json/* entryOf */.M)(cluster.nodePools, pool)];
    return pools.every((one) => one === undefined || one.min === 0);
}
function culling(written, fallback) {
    return { idle: (0,duration/* seconds */.Y)(written?.idle) ?? fallback.idle, maxAge: (0,duration/* seconds */.Y)(written?.maxAge) ?? fallback.maxAge };
}
function cullingOf(entry, fallback, hasAccelerator) {
    const own = entry.culling && culling(entry.culling, fallback);
    const { idle, maxAge } = own ?? fallback;
    return hasAccelerator && maxAge === undefined ? { idle, maxAge: Math.max(ACCELERATOR_AGE, idle) } : own;
}
function chipsOf(topology) {
    return topology.split('x').reduce((product, side) => product * Number(side), 1);
}
function gpuOf({ gpu }) {
    if (typeof gpu !== 'object')
        return undefined;
    const { type, count = 1, driver = 'default', sharing } = gpu;
    return { type, count, driver, sharing: sharing && { strategy: sharing.strategy, clients: sharing.clients } };
}
function tpuOf({ tpu }) {
    return typeof tpu === 'object' ? { type: tpu.type, topology: tpu.topology, chips: chipsOf(tpu.topology) } : undefined;
}
function envOf(env = {}) {
    return Object.fromEntries(Object.entries(env).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : { secretRef: value.secretRef },
    ]));
}
function optionOf(name, { displayName = name, choices }) {
    const entries = Object.entries(choices);
    const chosen = Math.max(0, entries.findIndex(([, choice]) => choice.default === true));
    return {
        name,
        displayName,
        choices: entries.map(([key, choice], index) => ({
            name: key,
            displayName: choice.displayName ?? key,
            default: index === chosen,
            image: choice.image,
            cpu: range(choice.cpu),
            memory: range(choice.memory),
            env: envOf(choice.env),
        })),
    };
}
function range(value) {
    if (value === undefined)
        return undefined;
    const { guarantee, limit } = typeof value === 'object' ? value : { guarantee: value, limit: value };
    return { guarantee: String(guarantee), limit: limit === undefined || limit === 'none' ? undefined : String(limit) };
}

// EXTERNAL MODULE: ./lib/src/config/times/week.js
var week = __webpack_require__("src/config/times/week.js");
;// CONCATENATED MODULE: ./lib/src/config/build.js






const DEFAULT_CULLING = { idle: 3600, maxAge: undefined };
const MAX_REMOVALS = { percent: 25, atLeast: 5 };
function buildConfig(file, locate, baseDir, platform) {
    const home = file.storage?.home;
    const chart = file.hub?.chart;
    const path = chart?.path;
    const config = {
        name: file.name,
        project: file.project,
        location: file.location,
        state: { bucket: file.state.bucket },
        platform: platformOf(file, platform),
        approval: file.approval ?? 'required',
        access: access(file.access),
        storage: {
            home: { type: 'disk', diskType: home?.diskType ?? 'pd-balanced', size: String(home?.size ?? '10Gi') },
            perUserBuckets: file.storage?.buckets?.perUser ?? false,
            purge: (file.storage?.purge ?? []).map(({ email, left }, index) => {
                const location = locate(['storage', 'purge', index, 'email']);
                return { email: email.toLowerCase(), left, where: (0,config_location/* locationText */.fN)(location) };
            }),
        },
        profiles: buildProfiles(file.profiles ?? [{ name: 'cpu', displayName: 'CPU' }], culling(file.culling, DEFAULT_CULLING), platform.cluster),
        warm: (file.warm ?? []).map(({ profile, servers, days, from, to }) => ({
            profile,
            servers,
            days: week/* DAYS */.qn.flatMap((day, index) => (days.some((one) => one === day) ? [index] : [])),
            from: (0,week/* minuteOf */.iA)(from) ?? 0,
            to: (0,week/* minuteOf */.iA)(to) ?? 0,
        })),
        budgets: (file.budgets ?? []).map(({ groups = [], profiles: names = [], of, hours, per, each = 'person' }) => ({
            groups: [...groups],
            profiles: [...names],
            of,
            hours,
            days: ((0,duration/* seconds */.Y)(per) ?? 0) / 86_400,
            each,
        })),
        culling: culling(file.culling, DEFAULT_CULLING),
        ...(file.culling?.kernels === undefined ? {} : { idleKernels: (0,duration/* seconds */.Y)(file.culling.kernels) ?? 0 }),
        limits: limits(file.limits),
        registries: [...(file.images?.registries ?? [])],
        pullSecrets: (file.images?.pullSecrets ?? []).map(({ secretRef }) => secretRef),
        hub: {
            chart: {
                version: chart?.version ?? versions/* DEFAULT_CHART_VERSION */.qD,
                repository: chart?.repository,
                path: path === undefined ? path : (0,external_node_path_.resolve)(baseDir, (0,external_node_path_.dirname)(locate(['hub', 'chart', 'path']).file), path),
                sha256: chart?.sha256,
            },
            values: (file.hub?.values ?? {}),
        },
        secrets: Object.fromEntries(Object.entries(file.secrets ?? {}).flatMap(([name, { env, secretManager }]) => {
            if (secretManager !== undefined)
                return [[name, { secretManager }]];
            return env === undefined ? [] : [[name, { env }]];
        })),
        cost: file.cost,
    };
    return freeze(config);
}
function platformOf({ platform, project }, owned) {
    const { name, zones, cluster, existing } = owned;
    const network = networkOf(platform?.network, project);
    return {
        name,
        from: platform?.from,
        zones: zones && [...new Set(zones)].sort(),
        cluster,
        deletionProtection: platform?.deletionProtection ?? true,
        ...(existing && { existing: { name: existing.name, location: existing.location } }),
        ...(network && { network }),
        ...(platform?.maintenance && { maintenance: maintenanceOf(platform.maintenance) }),
        ...(platform?.releaseChannel && { releaseChannel: platform.releaseChannel }),
    };
}
function maintenanceOf(written) {
    const { days, start, hours, exclusions = [] } = written;
    return {
        days,
        start,
        hours,
        exclusions: exclusions.map(({ name, from, to, scope }) => ({ name, from, to, scope: scope ?? 'NO_UPGRADES' })),
    };
}
function networkOf(written, project) {
    const existing = written?.sharedVpc ?? (written?.existing && { project, ...written.existing });
    if (existing !== undefined)
        return { existing: { podsRange: undefined, servicesRange: undefined, ...existing } };
    const { cidrs } = written ?? {};
    return cidrs && { ranges: { nodes: cidrs.nodes, pods: cidrs.pods, services: cidrs.services } };
}
function access(file) {
    return {
        domain: file?.domain,
        subdomains: file?.subdomains === true && file.domain !== undefined && file.certificate !== undefined
            ? { domain: file.domain, certificate: file.certificate }
            : undefined,
        entry: entry(file?.entry),
        ...(typeof file?.oauthClient === 'object' && { oauthClient: file.oauthClient.secretRef }),
        mode: file?.mode ?? 'authoritative',
        guard: {
            maxRemovals: { ...MAX_REMOVALS, ...file?.guard?.maxRemovals },
            requiredAdmins: file?.guard?.requiredAdmins ?? 0,
        },
        session: {
            websocket: (0,duration/* seconds */.Y)(file?.session?.websocket) ?? 3600,
            timezone: file?.session?.timezone ?? 'UTC',
        },
        auditBucket: file?.audit?.bucket,
    };
}
function entry(written) {
    if (typeof written !== 'object')
        return { kind: 'direct' };
    if (written.group !== undefined) {
        return { kind: 'group', group: written.group.toLowerCase(), manage: written.manage === true };
    }
    return written.domain === undefined ? { kind: 'direct' } : { kind: 'domain', domain: written.domain };
}
function limits(written) {
    const { servers, concurrentSpawns, namedServers, memoryPerUser, gpus } = written ?? {};
    return {
        servers,
        concurrentSpawns: concurrentSpawns ?? 64,
        namedServers: namedServers ?? 0,
        memoryPerUser: memoryPerUser === undefined ? undefined : String(memoryPerUser),
        gpus,
    };
}
function freeze(value) {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const child of Object.values(value))
            freeze(child);
    }
    return value;
}


/***/ }),

/***/ "src/config/chart/format-braces.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatFault)
/* harmony export */ });
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/suggest.js");
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");


const texts = (...names) => new Map(names.map((name) => [name, 'text']));
const USER = new Map([
    ...texts('username', 'servername', 'user_server', 'unescaped_username', 'unescaped_servername', 'hubnamespace'),
    ...texts('safe_username', 'safe_servername', 'safe_user_server'),
    ...texts('escaped_username', 'escaped_servername', 'escaped_user_server'),
    ...texts('pod_name', 'pvc_name', 'namespace'),
    ['userid', 'number'],
]);
const SPAWNER = texts('username', 'base_url');
const TRAITS = new Map([
    ...[
        'environment',
        'extra_annotations',
        'extra_containers',
        'extra_labels',
        'extra_pod_config',
        'init_containers',
        'pod_connect_ip',
        'pod_name_template',
        'pvc_name_template',
        'secret_name_template',
        'service_account',
        'storage_extra_annotations',
        'storage_extra_labels',
        'storage_selector',
        'user_namespace_annotations',
        'user_namespace_labels',
        'user_namespace_template',
        'volume_mounts',
        'volumes',
        'working_dir',
    ].map((trait) => [trait, USER]),
    ['default_url', SPAWNER],
    ['notebook_dir', SPAWNER],
    ['dns_name_template', texts('name', 'namespace')],
    ['slow_spawn_message', new Map([['seconds', 'number']])],
]);
const VALUES = [
    ['singleuser.podNameTemplate', 'pod_name_template'],
    ['singleuser.extraLabels', 'extra_labels'],
    ['singleuser.extraAnnotations', 'extra_annotations'],
    ['singleuser.serviceAccountName', 'service_account'],
    ['singleuser.initContainers', 'init_containers'],
    ['singleuser.extraContainers', 'extra_containers'],
    ['singleuser.extraEnv', 'environment'],
    ['singleuser.extraPodConfig', 'extra_pod_config'],
    ['singleuser.defaultUrl', 'default_url'],
    ['singleuser.extraFiles.*.mountPath', 'volume_mounts'],
    ['singleuser.storage.extraLabels', 'storage_extra_labels'],
    ['singleuser.storage.homeMountPath', 'volume_mounts'],
    ['singleuser.storage.dynamic.pvcNameTemplate', 'pvc_name_template'],
    ['singleuser.storage.dynamic.volumeNameTemplate', 'volumes'],
    ['singleuser.storage.dynamic.subPath', 'volume_mounts'],
    ['singleuser.storage.static.pvcName', 'volumes'],
    ['singleuser.storage.static.subPath', 'volume_mounts'],
    ['singleuser.storage.extraVolumes', 'volumes'],
    ['singleuser.storage.extraVolumeMounts', 'volume_mounts'],
    ['hub.config.KubeSpawner.*', ''],
    ['hub.config.Spawner.*', ''],
];
const PATTERNS = VALUES.map(([path, trait]) => ({ steps: path.split('.'), trait }));
const SECRET_KEY = /passw|secret|token|credential|private|api[-_]?key|cookie|^keys?$/i;
function formatFault(path, text) {
    const trait = expandedTrait(path);
    const fields = trait === undefined ? undefined : TRAITS.get(trait);
    if (fields === undefined)
        return undefined;
    const parts = trait === 'pod_connect_ip' ? text.split('.').filter((part) => part.includes('{')) : [text];
    for (const part of parts) {
        const problem = faultIn(part, fields, path.some((step) => SECRET_KEY.test(String(step))));
        if (problem === undefined)
            continue;
        const names = [...fields.keys()].slice(0, 6).join(', ');
        const hint = `Write {{ or }} for a literal brace. Known fields: ${names}${fields.size > 6 ? ', …' : '.'}`;
        return { message: `${problem} No server could start.`, hint };
    }
    return undefined;
}
function expandedTrait(path) {
    const pattern = PATTERNS.find(({ steps }) => steps.every((step, index) => (step === '*' ? index in path : step === String(path[index]))));
    if (pattern === undefined)
        return undefined;
    const trait = pattern.trait || String(path[3]);
    return TRAITS.has(trait) ? trait : trait.replace(/^(singleuser|user)_/, '');
}
function faultIn(text, fields, isSecret) {
    for (let at = 0; at < text.length; at += 1) {
        const brace = text[at];
        if (brace !== '{' && brace !== '}')
            continue;
        if (text[at + 1] === brace) {
            at += 1;
            continue;
        }
        if (brace === '}')
            return 'A "}" has no opening brace.';
        const end = fieldEnd(text, at + 1);
        const shown = isSecret ? 'The text in braces' : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text.slice(at, Math.min(end + 1, at + 100)));
        if (end === text.length)
            return `${shown} is not closed.`;
        const fault = fieldFault(text.slice(at + 1, end), fields);
        if (fault !== undefined)
            return `${shown} ${fault}`;
        if (text[end] === '{')
            return `${shown} contains another field.`;
        at = end;
    }
    return undefined;
}
function fieldEnd(text, from) {
    let end = from;
    while (end < text.length && text[end] !== '{' && text[end] !== '}')
        end += 1;
    return end;
}
function fieldFault(field, fields) {
    const full = /^[^!:]*/.exec(field)?.[0] ?? '';
    const name = /^[^.[]*/.exec(full)?.[0] ?? '';
    const kind = fields.get(name);
    if (name === '' || /^\d+$/.test(name))
        return 'has no field name.';
    if (kind === undefined)
        return `is not a known field.${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, [...fields.keys()])}`;
    if (name !== full)
        return 'accesses a part of a field; only plain names are allowed.';
    const rest = field.slice(full.length);
    const converted = /^![rsa](?=:|$)/.test(rest);
    if (rest.startsWith('!') && !converted)
        return 'has an unknown conversion; Python has !r, !s and !a.';
    const format = rest.slice(converted ? 2 : 0);
    if (format === '' || format === ':')
        return undefined;
    const isValid = kind === 'text' || converted
        ? /^:(.?[<>^])?0?\d{0,3}(\.\d{1,3})?s?$/su.test(format)
        : /^:(.?[<>=^])?[-+ ]?#?0?\d{0,3}_?[dxXob]?$/su.test(format);
    return isValid ? undefined : `has an invalid format for a ${kind}.`;
}


/***/ }),

/***/ "src/config/chart/owned-groups.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ RESERVED_GROUPS)
/* harmony export */ });
const RESERVED_GROUPS = 'jupyterhub-gke';


/***/ }),

/***/ "src/config/chart/owned-settings.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ isClass),
/* harmony export */   f_: () => (/* binding */ decidesLogin),
/* harmony export */   ib: () => (/* binding */ ownedSetting),
/* harmony export */   qF: () => (/* binding */ isOwnAuthenticator),
/* harmony export */   xQ: () => (/* binding */ hasOwnedSettings),
/* harmony export */   yt: () => (/* binding */ unusedSection)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/json.js");
/* harmony import */ var _owned_things_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/chart/owned-things.js");


const FAMILIES = {
    JupyterHub: ['jupyterhub'],
    Application: ['jupyterhub'],
    SingletonConfigurable: ['jupyterhub'],
    Spawner: ['spawner'],
    KubeSpawner: ['spawner'],
    Proxy: ['proxy'],
    ConfigurableHTTPProxy: ['proxy'],
    LoggingConfigurable: ['jupyterhub', 'spawner', 'proxy'],
    Configurable: ['jupyterhub', 'spawner', 'proxy'],
};
const AUTHENTICATORS = ['Authenticator', 'CheckedAuthenticator', 'IAPAuthenticator'];
const FREE = ['enable_auth_state', 'otp_prompt', 'request_otp'];
const ADMITS = /^(admin_groups|admin_users|allow_all|allow_existing_users|allowed_groups|allowed_users|any_allow_config|auth_refresh_age|auto_login|blocked_users|delete_invalid_users|manage_groups|manage_roles|refresh_pre_spawn|reset_managed_roles_on_startup|username_map)$/;
const SETTINGS = {
    jupyterhub: settingsOf('jupyterhub'),
    spawner: settingsOf('spawner'),
    proxy: settingsOf('proxy'),
};
function settingsOf(family) {
    return new Map(_owned_things_js__WEBPACK_IMPORTED_MODULE_0__/* .OWNED_THINGS */ .u9.flatMap((thing) => (thing[family]?.split(' ') ?? []).map((name) => [name, thing])));
}
function isClass(name) {
    return name !== undefined && /^[A-Z]/.test(name);
}
function ownedSetting(steps) {
    const last = steps.at(-1) ?? '';
    const owner = steps.at(-2);
    if (isClass(last))
        return steps.length > 1 && isOwnAuthenticator(last) ? _owned_things_js__WEBPACK_IMPORTED_MODULE_0__/* .LOGIN */ .S3 : undefined;
    if (owner === undefined || !steps.slice(0, -1).every(isClass))
        return undefined;
    if (/Authenticator$/.test(owner)) {
        const isOwned = AUTHENTICATORS.includes(owner) ? !FREE.includes(last) : ADMITS.test(last);
        return isOwned ? _owned_things_js__WEBPACK_IMPORTED_MODULE_0__/* .LOGIN */ .S3 : undefined;
    }
    const families = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .entryOf */ .M)(FAMILIES, owner) ?? [];
    return families.map((family) => SETTINGS[family].get(last)).find((thing) => thing !== undefined);
}
function hasOwnedSettings(className) {
    return Object.hasOwn(FAMILIES, className) || AUTHENTICATORS.includes(className);
}
function isOwnAuthenticator(className) {
    return className === 'IAPAuthenticator' || className === 'CheckedAuthenticator';
}
function decidesLogin(owned) {
    return owned.why === _owned_things_js__WEBPACK_IMPORTED_MODULE_0__/* .LOGIN */ .S3.why;
}
function unusedSection(className) {
    if (/Authenticator$/.test(className) && !AUTHENTICATORS.includes(className)) {
        return {
            why: 'IAP signs people in, so that no other authenticator runs',
            instead: 'Remove it. List people, domains or Google groups in the users files.',
        };
    }
    if (/Spawner$/.test(className) && !Object.hasOwn(FAMILIES, className)) {
        return { why: 'KubeSpawner starts the servers', instead: 'Remove it, or write the settings under KubeSpawner.' };
    }
    if (/Proxy$/.test(className) && !Object.hasOwn(FAMILIES, className)) {
        return { why: 'the hub’s proxy is ConfigurableHTTPProxy', instead: 'Remove it.' };
    }
    return undefined;
}


/***/ }),

/***/ "src/config/chart/owned-things.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ LOGIN),
/* harmony export */   Sv: () => (/* binding */ SAFE_TO_EVICT_KEY),
/* harmony export */   o6: () => (/* binding */ OURS),
/* harmony export */   u9: () => (/* binding */ OWNED_THINGS)
/* harmony export */ });
const SAFE_TO_EVICT_KEY = 'cluster-autoscaler.kubernetes.io/safe-to-evict';
const SAFE_TO_EVICT = ['hub.annotations', 'proxy.annotations', 'singleuser.extraAnnotations'].map((path) => `${path}.${SAFE_TO_EVICT_KEY}`);
const NO_KEY = 'Remove it. There is no other key for it.';
const USE = (path) => `Use hub.values.${path}.`;
const HOMES = { why: 'it stores people’s homes' };
const PROFILES = { why: 'it is generated from the profiles', instead: 'Use profiles.' };
const ONE_PLACE = { why: 'the chart value for it would lose without a word' };
const OURS = { why: 'this product uses the name itself', instead: 'Choose another name.' };
const LOGIN = { why: 'it decides who can use the hub and with which role', instead: 'Use the users files.' };
const OWNED_THINGS = [
    {
        why: 'other parts look for objects of these names',
        instead: 'Use the key name.',
        values: 'fullnameOverride nameOverride',
        spawner: 'namespace enable_user_namespaces user_namespace_template',
    },
    {
        why: 'it defines how Google’s load balancer reaches the hub',
        instead: 'Use access.domain.',
        values: 'ingress httpRoute proxy.service proxy.https hub.baseUrl',
        jupyterhub: 'base_url bind_url hub_bind_url hub_connect_url hub_connect_ip hub_connect_port hub_ip hub_port ip port internal_ssl proxy_class public_url ssl_cert ssl_key',
        spawner: 'hub_connect_ip hub_connect_port hub_connect_url ip pod_connect_ip port',
        proxy: 'api_url auth_token should_start',
    },
    {
        why: 'it decides at which host people’s servers answer',
        instead: 'Use access.subdomains.',
        jupyterhub: 'cookie_host_prefix_enabled subdomain_hook subdomain_host',
    },
    {
        why: 'it separates notebook servers, hub and metadata server',
        instead: NO_KEY,
        values: 'hub.networkPolicy.enabled hub.networkPolicy.allowedIngressPorts hub.networkPolicy.egressAllowRules hub.networkPolicy.interNamespaceAccessLabels proxy.chp.networkPolicy singleuser.cloudMetadata singleuser.networkPolicy.enabled singleuser.networkPolicy.ingress singleuser.networkPolicy.allowedIngressPorts singleuser.networkPolicy.interNamespaceAccessLabels singleuser.networkPolicy.egressAllowRules.cloudMetadataServer singleuser.networkPolicy.egressAllowRules.dnsPortsCloudMetadataServer singleuser.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace singleuser.networkPolicy.egressAllowRules.dnsPortsPrivateIPs',
    },
    {
        why: 'network policies and the hub find notebook servers by their labels',
        instead: USE('singleuser.extraLabels'),
        spawner: 'common_labels component_label extra_labels',
    },
    {
        why: 'it would replace what this product sets in the container of each server',
        instead: 'Remove it. Use singleuser.extraEnv, singleuser.storage.extraVolumeMounts or the profiles.',
        values: 'hub.config.KubeSpawner.extra_container_config.env hub.config.KubeSpawner.extra_container_config.securityContext hub.config.KubeSpawner.extra_container_config.volumeMounts hub.config.Spawner.extra_container_config.env hub.config.Spawner.extra_container_config.securityContext hub.config.Spawner.extra_container_config.volumeMounts',
    },
    {
        why: 'it would replace what this product puts into the pod of each server',
        instead: 'Remove it. Use singleuser.storage.extraVolumes, singleuser.extraContainers or singleuser.initContainers.',
        values: 'singleuser.extraPodConfig.containers singleuser.extraPodConfig.initContainers singleuser.extraPodConfig.volumes',
    },
    { ...LOGIN, values: 'hub.config.IAPAuthenticator hub.config.CheckedAuthenticator' },
    {
        ...LOGIN,
        jupyterhub: 'admin_access admin_users api_tokens authenticator_class load_groups service_tokens trust_user_provided_tokens',
    },
    {
        why: 'it creates the permissions of the hub and the access reconciler',
        instead: NO_KEY,
        values: 'rbac.create',
    },
    { why: 'it contains the roles of this product', instead: USE('hub.loadRoles'), jupyterhub: 'load_roles' },
    { why: 'it contains the access reconciler', instead: USE('hub.services'), jupyterhub: 'services' },
    {
        why: 'it starts people’s servers with their homes and profiles',
        instead: NO_KEY,
        jupyterhub: 'spawner_class',
    },
    {
        why: 'it stores the hub’s database, which must survive',
        instead: NO_KEY,
        values: 'hub.db.pvc',
        jupyterhub: 'db_url reset_db',
    },
    {
        ...HOMES,
        instead: 'Use storage.home.',
        values: 'singleuser.storage.type singleuser.storage.capacity singleuser.storage.dynamic singleuser.storage.static singleuser.storage.homeMountPath',
        spawner: 'delete_pvc handle_legacy_names pvc_name pvc_name_template remember_pvc_name slug_scheme storage_access_modes storage_capacity storage_class storage_extra_annotations storage_pvc_ensure storage_selector',
    },
    {
        why: 'it stores people’s homes and the notebook guard',
        instead: USE('singleuser.storage.extraVolumes'),
        spawner: 'volumes',
    },
    {
        why: 'it mounts people’s homes and the notebook guard',
        instead: USE('singleuser.storage.extraVolumeMounts'),
        spawner: 'volume_mounts',
    },
    { ...ONE_PLACE, instead: USE('singleuser.storage.extraLabels'), spawner: 'storage_extra_labels' },
    {
        why: 'it would replace the zones of the servers',
        instead: 'Use platform.zones, or hub.values.singleuser.extraNodeAffinity.required for other labels.',
        spawner: 'node_affinity_required',
    },
    {
        ...PROFILES,
        values: 'singleuser.cpu singleuser.memory singleuser.profileList',
        spawner: 'apply_user_options cpu_guarantee cpu_limit group_overrides mem_guarantee mem_limit options_form options_from_form profile_list',
    },
    {
        why: 'the profiles define it',
        instead: 'Use profiles[].image or hub.values.singleuser.image.',
        spawner: 'image',
    },
    {
        why: 'the notebook guard needs its own variables in it',
        instead: USE('singleuser.extraEnv'),
        spawner: 'environment',
    },
    {
        why: 'it closes the cluster’s API to notebook servers',
        instead: USE('singleuser.extraPodConfig'),
        spawner: 'extra_pod_config',
    },
    {
        why: 'notebook servers must not get an account of the cluster',
        instead: NO_KEY,
        values: 'singleuser.extraPodConfig.automountServiceAccountToken',
        spawner: 'automount_service_account_token',
    },
    {
        why: 'a server with buckets runs as an account of its own',
        instead: USE('singleuser.serviceAccountName'),
        spawner: 'service_account',
    },
    {
        why: 'values cannot contain a function',
        instead: USE('hub.extraConfig'),
        spawner: 'modify_pod_hook pre_spawn_hook post_stop_hook after_pod_created_hook progress_ready_hook auth_state_hook',
        inCode: true,
    },
    {
        why: 'it limits which servers may run',
        instead: 'Use limits.',
        values: 'hub.activeServerLimit hub.allowNamedServers hub.concurrentSpawnLimit hub.namedServerLimitPerUser',
        jupyterhub: 'active_server_limit allow_named_servers concurrent_spawn_limit named_server_limit_per_user',
    },
    {
        why: 'Google would end the pod to make the cluster smaller',
        instead: NO_KEY,
        values: SAFE_TO_EVICT.join(' '),
    },
    {
        why: 'Kubernetes could evict the one pod',
        instead: NO_KEY,
        values: 'hub.pdb proxy.chp.pdb',
    },
    {
        why: 'it contains the mark by which Google leaves a server alone',
        instead: USE('singleuser.extraAnnotations'),
        spawner: 'extra_annotations',
    },
    {
        why: 'it defines when servers are stopped',
        instead: 'Use culling.',
        values: 'cull.enabled cull.timeout cull.maxAge cull.every',
    },
    { why: 'it would delete people from the hub', instead: 'Use the users files.', values: 'cull.users' },
    {
        why: 'it would replace the command that starts the hub',
        instead: 'Use hub.extraConfig for your own code.',
        values: 'hub.args hub.command',
    },
    {
        why: 'it would replace the hub’s own secrets',
        instead: 'Use secrets and {secretRef: NAME}.',
        values: 'hub.existingSecret',
    },
    {
        why: 'the permissions of the access reconciler are bound to this account',
        instead: 'Only its annotations can be set.',
        values: 'hub.serviceAccount.create hub.serviceAccount.name',
    },
];


/***/ }),

/***/ "src/config/chart/owned-values.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ LAST_CODE),
/* harmony export */   U6: () => (/* binding */ ownedValue)
/* harmony export */ });
/* unused harmony export OPENS */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");
/* harmony import */ var _owned_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/chart/owned-settings.js");
/* harmony import */ var _owned_things_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/chart/owned-things.js");



const OWNED = new Map(_owned_things_js__WEBPACK_IMPORTED_MODULE_1__/* .OWNED_THINGS */ .u9.flatMap((thing) => (thing.values?.split(' ') ?? []).map((path) => [path, thing])));
const WITH_OWNED_PARTS = new Set([...OWNED.keys()].flatMap((path) => parentsOf(path)));
const LAST_CODE = '~jupyterhub-gke-verify';
const NAMED = [
    'hub.extraConfig',
    'hub.extraEnv',
    'hub.extraFiles',
    'hub.loadRoles',
    'hub.services',
    'singleuser.extraEnv',
    'singleuser.extraFiles',
];
const LISTED = [...NAMED, 'hub.extraVolumes', 'hub.extraVolumeMounts'];
const OUR_NAMES = /^(\d+-|zz-|~)?jupyterhub[-_]gke|^(reconciler|PYTHONPATH)$|^(iap_(authenticator|assertion|route|session_check)|hub_(members|files|pages|visitors|last_list|subdomains|trial)|gate_pod|owned_settings|profile_choice|refusals|start_(page|progress|requests)|server_limits|access_reconciler(_api|_attempts|_budgets|_culling|_parts|_report|_warm)?|budget_(accounts|clock|hub|rules|zone)|notebook_(guard|gate|gate_rules|idle)|profile_groups|home_bucket)\.py$/i;
const OPENS = /^hub\.jupyter\.org\/network-access-/;
function replaced(path, value) {
    if (!WITH_OWNED_PARTS.has(path) || (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value))
        return undefined;
    return { why: 'what this product sets below it would be lost', instead: 'Remove it, or write keys below it.' };
}
function openingLabel(name, value) {
    if (!OPENS.test(name) || (name === 'hub.jupyter.org/network-access-hub' && value === 'true'))
        return undefined;
    return { why: 'it decides what the network policies let notebook servers reach', instead: 'Remove it.' };
}
function parentsOf(path) {
    const steps = path.split('.').slice(0, -1);
    return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
}
function ownedValue(path, value) {
    const dotted = path.join('.');
    const owned = OWNED.get(dotted) ?? replaced(dotted, value);
    if (owned !== undefined)
        return owned;
    const [section, kind, ...setting] = path;
    if (section === 'hub' && kind === 'config') {
        const owner = (0,_owned_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .ownedSetting */ .ib)(setting.map(String));
        if (owner !== undefined)
            return owner;
    }
    if (section === 'hub' && kind === 'extraConfig' && path.length === 3 && String(path[2]) >= '~') {
        return { why: 'the check of this product must run after all other code', instead: 'Begin the name with a letter.' };
    }
    const parent = path.slice(0, -1).join('.');
    if (parent === 'singleuser.extraLabels')
        return openingLabel(String(path.at(-1)), value);
    const fields = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? value : {};
    if (NAMED.includes(parent) && OUR_NAMES.test(String(path.at(-1))))
        return _owned_things_js__WEBPACK_IMPORTED_MODULE_1__/* .OURS */ .o6;
    if (!LISTED.includes(parent))
        return undefined;
    const mount = typeof fields.mountPath === 'string' ? fields.mountPath : '';
    const name = typeof fields.name === 'string' ? fields.name : '';
    return OUR_NAMES.test(name) || mount.split('/').some((part) => OUR_NAMES.test(part)) ? _owned_things_js__WEBPACK_IMPORTED_MODULE_1__/* .OURS */ .o6 : undefined;
}


/***/ }),

/***/ "src/config/chart/secret-places.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ secretPlace)
/* harmony export */ });
const VARIABLES = ['extraEnv', 'env', 'environment'];
const SECRETS = [
    'custom',
    'hub.config',
    'hub.cookieSecret',
    'hub.db.password',
    'hub.db.url',
    'hub.extraConfig',
    'hub.extraFiles.*.data',
    'hub.extraFiles.*.stringData',
    'hub.extraFiles.*.binaryData',
    'hub.loadRoles',
    'hub.services',
    'imagePullSecret',
    'proxy.secretToken',
    'singleuser.extraFiles.*.data',
    'singleuser.extraFiles.*.stringData',
    'singleuser.extraFiles.*.binaryData',
].map((place) => place.split('.'));
function secretPlace(path) {
    const ofSpawner = path[0] === 'hub' && path[1] === 'config' && /spawner$/i.test(String(path[2]));
    const isStored = !ofSpawner && SECRETS.some((place) => place.every((step, at) => step === '*' || step === path[at]));
    if (isStored && path.length > 0)
        return 'secret';
    return isVariable(path) ? 'variable' : undefined;
}
function isVariable(path) {
    const at = path.findIndex((step) => VARIABLES.includes(String(step)));
    const rest = path.slice(at + 1);
    if (at < 0 || rest.length === 0 || rest.length > 2)
        return false;
    return rest.length === 1 ? typeof rest[0] === 'string' : rest[1] === 'value';
}


/***/ }),

/***/ "src/config/chart/secret-shapes.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XV: () => (/* binding */ assignedSecret),
/* harmony export */   a_: () => (/* binding */ canBeSecret),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   wq: () => (/* binding */ secretShape)
/* harmony export */ });
const HOLDS = /passw(or)?d|passphrase|secret|token(?!iz)|credential/i;
const ENDS = /(?:[_-](?:key|keys|auth)|(?:^|[_-])(?:pass|pat|pwd)|(?:api|access|private|encryption|signing|account|master|shared)[_-]?keys?)$/i;
const CAMEL = /[a-z](?:Pass|Pwd|Pat)$/;
const ABOUT = /(?:^(?:existing|image|(?:image[_-]?)?pull)[_-]?secrets?|(?:^|[_-])(?:public|kms|cmek|crypto|partition|primary|foreign|sort|hash|cache|index|topology|label|group|row|shard|routing|idempotency|object|registry|host|ssh_public)[_-]?keys?$|[_-]?(?:names?|refs?|keyref|urls?|uri|path|file|dir|endpoint|host|ids?|type|class|kind|scopes?|audience|algorithm|ttl|age|lifetime|timeout|expir\w*|_in|limit|count|template|enabled|format|hash))$/i;
const HARMLESS = /^(?:true|false|yes|no|on|off|null|none|[0-9]+|\$\(\w+\)|\$\{\w+\}|\{\w+\}|\/[\w./-]*)$/i;
const PREFIXED = /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|gl(?:pat|rt|dt|cbt|ptt|ft|agent|imt|soat|oas|ffct)-[\w.-]{16,}|sk-(?:[a-z]+-)*[\w-]{16,}|[sr]k_live_\w{16,}|A(?:KIA|SIA)[A-Z0-9]{12,}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{16,}|xox[abeoprs](?:\.xox[bp])?-[\w-]{10,}|xapp-\d-[\w-]{16,}|1\/\/0[\w-]{30,}|whsec_[\w+/]{20,}|dapi[0-9a-f]{32}|hvs\.[\w-]{20,}|tskey-[a-z]+-\w{10,}|hf_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{20,}|pypi-[\w-]{20,}|dckr_pat_[\w-]{16,}|dop_v1_\w{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/;
const KEY_BLOCK = /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-|AGE-SECRET-KEY-1/;
const ENCODED_BLOCK = /LS0tLS1CRUdJTi[A-Za-z0-9+/=]{20,400}/g;
const HOOK = /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/\w+\/\w+\/\w{10,}|discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,})/;
const SETTING = /(?:^|[;&?\s])(?:password|passwd|pwd|sharedaccesskey|accountkey)=([^\s;&"'(){}[\]$<,]{4,200})(?=[;&\s"']|$)/gi;
const HEADER = /\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic|token)\s+([\w.~+/=-]{16,})/i;
const WITH_PASSWORD = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"']{0,200}:([^\s/@"']{1,500})@/gi;
function isSecretName(name) {
    return (HOLDS.test(name) || ENDS.test(name) || CAMEL.test(name)) && !ABOUT.test(name);
}
function canBeSecret(text) {
    return text !== '' && !HARMLESS.test(text);
}
function secretShape(text) {
    if (KEY_BLOCK.test(text) || hasEncodedKey(text))
        return 'a private key';
    if (PREFIXED.test(text) || HEADER.test(text))
        return 'a token';
    if (HOOK.test(text))
        return 'an address that anybody can post to';
    for (const [, password = ''] of text.matchAll(SETTING))
        if (canBeSecret(password))
            return 'a password';
    for (const [, password = ''] of text.matchAll(WITH_PASSWORD)) {
        if (canBeSecret(password))
            return 'an address with a password';
    }
    return undefined;
}
function hasEncodedKey(text) {
    return [...text.matchAll(ENCODED_BLOCK)].some(([block]) => {
        return KEY_BLOCK.test(Buffer.from(block, 'base64').toString('latin1'));
    });
}
const ASSIGNED = /([A-Za-z_][\w-]{0,80})(?:["'] ?\])?["']?\s{0,4}[=:]\s{0,4}(["'])([^"'\n{}$]{6,500})\2/g;
function assignedSecret(code) {
    for (const [, name = '', , value = ''] of code.matchAll(ASSIGNED)) {
        if (isSecretName(name) && canBeSecret(value) && !/\s/.test(value))
            return name;
    }
    return undefined;
}


/***/ }),

/***/ "src/config/chart/z2jh-keys.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ SECTIONS)
/* harmony export */ });
const SECTIONS = {
    '': 'cull custom debug enabled fullnameOverride global httpRoute hub imagePullSecret imagePullSecrets ingress nameOverride prePuller proxy rbac scheduling singleuser',
    hub: 'activeServerLimit allowNamedServers annotations args authenticatePrometheus baseUrl command concurrentSpawnLimit config consecutiveFailureLimit containerSecurityContext cookieSecret db deploymentStrategy existingSecret extraConfig extraContainers extraEnv extraFiles extraPodSpec extraVolumeMounts extraVolumes fsGid image initContainers labels lifecycle livenessProbe loadRoles namedServerLimitPerUser networkPolicy nodeSelector pdb podSecurityContext readinessProbe redirectToServer resources revisionHistoryLimit service serviceAccount services shutdownOnLogout templatePaths templateVars tolerations',
    'hub.image': 'name pullPolicy pullSecrets tag',
    'hub.networkPolicy': 'allowedIngressPorts egress egressAllowRules enabled ingress interNamespaceAccessLabels',
    'hub.networkPolicy.egressAllowRules': 'cloudMetadataServer dnsPortsCloudMetadataServer dnsPortsKubeSystemNamespace dnsPortsPrivateIPs nonPrivateIPs privateIPs',
    'hub.db': 'password pvc type upgrade url',
    'hub.db.pvc': 'accessModes annotations selector storage storageClassName subPath',
    'hub.service': 'annotations extraPorts ipFamilies ipFamilyPolicy loadBalancerIP ports type',
    'hub.service.ports': 'appProtocol nodePort',
    'hub.pdb': 'enabled maxUnavailable minAvailable',
    'hub.deploymentStrategy': 'rollingUpdate type',
    'hub.lifecycle': 'postStart preStop',
    'hub.serviceAccount': 'annotations create name',
    proxy: 'annotations chp deploymentStrategy https labels secretSync secretToken service traefik',
    'proxy.chp': 'containerSecurityContext defaultTarget errorTarget extraCommandLineFlags extraEnv extraPodSpec image livenessProbe networkPolicy nodeSelector pdb readinessProbe resources revisionHistoryLimit tolerations',
    'proxy.chp.networkPolicy': 'allowedIngressPorts egress egressAllowRules enabled ingress interNamespaceAccessLabels',
    'proxy.chp.networkPolicy.egressAllowRules': 'cloudMetadataServer dnsPortsCloudMetadataServer dnsPortsKubeSystemNamespace dnsPortsPrivateIPs nonPrivateIPs privateIPs',
    'proxy.chp.pdb': 'enabled maxUnavailable minAvailable',
    'proxy.chp.image': 'name pullPolicy pullSecrets tag',
    'proxy.service': 'annotations disableHttpPort externalIPs extraPorts ipFamilies ipFamilyPolicy labels loadBalancerIP loadBalancerSourceRanges nodePorts type',
    'proxy.service.nodePorts': 'http https',
    'proxy.https': 'enabled hosts letsencrypt manual secret type',
    'proxy.https.letsencrypt': 'acmeServer contactEmail',
    'proxy.https.manual': 'cert key',
    'proxy.https.secret': 'crt key name',
    'proxy.traefik': 'containerSecurityContext extraDynamicConfig extraEnv extraInitContainers extraPodSpec extraPorts extraStaticConfig extraVolumeMounts extraVolumes hsts image labels networkPolicy nodeSelector pdb resources revisionHistoryLimit serviceAccount tolerations',
    'proxy.traefik.networkPolicy': 'allowedIngressPorts egress egressAllowRules enabled ingress interNamespaceAccessLabels',
    'proxy.traefik.networkPolicy.egressAllowRules': 'cloudMetadataServer dnsPortsCloudMetadataServer dnsPortsKubeSystemNamespace dnsPortsPrivateIPs nonPrivateIPs privateIPs',
    'proxy.traefik.pdb': 'enabled maxUnavailable minAvailable',
    'proxy.traefik.hsts': 'includeSubdomains maxAge preload',
    'proxy.traefik.image': 'name pullPolicy pullSecrets tag',
    'proxy.traefik.serviceAccount': 'annotations create name',
    'proxy.deploymentStrategy': 'rollingUpdate type',
    'proxy.secretSync': 'containerSecurityContext image resources',
    'proxy.secretSync.image': 'name pullPolicy pullSecrets tag',
    singleuser: 'allowPrivilegeEscalation cloudMetadata cmd cpu defaultUrl events extraAnnotations extraContainers extraEnv extraFiles extraLabels extraNodeAffinity extraPodAffinity extraPodAntiAffinity extraPodConfig extraResource extraTolerations fsGid image initContainers lifecycleHooks memory networkPolicy networkTools nodeSelector podNameTemplate profileList serviceAccountName startTimeout storage uid',
    'singleuser.networkPolicy': 'allowedIngressPorts egress egressAllowRules enabled ingress interNamespaceAccessLabels',
    'singleuser.networkPolicy.egressAllowRules': 'cloudMetadataServer dnsPortsCloudMetadataServer dnsPortsKubeSystemNamespace dnsPortsPrivateIPs nonPrivateIPs privateIPs',
    'singleuser.cpu': 'guarantee limit',
    'singleuser.memory': 'guarantee limit',
    'singleuser.image': 'name pullPolicy pullSecrets tag',
    'singleuser.extraNodeAffinity': 'preferred required',
    'singleuser.extraPodAffinity': 'preferred required',
    'singleuser.extraPodAntiAffinity': 'preferred required',
    'singleuser.cloudMetadata': 'blockWithIptables ip',
    'singleuser.extraResource': 'guarantees limits',
    'singleuser.lifecycleHooks': 'postStart preStop',
    'singleuser.networkTools': 'image resources',
    'singleuser.networkTools.image': 'name pullPolicy pullSecrets tag',
    'singleuser.storage': 'capacity dynamic extraLabels extraVolumeMounts extraVolumes homeMountPath static type',
    'singleuser.storage.dynamic': 'pvcNameTemplate storageAccessModes storageClass subPath volumeNameTemplate',
    'singleuser.storage.static': 'pvcName subPath',
    scheduling: 'corePods podPriority userPlaceholder userPods userScheduler',
    'scheduling.userScheduler': 'annotations containerSecurityContext enabled extraPodSpec image labels logLevel nodeSelector pdb pluginConfig plugins replicas resources revisionHistoryLimit serviceAccount tolerations',
    'scheduling.userScheduler.image': 'name pullPolicy pullSecrets tag',
    'scheduling.userScheduler.pdb': 'enabled maxUnavailable minAvailable',
    'scheduling.userScheduler.serviceAccount': 'annotations create name',
    'scheduling.podPriority': 'defaultPriority enabled globalDefault imagePullerPriority userPlaceholderPriority',
    'scheduling.userPlaceholder': 'annotations containerSecurityContext enabled extraPodSpec image labels replicas resources revisionHistoryLimit',
    'scheduling.userPlaceholder.image': 'name pullPolicy pullSecrets tag',
    'scheduling.corePods': 'nodeAffinity tolerations',
    'scheduling.corePods.nodeAffinity': 'matchNodePurpose',
    'scheduling.userPods': 'nodeAffinity tolerations',
    'scheduling.userPods.nodeAffinity': 'matchNodePurpose',
    ingress: 'annotations enabled extraPaths hosts ingressClassName pathSuffix pathType tls',
    httpRoute: 'annotations enabled gateway hostnames',
    'httpRoute.gateway': 'name namespace sectionName',
    prePuller: 'annotations containerSecurityContext continuous extraImages extraTolerations hook labels pause pullProfileListImages resources revisionHistoryLimit',
    'prePuller.hook': 'containerSecurityContext daemonsetAnnotations enabled image nodeSelector podSchedulingWaitDuration pullOnlyOnChanges resources serviceAccount serviceAccountImagePuller tolerations',
    'prePuller.hook.image': 'name pullPolicy pullSecrets tag',
    'prePuller.hook.serviceAccount': 'annotations create name',
    'prePuller.hook.serviceAccountImagePuller': 'annotations create name',
    'prePuller.continuous': 'daemonsetAnnotations enabled serviceAccount',
    'prePuller.continuous.serviceAccount': 'annotations create name',
    'prePuller.pause': 'containerSecurityContext image',
    'prePuller.pause.image': 'name pullPolicy pullSecrets tag',
    cull: 'adminUsers concurrency enabled every maxAge removeNamedServers timeout users',
    debug: 'enabled',
    rbac: 'create enabled',
};


/***/ }),

/***/ "src/config/diagnostic.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VX: () => (/* binding */ MORE_FINDINGS),
  TH: () => (/* binding */ documentation),
  v$: () => (/* binding */ documentationLink),
  $t: () => (/* binding */ orderFindings),
  zj: () => (/* binding */ withoutDuplicates)
});

// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__("src/versions.js");
;// CONCATENATED MODULE: ./lib/src/config/repeated.js
const MOST = { error: 10, warning: 3, note: 3 };
const OF_ENTRIES = new Set(['person-format', 'duplicate-person', 'admin-full', 'csv-syntax']);
const MAX_RANGES = 5;
function joinRepeated(diagnostics) {
    const kinds = new Map();
    for (const one of diagnostics) {
        const kind = kindOf(one);
        const known = kinds.get(kind);
        if (known === undefined)
            kinds.set(kind, [one]);
        else
            known.push(one);
    }
    return diagnostics.flatMap((one) => {
        const same = kinds.get(kindOf(one)) ?? [];
        if (same.length <= MOST[one.severity])
            return [one];
        if (same[0] !== one)
            return [];
        const times = `This is found ${same.length.toLocaleString('en')} times, on ${linesText(same.map(({ line }) => line))}.`;
        return [{ ...one, message: `${one.message} ${times}` }];
    });
}
function kindOf({ file, rule, severity, message, hint = '', absent = false }) {
    const plain = (text) => OF_ENTRIES.has(rule) ? text.replace(/"[^"]*"/g, '"').replace(/\d+/g, '0') : text;
    return JSON.stringify([file, rule, severity, absent, plain(message), plain(hint)]);
}
function linesText(lines) {
    const sorted = [...new Set(lines)].sort((a, b) => a - b);
    const ranges = [];
    for (const line of sorted) {
        const last = ranges.at(-1);
        if (last !== undefined && line === last[1] + 1)
            last[1] = line;
        else
            ranges.push([line, line]);
    }
    const texts = ranges
        .slice(0, MAX_RANGES)
        .map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
    if (ranges.length > MAX_RANGES)
        texts.push('more');
    const end = texts.pop() ?? '';
    const list = texts.length === 0 ? end : `${texts.join(', ')} and ${end}`;
    return sorted.length === 1 ? `line ${list}` : `lines ${list}`;
}

;// CONCATENATED MODULE: ./lib/src/config/diagnostic.js


function documentation(rule) {
    return `docs/reference/rules.md#${rule}`;
}
function documentationLink(rule) {
    const [repository, version] = versions/* ACTION */.hr.split('@');
    return `https://github.com/${repository}/blob/${version}/${documentation(rule)}`;
}
const MAX_FINDINGS = 100;
const MORE_FINDINGS = 'more-findings';
function orderFindings(diagnostics, files = []) {
    const rank = { error: 0, warning: 1, note: 2 };
    const order = [...new Set([...files, ...diagnostics.map(({ file }) => file)])];
    const turn = new Map(order.map((file, index) => [file, index]));
    const seen = new Set();
    const unique = diagnostics.filter((one) => {
        const key = `${one.file}:${one.line}:${one.column}:${one.rule}:${one.message}`;
        return !seen.has(key) && seen.add(key);
    });
    const sorted = [...unique].sort((a, b) => (turn.get(a.file) ?? 0) - (turn.get(b.file) ?? 0) ||
        a.line - b.line ||
        a.column - b.column ||
        rank[a.severity] - rank[b.severity]);
    const ordered = joinRepeated(sorted);
    const [first] = ordered;
    if (first === undefined || ordered.length <= MAX_FINDINGS)
        return ordered;
    const kept = [...ordered].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MAX_FINDINGS);
    const message = `Only the first ${MAX_FINDINGS} findings are shown, errors first.`;
    const { file, line, column } = first;
    const more = {
        file,
        line,
        column,
        length: 1,
        severity: 'note',
        rule: MORE_FINDINGS,
        message,
        absent: true,
    };
    return [...ordered.filter((one) => kept.includes(one)), more];
}
function withoutDuplicates(...checks) {
    let kept = [];
    for (const check of checks) {
        const taken = new Set(kept.filter(({ absent }) => absent !== true).map(placeKey));
        kept = kept.concat(check.filter((one) => one.absent === true || !taken.has(placeKey(one))));
    }
    return kept;
}
function placeKey({ file, line, column }) {
    return `${file}:${line}:${column}`;
}


/***/ }),

/***/ "src/config/duration.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isTimezone),
/* harmony export */   Y: () => (/* binding */ seconds)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/json.js");

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
function seconds(text) {
    const [, count, unit = ''] = /^([1-9][0-9]{0,5})([smhd])$/.exec(text ?? '') ?? [];
    const factor = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .M)(SECONDS, unit);
    return count === undefined || factor === undefined ? undefined : Number(count) * factor;
}
function isTimezone(zone) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ "src/config/facts.generated.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ ACKNOWLEDGEABLE),
/* harmony export */   Y0: () => (/* binding */ NOT_SUPPORTED_YET),
/* harmony export */   qY: () => (/* binding */ FACTS),
/* harmony export */   y0: () => (/* binding */ RULES)
/* harmony export */ });
const FACTS = {
    "jupyterhub": {
        "": {
            "keys": [
                "apiVersion",
                "name",
                "project",
                "location",
                "state",
                "users",
                "extends",
                "platform",
                "access",
                "acknowledge",
                "approval",
                "storage",
                "profiles",
                "budgets",
                "warm",
                "culling",
                "limits",
                "images",
                "ray",
                "hub",
                "secrets",
                "cost"
            ]
        },
        "apiVersion": {
            "example": "jupyterhub-gke/v1"
        },
        "name": {
            "pattern": "A hub name has lower-case letters, digits and hyphens only, starts with a letter and ends with a letter or digit.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "research"
        },
        "project": {
            "pattern": "A project id has 6 to 30 lower-case letters, digits and hyphens, and starts with a letter.",
            "form": "^[a-z][a-z0-9-]{4,28}[a-z0-9]$",
            "example": "acme-research"
        },
        "location": {
            "pattern": "A location is a region such as us-central1 or a zone such as us-central1-a.",
            "form": "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$",
            "example": "us-central1"
        },
        "state": {
            "keys": [
                "bucket"
            ],
            "example": {
                "bucket": "acme-research-tfstate"
            }
        },
        "state.bucket": {
            "pattern": "A bucket name has lower-case letters, digits, hyphens, underscores and dots, and starts and ends with a letter or digit.",
            "form": "^[a-z0-9][a-z0-9._-]*[a-z0-9]$",
            "example": "acme-research-tfstate"
        },
        "users": {
            "keys": [
                "path",
                "columns",
                "repository",
                "ref"
            ],
            "example": "users.yaml"
        },
        "users.path": {
            "example": "students.csv"
        },
        "users.columns": {
            "keys": [
                "email",
                "groups",
                "until",
                "note"
            ],
            "example": {
                "email": "E-Mail",
                "groups": "Course"
            }
        },
        "users.columns.email": {
            "example": "E-Mail"
        },
        "users.columns.groups": {
            "example": "Course"
        },
        "users.columns.until": {
            "example": "Ends"
        },
        "users.columns.note": {
            "example": "Name"
        },
        "users.repository": {
            "pattern": "A repository is written as owner/name.",
            "form": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/(?![.]{1,2}$)[A-Za-z0-9._-]{1,100}$",
            "example": "acme/people"
        },
        "users.ref": {
            "pattern": "A ref is the name of a branch or tag, or a commit.",
            "form": "^[A-Za-z0-9][A-Za-z0-9._/-]*$",
            "example": "main"
        },
        "users.*": {
            "keys": [
                "path",
                "columns",
                "repository",
                "ref"
            ],
            "example": "staff.yaml"
        },
        "users.*.path": {
            "example": "students.csv"
        },
        "users.*.columns": {
            "keys": [
                "email",
                "groups",
                "until",
                "note"
            ],
            "example": {
                "email": "E-Mail",
                "groups": "Course"
            }
        },
        "users.*.columns.email": {
            "example": "E-Mail"
        },
        "users.*.columns.groups": {
            "example": "Course"
        },
        "users.*.columns.until": {
            "example": "Ends"
        },
        "users.*.columns.note": {
            "example": "Name"
        },
        "users.*.repository": {
            "pattern": "A repository is written as owner/name.",
            "form": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/(?![.]{1,2}$)[A-Za-z0-9._-]{1,100}$",
            "example": "acme/people"
        },
        "users.*.ref": {
            "pattern": "A ref is the name of a branch or tag, or a commit.",
            "form": "^[A-Za-z0-9][A-Za-z0-9._/-]*$",
            "example": "main"
        },
        "extends": {
            "example": "../base/jupyterhub.yaml"
        },
        "platform": {
            "keys": [
                "from",
                "name",
                "zones",
                "cluster",
                "network",
                "nodePools",
                "addons",
                "maintenance",
                "deletionProtection",
                "releaseChannel",
                "encryptionKey",
                "labels"
            ],
            "example": {
                "cluster": {
                    "mode": "standard"
                }
            }
        },
        "platform.from": {
            "example": "../research/jupyterhub.yaml"
        },
        "platform.name": {
            "pattern": "A platform name has lower-case letters, digits and hyphens only, starts with a letter and ends with a letter or digit.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "research"
        },
        "platform.zones": {
            "example": [
                "us-central1-a"
            ]
        },
        "platform.zones.*": {
            "pattern": "A zone is a region and a letter, such as us-central1-a.",
            "form": "^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$",
            "example": "us-central1-a"
        },
        "platform.cluster": {
            "keys": [
                "mode",
                "existing"
            ],
            "example": {
                "mode": "standard"
            }
        },
        "platform.cluster.mode": {
            "example": "standard"
        },
        "platform.cluster.existing": {
            "keys": [
                "name",
                "location"
            ],
            "example": {
                "name": "shared",
                "location": "us-central1"
            }
        },
        "platform.cluster.existing.name": {
            "pattern": "A cluster name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "shared"
        },
        "platform.cluster.existing.location": {
            "pattern": "A location is a region such as us-central1 or a zone such as us-central1-a.",
            "form": "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$",
            "example": "us-central1"
        },
        "platform.network": {
            "keys": [
                "existing",
                "sharedVpc",
                "cidrs"
            ],
            "example": {
                "existing": {
                    "network": "vpc",
                    "subnetwork": "gke"
                }
            }
        },
        "platform.network.existing": {
            "keys": [
                "network",
                "subnetwork",
                "podsRange",
                "servicesRange"
            ],
            "example": {
                "network": "vpc",
                "subnetwork": "gke"
            }
        },
        "platform.network.existing.network": {
            "pattern": "A network name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "vpc"
        },
        "platform.network.existing.subnetwork": {
            "pattern": "A subnetwork name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "gke"
        },
        "platform.network.existing.podsRange": {
            "pattern": "A range name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "pods"
        },
        "platform.network.existing.servicesRange": {
            "pattern": "A range name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "services"
        },
        "platform.network.sharedVpc": {
            "keys": [
                "project",
                "network",
                "subnetwork",
                "podsRange",
                "servicesRange"
            ],
            "example": {
                "project": "acme-network",
                "network": "vpc",
                "subnetwork": "gke",
                "podsRange": "pods",
                "servicesRange": "services"
            }
        },
        "platform.network.sharedVpc.project": {
            "pattern": "A project id has 6 to 30 lower-case letters, digits and hyphens, and starts with a letter.",
            "form": "^[a-z][a-z0-9-]{4,28}[a-z0-9]$",
            "example": "acme-network"
        },
        "platform.network.sharedVpc.network": {
            "pattern": "A network name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "vpc"
        },
        "platform.network.sharedVpc.subnetwork": {
            "pattern": "A subnetwork name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "gke"
        },
        "platform.network.sharedVpc.podsRange": {
            "pattern": "A range name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "pods"
        },
        "platform.network.sharedVpc.servicesRange": {
            "pattern": "A range name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "services"
        },
        "platform.network.cidrs": {
            "keys": [
                "nodes",
                "pods",
                "services"
            ],
            "example": {
                "nodes": "10.64.0.0/20",
                "pods": "10.68.0.0/14",
                "services": "10.72.0.0/20"
            }
        },
        "platform.network.cidrs.nodes": {
            "pattern": "A range is written as address/length, such as 10.4.0.0/14.",
            "form": "^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$",
            "example": "10.0.0.0/20"
        },
        "platform.network.cidrs.pods": {
            "pattern": "A range is written as address/length, such as 10.4.0.0/14.",
            "form": "^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$",
            "example": "10.4.0.0/14"
        },
        "platform.network.cidrs.services": {
            "pattern": "A range is written as address/length, such as 10.4.0.0/14.",
            "form": "^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$",
            "example": "10.8.0.0/20"
        },
        "platform.nodePools": {
            "pattern": "A pool name has lower-case letters, digits and hyphens only, starts with a letter, and has at most 35 characters (5 more are added).",
            "example": {
                "l4": {
                    "machineType": "g2-standard-8",
                    "gpu": {
                        "type": "nvidia-l4"
                    },
                    "max": 3
                }
            }
        },
        "platform.nodePools.*": {
            "keys": [
                "machineType",
                "gpu",
                "tpu",
                "capacity",
                "zones",
                "min",
                "max",
                "disk",
                "existing",
                "selector",
                "tolerations"
            ]
        },
        "platform.nodePools.*.machineType": {
            "pattern": "Use the Compute Engine name of the machine type, such as n2-standard-8.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)+$",
            "example": "g2-standard-8"
        },
        "platform.nodePools.*.gpu": {
            "keys": [
                "type",
                "count",
                "driver",
                "sharing"
            ],
            "example": {
                "type": "nvidia-l4"
            }
        },
        "platform.nodePools.*.gpu.type": {
            "pattern": "Use the GKE name of the GPU, such as nvidia-l4.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "example": "nvidia-l4"
        },
        "platform.nodePools.*.gpu.count": {
            "example": 1
        },
        "platform.nodePools.*.gpu.driver": {
            "example": "latest"
        },
        "platform.nodePools.*.gpu.sharing": {
            "keys": [
                "strategy",
                "clients"
            ],
            "example": {
                "strategy": "time-sharing",
                "clients": 4
            }
        },
        "platform.nodePools.*.gpu.sharing.strategy": {
            "example": "time-sharing"
        },
        "platform.nodePools.*.gpu.sharing.clients": {
            "example": 4
        },
        "platform.nodePools.*.tpu": {
            "keys": [
                "topology"
            ],
            "example": {
                "topology": "2x2"
            }
        },
        "platform.nodePools.*.tpu.topology": {
            "pattern": "A topology is written as 2x2 or 2x2x1.",
            "form": "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$",
            "example": "2x2"
        },
        "platform.nodePools.*.capacity": {
            "example": "spot"
        },
        "platform.nodePools.*.zones": {
            "example": [
                "us-central1-a"
            ]
        },
        "platform.nodePools.*.zones.*": {
            "pattern": "A zone is a region and a letter, such as us-central1-a.",
            "form": "^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$",
            "example": "us-central1-a"
        },
        "platform.nodePools.*.min": {
            "example": 0
        },
        "platform.nodePools.*.max": {
            "example": 5
        },
        "platform.nodePools.*.disk": {
            "keys": [
                "type",
                "size"
            ],
            "example": {
                "type": "pd-ssd",
                "size": "200Gi"
            }
        },
        "platform.nodePools.*.disk.type": {
            "example": "pd-balanced"
        },
        "platform.nodePools.*.disk.size": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "200Gi"
        },
        "platform.nodePools.*.existing": {
            "example": true
        },
        "platform.nodePools.*.selector": {
            "pattern": "A label key has at most 63 letters, digits, hyphens, underscores and dots, optionally after a domain and a slash.",
            "example": {
                "cloud.google.com/gke-nodepool": "gpu"
            }
        },
        "platform.nodePools.*.selector.*": {
            "example": "gpu"
        },
        "platform.nodePools.*.tolerations": {
            "example": [
                {
                    "key": "nvidia.com/gpu",
                    "operator": "Exists"
                }
            ]
        },
        "platform.nodePools.*.tolerations.*": {
            "keys": [
                "key",
                "operator",
                "value",
                "effect"
            ]
        },
        "platform.nodePools.*.tolerations.*.key": {
            "example": "nvidia.com/gpu"
        },
        "platform.nodePools.*.tolerations.*.operator": {
            "example": "Exists"
        },
        "platform.nodePools.*.tolerations.*.value": {
            "example": "present"
        },
        "platform.nodePools.*.tolerations.*.effect": {
            "example": "NoSchedule"
        },
        "platform.addons": {
            "keys": [
                "gcsFuse",
                "filestore",
                "managedPrometheus",
                "backup",
                "ray"
            ],
            "example": {
                "managedPrometheus": true
            }
        },
        "platform.addons.gcsFuse": {
            "example": true
        },
        "platform.addons.filestore": {
            "example": true
        },
        "platform.addons.managedPrometheus": {
            "example": true
        },
        "platform.addons.backup": {
            "example": true
        },
        "platform.addons.ray": {
            "example": true
        },
        "platform.maintenance": {
            "keys": [
                "days",
                "start",
                "hours",
                "exclusions"
            ],
            "example": {
                "days": [
                    "sat",
                    "sun"
                ],
                "start": "02:00",
                "hours": 8
            }
        },
        "platform.maintenance.days": {
            "example": [
                "sat",
                "sun"
            ]
        },
        "platform.maintenance.days.*": {
            "example": "sat"
        },
        "platform.maintenance.start": {
            "pattern": "A time is written as HH:MM, from 00:00 to 23:59.",
            "form": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "example": "02:00"
        },
        "platform.maintenance.hours": {
            "example": 6
        },
        "platform.maintenance.exclusions": {
            "example": [
                {
                    "name": "exams",
                    "from": "2027-01-18",
                    "to": "2027-02-12"
                }
            ]
        },
        "platform.maintenance.exclusions.*": {
            "keys": [
                "name",
                "from",
                "to",
                "scope"
            ]
        },
        "platform.maintenance.exclusions.*.name": {
            "pattern": "A name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "exams"
        },
        "platform.maintenance.exclusions.*.from": {
            "pattern": "A date is written as YYYY-MM-DD.",
            "form": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "example": "2027-01-18"
        },
        "platform.maintenance.exclusions.*.to": {
            "pattern": "A date is written as YYYY-MM-DD.",
            "form": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "example": "2027-02-12"
        },
        "platform.maintenance.exclusions.*.scope": {
            "example": "NO_MINOR_OR_NODE_UPGRADES"
        },
        "platform.deletionProtection": {
            "example": false
        },
        "platform.releaseChannel": {
            "example": "STABLE"
        },
        "platform.encryptionKey": {
            "pattern": "A key is written as projects/P/locations/L/keyRings/R/cryptoKeys/K.",
            "form": "^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z0-9-]+/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}$",
            "example": "projects/acme-keys/locations/us-central1/keyRings/gke/cryptoKeys/secrets"
        },
        "platform.labels": {
            "pattern": "A label key has lower-case letters, digits, underscores and hyphens, starts with a letter, and has at most 63 characters.",
            "example": {
                "cost-center": "teaching"
            }
        },
        "platform.labels.*": {
            "pattern": "A label value has lower-case letters, digits, underscores and hyphens, at most 63.",
            "form": "^[a-z0-9_-]{0,63}$",
            "example": "teaching"
        },
        "access": {
            "keys": [
                "domain",
                "subdomains",
                "certificate",
                "dns",
                "oauthClient",
                "entry",
                "mode",
                "guard",
                "files",
                "session",
                "audit"
            ],
            "example": {
                "domain": "hub.acme.dev"
            }
        },
        "access.domain": {
            "pattern": "A host name is lower-case and has at least one dot. It has no scheme, port, path or wildcard.",
            "form": "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$",
            "example": "hub.acme.dev"
        },
        "access.subdomains": {
            "example": true
        },
        "access.certificate": {
            "pattern": "A certificate’s name has at most 63 lower-case letters, digits and hyphens, and starts with a letter.",
            "form": "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",
            "example": "hub-acme-dev-2027"
        },
        "access.dns": {
            "keys": [
                "zone",
                "project"
            ],
            "example": {
                "zone": "acme-dev"
            }
        },
        "access.dns.zone": {
            "pattern": "A zone name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "acme-dev"
        },
        "access.dns.project": {
            "pattern": "A project id has 6 to 30 lower-case letters, digits and hyphens, and starts with a letter.",
            "form": "^[a-z][a-z0-9-]{4,28}[a-z0-9]$",
            "example": "acme-dns"
        },
        "access.oauthClient": {
            "keys": [
                "secretRef"
            ],
            "pattern": "Write google-managed, or a mapping {secretRef: NAME}.",
            "form": "^google-managed$",
            "example": "google-managed"
        },
        "access.oauthClient.secretRef": {
            "example": "OAUTH_CLIENT"
        },
        "access.entry": {
            "keys": [
                "group",
                "manage",
                "domain"
            ],
            "pattern": "Write direct, or a mapping {group: ADDRESS} or {domain: DOMAIN}.",
            "form": "^direct$",
            "example": "direct"
        },
        "access.entry.group": {
            "pattern": "Write the e-mail address of the group.",
            "form": "^[^@\\s]+@[^@\\s]+$",
            "example": "hub-users@acme.dev"
        },
        "access.entry.manage": {
            "example": true
        },
        "access.entry.domain": {
            "pattern": "A host name is lower-case and has at least one dot. It has no scheme, port, path or wildcard.",
            "form": "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$",
            "example": "acme.dev"
        },
        "access.mode": {
            "example": "additive"
        },
        "access.guard": {
            "keys": [
                "maxRemovals",
                "requiredAdmins"
            ],
            "example": {
                "requiredAdmins": 1
            }
        },
        "access.guard.maxRemovals": {
            "keys": [
                "percent",
                "atLeast"
            ],
            "example": {
                "percent": 10,
                "atLeast": 3
            }
        },
        "access.guard.maxRemovals.percent": {
            "example": 10
        },
        "access.guard.maxRemovals.atLeast": {
            "example": 3
        },
        "access.guard.requiredAdmins": {
            "example": 1
        },
        "access.files": {
            "example": [
                {
                    "path": "teams/ml.yaml",
                    "mayGrant": {
                        "groups": [
                            "ml"
                        ]
                    }
                }
            ]
        },
        "access.files.*": {
            "keys": [
                "path",
                "mayGrant"
            ]
        },
        "access.files.*.path": {
            "example": "teams/*.yaml"
        },
        "access.files.*.mayGrant": {
            "keys": [
                "groups",
                "admin"
            ],
            "example": {
                "groups": [
                    "ml"
                ]
            }
        },
        "access.files.*.mayGrant.groups": {
            "example": [
                "ml"
            ]
        },
        "access.files.*.mayGrant.groups.*": {
            "pattern": "A group has lower-case letters, digits, hyphens, underscores and dots, starts and ends with a letter or digit, and has at most 64 characters.",
            "form": "^\\*$|^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$",
            "example": "ml"
        },
        "access.files.*.mayGrant.admin": {
            "example": true
        },
        "access.session": {
            "keys": [
                "reauth",
                "websocket",
                "timezone"
            ],
            "example": {
                "websocket": "4h",
                "timezone": "Europe/Berlin"
            }
        },
        "access.session.reauth": {
            "pattern": "A duration is a whole number above 0 with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "12h"
        },
        "access.session.websocket": {
            "pattern": "A duration is a whole number above 0 with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "4h"
        },
        "access.session.timezone": {
            "pattern": "A time zone is written as Area/City, such as Europe/Berlin.",
            "form": "^[A-Za-z]+([A-Za-z0-9_+/-]*[A-Za-z0-9])?$",
            "example": "Europe/Berlin"
        },
        "access.audit": {
            "keys": [
                "bucket"
            ],
            "example": {
                "bucket": "acme-audit"
            }
        },
        "access.audit.bucket": {
            "pattern": "A bucket name has lower-case letters, digits, hyphens, underscores and dots, and starts and ends with a letter or digit.",
            "form": "^[a-z0-9][a-z0-9._-]*[a-z0-9]$",
            "example": "acme-audit"
        },
        "acknowledge": {
            "example": [
                {
                    "rule": "trial-domain",
                    "reason": "A trial until March."
                }
            ]
        },
        "acknowledge.*": {
            "keys": [
                "rule",
                "reason"
            ]
        },
        "acknowledge.*.rule": {
            "pattern": "Use the rule name that the finding shows, such as trial-domain.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "example": "trial-domain"
        },
        "acknowledge.*.reason": {
            "pattern": "Say why it is accepted.",
            "form": "\\S",
            "example": "A trial until March."
        },
        "approval": {
            "example": "none"
        },
        "storage": {
            "keys": [
                "home",
                "buckets",
                "purge",
                "snapshots"
            ],
            "example": {
                "home": {
                    "size": "20Gi"
                }
            }
        },
        "storage.home": {
            "keys": [
                "type",
                "diskType",
                "size",
                "regional",
                "mode",
                "tier"
            ],
            "example": {
                "type": "disk",
                "diskType": "pd-ssd",
                "size": "20Gi"
            }
        },
        "storage.home.type": {
            "example": "filestore"
        },
        "storage.home.diskType": {
            "example": "pd-ssd"
        },
        "storage.home.size": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "20Gi"
        },
        "storage.home.regional": {
            "example": true
        },
        "storage.home.mode": {
            "example": "multishare"
        },
        "storage.home.tier": {
            "example": "ZONAL"
        },
        "storage.buckets": {
            "keys": [
                "perUser",
                "shared"
            ],
            "example": {
                "perUser": true
            }
        },
        "storage.buckets.perUser": {
            "example": true
        },
        "storage.buckets.shared": {
            "example": [
                {
                    "bucket": "acme-datasets",
                    "mountPath": "/data"
                }
            ]
        },
        "storage.buckets.shared.*": {
            "keys": [
                "bucket",
                "mountPath",
                "readOnly"
            ]
        },
        "storage.buckets.shared.*.bucket": {
            "pattern": "A bucket name has lower-case letters, digits, hyphens, underscores and dots, and starts and ends with a letter or digit.",
            "form": "^[a-z0-9][a-z0-9._-]*[a-z0-9]$",
            "example": "acme-datasets"
        },
        "storage.buckets.shared.*.mountPath": {
            "pattern": "A folder is an absolute path of letters, digits, dots, hyphens and underscores.",
            "form": "^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$",
            "example": "/data"
        },
        "storage.buckets.shared.*.readOnly": {
            "example": false
        },
        "storage.purge": {
            "example": [
                {
                    "email": "ada@acme.dev",
                    "left": "2026-06-30"
                }
            ]
        },
        "storage.purge.*": {
            "keys": [
                "email",
                "left"
            ]
        },
        "storage.purge.*.email": {
            "pattern": "Write the e-mail address of the person.",
            "form": "^[^@\\s]+@[^@\\s]+$",
            "example": "ada@acme.dev"
        },
        "storage.purge.*.left": {
            "pattern": "A date is written as YYYY-MM-DD.",
            "form": "^\\d{4}-\\d{2}-\\d{2}$",
            "example": "2026-06-30"
        },
        "storage.snapshots": {
            "keys": [
                "schedule",
                "keep"
            ],
            "example": {
                "schedule": "0 3 * * *",
                "keep": 14
            }
        },
        "storage.snapshots.schedule": {
            "pattern": "A schedule has five fields, such as 0 3 * * *.",
            "form": "^\\S+( \\S+){4}$",
            "example": "0 3 * * *"
        },
        "storage.snapshots.keep": {
            "example": 14
        },
        "profiles": {
            "example": [
                {
                    "name": "small"
                },
                {
                    "name": "large",
                    "cpu": {
                        "guarantee": 2,
                        "limit": 4
                    },
                    "memory": "16Gi"
                }
            ]
        },
        "profiles.*": {
            "keys": [
                "name",
                "displayName",
                "description",
                "default",
                "image",
                "unlistedImage",
                "options",
                "env",
                "pool",
                "capacity",
                "reservation",
                "cpu",
                "memory",
                "sharedMemory",
                "gpu",
                "tpu",
                "sandbox",
                "groups",
                "culling",
                "startTimeout"
            ]
        },
        "profiles.*.name": {
            "pattern": "A profile name has lower-case letters, digits and hyphens only, and starts and ends with a letter or digit.",
            "form": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
            "example": "small"
        },
        "profiles.*.displayName": {
            "example": "Small (1–2 CPU, 4 GiB)"
        },
        "profiles.*.description": {
            "example": "For notebooks and light analysis."
        },
        "profiles.*.default": {
            "example": true
        },
        "profiles.*.image": {
            "pattern": "An image is written as registry/path:tag or registry/path@sha256:… .",
            "form": "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$",
            "example": "quay.io/jupyter/scipy-notebook:2026-10-05"
        },
        "profiles.*.unlistedImage": {
            "keys": [
                "pattern"
            ],
            "example": {
                "pattern": "^us-docker\\.pkg\\.dev/acme-research/notebooks/.+$"
            }
        },
        "profiles.*.unlistedImage.pattern": {
            "example": "^us-docker\\.pkg\\.dev/acme-research/notebooks/.+$"
        },
        "profiles.*.options": {
            "pattern": "An option has lower-case letters, digits and hyphens only.",
            "example": {
                "image": {
                    "choices": {
                        "stable": {
                            "image": "quay.io/jupyter/scipy-notebook:2026-10-05"
                        }
                    }
                }
            }
        },
        "profiles.*.options.*": {
            "keys": [
                "displayName",
                "choices"
            ]
        },
        "profiles.*.options.*.displayName": {
            "example": "Image"
        },
        "profiles.*.options.*.choices": {
            "pattern": "A choice has lower-case letters, digits and hyphens only.",
            "example": {
                "stable": {
                    "image": "quay.io/jupyter/scipy-notebook:2026-10-05"
                }
            }
        },
        "profiles.*.options.*.choices.*": {
            "keys": [
                "displayName",
                "default",
                "image",
                "cpu",
                "memory",
                "env"
            ]
        },
        "profiles.*.options.*.choices.*.displayName": {
            "example": "Python 3.13"
        },
        "profiles.*.options.*.choices.*.default": {
            "example": true
        },
        "profiles.*.options.*.choices.*.image": {
            "pattern": "An image is written as registry/path:tag or registry/path@sha256:… .",
            "form": "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$",
            "example": "quay.io/jupyter/scipy-notebook:2026-10-05"
        },
        "profiles.*.options.*.choices.*.cpu": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 2
        },
        "profiles.*.options.*.choices.*.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 1
        },
        "profiles.*.options.*.choices.*.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m, or none.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$|^none$",
            "example": 4
        },
        "profiles.*.options.*.choices.*.memory": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "8Gi"
        },
        "profiles.*.options.*.choices.*.memory.guarantee": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "4Gi"
        },
        "profiles.*.options.*.choices.*.memory.limit": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti, or none.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$|^none$",
            "example": "16Gi"
        },
        "profiles.*.options.*.choices.*.env": {
            "pattern": "An environment variable has letters, digits and underscores, and does not start with a digit.",
            "example": {
                "THEME": "dark"
            }
        },
        "profiles.*.options.*.choices.*.env.*": {
            "keys": [
                "secretRef"
            ],
            "example": "https://mlflow.acme.dev"
        },
        "profiles.*.options.*.choices.*.env.*.secretRef": {
            "example": "LMS_TOKEN"
        },
        "profiles.*.env": {
            "pattern": "An environment variable has letters, digits and underscores, and does not start with a digit.",
            "example": {
                "MLFLOW": "https://mlflow.acme.dev"
            }
        },
        "profiles.*.env.*": {
            "keys": [
                "secretRef"
            ],
            "example": "https://mlflow.acme.dev"
        },
        "profiles.*.env.*.secretRef": {
            "example": "LMS_TOKEN"
        },
        "profiles.*.pool": {
            "example": "l4"
        },
        "profiles.*.capacity": {
            "pattern": "A capacity is on-demand, spot, flex-start or reservation. A list has two or more of them.",
            "form": "^(on-demand|spot|flex-start|reservation)$",
            "example": "spot"
        },
        "profiles.*.capacity.*": {
            "example": "spot"
        },
        "profiles.*.reservation": {
            "keys": [
                "name",
                "project"
            ],
            "example": {
                "name": "course-l4"
            }
        },
        "profiles.*.reservation.name": {
            "pattern": "The name of a reservation has lower-case letters, digits and hyphens only, and starts with a letter.",
            "form": "^[a-z]([a-z0-9-]*[a-z0-9])?$",
            "example": "course-l4"
        },
        "profiles.*.reservation.project": {
            "pattern": "A project ID has lower-case letters, digits and hyphens only, and starts with a letter.",
            "form": "^[a-z][a-z0-9-]*[a-z0-9]$",
            "example": "acme-capacity"
        },
        "profiles.*.cpu": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 2
        },
        "profiles.*.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 1
        },
        "profiles.*.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m, or none.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$|^none$",
            "example": 4
        },
        "profiles.*.memory": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "8Gi"
        },
        "profiles.*.memory.guarantee": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "4Gi"
        },
        "profiles.*.memory.limit": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti, or none.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$|^none$",
            "example": "16Gi"
        },
        "profiles.*.sharedMemory": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "4Gi"
        },
        "profiles.*.gpu": {
            "keys": [
                "type",
                "count",
                "driver",
                "sharing"
            ],
            "example": 1,
            "mapping": {
                "type": "nvidia-l4",
                "count": 1
            }
        },
        "profiles.*.gpu.type": {
            "pattern": "Use the GKE name of the GPU, such as nvidia-l4.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "example": "nvidia-l4"
        },
        "profiles.*.gpu.count": {
            "example": 1
        },
        "profiles.*.gpu.driver": {
            "example": "latest"
        },
        "profiles.*.gpu.sharing": {
            "keys": [
                "strategy",
                "clients"
            ],
            "example": {
                "strategy": "time-sharing",
                "clients": 4
            }
        },
        "profiles.*.gpu.sharing.strategy": {
            "example": "time-sharing"
        },
        "profiles.*.gpu.sharing.clients": {
            "example": 4
        },
        "profiles.*.tpu": {
            "keys": [
                "type",
                "topology"
            ],
            "example": 4,
            "mapping": {
                "type": "tpu-v5-lite-podslice",
                "topology": "2x2"
            }
        },
        "profiles.*.tpu.type": {
            "pattern": "Use the GKE name of the TPU, such as tpu-v5-lite-podslice.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "example": "tpu-v5-lite-podslice"
        },
        "profiles.*.tpu.topology": {
            "pattern": "A topology is written as 2x2 or 2x2x1.",
            "form": "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$",
            "example": "2x2"
        },
        "profiles.*.sandbox": {
            "example": true
        },
        "profiles.*.groups": {
            "pattern": "Name at least one group, or remove the key, which means everybody.",
            "example": [
                "ml"
            ]
        },
        "profiles.*.groups.*": {
            "pattern": "A group has lower-case letters, digits, hyphens, underscores and dots, starts and ends with a letter or digit, and has at most 64 characters.",
            "form": "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$",
            "example": "ml"
        },
        "profiles.*.culling": {
            "keys": [
                "idle",
                "maxAge"
            ],
            "example": {
                "idle": "30m",
                "maxAge": "12h"
            }
        },
        "profiles.*.culling.idle": {
            "pattern": "A duration is a whole number above 0 with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "30m"
        },
        "profiles.*.culling.maxAge": {
            "pattern": "A duration is a whole number above 0 with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "24h"
        },
        "profiles.*.startTimeout": {
            "pattern": "A duration is a whole number above 0 with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "20m"
        },
        "budgets": {
            "example": [
                {
                    "groups": [
                        "ml"
                    ],
                    "of": "gpu",
                    "hours": 40,
                    "per": "7d"
                }
            ]
        },
        "budgets.*": {
            "keys": [
                "groups",
                "profiles",
                "of",
                "hours",
                "per",
                "each"
            ]
        },
        "budgets.*.groups": {
            "pattern": "Name at least one group, or remove the key, which means everybody.",
            "example": [
                "ml"
            ]
        },
        "budgets.*.groups.*": {
            "pattern": "A group has lower-case letters, digits, hyphens, underscores and dots, starts and ends with a letter or digit, and has at most 64 characters.",
            "form": "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$",
            "example": "ml"
        },
        "budgets.*.profiles": {
            "example": [
                "large"
            ]
        },
        "budgets.*.profiles.*": {
            "example": "large"
        },
        "budgets.*.of": {
            "example": "gpu"
        },
        "budgets.*.hours": {
            "example": 40
        },
        "budgets.*.per": {
            "pattern": "A window is a number of days: 1d, 7d, 30d, at most 90d.",
            "form": "^[1-9][0-9]?d$",
            "example": "7d"
        },
        "budgets.*.each": {
            "example": "group"
        },
        "warm": {
            "example": [
                {
                    "profile": "small",
                    "servers": 20,
                    "days": [
                        "mon"
                    ],
                    "from": "09:40",
                    "to": "12:00"
                }
            ]
        },
        "warm.*": {
            "keys": [
                "profile",
                "servers",
                "days",
                "from",
                "to"
            ]
        },
        "warm.*.profile": {
            "example": "small"
        },
        "warm.*.servers": {
            "example": 20
        },
        "warm.*.days": {
            "example": [
                "mon",
                "wed"
            ]
        },
        "warm.*.days.*": {
            "example": "mon"
        },
        "warm.*.from": {
            "pattern": "A time is written as HH:MM, from 00:00 to 23:59.",
            "form": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "example": "09:40"
        },
        "warm.*.to": {
            "pattern": "A time is written as HH:MM, from 00:00 to 23:59.",
            "form": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "example": "12:00"
        },
        "culling": {
            "keys": [
                "idle",
                "maxAge",
                "kernels"
            ],
            "example": {
                "idle": "2h"
            }
        },
        "culling.idle": {
            "pattern": "A duration is a whole number above 0 with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "30m"
        },
        "culling.maxAge": {
            "pattern": "A duration is a whole number above 0 with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "24h"
        },
        "culling.kernels": {
            "pattern": "A duration is a whole number above 0 with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "30m"
        },
        "limits": {
            "keys": [
                "servers",
                "concurrentSpawns",
                "namedServers",
                "memoryPerUser",
                "gpus"
            ],
            "example": {
                "servers": 200
            }
        },
        "limits.servers": {
            "example": 200
        },
        "limits.concurrentSpawns": {
            "example": 128
        },
        "limits.namedServers": {
            "example": 2
        },
        "limits.memoryPerUser": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "32Gi"
        },
        "limits.gpus": {
            "example": 8
        },
        "images": {
            "keys": [
                "pullSecrets",
                "registries"
            ],
            "example": {
                "registries": [
                    "acme-images"
                ]
            }
        },
        "images.pullSecrets": {
            "example": [
                {
                    "secretRef": "REGISTRY"
                }
            ]
        },
        "images.pullSecrets.*": {
            "keys": [
                "secretRef"
            ],
            "example": {
                "secretRef": "REGISTRY"
            }
        },
        "images.pullSecrets.*.secretRef": {
            "example": "LMS_TOKEN"
        },
        "images.registries": {
            "example": [
                "acme-images"
            ]
        },
        "images.registries.*": {
            "pattern": "A registry is written as project or project/location/repository.",
            "form": "^[a-z][a-z0-9-]{4,28}[a-z0-9](/[a-z0-9-]+/[a-z][a-z0-9-]*)?$",
            "example": "acme-images"
        },
        "ray": {
            "keys": [
                "enabled",
                "version",
                "image",
                "head",
                "workers"
            ],
            "example": {
                "enabled": true,
                "version": "2.52.0"
            }
        },
        "ray.enabled": {
            "example": true
        },
        "ray.version": {
            "pattern": "A Ray version has three numbers, such as 2.52.0.",
            "form": "^[0-9]+\\.[0-9]+\\.[0-9]+$",
            "example": "2.52.0"
        },
        "ray.image": {
            "pattern": "An image is written as registry/path:tag or registry/path@sha256:… .",
            "form": "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$",
            "example": "rayproject/ray:2.52.0-py313"
        },
        "ray.head": {
            "keys": [
                "cpu",
                "memory"
            ],
            "example": {
                "cpu": 2,
                "memory": "8Gi"
            }
        },
        "ray.head.cpu": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 2
        },
        "ray.head.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 1
        },
        "ray.head.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m, or none.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$|^none$",
            "example": 4
        },
        "ray.head.memory": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "8Gi"
        },
        "ray.head.memory.guarantee": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "4Gi"
        },
        "ray.head.memory.limit": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti, or none.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$|^none$",
            "example": "16Gi"
        },
        "ray.workers": {
            "example": [
                {
                    "name": "cpu",
                    "max": 10,
                    "cpu": 4,
                    "memory": "16Gi"
                }
            ]
        },
        "ray.workers.*": {
            "keys": [
                "name",
                "min",
                "max",
                "cpu",
                "memory",
                "gpu"
            ]
        },
        "ray.workers.*.name": {
            "pattern": "A group name has lower-case letters, digits and hyphens only.",
            "form": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
            "example": "cpu"
        },
        "ray.workers.*.min": {
            "example": 0
        },
        "ray.workers.*.max": {
            "example": 10
        },
        "ray.workers.*.cpu": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 4
        },
        "ray.workers.*.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 1
        },
        "ray.workers.*.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or of millicores such as 500m, or none.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$|^none$",
            "example": 4
        },
        "ray.workers.*.memory": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "16Gi"
        },
        "ray.workers.*.memory.guarantee": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "4Gi"
        },
        "ray.workers.*.memory.limit": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti, or none.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$|^none$",
            "example": "16Gi"
        },
        "ray.workers.*.gpu": {
            "keys": [
                "type",
                "count"
            ],
            "example": 1,
            "mapping": {
                "type": "nvidia-l4",
                "count": 1
            }
        },
        "ray.workers.*.gpu.type": {
            "pattern": "Use the GKE name of the GPU, such as nvidia-l4.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "example": "nvidia-l4"
        },
        "ray.workers.*.gpu.count": {
            "example": 1
        },
        "hub": {
            "keys": [
                "chart",
                "values"
            ]
        },
        "hub.chart": {
            "keys": [
                "version",
                "repository",
                "path",
                "sha256"
            ]
        },
        "hub.chart.version": {
            "pattern": "A chart version has three numbers, such as 4.4.0.",
            "form": "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",
            "example": "4.4.0"
        },
        "hub.chart.repository": {
            "pattern": "A repository URL starts with https:// or oci:// and has no user name, query or fragment.",
            "form": "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$",
            "example": "https://charts.acme.dev/mirror"
        },
        "hub.chart.path": {
            "example": "charts/jupyterhub-4.4.0.tgz"
        },
        "hub.chart.sha256": {
            "pattern": "A SHA-256 has 64 lower-case hexadecimal digits.",
            "form": "^[0-9a-f]{64}$",
            "example": "99e429ca8205bf21468eaed978da7b425b94ead966db1875211dc310c6ebf228"
        },
        "hub.values": {
            "example": {
                "hub": {
                    "config": {
                        "JupyterHub": {
                            "shutdown_on_logout": true
                        }
                    }
                }
            }
        },
        "secrets": {
            "pattern": "A secret name starts with a letter and has letters, digits, underscores and hyphens, at most 63.",
            "example": {
                "LMS_TOKEN": {
                    "env": "LMS_TOKEN"
                }
            }
        },
        "secrets.*": {
            "keys": [
                "env",
                "secretManager"
            ]
        },
        "secrets.*.env": {
            "pattern": "An environment variable has letters, digits and underscores, and does not start with a digit.",
            "form": "^[A-Za-z_][A-Za-z0-9_]*$",
            "example": "LMS_TOKEN"
        },
        "secrets.*.secretManager": {
            "pattern": "A secret is written as projects/P/secrets/S/versions/latest, or with a version number instead of latest.",
            "form": "^projects/[a-z0-9-]{4,30}/secrets/[A-Za-z0-9_-]{1,255}/versions/(latest|[1-9][0-9]*)$",
            "example": "projects/acme-research/secrets/lms-token/versions/latest"
        },
        "cost": {
            "keys": [
                "currency",
                "asOf",
                "prices"
            ],
            "example": {
                "currency": "EUR",
                "asOf": "2026-11-01",
                "prices": {
                    "pd-balanced": 0.1
                }
            }
        },
        "cost.currency": {
            "pattern": "A currency has three capital letters, such as EUR.",
            "form": "^[A-Z]{3}$",
            "example": "EUR"
        },
        "cost.asOf": {
            "pattern": "A date is written as YYYY-MM-DD.",
            "form": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "example": "2026-11-01"
        },
        "cost.prices": {
            "pattern": "A price name is autopilot/cpu, autopilot/memory, a machine, GPU, TPU or disk type, filestore/TIER or bucket.",
            "example": {
                "autopilot/cpu": 0.045,
                "autopilot/memory": 0.005,
                "pd-balanced": 0.1
            }
        },
        "cost.prices.*": {
            "example": 0.71
        }
    },
    "users": {
        "": {
            "keys": [
                "users",
                "googleGroups",
                "serviceAccounts",
                "domains"
            ]
        },
        "users": {
            "example": [
                "ada@acme.dev",
                {
                    "email": "grace@acme.dev",
                    "admin": true
                }
            ]
        },
        "users.*": {
            "keys": [
                "email",
                "admin",
                "groups",
                "until",
                "note"
            ],
            "example": "ada@acme.dev"
        },
        "users.*.email": {
            "example": "ada@acme.dev"
        },
        "users.*.admin": {
            "example": true
        },
        "users.*.groups": {
            "example": [
                "ml"
            ]
        },
        "users.*.groups.*": {
            "pattern": "A group has lower-case letters, digits, hyphens, underscores and dots, starts and ends with a letter or digit, and has at most 64 characters.",
            "form": "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$",
            "example": "ml"
        },
        "users.*.until": {
            "pattern": "A date is written as YYYY-MM-DD.",
            "form": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "example": "2027-06-30"
        },
        "users.*.note": {
            "example": "Guest of the vision group, #41"
        },
        "googleGroups": {
            "example": [
                "ml-team@acme.dev",
                {
                    "email": "ml-team@acme.dev",
                    "note": "#41"
                }
            ]
        },
        "googleGroups.*": {
            "keys": [
                "email",
                "until",
                "note"
            ],
            "example": "ml-team@acme.dev"
        },
        "googleGroups.*.email": {
            "example": "ml-team@acme.dev"
        },
        "googleGroups.*.until": {
            "pattern": "A date is written as YYYY-MM-DD.",
            "form": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "example": "2027-06-30"
        },
        "googleGroups.*.note": {
            "example": "Guest of the vision group, #41"
        },
        "serviceAccounts": {
            "example": [
                "grader@acme-research.iam.gserviceaccount.com",
                {
                    "email": "grader@acme-research.iam.gserviceaccount.com",
                    "note": "#41"
                }
            ]
        },
        "serviceAccounts.*": {
            "keys": [
                "email",
                "until",
                "note"
            ],
            "example": "grader@acme-research.iam.gserviceaccount.com"
        },
        "serviceAccounts.*.email": {
            "example": "grader@acme-research.iam.gserviceaccount.com"
        },
        "serviceAccounts.*.until": {
            "pattern": "A date is written as YYYY-MM-DD.",
            "form": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "example": "2027-06-30"
        },
        "serviceAccounts.*.note": {
            "example": "Guest of the vision group, #41"
        },
        "domains": {
            "example": [
                "acme.dev",
                {
                    "domain": "acme.dev",
                    "note": "#41"
                }
            ]
        },
        "domains.*": {
            "keys": [
                "domain",
                "note"
            ],
            "example": "acme.dev"
        },
        "domains.*.domain": {
            "example": "acme.dev"
        },
        "domains.*.note": {
            "example": "Guest of the vision group, #41"
        }
    }
};
const NOT_SUPPORTED_YET = {
    "jupyterhub": {
        "platform.addons": [],
        "platform.encryptionKey": [],
        "platform.labels": [],
        "platform.nodePools.*.existing": [
            false
        ],
        "platform.nodePools.*.selector": [],
        "platform.nodePools.*.tolerations": [],
        "access.dns": [],
        "access.session.reauth": [],
        "storage.home.type": [
            "disk"
        ],
        "storage.home.regional": [
            false
        ],
        "storage.home.mode": [],
        "storage.home.tier": [],
        "storage.buckets.shared": [
            []
        ],
        "storage.snapshots": [],
        "ray": [
            {
                "enabled": false
            }
        ]
    },
    "users": {}
};
const RULES = {
    "yaml-syntax": "error",
    "yaml-tab": "error",
    "yaml-merge-key": "error",
    "yaml-tag": "error",
    "yaml-alias": "error",
    "duplicate-key": "error",
    "several-documents": "error",
    "empty-file": "error",
    "too-large": "error",
    "not-utf8": "error",
    "control-character": "error",
    "unsafe-key": "error",
    "not-json": "error",
    "file-missing": "error",
    "remote-users-file": "note",
    "path-outside": "error",
    "unknown-key": "error",
    "not-supported-yet": "note",
    "missing-key": "error",
    "wrong-type": "error",
    "wrong-format": "error",
    "wrong-length": "error",
    "wrong-value": "error",
    "reserved-name": "error",
    "zone-on-autopilot": "error",
    "number-form": "error",
    "unknown-region": "warning",
    "bucket-name": "error",
    "quantity-order": "error",
    "quantity-size": "error",
    "profile-default": "error",
    "duplicate-profile": "error",
    "duplicate-file": "error",
    "unknown-secret": "error",
    "secret-ref-format": "error",
    "job-credential": "error",
    "secret-place": "error",
    "owned-value": "error",
    "unknown-value": "error",
    "helm-scalar": "error",
    "person-format": "error",
    "public-access": "error",
    "duplicate-person": "error",
    "group-name": "error",
    "reserved-group": "error",
    "too-many-groups": "error",
    "no-people": "error",
    "wrong-date": "error",
    "expired": "warning",
    "no-admin": "warning",
    "subdomains-of-trial-domain": "error",
    "trial-domain": "warning",
    "untested-chart": "warning",
    "unpinned-chart": "error",
    "unpinned-path": "warning",
    "unused-secret": "warning",
    "literal-secret": "warning",
    "no-effect": "warning",
    "code": "note",
    "code-syntax": "error",
    "code-fails": "error",
    "code-unchecked": "note",
    "more-findings": "note",
    "wrong-number": "error",
    "extends-cycle": "error",
    "unknown-rule": "error",
    "not-acknowledgeable": "error",
    "unused-acknowledgement": "note",
    "exclusive-keys": "error",
    "needs-key": "error",
    "platform-owner": "error",
    "zone-region": "error",
    "autopilot-pools": "error",
    "unknown-pool": "error",
    "open-pool": "error",
    "pool-states": "error",
    "existing-pool": "error",
    "pool-size": "error",
    "unknown-machine": "warning",
    "machine-accelerator": "error",
    "boot-disk": "error",
    "core-pool": "error",
    "unused-pool": "warning",
    "pool-home-disk": "error",
    "home-zone": "error",
    "pool-zones": "error",
    "accelerator-zones": "error",
    "profile-accelerator": "error",
    "accelerator-type": "error",
    "default-accelerator": "warning",
    "open-accelerator": "warning",
    "profile-fit": "error",
    "autopilot-raises": "warning",
    "tpu-host": "error",
    "capacity-limits": "error",
    "capacity-ends": "note",
    "gpu-sharing": "error",
    "name-length": "error",
    "cidr-overlap": "error",
    "network-ranges": "error",
    "cidr-size": "error",
    "consumer-domain": "error",
    "several-domains": "warning",
    "per-user-people": "error",
    "purge-entry": "error",
    "unknown-group": "error",
    "file-rights": "error",
    "unknown-file": "error",
    "too-many-principals": "error",
    "group-member": "error",
    "required-admins": "error",
    "admin-full": "warning",
    "trusts-iap": "warning",
    "filestore-size": "error",
    "filestore-tier": "error",
    "filestore-grows-only": "note",
    "mount-path": "error",
    "duplicate-volume": "error",
    "unknown-volume": "error",
    "no-snapshots": "warning",
    "maintenance-window": "error",
    "duration-bounds": "error",
    "unknown-timezone": "error",
    "cron-format": "error",
    "image-pattern": "error",
    "option-image": "warning",
    "profile-over-limit": "error",
    "option-default": "error",
    "open-authenticator": "error",
    "owned-mention": "warning",
    "database-type": "error",
    "open-network": "error",
    "network-rule": "note",
    "network-form": "error",
    "hub-role": "warning",
    "role-definition": "error",
    "pod-refused": "error",
    "node-selector": "error",
    "format-braces": "error",
    "public-people": "error",
    "csv-syntax": "error",
    "csv-no-address": "note",
    "csv-column": "error",
    "unknown-price": "warning",
    "zones-not-asked": "note",
    "zone-offer": "error",
    "cluster-version": "error",
    "chart-schema": "error",
    "budget-profile": "error",
    "budget-group": "error",
    "budget-window": "error",
    "budget-size": "error",
    "budget-conflict": "error",
    "budget-database": "error",
    "warm-profile": "error",
    "warm-window": "error",
    "warm-size": "error"
};
const ACKNOWLEDGEABLE = [
    "group-member",
    "database-type",
    "public-people",
    "budget-size"
];


/***/ }),

/***/ "src/config/gce/accelerators.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ machinesWith),
/* harmony export */   e: () => (/* binding */ attachable)
/* harmony export */ });
/* harmony import */ var _machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/gce/machines.js");

function machinesWith(wanted) {
    const all = (0,_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .machineTypes */ .B3)().flatMap((type) => (0,_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .machine */ .Aq)(type) ?? []);
    if (wanted.kind === 'gpu') {
        return all.filter(({ gpus }) => gpus.some(({ type, counts }) => type === wanted.type && counts.includes(wanted.count)));
    }
    const { type, topology } = wanted;
    return all.filter(({ tpu }) => tpu?.accelerator === type && (topology === undefined || tpu.topology === topology));
}
function attachable(machines) {
    return [...new Set(machines.flatMap(({ disks }) => disks.data))].sort();
}


/***/ }),

/***/ "src/config/gce/gate.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ GATE)
/* harmony export */ });
const GATE = { cores: 0.05, gib: 0.1875 };


/***/ }),

/***/ "src/config/gce/machines.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i1: () => (/* binding */ describeDisks),
  bI: () => (/* binding */ gpuFact),
  A_: () => (/* binding */ gpuTypes),
  Aq: () => (/* binding */ machine),
  B3: () => (/* binding */ machineTypes),
  cU: () => (/* binding */ tpuFact),
  tw: () => (/* binding */ tpuTypes)
});

;// CONCATENATED MODULE: ./lib/src/config/gce/machines.json
const machines_namespaceObject = /*#__PURE__*/JSON.parse('{"TJ":{"e2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"CPUS"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":32,"ext":false},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32]},"highmem":{"gib":8,"cpus":[2,4,8,16]},"highcpu":{"gib":1,"cpus":[2,4,8,16,32]}},"sizes":{"micro":{"cpus":2,"gib":1,"shared":true},"small":{"cpus":2,"gib":2,"shared":true},"medium":{"cpus":2,"gib":4,"shared":true}},"source":["autoscaler","prices","pd-labels","cpu-quota"],"verified_on":"2026-11-27"},"n1":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"CPUS"},"custom":{"cpus":96,"ext":true},"gpus":{"nvidia-tesla-t4":[1,2,4],"nvidia-tesla-p4":[1,2,4],"nvidia-tesla-p100":[1,2,4],"nvidia-tesla-v100":[1,2,4,8]},"shapes":{"standard":{"gib":3.75,"cpus":[1,2,4,8,16,32,64,96]},"highmem":{"gib":6.5,"cpus":[2,4,8,16,32,64,96]},"highcpu":{"gib":0.9,"cpus":[2,4,8,16,32,64,96]}},"source":["autoscaler","prices","pd-labels","cpu-quota","autopilot","memory"],"verified_on":"2026-11-27"},"n2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"N2_CPUS"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":128,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,48,64,80,96,128]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,48,64,80,96]},"highcpu":{"gib":1,"cpus":[2,4,8,16,32,48,64,80,96]}},"sizes":{"highmem-128":{"cpus":128,"gib":864}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"n2d":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"N2D_CPUS"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":96,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,48,64,80,96,128,224]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,48,64,80,96]},"highcpu":{"gib":1,"cpus":[2,4,8,16,32,48,64,80,96,128,224]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"n4":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"N4"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":80,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,48,64,80]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,48,64,80]},"highcpu":{"gib":2,"cpus":[2,4,8,16,32,48,64,80]}},"source":["autoscaler","prices","no-pd","vm-family"],"verified_on":"2026-11-27"},"n4a":{"arch":"arm64","disks":["hyperdisk-balanced"],"quota":{"family":"N4A"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":64,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[1,2,4,8,16,32,48,64]},"highmem":{"gib":8,"cpus":[1,2,4,8,16,32,48,64]},"highcpu":{"gib":2,"cpus":[1,2,4,8,16,32,48,64]}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"n4d":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"N4D"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":96,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,48,64,80,96]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,48,64,80,96]},"highcpu":{"gib":2,"cpus":[2,4,8,16,32,48,64,80,96]}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"c2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"C2_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[4,8,16,30,60]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"c2d":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"C2D_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,56,112]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,56,112]},"highcpu":{"gib":2,"cpus":[2,4,8,16,32,56,112]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"c3":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd"],"quota":{"metric":"C3_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[4,8,22,44,88,176]},"highmem":{"gib":8,"cpus":[4,8,22,44,88,176]},"highcpu":{"gib":2,"cpus":[4,8,22,44,88,176]}},"lssd":{"standard":{"4":1,"8":2,"22":4,"44":8,"88":16,"176":32}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"c3d":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd"],"quota":{"family":"C3D"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[4,8,16,30,60,90,180,360]},"highmem":{"gib":8,"cpus":[4,8,16,30,60,90,180,360]},"highcpu":{"gib":2,"cpus":[4,8,16]}},"lssd":{"standard":{"8":1,"16":1,"30":2,"60":4,"90":8,"180":16,"360":32},"highmem":{"8":1,"16":1,"30":2,"60":4,"90":8,"180":16,"360":32}},"sizes":{"highcpu-30":{"cpus":30,"gib":59},"highcpu-60":{"cpus":60,"gib":118},"highcpu-90":{"cpus":90,"gib":177},"highcpu-180":{"cpus":180,"gib":354},"highcpu-360":{"cpus":360,"gib":708}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"c4":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"C4"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":3.75,"cpus":[4,8,16,24,32,48,96,144,192,288]},"highmem":{"gib":7.75,"cpus":[4,8,16,24,32,48,96,144,192,288]},"highcpu":{"gib":2,"cpus":[2,4,8,16,24,32,48,96,144,192,288]}},"lssd":{"standard":{"4":1,"8":1,"16":2,"24":4,"32":5,"48":8,"96":16,"144":24,"192":32,"288":48},"highmem":{"4":1,"8":1,"16":2,"24":4,"32":5,"48":8,"96":16,"144":24,"192":32,"288":48}},"sizes":{"standard-2":{"cpus":2,"gib":7},"highmem-2":{"cpus":2,"gib":15}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"c4a":{"arch":"arm64","disks":["hyperdisk-balanced"],"quota":{"family":"C4A"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[1,2,4,8,16,32,48,64,72]},"highmem":{"gib":8,"cpus":[1,2,4,8,16,32,48,64,72]},"highcpu":{"gib":2,"cpus":[1,2,4,8,16,32,48,64,72]}},"lssd":{"standard":{"4":1,"8":2,"16":4,"32":6,"48":10,"64":14,"72":16},"highmem":{"4":1,"8":2,"16":4,"32":6,"48":10,"64":14,"72":16}},"source":["autoscaler","prices","no-pd","vm-family"],"verified_on":"2026-11-27"},"c4d":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"C4D"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":3.875,"cpus":[8,16,32,48,64,96,192,384]},"highmem":{"gib":7.875,"cpus":[8,16,32,48,64,96,192,384]},"highcpu":{"gib":1.875,"cpus":[8,16,32,48,64,96,192,384]}},"lssd":{"standard":{"8":1,"16":1,"32":2,"48":4,"64":6,"96":8,"192":16,"384":32},"highmem":{"8":1,"16":1,"32":2,"48":4,"64":6,"96":8,"192":16,"384":32}},"sizes":{"standard-2":{"cpus":2,"gib":7},"standard-4":{"cpus":4,"gib":15},"highmem-2":{"cpus":2,"gib":15},"highmem-4":{"cpus":4,"gib":31},"highcpu-2":{"cpus":2,"gib":3},"highcpu-4":{"cpus":4,"gib":7}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"c4n":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"C4N"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":3.75,"cpus":[4,8,16,24,48,96,192]},"highmem":{"gib":7.75,"cpus":[4,8,16,24,48,96,192]},"highcpu":{"gib":2,"cpus":[2,4,8,16,24,48,96,192]}},"sizes":{"standard-2":{"cpus":2,"gib":7},"highmem-2":{"cpus":2,"gib":15}},"source":["autoscaler","prices","vm-family"],"verified_on":"2026-11-27"},"t2d":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"T2D_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[1,2,4,8,16,32,48,60]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"t2a":{"arch":"arm64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"T2A_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[1,2,4,8,16,32,48]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"m1":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"M1_CPUS"},"capacity":["on-demand","spot","reservation"],"sizes":{"ultramem-40":{"cpus":40,"gib":961},"ultramem-80":{"cpus":80,"gib":1922},"ultramem-160":{"cpus":160,"gib":3844},"megamem-96":{"cpus":96,"gib":1433.6}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"m2":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"M2_CPUS"},"capacity":["on-demand","reservation"],"sizes":{"ultramem-208":{"cpus":208,"gib":5888},"ultramem-416":{"cpus":416,"gib":11776},"megamem-416":{"cpus":416,"gib":5888},"hypermem-416":{"cpus":416,"gib":8832}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"m3":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"M3_CPUS"},"capacity":["on-demand","spot","reservation"],"sizes":{"ultramem-32":{"cpus":32,"gib":976},"ultramem-64":{"cpus":64,"gib":1952},"ultramem-128":{"cpus":128,"gib":3904},"megamem-64":{"cpus":64,"gib":976},"megamem-128":{"cpus":128,"gib":1952}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"m4":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"M4"},"capacity":["on-demand","spot","reservation"],"sizes":{"ultramem-56":{"cpus":56,"gib":1488},"ultramem-112":{"cpus":112,"gib":2976},"ultramem-224":{"cpus":224,"gib":5952},"megamem-28":{"cpus":28,"gib":372},"megamem-56":{"cpus":56,"gib":744},"megamem-112":{"cpus":112,"gib":1488},"megamem-224":{"cpus":224,"gib":2976}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"h3":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced"],"quota":{"family":"H3"},"capacity":["on-demand","reservation"],"sizes":{"standard-88":{"cpus":88,"gib":352}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"h4d":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"H4D"},"sizes":{"standard-192":{"cpus":192,"gib":720},"highmem-192":{"cpus":192,"gib":1488},"highmem-192-lssd":{"cpus":192,"gib":1488,"localSsd":10}},"source":["autoscaler","pd-labels","vm-family","dws"],"verified_on":"2026-11-27"},"a2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"A2_CPUS"},"nolssd":true,"sizes":{"highgpu-1g":{"cpus":12,"gib":85,"gpus":{"nvidia-tesla-a100":[1]}},"highgpu-2g":{"cpus":24,"gib":170,"gpus":{"nvidia-tesla-a100":[2]}},"highgpu-4g":{"cpus":48,"gib":340,"gpus":{"nvidia-tesla-a100":[4]}},"highgpu-8g":{"cpus":96,"gib":680,"gpus":{"nvidia-tesla-a100":[8]}},"megagpu-16g":{"cpus":96,"gib":1360,"gpus":{"nvidia-tesla-a100":[16]}},"ultragpu-1g":{"cpus":12,"gib":170,"gpus":{"nvidia-a100-80gb":[1]},"localSsd":1},"ultragpu-2g":{"cpus":24,"gib":340,"gpus":{"nvidia-a100-80gb":[2]},"localSsd":2},"ultragpu-4g":{"cpus":48,"gib":680,"gpus":{"nvidia-a100-80gb":[4]},"localSsd":4},"ultragpu-8g":{"cpus":96,"gib":1360,"gpus":{"nvidia-a100-80gb":[8]},"localSsd":8}},"source":["autoscaler","prices","toolkit","compute-api"],"verified_on":"2026-11-27"},"a3":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd"],"nolssd":true,"sizes":{"highgpu-1g":{"cpus":26,"gib":234,"gpus":{"nvidia-h100-80gb":[1]},"localSsd":2,"capacity":["spot","flex-start"]},"highgpu-2g":{"cpus":52,"gib":468,"gpus":{"nvidia-h100-80gb":[2]},"localSsd":4,"capacity":["spot","flex-start"]},"highgpu-4g":{"cpus":104,"gib":936,"gpus":{"nvidia-h100-80gb":[4]},"localSsd":8,"capacity":["spot","flex-start"]},"highgpu-8g":{"cpus":208,"gib":1872,"gpus":{"nvidia-h100-80gb":[8]},"localSsd":16},"edgegpu-8g":{"cpus":208,"gib":1872,"gpus":{"nvidia-h100-80gb":[8]},"localSsd":16,"capacity":["on-demand","spot","reservation"]},"megagpu-8g":{"cpus":208,"gib":1872,"gpus":{"nvidia-h100-mega-80gb":[8]},"localSsd":16},"ultragpu-8g":{"cpus":224,"gib":2952,"gpus":{"nvidia-h200-141gb":[8]},"localSsd":32,"disks":["hyperdisk-balanced"],"capacity":["spot","flex-start","reservation"]}},"source":["autoscaler","gpu-machines","toolkit"],"verified_on":"2026-11-27"},"a4":{"arch":"amd64","disks":["hyperdisk-balanced"],"capacity":["spot","flex-start","reservation"],"nolssd":true,"sizes":{"highgpu-8g":{"cpus":224,"gib":3968,"gpus":{"nvidia-b200":[8]},"localSsd":32}},"source":["autoscaler","gpu-machines","toolkit","pd-labels"],"verified_on":"2026-11-27"},"a4x":{"arch":"arm64","disks":["hyperdisk-balanced"],"capacity":["reservation"],"nolssd":true,"sizes":{"highgpu-4g":{"cpus":140,"gib":884,"gpus":{"nvidia-gb200":[4]},"localSsd":4}},"source":["autoscaler","gpu-machines","pd-labels"],"verified_on":"2026-11-27"},"g2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"bootDisks":["pd-balanced","pd-ssd"],"sizes":{"standard-4":{"cpus":4,"gib":16,"gpus":{"nvidia-l4":[1]}},"standard-8":{"cpus":8,"gib":32,"gpus":{"nvidia-l4":[1]}},"standard-12":{"cpus":12,"gib":48,"gpus":{"nvidia-l4":[1]}},"standard-16":{"cpus":16,"gib":64,"gpus":{"nvidia-l4":[1]}},"standard-24":{"cpus":24,"gib":96,"gpus":{"nvidia-l4":[2]}},"standard-32":{"cpus":32,"gib":128,"gpus":{"nvidia-l4":[1]}},"standard-48":{"cpus":48,"gib":192,"gpus":{"nvidia-l4":[4]}},"standard-96":{"cpus":96,"gib":384,"gpus":{"nvidia-l4":[8]}}},"source":["autoscaler","prices","pd-labels","toolkit"],"verified_on":"2026-11-27"},"g4":{"arch":"amd64","disks":["hyperdisk-balanced"],"sizes":{"standard-48":{"cpus":48,"gib":180,"gpus":{"nvidia-rtx-pro-6000":[1]}},"standard-96":{"cpus":96,"gib":360,"gpus":{"nvidia-rtx-pro-6000":[2]}},"standard-192":{"cpus":192,"gib":720,"gpus":{"nvidia-rtx-pro-6000":[4]}},"standard-384":{"cpus":384,"gib":1440,"gpus":{"nvidia-rtx-pro-6000":[8]}}},"source":["autoscaler","prices","pd-labels","toolkit"],"verified_on":"2026-11-27"},"ct4p":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"bootDisks":["hyperdisk-balanced","pd-balanced","pd-ssd","pd-standard"],"capacity":["on-demand","spot","reservation"],"accelerator":"tpu-v4-podslice","sizes":{"hightpu-4t":{"cpus":240,"gib":407,"tpu":{"chips":4,"topology":"2x2x1"}}},"source":["autoscaler","tpu-topology","toolkit"],"verified_on":"2026-11-27"},"ct5lp":{"arch":"amd64","disks":["pd-balanced","pd-ssd"],"accelerator":"tpu-v5-lite-podslice","sizes":{"hightpu-1t":{"cpus":24,"gib":48,"tpu":{"chips":1,"topology":"1x1"}},"hightpu-4t":{"cpus":112,"gib":192,"tpu":{"chips":4,"topology":"2x2"}},"hightpu-8t":{"cpus":224,"gib":384,"tpu":{"chips":8,"topology":"2x4"}}},"source":["autoscaler","tpu-topology","toolkit"],"verified_on":"2026-11-27"},"ct5p":{"arch":"amd64","disks":["pd-balanced","pd-ssd"],"accelerator":"tpu-v5p-slice","sizes":{"hightpu-4t":{"cpus":208,"gib":448,"tpu":{"chips":4,"topology":"2x2x1"}}},"source":["autoscaler","tpu-topology","toolkit"],"verified_on":"2026-11-27"},"ct6e":{"arch":"amd64","disks":["hyperdisk-balanced"],"accelerator":"tpu-v6e-slice","sizes":{"standard-1t":{"cpus":44,"gib":176,"tpu":{"chips":1,"topology":"1x1"}},"standard-4t":{"cpus":180,"gib":720,"tpu":{"chips":4,"topology":"2x2"}},"standard-8t":{"cpus":180,"gib":1440,"tpu":{"chips":8,"topology":"2x4"}}},"source":["autoscaler","tpu-topology","toolkit","pd-labels"],"verified_on":"2026-11-27"},"tpu7x":{"arch":"amd64","disks":["hyperdisk-balanced"],"accelerator":"tpu7x","sizes":{"standard-1t":{"cpus":56,"gib":240,"tpu":{"chips":1,"topology":"1x1x1"}},"standard-4t":{"cpus":224,"gib":960,"tpu":{"chips":4,"topology":"2x2x1"}}},"source":["autoscaler","tpu-topology","tpu7x-memory","pd-labels"],"verified_on":"2026-11-27"}},"a5":{"nvidia-tesla-t4":{"gib":16,"quota":{"metric":"NVIDIA_T4_GPUS","spot":"PREEMPTIBLE_NVIDIA_T4_GPUS"},"autopilot":[1,2,4],"source":["autopilot","compute-api","memory"],"verified_on":"2026-11-27"},"nvidia-tesla-p4":{"gib":8,"quota":{"metric":"NVIDIA_P4_GPUS","spot":"PREEMPTIBLE_NVIDIA_P4_GPUS"},"source":["memory","compute-api"],"verified_on":null},"nvidia-tesla-p100":{"gib":16,"quota":{"metric":"NVIDIA_P100_GPUS","spot":"PREEMPTIBLE_NVIDIA_P100_GPUS"},"source":["memory","compute-api"],"verified_on":null},"nvidia-tesla-v100":{"gib":16,"quota":{"metric":"NVIDIA_V100_GPUS","spot":"PREEMPTIBLE_NVIDIA_V100_GPUS"},"source":["memory","compute-api"],"verified_on":null},"nvidia-l4":{"gib":24,"quota":{"metric":"NVIDIA_L4_GPUS","spot":"PREEMPTIBLE_NVIDIA_L4_GPUS"},"autopilot":[1,2,4,8],"source":["autopilot","compute-api","toolkit","memory"],"verified_on":"2026-11-27"},"nvidia-tesla-a100":{"gib":40,"quota":{"metric":"NVIDIA_A100_GPUS","spot":"PREEMPTIBLE_NVIDIA_A100_GPUS"},"autopilot":[1,2,4,8,16],"source":["autopilot","compute-api","toolkit"],"verified_on":"2026-11-27"},"nvidia-a100-80gb":{"gib":80,"quota":{"metric":"NVIDIA_A100_80GB_GPUS","spot":"PREEMPTIBLE_NVIDIA_A100_80GB_GPUS"},"autopilot":[1,2,4,8],"source":["autopilot","compute-api"],"verified_on":"2026-11-27"},"nvidia-h100-80gb":{"gib":80,"quota":{"family":"NVIDIA_H100","spot":"PREEMPTIBLE_NVIDIA_H100_GPUS"},"autopilot":[1,2,4,8],"source":["autopilot","gpu-machines","compute-api","gpu-family"],"verified_on":"2026-11-27"},"nvidia-h100-mega-80gb":{"gib":80,"quota":{"family":"NVIDIA_H100_MEGA","spot":"PREEMPTIBLE_NVIDIA_H100_MEGA_GPUS"},"autopilot":[8],"source":["autopilot","gpu-machines","gpu-family"],"verified_on":"2026-11-27"},"nvidia-h200-141gb":{"gib":141,"quota":{"family":"NVIDIA_H200","spot":"PREEMPTIBLE_NVIDIA_H200_GPUS"},"autopilot":[8],"source":["autopilot","gpu-machines","gpu-family"],"verified_on":"2026-11-27"},"nvidia-b200":{"gib":180,"quota":{"family":"NVIDIA_B200","spot":"PREEMPTIBLE_NVIDIA_B200_GPUS"},"autopilot":[8],"source":["autopilot","gpu-machines","gpu-family"],"verified_on":"2026-11-27"},"nvidia-gb200":{"gib":186,"source":["gpu-machines","toolkit"],"verified_on":"2026-11-27"},"nvidia-rtx-pro-6000":{"gib":96,"quota":{"family":"NVIDIA_RTX_PRO_6000","spot":"PREEMPTIBLE_NVIDIA_RTX_PRO_6000_GPUS"},"autopilot":[1,2,4,8],"source":["autopilot","gpu-family","toolkit","memory"],"verified_on":"2026-11-27"}},"JI":{"tpu-v4-podslice":{"version":"v4","quota":{"metric":"TPU_PODSLICE_V4","spot":"PREEMPTIBLE_TPU_PODSLICE_V4"},"source":["tpu-topology","compute-api"],"verified_on":"2026-11-27"},"tpu-v5-lite-podslice":{"version":"v5e","quota":{"metric":"TPU_LITE_PODSLICE_V5","spot":"PREEMPTIBLE_TPU_LITE_PODSLICE_V5"},"source":["tpu-topology","compute-api"],"verified_on":"2026-11-27"},"tpu-v5p-slice":{"version":"v5p","quota":{"metric":"TPU_V5P","spot":"PREEMPTIBLE_TPU_V5P"},"source":["tpu-topology","tpu-quota"],"verified_on":"2026-11-27"},"tpu-v6e-slice":{"version":"v6e","quota":{"family":"CT6E","spot":"PREEMPTIBLE_TPU_V6E"},"source":["tpu-topology","tpu-quota"],"verified_on":"2026-11-27"},"tpu7x":{"version":"7x","quota":{"family":"tpu7x"},"source":["tpu-topology","tpu-quota"],"verified_on":"2026-11-27"}}}');
;// CONCATENATED MODULE: ./lib/src/config/gce/machines.js

const ALL = ['on-demand', 'spot', 'flex-start', 'reservation'];
const FAMILIES = new Map(Object.entries(machines_namespaceObject.TJ));
const GPUS = new Map(Object.entries(machines_namespaceObject.a5));
const TPUS = new Map(Object.entries(machines_namespaceObject.JI));
let machines;
function machine(type) {
    return table().get(type) ?? customMachine(type);
}
function gpuFact(type) {
    const fact = GPUS.get(type);
    if (fact === undefined)
        return undefined;
    const { gib, quota, autopilot = [] } = fact;
    return { memoryGiB: gib, autopilot, ...(quota && { quota }) };
}
function tpuFact(type) {
    const fact = TPUS.get(type);
    if (fact === undefined)
        return undefined;
    const hosts = [...table().values()].filter(({ tpu }) => tpu?.accelerator === type);
    return { version: fact.version, quota: fact.quota, machines: hosts.map((host) => host.type) };
}
const machineTypes = () => [...table().keys()];
const gpuTypes = () => [...GPUS.keys()];
const tpuTypes = () => [...TPUS.keys()];
function describeDisks(types) {
    if (types.every((type) => type.startsWith('hyperdisk-')))
        return 'only Hyperdisk';
    if (types.length > 2 && types.every((type) => type.startsWith('pd-')))
        return 'only Persistent Disk';
    return types.join(', ');
}
function table() {
    if (machines === undefined) {
        machines = new Map();
        for (const [name, family] of FAMILIES)
            addFamily(machines, name, family);
    }
    return machines;
}
function addFamily(into, name, family) {
    const add = (rest, size) => {
        const type = `${name}-${rest}`;
        into.set(type, build(type, name, family, size));
    };
    for (const [shape, { gib, cpus }] of Object.entries(family.shapes ?? {})) {
        for (const count of cpus) {
            const size = { cpus: count, gib: Math.round(count * gib * 1000) / 1000 };
            add(`${shape}-${count}`, size);
            const localSsd = family.lssd?.[shape]?.[count];
            if (localSsd !== undefined)
                add(`${shape}-${count}-lssd`, { ...size, localSsd });
        }
    }
    for (const [rest, size] of Object.entries(family.sizes ?? {})) {
        add(rest, size);
        if (family.nolssd && size.localSsd !== undefined)
            add(`${rest}-nolssd`, { ...size, localSsd: 0 });
    }
}
function build(type, name, family, size) {
    const data = size.disks ?? family.disks;
    const { accelerator, quota } = family;
    return {
        type,
        family: name,
        vcpus: size.cpus,
        memoryGiB: size.gib,
        arch: family.arch,
        sharedCore: size.shared ?? false,
        disks: { boot: size.disks ?? family.bootDisks ?? data, data },
        gpus: [...choices(family.gpus, true), ...choices(size.gpus, false)],
        localSsds: size.localSsd ?? 0,
        capacity: size.capacity ?? family.capacity ?? ALL,
        ...(accelerator !== undefined && size.tpu && { tpu: { accelerator, ...size.tpu } }),
        ...(quota && { quota }),
    };
}
function choices(counts = {}, optional) {
    return Object.entries(counts).map(([type, list]) => ({ type, counts: list, optional }));
}
function customMachine(type) {
    const match = /^(?:([a-z0-9]{2,4})-)?custom-([1-9][0-9]{0,2})-([1-9][0-9]{2,6})(-ext)?$/.exec(type);
    const name = match?.[1] ?? 'n1';
    const family = FAMILIES.get(name);
    const [cpus, mib] = [Number(match?.[2]), Number(match?.[3])];
    if (match === null || !family?.custom || cpus > family.custom.cpus || mib % 256 !== 0)
        return undefined;
    if (match[4] !== undefined && !family.custom.ext)
        return undefined;
    return build(type, name, family, { cpus, gib: mib / 1024 });
}


/***/ }),

/***/ "src/config/gce/regions.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ firstZone),
/* harmony export */   i: () => (/* binding */ REGIONS)
/* harmony export */ });
const BY_PLACE = {
    africa: 'south1',
    asia: 'east1 east2 northeast1 northeast2 northeast3 south1 south2 southeast1 southeast2 southeast3',
    australia: 'southeast1 southeast2',
    europe: 'central2 north1 north2 southwest1 west1 west2 west3 west4 west6 west8 west9 west10 west12',
    me: 'central1 central2 west1',
    northamerica: 'northeast1 northeast2 south1',
    southamerica: 'east1 west1',
    us: 'central1 east1 east4 east5 south1 west1 west2 west3 west4',
};
const REGIONS = Object.entries(BY_PLACE).flatMap(([place, names]) => names.split(' ').map((name) => `${place}-${name}`));
const WITHOUT_ZONE_A = ['europe-west1', 'us-east1'];
function firstZone(region) {
    return `${region}-${WITHOUT_ZONE_A.includes(region) ? 'b' : 'a'}`;
}


/***/ }),

/***/ "src/config/load.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nG: () => (/* binding */ extendsOf),
  Z9: () => (/* binding */ loadConfig),
  tj: () => (/* binding */ platformOf)
});

// EXTERNAL MODULE: ./lib/src/config/acknowledge.js
var acknowledge = __webpack_require__("src/config/acknowledge.js");
// EXTERNAL MODULE: ./lib/src/config/build.js + 1 modules
var build = __webpack_require__("src/config/build.js");
// EXTERNAL MODULE: ./lib/src/config/diagnostic.js + 1 modules
var diagnostic = __webpack_require__("src/config/diagnostic.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
;// CONCATENATED MODULE: ./lib/src/config/merge.js
function mergeTrees(below, above) {
    if (below.entries === undefined || above.entries === undefined)
        return above;
    const entries = new Map(below.entries);
    for (const [key, upper] of above.entries) {
        const lower = below.entries.get(key);
        entries.set(key, lower === undefined ? upper : { ...upper, tree: mergeTrees(lower.tree, upper.tree) });
    }
    const value = {};
    let size = 1;
    for (const [key, { tree }] of entries) {
        value[key] = tree.value;
        size += tree.size;
    }
    return { ...above, entries, value, size, height: Math.max(below.height, above.height) };
}
function withoutKey(tree, key) {
    if (!tree.entries?.has(key))
        return tree;
    const entries = new Map([...tree.entries].filter(([name]) => name !== key));
    const value = Object.fromEntries([...entries].map(([name, entry]) => [name, entry.tree.value]));
    return { ...tree, entries, value };
}

// EXTERNAL MODULE: ./lib/src/config/gce/machines.js + 1 modules
var machines = __webpack_require__("src/config/gce/machines.js");
// EXTERNAL MODULE: ./lib/src/config/gce/regions.js
var regions = __webpack_require__("src/config/gce/regions.js");
// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__("src/config/quantity.js");
// EXTERNAL MODULE: ./lib/src/config/platform/node-pool.js
var node_pool = __webpack_require__("src/config/platform/node-pool.js");
;// CONCATENATED MODULE: ./lib/src/config/platform/cluster.js




const GI = 2 ** 30;
const CORE = { machineType: 'e2-standard-2', min: 1, max: 3 };
function clusterOf({ platform, location }) {
    if (platform?.cluster?.mode !== 'standard')
        return { mode: 'autopilot' };
    const zones = zonesOf(platform.zones, location);
    const entries = Object.entries({ [node_pool/* CORE_POOL */.dq]: CORE, ...platform.nodePools });
    const nodePools = Object.fromEntries(entries.map(([name, entry]) => [name, nodePool(name, entry, zones)]));
    return { mode: 'standard', zones, nodePools };
}
function zonesOf(written, location) {
    if (/-[a-z]$/.test(location))
        return [location];
    return written === undefined ? [(0,regions/* firstZone */.T)(location)] : [...new Set(written)];
}
function nodePool(name, entry, zones) {
    const machineType = entry.machineType ?? '';
    const facts = (0,machines/* machine */.Aq)(machineType);
    return {
        purpose: name === node_pool/* CORE_POOL */.dq ? 'core' : 'user',
        machineType,
        min: entry.min ?? (name === node_pool/* CORE_POOL */.dq ? 1 : 0),
        max: entry.max ?? 1,
        zones: (entry.zones && [...new Set(entry.zones)]) ?? (facts?.tpu === undefined ? undefined : zones.slice(0, 1)),
        capacity: entry.capacity ?? 'on-demand',
        disk: {
            type: entry.disk?.type ?? facts?.disks.boot[0] ?? 'pd-balanced',
            sizeGb: Math.ceil(((0,quantity/* quantity */.au)(entry.disk?.size ?? '100Gi') ?? 100 * GI) / GI),
        },
        gpu: gpu(entry),
        tpuChips: facts?.tpu?.chips,
        localSsds: facts?.localSsds ?? 0,
    };
}
function gpu({ machineType, gpu: written }) {
    if (written === undefined)
        return undefined;
    const { type, count, driver, sharing } = written;
    const offered = (0,machines/* machine */.Aq)(machineType ?? '')?.gpus.find((one) => one.type === type)?.counts[0];
    return { type, count: count ?? offered ?? 1, driver: driver ?? 'default', sharing };
}

// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/locate.js
var yaml_locate = __webpack_require__("src/config/yaml/locate.js");
// EXTERNAL MODULE: ./lib/src/config/rules/platform/pools.js
var pools = __webpack_require__("src/config/rules/platform/pools.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/access.js




function accessRules(context) {
    domainRules(context);
    subdomainRules(context);
    entryRules(context);
    limitRules(context);
    rayRules(context);
}
function domainRules({ has, locate, report }) {
    if (has(['access', 'domain']))
        return;
    const where = has(['access']) ? locate(['access'], 'key') : locate(['users'], 'key');
    report(where, 'trial-domain', 'No access.domain: the hub will answer at <reserved ip>.sslip.io, which suits a trial only.', {
        absent: true,
    });
    if (has(['access', 'dns'])) {
        report(locate(['access', 'dns'], 'key'), 'needs-key', 'access.dns needs access.domain, which is missing.', {
            hint: 'Add, for example: domain: hub.acme.dev',
        });
    }
}
const TRIAL_DOMAINS = ['sslip.io', 'nip.io', 'xip.io', 'traefik.me', 'localtest.me', 'lvh.me'];
function subdomainRules({ tree, has, text, locate, report }) {
    const path = ['access', 'subdomains'];
    const certificate = ['access', 'certificate'];
    if ((0,yaml_locate/* treeAt */.S)(tree, path)?.value !== true) {
        if (!has(certificate))
            return;
        report(locate(certificate, 'key'), 'no-effect', 'access.certificate has no effect without access.subdomains.', {
            hint: 'Add subdomains: true, or remove it: Google makes the certificate of the domain.',
        });
        return;
    }
    for (const [key, example] of [
        ['domain', 'hub.acme.dev'],
        ['certificate', 'hub-acme-dev-2027'],
    ]) {
        if (has(['access', key]))
            continue;
        report(locate(path, 'key'), 'needs-key', `access.subdomains needs access.${key}, which is missing.`, {
            hint: `Add, for example: ${key}: ${example}`,
        });
    }
    const domain = text(['access', 'domain']) ?? '';
    const trial = TRIAL_DOMAINS.find((one) => domain === one || domain.endsWith(`.${one}`));
    if (trial === undefined)
        return;
    report(locate(['access', 'domain']), 'subdomains-of-trial-domain', `Nobody but the owner of ${trial} can get a certificate for all names below ${(0,config_text/* quoted */.TL)(domain)}.`, { hint: 'Use a domain of your own, or remove subdomains.' });
}
function entryRules({ has, keys, locate, report }) {
    const path = ['access', 'entry'];
    if (has([...path, 'group']) && has([...path, 'domain'])) {
        report(locate([...path, 'domain'], 'key'), 'exclusive-keys', '"domain" and "group" are mutually exclusive.', {
            hint: 'Keep one of the two.',
        });
    }
    if (has([...path, 'manage']) && !has([...path, 'group'])) {
        report(locate([...path, 'manage'], 'key'), 'needs-key', '"manage" needs "group", which is missing.', {
            hint: 'Add, for example: group: hub-users@acme.dev',
        });
    }
    for (const name of keys(['secrets'])) {
        if (!has(['secrets', name, 'env']) || !has(['secrets', name, 'secretManager']))
            continue;
        report(locate(['secrets', name, 'secretManager'], 'key'), 'exclusive-keys', '"secretManager" and "env" are mutually exclusive.', {
            hint: 'Keep one of the two.',
        });
    }
}
function gpuLimitRule({ number, text, count, locate, report, has }) {
    const most = number(['limits', 'gpus']);
    if (most === undefined)
        return;
    const warm = new Set(Array.from({ length: count(['warm']) }, (_, index) => text(['warm', index, 'profile'])));
    for (let index = 0; index < count(['profiles']); index += 1) {
        const path = ['profiles', index, 'gpu'];
        if (has(path) && warm.has(text(['profiles', index, 'name']))) {
            report(locate(['limits', 'gpus'], 'key'), 'exclusive-keys', 'Warm seats with GPUs count as GPUs in use, so that no server could take their place under limits.gpus.', { hint: 'Remove limits.gpus, or the warm seats of profiles with GPUs.' });
        }
        const wanted = number([...path, 'count']) ?? number(path) ?? 1;
        if (wanted <= most || !has(path))
            continue;
        report(locate(has([...path, 'count']) ? [...path, 'count'] : path), 'profile-over-limit', `A server of the profile has ${wanted} GPUs, but limits.gpus allows ${most} for all servers together.`, { hint: 'Raise the limit, or lower the number of GPUs.' });
    }
}
const DEFAULT_MEMORY = 4 * 2 ** 30;
const LEAST_MEMORY = 64 * 2 ** 20;
function limitRules(context) {
    const { tree, locate, report, count, has, keys } = context;
    gpuLimitRule(context);
    const at = ['limits', 'memoryPerUser'];
    const written = (0,yaml_locate/* treeAt */.S)(tree, at)?.value;
    const most = (0,quantity/* quantity */.au)(written);
    if (most === undefined)
        return;
    if (most < LEAST_MEMORY) {
        report(locate(at), 'quantity-size', `${(0,config_text/* quoted */.TL)(written)} is less than the 64Mi that the smallest server needs.`, {
            hint: 'Is the unit right? For example: 32Gi. Remove the key for no limit.',
        });
        return;
    }
    if (count(['profiles']) === 0 && most < DEFAULT_MEMORY) {
        report(locate(at), 'profile-over-limit', 'Without profiles a server has 4Gi of memory, which is more than this limit.', {
            hint: 'Raise the limit, or add a profile with less memory.',
        });
    }
    for (let index = 0; index < count(['profiles']); index += 1) {
        const profile = ['profiles', index];
        const choices = keys([...profile, 'options']).flatMap((option) => keys([...profile, 'options', option, 'choices']).map((choice) => [...profile, 'options', option, 'choices', choice]));
        for (const part of [profile, ...choices]) {
            if (has([...part, 'memory']))
                memoryRule(context, [...part, 'memory'], most);
        }
        if (has([...profile, 'memory']) || most >= DEFAULT_MEMORY)
            continue;
        report(locate([...profile, 'name']), 'profile-over-limit', `The profile has the usual 4Gi of memory, which is more than limits.memoryPerUser allows (${(0,config_text/* quoted */.TL)(written)}).`, { hint: 'Raise the limit, or give the profile less memory.' });
    }
}
function memoryRule(context, path, most) {
    const { tree, locate, report } = context;
    const what = path.length === 3 ? 'profile' : 'choice';
    const { limit, guarantee } = (0,pools/* amounts */.q$)(context, path);
    if (limit === undefined && guarantee !== undefined) {
        report(locate(path), 'profile-over-limit', `A server of the ${what} has no limit of memory, but limits.memoryPerUser has one.`, { hint: 'Give memory one value, or {guarantee, limit}.' });
    }
    if (limit === undefined || limit <= most)
        return;
    report(locate(path), 'profile-over-limit', `The ${what} needs more memory than limits.memoryPerUser allows (${(0,config_text/* quoted */.TL)((0,yaml_locate/* treeAt */.S)(tree, ['limits', 'memoryPerUser'])?.value)}).`, { hint: `Raise the limit, or lower the memory of the ${what}.` });
}
function rayRules({ tree, has, text, number, count, keys, locate, report }) {
    if ((0,yaml_locate/* treeAt */.S)(tree, ['ray', 'enabled'])?.value !== true) {
        const [first] = keys(['ray']).filter((key) => key !== 'enabled');
        if (first === undefined)
            return;
        report(locate(['ray', first], 'key'), 'no-effect', 'Ray is not enabled, so the other keys of "ray" have no effect.', {
            hint: 'Add enabled: true, or remove the other keys.',
        });
        return;
    }
    if (!has(['ray', 'version'])) {
        report(locate(['ray'], 'key'), 'needs-key', 'Ray is enabled, but "version" is missing.', {
            hint: 'Add the Ray version of the profile images, for example: version: 2.52.0',
        });
    }
    const names = new Map();
    for (let index = 0; index < count(['ray', 'workers']); index += 1) {
        const path = ['ray', 'workers', index];
        const [least, most] = [number([...path, 'min']) ?? 0, number([...path, 'max'])];
        if (most !== undefined && least > most) {
            report(locate([...path, 'min']), 'pool-size', `"min" (${least}) is larger than "max" (${most}).`, {
                hint: 'Lower min or raise max.',
            });
        }
        const name = text([...path, 'name']);
        const first = name === undefined ? undefined : names.get(name);
        if (name !== undefined && first === undefined)
            names.set(name, index);
        if (first === undefined)
            continue;
        const { line } = locate(['ray', 'workers', first, 'name']);
        report(locate([...path, 'name']), 'duplicate-profile', `The worker group ${(0,config_text/* quoted */.TL)(name)} is already defined on line ${line}.`, {
            hint: 'Give it another name.',
        });
    }
}

// EXTERNAL MODULE: ./lib/src/config/duration.js
var duration = __webpack_require__("src/config/duration.js");
// EXTERNAL MODULE: ./lib/src/config/suggest.js
var suggest = __webpack_require__("src/config/suggest.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/budgets.js






const LONGEST = 90;
const KINDS = ['gpu', 'cpu', 'memory'];
const HAS_RULE = ['sqlite-pvc', 'sqlite-memory'];
const DATABASE = ['hub', 'values', 'hub', 'db', 'type'];
function budgetRules(context) {
    const { count, text, number, locate, report } = context;
    const scopes = [];
    for (let index = 0; index < count(['budgets']); index += 1) {
        const path = ['budgets', index];
        const days = ((0,duration/* seconds */.Y)(text([...path, 'per'])) ?? 0) / 86_400;
        if (days > LONGEST) {
            report(locate([...path, 'per']), 'budget-window', `The window has ${days} days; ${LONGEST} are the most.`, {
                hint: `Write per: ${LONGEST}d or less.`,
            });
        }
        if (text([...path, 'each']) === 'group' && count([...path, 'groups']) === 0) {
            report(locate([...path, 'each']), 'budget-group', 'A budget of each group needs groups.', {
                hint: 'Add groups: [NAME], or write each: person.',
            });
        }
        const isKnown = profileRules(context, path);
        sizeRule(context, path);
        const hours = number([...path, 'hours']);
        const key = scopeOf(context, path);
        const isSound = isKnown && days > 0 && days <= LONGEST && KINDS.includes(text([...path, 'of']) ?? '');
        if (isSound && hours !== undefined && hours > 0)
            scopes.push({ key, hours, days, path });
    }
    conflictRules(context, scopes);
    databaseRule(context);
}
function profileNames({ count, text }) {
    const names = Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'name']));
    return names.length === 0 ? ['cpu'] : names.filter((name) => name !== undefined);
}
function profileRules(context, path) {
    const { count, text, locate, report } = context;
    const known = profileNames(context);
    const named = Array.from({ length: count([...path, 'profiles']) }, (_, index) => text([...path, 'profiles', index]));
    let allKnown = true;
    for (const [index, name] of named.entries()) {
        if (name === undefined || known.includes(name))
            continue;
        allKnown = false;
        report(locate([...path, 'profiles', index]), 'budget-profile', `There is no profile ${(0,config_text/* quoted */.TL)(name)}.${(0,suggest/* didYouMean */.a)(name, known)}`, { hint: 'Write the name of an entry of profiles.' });
    }
    if (text([...path, 'of']) !== 'gpu' || !allKnown)
        return allKnown;
    const counted = Array.from({ length: count(['profiles']) }, (_, index) => index).filter((index) => {
        const name = text(['profiles', index, 'name']);
        return named.length === 0 || (name !== undefined && named.includes(name));
    });
    if (counted.some((index) => hasGpu(context, ['profiles', index])))
        return true;
    report(locate([...path, 'of']), 'budget-profile', named.length === 0 ? 'No profile has a GPU.' : 'None of these profiles has a GPU.', { hint: 'Write of: cpu or of: memory, or name a profile with a GPU.' });
    return false;
}
function hasGpu({ tree }, profile) {
    const gpu = (0,yaml_locate/* treeAt */.S)(tree, [...profile, 'gpu']);
    return gpu !== undefined && (gpu.entries !== undefined || ((0,quantity/* quantity */.au)(gpu.value) ?? 0) > 0);
}
const LEAST = 1 / 6;
const DEFAULTS = { cpu: 1, memory: 4 * 2 ** 30 };
function sizeRule(context, path) {
    const { count, text, number, locate, report } = context;
    const [of, hours] = [text([...path, 'of']), number([...path, 'hours'])];
    if (hours === undefined || hours <= 0 || (of !== 'gpu' && of !== 'cpu' && of !== 'memory'))
        return;
    const named = Array.from({ length: count([...path, 'profiles']) }, (_, index) => text([...path, 'profiles', index]));
    const all = Array.from({ length: Math.max(1, count(['profiles'])) }, (_, index) => ({
        name: text(['profiles', index, 'name']) ?? 'cpu',
        amount: requested(context, ['profiles', index], of),
    }));
    const [smallest] = all
        .filter(({ name, amount }) => amount > 0 && (named.length === 0 || named.includes(name)))
        .sort((one, other) => one.amount - other.amount);
    if (smallest === undefined || hours >= LEAST * smallest.amount)
        return;
    const minutes = Math.floor((hours / smallest.amount) * 60);
    report(locate([...path, 'hours']), 'budget-size', `A server of the profile ${(0,config_text/* quoted */.TL)(smallest.name)}, the smallest that it covers, uses these hours up in ${minutes === 0 ? 'less than a minute' : minutes === 1 ? 'a minute' : `${minutes} minutes`}.`, {
        hint: `Write hours: ${Math.ceil(LEAST * smallest.amount * 100) / 100} or more, which is 10 minutes of that server.`,
    });
}
function requested(context, profile, of) {
    const { number } = context;
    if (of === 'gpu') {
        if (!hasGpu(context, profile))
            return 0;
        return number([...profile, 'gpu']) ?? number([...profile, 'gpu', 'count']) ?? 1;
    }
    const amount = (0,pools/* amounts */.q$)(context, [...profile, of]).guarantee ?? DEFAULTS[of];
    return of === 'cpu' ? amount : amount / 2 ** 30;
}
function scopeOf({ count, text }, path) {
    const list = (key) => Array.from({ length: count([...path, key]) }, (_, index) => text([...path, key, index]) ?? '').sort();
    return JSON.stringify([text([...path, 'of']), text([...path, 'each']) ?? 'person', list('groups'), list('profiles')]);
}
function conflictRules({ locate, report }, scopes) {
    for (const [index, one] of scopes.entries()) {
        const other = scopes.find((candidate, position) => position !== index &&
            candidate.key === one.key &&
            candidate.days >= one.days &&
            candidate.hours <= one.hours &&
            (candidate.days > one.days || candidate.hours < one.hours || position < index));
        if (other === undefined)
            continue;
        const { line } = locate([...other.path, 'hours']);
        if (other.hours === one.hours && other.days === one.days) {
            report(locate([...one.path, 'hours']), 'budget-conflict', `The budget on line ${line} is the same.`, {
                hint: 'Remove one of the two, or change the hours and the window of one.',
            });
            continue;
        }
        report(locate([...one.path, 'hours']), 'budget-conflict', `${one.hours} hours in ${one.days} d can never be used: the budget on line ${line} allows the same people ${other.hours} hours in ${other.days} d.`, { hint: 'Remove one of the two, or change its hours.' });
    }
}
function databaseRule({ text, has, locate, report }) {
    const kind = text(DATABASE);
    if (!has(['budgets']) || kind === undefined || HAS_RULE.includes(kind))
        return;
    report(locate(DATABASE), 'budget-database', `Budgets keep their accounts on the hub's database disk, which the database ${(0,config_text/* quoted */.TL)(kind)} does not have.`, { hint: 'Remove budgets, or remove hub.db.type.' });
}

// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__("src/versions.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/context.js


const TESTED_CHARTS = [versions/* DEFAULT_CHART_VERSION */.qD];
function ruleContext({ tree, platform, locate, report }) {
    const own = { ...reader(tree), tree, platform, locate, report };
    if (platform === tree) {
        const self = {
            ...own,
            get owner() {
                return self;
            },
        };
        return self;
    }
    if (platform === undefined)
        return { ...own, owner: undefined };
    return { ...own, owner: ruleContext({ tree: platform, platform, locate: (0,yaml_locate/* locator */.f)(platform), report }) };
}
function reader(tree) {
    const value = (path) => (0,yaml_locate/* treeAt */.S)(tree, path)?.value;
    return {
        text: (path) => {
            const found = value(path);
            return typeof found === 'string' ? found : undefined;
        },
        number: (path) => {
            const found = value(path);
            return typeof found === 'number' ? found : undefined;
        },
        has: (path) => (0,yaml_locate/* treeAt */.S)(tree, path) !== undefined,
        count: (path) => (0,yaml_locate/* treeAt */.S)(tree, path)?.items?.length ?? 0,
        keys: (path) => [...((0,yaml_locate/* treeAt */.S)(tree, path)?.entries?.keys() ?? [])],
    };
}

;// CONCATENATED MODULE: ./lib/src/config/rules/chart.js



function chartRules({ text, has, locate, report }) {
    const version = text(['hub', 'chart', 'version']);
    if (version !== undefined && !TESTED_CHARTS.includes(version)) {
        report(locate(['hub', 'chart', 'version']), 'untested-chart', `Chart ${version} was not tested with this version.`, {
            hint: `Tested: ${TESTED_CHARTS.join(', ')}.`,
        });
    }
    const path = text(['hub', 'chart', 'path']);
    if (path?.startsWith('/')) {
        report(locate(['hub', 'chart', 'path']), 'unpinned-path', 'An absolute path works on this machine only.', {
            hint: 'Commit the chart and write its path relative to this file.',
        });
    }
    const repository = text(['hub', 'chart', 'repository']);
    if (path === undefined && repository !== undefined && !isOfficial(repository) && !has(['hub', 'chart', 'sha256'])) {
        report(locate(['hub', 'chart', 'repository']), 'unpinned-chart', `A chart of ${(0,config_text/* quoted */.TL)(repository)} is code that may change without a review.`, { hint: 'Set hub.chart.sha256 to the SHA-256 of the archive that you trust (helm pull, then sha256sum).' });
    }
    if (path === undefined || repository === undefined)
        return;
    report(locate(['hub', 'chart', 'repository'], 'key'), 'no-effect', 'hub.chart.repository has no effect, because hub.chart.path is set.', {
        hint: 'Remove one of the two.',
    });
}
function isOfficial(repository) {
    return repository.replace(/\/+$/, '') === versions/* CHART_REPOSITORY */.yK.replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/config/model.js
var model = __webpack_require__("src/config/model.js");
// EXTERNAL MODULE: ./lib/src/config/gce/accelerators.js
var accelerators = __webpack_require__("src/config/gce/accelerators.js");
// EXTERNAL MODULE: ./lib/src/config/schema/unsupported.js
var unsupported = __webpack_require__("src/config/schema/unsupported.js");
;// CONCATENATED MODULE: ./lib/src/config/gce/allocatable.js
const CPU = [
    [0, 0.06],
    [1000, 0.01],
    [2000, 0.005],
    [4000, 0.0025],
];
const MEMORY = [
    [0, 0.25],
    [4096, 0.2],
    [8192, 0.1],
    [16_384, 0.06],
    [131_072, 0.02],
];
const SHARED_CORE_MILLICORES = 1060;
const SMALL_NODE_MIB = 255;
const EVICTION_MIB = 100;
function allocatable({ vcpus, memoryGiB, sharedCore }) {
    const millicores = sharedCore ? SHARED_CORE_MILLICORES : Math.floor(reserved(vcpus * 1000, CPU));
    const mib = memoryGiB * 1024;
    const reservedMib = (mib < 1024 ? SMALL_NODE_MIB : Math.floor(reserved(mib, MEMORY))) + EVICTION_MIB;
    return { cores: (vcpus * 1000 - millicores) / 1000, bytes: Math.floor((mib - reservedMib) * 2 ** 20) };
}
function reserved(amount, steps) {
    return steps.reduce((sum, [from, share], index) => {
        const to = Math.min(amount, steps[index + 1]?.[0] ?? Number.POSITIVE_INFINITY);
        return sum + Math.max(0, to - from) * share;
    }, 0);
}

;// CONCATENATED MODULE: ./lib/src/config/rules/platform/core-pool.js






const core_pool_GI = 2 ** 30;
const HUB = { path: ['hub'], cpu: 0.5, memory: core_pool_GI };
const PROXY = { path: ['proxy', 'chp'], cpu: 0.25, memory: core_pool_GI / 2 };
const DEFAULT_MAX = 3;
function corePoolRules(context, pool) {
    const { has, locate, report } = context;
    const { path, name, capacity, machineType } = pool;
    if (name !== node_pool/* CORE_POOL */.dq)
        return;
    if (capacity === 'spot' || capacity === 'flex-start') {
        report(locate([...path, 'capacity']), 'core-pool', `Google ends ${capacity === 'spot' ? 'Spot' : 'flex-start'} nodes by itself, and the hub runs on this pool: everybody would be without it each time.`, { hint: 'Remove capacity here. Pools for servers can have it.' });
    }
    const facts = (0,machines/* machine */.Aq)(machineType ?? '');
    const key = ['gpu', 'tpu'].find((one) => has([...path, one]));
    if (key !== undefined || facts?.tpu !== undefined || facts?.gpus.some(({ optional }) => !optional)) {
        report(key === undefined ? locate([...path, 'machineType']) : locate([...path, key], 'key'), 'core-pool', 'Nodes with accelerators accept only servers that request one, so the hub would not start on this pool.', {
            hint: 'Choose a machine type without accelerators, such as e2-standard-2, and give the accelerators a pool of their own.',
        });
    }
    else if (facts !== undefined) {
        core_pool_sizeRule(context, pool, facts.type, allocatable(facts));
    }
}
function core_pool_sizeRule(context, { path, max = DEFAULT_MAX }, type, node) {
    const [hub, proxy] = [HUB, PROXY].map((one) => requestOf(context, one));
    if (hub === undefined || proxy === undefined)
        return;
    const check = (kind, left, shown) => {
        const isTogether = hub[kind] <= left && proxy[kind] <= left;
        if (isTogether && hub[kind] + proxy[kind] <= left * max)
            return;
        const [what, amount] = isTogether
            ? ['Hub and proxy', hub[kind] + proxy[kind]]
            : hub[kind] > left
                ? ['The hub', hub[kind]]
                : ['The proxy', proxy[kind]];
        const nodes = isTogether && max > 1 ? `${max} nodes` : 'a node';
        context.report(context.locate([...path, 'machineType']), 'core-pool', `${what} request${isTogether ? '' : 's'} ${shown(amount)}, but ${nodes} of type ${type} leave${nodes === 'a node' ? 's' : ''} only ${shown(left * (isTogether ? max : 1))} for pods.`, { hint: 'Write machineType: e2-standard-2 or a larger one. GKE’s own pods need some room too.' });
    };
    check('cpu', node.cores, (amount) => `${(0,config_text/* formatNumber */.ZV)(Math.floor(amount * 100) / 100)} cores`);
    check('memory', node.bytes, (amount) => `${(0,config_text/* formatNumber */.ZV)(Math.floor((amount / core_pool_GI) * 100) / 100)}Gi of memory`);
}
function requestOf({ tree }, { path, cpu, memory }) {
    const written = (kind) => (0,quantity/* quantity */.au)((0,yaml_locate/* treeAt */.S)(tree, ['hub', 'values', ...path, 'resources', 'requests', kind])?.value);
    return { cpu: written('cpu') ?? cpu, memory: written('memory') ?? memory };
}

;// CONCATENATED MODULE: ./lib/src/config/rules/platform/machines.js






function poolRules(context) {
    const { locate, report, has } = context;
    if (has(['platform', 'from']))
        return;
    const mode = (0,pools/* clusterMode */.qL)(context);
    if (has(['platform', 'nodePools']) && mode === 'autopilot') {
        report(locate(['platform', 'nodePools'], 'key'), 'autopilot-pools', 'An Autopilot cluster cannot have your own node pools.', {
            hint: `Remove nodePools${(0,pools/* orStandard */.VI)(context)}.`,
        });
    }
    for (const pool of (0,pools/* pools */.m_)(context)) {
        if (pool.existing)
            existingPool(context, pool, mode === 'existing');
        else
            newPool(context, pool);
    }
}
function existingPool({ has, keys, locate, report }, { path, name }, onExisting) {
    if (!onExisting) {
        report(locate([...path, 'existing']), 'existing-pool', 'Only an existing cluster can have existing pools.', {
            hint: 'Write machineType and max instead of existing and selector. The product then makes the pool.',
        });
        return;
    }
    if (!has([...path, 'selector'])) {
        report(locate(path, 'key'), 'existing-pool', `The existing pool ${(0,config_text/* quoted */.TL)(name)} has no selector.`, {
            hint: 'Add the labels of its nodes, such as selector: {cloud.google.com/gke-nodepool: gpu}',
        });
    }
    for (const key of keys(path).filter((one) => !['existing', 'selector', 'tolerations', 'gpu', 'tpu', 'zones'].includes(one))) {
        report(locate([...path, key], 'key'), 'existing-pool', `"${key}" cannot be set for an existing pool.`, {
            hint: 'Remove the key, or remove existing to create the pool.',
        });
    }
}
function newPool(context, pool) {
    const { has, locate, report } = context;
    const { path, name, min, max, machineType } = pool;
    for (const key of ['selector', 'tolerations']) {
        if (!has([...path, key]))
            continue;
        report(locate([...path, key], 'key'), 'existing-pool', `"${key}" is for existing pools only.`, {
            hint: `Remove ${key}.`,
        });
    }
    for (const key of ['machineType', 'max']) {
        if (has([...path, key]))
            continue;
        report(locate(path, 'key'), 'missing-key', `${(0,config_text/* quoted */.TL)(key)} is missing in the pool ${(0,config_text/* quoted */.TL)(name)}.`, {
            hint: key === 'max' ? 'Add, for example: max: 5' : 'Add, for example: machineType: n2-standard-8',
        });
    }
    if (max !== undefined && min > max) {
        report(locate([...path, 'min']), 'pool-size', `"min" (${min}) is larger than "max" (${max}).`, {
            hint: 'Lower min or raise max.',
        });
    }
    if (machineType !== undefined)
        machineRules(context, pool, machineType);
    corePoolRules(context, pool);
    unusedRule(context, pool);
}
function unusedRule({ text, count, locate, report }, { name, path, min, gpu, machineType }) {
    const hasAccelerator = gpu !== undefined || (0,machines/* machine */.Aq)(machineType ?? '')?.tpu !== undefined;
    if (name === node_pool/* CORE_POOL */.dq || min === 0 || !hasAccelerator)
        return;
    const used = Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'pool']));
    if (used.includes(name))
        return;
    report(locate([...path, 'min']), 'unused-pool', `No profile uses the pool ${(0,config_text/* quoted */.TL)(name)}, but with min: ${min} its accelerators cost money day and night.`, { hint: 'Write min: 0, or acknowledge this rule if another hub of the platform uses the pool.' });
}
function machineRules(context, pool, type) {
    const { locate, report } = context;
    const facts = (0,machines/* machine */.Aq)(type);
    if (facts === undefined) {
        report(locate([...pool.path, 'machineType']), 'unknown-machine', `Unknown machine type ${(0,config_text/* quoted */.TL)(type)}.${(0,suggest/* didYouMean */.a)(type, (0,machines/* machineTypes */.B3)())}`, {
            hint: 'Check the spelling. A newer type works, but the rules about it are skipped.',
        });
        return;
    }
    gpuRules(context, pool, type);
    tpuRules(context, pool, type);
    diskRules(context, pool, type);
    capacityRules(context, pool, type);
}
function gpuRules({ has, locate, report }, { path, gpu }, type) {
    const offered = (0,machines/* machine */.Aq)(type)?.gpus ?? [];
    const fixed = offered.find(({ optional }) => !optional);
    if (gpu === undefined) {
        if (fixed === undefined || has([...path, 'gpu']))
            return;
        report(locate([...path, 'machineType']), 'machine-accelerator', `${type} comes with ${fixed.counts.join(' or ')} × ${fixed.type}, but the pool does not state this.`, {
            hint: `Add gpu: {type: ${fixed.type}}`,
        });
        return;
    }
    const where = locate([...path, 'gpu', 'type']);
    const fits = offered.find((one) => one.type === gpu.type);
    if (fits === undefined) {
        const message = offered.length === 0
            ? `${type} has no GPUs.`
            : `${type} has ${(0,config_text/* joinWithAnd */.Ol)(offered.map((one) => one.type))}, not ${(0,config_text/* quoted */.TL)(gpu.type)}.`;
        const { guess } = knownAccelerator('gpu', gpu.type);
        report(where, 'machine-accelerator', `${message}${guess}`, { hint: hintForGpu(gpu.type) });
    }
    else if (gpu.count !== undefined && !fits.counts.includes(gpu.count)) {
        report(locate([...path, 'gpu', 'count']), 'machine-accelerator', `${type} has ${fits.counts.join(' or ')} × ${gpu.type}, not ${gpu.count}.`, {
            hint: fits.counts.length === 1 ? `Write count: ${fits.counts[0]}, or remove count.` : 'Choose one of these counts.',
        });
    }
}
function hintForGpu(type) {
    const some = (0,machines/* machineTypes */.B3)().filter((name) => (0,machines/* machine */.Aq)(name)?.gpus.some((one) => one.type === type));
    if (some.length === 0)
        return 'Choose a machine type that has these GPUs.';
    return `Machine types with ${type}: ${some.slice(0, 4).join(', ')}${some.length > 4 ? ' …' : ''}.`;
}
function tpuRules({ has, locate, report }, { path, topology, gpu }, type) {
    const tpu = (0,machines/* machine */.Aq)(type)?.tpu;
    if (tpu === undefined) {
        if (!has([...path, 'tpu']))
            return;
        report(locate([...path, 'tpu'], 'key'), 'machine-accelerator', `${type} has no TPU.`, {
            hint: `Machine types with a TPU: ${(0,machines/* machineTypes */.B3)()
                .filter((name) => (0,machines/* machine */.Aq)(name)?.tpu)
                .slice(0, 4)
                .join(', ')} …`,
        });
        return;
    }
    if (gpu !== undefined)
        return;
    if (topology === undefined) {
        if (has([...path, 'tpu']))
            return;
        report(locate([...path, 'machineType']), 'machine-accelerator', `${type} has a TPU, but the pool does not state this.`, {
            hint: `Add tpu: {topology: ${tpu.topology}}`,
        });
    }
    else if (topology !== tpu.topology) {
        report(locate([...path, 'tpu', 'topology']), 'tpu-host', `One host ${type} has the topology ${tpu.topology}, not ${topology}.`, {
            hint: `Write ${tpu.topology}. A notebook server cannot use several hosts.`,
        });
    }
}
function diskRules({ locate, report }, { path, diskType }, type) {
    const disks = (0,machines/* machine */.Aq)(type)?.disks.boot;
    if (diskType === undefined || disks === undefined || disks.includes(diskType))
        return;
    report(locate([...path, 'disk', 'type']), 'boot-disk', `The boot disk of ${type} can be ${(0,machines/* describeDisks */.i1)(disks)}, not ${(0,config_text/* quoted */.TL)(diskType)}.`, {
        hint: `Use ${disks.join(' or ')}.`,
    });
}
function capacityRules(context, pool, type) {
    const { locate, report, has } = context;
    const { path, capacity, min, zones } = pool;
    const where = has([...path, 'capacity']) ? locate([...path, 'capacity']) : locate([...path, 'machineType']);
    const allowed = (0,machines/* machine */.Aq)(type)?.capacity;
    if (allowed !== undefined && !allowed.includes(capacity)) {
        report(where, 'capacity-limits', `${type} is not offered as ${(0,config_text/* quoted */.TL)(capacity)}.`, {
            hint: `Write capacity: ${allowed.join(' or ')}.`,
        });
    }
    if (capacity === 'flex-start' && min > 0) {
        report(locate([...path, 'min']), 'capacity-limits', 'Flex-start nodes are created on request, so the pool must start at 0.', {
            hint: 'Write min: 0.',
        });
    }
    if ((0,machines/* machine */.Aq)(type)?.tpu !== undefined && zones !== undefined && zones.length > 1) {
        report(locate([...path, 'zones']), 'capacity-limits', 'A TPU pool can have only one zone.', {
            hint: 'Keep one of them.',
        });
    }
}
function knownAccelerator(kind, type) {
    const known = (kind === 'gpu' ? (0,machines/* gpuFact */.bI)(type) : (0,machines/* tpuFact */.cU)(type)) !== undefined;
    if (known)
        return { known, guess: '' };
    const short = kind === 'gpu' ? gpuNamed(type) : undefined;
    if (short !== undefined)
        return { known, guess: ` Did you mean "${short}"?` };
    return { known, guess: (0,suggest/* didYouMean */.a)(type, kind === 'gpu' ? (0,machines/* gpuTypes */.A_)() : (0,machines/* tpuTypes */.tw)()) };
}
function gpuNamed(written) {
    const wordsOf = (name) => name
        .toLowerCase()
        .split('-')
        .filter((word) => !['', 'nvidia', 'tesla'].includes(word));
    const words = wordsOf(written);
    if (words.length === 0)
        return undefined;
    const fits = (0,machines/* gpuTypes */.A_)().filter((name) => words.every((word) => wordsOf(name).includes(word)));
    return fits.sort((one, other) => wordsOf(one).length - wordsOf(other).length)[0];
}

;// CONCATENATED MODULE: ./lib/src/config/rules/platform/accelerators.js





function acceleratorRules(context, path, pool, autopilot) {
    for (const kind of ['gpu', 'tpu']) {
        const where = [...path, kind];
        const value = (0,yaml_locate/* treeAt */.S)(context.tree, where)?.value;
        if (value === undefined || value === null || value === 0)
            continue;
        const typed = typeof value === 'object';
        if (!typed && typeof value !== 'number')
            continue;
        if (autopilot && pool === undefined)
            onAutopilot(context, where, kind, typed);
        else if (pool === undefined)
            noPool(context, where, kind);
        else if (kind === 'gpu')
            gpuOfPool(context, where, pool, typed);
        else
            tpuOfPool(context, where, pool, typed);
    }
    poolWithoutUse(context, path, pool);
}
function acceleratorsOf({ tree, owner, count, text, number: numberAt }) {
    const known = owner === undefined ? [] : (0,pools/* pools */.m_)(owner);
    return Array.from({ length: count(['profiles']) }, (_, index) => ['profiles', index]).flatMap((profile) => {
        const pool = known.find(({ name }) => name === text([...profile, 'pool']));
        const kind = ['gpu', 'tpu'].find((one) => isRequested((0,yaml_locate/* treeAt */.S)(tree, [...profile, one])?.value));
        if (kind === undefined)
            return [];
        const path = [...profile, kind];
        const type = text([...path, 'type']) ??
            (kind === 'gpu' ? pool?.gpu?.type : (0,machines/* machine */.Aq)(pool?.machineType ?? '')?.tpu?.accelerator);
        if (type === undefined)
            return [{ path, pool, type }];
        if (kind === 'gpu')
            return [{ path, pool, type, gpu: { type, count: numberAt([...path, 'count']) ?? numberAt(path) ?? 1 } }];
        return [{ path, pool, type, tpu: { type, topology: text([...path, 'topology']) } }];
    });
}
function isRequested(value) {
    return (typeof value === 'number' && value > 0) || (typeof value === 'object' && value !== null);
}
function onAutopilot(context, path, kind, typed) {
    const { text, locate, report } = context;
    if (!typed) {
        report(locate(path), 'accelerator-type', `On Autopilot the profile must state the type of its ${kind === 'gpu' ? 'GPUs' : 'TPU'}.`, {
            hint: kind === 'gpu'
                ? 'Write, for example: gpu: {type: nvidia-l4, count: 1}'
                : 'Write, for example: tpu: {type: tpu-v5-lite-podslice, topology: 2x2}',
        });
        return;
    }
    const type = text([...path, 'type']);
    if (type === undefined)
        return;
    const { known, guess } = knownAccelerator(kind, type);
    if (!known) {
        report(locate([...path, 'type']), 'unknown-machine', `Unknown ${kind === 'gpu' ? 'GPU' : 'TPU'} type ${(0,config_text/* quoted */.TL)(type)}.${guess}`, {
            hint: 'Check the spelling. A newer type works, but the rules about it are skipped.',
        });
        return;
    }
    if (kind === 'gpu')
        gpuOnAutopilot(context, path, type);
    else
        tpuOnAutopilot(context, path, type);
}
function gpuOnAutopilot(context, path, type) {
    const { number: numberAt, locate, report, has } = context;
    const counts = (0,machines/* gpuFact */.bI)(type)?.autopilot ?? [];
    const count = numberAt([...path, 'count']) ?? 1;
    const isShared = has([...path, 'sharing']);
    if (isShared && counts.length > 0 && !counts.includes(1)) {
        report(locate([...path, 'sharing'], 'key'), 'gpu-sharing', `${type} cannot be shared on Autopilot, which gives a server only ${counts.join(' or ')} of them.`, { hint: `Remove sharing and write count: ${counts[0]}, or choose another GPU.` });
        return;
    }
    if (count > 1 && isShared) {
        report(locate([...path, 'count']), 'gpu-sharing', `A server can use only one shared GPU, not ${count}.`, {
            hint: 'Remove count, or remove sharing to give each server its own GPUs.',
        });
        return;
    }
    if (counts.includes(count))
        return;
    if (counts.length === 0) {
        const way = (0,pools/* orStandard */.VI)(context);
        report(locate([...path, 'type']), 'machine-accelerator', `Autopilot does not offer ${type}.`, {
            hint: `Choose another GPU${way === '' ? '' : `${way}, where a node pool can have it`}.`,
        });
        return;
    }
    const where = has([...path, 'count']) ? [...path, 'count'] : [...path, 'type'];
    report(locate(where), 'machine-accelerator', `On Autopilot a server can have ${counts.join(', ')} × ${type}, not ${count}.`, {
        hint: 'Choose one of these counts.',
    });
}
function tpuOnAutopilot({ text, locate, report }, path, type) {
    const hosts = ((0,machines/* tpuFact */.cU)(type)?.machines ?? []).flatMap((name) => (0,machines/* machine */.Aq)(name)?.tpu?.topology ?? []);
    const topology = text([...path, 'topology']);
    if (topology === undefined || hosts.includes(topology))
        return;
    report(locate([...path, 'topology']), 'tpu-host', `One host of ${type} has the topology ${[...new Set(hosts)].join(' or ')}, not ${topology}.`, {
        hint: 'Use the topology of one host. A notebook server cannot use several hosts.',
    });
}
function noPool({ locate, report }, path, kind) {
    report(locate(path, 'key'), 'profile-accelerator', `The profile requests ${kind === 'gpu' ? 'GPUs' : 'a TPU'} but names no pool.`, {
        hint: `Add pool: NAME, with a pool of platform.nodePools that has ${kind === 'gpu' ? 'GPUs' : 'a TPU'}.`,
    });
}
function typedByPool({ locate, report }, path, pool) {
    report(locate(path), 'accelerator-type', `The pool ${(0,config_text/* quoted */.TL)(pool.name)} states the type, so the profile takes only a number.`, {
        hint: `Write ${path.at(-1)}: ${path.at(-1) === 'tpu' ? '4' : '1'}`,
    });
}
function gpuOfPool(context, path, pool, typed) {
    const { number: numberAt, locate, report } = context;
    if (typed) {
        typedByPool(context, path, pool);
        return;
    }
    const requested = numberAt(path) ?? 0;
    if (pool.gpu === undefined) {
        if (pool.existing)
            return;
        report(locate(path), 'profile-accelerator', `The pool ${(0,config_text/* quoted */.TL)(pool.name)} has no GPUs.`, {
            hint: 'Choose another pool, or give the pool gpu: {type: …}.',
        });
        return;
    }
    if (pool.gpu.shared && requested > 1) {
        report(locate(path), 'gpu-sharing', `GPUs of the pool ${(0,config_text/* quoted */.TL)(pool.name)} are shared, so a server can use only one.`, {
            hint: 'Write gpu: 1.',
        });
        return;
    }
    const offered = (0,machines/* machine */.Aq)(pool.machineType ?? '')?.gpus.find(({ type }) => type === pool.gpu?.type)?.counts;
    const most = pool.gpu.count ?? (offered === undefined ? undefined : offered[0]);
    if (most === undefined || requested <= most)
        return;
    report(locate(path), 'profile-accelerator', `A node of the pool ${(0,config_text/* quoted */.TL)(pool.name)} has only ${most} × ${pool.gpu.type}, but the profile requests ${requested}.`, {
        hint: 'Request fewer, or choose a larger machine type.',
    });
}
function tpuOfPool(context, path, pool, typed) {
    const { number: numberAt, locate, report } = context;
    if (typed) {
        typedByPool(context, path, pool);
        return;
    }
    const facts = (0,machines/* machine */.Aq)(pool.machineType ?? '');
    if (facts === undefined)
        return;
    if (facts.tpu === undefined) {
        report(locate(path), 'profile-accelerator', `The pool ${(0,config_text/* quoted */.TL)(pool.name)} has no TPU.`, {
            hint: 'Choose a pool whose machine type has one.',
        });
    }
    else if (numberAt(path) !== facts.tpu.chips) {
        report(locate(path), 'tpu-host', `A host of the pool ${(0,config_text/* quoted */.TL)(pool.name)} has ${facts.tpu.chips} chips, and a server must use all of them.`, {
            hint: `Write tpu: ${facts.tpu.chips}`,
        });
    }
}
function poolWithoutUse({ has, text, locate, report, tree }, path, pool) {
    if (pool === undefined || pool.existing)
        return;
    const requests = (kind) => has([...path, kind]) && (0,yaml_locate/* treeAt */.S)(tree, [...path, kind])?.value !== 0;
    const missing = pool.gpu !== undefined && !requests('gpu')
        ? 'gpu'
        : (0,machines/* machine */.Aq)(pool.machineType ?? '')?.tpu !== undefined && !requests('tpu')
            ? 'tpu'
            : undefined;
    if (missing === undefined)
        return;
    report(locate([...path, 'pool']), 'profile-accelerator', `Nodes of the pool ${(0,config_text/* quoted */.TL)(text([...path, 'pool']))} accept only servers that request a ${missing.toUpperCase()}.`, {
        hint: `Add ${missing}: ${missing === 'gpu' ? 1 : ((0,machines/* machine */.Aq)(pool.machineType ?? '')?.tpu?.chips ?? 1)}, or choose another pool.`,
    });
}

// EXTERNAL MODULE: ./lib/src/config/rules/platform/location.js
var platform_location = __webpack_require__("src/config/rules/platform/location.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/home-zones.js










const HOME = ['storage', 'home'];
function homeZoneRules(context) {
    const { owner } = context;
    if (owner === undefined)
        return;
    const reached = (0,pools/* usedPools */.L4)(context).map((pool) => ({
        name: (0,config_text/* quoted */.TL)(pool.name),
        path: pool.path,
        zones: home_zones_zonesOf(owner, pool),
    }));
    const all = [...reached, ...anyNode(context)];
    if (commonZoneRule(context, all))
        everyZoneRule(context, all);
    namedZonesRule(context, owner);
    regionalRule(context, owner);
    poolZonesRule(context);
}
function anyNode({ owner, count, has }) {
    const some = Array.from({ length: count(['profiles']) }, (_, index) => has(['profiles', index, 'pool']));
    if (owner === undefined || (0,pools/* clusterMode */.qL)(owner) !== 'standard' || !some.includes(false))
        return [];
    const zones = (0,pools/* pools */.m_)(owner)
        .filter(pools/* isOpenPool */.Z3)
        .map((pool) => home_zones_zonesOf(owner, pool));
    if (zones.length === 0 || zones.includes(undefined))
        return [];
    return [{ name: 'the nodes without accelerators', zones: [...new Set(zones.flatMap((one) => one ?? []))] }];
}
function everyZoneRule(context, used) {
    const { locate, report, owner } = context;
    if (isRegional(context))
        return;
    const known = used.flatMap(({ zones, ...rest }) => (zones === undefined ? [] : [{ ...rest, zones }]));
    const common = known.map(({ zones }) => zones).reduce((all, zones) => all.filter((zone) => zones.includes(zone)));
    for (const { name, path, zones } of known) {
        const wider = known.find((other) => other.zones.some((zone) => !zones.includes(zone)));
        if (wider === undefined)
            continue;
        const lacks = wider.zones.filter((zone) => !zones.includes(zone));
        const place = owner === context && path !== undefined ? path : ['profiles'];
        report(locate(place, 'key'), 'home-zone', `A home stays in the zone of its first start. On ${wider.name} that can be ${lacks.join(' or ')}, where ${name} has no nodes: its owner could never start a server there.`, { hint: `Give the pools the same zones, such as zones: [${common.join(', ')}]${orFilestore()}.` });
    }
}
function commonZoneRule(context, used) {
    const { locate, report, owner } = context;
    const known = used.filter(({ zones }) => zones !== undefined);
    const all = [...new Set(known.flatMap(({ zones }) => zones ?? []))];
    const reaches = (chosen) => known.every(({ zones }) => zones?.some((zone) => chosen.includes(zone)));
    const regional = isRegional(context);
    const works = all.some((first) => (regional ? all.some((second) => reaches([first, second])) : reaches([first])));
    if (known.length < 2)
        return false;
    if (works)
        return true;
    const places = (0,config_text/* joinWithAnd */.Ol)(known.map(({ name, zones }) => `${name} in ${(0,config_text/* joinWithAnd */.Ol)(zones ?? [])}`));
    const last = known.findLast(({ path }) => path !== undefined)?.path;
    const place = owner === context && last !== undefined ? [...last, 'zones'] : ['profiles'];
    const message = regional
        ? 'A home stays in its two zones, but no two zones reach all pools of the profiles'
        : 'A home stays in its zone, but the pools of the profiles have no zone in common';
    report(locate(place, 'key'), 'home-zone', `${message}: ${places}.`, {
        hint: `Give the pools a common zone${orFilestore()}.`,
    });
    return false;
}
function namedZonesRule(context, owner) {
    const { locate, report, text } = context;
    if (clusterZones(owner) !== undefined || text(['location']) === undefined)
        return;
    for (const { path, pool, type, ...accelerator } of acceleratorsOf(context)) {
        if (pool?.zones !== undefined)
            continue;
        const file = owner === context ? '' : ` in ${text(['platform', 'from']) ?? 'the file of the platform'}`;
        report(locate(path, 'key'), 'accelerator-zones', `A home on a disk stays in the zone of its first start, and no zones are named: this profile could never start for a person whose home is in a zone without ${type ?? 'its accelerator'}.`, {
            hint: `Add platform.zones${file} with the zones that have it, such as platform: {zones: [ZONE]}${orFilestore()}.${howToList(accelerator, text(['location']))}`,
        });
    }
}
function howToList({ gpu, tpu }, region) {
    const machines = gpu !== undefined ? (0,accelerators/* machinesWith */.P)({ kind: 'gpu', ...gpu }) : tpu && (0,accelerators/* machinesWith */.P)({ kind: 'tpu', ...tpu });
    const [first] = machines ?? [];
    if (first === undefined || region === undefined || !/^[a-z0-9-]+$/.test(region))
        return '';
    return ` They are listed by: gcloud compute machine-types list --filter="name=${first.type} AND zone~${region}"`;
}
function poolZonesRule(context) {
    const { tree, locate, report, owner } = context;
    const named = (0,yaml_locate/* treeAt */.S)(tree, ['platform', 'zones'])?.items?.map(({ value }) => value);
    if (owner !== context || named === undefined || !named.every((zone) => typeof zone === 'string'))
        return;
    for (const { name, path } of (0,pools/* pools */.m_)(context)) {
        for (const [index, { value }] of ((0,yaml_locate/* treeAt */.S)(tree, [...path, 'zones'])?.items ?? []).entries()) {
            if (name === node_pool/* CORE_POOL */.dq || typeof value !== 'string' || named.includes(value))
                continue;
            report(locate([...path, 'zones', index]), 'pool-zones', `Servers and homes are in ${(0,config_text/* joinWithAnd */.Ol)(named)} only, so no server would run on nodes in ${(0,config_text/* quoted */.TL)(value)}.`, { hint: 'Remove the zone here, or add it to platform.zones.' });
        }
    }
}
function regionalRule(context, owner) {
    const zones = (0,yaml_locate/* treeAt */.S)(owner.tree, ['platform', 'zones'])?.items ?? [];
    if (!isRegional(context) || new Set(zones.map(({ value }) => value)).size !== 1)
        return;
    context.report(context.locate([...HOME, 'regional']), 'home-zone', `A regional disk is in two zones, but the platform names only ${String(zones[0]?.value)}.`, { hint: 'Add a second zone to platform.zones.' });
}
function isRegional({ tree }) {
    return (0,yaml_locate/* treeAt */.S)(tree, [...HOME, 'regional'])?.value === true;
}
function orFilestore() {
    return (0,unsupported/* isSupported */.T)('storage.home.type', 'filestore') ? ', or use homes of type filestore' : '';
}
function home_zones_zonesOf(owner, pool) {
    const zones = pool.zones ?? clusterZones(owner);
    const hasTpu = pool.zones === undefined && (0,machines/* machine */.Aq)(pool.machineType ?? '')?.tpu !== undefined;
    return hasTpu ? zones?.slice(0, 1) : zones;
}
function clusterZones(owner) {
    const named = (0,yaml_locate/* treeAt */.S)(owner.tree, ['platform', 'zones'])?.items?.map(({ value }) => String(value));
    if (named !== undefined)
        return named;
    const location = owner.text(['platform', 'cluster', 'existing', 'location']) ?? owner.text(['location']);
    if (location === undefined || (0,platform_location/* regionOf */.A)(location) !== location)
        return location === undefined ? undefined : [location];
    return (0,pools/* clusterMode */.qL)(owner) === 'standard' && regions/* REGIONS */.i.includes(location) ? [(0,regions/* firstZone */.T)(location)] : undefined;
}

;// CONCATENATED MODULE: ./lib/src/config/rules/homes.js









const homes_HOME = ['storage', 'home'];
const homes_GI = 2 ** 30;
const TI = 2 ** 40;
const DYNAMIC = ['hyperdisk-balanced', 'pd-balanced'];
const GENERAL = (0,machines/* machine */.Aq)('e2-standard-2')?.disks.data ?? [];
function homeDiskRules(context) {
    const { owner, text } = context;
    const diskType = text([...homes_HOME, 'diskType']) ?? 'pd-balanced';
    homes_sizeRule(context, diskType);
    if (owner !== undefined && (0,pools/* clusterMode */.qL)(owner) === 'autopilot') {
        if (!(0,pools/* hasComputeClass */.GI)(context))
            autopilotRule(context, diskType);
    }
    else
        attachRule(context, diskType);
    homeZoneRules(context);
}
function homes_sizeRule({ tree, has, locate, report }, diskType) {
    const path = [...homes_HOME, 'size'];
    const bytes = (0,quantity/* quantity */.au)((0,yaml_locate/* treeAt */.S)(tree, path)?.value);
    const least = diskType.startsWith('hyperdisk') ? 4 : 10;
    if (bytes === undefined || (bytes >= least * homes_GI && bytes <= 64 * TI))
        return;
    const place = has(path) ? locate(path) : locate([...homes_HOME, 'diskType']);
    report(place, 'quantity-size', `A home on ${(0,config_text/* quoted */.TL)(diskType)} must have between ${least}Gi and 64Ti.`, {
        hint: bytes < homes_GI
            ? `Is the unit missing? For example: ${Math.max(least, 10)}Gi.`
            : `For example: ${Math.max(least, 10)}Gi.`,
    });
}
function autopilotRule(context, diskType) {
    const { count, has, locate, report } = context;
    const found = acceleratorsOf(context);
    const place = has([...homes_HOME, 'diskType']) ? locate([...homes_HOME, 'diskType']) : undefined;
    const usesGeneral = Math.max(1, count(['profiles'])) > found.length;
    if (usesGeneral && diskType !== 'dynamic' && !GENERAL.includes(diskType)) {
        const message = `Autopilot’s usual nodes cannot attach ${(0,config_text/* quoted */.TL)(diskType)}, so that no server without an accelerator would start.`;
        report(place ?? locate(['profiles'], 'key'), 'pool-home-disk', message, {
            hint: 'Use diskType: pd-balanced or pd-ssd, or only profiles whose machines attach it.',
        });
        return;
    }
    const known = found.flatMap((one) => {
        const disks = disksOf(one);
        return disks.length === 0 ? [] : [{ ...one, disks }];
    });
    if (diskType === 'dynamic') {
        dynamicRule(context, [...(usesGeneral ? [GENERAL] : []), ...known.map(({ disks }) => disks)]);
        return;
    }
    for (const { path, type, disks } of known) {
        if (disks.includes(diskType))
            continue;
        report(locate(path, 'key'), 'pool-home-disk', `Machines with ${type} can attach ${(0,machines/* describeDisks */.i1)(disks)}, but homes are ${(0,config_text/* quoted */.TL)(diskType)}.`, {
            hint: wayOut(disks, [...(usesGeneral ? [GENERAL] : []), ...known.map((one) => one.disks)], `profiles with ${type}`),
        });
    }
}
function disksOf({ gpu, tpu }) {
    if (gpu !== undefined)
        return (0,accelerators/* attachable */.e)((0,accelerators/* machinesWith */.P)({ kind: 'gpu', ...gpu }));
    return tpu === undefined ? [] : (0,accelerators/* attachable */.e)((0,accelerators/* machinesWith */.P)({ kind: 'tpu', ...tpu }));
}
function dynamicRule({ locate, report }, kinds) {
    if (DYNAMIC.some((type) => kinds.every((disks) => disks.includes(type))))
        return;
    report(locate([...homes_HOME, 'diskType']), 'pool-home-disk', `The first start makes a home of one kind for good, but the machines of the profiles have neither ${DYNAMIC.join(' nor ')} in common.`, {
        hint: `Give profiles whose machines attach only Hyperdisk a hub of their own, with diskType: hyperdisk-balanced${homes_orFilestore()}.`,
    });
}
function attachRule(context, diskType) {
    const { locate, report, has, owner } = context;
    const where = has([...homes_HOME, 'diskType']) ? locate([...homes_HOME, 'diskType']) : undefined;
    const named = (0,pools/* usedPools */.L4)(context);
    const used = [...named, ...(0,pools/* openPools */.MX)(context).filter(({ name }) => named.every((one) => one.name !== name))];
    const disksOf = (type) => (0,machines/* machine */.Aq)(type ?? '')?.disks.data;
    const all = used.flatMap(({ machineType }) => {
        const disks = disksOf(machineType);
        return disks === undefined ? [] : [disks];
    });
    for (const { name, machineType, path } of used) {
        const disks = disksOf(machineType);
        if (disks === undefined || disks.includes(diskType))
            continue;
        if (diskType === 'dynamic' && DYNAMIC.some((type) => disks.includes(type)))
            continue;
        const place = where ?? (owner === context ? locate([...path, 'machineType']) : locate(['platform', 'from']));
        report(place, 'pool-home-disk', `Pool ${(0,config_text/* quoted */.TL)(name)} (${machineType}) can attach ${(0,machines/* describeDisks */.i1)(disks)}, but homes are ${(0,config_text/* quoted */.TL)(diskType)}.`, {
            hint: wayOut(disks, all, 'profiles of this pool'),
        });
    }
}
function wayOut(disks, all, odd) {
    const common = disks.filter((type) => all.every((others) => others.includes(type)));
    if (common.length > 0)
        return `Use diskType: ${common.join(' or ')}${homes_orFilestore()}.`;
    return `Choose other machines, or give ${odd} a hub of their own with diskType: ${disks.join(' or ')}${homes_orFilestore()}.`;
}
function homes_orFilestore() {
    return (0,unsupported/* isSupported */.T)('storage.home.type', 'filestore') ? ', or homes of type filestore' : '';
}

;// CONCATENATED MODULE: ./lib/src/config/rules/storage.js






const storage_HOME = ['storage', 'home'];
const storage_GI = 2 ** 30;
const storage_TI = 2 ** 40;
const FILESTORE = {
    BASIC_HDD: { least: storage_TI, most: 63.9 * storage_TI, shrinks: false, range: '1Ti to 63.9Ti' },
    BASIC_SSD: { least: 2.5 * storage_TI, most: 63.9 * storage_TI, shrinks: false, range: '2.5Ti to 63.9Ti' },
    ZONAL: { least: storage_TI, most: 100 * storage_TI, shrinks: true, range: '1Ti to 100Ti' },
    REGIONAL: { least: 100 * storage_GI, most: 100 * storage_TI, shrinks: true, range: '100Gi to 100Ti' },
    ENTERPRISE: { least: storage_TI, most: 10 * storage_TI, shrinks: true, range: '1Ti to 10Ti' },
};
const FILESTORE_TIERS = Object.keys(FILESTORE);
function storageRules(context) {
    const type = context.text([...storage_HOME, 'type']) ?? 'disk';
    const only = {
        disk: ['diskType', 'size', 'regional'],
        filestore: ['mode', 'tier', 'size'],
        none: [],
    };
    for (const key of context.keys(storage_HOME)) {
        if (key === 'type' || (0,json/* entryOf */.M)(only, type)?.includes(key) !== false)
            continue;
        context.report(context.locate([...storage_HOME, key], 'key'), 'no-effect', `"${key}" has no effect for homes of type ${type}.`, {
            hint: 'Remove the key.',
        });
    }
    if (type === 'disk')
        homeDiskRules(context);
    if (type === 'filestore')
        filestoreRules(context);
    bucketRules(context);
    purgeRules(context);
    if (type === 'disk' && !context.has(['storage', 'snapshots'])) {
        const where = ['storage', 'profiles', 'users'].find((key) => context.has([key])) ?? 'users';
        context.report(context.locate([where], 'key'), 'no-snapshots', 'No storage.snapshots: a deleted or damaged home cannot be restored.', {
            hint: 'This version cannot take snapshots yet. Back up the disks yourself and acknowledge this rule.',
            absent: true,
        });
    }
}
function filestoreRules({ tree, text, has, locate, report }) {
    const tier = text([...storage_HOME, 'tier']) ?? 'BASIC_HDD';
    const multishare = text([...storage_HOME, 'mode']) === 'multishare';
    const place = (key) => (has([...storage_HOME, key]) ? locate([...storage_HOME, key]) : locate([...storage_HOME, 'type']));
    if (multishare && tier !== 'ENTERPRISE') {
        report(place('mode'), 'filestore-tier', `Per-person shares need the tier ENTERPRISE, not ${tier}.`, {
            hint: 'Write tier: ENTERPRISE, or mode: instance.',
        });
        return;
    }
    const facts = (0,json/* entryOf */.M)(FILESTORE, tier);
    const bytes = (0,quantity/* quantity */.au)((0,yaml_locate/* treeAt */.S)(tree, [...storage_HOME, 'size'])?.value);
    if (facts === undefined)
        return;
    if (multishare && bytes !== undefined && (bytes < 10 * storage_GI || bytes > storage_TI)) {
        report(place('size'), 'filestore-size', 'A share must have between 10Gi and 1Ti.', {
            hint: 'For example: size: 100Gi.',
        });
    }
    else if (!multishare && bytes !== undefined && (bytes < facts.least || bytes > facts.most)) {
        report(place('size'), 'filestore-size', `An instance of the tier ${tier} must have ${facts.range}.`, {
            hint: 'Set the size of the whole instance, which everybody shares.',
        });
    }
    if (!multishare && !facts.shrinks) {
        report(place('size'), 'filestore-grows-only', `An instance of the tier ${tier} can grow later but never shrink.`, {
            hint: 'Start small. Instances of the tiers ZONAL and REGIONAL can shrink.',
        });
    }
}
function purgeRules({ text, count, locate, report }) {
    const seen = new Set();
    for (let index = 0; index < count(['storage', 'purge']); index += 1) {
        const path = ['storage', 'purge', index];
        const email = text([...path, 'email'])?.toLowerCase();
        const key = `${email} ${text([...path, 'left'])}`;
        if (email !== undefined && seen.has(key)) {
            report(locate([...path, 'email']), 'purge-entry', `The home of ${(0,config_text/* quoted */.TL)(email)} is listed twice.`, {
                hint: 'Remove one of the two entries.',
            });
        }
        seen.add(key);
    }
}
function bucketRules({ text, count, locate, report }) {
    const taken = new Map([
        ['/home/jovyan', 'the home'],
        [model/* BUCKET_FOLDER */.a, 'the per-user bucket'],
    ]);
    for (let index = 0; index < count(['storage', 'buckets', 'shared']); index += 1) {
        const path = ['storage', 'buckets', 'shared', index, 'mountPath'];
        const folder = text(path);
        if (folder === undefined)
            continue;
        const other = taken.get(folder);
        if (other !== undefined ||
            /^\/(bin|dev|etc|lib|lib64|opt|proc|run|sbin|sys|usr|var|tmp|srv)?$/.test(folder) ||
            folder.split('/').includes('..')) {
            report(locate(path), 'mount-path', other === undefined
                ? `${(0,config_text/* quoted */.TL)(folder)} is a system folder.`
                : `${(0,config_text/* quoted */.TL)(folder)} is already used by ${other}.`, {
                hint: 'Choose another folder, such as /home/jovyan/data or /data.',
            });
        }
        taken.set(folder, (0,config_text/* quoted */.TL)(text(['storage', 'buckets', 'shared', index, 'bucket'])));
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/cost.js




const MAX_GUESSES = 20;
const PRICES = ['cost', 'prices'];
const OTHER_NAMES = [
    'autopilot/cpu',
    'autopilot/memory',
    'pd-standard',
    'pd-balanced',
    'pd-ssd',
    'hyperdisk-balanced',
    'dynamic',
    'bucket',
    ...FILESTORE_TIERS.map((tier) => `filestore/${tier}`),
];
function costRules({ keys, locate, report }) {
    const names = keys(PRICES);
    if (names.length === 0)
        return;
    const known = [...OTHER_NAMES, ...(0,machines/* gpuTypes */.A_)(), ...(0,machines/* tpuTypes */.tw)(), ...(0,machines/* machineTypes */.B3)()];
    const all = new Set(known);
    const unknown = names.filter((name) => !all.has(name) && (0,machines/* machine */.Aq)(name) === undefined);
    for (const [index, name] of unknown.entries()) {
        const guess = index < MAX_GUESSES ? (0,suggest/* didYouMean */.a)(name, known) : '';
        report(locate([...PRICES, name], 'key'), 'unknown-price', `Unknown price name ${(0,config_text/* quoted */.TL)(name)}.${guess}`, {
            hint: 'Correct the name. The price of a machine type that is newer than this version can stay.',
        });
    }
}

// EXTERNAL MODULE: ./lib/src/config/rules/names.js
var names = __webpack_require__("src/config/rules/names.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/numbers.js
function numberRules({ tree, locate, report }) {
    visit(tree, []);
    function visit({ value, plain, written, entries, items }, path) {
        if (path.length === 2 && path[0] === 'hub' && path[1] === 'values')
            return;
        if (typeof value === 'number' && plain === true && /^[-+]?0[0-9oOxX]/.test(written ?? '')) {
            report(locate(path), 'number-form', `${written} is the number ${value}, but not to every reader of YAML.`, {
                hint: `Write ${value}.`,
            });
        }
        for (const [key, entry] of entries ?? [])
            visit(entry.tree, [...path, key]);
        for (const [index, item] of (items ?? []).entries())
            visit(item, [...path, index]);
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/platform/network.js


const network_DEFAULTS = { nodes: '10.0.0.0/20', pods: '10.4.0.0/14', services: '10.8.0.0/20' };
const network_KINDS = ['nodes', 'pods', 'services'];
function networkRules(context) {
    pairRule(context);
    sameRules(context);
    cidrRules(context);
}
function sameRules({ text, locate, report }) {
    for (const key of ['existing', 'sharedVpc']) {
        const path = ['platform', 'network', key];
        const range = text([...path, 'servicesRange']);
        if (range === undefined || range !== text([...path, 'podsRange']))
            continue;
        report(locate([...path, 'servicesRange']), 'network-ranges', 'Pods and Services cannot have the same range.', {
            hint: 'Name another secondary range of the subnetwork.',
        });
    }
    const host = ['platform', 'network', 'sharedVpc', 'project'];
    if (text(host) === undefined || text(host) !== text(['project']))
        return;
    report(locate(host), 'network-ranges', 'The network of a Shared VPC is in another project than the hub.', {
        hint: 'Use network.existing for a network of the hub’s own project, without "project".',
    });
}
function pairRule({ has, locate, report }) {
    const path = ['platform', 'network', 'existing'];
    const given = ['podsRange', 'servicesRange'].filter((key) => has([...path, key]));
    const [only] = given;
    if (only === undefined || given.length === 2)
        return;
    const other = only === 'podsRange' ? 'servicesRange' : 'podsRange';
    report(locate([...path, only], 'key'), 'network-ranges', `"${only}" is given without "${other}".`, {
        hint: `Add ${other}, or remove ${only} too: then GKE adds both ranges to the subnetwork.`,
    });
}
function cidrRules(context) {
    const { has, locate, report } = context;
    const path = ['platform', 'network', 'cidrs'];
    const isForeign = ['existing', 'sharedVpc'].some((key) => has(['platform', 'network', key]));
    if (!has(path) && (isForeign || !has(['platform', 'nodePools']) || (0,pools/* clusterMode */.qL)(context) !== 'standard'))
        return;
    const place = (kind) => {
        if (has([...path, kind]))
            return locate([...path, kind]);
        return locate(has(path) ? path : ['platform', 'nodePools'], 'key');
    };
    const ranges = network_KINDS.flatMap((kind) => {
        const text = has([...path, kind]) ? context.text([...path, kind]) : network_DEFAULTS[kind];
        const parsed = text === undefined ? undefined : parseRange(text);
        return text === undefined || parsed === undefined ? [] : [{ kind, text, ...parsed }];
    });
    for (const { kind, text, first, size } of ranges) {
        if (first % size === 0)
            continue;
        report(place(kind), 'cidr-overlap', `${text} has host bits set.`, {
            hint: `Write ${addressOf(first - (first % size))}/${text.split('/')[1]}.`,
        });
    }
    for (const [index, one] of ranges.entries()) {
        const other = ranges.slice(0, index).find((before) => overlap(before, one));
        if (other === undefined)
            continue;
        report(place(one.kind), 'cidr-overlap', `The ${one.kind} range (${one.text}) overlaps the ${other.kind} range (${other.text}).`, {
            hint: 'Choose ranges that do not overlap.',
        });
    }
    sizes(context, ranges, place);
}
function sizes(context, ranges, place) {
    const { report } = context;
    const of = (kind) => ranges.find((range) => range.kind === kind);
    const maxNodes = (0,pools/* clusterMode */.qL)(context) === 'standard' ? (0,pools/* pools */.m_)(context).reduce((sum, { max }) => sum + (max ?? 0), 0) + 3 : 1;
    const [nodes, pods, services] = [of('nodes'), of('pods'), of('services')];
    if (nodes !== undefined && nodes.size - 4 < maxNodes) {
        report(place('nodes'), 'cidr-size', `${nodes.text} has room for ${Math.max(0, nodes.size - 4)} nodes, but the pools can have ${(0,config_text/* formatNumber */.ZV)(maxNodes)}.`, {
            hint: 'Give the nodes a larger range (a smaller number after the slash).',
        });
    }
    if (pods !== undefined && pods.size / 256 < Math.max(maxNodes, 2)) {
        report(place('pods'), 'cidr-size', `${pods.text} has room for ${Math.floor(pods.size / 256)} nodes of 256 addresses each, but the cluster can have ${(0,config_text/* formatNumber */.ZV)(Math.max(maxNodes, 2))}.`, {
            hint: 'Give the pods a larger range (a smaller number after the slash).',
        });
    }
    if (services !== undefined && (services.size < 32 || services.size > 65536)) {
        report(place('services'), 'cidr-size', 'The services range must be between /16 and /27.', {
            hint: 'For example: /20.',
        });
    }
    const outside = ranges.filter(({ first }) => !isPrivate(first)).map(({ text }) => text);
    const [first] = outside;
    if (first === undefined)
        return;
    report(place(ranges.find(({ text }) => text === first)?.kind ?? 'nodes'), 'cidr-size', `${(0,config_text/* joinWithAnd */.Ol)(outside)} ${outside.length === 1 ? 'is' : 'are'} not private: the cluster could not reach the real owners of these addresses.`, {
        hint: 'Use ranges from 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.',
    });
}
function parseRange(text) {
    const [, a, b, c, d, length] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(text) ?? [];
    if (length === undefined)
        return undefined;
    const first = [a, b, c, d].reduce((sum, part) => sum * 256 + Number(part), 0);
    return { first, size: 2 ** (32 - Number(length)) };
}
function addressOf(value) {
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
function overlap(a, b) {
    return a.first < b.first + b.size && b.first < a.first + a.size;
}
function isPrivate(first) {
    return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].some((text) => {
        const range = parseRange(text);
        return range !== undefined && first >= range.first && first < range.first + range.size;
    });
}

// EXTERNAL MODULE: ./lib/src/config/gce/gate.js
var gate = __webpack_require__("src/config/gce/gate.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/images/slow-pattern.js

const slow_pattern_LONGEST = 256;
const MOST_WAYS = 3;
const ASCII = Array.from({ length: 128 }, (_, code) => code);
const ANY = new Set(ASCII);
const CLASSES = { d: /\d/, w: /\w/, s: /\s/, D: /\D/, W: /\W/, S: /\S/ };
function slowness(pattern) {
    const branches = new Reader(pattern).branches();
    if (branches.some((branch) => branch.some(repeatsChoice))) {
        return {
            why: 'A repeated group has a repetition, or alternatives that begin alike, in it.',
            hint: 'Write the repetition once, such as [a-z0-9/._-]+ for a path.',
        };
    }
    if (Math.max(...branches.map(waysOf)) <= MOST_WAYS)
        return undefined;
    return {
        why: 'Too many repetitions can take the same characters.',
        hint: 'Write [^/]+ or [a-z0-9-]+ instead of .* between two slashes.',
    };
}
function repeatsChoice(part) {
    if (part.kind === 'one')
        return false;
    if (part.kind === 'group')
        return part.branches.some((branch) => branch.some(repeatsChoice));
    const inner = part.part;
    return repeatsChoice(inner) || (part.most > 1 && inner.kind === 'group' && !isCertain(inner));
}
function isCertain({ branches }) {
    const isPlain = (part) => part.kind === 'one' || (part.kind === 'group' ? isCertain(part) : part.least === part.most && isPlain(part.part));
    return (branches.every((branch) => branch.every(isPlain) && (branches.length === 1 || branch.length > 0)) &&
        differ(branches));
}
function differ(branches) {
    const firsts = branches.map(([first]) => {
        if (first === undefined)
            return new Set();
        return first.kind === 'repeat' && first.least === 0 ? ANY : charactersOf(first);
    });
    return firsts.every((set, index) => firsts.slice(0, index).every((other) => !slow_pattern_overlap(set, other)));
}
function waysOf(branch) {
    let total = 1;
    let chain = 0;
    let sets = [];
    for (const part of flat(branch)) {
        const set = charactersOf(part);
        const isFixed = part.kind === 'one' || (part.kind === 'repeat' && part.least > 0 && part.part.kind === 'one');
        if (isFixed && !sets.some((before) => slow_pattern_overlap(before, set))) {
            total += Math.max(0, chain - 1);
            chain = 0;
            sets = [];
        }
        const ways = choicesOf(part);
        chain += ways;
        if (ways > 0)
            sets.push(set);
    }
    return total + Math.max(0, chain - 1);
}
function flat(branch) {
    return branch.flatMap((part) => part.kind === 'group' && part.branches.length === 1 ? flat(part.branches[0] ?? []) : [part]);
}
function choicesOf(part) {
    if (part.kind === 'one')
        return 0;
    const power = (count) => Math.log(Math.min(count, slow_pattern_LONGEST)) / Math.log(slow_pattern_LONGEST);
    if (part.kind === 'repeat')
        return power(part.most - part.least + 1) + choicesOf(part.part);
    const inner = part.branches.map((branch) => branch.reduce((sum, one) => sum + choicesOf(one), 0));
    return Math.max(...inner) + (differ(part.branches) ? 0 : power(part.branches.length));
}
function charactersOf(part) {
    if (part.kind === 'one')
        return part.set;
    if (part.kind === 'repeat')
        return charactersOf(part.part);
    return new Set(part.branches.flat().flatMap((one) => [...charactersOf(one)]));
}
function slow_pattern_overlap(one, other) {
    return [...one].some((code) => other.has(code));
}
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    branches() {
        const found = [[]];
        while (this.at < this.text.length && this.text[this.at] !== ')') {
            if (this.text[this.at] === '|') {
                this.at += 1;
                found.push([]);
                continue;
            }
            const part = this.part();
            if (part !== undefined)
                found.at(-1)?.push(this.repeated(part));
        }
        return found;
    }
    part() {
        const letter = this.text[this.at] ?? '';
        this.at += 1;
        if (letter === '^' || letter === '$')
            return undefined;
        if (letter === '.')
            return { kind: 'one', set: ANY };
        if (letter === '(') {
            const sign = /^\?(?:P<[^>]*>|<?[:=!])/.exec(this.text.slice(this.at))?.[0] ?? '';
            this.at += sign.length;
            const branches = this.branches();
            this.at += 1;
            return { kind: 'group', branches: /[=!]$/.test(sign) ? [...branches, []] : branches };
        }
        if (letter === '[')
            return { kind: 'one', set: this.set() };
        return { kind: 'one', set: letter === '\\' ? this.escape() : only(letter) };
    }
    set() {
        const end = /^\^?(?:\\.|[^\]\\])*/s.exec(this.text.slice(this.at))?.[0] ?? '';
        this.at += end.length + 1;
        const is = new RegExp(`[${end}]`);
        return new Set(ASCII.filter((code) => is.test(String.fromCharCode(code))));
    }
    escape() {
        const letter = this.text[this.at] ?? '';
        this.at += 1;
        const known = (0,json/* entryOf */.M)(CLASSES, letter);
        if (known !== undefined)
            return new Set(ASCII.filter((code) => known.test(String.fromCharCode(code))));
        return /[a-zA-Z0-9]/.test(letter) ? ANY : only(letter);
    }
    repeated(part) {
        const [all, sign, from, comma, to] = /^(?:([*+?])|\{(\d*)(,?)(\d*)\})\??/.exec(this.text.slice(this.at)) ?? [];
        if (all === undefined || all.startsWith('{}'))
            return part;
        this.at += all.length;
        const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
        const open = sign === '?' ? 1 : Number.POSITIVE_INFINITY;
        const most = sign !== undefined ? open : to ? Number(to) : comma ? Number.POSITIVE_INFINITY : least;
        return { kind: 'repeat', part, least, most };
    }
}
function only(letter) {
    return new Set([letter.charCodeAt(0)]);
}

;// CONCATENATED MODULE: ./lib/src/config/rules/images/pattern.js


function patternRule(context, profile) {
    const { text, locate, report } = context;
    const path = [...profile, 'unlistedImage', 'pattern'];
    const pattern = text(path);
    if (pattern === undefined)
        return;
    const fail = (message, hint) => report(locate(path), 'image-pattern', message, { hint });
    if (!pattern.startsWith('^') || !/(?:^|[^\\])(?:\\\\)*\$$/.test(pattern)) {
        fail('The pattern must start with ^ and end with $, or other images could match.', 'Write ^…$ around it.');
        return;
    }
    if (/["&<>\s]/.test(pattern.replace(/\(\?<?[=!]/g, ''))) {
        fail('The pattern contains a space or one of " & < >, which no name of an image has.', 'Remove it.');
        return;
    }
    if (!isForPython(pattern)) {
        fail('The hub reads the pattern with Python, which does not know \\p{…}, \\k<…>, \\c, \\u{…}, [] and [^], and names groups as (?P<…>…).', 'Write it with plain groups, classes such as [a-z0-9], and repetitions.');
        return;
    }
    if (topLevelBar(pattern)) {
        fail('With "|" outside parentheses, the pattern can match only a part of the name.', 'Put the alternatives in parentheses: ^(a|b)$.');
        return;
    }
    let compiled;
    try {
        compiled = new RegExp(pattern);
    }
    catch (error) {
        const why = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : 'it cannot be parsed';
        fail(`The pattern is not a valid regular expression: ${why}.`, 'Correct it. Write a literal dot as \\.');
        return;
    }
    const slow = slowness(pattern);
    if (slow === undefined)
        choiceImages(context, profile, compiled);
    else
        fail(`${slow.why} A name that does not match could keep the hub busy for long.`, slow.hint);
}
function choiceImages({ keys, text, locate, report }, profile, pattern) {
    for (const option of keys([...profile, 'options'])) {
        const choices = [...profile, 'options', option, 'choices'];
        for (const choice of keys(choices)) {
            const path = [...choices, choice, 'image'];
            const image = text(path);
            if (image === undefined || pattern.test(image))
                continue;
            report(locate(path), 'option-image', `The pattern of unlistedImage does not match the image ${(0,config_text/* quoted */.TL)(image)}.`, {
                hint: 'Correct the pattern or the image. If both are meant, acknowledge this rule.',
            });
        }
    }
}
function isForPython(pattern) {
    return !/\\(?:[pPkc]|u\{)|\[\^?\]|\(\?<[^=!]/.test(pattern.replace(/\\\\/g, ''));
}
function topLevelBar(pattern) {
    let depth = 0;
    let inClass = false;
    for (let index = 0; index < pattern.length; index += 1) {
        const character = pattern[index];
        if (character === '\\')
            index += 1;
        else if (inClass)
            inClass = character !== ']';
        else if (character === '[')
            inClass = true;
        else if (character === '(')
            depth += 1;
        else if (character === ')')
            depth -= 1;
        else if (character === '|' && depth === 0)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/src/config/rules/profiles.js





const BOUNDS = {
    cpu: { least: 0.01, most: 1024, range: 'between 10m and 1024 cores', unit: '0.5, 2 or 500m' },
    memory: { least: 64 * 2 ** 20, most: 32 * 2 ** 40, range: 'between 64Mi and 32Ti', unit: '512Mi or 4Gi' },
};
function isPlausible(kind, amount) {
    return amount >= BOUNDS[kind].least && amount <= BOUNDS[kind].most;
}
function profiles_profileRules(context) {
    for (let index = 0; index < context.count(['profiles']); index += 1) {
        const path = ['profiles', index];
        resourceRules(context, path);
        optionRules(context, path);
        patternRule(context, path);
        envRule(context, path);
    }
    nameRules(context);
    onlyDefault(context, Array.from({ length: context.count(['profiles']) }, (_, index) => ['profiles', index, 'default']), 'profile-default', (line) => `The profile on line ${line} is already the default.`, 'Keep one default profile.');
}
function nameRules({ count, text, locate, report }) {
    const names = new Map();
    for (let index = 0; index < count(['profiles']); index += 1) {
        const name = text(['profiles', index, 'name']);
        if (name === undefined)
            continue;
        const first = names.get(name);
        if (first === undefined) {
            names.set(name, index);
            continue;
        }
        const { line } = locate(['profiles', first, 'name']);
        report(locate(['profiles', index, 'name']), 'duplicate-profile', `The profile ${(0,config_text/* quoted */.TL)(name)} is already defined on line ${line}.`, {
            hint: 'Give it another name.',
        });
    }
}
function onlyDefault({ tree, locate, report }, paths, rule, message, hint) {
    const [first, ...others] = paths.filter((path) => (0,yaml_locate/* treeAt */.S)(tree, path)?.value === true);
    if (first === undefined)
        return;
    for (const path of others)
        report(locate(path), rule, message(locate(first).line), { hint });
}
function resourceRules(context, path) {
    checkRange(context, [...path, 'cpu'], 'cpu');
    checkRange(context, [...path, 'memory'], 'memory');
}
function checkRange(context, path, kind) {
    const { tree, locate, report } = context;
    const { least, most, range, unit } = BOUNDS[kind];
    const parts = (0,yaml_locate/* treeAt */.S)(tree, path)?.entries === undefined
        ? [path]
        : [
            [...path, 'guarantee'],
            [...path, 'limit'],
        ];
    for (const where of parts) {
        const value = (0,yaml_locate/* treeAt */.S)(tree, where)?.value;
        const amount = (0,quantity/* quantity */.au)(value);
        if (amount === undefined || (amount >= least && amount <= most))
            continue;
        report(locate(where), 'quantity-size', `${(0,config_text/* quoted */.TL)(value)} is not ${range}.`, {
            hint: `Is the unit right? For example: ${unit}.`,
        });
    }
    const { guarantee, limit } = (0,pools/* amounts */.q$)(context, path);
    if (guarantee === undefined || limit === undefined || guarantee <= limit)
        return;
    const [low, high] = ['guarantee', 'limit'].map((key) => String((0,yaml_locate/* treeAt */.S)(tree, [...path, key])?.value));
    report(locate([...path, 'guarantee']), 'quantity-order', `The guarantee ${low} is larger than the limit ${high}.`, {
        hint: 'Lower the guarantee or raise the limit.',
    });
}
function optionRules(context, profile) {
    for (const option of context.keys([...profile, 'options'])) {
        const choices = [...profile, 'options', option, 'choices'];
        const names = context.keys(choices);
        for (const choice of names) {
            resourceRules(context, [...choices, choice]);
            envRule(context, [...choices, choice]);
        }
        onlyDefault(context, names.map((choice) => [...choices, choice, 'default']), 'option-default', (line) => `The choice on line ${line} is already the default.`, 'Keep one default choice.');
    }
}
function envRule({ keys, locate, report }, path) {
    for (const name of keys([...path, 'env'])) {
        if (!/^(JUPYTERHUB_|PYTHONPATH$)/.test(name))
            continue;
        report(locate([...path, 'env', name], 'key'), 'owned-value', `The variable ${(0,config_text/* quoted */.TL)(name)} cannot be set: the hub itself uses it.`, { hint: 'Choose another name.' });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/platform/autopilot.js





const autopilot_GI = 2 ** 30;
const DEFAULT_CPU = 1;
const autopilot_DEFAULT_MEMORY = 4 * autopilot_GI;
const LARGEST = { cores: 30, gib: 110 };
const RATIO = { least: 1, most: 6.5 };
const VALUES = ['hub', 'values'];
const autopilot_CLASSES = [
    ['singleuser', 'nodeSelector'],
    ['singleuser', 'extraPodConfig', 'nodeSelector'],
    ['hub', 'config', 'KubeSpawner', 'node_selector'],
];
function most(largest, gate, digits) {
    return (0,config_text/* formatNumber */.ZV)(Math.floor((largest - gate) * digits + 1e-9) / digits);
}
function autopilotRules(context, path, profile = path) {
    const { tree, locate, report, has } = context;
    if (['gpu', 'tpu'].some((kind) => (0,yaml_locate/* treeAt */.S)(tree, [...profile, kind]) !== undefined))
        return;
    if (autopilot_CLASSES.some((selector) => has([...VALUES, ...selector, 'cloud.google.com/compute-class'])))
        return;
    const inherited = (kind) => (0,pools/* amounts */.q$)(context, [...path, kind]).guarantee ?? (0,pools/* amounts */.q$)(context, [...profile, kind]).guarantee;
    const cores = inherited('cpu') ?? DEFAULT_CPU;
    const gib = (inherited('memory') ?? autopilot_DEFAULT_MEMORY) / autopilot_GI;
    if (!isPlausible('cpu', cores) || !isPlausible('memory', gib * autopilot_GI))
        return;
    const place = (kind) => has([...path, kind])
        ? locate([...path, kind])
        : locate(has([...profile, kind]) ? [...profile, kind] : [...profile, 'name']);
    const refuse = (kind, what, most, usable) => report(place(kind), 'profile-fit', `A server is guaranteed ${what}, but Autopilot refuses pods with more than ${most}.`, {
        hint: `Guarantee at most ${usable}. The container in front of the server needs the rest.`,
    });
    const isTooMany = cores + gate/* GATE */.k.cores > LARGEST.cores;
    const isTooMuch = gib + gate/* GATE */.k.gib > LARGEST.gib;
    if (isTooMany)
        refuse('cpu', `${(0,config_text/* formatNumber */.ZV)(cores)} cores`, `${LARGEST.cores} cores`, `${most(LARGEST.cores, gate/* GATE */.k.cores, 100)} cores`);
    if (isTooMuch)
        refuse('memory', `${(0,config_text/* formatNumber */.ZV)(Math.round(gib * 10) / 10)}Gi of memory`, `${LARGEST.gib}Gi`, `${most(LARGEST.gib, gate/* GATE */.k.gib, 10)}Gi`);
    if (isTooMany || isTooMuch)
        return;
    const raised = gib / RATIO.most;
    if (gib > cores * RATIO.most * 1.001) {
        report(place('memory'), 'autopilot-raises', `Autopilot raises the CPU of this server from ${(0,config_text/* formatNumber */.ZV)(cores)} to about ${(0,config_text/* formatNumber */.ZV)(Math.round(raised * 100) / 100)} cores, and bills them.`, {
            hint: `It gives each core at most ${RATIO.most}Gi of memory. Guarantee more cores, or less memory.`,
        });
    }
    else if (gib < cores * RATIO.least * 0.999) {
        report(place('cpu'), 'autopilot-raises', `Autopilot raises the memory of this server from ${(0,config_text/* formatNumber */.ZV)(Math.round(gib * 100) / 100)}Gi to about ${(0,config_text/* formatNumber */.ZV)(cores * RATIO.least)}Gi, and bills it.`, {
            hint: `It gives each core at least ${RATIO.least}Gi of memory. Guarantee more memory, or fewer cores.`,
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/platform/capacity.js









const capacity_GI = 2 ** 30;
const LEAST_SHARED = 2 ** 20;
const capacity_DEFAULT_CPU = 1;
const capacity_DEFAULT_MEMORY = 4 * capacity_GI;
const FLEX_START_LIMIT = 7 * 86_400;
function capacity_capacityRules(context, profile, choices) {
    const accelerator = acceleratorsOf(context).find(({ path }) => path[1] === profile[1]);
    const machines = accelerator === undefined ? undefined : machinesOf(accelerator);
    wayRules(context, profile, accelerator, machines ?? []);
    reservationRules(context, profile);
    bothRule(context, profile);
    if (machines === undefined || machines.length === 0)
        return;
    const name = accelerator?.gpu === undefined ? 'this TPU' : `${accelerator.gpu.count} × ${accelerator.gpu.type}`;
    roomRule(context, profile, profile, machines, name);
    for (const choice of choices)
        roomRule(context, choice, profile, machines, name);
}
function machinesOf({ gpu, tpu }) {
    if (gpu !== undefined)
        return (0,accelerators/* machinesWith */.P)({ kind: 'gpu', ...gpu });
    return tpu === undefined ? [] : (0,accelerators/* machinesWith */.P)({ kind: 'tpu', ...tpu });
}
function wayRules(context, profile, accelerator, machines) {
    const { tree, text, locate, report } = context;
    const path = [...profile, 'capacity'];
    if ((0,yaml_locate/* treeAt */.S)(tree, path)?.items !== undefined) {
        orderRules(context, profile, accelerator, machines);
        return;
    }
    const capacity = text(path);
    if (capacity === undefined)
        return;
    if (accelerator === undefined && (capacity === 'flex-start' || capacity === 'reservation')) {
        report(locate(path), 'capacity-limits', `On Autopilot ${capacity} is for profiles with a GPU or TPU.`, {
            hint: 'Add gpu or tpu, or use on-demand or spot.',
        });
        return;
    }
    if (machines.length > 0 && !machines.some((one) => one.capacity.includes(capacity))) {
        const ways = [...new Set(machines.flatMap((one) => one.capacity))].join(', ');
        report(locate(path), 'capacity-limits', `Google does not offer ${accelerator?.type} as ${capacity}.`, {
            hint: `It offers: ${ways}.`,
        });
        return;
    }
    if (capacity === 'spot') {
        report(locate(path), 'capacity-ends', 'Google can take a Spot node back at any time, 30 seconds after a notice. What a server has in memory is lost then.', { hint: 'Tell people to save often. Homes on disks stay.' });
    }
    if (capacity === 'flex-start') {
        if (flexStartAge(context, profile, path))
            return;
        const message = 'A flex-start server waits until Google has a machine, and Google ends it after at most 7 days.';
        report(locate(path), 'capacity-ends', message, { hint: 'Tell people about the wait.' });
    }
}
function flexStartAge({ text, locate, report }, profile, path) {
    const own = [...profile, 'culling', 'maxAge'];
    const maxAge = text(own) ?? text(['culling', 'maxAge']);
    if (((0,duration/* seconds */.Y)(maxAge) ?? 0) <= FLEX_START_LIMIT)
        return false;
    report(locate(text(own) === undefined ? path : own), 'duration-bounds', `Google ends a flex-start node after 7 days, but servers of this profile may run for ${maxAge}.`, { hint: 'Write culling: {maxAge: 7d} or less.' });
    return true;
}
function orderRules(context, profile, accelerator, machines) {
    const { tree, has, count, text, locate, report } = context;
    const path = [...profile, 'capacity'];
    if (accelerator === undefined) {
        report(locate(path), 'capacity-limits', 'An order of capacities is for profiles with a GPU or TPU.', {
            hint: 'Name one of them, such as capacity: spot.',
        });
        return;
    }
    if ((0,yaml_locate/* treeAt */.S)(tree, [...profile, 'gpu', 'sharing']) !== undefined) {
        report(locate([...profile, 'gpu', 'sharing'], 'key'), 'exclusive-keys', 'A shared GPU has one capacity, no order.', {
            hint: 'Name one capacity, or remove sharing.',
        });
    }
    const seen = new Set();
    for (let index = 0; index < count(path); index += 1) {
        const way = text([...path, index]);
        if (way === undefined)
            continue;
        if (seen.has(way)) {
            report(locate([...path, index]), 'capacity-limits', `${way} is in the order twice.`, {
                hint: 'Remove one of them.',
            });
        }
        else if (machines.length > 0 && !machines.some((one) => one.capacity.includes(way))) {
            report(locate([...path, index]), 'capacity-limits', `Google does not offer ${accelerator.type} as ${way}.`, {
                hint: 'Remove it from the order.',
            });
        }
        seen.add(way);
    }
    if (seen.has('flex-start'))
        flexStartAge(context, profile, path);
    const ends = ['spot', 'flex-start'].filter((way) => seen.has(way));
    if (ends.length > 0) {
        report(locate(path), 'capacity-ends', `Where Google has nothing better, a server of this profile runs on a machine of ${ends.join(' or ')}, which Google ends by itself.`, { hint: 'Tell people to save often. Homes on disks stay.' });
    }
    if (seen.has('reservation') && !has([...profile, 'reservation'])) {
        report(locate(path), 'needs-key', 'The order has a reservation, which needs a name.', {
            hint: 'Add, for example: reservation: {name: course-l4}',
        });
    }
}
function reservationRules({ tree, text, has, locate, report }, profile) {
    const order = (0,yaml_locate/* treeAt */.S)(tree, [...profile, 'capacity'])?.items;
    if (order?.some(({ value }) => value === 'reservation'))
        return;
    const isReserved = text([...profile, 'capacity']) === 'reservation';
    const path = [...profile, 'reservation'];
    if (isReserved && !has(path)) {
        report(locate([...profile, 'capacity']), 'needs-key', '"capacity: reservation" needs the name of the reservation.', {
            hint: 'Add, for example: reservation: {name: course-l4}',
        });
    }
    else if (!isReserved && has(path)) {
        report(locate(path, 'key'), 'no-effect', '"reservation" has no effect without capacity: reservation.', {
            hint: 'Add capacity: reservation, or remove the key.',
        });
    }
}
function bothRule({ tree, locate, report }, profile) {
    const isWanted = (key) => {
        const value = (0,yaml_locate/* treeAt */.S)(tree, [...profile, key])?.value;
        return value !== undefined && value !== null && value !== 0;
    };
    if (!isWanted('gpu') || !isWanted('tpu'))
        return;
    report(locate([...profile, 'tpu'], 'key'), 'exclusive-keys', 'A server cannot have GPUs and a TPU.', {
        hint: 'Remove one of the two, or make two profiles.',
    });
}
function roomRule(context, path, profile, machines, accelerator) {
    const { has, locate, report } = context;
    const rooms = machines.map((one) => ({ type: one.type, ...allocatable(one) }));
    const check = (kind, missing, gate, shown) => {
        if (path !== profile && !has([...path, kind]))
            return;
        const amount = (0,pools/* amounts */.q$)(context, [...path, kind]).guarantee ?? missing;
        const most = (room) => (kind === 'cpu' ? room.cores : room.bytes);
        const [largest] = [...rooms].sort((one, other) => most(other) - most(one));
        if (largest === undefined || amount + gate <= most(largest))
            return;
        report(locate(has([...path, kind]) ? [...path, kind] : [...profile, 'name']), 'profile-fit', `A server is guaranteed ${shown(amount)}, but ${largest.type}, the largest machine with ${accelerator}, leaves only ${shown(most(largest) - gate)}.`, { hint: 'Lower the guarantee, or take more accelerators, which come with larger machines.' });
    };
    check('cpu', capacity_DEFAULT_CPU, gate/* GATE */.k.cores, (amount) => `${(0,config_text/* formatNumber */.ZV)(Math.floor(amount * 100) / 100)} cores`);
    check('memory', capacity_DEFAULT_MEMORY, gate/* GATE */.k.gib * capacity_GI, (amount) => `${(0,config_text/* formatNumber */.ZV)(Math.floor((amount / capacity_GI) * 10) / 10)}Gi of memory`);
}
function sharedMemoryRules(context, profile, choices) {
    const { tree, has, locate, report } = context;
    const path = [...profile, 'sharedMemory'];
    const written = (0,yaml_locate/* treeAt */.S)(tree, path)?.value;
    const size = (0,quantity/* quantity */.au)(written);
    const memoryOf = (part) => {
        const { guarantee, limit } = (0,pools/* amounts */.q$)(context, [...part, 'memory']);
        return limit ?? guarantee;
    };
    if (size !== undefined && size < LEAST_SHARED) {
        report(locate(path), 'quantity-size', `${(0,config_text/* quoted */.TL)(written ?? null)} is less than 1Mi, too little for any program.`, {
            hint: 'Is the unit right? For example: 2Gi. Remove the key for the default.',
        });
    }
    else if (size !== undefined && size > (memoryOf(profile) ?? capacity_DEFAULT_MEMORY)) {
        report(locate(path), 'quantity-order', `The shared memory ${(0,config_text/* quoted */.TL)(written ?? null)} is larger than the memory of the server, of which it is a part.`, { hint: 'Lower it, or raise memory.' });
    }
    else if (size !== undefined) {
        for (const choice of choices) {
            if (size <= (memoryOf(choice) ?? size))
                continue;
            report(locate([...choice, 'memory']), 'quantity-order', `This choice has less memory than the shared memory ${(0,config_text/* quoted */.TL)(written ?? null)} of the profile, which is a part of it.`, { hint: 'Raise memory here, or lower sharedMemory.' });
        }
    }
    const isMounted = has(path) || ['gpu', 'tpu'].some((key) => typeof (0,yaml_locate/* treeAt */.S)(tree, [...profile, key])?.value === 'object');
    if (!isMounted)
        return;
    const mounts = ['hub', 'values', 'singleuser', 'storage', 'extraVolumeMounts'];
    const items = (0,yaml_locate/* treeAt */.S)(tree, mounts)?.items ?? [];
    for (const index of items.keys()) {
        if (context.text([...mounts, index, 'mountPath'])?.replace(/\/+$/, '') !== '/dev/shm')
            continue;
        report(locate([...mounts, index, 'mountPath']), 'mount-path', 'Servers with a GPU or TPU, or with sharedMemory, have a volume at "/dev/shm" already.', { hint: 'Remove the mount and its volume. sharedMemory in the profile sets the size.' });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/platform/standard.js




function standardRules(context, path) {
    const { owner, has, locate, report, tree } = context;
    if (owner === undefined || (0,pools/* clusterMode */.qL)(owner) !== 'standard')
        return;
    if (!has([...path, 'pool']))
        needsOpenPool(context, path);
    if ((0,yaml_locate/* treeAt */.S)(tree, [...path, 'sandbox'])?.value === true) {
        report(locate([...path, 'sandbox']), 'pool-states', 'Node pools have no GKE Sandbox in this version: no server of this profile would start.', {
            hint: 'Remove sandbox, or use an Autopilot cluster.',
        });
    }
    for (const key of ['capacity', 'reservation']) {
        if (!has([...path, key]))
            continue;
        report(locate([...path, key], 'key'), 'pool-states', `On a standard cluster the pool states the ${key}, not the profile.`, {
            hint: `Set capacity of a pool of platform.nodePools, and name that pool in the profile.`,
        });
    }
}
function corePool({ locate, report }, profile) {
    report(locate([...profile, 'pool']), 'unknown-pool', `The pool ${(0,config_text/* quoted */.TL)(node_pool/* CORE_POOL */.dq)} is for the hub itself, not for servers.`, { hint: 'Name another pool of platform.nodePools.' });
}
function needsOpenPool(context, path) {
    const { owner, has, locate, report } = context;
    if (owner === undefined || (0,pools/* clusterMode */.qL)(owner) !== 'standard')
        return;
    if (['gpu', 'tpu'].some((kind) => has([...path, kind])))
        return;
    const people = (0,pools/* pools */.m_)(owner).filter(({ name }) => name !== node_pool/* CORE_POOL */.dq);
    if (people.some(pools/* isOpenPool */.Z3))
        return;
    const names = people.map(({ name }) => (0,config_text/* quoted */.TL)(name));
    report(locate(has([...path, 'name']) ? [...path, 'name'] : path, has([...path, 'name']) ? 'value' : 'key'), 'open-pool', people.length === 0
        ? 'The platform has no node pool for notebook servers.'
        : `The profile names no pool, and ${(0,config_text/* joinWithAnd */.Ol)(names)} ${names.length === 1 ? 'has' : 'have'} accelerators or nodes that are taken away.`, {
        hint: people.length === 0
            ? 'Add, for example: platform: {nodePools: {cpu: {machineType: n2-standard-8, max: 10}}}'
            : 'Name the pool in the profile, or add one with capacity: on-demand and without accelerators.',
    });
}

;// CONCATENATED MODULE: ./lib/src/config/rules/platform/placement.js











const placement_DEFAULT_CPU = 1;
const placement_DEFAULT_MEMORY = 4 * 2 ** 30;
function placementRules(context) {
    const { count, owner } = context;
    if (owner === undefined)
        return;
    const known = new Map((0,pools/* pools */.m_)(owner).map((pool) => [pool.name, pool]));
    const autopilot = (0,pools/* clusterMode */.qL)(owner) === 'autopilot';
    for (let index = 0; index < count(['profiles']); index += 1) {
        const path = ['profiles', index];
        const name = context.text([...path, 'pool']);
        const pool = name === undefined ? undefined : known.get(name);
        if ((0,pools/* clusterMode */.qL)(owner) === 'standard' && name === node_pool/* CORE_POOL */.dq) {
            corePool(context, path);
            continue;
        }
        if (name !== undefined && pool === undefined)
            unknownPool(context, path, name, [...known.keys()], autopilot);
        if (name === undefined || pool !== undefined)
            acceleratorRules(context, path, pool, autopilot);
        if (autopilot && name === undefined && !(0,pools/* hasComputeClass */.GI)(context)) {
            autopilotRules(context, path);
            for (const choice of placement_choicesOf(context, path))
                autopilotRules(context, choice, path);
        }
        if (autopilot && name === undefined) {
            capacity_capacityRules(context, path, (0,pools/* hasComputeClass */.GI)(context) ? [] : placement_choicesOf(context, path));
        }
        sharedMemoryRules(context, path, placement_choicesOf(context, path));
        if (pool?.capacity === 'flex-start')
            flexStartAge(context, path, [...path, 'pool']);
        openRule(context, path);
        standardRules(context, path);
        const rooms = pool === undefined ? openRoom(owner, autopilot) : [pool];
        for (const room of rooms) {
            placement_roomRule(context, path, room);
            for (const choice of placement_choicesOf(context, path))
                placement_roomRule(context, choice, room, path);
        }
    }
    if (count(['profiles']) === 0)
        needsOpenPool(context, ['platform']);
    defaultRule(context);
}
function openRoom(owner, autopilot) {
    if (autopilot || (0,pools/* clusterMode */.qL)(owner) !== 'standard')
        return [];
    const open = (0,pools/* pools */.m_)(owner).filter(pools/* isOpenPool */.Z3);
    const rooms = open.map((pool) => ({ pool, facts: (0,machines/* machine */.Aq)(pool.machineType ?? '') }));
    if (rooms.some(({ facts }) => facts === undefined))
        return [];
    const bySize = rooms.sort((a, b) => (b.facts?.memoryGiB ?? 0) - (a.facts?.memoryGiB ?? 0));
    return bySize.slice(0, 1).map(({ pool }) => pool);
}
function unknownPool(context, path, name, known, autopilot) {
    const { locate, report } = context;
    const hint = autopilot
        ? `An Autopilot cluster has no pools: remove pool${(0,pools/* orStandard */.VI)(context)}.`
        : known.length === 0
            ? 'Add it under platform.nodePools.'
            : `Pools: ${known.join(', ')}.`;
    report(locate([...path, 'pool']), 'unknown-pool', `Unknown node pool ${(0,config_text/* quoted */.TL)(name)}.${(0,suggest/* didYouMean */.a)(name, known)}`, {
        hint,
    });
}
function openRule({ tree, locate, report }, path) {
    if (((0,yaml_locate/* treeAt */.S)(tree, [...path, 'groups'])?.items?.length ?? 0) > 0)
        return;
    const kind = ['gpu', 'tpu'].find((one) => {
        const value = (0,yaml_locate/* treeAt */.S)(tree, [...path, one])?.value;
        return value !== undefined && value !== null && value !== 0;
    });
    if (kind === undefined)
        return;
    report(locate([...path, kind], 'key'), 'open-accelerator', `Everybody who may enter can start a server with a ${kind.toUpperCase()}.`, {
        hint: 'Name the groups whose people may, such as groups: [ml], or acknowledge this rule.',
    });
}
function placement_choicesOf({ keys }, profile) {
    return keys([...profile, 'options']).flatMap((option) => {
        const choices = [...profile, 'options', option, 'choices'];
        return keys(choices).map((choice) => [...choices, choice]);
    });
}
function placement_roomRule(context, path, pool, profile) {
    const { has, locate, report } = context;
    const facts = pool.machineType === undefined ? undefined : (0,machines/* machine */.Aq)(pool.machineType);
    if (facts === undefined)
        return;
    const room = allocatable(facts);
    const cpu = (0,pools/* amounts */.q$)(context, [...path, 'cpu']).guarantee ?? placement_DEFAULT_CPU;
    const memory = (0,pools/* amounts */.q$)(context, [...path, 'memory']).guarantee ?? placement_DEFAULT_MEMORY;
    const check = (kind, isOver, guarantee, left) => {
        if (!isOver || (profile !== undefined && !has([...path, kind])))
            return;
        const place = has([...path, kind])
            ? [...path, kind]
            : [...(profile ?? path), has([...(profile ?? path), 'pool']) ? 'pool' : 'name'];
        report(locate(place), 'profile-fit', `A server is guaranteed ${guarantee}, but a node of type ${facts.type} leaves only ${left} for pods.`, {
            hint: 'Lower the guarantee or choose a larger machine type. GKE reserves a part of each node, and system pods need some more.',
        });
    };
    const gib = (bytes) => `${(0,config_text/* formatNumber */.ZV)(Math.floor((bytes / 2 ** 30) * 10) / 10)}Gi`;
    check('cpu', cpu > room.cores, `${(0,config_text/* formatNumber */.ZV)(cpu)} cores`, (0,config_text/* formatNumber */.ZV)(room.cores));
    check('memory', memory > room.bytes, `${gib(memory)} of memory`, gib(room.bytes));
}
function defaultRule({ tree, count, locate, report }) {
    const profiles = (0,yaml_locate/* treeAt */.S)(tree, ['profiles'])?.items ?? [];
    const marked = profiles.findIndex((profile) => (0,yaml_locate/* treeAt */.S)(profile, ['default'])?.value === true);
    const path = ['profiles', Math.max(0, marked)];
    if (count(['profiles']) < 2)
        return;
    const kind = ['gpu', 'tpu'].find((one) => {
        const value = (0,yaml_locate/* treeAt */.S)(tree, [...path, one])?.value;
        return value !== undefined && value !== null && value !== 0;
    });
    if (kind === undefined)
        return;
    const message = `People who make no choice get a server with a ${kind.toUpperCase()}.`;
    report(locate([...path, kind], 'key'), 'default-accelerator', message, {
        hint: 'Make a profile without accelerators the default.',
    });
}

// EXTERNAL MODULE: ./lib/src/config/chart/secret-places.js
var secret_places = __webpack_require__("src/config/chart/secret-places.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/secrets.js




const JOB_CREDENTIALS = [
    /^(INPUT|ACTIONS)_/i,
    /^(GITHUB|GH)(_ENTERPRISE)?_TOKEN$/i,
    /^GOOGLE_(OAUTH_ACCESS_TOKEN|APPLICATION_CREDENTIALS|BACKEND_CREDENTIALS|CREDENTIALS|CLOUD_KEYFILE_JSON|GHA_CREDS_PATH)$/i,
    /^GCLOUD_KEYFILE_JSON$/i,
    /^CLOUDSDK_(AUTH|CONFIG)/i,
    /^TF_TOKEN_/i,
    /^(KUBECONFIG|NETRC|SSH_AUTH_SOCK)$/i,
    /^(HTTPS?|ALL)_PROXY$/i,
];
function secretRules(context) {
    const used = new Set();
    visit(context, context.tree, [], used);
    for (const name of context.keys(['secrets']))
        jobCredential(context, name);
    for (const name of context.keys(['secrets'])) {
        if (used.has(name))
            continue;
        context.report(context.locate(['secrets', name], 'key'), 'unused-secret', `The secret ${(0,config_text/* quoted */.TL)(name)} is not used.`, {
            hint: `Use it in hub.values, images.pullSecrets or env as {secretRef: ${name}}, or remove it.`,
        });
    }
}
function jobCredential({ tree, locate, report }, name) {
    const path = ['secrets', name, 'env'];
    const variable = (0,yaml_locate/* treeAt */.S)(tree, path)?.value;
    if (typeof variable !== 'string' || !JOB_CREDENTIALS.some((pattern) => pattern.test(variable)))
        return;
    report(locate(path), 'job-credential', `The variable ${(0,config_text/* quoted */.TL)(variable)} holds a credential of the job, which the hub must not get.`, { hint: 'Give the hub a secret of its own, in a variable of another name.' });
}
function visit(context, tree, path, used) {
    const isOfKubernetes = path.at(-2) === 'envFrom' && (0,yaml_locate/* treeAt */.S)(tree, ['secretRef'])?.entries !== undefined;
    if (!isOfKubernetes && tree.entries?.has('secretRef')) {
        reference(context, tree, path, used);
        return;
    }
    for (const [index, item] of (tree.items ?? []).entries())
        visit(context, item, [...path, index], used);
    for (const [key, { tree: child }] of tree.entries ?? [])
        visit(context, child, [...path, key], used);
}
function reference({ keys, locate, report }, tree, path, used) {
    const name = (0,yaml_locate/* treeAt */.S)(tree, ['secretRef'])?.value;
    const where = [...path, 'secretRef'];
    if (typeof name !== 'string' || tree.entries?.size !== 1) {
        report(locate(where, 'key'), 'secret-ref-format', 'A secret reference must be exactly {secretRef: NAME}.', {
            hint: 'Remove the other keys, or rename this key.',
        });
        return;
    }
    used.add(name);
    if (path[0] === 'hub' && path[1] === 'values' && (0,secret_places/* secretPlace */.M)(path.slice(2)) === undefined) {
        report(locate(where, 'key'), 'secret-place', 'A secret would be in plain text here, in an object or in pods.', {
            hint: 'Use it as a variable (extraEnv), in hub.config, or in the stringData of an extraFiles entry.',
        });
    }
    const names = keys(['secrets']);
    if (names.includes(name))
        return;
    const guess = (0,suggest/* suggest */.Z)(name, names);
    report(locate(where), 'unknown-secret', `The secret ${(0,config_text/* quoted */.TL)(name)} is not defined.${guess ? ` Did you mean "${guess}"?` : ''}`, {
        hint: `Add it: secrets: {${name}: {env: ${name}}}`,
    });
}

// EXTERNAL MODULE: ./lib/src/config/users-sources.js
var users_sources = __webpack_require__("src/config/users-sources.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/sources.js



function sourceRules({ tree, text, locate, report }) {
    for (const path of [['extends'], ['platform', 'from']]) {
        const named = text(path);
        if (named === undefined || !(0,users_sources/* isForeign */.jq)(named))
            continue;
        report(locate(path), 'path-outside', `${(0,config_text/* quoted */.TL)(named)} is not a path relative to this file.`, {
            hint: 'Write a relative path inside the repository.',
        });
    }
    for (const index of ((0,yaml_locate/* treeAt */.S)(tree, ['access', 'files'])?.items ?? []).keys()) {
        const path = ['access', 'files', index, 'path'];
        const fault = (0,users_sources/* globFault */.Hf)(text(path) ?? '');
        if (fault === undefined)
            continue;
        report(locate(path), 'wrong-format', `${(0,config_text/* quoted */.TL)(text(path))} ${fault.why}.`, { hint: fault.hint });
    }
    const seen = new Set();
    for (const { path, location, remote, columns } of (0,users_sources/* usersSources */.dF)(tree, locate)) {
        if (remote === undefined && (0,users_sources/* isForeign */.jq)(path)) {
            report(location, 'path-outside', `${(0,config_text/* quoted */.TL)(path)} is not a path relative to this file.`, {
                hint: 'Write a relative path inside the repository, such as users.yaml.',
            });
        }
        if (remote !== undefined && remote.repository !== '' && (0,users_sources/* remotePath */.QZ)(path) === undefined) {
            report(location, 'path-outside', `${(0,config_text/* quoted */.TL)(path)} is not a path in ${remote.repository}.`, {
                hint: 'Write a path that starts at the top folder of that repository, such as users.yaml.',
            });
        }
        const fault = (0,users_sources/* globFault */.Hf)(path);
        if (fault !== undefined)
            report(location, 'wrong-format', `${(0,config_text/* quoted */.TL)(path)} ${fault.why}.`, { hint: fault.hint });
        if (columns !== undefined && !/\.csv$/i.test(path)) {
            report(location, 'no-effect', '"columns" has an effect only for CSV files.', { hint: 'Remove columns.' });
        }
        const plain = path.replace(/^(\.\/+)+/, '').replace(/\/(\.?\/)+/g, '/');
        const key = remote === undefined ? plain : (0,users_sources/* remoteFileName */.CT)(remote.repository.toLowerCase(), plain);
        if (seen.has(key))
            report(location, 'duplicate-file', `${(0,config_text/* quoted */.TL)(path)} is listed twice.`, { hint: 'Remove one.' });
        seen.add(key);
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/times/days.js

function dayOf({ text, locate, report }, path) {
    const day = text(path);
    if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day))
        return undefined;
    const start = new Date(`${day}T00:00:00Z`);
    if (!Number.isNaN(start.getTime()) && start.toISOString().slice(0, 10) === day)
        return start.getTime();
    report(locate(path), 'wrong-date', `The date ${(0,config_text/* quoted */.TL)(day)} does not exist.`, { hint: 'Write a day as YYYY-MM-DD.' });
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/config/rules/times/maintenance.js


const PATH = ['platform', 'maintenance'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const maintenance_LONGEST = 90;
const ROLLING = { days: 92, hours: 48 };
function maintenanceRules(context) {
    windowRule(context);
    nameRule(context);
    const spans = Array.from({ length: context.count([...PATH, 'exclusions']) }, (_, index) => spanOf(context, [...PATH, 'exclusions', index])).filter((span) => span !== undefined);
    rollingRule(context, spans);
}
function windowRule({ tree, number, locate, report }) {
    const days = new Set((0,yaml_locate/* treeAt */.S)(tree, [...PATH, 'days'])?.items?.map(({ value }) => value)).size;
    const hours = number([...PATH, 'hours']);
    if (hours === undefined || days === 0 || hours * days * 4 >= 48)
        return;
    report(locate([...PATH, 'hours']), 'maintenance-window', `The windows cover ${hours * days * 4} hours in 32 days; Google requires 48.`, { hint: `Write hours: ${Math.ceil(12 / days)} or more, or add days.` });
}
function nameRule({ text, count, locate, report }) {
    const names = new Set();
    for (let index = 0; index < count([...PATH, 'exclusions']); index += 1) {
        const path = [...PATH, 'exclusions', index, 'name'];
        const name = text(path);
        if (name === undefined)
            continue;
        if (names.has(name)) {
            report(locate(path), 'maintenance-window', 'Another exclusion has this name.', {
                hint: 'Give each exclusion a name of its own.',
            });
        }
        names.add(name);
    }
}
function spanOf(context, path) {
    const [from, to] = ['from', 'to'].map((key) => dayOf(context, [...path, key]));
    if (from === undefined || to === undefined)
        return undefined;
    const days = Math.round((to - from) / DAY) + 1;
    const isOfAll = (context.text([...path, 'scope']) ?? 'NO_UPGRADES') === 'NO_UPGRADES';
    if (days >= 1 && !isOfAll)
        return undefined;
    if (days >= 1 && days <= maintenance_LONGEST)
        return { path, from, end: to + DAY };
    context.report(context.locate([...path, 'to']), 'maintenance-window', days < 1
        ? 'The exclusion ends before it starts.'
        : `The exclusion has ${days} days; Google allows at most ${maintenance_LONGEST} without any upgrade.`, {
        hint: days < 1
            ? 'Swap from and to.'
            : `End it on or before ${dayText(from + (maintenance_LONGEST - 1) * DAY)}, or write scope: NO_MINOR_OR_NODE_UPGRADES.`,
    });
    return undefined;
}
function rollingRule({ locate, report }, spans) {
    const length = ROLLING.days * DAY;
    const starts = spans.flatMap(({ from, end }) => [from, end - length]);
    for (const start of starts.sort((one, other) => one - other)) {
        const inside = spans.filter(({ from, end }) => from < start + length && end > start);
        const free = (length - covered(inside, start, start + length)) / HOUR;
        if (free >= ROLLING.hours)
            continue;
        const last = inside.reduce((one, other) => (other.end > one.end ? other : one));
        report(locate([...last.path, 'to']), 'maintenance-window', `From ${dayText(start)} the exclusions leave ${free} hours for upgrades in ${ROLLING.days} days; Google requires ${ROLLING.hours}.`, { hint: 'Leave two whole days free in between.' });
        return;
    }
}
function covered(spans, start, end) {
    let [sum, reached] = [0, start];
    for (const span of [...spans].sort((one, other) => one.from - other.from)) {
        const from = Math.max(span.from, reached);
        const to = Math.min(span.end, end);
        if (to > from)
            [sum, reached] = [sum + to - from, to];
    }
    return sum;
}
function dayText(time) {
    return new Date(time).toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./lib/src/config/rules/times/times.js




function timeRules(context) {
    bounds(context, ['access', 'session', 'websocket'], 3600, 86_400, 'The websocket lifetime must be between 1h and 24h.');
    bounds(context, ['access', 'session', 'reauth'], 300, 30 * 86_400, 'The time until a new sign-in must be between 5m and 30d.');
    culling(context, ['culling']);
    const kernels = ['culling', 'kernels'];
    bounds(context, kernels, 300, 30 * 86_400, 'The idle time of kernels must be between 5m and 30d.');
    for (let index = 0; index < context.count(['profiles']); index += 1) {
        culling(context, ['profiles', index, 'culling']);
        bounds(context, ['profiles', index, 'startTimeout'], 60, 2 * 3600, 'The start timeout must be between 1m and 2h.');
    }
    timezone(context);
    cron(context);
    dayOf(context, ['cost', 'asOf']);
    for (let index = 0; index < context.count(['storage', 'purge']); index += 1) {
        dayOf(context, ['storage', 'purge', index, 'left']);
    }
}
function bounds({ text, locate, report }, path, least, most, message) {
    const length = (0,duration/* seconds */.Y)(text(path));
    if (length === undefined || (length >= least && length <= most))
        return;
    report(locate(path), 'duration-bounds', message, { hint: 'Units: s, m, h and d.' });
}
function culling(context, path) {
    bounds(context, [...path, 'idle'], 300, 30 * 86_400, 'The idle time must be between 5m and 30d.');
    bounds(context, [...path, 'maxAge'], 600, 90 * 86_400, 'The maximum age of a server must be between 10m and 90d.');
    const { tree, text, locate, report } = context;
    if ((0,yaml_locate/* treeAt */.S)(tree, path) === undefined)
        return;
    const [idle = '1h', maxAge] = ['idle', 'maxAge'].map((key) => text([...path, key]) ?? text(['culling', key]));
    const [shortest, longest] = [(0,duration/* seconds */.Y)(idle), (0,duration/* seconds */.Y)(maxAge)];
    if (shortest === undefined || longest === undefined || longest >= shortest)
        return;
    report(locate(text([...path, 'maxAge']) === undefined ? [...path, 'idle'] : [...path, 'maxAge']), 'duration-bounds', `maxAge (${maxAge}) is shorter than idle (${idle}).`, {
        hint: 'Raise maxAge or lower idle.',
    });
}
function timezone({ text, locate, report }) {
    const path = ['access', 'session', 'timezone'];
    const zone = text(path);
    if (zone === undefined || zone === 'UTC' || (0,duration/* isTimezone */.K)(zone))
        return;
    report(locate(path), 'unknown-timezone', `Unknown time zone ${(0,config_text/* quoted */.TL)(zone)}.`, {
        hint: 'Write it as Area/City, such as Europe/Berlin.',
    });
}
const FIELDS = [
    { name: 'minute', least: 0, most: 59 },
    { name: 'hour', least: 0, most: 23 },
    { name: 'day of the month', least: 1, most: 31 },
    { name: 'month', least: 1, most: 12 },
    { name: 'day of the week', least: 0, most: 7 },
];
function cron({ text, locate, report }) {
    const path = ['storage', 'snapshots', 'schedule'];
    const parts = text(path)?.split(' ');
    if (parts?.length !== FIELDS.length)
        return;
    for (const [index, { name, least, most }] of FIELDS.entries()) {
        const good = (parts[index] ?? '').split(',').every((part) => {
            const [, range, step] = /^(\*|\d{1,2}|\d{1,2}-\d{1,2})(?:\/(\d{1,2}))?$/.exec(part) ?? [];
            if (range === undefined || step === '0')
                return false;
            const ends = range === '*' ? [] : range.split('-').map(Number);
            return ends.every((end) => end >= least && end <= most) && (ends[1] ?? 99) >= (ends[0] ?? 0);
        });
        if (good)
            continue;
        report(locate(path), 'cron-format', `${(0,config_text/* quoted */.TL)(parts[index])} is not a valid ${name}.`, {
            hint: 'Five fields: minute, hour, day of the month, month, day of the week. Each takes numbers, *, */n, a-b and lists.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values/core-pods.js





const ROOT = ['hub', 'values'];
const CLASS = 'cloud.google.com/compute-class';
function corePodRules(context) {
    if (context.owner === undefined || (0,pools/* clusterMode */.qL)(context.owner) !== 'autopilot')
        return;
    for (const [what, path] of [
        ['The hub', ['hub']],
        ['The proxy', ['proxy', 'chp']],
    ]) {
        const selectors = [['nodeSelector'], ['extraPodSpec', 'nodeSelector']];
        if (selectors.some((one) => context.has([...ROOT, ...path, ...one, CLASS])))
            continue;
        resources(context, what, [...ROOT, ...path, 'resources']);
    }
}
function resources({ tree, locate, report }, what, path) {
    const requested = (kind) => {
        const at = ['requests', 'limits'].map((part) => [...path, part, kind]).find((one) => (0,yaml_locate/* treeAt */.S)(tree, one));
        const amount = at && (0,quantity/* quantity */.au)((0,yaml_locate/* treeAt */.S)(tree, at)?.value);
        return at === undefined || amount === undefined ? undefined : { at, amount };
    };
    const [cpu, memory] = [requested('cpu'), requested('memory')];
    const gib = memory && memory.amount / autopilot_GI;
    if (cpu !== undefined && cpu.amount > LARGEST.cores) {
        report(locate(cpu.at), 'profile-fit', `${what} requests ${(0,config_text/* formatNumber */.ZV)(cpu.amount)} cores, but Autopilot refuses pods with more than ${LARGEST.cores}.`, { hint: 'Lower the request.' });
    }
    else if (memory !== undefined && gib !== undefined && gib > LARGEST.gib) {
        report(locate(memory.at), 'profile-fit', `${what} requests ${(0,config_text/* formatNumber */.ZV)(Math.round(gib))}Gi of memory, but Autopilot refuses pods with more than ${LARGEST.gib}Gi.`, { hint: 'Lower the request.' });
    }
    else if (cpu !== undefined && memory !== undefined && gib !== undefined) {
        const perCore = gib / cpu.amount;
        if (perCore >= RATIO.least * 0.999 && perCore <= RATIO.most * 1.001)
            return;
        const raised = perCore > RATIO.most ? 'CPU' : 'memory';
        report(locate(raised === 'CPU' ? memory.at : cpu.at), 'autopilot-raises', `${what} has ${(0,config_text/* formatNumber */.ZV)(Math.round(perCore * 100) / 100)}Gi of memory for each core. Autopilot raises its ${raised}, and bills it.`, { hint: `It gives each core between ${RATIO.least}Gi and ${RATIO.most}Gi.` });
    }
}

// EXTERNAL MODULE: ./lib/src/config/chart/format-braces.js
var format_braces = __webpack_require__("src/config/chart/format-braces.js");
// EXTERNAL MODULE: ./lib/src/config/chart/owned-settings.js
var owned_settings = __webpack_require__("src/config/chart/owned-settings.js");
// EXTERNAL MODULE: ./lib/src/config/chart/owned-values.js
var owned_values = __webpack_require__("src/config/chart/owned-values.js");
// EXTERNAL MODULE: ./lib/src/config/chart/z2jh-keys.js
var z2jh_keys = __webpack_require__("src/config/chart/z2jh-keys.js");
;// CONCATENATED MODULE: ./lib/src/config/chart/z2jh-facts.generated.js
const PATHS_BY_TYPES = {
    'boolean null': 'enabled hub.db.upgrade hub.allowNamedServers hub.authenticatePrometheus hub.redirectToServer hub.shutdownOnLogout proxy.https.enabled singleuser.events singleuser.allowPrivilegeEscalation cull.users cull.adminUsers cull.removeNamedServers',
    'null string': 'fullnameOverride nameOverride hub.cookieSecret hub.db.pvc.accessModes.[] hub.db.pvc.storageClassName hub.db.pvc.subPath hub.db.url hub.db.password hub.service.ports.appProtocol hub.service.loadBalancerIP hub.existingSecret hub.deploymentStrategy.rollingUpdate hub.deploymentStrategy.type hub.services.api_token hub.services.apiToken hub.serviceAccount.name proxy.chp.defaultTarget proxy.chp.errorTarget proxy.secretToken proxy.service.loadBalancerIP proxy.https.letsencrypt.contactEmail proxy.https.letsencrypt.acmeServer proxy.https.manual.key proxy.https.manual.cert proxy.https.secret.name proxy.https.secret.key proxy.https.secret.crt proxy.traefik.serviceAccount.name proxy.deploymentStrategy.rollingUpdate proxy.deploymentStrategy.type singleuser.podNameTemplate singleuser.defaultUrl singleuser.serviceAccountName singleuser.storage.capacity singleuser.storage.dynamic.pvcNameTemplate singleuser.storage.dynamic.storageAccessModes.[] singleuser.storage.dynamic.storageClass singleuser.storage.dynamic.subPath singleuser.storage.dynamic.volumeNameTemplate singleuser.storage.static.pvcName singleuser.storage.static.subPath scheduling.userScheduler.serviceAccount.name ingress.ingressClassName ingress.pathSuffix prePuller.hook.serviceAccount.name prePuller.hook.serviceAccountImagePuller.name prePuller.continuous.serviceAccount.name',
    'object': 'imagePullSecret hub hub.config hub.config.JupyterHub hub.config.* hub.extraFiles hub.extraFiles.* hub.extraFiles.*.data hub.image hub.networkPolicy hub.networkPolicy.egressAllowRules hub.db hub.db.pvc hub.db.pvc.annotations hub.db.pvc.selector hub.labels hub.extraConfig hub.service hub.service.ports hub.service.annotations hub.pdb hub.nodeSelector hub.annotations hub.containerSecurityContext hub.deploymentStrategy hub.livenessProbe hub.readinessProbe hub.resources hub.lifecycle hub.lifecycle.postStart hub.lifecycle.preStop hub.services hub.loadRoles hub.templateVars hub.serviceAccount hub.serviceAccount.annotations hub.extraPodSpec proxy proxy.chp proxy.chp.networkPolicy proxy.chp.networkPolicy.egressAllowRules proxy.chp.pdb proxy.chp.nodeSelector proxy.chp.containerSecurityContext proxy.chp.image proxy.chp.livenessProbe proxy.chp.readinessProbe proxy.chp.resources proxy.chp.extraPodSpec proxy.service proxy.service.labels proxy.service.annotations proxy.service.nodePorts proxy.https proxy.https.letsencrypt proxy.https.manual proxy.https.secret proxy.traefik proxy.traefik.labels proxy.traefik.networkPolicy proxy.traefik.networkPolicy.egressAllowRules proxy.traefik.pdb proxy.traefik.nodeSelector proxy.traefik.containerSecurityContext proxy.traefik.extraDynamicConfig proxy.traefik.extraStaticConfig proxy.traefik.hsts proxy.traefik.image proxy.traefik.resources proxy.traefik.serviceAccount proxy.traefik.serviceAccount.annotations proxy.traefik.extraPodSpec proxy.labels proxy.annotations proxy.deploymentStrategy proxy.secretSync proxy.secretSync.containerSecurityContext proxy.secretSync.image proxy.secretSync.resources singleuser singleuser.networkPolicy singleuser.networkPolicy.egressAllowRules singleuser.cpu singleuser.memory singleuser.image singleuser.extraFiles singleuser.extraFiles.* singleuser.extraFiles.*.data singleuser.nodeSelector singleuser.extraNodeAffinity singleuser.extraPodAffinity singleuser.extraPodAntiAffinity singleuser.cloudMetadata singleuser.extraAnnotations singleuser.extraLabels singleuser.extraPodConfig singleuser.extraResource singleuser.extraResource.guarantees singleuser.extraResource.limits singleuser.lifecycleHooks singleuser.lifecycleHooks.postStart singleuser.lifecycleHooks.preStop singleuser.networkTools singleuser.networkTools.image singleuser.networkTools.resources singleuser.storage singleuser.storage.dynamic singleuser.storage.extraLabels singleuser.storage.static scheduling scheduling.userScheduler scheduling.userScheduler.image scheduling.userScheduler.pdb scheduling.userScheduler.nodeSelector scheduling.userScheduler.labels scheduling.userScheduler.annotations scheduling.userScheduler.containerSecurityContext scheduling.userScheduler.plugins scheduling.userScheduler.resources scheduling.userScheduler.serviceAccount scheduling.userScheduler.serviceAccount.annotations scheduling.userScheduler.extraPodSpec scheduling.podPriority scheduling.userPlaceholder scheduling.userPlaceholder.image scheduling.userPlaceholder.labels scheduling.userPlaceholder.annotations scheduling.userPlaceholder.resources scheduling.userPlaceholder.containerSecurityContext scheduling.userPlaceholder.extraPodSpec scheduling.corePods scheduling.corePods.nodeAffinity scheduling.userPods scheduling.userPods.nodeAffinity ingress ingress.annotations httpRoute httpRoute.annotations httpRoute.gateway prePuller prePuller.labels prePuller.annotations prePuller.resources prePuller.hook prePuller.hook.nodeSelector prePuller.hook.containerSecurityContext prePuller.hook.image prePuller.hook.resources prePuller.hook.serviceAccount prePuller.hook.serviceAccount.annotations prePuller.hook.serviceAccountImagePuller prePuller.hook.serviceAccountImagePuller.annotations prePuller.hook.daemonsetAnnotations prePuller.continuous prePuller.continuous.serviceAccount prePuller.continuous.serviceAccount.annotations prePuller.continuous.daemonsetAnnotations prePuller.extraImages prePuller.extraImages.* prePuller.containerSecurityContext prePuller.pause prePuller.pause.containerSecurityContext prePuller.pause.image custom cull debug rbac global',
    'array': 'imagePullSecrets hub.command hub.args hub.image.pullSecrets hub.networkPolicy.ingress hub.networkPolicy.egress hub.networkPolicy.allowedIngressPorts hub.db.pvc.accessModes hub.initContainers hub.service.extraPorts hub.service.ipFamilies hub.tolerations hub.extraContainers hub.extraVolumeMounts hub.extraVolumes hub.templatePaths proxy.chp.networkPolicy.ingress proxy.chp.networkPolicy.egress proxy.chp.networkPolicy.allowedIngressPorts proxy.chp.extraCommandLineFlags proxy.chp.tolerations proxy.chp.image.pullSecrets proxy.service.extraPorts proxy.service.externalIPs proxy.service.loadBalancerSourceRanges proxy.service.ipFamilies proxy.https.hosts proxy.traefik.networkPolicy.ingress proxy.traefik.networkPolicy.egress proxy.traefik.networkPolicy.allowedIngressPorts proxy.traefik.extraInitContainers proxy.traefik.tolerations proxy.traefik.extraPorts proxy.traefik.extraVolumes proxy.traefik.extraVolumeMounts proxy.traefik.image.pullSecrets proxy.secretSync.image.pullSecrets singleuser.networkPolicy.ingress singleuser.networkPolicy.egress singleuser.networkPolicy.allowedIngressPorts singleuser.image.pullSecrets singleuser.initContainers singleuser.profileList singleuser.extraTolerations singleuser.extraNodeAffinity.required singleuser.extraNodeAffinity.preferred singleuser.extraPodAffinity.required singleuser.extraPodAffinity.preferred singleuser.extraPodAntiAffinity.required singleuser.extraPodAntiAffinity.preferred singleuser.extraContainers singleuser.networkTools.image.pullSecrets singleuser.storage.dynamic.storageAccessModes scheduling.userScheduler.image.pullSecrets scheduling.userScheduler.tolerations scheduling.userScheduler.pluginConfig scheduling.userPlaceholder.image.pullSecrets scheduling.corePods.tolerations scheduling.userPods.tolerations ingress.hosts ingress.tls ingress.extraPaths httpRoute.hostnames prePuller.extraTolerations prePuller.hook.tolerations prePuller.hook.image.pullSecrets prePuller.pause.image.pullSecrets',
    'integer null': 'hub.revisionHistoryLimit hub.fsGid hub.service.ports.nodePort hub.pdb.maxUnavailable hub.pdb.minAvailable hub.activeServerLimit hub.concurrentSpawnLimit hub.consecutiveFailureLimit hub.namedServerLimitPerUser proxy.chp.revisionHistoryLimit proxy.chp.pdb.maxUnavailable proxy.chp.pdb.minAvailable proxy.service.nodePorts.http proxy.service.nodePorts.https proxy.traefik.revisionHistoryLimit proxy.traefik.pdb.maxUnavailable proxy.traefik.pdb.minAvailable singleuser.fsGid singleuser.startTimeout singleuser.uid scheduling.userScheduler.revisionHistoryLimit scheduling.userScheduler.pdb.maxUnavailable scheduling.userScheduler.pdb.minAvailable scheduling.userPlaceholder.revisionHistoryLimit prePuller.revisionHistoryLimit cull.timeout cull.every cull.concurrency cull.maxAge',
    'string': 'hub.config.JupyterHub.subdomain_host hub.extraFiles.*.mountPath hub.extraFiles.*.stringData hub.extraFiles.*.binaryData hub.baseUrl hub.image.name hub.image.tag hub.db.pvc.annotations.* hub.db.pvc.storage hub.labels.* hub.service.annotations.* hub.service.ipFamilyPolicy hub.annotations.* hub.services.name hub.services.url hub.serviceAccount.annotations.* proxy.chp.image.name proxy.chp.image.tag proxy.service.labels.* proxy.service.annotations.* proxy.service.ipFamilyPolicy proxy.traefik.labels.* proxy.traefik.image.name proxy.traefik.image.tag proxy.traefik.serviceAccount.annotations.* proxy.labels.* proxy.annotations.* proxy.secretSync.image.name proxy.secretSync.image.tag singleuser.image.name singleuser.image.tag singleuser.extraFiles.*.mountPath singleuser.extraFiles.*.stringData singleuser.extraFiles.*.binaryData singleuser.cloudMetadata.ip singleuser.extraAnnotations.* singleuser.extraLabels.* singleuser.networkTools.image.name singleuser.networkTools.image.tag singleuser.storage.extraLabels.* singleuser.storage.homeMountPath scheduling.userScheduler.image.name scheduling.userScheduler.image.tag scheduling.userScheduler.labels.* scheduling.userScheduler.annotations.* scheduling.userScheduler.serviceAccount.annotations.* scheduling.userPlaceholder.image.name scheduling.userPlaceholder.image.tag scheduling.userPlaceholder.labels.* scheduling.userPlaceholder.annotations.* ingress.annotations.* httpRoute.annotations.* httpRoute.gateway.name httpRoute.gateway.namespace httpRoute.gateway.sectionName prePuller.labels.* prePuller.annotations.* prePuller.hook.image.name prePuller.hook.image.tag prePuller.hook.serviceAccount.annotations.* prePuller.hook.serviceAccountImagePuller.annotations.* prePuller.hook.daemonsetAnnotations.* prePuller.continuous.serviceAccount.annotations.* prePuller.continuous.daemonsetAnnotations.* prePuller.extraImages.*.name prePuller.extraImages.*.tag prePuller.pause.image.name prePuller.pause.image.tag',
    'number': 'hub.extraFiles.*.mode singleuser.extraFiles.*.mode',
    'boolean': 'hub.networkPolicy.enabled hub.networkPolicy.egressAllowRules.cloudMetadataServer hub.networkPolicy.egressAllowRules.dnsPortsCloudMetadataServer hub.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace hub.networkPolicy.egressAllowRules.dnsPortsPrivateIPs hub.networkPolicy.egressAllowRules.nonPrivateIPs hub.networkPolicy.egressAllowRules.privateIPs hub.pdb.enabled hub.services.admin hub.serviceAccount.create proxy.chp.networkPolicy.enabled proxy.chp.networkPolicy.egressAllowRules.cloudMetadataServer proxy.chp.networkPolicy.egressAllowRules.dnsPortsCloudMetadataServer proxy.chp.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace proxy.chp.networkPolicy.egressAllowRules.dnsPortsPrivateIPs proxy.chp.networkPolicy.egressAllowRules.nonPrivateIPs proxy.chp.networkPolicy.egressAllowRules.privateIPs proxy.chp.pdb.enabled proxy.service.disableHttpPort proxy.traefik.networkPolicy.enabled proxy.traefik.networkPolicy.egressAllowRules.cloudMetadataServer proxy.traefik.networkPolicy.egressAllowRules.dnsPortsCloudMetadataServer proxy.traefik.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace proxy.traefik.networkPolicy.egressAllowRules.dnsPortsPrivateIPs proxy.traefik.networkPolicy.egressAllowRules.nonPrivateIPs proxy.traefik.networkPolicy.egressAllowRules.privateIPs proxy.traefik.pdb.enabled proxy.traefik.hsts.includeSubdomains proxy.traefik.hsts.preload proxy.traefik.serviceAccount.create singleuser.networkPolicy.enabled singleuser.networkPolicy.egressAllowRules.cloudMetadataServer singleuser.networkPolicy.egressAllowRules.dnsPortsCloudMetadataServer singleuser.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace singleuser.networkPolicy.egressAllowRules.dnsPortsPrivateIPs singleuser.networkPolicy.egressAllowRules.nonPrivateIPs singleuser.networkPolicy.egressAllowRules.privateIPs singleuser.cloudMetadata.blockWithIptables scheduling.userScheduler.enabled scheduling.userScheduler.pdb.enabled scheduling.userScheduler.serviceAccount.create scheduling.podPriority.enabled scheduling.podPriority.globalDefault scheduling.userPlaceholder.enabled ingress.enabled httpRoute.enabled prePuller.hook.enabled prePuller.hook.pullOnlyOnChanges prePuller.hook.serviceAccount.create prePuller.hook.serviceAccountImagePuller.create prePuller.continuous.enabled prePuller.continuous.serviceAccount.create prePuller.pullProfileListImages cull.enabled debug.enabled rbac.enabled rbac.create global.safeToShowValues',
    'array object': 'hub.extraEnv proxy.chp.extraEnv proxy.traefik.extraEnv singleuser.extraEnv',
    'array string': 'hub.services.command',
    'integer': 'proxy.traefik.hsts.maxAge scheduling.userScheduler.replicas scheduling.userScheduler.logLevel scheduling.podPriority.defaultPriority scheduling.podPriority.imagePullerPriority scheduling.podPriority.userPlaceholderPriority scheduling.userPlaceholder.replicas prePuller.hook.podSchedulingWaitDuration',
    'null number': 'singleuser.cpu.limit singleuser.cpu.guarantee',
    'null number string': 'singleuser.memory.limit singleuser.memory.guarantee',
    'array null string': 'singleuser.cmd',
    'array null object': 'singleuser.storage.extraVolumeMounts singleuser.storage.extraVolumes',
};
const WORDS = {
    'hub.image.pullPolicy': 'null  IfNotPresent Always Never',
    'hub.networkPolicy.interNamespaceAccessLabels': 'accept ignore',
    'hub.db.type': 'sqlite-pvc sqlite-memory mysql postgres other',
    'hub.service.type': 'ClusterIP NodePort LoadBalancer ExternalName',
    'proxy.chp.networkPolicy.interNamespaceAccessLabels': 'accept ignore',
    'proxy.chp.image.pullPolicy': 'null  IfNotPresent Always Never',
    'proxy.service.type': 'ClusterIP NodePort LoadBalancer ExternalName',
    'proxy.https.type': 'null  letsencrypt manual offload secret',
    'proxy.traefik.networkPolicy.interNamespaceAccessLabels': 'accept ignore',
    'proxy.traefik.image.pullPolicy': 'null  IfNotPresent Always Never',
    'proxy.secretSync.image.pullPolicy': 'null  IfNotPresent Always Never',
    'singleuser.networkPolicy.interNamespaceAccessLabels': 'accept ignore',
    'singleuser.image.pullPolicy': 'null  IfNotPresent Always Never',
    'singleuser.networkTools.image.pullPolicy': 'null  IfNotPresent Always Never',
    'singleuser.storage.type': 'dynamic static none',
    'scheduling.userScheduler.image.pullPolicy': 'null  IfNotPresent Always Never',
    'scheduling.userPlaceholder.image.pullPolicy': 'null  IfNotPresent Always Never',
    'scheduling.corePods.nodeAffinity.matchNodePurpose': 'ignore prefer require',
    'scheduling.userPods.nodeAffinity.matchNodePurpose': 'ignore prefer require',
    'ingress.pathType': 'Prefix Exact ImplementationSpecific',
    'prePuller.hook.image.pullPolicy': 'null  IfNotPresent Always Never',
    'prePuller.extraImages.*.pullPolicy': 'null  IfNotPresent Always Never',
    'prePuller.pause.image.pullPolicy': 'null  IfNotPresent Always Never',
};
const REQUIRED = {
    'hub.extraFiles.*': 'mountPath data|stringData|binaryData',
    'singleuser.extraFiles.*': 'mountPath data|stringData|binaryData',
    'prePuller.extraImages.*': 'name tag',
};
const CLOSED = {
    'hub.extraFiles.*': 'binaryData data mode mountPath stringData',
    'singleuser.extraFiles.*': 'binaryData data mode mountPath stringData',
    'prePuller.extraImages.*': 'name pullPolicy tag',
};

;// CONCATENATED MODULE: ./lib/src/config/rules/values/chart-schema.js





const chart_schema_ROOT = ['hub', 'values'];
const chart_schema_CLASSES = 'JupyterHub KubeSpawner Spawner Authenticator CryptKeeper ConfigurableHTTPProxy Application LoggingConfigurable'.split(' ');
const TYPES = new Map(Object.entries(PATHS_BY_TYPES).flatMap(([types, paths]) => paths.split(' ').map((path) => [path, types.split(' ').filter((type) => type !== 'null')])));
function chartSchemaRule(context, path, tree) {
    const { locate, report } = context;
    if (tree.value === null || tree.entries?.has('secretRef') === true)
        return;
    const place = [...chart_schema_ROOT, ...path];
    const key = String(path.at(-1));
    if (path.length === 3 && path[0] === 'hub' && path[1] === 'config' && !/^[A-Z]/.test(key)) {
        report(locate(place, 'key'), 'chart-schema', `${(0,config_text/* quoted */.TL)(key)} is not the name of a class, which starts with a capital letter.${(0,suggest/* didYouMean */.a)(key, chart_schema_CLASSES)}`, {
            hint: 'Sections of hub.config are classes, such as JupyterHub or KubeSpawner.',
        });
        return;
    }
    const pattern = patternOf(path);
    const types = TYPES.get(pattern);
    if (types !== undefined && !types.some((type) => isOf(type, tree))) {
        const { message, hint } = (0,config_text/* typeMessage */.cR)(path, tree, types);
        report(locate(place), 'chart-schema', message, {
            hint: modeHint(key, tree) ?? hint ?? 'See the chart’s "Configuration Reference".',
        });
        return;
    }
    const words = (0,json/* entryOf */.M)(WORDS, pattern)?.split(' ');
    if (words !== undefined && typeof tree.value === 'string' && !words.includes(tree.value)) {
        const known = words.filter((word) => word !== '' && word !== 'null');
        report(locate(place), 'chart-schema', `Unknown value ${(0,config_text/* quoted */.TL)(tree.value)}.${(0,suggest/* didYouMean */.a)(tree.value, known)}`, {
            hint: `Allowed values: ${known.join(', ')}.`,
        });
    }
    chart_schema_entryRules(context, path, pattern, tree);
}
function chart_schema_entryRules({ locate, report }, path, pattern, { entries }) {
    const place = [...chart_schema_ROOT, ...path];
    const names = [...(entries?.keys() ?? [])];
    const known = (0,json/* entryOf */.M)(CLOSED, pattern)?.split(' ');
    for (const name of known === undefined ? [] : names) {
        if (known?.includes(name) !== false)
            continue;
        report(locate([...place, name], 'key'), 'chart-schema', `Unknown key ${(0,config_text/* quoted */.TL)(name)}.${(0,suggest/* didYouMean */.a)(name, known)}`, {
            hint: `Known keys: ${known.join(', ')}.`,
        });
    }
    for (const required of entries === undefined ? [] : ((0,json/* entryOf */.M)(REQUIRED, pattern)?.split(' ') ?? [])) {
        const forms = required.split('|');
        const given = forms.filter((form) => names.includes(form));
        if (given.length === 1)
            continue;
        report(locate(place, 'key'), 'chart-schema', given.length > 1
            ? `Only one of ${given.join(', ')} can be set.`
            : `${(0,config_text/* quoted */.TL)(String(path.at(-1)))} lacks ${forms.join(' or ')}.`, { hint: given.length > 1 ? 'Keep one of them.' : `Add ${forms[0] ?? ''}.` });
    }
}
function patternOf(path) {
    let pattern = '';
    for (const step of path) {
        const next = (name) => (pattern === '' ? name : `${pattern}.${name}`);
        const named = next(String(step));
        if (typeof step === 'number')
            pattern = next('[]');
        else
            pattern = !TYPES.has(named) && (0,json/* entryOf */.M)(WORDS, named) === undefined && TYPES.has(next('*')) ? next('*') : named;
    }
    return pattern;
}
function isOf(type, { value, entries, items }) {
    if (type === 'object')
        return entries !== undefined;
    if (type === 'array')
        return items !== undefined;
    return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
function modeHint(key, { value }) {
    if (key !== 'mode' || typeof value !== 'string' || !/^0?[0-7]{3,4}$/.test(value))
        return undefined;
    return `Write ${Number.parseInt(value, 8)} or 0o${value.replace(/^0/, '')}, without quotes.`;
}
const MOVED = {
    auth: 'z2jh 1.0 moved it to hub.config. IAP signs people in here: remove it, and list people in the users files.',
    'hub.uid': 'Use hub.containerSecurityContext.runAsUser.',
    'hub.imagePullPolicy': 'Use hub.image.pullPolicy.',
    'hub.imagePullSecret': 'Use imagePullSecret, or imagePullSecrets.',
    'hub.cookieSecretToken': 'Use hub.cookieSecret.',
    'hub.extraConfigMap': 'Use custom, and z2jh.get_config in hub.extraConfig.',
    'hub.initContainer': 'Use hub.initContainers.',
    'hub.publicURL': 'Remove it. access.domain is the address.',
    'proxy.networkPolicy': 'Use proxy.chp.networkPolicy.',
    'proxy.nodeSelector': 'Use proxy.chp.nodeSelector.',
    'proxy.pdb': 'Use proxy.chp.pdb.',
    'proxy.resources': 'Use proxy.chp.resources.',
    'proxy.containerSecurityContext': 'Use proxy.chp.containerSecurityContext.',
    'proxy.livenessProbe': 'Use proxy.chp.livenessProbe.',
    'proxy.nginx': 'Remove it. The proxy is configurable-http-proxy behind Google’s load balancer.',
    'proxy.autohttps': 'Remove it. Google’s load balancer has the certificate.',
    'singleuser.imagePullPolicy': 'Use singleuser.image.pullPolicy.',
    'singleuser.imagePullSecret': 'Use imagePullSecret, or imagePullSecrets.',
    'singleuser.initContainer': 'Use singleuser.initContainers.',
    'singleuser.schedulerStrategy': 'Remove it. The cluster chooses the node.',
    'scheduling.userScheduler.policy': 'Use scheduling.userScheduler.plugins.',
};
const PARTS = /^(cull|hub|ingress|prePuller|proxy|scheduling|singleuser)$/;
function movedHint(path, key, tree) {
    const dotted = [...path, key].join('.');
    const moved = (0,json/* entryOf */.M)(MOVED, dotted);
    if (moved !== undefined)
        return moved;
    const below = [...(tree.entries?.keys() ?? [])];
    const top = z2jh_keys/* SECTIONS */.b['']?.split(' ') ?? [];
    const isNested = below.some((name) => PARTS.test(name)) || /^(basehub|daskhub|jupyterhub|z2jh)$/.test(key);
    if (path.length > 0 || !isNested || below.length === 0)
        return undefined;
    const inner = below.length === 1 && !top.includes(below[0] ?? '') ? `${key}.${below[0]}` : key;
    return `Write what is under ${inner} ${inner === key ? 'one level' : 'two levels'} higher, directly under hub.values.`;
}

// EXTERNAL MODULE: ./lib/src/config/chart/owned-things.js
var owned_things = __webpack_require__("src/config/chart/owned-things.js");
;// CONCATENATED MODULE: ./lib/src/config/chart/code/chains.js
const MAX_BRACKETS = 200;
function eachChain(tokens, names, visit) {
    const line = lineOf(tokens);
    if (line === undefined)
        return;
    for (const start of tokens.keys()) {
        const chain = readChain(line, start, names);
        if (chain !== undefined)
            visit(chain, line);
    }
}
function lineOf(tokens) {
    const closing = new Map();
    const isInner = [];
    const open = [];
    for (const [at, { kind, text }] of tokens.entries()) {
        if (kind === 'sign' && ')]}'.includes(text)) {
            const bracket = open.pop();
            if (bracket !== undefined)
                closing.set(bracket.at, at);
        }
        const isHere = open.at(-1)?.isInner === true;
        isInner.push(isHere);
        if (kind !== 'sign' || !'([{'.includes(text))
            continue;
        const before = tokens[at - 1];
        const isAfterValue = before !== undefined && (before.kind !== 'sign' || ')]}'.includes(before.text));
        open.push({ at, isInner: isHere || isAfterValue });
        if (open.length > MAX_BRACKETS)
            return undefined;
    }
    for (const { at } of open)
        closing.set(at, tokens.length);
    return { tokens, closing, isInner };
}
function readChain({ tokens, closing }, start, names) {
    const head = tokens[start];
    if (head?.kind !== 'name' || tokens[start - 1]?.text === '.')
        return undefined;
    let at = start + 1;
    let steps = [...(names.get(head.text) ?? [head.text])];
    let call;
    for (;;) {
        const sign = tokens[at]?.kind === 'sign' ? tokens[at]?.text : undefined;
        const next = tokens[at + 1];
        const isName = sign === '.' && next?.kind === 'name';
        if (!isName && sign !== '[' && sign !== '(')
            break;
        if (call !== undefined)
            steps.push('');
        call = undefined;
        if (isName) {
            steps.push(next.text);
            at += 2;
            continue;
        }
        const close = closing.get(at) ?? tokens.length;
        if (sign === '(')
            call = at;
        else
            steps.push(close === at + 2 && next?.kind === 'text' ? next.text : '');
        if (call !== undefined && close === at + 1 && steps.join('.') === 'get_config') {
            steps = ['c'];
            call = undefined;
        }
        at = close + 1;
    }
    return { steps, start, end: Math.min(at, tokens.length), ...(call === undefined ? {} : { call }) };
}
function topLevel(tokens, sign, last = false) {
    let depth = 0;
    let found = -1;
    for (const [index, { kind, text }] of tokens.entries()) {
        if (kind !== 'sign')
            continue;
        if ('([{'.includes(text))
            depth += 1;
        else if (')]}'.includes(text))
            depth -= 1;
        else if (text === sign && depth === 0) {
            found = index;
            if (!last)
                break;
        }
    }
    return found;
}
function splitArguments(call) {
    const parts = [[]];
    let depth = 0;
    for (const token of call) {
        if (token.kind === 'sign' && '([{'.includes(token.text))
            depth += 1;
        if (token.kind === 'sign' && ')]}'.includes(token.text))
            depth -= 1;
        if (token.kind === 'sign' && token.text === ',' && depth === 0)
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts;
}

;// CONCATENATED MODULE: ./lib/src/config/chart/code/hooks.js

const SPAWNER = [['spawner', ['spawner']]];
function hooksOf(tokens) {
    const names = tokens.flatMap(({ kind, text }, at) => {
        const isSet = kind === 'name' && tokens[at - 1]?.text === '=';
        return isSet && /_hook$/.test(tokens[at - 2]?.text ?? '') ? [text] : [];
    });
    return new Set(names);
}
function spawnerOf(tokens, hooks, names) {
    const at = tokens[0]?.text === 'async' ? 1 : 0;
    const [keyword, name, bracket, parameter] = tokens.slice(at);
    if (keyword?.kind !== 'name' || keyword.text !== 'def' || bracket?.text !== '(')
        return;
    for (const [known, [root]] of names)
        if (root === 'spawner')
            names.delete(known);
    for (const [known, steps] of SPAWNER)
        names.set(known, steps);
    if (parameter?.kind === 'name' && hooks.has(name?.text ?? ''))
        names.set(parameter.text, ['spawner']);
}
function keeps(value, steps, names) {
    let isKept = false;
    eachChain(value, names, (chain) => {
        const around = [value[chain.start - 1]?.text ?? '', value[chain.end]?.text ?? ''];
        if (chain.steps.slice(0, steps.length).join('.') !== steps.join('.') || steps.length < 2)
            return;
        const rest = chain.steps.slice(steps.length).join('.');
        if (/^(values|items)?$/.test(rest) && around.some((sign) => /^[+|*]$/.test(sign)))
            isKept = true;
    });
    return isKept;
}

;// CONCATENATED MODULE: ./lib/src/config/chart/code/owned-entries.js

const OUR_VOLUMES = /^(files|home|volume-.*|jupyterhub-gke.*)$/;
const OUR_MOUNTS = /^(home|volume-.*|\d+-files)$/;
const ENTRIES = {
    volumes: [OUR_VOLUMES],
    volume_mounts: [OUR_VOLUMES, OUR_MOUNTS],
    environment: [/^(PYTHONPATH|JUPYTERHUB_GKE\w*)$/],
    extra_pod_config: [
        /^(automountServiceAccountToken|enableServiceLinks|containers|initContainers|volumes|serviceAccountName)$/,
    ],
    common_labels: [/^(app|release|component|app\.kubernetes\.io\/(name|instance|component))$/],
    extra_labels: [/^hub\.jupyter\.org\/network-access-/],
};
const MAPPINGS = /^(common_labels|environment|extra_annotations|extra_labels|extra_pod_config|node_selector|volume_mounts|volumes)$/;
const OF_LISTS = /^(append|extend|insert|prepend|remove|\+=)$/;
function isOwnedEntry(setting, entry) {
    return ((0,json/* entryOf */.M)(ENTRIES, setting) ?? []).some((names) => names.test(entry));
}
function failsOnMapping(setting, method) {
    return MAPPINGS.test(setting) && OF_LISTS.test(method);
}

;// CONCATENATED MODULE: ./lib/src/config/chart/code/tokens.js
const TOKEN = /(?<blank>[^\S\n]+|\\\n|#[^\n]*)|(?<end>\n|;)|(?<text>[a-zA-Z]{0,2}(?:"""|'''|"|'))|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\p{N}[\p{N}\w.]*)|(?<sign>\*\*=|\/\/=|<<=|>>=|:=|[-+*/%&|^@=!<>]=|->|.)/suy;
const PREFIX = /^(?:[rbuf]|rb|br|rf|fr)?$/i;
function pythonTokens(code) {
    const tokens = [];
    let line = 1;
    let depth = 0;
    let at = 0;
    while (at < code.length) {
        TOKEN.lastIndex = at;
        const match = TOKEN.exec(code);
        if (match === null) {
            at += 1;
            continue;
        }
        const { end, text, name, sign } = match.groups ?? {};
        let whole = match[0];
        if (text !== undefined) {
            const quotes = text.replace(/^[a-zA-Z]*/, '');
            const prefix = text.slice(0, text.length - quotes.length);
            if (!PREFIX.test(prefix)) {
                whole = prefix;
                tokens.push({ kind: 'name', text: prefix, line });
            }
            else {
                const close = closing(code, at + text.length, quotes);
                whole = code.slice(at, close + quotes.length);
                tokens.push({ kind: 'text', text: code.slice(at + text.length, close), line });
            }
        }
        else if (name !== undefined) {
            tokens.push({ kind: 'name', text: name, line });
        }
        else if (end !== undefined) {
            if (depth === 0)
                tokens.push({ kind: 'end', text: end, line });
        }
        else if (sign !== undefined) {
            if ('([{'.includes(sign))
                depth += 1;
            if (')]}'.includes(sign))
                depth = Math.max(0, depth - 1);
            tokens.push({ kind: 'sign', text: sign, line });
        }
        for (const character of whole)
            if (character === '\n')
                line += 1;
        at += whole.length;
    }
    return [...tokens, { kind: 'end', text: '', line }];
}
function closing(code, from, quotes) {
    for (let at = from; at < code.length; at += 1) {
        if (code[at] === '\\')
            at += 1;
        else if (code.startsWith(quotes, at) || (quotes.length === 1 && code[at] === '\n'))
            return at;
    }
    return code.length;
}

;// CONCATENATED MODULE: ./lib/src/config/chart/code/settings.js






const HEADERS = /^(if|elif|else|while|for|try|except|finally|with|def|class|match|case|async)$/;
const REPLACING = /^(update|merge|setdefault|pop|popitem|clear|__setitem__|__setattr__|__delitem__|__delattr__|__ior__)$/;
const DELETING = /^(pop|__delitem__)$/;
const MAPPING = { why: 'that is a mapping, to which Python cannot do this' };
const SECTION = {
    why: 'this product sets a part of this section',
    instead: 'Set one setting of the section after the other.',
};
function codeSettings(code) {
    const tokens = pythonTokens(code);
    const names = new Map([['c', ['c']], ...SPAWNER]);
    const hooks = hooksOf(tokens);
    const found = [];
    const asks = tokens.some(({ kind, text }) => kind === 'name' && /^(isinstance|hasattr|type|except)$/.test(text));
    let first = 0;
    for (const [index, token] of tokens.entries()) {
        if (token.kind !== 'end')
            continue;
        const here = tokens.slice(first, index);
        spawnerOf(here, hooks, names);
        statement(here, names, found);
        first = index + 1;
    }
    return asks ? found.filter(({ does }) => does !== 'fails') : found;
}
function statement(tokens, names, found) {
    const [first] = tokens;
    if (first === undefined || (tokens.length === 1 && first.kind === 'text'))
        return;
    if (first.kind !== 'name' || !HEADERS.test(first.text)) {
        simpleStatement(tokens, names, found);
        return;
    }
    const colon = topLevel(tokens, ':');
    const header = colon === -1 ? tokens : tokens.slice(0, colon);
    const isFor = header.slice(0, 2).some(({ text }) => text === 'for');
    const isWith = header.slice(0, 2).some(({ text }) => text === 'with');
    const list = header.findIndex(({ kind, text }) => kind === 'name' && text === 'in');
    eachChain(header, names, (chain, line) => {
        const { start } = chain;
        const isTarget = isFor ? start < list : isWith && header[start - 1]?.text === 'as';
        chainSets(line, chain, { names, isTarget, isDelete: false, added: undefined }, found);
    });
    if (colon !== -1)
        simpleStatement(tokens.slice(colon + 1), names, found);
}
function simpleStatement(tokens, names, found) {
    const lambda = tokens.findIndex(({ kind, text }) => kind === 'name' && text === 'lambda');
    const equals = topLevel(lambda === -1 ? tokens : tokens.slice(0, lambda), '=', true);
    const adds = tokens.findIndex(({ kind, text }) => kind === 'sign' && /^[^=!<>:]+=$/.test(text));
    const isDelete = tokens[0]?.kind === 'name' && tokens[0].text === 'del';
    let whole;
    eachChain(tokens, names, (chain, line) => {
        const { start, end } = chain;
        const isTarget = isDelete || (equals > start && line.isInner[start] !== true);
        const isKept = !isDelete && isTarget && keeps(tokens.slice(equals + 1), chain.steps, names);
        const added = adds > start ? tokens[adds]?.text : undefined;
        chainSets(line, chain, { names, isTarget: isTarget && !isKept, isDelete, added }, found);
        if (start === 2 && end === tokens.length)
            whole = chain;
    });
    if (equals === 1 && tokens[0]?.kind === 'name')
        remember(tokens[0].text, whole, names);
}
function remember(name, chain, names) {
    if (/^(c|spawner)$/.test(chain?.steps[0] ?? '') && chain !== undefined && chain.call === undefined)
        names.set(name, chain.steps);
    else if (name !== 'c')
        names.delete(name);
}
function chainSets(whole, chain, use, found) {
    const { names, isTarget, isDelete, added } = use;
    const { steps, start, call } = chain;
    const line = whole.tokens[start]?.line ?? 1;
    const add = (does, path, thing) => {
        if (thing !== undefined && thing.inCode !== true)
            found.push({ does, name: path.join('.'), thing, line });
    };
    const given = call === undefined ? [] : whole.tokens.slice(call + 1, whole.closing.get(call));
    if (call !== undefined && /^(setattr|delattr|setitem|delitem)$/.test(steps.at(-1) ?? '')) {
        const target = readChain(whole, call + 1, names);
        const [, key] = splitArguments(given);
        const isPlain = key?.length === 1 && key[0]?.kind === 'text';
        if (target !== undefined)
            setOn(target.steps, isPlain ? [key[0]?.text ?? ''] : undefined, add);
        return;
    }
    if (isTarget && chain.end === start + 1)
        return;
    const method = call === undefined ? (added ?? '') : (steps.at(-1) ?? '');
    const target = call === undefined ? steps : steps.slice(0, -1);
    const [, owner, setting] = /^(?:c\.(?:\w+\.)*(?:Kube)?Spawner|(spawner))\.(\w+)$/.exec(target.join('.')) ?? [];
    if (setting !== undefined && failsOnMapping(setting, method)) {
        const instead = `Write ${owner ?? 'c.KubeSpawner'}.${setting}["NAME"] = … for each entry.`;
        add('fails', call === undefined ? [`${target.join('.')} ${method}`] : steps, { ...MAPPING, instead });
        return;
    }
    if (call !== undefined && REPLACING.test(method)) {
        if (isSection(target))
            setOn(target, method === 'clear' ? [] : keysOf(given), add);
        else if (/^(clear|popitem|__setattr__)$/.test(method))
            add('sets', target, settingOf(target)?.thing);
        else
            entriesOn(target, DELETING.test(method), keysOf(given.slice(0, 1)) ?? keysOf(given), add);
        return;
    }
    if ((isTarget || added !== undefined) && isSection(steps)) {
        add('sets', steps, steps.length > 1 ? SECTION : undefined);
        return;
    }
    const known = isTarget || added !== undefined ? settingOf(steps) : undefined;
    if (known === undefined || (added !== undefined && (0,owned_settings/* decidesLogin */.f_)(known.thing))) {
        mention(steps, add, added !== undefined || call !== undefined);
    }
    else if (added !== undefined) {
        const value = whole.tokens.slice(whole.tokens.findIndex(({ text }) => text === added) + 1);
        entriesOn(steps, false, keysOf(value), add);
    }
    else if (known.length === steps.length || (0,owned_settings/* decidesLogin */.f_)(known.thing)) {
        add('sets', steps.slice(0, known.length), known.thing);
    }
    else
        entriesOn(steps.slice(0, known.length), isDelete, keyOf(steps[known.length]), add);
}
function keyOf(step) {
    return step === undefined || step === '' ? undefined : [step];
}
function entriesOn(target, isDelete, keys, add) {
    const setting = settingOf(target);
    if (setting === undefined || (0,owned_settings/* decidesLogin */.f_)(setting.thing)) {
        mention(target, add, setting !== undefined);
        return;
    }
    const path = target.slice(0, setting.length);
    const name = path.at(-1) ?? '';
    const inner = keyOf(target[setting.length]) ?? keys;
    if (inner === undefined) {
        if (isDelete)
            add('mentions', [...path, '…'], setting.thing);
        return;
    }
    for (const entry of inner) {
        if (isOwnedEntry(name, entry))
            add('sets', [...path.slice(0, -1), `${name}["${entry}"]`], setting.thing);
    }
}
function mention(steps, add, isChanged) {
    const setting = settingOf(steps);
    if (setting !== undefined && (0,owned_settings/* decidesLogin */.f_)(setting.thing)) {
        const isSet = isChanged && steps.at(-1) !== 'get' && steps.at(-1) !== 'copy';
        add(isSet ? 'sets' : 'mentions', steps.slice(0, setting.length), setting.thing);
    }
    else if (setting === undefined && steps.some(isAuthenticator))
        add('mentions', steps, owned_things/* LOGIN */.S3);
}
function isAuthenticator(name) {
    return name === 'authenticator_class' || name === 'iap_authenticator' || /^\w+Authenticator$/.test(name);
}
function settingOf(steps) {
    if (steps[0] === 'spawner') {
        const thing = steps[1] === undefined ? undefined : (0,owned_settings/* ownedSetting */.ib)(['KubeSpawner', steps[1]]);
        return thing && { thing, length: 2 };
    }
    const own = steps.findIndex(owned_settings/* isOwnAuthenticator */.qF);
    if (own !== -1 && steps.length > own + 1)
        return { thing: owned_things/* LOGIN */.S3, length: own + 2 };
    const root = steps[0] === 'c' ? 1 : (0,owned_settings/* isClass */.D4)(steps[0]) && (0,owned_settings/* hasOwnedSettings */.xQ)(steps[0] ?? '') ? 0 : undefined;
    if (root === undefined)
        return undefined;
    const rest = steps.slice(root);
    const end = rest.findIndex((step) => !(0,owned_settings/* isClass */.D4)(step));
    const thing = end < 1 ? undefined : (0,owned_settings/* ownedSetting */.ib)(rest.slice(0, end + 1));
    return thing && { thing, length: root + end + 1 };
}
function isSection(steps) {
    const [root, ...classes] = steps;
    if (root === 'spawner')
        return classes.length === 0;
    if (root !== 'c')
        return classes.length === 0 && ((0,owned_settings/* isOwnAuthenticator */.qF)(root ?? '') || (0,owned_settings/* hasOwnedSettings */.xQ)(root ?? ''));
    return classes.every((step) => (0,owned_settings/* isClass */.D4)(step)) && (classes.length === 0 || (0,owned_settings/* hasOwnedSettings */.xQ)(classes.at(-1) ?? ''));
}
function setOn(section, keys, add) {
    if (!isSection(section)) {
        if (section.some(owned_settings/* isOwnAuthenticator */.qF))
            add('sets', section, owned_things/* LOGIN */.S3);
        return;
    }
    if (keys === undefined)
        add('mentions', [...section, '…'], section.some(isAuthenticator) ? owned_things/* LOGIN */.S3 : SECTION);
    else if (keys.length === 0)
        add('sets', section, SECTION);
    let classes = section;
    for (const key of keys ?? []) {
        if ((0,owned_settings/* isClass */.D4)(key)) {
            classes = [...section, key];
            continue;
        }
        const path = [...classes, key];
        add('sets', path, settingOf(path)?.thing);
    }
}
function keysOf(call) {
    const keys = [];
    let depth = 0;
    for (const [at, { kind, text }] of call.entries()) {
        if (kind === 'sign' && '([{'.includes(text))
            depth += 1;
        if (kind === 'sign' && ')]}'.includes(text))
            depth -= 1;
        if (depth > ((0,owned_settings/* isClass */.D4)(keys.at(-1)) ? 2 : 1) && call[at - 1]?.text !== '(')
            continue;
        const next = call[at + 1]?.kind === 'sign' ? call[at + 1]?.text : undefined;
        const opens = at === 0 || '({[,'.includes(call[at - 1]?.text ?? ' ');
        if (kind === 'text' && (next === ':' || (opens && next !== '+')))
            keys.push(text);
        else if (kind === 'name' && next === '=')
            keys.push(text);
        else if (opens && (/^\*\*?$/.test(text) || (kind !== 'sign' && (next === ':' || next === '+'))))
            return undefined;
    }
    return keys.length === 0 && call.length > 0 ? undefined : keys;
}

// EXTERNAL MODULE: ./lib/src/config/rules/values/hub-code.js
var hub_code = __webpack_require__("src/config/rules/values/hub-code.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/values/code.js





const code_ROOT = ['hub', 'values'];
const GATE = /\.(apply_user_options|group_overrides|options_form|options_from_form|profile_list)$/;
const GROWS = /\.(environment|extra_annotations|extra_pod_config|load_roles|services|volume_mounts|volumes)$/;
function codeRules(context, path, value) {
    const [section, kind] = path;
    const isCode = path.length === 3 && ((section === 'hub' && kind === 'extraConfig') || kind === 'extraFiles');
    if (!isCode)
        return;
    const { locate, report } = context;
    const where = section === 'hub' ? 'in the hub, with the hub’s permissions' : 'in notebook servers';
    report(locate([...code_ROOT, ...path], 'key'), 'code', `hub.values.${path.join('.')} can contain code that runs ${where}.`);
    if (section === 'hub' && kind === 'extraConfig' && typeof value.value !== 'string') {
        report(locate([...code_ROOT, ...path]), 'code-syntax', 'Code must be text. The hub would not start with this.', {
            hint: 'Write "NAME: |" and the code on the lines below, indented.',
        });
    }
    if (section !== 'hub')
        return;
    foldedRule(context, path, value);
    settingRules(context, path, value);
}
function foldedRule({ locate, report }, path, value) {
    if (!(0,hub_code/* isFolded */.zm)(value) || (path[1] === 'extraFiles' && !(0,hub_code/* isPython */.r2)(value)))
        return;
    report(locate([...code_ROOT, ...path, ...(0,hub_code/* codeOf */.$N)(value).at]), 'code-syntax', 'The code stands behind ">", which joins its lines into one.', { hint: 'Write "|" instead, which keeps lines.' });
}
function settingRules(context, path, value) {
    const { code, at } = (0,hub_code/* codeOf */.$N)(value);
    if (code === undefined)
        return;
    const place = [...code_ROOT, ...path, ...at];
    const found = codeSettings(code);
    const isText = path[1] === 'extraFiles' && !(0,hub_code/* isPython */.r2)(value);
    for (const setting of isText ? [] : found) {
        if (setting.does === 'sets')
            setRule(context, place, setting);
        if (setting.does === 'fails')
            failRule(context, place, setting);
    }
    const all = found.filter(({ does, name }) => does === 'mentions' && !found.some((one) => isSame(one, name)));
    const idle = all.find(({ name }) => otherAuthenticator(name) !== undefined);
    if (idle !== undefined && !isText) {
        context.report(context.locate(place), 'no-effect', `${otherAuthenticator(idle.name)} on line ${idle.line} of the code has no effect: IAP signs people in, so that no other authenticator runs.`, { hint: 'Remove what the code says of it. List people, domains or Google groups in the users files.' });
    }
    const mentioned = all.filter(({ name }) => otherAuthenticator(name) === undefined);
    const [first] = mentioned;
    if (first === undefined || isText)
        return;
    const isComputed = first.name.endsWith('…');
    const names = (0,config_text/* firstOf */.Ku)([...new Set(mentioned.map(({ name }) => name))], 5);
    context.report(context.locate(place), 'owned-mention', isComputed
        ? `The code sets ${first.name.replace(/…$/, '*')} on line ${first.line}. Only the hub can see which settings these are.`
        : `The code mentions ${names} on line ${first.line}, which this product sets.`, { hint: 'If the code sets something that this product sets, the hub refuses to start.' });
}
function failRule({ locate, report }, place, { name, thing, line }) {
    const effect = name.startsWith('spawner.') ? 'No server would start' : 'The hub would not start';
    report(locate(place), 'code-fails', `The code has ${name} on line ${line}, but ${thing.why}. ${effect}.`, {
        hint: thing.instead,
    });
}
function otherAuthenticator(name) {
    const section = /^c\.(\w+Authenticator)(\.|$)/.exec(name)?.[1];
    return section === undefined || (0,owned_settings/* unusedSection */.yt)(section) === undefined ? undefined : section;
}
function isSame(setting, name) {
    return setting.does === 'sets' && setting.name === name;
}
function setRule(context, place, { name, thing, line }) {
    const { locate, report, has } = context;
    if ((0,owned_settings/* decidesLogin */.f_)(thing)) {
        report(locate(place), 'open-authenticator', `The code sets ${name} on line ${line}, which decides who can use the hub.`, { hint: 'Remove it. Only the users files and IAP decide who can use the hub.' });
    }
    else if (/^spawner\.(cpu|mem)_|^spawner\.image$/.test(name)) {
        report(locate(place), 'no-effect', `The code sets ${name} on line ${line}, which the person’s profile sets after it.`, { hint: thing.instead });
    }
    else if (!GATE.test(name)) {
        report(locate(place), 'owned-value', `The code sets ${name} on line ${line}, but ${thing.why}.`, {
            hint: GROWS.test(name) ? `${thing.instead} Code can also set single entries of it.` : thing.instead,
        });
    }
    else if (hasGroups(context)) {
        report(locate(place), 'open-authenticator', `The code sets ${name} on line ${line}, which decides who can start which profile.`, { hint: 'Remove it. The groups of the profiles would have no effect.' });
    }
    else if (has(['profiles'])) {
        report(locate(['profiles'], 'key'), 'no-effect', `The code of hub.values.${place.slice(2).join('.')} replaces the profiles: it sets ${name} on line ${line}.`, {
            hint: 'Remove the profiles, or the line of the code.',
        });
    }
}
function hasGroups({ tree }) {
    const profiles = (0,yaml_locate/* treeAt */.S)(tree, ['profiles'])?.items ?? [];
    return profiles.some((profile) => ((0,yaml_locate/* treeAt */.S)(profile, ['groups'])?.items?.length ?? 0) > 0);
}

;// CONCATENATED MODULE: ./lib/src/config/yaml/helm-scalar.js
const TRUE = /^(y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/;
const FALSE = /^(n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const WHOLE = /^([-+]?)(?:0[bB]([01]+)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|([0-9]+))$/;
function helmScalar(text) {
    if (/^(~|null|Null|NULL|)$/.test(text))
        return null;
    if (TRUE.test(text))
        return true;
    if (FALSE.test(text))
        return false;
    if (!/^[-+.0-9]/.test(text))
        return undefined;
    const digits = text.replaceAll('_', '');
    const [, sign, binary, hexadecimal, octal] = WHOLE.exec(digits) ?? [];
    const whole = wholeNumber(binary, hexadecimal, octal);
    if (whole !== undefined)
        return sign === '-' ? -whole : whole;
    return FLOAT.test(digits) ? Number(digits) : undefined;
}
function wholeNumber(binary, hexadecimal, octal) {
    if (binary !== undefined)
        return Number.parseInt(binary, 2);
    if (hexadecimal !== undefined)
        return Number.parseInt(hexadecimal, 16);
    return octal === undefined ? undefined : Number.parseInt(octal, 8);
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values/helm-scalars.js

const helm_scalars_ROOT = ['hub', 'values'];
const LARGEST_MODE = 0o777;
function helmScalars({ locate, report }, path, { plain, written, value }) {
    if (plain !== true || written === undefined)
        return;
    const place = locate([...helm_scalars_ROOT, ...path]);
    const meant = helmScalar(written);
    if (typeof value === 'number' && isInexact(written, value)) {
        report(place, 'helm-scalar', `${written} is too large for a number. It would become ${String(value)}.`, {
            hint: `Write it in quotes: "${written}".`,
        });
    }
    else if (meant !== undefined && !Object.is(meant, value) && !(meant === 0 && value === 0)) {
        report(place, 'helm-scalar', `${written} is ${words(value)} here (YAML 1.2), and ${words(meant)} to helm.`, {
            hint: ways(written, meant),
        });
    }
    else if (typeof value === 'number' && value > LARGEST_MODE && /^(mode|defaultMode)$/.test(String(path.at(-1)))) {
        const octal = /^[0-7]{3}$/.test(written) ? `Write 0o${written} or ${Number.parseInt(written, 8)}.` : 'Write 0o644.';
        report(place, 'helm-scalar', `${written} is larger than ${LARGEST_MODE} (0o777), the largest mode of a file.`, {
            hint: octal,
        });
    }
    else if (/^[-+]?0[0-9]+$/.test(written)) {
        report(place, 'helm-scalar', `${written} is ${words(value)}. With other digits, the zero would make it octal.`, {
            hint: `Write ${String(value)}, or "${written}" as text.`,
        });
    }
}
function helmKey({ locate, report }, path, { plainKey }) {
    const key = String(path.at(-1));
    if (plainKey !== true)
        return;
    const meant = helmScalar(key);
    if (meant === undefined || String(meant) === key)
        return;
    report(locate([...helm_scalars_ROOT, ...path], 'key'), 'helm-scalar', `The key ${key} is text here (YAML 1.2), and ${words(meant)} to helm.`, {
        hint: `Write it in quotes: "${key}".`,
    });
}
function isInexact(written, value) {
    if (!/^[-+]?[0-9]{16,}$/.test(written))
        return false;
    const digits = written.replace(/^\+/, '');
    return String(value) !== digits && BigInt(value) !== BigInt(digits);
}
function words(value) {
    if (typeof value === 'number')
        return `the number ${String(value)}`;
    return typeof value === 'string' ? 'text' : String(value);
}
function ways(written, meant) {
    const octal = /^([-+]?)0[oO]?([0-7]+)$/.exec(written.replaceAll('_', ''));
    const number = octal === null || octal[1] === '-' ? String(meant) : `${String(meant)} or 0o${octal[2]}`;
    return `Write ${number}, or "${written}" as text.`;
}

;// CONCATENATED MODULE: ./lib/src/config/chart/hub-facts.generated.js
const SETTINGS_OF = {
    JupyterHub: 'active_server_limit active_user_window activity_resolution admin_access admin_users allow_named_servers answer_yes api_page_default_limit api_page_max_limit api_tokens authenticate_prometheus authenticator_class base_url bind_url cleanup_proxy cleanup_servers concurrent_spawn_limit config_file confirm_no_ssl cookie_host_prefix_enabled cookie_max_age_days cookie_secret cookie_secret_file custom_scopes data_files_path db_kwargs db_url debug_db debug_proxy default_server_name default_url external_ssl_authorities extra_handlers extra_log_file extra_log_handlers forwarded_host_header generate_certs generate_config hub_bind_url hub_connect_ip hub_connect_port hub_connect_url hub_ip hub_port hub_routespec implicit_spawn_seconds init_spawners_timeout internal_certs_location internal_ssl ip jinja_environment_options last_activity_interval load_groups load_roles log_datefmt log_format log_level logging_config logo_file named_server_limit_per_user oauth_token_expires_in pid_file port proxy_api_ip proxy_api_port proxy_auth_token proxy_check_interval proxy_class proxy_cmd public_url recreate_internal_certs redirect_to_server reset_db service_check_interval service_tokens services show_config show_config_json shutdown_on_logout spawner_class ssl_cert ssl_key statsd_host statsd_port statsd_prefix subdomain_hook subdomain_host template_paths template_vars token_expires_in_max_seconds tornado_settings trust_user_provided_tokens trusted_alt_names trusted_downstream_ips upgrade_db use_legacy_stopped_server_status_code user_redirect_hook',
    KubeSpawner: 'additional_profile_form_template_paths after_pod_created_hook allow_privilege_escalation apply_user_options args auth_state_hook automount_service_account_token cmd common_labels component_label consecutive_failure_limit container_security_context cpu_guarantee cpu_limit debug default_url delete_grace_period delete_pvc delete_stopped_pods disable_user_config dns_name_template enable_user_namespaces env_keep environment events_enabled extra_annotations extra_container_config extra_containers extra_labels extra_pod_config extra_resource_guarantees extra_resource_limits fs_gid get_pod_url gid group_overrides handle_legacy_names http_timeout hub_connect_ip hub_connect_port hub_connect_url image image_pull_policy image_pull_secrets init_containers ip k8s_api_host k8s_api_request_retry_timeout k8s_api_request_timeout k8s_api_ssl_ca_cert k8s_api_threadpool_workers k8s_api_verify_ssl lifecycle_hooks mem_guarantee mem_limit modify_pod_hook namespace node_affinity_preferred node_affinity_required node_selector notebook_dir oauth_client_allowed_scopes oauth_roles options_form options_from_form pod_affinity_preferred pod_affinity_required pod_anti_affinity_preferred pod_anti_affinity_required pod_connect_ip pod_name_template pod_security_context poll_interval poll_jitter port post_stop_hook pre_spawn_hook priority_class_name privileged profile_form_template profile_list progress_ready_hook pvc_name_template remember_pvc_name scheduler_name secret_mount_path secret_name_template server_token_scopes service_account services_enabled slug_scheme ssl_alt_names ssl_alt_names_include_local start_timeout storage_access_modes storage_capacity storage_class storage_extra_annotations storage_extra_labels storage_pvc_ensure storage_selector supplemental_gids tolerations uid user_namespace_annotations user_namespace_labels user_namespace_template volume_mounts volumes working_dir',
    ConfigurableHTTPProxy: 'api_url auth_token check_running_interval command concurrency debug extra_routes log_level pid_file should_start',
    Authenticator: 'admin_users allow_all allow_existing_users allowed_users any_allow_config auth_refresh_age auto_login auto_login_oauth2_authorize blocked_users delete_invalid_users enable_auth_state manage_groups manage_roles otp_prompt post_auth_hook refresh_pre_spawn refresh_pre_stop request_otp reset_managed_roles_on_startup username_map username_pattern whitelist',
    CryptKeeper: 'keys n_threads',
};
const SCOPES = '(no_scope) access:servers access:services admin-ui admin:auth_state admin:groups admin:server_state admin:servers admin:services admin:users delete:groups delete:servers delete:users groups groups:shares inherit list:groups list:services list:users proxy read:groups read:groups:name read:groups:shares read:hub read:metrics read:roles read:roles:groups read:roles:services read:roles:users read:servers read:services read:services:name read:shares read:tokens read:users read:users:activity read:users:groups read:users:name read:users:shares self servers shares shutdown tokens users users:activity users:shares'.split(' ');
const SERVICE_FIELDS = 'admin api_token command cwd display environment info name oauth_client_allowed_scopes oauth_client_id oauth_no_confirm oauth_redirect_uri oauth_roles url user'.split(' ');

;// CONCATENATED MODULE: ./lib/src/config/rules/values/hub-settings.js





const hub_settings_ROOT = ['hub', 'values'];
const KNOWN = new Map(Object.entries(SETTINGS_OF).map(([name, settings]) => [name, settings.split(' ')]));
const ALL = [...KNOWN.values()].flat();
const BASES = {
    Spawner: ['KubeSpawner'],
    Proxy: ['ConfigurableHTTPProxy'],
    Application: ['JupyterHub'],
    SingletonConfigurable: ['JupyterHub', 'CryptKeeper'],
};
const hub_settings_CLASSES = [...KNOWN.keys(), ...Object.keys(BASES), 'LoggingConfigurable', 'Configurable'];
function hubSettingRule(context, path) {
    const [section, kind, className, setting, ...more] = path.map(String);
    const isOther = context.has([...hub_settings_ROOT, 'hub', 'image', 'tag']) || context.has([...hub_settings_ROOT, 'hub', 'image', 'name']);
    if (section !== 'hub' || kind !== 'config' || className === undefined || more.length > 0 || isOther)
        return;
    if (setting === undefined)
        classRule(context, path, className);
    else
        hub_settings_nameRule(context, path, className, setting);
}
function classRule({ locate, report }, path, className) {
    if (hub_settings_CLASSES.includes(className) || !(0,owned_settings/* isClass */.D4)(className) || (0,owned_settings/* unusedSection */.yt)(className) !== undefined)
        return;
    const guess = (0,suggest/* suggest */.Z)(className, hub_settings_CLASSES);
    if (guess === undefined)
        return;
    report(locate([...hub_settings_ROOT, ...path], 'key'), 'no-effect', `hub.values.${path.join('.')} has no effect: the hub has no class ${(0,config_text/* quoted */.TL)(className)}. Did you mean "${guess}"?`, { hint: `Write ${guess}. Capitals matter.` });
}
function hub_settings_nameRule({ locate, report }, path, className, setting) {
    const known = settingsOf(className);
    if (known === undefined || known.includes(setting) || (0,owned_settings/* isClass */.D4)(setting))
        return;
    const others = [...KNOWN].filter(([, settings]) => settings.includes(setting)).map(([name]) => name);
    const guess = others.length > 0 ? ` It is one of ${others.join(' and ')}.` : (0,suggest/* didYouMean */.a)(setting, known);
    report(locate([...hub_settings_ROOT, ...path], 'key'), 'no-effect', `hub.values.${path.join('.')} has no effect: ${className} has no setting ${(0,config_text/* quoted */.TL)(setting)}.${guess}`, { hint: others[0] === undefined ? 'Correct the name, or remove it.' : `Write it under hub.config.${others[0]}.` });
}
function settingsOf(className) {
    if (/^(Logging)?Configurable$/.test(className))
        return ALL;
    const classes = (0,json/* entryOf */.M)(BASES, className) ?? (KNOWN.has(className) ? [className] : undefined);
    return classes?.flatMap((name) => KNOWN.get(name) ?? []);
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values/hub-values.js














const hub_values_ROOT = ['hub', 'values'];
function valueRules(context) {
    const values = (0,yaml_locate/* treeAt */.S)(context.tree, hub_values_ROOT);
    if (values?.entries !== undefined)
        hub_values_visit(context, values, []);
}
function hub_values_visit(context, tree, path) {
    for (const [index, item] of (tree.items ?? []).entries()) {
        const here = [...path, index];
        if (owned(context, here, item))
            continue;
        braces(context, here, item);
        helmScalars(context, here, item);
        if (isTested(context))
            chartSchemaRule(context, here, item);
        hub_values_visit(context, item, here);
    }
    if (tree.entries === undefined || tree.entries.has('secretRef'))
        return;
    for (const [key, entry] of tree.entries) {
        const child = entry.tree;
        const here = [...path, key];
        helmKey(context, here, entry);
        if (!known(context, path, key, child) || owned(context, here, child))
            continue;
        unused(context, here);
        if (isTested(context)) {
            hubSettingRule(context, here);
            chartSchemaRule(context, here, child);
        }
        database(context, here, child);
        strategy(context, here, child);
        codeRules(context, here, child);
        braces(context, here, child);
        helmScalars(context, here, child);
        hub_values_visit(context, child, here);
    }
}
function isTested({ text }) {
    return TESTED_CHARTS.includes(text(['hub', 'chart', 'version']) ?? versions/* DEFAULT_CHART_VERSION */.qD);
}
function known(context, path, key, value) {
    const { locate, report } = context;
    const names = (0,json/* entryOf */.M)(z2jh_keys/* SECTIONS */.b, path.join('.'))?.split(' ');
    if (names === undefined || names.includes(key))
        return true;
    const tested = isTested(context);
    const section = path.length === 0 ? '' : ` under ${path.join('.')}`;
    const guess = (0,suggest/* suggest */.Z)(key, names);
    report(locate([...hub_values_ROOT, ...path, key], 'key'), 'unknown-value', `Unknown chart value ${(0,config_text/* quoted */.TL)(key)}${section}.${guess === undefined ? '' : ` Did you mean "${guess}"?`}`, {
        severity: tested ? 'error' : 'warning',
        hint: movedHint(path, key, value) ?? (names.length > 12 ? undefined : `Known values: ${names.join(', ')}.`),
    });
    return !tested;
}
function owned({ locate, report }, path, value) {
    const owner = (0,owned_values/* ownedValue */.U6)(path, value.value);
    if (owner === undefined)
        return false;
    report(locate([...hub_values_ROOT, ...path], 'key'), 'owned-value', `hub.values.${path.join('.')} cannot be set: ${owner.why}.`, {
        hint: owner.instead,
    });
    return true;
}
function unused({ locate, report }, path) {
    const [section, kind, className] = path;
    if (path.length !== 3 || section !== 'hub' || kind !== 'config')
        return;
    const reason = (0,owned_settings/* unusedSection */.yt)(String(className));
    if (reason === undefined)
        return;
    report(locate([...hub_values_ROOT, ...path], 'key'), 'no-effect', `hub.values.${path.join('.')} has no effect: ${reason.why}.`, {
        hint: reason.instead,
    });
}
function database({ locate, report }, path, { value }) {
    if (path.join('.') !== 'hub.db.type' || value === 'sqlite-pvc')
        return;
    const place = locate([...hub_values_ROOT, ...path]);
    if (value === 'sqlite-memory') {
        report(place, 'owned-value', 'With sqlite-memory, the hub forgets people’s running servers at each restart.', {
            hint: 'Remove hub.db.type. The hub then keeps its database on a disk.',
        });
        return;
    }
    if (!['mysql', 'postgres', 'other'].includes(String(value)))
        return;
    report(place, 'database-type', `With ${(0,config_text/* quoted */.TL)(value)}, the hub’s database is not on the disk that this product keeps.`, {
        hint: 'On a hub that exists, the new database is empty: the hub forgets running servers, tokens and which disk is whose home. Back up the new database yourself and acknowledge this rule.',
    });
}
function strategy({ text, locate, report }, path, { value }) {
    const type = text([...hub_values_ROOT, 'hub', 'db', 'type']) ?? 'sqlite-pvc';
    if (path.join('.') !== 'hub.deploymentStrategy.type' || value === 'Recreate' || type !== 'sqlite-pvc')
        return;
    report(locate([...hub_values_ROOT, ...path]), 'owned-value', `With ${(0,config_text/* quoted */.TL)(value)}, the new hub waits for the disk of the old one, which waits for the new hub.`, { hint: 'Remove it. The chart ends the old hub first.' });
}
function braces({ locate, report }, path, { value }) {
    const fault = typeof value === 'string' ? (0,format_braces/* formatFault */.A)(path, value) : undefined;
    if (fault === undefined)
        return;
    report(locate([...hub_values_ROOT, ...path]), 'format-braces', fault.message, { hint: fault.hint });
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__("node:net");
;// CONCATENATED MODULE: ./lib/src/config/chart/network-form.js



const PEER_HINT = 'Write ipBlock: {cidr: 10.0.0.0/8}, or podSelector and namespaceSelector.';
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
function formFaults(rule, side) {
    const faults = [];
    if (!(0,json/* isObject */.G)(rule))
        return [{ path: [], message: 'A rule is a mapping.', hint: `Write ${side} and ports.` }];
    for (const key of Object.keys(rule)) {
        if (key === side || key === 'ports')
            continue;
        const hint = /^(from|to)$/.test(key) ? `Write ${side} here.` : `Keys: ${side}, ports.`;
        faults.push({ path: [key], message: `A rule has no key ${(0,config_text/* quoted */.TL)(key)}.`, hint });
    }
    eachOf(rule, side, faults, (peer, path) => peerFaults(peer, path, faults));
    eachOf(rule, 'ports', faults, (port, path) => portFaults(port, path, faults));
    return faults;
}
function eachOf(rule, key, faults, visit) {
    const list = rule[key];
    if (list === undefined || list === null)
        return;
    if (!Array.isArray(list)) {
        faults.push({ path: [key], message: `${(0,config_text/* quoted */.TL)(key)} must be a list.`, hint: 'Begin each entry with "- ".' });
        return;
    }
    for (const [index, value] of list.entries())
        visit(value, [key, index]);
}
function peerFaults(peer, path, faults) {
    if (!(0,json/* isObject */.G)(peer)) {
        faults.push({ path, message: 'Each entry is a mapping.', hint: PEER_HINT });
        return;
    }
    const { ipBlock, podSelector, namespaceSelector, ...others } = peer;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) {
        faults.push({ path: [...path, unknown], message: `There is no key ${(0,config_text/* quoted */.TL)(unknown)}.`, hint: PEER_HINT });
    }
    else if (Object.keys(peer).length === 0) {
        faults.push({ path, message: 'The entry names nothing.', hint: PEER_HINT });
    }
    if (ipBlock !== undefined && (podSelector !== undefined || namespaceSelector !== undefined)) {
        faults.push({ path, message: 'ipBlock and selectors exclude each other.', hint: 'Write an entry for each.' });
    }
    if (ipBlock !== undefined)
        blockFaults(ipBlock, [...path, 'ipBlock'], faults);
    for (const [key, selector] of Object.entries({ podSelector, namespaceSelector })) {
        if (selector !== undefined)
            selectorFaults(selector, [...path, key], faults);
    }
}
function blockFaults(block, path, faults) {
    const { cidr, except } = (0,json/* isObject */.G)(block) ? block : {};
    const range = rangeOf(cidr);
    if (range === undefined) {
        faults.push({ path: [...path, 'cidr'], ...wrongRange(cidr) });
        return;
    }
    if (except === undefined || except === null)
        return;
    for (const [index, one] of (Array.isArray(except) ? except : [except]).entries()) {
        const at = Array.isArray(except) ? [...path, 'except', index] : [...path, 'except'];
        const inner = rangeOf(one);
        if (inner === undefined || !Array.isArray(except))
            faults.push({ path: at, ...wrongRange(one) });
        else if (inner.bits <= range.bits || !isIn(inner.address, range)) {
            faults.push({
                path: at,
                message: `${(0,config_text/* quoted */.TL)(one)} is no part of ${(0,config_text/* quoted */.TL)(cidr)}.`,
                hint: 'Write a smaller range.',
            });
        }
    }
}
function rangeOf(cidr) {
    const [, address = '', length = ''] = /^([0-9a-fA-F.:]+)\/(0|[1-9]\d{0,2})$/.exec(String(cidr)) ?? [];
    const most = (0,external_node_net_.isIPv4)(address) ? 32 : (0,external_node_net_.isIPv6)(address) ? 128 : -1;
    return Number(length) <= most ? { address, bits: Number(length) } : undefined;
}
function isIn(address, { address: network, bits }) {
    if ((0,external_node_net_.isIPv6)(address) !== (0,external_node_net_.isIPv6)(network))
        return false;
    const family = (0,external_node_net_.isIPv6)(network) ? 'ipv6' : 'ipv4';
    const list = new external_node_net_.BlockList();
    list.addSubnet(network, bits, family);
    return list.check(address, family);
}
function wrongRange(cidr) {
    const text = String(cidr ?? '');
    const single = (0,external_node_net_.isIPv4)(text) ? `${text}/32` : (0,external_node_net_.isIPv6)(text) ? `${text}/128` : undefined;
    const isName = /[g-z]/i.test(text) && !text.includes(':');
    return {
        message: `${(0,config_text/* quoted */.TL)(cidr ?? '')} is no range of addresses.`,
        hint: single !== undefined
            ? `Write ${single} for this one address.`
            : isName
                ? 'A network policy knows addresses, no names. Write a range such as 192.0.2.0/24.'
                : 'Write a range such as 192.0.2.0/24.',
    };
}
function portFaults(entry, path, faults) {
    if (!(0,json/* isObject */.G)(entry)) {
        const hint = `Write {port: ${typeof entry === 'number' ? entry : 443}, protocol: TCP}.`;
        faults.push({ path, message: 'A port is a mapping.', hint });
        return;
    }
    const { port, protocol, endPort, ...others } = entry;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) {
        const hint = 'Keys: port, protocol, endPort.';
        faults.push({ path: [...path, unknown], message: `A port has no key ${(0,config_text/* quoted */.TL)(unknown)}.`, hint });
    }
    if (protocol !== undefined && protocol !== null && !/^(TCP|UDP|SCTP)$/.test(String(protocol))) {
        const upper = String(protocol).toUpperCase();
        const hint = /^(TCP|UDP|SCTP)$/.test(upper) ? `Write ${upper}.` : 'Write TCP, UDP or SCTP.';
        faults.push({ path: [...path, 'protocol'], message: `${(0,config_text/* quoted */.TL)(protocol)} is no protocol.`, hint });
    }
    const isNumber = Number.isInteger(port) && Number(port) > 0 && Number(port) < 65536;
    if (port !== undefined && port !== null && !isNumber && !(typeof port === 'string' && PORT_NAME.test(port))) {
        const hint = /^\d{1,5}$/.test(String(port)) && typeof port === 'string' ? `Write ${port} without quotes.` : PORT_HINT;
        faults.push({ path: [...path, 'port'], message: `${(0,config_text/* quoted */.TL)(port)} is no port.`, hint });
    }
    if (endPort === undefined || endPort === null)
        return;
    const isEnd = isNumber && Number.isInteger(endPort) && Number(endPort) >= Number(port) && Number(endPort) < 65536;
    if (isEnd)
        return;
    const hint = 'Write the last port of the range, with the first one as a number in port.';
    faults.push({ path: [...path, 'endPort'], message: `${(0,config_text/* quoted */.TL)(endPort)} is not the end of a range of ports.`, hint });
}
const PORT_HINT = 'Write a number from 1 to 65535, or the name of a port of the pods.';
function selectorFaults(selector, path, faults) {
    if (!(0,json/* isObject */.G)(selector)) {
        if (selector === null)
            return;
        faults.push({ path, message: 'A selector is a mapping.', hint: 'Write matchLabels: {app: NAME}.' });
        return;
    }
    const { matchLabels, matchExpressions, ...others } = selector;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) {
        const hint = `Write matchLabels: {${unknown}: …}.`;
        faults.push({ path: [...path, unknown], message: `A selector has no key ${(0,config_text/* quoted */.TL)(unknown)}.`, hint });
    }
    for (const [name, value] of Object.entries((0,json/* isObject */.G)(matchLabels) ? matchLabels : {})) {
        if (typeof value === 'string' && LABEL_VALUE.test(value))
            continue;
        const hint = typeof value === 'string'
            ? 'It has up to 63 letters, digits, hyphens, underscores and dots.'
            : typeof value === 'number' || typeof value === 'boolean'
                ? `Write "${String(value)}", in quotes.`
                : 'Write a text.';
        faults.push({ path: [...path, 'matchLabels', name], message: `${(0,config_text/* quoted */.TL)(value)} is no value of a label.`, hint });
    }
    for (const [index, one] of (Array.isArray(matchExpressions) ? matchExpressions : []).entries()) {
        const { operator, values } = (0,json/* isObject */.G)(one) ? one : {};
        const at = [...path, 'matchExpressions', index];
        const needsValues = operator === 'In' || operator === 'NotIn';
        const hasValues = Array.isArray(values) && values.length > 0;
        if (!OPERATORS.includes(String(operator))) {
            faults.push({
                path: at,
                message: `${(0,config_text/* quoted */.TL)(operator ?? '')} is no operator.`,
                hint: `Write ${OPERATORS.join(', ')}.`,
            });
        }
        else if (needsValues !== hasValues) {
            const message = `${String(operator)} ${needsValues ? 'needs' : 'takes no'} values.`;
            faults.push({ path: at, message, hint: needsValues ? 'Write values: [ONE].' : 'Remove values.' });
        }
        else if (hasValues && !values.every((value) => typeof value === 'string' && LABEL_VALUE.test(value))) {
            faults.push({
                path: [...at, 'values'],
                message: 'A value is no value of a label.',
                hint: 'Write texts, in quotes.',
            });
        }
    }
}

;// CONCATENATED MODULE: ./lib/src/config/chart/network-rules.js


const METRICS_PORTS = ['http', 8081];
const network_rules_CLOSED = ['169.254.169.254', '169.254.0.0', 'fe80::1', 'fd20:ce::254'];
function egressFault(rule) {
    if (!(0,json/* isObject */.G)(rule))
        return undefined;
    const targets = listOf(rule.to);
    if (targets.length === 0)
        return 'it opens every address, the metadata server’s too';
    const open = targets.find((target) => !(0,json/* isObject */.G)(target) || opensMetadata(target));
    if (open === undefined)
        return undefined;
    return 'it opens link-local addresses, of which one is the metadata server’s';
}
function ingressFault(rule) {
    if (!(0,json/* isObject */.G)(rule))
        return undefined;
    const sources = listOf(rule.from);
    if (sources.length === 0 || !sources.every(isNamedSource))
        return 'it does not name who can connect';
    const ports = listOf(rule.ports);
    const isMetrics = (port) => (0,json/* isObject */.G)(port) && METRICS_PORTS.includes(port.port ?? null) && port.endPort === undefined;
    return ports.length > 0 && ports.every(isMetrics) ? undefined : 'it opens other ports than the one with the metrics';
}
function ruleWords(rule, side) {
    const fields = (0,json/* isObject */.G)(rule) ? rule : {};
    const peers = listOf(fields[side]).map(peerWords);
    const ports = listOf(fields.ports).map((port) => ((0,json/* isObject */.G)(port) ? portWords(port) : ''));
    const where = ports.length === 0 ? 'on every port' : `on port ${ports.join(' and ')}`;
    return `${peers.join(' and ') || 'every address'}, ${where}`;
}
function opensMetadata(target) {
    const { ipBlock } = target;
    if (!(0,json/* isObject */.G)(ipBlock))
        return Object.keys(target).length === 0;
    const { cidr } = ipBlock;
    if (typeof cidr !== 'string')
        return false;
    const except = listOf(ipBlock.except).filter((one) => typeof one === 'string');
    if (/^169\.254\./.test(cidr) && !except.some((one) => covers(one, '169.254.0.0', 16)))
        return true;
    return network_rules_CLOSED.some((address) => {
        if (!covers(cidr, address))
            return false;
        const least = (0,external_node_net_.isIPv4)(address) ? 16 : address === 'fe80::1' ? 10 : 128;
        return !except.some((one) => covers(one, address, least));
    });
}
function covers(cidr, address, longest = 128) {
    const [network = '', length = ''] = cidr.split('/');
    const bits = Number(length);
    const isSix = (0,external_node_net_.isIPv6)(network);
    if (length === '' || !Number.isInteger(bits) || bits > (isSix ? 128 : 32) || bits > longest)
        return false;
    if ((!isSix && !(0,external_node_net_.isIPv4)(network)) || isSix !== (0,external_node_net_.isIPv6)(address))
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(network, bits, isSix ? 'ipv6' : 'ipv4');
    return list.check(address, isSix ? 'ipv6' : 'ipv4');
}
function isNamedSource(source) {
    if (!(0,json/* isObject */.G)(source) || source.ipBlock !== undefined)
        return false;
    const selectors = [source.namespaceSelector, source.podSelector].filter((selector) => selector !== undefined);
    const [first] = selectors;
    return (0,json/* isObject */.G)(first) && namesSome(first);
}
function namesSome(selector) {
    const labels = (0,json/* isObject */.G)(selector.matchLabels) ? Object.keys(selector.matchLabels).length : 0;
    const isIn = (one) => (0,json/* isObject */.G)(one) && one.operator === 'In' && listOf(one.values).length > 0;
    return labels > 0 || listOf(selector.matchExpressions).some(isIn);
}
function hasConditions(selector) {
    const labels = (0,json/* isObject */.G)(selector.matchLabels) ? Object.keys(selector.matchLabels).length : 0;
    return labels + listOf(selector.matchExpressions).length > 0;
}
function peerWords(peer) {
    if (!(0,json/* isObject */.G)(peer))
        return 'every address';
    const { ipBlock, podSelector, namespaceSelector } = peer;
    if ((0,json/* isObject */.G)(ipBlock)) {
        const except = listOf(ipBlock.except).map(String);
        return `${String(ipBlock.cidr)}${except.length === 0 ? '' : ` without ${except.join(', ')}`}`;
    }
    const pods = `${(0,json/* isObject */.G)(podSelector) && hasConditions(podSelector) ? 'pods with ' : 'all pods'}${selectorWords(podSelector)}`;
    if (namespaceSelector === undefined)
        return pods;
    const named = (0,json/* isObject */.G)(namespaceSelector) && hasConditions(namespaceSelector);
    return `${pods} in ${named ? `namespaces with ${selectorWords(namespaceSelector)}` : 'all namespaces'}`;
}
function selectorWords(selector) {
    if (!(0,json/* isObject */.G)(selector))
        return '';
    const labels = (0,json/* isObject */.G)(selector.matchLabels) ? Object.entries(selector.matchLabels) : [];
    const expressions = listOf(selector.matchExpressions).map(expressionWords);
    return [...labels.map(([key, value]) => `${key}=${String(value)}`), ...expressions].join(', ');
}
function expressionWords(expression) {
    if (!(0,json/* isObject */.G)(expression))
        return JSON.stringify(expression);
    const { key, operator, values } = expression;
    const words = {
        In: 'in',
        NotIn: 'not in',
        Exists: 'exists',
        DoesNotExist: 'does not exist',
    };
    const list = listOf(values).map(String);
    return [
        String(key),
        (0,json/* entryOf */.M)(words, String(operator)) ?? String(operator),
        list.length === 0 ? '' : `(${list.join(', ')})`,
    ]
        .filter((word) => word !== '')
        .join(' ');
}
function portWords({ port, endPort, protocol }) {
    const range = `${String(port ?? 'any')}${endPort === undefined ? '' : `-${String(endPort)}`}`;
    return protocol === undefined || protocol === 'TCP' ? range : `${range} (${String(protocol)})`;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values/network.js



const network_ROOT = ['hub', 'values'];
function networkRuleRules(context) {
    openings(context, ['singleuser', 'networkPolicy', 'egress'], 'Notebook servers can also connect to', 'to');
    openings(context, ['hub', 'networkPolicy', 'egress'], 'The hub can also connect to', 'to');
    openings(context, ['hub', 'networkPolicy', 'ingress'], 'The hub can also be reached from', 'from');
}
function openings({ tree, locate, report }, below, words, side) {
    const path = [...network_ROOT, ...below];
    for (const [index, { value }] of ((0,yaml_locate/* treeAt */.S)(tree, path)?.items ?? []).entries()) {
        const place = locate([...path, index]);
        const faults = formFaults(value, side);
        for (const one of faults) {
            report(locate([...path, index, ...one.path]), 'network-form', `Kubernetes refuses this rule: ${lower(one.message)}`, {
                hint: one.hint,
            });
        }
        if (faults.length > 0)
            continue;
        const fault = side === 'to' ? egressFault(value) : ingressFault(value);
        if (fault === undefined) {
            report(place, 'network-rule', `${words} ${ruleWords(value, side)}.`);
            continue;
        }
        report(place, 'open-network', `This rule of hub.values.${below.join('.')} cannot be set: ${fault}.`, {
            hint: side === 'to'
                ? 'Name pods, or an address range without 169.254.0.0/16. Write it under except.'
                : 'Write from with the labels of a namespace, and ports: [{port: http}].',
        });
    }
}
function lower(sentence) {
    return /^[A-Z][a-z]* /.test(sentence) && !/^(In|NotIn|Exists|DoesNotExist) /.test(sentence)
        ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
        : sentence;
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values/nodes.js



const nodes_ROOT = ['hub', 'values'];
const BASELINE = 'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' ');
const AUTOPILOT_LABELS = /^(cloud\.google\.com\/(compute-class|gke-spot|gke-accelerator|gke-accelerator-count|gke-gpu-\w[\w-]*|gke-tpu-\w[\w-]*|gke-provisioning|gke-max-pods-per-node|gke-placement-group|gke-min-cpu-platform|machine-family|pod-capacity|pod-isolation|private-node|reservation-\w+)|supported-cpu-platform\.cloud\.google\.com\/.+|topology\.kubernetes\.io\/(zone|region)|failure-domain\.beta\.kubernetes\.io\/(zone|region)|topology\.gke\.io\/zone|kubernetes\.io\/(arch|os|hostname)|beta\.kubernetes\.io\/(arch|os))$/;
const PODS = [
    ['singleuser.nodeSelector', 'singleuser.extraTolerations'],
    ['singleuser.extraPodConfig.nodeSelector', 'singleuser.extraPodConfig.tolerations'],
    ['singleuser.extraPodConfig.node_selector', 'singleuser.extraPodConfig.tolerations'],
    ['hub.nodeSelector', 'hub.tolerations'],
    ['hub.extraPodSpec.nodeSelector', 'hub.extraPodSpec.tolerations'],
    ['proxy.chp.nodeSelector', 'proxy.chp.tolerations'],
    ['proxy.chp.extraPodSpec.nodeSelector', 'proxy.chp.extraPodSpec.tolerations'],
];
function nodeRules(context) {
    const values = (0,yaml_locate/* treeAt */.S)(context.tree, nodes_ROOT);
    if (values === undefined)
        return;
    nodes_visit(context, values, []);
    const mode = context.owner && (0,pools/* clusterMode */.qL)(context.owner);
    if (mode === 'standard')
        idleParts(context, IDLE_ON_STANDARD);
    if (mode !== 'autopilot')
        return;
    idleParts(context, IDLE_ON_AUTOPILOT);
    selectorRules(context);
}
function nodes_visit(context, tree, path) {
    for (const [index, item] of (tree.items ?? []).entries())
        nodes_visit(context, item, [...path, index]);
    for (const [key, { tree: child }] of tree.entries ?? []) {
        const here = [...path, key];
        const found = refusedBy(key, child, path);
        if (found === undefined)
            nodes_visit(context, child, here);
        else {
            context.report(context.locate([...nodes_ROOT, ...here], 'key'), 'pod-refused', `A pod with ${found} does not start. The hub’s namespace and Autopilot refuse it.`, { hint: 'Remove it. Pods of a hub cannot reach their node.' });
        }
    }
}
function refusedBy(key, { value, entries, items }, path) {
    if (path[0] === 'custom')
        return undefined;
    if (/^(privileged|hostNetwork|hostPID|hostIPC)$/.test(key) && value === true)
        return `${key}: true`;
    if (key === 'hostPath' && entries !== undefined)
        return 'a volume of hostPath';
    if (key === 'hostPort' && typeof value === 'number' && value > 0)
        return 'a hostPort';
    const isCapability = key === 'add' && path.at(-1) === 'capabilities';
    const other = isCapability ? items?.find((item) => !BASELINE.includes(String(item.value))) : undefined;
    return other === undefined ? undefined : `the capability ${(0,config_text/* quoted */.TL)(other.value)}`;
}
const IDLE_ON_AUTOPILOT = {
    'prePuller.hook.enabled': 'Autopilot makes nodes for pods that exist, so that no node waits for images',
    'prePuller.continuous.enabled': 'Autopilot makes nodes for pods that exist, so that no node waits for images',
    'scheduling.userScheduler.enabled': 'Autopilot makes a node for each pod that needs one',
};
const IDLE_ON_STANDARD = {
    'scheduling.userScheduler.enabled': 'GKE’s own scheduler fills up nodes already',
};
function idleParts({ tree, locate, report }, parts) {
    for (const [dotted, why] of Object.entries(parts)) {
        const path = [...nodes_ROOT, ...dotted.split('.')];
        if ((0,yaml_locate/* treeAt */.S)(tree, path)?.value !== true)
            continue;
        report(locate(path, 'key'), 'no-effect', `hub.values.${dotted} has no effect: ${why}.`, { hint: 'Remove it.' });
    }
}
function selectorRules(context) {
    const { tree, locate, report } = context;
    const purposes = ['corePods', 'userPods'].map((pods) => ['scheduling', pods, 'nodeAffinity', 'matchNodePurpose']);
    for (const purpose of purposes) {
        const path = [...nodes_ROOT, ...purpose];
        if ((0,yaml_locate/* treeAt */.S)(tree, path)?.value !== 'require')
            continue;
        report(locate(path), 'node-selector', 'No Autopilot node has the label hub.jupyter.org/node-purpose, so these pods would never start.', {
            hint: 'Remove it.',
        });
    }
    const own = ['hub', 'config', 'KubeSpawner'];
    const sections = [
        ...PODS.map(([selector, tolerations]) => [selector.split('.'), tolerations.split('.')]),
        [
            [...own, 'node_selector'],
            [...own, 'tolerations'],
        ],
    ];
    for (const [selector, tolerations] of sections) {
        const path = [...nodes_ROOT, ...selector];
        for (const [key] of (0,yaml_locate/* treeAt */.S)(tree, path)?.entries ?? [])
            label(context, key, [...path, key], tolerations, 'key');
    }
    const required = [
        [
            ['singleuser', 'extraNodeAffinity', 'required'],
            ['singleuser', 'extraTolerations'],
        ],
        [
            [...own, 'node_affinity_required'],
            [...own, 'tolerations'],
        ],
    ];
    for (const [affinity, tolerations] of required) {
        const path = [...nodes_ROOT, ...affinity];
        for (const [index, term] of ((0,yaml_locate/* treeAt */.S)(tree, path)?.items ?? []).entries()) {
            for (const [at, expression] of ((0,yaml_locate/* treeAt */.S)(term, ['matchExpressions'])?.items ?? []).entries()) {
                const key = (0,yaml_locate/* treeAt */.S)(expression, ['key'])?.value;
                if (typeof key !== 'string')
                    continue;
                label(context, key, [...path, index, 'matchExpressions', at, 'key'], tolerations);
            }
        }
    }
}
function label({ tree, locate, report }, key, path, tolerations, of) {
    if (AUTOPILOT_LABELS.test(key))
        return;
    const tolerated = (0,yaml_locate/* treeAt */.S)(tree, [...nodes_ROOT, ...tolerations])?.items ?? [];
    const isReserved = /(^|\.)(kubernetes\.io|k8s\.io|google\.com|jupyter\.org)\//.test(key);
    if (!isReserved && tolerated.some((one) => (0,yaml_locate/* treeAt */.S)(one, ['key'])?.value === key))
        return;
    report(locate(path, of), 'node-selector', `No Autopilot node has the label ${(0,config_text/* quoted */.TL)(key)}, so these pods would never start.`, {
        hint: isReserved
            ? 'Remove it, or use cloud.google.com/compute-class. Autopilot chooses the machine.'
            : `Remove it, or add a toleration with the key ${key}: Autopilot then makes nodes with this label.`,
    });
}

// EXTERNAL MODULE: ./lib/src/config/chart/secret-shapes.js
var secret_shapes = __webpack_require__("src/config/chart/secret-shapes.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/values/plain-secrets.js


const MAX_SEARCHED = 200_000;
function plainSecretRules(context) {
    plain_secrets_visit(context, context.tree, [], undefined);
}
function plain_secrets_visit(context, tree, path, name) {
    if (typeof tree.value === 'string') {
        plain_secrets_text(context, tree.value, path, name);
        return;
    }
    for (const [index, item] of (tree.items ?? []).entries())
        plain_secrets_visit(context, item, [...path, index], name);
    if (tree.entries === undefined || tree.entries.has('secretRef'))
        return;
    const listed = tree.entries.get('name')?.tree.value;
    for (const [key, { tree: child }] of tree.entries) {
        const isListed = key === 'value' && typeof listed === 'string';
        plain_secrets_visit(context, child, [...path, key], isListed ? listed : nameBelow(path, key, name, child));
    }
}
function nameBelow(path, key, outer, child) {
    if (key === 'value' && outer !== undefined && path.length > 0)
        return outer;
    const isFree = (path[0] === 'hub' && path[1] === 'values') || path.includes('env');
    if (!isFree)
        return undefined;
    if (key === 'keys' && path.at(-1) === 'CryptKeeper')
        return 'CryptKeeper.keys';
    return child.entries === undefined || child.entries.has('value') ? key : undefined;
}
function plain_secrets_text({ locate, report }, value, path, name) {
    const isContent = /^(value|stringData|binaryData)$/.test(String(path.at(-1)));
    const key = name !== undefined && (0,secret_shapes/* isSecretName */.eh)(name) ? name : String(path.at(isContent ? -2 : -1));
    const hint = 'List it under secrets and write {secretRef: NAME} here.';
    if (name !== undefined && (0,secret_shapes/* canBeSecret */.a_)(value) && ((0,secret_shapes/* isSecretName */.eh)(name) || name === 'CryptKeeper.keys')) {
        report(locate(path), 'literal-secret', `${(0,config_text/* quoted */.TL)(name)} looks like a secret in plain text.`, { hint });
        return;
    }
    const searched = path.at(-1) === 'binaryData' ? Buffer.from(value, 'base64').toString('latin1') : value;
    if (searched.length > MAX_SEARCHED)
        return;
    const assigned = isCode(path) ? (0,secret_shapes/* assignedSecret */.XV)(searched) : undefined;
    const shape = (0,secret_shapes/* secretShape */.wq)(searched) ?? (assigned === undefined ? undefined : `the secret ${(0,config_text/* quoted */.TL)(assigned)}`);
    if (shape === undefined)
        return;
    report(locate(path), 'literal-secret', `${(0,config_text/* quoted */.TL)(key)} contains what looks like ${shape} in plain text.`, { hint });
}
function isCode(path) {
    return path.some((step) => step === 'extraConfig' || step === 'extraFiles');
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values/role-definitions.js




const role_definitions_HUB = ['hub', 'values', 'hub'];
const ROLE_FIELDS = ['name', 'description', 'scopes', 'users', 'groups', 'services'];
const FILTER = /^((user|service|group|server)=.+|user|service|server)$/s;
const ROLE_NAME = /^[a-z][a-z0-9\-_~.]{1,253}[a-z0-9]$/;
const OUR_SERVICES = /^(jupyterhub-idle-culler|jupyterhub-gke-.*)$/;
const NO_START = 'The hub would not start.';
function roleDefinitionRules(context) {
    for (const name of context.keys([...role_definitions_HUB, 'loadRoles']))
        role(context, name, [...role_definitions_HUB, 'loadRoles', name]);
    for (const name of context.keys([...role_definitions_HUB, 'services'])) {
        const path = [...role_definitions_HUB, 'services', name];
        scopes(context, [...path, 'oauth_client_allowed_scopes']);
        for (const key of context.keys(path)) {
            const known = ['apiToken', ...SERVICE_FIELDS];
            if (known.includes(key))
                continue;
            wrong(context, [...path, key], `A service has no field ${(0,config_text/* quoted */.TL)(key)}.${(0,suggest/* didYouMean */.a)(key, known)} ${NO_START}`, {
                hint: `Fields: ${(0,config_text/* firstOf */.Ku)(known, known.length)}.`,
                of: 'key',
            });
        }
    }
}
function role(context, name, path) {
    if (!ROLE_NAME.test(name)) {
        wrong(context, path, `${(0,config_text/* quoted */.TL)(name)} is no name of a role. ${NO_START}`, {
            hint: 'A name has 3 to 255 lower-case letters, digits, hyphens, underscores, dots and tildes, and begins with a letter.',
            of: 'key',
        });
    }
    for (const key of context.keys(path)) {
        if (ROLE_FIELDS.includes(key))
            continue;
        wrong(context, [...path, key], `The hub ignores ${(0,config_text/* quoted */.TL)(key)} of a role.${(0,suggest/* didYouMean */.a)(key, ROLE_FIELDS)}`, {
            hint: `Keys: ${ROLE_FIELDS.join(', ')}.`,
            of: 'key',
        });
    }
    for (const key of ['scopes', 'users', 'groups', 'services']) {
        const here = (0,yaml_locate/* treeAt */.S)(context.tree, [...path, key]);
        if (here === undefined || here.items !== undefined)
            continue;
        const effect = typeof here.value === 'string' ? 'The hub would take each letter for one.' : NO_START;
        wrong(context, [...path, key], `${(0,config_text/* quoted */.TL)(key)} of a role must be a list. ${effect}`, {
            hint: typeof here.value === 'string' ? `Write ${key}: [${here.value}].` : `Write ${key}: [ONE, OTHER].`,
        });
    }
    if (name === 'admin' && (context.has([...path, 'scopes']) || context.has([...path, 'description']))) {
        wrong(context, path, `The scopes of the role "admin" cannot be changed. ${NO_START}`, {
            hint: 'Give the role another name.',
            of: 'key',
        });
    }
    scopes(context, [...path, 'scopes']);
    services(context, [...path, 'services']);
}
function scopes(context, path) {
    for (const [index, item] of itemsAt(context, path)) {
        const scope = item.value;
        if (typeof scope !== 'string') {
            wrong(context, [...path, index], `A scope is a text. ${NO_START}`, { hint: 'Write, for example: read:users' });
            continue;
        }
        const at = scope.indexOf('!');
        const [name, filter] = at === -1 ? [scope, undefined] : [scope.slice(0, at), scope.slice(at + 1)];
        if (!name.startsWith('custom:') && !SCOPES.includes(name)) {
            const guess = name === 'all' ? ' It is called "inherit" now.' : (0,suggest/* didYouMean */.a)(name, SCOPES);
            wrong(context, [...path, index], `JupyterHub has no scope ${(0,config_text/* quoted */.TL)(name)}.${guess} ${NO_START}`, {
                hint: 'The scopes are listed in JupyterHub’s documentation, "Available scopes".',
            });
        }
        else if (filter !== undefined && filter !== '' && !FILTER.test(filter)) {
            wrong(context, [...path, index], `A scope has no filter ${(0,config_text/* quoted */.TL)(`!${filter}`)}. ${NO_START}`, {
                hint: 'Write !user=NAME, !group=NAME, !server=NAME/SERVER or !service=NAME, or !user for whoever has the role.',
            });
        }
    }
}
function services(context, path) {
    if (context.has([...role_definitions_HUB, 'extraConfig']))
        return;
    const known = context.keys([...role_definitions_HUB, 'services']);
    for (const [index, { value }] of itemsAt(context, path)) {
        if (typeof value !== 'string' || known.includes(value) || OUR_SERVICES.test(value))
            continue;
        wrong(context, [...path, index], `There is no service ${(0,config_text/* quoted */.TL)(value)}.${(0,suggest/* didYouMean */.a)(value, known)} ${NO_START}`, {
            hint: 'Define it under hub.values.hub.services.',
        });
    }
}
function itemsAt({ tree }, path) {
    return [...((0,yaml_locate/* treeAt */.S)(tree, path)?.items ?? []).entries()];
}
function wrong({ locate, report }, path, message, { hint, of }) {
    report(locate(path, of), 'role-definition', message, { hint });
}

// EXTERNAL MODULE: ./lib/src/config/chart/owned-groups.js
var owned_groups = __webpack_require__("src/config/chart/owned-groups.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/values/roles.js



const ROLES = ['hub', 'values', 'hub', 'loadRoles'];
const SERVICES = ['hub', 'values', 'hub', 'services'];
const OWN = new Set(['self', 'inherit', '']);
function roleRules(context) {
    serviceRules(context);
    for (const name of context.keys(ROLES)) {
        const path = [...ROLES, name];
        reservedGroups(context, [...path, 'groups']);
        const { people, services } = holdersOf(context, name, path);
        const isPeople = people.length > 0;
        const scopes = textsAt(context, [...path, 'scopes']).filter(isPeople ? reachesOthers : actsAsOthers);
        const holders = holdersText([...people, ...services]);
        if (scopes.length === 0 || holders === undefined)
            continue;
        context.report(context.locate(path, 'key'), 'hub-role', `The role ${(0,config_text/* quoted */.TL)(name)} gives ${holders} rights over what belongs to others: ${(0,config_text/* firstOf */.Ku)(scopes, 8)}.`, {
            hint: 'Acknowledge this rule if it is meant. Write SCOPE!group=NAME to keep a right to the members of one group.',
        });
    }
}
function reachesOthers(scope) {
    return !OWN.has(scope) && !/!user$/.test(scope) && !/^access:services(!|$)/.test(scope);
}
function actsAsOthers(scope) {
    return reachesOthers(scope) && /^(admin|access:servers|tokens|users(!|$))/.test(scope);
}
function holdersOf(context, name, path) {
    const services = textsAt(context, [...path, 'services']).map((service) => `the service ${service}`);
    if (name === 'user')
        return { people: ['everybody who signs in'], services };
    const users = textsAt(context, [...path, 'users']);
    const groups = textsAt(context, [...path, 'groups']).map((group) => `the group ${group}`);
    return { people: [...users, ...groups], services };
}
function holdersText(all) {
    if (all.length === 0)
        return undefined;
    return (0,config_text/* joinWithAnd */.Ol)(all.length > 5 ? [...all.slice(0, 5), `${all.length - 5} more`] : all);
}
function serviceRules(context) {
    for (const name of context.keys(SERVICES)) {
        const path = [...SERVICES, name, 'admin'];
        if ((0,yaml_locate/* treeAt */.S)(context.tree, path)?.value !== true)
            continue;
        context.report(context.locate(path), 'hub-role', `The service ${(0,config_text/* quoted */.TL)(name)} has all rights of an administrator, over all people and servers.`, { hint: 'Give it a role with the scopes that it needs in hub.values.hub.loadRoles, or acknowledge this rule.' });
    }
}
function reservedGroups(context, path) {
    for (const [index, { value }] of ((0,yaml_locate/* treeAt */.S)(context.tree, path)?.items ?? []).entries()) {
        if (typeof value !== 'string' || !value.startsWith(owned_groups/* RESERVED_GROUPS */.Y))
            continue;
        context.report(context.locate([...path, index]), 'reserved-group', `The group name ${(0,config_text/* quoted */.TL)(value)} is reserved for the hub.`, { hint: 'It holds the administrators of the users files. Name the people, or a group of the users files.' });
    }
}
function textsAt({ tree }, path) {
    return ((0,yaml_locate/* treeAt */.S)(tree, path)?.items ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values/size.js


const MOST_BYTES = 1024 * 1024;
function size_sizeRule({ tree, locate, report }) {
    const path = ['hub', 'values'];
    const values = (0,yaml_locate/* treeAt */.S)(tree, path);
    if (values === undefined)
        return;
    const size = bytesOf(values);
    if (size <= MOST_BYTES)
        return;
    const kib = (0,config_text/* formatNumber */.ZV)(Math.ceil(size / 1024));
    report(locate(path), 'too-large', `The texts of hub.values have ${kib} KiB, and Kubernetes keeps at most 1,024.`, {
        hint: 'Take large texts and files out of hub.values: put them into an image, or into a ConfigMap of your own that servers mount.',
    });
}
function bytesOf({ value, items, entries }) {
    if (typeof value === 'string')
        return Buffer.byteLength(value);
    const inner = (items ?? []).reduce((sum, item) => sum + bytesOf(item), 0);
    return [...(entries ?? [])].reduce((sum, [key, { tree }]) => sum + Buffer.byteLength(key) + bytesOf(tree), inner);
}

;// CONCATENATED MODULE: ./lib/src/config/chart/chart-settings.js
const CHART_SETTINGS = [
    ['hub.activeServerLimit', 'JupyterHub', 'active_server_limit'],
    ['hub.authenticatePrometheus', 'JupyterHub', 'authenticate_prometheus'],
    ['hub.concurrentSpawnLimit', 'JupyterHub', 'concurrent_spawn_limit'],
    ['hub.namedServerLimitPerUser', 'JupyterHub', 'named_server_limit_per_user'],
    ['hub.redirectToServer', 'JupyterHub', 'redirect_to_server'],
    ['hub.shutdownOnLogout', 'JupyterHub', 'shutdown_on_logout'],
    ['hub.templatePaths', 'JupyterHub', 'template_paths'],
    ['hub.templateVars', 'JupyterHub', 'template_vars'],
    ['hub.consecutiveFailureLimit', 'KubeSpawner', 'consecutive_failure_limit'],
    ['singleuser.allowPrivilegeEscalation', 'KubeSpawner', 'allow_privilege_escalation'],
    ['singleuser.cmd', 'KubeSpawner', 'cmd'],
    ['singleuser.defaultUrl', 'KubeSpawner', 'default_url'],
    ['singleuser.events', 'KubeSpawner', 'events_enabled'],
    ['singleuser.extraAnnotations', 'KubeSpawner', 'extra_annotations'],
    ['singleuser.extraContainers', 'KubeSpawner', 'extra_containers'],
    ['singleuser.extraLabels', 'KubeSpawner', 'extra_labels'],
    ['singleuser.extraNodeAffinity.preferred', 'KubeSpawner', 'node_affinity_preferred'],
    ['singleuser.extraNodeAffinity.required', 'KubeSpawner', 'node_affinity_required'],
    ['singleuser.extraPodAffinity.preferred', 'KubeSpawner', 'pod_affinity_preferred'],
    ['singleuser.extraPodAffinity.required', 'KubeSpawner', 'pod_affinity_required'],
    ['singleuser.extraPodAntiAffinity.preferred', 'KubeSpawner', 'pod_anti_affinity_preferred'],
    ['singleuser.extraPodAntiAffinity.required', 'KubeSpawner', 'pod_anti_affinity_required'],
    ['singleuser.extraResource.guarantees', 'KubeSpawner', 'extra_resource_guarantees'],
    ['singleuser.extraResource.limits', 'KubeSpawner', 'extra_resource_limits'],
    ['singleuser.extraTolerations', 'KubeSpawner', 'tolerations'],
    ['singleuser.fsGid', 'KubeSpawner', 'fs_gid'],
    ['singleuser.image.pullPolicy', 'KubeSpawner', 'image_pull_policy'],
    ['singleuser.image.pullSecrets', 'KubeSpawner', 'image_pull_secrets'],
    ['singleuser.initContainers', 'KubeSpawner', 'init_containers'],
    ['singleuser.lifecycleHooks', 'KubeSpawner', 'lifecycle_hooks'],
    ['singleuser.nodeSelector', 'KubeSpawner', 'node_selector'],
    ['singleuser.podNameTemplate', 'KubeSpawner', 'pod_name_template'],
    ['singleuser.startTimeout', 'KubeSpawner', 'start_timeout'],
    ['singleuser.uid', 'KubeSpawner', 'uid'],
];

;// CONCATENATED MODULE: ./lib/src/config/rules/values/two-places.js


const two_places_ROOT = ['hub', 'values'];
const IMAGE = [...two_places_ROOT, 'singleuser', 'image'];
function placesRules(context) {
    settingRule(context);
    imageRule(context);
    two_places_databaseRule(context);
}
function settingRule({ tree, locate, report }) {
    for (const [value, className, setting] of CHART_SETTINGS) {
        const path = [...two_places_ROOT, ...value.split('.')];
        const classes = className === 'KubeSpawner' ? ['KubeSpawner', 'Spawner'] : [className];
        const other = classes
            .map((name) => ['hub', 'config', name, setting])
            .find((below) => (0,yaml_locate/* treeAt */.S)(tree, [...two_places_ROOT, ...below]) !== undefined);
        if (other === undefined || (0,yaml_locate/* treeAt */.S)(tree, path) === undefined)
            continue;
        report(locate(path, 'key'), 'no-effect', `hub.values.${value} has no effect, because hub.values.${other.join('.')} is set too.`, { hint: 'Remove one of the two.' });
    }
}
function imageRule({ tree, has, count, locate, report }) {
    if (!has([...IMAGE, 'name']) && !has([...IMAGE, 'tag']))
        return;
    const images = Array.from({ length: count(['profiles']) }, (_, index) => ['profiles', index, 'image']);
    const groups = (0,yaml_locate/* treeAt */.S)(tree, ['profiles', 0, 'groups'])?.items ?? [];
    const [only] = images;
    if (images.length === 1 && groups.length === 0 && only !== undefined && has(only)) {
        report(locate(only, 'key'), 'no-effect', 'profiles[].image has no effect, because hub.values.singleuser.image is set too.', { hint: 'Remove hub.values.singleuser.image.' });
    }
    else if (images.length > 0 && images.every((path) => has(path))) {
        report(locate(IMAGE, 'key'), 'no-effect', 'hub.values.singleuser.image has no effect, because every profile has an image.', { hint: 'Remove hub.values.singleuser.image.' });
    }
}
function two_places_databaseRule({ text, has, locate, report }) {
    const type = text([...two_places_ROOT, 'hub', 'db', 'type']) ?? 'sqlite-pvc';
    if (!type.startsWith('sqlite'))
        return;
    for (const key of ['url', 'password']) {
        const path = [...two_places_ROOT, 'hub', 'db', key];
        if (!has(path))
            continue;
        report(locate(path, 'key'), 'no-effect', `hub.values.hub.db.${key} has no effect, because the type of the database is ${type}.`, { hint: 'Set hub.db.type too, or remove it.' });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values/volumes.js




const STORAGE = ['hub', 'values', 'singleuser', 'storage'];
const volumes_HUB = ['hub', 'values', 'hub'];
const OUR_HUB_VOLUMES = /^(config|secret|existing-secret|files|pvc|jupyterhub-gke.*)$/;
const FOLDERS = [
    ['/home/jovyan', 'the home'],
    ['/usr/local/etc/jupyterhub-gke', 'the notebook guard'],
    ['/etc/jupyter/jupyter_server_config.d', 'the notebook guard'],
];
function volumeRules(context) {
    mountsOf(context, STORAGE, OUR_VOLUMES);
    mountsOf(context, volumes_HUB, OUR_HUB_VOLUMES);
    for (const [path, { name, volume }] of named(context, [...STORAGE, 'extraVolumes'])) {
        if (name !== undefined && OUR_VOLUMES.test(name))
            taken(context, path, name);
        if (volume.entries?.has('persistentVolumeClaim') === true)
            claimRule(context, path, volume);
    }
    for (const [path, { name, key, volume }] of named(context, [...STORAGE, 'extraVolumeMounts'])) {
        if ((name !== undefined && OUR_VOLUMES.test(name)) || (key !== undefined && OUR_MOUNTS.test(key))) {
            taken(context, path, name ?? key ?? '');
        }
        mountRule(context, path, volume);
    }
}
function mountsOf(context, section, ours) {
    const { has, locate, report } = context;
    const volumes = named(context, [...section, 'extraVolumes']).flatMap(([, { name }]) => name ?? []);
    twice(context, section);
    const folders = new Map();
    for (const [path, { name, volume }] of named(context, [...section, 'extraVolumeMounts'])) {
        const isSure = !has(['hub', 'values', 'hub', 'extraConfig']) || section === volumes_HUB;
        if (name !== undefined && isSure && !volumes.includes(name) && !ours.test(name)) {
            const where = section.slice(2).join('.');
            report(locate([...path, 'name']), 'unknown-volume', `There is no volume ${(0,config_text/* quoted */.TL)(name)}.${(0,suggest/* didYouMean */.a)(name, volumes)}`, {
                hint: `Define it in hub.values.${where}.extraVolumes. Without it, Kubernetes refuses the pod.`,
            });
        }
        const folder = (0,yaml_locate/* treeAt */.S)(volume, ['mountPath'])?.value;
        if (typeof folder !== 'string')
            continue;
        const plain = plainFolder(folder);
        const first = folders.get(plain);
        if (first === undefined)
            folders.set(plain, locate([...path, 'mountPath']).line);
        else {
            report(locate([...path, 'mountPath']), 'mount-path', `${(0,config_text/* quoted */.TL)(folder)} is mounted on line ${first} already.`, {
                hint: 'Choose another folder: a folder has one mount.',
            });
        }
    }
}
function twice(context, section) {
    const { has, locate, report } = context;
    const known = new Map();
    for (const [path, { name }] of named(context, [...section, 'extraVolumes'])) {
        if (name === undefined)
            continue;
        const place = has([...path, 'name']) ? locate([...path, 'name']) : locate(path, 'key');
        const first = known.get(name);
        if (first === undefined)
            known.set(name, place.line);
        else {
            report(place, 'duplicate-volume', `The volume ${(0,config_text/* quoted */.TL)(name)} is already defined on line ${first}.`, {
                hint: 'Give it another name.',
            });
        }
    }
}
function plainFolder(folder) {
    return `${folder
        .replace(/\/+/g, '/')
        .replace(/\/\.(?=\/|$)/g, '')
        .replace(/\/$/, '')}/`;
}
function named({ tree }, path) {
    const here = (0,yaml_locate/* treeAt */.S)(tree, path);
    const listed = (here?.items ?? []).map((volume, index) => [
        [...path, index],
        { name: nameOf(volume), key: undefined, volume },
    ]);
    const keyed = [...(here?.entries ?? [])].map(([key, { tree: volume }]) => [
        [...path, key],
        { name: nameOf(volume) ?? (path.at(-1) === 'extraVolumes' ? key : undefined), key, volume },
    ]);
    return [...listed, ...keyed.map(([at, one]) => [at, one])];
}
function nameOf(volume) {
    const name = (0,yaml_locate/* treeAt */.S)(volume, ['name'])?.value;
    return typeof name === 'string' ? name : undefined;
}
function taken({ locate, report }, path, name) {
    report(locate(path), 'owned-value', `The name ${(0,config_text/* quoted */.TL)(name)} is that of a volume with the home or the notebook guard.`, {
        hint: 'Choose another name.',
    });
}
function claimRule({ locate, report }, path, volume) {
    const claim = (0,yaml_locate/* treeAt */.S)(volume, ['persistentVolumeClaim', 'claimName'])?.value;
    if (typeof claim !== 'string' || !/\{pvc_name\}|^claim-/.test(claim))
        return;
    report(locate([...path, 'persistentVolumeClaim', 'claimName']), 'owned-value', `${(0,config_text/* quoted */.TL)(claim)} is the disk of a home.`, {
        hint: 'The home is mounted already. Name another claim.',
    });
}
function mountRule({ locate, report }, path, mount) {
    const folder = (0,yaml_locate/* treeAt */.S)(mount, ['mountPath'])?.value;
    if (typeof folder !== 'string')
        return;
    const plain = plainFolder(folder);
    const hidden = FOLDERS.find(([one]) => `${one}/`.startsWith(plain) || (one !== '/home/jovyan' && plain.includes('/jupyterhub-gke')));
    if (hidden === undefined && !plain.includes('/../'))
        return;
    report(locate([...path, 'mountPath']), 'mount-path', hidden === undefined
        ? `${(0,config_text/* quoted */.TL)(folder)} leads out of its folder.`
        : `A mount at ${(0,config_text/* quoted */.TL)(folder)} hides ${hidden[1]}.`, { hint: 'Choose another folder, such as /home/jovyan/data, /data or /dev/shm.' });
}

// EXTERNAL MODULE: ./lib/src/config/times/week.js
var week = __webpack_require__("src/config/times/week.js");
// EXTERNAL MODULE: ./lib/src/config/times/zone.js
var times_zone = __webpack_require__("src/config/times/zone.js");
;// CONCATENATED MODULE: ./lib/src/config/rules/warm.js






const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ZONE = ['access', 'session', 'timezone'];
function warmRules(context) {
    const { count, text, number, locate, report } = context;
    const windows = count(['warm']);
    if (windows === 0)
        return;
    const names = Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'name']));
    const known = names.length === 0 ? ['cpu'] : names.filter((name) => name !== undefined);
    const zone = text(ZONE) ?? 'UTC';
    const gaps = (0,duration/* isTimezone */.K)(zone) ? gapsOf((0,times_zone/* zoneTable */.D)(zone)) : [];
    const most = number(['limits', 'servers']);
    for (let index = 0; index < windows; index += 1) {
        const path = ['warm', index];
        const name = text([...path, 'profile']);
        if (name !== undefined && !known.includes(name)) {
            report(locate([...path, 'profile']), 'warm-profile', `There is no profile ${(0,config_text/* quoted */.TL)(name)}.${(0,suggest/* didYouMean */.a)(name, known)}`, { hint: 'Write the name of an entry of profiles.' });
        }
        const servers = number([...path, 'servers']);
        if (servers !== undefined && most !== undefined && servers > most) {
            report(locate([...path, 'servers']), 'warm-size', `Room for ${servers} servers is more than the ${most} that limits.servers allows.`, { hint: `Write servers: ${most} or less, or raise limits.servers.` });
        }
        warm_windowRule(context, path, zone, gaps);
    }
    if (most !== undefined)
        togetherRule(context, most);
}
function togetherRule({ tree, count, text, number, locate, report }, most) {
    const windows = Array.from({ length: count(['warm']) }, (_, index) => {
        const path = ['warm', index];
        const days = (0,yaml_locate/* treeAt */.S)(tree, [...path, 'days'])?.items?.map(({ value }) => value) ?? [];
        const [from, to] = [(0,week/* minuteOf */.iA)(text([...path, 'from'])) ?? 0, (0,week/* minuteOf */.iA)(text([...path, 'to'])) ?? 0];
        return { path, days, from, to, profile: text([...path, 'profile']), servers: number([...path, 'servers']) ?? 0 };
    });
    for (const { path, days, from, to, servers } of windows) {
        if (servers > most || to <= from)
            continue;
        for (const day of days) {
            const open = windows.filter((one) => one.days.includes(day) && one.from <= from && from < one.to);
            const rooms = new Map();
            for (const one of open)
                rooms.set(one.profile, Math.max(rooms.get(one.profile) ?? 0, one.servers));
            const sum = [...rooms.values()].reduce((all, room) => all + room, 0);
            if (sum <= most || open.some((one) => one.servers > most))
                continue;
            report(locate([...path, 'servers']), 'warm-size', `On ${String(day)} at ${text([...path, 'from'])} there is room for ${sum} servers with the other open windows, more than the ${most} that limits.servers allows.`, { hint: 'Lower servers here or there, or raise limits.servers.' });
            break;
        }
    }
}
function warm_windowRule({ tree, text, locate, report }, path, zone, gaps) {
    const [from, to] = [(0,week/* minuteOf */.iA)(text([...path, 'from'])), (0,week/* minuteOf */.iA)(text([...path, 'to']))];
    if (from === undefined || to === undefined)
        return;
    if (to <= from) {
        const message = to === from ? 'The window ends when it starts.' : 'The window ends before it starts.';
        report(locate([...path, 'to']), 'warm-window', message, {
            hint: 'A window is within one day. For a night write two: until 23:59, and from 00:00 of the days after.',
        });
        return;
    }
    const days = (0,yaml_locate/* treeAt */.S)(tree, [...path, 'days'])?.items?.map(({ value }) => value) ?? [];
    for (const [key, minute] of [
        ['from', from],
        ['to', to],
    ]) {
        const gap = gaps.find(({ day, start, end }) => days.includes(week/* DAYS */.qn[day] ?? '') && minute >= start && minute < end);
        if (gap === undefined)
            continue;
        report(locate([...path, key]), 'warm-window', `In ${zone} the clock has no ${text([...path, key])} on the ${NAMES[gap.day]} on which it is set forward.`, { hint: 'Choose a time outside that hour, or leave that day out.' });
    }
}
function gapsOf(table) {
    return table.flatMap(([from, offset], index) => {
        const before = table[index - 1]?.[1] ?? offset;
        if (offset <= before)
            return [];
        const local = new Date((from + before) * 1000);
        const start = local.getUTCHours() * 60 + local.getUTCMinutes();
        const day = (local.getUTCDay() + 6) % 7;
        return [{ day, start, end: start + (offset - before) / 60 }];
    });
}

;// CONCATENATED MODULE: ./lib/src/config/rules/all.js




























function checkRules(input) {
    const context = ruleContext(input);
    const rules = [
        names/* nameRules */.J,
        numberRules,
        platform_location/* placeRules */.F,
        sourceRules,
        networkRules,
        poolRules,
        profiles_profileRules,
        budgetRules,
        warmRules,
        placementRules,
        storageRules,
        accessRules,
        timeRules,
        maintenanceRules,
        chartRules,
        valueRules,
        size_sizeRule,
        placesRules,
        networkRuleRules,
        roleRules,
        roleDefinitionRules,
        volumeRules,
        nodeRules,
        corePodRules,
        secretRules,
        plainSecretRules,
        costRules,
    ];
    for (const rule of rules)
        rule(context);
}

// EXTERNAL MODULE: ./lib/src/config/schema/check.js + 1 modules
var check = __webpack_require__("src/config/schema/check.js");
// EXTERNAL MODULE: ./lib/src/config/facts.generated.js
var facts_generated = __webpack_require__("src/config/facts.generated.js");
;// CONCATENATED MODULE: ./lib/src/config/schema/kind.js

const OWN_KEYS = new Set(Object.keys(facts_generated/* FACTS */.qY.jupyterhub).filter((path) => /^\w+$/.test(path) && path !== 'users'));
function notConfiguration({ entries }) {
    if (entries === undefined)
        return 'has no keys';
    if (entries.size === 0 || [...entries.keys()].some((key) => OWN_KEYS.has(key)))
        return undefined;
    const users = entries.get('users')?.tree;
    const isPath = users?.items === undefined || users.items.every(({ entries: keys }) => keys?.has('path') === true);
    if (entries.size === 1 && users !== undefined && isPath)
        return undefined;
    const isPeople = ['users', 'googleGroups', 'serviceAccounts', 'domains'].some((key) => entries.has(key));
    return isPeople ? 'is a users file' : 'has none of the keys of a jupyterhub.yaml';
}

;// CONCATENATED MODULE: ./lib/src/config/load.js













function extendsOf(source) {
    return namedFile(source.tree, ['extends']);
}
function platformOf(sources) {
    return namedFile(mergeSources(sources), ['platform', 'from']);
}
function loadConfig(sources, baseDir) {
    const syntax = sources.own.flatMap(({ diagnostics }) => diagnostics);
    const files = sources.own.map(({ file }) => file);
    const tree = mergeSources(sources.own);
    if (tree === undefined || sources.own[0]?.tree === undefined) {
        const locate = () => ({ file: files[0] ?? '', line: 1, column: 1, length: 1 });
        const diagnostics = (0,diagnostic/* orderFindings */.$t)(syntax, files);
        return { config: undefined, diagnostics, locate, tree: undefined, users: [], acknowledged: new Map() };
    }
    const locate = (0,yaml_locate/* locator */.f)(tree);
    const fromSchema = [];
    (0,check/* checkSchema */._)('jupyterhub', tree, locate, (0,config_location/* createReport */.LU)(fromSchema));
    const fromRules = [];
    const report = (0,config_location/* createReport */.LU)(fromRules);
    checkBases(sources.own, report);
    const acknowledged = (0,acknowledge/* readAcknowledged */.lo)(tree, locate, report);
    const platform = sources.platform === undefined ? tree : mergeSources(sources.platform);
    if (tree.entries !== undefined) {
        checkRules({ tree, platform, locate, report });
        (0,unsupported/* checkSupported */.j)('jupyterhub', tree, locate, report);
    }
    const found = (0,diagnostic/* withoutDuplicates */.zj)(syntax, fromSchema, fromRules).filter(({ rule }) => !(rule === 'missing-key' && sources.incomplete === true));
    const all = (0,diagnostic/* orderFindings */.$t)((0,acknowledge/* acknowledge */.b0)(found, acknowledged), files);
    const isValid = sources.incomplete !== true && all.every((one) => one.severity !== 'error');
    const file = tree.value;
    const owned = isValid ? ownedPlatform(platform) : undefined;
    return {
        config: owned !== undefined ? (0,build/* buildConfig */.f)(file, locate, baseDir, owned) : undefined,
        diagnostics: all,
        locate,
        tree,
        users: (0,users_sources/* usersSources */.dF)(tree, locate).filter(({ location: { file, line, column } }) => {
            return !all.some((one) => one.severity === 'error' && one.file === file && one.line === line && one.column === column);
        }),
        acknowledged,
    };
}
function checkBases(own, report) {
    for (const [index, { tree }] of own.entries()) {
        const above = own[index - 1];
        const named = above && extendsOf(above);
        const why = tree && notConfiguration(tree);
        if (named === undefined || why === undefined)
            continue;
        report(named.location, 'wrong-value', `${(0,config_text/* quoted */.TL)(named.path)} ${why}, so it cannot be extended.`, {
            hint: 'Name a jupyterhub.yaml. People are listed in the files that "users" names.',
        });
    }
}
function ownedPlatform(owner) {
    const name = (0,yaml_locate/* treeAt */.S)(owner, ['platform', 'name'])?.value ?? (0,yaml_locate/* treeAt */.S)(owner, ['name'])?.value;
    if (typeof name !== 'string')
        return undefined;
    const zones = (0,yaml_locate/* treeAt */.S)(owner, ['platform', 'zones'])?.items?.map(({ value }) => String(value));
    const file = owner?.value;
    return { name, zones, cluster: clusterOf(file), existing: file.platform?.cluster?.existing };
}
function mergeSources(sources) {
    const trees = sources.flatMap(({ tree }) => tree ?? []);
    return trees.reduceRight((below, above) => (below === undefined ? above : mergeTrees(withoutKey(below, 'extends'), above)), undefined);
}
function namedFile(tree, path) {
    const value = (0,yaml_locate/* treeAt */.S)(tree, path)?.value;
    if (tree === undefined || typeof value !== 'string' || value === '')
        return undefined;
    return { path: value, location: (0,yaml_locate/* locator */.f)(tree)(path) };
}


/***/ }),

/***/ "src/config/location.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ createReport),
/* harmony export */   YX: () => (/* binding */ reporter),
/* harmony export */   fN: () => (/* binding */ locationText),
/* harmony export */   qS: () => (/* binding */ rangeLocator)
/* harmony export */ });
/* harmony import */ var _facts_generated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/facts.generated.js");

function locationText({ file, line, column }) {
    return `${file}:${line}:${column}`;
}
function createReport(diagnostics) {
    return (location, rule, message, extra = {}) => {
        diagnostics.push({
            ...location,
            severity: extra.severity ?? _facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0[rule],
            rule,
            message,
            ...(extra.hint === undefined ? {} : { hint: extra.hint }),
            ...(extra.absent === true ? { absent: true } : {}),
        });
    };
}
function rangeLocator(file, text) {
    let starts;
    return (from, to) => {
        starts ??= lineStarts(text);
        const start = Math.min(Math.max(from, 0), text.length);
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= start)
                low = middle;
            else
                high = middle - 1;
        }
        const lineStart = starts[low] ?? 0;
        let lineEnd = (starts[low + 1] ?? text.length + 1) - 1;
        if (text[lineEnd - 1] === '\r')
            lineEnd -= 1;
        return { file, line: low + 1, column: start - lineStart + 1, length: Math.max(1, Math.min(to, lineEnd) - start) };
    };
}
function reporter(file, text) {
    const diagnostics = [];
    return { place: rangeLocator(file, text), report: createReport(diagnostics), diagnostics };
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}


/***/ }),

/***/ "src/config/model.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ BUCKET_FOLDER)
/* harmony export */ });
const BUCKET_FOLDER = '/home/jovyan/bucket';


/***/ }),

/***/ "src/config/platform/node-pool.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ openPools),
/* harmony export */   SO: () => (/* binding */ poolText),
/* harmony export */   _7: () => (/* binding */ POOL_LABEL),
/* harmony export */   dq: () => (/* binding */ CORE_POOL),
/* harmony export */   nT: () => (/* binding */ isOpen),
/* harmony export */   y: () => (/* binding */ OPEN_LABEL)
/* harmony export */ });
const CORE_POOL = 'core';
const POOL_LABEL = 'jupyterhub-gke/pool';
function poolText({ min, max, machineType, gpu, tpuChips, capacity, zones }) {
    const count = min === max ? `${max}` : `${min}–${max}`;
    const shared = gpu?.sharing === undefined ? '' : `, each for ${gpu.sharing.clients} servers`;
    const devices = gpu === undefined
        ? tpuChips === undefined
            ? ''
            : ` with ${tpuChips} TPU chips`
        : ` with ${gpu.count} ${gpu.type}${shared}`;
    const how = capacity === 'on-demand' ? '' : `, ${capacity}`;
    return `${count} × ${machineType}${devices}${how}${zones === undefined ? '' : ` in ${zones.join(', ')}`}`;
}
const OPEN_LABEL = 'jupyterhub-gke/open';
function isOpen({ purpose, gpu, tpuChips, capacity }) {
    const isScarce = gpu !== undefined || tpuChips !== undefined || capacity === 'spot' || capacity === 'flex-start';
    return purpose === 'user' && !isScarce;
}
function openPools(cluster) {
    return cluster.mode === 'autopilot' ? [] : Object.values(cluster.nodePools).filter(isOpen);
}


/***/ }),

/***/ "src/config/quantity.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   x1: () => (/* binding */ cores)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/json.js");


const FACTORS = {
    '': 1,
    m: 1e-3,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    P: 1e15,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    Pi: 2 ** 50,
};
function quantity(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value !== 'string')
        return undefined;
    const [, digits, unit] = /^([0-9]+(?:\.[0-9]+)?)([A-Za-z]{0,2})$/.exec(value) ?? [];
    const factor = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .entryOf */ .M)(FACTORS, unit ?? '?');
    return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}
function cores(text) {
    return Number(amount(text).toFixed(3));
}
function bytes(text) {
    return Math.ceil(amount(text));
}
function amount(text) {
    const value = quantity(text);
    if (value !== undefined)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`"${text}" is not a Kubernetes quantity`, { hint: 'Write it as 500m, 2 or 4Gi.' });
}


/***/ }),

/***/ "src/config/rules/names.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ nameRules),
/* harmony export */   s: () => (/* binding */ HUB_NAME)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/yaml/locate.js");


const HUB_NAME = /^(?=.{1,25}$)[a-z]([a-z0-9-]*[a-z0-9])?$/;
function nameRules(context) {
    const { text, locate, report } = context;
    for (const path of [['name'], ['platform', 'name']]) {
        const name = text(path);
        if (name === undefined || !(name === 'default' || name.startsWith('goog')))
            continue;
        report(locate(path), 'reserved-name', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)} is reserved by Google Cloud.`, {
            hint: 'Choose another name.',
        });
    }
    bucketNames(context);
    lengths(context);
}
function bucketNames({ text, count, locate, report }) {
    const shared = Array.from({ length: count(['storage', 'buckets', 'shared']) }, (_, index) => ['storage', 'buckets', 'shared', index, 'bucket']);
    for (const path of [['state', 'bucket'], ['access', 'audit', 'bucket'], ...shared]) {
        const bucket = text(path);
        if (bucket === undefined)
            continue;
        const fail = (why) => report(locate(path), 'bucket-name', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(bucket)} ${why}.`, { hint: 'Choose another bucket name.' });
        if (/^goog|g[o0]{2}g[l1]e/.test(bucket))
            fail('contains a form of "google" or starts with "goog"');
        else if (/^[0-9]+(\.[0-9]+){3}$/.test(bucket))
            fail('looks like an IP address');
        else if (bucket.split('.').some((part) => part.length > 63))
            fail('has a part of more than 63 characters');
        else if (/\.\.|\.-|-\./.test(bucket))
            fail('has a dot next to a dot or hyphen');
    }
}
function lengths({ tree, text, locate, report }) {
    const [project, name] = [text(['project']), text(['name'])];
    const perUser = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .treeAt */ .S)(tree, ['storage', 'buckets', 'perUser'])?.value === true;
    if (project === undefined || name === undefined || !perUser)
        return;
    const length = project.length + name.length + 14;
    if (length <= 63)
        return;
    report(locate(['storage', 'buckets', 'perUser']), 'name-length', `The names of per-user buckets (${project}-${name}-…) would have ${length} characters; the limit is 63.`, {
        hint: `Use a hub name of at most ${63 - 14 - project.length} characters.`,
    });
}


/***/ }),

/***/ "src/config/rules/platform/location.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ regionOf),
/* harmony export */   F: () => (/* binding */ placeRules)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _gce_regions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/gce/regions.js");
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _schema_check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/schema/check.js");
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/config/suggest.js");
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/config/yaml/locate.js");
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/config/rules/names.js");
/* harmony import */ var _pools_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/config/rules/platform/pools.js");









const REGION = /^[a-z]+(?:-[a-z]+)+[0-9]{1,2}$/;
const ZONE = /^([a-z]+(?:-[a-z]+)+[0-9]{1,2})-[a-z]$/;
function regionOf(location) {
    return ZONE.exec(location)?.[1] ?? location;
}
function placeRules(context) {
    const { text, locate, report, owner } = context;
    const location = text(['location']);
    const region = location === undefined ? undefined : ZONE.exec(location)?.[1];
    if (region !== undefined && owner === context && (0,_pools_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterMode */ .qL)(context) === 'autopilot') {
        report(locate(['location']), 'zone-on-autopilot', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(location)} is a zone, but Autopilot clusters are regional.`, {
            hint: `Write location: ${region}.`,
        });
    }
    knownRegion(context);
    zonesInRegion(context);
    ownerRules(context);
    clusterRules(context);
}
function knownRegion({ text, locate, report }) {
    for (const path of [['location'], ['platform', 'cluster', 'existing', 'location']]) {
        const region = regionOf(text(path) ?? '');
        if (!REGION.test(region) || _gce_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .REGIONS */ .i.includes(region))
            continue;
        const guess = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .a)(region, _gce_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .REGIONS */ .i);
        report(locate(path), 'unknown-region', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(region)} is no region that this version knows.${guess}`, {
            hint: 'The command "gcloud compute regions list" shows all regions. Acknowledge this rule for a new one.',
        });
    }
}
function zonesInRegion({ tree, text, keys, locate, report }) {
    const location = text(['platform', 'cluster', 'existing', 'location']) ?? text(['location']);
    if (location === undefined)
        return;
    const lists = [
        ['platform', 'zones'],
        ...keys(['platform', 'nodePools']).map((name) => ['platform', 'nodePools', name, 'zones']),
    ];
    for (const path of lists) {
        for (const [index, { value }] of ((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_8__/* .treeAt */ .S)(tree, path)?.items ?? []).entries()) {
            if (typeof value !== 'string' || !ZONE.test(value))
                continue;
            if (isInside(value, location))
                continue;
            report(locate([...path, index]), 'zone-region', `The zone ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(value)} is outside the location ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(location)}.`, {
                hint: ZONE.test(location) ? `Write ${location}, or make location a region.` : `Choose a zone of ${location}.`,
            });
        }
    }
}
function isInside(zone, location) {
    return ZONE.test(location) ? zone === location : regionOf(zone) === location;
}
function ownerRules(context) {
    const { tree, text, has, keys, locate, report, owner } = context;
    if (!has(['platform', 'from']))
        return;
    const others = keys(['platform']).filter((key) => key !== 'from' && key !== 'deletionProtection');
    for (const key of others) {
        report(locate(['platform', key], 'key'), 'platform-owner', `"platform.${key}" is set by the file that owns the platform.`, {
            hint: 'Set it in that file, or remove platform.from.',
        });
    }
    if (owner === undefined || owner.tree === tree)
        return;
    const where = locate(['platform', 'from']);
    const file = (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(text(['platform', 'from']));
    const circle = circleOf(context, owner);
    if (circle !== undefined) {
        report(where, 'platform-owner', circle, {
            hint: 'Remove platform.from of the file that shall own the platform.',
        });
        return;
    }
    if (owner.has(['platform', 'from'])) {
        report(where, 'platform-owner', `${file} does not own a platform; it uses the platform of another file.`, {
            hint: `Use that file instead: ${owner.text(['platform', 'from']) ?? ''}`.trim(),
        });
    }
    for (const key of ['project', 'location']) {
        const [own, other] = [text([key]), owner.text([key])];
        if (own === undefined || other === undefined || own === other)
            continue;
        report(where, 'platform-owner', `${file} has the ${key} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(other)}, but this file has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(own)}.`, {
            hint: 'All hubs of a platform must be in its project and location.',
        });
    }
    const name = owner.text(owner.has(['platform', 'name']) ? ['platform', 'name'] : ['name']);
    if (name === undefined || !_names_js__WEBPACK_IMPORTED_MODULE_5__/* .HUB_NAME */ .s.test(name)) {
        report(where, 'platform-owner', `${file} has no valid platform name.`, {
            hint: 'Fix that file first: jupyterhub-gke validate --config FILE.',
        });
    }
    const zones = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_8__/* .treeAt */ .S)(owner.tree, ['platform', 'zones']);
    const isWrong = ({ value }) => typeof value !== 'string' || !ZONE.test(value) || !isInside(value, owner.text(['location']) ?? '');
    if (zones !== undefined && (zones.items === undefined || zones.items.length === 0 || zones.items.some(isWrong))) {
        report(where, 'platform-owner', `${file} has no valid platform.zones.`, {
            hint: 'Fix that file first: jupyterhub-gke validate --config FILE.',
        });
    }
    if ((0,_pools_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterMode */ .qL)(owner) === 'standard' && hasWrongPools(owner)) {
        report(where, 'platform-owner', `${file} has no valid platform.nodePools.`, {
            hint: 'Fix that file first: jupyterhub-gke validate --config FILE.',
        });
    }
    if (text(['name']) !== undefined && text(['name']) === owner.text(['name'])) {
        report(where, 'platform-owner', `${file} has the same name ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(text(['name']))}.`, {
            hint: 'Give each hub of a project its own name.',
        });
    }
}
function circleOf({ text, locate }, owner) {
    const file = locate([]).file;
    const named = owner.locate([]).file;
    if (named === file)
        return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(text(['platform', 'from']))} is this file itself, so that no file owns the platform.`;
    const back = owner.text(['platform', 'from']);
    if (back === undefined)
        return undefined;
    const from = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(owner.locate(['platform', 'from']).file);
    if (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(from, back) !== node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(file))
        return undefined;
    return `This file and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(named)} name each other, so that neither owns the platform.`;
}
function hasWrongPools(owner) {
    const found = [];
    (0,_schema_check_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSchema */ ._)('jupyterhub', owner.tree, owner.locate, (0,_location_js__WEBPACK_IMPORTED_MODULE_2__/* .createReport */ .LU)(found));
    const isWhole = (0,_pools_js__WEBPACK_IMPORTED_MODULE_6__/* .pools */ .m_)(owner).every(({ machineType, max }) => machineType !== undefined && max !== undefined);
    return found.some(({ severity }) => severity === 'error') || !isWhole;
}
function existingRule(context) {
    const { text, locate, report } = context;
    const path = ['platform', 'cluster', 'existing', 'location'];
    const [there, here] = [text(path), text(['location'])];
    if (there === undefined || here === undefined)
        return;
    if (regionOf(there) !== regionOf(here)) {
        report(locate(path), 'zone-region', `The cluster is in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(there)}, but the hub is in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(here)}.`, {
            hint: 'Write the location of the cluster as location of the hub.',
        });
    }
    else if (ZONE.test(there) && (0,_pools_js__WEBPACK_IMPORTED_MODULE_6__/* .clusterMode */ .qL)(context) === 'autopilot') {
        report(locate(path), 'zone-on-autopilot', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(there)} is a zone, but Autopilot clusters are regional.`, {
            hint: `Write location: ${regionOf(there)}. This version uses no existing clusters of another kind.`,
        });
    }
}
function clusterRules(context) {
    const { has, locate, report } = context;
    const cluster = ['platform', 'cluster'];
    const network = ['platform', 'network'];
    existingRule(context);
    if (has([...cluster, 'existing'])) {
        if (has([...cluster, 'mode'])) {
            report(locate([...cluster, 'mode'], 'key'), 'exclusive-keys', '"mode" is for new clusters, but this cluster exists already.', {
                hint: 'Remove mode or existing.',
            });
        }
        if (has(['platform', 'nodePools'])) {
            report(locate(['platform', 'nodePools'], 'key'), 'not-supported-yet', '"platform.nodePools" of a cluster that exists is not supported yet by plan and apply.', { hint: 'This version runs hubs on Autopilot clusters that exist, and makes Standard clusters itself.' });
        }
        for (const key of ['network', 'maintenance', 'releaseChannel', 'encryptionKey', 'addons']) {
            if (!has(['platform', key]))
                continue;
            report(locate(['platform', key], 'key'), 'no-effect', `"platform.${key}" has no effect on an existing cluster.`, {
                hint: 'Remove the key.',
            });
        }
    }
    const ways = ['existing', 'sharedVpc', 'cidrs'].filter((key) => has([...network, key]));
    for (const key of ways.slice(1)) {
        report(locate([...network, key], 'key'), 'exclusive-keys', `"${key}" and "${ways[0]}" are mutually exclusive.`, {
            hint: 'Keep one of the two.',
        });
    }
}


/***/ }),

/***/ "src/config/rules/platform/pools.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ hasComputeClass),
/* harmony export */   L4: () => (/* binding */ usedPools),
/* harmony export */   MX: () => (/* binding */ openPools),
/* harmony export */   VI: () => (/* binding */ orStandard),
/* harmony export */   Z3: () => (/* binding */ isOpenPool),
/* harmony export */   m_: () => (/* binding */ pools),
/* harmony export */   q$: () => (/* binding */ amounts),
/* harmony export */   qL: () => (/* binding */ clusterMode)
/* harmony export */ });
/* harmony import */ var _gce_machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/gce/machines.js");
/* harmony import */ var _platform_node_pool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/platform/node-pool.js");
/* harmony import */ var _quantity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/quantity.js");
/* harmony import */ var _schema_unsupported_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/schema/unsupported.js");
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/yaml/locate.js");





function clusterMode({ has, text }) {
    if (has(['platform', 'cluster', 'existing']))
        return has(['platform', 'nodePools']) ? 'existing' : 'autopilot';
    return text(['platform', 'cluster', 'mode']) === 'standard' ? 'standard' : 'autopilot';
}
function pools(context) {
    return context.keys(['platform', 'nodePools']).map((name) => pool(context, name));
}
function usedPools({ owner, count, text }) {
    if (owner === undefined || clusterMode(owner) === 'autopilot')
        return [];
    const names = new Set(Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'pool'])));
    return pools(owner).filter((pool) => names.has(pool.name));
}
function openPools({ owner, count, has }) {
    if (owner === undefined || clusterMode(owner) !== 'standard')
        return [];
    const named = Array.from({ length: count(['profiles']) }, (_, index) => has(['profiles', index, 'pool']));
    return named.length > 0 && !named.includes(false) ? [] : pools(owner).filter(isOpenPool);
}
function pool({ tree, text, number, has }, name) {
    const path = ['platform', 'nodePools', name];
    const type = text([...path, 'gpu', 'type']);
    const zones = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .treeAt */ .S)(tree, [...path, 'zones'])?.items?.flatMap(({ value }) => typeof value === 'string' ? [value] : []);
    return {
        name,
        path,
        machineType: text([...path, 'machineType']),
        gpu: type === undefined
            ? undefined
            : { type, count: number([...path, 'gpu', 'count']), shared: has([...path, 'gpu', 'sharing']) },
        topology: text([...path, 'tpu', 'topology']),
        capacity: text([...path, 'capacity']) ?? 'on-demand',
        zones: zones?.every((zone) => typeof zone === 'string') ? zones : undefined,
        min: number([...path, 'min']) ?? 0,
        max: number([...path, 'max']),
        diskType: text([...path, 'disk', 'type']),
        existing: (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .treeAt */ .S)(tree, [...path, 'existing'])?.value === true,
    };
}
function isOpenPool({ name, gpu, machineType, capacity }) {
    const hasTpu = (0,_gce_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .machine */ .Aq)(machineType ?? '')?.tpu !== undefined;
    return name !== _platform_node_pool_js__WEBPACK_IMPORTED_MODULE_4__/* .CORE_POOL */ .dq && gpu === undefined && !hasTpu && capacity !== 'spot' && capacity !== 'flex-start';
}
function amounts({ tree }, path) {
    const here = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .treeAt */ .S)(tree, path);
    if (here?.entries === undefined)
        return { guarantee: (0,_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(here?.value), limit: (0,_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(here?.value) };
    return {
        guarantee: (0,_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .treeAt */ .S)(here, ['guarantee'])?.value),
        limit: (0,_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .treeAt */ .S)(here, ['limit'])?.value),
    };
}
function hasComputeClass({ tree }) {
    const path = ['hub', 'values', 'singleuser', 'nodeSelector', 'cloud.google.com/compute-class'];
    return (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .treeAt */ .S)(tree, path) !== undefined;
}
function orStandard({ tree, owner }) {
    if (owner === undefined || owner.has(['platform', 'cluster', 'existing']))
        return '';
    if (!(0,_schema_unsupported_js__WEBPACK_IMPORTED_MODULE_2__/* .isSupported */ .T)('platform.cluster.mode', 'standard'))
        return '';
    const where = owner.tree === tree ? '' : ' in the file that owns the platform';
    return `, or write platform: {cluster: {mode: standard}}${where}`;
}


/***/ }),

/***/ "src/config/rules/values/hub-code.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   l4: () => (/* binding */ hubCode),
/* harmony export */   r2: () => (/* binding */ isPython),
/* harmony export */   zm: () => (/* binding */ isFolded)
/* harmony export */ });
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/yaml/locate.js");

function codeOf(value) {
    for (const key of ['stringData', 'binaryData']) {
        const text = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .treeAt */ .S)(value, [key])?.value;
        if (typeof text !== 'string')
            continue;
        return { code: key === 'stringData' ? text : Buffer.from(text, 'base64').toString('utf8'), at: [key] };
    }
    return { code: typeof value.value === 'string' ? value.value : undefined, at: [] };
}
function isPython(value) {
    const mount = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .treeAt */ .S)(value, ['mountPath'])?.value;
    return typeof mount === 'string' && mount.endsWith('.py');
}
const SWALLOWED = /^\s*#+[^#\n]*\w[^#\n]*\s(c\.[A-Z]\w*\.\w+\s*=|import\s+\w|def\s+\w+\(|from\s+\w+\s+import)/m;
function isFolded(value) {
    const { code = '', at } = codeOf(value);
    return (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .treeAt */ .S)(value, at)?.folded === true && SWALLOWED.test(code);
}
function hubCode(tree) {
    return ['extraConfig', 'extraFiles'].flatMap((kind) => {
        const root = ['hub', 'values', 'hub', kind];
        const entries = [...((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .treeAt */ .S)(tree, root)?.entries ?? [])];
        return entries.flatMap(([name, { tree: value }]) => {
            const { code, at } = codeOf(value);
            return code === undefined || isFolded(value) || (kind === 'extraFiles' && !isPython(value))
                ? []
                : [{ path: [...root, name, ...at], code }];
        });
    });
}


/***/ }),

/***/ "src/config/schema/check.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ checkSchema)
});

// UNUSED EXPORTS: HANDLERS

// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
// EXTERNAL MODULE: ./lib/src/config/facts.generated.js
var facts_generated = __webpack_require__("src/config/facts.generated.js");
// EXTERNAL MODULE: ./lib/src/config/suggest.js
var suggest = __webpack_require__("src/config/suggest.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/locate.js
var yaml_locate = __webpack_require__("src/config/yaml/locate.js");
;// CONCATENATED MODULE: ./lib/src/config/schema/validators.generated.js
const validateJupyterhub = e4;
let e = { apiVersion: { $ref: "#/$defs/key-apiVersion" }, name: { $ref: "#/$defs/key-name" }, project: { $ref: "#/$defs/key-project" }, location: { $ref: "#/$defs/key-location" }, state: { $ref: "#/$defs/key-state" }, users: { $ref: "#/$defs/key-users" }, extends: { $ref: "#/$defs/key-extends" }, platform: { $ref: "#/$defs/key-platform" }, access: { $ref: "#/$defs/key-access" }, acknowledge: { $ref: "#/$defs/key-acknowledge" }, approval: { $ref: "#/$defs/key-approval" }, storage: { $ref: "#/$defs/key-storage" }, profiles: { $ref: "#/$defs/key-profiles" }, budgets: { $ref: "#/$defs/key-budgets" }, warm: { $ref: "#/$defs/key-warm" }, culling: { $ref: "#/$defs/key-culling" }, limits: { $ref: "#/$defs/key-limits" }, images: { $ref: "#/$defs/key-images" }, ray: { $ref: "#/$defs/key-ray" }, hub: { $ref: "#/$defs/key-hub" }, secrets: { $ref: "#/$defs/key-secrets" }, cost: { $ref: "#/$defs/key-cost" } }, t = Object.prototype.hasOwnProperty;
function a(e, { instancePath: t = "", parentData: r, parentDataProperty: n, rootData: i = e, dynamicAnchors: s = {} } = {}) { let l = null, p = 0, o = a.evaluated; if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), "string" != typeof e) {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === l ? l = [e] : l.push(e), p++;
} if ("jupyterhub-gke/v1" !== e) {
    let e = { instancePath: t, keyword: "const", params: { allowedValue: "jupyterhub-gke/v1" } };
    null === l ? l = [e] : l.push(e), p++;
} return a.errors = l, 0 === p; }
a.evaluated = { dynamicProps: !1, dynamicItems: !1 };
let r = RegExp("^[a-z]([a-z0-9-]*[a-z0-9])?$", "u");
function n(e, { instancePath: t = "", parentData: a, parentDataProperty: i, rootData: s = e, dynamicAnchors: l = {} } = {}) { let p = null, o = 0, y = n.evaluated; if (y.dynamicProps && (y.props = void 0), y.dynamicItems && (y.items = void 0), "string" == typeof e) {
    if (e.length > 25) {
        let e = { instancePath: t, keyword: "maxLength", params: { limit: 25 } };
        null === p ? p = [e] : p.push(e), o++;
    }
    if (!r.test(e)) {
        let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
        null === p ? p = [e] : p.push(e), o++;
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === p ? p = [e] : p.push(e), o++;
} return n.errors = p, 0 === o; }
n.evaluated = { dynamicProps: !1, dynamicItems: !1 };
let i = RegExp("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", "u");
function s(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: l = {} } = {}) { let p = null, o = 0, y = s.evaluated; if (y.dynamicProps && (y.props = void 0), y.dynamicItems && (y.items = void 0), "string" == typeof e) {
    if (!i.test(e)) {
        let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" } };
        null === p ? p = [e] : p.push(e), o++;
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === p ? p = [e] : p.push(e), o++;
} return s.errors = p, 0 === o; }
s.evaluated = { dynamicProps: !1, dynamicItems: !1 };
let l = RegExp("^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$", "u");
function p(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, o = 0, y = p.evaluated; if (y.dynamicProps && (y.props = void 0), y.dynamicItems && (y.items = void 0), "string" == typeof e) {
    if (!l.test(e)) {
        let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" } };
        null === s ? s = [e] : s.push(e), o++;
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === s ? s = [e] : s.push(e), o++;
} return p.errors = s, 0 === o; }
p.evaluated = { dynamicProps: !1, dynamicItems: !1 };
let o = RegExp("^[a-z0-9][a-z0-9._-]*[a-z0-9]$", "u");
function y(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = y.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.bucket) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "bucket" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("bucket" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.bucket) {
        let a = e.bucket;
        if ("string" == typeof a) {
            if (a.length > 222) {
                let e = { instancePath: t + "/bucket", keyword: "maxLength", params: { limit: 222 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a.length < 3) {
                let e = { instancePath: t + "/bucket", keyword: "minLength", params: { limit: 3 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (!o.test(a)) {
                let e = { instancePath: t + "/bucket", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/bucket", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return y.errors = s, 0 === l; }
y.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let u = ["string", "object", "array"], m = ["string", "object"], d = RegExp("^[A-Za-z0-9][A-Za-z0-9-]{0,38}/(?![.]{1,2}$)[A-Za-z0-9._-]{1,100}$", "u"), c = RegExp("^[A-Za-z0-9][A-Za-z0-9._/-]*$", "u");
function h(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = h.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), (!e || "object" != typeof e) && "string" != typeof e) {
    let e = { instancePath: t, keyword: "type", params: { type: u } };
    null === s ? s = [e] : s.push(e), l++;
} if ("string" == typeof e && e.length < 1) {
    let e = { instancePath: t, keyword: "minLength", params: { limit: 1 } };
    null === s ? s = [e] : s.push(e), l++;
} if (Array.isArray(e)) {
    if (e.length > 1e3) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 1e3 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e.length < 1) {
        let e = { instancePath: t, keyword: "minItems", params: { limit: 1 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if ("string" != typeof a && !(a && "object" == typeof a && !Array.isArray(a))) {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: m } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("string" == typeof a && a.length < 1) {
            let e = { instancePath: t + "/" + r, keyword: "minLength", params: { limit: 1 } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.path) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "path" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("path" !== e && "columns" !== e && "repository" !== e && "ref" !== e) {
                    let a = { instancePath: t + "/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.path) {
                let e = a.path;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: t + "/" + r + "/path", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/path", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.columns) {
                let e = a.columns;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    for (let a in e)
                        if ("email" !== a && "groups" !== a && "until" !== a && "note" !== a) {
                            let e = { instancePath: t + "/" + r + "/columns", keyword: "additionalProperties", params: { additionalProperty: a } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    if (void 0 !== e.email) {
                        let a = e.email;
                        if ("string" == typeof a) {
                            if (a.length < 1) {
                                let e = { instancePath: t + "/" + r + "/columns/email", keyword: "minLength", params: { limit: 1 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/" + r + "/columns/email", keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                    if (void 0 !== e.groups) {
                        let a = e.groups;
                        if ("string" == typeof a) {
                            if (a.length < 1) {
                                let e = { instancePath: t + "/" + r + "/columns/groups", keyword: "minLength", params: { limit: 1 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/" + r + "/columns/groups", keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                    if (void 0 !== e.until) {
                        let a = e.until;
                        if ("string" == typeof a) {
                            if (a.length < 1) {
                                let e = { instancePath: t + "/" + r + "/columns/until", keyword: "minLength", params: { limit: 1 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/" + r + "/columns/until", keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                    if (void 0 !== e.note) {
                        let a = e.note;
                        if ("string" == typeof a) {
                            if (a.length < 1) {
                                let e = { instancePath: t + "/" + r + "/columns/note", keyword: "minLength", params: { limit: 1 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/" + r + "/columns/note", keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/columns", keyword: "type", params: { type: "object" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.repository) {
                let e = a.repository;
                if ("string" == typeof e) {
                    if (!d.test(e)) {
                        let e = { instancePath: t + "/" + r + "/repository", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/(?![.]{1,2}$)[A-Za-z0-9._-]{1,100}$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/repository", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.ref) {
                let e = a.ref;
                if ("string" == typeof e) {
                    if (e.length > 255) {
                        let e = { instancePath: t + "/" + r + "/ref", keyword: "maxLength", params: { limit: 255 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e.length < 1) {
                        let e = { instancePath: t + "/" + r + "/ref", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (!c.test(e)) {
                        let e = { instancePath: t + "/" + r + "/ref", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/ref", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
    }
} if (e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.path) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "path" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("path" !== a && "columns" !== a && "repository" !== a && "ref" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.path) {
        let a = e.path;
        if ("string" == typeof a) {
            if (a.length < 1) {
                let e = { instancePath: t + "/path", keyword: "minLength", params: { limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/path", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.columns) {
        let a = e.columns;
        if (a && "object" == typeof a && !Array.isArray(a)) {
            for (let e in a)
                if ("email" !== e && "groups" !== e && "until" !== e && "note" !== e) {
                    let a = { instancePath: t + "/columns", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.email) {
                let e = a.email;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: t + "/columns/email", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/columns/email", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.groups) {
                let e = a.groups;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: t + "/columns/groups", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/columns/groups", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.until) {
                let e = a.until;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: t + "/columns/until", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/columns/until", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.note) {
                let e = a.note;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: t + "/columns/note", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/columns/note", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/columns", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.repository) {
        let a = e.repository;
        if ("string" == typeof a) {
            if (!d.test(a)) {
                let e = { instancePath: t + "/repository", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/(?![.]{1,2}$)[A-Za-z0-9._-]{1,100}$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/repository", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.ref) {
        let a = e.ref;
        if ("string" == typeof a) {
            if (a.length > 255) {
                let e = { instancePath: t + "/ref", keyword: "maxLength", params: { limit: 255 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a.length < 1) {
                let e = { instancePath: t + "/ref", keyword: "minLength", params: { limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (!c.test(a)) {
                let e = { instancePath: t + "/ref", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/ref", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
} return h.errors = s, 0 === l; }
function f(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = f.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), "string" == typeof e) {
    if (e.length < 1) {
        let e = { instancePath: t, keyword: "minLength", params: { limit: 1 } };
        null === s ? s = [e] : s.push(e), l++;
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === s ? s = [e] : s.push(e), l++;
} return f.errors = s, 0 === l; }
h.evaluated = { props: !0, items: !0, dynamicProps: !1, dynamicItems: !1 }, f.evaluated = { dynamicProps: !1, dynamicItems: !1 };
let g = { from: { type: "string", minLength: 1 }, name: { type: "string", maxLength: 25, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, zones: { $ref: "#/$defs/zones" }, cluster: { type: "object", additionalProperties: !1, properties: { mode: { type: "string", enum: ["autopilot", "standard"] }, existing: { type: "object", additionalProperties: !1, required: ["name", "location"], properties: { name: { type: "string", maxLength: 40, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, location: { type: "string", pattern: "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" } } } } }, network: { type: "object", additionalProperties: !1, properties: { existing: { type: "object", additionalProperties: !1, required: ["network", "subnetwork"], properties: { network: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, subnetwork: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, podsRange: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, servicesRange: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } } }, sharedVpc: { type: "object", additionalProperties: !1, required: ["project", "network", "subnetwork", "podsRange", "servicesRange"], properties: { project: { type: "string", pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" }, network: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, subnetwork: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, podsRange: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, servicesRange: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } } }, cidrs: { type: "object", additionalProperties: !1, properties: { nodes: { $ref: "#/$defs/cidr" }, pods: { $ref: "#/$defs/cidr" }, services: { $ref: "#/$defs/cidr" } } } } }, nodePools: { type: "object", minProperties: 1, maxProperties: 50, propertyNames: { pattern: "^[a-z]([a-z0-9-]{0,33}[a-z0-9])?$" }, additionalProperties: { type: "object", additionalProperties: !1, properties: { machineType: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)+$" }, gpu: { type: "object", additionalProperties: !1, required: ["type"], properties: { type: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, count: { type: "integer", minimum: 1, maximum: 16 }, driver: { type: "string", enum: ["default", "latest", "none"] }, sharing: { type: "object", additionalProperties: !1, required: ["strategy", "clients"], properties: { strategy: { type: "string", enum: ["time-sharing", "mps"] }, clients: { type: "integer", minimum: 2, maximum: 48 } } } } }, tpu: { type: "object", additionalProperties: !1, required: ["topology"], properties: { topology: { type: "string", pattern: "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" } } }, capacity: { type: "string", enum: ["on-demand", "spot", "flex-start", "reservation"] }, zones: { $ref: "#/$defs/zones" }, min: { type: "integer", minimum: 0, maximum: 1e3 }, max: { type: "integer", minimum: 1, maximum: 1e3 }, disk: { type: "object", additionalProperties: !1, properties: { type: { type: "string", enum: ["pd-standard", "pd-balanced", "pd-ssd", "hyperdisk-balanced"] }, size: { $ref: "#/$defs/size" } } }, existing: { type: "boolean" }, selector: { type: "object", minProperties: 1, propertyNames: { pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$" }, additionalProperties: { type: "string", maxLength: 63 } }, tolerations: { type: "array", maxItems: 20, items: { type: "object", additionalProperties: !1, required: ["key"], properties: { key: { type: "string", minLength: 1, maxLength: 317 }, operator: { type: "string", enum: ["Exists", "Equal"] }, value: { type: "string", maxLength: 63 }, effect: { type: "string", enum: ["NoSchedule", "PreferNoSchedule", "NoExecute"] } } } } } } }, addons: { type: "object", additionalProperties: !1, properties: { gcsFuse: { type: "boolean" }, filestore: { type: "boolean" }, managedPrometheus: { type: "boolean" }, backup: { type: "boolean" }, ray: { type: "boolean" } } }, maintenance: { type: "object", additionalProperties: !1, required: ["days", "start", "hours"], properties: { days: { type: "array", minItems: 1, maxItems: 7, items: { type: "string", enum: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] } }, start: { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, hours: { type: "integer", minimum: 4, maximum: 24 }, exclusions: { type: "array", maxItems: 3, items: { type: "object", additionalProperties: !1, required: ["name", "from", "to"], properties: { name: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, from: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, to: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, scope: { type: "string", enum: ["NO_UPGRADES", "NO_MINOR_UPGRADES", "NO_MINOR_OR_NODE_UPGRADES"] } } } } } }, deletionProtection: { type: "boolean" }, releaseChannel: { type: "string", enum: ["RAPID", "REGULAR", "STABLE", "EXTENDED"] }, encryptionKey: { type: "string", pattern: "^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z0-9-]+/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}$" }, labels: { type: "object", maxProperties: 60, propertyNames: { pattern: "^[a-z][a-z0-9_-]{0,62}$" }, additionalProperties: { type: "string", pattern: "^[a-z0-9_-]{0,63}$" } } }, P = RegExp("^[a-z]([a-z0-9-]{0,33}[a-z0-9])?$", "u"), k = RegExp("^[a-z0-9]+(-[a-z0-9]+)+$", "u"), w = RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u"), v = RegExp("^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$", "u"), b = RegExp("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$", "u"), z = RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", "u"), A = RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u"), x = RegExp("^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z0-9-]+/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}$", "u"), $ = RegExp("^[a-z][a-z0-9_-]{0,62}$", "u"), j = RegExp("^[a-z0-9_-]{0,63}$", "u"), N = RegExp("^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$", "u");
function I(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = I.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), "string" == typeof e) {
    if (!N.test(e)) {
        let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$" } };
        null === s ? s = [e] : s.push(e), l++;
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === s ? s = [e] : s.push(e), l++;
} return I.errors = s, 0 === l; }
function D(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = D.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 10) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 10 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e.length < 1) {
        let e = { instancePath: t, keyword: "minItems", params: { limit: 1 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++)
        I(e[r], { instancePath: t + "/" + r, parentData: e, parentDataProperty: r, rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? I.errors : s.concat(I.errors)).length);
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return D.errors = s, 0 === l; }
I.evaluated = { dynamicProps: !1, dynamicItems: !1 }, D.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
let R = RegExp("^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$", "u");
function L(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = L.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), "string" == typeof e) {
    if (!R.test(e)) {
        let e = { instancePath: t, keyword: "pattern", params: { pattern: "^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$" } };
        null === s ? s = [e] : s.push(e), l++;
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === s ? s = [e] : s.push(e), l++;
} return L.errors = s, 0 === l; }
L.evaluated = { dynamicProps: !1, dynamicItems: !1 };
let q = ["string", "number"], E = RegExp("^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$", "u");
function _(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = _.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), "string" != typeof e && !("number" == typeof e && isFinite(e))) {
    let e = { instancePath: t, keyword: "type", params: { type: q } };
    null === s ? s = [e] : s.push(e), l++;
} if ("string" == typeof e && !E.test(e)) {
    let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" } };
    null === s ? s = [e] : s.push(e), l++;
} return _.errors = s, 0 === l; }
function Z(e, { instancePath: a = "", parentData: n, parentDataProperty: s, rootData: p = e, dynamicAnchors: o = {} } = {}) { let y = null, u = 0, m = Z.evaluated; if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let r in e)
        if (!t.call(g, r)) {
            let e = { instancePath: a, keyword: "additionalProperties", params: { additionalProperty: r } };
            null === y ? y = [e] : y.push(e), u++;
        }
    if (void 0 !== e.from) {
        let t = e.from;
        if ("string" == typeof t) {
            if (t.length < 1) {
                let e = { instancePath: a + "/from", keyword: "minLength", params: { limit: 1 } };
                null === y ? y = [e] : y.push(e), u++;
            }
        }
        else {
            let e = { instancePath: a + "/from", keyword: "type", params: { type: "string" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.name) {
        let t = e.name;
        if ("string" == typeof t) {
            if (t.length > 25) {
                let e = { instancePath: a + "/name", keyword: "maxLength", params: { limit: 25 } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (!r.test(t)) {
                let e = { instancePath: a + "/name", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                null === y ? y = [e] : y.push(e), u++;
            }
        }
        else {
            let e = { instancePath: a + "/name", keyword: "type", params: { type: "string" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 === e.zones || D(e.zones, { instancePath: a + "/zones", parentData: e, parentDataProperty: "zones", rootData: p, dynamicAnchors: o }) || (u = (y = null === y ? D.errors : y.concat(D.errors)).length), void 0 !== e.cluster) {
        let t = e.cluster;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            for (let e in t)
                if ("mode" !== e && "existing" !== e) {
                    let t = { instancePath: a + "/cluster", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.mode) {
                let e = t.mode;
                if ("string" != typeof e) {
                    let e = { instancePath: a + "/cluster/mode", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
                if ("autopilot" !== e && "standard" !== e) {
                    let e = { instancePath: a + "/cluster/mode", keyword: "enum", params: { allowedValues: g.cluster.properties.mode.enum } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
            if (void 0 !== t.existing) {
                let e = t.existing;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (void 0 === e.name) {
                        let e = { instancePath: a + "/cluster/existing", keyword: "required", params: { missingProperty: "name" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (void 0 === e.location) {
                        let e = { instancePath: a + "/cluster/existing", keyword: "required", params: { missingProperty: "location" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    for (let t in e)
                        if ("name" !== t && "location" !== t) {
                            let e = { instancePath: a + "/cluster/existing", keyword: "additionalProperties", params: { additionalProperty: t } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    if (void 0 !== e.name) {
                        let t = e.name;
                        if ("string" == typeof t) {
                            if (t.length > 40) {
                                let e = { instancePath: a + "/cluster/existing/name", keyword: "maxLength", params: { limit: 40 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/cluster/existing/name", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/cluster/existing/name", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.location) {
                        let t = e.location;
                        if ("string" == typeof t) {
                            if (!l.test(t)) {
                                let e = { instancePath: a + "/cluster/existing/location", keyword: "pattern", params: { pattern: "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/cluster/existing/location", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/cluster/existing", keyword: "type", params: { type: "object" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/cluster", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.network) {
        let t = e.network;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            for (let e in t)
                if ("existing" !== e && "sharedVpc" !== e && "cidrs" !== e) {
                    let t = { instancePath: a + "/network", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.existing) {
                let e = t.existing;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (void 0 === e.network) {
                        let e = { instancePath: a + "/network/existing", keyword: "required", params: { missingProperty: "network" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (void 0 === e.subnetwork) {
                        let e = { instancePath: a + "/network/existing", keyword: "required", params: { missingProperty: "subnetwork" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    for (let t in e)
                        if ("network" !== t && "subnetwork" !== t && "podsRange" !== t && "servicesRange" !== t) {
                            let e = { instancePath: a + "/network/existing", keyword: "additionalProperties", params: { additionalProperty: t } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    if (void 0 !== e.network) {
                        let t = e.network;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/network/existing/network", keyword: "maxLength", params: { limit: 63 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/network/existing/network", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/existing/network", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.subnetwork) {
                        let t = e.subnetwork;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/network/existing/subnetwork", keyword: "maxLength", params: { limit: 63 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/network/existing/subnetwork", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/existing/subnetwork", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.podsRange) {
                        let t = e.podsRange;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/network/existing/podsRange", keyword: "maxLength", params: { limit: 63 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/network/existing/podsRange", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/existing/podsRange", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.servicesRange) {
                        let t = e.servicesRange;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/network/existing/servicesRange", keyword: "maxLength", params: { limit: 63 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/network/existing/servicesRange", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/existing/servicesRange", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/network/existing", keyword: "type", params: { type: "object" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
            if (void 0 !== t.sharedVpc) {
                let e = t.sharedVpc;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (void 0 === e.project) {
                        let e = { instancePath: a + "/network/sharedVpc", keyword: "required", params: { missingProperty: "project" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (void 0 === e.network) {
                        let e = { instancePath: a + "/network/sharedVpc", keyword: "required", params: { missingProperty: "network" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (void 0 === e.subnetwork) {
                        let e = { instancePath: a + "/network/sharedVpc", keyword: "required", params: { missingProperty: "subnetwork" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (void 0 === e.podsRange) {
                        let e = { instancePath: a + "/network/sharedVpc", keyword: "required", params: { missingProperty: "podsRange" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (void 0 === e.servicesRange) {
                        let e = { instancePath: a + "/network/sharedVpc", keyword: "required", params: { missingProperty: "servicesRange" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    for (let t in e)
                        if ("project" !== t && "network" !== t && "subnetwork" !== t && "podsRange" !== t && "servicesRange" !== t) {
                            let e = { instancePath: a + "/network/sharedVpc", keyword: "additionalProperties", params: { additionalProperty: t } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    if (void 0 !== e.project) {
                        let t = e.project;
                        if ("string" == typeof t) {
                            if (!i.test(t)) {
                                let e = { instancePath: a + "/network/sharedVpc/project", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/sharedVpc/project", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.network) {
                        let t = e.network;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/network/sharedVpc/network", keyword: "maxLength", params: { limit: 63 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/network/sharedVpc/network", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/sharedVpc/network", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.subnetwork) {
                        let t = e.subnetwork;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/network/sharedVpc/subnetwork", keyword: "maxLength", params: { limit: 63 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/network/sharedVpc/subnetwork", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/sharedVpc/subnetwork", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.podsRange) {
                        let t = e.podsRange;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/network/sharedVpc/podsRange", keyword: "maxLength", params: { limit: 63 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/network/sharedVpc/podsRange", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/sharedVpc/podsRange", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.servicesRange) {
                        let t = e.servicesRange;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/network/sharedVpc/servicesRange", keyword: "maxLength", params: { limit: 63 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/network/sharedVpc/servicesRange", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/network/sharedVpc/servicesRange", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/network/sharedVpc", keyword: "type", params: { type: "object" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
            if (void 0 !== t.cidrs) {
                let e = t.cidrs;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    for (let t in e)
                        if ("nodes" !== t && "pods" !== t && "services" !== t) {
                            let e = { instancePath: a + "/network/cidrs", keyword: "additionalProperties", params: { additionalProperty: t } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    void 0 === e.nodes || L(e.nodes, { instancePath: a + "/network/cidrs/nodes", parentData: e, parentDataProperty: "nodes", rootData: p, dynamicAnchors: o }) || (u = (y = null === y ? L.errors : y.concat(L.errors)).length), void 0 === e.pods || L(e.pods, { instancePath: a + "/network/cidrs/pods", parentData: e, parentDataProperty: "pods", rootData: p, dynamicAnchors: o }) || (u = (y = null === y ? L.errors : y.concat(L.errors)).length), void 0 === e.services || L(e.services, { instancePath: a + "/network/cidrs/services", parentData: e, parentDataProperty: "services", rootData: p, dynamicAnchors: o }) || (u = (y = null === y ? L.errors : y.concat(L.errors)).length);
                }
                else {
                    let e = { instancePath: a + "/network/cidrs", keyword: "type", params: { type: "object" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/network", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.nodePools) {
        let r = e.nodePools;
        if (r && "object" == typeof r && !Array.isArray(r)) {
            if (Object.keys(r).length > 50) {
                let e = { instancePath: a + "/nodePools", keyword: "maxProperties", params: { limit: 50 } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (Object.keys(r).length < 1) {
                let e = { instancePath: a + "/nodePools", keyword: "minProperties", params: { limit: 1 } };
                null === y ? y = [e] : y.push(e), u++;
            }
            for (let e in r) {
                let t = u;
                if ("string" == typeof e && !P.test(e)) {
                    let t = { instancePath: a + "/nodePools", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]{0,33}[a-z0-9])?$" }, propertyName: e };
                    null === y ? y = [t] : y.push(t), u++;
                }
                if (t !== u) {
                    let t = { instancePath: a + "/nodePools", keyword: "propertyNames", params: { propertyName: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            }
            for (let e in r) {
                let n = r[e];
                if (n && "object" == typeof n && !Array.isArray(n)) {
                    for (let r in n)
                        if (!t.call(g.nodePools.additionalProperties.properties, r)) {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "additionalProperties", params: { additionalProperty: r } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                    if (void 0 !== n.machineType) {
                        let t = n.machineType;
                        if ("string" == typeof t) {
                            if (!k.test(t)) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/machineType", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)+$" } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                        }
                        else {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/machineType", keyword: "type", params: { type: "string" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                    }
                    if (void 0 !== n.gpu) {
                        let t = n.gpu;
                        if (t && "object" == typeof t && !Array.isArray(t)) {
                            if (void 0 === t.type) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu", keyword: "required", params: { missingProperty: "type" } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                            for (let r in t)
                                if ("type" !== r && "count" !== r && "driver" !== r && "sharing" !== r) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu", keyword: "additionalProperties", params: { additionalProperty: r } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            if (void 0 !== t.type) {
                                let r = t.type;
                                if ("string" == typeof r) {
                                    if (!w.test(r)) {
                                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/type", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" } };
                                        null === y ? y = [t] : y.push(t), u++;
                                    }
                                }
                                else {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/type", keyword: "type", params: { type: "string" } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            }
                            if (void 0 !== t.count) {
                                let r = t.count;
                                if (!("number" == typeof r && !(r % 1) && !isNaN(r) && isFinite(r))) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/count", keyword: "type", params: { type: "integer" } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                                if ("number" == typeof r && isFinite(r)) {
                                    if (r > 16 || isNaN(r)) {
                                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/count", keyword: "maximum", params: { comparison: "<=", limit: 16 } };
                                        null === y ? y = [t] : y.push(t), u++;
                                    }
                                    if (r < 1 || isNaN(r)) {
                                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/count", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                                        null === y ? y = [t] : y.push(t), u++;
                                    }
                                }
                            }
                            if (void 0 !== t.driver) {
                                let r = t.driver;
                                if ("string" != typeof r) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/driver", keyword: "type", params: { type: "string" } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                                if ("default" !== r && "latest" !== r && "none" !== r) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/driver", keyword: "enum", params: { allowedValues: g.nodePools.additionalProperties.properties.gpu.properties.driver.enum } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            }
                            if (void 0 !== t.sharing) {
                                let r = t.sharing;
                                if (r && "object" == typeof r && !Array.isArray(r)) {
                                    if (void 0 === r.strategy) {
                                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing", keyword: "required", params: { missingProperty: "strategy" } };
                                        null === y ? y = [t] : y.push(t), u++;
                                    }
                                    if (void 0 === r.clients) {
                                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing", keyword: "required", params: { missingProperty: "clients" } };
                                        null === y ? y = [t] : y.push(t), u++;
                                    }
                                    for (let t in r)
                                        if ("strategy" !== t && "clients" !== t) {
                                            let r = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing", keyword: "additionalProperties", params: { additionalProperty: t } };
                                            null === y ? y = [r] : y.push(r), u++;
                                        }
                                    if (void 0 !== r.strategy) {
                                        let t = r.strategy;
                                        if ("string" != typeof t) {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/strategy", keyword: "type", params: { type: "string" } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                        if ("time-sharing" !== t && "mps" !== t) {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/strategy", keyword: "enum", params: { allowedValues: g.nodePools.additionalProperties.properties.gpu.properties.sharing.properties.strategy.enum } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                    }
                                    if (void 0 !== r.clients) {
                                        let t = r.clients;
                                        if (!("number" == typeof t && !(t % 1) && !isNaN(t) && isFinite(t))) {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/clients", keyword: "type", params: { type: "integer" } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                        if ("number" == typeof t && isFinite(t)) {
                                            if (t > 48 || isNaN(t)) {
                                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/clients", keyword: "maximum", params: { comparison: "<=", limit: 48 } };
                                                null === y ? y = [t] : y.push(t), u++;
                                            }
                                            if (t < 2 || isNaN(t)) {
                                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/clients", keyword: "minimum", params: { comparison: ">=", limit: 2 } };
                                                null === y ? y = [t] : y.push(t), u++;
                                            }
                                        }
                                    }
                                }
                                else {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing", keyword: "type", params: { type: "object" } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            }
                        }
                        else {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu", keyword: "type", params: { type: "object" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                    }
                    if (void 0 !== n.tpu) {
                        let t = n.tpu;
                        if (t && "object" == typeof t && !Array.isArray(t)) {
                            if (void 0 === t.topology) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu", keyword: "required", params: { missingProperty: "topology" } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                            for (let r in t)
                                if ("topology" !== r) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu", keyword: "additionalProperties", params: { additionalProperty: r } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            if (void 0 !== t.topology) {
                                let r = t.topology;
                                if ("string" == typeof r) {
                                    if (!v.test(r)) {
                                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu/topology", keyword: "pattern", params: { pattern: "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" } };
                                        null === y ? y = [t] : y.push(t), u++;
                                    }
                                }
                                else {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu/topology", keyword: "type", params: { type: "string" } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            }
                        }
                        else {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu", keyword: "type", params: { type: "object" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                    }
                    if (void 0 !== n.capacity) {
                        let t = n.capacity;
                        if ("string" != typeof t) {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/capacity", keyword: "type", params: { type: "string" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                        if ("on-demand" !== t && "spot" !== t && "flex-start" !== t && "reservation" !== t) {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/capacity", keyword: "enum", params: { allowedValues: g.nodePools.additionalProperties.properties.capacity.enum } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                    }
                    if (void 0 === n.zones || D(n.zones, { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/zones", parentData: n, parentDataProperty: "zones", rootData: p, dynamicAnchors: o }) || (u = (y = null === y ? D.errors : y.concat(D.errors)).length), void 0 !== n.min) {
                        let t = n.min;
                        if (!("number" == typeof t && !(t % 1) && !isNaN(t) && isFinite(t))) {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", keyword: "type", params: { type: "integer" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                        if ("number" == typeof t && isFinite(t)) {
                            if (t > 1e3 || isNaN(t)) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                            if (t < 0 || isNaN(t)) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                        }
                    }
                    if (void 0 !== n.max) {
                        let t = n.max;
                        if (!("number" == typeof t && !(t % 1) && !isNaN(t) && isFinite(t))) {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", keyword: "type", params: { type: "integer" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                        if ("number" == typeof t && isFinite(t)) {
                            if (t > 1e3 || isNaN(t)) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                            if (t < 1 || isNaN(t)) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                        }
                    }
                    if (void 0 !== n.disk) {
                        let t = n.disk;
                        if (t && "object" == typeof t && !Array.isArray(t)) {
                            for (let r in t)
                                if ("type" !== r && "size" !== r) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk", keyword: "additionalProperties", params: { additionalProperty: r } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            if (void 0 !== t.type) {
                                let r = t.type;
                                if ("string" != typeof r) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk/type", keyword: "type", params: { type: "string" } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                                if ("pd-standard" !== r && "pd-balanced" !== r && "pd-ssd" !== r && "hyperdisk-balanced" !== r) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk/type", keyword: "enum", params: { allowedValues: g.nodePools.additionalProperties.properties.disk.properties.type.enum } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            }
                            void 0 === t.size || _(t.size, { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk/size", parentData: t, parentDataProperty: "size", rootData: p, dynamicAnchors: o }) || (u = (y = null === y ? _.errors : y.concat(_.errors)).length);
                        }
                        else {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk", keyword: "type", params: { type: "object" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                    }
                    if (void 0 !== n.existing && "boolean" != typeof n.existing) {
                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/existing", keyword: "type", params: { type: "boolean" } };
                        null === y ? y = [t] : y.push(t), u++;
                    }
                    if (void 0 !== n.selector) {
                        let t = n.selector;
                        if (t && "object" == typeof t && !Array.isArray(t)) {
                            if (Object.keys(t).length < 1) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector", keyword: "minProperties", params: { limit: 1 } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                            for (let r in t) {
                                let t = u;
                                if ("string" == typeof r && !b.test(r)) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector", keyword: "pattern", params: { pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$" }, propertyName: r };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                                if (t !== u) {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector", keyword: "propertyNames", params: { propertyName: r } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            }
                            for (let r in t) {
                                let n = t[r];
                                if ("string" == typeof n) {
                                    if (n.length > 63) {
                                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector/" + r.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "maxLength", params: { limit: 63 } };
                                        null === y ? y = [t] : y.push(t), u++;
                                    }
                                }
                                else {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector/" + r.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            }
                        }
                        else {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector", keyword: "type", params: { type: "object" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                    }
                    if (void 0 !== n.tolerations) {
                        let t = n.tolerations;
                        if (Array.isArray(t)) {
                            if (t.length > 20) {
                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations", keyword: "maxItems", params: { limit: 20 } };
                                null === y ? y = [t] : y.push(t), u++;
                            }
                            let r = t.length;
                            for (let n = 0; n < r; n++) {
                                let r = t[n];
                                if (r && "object" == typeof r && !Array.isArray(r)) {
                                    if (void 0 === r.key) {
                                        let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n, keyword: "required", params: { missingProperty: "key" } };
                                        null === y ? y = [t] : y.push(t), u++;
                                    }
                                    for (let t in r)
                                        if ("key" !== t && "operator" !== t && "value" !== t && "effect" !== t) {
                                            let r = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n, keyword: "additionalProperties", params: { additionalProperty: t } };
                                            null === y ? y = [r] : y.push(r), u++;
                                        }
                                    if (void 0 !== r.key) {
                                        let t = r.key;
                                        if ("string" == typeof t) {
                                            if (t.length > 317) {
                                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/key", keyword: "maxLength", params: { limit: 317 } };
                                                null === y ? y = [t] : y.push(t), u++;
                                            }
                                            if (t.length < 1) {
                                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/key", keyword: "minLength", params: { limit: 1 } };
                                                null === y ? y = [t] : y.push(t), u++;
                                            }
                                        }
                                        else {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/key", keyword: "type", params: { type: "string" } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                    }
                                    if (void 0 !== r.operator) {
                                        let t = r.operator;
                                        if ("string" != typeof t) {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/operator", keyword: "type", params: { type: "string" } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                        if ("Exists" !== t && "Equal" !== t) {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/operator", keyword: "enum", params: { allowedValues: g.nodePools.additionalProperties.properties.tolerations.items.properties.operator.enum } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                    }
                                    if (void 0 !== r.value) {
                                        let t = r.value;
                                        if ("string" == typeof t) {
                                            if (t.length > 63) {
                                                let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/value", keyword: "maxLength", params: { limit: 63 } };
                                                null === y ? y = [t] : y.push(t), u++;
                                            }
                                        }
                                        else {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/value", keyword: "type", params: { type: "string" } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                    }
                                    if (void 0 !== r.effect) {
                                        let t = r.effect;
                                        if ("string" != typeof t) {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/effect", keyword: "type", params: { type: "string" } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                        if ("NoSchedule" !== t && "PreferNoSchedule" !== t && "NoExecute" !== t) {
                                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n + "/effect", keyword: "enum", params: { allowedValues: g.nodePools.additionalProperties.properties.tolerations.items.properties.effect.enum } };
                                            null === y ? y = [t] : y.push(t), u++;
                                        }
                                    }
                                }
                                else {
                                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + n, keyword: "type", params: { type: "object" } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            }
                        }
                        else {
                            let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations", keyword: "type", params: { type: "array" } };
                            null === y ? y = [t] : y.push(t), u++;
                        }
                    }
                }
                else {
                    let t = { instancePath: a + "/nodePools/" + e.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/nodePools", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.addons) {
        let t = e.addons;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            for (let e in t)
                if ("gcsFuse" !== e && "filestore" !== e && "managedPrometheus" !== e && "backup" !== e && "ray" !== e) {
                    let t = { instancePath: a + "/addons", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.gcsFuse && "boolean" != typeof t.gcsFuse) {
                let e = { instancePath: a + "/addons/gcsFuse", keyword: "type", params: { type: "boolean" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (void 0 !== t.filestore && "boolean" != typeof t.filestore) {
                let e = { instancePath: a + "/addons/filestore", keyword: "type", params: { type: "boolean" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (void 0 !== t.managedPrometheus && "boolean" != typeof t.managedPrometheus) {
                let e = { instancePath: a + "/addons/managedPrometheus", keyword: "type", params: { type: "boolean" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (void 0 !== t.backup && "boolean" != typeof t.backup) {
                let e = { instancePath: a + "/addons/backup", keyword: "type", params: { type: "boolean" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (void 0 !== t.ray && "boolean" != typeof t.ray) {
                let e = { instancePath: a + "/addons/ray", keyword: "type", params: { type: "boolean" } };
                null === y ? y = [e] : y.push(e), u++;
            }
        }
        else {
            let e = { instancePath: a + "/addons", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.maintenance) {
        let t = e.maintenance;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            if (void 0 === t.days) {
                let e = { instancePath: a + "/maintenance", keyword: "required", params: { missingProperty: "days" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (void 0 === t.start) {
                let e = { instancePath: a + "/maintenance", keyword: "required", params: { missingProperty: "start" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (void 0 === t.hours) {
                let e = { instancePath: a + "/maintenance", keyword: "required", params: { missingProperty: "hours" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            for (let e in t)
                if ("days" !== e && "start" !== e && "hours" !== e && "exclusions" !== e) {
                    let t = { instancePath: a + "/maintenance", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.days) {
                let e = t.days;
                if (Array.isArray(e)) {
                    if (e.length > 7) {
                        let e = { instancePath: a + "/maintenance/days", keyword: "maxItems", params: { limit: 7 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (e.length < 1) {
                        let e = { instancePath: a + "/maintenance/days", keyword: "minItems", params: { limit: 1 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    let t = e.length;
                    for (let r = 0; r < t; r++) {
                        let t = e[r];
                        if ("string" != typeof t) {
                            let e = { instancePath: a + "/maintenance/days/" + r, keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                        if ("mon" !== t && "tue" !== t && "wed" !== t && "thu" !== t && "fri" !== t && "sat" !== t && "sun" !== t) {
                            let e = { instancePath: a + "/maintenance/days/" + r, keyword: "enum", params: { allowedValues: g.maintenance.properties.days.items.enum } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/maintenance/days", keyword: "type", params: { type: "array" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
            if (void 0 !== t.start) {
                let e = t.start;
                if ("string" == typeof e) {
                    if (!z.test(e)) {
                        let e = { instancePath: a + "/maintenance/start", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
                else {
                    let e = { instancePath: a + "/maintenance/start", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
            if (void 0 !== t.hours) {
                let e = t.hours;
                if (!("number" == typeof e && !(e % 1) && !isNaN(e) && isFinite(e))) {
                    let e = { instancePath: a + "/maintenance/hours", keyword: "type", params: { type: "integer" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
                if ("number" == typeof e && isFinite(e)) {
                    if (e > 24 || isNaN(e)) {
                        let e = { instancePath: a + "/maintenance/hours", keyword: "maximum", params: { comparison: "<=", limit: 24 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (e < 4 || isNaN(e)) {
                        let e = { instancePath: a + "/maintenance/hours", keyword: "minimum", params: { comparison: ">=", limit: 4 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
            }
            if (void 0 !== t.exclusions) {
                let e = t.exclusions;
                if (Array.isArray(e)) {
                    if (e.length > 3) {
                        let e = { instancePath: a + "/maintenance/exclusions", keyword: "maxItems", params: { limit: 3 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    let t = e.length;
                    for (let n = 0; n < t; n++) {
                        let t = e[n];
                        if (t && "object" == typeof t && !Array.isArray(t)) {
                            if (void 0 === t.name) {
                                let e = { instancePath: a + "/maintenance/exclusions/" + n, keyword: "required", params: { missingProperty: "name" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (void 0 === t.from) {
                                let e = { instancePath: a + "/maintenance/exclusions/" + n, keyword: "required", params: { missingProperty: "from" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (void 0 === t.to) {
                                let e = { instancePath: a + "/maintenance/exclusions/" + n, keyword: "required", params: { missingProperty: "to" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            for (let e in t)
                                if ("name" !== e && "from" !== e && "to" !== e && "scope" !== e) {
                                    let t = { instancePath: a + "/maintenance/exclusions/" + n, keyword: "additionalProperties", params: { additionalProperty: e } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            if (void 0 !== t.name) {
                                let e = t.name;
                                if ("string" == typeof e) {
                                    if (e.length > 63) {
                                        let e = { instancePath: a + "/maintenance/exclusions/" + n + "/name", keyword: "maxLength", params: { limit: 63 } };
                                        null === y ? y = [e] : y.push(e), u++;
                                    }
                                    if (!r.test(e)) {
                                        let e = { instancePath: a + "/maintenance/exclusions/" + n + "/name", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                        null === y ? y = [e] : y.push(e), u++;
                                    }
                                }
                                else {
                                    let e = { instancePath: a + "/maintenance/exclusions/" + n + "/name", keyword: "type", params: { type: "string" } };
                                    null === y ? y = [e] : y.push(e), u++;
                                }
                            }
                            if (void 0 !== t.from) {
                                let e = t.from;
                                if ("string" == typeof e) {
                                    if (!A.test(e)) {
                                        let e = { instancePath: a + "/maintenance/exclusions/" + n + "/from", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
                                        null === y ? y = [e] : y.push(e), u++;
                                    }
                                }
                                else {
                                    let e = { instancePath: a + "/maintenance/exclusions/" + n + "/from", keyword: "type", params: { type: "string" } };
                                    null === y ? y = [e] : y.push(e), u++;
                                }
                            }
                            if (void 0 !== t.to) {
                                let e = t.to;
                                if ("string" == typeof e) {
                                    if (!A.test(e)) {
                                        let e = { instancePath: a + "/maintenance/exclusions/" + n + "/to", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
                                        null === y ? y = [e] : y.push(e), u++;
                                    }
                                }
                                else {
                                    let e = { instancePath: a + "/maintenance/exclusions/" + n + "/to", keyword: "type", params: { type: "string" } };
                                    null === y ? y = [e] : y.push(e), u++;
                                }
                            }
                            if (void 0 !== t.scope) {
                                let e = t.scope;
                                if ("string" != typeof e) {
                                    let e = { instancePath: a + "/maintenance/exclusions/" + n + "/scope", keyword: "type", params: { type: "string" } };
                                    null === y ? y = [e] : y.push(e), u++;
                                }
                                if ("NO_UPGRADES" !== e && "NO_MINOR_UPGRADES" !== e && "NO_MINOR_OR_NODE_UPGRADES" !== e) {
                                    let e = { instancePath: a + "/maintenance/exclusions/" + n + "/scope", keyword: "enum", params: { allowedValues: g.maintenance.properties.exclusions.items.properties.scope.enum } };
                                    null === y ? y = [e] : y.push(e), u++;
                                }
                            }
                        }
                        else {
                            let e = { instancePath: a + "/maintenance/exclusions/" + n, keyword: "type", params: { type: "object" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/maintenance/exclusions", keyword: "type", params: { type: "array" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/maintenance", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.deletionProtection && "boolean" != typeof e.deletionProtection) {
        let e = { instancePath: a + "/deletionProtection", keyword: "type", params: { type: "boolean" } };
        null === y ? y = [e] : y.push(e), u++;
    }
    if (void 0 !== e.releaseChannel) {
        let t = e.releaseChannel;
        if ("string" != typeof t) {
            let e = { instancePath: a + "/releaseChannel", keyword: "type", params: { type: "string" } };
            null === y ? y = [e] : y.push(e), u++;
        }
        if ("RAPID" !== t && "REGULAR" !== t && "STABLE" !== t && "EXTENDED" !== t) {
            let e = { instancePath: a + "/releaseChannel", keyword: "enum", params: { allowedValues: g.releaseChannel.enum } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.encryptionKey) {
        let t = e.encryptionKey;
        if ("string" == typeof t) {
            if (!x.test(t)) {
                let e = { instancePath: a + "/encryptionKey", keyword: "pattern", params: { pattern: "^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z0-9-]+/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}$" } };
                null === y ? y = [e] : y.push(e), u++;
            }
        }
        else {
            let e = { instancePath: a + "/encryptionKey", keyword: "type", params: { type: "string" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.labels) {
        let t = e.labels;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            if (Object.keys(t).length > 60) {
                let e = { instancePath: a + "/labels", keyword: "maxProperties", params: { limit: 60 } };
                null === y ? y = [e] : y.push(e), u++;
            }
            for (let e in t) {
                let t = u;
                if ("string" == typeof e && !$.test(e)) {
                    let t = { instancePath: a + "/labels", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_-]{0,62}$" }, propertyName: e };
                    null === y ? y = [t] : y.push(t), u++;
                }
                if (t !== u) {
                    let t = { instancePath: a + "/labels", keyword: "propertyNames", params: { propertyName: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            }
            for (let e in t) {
                let r = t[e];
                if ("string" == typeof r) {
                    if (!j.test(r)) {
                        let t = { instancePath: a + "/labels/" + e.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "pattern", params: { pattern: "^[a-z0-9_-]{0,63}$" } };
                        null === y ? y = [t] : y.push(t), u++;
                    }
                }
                else {
                    let t = { instancePath: a + "/labels/" + e.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/labels", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
}
else {
    let e = { instancePath: a, keyword: "type", params: { type: "object" } };
    null === y ? y = [e] : y.push(e), u++;
} return Z.errors = y, 0 === u; }
_.evaluated = { dynamicProps: !1, dynamicItems: !1 }, Z.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let F = { domain: { type: "string", maxLength: 63, pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, subdomains: { type: "boolean" }, certificate: { type: "string", pattern: "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$" }, dns: { type: "object", additionalProperties: !1, required: ["zone"], properties: { zone: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, project: { type: "string", pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" } } }, oauthClient: { type: ["string", "object"], pattern: "^google-managed$", additionalProperties: !1, required: ["secretRef"], properties: { secretRef: { type: "string", minLength: 1 } } }, entry: { type: ["string", "object"], pattern: "^direct$", additionalProperties: !1, minProperties: 1, properties: { group: { type: "string", pattern: "^[^@\\s]+@[^@\\s]+$" }, manage: { type: "boolean" }, domain: { type: "string", pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" } } }, mode: { type: "string", enum: ["authoritative", "additive"] }, guard: { type: "object", additionalProperties: !1, properties: { maxRemovals: { type: "object", additionalProperties: !1, properties: { percent: { type: "integer", minimum: 0, maximum: 100 }, atLeast: { type: "integer", minimum: 0, maximum: 1e5 } } }, requiredAdmins: { type: "integer", minimum: 0, maximum: 100 } } }, files: { type: "array", minItems: 1, maxItems: 200, items: { type: "object", additionalProperties: !1, required: ["path", "mayGrant"], properties: { path: { type: "string", minLength: 1 }, mayGrant: { type: "object", additionalProperties: !1, properties: { groups: { type: "array", maxItems: 100, items: { type: "string", pattern: "^\\*$|^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } }, admin: { type: "boolean" } } } } } }, session: { type: "object", additionalProperties: !1, properties: { reauth: { $ref: "#/$defs/duration" }, websocket: { $ref: "#/$defs/duration" }, timezone: { type: "string", pattern: "^[A-Za-z]+([A-Za-z0-9_+/-]*[A-Za-z0-9])?$" } } }, audit: { type: "object", additionalProperties: !1, required: ["bucket"], properties: { bucket: { type: "string", minLength: 3, maxLength: 222, pattern: "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" } } } }, V = RegExp("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", "u"), S = RegExp("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$", "u"), G = RegExp("^google-managed$", "u"), O = RegExp("^direct$", "u"), T = RegExp("^[^@\\s]+@[^@\\s]+$", "u"), M = RegExp("^\\*$|^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$", "u"), C = RegExp("^[A-Za-z]+([A-Za-z0-9_+/-]*[A-Za-z0-9])?$", "u"), U = RegExp("^[1-9][0-9]{0,5}(s|m|h|d)$", "u");
function K(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = K.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), "string" == typeof e) {
    if (!U.test(e)) {
        let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[1-9][0-9]{0,5}(s|m|h|d)$" } };
        null === s ? s = [e] : s.push(e), l++;
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === s ? s = [e] : s.push(e), l++;
} return K.errors = s, 0 === l; }
function B(e, { instancePath: a = "", parentData: n, parentDataProperty: s, rootData: l = e, dynamicAnchors: p = {} } = {}) { let y = null, u = 0, m = B.evaluated; if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let r in e)
        if (!t.call(F, r)) {
            let e = { instancePath: a, keyword: "additionalProperties", params: { additionalProperty: r } };
            null === y ? y = [e] : y.push(e), u++;
        }
    if (void 0 !== e.domain) {
        let t = e.domain;
        if ("string" == typeof t) {
            if (t.length > 63) {
                let e = { instancePath: a + "/domain", keyword: "maxLength", params: { limit: 63 } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (!V.test(t)) {
                let e = { instancePath: a + "/domain", keyword: "pattern", params: { pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" } };
                null === y ? y = [e] : y.push(e), u++;
            }
        }
        else {
            let e = { instancePath: a + "/domain", keyword: "type", params: { type: "string" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.subdomains && "boolean" != typeof e.subdomains) {
        let e = { instancePath: a + "/subdomains", keyword: "type", params: { type: "boolean" } };
        null === y ? y = [e] : y.push(e), u++;
    }
    if (void 0 !== e.certificate) {
        let t = e.certificate;
        if ("string" == typeof t) {
            if (!S.test(t)) {
                let e = { instancePath: a + "/certificate", keyword: "pattern", params: { pattern: "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$" } };
                null === y ? y = [e] : y.push(e), u++;
            }
        }
        else {
            let e = { instancePath: a + "/certificate", keyword: "type", params: { type: "string" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.dns) {
        let t = e.dns;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            if (void 0 === t.zone) {
                let e = { instancePath: a + "/dns", keyword: "required", params: { missingProperty: "zone" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            for (let e in t)
                if ("zone" !== e && "project" !== e) {
                    let t = { instancePath: a + "/dns", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.zone) {
                let e = t.zone;
                if ("string" == typeof e) {
                    if (e.length > 63) {
                        let e = { instancePath: a + "/dns/zone", keyword: "maxLength", params: { limit: 63 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (!r.test(e)) {
                        let e = { instancePath: a + "/dns/zone", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
                else {
                    let e = { instancePath: a + "/dns/zone", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
            if (void 0 !== t.project) {
                let e = t.project;
                if ("string" == typeof e) {
                    if (!i.test(e)) {
                        let e = { instancePath: a + "/dns/project", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
                else {
                    let e = { instancePath: a + "/dns/project", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/dns", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.oauthClient) {
        let t = e.oauthClient;
        if ("string" != typeof t && !(t && "object" == typeof t && !Array.isArray(t))) {
            let e = { instancePath: a + "/oauthClient", keyword: "type", params: { type: F.oauthClient.type } };
            null === y ? y = [e] : y.push(e), u++;
        }
        if ("string" == typeof t && !G.test(t)) {
            let e = { instancePath: a + "/oauthClient", keyword: "pattern", params: { pattern: "^google-managed$" } };
            null === y ? y = [e] : y.push(e), u++;
        }
        if (t && "object" == typeof t && !Array.isArray(t)) {
            if (void 0 === t.secretRef) {
                let e = { instancePath: a + "/oauthClient", keyword: "required", params: { missingProperty: "secretRef" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            for (let e in t)
                if ("secretRef" !== e) {
                    let t = { instancePath: a + "/oauthClient", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.secretRef) {
                let e = t.secretRef;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: a + "/oauthClient/secretRef", keyword: "minLength", params: { limit: 1 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
                else {
                    let e = { instancePath: a + "/oauthClient/secretRef", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
    }
    if (void 0 !== e.entry) {
        let t = e.entry;
        if ("string" != typeof t && !(t && "object" == typeof t && !Array.isArray(t))) {
            let e = { instancePath: a + "/entry", keyword: "type", params: { type: F.entry.type } };
            null === y ? y = [e] : y.push(e), u++;
        }
        if ("string" == typeof t && !O.test(t)) {
            let e = { instancePath: a + "/entry", keyword: "pattern", params: { pattern: "^direct$" } };
            null === y ? y = [e] : y.push(e), u++;
        }
        if (t && "object" == typeof t && !Array.isArray(t)) {
            if (Object.keys(t).length < 1) {
                let e = { instancePath: a + "/entry", keyword: "minProperties", params: { limit: 1 } };
                null === y ? y = [e] : y.push(e), u++;
            }
            for (let e in t)
                if ("group" !== e && "manage" !== e && "domain" !== e) {
                    let t = { instancePath: a + "/entry", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.group) {
                let e = t.group;
                if ("string" == typeof e) {
                    if (!T.test(e)) {
                        let e = { instancePath: a + "/entry/group", keyword: "pattern", params: { pattern: "^[^@\\s]+@[^@\\s]+$" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
                else {
                    let e = { instancePath: a + "/entry/group", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
            if (void 0 !== t.manage && "boolean" != typeof t.manage) {
                let e = { instancePath: a + "/entry/manage", keyword: "type", params: { type: "boolean" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (void 0 !== t.domain) {
                let e = t.domain;
                if ("string" == typeof e) {
                    if (!V.test(e)) {
                        let e = { instancePath: a + "/entry/domain", keyword: "pattern", params: { pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
                else {
                    let e = { instancePath: a + "/entry/domain", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
    }
    if (void 0 !== e.mode) {
        let t = e.mode;
        if ("string" != typeof t) {
            let e = { instancePath: a + "/mode", keyword: "type", params: { type: "string" } };
            null === y ? y = [e] : y.push(e), u++;
        }
        if ("authoritative" !== t && "additive" !== t) {
            let e = { instancePath: a + "/mode", keyword: "enum", params: { allowedValues: F.mode.enum } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.guard) {
        let t = e.guard;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            for (let e in t)
                if ("maxRemovals" !== e && "requiredAdmins" !== e) {
                    let t = { instancePath: a + "/guard", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.maxRemovals) {
                let e = t.maxRemovals;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    for (let t in e)
                        if ("percent" !== t && "atLeast" !== t) {
                            let e = { instancePath: a + "/guard/maxRemovals", keyword: "additionalProperties", params: { additionalProperty: t } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    if (void 0 !== e.percent) {
                        let t = e.percent;
                        if (!("number" == typeof t && !(t % 1) && !isNaN(t) && isFinite(t))) {
                            let e = { instancePath: a + "/guard/maxRemovals/percent", keyword: "type", params: { type: "integer" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                        if ("number" == typeof t && isFinite(t)) {
                            if (t > 100 || isNaN(t)) {
                                let e = { instancePath: a + "/guard/maxRemovals/percent", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (t < 0 || isNaN(t)) {
                                let e = { instancePath: a + "/guard/maxRemovals/percent", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                    }
                    if (void 0 !== e.atLeast) {
                        let t = e.atLeast;
                        if (!("number" == typeof t && !(t % 1) && !isNaN(t) && isFinite(t))) {
                            let e = { instancePath: a + "/guard/maxRemovals/atLeast", keyword: "type", params: { type: "integer" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                        if ("number" == typeof t && isFinite(t)) {
                            if (t > 1e5 || isNaN(t)) {
                                let e = { instancePath: a + "/guard/maxRemovals/atLeast", keyword: "maximum", params: { comparison: "<=", limit: 1e5 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                            if (t < 0 || isNaN(t)) {
                                let e = { instancePath: a + "/guard/maxRemovals/atLeast", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/guard/maxRemovals", keyword: "type", params: { type: "object" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
            if (void 0 !== t.requiredAdmins) {
                let e = t.requiredAdmins;
                if (!("number" == typeof e && !(e % 1) && !isNaN(e) && isFinite(e))) {
                    let e = { instancePath: a + "/guard/requiredAdmins", keyword: "type", params: { type: "integer" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
                if ("number" == typeof e && isFinite(e)) {
                    if (e > 100 || isNaN(e)) {
                        let e = { instancePath: a + "/guard/requiredAdmins", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (e < 0 || isNaN(e)) {
                        let e = { instancePath: a + "/guard/requiredAdmins", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
            }
        }
        else {
            let e = { instancePath: a + "/guard", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.files) {
        let t = e.files;
        if (Array.isArray(t)) {
            if (t.length > 200) {
                let e = { instancePath: a + "/files", keyword: "maxItems", params: { limit: 200 } };
                null === y ? y = [e] : y.push(e), u++;
            }
            if (t.length < 1) {
                let e = { instancePath: a + "/files", keyword: "minItems", params: { limit: 1 } };
                null === y ? y = [e] : y.push(e), u++;
            }
            let e = t.length;
            for (let r = 0; r < e; r++) {
                let e = t[r];
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (void 0 === e.path) {
                        let e = { instancePath: a + "/files/" + r, keyword: "required", params: { missingProperty: "path" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (void 0 === e.mayGrant) {
                        let e = { instancePath: a + "/files/" + r, keyword: "required", params: { missingProperty: "mayGrant" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    for (let t in e)
                        if ("path" !== t && "mayGrant" !== t) {
                            let e = { instancePath: a + "/files/" + r, keyword: "additionalProperties", params: { additionalProperty: t } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    if (void 0 !== e.path) {
                        let t = e.path;
                        if ("string" == typeof t) {
                            if (t.length < 1) {
                                let e = { instancePath: a + "/files/" + r + "/path", keyword: "minLength", params: { limit: 1 } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/files/" + r + "/path", keyword: "type", params: { type: "string" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                    if (void 0 !== e.mayGrant) {
                        let t = e.mayGrant;
                        if (t && "object" == typeof t && !Array.isArray(t)) {
                            for (let e in t)
                                if ("groups" !== e && "admin" !== e) {
                                    let t = { instancePath: a + "/files/" + r + "/mayGrant", keyword: "additionalProperties", params: { additionalProperty: e } };
                                    null === y ? y = [t] : y.push(t), u++;
                                }
                            if (void 0 !== t.groups) {
                                let e = t.groups;
                                if (Array.isArray(e)) {
                                    if (e.length > 100) {
                                        let e = { instancePath: a + "/files/" + r + "/mayGrant/groups", keyword: "maxItems", params: { limit: 100 } };
                                        null === y ? y = [e] : y.push(e), u++;
                                    }
                                    let t = e.length;
                                    for (let n = 0; n < t; n++) {
                                        let t = e[n];
                                        if ("string" == typeof t) {
                                            if (!M.test(t)) {
                                                let e = { instancePath: a + "/files/" + r + "/mayGrant/groups/" + n, keyword: "pattern", params: { pattern: "^\\*$|^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } };
                                                null === y ? y = [e] : y.push(e), u++;
                                            }
                                        }
                                        else {
                                            let e = { instancePath: a + "/files/" + r + "/mayGrant/groups/" + n, keyword: "type", params: { type: "string" } };
                                            null === y ? y = [e] : y.push(e), u++;
                                        }
                                    }
                                }
                                else {
                                    let e = { instancePath: a + "/files/" + r + "/mayGrant/groups", keyword: "type", params: { type: "array" } };
                                    null === y ? y = [e] : y.push(e), u++;
                                }
                            }
                            if (void 0 !== t.admin && "boolean" != typeof t.admin) {
                                let e = { instancePath: a + "/files/" + r + "/mayGrant/admin", keyword: "type", params: { type: "boolean" } };
                                null === y ? y = [e] : y.push(e), u++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/files/" + r + "/mayGrant", keyword: "type", params: { type: "object" } };
                            null === y ? y = [e] : y.push(e), u++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/files/" + r, keyword: "type", params: { type: "object" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/files", keyword: "type", params: { type: "array" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.session) {
        let t = e.session;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            for (let e in t)
                if ("reauth" !== e && "websocket" !== e && "timezone" !== e) {
                    let t = { instancePath: a + "/session", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 === t.reauth || K(t.reauth, { instancePath: a + "/session/reauth", parentData: t, parentDataProperty: "reauth", rootData: l, dynamicAnchors: p }) || (u = (y = null === y ? K.errors : y.concat(K.errors)).length), void 0 === t.websocket || K(t.websocket, { instancePath: a + "/session/websocket", parentData: t, parentDataProperty: "websocket", rootData: l, dynamicAnchors: p }) || (u = (y = null === y ? K.errors : y.concat(K.errors)).length), void 0 !== t.timezone) {
                let e = t.timezone;
                if ("string" == typeof e) {
                    if (!C.test(e)) {
                        let e = { instancePath: a + "/session/timezone", keyword: "pattern", params: { pattern: "^[A-Za-z]+([A-Za-z0-9_+/-]*[A-Za-z0-9])?$" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
                else {
                    let e = { instancePath: a + "/session/timezone", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/session", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
    if (void 0 !== e.audit) {
        let t = e.audit;
        if (t && "object" == typeof t && !Array.isArray(t)) {
            if (void 0 === t.bucket) {
                let e = { instancePath: a + "/audit", keyword: "required", params: { missingProperty: "bucket" } };
                null === y ? y = [e] : y.push(e), u++;
            }
            for (let e in t)
                if ("bucket" !== e) {
                    let t = { instancePath: a + "/audit", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === y ? y = [t] : y.push(t), u++;
                }
            if (void 0 !== t.bucket) {
                let e = t.bucket;
                if ("string" == typeof e) {
                    if (e.length > 222) {
                        let e = { instancePath: a + "/audit/bucket", keyword: "maxLength", params: { limit: 222 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (e.length < 3) {
                        let e = { instancePath: a + "/audit/bucket", keyword: "minLength", params: { limit: 3 } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                    if (!o.test(e)) {
                        let e = { instancePath: a + "/audit/bucket", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" } };
                        null === y ? y = [e] : y.push(e), u++;
                    }
                }
                else {
                    let e = { instancePath: a + "/audit/bucket", keyword: "type", params: { type: "string" } };
                    null === y ? y = [e] : y.push(e), u++;
                }
            }
        }
        else {
            let e = { instancePath: a + "/audit", keyword: "type", params: { type: "object" } };
            null === y ? y = [e] : y.push(e), u++;
        }
    }
}
else {
    let e = { instancePath: a, keyword: "type", params: { type: "object" } };
    null === y ? y = [e] : y.push(e), u++;
} return B.errors = y, 0 === u; }
K.evaluated = { dynamicProps: !1, dynamicItems: !1 }, B.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let H = RegExp("\\S", "u");
function X(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = X.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 50) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 50 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.rule) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "rule" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.reason) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "reason" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("rule" !== e && "reason" !== e) {
                    let a = { instancePath: t + "/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.rule) {
                let e = a.rule;
                if ("string" == typeof e) {
                    if (!w.test(e)) {
                        let e = { instancePath: t + "/" + r + "/rule", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/rule", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.reason) {
                let e = a.reason;
                if ("string" == typeof e) {
                    if (e.length > 300) {
                        let e = { instancePath: t + "/" + r + "/reason", keyword: "maxLength", params: { limit: 300 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e.length < 3) {
                        let e = { instancePath: t + "/" + r + "/reason", keyword: "minLength", params: { limit: 3 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (!H.test(e)) {
                        let e = { instancePath: t + "/" + r + "/reason", keyword: "pattern", params: { pattern: "\\S" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/reason", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return X.errors = s, 0 === l; }
X.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
let J = ["required", "comment", "none"];
function Q(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = Q.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), "string" != typeof e) {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === s ? s = [e] : s.push(e), l++;
} if ("required" !== e && "comment" !== e && "none" !== e) {
    let e = { instancePath: t, keyword: "enum", params: { allowedValues: J } };
    null === s ? s = [e] : s.push(e), l++;
} return Q.errors = s, 0 === l; }
Q.evaluated = { dynamicProps: !1, dynamicItems: !1 };
let W = { type: "object", additionalProperties: !1, properties: { type: { type: "string", enum: ["disk", "filestore", "none"] }, diskType: { type: "string", enum: ["pd-standard", "pd-balanced", "pd-ssd", "hyperdisk-balanced", "dynamic"] }, size: { $ref: "#/$defs/size" }, regional: { type: "boolean" }, mode: { type: "string", enum: ["instance", "multishare"] }, tier: { type: "string", enum: ["BASIC_HDD", "BASIC_SSD", "ZONAL", "REGIONAL", "ENTERPRISE"] } } }, Y = { type: "object", additionalProperties: !1, properties: { perUser: { type: "boolean" }, shared: { type: "array", maxItems: 20, items: { type: "object", additionalProperties: !1, required: ["bucket", "mountPath"], properties: { bucket: { type: "string", minLength: 3, maxLength: 222, pattern: "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" }, mountPath: { type: "string", pattern: "^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$" }, readOnly: { type: "boolean" } } } } } }, ee = { type: "array", maxItems: 100, items: { type: "object", additionalProperties: !1, required: ["email", "left"], properties: { email: { type: "string", pattern: "^[^@\\s]+@[^@\\s]+$" }, left: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } } } }, et = { type: "object", additionalProperties: !1, required: ["schedule", "keep"], properties: { schedule: { type: "string", pattern: "^\\S+( \\S+){4}$" }, keep: { type: "integer", minimum: 1, maximum: 365 } } }, ea = RegExp("^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$", "u"), er = RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u"), en = RegExp("^\\S+( \\S+){4}$", "u");
function ei(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = ei.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e)
        if ("home" !== a && "buckets" !== a && "purge" !== a && "snapshots" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.home) {
        let a = e.home;
        if (a && "object" == typeof a && !Array.isArray(a)) {
            for (let e in a)
                if ("type" !== e && "diskType" !== e && "size" !== e && "regional" !== e && "mode" !== e && "tier" !== e) {
                    let a = { instancePath: t + "/home", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.type) {
                let e = a.type;
                if ("string" != typeof e) {
                    let e = { instancePath: t + "/home/type", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("disk" !== e && "filestore" !== e && "none" !== e) {
                    let e = { instancePath: t + "/home/type", keyword: "enum", params: { allowedValues: W.properties.type.enum } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.diskType) {
                let e = a.diskType;
                if ("string" != typeof e) {
                    let e = { instancePath: t + "/home/diskType", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("pd-standard" !== e && "pd-balanced" !== e && "pd-ssd" !== e && "hyperdisk-balanced" !== e && "dynamic" !== e) {
                    let e = { instancePath: t + "/home/diskType", keyword: "enum", params: { allowedValues: W.properties.diskType.enum } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 === a.size || _(a.size, { instancePath: t + "/home/size", parentData: a, parentDataProperty: "size", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? _.errors : s.concat(_.errors)).length), void 0 !== a.regional && "boolean" != typeof a.regional) {
                let e = { instancePath: t + "/home/regional", keyword: "type", params: { type: "boolean" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 !== a.mode) {
                let e = a.mode;
                if ("string" != typeof e) {
                    let e = { instancePath: t + "/home/mode", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("instance" !== e && "multishare" !== e) {
                    let e = { instancePath: t + "/home/mode", keyword: "enum", params: { allowedValues: W.properties.mode.enum } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.tier) {
                let e = a.tier;
                if ("string" != typeof e) {
                    let e = { instancePath: t + "/home/tier", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("BASIC_HDD" !== e && "BASIC_SSD" !== e && "ZONAL" !== e && "REGIONAL" !== e && "ENTERPRISE" !== e) {
                    let e = { instancePath: t + "/home/tier", keyword: "enum", params: { allowedValues: W.properties.tier.enum } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/home", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.buckets) {
        let a = e.buckets;
        if (a && "object" == typeof a && !Array.isArray(a)) {
            for (let e in a)
                if ("perUser" !== e && "shared" !== e) {
                    let a = { instancePath: t + "/buckets", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.perUser && "boolean" != typeof a.perUser) {
                let e = { instancePath: t + "/buckets/perUser", keyword: "type", params: { type: "boolean" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 !== a.shared) {
                let e = a.shared;
                if (Array.isArray(e)) {
                    if (e.length > 20) {
                        let e = { instancePath: t + "/buckets/shared", keyword: "maxItems", params: { limit: 20 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    let a = e.length;
                    for (let r = 0; r < a; r++) {
                        let a = e[r];
                        if (a && "object" == typeof a && !Array.isArray(a)) {
                            if (void 0 === a.bucket) {
                                let e = { instancePath: t + "/buckets/shared/" + r, keyword: "required", params: { missingProperty: "bucket" } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                            if (void 0 === a.mountPath) {
                                let e = { instancePath: t + "/buckets/shared/" + r, keyword: "required", params: { missingProperty: "mountPath" } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                            for (let e in a)
                                if ("bucket" !== e && "mountPath" !== e && "readOnly" !== e) {
                                    let a = { instancePath: t + "/buckets/shared/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                                    null === s ? s = [a] : s.push(a), l++;
                                }
                            if (void 0 !== a.bucket) {
                                let e = a.bucket;
                                if ("string" == typeof e) {
                                    if (e.length > 222) {
                                        let e = { instancePath: t + "/buckets/shared/" + r + "/bucket", keyword: "maxLength", params: { limit: 222 } };
                                        null === s ? s = [e] : s.push(e), l++;
                                    }
                                    if (e.length < 3) {
                                        let e = { instancePath: t + "/buckets/shared/" + r + "/bucket", keyword: "minLength", params: { limit: 3 } };
                                        null === s ? s = [e] : s.push(e), l++;
                                    }
                                    if (!o.test(e)) {
                                        let e = { instancePath: t + "/buckets/shared/" + r + "/bucket", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" } };
                                        null === s ? s = [e] : s.push(e), l++;
                                    }
                                }
                                else {
                                    let e = { instancePath: t + "/buckets/shared/" + r + "/bucket", keyword: "type", params: { type: "string" } };
                                    null === s ? s = [e] : s.push(e), l++;
                                }
                            }
                            if (void 0 !== a.mountPath) {
                                let e = a.mountPath;
                                if ("string" == typeof e) {
                                    if (!ea.test(e)) {
                                        let e = { instancePath: t + "/buckets/shared/" + r + "/mountPath", keyword: "pattern", params: { pattern: "^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$" } };
                                        null === s ? s = [e] : s.push(e), l++;
                                    }
                                }
                                else {
                                    let e = { instancePath: t + "/buckets/shared/" + r + "/mountPath", keyword: "type", params: { type: "string" } };
                                    null === s ? s = [e] : s.push(e), l++;
                                }
                            }
                            if (void 0 !== a.readOnly && "boolean" != typeof a.readOnly) {
                                let e = { instancePath: t + "/buckets/shared/" + r + "/readOnly", keyword: "type", params: { type: "boolean" } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/buckets/shared/" + r, keyword: "type", params: { type: "object" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                }
                else {
                    let e = { instancePath: t + "/buckets/shared", keyword: "type", params: { type: "array" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/buckets", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.purge) {
        let a = e.purge;
        if (Array.isArray(a)) {
            if (a.length > 100) {
                let e = { instancePath: t + "/purge", keyword: "maxItems", params: { limit: 100 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            let e = a.length;
            for (let r = 0; r < e; r++) {
                let e = a[r];
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (void 0 === e.email) {
                        let e = { instancePath: t + "/purge/" + r, keyword: "required", params: { missingProperty: "email" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (void 0 === e.left) {
                        let e = { instancePath: t + "/purge/" + r, keyword: "required", params: { missingProperty: "left" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    for (let a in e)
                        if ("email" !== a && "left" !== a) {
                            let e = { instancePath: t + "/purge/" + r, keyword: "additionalProperties", params: { additionalProperty: a } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    if (void 0 !== e.email) {
                        let a = e.email;
                        if ("string" == typeof a) {
                            if (!T.test(a)) {
                                let e = { instancePath: t + "/purge/" + r + "/email", keyword: "pattern", params: { pattern: "^[^@\\s]+@[^@\\s]+$" } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/purge/" + r + "/email", keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                    if (void 0 !== e.left) {
                        let a = e.left;
                        if ("string" == typeof a) {
                            if (!er.test(a)) {
                                let e = { instancePath: t + "/purge/" + r + "/left", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/purge/" + r + "/left", keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                }
                else {
                    let e = { instancePath: t + "/purge/" + r, keyword: "type", params: { type: "object" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/purge", keyword: "type", params: { type: "array" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.snapshots) {
        let a = e.snapshots;
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.schedule) {
                let e = { instancePath: t + "/snapshots", keyword: "required", params: { missingProperty: "schedule" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.keep) {
                let e = { instancePath: t + "/snapshots", keyword: "required", params: { missingProperty: "keep" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("schedule" !== e && "keep" !== e) {
                    let a = { instancePath: t + "/snapshots", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.schedule) {
                let e = a.schedule;
                if ("string" == typeof e) {
                    if (!en.test(e)) {
                        let e = { instancePath: t + "/snapshots/schedule", keyword: "pattern", params: { pattern: "^\\S+( \\S+){4}$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/snapshots/schedule", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.keep) {
                let e = a.keep;
                if (!("number" == typeof e && !(e % 1) && !isNaN(e) && isFinite(e))) {
                    let e = { instancePath: t + "/snapshots/keep", keyword: "type", params: { type: "integer" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("number" == typeof e && isFinite(e)) {
                    if (e > 365 || isNaN(e)) {
                        let e = { instancePath: t + "/snapshots/keep", keyword: "maximum", params: { comparison: "<=", limit: 365 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e < 1 || isNaN(e)) {
                        let e = { instancePath: t + "/snapshots/keep", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
            }
        }
        else {
            let e = { instancePath: t + "/snapshots", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return ei.errors = s, 0 === l; }
ei.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let es = { name: { type: "string", maxLength: 40, pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }, displayName: { type: "string", minLength: 1, maxLength: 100 }, description: { type: "string", maxLength: 500 }, default: { type: "boolean" }, image: { $ref: "#/$defs/image" }, unlistedImage: { type: "object", additionalProperties: !1, required: ["pattern"], properties: { pattern: { type: "string", minLength: 3, maxLength: 500 } } }, options: { type: "object", minProperties: 1, maxProperties: 10, propertyNames: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, additionalProperties: { type: "object", additionalProperties: !1, required: ["choices"], properties: { displayName: { type: "string", minLength: 1, maxLength: 100 }, choices: { type: "object", minProperties: 1, maxProperties: 50, propertyNames: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, additionalProperties: { type: "object", additionalProperties: !1, properties: { displayName: { type: "string", minLength: 1, maxLength: 100 }, default: { type: "boolean" }, image: { $ref: "#/$defs/image" }, cpu: { $ref: "#/$defs/cpu" }, memory: { $ref: "#/$defs/memory" }, env: { $ref: "#/$defs/env" } } } } } } }, env: { $ref: "#/$defs/env" }, pool: { type: "string", minLength: 1 }, capacity: { type: ["string", "array"], pattern: "^(on-demand|spot|flex-start|reservation)$", minItems: 2, maxItems: 4, items: { type: "string", enum: ["on-demand", "spot", "flex-start", "reservation"] } }, reservation: { type: "object", additionalProperties: !1, required: ["name"], properties: { name: { type: "string", maxLength: 63, pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, project: { type: "string", minLength: 6, maxLength: 30, pattern: "^[a-z][a-z0-9-]*[a-z0-9]$" } } }, cpu: { $ref: "#/$defs/cpu" }, memory: { $ref: "#/$defs/memory" }, sharedMemory: { $ref: "#/$defs/size" }, gpu: { $ref: "#/$defs/profileGpu" }, tpu: { $ref: "#/$defs/tpu" }, sandbox: { type: "boolean" }, groups: { $ref: "#/$defs/groups" }, culling: { $ref: "#/$defs/culling" }, startTimeout: { $ref: "#/$defs/duration" } }, el = RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u"), ep = RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "u"), eo = RegExp("^(on-demand|spot|flex-start|reservation)$", "u"), ey = RegExp("^[a-z][a-z0-9-]*[a-z0-9]$", "u"), eu = RegExp("^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$", "u");
function em(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = em.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), "string" == typeof e) {
    if (e.length > 512) {
        let e = { instancePath: t, keyword: "maxLength", params: { limit: 512 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e.length < 1) {
        let e = { instancePath: t, keyword: "minLength", params: { limit: 1 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (!eu.test(e)) {
        let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$" } };
        null === s ? s = [e] : s.push(e), l++;
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "string" } };
    null === s ? s = [e] : s.push(e), l++;
} return em.errors = s, 0 === l; }
em.evaluated = { dynamicProps: !1, dynamicItems: !1 };
let ed = ["number", "string", "object"], ec = { type: ["number", "string"], pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, eh = { type: ["number", "string"], pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$|^none$" }, ef = RegExp("^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$", "u"), eg = RegExp("^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$|^none$", "u");
function eP(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eP.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), !("number" == typeof e && isFinite(e)) && "string" != typeof e && !(e && "object" == typeof e && !Array.isArray(e))) {
    let e = { instancePath: t, keyword: "type", params: { type: ed } };
    null === s ? s = [e] : s.push(e), l++;
} if ("string" == typeof e && !ef.test(e)) {
    let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" } };
    null === s ? s = [e] : s.push(e), l++;
} if (e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.guarantee) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "guarantee" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("guarantee" !== a && "limit" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.guarantee) {
        let a = e.guarantee;
        if (!("number" == typeof a && isFinite(a)) && "string" != typeof a) {
            let e = { instancePath: t + "/guarantee", keyword: "type", params: { type: ec.type } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("string" == typeof a && !ef.test(a)) {
            let e = { instancePath: t + "/guarantee", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.limit) {
        let a = e.limit;
        if (!("number" == typeof a && isFinite(a)) && "string" != typeof a) {
            let e = { instancePath: t + "/limit", keyword: "type", params: { type: eh.type } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("string" == typeof a && !eg.test(a)) {
            let e = { instancePath: t + "/limit", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$|^none$" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
} return eP.errors = s, 0 === l; }
eP.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let ek = ["number", "string", "object"], ew = { type: ["number", "string"], pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, ev = { type: ["number", "string"], pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$|^none$" }, eb = RegExp("^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$|^none$", "u");
function ez(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = ez.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), !("number" == typeof e && isFinite(e)) && "string" != typeof e && !(e && "object" == typeof e && !Array.isArray(e))) {
    let e = { instancePath: t, keyword: "type", params: { type: ek } };
    null === s ? s = [e] : s.push(e), l++;
} if ("string" == typeof e && !E.test(e)) {
    let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" } };
    null === s ? s = [e] : s.push(e), l++;
} if (e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.guarantee) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "guarantee" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (void 0 === e.limit) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "limit" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("guarantee" !== a && "limit" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.guarantee) {
        let a = e.guarantee;
        if (!("number" == typeof a && isFinite(a)) && "string" != typeof a) {
            let e = { instancePath: t + "/guarantee", keyword: "type", params: { type: ew.type } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("string" == typeof a && !E.test(a)) {
            let e = { instancePath: t + "/guarantee", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.limit) {
        let a = e.limit;
        if (!("number" == typeof a && isFinite(a)) && "string" != typeof a) {
            let e = { instancePath: t + "/limit", keyword: "type", params: { type: ev.type } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("string" == typeof a && !eb.test(a)) {
            let e = { instancePath: t + "/limit", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$|^none$" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
} return ez.errors = s, 0 === l; }
ez.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let eA = ["string", "object"], ex = RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function e$(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = e$.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e) {
        let e = l;
        if ("string" == typeof a && !ex.test(a)) {
            let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: a };
            null === s ? s = [e] : s.push(e), l++;
        }
        if (e !== l) {
            let e = { instancePath: t, keyword: "propertyNames", params: { propertyName: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    for (let a in e) {
        let r = e[a];
        if ("string" != typeof r && !(r && "object" == typeof r && !Array.isArray(r))) {
            let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: eA } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if (r && "object" == typeof r && !Array.isArray(r)) {
            if (void 0 === r.secretRef) {
                let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "required", params: { missingProperty: "secretRef" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in r)
                if ("secretRef" !== e) {
                    let r = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [r] : s.push(r), l++;
                }
            if (void 0 !== r.secretRef) {
                let e = r.secretRef;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/secretRef", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/secretRef", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return e$.errors = s, 0 === l; }
e$.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let ej = ["integer", "object"], eN = { type: "string", enum: ["default", "latest"] }, eI = { type: "object", additionalProperties: !1, required: ["strategy", "clients"], properties: { strategy: { type: "string", enum: ["time-sharing", "mps"] }, clients: { type: "integer", minimum: 2, maximum: 48 } } };
function eD(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eD.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), !("number" == typeof e && !(e % 1) && !isNaN(e) && isFinite(e)) && !(e && "object" == typeof e && !Array.isArray(e))) {
    let e = { instancePath: t, keyword: "type", params: { type: ej } };
    null === s ? s = [e] : s.push(e), l++;
} if ("number" == typeof e && isFinite(e)) {
    if (e > 16 || isNaN(e)) {
        let e = { instancePath: t, keyword: "maximum", params: { comparison: "<=", limit: 16 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e < 0 || isNaN(e)) {
        let e = { instancePath: t, keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        null === s ? s = [e] : s.push(e), l++;
    }
} if (e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.type) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "type" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("type" !== a && "count" !== a && "driver" !== a && "sharing" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.type) {
        let a = e.type;
        if ("string" == typeof a) {
            if (!w.test(a)) {
                let e = { instancePath: t + "/type", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/type", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.count) {
        let a = e.count;
        if (!("number" == typeof a && !(a % 1) && !isNaN(a) && isFinite(a))) {
            let e = { instancePath: t + "/count", keyword: "type", params: { type: "integer" } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("number" == typeof a && isFinite(a)) {
            if (a > 16 || isNaN(a)) {
                let e = { instancePath: t + "/count", keyword: "maximum", params: { comparison: "<=", limit: 16 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a < 1 || isNaN(a)) {
                let e = { instancePath: t + "/count", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
    }
    if (void 0 !== e.driver) {
        let a = e.driver;
        if ("string" != typeof a) {
            let e = { instancePath: t + "/driver", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("default" !== a && "latest" !== a) {
            let e = { instancePath: t + "/driver", keyword: "enum", params: { allowedValues: eN.enum } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.sharing) {
        let a = e.sharing;
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.strategy) {
                let e = { instancePath: t + "/sharing", keyword: "required", params: { missingProperty: "strategy" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.clients) {
                let e = { instancePath: t + "/sharing", keyword: "required", params: { missingProperty: "clients" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("strategy" !== e && "clients" !== e) {
                    let a = { instancePath: t + "/sharing", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.strategy) {
                let e = a.strategy;
                if ("string" != typeof e) {
                    let e = { instancePath: t + "/sharing/strategy", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("time-sharing" !== e && "mps" !== e) {
                    let e = { instancePath: t + "/sharing/strategy", keyword: "enum", params: { allowedValues: eI.properties.strategy.enum } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.clients) {
                let e = a.clients;
                if (!("number" == typeof e && !(e % 1) && !isNaN(e) && isFinite(e))) {
                    let e = { instancePath: t + "/sharing/clients", keyword: "type", params: { type: "integer" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("number" == typeof e && isFinite(e)) {
                    if (e > 48 || isNaN(e)) {
                        let e = { instancePath: t + "/sharing/clients", keyword: "maximum", params: { comparison: "<=", limit: 48 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e < 2 || isNaN(e)) {
                        let e = { instancePath: t + "/sharing/clients", keyword: "minimum", params: { comparison: ">=", limit: 2 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
            }
        }
        else {
            let e = { instancePath: t + "/sharing", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
} return eD.errors = s, 0 === l; }
eD.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let eR = ["integer", "object"];
function eL(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eL.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), !("number" == typeof e && !(e % 1) && !isNaN(e) && isFinite(e)) && !(e && "object" == typeof e && !Array.isArray(e))) {
    let e = { instancePath: t, keyword: "type", params: { type: eR } };
    null === s ? s = [e] : s.push(e), l++;
} if ("number" == typeof e && isFinite(e)) {
    if (e > 8 || isNaN(e)) {
        let e = { instancePath: t, keyword: "maximum", params: { comparison: "<=", limit: 8 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e < 1 || isNaN(e)) {
        let e = { instancePath: t, keyword: "minimum", params: { comparison: ">=", limit: 1 } };
        null === s ? s = [e] : s.push(e), l++;
    }
} if (e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.type) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "type" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (void 0 === e.topology) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "topology" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("type" !== a && "topology" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.type) {
        let a = e.type;
        if ("string" == typeof a) {
            if (!w.test(a)) {
                let e = { instancePath: t + "/type", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/type", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.topology) {
        let a = e.topology;
        if ("string" == typeof a) {
            if (!v.test(a)) {
                let e = { instancePath: t + "/topology", keyword: "pattern", params: { pattern: "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/topology", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
} return eL.errors = s, 0 === l; }
eL.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let eq = RegExp("^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$", "u");
function eE(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eE.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 100) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 100 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e.length < 1) {
        let e = { instancePath: t, keyword: "minItems", params: { limit: 1 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if ("string" == typeof a) {
            if (!eq.test(a)) {
                let e = { instancePath: t + "/" + r, keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return eE.errors = s, 0 === l; }
function e_(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = e_.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e)
        if ("idle" !== a && "maxAge" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    void 0 === e.idle || K(e.idle, { instancePath: t + "/idle", parentData: e, parentDataProperty: "idle", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? K.errors : s.concat(K.errors)).length), void 0 === e.maxAge || K(e.maxAge, { instancePath: t + "/maxAge", parentData: e, parentDataProperty: "maxAge", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? K.errors : s.concat(K.errors)).length);
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return e_.errors = s, 0 === l; }
function eZ(e, { instancePath: a = "", parentData: n, parentDataProperty: i, rootData: s = e, dynamicAnchors: l = {} } = {}) { let p = null, o = 0, y = eZ.evaluated; if (y.dynamicProps && (y.props = void 0), y.dynamicItems && (y.items = void 0), Array.isArray(e)) {
    if (e.length > 100) {
        let e = { instancePath: a, keyword: "maxItems", params: { limit: 100 } };
        null === p ? p = [e] : p.push(e), o++;
    }
    if (e.length < 1) {
        let e = { instancePath: a, keyword: "minItems", params: { limit: 1 } };
        null === p ? p = [e] : p.push(e), o++;
    }
    let n = e.length;
    for (let i = 0; i < n; i++) {
        let n = e[i];
        if (n && "object" == typeof n && !Array.isArray(n)) {
            if (void 0 === n.name) {
                let e = { instancePath: a + "/" + i, keyword: "required", params: { missingProperty: "name" } };
                null === p ? p = [e] : p.push(e), o++;
            }
            for (let e in n)
                if (!t.call(es, e)) {
                    let t = { instancePath: a + "/" + i, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === p ? p = [t] : p.push(t), o++;
                }
            if (void 0 !== n.name) {
                let e = n.name;
                if ("string" == typeof e) {
                    if (e.length > 40) {
                        let e = { instancePath: a + "/" + i + "/name", keyword: "maxLength", params: { limit: 40 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                    if (!el.test(e)) {
                        let e = { instancePath: a + "/" + i + "/name", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                }
                else {
                    let e = { instancePath: a + "/" + i + "/name", keyword: "type", params: { type: "string" } };
                    null === p ? p = [e] : p.push(e), o++;
                }
            }
            if (void 0 !== n.displayName) {
                let e = n.displayName;
                if ("string" == typeof e) {
                    if (e.length > 100) {
                        let e = { instancePath: a + "/" + i + "/displayName", keyword: "maxLength", params: { limit: 100 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                    if (e.length < 1) {
                        let e = { instancePath: a + "/" + i + "/displayName", keyword: "minLength", params: { limit: 1 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                }
                else {
                    let e = { instancePath: a + "/" + i + "/displayName", keyword: "type", params: { type: "string" } };
                    null === p ? p = [e] : p.push(e), o++;
                }
            }
            if (void 0 !== n.description) {
                let e = n.description;
                if ("string" == typeof e) {
                    if (e.length > 500) {
                        let e = { instancePath: a + "/" + i + "/description", keyword: "maxLength", params: { limit: 500 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                }
                else {
                    let e = { instancePath: a + "/" + i + "/description", keyword: "type", params: { type: "string" } };
                    null === p ? p = [e] : p.push(e), o++;
                }
            }
            if (void 0 !== n.default && "boolean" != typeof n.default) {
                let e = { instancePath: a + "/" + i + "/default", keyword: "type", params: { type: "boolean" } };
                null === p ? p = [e] : p.push(e), o++;
            }
            if (void 0 === n.image || em(n.image, { instancePath: a + "/" + i + "/image", parentData: n, parentDataProperty: "image", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? em.errors : p.concat(em.errors)).length), void 0 !== n.unlistedImage) {
                let e = n.unlistedImage;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (void 0 === e.pattern) {
                        let e = { instancePath: a + "/" + i + "/unlistedImage", keyword: "required", params: { missingProperty: "pattern" } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                    for (let t in e)
                        if ("pattern" !== t) {
                            let e = { instancePath: a + "/" + i + "/unlistedImage", keyword: "additionalProperties", params: { additionalProperty: t } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                    if (void 0 !== e.pattern) {
                        let t = e.pattern;
                        if ("string" == typeof t) {
                            if (t.length > 500) {
                                let e = { instancePath: a + "/" + i + "/unlistedImage/pattern", keyword: "maxLength", params: { limit: 500 } };
                                null === p ? p = [e] : p.push(e), o++;
                            }
                            if (t.length < 3) {
                                let e = { instancePath: a + "/" + i + "/unlistedImage/pattern", keyword: "minLength", params: { limit: 3 } };
                                null === p ? p = [e] : p.push(e), o++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/" + i + "/unlistedImage/pattern", keyword: "type", params: { type: "string" } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/" + i + "/unlistedImage", keyword: "type", params: { type: "object" } };
                    null === p ? p = [e] : p.push(e), o++;
                }
            }
            if (void 0 !== n.options) {
                let e = n.options;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (Object.keys(e).length > 10) {
                        let e = { instancePath: a + "/" + i + "/options", keyword: "maxProperties", params: { limit: 10 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                    if (Object.keys(e).length < 1) {
                        let e = { instancePath: a + "/" + i + "/options", keyword: "minProperties", params: { limit: 1 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                    for (let t in e) {
                        let e = o;
                        if ("string" == typeof t && !ep.test(t)) {
                            let e = { instancePath: a + "/" + i + "/options", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, propertyName: t };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                        if (e !== o) {
                            let e = { instancePath: a + "/" + i + "/options", keyword: "propertyNames", params: { propertyName: t } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                    }
                    for (let t in e) {
                        let r = e[t];
                        if (r && "object" == typeof r && !Array.isArray(r)) {
                            if (void 0 === r.choices) {
                                let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "required", params: { missingProperty: "choices" } };
                                null === p ? p = [e] : p.push(e), o++;
                            }
                            for (let e in r)
                                if ("displayName" !== e && "choices" !== e) {
                                    let r = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "additionalProperties", params: { additionalProperty: e } };
                                    null === p ? p = [r] : p.push(r), o++;
                                }
                            if (void 0 !== r.displayName) {
                                let e = r.displayName;
                                if ("string" == typeof e) {
                                    if (e.length > 100) {
                                        let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", keyword: "maxLength", params: { limit: 100 } };
                                        null === p ? p = [e] : p.push(e), o++;
                                    }
                                    if (e.length < 1) {
                                        let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", keyword: "minLength", params: { limit: 1 } };
                                        null === p ? p = [e] : p.push(e), o++;
                                    }
                                }
                                else {
                                    let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", keyword: "type", params: { type: "string" } };
                                    null === p ? p = [e] : p.push(e), o++;
                                }
                            }
                            if (void 0 !== r.choices) {
                                let e = r.choices;
                                if (e && "object" == typeof e && !Array.isArray(e)) {
                                    if (Object.keys(e).length > 50) {
                                        let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", keyword: "maxProperties", params: { limit: 50 } };
                                        null === p ? p = [e] : p.push(e), o++;
                                    }
                                    if (Object.keys(e).length < 1) {
                                        let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", keyword: "minProperties", params: { limit: 1 } };
                                        null === p ? p = [e] : p.push(e), o++;
                                    }
                                    for (let r in e) {
                                        let e = o;
                                        if ("string" == typeof r && !ep.test(r)) {
                                            let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, propertyName: r };
                                            null === p ? p = [e] : p.push(e), o++;
                                        }
                                        if (e !== o) {
                                            let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", keyword: "propertyNames", params: { propertyName: r } };
                                            null === p ? p = [e] : p.push(e), o++;
                                        }
                                    }
                                    for (let r in e) {
                                        let n = e[r];
                                        if (n && "object" == typeof n && !Array.isArray(n)) {
                                            for (let e in n)
                                                if ("displayName" !== e && "default" !== e && "image" !== e && "cpu" !== e && "memory" !== e && "env" !== e) {
                                                    let n = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "additionalProperties", params: { additionalProperty: e } };
                                                    null === p ? p = [n] : p.push(n), o++;
                                                }
                                            if (void 0 !== n.displayName) {
                                                let e = n.displayName;
                                                if ("string" == typeof e) {
                                                    if (e.length > 100) {
                                                        let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", keyword: "maxLength", params: { limit: 100 } };
                                                        null === p ? p = [e] : p.push(e), o++;
                                                    }
                                                    if (e.length < 1) {
                                                        let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", keyword: "minLength", params: { limit: 1 } };
                                                        null === p ? p = [e] : p.push(e), o++;
                                                    }
                                                }
                                                else {
                                                    let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", keyword: "type", params: { type: "string" } };
                                                    null === p ? p = [e] : p.push(e), o++;
                                                }
                                            }
                                            if (void 0 !== n.default && "boolean" != typeof n.default) {
                                                let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/default", keyword: "type", params: { type: "boolean" } };
                                                null === p ? p = [e] : p.push(e), o++;
                                            }
                                            void 0 === n.image || em(n.image, { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/image", parentData: n, parentDataProperty: "image", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? em.errors : p.concat(em.errors)).length), void 0 === n.cpu || eP(n.cpu, { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/cpu", parentData: n, parentDataProperty: "cpu", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? eP.errors : p.concat(eP.errors)).length), void 0 === n.memory || ez(n.memory, { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/memory", parentData: n, parentDataProperty: "memory", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? ez.errors : p.concat(ez.errors)).length), void 0 === n.env || e$(n.env, { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", parentData: n, parentDataProperty: "env", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? e$.errors : p.concat(e$.errors)).length);
                                        }
                                        else {
                                            let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + r.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } };
                                            null === p ? p = [e] : p.push(e), o++;
                                        }
                                    }
                                }
                                else {
                                    let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", keyword: "type", params: { type: "object" } };
                                    null === p ? p = [e] : p.push(e), o++;
                                }
                            }
                        }
                        else {
                            let e = { instancePath: a + "/" + i + "/options/" + t.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/" + i + "/options", keyword: "type", params: { type: "object" } };
                    null === p ? p = [e] : p.push(e), o++;
                }
            }
            if (void 0 === n.env || e$(n.env, { instancePath: a + "/" + i + "/env", parentData: n, parentDataProperty: "env", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? e$.errors : p.concat(e$.errors)).length), void 0 !== n.pool) {
                let e = n.pool;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: a + "/" + i + "/pool", keyword: "minLength", params: { limit: 1 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                }
                else {
                    let e = { instancePath: a + "/" + i + "/pool", keyword: "type", params: { type: "string" } };
                    null === p ? p = [e] : p.push(e), o++;
                }
            }
            if (void 0 !== n.capacity) {
                let e = n.capacity;
                if ("string" != typeof e && !Array.isArray(e)) {
                    let e = { instancePath: a + "/" + i + "/capacity", keyword: "type", params: { type: es.capacity.type } };
                    null === p ? p = [e] : p.push(e), o++;
                }
                if ("string" == typeof e && !eo.test(e)) {
                    let e = { instancePath: a + "/" + i + "/capacity", keyword: "pattern", params: { pattern: "^(on-demand|spot|flex-start|reservation)$" } };
                    null === p ? p = [e] : p.push(e), o++;
                }
                if (Array.isArray(e)) {
                    if (e.length > 4) {
                        let e = { instancePath: a + "/" + i + "/capacity", keyword: "maxItems", params: { limit: 4 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                    if (e.length < 2) {
                        let e = { instancePath: a + "/" + i + "/capacity", keyword: "minItems", params: { limit: 2 } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                    let t = e.length;
                    for (let r = 0; r < t; r++) {
                        let t = e[r];
                        if ("string" != typeof t) {
                            let e = { instancePath: a + "/" + i + "/capacity/" + r, keyword: "type", params: { type: "string" } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                        if ("on-demand" !== t && "spot" !== t && "flex-start" !== t && "reservation" !== t) {
                            let e = { instancePath: a + "/" + i + "/capacity/" + r, keyword: "enum", params: { allowedValues: es.capacity.items.enum } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                    }
                }
            }
            if (void 0 !== n.reservation) {
                let e = n.reservation;
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (void 0 === e.name) {
                        let e = { instancePath: a + "/" + i + "/reservation", keyword: "required", params: { missingProperty: "name" } };
                        null === p ? p = [e] : p.push(e), o++;
                    }
                    for (let t in e)
                        if ("name" !== t && "project" !== t) {
                            let e = { instancePath: a + "/" + i + "/reservation", keyword: "additionalProperties", params: { additionalProperty: t } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                    if (void 0 !== e.name) {
                        let t = e.name;
                        if ("string" == typeof t) {
                            if (t.length > 63) {
                                let e = { instancePath: a + "/" + i + "/reservation/name", keyword: "maxLength", params: { limit: 63 } };
                                null === p ? p = [e] : p.push(e), o++;
                            }
                            if (!r.test(t)) {
                                let e = { instancePath: a + "/" + i + "/reservation/name", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" } };
                                null === p ? p = [e] : p.push(e), o++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/" + i + "/reservation/name", keyword: "type", params: { type: "string" } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                    }
                    if (void 0 !== e.project) {
                        let t = e.project;
                        if ("string" == typeof t) {
                            if (t.length > 30) {
                                let e = { instancePath: a + "/" + i + "/reservation/project", keyword: "maxLength", params: { limit: 30 } };
                                null === p ? p = [e] : p.push(e), o++;
                            }
                            if (t.length < 6) {
                                let e = { instancePath: a + "/" + i + "/reservation/project", keyword: "minLength", params: { limit: 6 } };
                                null === p ? p = [e] : p.push(e), o++;
                            }
                            if (!ey.test(t)) {
                                let e = { instancePath: a + "/" + i + "/reservation/project", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*[a-z0-9]$" } };
                                null === p ? p = [e] : p.push(e), o++;
                            }
                        }
                        else {
                            let e = { instancePath: a + "/" + i + "/reservation/project", keyword: "type", params: { type: "string" } };
                            null === p ? p = [e] : p.push(e), o++;
                        }
                    }
                }
                else {
                    let e = { instancePath: a + "/" + i + "/reservation", keyword: "type", params: { type: "object" } };
                    null === p ? p = [e] : p.push(e), o++;
                }
            }
            if (void 0 === n.cpu || eP(n.cpu, { instancePath: a + "/" + i + "/cpu", parentData: n, parentDataProperty: "cpu", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? eP.errors : p.concat(eP.errors)).length), void 0 === n.memory || ez(n.memory, { instancePath: a + "/" + i + "/memory", parentData: n, parentDataProperty: "memory", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? ez.errors : p.concat(ez.errors)).length), void 0 === n.sharedMemory || _(n.sharedMemory, { instancePath: a + "/" + i + "/sharedMemory", parentData: n, parentDataProperty: "sharedMemory", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? _.errors : p.concat(_.errors)).length), void 0 === n.gpu || eD(n.gpu, { instancePath: a + "/" + i + "/gpu", parentData: n, parentDataProperty: "gpu", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? eD.errors : p.concat(eD.errors)).length), void 0 === n.tpu || eL(n.tpu, { instancePath: a + "/" + i + "/tpu", parentData: n, parentDataProperty: "tpu", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? eL.errors : p.concat(eL.errors)).length), void 0 !== n.sandbox && "boolean" != typeof n.sandbox) {
                let e = { instancePath: a + "/" + i + "/sandbox", keyword: "type", params: { type: "boolean" } };
                null === p ? p = [e] : p.push(e), o++;
            }
            void 0 === n.groups || eE(n.groups, { instancePath: a + "/" + i + "/groups", parentData: n, parentDataProperty: "groups", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? eE.errors : p.concat(eE.errors)).length), void 0 === n.culling || e_(n.culling, { instancePath: a + "/" + i + "/culling", parentData: n, parentDataProperty: "culling", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? e_.errors : p.concat(e_.errors)).length), void 0 === n.startTimeout || K(n.startTimeout, { instancePath: a + "/" + i + "/startTimeout", parentData: n, parentDataProperty: "startTimeout", rootData: s, dynamicAnchors: l }) || (o = (p = null === p ? K.errors : p.concat(K.errors)).length);
        }
        else {
            let e = { instancePath: a + "/" + i, keyword: "type", params: { type: "object" } };
            null === p ? p = [e] : p.push(e), o++;
        }
    }
}
else {
    let e = { instancePath: a, keyword: "type", params: { type: "array" } };
    null === p ? p = [e] : p.push(e), o++;
} return eZ.errors = p, 0 === o; }
eE.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 }, e_.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 }, eZ.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
let eF = { groups: { $ref: "#/$defs/groups" }, profiles: { type: "array", minItems: 1, maxItems: 100, items: { type: "string", minLength: 1, maxLength: 40 } }, of: { type: "string", enum: ["gpu", "cpu", "memory"] }, hours: { type: "number", exclusiveMinimum: 0, maximum: 1e7 }, per: { type: "string", pattern: "^[1-9][0-9]?d$" }, each: { type: "string", enum: ["person", "group"] } }, eV = RegExp("^[1-9][0-9]?d$", "u");
function eS(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eS.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 50) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 50 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e.length < 1) {
        let e = { instancePath: t, keyword: "minItems", params: { limit: 1 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.of) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "of" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.hours) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "hours" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.per) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "per" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("groups" !== e && "profiles" !== e && "of" !== e && "hours" !== e && "per" !== e && "each" !== e) {
                    let a = { instancePath: t + "/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 === a.groups || eE(a.groups, { instancePath: t + "/" + r + "/groups", parentData: a, parentDataProperty: "groups", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? eE.errors : s.concat(eE.errors)).length), void 0 !== a.profiles) {
                let e = a.profiles;
                if (Array.isArray(e)) {
                    if (e.length > 100) {
                        let e = { instancePath: t + "/" + r + "/profiles", keyword: "maxItems", params: { limit: 100 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e.length < 1) {
                        let e = { instancePath: t + "/" + r + "/profiles", keyword: "minItems", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    let a = e.length;
                    for (let n = 0; n < a; n++) {
                        let a = e[n];
                        if ("string" == typeof a) {
                            if (a.length > 40) {
                                let e = { instancePath: t + "/" + r + "/profiles/" + n, keyword: "maxLength", params: { limit: 40 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                            if (a.length < 1) {
                                let e = { instancePath: t + "/" + r + "/profiles/" + n, keyword: "minLength", params: { limit: 1 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/" + r + "/profiles/" + n, keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/profiles", keyword: "type", params: { type: "array" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.of) {
                let e = a.of;
                if ("string" != typeof e) {
                    let e = { instancePath: t + "/" + r + "/of", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("gpu" !== e && "cpu" !== e && "memory" !== e) {
                    let e = { instancePath: t + "/" + r + "/of", keyword: "enum", params: { allowedValues: eF.of.enum } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.hours) {
                let e = a.hours;
                if ("number" == typeof e && isFinite(e)) {
                    if (e > 1e7 || isNaN(e)) {
                        let e = { instancePath: t + "/" + r + "/hours", keyword: "maximum", params: { comparison: "<=", limit: 1e7 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e <= 0 || isNaN(e)) {
                        let e = { instancePath: t + "/" + r + "/hours", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/hours", keyword: "type", params: { type: "number" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.per) {
                let e = a.per;
                if ("string" == typeof e) {
                    if (!eV.test(e)) {
                        let e = { instancePath: t + "/" + r + "/per", keyword: "pattern", params: { pattern: "^[1-9][0-9]?d$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/per", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.each) {
                let e = a.each;
                if ("string" != typeof e) {
                    let e = { instancePath: t + "/" + r + "/each", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("person" !== e && "group" !== e) {
                    let e = { instancePath: t + "/" + r + "/each", keyword: "enum", params: { allowedValues: eF.each.enum } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return eS.errors = s, 0 === l; }
eS.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
let eG = { profile: { type: "string", minLength: 1, maxLength: 40 }, servers: { type: "integer", minimum: 1, maximum: 1e3 }, days: { type: "array", minItems: 1, maxItems: 7, items: { type: "string", enum: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] } }, from: { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, to: { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" } };
function eO(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eO.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 20) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 20 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e.length < 1) {
        let e = { instancePath: t, keyword: "minItems", params: { limit: 1 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.profile) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "profile" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.servers) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "servers" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.days) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "days" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.from) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "from" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 === a.to) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "to" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("profile" !== e && "servers" !== e && "days" !== e && "from" !== e && "to" !== e) {
                    let a = { instancePath: t + "/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.profile) {
                let e = a.profile;
                if ("string" == typeof e) {
                    if (e.length > 40) {
                        let e = { instancePath: t + "/" + r + "/profile", keyword: "maxLength", params: { limit: 40 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e.length < 1) {
                        let e = { instancePath: t + "/" + r + "/profile", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/profile", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.servers) {
                let e = a.servers;
                if (!("number" == typeof e && !(e % 1) && !isNaN(e) && isFinite(e))) {
                    let e = { instancePath: t + "/" + r + "/servers", keyword: "type", params: { type: "integer" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if ("number" == typeof e && isFinite(e)) {
                    if (e > 1e3 || isNaN(e)) {
                        let e = { instancePath: t + "/" + r + "/servers", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e < 1 || isNaN(e)) {
                        let e = { instancePath: t + "/" + r + "/servers", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
            }
            if (void 0 !== a.days) {
                let e = a.days;
                if (Array.isArray(e)) {
                    if (e.length > 7) {
                        let e = { instancePath: t + "/" + r + "/days", keyword: "maxItems", params: { limit: 7 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (e.length < 1) {
                        let e = { instancePath: t + "/" + r + "/days", keyword: "minItems", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    let a = e.length;
                    for (let n = 0; n < a; n++) {
                        let a = e[n];
                        if ("string" != typeof a) {
                            let e = { instancePath: t + "/" + r + "/days/" + n, keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                        if ("mon" !== a && "tue" !== a && "wed" !== a && "thu" !== a && "fri" !== a && "sat" !== a && "sun" !== a) {
                            let e = { instancePath: t + "/" + r + "/days/" + n, keyword: "enum", params: { allowedValues: eG.days.items.enum } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/days", keyword: "type", params: { type: "array" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.from) {
                let e = a.from;
                if ("string" == typeof e) {
                    if (!z.test(e)) {
                        let e = { instancePath: t + "/" + r + "/from", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/from", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.to) {
                let e = a.to;
                if ("string" == typeof e) {
                    if (!z.test(e)) {
                        let e = { instancePath: t + "/" + r + "/to", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/to", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return eO.errors = s, 0 === l; }
function eT(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eT.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e)
        if ("idle" !== a && "maxAge" !== a && "kernels" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    void 0 === e.idle || K(e.idle, { instancePath: t + "/idle", parentData: e, parentDataProperty: "idle", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? K.errors : s.concat(K.errors)).length), void 0 === e.maxAge || K(e.maxAge, { instancePath: t + "/maxAge", parentData: e, parentDataProperty: "maxAge", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? K.errors : s.concat(K.errors)).length), void 0 === e.kernels || K(e.kernels, { instancePath: t + "/kernels", parentData: e, parentDataProperty: "kernels", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? K.errors : s.concat(K.errors)).length);
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return eT.errors = s, 0 === l; }
function eM(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eM.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e)
        if ("servers" !== a && "concurrentSpawns" !== a && "namedServers" !== a && "memoryPerUser" !== a && "gpus" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.servers) {
        let a = e.servers;
        if (!("number" == typeof a && !(a % 1) && !isNaN(a) && isFinite(a))) {
            let e = { instancePath: t + "/servers", keyword: "type", params: { type: "integer" } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("number" == typeof a && isFinite(a)) {
            if (a > 1e5 || isNaN(a)) {
                let e = { instancePath: t + "/servers", keyword: "maximum", params: { comparison: "<=", limit: 1e5 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a < 1 || isNaN(a)) {
                let e = { instancePath: t + "/servers", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
    }
    if (void 0 !== e.concurrentSpawns) {
        let a = e.concurrentSpawns;
        if (!("number" == typeof a && !(a % 1) && !isNaN(a) && isFinite(a))) {
            let e = { instancePath: t + "/concurrentSpawns", keyword: "type", params: { type: "integer" } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("number" == typeof a && isFinite(a)) {
            if (a > 1e3 || isNaN(a)) {
                let e = { instancePath: t + "/concurrentSpawns", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a < 1 || isNaN(a)) {
                let e = { instancePath: t + "/concurrentSpawns", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
    }
    if (void 0 !== e.namedServers) {
        let a = e.namedServers;
        if (!("number" == typeof a && !(a % 1) && !isNaN(a) && isFinite(a))) {
            let e = { instancePath: t + "/namedServers", keyword: "type", params: { type: "integer" } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("number" == typeof a && isFinite(a)) {
            if (a > 20 || isNaN(a)) {
                let e = { instancePath: t + "/namedServers", keyword: "maximum", params: { comparison: "<=", limit: 20 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a < 0 || isNaN(a)) {
                let e = { instancePath: t + "/namedServers", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
    }
    if (void 0 === e.memoryPerUser || _(e.memoryPerUser, { instancePath: t + "/memoryPerUser", parentData: e, parentDataProperty: "memoryPerUser", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? _.errors : s.concat(_.errors)).length), void 0 !== e.gpus) {
        let a = e.gpus;
        if (!("number" == typeof a && !(a % 1) && !isNaN(a) && isFinite(a))) {
            let e = { instancePath: t + "/gpus", keyword: "type", params: { type: "integer" } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("number" == typeof a && isFinite(a)) {
            if (a > 1e4 || isNaN(a)) {
                let e = { instancePath: t + "/gpus", keyword: "maximum", params: { comparison: "<=", limit: 1e4 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a < 1 || isNaN(a)) {
                let e = { instancePath: t + "/gpus", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return eM.errors = s, 0 === l; }
function eC(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eC.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.secretRef) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "secretRef" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("secretRef" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.secretRef) {
        let a = e.secretRef;
        if ("string" == typeof a) {
            if (a.length < 1) {
                let e = { instancePath: t + "/secretRef", keyword: "minLength", params: { limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/secretRef", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return eC.errors = s, 0 === l; }
eO.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 }, eT.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 }, eM.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 }, eC.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let eU = RegExp("^[a-z][a-z0-9-]{4,28}[a-z0-9](/[a-z0-9-]+/[a-z][a-z0-9-]*)?$", "u");
function eK(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eK.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e)
        if ("pullSecrets" !== a && "registries" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.pullSecrets) {
        let a = e.pullSecrets;
        if (Array.isArray(a)) {
            if (a.length > 10) {
                let e = { instancePath: t + "/pullSecrets", keyword: "maxItems", params: { limit: 10 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            let e = a.length;
            for (let r = 0; r < e; r++)
                eC(a[r], { instancePath: t + "/pullSecrets/" + r, parentData: a, parentDataProperty: r, rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? eC.errors : s.concat(eC.errors)).length);
        }
        else {
            let e = { instancePath: t + "/pullSecrets", keyword: "type", params: { type: "array" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.registries) {
        let a = e.registries;
        if (Array.isArray(a)) {
            if (a.length > 20) {
                let e = { instancePath: t + "/registries", keyword: "maxItems", params: { limit: 20 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            let e = a.length;
            for (let r = 0; r < e; r++) {
                let e = a[r];
                if ("string" == typeof e) {
                    if (!eU.test(e)) {
                        let e = { instancePath: t + "/registries/" + r, keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9](/[a-z0-9-]+/[a-z][a-z0-9-]*)?$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/registries/" + r, keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/registries", keyword: "type", params: { type: "array" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return eK.errors = s, 0 === l; }
eK.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let eB = RegExp("^[0-9]+\\.[0-9]+\\.[0-9]+$", "u"), eH = ["integer", "object"];
function eX(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eX.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), !("number" == typeof e && !(e % 1) && !isNaN(e) && isFinite(e)) && !(e && "object" == typeof e && !Array.isArray(e))) {
    let e = { instancePath: t, keyword: "type", params: { type: eH } };
    null === s ? s = [e] : s.push(e), l++;
} if ("number" == typeof e && isFinite(e)) {
    if (e > 16 || isNaN(e)) {
        let e = { instancePath: t, keyword: "maximum", params: { comparison: "<=", limit: 16 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (e < 0 || isNaN(e)) {
        let e = { instancePath: t, keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        null === s ? s = [e] : s.push(e), l++;
    }
} if (e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.type) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "type" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("type" !== a && "count" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.type) {
        let a = e.type;
        if ("string" == typeof a) {
            if (!w.test(a)) {
                let e = { instancePath: t + "/type", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/type", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.count) {
        let a = e.count;
        if (!("number" == typeof a && !(a % 1) && !isNaN(a) && isFinite(a))) {
            let e = { instancePath: t + "/count", keyword: "type", params: { type: "integer" } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if ("number" == typeof a && isFinite(a)) {
            if (a > 16 || isNaN(a)) {
                let e = { instancePath: t + "/count", keyword: "maximum", params: { comparison: "<=", limit: 16 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a < 1 || isNaN(a)) {
                let e = { instancePath: t + "/count", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
    }
} return eX.errors = s, 0 === l; }
function eJ(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = eJ.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e)
        if ("enabled" !== a && "version" !== a && "image" !== a && "head" !== a && "workers" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.enabled && "boolean" != typeof e.enabled) {
        let e = { instancePath: t + "/enabled", keyword: "type", params: { type: "boolean" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (void 0 !== e.version) {
        let a = e.version;
        if ("string" == typeof a) {
            if (!eB.test(a)) {
                let e = { instancePath: t + "/version", keyword: "pattern", params: { pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/version", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 === e.image || em(e.image, { instancePath: t + "/image", parentData: e, parentDataProperty: "image", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? em.errors : s.concat(em.errors)).length), void 0 !== e.head) {
        let a = e.head;
        if (a && "object" == typeof a && !Array.isArray(a)) {
            for (let e in a)
                if ("cpu" !== e && "memory" !== e) {
                    let a = { instancePath: t + "/head", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            void 0 === a.cpu || eP(a.cpu, { instancePath: t + "/head/cpu", parentData: a, parentDataProperty: "cpu", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? eP.errors : s.concat(eP.errors)).length), void 0 === a.memory || ez(a.memory, { instancePath: t + "/head/memory", parentData: a, parentDataProperty: "memory", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? ez.errors : s.concat(ez.errors)).length);
        }
        else {
            let e = { instancePath: t + "/head", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.workers) {
        let a = e.workers;
        if (Array.isArray(a)) {
            if (a.length > 20) {
                let e = { instancePath: t + "/workers", keyword: "maxItems", params: { limit: 20 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (a.length < 1) {
                let e = { instancePath: t + "/workers", keyword: "minItems", params: { limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            let e = a.length;
            for (let r = 0; r < e; r++) {
                let e = a[r];
                if (e && "object" == typeof e && !Array.isArray(e)) {
                    if (void 0 === e.name) {
                        let e = { instancePath: t + "/workers/" + r, keyword: "required", params: { missingProperty: "name" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (void 0 === e.max) {
                        let e = { instancePath: t + "/workers/" + r, keyword: "required", params: { missingProperty: "max" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    for (let a in e)
                        if ("name" !== a && "min" !== a && "max" !== a && "cpu" !== a && "memory" !== a && "gpu" !== a) {
                            let e = { instancePath: t + "/workers/" + r, keyword: "additionalProperties", params: { additionalProperty: a } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    if (void 0 !== e.name) {
                        let a = e.name;
                        if ("string" == typeof a) {
                            if (a.length > 40) {
                                let e = { instancePath: t + "/workers/" + r + "/name", keyword: "maxLength", params: { limit: 40 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                            if (!el.test(a)) {
                                let e = { instancePath: t + "/workers/" + r + "/name", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/workers/" + r + "/name", keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                    if (void 0 !== e.min) {
                        let a = e.min;
                        if (!("number" == typeof a && !(a % 1) && !isNaN(a) && isFinite(a))) {
                            let e = { instancePath: t + "/workers/" + r + "/min", keyword: "type", params: { type: "integer" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                        if ("number" == typeof a && isFinite(a)) {
                            if (a > 1e3 || isNaN(a)) {
                                let e = { instancePath: t + "/workers/" + r + "/min", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                            if (a < 0 || isNaN(a)) {
                                let e = { instancePath: t + "/workers/" + r + "/min", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                    }
                    if (void 0 !== e.max) {
                        let a = e.max;
                        if (!("number" == typeof a && !(a % 1) && !isNaN(a) && isFinite(a))) {
                            let e = { instancePath: t + "/workers/" + r + "/max", keyword: "type", params: { type: "integer" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                        if ("number" == typeof a && isFinite(a)) {
                            if (a > 1e3 || isNaN(a)) {
                                let e = { instancePath: t + "/workers/" + r + "/max", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                            if (a < 1 || isNaN(a)) {
                                let e = { instancePath: t + "/workers/" + r + "/max", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                    }
                    void 0 === e.cpu || eP(e.cpu, { instancePath: t + "/workers/" + r + "/cpu", parentData: e, parentDataProperty: "cpu", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? eP.errors : s.concat(eP.errors)).length), void 0 === e.memory || ez(e.memory, { instancePath: t + "/workers/" + r + "/memory", parentData: e, parentDataProperty: "memory", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? ez.errors : s.concat(ez.errors)).length), void 0 === e.gpu || eX(e.gpu, { instancePath: t + "/workers/" + r + "/gpu", parentData: e, parentDataProperty: "gpu", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? eX.errors : s.concat(eX.errors)).length);
                }
                else {
                    let e = { instancePath: t + "/workers/" + r, keyword: "type", params: { type: "object" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/workers", keyword: "type", params: { type: "array" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return eJ.errors = s, 0 === l; }
eX.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 }, eJ.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let eQ = RegExp("^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$", "u"), eW = RegExp("^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$", "u"), eY = RegExp("^[0-9a-f]{64}$", "u");
function e0(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = e0.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e)
        if ("chart" !== a && "values" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.chart) {
        let a = e.chart;
        if (a && "object" == typeof a && !Array.isArray(a)) {
            for (let e in a)
                if ("version" !== e && "repository" !== e && "path" !== e && "sha256" !== e) {
                    let a = { instancePath: t + "/chart", keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.version) {
                let e = a.version;
                if ("string" == typeof e) {
                    if (!eQ.test(e)) {
                        let e = { instancePath: t + "/chart/version", keyword: "pattern", params: { pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/chart/version", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.repository) {
                let e = a.repository;
                if ("string" == typeof e) {
                    if (!eW.test(e)) {
                        let e = { instancePath: t + "/chart/repository", keyword: "pattern", params: { pattern: "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/chart/repository", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.path) {
                let e = a.path;
                if ("string" == typeof e) {
                    if (e.length < 1) {
                        let e = { instancePath: t + "/chart/path", keyword: "minLength", params: { limit: 1 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/chart/path", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.sha256) {
                let e = a.sha256;
                if ("string" == typeof e) {
                    if (!eY.test(e)) {
                        let e = { instancePath: t + "/chart/sha256", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/chart/sha256", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/chart", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.values) {
        let a = e.values;
        if (a && "object" == typeof a && !Array.isArray(a))
            ;
        else {
            let e = { instancePath: t + "/values", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return e0.errors = s, 0 === l; }
e0.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let e1 = RegExp("^[A-Za-z][A-Za-z0-9_-]{0,62}$", "u"), e9 = RegExp("^projects/[a-z0-9-]{4,30}/secrets/[A-Za-z0-9_-]{1,255}/versions/(latest|[1-9][0-9]*)$", "u");
function e2(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = e2.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e) {
        let e = l;
        if ("string" == typeof a && !e1.test(a)) {
            let e = { instancePath: t, keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_-]{0,62}$" }, propertyName: a };
            null === s ? s = [e] : s.push(e), l++;
        }
        if (e !== l) {
            let e = { instancePath: t, keyword: "propertyNames", params: { propertyName: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    for (let a in e) {
        let r = e[a];
        if (r && "object" == typeof r && !Array.isArray(r)) {
            if (Object.keys(r).length < 1) {
                let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "minProperties", params: { limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in r)
                if ("env" !== e && "secretManager" !== e) {
                    let r = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [r] : s.push(r), l++;
                }
            if (void 0 !== r.env) {
                let e = r.env;
                if ("string" == typeof e) {
                    if (e.length > 255) {
                        let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", keyword: "maxLength", params: { limit: 255 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    if (!ex.test(e)) {
                        let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== r.secretManager) {
                let e = r.secretManager;
                if ("string" == typeof e) {
                    if (!e9.test(e)) {
                        let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/secretManager", keyword: "pattern", params: { pattern: "^projects/[a-z0-9-]{4,30}/secrets/[A-Za-z0-9_-]{1,255}/versions/(latest|[1-9][0-9]*)$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/secretManager", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return e2.errors = s, 0 === l; }
e2.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
let e3 = RegExp("^[A-Z]{3}$", "u"), e6 = RegExp("^[a-z0-9][A-Za-z0-9_/-]{0,62}$", "u");
function e5(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = e5.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    if (void 0 === e.currency) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "currency" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (void 0 === e.asOf) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "asOf" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    if (void 0 === e.prices) {
        let e = { instancePath: t, keyword: "required", params: { missingProperty: "prices" } };
        null === s ? s = [e] : s.push(e), l++;
    }
    for (let a in e)
        if ("currency" !== a && "asOf" !== a && "prices" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    if (void 0 !== e.currency) {
        let a = e.currency;
        if ("string" == typeof a) {
            if (!e3.test(a)) {
                let e = { instancePath: t + "/currency", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/currency", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.asOf) {
        let a = e.asOf;
        if ("string" == typeof a) {
            if (!A.test(a)) {
                let e = { instancePath: t + "/asOf", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
                null === s ? s = [e] : s.push(e), l++;
            }
        }
        else {
            let e = { instancePath: t + "/asOf", keyword: "type", params: { type: "string" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
    if (void 0 !== e.prices) {
        let a = e.prices;
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (Object.keys(a).length > 500) {
                let e = { instancePath: t + "/prices", keyword: "maxProperties", params: { limit: 500 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (Object.keys(a).length < 1) {
                let e = { instancePath: t + "/prices", keyword: "minProperties", params: { limit: 1 } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a) {
                let a = l;
                if ("string" == typeof e && !e6.test(e)) {
                    let a = { instancePath: t + "/prices", keyword: "pattern", params: { pattern: "^[a-z0-9][A-Za-z0-9_/-]{0,62}$" }, propertyName: e };
                    null === s ? s = [a] : s.push(a), l++;
                }
                if (a !== l) {
                    let a = { instancePath: t + "/prices", keyword: "propertyNames", params: { propertyName: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            }
            for (let e in a) {
                let r = a[e];
                if ("number" == typeof r && isFinite(r)) {
                    if (r > 1e6 || isNaN(r)) {
                        let a = { instancePath: t + "/prices/" + e.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "maximum", params: { comparison: "<=", limit: 1e6 } };
                        null === s ? s = [a] : s.push(a), l++;
                    }
                    if (r < 0 || isNaN(r)) {
                        let a = { instancePath: t + "/prices/" + e.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                        null === s ? s = [a] : s.push(a), l++;
                    }
                }
                else {
                    let a = { instancePath: t + "/prices/" + e.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "number" } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            }
        }
        else {
            let e = { instancePath: t + "/prices", keyword: "type", params: { type: "object" } };
            null === s ? s = [e] : s.push(e), l++;
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return e5.errors = s, 0 === l; }
function e4(r, { instancePath: i = "", parentData: l, parentDataProperty: o, rootData: u = r, dynamicAnchors: m = {} } = {}) { let d = null, c = 0, g = e4.evaluated; if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), r && "object" == typeof r && !Array.isArray(r)) {
    if (void 0 === r.apiVersion) {
        let e = { instancePath: i, keyword: "required", params: { missingProperty: "apiVersion" } };
        null === d ? d = [e] : d.push(e), c++;
    }
    if (void 0 === r.name) {
        let e = { instancePath: i, keyword: "required", params: { missingProperty: "name" } };
        null === d ? d = [e] : d.push(e), c++;
    }
    if (void 0 === r.project) {
        let e = { instancePath: i, keyword: "required", params: { missingProperty: "project" } };
        null === d ? d = [e] : d.push(e), c++;
    }
    if (void 0 === r.location) {
        let e = { instancePath: i, keyword: "required", params: { missingProperty: "location" } };
        null === d ? d = [e] : d.push(e), c++;
    }
    if (void 0 === r.state) {
        let e = { instancePath: i, keyword: "required", params: { missingProperty: "state" } };
        null === d ? d = [e] : d.push(e), c++;
    }
    if (void 0 === r.users) {
        let e = { instancePath: i, keyword: "required", params: { missingProperty: "users" } };
        null === d ? d = [e] : d.push(e), c++;
    }
    for (let a in r)
        if (!t.call(e, a)) {
            let e = { instancePath: i, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === d ? d = [e] : d.push(e), c++;
        }
    void 0 === r.apiVersion || a(r.apiVersion, { instancePath: i + "/apiVersion", parentData: r, parentDataProperty: "apiVersion", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? a.errors : d.concat(a.errors)).length), void 0 === r.name || n(r.name, { instancePath: i + "/name", parentData: r, parentDataProperty: "name", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? n.errors : d.concat(n.errors)).length), void 0 === r.project || s(r.project, { instancePath: i + "/project", parentData: r, parentDataProperty: "project", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? s.errors : d.concat(s.errors)).length), void 0 === r.location || p(r.location, { instancePath: i + "/location", parentData: r, parentDataProperty: "location", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? p.errors : d.concat(p.errors)).length), void 0 === r.state || y(r.state, { instancePath: i + "/state", parentData: r, parentDataProperty: "state", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? y.errors : d.concat(y.errors)).length), void 0 === r.users || h(r.users, { instancePath: i + "/users", parentData: r, parentDataProperty: "users", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? h.errors : d.concat(h.errors)).length), void 0 === r.extends || f(r.extends, { instancePath: i + "/extends", parentData: r, parentDataProperty: "extends", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? f.errors : d.concat(f.errors)).length), void 0 === r.platform || Z(r.platform, { instancePath: i + "/platform", parentData: r, parentDataProperty: "platform", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? Z.errors : d.concat(Z.errors)).length), void 0 === r.access || B(r.access, { instancePath: i + "/access", parentData: r, parentDataProperty: "access", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? B.errors : d.concat(B.errors)).length), void 0 === r.acknowledge || X(r.acknowledge, { instancePath: i + "/acknowledge", parentData: r, parentDataProperty: "acknowledge", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? X.errors : d.concat(X.errors)).length), void 0 === r.approval || Q(r.approval, { instancePath: i + "/approval", parentData: r, parentDataProperty: "approval", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? Q.errors : d.concat(Q.errors)).length), void 0 === r.storage || ei(r.storage, { instancePath: i + "/storage", parentData: r, parentDataProperty: "storage", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? ei.errors : d.concat(ei.errors)).length), void 0 === r.profiles || eZ(r.profiles, { instancePath: i + "/profiles", parentData: r, parentDataProperty: "profiles", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? eZ.errors : d.concat(eZ.errors)).length), void 0 === r.budgets || eS(r.budgets, { instancePath: i + "/budgets", parentData: r, parentDataProperty: "budgets", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? eS.errors : d.concat(eS.errors)).length), void 0 === r.warm || eO(r.warm, { instancePath: i + "/warm", parentData: r, parentDataProperty: "warm", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? eO.errors : d.concat(eO.errors)).length), void 0 === r.culling || eT(r.culling, { instancePath: i + "/culling", parentData: r, parentDataProperty: "culling", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? eT.errors : d.concat(eT.errors)).length), void 0 === r.limits || eM(r.limits, { instancePath: i + "/limits", parentData: r, parentDataProperty: "limits", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? eM.errors : d.concat(eM.errors)).length), void 0 === r.images || eK(r.images, { instancePath: i + "/images", parentData: r, parentDataProperty: "images", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? eK.errors : d.concat(eK.errors)).length), void 0 === r.ray || eJ(r.ray, { instancePath: i + "/ray", parentData: r, parentDataProperty: "ray", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? eJ.errors : d.concat(eJ.errors)).length), void 0 === r.hub || e0(r.hub, { instancePath: i + "/hub", parentData: r, parentDataProperty: "hub", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? e0.errors : d.concat(e0.errors)).length), void 0 === r.secrets || e2(r.secrets, { instancePath: i + "/secrets", parentData: r, parentDataProperty: "secrets", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? e2.errors : d.concat(e2.errors)).length), void 0 === r.cost || e5(r.cost, { instancePath: i + "/cost", parentData: r, parentDataProperty: "cost", rootData: u, dynamicAnchors: m }) || (c = (d = null === d ? e5.errors : d.concat(e5.errors)).length);
}
else {
    let e = { instancePath: i, keyword: "type", params: { type: "object" } };
    null === d ? d = [e] : d.push(e), c++;
} return e4.errors = d, 0 === c; }
e5.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 }, e4.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const validateUsers = tl;
let e8 = ["string", "object"], e7 = { email: { type: "string" }, admin: { type: ["boolean", "string"], enum: [!0, !1, "full"] }, groups: { type: "array", maxItems: 100, items: { type: "string", pattern: "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } }, until: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, note: { type: "string", maxLength: 500 } };
function te(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = te.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 2e4) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 2e4 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if ("string" != typeof a && !(a && "object" == typeof a && !Array.isArray(a))) {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: e8 } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.email) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "email" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("email" !== e && "admin" !== e && "groups" !== e && "until" !== e && "note" !== e) {
                    let a = { instancePath: t + "/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.email && "string" != typeof a.email) {
                let e = { instancePath: t + "/" + r + "/email", keyword: "type", params: { type: "string" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 !== a.admin) {
                let e = a.admin;
                if ("boolean" != typeof e && "string" != typeof e) {
                    let e = { instancePath: t + "/" + r + "/admin", keyword: "type", params: { type: e7.admin.type } };
                    null === s ? s = [e] : s.push(e), l++;
                }
                if (!0 !== e && !1 !== e && "full" !== e) {
                    let e = { instancePath: t + "/" + r + "/admin", keyword: "enum", params: { allowedValues: e7.admin.enum } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.groups) {
                let e = a.groups;
                if (Array.isArray(e)) {
                    if (e.length > 100) {
                        let e = { instancePath: t + "/" + r + "/groups", keyword: "maxItems", params: { limit: 100 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                    let a = e.length;
                    for (let n = 0; n < a; n++) {
                        let a = e[n];
                        if ("string" == typeof a) {
                            if (!eq.test(a)) {
                                let e = { instancePath: t + "/" + r + "/groups/" + n, keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } };
                                null === s ? s = [e] : s.push(e), l++;
                            }
                        }
                        else {
                            let e = { instancePath: t + "/" + r + "/groups/" + n, keyword: "type", params: { type: "string" } };
                            null === s ? s = [e] : s.push(e), l++;
                        }
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/groups", keyword: "type", params: { type: "array" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.until) {
                let e = a.until;
                if ("string" == typeof e) {
                    if (!A.test(e)) {
                        let e = { instancePath: t + "/" + r + "/until", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/until", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.note) {
                let e = a.note;
                if ("string" == typeof e) {
                    if (e.length > 500) {
                        let e = { instancePath: t + "/" + r + "/note", keyword: "maxLength", params: { limit: 500 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/note", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return te.errors = s, 0 === l; }
te.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
let tt = ["string", "object"];
function ta(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = ta.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 2e4) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 2e4 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if ("string" != typeof a && !(a && "object" == typeof a && !Array.isArray(a))) {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: tt } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.email) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "email" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("email" !== e && "until" !== e && "note" !== e) {
                    let a = { instancePath: t + "/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.email && "string" != typeof a.email) {
                let e = { instancePath: t + "/" + r + "/email", keyword: "type", params: { type: "string" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 !== a.until) {
                let e = a.until;
                if ("string" == typeof e) {
                    if (!A.test(e)) {
                        let e = { instancePath: t + "/" + r + "/until", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/until", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.note) {
                let e = a.note;
                if ("string" == typeof e) {
                    if (e.length > 500) {
                        let e = { instancePath: t + "/" + r + "/note", keyword: "maxLength", params: { limit: 500 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/note", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return ta.errors = s, 0 === l; }
ta.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
let tr = ["string", "object"];
function tn(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = tn.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 2e4) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 2e4 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if ("string" != typeof a && !(a && "object" == typeof a && !Array.isArray(a))) {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: tr } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.email) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "email" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("email" !== e && "until" !== e && "note" !== e) {
                    let a = { instancePath: t + "/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.email && "string" != typeof a.email) {
                let e = { instancePath: t + "/" + r + "/email", keyword: "type", params: { type: "string" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 !== a.until) {
                let e = a.until;
                if ("string" == typeof e) {
                    if (!A.test(e)) {
                        let e = { instancePath: t + "/" + r + "/until", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/until", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
            if (void 0 !== a.note) {
                let e = a.note;
                if ("string" == typeof e) {
                    if (e.length > 500) {
                        let e = { instancePath: t + "/" + r + "/note", keyword: "maxLength", params: { limit: 500 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/note", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return tn.errors = s, 0 === l; }
tn.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
let ti = ["string", "object"];
function ts(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = ts.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(e)) {
    if (e.length > 2e4) {
        let e = { instancePath: t, keyword: "maxItems", params: { limit: 2e4 } };
        null === s ? s = [e] : s.push(e), l++;
    }
    let a = e.length;
    for (let r = 0; r < a; r++) {
        let a = e[r];
        if ("string" != typeof a && !(a && "object" == typeof a && !Array.isArray(a))) {
            let e = { instancePath: t + "/" + r, keyword: "type", params: { type: ti } };
            null === s ? s = [e] : s.push(e), l++;
        }
        if (a && "object" == typeof a && !Array.isArray(a)) {
            if (void 0 === a.domain) {
                let e = { instancePath: t + "/" + r, keyword: "required", params: { missingProperty: "domain" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            for (let e in a)
                if ("domain" !== e && "note" !== e) {
                    let a = { instancePath: t + "/" + r, keyword: "additionalProperties", params: { additionalProperty: e } };
                    null === s ? s = [a] : s.push(a), l++;
                }
            if (void 0 !== a.domain && "string" != typeof a.domain) {
                let e = { instancePath: t + "/" + r + "/domain", keyword: "type", params: { type: "string" } };
                null === s ? s = [e] : s.push(e), l++;
            }
            if (void 0 !== a.note) {
                let e = a.note;
                if ("string" == typeof e) {
                    if (e.length > 500) {
                        let e = { instancePath: t + "/" + r + "/note", keyword: "maxLength", params: { limit: 500 } };
                        null === s ? s = [e] : s.push(e), l++;
                    }
                }
                else {
                    let e = { instancePath: t + "/" + r + "/note", keyword: "type", params: { type: "string" } };
                    null === s ? s = [e] : s.push(e), l++;
                }
            }
        }
    }
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "array" } };
    null === s ? s = [e] : s.push(e), l++;
} return ts.errors = s, 0 === l; }
function tl(e, { instancePath: t = "", parentData: a, parentDataProperty: r, rootData: n = e, dynamicAnchors: i = {} } = {}) { let s = null, l = 0, p = tl.evaluated; if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), e && "object" == typeof e && !Array.isArray(e)) {
    for (let a in e)
        if ("users" !== a && "googleGroups" !== a && "serviceAccounts" !== a && "domains" !== a) {
            let e = { instancePath: t, keyword: "additionalProperties", params: { additionalProperty: a } };
            null === s ? s = [e] : s.push(e), l++;
        }
    void 0 === e.users || te(e.users, { instancePath: t + "/users", parentData: e, parentDataProperty: "users", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? te.errors : s.concat(te.errors)).length), void 0 === e.googleGroups || ta(e.googleGroups, { instancePath: t + "/googleGroups", parentData: e, parentDataProperty: "googleGroups", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? ta.errors : s.concat(ta.errors)).length), void 0 === e.serviceAccounts || tn(e.serviceAccounts, { instancePath: t + "/serviceAccounts", parentData: e, parentDataProperty: "serviceAccounts", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? tn.errors : s.concat(tn.errors)).length), void 0 === e.domains || ts(e.domains, { instancePath: t + "/domains", parentData: e, parentDataProperty: "domains", rootData: n, dynamicAnchors: i }) || (l = (s = null === s ? ts.errors : s.concat(ts.errors)).length);
}
else {
    let e = { instancePath: t, keyword: "type", params: { type: "object" } };
    null === s ? s = [e] : s.push(e), l++;
} return tl.errors = s, 0 === l; }
ts.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 }, tl.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };

;// CONCATENATED MODULE: ./lib/src/config/schema/check.js






const VALIDATORS = {
    jupyterhub: validateJupyterhub,
    users: validateUsers,
};
const MAX_ERRORS = 500;
function checkSchema(kind, tree, locate, report) {
    const validate = VALIDATORS[kind];
    if (validate(tree.value))
        return;
    const errors = (validate.errors ?? []).slice(0, MAX_ERRORS);
    const wrongFormat = new Set(errors.filter(({ keyword }) => keyword === 'pattern').map((error) => error.instancePath));
    for (const error of errors) {
        if (/^(min|max)Length$/.test(error.keyword) && wrongFormat.has(error.instancePath))
            continue;
        const handler = error.propertyName === undefined ? (0,json/* entryOf */.M)(HANDLERS, error.keyword) : undefined;
        if (handler === undefined)
            continue;
        const steps = error.instancePath.split('/').slice(1);
        const path = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
        const pattern = patternOf(kind, path);
        const fact = (0,json/* entryOf */.M)(facts_generated/* FACTS */.qY[kind], pattern) ?? {};
        handler({ kind, path, pattern, value: (0,yaml_locate/* treeAt */.S)(tree, path), fact, locate, report, params: error.params });
    }
}
const HANDLERS = {
    additionalProperties: unknownKey,
    required: missingKey,
    type: wrongType,
    const: wrongValue,
    enum: wrongValue,
    pattern: ({ path, value, fact, locate, report }) => report(locate(path), 'wrong-format', `${(0,config_text/* quoted */.TL)(value?.value)} has an invalid format.`, {
        hint: withoutScheme(value?.value, fact) ?? withExample(fact),
    }),
    propertyNames: ({ path, fact, params, locate, report }) => {
        const name = String(params.propertyName);
        report(locate([...path, name], 'key'), 'wrong-format', `${(0,config_text/* quoted */.TL)(name)} has an invalid format.`, {
            hint: fact.pattern,
        });
    },
    minLength: (subject) => wrongLength(subject, 'at least', 'characters'),
    maxLength: (subject) => wrongLength(subject, 'at most', 'characters'),
    minItems: (subject) => wrongLength(subject, 'at least', 'entries'),
    maxItems: (subject) => wrongLength(subject, 'at most', 'entries'),
    minProperties: ({ path, fact, locate, report }) => report(locate(path), 'wrong-length', 'The mapping is empty.', {
        hint: possibleKeys(fact) ?? withExample(fact),
    }),
    maxProperties: (subject) => wrongLength(subject, 'at most', 'keys'),
    minimum: (subject) => wrongNumber(subject, 'at least'),
    exclusiveMinimum: (subject) => wrongNumber(subject, 'more than'),
    maximum: (subject) => wrongNumber(subject, 'at most'),
};
function patternOf(kind, path) {
    let pattern = '';
    for (const step of path) {
        const [named, free] = [String(step), '*'].map((name) => (pattern === '' ? name : `${pattern}.${name}`));
        const isFree = named === undefined || !(named in facts_generated/* FACTS */.qY[kind]);
        pattern = (isFree && free !== undefined && free in facts_generated/* FACTS */.qY[kind] ? free : named) ?? '';
    }
    return pattern;
}
const MOVED = { 'platform.cluster.zones': 'platform.zones' };
function unknownKey({ kind, path, pattern, fact, params, locate, report }) {
    const key = String(params.additionalProperty);
    const now = kind === 'jupyterhub' ? (0,json/* entryOf */.M)(MOVED, `${pattern}.${key}`) : undefined;
    if (now !== undefined) {
        report(locate([...path, key], 'key'), 'unknown-key', `"${pattern}.${key}" is called "${now}" now.`, {
            hint: `Move its value to ${now}.`,
        });
        return;
    }
    const guess = (0,suggest/* didYouMean */.a)(key, fact.keys ?? []);
    const home = guess === '' ? parentOf(kind, key, pattern) : undefined;
    const known = `Known keys: ${(fact.keys ?? []).join(', ')}.`;
    const close = spaceAfterColon(key, fact.keys) ?? (home === undefined ? known : `It belongs under "${home}".`);
    const hint = guess !== '' ? undefined : close;
    report(locate([...path, key], 'key'), 'unknown-key', `Unknown key ${(0,config_text/* quoted */.TL)(key)}.${guess}`, { hint });
}
function parentOf(kind, key, pattern) {
    const homes = Object.keys(facts_generated/* FACTS */.qY[kind])
        .filter((path) => path.endsWith(`.${key}`))
        .map((path) => path.slice(0, -key.length - 1));
    const [home] = homes;
    if (home === undefined || homes.length > 1 || home === pattern)
        return undefined;
    return home.replace('secrets.*', 'secrets.<NAME>').replace('nodePools.*', 'nodePools.<NAME>').replaceAll('.*', '[]');
}
function missingKey({ kind, path, pattern, value, fact, params, locate, report }) {
    const missing = String(params.missingProperty);
    const written = [...(value?.entries?.keys() ?? [])];
    const others = written.filter((key) => !fact.keys?.includes(key));
    if (others.some((key) => (0,suggest/* suggest */.Z)(key, fact.keys ?? []) === missing))
        return;
    const whole = pattern === '' ? missing : `${pattern}.${missing}`;
    const example = (0,json/* entryOf */.M)(facts_generated/* FACTS */.qY[kind], whole)?.example;
    report(locate(path), 'missing-key', `${(0,config_text/* quoted */.TL)(missing)} is missing${pattern === '' ? '' : ' here'}.`, {
        hint: example === undefined ? undefined : `Add, for example: ${missing}: ${(0,config_text/* flow */.L3)(example)}`,
        absent: pattern === '',
    });
}
function wrongType(subject) {
    const { path, value, fact, params, locate, report } = subject;
    if (subject.pattern === 'secrets.*' && typeof value?.value === 'string') {
        report(locate(path), 'literal-secret', `${(0,config_text/* quoted */.TL)(String(path.at(-1)))} must be a mapping (key: value), not text.`, {
            severity: 'error',
            hint: 'Write where the secret comes from, such as {env: LMS_TOKEN}. Never write the secret itself into this file.',
        });
        return;
    }
    const expected = [params.type].flat().map(String);
    const { message, hint: quotes } = (0,config_text/* typeMessage */.cR)(path, value, expected);
    const joined = spaceAfterColon(value?.value, fact.keys) ?? mappingHint(value?.value, fact);
    if (joined !== undefined) {
        report(locate(path), 'wrong-type', message, { hint: joined });
        return;
    }
    const matchesForm = fact.form === undefined || new RegExp(fact.form, 'u').test(value?.written ?? '');
    const hint = matchesForm || expected[0] !== 'string' ? quotes : undefined;
    report(locate(path), 'wrong-type', message, {
        hint: hint === undefined ? (withExample(fact) ?? possibleKeys(fact)) : [hint, fact.pattern].filter(Boolean).join(' '),
    });
}
function mappingHint(text, { example, mapping }) {
    if (typeof text !== 'string' || mapping === undefined || example === undefined || /^\d/.test(text))
        return undefined;
    return `For example: ${(0,config_text/* flow */.L3)(example)}, or ${(0,config_text/* flow */.L3)(mapping)}`;
}
function spaceAfterColon(text, keys = []) {
    const key = typeof text === 'string' ? text.slice(0, text.indexOf(':')) : '';
    return key !== '' && keys.includes(key) ? `Write a space after the colon: ${(0,config_text/* quoted */.TL)(`${key}: …`)}.` : undefined;
}
function withoutScheme(text, fact) {
    const name = typeof text === 'string' ? /^[a-z]+:\/\/([^/]+)\/?$/.exec(text)?.[1] : undefined;
    if (name === undefined || fact.form === undefined || !new RegExp(fact.form, 'u').test(name))
        return undefined;
    return `Write the name alone: ${name}`;
}
function possibleKeys({ keys }) {
    return keys === undefined ? undefined : `Possible keys: ${keys.join(', ')}.`;
}
function wrongValue({ path, value, params, locate, report }) {
    if (typeof value?.value !== 'string')
        return;
    const allowed = [params.allowedValues ?? params.allowedValue].flat().map(String);
    report(locate(path), 'wrong-value', `Unknown value ${(0,config_text/* quoted */.TL)(value.value)}.${(0,suggest/* didYouMean */.a)(value.value, allowed)}`, {
        hint: (allowed.includes('true') ? (0,config_text/* booleanHint */.EQ)(value.value) : undefined) ?? `Allowed values: ${allowed.join(', ')}.`,
    });
}
function wrongLength({ path, fact, params, locate, report }, bound, unit) {
    const name = (0,config_text/* quoted */.TL)(String(path.at(-1)));
    const count = params.limit === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit;
    report(locate(path), 'wrong-length', `${name} must have ${bound} ${String(params.limit)} ${count}.`, {
        hint: withExample(fact),
    });
}
function wrongNumber({ path, value, fact, params, locate, report }, bound) {
    const name = (0,config_text/* quoted */.TL)(String(path.at(-1)));
    const limit = (0,config_text/* formatNumber */.ZV)(Number(params.limit));
    report(locate(path), 'wrong-number', `${name} must be ${bound} ${limit}, not ${(0,config_text/* formatNumber */.ZV)(Number(value?.value))}.`, {
        hint: withExample(fact),
    });
}
function withExample(fact) {
    const example = fact.example === undefined ? '' : `For example: ${(0,config_text/* flow */.L3)(fact.example)}`;
    return [fact.pattern, example].filter((part) => part !== undefined && part !== '').join(' ') || undefined;
}


/***/ }),

/***/ "src/config/schema/unsupported.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isSupported),
/* harmony export */   j: () => (/* binding */ checkSupported)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/json.js");
/* harmony import */ var _facts_generated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/facts.generated.js");
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/text.js");



function checkSupported(kind, tree, locate, report) {
    for (const [pattern, harmless] of Object.entries(_facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SUPPORTED_YET */ .Y0[kind])) {
        let first;
        let more = -1;
        visit(tree, pattern.split('.'), [], (value, path) => {
            if (harmless.some((one) => sameJson(one, value)))
                return;
            first ??= [...path];
            more += 1;
        });
        if (first === undefined)
            continue;
        const others = more === 0 ? '' : `, here and in ${more} more ${more === 1 ? 'place' : 'places'}`;
        report(locate(first, 'key'), 'not-supported-yet', `"${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .dotted */ .Bs)(first)}" is not supported yet by plan and apply${others}.`, { hint: 'This version only validates it. Remove it to run plan or apply.' });
    }
}
function isSupported(path, value) {
    const harmless = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .entryOf */ .M)(_facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SUPPORTED_YET */ .Y0.jupyterhub, path);
    return harmless === undefined || harmless.some((one) => sameJson(one, value));
}
function visit(tree, steps, path, found) {
    const step = steps[path.length];
    if (step === undefined) {
        if (tree.value !== null)
            found(tree.value, path);
        return;
    }
    const enter = (key, child) => {
        path.push(key);
        visit(child, steps, path, found);
        path.pop();
    };
    if (step !== '*') {
        const next = tree.entries?.get(step)?.tree;
        if (next !== undefined)
            enter(step, next);
        return;
    }
    if (tree.items !== undefined)
        for (const [index, item] of tree.items.entries())
            enter(index, item);
    if (tree.entries !== undefined)
        for (const [key, entry] of tree.entries)
            enter(key, entry.tree);
}
function sameJson(a, b) {
    return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}


/***/ }),

/***/ "src/config/suggest.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest),
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
function suggest(written, known) {
    if (written.length > 60)
        return undefined;
    const plain = (text) => text.toLowerCase().replace(/[-_\s]/g, '');
    const source = plain(written);
    let best;
    let least = Number.POSITIVE_INFINITY;
    for (const name of known) {
        const target = plain(name);
        const limit = Math.max(1, Math.floor(Math.min(name.length, written.length) / 3));
        if (Math.abs(target.length - source.length) > limit)
            continue;
        const steps = target === source ? 0 : distance(source, target);
        if (steps <= limit && steps < least) {
            best = name;
            least = steps;
        }
    }
    return best;
}
function didYouMean(written, known) {
    const name = suggest(written, known);
    return name === undefined ? '' : ` Did you mean "${name}"?`;
}
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
            }
            row.push(steps);
        }
        before = last;
        last = row;
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ "src/config/text.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ dotted),
/* harmony export */   EQ: () => (/* binding */ booleanHint),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   L3: () => (/* binding */ flow),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Ol: () => (/* binding */ joinWithAnd),
/* harmony export */   QE: () => (/* binding */ TYPES),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Um: () => (/* binding */ roughDuration),
/* harmony export */   ZV: () => (/* binding */ formatNumber),
/* harmony export */   cR: () => (/* binding */ typeMessage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/json.js");

function quoted(value) {
    if (value === undefined || value === null)
        return 'Nothing';
    if (Array.isArray(value))
        return 'A list';
    if (typeof value === 'object')
        return 'A mapping';
    const text = String(value);
    return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}
function dotted(path) {
    return path.reduce((text, step) => (/^\d+$/.test(String(step)) ? `${text}[]` : `${text}${text && '.'}${step}`), '');
}
function formatNumber(value) {
    if (Number.isInteger(value) && Math.abs(value) < 1000)
        return String(value);
    return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
function joinWithAnd(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
function plural(count, one, many = `${one}s`) {
    return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
function firstOf(texts, most) {
    const more = texts.length - most;
    return more > 0 ? `${texts.slice(0, most).join(', ')} and ${formatNumber(more)} more` : joinWithAnd(texts);
}
function roughDuration(seconds) {
    return seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}
const TYPES = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping (key: value)',
    null: 'null',
};
function typeMessage(path, tree, expected) {
    const types = expected.map((type) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .M)(TYPES, type) ?? type).join(' or ');
    const name = path.length === 0 ? 'The file' : /^\d+$/.test(String(path.at(-1))) ? 'This entry' : `"${path.at(-1)}"`;
    const value = tree?.value ?? null;
    if (value === null) {
        const hint = path.length === 0 ? undefined : 'Give it a value, or remove the key.';
        return { message: `${name} has no value; it must be ${types}.`, ...(hint === undefined ? {} : { hint }) };
    }
    const message = `${name} must be ${types}, not ${got(tree, value)}.`;
    if (expected.length === 1 && expected[0] === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        return { message, hint: `Write it in quotes: "${tree?.written ?? String(value)}".` };
    }
    const hint = expected.includes('boolean') && typeof value === 'string' ? booleanHint(value) : undefined;
    return { message, ...(hint === undefined ? {} : { hint }) };
}
function booleanHint(word) {
    if (!/^(y|yes|n|no|on|off)$/i.test(word))
        return undefined;
    return `Write ${/^(y|yes|on)$/i.test(word)}. YAML 1.2 reads yes, no, on and off as text.`;
}
function got(tree, value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    if (typeof value === 'number') {
        const written = tree?.written;
        return written !== undefined && written !== String(value)
            ? `the number ${value} (written ${written})`
            : `the number ${value}`;
    }
    return typeof value === 'boolean' ? String(value) : `the text ${quoted(value)}`;
}
function flow(value) {
    if (Array.isArray(value))
        return `[${value.map(flow).join(', ')}]`;
    if (typeof value === 'object' && value !== null) {
        const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
        return `{${pairs.join(', ')}}`;
    }
    if (typeof value === 'string' &&
        !/^[A-Za-z][A-Za-z0-9_@./-]*(:\S+)?$|^[0-9]+[A-Za-z]+$|^\d{4}-\d\d-\d\d$/.test(value)) {
        return JSON.stringify(value);
    }
    return String(value);
}


/***/ }),

/***/ "src/config/times/week.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   iA: () => (/* binding */ minuteOf),
/* harmony export */   qn: () => (/* binding */ DAYS)
/* harmony export */ });
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
function minuteOf(text) {
    const [, hours, minutes] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(text ?? '') ?? [];
    return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
function timeText(minute) {
    const two = (value) => String(value).padStart(2, '0');
    return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}


/***/ }),

/***/ "src/config/times/zone.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ zoneTable)
/* harmony export */ });
const FIRST = Date.UTC(2026, 0, 1);
const LAST = Date.UTC(2041, 0, 1);
const DAY = 86_400_000;
function zoneTable(zone) {
    const offsetAt = offsets(zone);
    const table = [[FIRST / 1000, offsetAt(FIRST)]];
    for (let day = FIRST; day < LAST; day += DAY) {
        const [before, after] = [offsetAt(day), offsetAt(day + DAY)];
        if (before === after)
            continue;
        let [low, high] = [day, day + DAY];
        while (high - low > 1000) {
            const middle = low + Math.floor((high - low) / 2000) * 1000;
            if (offsetAt(middle) === before)
                low = middle;
            else
                high = middle;
        }
        table.push([high / 1000, after]);
    }
    return table;
}
function offsets(zone) {
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
    });
    return (time) => {
        const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
        const part = (name) => parts.get(name) ?? 0;
        const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
        return (local - Math.floor(time / 1000) * 1000) / 1000;
    };
}


/***/ }),

/***/ "src/config/users-sources.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ remoteFileName),
/* harmony export */   Hf: () => (/* binding */ globFault),
/* harmony export */   QZ: () => (/* binding */ remotePath),
/* harmony export */   dF: () => (/* binding */ usersSources),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   nS: () => (/* binding */ parseRemoteFileName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/yaml/locate.js");


const COLUMNS = ['email', 'groups', 'until', 'note'];
function usersSources(tree, locate) {
    const users = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .treeAt */ .S)(tree, ['users']);
    const entries = users?.items === undefined
        ? users === undefined
            ? []
            : [[['users'], users]]
        : users.items.map((item, index) => [['users', index], item]);
    return entries.flatMap(([path, entry]) => {
        const where = entry.entries === undefined ? path : [...path, 'path'];
        const text = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .treeAt */ .S)(tree, where)?.value;
        if (typeof text !== 'string' || text === '')
            return [];
        return {
            path: text,
            location: locate(where),
            columns: columnsOf((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .treeAt */ .S)(entry, ['columns'])),
            remote: remoteRepositoryOf(entry),
        };
    });
}
function remoteRepositoryOf(entry) {
    if (entry.entries?.has('repository') !== true)
        return undefined;
    const ref = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .treeAt */ .S)(entry, ['ref'])?.value;
    const repository = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .treeAt */ .S)(entry, ['repository'])?.value;
    return {
        repository: typeof repository === 'string' ? repository : '',
        ref: typeof ref === 'string' ? ref : undefined,
    };
}
function columnsOf(tree) {
    if (tree?.entries === undefined)
        return undefined;
    const texts = COLUMNS.flatMap((name) => {
        const value = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .treeAt */ .S)(tree, [name])?.value;
        return typeof value === 'string' ? [[name, value]] : [];
    });
    return Object.fromEntries(texts);
}
function isForeign(path) {
    return /^([/\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path);
}
function remotePath(path) {
    const plain = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path);
    return isForeign(plain) || /^\.\.(\/|$)/.test(plain) ? undefined : plain;
}
function remoteFileName(repository, path) {
    return `${repository}:${path}`;
}
function parseRemoteFileName(name) {
    const [, repository, path] = /^([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+):(.+)$/s.exec(name) ?? [];
    return repository === undefined || path === undefined ? undefined : { repository, path };
}
const MAX_STARS = { inName: 2, inAll: 6 };
const MAX_LENGTH = 256;
function isGlob(path) {
    return /[*?[\]{}]/.test(path);
}
function globFault(pattern) {
    if (!isGlob(pattern))
        return undefined;
    if (pattern.length > MAX_LENGTH) {
        return { why: `is longer than ${MAX_LENGTH} characters`, hint: 'Shorten the pattern.' };
    }
    for (const [open, close] of ['{}', '[]'].map((pair) => [...pair])) {
        const count = (sign = '') => pattern.split(sign).length - 1;
        if (count(open) !== count(close)) {
            return { why: `has a ${open} or ${close} without the other`, hint: `Write both, or a name without them.` };
        }
    }
    if (/(^|\/)!/.test(pattern)) {
        return { why: 'begins a name with "!", which excludes nothing here', hint: 'Name the files that are to be read.' };
    }
    if (/[()]/.test(pattern))
        return { why: 'has a round bracket', hint: 'Write {one,other} for a choice.' };
    const stars = (text) => text.match(/\*+/g)?.length ?? 0;
    if (stars(pattern) <= MAX_STARS.inAll && pattern.split('/').every((name) => stars(name) <= MAX_STARS.inName)) {
        return undefined;
    }
    return {
        why: `has more than ${MAX_STARS.inName} stars in a name, or more than ${MAX_STARS.inAll} in all`,
        hint: 'Use fewer: each one makes the search slower by a factor.',
    };
}


/***/ }),

/***/ "src/config/yaml/locate.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ treeAt),
/* harmony export */   f: () => (/* binding */ locator)
/* harmony export */ });
function treeAt(tree, path) {
    let here = tree;
    for (const step of path)
        here = here?.entries?.get(String(step))?.tree ?? here?.items?.[Number(step)];
    return here;
}
function locator(tree) {
    return (path, part = 'value') => {
        let here = tree;
        let found = tree.locate(tree.start, tree.start + 1);
        for (const [index, step] of path.entries()) {
            const entry = here.entries?.get(String(step));
            const next = entry?.tree ?? here.items?.[Number(step)];
            if (next === undefined)
                return found;
            const wantsKey = part === 'key' && index === path.length - 1;
            const value = next.locate(next.start, next.end);
            const key = entry === undefined ? undefined : next.locate(entry.keyStart, entry.keyEnd);
            const useKey = wantsKey || next.start === next.end || value.line !== key?.line;
            found = key !== undefined && useKey ? key : value;
            here = next;
        }
        return found;
    };
}


/***/ }),

/***/ "src/config/yaml/source.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ MAX_LENGTH),
  P: () => (/* binding */ parseSource)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("yaml/dist/index.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
;// CONCATENATED MODULE: ./lib/src/config/yaml/syntax-words.js


const BREAKS_INDENT = /^(All (mapping|sequence) items must start|Sequence item without)/;
function syntaxWords({ code, message, pos: [start, end] }, text) {
    if (/^Missing closing/.test(message))
        return openQuote(text) ?? { start, end, message: 'A quote is not closed.' };
    if (/^(Flow|Expected flow) (map|sequence)/.test(message) || (code === 'BAD_INDENT' && /^Flow/.test(message))) {
        const open = openBracket(text, start);
        if (open !== undefined)
            return open;
    }
    const line = lineAt(text, start);
    const isValue = start > line.start + line.indent;
    if (isValue && /^(Nested mappings|Implicit keys need)/.test(message)) {
        const next = nextLine(text, start);
        return next === undefined || /:( |$)/.test(line.rest) ? colonInText(start, end) : tooDeep(text, start, next);
    }
    if (BREAKS_INDENT.test(message))
        return unevenIndent(text, start);
    if (code === 'MULTILINE_IMPLICIT_KEY' || /^Implicit map keys need/.test(message)) {
        return {
            start,
            end,
            message: `${(0,config_text/* quoted */.TL)(line.rest.trim())} is neither a key with a value nor an entry of a list.`,
            hint: `Write KEY: VALUE, with a space after the colon. A key that lines below belong to ends with a colon.`,
        };
    }
    if (code === 'BAD_SCALAR_START') {
        const first = line.rest.slice(0, 1);
        const hint = `Put quotes around it: "${first}…".`;
        return { start, end, message: `Text that starts with ${first} must be in quotes.`, hint };
    }
    if (code === 'UNEXPECTED_TOKEN' && /["']$/.test(text.slice(0, start).trimEnd())) {
        return {
            start,
            end,
            message: 'The text goes on after its closing quote.',
            hint: `Look for a missing quote above. Inside '…' write an apostrophe twice; inside "…" write \\" for a quote.`,
        };
    }
    return { start, end, message: message.replace(/\.?$/, '.'), ...(HINTS[code] && { hint: HINTS[code] }) };
}
const HINTS = {
    BAD_INDENT: 'All lines of a mapping or list must start in the same column.',
    BAD_DQ_ESCAPE: 'In double quotes a backslash starts an escape; write it twice, or use single quotes.',
    BLOCK_AS_IMPLICIT_KEY: 'Quote text that contains a colon followed by a space.',
    MISSING_CHAR: 'Look for a missing quote, bracket, brace, comma or colon before this place.',
    UNEXPECTED_TOKEN: 'Look for a missing quote or an extra bracket.',
};
function conflictMarker(text) {
    const found = /^(<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
    if (found === null)
        return undefined;
    return {
        start: found.index,
        end: found.index + found[0].length,
        message: `${(0,config_text/* quoted */.TL)(found[1])} is a conflict marker of git.`,
        hint: 'Finish the merge: keep one of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>.',
    };
}
function openQuote(text) {
    for (const token of tokensOf(text)) {
        if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar')
            continue;
        const quote = token.source[0] ?? '"';
        if (token.source.length > 1 && token.source.trimEnd().endsWith(quote))
            continue;
        return {
            start: token.offset,
            end: token.offset + token.source.length,
            message: `The quote ${quote} is not closed.`,
            hint: `Write ${quote} at the end of this text.`,
        };
    }
    return undefined;
}
function openBracket(text, offset) {
    for (const token of tokensOf(text)) {
        if (token.type !== 'flow-collection' || token.offset > offset)
            continue;
        const close = token.start.source === '{' ? '}' : ']';
        if (token.end.some(({ source }) => source === close))
            continue;
        const line = lineAt(text, offset);
        return {
            start: token.start.offset,
            end: token.start.offset + 1,
            message: `The ${close === '}' ? 'brace {' : 'bracket ['} is not closed.`,
            hint: `Write ${close} before line ${lineNumber(text, line)}. Lines inside must be indented deeper than the key.`,
        };
    }
    return undefined;
}
function colonInText(start, end) {
    return {
        start,
        end,
        message: 'This text contains a colon with a space after it, as between a key and a value.',
        hint: 'Put the whole text in quotes.',
    };
}
function tooDeep(text, offset, next) {
    const before = lineAt(text, offset);
    return {
        start: next.start + next.indent,
        end: next.end,
        message: `This line is indented deeper than line ${lineNumber(text, before)}, which has a value already.`,
        hint: `${before.indent === 0 ? 'Do not indent it' : `Indent it by ${spaces(before.indent)}`}, as line ${lineNumber(text, before)}.`,
    };
}
function unevenIndent(text, offset) {
    const line = lineAt(text, offset);
    const place = { start: line.start + line.indent, end: line.end };
    const above = linesBefore(text, line.start);
    const header = above.find(({ rest, indent }) => rest.trim() !== '' && indent < line.indent);
    if (header !== undefined && /(^|\s)[|>][-+0-9]*\s*$/.test(header.rest)) {
        const first = above.filter(({ start, rest }) => start > header.start && rest.trim() !== '').at(-1);
        return {
            ...place,
            message: `This line is indented less than the text that starts below line ${lineNumber(text, header)}.`,
            hint: `Indent it by at least ${spaces(first?.indent ?? header.indent + 2)}.`,
        };
    }
    const columns = [];
    for (const { indent, rest } of above) {
        const own = /^(- +)\S/.exec(rest)?.[1]?.length;
        for (const column of own === undefined ? [indent] : [indent + own, indent]) {
            if (rest.trim() !== '' && !rest.startsWith('#') && column < (columns.at(-1) ?? Number.POSITIVE_INFINITY)) {
                columns.push(column);
            }
        }
    }
    return {
        ...place,
        message: `This line is indented by ${spaces(line.indent)}. No line above that it could belong to is.`,
        hint: `Indent it by ${orList(columns.reverse())} spaces, as the lines that it belongs with.`,
    };
}
function lineAt(text, offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const found = text.indexOf('\n', offset);
    const end = found === -1 ? text.length : found;
    const indent = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
    return { start, end, indent, rest: text.slice(Math.max(offset, start + indent), end) };
}
function lineNumber(text, { start }) {
    return text.slice(0, start).split('\n').length;
}
function nextLine(text, offset) {
    let line = lineAt(text, offset);
    while (line.end < text.length) {
        line = lineAt(text, line.end + 1);
        if (line.rest.trim() !== '')
            return line;
    }
    return undefined;
}
function linesBefore(text, start) {
    const lines = [];
    let from = start;
    while (from > 0) {
        const line = lineAt(text, from - 1);
        lines.push({ ...line, rest: text.slice(line.start + line.indent, line.end) });
        if (line.indent === 0 && lines.at(-1)?.rest.trim() !== '')
            break;
        from = line.start;
    }
    return lines;
}
function spaces(count) {
    return count === 1 ? '1 space' : `${count} spaces`;
}
function orList(numbers) {
    return numbers.length < 2 ? `${numbers[0] ?? 0}` : `${numbers.slice(0, -1).join(', ')} or ${numbers.at(-1)}`;
}
function* tokensOf(text) {
    for (const token of new dist/* Parser */.iX().parse(text))
        yield* below(token);
}
function* below(token) {
    yield token;
    if (token.type === 'document' && token.value !== undefined)
        yield* below(token.value);
    if (!('items' in token))
        return;
    for (const { key, value } of token.items) {
        if (key != null)
            yield* below(key);
        if (value !== undefined)
            yield* below(value);
    }
}

;// CONCATENATED MODULE: ./lib/src/config/yaml/syntax.js

const MAX_DEPTH = 64;
const MAX_SYNTAX_ERRORS = 10;
function tokenFault(token) {
    if (token.type === 'directive') {
        return {
            rule: 'yaml-syntax',
            offset: token.offset,
            message: 'YAML directives (lines that start with %) are not supported.',
            hint: 'Remove the line. Files are always read as YAML 1.2.',
        };
    }
    return syntax_tooDeep(token, 0);
}
function syntax_tooDeep(token, depth) {
    if (depth > MAX_DEPTH) {
        return {
            rule: 'too-large',
            offset: 'offset' in token ? token.offset : 0,
            message: `Values are nested more than ${MAX_DEPTH} levels deep.`,
            hint: 'Reduce the nesting. Real files have fewer than 20 levels.',
        };
    }
    if (token.type === 'document')
        return token.value === undefined ? undefined : syntax_tooDeep(token.value, depth);
    if (!('items' in token))
        return undefined;
    for (const { key, value } of token.items) {
        const fault = (key && syntax_tooDeep(key, depth + 1)) ?? (value && syntax_tooDeep(value, depth + 1));
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}
function syntaxErrors(documents, text) {
    const errors = documents.flatMap((document) => document.errors);
    const marker = errors.length > 0 ? conflictMarker(text) : undefined;
    if (marker !== undefined)
        return [{ rule: 'yaml-syntax', hint: undefined, ...marker }];
    const seen = new Set();
    const findings = [];
    for (const error of errors) {
        if (findings.length >= MAX_SYNTAX_ERRORS)
            break;
        const found = describe(error, text);
        const line = text.lastIndexOf('\n', found.start - 1);
        if (seen.has(line))
            continue;
        seen.add(line);
        findings.push(found);
    }
    return findings;
}
function describe(error, text) {
    const [start, end] = error.pos;
    if (error.code === 'TAB_AS_INDENT') {
        const hint = 'Use spaces: YAML forbids tabs there.';
        return { rule: 'yaml-tab', start, end, message: 'A tab is used for indentation.', hint };
    }
    if (error.code === 'TAG_RESOLVE_FAILED') {
        return { rule: 'yaml-tag', start, end, message: error.message, hint: 'Write the plain value without a tag.' };
    }
    if (error.code === 'NON_STRING_KEY') {
        const hint = 'Quote keys that start with [, { or *.';
        return { rule: 'yaml-syntax', start, end, message: 'A key is not plain text.', hint };
    }
    if (error.code === 'BAD_ALIAS') {
        return { rule: 'yaml-alias', start, end, message: error.message, hint: 'Quote text that starts with * or &.' };
    }
    return { rule: 'yaml-syntax', hint: undefined, ...syntaxWords(error, text) };
}

;// CONCATENATED MODULE: ./lib/src/config/yaml/tree.js


const MAX_VALUES = 400_000;
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);
const PLAIN_TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`));
const NOTHING = { value: null, size: 1, height: 0 };
function isPlain(node) {
    return (0,dist/* isScalar */.jn)(node) && node.type === 'PLAIN';
}
function buildTree(root, locate, report) {
    const anchors = new Map();
    let aliased = 0;
    const build = (node) => {
        const [start, end] = node.range;
        if ((0,dist/* isAlias */.Vj)(node))
            return resolve(node.source, start, end);
        if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag)) {
            report(locate(start, end), 'yaml-tag', `The tag ${node.tag} is not supported.`, {
                hint: 'Write the plain value without a tag.',
            });
        }
        const tree = (0,dist/* isMap */.jh)(node)
            ? mapping(node.items, start, end)
            : (0,dist/* isSeq */.oP)(node)
                ? sequence(node.items, start, end)
                : scalar(node, start, end);
        if (node.anchor !== undefined)
            anchors.set(node.anchor, tree);
        return tree;
    };
    const resolve = (name, start, end) => {
        const target = anchors.get(name);
        if (target === undefined) {
            report(locate(start, end), 'yaml-alias', `The alias *${name} has no anchor before it, or it is inside its own anchor.`, {
                hint: 'Quote text that starts with *.',
            });
            return { start, end, locate, ...NOTHING };
        }
        if (aliased > MAX_VALUES)
            return { start, end, locate, ...NOTHING };
        aliased += target.size;
        if (aliased > MAX_VALUES) {
            report(locate(start, end), 'yaml-alias', `With its aliases expanded, the file has more than ${MAX_VALUES} values.`, {
                hint: 'Use fewer or smaller aliases.',
            });
            return { start, end, locate, ...NOTHING };
        }
        return { ...target, start, end, locate };
    };
    const scalar = (node, start, end) => {
        const value = (0,dist/* isScalar */.jn)(node) ? node.value : null;
        const written = (0,dist/* isScalar */.jn)(node) && typeof node.source === 'string' ? node.source : undefined;
        const plain = isPlain(node)
            ? { plain: true }
            : (0,dist/* isScalar */.jn)(node) && node.type === 'BLOCK_FOLDED'
                ? { folded: true }
                : {};
        const base = { start, end, locate, size: 1, height: 0, ...(written === undefined ? {} : { written }), ...plain };
        if (value === null || typeof value === 'string' || typeof value === 'boolean')
            return { ...base, value };
        if (typeof value === 'number' && Number.isFinite(value))
            return { ...base, value };
        report(locate(start, end), 'not-json', `${written ?? 'The value'} cannot be expressed in JSON.`, {
            hint: 'Quote it, or write a number.',
        });
        return { ...base, value: null };
    };
    const sequence = (nodes, start, end) => {
        const items = nodes.map(build);
        return branch({ start, end, locate, items, value: items.map((item) => item.value) }, items);
    };
    const mapping = (pairs, start, end) => {
        const entries = new Map();
        const value = {};
        for (const { key, value: node } of pairs) {
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
            const [keyStart, keyEnd] = key.range;
            const here = locate(keyStart, keyEnd);
            const tree = node === null ? { start: keyEnd, end: keyEnd, locate, ...NOTHING } : build(node);
            const first = entries.get(name);
            if (!(0,dist/* isScalar */.jn)(key)) {
                report(here, 'yaml-syntax', 'A key is not plain text.', { hint: 'Quote keys that start with *, [ or {.' });
            }
            else if (name === '<<') {
                report(here, 'yaml-merge-key', 'The merge key << is not supported.', { hint: 'Write the keys out.' });
            }
            else if (UNSAFE.has(name)) {
                report(here, 'unsafe-key', `The key "${name}" is not allowed.`, { hint: 'Choose another name.' });
            }
            else if (first !== undefined) {
                const { line } = locate(first.keyStart, first.keyEnd);
                report(here, 'duplicate-key', `"${name}" is already set on line ${line}.`, { hint: 'Keep one of the two.' });
            }
            else {
                entries.set(name, { keyStart, keyEnd, tree, ...(isPlain(key) ? { plainKey: true } : {}) });
                value[name] = tree.value;
            }
        }
        return branch({ start, end, locate, entries, value }, [...entries.values()].map((entry) => entry.tree));
    };
    const branch = (tree, children) => {
        let size = 1;
        let height = 0;
        for (const child of children) {
            size += child.size;
            height = Math.max(height, child.height);
        }
        height += 1;
        if (height === MAX_DEPTH + 1) {
            report(locate(tree.start, tree.end), 'too-large', `With its aliases expanded, the value is more than ${MAX_DEPTH} levels deep.`);
        }
        return { ...tree, size, height };
    };
    return build(root);
}

;// CONCATENATED MODULE: ./lib/src/config/yaml/source.js




const MAX_LENGTH = 4 * 1024 * 1024;
const CONTROL = /[^\t\n\r\u0020-\u007E\u0080-\uFFFF]/;
function parseSource(file) {
    const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
    const { place, report, diagnostics } = (0,config_location/* reporter */.YX)(file.path, text);
    const result = (tree) => ({ file: file.path, tree, diagnostics });
    if (text.length > MAX_LENGTH) {
        report(place(0, 1), 'too-large', `The file has ${text.length} characters; the limit is ${MAX_LENGTH}.`);
        return result(undefined);
    }
    if (countStructure(text) > MAX_VALUES) {
        report(place(0, 1), 'too-large', `The file has more than ${MAX_VALUES} values, or text that looks like values.`, {
            hint: 'Split the file. 20,000 people with every field need fewer values.',
        });
        return result(undefined);
    }
    const control = CONTROL.exec(text);
    if (control !== null) {
        const code = text.charCodeAt(control.index).toString(16).toUpperCase().padStart(4, '0');
        report(place(control.index, control.index + 1), 'control-character', `The file contains the control character U+${code}.`, {
            hint: 'Remove it. Editors usually hide it.',
        });
        return result(undefined);
    }
    const documents = [];
    try {
        const composer = new dist/* Composer */.Dk({
            version: '1.2',
            schema: 'core',
            uniqueKeys: false,
            stringKeys: true,
            merge: false,
        });
        for (const token of new dist/* Parser */.iX().parse(text)) {
            const fault = tokenFault(token);
            if (fault !== undefined) {
                report(place(fault.offset, fault.offset + 1), fault.rule, fault.message, { hint: fault.hint });
                return result(undefined);
            }
            documents.push(...composer.next(token));
        }
        documents.push(...composer.end());
    }
    catch {
        report(place(0, 1), 'yaml-syntax', 'The file cannot be parsed as YAML.', { hint: 'Simplify the file.' });
        return result(undefined);
    }
    for (const error of syntaxErrors(documents, text)) {
        report(place(error.start, error.end), error.rule, error.message, { hint: error.hint });
    }
    if (diagnostics.length > 0)
        return result(undefined);
    const [first, second] = documents;
    if (second !== undefined) {
        const start = second.range[0];
        report(place(start, start + 3), 'several-documents', 'The file has more than one YAML document.', {
            hint: 'Remove the line "---" and the other document.',
        });
    }
    if (first?.contents == null || (first.contents.range[0] === first.contents.range[1] && documents.length === 1)) {
        report(place(0, 1), 'empty-file', 'The file has no content.', {
            hint: 'Start from examples/quick-start.',
            absent: true,
        });
        return result(undefined);
    }
    const tree = buildTree(first.contents, place, report);
    return result(diagnostics.some(({ rule }) => rule === 'too-large') ? undefined : tree);
}
const STRUCTURE = new Set([...'\n,:?[]{}&!'].map((character) => character.charCodeAt(0)));
const HYPHEN = 0x2d;
function countStructure(text) {
    if (text.length <= MAX_VALUES)
        return text.length;
    let count = 0;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (STRUCTURE.has(code) || (code === HYPHEN && text.charCodeAt(at + 1) <= 0x20))
            count += 1;
    }
    return count;
}


/***/ }),

/***/ "src/report/findings.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ findingsDocument),
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Y1: () => (/* binding */ findingBlocks),
/* harmony export */   _g: () => (/* binding */ findingsText),
/* harmony export */   lT: () => (/* binding */ countText),
/* harmony export */   mC: () => (/* binding */ findingLine)
/* harmony export */ });
/* harmony import */ var _config_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/diagnostic.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/text.js");


const EXCERPT = 100;
const WINDOW = 1000;
function findingLine({ file, line, column, severity, rule, message }) {
    return `${visible(file)}:${line}:${column} ${severity} ${rule} ${visible(message)}`;
}
function findingsText({ took, ...findings }) {
    const { diagnostics, sources } = findings;
    const time = took === undefined ? '' : ` (${(took / 1000).toFixed(2)} s)`;
    const files = (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(sources.size, 'file');
    const text = countText(countFindings(diagnostics));
    return [...blocks(findings), `${text === '' ? 'No findings' : text} in ${files}${time}. Nothing was contacted.`].join('\n\n');
}
function findingBlocks(findings) {
    return blocks(findings).join('\n\n');
}
function blocks({ diagnostics, sources, shown = (text) => text }) {
    return diagnostics.map((found) => block(found, sources.get(found.file), shown));
}
function findingsDocument({ diagnostics, sources }) {
    const counts = countFindings(diagnostics);
    return {
        ok: counts.error === 0,
        errors: counts.error,
        warnings: counts.warning,
        notes: counts.note,
        files: [...sources.keys()],
        findings: diagnostics.map(({ file, line, column, length, severity, rule, message, hint }) => ({
            file,
            line,
            column,
            length,
            severity,
            rule,
            message,
            ...(hint === undefined ? {} : { hint }),
            documentation: (0,_config_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .documentationLink */ .v$)(rule),
        })),
    };
}
function countFindings(diagnostics) {
    const counts = { error: 0, warning: 0, note: 0 };
    for (const { severity } of diagnostics)
        counts[severity] += 1;
    return counts;
}
function countText(counts) {
    return ['error', 'warning', 'note']
        .filter((severity) => counts[severity] > 0)
        .map((severity) => (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(counts[severity], severity))
        .join(', ');
}
function block(found, source, shown) {
    const { file, line, column, severity, rule, message, hint } = found;
    const first = `${visible(file)}:${line}:${column} ${severity} ${rule}  ${visible(message)}`;
    const isHidden = found.absent === true || rule === 'literal-secret';
    const lines = isHidden || source === undefined ? [] : excerpt(found, source, shown);
    const help = hint === undefined ? [] : [`    ${visible(hint)}   ${(0,_config_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .documentation */ .TH)(rule)}`];
    return [first, ...lines, ...help].join('\n');
}
function excerpt({ line, column, length }, source, shown) {
    const text = source
        .replace(/^\uFEFF/, '')
        .split('\n')[line - 1]?.replace(/\r$/, '');
    if (text === undefined || text.trim() === '')
        return [];
    const from = Math.max(0, column - 1 - WINDOW);
    const end = Math.min(text.length, column - 1 + Math.min(length, EXCERPT));
    const all = shown(text.slice(from, end + WINDOW));
    const [head, most] = [shown(text.slice(from, column - 1)), shown(text.slice(from, end))];
    const start = common(all, head);
    const stop = Math.max(start, common(all, most));
    const cut = start + Math.min(stop - start, EXCERPT / 2) <= EXCERPT ? 0 : start - EXCERPT / 4;
    const last = Math.min(all.length, cut + EXCERPT);
    const [before = '', under = '', after = ''] = [
        all.slice(cut, start),
        all.slice(start, Math.min(stop, last)),
        all.slice(Math.min(stop, last), last),
    ].map((part) => visible(part));
    const [open, close] = [from + cut > 0 ? '…' : '', last < all.length ? '…' : ''];
    const carets = '^'.repeat(Math.max(1, width(under)));
    const margin = String(line).padStart(6);
    return [
        `${margin} | ${open}${before}${under}${after}${close}`,
        `${' '.repeat(margin.length)} | ${' '.repeat(width(open + before))}${carets}`,
    ];
}
function common(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at])
        at += 1;
    return at;
}
function visible(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
        if (character === '\t')
            return '    ';
        return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
    });
}
function width(text) {
    let columns = 0;
    for (const character of text) {
        if (/\p{M}/u.test(character))
            continue;
        columns +=
            /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(character)
                ? 2
                : 1;
    }
    return columns;
}


/***/ }),

/***/ "src/stages/input/code-place.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ placeInBlock)
/* harmony export */ });
function placeInBlock(code, { line, column }, whole, sources) {
    const text = code.split('\n')[line - 1] ?? '';
    const written = sources.get(whole.file)?.split('\n')[whole.line + line - 1]?.replace(/\r$/, '') ?? '';
    const indent = written.length - text.length;
    if (indent < 1 || written.slice(indent) !== text || written.slice(0, indent).trim() !== '')
        return whole;
    const before = [...text].slice(0, column - 1).join('').length;
    const at = Math.min(before, Math.max(0, text.length - 1));
    return { file: whole.file, line: whole.line + line, column: indent + at + 1, length: 1 };
}


/***/ }),

/***/ "src/stages/input/file-reader.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ MAX_CHAIN),
/* harmony export */   q: () => (/* binding */ FileReader)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/load.js");
/* harmony import */ var _config_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/location.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _config_users_sources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/users-sources.js");
/* harmony import */ var _config_yaml_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/config/yaml/source.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/errors.js");
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/stages/input/text-file.js");








const MAX_CHAIN = 8;
class FileReader {
    cwd;
    configPath;
    instead;
    sources = new Map();
    diagnostics = [];
    report = (0,_config_location_js__WEBPACK_IMPORTED_MODULE_2__/* .createReport */ .LU)(this.diagnostics);
    #root;
    constructor(cwd, configPath, instead = new Map()) {
        this.cwd = cwd;
        this.configPath = configPath;
        this.instead = instead;
        this.#root = (0,_text_file_js__WEBPACK_IMPORTED_MODULE_7__/* .repositoryRoot */ .Hn)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, configPath)), cwd);
    }
    async first() {
        const top = { file: this.configPath, line: 1, column: 1, length: 1 };
        if (!(await this.mayRead(this.configPath))) {
            this.report(top, 'path-outside', 'This file leads out of the repository.', {
                hint: 'Replace the link by the file itself, or name the file with --config FILE.',
                absent: true,
            });
            return undefined;
        }
        const text = await (0,_text_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readText */ .yR)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(this.cwd, this.configPath));
        if (typeof text === 'string')
            return this.keep(this.configPath, text);
        const start = { ...top, line: text.line ?? 1 };
        const hint = text.hint ?? 'Name the file with --config FILE, or let "jupyterhub-gke init" write one.';
        this.report(start, text.rule, text.message, { hint, absent: true });
        return undefined;
    }
    async named(file) {
        if ((0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .isForeign */ .jq)(file.path))
            return undefined;
        const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file.location.file), file.path);
        if (!(await this.mayRead(shown))) {
            this.outside(file);
            return undefined;
        }
        if ((0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRemoteFileName */ .nS)(shown) !== undefined) {
            this.report(file.location, 'path-outside', `"${file.path}" reads like a file of another repository.`, {
                hint: 'Give the file another name, or write {repository: OWNER/NAME, path: FILE}.',
            });
            return undefined;
        }
        const known = this.sources.get(shown);
        if (known !== undefined)
            return { path: shown, text: known };
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(this.cwd, shown);
        const text = this.instead.get(path) ?? (await (0,_text_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readText */ .yR)(path));
        if (typeof text === 'string')
            return this.keep(shown, text);
        this.unreadable(file, shown, text);
        return undefined;
    }
    async checkChart(chart, isInstalled) {
        if (chart === undefined)
            return;
        const { path, location } = chart;
        const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(location.file), path);
        if (!(await this.mayRead(shown))) {
            this.outside(chart);
            return;
        }
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) || !isInstalled)
            return;
        const { readLocalChart } = await __webpack_require__.e(/* import() */ "files").then(__webpack_require__.bind(__webpack_require__, "src/helm/chart/files.js"));
        try {
            await readLocalChart((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(this.cwd, shown));
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ConfigurationError */ .j1))
                throw error;
            this.report(location, 'file-missing', `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(path)}: ${error.message}.`, { hint: error.hint });
        }
    }
    async mayRead(shown) {
        return (0,_text_file_js__WEBPACK_IMPORTED_MODULE_7__/* .isInside */ .FK)(await this.#root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(this.cwd, shown));
    }
    outside({ path, location }) {
        this.report(location, 'path-outside', `"${path}" leads out of the repository.`, {
            hint: 'Keep the file in the repository.',
        });
    }
    async chain(start) {
        const sources = [];
        const seen = new Set();
        for (let file = start; file !== undefined;) {
            const source = (0,_config_yaml_source_js__WEBPACK_IMPORTED_MODULE_5__/* .parseSource */ .P)(file);
            sources.push(source);
            seen.add((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(this.cwd, file.path));
            const next = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .extendsOf */ .nG)(source);
            if (next === undefined)
                return { sources, incomplete: source.tree === undefined };
            if (seen.has((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(this.cwd, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file.path), next.path)) || sources.length > MAX_CHAIN) {
                this.report(next.location, 'extends-cycle', `"${next.path}" leads back, or too far: ${sources.length} files extend each other.`, {
                    hint: `At most ${MAX_CHAIN} files in a row, and none twice.`,
                });
                break;
            }
            file = await this.named(next);
        }
        return { sources, incomplete: true };
    }
    keep(path, text) {
        this.sources.set(path, text);
        return { path, text };
    }
    unreadable({ path, location }, shown, { rule, message, hint, line }) {
        if (line === undefined)
            this.report(location, rule, `"${path}": ${message}`, { hint: hint ?? 'Check the path.' });
        else
            this.report({ file: shown, line, column: 1, length: 1 }, rule, message, { hint, absent: true });
    }
}


/***/ }),

/***/ "src/stages/input/globs.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ NO_MATCH),
/* harmony export */   kZ: () => (/* binding */ pathMatcher),
/* harmony export */   pV: () => (/* binding */ readGlob)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_users_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/users-sources.js");


const NO_MATCH = 'Correct the pattern: a pattern that matches no file grants access to nobody.';
async function readGlob(pattern) {
    if ((0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .globFault */ .Hf)(pattern) !== undefined)
        return undefined;
    const { default: picomatch } = await __webpack_require__.e(/* import() */ "picomatch").then(__webpack_require__.t.bind(__webpack_require__, "picomatch/index.js", 23));
    const { base, glob } = picomatch.scan(pattern);
    return { base, rest: glob, matches: picomatch(glob, { noextglob: true }) };
}
async function pathMatcher(patterns) {
    const plain = (text) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)('.', text);
    const globs = new Map();
    for (const pattern of new Set(patterns.filter(_config_users_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .isGlob */ .fg))) {
        const glob = await readGlob(plain(pattern));
        if (glob !== undefined)
            globs.set(pattern, glob);
    }
    return (pattern, path) => {
        if (plain(pattern) === plain(path))
            return true;
        const glob = globs.get(pattern);
        if (glob === undefined)
            return false;
        const top = glob.base === '' ? '' : `${glob.base}/`;
        return plain(path).startsWith(top) && glob.matches(plain(path).slice(top.length));
    };
}


/***/ }),

/***/ "src/stages/input/read.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dz: () => (/* binding */ InputError),
  DR: () => (/* binding */ checkInput),
  R5: () => (/* binding */ readInput)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/access/users/load.js + 6 modules
var load = __webpack_require__("src/access/users/load.js");
// EXTERNAL MODULE: ./lib/src/config/diagnostic.js + 1 modules
var diagnostic = __webpack_require__("src/config/diagnostic.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/locate.js
var yaml_locate = __webpack_require__("src/config/yaml/locate.js");
;// CONCATENATED MODULE: ./lib/src/access/users/consumer-domains.js
const CONSUMER_DOMAINS = new Set([
    'gmail.com googlemail.com googlegroups.com icloud.com me.com mac.com aol.com msn.com live.com',
    'outlook.com outlook.de outlook.fr outlook.es hotmail.com hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.co.uk',
    'yahoo.com yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.co.uk yahoo.co.jp yahoo.co.in yahoo.com.br ymail.com',
    'gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de proton.me protonmail.com pm.me tutanota.com',
    'mail.ru yandex.ru yandex.com qq.com 163.com 126.com orange.fr free.fr laposte.net libero.it',
].flatMap((line) => line.split(' ')));

// EXTERNAL MODULE: ./lib/src/access/users/email.js
var users_email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: ./lib/src/config/chart/owned-groups.js
var owned_groups = __webpack_require__("src/config/chart/owned-groups.js");
// EXTERNAL MODULE: ./lib/src/config/suggest.js
var suggest = __webpack_require__("src/config/suggest.js");
;// CONCATENATED MODULE: ./lib/src/access/users/named-groups.js




const NAMING = [
    ['profiles', 'profile', 'so nobody can start the profile through it'],
    ['budgets', 'budget', 'so the budget covers nobody through it'],
];
function checkNamedGroups({ tree, locate, users, complete, report }) {
    if (!complete)
        return;
    const namesOf = (principals) => [
        ...new Set(principals.flatMap(({ groups }) => groups.map(({ text }) => text))),
    ];
    const known = namesOf(users.active);
    const ended = new Set(namesOf(users.principals));
    const check = (path, [, what, effect]) => {
        const value = (0,yaml_locate/* treeAt */.S)(tree, path)?.value;
        if (typeof value !== 'string' || known.includes(value))
            return;
        if (value.startsWith(owned_groups/* RESERVED_GROUPS */.Y)) {
            report(locate(path), 'reserved-group', `The group name ${(0,config_text/* quoted */.TL)(value)} is reserved for the hub.`, {
                hint: `No users file can give it to anybody. Name a group that does not begin with ${owned_groups/* RESERVED_GROUPS */.Y}.`,
            });
            return;
        }
        if (ended.has(value)) {
            report(locate(path), 'unknown-group', `The last day of everybody in the group ${(0,config_text/* quoted */.TL)(value)} has passed, ${effect}.`, { hint: `Set later days in the users files, or remove the group from the ${what}.`, severity: 'warning' });
            return;
        }
        report(locate(path), 'unknown-group', `The group ${(0,config_text/* quoted */.TL)(value)} has no members, ${effect}.${(0,suggest/* didYouMean */.a)(value, known)}`, { hint: 'Add the group to somebody in a users file: groups: [NAME]' });
    };
    for (const naming of NAMING) {
        const [list] = naming;
        for (const entry of ((0,yaml_locate/* treeAt */.S)(tree, [list])?.items ?? []).keys()) {
            for (const index of ((0,yaml_locate/* treeAt */.S)(tree, [list, entry, 'groups'])?.items ?? []).keys()) {
                check([list, entry, 'groups', index], naming);
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/src/access/users/rules.js







const MAX_PRINCIPALS = 1500;
const MAX_GROUPS = 250;
function checkUsers(input) {
    const found = [];
    const people = input.users.principals.filter(({ kind }) => kind === 'person');
    const context = { ...input, report: (0,config_location/* createReport */.LU)(found), people };
    const rules = [
        checkDomains,
        checkNamedGroups,
        checkFileRights,
        checkPerUserBuckets,
        checkPurges,
        checkLimits,
        checkManagedGroup,
        checkAdmins,
        checkVisibility,
    ];
    for (const rule of rules)
        rule(context);
    return (0,diagnostic/* orderFindings */.$t)(found);
}
function domainOf({ name }) {
    return name.slice(name.indexOf('@') + 1);
}
function checkDomains({ tree, locate, users, report }) {
    if ((0,yaml_locate/* treeAt */.S)(tree, ['access', 'oauthClient'])?.entries !== undefined)
        return;
    const byDomain = new Map();
    for (const principal of users.principals) {
        if (principal.kind === 'serviceAccount')
            continue;
        const domain = domainOf(principal);
        const members = byDomain.get(domain);
        if (members === undefined)
            byDomain.set(domain, [principal]);
        else
            members.push(principal);
    }
    const own = [];
    for (const [domain, members] of byDomain) {
        const [first] = members;
        if (first === undefined || !CONSUMER_DOMAINS.has(domain)) {
            own.push(domain);
            continue;
        }
        const more = members.length === 1 ? '' : ` (and ${(0,config_text/* formatNumber */.ZV)(members.length - 1)} more)`;
        report(first.location, 'consumer-domain', `${(0,config_text/* quoted */.TL)(first.name)}${more} belongs to no organisation. The Google-managed OAuth client only signs in people of your organisation.`, {
            hint: 'List an account of your organisation, or set access.oauthClient to a client of your own, which admits others: docs/oauth-client.md.',
        });
    }
    if (own.length < 2)
        return;
    const shown = [...own].sort().slice(0, 5);
    report(locate(['users'], 'key'), 'several-domains', `People of ${own.length} domains are listed (${shown.join(', ')}${own.length > 5 ? ', …' : ''}). The Google-managed OAuth client only signs in people of your organisation.`, {
        hint: 'Check that all of them are domains of your organisation, or set access.oauthClient to a client of your own: docs/oauth-client.md.',
        absent: true,
    });
}
function checkFileRights({ tree, locate, users, files, complete, matches, report }) {
    const entries = ((0,yaml_locate/* treeAt */.S)(tree, ['access', 'files'])?.items ?? []).flatMap((item, index) => {
        const pattern = (0,yaml_locate/* treeAt */.S)(item, ['path'])?.value;
        if (typeof pattern !== 'string')
            return [];
        const granted = (0,yaml_locate/* treeAt */.S)(item, ['mayGrant', 'groups'])?.items?.map(({ value }) => value) ?? [];
        return [{ pattern, index, granted, admin: (0,yaml_locate/* treeAt */.S)(item, ['mayGrant', 'admin'])?.value === true }];
    });
    if (entries.length === 0)
        return;
    for (const { pattern, index } of entries) {
        if (!complete || files.some((file) => matches(pattern, file)))
            continue;
        report(locate(['access', 'files', index, 'path']), 'unknown-file', `No users file matches ${(0,config_text/* quoted */.TL)(pattern)}.`, {
            hint: 'Write the path as it is written under users.',
        });
    }
    for (const principal of users.entries) {
        const { file } = principal.location;
        const rights = entries.find(({ pattern }) => matches(pattern, file));
        const where = rights === undefined
            ? 'access.files does not name this file, so it grants access and nothing else'
            : `access.files entry ${rights.index + 1}`;
        if (principal.admin !== false && rights?.admin !== true) {
            report(principal.location, 'file-rights', `${(0,config_text/* quoted */.TL)(file)} may not make administrators (${where}).`, {
                hint: 'List the administrator in a file that may, or change access.files.',
            });
        }
        for (const { text, location } of principal.groups) {
            if (rights?.granted.includes('*') || rights?.granted.includes(text))
                continue;
            report(location, 'file-rights', `${(0,config_text/* quoted */.TL)(file)} may not add anybody to the group ${(0,config_text/* quoted */.TL)(text)} (${where}).`, {
                hint: rights === undefined || rights.granted.length === 0
                    ? 'Change access.files.'
                    : `Groups that it may grant: ${rights.granted.join(', ')}.`,
            });
        }
    }
}
function checkPerUserBuckets({ tree, locate, people, users, complete, report }) {
    const path = ['storage', 'buckets', 'perUser'];
    if ((0,yaml_locate/* treeAt */.S)(tree, path)?.value !== true || users.active.some(({ kind }) => kind === 'person') || !complete)
        return;
    if (people.length > 0) {
        report(locate(path), 'per-user-people', 'Buckets are created for listed people, but the last day of all has passed.', {
            hint: 'Set later days in the users files.',
            severity: 'warning',
        });
        return;
    }
    report(locate(path), 'per-user-people', 'Buckets are created for listed people, but the users files list none.', {
        hint: 'List people under users, or use storage.buckets.shared.',
    });
}
function checkPurges({ tree, locate, people, report }) {
    for (const index of ((0,yaml_locate/* treeAt */.S)(tree, ['storage', 'purge'])?.items ?? []).keys()) {
        const path = ['storage', 'purge', index, 'email'];
        const email = (0,yaml_locate/* treeAt */.S)(tree, path)?.value;
        const listed = people.find(({ name }) => typeof email === 'string' && (0,users_email/* sameAddress */.xU)(name) === (0,users_email/* sameAddress */.xU)(email));
        if (listed === undefined)
            continue;
        const { file, line } = listed.location;
        report(locate(path), 'purge-entry', `${(0,config_text/* quoted */.TL)(listed.name)} is listed at ${file}:${line}. The home of a listed person is not deleted.`, {
            hint: 'Remove this entry, or remove the person from the users file.',
        });
    }
}
function checkLimits({ tree, locate, users, report }) {
    const entry = (0,yaml_locate/* treeAt */.S)(tree, ['access', 'entry']);
    if (entry?.entries !== undefined)
        return;
    const count = users.principals.length;
    const ofGroups = users.principals.filter(({ kind }) => kind === 'group').length;
    const hint = 'Use one Google group with access: {entry: {group: ADDRESS}}, a domain with {entry: {domain: DOMAIN}}, or a second hub.';
    const where = locate(['users'], 'key');
    if (count > MAX_PRINCIPALS) {
        report(where, 'too-many-principals', `The users files list ${(0,config_text/* formatNumber */.ZV)(count)} entries; an IAM policy holds at most ${(0,config_text/* formatNumber */.ZV)(MAX_PRINCIPALS)} principals.`, { hint });
    }
    else if (ofGroups > MAX_GROUPS) {
        report(where, 'too-many-principals', `The users files list ${(0,config_text/* formatNumber */.ZV)(ofGroups)} Google groups; an IAM policy holds at most ${MAX_GROUPS}.`, { hint });
    }
}
function checkManagedGroup({ tree, users, report }) {
    const entry = (0,yaml_locate/* treeAt */.S)(tree, ['access', 'entry']);
    const group = (0,yaml_locate/* treeAt */.S)(entry, ['group'])?.value;
    if ((0,yaml_locate/* treeAt */.S)(entry, ['manage'])?.value !== true || typeof group !== 'string')
        return;
    const domains = users.principals.filter(({ kind }) => kind === 'domain');
    const [domain] = domains;
    if (domain !== undefined) {
        const more = domains.length === 1 ? '' : ` (and ${(0,config_text/* formatNumber */.ZV)(domains.length - 1)} more)`;
        report(domain.location, 'group-member', `${(0,config_text/* quoted */.TL)(domain.name)}${more} is a domain, and a Google group cannot have a domain as a member. Its people would never pass IAP.`, {
            hint: 'List its people or a Google group of them, or set access.entry to {domain: DOMAIN} or direct. If another grant lets them pass IAP, acknowledge the rule.',
        });
    }
    const itself = users.principals.find(({ kind, name }) => kind === 'group' && name === group.toLowerCase());
    if (itself === undefined)
        return;
    report(itself.location, 'group-member', `${(0,config_text/* quoted */.TL)(itself.name)} is the managed group of access.entry, so it cannot be a member of itself.`, { hint: 'Remove the entry, or remove manage: true and manage the group yourself.' });
}
function checkAdmins({ tree, locate, users, complete, report }) {
    const path = ['access', 'guard', 'requiredAdmins'];
    const required = (0,yaml_locate/* treeAt */.S)(tree, path)?.value;
    const listed = users.active.filter(({ admin }) => admin !== false).length;
    const ended = users.principals.filter(({ admin }) => admin !== false).length - listed;
    if (typeof required !== 'number' || listed >= required || !complete)
        return;
    report(locate(path), 'required-admins', `${listed} ${listed === 1 ? 'administrator is' : 'administrators are'} listed, but ${required} are required.${ended === 0 ? '' : ` The last day of ${ended} more has passed.`}`, {
        hint: 'Give more people admin: true.',
    });
}
function checkVisibility({ locate, people: all, isPublic, isRemote, report }) {
    const people = all.filter(({ location }) => !isRemote(location.file));
    if (!isPublic || people.length === 0)
        return;
    const files = [...new Set(people.map(({ location }) => location.file))];
    report(locate(['users'], 'key'), 'public-people', `The repository is public, so anybody can read the addresses of ${(0,config_text/* formatNumber */.ZV)(people.length)} ${people.length === 1 ? 'person' : 'people'} in ${(0,config_text/* joinWithAnd */.Ol)(files.slice(0, 3))}.`, {
        hint: 'Make the repository private, move the users file to a private repository ({repository: …}), or acknowledge the rule.',
    });
}

// EXTERNAL MODULE: ./lib/src/config/acknowledge.js
var acknowledge = __webpack_require__("src/config/acknowledge.js");
// EXTERNAL MODULE: ./lib/src/config/duration.js
var duration = __webpack_require__("src/config/duration.js");
// EXTERNAL MODULE: ./lib/src/config/load.js + 56 modules
var config_load = __webpack_require__("src/config/load.js");
// EXTERNAL MODULE: ./lib/src/config/users-sources.js
var users_sources = __webpack_require__("src/config/users-sources.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__("src/report/findings.js");
// EXTERNAL MODULE: ./lib/src/config/rules/values/hub-code.js
var hub_code = __webpack_require__("src/config/rules/values/hub-code.js");
// EXTERNAL MODULE: ./lib/src/stages/input/code-place.js
var code_place = __webpack_require__("src/stages/input/code-place.js");
;// CONCATENATED MODULE: ./lib/src/stages/input/newer-python.js
const NEWER = [
    [8, /:=|^\s*(?:async\s+)?def\b[^#]*\//],
    [9, /^\s*@|\bwith\s*\(/],
    [10, /\bwith\s*\(|^\s*(?:match|case)\b/],
    [11, /\bexcept\s*\*|\[[^\]]*\*/],
    [12, /\b[fF][rR]?["']|\b[rR][fF]["']|^\s*type\s|\b(?:def|class)\s+\w+\s*\[/],
    [13, /\b(?:def|class)\s+\w+\s*\[/],
    [14, /\b[tT][rR]?["']|\b[rR][tT]["']|\bexcept\b/],
];
function mayBeNewer(code, { line }, [major, minor]) {
    if (major > 3)
        return false;
    const near = code.split('\n').slice(Math.max(0, line - 2), line);
    return NEWER.some(([since, notation]) => since > minor && near.some((one) => notation.test(one)));
}

;// CONCATENATED MODULE: ./lib/src/stages/input/code-syntax.js





async function codeSyntax({ tree, locate }, { env, sources, compile }) {
    const all = (0,hub_code/* hubCode */.l4)(tree);
    const [first] = all;
    if (first === undefined)
        return [];
    const found = [];
    const report = (0,config_location/* createReport */.LU)(found);
    const compileAll = compile ?? (await __webpack_require__.e(/* import() */ "python").then(__webpack_require__.bind(__webpack_require__, "src/system/python.js"))).compilePython;
    const answer = await compileAll(all.map(({ code }) => code), env);
    if (answer === undefined) {
        const more = all.length === 1 ? '' : ` The same is true for ${all.length - 1} more.`;
        report(locate(first.path, 'key'), 'code-unchecked', `The code of ${nameOf(first)} was not compiled, because this machine has no Python 3 in PATH.${more}`, { hint: 'Install Python 3, so that a mistake is found before the hub is changed. GitHub’s runners have it.' });
        return found;
    }
    for (const [index, error] of answer.errors) {
        const one = all[index];
        if (one === undefined)
            continue;
        const location = (0,code_place/* placeInBlock */.Y)(one.code, error, locate(one.path), sources);
        const isSure = !mayBeNewer(one.code, error, answer.version);
        report(location, 'code-syntax', `The code of ${nameOf(one)} is not valid Python on line ${error.line}: ${error.message}.`, {
            ...(isSure ? {} : { severity: 'warning' }),
            hint: (0,yaml_locate/* treeAt */.S)(tree, one.path)?.folded === true ? FOLDED : hintOf(isSure, answer),
        });
    }
    return found;
}
const FOLDED = 'Write "|" instead of ">" above the code: ">" joins its lines into one.';
function hintOf(isSure, { version: [major, minor] }) {
    return isSure
        ? 'Correct the line. A hub with this code does not start.'
        : `This machine has Python ${major}.${minor}. If the hub’s image has a later one that can read the line, the code is right.`;
}
function nameOf({ path }) {
    return path.slice(0, 5).join('.');
}

// EXTERNAL MODULE: ./lib/src/stages/input/file-reader.js
var file_reader = __webpack_require__("src/stages/input/file-reader.js");
// EXTERNAL MODULE: ./lib/src/stages/input/users-files.js
var users_files = __webpack_require__("src/stages/input/users-files.js");
;// CONCATENATED MODULE: ./lib/src/stages/input/read.js















class InputError extends errors/* ConfigurationError */.j1 {
    diagnostics;
    constructor(checked, cause) {
        const count = (0,findings/* countText */.lT)({ ...(0,findings/* countFindings */.Gt)(checked.diagnostics), warning: 0, note: 0 });
        const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
        super(`${count} in the files\n\n${(0,findings/* findingBlocks */.Y1)({ ...checked, diagnostics: errors })}\n`, { cause });
        this.diagnostics = checked.diagnostics;
    }
}
async function readInput(context, withPeople = true, compileIn) {
    const found = await checkInput(context, { ...(withPeople ? { remote: context } : {}), compileIn });
    const { checked, annotations } = await shownInput({ ...found, diagnostics: found.diagnostics.map(refused) }, context.write.isPublic);
    context.annotate(annotations);
    const shown = context.write.plain;
    if (checked.input === undefined || (0,findings/* countFindings */.Gt)(checked.diagnostics).error > 0) {
        throw new InputError({ ...checked, shown });
    }
    if (checked.diagnostics.length > 0)
        context.say((0,findings/* findingBlocks */.Y1)({ ...checked, shown }));
    return { ...checked.input, diagnostics: checked.diagnostics };
}
function refused(found) {
    return found.rule === 'not-supported-yet' ? { ...found, severity: 'error' } : found;
}
async function shownInput(checked, isPublic) {
    if (checked.origins.size === 0)
        return { checked, annotations: checked.diagnostics };
    const { relocateRemoteFindings, redactRemoteFindings } = await __webpack_require__.e(/* import() */ "remote-findings").then(__webpack_require__.bind(__webpack_require__, "src/stages/input/remote-findings.js"));
    const shown = isPublic ? redactRemoteFindings(checked) : checked;
    return { checked: shown, annotations: relocateRemoteFindings(shown) };
}
async function checkInput(context, options = {}) {
    const { configPath, cwd } = context;
    const reader = new file_reader/* FileReader */.q(cwd, configPath, options.instead);
    const first = await reader.first();
    if (first === undefined) {
        return { input: undefined, diagnostics: reader.diagnostics, sources: reader.sources, origins: new Map() };
    }
    const own = await reader.chain(first);
    const owner = (0,config_load/* platformOf */.tj)(own.sources);
    const ownerFile = owner && (await reader.named(owner));
    const platform = ownerFile && (await reader.chain(ownerFile));
    const loaded = (0,config_load/* loadConfig */.Z9)({
        own: own.sources,
        incomplete: own.incomplete,
        ...(owner === undefined ? {} : { platform: platform?.sources ?? [] }),
    }, cwd);
    await reader.checkChart(chartOf(loaded), options.compileIn !== undefined);
    const { unread, ofUsers, ...ofPeople } = await checkPeople(reader, loaded, context, options);
    const { compileIn: env } = options;
    const ofCode = env === undefined ? [] : await codeSyntax(loaded, { env, sources: reader.sources });
    const all = (0,acknowledge/* acknowledge */.b0)([...loaded.diagnostics, ...ofCode, ...reader.diagnostics, ...ofUsers], loaded.acknowledged);
    const ordered = (0,diagnostic/* orderFindings */.$t)(all, [...reader.sources.keys()]);
    const unused = unread ? [] : (0,acknowledge/* unusedAcknowledgements */.E4)(ordered, loaded.acknowledged);
    const diagnostics = [...ordered, ...unused];
    const { config, locate } = loaded;
    const { sources } = reader;
    const sound = config !== undefined && (0,findings/* countFindings */.Gt)(diagnostics).error === 0;
    const usersPaths = loaded.users
        .filter(({ remote }) => remote === undefined)
        .map(({ path, location }) => (0,external_node_path_.join)((0,external_node_path_.dirname)(location.file), path));
    const input = { ...ofPeople, diagnostics, locate, sources, usersPaths };
    return { input: sound ? { ...input, config } : undefined, diagnostics, sources, origins: ofPeople.origins };
}
function chartOf({ tree, locate }) {
    const path = (0,yaml_locate/* treeAt */.S)(tree, ['hub', 'chart', 'path'])?.value;
    return typeof path === 'string' ? { path, location: locate(['hub', 'chart', 'path']) } : undefined;
}
async function checkPeople(reader, { config, tree, locate, users: sources }, context, options) {
    const others = sources.filter(({ remote }) => remote !== undefined);
    const remote = others.length === 0 || config === undefined ? undefined : await openRemoteReader(reader, options);
    const files = await (0,users_files/* readUsersFiles */.GT)(reader, sources, remote && ((source) => remote.read(source)));
    const origins = remote?.origins ?? new Map();
    const unread = others.length > 0 && remote === undefined;
    const users = (0,load/* loadUsers */.T)(files, context.now, timezoneOf(tree), !unread);
    const { principals } = users;
    const found = { principals, usersFiles: files.map(({ path }) => path), origins, unread };
    const notes = options.remote === undefined ? notRead(others) : [];
    if (tree === undefined)
        return { ...found, ofUsers: users.diagnostics };
    const named = (0,yaml_locate/* treeAt */.S)(tree, ['users'])?.items?.length ?? 1;
    const patterns = ((0,yaml_locate/* treeAt */.S)(tree, ['access', 'files'])?.items ?? []).map((item) => String((0,yaml_locate/* treeAt */.S)(item, ['path'])?.value));
    const sound = (0,findings/* countFindings */.Gt)([...reader.diagnostics, ...users.diagnostics]).error === 0;
    const ofBoth = checkUsers({
        tree,
        locate,
        users,
        files: found.usersFiles,
        complete: sources.length === named && !unread && sound,
        isPublic: context.github?.visibility === 'public',
        isRemote: (file) => origins.has(file),
        matches: await (0,users_files/* rightsMatcher */.od)(patterns, (0,external_node_path_.dirname)(locate(['access', 'files'], 'key').file)),
    });
    return { ...found, ofUsers: [...users.diagnostics, ...notes, ...ofBoth] };
}
async function openRemoteReader(reader, { remote }) {
    if (remote === undefined)
        return undefined;
    const { RemoteUsersReader } = await Promise.all(/* import() */[__webpack_require__.e("report-text"), __webpack_require__.e("github-api")]).then(__webpack_require__.bind(__webpack_require__, "src/stages/input/remote-users-files.js"));
    return new RemoteUsersReader(reader, remote);
}
function notRead([first, ...more]) {
    const found = [];
    if (first?.remote === undefined)
        return found;
    const name = (0,users_sources/* remoteFileName */.CT)(first.remote.repository, first.path);
    const others = more.length === 0 ? '' : ` The same holds for ${more.length} more.`;
    (0,config_location/* createReport */.LU)(found)(first.location, 'remote-users-file', `"${name}" is not read here: the people of that file are not checked.${others}`, { hint: 'plan, apply and sync-users read it and check them.' });
    return found;
}
function timezoneOf(tree) {
    const zone = (0,yaml_locate/* treeAt */.S)(tree, ['access', 'session', 'timezone'])?.value;
    return typeof zone === 'string' && (0,duration/* isTimezone */.K)(zone) ? zone : 'UTC';
}


/***/ }),

/***/ "src/stages/input/text-file.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Hn: () => (/* binding */ repositoryRoot),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _config_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/config/yaml/source.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/json.js");





async function readText(path) {
    try {
        const { size, ...kind } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((it) => ({ size: it.size, isFile: it.isFile() }));
        if (!kind.isFile)
            return { rule: 'file-missing', message: 'This is not a file.', hint: 'Name a file.' };
        if (size > 4 * _config_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_LENGTH */ .E) {
            return {
                rule: 'too-large',
                message: `The file has ${size} bytes; the limit is ${_config_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_LENGTH */ .E} characters.`,
                hint: 'Split it.',
            };
        }
        return textOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path));
    }
    catch (error) {
        const { code = 'unknown error' } = error;
        const known = {
            ENOENT: 'There is no such file.',
            EACCES: 'The file may not be read.',
        };
        const hint = await similarName(path);
        const message = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOf */ .M)(known, code) ?? `The file cannot be read (${code}).`;
        return { rule: 'file-missing', message, ...(hint === undefined ? {} : { hint }) };
    }
}
async function similarName(path) {
    const plain = (name) => name.toLowerCase().replace(/\.yml$/, '.yaml');
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)).catch(() => []);
    const found = names.find((name) => name !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) && plain(name) === plain((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)));
    return found === undefined
        ? undefined
        : `The folder has ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(found)}. Rename that file, or correct the name here.`;
}
function textOf(bytes) {
    const hint = 'Save the file as UTF-8.';
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (isUtf16)
        return { rule: 'not-utf8', message: 'The file is UTF-16, not UTF-8.', hint, line: 1 };
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        const lenient = bytes.toString('utf8');
        const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
        return { rule: 'not-utf8', message: 'Here the file stops being UTF-8 text.', hint, line };
    }
}
async function repositoryRoot(folder, cwd) {
    for (let here = folder;; here = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(here)) {
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(here, '.git')))
            return here;
        if (here === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(here))
            return folder === cwd || folder.startsWith(`${cwd}/`) ? cwd : folder;
    }
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, () => false);
}
async function isInside(root, path) {
    const real = async (name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(name).catch(() => name);
    const [folder, file] = (await exists(path)) ? [await real(root), await real(path)] : [root, path];
    const top = folder.endsWith('/') ? folder : `${folder}/`;
    return (file === folder || file.startsWith(top)) && !`${file}/`.startsWith(`${top}.git/`);
}


/***/ }),

/***/ "src/stages/input/users-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ readUsersFiles),
/* harmony export */   VS: () => (/* binding */ matchingFiles),
/* harmony export */   od: () => (/* binding */ rightsMatcher)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/users-sources.js");
/* harmony import */ var _globs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/stages/input/globs.js");




const MAX_ENTRIES = 50_000;
async function readUsersFiles(reader, sources, readRemote = async () => []) {
    const files = new Map();
    for (const source of sources) {
        const found = source.remote === undefined ? await readHere(reader, source) : await readRemote(source);
        for (const file of found) {
            if (!files.has(file.path))
                files.set(file.path, { ...file, columns: source.columns });
        }
    }
    return [...files.values()];
}
async function readHere(reader, source) {
    const paths = (0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .isGlob */ .fg)(source.path) ? await expand(reader, source) : [source.path];
    const files = [];
    for (const path of paths) {
        const file = await reader.named({ path, location: source.location });
        if (file !== undefined)
            files.push(file);
    }
    return files;
}
async function expand(reader, { path, location }) {
    const glob = await (0,_globs_js__WEBPACK_IMPORTED_MODULE_3__/* .readGlob */ .pV)(path);
    if (glob === undefined)
        return [];
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(location.file);
    if (!(await reader.mayRead((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, glob.base)))) {
        reader.outside({ path, location });
        return [];
    }
    const found = await matchingFiles((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(reader.cwd, folder), path);
    if (found.length === 0) {
        reader.report(location, 'file-missing', `No file matches "${path}".`, { hint: _globs_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_MATCH */ .IP });
    }
    return found;
}
async function matchingFiles(folder, pattern) {
    const glob = await (0,_globs_js__WEBPACK_IMPORTED_MODULE_3__/* .readGlob */ .pV)(pattern);
    if (glob === undefined)
        return [];
    const found = (await filesBelow((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, glob.base))).filter((name) => glob.matches(name)).sort();
    return found.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(glob.base, name));
}
async function filesBelow(folder) {
    const files = [];
    const folders = [folder];
    for (let here = folders.pop(), seen = 0; here !== undefined && seen < MAX_ENTRIES; here = folders.pop()) {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(here, { withFileTypes: true }).catch(() => []);
        seen += entries.length;
        for (const entry of entries) {
            if (entry.name.startsWith('.') || entry.name === 'node_modules')
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(here, entry.name);
            if (entry.isDirectory())
                folders.push(path);
            else
                files.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path));
        }
    }
    return files;
}
async function rightsMatcher(patterns, folder) {
    const matches = await (0,_globs_js__WEBPACK_IMPORTED_MODULE_3__/* .pathMatcher */ .kZ)(patterns.map((pattern) => (0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRemoteFileName */ .nS)(pattern)?.path ?? pattern));
    return (pattern, file) => {
        const [named, other] = [(0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRemoteFileName */ .nS)(pattern), (0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRemoteFileName */ .nS)(file)];
        if (named === undefined || other === undefined)
            return named === other && matches(pattern, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, file));
        return named.repository.toLowerCase() === other.repository.toLowerCase() && matches(named.path, other.path);
    };
}


/***/ })

};
;