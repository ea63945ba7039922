import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, forbidden } from '../errors.ts';
import type { HandlingClass } from '../handling/classes.ts';
import { deadlineFor } from '../handling/deadlines.ts';
import { levelsOn, type RequestLevel } from '../handling/levels.ts';
import { getEntryInUse } from '../handling/listed.ts';
import { standardsOf } from '../handling/read-standards.ts';
import { requireOfTown } from '../people/register-person.ts';
import { requirePhotos } from '../photos/add-photo.ts';
import { dayOfDeed } from '../schema/day.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { type Concerned, readConcerned } from './concern-households.ts';
import { type TakenStep, takeAll } from './fold.ts';
import { type Handling, handleSteps } from './handle-steps.ts';
import { type PlaceAsked, readOrigin } from './origin.ts';
import { isInTime } from './promptness.ts';
import type { RequestSource } from './request.entity.ts';
import { mostPhotos } from './request-photos.ts';
import { mayAt } from './request-reach.ts';
import type { RequestRow } from './request-rows.ts';
import { type Standing, standingOf } from './standing.ts';
import { type NewRequest, writeRequests } from './write-requests.ts';

/** What is raised: of a household, or about a place. Ids are global ones. */
export interface RequestAsked {
  source: RequestSource;
  subject: string;
  description: string;
  household?: string | null;
  place?: PlaceAsked | null;
  concerns?: Concerned | null;
  on?: string | null;
  /** The lowest that there is unless told. */
  level?: RequestLevel | null;
  handlingClass?: HandlingClass | null;
  /** That it was handled at once, and by whom. */
  handled?: (Handling & { holder: string }) | null;
  /** Photographs of the place. */
  photos?: readonly string[] | null;
  /** The account that added them; the actor's unless told. */
  photosBy?: string;
}

/**
 * Raises a request in the desk's town, and handles it at once where that is told. For the mutation, and for calls, petitions
 * and patrols within their own transaction; `field` is where in the input it stands. Returns its id in the town.
 * Errors: those of readRequest.
 */
export async function raiseRequest(
  desk: Desk,
  actor: Actor,
  asked: RequestAsked,
  field = 'input',
): Promise<{ uuid: string }> {
  const request = await readRequest(desk, actor, asked, field);
  await writeRequests(desk, [request]);
  return { uuid: request.begun.id };
}

/**
 * What raising a request in the desk's town writes, checked.
 * Errors: NOT_FOUND on what it names; BAD_INPUT or CONFLICT on the field at fault; FORBIDDEN on `field`.handlingClass or
 * `field`.handled where the actor may not do that there.
 */
export async function readRequest(desk: Desk, actor: Actor, asked: RequestAsked, field: string): Promise<NewRequest> {
  await holdTree(desk);
  await desk.load(standardsOf, desk.town);
  const on = dayOfDeed(asked.on, dayOf(desk.now), `${field}.on`);
  const description = paragraphs(asked.description, `${field}.description`);
  const subject = await getEntryInUse(desk, 'request_subject', asked.subject, `${field}.subject`, on);
  const origin = await readOrigin(desk, actor, asked, on, field);
  const concerned = await readConcerned(desk, actor, asked.concerns ?? {}, on, `${field}.concerns`);
  const standing = await standingOf(desk, { townId: desk.town, ...origin.located });
  const level = levelAsked(standing, asked.level, `${field}.level`);
  const begun = {
    ...{ town_id: desk.town, id: newId(), year: Number(on.slice(0, 4)), number: 0, source: asked.source },
    ...{ subject_id: subject.uuid, handling_class: null, state: 'RAISED', level, ...origin.columns },
    ...{ raised_on: on, recorded_at: desk.now, recorded_by: actor.accountId },
    reported_in_time: await isInTime(desk, on, desk.now),
    ...{ due_on: await deadlineFor(desk, subject.uuid, level, on), holder_id: null, party_id: null },
    ...{ handled_on: null, satisfaction: null, version: 0 },
  } satisfies RequestRow;
  const steps = await stepsAsked(desk, actor, standing, begun, asked, field);
  const photographer = { accountId: asked.photosBy ?? actor.accountId };
  const photos = await requirePhotos(desk, photographer, asked.photos ?? [], `${field}.photos`, mostPhotos);
  return { begun, description, concerned, outcomes: takeAll(begun, steps), standing, photos };
}

/** The level at which it is raised. Errors: BAD_INPUT on `field` where it has no unit there. */
function levelAsked({ path }: Standing, asked: RequestLevel | null | undefined, field: string): RequestLevel {
  const found = levelsOn(path).find(({ level }) => asked == null || level === asked);
  if (!found) throw badInput(field, 'noSuchLevel');
  return found.level;
}

/** The steps with which it begins: that it is raised, and what is told beside. */
async function stepsAsked(
  desk: Desk,
  actor: Actor,
  standing: Standing,
  begun: RequestRow,
  { handlingClass, handled }: RequestAsked,
  field: string,
): Promise<TakenStep[]> {
  const on = begun.raised_on;
  const steps: TakenStep[] = [{ step: 'RAISE', on }];
  if (handlingClass != null) {
    if (!reaches(actor, 'request:classify', standing.place))
      throw forbidden(['request:classify'], { field: `${field}.handlingClass`, town: desk.town });
    steps.push({ step: 'CLASSIFY', on, changes: { handling_class: handlingClass } });
  }
  if (handled == null) return steps;
  if (!mayAt(actor, 'request:handle', 'LEVEL', standing, begun.level))
    throw forbidden(['request:handle'], { field: `${field}.handled`, town: desk.town });
  if (handlingClass == null) throw badInput(`${field}.handlingClass`, 'classMissing');
  const holder_id = await requireOfTown(desk, 'person', handled.holder, `${field}.handled.holder`);
  steps.push({ step: 'ACCEPT', on, changes: { state: 'ACCEPTED', holder_id } });
  return [...steps, ...handleSteps({ handling_class: handlingClass }, [], handled, on, `${field}.handled`)];
}
