"use strict";
exports.id = "init";
exports.ids = ["init"];
exports.modules = {

/***/ "src/commands/init/command.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command),
  initRepository: () => (/* binding */ initRepository)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
// EXTERNAL MODULE: ./lib/src/config/identity-prefix.js
var identity_prefix = __webpack_require__("src/config/identity-prefix.js");
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__("src/errors.js");
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__("src/report/findings.js");
// EXTERNAL MODULE: ./lib/src/stages/input/read.js + 4 modules
var read = __webpack_require__("src/stages/input/read.js");
// EXTERNAL MODULE: ./lib/src/stages/input/text-file.js
var text_file = __webpack_require__("src/stages/input/text-file.js");
// EXTERNAL MODULE: ./lib/src/stages/session/package-files.js
var package_files = __webpack_require__("src/stages/session/package-files.js");
// EXTERNAL MODULE: ./lib/src/terraform/variables.js
var variables = __webpack_require__("src/terraform/variables.js");
// EXTERNAL MODULE: ./lib/src/access/users/email.js
var email = __webpack_require__("src/access/users/email.js");
// EXTERNAL MODULE: ./lib/src/config/load.js + 39 modules
var load = __webpack_require__("src/config/load.js");
// EXTERNAL MODULE: ./lib/src/config/yaml/source.js + 3 modules
var source = __webpack_require__("src/config/yaml/source.js");
// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__("src/versions.js");
;// CONCATENATED MODULE: ./lib/src/commands/init/github-plans.js
const VISIBILITIES = ['public', 'private', 'internal'];
const GITHUB_PLANS = ['free', 'pro', 'team', 'enterprise'];
function enforcedBy(visibility, plan) {
    const open = visibility === 'public';
    return {
        environments: open || plan !== 'free',
        rulesets: open || plan !== 'free',
        reviewers: open || plan === 'enterprise',
    };
}
function protectionLines(visibility, plan) {
    const { environments, rulesets, reviewers } = enforcedBy(visibility, plan);
    return [
        'Protected, on every plan: Google gives the apply identity only to jobs of this repository (checked by its ID) that run on `main` and name the environment `jupyterhub`. Other branches and pull requests do not get it.',
        environments
            ? 'Protected: GitHub starts jobs of the environment `jupyterhub` on `main` only.'
            : 'NOT protected: environments have no rules on this plan. The check at Google is the only one.',
        rulesets
            ? 'Protected once you set the rules on `main`: each change needs a pull request and a review. CODEOWNERS names the reviewers of every file. Until then everybody with write access can push to `main`, and a push applies.'
            : 'NOT protected: this plan has no branch rules, and GitHub ignores CODEOWNERS. Everybody with write access can push to `main` and so change the hub and grant access to anybody, without a review. Give write access only to people whom you would trust with the project, or use GitHub Pro or Team.',
        reviewers
            ? 'Possible: required reviewers for the environment `jupyterhub`. Each apply and each daily run then waits for one of them.'
            : 'NOT possible: a second approval between merge and apply. Required reviewers need a public repository or GitHub Enterprise.',
    ];
}

;// CONCATENATED MODULE: ./lib/src/commands/init/answers.js





function flagOf({ key }) {
    return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
const SAMPLE = {
    hubName: 'hub',
    project: 'acme-research',
    location: 'us-central1',
    stateBucket: 'acme-tfstate',
    domain: 'hub.acme.dev',
};
const ACCOUNT = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})';
const REPOSITORY = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}$)(?!.*\\.git$)[A-Za-z0-9._-]{1,100}$`);
const OWNER = new RegExp(`^@${ACCOUNT}(?:/[a-z0-9][a-z0-9_-]{0,99})?$`);
const ACTION = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}@)[A-Za-z0-9._-]{1,100}@[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`);
const QUESTIONS = [
    {
        key: 'repository',
        about: 'GitHub repository (OWNER/NAME)',
        fault: (answer) => REPOSITORY.test(answer) ? undefined : 'A repository is written as OWNER/NAME, such as acme/hubs, without .git.',
    },
    {
        key: 'visibility',
        about: `repository visibility (${VISIBILITIES.join(', ')})`,
        offer: () => 'private',
        fault: (answer) => oneOf(VISIBILITIES, answer),
    },
    {
        key: 'githubPlan',
        about: `GitHub plan of the owning account (${GITHUB_PLANS.join(', ')})`,
        offer: ({ visibility }) => (visibility === 'internal' ? 'enterprise' : 'free'),
        fault: (answer, { visibility }) => visibility === 'internal' && answer !== 'enterprise'
            ? 'Internal repositories require the GitHub plan enterprise.'
            : oneOf(GITHUB_PLANS, answer),
    },
    {
        key: 'codeOwner',
        about: 'code owner of all files (@name or @org/team)',
        fallbackText: '@OWNER of the repository; an organisation has to name a person or a team',
        fallback: ownerOf,
        required: isOrganisation,
        fault: (answer, known) => {
            if (!OWNER.test(answer))
                return 'Name a code owner as @name or @org/team. An organisation itself cannot be one.';
            const taken = isOrganisation(known) && answer.toLowerCase() === ownerOf(known).toLowerCase();
            return taken
                ? `${answer} is an organisation. Name a person or one of its teams, such as ${answer}/admins.`
                : undefined;
        },
    },
    {
        key: 'project',
        about: 'Google Cloud project (its ID)',
        fault: (answer) => configFault('project', answer),
    },
    {
        key: 'location',
        about: 'location (Google Cloud region)',
        offer: () => 'us-central1',
        fault: (answer) => configFault('location', answer),
    },
    {
        key: 'hubName',
        about: 'hub name (cannot be changed later)',
        offer: ({ repository = '' }) => {
            const guess = repository.split('/')[1] ?? '';
            return configFault('hubName', guess) === undefined ? guess : 'hub';
        },
        fault: (answer) => configFault('hubName', answer),
    },
    {
        key: 'stateBucket',
        about: 'state bucket (Cloud Storage bucket of the Terraform state)',
        fallbackText: 'PROJECT-tfstate',
        fallback: ({ project }) => `${project}-tfstate`,
        fault: (answer) => configFault('stateBucket', answer),
    },
    {
        key: 'domain',
        about: 'domain of the hub (host name; leave it empty for a trial)',
        fallbackText: 'empty',
        fallback: () => '',
        fault: (answer) => (answer === '' ? undefined : configFault('domain', answer)),
    },
    {
        key: 'admin',
        about: 'first admin (e-mail address)',
        fault: (answer) => {
            const fault = (0,email/* addressFault */.RM)('person', answer);
            return fault && `${fault.message} ${fault.hint}`;
        },
    },
    {
        key: 'action',
        about: 'action that the workflows use (OWNER/NAME@REF)',
        fallbackText: versions/* ACTION */.hr,
        flagOnly: true,
        fallback: () => versions/* ACTION */.hr,
        fault: (answer) => (ACTION.test(answer) ? undefined : 'An action is written as OWNER/NAME@REF.'),
    },
];
function oneOf(choices, answer) {
    return choices.includes(answer) ? undefined : `Answer with one of ${choices.join(', ')}.`;
}
function isOrganisation({ githubPlan }) {
    return githubPlan === 'team' || githubPlan === 'enterprise';
}
function ownerOf({ repository = '' }) {
    return `@${repository.split('/')[0]}`;
}
function configFault(key, answer) {
    const values = { ...SAMPLE, [key]: answer };
    const { hubName: name, project, location, stateBucket: bucket, domain } = values;
    const file = { name, project, location, state: { bucket }, users: 'users.yaml', access: { domain } };
    const text = JSON.stringify({ apiVersion: 'jupyterhub-gke/v1', ...file });
    const { diagnostics } = (0,load/* loadConfig */.Z9)({ own: [(0,source/* parseSource */.P)({ path: 'jupyterhub.yaml', text })] }, '/');
    const error = diagnostics.find((one) => one.severity === 'error');
    return error && [error.message, ...(error.hint === undefined ? [] : [error.hint])].join(' ');
}

;// CONCATENATED MODULE: ./lib/src/commands/init/files.js



async function writeFiles(folder, files, signal) {
    await refuseObstacles(folder, files);
    const made = [];
    const undo = async () => {
        for (const { path, folder: isFolder } of made.splice(0).reverse()) {
            await (isFolder ? (0,promises_.rmdir)(path).catch(() => { }) : (0,promises_.rm)(path, { force: true }));
        }
    };
    try {
        for (const [path, text] of files) {
            signal.throwIfAborted();
            const target = (0,external_node_path_.join)(folder, path);
            for (const parent of await missingFolders((0,external_node_path_.dirname)(target))) {
                await (0,promises_.mkdir)(parent);
                made.push({ path: parent, folder: true });
            }
            await (0,promises_.writeFile)(target, '', { flag: 'wx' });
            made.push({ path: target, folder: false });
            await (0,promises_.writeFile)(target, text);
        }
    }
    catch (error) {
        await undo();
        if (error instanceof errors/* ToolError */.v4)
            throw error;
        throw new errors/* ToolError */.v4(`The files could not be written: ${(0,errors/* errorMessage */.gJ)(error)}`, {
            where: folder,
            hint: 'Nothing was left behind. Fix the cause and run init again.',
            cause: error,
        });
    }
    return undo;
}
async function refuseObstacles(folder, files) {
    const obstacles = new Set();
    for (const path of files.keys()) {
        const parts = path.split('/');
        for (let length = 1; length <= parts.length; length += 1) {
            const here = parts.slice(0, length).join('/');
            const found = await kindOf((0,external_node_path_.join)(folder, here));
            if (found !== undefined && (length === parts.length || found !== 'folder'))
                obstacles.add(here);
        }
    }
    if (obstacles.size === 0)
        return;
    const names = [...obstacles];
    throw new errors/* ToolError */.v4(`${names.length === 1 ? 'This path already exists' : 'These paths already exist'}: ${names.join(', ')}`, {
        where: folder,
        hint: 'Nothing was written: init never overwrites a file. Move the files away, or name another folder with --directory.',
    });
}
async function kindOf(path) {
    try {
        return (await (0,promises_.lstat)(path)).isDirectory() ? 'folder' : 'other';
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw error;
    }
}
async function missingFolders(path) {
    const missing = [];
    for (let here = (0,external_node_path_.resolve)(path); (await kindOf(here)) === undefined; here = (0,external_node_path_.dirname)(here))
        missing.unshift(here);
    return missing;
}

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__("node:readline");
;// CONCATENATED MODULE: ./lib/src/commands/init/questions.js



async function collectAnswers(flags, terminal, signal) {
    const known = givenAnswers(flags);
    const missing = QUESTIONS.filter((question) => known[question.key] === undefined && isRequired(question, known));
    if (missing.length === 0) {
        for (const { key, fallback } of QUESTIONS)
            known[key] ??= fallback?.(known);
        refuseFaults(known);
        return known;
    }
    if (terminal !== undefined)
        return askFor(known, terminal, signal);
    throw new errors/* UsageError */.eb(`init needs ${missing.map((question) => `--${flagOf(question)}`).join(', ')}`, {
        hint: [
            ...missing.map((question) => `--${flagOf(question)}: ${question.about}`),
            'In a terminal, init asks for them.',
        ].join('\n  '),
    });
}
function isRequired({ fallback, required }, known) {
    return required?.(known) ?? fallback === undefined;
}
function givenAnswers(flags) {
    const given = {};
    for (const question of QUESTIONS) {
        const value = flags[flagOf(question)];
        if (typeof value === 'string')
            given[question.key] = value;
    }
    refuseFaults(given);
    return given;
}
function refuseFaults(known) {
    const faults = QUESTIONS.flatMap((question) => {
        const value = known[question.key];
        const why = value === undefined ? undefined : question.fault(value, known);
        return why === undefined ? [] : [`--${flagOf(question)}: ${why}`];
    });
    if (faults.length === 0)
        return;
    throw new errors/* UsageError */.eb(`init cannot use ${faults.length === 1 ? 'this answer' : 'these answers'}`, {
        hint: faults.join('\n  '),
    });
}
async function askFor(given, { input, output }, signal) {
    const reader = (0,external_node_readline_.createInterface)({ input, output });
    const stop = () => reader.close();
    signal.addEventListener('abort', stop);
    try {
        const lines = reader[Symbol.asyncIterator]();
        const known = { ...given };
        for (const question of QUESTIONS) {
            known[question.key] ??= question.flagOnly
                ? question.fallback?.(known)
                : await ask(question, known, { reader, lines, output });
        }
        return known;
    }
    finally {
        signal.removeEventListener('abort', stop);
        reader.close();
    }
}
async function ask(question, known, { reader, lines, output }) {
    const suggestion = isRequired(question, known) ? question.offer?.(known) : question.fallback?.(known);
    const ending = suggestion === undefined || suggestion === '' ? '' : ` [${suggestion}]`;
    const text = question.about.replace(/^./, (letter) => letter.toUpperCase());
    reader.setPrompt(`${text}${ending}: `);
    for (;;) {
        reader.prompt();
        const line = await lines.next();
        if (line.done === true) {
            output.write('\n');
            throw new errors/* ToolError */.v4('Not all questions were answered', { hint: 'Nothing was written.' });
        }
        const answer = line.value.trim() || suggestion || '';
        const fault = question.fault(answer, known);
        if (fault === undefined)
            return answer;
        reader.setPrompt(`  ${fault}\n${text}${ending}: `);
    }
}

;// CONCATENATED MODULE: ./lib/src/commands/init/templates.js
const YAML_WORDS = /^(null|true|false|yes|no|on|off|y|n)$/i;
const WRITERS = {
    yaml: (value) => /^[A-Za-z][A-Za-z0-9._@/-]*$/.test(value) && !YAML_WORDS.test(value) ? value : JSON.stringify(value),
    shell: (value) => (/^[A-Za-z0-9@._/:=+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`),
    text: (value) => {
        if (/^[A-Za-z0-9@._/-]+$/.test(value))
            return value;
        throw new Error(`The answer ${JSON.stringify(value)} must not appear in plain text`);
    },
};
function renderTemplate(template, values) {
    const kept = [];
    let part;
    for (const line of template.split('\n')) {
        const [, sign, name] = /^\{\{([#^/])([a-zA-Z]+)\}\}$/.exec(line) ?? [];
        if (sign === undefined || name === undefined) {
            if (part?.shown !== false)
                kept.push(line);
        }
        else if (sign === '/') {
            if (part?.name !== name)
                throw new Error(`{{/${name}}} closes a part that is not open`);
            part = undefined;
        }
        else {
            if (part !== undefined)
                throw new Error(`{{${sign}${name}}} is inside the part ${part.name}`);
            part = { name, shown: value(values.parts, name) === (sign === '#') };
        }
    }
    if (part !== undefined)
        throw new Error(`The part ${part.name} is not closed`);
    return kept.join('\n').replace(/(?<!\$)\{\{([^}]*)\}\}/g, (_, inner) => placeholder(inner, values));
}
function placeholder(inner, values) {
    const [, name = '', place = ''] = /^([a-zA-Z]+)\|(yaml|shell|text|block)$/.exec(inner) ?? [];
    if (place === '')
        throw new Error(`{{${inner}}} is not a placeholder`);
    if (place === 'block')
        return value(values.blocks, name);
    return WRITERS[place](value(values.answers, name));
}
function value(of, name) {
    const found = Object.hasOwn(of, name) ? of[name] : undefined;
    if (found === undefined)
        throw new Error(`The template needs ${name}, which has no value`);
    return found;
}

;// CONCATENATED MODULE: ./lib/src/commands/init/command.js














const PATHS = [
    'jupyterhub.yaml',
    'users.yaml',
    'SETUP.md',
    '.github/CODEOWNERS',
    '.github/ISSUE_TEMPLATE/access-request.yml',
    '.github/workflows/access-report.yml',
    '.github/workflows/access-request.yml',
    '.github/workflows/destroy.yml',
    '.github/workflows/pull-request.yml',
    '.github/workflows/push.yml',
    '.github/workflows/schedule.yml',
];
const command = {
    name: 'init',
    about: 'Writes a repository for a hub: both files, the workflows, and the one-time setup commands. Contacts nothing.',
    flags: {
        ...Object.fromEntries(QUESTIONS.map((question) => [flagOf(question), { type: 'string', about: helpText(question) }])),
        directory: { type: 'string', about: 'folder to write to, the top of the repository (default: current folder)' },
    },
    run: (context) => initRepository(context, (0,package_files/* productFolder */.O)('templates')),
};
function helpText({ about, fallbackText }) {
    return fallbackText === undefined ? about : `${about} (default: ${fallbackText})`;
}
async function initRepository(context, templates) {
    const { flags, cwd, now, say, signal, terminal } = context;
    if (flags.config !== undefined) {
        throw new errors/* UsageError */.eb('init has no --config', {
            hint: 'init writes jupyterhub.yaml. Name its folder with --directory.',
        });
    }
    const directory = typeof flags.directory === 'string' ? flags.directory : '.';
    const folder = (0,external_node_path_.resolve)(cwd, directory);
    const answers = await collectAnswers(flags, terminal, signal);
    const undo = await writeFiles(folder, await filledIn(templates, answers), signal);
    const checked = await (0,read/* checkInput */.DR)({
        configPath: (0,external_node_path_.join)(directory, 'jupyterhub.yaml'),
        cwd,
        github: undefined,
        now,
    });
    if (checked.input === undefined) {
        await undo();
        throw new errors/* ToolError */.v4('These answers produce files with errors. Nothing was written', {
            hint: new read/* InputError */.dz(checked).message,
        });
    }
    say(`Wrote ${PATHS.length} files for ${answers.repository}:\n${PATHS.map((path) => `  ${(0,external_node_path_.join)(directory, path)}`).join('\n')}\n`);
    say(`${(0,findings/* findingsText */._g)(checked)}\n`);
    for (const line of [...(await warnings(folder, answers)), ...closing(answers)])
        say(line);
    return { exitCode: 0, document: { files: PATHS.map((path) => (0,external_node_path_.join)(directory, path)) }, outputs: {} };
}
async function filledIn(templates, answers) {
    const { visibility, githubPlan, domain, action, hubName, location } = answers;
    const [actionRepository = '', actionRef = ''] = action.split('@');
    const { environments, rulesets } = enforcedBy(visibility, githubPlan);
    const values = {
        answers: {
            ...answers,
            actionRepository,
            actionRef,
            identityPrefix: (0,identity_prefix/* identityPrefix */.t)(hubName),
            nodeAccount: (0,variables/* nodeAccountId */.D1)(hubName),
            nodeAccountTitle: `Nodes of JupyterHub platform ${hubName}`,
            region: location.replace(/-[a-z]$/, ''),
        },
        blocks: {
            protection: protectionLines(visibility, githubPlan)
                .map((line) => `- ${line}`)
                .join('\n'),
        },
        parts: { domain: domain !== '', public: visibility === 'public', environments, rulesets },
    };
    const files = new Map();
    for (const path of PATHS) {
        const template = await (0,promises_.readFile)((0,external_node_path_.join)(templates, path.replace(/^\./, '')), 'utf8');
        files.set(path, renderTemplate(template, values));
    }
    return files;
}
async function warnings(folder, { visibility }) {
    const root = await (0,text_file/* repositoryRoot */.Hn)(folder, folder);
    return [
        ...(root === folder
            ? []
            : [`Warning: ${root} is a repository. GitHub reads .github only in its top folder. Run init there.\n`]),
        ...(visibility === 'public'
            ? [
                'Warning: everybody will be able to read users.yaml and its history. Workflow runs are refused until you decide: keep users.yaml in a private repository, or make sure that all listed people agree and acknowledge the rule public-people. jupyterhub.yaml has the line for it.\n',
            ]
            : []),
    ];
}
function closing({ visibility, githubPlan, repository }) {
    return [
        `What protects apply (repository visibility: ${visibility}, GitHub plan: ${githubPlan}):`,
        ...protectionLines(visibility, githubPlan).map((line) => `  - ${line}`),
        '',
        'Next:',
        '  1. Follow SETUP.md once. It creates the state bucket, the identities and the repository rules.',
        `  2. Push the files to a branch of ${repository} and open a pull request. Its comment shows everything that will be created.`,
        '  3. Merge it. The first run of push.yml changes nothing and names a fingerprint. Run it again with that fingerprint to create the hub.',
    ];
}


/***/ }),

/***/ "src/config/identity-prefix.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ identityPrefix)
/* harmony export */ });
function identityPrefix(hub) {
    return hub.slice(0, 24).replace(/-+$/, '');
}


/***/ }),

/***/ "src/stages/session/package-files.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ productFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


function productFolder(name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '')), '..', name);
}


/***/ }),

/***/ "src/terraform/variables.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ nodeAccountId),
/* harmony export */   Y6: () => (/* binding */ statePrefix),
/* harmony export */   cP: () => (/* binding */ terraformVariables)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/errors.js");

const FEATURE_SERVICES = ['compute', 'container', 'iam', 'iap', 'logging', 'monitoring'];
const GROUP_SERVICES = ['cloudidentity'];
function terraformVariables(config, env) {
    const { name, project, location, platform } = config;
    const { entry } = config.access;
    const extra = entry.kind === 'group' && entry.manage ? GROUP_SERVICES : [];
    if (/-[a-z]$/.test(location)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`location ${location} is a zone, but an Autopilot cluster is regional`, {
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
            cluster: { deletion_protection: platform.deletionProtection },
        },
        hub: { ...common, name, services: platform.from === undefined ? [] : extra.map(host) },
    };
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