import { DOWNLOADS, SUPPORTED, type VersionRange } from '../../../src/versions.js';

/** Tools that the sandbox and the checks run. */
export type ToolName =
  | 'terraform'
  | 'helm'
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kwok'
  | 'act'
  | 'actionlint'
  | 'python'
  | 'configurable-http-proxy';

/** Tools that are one program, found, downloaded or built; the other two come from PyPI and npm. */
export type ProgramName = Exclude<ToolName, 'python' | 'configurable-http-proxy'>;

/** Where tools are. */
export interface ToolPaths {
  /** Absolute path of the program. Throws when the tool was not asked for. */
  path(name: ToolName): string;
}

/** A program of that name on PATH counts when its version is in range. */
export interface Candidate {
  readonly program: string;
  readonly args: readonly string[];
  readonly range: VersionRange;
}

/** A release as its publisher offers it, with `{os}` and `{arch}` standing for Go's names of the platform. */
export interface Download {
  readonly version: string;
  readonly url: string;
  /** Known sum, by `os_arch`; the publisher's list is asked where there is none. */
  readonly sha256?: Readonly<Record<string, string>>;
  /** The publisher's sum: a list with names, or a file with the bare sum. */
  readonly sums: string;
  /** Path in the archive; absent when the download is the program itself. */
  readonly member?: string;
}

/** How to get a program. */
export interface ToolSpec {
  readonly candidates: readonly [Candidate, ...Candidate[]];
  readonly download?: Download;
  readonly build: {
    /** Program that is built; another name than the tool's where a stand-in takes its place. */
    readonly program: string;
    readonly version: string;
    /** Folder below tools/ with the Go module that pins it. */
    readonly module: string;
    readonly package: string;
    /** Variables that the linker sets to say the version, as `path=value`. */
    readonly variables: readonly string[];
    /** Seconds that the build took on two cores with nothing in Go's cache, in the order in which tools are built. */
    readonly seconds: number;
  };
}

const ETCD = '3.6.4';
const KUBERNETES = '1.34.4';
const KWOK = '0.8.0';
const HELM = '4.3.1';
const HELM_3 = '3.22.0';
const ACT = '0.2.89';
const ACTIONLINT = '1.7.12';
const OPENTOFU = '1.12.6';
const GITHUB = 'https://github.com';

/** All programs, in the order in which they are built. Versions are those of tools/<module>/go.mod; a test compares them. */
export const PROGRAMS: Readonly<Record<ProgramName, ToolSpec>> = {
  etcd: {
    // 3.4 makes an API server of 1.34 crawl.
    candidates: [{ program: 'etcd', args: ['--version'], range: { from: '3.5.0', below: '3.7.0' } }],
    download: {
      version: ETCD,
      url: `${GITHUB}/etcd-io/etcd/releases/download/v${ETCD}/etcd-v${ETCD}-{os}-{arch}.tar.gz`,
      sums: `${GITHUB}/etcd-io/etcd/releases/download/v${ETCD}/SHA256SUMS`,
      member: `etcd-v${ETCD}-{os}-{arch}/etcd`,
    },
    build: {
      program: 'etcd',
      version: ETCD,
      module: 'kubernetes',
      package: 'go.etcd.io/etcd/server/v3',
      variables: [],
      seconds: 40,
    },
  },
  'kube-apiserver': kubernetes('kube-apiserver', 170),
  'kube-controller-manager': kubernetes('kube-controller-manager', 50),
  'kube-scheduler': kubernetes('kube-scheduler', 5),
  kwok: {
    candidates: [{ program: 'kwok', args: ['--version'], range: { from: '0.7.0', below: '0.9.0' } }],
    build: {
      program: 'kwok',
      version: KWOK,
      module: 'kwok',
      package: 'sigs.k8s.io/kwok/cmd/kwok',
      variables: [`sigs.k8s.io/kwok/pkg/consts.Version=v${KWOK}`],
      seconds: 65,
    },
  },
  helm: helm(HELM, SUPPORTED.helm, 'helm', 105),
  terraform: {
    candidates: [
      { program: 'terraform', args: ['version'], range: SUPPORTED.terraform },
      { program: 'tofu', args: ['version'], range: SUPPORTED.tofu },
    ],
    download: terraformDownload(),
    build: {
      program: 'tofu',
      version: OPENTOFU,
      module: 'opentofu',
      package: 'github.com/opentofu/opentofu/cmd/tofu',
      variables: ['github.com/opentofu/opentofu/version.dev=no'],
      seconds: 190,
    },
  },
  act: {
    candidates: [{ program: 'act', args: ['--version'], range: { from: '0.2.80', below: '0.3.0' } }],
    build: {
      program: 'act',
      version: ACT,
      module: 'act',
      package: 'github.com/nektos/act',
      variables: [`main.version=${ACT}`],
      seconds: 20,
    },
  },
  actionlint: {
    candidates: [{ program: 'actionlint', args: ['-version'], range: { from: '1.7.7', below: '1.8.0' } }],
    build: {
      program: 'actionlint',
      version: ACTIONLINT,
      module: 'actionlint',
      package: 'github.com/rhysd/actionlint/cmd/actionlint',
      variables: [`github.com/rhysd/actionlint.version=${ACTIONLINT}`],
      seconds: 5,
    },
  },
};

/** The previous major version of helm, which the product supports too. */
const PREVIOUS_HELM = helm(HELM_3, { from: SUPPORTED.helm.from, below: '4.0.0' }, 'helm-3', 105);

/** How to get a program; `JUPYTERHUB_GKE_HELM=3` selects helm 3. */
export function specOf(name: ProgramName, env: NodeJS.ProcessEnv): ToolSpec {
  return name === 'helm' && env.JUPYTERHUB_GKE_HELM === '3' ? PREVIOUS_HELM : PROGRAMS[name];
}

function helm(version: string, range: VersionRange, module: string, seconds: number): ToolSpec {
  const url = `https://get.helm.sh/helm-v${version}-{os}-{arch}.tar.gz`;
  const path = `helm.sh/helm/v${version.split('.')[0]}`;
  return {
    candidates: [{ program: 'helm', args: ['version', '--template={{.Version}}'], range }],
    download: { version, url, sums: `${url}.sha256sum`, member: '{os}-{arch}/helm' },
    build: {
      program: 'helm',
      version,
      module,
      package: `${path}/cmd/helm`,
      variables: [`${path}/internal/version.version=v${version}`],
      seconds,
    },
  };
}

function kubernetes(program: string, seconds: number): ToolSpec {
  const [major = '', minor = ''] = KUBERNETES.split('.');
  const base = `https://dl.k8s.io/release/v${KUBERNETES}/bin/{os}/{arch}/${program}`;
  const version = 'k8s.io/component-base/version';
  return {
    candidates: [{ program, args: ['--version'], range: { from: '1.34.0', below: '1.35.0' } }],
    download: { version: KUBERNETES, url: base, sums: `${base}.sha256` },
    build: {
      program,
      version: KUBERNETES,
      module: 'kubernetes',
      package: `k8s.io/kubernetes/cmd/${program}`,
      variables: [
        `${version}.gitVersion=v${KUBERNETES}`,
        `${version}.gitMajor=${major}`,
        `${version}.gitMinor=${minor}`,
      ],
      seconds,
    },
  };
}

function terraformDownload(): Download {
  const { version, sha256 } = DOWNLOADS.terraform;
  const base = `https://releases.hashicorp.com/terraform/${version}`;
  return {
    version,
    url: `${base}/terraform_${version}_{os}_{arch}.zip`,
    sha256,
    sums: `${base}/terraform_${version}_SHA256SUMS`,
    member: 'terraform',
  };
}
