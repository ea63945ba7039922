import { globalId } from '../schema/global-id.ts';
import type { PartnerType, PersonType } from './person.type.ts';

/** The GraphQL object of a person's row. */
export function personOf(row: { town_id: number; id: string; name: string }): PersonType {
  const { town_id: townId, id: uuid, name } = row;
  return { typename: 'Person', id: globalId('Person', townId, uuid), townId, uuid, name };
}

/** The GraphQL object of a partner organisation's row. */
export function partnerOf(row: { town_id: number; id: string; name: string }): PartnerType {
  const { town_id: townId, id: uuid, name } = row;
  return { typename: 'Partner', id: globalId('Partner', townId, uuid), townId, uuid, name };
}
