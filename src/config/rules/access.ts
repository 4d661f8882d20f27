import { quantity } from '../quantity.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { amounts } from './platform/pools.js';

/** Rules of access, limits and Ray that need no users file. */
export function accessRules(context: RuleContext): void {
  domainRules(context);
  subdomainRules(context);
  entryRules(context);
  limitRules(context);
  rayRules(context);
}

function domainRules({ has, locate, report }: RuleContext): void {
  if (has(['access', 'domain'])) return;
  const where = has(['access']) ? locate(['access'], 'key') : locate(['users'], 'key');
  report(
    where,
    'trial-domain',
    'No access.domain: the hub will answer at <reserved ip>.sslip.io, which suits a trial only.',
    {
      absent: true,
    },
  );
  if (has(['access', 'dns'])) {
    report(locate(['access', 'dns'], 'key'), 'needs-key', 'access.dns needs access.domain, which is missing.', {
      hint: 'Add, for example: domain: hub.acme.dev',
    });
  }
}

/** Domains whose names lead to the address in them. Their owners alone could get a certificate for all names below one. */
const TRIAL_DOMAINS = ['sslip.io', 'nip.io', 'xip.io', 'traefik.me', 'localtest.me', 'lvh.me'];

function subdomainRules({ tree, has, text, locate, report }: RuleContext): void {
  const path: Path = ['access', 'subdomains'];
  const certificate: Path = ['access', 'certificate'];
  if (treeAt(tree, path)?.value !== true) {
    if (!has(certificate)) return;
    report(locate(certificate, 'key'), 'no-effect', 'access.certificate has no effect without access.subdomains.', {
      hint: 'Add subdomains: true, or remove it: Google makes the certificate of the domain.',
    });
    return;
  }
  for (const [key, example] of [
    ['domain', 'hub.acme.dev'],
    ['certificate', 'hub-acme-dev-2027'],
  ] as const) {
    if (has(['access', key])) continue;
    report(locate(path, 'key'), 'needs-key', `access.subdomains needs access.${key}, which is missing.`, {
      hint: `Add, for example: ${key}: ${example}`,
    });
  }
  const domain = text(['access', 'domain']) ?? '';
  const trial = TRIAL_DOMAINS.find((one) => domain === one || domain.endsWith(`.${one}`));
  if (trial === undefined) return;
  report(
    locate(['access', 'domain']),
    'subdomains-of-trial-domain',
    `Nobody but the owner of ${trial} can get a certificate for all names below ${quoted(domain)}.`,
    { hint: 'Use a domain of your own, or remove subdomains.' },
  );
}

function entryRules({ has, keys, locate, report }: RuleContext): void {
  const path: Path = ['access', 'entry'];
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
    if (!has(['secrets', name, 'env']) || !has(['secrets', name, 'secretManager'])) continue;
    report(
      locate(['secrets', name, 'secretManager'], 'key'),
      'exclusive-keys',
      '"secretManager" and "env" are mutually exclusive.',
      {
        hint: 'Keep one of the two.',
      },
    );
  }
}

/** A profile with more GPUs than all servers together may have could never start. */
function gpuLimitRule({ number, text, count, locate, report, has }: RuleContext): void {
  const most = number(['limits', 'gpus']);
  if (most === undefined) return;
  const warm = new Set(Array.from({ length: count(['warm']) }, (_, index) => text(['warm', index, 'profile'])));
  for (let index = 0; index < count(['profiles']); index += 1) {
    const path: Path = ['profiles', index, 'gpu'];
    if (has(path) && warm.has(text(['profiles', index, 'name']))) {
      report(
        locate(['limits', 'gpus'], 'key'),
        'exclusive-keys',
        'Warm seats with GPUs count as GPUs in use, so that no server could take their place under limits.gpus.',
        { hint: 'Remove limits.gpus, or the warm seats of profiles with GPUs.' },
      );
    }
    const wanted = number([...path, 'count']) ?? number(path) ?? 1;
    if (wanted <= most || !has(path)) continue;
    report(
      locate(has([...path, 'count']) ? [...path, 'count'] : path),
      'profile-over-limit',
      `A server of the profile has ${wanted} GPUs, but limits.gpus allows ${most} for all servers together.`,
      { hint: 'Raise the limit, or lower the number of GPUs.' },
    );
  }
}

/** Memory of a server where nothing is written (src/config/profiles/build.ts). */
const DEFAULT_MEMORY = 4 * 2 ** 30;
const LEAST_MEMORY = 64 * 2 ** 20;

/** A server that alone needs more than one person may use could never start. */
function limitRules(context: RuleContext): void {
  const { tree, locate, report, count, has, keys } = context;
  gpuLimitRule(context);
  const at: Path = ['limits', 'memoryPerUser'];
  const written = treeAt(tree, at)?.value;
  const most = quantity(written);
  if (most === undefined) return;
  if (most < LEAST_MEMORY) {
    report(locate(at), 'quantity-size', `${quoted(written)} is less than the 64Mi that the smallest server needs.`, {
      hint: 'Is the unit right? For example: 32Gi. Remove the key for no limit.',
    });
    return;
  }
  if (count(['profiles']) === 0 && most < DEFAULT_MEMORY) {
    report(
      locate(at),
      'profile-over-limit',
      'Without profiles a server has 4Gi of memory, which is more than this limit.',
      {
        hint: 'Raise the limit, or add a profile with less memory.',
      },
    );
  }
  for (let index = 0; index < count(['profiles']); index += 1) {
    const profile: Path = ['profiles', index];
    const choices = keys([...profile, 'options']).flatMap((option) =>
      keys([...profile, 'options', option, 'choices']).map(
        (choice): Path => [...profile, 'options', option, 'choices', choice],
      ),
    );
    for (const part of [profile, ...choices]) {
      if (has([...part, 'memory'])) memoryRule(context, [...part, 'memory'], most);
    }
    if (has([...profile, 'memory']) || most >= DEFAULT_MEMORY) continue;
    report(
      locate([...profile, 'name']),
      'profile-over-limit',
      `The profile has the usual 4Gi of memory, which is more than limits.memoryPerUser allows (${quoted(written)}).`,
      { hint: 'Raise the limit, or give the profile less memory.' },
    );
  }
}

function memoryRule(context: RuleContext, path: Path, most: number): void {
  const { tree, locate, report } = context;
  const what = path.length === 3 ? 'profile' : 'choice';
  const { limit, guarantee } = amounts(context, path);
  if (limit === undefined && guarantee !== undefined) {
    report(
      locate(path),
      'profile-over-limit',
      `A server of the ${what} has no limit of memory, but limits.memoryPerUser has one.`,
      { hint: 'Give memory one value, or {guarantee, limit}.' },
    );
  }
  if (limit === undefined || limit <= most) return;
  report(
    locate(path),
    'profile-over-limit',
    `The ${what} needs more memory than limits.memoryPerUser allows (${quoted(treeAt(tree, ['limits', 'memoryPerUser'])?.value)}).`,
    { hint: `Raise the limit, or lower the memory of the ${what}.` },
  );
}

function rayRules({ tree, has, text, number, count, keys, locate, report }: RuleContext): void {
  if (treeAt(tree, ['ray', 'enabled'])?.value !== true) {
    const [first] = keys(['ray']).filter((key) => key !== 'enabled');
    if (first === undefined) return;
    report(
      locate(['ray', first], 'key'),
      'no-effect',
      'Ray is not enabled, so the other keys of "ray" have no effect.',
      {
        hint: 'Add enabled: true, or remove the other keys.',
      },
    );
    return;
  }
  if (!has(['ray', 'version'])) {
    report(locate(['ray'], 'key'), 'needs-key', 'Ray is enabled, but "version" is missing.', {
      hint: 'Add the Ray version of the profile images, for example: version: 2.52.0',
    });
  }
  const names = new Map<string, number>();
  for (let index = 0; index < count(['ray', 'workers']); index += 1) {
    const path: Path = ['ray', 'workers', index];
    const [least, most] = [number([...path, 'min']) ?? 0, number([...path, 'max'])];
    if (most !== undefined && least > most) {
      report(locate([...path, 'min']), 'pool-size', `"min" (${least}) is larger than "max" (${most}).`, {
        hint: 'Lower min or raise max.',
      });
    }
    const name = text([...path, 'name']);
    const first = name === undefined ? undefined : names.get(name);
    if (name !== undefined && first === undefined) names.set(name, index);
    if (first === undefined) continue;
    const { line } = locate(['ray', 'workers', first, 'name']);
    report(
      locate([...path, 'name']),
      'duplicate-profile',
      `The worker group ${quoted(name)} is already defined on line ${line}.`,
      {
        hint: 'Give it another name.',
      },
    );
  }
}
