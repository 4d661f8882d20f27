import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { flagOf, QUESTIONS } from '../../../../src/commands/init/answers.js';

describe('a question of init', () => {
  test.each(QUESTIONS.map((question) => [flagOf(question), question] as const))(
    'has the name of its flag --%s',
    (flag, { about }) => {
      expect(about.toLowerCase()).toContain(flag.replaceAll('-', ' '));
    },
  );

  test.each(['visibility', 'github plan', 'code owner', 'state bucket'])('is called "%s" in SETUP.md too', (name) => {
    expect(readFileSync('templates/SETUP.md', 'utf8').toLowerCase()).toContain(name);
  });
});
