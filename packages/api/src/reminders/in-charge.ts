import type { townRoles } from '../accounts/account.entity.ts';
import type { Desk } from '../db/door.ts';
import { levelAt, levelsAbove, levelsOn, type RequestLevel } from '../handling/levels.ts';
import type { Standing } from '../requests/standing.ts';
import { dayOf } from '../today.ts';

/** A role that an account holds in the town, and as whom it acts there. */
interface Held {
  account: string;
  person: string | null;
  role: (typeof townRoles)[number];
  unit: string | null;
  team: string | null;
}

/** Which accounts of a town have charge of what. */
export class InCharge {
  constructor(readonly held: readonly Held[]) {}

  /** The accounts that act as a person: one at the most, however many roles it holds. */
  actingAs(person: string): readonly string[] {
    return [...new Set(this.held.filter((each) => each.person === person).map((each) => each.account))];
  }

  /** The accounts of all who are in the teams of a block; where there are none, those that have charge of it. */
  ofTeams(standing: Standing): readonly string[] {
    const held = this.held.filter(({ team }) => team !== null && standing.place.teams?.includes(team));
    return held.length > 0 ? [...new Set(held.map((each) => each.account))] : this.of(standing, 'BLOCK');
  }

  /**
   * The accounts that have charge of a level: the leads of the block's teams, the officers of the unit itself, or the
   * administrators; where a level has none, those of the next above.
   */
  of(standing: Standing, level: RequestLevel): readonly string[] {
    const levels = levelsOn(standing.path);
    const at = levelAt(levels, level);
    for (const { unit } of [at, ...levelsAbove(levels, at.level)]) {
      const held = this.held.filter((each) => {
        if (unit === null) return each.role === 'TOWN_ADMINISTRATOR';
        if (unit.kind !== 'BLOCK') return each.role === 'UNIT_OFFICER' && each.unit === unit.uuid;
        return each.role === 'TEAM_LEAD' && each.team !== null && standing.place.teams?.includes(each.team);
      });
      if (held.length > 0) return [...new Set(held.map((each) => each.account))];
    }
    return [];
  }
}

/** Who has charge of what today in the desk's town. One statement. */
export async function inCharge(desk: Desk): Promise<InCharge> {
  const today = dayOf(desk.now);
  const held = await desk.db
    .selectFrom('assignment as a')
    .innerJoin('town_account as t', (join) =>
      join.onRef('t.town_id', '=', 'a.town_id').onRef('t.id', '=', 'a.account_id'),
    )
    .select(['t.account_id as account', 't.person_id as person', 'a.role', 'a.unit_id as unit', 'a.team_id as team'])
    .where('a.town_id', '=', desk.town)
    .where('a.valid_from', '<=', today)
    .where((where) => where.or([where('a.valid_to', 'is', null), where('a.valid_to', '>', today)]))
    .execute();
  return new InCharge(held);
}
