import type { Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';

const begins = '2023-01-01';

/** A town with three blocks from a day on, 东块, 西块 and 北块, and households in the first. */
export interface Settled {
  town: TestTown;
  begins: string;
  blocks: readonly [string, string, string];
  households: string[];
  /** The households' numbers, in their order. */
  codes: string[];
}

let count = 0;

/** Makes such a town with so many households. */
export async function settledTown(platform: TestPlatform, many: number): Promise<Settled> {
  const town = await platform.newTown();
  const open = (name: string) => town.openUnit({ name, from: begins });
  const blocks = [await open('东块'), await open('西块'), await open('北块')] as const;
  const codes = Array.from({ length: many }, () => `户${String(++count).padStart(4, '0')}`);
  const households = many > 0 ? await register(town, blocks[0], codes) : [];
  return { town, begins, blocks, households, codes };
}

/** Registers households in a block from the day on which such towns begin. Returns their ids. */
export async function register(town: TestTown, block: string, codes: readonly string[]): Promise<string[]> {
  const input = { block, codes, from: begins };
  const { households } = await town.admin.do('registerHouseholds', input, 'households { id }');
  return households.map((household: Data) => household.id);
}

/** Opens an overlay with blocks of the given names from the day on which such towns begin. Returns the ids. */
export async function openOverlay(
  town: TestTown,
  names: readonly string[],
): Promise<{ overlay: string; blocks: string[] }> {
  const opening = { town: town.code, name: '籍贯', from: begins };
  const { id: overlay } = (await town.admin.do('openOverlay', opening, 'overlay { id }')).overlay;
  const blocks = [];
  for (const name of names) blocks.push(await town.openUnit({ name, overlay, from: begins }));
  return { overlay, blocks };
}

/** Forms a team for a block with one member, by default a group head 组长. Returns the membership's id. */
export async function groupHead(town: TestTown, block: string | undefined, name: string, role = 'GROUP_HEAD') {
  const { team } = await town.admin.do('formTeam', { block, name: `${name}组`, from: begins }, 'team { id }');
  const joining = { team: team.id, person: await town.person(name), role, from: begins };
  return (await town.admin.do('joinTeam', joining, 'member { id }')).member.id as string;
}

/** Where a household is in overlays, period by period: the block, its head there, and the days from and to which. */
export async function overlaidPlaces(town: TestTown, id: string | undefined): Promise<string[]> {
  const query = `query($id: ID!) { household(id: $id) {
    places { block { name overlay { id } } head { person { name } } validFrom validTo } } }`;
  const { places } = (await town.admin.ask(query, { id })).household;
  return places
    .filter((place: Data) => place.block.overlay !== null)
    .map(({ block, head, validFrom, validTo }: Data) =>
      [block.name, head?.person.name, validFrom, validTo].filter(Boolean).join(' '),
    );
}
