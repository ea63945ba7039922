import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireAmount } from '../schema/money.ts';
import { numberWithin } from '../schema/number.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import type { ProgrammeKind, ProgrammeTakers } from './programme-states.ts';

/** What is said of a programme whoever holds it: a town, or a district that offers it to its towns. */
export interface Frame {
  name: string;
  about: string;
  firstDay: string;
  lastDay: string;
  ageFrom?: number | null;
  ageTo?: number | null;
  /** In fen. */
  costPerHead?: number | null;
}

const oldest = 150;

/**
 * What is said of a programme, as it is stored.
 * Errors: BAD_INPUT on input.name, input.about, input.firstDay, input.lastDay, input.ageFrom, input.ageTo or input.costPerHead; on
 * either age that is told of a contest between teams.
 */
export function readFrame(desk: Desk, input: Frame, takers: ProgrammeTakers) {
  const { firstDay: first_day, lastDay: last_day } = input;
  const [name, about] = [oneLine(input.name, 'input.name'), paragraphs(input.about, 'input.about')];
  dayOfChange(first_day, dayOf(desk.now), 'input.firstDay');
  const latest = Temporal.PlainDate.from(first_day).add({ years: 2 }).toString();
  if (last_day < first_day || last_day > latest) throw badInput('input.lastDay', 'programmeDays');
  for (const age of ['ageFrom', 'ageTo'] as const) {
    if (takers === 'TEAM' && input[age] != null) throw badInput(`input.${age}`, 'contestOfTeams');
  }
  const age_from = numberWithin(input.ageFrom ?? null, [0, oldest], 'input.ageFrom');
  const age_to = numberWithin(input.ageTo ?? null, [age_from ?? 0, oldest], 'input.ageTo');
  const cost_per_head = input.costPerHead == null ? null : requireAmount(input.costPerHead, 'input.costPerHead');
  return { name, about, first_day, last_day, age_from, age_to, cost_per_head };
}

/** Errors: BAD_INPUT on input.takers for teams but in a contest in all of its sessions. */
export function refuseTakers({
  kind,
  takers,
  oneSession,
}: {
  kind: ProgrammeKind;
  takers: ProgrammeTakers;
  oneSession?: boolean | null;
}): void {
  if (takers === 'TEAM' && (kind !== 'CONTEST' || oneSession)) throw badInput('input.takers', 'takersOfTeams');
}
