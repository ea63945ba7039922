import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { type ResealedPart, resealPart } from './reseal-town.ts';

/** A town, how many rows of it were sealed anew, and how many a key sealed that is not there, by its id. */
interface Resealed {
  code: string;
  resealed: number;
  unknown: Record<string, number>;
}

/**
 * Seals with the present key what other keys sealed, in every town that is set up, while people work. What was cut short
 * goes on when it is done again.
 */
export async function resealAll(orm: Orm): Promise<Resealed[]> {
  const towns = await atDesk(orm, { role: 'app_platform' }, new Date(), 'read', ({ db }) =>
    db.selectFrom('town').select(['id', 'code']).where('set_up_on', 'is not', null).orderBy('code').execute(),
  );
  const all: Resealed[] = [];
  for (const { id: town, code } of towns) {
    const sum: Resealed = { code, resealed: 0, unknown: {} };
    let after: string | null = null;
    do {
      const from: string | null = after;
      const part: ResealedPart = await atDesk(orm, { role: 'app_town', town }, new Date(), 'write', (desk) =>
        resealPart(desk, from),
      );
      sum.resealed += part.resealed;
      for (const [key, many] of Object.entries(part.unknown)) sum.unknown[key] = (sum.unknown[key] ?? 0) + many;
      after = part.last;
    } while (after !== null);
    all.push(sum);
  }
  return all;
}
