import { crc32 } from 'node:zlib';
import { type Answer, refusal } from './answer.js';

/** A run of a workflow. */
export interface Run {
  readonly id: number;
  /** Path of the workflow file. */
  readonly path: string;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** Default: now. */
  readonly createdAt?: string;
  readonly conclusion?: 'success' | 'failure' | null;
  /** Default: the repository itself. */
  readonly headRepository?: string;
}

interface Artifact {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  readonly expired: boolean;
  readonly createdAt: string | undefined;
  readonly archive: Buffer;
}

/** The workflow runs of a repository and their artifacts, in memory. */
export class Runs {
  readonly #repository: string;
  readonly #url: string;
  readonly #runs: Run[] = [];
  readonly #artifacts: Artifact[] = [];

  /** @param url base of the REST API */
  constructor(repository: string, url: string) {
    this.#repository = repository;
    this.#url = url;
  }

  add(run: Run): void {
    this.#runs.unshift({ createdAt: new Date().toISOString(), ...run });
  }

  /** Adds an artifact with one file to a run, packed like actions/upload-artifact. */
  addArtifact(
    run: number,
    name: string,
    file: string,
    content: string,
    options: { readonly expired?: boolean /** Default: that of the run. */; readonly createdAt?: string } = {},
  ): void {
    const id = 9_000_000_001 + this.#artifacts.length;
    const archive = zipOf(file, Buffer.from(content));
    const createdAt = options.createdAt ?? this.#runs.find((one) => one.id === run)?.createdAt;
    this.#artifacts.push({ id, run, name, expired: options.expired ?? false, createdAt, archive });
  }

  /** Bytes of an artifact, as returned by the storage behind GitHub. */
  archive(id: number): Buffer | undefined {
    return this.#artifacts.find((one) => one.id === id)?.archive;
  }

  /** Answers an operation on runs and artifacts; undefined for any other. */
  answer(operation: string, values: Readonly<Record<string, string>>, query: URLSearchParams): Answer | undefined {
    switch (operation) {
      case 'actions/list-workflow-runs-for-repo': {
        const wanted = this.#runs.filter(
          ({ event, headSha }) =>
            (query.get('event') ?? event) === event && (query.get('head_sha') ?? headSha) === headSha,
        );
        const shown = wanted.map((run) => this.#shown(run));
        return { status: 200, body: { total_count: shown.length, workflow_runs: shown.slice(0, 100) } };
      }
      case 'actions/list-workflow-run-artifacts': {
        const found = this.#artifacts.filter(
          ({ run, name }) => run === Number(values.run_id) && (query.get('name') ?? name) === name,
        );
        // The newest first.
        const artifacts = found.reverse().map(({ id, name, expired, createdAt, archive }) => ({
          id,
          name,
          expired,
          created_at: createdAt ?? null,
          size_in_bytes: archive.length,
        }));
        return { status: 200, body: { total_count: artifacts.length, artifacts } };
      }
      case 'actions/download-artifact': {
        const found = this.#artifacts.find(({ id }) => id === Number(values.artifact_id));
        if (found === undefined) return refusal(404, 'Not Found');
        if (found.expired) return refusal(410, 'Artifact has expired');
        return { status: 302, body: '', headers: { location: `${this.#url}/_storage/${found.id}` } };
      }
      default:
        return undefined;
    }
  }

  #shown({ conclusion = 'success', headRepository, ...run }: Run): Record<string, unknown> {
    const { id, path, event, headSha, headBranch, createdAt } = run;
    return {
      id,
      path,
      event,
      head_sha: headSha,
      head_branch: headBranch,
      created_at: createdAt,
      status: conclusion === null ? 'in_progress' : 'completed',
      conclusion,
      head_repository: { full_name: headRepository ?? this.#repository },
    };
  }
}

/** A zip archive of one file, stored as it is. */
function zipOf(name: string, content: Buffer): Buffer {
  const path = Buffer.from(name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path, content]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, Buffer.alloc(14), path]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
