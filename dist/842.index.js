"use strict";
exports.id = 842;
exports.ids = [842];
exports.modules = {

/***/ 25842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command),
  initRepository: () => (/* binding */ initRepository)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
;// CONCATENATED MODULE: ./lib/src/github/plans.js
/** Who may see a repository. */
const VISIBILITIES = ['public', 'private', 'internal'];
/** GitHub's plans; `pro` is for personal accounts, `team` and `enterprise` are for organisations. */
const PLANS = ['free', 'pro', 'team', 'enterprise'];
/** What GitHub enforces for a visibility and plan: everything in public, in private what the plan has. */
function enforcedBy(visibility, plan) {
    const open = visibility === 'public';
    return {
        environments: open || plan !== 'free',
        rulesets: open || plan !== 'free',
        reviewers: open || plan === 'enterprise',
    };
}
/** What stands between a change and the cloud, and what does not: one sentence or two each, in Markdown. */
function protectionLines(visibility, plan) {
    const { environments, rulesets, reviewers } = enforcedBy(visibility, plan);
    return [
        'Protected, on every plan: Google hands the apply identity only to jobs of this repository, by its id, that run on `main` and name the environment `jupyterhub`. No other branch and no pull request gets it.',
        environments
            ? 'Protected: GitHub starts jobs of the environment `jupyterhub` on `main` only.'
            : 'NOT protected: environments have no rules on this plan, so the check at Google is the only one.',
        rulesets
            ? 'Protected once you set the rules on `main`: each change needs a pull request and a review, and CODEOWNERS says whose for the workflows and both files. Until then whoever may write to the repository can push to `main`, which applies.'
            : 'NOT protected: this plan has no rules for branches, and CODEOWNERS is only a text. Whoever may write to the repository can push to `main`, and so change the hub and let anybody in, without a review. Give write access only to whom you would give the project, or use GitHub Pro or Team.',
        reviewers
            ? 'Possible: reviewers of the environment `jupyterhub`. Each apply then waits for one of them, and so does the daily run.'
            : 'NOT possible: a second approval between merge and apply. Reviewers of an environment need a public repository or GitHub Enterprise.',
    ];
}

// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__(36192);
// EXTERNAL MODULE: ./lib/src/access/email.js
var email = __webpack_require__(12524);
// EXTERNAL MODULE: ./lib/src/config/load.js + 23 modules
var load = __webpack_require__(6225);
// EXTERNAL MODULE: ./lib/src/config/source.js + 2 modules
var source = __webpack_require__(18380);
;// CONCATENATED MODULE: ./lib/src/commands/init-answers.js




const SAMPLE = {
    name: 'hub',
    project: 'acme-research',
    location: 'us-central1',
    bucket: 'acme-tfstate',
    domain: 'hub.acme.dev',
};
const ACCOUNT = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})';
const REPOSITORY = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}$`);
const OWNER = new RegExp(`^@${ACCOUNT}(?:/[a-z0-9][a-z0-9_-]{0,99})?$`);
const ACTION = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}@)[A-Za-z0-9._-]{1,100}@[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`);
/** All questions, in the order in which they are asked. */
const QUESTIONS = [
    {
        flag: 'repository',
        about: 'repository on GitHub that the files are for, OWNER/NAME',
        ask: 'Repository on GitHub (OWNER/NAME)',
        fault: (answer) => REPOSITORY.test(answer) ? undefined : 'A repository is written as OWNER/NAME, such as acme/hubs.',
    },
    {
        flag: 'visibility',
        about: 'who sees it: public, private or internal',
        ask: `Who sees it (${VISIBILITIES.join(', ')})`,
        offer: () => 'private',
        fault: (answer) => oneOf(VISIBILITIES, answer),
    },
    {
        flag: 'plan',
        about: "GitHub's plan of its owner: free, pro, team or enterprise",
        ask: `GitHub's plan of its owner (${PLANS.join(', ')})`,
        offer: ({ visibility }) => (visibility === 'internal' ? 'enterprise' : 'free'),
        fault: (answer, { visibility }) => visibility === 'internal' && answer !== 'enterprise'
            ? 'Internal repositories are for the plan enterprise only.'
            : oneOf(PLANS, answer),
    },
    {
        flag: 'owner',
        about: 'who reviews changes of workflows and both files, @name or @org/team (default: @OWNER of the repository)',
        ask: 'Who reviews changes of the workflows and both files (@name or @org/team)',
        fallback: ownerOf,
        required: isOrganisation,
        fault: (answer, known) => {
            if (!OWNER.test(answer))
                return 'A code owner is written as @name or @org/team.';
            const taken = isOrganisation(known) && answer.toLowerCase() === ownerOf(known).toLowerCase();
            return taken
                ? `${answer} is an organisation; name a person or a team of it, such as ${answer}/admins.`
                : undefined;
        },
    },
    {
        flag: 'project',
        about: 'id of the Google Cloud project',
        ask: 'Id of the Google Cloud project',
        fault: (answer) => configFault('project', answer),
    },
    {
        flag: 'location',
        about: 'Google Cloud region, such as us-central1',
        ask: 'Google Cloud region',
        offer: () => 'us-central1',
        fault: (answer) => configFault('location', answer),
    },
    {
        flag: 'name',
        about: 'name of the hub; it never changes later',
        ask: 'Name of the hub, for good',
        offer: ({ repository = '' }) => {
            const guess = repository.split('/')[1] ?? '';
            return configFault('name', guess) === undefined ? guess : 'hub';
        },
        fault: (answer) => configFault('name', answer),
    },
    {
        flag: 'bucket',
        about: 'Cloud Storage bucket of the Terraform state (default: PROJECT-tfstate)',
        ask: 'Bucket of the Terraform state',
        fallback: ({ project }) => `${project}-tfstate`,
        fault: (answer) => configFault('bucket', answer),
    },
    {
        flag: 'domain',
        about: 'host name of the hub (default: none, an address that suits a trial)',
        ask: 'Host name of the hub, or nothing for a trial',
        fallback: () => '',
        fault: (answer) => (answer === '' ? undefined : configFault('domain', answer)),
    },
    {
        flag: 'admin',
        about: 'e-mail address of the first administrator',
        ask: 'E-mail address of the first administrator',
        fault: (answer) => {
            const fault = (0,email/* addressFault */.R)('person', answer);
            return fault && `${fault.message} ${fault.hint}`;
        },
    },
    {
        flag: 'action',
        about: 'action that the workflows use, OWNER/NAME@REF (default: OWNER/jupyterhub-gke@v1)',
        fallback: () => 'OWNER/jupyterhub-gke@v1',
        fault: (answer) => (ACTION.test(answer) ? undefined : 'An action is written as OWNER/NAME@REF.'),
    },
];
function oneOf(choices, answer) {
    return choices.includes(answer) ? undefined : `Answer with one of ${choices.join(', ')}.`;
}
// These plans exist for organisations only, which own no code; a free one may be a person's.
function isOrganisation({ plan }) {
    return plan === 'team' || plan === 'enterprise';
}
function ownerOf({ repository = '' }) {
    return `@${repository.split('/')[0]}`;
}
/** The first error that `validate` would give for one value of jupyterhub.yaml, all others being sound. */
function configFault(key, answer) {
    const values = { ...SAMPLE, [key]: answer };
    const { name, project, location, bucket, domain } = values;
    const file = { name, project, location, state: { bucket }, users: 'users.yaml', access: { domain } };
    // JSON is YAML, and takes every character without a meaning of its own.
    const text = JSON.stringify({ apiVersion: 'jupyterhub-gke/v1', ...file });
    const { diagnostics } = (0,load/* loadConfig */.Z9)({ own: [(0,source/* parseSource */.P)({ path: 'jupyterhub.yaml', text })] }, '/');
    const error = diagnostics.find((one) => one.severity === 'error');
    return error && [error.message, ...(error.hint === undefined ? [] : [error.hint])].join(' ');
}

;// CONCATENATED MODULE: ./lib/src/commands/init-files.js



/**
 * Writes all files or none: where one is there already, or anything else is in the way, nothing is touched and the
 * error names all of it. Gives the way back, which removes what was made and nothing else.
 */
async function writeFiles(folder, files, signal) {
    await refuseObstacles(folder, files);
    const made = [];
    const undo = async () => {
        for (const { path, folder: isFolder } of made.splice(0).reverse()) {
            // A folder into which somebody else has put something stays.
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
            // wx: a file that has appeared since the check is not overwritten either.
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
            hint: 'Nothing was left behind. Mend the cause and run init again.',
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
            // A link is in the way as well: what lies behind it is not this repository's.
            if (found !== undefined && (length === parts.length || found !== 'folder'))
                obstacles.add(here);
        }
    }
    if (obstacles.size === 0)
        return;
    const names = [...obstacles];
    throw new errors/* ToolError */.v4(`${names.length === 1 ? 'This is' : 'These are'} there already: ${names.join(', ')}`, {
        where: folder,
        hint: 'Nothing was written; init never overwrites. Move them away, or name another folder with --directory.',
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
/** Folders on the way to a path that are not there yet, the outermost first. */
async function missingFolders(path) {
    const missing = [];
    for (let here = (0,external_node_path_.resolve)(path); (await kindOf(here)) === undefined; here = (0,external_node_path_.dirname)(here))
        missing.unshift(here);
    return missing;
}

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/src/commands/init-questions.js



/**
 * Takes the answers from the flags and asks in the terminal for what they leave open. Without a terminal, or where a
 * flag is wrong, one usage error names all of them.
 */
async function collectAnswers(flags, terminal, signal) {
    const known = givenAnswers(flags);
    const missing = QUESTIONS.filter((question) => known[question.flag] === undefined && isRequired(question, known));
    // Whoever has said all that must be said is asked nothing.
    if (missing.length === 0) {
        for (const { flag, fallback } of QUESTIONS)
            known[flag] ??= fallback?.(known);
        refuseFaults(known);
        return known;
    }
    if (terminal !== undefined)
        return askFor(known, terminal, signal);
    throw new errors/* UsageError */.eb(`init needs ${missing.map(({ flag }) => `--${flag}`).join(', ')}`, {
        hint: [...missing.map(({ flag, about }) => `--${flag}: ${about}`), 'In a terminal it asks for them.'].join('\n  '),
    });
}
function isRequired({ fallback, required }, known) {
    return required?.(known) ?? fallback === undefined;
}
function givenAnswers(flags) {
    const given = {};
    for (const { flag } of QUESTIONS) {
        const value = flags[flag];
        if (typeof value === 'string')
            given[flag] = value;
    }
    refuseFaults(given);
    return given;
}
function refuseFaults(known) {
    const faults = QUESTIONS.flatMap(({ flag, fault }) => {
        const value = known[flag];
        const why = value === undefined ? undefined : fault(value, known);
        return why === undefined ? [] : [`--${flag}: ${why}`];
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
        // Lines that arrive before their question wait here; `question` would lose them.
        const lines = reader[Symbol.asyncIterator]();
        const known = { ...given };
        for (const question of QUESTIONS) {
            known[question.flag] ??=
                question.ask === undefined ? question.fallback?.(known) : await ask(question, known, { reader, lines, output });
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
    reader.setPrompt(`${question.ask}${ending}: `);
    for (;;) {
        reader.prompt();
        const line = await lines.next();
        if (line.done === true) {
            output.write('\n'); // the message must not stand behind the question
            throw new errors/* ToolError */.v4('The questions were not answered to the end', { hint: 'Nothing was written.' });
        }
        const answer = line.value.trim() || suggestion || '';
        const fault = question.fault(answer, known);
        if (fault === undefined)
            return answer;
        reader.setPrompt(`  ${fault}\n${question.ask}${ending}: `);
    }
}

;// CONCATENATED MODULE: ./lib/src/commands/init-templates.js
// What is read as something else than text by YAML 1.2 or by the older one that some editors know.
const YAML_WORDS = /^(null|true|false|yes|no|on|off|y|n)$/i;
const WRITERS = {
    yaml: (value) => /^[A-Za-z][A-Za-z0-9._@/-]*$/.test(value) && !YAML_WORDS.test(value) ? value : JSON.stringify(value),
    shell: (value) => (/^[A-Za-z0-9@._/:=+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`),
    // Prose, names in quotes, CODEOWNERS: nothing there may mean anything, so no character that could is let through.
    text: (value) => {
        if (/^[A-Za-z0-9@._/-]+$/.test(value))
            return value;
        throw new Error(`The answer ${JSON.stringify(value)} must not stand in plain text`);
    },
};
/**
 * Fills a template in: `{{name|place}}` is a value, written as its place needs it; a line with nothing but `{{#name}}`,
 * `{{^name}}` or `{{/name}}` opens or closes a part. Whatever does not fit is an error, never left as it is.
 */
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
                throw new Error(`{{${sign}${name}}} stands inside the part ${part.name}`);
            part = { name, shown: value(values.parts, name) === (sign === '#') };
        }
    }
    if (part !== undefined)
        throw new Error(`The part ${part.name} is not closed`);
    // GitHub's own expressions, ${{ … }}, are not ours.
    return kept.join('\n').replace(/(?<!\$)\{\{([^}]*)\}\}/g, (_, inner) => placeholder(inner, values));
}
function placeholder(inner, values) {
    const [, name = '', place = ''] = /^([a-zA-Z]+)\|(yaml|shell|text|block)$/.exec(inner) ?? [];
    if (place === '')
        throw new Error(`{{${inner}}} is no placeholder`);
    if (place === 'block')
        return value(values.blocks, name);
    return WRITERS[place](value(values.answers, name));
}
function value(of, name) {
    const found = Object.hasOwn(of, name) ? of[name] : undefined;
    if (found === undefined)
        throw new Error(`The template asks for ${name}, which nobody gives`);
    return found;
}

// EXTERNAL MODULE: ./lib/src/commands/product-folder.js
var product_folder = __webpack_require__(10768);
// EXTERNAL MODULE: ./lib/src/commands/read-input.js + 8 modules
var read_input = __webpack_require__(47883);
// EXTERNAL MODULE: ./lib/src/commands/read-text.js
var read_text = __webpack_require__(94136);
;// CONCATENATED MODULE: ./lib/src/commands/init.js












/** What init writes, by the path in the repository. The templates bear the same names, without the dot of a folder. */
const PATHS = [
    'jupyterhub.yaml',
    'users.yaml',
    'SETUP.md',
    '.github/CODEOWNERS',
    '.github/ISSUE_TEMPLATE/access-request.yml',
    '.github/workflows/pull-request.yml',
    '.github/workflows/push.yml',
    '.github/workflows/schedule.yml',
];
/** Writes a repository that validates, and the commands to run once. */
const command = {
    name: 'init',
    about: 'Writes a repository for a hub: both files, workflows, and the commands to run once. Contacts nothing.',
    flags: {
        ...Object.fromEntries(QUESTIONS.map(({ flag, about }) => [flag, { type: 'string', about }])),
        directory: { type: 'string', about: 'folder to write to, the top of the repository (default: here)' },
    },
    run: (context) => initRepository(context, (0,product_folder/* productFolder */.O)('templates')),
};
/** The command, with the folder of its templates. */
async function initRepository(context, templates) {
    const { flags, cwd, say, signal, terminal } = context;
    if (flags.config !== undefined) {
        throw new errors/* UsageError */.eb('init has no --config', {
            hint: 'It writes jupyterhub.yaml. Name its folder with --directory.',
        });
    }
    const directory = typeof flags.directory === 'string' ? flags.directory : '.';
    const folder = (0,external_node_path_.resolve)(cwd, directory);
    const answers = await collectAnswers(flags, terminal, signal);
    const undo = await writeFiles(folder, await filledIn(templates, answers), signal);
    const checked = await (0,read_input/* checkInput */.DR)({ configPath: (0,external_node_path_.join)(directory, 'jupyterhub.yaml'), cwd, env: {} });
    if (checked.input === undefined) {
        await undo();
        throw new errors/* ToolError */.v4('These answers make files that have errors; nothing was written', {
            hint: new read_input/* InputError */.dz(checked).message,
        });
    }
    say(`Wrote ${PATHS.length} files for ${answers.repository}:\n${PATHS.map((path) => `  ${(0,external_node_path_.join)(directory, path)}`).join('\n')}\n`);
    say(`${(0,findings/* findingsText */._g)(checked)}\n`);
    for (const line of [...(await warnings(folder, answers)), ...closing(answers)])
        say(line);
    return { exitCode: 0, document: { files: PATHS.map((path) => (0,external_node_path_.join)(directory, path)) }, outputs: {} };
}
async function filledIn(templates, answers) {
    const { visibility, plan, domain, action, name, location } = answers;
    const [actionRepository = '', actionRef = ''] = action.split('@');
    const { environments, rulesets } = enforcedBy(visibility, plan);
    const values = {
        answers: {
            ...answers,
            actionRepository,
            actionRef,
            // The id of a service account has at most 30 characters, and the longest ending is "-apply".
            accounts: name.slice(0, 24).replace(/-+$/, ''),
            // A bucket lies in a region also where the cluster lies in a zone.
            region: location.replace(/-[a-z]$/, ''),
        },
        blocks: {
            protection: protectionLines(visibility, plan)
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
    const root = await (0,read_text/* repositoryRoot */.Hn)(folder, folder);
    return [
        ...(root === folder
            ? []
            : [`Warning: ${root} is a repository, and GitHub reads .github at its top only. Run init there.\n`]),
        ...(visibility === 'public'
            ? [
                'Warning: everybody will be able to read users.yaml and its history. Keep it in a private repository, or be sure that all listed people agree.\n',
            ]
            : []),
    ];
}
function closing({ visibility, plan, repository }) {
    return [
        `What stands before apply in a repository that is ${visibility}, on GitHub's plan ${plan}:`,
        ...protectionLines(visibility, plan).map((line) => `  - ${line}`),
        '',
        'Next:',
        '  1. Follow SETUP.md once: it makes the bucket, the identities, and the rules of the repository.',
        `  2. Push the files to a branch of ${repository} and open a pull request: its comment shows all that will be made.`,
        '  3. Merge it: that makes the hub, and the run says its address.',
    ];
}


/***/ }),

/***/ 10768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ productFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** A folder of the product, beside the bundle. */
function productFolder(name) {
    // The bundle is dist/index.js of a checkout or of an installed package, where bin is a link to it.
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '')), '..', name);
}


/***/ })

};
;