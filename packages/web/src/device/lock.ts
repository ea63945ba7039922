/**
 * Does something while no other window of this browser does what has the same name; those that ask meanwhile wait. A
 * browser without locks does it at once: what is sent twice counts once all the same.
 */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(`lianxin.${name}`, work);
}
