import type { Data, DataKind } from './kubelet-store.js';
import { type EnvContext, fieldOf } from './pod-env.js';
import type { DownwardSource, FileSource, Volume } from './pod-types.js';
import type { VolumeFile } from './volumes-atomic.js';

/** A service account token that a volume requests. In seconds; the default audience is the API server's. */
export interface WantedToken {
  readonly path: string;
  readonly audience?: string;
  readonly expirationSeconds?: number;
}

/** Desired content of a volume. */
export interface VolumeContent {
  readonly files: Map<string, VolumeFile>;
  /** Tokens the volume shows; those known already are among the files. */
  readonly tokens: readonly WantedToken[];
  /** Why the volume cannot be created now. */
  readonly missing?: string;
}

/** Sources of the content. */
export interface ContentSources {
  data(kind: DataKind, name: string): Data | undefined;
  readonly facts: Omit<EnvContext, 'store' | 'apiServer'>;
  token(path: string): string | undefined;
}

/** A ConfigMap or Secret that a volume shows. */
interface Reference extends FileSource {
  readonly kind: DataKind;
}

/** The ConfigMaps and Secrets that a volume shows. */
export function sourcesOf(volume: Volume): readonly Reference[] {
  const found: Reference[] = [];
  if (volume.configMap !== undefined) found.push({ ...volume.configMap, kind: 'configmaps' });
  if (volume.secret !== undefined) {
    const { secretName, ...rest } = volume.secret;
    found.push({ ...rest, kind: 'secrets', ...(secretName === undefined ? {} : { name: secretName }) });
  }
  for (const source of volume.projected?.sources ?? []) {
    if (source.configMap !== undefined) found.push({ ...source.configMap, kind: 'configmaps' });
    if (source.secret !== undefined) found.push({ ...source.secret, kind: 'secrets' });
  }
  return found;
}

/** The files of a volume of kind configMap, secret, downwardAPI or projected. */
export function volumeFiles(volume: Volume, sources: ContentSources): VolumeContent {
  const body = volume.configMap ?? volume.secret ?? volume.downwardAPI ?? volume.projected;
  if (body === undefined)
    return {
      files: new Map(),
      tokens: [],
      missing: `volume ${volume.name} is of a kind that the sandbox cannot mount`,
    };
  const mode = body.defaultMode ?? 0o644;
  const files = new Map<string, VolumeFile>();
  let missing: string | undefined;
  for (const source of sourcesOf(volume)) missing ??= addKeys(source, mode, sources, files);

  const tokens: WantedToken[] = [];
  const downward: DownwardSource[] = volume.downwardAPI === undefined ? [] : [volume.downwardAPI];
  for (const source of volume.projected?.sources ?? []) {
    if (source.downwardAPI !== undefined) downward.push(source.downwardAPI);
    if (source.serviceAccountToken !== undefined) tokens.push(source.serviceAccountToken);
  }
  for (const item of downward.flatMap((source) => source.items ?? [])) {
    const text = item.fieldRef === undefined ? '' : fieldOf(item.fieldRef.fieldPath, sources.facts);
    files.set(item.path, { data: Buffer.from(text), mode: item.mode ?? mode });
  }
  for (const { path } of tokens) {
    const token = sources.token(path);
    if (token !== undefined) files.set(path, { data: Buffer.from(token), mode: 0o600 });
  }
  return { files, tokens, ...(missing === undefined ? {} : { missing }) };
}

function addKeys(
  source: Reference,
  mode: number,
  sources: ContentSources,
  files: Map<string, VolumeFile>,
): string | undefined {
  const kind = source.kind === 'secrets' ? 'secret' : 'configmap';
  const data = sources.data(source.kind, source.name ?? '');
  if (data === undefined) return source.optional === true ? undefined : `${kind} "${source.name}" not found`;
  const items = source.items ?? [...data.keys()].map((key) => ({ key, path: key, mode: undefined }));
  for (const item of items) {
    const value = data.get(item.key);
    if (value !== undefined) files.set(item.path, { data: value, mode: item.mode ?? mode });
    else if (source.optional !== true) return `${kind} "${source.name}" has no key "${item.key}"`;
  }
  return undefined;
}
