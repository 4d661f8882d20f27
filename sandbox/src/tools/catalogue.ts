/** Tools that the sandbox runs. */
export type ToolName = 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kwok' | 'helm' | 'terraform' | 'act' | 'python' | 'configurable-http-proxy';
export interface ToolPaths { path(name: ToolName): string }
