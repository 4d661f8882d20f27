/**
 * Like Promise.all, but a failure of one part is told only when the others have ended too: none may be left at work,
 * with a lock held or a temp folder in use.
 */
export async function allEnded<A, B>(parts: readonly [A | Promise<A>, B | Promise<B>]): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled(parts);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}
