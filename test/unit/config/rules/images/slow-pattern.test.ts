import { expect, test } from '@jest/globals';
import { slowness } from '../../../../../src/config/rules/images/slow-pattern.js';

const NAMES =
  '^([a-z0-9-]+\\.)?docker\\.pkg\\.dev/[a-z0-9-]+/[a-z0-9-]+/[a-z0-9._-]+(:[a-z0-9._-]+|@sha256:[a-f0-9]{64})$';

test.each([
  ['^acme/.+$'],
  [NAMES],
  ['^us-docker\\.pkg\\.dev/acme/notebooks/[a-z0-9-]+:.+$'],
  ['^acme/(a|b)[a-z/]+(:.+)?$'],
  ['^(foo|bar)+$'],
  ['^(ab){3}[^:]*:(?!latest$)[a-z0-9.]+$'],
  ['^acme/.*-notebook:.*$'],
  ['^acme/[\\w.-]+:\\d+\\.\\d+\\.\\d+$'],
])('%s is quick', (pattern) => expect(slowness(pattern)).toBeUndefined());

test.each([
  ['^([a-z]+/)*x$', /repeated group/],
  ['^(a|aa)+$', /repeated group/],
  ['^(x(a|ab)c?)*$', /repeated group/],
  ['^([a-z]|[a-z0-9])*z$', /repeated group/],
  ['^(a?b){0,40}$', /repeated group/],
  ['^(a+){,9}$', /repeated group/],
  ['^(?:(?:a|a)(?=b))+$', /repeated group/],
  ['^a.*a.*a.*a.*b$', /Too many repetitions/],
  ['^[a-z]+(?!1)[a-z]+(?!1)[a-z]+(?!1)[a-z]+/$', /Too many repetitions/],
  ['^[a-z.]+\\.[a-z]+/[a-z.]+\\.[a-z]+/[a-z.]+\\.[a-z]+/x$', /Too many repetitions/],
  [`^${'a?'.repeat(30)}b$`, /Too many repetitions/],
  ['^(.*a|.*b)(.*c)(.*d).*e$', /Too many repetitions/],
])('%s can be slow', (pattern, why) => expect(slowness(pattern)?.why).toMatch(why));
