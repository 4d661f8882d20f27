import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';

/** A certificate with its key, both as PEM. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
}

/** What a certificate of the authority says. */
export interface CertificateRequest {
  /** Common name: the user, for a client certificate. */
  readonly name: string;
  /** Organisations: the groups, for a client certificate. */
  readonly groups?: readonly string[];
  /** Names and IPv4 addresses of a server; without them the certificate is a client's. */
  readonly hosts?: readonly string[];
}

const DAY = 86_400_000;
const OID = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const;

/** A certificate authority that lives as long as the sandbox: P-256 keys, certificates good for a year. */
export class Authority {
  /** Own certificate, which others trust. */
  readonly cert: string;
  private readonly key: KeyObject;
  private readonly name: string;
  private readonly keyId: Buffer;

  constructor(name: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.name = name;
    this.key = pair.privateKey;
    this.keyId = keyIdOf(pair.publicKey);
    const extensions = [
      extension(OID.basicConstraints, sequence(boolean(true)), true),
      extension(OID.keyUsage, bits(0b00000110, 1), true), // sign certificates and revocation lists
    ];
    this.cert = this.certificate(distinguishedName(name), pair.publicKey, extensions);
  }

  /** A new key with a certificate for it. */
  issue(request: CertificateRequest): Certified {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { hosts } = request;
    const extensions = [
      extension(OID.basicConstraints, sequence(), true),
      extension(OID.keyUsage, bits(0b10000000, 7), true), // digital signature
      extension(OID.extendedKeyUsage, sequence(objectId(hosts === undefined ? OID.clientAuth : OID.serverAuth))),
      ...(hosts === undefined ? [] : [extension(OID.subjectAltName, sequence(...hosts.map(generalName)))]),
    ];
    const cert = this.certificate(distinguishedName(request.name, request.groups), pair.publicKey, extensions);
    return { cert, key: keyPem(pair.privateKey) };
  }

  // Python from 3.13 on refuses certificates that do not name their keys.
  private keyIds(publicKey: KeyObject): readonly Buffer[] {
    return [
      extension(OID.subjectKeyId, tagged(0x04, keyIdOf(publicKey))),
      extension(OID.authorityKeyId, sequence(tagged(0x80, this.keyId))),
    ];
  }

  private certificate(subject: Buffer, publicKey: KeyObject, extensions: readonly Buffer[]): string {
    const algorithm = sequence(objectId(OID.ecdsaWithSha256));
    const now = Date.now();
    const serial = randomBytes(16);
    serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40; // positive and without leading zeros
    const content = sequence(
      tagged(0xa0, tagged(0x02, Buffer.from([2]))), // version 3
      tagged(0x02, serial),
      algorithm,
      distinguishedName(this.name),
      sequence(time(now - DAY), time(now + 365 * DAY)),
      subject,
      publicKey.export({ type: 'spki', format: 'der' }),
      tagged(0xa3, sequence(...extensions, ...this.keyIds(publicKey))),
    );
    const signature = sign('sha256', content, this.key);
    return pem('CERTIFICATE', sequence(content, algorithm, tagged(0x03, Buffer.from([0]), signature)));
  }
}

/** A P-256 key pair as PEM, for signing tokens. */
export function signingKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const key = keyPem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
  return {
    privateKey: key,
    publicKey: createPublicKey(createPrivateKey(key)).export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function keyIdOf(publicKey: KeyObject): Buffer {
  return createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
}

function keyPem(key: KeyObject): string {
  return key.export({ type: 'sec1', format: 'pem' }).toString();
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

// DER, as far as a certificate needs it (ITU-T X.690, RFC 5280).

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const digits = length.subarray(length.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.from([tag, 0x80 | digits.length]), digits, body]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function boolean(value: boolean): Buffer {
  return tagged(0x01, Buffer.from([value ? 0xff : 0]));
}

function bits(byte: number, unused: number): Buffer {
  return tagged(0x03, Buffer.from([unused, byte]));
}

function objectId(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const number of rest) {
    const digits = [number & 0x7f];
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift((left & 0x7f) | 0x80);
    bytes.push(...digits);
  }
  return tagged(0x06, Buffer.from(bytes));
}

function distinguishedName(name: string, groups: readonly string[] = []): Buffer {
  const part = (id: string, text: string): Buffer =>
    tagged(0x31, sequence(objectId(id), tagged(0x0c, Buffer.from(text, 'utf8'))));
  return sequence(...groups.map((group) => part(OID.organization, group)), part(OID.commonName, name));
}

function time(at: number): Buffer {
  const text = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, ''); // YYYYMMDDHHMMSSZ
  return tagged(0x17, Buffer.from(text.slice(2), 'ascii'));
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(objectId(id), ...(critical ? [boolean(true)] : []), tagged(0x04, value));
}

function generalName(host: string): Buffer {
  const address = /^\d+\.\d+\.\d+\.\d+$/.test(host);
  return address ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host, 'ascii'));
}
