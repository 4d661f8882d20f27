/** What the container in front of each notebook server requests, in cores and GiB (helm/hub/gate_pod.py). A test compares them. */
export const GATE = { cores: 0.05, gib: 0.1875 } as const;
