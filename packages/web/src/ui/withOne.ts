/** What is picked of a list, by its ids, once one of them is picked as well or no more. */
export function withOne(ids: ReadonlySet<string>, id: string, chosen: boolean): ReadonlySet<string> {
  const after = new Set(ids);
  if (chosen) after.add(id);
  else after.delete(id);
  return after;
}
