import type { Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

/** The ids of the categories of relief of a town, or of its items, by their names. */
export async function reliefIds(town: TestTown, of: 'categories' | 'items'): Promise<Record<string, string>> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { reliefCategories { id name items { id name } } } }';
  const { reliefCategories } = (await town.admin.ask(query, { code: town.code })).town;
  const listed = of === 'categories' ? reliefCategories : reliefCategories.flatMap((each: Data) => each.items);
  return Object.fromEntries(listed.map((each: Data) => [each.name, each.id]));
}
