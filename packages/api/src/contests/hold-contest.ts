import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { holdProgramme, holdUnderWay } from '../programmes/hold-programme.ts';
import type { ProgrammeRow } from '../programmes/programme-rows.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { ContestRoundType } from './contest.type.ts';
import { roundsById } from './contest-rows.ts';

/**
 * The contest that an input names, held until this change is done: what changes of one goes one after the other.
 * Errors: those of holdProgramme; CONFLICT on input.programme where no teams take part.
 */
export async function holdContest(desk: Desk, actor: Actor, id: string): Promise<ProgrammeRow> {
  const uuid = requireIdIn(desk.town, id, 'Programme', 'input.programme');
  const programme = await holdProgramme(desk, actor, uuid);
  if (programme.takers !== 'TEAM') throw conflict('noContest', 'input.programme');
  return programme;
}

/**
 * The round that an input names, with its contest held, for whoever manages that, as it is under way.
 * Errors: NOT_FOUND on input.round; those of holdUnderWay there.
 */
export async function holdRound(desk: Desk, actor: Actor, id: string): Promise<ContestRoundType> {
  const field = 'input.round';
  const key = { townId: desk.town, uuid: requireIdIn(desk.town, id, 'ContestRound', field) };
  const named = await desk.load(roundsById, key);
  if (!named) throw notFound(field);
  await holdUnderWay(desk, actor, named.programmeUuid, field);
  desk.forget();
  const round = await desk.load(roundsById, key);
  if (!round) throw notFound(field);
  return round;
}
