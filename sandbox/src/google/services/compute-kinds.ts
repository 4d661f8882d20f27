import { createHash, X509Certificate } from 'node:crypto';
import { ApiError } from '../api-error.js';
import { etag, fingerprint, numericId } from '../ids.js';
import type { Json } from '../world.js';

/** Prefix of all links in compute's answers. */
export const LINK = 'https://www.googleapis.com/compute/v1/';

/** One kind of compute resource: what the API adds to a request. */
export interface Kind {
  readonly collection: string;
  readonly scope: 'global' | 'regions' | 'zones';
  readonly kind: string;
  /** Name of the path value that holds a resource's name. */
  readonly key: string;
  /** Metric of the quota that limits it. */
  readonly quota: string;
  /** Fields with links: accepted in any form, returned in full form. */
  readonly links?: readonly string[];
  /** Methods that require the fingerprint: `patch`, `update` or both. */
  readonly guarded?: readonly string[];
  /** Whether it carries a fingerprint that changes with it. */
  readonly fingerprinted?: boolean;
  /** The resource with its defaults; runs again after every change. */
  readonly complete: (resource: Json, facts: { readonly project: string; readonly address: () => string }) => Json;
}

const NAT_DEFAULTS = {
  autoNetworkTier: 'PREMIUM',
  effectiveTcpTimeWaitTimeoutSec: 120,
  endpointTypes: ['ENDPOINT_TYPE_VM'],
  type: 'PUBLIC',
};

/** All kinds, by collection. Defaults are those of the recordings computenetworkbasic, computesubnetwork, computerouternatbasic, globalcomputeaddress. */
export const KINDS: Readonly<Record<string, Kind>> = Object.fromEntries(
  (
    [
      {
        collection: 'networks',
        scope: 'global',
        kind: 'compute#network',
        key: 'network',
        quota: 'NETWORKS',
        links: ['networkProfile'],
        complete: (network, { project }) => ({
          networkFirewallPolicyEnforcementOrder: 'AFTER_CLASSIC_FIREWALL',
          ...network,
          routingConfig: {
            bgpBestPathSelectionMode: 'LEGACY',
            routingMode: 'REGIONAL',
            ...(network.routingConfig as Json | undefined),
          },
          selfLinkWithId: `${LINK}projects/${project}/global/networks/${String(network.id)}`,
        }),
      },
      {
        collection: 'subnetworks',
        scope: 'regions',
        kind: 'compute#subnetwork',
        key: 'subnetwork',
        quota: 'SUBNETWORKS',
        links: ['network'],
        guarded: ['patch'],
        fingerprinted: true,
        complete: (subnetwork) => ({
          privateIpGoogleAccess: false,
          privateIpv6GoogleAccess: 'DISABLE_GOOGLE_ACCESS',
          purpose: 'PRIVATE',
          stackType: 'IPV4_ONLY',
          ...subnetwork,
          gatewayAddress: gateway(String(subnetwork.ipCidrRange ?? '')),
          state: 'READY',
        }),
      },
      {
        collection: 'routers',
        scope: 'regions',
        kind: 'compute#router',
        key: 'router',
        quota: 'ROUTERS',
        links: ['network'],
        complete: (router) => ({
          encryptedInterconnectRouter: false,
          ...router,
          ...(Array.isArray(router.nats) && router.nats.length > 0
            ? { nats: router.nats.map((nat: Json) => ({ ...NAT_DEFAULTS, ...nat })) }
            : { nats: undefined }),
        }),
      },
      {
        collection: 'globalAddresses',
        scope: 'global',
        kind: 'compute#address',
        key: 'address',
        quota: 'STATIC_ADDRESSES',
        complete: (address, facts) => {
          const external = (address.addressType ?? 'EXTERNAL') === 'EXTERNAL';
          return {
            addressType: 'EXTERNAL',
            ipVersion: 'IPV4',
            ...(external ? { networkTier: 'PREMIUM', status: 'RESERVED' } : {}),
            ...address,
            address: address.address ?? facts.address(),
            labelFingerprint: fingerprint(address.labels ?? {}),
          };
        },
      },
      {
        collection: 'backendServices',
        scope: 'global',
        kind: 'compute#backendService',
        key: 'backendService',
        quota: 'BACKEND_SERVICES',
        links: ['securityPolicy'],
        guarded: ['update'],
        fingerprinted: true,
        complete: (service) => ({
          affinityCookieTtlSec: 0,
          connectionDraining: { drainingTimeoutSec: 0 },
          description: '',
          enableCDN: false,
          loadBalancingScheme: 'EXTERNAL',
          port: 80,
          portName: 'http',
          protocol: 'HTTP',
          sessionAffinity: 'NONE',
          timeoutSec: 30,
          ...service,
          ...(service.iap === undefined ? {} : { iap: hideSecret(service.iap as Json) }),
        }),
      },
      {
        collection: 'globalForwardingRules',
        scope: 'global',
        kind: 'compute#forwardingRule',
        key: 'forwardingRule',
        quota: 'FORWARDING_RULES',
        links: ['target'],
        complete: (rule, facts) => ({
          IPProtocol: 'TCP',
          loadBalancingScheme: 'EXTERNAL',
          networkTier: 'PREMIUM',
          ...rule,
          IPAddress: rule.IPAddress ?? facts.address(),
          labelFingerprint: fingerprint(rule.labels ?? {}),
        }),
      },
      {
        collection: 'networkEndpointGroups',
        scope: 'zones',
        kind: 'compute#networkEndpointGroup',
        key: 'networkEndpointGroup',
        quota: 'NETWORK_ENDPOINT_GROUPS',
        links: ['network', 'subnetwork'],
        complete: (group) => ({ networkEndpointType: 'GCE_VM_IP_PORT', size: 0, ...group }),
      },
      {
        collection: 'sslCertificates',
        scope: 'global',
        kind: 'compute#sslCertificate',
        key: 'sslCertificate',
        quota: 'SSL_CERTIFICATES',
        // Nobody can read a key again.
        complete: ({ privateKey: _, ...certificate }) => ({
          type: 'SELF_MANAGED',
          ...certificate,
          ...saidBy(String(certificate.certificate ?? '')),
        }),
      },
    ] satisfies Kind[]
  ).map((kind) => [kind.collection, kind]),
);

/** A new resource of a kind: what was given, with identity and defaults. */
export function create(
  kind: Kind,
  given: Json,
  path: string,
  place: Json,
  facts: Parameters<Kind['complete']>[1] & { now: Date },
): Json {
  return finish(
    kind,
    {
      ...given,
      ...place,
      kind: kind.kind,
      id: numericId(),
      creationTimestamp: facts.now.toISOString(),
      selfLink: `${LINK}${path}`,
    },
    facts,
  );
}

/** What compute reads in a certificate. */
function saidBy(pem: string): Json {
  try {
    const { subjectAltName = '', validTo } = new X509Certificate(pem);
    const names = subjectAltName.split(', ').flatMap((name) => /^DNS:(.+)$/.exec(name)?.[1] ?? []);
    return { subjectAlternativeNames: names, expireTime: new Date(validTo).toISOString() };
  } catch {
    throw new ApiError(400, 'The SSL certificate could not be parsed.', { status: undefined });
  }
}

/** Completes a resource after a change. */
export function finish(kind: Kind, resource: Json, facts: Parameters<Kind['complete']>[1]): Json {
  const linked = { ...resource };
  for (const field of kind.links ?? []) {
    if (typeof linked[field] === 'string' && linked[field] !== '') linked[field] = fullLink(linked[field]);
  }
  const complete = kind.complete(linked, facts);
  if (kind.fingerprinted) complete.fingerprint = etag();
  return withoutNulls(complete) as Json;
}

/** A value without nulls at any depth: in a request they mean "not set", in an answer they do not occur. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const set = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return Object.fromEntries(set.map(([key, item]) => [key, withoutNulls(item)]));
}

/** A link in its full form, from any form that the API takes. */
export function fullLink(link: string): string {
  return `${LINK}${link.replace(/^https?:\/\/[^/]+\/(compute\/(v1|beta)\/)?/, '')}`;
}

/** Path of a resource within the API, from a link in any form. */
export function linkPath(link: string): string {
  return fullLink(link).slice(LINK.length);
}

/** JSON merge patch: null deletes, objects merge, everything else replaces. */
export function mergePatch(target: Json, patch: Json): Json {
  const result = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else if (isObject(value)) result[key] = mergePatch(isObject(result[key]) ? result[key] : {}, value);
    else result[key] = value;
  }
  return result;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** First and last address of an IPv4 range as numbers; throws as compute does where it is none. */
export function range(cidr: string, field = 'resource.ipCidrRange'): readonly [number, number] {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr);
  const bytes = match?.slice(1, 5).map(Number) ?? [];
  const bits = Number(match?.[5]);
  if (!match || bytes.some((byte) => byte > 255) || bits > 32) {
    throw new ApiError(400, `Invalid value for field '${field}': '${cidr}'. Must be an IPv4 address range.`, {
      reason: 'invalid',
      status: undefined,
    });
  }
  const first = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const size = 2 ** (32 - bits);
  return [first - (first % size), first - (first % size) + size - 1];
}

function gateway(cidr: string): string {
  const first = range(cidr)[0] + 1;
  return [24, 16, 8, 0].map((shift) => (first >>> shift) & 255).join('.');
}

// Google never gives the OAuth client's secret back, only its digest.
function hideSecret({ oauth2ClientSecret, ...iap }: Json): Json {
  if (typeof oauth2ClientSecret !== 'string' || oauth2ClientSecret === '') return iap;
  return { ...iap, oauth2ClientSecretSha256: createHash('sha256').update(oauth2ClientSecret).digest('hex') };
}
