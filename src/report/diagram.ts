import type { Access, HubConfig, Profile, ResourceRange } from '../config/model.js';
import { firstOf } from '../config/text.js';
import { fence, oneLine, shortEmails } from './markdown.js';

// With more boxes nobody reads the picture.
const MOST_PROFILES = 8;

/** The hub as the configuration wants it, as a picture that GitHub draws: the way in, the servers, and what they keep. */
export function hubDiagram(config: HubConfig): string {
  const { access, storage, profiles } = config;
  const { home } = storage;
  const shown = profiles.slice(0, MOST_PROFILES).map((profile, index) => `p${index}${box(...profileLines(profile))}`);
  const rest = profiles.length - shown.length;
  const lines = [
    'flowchart LR',
    `  people${box('People')} --> address${box('Load balancer', access.domain ?? 'its own address at sslip.io')}`,
    `  address --> iap${box('Identity-Aware Proxy', entryLine(access))}`,
    '  iap --> proxy',
    `  subgraph platform${box(...platformLines(config))}`,
    `    proxy${box('Proxy')} --> hub${box('Hub')}`,
    '    proxy --> servers',
    '    hub -- starts --> servers',
    `    subgraph servers${box('Notebook servers')}`,
    ...shown.map((profile) => `      ${profile}`),
    ...(rest > 0 ? [`      more${box(`and ${rest} more`)}`] : []),
    '    end',
    '  end',
    `  servers --> home${box('Home of each person', `${home.diskType}, ${home.size}`)}`,
    ...(storage.perUserBuckets ? [`  servers --> bucket${box('Bucket or folder of each listed person')}`] : []),
  ];
  return fence(lines.join('\n'), 'mermaid');
}

function platformLines({ platform, location }: HubConfig): string[] {
  const { existing, from, name, cluster } = platform;
  const shared = from === undefined ? [] : [`shared: ${name}`];
  if (existing !== undefined) return [`GKE cluster ${existing.name} in ${existing.location}`, 'managed elsewhere'];
  return [`GKE ${cluster.mode === 'autopilot' ? 'Autopilot' : 'Standard'} in ${location}`, ...shared];
}

function entryLine({ entry }: Access): string {
  if (entry.kind === 'domain') return `accounts of ${entry.domain}`;
  if (entry.kind === 'direct') return 'each entry of the users files';
  return entry.manage ? 'one Google group, kept as the users files say' : 'one Google group';
}

function profileLines({ displayName, cpu, memory, groups }: Profile): string[] {
  const range = ({ guarantee, limit }: ResourceRange): string =>
    guarantee === limit ? limit : limit === undefined ? `at least ${guarantee}` : `${guarantee} to ${limit}`;
  return [
    displayName,
    `${range(cpu)} CPU, ${range(memory)} memory`,
    ...(groups.length === 0 ? [] : [`only ${groups.length === 1 ? 'group' : 'groups'} ${firstOf(groups, 3)}`]),
  ];
}

/**
 * A label of lines that ends where it should. Mermaid reads quotes, Markdown, HTML, entities and `%%{` in labels, so that
 * all but letters, digits and spaces is written as a number; an address of a person is not for pictures.
 */
function box(...lines: readonly string[]): string {
  const safe = lines.map((line) =>
    oneLine(shortEmails(line), 80).replace(/[^\p{L}\p{N} ]/gu, (character) => `#${character.codePointAt(0)};`),
  );
  return `["${safe.join('<br/>')}"]`;
}
