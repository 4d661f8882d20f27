/**
 * Like Promise.all, but it rejects only after both parts have ended. A part that is still at work could hold a lock or use
 * a temp folder.
 */
export async function allEnded<A, B>(parts: readonly [A | Promise<A>, B | Promise<B>]): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled(parts);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}
