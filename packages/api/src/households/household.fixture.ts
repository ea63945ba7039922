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
