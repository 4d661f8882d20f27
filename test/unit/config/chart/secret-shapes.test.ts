import { describe, expect, test } from '@jest/globals';
import { assignedSecret, canBeSecret, isSecretName, secretShape } from '../../../../src/config/chart/secret-shapes.js';

// Put together here, so that no scanner takes this file for a leak.
const PEM = ['-----BEGIN ', 'PRIVATE KEY-----'].join('RSA ');
const long = (prefix: string): string => `${prefix}${'a1B2'.repeat(10)}`;

describe('names', () => {
  test.each(
    'API_KEY DB_PASSWORD AWS_SECRET_ACCESS_KEY client_secret GITHUB_TOKEN SIGNING_KEY STRIPE_KEY dbPwd accessKey credentials'.split(
      ' ',
    ),
  )('%s is that of a secret', (name) => expect(isSecretName(name)).toBe(true));

  test.each(
    'PUBLIC_KEY SSH_PUBLIC_KEY KMS_KEY PARTITION_KEY partition_key image_pull_secrets imagePullSecrets PRIMARY_KEY SORT_KEY CACHE_KEY topologyKey TOKEN_TTL SECRET_NAME tokenizer'.split(
      ' ',
    ),
  )('%s is not', (name) => expect(isSecretName(name)).toBe(false));
});

describe('shapes', () => {
  test.each([
    [PEM, 'a private key'],
    [PEM.replace('RSA', 'OPENSSH'), 'a private key'],
    [PEM.replace('RSA ', ''), 'a private key'],
    [PEM.replace('RSA', 'PGP').replace('KEY', 'KEY BLOCK'), 'a private key'],
    [Buffer.from(`${PEM}\nMIIEpAIBAAKCAQEA`).toString('base64'), 'a private key'],
    [long('ghp_'), 'a token'],
    [long('github_pat_'), 'a token'],
    [long('glpat-'), 'a token'],
    [long('glrt-'), 'a token'],
    [long('xoxb-'), 'a token'],
    [long('xapp-1-'), 'a token'],
    [`AKIA${'A1B2'.repeat(4)}`, 'a token'],
    [long('AIza'), 'a token'],
    [long('ya29.'), 'a token'],
    [`${long('eyJ')}.${long('eyJ')}.${long('x')}`, 'a token'],
    [`Authorization: Bearer ${long('')}`, 'a token'],
    [`https://hooks.slack.com/services/T0/B0/${long('')}`, 'an address that anybody can post to'],
    ['Server=db;User=a;Password=hunter22;', 'a password'],
    ['postgres://a:hunter22@db/hub', 'an address with a password'],
  ])('%s', (text, shape) => expect(secretShape(`x = "${text}"`)).toBe(shape));

  test.each([
    PEM.replace('RSA PRIVATE', 'PUBLIC'),
    PEM.replace('RSA PRIVATE KEY', 'CERTIFICATE'),
    PEM.replace('RSA PRIVATE KEY', 'PGP SIGNATURE'),
    PEM.replace('RSA PRIVATE KEY', 'DH PARAMETERS'),
    Buffer.from(PEM.replace('RSA PRIVATE KEY', 'CERTIFICATE')).toString('base64'),
    'password=os.environ["DB"]',
    'connect(password=get_secret("db"))',
    'https://example.com/services/T0/B0/abc',
    'Authorization: Bearer {token}',
    'eyJ is how a JWT begins',
  ])('nothing in %s', (text) => expect(secretShape(text)).toBeUndefined());
});

describe('assignments in code', () => {
  test.each([
    ['c.GitHubOAuthenticator.client_secret = "0123456789abcdef"', 'client_secret'],
    ['os.environ["DB_PASSWORD"] = "hunter22"', 'DB_PASSWORD'],
    ['{"api_key": "0123456789ab"}', 'api_key'],
    ["token = 'abcdefghij'", 'token'],
  ])('%s', (code, name) => expect(assignedSecret(code)).toBe(name));

  test.each([
    'c.X.client_secret = os.environ["SECRET"]',
    'token = get("abcdefghij")',
    'password = "$PASSWORD"',
    'secret_name = "hub-secret"',
    'print("the token: see the docs")',
    'token = ""',
  ])('nothing in %s', (code) => expect(assignedSecret(code)).toBeUndefined());

  test('hostile texts are read in time', () => {
    for (const part of ['password=', 'a"]', "x: '", 'LS0tLS1CRUdJTi', '-----BEGIN A ', 'authorization: ']) {
      const text = part.repeat(200_000 / part.length);
      secretShape(text);
      assignedSecret(text);
    }
    expect(canBeSecret('x')).toBe(true);
  });
});
