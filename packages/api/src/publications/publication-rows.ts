import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PublicationType } from './publication.type.ts';

function selectPublications(desk: Desk, keys: readonly TownKey[]) {
  return desk.db
    .selectFrom('publication')
    .select(['town_id', 'id', 'person_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('person_id', '=', anyOf(idsOf(keys)))
    .where('ended_at', 'is', null);
}

/**
 * Batch of what people agree to now, by person; without what is shown, which is deleted with the agreement and so must not stay in the answer
 * that a mutation keeps to give again. One statement.
 */
export async function publicationsOf(desk: Desk, keys: readonly TownKey[]): Promise<(PublicationType | undefined)[]> {
  const rows = await selectPublications(desk, keys).select('agreed_on').execute();
  return paired(keys, rows, 'person_id', (row) => ({
    id: globalId('Publication', row.town_id, row.id),
    ...{ townId: row.town_id, personUuid: row.person_id, agreedOn: row.agreed_on },
  }));
}

/** Beside the name, what is shown of somebody. */
export interface Shown {
  telephone: string | null;
  photo: string | null;
}

/** Batch of what is shown of people beside their name, by person. One statement. */
export async function shownOf(desk: Desk, keys: readonly TownKey[]): Promise<(Shown | undefined)[]> {
  const rows = await selectPublications(desk, keys).select(['telephone', 'photo_id']).execute();
  return paired(keys, rows, 'person_id', ({ telephone, photo_id: photo }) => ({ telephone, photo }));
}
