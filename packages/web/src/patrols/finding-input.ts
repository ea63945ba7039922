import type { PatrolFindingInput } from '../generated/graphql.ts';
import type { PickedPhoto } from '../photos/photo.ts';
import type { findingKinds, findingStates } from './patrol.ts';

/** Something that a patrol brought up, as the form has it. Fields are named as in the contract, so that a refusal finds its own. */
export interface FindingValues {
  kind: (typeof findingKinds)[number];
  text: string;
  place?: string;
  photos?: readonly PickedPhoto[];
  became: (typeof findingStates)[number];
  actedOn?: string;
  request?: { subject: string };
  passedOn?: { party: string; note?: string };
  notAdopted?: string;
}

/** What became of something at once. */
export function outcomeOf({ became, actedOn, request, passedOn, notAdopted }: FindingValues) {
  switch (became) {
    case 'ACTED_ON':
      return { actedOn: actedOn ?? '' };
    case 'REQUESTED':
      return { request: { subject: request?.subject ?? '' } };
    case 'PASSED_ON':
      return { passedOn: passingOf(passedOn) };
    case 'NOT_ADOPTED':
      return { notAdopted: notAdopted ?? '' };
    default:
      return {};
  }
}

/** To whom outside it is passed, with what is said. */
export function passingOf(passing: { party: string; note?: string } | undefined) {
  const { party = '', note } = passing ?? {};
  return { party, ...(note?.trim() ? { note } : {}) };
}

/** The same as the contract takes it, once its photographs are sent. */
export async function findingInput(
  values: FindingValues,
  addPhotos: (picked: readonly PickedPhoto[]) => Promise<string[]>,
): Promise<PatrolFindingInput> {
  const { kind, text, place, photos = [] } = values;
  const where = place?.trim() ? { place } : {};
  return { kind, text, ...where, photos: await addPhotos(photos), ...outcomeOf(values) };
}
