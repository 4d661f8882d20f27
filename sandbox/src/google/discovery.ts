import { readdirSync, readFileSync } from 'node:fs';
import { repoPath } from '../paths.js';

/** Short form of a type, as written by scripts/prune-discovery.mjs: a scalar, `#Schema`, `[item]`, a map, an enum or an object. */
export type Type =
  | string
  | readonly [Type]
  | { readonly '*': Type }
  | { readonly enum: readonly string[] }
  | { readonly fields: Readonly<Record<string, Type>> };

/** Type of a query parameter, marked with `!` if required and `*` if repeated. */
export type ParameterType = Type | { readonly type: Type; readonly marks: string };

/** One method of an API. */
export interface Method {
  readonly id: string;
  readonly api: Api;
  readonly http: string;
  readonly query: Readonly<Record<string, ParameterType>>;
  readonly request?: string;
  readonly response?: string;
  readonly upload?: readonly string[];
}

/** One API: its name is the first part of its method ids and of its paths on the emulator. */
export interface Api {
  readonly name: string;
  readonly revision: string;
  /** Query parameters that every method takes. */
  readonly query: ReadonlySet<string>;
  readonly schemas: Readonly<Record<string, Type>>;
}

/** A method and the decoded values of its path. */
export interface Match {
  readonly method: Method;
  readonly values: Readonly<Record<string, string>>;
}

interface Route {
  readonly method: Method;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly literals: number;
}

interface Document {
  readonly id: string;
  readonly revision: string;
  readonly query: readonly string[];
  readonly methods: Readonly<Record<string, Omit<Method, 'id' | 'api'> & { readonly path: string }>>;
  readonly schemas: Readonly<Record<string, Type>>;
}

/** The routes and types that the emulator knows. */
export class Discovery {
  readonly apis = new Map<string, Api>();
  readonly methods = new Map<string, Method>();
  readonly #routes: Route[] = [];

  /** Reads every document of a folder; the committed ones by default. */
  constructor(folder: string = repoPath('sandbox/discovery')) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      this.#add(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Document);
    }
    // The most literal route wins, such as `:setIamPolicy` over a name that could contain it.
    this.#routes.sort((a, b) => b.literals - a.literals);
  }

  #add(document: Document): void {
    const name = document.id.split(':')[0] ?? '';
    const { revision, schemas } = document;
    const api: Api = { name, revision, schemas, query: new Set(document.query) };
    this.apis.set(name, api);
    for (const [id, { path, ...rest }] of Object.entries(document.methods)) {
      const method: Method = { ...rest, id, api };
      this.methods.set(id, method);
      this.#route(method, path);
      if (method.upload) this.#route(method, `upload/${path}`);
    }
  }

  #route(method: Method, path: string): void {
    const names: string[] = [];
    const source = path
      .replace(/[.*?^$()|[\]\\]/g, '\\$&')
      .replace(/\{(\+?)(\w+)\}/g, (_, plus: string, name: string) => {
        names.push(name);
        return plus ? '(.+)' : '([^/:]+)';
      });
    this.#routes.push({
      method,
      names,
      pattern: new RegExp(`^/${source}$`),
      literals: path.replace(/\{[^}]*\}/g, '').length,
    });
  }

  /** The method of a request; `path` is still percent-encoded and starts with the API's own path, such as `/v1/…`. */
  match(api: string, http: string, path: string): Match | undefined {
    for (const { method, pattern, names } of this.#routes) {
      if (method.api.name !== api || method.http !== http) continue;
      const found = pattern.exec(path);
      if (!found) continue;
      try {
        return {
          method,
          values: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')])),
        };
      } catch {
        return undefined; // a malformed escape is no path of Google's
      }
    }
    return undefined;
  }
}
