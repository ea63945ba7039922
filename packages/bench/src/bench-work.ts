import { atDesk } from '../../api/src/db/door.ts';
import { dayOf } from '../../api/src/today.ts';
import { compare, type Took } from './compare.ts';
import type { BenchPlatform } from './platform.ts';
import { timed } from './statements.ts';
import type { Line } from './table.ts';
import { dueList, record, workList, workListByHand } from './work-list.ts';
import type { LivingTown, WorkPlace } from './work-town.ts';

interface Pair {
  what: string;
  base: () => Promise<Took>;
  other: () => Promise<Took>;
  bound: number;
}

/** What people do every day in a town of one block and in the full one, whose blocks hold as many households each. */
export async function benchWork(
  platform: BenchPlatform,
  small: LivingTown,
  full: LivingTown,
  rounds: number,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { what, base, other, bound } of pairsOf(platform, small, full)) {
    lines.push({ what, bound, ...(await compare(base, other, rounds)) });
  }
  return lines;
}

function pairsOf({ orm }: BenchPlatform, small: LivingTown, full: LivingTown): Pair[] {
  const here = placeIn(full);
  const list = (place: WorkPlace) => timed(() => place.ask(workList, { id: place.block }));
  const due = (town: LivingTown) => {
    const place = placeIn(town);
    return timed(() => place.ask(dueList, { code: town.code, id: place.block }));
  };
  const visit = (town: LivingTown, requests: number) => {
    const { household, person, ask } = placeIn(town);
    const request = { subject: town.subject, description: '楼道灯坏了，请修' };
    const input = {
      household,
      way: 'AT_HOME',
      visitors: [person],
      situation: '两位老人同住',
      demand: '楼道灯坏了',
      service: '报修',
      requests: Array.from({ length: requests }, () => request),
    };
    return timed(() => ask(record, { input }));
  };
  const byHand = () => {
    const now = new Date();
    const seat = { role: 'app_town', town: full.townId } as const;
    return timed(() => atDesk(orm, seat, now, 'read', (desk) => workListByHand(desk, here.uuid, dayOf(now))));
  };
  return [
    { what: 'work list: by hand, one statement → API', base: byHand, other: () => list(here), bound: 8 },
    { what: 'work list: one block → full town', base: () => list(placeIn(small)), other: () => list(here), bound: 1.5 },
    { what: 'due list: one block → full town', base: () => due(small), other: () => due(full), bound: 1.5 },
    { what: 'visit: one block → full town', base: () => visit(small, 0), other: () => visit(full, 0), bound: 1.5 },
    { what: 'visit → with a request', base: () => visit(full, 0), other: () => visit(full, 1), bound: 1.8 },
    { what: 'with a request → with three', base: () => visit(full, 1), other: () => visit(full, 3), bound: 1.5 },
  ];
}

function placeIn({ places }: LivingTown): WorkPlace {
  const [place] = places;
  if (!place) throw new Error('The town has no team');
  return place;
}
