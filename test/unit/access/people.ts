import type { Person } from '../../../src/config/model.js';

/** One listed person without an end. */
export function person(email: string, more: Partial<Person> = {}): Person {
  return { email, admin: false, until: undefined, source: 'users.yaml:2', ...more };
}
