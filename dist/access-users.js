"use strict";
exports.id = "access-users";
exports.ids = ["access-users"];
exports.modules = {

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
            const rest = isText ? PLAIN : restOf(item, (below) => locate([...path, ...below]));
            check({ kind, name, ...rest }, report);
        }
    }
    (0,unsupported/* checkSupported */.j)('users', tree, locate, report);
    return (0,diagnostic/* orderFindings */.$t)((0,diagnostic/* withoutDuplicates */.zj)(diagnostics, fromSchema, found));
}
const PLAIN = { admin: false, groups: [], until: undefined };
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

// EXTERNAL MODULE: ./lib/src/access/users/grammar.js
var grammar = __webpack_require__("src/access/users/grammar.js");
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
    const one = groupNameOf(text);
    const whole = cell === undefined || /[,;]/.test(cell) || !/\s/.test(cell.trim()) ? undefined : groupNameOf(cell);
    if (whole !== undefined)
        return `Write ${(0,config_text/* quoted */.TL)(whole)} if this is one group, since spaces separate groups. ${rule}`;
    return one === undefined ? rule : `Write ${(0,config_text/* quoted */.TL)(one)}. ${rule}`;
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
        const isDay = DAY.test(text);
        const message = isDay ? 'is not a day of the calendar' : 'is not a day in the form YYYY-MM-DD';
        const hint = isDay ? 'Write a day as YYYY-MM-DD, from 1900 to 9998.' : dayHint(text);
        report(location, 'wrong-date', `${(0,config_text/* quoted */.TL)(text)} ${message}.`, { hint });
    }
    return instant;
}
function dayHint(text) {
    const [, first = '', second = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim()) ?? [];
    const iso = (day, month) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const readings = [...new Set([iso(first, second), iso(second, first)])].filter(grammar/* isCalendarDay */.Lk);
    if (readings.length > 0)
        return `Write ${readings.join(' or ')}.`;
    const serial = /^\d{5}(\.\d+)?$/.test(text) ? new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text)))) : undefined;
    return serial === undefined
        ? 'Write the last day of access, such as 2027-06-30.'
        : `This may be a spreadsheet's number for ${serial.toISOString().slice(0, 10)}. Format the column as YYYY-MM-DD before the export.`;
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
function findingLine({ file, line, column, severity, rule, message }) {
    return `${visible(file)}:${line}:${column} ${severity} ${rule} ${visible(message)}`;
}
function findingsText({ diagnostics, sources, took }) {
    const blocks = diagnostics.map((found) => block(found, sources.get(found.file)));
    const time = took === undefined ? '' : ` (${(took / 1000).toFixed(2)} s)`;
    const files = (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(sources.size, 'file');
    const text = countText(countFindings(diagnostics));
    return [...blocks, `${text === '' ? 'No findings' : text} in ${files}${time}. Nothing was contacted.`].join('\n\n');
}
function findingBlocks({ diagnostics, sources }) {
    return diagnostics.map((found) => block(found, sources.get(found.file))).join('\n\n');
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
function block(found, source) {
    const { file, line, column, severity, rule, message, hint } = found;
    const first = `${visible(file)}:${line}:${column} ${severity} ${rule}  ${visible(message)}`;
    const isHidden = found.absent === true || rule === 'literal-secret';
    const lines = isHidden || source === undefined ? [] : excerpt(found, source);
    const help = hint === undefined ? [] : [`    ${visible(hint)}   ${(0,_config_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .documentation */ .TH)(rule)}`];
    return [first, ...lines, ...help].join('\n');
}
function excerpt({ line, column, length }, source) {
    const text = source
        .replace(/^\uFEFF/, '')
        .split('\n')[line - 1]?.replace(/\r$/, '');
    if (text === undefined || text.trim() === '')
        return [];
    const from = column - 1 + Math.min(length, EXCERPT / 2) <= EXCERPT ? 0 : column - 1 - EXCERPT / 4;
    const to = Math.min(text.length, from + EXCERPT);
    const [before, under, after] = [
        text.slice(from, column - 1),
        text.slice(column - 1, Math.min(column - 1 + length, to)),
        text.slice(Math.min(column - 1 + length, to), to),
    ].map((part) => visible(part));
    const [open, close] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
    const carets = '^'.repeat(Math.max(1, width(under ?? '')));
    const margin = String(line).padStart(6);
    return [
        `${margin} | ${open}${before}${under}${after}${close}`,
        `${' '.repeat(margin.length)} | ${' '.repeat(width(open + before))}${carets}`,
    ];
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
// EXTERNAL MODULE: ./lib/src/access/users/load.js + 5 modules
var load = __webpack_require__("src/access/users/load.js");
// EXTERNAL MODULE: ./lib/src/config/diagnostic.js + 1 modules
var diagnostic = __webpack_require__("src/config/diagnostic.js");
// EXTERNAL MODULE: ./lib/src/config/location.js
var config_location = __webpack_require__("src/config/location.js");
// EXTERNAL MODULE: ./lib/src/config/suggest.js
var suggest = __webpack_require__("src/config/suggest.js");
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
;// CONCATENATED MODULE: ./lib/src/access/users/rules.js







const MAX_PRINCIPALS = 1500;
const MAX_GROUPS = 250;
function checkUsers(input) {
    const found = [];
    const people = input.users.principals.filter(({ kind }) => kind === 'person');
    const context = { ...input, report: (0,config_location/* createReport */.LU)(found), people };
    const rules = [
        checkDomains,
        checkProfileGroups,
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
            hint: 'List an account of your organisation. An OAuth client of your own, which admits others, is not supported in this version yet.',
        });
    }
    if (own.length < 2)
        return;
    const shown = [...own].sort().slice(0, 5);
    report(locate(['users'], 'key'), 'several-domains', `People of ${own.length} domains are listed (${shown.join(', ')}${own.length > 5 ? ', …' : ''}). The Google-managed OAuth client only signs in people of your organisation.`, {
        hint: 'Check that all of them are domains of your organisation. An OAuth client of your own, which admits others, is not supported in this version yet.',
        absent: true,
    });
}
function checkProfileGroups({ tree, locate, users, complete, report }) {
    if (!complete)
        return;
    const namesOf = (principals) => [
        ...new Set(principals.flatMap(({ groups }) => groups.map(({ text }) => text))),
    ];
    const known = namesOf(users.active);
    const ended = new Set(namesOf(users.principals));
    for (const profile of ((0,yaml_locate/* treeAt */.S)(tree, ['profiles'])?.items ?? []).keys()) {
        for (const [index, { value }] of ((0,yaml_locate/* treeAt */.S)(tree, ['profiles', profile, 'groups'])?.items ?? []).entries()) {
            if (typeof value !== 'string' || known.includes(value))
                continue;
            const where = locate(['profiles', profile, 'groups', index]);
            if (ended.has(value)) {
                report(where, 'unknown-group', `The last day of everybody in the group ${(0,config_text/* quoted */.TL)(value)} has passed, so nobody can start the profile through it.`, { hint: 'Set later days in the users files, or remove the group from the profile.', severity: 'warning' });
                continue;
            }
            report(where, 'unknown-group', `The group ${(0,config_text/* quoted */.TL)(value)} has no members, so nobody can start the profile through it.${(0,suggest/* didYouMean */.a)(value, known)}`, {
                hint: 'Add the group to somebody in a users file: groups: [NAME]',
            });
        }
    }
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
// EXTERNAL MODULE: ./lib/src/config/load.js + 39 modules
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
            hint: hintOf(isSure, answer),
        });
    }
    return found;
}
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
    if (checked.input === undefined || (0,findings/* countFindings */.Gt)(checked.diagnostics).error > 0)
        throw new InputError(checked);
    if (checked.diagnostics.length > 0)
        context.say((0,findings/* findingBlocks */.Y1)(checked));
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
    await reader.checkChart(chartOf(loaded));
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

/***/ "src/stages/input/users-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ readUsersFiles),
/* harmony export */   VS: () => (/* binding */ matchingFiles),
/* harmony export */   kZ: () => (/* binding */ pathMatcher),
/* harmony export */   od: () => (/* binding */ rightsMatcher)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs/promises");
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/users-sources.js");



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
    if ((0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .globFault */ .Hf)(path) !== undefined)
        return [];
    const { default: picomatch } = await __webpack_require__.e(/* import() */ "picomatch").then(__webpack_require__.t.bind(__webpack_require__, "picomatch/index.js", 23));
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(location.file);
    if (!(await reader.mayRead((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, picomatch.scan(path).base)))) {
        reader.outside({ path, location });
        return [];
    }
    const found = await matchingFiles((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(reader.cwd, folder), path);
    if (found.length === 0) {
        reader.report(location, 'file-missing', `No file matches "${path}".`, {
            hint: 'Correct the pattern: a pattern that matches no file grants access to nobody.',
        });
    }
    return found;
}
async function matchingFiles(folder, pattern) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ "picomatch").then(__webpack_require__.t.bind(__webpack_require__, "picomatch/index.js", 23));
    if ((0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .globFault */ .Hf)(pattern) !== undefined)
        return [];
    const { base, glob } = picomatch.scan(pattern);
    const matches = picomatch(glob, { noextglob: true });
    const found = (await filesBelow((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, base))).filter((name) => matches(name)).sort();
    return found.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, name));
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
async function pathMatcher(patterns) {
    const plain = (text) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)('.', text);
    if (!patterns.some(_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .isGlob */ .fg))
        return (pattern, path) => plain(pattern) === plain(path);
    const { default: picomatch } = await __webpack_require__.e(/* import() */ "picomatch").then(__webpack_require__.t.bind(__webpack_require__, "picomatch/index.js", 23));
    return (pattern, path) => plain(pattern) === plain(path) ||
        ((0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .isGlob */ .fg)(pattern) &&
            (0,_config_users_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .globFault */ .Hf)(pattern) === undefined &&
            picomatch.isMatch(plain(path), plain(pattern), { noextglob: true }));
}
async function rightsMatcher(patterns, folder) {
    const matches = await pathMatcher(patterns);
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