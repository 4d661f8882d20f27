import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { isObject, type Json, type JsonObject } from '../../json.js';
import { quoted } from '../text.js';
import type { Path } from '../yaml/locate.js';

/** A part of a network rule that the API of Kubernetes refuses. */
export interface FormFault {
  /** Below the rule. */
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

type Faults = FormFault[];

const PEER_HINT = 'Write ipBlock: {cidr: 10.0.0.0/8}, or podSelector and namespaceSelector.';
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
/** Name of a port of a container: up to 15 lower-case letters, digits and hyphens, with a letter. */
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;

/**
 * What the API refuses in a rule of a NetworkPolicy, by its validation (Kubernetes 1.34, pkg/apis/networking/validation and
 * apimachinery's labels; read 2026-11).
 */
export function formFaults(rule: Json, side: 'from' | 'to'): readonly FormFault[] {
  const faults: Faults = [];
  if (!isObject(rule)) return [{ path: [], message: 'A rule is a mapping.', hint: `Write ${side} and ports.` }];
  for (const key of Object.keys(rule)) {
    if (key === side || key === 'ports') continue;
    const hint = /^(from|to)$/.test(key) ? `Write ${side} here.` : `Keys: ${side}, ports.`;
    faults.push({ path: [key], message: `A rule has no key ${quoted(key)}.`, hint });
  }
  eachOf(rule, side, faults, (peer, path) => peerFaults(peer, path, faults));
  eachOf(rule, 'ports', faults, (port, path) => portFaults(port, path, faults));
  return faults;
}

function eachOf(rule: JsonObject, key: string, faults: Faults, visit: (value: Json, path: Path) => void): void {
  const list = rule[key];
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    faults.push({ path: [key], message: `${quoted(key)} must be a list.`, hint: 'Begin each entry with "- ".' });
    return;
  }
  for (const [index, value] of list.entries()) visit(value, [key, index]);
}

function peerFaults(peer: Json, path: Path, faults: Faults): void {
  if (!isObject(peer)) {
    faults.push({ path, message: 'Each entry is a mapping.', hint: PEER_HINT });
    return;
  }
  const { ipBlock, podSelector, namespaceSelector, ...others } = peer;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    faults.push({ path: [...path, unknown], message: `There is no key ${quoted(unknown)}.`, hint: PEER_HINT });
  } else if (Object.keys(peer).length === 0) {
    faults.push({ path, message: 'The entry names nothing.', hint: PEER_HINT });
  }
  if (ipBlock !== undefined && (podSelector !== undefined || namespaceSelector !== undefined)) {
    faults.push({ path, message: 'ipBlock and selectors exclude each other.', hint: 'Write an entry for each.' });
  }
  if (ipBlock !== undefined) blockFaults(ipBlock, [...path, 'ipBlock'], faults);
  for (const [key, selector] of Object.entries({ podSelector, namespaceSelector })) {
    if (selector !== undefined) selectorFaults(selector, [...path, key], faults);
  }
}

function blockFaults(block: Json, path: Path, faults: Faults): void {
  const { cidr, except } = isObject(block) ? block : {};
  const range = rangeOf(cidr);
  if (range === undefined) {
    faults.push({ path: [...path, 'cidr'], ...wrongRange(cidr) });
    return;
  }
  if (except === undefined || except === null) return;
  for (const [index, one] of (Array.isArray(except) ? except : [except]).entries()) {
    const at = Array.isArray(except) ? [...path, 'except', index] : [...path, 'except'];
    const inner = rangeOf(one);
    if (inner === undefined || !Array.isArray(except)) faults.push({ path: at, ...wrongRange(one) });
    else if (inner.bits <= range.bits || !isIn(inner.address, range)) {
      faults.push({
        path: at,
        message: `${quoted(one)} is no part of ${quoted(cidr)}.`,
        hint: 'Write a smaller range.',
      });
    }
  }
}

interface Range {
  readonly address: string;
  readonly bits: number;
}

function rangeOf(cidr: Json | undefined): Range | undefined {
  const [, address = '', length = ''] = /^([0-9a-fA-F.:]+)\/(0|[1-9]\d{0,2})$/.exec(String(cidr)) ?? [];
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return Number(length) <= most ? { address, bits: Number(length) } : undefined;
}

function isIn(address: string, { address: network, bits }: Range): boolean {
  if (isIPv6(address) !== isIPv6(network)) return false;
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(address, family);
}

function wrongRange(cidr: Json | undefined): { readonly message: string; readonly hint: string } {
  const text = String(cidr ?? '');
  const single = isIPv4(text) ? `${text}/32` : isIPv6(text) ? `${text}/128` : undefined;
  const isName = /[g-z]/i.test(text) && !text.includes(':');
  return {
    message: `${quoted(cidr ?? '')} is no range of addresses.`,
    hint:
      single !== undefined
        ? `Write ${single} for this one address.`
        : isName
          ? 'A network policy knows addresses, no names. Write a range such as 192.0.2.0/24.'
          : 'Write a range such as 192.0.2.0/24.',
  };
}

function portFaults(entry: Json, path: Path, faults: Faults): void {
  if (!isObject(entry)) {
    const hint = `Write {port: ${typeof entry === 'number' ? entry : 443}, protocol: TCP}.`;
    faults.push({ path, message: 'A port is a mapping.', hint });
    return;
  }
  const { port, protocol, endPort, ...others } = entry;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    const hint = 'Keys: port, protocol, endPort.';
    faults.push({ path: [...path, unknown], message: `A port has no key ${quoted(unknown)}.`, hint });
  }
  if (protocol !== undefined && protocol !== null && !/^(TCP|UDP|SCTP)$/.test(String(protocol))) {
    const upper = String(protocol).toUpperCase();
    const hint = /^(TCP|UDP|SCTP)$/.test(upper) ? `Write ${upper}.` : 'Write TCP, UDP or SCTP.';
    faults.push({ path: [...path, 'protocol'], message: `${quoted(protocol)} is no protocol.`, hint });
  }
  const isNumber = Number.isInteger(port) && Number(port) > 0 && Number(port) < 65536;
  if (port !== undefined && port !== null && !isNumber && !(typeof port === 'string' && PORT_NAME.test(port))) {
    const hint =
      /^\d{1,5}$/.test(String(port)) && typeof port === 'string' ? `Write ${port} without quotes.` : PORT_HINT;
    faults.push({ path: [...path, 'port'], message: `${quoted(port)} is no port.`, hint });
  }
  if (endPort === undefined || endPort === null) return;
  const isEnd = isNumber && Number.isInteger(endPort) && Number(endPort) >= Number(port) && Number(endPort) < 65536;
  if (isEnd) return;
  const hint = 'Write the last port of the range, with the first one as a number in port.';
  faults.push({ path: [...path, 'endPort'], message: `${quoted(endPort)} is not the end of a range of ports.`, hint });
}

const PORT_HINT = 'Write a number from 1 to 65535, or the name of a port of the pods.';

function selectorFaults(selector: Json, path: Path, faults: Faults): void {
  if (!isObject(selector)) {
    if (selector === null) return;
    faults.push({ path, message: 'A selector is a mapping.', hint: 'Write matchLabels: {app: NAME}.' });
    return;
  }
  const { matchLabels, matchExpressions, ...others } = selector;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    const hint = `Write matchLabels: {${unknown}: …}.`;
    faults.push({ path: [...path, unknown], message: `A selector has no key ${quoted(unknown)}.`, hint });
  }
  for (const [name, value] of Object.entries(isObject(matchLabels) ? matchLabels : {})) {
    if (typeof value === 'string' && LABEL_VALUE.test(value)) continue;
    const hint =
      typeof value === 'string'
        ? 'It has up to 63 letters, digits, hyphens, underscores and dots.'
        : typeof value === 'number' || typeof value === 'boolean'
          ? `Write "${String(value)}", in quotes.`
          : 'Write a text.';
    faults.push({ path: [...path, 'matchLabels', name], message: `${quoted(value)} is no value of a label.`, hint });
  }
  for (const [index, one] of (Array.isArray(matchExpressions) ? matchExpressions : []).entries()) {
    const { operator, values } = isObject(one) ? one : {};
    const at = [...path, 'matchExpressions', index];
    const needsValues = operator === 'In' || operator === 'NotIn';
    const hasValues = Array.isArray(values) && values.length > 0;
    if (!OPERATORS.includes(String(operator))) {
      faults.push({
        path: at,
        message: `${quoted(operator ?? '')} is no operator.`,
        hint: `Write ${OPERATORS.join(', ')}.`,
      });
    } else if (needsValues !== hasValues) {
      const message = `${String(operator)} ${needsValues ? 'needs' : 'takes no'} values.`;
      faults.push({ path: at, message, hint: needsValues ? 'Write values: [ONE].' : 'Remove values.' });
    } else if (hasValues && !values.every((value) => typeof value === 'string' && LABEL_VALUE.test(value))) {
      faults.push({
        path: [...at, 'values'],
        message: 'A value is no value of a label.',
        hint: 'Write texts, in quotes.',
      });
    }
  }
}
