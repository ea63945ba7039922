import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { noteChanged } from './enrolment-rows.ts';
import { holdUnderWay } from './hold-programme.ts';
import { namedEnrolments } from './named-enrolments.ts';
import type { ResultInput } from './result.input.ts';
import { certificatesOf, resultsOf } from './result-rows.ts';

/** What is recorded of an enrolment. */
interface Result {
  enrolment: string;
  passed: boolean;
  mark: string | null;
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
  const before = await Promise.all(
    said.map(({ enrolment }) => desk.load(resultsOf, { townId: desk.town, uuid: enrolment })),
  );
  await write(
    desk,
    actor,
    said.filter(({ passed, mark }, index) => before[index]?.passed !== passed || before[index]?.mark !== mark),
  );
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
      const certificates = await desk.load(certificatesOf, { townId, uuid });
      if (!passed && certificates.some(({ revokedAt }) => revokedAt === null)) {
        throw conflict('certificateStands', at(index));
      }
      return { enrolment: uuid, passed, mark: mark === null ? null : oneLine(mark, `${list}.${index}.mark`) };
    }),
  );
}

/** Three statements at the most. */
async function write(desk: Desk, actor: Actor, anew: readonly Result[]): Promise<void> {
  if (anew.length === 0) return;
  const those = anew.map(({ enrolment }) => enrolment);
  await desk.db
    .updateTable('programme_result')
    .set({ superseded_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('enrolment_id', '=', anyOf(those))
    .where('superseded_at', 'is', null)
    .execute();
  const rows = anew.map(({ enrolment, passed, mark }) => ({
    ...{ town_id: desk.town, id: newId(), enrolment_id: enrolment, passed, mark },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, superseded_at: null },
  }));
  await desk.db.insertInto('programme_result').values(rows).execute();
  await noteChanged(desk, those);
}
