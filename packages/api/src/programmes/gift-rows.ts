import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ProgrammeGiftType } from './gift.type.ts';

/** Batch of what was given for programmes, the first day first, what was withdrawn among it. One statement. */
export async function giftsOf(desk: Desk, keys: readonly TownKey[]): Promise<ProgrammeGiftType[][]> {
  const rows = await desk.db
    .selectFrom('programme_gift')
    .select(['town_id', 'id', 'programme_id', 'partner_id', 'amount', 'goods', 'worth', 'given_on', 'recorded_at'])
    .select(['recorded_by', 'withdrawn_at', 'withdrawn_because'])
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', '=', anyOf(idsOf(keys)))
    .orderBy('given_on')
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'programme_id', (row) => ({
    id: globalId('ProgrammeGift', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, partnerUuid: row.partner_id, amount: row.amount, goods: row.goods },
    ...{ worth: row.worth, givenOn: row.given_on, recordedAt: row.recorded_at, recordedById: row.recorded_by },
    ...{ withdrawnAt: row.withdrawn_at, withdrawnBecause: row.withdrawn_because },
  }));
}

/** Batch of the partner organisations with which programmes are held, by their ids in the town, as they were named. One statement. */
export async function partnersOfProgrammes(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('programme_partner')
    .select(['town_id', 'programme_id', 'partner_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', '=', anyOf(idsOf(keys)))
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'programme_id', ({ partner_id }) => partner_id);
}
