import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** Content of an assertion. Given values override those of IAP. */
export interface AssertionOptions {
  readonly email: string;
  /** Default: the backend service of the only hub. */
  readonly audience?: string;
  /** Seconds from now to its end, default 600; negative for one that has expired. */
  readonly expiresIn?: number;
  /** Seconds from now to its beginning, default 0; positive for one from the future. */
  readonly issuedIn?: number;
  readonly issuer?: string;
  readonly subject?: string;
  /** Signed with an unknown key, under the ID of the right one. */
  readonly forged?: boolean;
  /** More claims, or others; `hd: undefined` leaves out the domain of the organisation. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Signs assertions as IAP does. */
export interface Signer {
  /** Public keys as gstatic.com/iap/verify/public_key-jwk gives them. */
  readonly keys: { readonly keys: readonly JWK[] };
  /** The assertion for a person at an audience. */
  sign(options: AssertionOptions & { readonly audience: string }): Promise<string>;
}

// cloud.google.com/iap/docs/signed-headers-howto, read 2026-11.
const ISSUER = 'https://cloud.google.com/iap';
const LIFE_SECONDS = 600;
const CONSUMER = ['gmail.com', 'googlemail.com'];

/** Makes a signer with new keys. The set has a second key, as during a rotation. */
export async function createSigner(): Promise<Signer> {
  const [current, next, unknown] = await Promise.all(
    [0, 1, 2].map(() => generateKeyPair('ES256', { extractable: true })),
  );
  if (current === undefined || next === undefined || unknown === undefined) throw new Error('no keys were made');
  const kid = keyId();
  const publish = async (key: Parameters<typeof exportJWK>[0], id: string): Promise<JWK> => ({
    ...(await exportJWK(key)),
    alg: 'ES256',
    use: 'sig',
    kid: id,
  });
  return {
    keys: { keys: await Promise.all([publish(current.publicKey, kid), publish(next.publicKey, keyId())]) },
    async sign({
      email,
      audience,
      expiresIn = LIFE_SECONDS,
      issuedIn = 0,
      issuer = ISSUER,
      subject,
      forged = false,
      claims,
    }) {
      const now = Math.floor(Date.now() / 1000);
      // An expired assertion has the normal lifetime, like one that was stored.
      const issued = expiresIn <= 0 ? now + expiresIn - LIFE_SECONDS : now + issuedIn;
      const hd = hostedDomain(email);
      return new SignJWT({ email, ...(hd === undefined ? {} : { hd }), ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid })
        .setIssuer(issuer)
        .setSubject(subject ?? `accounts.google.com:${accountId(email)}`)
        .setAudience(audience)
        .setIssuedAt(issued)
        .setExpirationTime(now + issuedIn + expiresIn)
        .sign(forged ? unknown.privateKey : current.privateKey);
    },
  };
}

/** A person's stable account number, 21 digits. */
export function accountId(email: string): string {
  const digest = createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 16);
  return `1${BigInt(`0x${digest}`).toString().padStart(20, '0').slice(0, 20)}`;
}

/** Domain of the organisation that owns the account; none for private accounts and service accounts. */
export function hostedDomain(email: string): string | undefined {
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  return CONSUMER.includes(domain) || domain.endsWith('.gserviceaccount.com') ? undefined : domain;
}

function keyId(): string {
  return randomBytes(5).toString('base64url').slice(0, 6);
}
