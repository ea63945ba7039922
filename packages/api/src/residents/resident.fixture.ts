import type { TestPlatform } from '../../test/platform.ts';
import { type Settled, settledTown } from '../households/household.fixture.ts';

/** A settled town whose households each have a head 张三丰, 张四丰 … and nobody else. */
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
    const adding = { household, ...named, head: true, from: settled.begins };
    heads.push((await settled.town.admin.do('addResident', adding, 'resident { id }')).resident.id);
  }
  return { ...settled, heads };
}
