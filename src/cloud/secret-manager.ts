import { ConfigurationError } from '../errors.js';
import { GoogleApiError, type GoogleClient } from './rest.js';

interface Payload {
  readonly payload?: { readonly data?: string };
}

/**
 * Text of a version of a secret in Secret Manager. Throws a ConfigurationError that says what to do where the version does not
 * exist, is disabled or destroyed, may not be read, or is no text.
 * @param version such as `projects/acme-research/secrets/lms-token/versions/latest`
 * @param place of the reference in the file, and the principal that has to read it
 */
export async function accessSecret(
  google: Pick<GoogleClient, 'call'>,
  version: string,
  place: { readonly where: string; readonly readers: string },
): Promise<string> {
  const [, project = '', secret = '', number = ''] =
    /^projects\/([^/]+)\/secrets\/([^/]+)\/versions\/([^/]+)$/.exec(version) ?? [];
  const refuse = (what: string, hint: string, cause?: unknown): never => {
    throw new ConfigurationError(what, { where: place.where, hint: `${hint} Nothing was changed.`, cause });
  };
  const add = `gcloud secrets versions add ${secret} --project=${project} --data-file=-`;
  try {
    const { payload } = await google.call<Payload>({ service: 'secretmanager', path: `${version}:access` });
    const text = Buffer.from(payload?.data ?? '', 'base64').toString();
    if (text === '' || text.includes('\uFFFD') || text.includes('\0'))
      return refuse(`${version} is empty or no text`, `Store a text: ${add}`);
    return text;
  } catch (error) {
    if (!(error instanceof GoogleApiError)) throw error;
    if (error.reason === 'SERVICE_DISABLED')
      return refuse(
        `The API of Secret Manager is off in ${project}`,
        `Run: gcloud services enable secretmanager.googleapis.com --project=${project}`,
        error,
      );
    if (error.status === 404)
      return refuse(
        `${version} does not exist in Secret Manager`,
        `Check its name, or store it: ${number === 'latest' || number === '1' ? `gcloud secrets create ${secret} --project=${project}, then ` : ''}${add}`,
        error,
      );
    if (error.status === 403)
      return refuse(
        `This identity may not read ${version}, or it does not exist`,
        `Run as an owner of ${project}: gcloud secrets add-iam-policy-binding ${secret} --project=${project} --member=${place.readers} --role=roles/secretmanager.secretAccessor`,
        error,
      );
    // Google names the state: DISABLED or DESTROYED.
    if (error.status === 400)
      return refuse(
        `${version} cannot be read: ${error.message}`,
        `Enable it (gcloud secrets versions enable ${number} --secret=${secret} --project=${project}), or name another version.`,
        error,
      );
    throw error;
  }
}
