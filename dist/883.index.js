"use strict";
exports.id = 883;
exports.ids = [883];
exports.modules = {

/***/ 12524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ addressFault),
/* harmony export */   x: () => (/* binding */ sameAddress)
/* harmony export */ });
/* harmony import */ var _config_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33437);

const PUBLIC = /^(allUsers|allAuthenticatedUsers)$/i;
const PREFIX = /^(user|group|serviceAccount|domain|deleted|principal|principalSet|projectOwner|projectEditor|projectViewer):/i;
const EXAMPLE = 'Write the address of a Google account, such as ada@acme.dev.';
// Braces, slash, percent and backquote mean something in KubeSpawner templates, paths or addresses; no Google account has them.
const LOCAL = /^[a-z0-9_'&~+=-]+(\.[a-z0-9_'&~+=-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i;
/** What is wrong with an address or domain as it stands in a users file; undefined when it is one of its kind. */
function addressFault(kind, text) {
    const fault = textFault(text);
    if (fault !== undefined)
        return fault;
    if (kind === 'domain')
        return domainFault(text);
    return emailFault(text) ?? kindFault(kind, text);
}
/** What two spellings of one Google account have in common: upper case, and at Gmail dots, mean nothing. */
function sameAddress(text) {
    const [local = '', domain = ''] = text.toLowerCase().split('@');
    if (domain !== 'gmail.com' && domain !== 'googlemail.com')
        return text.toLowerCase();
    return `${local.replaceAll('.', '')}@gmail.com`;
}
function wrong(message, hint = EXAMPLE) {
    return { rule: 'person-form', message, hint };
}
function textFault(text) {
    const prefix = PREFIX.exec(text)?.[1]?.toLowerCase();
    if (PUBLIC.test(text.trim()) || prefix === 'deleted') {
        return { rule: 'public-access', message: `${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is never let in.`, hint: 'List the people one by one.' };
    }
    if (prefix !== undefined) {
        return wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not written as a plain address.`, `Write it without "${prefix}:".`);
    }
    if (/\s/.test(text))
        return wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} has a space in it.`);
    // A Cyrillic "а" looks like the Latin one and is another person.
    const foreign = [...text].find((character) => !/^[\x21-\x7e]$/.test(character));
    if (foreign !== undefined) {
        const code = (foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        return wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} has the character U+${code}, which is not plain ASCII.`, 'Type the address again; letters that look alike are other letters.');
    }
    return undefined;
}
function emailFault(text) {
    const [local = '', domain = '', ...more] = text.split('@');
    if (local === '' || domain === '' || more.length > 0)
        return wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not an e-mail address.`);
    if (text.length > 254 || local.length > 64 || domain.split('.').some((label) => label.length > 63)) {
        return wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is too long for an e-mail address.`);
    }
    if (!LOCAL.test(local) || !DOMAIN.test(domain))
        return wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not an e-mail address that a Google account can have.`);
    return undefined;
}
function kindFault(kind, text) {
    const isAccount = /\.gserviceaccount\.com$/i.test(text);
    if (isAccount === (kind === 'serviceAccount'))
        return undefined;
    return isAccount
        ? wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is a service account.`, 'List it under serviceAccounts.')
        : wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a service account.`, 'Its address ends with .gserviceaccount.com; people are listed under users.');
}
function domainFault(text) {
    if (text.includes('@'))
        return wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is an address.`, 'Write the domain alone, such as acme.dev.');
    if (text.length <= 253 && DOMAIN.test(text) && text.split('.').every((label) => label.length <= 63))
        return undefined;
    return wrong(`${(0,_config_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a domain.`, 'Write a domain such as acme.dev.');
}


/***/ }),

/***/ 47883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dz: () => (/* binding */ InputError),
  DR: () => (/* binding */ checkInput),
  R5: () => (/* binding */ readInput)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/config/diagnostics.js
var config_diagnostics = __webpack_require__(88228);
// EXTERNAL MODULE: ./lib/src/config/locate.js
var config_locate = __webpack_require__(94652);
// EXTERNAL MODULE: ./lib/src/config/places.js
var places = __webpack_require__(65166);
// EXTERNAL MODULE: ./lib/src/config/suggest.js
var suggest = __webpack_require__(69910);
// EXTERNAL MODULE: ./lib/src/config/words.js
var words = __webpack_require__(33437);
;// CONCATENATED MODULE: ./lib/src/access/user-rules.js





// An IAM policy has 1,500 principals at most, 250 of them groups: IAM documentation, "Quotas and limits".
const MAX_PRINCIPALS = 1500;
const MAX_GROUPS = 250;
/** Domains in which everybody can have an account, so that it belongs to no organisation. */
const CONSUMER = /^(gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|proton|protonmail|yahoo|ymail|mail|yandex|qq|163|126)\.(com|net|de|ch|at|fr|it|es|me|ru|co\.uk|co\.jp|co\.in|com\.br)$|^googlegroups\.com$/;
/** Checks what needs both the configuration and the people: domains, groups, rights of files, limits of IAM. */
function checkUsers(input) {
    const found = [];
    const people = input.users.principals.filter(({ kind }) => kind === 'person');
    const context = { ...input, report: (0,places/* collector */.g7)(found), people };
    for (const rule of [domains, groups, fileRights, perUser, limits, admins, visibility])
        rule(context);
    return (0,config_diagnostics/* orderFindings */.$t)(found);
}
function domainOf({ name }) {
    return name.slice(name.indexOf('@') + 1);
}
/** With the client that Google manages the sign-in lets in people of the project's own organisation only. */
function domains({ tree, locate, users, report }) {
    if ((0,config_locate.at)(tree, ['access', 'oauthClient'])?.entries !== undefined)
        return;
    const byDomain = new Map();
    for (const one of users.principals) {
        if (one.kind === 'serviceAccount')
            continue;
        byDomain.set(domainOf(one), [...(byDomain.get(domainOf(one)) ?? []), one]);
    }
    const own = [];
    for (const [domain, members] of byDomain) {
        const [first] = members;
        if (first === undefined || !CONSUMER.test(domain)) {
            own.push(domain);
            continue;
        }
        const more = members.length === 1 ? '' : ` (and ${(0,words/* number */.ai)(members.length - 1)} more)`;
        report(first.location, 'consumer-domain', `${(0,words/* quoted */.TL)(first.name)}${more} belongs to no organisation, and the sign-in that Google manages lets in people of yours only.`, {
            hint: 'Set access.oauthClient: {secretRef: NAME} with a client of your own, or list an account of your organisation.',
        });
    }
    if (own.length < 2)
        return;
    const some = [...own].sort().slice(0, 5);
    report(locate(['users'], 'key'), 'several-domains', `People of ${own.length} domains are listed (${some.join(', ')}${own.length > 5 ? ', …' : ''}); the sign-in that Google manages lets in those of your organisation only.`, {
        hint: 'Are all of them domains of your organisation? Else set access.oauthClient.',
        absent: true,
    });
}
function groups({ tree, locate, users, complete, report }) {
    if (!complete)
        return;
    const known = [...new Set(users.principals.flatMap((one) => one.groups.map(({ text }) => text)))];
    for (const profile of ((0,config_locate.at)(tree, ['profiles'])?.items ?? []).keys()) {
        for (const [index, { value }] of ((0,config_locate.at)(tree, ['profiles', profile, 'groups'])?.items ?? []).entries()) {
            if (typeof value !== 'string' || known.includes(value))
                continue;
            report(locate(['profiles', profile, 'groups', index]), 'unknown-group', `Nobody is in a group ${(0,words/* quoted */.TL)(value)}, so that nobody can start the profile by it.${(0,suggest/* didYouMean */.a)(value, known)}`, {
                hint: 'Give somebody the group in a users file: groups: [NAME]',
            });
        }
    }
}
/** With access.files, a file may grant what its first matching entry says, and nothing but entry without one. */
function fileRights({ tree, locate, users, files, complete, matches, report }) {
    const entries = ((0,config_locate.at)(tree, ['access', 'files'])?.items ?? []).flatMap((item, index) => {
        const pattern = (0,config_locate.at)(item, ['path'])?.value;
        if (typeof pattern !== 'string')
            return [];
        const granted = (0,config_locate.at)(item, ['mayGrant', 'groups'])?.items?.map(({ value }) => value) ?? [];
        return [{ pattern, index, granted, admin: (0,config_locate.at)(item, ['mayGrant', 'admin'])?.value === true }];
    });
    if (entries.length === 0)
        return;
    for (const { pattern, index } of entries) {
        if (!complete || files.some((file) => matches(pattern, file)))
            continue;
        report(locate(['access', 'files', index, 'path']), 'unknown-file', `No users file is called ${(0,words/* quoted */.TL)(pattern)}.`, {
            hint: 'Write the path as under users.',
        });
    }
    for (const one of users.principals) {
        const { file } = one.location;
        const rights = entries.find(({ pattern }) => matches(pattern, file));
        const where = rights === undefined
            ? 'access.files does not name this file, so that it lets people in and grants nothing else'
            : `access.files entry ${rights.index + 1}`;
        if (one.admin !== false && rights?.admin !== true) {
            report(one.location, 'file-rights', `${(0,words/* quoted */.TL)(file)} may not make administrators (${where}).`, {
                hint: 'List the administrator in a file that may, or change access.files.',
            });
        }
        for (const { text, location } of one.groups) {
            if (rights?.granted.includes('*') || rights?.granted.includes(text))
                continue;
            report(location, 'file-rights', `${(0,words/* quoted */.TL)(file)} may not put anybody into the group ${(0,words/* quoted */.TL)(text)} (${where}).`, {
                hint: rights === undefined || rights.granted.length === 0
                    ? 'Change access.files.'
                    : `It may: ${rights.granted.join(', ')}.`,
            });
        }
    }
}
function perUser({ tree, locate, people, complete, report }) {
    const path = ['storage', 'buckets', 'perUser'];
    if ((0,config_locate.at)(tree, path)?.value !== true || people.length > 0 || !complete)
        return;
    report(locate(path), 'per-user-people', 'Buckets are made for listed people, and the users files list none.', {
        hint: 'List people under users, or use storage.buckets.shared.',
    });
}
function limits({ tree, locate, users, report }) {
    const entry = (0,config_locate.at)(tree, ['access', 'entry']);
    if (entry?.entries !== undefined)
        return;
    const count = users.principals.length;
    const ofGroups = users.principals.filter(({ kind }) => kind === 'group').length;
    const ways = 'Ways out: access: {entry: {group: ADDRESS}} with one Google group, {entry: {domain: DOMAIN}}, or a second hub.';
    const where = locate(['users'], 'key');
    if (count > MAX_PRINCIPALS) {
        report(where, 'too-many-principals', `The users files list ${(0,words/* number */.ai)(count)} entries; an IAM policy takes ${(0,words/* number */.ai)(MAX_PRINCIPALS)} principals.`, { hint: ways });
    }
    else if (ofGroups > MAX_GROUPS) {
        report(where, 'too-many-principals', `The users files list ${(0,words/* number */.ai)(ofGroups)} Google groups; an IAM policy takes ${MAX_GROUPS}.`, { hint: ways });
    }
}
function admins({ tree, locate, users, complete, report }) {
    const path = ['access', 'guard', 'requiredAdmins'];
    const wanted = (0,config_locate.at)(tree, path)?.value;
    const there = users.principals.filter(({ admin }) => admin !== false).length;
    if (typeof wanted !== 'number' || there >= wanted || !complete)
        return;
    report(locate(path), 'required-admins', `${there} ${there === 1 ? 'administrator is' : 'administrators are'} listed, and ${wanted} are required.`, {
        hint: 'Give more people admin: true.',
    });
}
function visibility({ locate, people, isPublic, report }) {
    if (!isPublic || people.length === 0)
        return;
    const files = [...new Set(people.map(({ location }) => location.file))];
    report(locate(['users'], 'key'), 'public-people', `The repository is public, and ${(0,words/* list */.p_)(files.slice(0, 3))} ${files.length === 1 ? 'lists' : 'list'} ${(0,words/* number */.ai)(people.length)} ${people.length === 1 ? 'person' : 'people'} for everybody to read.`, {
        hint: 'Make the repository private, keep the users file in a private one ({repository: …}), or acknowledge the rule.',
    });
}

;// CONCATENATED MODULE: ./lib/src/access/day.js
/**
 * The first instant (UTC, as `2027-01-01T00:00:00Z`) after a day such as `2026-12-31`: who is in until that day is
 * out from then on. Undefined for days that no calendar has, and for years past 9998, whose end has five digits.
 */
function dayAfter(day) {
    const start = new Date(`${day}T00:00:00Z`);
    // Date takes February 30 for March 2, so the day must come out as it went in.
    if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== day)
        return undefined;
    start.setUTCDate(start.getUTCDate() + 1);
    const iso = start.toISOString();
    return iso.length === 24 ? iso.replace('.000Z', 'Z') : undefined;
}

// EXTERNAL MODULE: ./lib/src/access/email.js
var email = __webpack_require__(12524);
// EXTERNAL MODULE: ./lib/src/config/not-yet.js
var not_yet = __webpack_require__(45918);
// EXTERNAL MODULE: ./lib/src/config/schema.js + 1 modules
var schema = __webpack_require__(79234);
// EXTERNAL MODULE: ./lib/src/config/source.js + 2 modules
var config_source = __webpack_require__(18380);
;// CONCATENATED MODULE: ./lib/src/access/csv.js

const MAX_COLUMNS = 500;
/** Faults after which reading ends: nobody reads more, and a binary file has one in each line. */
const MAX_FAULTS = 100;
// As in YAML: tab, line feed and carriage return are the only controls that a text needs.
const CONTROL = /[^\t\n\r\u0020-\u007E\u0080-\uFFFF]/;
const QUOTES = 'Close the quotation mark; inside a quoted cell write it twice.';
/**
 * Reads RFC 4180 text with commas, semicolons or tabs: that delimiter with which the header has the wanted column.
 * @param text without a byte order mark
 */
function readCsv(text, wanted) {
    const control = CONTROL.exec(text);
    if (control !== null)
        return broken(controlFault(text, control.index));
    const delimiter = findDelimiter(text, columnName(wanted));
    const head = nextLine(text, 0, delimiter, MAX_COLUMNS);
    if (head === undefined) {
        const hint = 'Start with a line that names the columns, such as: email,groups,until';
        return broken({ rule: 'empty-file', message: 'The file has no content.', hint, start: 0, end: 1 });
    }
    const fault = head.fault ?? headerFault(head);
    if (fault !== undefined)
        return broken(fault);
    const rows = [];
    const faults = [];
    for (let from = head.next; faults.length < MAX_FAULTS;) {
        const line = nextLine(text, from, delimiter, head.count);
        if (line === undefined)
            break;
        const wrong = line.fault ?? countFault(line, head.count);
        if (wrong === undefined)
            rows.push(line.cells);
        else
            faults.push(wrong);
        from = line.next;
    }
    return { header: head.cells, rows, faults };
}
/** A header's text as columns are compared: without outer spaces, in lower case, accents in one form. */
function columnName(text) {
    return text.trim().toLowerCase().normalize('NFC');
}
function broken(fault) {
    return { header: [], rows: [], faults: [fault] };
}
function controlFault(text, at) {
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    const message = `The character U+${code} is in the file.`;
    const hint = 'Remove it; editors hide it. A spreadsheet must be exported as "CSV UTF-8".';
    return { rule: 'control-character', message, hint, start: at, end: at + 1 };
}
function headerFault({ cells, count }) {
    const all = { start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 1 };
    if (count > MAX_COLUMNS) {
        const message = `The header has ${count} columns; the limit is ${MAX_COLUMNS}.`;
        return { rule: 'csv-column', message, hint: 'Remove the columns that are not needed.', ...all };
    }
    if (cells.every(({ text }) => text === '')) {
        const hint = 'Name the columns in the first line, such as: email,groups,until';
        return { rule: 'csv-column', message: 'The header names no column.', hint, ...all };
    }
    const seen = new Set();
    for (const { text, start, end } of cells) {
        const name = columnName(text);
        if (name !== '' && seen.has(name)) {
            const message = `The header has the column ${(0,words/* quoted */.TL)(text)} twice.`;
            return { rule: 'csv-column', message, hint: 'Keep or rename one of the two.', start, end };
        }
        seen.add(name);
    }
    return undefined;
}
function countFault({ cells, count }, expected) {
    if (count === expected)
        return undefined;
    const number = (some) => `${some} ${some === 1 ? 'cell' : 'cells'}`;
    const message = `The row has ${number(count)}, and the header has ${expected}.`;
    const hint = count > expected
        ? 'Put a cell that has the delimiter in its text in quotation marks.'
        : 'Give the row a cell for each column; an empty one will do.';
    return { rule: 'csv-syntax', message, hint, start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 1 };
}
/** The delimiter that gives the header the wanted column; among several, and where none does, the most cells. */
function findDelimiter(text, wanted) {
    let best = ',';
    let most = -1;
    for (const delimiter of [',', ';', '\t']) {
        const line = nextLine(text, 0, delimiter, MAX_COLUMNS);
        const isSound = line !== undefined && line.fault === undefined;
        const hasColumn = isSound && line.cells.some((cell) => columnName(cell.text) === wanted);
        const score = (line?.count ?? 0) + (hasColumn ? text.length + 1 : 0);
        if (score > most) {
            best = delimiter;
            most = score;
        }
    }
    return best;
}
/** The next line that is not blank, undefined at the end of the text; keeps the first `limit` cells and counts all. */
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
        const more = { rule: 'csv-syntax', message: 'Text stands after a closing quotation mark.', hint: QUOTES };
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
    const message = 'A quotation mark opens here and never closes.';
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

;// CONCATENATED MODULE: ./lib/src/access/csv-people.js





const FIELDS = ['email', 'groups', 'until', 'note'];
/** Reads a users file in CSV: columns by their header, groups parted, all else as text. Never throws, whatever the text. */
function csvEntries(file, columns) {
    // Editors hide the byte order mark, so columns must not count it.
    const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
    // Editors show a line end of old Macs as one; as long as a line feed, it moves no offset.
    const place = (0,places/* placesOf */.ek)(file.path, text.replace(/\r(?!\n)/g, '\n'));
    const diagnostics = [];
    const fail = ({ start, end }, rule, message, hint, absent = false) => {
        const more = { severity: 'error', rule, message, hint, ...(absent ? { absent } : {}) };
        diagnostics.push({ ...place(start, end), ...more });
    };
    const table = readCsv(text, columns?.email ?? 'email');
    for (const fault of table.faults)
        fail(fault, fault.rule, fault.message, fault.hint, fault.rule === 'empty-file');
    const found = table.header.length === 0 ? undefined : findColumns(table.header, columns, fail);
    const entries = found === undefined ? [] : table.rows.flatMap((row) => entryOf(row, found));
    return { entries, diagnostics: (0,config_diagnostics/* orderFindings */.$t)(diagnostics), place };
}
/** Index of the column of each field; undefined where the header is wrong. */
function findColumns(header, columns, fail) {
    const names = header.map(({ text }) => columnName(text));
    const wanted = new Map(FIELDS.map((field) => [field, columns?.[field] ?? field]));
    const found = new Map();
    let sound = true;
    const wrong = (...words) => {
        sound = false;
        fail(...words);
    };
    for (const [field, name] of wanted) {
        const index = names.indexOf(columnName(name));
        if (index !== -1)
            found.set(field, index);
        else if (columns?.[field] !== undefined)
            missing(header, field, name, wrong);
    }
    if (columns === undefined)
        typos(header, found, wrong);
    const admin = names.indexOf('admin');
    if (admin !== -1 && ![...found.values()].includes(admin)) {
        wrong(header[admin] ?? whole(header), 'csv-column', 'Administrators cannot be listed in CSV.', 'Remove the column, and list them in a YAML file, where each line is reviewed.');
    }
    if (sound && !found.has('email'))
        missing(header, 'email', 'email', wrong);
    return sound ? found : undefined;
}
function missing(header, field, name, fail) {
    const texts = header.map(({ text }) => text).filter((text) => text !== '');
    const list = `${texts
        .slice(0, 12)
        .map((text) => (0,words/* quoted */.TL)(text))
        .join(', ')}${texts.length > 12 ? ', …' : ''}`;
    const message = `The header has no column ${(0,words/* quoted */.TL)(name)}.${(0,suggest/* didYouMean */.a)(name, texts)}`;
    const noHeader = texts.some((text) => text.includes('@'));
    const hint = noHeader
        ? `Put a line above the first person that names the columns, such as: email`
        : `Its columns: ${list}. Rename one, or name it in the configuration: columns: {${field}: HEADER}`;
    fail(whole(header), 'csv-column', message, hint, true);
}
/** A column that is meant and misspelt would be left out in silence, and a date of its with it. */
function typos(header, found, fail) {
    const open = FIELDS.filter((field) => !found.has(field));
    const taken = new Set(found.values());
    for (const [index, cell] of header.entries()) {
        const field = taken.has(index) ? undefined : (0,suggest/* suggest */.Z)(cell.text, open);
        if (field === undefined)
            continue;
        const message = `The column ${(0,words/* quoted */.TL)(cell.text)} is not known here. Did you mean "${field}"?`;
        const hint = `Rename it, or say which column is which in the configuration, such as: columns: {email: "E-Mail"}`;
        fail(cell, 'csv-column', message, hint);
    }
}
function whole(header) {
    return { start: header[0]?.start ?? 0, end: header.at(-1)?.end ?? 1 };
}
/** Nothing for a row without a text: spreadsheets leave such rows below a table. */
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
            groups: parts(cell('groups')),
            ...(until === undefined || until.text === '' ? {} : { until }),
            ...(note === undefined || note.text === '' ? {} : { note }),
        },
    ];
}
/** Groups of one cell, each with its own place; in a cell with doubled quotation marks offsets differ, so it stands for all. */
function parts(cell) {
    if (cell === undefined)
        return [];
    const { text, start, end } = cell;
    const quotes = end - start - text.length;
    const shift = quotes === 0 ? start : start + 1;
    return [...text.matchAll(/[^\s,;]+/g)].map(({ 0: name, index }) => {
        if (quotes !== 0 && quotes !== 2)
            return { ...cell, text: name };
        return { text: name, start: shift + index, end: shift + index + name.length };
    });
}

;// CONCATENATED MODULE: ./lib/src/access/user-entries.js







const LISTS = [
    ['users', 'person', 'email'],
    ['googleGroups', 'group', 'email'],
    ['serviceAccounts', 'serviceAccount', 'email'],
    ['domains', 'domain', 'domain'],
];
/**
 * Reads the entries of a users file, YAML or CSV by its name, and checks them with `check` where they are sound.
 * Returns what was found on the way.
 */
function readEntries(file, check) {
    return /\.csv$/i.test(file.path) ? fromCsv(file, check) : fromYaml(file, check);
}
function fromYaml(file, check) {
    const { tree, diagnostics } = (0,config_source/* parseSource */.P)(file);
    if (tree === undefined)
        return (0,config_diagnostics/* orderFindings */.$t)(diagnostics);
    const locate = (0,config_locate/* locator */.f)(tree);
    const fromSchema = [];
    (0,schema/* checkSchema */._)('users', tree, locate, (0,places/* collector */.g7)(fromSchema));
    const found = [];
    const report = (0,places/* collector */.g7)(found);
    for (const [key, kind, field] of LISTS) {
        for (const [index, item] of ((0,config_locate.at)(tree, [key])?.items ?? []).entries()) {
            const path = [key, index];
            const isText = item.entries === undefined;
            const text = (isText ? item : (0,config_locate.at)(item, [field]))?.value;
            if (typeof text !== 'string')
                continue;
            const name = { text, location: locate(isText ? path : [...path, field]) };
            const rest = isText ? NOTHING : restOf(item, (below) => locate([...path, ...below]));
            check({ kind, name, ...rest }, report);
        }
    }
    (0,not_yet/* checkSupported */.j)('users', tree, locate, report);
    return (0,config_diagnostics/* orderFindings */.$t)((0,config_diagnostics/* withoutEchoes */.Kx)(diagnostics, fromSchema, found));
}
const NOTHING = { admin: false, groups: [], until: undefined };
function restOf(item, locate) {
    const admin = (0,config_locate.at)(item, ['admin'])?.value;
    const until = (0,config_locate.at)(item, ['until'])?.value;
    const groups = (0,config_locate.at)(item, ['groups'])?.items ?? [];
    return {
        admin: admin === true || admin === 'full' ? admin : false,
        groups: groups.flatMap(({ value }, index) => typeof value === 'string' ? [{ text: value, location: locate(['groups', index]) }] : []),
        until: typeof until === 'string' ? { text: until, location: locate(['until']) } : undefined,
    };
}
function fromCsv(file, check) {
    const { entries, diagnostics, place } = csvEntries(file, file.columns);
    const found = [];
    const report = (0,places/* collector */.g7)(found);
    const placed = (cell) => ({ text: cell.text, location: place(cell.start, cell.end) });
    for (const { email, groups, until } of entries) {
        check({
            kind: 'person',
            name: placed(email),
            admin: false,
            groups: groups.map(placed),
            until: until === undefined ? undefined : placed(until),
        }, report);
    }
    const [first] = entries.flatMap(({ groups }) => groups);
    if (first !== undefined) {
        report(place(first.start, first.end), 'not-supported-yet', 'Groups are not supported yet by plan and apply.', {
            hint: 'They are checked; for plan and apply remove them. A later version brings them.',
        });
    }
    return (0,config_diagnostics/* orderFindings */.$t)([...diagnostics, ...found]);
}

;// CONCATENATED MODULE: ./lib/src/access/users.js





/** Reads and checks users files. Never throws, whatever the text. */
function loadUsers(files, now = new Date()) {
    const listed = new Map();
    const check = (entry, report) => add(listed, entry, report, now);
    const diagnostics = files.flatMap((file) => readEntries(file, check));
    const principals = [...listed.values()].map(({ principal }) => principal);
    const people = principals.filter(({ kind }) => kind === 'person').map(personOf);
    people.sort((a, b) => (a.email < b.email ? -1 : 1));
    const [first] = files;
    if (first !== undefined && diagnostics.every(({ severity }) => severity !== 'error')) {
        const start = { file: first.path, line: 1, column: 1, length: 1 };
        checkWhole(principals, start, (0,places/* collector */.g7)(diagnostics));
    }
    return { people, principals, diagnostics };
}
function checkWhole(principals, start, report) {
    if (principals.length === 0) {
        report(start, 'no-people', 'Nobody is listed: nobody could enter.', {
            hint: 'List at least one person under users.',
            absent: true,
        });
        return;
    }
    if (!principals.some(({ admin }) => admin !== false)) {
        report(start, 'no-admin', 'Nobody is an administrator of the hub.', {
            hint: 'Give one person admin: true.',
            absent: true,
        });
    }
    const group = principals.find(({ kind }) => kind === 'group');
    if (group !== undefined) {
        report(group.location, 'trusts-door', 'With a Google group the hub trusts Google’s door for people that it does not know; a grant on the whole project then opens it too.', { hint: 'List people one by one where that is possible.' });
    }
}
function add(listed, entry, report, now) {
    const { kind, name, admin, groups } = entry;
    const fault = (0,email/* addressFault */.R)(kind, name.text);
    if (fault !== undefined) {
        report(name.location, fault.rule, fault.message, { hint: fault.hint });
        return;
    }
    if (admin === 'full') {
        report(name.location, 'admin-full', `${(0,words/* quoted */.TL)(name.text)} may enter the servers of everybody, with all that is in them.`, {
            hint: 'admin: true is enough to see and stop servers.',
        });
    }
    const until = end(entry.until, report, now);
    const key = `${kind}:${(0,email/* sameAddress */.x)(name.text)}`;
    const first = listed.get(key);
    if (first === undefined) {
        const principal = { kind, name: name.text.toLowerCase(), admin, groups, until, location: name.location };
        listed.set(key, { principal, written: name.text });
        return;
    }
    const spelling = first.written === name.text ? '' : `, as ${(0,words/* quoted */.TL)(first.written)}`;
    const { file, line } = first.principal.location;
    report(name.location, 'duplicate-person', `${(0,words/* quoted */.TL)(name.text)} is already listed at ${file}:${line}${spelling}.`, {
        hint: `Keep one entry for each ${WORDS[kind]}.`,
    });
}
const WORDS = {
    person: 'person',
    group: 'group',
    serviceAccount: 'service account',
    domain: 'domain',
};
function end(until, report, now) {
    if (until === undefined)
        return undefined;
    const { text, location } = until;
    const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayAfter(text) : undefined;
    if (instant === undefined) {
        report(location, 'wrong-date', `${(0,words/* quoted */.TL)(text)} is not in the calendar.`, {
            hint: 'Write a day as YYYY-MM-DD, up to 9998.',
        });
    }
    else if (Date.parse(instant) <= now.getTime()) {
        report(location, 'expired', `The last day of access has passed; the hub refuses this person.`, {
            hint: 'Remove the entry, or set a later day.',
        });
    }
    return instant;
}
function personOf({ name, admin, until, location }) {
    return { email: name, admin: admin !== false, until, source: `${location.file}:${location.line}` };
}

// EXTERNAL MODULE: ./lib/src/config/acknowledge.js
var acknowledge = __webpack_require__(19296);
// EXTERNAL MODULE: ./lib/src/config/load.js + 23 modules
var load = __webpack_require__(6225);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__(36192);
// EXTERNAL MODULE: ./lib/src/config/users-sources.js
var users_sources = __webpack_require__(87883);
// EXTERNAL MODULE: ./lib/src/commands/read-text.js
var read_text = __webpack_require__(94136);
;// CONCATENATED MODULE: ./lib/src/commands/file-reader.js






/** Longest chain of files that extend each other. */
const MAX_CHAIN = 8;
/** Reads the files of one check and keeps their texts and what was found wrong about them. */
class FileReader {
    cwd;
    configPath;
    /** Text of every file that was read, by the path that findings print. */
    sources = new Map();
    diagnostics = [];
    #report = (0,places/* collector */.g7)(this.diagnostics);
    #root;
    /** @param configPath as the person gave it; findings print it unchanged */
    constructor(cwd, configPath) {
        this.cwd = cwd;
        this.configPath = configPath;
        this.#root = (0,read_text/* repositoryRoot */.Hn)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, configPath)), cwd);
    }
    /** The file that the person named. */
    async first() {
        const text = await (0,read_text/* readText */.yR)((0,external_node_path_.resolve)(this.cwd, this.configPath));
        if (typeof text === 'string')
            return this.#keep(this.configPath, text);
        const start = { file: this.configPath, line: text.line ?? 1, column: 1, length: 1 };
        const hint = text.rule === 'file-missing' ? 'Name the file with --config FILE.' : text.hint;
        this.#report(start, text.rule, text.message, { hint, absent: true });
        return undefined;
    }
    /** A file that another one names, relative to the folder of that one; what is wrong with it stands where it is named. */
    async named(file) {
        if ((0,users_sources/* isForeign */.j)(file.path))
            return undefined; // a rule of its own says so
        const shown = (0,external_node_path_.join)((0,external_node_path_.dirname)(file.location.file), file.path);
        if (!(await this.mayRead(shown))) {
            this.outside(file);
            return undefined;
        }
        const known = this.sources.get(shown);
        if (known !== undefined)
            return { path: shown, text: known };
        const text = await (0,read_text/* readText */.yR)((0,external_node_path_.resolve)(this.cwd, shown));
        if (typeof text === 'string')
            return this.#keep(shown, text);
        this.#unreadable(file, shown, text);
        return undefined;
    }
    /** Whether a path, relative to the working folder, stays in the repository. */
    async mayRead(shown) {
        return (0,read_text/* isInside */.FK)(await this.#root, (0,external_node_path_.resolve)(this.cwd, shown));
    }
    /** Reports that a path leads out of the repository. */
    outside({ path, location }) {
        this.#report(location, 'path-outside', `"${path}" leads out of the repository.`, {
            hint: 'Keep the file in the repository.',
        });
    }
    /** Reports a path that no file has. */
    missing(location, message, hint) {
        this.#report(location, 'file-missing', message, { hint });
    }
    /** A jupyterhub.yaml with all that it extends, nearest first, and whether one of them could not be read. */
    async chain(start) {
        const sources = [];
        const seen = new Set();
        for (let file = start; file !== undefined;) {
            const source = (0,config_source/* parseSource */.P)(file);
            sources.push(source);
            seen.add((0,external_node_path_.resolve)(this.cwd, file.path));
            const next = (0,load/* extendsOf */.nG)(source);
            if (next === undefined)
                return { sources, incomplete: source.tree === undefined };
            if (seen.has((0,external_node_path_.resolve)(this.cwd, (0,external_node_path_.dirname)(file.path), next.path)) || sources.length > MAX_CHAIN) {
                this.#report(next.location, 'extends-cycle', `"${next.path}" leads back, or too far: ${sources.length} files extend each other.`, {
                    hint: `At most ${MAX_CHAIN} files in a row, and none twice.`,
                });
                break;
            }
            file = await this.named(next);
        }
        return { sources, incomplete: true };
    }
    #keep(path, text) {
        this.sources.set(path, text);
        return { path, text };
    }
    #unreadable({ path, location }, shown, { rule, message, hint, line }) {
        if (line === undefined)
            this.#report(location, rule, `"${path}": ${message}`, { hint });
        else
            this.#report({ file: shown, line, column: 1, length: 1 }, rule, message, { hint, absent: true });
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/src/commands/users-files.js


/** Most folders and files below a glob that are looked at: the tree of any repository of this kind is smaller. */
const MAX_ENTRIES = 50_000;
/** Whether a path has a character that makes it a glob. */
function isGlob(path) {
    return /[*?[\]{}]/.test(path);
}
/** The users files that the configuration names, globs expanded and sorted by path; each file once. */
async function readUsersFiles(reader, sources) {
    const files = new Map();
    for (const source of sources.filter(({ elsewhere }) => !elsewhere)) {
        const { location, columns } = source;
        const paths = isGlob(source.path) ? await expand(reader, source) : [source.path];
        for (const path of paths) {
            const file = await reader.named({ path, location });
            if (file !== undefined && !files.has(file.path))
                files.set(file.path, { ...file, columns });
        }
    }
    return [...files.values()];
}
async function expand(reader, { path, location }) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 6).then(__webpack_require__.t.bind(__webpack_require__, 14006, 23));
    const { base, glob } = picomatch.scan(path);
    const start = (0,external_node_path_.join)((0,external_node_path_.dirname)(location.file), base);
    if (!(await reader.mayRead(start))) {
        reader.outside({ path, location });
        return [];
    }
    const matches = picomatch(glob);
    const found = (await filesBelow((0,external_node_path_.resolve)(reader.cwd, start))).filter((name) => matches(name)).sort();
    if (found.length === 0) {
        reader.missing(location, `No file matches "${path}".`, 'Correct the pattern: a pattern without a file lets nobody in.');
    }
    return found.map((name) => (0,external_node_path_.join)(base, name));
}
/** Paths of all files below a folder, relative to it; what starts with a dot is left out, as in a shell. */
async function filesBelow(folder) {
    const files = [];
    const folders = [folder];
    for (let here = folders.pop(), seen = 0; here !== undefined && seen < MAX_ENTRIES; here = folders.pop()) {
        const entries = await (0,promises_.readdir)(here, { withFileTypes: true }).catch(() => []);
        seen += entries.length;
        for (const entry of entries) {
            if (entry.name.startsWith('.') || entry.name === 'node_modules')
                continue;
            const path = (0,external_node_path_.join)(here, entry.name);
            // Links are not followed into folders: they could go in circles.
            if (entry.isDirectory())
                folders.push(path);
            else
                files.push((0,external_node_path_.relative)(folder, path));
        }
    }
    return files;
}
/** Finds which of several globs a path matches; built once, so that picomatch is loaded for globs only. */
async function pathMatcher(patterns) {
    const plain = (text) => (0,external_node_path_.join)('.', text);
    if (!patterns.some(isGlob))
        return (pattern, path) => plain(pattern) === plain(path);
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 6).then(__webpack_require__.t.bind(__webpack_require__, 14006, 23));
    return (pattern, path) => plain(pattern) === plain(path) || (isGlob(pattern) && picomatch.isMatch(plain(path), plain(pattern)));
}

;// CONCATENATED MODULE: ./lib/src/commands/read-input.js











/** The files are wrong: carries the findings, so that whoever prints it can put them on their lines. */
class InputError extends errors/* ConfigurationError */.j1 {
    diagnostics;
    constructor(checked, cause) {
        const count = (0,findings/* countText */.lT)({ ...(0,findings/* countFindings */.Gt)(checked.diagnostics), warning: 0, note: 0 });
        const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
        super(`${count} in the files\n\n${(0,findings/* findingBlocks */.Y1)({ ...checked, diagnostics: errors })}\n`, { cause });
        this.diagnostics = checked.diagnostics;
    }
}
/**
 * Reads jupyterhub.yaml and the users files and annotates what is found; throws InputError when they have errors, or
 * ask for what this version cannot do yet.
 */
async function readInput(context) {
    const found = await checkInput(context);
    const checked = { ...found, diagnostics: found.diagnostics.map(refused) };
    context.annotate(checked.diagnostics);
    if (checked.input === undefined || (0,findings/* countFindings */.Gt)(checked.diagnostics).error > 0)
        throw new InputError(checked);
    if (checked.diagnostics.length > 0)
        context.say((0,findings/* findingBlocks */.Y1)(checked));
    return checked.input;
}
/** What a command that does something cannot do is no note for it. */
function refused(found) {
    return found.rule === 'not-supported-yet' ? { ...found, severity: 'error' } : found;
}
/** Reads and checks all files, and finds as much as can be found at once. Contacts nothing. */
async function checkInput({ configPath, cwd, env, }) {
    const reader = new FileReader(cwd, configPath);
    const first = await reader.first();
    if (first === undefined)
        return { input: undefined, diagnostics: reader.diagnostics, sources: reader.sources };
    const own = await reader.chain(first);
    const owner = (0,load/* platformOf */.tj)(own.sources);
    const ownerFile = owner && (await reader.named(owner));
    const platform = ownerFile && (await reader.chain(ownerFile));
    const loaded = (0,load/* loadConfig */.Z9)({
        own: own.sources,
        incomplete: own.incomplete,
        ...(owner === undefined ? {} : { platform: platform?.sources ?? [] }),
    }, cwd);
    const { people, ofUsers } = await checkPeople(reader, loaded, env);
    const all = (0,acknowledge/* acknowledge */.b0)([...loaded.diagnostics, ...reader.diagnostics, ...ofUsers], loaded.acknowledged);
    const ordered = (0,config_diagnostics/* orderFindings */.$t)(all, [...reader.sources.keys()]);
    const diagnostics = [...ordered, ...(0,acknowledge/* unusedAcknowledgements */.E4)(ordered, loaded.acknowledged)];
    const { config, locate } = loaded;
    const { sources } = reader;
    const sound = config !== undefined && (0,findings/* countFindings */.Gt)(diagnostics).error === 0;
    return { input: sound ? { config, people, diagnostics, locate, sources } : undefined, diagnostics, sources };
}
/** Reads and checks the users files, and them against the configuration where that is YAML. */
async function checkPeople(reader, { tree, locate, users: sources }, env) {
    const files = await readUsersFiles(reader, sources);
    const users = loadUsers(files);
    if (tree === undefined)
        return { people: users.people, ofUsers: users.diagnostics };
    const named = (0,config_locate.at)(tree, ['users'])?.items?.length ?? 1;
    const patterns = ((0,config_locate.at)(tree, ['access', 'files'])?.items ?? []).map((item) => String((0,config_locate.at)(item, ['path'])?.value));
    const folder = (0,external_node_path_.dirname)(locate(['access', 'files'], 'key').file);
    const matches = await pathMatcher(patterns);
    const sound = (0,findings/* countFindings */.Gt)([...reader.diagnostics, ...users.diagnostics]).error === 0;
    const ofBoth = checkUsers({
        tree,
        locate,
        users,
        files: files.map(({ path }) => path),
        complete: sources.length === named && sources.every(({ elsewhere }) => !elsewhere) && sound,
        isPublic: await isKnownPublic(env),
        matches: (pattern, file) => matches(pattern, (0,external_node_path_.relative)(folder, file)),
    });
    return { people: users.people, ofUsers: [...users.diagnostics, ...ofBoth] };
}
/** Whether the event of the run says that the repository is public; loaded in workflows only. */
async function isKnownPublic(env) {
    if (env.GITHUB_ACTIONS !== 'true')
        return false;
    const { readContext } = await __webpack_require__.e(/* import() */ 466).then(__webpack_require__.bind(__webpack_require__, 92466));
    return readContext(env)?.visibility === 'public';
}


/***/ }),

/***/ 94136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Hn: () => (/* binding */ repositoryRoot),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18380);



/** Text of a file, or why there is none. */
async function readText(path) {
    try {
        const { size, ...kind } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((it) => ({ size: it.size, isFile: it.isFile() }));
        // A pipe or device would never end.
        if (!kind.isFile)
            return { rule: 'file-missing', message: 'This is not a file.', hint: 'Name a file.' };
        if (size > 4 * _config_source_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LENGTH */ .E) {
            return {
                rule: 'too-large',
                message: `The file has ${size} bytes; the limit is ${_config_source_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LENGTH */ .E} characters.`,
                hint: 'Split it.',
            };
        }
        return decode(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path));
    }
    catch (error) {
        const { code = 'unknown error' } = error;
        const known = {
            ENOENT: 'There is no such file.',
            EACCES: 'The file may not be read.',
        };
        return {
            rule: 'file-missing',
            message: known[code] ?? `The file cannot be read (${code}).`,
            hint: 'Check the path.',
        };
    }
}
function decode(bytes) {
    const hint = 'Save the file as UTF-8.';
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (isUtf16)
        return { rule: 'not-utf8', message: 'The file is UTF-16, not UTF-8.', hint, line: 1 };
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        // The replacement character of the lenient decoder marks the first bad byte, unless the text has that character itself.
        const lenient = bytes.toString('utf8');
        const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
        return { rule: 'not-utf8', message: 'Here the file stops being UTF-8 text.', hint, line };
    }
}
/**
 * The folder that files may not lead out of: the nearest one above that holds .git; without one (an archive, a
 * container) the working folder where the file lies below it, else the folder of the file.
 */
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
/** Whether a path stays in a folder, links followed; a file that is not there counts by its name. */
async function isInside(root, path) {
    const real = async (name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(name).catch(() => name);
    const [folder, file] = (await exists(path)) ? [await real(root), await real(path)] : [root, path];
    return file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}


/***/ }),

/***/ 19296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ unusedAcknowledgements),
/* harmony export */   b0: () => (/* binding */ acknowledge),
/* harmony export */   lo: () => (/* binding */ readAcknowledged)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88228);
/* harmony import */ var _facts_generated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81588);
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94652);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65166);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69910);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33437);






/** Reads `acknowledge` and reports what cannot be acknowledged. */
function readAcknowledged(tree, locate, report) {
    const known = new Map();
    for (const index of ((0,_locate_js__WEBPACK_IMPORTED_MODULE_3__.at)(tree, ['acknowledge'])?.items ?? []).keys()) {
        const path = ['acknowledge', index, 'rule'];
        const rule = (0,_locate_js__WEBPACK_IMPORTED_MODULE_3__.at)(tree, path)?.value;
        const reason = (0,_locate_js__WEBPACK_IMPORTED_MODULE_3__.at)(tree, ['acknowledge', index, 'reason'])?.value;
        if (typeof rule !== 'string' || typeof reason !== 'string')
            continue;
        const severity = Object.hasOwn(_facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0, rule) ? _facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0[rule] : undefined;
        if (severity === undefined) {
            report(locate(path), 'unknown-rule', `There is no rule ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(rule)}.${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(rule, Object.keys(_facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0))}`, {
                hint: 'Write the name that the finding carries.',
            });
        }
        else if (severity === 'error' && !_facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .ACKNOWLEDGEABLE */ .BR.includes(rule)) {
            report(locate(path), 'not-acknowledgeable', `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(rule)} is an error that has to be mended.`, {
                hint: `Errors that can be acknowledged: ${_facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .ACKNOWLEDGEABLE */ .BR.join(', ')}.`,
            });
        }
        else if (known.has(rule)) {
            report(locate(path), 'no-effect', `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(rule)} is acknowledged twice.`, { hint: 'Remove one.' });
        }
        else {
            known.set(rule, { reason, location: locate(path) });
        }
    }
    return known;
}
/** The findings with those that are acknowledged turned into notes. */
function acknowledge(diagnostics, acknowledged) {
    return diagnostics.map((one) => {
        const reason = acknowledged.get(one.rule)?.reason;
        if (reason === undefined || one.severity === 'note')
            return one;
        return { ...one, severity: 'note', hint: `Acknowledged: ${reason}`, acknowledged: reason };
    });
}
/** Notes the acknowledgements that no finding needs any more. */
function unusedAcknowledgements(diagnostics, acknowledged) {
    // In a cut list the finding may be among those that are not shown.
    if (diagnostics.some(({ rule }) => rule === _diagnostics_js__WEBPACK_IMPORTED_MODULE_5__/* .MORE_FINDINGS */ .VX))
        return [];
    const used = new Set(diagnostics.filter((one) => one.acknowledged !== undefined).map(({ rule }) => rule));
    const found = [];
    const report = (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .collector */ .g7)(found);
    for (const [rule, { location }] of acknowledged) {
        if (used.has(rule))
            continue;
        report(location, 'unused-acknowledgement', `Nothing is found that ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(rule)} acknowledges.`, {
            hint: 'Remove the entry, or it hides a finding that comes later.',
        });
    }
    return found;
}


/***/ }),

/***/ 88228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ orderFindings),
/* harmony export */   Kx: () => (/* binding */ withoutEchoes),
/* harmony export */   VX: () => (/* binding */ MORE_FINDINGS)
/* harmony export */ });
/** Most findings of one file that are worth printing. */
const MAX_FINDINGS = 100;
/** Rule of the note that ends a list that was cut. */
const MORE_FINDINGS = 'more-findings';
/**
 * Findings in the order of their files, each place and rule once, and no more than a person can read.
 * @param files order of the files; others follow
 */
function orderFindings(diagnostics, files = []) {
    const rank = { error: 0, warning: 1, note: 2 };
    const order = [...new Set([...files, ...diagnostics.map(({ file }) => file)])];
    const turn = new Map(order.map((file, index) => [file, index]));
    const seen = new Set();
    const unique = diagnostics.filter((one) => {
        const key = `${one.file}:${one.line}:${one.column}:${one.rule}:${one.message}`;
        return !seen.has(key) && seen.add(key);
    });
    const ordered = [...unique].sort((a, b) => (turn.get(a.file) ?? 0) - (turn.get(b.file) ?? 0) ||
        a.line - b.line ||
        a.column - b.column ||
        rank[a.severity] - rank[b.severity]);
    const [first] = ordered;
    if (first === undefined || ordered.length <= MAX_FINDINGS)
        return ordered;
    // Errors stay before all else, or a cut list could look like a sound file.
    const kept = [...ordered].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MAX_FINDINGS);
    const message = `There are more findings; these are the first ${MAX_FINDINGS}, errors before all others.`;
    const more = { ...first, length: 1, severity: 'note', rule: MORE_FINDINGS, message, absent: true };
    return [...ordered.filter((one) => kept.includes(one)), more];
}
/**
 * Findings of several checks without the echoes of earlier ones: what has a wrong form often breaks a rule as well,
 * and once per place is enough. Within one check each finding stays.
 */
function withoutEchoes(...checks) {
    const kept = [];
    for (const check of checks) {
        const taken = new Set(kept.filter(({ absent }) => absent !== true).map(placeKey));
        kept.push(...check.filter((one) => one.absent === true || !taken.has(placeKey(one))));
    }
    return kept;
}
function placeKey({ file, line, column }) {
    return `${file}:${line}:${column}`;
}


/***/ }),

/***/ 81588:
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
            "form": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$",
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
            "form": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$",
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
        "platform.cluster": {
            "keys": [
                "mode",
                "zones",
                "existing"
            ],
            "example": {
                "mode": "standard"
            }
        },
        "platform.cluster.mode": {
            "example": "standard"
        },
        "platform.cluster.zones": {
            "example": [
                "us-central1-a",
                "us-central1-b"
            ]
        },
        "platform.cluster.zones.*": {
            "pattern": "A zone is a region and a letter, such as us-central1-a.",
            "form": "^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$",
            "example": "us-central1-a"
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
                "subnetwork"
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
        "platform.network.sharedVpc": {
            "keys": [
                "project",
                "network",
                "subnetwork"
            ],
            "example": {
                "project": "acme-network",
                "network": "vpc",
                "subnetwork": "gke"
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
            "pattern": "A pool name has lower-case letters, digits and hyphens only, starts with a letter, and has at most 35 characters: 5 more are added.",
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
            "pattern": "A machine type is written as Compute Engine does, such as n2-standard-8.",
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
            "pattern": "A GPU type is written as GKE does, such as nvidia-l4.",
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
            "pattern": "A label key has at most 63 letters, digits, hyphens, underscores and dots, perhaps after a domain and a slash.",
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
                "to"
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
            "pattern": "A host name is lower-case, has at least one dot, and neither scheme, port, path nor wildcard.",
            "form": "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$",
            "example": "hub.acme.dev"
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
            "pattern": "It is google-managed, or a mapping {secretRef: NAME}.",
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
            "pattern": "It is direct, or a mapping {group: ADDRESS} or {domain: DOMAIN}.",
            "form": "^direct$",
            "example": "direct"
        },
        "access.entry.group": {
            "pattern": "A group is given by its e-mail address.",
            "form": "^[^@\\s]+@[^@\\s]+$",
            "example": "hub-users@acme.dev"
        },
        "access.entry.manage": {
            "example": true
        },
        "access.entry.domain": {
            "pattern": "A host name is lower-case, has at least one dot, and neither scheme, port, path nor wildcard.",
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
            "pattern": "A duration is a whole number with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "12h"
        },
        "access.session.websocket": {
            "pattern": "A duration is a whole number with a unit: 90s, 30m, 12h or 7d.",
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
            "pattern": "A rule is written as findings name it, such as trial-domain.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "example": "trial-domain"
        },
        "acknowledge.*.reason": {
            "example": "A trial until March."
        },
        "approval": {
            "example": "none"
        },
        "storage": {
            "keys": [
                "home",
                "buckets",
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
                "pool",
                "cpu",
                "memory",
                "gpu",
                "tpu",
                "env",
                "options",
                "unlistedImage",
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
        "profiles.*.pool": {
            "example": "l4"
        },
        "profiles.*.cpu": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 2
        },
        "profiles.*.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 1
        },
        "profiles.*.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
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
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "16Gi"
        },
        "profiles.*.gpu": {
            "keys": [
                "type",
                "count"
            ],
            "example": 1
        },
        "profiles.*.gpu.type": {
            "pattern": "A GPU type is written as GKE does, such as nvidia-l4.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "example": "nvidia-l4"
        },
        "profiles.*.gpu.count": {
            "example": 1
        },
        "profiles.*.tpu": {
            "keys": [
                "type",
                "topology"
            ],
            "example": 4
        },
        "profiles.*.tpu.type": {
            "pattern": "A TPU type is written as GKE does, such as tpu-v5-lite-podslice.",
            "form": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "example": "tpu-v5-lite-podslice"
        },
        "profiles.*.tpu.topology": {
            "pattern": "A topology is written as 2x2 or 2x2x1.",
            "form": "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$",
            "example": "2x2"
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
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 2
        },
        "profiles.*.options.*.choices.*.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 1
        },
        "profiles.*.options.*.choices.*.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
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
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
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
        "profiles.*.groups": {
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
            "pattern": "A duration is a whole number with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "30m"
        },
        "profiles.*.culling.maxAge": {
            "pattern": "A duration is a whole number with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "24h"
        },
        "profiles.*.startTimeout": {
            "pattern": "A duration is a whole number with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "20m"
        },
        "culling": {
            "keys": [
                "idle",
                "maxAge"
            ],
            "example": {
                "idle": "2h"
            }
        },
        "culling.idle": {
            "pattern": "A duration is a whole number with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "30m"
        },
        "culling.maxAge": {
            "pattern": "A duration is a whole number with a unit: 90s, 30m, 12h or 7d.",
            "form": "^[1-9][0-9]{0,5}(s|m|h|d)$",
            "example": "24h"
        },
        "limits": {
            "keys": [
                "servers",
                "concurrentSpawns",
                "namedServers",
                "memoryPerUser"
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
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 2
        },
        "ray.head.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 1
        },
        "ray.head.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
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
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
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
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 4
        },
        "ray.workers.*.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
            "example": 1
        },
        "ray.workers.*.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "form": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$",
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
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "form": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$",
            "example": "16Gi"
        },
        "ray.workers.*.gpu": {
            "keys": [
                "type",
                "count"
            ],
            "example": 1
        },
        "ray.workers.*.gpu.type": {
            "pattern": "A GPU type is written as GKE does, such as nvidia-l4.",
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
            "pattern": "A repository is an address that starts with https:// or oci://, without user name, query or fragment.",
            "form": "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$",
            "example": "https://charts.acme.dev/mirror"
        },
        "hub.chart.path": {
            "example": "charts/jupyterhub-4.4.0.tgz"
        },
        "hub.chart.sha256": {
            "pattern": "A SHA-256 has 64 lower-case hexadecimal digits.",
            "form": "^[0-9a-f]{64}$",
            "example": "0f5c9ab3a6c8be16e6ef2d4a3ff0cf6a2be8ea0bb18a2b8e2b8a5c5d7a1c9e3f"
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
            "pattern": "A secret is written as projects/P/secrets/S/versions/latest, or a number for latest.",
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
                    "g2-standard-8": 0.86
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
            "pattern": "A name of a price is a machine type, GPU, TPU or disk type, filestore/TIER or bucket.",
            "example": {
                "g2-standard-8": 0.86,
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
/** Keys that plan and apply of this version refuse, each with the values that say no more than what they do anyway. */
const NOT_SUPPORTED_YET = {
    "jupyterhub": {
        "users.repository": [],
        "users.*.repository": [],
        "platform.from": [],
        "platform.name": [],
        "platform.cluster.mode": [
            "autopilot"
        ],
        "platform.cluster.zones": [],
        "platform.cluster.existing": [],
        "platform.network": [],
        "platform.nodePools": [],
        "platform.addons": [],
        "platform.maintenance": [],
        "platform.releaseChannel": [
            "REGULAR"
        ],
        "platform.encryptionKey": [],
        "platform.labels": [],
        "access.dns": [],
        "access.oauthClient": [
            "google-managed"
        ],
        "access.entry": [
            "direct"
        ],
        "access.mode": [
            "authoritative"
        ],
        "access.guard": [],
        "access.session.reauth": [],
        "access.session.websocket": [
            "1h",
            "60m",
            "3600s"
        ],
        "access.session.timezone": [
            "UTC"
        ],
        "access.audit": [],
        "approval": [
            "none"
        ],
        "storage.home.type": [
            "disk"
        ],
        "storage.home.regional": [
            false
        ],
        "storage.home.mode": [],
        "storage.home.tier": [],
        "storage.buckets.perUser": [
            false
        ],
        "storage.buckets.shared": [
            []
        ],
        "storage.snapshots": [],
        "profiles.*.pool": [],
        "profiles.*.gpu": [
            0
        ],
        "profiles.*.tpu": [],
        "profiles.*.env": [],
        "profiles.*.options": [],
        "profiles.*.unlistedImage": [],
        "profiles.*.groups": [],
        "profiles.*.culling": [],
        "profiles.*.startTimeout": [],
        "culling.idle": [
            "1h",
            "60m",
            "3600s"
        ],
        "culling.maxAge": [],
        "limits.servers": [],
        "limits.concurrentSpawns": [
            64
        ],
        "limits.namedServers": [
            0
        ],
        "limits.memoryPerUser": [],
        "images": [],
        "ray": [
            {
                "enabled": false
            }
        ],
        "secrets.*.secretManager": [],
        "cost": []
    },
    "users": {
        "googleGroups": [
            []
        ],
        "serviceAccounts": [
            []
        ],
        "domains": [
            []
        ],
        "users.*.groups": [
            []
        ],
        "users.*.admin": [
            true,
            false
        ]
    }
};
/** Every rule that a finding can carry, with its usual severity. */
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
    "path-outside": "error",
    "unknown-key": "error",
    "not-supported-yet": "note",
    "missing-key": "error",
    "wrong-type": "error",
    "wrong-form": "error",
    "wrong-length": "error",
    "wrong-value": "error",
    "reserved-name": "error",
    "zone-on-autopilot": "error",
    "bucket-name": "error",
    "quantity-order": "error",
    "quantity-size": "error",
    "profile-default": "error",
    "duplicate-profile": "error",
    "duplicate-file": "error",
    "unknown-secret": "error",
    "secret-ref-form": "error",
    "owned-value": "error",
    "unknown-value": "error",
    "person-form": "error",
    "public-access": "error",
    "duplicate-person": "error",
    "no-people": "error",
    "wrong-date": "error",
    "expired": "warning",
    "no-admin": "warning",
    "trial-domain": "warning",
    "untested-chart": "warning",
    "unpinned-path": "warning",
    "unused-secret": "warning",
    "literal-secret": "warning",
    "no-effect": "warning",
    "code": "note",
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
    "existing-pool": "error",
    "pool-size": "error",
    "unknown-machine": "warning",
    "machine-accelerator": "error",
    "boot-disk": "error",
    "pool-home-disk": "error",
    "home-zone": "error",
    "profile-accelerator": "error",
    "accelerator-type": "error",
    "default-accelerator": "warning",
    "profile-fit": "error",
    "tpu-host": "error",
    "capacity-limits": "error",
    "gpu-sharing": "error",
    "name-length": "error",
    "cidr-overlap": "error",
    "cidr-size": "error",
    "consumer-domain": "error",
    "several-domains": "warning",
    "per-user-people": "error",
    "unknown-group": "error",
    "file-rights": "error",
    "unknown-file": "error",
    "too-many-principals": "error",
    "required-admins": "error",
    "admin-full": "warning",
    "trusts-door": "warning",
    "filestore-size": "error",
    "filestore-tier": "error",
    "filestore-grows-only": "note",
    "mount-path": "error",
    "no-snapshots": "warning",
    "maintenance-window": "error",
    "duration-bounds": "error",
    "unknown-timezone": "error",
    "cron-form": "error",
    "image-pattern": "error",
    "profile-over-limit": "error",
    "option-default": "error",
    "open-authenticator": "error",
    "format-braces": "error",
    "public-people": "error",
    "csv-syntax": "error",
    "csv-column": "error",
    "chart-schema": "error"
};
/** Errors that a person may acknowledge; warnings can always be. */
const ACKNOWLEDGEABLE = [
    "public-people"
];


/***/ }),

/***/ 70138:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatFault)
/* harmony export */ });
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69910);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33437);


const texts = (...names) => new Map(names.map((name) => [name, 'text']));
/** Fields of KubeSpawner: `ns` in _expand_user_properties, kubespawner/spawner.py, tags 7.0.0 (a8f2843) and 7.1.0 (178e6ac). */
const USER = new Map([
    ...texts('username', 'servername', 'user_server', 'unescaped_username', 'unescaped_servername', 'hubnamespace'),
    ...texts('safe_username', 'safe_servername', 'safe_user_server'),
    ...texts('escaped_username', 'escaped_servername', 'escaped_user_server'),
    ...texts('pod_name', 'pvc_name', 'namespace'),
    ['userid', 'number'],
]);
/** Fields of JupyterHub itself: template_namespace in jupyterhub/spawner.py, tag 5.5.0. */
const SPAWNER = texts('username', 'base_url');
/**
 * Traits whose texts go through Python's str.format, with all that is under them; keys of mappings do not.
 * The calls of _expand_all, _expand_user_properties and format in kubespawner/spawner.py, tags 7.0.0 and 7.1.0,
 * and of format_string in jupyterhub/spawner.py, tag 5.5.0. Not expanded, for example: image, cmd, args,
 * node_selector, tolerations, affinities, lifecycle_hooks, extra_container_config, common_labels, profile_list.
 */
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
/** Where the chart puts its values: files/hub/jupyterhub_config.py of zero-to-jupyterhub-k8s, tag 4.4.0 (5c5f5df). */
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
    // Traits can be set on the class that they are inherited from as well.
    ['hub.config.Spawner.*', ''],
];
const PATTERNS = VALUES.map(([path, trait]) => ({ steps: path.split('.'), trait }));
const SECRET_KEY = /passw|secret|token|credential|private|api[-_]?key|cookie|^keys?$/i;
/**
 * What is wrong with a text of hub.values whose braces are fields to KubeSpawner; undefined where it is sound, or where
 * braces mean nothing.
 * @param path of the text, below hub.values
 */
function formatFault(path, text) {
    const trait = expandedTrait(path);
    const fields = trait === undefined ? undefined : TRAITS.get(trait);
    if (fields === undefined)
        return undefined;
    // An address is parted at its dots, and parts without an opening brace stay as they are.
    const parts = trait === 'pod_connect_ip' ? text.split('.').filter((part) => part.includes('{')) : [text];
    for (const part of parts) {
        const problem = faultIn(part, fields, path.some((step) => SECRET_KEY.test(String(step))));
        if (problem === undefined)
            continue;
        const names = [...fields.keys()].slice(0, 6).join(', ');
        const hint = `For a brace itself write {{ or }}. Fields that are filled in: ${names}${fields.size > 6 ? ', …' : ''}.`;
        return { message: `${problem} No server could start.`, hint };
    }
    return undefined;
}
/** The trait of the spawner that a value becomes part of, if its texts are format strings. */
function expandedTrait(path) {
    const pattern = PATTERNS.find(({ steps }) => steps.every((step, index) => (step === '*' ? index in path : step === String(path[index]))));
    if (pattern === undefined)
        return undefined;
    const trait = pattern.trait || String(path[3]);
    // Names of before KubeSpawner 0.9 still work, such as singleuser_extra_labels and user_storage_extra_labels.
    return TRAITS.has(trait) ? trait : trait.replace(/^(singleuser|user)_/, '');
}
/** The first fault of a format string, as Python's parser (Objects/stringlib/unicode_format.h) takes it apart. */
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
            return 'A "}" closes nothing.';
        const end = fieldEnd(text, at + 1);
        const shown = isSecret ? 'What stands in braces' : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text.slice(at, Math.min(end + 1, at + 100)));
        if (end === text.length)
            return `${shown} is not closed.`;
        const fault = fieldFault(text.slice(at + 1, end), fields);
        if (fault !== undefined)
            return `${shown} ${fault}`;
        // Python takes a field inside a format, whose outcome then hangs on a person's name.
        if (text[end] === '{')
            return `${shown} opens a field inside a field.`;
        at = end;
    }
    return undefined;
}
/** Offset of the first brace after the start of a field, or the end of the text. */
function fieldEnd(text, from) {
    let end = from;
    while (end < text.length && text[end] !== '{' && text[end] !== '}')
        end += 1;
    return end;
}
/** What is wrong with the inside of a field, such as `username!r:>10`. */
function fieldFault(field, fields) {
    const full = /^[^!:]*/.exec(field)?.[0] ?? '';
    const name = /^[^.[]*/.exec(full)?.[0] ?? '';
    const kind = fields.get(name);
    if (name === '' || /^\d+$/.test(name))
        return 'names no field.';
    if (kind === undefined)
        return `is no field that is filled in here.${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, [...fields.keys()])}`;
    if (name !== full)
        return 'reaches into a field; only plain names are allowed.';
    const rest = field.slice(full.length);
    const converted = /^![rsa](?=:|$)/.test(rest);
    if (rest.startsWith('!') && !converted)
        return 'has a conversion that Python does not know; there are !r, !s and !a.';
    const format = rest.slice(converted ? 2 : 0);
    if (format === '' || format === ':')
        return undefined;
    const isSound = kind === 'text' || converted
        ? /^:(.?[<>^])?0?\d{0,3}(\.\d{1,3})?s?$/su.test(format)
        : /^:(.?[<>=^])?[-+ ]?#?0?\d{0,3}_?[dxXob]?$/su.test(format);
    return isSound ? undefined : `has a format that a ${kind} cannot take.`;
}


/***/ }),

/***/ 6225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nG: () => (/* binding */ extendsOf),
  Z9: () => (/* binding */ loadConfig),
  tj: () => (/* binding */ platformOf)
});

// EXTERNAL MODULE: ./lib/src/config/acknowledge.js
var acknowledge = __webpack_require__(19296);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__(97160);
;// CONCATENATED MODULE: ./lib/src/config/build.js


const CPU = { guarantee: '1', limit: '2' };
const MEMORY = { guarantee: '4Gi', limit: '4Gi' };
/**
 * Fills in the defaults of a file that passed all checks, makes its paths absolute and freezes the result.
 * @param baseDir absolute folder that the paths of the places are relative to
 */
function buildConfig(file, locate, baseDir) {
    const home = file.storage?.home;
    const chart = file.hub?.chart;
    const path = chart?.path;
    const config = {
        name: file.name,
        project: file.project,
        location: file.location,
        state: { bucket: file.state.bucket },
        platform: { deletionProtection: file.platform?.deletionProtection ?? true },
        access: { domain: file.access?.domain },
        storage: {
            home: { type: 'disk', diskType: home?.diskType ?? 'pd-balanced', size: String(home?.size ?? '10Gi') },
        },
        profiles: profiles(file.profiles ?? [{ name: 'cpu', displayName: 'CPU' }]),
        hub: {
            chart: {
                version: chart?.version ?? versions/* DEFAULT_CHART_VERSION */.qD,
                repository: chart?.repository,
                // Relative to the file that says it, which may be one that this one extends.
                path: path === undefined ? path : (0,external_node_path_.resolve)(baseDir, (0,external_node_path_.dirname)(locate(['hub', 'chart', 'path']).file), path),
                sha256: chart?.sha256,
            },
            values: (file.hub?.values ?? {}),
        },
        secrets: Object.fromEntries(Object.entries(file.secrets ?? {}).flatMap(([name, { env }]) => (env === undefined ? [] : [[name, { env }]]))),
    };
    return freeze(config);
}
function profiles(entries) {
    const chosen = Math.max(0, entries.findIndex((entry) => entry.default === true));
    return entries.map((entry, index) => ({
        name: entry.name,
        displayName: entry.displayName ?? entry.name,
        description: entry.description,
        default: index === chosen,
        image: entry.image,
        cpu: range(entry.cpu, CPU),
        memory: range(entry.memory, MEMORY),
    }));
}
function range(value, preset) {
    if (value === undefined)
        return preset;
    const { guarantee, limit } = typeof value === 'object' ? value : { guarantee: value, limit: value };
    return { guarantee: String(guarantee), limit: String(limit) };
}
/** Freezes a value and all in it. Aliases of YAML share values, so a frozen one is not entered again. */
function freeze(value) {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const child of Object.values(value))
            freeze(child);
    }
    return value;
}

// EXTERNAL MODULE: ./lib/src/config/diagnostics.js
var config_diagnostics = __webpack_require__(88228);
// EXTERNAL MODULE: ./lib/src/config/locate.js
var config_locate = __webpack_require__(94652);
;// CONCATENATED MODULE: ./lib/src/config/merge.js
/**
 * One file laid over another, as `extends` says: mappings are joined key by key, everything else of the upper file
 * replaces what is below it, lists too. Every value keeps the place where it is written.
 */
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
/** The tree without one key of its root. */
function withoutKey(tree, key) {
    if (!tree.entries?.has(key))
        return tree;
    const entries = new Map([...tree.entries].filter(([name]) => name !== key));
    const value = Object.fromEntries([...entries].map(([name, entry]) => [name, entry.tree.value]));
    return { ...tree, entries, value };
}

// EXTERNAL MODULE: ./lib/src/config/not-yet.js
var not_yet = __webpack_require__(45918);
// EXTERNAL MODULE: ./lib/src/config/places.js
var places = __webpack_require__(65166);
// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__(96487);
// EXTERNAL MODULE: ./lib/src/config/words.js
var config_words = __webpack_require__(33437);
;// CONCATENATED MODULE: ./lib/src/config/rules/pools.js


/** The cluster's mode, as the owner of the platform says. */
function clusterMode({ has, text }) {
    if (has(['platform', 'cluster', 'existing']))
        return 'existing';
    return text(['platform', 'cluster', 'mode']) === 'standard' ? 'standard' : 'autopilot';
}
/** The node pools of a platform, in their order. */
function pools(context) {
    return context.keys(['platform', 'nodePools']).map((name) => pool(context, name));
}
function pool({ tree, text, number, has }, name) {
    const path = ['platform', 'nodePools', name];
    const type = text([...path, 'gpu', 'type']);
    const zones = (0,config_locate.at)(tree, [...path, 'zones'])?.items?.map(({ value }) => value);
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
        existing: (0,config_locate.at)(tree, [...path, 'existing'])?.value === true,
    };
}
/** Cores or bytes that something asks for: one value, or the guarantee and limit of two. */
function amounts({ tree }, path) {
    const here = (0,config_locate.at)(tree, path);
    if (here?.entries === undefined)
        return { guarantee: (0,quantity/* quantity */.a)(here?.value), limit: (0,quantity/* quantity */.a)(here?.value) };
    return {
        guarantee: (0,quantity/* quantity */.a)((0,config_locate.at)(here, ['guarantee'])?.value),
        limit: (0,quantity/* quantity */.a)((0,config_locate.at)(here, ['limit'])?.value),
    };
}

;// CONCATENATED MODULE: ./lib/src/config/rules/access.js




/** Rules of access, limits and Ray that need no users file. */
function accessRules(context) {
    domainRules(context);
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
        report(locate(['access', 'dns'], 'key'), 'needs-key', 'access.dns makes the record of access.domain, which is missing.', {
            hint: 'Add, for example: domain: hub.acme.dev',
        });
    }
}
function entryRules({ has, keys, locate, report }) {
    const path = ['access', 'entry'];
    if (has([...path, 'group']) && has([...path, 'domain'])) {
        report(locate([...path, 'domain'], 'key'), 'exclusive-keys', '"domain" excludes "group".', {
            hint: 'Keep one of the two.',
        });
    }
    if (has([...path, 'manage']) && !has([...path, 'group'])) {
        report(locate([...path, 'manage'], 'key'), 'needs-key', '"manage" is about a Google group, and none is named.', {
            hint: 'Add, for example: group: hub-users@acme.dev',
        });
    }
    for (const name of keys(['secrets'])) {
        if (!has(['secrets', name, 'env']) || !has(['secrets', name, 'secretManager']))
            continue;
        report(locate(['secrets', name, 'secretManager'], 'key'), 'exclusive-keys', '"secretManager" excludes "env".', {
            hint: 'A secret comes from one place.',
        });
    }
}
function limitRules(context) {
    const { tree, locate, report, count } = context;
    const most = (0,quantity/* quantity */.a)((0,config_locate.at)(tree, ['limits', 'memoryPerUser'])?.value);
    if (most === undefined)
        return;
    for (let index = 0; index < count(['profiles']); index += 1) {
        const path = ['profiles', index, 'memory'];
        const { limit } = amounts(context, path);
        if (limit === undefined || limit <= most)
            continue;
        report(locate(path), 'profile-over-limit', `A server needs more memory than limits.memoryPerUser (${(0,config_words/* quoted */.TL)((0,config_locate.at)(tree, ['limits', 'memoryPerUser'])?.value)}) lets one person have.`, {
            hint: 'Raise the limit, or lower the memory of the profile.',
        });
    }
}
function rayRules({ tree, has, text, number, count, keys, locate, report }) {
    if ((0,config_locate.at)(tree, ['ray', 'enabled'])?.value !== true) {
        const [first] = keys(['ray']).filter((key) => key !== 'enabled');
        if (first === undefined)
            return;
        report(locate(['ray', first], 'key'), 'no-effect', 'Ray is not enabled, so that the rest of "ray" means nothing.', {
            hint: 'Add enabled: true, or remove the rest.',
        });
        return;
    }
    if (!has(['ray', 'version'])) {
        report(locate(['ray'], 'key'), 'needs-key', 'Ray is enabled, and "version" is missing.', {
            hint: 'Add the version that the images of the profiles have, for example: version: 2.52.0',
        });
    }
    const names = new Map();
    for (let index = 0; index < count(['ray', 'workers']); index += 1) {
        const path = ['ray', 'workers', index];
        const [least, most] = [number([...path, 'min']) ?? 0, number([...path, 'max'])];
        if (most !== undefined && least > most) {
            report(locate([...path, 'min']), 'pool-size', `The group has ${least} workers at least and ${most} at most.`, {
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
        report(locate([...path, 'name']), 'duplicate-profile', `A group ${(0,config_words/* quoted */.TL)(name)} is already in line ${line}.`, {
            hint: 'Give it another name.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/context.js


/** Chart releases that this product was tested with; the table of the chart's names is of these. */
const TESTED_CHARTS = [versions/* DEFAULT_CHART_VERSION */.qD];
/** Context of one file, with that of the platform's owner beside it. */
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
    return { ...own, owner: ruleContext({ tree: platform, platform, locate: (0,config_locate/* locator */.f)(platform), report }) };
}
function reader(tree) {
    const value = (path) => (0,config_locate.at)(tree, path)?.value;
    return {
        text: (path) => {
            const found = value(path);
            return typeof found === 'string' ? found : undefined;
        },
        number: (path) => {
            const found = value(path);
            return typeof found === 'number' ? found : undefined;
        },
        has: (path) => (0,config_locate.at)(tree, path) !== undefined,
        count: (path) => (0,config_locate.at)(tree, path)?.items?.length ?? 0,
        keys: (path) => [...((0,config_locate.at)(tree, path)?.entries?.keys() ?? [])],
    };
}

;// CONCATENATED MODULE: ./lib/src/config/rules/chart.js

/** Rules of hub.chart: which release, and from where. */
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
    if (path === undefined || !has(['hub', 'chart', 'repository']))
        return;
    report(locate(['hub', 'chart', 'repository'], 'key'), 'no-effect', 'hub.chart.path wins over the repository.', {
        hint: 'Remove one of the two.',
    });
}

;// CONCATENATED MODULE: ./lib/src/config/machines.json
const machines_namespaceObject = /*#__PURE__*/JSON.parse('{"TJ":{"e2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"CPUS"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":32,"ext":false},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32]},"highmem":{"gib":8,"cpus":[2,4,8,16]},"highcpu":{"gib":1,"cpus":[2,4,8,16,32]}},"sizes":{"micro":{"cpus":2,"gib":1,"shared":true},"small":{"cpus":2,"gib":2,"shared":true},"medium":{"cpus":2,"gib":4,"shared":true}},"source":["autoscaler","prices","pd-labels","cpu-quota"],"verified_on":"2026-11-27"},"n1":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"CPUS"},"custom":{"cpus":96,"ext":true},"gpus":{"nvidia-tesla-t4":[1,2,4],"nvidia-tesla-p4":[1,2,4],"nvidia-tesla-p100":[1,2,4],"nvidia-tesla-v100":[1,2,4,8]},"shapes":{"standard":{"gib":3.75,"cpus":[1,2,4,8,16,32,64,96]},"highmem":{"gib":6.5,"cpus":[2,4,8,16,32,64,96]},"highcpu":{"gib":0.9,"cpus":[2,4,8,16,32,64,96]}},"source":["autoscaler","prices","pd-labels","cpu-quota","autopilot","memory"],"verified_on":"2026-11-27"},"n2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"N2_CPUS"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":128,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,48,64,80,96,128]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,48,64,80,96]},"highcpu":{"gib":1,"cpus":[2,4,8,16,32,48,64,80,96]}},"sizes":{"highmem-128":{"cpus":128,"gib":864}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"n2d":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"N2D_CPUS"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":96,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,48,64,80,96,128,224]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,48,64,80,96]},"highcpu":{"gib":1,"cpus":[2,4,8,16,32,48,64,80,96,128,224]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"n4":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"N4"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":80,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,48,64,80]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,48,64,80]},"highcpu":{"gib":2,"cpus":[2,4,8,16,32,48,64,80]}},"source":["autoscaler","prices","no-pd","vm-family"],"verified_on":"2026-11-27"},"n4a":{"arch":"arm64","disks":["hyperdisk-balanced"],"quota":{"family":"N4A"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":64,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[1,2,4,8,16,32,48,64]},"highmem":{"gib":8,"cpus":[1,2,4,8,16,32,48,64]},"highcpu":{"gib":2,"cpus":[1,2,4,8,16,32,48,64]}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"n4d":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"N4D"},"capacity":["on-demand","spot","reservation"],"custom":{"cpus":96,"ext":true},"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,48,64,80,96]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,48,64,80,96]},"highcpu":{"gib":2,"cpus":[2,4,8,16,32,48,64,80,96]}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"c2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"C2_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[4,8,16,30,60]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"c2d":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"C2D_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[2,4,8,16,32,56,112]},"highmem":{"gib":8,"cpus":[2,4,8,16,32,56,112]},"highcpu":{"gib":2,"cpus":[2,4,8,16,32,56,112]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"c3":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd"],"quota":{"metric":"C3_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[4,8,22,44,88,176]},"highmem":{"gib":8,"cpus":[4,8,22,44,88,176]},"highcpu":{"gib":2,"cpus":[4,8,22,44,88,176]}},"lssd":{"standard":{"4":1,"8":2,"22":4,"44":8,"88":16,"176":32}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"c3d":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd"],"quota":{"family":"C3D"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[4,8,16,30,60,90,180,360]},"highmem":{"gib":8,"cpus":[4,8,16,30,60,90,180,360]},"highcpu":{"gib":2,"cpus":[4,8,16]}},"lssd":{"standard":{"8":1,"16":1,"30":2,"60":4,"90":8,"180":16,"360":32},"highmem":{"8":1,"16":1,"30":2,"60":4,"90":8,"180":16,"360":32}},"sizes":{"highcpu-30":{"cpus":30,"gib":59},"highcpu-60":{"cpus":60,"gib":118},"highcpu-90":{"cpus":90,"gib":177},"highcpu-180":{"cpus":180,"gib":354},"highcpu-360":{"cpus":360,"gib":708}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"c4":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"C4"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":3.75,"cpus":[4,8,16,24,32,48,96,144,192,288]},"highmem":{"gib":7.75,"cpus":[4,8,16,24,32,48,96,144,192,288]},"highcpu":{"gib":2,"cpus":[2,4,8,16,24,32,48,96,144,192,288]}},"lssd":{"standard":{"4":1,"8":1,"16":2,"24":4,"32":5,"48":8,"96":16,"144":24,"192":32,"288":48},"highmem":{"4":1,"8":1,"16":2,"24":4,"32":5,"48":8,"96":16,"144":24,"192":32,"288":48}},"sizes":{"standard-2":{"cpus":2,"gib":7},"highmem-2":{"cpus":2,"gib":15}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"c4a":{"arch":"arm64","disks":["hyperdisk-balanced"],"quota":{"family":"C4A"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[1,2,4,8,16,32,48,64,72]},"highmem":{"gib":8,"cpus":[1,2,4,8,16,32,48,64,72]},"highcpu":{"gib":2,"cpus":[1,2,4,8,16,32,48,64,72]}},"lssd":{"standard":{"4":1,"8":2,"16":4,"32":6,"48":10,"64":14,"72":16},"highmem":{"4":1,"8":2,"16":4,"32":6,"48":10,"64":14,"72":16}},"source":["autoscaler","prices","no-pd","vm-family"],"verified_on":"2026-11-27"},"c4d":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"C4D"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":3.875,"cpus":[8,16,32,48,64,96,192,384]},"highmem":{"gib":7.875,"cpus":[8,16,32,48,64,96,192,384]},"highcpu":{"gib":1.875,"cpus":[8,16,32,48,64,96,192,384]}},"lssd":{"standard":{"8":1,"16":1,"32":2,"48":4,"64":6,"96":8,"192":16,"384":32},"highmem":{"8":1,"16":1,"32":2,"48":4,"64":6,"96":8,"192":16,"384":32}},"sizes":{"standard-2":{"cpus":2,"gib":7},"standard-4":{"cpus":4,"gib":15},"highmem-2":{"cpus":2,"gib":15},"highmem-4":{"cpus":4,"gib":31},"highcpu-2":{"cpus":2,"gib":3},"highcpu-4":{"cpus":4,"gib":7}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"c4n":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"C4N"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":3.75,"cpus":[4,8,16,24,48,96,192]},"highmem":{"gib":7.75,"cpus":[4,8,16,24,48,96,192]},"highcpu":{"gib":2,"cpus":[2,4,8,16,24,48,96,192]}},"sizes":{"standard-2":{"cpus":2,"gib":7},"highmem-2":{"cpus":2,"gib":15}},"source":["autoscaler","prices","vm-family"],"verified_on":"2026-11-27"},"t2d":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"T2D_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[1,2,4,8,16,32,48,60]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"t2a":{"arch":"arm64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"T2A_CPUS"},"capacity":["on-demand","spot","reservation"],"shapes":{"standard":{"gib":4,"cpus":[1,2,4,8,16,32,48]}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"m1":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"M1_CPUS"},"capacity":["on-demand","spot","reservation"],"sizes":{"ultramem-40":{"cpus":40,"gib":961},"ultramem-80":{"cpus":80,"gib":1922},"ultramem-160":{"cpus":160,"gib":3844},"megamem-96":{"cpus":96,"gib":1433.6}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"m2":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"M2_CPUS"},"capacity":["on-demand","reservation"],"sizes":{"ultramem-208":{"cpus":208,"gib":5888},"ultramem-416":{"cpus":416,"gib":11776},"megamem-416":{"cpus":416,"gib":5888},"hypermem-416":{"cpus":416,"gib":8832}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"m3":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"M3_CPUS"},"capacity":["on-demand","spot","reservation"],"sizes":{"ultramem-32":{"cpus":32,"gib":976},"ultramem-64":{"cpus":64,"gib":1952},"ultramem-128":{"cpus":128,"gib":3904},"megamem-64":{"cpus":64,"gib":976},"megamem-128":{"cpus":128,"gib":1952}},"source":["autoscaler","prices","pd-labels","compute-api"],"verified_on":"2026-11-27"},"m4":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"M4"},"capacity":["on-demand","spot","reservation"],"sizes":{"ultramem-56":{"cpus":56,"gib":1488},"ultramem-112":{"cpus":112,"gib":2976},"ultramem-224":{"cpus":224,"gib":5952},"megamem-28":{"cpus":28,"gib":372},"megamem-56":{"cpus":56,"gib":744},"megamem-112":{"cpus":112,"gib":1488},"megamem-224":{"cpus":224,"gib":2976}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"h3":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced"],"quota":{"family":"H3"},"capacity":["on-demand","reservation"],"sizes":{"standard-88":{"cpus":88,"gib":352}},"source":["autoscaler","prices","pd-labels","vm-family"],"verified_on":"2026-11-27"},"h4d":{"arch":"amd64","disks":["hyperdisk-balanced"],"quota":{"family":"H4D"},"sizes":{"standard-192":{"cpus":192,"gib":720},"highmem-192":{"cpus":192,"gib":1488},"highmem-192-lssd":{"cpus":192,"gib":1488,"localSsd":10}},"source":["autoscaler","pd-labels","vm-family","dws"],"verified_on":"2026-11-27"},"a2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"quota":{"metric":"A2_CPUS"},"nolssd":true,"sizes":{"highgpu-1g":{"cpus":12,"gib":85,"gpus":{"nvidia-tesla-a100":[1]}},"highgpu-2g":{"cpus":24,"gib":170,"gpus":{"nvidia-tesla-a100":[2]}},"highgpu-4g":{"cpus":48,"gib":340,"gpus":{"nvidia-tesla-a100":[4]}},"highgpu-8g":{"cpus":96,"gib":680,"gpus":{"nvidia-tesla-a100":[8]}},"megagpu-16g":{"cpus":96,"gib":1360,"gpus":{"nvidia-tesla-a100":[16]}},"ultragpu-1g":{"cpus":12,"gib":170,"gpus":{"nvidia-a100-80gb":[1]},"localSsd":1},"ultragpu-2g":{"cpus":24,"gib":340,"gpus":{"nvidia-a100-80gb":[2]},"localSsd":2},"ultragpu-4g":{"cpus":48,"gib":680,"gpus":{"nvidia-a100-80gb":[4]},"localSsd":4},"ultragpu-8g":{"cpus":96,"gib":1360,"gpus":{"nvidia-a100-80gb":[8]},"localSsd":8}},"source":["autoscaler","prices","toolkit","compute-api"],"verified_on":"2026-11-27"},"a3":{"arch":"amd64","disks":["hyperdisk-balanced","pd-balanced","pd-ssd"],"nolssd":true,"sizes":{"highgpu-1g":{"cpus":26,"gib":234,"gpus":{"nvidia-h100-80gb":[1]},"localSsd":2,"capacity":["spot","flex-start"]},"highgpu-2g":{"cpus":52,"gib":468,"gpus":{"nvidia-h100-80gb":[2]},"localSsd":4,"capacity":["spot","flex-start"]},"highgpu-4g":{"cpus":104,"gib":936,"gpus":{"nvidia-h100-80gb":[4]},"localSsd":8,"capacity":["spot","flex-start"]},"highgpu-8g":{"cpus":208,"gib":1872,"gpus":{"nvidia-h100-80gb":[8]},"localSsd":16},"edgegpu-8g":{"cpus":208,"gib":1872,"gpus":{"nvidia-h100-80gb":[8]},"localSsd":16,"capacity":["on-demand","spot","reservation"]},"megagpu-8g":{"cpus":208,"gib":1872,"gpus":{"nvidia-h100-mega-80gb":[8]},"localSsd":16},"ultragpu-8g":{"cpus":224,"gib":2952,"gpus":{"nvidia-h200-141gb":[8]},"localSsd":32,"disks":["hyperdisk-balanced"],"capacity":["spot","flex-start","reservation"]}},"source":["autoscaler","gpu-machines","toolkit"],"verified_on":"2026-11-27"},"a4":{"arch":"amd64","disks":["hyperdisk-balanced"],"capacity":["spot","flex-start","reservation"],"nolssd":true,"sizes":{"highgpu-8g":{"cpus":224,"gib":3968,"gpus":{"nvidia-b200":[8]},"localSsd":32}},"source":["autoscaler","gpu-machines","toolkit","pd-labels"],"verified_on":"2026-11-27"},"a4x":{"arch":"arm64","disks":["hyperdisk-balanced"],"capacity":["reservation"],"nolssd":true,"sizes":{"highgpu-4g":{"cpus":140,"gib":884,"gpus":{"nvidia-gb200":[4]},"localSsd":4}},"source":["autoscaler","gpu-machines","pd-labels"],"verified_on":"2026-11-27"},"g2":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"bootDisks":["pd-balanced","pd-ssd"],"sizes":{"standard-4":{"cpus":4,"gib":16,"gpus":{"nvidia-l4":[1]}},"standard-8":{"cpus":8,"gib":32,"gpus":{"nvidia-l4":[1]}},"standard-12":{"cpus":12,"gib":48,"gpus":{"nvidia-l4":[1]}},"standard-16":{"cpus":16,"gib":64,"gpus":{"nvidia-l4":[1]}},"standard-24":{"cpus":24,"gib":96,"gpus":{"nvidia-l4":[2]}},"standard-32":{"cpus":32,"gib":128,"gpus":{"nvidia-l4":[1]}},"standard-48":{"cpus":48,"gib":192,"gpus":{"nvidia-l4":[4]}},"standard-96":{"cpus":96,"gib":384,"gpus":{"nvidia-l4":[8]}}},"source":["autoscaler","prices","pd-labels","toolkit"],"verified_on":"2026-11-27"},"g4":{"arch":"amd64","disks":["hyperdisk-balanced"],"sizes":{"standard-48":{"cpus":48,"gib":180,"gpus":{"nvidia-rtx-pro-6000":[1]}},"standard-96":{"cpus":96,"gib":360,"gpus":{"nvidia-rtx-pro-6000":[2]}},"standard-192":{"cpus":192,"gib":720,"gpus":{"nvidia-rtx-pro-6000":[4]}},"standard-384":{"cpus":384,"gib":1440,"gpus":{"nvidia-rtx-pro-6000":[8]}}},"source":["autoscaler","prices","pd-labels","toolkit"],"verified_on":"2026-11-27"},"ct4p":{"arch":"amd64","disks":["pd-balanced","pd-ssd","pd-standard"],"bootDisks":["hyperdisk-balanced","pd-balanced","pd-ssd","pd-standard"],"capacity":["on-demand","spot","reservation"],"accelerator":"tpu-v4-podslice","sizes":{"hightpu-4t":{"cpus":240,"gib":407,"tpu":{"chips":4,"topology":"2x2x1"}}},"source":["autoscaler","tpu-topology","toolkit"],"verified_on":"2026-11-27"},"ct5lp":{"arch":"amd64","disks":["pd-balanced","pd-ssd"],"accelerator":"tpu-v5-lite-podslice","sizes":{"hightpu-1t":{"cpus":24,"gib":48,"tpu":{"chips":1,"topology":"1x1"}},"hightpu-4t":{"cpus":112,"gib":192,"tpu":{"chips":4,"topology":"2x2"}},"hightpu-8t":{"cpus":224,"gib":384,"tpu":{"chips":8,"topology":"2x4"}}},"source":["autoscaler","tpu-topology","toolkit"],"verified_on":"2026-11-27"},"ct5p":{"arch":"amd64","disks":["pd-balanced","pd-ssd"],"accelerator":"tpu-v5p-slice","sizes":{"hightpu-4t":{"cpus":208,"gib":448,"tpu":{"chips":4,"topology":"2x2x1"}}},"source":["autoscaler","tpu-topology","toolkit"],"verified_on":"2026-11-27"},"ct6e":{"arch":"amd64","disks":["hyperdisk-balanced"],"accelerator":"tpu-v6e-slice","sizes":{"standard-1t":{"cpus":44,"gib":176,"tpu":{"chips":1,"topology":"1x1"}},"standard-4t":{"cpus":180,"gib":720,"tpu":{"chips":4,"topology":"2x2"}},"standard-8t":{"cpus":180,"gib":1440,"tpu":{"chips":8,"topology":"2x4"}}},"source":["autoscaler","tpu-topology","toolkit","pd-labels"],"verified_on":"2026-11-27"},"tpu7x":{"arch":"amd64","disks":["hyperdisk-balanced"],"accelerator":"tpu7x","sizes":{"standard-1t":{"cpus":56,"gib":240,"tpu":{"chips":1,"topology":"1x1x1"}},"standard-4t":{"cpus":224,"gib":960,"tpu":{"chips":4,"topology":"2x2x1"}}},"source":["autoscaler","tpu-topology","tpu7x-memory","pd-labels"],"verified_on":"2026-11-27"}},"a5":{"nvidia-tesla-t4":{"gib":16,"quota":{"metric":"NVIDIA_T4_GPUS","spot":"PREEMPTIBLE_NVIDIA_T4_GPUS"},"autopilot":[1,2,4],"source":["autopilot","compute-api","memory"],"verified_on":"2026-11-27"},"nvidia-tesla-p4":{"gib":8,"quota":{"metric":"NVIDIA_P4_GPUS","spot":"PREEMPTIBLE_NVIDIA_P4_GPUS"},"source":["memory","compute-api"],"verified_on":null},"nvidia-tesla-p100":{"gib":16,"quota":{"metric":"NVIDIA_P100_GPUS","spot":"PREEMPTIBLE_NVIDIA_P100_GPUS"},"source":["memory","compute-api"],"verified_on":null},"nvidia-tesla-v100":{"gib":16,"quota":{"metric":"NVIDIA_V100_GPUS","spot":"PREEMPTIBLE_NVIDIA_V100_GPUS"},"source":["memory","compute-api"],"verified_on":null},"nvidia-l4":{"gib":24,"quota":{"metric":"NVIDIA_L4_GPUS","spot":"PREEMPTIBLE_NVIDIA_L4_GPUS"},"autopilot":[1,2,4,8],"source":["autopilot","compute-api","toolkit","memory"],"verified_on":"2026-11-27"},"nvidia-tesla-a100":{"gib":40,"quota":{"metric":"NVIDIA_A100_GPUS","spot":"PREEMPTIBLE_NVIDIA_A100_GPUS"},"autopilot":[1,2,4,8,16],"source":["autopilot","compute-api","toolkit"],"verified_on":"2026-11-27"},"nvidia-a100-80gb":{"gib":80,"quota":{"metric":"NVIDIA_A100_80GB_GPUS","spot":"PREEMPTIBLE_NVIDIA_A100_80GB_GPUS"},"autopilot":[1,2,4,8],"source":["autopilot","compute-api"],"verified_on":"2026-11-27"},"nvidia-h100-80gb":{"gib":80,"quota":{"family":"NVIDIA_H100","spot":"PREEMPTIBLE_NVIDIA_H100_GPUS"},"autopilot":[1,2,4,8],"source":["autopilot","gpu-machines","compute-api","gpu-family"],"verified_on":"2026-11-27"},"nvidia-h100-mega-80gb":{"gib":80,"quota":{"family":"NVIDIA_H100_MEGA","spot":"PREEMPTIBLE_NVIDIA_H100_MEGA_GPUS"},"autopilot":[8],"source":["autopilot","gpu-machines","gpu-family"],"verified_on":"2026-11-27"},"nvidia-h200-141gb":{"gib":141,"quota":{"family":"NVIDIA_H200","spot":"PREEMPTIBLE_NVIDIA_H200_GPUS"},"autopilot":[8],"source":["autopilot","gpu-machines","gpu-family"],"verified_on":"2026-11-27"},"nvidia-b200":{"gib":180,"quota":{"family":"NVIDIA_B200","spot":"PREEMPTIBLE_NVIDIA_B200_GPUS"},"autopilot":[8],"source":["autopilot","gpu-machines","gpu-family"],"verified_on":"2026-11-27"},"nvidia-gb200":{"gib":186,"source":["gpu-machines","toolkit"],"verified_on":"2026-11-27"},"nvidia-rtx-pro-6000":{"gib":96,"quota":{"family":"NVIDIA_RTX_PRO_6000","spot":"PREEMPTIBLE_NVIDIA_RTX_PRO_6000_GPUS"},"autopilot":[1,2,4,8],"source":["autopilot","gpu-family","toolkit","memory"],"verified_on":"2026-11-27"}},"JI":{"tpu-v4-podslice":{"version":"v4","quota":{"metric":"TPU_PODSLICE_V4","spot":"PREEMPTIBLE_TPU_PODSLICE_V4"},"source":["tpu-topology","compute-api"],"verified_on":"2026-11-27"},"tpu-v5-lite-podslice":{"version":"v5e","quota":{"metric":"TPU_LITE_PODSLICE_V5","spot":"PREEMPTIBLE_TPU_LITE_PODSLICE_V5"},"source":["tpu-topology","compute-api"],"verified_on":"2026-11-27"},"tpu-v5p-slice":{"version":"v5p","quota":{"metric":"TPU_V5P","spot":"PREEMPTIBLE_TPU_V5P"},"source":["tpu-topology","tpu-quota"],"verified_on":"2026-11-27"},"tpu-v6e-slice":{"version":"v6e","quota":{"family":"CT6E","spot":"PREEMPTIBLE_TPU_V6E"},"source":["tpu-topology","tpu-quota"],"verified_on":"2026-11-27"},"tpu7x":{"version":"7x","quota":{"family":"tpu7x"},"source":["tpu-topology","tpu-quota"],"verified_on":"2026-11-27"}}}');
;// CONCATENATED MODULE: ./lib/src/config/machines.js

const ALL = ['on-demand', 'spot', 'flex-start', 'reservation'];
// Maps, so that a name out of a configuration file never meets Object.prototype.
const FAMILIES = new Map(Object.entries(machines_namespaceObject.TJ));
const GPUS = new Map(Object.entries(machines_namespaceObject.a5));
const TPUS = new Map(Object.entries(machines_namespaceObject.JI));
let known;
/** The machine type of this name, predefined or custom; undefined when we do not know it, which is no error. */
function machine(type) {
    return table().get(type) ?? customMachine(type);
}
/** The GPU of this type. */
function gpuFact(type) {
    const fact = GPUS.get(type);
    if (fact === undefined)
        return undefined;
    const { gib, quota, autopilot = [] } = fact;
    return { memoryGiB: gib, autopilot, ...(quota && { quota }) };
}
/** The TPU of this type. */
function tpuFact(type) {
    const fact = TPUS.get(type);
    if (fact === undefined)
        return undefined;
    const hosts = [...table().values()].filter(({ tpu }) => tpu?.accelerator === type);
    return { version: fact.version, quota: fact.quota, machines: hosts.map((host) => host.type) };
}
/** All predefined machine types. */
const machineTypes = () => [...table().keys()];
/** All GPU types. */
const gpuTypes = () => [...GPUS.keys()];
/** All TPU types. */
const tpuTypes = () => [...TPUS.keys()];
/** Disks for a sentence, such as "only Hyperdisk", "only Persistent Disk" or `pd-balanced, pd-ssd`. */
function describeDisks(types) {
    if (types.every((type) => type.startsWith('hyperdisk-')))
        return 'only Hyperdisk';
    if (types.length > 2 && types.every((type) => type.startsWith('pd-')))
        return 'only Persistent Disk';
    return types.join(', ');
}
/** Built when first asked for: most commands never ask. */
function table() {
    if (known === undefined) {
        known = new Map();
        for (const [name, family] of FAMILIES)
            addFamily(known, name, family);
    }
    return known;
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
/** Such as "n2-custom-4-8192", "n2-custom-4-65536-ext" (memory in MiB); "custom-4-8192" is of N1. */
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

// EXTERNAL MODULE: ./lib/src/config/suggest.js
var suggest = __webpack_require__(69910);
;// CONCATENATED MODULE: ./lib/src/config/rules/machines.js




/** Rules of node pools: what a machine type comes with, and how it is obtained. Only for the file that owns them. */
function poolRules(context) {
    const { locate, report, has } = context;
    const mode = clusterMode(context);
    if (has(['platform', 'nodePools']) && mode === 'autopilot') {
        report(locate(['platform', 'nodePools'], 'key'), 'autopilot-pools', 'Autopilot clusters have no node pools of yours.', {
            hint: 'Remove nodePools, or write platform: {cluster: {mode: standard}}.',
        });
    }
    for (const pool of pools(context)) {
        if (pool.existing)
            existingPool(context, pool, mode === 'existing');
        else
            madePool(context, pool);
    }
}
function existingPool({ has, keys, locate, report }, { path, name }, onExisting) {
    if (!onExisting) {
        report(locate([...path, 'existing']), 'existing-pool', 'Only an existing cluster has pools that exist.', {
            hint: 'Give platform.cluster.existing, or remove existing.',
        });
    }
    if (!has([...path, 'selector'])) {
        report(locate(path, 'key'), 'existing-pool', `The existing pool ${(0,config_words/* quoted */.TL)(name)} has no selector.`, {
            hint: 'Give the labels of its nodes, such as selector: {cloud.google.com/gke-nodepool: gpu}',
        });
    }
    for (const key of keys(path).filter((one) => !['existing', 'selector', 'tolerations', 'gpu', 'tpu', 'zones'].includes(one))) {
        report(locate([...path, key], 'key'), 'existing-pool', `An existing pool keeps its own ${key}.`, {
            hint: 'Remove the key, or remove existing to have a pool made.',
        });
    }
}
function madePool(context, pool) {
    const { has, locate, report } = context;
    const { path, name, min, max, machineType } = pool;
    for (const key of ['selector', 'tolerations']) {
        if (!has([...path, key]))
            continue;
        report(locate([...path, key], 'key'), 'existing-pool', `"${key}" is for pools that exist; ours have their own.`, {
            hint: `Remove ${key}, or write existing: true.`,
        });
    }
    for (const key of ['machineType', 'max']) {
        if (has([...path, key]))
            continue;
        report(locate(path, 'key'), 'missing-key', `${(0,config_words/* quoted */.TL)(key)} is missing in the pool ${(0,config_words/* quoted */.TL)(name)}.`, {
            hint: key === 'max' ? 'Add, for example: max: 5' : 'Add, for example: machineType: n2-standard-8',
        });
    }
    if (max !== undefined && min > max) {
        report(locate([...path, 'min']), 'pool-size', `The pool has ${min} nodes at least and ${max} at most.`, {
            hint: 'Lower min or raise max.',
        });
    }
    if (machineType !== undefined)
        machineRules(context, pool, machineType);
}
function machineRules(context, pool, type) {
    const { locate, report } = context;
    const facts = machine(type);
    if (facts === undefined) {
        report(locate([...pool.path, 'machineType']), 'unknown-machine', `${(0,config_words/* quoted */.TL)(type)} is not in the table of machine types.${(0,suggest/* didYouMean */.a)(type, machineTypes())}`, {
            hint: 'Check the spelling; a newer type works, and rules about it are left out.',
        });
        return;
    }
    gpuRules(context, pool, type);
    tpuRules(context, pool, type);
    diskRules(context, pool, type);
    capacityRules(context, pool, type);
}
function gpuRules({ has, locate, report }, { path, gpu }, type) {
    const offered = machine(type)?.gpus ?? [];
    const fixed = offered.find(({ optional }) => !optional);
    if (gpu === undefined) {
        if (fixed === undefined || has([...path, 'gpu']))
            return;
        report(locate([...path, 'machineType']), 'machine-accelerator', `${type} comes with ${fixed.counts.join(' or ')} × ${fixed.type}.`, {
            hint: `Add gpu: {type: ${fixed.type}}`,
        });
        return;
    }
    const where = locate([...path, 'gpu', 'type']);
    const fits = offered.find((one) => one.type === gpu.type);
    if (fits === undefined) {
        const message = offered.length === 0
            ? `${type} has no GPUs.`
            : `${type} has ${(0,config_words/* list */.p_)(offered.map((one) => one.type))}, not ${(0,config_words/* quoted */.TL)(gpu.type)}.`;
        const guess = gpuFact(gpu.type) === undefined ? (0,suggest/* didYouMean */.a)(gpu.type, gpuTypes()) : '';
        report(where, 'machine-accelerator', `${message}${guess}`, { hint: hintForGpu(gpu.type) });
    }
    else if (gpu.count !== undefined && !fits.counts.includes(gpu.count)) {
        report(locate([...path, 'gpu', 'count']), 'machine-accelerator', `${type} has ${fits.counts.join(' or ')} × ${gpu.type}, not ${gpu.count}.`, {
            hint: fits.counts.length === 1 ? `Write count: ${fits.counts[0]}, or remove count.` : 'Choose one of these counts.',
        });
    }
}
function hintForGpu(type) {
    const some = machineTypes().filter((name) => machine(name)?.gpus.some((one) => one.type === type));
    if (some.length === 0)
        return 'Choose a machine type that has these GPUs.';
    return `Machine types with ${type}: ${some.slice(0, 4).join(', ')}${some.length > 4 ? ' …' : ''}.`;
}
function tpuRules({ has, locate, report }, { path, topology, gpu }, type) {
    const tpu = machine(type)?.tpu;
    if (tpu === undefined) {
        if (!has([...path, 'tpu']))
            return;
        report(locate([...path, 'tpu'], 'key'), 'machine-accelerator', `${type} has no TPU.`, {
            hint: `Machine types with a TPU: ${machineTypes()
                .filter((name) => machine(name)?.tpu)
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
        report(locate([...path, 'machineType']), 'machine-accelerator', `${type} has a TPU, and the pool does not say so.`, {
            hint: `Add tpu: {topology: ${tpu.topology}}`,
        });
    }
    else if (topology !== tpu.topology) {
        report(locate([...path, 'tpu', 'topology']), 'tpu-host', `One host ${type} has the topology ${tpu.topology}, not ${topology}.`, {
            hint: `Write ${tpu.topology}: a notebook runs on one host, never on a slice of several.`,
        });
    }
}
function diskRules({ locate, report }, { path, diskType }, type) {
    const disks = machine(type)?.disks.boot;
    if (diskType === undefined || disks === undefined || disks.includes(diskType))
        return;
    report(locate([...path, 'disk', 'type']), 'boot-disk', `As boot disk ${type} takes ${describeDisks(disks)}, not ${(0,config_words/* quoted */.TL)(diskType)}.`, {
        hint: `Use ${disks.join(' or ')}.`,
    });
}
function capacityRules(context, pool, type) {
    const { locate, report, has } = context;
    const { path, capacity, min, zones } = pool;
    const where = has([...path, 'capacity']) ? locate([...path, 'capacity']) : locate([...path, 'machineType']);
    const allowed = machine(type)?.capacity;
    if (allowed !== undefined && !allowed.includes(capacity)) {
        report(where, 'capacity-limits', `${type} is not offered as ${(0,config_words/* quoted */.TL)(capacity)}.`, {
            hint: `Write capacity: ${allowed.join(' or ')}.`,
        });
    }
    if (capacity === 'flex-start' && min > 0) {
        report(locate([...path, 'min']), 'capacity-limits', 'Flex-start nodes come when they are asked for, so that the pool starts at 0.', {
            hint: 'Write min: 0.',
        });
    }
    if (machine(type)?.tpu !== undefined && zones !== undefined && zones.length > 1) {
        report(locate([...path, 'zones']), 'capacity-limits', 'A TPU pool has one zone.', { hint: 'Keep one of them.' });
    }
}
/** Finds types of an Autopilot profile that the tables do not have. */
function knownAccelerator(kind, type) {
    const known = (kind === 'gpu' ? gpuFact(type) : tpuFact(type)) !== undefined;
    return { known, guess: known ? '' : (0,suggest/* didYouMean */.a)(type, kind === 'gpu' ? gpuTypes() : tpuTypes()) };
}

;// CONCATENATED MODULE: ./lib/src/config/rules/names.js


/** Rules of names: reserved ones, those of buckets, and lengths once all prefixes are added. */
function nameRules(context) {
    const { text, locate, report } = context;
    for (const path of [['name'], ['platform', 'name']]) {
        const name = text(path);
        // "default" is the network that every new project has.
        if (name === undefined || !(name === 'default' || name.startsWith('goog')))
            continue;
        report(locate(path), 'reserved-name', `${(0,config_words/* quoted */.TL)(name)} belongs to Google Cloud.`, { hint: 'Choose another name.' });
    }
    bucketNames(context);
    lengths(context);
}
// Rules of https://cloud.google.com/storage/docs/buckets#naming beyond the letters, which the schema checks.
function bucketNames({ text, count, locate, report }) {
    const shared = Array.from({ length: count(['storage', 'buckets', 'shared']) }, (_, index) => ['storage', 'buckets', 'shared', index, 'bucket']);
    for (const path of [['state', 'bucket'], ['access', 'audit', 'bucket'], ...shared]) {
        const bucket = text(path);
        if (bucket === undefined)
            continue;
        const fail = (why) => report(locate(path), 'bucket-name', `${(0,config_words/* quoted */.TL)(bucket)} ${why}.`, { hint: 'Choose another bucket name.' });
        if (/^goog|g[o0]{2}g[l1]e/.test(bucket))
            fail('holds the name Google or starts with "goog"');
        else if (/^[0-9]+(\.[0-9]+){3}$/.test(bucket))
            fail('looks like an IP address');
        else if (bucket.split('.').some((part) => part.length > 63))
            fail('has a part of more than 63 characters');
        else if (/\.\.|\.-|-\./.test(bucket))
            fail('has a dot beside a dot or hyphen');
    }
}
/** Buckets of people are called `<project>-<hub>-<12 hexadecimal digits>`; a bucket name has 63 characters at most. */
function lengths({ tree, text, locate, report }) {
    const [project, name] = [text(['project']), text(['name'])];
    const perUser = (0,config_locate.at)(tree, ['storage', 'buckets', 'perUser'])?.value === true;
    if (project === undefined || name === undefined || !perUser)
        return;
    const length = project.length + name.length + 14;
    if (length <= 63)
        return;
    report(locate(['storage', 'buckets', 'perUser']), 'name-length', `Buckets of people would be called ${project}-${name}-…, ${length} characters; a bucket name has 63 at most.`, {
        hint: `Give the hub a name of at most ${63 - 14 - project.length} characters.`,
    });
}

;// CONCATENATED MODULE: ./lib/src/config/rules/network.js


/** Ranges of a network of our own; src/terraform/variables.ts has the same defaults. */
const DEFAULTS = { nodes: '10.0.0.0/20', pods: '10.4.0.0/14', services: '10.8.0.0/20' };
const KINDS = ['nodes', 'pods', 'services'];
/** Rules of platform.network.cidrs: no overlap, and room for what the cluster may become. */
function networkRules(context) {
    const { has, locate, report } = context;
    const path = ['platform', 'network', 'cidrs'];
    if (!has(path))
        return;
    const place = (kind) => (has([...path, kind]) ? locate([...path, kind]) : locate(path, 'key'));
    const ranges = KINDS.flatMap((kind) => {
        const text = has([...path, kind]) ? context.text([...path, kind]) : DEFAULTS[kind];
        const parsed = text === undefined ? undefined : parseRange(text);
        return text === undefined || parsed === undefined ? [] : [{ kind, text, ...parsed }];
    });
    for (const { kind, text, first, size } of ranges) {
        if (first % size === 0)
            continue;
        report(place(kind), 'cidr-overlap', `${text} starts in the middle of its range.`, {
            hint: `Write ${addressOf(first - (first % size))}/${text.split('/')[1]}.`,
        });
    }
    for (const [index, one] of ranges.entries()) {
        const other = ranges.slice(0, index).find((before) => overlap(before, one));
        if (other === undefined)
            continue;
        report(place(one.kind), 'cidr-overlap', `The range of the ${one.kind} (${one.text}) overlaps that of the ${other.kind} (${other.text}).`, {
            hint: 'Choose ranges beside each other.',
        });
    }
    sizes(context, ranges, place);
}
function sizes(context, ranges, place) {
    const { report } = context;
    const of = (kind) => ranges.find((range) => range.kind === kind);
    const wanted = clusterMode(context) === 'standard' ? pools(context).reduce((sum, { max }) => sum + (max ?? 0), 0) + 1 : 1;
    const [nodes, pods, services] = [of('nodes'), of('pods'), of('services')];
    // Google keeps four addresses of each subnet; an upgrade adds a node for a while.
    if (nodes !== undefined && nodes.size - 4 < wanted) {
        report(place('nodes'), 'cidr-size', `${nodes.text} has room for ${Math.max(0, nodes.size - 4)} nodes, and the pools may have ${(0,config_words/* number */.ai)(wanted)}.`, {
            hint: 'Give the nodes a larger range (a smaller number after the slash).',
        });
    }
    if (pods !== undefined && pods.size / 256 < Math.max(wanted, 2)) {
        report(place('pods'), 'cidr-size', `${pods.text} has room for ${Math.floor(pods.size / 256)} nodes, which take 256 addresses each, and the cluster may have ${(0,config_words/* number */.ai)(Math.max(wanted, 2))}.`, {
            hint: 'Give the pods a larger range (a smaller number after the slash).',
        });
    }
    if (services !== undefined && (services.size < 32 || services.size > 65536)) {
        report(place('services'), 'cidr-size', 'The range of the services has a length from /16 to /27.', {
            hint: 'For example: /20.',
        });
    }
    const outside = ranges.filter(({ first }) => !isPrivate(first)).map(({ text }) => text);
    const [first] = outside;
    if (first === undefined)
        return;
    report(place(ranges.find(({ text }) => text === first)?.kind ?? 'nodes'), 'cidr-size', `${(0,config_words/* list */.p_)(outside)} ${outside.length === 1 ? 'is' : 'are'} not private: the cluster could not reach what really has these addresses.`, {
        hint: 'Use ranges of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.',
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
// RFC 1918 and RFC 6598.
function isPrivate(first) {
    return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].some((text) => {
        const range = parseRange(text);
        return range !== undefined && first >= range.first && first < range.first + range.size;
    });
}

;// CONCATENATED MODULE: ./lib/src/config/allocatable.js
const allocatable_CPU = [
    [0, 0.06],
    [1000, 0.01],
    [2000, 0.005],
    [4000, 0.0025],
];
const allocatable_MEMORY = [
    [0, 0.25],
    [4096, 0.2],
    [8192, 0.1],
    [16_384, 0.06],
    [131_072, 0.02],
];
const SHARED_CORE_MILLICORES = 1060;
const SMALL_NODE_MIB = 255;
const EVICTION_MIB = 100;
/**
 * What GKE leaves for Pods of a machine, https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes.
 * At most: the kernel and the DaemonSets of GKE take some more, so what does not fit here fits no node of this type.
 */
function allocatable({ vcpus, memoryGiB, sharedCore }) {
    const millicores = sharedCore ? SHARED_CORE_MILLICORES : Math.floor(reserved(vcpus * 1000, allocatable_CPU));
    const mib = memoryGiB * 1024;
    const kept = (mib < 1024 ? SMALL_NODE_MIB : Math.floor(reserved(mib, allocatable_MEMORY))) + EVICTION_MIB;
    return { cores: (vcpus * 1000 - millicores) / 1000, bytes: Math.floor((mib - kept) * 2 ** 20) };
}
function reserved(amount, steps) {
    return steps.reduce((sum, [from, share], index) => {
        const to = Math.min(amount, steps[index + 1]?.[0] ?? Number.POSITIVE_INFINITY);
        return sum + Math.max(0, to - from) * share;
    }, 0);
}

;// CONCATENATED MODULE: ./lib/src/config/rules/placement.js







const DEFAULT_CPU = 1;
const DEFAULT_MEMORY = 4 * 2 ** 30;
/** Rules between profiles and what they run on: pool, accelerator, room on a node. */
function placementRules(context) {
    const { count, owner } = context;
    if (owner === undefined)
        return;
    const known = new Map(pools(owner).map((pool) => [pool.name, pool]));
    const autopilot = clusterMode(owner) === 'autopilot';
    for (let index = 0; index < count(['profiles']); index += 1) {
        const path = ['profiles', index];
        const name = context.text([...path, 'pool']);
        const pool = name === undefined ? undefined : known.get(name);
        if (name !== undefined && pool === undefined)
            unknownPool(context, path, name, [...known.keys()], autopilot);
        if (name === undefined || pool !== undefined)
            accelerators(context, path, pool, autopilot);
        if (pool !== undefined)
            roomRule(context, path, pool);
    }
    defaultRule(context);
}
function unknownPool({ locate, report }, path, name, known, autopilot) {
    const hint = autopilot
        ? 'An Autopilot cluster has no pools: remove pool, or write platform: {cluster: {mode: standard}}.'
        : known.length === 0
            ? 'Add it under platform.nodePools.'
            : `Pools: ${known.join(', ')}.`;
    report(locate([...path, 'pool']), 'unknown-pool', `There is no node pool ${(0,config_words/* quoted */.TL)(name)}.${(0,suggest/* didYouMean */.a)(name, known)}`, { hint });
}
function accelerators(context, path, pool, autopilot) {
    for (const kind of ['gpu', 'tpu']) {
        const where = [...path, kind];
        const value = (0,config_locate.at)(context.tree, where)?.value;
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
function onAutopilot(context, path, kind, typed) {
    const { text, locate, report } = context;
    if (!typed) {
        report(locate(path), 'accelerator-type', `On Autopilot the profile states the type of its ${kind === 'gpu' ? 'GPUs' : 'TPU'}.`, {
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
        report(locate([...path, 'type']), 'unknown-machine', `${(0,config_words/* quoted */.TL)(type)} is not in the table of ${kind === 'gpu' ? 'GPUs' : 'TPUs'}.${guess}`, {
            hint: 'Check the spelling; a newer type works, and rules about it are left out.',
        });
        return;
    }
    if (kind === 'gpu')
        gpuOnAutopilot(context, path, type);
    else
        tpuOnAutopilot(context, path, type);
}
function gpuOnAutopilot({ number: numberAt, locate, report, has }, path, type) {
    const counts = gpuFact(type)?.autopilot ?? [];
    const count = numberAt([...path, 'count']) ?? 1;
    if (counts.includes(count))
        return;
    if (counts.length === 0) {
        report(locate([...path, 'type']), 'machine-accelerator', `Autopilot does not offer ${type}.`, {
            hint: 'Choose another GPU, or platform: {cluster: {mode: standard}} with a node pool.',
        });
        return;
    }
    const where = has([...path, 'count']) ? [...path, 'count'] : [...path, 'type'];
    report(locate(where), 'machine-accelerator', `On Autopilot a server takes ${counts.join(', ')} × ${type}, not ${count}.`, {
        hint: 'Choose one of these counts.',
    });
}
function tpuOnAutopilot({ text, locate, report }, path, type) {
    const hosts = (tpuFact(type)?.machines ?? []).flatMap((name) => machine(name)?.tpu?.topology ?? []);
    const topology = text([...path, 'topology']);
    if (topology === undefined || hosts.includes(topology))
        return;
    report(locate([...path, 'topology']), 'tpu-host', `One host of ${type} has the topology ${[...new Set(hosts)].join(' or ')}, not ${topology}.`, {
        hint: 'A notebook runs on one host, never on a slice of several.',
    });
}
function noPool({ locate, report }, path, kind) {
    report(locate(path, 'key'), 'profile-accelerator', `The profile asks for ${kind === 'gpu' ? 'GPUs' : 'a TPU'} and names no pool that has them.`, {
        hint: 'Add pool: NAME, a pool of platform.nodePools.',
    });
}
function statesType({ locate, report }, path, pool) {
    report(locate(path), 'accelerator-type', `The pool ${(0,config_words/* quoted */.TL)(pool.name)} states the type; the profile gives a number.`, {
        hint: `Write ${path.at(-1)}: ${path.at(-1) === 'tpu' ? '4' : '1'}`,
    });
}
function gpuOfPool(context, path, pool, typed) {
    const { number: numberAt, locate, report } = context;
    if (typed) {
        statesType(context, path, pool);
        return;
    }
    const wanted = numberAt(path) ?? 0;
    if (pool.gpu === undefined) {
        if (pool.existing)
            return;
        report(locate(path), 'profile-accelerator', `The pool ${(0,config_words/* quoted */.TL)(pool.name)} has no GPUs.`, {
            hint: 'Choose another pool, or give the pool gpu: {type: …}.',
        });
        return;
    }
    if (pool.gpu.shared && wanted > 1) {
        report(locate(path), 'gpu-sharing', `GPUs of the pool ${(0,config_words/* quoted */.TL)(pool.name)} are shared, so that a server takes one.`, {
            hint: 'Write gpu: 1.',
        });
        return;
    }
    const offered = machine(pool.machineType ?? '')?.gpus.find(({ type }) => type === pool.gpu?.type)?.counts;
    const most = pool.gpu.count ?? (offered === undefined ? undefined : offered[0]);
    if (most === undefined || wanted <= most)
        return;
    report(locate(path), 'profile-accelerator', `A node of the pool ${(0,config_words/* quoted */.TL)(pool.name)} has ${most} × ${pool.gpu.type}, and the profile asks for ${wanted}.`, {
        hint: 'Ask for fewer, or choose a larger machine type.',
    });
}
function tpuOfPool(context, path, pool, typed) {
    const { number: numberAt, locate, report } = context;
    if (typed) {
        statesType(context, path, pool);
        return;
    }
    const facts = machine(pool.machineType ?? '');
    if (facts === undefined)
        return;
    if (facts.tpu === undefined) {
        report(locate(path), 'profile-accelerator', `The pool ${(0,config_words/* quoted */.TL)(pool.name)} has no TPU.`, {
            hint: 'Choose a pool whose machine type has one.',
        });
    }
    else if (numberAt(path) !== facts.tpu.chips) {
        report(locate(path), 'tpu-host', `A host of the pool ${(0,config_words/* quoted */.TL)(pool.name)} has ${facts.tpu.chips} chips, and a server takes all of them.`, {
            hint: `Write tpu: ${facts.tpu.chips}`,
        });
    }
}
/** A pool with accelerators takes no pods that ask for none: GKE taints its nodes. */
function poolWithoutUse({ has, text, locate, report, tree }, path, pool) {
    if (pool === undefined || pool.existing)
        return;
    const wants = (kind) => has([...path, kind]) && (0,config_locate.at)(tree, [...path, kind])?.value !== 0;
    const missing = pool.gpu !== undefined && !wants('gpu')
        ? 'gpu'
        : machine(pool.machineType ?? '')?.tpu !== undefined && !wants('tpu')
            ? 'tpu'
            : undefined;
    if (missing === undefined)
        return;
    report(locate([...path, 'pool']), 'profile-accelerator', `Nodes of the pool ${(0,config_words/* quoted */.TL)(text([...path, 'pool']))} take only servers that ask for a ${missing.toUpperCase()}.`, {
        hint: `Add ${missing}: ${missing === 'gpu' ? 1 : (machine(pool.machineType ?? '')?.tpu?.chips ?? 1)}, or choose another pool.`,
    });
}
function roomRule(context, path, pool) {
    const { locate, report } = context;
    const facts = pool.machineType === undefined ? undefined : machine(pool.machineType);
    if (facts === undefined)
        return;
    const room = allocatable(facts);
    const cpu = amounts(context, [...path, 'cpu']).guarantee ?? DEFAULT_CPU;
    const memory = amounts(context, [...path, 'memory']).guarantee ?? DEFAULT_MEMORY;
    const place = (kind) => locate(context.has([...path, kind]) ? [...path, kind] : [...path, 'pool']);
    const gib = (bytes) => `${(0,config_words/* number */.ai)(Math.floor((bytes / 2 ** 30) * 10) / 10)}Gi`;
    if (cpu > room.cores) {
        report(place('cpu'), 'profile-fit', `A server has ${(0,config_words/* number */.ai)(cpu)} cores for certain, and a node ${facts.type} leaves ${(0,config_words/* number */.ai)(room.cores)} for pods.`, {
            hint: 'Ask for less, or choose a larger machine type; GKE keeps a part of each node, and system pods need some more.',
        });
    }
    if (memory > room.bytes) {
        report(place('memory'), 'profile-fit', `A server has ${gib(memory)} of memory for certain, and a node ${facts.type} leaves ${gib(room.bytes)} for pods.`, {
            hint: 'Ask for less, or choose a larger machine type; GKE keeps a part of each node, and system pods need some more.',
        });
    }
}
function defaultRule({ tree, count, locate, report }) {
    const profiles = (0,config_locate.at)(tree, ['profiles'])?.items ?? [];
    const marked = profiles.findIndex((profile) => (0,config_locate.at)(profile, ['default'])?.value === true);
    const path = ['profiles', Math.max(0, marked)];
    if (count(['profiles']) < 2)
        return;
    const kind = ['gpu', 'tpu'].find((one) => {
        const value = (0,config_locate.at)(tree, [...path, one])?.value;
        return value !== undefined && value !== null && value !== 0;
    });
    if (kind === undefined)
        return;
    const message = `Everybody who chooses nothing starts a server with a ${kind.toUpperCase()}.`;
    report(locate([...path, kind], 'key'), 'default-accelerator', message, {
        hint: 'Make a profile without accelerator the default.',
    });
}

;// CONCATENATED MODULE: ./lib/src/config/rules/places.js



const ZONE = /^([a-z]+(?:-[a-z]+)+[0-9]{1,2})-[a-z]$/;
/** Region of a zone or region. */
function regionOf(location) {
    return ZONE.exec(location)?.[1] ?? location;
}
/** Rules of where things are: location, zones, owner of the platform. */
function placeRules(context) {
    const { text, locate, report, owner } = context;
    const location = text(['location']);
    const region = location === undefined ? undefined : ZONE.exec(location)?.[1];
    if (region !== undefined && owner === context && clusterMode(context) === 'autopilot') {
        report(locate(['location']), 'zone-on-autopilot', `${(0,config_words/* quoted */.TL)(location)} is a zone, and Autopilot clusters are regional.`, {
            hint: `Write location: ${region}, or platform: {cluster: {mode: standard}}.`,
        });
    }
    zonesInRegion(context);
    ownerRules(context);
    clusterRules(context);
}
function zonesInRegion({ tree, text, keys, locate, report }) {
    const location = text(['platform', 'cluster', 'existing', 'location']) ?? text(['location']);
    if (location === undefined)
        return;
    const lists = [
        ['platform', 'cluster', 'zones'],
        ...keys(['platform', 'nodePools']).map((name) => ['platform', 'nodePools', name, 'zones']),
    ];
    for (const path of lists) {
        for (const [index, { value }] of ((0,config_locate.at)(tree, path)?.items ?? []).entries()) {
            if (typeof value !== 'string' || !ZONE.test(value))
                continue;
            const inside = ZONE.test(location) ? value === location : regionOf(value) === location;
            if (inside)
                continue;
            const what = ZONE.test(location) ? 'a cluster in one zone has nodes there only' : 'it lies outside that region';
            report(locate([...path, index]), 'zone-region', `The location is ${(0,config_words/* quoted */.TL)(location)}, and ${(0,config_words/* quoted */.TL)(value)}: ${what}.`, {
                hint: ZONE.test(location) ? `Write ${location}, or make location a region.` : `Choose a zone of ${location}.`,
            });
        }
    }
}
/** `platform.from` stands alone, and names a file of the same project and location that owns its platform. */
function ownerRules({ tree, text, has, keys, locate, report, owner }) {
    if (!has(['platform', 'from']))
        return;
    const others = keys(['platform']).filter((key) => key !== 'from');
    for (const key of others) {
        report(locate(['platform', key], 'key'), 'platform-owner', `"platform.${key}" is set by the file that owns the platform.`, {
            hint: 'Write it there, or remove platform.from.',
        });
    }
    if (owner === undefined || owner.tree === tree)
        return;
    const where = locate(['platform', 'from']);
    const file = (0,config_words/* quoted */.TL)(text(['platform', 'from']));
    if (owner.has(['platform', 'from'])) {
        report(where, 'platform-owner', `${file} does not own a platform: it uses that of another file.`, {
            hint: `Name that one: ${owner.text(['platform', 'from']) ?? ''}`.trim(),
        });
    }
    for (const key of ['project', 'location']) {
        const [mine, theirs] = [text([key]), owner.text([key])];
        if (mine === undefined || theirs === undefined || mine === theirs)
            continue;
        report(where, 'platform-owner', `${file} has the ${key} ${(0,config_words/* quoted */.TL)(theirs)}, this file ${(0,config_words/* quoted */.TL)(mine)}.`, {
            hint: 'All hubs of a platform are in its project and location.',
        });
    }
    if (text(['name']) !== undefined && text(['name']) === owner.text(['name'])) {
        report(where, 'platform-owner', `${file} has the same name, ${(0,config_words/* quoted */.TL)(text(['name']))}.`, {
            hint: 'Hubs of one project have names of their own.',
        });
    }
}
function clusterRules({ has, text, locate, report }) {
    const cluster = ['platform', 'cluster'];
    const network = ['platform', 'network'];
    if (has([...cluster, 'existing'])) {
        for (const key of ['mode', 'zones']) {
            if (!has([...cluster, key]))
                continue;
            report(locate([...cluster, key], 'key'), 'exclusive-keys', `"${key}" is for a cluster that is made; this one exists.`, {
                hint: `Remove ${key} or existing.`,
            });
        }
        for (const key of ['network', 'maintenance', 'releaseChannel', 'encryptionKey', 'addons']) {
            if (!has(['platform', key]))
                continue;
            report(locate(['platform', key], 'key'), 'no-effect', `An existing cluster keeps its own ${key}.`, {
                hint: 'Remove the key.',
            });
        }
    }
    else if (has([...cluster, 'zones']) && text([...cluster, 'mode']) !== 'standard') {
        report(locate([...cluster, 'zones'], 'key'), 'no-effect', 'On Autopilot Google chooses the zones.', {
            hint: 'Remove zones, or write mode: standard.',
        });
    }
    const ways = ['existing', 'sharedVpc', 'cidrs'].filter((key) => has([...network, key]));
    for (const key of ways.slice(1)) {
        report(locate([...network, key], 'key'), 'exclusive-keys', `"${key}" excludes "${ways[0]}".`, {
            hint: 'Keep one of the two.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/profiles.js




/** Bounds of one server: what is outside them is a missing or wrong unit. */
const BOUNDS = {
    cpu: { least: 0.01, most: 1024, words: 'between 10m and 1024 cores', unit: '0.5, 2 or 500m' },
    memory: { least: 64 * 2 ** 20, most: 32 * 2 ** 40, words: 'between 64Mi and 32Ti', unit: '512Mi or 4Gi' },
};
/** Rules of profiles[] that need no platform: names, defaults, quantities, options, patterns. */
function profileRules(context) {
    for (let index = 0; index < context.count(['profiles']); index += 1) {
        const path = ['profiles', index];
        resourceRules(context, path);
        optionRules(context, path);
        patternRule(context, path);
    }
    profiles_nameRules(context);
    onlyDefault(context, Array.from({ length: context.count(['profiles']) }, (_, index) => ['profiles', index, 'default']), 'profile-default', (line) => `The profile in line ${line} is the default already.`, 'Only one profile can be the default.');
}
function profiles_nameRules({ count, text, locate, report }) {
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
        report(locate(['profiles', index, 'name']), 'duplicate-profile', `A profile ${(0,config_words/* quoted */.TL)(name)} is already in line ${line}.`, {
            hint: 'Give it another name.',
        });
    }
}
function onlyDefault({ tree, locate, report }, paths, rule, message, hint) {
    const [first, ...others] = paths.filter((path) => (0,config_locate.at)(tree, path)?.value === true);
    if (first === undefined)
        return;
    for (const path of others)
        report(locate(path), rule, message(locate(first).line), { hint });
}
/** Rules of cpu and memory at a path: bounds of what can be, and the guarantee below the limit. */
function resourceRules(context, path) {
    profiles_range(context, [...path, 'cpu'], 'cpu');
    profiles_range(context, [...path, 'memory'], 'memory');
}
function profiles_range(context, path, kind) {
    const { tree, locate, report } = context;
    const { least, most, words, unit } = BOUNDS[kind];
    const parts = (0,config_locate.at)(tree, path)?.entries === undefined
        ? [path]
        : [
            [...path, 'guarantee'],
            [...path, 'limit'],
        ];
    for (const where of parts) {
        const value = (0,config_locate.at)(tree, where)?.value;
        const amount = (0,quantity/* quantity */.a)(value);
        if (amount === undefined || (amount >= least && amount <= most))
            continue;
        report(locate(where), 'quantity-size', `${(0,config_words/* quoted */.TL)(value)} is not ${words}.`, {
            hint: `Is the unit right? For example: ${unit}.`,
        });
    }
    const { guarantee, limit } = amounts(context, path);
    if (guarantee === undefined || limit === undefined || guarantee <= limit)
        return;
    const [low, high] = ['guarantee', 'limit'].map((key) => String((0,config_locate.at)(tree, [...path, key])?.value));
    report(locate([...path, 'guarantee']), 'quantity-order', `The guarantee ${low} is over the limit ${high}.`, {
        hint: 'A server cannot be sure of more than it may use.',
    });
}
function optionRules(context, profile) {
    for (const option of context.keys([...profile, 'options'])) {
        const choices = [...profile, 'options', option, 'choices'];
        const names = context.keys(choices);
        for (const choice of names)
            resourceRules(context, [...choices, choice]);
        onlyDefault(context, names.map((choice) => [...choices, choice, 'default']), 'option-default', (line) => `The choice in line ${line} is the default already.`, 'Only one choice of an option can be the default.');
    }
}
function patternRule({ text, locate, report }, profile) {
    const path = [...profile, 'unlistedImage', 'pattern'];
    const pattern = text(path);
    if (pattern === undefined)
        return;
    const fail = (message, hint) => report(locate(path), 'image-pattern', message, { hint });
    if (!pattern.startsWith('^') || !pattern.endsWith('$')) {
        fail('The pattern does not start with ^ and end with $, so that any image could pass.', 'Write ^…$ around it.');
        return;
    }
    // `^a|b$` matches whatever starts with a or ends with b.
    if (topLevelBar(pattern)) {
        fail('An "|" outside of parentheses lets the pattern match a part of the name only.', 'Put the alternatives into parentheses: ^(a|b)$.');
        return;
    }
    try {
        new RegExp(pattern);
    }
    catch (error) {
        const why = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : 'it cannot be read';
        fail(`The pattern is not a regular expression: ${why}.`, 'Correct it; a dot of the name is written as \\.');
    }
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

;// CONCATENATED MODULE: ./lib/src/config/rules/secrets.js



/** Rules of secrets: each reference names one that is listed, and each that is listed is used. */
function secretRules(context) {
    const used = new Set();
    visit(context, context.tree, [], used);
    for (const name of context.keys(['secrets'])) {
        if (used.has(name))
            continue;
        context.report(context.locate(['secrets', name], 'key'), 'unused-secret', `Nothing uses the secret ${(0,config_words/* quoted */.TL)(name)}.`, {
            hint: `Use it in hub.values or an env as {secretRef: ${name}}, or remove it.`,
        });
    }
}
function visit(context, tree, path, used) {
    if (tree.entries?.has('secretRef')) {
        reference(context, tree, path, used);
        return;
    }
    for (const [index, item] of (tree.items ?? []).entries())
        visit(context, item, [...path, index], used);
    for (const [key, { tree: child }] of tree.entries ?? [])
        visit(context, child, [...path, key], used);
}
function reference({ keys, locate, report }, tree, path, used) {
    const name = (0,config_locate.at)(tree, ['secretRef'])?.value;
    const where = [...path, 'secretRef'];
    if (typeof name !== 'string' || tree.entries?.size !== 1) {
        report(locate(where, 'key'), 'secret-ref-form', 'A reference to a secret is exactly {secretRef: NAME}.', {
            hint: 'Remove the other keys, or call the key something else.',
        });
        return;
    }
    used.add(name);
    const names = keys(['secrets']);
    if (names.includes(name))
        return;
    const guess = (0,suggest/* suggest */.Z)(name, names);
    report(locate(where), 'unknown-secret', `No secret ${(0,config_words/* quoted */.TL)(name)} is listed.${guess ? ` Did you mean "${guess}"?` : ''}`, {
        hint: `Add it: secrets: {${name}: {env: ${name}}}`,
    });
}

// EXTERNAL MODULE: ./lib/src/config/users-sources.js
var users_sources = __webpack_require__(87883);
;// CONCATENATED MODULE: ./lib/src/config/rules/sources.js


/** Rules of paths of other files: relative to the file that names them, and each users file once. */
function sourceRules({ tree, text, locate, report }) {
    for (const path of [['extends'], ['platform', 'from']]) {
        const named = text(path);
        if (named === undefined || !(0,users_sources/* isForeign */.j)(named))
            continue;
        report(locate(path), 'path-outside', `${(0,config_words/* quoted */.TL)(named)} is not a path relative to this file.`, {
            hint: 'Write a relative path of the repository.',
        });
    }
    const seen = new Set();
    for (const { path, location, elsewhere, columns } of (0,users_sources/* usersSources */.d)(tree, locate)) {
        if ((0,users_sources/* isForeign */.j)(path)) {
            report(location, 'path-outside', `${(0,config_words/* quoted */.TL)(path)} is not a path relative to this file.`, {
                hint: 'Write a relative path of the repository, such as users.yaml.',
            });
        }
        if (columns !== undefined && !/\.csv$/i.test(path)) {
            report(location, 'no-effect', 'Columns are for CSV files, and this is none.', { hint: 'Remove columns.' });
        }
        const plain = path.replace(/^(\.\/+)+/, '').replace(/\/(\.?\/)+/g, '/');
        const key = `${elsewhere}:${plain}`;
        if (seen.has(key))
            report(location, 'duplicate-file', `${(0,config_words/* quoted */.TL)(path)} is listed twice.`, { hint: 'Remove one.' });
        seen.add(key);
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/storage.js






const HOME = ['storage', 'home'];
const GI = 2 ** 30;
const TI = 2 ** 40;
/**
 * Sizes that a Filestore tier takes, in bytes, as its StorageClass on GKE documents them.
 * Source: GKE documentation "Access Filestore instances with the Filestore CSI driver", and the domain notes of 2026-11-23.
 */
const FILESTORE = {
    BASIC_HDD: { least: TI, most: 63.9 * TI, shrinks: false, words: '1Ti to 63.9Ti' },
    BASIC_SSD: { least: 2.5 * TI, most: 63.9 * TI, shrinks: false, words: '2.5Ti to 63.9Ti' },
    ZONAL: { least: TI, most: 100 * TI, shrinks: true, words: '1Ti to 100Ti' },
    REGIONAL: { least: TI, most: 100 * TI, shrinks: true, words: '1Ti to 100Ti' },
    ENTERPRISE: { least: TI, most: 10 * TI, shrinks: true, words: '1Ti to 10Ti' },
};
/** Rules of storage: homes, buckets, snapshots, and that every pool of a profile can attach the homes. */
function storageRules(context) {
    const type = context.text([...HOME, 'type']) ?? 'disk';
    const only = {
        disk: ['diskType', 'size', 'regional'],
        filestore: ['mode', 'tier', 'size'],
        none: [],
    };
    for (const key of context.keys(HOME)) {
        if (key === 'type' || only[type]?.includes(key) !== false)
            continue;
        context.report(context.locate([...HOME, key], 'key'), 'no-effect', `"${key}" means nothing for homes of type ${type}.`, {
            hint: 'Remove the key.',
        });
    }
    if (type === 'disk')
        storage_diskRules(context);
    if (type === 'filestore')
        filestoreRules(context);
    bucketRules(context);
    if (type === 'disk' && !context.has(['storage', 'snapshots'])) {
        const where = ['storage', 'profiles', 'users'].find((key) => context.has([key])) ?? 'users';
        context.report(context.locate([where], 'key'), 'no-snapshots', 'No storage.snapshots: a home that is deleted or broken is gone.', {
            hint: 'Plan and apply cannot take snapshots yet: back the disks up yourself, and acknowledge the rule.',
            absent: true,
        });
    }
}
function storage_diskRules(context) {
    const { tree, locate, report } = context;
    const path = [...HOME, 'size'];
    const bytes = (0,quantity/* quantity */.a)((0,config_locate.at)(tree, path)?.value);
    if (bytes !== undefined && (bytes < GI || bytes > 64 * TI)) {
        report(locate(path), 'quantity-size', 'A home has between 1Gi and 64Ti.', {
            hint: 'Is the unit missing? For example: 10Gi.',
        });
    }
    const used = usedPools(context);
    attachRule(context, used);
    zoneRule(context, used);
}
/** Pools that profiles run on; none where the platform's file cannot be read. */
function usedPools({ owner, count, text }) {
    if (owner === undefined || clusterMode(owner) === 'autopilot')
        return [];
    const names = new Set(Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'pool'])));
    return pools(owner).filter((pool) => names.has(pool.name));
}
function attachRule(context, used) {
    const { text, locate, report, has } = context;
    const diskType = text([...HOME, 'diskType']) ?? 'pd-balanced';
    const where = has([...HOME, 'diskType']) ? locate([...HOME, 'diskType']) : undefined;
    for (const { name, machineType, path } of used) {
        const disks = machineType === undefined ? undefined : machine(machineType)?.disks.data;
        if (disks === undefined || disks.includes(diskType))
            continue;
        const place = where ?? context.owner?.locate([...path, 'machineType']) ?? locate(['profiles'], 'key');
        report(place, 'pool-home-disk', `Pool ${(0,config_words/* quoted */.TL)(name)} (${machineType}) can attach ${describeDisks(disks)}, but homes are ${(0,config_words/* quoted */.TL)(diskType)}.`, {
            hint: `Use diskType: ${disks.join(' or ')}, or homes of type filestore.`,
        });
    }
}
/** A disk stays in its zone, a regional one in two: every pool must reach them. */
function zoneRule(context, used) {
    const { tree, locate, report, owner } = context;
    if (owner === undefined)
        return;
    const zones = used.map((pool) => ({ pool, zones: zonesOf(owner, pool) })).filter((one) => one.zones !== undefined);
    const all = [...new Set(zones.flatMap((one) => one.zones ?? []))];
    const reaches = (chosen) => zones.every((one) => one.zones?.some((zone) => chosen.includes(zone)));
    const regional = (0,config_locate.at)(tree, [...HOME, 'regional'])?.value === true;
    const works = all.some((first) => (regional ? all.some((second) => reaches([first, second])) : reaches([first])));
    if (zones.length < 2 || works)
        return;
    const words = (0,config_words/* list */.p_)(zones.map((one) => `${(0,config_words/* quoted */.TL)(one.pool.name)} in ${(0,config_words/* list */.p_)(one.zones ?? [])}`));
    const profiles = context.has(['profiles']) ? ['profiles'] : ['storage'];
    const pool = zones.at(-1)?.pool;
    report(owner === context && pool !== undefined ? locate([...pool.path, 'zones'], 'key') : locate(profiles, 'key'), 'home-zone', `A home stays in ${regional ? 'its two zones' : 'its zone'}, and the pools of the profiles have ${regional ? 'no two zones that reach all' : 'no zone in common'}: ${words}.`, { hint: 'Give the pools a common zone, or use homes of type filestore.' });
}
/** Zones of a pool; undefined where GKE chooses them in the region, which is then all that can be said. */
function zonesOf(owner, pool) {
    if (pool.zones !== undefined)
        return pool.zones;
    const ofCluster = (0,config_locate.at)(owner.tree, ['platform', 'cluster', 'zones'])?.items?.map(({ value }) => String(value));
    if (ofCluster !== undefined)
        return ofCluster;
    const location = owner.text(['platform', 'cluster', 'existing', 'location']) ?? owner.text(['location']);
    return location === undefined || regionOf(location) === location ? undefined : [location];
}
function filestoreRules({ tree, text, has, locate, report }) {
    const tier = text([...HOME, 'tier']) ?? 'BASIC_HDD';
    const multishare = text([...HOME, 'mode']) === 'multishare';
    const place = (key) => (has([...HOME, key]) ? locate([...HOME, key]) : locate([...HOME, 'type']));
    if (multishare && tier !== 'ENTERPRISE') {
        report(place('mode'), 'filestore-tier', `Shares for each person need the tier ENTERPRISE, not ${tier}.`, {
            hint: 'Write tier: ENTERPRISE, or mode: instance.',
        });
        return;
    }
    const facts = FILESTORE[tier];
    const bytes = (0,quantity/* quantity */.a)((0,config_locate.at)(tree, [...HOME, 'size'])?.value);
    if (facts === undefined)
        return;
    if (multishare && bytes !== undefined && (bytes < 10 * GI || bytes > TI)) {
        report(place('size'), 'filestore-size', 'A share has between 10Gi and 1Ti.', { hint: 'For example: size: 100Gi.' });
    }
    else if (!multishare && bytes !== undefined && (bytes < facts.least || bytes > facts.most)) {
        report(place('size'), 'filestore-size', `An instance of the tier ${tier} has ${facts.words}.`, {
            hint: 'All people share it; the size is that of the whole instance.',
        });
    }
    if (!multishare && !facts.shrinks) {
        report(place('size'), 'filestore-grows-only', `An instance of the tier ${tier} can be made larger later, and never smaller.`, {
            hint: 'Start small; ZONAL and REGIONAL can shrink.',
        });
    }
}
function bucketRules({ text, count, locate, report }) {
    const taken = new Map([['/home/jovyan', 'the home']]);
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
                ? `${(0,config_words/* quoted */.TL)(folder)} is a folder of the system.`
                : `${(0,config_words/* quoted */.TL)(folder)} is the folder of ${other} already.`, {
                hint: `Choose another folder, such as /home/jovyan/data or /data.`,
            });
        }
        taken.set(folder, (0,config_words/* quoted */.TL)(text(['storage', 'buckets', 'shared', index, 'bucket'])));
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rules/times.js


const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
/** Seconds of a duration such as `90s` or `12h`; undefined when it is none. */
function seconds(text) {
    const [, count, unit = ''] = /^([1-9][0-9]{0,5})([smhd])$/.exec(text ?? '') ?? [];
    const factor = SECONDS[unit];
    return count === undefined || factor === undefined ? undefined : Number(count) * factor;
}
/** Rules of durations, windows, schedules and the time zone. */
function timeRules(context) {
    bounds(context, ['access', 'session', 'websocket'], 3600, 86_400, 'A websocket lives from 1h to 24h.');
    bounds(context, ['access', 'session', 'reauth'], 300, 30 * 86_400, 'Google asks again after 5m at the earliest, and 30d at the latest.');
    culling(context, ['culling']);
    for (let index = 0; index < context.count(['profiles']); index += 1) {
        culling(context, ['profiles', index, 'culling']);
        bounds(context, ['profiles', index, 'startTimeout'], 60, 2 * 3600, 'A start takes from 1m to 2h.');
    }
    maintenance(context);
    timezone(context);
    cron(context);
    pricesDay(context);
}
function bounds({ text, locate, report }, path, least, most, message) {
    const length = seconds(text(path));
    if (length === undefined || (length >= least && length <= most))
        return;
    report(locate(path), 'duration-bounds', message, { hint: 'Units: s, m, h and d.' });
}
function culling(context, path) {
    bounds(context, [...path, 'idle'], 300, 30 * 86_400, 'Idle servers are stopped after 5m at the earliest, and 30d at the latest.');
    bounds(context, [...path, 'maxAge'], 600, 90 * 86_400, 'A server may run from 10m to 90d.');
    const { text, locate, report } = context;
    const idle = seconds(text([...path, 'idle']) ?? '1h');
    const maxAge = seconds(text([...path, 'maxAge']));
    if (idle === undefined || maxAge === undefined || maxAge >= idle)
        return;
    report(locate([...path, 'maxAge']), 'duration-bounds', `A server is stopped after ${text([...path, 'maxAge'])}, before it can have been idle for ${text([...path, 'idle']) ?? '1h'}.`, {
        hint: 'Raise maxAge, or lower idle.',
    });
}
// GKE asks for 48 hours of windows in 32 days, in pieces of 4 hours or more (the schema has the latter).
function maintenance(context) {
    const { tree, number, count, locate, report } = context;
    const path = ['platform', 'maintenance'];
    const days = new Set((0,config_locate.at)(tree, [...path, 'days'])?.items?.map(({ value }) => value)).size;
    const hours = number([...path, 'hours']);
    // 32 days have each day of the week four times at least.
    if (hours !== undefined && days > 0 && hours * days * 4 < 48) {
        report(locate([...path, 'hours']), 'maintenance-window', `The windows make ${hours * days * 4} hours in 32 days; Google asks for 48.`, {
            hint: `Write hours: ${Math.ceil(12 / days)} or more, or add days.`,
        });
    }
    for (let index = 0; index < count([...path, 'exclusions']); index += 1) {
        const [from, to] = ['from', 'to'].map((key) => dayOf(context, [...path, 'exclusions', index, key]));
        if (from === undefined || to === undefined)
            continue;
        const length = (to - from) / 86_400_000 + 1;
        if (length >= 1 && length <= 30)
            continue;
        report(locate([...path, 'exclusions', index, 'to']), 'maintenance-window', length < 1 ? 'The span ends before it starts.' : `The span has ${length} days; Google takes 30 at most.`, {
            hint: length < 1
                ? 'Swap from and to.'
                : `End it on or before ${new Date(from + 29 * 86_400_000).toISOString().slice(0, 10)}, or split it.`,
        });
    }
}
/** Milliseconds of a day; days that no calendar has are reported. */
function dayOf({ text, locate, report }, path) {
    const day = text(path);
    if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day))
        return undefined;
    const start = new Date(`${day}T00:00:00Z`);
    if (!Number.isNaN(start.getTime()) && start.toISOString().slice(0, 10) === day)
        return start.getTime();
    report(locate(path), 'wrong-date', `${(0,config_words/* quoted */.TL)(day)} is not in the calendar.`, { hint: 'Write a day as YYYY-MM-DD.' });
    return undefined;
}
function pricesDay(context) {
    dayOf(context, ['cost', 'asOf']);
}
function timezone({ text, locate, report }) {
    const path = ['access', 'session', 'timezone'];
    const zone = text(path);
    if (zone === undefined || zone === 'UTC')
        return;
    try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
    }
    catch {
        report(locate(path), 'unknown-timezone', `There is no time zone ${(0,config_words/* quoted */.TL)(zone)}.`, {
            hint: 'Write it as Area/City, such as Europe/Berlin.',
        });
    }
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
        report(locate(path), 'cron-form', `${(0,config_words/* quoted */.TL)(parts[index])} is no ${name}.`, {
            hint: 'Five fields: minute, hour, day of the month, month, day of the week; numbers, *, */n, a-b and lists.',
        });
    }
}

// EXTERNAL MODULE: ./lib/src/config/format-braces.js
var format_braces = __webpack_require__(70138);
;// CONCATENATED MODULE: ./lib/src/config/owned-values.js
const NO_FIELD = 'It stays as it is; there is no field for it.';
const EXPOSURE = {
    why: 'is how Google’s load balancer reaches the hub',
    instead: 'Use access.domain; the rest follows from it.',
};
const FIREWALL = { why: 'keeps notebook servers, hub and metadata server apart', instead: NO_FIELD };
const LOGIN = { why: 'decides who may enter and as what', instead: 'Use the users file.' };
const NAMES = { why: 'names objects that other parts look for', instead: 'Use name.' };
const DATABASE = { why: 'keeps the hub’s database, which must survive', instead: NO_FIELD };
const HOMES = { why: 'keeps people’s homes', instead: 'Use storage.home.' };
const PROFILES = { why: 'is made from the profiles', instead: 'Use profiles.' };
const PROGRAM = { why: 'would replace what the hub starts with', instead: 'Use hub.extraConfig for code of your own.' };
const ACCOUNT = {
    why: 'is the account that the keeper’s rights are bound to',
    instead: 'Only its annotations can be set.',
};
const OURS = { why: 'is a name that this product uses itself', instead: 'Choose another name.' };
/** Keys of the chart that this product sets itself, with everything under them. */
const OWNED = {
    fullnameOverride: NAMES,
    nameOverride: NAMES,
    ingress: EXPOSURE,
    httpRoute: EXPOSURE,
    'rbac.create': { why: 'makes the rights that hub and keeper need', instead: NO_FIELD },
    'cull.users': { why: 'would delete people from the hub', instead: 'Use the users file.' },
    'proxy.service': EXPOSURE,
    'proxy.https': EXPOSURE,
    'proxy.chp.networkPolicy': FIREWALL,
    'hub.args': PROGRAM,
    'hub.baseUrl': EXPOSURE,
    'hub.command': PROGRAM,
    'hub.db.pvc': DATABASE,
    'hub.existingSecret': { why: 'would replace the hub’s own secrets', instead: 'Use secrets and {secretRef: NAME}.' },
    'hub.networkPolicy': FIREWALL,
    'hub.serviceAccount.create': ACCOUNT,
    'hub.serviceAccount.name': ACCOUNT,
    'hub.config.IAPAuthenticator': LOGIN,
    'hub.config.JupyterHub.admin_access': LOGIN,
    'hub.config.JupyterHub.admin_users': LOGIN,
    'hub.config.JupyterHub.authenticator_class': LOGIN,
    'hub.config.JupyterHub.load_roles': { ...OURS, instead: 'Use hub.loadRoles.' },
    'hub.config.JupyterHub.services': { ...OURS, instead: 'Use hub.services.' },
    'hub.config.KubeSpawner.delete_pvc': HOMES,
    'hub.config.KubeSpawner.profile_list': PROFILES,
    'singleuser.cloudMetadata': FIREWALL,
    'singleuser.cpu': PROFILES,
    'singleuser.memory': PROFILES,
    'singleuser.networkPolicy': FIREWALL,
    'singleuser.profileList': PROFILES,
    'singleuser.storage': HOMES,
};
/** Traits of JupyterHub's authenticators by which somebody could get in past the two gates. */
const GATES = [
    'admin_groups',
    'admin_users',
    'allow_all',
    'allow_existing_users',
    'allowed_groups',
    'allowed_users',
    'any_allow_config',
    'auth_refresh_age',
    'auto_login',
    'blocked_users',
    'delete_invalid_users',
    'manage_groups',
    'manage_roles',
    'refresh_pre_spawn',
    'reset_managed_roles_on_startup',
    'username_map',
];
/** Sections whose entries have names, some of them ours. */
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
const OUR_NAMES = /^(\d+-)?jupyterhub[-_]gke|^(keeper|PYTHONPATH)$|^(iap_authenticator|hub_members|keeper|notebook_guard)\.py$/i;
/** Who owns the value at this path of hub.values; undefined where it is free. */
function ownedValue(path, value) {
    const dotted = path.join('.');
    if (Object.hasOwn(OWNED, dotted))
        return OWNED[dotted];
    const [section, kind, className, trait] = path;
    if (section === 'hub' && kind === 'config' && path.length === 4 && /Authenticator$/.test(String(className))) {
        if (GATES.includes(String(trait)))
            return LOGIN;
    }
    const parent = path.slice(0, -1).join('.');
    const fields = typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
    if (NAMED.includes(parent) && OUR_NAMES.test(String(path.at(-1))))
        return OURS;
    if (!LISTED.includes(parent))
        return undefined;
    const mount = typeof fields.mountPath === 'string' ? fields.mountPath : '';
    const name = typeof fields.name === 'string' ? fields.name : '';
    return OUR_NAMES.test(name) || mount.split('/').some((part) => OUR_NAMES.test(part)) ? OURS : undefined;
}

// EXTERNAL MODULE: ./lib/src/config/z2jh-sections.js
var z2jh_sections = __webpack_require__(95329);
;// CONCATENATED MODULE: ./lib/src/config/rules/code.js
const ROOT = ['hub', 'values'];
/** What decides in JupyterHub who may enter, as code of a configuration would set it. */
const REPLACES = /\bauthenticator_class\b|\b(?:Dummy|Null|Shared\w*|PAM|Local|GenericOAuth|Google)\w*Authenticator\b|\bc\.\w*Authenticator\.(?:allow_all|allow_existing_users|allowed_\w+|admin_\w+|any_allow_config|auth_refresh_age|auto_login|username_map)\b|\bc\.JupyterHub\.(?:admin_access|admin_users)\b/;
/** Rules of code in hub.values: it is allowed and named for review; it may not replace who decides on entry. */
function codeRules(context, path, value) {
    const [section, kind] = path;
    const isCode = path.length === 3 && ((section === 'hub' && kind === 'extraConfig') || kind === 'extraFiles');
    if (!isCode)
        return;
    const { locate, report } = context;
    const where = section === 'hub' ? 'in the hub, with its rights' : 'in notebook servers';
    report(locate([...ROOT, ...path], 'key'), 'code', `hub.values.${path.join('.')} can be code that runs ${where}.`);
    if (section === 'hub')
        opens(context, path, value);
}
function opens({ locate, report }, path, value) {
    const inFile = value.entries?.get('stringData')?.tree;
    const text = inFile?.value ?? value.value;
    if (typeof text !== 'string')
        return;
    const plain = text
        .split('\n')
        .map((line) => line.replace(/^\s*#.*$/, ''))
        .join('\n');
    const match = REPLACES.exec(plain)?.[0];
    if (match === undefined)
        return;
    const place = inFile === undefined ? path : [...path, 'stringData'];
    report(locate([...ROOT, ...place]), 'open-authenticator', `The code sets or names "${match}", which decides who may enter.`, {
        hint: 'Remove it: the users files and Google’s door decide, and the hub stays closed without them.',
    });
}

;// CONCATENATED MODULE: ./lib/src/config/rules/values.js









const values_ROOT = ['hub', 'values'];
const SECRET_KEY = /(password|passwd|secret|token|api_?key|private_?key)$/i;
/** Rules of hub.values: names the chart knows, keys that are ours, code, and secrets in plain text. */
function valueRules(context) {
    const values = (0,config_locate.at)(context.tree, values_ROOT);
    if (values?.entries !== undefined)
        values_visit(context, values, []);
}
function values_visit(context, tree, path) {
    for (const [index, item] of (tree.items ?? []).entries()) {
        const here = [...path, index];
        if (owned(context, here, item))
            continue;
        braces(context, here, item);
        values_visit(context, item, here);
    }
    // References have rules of their own.
    if (tree.entries === undefined || tree.entries.has('secretRef'))
        return;
    for (const [key, { tree: child }] of tree.entries) {
        const here = [...path, key];
        if (!values_known(context, path, key) || owned(context, here, child))
            continue;
        codeRules(context, here, child);
        braces(context, here, child);
        literalSecret(context, here, child);
        values_visit(context, child, here);
    }
}
function values_known({ text, locate, report }, path, key) {
    const names = z2jh_sections/* SECTIONS */.b[path.join('.')]?.split(' ');
    if (names === undefined || names.includes(key))
        return true;
    const version = text(['hub', 'chart', 'version']) ?? versions/* DEFAULT_CHART_VERSION */.qD;
    const tested = TESTED_CHARTS.includes(version);
    const section = path.length === 0 ? 'The chart' : `"${path.join('.')}"`;
    const guess = (0,suggest/* suggest */.Z)(key, names);
    report(locate([...values_ROOT, ...path, key], 'key'), 'unknown-value', `${section} has no ${(0,config_words/* quoted */.TL)(key)}.${guess === undefined ? '' : ` Did you mean "${guess}"?`}`, 
    // Another release may know names that the table of the tested one does not.
    {
        severity: tested ? 'error' : 'warning',
        ...(names.length > 12 ? {} : { hint: `Known here: ${names.join(', ')}.` }),
    });
    return !tested;
}
function owned({ locate, report }, path, value) {
    const owner = ownedValue(path, value.value);
    if (owner === undefined)
        return false;
    report(locate([...values_ROOT, ...path], 'key'), 'owned-value', `hub.values.${path.join('.')} ${owner.why}.`, {
        hint: owner.instead,
    });
    return true;
}
function braces({ locate, report }, path, { value }) {
    const fault = typeof value === 'string' ? (0,format_braces/* formatFault */.A)(path, value) : undefined;
    if (fault === undefined)
        return;
    report(locate([...values_ROOT, ...path]), 'format-braces', fault.message, { hint: fault.hint });
}
function literalSecret({ locate, report }, path, value) {
    const key = String(path.at(-1));
    if (typeof value.value !== 'string' || value.value === '' || !SECRET_KEY.test(key))
        return;
    // Names of Kubernetes Secrets are no secrets.
    if (key === 'existingSecret')
        return;
    report(locate([...values_ROOT, ...path]), 'literal-secret', `${(0,config_words/* quoted */.TL)(key)} looks like a secret in plain text.`, {
        hint: 'List it under secrets and write {secretRef: NAME} here.',
    });
}

;// CONCATENATED MODULE: ./lib/src/config/rules/all.js














/** Checks all of a jupyterhub.yaml that a schema cannot say, and that needs no other file than the platform's. */
function checkRules(input) {
    const context = ruleContext(input);
    const rules = [
        nameRules,
        placeRules,
        sourceRules,
        networkRules,
        poolRules,
        profileRules,
        placementRules,
        storageRules,
        accessRules,
        timeRules,
        chartRules,
        valueRules,
        secretRules,
    ];
    for (const rule of rules)
        rule(context);
}

// EXTERNAL MODULE: ./lib/src/config/schema.js + 1 modules
var schema = __webpack_require__(79234);
;// CONCATENATED MODULE: ./lib/src/config/load.js










/** The file that this one extends; undefined when it extends none. */
function extendsOf(source) {
    return named(source.tree, ['extends']);
}
/** The file that owns the platform of this hub; undefined when it is this one. */
function platformOf(sources) {
    return named(mergeSources(sources), ['platform', 'from']);
}
/**
 * Checks and completes a `jupyterhub.yaml`. Never throws, whatever the text.
 * @param baseDir absolute folder that paths of findings are relative to, for the paths of the result
 */
function loadConfig(sources, baseDir) {
    const syntax = sources.own.flatMap(({ diagnostics }) => diagnostics);
    const files = sources.own.map(({ file }) => file);
    const tree = mergeSources(sources.own);
    if (tree === undefined || sources.own[0]?.tree === undefined) {
        const locate = () => ({ file: files[0] ?? '', line: 1, column: 1, length: 1 });
        const diagnostics = (0,config_diagnostics/* orderFindings */.$t)(syntax, files);
        return { config: undefined, diagnostics, locate, tree: undefined, users: [], acknowledged: new Map() };
    }
    const locate = (0,config_locate/* locator */.f)(tree);
    const fromSchema = [];
    (0,schema/* checkSchema */._)('jupyterhub', tree, locate, (0,places/* collector */.g7)(fromSchema));
    const fromRules = [];
    const report = (0,places/* collector */.g7)(fromRules);
    const acknowledged = (0,acknowledge/* readAcknowledged */.lo)(tree, locate, report);
    if (tree.entries !== undefined) {
        const platform = sources.platform === undefined ? tree : mergeSources(sources.platform);
        checkRules({ tree, platform, locate, report });
        (0,not_yet/* checkSupported */.j)('jupyterhub', tree, locate, report);
    }
    const found = (0,config_diagnostics/* withoutEchoes */.Kx)(syntax, fromSchema, fromRules).filter(({ rule }) => !(rule === 'missing-key' && sources.incomplete === true));
    const all = (0,config_diagnostics/* orderFindings */.$t)((0,acknowledge/* acknowledge */.b0)(found, acknowledged), files);
    const sound = sources.incomplete !== true && all.every((one) => one.severity !== 'error');
    return {
        config: sound ? buildConfig(tree.value, locate, baseDir) : undefined,
        diagnostics: all,
        locate,
        tree,
        users: (0,users_sources/* usersSources */.d)(tree, locate).filter(({ location: { file, line, column } }) => {
            return !all.some((one) => one.severity === 'error' && one.file === file && one.line === line && one.column === column);
        }),
        acknowledged,
    };
}
function mergeSources(sources) {
    const trees = sources.flatMap(({ tree }) => tree ?? []);
    // Only the nearest file's own `extends` stays, for its place.
    return trees.reduceRight((below, above) => (below === undefined ? above : mergeTrees(withoutKey(below, 'extends'), above)), undefined);
}
function named(tree, path) {
    const value = (0,config_locate.at)(tree, path)?.value;
    if (tree === undefined || typeof value !== 'string' || value === '')
        return undefined;
    return { path: value, location: (0,config_locate/* locator */.f)(tree)(path) };
}


/***/ }),

/***/ 94652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   f: () => (/* binding */ locator)
/* harmony export */ });
/** The value at a path, or undefined where the file has none. */
function at(tree, path) {
    let here = tree;
    for (const step of path)
        here = here?.entries?.get(String(step))?.tree ?? here?.items?.[Number(step)];
    return here;
}
/** Makes the finder for one tree. `key` means the key itself, `value` (default) what stands after it. */
function locator(tree) {
    return (path, part = 'value') => {
        let here = tree;
        // The root has no key and its value is the whole file, so its place is the start.
        let found = tree.place(tree.start, tree.start + 1);
        for (const [index, step] of path.entries()) {
            const entry = here.entries?.get(String(step));
            const next = entry?.tree ?? here.items?.[Number(step)];
            if (next === undefined)
                return found;
            const wantsKey = part === 'key' && index === path.length - 1;
            const value = next.place(next.start, next.end);
            const key = entry === undefined ? undefined : next.place(entry.keyStart, entry.keyEnd);
            // Nothing after a key has no place of its own, and a block below it would mark a line that says something else.
            const useKey = wantsKey || next.start === next.end || value.line !== key?.line;
            found = key !== undefined && useKey ? key : value;
            here = next;
        }
        return found;
    };
}


/***/ }),

/***/ 45918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ checkSupported)
/* harmony export */ });
/* harmony import */ var _facts_generated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81588);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33437);


/**
 * Notes what `plan` and `apply` of this version cannot do, each key once with its first place. These commands take
 * the notes for errors: nothing that a file says is left out silently.
 */
function checkSupported(kind, tree, locate, report) {
    for (const [pattern, harmless] of Object.entries(_facts_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_SUPPORTED_YET */ .Y0[kind])) {
        const found = [...matches(tree, pattern.split('.'))].filter(({ value }) => !harmless.some((one) => sameJson(one, value)));
        const [first, ...others] = found;
        if (first === undefined)
            continue;
        const more = others.length === 0 ? '' : `, here and in ${others.length} more ${others.length === 1 ? 'place' : 'places'}`;
        report(locate(first.path, 'key'), 'not-supported-yet', `"${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .dotted */ .Bs)(first.path)}" is not supported yet by plan and apply${more}.`, { hint: 'It is checked; for plan and apply remove it. A later version brings it.' });
    }
}
function* matches(tree, steps, path = []) {
    const [step, ...rest] = steps;
    if (step === undefined) {
        // A key without a value has a finding of its own, and acknowledged lists of nothing ask for nothing.
        if (tree.value !== null)
            yield { path, value: tree.value };
        return;
    }
    if (step !== '*') {
        const next = tree.entries?.get(step)?.tree;
        if (next !== undefined)
            yield* matches(next, rest, [...path, step]);
        return;
    }
    for (const [index, item] of (tree.items ?? []).entries())
        yield* matches(item, rest, [...path, index]);
    for (const [key, entry] of tree.entries ?? [])
        yield* matches(entry.tree, rest, [...path, key]);
}
function sameJson(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}


/***/ }),

/***/ 65166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YX: () => (/* binding */ reporter),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   g7: () => (/* binding */ collector)
/* harmony export */ });
/* harmony import */ var _facts_generated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81588);

/** Adds findings to a list; the severity follows from the rule. */
function collector(diagnostics) {
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
/** Turns offsets of one text into locations. */
function placesOf(file, text) {
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
/** Places and a list of findings for one text. */
function reporter(file, text) {
    const diagnostics = [];
    return { place: placesOf(file, text), report: collector(diagnostics), diagnostics };
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}


/***/ }),

/***/ 96487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ quantity)
/* harmony export */ });
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
/** Cores or bytes of a Kubernetes quantity; undefined when it is none. */
function quantity(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value !== 'string')
        return undefined;
    const [, digits, unit] = /^([0-9]+(?:\.[0-9]+)?)([A-Za-z]{0,2})$/.exec(value) ?? [];
    const factor = FACTORS[unit ?? '?'];
    return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}


/***/ }),

/***/ 79234:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ checkSchema)
});

// EXTERNAL MODULE: ./lib/src/config/facts.generated.js
var facts_generated = __webpack_require__(81588);
// EXTERNAL MODULE: ./lib/src/config/locate.js
var config_locate = __webpack_require__(94652);
// EXTERNAL MODULE: ./lib/src/config/suggest.js
var suggest = __webpack_require__(69910);
;// CONCATENATED MODULE: ./lib/src/config/validators.generated.js
// Generated by scripts/generate.mjs from schemas/. Do not edit.
// @ts-nocheck
const validateJupyterhub = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "jupyterhub.schema.json", "type": "object", "additionalProperties": false, "required": ["apiVersion", "name", "project", "location", "state", "users"], "properties": { "apiVersion": { "type": "string", "const": "jupyterhub-gke/v1" }, "name": { "type": "string", "maxLength": 25, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, "project": { "type": "string", "pattern": "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" }, "location": { "type": "string", "pattern": "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" }, "state": { "type": "object", "additionalProperties": false, "required": ["bucket"], "properties": { "bucket": { "type": "string", "minLength": 3, "maxLength": 222, "pattern": "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" } } }, "users": { "type": ["string", "object", "array"], "minLength": 1, "minItems": 1, "maxItems": 1000, "additionalProperties": false, "required": ["path"], "properties": { "path": { "type": "string", "minLength": 1 }, "columns": { "type": "object", "additionalProperties": false, "properties": { "email": { "type": "string", "minLength": 1 }, "groups": { "type": "string", "minLength": 1 }, "until": { "type": "string", "minLength": 1 }, "note": { "type": "string", "minLength": 1 } } }, "repository": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" }, "ref": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]*$" } }, "items": { "type": ["string", "object"], "minLength": 1, "additionalProperties": false, "required": ["path"], "properties": { "path": { "type": "string", "minLength": 1 }, "columns": { "type": "object", "additionalProperties": false, "properties": { "email": { "type": "string", "minLength": 1 }, "groups": { "type": "string", "minLength": 1 }, "until": { "type": "string", "minLength": 1 }, "note": { "type": "string", "minLength": 1 } } }, "repository": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" }, "ref": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]*$" } } } }, "extends": { "type": "string", "minLength": 1 }, "platform": { "type": "object", "additionalProperties": false, "properties": { "from": { "type": "string", "minLength": 1 }, "name": { "type": "string", "maxLength": 25, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, "cluster": { "type": "object", "additionalProperties": false, "properties": { "mode": { "type": "string", "enum": ["autopilot", "standard"] }, "zones": { "$ref": "#/$defs/zones" }, "existing": { "type": "object", "additionalProperties": false, "required": ["name", "location"], "properties": { "name": { "type": "string", "maxLength": 40, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, "location": { "type": "string", "pattern": "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" } } } } }, "network": { "type": "object", "additionalProperties": false, "properties": { "existing": { "type": "object", "additionalProperties": false, "required": ["network", "subnetwork"], "properties": { "network": { "type": "string", "maxLength": 63, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, "subnetwork": { "type": "string", "maxLength": 63, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" } } }, "sharedVpc": { "type": "object", "additionalProperties": false, "required": ["project", "network", "subnetwork"], "properties": { "project": { "type": "string", "pattern": "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" }, "network": { "type": "string", "maxLength": 63, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, "subnetwork": { "type": "string", "maxLength": 63, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" } } }, "cidrs": { "type": "object", "additionalProperties": false, "properties": { "nodes": { "$ref": "#/$defs/cidr" }, "pods": { "$ref": "#/$defs/cidr" }, "services": { "$ref": "#/$defs/cidr" } } } } }, "nodePools": { "type": "object", "minProperties": 1, "maxProperties": 50, "propertyNames": { "pattern": "^[a-z]([a-z0-9-]{0,33}[a-z0-9])?$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "properties": { "machineType": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)+$" }, "gpu": { "type": "object", "additionalProperties": false, "required": ["type"], "properties": { "type": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }, "count": { "type": "integer", "minimum": 1, "maximum": 16 }, "driver": { "type": "string", "enum": ["default", "latest", "none"] }, "sharing": { "type": "object", "additionalProperties": false, "required": ["strategy", "clients"], "properties": { "strategy": { "type": "string", "enum": ["time-sharing", "mps"] }, "clients": { "type": "integer", "minimum": 2, "maximum": 48 } } } } }, "tpu": { "type": "object", "additionalProperties": false, "required": ["topology"], "properties": { "topology": { "type": "string", "pattern": "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" } } }, "capacity": { "type": "string", "enum": ["on-demand", "spot", "flex-start", "reservation"] }, "zones": { "$ref": "#/$defs/zones" }, "min": { "type": "integer", "minimum": 0, "maximum": 1000 }, "max": { "type": "integer", "minimum": 1, "maximum": 1000 }, "disk": { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "enum": ["pd-standard", "pd-balanced", "pd-ssd", "hyperdisk-balanced"] }, "size": { "$ref": "#/$defs/size" } } }, "existing": { "type": "boolean" }, "selector": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$" }, "additionalProperties": { "type": "string", "maxLength": 63 } }, "tolerations": { "type": "array", "maxItems": 20, "items": { "type": "object", "additionalProperties": false, "required": ["key"], "properties": { "key": { "type": "string", "minLength": 1, "maxLength": 317 }, "operator": { "type": "string", "enum": ["Exists", "Equal"] }, "value": { "type": "string", "maxLength": 63 }, "effect": { "type": "string", "enum": ["NoSchedule", "PreferNoSchedule", "NoExecute"] } } } } } } }, "addons": { "type": "object", "additionalProperties": false, "properties": { "gcsFuse": { "type": "boolean" }, "filestore": { "type": "boolean" }, "managedPrometheus": { "type": "boolean" }, "backup": { "type": "boolean" }, "ray": { "type": "boolean" } } }, "maintenance": { "type": "object", "additionalProperties": false, "required": ["days", "start", "hours"], "properties": { "days": { "type": "array", "minItems": 1, "maxItems": 7, "items": { "type": "string", "enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] } }, "start": { "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, "hours": { "type": "integer", "minimum": 4, "maximum": 24 }, "exclusions": { "type": "array", "maxItems": 3, "items": { "type": "object", "additionalProperties": false, "required": ["name", "from", "to"], "properties": { "name": { "type": "string", "maxLength": 63, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, "from": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "to": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } } } } } }, "deletionProtection": { "type": "boolean" }, "releaseChannel": { "type": "string", "enum": ["RAPID", "REGULAR", "STABLE", "EXTENDED"] }, "encryptionKey": { "type": "string", "pattern": "^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z0-9-]+/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}$" }, "labels": { "type": "object", "maxProperties": 60, "propertyNames": { "pattern": "^[a-z][a-z0-9_-]{0,62}$" }, "additionalProperties": { "type": "string", "pattern": "^[a-z0-9_-]{0,63}$" } } } }, "access": { "type": "object", "additionalProperties": false, "properties": { "domain": { "type": "string", "maxLength": 63, "pattern": "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, "dns": { "type": "object", "additionalProperties": false, "required": ["zone"], "properties": { "zone": { "type": "string", "maxLength": 63, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, "project": { "type": "string", "pattern": "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" } } }, "oauthClient": { "type": ["string", "object"], "pattern": "^google-managed$", "additionalProperties": false, "required": ["secretRef"], "properties": { "secretRef": { "type": "string", "minLength": 1 } } }, "entry": { "type": ["string", "object"], "pattern": "^direct$", "additionalProperties": false, "minProperties": 1, "properties": { "group": { "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$" }, "manage": { "type": "boolean" }, "domain": { "type": "string", "pattern": "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" } } }, "mode": { "type": "string", "enum": ["authoritative", "additive"] }, "guard": { "type": "object", "additionalProperties": false, "properties": { "maxRemovals": { "type": "object", "additionalProperties": false, "properties": { "percent": { "type": "integer", "minimum": 0, "maximum": 100 }, "atLeast": { "type": "integer", "minimum": 0, "maximum": 100000 } } }, "requiredAdmins": { "type": "integer", "minimum": 0, "maximum": 100 } } }, "files": { "type": "array", "minItems": 1, "maxItems": 200, "items": { "type": "object", "additionalProperties": false, "required": ["path", "mayGrant"], "properties": { "path": { "type": "string", "minLength": 1 }, "mayGrant": { "type": "object", "additionalProperties": false, "properties": { "groups": { "type": "array", "maxItems": 100, "items": { "type": "string", "pattern": "^\\*$|^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } }, "admin": { "type": "boolean" } } } } } }, "session": { "type": "object", "additionalProperties": false, "properties": { "reauth": { "$ref": "#/$defs/duration" }, "websocket": { "$ref": "#/$defs/duration" }, "timezone": { "type": "string", "pattern": "^[A-Za-z]+([A-Za-z0-9_+/-]*[A-Za-z0-9])?$" } } }, "audit": { "type": "object", "additionalProperties": false, "required": ["bucket"], "properties": { "bucket": { "type": "string", "minLength": 3, "maxLength": 222, "pattern": "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" } } } } }, "acknowledge": { "type": "array", "maxItems": 50, "items": { "type": "object", "additionalProperties": false, "required": ["rule", "reason"], "properties": { "rule": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }, "reason": { "type": "string", "minLength": 3, "maxLength": 300 } } } }, "approval": { "type": "string", "enum": ["required", "comment", "none"] }, "storage": { "type": "object", "additionalProperties": false, "properties": { "home": { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "enum": ["disk", "filestore", "none"] }, "diskType": { "type": "string", "enum": ["pd-standard", "pd-balanced", "pd-ssd", "hyperdisk-balanced"] }, "size": { "$ref": "#/$defs/size" }, "regional": { "type": "boolean" }, "mode": { "type": "string", "enum": ["instance", "multishare"] }, "tier": { "type": "string", "enum": ["BASIC_HDD", "BASIC_SSD", "ZONAL", "REGIONAL", "ENTERPRISE"] } } }, "buckets": { "type": "object", "additionalProperties": false, "properties": { "perUser": { "type": "boolean" }, "shared": { "type": "array", "maxItems": 20, "items": { "type": "object", "additionalProperties": false, "required": ["bucket", "mountPath"], "properties": { "bucket": { "type": "string", "minLength": 3, "maxLength": 222, "pattern": "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" }, "mountPath": { "type": "string", "pattern": "^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$" }, "readOnly": { "type": "boolean" } } } } } }, "snapshots": { "type": "object", "additionalProperties": false, "required": ["schedule", "keep"], "properties": { "schedule": { "type": "string", "pattern": "^\\S+( \\S+){4}$" }, "keep": { "type": "integer", "minimum": 1, "maximum": 365 } } } } }, "profiles": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "type": "string", "maxLength": 40, "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }, "displayName": { "type": "string", "minLength": 1, "maxLength": 100 }, "description": { "type": "string", "maxLength": 500 }, "default": { "type": "boolean" }, "image": { "$ref": "#/$defs/image" }, "pool": { "type": "string", "minLength": 1 }, "cpu": { "$ref": "#/$defs/cpu" }, "memory": { "$ref": "#/$defs/memory" }, "gpu": { "$ref": "#/$defs/gpu" }, "tpu": { "$ref": "#/$defs/tpu" }, "env": { "$ref": "#/$defs/env" }, "options": { "type": "object", "minProperties": 1, "maxProperties": 10, "propertyNames": { "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "required": ["choices"], "properties": { "displayName": { "type": "string", "minLength": 1, "maxLength": 100 }, "choices": { "type": "object", "minProperties": 1, "maxProperties": 50, "propertyNames": { "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "properties": { "displayName": { "type": "string", "minLength": 1, "maxLength": 100 }, "default": { "type": "boolean" }, "image": { "$ref": "#/$defs/image" }, "cpu": { "$ref": "#/$defs/cpu" }, "memory": { "$ref": "#/$defs/memory" }, "env": { "$ref": "#/$defs/env" } } } } } } }, "unlistedImage": { "type": "object", "additionalProperties": false, "required": ["pattern"], "properties": { "pattern": { "type": "string", "minLength": 3, "maxLength": 500 } } }, "groups": { "$ref": "#/$defs/groups" }, "culling": { "$ref": "#/$defs/culling" }, "startTimeout": { "$ref": "#/$defs/duration" } } } }, "culling": { "$ref": "#/$defs/culling" }, "limits": { "type": "object", "additionalProperties": false, "properties": { "servers": { "type": "integer", "minimum": 1, "maximum": 100000 }, "concurrentSpawns": { "type": "integer", "minimum": 1, "maximum": 1000 }, "namedServers": { "type": "integer", "minimum": 0, "maximum": 20 }, "memoryPerUser": { "$ref": "#/$defs/size" } } }, "images": { "type": "object", "additionalProperties": false, "properties": { "pullSecrets": { "type": "array", "maxItems": 10, "items": { "$ref": "#/$defs/secretRef" } }, "registries": { "type": "array", "maxItems": 20, "items": { "type": "string", "pattern": "^[a-z][a-z0-9-]{4,28}[a-z0-9](/[a-z0-9-]+/[a-z][a-z0-9-]*)?$" } } } }, "ray": { "type": "object", "additionalProperties": false, "properties": { "enabled": { "type": "boolean" }, "version": { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$" }, "image": { "$ref": "#/$defs/image" }, "head": { "type": "object", "additionalProperties": false, "properties": { "cpu": { "$ref": "#/$defs/cpu" }, "memory": { "$ref": "#/$defs/memory" } } }, "workers": { "type": "array", "minItems": 1, "maxItems": 20, "items": { "type": "object", "additionalProperties": false, "required": ["name", "max"], "properties": { "name": { "type": "string", "maxLength": 40, "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }, "min": { "type": "integer", "minimum": 0, "maximum": 1000 }, "max": { "type": "integer", "minimum": 1, "maximum": 1000 }, "cpu": { "$ref": "#/$defs/cpu" }, "memory": { "$ref": "#/$defs/memory" }, "gpu": { "$ref": "#/$defs/gpu" } } } } } }, "hub": { "type": "object", "additionalProperties": false, "properties": { "chart": { "type": "object", "additionalProperties": false, "properties": { "version": { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$" }, "repository": { "type": "string", "pattern": "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$" }, "path": { "type": "string", "minLength": 1 }, "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } }, "values": { "type": "object", "additionalProperties": true } } }, "secrets": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z][A-Za-z0-9_-]{0,62}$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "properties": { "env": { "type": "string", "maxLength": 255, "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "secretManager": { "type": "string", "pattern": "^projects/[a-z0-9-]{4,30}/secrets/[A-Za-z0-9_-]{1,255}/versions/(latest|[1-9][0-9]*)$" } }, "minProperties": 1 } }, "cost": { "type": "object", "additionalProperties": false, "required": ["currency", "asOf", "prices"], "properties": { "currency": { "type": "string", "pattern": "^[A-Z]{3}$" }, "asOf": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "prices": { "type": "object", "minProperties": 1, "maxProperties": 500, "propertyNames": { "pattern": "^[a-z0-9][A-Za-z0-9_/-]{0,62}$" }, "additionalProperties": { "type": "number", "minimum": 0 } } } } }, "$defs": { "duration": { "type": "string", "pattern": "^[1-9][0-9]{0,5}(s|m|h|d)$" }, "zone": { "type": "string", "pattern": "^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$" }, "zones": { "type": "array", "minItems": 1, "maxItems": 10, "items": { "$ref": "#/$defs/zone" } }, "size": { "type": ["string", "number"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, "cpu": { "type": ["number", "string", "object"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$", "additionalProperties": false, "required": ["guarantee", "limit"], "properties": { "guarantee": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, "limit": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" } } }, "memory": { "type": ["number", "string", "object"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$", "additionalProperties": false, "required": ["guarantee", "limit"], "properties": { "guarantee": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, "limit": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" } } }, "cidr": { "type": "string", "pattern": "^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$" }, "image": { "type": "string", "minLength": 1, "maxLength": 512, "pattern": "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$" }, "secretRef": { "type": "object", "additionalProperties": false, "required": ["secretRef"], "properties": { "secretRef": { "type": "string", "minLength": 1 } } }, "gpu": { "type": ["integer", "object"], "minimum": 0, "maximum": 16, "additionalProperties": false, "required": ["type"], "properties": { "type": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }, "count": { "type": "integer", "minimum": 1, "maximum": 16 } } }, "tpu": { "type": ["integer", "object"], "minimum": 1, "maximum": 8, "additionalProperties": false, "required": ["type", "topology"], "properties": { "type": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }, "topology": { "type": "string", "pattern": "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" } } }, "env": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "object"], "additionalProperties": false, "required": ["secretRef"], "properties": { "secretRef": { "type": "string", "minLength": 1 } } } }, "groups": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } }, "culling": { "type": "object", "additionalProperties": false, "properties": { "idle": { "$ref": "#/$defs/duration" }, "maxAge": { "$ref": "#/$defs/duration" } } } } };
const func1 = Object.prototype.hasOwnProperty;
const pattern3 = new RegExp("^[a-z]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern4 = new RegExp("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", "u");
const pattern5 = new RegExp("^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$", "u");
const pattern6 = new RegExp("^[a-z0-9][a-z0-9._-]*[a-z0-9]$", "u");
const pattern7 = new RegExp("^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$", "u");
const pattern8 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._/-]*$", "u");
const pattern21 = new RegExp("^[a-z]([a-z0-9-]{0,33}[a-z0-9])?$", "u");
const pattern22 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)+$", "u");
const pattern23 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
const pattern24 = new RegExp("^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$", "u");
const pattern26 = new RegExp("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$", "u");
const pattern27 = new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", "u");
const pattern29 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
const pattern31 = new RegExp("^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z0-9-]+/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}$", "u");
const pattern32 = new RegExp("^[a-z][a-z0-9_-]{0,62}$", "u");
const pattern33 = new RegExp("^[a-z0-9_-]{0,63}$", "u");
const pattern34 = new RegExp("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
const pattern37 = new RegExp("^google-managed$", "u");
const pattern38 = new RegExp("^direct$", "u");
const pattern39 = new RegExp("^[^@\\s]+@[^@\\s]+$", "u");
const pattern41 = new RegExp("^\\*$|^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$", "u");
const pattern43 = new RegExp("^[A-Za-z]+([A-Za-z0-9_+/-]*[A-Za-z0-9])?$", "u");
const pattern47 = new RegExp("^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$", "u");
const pattern48 = new RegExp("^\\S+( \\S+){4}$", "u");
const pattern49 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern61 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
const pattern64 = new RegExp("^[a-z][a-z0-9-]{4,28}[a-z0-9](/[a-z0-9-]+/[a-z][a-z0-9-]*)?$", "u");
const pattern65 = new RegExp("^[0-9]+\\.[0-9]+\\.[0-9]+$", "u");
const pattern67 = new RegExp("^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$", "u");
const pattern68 = new RegExp("^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$", "u");
const pattern69 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern70 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{0,62}$", "u");
const pattern60 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern72 = new RegExp("^projects/[a-z0-9-]{4,30}/secrets/[A-Za-z0-9_-]{1,255}/versions/(latest|[1-9][0-9]*)$", "u");
const pattern73 = new RegExp("^[A-Z]{3}$", "u");
const pattern75 = new RegExp("^[a-z0-9][A-Za-z0-9_/-]{0,62}$", "u");
const schema20 = { "type": "array", "minItems": 1, "maxItems": 10, "items": { "$ref": "#/$defs/zone" } };
const schema21 = { "type": "string", "pattern": "^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$" };
const pattern12 = new RegExp("^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$", "u");
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate54.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern12.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$" }, message: "must match pattern \"" + "^[a-z]+(-[a-z]+)+[0-9]{1,2}-[a-z]$" + "\"" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate54.errors = vErrors;
    return errors === 0;
}
validate54.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate53.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (Array.isArray(data)) {
        if (data.length > 10) {
            const err0 = { instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.length < 1) {
            const err1 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
            if (!(validate54(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                errors = vErrors.length;
            }
        }
    }
    else {
        const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    validate53.errors = vErrors;
    return errors === 0;
}
validate53.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
const schema22 = { "type": "string", "pattern": "^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$" };
const pattern20 = new RegExp("^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$", "u");
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate57.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern20.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$" }, message: "must match pattern \"" + "^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}/(3[0-2]|[12]?[0-9])$" + "\"" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate57.errors = vErrors;
    return errors === 0;
}
validate57.evaluated = { "dynamicProps": false, "dynamicItems": false };
const schema23 = { "type": ["string", "number"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" };
const pattern25 = new RegExp("^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$", "u");
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate62.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if ((typeof data !== "string") && (!((typeof data == "number") && (isFinite(data))))) {
        const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema23.type }, message: "must be string,number" };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (typeof data === "string") {
        if (!pattern25.test(data)) {
            const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" + "\"" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
    }
    validate62.errors = vErrors;
    return errors === 0;
}
validate62.evaluated = { "dynamicProps": false, "dynamicItems": false };
const schema24 = { "type": "string", "pattern": "^[1-9][0-9]{0,5}(s|m|h|d)$" };
const pattern42 = new RegExp("^[1-9][0-9]{0,5}(s|m|h|d)$", "u");
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate64.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern42.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]{0,5}(s|m|h|d)$" }, message: "must match pattern \"" + "^[1-9][0-9]{0,5}(s|m|h|d)$" + "\"" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate64.errors = vErrors;
    return errors === 0;
}
validate64.evaluated = { "dynamicProps": false, "dynamicItems": false };
const schema25 = { "type": "string", "minLength": 1, "maxLength": 512, "pattern": "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$" };
const pattern50 = new RegExp("^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$", "u");
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate68.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (data.length > 512) {
            const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.length < 1) {
            const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (!pattern50.test(data)) {
            const err2 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$" }, message: "must match pattern \"" + "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$" + "\"" };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    else {
        const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
            vErrors = [err3];
        }
        else {
            vErrors.push(err3);
        }
        errors++;
    }
    validate68.errors = vErrors;
    return errors === 0;
}
validate68.evaluated = { "dynamicProps": false, "dynamicItems": false };
const schema26 = { "type": ["number", "string", "object"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$", "additionalProperties": false, "required": ["guarantee", "limit"], "properties": { "guarantee": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, "limit": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" } } };
const pattern51 = new RegExp("^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$", "u");
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate70.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (((!((typeof data == "number") && (isFinite(data)))) && (typeof data !== "string")) && (!(data && typeof data == "object" && !Array.isArray(data)))) {
        const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema26.type }, message: "must be number,string,object" };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (typeof data === "string") {
        if (!pattern51.test(data)) {
            const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" + "\"" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.guarantee === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "guarantee" }, message: "must have required property '" + "guarantee" + "'" };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.limit === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "limit" }, message: "must have required property '" + "limit" + "'" };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((key0 === "guarantee") || (key0 === "limit"))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.guarantee !== undefined) {
            let data0 = data.guarantee;
            if ((!((typeof data0 == "number") && (isFinite(data0)))) && (typeof data0 !== "string")) {
                const err5 = { instancePath: instancePath + "/guarantee", schemaPath: "#/properties/guarantee/type", keyword: "type", params: { type: schema26.properties.guarantee.type }, message: "must be number,string" };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
            if (typeof data0 === "string") {
                if (!pattern51.test(data0)) {
                    const err6 = { instancePath: instancePath + "/guarantee", schemaPath: "#/properties/guarantee/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err6];
                    }
                    else {
                        vErrors.push(err6);
                    }
                    errors++;
                }
            }
        }
        if (data.limit !== undefined) {
            let data1 = data.limit;
            if ((!((typeof data1 == "number") && (isFinite(data1)))) && (typeof data1 !== "string")) {
                const err7 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: schema26.properties.limit.type }, message: "must be number,string" };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
            if (typeof data1 === "string") {
                if (!pattern51.test(data1)) {
                    const err8 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err8];
                    }
                    else {
                        vErrors.push(err8);
                    }
                    errors++;
                }
            }
        }
    }
    validate70.errors = vErrors;
    return errors === 0;
}
validate70.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const schema27 = { "type": ["number", "string", "object"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$", "additionalProperties": false, "required": ["guarantee", "limit"], "properties": { "guarantee": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, "limit": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" } } };
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate72.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (((!((typeof data == "number") && (isFinite(data)))) && (typeof data !== "string")) && (!(data && typeof data == "object" && !Array.isArray(data)))) {
        const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema27.type }, message: "must be number,string,object" };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if (typeof data === "string") {
        if (!pattern25.test(data)) {
            const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" + "\"" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.guarantee === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "guarantee" }, message: "must have required property '" + "guarantee" + "'" };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.limit === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "limit" }, message: "must have required property '" + "limit" + "'" };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((key0 === "guarantee") || (key0 === "limit"))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.guarantee !== undefined) {
            let data0 = data.guarantee;
            if ((!((typeof data0 == "number") && (isFinite(data0)))) && (typeof data0 !== "string")) {
                const err5 = { instancePath: instancePath + "/guarantee", schemaPath: "#/properties/guarantee/type", keyword: "type", params: { type: schema27.properties.guarantee.type }, message: "must be number,string" };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
            if (typeof data0 === "string") {
                if (!pattern25.test(data0)) {
                    const err6 = { instancePath: instancePath + "/guarantee", schemaPath: "#/properties/guarantee/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err6];
                    }
                    else {
                        vErrors.push(err6);
                    }
                    errors++;
                }
            }
        }
        if (data.limit !== undefined) {
            let data1 = data.limit;
            if ((!((typeof data1 == "number") && (isFinite(data1)))) && (typeof data1 !== "string")) {
                const err7 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: schema27.properties.limit.type }, message: "must be number,string" };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
            if (typeof data1 === "string") {
                if (!pattern25.test(data1)) {
                    const err8 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err8];
                    }
                    else {
                        vErrors.push(err8);
                    }
                    errors++;
                }
            }
        }
    }
    validate72.errors = vErrors;
    return errors === 0;
}
validate72.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const schema28 = { "type": ["integer", "object"], "minimum": 0, "maximum": 16, "additionalProperties": false, "required": ["type"], "properties": { "type": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }, "count": { "type": "integer", "minimum": 1, "maximum": 16 } } };
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate74.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if ((!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))) && (!(data && typeof data == "object" && !Array.isArray(data)))) {
        const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema28.type }, message: "must be integer,object" };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if ((typeof data == "number") && (isFinite(data))) {
        if (data > 16 || isNaN(data)) {
            const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, message: "must be <= 16" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data < 0 || isNaN(data)) {
            const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.type === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'" };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((key0 === "type") || (key0 === "count"))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.type !== undefined) {
            let data0 = data.type;
            if (typeof data0 === "string") {
                if (!pattern23.test(data0)) {
                    const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: "must match pattern \"" + "^[a-z0-9]+(-[a-z0-9]+)*$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err5];
                    }
                    else {
                        vErrors.push(err5);
                    }
                    errors++;
                }
            }
            else {
                const err6 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.count !== undefined) {
            let data1 = data.count;
            if (!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))) {
                const err7 = { instancePath: instancePath + "/count", schemaPath: "#/properties/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
            if ((typeof data1 == "number") && (isFinite(data1))) {
                if (data1 > 16 || isNaN(data1)) {
                    const err8 = { instancePath: instancePath + "/count", schemaPath: "#/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, message: "must be <= 16" };
                    if (vErrors === null) {
                        vErrors = [err8];
                    }
                    else {
                        vErrors.push(err8);
                    }
                    errors++;
                }
                if (data1 < 1 || isNaN(data1)) {
                    const err9 = { instancePath: instancePath + "/count", schemaPath: "#/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                    if (vErrors === null) {
                        vErrors = [err9];
                    }
                    else {
                        vErrors.push(err9);
                    }
                    errors++;
                }
            }
        }
    }
    validate74.errors = vErrors;
    return errors === 0;
}
validate74.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const schema29 = { "type": ["integer", "object"], "minimum": 1, "maximum": 8, "additionalProperties": false, "required": ["type", "topology"], "properties": { "type": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }, "topology": { "type": "string", "pattern": "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" } } };
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate76.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if ((!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))) && (!(data && typeof data == "object" && !Array.isArray(data)))) {
        const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema29.type }, message: "must be integer,object" };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    if ((typeof data == "number") && (isFinite(data))) {
        if (data > 8 || isNaN(data)) {
            const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 8 }, message: "must be <= 8" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data < 1 || isNaN(data)) {
            const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.type === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'" };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        if (data.topology === undefined) {
            const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "topology" }, message: "must have required property '" + "topology" + "'" };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((key0 === "type") || (key0 === "topology"))) {
                const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.type !== undefined) {
            let data0 = data.type;
            if (typeof data0 === "string") {
                if (!pattern23.test(data0)) {
                    const err6 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: "must match pattern \"" + "^[a-z0-9]+(-[a-z0-9]+)*$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err6];
                    }
                    else {
                        vErrors.push(err6);
                    }
                    errors++;
                }
            }
            else {
                const err7 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
        }
        if (data.topology !== undefined) {
            let data1 = data.topology;
            if (typeof data1 === "string") {
                if (!pattern24.test(data1)) {
                    const err8 = { instancePath: instancePath + "/topology", schemaPath: "#/properties/topology/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" }, message: "must match pattern \"" + "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err8];
                    }
                    else {
                        vErrors.push(err8);
                    }
                    errors++;
                }
            }
            else {
                const err9 = { instancePath: instancePath + "/topology", schemaPath: "#/properties/topology/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
        }
    }
    validate76.errors = vErrors;
    return errors === 0;
}
validate76.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const schema30 = { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "object"], "additionalProperties": false, "required": ["secretRef"], "properties": { "secretRef": { "type": "string", "minLength": 1 } } } };
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate78.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        for (const key0 in data) {
            const _errs1 = errors;
            if (typeof key0 === "string") {
                if (!pattern60.test(key0)) {
                    const err0 = { instancePath, schemaPath: "#/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_]*$" + "\"", propertyName: key0 };
                    if (vErrors === null) {
                        vErrors = [err0];
                    }
                    else {
                        vErrors.push(err0);
                    }
                    errors++;
                }
            }
            var valid0 = _errs1 === errors;
            if (!valid0) {
                const err1 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid" };
                if (vErrors === null) {
                    vErrors = [err1];
                }
                else {
                    vErrors.push(err1);
                }
                errors++;
            }
        }
        for (const key1 in data) {
            let data0 = data[key1];
            if ((typeof data0 !== "string") && (!(data0 && typeof data0 == "object" && !Array.isArray(data0)))) {
                const err2 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: schema30.additionalProperties.type }, message: "must be string,object" };
                if (vErrors === null) {
                    vErrors = [err2];
                }
                else {
                    vErrors.push(err2);
                }
                errors++;
            }
            if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                if (data0.secretRef === undefined) {
                    const err3 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/required", keyword: "required", params: { missingProperty: "secretRef" }, message: "must have required property '" + "secretRef" + "'" };
                    if (vErrors === null) {
                        vErrors = [err3];
                    }
                    else {
                        vErrors.push(err3);
                    }
                    errors++;
                }
                for (const key2 in data0) {
                    if (!(key2 === "secretRef")) {
                        const err4 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err4];
                        }
                        else {
                            vErrors.push(err4);
                        }
                        errors++;
                    }
                }
                if (data0.secretRef !== undefined) {
                    let data1 = data0.secretRef;
                    if (typeof data1 === "string") {
                        if (data1.length < 1) {
                            const err5 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/secretRef", schemaPath: "#/additionalProperties/properties/secretRef/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                            if (vErrors === null) {
                                vErrors = [err5];
                            }
                            else {
                                vErrors.push(err5);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err6 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/secretRef", schemaPath: "#/additionalProperties/properties/secretRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err6];
                        }
                        else {
                            vErrors.push(err6);
                        }
                        errors++;
                    }
                }
            }
        }
    }
    else {
        const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
            vErrors = [err7];
        }
        else {
            vErrors.push(err7);
        }
        errors++;
    }
    validate78.errors = vErrors;
    return errors === 0;
}
validate78.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const schema31 = { "type": "array", "minItems": 1, "maxItems": 100, "items": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } };
const pattern63 = new RegExp("^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$", "u");
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate84.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (Array.isArray(data)) {
        if (data.length > 100) {
            const err0 = { instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.length < 1) {
            const err1 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
            let data0 = data[i0];
            if (typeof data0 === "string") {
                if (!pattern63.test(data0)) {
                    const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err2];
                    }
                    else {
                        vErrors.push(err2);
                    }
                    errors++;
                }
            }
            else {
                const err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err3];
                }
                else {
                    vErrors.push(err3);
                }
                errors++;
            }
        }
    }
    else {
        const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
            vErrors = [err4];
        }
        else {
            vErrors.push(err4);
        }
        errors++;
    }
    validate84.errors = vErrors;
    return errors === 0;
}
validate84.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
const schema32 = { "type": "object", "additionalProperties": false, "properties": { "idle": { "$ref": "#/$defs/duration" }, "maxAge": { "$ref": "#/$defs/duration" } } };
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate86.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        for (const key0 in data) {
            if (!((key0 === "idle") || (key0 === "maxAge"))) {
                const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err0];
                }
                else {
                    vErrors.push(err0);
                }
                errors++;
            }
        }
        if (data.idle !== undefined) {
            if (!(validate64(data.idle, { instancePath: instancePath + "/idle", parentData: data, parentDataProperty: "idle", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                errors = vErrors.length;
            }
        }
        if (data.maxAge !== undefined) {
            if (!(validate64(data.maxAge, { instancePath: instancePath + "/maxAge", parentData: data, parentDataProperty: "maxAge", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                errors = vErrors.length;
            }
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate86.errors = vErrors;
    return errors === 0;
}
validate86.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const schema33 = { "type": "object", "additionalProperties": false, "required": ["secretRef"], "properties": { "secretRef": { "type": "string", "minLength": 1 } } };
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate93.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.secretRef === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "secretRef" }, message: "must have required property '" + "secretRef" + "'" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!(key0 === "secretRef")) {
                const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err1];
                }
                else {
                    vErrors.push(err1);
                }
                errors++;
            }
        }
        if (data.secretRef !== undefined) {
            let data0 = data.secretRef;
            if (typeof data0 === "string") {
                if (data0.length < 1) {
                    const err2 = { instancePath: instancePath + "/secretRef", schemaPath: "#/properties/secretRef/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                        vErrors = [err2];
                    }
                    else {
                        vErrors.push(err2);
                    }
                    errors++;
                }
            }
            else {
                const err3 = { instancePath: instancePath + "/secretRef", schemaPath: "#/properties/secretRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err3];
                }
                else {
                    vErrors.push(err3);
                }
                errors++;
            }
        }
    }
    else {
        const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
            vErrors = [err4];
        }
        else {
            vErrors.push(err4);
        }
        errors++;
    }
    validate93.errors = vErrors;
    return errors === 0;
}
validate93.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    /*# sourceURL="jupyterhub.schema.json" */ ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate52.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.apiVersion === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property '" + "apiVersion" + "'" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.name === undefined) {
            const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'" };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.project === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "project" }, message: "must have required property '" + "project" + "'" };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.location === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "location" }, message: "must have required property '" + "location" + "'" };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        if (data.state === undefined) {
            const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property '" + "state" + "'" };
            if (vErrors === null) {
                vErrors = [err4];
            }
            else {
                vErrors.push(err4);
            }
            errors++;
        }
        if (data.users === undefined) {
            const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "users" }, message: "must have required property '" + "users" + "'" };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!(func1.call(schema19.properties, key0))) {
                const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        if (data.apiVersion !== undefined) {
            let data0 = data.apiVersion;
            if (typeof data0 !== "string") {
                const err7 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
            if ("jupyterhub-gke/v1" !== data0) {
                const err8 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "jupyterhub-gke/v1" }, message: "must be equal to constant" };
                if (vErrors === null) {
                    vErrors = [err8];
                }
                else {
                    vErrors.push(err8);
                }
                errors++;
            }
        }
        if (data.name !== undefined) {
            let data1 = data.name;
            if (typeof data1 === "string") {
                if (data1.length > 25) {
                    const err9 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 25 }, message: "must NOT have more than 25 characters" };
                    if (vErrors === null) {
                        vErrors = [err9];
                    }
                    else {
                        vErrors.push(err9);
                    }
                    errors++;
                }
                if (!pattern3.test(data1)) {
                    const err10 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
            }
            else {
                const err11 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err11];
                }
                else {
                    vErrors.push(err11);
                }
                errors++;
            }
        }
        if (data.project !== undefined) {
            let data2 = data.project;
            if (typeof data2 === "string") {
                if (!pattern4.test(data2)) {
                    const err12 = { instancePath: instancePath + "/project", schemaPath: "#/properties/project/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err12];
                    }
                    else {
                        vErrors.push(err12);
                    }
                    errors++;
                }
            }
            else {
                const err13 = { instancePath: instancePath + "/project", schemaPath: "#/properties/project/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err13];
                }
                else {
                    vErrors.push(err13);
                }
                errors++;
            }
        }
        if (data.location !== undefined) {
            let data3 = data.location;
            if (typeof data3 === "string") {
                if (!pattern5.test(data3)) {
                    const err14 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/pattern", keyword: "pattern", params: { pattern: "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" }, message: "must match pattern \"" + "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" + "\"" };
                    if (vErrors === null) {
                        vErrors = [err14];
                    }
                    else {
                        vErrors.push(err14);
                    }
                    errors++;
                }
            }
            else {
                const err15 = { instancePath: instancePath + "/location", schemaPath: "#/properties/location/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err15];
                }
                else {
                    vErrors.push(err15);
                }
                errors++;
            }
        }
        if (data.state !== undefined) {
            let data4 = data.state;
            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                if (data4.bucket === undefined) {
                    const err16 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/required", keyword: "required", params: { missingProperty: "bucket" }, message: "must have required property '" + "bucket" + "'" };
                    if (vErrors === null) {
                        vErrors = [err16];
                    }
                    else {
                        vErrors.push(err16);
                    }
                    errors++;
                }
                for (const key1 in data4) {
                    if (!(key1 === "bucket")) {
                        const err17 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err17];
                        }
                        else {
                            vErrors.push(err17);
                        }
                        errors++;
                    }
                }
                if (data4.bucket !== undefined) {
                    let data5 = data4.bucket;
                    if (typeof data5 === "string") {
                        if (data5.length > 222) {
                            const err18 = { instancePath: instancePath + "/state/bucket", schemaPath: "#/properties/state/properties/bucket/maxLength", keyword: "maxLength", params: { limit: 222 }, message: "must NOT have more than 222 characters" };
                            if (vErrors === null) {
                                vErrors = [err18];
                            }
                            else {
                                vErrors.push(err18);
                            }
                            errors++;
                        }
                        if (data5.length < 3) {
                            const err19 = { instancePath: instancePath + "/state/bucket", schemaPath: "#/properties/state/properties/bucket/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
                            if (vErrors === null) {
                                vErrors = [err19];
                            }
                            else {
                                vErrors.push(err19);
                            }
                            errors++;
                        }
                        if (!pattern6.test(data5)) {
                            const err20 = { instancePath: instancePath + "/state/bucket", schemaPath: "#/properties/state/properties/bucket/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err20];
                            }
                            else {
                                vErrors.push(err20);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err21 = { instancePath: instancePath + "/state/bucket", schemaPath: "#/properties/state/properties/bucket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err21];
                        }
                        else {
                            vErrors.push(err21);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err22 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err22];
                }
                else {
                    vErrors.push(err22);
                }
                errors++;
            }
        }
        if (data.users !== undefined) {
            let data6 = data.users;
            if ((!data6 || typeof data6 != "object") && (typeof data6 !== "string")) {
                const err23 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: schema19.properties.users.type }, message: "must be string,object,array" };
                if (vErrors === null) {
                    vErrors = [err23];
                }
                else {
                    vErrors.push(err23);
                }
                errors++;
            }
            if (typeof data6 === "string") {
                if (data6.length < 1) {
                    const err24 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                        vErrors = [err24];
                    }
                    else {
                        vErrors.push(err24);
                    }
                    errors++;
                }
            }
            if (Array.isArray(data6)) {
                if (data6.length > 1000) {
                    const err25 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/maxItems", keyword: "maxItems", params: { limit: 1000 }, message: "must NOT have more than 1000 items" };
                    if (vErrors === null) {
                        vErrors = [err25];
                    }
                    else {
                        vErrors.push(err25);
                    }
                    errors++;
                }
                if (data6.length < 1) {
                    const err26 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                        vErrors = [err26];
                    }
                    else {
                        vErrors.push(err26);
                    }
                    errors++;
                }
                const len0 = data6.length;
                for (let i0 = 0; i0 < len0; i0++) {
                    let data7 = data6[i0];
                    if ((typeof data7 !== "string") && (!(data7 && typeof data7 == "object" && !Array.isArray(data7)))) {
                        const err27 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/type", keyword: "type", params: { type: schema19.properties.users.items.type }, message: "must be string,object" };
                        if (vErrors === null) {
                            vErrors = [err27];
                        }
                        else {
                            vErrors.push(err27);
                        }
                        errors++;
                    }
                    if (typeof data7 === "string") {
                        if (data7.length < 1) {
                            const err28 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                            if (vErrors === null) {
                                vErrors = [err28];
                            }
                            else {
                                vErrors.push(err28);
                            }
                            errors++;
                        }
                    }
                    if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                        if (data7.path === undefined) {
                            const err29 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property '" + "path" + "'" };
                            if (vErrors === null) {
                                vErrors = [err29];
                            }
                            else {
                                vErrors.push(err29);
                            }
                            errors++;
                        }
                        for (const key2 in data7) {
                            if (!((((key2 === "path") || (key2 === "columns")) || (key2 === "repository")) || (key2 === "ref"))) {
                                const err30 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err30];
                                }
                                else {
                                    vErrors.push(err30);
                                }
                                errors++;
                            }
                        }
                        if (data7.path !== undefined) {
                            let data8 = data7.path;
                            if (typeof data8 === "string") {
                                if (data8.length < 1) {
                                    const err31 = { instancePath: instancePath + "/users/" + i0 + "/path", schemaPath: "#/properties/users/items/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err31];
                                    }
                                    else {
                                        vErrors.push(err31);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err32 = { instancePath: instancePath + "/users/" + i0 + "/path", schemaPath: "#/properties/users/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err32];
                                }
                                else {
                                    vErrors.push(err32);
                                }
                                errors++;
                            }
                        }
                        if (data7.columns !== undefined) {
                            let data9 = data7.columns;
                            if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                                for (const key3 in data9) {
                                    if (!((((key3 === "email") || (key3 === "groups")) || (key3 === "until")) || (key3 === "note"))) {
                                        const err33 = { instancePath: instancePath + "/users/" + i0 + "/columns", schemaPath: "#/properties/users/items/properties/columns/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err33];
                                        }
                                        else {
                                            vErrors.push(err33);
                                        }
                                        errors++;
                                    }
                                }
                                if (data9.email !== undefined) {
                                    let data10 = data9.email;
                                    if (typeof data10 === "string") {
                                        if (data10.length < 1) {
                                            const err34 = { instancePath: instancePath + "/users/" + i0 + "/columns/email", schemaPath: "#/properties/users/items/properties/columns/properties/email/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err34];
                                            }
                                            else {
                                                vErrors.push(err34);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err35 = { instancePath: instancePath + "/users/" + i0 + "/columns/email", schemaPath: "#/properties/users/items/properties/columns/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err35];
                                        }
                                        else {
                                            vErrors.push(err35);
                                        }
                                        errors++;
                                    }
                                }
                                if (data9.groups !== undefined) {
                                    let data11 = data9.groups;
                                    if (typeof data11 === "string") {
                                        if (data11.length < 1) {
                                            const err36 = { instancePath: instancePath + "/users/" + i0 + "/columns/groups", schemaPath: "#/properties/users/items/properties/columns/properties/groups/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err36];
                                            }
                                            else {
                                                vErrors.push(err36);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err37 = { instancePath: instancePath + "/users/" + i0 + "/columns/groups", schemaPath: "#/properties/users/items/properties/columns/properties/groups/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err37];
                                        }
                                        else {
                                            vErrors.push(err37);
                                        }
                                        errors++;
                                    }
                                }
                                if (data9.until !== undefined) {
                                    let data12 = data9.until;
                                    if (typeof data12 === "string") {
                                        if (data12.length < 1) {
                                            const err38 = { instancePath: instancePath + "/users/" + i0 + "/columns/until", schemaPath: "#/properties/users/items/properties/columns/properties/until/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err38];
                                            }
                                            else {
                                                vErrors.push(err38);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err39 = { instancePath: instancePath + "/users/" + i0 + "/columns/until", schemaPath: "#/properties/users/items/properties/columns/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err39];
                                        }
                                        else {
                                            vErrors.push(err39);
                                        }
                                        errors++;
                                    }
                                }
                                if (data9.note !== undefined) {
                                    let data13 = data9.note;
                                    if (typeof data13 === "string") {
                                        if (data13.length < 1) {
                                            const err40 = { instancePath: instancePath + "/users/" + i0 + "/columns/note", schemaPath: "#/properties/users/items/properties/columns/properties/note/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err40];
                                            }
                                            else {
                                                vErrors.push(err40);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err41 = { instancePath: instancePath + "/users/" + i0 + "/columns/note", schemaPath: "#/properties/users/items/properties/columns/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err41];
                                        }
                                        else {
                                            vErrors.push(err41);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err42 = { instancePath: instancePath + "/users/" + i0 + "/columns", schemaPath: "#/properties/users/items/properties/columns/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err42];
                                }
                                else {
                                    vErrors.push(err42);
                                }
                                errors++;
                            }
                        }
                        if (data7.repository !== undefined) {
                            let data14 = data7.repository;
                            if (typeof data14 === "string") {
                                if (!pattern7.test(data14)) {
                                    const err43 = { instancePath: instancePath + "/users/" + i0 + "/repository", schemaPath: "#/properties/users/items/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" }, message: "must match pattern \"" + "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err43];
                                    }
                                    else {
                                        vErrors.push(err43);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err44 = { instancePath: instancePath + "/users/" + i0 + "/repository", schemaPath: "#/properties/users/items/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err44];
                                }
                                else {
                                    vErrors.push(err44);
                                }
                                errors++;
                            }
                        }
                        if (data7.ref !== undefined) {
                            let data15 = data7.ref;
                            if (typeof data15 === "string") {
                                if (data15.length > 255) {
                                    const err45 = { instancePath: instancePath + "/users/" + i0 + "/ref", schemaPath: "#/properties/users/items/properties/ref/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err45];
                                    }
                                    else {
                                        vErrors.push(err45);
                                    }
                                    errors++;
                                }
                                if (data15.length < 1) {
                                    const err46 = { instancePath: instancePath + "/users/" + i0 + "/ref", schemaPath: "#/properties/users/items/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err46];
                                    }
                                    else {
                                        vErrors.push(err46);
                                    }
                                    errors++;
                                }
                                if (!pattern8.test(data15)) {
                                    const err47 = { instancePath: instancePath + "/users/" + i0 + "/ref", schemaPath: "#/properties/users/items/properties/ref/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$" }, message: "must match pattern \"" + "^[A-Za-z0-9][A-Za-z0-9._/-]*$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err47];
                                    }
                                    else {
                                        vErrors.push(err47);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err48 = { instancePath: instancePath + "/users/" + i0 + "/ref", schemaPath: "#/properties/users/items/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err48];
                                }
                                else {
                                    vErrors.push(err48);
                                }
                                errors++;
                            }
                        }
                    }
                }
            }
            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                if (data6.path === undefined) {
                    const err49 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property '" + "path" + "'" };
                    if (vErrors === null) {
                        vErrors = [err49];
                    }
                    else {
                        vErrors.push(err49);
                    }
                    errors++;
                }
                for (const key4 in data6) {
                    if (!((((key4 === "path") || (key4 === "columns")) || (key4 === "repository")) || (key4 === "ref"))) {
                        const err50 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err50];
                        }
                        else {
                            vErrors.push(err50);
                        }
                        errors++;
                    }
                }
                if (data6.path !== undefined) {
                    let data16 = data6.path;
                    if (typeof data16 === "string") {
                        if (data16.length < 1) {
                            const err51 = { instancePath: instancePath + "/users/path", schemaPath: "#/properties/users/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                            if (vErrors === null) {
                                vErrors = [err51];
                            }
                            else {
                                vErrors.push(err51);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err52 = { instancePath: instancePath + "/users/path", schemaPath: "#/properties/users/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err52];
                        }
                        else {
                            vErrors.push(err52);
                        }
                        errors++;
                    }
                }
                if (data6.columns !== undefined) {
                    let data17 = data6.columns;
                    if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                        for (const key5 in data17) {
                            if (!((((key5 === "email") || (key5 === "groups")) || (key5 === "until")) || (key5 === "note"))) {
                                const err53 = { instancePath: instancePath + "/users/columns", schemaPath: "#/properties/users/properties/columns/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err53];
                                }
                                else {
                                    vErrors.push(err53);
                                }
                                errors++;
                            }
                        }
                        if (data17.email !== undefined) {
                            let data18 = data17.email;
                            if (typeof data18 === "string") {
                                if (data18.length < 1) {
                                    const err54 = { instancePath: instancePath + "/users/columns/email", schemaPath: "#/properties/users/properties/columns/properties/email/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err54];
                                    }
                                    else {
                                        vErrors.push(err54);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err55 = { instancePath: instancePath + "/users/columns/email", schemaPath: "#/properties/users/properties/columns/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err55];
                                }
                                else {
                                    vErrors.push(err55);
                                }
                                errors++;
                            }
                        }
                        if (data17.groups !== undefined) {
                            let data19 = data17.groups;
                            if (typeof data19 === "string") {
                                if (data19.length < 1) {
                                    const err56 = { instancePath: instancePath + "/users/columns/groups", schemaPath: "#/properties/users/properties/columns/properties/groups/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err56];
                                    }
                                    else {
                                        vErrors.push(err56);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err57 = { instancePath: instancePath + "/users/columns/groups", schemaPath: "#/properties/users/properties/columns/properties/groups/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err57];
                                }
                                else {
                                    vErrors.push(err57);
                                }
                                errors++;
                            }
                        }
                        if (data17.until !== undefined) {
                            let data20 = data17.until;
                            if (typeof data20 === "string") {
                                if (data20.length < 1) {
                                    const err58 = { instancePath: instancePath + "/users/columns/until", schemaPath: "#/properties/users/properties/columns/properties/until/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err58];
                                    }
                                    else {
                                        vErrors.push(err58);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err59 = { instancePath: instancePath + "/users/columns/until", schemaPath: "#/properties/users/properties/columns/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err59];
                                }
                                else {
                                    vErrors.push(err59);
                                }
                                errors++;
                            }
                        }
                        if (data17.note !== undefined) {
                            let data21 = data17.note;
                            if (typeof data21 === "string") {
                                if (data21.length < 1) {
                                    const err60 = { instancePath: instancePath + "/users/columns/note", schemaPath: "#/properties/users/properties/columns/properties/note/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err60];
                                    }
                                    else {
                                        vErrors.push(err60);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err61 = { instancePath: instancePath + "/users/columns/note", schemaPath: "#/properties/users/properties/columns/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err61];
                                }
                                else {
                                    vErrors.push(err61);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err62 = { instancePath: instancePath + "/users/columns", schemaPath: "#/properties/users/properties/columns/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err62];
                        }
                        else {
                            vErrors.push(err62);
                        }
                        errors++;
                    }
                }
                if (data6.repository !== undefined) {
                    let data22 = data6.repository;
                    if (typeof data22 === "string") {
                        if (!pattern7.test(data22)) {
                            const err63 = { instancePath: instancePath + "/users/repository", schemaPath: "#/properties/users/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" }, message: "must match pattern \"" + "^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err63];
                            }
                            else {
                                vErrors.push(err63);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err64 = { instancePath: instancePath + "/users/repository", schemaPath: "#/properties/users/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err64];
                        }
                        else {
                            vErrors.push(err64);
                        }
                        errors++;
                    }
                }
                if (data6.ref !== undefined) {
                    let data23 = data6.ref;
                    if (typeof data23 === "string") {
                        if (data23.length > 255) {
                            const err65 = { instancePath: instancePath + "/users/ref", schemaPath: "#/properties/users/properties/ref/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                            if (vErrors === null) {
                                vErrors = [err65];
                            }
                            else {
                                vErrors.push(err65);
                            }
                            errors++;
                        }
                        if (data23.length < 1) {
                            const err66 = { instancePath: instancePath + "/users/ref", schemaPath: "#/properties/users/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                            if (vErrors === null) {
                                vErrors = [err66];
                            }
                            else {
                                vErrors.push(err66);
                            }
                            errors++;
                        }
                        if (!pattern8.test(data23)) {
                            const err67 = { instancePath: instancePath + "/users/ref", schemaPath: "#/properties/users/properties/ref/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$" }, message: "must match pattern \"" + "^[A-Za-z0-9][A-Za-z0-9._/-]*$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err67];
                            }
                            else {
                                vErrors.push(err67);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err68 = { instancePath: instancePath + "/users/ref", schemaPath: "#/properties/users/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err68];
                        }
                        else {
                            vErrors.push(err68);
                        }
                        errors++;
                    }
                }
            }
        }
        if (data.extends !== undefined) {
            let data24 = data.extends;
            if (typeof data24 === "string") {
                if (data24.length < 1) {
                    const err69 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                        vErrors = [err69];
                    }
                    else {
                        vErrors.push(err69);
                    }
                    errors++;
                }
            }
            else {
                const err70 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err70];
                }
                else {
                    vErrors.push(err70);
                }
                errors++;
            }
        }
        if (data.platform !== undefined) {
            let data25 = data.platform;
            if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                for (const key6 in data25) {
                    if (!(func1.call(schema19.properties.platform.properties, key6))) {
                        const err71 = { instancePath: instancePath + "/platform", schemaPath: "#/properties/platform/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err71];
                        }
                        else {
                            vErrors.push(err71);
                        }
                        errors++;
                    }
                }
                if (data25.from !== undefined) {
                    let data26 = data25.from;
                    if (typeof data26 === "string") {
                        if (data26.length < 1) {
                            const err72 = { instancePath: instancePath + "/platform/from", schemaPath: "#/properties/platform/properties/from/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                            if (vErrors === null) {
                                vErrors = [err72];
                            }
                            else {
                                vErrors.push(err72);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err73 = { instancePath: instancePath + "/platform/from", schemaPath: "#/properties/platform/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err73];
                        }
                        else {
                            vErrors.push(err73);
                        }
                        errors++;
                    }
                }
                if (data25.name !== undefined) {
                    let data27 = data25.name;
                    if (typeof data27 === "string") {
                        if (data27.length > 25) {
                            const err74 = { instancePath: instancePath + "/platform/name", schemaPath: "#/properties/platform/properties/name/maxLength", keyword: "maxLength", params: { limit: 25 }, message: "must NOT have more than 25 characters" };
                            if (vErrors === null) {
                                vErrors = [err74];
                            }
                            else {
                                vErrors.push(err74);
                            }
                            errors++;
                        }
                        if (!pattern3.test(data27)) {
                            const err75 = { instancePath: instancePath + "/platform/name", schemaPath: "#/properties/platform/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err75];
                            }
                            else {
                                vErrors.push(err75);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err76 = { instancePath: instancePath + "/platform/name", schemaPath: "#/properties/platform/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err76];
                        }
                        else {
                            vErrors.push(err76);
                        }
                        errors++;
                    }
                }
                if (data25.cluster !== undefined) {
                    let data28 = data25.cluster;
                    if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                        for (const key7 in data28) {
                            if (!(((key7 === "mode") || (key7 === "zones")) || (key7 === "existing"))) {
                                const err77 = { instancePath: instancePath + "/platform/cluster", schemaPath: "#/properties/platform/properties/cluster/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err77];
                                }
                                else {
                                    vErrors.push(err77);
                                }
                                errors++;
                            }
                        }
                        if (data28.mode !== undefined) {
                            let data29 = data28.mode;
                            if (typeof data29 !== "string") {
                                const err78 = { instancePath: instancePath + "/platform/cluster/mode", schemaPath: "#/properties/platform/properties/cluster/properties/mode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err78];
                                }
                                else {
                                    vErrors.push(err78);
                                }
                                errors++;
                            }
                            if (!((data29 === "autopilot") || (data29 === "standard"))) {
                                const err79 = { instancePath: instancePath + "/platform/cluster/mode", schemaPath: "#/properties/platform/properties/cluster/properties/mode/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.cluster.properties.mode.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err79];
                                }
                                else {
                                    vErrors.push(err79);
                                }
                                errors++;
                            }
                        }
                        if (data28.zones !== undefined) {
                            if (!(validate53(data28.zones, { instancePath: instancePath + "/platform/cluster/zones", parentData: data28, parentDataProperty: "zones", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data28.existing !== undefined) {
                            let data31 = data28.existing;
                            if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
                                if (data31.name === undefined) {
                                    const err80 = { instancePath: instancePath + "/platform/cluster/existing", schemaPath: "#/properties/platform/properties/cluster/properties/existing/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err80];
                                    }
                                    else {
                                        vErrors.push(err80);
                                    }
                                    errors++;
                                }
                                if (data31.location === undefined) {
                                    const err81 = { instancePath: instancePath + "/platform/cluster/existing", schemaPath: "#/properties/platform/properties/cluster/properties/existing/required", keyword: "required", params: { missingProperty: "location" }, message: "must have required property '" + "location" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err81];
                                    }
                                    else {
                                        vErrors.push(err81);
                                    }
                                    errors++;
                                }
                                for (const key8 in data31) {
                                    if (!((key8 === "name") || (key8 === "location"))) {
                                        const err82 = { instancePath: instancePath + "/platform/cluster/existing", schemaPath: "#/properties/platform/properties/cluster/properties/existing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err82];
                                        }
                                        else {
                                            vErrors.push(err82);
                                        }
                                        errors++;
                                    }
                                }
                                if (data31.name !== undefined) {
                                    let data32 = data31.name;
                                    if (typeof data32 === "string") {
                                        if (data32.length > 40) {
                                            const err83 = { instancePath: instancePath + "/platform/cluster/existing/name", schemaPath: "#/properties/platform/properties/cluster/properties/existing/properties/name/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err83];
                                            }
                                            else {
                                                vErrors.push(err83);
                                            }
                                            errors++;
                                        }
                                        if (!pattern3.test(data32)) {
                                            const err84 = { instancePath: instancePath + "/platform/cluster/existing/name", schemaPath: "#/properties/platform/properties/cluster/properties/existing/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err84];
                                            }
                                            else {
                                                vErrors.push(err84);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err85 = { instancePath: instancePath + "/platform/cluster/existing/name", schemaPath: "#/properties/platform/properties/cluster/properties/existing/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err85];
                                        }
                                        else {
                                            vErrors.push(err85);
                                        }
                                        errors++;
                                    }
                                }
                                if (data31.location !== undefined) {
                                    let data33 = data31.location;
                                    if (typeof data33 === "string") {
                                        if (!pattern5.test(data33)) {
                                            const err86 = { instancePath: instancePath + "/platform/cluster/existing/location", schemaPath: "#/properties/platform/properties/cluster/properties/existing/properties/location/pattern", keyword: "pattern", params: { pattern: "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" }, message: "must match pattern \"" + "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err86];
                                            }
                                            else {
                                                vErrors.push(err86);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err87 = { instancePath: instancePath + "/platform/cluster/existing/location", schemaPath: "#/properties/platform/properties/cluster/properties/existing/properties/location/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err87];
                                        }
                                        else {
                                            vErrors.push(err87);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err88 = { instancePath: instancePath + "/platform/cluster/existing", schemaPath: "#/properties/platform/properties/cluster/properties/existing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err88];
                                }
                                else {
                                    vErrors.push(err88);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err89 = { instancePath: instancePath + "/platform/cluster", schemaPath: "#/properties/platform/properties/cluster/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err89];
                        }
                        else {
                            vErrors.push(err89);
                        }
                        errors++;
                    }
                }
                if (data25.network !== undefined) {
                    let data34 = data25.network;
                    if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
                        for (const key9 in data34) {
                            if (!(((key9 === "existing") || (key9 === "sharedVpc")) || (key9 === "cidrs"))) {
                                const err90 = { instancePath: instancePath + "/platform/network", schemaPath: "#/properties/platform/properties/network/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err90];
                                }
                                else {
                                    vErrors.push(err90);
                                }
                                errors++;
                            }
                        }
                        if (data34.existing !== undefined) {
                            let data35 = data34.existing;
                            if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                                if (data35.network === undefined) {
                                    const err91 = { instancePath: instancePath + "/platform/network/existing", schemaPath: "#/properties/platform/properties/network/properties/existing/required", keyword: "required", params: { missingProperty: "network" }, message: "must have required property '" + "network" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err91];
                                    }
                                    else {
                                        vErrors.push(err91);
                                    }
                                    errors++;
                                }
                                if (data35.subnetwork === undefined) {
                                    const err92 = { instancePath: instancePath + "/platform/network/existing", schemaPath: "#/properties/platform/properties/network/properties/existing/required", keyword: "required", params: { missingProperty: "subnetwork" }, message: "must have required property '" + "subnetwork" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err92];
                                    }
                                    else {
                                        vErrors.push(err92);
                                    }
                                    errors++;
                                }
                                for (const key10 in data35) {
                                    if (!((key10 === "network") || (key10 === "subnetwork"))) {
                                        const err93 = { instancePath: instancePath + "/platform/network/existing", schemaPath: "#/properties/platform/properties/network/properties/existing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err93];
                                        }
                                        else {
                                            vErrors.push(err93);
                                        }
                                        errors++;
                                    }
                                }
                                if (data35.network !== undefined) {
                                    let data36 = data35.network;
                                    if (typeof data36 === "string") {
                                        if (data36.length > 63) {
                                            const err94 = { instancePath: instancePath + "/platform/network/existing/network", schemaPath: "#/properties/platform/properties/network/properties/existing/properties/network/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err94];
                                            }
                                            else {
                                                vErrors.push(err94);
                                            }
                                            errors++;
                                        }
                                        if (!pattern3.test(data36)) {
                                            const err95 = { instancePath: instancePath + "/platform/network/existing/network", schemaPath: "#/properties/platform/properties/network/properties/existing/properties/network/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err95];
                                            }
                                            else {
                                                vErrors.push(err95);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err96 = { instancePath: instancePath + "/platform/network/existing/network", schemaPath: "#/properties/platform/properties/network/properties/existing/properties/network/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err96];
                                        }
                                        else {
                                            vErrors.push(err96);
                                        }
                                        errors++;
                                    }
                                }
                                if (data35.subnetwork !== undefined) {
                                    let data37 = data35.subnetwork;
                                    if (typeof data37 === "string") {
                                        if (data37.length > 63) {
                                            const err97 = { instancePath: instancePath + "/platform/network/existing/subnetwork", schemaPath: "#/properties/platform/properties/network/properties/existing/properties/subnetwork/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err97];
                                            }
                                            else {
                                                vErrors.push(err97);
                                            }
                                            errors++;
                                        }
                                        if (!pattern3.test(data37)) {
                                            const err98 = { instancePath: instancePath + "/platform/network/existing/subnetwork", schemaPath: "#/properties/platform/properties/network/properties/existing/properties/subnetwork/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err98];
                                            }
                                            else {
                                                vErrors.push(err98);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err99 = { instancePath: instancePath + "/platform/network/existing/subnetwork", schemaPath: "#/properties/platform/properties/network/properties/existing/properties/subnetwork/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err99];
                                        }
                                        else {
                                            vErrors.push(err99);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err100 = { instancePath: instancePath + "/platform/network/existing", schemaPath: "#/properties/platform/properties/network/properties/existing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err100];
                                }
                                else {
                                    vErrors.push(err100);
                                }
                                errors++;
                            }
                        }
                        if (data34.sharedVpc !== undefined) {
                            let data38 = data34.sharedVpc;
                            if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                                if (data38.project === undefined) {
                                    const err101 = { instancePath: instancePath + "/platform/network/sharedVpc", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/required", keyword: "required", params: { missingProperty: "project" }, message: "must have required property '" + "project" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err101];
                                    }
                                    else {
                                        vErrors.push(err101);
                                    }
                                    errors++;
                                }
                                if (data38.network === undefined) {
                                    const err102 = { instancePath: instancePath + "/platform/network/sharedVpc", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/required", keyword: "required", params: { missingProperty: "network" }, message: "must have required property '" + "network" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err102];
                                    }
                                    else {
                                        vErrors.push(err102);
                                    }
                                    errors++;
                                }
                                if (data38.subnetwork === undefined) {
                                    const err103 = { instancePath: instancePath + "/platform/network/sharedVpc", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/required", keyword: "required", params: { missingProperty: "subnetwork" }, message: "must have required property '" + "subnetwork" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err103];
                                    }
                                    else {
                                        vErrors.push(err103);
                                    }
                                    errors++;
                                }
                                for (const key11 in data38) {
                                    if (!(((key11 === "project") || (key11 === "network")) || (key11 === "subnetwork"))) {
                                        const err104 = { instancePath: instancePath + "/platform/network/sharedVpc", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err104];
                                        }
                                        else {
                                            vErrors.push(err104);
                                        }
                                        errors++;
                                    }
                                }
                                if (data38.project !== undefined) {
                                    let data39 = data38.project;
                                    if (typeof data39 === "string") {
                                        if (!pattern4.test(data39)) {
                                            const err105 = { instancePath: instancePath + "/platform/network/sharedVpc/project", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/properties/project/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err105];
                                            }
                                            else {
                                                vErrors.push(err105);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err106 = { instancePath: instancePath + "/platform/network/sharedVpc/project", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/properties/project/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err106];
                                        }
                                        else {
                                            vErrors.push(err106);
                                        }
                                        errors++;
                                    }
                                }
                                if (data38.network !== undefined) {
                                    let data40 = data38.network;
                                    if (typeof data40 === "string") {
                                        if (data40.length > 63) {
                                            const err107 = { instancePath: instancePath + "/platform/network/sharedVpc/network", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/properties/network/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err107];
                                            }
                                            else {
                                                vErrors.push(err107);
                                            }
                                            errors++;
                                        }
                                        if (!pattern3.test(data40)) {
                                            const err108 = { instancePath: instancePath + "/platform/network/sharedVpc/network", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/properties/network/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err108];
                                            }
                                            else {
                                                vErrors.push(err108);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err109 = { instancePath: instancePath + "/platform/network/sharedVpc/network", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/properties/network/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err109];
                                        }
                                        else {
                                            vErrors.push(err109);
                                        }
                                        errors++;
                                    }
                                }
                                if (data38.subnetwork !== undefined) {
                                    let data41 = data38.subnetwork;
                                    if (typeof data41 === "string") {
                                        if (data41.length > 63) {
                                            const err110 = { instancePath: instancePath + "/platform/network/sharedVpc/subnetwork", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/properties/subnetwork/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err110];
                                            }
                                            else {
                                                vErrors.push(err110);
                                            }
                                            errors++;
                                        }
                                        if (!pattern3.test(data41)) {
                                            const err111 = { instancePath: instancePath + "/platform/network/sharedVpc/subnetwork", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/properties/subnetwork/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err111];
                                            }
                                            else {
                                                vErrors.push(err111);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err112 = { instancePath: instancePath + "/platform/network/sharedVpc/subnetwork", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/properties/subnetwork/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err112];
                                        }
                                        else {
                                            vErrors.push(err112);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err113 = { instancePath: instancePath + "/platform/network/sharedVpc", schemaPath: "#/properties/platform/properties/network/properties/sharedVpc/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err113];
                                }
                                else {
                                    vErrors.push(err113);
                                }
                                errors++;
                            }
                        }
                        if (data34.cidrs !== undefined) {
                            let data42 = data34.cidrs;
                            if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                for (const key12 in data42) {
                                    if (!(((key12 === "nodes") || (key12 === "pods")) || (key12 === "services"))) {
                                        const err114 = { instancePath: instancePath + "/platform/network/cidrs", schemaPath: "#/properties/platform/properties/network/properties/cidrs/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err114];
                                        }
                                        else {
                                            vErrors.push(err114);
                                        }
                                        errors++;
                                    }
                                }
                                if (data42.nodes !== undefined) {
                                    if (!(validate57(data42.nodes, { instancePath: instancePath + "/platform/network/cidrs/nodes", parentData: data42, parentDataProperty: "nodes", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                        errors = vErrors.length;
                                    }
                                }
                                if (data42.pods !== undefined) {
                                    if (!(validate57(data42.pods, { instancePath: instancePath + "/platform/network/cidrs/pods", parentData: data42, parentDataProperty: "pods", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                        errors = vErrors.length;
                                    }
                                }
                                if (data42.services !== undefined) {
                                    if (!(validate57(data42.services, { instancePath: instancePath + "/platform/network/cidrs/services", parentData: data42, parentDataProperty: "services", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                        errors = vErrors.length;
                                    }
                                }
                            }
                            else {
                                const err115 = { instancePath: instancePath + "/platform/network/cidrs", schemaPath: "#/properties/platform/properties/network/properties/cidrs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err115];
                                }
                                else {
                                    vErrors.push(err115);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err116 = { instancePath: instancePath + "/platform/network", schemaPath: "#/properties/platform/properties/network/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err116];
                        }
                        else {
                            vErrors.push(err116);
                        }
                        errors++;
                    }
                }
                if (data25.nodePools !== undefined) {
                    let data46 = data25.nodePools;
                    if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
                        if (Object.keys(data46).length > 50) {
                            const err117 = { instancePath: instancePath + "/platform/nodePools", schemaPath: "#/properties/platform/properties/nodePools/maxProperties", keyword: "maxProperties", params: { limit: 50 }, message: "must NOT have more than 50 properties" };
                            if (vErrors === null) {
                                vErrors = [err117];
                            }
                            else {
                                vErrors.push(err117);
                            }
                            errors++;
                        }
                        if (Object.keys(data46).length < 1) {
                            const err118 = { instancePath: instancePath + "/platform/nodePools", schemaPath: "#/properties/platform/properties/nodePools/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                            if (vErrors === null) {
                                vErrors = [err118];
                            }
                            else {
                                vErrors.push(err118);
                            }
                            errors++;
                        }
                        for (const key13 in data46) {
                            const _errs104 = errors;
                            if (typeof key13 === "string") {
                                if (!pattern21.test(key13)) {
                                    const err119 = { instancePath: instancePath + "/platform/nodePools", schemaPath: "#/properties/platform/properties/nodePools/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]{0,33}[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]{0,33}[a-z0-9])?$" + "\"", propertyName: key13 };
                                    if (vErrors === null) {
                                        vErrors = [err119];
                                    }
                                    else {
                                        vErrors.push(err119);
                                    }
                                    errors++;
                                }
                            }
                            var valid15 = _errs104 === errors;
                            if (!valid15) {
                                const err120 = { instancePath: instancePath + "/platform/nodePools", schemaPath: "#/properties/platform/properties/nodePools/propertyNames", keyword: "propertyNames", params: { propertyName: key13 }, message: "property name must be valid" };
                                if (vErrors === null) {
                                    vErrors = [err120];
                                }
                                else {
                                    vErrors.push(err120);
                                }
                                errors++;
                            }
                        }
                        for (const key14 in data46) {
                            let data47 = data46[key14];
                            if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
                                for (const key15 in data47) {
                                    if (!(func1.call(schema19.properties.platform.properties.nodePools.additionalProperties.properties, key15))) {
                                        const err121 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err121];
                                        }
                                        else {
                                            vErrors.push(err121);
                                        }
                                        errors++;
                                    }
                                }
                                if (data47.machineType !== undefined) {
                                    let data48 = data47.machineType;
                                    if (typeof data48 === "string") {
                                        if (!pattern22.test(data48)) {
                                            const err122 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/machineType", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/machineType/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)+$" }, message: "must match pattern \"" + "^[a-z0-9]+(-[a-z0-9]+)+$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err122];
                                            }
                                            else {
                                                vErrors.push(err122);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err123 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/machineType", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/machineType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err123];
                                        }
                                        else {
                                            vErrors.push(err123);
                                        }
                                        errors++;
                                    }
                                }
                                if (data47.gpu !== undefined) {
                                    let data49 = data47.gpu;
                                    if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
                                        if (data49.type === undefined) {
                                            const err124 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property '" + "type" + "'" };
                                            if (vErrors === null) {
                                                vErrors = [err124];
                                            }
                                            else {
                                                vErrors.push(err124);
                                            }
                                            errors++;
                                        }
                                        for (const key16 in data49) {
                                            if (!((((key16 === "type") || (key16 === "count")) || (key16 === "driver")) || (key16 === "sharing"))) {
                                                const err125 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 }, message: "must NOT have additional properties" };
                                                if (vErrors === null) {
                                                    vErrors = [err125];
                                                }
                                                else {
                                                    vErrors.push(err125);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data49.type !== undefined) {
                                            let data50 = data49.type;
                                            if (typeof data50 === "string") {
                                                if (!pattern23.test(data50)) {
                                                    const err126 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/type", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/type/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: "must match pattern \"" + "^[a-z0-9]+(-[a-z0-9]+)*$" + "\"" };
                                                    if (vErrors === null) {
                                                        vErrors = [err126];
                                                    }
                                                    else {
                                                        vErrors.push(err126);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err127 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/type", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err127];
                                                }
                                                else {
                                                    vErrors.push(err127);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data49.count !== undefined) {
                                            let data51 = data49.count;
                                            if (!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))) {
                                                const err128 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/count", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                                if (vErrors === null) {
                                                    vErrors = [err128];
                                                }
                                                else {
                                                    vErrors.push(err128);
                                                }
                                                errors++;
                                            }
                                            if ((typeof data51 == "number") && (isFinite(data51))) {
                                                if (data51 > 16 || isNaN(data51)) {
                                                    const err129 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/count", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, message: "must be <= 16" };
                                                    if (vErrors === null) {
                                                        vErrors = [err129];
                                                    }
                                                    else {
                                                        vErrors.push(err129);
                                                    }
                                                    errors++;
                                                }
                                                if (data51 < 1 || isNaN(data51)) {
                                                    const err130 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/count", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                                                    if (vErrors === null) {
                                                        vErrors = [err130];
                                                    }
                                                    else {
                                                        vErrors.push(err130);
                                                    }
                                                    errors++;
                                                }
                                            }
                                        }
                                        if (data49.driver !== undefined) {
                                            let data52 = data49.driver;
                                            if (typeof data52 !== "string") {
                                                const err131 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/driver", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/driver/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err131];
                                                }
                                                else {
                                                    vErrors.push(err131);
                                                }
                                                errors++;
                                            }
                                            if (!(((data52 === "default") || (data52 === "latest")) || (data52 === "none"))) {
                                                const err132 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/driver", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/driver/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.nodePools.additionalProperties.properties.gpu.properties.driver.enum }, message: "must be equal to one of the allowed values" };
                                                if (vErrors === null) {
                                                    vErrors = [err132];
                                                }
                                                else {
                                                    vErrors.push(err132);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data49.sharing !== undefined) {
                                            let data53 = data49.sharing;
                                            if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
                                                if (data53.strategy === undefined) {
                                                    const err133 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property '" + "strategy" + "'" };
                                                    if (vErrors === null) {
                                                        vErrors = [err133];
                                                    }
                                                    else {
                                                        vErrors.push(err133);
                                                    }
                                                    errors++;
                                                }
                                                if (data53.clients === undefined) {
                                                    const err134 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/required", keyword: "required", params: { missingProperty: "clients" }, message: "must have required property '" + "clients" + "'" };
                                                    if (vErrors === null) {
                                                        vErrors = [err134];
                                                    }
                                                    else {
                                                        vErrors.push(err134);
                                                    }
                                                    errors++;
                                                }
                                                for (const key17 in data53) {
                                                    if (!((key17 === "strategy") || (key17 === "clients"))) {
                                                        const err135 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 }, message: "must NOT have additional properties" };
                                                        if (vErrors === null) {
                                                            vErrors = [err135];
                                                        }
                                                        else {
                                                            vErrors.push(err135);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                                if (data53.strategy !== undefined) {
                                                    let data54 = data53.strategy;
                                                    if (typeof data54 !== "string") {
                                                        const err136 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/strategy", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/properties/strategy/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                        if (vErrors === null) {
                                                            vErrors = [err136];
                                                        }
                                                        else {
                                                            vErrors.push(err136);
                                                        }
                                                        errors++;
                                                    }
                                                    if (!((data54 === "time-sharing") || (data54 === "mps"))) {
                                                        const err137 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/strategy", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/properties/strategy/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.nodePools.additionalProperties.properties.gpu.properties.sharing.properties.strategy.enum }, message: "must be equal to one of the allowed values" };
                                                        if (vErrors === null) {
                                                            vErrors = [err137];
                                                        }
                                                        else {
                                                            vErrors.push(err137);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                                if (data53.clients !== undefined) {
                                                    let data55 = data53.clients;
                                                    if (!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))) {
                                                        const err138 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/clients", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/properties/clients/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                                        if (vErrors === null) {
                                                            vErrors = [err138];
                                                        }
                                                        else {
                                                            vErrors.push(err138);
                                                        }
                                                        errors++;
                                                    }
                                                    if ((typeof data55 == "number") && (isFinite(data55))) {
                                                        if (data55 > 48 || isNaN(data55)) {
                                                            const err139 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/clients", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/properties/clients/maximum", keyword: "maximum", params: { comparison: "<=", limit: 48 }, message: "must be <= 48" };
                                                            if (vErrors === null) {
                                                                vErrors = [err139];
                                                            }
                                                            else {
                                                                vErrors.push(err139);
                                                            }
                                                            errors++;
                                                        }
                                                        if (data55 < 2 || isNaN(data55)) {
                                                            const err140 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing/clients", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/properties/clients/minimum", keyword: "minimum", params: { comparison: ">=", limit: 2 }, message: "must be >= 2" };
                                                            if (vErrors === null) {
                                                                vErrors = [err140];
                                                            }
                                                            else {
                                                                vErrors.push(err140);
                                                            }
                                                            errors++;
                                                        }
                                                    }
                                                }
                                            }
                                            else {
                                                const err141 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu/sharing", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/properties/sharing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                if (vErrors === null) {
                                                    vErrors = [err141];
                                                }
                                                else {
                                                    vErrors.push(err141);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err142 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/gpu", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/gpu/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                        if (vErrors === null) {
                                            vErrors = [err142];
                                        }
                                        else {
                                            vErrors.push(err142);
                                        }
                                        errors++;
                                    }
                                }
                                if (data47.tpu !== undefined) {
                                    let data56 = data47.tpu;
                                    if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
                                        if (data56.topology === undefined) {
                                            const err143 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tpu/required", keyword: "required", params: { missingProperty: "topology" }, message: "must have required property '" + "topology" + "'" };
                                            if (vErrors === null) {
                                                vErrors = [err143];
                                            }
                                            else {
                                                vErrors.push(err143);
                                            }
                                            errors++;
                                        }
                                        for (const key18 in data56) {
                                            if (!(key18 === "topology")) {
                                                const err144 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tpu/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 }, message: "must NOT have additional properties" };
                                                if (vErrors === null) {
                                                    vErrors = [err144];
                                                }
                                                else {
                                                    vErrors.push(err144);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data56.topology !== undefined) {
                                            let data57 = data56.topology;
                                            if (typeof data57 === "string") {
                                                if (!pattern24.test(data57)) {
                                                    const err145 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu/topology", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tpu/properties/topology/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" }, message: "must match pattern \"" + "^[0-9]{1,2}x[0-9]{1,2}(x[0-9]{1,2})?$" + "\"" };
                                                    if (vErrors === null) {
                                                        vErrors = [err145];
                                                    }
                                                    else {
                                                        vErrors.push(err145);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err146 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu/topology", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tpu/properties/topology/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err146];
                                                }
                                                else {
                                                    vErrors.push(err146);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err147 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tpu", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tpu/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                        if (vErrors === null) {
                                            vErrors = [err147];
                                        }
                                        else {
                                            vErrors.push(err147);
                                        }
                                        errors++;
                                    }
                                }
                                if (data47.capacity !== undefined) {
                                    let data58 = data47.capacity;
                                    if (typeof data58 !== "string") {
                                        const err148 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/capacity", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/capacity/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err148];
                                        }
                                        else {
                                            vErrors.push(err148);
                                        }
                                        errors++;
                                    }
                                    if (!((((data58 === "on-demand") || (data58 === "spot")) || (data58 === "flex-start")) || (data58 === "reservation"))) {
                                        const err149 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/capacity", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/capacity/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.nodePools.additionalProperties.properties.capacity.enum }, message: "must be equal to one of the allowed values" };
                                        if (vErrors === null) {
                                            vErrors = [err149];
                                        }
                                        else {
                                            vErrors.push(err149);
                                        }
                                        errors++;
                                    }
                                }
                                if (data47.zones !== undefined) {
                                    if (!(validate53(data47.zones, { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/zones", parentData: data47, parentDataProperty: "zones", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                        errors = vErrors.length;
                                    }
                                }
                                if (data47.min !== undefined) {
                                    let data60 = data47.min;
                                    if (!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))) {
                                        const err150 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                        if (vErrors === null) {
                                            vErrors = [err150];
                                        }
                                        else {
                                            vErrors.push(err150);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data60 == "number") && (isFinite(data60))) {
                                        if (data60 > 1000 || isNaN(data60)) {
                                            const err151 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/min/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 }, message: "must be <= 1000" };
                                            if (vErrors === null) {
                                                vErrors = [err151];
                                            }
                                            else {
                                                vErrors.push(err151);
                                            }
                                            errors++;
                                        }
                                        if (data60 < 0 || isNaN(data60)) {
                                            const err152 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                                            if (vErrors === null) {
                                                vErrors = [err152];
                                            }
                                            else {
                                                vErrors.push(err152);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data47.max !== undefined) {
                                    let data61 = data47.max;
                                    if (!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))) {
                                        const err153 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/max/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                        if (vErrors === null) {
                                            vErrors = [err153];
                                        }
                                        else {
                                            vErrors.push(err153);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data61 == "number") && (isFinite(data61))) {
                                        if (data61 > 1000 || isNaN(data61)) {
                                            const err154 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/max/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 }, message: "must be <= 1000" };
                                            if (vErrors === null) {
                                                vErrors = [err154];
                                            }
                                            else {
                                                vErrors.push(err154);
                                            }
                                            errors++;
                                        }
                                        if (data61 < 1 || isNaN(data61)) {
                                            const err155 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/max/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                                            if (vErrors === null) {
                                                vErrors = [err155];
                                            }
                                            else {
                                                vErrors.push(err155);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data47.disk !== undefined) {
                                    let data62 = data47.disk;
                                    if (data62 && typeof data62 == "object" && !Array.isArray(data62)) {
                                        for (const key19 in data62) {
                                            if (!((key19 === "type") || (key19 === "size"))) {
                                                const err156 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/disk/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 }, message: "must NOT have additional properties" };
                                                if (vErrors === null) {
                                                    vErrors = [err156];
                                                }
                                                else {
                                                    vErrors.push(err156);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data62.type !== undefined) {
                                            let data63 = data62.type;
                                            if (typeof data63 !== "string") {
                                                const err157 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk/type", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/disk/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err157];
                                                }
                                                else {
                                                    vErrors.push(err157);
                                                }
                                                errors++;
                                            }
                                            if (!((((data63 === "pd-standard") || (data63 === "pd-balanced")) || (data63 === "pd-ssd")) || (data63 === "hyperdisk-balanced"))) {
                                                const err158 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk/type", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/disk/properties/type/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.nodePools.additionalProperties.properties.disk.properties.type.enum }, message: "must be equal to one of the allowed values" };
                                                if (vErrors === null) {
                                                    vErrors = [err158];
                                                }
                                                else {
                                                    vErrors.push(err158);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data62.size !== undefined) {
                                            if (!(validate62(data62.size, { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk/size", parentData: data62, parentDataProperty: "size", rootData, dynamicAnchors }))) {
                                                vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                                errors = vErrors.length;
                                            }
                                        }
                                    }
                                    else {
                                        const err159 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/disk", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/disk/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                        if (vErrors === null) {
                                            vErrors = [err159];
                                        }
                                        else {
                                            vErrors.push(err159);
                                        }
                                        errors++;
                                    }
                                }
                                if (data47.existing !== undefined) {
                                    if (typeof data47.existing !== "boolean") {
                                        const err160 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/existing", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/existing/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                        if (vErrors === null) {
                                            vErrors = [err160];
                                        }
                                        else {
                                            vErrors.push(err160);
                                        }
                                        errors++;
                                    }
                                }
                                if (data47.selector !== undefined) {
                                    let data66 = data47.selector;
                                    if (data66 && typeof data66 == "object" && !Array.isArray(data66)) {
                                        if (Object.keys(data66).length < 1) {
                                            const err161 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/selector/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                                            if (vErrors === null) {
                                                vErrors = [err161];
                                            }
                                            else {
                                                vErrors.push(err161);
                                            }
                                            errors++;
                                        }
                                        for (const key20 in data66) {
                                            const _errs149 = errors;
                                            if (typeof key20 === "string") {
                                                if (!pattern26.test(key20)) {
                                                    const err162 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/selector/propertyNames/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$" }, message: "must match pattern \"" + "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$" + "\"", propertyName: key20 };
                                                    if (vErrors === null) {
                                                        vErrors = [err162];
                                                    }
                                                    else {
                                                        vErrors.push(err162);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            var valid22 = _errs149 === errors;
                                            if (!valid22) {
                                                const err163 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/selector/propertyNames", keyword: "propertyNames", params: { propertyName: key20 }, message: "property name must be valid" };
                                                if (vErrors === null) {
                                                    vErrors = [err163];
                                                }
                                                else {
                                                    vErrors.push(err163);
                                                }
                                                errors++;
                                            }
                                        }
                                        for (const key21 in data66) {
                                            let data67 = data66[key21];
                                            if (typeof data67 === "string") {
                                                if (data67.length > 63) {
                                                    const err164 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/selector/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                                                    if (vErrors === null) {
                                                        vErrors = [err164];
                                                    }
                                                    else {
                                                        vErrors.push(err164);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err165 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/selector/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err165];
                                                }
                                                else {
                                                    vErrors.push(err165);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err166 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/selector", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/selector/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                        if (vErrors === null) {
                                            vErrors = [err166];
                                        }
                                        else {
                                            vErrors.push(err166);
                                        }
                                        errors++;
                                    }
                                }
                                if (data47.tolerations !== undefined) {
                                    let data68 = data47.tolerations;
                                    if (Array.isArray(data68)) {
                                        if (data68.length > 20) {
                                            const err167 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                            if (vErrors === null) {
                                                vErrors = [err167];
                                            }
                                            else {
                                                vErrors.push(err167);
                                            }
                                            errors++;
                                        }
                                        const len1 = data68.length;
                                        for (let i1 = 0; i1 < len1; i1++) {
                                            let data69 = data68[i1];
                                            if (data69 && typeof data69 == "object" && !Array.isArray(data69)) {
                                                if (data69.key === undefined) {
                                                    const err168 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1, schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property '" + "key" + "'" };
                                                    if (vErrors === null) {
                                                        vErrors = [err168];
                                                    }
                                                    else {
                                                        vErrors.push(err168);
                                                    }
                                                    errors++;
                                                }
                                                for (const key22 in data69) {
                                                    if (!((((key22 === "key") || (key22 === "operator")) || (key22 === "value")) || (key22 === "effect"))) {
                                                        const err169 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1, schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 }, message: "must NOT have additional properties" };
                                                        if (vErrors === null) {
                                                            vErrors = [err169];
                                                        }
                                                        else {
                                                            vErrors.push(err169);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                                if (data69.key !== undefined) {
                                                    let data70 = data69.key;
                                                    if (typeof data70 === "string") {
                                                        if (data70.length > 317) {
                                                            const err170 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/key", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/key/maxLength", keyword: "maxLength", params: { limit: 317 }, message: "must NOT have more than 317 characters" };
                                                            if (vErrors === null) {
                                                                vErrors = [err170];
                                                            }
                                                            else {
                                                                vErrors.push(err170);
                                                            }
                                                            errors++;
                                                        }
                                                        if (data70.length < 1) {
                                                            const err171 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/key", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                                            if (vErrors === null) {
                                                                vErrors = [err171];
                                                            }
                                                            else {
                                                                vErrors.push(err171);
                                                            }
                                                            errors++;
                                                        }
                                                    }
                                                    else {
                                                        const err172 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/key", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                        if (vErrors === null) {
                                                            vErrors = [err172];
                                                        }
                                                        else {
                                                            vErrors.push(err172);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                                if (data69.operator !== undefined) {
                                                    let data71 = data69.operator;
                                                    if (typeof data71 !== "string") {
                                                        const err173 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/operator", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/operator/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                        if (vErrors === null) {
                                                            vErrors = [err173];
                                                        }
                                                        else {
                                                            vErrors.push(err173);
                                                        }
                                                        errors++;
                                                    }
                                                    if (!((data71 === "Exists") || (data71 === "Equal"))) {
                                                        const err174 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/operator", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/operator/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.nodePools.additionalProperties.properties.tolerations.items.properties.operator.enum }, message: "must be equal to one of the allowed values" };
                                                        if (vErrors === null) {
                                                            vErrors = [err174];
                                                        }
                                                        else {
                                                            vErrors.push(err174);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                                if (data69.value !== undefined) {
                                                    let data72 = data69.value;
                                                    if (typeof data72 === "string") {
                                                        if (data72.length > 63) {
                                                            const err175 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/value", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/value/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                                                            if (vErrors === null) {
                                                                vErrors = [err175];
                                                            }
                                                            else {
                                                                vErrors.push(err175);
                                                            }
                                                            errors++;
                                                        }
                                                    }
                                                    else {
                                                        const err176 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/value", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                        if (vErrors === null) {
                                                            vErrors = [err176];
                                                        }
                                                        else {
                                                            vErrors.push(err176);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                                if (data69.effect !== undefined) {
                                                    let data73 = data69.effect;
                                                    if (typeof data73 !== "string") {
                                                        const err177 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/effect", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/effect/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                        if (vErrors === null) {
                                                            vErrors = [err177];
                                                        }
                                                        else {
                                                            vErrors.push(err177);
                                                        }
                                                        errors++;
                                                    }
                                                    if (!(((data73 === "NoSchedule") || (data73 === "PreferNoSchedule")) || (data73 === "NoExecute"))) {
                                                        const err178 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1 + "/effect", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/properties/effect/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.nodePools.additionalProperties.properties.tolerations.items.properties.effect.enum }, message: "must be equal to one of the allowed values" };
                                                        if (vErrors === null) {
                                                            vErrors = [err178];
                                                        }
                                                        else {
                                                            vErrors.push(err178);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                            }
                                            else {
                                                const err179 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations/" + i1, schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                if (vErrors === null) {
                                                    vErrors = [err179];
                                                }
                                                else {
                                                    vErrors.push(err179);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err180 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerations", schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/properties/tolerations/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                        if (vErrors === null) {
                                            vErrors = [err180];
                                        }
                                        else {
                                            vErrors.push(err180);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err181 = { instancePath: instancePath + "/platform/nodePools/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/platform/properties/nodePools/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err181];
                                }
                                else {
                                    vErrors.push(err181);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err182 = { instancePath: instancePath + "/platform/nodePools", schemaPath: "#/properties/platform/properties/nodePools/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err182];
                        }
                        else {
                            vErrors.push(err182);
                        }
                        errors++;
                    }
                }
                if (data25.addons !== undefined) {
                    let data74 = data25.addons;
                    if (data74 && typeof data74 == "object" && !Array.isArray(data74)) {
                        for (const key23 in data74) {
                            if (!(((((key23 === "gcsFuse") || (key23 === "filestore")) || (key23 === "managedPrometheus")) || (key23 === "backup")) || (key23 === "ray"))) {
                                const err183 = { instancePath: instancePath + "/platform/addons", schemaPath: "#/properties/platform/properties/addons/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err183];
                                }
                                else {
                                    vErrors.push(err183);
                                }
                                errors++;
                            }
                        }
                        if (data74.gcsFuse !== undefined) {
                            if (typeof data74.gcsFuse !== "boolean") {
                                const err184 = { instancePath: instancePath + "/platform/addons/gcsFuse", schemaPath: "#/properties/platform/properties/addons/properties/gcsFuse/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err184];
                                }
                                else {
                                    vErrors.push(err184);
                                }
                                errors++;
                            }
                        }
                        if (data74.filestore !== undefined) {
                            if (typeof data74.filestore !== "boolean") {
                                const err185 = { instancePath: instancePath + "/platform/addons/filestore", schemaPath: "#/properties/platform/properties/addons/properties/filestore/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err185];
                                }
                                else {
                                    vErrors.push(err185);
                                }
                                errors++;
                            }
                        }
                        if (data74.managedPrometheus !== undefined) {
                            if (typeof data74.managedPrometheus !== "boolean") {
                                const err186 = { instancePath: instancePath + "/platform/addons/managedPrometheus", schemaPath: "#/properties/platform/properties/addons/properties/managedPrometheus/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err186];
                                }
                                else {
                                    vErrors.push(err186);
                                }
                                errors++;
                            }
                        }
                        if (data74.backup !== undefined) {
                            if (typeof data74.backup !== "boolean") {
                                const err187 = { instancePath: instancePath + "/platform/addons/backup", schemaPath: "#/properties/platform/properties/addons/properties/backup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err187];
                                }
                                else {
                                    vErrors.push(err187);
                                }
                                errors++;
                            }
                        }
                        if (data74.ray !== undefined) {
                            if (typeof data74.ray !== "boolean") {
                                const err188 = { instancePath: instancePath + "/platform/addons/ray", schemaPath: "#/properties/platform/properties/addons/properties/ray/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err188];
                                }
                                else {
                                    vErrors.push(err188);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err189 = { instancePath: instancePath + "/platform/addons", schemaPath: "#/properties/platform/properties/addons/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err189];
                        }
                        else {
                            vErrors.push(err189);
                        }
                        errors++;
                    }
                }
                if (data25.maintenance !== undefined) {
                    let data80 = data25.maintenance;
                    if (data80 && typeof data80 == "object" && !Array.isArray(data80)) {
                        if (data80.days === undefined) {
                            const err190 = { instancePath: instancePath + "/platform/maintenance", schemaPath: "#/properties/platform/properties/maintenance/required", keyword: "required", params: { missingProperty: "days" }, message: "must have required property '" + "days" + "'" };
                            if (vErrors === null) {
                                vErrors = [err190];
                            }
                            else {
                                vErrors.push(err190);
                            }
                            errors++;
                        }
                        if (data80.start === undefined) {
                            const err191 = { instancePath: instancePath + "/platform/maintenance", schemaPath: "#/properties/platform/properties/maintenance/required", keyword: "required", params: { missingProperty: "start" }, message: "must have required property '" + "start" + "'" };
                            if (vErrors === null) {
                                vErrors = [err191];
                            }
                            else {
                                vErrors.push(err191);
                            }
                            errors++;
                        }
                        if (data80.hours === undefined) {
                            const err192 = { instancePath: instancePath + "/platform/maintenance", schemaPath: "#/properties/platform/properties/maintenance/required", keyword: "required", params: { missingProperty: "hours" }, message: "must have required property '" + "hours" + "'" };
                            if (vErrors === null) {
                                vErrors = [err192];
                            }
                            else {
                                vErrors.push(err192);
                            }
                            errors++;
                        }
                        for (const key24 in data80) {
                            if (!((((key24 === "days") || (key24 === "start")) || (key24 === "hours")) || (key24 === "exclusions"))) {
                                const err193 = { instancePath: instancePath + "/platform/maintenance", schemaPath: "#/properties/platform/properties/maintenance/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err193];
                                }
                                else {
                                    vErrors.push(err193);
                                }
                                errors++;
                            }
                        }
                        if (data80.days !== undefined) {
                            let data81 = data80.days;
                            if (Array.isArray(data81)) {
                                if (data81.length > 7) {
                                    const err194 = { instancePath: instancePath + "/platform/maintenance/days", schemaPath: "#/properties/platform/properties/maintenance/properties/days/maxItems", keyword: "maxItems", params: { limit: 7 }, message: "must NOT have more than 7 items" };
                                    if (vErrors === null) {
                                        vErrors = [err194];
                                    }
                                    else {
                                        vErrors.push(err194);
                                    }
                                    errors++;
                                }
                                if (data81.length < 1) {
                                    const err195 = { instancePath: instancePath + "/platform/maintenance/days", schemaPath: "#/properties/platform/properties/maintenance/properties/days/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                                    if (vErrors === null) {
                                        vErrors = [err195];
                                    }
                                    else {
                                        vErrors.push(err195);
                                    }
                                    errors++;
                                }
                                const len2 = data81.length;
                                for (let i2 = 0; i2 < len2; i2++) {
                                    let data82 = data81[i2];
                                    if (typeof data82 !== "string") {
                                        const err196 = { instancePath: instancePath + "/platform/maintenance/days/" + i2, schemaPath: "#/properties/platform/properties/maintenance/properties/days/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err196];
                                        }
                                        else {
                                            vErrors.push(err196);
                                        }
                                        errors++;
                                    }
                                    if (!(((((((data82 === "mon") || (data82 === "tue")) || (data82 === "wed")) || (data82 === "thu")) || (data82 === "fri")) || (data82 === "sat")) || (data82 === "sun"))) {
                                        const err197 = { instancePath: instancePath + "/platform/maintenance/days/" + i2, schemaPath: "#/properties/platform/properties/maintenance/properties/days/items/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.maintenance.properties.days.items.enum }, message: "must be equal to one of the allowed values" };
                                        if (vErrors === null) {
                                            vErrors = [err197];
                                        }
                                        else {
                                            vErrors.push(err197);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err198 = { instancePath: instancePath + "/platform/maintenance/days", schemaPath: "#/properties/platform/properties/maintenance/properties/days/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                if (vErrors === null) {
                                    vErrors = [err198];
                                }
                                else {
                                    vErrors.push(err198);
                                }
                                errors++;
                            }
                        }
                        if (data80.start !== undefined) {
                            let data83 = data80.start;
                            if (typeof data83 === "string") {
                                if (!pattern27.test(data83)) {
                                    const err199 = { instancePath: instancePath + "/platform/maintenance/start", schemaPath: "#/properties/platform/properties/maintenance/properties/start/pattern", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, message: "must match pattern \"" + "^([01][0-9]|2[0-3]):[0-5][0-9]$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err199];
                                    }
                                    else {
                                        vErrors.push(err199);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err200 = { instancePath: instancePath + "/platform/maintenance/start", schemaPath: "#/properties/platform/properties/maintenance/properties/start/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err200];
                                }
                                else {
                                    vErrors.push(err200);
                                }
                                errors++;
                            }
                        }
                        if (data80.hours !== undefined) {
                            let data84 = data80.hours;
                            if (!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))) {
                                const err201 = { instancePath: instancePath + "/platform/maintenance/hours", schemaPath: "#/properties/platform/properties/maintenance/properties/hours/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                if (vErrors === null) {
                                    vErrors = [err201];
                                }
                                else {
                                    vErrors.push(err201);
                                }
                                errors++;
                            }
                            if ((typeof data84 == "number") && (isFinite(data84))) {
                                if (data84 > 24 || isNaN(data84)) {
                                    const err202 = { instancePath: instancePath + "/platform/maintenance/hours", schemaPath: "#/properties/platform/properties/maintenance/properties/hours/maximum", keyword: "maximum", params: { comparison: "<=", limit: 24 }, message: "must be <= 24" };
                                    if (vErrors === null) {
                                        vErrors = [err202];
                                    }
                                    else {
                                        vErrors.push(err202);
                                    }
                                    errors++;
                                }
                                if (data84 < 4 || isNaN(data84)) {
                                    const err203 = { instancePath: instancePath + "/platform/maintenance/hours", schemaPath: "#/properties/platform/properties/maintenance/properties/hours/minimum", keyword: "minimum", params: { comparison: ">=", limit: 4 }, message: "must be >= 4" };
                                    if (vErrors === null) {
                                        vErrors = [err203];
                                    }
                                    else {
                                        vErrors.push(err203);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data80.exclusions !== undefined) {
                            let data85 = data80.exclusions;
                            if (Array.isArray(data85)) {
                                if (data85.length > 3) {
                                    const err204 = { instancePath: instancePath + "/platform/maintenance/exclusions", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/maxItems", keyword: "maxItems", params: { limit: 3 }, message: "must NOT have more than 3 items" };
                                    if (vErrors === null) {
                                        vErrors = [err204];
                                    }
                                    else {
                                        vErrors.push(err204);
                                    }
                                    errors++;
                                }
                                const len3 = data85.length;
                                for (let i3 = 0; i3 < len3; i3++) {
                                    let data86 = data85[i3];
                                    if (data86 && typeof data86 == "object" && !Array.isArray(data86)) {
                                        if (data86.name === undefined) {
                                            const err205 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3, schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'" };
                                            if (vErrors === null) {
                                                vErrors = [err205];
                                            }
                                            else {
                                                vErrors.push(err205);
                                            }
                                            errors++;
                                        }
                                        if (data86.from === undefined) {
                                            const err206 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3, schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property '" + "from" + "'" };
                                            if (vErrors === null) {
                                                vErrors = [err206];
                                            }
                                            else {
                                                vErrors.push(err206);
                                            }
                                            errors++;
                                        }
                                        if (data86.to === undefined) {
                                            const err207 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3, schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property '" + "to" + "'" };
                                            if (vErrors === null) {
                                                vErrors = [err207];
                                            }
                                            else {
                                                vErrors.push(err207);
                                            }
                                            errors++;
                                        }
                                        for (const key25 in data86) {
                                            if (!(((key25 === "name") || (key25 === "from")) || (key25 === "to"))) {
                                                const err208 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3, schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key25 }, message: "must NOT have additional properties" };
                                                if (vErrors === null) {
                                                    vErrors = [err208];
                                                }
                                                else {
                                                    vErrors.push(err208);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data86.name !== undefined) {
                                            let data87 = data86.name;
                                            if (typeof data87 === "string") {
                                                if (data87.length > 63) {
                                                    const err209 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3 + "/name", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                                                    if (vErrors === null) {
                                                        vErrors = [err209];
                                                    }
                                                    else {
                                                        vErrors.push(err209);
                                                    }
                                                    errors++;
                                                }
                                                if (!pattern3.test(data87)) {
                                                    const err210 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3 + "/name", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                                    if (vErrors === null) {
                                                        vErrors = [err210];
                                                    }
                                                    else {
                                                        vErrors.push(err210);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err211 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3 + "/name", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err211];
                                                }
                                                else {
                                                    vErrors.push(err211);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data86.from !== undefined) {
                                            let data88 = data86.from;
                                            if (typeof data88 === "string") {
                                                if (!pattern29.test(data88)) {
                                                    const err212 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3 + "/from", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/properties/from/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: "must match pattern \"" + "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" + "\"" };
                                                    if (vErrors === null) {
                                                        vErrors = [err212];
                                                    }
                                                    else {
                                                        vErrors.push(err212);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err213 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3 + "/from", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err213];
                                                }
                                                else {
                                                    vErrors.push(err213);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data86.to !== undefined) {
                                            let data89 = data86.to;
                                            if (typeof data89 === "string") {
                                                if (!pattern29.test(data89)) {
                                                    const err214 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3 + "/to", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/properties/to/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: "must match pattern \"" + "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" + "\"" };
                                                    if (vErrors === null) {
                                                        vErrors = [err214];
                                                    }
                                                    else {
                                                        vErrors.push(err214);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err215 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3 + "/to", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err215];
                                                }
                                                else {
                                                    vErrors.push(err215);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err216 = { instancePath: instancePath + "/platform/maintenance/exclusions/" + i3, schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                        if (vErrors === null) {
                                            vErrors = [err216];
                                        }
                                        else {
                                            vErrors.push(err216);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err217 = { instancePath: instancePath + "/platform/maintenance/exclusions", schemaPath: "#/properties/platform/properties/maintenance/properties/exclusions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                if (vErrors === null) {
                                    vErrors = [err217];
                                }
                                else {
                                    vErrors.push(err217);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err218 = { instancePath: instancePath + "/platform/maintenance", schemaPath: "#/properties/platform/properties/maintenance/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err218];
                        }
                        else {
                            vErrors.push(err218);
                        }
                        errors++;
                    }
                }
                if (data25.deletionProtection !== undefined) {
                    if (typeof data25.deletionProtection !== "boolean") {
                        const err219 = { instancePath: instancePath + "/platform/deletionProtection", schemaPath: "#/properties/platform/properties/deletionProtection/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                            vErrors = [err219];
                        }
                        else {
                            vErrors.push(err219);
                        }
                        errors++;
                    }
                }
                if (data25.releaseChannel !== undefined) {
                    let data91 = data25.releaseChannel;
                    if (typeof data91 !== "string") {
                        const err220 = { instancePath: instancePath + "/platform/releaseChannel", schemaPath: "#/properties/platform/properties/releaseChannel/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err220];
                        }
                        else {
                            vErrors.push(err220);
                        }
                        errors++;
                    }
                    if (!((((data91 === "RAPID") || (data91 === "REGULAR")) || (data91 === "STABLE")) || (data91 === "EXTENDED"))) {
                        const err221 = { instancePath: instancePath + "/platform/releaseChannel", schemaPath: "#/properties/platform/properties/releaseChannel/enum", keyword: "enum", params: { allowedValues: schema19.properties.platform.properties.releaseChannel.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                            vErrors = [err221];
                        }
                        else {
                            vErrors.push(err221);
                        }
                        errors++;
                    }
                }
                if (data25.encryptionKey !== undefined) {
                    let data92 = data25.encryptionKey;
                    if (typeof data92 === "string") {
                        if (!pattern31.test(data92)) {
                            const err222 = { instancePath: instancePath + "/platform/encryptionKey", schemaPath: "#/properties/platform/properties/encryptionKey/pattern", keyword: "pattern", params: { pattern: "^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z0-9-]+/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}$" }, message: "must match pattern \"" + "^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z0-9-]+/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err222];
                            }
                            else {
                                vErrors.push(err222);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err223 = { instancePath: instancePath + "/platform/encryptionKey", schemaPath: "#/properties/platform/properties/encryptionKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err223];
                        }
                        else {
                            vErrors.push(err223);
                        }
                        errors++;
                    }
                }
                if (data25.labels !== undefined) {
                    let data93 = data25.labels;
                    if (data93 && typeof data93 == "object" && !Array.isArray(data93)) {
                        if (Object.keys(data93).length > 60) {
                            const err224 = { instancePath: instancePath + "/platform/labels", schemaPath: "#/properties/platform/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 60 }, message: "must NOT have more than 60 properties" };
                            if (vErrors === null) {
                                vErrors = [err224];
                            }
                            else {
                                vErrors.push(err224);
                            }
                            errors++;
                        }
                        for (const key26 in data93) {
                            const _errs209 = errors;
                            if (typeof key26 === "string") {
                                if (!pattern32.test(key26)) {
                                    const err225 = { instancePath: instancePath + "/platform/labels", schemaPath: "#/properties/platform/properties/labels/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_-]{0,62}$" }, message: "must match pattern \"" + "^[a-z][a-z0-9_-]{0,62}$" + "\"", propertyName: key26 };
                                    if (vErrors === null) {
                                        vErrors = [err225];
                                    }
                                    else {
                                        vErrors.push(err225);
                                    }
                                    errors++;
                                }
                            }
                            var valid34 = _errs209 === errors;
                            if (!valid34) {
                                const err226 = { instancePath: instancePath + "/platform/labels", schemaPath: "#/properties/platform/properties/labels/propertyNames", keyword: "propertyNames", params: { propertyName: key26 }, message: "property name must be valid" };
                                if (vErrors === null) {
                                    vErrors = [err226];
                                }
                                else {
                                    vErrors.push(err226);
                                }
                                errors++;
                            }
                        }
                        for (const key27 in data93) {
                            let data94 = data93[key27];
                            if (typeof data94 === "string") {
                                if (!pattern33.test(data94)) {
                                    const err227 = { instancePath: instancePath + "/platform/labels/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/platform/properties/labels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9_-]{0,63}$" }, message: "must match pattern \"" + "^[a-z0-9_-]{0,63}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err227];
                                    }
                                    else {
                                        vErrors.push(err227);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err228 = { instancePath: instancePath + "/platform/labels/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/platform/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err228];
                                }
                                else {
                                    vErrors.push(err228);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err229 = { instancePath: instancePath + "/platform/labels", schemaPath: "#/properties/platform/properties/labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err229];
                        }
                        else {
                            vErrors.push(err229);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err230 = { instancePath: instancePath + "/platform", schemaPath: "#/properties/platform/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err230];
                }
                else {
                    vErrors.push(err230);
                }
                errors++;
            }
        }
        if (data.access !== undefined) {
            let data95 = data.access;
            if (data95 && typeof data95 == "object" && !Array.isArray(data95)) {
                for (const key28 in data95) {
                    if (!(func1.call(schema19.properties.access.properties, key28))) {
                        const err231 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key28 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err231];
                        }
                        else {
                            vErrors.push(err231);
                        }
                        errors++;
                    }
                }
                if (data95.domain !== undefined) {
                    let data96 = data95.domain;
                    if (typeof data96 === "string") {
                        if (data96.length > 63) {
                            const err232 = { instancePath: instancePath + "/access/domain", schemaPath: "#/properties/access/properties/domain/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                            if (vErrors === null) {
                                vErrors = [err232];
                            }
                            else {
                                vErrors.push(err232);
                            }
                            errors++;
                        }
                        if (!pattern34.test(data96)) {
                            const err233 = { instancePath: instancePath + "/access/domain", schemaPath: "#/properties/access/properties/domain/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: "must match pattern \"" + "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err233];
                            }
                            else {
                                vErrors.push(err233);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err234 = { instancePath: instancePath + "/access/domain", schemaPath: "#/properties/access/properties/domain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err234];
                        }
                        else {
                            vErrors.push(err234);
                        }
                        errors++;
                    }
                }
                if (data95.dns !== undefined) {
                    let data97 = data95.dns;
                    if (data97 && typeof data97 == "object" && !Array.isArray(data97)) {
                        if (data97.zone === undefined) {
                            const err235 = { instancePath: instancePath + "/access/dns", schemaPath: "#/properties/access/properties/dns/required", keyword: "required", params: { missingProperty: "zone" }, message: "must have required property '" + "zone" + "'" };
                            if (vErrors === null) {
                                vErrors = [err235];
                            }
                            else {
                                vErrors.push(err235);
                            }
                            errors++;
                        }
                        for (const key29 in data97) {
                            if (!((key29 === "zone") || (key29 === "project"))) {
                                const err236 = { instancePath: instancePath + "/access/dns", schemaPath: "#/properties/access/properties/dns/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key29 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err236];
                                }
                                else {
                                    vErrors.push(err236);
                                }
                                errors++;
                            }
                        }
                        if (data97.zone !== undefined) {
                            let data98 = data97.zone;
                            if (typeof data98 === "string") {
                                if (data98.length > 63) {
                                    const err237 = { instancePath: instancePath + "/access/dns/zone", schemaPath: "#/properties/access/properties/dns/properties/zone/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err237];
                                    }
                                    else {
                                        vErrors.push(err237);
                                    }
                                    errors++;
                                }
                                if (!pattern3.test(data98)) {
                                    const err238 = { instancePath: instancePath + "/access/dns/zone", schemaPath: "#/properties/access/properties/dns/properties/zone/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err238];
                                    }
                                    else {
                                        vErrors.push(err238);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err239 = { instancePath: instancePath + "/access/dns/zone", schemaPath: "#/properties/access/properties/dns/properties/zone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err239];
                                }
                                else {
                                    vErrors.push(err239);
                                }
                                errors++;
                            }
                        }
                        if (data97.project !== undefined) {
                            let data99 = data97.project;
                            if (typeof data99 === "string") {
                                if (!pattern4.test(data99)) {
                                    const err240 = { instancePath: instancePath + "/access/dns/project", schemaPath: "#/properties/access/properties/dns/properties/project/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err240];
                                    }
                                    else {
                                        vErrors.push(err240);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err241 = { instancePath: instancePath + "/access/dns/project", schemaPath: "#/properties/access/properties/dns/properties/project/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err241];
                                }
                                else {
                                    vErrors.push(err241);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err242 = { instancePath: instancePath + "/access/dns", schemaPath: "#/properties/access/properties/dns/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err242];
                        }
                        else {
                            vErrors.push(err242);
                        }
                        errors++;
                    }
                }
                if (data95.oauthClient !== undefined) {
                    let data100 = data95.oauthClient;
                    if ((typeof data100 !== "string") && (!(data100 && typeof data100 == "object" && !Array.isArray(data100)))) {
                        const err243 = { instancePath: instancePath + "/access/oauthClient", schemaPath: "#/properties/access/properties/oauthClient/type", keyword: "type", params: { type: schema19.properties.access.properties.oauthClient.type }, message: "must be string,object" };
                        if (vErrors === null) {
                            vErrors = [err243];
                        }
                        else {
                            vErrors.push(err243);
                        }
                        errors++;
                    }
                    if (typeof data100 === "string") {
                        if (!pattern37.test(data100)) {
                            const err244 = { instancePath: instancePath + "/access/oauthClient", schemaPath: "#/properties/access/properties/oauthClient/pattern", keyword: "pattern", params: { pattern: "^google-managed$" }, message: "must match pattern \"" + "^google-managed$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err244];
                            }
                            else {
                                vErrors.push(err244);
                            }
                            errors++;
                        }
                    }
                    if (data100 && typeof data100 == "object" && !Array.isArray(data100)) {
                        if (data100.secretRef === undefined) {
                            const err245 = { instancePath: instancePath + "/access/oauthClient", schemaPath: "#/properties/access/properties/oauthClient/required", keyword: "required", params: { missingProperty: "secretRef" }, message: "must have required property '" + "secretRef" + "'" };
                            if (vErrors === null) {
                                vErrors = [err245];
                            }
                            else {
                                vErrors.push(err245);
                            }
                            errors++;
                        }
                        for (const key30 in data100) {
                            if (!(key30 === "secretRef")) {
                                const err246 = { instancePath: instancePath + "/access/oauthClient", schemaPath: "#/properties/access/properties/oauthClient/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key30 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err246];
                                }
                                else {
                                    vErrors.push(err246);
                                }
                                errors++;
                            }
                        }
                        if (data100.secretRef !== undefined) {
                            let data101 = data100.secretRef;
                            if (typeof data101 === "string") {
                                if (data101.length < 1) {
                                    const err247 = { instancePath: instancePath + "/access/oauthClient/secretRef", schemaPath: "#/properties/access/properties/oauthClient/properties/secretRef/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err247];
                                    }
                                    else {
                                        vErrors.push(err247);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err248 = { instancePath: instancePath + "/access/oauthClient/secretRef", schemaPath: "#/properties/access/properties/oauthClient/properties/secretRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err248];
                                }
                                else {
                                    vErrors.push(err248);
                                }
                                errors++;
                            }
                        }
                    }
                }
                if (data95.entry !== undefined) {
                    let data102 = data95.entry;
                    if ((typeof data102 !== "string") && (!(data102 && typeof data102 == "object" && !Array.isArray(data102)))) {
                        const err249 = { instancePath: instancePath + "/access/entry", schemaPath: "#/properties/access/properties/entry/type", keyword: "type", params: { type: schema19.properties.access.properties.entry.type }, message: "must be string,object" };
                        if (vErrors === null) {
                            vErrors = [err249];
                        }
                        else {
                            vErrors.push(err249);
                        }
                        errors++;
                    }
                    if (typeof data102 === "string") {
                        if (!pattern38.test(data102)) {
                            const err250 = { instancePath: instancePath + "/access/entry", schemaPath: "#/properties/access/properties/entry/pattern", keyword: "pattern", params: { pattern: "^direct$" }, message: "must match pattern \"" + "^direct$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err250];
                            }
                            else {
                                vErrors.push(err250);
                            }
                            errors++;
                        }
                    }
                    if (data102 && typeof data102 == "object" && !Array.isArray(data102)) {
                        if (Object.keys(data102).length < 1) {
                            const err251 = { instancePath: instancePath + "/access/entry", schemaPath: "#/properties/access/properties/entry/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                            if (vErrors === null) {
                                vErrors = [err251];
                            }
                            else {
                                vErrors.push(err251);
                            }
                            errors++;
                        }
                        for (const key31 in data102) {
                            if (!(((key31 === "group") || (key31 === "manage")) || (key31 === "domain"))) {
                                const err252 = { instancePath: instancePath + "/access/entry", schemaPath: "#/properties/access/properties/entry/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key31 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err252];
                                }
                                else {
                                    vErrors.push(err252);
                                }
                                errors++;
                            }
                        }
                        if (data102.group !== undefined) {
                            let data103 = data102.group;
                            if (typeof data103 === "string") {
                                if (!pattern39.test(data103)) {
                                    const err253 = { instancePath: instancePath + "/access/entry/group", schemaPath: "#/properties/access/properties/entry/properties/group/pattern", keyword: "pattern", params: { pattern: "^[^@\\s]+@[^@\\s]+$" }, message: "must match pattern \"" + "^[^@\\s]+@[^@\\s]+$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err253];
                                    }
                                    else {
                                        vErrors.push(err253);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err254 = { instancePath: instancePath + "/access/entry/group", schemaPath: "#/properties/access/properties/entry/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err254];
                                }
                                else {
                                    vErrors.push(err254);
                                }
                                errors++;
                            }
                        }
                        if (data102.manage !== undefined) {
                            if (typeof data102.manage !== "boolean") {
                                const err255 = { instancePath: instancePath + "/access/entry/manage", schemaPath: "#/properties/access/properties/entry/properties/manage/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err255];
                                }
                                else {
                                    vErrors.push(err255);
                                }
                                errors++;
                            }
                        }
                        if (data102.domain !== undefined) {
                            let data105 = data102.domain;
                            if (typeof data105 === "string") {
                                if (!pattern34.test(data105)) {
                                    const err256 = { instancePath: instancePath + "/access/entry/domain", schemaPath: "#/properties/access/properties/entry/properties/domain/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: "must match pattern \"" + "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err256];
                                    }
                                    else {
                                        vErrors.push(err256);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err257 = { instancePath: instancePath + "/access/entry/domain", schemaPath: "#/properties/access/properties/entry/properties/domain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err257];
                                }
                                else {
                                    vErrors.push(err257);
                                }
                                errors++;
                            }
                        }
                    }
                }
                if (data95.mode !== undefined) {
                    let data106 = data95.mode;
                    if (typeof data106 !== "string") {
                        const err258 = { instancePath: instancePath + "/access/mode", schemaPath: "#/properties/access/properties/mode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err258];
                        }
                        else {
                            vErrors.push(err258);
                        }
                        errors++;
                    }
                    if (!((data106 === "authoritative") || (data106 === "additive"))) {
                        const err259 = { instancePath: instancePath + "/access/mode", schemaPath: "#/properties/access/properties/mode/enum", keyword: "enum", params: { allowedValues: schema19.properties.access.properties.mode.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                            vErrors = [err259];
                        }
                        else {
                            vErrors.push(err259);
                        }
                        errors++;
                    }
                }
                if (data95.guard !== undefined) {
                    let data107 = data95.guard;
                    if (data107 && typeof data107 == "object" && !Array.isArray(data107)) {
                        for (const key32 in data107) {
                            if (!((key32 === "maxRemovals") || (key32 === "requiredAdmins"))) {
                                const err260 = { instancePath: instancePath + "/access/guard", schemaPath: "#/properties/access/properties/guard/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key32 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err260];
                                }
                                else {
                                    vErrors.push(err260);
                                }
                                errors++;
                            }
                        }
                        if (data107.maxRemovals !== undefined) {
                            let data108 = data107.maxRemovals;
                            if (data108 && typeof data108 == "object" && !Array.isArray(data108)) {
                                for (const key33 in data108) {
                                    if (!((key33 === "percent") || (key33 === "atLeast"))) {
                                        const err261 = { instancePath: instancePath + "/access/guard/maxRemovals", schemaPath: "#/properties/access/properties/guard/properties/maxRemovals/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key33 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err261];
                                        }
                                        else {
                                            vErrors.push(err261);
                                        }
                                        errors++;
                                    }
                                }
                                if (data108.percent !== undefined) {
                                    let data109 = data108.percent;
                                    if (!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))) {
                                        const err262 = { instancePath: instancePath + "/access/guard/maxRemovals/percent", schemaPath: "#/properties/access/properties/guard/properties/maxRemovals/properties/percent/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                        if (vErrors === null) {
                                            vErrors = [err262];
                                        }
                                        else {
                                            vErrors.push(err262);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data109 == "number") && (isFinite(data109))) {
                                        if (data109 > 100 || isNaN(data109)) {
                                            const err263 = { instancePath: instancePath + "/access/guard/maxRemovals/percent", schemaPath: "#/properties/access/properties/guard/properties/maxRemovals/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
                                            if (vErrors === null) {
                                                vErrors = [err263];
                                            }
                                            else {
                                                vErrors.push(err263);
                                            }
                                            errors++;
                                        }
                                        if (data109 < 0 || isNaN(data109)) {
                                            const err264 = { instancePath: instancePath + "/access/guard/maxRemovals/percent", schemaPath: "#/properties/access/properties/guard/properties/maxRemovals/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                                            if (vErrors === null) {
                                                vErrors = [err264];
                                            }
                                            else {
                                                vErrors.push(err264);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data108.atLeast !== undefined) {
                                    let data110 = data108.atLeast;
                                    if (!(((typeof data110 == "number") && (!(data110 % 1) && !isNaN(data110))) && (isFinite(data110)))) {
                                        const err265 = { instancePath: instancePath + "/access/guard/maxRemovals/atLeast", schemaPath: "#/properties/access/properties/guard/properties/maxRemovals/properties/atLeast/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                        if (vErrors === null) {
                                            vErrors = [err265];
                                        }
                                        else {
                                            vErrors.push(err265);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data110 == "number") && (isFinite(data110))) {
                                        if (data110 > 100000 || isNaN(data110)) {
                                            const err266 = { instancePath: instancePath + "/access/guard/maxRemovals/atLeast", schemaPath: "#/properties/access/properties/guard/properties/maxRemovals/properties/atLeast/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 }, message: "must be <= 100000" };
                                            if (vErrors === null) {
                                                vErrors = [err266];
                                            }
                                            else {
                                                vErrors.push(err266);
                                            }
                                            errors++;
                                        }
                                        if (data110 < 0 || isNaN(data110)) {
                                            const err267 = { instancePath: instancePath + "/access/guard/maxRemovals/atLeast", schemaPath: "#/properties/access/properties/guard/properties/maxRemovals/properties/atLeast/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                                            if (vErrors === null) {
                                                vErrors = [err267];
                                            }
                                            else {
                                                vErrors.push(err267);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                            }
                            else {
                                const err268 = { instancePath: instancePath + "/access/guard/maxRemovals", schemaPath: "#/properties/access/properties/guard/properties/maxRemovals/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err268];
                                }
                                else {
                                    vErrors.push(err268);
                                }
                                errors++;
                            }
                        }
                        if (data107.requiredAdmins !== undefined) {
                            let data111 = data107.requiredAdmins;
                            if (!(((typeof data111 == "number") && (!(data111 % 1) && !isNaN(data111))) && (isFinite(data111)))) {
                                const err269 = { instancePath: instancePath + "/access/guard/requiredAdmins", schemaPath: "#/properties/access/properties/guard/properties/requiredAdmins/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                if (vErrors === null) {
                                    vErrors = [err269];
                                }
                                else {
                                    vErrors.push(err269);
                                }
                                errors++;
                            }
                            if ((typeof data111 == "number") && (isFinite(data111))) {
                                if (data111 > 100 || isNaN(data111)) {
                                    const err270 = { instancePath: instancePath + "/access/guard/requiredAdmins", schemaPath: "#/properties/access/properties/guard/properties/requiredAdmins/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
                                    if (vErrors === null) {
                                        vErrors = [err270];
                                    }
                                    else {
                                        vErrors.push(err270);
                                    }
                                    errors++;
                                }
                                if (data111 < 0 || isNaN(data111)) {
                                    const err271 = { instancePath: instancePath + "/access/guard/requiredAdmins", schemaPath: "#/properties/access/properties/guard/properties/requiredAdmins/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                                    if (vErrors === null) {
                                        vErrors = [err271];
                                    }
                                    else {
                                        vErrors.push(err271);
                                    }
                                    errors++;
                                }
                            }
                        }
                    }
                    else {
                        const err272 = { instancePath: instancePath + "/access/guard", schemaPath: "#/properties/access/properties/guard/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err272];
                        }
                        else {
                            vErrors.push(err272);
                        }
                        errors++;
                    }
                }
                if (data95.files !== undefined) {
                    let data112 = data95.files;
                    if (Array.isArray(data112)) {
                        if (data112.length > 200) {
                            const err273 = { instancePath: instancePath + "/access/files", schemaPath: "#/properties/access/properties/files/maxItems", keyword: "maxItems", params: { limit: 200 }, message: "must NOT have more than 200 items" };
                            if (vErrors === null) {
                                vErrors = [err273];
                            }
                            else {
                                vErrors.push(err273);
                            }
                            errors++;
                        }
                        if (data112.length < 1) {
                            const err274 = { instancePath: instancePath + "/access/files", schemaPath: "#/properties/access/properties/files/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                                vErrors = [err274];
                            }
                            else {
                                vErrors.push(err274);
                            }
                            errors++;
                        }
                        const len4 = data112.length;
                        for (let i4 = 0; i4 < len4; i4++) {
                            let data113 = data112[i4];
                            if (data113 && typeof data113 == "object" && !Array.isArray(data113)) {
                                if (data113.path === undefined) {
                                    const err275 = { instancePath: instancePath + "/access/files/" + i4, schemaPath: "#/properties/access/properties/files/items/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property '" + "path" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err275];
                                    }
                                    else {
                                        vErrors.push(err275);
                                    }
                                    errors++;
                                }
                                if (data113.mayGrant === undefined) {
                                    const err276 = { instancePath: instancePath + "/access/files/" + i4, schemaPath: "#/properties/access/properties/files/items/required", keyword: "required", params: { missingProperty: "mayGrant" }, message: "must have required property '" + "mayGrant" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err276];
                                    }
                                    else {
                                        vErrors.push(err276);
                                    }
                                    errors++;
                                }
                                for (const key34 in data113) {
                                    if (!((key34 === "path") || (key34 === "mayGrant"))) {
                                        const err277 = { instancePath: instancePath + "/access/files/" + i4, schemaPath: "#/properties/access/properties/files/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key34 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err277];
                                        }
                                        else {
                                            vErrors.push(err277);
                                        }
                                        errors++;
                                    }
                                }
                                if (data113.path !== undefined) {
                                    let data114 = data113.path;
                                    if (typeof data114 === "string") {
                                        if (data114.length < 1) {
                                            const err278 = { instancePath: instancePath + "/access/files/" + i4 + "/path", schemaPath: "#/properties/access/properties/files/items/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err278];
                                            }
                                            else {
                                                vErrors.push(err278);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err279 = { instancePath: instancePath + "/access/files/" + i4 + "/path", schemaPath: "#/properties/access/properties/files/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err279];
                                        }
                                        else {
                                            vErrors.push(err279);
                                        }
                                        errors++;
                                    }
                                }
                                if (data113.mayGrant !== undefined) {
                                    let data115 = data113.mayGrant;
                                    if (data115 && typeof data115 == "object" && !Array.isArray(data115)) {
                                        for (const key35 in data115) {
                                            if (!((key35 === "groups") || (key35 === "admin"))) {
                                                const err280 = { instancePath: instancePath + "/access/files/" + i4 + "/mayGrant", schemaPath: "#/properties/access/properties/files/items/properties/mayGrant/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key35 }, message: "must NOT have additional properties" };
                                                if (vErrors === null) {
                                                    vErrors = [err280];
                                                }
                                                else {
                                                    vErrors.push(err280);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data115.groups !== undefined) {
                                            let data116 = data115.groups;
                                            if (Array.isArray(data116)) {
                                                if (data116.length > 100) {
                                                    const err281 = { instancePath: instancePath + "/access/files/" + i4 + "/mayGrant/groups", schemaPath: "#/properties/access/properties/files/items/properties/mayGrant/properties/groups/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
                                                    if (vErrors === null) {
                                                        vErrors = [err281];
                                                    }
                                                    else {
                                                        vErrors.push(err281);
                                                    }
                                                    errors++;
                                                }
                                                const len5 = data116.length;
                                                for (let i5 = 0; i5 < len5; i5++) {
                                                    let data117 = data116[i5];
                                                    if (typeof data117 === "string") {
                                                        if (!pattern41.test(data117)) {
                                                            const err282 = { instancePath: instancePath + "/access/files/" + i4 + "/mayGrant/groups/" + i5, schemaPath: "#/properties/access/properties/files/items/properties/mayGrant/properties/groups/items/pattern", keyword: "pattern", params: { pattern: "^\\*$|^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" }, message: "must match pattern \"" + "^\\*$|^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" + "\"" };
                                                            if (vErrors === null) {
                                                                vErrors = [err282];
                                                            }
                                                            else {
                                                                vErrors.push(err282);
                                                            }
                                                            errors++;
                                                        }
                                                    }
                                                    else {
                                                        const err283 = { instancePath: instancePath + "/access/files/" + i4 + "/mayGrant/groups/" + i5, schemaPath: "#/properties/access/properties/files/items/properties/mayGrant/properties/groups/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                        if (vErrors === null) {
                                                            vErrors = [err283];
                                                        }
                                                        else {
                                                            vErrors.push(err283);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                            }
                                            else {
                                                const err284 = { instancePath: instancePath + "/access/files/" + i4 + "/mayGrant/groups", schemaPath: "#/properties/access/properties/files/items/properties/mayGrant/properties/groups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                                if (vErrors === null) {
                                                    vErrors = [err284];
                                                }
                                                else {
                                                    vErrors.push(err284);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data115.admin !== undefined) {
                                            if (typeof data115.admin !== "boolean") {
                                                const err285 = { instancePath: instancePath + "/access/files/" + i4 + "/mayGrant/admin", schemaPath: "#/properties/access/properties/files/items/properties/mayGrant/properties/admin/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                                if (vErrors === null) {
                                                    vErrors = [err285];
                                                }
                                                else {
                                                    vErrors.push(err285);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err286 = { instancePath: instancePath + "/access/files/" + i4 + "/mayGrant", schemaPath: "#/properties/access/properties/files/items/properties/mayGrant/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                        if (vErrors === null) {
                                            vErrors = [err286];
                                        }
                                        else {
                                            vErrors.push(err286);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err287 = { instancePath: instancePath + "/access/files/" + i4, schemaPath: "#/properties/access/properties/files/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err287];
                                }
                                else {
                                    vErrors.push(err287);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err288 = { instancePath: instancePath + "/access/files", schemaPath: "#/properties/access/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                            vErrors = [err288];
                        }
                        else {
                            vErrors.push(err288);
                        }
                        errors++;
                    }
                }
                if (data95.session !== undefined) {
                    let data119 = data95.session;
                    if (data119 && typeof data119 == "object" && !Array.isArray(data119)) {
                        for (const key36 in data119) {
                            if (!(((key36 === "reauth") || (key36 === "websocket")) || (key36 === "timezone"))) {
                                const err289 = { instancePath: instancePath + "/access/session", schemaPath: "#/properties/access/properties/session/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key36 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err289];
                                }
                                else {
                                    vErrors.push(err289);
                                }
                                errors++;
                            }
                        }
                        if (data119.reauth !== undefined) {
                            if (!(validate64(data119.reauth, { instancePath: instancePath + "/access/session/reauth", parentData: data119, parentDataProperty: "reauth", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data119.websocket !== undefined) {
                            if (!(validate64(data119.websocket, { instancePath: instancePath + "/access/session/websocket", parentData: data119, parentDataProperty: "websocket", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data119.timezone !== undefined) {
                            let data122 = data119.timezone;
                            if (typeof data122 === "string") {
                                if (!pattern43.test(data122)) {
                                    const err290 = { instancePath: instancePath + "/access/session/timezone", schemaPath: "#/properties/access/properties/session/properties/timezone/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z]+([A-Za-z0-9_+/-]*[A-Za-z0-9])?$" }, message: "must match pattern \"" + "^[A-Za-z]+([A-Za-z0-9_+/-]*[A-Za-z0-9])?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err290];
                                    }
                                    else {
                                        vErrors.push(err290);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err291 = { instancePath: instancePath + "/access/session/timezone", schemaPath: "#/properties/access/properties/session/properties/timezone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err291];
                                }
                                else {
                                    vErrors.push(err291);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err292 = { instancePath: instancePath + "/access/session", schemaPath: "#/properties/access/properties/session/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err292];
                        }
                        else {
                            vErrors.push(err292);
                        }
                        errors++;
                    }
                }
                if (data95.audit !== undefined) {
                    let data123 = data95.audit;
                    if (data123 && typeof data123 == "object" && !Array.isArray(data123)) {
                        if (data123.bucket === undefined) {
                            const err293 = { instancePath: instancePath + "/access/audit", schemaPath: "#/properties/access/properties/audit/required", keyword: "required", params: { missingProperty: "bucket" }, message: "must have required property '" + "bucket" + "'" };
                            if (vErrors === null) {
                                vErrors = [err293];
                            }
                            else {
                                vErrors.push(err293);
                            }
                            errors++;
                        }
                        for (const key37 in data123) {
                            if (!(key37 === "bucket")) {
                                const err294 = { instancePath: instancePath + "/access/audit", schemaPath: "#/properties/access/properties/audit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key37 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err294];
                                }
                                else {
                                    vErrors.push(err294);
                                }
                                errors++;
                            }
                        }
                        if (data123.bucket !== undefined) {
                            let data124 = data123.bucket;
                            if (typeof data124 === "string") {
                                if (data124.length > 222) {
                                    const err295 = { instancePath: instancePath + "/access/audit/bucket", schemaPath: "#/properties/access/properties/audit/properties/bucket/maxLength", keyword: "maxLength", params: { limit: 222 }, message: "must NOT have more than 222 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err295];
                                    }
                                    else {
                                        vErrors.push(err295);
                                    }
                                    errors++;
                                }
                                if (data124.length < 3) {
                                    const err296 = { instancePath: instancePath + "/access/audit/bucket", schemaPath: "#/properties/access/properties/audit/properties/bucket/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err296];
                                    }
                                    else {
                                        vErrors.push(err296);
                                    }
                                    errors++;
                                }
                                if (!pattern6.test(data124)) {
                                    const err297 = { instancePath: instancePath + "/access/audit/bucket", schemaPath: "#/properties/access/properties/audit/properties/bucket/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err297];
                                    }
                                    else {
                                        vErrors.push(err297);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err298 = { instancePath: instancePath + "/access/audit/bucket", schemaPath: "#/properties/access/properties/audit/properties/bucket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err298];
                                }
                                else {
                                    vErrors.push(err298);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err299 = { instancePath: instancePath + "/access/audit", schemaPath: "#/properties/access/properties/audit/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err299];
                        }
                        else {
                            vErrors.push(err299);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err300 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err300];
                }
                else {
                    vErrors.push(err300);
                }
                errors++;
            }
        }
        if (data.acknowledge !== undefined) {
            let data125 = data.acknowledge;
            if (Array.isArray(data125)) {
                if (data125.length > 50) {
                    const err301 = { instancePath: instancePath + "/acknowledge", schemaPath: "#/properties/acknowledge/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
                    if (vErrors === null) {
                        vErrors = [err301];
                    }
                    else {
                        vErrors.push(err301);
                    }
                    errors++;
                }
                const len6 = data125.length;
                for (let i6 = 0; i6 < len6; i6++) {
                    let data126 = data125[i6];
                    if (data126 && typeof data126 == "object" && !Array.isArray(data126)) {
                        if (data126.rule === undefined) {
                            const err302 = { instancePath: instancePath + "/acknowledge/" + i6, schemaPath: "#/properties/acknowledge/items/required", keyword: "required", params: { missingProperty: "rule" }, message: "must have required property '" + "rule" + "'" };
                            if (vErrors === null) {
                                vErrors = [err302];
                            }
                            else {
                                vErrors.push(err302);
                            }
                            errors++;
                        }
                        if (data126.reason === undefined) {
                            const err303 = { instancePath: instancePath + "/acknowledge/" + i6, schemaPath: "#/properties/acknowledge/items/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property '" + "reason" + "'" };
                            if (vErrors === null) {
                                vErrors = [err303];
                            }
                            else {
                                vErrors.push(err303);
                            }
                            errors++;
                        }
                        for (const key38 in data126) {
                            if (!((key38 === "rule") || (key38 === "reason"))) {
                                const err304 = { instancePath: instancePath + "/acknowledge/" + i6, schemaPath: "#/properties/acknowledge/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key38 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err304];
                                }
                                else {
                                    vErrors.push(err304);
                                }
                                errors++;
                            }
                        }
                        if (data126.rule !== undefined) {
                            let data127 = data126.rule;
                            if (typeof data127 === "string") {
                                if (!pattern23.test(data127)) {
                                    const err305 = { instancePath: instancePath + "/acknowledge/" + i6 + "/rule", schemaPath: "#/properties/acknowledge/items/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: "must match pattern \"" + "^[a-z0-9]+(-[a-z0-9]+)*$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err305];
                                    }
                                    else {
                                        vErrors.push(err305);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err306 = { instancePath: instancePath + "/acknowledge/" + i6 + "/rule", schemaPath: "#/properties/acknowledge/items/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err306];
                                }
                                else {
                                    vErrors.push(err306);
                                }
                                errors++;
                            }
                        }
                        if (data126.reason !== undefined) {
                            let data128 = data126.reason;
                            if (typeof data128 === "string") {
                                if (data128.length > 300) {
                                    const err307 = { instancePath: instancePath + "/acknowledge/" + i6 + "/reason", schemaPath: "#/properties/acknowledge/items/properties/reason/maxLength", keyword: "maxLength", params: { limit: 300 }, message: "must NOT have more than 300 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err307];
                                    }
                                    else {
                                        vErrors.push(err307);
                                    }
                                    errors++;
                                }
                                if (data128.length < 3) {
                                    const err308 = { instancePath: instancePath + "/acknowledge/" + i6 + "/reason", schemaPath: "#/properties/acknowledge/items/properties/reason/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err308];
                                    }
                                    else {
                                        vErrors.push(err308);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err309 = { instancePath: instancePath + "/acknowledge/" + i6 + "/reason", schemaPath: "#/properties/acknowledge/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err309];
                                }
                                else {
                                    vErrors.push(err309);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err310 = { instancePath: instancePath + "/acknowledge/" + i6, schemaPath: "#/properties/acknowledge/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err310];
                        }
                        else {
                            vErrors.push(err310);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err311 = { instancePath: instancePath + "/acknowledge", schemaPath: "#/properties/acknowledge/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err311];
                }
                else {
                    vErrors.push(err311);
                }
                errors++;
            }
        }
        if (data.approval !== undefined) {
            let data129 = data.approval;
            if (typeof data129 !== "string") {
                const err312 = { instancePath: instancePath + "/approval", schemaPath: "#/properties/approval/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                    vErrors = [err312];
                }
                else {
                    vErrors.push(err312);
                }
                errors++;
            }
            if (!(((data129 === "required") || (data129 === "comment")) || (data129 === "none"))) {
                const err313 = { instancePath: instancePath + "/approval", schemaPath: "#/properties/approval/enum", keyword: "enum", params: { allowedValues: schema19.properties.approval.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                    vErrors = [err313];
                }
                else {
                    vErrors.push(err313);
                }
                errors++;
            }
        }
        if (data.storage !== undefined) {
            let data130 = data.storage;
            if (data130 && typeof data130 == "object" && !Array.isArray(data130)) {
                for (const key39 in data130) {
                    if (!(((key39 === "home") || (key39 === "buckets")) || (key39 === "snapshots"))) {
                        const err314 = { instancePath: instancePath + "/storage", schemaPath: "#/properties/storage/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key39 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err314];
                        }
                        else {
                            vErrors.push(err314);
                        }
                        errors++;
                    }
                }
                if (data130.home !== undefined) {
                    let data131 = data130.home;
                    if (data131 && typeof data131 == "object" && !Array.isArray(data131)) {
                        for (const key40 in data131) {
                            if (!((((((key40 === "type") || (key40 === "diskType")) || (key40 === "size")) || (key40 === "regional")) || (key40 === "mode")) || (key40 === "tier"))) {
                                const err315 = { instancePath: instancePath + "/storage/home", schemaPath: "#/properties/storage/properties/home/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key40 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err315];
                                }
                                else {
                                    vErrors.push(err315);
                                }
                                errors++;
                            }
                        }
                        if (data131.type !== undefined) {
                            let data132 = data131.type;
                            if (typeof data132 !== "string") {
                                const err316 = { instancePath: instancePath + "/storage/home/type", schemaPath: "#/properties/storage/properties/home/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err316];
                                }
                                else {
                                    vErrors.push(err316);
                                }
                                errors++;
                            }
                            if (!(((data132 === "disk") || (data132 === "filestore")) || (data132 === "none"))) {
                                const err317 = { instancePath: instancePath + "/storage/home/type", schemaPath: "#/properties/storage/properties/home/properties/type/enum", keyword: "enum", params: { allowedValues: schema19.properties.storage.properties.home.properties.type.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err317];
                                }
                                else {
                                    vErrors.push(err317);
                                }
                                errors++;
                            }
                        }
                        if (data131.diskType !== undefined) {
                            let data133 = data131.diskType;
                            if (typeof data133 !== "string") {
                                const err318 = { instancePath: instancePath + "/storage/home/diskType", schemaPath: "#/properties/storage/properties/home/properties/diskType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err318];
                                }
                                else {
                                    vErrors.push(err318);
                                }
                                errors++;
                            }
                            if (!((((data133 === "pd-standard") || (data133 === "pd-balanced")) || (data133 === "pd-ssd")) || (data133 === "hyperdisk-balanced"))) {
                                const err319 = { instancePath: instancePath + "/storage/home/diskType", schemaPath: "#/properties/storage/properties/home/properties/diskType/enum", keyword: "enum", params: { allowedValues: schema19.properties.storage.properties.home.properties.diskType.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err319];
                                }
                                else {
                                    vErrors.push(err319);
                                }
                                errors++;
                            }
                        }
                        if (data131.size !== undefined) {
                            if (!(validate62(data131.size, { instancePath: instancePath + "/storage/home/size", parentData: data131, parentDataProperty: "size", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data131.regional !== undefined) {
                            if (typeof data131.regional !== "boolean") {
                                const err320 = { instancePath: instancePath + "/storage/home/regional", schemaPath: "#/properties/storage/properties/home/properties/regional/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err320];
                                }
                                else {
                                    vErrors.push(err320);
                                }
                                errors++;
                            }
                        }
                        if (data131.mode !== undefined) {
                            let data136 = data131.mode;
                            if (typeof data136 !== "string") {
                                const err321 = { instancePath: instancePath + "/storage/home/mode", schemaPath: "#/properties/storage/properties/home/properties/mode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err321];
                                }
                                else {
                                    vErrors.push(err321);
                                }
                                errors++;
                            }
                            if (!((data136 === "instance") || (data136 === "multishare"))) {
                                const err322 = { instancePath: instancePath + "/storage/home/mode", schemaPath: "#/properties/storage/properties/home/properties/mode/enum", keyword: "enum", params: { allowedValues: schema19.properties.storage.properties.home.properties.mode.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err322];
                                }
                                else {
                                    vErrors.push(err322);
                                }
                                errors++;
                            }
                        }
                        if (data131.tier !== undefined) {
                            let data137 = data131.tier;
                            if (typeof data137 !== "string") {
                                const err323 = { instancePath: instancePath + "/storage/home/tier", schemaPath: "#/properties/storage/properties/home/properties/tier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err323];
                                }
                                else {
                                    vErrors.push(err323);
                                }
                                errors++;
                            }
                            if (!(((((data137 === "BASIC_HDD") || (data137 === "BASIC_SSD")) || (data137 === "ZONAL")) || (data137 === "REGIONAL")) || (data137 === "ENTERPRISE"))) {
                                const err324 = { instancePath: instancePath + "/storage/home/tier", schemaPath: "#/properties/storage/properties/home/properties/tier/enum", keyword: "enum", params: { allowedValues: schema19.properties.storage.properties.home.properties.tier.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err324];
                                }
                                else {
                                    vErrors.push(err324);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err325 = { instancePath: instancePath + "/storage/home", schemaPath: "#/properties/storage/properties/home/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err325];
                        }
                        else {
                            vErrors.push(err325);
                        }
                        errors++;
                    }
                }
                if (data130.buckets !== undefined) {
                    let data138 = data130.buckets;
                    if (data138 && typeof data138 == "object" && !Array.isArray(data138)) {
                        for (const key41 in data138) {
                            if (!((key41 === "perUser") || (key41 === "shared"))) {
                                const err326 = { instancePath: instancePath + "/storage/buckets", schemaPath: "#/properties/storage/properties/buckets/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key41 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err326];
                                }
                                else {
                                    vErrors.push(err326);
                                }
                                errors++;
                            }
                        }
                        if (data138.perUser !== undefined) {
                            if (typeof data138.perUser !== "boolean") {
                                const err327 = { instancePath: instancePath + "/storage/buckets/perUser", schemaPath: "#/properties/storage/properties/buckets/properties/perUser/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err327];
                                }
                                else {
                                    vErrors.push(err327);
                                }
                                errors++;
                            }
                        }
                        if (data138.shared !== undefined) {
                            let data140 = data138.shared;
                            if (Array.isArray(data140)) {
                                if (data140.length > 20) {
                                    const err328 = { instancePath: instancePath + "/storage/buckets/shared", schemaPath: "#/properties/storage/properties/buckets/properties/shared/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                                    if (vErrors === null) {
                                        vErrors = [err328];
                                    }
                                    else {
                                        vErrors.push(err328);
                                    }
                                    errors++;
                                }
                                const len7 = data140.length;
                                for (let i7 = 0; i7 < len7; i7++) {
                                    let data141 = data140[i7];
                                    if (data141 && typeof data141 == "object" && !Array.isArray(data141)) {
                                        if (data141.bucket === undefined) {
                                            const err329 = { instancePath: instancePath + "/storage/buckets/shared/" + i7, schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/required", keyword: "required", params: { missingProperty: "bucket" }, message: "must have required property '" + "bucket" + "'" };
                                            if (vErrors === null) {
                                                vErrors = [err329];
                                            }
                                            else {
                                                vErrors.push(err329);
                                            }
                                            errors++;
                                        }
                                        if (data141.mountPath === undefined) {
                                            const err330 = { instancePath: instancePath + "/storage/buckets/shared/" + i7, schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/required", keyword: "required", params: { missingProperty: "mountPath" }, message: "must have required property '" + "mountPath" + "'" };
                                            if (vErrors === null) {
                                                vErrors = [err330];
                                            }
                                            else {
                                                vErrors.push(err330);
                                            }
                                            errors++;
                                        }
                                        for (const key42 in data141) {
                                            if (!(((key42 === "bucket") || (key42 === "mountPath")) || (key42 === "readOnly"))) {
                                                const err331 = { instancePath: instancePath + "/storage/buckets/shared/" + i7, schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key42 }, message: "must NOT have additional properties" };
                                                if (vErrors === null) {
                                                    vErrors = [err331];
                                                }
                                                else {
                                                    vErrors.push(err331);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data141.bucket !== undefined) {
                                            let data142 = data141.bucket;
                                            if (typeof data142 === "string") {
                                                if (data142.length > 222) {
                                                    const err332 = { instancePath: instancePath + "/storage/buckets/shared/" + i7 + "/bucket", schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/properties/bucket/maxLength", keyword: "maxLength", params: { limit: 222 }, message: "must NOT have more than 222 characters" };
                                                    if (vErrors === null) {
                                                        vErrors = [err332];
                                                    }
                                                    else {
                                                        vErrors.push(err332);
                                                    }
                                                    errors++;
                                                }
                                                if (data142.length < 3) {
                                                    const err333 = { instancePath: instancePath + "/storage/buckets/shared/" + i7 + "/bucket", schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/properties/bucket/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
                                                    if (vErrors === null) {
                                                        vErrors = [err333];
                                                    }
                                                    else {
                                                        vErrors.push(err333);
                                                    }
                                                    errors++;
                                                }
                                                if (!pattern6.test(data142)) {
                                                    const err334 = { instancePath: instancePath + "/storage/buckets/shared/" + i7 + "/bucket", schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/properties/bucket/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" }, message: "must match pattern \"" + "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" + "\"" };
                                                    if (vErrors === null) {
                                                        vErrors = [err334];
                                                    }
                                                    else {
                                                        vErrors.push(err334);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err335 = { instancePath: instancePath + "/storage/buckets/shared/" + i7 + "/bucket", schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/properties/bucket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err335];
                                                }
                                                else {
                                                    vErrors.push(err335);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data141.mountPath !== undefined) {
                                            let data143 = data141.mountPath;
                                            if (typeof data143 === "string") {
                                                if (!pattern47.test(data143)) {
                                                    const err336 = { instancePath: instancePath + "/storage/buckets/shared/" + i7 + "/mountPath", schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/properties/mountPath/pattern", keyword: "pattern", params: { pattern: "^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$" }, message: "must match pattern \"" + "^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$" + "\"" };
                                                    if (vErrors === null) {
                                                        vErrors = [err336];
                                                    }
                                                    else {
                                                        vErrors.push(err336);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err337 = { instancePath: instancePath + "/storage/buckets/shared/" + i7 + "/mountPath", schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/properties/mountPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err337];
                                                }
                                                else {
                                                    vErrors.push(err337);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data141.readOnly !== undefined) {
                                            if (typeof data141.readOnly !== "boolean") {
                                                const err338 = { instancePath: instancePath + "/storage/buckets/shared/" + i7 + "/readOnly", schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/properties/readOnly/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                                if (vErrors === null) {
                                                    vErrors = [err338];
                                                }
                                                else {
                                                    vErrors.push(err338);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err339 = { instancePath: instancePath + "/storage/buckets/shared/" + i7, schemaPath: "#/properties/storage/properties/buckets/properties/shared/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                        if (vErrors === null) {
                                            vErrors = [err339];
                                        }
                                        else {
                                            vErrors.push(err339);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err340 = { instancePath: instancePath + "/storage/buckets/shared", schemaPath: "#/properties/storage/properties/buckets/properties/shared/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                if (vErrors === null) {
                                    vErrors = [err340];
                                }
                                else {
                                    vErrors.push(err340);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err341 = { instancePath: instancePath + "/storage/buckets", schemaPath: "#/properties/storage/properties/buckets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err341];
                        }
                        else {
                            vErrors.push(err341);
                        }
                        errors++;
                    }
                }
                if (data130.snapshots !== undefined) {
                    let data145 = data130.snapshots;
                    if (data145 && typeof data145 == "object" && !Array.isArray(data145)) {
                        if (data145.schedule === undefined) {
                            const err342 = { instancePath: instancePath + "/storage/snapshots", schemaPath: "#/properties/storage/properties/snapshots/required", keyword: "required", params: { missingProperty: "schedule" }, message: "must have required property '" + "schedule" + "'" };
                            if (vErrors === null) {
                                vErrors = [err342];
                            }
                            else {
                                vErrors.push(err342);
                            }
                            errors++;
                        }
                        if (data145.keep === undefined) {
                            const err343 = { instancePath: instancePath + "/storage/snapshots", schemaPath: "#/properties/storage/properties/snapshots/required", keyword: "required", params: { missingProperty: "keep" }, message: "must have required property '" + "keep" + "'" };
                            if (vErrors === null) {
                                vErrors = [err343];
                            }
                            else {
                                vErrors.push(err343);
                            }
                            errors++;
                        }
                        for (const key43 in data145) {
                            if (!((key43 === "schedule") || (key43 === "keep"))) {
                                const err344 = { instancePath: instancePath + "/storage/snapshots", schemaPath: "#/properties/storage/properties/snapshots/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key43 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err344];
                                }
                                else {
                                    vErrors.push(err344);
                                }
                                errors++;
                            }
                        }
                        if (data145.schedule !== undefined) {
                            let data146 = data145.schedule;
                            if (typeof data146 === "string") {
                                if (!pattern48.test(data146)) {
                                    const err345 = { instancePath: instancePath + "/storage/snapshots/schedule", schemaPath: "#/properties/storage/properties/snapshots/properties/schedule/pattern", keyword: "pattern", params: { pattern: "^\\S+( \\S+){4}$" }, message: "must match pattern \"" + "^\\S+( \\S+){4}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err345];
                                    }
                                    else {
                                        vErrors.push(err345);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err346 = { instancePath: instancePath + "/storage/snapshots/schedule", schemaPath: "#/properties/storage/properties/snapshots/properties/schedule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err346];
                                }
                                else {
                                    vErrors.push(err346);
                                }
                                errors++;
                            }
                        }
                        if (data145.keep !== undefined) {
                            let data147 = data145.keep;
                            if (!(((typeof data147 == "number") && (!(data147 % 1) && !isNaN(data147))) && (isFinite(data147)))) {
                                const err347 = { instancePath: instancePath + "/storage/snapshots/keep", schemaPath: "#/properties/storage/properties/snapshots/properties/keep/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                if (vErrors === null) {
                                    vErrors = [err347];
                                }
                                else {
                                    vErrors.push(err347);
                                }
                                errors++;
                            }
                            if ((typeof data147 == "number") && (isFinite(data147))) {
                                if (data147 > 365 || isNaN(data147)) {
                                    const err348 = { instancePath: instancePath + "/storage/snapshots/keep", schemaPath: "#/properties/storage/properties/snapshots/properties/keep/maximum", keyword: "maximum", params: { comparison: "<=", limit: 365 }, message: "must be <= 365" };
                                    if (vErrors === null) {
                                        vErrors = [err348];
                                    }
                                    else {
                                        vErrors.push(err348);
                                    }
                                    errors++;
                                }
                                if (data147 < 1 || isNaN(data147)) {
                                    const err349 = { instancePath: instancePath + "/storage/snapshots/keep", schemaPath: "#/properties/storage/properties/snapshots/properties/keep/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                                    if (vErrors === null) {
                                        vErrors = [err349];
                                    }
                                    else {
                                        vErrors.push(err349);
                                    }
                                    errors++;
                                }
                            }
                        }
                    }
                    else {
                        const err350 = { instancePath: instancePath + "/storage/snapshots", schemaPath: "#/properties/storage/properties/snapshots/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err350];
                        }
                        else {
                            vErrors.push(err350);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err351 = { instancePath: instancePath + "/storage", schemaPath: "#/properties/storage/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err351];
                }
                else {
                    vErrors.push(err351);
                }
                errors++;
            }
        }
        if (data.profiles !== undefined) {
            let data148 = data.profiles;
            if (Array.isArray(data148)) {
                if (data148.length > 100) {
                    const err352 = { instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
                    if (vErrors === null) {
                        vErrors = [err352];
                    }
                    else {
                        vErrors.push(err352);
                    }
                    errors++;
                }
                if (data148.length < 1) {
                    const err353 = { instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                        vErrors = [err353];
                    }
                    else {
                        vErrors.push(err353);
                    }
                    errors++;
                }
                const len8 = data148.length;
                for (let i8 = 0; i8 < len8; i8++) {
                    let data149 = data148[i8];
                    if (data149 && typeof data149 == "object" && !Array.isArray(data149)) {
                        if (data149.name === undefined) {
                            const err354 = { instancePath: instancePath + "/profiles/" + i8, schemaPath: "#/properties/profiles/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'" };
                            if (vErrors === null) {
                                vErrors = [err354];
                            }
                            else {
                                vErrors.push(err354);
                            }
                            errors++;
                        }
                        for (const key44 in data149) {
                            if (!(func1.call(schema19.properties.profiles.items.properties, key44))) {
                                const err355 = { instancePath: instancePath + "/profiles/" + i8, schemaPath: "#/properties/profiles/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key44 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err355];
                                }
                                else {
                                    vErrors.push(err355);
                                }
                                errors++;
                            }
                        }
                        if (data149.name !== undefined) {
                            let data150 = data149.name;
                            if (typeof data150 === "string") {
                                if (data150.length > 40) {
                                    const err356 = { instancePath: instancePath + "/profiles/" + i8 + "/name", schemaPath: "#/properties/profiles/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err356];
                                    }
                                    else {
                                        vErrors.push(err356);
                                    }
                                    errors++;
                                }
                                if (!pattern49.test(data150)) {
                                    const err357 = { instancePath: instancePath + "/profiles/" + i8 + "/name", schemaPath: "#/properties/profiles/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err357];
                                    }
                                    else {
                                        vErrors.push(err357);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err358 = { instancePath: instancePath + "/profiles/" + i8 + "/name", schemaPath: "#/properties/profiles/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err358];
                                }
                                else {
                                    vErrors.push(err358);
                                }
                                errors++;
                            }
                        }
                        if (data149.displayName !== undefined) {
                            let data151 = data149.displayName;
                            if (typeof data151 === "string") {
                                if (data151.length > 100) {
                                    const err359 = { instancePath: instancePath + "/profiles/" + i8 + "/displayName", schemaPath: "#/properties/profiles/items/properties/displayName/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err359];
                                    }
                                    else {
                                        vErrors.push(err359);
                                    }
                                    errors++;
                                }
                                if (data151.length < 1) {
                                    const err360 = { instancePath: instancePath + "/profiles/" + i8 + "/displayName", schemaPath: "#/properties/profiles/items/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err360];
                                    }
                                    else {
                                        vErrors.push(err360);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err361 = { instancePath: instancePath + "/profiles/" + i8 + "/displayName", schemaPath: "#/properties/profiles/items/properties/displayName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err361];
                                }
                                else {
                                    vErrors.push(err361);
                                }
                                errors++;
                            }
                        }
                        if (data149.description !== undefined) {
                            let data152 = data149.description;
                            if (typeof data152 === "string") {
                                if (data152.length > 500) {
                                    const err362 = { instancePath: instancePath + "/profiles/" + i8 + "/description", schemaPath: "#/properties/profiles/items/properties/description/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err362];
                                    }
                                    else {
                                        vErrors.push(err362);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err363 = { instancePath: instancePath + "/profiles/" + i8 + "/description", schemaPath: "#/properties/profiles/items/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err363];
                                }
                                else {
                                    vErrors.push(err363);
                                }
                                errors++;
                            }
                        }
                        if (data149.default !== undefined) {
                            if (typeof data149.default !== "boolean") {
                                const err364 = { instancePath: instancePath + "/profiles/" + i8 + "/default", schemaPath: "#/properties/profiles/items/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err364];
                                }
                                else {
                                    vErrors.push(err364);
                                }
                                errors++;
                            }
                        }
                        if (data149.image !== undefined) {
                            if (!(validate68(data149.image, { instancePath: instancePath + "/profiles/" + i8 + "/image", parentData: data149, parentDataProperty: "image", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data149.pool !== undefined) {
                            let data155 = data149.pool;
                            if (typeof data155 === "string") {
                                if (data155.length < 1) {
                                    const err365 = { instancePath: instancePath + "/profiles/" + i8 + "/pool", schemaPath: "#/properties/profiles/items/properties/pool/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err365];
                                    }
                                    else {
                                        vErrors.push(err365);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err366 = { instancePath: instancePath + "/profiles/" + i8 + "/pool", schemaPath: "#/properties/profiles/items/properties/pool/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err366];
                                }
                                else {
                                    vErrors.push(err366);
                                }
                                errors++;
                            }
                        }
                        if (data149.cpu !== undefined) {
                            if (!(validate70(data149.cpu, { instancePath: instancePath + "/profiles/" + i8 + "/cpu", parentData: data149, parentDataProperty: "cpu", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data149.memory !== undefined) {
                            if (!(validate72(data149.memory, { instancePath: instancePath + "/profiles/" + i8 + "/memory", parentData: data149, parentDataProperty: "memory", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data149.gpu !== undefined) {
                            if (!(validate74(data149.gpu, { instancePath: instancePath + "/profiles/" + i8 + "/gpu", parentData: data149, parentDataProperty: "gpu", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data149.tpu !== undefined) {
                            if (!(validate76(data149.tpu, { instancePath: instancePath + "/profiles/" + i8 + "/tpu", parentData: data149, parentDataProperty: "tpu", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data149.env !== undefined) {
                            if (!(validate78(data149.env, { instancePath: instancePath + "/profiles/" + i8 + "/env", parentData: data149, parentDataProperty: "env", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data149.options !== undefined) {
                            let data161 = data149.options;
                            if (data161 && typeof data161 == "object" && !Array.isArray(data161)) {
                                if (Object.keys(data161).length > 10) {
                                    const err367 = { instancePath: instancePath + "/profiles/" + i8 + "/options", schemaPath: "#/properties/profiles/items/properties/options/maxProperties", keyword: "maxProperties", params: { limit: 10 }, message: "must NOT have more than 10 properties" };
                                    if (vErrors === null) {
                                        vErrors = [err367];
                                    }
                                    else {
                                        vErrors.push(err367);
                                    }
                                    errors++;
                                }
                                if (Object.keys(data161).length < 1) {
                                    const err368 = { instancePath: instancePath + "/profiles/" + i8 + "/options", schemaPath: "#/properties/profiles/items/properties/options/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                                    if (vErrors === null) {
                                        vErrors = [err368];
                                    }
                                    else {
                                        vErrors.push(err368);
                                    }
                                    errors++;
                                }
                                for (const key45 in data161) {
                                    const _errs355 = errors;
                                    if (typeof key45 === "string") {
                                        if (!pattern61.test(key45)) {
                                            const err369 = { instancePath: instancePath + "/profiles/" + i8 + "/options", schemaPath: "#/properties/profiles/items/properties/options/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" + "\"", propertyName: key45 };
                                            if (vErrors === null) {
                                                vErrors = [err369];
                                            }
                                            else {
                                                vErrors.push(err369);
                                            }
                                            errors++;
                                        }
                                    }
                                    var valid63 = _errs355 === errors;
                                    if (!valid63) {
                                        const err370 = { instancePath: instancePath + "/profiles/" + i8 + "/options", schemaPath: "#/properties/profiles/items/properties/options/propertyNames", keyword: "propertyNames", params: { propertyName: key45 }, message: "property name must be valid" };
                                        if (vErrors === null) {
                                            vErrors = [err370];
                                        }
                                        else {
                                            vErrors.push(err370);
                                        }
                                        errors++;
                                    }
                                }
                                for (const key46 in data161) {
                                    let data162 = data161[key46];
                                    if (data162 && typeof data162 == "object" && !Array.isArray(data162)) {
                                        if (data162.choices === undefined) {
                                            const err371 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/required", keyword: "required", params: { missingProperty: "choices" }, message: "must have required property '" + "choices" + "'" };
                                            if (vErrors === null) {
                                                vErrors = [err371];
                                            }
                                            else {
                                                vErrors.push(err371);
                                            }
                                            errors++;
                                        }
                                        for (const key47 in data162) {
                                            if (!((key47 === "displayName") || (key47 === "choices"))) {
                                                const err372 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key47 }, message: "must NOT have additional properties" };
                                                if (vErrors === null) {
                                                    vErrors = [err372];
                                                }
                                                else {
                                                    vErrors.push(err372);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data162.displayName !== undefined) {
                                            let data163 = data162.displayName;
                                            if (typeof data163 === "string") {
                                                if (data163.length > 100) {
                                                    const err373 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/displayName/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
                                                    if (vErrors === null) {
                                                        vErrors = [err373];
                                                    }
                                                    else {
                                                        vErrors.push(err373);
                                                    }
                                                    errors++;
                                                }
                                                if (data163.length < 1) {
                                                    const err374 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                                    if (vErrors === null) {
                                                        vErrors = [err374];
                                                    }
                                                    else {
                                                        vErrors.push(err374);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err375 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/displayName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                if (vErrors === null) {
                                                    vErrors = [err375];
                                                }
                                                else {
                                                    vErrors.push(err375);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data162.choices !== undefined) {
                                            let data164 = data162.choices;
                                            if (data164 && typeof data164 == "object" && !Array.isArray(data164)) {
                                                if (Object.keys(data164).length > 50) {
                                                    const err376 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/maxProperties", keyword: "maxProperties", params: { limit: 50 }, message: "must NOT have more than 50 properties" };
                                                    if (vErrors === null) {
                                                        vErrors = [err376];
                                                    }
                                                    else {
                                                        vErrors.push(err376);
                                                    }
                                                    errors++;
                                                }
                                                if (Object.keys(data164).length < 1) {
                                                    const err377 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                                                    if (vErrors === null) {
                                                        vErrors = [err377];
                                                    }
                                                    else {
                                                        vErrors.push(err377);
                                                    }
                                                    errors++;
                                                }
                                                for (const key48 in data164) {
                                                    const _errs364 = errors;
                                                    if (typeof key48 === "string") {
                                                        if (!pattern61.test(key48)) {
                                                            const err378 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" + "\"", propertyName: key48 };
                                                            if (vErrors === null) {
                                                                vErrors = [err378];
                                                            }
                                                            else {
                                                                vErrors.push(err378);
                                                            }
                                                            errors++;
                                                        }
                                                    }
                                                    var valid66 = _errs364 === errors;
                                                    if (!valid66) {
                                                        const err379 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/propertyNames", keyword: "propertyNames", params: { propertyName: key48 }, message: "property name must be valid" };
                                                        if (vErrors === null) {
                                                            vErrors = [err379];
                                                        }
                                                        else {
                                                            vErrors.push(err379);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                                for (const key49 in data164) {
                                                    let data165 = data164[key49];
                                                    if (data165 && typeof data165 == "object" && !Array.isArray(data165)) {
                                                        for (const key50 in data165) {
                                                            if (!((((((key50 === "displayName") || (key50 === "default")) || (key50 === "image")) || (key50 === "cpu")) || (key50 === "memory")) || (key50 === "env"))) {
                                                                const err380 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key50 }, message: "must NOT have additional properties" };
                                                                if (vErrors === null) {
                                                                    vErrors = [err380];
                                                                }
                                                                else {
                                                                    vErrors.push(err380);
                                                                }
                                                                errors++;
                                                            }
                                                        }
                                                        if (data165.displayName !== undefined) {
                                                            let data166 = data165.displayName;
                                                            if (typeof data166 === "string") {
                                                                if (data166.length > 100) {
                                                                    const err381 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/additionalProperties/properties/displayName/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
                                                                    if (vErrors === null) {
                                                                        vErrors = [err381];
                                                                    }
                                                                    else {
                                                                        vErrors.push(err381);
                                                                    }
                                                                    errors++;
                                                                }
                                                                if (data166.length < 1) {
                                                                    const err382 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/additionalProperties/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                                                    if (vErrors === null) {
                                                                        vErrors = [err382];
                                                                    }
                                                                    else {
                                                                        vErrors.push(err382);
                                                                    }
                                                                    errors++;
                                                                }
                                                            }
                                                            else {
                                                                const err383 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/additionalProperties/properties/displayName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                                if (vErrors === null) {
                                                                    vErrors = [err383];
                                                                }
                                                                else {
                                                                    vErrors.push(err383);
                                                                }
                                                                errors++;
                                                            }
                                                        }
                                                        if (data165.default !== undefined) {
                                                            if (typeof data165.default !== "boolean") {
                                                                const err384 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1") + "/default", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/additionalProperties/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                                                if (vErrors === null) {
                                                                    vErrors = [err384];
                                                                }
                                                                else {
                                                                    vErrors.push(err384);
                                                                }
                                                                errors++;
                                                            }
                                                        }
                                                        if (data165.image !== undefined) {
                                                            if (!(validate68(data165.image, { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1") + "/image", parentData: data165, parentDataProperty: "image", rootData, dynamicAnchors }))) {
                                                                vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
                                                                errors = vErrors.length;
                                                            }
                                                        }
                                                        if (data165.cpu !== undefined) {
                                                            if (!(validate70(data165.cpu, { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1") + "/cpu", parentData: data165, parentDataProperty: "cpu", rootData, dynamicAnchors }))) {
                                                                vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
                                                                errors = vErrors.length;
                                                            }
                                                        }
                                                        if (data165.memory !== undefined) {
                                                            if (!(validate72(data165.memory, { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1") + "/memory", parentData: data165, parentDataProperty: "memory", rootData, dynamicAnchors }))) {
                                                                vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                                                errors = vErrors.length;
                                                            }
                                                        }
                                                        if (data165.env !== undefined) {
                                                            if (!(validate78(data165.env, { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", parentData: data165, parentDataProperty: "env", rootData, dynamicAnchors }))) {
                                                                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
                                                                errors = vErrors.length;
                                                            }
                                                        }
                                                    }
                                                    else {
                                                        const err385 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices/" + key49.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                        if (vErrors === null) {
                                                            vErrors = [err385];
                                                        }
                                                        else {
                                                            vErrors.push(err385);
                                                        }
                                                        errors++;
                                                    }
                                                }
                                            }
                                            else {
                                                const err386 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1") + "/choices", schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/properties/choices/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                                if (vErrors === null) {
                                                    vErrors = [err386];
                                                }
                                                else {
                                                    vErrors.push(err386);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err387 = { instancePath: instancePath + "/profiles/" + i8 + "/options/" + key46.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/profiles/items/properties/options/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                        if (vErrors === null) {
                                            vErrors = [err387];
                                        }
                                        else {
                                            vErrors.push(err387);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err388 = { instancePath: instancePath + "/profiles/" + i8 + "/options", schemaPath: "#/properties/profiles/items/properties/options/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err388];
                                }
                                else {
                                    vErrors.push(err388);
                                }
                                errors++;
                            }
                        }
                        if (data149.unlistedImage !== undefined) {
                            let data172 = data149.unlistedImage;
                            if (data172 && typeof data172 == "object" && !Array.isArray(data172)) {
                                if (data172.pattern === undefined) {
                                    const err389 = { instancePath: instancePath + "/profiles/" + i8 + "/unlistedImage", schemaPath: "#/properties/profiles/items/properties/unlistedImage/required", keyword: "required", params: { missingProperty: "pattern" }, message: "must have required property '" + "pattern" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err389];
                                    }
                                    else {
                                        vErrors.push(err389);
                                    }
                                    errors++;
                                }
                                for (const key51 in data172) {
                                    if (!(key51 === "pattern")) {
                                        const err390 = { instancePath: instancePath + "/profiles/" + i8 + "/unlistedImage", schemaPath: "#/properties/profiles/items/properties/unlistedImage/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key51 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err390];
                                        }
                                        else {
                                            vErrors.push(err390);
                                        }
                                        errors++;
                                    }
                                }
                                if (data172.pattern !== undefined) {
                                    let data173 = data172.pattern;
                                    if (typeof data173 === "string") {
                                        if (data173.length > 500) {
                                            const err391 = { instancePath: instancePath + "/profiles/" + i8 + "/unlistedImage/pattern", schemaPath: "#/properties/profiles/items/properties/unlistedImage/properties/pattern/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err391];
                                            }
                                            else {
                                                vErrors.push(err391);
                                            }
                                            errors++;
                                        }
                                        if (data173.length < 3) {
                                            const err392 = { instancePath: instancePath + "/profiles/" + i8 + "/unlistedImage/pattern", schemaPath: "#/properties/profiles/items/properties/unlistedImage/properties/pattern/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err392];
                                            }
                                            else {
                                                vErrors.push(err392);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err393 = { instancePath: instancePath + "/profiles/" + i8 + "/unlistedImage/pattern", schemaPath: "#/properties/profiles/items/properties/unlistedImage/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err393];
                                        }
                                        else {
                                            vErrors.push(err393);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err394 = { instancePath: instancePath + "/profiles/" + i8 + "/unlistedImage", schemaPath: "#/properties/profiles/items/properties/unlistedImage/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err394];
                                }
                                else {
                                    vErrors.push(err394);
                                }
                                errors++;
                            }
                        }
                        if (data149.groups !== undefined) {
                            if (!(validate84(data149.groups, { instancePath: instancePath + "/profiles/" + i8 + "/groups", parentData: data149, parentDataProperty: "groups", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data149.culling !== undefined) {
                            if (!(validate86(data149.culling, { instancePath: instancePath + "/profiles/" + i8 + "/culling", parentData: data149, parentDataProperty: "culling", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data149.startTimeout !== undefined) {
                            if (!(validate64(data149.startTimeout, { instancePath: instancePath + "/profiles/" + i8 + "/startTimeout", parentData: data149, parentDataProperty: "startTimeout", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                errors = vErrors.length;
                            }
                        }
                    }
                    else {
                        const err395 = { instancePath: instancePath + "/profiles/" + i8, schemaPath: "#/properties/profiles/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err395];
                        }
                        else {
                            vErrors.push(err395);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err396 = { instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err396];
                }
                else {
                    vErrors.push(err396);
                }
                errors++;
            }
        }
        if (data.culling !== undefined) {
            if (!(validate86(data.culling, { instancePath: instancePath + "/culling", parentData: data, parentDataProperty: "culling", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
                errors = vErrors.length;
            }
        }
        if (data.limits !== undefined) {
            let data178 = data.limits;
            if (data178 && typeof data178 == "object" && !Array.isArray(data178)) {
                for (const key52 in data178) {
                    if (!((((key52 === "servers") || (key52 === "concurrentSpawns")) || (key52 === "namedServers")) || (key52 === "memoryPerUser"))) {
                        const err397 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key52 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err397];
                        }
                        else {
                            vErrors.push(err397);
                        }
                        errors++;
                    }
                }
                if (data178.servers !== undefined) {
                    let data179 = data178.servers;
                    if (!(((typeof data179 == "number") && (!(data179 % 1) && !isNaN(data179))) && (isFinite(data179)))) {
                        const err398 = { instancePath: instancePath + "/limits/servers", schemaPath: "#/properties/limits/properties/servers/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                        if (vErrors === null) {
                            vErrors = [err398];
                        }
                        else {
                            vErrors.push(err398);
                        }
                        errors++;
                    }
                    if ((typeof data179 == "number") && (isFinite(data179))) {
                        if (data179 > 100000 || isNaN(data179)) {
                            const err399 = { instancePath: instancePath + "/limits/servers", schemaPath: "#/properties/limits/properties/servers/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 }, message: "must be <= 100000" };
                            if (vErrors === null) {
                                vErrors = [err399];
                            }
                            else {
                                vErrors.push(err399);
                            }
                            errors++;
                        }
                        if (data179 < 1 || isNaN(data179)) {
                            const err400 = { instancePath: instancePath + "/limits/servers", schemaPath: "#/properties/limits/properties/servers/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                            if (vErrors === null) {
                                vErrors = [err400];
                            }
                            else {
                                vErrors.push(err400);
                            }
                            errors++;
                        }
                    }
                }
                if (data178.concurrentSpawns !== undefined) {
                    let data180 = data178.concurrentSpawns;
                    if (!(((typeof data180 == "number") && (!(data180 % 1) && !isNaN(data180))) && (isFinite(data180)))) {
                        const err401 = { instancePath: instancePath + "/limits/concurrentSpawns", schemaPath: "#/properties/limits/properties/concurrentSpawns/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                        if (vErrors === null) {
                            vErrors = [err401];
                        }
                        else {
                            vErrors.push(err401);
                        }
                        errors++;
                    }
                    if ((typeof data180 == "number") && (isFinite(data180))) {
                        if (data180 > 1000 || isNaN(data180)) {
                            const err402 = { instancePath: instancePath + "/limits/concurrentSpawns", schemaPath: "#/properties/limits/properties/concurrentSpawns/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 }, message: "must be <= 1000" };
                            if (vErrors === null) {
                                vErrors = [err402];
                            }
                            else {
                                vErrors.push(err402);
                            }
                            errors++;
                        }
                        if (data180 < 1 || isNaN(data180)) {
                            const err403 = { instancePath: instancePath + "/limits/concurrentSpawns", schemaPath: "#/properties/limits/properties/concurrentSpawns/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                            if (vErrors === null) {
                                vErrors = [err403];
                            }
                            else {
                                vErrors.push(err403);
                            }
                            errors++;
                        }
                    }
                }
                if (data178.namedServers !== undefined) {
                    let data181 = data178.namedServers;
                    if (!(((typeof data181 == "number") && (!(data181 % 1) && !isNaN(data181))) && (isFinite(data181)))) {
                        const err404 = { instancePath: instancePath + "/limits/namedServers", schemaPath: "#/properties/limits/properties/namedServers/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                        if (vErrors === null) {
                            vErrors = [err404];
                        }
                        else {
                            vErrors.push(err404);
                        }
                        errors++;
                    }
                    if ((typeof data181 == "number") && (isFinite(data181))) {
                        if (data181 > 20 || isNaN(data181)) {
                            const err405 = { instancePath: instancePath + "/limits/namedServers", schemaPath: "#/properties/limits/properties/namedServers/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20" };
                            if (vErrors === null) {
                                vErrors = [err405];
                            }
                            else {
                                vErrors.push(err405);
                            }
                            errors++;
                        }
                        if (data181 < 0 || isNaN(data181)) {
                            const err406 = { instancePath: instancePath + "/limits/namedServers", schemaPath: "#/properties/limits/properties/namedServers/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                            if (vErrors === null) {
                                vErrors = [err406];
                            }
                            else {
                                vErrors.push(err406);
                            }
                            errors++;
                        }
                    }
                }
                if (data178.memoryPerUser !== undefined) {
                    if (!(validate62(data178.memoryPerUser, { instancePath: instancePath + "/limits/memoryPerUser", parentData: data178, parentDataProperty: "memoryPerUser", rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                        errors = vErrors.length;
                    }
                }
            }
            else {
                const err407 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err407];
                }
                else {
                    vErrors.push(err407);
                }
                errors++;
            }
        }
        if (data.images !== undefined) {
            let data183 = data.images;
            if (data183 && typeof data183 == "object" && !Array.isArray(data183)) {
                for (const key53 in data183) {
                    if (!((key53 === "pullSecrets") || (key53 === "registries"))) {
                        const err408 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key53 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err408];
                        }
                        else {
                            vErrors.push(err408);
                        }
                        errors++;
                    }
                }
                if (data183.pullSecrets !== undefined) {
                    let data184 = data183.pullSecrets;
                    if (Array.isArray(data184)) {
                        if (data184.length > 10) {
                            const err409 = { instancePath: instancePath + "/images/pullSecrets", schemaPath: "#/properties/images/properties/pullSecrets/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
                            if (vErrors === null) {
                                vErrors = [err409];
                            }
                            else {
                                vErrors.push(err409);
                            }
                            errors++;
                        }
                        const len9 = data184.length;
                        for (let i9 = 0; i9 < len9; i9++) {
                            if (!(validate93(data184[i9], { instancePath: instancePath + "/images/pullSecrets/" + i9, parentData: data184, parentDataProperty: i9, rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
                                errors = vErrors.length;
                            }
                        }
                    }
                    else {
                        const err410 = { instancePath: instancePath + "/images/pullSecrets", schemaPath: "#/properties/images/properties/pullSecrets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                            vErrors = [err410];
                        }
                        else {
                            vErrors.push(err410);
                        }
                        errors++;
                    }
                }
                if (data183.registries !== undefined) {
                    let data186 = data183.registries;
                    if (Array.isArray(data186)) {
                        if (data186.length > 20) {
                            const err411 = { instancePath: instancePath + "/images/registries", schemaPath: "#/properties/images/properties/registries/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                            if (vErrors === null) {
                                vErrors = [err411];
                            }
                            else {
                                vErrors.push(err411);
                            }
                            errors++;
                        }
                        const len10 = data186.length;
                        for (let i10 = 0; i10 < len10; i10++) {
                            let data187 = data186[i10];
                            if (typeof data187 === "string") {
                                if (!pattern64.test(data187)) {
                                    const err412 = { instancePath: instancePath + "/images/registries/" + i10, schemaPath: "#/properties/images/properties/registries/items/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9](/[a-z0-9-]+/[a-z][a-z0-9-]*)?$" }, message: "must match pattern \"" + "^[a-z][a-z0-9-]{4,28}[a-z0-9](/[a-z0-9-]+/[a-z][a-z0-9-]*)?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err412];
                                    }
                                    else {
                                        vErrors.push(err412);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err413 = { instancePath: instancePath + "/images/registries/" + i10, schemaPath: "#/properties/images/properties/registries/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err413];
                                }
                                else {
                                    vErrors.push(err413);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err414 = { instancePath: instancePath + "/images/registries", schemaPath: "#/properties/images/properties/registries/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                            vErrors = [err414];
                        }
                        else {
                            vErrors.push(err414);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err415 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err415];
                }
                else {
                    vErrors.push(err415);
                }
                errors++;
            }
        }
        if (data.ray !== undefined) {
            let data188 = data.ray;
            if (data188 && typeof data188 == "object" && !Array.isArray(data188)) {
                for (const key54 in data188) {
                    if (!(((((key54 === "enabled") || (key54 === "version")) || (key54 === "image")) || (key54 === "head")) || (key54 === "workers"))) {
                        const err416 = { instancePath: instancePath + "/ray", schemaPath: "#/properties/ray/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key54 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err416];
                        }
                        else {
                            vErrors.push(err416);
                        }
                        errors++;
                    }
                }
                if (data188.enabled !== undefined) {
                    if (typeof data188.enabled !== "boolean") {
                        const err417 = { instancePath: instancePath + "/ray/enabled", schemaPath: "#/properties/ray/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                            vErrors = [err417];
                        }
                        else {
                            vErrors.push(err417);
                        }
                        errors++;
                    }
                }
                if (data188.version !== undefined) {
                    let data190 = data188.version;
                    if (typeof data190 === "string") {
                        if (!pattern65.test(data190)) {
                            const err418 = { instancePath: instancePath + "/ray/version", schemaPath: "#/properties/ray/properties/version/pattern", keyword: "pattern", params: { pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" }, message: "must match pattern \"" + "^[0-9]+\\.[0-9]+\\.[0-9]+$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err418];
                            }
                            else {
                                vErrors.push(err418);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err419 = { instancePath: instancePath + "/ray/version", schemaPath: "#/properties/ray/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err419];
                        }
                        else {
                            vErrors.push(err419);
                        }
                        errors++;
                    }
                }
                if (data188.image !== undefined) {
                    if (!(validate68(data188.image, { instancePath: instancePath + "/ray/image", parentData: data188, parentDataProperty: "image", rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
                        errors = vErrors.length;
                    }
                }
                if (data188.head !== undefined) {
                    let data192 = data188.head;
                    if (data192 && typeof data192 == "object" && !Array.isArray(data192)) {
                        for (const key55 in data192) {
                            if (!((key55 === "cpu") || (key55 === "memory"))) {
                                const err420 = { instancePath: instancePath + "/ray/head", schemaPath: "#/properties/ray/properties/head/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key55 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err420];
                                }
                                else {
                                    vErrors.push(err420);
                                }
                                errors++;
                            }
                        }
                        if (data192.cpu !== undefined) {
                            if (!(validate70(data192.cpu, { instancePath: instancePath + "/ray/head/cpu", parentData: data192, parentDataProperty: "cpu", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data192.memory !== undefined) {
                            if (!(validate72(data192.memory, { instancePath: instancePath + "/ray/head/memory", parentData: data192, parentDataProperty: "memory", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                errors = vErrors.length;
                            }
                        }
                    }
                    else {
                        const err421 = { instancePath: instancePath + "/ray/head", schemaPath: "#/properties/ray/properties/head/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err421];
                        }
                        else {
                            vErrors.push(err421);
                        }
                        errors++;
                    }
                }
                if (data188.workers !== undefined) {
                    let data195 = data188.workers;
                    if (Array.isArray(data195)) {
                        if (data195.length > 20) {
                            const err422 = { instancePath: instancePath + "/ray/workers", schemaPath: "#/properties/ray/properties/workers/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                            if (vErrors === null) {
                                vErrors = [err422];
                            }
                            else {
                                vErrors.push(err422);
                            }
                            errors++;
                        }
                        if (data195.length < 1) {
                            const err423 = { instancePath: instancePath + "/ray/workers", schemaPath: "#/properties/ray/properties/workers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                                vErrors = [err423];
                            }
                            else {
                                vErrors.push(err423);
                            }
                            errors++;
                        }
                        const len11 = data195.length;
                        for (let i11 = 0; i11 < len11; i11++) {
                            let data196 = data195[i11];
                            if (data196 && typeof data196 == "object" && !Array.isArray(data196)) {
                                if (data196.name === undefined) {
                                    const err424 = { instancePath: instancePath + "/ray/workers/" + i11, schemaPath: "#/properties/ray/properties/workers/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err424];
                                    }
                                    else {
                                        vErrors.push(err424);
                                    }
                                    errors++;
                                }
                                if (data196.max === undefined) {
                                    const err425 = { instancePath: instancePath + "/ray/workers/" + i11, schemaPath: "#/properties/ray/properties/workers/items/required", keyword: "required", params: { missingProperty: "max" }, message: "must have required property '" + "max" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err425];
                                    }
                                    else {
                                        vErrors.push(err425);
                                    }
                                    errors++;
                                }
                                for (const key56 in data196) {
                                    if (!((((((key56 === "name") || (key56 === "min")) || (key56 === "max")) || (key56 === "cpu")) || (key56 === "memory")) || (key56 === "gpu"))) {
                                        const err426 = { instancePath: instancePath + "/ray/workers/" + i11, schemaPath: "#/properties/ray/properties/workers/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key56 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err426];
                                        }
                                        else {
                                            vErrors.push(err426);
                                        }
                                        errors++;
                                    }
                                }
                                if (data196.name !== undefined) {
                                    let data197 = data196.name;
                                    if (typeof data197 === "string") {
                                        if (data197.length > 40) {
                                            const err427 = { instancePath: instancePath + "/ray/workers/" + i11 + "/name", schemaPath: "#/properties/ray/properties/workers/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" };
                                            if (vErrors === null) {
                                                vErrors = [err427];
                                            }
                                            else {
                                                vErrors.push(err427);
                                            }
                                            errors++;
                                        }
                                        if (!pattern49.test(data197)) {
                                            const err428 = { instancePath: instancePath + "/ray/workers/" + i11 + "/name", schemaPath: "#/properties/ray/properties/workers/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err428];
                                            }
                                            else {
                                                vErrors.push(err428);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err429 = { instancePath: instancePath + "/ray/workers/" + i11 + "/name", schemaPath: "#/properties/ray/properties/workers/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err429];
                                        }
                                        else {
                                            vErrors.push(err429);
                                        }
                                        errors++;
                                    }
                                }
                                if (data196.min !== undefined) {
                                    let data198 = data196.min;
                                    if (!(((typeof data198 == "number") && (!(data198 % 1) && !isNaN(data198))) && (isFinite(data198)))) {
                                        const err430 = { instancePath: instancePath + "/ray/workers/" + i11 + "/min", schemaPath: "#/properties/ray/properties/workers/items/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                        if (vErrors === null) {
                                            vErrors = [err430];
                                        }
                                        else {
                                            vErrors.push(err430);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data198 == "number") && (isFinite(data198))) {
                                        if (data198 > 1000 || isNaN(data198)) {
                                            const err431 = { instancePath: instancePath + "/ray/workers/" + i11 + "/min", schemaPath: "#/properties/ray/properties/workers/items/properties/min/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 }, message: "must be <= 1000" };
                                            if (vErrors === null) {
                                                vErrors = [err431];
                                            }
                                            else {
                                                vErrors.push(err431);
                                            }
                                            errors++;
                                        }
                                        if (data198 < 0 || isNaN(data198)) {
                                            const err432 = { instancePath: instancePath + "/ray/workers/" + i11 + "/min", schemaPath: "#/properties/ray/properties/workers/items/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                                            if (vErrors === null) {
                                                vErrors = [err432];
                                            }
                                            else {
                                                vErrors.push(err432);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data196.max !== undefined) {
                                    let data199 = data196.max;
                                    if (!(((typeof data199 == "number") && (!(data199 % 1) && !isNaN(data199))) && (isFinite(data199)))) {
                                        const err433 = { instancePath: instancePath + "/ray/workers/" + i11 + "/max", schemaPath: "#/properties/ray/properties/workers/items/properties/max/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                        if (vErrors === null) {
                                            vErrors = [err433];
                                        }
                                        else {
                                            vErrors.push(err433);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data199 == "number") && (isFinite(data199))) {
                                        if (data199 > 1000 || isNaN(data199)) {
                                            const err434 = { instancePath: instancePath + "/ray/workers/" + i11 + "/max", schemaPath: "#/properties/ray/properties/workers/items/properties/max/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 }, message: "must be <= 1000" };
                                            if (vErrors === null) {
                                                vErrors = [err434];
                                            }
                                            else {
                                                vErrors.push(err434);
                                            }
                                            errors++;
                                        }
                                        if (data199 < 1 || isNaN(data199)) {
                                            const err435 = { instancePath: instancePath + "/ray/workers/" + i11 + "/max", schemaPath: "#/properties/ray/properties/workers/items/properties/max/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                                            if (vErrors === null) {
                                                vErrors = [err435];
                                            }
                                            else {
                                                vErrors.push(err435);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data196.cpu !== undefined) {
                                    if (!(validate70(data196.cpu, { instancePath: instancePath + "/ray/workers/" + i11 + "/cpu", parentData: data196, parentDataProperty: "cpu", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
                                        errors = vErrors.length;
                                    }
                                }
                                if (data196.memory !== undefined) {
                                    if (!(validate72(data196.memory, { instancePath: instancePath + "/ray/workers/" + i11 + "/memory", parentData: data196, parentDataProperty: "memory", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                        errors = vErrors.length;
                                    }
                                }
                                if (data196.gpu !== undefined) {
                                    if (!(validate74(data196.gpu, { instancePath: instancePath + "/ray/workers/" + i11 + "/gpu", parentData: data196, parentDataProperty: "gpu", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
                                        errors = vErrors.length;
                                    }
                                }
                            }
                            else {
                                const err436 = { instancePath: instancePath + "/ray/workers/" + i11, schemaPath: "#/properties/ray/properties/workers/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                                if (vErrors === null) {
                                    vErrors = [err436];
                                }
                                else {
                                    vErrors.push(err436);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err437 = { instancePath: instancePath + "/ray/workers", schemaPath: "#/properties/ray/properties/workers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                            vErrors = [err437];
                        }
                        else {
                            vErrors.push(err437);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err438 = { instancePath: instancePath + "/ray", schemaPath: "#/properties/ray/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err438];
                }
                else {
                    vErrors.push(err438);
                }
                errors++;
            }
        }
        if (data.hub !== undefined) {
            let data203 = data.hub;
            if (data203 && typeof data203 == "object" && !Array.isArray(data203)) {
                for (const key57 in data203) {
                    if (!((key57 === "chart") || (key57 === "values"))) {
                        const err439 = { instancePath: instancePath + "/hub", schemaPath: "#/properties/hub/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key57 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err439];
                        }
                        else {
                            vErrors.push(err439);
                        }
                        errors++;
                    }
                }
                if (data203.chart !== undefined) {
                    let data204 = data203.chart;
                    if (data204 && typeof data204 == "object" && !Array.isArray(data204)) {
                        for (const key58 in data204) {
                            if (!((((key58 === "version") || (key58 === "repository")) || (key58 === "path")) || (key58 === "sha256"))) {
                                const err440 = { instancePath: instancePath + "/hub/chart", schemaPath: "#/properties/hub/properties/chart/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key58 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err440];
                                }
                                else {
                                    vErrors.push(err440);
                                }
                                errors++;
                            }
                        }
                        if (data204.version !== undefined) {
                            let data205 = data204.version;
                            if (typeof data205 === "string") {
                                if (!pattern67.test(data205)) {
                                    const err441 = { instancePath: instancePath + "/hub/chart/version", schemaPath: "#/properties/hub/properties/chart/properties/version/pattern", keyword: "pattern", params: { pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$" }, message: "must match pattern \"" + "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err441];
                                    }
                                    else {
                                        vErrors.push(err441);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err442 = { instancePath: instancePath + "/hub/chart/version", schemaPath: "#/properties/hub/properties/chart/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err442];
                                }
                                else {
                                    vErrors.push(err442);
                                }
                                errors++;
                            }
                        }
                        if (data204.repository !== undefined) {
                            let data206 = data204.repository;
                            if (typeof data206 === "string") {
                                if (!pattern68.test(data206)) {
                                    const err443 = { instancePath: instancePath + "/hub/chart/repository", schemaPath: "#/properties/hub/properties/chart/properties/repository/pattern", keyword: "pattern", params: { pattern: "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$" }, message: "must match pattern \"" + "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err443];
                                    }
                                    else {
                                        vErrors.push(err443);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err444 = { instancePath: instancePath + "/hub/chart/repository", schemaPath: "#/properties/hub/properties/chart/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err444];
                                }
                                else {
                                    vErrors.push(err444);
                                }
                                errors++;
                            }
                        }
                        if (data204.path !== undefined) {
                            let data207 = data204.path;
                            if (typeof data207 === "string") {
                                if (data207.length < 1) {
                                    const err445 = { instancePath: instancePath + "/hub/chart/path", schemaPath: "#/properties/hub/properties/chart/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err445];
                                    }
                                    else {
                                        vErrors.push(err445);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err446 = { instancePath: instancePath + "/hub/chart/path", schemaPath: "#/properties/hub/properties/chart/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err446];
                                }
                                else {
                                    vErrors.push(err446);
                                }
                                errors++;
                            }
                        }
                        if (data204.sha256 !== undefined) {
                            let data208 = data204.sha256;
                            if (typeof data208 === "string") {
                                if (!pattern69.test(data208)) {
                                    const err447 = { instancePath: instancePath + "/hub/chart/sha256", schemaPath: "#/properties/hub/properties/chart/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: "must match pattern \"" + "^[0-9a-f]{64}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err447];
                                    }
                                    else {
                                        vErrors.push(err447);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err448 = { instancePath: instancePath + "/hub/chart/sha256", schemaPath: "#/properties/hub/properties/chart/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err448];
                                }
                                else {
                                    vErrors.push(err448);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err449 = { instancePath: instancePath + "/hub/chart", schemaPath: "#/properties/hub/properties/chart/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err449];
                        }
                        else {
                            vErrors.push(err449);
                        }
                        errors++;
                    }
                }
                if (data203.values !== undefined) {
                    let data209 = data203.values;
                    if (data209 && typeof data209 == "object" && !Array.isArray(data209)) {
                    }
                    else {
                        const err450 = { instancePath: instancePath + "/hub/values", schemaPath: "#/properties/hub/properties/values/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err450];
                        }
                        else {
                            vErrors.push(err450);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err451 = { instancePath: instancePath + "/hub", schemaPath: "#/properties/hub/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err451];
                }
                else {
                    vErrors.push(err451);
                }
                errors++;
            }
        }
        if (data.secrets !== undefined) {
            let data210 = data.secrets;
            if (data210 && typeof data210 == "object" && !Array.isArray(data210)) {
                for (const key59 in data210) {
                    const _errs452 = errors;
                    if (typeof key59 === "string") {
                        if (!pattern70.test(key59)) {
                            const err452 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_-]{0,62}$" }, message: "must match pattern \"" + "^[A-Za-z][A-Za-z0-9_-]{0,62}$" + "\"", propertyName: key59 };
                            if (vErrors === null) {
                                vErrors = [err452];
                            }
                            else {
                                vErrors.push(err452);
                            }
                            errors++;
                        }
                    }
                    var valid83 = _errs452 === errors;
                    if (!valid83) {
                        const err453 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/propertyNames", keyword: "propertyNames", params: { propertyName: key59 }, message: "property name must be valid" };
                        if (vErrors === null) {
                            vErrors = [err453];
                        }
                        else {
                            vErrors.push(err453);
                        }
                        errors++;
                    }
                }
                for (const key60 in data210) {
                    let data211 = data210[key60];
                    if (data211 && typeof data211 == "object" && !Array.isArray(data211)) {
                        if (Object.keys(data211).length < 1) {
                            const err454 = { instancePath: instancePath + "/secrets/" + key60.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/secrets/additionalProperties/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                            if (vErrors === null) {
                                vErrors = [err454];
                            }
                            else {
                                vErrors.push(err454);
                            }
                            errors++;
                        }
                        for (const key61 in data211) {
                            if (!((key61 === "env") || (key61 === "secretManager"))) {
                                const err455 = { instancePath: instancePath + "/secrets/" + key60.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/secrets/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key61 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err455];
                                }
                                else {
                                    vErrors.push(err455);
                                }
                                errors++;
                            }
                        }
                        if (data211.env !== undefined) {
                            let data212 = data211.env;
                            if (typeof data212 === "string") {
                                if (data212.length > 255) {
                                    const err456 = { instancePath: instancePath + "/secrets/" + key60.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/secrets/additionalProperties/properties/env/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err456];
                                    }
                                    else {
                                        vErrors.push(err456);
                                    }
                                    errors++;
                                }
                                if (!pattern60.test(data212)) {
                                    const err457 = { instancePath: instancePath + "/secrets/" + key60.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/secrets/additionalProperties/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_]*$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err457];
                                    }
                                    else {
                                        vErrors.push(err457);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err458 = { instancePath: instancePath + "/secrets/" + key60.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/secrets/additionalProperties/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err458];
                                }
                                else {
                                    vErrors.push(err458);
                                }
                                errors++;
                            }
                        }
                        if (data211.secretManager !== undefined) {
                            let data213 = data211.secretManager;
                            if (typeof data213 === "string") {
                                if (!pattern72.test(data213)) {
                                    const err459 = { instancePath: instancePath + "/secrets/" + key60.replace(/~/g, "~0").replace(/\//g, "~1") + "/secretManager", schemaPath: "#/properties/secrets/additionalProperties/properties/secretManager/pattern", keyword: "pattern", params: { pattern: "^projects/[a-z0-9-]{4,30}/secrets/[A-Za-z0-9_-]{1,255}/versions/(latest|[1-9][0-9]*)$" }, message: "must match pattern \"" + "^projects/[a-z0-9-]{4,30}/secrets/[A-Za-z0-9_-]{1,255}/versions/(latest|[1-9][0-9]*)$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err459];
                                    }
                                    else {
                                        vErrors.push(err459);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err460 = { instancePath: instancePath + "/secrets/" + key60.replace(/~/g, "~0").replace(/\//g, "~1") + "/secretManager", schemaPath: "#/properties/secrets/additionalProperties/properties/secretManager/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err460];
                                }
                                else {
                                    vErrors.push(err460);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err461 = { instancePath: instancePath + "/secrets/" + key60.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/secrets/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err461];
                        }
                        else {
                            vErrors.push(err461);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err462 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err462];
                }
                else {
                    vErrors.push(err462);
                }
                errors++;
            }
        }
        if (data.cost !== undefined) {
            let data214 = data.cost;
            if (data214 && typeof data214 == "object" && !Array.isArray(data214)) {
                if (data214.currency === undefined) {
                    const err463 = { instancePath: instancePath + "/cost", schemaPath: "#/properties/cost/required", keyword: "required", params: { missingProperty: "currency" }, message: "must have required property '" + "currency" + "'" };
                    if (vErrors === null) {
                        vErrors = [err463];
                    }
                    else {
                        vErrors.push(err463);
                    }
                    errors++;
                }
                if (data214.asOf === undefined) {
                    const err464 = { instancePath: instancePath + "/cost", schemaPath: "#/properties/cost/required", keyword: "required", params: { missingProperty: "asOf" }, message: "must have required property '" + "asOf" + "'" };
                    if (vErrors === null) {
                        vErrors = [err464];
                    }
                    else {
                        vErrors.push(err464);
                    }
                    errors++;
                }
                if (data214.prices === undefined) {
                    const err465 = { instancePath: instancePath + "/cost", schemaPath: "#/properties/cost/required", keyword: "required", params: { missingProperty: "prices" }, message: "must have required property '" + "prices" + "'" };
                    if (vErrors === null) {
                        vErrors = [err465];
                    }
                    else {
                        vErrors.push(err465);
                    }
                    errors++;
                }
                for (const key62 in data214) {
                    if (!(((key62 === "currency") || (key62 === "asOf")) || (key62 === "prices"))) {
                        const err466 = { instancePath: instancePath + "/cost", schemaPath: "#/properties/cost/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key62 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err466];
                        }
                        else {
                            vErrors.push(err466);
                        }
                        errors++;
                    }
                }
                if (data214.currency !== undefined) {
                    let data215 = data214.currency;
                    if (typeof data215 === "string") {
                        if (!pattern73.test(data215)) {
                            const err467 = { instancePath: instancePath + "/cost/currency", schemaPath: "#/properties/cost/properties/currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, message: "must match pattern \"" + "^[A-Z]{3}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err467];
                            }
                            else {
                                vErrors.push(err467);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err468 = { instancePath: instancePath + "/cost/currency", schemaPath: "#/properties/cost/properties/currency/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err468];
                        }
                        else {
                            vErrors.push(err468);
                        }
                        errors++;
                    }
                }
                if (data214.asOf !== undefined) {
                    let data216 = data214.asOf;
                    if (typeof data216 === "string") {
                        if (!pattern29.test(data216)) {
                            const err469 = { instancePath: instancePath + "/cost/asOf", schemaPath: "#/properties/cost/properties/asOf/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: "must match pattern \"" + "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err469];
                            }
                            else {
                                vErrors.push(err469);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err470 = { instancePath: instancePath + "/cost/asOf", schemaPath: "#/properties/cost/properties/asOf/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err470];
                        }
                        else {
                            vErrors.push(err470);
                        }
                        errors++;
                    }
                }
                if (data214.prices !== undefined) {
                    let data217 = data214.prices;
                    if (data217 && typeof data217 == "object" && !Array.isArray(data217)) {
                        if (Object.keys(data217).length > 500) {
                            const err471 = { instancePath: instancePath + "/cost/prices", schemaPath: "#/properties/cost/properties/prices/maxProperties", keyword: "maxProperties", params: { limit: 500 }, message: "must NOT have more than 500 properties" };
                            if (vErrors === null) {
                                vErrors = [err471];
                            }
                            else {
                                vErrors.push(err471);
                            }
                            errors++;
                        }
                        if (Object.keys(data217).length < 1) {
                            const err472 = { instancePath: instancePath + "/cost/prices", schemaPath: "#/properties/cost/properties/prices/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                            if (vErrors === null) {
                                vErrors = [err472];
                            }
                            else {
                                vErrors.push(err472);
                            }
                            errors++;
                        }
                        for (const key63 in data217) {
                            const _errs470 = errors;
                            if (typeof key63 === "string") {
                                if (!pattern75.test(key63)) {
                                    const err473 = { instancePath: instancePath + "/cost/prices", schemaPath: "#/properties/cost/properties/prices/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][A-Za-z0-9_/-]{0,62}$" }, message: "must match pattern \"" + "^[a-z0-9][A-Za-z0-9_/-]{0,62}$" + "\"", propertyName: key63 };
                                    if (vErrors === null) {
                                        vErrors = [err473];
                                    }
                                    else {
                                        vErrors.push(err473);
                                    }
                                    errors++;
                                }
                            }
                            var valid87 = _errs470 === errors;
                            if (!valid87) {
                                const err474 = { instancePath: instancePath + "/cost/prices", schemaPath: "#/properties/cost/properties/prices/propertyNames", keyword: "propertyNames", params: { propertyName: key63 }, message: "property name must be valid" };
                                if (vErrors === null) {
                                    vErrors = [err474];
                                }
                                else {
                                    vErrors.push(err474);
                                }
                                errors++;
                            }
                        }
                        for (const key64 in data217) {
                            let data218 = data217[key64];
                            if ((typeof data218 == "number") && (isFinite(data218))) {
                                if (data218 < 0 || isNaN(data218)) {
                                    const err475 = { instancePath: instancePath + "/cost/prices/" + key64.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/cost/properties/prices/additionalProperties/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                                    if (vErrors === null) {
                                        vErrors = [err475];
                                    }
                                    else {
                                        vErrors.push(err475);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err476 = { instancePath: instancePath + "/cost/prices/" + key64.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/cost/properties/prices/additionalProperties/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                                if (vErrors === null) {
                                    vErrors = [err476];
                                }
                                else {
                                    vErrors.push(err476);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err477 = { instancePath: instancePath + "/cost/prices", schemaPath: "#/properties/cost/properties/prices/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err477];
                        }
                        else {
                            vErrors.push(err477);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err478 = { instancePath: instancePath + "/cost", schemaPath: "#/properties/cost/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err478];
                }
                else {
                    vErrors.push(err478);
                }
                errors++;
            }
        }
    }
    else {
        const err479 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
            vErrors = [err479];
        }
        else {
            vErrors.push(err479);
        }
        errors++;
    }
    validate52.errors = vErrors;
    return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const validateUsers = validate101;
const schema34 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "users.schema.json", "type": "object", "additionalProperties": false, "properties": { "users": { "type": "array", "maxItems": 20000, "items": { "type": ["string", "object"], "additionalProperties": false, "required": ["email"], "properties": { "email": { "type": "string" }, "admin": { "type": ["boolean", "string"], "enum": [true, false, "full"] }, "groups": { "type": "array", "maxItems": 100, "items": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" } }, "until": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "note": { "type": "string", "maxLength": 500 } } } }, "googleGroups": { "type": "array", "maxItems": 20000, "items": { "type": ["string", "object"], "additionalProperties": false, "required": ["email"], "properties": { "email": { "type": "string" }, "until": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "note": { "type": "string", "maxLength": 500 } } } }, "serviceAccounts": { "type": "array", "maxItems": 20000, "items": { "type": ["string", "object"], "additionalProperties": false, "required": ["email"], "properties": { "email": { "type": "string" }, "until": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "note": { "type": "string", "maxLength": 500 } } } }, "domains": { "type": "array", "maxItems": 20000, "items": { "type": ["string", "object"], "additionalProperties": false, "required": ["domain"], "properties": { "domain": { "type": "string" }, "note": { "type": "string", "maxLength": 500 } } } } } };
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    /*# sourceURL="users.schema.json" */ ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate101.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        for (const key0 in data) {
            if (!((((key0 === "users") || (key0 === "googleGroups")) || (key0 === "serviceAccounts")) || (key0 === "domains"))) {
                const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                    vErrors = [err0];
                }
                else {
                    vErrors.push(err0);
                }
                errors++;
            }
        }
        if (data.users !== undefined) {
            let data0 = data.users;
            if (Array.isArray(data0)) {
                if (data0.length > 20000) {
                    const err1 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/maxItems", keyword: "maxItems", params: { limit: 20000 }, message: "must NOT have more than 20000 items" };
                    if (vErrors === null) {
                        vErrors = [err1];
                    }
                    else {
                        vErrors.push(err1);
                    }
                    errors++;
                }
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    if ((typeof data1 !== "string") && (!(data1 && typeof data1 == "object" && !Array.isArray(data1)))) {
                        const err2 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/type", keyword: "type", params: { type: schema34.properties.users.items.type }, message: "must be string,object" };
                        if (vErrors === null) {
                            vErrors = [err2];
                        }
                        else {
                            vErrors.push(err2);
                        }
                        errors++;
                    }
                    if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                        if (data1.email === undefined) {
                            const err3 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property '" + "email" + "'" };
                            if (vErrors === null) {
                                vErrors = [err3];
                            }
                            else {
                                vErrors.push(err3);
                            }
                            errors++;
                        }
                        for (const key1 in data1) {
                            if (!(((((key1 === "email") || (key1 === "admin")) || (key1 === "groups")) || (key1 === "until")) || (key1 === "note"))) {
                                const err4 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err4];
                                }
                                else {
                                    vErrors.push(err4);
                                }
                                errors++;
                            }
                        }
                        if (data1.email !== undefined) {
                            if (typeof data1.email !== "string") {
                                const err5 = { instancePath: instancePath + "/users/" + i0 + "/email", schemaPath: "#/properties/users/items/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err5];
                                }
                                else {
                                    vErrors.push(err5);
                                }
                                errors++;
                            }
                        }
                        if (data1.admin !== undefined) {
                            let data3 = data1.admin;
                            if ((typeof data3 !== "boolean") && (typeof data3 !== "string")) {
                                const err6 = { instancePath: instancePath + "/users/" + i0 + "/admin", schemaPath: "#/properties/users/items/properties/admin/type", keyword: "type", params: { type: schema34.properties.users.items.properties.admin.type }, message: "must be boolean,string" };
                                if (vErrors === null) {
                                    vErrors = [err6];
                                }
                                else {
                                    vErrors.push(err6);
                                }
                                errors++;
                            }
                            if (!(((data3 === true) || (data3 === false)) || (data3 === "full"))) {
                                const err7 = { instancePath: instancePath + "/users/" + i0 + "/admin", schemaPath: "#/properties/users/items/properties/admin/enum", keyword: "enum", params: { allowedValues: schema34.properties.users.items.properties.admin.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err7];
                                }
                                else {
                                    vErrors.push(err7);
                                }
                                errors++;
                            }
                        }
                        if (data1.groups !== undefined) {
                            let data4 = data1.groups;
                            if (Array.isArray(data4)) {
                                if (data4.length > 100) {
                                    const err8 = { instancePath: instancePath + "/users/" + i0 + "/groups", schemaPath: "#/properties/users/items/properties/groups/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
                                    if (vErrors === null) {
                                        vErrors = [err8];
                                    }
                                    else {
                                        vErrors.push(err8);
                                    }
                                    errors++;
                                }
                                const len1 = data4.length;
                                for (let i1 = 0; i1 < len1; i1++) {
                                    let data5 = data4[i1];
                                    if (typeof data5 === "string") {
                                        if (!pattern63.test(data5)) {
                                            const err9 = { instancePath: instancePath + "/users/" + i0 + "/groups/" + i1, schemaPath: "#/properties/users/items/properties/groups/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err9];
                                            }
                                            else {
                                                vErrors.push(err9);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err10 = { instancePath: instancePath + "/users/" + i0 + "/groups/" + i1, schemaPath: "#/properties/users/items/properties/groups/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                        if (vErrors === null) {
                                            vErrors = [err10];
                                        }
                                        else {
                                            vErrors.push(err10);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err11 = { instancePath: instancePath + "/users/" + i0 + "/groups", schemaPath: "#/properties/users/items/properties/groups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                if (vErrors === null) {
                                    vErrors = [err11];
                                }
                                else {
                                    vErrors.push(err11);
                                }
                                errors++;
                            }
                        }
                        if (data1.until !== undefined) {
                            let data6 = data1.until;
                            if (typeof data6 === "string") {
                                if (!pattern29.test(data6)) {
                                    const err12 = { instancePath: instancePath + "/users/" + i0 + "/until", schemaPath: "#/properties/users/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: "must match pattern \"" + "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err12];
                                    }
                                    else {
                                        vErrors.push(err12);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err13 = { instancePath: instancePath + "/users/" + i0 + "/until", schemaPath: "#/properties/users/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err13];
                                }
                                else {
                                    vErrors.push(err13);
                                }
                                errors++;
                            }
                        }
                        if (data1.note !== undefined) {
                            let data7 = data1.note;
                            if (typeof data7 === "string") {
                                if (data7.length > 500) {
                                    const err14 = { instancePath: instancePath + "/users/" + i0 + "/note", schemaPath: "#/properties/users/items/properties/note/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err14];
                                    }
                                    else {
                                        vErrors.push(err14);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err15 = { instancePath: instancePath + "/users/" + i0 + "/note", schemaPath: "#/properties/users/items/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err15];
                                }
                                else {
                                    vErrors.push(err15);
                                }
                                errors++;
                            }
                        }
                    }
                }
            }
            else {
                const err16 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err16];
                }
                else {
                    vErrors.push(err16);
                }
                errors++;
            }
        }
        if (data.googleGroups !== undefined) {
            let data8 = data.googleGroups;
            if (Array.isArray(data8)) {
                if (data8.length > 20000) {
                    const err17 = { instancePath: instancePath + "/googleGroups", schemaPath: "#/properties/googleGroups/maxItems", keyword: "maxItems", params: { limit: 20000 }, message: "must NOT have more than 20000 items" };
                    if (vErrors === null) {
                        vErrors = [err17];
                    }
                    else {
                        vErrors.push(err17);
                    }
                    errors++;
                }
                const len2 = data8.length;
                for (let i2 = 0; i2 < len2; i2++) {
                    let data9 = data8[i2];
                    if ((typeof data9 !== "string") && (!(data9 && typeof data9 == "object" && !Array.isArray(data9)))) {
                        const err18 = { instancePath: instancePath + "/googleGroups/" + i2, schemaPath: "#/properties/googleGroups/items/type", keyword: "type", params: { type: schema34.properties.googleGroups.items.type }, message: "must be string,object" };
                        if (vErrors === null) {
                            vErrors = [err18];
                        }
                        else {
                            vErrors.push(err18);
                        }
                        errors++;
                    }
                    if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                        if (data9.email === undefined) {
                            const err19 = { instancePath: instancePath + "/googleGroups/" + i2, schemaPath: "#/properties/googleGroups/items/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property '" + "email" + "'" };
                            if (vErrors === null) {
                                vErrors = [err19];
                            }
                            else {
                                vErrors.push(err19);
                            }
                            errors++;
                        }
                        for (const key2 in data9) {
                            if (!(((key2 === "email") || (key2 === "until")) || (key2 === "note"))) {
                                const err20 = { instancePath: instancePath + "/googleGroups/" + i2, schemaPath: "#/properties/googleGroups/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err20];
                                }
                                else {
                                    vErrors.push(err20);
                                }
                                errors++;
                            }
                        }
                        if (data9.email !== undefined) {
                            if (typeof data9.email !== "string") {
                                const err21 = { instancePath: instancePath + "/googleGroups/" + i2 + "/email", schemaPath: "#/properties/googleGroups/items/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err21];
                                }
                                else {
                                    vErrors.push(err21);
                                }
                                errors++;
                            }
                        }
                        if (data9.until !== undefined) {
                            let data11 = data9.until;
                            if (typeof data11 === "string") {
                                if (!pattern29.test(data11)) {
                                    const err22 = { instancePath: instancePath + "/googleGroups/" + i2 + "/until", schemaPath: "#/properties/googleGroups/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: "must match pattern \"" + "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err22];
                                    }
                                    else {
                                        vErrors.push(err22);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err23 = { instancePath: instancePath + "/googleGroups/" + i2 + "/until", schemaPath: "#/properties/googleGroups/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err23];
                                }
                                else {
                                    vErrors.push(err23);
                                }
                                errors++;
                            }
                        }
                        if (data9.note !== undefined) {
                            let data12 = data9.note;
                            if (typeof data12 === "string") {
                                if (data12.length > 500) {
                                    const err24 = { instancePath: instancePath + "/googleGroups/" + i2 + "/note", schemaPath: "#/properties/googleGroups/items/properties/note/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err24];
                                    }
                                    else {
                                        vErrors.push(err24);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err25 = { instancePath: instancePath + "/googleGroups/" + i2 + "/note", schemaPath: "#/properties/googleGroups/items/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err25];
                                }
                                else {
                                    vErrors.push(err25);
                                }
                                errors++;
                            }
                        }
                    }
                }
            }
            else {
                const err26 = { instancePath: instancePath + "/googleGroups", schemaPath: "#/properties/googleGroups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err26];
                }
                else {
                    vErrors.push(err26);
                }
                errors++;
            }
        }
        if (data.serviceAccounts !== undefined) {
            let data13 = data.serviceAccounts;
            if (Array.isArray(data13)) {
                if (data13.length > 20000) {
                    const err27 = { instancePath: instancePath + "/serviceAccounts", schemaPath: "#/properties/serviceAccounts/maxItems", keyword: "maxItems", params: { limit: 20000 }, message: "must NOT have more than 20000 items" };
                    if (vErrors === null) {
                        vErrors = [err27];
                    }
                    else {
                        vErrors.push(err27);
                    }
                    errors++;
                }
                const len3 = data13.length;
                for (let i3 = 0; i3 < len3; i3++) {
                    let data14 = data13[i3];
                    if ((typeof data14 !== "string") && (!(data14 && typeof data14 == "object" && !Array.isArray(data14)))) {
                        const err28 = { instancePath: instancePath + "/serviceAccounts/" + i3, schemaPath: "#/properties/serviceAccounts/items/type", keyword: "type", params: { type: schema34.properties.serviceAccounts.items.type }, message: "must be string,object" };
                        if (vErrors === null) {
                            vErrors = [err28];
                        }
                        else {
                            vErrors.push(err28);
                        }
                        errors++;
                    }
                    if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                        if (data14.email === undefined) {
                            const err29 = { instancePath: instancePath + "/serviceAccounts/" + i3, schemaPath: "#/properties/serviceAccounts/items/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property '" + "email" + "'" };
                            if (vErrors === null) {
                                vErrors = [err29];
                            }
                            else {
                                vErrors.push(err29);
                            }
                            errors++;
                        }
                        for (const key3 in data14) {
                            if (!(((key3 === "email") || (key3 === "until")) || (key3 === "note"))) {
                                const err30 = { instancePath: instancePath + "/serviceAccounts/" + i3, schemaPath: "#/properties/serviceAccounts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err30];
                                }
                                else {
                                    vErrors.push(err30);
                                }
                                errors++;
                            }
                        }
                        if (data14.email !== undefined) {
                            if (typeof data14.email !== "string") {
                                const err31 = { instancePath: instancePath + "/serviceAccounts/" + i3 + "/email", schemaPath: "#/properties/serviceAccounts/items/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err31];
                                }
                                else {
                                    vErrors.push(err31);
                                }
                                errors++;
                            }
                        }
                        if (data14.until !== undefined) {
                            let data16 = data14.until;
                            if (typeof data16 === "string") {
                                if (!pattern29.test(data16)) {
                                    const err32 = { instancePath: instancePath + "/serviceAccounts/" + i3 + "/until", schemaPath: "#/properties/serviceAccounts/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: "must match pattern \"" + "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err32];
                                    }
                                    else {
                                        vErrors.push(err32);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err33 = { instancePath: instancePath + "/serviceAccounts/" + i3 + "/until", schemaPath: "#/properties/serviceAccounts/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err33];
                                }
                                else {
                                    vErrors.push(err33);
                                }
                                errors++;
                            }
                        }
                        if (data14.note !== undefined) {
                            let data17 = data14.note;
                            if (typeof data17 === "string") {
                                if (data17.length > 500) {
                                    const err34 = { instancePath: instancePath + "/serviceAccounts/" + i3 + "/note", schemaPath: "#/properties/serviceAccounts/items/properties/note/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err34];
                                    }
                                    else {
                                        vErrors.push(err34);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err35 = { instancePath: instancePath + "/serviceAccounts/" + i3 + "/note", schemaPath: "#/properties/serviceAccounts/items/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err35];
                                }
                                else {
                                    vErrors.push(err35);
                                }
                                errors++;
                            }
                        }
                    }
                }
            }
            else {
                const err36 = { instancePath: instancePath + "/serviceAccounts", schemaPath: "#/properties/serviceAccounts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err36];
                }
                else {
                    vErrors.push(err36);
                }
                errors++;
            }
        }
        if (data.domains !== undefined) {
            let data18 = data.domains;
            if (Array.isArray(data18)) {
                if (data18.length > 20000) {
                    const err37 = { instancePath: instancePath + "/domains", schemaPath: "#/properties/domains/maxItems", keyword: "maxItems", params: { limit: 20000 }, message: "must NOT have more than 20000 items" };
                    if (vErrors === null) {
                        vErrors = [err37];
                    }
                    else {
                        vErrors.push(err37);
                    }
                    errors++;
                }
                const len4 = data18.length;
                for (let i4 = 0; i4 < len4; i4++) {
                    let data19 = data18[i4];
                    if ((typeof data19 !== "string") && (!(data19 && typeof data19 == "object" && !Array.isArray(data19)))) {
                        const err38 = { instancePath: instancePath + "/domains/" + i4, schemaPath: "#/properties/domains/items/type", keyword: "type", params: { type: schema34.properties.domains.items.type }, message: "must be string,object" };
                        if (vErrors === null) {
                            vErrors = [err38];
                        }
                        else {
                            vErrors.push(err38);
                        }
                        errors++;
                    }
                    if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                        if (data19.domain === undefined) {
                            const err39 = { instancePath: instancePath + "/domains/" + i4, schemaPath: "#/properties/domains/items/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property '" + "domain" + "'" };
                            if (vErrors === null) {
                                vErrors = [err39];
                            }
                            else {
                                vErrors.push(err39);
                            }
                            errors++;
                        }
                        for (const key4 in data19) {
                            if (!((key4 === "domain") || (key4 === "note"))) {
                                const err40 = { instancePath: instancePath + "/domains/" + i4, schemaPath: "#/properties/domains/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err40];
                                }
                                else {
                                    vErrors.push(err40);
                                }
                                errors++;
                            }
                        }
                        if (data19.domain !== undefined) {
                            if (typeof data19.domain !== "string") {
                                const err41 = { instancePath: instancePath + "/domains/" + i4 + "/domain", schemaPath: "#/properties/domains/items/properties/domain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err41];
                                }
                                else {
                                    vErrors.push(err41);
                                }
                                errors++;
                            }
                        }
                        if (data19.note !== undefined) {
                            let data21 = data19.note;
                            if (typeof data21 === "string") {
                                if (data21.length > 500) {
                                    const err42 = { instancePath: instancePath + "/domains/" + i4 + "/note", schemaPath: "#/properties/domains/items/properties/note/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err42];
                                    }
                                    else {
                                        vErrors.push(err42);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err43 = { instancePath: instancePath + "/domains/" + i4 + "/note", schemaPath: "#/properties/domains/items/properties/note/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err43];
                                }
                                else {
                                    vErrors.push(err43);
                                }
                                errors++;
                            }
                        }
                    }
                }
            }
            else {
                const err44 = { instancePath: instancePath + "/domains", schemaPath: "#/properties/domains/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err44];
                }
                else {
                    vErrors.push(err44);
                }
                errors++;
            }
        }
    }
    else {
        const err45 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
            vErrors = [err45];
        }
        else {
            vErrors.push(err45);
        }
        errors++;
    }
    validate101.errors = vErrors;
    return errors === 0;
}
validate101.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// EXTERNAL MODULE: ./lib/src/config/words.js
var words = __webpack_require__(33437);
;// CONCATENATED MODULE: ./lib/src/config/schema.js





const VALIDATORS = {
    jupyterhub: validateJupyterhub,
    users: validateUsers,
};
/** Errors that are put into words; nobody reads more, and a hostile file has a hundred thousand. */
const MAX_ERRORS = 500;
/** Checks a file against its schema and says in words what is wrong, each thing at its place. */
function checkSchema(kind, tree, locate, report) {
    const validate = VALIDATORS[kind];
    if (validate(tree.value))
        return;
    const errors = (validate.errors ?? []).slice(0, MAX_ERRORS);
    const misshapen = new Set(errors.filter(({ keyword }) => keyword === 'pattern').map((error) => error.instancePath));
    for (const error of errors) {
        // A text of the wrong form and the wrong length has one finding, the more telling one.
        if (/^(min|max)Length$/.test(error.keyword) && misshapen.has(error.instancePath))
            continue;
        // The pattern of a name is reported once, as propertyNames, which knows the place.
        const handler = error.propertyName === undefined ? HANDLERS[error.keyword] : undefined;
        if (handler === undefined)
            continue;
        const steps = error.instancePath.split('/').slice(1);
        const path = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
        const pattern = patternOf(kind, path);
        const fact = facts_generated/* FACTS */.qY[kind][pattern] ?? {};
        handler({ kind, path, pattern, value: (0,config_locate.at)(tree, path), fact, locate, report, params: error.params });
    }
}
const HANDLERS = {
    additionalProperties: unknownKey,
    required: missingKey,
    type: wrongType,
    const: wrongValue,
    enum: wrongValue,
    pattern: ({ path, value, fact, locate, report }) => report(locate(path), 'wrong-form', `${(0,words/* quoted */.TL)(value?.value)} does not have the right form.`, {
        hint: withExample(fact),
    }),
    propertyNames: ({ path, fact, params, locate, report }) => {
        const name = String(params.propertyName);
        report(locate([...path, name], 'key'), 'wrong-form', `${(0,words/* quoted */.TL)(name)} does not have the right form.`, {
            hint: fact.pattern,
        });
    },
    minLength: (subject) => wrongLength(subject, 'at least', 'characters'),
    maxLength: (subject) => wrongLength(subject, 'at most', 'characters'),
    minItems: (subject) => wrongLength(subject, 'at least', 'entries'),
    maxItems: (subject) => wrongLength(subject, 'at most', 'entries'),
    minProperties: ({ path, fact, locate, report }) => report(locate(path), 'wrong-length', 'The mapping is empty.', {
        hint: fact.keys === undefined ? withExample(fact) : `Keys that it takes: ${fact.keys.join(', ')}.`,
    }),
    maxProperties: (subject) => wrongLength(subject, 'at most', 'keys'),
    minimum: (subject) => wrongNumber(subject, 'at least'),
    maximum: (subject) => wrongNumber(subject, 'at most'),
};
/** Path with `*` for indexes and free names, as the tables spell it. */
function patternOf(kind, path) {
    let pattern = '';
    for (const step of path) {
        const [named, free] = [String(step), '*'].map((name) => (pattern === '' ? name : `${pattern}.${name}`));
        const isFree = named === undefined || !(named in facts_generated/* FACTS */.qY[kind]);
        pattern = (isFree && free !== undefined && free in facts_generated/* FACTS */.qY[kind] ? free : named) ?? '';
    }
    return pattern;
}
function unknownKey({ kind, path, pattern, fact, params, locate, report }) {
    const key = String(params.additionalProperty);
    const guess = (0,suggest/* didYouMean */.a)(key, fact.keys ?? []);
    const home = guess === '' ? parentOf(kind, key, pattern) : undefined;
    const known = `Known here: ${(fact.keys ?? []).join(', ')}.`;
    const hint = guess !== '' ? undefined : home === undefined ? known : `It belongs under "${home}".`;
    report(locate([...path, key], 'key'), 'unknown-key', `${(0,words/* quoted */.TL)(key)} is not known here.${guess}`, { hint });
}
/** Where a key that stands in the wrong place belongs, when only one place takes it. */
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
    // A key that is misspelt has its own finding.
    const others = written.filter((key) => !fact.keys?.includes(key));
    if (others.some((key) => (0,suggest/* suggest */.Z)(key, fact.keys ?? []) === missing))
        return;
    const whole = pattern === '' ? missing : `${pattern}.${missing}`;
    const example = facts_generated/* FACTS */.qY[kind][whole]?.example;
    report(locate(path), 'missing-key', `${(0,words/* quoted */.TL)(missing)} is missing${pattern === '' ? '' : ' here'}.`, {
        hint: example === undefined ? undefined : `Add, for example: ${missing}: ${(0,words/* flow */.L3)(example)}`,
        absent: pattern === '',
    });
}
function wrongType(subject) {
    const { path, value, fact, params, locate, report } = subject;
    if (subject.pattern === 'secrets.*' && typeof value?.value === 'string') {
        report(locate(path), 'literal-secret', `${(0,words/* quoted */.TL)(String(path.at(-1)))} takes a mapping (key: value), not a text.`, {
            severity: 'error',
            hint: 'Never write the secret itself into this file, but where it comes from, such as {env: LMS_TOKEN}.',
        });
        return;
    }
    const expected = [params.type].flat().map(String);
    const { message, hint: quotes } = (0,words/* typeMessage */.cR)(path, value, expected);
    // A number in quotes is still no duration.
    const isForm = fact.form === undefined || new RegExp(fact.form, 'u').test(value?.written ?? '');
    const hint = isForm || expected[0] !== 'string' ? quotes : undefined;
    report(locate(path), 'wrong-type', message, {
        hint: hint === undefined ? withExample(fact) : [hint, fact.pattern].filter(Boolean).join(' '),
    });
}
function wrongValue({ path, value, params, locate, report }) {
    // A wrong type has its own finding.
    if (typeof value?.value !== 'string')
        return;
    const allowed = [params.allowedValues ?? params.allowedValue].flat().map(String);
    report(locate(path), 'wrong-value', `${(0,words/* quoted */.TL)(value.value)} is not known here.${(0,suggest/* didYouMean */.a)(value.value, allowed)}`, {
        hint: (allowed.includes('true') ? (0,words/* truthHint */.PS)(value.value) : undefined) ?? `Known: ${allowed.join(', ')}.`,
    });
}
function wrongLength({ path, params, locate, report }, bound, unit) {
    const name = (0,words/* quoted */.TL)(String(path.at(-1)));
    const count = params.limit === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit;
    report(locate(path), 'wrong-length', `${name} takes ${bound} ${String(params.limit)} ${count}.`);
}
function wrongNumber({ path, value, fact, params, locate, report }, bound) {
    const name = (0,words/* quoted */.TL)(String(path.at(-1)));
    const limit = (0,words/* number */.ai)(Number(params.limit));
    report(locate(path), 'wrong-number', `${name} takes ${bound} ${limit}, not ${(0,words/* number */.ai)(Number(value?.value))}.`, {
        hint: withExample(fact),
    });
}
function withExample(fact) {
    const example = fact.example === undefined ? '' : `For example: ${(0,words/* flow */.L3)(fact.example)}`;
    return [fact.pattern, example].filter((part) => part !== undefined && part !== '').join(' ') || undefined;
}


/***/ }),

/***/ 18380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ MAX_LENGTH),
  P: () => (/* binding */ parseSource)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/src/config/places.js
var places = __webpack_require__(65166);
;// CONCATENATED MODULE: ./lib/src/config/syntax.js
/** Deepest nesting of a file, aliases included; chart values of real hubs stay under 20. */
const MAX_DEPTH = 64;
/** A broken line often breaks all that follow; more than these help nobody. */
const MAX_SYNTAX_ERRORS = 10;
/** What must stop a file before its tokens are composed, which goes by recursion: directives and deep nesting. */
function tokenFault(token) {
    if (token.type === 'directive') {
        return {
            rule: 'yaml-syntax',
            offset: token.offset,
            message: 'YAML directives (lines that start with %) are not used here.',
            hint: 'Remove the line; the file is read as YAML 1.2.',
        };
    }
    const stack = [{ token, depth: 0 }];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        const { token: current, depth } = next;
        if (depth > MAX_DEPTH) {
            return {
                rule: 'too-large',
                offset: 'offset' in current ? current.offset : 0,
                message: `Values are nested more than ${MAX_DEPTH} levels deep.`,
                hint: 'Real files stay under 20 levels.',
            };
        }
        if (current.type === 'document' && current.value !== undefined)
            stack.push({ token: current.value, depth });
        if (!('items' in current))
            continue;
        for (const item of current.items) {
            if (item.key)
                stack.push({ token: item.key, depth: depth + 1 });
            if (item.value)
                stack.push({ token: item.value, depth: depth + 1 });
        }
    }
    return undefined;
}
const HINTS = {
    BAD_INDENT: 'Lines of one mapping or list start in the same column.',
    BAD_DQ_ESCAPE: 'In double quotes a backslash starts an escape; write it twice, or use single quotes.',
    BAD_SCALAR_START: 'Put the text in quotes.',
    BLOCK_AS_IMPLICIT_KEY: 'Put a text that contains a colon and a space in quotes.',
    MISSING_CHAR: 'Look for a missing quote, bracket, brace, comma or colon before this place.',
    MULTILINE_IMPLICIT_KEY: 'Look for a missing colon after a key, or a missing quote.',
    UNEXPECTED_TOKEN: 'Look for a missing quote or a bracket too many.',
};
/** Syntax errors of a file: the first of each place, and no more than a person wants to read. */
function syntaxErrors(documents) {
    const seen = new Set();
    const findings = [];
    for (const error of documents.flatMap((document) => document.errors)) {
        if (seen.has(error.pos[0]) || findings.length >= MAX_SYNTAX_ERRORS)
            continue;
        seen.add(error.pos[0]);
        findings.push({ ...describe(error), start: error.pos[0], end: error.pos[1] });
    }
    return findings;
}
function describe(error) {
    if (error.code === 'TAB_AS_INDENT') {
        return {
            rule: 'yaml-tab',
            message: 'A tab is used for indentation.',
            hint: 'Use spaces: YAML forbids tabs there.',
        };
    }
    if (error.code === 'TAG_RESOLVE_FAILED') {
        return { rule: 'yaml-tag', message: error.message, hint: 'Write the plain value.' };
    }
    if (error.code === 'NON_STRING_KEY') {
        return {
            rule: 'yaml-syntax',
            message: 'A key is not a plain text.',
            hint: 'Quote keys that start with [, { or *.',
        };
    }
    if (error.code === 'BAD_ALIAS') {
        return { rule: 'yaml-alias', message: error.message, hint: 'Put a text that starts with * or & in quotes.' };
    }
    return { rule: 'yaml-syntax', message: error.message.replace(/\.?$/, '.'), hint: HINTS[error.code] };
}

;// CONCATENATED MODULE: ./lib/src/config/tree.js


/** Most values that a file may have once its aliases are written out. */
const MAX_VALUES = 400_000;
// Assigning these by name reaches the prototype of every object; deep merges of values do assign by name.
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);
const PLAIN_TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`));
const NOTHING = { value: null, size: 1, height: 0 };
/** Builds the tree of a document and reports what YAML allows and this language does not. */
function buildTree(root, place, report) {
    const anchors = new Map();
    let aliased = 0;
    const build = (node) => {
        const [start, end] = node.range;
        if ((0,dist/* isAlias */.Vj)(node))
            return resolve(node.source, start, end);
        if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag)) {
            report(place(start, end), 'yaml-tag', `The tag ${node.tag} is not used here.`, {
                hint: 'Write the plain value.',
            });
        }
        const tree = (0,dist/* isMap */.jh)(node)
            ? mapping(node.items, start, end)
            : (0,dist/* isSeq */.oP)(node)
                ? sequence(node.items, start, end)
                : scalar(node, start, end);
        // Set after its content was built, so an alias inside its own anchor finds nothing and cannot go in circles.
        if (node.anchor !== undefined)
            anchors.set(node.anchor, tree);
        return tree;
    };
    const resolve = (name, start, end) => {
        const target = anchors.get(name);
        if (target === undefined) {
            report(place(start, end), 'yaml-alias', `No anchor &${name} stands before this alias, or the alias is inside it.`, {
                hint: 'Put a text that starts with * in quotes.',
            });
            return { start, end, place, ...NOTHING };
        }
        if (aliased > MAX_VALUES)
            return { start, end, place, ...NOTHING };
        aliased += target.size;
        if (aliased > MAX_VALUES) {
            report(place(start, end), 'yaml-alias', `Written out, the aliases make more than ${MAX_VALUES} values.`, {
                hint: 'Write values out where you need them.',
            });
            return { start, end, place, ...NOTHING };
        }
        return target;
    };
    const scalar = (node, start, end) => {
        const value = (0,dist/* isScalar */.jn)(node) ? node.value : null;
        const written = (0,dist/* isScalar */.jn)(node) && typeof node.source === 'string' ? node.source : undefined;
        const base = { start, end, place, size: 1, height: 0, ...(written === undefined ? {} : { written }) };
        if (value === null || typeof value === 'string' || typeof value === 'boolean')
            return { ...base, value };
        if (typeof value === 'number' && Number.isFinite(value))
            return { ...base, value };
        report(place(start, end), 'not-json', `${written ?? 'The value'} has no form in JSON.`, {
            hint: 'Quote it, or write a number.',
        });
        return { ...base, value: null };
    };
    const sequence = (nodes, start, end) => {
        const items = nodes.map(build);
        return branch({ start, end, place, items, value: items.map((item) => item.value) }, items);
    };
    const mapping = (pairs, start, end) => {
        const entries = new Map();
        const value = {};
        for (const { key, value: node } of pairs) {
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
            const [keyStart, keyEnd] = key.range;
            const here = place(keyStart, keyEnd);
            const tree = node === null ? { start: keyEnd, end: keyEnd, place, ...NOTHING } : build(node);
            const first = entries.get(name);
            if (!(0,dist/* isScalar */.jn)(key)) {
                report(here, 'yaml-syntax', 'A key is not a plain text.', { hint: 'Quote texts that start with *, [ or {.' });
            }
            else if (name === '<<') {
                report(here, 'yaml-merge-key', 'The merge key << is not used here.', { hint: 'Write the keys out.' });
            }
            else if (UNSAFE.has(name)) {
                report(here, 'unsafe-key', `The key "${name}" is refused.`, { hint: 'Choose another name.' });
            }
            else if (first !== undefined) {
                const { line } = place(first.keyStart, first.keyEnd);
                report(here, 'duplicate-key', `"${name}" is already set in line ${line}.`, { hint: 'Keep one of the two.' });
            }
            else {
                entries.set(name, { keyStart, keyEnd, tree });
                value[name] = tree.value;
            }
        }
        return branch({ start, end, place, entries, value }, [...entries.values()].map((entry) => entry.tree));
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
            report(place(tree.start, tree.end), 'too-large', `With its aliases, the value is over ${MAX_DEPTH} levels deep.`);
        }
        return { ...tree, size, height };
    };
    return build(root);
}

;// CONCATENATED MODULE: ./lib/src/config/source.js




/** Longest text that is parsed, in characters: room for 20,000 people with every field. */
const MAX_LENGTH = 4 * 1024 * 1024;
// YAML forbids C0 controls but tab, line feed and carriage return; the parser would let them through.
const CONTROL = /[^\t\n\r\u0020-\u007E\u0080-\uFFFF]/;
/** Parses one file into a tree with places. Never throws, whatever the text. */
function parseSource(file) {
    // Editors hide the byte order mark, so columns must not count it.
    const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
    const { place, report, diagnostics } = (0,places/* reporter */.YX)(file.path, text);
    const result = (tree) => ({ file: file.path, tree, diagnostics });
    if (text.length > MAX_LENGTH) {
        report(place(0, 1), 'too-large', `The file has ${text.length} characters; the limit is ${MAX_LENGTH}.`);
        return result(undefined);
    }
    const control = CONTROL.exec(text);
    if (control !== null) {
        const code = text.charCodeAt(control.index).toString(16).toUpperCase().padStart(4, '0');
        report(place(control.index, control.index + 1), 'control-character', `The character U+${code} is in the file.`, {
            hint: 'Remove it; editors hide it.',
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
        // The parser has no business to throw; if it does, the person still gets a finding and not a stack.
        report(place(0, 1), 'yaml-syntax', 'The text cannot be read as YAML.', { hint: 'Simplify it until it can.' });
        return result(undefined);
    }
    for (const error of syntaxErrors(documents)) {
        report(place(error.start, error.end), error.rule, error.message, { hint: error.hint });
    }
    if (diagnostics.length > 0)
        return result(undefined);
    const [first, second] = documents;
    if (second !== undefined) {
        const start = second.range[0];
        report(place(start, start + 3), 'several-documents', 'The file has more than one YAML document.', {
            hint: 'Remove the line "---" and what belongs to the other document.',
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
    // Other faults leave a tree that can be checked further; one this deep would break what goes by recursion.
    return result(diagnostics.some(({ rule }) => rule === 'too-large') ? undefined : tree);
}


/***/ }),

/***/ 69910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest),
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/** The known name that was most likely meant, or undefined when none is near. */
function suggest(written, known) {
    // A hostile key of a million letters is no typo, and the distance costs the product of both lengths.
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
/** ` Did you mean "x"?` or nothing; the leading space lets it follow a sentence. */
function didYouMean(written, known) {
    const name = suggest(written, known);
    return name === undefined ? '' : ` Did you mean "${name}"?`;
}
/** Edits (insert, delete, replace, swap of neighbours) from one word to the other. */
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

/***/ 87883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ usersSources),
/* harmony export */   j: () => (/* binding */ isForeign)
/* harmony export */ });
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94652);

const COLUMNS = ['email', 'groups', 'until', 'note'];
/** The entries of `users` as far as they have the right types. */
function usersSources(tree, locate) {
    const users = (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__.at)(tree, ['users']);
    const entries = users?.items === undefined
        ? users === undefined
            ? []
            : [[['users'], users]]
        : users.items.map((item, index) => [['users', index], item]);
    return entries.flatMap(([path, entry]) => {
        const where = entry.entries === undefined ? path : [...path, 'path'];
        const text = (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__.at)(tree, where)?.value;
        if (typeof text !== 'string' || text === '')
            return [];
        return {
            path: text,
            location: locate(where),
            columns: columnsOf((0,_locate_js__WEBPACK_IMPORTED_MODULE_0__.at)(entry, ['columns'])),
            elsewhere: entry.entries?.has('repository') === true,
        };
    });
}
function columnsOf(tree) {
    if (tree?.entries === undefined)
        return undefined;
    const texts = COLUMNS.flatMap((name) => {
        const value = (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__.at)(tree, [name])?.value;
        return typeof value === 'string' ? [[name, value]] : [];
    });
    return Object.fromEntries(texts);
}
/** Whether a path is not relative to the file that names it: absolute, of a home folder, of another drive, an address. */
function isForeign(path) {
    return /^([/\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path);
}


/***/ }),

/***/ 33437:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ dotted),
/* harmony export */   L3: () => (/* binding */ flow),
/* harmony export */   PS: () => (/* binding */ truthHint),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   cR: () => (/* binding */ typeMessage),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/** A value from a file in quotes, cut to what fits into a sentence. Control characters are escaped by whoever prints. */
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
/** `profiles[].gpu`: a path as the reference names it. */
function dotted(path) {
    return path.reduce((text, step) => (/^\d+$/.test(String(step)) ? `${text}[]` : `${text}${text && '.'}${step}`), '');
}
/** A number as people write it: 20,000. */
function number(value) {
    return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
/** `a, b and c`. */
function list(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
const TYPES = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping (key: value)',
};
/** Says that a value has the wrong type, with the traps of YAML that lead there. */
function typeMessage(path, tree, expected) {
    const wanted = expected.map((type) => TYPES[type] ?? type).join(' or ');
    const name = path.length === 0 ? 'The file' : /^\d+$/.test(String(path.at(-1))) ? 'This entry' : `"${path.at(-1)}"`;
    const value = tree?.value ?? null;
    if (value === null) {
        const hint = path.length === 0 ? undefined : 'Give it a value, or remove the key.';
        return { message: `${name} has no value; it takes ${wanted}.`, ...(hint === undefined ? {} : { hint }) };
    }
    const message = `${name} takes ${wanted}, not ${got(tree, value)}.`;
    if (expected.length === 1 && expected[0] === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        return { message, hint: `Write it in quotes: "${tree?.written ?? String(value)}".` };
    }
    const hint = expected.includes('boolean') && typeof value === 'string' ? truthHint(value) : undefined;
    return { message, ...(hint === undefined ? {} : { hint }) };
}
/** What to write instead of a word that other parsers take for true or false; undefined for all other words. */
function truthHint(word) {
    if (!/^(y|yes|n|no|on|off)$/i.test(word))
        return undefined;
    return `Write ${/^(y|yes|on)$/i.test(word)}: yes, no, on and off are plain words in YAML 1.2.`;
}
function got(tree, value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    if (typeof value === 'number') {
        const written = tree?.written;
        // 4.10 is the trap: as a number it is 4.1.
        return written !== undefined && written !== String(value)
            ? `the number ${value} (written ${written})`
            : `the number ${value}`;
    }
    return typeof value === 'boolean' ? String(value) : `the text ${quoted(value)}`;
}
/** A value as a person would write it in YAML on one line. */
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

/***/ 95329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ SECTIONS)
/* harmony export */ });
/**
 * Names that each section of the chart knows, by dotted path; sections that are not here take any name.
 * Facts of jupyterhub/zero-to-jupyterhub-k8s, tag 4.4.0, helm-chart/jupyterhub/values.schema.yaml.
 */
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

/***/ 36192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ findingsDocument),
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Y1: () => (/* binding */ findingBlocks),
/* harmony export */   _g: () => (/* binding */ findingsText),
/* harmony export */   lT: () => (/* binding */ countText),
/* harmony export */   mC: () => (/* binding */ findingLine)
/* harmony export */ });
/* unused harmony export documentation */
/** Widest piece of a line that an excerpt shows. */
const EXCERPT = 100;
/** `file:line:column severity rule message`, on one line whatever the message holds. */
function findingLine({ file, line, column, severity, rule, message }) {
    return `${visible(file)}:${line}:${column} ${severity} ${rule} ${visible(message)}`;
}
/** All findings for a terminal: each with its line, a caret under the place, and the way out; at the end the sums. */
function findingsText({ diagnostics, sources, took }) {
    const blocks = diagnostics.map((found) => block(found, sources.get(found.file)));
    const time = took === undefined ? '' : ` (${(took / 1000).toFixed(2)} s)`;
    const files = `${sources.size} ${sources.size === 1 ? 'file' : 'files'}`;
    const text = countText(countFindings(diagnostics));
    return [...blocks, `${text === '' ? 'No findings' : text} in ${files}${time}. Nothing was contacted.`].join('\n\n');
}
/** The findings alone, without the last line. */
function findingBlocks({ diagnostics, sources }) {
    return diagnostics.map((found) => block(found, sources.get(found.file))).join('\n\n');
}
/** The findings as the document of --json. */
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
            documentation: documentation(rule),
        })),
    };
}
/** How many findings of each severity there are. */
function countFindings(diagnostics) {
    const counts = { error: 0, warning: 0, note: 0 };
    for (const { severity } of diagnostics)
        counts[severity] += 1;
    return counts;
}
/** `2 errors, 1 warning`; empty when there is nothing. */
function countText(counts) {
    return ['error', 'warning', 'note']
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`)
        .join(', ');
}
/** Page and heading that explain a rule. */
function documentation(rule) {
    return `docs/reference/rules.md#${rule}`;
}
function block(found, source) {
    const { file, line, column, severity, rule, message, hint } = found;
    const first = `${visible(file)}:${line}:${column} ${severity} ${rule}  ${visible(message)}`;
    // A secret in plain text is in the file already; it need not be in every log as well.
    const withheld = found.absent === true || rule === 'literal-secret';
    const lines = withheld || source === undefined ? [] : excerpt(found, source);
    const help = hint === undefined ? [] : [`    ${visible(hint)}   ${documentation(rule)}`];
    return [first, ...lines, ...help].join('\n');
}
function excerpt({ line, column, length }, source) {
    const text = source
        .replace(/^\uFEFF/, '')
        .split('\n')[line - 1]?.replace(/\r$/, '');
    if (text === undefined || text.trim() === '')
        return [];
    // A line of thousands of characters is cut around the place.
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
/**
 * Text that cannot move the cursor, colour the terminal, start a new line or turn the reading direction: control and
 * format characters are written as escapes.
 */
function visible(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
        if (character === '\t')
            return '    ';
        return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
    });
}
/** Columns of a terminal that a text takes: none for marks on other letters, two for East Asian wide ones and emoji. */
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


/***/ })

};
;