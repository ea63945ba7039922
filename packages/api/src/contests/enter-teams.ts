import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { unitsOfProgrammes } from '../programmes/programme-parts.ts';
import { managesAt } from '../programmes/programme-reach.ts';
import type { ProgrammeRow } from '../programmes/programme-rows.ts';
import { numberWithin } from '../schema/number.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { placeWith, unitToDeal } from '../units/standing-under.ts';
import type { ContestTeamInput } from './contest.input.ts';
import { roundsOfContests, teamsOfContests } from './contest-rows.ts';
import { holdContest } from './hold-contest.ts';

const [mostAtOnce, mostTeams, mostPeople] = [200, 500, 1000];

/**
 * Enters teams in a contest, all of them or none: those of a unit by whoever keeps enrolments there or manages the contest, those of partner
 * organisations by the latter. Returns the programme's id in the town.
 * Errors: those of holdContest; CONFLICT on input.programme where it is not open or its first round is
 * decided; BAD_INPUT on input.teams for none or too many, CONFLICT there where there are not as many places; those of readTeam.
 */
export async function enterTeams(
  desk: Desk,
  actor: Actor,
  input: { programme: string; teams: ContestTeamInput[] },
): Promise<string> {
  const programme = await holdContest(desk, actor, input.programme);
  if (programme.state !== 'OPEN') throw conflict('programmeNotOpen', 'input.programme');
  const key = { townId: desk.town, uuid: programme.id };
  const [first] = await desk.load(roundsOfContests, key);
  if (first?.decidedAt) throw conflict('contestBegun', 'input.programme', { name: first.name });
  const { teams } = input;
  if (teams.length === 0) throw badInput('input.teams', 'required');
  if (teams.length > mostAtOnce) throw badInput('input.teams', 'tooMany', { most: mostAtOnce });
  const all = await desk.load(teamsOfContests, key);
  const entered = all.filter(({ withdrawnAt }) => withdrawnAt === null);
  const most = programme.places ?? mostTeams;
  if (entered.length + teams.length > most) throw conflict('contestFull', 'input.teams', { most });
  if (all.length + teams.length > 2 * mostTeams) throw badInput('input.teams', 'tooMany', { most: mostTeams });
  const manages = await managesAt(desk, actor, desk.town, programme.unit_id);
  const said = await Promise.all(
    teams.map((team, index) => readTeam(desk, actor, { programme, manages }, team, `input.teams.${index}`)),
  );
  const names = entered.map(({ name }) => name);
  for (const [index, { name }] of said.entries()) {
    if (names.includes(name)) throw conflict('teamNamedSo', `input.teams.${index}.name`);
    names.push(name);
  }
  const rows = said.map((team) => ({
    ...{ town_id: desk.town, id: newId(), programme_id: programme.id, ...team, entered_on: dayOf(desk.now) },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, withdrawn_at: null, withdrawn_because: null },
  }));
  await desk.db.insertInto('contest_team').values(rows).execute();
  return programme.id;
}

/**
 * Errors, on fields of the team: BAD_INPUT on name or people, or on unit where it is of none or of two; NOT_FOUND on unit that is out of
 * reach, CONFLICT there for one whose teams may not enter; NOT_FOUND on partner for whoever does not manage the contest.
 */
async function readTeam(
  desk: Desk,
  actor: Actor,
  { programme, manages }: { programme: ProgrammeRow; manages: boolean },
  { name, unit, partner, people }: ContestTeamInput,
  field: string,
) {
  if ((unit == null) === (partner == null)) throw badInput(`${field}.unit`, 'unitOrPartner');
  const said = {
    name: oneLine(name, `${field}.name`),
    people: numberWithin(people ?? null, [1, mostPeople], `${field}.people`),
  };
  if (partner != null) {
    const partner_id = await requireOfTown(desk, 'partner', partner, `${field}.partner`);
    if (!manages) throw notFound(`${field}.partner`);
    return { ...said, unit_id: null, partner_id };
  }
  const needs = manages ? undefined : ({ actor, permission: 'enrolment:keep' } as const);
  const unit_id = await unitToDeal(desk, unit, dayOf(desk.now), `${field}.unit`, needs);
  if (!(await mayEnter(desk, programme, unit_id))) throw conflict('contestNotForUnit', `${field}.unit`);
  return { ...said, unit_id, partner_id: null };
}

/** Whether teams of a unit may enter: it is one of those that the programme is for, or stands under one. */
async function mayEnter(desk: Desk, { id: uuid }: ProgrammeRow, unit: string | null): Promise<boolean> {
  const townId = desk.town;
  const named = await desk.load(unitsOfProgrammes, { townId, uuid });
  if (named.length === 0) return true;
  const [of, ...places] = await Promise.all([unit, ...named].map((each) => placeWith(desk, townId, each)));
  return places.some(({ units: [standing] }) => standing !== undefined && of?.units.includes(standing));
}
