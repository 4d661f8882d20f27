import { describe, expect, test } from '@jest/globals';
import { bytes, cores } from '../../../../src/config/quantity.js';
import { profileValues } from '../../../../src/helm/values/profiles.js';
import { escapeBraces, valueAt } from '../../../../src/helm/values/values.js';
import { profile } from '../../../support/hub-config.js';

describe('values of profiles', () => {
  test('a single profile is the default server, without a list to choose from', () => {
    const values = profileValues(
      [profile('cpu', { default: true, image: 'quay.io/acme/notebook:2026-11' })],
      'research',
    );
    expect(values).toEqual({
      singleuser: {
        cpu: { guarantee: 1, limit: 2 },
        memory: { guarantee: 4294967296, limit: 4294967296 },
        image: { name: 'quay.io/acme/notebook', tag: '2026-11' },
      },
    });
  });

  test('several profiles are a list with exactly one marked as default', () => {
    const values = profileValues(
      [profile('small'), profile('large', { default: true, memory: { guarantee: '8Gi', limit: '16Gi' } })],
      'research',
    );
    const list = valueAt(values, 'singleuser.profileList') as {
      slug: string;
      default?: boolean;
      kubespawner_override: object;
    }[];
    expect(list.map(({ slug, default: marked }) => [slug, marked])).toEqual([
      ['small', undefined],
      ['large', true],
    ]);
    expect(list[1]?.kubespawner_override).toEqual({
      cpu_guarantee: 1,
      cpu_limit: 2,
      mem_guarantee: 8589934592,
      mem_limit: 17179869184,
    });
    expect(valueAt(values, 'singleuser.memory.limit')).toBe(17179869184);
  });

  test('a profile without limits has none, also where the default server has one', () => {
    const free = { cpu: { guarantee: '0.05', limit: undefined }, memory: { guarantee: '1Gi', limit: undefined } };
    const [, second] = valueAt(
      profileValues([profile('a', { default: true }), profile('b', free)], 'research'),
      'singleuser.profileList',
    ) as {
      kubespawner_override: object;
    }[];
    expect(second?.kubespawner_override).toMatchObject({ cpu_guarantee: 0.05, cpu_limit: null, mem_limit: null });
    expect(valueAt(profileValues([profile('b', free)], 'research'), 'singleuser.memory.limit')).toBeNull();
  });

  test("texts of a profile cannot bring markup into the hub's page, and keep their braces", () => {
    const text = `<script>alert("x")</script> & {username}`;
    const values = profileValues(
      [profile('a', { displayName: text, description: text, default: true }), profile('b')],
      'research',
    );
    const [first] = valueAt(values, 'singleuser.profileList') as { display_name: string; description: string }[];
    const safe = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; {username}';
    expect(first).toMatchObject({ display_name: safe, description: safe });
  });

  test("profiles with groups are not in the chart's own list, not even a single one", () => {
    const grouped = profile('gpu', { groups: ['ml'] });
    for (const list of [[grouped], [profile('cpu'), grouped]]) {
      expect(valueAt(profileValues(list, 'research'), 'singleuser.profileList')).toBeUndefined();
    }
  });

  test.each([
    ['repo', { name: 'repo', tag: 'latest' }],
    ['host:5000/repo', { name: 'host:5000/repo', tag: 'latest' }],
    ['host:5000/repo:1@sha256:abc', { name: 'host:5000/repo:1@sha256', tag: 'abc' }],
    ['repo@sha256:abc', { name: 'repo@sha256', tag: 'abc' }],
  ])('the chart joins the parts of the image %s to the same image', (image, parts) => {
    const values = profileValues([profile('cpu', { image })], 'research');
    expect(valueAt(values, 'singleuser.image')).toEqual(parts);
  });

  test('braces are doubled in a text that goes through str.format', () => {
    expect(escapeBraces('{"a": 1} $&')).toBe('{{"a": 1}} $&');
  });
});

test.each([
  ['500m', 0.5],
  ['2', 2],
  ['1.5', 1.5],
])('%s is %d cores', (text, number) => expect(cores(text)).toBe(number));

test.each([
  ['4Gi', 4294967296],
  ['500M', 500000000],
  ['1.5Ki', 1536],
])('%s is %d bytes', (text, number) => expect(bytes(text)).toBe(number));

test('an invalid quantity is refused', () => {
  for (const text of ['', 'Gi', '4 Gi', '4GiB', '__proto__', '1constructor'])
    expect(() => bytes(text)).toThrow('not a Kubernetes quantity');
});
