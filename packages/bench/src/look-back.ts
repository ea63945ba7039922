import { atDesk } from '../../api/src/db/door.ts';
import { lifeOf } from '../../api/src/db/versions.ts';
import { globalId } from '../../api/src/schema/global-id.ts';
import { teamLinesOf } from '../../api/src/teams/team-lines.ts';
import { dayOf } from '../../api/src/today.ts';
import { type Timeline, timelineOf } from '../../api/src/units/timeline.ts';
import type { BenchPlatform, BenchTown } from './platform.ts';
import { old } from './questions.ts';
import type { Shape } from './town.ts';

/** What has become of a town. */
export interface LookedBack {
  /** What it holds today, but for the units that the register gave it. */
  shape: Shape;
  /** Its nodes today: units and teams. */
  nodes: number;
  /** How many restructurings led there, and how many versions of units they left. */
  events: number;
  versions: number;
  /** The id of a village that stood on the old day and still does, with the most versions. */
  lasting: string;
  /** The id of one that stood on the old day and has ended since. */
  ended: string;
}

/** Looks at what a town has been through. */
export function lookBack({ orm }: BenchPlatform, { townId }: BenchTown): Promise<LookedBack> {
  const now = new Date();
  const today = dayOf(now);
  return atDesk(orm, { role: 'app_town', town: townId }, now, 'read', async (desk) => {
    const timeline = await desk.load(timelineOf, townId);
    const teams = await desk.load(teamLinesOf, townId);
    const standing = [...timeline.on(today).values()];
    const count = (kind: string) => standing.filter((unit) => unit.kind === kind && unit.code === null).length;
    const { events } = await desk.db
      .selectFrom('restructuring')
      .select((all) => all.fn.countAll<number>().as('events'))
      .where('town_id', '=', townId)
      .executeTakeFirstOrThrow();
    const lasted = teams.filter(({ versions }) => lifeOf(versions)?.to === null).length;
    const villages = villagesOf(timeline);
    return {
      shape: { communities: count('COMMUNITY'), villages: count('VILLAGE'), blocks: count('BLOCK'), teams: lasted },
      nodes: standing.length + lasted,
      events,
      versions: timeline.lines.reduce((sum, line) => sum + line.versions.length, 0),
      lasting: globalId('Unit', townId, villages.find(({ to }) => to === null)?.uuid ?? ''),
      ended: globalId('Unit', townId, villages.find(({ to }) => to !== null)?.uuid ?? ''),
    };
  });
}

/** The villages of the old day with the ends of their lives, those of most versions first. */
function villagesOf(timeline: Timeline) {
  return timeline.lines
    .filter(({ uuid }) => timeline.stateOn(uuid, old)?.kind === 'VILLAGE')
    .sort((a, b) => b.versions.length - a.versions.length)
    .map(({ uuid }) => ({ uuid, to: timeline.lifeOf(uuid)?.to ?? null }));
}
