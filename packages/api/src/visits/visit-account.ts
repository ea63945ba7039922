import type { Desk } from '../db/door.ts';
import { badInput, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import type { VisitWay } from './visit.entity.ts';

/** People that one visit may be made by. */
const most = 20;

/** What somebody gives account of: when and how a visit was made, by whom, and what was said and done. */
export interface VisitAccount {
  visitedOn: string;
  way: VisitWay;
  /** People of the town, by their ids there. */
  visitors: readonly string[];
  situation: string;
  demand: string;
  service: string;
  outcome: string | null;
}

/**
 * The must-records and the outcome of an input, checked. An outcome of nothing but spaces is none.
 * Errors: BAD_INPUT on the text at fault.
 */
export function readTexts(input: {
  situation: string;
  demand: string;
  service: string;
  outcome?: string | null | undefined;
}): Pick<VisitAccount, 'situation' | 'demand' | 'service' | 'outcome'> {
  return {
    situation: paragraphs(input.situation, 'input.situation'),
    demand: paragraphs(input.demand, 'input.demand'),
    service: paragraphs(input.service, 'input.service'),
    outcome: input.outcome == null || input.outcome.trim() === '' ? null : paragraphs(input.outcome, 'input.outcome'),
  };
}

/**
 * The people of the desk's town who made a visit. Errors: BAD_INPUT on input.visitors where there are none or too many,
 * on input.visitors.N where somebody is listed twice; NOT_FOUND there for somebody whom the town does not know.
 */
export async function requireVisitors(desk: Desk, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0 || ids.length > most) throw badInput('input.visitors', 'noVisitors', { most });
  const people = ids.map((id, index) => requireIdIn(desk.town, id, 'Person', `input.visitors.${index}`));
  const twice = people.findIndex((person, index) => people.indexOf(person) < index);
  if (twice >= 0) throw badInput(`input.visitors.${twice}`, 'listedTwice');
  const rows = await desk.db
    .selectFrom('person')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', 'in', people)
    .execute();
  const known = new Set(rows.map((row) => row.id));
  const unknown = people.findIndex((person) => !known.has(person));
  if (unknown >= 0) throw notFound(`input.visitors.${unknown}`);
  return people;
}
