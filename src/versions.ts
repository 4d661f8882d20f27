/** Version of this program. `npm run generate` writes it from package.json. */
export const VERSION = '0.2.0';

/** The action of this version as a workflow names it. `npm run generate` writes it from package.json, too. */
export const ACTION = 'OWNER/jupyterhub-gke@v0';

/** Oldest supported major version of Node.js, as `engines` in package.json has it. */
export const OLDEST_NODE = 22;

/** Release of Zero to JupyterHub that is installed unless the configuration says otherwise, and that all checks ran with. */
export const DEFAULT_CHART_VERSION = '4.4.0';

/** SHA-256 of the archive of that release, as the index of the official repository lists it (`digest` in index.yaml). */
export const DEFAULT_CHART_SHA256 = '99e429ca8205bf21468eaed978da7b425b94ead966db1875211dc310c6ebf228';

/** Official Helm repository of Zero to JupyterHub. */
export const CHART_REPOSITORY = 'https://hub.jupyter.org/helm-chart/';

/** Versions of a program that are accepted from PATH: `from` included, `below` not. */
export interface VersionRange {
  readonly from: string;
  readonly below: string;
}

/** Programs that the product calls. */
export const SUPPORTED: Readonly<Record<'terraform' | 'tofu' | 'helm', VersionRange>> = {
  terraform: { from: '1.9.0', below: '2.0.0' },
  tofu: { from: '1.9.0', below: '2.0.0' },
  helm: { from: '3.18.0', below: '5.0.0' },
};

/** A release to download where PATH has no usable one. */
export interface Release {
  readonly version: string;
  /** SHA-256 of the archive by platform, as published with the release; other platforms are checked by the publisher's own list. */
  readonly sha256: Readonly<Record<string, string>>;
}

/** Releases that are downloaded, with the checksums that their publishers list (terraform_1.11.4_SHA256SUMS, helm-v4.0.4-*.sha256sum). */
export const DOWNLOADS: Readonly<Record<'terraform' | 'helm', Release>> = {
  terraform: {
    version: '1.11.4',
    sha256: {
      linux_amd64: '1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc',
      linux_arm64: 'a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633',
      darwin_amd64: 'a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b',
      darwin_arm64: '867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18',
    },
  },
  helm: {
    version: '4.0.4',
    sha256: {
      linux_amd64: '29454bc351f4433e66c00f5d37841627cbbcc02e4c70a6d796529d355237671c',
      linux_arm64: '16b88acc6503d646b7537a298e7389bef469c5cc9ebadf727547abe9f6a35903',
    },
  },
};

/** Whether a version such as `1.11.4` or `v3.19.0+g3d8990f` lies in a range; pre-releases count as their release. */
export function inRange(version: string, range: VersionRange): boolean {
  return compareVersions(version, range.from) >= 0 && compareVersions(version, range.below) < 0;
}

/** Negative, zero or positive, as `a` is older than, the same as, or newer than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): number[] {
  return (/^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0').split('.').map(Number);
}
