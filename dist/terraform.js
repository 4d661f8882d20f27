"use strict";
exports.id = "terraform";
exports.ids = ["terraform"];
exports.modules = {

/***/ "src/helm/release/schema-error.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ chartSchemaError),
/* harmony export */   s: () => (/* binding */ ChartSchemaError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _schema_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/helm/release/schema-text.js");


class ChartSchemaError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 {
    chart;
    findings;
    constructor(chart, findings, otherwise) {
        const list = findings.slice(0, 10).map(({ path, message }) => `${path.join('.') || 'the values'}: ${message}`);
        super(`hub.values does not fit the chart: ${list.length === 0 ? otherwise : list.join(' ')}`, {
            where: 'jupyterhub.yaml: hub.values',
            hint: 'Correct the keys named here; the chart documents its values under "Configuration Reference".',
        });
        this.chart = chart;
        this.findings = findings;
    }
}
function chartSchemaError(text, otherwise) {
    const lines = text.split('\n');
    const start = lines.findIndex((line) => line.includes('following chart(s):'));
    const roots = [];
    let chart;
    let prefix = [];
    const open = [];
    for (const line of lines.slice(start + 1)) {
        const [, heading] = /^([A-Za-z0-9._-]+):\s*$/.exec(line) ?? [];
        if (heading !== undefined) {
            prefix = chart === undefined ? [] : [heading];
            chart ??= heading;
            continue;
        }
        const node = readLine(line, prefix);
        if (node === undefined)
            continue;
        while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= node.indent)
            open.pop();
        (open.at(-1)?.children ?? roots).push(node);
        open.push(node);
    }
    const keyed = roots.flatMap(findingsOf).map((finding) => [JSON.stringify(finding.path), finding]);
    keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return new ChartSchemaError(chart, keyed.map(([, finding]) => finding), otherwise);
}
function readLine(line, prefix) {
    const node = (indent, steps, text) => ({
        indent: indent.length,
        path: [...prefix, ...steps.map((step) => (/^(0|[1-9]\d{0,8})$/.test(step) ? Number(step) : step))],
        text: text.trim(),
        children: [],
    });
    const newer = /^( *)- at '((?:[^'\\]|\\.)*)': (.*)$/.exec(line);
    if (newer !== null) {
        const [, indent = '', pointer = '', text = ''] = newer;
        const steps = (0,_schema_text_js__WEBPACK_IMPORTED_MODULE_1__/* .unquote */ ._n)(pointer).split('/').slice(1);
        const plain = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
        return node(indent, plain, text);
    }
    const [, indent = '', place, text = ''] = /^( *)- (.+?): (.+)$/.exec(line) ?? [];
    if (place === undefined)
        return undefined;
    return node(indent, place === '(root)' ? [] : place.split('.'), text);
}
function findingsOf(node) {
    const { path, text, children } = node;
    if (children.length === 0 || text.startsWith('invalid propertyName'))
        return (0,_schema_text_js__WEBPACK_IMPORTED_MODULE_1__/* .explainText */ .lP)(path, text);
    const isChoice = /^'?(anyOf|oneOf)'? failed/.test(text);
    return isChoice ? choice(path, children.map(findingsOf)) : children.flatMap(findingsOf);
}
function choice(path, forms) {
    const here = JSON.stringify(path);
    const hasOtherType = (form) => form.some((finding) => finding.types !== undefined && JSON.stringify(finding.path) === here);
    const sameType = forms.filter((form) => !hasOtherType(form));
    const [only, second] = sameType;
    if (only !== undefined && second === undefined)
        return only;
    if (only === undefined) {
        const types = forms.flat().flatMap((finding) => finding.types ?? []);
        return [(0,_schema_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(path, types[0]?.got ?? '', [...new Set(types.flatMap(({ want }) => want))])];
    }
    const reasons = sameType.map((form) => form.map(({ message }) => message.replace(/\.$/, '')).join(', '));
    return [(0,_schema_text_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)(path, `fits none of the forms that the chart allows: ${reasons.slice(0, 5).join('; or ')}.`)];
}


/***/ }),

/***/ "src/helm/release/schema-text.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   _n: () => (/* binding */ unquote),
/* harmony export */   gQ: () => (/* binding */ wrongType),
/* harmony export */   lP: () => (/* binding */ explainText),
/* harmony export */   n0: () => (/* binding */ looksSecret)
/* harmony export */ });
/* harmony import */ var _config_chart_z2jh_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/chart/z2jh-keys.js");
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/suggest.js");
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/text.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/json.js");
/* harmony import */ var _diff_manifests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/helm/diff/manifests.js");





const QUOTED = String.raw `'((?:[^'\\]|\\.)*)'`;
const LIMITS = {
    minimum: (limit) => `${limit} or more`,
    maximum: (limit) => `${limit} or less`,
    exclusiveMinimum: (limit) => `more than ${limit}`,
    exclusiveMaximum: (limit) => `less than ${limit}`,
    multipleOf: (limit) => `multiples of ${limit}`,
    minLength: (limit) => `${limit} or more characters`,
    maxLength: (limit) => `${limit} characters at most`,
    minItems: (limit) => `${limit} or more entries`,
    maxItems: (limit) => `${limit} entries at most`,
    minProperties: (limit) => `${limit} or more keys`,
    maxProperties: (limit) => `${limit} keys at most`,
};
const FORMS = [
    [
        /^additional properties (.+) not allowed$/,
        (path, [, names = '']) => unquoteAll(names).map((name) => unknown(path, name)),
    ],
    [/^Additional property (.+) is not allowed$/, (path, [, name = '']) => [unknown(path, name)]],
    [/^got (\w+), want (.+)$/, (path, [, got = '', want = '']) => [wrongType(path, got, want.split(' or '))]],
    [
        /^Invalid type\. Expected: \[?([^\]]+)\]?, given: (\w+)$/,
        (path, [, want = '', got = '']) => [wrongType(path, got, want.split(/[,/]/))],
    ],
    [/^missing propert(?:y|ies) (.+)$/, (path, [, names = '']) => unquoteAll(names).map((name) => missing(path, name))],
    [/^(\S+) is required$/, (path, [, name = '']) => [missing(path, name)]],
    [
        new RegExp(`^properties (.+) required, if ${QUOTED} exists$`),
        (path, [, names = '', cause = '']) => unquoteAll(names).map((name) => about(path, 'absent', `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} is missing, and ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(unquote(cause))} needs it.`)),
    ],
    [
        /^(?:value must be|\S+ must be one of the following:|\S+ does not match:) (?:one of )?(.+)$/,
        (path, [, list = '']) => [value(path, `must be one of: ${readable(list)}.`)],
    ],
    [
        new RegExp(`(?:^${QUOTED} does not match|^Does not match) pattern '(.*)'$`),
        (path, [, , pattern = '']) => [value(path, `does not match the pattern of the chart: ${unquote(pattern)}`)],
    ],
    [
        new RegExp(`^${QUOTED} is not valid ([\\w-]+): |^Does not match format '([\\w-]+)'$`),
        (path, [, , one, two]) => [value(path, `is not in the format "${one ?? two}".`)],
    ],
    [
        /^(\w+): got \S+, want (\S+)$/,
        (path, [, name = '', limit = '']) => [
            value(path, `must be ${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .entryOf */ .M)(LIMITS, name)?.(limit) ?? `${limit} (${name})`}.`),
        ],
    ],
    [
        new RegExp(`^invalid propertyName ${QUOTED}$`),
        (path, [, name = '']) => {
            const key = unquote(name);
            return [about([...path, key], 'key', `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)} is not a valid name here.`)];
        },
    ],
    [
        /^items at (\d+) and (\d+) are equal$/,
        (path, [, one, two]) => [value(path, `has the same entry twice: number ${one} and ${two}, counted from 0.`)],
    ],
    [/^false schema$/, (path) => [about(path, 'key', `${nameOf(path)} is not allowed here.`)]],
    [/^'?oneOf'? failed, subschemas/, (path) => [value(path, 'fits several forms, and the chart allows exactly one.')]],
];
function explainText(path, text) {
    for (const [form, explain] of FORMS) {
        const match = form.exec(text);
        if (match !== null)
            return explain(path, match);
    }
    const does = 'does not match the schema of the chart';
    return [value(path, looksSecret(path) ? `${does}.` : `${does}: ${text}`)];
}
function wrongType(path, got, want) {
    const known = want.map((type) => type.trim()).sort((a, b) => Number(a === 'null') - Number(b === 'null'));
    const words = known.map((type) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .entryOf */ .M)(_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .TYPES */ .QE, type) ?? type).join(' or ');
    return { ...value(path, `must be ${words}, not ${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .entryOf */ .M)(_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .TYPES */ .QE, got) ?? got}.`), types: { got, want: known } };
}
function value(path, does) {
    return about(path, 'value', `${nameOf(path)} ${does}`);
}
function looksSecret(path) {
    return path.some((step) => _diff_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .SECRET_KEY */ .rB.test(String(step)));
}
function unquote(text) {
    const plain = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };
    return text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gi, (_, x, u, long, one) => {
        const code = x ?? u ?? long;
        if (code === undefined)
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .entryOf */ .M)(plain, one ?? '') ?? one ?? '';
        const point = Number.parseInt(code, 16);
        return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
    });
}
function about(path, part, message) {
    return { path, message, about: part };
}
function unknown(path, name) {
    const section = path.join('.');
    const names = Object.hasOwn(_config_chart_z2jh_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .SECTIONS */ .b, section) ? (_config_chart_z2jh_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .SECTIONS */ .b[section] ?? '').split(' ') : [];
    const others = names.filter((known) => known !== name);
    return about([...path, name], 'key', `Unknown key ${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)}.${(0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(name, others)}`);
}
function missing(path, name) {
    return about(path, 'absent', `${(0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} is missing.`);
}
function nameOf(path) {
    const last = path.at(-1);
    if (last === undefined)
        return 'hub.values';
    return typeof last === 'number' ? 'This entry' : (0,_config_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(last);
}
function unquoteAll(list) {
    return [...list.matchAll(new RegExp(QUOTED, 'g'))].map(([, name = '']) => unquote(name));
}
function readable(list) {
    return list
        .replaceAll('<nil>', 'null')
        .replace(new RegExp(QUOTED, 'g'), (_, text) => `"${unquote(text)}"`)
        .slice(0, 300);
}


/***/ }),

/***/ "src/stages/session/programs.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openHelm),
  M: () => (/* binding */ openRoots)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/config/platform/cluster-id.js
var cluster_id = __webpack_require__("src/config/platform/cluster-id.js");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: ./lib/src/errors.js
var src_errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/system/environment.js
var environment = __webpack_require__("src/system/environment.js");
// EXTERNAL MODULE: ./lib/src/change/redact.js + 2 modules
var redact = __webpack_require__("src/change/redact.js");
// EXTERNAL MODULE: ./lib/src/helm/release/schema-error.js
var schema_error = __webpack_require__("src/helm/release/schema-error.js");
;// CONCATENATED MODULE: ./lib/src/helm/release/errors.js



const RULES = [
    {
        match: /don'?t meet the specifications of the schema|schema validation failed/i,
        explain: (text) => (0,schema_error/* chartSchemaError */.c)(text, lastLine(text)),
    },
    {
        match: /another operation \(install\/upgrade\/rollback\) is in progress/i,
        explain: (_, __, where, command) => new src_errors/* ToolError */.v4('Another helm operation on this release is in progress, or one was killed', {
            where,
            hint: command === 'apply'
                ? 'If no other apply is running, run apply again: it repairs a release whose operation was killed.'
                : 'If no apply is running, run destroy again.',
        }),
    },
    {
        match: /(?:failed to fetch|looks like|not a valid chart repository|cannot be reached|chart "?[^\n]*not found|no chart (?:version|name) found)[^\n]*/i,
        explain: (_, match, where) => new src_errors/* ToolError */.v4(`The chart could not be fetched: ${(0,redact/* shorten */.m)(match[0], 600)}`, {
            where,
            hint: 'Check hub.chart (version, repository) and the network of this machine, or give the archive as hub.chart.path.',
        }),
    },
    {
        match: /cluster unreachable|connection refused|no such host|i\/o timeout|tls handshake timeout|x509:|\bEOF\b/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`helm cannot reach the cluster: ${lastLine(text)}`, {
            where,
            hint: 'Check that the cluster is RUNNING and the network of this machine, then run again.',
        }),
    },
    {
        match: /invalid ownership metadata|cannot be imported into the current release/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`An object of the hub already exists and belongs to something else: ${lastLine(text)}`, {
            where,
            hint: 'Remove that object, or choose another hub name: every hub has a namespace and a release of its own.',
        }),
    },
    {
        match: /exceeded quota|quota exceeded/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`The cluster's quota is full: ${lastLine(text)}`, {
            where,
            hint: 'Raise the quota or remove what is no longer needed, then run again.',
        }),
    },
    {
        match: /is forbidden: User|forbidden: User|cannot (?:get|list|create|update|patch|delete) resource/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`A permission in the cluster is missing: ${lastLine(text)}`, {
            where,
            hint: 'Grant roles/container.admin to the identity that applies; a new grant takes a minute or two.',
        }),
    },
    {
        match: /Too long: must have at most \d+ bytes|request is too large|trying to send message larger than max/i,
        explain: (text, _, where) => new src_errors/* ConfigurationError */.j1(`Kubernetes keeps no object of this size: ${lastLine(text)}`, {
            where,
            hint: 'helm keeps a release with its chart and all values in one Secret of at most 1 MiB. Take large texts and files out of hub.values.',
        }),
    },
    {
        match: /field is immutable|updates to [^\n]* are forbidden|Forbidden: (?:updates|spec is immutable)|may not be changed/i,
        explain: (text, _, where) => new src_errors/* ToolError */.v4(`The change affects a field that Kubernetes never changes: ${lastLine(text)}`, {
            where,
            hint: 'Undo that part of the change; the size of the hub database and its class are fixed at the first install.',
        }),
    },
    {
        match: /context deadline exceeded|timed out waiting/i,
        explain: (text, _, where, command) => new src_errors/* ToolError */.v4(`The cluster did not finish in time: ${lastLine(text)}`, {
            where,
            hint: `Look at the pods of the namespace (kubectl get events), then run ${command} again.`,
        }),
    },
    {
        match: /execution error at|parse error at|error calling|template: /i,
        explain: (text) => new src_errors/* ConfigurationError */.j1(`The chart refuses hub.values: ${lastLine(text)}`, {
            where: 'jupyterhub.yaml: hub.values',
            hint: 'Correct the value that the message names.',
        }),
    },
];
function explainHelm(args, result) {
    const [verb = 'helm', ...rest] = args;
    const release = rest.find((arg) => !arg.startsWith('-')) ?? '';
    const where = `helm ${verb} ${release}`.trim();
    const text = withoutLogLines(result.stderr);
    const command = verb === 'uninstall' ? 'destroy' : 'apply';
    if (result.timedOut) {
        return new src_errors/* ToolError */.v4('helm did not finish in time and was stopped', {
            where,
            hint: `Run ${command} again${command === 'apply' ? ': it repairs a release that was left incomplete' : ''}.`,
        });
    }
    for (const rule of RULES) {
        const match = rule.match.exec(text);
        if (match)
            return rule.explain(text, match, where, command);
    }
    const ended = result.code === null ? 'was ended by a signal' : `failed (exit code ${result.code})`;
    return new src_errors/* ToolError */.v4(`helm ${ended}${text === '' ? '' : `: ${lastLine(text)}`}`, {
        where,
        hint: 'Run again. If it fails again, the message of helm names the cause.',
    });
}
function withoutLogLines(text) {
    return text
        .split('\n')
        .filter((line) => !/^(WARNING:|[IWE]\d{4} |level=(WARN|INFO|DEBUG)|time=)/.test(line))
        .join('\n')
        .trim();
}
function lastLine(text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const error = lines.findLast((line) => line.startsWith('Error:')) ?? lines.at(-1) ?? '';
    return (0,redact/* shorten */.m)(error.replace(/^Error:\s*/, ''), 600);
}

;// CONCATENATED MODULE: ./lib/src/helm/release/cli.js






const LIMIT_SECONDS = 300;
const KUBERNETES = '1.33.0';
class Helm {
    #settings;
    constructor(settings) {
        this.#settings = settings;
    }
    template(release, chart, namespace, values) {
        return this.#withValues(values, async (file) => {
            const args = ['template', release, chart, '--namespace', namespace, '--values', file];
            args.push('--kube-version', KUBERNETES, '--include-crds');
            return (await this.#run(args)).stdout;
        });
    }
    renderLive(release, chart, namespace, values) {
        return this.#withValues(values, async (file) => {
            const args = ['upgrade', '--install', release, chart, '--namespace', namespace, '--values', file];
            args.push('--dry-run=server', '--output', 'json', ...this.#serverSide());
            const { stdout } = await this.#run(args);
            const { manifest = '', hooks } = JSON.parse(stdout);
            return [manifest, ...(hooks ?? []).map((hook) => hook.manifest ?? '')].join('\n---\n');
        });
    }
    async crds(chart) {
        return (await this.#run(['show', 'crds', chart])).stdout;
    }
    async chartFolder() {
        const folder = (0,external_node_path_.join)(this.#settings.tempDir, `chart-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        await (0,promises_.mkdir)(folder, { mode: 0o700 });
        return folder;
    }
    async pull(name, version, repository) {
        const folder = await this.chartFolder();
        await this.#run(['pull', name, '--repo', repository, '--version', version, '--destination', folder]);
        const archive = (await (0,promises_.readdir)(folder)).find((file) => file.endsWith('.tgz'));
        if (archive === undefined)
            throw new src_errors/* ToolError */.v4(`helm downloaded no archive of ${name} ${version}`, {
                where: repository,
                hint: 'Check hub.chart (version, repository), or give the archive as hub.chart.path.',
            });
        return (0,external_node_path_.join)(folder, archive);
    }
    upgrade(release, chart, namespace, values, signal) {
        return this.#withValues(values, async (file) => {
            const args = ['upgrade', '--install', release, chart, '--namespace', namespace, '--values', file];
            args.push('--history-max', '10', '--timeout', `${LIMIT_SECONDS}s`, '--hide-notes');
            await this.#run([...args, ...this.#serverSide()], signal);
        });
    }
    async history(release, namespace) {
        const args = ['history', release, '--namespace', namespace, '--max', '20', '--output', 'json'];
        const result = await this.#start(args);
        if (result.code !== 0 && /release: not found/.test(result.stderr))
            return [];
        this.#check(args, result);
        const rows = JSON.parse(result.stdout);
        return rows.sort((a, b) => b.revision - a.revision);
    }
    async rollback(release, revision, namespace) {
        const args = ['rollback', release, String(revision), '--namespace', namespace, '--timeout', `${LIMIT_SECONDS}s`];
        await this.#run([...args, ...this.#serverSide()]);
    }
    async uninstall(release, namespace) {
        const args = ['uninstall', release, '--namespace', namespace, '--ignore-not-found', '--wait', '--timeout'];
        await this.#run([...args, `${LIMIT_SECONDS}s`]);
    }
    #serverSide() {
        return this.#settings.major >= 4 ? ['--server-side=true', '--force-conflicts'] : [];
    }
    async #withValues(values, use) {
        const file = (0,external_node_path_.join)(this.#settings.tempDir, `values-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.json`);
        try {
            await (0,promises_.writeFile)(file, JSON.stringify(values), { mode: 0o600, flag: 'wx' });
            return await use(file);
        }
        finally {
            await (0,promises_.rm)(file, { force: true });
        }
    }
    async #run(args, stop) {
        const result = await this.#start(args, stop);
        this.#check(args, result);
        return result;
    }
    #start(args, stop) {
        const { program, env, run, signal, tempDir, kubeconfig } = this.#settings;
        const signals = [signal, stop].filter((one) => one !== undefined);
        const home = (0,external_node_path_.join)(tempDir, 'helm');
        const own = {
            HELM_CACHE_HOME: (0,external_node_path_.join)(home, 'cache'),
            HELM_CONFIG_HOME: (0,external_node_path_.join)(home, 'config'),
            HELM_DATA_HOME: (0,external_node_path_.join)(home, 'data'),
            KUBECONFIG: kubeconfig ?? (0,external_node_path_.join)(home, 'none'),
        };
        return run(program, args, {
            cwd: tempDir,
            env: { ...(0,environment/* bareEnvironment */.Y)(env), ...own },
            timeout: (LIMIT_SECONDS + 60) * 1000,
            ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
        });
    }
    #check(args, result) {
        if (result.code === 0)
            return;
        const redact = this.#settings.redact ?? ((text) => text);
        throw explainHelm(args, { ...result, stdout: '', stderr: redact(result.stderr) });
    }
}
function helmMajor(version) {
    return /^v?3\./.test(version) ? 3 : 4;
}

// EXTERNAL MODULE: ./lib/src/system/exec.js
var exec = __webpack_require__("src/system/exec.js");
// EXTERNAL MODULE: ./lib/src/system/tools.js
var tools = __webpack_require__("src/system/tools.js");
// EXTERNAL MODULE: ./lib/src/terraform/provider-lock.js
var provider_lock = __webpack_require__("src/terraform/provider-lock.js");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
// EXTERNAL MODULE: ./lib/src/change/change.js
var change_change = __webpack_require__("src/change/change.js");
// EXTERNAL MODULE: ./lib/src/json.js
var json = __webpack_require__("src/json.js");
;// CONCATENATED MODULE: ./lib/src/terraform/resource-types.js
const RESOURCE_TYPES = {
    google_project_service: {
        attributes: ['service'],
        holdsData: false,
        importId: undefined,
        effect: { delete: 'api-stays-enabled' },
    },
    google_compute_network: {
        attributes: ['name', 'project', 'routing_mode'],
        holdsData: true,
        importId: ({ project, name }) => `projects/${project}/global/networks/${name}`,
        effect: { replace: 'network-rebuilt' },
    },
    google_compute_subnetwork: {
        attributes: ['name', 'region', 'ip_cidr_range', 'private_ip_google_access', 'secondary_ip_range'],
        holdsData: true,
        importId: ({ project, region, name }) => `projects/${project}/regions/${region}/subnetworks/${name}`,
        effect: { replace: 'network-rebuilt' },
    },
    google_compute_router: {
        attributes: ['name', 'region'],
        holdsData: false,
        importId: ({ project, region, name }) => `projects/${project}/regions/${region}/routers/${name}`,
    },
    google_compute_router_nat: {
        attributes: [
            'name',
            'router',
            'nat_ip_allocate_option',
            'source_subnetwork_ip_ranges_to_nat',
            'enable_dynamic_port_allocation',
            'enable_endpoint_independent_mapping',
        ],
        holdsData: false,
        importId: ({ project, region, router, name }) => `${project}/${region}/${router}/${name}`,
        effect: { replace: 'connections-cut' },
    },
    google_service_account: {
        attributes: ['account_id', 'display_name', 'disabled', 'project'],
        holdsData: false,
        importId: ({ project, account_id: id }) => `projects/${project}/serviceAccounts/${id}@${project}.iam.gserviceaccount.com`,
    },
    google_project_iam_member: {
        attributes: ['project', 'role', 'member', 'condition'],
        holdsData: false,
        importId: undefined,
    },
    google_compute_global_address: {
        attributes: ['name', 'address', 'address_type', 'description', 'labels', 'project'],
        holdsData: true,
        importId: ({ project, name }) => `projects/${project}/global/addresses/${name}`,
        effect: { delete: 'address-released', replace: 'address-replaced' },
    },
    google_container_cluster: {
        attributes: [
            'name',
            'project',
            'location',
            'enable_autopilot',
            'deletion_protection',
            'resource_labels',
            'network',
            'subnetwork',
            'networking_mode',
            'node_locations',
            'datapath_provider',
            'enable_shielded_nodes',
            'cost_management_config',
            'maintenance_policy',
            'rbac_binding_config',
            'remove_default_node_pool',
            'ip_allocation_policy.cluster_secondary_range_name',
            'ip_allocation_policy.services_secondary_range_name',
            'private_cluster_config.enable_private_nodes',
            'private_cluster_config.enable_private_endpoint',
            'control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic',
            'control_plane_endpoints_config.ip_endpoints_config.enabled',
            'workload_identity_config',
            'release_channel',
            'cluster_autoscaling.autoscaling_profile',
            'cluster_autoscaling.auto_provisioning_defaults.service_account',
            'cluster_autoscaling.auto_provisioning_defaults.oauth_scopes',
        ],
        holdsData: true,
        importId: ({ project, location, name }) => `projects/${project}/locations/${location}/clusters/${name}`,
        effect: {
            create: 'takes-ten-minutes',
            delete: 'everything-stops',
            replace: 'everything-stops-homes-reattached',
        },
    },
    google_container_node_pool: {
        attributes: [
            'name',
            'project',
            'location',
            'cluster',
            'node_locations',
            'autoscaling',
            'management',
            'upgrade_settings',
            'node_drain_config',
            ...[
                'disk_size_gb',
                'disk_type',
                'ephemeral_storage_local_ssd_config',
                'flex_start',
                'gcfs_config',
                'guest_accelerator',
                'gvnic',
                'image_type',
                'kubelet_config.insecure_kubelet_readonly_port_enabled',
                'kubelet_config.single_process_oom_kill',
                'labels',
                'machine_type',
                'max_run_duration',
                'oauth_scopes',
                'reservation_affinity',
                'resource_labels',
                'service_account',
                'shielded_instance_config',
                'spot',
                'taint',
                'workload_metadata_config',
            ].map((name) => `node_config.${name}`),
        ],
        holdsData: true,
        importId: ({ project, location, cluster, name }) => `projects/${project}/locations/${location}/clusters/${cluster}/nodePools/${name}`,
    },
};
const UNKNOWN = { attributes: [], holdsData: true, importId: undefined };
function resourceType(type) {
    return Object.hasOwn(RESOURCE_TYPES, type) ? (RESOURCE_TYPES[type] ?? UNKNOWN) : UNKNOWN;
}

;// CONCATENATED MODULE: ./lib/src/terraform/adopt.js




async function refuseForeignResources(plan, addresses, env) {
    const [{ refuseForeign }, { GoogleClient }] = await Promise.all([
        __webpack_require__.e(/* import() */ "ownership").then(__webpack_require__.bind(__webpack_require__, "src/terraform/ownership.js")),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, "src/cloud/rest.js")),
    ]);
    const google = new GoogleClient({ env, token: async () => env.GOOGLE_OAUTH_ACCESS_TOKEN ?? '' });
    for (const { address, type, change } of plan.resource_changes ?? []) {
        if (!addresses.includes(address))
            continue;
        await refuseForeign(google, { address, type, planned: (0,json/* isObject */.G)(change.after) ? change.after : {} });
    }
}
function importBlocks(plan, addresses) {
    const blocks = addresses.map((address) => {
        const resource = plan.resource_changes?.find((one) => one.address === address);
        const id = resource && resourceType(resource.type).importId;
        const after = resource?.change.after;
        if (id === undefined || !(0,json/* isObject */.G)(after))
            return undefined;
        return { to: address, id: id(after).replaceAll('${', '$${') };
    });
    return blocks.every((block) => block !== undefined) ? JSON.stringify({ import: blocks }) : undefined;
}
function checkAdoption(reviewed, now, adopted) {
    for (const change of now) {
        const { action } = change;
        const address = (0,change_change/* addressOf */.c)(change);
        const isPlanned = reviewed.some((one) => (0,change_change/* addressOf */.c)(one) === address && one.action === action);
        if (isPlanned || (adopted.has(address) && action === 'update'))
            continue;
        throw new src_errors/* ToolError */.v4(`Importing what an earlier run made would also ${action} ${address}, which was not planned`, {
            where: address,
            hint: 'Nothing more was changed. Check the resource: if no run of this hub made it, give the hub another name.',
        });
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__("node:util");
;// CONCATENATED MODULE: ./lib/src/terraform/silence.js

function watchSilence({ patience, doing, say, fault }) {
    const end = new AbortController();
    const start = Date.now();
    let heard = start;
    let failing;
    let timer;
    const look = async () => {
        const found = await fault().catch(() => undefined);
        if (timer === undefined || end.signal.aborted)
            return;
        if (found === undefined)
            failing = undefined;
        else
            failing ??= Date.now();
        if (found !== undefined && failing !== undefined && Date.now() - failing >= patience.fault) {
            end.abort(found);
            return;
        }
        const why = found === undefined ? '' : `: ${found.message}`;
        say(`  ${doing} has said nothing for ${Math.round((Date.now() - heard) / 1000)} s${why}`);
        next();
    };
    const next = () => {
        timer = setTimeout(() => {
            if (Date.now() - heard < patience.silence)
                next();
            else
                void look();
        }, patience.silence);
        timer.unref();
    };
    next();
    return {
        signal: end.signal,
        hear: () => {
            heard = Date.now();
        },
        stop: () => {
            clearTimeout(timer);
            timer = undefined;
        },
    };
}
function endedBy(signal) {
    return signal.reason instanceof src_errors/* ToolError */.v4 ? signal.reason : undefined;
}
class StalledError extends src_errors/* ToolError */.v4 {
    constructor(fault, where, command) {
        super(fault.message, {
            where: fault.where ?? where,
            hint: command
                ? `The state may lack what was done last. When the storage answers again, run ${command} again, which finds it.`
                : (fault.hint ?? 'Nothing was changed.'),
            cause: fault,
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/terraform/cli.js



const DROPPED = /^TF_(LOG|CLI_ARGS|VAR_|WORKSPACE|INPUT|DATA_DIR|NO_COLOR)/;
function terraformEnvironment(env, folders, say) {
    const result = {};
    for (const [name, value] of Object.entries(env))
        if (!DROPPED.test(name))
            result[name] = value;
    const file = result.TF_CLI_CONFIG_FILE;
    if (file && !(0,external_node_fs_.existsSync)(file)) {
        say(`TF_CLI_CONFIG_FILE names ${file}, which does not exist; it is ignored`);
        delete result.TF_CLI_CONFIG_FILE;
    }
    return {
        ...result,
        TF_DATA_DIR: folders.data,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
        CHECKPOINT_DISABLE: '1',
        TF_PLUGIN_CACHE_DIR: result.TF_PLUGIN_CACHE_DIR || folders.plugins,
        TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: folders.isLocked ? '' : '1',
    };
}
const GRACE_AFTER_FAULT = 3_000;
async function runTerraform(cli, args, { doing, onEvent }) {
    const diagnostics = [];
    const watch = watchSilence({ ...cli.watch, doing });
    const result = await cli.run(cli.program, args, {
        cwd: cli.cwd,
        env: cli.env,
        signal: cli.signal === undefined ? watch.signal : AbortSignal.any([cli.signal, watch.signal]),
        grace: () => (watch.signal.aborted ? GRACE_AFTER_FAULT : 60_000),
        onStderr: watch.hear,
        onStdout(line) {
            watch.hear();
            const event = parseEvent(line);
            if (event?.diagnostic)
                diagnostics.push(redacted(event.diagnostic, cli.redact));
            if (event)
                onEvent?.(event);
        },
    });
    watch.stop();
    const text = cli.redact((0,external_node_util_.stripVTControlCharacters)(result.stderr));
    if (diagnostics.length === 0)
        diagnostics.push(...textDiagnostics(text));
    if (diagnostics.length === 0 && result.code !== 0 && text.trim() !== '') {
        diagnostics.push({ severity: 'error', summary: text.trim() });
    }
    return { ...result, diagnostics, fault: endedBy(watch.signal) };
}
function redacted({ summary, detail, ...more }, redact) {
    return { ...more, summary: redact(summary), ...(detail === undefined ? {} : { detail: redact(detail) }) };
}
const initialising = new Map();
function initialiseAlone(plugins, init) {
    const mine = (initialising.get(plugins) ?? Promise.resolve()).then(init);
    initialising.set(plugins, mine.catch(() => { }));
    return mine;
}
function parseEvent(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
function textDiagnostics(text) {
    const plain = text.replace(/^[│╷╵|]\s?/gm, '');
    return plain
        .split(/^(?=(?:Error|Warning): )/m)
        .filter((part) => part.startsWith('Error: '))
        .map((part) => {
        const [summary = '', ...rest] = part.replace(/^Error: /, '').split('\n');
        return { severity: 'error', summary: summary.trim(), detail: rest.join('\n').trim() };
    });
}

;// CONCATENATED MODULE: ./lib/src/terraform/failures.js

class LockedError extends src_errors/* ToolError */.v4 {
    lock;
    constructor(lock) {
        super(`The terraform state is locked by ${lock.who} since ${lock.created} (${lock.operation || 'unknown operation'}, lock ${lock.id})`, {
            where: lock.path,
            hint: `Wait until that run has ended. If it was killed, run again with --break-lock ${lock.id} (in a workflow: "Run workflow" with this ID as break_lock). Nothing was changed.`,
        });
        this.lock = lock;
    }
}
class UnlockError extends src_errors/* ToolError */.v4 {
    lock;
    constructor(lock, why) {
        super(`Terraform did its work, but could not remove its own lock of the state afterwards${why && `: ${why}`}`, {
            where: lock.path,
            hint: `No other run holds it. Run again with --break-lock ${lock.id || 'and the ID that the next run names'} (in a workflow: "Run workflow" with this ID as break_lock).`,
        });
        this.lock = lock;
    }
}
class ExistsError extends src_errors/* ToolError */.v4 {
    addresses;
    constructor(thing, where, addresses) {
        super(`${thing} already exists, but it is not in the terraform state`, {
            where,
            hint: 'Choose another name for the hub, or delete the existing resource if nothing needs it; then run apply again.',
        });
        this.addresses = addresses;
    }
}

// EXTERNAL MODULE: ./lib/src/terraform/state.js
var state = __webpack_require__("src/terraform/state.js");
;// CONCATENATED MODULE: ./lib/src/terraform/explain.js





const STATE_KEEPS = {
    apply: 'The state has what was made until then.',
    destroy: 'The state has what is still there.',
};
function explainTerraform(diagnostics, context) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    for (const rule of explain_RULES) {
        for (const diagnostic of errors) {
            const text = `${diagnostic.summary}\n${diagnostic.detail ?? ''}`;
            const found = rule(text, diagnostic.address ?? context.state, errors, context);
            if (found)
                return found;
        }
    }
    const first = errors[0];
    const text = first === undefined ? 'it gave no reason' : (0,redact/* shorten */.m)(`${first.summary}: ${first.detail ?? ''}`, 600);
    return new src_errors/* ToolError */.v4(`${context.doing} failed: ${text.replace(/:\s*$/, '')}`, {
        where: first?.address ?? context.state,
        hint: context.mayHaveChanged
            ? `${STATE_KEEPS[context.command]} Fix the cause, then run ${context.command} again.`
            : 'Nothing was changed.',
    });
}
const explain_RULES = [
    lock,
    unlock,
    newerState,
    damaged,
    stalePlan,
    disabledApi,
    quota,
    bucket,
    permission,
    credentials,
    protection,
    exists,
    unreachable,
];
const RELEASING = /releasing the state lock/i;
function lock(text, where) {
    if (!/state lock/i.test(text) || !/Lock Info:/.test(text) || RELEASING.test(text))
        return undefined;
    return new LockedError(lockInfo(text, where));
}
function lockInfo(text, where) {
    const field = (name) => new RegExp(`^\\s*${name}:[ \\t]*(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
    return {
        id: field('ID'),
        path: field('Path') || where,
        who: field('Who'),
        created: field('Created').replace(/(?:\.\d+)? \+0000 UTC$/, ' UTC'),
        operation: field('Operation')
            .replace(/^OperationType/, '')
            .toLowerCase(),
    };
}
function unlock(text, where, errors) {
    const isOnly = errors.every(({ summary, detail }) => RELEASING.test(`${summary}\n${detail ?? ''}`));
    if (!isOnly || !RELEASING.test(text))
        return undefined;
    const why = /Error message:\s*([\s\S]*?)(?=\s*Lock Info:|\n\s*\n|$)/.exec(text)?.[1] ?? '';
    return new UnlockError(lockInfo(text, where), (0,redact/* shorten */.m)(why, 300));
}
const NEWER = /newer\s+than\s+current|uses\s+format\s+version\s+\d+,\s+which\s+is\s+not\s+supported/i;
function newerState(text, where) {
    const version = /created by \S+ v?(\d+\.\d+\.\d+\S*), which is newer than current/.exec(text)?.[1];
    if (version === undefined && !NEWER.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4(`The state was written by terraform ${version ?? 'of a later version'}, which is newer than the one on this machine`, {
        where,
        hint: `Install terraform ${version ?? 'of that version'} or later, or remove the old one from PATH so that a current one is downloaded.`,
    });
}
function damaged(text, _, __, context) {
    const isDamaged = /unsupported\s+state\s+file\s+format|state\s+file\s+could\s+not\s+be\s+(?:parsed|read)/i.test(text);
    return isDamaged ? (0,state/* damagedState */.V)(context.state) : undefined;
}
function stalePlan(text, where, _, context) {
    if (!/saved plan is stale/i.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4('Somebody changed the platform between the plan and its apply. Nothing was applied', {
        where,
        hint: `Run ${context.command} again: it plans anew.`,
    });
}
function disabledApi(text, where) {
    if (!/SERVICE_DISABLED|accessNotConfigured|has not been used in project \S+ before or it is disabled/.test(text)) {
        return undefined;
    }
    const api = /"service":\s*"([a-z0-9.-]+\.googleapis\.com)"/.exec(text)?.[1] ??
        /apis\/(?:api|library)\/([a-z0-9.-]+\.googleapis\.com)/.exec(text)?.[1];
    return new src_errors/* ToolError */.v4(`The API ${api ?? 'that this needs'} is not enabled in the project`, {
        where,
        hint: `Run "gcloud services enable ${api ?? 'API'}" once, wait a minute, and run again.`,
    });
}
function quota(text, where) {
    const metric = /Quota '([^']+)' exceeded/i.exec(text)?.[1] ??
        /Insufficient (?:regional |project )?quota to satisfy request: resource "([^"]+)"/i.exec(text)?.[1];
    if (metric === undefined && !/quotaExceeded|QUOTA_EXCEEDED|RESOURCE_EXHAUSTED.*quota/i.test(text))
        return undefined;
    const limit = /Limit:\s*([\d.]+)/i.exec(text)?.[1];
    const region = /in (?:region|zone) ([a-z]+-[a-z]+\d+(?:-[a-z])?)/.exec(text)?.[1];
    const which = [metric, limit && `(${limit})`, region && `in ${region}`].filter(Boolean).map((part) => ` ${part}`);
    return new src_errors/* ToolError */.v4(`The quota${which.join('')} is used up`, {
        where,
        hint: 'Ask for more under "IAM & Admin → Quotas" of the project, or free some, then run again.',
    });
}
function bucket(text, where) {
    if (!/bucket (?:doesn't|does not) exist|The specified bucket does not exist/i.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4('The state bucket does not exist, or this identity has no access to it', {
        where,
        hint: 'Create it once with the commands of SETUP.md, which init writes, and check state.bucket.',
    });
}
function permission(text, where) {
    const missing = /Required '([a-z]+\.[A-Za-z.]+)' permission/.exec(text)?.[1] ??
        /Permission '([a-z]+\.[A-Za-z.]+)' denied/.exec(text)?.[1] ??
        /Required "([a-z]+\.[A-Za-z.]+)" permission/.exec(text)?.[1] ??
        /does not have ([a-z]+\.[A-Za-z.]+) access/.exec(text)?.[1] ??
        /"permission":\s*"([a-z]+\.[A-Za-z.]+)"/.exec(text)?.[1] ??
        /permission\(s\) for (?:")?([a-z]+\.[a-z]+\.[A-Za-z]+)/.exec(text)?.[1];
    const nodes = /does not have access to service account "([^"]+)"/.exec(text)?.[1];
    if (nodes !== undefined || /^iam\.serviceAccounts\.(?!create$)/.test(missing ?? '')) {
        return new src_errors/* ToolError */.v4(`This identity has no rights to the service account of the nodes${nodes ? `, ${nodes}` : ''}`, {
            where,
            hint: 'Run the block "Account of the nodes" of SETUP.md, then run again in a minute. A destroy of the platform deletes the account and these rights.',
        });
    }
    if (missing === undefined && !/Error 403\b|PERMISSION_DENIED|, forbidden\b/.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4(missing === undefined
        ? `Google refuses this identity: ${googleMessage(text)}`
        : `The permission ${missing} is missing for this identity`, {
        where,
        hint: 'Grant the role that SETUP.md lists for it, then run again; a new grant takes a minute or two.',
    });
}
function credentials(text, where) {
    if (!/could not find default credentials|Error 401\b|invalid authentication credentials|invalid_grant/i.test(text)) {
        return undefined;
    }
    return new src_errors/* ToolError */.v4('Terraform has no credentials that Google accepts', {
        where,
        hint: 'In a workflow give workload_identity_provider and service_account; in a terminal sign in again. A token lives for an hour.',
    });
}
function protection(text, where) {
    if (!/deletion_protection/.test(text))
        return undefined;
    return new src_errors/* ToolError */.v4('The cluster is protected from deletion', {
        where,
        hint: 'Set platform.deletionProtection: false, apply that, then destroy.',
    });
}
const EXISTS = /Error 409\b.*already ?exists|, alreadyExists\b|existing object already found/is;
function exists(text, where, errors) {
    if (!EXISTS.test(text))
        return undefined;
    const thing = /The resource '([^']+)' already exists/.exec(text)?.[1] ?? /Already exists: (\S+?)\.?(?:[\s,]|$)/.exec(text)?.[1];
    const same = errors.filter((error) => EXISTS.test(`${error.summary}\n${error.detail ?? ''}`));
    return new ExistsError(thing ?? where, where, same.flatMap((error) => error.address ?? []));
}
function unreachable(text, where) {
    const failure = /connection refused|no such host|i\/o timeout|TLS handshake timeout|network is unreachable|connection reset by peer|context deadline exceeded|server misbehaving|Client\.Timeout exceeded/.exec(text)?.[0];
    if (failure === undefined)
        return undefined;
    const host = /https?:\/\/([^/\s"?]+)/.exec(text)?.[1] ??
        /lookup ([^\s:]+)/.exec(text)?.[1] ??
        /dial tcp ([^\s]+?):? /.exec(text)?.[1];
    const provider = /provider|registry\.(terraform\.io|opentofu\.org)/.test(text) && /registry\./.test(text);
    return new src_errors/* ToolError */.v4(`${host ?? 'An API'} cannot be reached (${failure})`, {
        where,
        hint: provider
            ? 'Terraform gets the google provider from there: check the network, or name a mirror in a file that TF_CLI_CONFIG_FILE points to.'
            : 'Check the network of this machine (proxy, firewall, DNS), then run again.',
    });
}
function googleMessage(text) {
    return (0,redact/* shorten */.m)(/Error \d+:\s*([^\n]*)/.exec(text)?.[1] ?? text, 300);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
;// CONCATENATED MODULE: ./lib/src/terraform/lock.js




class LockNotes {
    #file;
    constructor(dir, state) {
        this.#file = (0,external_node_path_.join)(dir, `${(0,external_node_crypto_.createHash)('sha256').update(state).digest('hex').slice(0, 24)}.json`);
    }
    write(workDir) {
        this.#save(this.#file, { pid: process.pid, at: new Date().toISOString(), workDir });
    }
    read() {
        try {
            const { pid, at, workDir } = JSON.parse((0,external_node_fs_.readFileSync)(this.#file, 'utf8'));
            if (typeof pid !== 'number' || typeof at !== 'string' || typeof workDir !== 'string')
                return undefined;
            return { pid, at, workDir };
        }
        catch {
            return undefined;
        }
    }
    clear(earlier) {
        if (earlier)
            this.#save(this.#file, earlier);
        else
            (0,external_node_fs_.rmSync)(this.#file, { force: true });
    }
    #save(file, content) {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        (0,external_node_fs_.writeFileSync)(file, JSON.stringify(content), { mode: 0o600 });
    }
}
function isLeftOver(lock, note) {
    if (note === undefined || lock.who !== `${(0,external_node_os_.userInfo)().username}@${(0,external_node_os_.hostname)()}`)
        return false;
    const created = Date.parse(lock.created.replace(' ', 'T').replace(' UTC', 'Z'));
    if (!Number.isFinite(created) || created + 1000 < Date.parse(note.at))
        return false;
    return !isAlive(note.pid) && runsIn(note.workDir) === false;
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return pid !== process.pid;
    }
    catch {
        return false;
    }
}
function runsIn(folder) {
    let ids;
    try {
        ids = (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name));
    }
    catch {
        return undefined;
    }
    if (ids.length === 0)
        return undefined;
    return ids.some((id) => {
        try {
            const current = (0,external_node_fs_.readlinkSync)(`/proc/${id}/cwd`).replace(/ \(deleted\)$/, '');
            return current === folder || current.startsWith(`${folder}/`);
        }
        catch {
            return false;
        }
    });
}

// EXTERNAL MODULE: ./lib/src/change/canonical.js
var canonical = __webpack_require__("src/change/canonical.js");
;// CONCATENATED MODULE: ./lib/src/terraform/effects/node-pools.js

const CORE = /\["core"\]$/;
function poolEffect({ action, address, before, after, paths }) {
    if (action === 'create')
        return { effect: 'pool-added', endsSessions: false };
    if (CORE.test(address))
        return { effect: rolls(paths) || action !== 'update' ? 'core-pool-moves' : 'no-server-stops', endsSessions: false };
    if (action === 'replace')
        return { effect: 'pool-replaced', endsSessions: true };
    if (action === 'delete')
        return { effect: 'pool-removed', endsSessions: true };
    if (rolls(paths))
        return { effect: 'pool-nodes-replaced', endsSessions: true };
    if (zonesOf(before).some((zone) => !zonesOf(after).includes(zone)))
        return { effect: 'pool-leaves-zone', endsSessions: true };
    return { effect: 'no-server-stops', endsSessions: false };
}
function rolls(paths) {
    return paths.some((path) => path.startsWith('node_config.') || path === 'node_config');
}
function zonesOf(values) {
    const zones = (0,json/* isObject */.G)(values) ? values.node_locations : undefined;
    return Array.isArray(zones) ? zones : [];
}

;// CONCATENATED MODULE: ./lib/src/terraform/plan.js




const LONGEST = 200;
const NODE_POOL = 'google_container_node_pool';
function planChanges(plan) {
    return (plan.resource_changes ?? []).flatMap((resource) => {
        const action = resource.mode === 'data' ? undefined : actionOf(resource.change.actions);
        return action === undefined ? [] : [changeOf(resource, action)];
    });
}
function actionOf(actions) {
    if (actions.includes('create'))
        return actions.includes('delete') ? 'replace' : 'create';
    if (actions.includes('update'))
        return 'update';
    if (actions.includes('delete') || actions.includes('forget'))
        return 'delete';
    return undefined;
}
function changeOf(resource, action) {
    const rule = resourceType(resource.type);
    const { attributes, hiddenNames, hiddenValues } = attributesOf(resource, action, rule);
    const changed = [...attributes.map(({ name }) => name), ...hiddenNames];
    const ofPool = resource.type === NODE_POOL
        ? poolEffect({ ...resource.change, action, address: resource.address, paths: changed })
        : undefined;
    const effect = ofPool?.effect ?? rule.effect?.[action];
    const forced = forcedBy(resource, action);
    const notes = [
        ...(action === 'delete' && !resource.change.actions.includes('delete') ? [{ code: 'forgotten' }] : []),
        ...(effect === undefined ? [] : [{ code: effect }]),
        ...(forced.length === 0 ? [] : [{ code: 'forces-replacement', attributes: forced }]),
        ...(action === 'update' && hiddenNames.length > 0
            ? [{ code: 'values-not-shown', attributes: hiddenNames }]
            : []),
    ];
    return {
        scope: 'terraform',
        action,
        subject: { kind: 'terraform-resource', type: resource.type, name: resource.address },
        ...(attributes.length === 0 ? {} : { attributes }),
        ...(notes.length === 0 ? {} : { notes }),
        ...(hiddenValues.length === 0 ? {} : { hiddenDigest: (0,canonical/* hashOf */.q)(hiddenValues) }),
        holdsData: ofPool === undefined || action === 'create' ? rule.holdsData : ofPool.endsSessions,
        ...(ofPool?.endsSessions === true && action === 'update' ? { endsSessions: true } : {}),
    };
}
function forcedBy(resource, action) {
    if (action !== 'replace')
        return [];
    return (resource.change.replace_paths ?? []).map(dotted).filter((path) => path !== '');
}
function attributesOf(resource, action, rule) {
    const { change } = resource;
    const before = leaves(change.before, change.before_sensitive, undefined);
    const after = leaves(change.after, change.after_sensitive, change.after_unknown);
    const attributes = [];
    const hiddenNames = new Set();
    const hiddenValues = [];
    for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
        const was = before.get(path);
        const is = after.get(path);
        if (was?.text === is?.text && was?.secret === is?.secret)
            continue;
        const listed = rule.attributes.some((name) => path === name || path.startsWith(`${name}.`));
        const isNoise = !listed && ((action !== 'create' && is?.text === plan_UNKNOWN) || repeatsLabels(path, rule));
        if (listed && !was?.secret && !is?.secret) {
            attributes.push({
                name: path,
                ...(was === undefined || action === 'create' ? {} : { before: was.text.slice(0, LONGEST) }),
                ...(is === undefined || action === 'delete' ? {} : { after: is.text.slice(0, LONGEST) }),
            });
            if ([was, is].some((leaf) => leaf !== undefined && leaf.text.length > LONGEST)) {
                hiddenValues.push([path, was?.text, is?.text]);
            }
        }
        else if (!isNoise) {
            hiddenNames.add(path.split('.')[0] ?? path);
            if (action !== 'delete')
                hiddenValues.push([path, action === 'update' ? covered(was) : undefined, covered(is)]);
        }
    }
    return { attributes, hiddenNames: [...hiddenNames], hiddenValues };
}
function repeatsLabels(path, { attributes }) {
    return (/^(effective|terraform)_labels(\.|$)/.test(path) && attributes.some((name) => /^(resource_)?labels$/.test(name)));
}
function covered(leaf) {
    return leaf?.secret ? '(sensitive)' : leaf?.text;
}
const plan_UNKNOWN = '(known after apply)';
function leaves(value, sensitive, unknown) {
    const found = new Map();
    const walk = (path, node, secret, open) => {
        if (open === true) {
            found.set(dotted(path), { text: plan_UNKNOWN, secret: secret === true });
        }
        else if (secret === true) {
            if (node !== null && node !== undefined)
                found.set(dotted(path), { text: JSON.stringify(node), secret: true });
        }
        else if ((0,json/* isObject */.G)(node) || Array.isArray(node) || (0,json/* isObject */.G)(open) || Array.isArray(open)) {
            for (const key of keysOf(node, open))
                walk([...path, key], child(node, key), child(secret, key), child(open, key));
        }
        else if (node !== null && node !== undefined && node !== '') {
            found.set(dotted(path), { text: String(node), secret: false });
        }
    };
    walk([], value, sensitive, unknown);
    return found;
}
function keysOf(...nodes) {
    const keys = new Set();
    for (const node of nodes) {
        if (Array.isArray(node))
            for (const index of node.keys())
                keys.add(index);
        else if ((0,json/* isObject */.G)(node))
            for (const key of Object.keys(node))
                keys.add(key);
    }
    return [...keys];
}
function child(node, key) {
    if (Array.isArray(node))
        return typeof key === 'number' ? node[key] : undefined;
    return (0,json/* isObject */.G)(node) ? node[key] : node === true ? true : undefined;
}
function dotted(path) {
    return path.filter((part) => part !== 0).join('.');
}

;// CONCATENATED MODULE: ./lib/src/terraform/progress.js

const DOING = {
    create: 'creating',
    update: 'changing',
    delete: 'deleting',
    replace: 'replacing',
};
const EVERY = 30;
function progress(say) {
    const lastSaid = new Map();
    return (event) => {
        const address = event.hook?.resource?.addr;
        if (address === undefined)
            return;
        const doing = (0,json/* entryOf */.M)(DOING, event.hook?.action ?? '') ?? 'working on';
        const seconds = event.hook?.elapsed_seconds ?? 0;
        if (event.type === 'apply_start') {
            say(`  ${address}: ${doing}`);
        }
        else if (event.type === 'apply_progress') {
            if (seconds - (lastSaid.get(address) ?? 0) < EVERY)
                return;
            lastSaid.set(address, seconds);
            say(`  ${address}: still ${doing} (${elapsed(seconds)})`);
        }
        else if (event.type === 'apply_complete') {
            say(`  ${address}: done (${elapsed(seconds)})`);
        }
        else if (event.type === 'apply_errored') {
            say(`  ${address}: failed (${elapsed(seconds)})`);
        }
    };
}
function elapsed(seconds) {
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
}

// EXTERNAL MODULE: ./lib/src/cloud/endpoints.js
var endpoints = __webpack_require__("src/cloud/endpoints.js");
// EXTERNAL MODULE: ./lib/src/cloud/http.js
var http = __webpack_require__("src/cloud/http.js");
;// CONCATENATED MODULE: ./lib/src/terraform/reachable.js



const HINT = 'Check the network of this machine (proxy, firewall, DNS), then run again.';
async function storageFault(storage, retries) {
    const { bucket, prefix, env, signal } = storage;
    const base = `${(0,endpoints/* endpointOf */.X)('storage', env)}b/${bucket}/o`;
    const token = async () => env.GOOGLE_OAUTH_ACCESS_TOKEN ?? '';
    const urls = [
        `${base}?maxResults=1&prefix=${encodeURIComponent(`${prefix}/`)}`,
        `${base}/${encodeURIComponent(`${prefix}/default.tfstate`)}`,
    ];
    for (const url of urls.map((text) => new URL(text))) {
        const call = { method: 'GET', url, retries };
        try {
            const options = { token, peer: url.host, hint: HINT, ...(signal === undefined ? {} : { signal }) };
            const { status } = await (0,http/* request */.Em)(call, options);
            if (status === 429 || status >= 500)
                return refusing(call, status);
        }
        catch (error) {
            if (error instanceof http/* UnreachableError */.Jk)
                return error;
            throw error;
        }
    }
    return undefined;
}
function refusing(call, status) {
    return new src_errors/* ToolError */.v4(`Cloud Storage, which has the terraform state, answers HTTP ${status} again and again`, {
        where: (0,http/* placeOf */.$t)(call),
        hint: 'Nothing was changed. Wait some minutes, look at status.cloud.google.com, then run again.',
    });
}
async function checkReachable(storage) {
    const fault = await storageFault(storage, 2);
    if (fault !== undefined)
        throw fault;
}

// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var terraform_variables = __webpack_require__("src/terraform/variables.js");
;// CONCATENATED MODULE: ./lib/src/terraform/root.js















const PATIENCE = { silence: 20_000, fault: 60_000 };
const LOCK_TIMEOUT = '-lock-timeout=10s';
const ADOPT_FILE = 'adopt.tf.json';
class TerraformRoot {
    #options;
    #cli;
    #plugins;
    #prefix;
    #state;
    #notes;
    #backend;
    #lastPlan;
    #command = 'apply';
    constructor(options) {
        const { name, config, env, say } = options;
        const tempDir = (0,external_node_path_.resolve)(options.tempDir);
        this.#options = options;
        this.#plugins = (0,external_node_path_.join)(tempDir, 'terraform-plugins');
        this.#prefix = (0,terraform_variables/* statePrefix */.Y6)(config, name);
        this.#state = `gs://${config.state.bucket}/${this.#prefix}`;
        this.#notes = new LockNotes((0,external_node_path_.join)((0,tools/* cacheFolder */.nF)(env), 'runs'), this.#state);
        (0,external_node_fs_.mkdirSync)(this.#plugins, { recursive: true });
        const cwd = copyRoot((0,external_node_path_.join)(options.rootsDir, name), (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(tempDir, `terraform-${name}-`)));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(cwd, 'config.auto.tfvars.json'), JSON.stringify(options.variables), { mode: 0o600 });
        if (options.providerLock !== undefined)
            (0,provider_lock/* placeProviderLock */.at)(options.providerLock, cwd);
        this.#cli = {
            program: options.program,
            cwd,
            env: terraformEnvironment(env, { data: (0,external_node_path_.join)(cwd, '.terraform'), plugins: this.#plugins, isLocked: options.providerLock !== undefined }, say),
            run: options.run,
            redact: options.redact,
            watch: {
                patience: options.patience ?? PATIENCE,
                say,
                fault: () => storageFault(this.#storage, 0),
            },
            ...(options.signal === undefined ? {} : { signal: options.signal }),
        };
    }
    async plan({ stateExists, lock, destroy }) {
        this.#command = destroy === true ? 'destroy' : 'apply';
        await this.#initialise(lock || stateExists ? 'gcs' : 'local');
        const planFile = (0,external_node_path_.join)(this.#cli.cwd, 'plan.tfplan');
        const args = [
            ...['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${planFile}`],
            ...(destroy === true ? ['-destroy'] : []),
            lock ? LOCK_TIMEOUT : '-lock=false',
        ];
        const plan = () => this.#terraform('plan', args, { good: [0, 2] });
        const { code } = lock ? await this.#withLock(plan) : await plan();
        const shown = await this.#terraform('show', ['show', '-json', planFile]);
        const json = JSON.parse(shown.stdout);
        this.#lastPlan = { changes: planChanges(json), json, planFile, hasChanges: code === 2 };
        return this.#lastPlan;
    }
    async apply(planFile) {
        if (this.#backend !== 'gcs') {
            throw new src_errors/* ToolError */.v4(`The plan of the ${this.#options.name} was made without a lock; it cannot be applied`, {
                where: this.#state,
                hint: 'Plan with a lock first.',
            });
        }
        try {
            await this.#applyAndAdopt(planFile);
        }
        finally {
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(this.#cli.cwd, ADOPT_FILE), { force: true });
        }
    }
    async outputs() {
        await this.#openState();
        const { stdout } = await this.#terraform('output', ['output', '-json']);
        const outputs = JSON.parse(stdout);
        return Object.fromEntries(Object.entries(outputs).map(([key, output]) => [key, output.value]));
    }
    async breakLock(id) {
        if (!/^[\w-]+$/.test(id)) {
            throw new src_errors/* ToolError */.v4(`${JSON.stringify(id)} is not the id of a lock`, {
                hint: 'Copy it from the message that names the lock.',
            });
        }
        await this.#openState();
        await this.#forceUnlock(id);
        this.#options.say(`  lock ${id} of ${this.#state} is removed`);
    }
    get #storage() {
        const { config, env, signal } = this.#options;
        return { bucket: config.state.bucket, prefix: this.#prefix, env, signal };
    }
    async #terraform(command, args, settings = {}) {
        const { good = [0], onEvent, mayHaveChanged = false } = settings;
        const doing = `terraform ${command} of the ${this.#options.name}`;
        const result = await runTerraform(this.#cli, args, { doing, onEvent });
        if (result.code !== null && good.includes(result.code))
            return result;
        if (result.fault !== undefined)
            throw new StalledError(result.fault, this.#state, mayHaveChanged && this.#command);
        if (this.#options.signal?.aborted) {
            throw new src_errors/* ToolError */.v4(`${doing} was stopped`, {
                where: this.#state,
                hint: mayHaveChanged
                    ? `${STATE_KEEPS[this.#command]} Run ${this.#command} again to go on.`
                    : 'Nothing was changed.',
            });
        }
        const context = { doing, state: this.#state, mayHaveChanged, command: this.#command };
        throw explainTerraform(result.diagnostics, context);
    }
    async #initialise(backend) {
        if (this.#backend === backend)
            return;
        const override = (0,external_node_path_.join)(this.#cli.cwd, 'backend_override.tf');
        if (backend === 'local') {
            (0,external_node_fs_.writeFileSync)(override, 'terraform {\n  backend "local" {\n    path = "nothing-yet.tfstate"\n  }\n}\n');
        }
        else {
            (0,external_node_fs_.rmSync)(override, { force: true });
        }
        const { bucket } = this.#options.config.state;
        const settings = backend === 'local' ? [] : [`-backend-config=bucket=${bucket}`, `-backend-config=prefix=${this.#prefix}`];
        const locked = this.#options.providerLock === undefined ? [] : ['-lockfile=readonly'];
        const args = ['init', '-input=false', '-no-color', '-reconfigure', ...locked, ...settings];
        await initialiseAlone(this.#plugins, () => this.#terraform('init', args));
        this.#backend = backend;
    }
    async #openState() {
        if (this.#backend === 'gcs')
            return;
        await checkReachable(this.#storage);
        await this.#initialise('gcs');
    }
    async #withLock(action) {
        const earlier = this.#notes.read();
        this.#notes.write(this.#cli.cwd);
        try {
            const result = await action().catch(async (error) => {
                if (!(error instanceof LockedError) || !isLeftOver(error.lock, earlier))
                    throw error;
                const { id, who, created } = error.lock;
                this.#options.say(`  the lock of a run that was killed here (${who}, ${created}) is removed`);
                await this.#forceUnlock(id);
                return action();
            });
            this.#notes.clear();
            return result;
        }
        catch (error) {
            if (error instanceof UnlockError || error instanceof StalledError)
                throw error;
            this.#notes.clear(error instanceof LockedError ? earlier : undefined);
            throw error;
        }
    }
    async #forceUnlock(id) {
        try {
            await this.#terraform('force-unlock', ['force-unlock', '-force', id]);
        }
        catch (cause) {
            if (!/Error 412|conditionNotMet|object doesn't exist|LocalState/i.test((0,src_errors/* errorMessage */.gJ)(cause)))
                throw cause;
            throw new src_errors/* ToolError */.v4(`Lock ${id} is not held`, {
                where: this.#state,
                hint: 'Run again without --break-lock: if there is a lock, the message names it.',
                cause,
            });
        }
    }
    async #applyAndAdopt(planFile) {
        const reviewed = this.#lastPlan;
        const adopted = new Set();
        let file = planFile;
        for (;;) {
            try {
                return await this.#applyOnce(file);
            }
            catch (error) {
                if (!reviewed || !(error instanceof ExistsError))
                    throw error;
                const found = error.addresses.filter((address) => !adopted.has(address));
                for (const address of found)
                    adopted.add(address);
                const blocks = found.length === 0 ? undefined : importBlocks(reviewed.json, [...adopted]);
                if (blocks === undefined)
                    throw error;
                await refuseForeignResources(reviewed.json, found, this.#options.env);
                this.#options.say(`  made by an earlier run of this hub, now imported into the state: ${found.join(', ')}`);
                (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(this.#cli.cwd, ADOPT_FILE), blocks);
                const next = await this.plan({ stateExists: true, lock: true });
                checkAdoption(reviewed.changes, next.changes, adopted);
                file = next.planFile;
            }
        }
    }
    async #applyOnce(planFile) {
        const args = ['apply', '-json', '-input=false', LOCK_TIMEOUT, planFile];
        const settings = { onEvent: progress(this.#options.say), mayHaveChanged: true };
        await this.#withLock(() => this.#terraform('apply', args, settings));
    }
}
function copyRoot(from, to) {
    for (const file of (0,external_node_fs_.readdirSync)(from))
        if (file.endsWith('.tf'))
            (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(from, file), (0,external_node_path_.join)(to, file));
    return to;
}

// EXTERNAL MODULE: ./lib/src/stages/session/package-files.js
var package_files = __webpack_require__("src/stages/session/package-files.js");
;// CONCATENATED MODULE: ./lib/src/stages/session/programs.js









async function openRoots(session) {
    const { context, config, tempDir } = session;
    const { say, signal } = context;
    await session.projectNumber();
    signal.throwIfAborted();
    const env = await session.childEnv();
    const program = await (0,tools/* findTerraform */.YE)({ env, say, tempDir, signal });
    const variables = (0,terraform_variables/* terraformVariables */.cP)(config, env);
    const rootsDir = (0,package_files/* productFolder */.O)('terraform');
    const lock = (0,provider_lock/* providerLock */.b0)([(0,external_node_path_.dirname)((0,external_node_path_.resolve)(context.cwd, context.configPath)), rootsDir]);
    const open = (name) => new TerraformRoot({
        name,
        config,
        variables: variables[name],
        program: program.path,
        env,
        tempDir,
        rootsDir,
        providerLock: lock,
        run: exec/* run */.e,
        say,
        redact: context.write.redact,
        signal,
    });
    return { program, platform: (0,cluster_id/* makesPlatform */.p)(config) ? open('platform') : undefined, hub: open('hub') };
}
async function openHelm(session, kubeconfig) {
    const { context, tempDir } = session;
    const { env, say, signal, write } = context;
    const program = await (0,tools/* findHelm */.MI)({ env, say, tempDir, signal });
    return new Helm({
        program: program.path,
        major: helmMajor(program.version),
        tempDir,
        env,
        run: exec/* run */.e,
        signal,
        redact: write.redact,
        kubeconfig,
    });
}


/***/ }),

/***/ "src/terraform/state.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ damagedState),
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/json.js");


async function readState(google, bucket, prefix) {
    const object = `${prefix}/default.tfstate`;
    const text = await google.content(bucket, object);
    return text === undefined ? undefined : parseState(text, `gs://${bucket}/${object}`);
}
function parseState(text, where) {
    const resources = resourcesOf(text);
    if (resources === undefined)
        throw damagedState(where);
    return resources.filter(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G).flatMap(({ mode, type, instances }) => mode !== 'managed' || !Array.isArray(instances)
        ? []
        : instances.filter(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G).map(({ attributes }) => ({
            type: String(type),
            attributes: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(attributes) ? attributes : {},
        })));
}
function resourcesOf(text) {
    try {
        const state = JSON.parse(text);
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(state) && Array.isArray(state.resources) ? state.resources : undefined;
    }
    catch {
        return undefined;
    }
}
function damagedState(where) {
    const object = where.endsWith('.tfstate') ? where : `${where}/default.tfstate`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4('The terraform state is damaged: it is not the JSON that terraform writes', {
        where: object,
        hint: `Nothing was changed. List its earlier versions with "gcloud storage ls --all-versions ${object}", and copy a whole one back: gcloud storage cp ${object}#GENERATION ${object}`,
    });
}


/***/ }),

/***/ "src/terraform/variables.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ nodeAccountId),
/* harmony export */   Y6: () => (/* binding */ statePrefix),
/* harmony export */   cP: () => (/* binding */ terraformVariables)
/* harmony export */ });
/* harmony import */ var _cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/cloud/clusters.js");
/* harmony import */ var _config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/platform/cluster-id.js");
/* harmony import */ var _config_platform_maintenance_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/platform/maintenance.js");
/* harmony import */ var _config_platform_node_pool_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/config/platform/node-pool.js");
/* harmony import */ var _config_rules_platform_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/config/rules/platform/location.js");
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/errors.js");






const FEATURE_SERVICES = ['compute', 'container', 'iam', 'iap', 'logging', 'monitoring'];
const HUB_SERVICES = ['compute', 'container', 'iam', 'iap'];
const GROUP_SERVICES = ['cloudidentity'];
function terraformVariables(config, env) {
    const { name, project, location, platform } = config;
    const { entry } = config.access;
    const { existing } = platform;
    const extra = entry.kind === 'group' && entry.manage ? GROUP_SERVICES : [];
    if (platform.cluster.mode === 'autopilot' && /-[a-z]$/.test(location)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`location ${location} is a zone, but an Autopilot cluster is regional`, {
            where: 'location',
            hint: `Write "location: ${location.slice(0, -2)}".`,
        });
    }
    const common = {
        project,
        ...(env.GOOGLE_UNIVERSE_DOMAIN ? { universe_domain: env.GOOGLE_UNIVERSE_DOMAIN } : {}),
        ...(env.JUPYTERHUB_GKE_POLL_INTERVAL ? { poll_interval: env.JUPYTERHUB_GKE_POLL_INTERVAL } : {}),
    };
    return {
        platform: {
            ...common,
            name: platform.name,
            location,
            labels: { 'managed-by': 'jupyterhub-gke', hub: name },
            services: [...FEATURE_SERVICES, ...extra].map(host),
            node_account: { id: nodeAccountId(platform.name) },
            ...clusterVariables(platform),
            ...networkVariable(platform.network, location),
        },
        hub: {
            ...common,
            name,
            services: (existing !== undefined ? [...HUB_SERVICES, ...extra] : platform.from === undefined ? [] : extra).map(host),
            ...(existing && { cluster: (0,_cloud_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterPath */ .Sf)((0,_config_platform_cluster_id_js__WEBPACK_IMPORTED_MODULE_4__/* .clusterIdOf */ .r)(config)) }),
        },
    };
}
function clusterVariables({ cluster, deletionProtection, maintenance, releaseChannel }) {
    const common = {
        deletion_protection: deletionProtection,
        ...(releaseChannel && { release_channel: releaseChannel }),
        ...(maintenance && { maintenance: (0,_config_platform_maintenance_js__WEBPACK_IMPORTED_MODULE_1__/* .maintenanceVariable */ .od)(maintenance) }),
    };
    if (cluster.mode === 'autopilot')
        return { cluster: common };
    return {
        cluster: { mode: cluster.mode, zones: cluster.zones, ...common },
        node_pools: Object.fromEntries(Object.entries(cluster.nodePools).map(([name, pool]) => [name, poolVariables(pool)])),
    };
}
function poolVariables(pool) {
    const { zones, gpu, tpuChips, disk } = pool;
    return {
        machine_type: pool.machineType,
        purpose: pool.purpose,
        open: (0,_config_platform_node_pool_js__WEBPACK_IMPORTED_MODULE_5__/* .isOpen */ .nT)(pool),
        min: pool.min,
        max: pool.max,
        capacity: pool.capacity,
        disk: { type: disk.type, size_gb: disk.sizeGb },
        ...(zones === undefined ? {} : { zones }),
        ...(gpu === undefined ? {} : { gpu: gpuVariables(gpu) }),
        ...(tpuChips === undefined ? {} : { tpu: true }),
        ...(pool.localSsds === 0 ? {} : { local_ssds: pool.localSsds }),
    };
}
function gpuVariables({ type, count, driver, sharing }) {
    return { type, count, driver, ...(sharing === undefined ? {} : { sharing: { ...sharing } }) };
}
function networkVariable(network, location) {
    if (network === undefined)
        return {};
    if ('ranges' in network)
        return { network: given({ ...network.ranges }) };
    const { project, subnetwork, podsRange, servicesRange } = network.existing;
    const existing = {
        network: `projects/${project}/global/networks/${network.existing.network}`,
        subnetwork: `projects/${project}/regions/${(0,_config_rules_platform_location_js__WEBPACK_IMPORTED_MODULE_2__/* .regionOf */ .A)(location)}/subnetworks/${subnetwork}`,
        ...given({ pods_range: podsRange, services_range: servicesRange }),
    };
    return { network: { existing } };
}
function given(of) {
    return Object.fromEntries(Object.entries(of).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
function nodeAccountId(name) {
    return `${name}-nodes`.slice(0, 30);
}
function host(service) {
    return `${service}.googleapis.com`;
}
function statePrefix({ name, platform }, root) {
    return `jupyterhub/${root === 'platform' ? platform.name : name}/${root}`;
}


/***/ })

};
;