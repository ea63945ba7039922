import type { Actor } from '../access/actor.ts';
import { getCategory } from '../categories/find-category.ts';
import { roundsOfContests } from '../contests/contest-rows.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { requireAmount } from '../schema/money.ts';
import { numberWithin } from '../schema/number.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { fillPlaces } from './fill-places.ts';
import { enrolledIn, sessionsOfProgrammes } from './programme-parts.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import type { ProgrammeKind, ProgrammeTakers } from './programme-states.ts';
import { type Frame, readFrame, refuseTakers } from './read-frame.ts';
import { type ProgrammeStepAsked, takeProgrammeStep, writeProgrammeEvent } from './take-programme-step.ts';

/** What is said of a programme, and may be said anew. Ids are global ones. */
interface Said extends Frame {
  categories?: string[] | null;
  units?: string[] | null;
  partners?: string[] | null;
  places?: number | null;
  /** In fen. */
  budget?: number | null;
}

const [mostCategories, mostUnits, mostPartners, mostPlaces] = [20, 50, 20, 1_000_000];

/** What stays of a programme as it is planned. */
interface Planned {
  kind: ProgrammeKind;
  takers: ProgrammeTakers;
  oneSession?: boolean | null;
  unit?: string | null;
  /** What of its district’s the town takes part in by it. */
  offer?: string;
}

/**
 * Plans a programme. Returns its id in the town.
 * Errors: NOT_FOUND on input.unit where the actor does not manage programmes there; BAD_INPUT or CONFLICT there for a unit that is no
 * place of the day; those of refuseTakers and readSaid.
 */
export async function planProgramme(desk: Desk, actor: Actor, input: Said & Planned): Promise<string> {
  await holdTree(desk);
  const needs = { actor, permission: 'programme:manage' } as const;
  const unit_id = await unitToDeal(desk, input.unit, dayOf(desk.now), 'input.unit', needs);
  refuseTakers(input);
  const { columns, ...named } = await readSaid(desk, input, input.takers);
  const series = { town_id: desk.town, id: newId() };
  const row: ProgrammeRow = {
    ...{ town_id: desk.town, id: newId(), series_id: series.id },
    kind: input.kind,
    takers: input.takers,
    one_session: input.oneSession ?? false,
    offer_id: input.offer ?? null,
    ...{ unit_id, ...columns, state: 'PLANNED', recorded_at: desk.now, recorded_by: actor.accountId, version: 1 },
  };
  await desk.db.insertInto('programme_series').values(series).execute();
  await desk.db.insertInto('programme').values(row).execute();
  await writeNamed(desk, row.id, named);
  await writeProgrammeEvent(desk, actor, row, 'PLAN');
  return row.id;
}

/**
 * Says anew what a programme is. Whoever waits gets the places that it has more. Returns its id in the town.
 * Errors: those of takeProgrammeStep and readSaid; CONFLICT on input.firstDay or input.lastDay where a session, or a round of a contest, would fall
 * out, or on input.places where more take part.
 */
export async function reviseProgramme(desk: Desk, actor: Actor, input: ProgrammeStepAsked & Said): Promise<string> {
  await holdTree(desk);
  return takeProgrammeStep(desk, actor, input, 'REVISE', async (row) => {
    const { columns, ...named } = await readSaid(desk, input, row.takers);
    const key = { townId: desk.town, uuid: row.id };
    const sessions = (await desk.load(sessionsOfProgrammes, key)).filter(({ calledOffAt }) => calledOffAt === null);
    for (const { heldOn: date } of [...sessions, ...(await desk.load(roundsOfContests, key))]) {
      if (date < columns.first_day) throw conflict('programmeHasSession', 'input.firstDay', { date });
      if (date > columns.last_day) throw conflict('programmeHasSession', 'input.lastDay', { date });
    }
    const { enrolled: count } = await desk.load(enrolledIn, key);
    if (columns.places !== null && columns.places < count) throw conflict('placesTaken', 'input.places', { count });
    for (const table of ['programme_category', 'programme_unit', 'programme_partner'] as const) {
      await desk.db.deleteFrom(table).where('town_id', '=', desk.town).where('programme_id', '=', row.id).execute();
    }
    await writeNamed(desk, row.id, named);
    await fillPlaces(desk, { ...row, ...columns });
    return { changes: columns };
  });
}

/**
 * Errors: those of readFrame; BAD_INPUT on input.places, input.budget, input.categories, also of a contest between teams, input.units or
 * input.partners; NOT_FOUND, BAD_INPUT or CONFLICT on input.categories.N, input.units.N or input.partners.N.
 */
async function readSaid(desk: Desk, input: Said, takers: ProgrammeTakers) {
  const frame = readFrame(desk, input, takers);
  const places = numberWithin(input.places ?? null, [1, mostPlaces], 'input.places');
  const budget = input.budget == null ? null : requireAmount(input.budget, 'input.budget');
  const [categories, units, partners] = [input.categories ?? [], input.units ?? [], input.partners ?? []];
  if (takers === 'TEAM' && categories.length > 0) throw badInput('input.categories', 'contestOfTeams');
  if (categories.length > mostCategories) throw badInput('input.categories', 'tooMany', { most: mostCategories });
  if (units.length > mostUnits) throw badInput('input.units', 'tooMany', { most: mostUnits });
  if (partners.length > mostPartners) throw badInput('input.partners', 'tooMany', { most: mostPartners });
  return {
    columns: { ...frame, places, budget },
    categories: await readCategories(desk, categories),
    units: await readUnits(desk, units),
    partners: await readPartners(desk, partners),
  };
}

async function readCategories(desk: Desk, ids: readonly string[]): Promise<string[]> {
  const today = dayOf(desk.now);
  const found = await Promise.all(
    ids.map(async (id, index) => {
      const field = `input.categories.${index}`;
      const { uuid, validTo } = await getCategory(desk, id, field);
      if (validTo !== null && validTo <= today) throw conflict('categoryEnded', field, { date: validTo });
      return uuid;
    }),
  );
  return [...new Set(found)];
}

async function readUnits(desk: Desk, ids: readonly string[]): Promise<string[]> {
  const today = dayOf(desk.now);
  const found = await Promise.all(ids.map((id, index) => unitToDeal(desk, id, today, `input.units.${index}`)));
  return [...new Set(found.filter((unit) => unit !== null))];
}

async function readPartners(desk: Desk, ids: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    ids.map((id, index) => requireOfTown(desk, 'partner', id, `input.partners.${index}`)),
  );
  return [...new Set(found)];
}

/** What a programme names, by ids in the town: who may take part, and with whom it is held. */
interface Named {
  categories: readonly string[];
  units: readonly string[];
  partners: readonly string[];
}

/** Writes who may take part in a programme, and with whom it is held. Three statements at the most. */
export async function writeNamed(
  desk: Desk,
  programme_id: string,
  { categories, units, partners }: Named,
): Promise<void> {
  const row = () => ({ town_id: desk.town, id: newId(), programme_id });
  if (categories.length > 0) {
    const rows = categories.map((category_id) => ({ ...row(), category_id }));
    await desk.db.insertInto('programme_category').values(rows).execute();
  }
  if (units.length > 0) {
    const rows = units.map((unit_id) => ({ ...row(), unit_id }));
    await desk.db.insertInto('programme_unit').values(rows).execute();
  }
  if (partners.length > 0) {
    const rows = partners.map((partner_id) => ({ ...row(), partner_id }));
    await desk.db.insertInto('programme_partner').values(rows).execute();
  }
}
