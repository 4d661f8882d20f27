import { describe, expect, test } from '@jest/globals';
import { textDiagnostics } from '../../../src/terraform/cli.js';
import { ExistsError, explainTerraform, LockedError } from '../../../src/terraform/explain.js';

const context = {
  doing: 'terraform apply of the platform',
  state: 'gs://b/jupyterhub/research/platform',
  mayHaveChanged: true,
  command: 'apply' as const,
};

function explain(summary: string, detail = '', address?: string) {
  return explainTerraform([{ severity: 'error', summary, detail, ...(address ? { address } : {}) }], context);
}

describe('the message for a terraform failure', () => {
  test('names who holds a lock, since when, and how to break it', () => {
    const error = explain(
      'Error acquiring the state lock',
      `Error message: writing "gs://b/jupyterhub/research/platform/default.tflock" failed: googleapi: Error 412: x, conditionNotMet
Lock Info:
  ID:        1764000000000001
  Path:      gs://b/jupyterhub/research/platform/default.tflock
  Operation: OperationTypeApply
  Who:       runner@fv-az1
  Version:   1.11.4
  Created:   2026-11-24 08:00:00.123456789 +0000 UTC
  Info:      `,
    );
    expect(error).toBeInstanceOf(LockedError);
    expect(error.message).toBe(
      'The terraform state is locked by runner@fv-az1 since 2026-11-24 08:00:00 UTC (apply, lock 1764000000000001)',
    );
    expect(error.where).toBe('gs://b/jupyterhub/research/platform/default.tflock');
    expect(error.hint).toContain('--break-lock 1764000000000001');
  });

  test('names a disabled API, although its status is that of a missing permission', () => {
    const error = explain(
      'Error creating Network: googleapi: Error 403: Compute Engine API has not been used in project 1 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/compute.googleapis.com/overview?project=1 then retry.\nDetails:\n[\n  {\n    "@type": "type.googleapis.com/google.rpc.ErrorInfo",\n    "domain": "googleapis.com",\n    "metadata": {\n      "service": "compute.googleapis.com"\n    },\n    "reason": "SERVICE_DISABLED"\n  }\n]\n, accessNotConfigured',
      '',
      'google_compute_network.platform[0]',
    );
    expect(error.message).toBe('The API compute.googleapis.com is not enabled in the project');
    expect(error.where).toBe('google_compute_network.platform[0]');
    expect(error.hint).toContain('gcloud services enable compute.googleapis.com');
  });

  test.each([
    'googleapi: Error 400: The user does not have access to service account "n@p.iam.gserviceaccount.com". Ask a project owner to grant you the iam.serviceAccountUser role on the service account., badRequest',
    "googleapi: Error 403: Permission 'iam.serviceAccounts.get' denied on resource (or it may not exist)., forbidden",
  ])('says that a destroy has deleted the account of the nodes, and what to run: %s', (text) => {
    const error = explain(text, '', 'google_container_cluster.autopilot[0]');
    expect(error.message).toContain('no rights to the service account of the nodes');
    expect(error.hint).toContain('"Account of the nodes" of SETUP.md');
  });

  test.each([
    [
      "googleapi: Error 403: Required 'compute.networks.create' permission for 'projects/p/global/networks/n', forbidden",
      'compute.networks.create',
    ],
    [
      "googleapi: Error 403: Permission 'iam.serviceAccounts.create' denied on resource (or it may not exist)., forbidden",
      'iam.serviceAccounts.create',
    ],
    [
      'googleapi: Error 403: Required "container.clusters.create" permission(s) for "projects/p".\nDetails:\n[]\n, forbidden',
      'container.clusters.create',
    ],
    [
      'googleapi: Error 403: x@p.iam.gserviceaccount.com does not have storage.objects.list access to the Google Cloud Storage bucket., forbidden',
      'storage.objects.list',
    ],
  ])('names the missing permission: %s', (text, permission) => {
    expect(explain(`Error creating: ${text}`).message).toBe(
      `The permission ${permission} is missing for this identity`,
    );
  });

  test.each([
    [
      "Error waiting to create Network: Quota 'NETWORKS' exceeded.  Limit: 5.0 globally.",
      'The quota NETWORKS (5.0) is used up',
    ],
    [
      'googleapi: Error 403: Insufficient regional quota to satisfy request: resource "CPUS": request requires 12, quotaExceeded',
      'The quota CPUS is used up',
    ],
    ['googleapi: Error 429: too much, quotaExceeded', 'The quota is used up'],
  ])('names the quota that is used up: %s', (text, message) => {
    expect(explain(text).message).toBe(message);
  });

  test.each([
    [
      'Post "https://compute.googleapis.com/compute/v1/x": dial tcp: lookup compute.googleapis.com: no such host',
      'compute.googleapis.com cannot be reached (no such host)',
    ],
    [
      'Get "http://127.0.0.1:1/storage/v1/b": dial tcp 127.0.0.1:1: connect: connection refused',
      '127.0.0.1:1 cannot be reached (connection refused)',
    ],
  ])('names the API that cannot be reached: %s', (text, message) => {
    expect(explain(text).message).toBe(message);
  });

  test('says that the provider comes from the registry that cannot be reached', () => {
    const error = explain(
      'Failed to query available provider packages',
      'Could not retrieve the list of available versions for provider hashicorp/google: could not connect to registry.terraform.io: Get "https://registry.terraform.io/.well-known/terraform.json": dial tcp: lookup registry.terraform.io: no such host',
    );
    expect(error.message).toBe('registry.terraform.io cannot be reached (no such host)');
    expect(error.hint).toContain('TF_CLI_CONFIG_FILE');
  });

  test('says what to do about a stale plan, a newer state, a protected cluster, a missing bucket and no credentials', () => {
    expect(explain('Saved plan is stale', 'The given plan file can no longer be applied').hint).toContain(
      'apply again',
    );
    expect(
      explain(
        'Error refreshing state: state snapshot was created by Terraform v1.13.0, which is newer than current v1.11.4',
      ).message,
    ).toContain('terraform 1.13.0');
    expect(explain('Cannot destroy cluster because deletion_protection is set to true.').hint).toContain(
      'deletionProtection',
    );
    expect(explain("querying Cloud Storage failed: storage: bucket doesn't exist").message).toContain('state bucket');
    expect(explain('x: google: could not find default credentials.').message).toContain('no credentials');
  });

  test('names what already exists, with every address', () => {
    const error = explainTerraform(
      [
        {
          severity: 'error',
          summary:
            "Error creating Network: googleapi: Error 409: The resource 'projects/p/global/networks/n' already exists, alreadyExists",
          address: 'google_compute_network.platform[0]',
        },
        {
          severity: 'error',
          summary: 'googleapi: Error 409: Already exists: projects/p/locations/l/clusters/c., alreadyExists',
          address: 'google_container_cluster.autopilot[0]',
        },
      ],
      context,
    );
    expect(error).toBeInstanceOf(ExistsError);
    expect(error.message).toContain('projects/p/global/networks/n already exists');
    expect((error as ExistsError).addresses).toEqual([
      'google_compute_network.platform[0]',
      'google_container_cluster.autopilot[0]',
    ]);
  });

  test("keeps terraform's own text for any other failure", () => {
    const error = explain('Unsupported argument', 'An argument named "x" is not\nexpected here.');
    expect(error.message).toBe(
      'terraform apply of the platform failed: Unsupported argument: An argument named "x" is not expected here.',
    );
    expect(error.where).toBe(context.state);
  });

  test('is taken from the boxes that terraform prints without -json', () => {
    const text = `╷
│ Warning: Old thing
│
│ It is old.
╵
╷
│ Error: Failed to get existing workspaces: querying Cloud Storage failed: storage: bucket doesn't exist
│
│ more
╵
`;
    expect(textDiagnostics(text)).toEqual([
      {
        severity: 'error',
        summary: "Failed to get existing workspaces: querying Cloud Storage failed: storage: bucket doesn't exist",
        detail: 'more',
      },
    ]);
  });

  test.each([
    'Unsupported state file format: The state file could not be parsed as JSON: syntax error at byte offset 21.',
    'Unsupported state file format: The state file does not have a\n"version" attribute, which is required to identify the format version.',
    '2 problems:\n\n- Unsupported state file format: The state file could not be parsed as JSON.',
  ])('calls a state that was cut off damaged, and does not ask for a later terraform: %s', (detail) => {
    for (const summary of ['Error refreshing state', 'Failed to load state', 'Error acquiring the state lock']) {
      const error = explain(summary, detail);
      expect(error.message).toContain('The terraform state is damaged');
      expect(error.where).toBe('gs://b/jupyterhub/research/platform/default.tfstate');
      expect(error.hint).toContain(
        'gcloud storage ls --all-versions gs://b/jupyterhub/research/platform/default.tfstate',
      );
      expect(`${error.message} ${error.hint}`).not.toMatch(/terraform v?\d|later/i);
    }
  });

  test('still asks for a later terraform where the format of the state is a later one', () => {
    const detail = 'The state file uses format\nversion 99, which is not supported by Terraform 1.11.4.';
    const error = explain('Failed to load state', `Unsupported state file format: ${detail}`);
    expect(error.message).toContain('newer than the one on this machine');
  });

  test.each([
    ['Error waiting for Deleting Network: resourceInUseByAnotherResource', 'google_compute_network.platform[0]'],
    ['Saved plan is stale', undefined],
  ])('does not advise to apply after a destroy that failed: %s', (summary, address) => {
    const diagnostics = [{ severity: 'error', summary, ...(address === undefined ? {} : { address }) }];
    const error = explainTerraform(diagnostics, { ...context, command: 'destroy' });
    expect(error.hint).toMatch(/run destroy again/i);
    expect(error.hint).not.toContain('apply');
  });
});
