import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { ProgrammeSessionType } from './programme.type.ts';
import { sessionsOfProgrammes } from './programme-parts.ts';
import type { ProgrammeRow } from './programme-rows.ts';

/**
 * The session of a programme that an input names. Errors: NOT_FOUND on input.session; CONFLICT there where it was called off.
 */
export async function getSession(desk: Desk, { id }: ProgrammeRow, named: string): Promise<ProgrammeSessionType> {
  const uuid = requireIdIn(desk.town, named, 'ProgrammeSession', 'input.session');
  const sessions = await desk.load(sessionsOfProgrammes, { townId: desk.town, uuid: id });
  const session = sessions.find((each) => each.uuid === uuid);
  if (!session) throw notFound('input.session');
  if (session.calledOffAt !== null) throw conflict('sessionCalledOff', 'input.session');
  return session;
}
