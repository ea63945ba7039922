import { reaches } from '../access/reach.ts';
import type { HouseholdType } from '../households/household.type.ts';
import { requestsOfHousehold } from '../requests/request.rows.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { lastVisit } from '../visits/visit.rows.ts';
import type { Related } from './relations.ts';

/** What is read at once of a list of households that one block holds today. */
export const relatedOfHouseholds: Related<HouseholdType> = {
  relations: { lastVisit, requests: requestsOfHousehold },
  holds: (object): object is HouseholdType => 'typename' in object && object.typename === 'Household',
  keyOf: ({ uuid }, today) => ({ id: uuid, day: today }),
  reachOf: async (context, households) => {
    const [first] = households;
    if (first?.blockToday === undefined) return undefined;
    const { townId, blockToday } = first;
    if (households.some((each) => each.townId !== townId || each.blockToday !== blockToday)) return undefined;
    const place = await placeOfBlock(await context.readTown(townId), { townId, uuid: blockToday });
    return { townId, reaches: (permission) => reaches(context.signedIn, permission, place) };
  },
};
