import { type Answer, refusal } from './answer.js';

/** What somebody may do in a repository. GitHub says `write` of who may maintain it, and `read` of who may triage. */
export type Permission = 'admin' | 'write' | 'read' | 'none';

/** Accounts, and what each may do in a repository. */
export class Collaborators {
  readonly #permissions = new Map<string, Permission>();

  /** Says what somebody may do; who is not named is no account that GitHub has. */
  set(login: string, permission: Permission): void {
    this.#permissions.set(login, permission);
  }

  /** Answers the question what somebody may do; undefined for any other. */
  answer(operation: string, values: Readonly<Record<string, string>>): Answer | undefined {
    if (operation !== 'repos/get-collaborator-permission-level') return undefined;
    const login = String(values.username);
    const permission = this.#permissions.get(login);
    if (permission === undefined) return refusal(404, `${login} is not a user`);
    return { status: 200, body: { permission, role_name: permission, user: { login } } };
  }
}
