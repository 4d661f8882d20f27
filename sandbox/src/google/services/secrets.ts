import { ApiError } from '../api-error.js';
import type { Handlers, Json } from '../world.js';

/** A version of a secret: its bytes, and whether it can be read. */
export interface SecretVersion {
  readonly data: string | Buffer;
  readonly state?: 'ENABLED' | 'DISABLED' | 'DESTROYED';
}

/** secretmanager: what is in a version. The right to read it is that of the secret or of its project. */
export class Secrets {
  /** Versions by the name of the secret, `projects/P/secrets/S`, in their order. */
  readonly versions = new Map<string, readonly SecretVersion[]>();

  handlers(): Handlers {
    return {
      'secretmanager.projects.secrets.versions.access': ({ values }): Json => {
        const secret = `projects/${values.projectsId}/secrets/${values.secretsId}`;
        const versions = this.versions.get(secret);
        if (versions === undefined) throw notFound(`Secret [${secret}] not found or has no versions.`);
        const number = values.versionsId === 'latest' ? versions.length : Number(values.versionsId);
        const version = versions[number - 1];
        const name = `${secret}/versions/${number}`;
        if (version === undefined) throw notFound(`Secret Version [${name}] not found.`);
        const { state = 'ENABLED', data } = version;
        if (state !== 'ENABLED') {
          throw new ApiError(400, `Secret Version [${name}] is in ${state} state.`, {
            reason: 'failedPrecondition',
            status: 'FAILED_PRECONDITION',
          });
        }
        return { name, payload: { data: Buffer.from(data).toString('base64') } };
      },
    };
  }
}

function notFound(message: string): ApiError {
  return new ApiError(404, message);
}
