import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { supersede } from '../db/supersede.ts';
import { conflict } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { noteChanged } from './enrolment-rows.ts';
import { holdUnderWay } from './hold-programme.ts';
import { namedEnrolments } from './named-enrolments.ts';
import type { ResultInput } from './result.input.ts';
import type { ProgrammeResultType } from './result.type.ts';
import { hasCertificate, resultsOf } from './result-rows.ts';

/** What is recorded of an enrolment. */
interface Result {
  enrolment: string;
  passed: boolean;
  mark: string | null;
}

/** The same, beside what was recorded before. */
interface Anew extends Result {
  before: ProgrammeResultType | undefined;
}

/**
 * Records with what people came out of a programme, of all of them or of none; what was recorded before and differs is superseded, and the
 * same once more leaves all as it is. Returns the ids of the enrolments in the town, in the order of the input.
 * Errors: those of holdUnderWay; those of readResults.
 */
export async function recordResults(
  desk: Desk,
  actor: Actor,
  input: { programme: string; results: ResultInput[] },
): Promise<string[]> {
  const field = 'input.programme';
  const uuid = requireIdIn(desk.town, input.programme, 'Programme', field);
  const programme = await holdUnderWay(desk, actor, uuid, field);
  desk.forget();
  const said = await readResults(desk, actor, programme.id, input.results);
  const known = await Promise.all(
    said.map(async (each) => ({
      ...each,
      before: await desk.load(resultsOf, { townId: desk.town, uuid: each.enrolment }),
    })),
  );
  const anew = known.filter(({ passed, mark, before }) => before?.passed !== passed || before.mark !== mark);
  await write(desk, actor, anew);
  return said.map(({ enrolment }) => enrolment);
}

/**
 * Errors: those of namedEnrolments on input.results; CONFLICT on input.results.N.enrolment for who has no place, or does not pass but has a
 * certificate that stands; BAD_INPUT on input.results.N.mark that is no line.
 */
async function readResults(
  desk: Desk,
  actor: Actor,
  programme: string,
  results: readonly ResultInput[],
): Promise<Result[]> {
  const list = 'input.results';
  const at = (index: number) => `${list}.${index}.enrolment`;
  const ids = results.map(({ enrolment }) => enrolment);
  const enrolments = await namedEnrolments(desk, actor, 'enrolment:read', programme, ids, list, at);
  return Promise.all(
    enrolments.map(async ({ townId, uuid, state }, index) => {
      const { passed = false, mark = null } = results[index] ?? {};
      if (state !== 'ENROLLED') throw conflict('noPlaceInProgramme', at(index));
      if (!passed && (await hasCertificate(desk, { townId, uuid }))) throw conflict('certificateStands', at(index));
      return { enrolment: uuid, passed, mark: mark === null ? null : oneLine(mark, `${list}.${index}.mark`) };
    }),
  );
}

/** Three statements at the most. */
async function write(desk: Desk, actor: Actor, anew: readonly Anew[]): Promise<void> {
  if (anew.length === 0) return;
  await supersede(
    desk,
    'programme_result',
    anew.flatMap(({ before }) => before?.uuid ?? []),
  );
  const rows = anew.map(({ enrolment, passed, mark }) => ({
    ...{ town_id: desk.town, id: newId(), enrolment_id: enrolment, passed, mark },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, superseded_at: null },
  }));
  await desk.db.insertInto('programme_result').values(rows).execute();
  await noteChanged(
    desk,
    anew.map(({ enrolment }) => enrolment),
  );
}
