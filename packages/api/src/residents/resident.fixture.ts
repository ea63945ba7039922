import type { ApiClient, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { type Settled, settledTown } from '../households/household.fixture.ts';

/** A settled town whose households each have an address, a head 张三丰, 张四丰 … and nobody else. */
export interface Inhabited extends Settled {
  /** The heads, in the order of their households. */
  heads: string[];
}

const numerals = '三四五六七八九十';

/** Makes such a town with so many households. */
export async function inhabitedTown(platform: TestPlatform, many: number): Promise<Inhabited> {
  const settled = await settledTown(platform, many);
  const heads = [];
  for (const [index, household] of settled.households.entries()) {
    const named = { name: `张${numerals[index % numerals.length]}丰`, birthYear: 1950, telephone: '138 1234 5678' };
    heads.push(await addResident(settled.town, household, { ...named, head: true }));
    const address = { household, address: `幸福路${index + 1}号`, from: settled.begins };
    await settled.town.admin.do('setAddress', address, 'household { id }');
  }
  return { ...settled, heads };
}

/** Adds a resident to a household, from the day on which such towns begin unless told. Returns their id. */
export async function addResident(
  town: TestTown,
  household: string | undefined,
  input: Record<string, unknown>,
): Promise<string> {
  const full = { household, from: '2023-01-01', ...input };
  return (await town.admin.do('addResident', full, 'resident { id }')).resident.id;
}

/** Who is in a household on a day, in full: name, year of birth, telephone and 户主, as far as they are known. */
export async function membersOn(client: ApiClient, household: string | undefined, day: string): Promise<string[]> {
  const query = `query($id: ID!, $day: Date) @purpose(of: CHECK) {
    household(id: $id) { residents(asOf: $day) { name birthYear telephone head(asOf: $day) } } }`;
  const { residents } = (await client.ask(query, { id: household, day })).household;
  return residents.map((each: Data) =>
    [each.name, each.birthYear, each.telephone, each.head && '户主'].filter(Boolean).join(' '),
  );
}

/** A household's record, the first entry first: what happened, on which day, and from what to what. */
export async function recordOf(client: ApiClient, household: string | undefined): Promise<string[]> {
  const query = `query($id: ID!) @purpose(of: CHECK) { household(id: $id) { events(first: 100) {
    nodes { kind day resident { name } other { code } changes { field before after } } } } }`;
  const { events } = (await client.ask(query, { id: household })).household;
  return events.nodes
    .reverse()
    .map(({ kind, day, resident, other, changes }: Data) =>
      [
        kind,
        day,
        resident?.name,
        other?.code,
        ...changes.map(({ field, before, after }: Data) => `${field} ${before ?? '-'}→${after ?? '-'}`),
      ]
        .filter(Boolean)
        .join(' '),
    );
}
