import { type Answer, refusal } from './answer.js';

/** Permission of an account in a repository. GitHub reports `write` for maintain, and `read` for triage. */
export type Permission = 'admin' | 'write' | 'read' | 'none';

/** Accounts and their permissions in a repository. */
export class Collaborators {
  /** GitHub's setting "Allow GitHub Actions to create and approve pull requests". It binds the tokens of runs, not Apps. */
  workflowsOpenPulls = true;

  readonly #permissions = new Map<string, Permission>();

  /** Sets the permission of an account. Other accounts do not exist on GitHub. */
  set(login: string, permission: Permission): void {
    this.#permissions.set(login, permission);
  }

  /** Answers the permission query; undefined for other operations. */
  answer(operation: string, values: Readonly<Record<string, string>>): Answer | undefined {
    if (operation !== 'repos/get-collaborator-permission-level') return undefined;
    const login = String(values.username);
    const permission = this.#permissions.get(login);
    if (permission === undefined) return refusal(404, `${login} is not a user`);
    return { status: 200, body: { permission, role_name: permission, user: { login } } };
  }
}
