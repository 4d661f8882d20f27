"use strict";
exports.id = 667;
exports.ids = [667];
exports.modules = {

/***/ 43667:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DR: () => (/* binding */ checkInput),
  R5: () => (/* binding */ readInput)
});

// UNUSED EXPORTS: InputError

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/src/config/diagnostics.js
/** Most findings of one file that are worth printing. */
const MAX_FINDINGS = 100;
/** Findings in the order of the file, each place and rule once, and no more than a person can read. */
function orderFindings(diagnostics) {
    const rank = { error: 0, warning: 1, note: 2 };
    const seen = new Set();
    const unique = diagnostics.filter((one) => {
        const key = `${one.line}:${one.column}:${one.rule}:${one.message}`;
        return !seen.has(key) && seen.add(key);
    });
    const ordered = [...unique].sort((a, b) => a.line - b.line || a.column - b.column || rank[a.severity] - rank[b.severity]);
    const [first] = ordered;
    if (first === undefined || ordered.length <= MAX_FINDINGS)
        return ordered;
    // Errors stay before all else, or a cut list could look like a sound file.
    const kept = [...ordered].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MAX_FINDINGS);
    const message = `There are more findings; these are the first ${MAX_FINDINGS}, errors before all others.`;
    const more = { ...first, length: 1, severity: 'note', rule: 'more-findings', message, absent: true };
    return [...ordered.filter((one) => kept.includes(one)), more];
}
/**
 * Findings of several checks without the echoes of earlier ones: what has a wrong form often breaks a rule as well,
 * and once per place is enough. Within one check each finding stays.
 */
function withoutEchoes(...checks) {
    const kept = [];
    for (const check of checks) {
        const taken = new Set(kept.filter(({ absent }) => absent !== true).map((one) => `${one.line}:${one.column}`));
        kept.push(...check.filter((one) => one.absent === true || !taken.has(`${one.line}:${one.column}`)));
    }
    return kept;
}

;// CONCATENATED MODULE: ./lib/src/config/locate.js
/** The value at a path, or undefined where the file has none. */
function at(tree, path) {
    let here = tree;
    for (const step of path)
        here = here?.entries?.get(String(step))?.tree ?? here?.items?.[Number(step)];
    return here;
}
/** Makes the finder for one file. `key` means the key itself, `value` (default) what stands after it. */
function locator(tree, place) {
    return (path, part = 'value') => {
        let here = tree;
        // The root has no key and its value is the whole file, so its place is the start.
        let found = place(tree.start, tree.start + 1);
        for (const [index, step] of path.entries()) {
            const entry = here.entries?.get(String(step));
            const next = entry?.tree ?? here.items?.[Number(step)];
            if (next === undefined)
                return found;
            const wantsKey = part === 'key' && index === path.length - 1;
            const value = place(next.start, next.end);
            const key = entry === undefined ? undefined : place(entry.keyStart, entry.keyEnd);
            // Nothing after a key has no place of its own, and a block below it would mark a line that says something else.
            const useKey = wantsKey || next.start === next.end || value.line !== key?.line;
            found = key !== undefined && useKey ? key : value;
            here = next;
        }
        return found;
    };
}

;// CONCATENATED MODULE: ./lib/src/config/facts.generated.js
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
                "platform",
                "access",
                "storage",
                "profiles",
                "hub",
                "secrets"
            ]
        },
        "apiVersion": {
            "example": "jupyterhub-gke/v1"
        },
        "name": {
            "pattern": "A hub name has lower-case letters, digits and hyphens only, starts with a letter and ends with a letter or digit.",
            "example": "research"
        },
        "project": {
            "pattern": "A project id has 6 to 30 lower-case letters, digits and hyphens, and starts with a letter.",
            "example": "acme-research"
        },
        "location": {
            "pattern": "A location is a region such as us-central1 or a zone such as us-central1-a.",
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
            "example": "acme-research-tfstate"
        },
        "users": {
            "example": "users.yaml"
        },
        "users.*": {
            "example": "staff.yaml"
        },
        "platform": {
            "keys": [
                "deletionProtection"
            ]
        },
        "platform.deletionProtection": {
            "example": false
        },
        "access": {
            "keys": [
                "domain"
            ]
        },
        "access.domain": {
            "pattern": "A host name is lower-case, has at least one dot, and neither scheme, port, path nor wildcard.",
            "example": "hub.acme.dev"
        },
        "storage": {
            "keys": [
                "home"
            ]
        },
        "storage.home": {
            "keys": [
                "type",
                "diskType",
                "size"
            ],
            "example": {
                "type": "disk",
                "diskType": "pd-ssd",
                "size": "20Gi"
            }
        },
        "storage.home.type": {
            "example": "disk"
        },
        "storage.home.diskType": {
            "example": "pd-ssd"
        },
        "storage.home.size": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "example": "20Gi"
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
                "cpu",
                "memory"
            ]
        },
        "profiles.*.name": {
            "pattern": "A profile name has lower-case letters, digits and hyphens only, and starts and ends with a letter or digit.",
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
            "example": "quay.io/jupyter/scipy-notebook:2026-10-05"
        },
        "profiles.*.cpu": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "example": 2
        },
        "profiles.*.cpu.guarantee": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "example": 1
        },
        "profiles.*.cpu.limit": {
            "pattern": "A CPU quantity is a number of cores such as 2 or 0.5, or thousandths of one such as 500m.",
            "example": 4
        },
        "profiles.*.memory": {
            "keys": [
                "guarantee",
                "limit"
            ],
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "example": "8Gi"
        },
        "profiles.*.memory.guarantee": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "example": "4Gi"
        },
        "profiles.*.memory.limit": {
            "pattern": "A size is a number with a unit, such as 512Mi, 4Gi or 1.5Ti.",
            "example": "16Gi"
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
            "example": "4.4.0"
        },
        "hub.chart.repository": {
            "pattern": "A repository is an address that starts with https:// or oci://, without user name, query or fragment.",
            "example": "https://charts.acme.dev/mirror"
        },
        "hub.chart.path": {
            "example": "charts/jupyterhub-4.4.0.tgz"
        },
        "hub.chart.sha256": {
            "pattern": "A SHA-256 has 64 lower-case hexadecimal digits.",
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
                "env"
            ]
        },
        "secrets.*.env": {
            "pattern": "An environment variable has letters, digits and underscores, and does not start with a digit.",
            "example": "LMS_TOKEN"
        }
    },
    "users": {
        "": {
            "keys": [
                "users"
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
                "until"
            ],
            "example": "ada@acme.dev"
        },
        "users.*.email": {
            "example": "grace@acme.dev"
        },
        "users.*.admin": {
            "example": true
        },
        "users.*.until": {
            "pattern": "A date is written as YYYY-MM-DD.",
            "example": "2027-06-30"
        }
    }
};
/** Keys and values of the design that this version refuses. */
const NOT_SUPPORTED_YET = {
    "jupyterhub": {
        "keys": [
            "extends",
            "platform.name",
            "platform.cluster",
            "platform.network",
            "platform.nodePools",
            "platform.addons",
            "platform.maintenance",
            "platform.releaseChannel",
            "platform.encryptionKey",
            "platform.labels",
            "platform.from",
            "access.dns",
            "access.oauthClient",
            "access.entry",
            "access.mode",
            "access.guard",
            "access.files",
            "access.session",
            "access.audit",
            "acknowledge",
            "approval",
            "storage.home.regional",
            "storage.home.mode",
            "storage.home.tier",
            "storage.buckets",
            "storage.snapshots",
            "profiles.*.pool",
            "profiles.*.gpu",
            "profiles.*.tpu",
            "profiles.*.env",
            "profiles.*.options",
            "profiles.*.unlistedImage",
            "profiles.*.groups",
            "profiles.*.culling",
            "profiles.*.startTimeout",
            "culling",
            "limits",
            "images",
            "ray",
            "secrets.*.secretManager",
            "cost"
        ],
        "values": {
            "storage.home.type": [
                "filestore",
                "none"
            ]
        }
    },
    "users": {
        "keys": [
            "googleGroups",
            "serviceAccounts",
            "domains",
            "users.*.groups",
            "users.*.note"
        ],
        "values": {
            "users.*.admin": [
                "full"
            ]
        }
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
    "not-supported-yet": "error",
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
    "more-findings": "note"
};

;// CONCATENATED MODULE: ./lib/src/config/places.js

/** Adds findings to a list; the severity follows from the rule. */
function collector(diagnostics) {
    return (location, rule, message, extra = {}) => {
        diagnostics.push({
            ...location,
            severity: extra.severity ?? RULES[rule],
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

;// CONCATENATED MODULE: ./lib/src/config/suggest.js
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

;// CONCATENATED MODULE: ./lib/src/config/validators.generated.js
// Generated by scripts/generate.mjs from schemas/. Do not edit.
// @ts-nocheck
const validateJupyterhub = validate20;
const schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "jupyterhub.schema.json", "type": "object", "additionalProperties": false, "required": ["apiVersion", "name", "project", "location", "state", "users"], "properties": { "apiVersion": { "type": "string", "const": "jupyterhub-gke/v1" }, "name": { "type": "string", "maxLength": 25, "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$" }, "project": { "type": "string", "pattern": "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" }, "location": { "type": "string", "pattern": "^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$" }, "state": { "type": "object", "additionalProperties": false, "required": ["bucket"], "properties": { "bucket": { "type": "string", "minLength": 3, "maxLength": 222, "pattern": "^[a-z0-9][a-z0-9._-]*[a-z0-9]$" } } }, "users": { "type": ["string", "array"], "minLength": 1, "minItems": 1, "items": { "type": "string", "minLength": 1 } }, "platform": { "type": "object", "additionalProperties": false, "properties": { "deletionProtection": { "type": "boolean" } } }, "access": { "type": "object", "additionalProperties": false, "properties": { "domain": { "type": "string", "maxLength": 63, "pattern": "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" } } }, "storage": { "type": "object", "additionalProperties": false, "properties": { "home": { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "enum": ["disk"] }, "diskType": { "type": "string", "enum": ["pd-standard", "pd-balanced", "pd-ssd", "hyperdisk-balanced"] }, "size": { "type": ["string", "number"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" } } } } }, "profiles": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "type": "string", "maxLength": 40, "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }, "displayName": { "type": "string", "minLength": 1, "maxLength": 100 }, "description": { "type": "string", "maxLength": 500 }, "default": { "type": "boolean" }, "image": { "type": "string", "minLength": 1, "maxLength": 512, "pattern": "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$" }, "cpu": { "type": ["number", "string", "object"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$", "additionalProperties": false, "required": ["guarantee", "limit"], "properties": { "guarantee": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, "limit": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" } } }, "memory": { "type": ["number", "string", "object"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$", "additionalProperties": false, "required": ["guarantee", "limit"], "properties": { "guarantee": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, "limit": { "type": ["number", "string"], "pattern": "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" } } } } } }, "hub": { "type": "object", "additionalProperties": false, "properties": { "chart": { "type": "object", "additionalProperties": false, "properties": { "version": { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$" }, "repository": { "type": "string", "pattern": "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$" }, "path": { "type": "string", "minLength": 1 }, "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } }, "values": { "type": "object", "additionalProperties": true } } }, "secrets": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z][A-Za-z0-9_-]{0,62}$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "required": ["env"], "properties": { "env": { "type": "string", "maxLength": 255, "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } };
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern5 = new RegExp("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", "u");
const pattern6 = new RegExp("^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$", "u");
const pattern7 = new RegExp("^[a-z0-9][a-z0-9._-]*[a-z0-9]$", "u");
const pattern8 = new RegExp("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
const pattern9 = new RegExp("^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$", "u");
const pattern10 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern11 = new RegExp("^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$", "u");
const pattern12 = new RegExp("^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$", "u");
const pattern18 = new RegExp("^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$", "u");
const pattern19 = new RegExp("^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$", "u");
const pattern20 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern21 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{0,62}$", "u");
const pattern22 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    /*# sourceURL="jupyterhub.schema.json" */ ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate20.evaluated;
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
            if (!(func1.call(schema31.properties, key0))) {
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
                if (!pattern4.test(data1)) {
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
                if (!pattern5.test(data2)) {
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
                if (!pattern6.test(data3)) {
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
                        if (!pattern7.test(data5)) {
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
            if ((typeof data6 !== "string") && (!(Array.isArray(data6)))) {
                const err23 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: schema31.properties.users.type }, message: "must be string,array" };
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
                if (data6.length < 1) {
                    const err25 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                        vErrors = [err25];
                    }
                    else {
                        vErrors.push(err25);
                    }
                    errors++;
                }
                const len0 = data6.length;
                for (let i0 = 0; i0 < len0; i0++) {
                    let data7 = data6[i0];
                    if (typeof data7 === "string") {
                        if (data7.length < 1) {
                            const err26 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                            if (vErrors === null) {
                                vErrors = [err26];
                            }
                            else {
                                vErrors.push(err26);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err27 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err27];
                        }
                        else {
                            vErrors.push(err27);
                        }
                        errors++;
                    }
                }
            }
        }
        if (data.platform !== undefined) {
            let data8 = data.platform;
            if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                for (const key2 in data8) {
                    if (!(key2 === "deletionProtection")) {
                        const err28 = { instancePath: instancePath + "/platform", schemaPath: "#/properties/platform/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err28];
                        }
                        else {
                            vErrors.push(err28);
                        }
                        errors++;
                    }
                }
                if (data8.deletionProtection !== undefined) {
                    if (typeof data8.deletionProtection !== "boolean") {
                        const err29 = { instancePath: instancePath + "/platform/deletionProtection", schemaPath: "#/properties/platform/properties/deletionProtection/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                            vErrors = [err29];
                        }
                        else {
                            vErrors.push(err29);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err30 = { instancePath: instancePath + "/platform", schemaPath: "#/properties/platform/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err30];
                }
                else {
                    vErrors.push(err30);
                }
                errors++;
            }
        }
        if (data.access !== undefined) {
            let data10 = data.access;
            if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                for (const key3 in data10) {
                    if (!(key3 === "domain")) {
                        const err31 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err31];
                        }
                        else {
                            vErrors.push(err31);
                        }
                        errors++;
                    }
                }
                if (data10.domain !== undefined) {
                    let data11 = data10.domain;
                    if (typeof data11 === "string") {
                        if (data11.length > 63) {
                            const err32 = { instancePath: instancePath + "/access/domain", schemaPath: "#/properties/access/properties/domain/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
                            if (vErrors === null) {
                                vErrors = [err32];
                            }
                            else {
                                vErrors.push(err32);
                            }
                            errors++;
                        }
                        if (!pattern8.test(data11)) {
                            const err33 = { instancePath: instancePath + "/access/domain", schemaPath: "#/properties/access/properties/domain/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: "must match pattern \"" + "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" + "\"" };
                            if (vErrors === null) {
                                vErrors = [err33];
                            }
                            else {
                                vErrors.push(err33);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err34 = { instancePath: instancePath + "/access/domain", schemaPath: "#/properties/access/properties/domain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                            vErrors = [err34];
                        }
                        else {
                            vErrors.push(err34);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err35 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err35];
                }
                else {
                    vErrors.push(err35);
                }
                errors++;
            }
        }
        if (data.storage !== undefined) {
            let data12 = data.storage;
            if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                for (const key4 in data12) {
                    if (!(key4 === "home")) {
                        const err36 = { instancePath: instancePath + "/storage", schemaPath: "#/properties/storage/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err36];
                        }
                        else {
                            vErrors.push(err36);
                        }
                        errors++;
                    }
                }
                if (data12.home !== undefined) {
                    let data13 = data12.home;
                    if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                        for (const key5 in data13) {
                            if (!(((key5 === "type") || (key5 === "diskType")) || (key5 === "size"))) {
                                const err37 = { instancePath: instancePath + "/storage/home", schemaPath: "#/properties/storage/properties/home/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err37];
                                }
                                else {
                                    vErrors.push(err37);
                                }
                                errors++;
                            }
                        }
                        if (data13.type !== undefined) {
                            let data14 = data13.type;
                            if (typeof data14 !== "string") {
                                const err38 = { instancePath: instancePath + "/storage/home/type", schemaPath: "#/properties/storage/properties/home/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err38];
                                }
                                else {
                                    vErrors.push(err38);
                                }
                                errors++;
                            }
                            if (!(data14 === "disk")) {
                                const err39 = { instancePath: instancePath + "/storage/home/type", schemaPath: "#/properties/storage/properties/home/properties/type/enum", keyword: "enum", params: { allowedValues: schema31.properties.storage.properties.home.properties.type.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err39];
                                }
                                else {
                                    vErrors.push(err39);
                                }
                                errors++;
                            }
                        }
                        if (data13.diskType !== undefined) {
                            let data15 = data13.diskType;
                            if (typeof data15 !== "string") {
                                const err40 = { instancePath: instancePath + "/storage/home/diskType", schemaPath: "#/properties/storage/properties/home/properties/diskType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err40];
                                }
                                else {
                                    vErrors.push(err40);
                                }
                                errors++;
                            }
                            if (!((((data15 === "pd-standard") || (data15 === "pd-balanced")) || (data15 === "pd-ssd")) || (data15 === "hyperdisk-balanced"))) {
                                const err41 = { instancePath: instancePath + "/storage/home/diskType", schemaPath: "#/properties/storage/properties/home/properties/diskType/enum", keyword: "enum", params: { allowedValues: schema31.properties.storage.properties.home.properties.diskType.enum }, message: "must be equal to one of the allowed values" };
                                if (vErrors === null) {
                                    vErrors = [err41];
                                }
                                else {
                                    vErrors.push(err41);
                                }
                                errors++;
                            }
                        }
                        if (data13.size !== undefined) {
                            let data16 = data13.size;
                            if ((typeof data16 !== "string") && (!((typeof data16 == "number") && (isFinite(data16))))) {
                                const err42 = { instancePath: instancePath + "/storage/home/size", schemaPath: "#/properties/storage/properties/home/properties/size/type", keyword: "type", params: { type: schema31.properties.storage.properties.home.properties.size.type }, message: "must be string,number" };
                                if (vErrors === null) {
                                    vErrors = [err42];
                                }
                                else {
                                    vErrors.push(err42);
                                }
                                errors++;
                            }
                            if (typeof data16 === "string") {
                                if (!pattern9.test(data16)) {
                                    const err43 = { instancePath: instancePath + "/storage/home/size", schemaPath: "#/properties/storage/properties/home/properties/size/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" + "\"" };
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
                    else {
                        const err44 = { instancePath: instancePath + "/storage/home", schemaPath: "#/properties/storage/properties/home/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
                const err45 = { instancePath: instancePath + "/storage", schemaPath: "#/properties/storage/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err45];
                }
                else {
                    vErrors.push(err45);
                }
                errors++;
            }
        }
        if (data.profiles !== undefined) {
            let data17 = data.profiles;
            if (Array.isArray(data17)) {
                if (data17.length > 100) {
                    const err46 = { instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
                    if (vErrors === null) {
                        vErrors = [err46];
                    }
                    else {
                        vErrors.push(err46);
                    }
                    errors++;
                }
                if (data17.length < 1) {
                    const err47 = { instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                        vErrors = [err47];
                    }
                    else {
                        vErrors.push(err47);
                    }
                    errors++;
                }
                const len1 = data17.length;
                for (let i1 = 0; i1 < len1; i1++) {
                    let data18 = data17[i1];
                    if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
                        if (data18.name === undefined) {
                            const err48 = { instancePath: instancePath + "/profiles/" + i1, schemaPath: "#/properties/profiles/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property '" + "name" + "'" };
                            if (vErrors === null) {
                                vErrors = [err48];
                            }
                            else {
                                vErrors.push(err48);
                            }
                            errors++;
                        }
                        for (const key6 in data18) {
                            if (!(((((((key6 === "name") || (key6 === "displayName")) || (key6 === "description")) || (key6 === "default")) || (key6 === "image")) || (key6 === "cpu")) || (key6 === "memory"))) {
                                const err49 = { instancePath: instancePath + "/profiles/" + i1, schemaPath: "#/properties/profiles/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err49];
                                }
                                else {
                                    vErrors.push(err49);
                                }
                                errors++;
                            }
                        }
                        if (data18.name !== undefined) {
                            let data19 = data18.name;
                            if (typeof data19 === "string") {
                                if (data19.length > 40) {
                                    const err50 = { instancePath: instancePath + "/profiles/" + i1 + "/name", schemaPath: "#/properties/profiles/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err50];
                                    }
                                    else {
                                        vErrors.push(err50);
                                    }
                                    errors++;
                                }
                                if (!pattern10.test(data19)) {
                                    const err51 = { instancePath: instancePath + "/profiles/" + i1 + "/name", schemaPath: "#/properties/profiles/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" }, message: "must match pattern \"" + "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" + "\"" };
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
                                const err52 = { instancePath: instancePath + "/profiles/" + i1 + "/name", schemaPath: "#/properties/profiles/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err52];
                                }
                                else {
                                    vErrors.push(err52);
                                }
                                errors++;
                            }
                        }
                        if (data18.displayName !== undefined) {
                            let data20 = data18.displayName;
                            if (typeof data20 === "string") {
                                if (data20.length > 100) {
                                    const err53 = { instancePath: instancePath + "/profiles/" + i1 + "/displayName", schemaPath: "#/properties/profiles/items/properties/displayName/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err53];
                                    }
                                    else {
                                        vErrors.push(err53);
                                    }
                                    errors++;
                                }
                                if (data20.length < 1) {
                                    const err54 = { instancePath: instancePath + "/profiles/" + i1 + "/displayName", schemaPath: "#/properties/profiles/items/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
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
                                const err55 = { instancePath: instancePath + "/profiles/" + i1 + "/displayName", schemaPath: "#/properties/profiles/items/properties/displayName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err55];
                                }
                                else {
                                    vErrors.push(err55);
                                }
                                errors++;
                            }
                        }
                        if (data18.description !== undefined) {
                            let data21 = data18.description;
                            if (typeof data21 === "string") {
                                if (data21.length > 500) {
                                    const err56 = { instancePath: instancePath + "/profiles/" + i1 + "/description", schemaPath: "#/properties/profiles/items/properties/description/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
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
                                const err57 = { instancePath: instancePath + "/profiles/" + i1 + "/description", schemaPath: "#/properties/profiles/items/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err57];
                                }
                                else {
                                    vErrors.push(err57);
                                }
                                errors++;
                            }
                        }
                        if (data18.default !== undefined) {
                            if (typeof data18.default !== "boolean") {
                                const err58 = { instancePath: instancePath + "/profiles/" + i1 + "/default", schemaPath: "#/properties/profiles/items/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err58];
                                }
                                else {
                                    vErrors.push(err58);
                                }
                                errors++;
                            }
                        }
                        if (data18.image !== undefined) {
                            let data23 = data18.image;
                            if (typeof data23 === "string") {
                                if (data23.length > 512) {
                                    const err59 = { instancePath: instancePath + "/profiles/" + i1 + "/image", schemaPath: "#/properties/profiles/items/properties/image/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err59];
                                    }
                                    else {
                                        vErrors.push(err59);
                                    }
                                    errors++;
                                }
                                if (data23.length < 1) {
                                    const err60 = { instancePath: instancePath + "/profiles/" + i1 + "/image", schemaPath: "#/properties/profiles/items/properties/image/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err60];
                                    }
                                    else {
                                        vErrors.push(err60);
                                    }
                                    errors++;
                                }
                                if (!pattern11.test(data23)) {
                                    const err61 = { instancePath: instancePath + "/profiles/" + i1 + "/image", schemaPath: "#/properties/profiles/items/properties/image/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$" }, message: "must match pattern \"" + "^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err61];
                                    }
                                    else {
                                        vErrors.push(err61);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err62 = { instancePath: instancePath + "/profiles/" + i1 + "/image", schemaPath: "#/properties/profiles/items/properties/image/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err62];
                                }
                                else {
                                    vErrors.push(err62);
                                }
                                errors++;
                            }
                        }
                        if (data18.cpu !== undefined) {
                            let data24 = data18.cpu;
                            if (((!((typeof data24 == "number") && (isFinite(data24)))) && (typeof data24 !== "string")) && (!(data24 && typeof data24 == "object" && !Array.isArray(data24)))) {
                                const err63 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu", schemaPath: "#/properties/profiles/items/properties/cpu/type", keyword: "type", params: { type: schema31.properties.profiles.items.properties.cpu.type }, message: "must be number,string,object" };
                                if (vErrors === null) {
                                    vErrors = [err63];
                                }
                                else {
                                    vErrors.push(err63);
                                }
                                errors++;
                            }
                            if (typeof data24 === "string") {
                                if (!pattern12.test(data24)) {
                                    const err64 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu", schemaPath: "#/properties/profiles/items/properties/cpu/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err64];
                                    }
                                    else {
                                        vErrors.push(err64);
                                    }
                                    errors++;
                                }
                            }
                            if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                                if (data24.guarantee === undefined) {
                                    const err65 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu", schemaPath: "#/properties/profiles/items/properties/cpu/required", keyword: "required", params: { missingProperty: "guarantee" }, message: "must have required property '" + "guarantee" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err65];
                                    }
                                    else {
                                        vErrors.push(err65);
                                    }
                                    errors++;
                                }
                                if (data24.limit === undefined) {
                                    const err66 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu", schemaPath: "#/properties/profiles/items/properties/cpu/required", keyword: "required", params: { missingProperty: "limit" }, message: "must have required property '" + "limit" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err66];
                                    }
                                    else {
                                        vErrors.push(err66);
                                    }
                                    errors++;
                                }
                                for (const key7 in data24) {
                                    if (!((key7 === "guarantee") || (key7 === "limit"))) {
                                        const err67 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu", schemaPath: "#/properties/profiles/items/properties/cpu/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err67];
                                        }
                                        else {
                                            vErrors.push(err67);
                                        }
                                        errors++;
                                    }
                                }
                                if (data24.guarantee !== undefined) {
                                    let data25 = data24.guarantee;
                                    if ((!((typeof data25 == "number") && (isFinite(data25)))) && (typeof data25 !== "string")) {
                                        const err68 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu/guarantee", schemaPath: "#/properties/profiles/items/properties/cpu/properties/guarantee/type", keyword: "type", params: { type: schema31.properties.profiles.items.properties.cpu.properties.guarantee.type }, message: "must be number,string" };
                                        if (vErrors === null) {
                                            vErrors = [err68];
                                        }
                                        else {
                                            vErrors.push(err68);
                                        }
                                        errors++;
                                    }
                                    if (typeof data25 === "string") {
                                        if (!pattern12.test(data25)) {
                                            const err69 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu/guarantee", schemaPath: "#/properties/profiles/items/properties/cpu/properties/guarantee/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err69];
                                            }
                                            else {
                                                vErrors.push(err69);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data24.limit !== undefined) {
                                    let data26 = data24.limit;
                                    if ((!((typeof data26 == "number") && (isFinite(data26)))) && (typeof data26 !== "string")) {
                                        const err70 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu/limit", schemaPath: "#/properties/profiles/items/properties/cpu/properties/limit/type", keyword: "type", params: { type: schema31.properties.profiles.items.properties.cpu.properties.limit.type }, message: "must be number,string" };
                                        if (vErrors === null) {
                                            vErrors = [err70];
                                        }
                                        else {
                                            vErrors.push(err70);
                                        }
                                        errors++;
                                    }
                                    if (typeof data26 === "string") {
                                        if (!pattern12.test(data26)) {
                                            const err71 = { instancePath: instancePath + "/profiles/" + i1 + "/cpu/limit", schemaPath: "#/properties/profiles/items/properties/cpu/properties/limit/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]{1,3})?$|^[1-9][0-9]*m$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err71];
                                            }
                                            else {
                                                vErrors.push(err71);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                            }
                        }
                        if (data18.memory !== undefined) {
                            let data27 = data18.memory;
                            if (((!((typeof data27 == "number") && (isFinite(data27)))) && (typeof data27 !== "string")) && (!(data27 && typeof data27 == "object" && !Array.isArray(data27)))) {
                                const err72 = { instancePath: instancePath + "/profiles/" + i1 + "/memory", schemaPath: "#/properties/profiles/items/properties/memory/type", keyword: "type", params: { type: schema31.properties.profiles.items.properties.memory.type }, message: "must be number,string,object" };
                                if (vErrors === null) {
                                    vErrors = [err72];
                                }
                                else {
                                    vErrors.push(err72);
                                }
                                errors++;
                            }
                            if (typeof data27 === "string") {
                                if (!pattern9.test(data27)) {
                                    const err73 = { instancePath: instancePath + "/profiles/" + i1 + "/memory", schemaPath: "#/properties/profiles/items/properties/memory/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err73];
                                    }
                                    else {
                                        vErrors.push(err73);
                                    }
                                    errors++;
                                }
                            }
                            if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                                if (data27.guarantee === undefined) {
                                    const err74 = { instancePath: instancePath + "/profiles/" + i1 + "/memory", schemaPath: "#/properties/profiles/items/properties/memory/required", keyword: "required", params: { missingProperty: "guarantee" }, message: "must have required property '" + "guarantee" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err74];
                                    }
                                    else {
                                        vErrors.push(err74);
                                    }
                                    errors++;
                                }
                                if (data27.limit === undefined) {
                                    const err75 = { instancePath: instancePath + "/profiles/" + i1 + "/memory", schemaPath: "#/properties/profiles/items/properties/memory/required", keyword: "required", params: { missingProperty: "limit" }, message: "must have required property '" + "limit" + "'" };
                                    if (vErrors === null) {
                                        vErrors = [err75];
                                    }
                                    else {
                                        vErrors.push(err75);
                                    }
                                    errors++;
                                }
                                for (const key8 in data27) {
                                    if (!((key8 === "guarantee") || (key8 === "limit"))) {
                                        const err76 = { instancePath: instancePath + "/profiles/" + i1 + "/memory", schemaPath: "#/properties/profiles/items/properties/memory/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                                        if (vErrors === null) {
                                            vErrors = [err76];
                                        }
                                        else {
                                            vErrors.push(err76);
                                        }
                                        errors++;
                                    }
                                }
                                if (data27.guarantee !== undefined) {
                                    let data28 = data27.guarantee;
                                    if ((!((typeof data28 == "number") && (isFinite(data28)))) && (typeof data28 !== "string")) {
                                        const err77 = { instancePath: instancePath + "/profiles/" + i1 + "/memory/guarantee", schemaPath: "#/properties/profiles/items/properties/memory/properties/guarantee/type", keyword: "type", params: { type: schema31.properties.profiles.items.properties.memory.properties.guarantee.type }, message: "must be number,string" };
                                        if (vErrors === null) {
                                            vErrors = [err77];
                                        }
                                        else {
                                            vErrors.push(err77);
                                        }
                                        errors++;
                                    }
                                    if (typeof data28 === "string") {
                                        if (!pattern9.test(data28)) {
                                            const err78 = { instancePath: instancePath + "/profiles/" + i1 + "/memory/guarantee", schemaPath: "#/properties/profiles/items/properties/memory/properties/guarantee/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err78];
                                            }
                                            else {
                                                vErrors.push(err78);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                if (data27.limit !== undefined) {
                                    let data29 = data27.limit;
                                    if ((!((typeof data29 == "number") && (isFinite(data29)))) && (typeof data29 !== "string")) {
                                        const err79 = { instancePath: instancePath + "/profiles/" + i1 + "/memory/limit", schemaPath: "#/properties/profiles/items/properties/memory/properties/limit/type", keyword: "type", params: { type: schema31.properties.profiles.items.properties.memory.properties.limit.type }, message: "must be number,string" };
                                        if (vErrors === null) {
                                            vErrors = [err79];
                                        }
                                        else {
                                            vErrors.push(err79);
                                        }
                                        errors++;
                                    }
                                    if (typeof data29 === "string") {
                                        if (!pattern9.test(data29)) {
                                            const err80 = { instancePath: instancePath + "/profiles/" + i1 + "/memory/limit", schemaPath: "#/properties/profiles/items/properties/memory/properties/limit/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" }, message: "must match pattern \"" + "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$" + "\"" };
                                            if (vErrors === null) {
                                                vErrors = [err80];
                                            }
                                            else {
                                                vErrors.push(err80);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                            }
                        }
                    }
                    else {
                        const err81 = { instancePath: instancePath + "/profiles/" + i1, schemaPath: "#/properties/profiles/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err81];
                        }
                        else {
                            vErrors.push(err81);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err82 = { instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                    vErrors = [err82];
                }
                else {
                    vErrors.push(err82);
                }
                errors++;
            }
        }
        if (data.hub !== undefined) {
            let data30 = data.hub;
            if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                for (const key9 in data30) {
                    if (!((key9 === "chart") || (key9 === "values"))) {
                        const err83 = { instancePath: instancePath + "/hub", schemaPath: "#/properties/hub/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                            vErrors = [err83];
                        }
                        else {
                            vErrors.push(err83);
                        }
                        errors++;
                    }
                }
                if (data30.chart !== undefined) {
                    let data31 = data30.chart;
                    if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
                        for (const key10 in data31) {
                            if (!((((key10 === "version") || (key10 === "repository")) || (key10 === "path")) || (key10 === "sha256"))) {
                                const err84 = { instancePath: instancePath + "/hub/chart", schemaPath: "#/properties/hub/properties/chart/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err84];
                                }
                                else {
                                    vErrors.push(err84);
                                }
                                errors++;
                            }
                        }
                        if (data31.version !== undefined) {
                            let data32 = data31.version;
                            if (typeof data32 === "string") {
                                if (!pattern18.test(data32)) {
                                    const err85 = { instancePath: instancePath + "/hub/chart/version", schemaPath: "#/properties/hub/properties/chart/properties/version/pattern", keyword: "pattern", params: { pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$" }, message: "must match pattern \"" + "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err85];
                                    }
                                    else {
                                        vErrors.push(err85);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err86 = { instancePath: instancePath + "/hub/chart/version", schemaPath: "#/properties/hub/properties/chart/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err86];
                                }
                                else {
                                    vErrors.push(err86);
                                }
                                errors++;
                            }
                        }
                        if (data31.repository !== undefined) {
                            let data33 = data31.repository;
                            if (typeof data33 === "string") {
                                if (!pattern19.test(data33)) {
                                    const err87 = { instancePath: instancePath + "/hub/chart/repository", schemaPath: "#/properties/hub/properties/chart/properties/repository/pattern", keyword: "pattern", params: { pattern: "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$" }, message: "must match pattern \"" + "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$|^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err87];
                                    }
                                    else {
                                        vErrors.push(err87);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err88 = { instancePath: instancePath + "/hub/chart/repository", schemaPath: "#/properties/hub/properties/chart/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err88];
                                }
                                else {
                                    vErrors.push(err88);
                                }
                                errors++;
                            }
                        }
                        if (data31.path !== undefined) {
                            let data34 = data31.path;
                            if (typeof data34 === "string") {
                                if (data34.length < 1) {
                                    const err89 = { instancePath: instancePath + "/hub/chart/path", schemaPath: "#/properties/hub/properties/chart/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err89];
                                    }
                                    else {
                                        vErrors.push(err89);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err90 = { instancePath: instancePath + "/hub/chart/path", schemaPath: "#/properties/hub/properties/chart/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err90];
                                }
                                else {
                                    vErrors.push(err90);
                                }
                                errors++;
                            }
                        }
                        if (data31.sha256 !== undefined) {
                            let data35 = data31.sha256;
                            if (typeof data35 === "string") {
                                if (!pattern20.test(data35)) {
                                    const err91 = { instancePath: instancePath + "/hub/chart/sha256", schemaPath: "#/properties/hub/properties/chart/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: "must match pattern \"" + "^[0-9a-f]{64}$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err91];
                                    }
                                    else {
                                        vErrors.push(err91);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err92 = { instancePath: instancePath + "/hub/chart/sha256", schemaPath: "#/properties/hub/properties/chart/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err92];
                                }
                                else {
                                    vErrors.push(err92);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err93 = { instancePath: instancePath + "/hub/chart", schemaPath: "#/properties/hub/properties/chart/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err93];
                        }
                        else {
                            vErrors.push(err93);
                        }
                        errors++;
                    }
                }
                if (data30.values !== undefined) {
                    let data36 = data30.values;
                    if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
                    }
                    else {
                        const err94 = { instancePath: instancePath + "/hub/values", schemaPath: "#/properties/hub/properties/values/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err94];
                        }
                        else {
                            vErrors.push(err94);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err95 = { instancePath: instancePath + "/hub", schemaPath: "#/properties/hub/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err95];
                }
                else {
                    vErrors.push(err95);
                }
                errors++;
            }
        }
        if (data.secrets !== undefined) {
            let data37 = data.secrets;
            if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                for (const key11 in data37) {
                    const _errs89 = errors;
                    if (typeof key11 === "string") {
                        if (!pattern21.test(key11)) {
                            const err96 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_-]{0,62}$" }, message: "must match pattern \"" + "^[A-Za-z][A-Za-z0-9_-]{0,62}$" + "\"", propertyName: key11 };
                            if (vErrors === null) {
                                vErrors = [err96];
                            }
                            else {
                                vErrors.push(err96);
                            }
                            errors++;
                        }
                    }
                    var valid15 = _errs89 === errors;
                    if (!valid15) {
                        const err97 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/propertyNames", keyword: "propertyNames", params: { propertyName: key11 }, message: "property name must be valid" };
                        if (vErrors === null) {
                            vErrors = [err97];
                        }
                        else {
                            vErrors.push(err97);
                        }
                        errors++;
                    }
                }
                for (const key12 in data37) {
                    let data38 = data37[key12];
                    if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                        if (data38.env === undefined) {
                            const err98 = { instancePath: instancePath + "/secrets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/secrets/additionalProperties/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property '" + "env" + "'" };
                            if (vErrors === null) {
                                vErrors = [err98];
                            }
                            else {
                                vErrors.push(err98);
                            }
                            errors++;
                        }
                        for (const key13 in data38) {
                            if (!(key13 === "env")) {
                                const err99 = { instancePath: instancePath + "/secrets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/secrets/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err99];
                                }
                                else {
                                    vErrors.push(err99);
                                }
                                errors++;
                            }
                        }
                        if (data38.env !== undefined) {
                            let data39 = data38.env;
                            if (typeof data39 === "string") {
                                if (data39.length > 255) {
                                    const err100 = { instancePath: instancePath + "/secrets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/secrets/additionalProperties/properties/env/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                                    if (vErrors === null) {
                                        vErrors = [err100];
                                    }
                                    else {
                                        vErrors.push(err100);
                                    }
                                    errors++;
                                }
                                if (!pattern22.test(data39)) {
                                    const err101 = { instancePath: instancePath + "/secrets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/secrets/additionalProperties/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: "must match pattern \"" + "^[A-Za-z_][A-Za-z0-9_]*$" + "\"" };
                                    if (vErrors === null) {
                                        vErrors = [err101];
                                    }
                                    else {
                                        vErrors.push(err101);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err102 = { instancePath: instancePath + "/secrets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/secrets/additionalProperties/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err102];
                                }
                                else {
                                    vErrors.push(err102);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err103 = { instancePath: instancePath + "/secrets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/secrets/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                            vErrors = [err103];
                        }
                        else {
                            vErrors.push(err103);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err104 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                    vErrors = [err104];
                }
                else {
                    vErrors.push(err104);
                }
                errors++;
            }
        }
    }
    else {
        const err105 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
            vErrors = [err105];
        }
        else {
            vErrors.push(err105);
        }
        errors++;
    }
    validate20.errors = vErrors;
    return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const validateUsers = validate21;
const schema32 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "users.schema.json", "type": "object", "additionalProperties": false, "required": ["users"], "properties": { "users": { "type": "array", "maxItems": 20000, "items": { "type": ["string", "object"], "additionalProperties": false, "required": ["email"], "properties": { "email": { "type": "string" }, "admin": { "type": "boolean" }, "until": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } } } } } };
const pattern23 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    /*# sourceURL="users.schema.json" */ ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate21.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.users === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "users" }, message: "must have required property '" + "users" + "'" };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!(key0 === "users")) {
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
        if (data.users !== undefined) {
            let data0 = data.users;
            if (Array.isArray(data0)) {
                if (data0.length > 20000) {
                    const err2 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/maxItems", keyword: "maxItems", params: { limit: 20000 }, message: "must NOT have more than 20000 items" };
                    if (vErrors === null) {
                        vErrors = [err2];
                    }
                    else {
                        vErrors.push(err2);
                    }
                    errors++;
                }
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0];
                    if ((typeof data1 !== "string") && (!(data1 && typeof data1 == "object" && !Array.isArray(data1)))) {
                        const err3 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/type", keyword: "type", params: { type: schema32.properties.users.items.type }, message: "must be string,object" };
                        if (vErrors === null) {
                            vErrors = [err3];
                        }
                        else {
                            vErrors.push(err3);
                        }
                        errors++;
                    }
                    if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                        if (data1.email === undefined) {
                            const err4 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property '" + "email" + "'" };
                            if (vErrors === null) {
                                vErrors = [err4];
                            }
                            else {
                                vErrors.push(err4);
                            }
                            errors++;
                        }
                        for (const key1 in data1) {
                            if (!(((key1 === "email") || (key1 === "admin")) || (key1 === "until"))) {
                                const err5 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                                if (vErrors === null) {
                                    vErrors = [err5];
                                }
                                else {
                                    vErrors.push(err5);
                                }
                                errors++;
                            }
                        }
                        if (data1.email !== undefined) {
                            if (typeof data1.email !== "string") {
                                const err6 = { instancePath: instancePath + "/users/" + i0 + "/email", schemaPath: "#/properties/users/items/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                if (vErrors === null) {
                                    vErrors = [err6];
                                }
                                else {
                                    vErrors.push(err6);
                                }
                                errors++;
                            }
                        }
                        if (data1.admin !== undefined) {
                            if (typeof data1.admin !== "boolean") {
                                const err7 = { instancePath: instancePath + "/users/" + i0 + "/admin", schemaPath: "#/properties/users/items/properties/admin/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                                if (vErrors === null) {
                                    vErrors = [err7];
                                }
                                else {
                                    vErrors.push(err7);
                                }
                                errors++;
                            }
                        }
                        if (data1.until !== undefined) {
                            let data4 = data1.until;
                            if (typeof data4 === "string") {
                                if (!pattern23.test(data4)) {
                                    const err8 = { instancePath: instancePath + "/users/" + i0 + "/until", schemaPath: "#/properties/users/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: "must match pattern \"" + "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" + "\"" };
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
                                const err9 = { instancePath: instancePath + "/users/" + i0 + "/until", schemaPath: "#/properties/users/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
            }
            else {
                const err10 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
        const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
            vErrors = [err11];
        }
        else {
            vErrors.push(err11);
        }
        errors++;
    }
    validate21.errors = vErrors;
    return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

;// CONCATENATED MODULE: ./lib/src/config/words.js
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
    if (expected.includes('boolean') && typeof value === 'string' && /^(y|yes|n|no|on|off)$/i.test(value)) {
        const meant = /^(y|yes|on)$/i.test(value);
        return { message, hint: `Write ${meant}: yes, no, on and off are plain words in YAML 1.2.` };
    }
    return { message };
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
        const fact = FACTS[kind][pattern] ?? {};
        handler({ kind, path, pattern, value: at(tree, path), fact, locate, report, params: error.params });
    }
}
const HANDLERS = {
    additionalProperties: unknownKey,
    required: missingKey,
    type: wrongType,
    const: wrongValue,
    enum: wrongValue,
    pattern: ({ path, value, fact, locate, report }) => report(locate(path), 'wrong-form', `${quoted(value?.value)} does not have the right form.`, {
        hint: withExample(fact),
    }),
    propertyNames: ({ path, fact, params, locate, report }) => {
        const name = String(params.propertyName);
        report(locate([...path, name], 'key'), 'wrong-form', `${quoted(name)} does not have the right form.`, {
            hint: fact.pattern,
        });
    },
    minLength: (subject) => wrongLength(subject, 'at least', 'characters'),
    maxLength: (subject) => wrongLength(subject, 'at most', 'characters'),
    minItems: (subject) => wrongLength(subject, 'at least', 'entries'),
    maxItems: (subject) => wrongLength(subject, 'at most', 'entries'),
};
/** Path with `*` for indexes and free names, as the tables spell it. */
function patternOf(kind, path) {
    let pattern = '';
    for (const step of path) {
        const [named, free] = [String(step), '*'].map((name) => (pattern === '' ? name : `${pattern}.${name}`));
        const isFree = named === undefined || !(named in FACTS[kind]);
        pattern = (isFree && free !== undefined && free in FACTS[kind] ? free : named) ?? '';
    }
    return pattern;
}
function isRefused(kind, pattern, key) {
    const keys = NOT_SUPPORTED_YET[kind].keys;
    return keys.includes(pattern === '' ? key : `${pattern}.${key}`);
}
function refusedValue({ kind, pattern, value }) {
    const values = NOT_SUPPORTED_YET[kind].values;
    if (kind === 'jupyterhub' && pattern === 'users.*')
        return value?.entries !== undefined;
    if (kind === 'jupyterhub' && pattern === 'users' && value?.entries !== undefined)
        return true;
    return typeof value?.value === 'string' && (values[pattern] ?? []).includes(value.value);
}
function notSupported({ path, locate, report }, what, part) {
    report(locate(path, part), 'not-supported-yet', `${what} is not supported yet.`, {
        hint: 'Remove it; a later version brings it.',
    });
}
function unknownKey(subject) {
    const { kind, path, pattern, fact, params, locate, report } = subject;
    const key = String(params.additionalProperty);
    const place = locate([...path, key], 'key');
    if (isRefused(kind, pattern, key)) {
        notSupported({ ...subject, path: [...path, key] }, `"${dotted([...path, key])}"`, 'key');
        return;
    }
    const guess = didYouMean(key, [...(fact.keys ?? []), ...refusedKeys(kind, pattern)]);
    const home = guess === '' ? parentOf(kind, key) : undefined;
    const known = `Known here: ${(fact.keys ?? []).join(', ')}.`;
    const hint = guess !== '' ? undefined : home === undefined ? known : `It belongs under "${home}".`;
    report(place, 'unknown-key', `${quoted(key)} is not known here.${guess}`, { hint });
}
/** `profiles[].gpu`: the key as the reference names it. */
function dotted(path) {
    return path.reduce((text, step) => (/^\d+$/.test(String(step)) ? `${text}[]` : `${text}${text && '.'}${step}`), '');
}
function refusedKeys(kind, pattern) {
    const start = pattern === '' ? '' : `${pattern}.`;
    const keys = NOT_SUPPORTED_YET[kind].keys;
    return keys
        .filter((key) => key.startsWith(start))
        .map((key) => key.slice(start.length))
        .filter((key) => !key.includes('.'));
}
/** Where a key that stands in the wrong place belongs. */
function parentOf(kind, key) {
    const paths = [...Object.keys(FACTS[kind]), ...NOT_SUPPORTED_YET[kind].keys];
    const homes = paths.filter((path) => path.endsWith(`.${key}`)).map((path) => path.slice(0, -key.length - 1));
    return homes.length === 1 ? homes[0]?.replace('secrets.*', 'secrets.<NAME>').replaceAll('.*', '[]') : undefined;
}
function missingKey({ kind, path, pattern, value, fact, params, locate, report }) {
    const missing = String(params.missingProperty);
    const written = [...(value?.entries?.keys() ?? [])];
    // A key that is misspelt, or that another version would take instead, has its own finding.
    const others = written.filter((key) => !fact.keys?.includes(key));
    if (others.some((key) => isRefused(kind, pattern, key) || suggest(key, fact.keys ?? []) === missing))
        return;
    const whole = pattern === '' ? missing : `${pattern}.${missing}`;
    const example = FACTS[kind][whole]?.example;
    report(locate(path), 'missing-key', `${quoted(missing)} is missing${pattern === '' ? '' : ' here'}.`, {
        hint: example === undefined ? undefined : `Add, for example: ${missing}: ${flow(example)}`,
        absent: pattern === '',
    });
}
function wrongType(subject) {
    const { path, value, fact, params, locate, report } = subject;
    if (refusedValue(subject)) {
        notSupported(subject, value?.entries === undefined ? quoted(value?.value) : 'Anything but paths of YAML files', 'value');
        return;
    }
    if (subject.pattern === 'secrets.*' && typeof value?.value === 'string') {
        report(locate(path), 'literal-secret', `${quoted(String(path.at(-1)))} takes a mapping (key: value), not a text.`, {
            severity: 'error',
            hint: 'Never write the secret itself into this file, but where it comes from, such as {env: LMS_TOKEN}.',
        });
        return;
    }
    const expected = [params.type].flat().map(String);
    const { message, hint } = typeMessage(path, value, expected);
    report(locate(path), 'wrong-type', message, {
        hint: hint === undefined ? withExample(fact) : [hint, fact.pattern].filter(Boolean).join(' '),
    });
}
function wrongValue(subject) {
    const { path, value, params, locate, report } = subject;
    if (refusedValue(subject)) {
        notSupported(subject, quoted(value?.value), 'value');
        return;
    }
    // A wrong type has its own finding.
    if (typeof value?.value !== 'string')
        return;
    const allowed = [params.allowedValues ?? params.allowedValue].flat().map(String);
    report(locate(path), 'wrong-value', `${quoted(value.value)} is not known here.${didYouMean(value.value, allowed)}`, {
        hint: `Known: ${allowed.join(', ')}.`,
    });
}
function wrongLength({ path, params, locate, report }, bound, unit) {
    const name = quoted(String(path.at(-1)));
    const count = params.limit === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit;
    report(locate(path), 'wrong-length', `${name} takes ${bound} ${String(params.limit)} ${count}.`);
}
function withExample(fact) {
    const example = fact.example === undefined ? '' : `For example: ${flow(fact.example)}`;
    return [fact.pattern, example].filter((part) => part !== undefined && part !== '').join(' ') || undefined;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
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
            return { start, end, ...NOTHING };
        }
        if (aliased > MAX_VALUES)
            return { start, end, ...NOTHING };
        aliased += target.size;
        if (aliased > MAX_VALUES) {
            report(place(start, end), 'yaml-alias', `Written out, the aliases make more than ${MAX_VALUES} values.`, {
                hint: 'Write values out where you need them.',
            });
            return { start, end, ...NOTHING };
        }
        return target;
    };
    const scalar = (node, start, end) => {
        const value = (0,dist/* isScalar */.jn)(node) ? node.value : null;
        const written = (0,dist/* isScalar */.jn)(node) && typeof node.source === 'string' ? node.source : undefined;
        const base = { start, end, size: 1, height: 0, ...(written === undefined ? {} : { written }) };
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
        return branch({ start, end, items, value: items.map((item) => item.value) }, items);
    };
    const mapping = (pairs, start, end) => {
        const entries = new Map();
        const value = {};
        for (const { key, value: node } of pairs) {
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
            const [keyStart, keyEnd] = key.range;
            const here = place(keyStart, keyEnd);
            const tree = node === null ? { start: keyEnd, end: keyEnd, ...NOTHING } : build(node);
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
        return branch({ start, end, entries, value }, [...entries.values()].map((entry) => entry.tree));
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
    const { place, report, diagnostics } = reporter(file.path, text);
    const result = (tree) => ({ tree, diagnostics, place });
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

;// CONCATENATED MODULE: ./lib/src/access/email.js

const PUBLIC = /^(allUsers|allAuthenticatedUsers)$/i;
const PREFIX = /^(user|group|serviceAccount|domain|deleted|principal|principalSet|projectOwner|projectEditor|projectViewer):/i;
const EXAMPLE = 'Write the address of a Google account, such as ada@acme.dev.';
// Braces, slash, percent and backquote mean something in KubeSpawner templates, paths or addresses; no Google account has them.
const LOCAL = /^[a-z0-9_'&~+=-]+(\.[a-z0-9_'&~+=-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i;
/** What is wrong with an e-mail address as it stands in a users file; undefined when it is one. */
function emailFault(text) {
    const prefix = PREFIX.exec(text)?.[1]?.toLowerCase();
    if (PUBLIC.test(text.trim()) || prefix === 'deleted') {
        return { rule: 'public-access', message: `${quoted(text)} is never let in.`, hint: 'List the people one by one.' };
    }
    const wrong = (message, hint = EXAMPLE) => ({ rule: 'person-form', message, hint });
    if (prefix !== undefined) {
        return wrong(`${quoted(text)} is not written as a plain address.`, `Write it without "${prefix}:"; only people can be listed.`);
    }
    if (/\s/.test(text))
        return wrong(`${quoted(text)} has a space in it.`);
    // A Cyrillic "а" looks like the Latin one and is another person.
    const foreign = [...text].find((character) => !/^[\x21-\x7e]$/.test(character));
    if (foreign !== undefined) {
        const code = (foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        return wrong(`${quoted(text)} has the character U+${code}, which is not plain ASCII.`, 'Type the address again; letters that look alike are other letters.');
    }
    const [local = '', domain = '', ...more] = text.split('@');
    if (local === '' || domain === '' || more.length > 0)
        return wrong(`${quoted(text)} is not an e-mail address.`);
    if (text.length > 254 || local.length > 64 || domain.split('.').some((label) => label.length > 63)) {
        return wrong(`${quoted(text)} is too long for an e-mail address.`);
    }
    if (!LOCAL.test(local) || !DOMAIN.test(domain))
        return wrong(`${quoted(text)} is not an e-mail address that a Google account can have.`);
    if (/\.gserviceaccount\.com$/i.test(domain)) {
        return { rule: 'not-supported-yet', message: 'Service accounts are not supported yet.', hint: 'List people only.' };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/access/users.js








/** Reads and checks users files. Never throws, whatever the text. */
function loadUsers(files, now = new Date()) {
    const listed = new Map();
    const diagnostics = [];
    for (const file of files)
        diagnostics.push(...readFile(file, listed, now));
    const people = [...listed.values()].map(({ person }) => person).sort((a, b) => (a.email < b.email ? -1 : 1));
    const [first] = files;
    if (first !== undefined && diagnostics.every(({ severity }) => severity !== 'error')) {
        const report = collector(diagnostics);
        const start = { file: first.path, line: 1, column: 1, length: 1 };
        if (people.length === 0) {
            report(start, 'no-people', 'Nobody is listed: nobody could enter.', {
                hint: 'List at least one person under users.',
                absent: true,
            });
        }
        else if (!people.some(({ admin }) => admin)) {
            report(start, 'no-admin', 'Nobody is an administrator of the hub.', {
                hint: 'Give one person admin: true.',
                absent: true,
            });
        }
    }
    return { people, diagnostics };
}
function readFile(file, listed, now) {
    const { tree, place, diagnostics } = parseSource(file);
    if (tree === undefined)
        return orderFindings(diagnostics);
    const locate = locator(tree, place);
    const found = [];
    const report = collector(found);
    checkSchema('users', tree, locate, report);
    for (const [index, entry] of (at(tree, ['users'])?.items ?? []).entries()) {
        const path = entry.entries === undefined ? ['users', index] : ['users', index, 'email'];
        const written = at(tree, path)?.value;
        if (typeof written !== 'string')
            continue;
        const location = locate(path);
        const fault = emailFault(written);
        if (fault !== undefined) {
            report(location, fault.rule, fault.message, { hint: fault.hint });
            continue;
        }
        const untilPath = ['users', index, 'until'];
        const until = end(at(tree, untilPath)?.value, locate(untilPath), report, now);
        const email = written.toLowerCase();
        const admin = at(tree, ['users', index, 'admin'])?.value === true;
        const person = { email, admin, until, source: `${file.path}:${location.line}` };
        add(listed, { person, location, written }, report);
    }
    return orderFindings(withoutEchoes(diagnostics, found));
}
function end(value, location, report, now) {
    // Other forms have a finding of the schema already.
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
        return undefined;
    const until = dayAfter(value);
    if (until === undefined) {
        report(location, 'wrong-date', `${quoted(value)} is not in the calendar.`, {
            hint: 'Write a day as YYYY-MM-DD, up to 9998.',
        });
    }
    else if (Date.parse(until) <= now.getTime()) {
        report(location, 'expired', `The last day of access has passed; the hub refuses this person.`, {
            hint: 'Remove the entry, or set a later day.',
        });
    }
    return until;
}
function add(listed, entry, report) {
    const first = listed.get(entry.person.email);
    if (first === undefined) {
        listed.set(entry.person.email, entry);
        return;
    }
    const spelling = first.written === entry.written ? '' : `, as ${quoted(first.written)}`;
    report(entry.location, 'duplicate-person', `${quoted(entry.written)} is already listed at ${first.person.source}${spelling}.`, {
        hint: 'Keep one entry for each person.',
    });
}

// EXTERNAL MODULE: ./lib/src/versions.js
var versions = __webpack_require__(97160);
;// CONCATENATED MODULE: ./lib/src/config/build.js


const CPU = { guarantee: '1', limit: '2' };
const MEMORY = { guarantee: '4Gi', limit: '4Gi' };
/** Fills in the defaults of a file that passed all checks, makes its paths absolute and freezes the result. */
function buildConfig(file, baseDir) {
    const home = file.storage?.home;
    const chart = file.hub?.chart;
    const path = chart?.path;
    const config = {
        name: file.name,
        project: file.project,
        location: file.location,
        state: { bucket: file.state.bucket },
        users: [file.users].flat(),
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
                path: path === undefined ? path : (0,external_node_path_.resolve)(baseDir, path),
                sha256: chart?.sha256,
            },
            values: (file.hub?.values ?? {}),
        },
        secrets: Object.fromEntries(Object.entries(file.secrets ?? {}).map(([name, { env }]) => [name, { env }])),
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

// EXTERNAL MODULE: ./lib/src/config/quantity.js
var quantity = __webpack_require__(96487);
;// CONCATENATED MODULE: ./lib/src/config/profile-rules.js



/** Bounds of one server: what is outside them is a missing or wrong unit. */
const BOUNDS = {
    cpu: { least: 0.01, most: 1024, words: 'between 10m and 1024 cores', unit: '0.5, 2 or 500m' },
    memory: { least: 64 * 2 ** 20, most: 32 * 2 ** 40, words: 'between 64Mi and 32Ti', unit: '512Mi or 4Gi' },
};
/** Rules of profiles[]: names, defaults, quantities. */
function profileRules(context) {
    const { tree, text, locate, report } = context;
    const count = at(tree, ['profiles'])?.items?.length ?? 0;
    const names = new Map();
    let chosen;
    for (let index = 0; index < count; index += 1) {
        const name = text(['profiles', index, 'name']);
        const path = ['profiles', index, 'name'];
        const first = name === undefined ? undefined : names.get(name);
        if (name !== undefined && first !== undefined) {
            const { line } = locate(['profiles', first, 'name']);
            report(locate(path), 'duplicate-profile', `A profile ${quoted(name)} is already in line ${line}.`, {
                hint: 'Give it another name.',
            });
        }
        else if (name !== undefined) {
            names.set(name, index);
        }
        if (at(tree, ['profiles', index, 'default'])?.value === true) {
            if (chosen !== undefined) {
                const { line } = locate(['profiles', chosen, 'default']);
                report(locate(['profiles', index, 'default']), 'profile-default', `The profile in line ${line} is the default already.`, {
                    hint: 'Only one profile can be the default.',
                });
            }
            chosen ??= index;
        }
        profile_rules_range(context, ['profiles', index], 'cpu');
        profile_rules_range(context, ['profiles', index], 'memory');
    }
}
function profile_rules_range({ tree, locate, report }, profile, kind) {
    const path = [...profile, kind];
    const { least, most, words, unit } = BOUNDS[kind];
    const check = (where) => {
        const amount = (0,quantity/* quantity */.a)(at(tree, where)?.value);
        if (amount !== undefined && (amount < least || amount > most)) {
            report(locate(where), 'quantity-size', `${quoted(at(tree, where)?.value)} is not ${words}.`, {
                hint: `Is the unit right? For example: ${unit}.`,
            });
        }
        return amount;
    };
    if (at(tree, path)?.entries === undefined) {
        check(path);
        return;
    }
    const guarantee = check([...path, 'guarantee']);
    const limit = check([...path, 'limit']);
    if (guarantee !== undefined && limit !== undefined && guarantee > limit) {
        const values = [at(tree, [...path, 'guarantee']), at(tree, [...path, 'limit'])].map((part) => String(part?.value));
        report(locate([...path, 'guarantee']), 'quantity-order', `The guarantee ${values[0]} is over the limit ${values[1]}.`, {
            hint: 'A server cannot be sure of more than it may use.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/rule-context.js

/** Chart releases that this product was tested with; the table of the chart's names is of these. */
const TESTED_CHARTS = [versions/* DEFAULT_CHART_VERSION */.qD];

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

;// CONCATENATED MODULE: ./lib/src/config/z2jh-sections.js
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

;// CONCATENATED MODULE: ./lib/src/config/value-rules.js







const ROOT = ['hub', 'values'];
const SECRET_KEY = /(password|passwd|secret|token|api_?key|private_?key)$/i;
/** Rules of hub.values and secrets: names the chart knows, keys that are ours, references to secrets, code. */
function valueRules(context) {
    const values = at(context.tree, ROOT);
    const used = new Set();
    if (values?.entries !== undefined)
        visit(context, values, [], used);
    const secrets = at(context.tree, ['secrets']);
    for (const name of secrets?.entries?.keys() ?? []) {
        if (used.has(name))
            continue;
        context.report(context.locate(['secrets', name], 'key'), 'unused-secret', `Nothing uses the secret ${quoted(name)}.`, {
            hint: `Use it in hub.values as {secretRef: ${name}}, or remove it.`,
        });
    }
}
function visit(context, tree, path, used) {
    for (const [index, item] of (tree.items ?? []).entries()) {
        const here = [...path, index];
        if (!owned(context, here, item))
            visit(context, item, here, used);
    }
    if (tree.entries === undefined)
        return;
    if (tree.entries.has('secretRef')) {
        secretRef(context, tree, path, used);
        return;
    }
    for (const [key, { tree: child }] of tree.entries) {
        const here = [...path, key];
        if (!known(context, path, key) || owned(context, here, child))
            continue;
        code(context, here);
        literalSecret(context, here, child);
        visit(context, child, here, used);
    }
}
function secretRef({ tree, locate, report }, reference, path, used) {
    const name = reference.entries?.get('secretRef')?.tree.value;
    const where = [...ROOT, ...path, 'secretRef'];
    if (typeof name !== 'string' || reference.entries?.size !== 1) {
        report(locate(where, 'key'), 'secret-ref-form', 'A reference to a secret is exactly {secretRef: NAME}.', {
            hint: 'Remove the other keys, or call the key something else.',
        });
        return;
    }
    used.add(name);
    const names = [...(at(tree, ['secrets'])?.entries?.keys() ?? [])];
    if (names.includes(name))
        return;
    const guess = suggest(name, names);
    report(locate(where), 'unknown-secret', `No secret ${quoted(name)} is listed.${guess ? ` Did you mean "${guess}"?` : ''}`, {
        hint: `Add it: secrets: {${name}: {env: ${name}}}`,
    });
}
function known({ text, locate, report }, path, key) {
    const names = SECTIONS[path.join('.')]?.split(' ');
    if (names === undefined || names.includes(key))
        return true;
    const version = text(['hub', 'chart', 'version']) ?? versions/* DEFAULT_CHART_VERSION */.qD;
    const tested = TESTED_CHARTS.includes(version);
    const section = path.length === 0 ? 'The chart' : `"${path.join('.')}"`;
    const guess = suggest(key, names);
    report(locate([...ROOT, ...path, key], 'key'), 'unknown-value', `${section} has no ${quoted(key)}.${guess === undefined ? '' : ` Did you mean "${guess}"?`}`, 
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
    report(locate([...ROOT, ...path], 'key'), 'owned-value', `hub.values.${path.join('.')} ${owner.why}.`, {
        hint: owner.instead,
    });
    return true;
}
function code({ locate, report }, path) {
    const [section, kind] = path;
    const isCode = path.length === 3 && ((section === 'hub' && kind === 'extraConfig') || kind === 'extraFiles');
    if (!isCode)
        return;
    const where = section === 'hub' ? 'in the hub, with its rights' : 'in notebook servers';
    report(locate([...ROOT, ...path], 'key'), 'code', `hub.values.${path.join('.')} can be code that runs ${where}.`);
}
function literalSecret({ locate, report }, path, value) {
    const key = String(path.at(-1));
    if (typeof value.value !== 'string' || value.value === '' || !SECRET_KEY.test(key))
        return;
    // Names of Kubernetes Secrets are no secrets.
    if (key === 'existingSecret')
        return;
    report(locate([...ROOT, ...path]), 'literal-secret', `${quoted(key)} looks like a secret in plain text.`, {
        hint: 'List it under secrets and write {secretRef: NAME} here.',
    });
}

;// CONCATENATED MODULE: ./lib/src/config/rules.js






/** Checks all that a schema cannot say. */
function checkRules(tree, locate, report) {
    const text = (path) => {
        const value = at(tree, path)?.value;
        return typeof value === 'string' ? value : undefined;
    };
    const context = { tree, locate, report, text };
    for (const rule of [nameRules, placeRules, bucketRules, usersRules, domainRules, homeRules, chartRules])
        rule(context);
    profileRules(context);
    valueRules(context);
}
function nameRules({ text, locate, report }) {
    const name = text(['name']);
    if (name === undefined)
        return;
    // "default" is the network that every new project has.
    if (name === 'default' || name.startsWith('goog')) {
        report(locate(['name']), 'reserved-name', `${quoted(name)} belongs to Google Cloud.`, {
            hint: 'Choose another name.',
        });
    }
}
function placeRules({ text, locate, report }) {
    const [, region] = /^([a-z]+(?:-[a-z]+)+[0-9]{1,2})-[a-z]$/.exec(text(['location']) ?? '') ?? [];
    if (region === undefined)
        return;
    report(locate(['location']), 'zone-on-autopilot', `${quoted(text(['location']))} is a zone, and Autopilot clusters are regional.`, {
        hint: `Write location: ${region}`,
    });
}
// Rules of https://cloud.google.com/storage/docs/buckets#naming beyond the letters, which the schema checks.
function bucketRules({ text, locate, report }) {
    const bucket = text(['state', 'bucket']);
    if (bucket === undefined)
        return;
    const fail = (why) => report(locate(['state', 'bucket']), 'bucket-name', `${quoted(bucket)} ${why}.`, {
        hint: 'Choose another bucket name.',
    });
    if (/^goog|g[o0]{2}g[l1]e/.test(bucket))
        fail('holds the name Google or starts with "goog"');
    else if (/^[0-9]+(\.[0-9]+){3}$/.test(bucket))
        fail('looks like an IP address');
    else if (bucket.split('.').some((part) => part.length > 63))
        fail('has a part of more than 63 characters');
    else if (/\.\.|\.-|-\./.test(bucket))
        fail('has a dot beside a dot or hyphen');
}
/** Paths of users files as the file has them, with the place of each. */
function usersPaths(tree) {
    const users = at(tree, ['users']);
    if (typeof users?.value === 'string')
        return [{ path: users.value, at: ['users'] }];
    return (users?.items ?? []).flatMap((item, index) => typeof item.value === 'string' ? [{ path: item.value, at: ['users', index] }] : []);
}
function usersRules({ tree, locate, report }) {
    const seen = new Set();
    for (const { path, at: where } of usersPaths(tree)) {
        if (/[*?[\]{}]/.test(path)) {
            report(locate(where), 'not-supported-yet', `Patterns such as ${quoted(path)} are not supported yet.`, {
                hint: 'List the files one by one.',
            });
        }
        else if (/\.csv$/i.test(path)) {
            report(locate(where), 'not-supported-yet', 'Users files in CSV are not supported yet.', { hint: 'Use YAML.' });
        }
        else if (/^([/\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path)) {
            report(locate(where), 'path-outside', `${quoted(path)} is not a path relative to this file.`, {
                hint: 'Write a relative path of the repository, such as users.yaml.',
            });
        }
        const plain = path.replace(/^(\.\/+)+/, '').replace(/\/(\.?\/)+/g, '/');
        if (seen.has(plain))
            report(locate(where), 'duplicate-file', `${quoted(path)} is listed twice.`, { hint: 'Remove one.' });
        seen.add(plain);
    }
}
function domainRules({ tree, locate, report }) {
    if (at(tree, ['access', 'domain']) !== undefined)
        return;
    const where = at(tree, ['access']) === undefined ? locate(['users'], 'key') : locate(['access'], 'key');
    report(where, 'trial-domain', 'No access.domain: the hub will answer at <reserved ip>.sslip.io, which suits a trial only.', { absent: true });
}
function homeRules({ tree, locate, report }) {
    const path = ['storage', 'home', 'size'];
    const bytes = (0,quantity/* quantity */.a)(at(tree, path)?.value);
    if (bytes === undefined || (bytes >= 2 ** 30 && bytes <= 64 * 2 ** 40))
        return;
    report(locate(path), 'quantity-size', 'A home has between 1Gi and 64Ti.', {
        hint: 'Is the unit missing? For example: 10Gi.',
    });
}
function chartRules({ tree, text, locate, report }) {
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
    const both = at(tree, ['hub', 'chart', 'repository']) !== undefined && path !== undefined;
    if (both) {
        report(locate(['hub', 'chart', 'repository'], 'key'), 'no-effect', 'hub.chart.path wins over the repository.', {
            hint: 'Remove one of the two.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/config/load.js







/**
 * Reads, checks and completes `jupyterhub.yaml`. Never throws, whatever the text.
 * @param baseDir absolute folder of the file; relative paths in it start there
 */
function loadConfig(file, baseDir) {
    const { tree, place, diagnostics } = parseSource(file);
    if (tree === undefined) {
        return { config: undefined, diagnostics: orderFindings(diagnostics), locate: () => place(0, 1), users: [] };
    }
    const locate = locator(tree, place);
    const fromSchema = [];
    checkSchema('jupyterhub', tree, locate, collector(fromSchema));
    const fromRules = [];
    if (at(tree, [])?.entries !== undefined)
        checkRules(tree, locate, collector(fromRules));
    const all = orderFindings(withoutEchoes(diagnostics, fromSchema, fromRules));
    const sound = all.every((one) => one.severity !== 'error');
    return {
        config: sound ? buildConfig(tree.value, baseDir) : undefined,
        diagnostics: all,
        locate,
        users: usersPaths(tree).filter(({ at: where }) => {
            const { line, column } = locate(where);
            return !all.some((one) => one.severity === 'error' && one.line === line && one.column === column);
        }),
    };
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(75770);
// EXTERNAL MODULE: ./lib/src/report/findings.js
var findings = __webpack_require__(36192);
;// CONCATENATED MODULE: ./lib/src/commands/read-input.js








/** The files are wrong: carries the findings, so that whoever prints it can put them on their lines. */
class InputError extends errors/* ConfigurationError */.j1 {
    diagnostics;
    constructor(checked) {
        const count = (0,findings/* countText */.lT)({ ...(0,findings/* countFindings */.Gt)(checked.diagnostics), warning: 0, note: 0 });
        const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
        super(`${count} in the files\n\n${(0,findings/* findingBlocks */.Y1)({ ...checked, diagnostics: errors })}\n`);
        this.diagnostics = checked.diagnostics;
    }
}
/** Reads jupyterhub.yaml and the users files and annotates what is found; throws InputError when they have errors. */
async function readInput(context) {
    const checked = await checkInput(context);
    context.annotate(checked.diagnostics);
    if (checked.input === undefined)
        throw new InputError(checked);
    if (checked.diagnostics.length > 0)
        context.say((0,findings/* findingBlocks */.Y1)(checked));
    return checked.input;
}
/** Reads and checks all files, and finds as much as can be found at once. */
async function checkInput({ configPath, cwd, }) {
    const sources = new Map();
    const own = [];
    const report = collector(own);
    const file = (0,external_node_path_.resolve)(cwd, configPath);
    const read = await readText(file);
    if (typeof read !== 'string') {
        const place = { file: configPath, line: read.line ?? 1, column: 1, length: 1 };
        const hint = read.rule === 'file-missing' ? 'Name the file with --config FILE.' : read.hint;
        report(place, read.rule, read.message, { hint, absent: true });
        return { input: undefined, diagnostics: own, sources };
    }
    sources.set(configPath, read);
    const baseDir = (0,external_node_path_.dirname)(file);
    const loaded = loadConfig({ path: configPath, text: read }, baseDir);
    const usersFiles = [];
    const root = await repositoryRoot(baseDir);
    for (const { path, at } of loaded.users) {
        const place = loaded.locate(at);
        const absolute = (0,external_node_path_.resolve)(baseDir, path);
        if (!(await isInside(root, absolute))) {
            report(place, 'path-outside', `"${path}" leads out of the repository.`, {
                hint: 'Keep the users files in the repository.',
            });
            continue;
        }
        const text = await readText(absolute);
        const shown = (0,external_node_path_.join)((0,external_node_path_.dirname)(configPath), path);
        if (typeof text === 'string') {
            sources.set(shown, text);
            usersFiles.push({ path: shown, text });
        }
        else if (text.line === undefined) {
            report(place, text.rule, `"${path}": ${text.message}`, { hint: text.hint });
        }
        else {
            report({ file: shown, line: text.line, column: 1, length: 1 }, text.rule, text.message, {
                hint: text.hint,
                absent: true,
            });
        }
    }
    const { people, diagnostics: ofUsers } = loadUsers(usersFiles);
    const ofConfig = [...loaded.diagnostics, ...own.filter((one) => one.file === configPath)];
    ofConfig.sort((a, b) => a.line - b.line || a.column - b.column);
    const diagnostics = [...ofConfig, ...own.filter((one) => one.file !== configPath), ...ofUsers];
    const { config, locate } = loaded;
    const sound = config !== undefined && (0,findings/* countFindings */.Gt)(diagnostics).error === 0;
    return { input: sound ? { config, people, diagnostics, locate } : undefined, diagnostics, sources };
}
/** Text of a file, or why there is none. */
async function readText(path) {
    try {
        const { size, ...kind } = await (0,promises_.stat)(path).then((it) => ({ size: it.size, isFile: it.isFile() }));
        // A pipe or device would never end.
        if (!kind.isFile)
            return { rule: 'file-missing', message: 'This is not a file.', hint: 'Name a file.' };
        if (size > 4 * MAX_LENGTH) {
            return {
                rule: 'too-large',
                message: `The file has ${size} bytes; the limit is ${MAX_LENGTH} characters.`,
                hint: 'Split it.',
            };
        }
        return decode(await (0,promises_.readFile)(path));
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
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
/** The folder of the repository: the nearest one above that holds .git, or the folder itself where there is none. */
async function repositoryRoot(folder) {
    for (let here = folder;; here = (0,external_node_path_.dirname)(here)) {
        if (await exists((0,external_node_path_.join)(here, '.git')))
            return here;
        if (here === (0,external_node_path_.dirname)(here))
            return folder;
    }
}
async function exists(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}
/** Whether a path stays in a folder, links followed; a file that is not there counts by its name. */
async function isInside(root, path) {
    const real = async (name) => (0,promises_.realpath)(name).catch(() => name);
    const [folder, file] = (await exists(path)) ? [await real(root), await real(path)] : [root, path];
    return file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
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

/***/ 36192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ findingsDocument),
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Y1: () => (/* binding */ findingBlocks),
/* harmony export */   _g: () => (/* binding */ findingsText),
/* harmony export */   lT: () => (/* binding */ countText)
/* harmony export */ });
/* unused harmony exports findingLine, documentation */
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