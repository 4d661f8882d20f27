/** A network that exists, in which the product makes nothing. */
export interface ExistingNetwork {
  /** Project of the network; the host project of a Shared VPC. */
  readonly project: string;
  readonly network: string;
  readonly subnetwork: string;
  /** Names of the subnetwork's secondary ranges; undefined means that GKE adds one. */
  readonly podsRange: string | undefined;
  readonly servicesRange: string | undefined;
}

/** Ranges of the network that the product makes, such as `10.0.0.0/20`; undefined means the default of terraform/platform. */
export interface NewNetwork {
  readonly nodes: string | undefined;
  readonly pods: string | undefined;
  readonly services: string | undefined;
}

/** The network of a platform. */
export type PlatformNetwork = { readonly existing: ExistingNetwork } | { readonly ranges: NewNetwork };
