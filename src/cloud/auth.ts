import { ConfigurationError, ToolError } from '../errors.js';
import { endpointOf } from './endpoints.js';
import { explainSignIn } from './sign-in-error.js';

/**
 * Gives a bearer token that is valid for some more minutes. A caller that hands it to a long-running program
 * says how old it may be at most (milliseconds); Google's tokens live for an hour.
 */
export type TokenSource = (maxAge?: number) => Promise<string>;

/** Where the identity of a run comes from. */
export interface AuthOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Full name of the Workload Identity provider, `projects/…/providers/…`. */
  readonly workloadIdentityProvider?: string | undefined;
  /** E-mail of the service account to act as. */
  readonly serviceAccount?: string | undefined;
  /** Asks GitHub for an identity token of the job; undefined where the job may not. */
  readonly identityToken?: ((audience: string) => Promise<string>) | undefined;
  /** Called with every new token before it is used or could be printed. */
  readonly mask: (secret: string) => void;
}

const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

/**
 * Chooses the credentials of the run: the inputs for Workload Identity Federation, else a token in
 * GOOGLE_OAUTH_ACCESS_TOKEN (as terraform reads it), else what an earlier auth step or gcloud set up.
 */
export function tokenSource(options: AuthOptions): TokenSource {
  const { env, mask } = options;
  if (options.workloadIdentityProvider || options.serviceAccount) return federated(options);
  const fixed = env.GOOGLE_OAUTH_ACCESS_TOKEN;
  if (fixed) return async () => fixed;
  return lazily(mask, async () => {
    const { GoogleAuth } = await import('google-auth-library');
    const keyFile = env.GOOGLE_APPLICATION_CREDENTIALS || env.CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE;
    // The library finds a file by this variable. Its option for one is deprecated, and warns on the console.
    if (keyFile) process.env.GOOGLE_APPLICATION_CREDENTIALS = keyFile;
    // Without a project the library asks Google for one, which no caller of ours needs.
    return new GoogleAuth({ scopes: [SCOPE], projectId: 'unused' }).getClient();
  });
}

function federated(options: AuthOptions): TokenSource {
  const { env, workloadIdentityProvider: provider, serviceAccount, identityToken } = options;
  if (!provider || !serviceAccount) {
    throw new ConfigurationError(
      'workload_identity_provider and service_account belong together; one of them is empty',
      {
        hint: 'Give both inputs, or neither after a google-github-actions/auth step.',
      },
    );
  }
  if (identityToken === undefined) {
    throw new ConfigurationError('This job may not ask GitHub for an identity token', {
      hint: 'Add "permissions: {id-token: write}" to the job. Pull requests from forks never get one.',
    });
  }
  const audience = `//iam.googleapis.com/${provider.replace(/^\/*(iam\.googleapis\.com\/)?/, '')}`;
  return lazily(options.mask, async () => {
    const { IdentityPoolClient } = await import('google-auth-library');
    const client = new IdentityPoolClient({
      type: 'external_account',
      audience,
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${endpointOf('sts', env)}token`,
      service_account_impersonation_url: `${endpointOf('iamcredentials', env)}projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`,
      // Google expects the provider's https URL as the audience of GitHub's token unless it was given a list of its own.
      subject_token_supplier: {
        getSubjectToken: async () => {
          const identity = await identityToken(`https:${audience}`);
          options.mask(identity);
          return identity;
        },
      },
    });
    client.scopes = [SCOPE];
    return client;
  });
}

interface AccessTokenClient {
  getAccessToken(): Promise<{ token?: string | null | undefined }>;
}

/** Loads the library and its client at the first call only; the client caches the token and renews it in time. */
function lazily(mask: (secret: string) => void, create: () => Promise<AccessTokenClient>): TokenSource {
  let client: Promise<AccessTokenClient> | undefined;
  let last: string | undefined;
  let since = 0;
  return async (maxAge = Number.POSITIVE_INFINITY) => {
    if (last !== undefined && Date.now() - since > maxAge) client = undefined;
    client ??= create();
    try {
      const { token } = await (await client).getAccessToken();
      if (!token) throw new ToolError('Google gave no token');
      if (token !== last) {
        mask(token);
        last = token;
        since = Date.now();
      }
      return token;
    } catch (cause) {
      client = undefined;
      if (cause instanceof ToolError && cause.hint !== undefined) throw cause;
      throw explainSignIn(cause);
    }
  };
}
