/** Branch of the access request of an issue. */
export function requestBranch(issue: number): string {
  return `access-request/${issue}`;
}

/** Issue that a branch belongs to; undefined for branches of another name. */
export function issueOfBranch(branch: string | undefined): number | undefined {
  const number = /^access-request\/([1-9]\d{0,14})$/.exec(branch ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}
