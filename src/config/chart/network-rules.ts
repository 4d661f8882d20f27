import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { entryOf, isObject, type Json, type JsonObject } from '../../json.js';

/** Ports of the hub by which it is asked for its metrics. */
const METRICS_PORTS: readonly Json[] = ['http', 8081];
/** Addresses of Google's metadata server, and a link-local address of each family. */
const CLOSED = ['169.254.169.254', '169.254.0.0', 'fe80::1', 'fd20:ce::254'];

/** What a rule of hub.values opens that must stay closed; undefined if it opens nothing such. */
export function egressFault(rule: Json): string | undefined {
  if (!isObject(rule)) return undefined;
  const targets = listOf(rule.to);
  if (targets.length === 0) return 'it opens every address, the metadata server’s too';
  const open = targets.find((target) => !isObject(target) || opensMetadata(target));
  if (open === undefined) return undefined;
  return 'it opens link-local addresses, of which one is the metadata server’s';
}

/** What an ingress rule of the hub opens beyond its metrics for named namespaces or pods. */
export function ingressFault(rule: Json): string | undefined {
  if (!isObject(rule)) return undefined;
  const sources = listOf(rule.from);
  if (sources.length === 0 || !sources.every(isNamedSource)) return 'it does not name who can connect';
  const ports = listOf(rule.ports);
  const isMetrics = (port: Json): boolean =>
    isObject(port) && METRICS_PORTS.includes(port.port ?? null) && port.endPort === undefined;
  return ports.length > 0 && ports.every(isMetrics) ? undefined : 'it opens other ports than the one with the metrics';
}

/** A rule in words: `pods with app=dask, on port 8786`. */
export function ruleWords(rule: Json, side: 'from' | 'to'): string {
  const fields = isObject(rule) ? rule : {};
  const peers = listOf(fields[side]).map(peerWords);
  const ports = listOf(fields.ports).map((port) => (isObject(port) ? portWords(port) : ''));
  const where = ports.length === 0 ? 'on every port' : `on port ${ports.join(' and ')}`;
  return `${peers.join(' and ') || 'every address'}, ${where}`;
}

function opensMetadata(target: JsonObject): boolean {
  const { ipBlock } = target;
  if (!isObject(ipBlock)) return Object.keys(target).length === 0;
  const { cidr } = ipBlock;
  if (typeof cidr !== 'string') return false;
  const except = listOf(ipBlock.except).filter((one) => typeof one === 'string');
  if (/^169\.254\./.test(cidr) && !except.some((one) => covers(one, '169.254.0.0', 16))) return true;
  return CLOSED.some((address) => {
    if (!covers(cidr, address)) return false;
    // A smaller exception leaves a part of the range open.
    const least = isIPv4(address) ? 16 : address === 'fe80::1' ? 10 : 128;
    return !except.some((one) => covers(one, address, least));
  });
}

/** True if a range has this address, and is at least as large as a range of this length. */
function covers(cidr: string, address: string, longest = 128): boolean {
  const [network = '', length = ''] = cidr.split('/');
  const bits = Number(length);
  const isSix = isIPv6(network);
  if (length === '' || !Number.isInteger(bits) || bits > (isSix ? 128 : 32) || bits > longest) return false;
  if ((!isSix && !isIPv4(network)) || isSix !== isIPv6(address)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, isSix ? 'ipv6' : 'ipv4');
  return list.check(address, isSix ? 'ipv6' : 'ipv4');
}

function isNamedSource(source: Json): boolean {
  if (!isObject(source) || source.ipBlock !== undefined) return false;
  const selectors = [source.namespaceSelector, source.podSelector].filter((selector) => selector !== undefined);
  // An empty selector stands for all. With a namespace, all of its pods may be meant.
  const [first] = selectors;
  return isObject(first) && namesSome(first);
}

/** Whether a selector names what it selects. `Exists` and the negative operators select whatever else there is. */
function namesSome(selector: JsonObject): boolean {
  const labels = isObject(selector.matchLabels) ? Object.keys(selector.matchLabels).length : 0;
  const isIn = (one: Json): boolean => isObject(one) && one.operator === 'In' && listOf(one.values).length > 0;
  return labels > 0 || listOf(selector.matchExpressions).some(isIn);
}

function hasConditions(selector: JsonObject): boolean {
  const labels = isObject(selector.matchLabels) ? Object.keys(selector.matchLabels).length : 0;
  return labels + listOf(selector.matchExpressions).length > 0;
}

function peerWords(peer: Json): string {
  if (!isObject(peer)) return 'every address';
  const { ipBlock, podSelector, namespaceSelector } = peer;
  if (isObject(ipBlock)) {
    const except = listOf(ipBlock.except).map(String);
    return `${String(ipBlock.cidr)}${except.length === 0 ? '' : ` without ${except.join(', ')}`}`;
  }
  const pods = `${isObject(podSelector) && hasConditions(podSelector) ? 'pods with ' : 'all pods'}${selectorWords(podSelector)}`;
  if (namespaceSelector === undefined) return pods;
  const named = isObject(namespaceSelector) && hasConditions(namespaceSelector);
  return `${pods} in ${named ? `namespaces with ${selectorWords(namespaceSelector)}` : 'all namespaces'}`;
}

function selectorWords(selector: Json | undefined): string {
  if (!isObject(selector)) return '';
  const labels = isObject(selector.matchLabels) ? Object.entries(selector.matchLabels) : [];
  const expressions = listOf(selector.matchExpressions).map(expressionWords);
  return [...labels.map(([key, value]) => `${key}=${String(value)}`), ...expressions].join(', ');
}

/** `app in (dask, ray)`, `app exists`. */
function expressionWords(expression: Json): string {
  if (!isObject(expression)) return JSON.stringify(expression);
  const { key, operator, values } = expression;
  const words: Readonly<Record<string, string>> = {
    In: 'in',
    NotIn: 'not in',
    Exists: 'exists',
    DoesNotExist: 'does not exist',
  };
  const list = listOf(values).map(String);
  return [
    String(key),
    entryOf(words, String(operator)) ?? String(operator),
    list.length === 0 ? '' : `(${list.join(', ')})`,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function portWords({ port, endPort, protocol }: JsonObject): string {
  const range = `${String(port ?? 'any')}${endPort === undefined ? '' : `-${String(endPort)}`}`;
  return protocol === undefined || protocol === 'TCP' ? range : `${range} (${String(protocol)})`;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
