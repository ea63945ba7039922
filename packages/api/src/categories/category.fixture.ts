import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

/** The id of each category of a town, by its name. */
export async function categoriesOf(town: TestTown): Promise<Record<string, string>> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { categories { id name } } }';
  const { categories } = (await town.admin.ask(query, { code: town.code })).town;
  return Object.fromEntries(categories.map((each: Data) => [each.name, each.id]));
}

/** The categories of a household as whoever says what for sees them: name, reason, first and last day. */
export async function categoriesSeen(client: ApiClient, id: string | undefined, asOf?: string): Promise<string[]> {
  const query = `query($id: ID!, $asOf: Date) @purpose(of: CHECK) { household(id: $id) {
    categories(asOf: $asOf) { name reason validFrom validTo } } }`;
  const { categories } = (await client.ask(query, { id, asOf })).household;
  return categories.map(({ name, reason, validFrom, validTo }: Data) =>
    [name, reason, validFrom, validTo].filter(Boolean).join(' '),
  );
}

/** Puts a household into a category. */
export async function categorize(
  client: ApiClient,
  household: string | undefined,
  category: string | undefined,
  from: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  const input = { household, category, from, reason: '走访得知', ...more };
  await client.do('categorizeHousehold', input, 'household { id }');
}

/** The ids of a household's being in categories, by the category's name. */
export async function heldBy(client: ApiClient, id: string | undefined): Promise<Record<string, string>> {
  const query = 'query($id: ID!) @purpose(of: CHECK) { household(id: $id) { categories { id name } } }';
  const { categories } = (await client.ask(query, { id })).household;
  return Object.fromEntries(categories.map((each: Data) => [each.name, each.id]));
}
