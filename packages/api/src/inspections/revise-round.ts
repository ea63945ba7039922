import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { dayOfDeed } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { placesById } from './place-rows.ts';
import { readFindings, recordFindings } from './record-found.ts';
import type { InspectionCheckInput, ReviseInspectionRoundInput, WithdrawInspectionRoundInput } from './round.input.ts';
import type { InspectionRoundType } from './round.type.ts';
import {
  readNote,
  readPeople,
  readPlaces,
  readSome,
  requireInspectable,
  requireOfSquad,
  writeChecks,
  writeRoundVersion,
} from './round-account.ts';
import { checksOfRounds, roundVersionsOf, saidOfVersions } from './round-parts.ts';
import { holdRound } from './round-rows.ts';
import { squadsById } from './squad-rows.ts';

const longestReason = 200;

/**
 * Writes a round anew; what was written before stays as an earlier version. Checks that are left out count no more, with what was found
 * at them; one whose day is corrected counts for the block of the new day. Returns its id in the town.
 * Errors: NOT_FOUND on input.round, input.people.N, input.checks.N.place or .people.N; BAD_INPUT or CONFLICT on the field at fault, on
 * input.round where it was withdrawn, and on input.expectedVersion.
 */
export async function reviseInspectionRound(
  desk: Desk,
  actor: Actor,
  input: ReviseInspectionRoundInput,
): Promise<string> {
  await holdTree(desk);
  const round = await holdRound(desk, actor, input.round);
  requireVersion(round, input.expectedVersion);
  const reason = oneLine(input.reason, 'input.reason', longestReason);
  const on = dayOfDeed(input.on ?? round.inspectedOn, dayOf(desk.now), 'input.on');
  const key = { townId: desk.town, uuid: round.uuid };
  const [versions, known, said, squad] = await Promise.all([
    desk.load(roundVersionsOf, key),
    desk.load(checksOfRounds, key),
    desk.load(saidOfVersions, { ...key, uuid: round.versionUuid }),
    desk.load(squadsById, { ...key, uuid: round.squadUuid }),
  ]);
  if (!squad) throw new Error(`Round ${round.uuid} is of no squad`);
  const before = new Map(said.map(({ check, people }) => [check.placeUuid, people.map(({ uuid }) => uuid)]));
  const all = input.people == null ? [...new Set([...before.values()].flat())] : await readPeople(desk, input.people);
  const asked = input.checks == null ? null : await readPlaces(desk, input.checks);
  const places = asked ?? (await placesOf(desk, [...before.keys()]));
  const blocks = await requireInspectable(desk, actor, { squad, on, squadField: 'input.round' }, places);
  const checks = places.map(({ uuid: place }, index) => {
    const told: InspectionCheckInput | undefined = input.checks?.[index];
    const field = `input.checks.${index}`;
    const own = known.find((check) => check.placeUuid === place);
    const some = readSome(desk, told?.people, all, `${field}.people`);
    const people = some ?? (input.people == null ? (before.get(place) ?? all) : all);
    if (own && (told?.findings != null || told?.nothingFound != null)) {
      throw badInput(`${field}.findings`, 'inspectionCheckKept');
    }
    const found = own || !told ? [] : readFindings(told, field);
    const line = { place, block: blocks[index] ?? '', position: index + 1, people, found, known: 0 };
    return { id: own?.uuid ?? newId(), isNew: !own, ...line };
  });
  await requireOfSquad(desk, squad, on, [...new Set(checks.flatMap(({ people }) => people))], 'input.people');
  const note = input.note == null ? round.note : readNote(input.note);
  await keepChecks(desk, on, known, checks);
  const added = checks.filter(({ isNew }) => isNew);
  await writeChecks(desk, round.uuid, on, added);
  await countNoMore(desk, round);
  await writeRoundVersion(desk, actor.accountId, round.uuid, { number: versions.length + 1, on, note, reason }, checks);
  await recordFindings(desk, actor, on, added);
  await desk.db
    .updateTable('inspection_round')
    .set({ inspected_on: on, version: round.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', round.uuid)
    .execute();
  return round.uuid;
}

/**
 * Withdraws a round that never was or was recorded twice: it counts nowhere, with all that was found, and stays to be read with the reason.
 * Requests that were raised from it go on. Returns its id in the town.
 * Errors: NOT_FOUND on input.round; BAD_INPUT on input.reason; CONFLICT where it was withdrawn already.
 */
export async function withdrawInspectionRound(
  desk: Desk,
  actor: Actor,
  input: WithdrawInspectionRoundInput,
): Promise<string> {
  await holdTree(desk);
  const round = await holdRound(desk, actor, input.round);
  const reason = oneLine(input.reason, 'input.reason', longestReason);
  await desk.db
    .updateTable('inspection_round')
    .set({ withdrawn_at: desk.now, withdrawn_by: actor.accountId, withdrawn_reason: reason })
    .set({ version: round.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', round.uuid)
    .execute();
  await keepChecks(
    desk,
    round.inspectedOn,
    await desk.load(checksOfRounds, { townId: desk.town, uuid: round.uuid }),
    [],
  );
  await countNoMore(desk, round);
  return round.uuid;
}

async function placesOf(desk: Desk, uuids: readonly string[]) {
  const places = await Promise.all(uuids.map((uuid) => desk.load(placesById, { townId: desk.town, uuid })));
  return places.filter((place) => place !== undefined);
}

/** Says which of a round's checks there are now, where and when, and that the others count no more, each with what was found. */
async function keepChecks(
  desk: Desk,
  on: string,
  known: readonly { uuid: string; blockUuid: string; inspectedOn: string }[],
  kept: readonly { id: string; block: string; position: number }[],
): Promise<void> {
  const rows = known.map(({ uuid, blockUuid, inspectedOn }) => {
    const now = kept.find(({ id }) => id === uuid);
    return now
      ? { id: uuid, block: now.block, position: now.position, day: on, withdrawn: false }
      : { id: uuid, block: blockUuid, position: null, day: inspectedOn, withdrawn: true };
  });
  const told = sql`json_to_recordset(${JSON.stringify(rows)}::json)
    as told(id uuid, block uuid, position int, day date, withdrawn boolean)`;
  await sql`update inspection_check set block_id = told.block, position = coalesce(told.position, inspection_check.position),
    inspected_on = told.day, withdrawn = told.withdrawn
    from ${told} where town_id = ${desk.town} and inspection_check.id = told.id`.execute(desk.db);
  await sql`update inspection_finding set block_id = told.block, inspected_on = told.day, withdrawn = told.withdrawn
    from ${told} where town_id = ${desk.town} and check_id = told.id`.execute(desk.db);
}

/** Who took part in a round counts no more, as the version says that held. */
async function countNoMore(desk: Desk, { versionUuid }: InspectionRoundType): Promise<void> {
  await desk.db
    .updateTable('inspection_attendance')
    .set({ counted: false })
    .where('town_id', '=', desk.town)
    .where('version_id', '=', versionUuid)
    .execute();
}
