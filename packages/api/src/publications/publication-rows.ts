import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PublicationType } from './publication.type.ts';

/** Batch of what people agree to have shown now. One statement. */
export async function publicationsOf(desk: Desk, keys: readonly TownKey[]): Promise<(PublicationType | undefined)[]> {
  const rows = await desk.db
    .selectFrom('publication')
    .select(['town_id', 'id', 'person_id', 'telephone', 'photo_id', 'agreed_on'])
    .where('town_id', 'in', townsOf(keys))
    .where('person_id', '=', anyOf(idsOf(keys)))
    .where('ended_at', 'is', null)
    .execute();
  return paired(keys, rows, 'person_id', (row) => ({
    id: globalId('Publication', row.town_id, row.id),
    ...{ townId: row.town_id, personUuid: row.person_id, photoUuid: row.photo_id },
    ...{ telephone: row.telephone, agreedOn: row.agreed_on },
  }));
}
