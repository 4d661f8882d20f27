import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import type { JsonObject } from '../../config/model.js';
import { formatNumber } from '../../config/text.js';
import { ConfigurationError } from '../../errors.js';
import { isObject } from '../../json.js';
import type { Manifest } from '../diff/manifests.js';
import { readChart } from './files.js';

/** Bytes that Kubernetes keeps in one Secret or ConfigMap. */
export const MOST_BYTES = 1024 * 1024;
const MOST_CHART = 64 * 2 ** 20;

/** `hub.values` from which Kubernetes could not keep what helm makes. */
export class TooLargeValues extends ConfigurationError {
  constructor(message: string) {
    super(message, {
      where: 'jupyterhub.yaml: hub.values',
      hint: 'Take large texts and files out of hub.values (singleuser.extraFiles and hub.extraFiles count in full): put them into an image, or into a ConfigMap of your own that servers mount.',
    });
  }
}

/** Refuses objects that Kubernetes would not take, and a release that helm could not record. */
export async function refuseTooLarge(chart: string, values: JsonObject, text: string, objects: readonly Manifest[]) {
  for (const { kind, name, object } of objects) {
    if (kind !== 'Secret' && kind !== 'ConfigMap') continue;
    const size = dataSize(object, kind === 'Secret');
    if (size <= MOST_BYTES) continue;
    throw new TooLargeValues(
      `${kind}/${name}, which the chart makes of hub.values, needs ${kib(size)}, and Kubernetes keeps at most ${kib(MOST_BYTES)} in one`,
    );
  }
  const size = await recordSize(chart, values, text);
  if (size <= MOST_BYTES) return;
  throw new TooLargeValues(
    `helm keeps a release with its chart, its values and all objects in one Secret. This one needs about ${kib(size)}, and Kubernetes keeps at most ${kib(MOST_BYTES)} in one`,
  );
}

/**
 * Bytes of the Secret in which helm records a release: the chart's files, the values and the objects as JSON, compressed,
 * in base64. The times and notes of the release, some hundred bytes, are left out.
 */
export async function recordSize(chart: string, values: JsonObject, text: string): Promise<number> {
  const { files } = await readChart(chart);
  const ignored = patternsOf(files.get('.helmignore'));
  const contents = [...files].flatMap(([name, content]) => {
    // helm has the default values parsed, which is about the same in the end.
    if (name !== '' && ignored.some((pattern) => pattern.test(name) || pattern.test(basename(name)))) return [];
    // An archive is one file without a path. helm records what is in it.
    const plain = name === '' ? gunzipSync(content, { maxOutputLength: MOST_CHART }) : content;
    return [{ name, data: name === 'values.yaml' ? plain.toString() : plain.toString('base64') }];
  });
  const record = JSON.stringify({ chart: { templates: contents }, config: values, manifest: text });
  const packed = await promisify(gzip)(record, { level: 9 });
  return 4 * Math.ceil(packed.length / 3);
}

/** The simple patterns of a .helmignore; others count as none, which makes the size larger. */
function patternsOf(text: Buffer | undefined): readonly RegExp[] {
  return (text?.toString() ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[\w./-]*(\*[\w./-]*){0,3}$/.test(line) && line !== '')
    .map((line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replace(/^\//, '')}(/|$)`));
}

function dataSize(object: JsonObject, isSecret: boolean): number {
  const sizeOf = (data: unknown, size: (text: string) => number): number =>
    Object.values(isObject(data) ? data : {}).reduce<number>((sum, one) => sum + size(String(one)), 0);
  const plain = (text: string): number => Buffer.byteLength(text);
  const decoded = (text: string): number => Buffer.byteLength(text, 'base64');
  const ofData = sizeOf(object.data, isSecret ? decoded : plain);
  return ofData + sizeOf(object.stringData, plain) + sizeOf(object.binaryData, decoded);
}

function kib(bytes: number): string {
  return `${formatNumber(Math.ceil(bytes / 1024))} KiB`;
}
