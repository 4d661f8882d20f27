import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../../src/config/model.js';
import { zoneAffinity } from '../../../../src/helm/values/zones.js';

const expression = { key: 'topology.kubernetes.io/zone', operator: 'In', values: ['us-central1-a'] };
const required = (terms: readonly JsonObject[]): JsonObject => ({
  singleuser: { extraNodeAffinity: { required: terms } },
});

describe('the zones of notebook servers', () => {
  test('are one required term', () => {
    expect(zoneAffinity(['us-central1-a'], {})).toEqual(required([{ matchExpressions: [expression] }]));
    expect(zoneAffinity(['us-central1-a'], required([]))).toEqual(required([{ matchExpressions: [expression] }]));
  });

  test('are part of every term of hub.values, because a node needs to fit only one', () => {
    const own = { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] };
    const fields = { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] };
    expect(zoneAffinity(['us-central1-a'], required([{ matchExpressions: [own] }, fields]))).toEqual(
      required([{ matchExpressions: [own, expression] }, { ...fields, matchExpressions: [expression] }]),
    );
  });

  test('are left to Google where the platform names none', () => {
    expect(zoneAffinity(undefined, required([{ matchExpressions: [] }]))).toEqual({});
  });
});
