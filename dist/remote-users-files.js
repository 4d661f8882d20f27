"use strict";
exports.id = "remote-users-files";
exports.ids = ["remote-users-files"];
exports.modules = {

/***/ "src/report/text/plan-note.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ PLAN_NOTES),
/* harmony export */   Xc: () => (/* binding */ absenceText)
/* harmony export */ });
/* unused harmony export clusterWorkText */
function clusterWorkText({ cluster, operation, started }) {
    const minute = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(started ?? '');
    return `GKE runs ${operation} on "${cluster}"${minute === null ? '' : ` since ${minute[1]} ${minute[2]} UTC`}`;
}
function absenceText(absence) {
    switch (absence.state) {
        case 'missing':
            return `"${absence.cluster}" does not exist`;
        case 'busy':
            return clusterWorkText(absence);
        case 'no-dns-endpoint':
            return `the DNS endpoint of "${absence.cluster}" is off`;
        case 'other-status':
            return `"${absence.cluster}" is ${absence.status}`;
    }
}
const PLAN_NOTES = {
    'no-cluster': ({ absence, platformFrom, version, channel, location }) => {
        const whole = `There is no cluster yet (${absenceText(absence)}): the whole hub and all of its people count as new.`;
        if (platformFrom !== undefined)
            return `${whole} The platform comes with ${platformFrom}, which goes first.`;
        if (version === undefined)
            return whole;
        return `${whole} A new cluster starts with Kubernetes ${version}, the default of the release channel ${channel} in ${location}.`;
    },
    'namespace-not-readable': ({ namespace }) => `The plan identity may read nothing in the namespace "${namespace}", as always before the first apply: the hub and all of its people count as new.`,
    'cluster-busy': (work) => `${clusterWorkText(work)}: a change of the platform waits for its end.`,
    'cluster-version-not-offered': ({ version, channel, oldest }) => `The cluster runs Kubernetes ${version}, which the release channel ${channel} no longer offers (oldest: ${oldest}): GKE upgrades it by itself.`,
    'pool-version-too-old': ({ pool, version, controlPlane, mostMinorVersions }) => `The nodes of the pool "${pool}" run Kubernetes ${version}, more than ${mostMinorVersions} minor versions behind the control plane (${controlPlane}): upgrade the pool.`,
    'acknowledgement-needs-review': ({ rule, file, line, column }) => `⚠️ ${rule} is acknowledged for the first time (${file}:${line}:${column}). Apply needs an approving review of the last commit, by somebody else with write access.`,
    'acknowledged-needlessly': ({ address }) => `${address} is acknowledged, and nothing that it holds would be lost.`,
    'certificate-pending': () => 'A new name needs its DNS record and a certificate of Google, which takes up to an hour. Until then browsers are refused.',
    'remote-users-files': ({ repository, ref, commit }) => {
        const isCommit = ref !== undefined && commit.startsWith(ref);
        const newest = isCommit ? '' : `, the newest commit of ${ref ?? 'its default branch'}`;
        return `Users files of ${repository} are read at ${commit.slice(0, 7)}${newest}.`;
    },
};


/***/ }),

/***/ "src/report/text/run-note.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ noteDocuments),
  D: () => (/* binding */ runNoteText)
});

// EXTERNAL MODULE: ./lib/src/config/text.js
var config_text = __webpack_require__("src/config/text.js");
;// CONCATENATED MODULE: ./lib/src/report/text/access-note.js

const NAMED = 5;
const NAMED_IN_GROUP = 20;
const AUDIENCES = {
    everybody: 'Everybody in the world',
    'google-accounts': 'Everybody with a Google account',
};
const ACCESS_NOTES = {
    'removes-own-identity': ({ name }) => `This change revokes the access of ${name}, the identity that runs it.`,
    'removes-google-group': ({ name }) => `The Google group ${name} loses access. How many people that concerns is not known.`,
    'removes-domain': ({ name }) => `The domain ${name} loses access. How many people that concerns is not known.`,
    'revoked-until-unlisted': ({ name }) => `Access of ${name} was revoked at once and stays revoked while a users file lists them. To grant it again, remove the line, then add it again.`,
    'public-access': ({ member, audience, outcome, role, condition }) => {
        const may = role === undefined ? 'may pass IAP' : `has ${role} on IAP`;
        const under = condition === undefined ? '' : ` under the condition "${condition}"`;
        const results = {
            removed: 'The grant is revoked.',
            'kept-additive': 'The grant stays, since access.mode is additive: remove it in the console.',
            'kept-foreign': 'The grant is not managed by this hub and is kept; check it.',
        };
        return `${AUDIENCES[audience]} ${may}${under} (${member}). ${results[outcome]}`;
    },
    'deleted-account': ({ member }) => `The account "${member}" no longer exists; its grant is removed.`,
    'unknown-to-iam': ({ members }) => `IAM does not know ${members.join(', ')}. Everybody else was granted access. Check the spelling and the kind.`,
    'foreign-grants-kept': ({ members }) => `Grants with a condition that somebody else made are kept: ${(0,config_text/* firstOf */.Ku)(members, NAMED)}. The hub admits only people whom a users file lists.`,
    'group-api-disabled': ({ group }) => `The members of ${group} are not compared yet: apply enables the Cloud Identity API first, and then adds whoever is missing.`,
    'group-unreadable': ({ group, error }) => `The members of ${group} are not compared, since the identity of this plan may not see them: ${error}. What apply changes in the group besides the people above is not shown.`,
    'group-administrators': ({ group, members }) => `Owners and managers of ${group} pass IAP and are never removed from it, though no users file lists them: ${(0,config_text/* firstOf */.Ku)(members, NAMED_IN_GROUP)}.`,
    'group-not-synced': ({ group, where, error, hint }) => `The members of the Google group ${group} were NOT synced${where === undefined ? '' : ` (${where})`}: ${error}. ${hint} The hub has its list already.`,
    'group-incomplete': ({ group, failed, forbidden }) => {
        const why = forbidden
            ? ' Google also says that a permission is missing for an account that does not exist, and for one from outside where the group takes none. Otherwise this identity is not a manager of the group.'
            : '';
        return `The Google group ${group} is NOT as the users files say: ${(0,config_text/* plural */.LS)(failed, 'member')} could not be written, everybody else was.${why} Fix the cause, then run again: only what is missing is written.`;
    },
    'group-member-failed': ({ group, member, action, error }) => `${member} could not be ${action === 'add' ? 'added to' : 'removed from'} ${group}: ${error}`,
    'more-group-members-failed': ({ count }) => `… and ${(0,config_text/* formatNumber */.ZV)(count)} more.`,
    'group-record-not-written': ({ error }) => `The note of who is in the group could not be written: ${error}. Run again. Nobody gains or loses access by it.`,
    'access-revoked': ({ name, stoppedServers, deletedTokens }) => `${name}: ${(0,config_text/* plural */.LS)(stoppedServers, 'server')} stopped, ${(0,config_text/* plural */.LS)(deletedTokens, 'token')} deleted, home kept`,
    'revocation-incomplete': ({ name, error }) => `${name}: the hub could not end everything (${error}); it tries again by itself`,
    'audit-record-missing': ({ bucket, generation, time, error }) => `Access WAS changed (generation ${generation}, ${time}), and its audit record is MISSING in gs://${bucket}: ${error}. Keep the summary of this run as the record, and fix the cause: the next run records only what it changes itself.`,
};

;// CONCATENATED MODULE: ./lib/src/report/text/homes-note.js

function ownerText(home) {
    return 'owner' in home ? home.owner : `somebody who left (${home.ownerKey})`;
}
const HOMES_NOTES = {
    'buckets-planned': ({ seconds }) => `Buckets and folders are made after access is granted, which takes about ${(0,config_text/* roughDuration */.Um)(seconds)}.`,
    'homes-labelled': ({ count }) => `${(0,config_text/* plural */.LS)(count, 'home')} of people who left: labelled with the day, kept.`,
    'homes-not-labelled': () => 'The homes of people who left are not labelled with the day: this identity gets the right with the next apply.',
    'buckets-after-apply': () => 'Buckets of people are made once apply has brought the configuration to the hub.',
    'buckets-failed': ({ identity, error, hint }) => `The buckets of people are incomplete (identity: ${identity ?? 'that of this run'}): ${error}.${hint === undefined ? '' : ` ${hint}`} Access was granted and revoked all the same. The next run goes on from here.`,
    'buckets-ready': ({ count, planned }) => `${(0,config_text/* plural */.LS)(count, 'bucket or folder', 'buckets or folders')} of people ready (${(0,config_text/* formatNumber */.ZV)(planned)} planned).`,
    'bucket-closed': (note) => `${ownerText(note)}: rights to the bucket revoked, files kept, left on ${note.day}.`,
    'bucket-lost': (note) => `${ownerText(note)}: the bucket was gone, with all files in it; an empty one was made.`,
    'bucket-failed': (note) => `The bucket of ${ownerText(note)} is incomplete: ${note.error}.`,
    'buckets-not-done': ({ count }) => `${(0,config_text/* plural */.LS)(count, 'more bucket')} not done. The next run goes on from here.`,
    'home-not-purged': ({ owner, day, purgeDay, where }) => {
        const why = day === undefined ? 'has no day of leaving yet' : `was left on ${day}, not on ${purgeDay}`;
        return `A home of ${owner} ${why}, so it is kept despite storage.purge (${where}).`;
    },
    'purge-entry-unused': ({ owner, where }) => `${owner} has no home, so the entry of storage.purge can be removed (${where}).`,
    'disk-purged': ({ owner, left }) => `The disk of ${owner}, who left on ${left}, is deleted for good.`,
    'bucket-purged': ({ owner, place, complete }) => complete
        ? `${place} of ${owner} is deleted for good.`
        : `Google deletes the files in ${place} of ${owner}, which takes about a day. A run after that deletes it.`,
    'purges-stopped': ({ count }) => `storage.purge no longer names ${(0,config_text/* plural */.LS)(count, 'home')}: the deletion of files stops. Deleted files can be restored for 30 days.`,
    'purge-incomplete': ({ error }) => `Not all buckets that storage.purge names are deleted: ${error}. The next run goes on from here.`,
};

// EXTERNAL MODULE: ./lib/src/report/text/plan-note.js
var plan_note = __webpack_require__("src/report/text/plan-note.js");
;// CONCATENATED MODULE: ./lib/src/report/text/run-note.js



const TEXTS = { ...plan_note/* PLAN_NOTES */.Se, ...ACCESS_NOTES, ...HOMES_NOTES };
function runNoteText(note) {
    return TEXTS[note.code](note);
}
function noteDocuments(notes, text) {
    return notes.map((note) => ({ ...note, message: text(note) }));
}


/***/ })

};
;