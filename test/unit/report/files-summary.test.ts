import { describe, expect, test } from '@jest/globals';
import { filesSummary } from '../../../src/report/files-summary.js';
import { writer } from '../../../src/report/writer.js';
import { hubConfig } from '../../support/hub-config.js';
import { finding } from '../../support/report/pages.js';

describe('the summary of files that were checked', () => {
  test('of sound ones shows the hub as it would be, and what is not known', () => {
    const summary = filesSummary({
      config: hubConfig(),
      people: 3,
      diagnostics: [finding('No admin.')],
      write: writer(false),
    });
    expect(summary).toMatch(
      /^### JupyterHub `research` · files checked\n\n\*\*Findings: 1 warning\. 3 people are listed\. /,
    );
    expect(summary).toContain('what would change in the cloud is not known here');
    expect(summary).toContain('<details><summary>⚠️ 1 warning</summary>');
    expect(summary).toContain('```mermaid');
  });

  test('of wrong ones lists the errors, unfolded, before the warnings', () => {
    const error = { ...finding('Not known here.'), severity: 'error' as const };
    const summary = filesSummary({
      config: undefined,
      people: 0,
      diagnostics: [finding('No admin.'), error],
      write: writer(false),
    });
    expect(summary).toContain('**Findings: 1 error, 1 warning. Nothing was contacted');
    expect(summary.indexOf('Not known here.')).toBeLessThan(summary.indexOf('<details>'));
    expect(summary).not.toContain('mermaid');
  });
});
