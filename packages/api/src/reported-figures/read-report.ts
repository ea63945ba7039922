import { coverageAsked } from '../coverage-rates/coverage.indicators.ts';
import type { Desk } from '../db/door.ts';
import { badInput, notFound } from '../errors.ts';
import { type AnyIndicator, lastDay, requireIndicator } from '../figures/indicators.ts';
import type { Days } from '../indicators/indicator.ts';
import { getKind } from '../organizations/organization-lists.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { timelineOf } from '../units/timeline.ts';
import type { ReportFigureInput } from './reported-figure.input.ts';
import { periodOf } from './reported-period.ts';
import type { PeriodLength, Qualifier } from './reported-terms.ts';
import { readValue } from './reported-value.ts';

const [longestDocument, longestPage] = [100, 30];

/** What a report is of, as the row of a reported figure holds it. */
interface Reported {
  indicator: AnyIndicator;
  defined_since: string;
  unit_id: string | null;
  kind_id: string | null;
  length: PeriodLength;
  first_day: string;
  last_day: string;
}

/**
 * What a town reports a figure of.
 * Errors: BAD_INPUT on input.indicator, input.definedSince, input.length, input.day, input.unit or input.organizationKind; NOT_FOUND
 * on the last two for what is not of the town.
 */
export async function readReported(desk: Desk, input: ReportFigureInput): Promise<Reported> {
  const indicator = requireIndicator(input.indicator, 'input.indicator');
  const definition =
    input.definedSince == null
      ? indicator.versions[0]
      : indicator.versions.find(({ since }) => since === input.definedSince);
  if (!definition) throw badInput('input.definedSince', 'reportedDefinition');
  if (input.length === 'DAY' && indicator.time !== 'STOCK') throw badInput('input.length', 'reportedDay');
  const today = dayOf(desk.now);
  const { first, last } = periodOf(input.length, input.day);
  if (first > today) throw badInput('input.day', 'reportedAhead');
  dayOfChange(input.day, today, 'input.day');
  return {
    ...{ indicator, defined_since: definition.since, length: input.length, first_day: first, last_day: last },
    unit_id: input.unit == null ? null : await readUnit(desk, input.unit, { first, last }),
    kind_id: input.organizationKind == null ? null : await readKind(desk, input.organizationKind, indicator),
  };
}

/** A unit that was there at the end of the period, or is today while that is ahead. */
async function readUnit(desk: Desk, id: string, period: Days): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'Unit', 'input.unit');
  const timeline = await desk.load(timelineOf, desk.town);
  if (!timeline.find(uuid)) throw notFound('input.unit');
  const on = lastDay(period, dayOf(desk.now));
  if (!timeline.stateOn(uuid, on)) throw badInput('input.unit', 'reportedUnitNotThere', { date: on });
  return uuid;
}

async function readKind(desk: Desk, id: string, { code }: AnyIndicator): Promise<string> {
  const kind = await getKind(desk, id, 'input.organizationKind');
  const counted = coverageAsked(code);
  const counts = counted && (counted.class === null || counted.class === kind.class);
  if (!counts) throw badInput('input.organizationKind', 'reportedKind');
  return kind.uuid;
}

/** What is said of a figure, as the row of a version holds it. */
export interface Said {
  value: string;
  qualifier: Qualifier;
  document: string;
  page: string | null;
  published_on: string;
}

/**
 * What a town says of a figure of an indicator, in a period.
 * Errors: BAD_INPUT on input.value, input.qualifier, input.document, input.page or input.publishedOn.
 */
export function readSaid(
  desk: Desk,
  input: Pick<ReportFigureInput, 'value' | 'qualifier' | 'document' | 'page' | 'publishedOn'>,
  indicator: AnyIndicator,
  { first }: Pick<Days, 'first'>,
): Said {
  const value = readValue(indicator, input.value, 'input.value');
  if (Number(value) === 0 && input.qualifier !== 'EXACT') throw badInput('input.qualifier', 'reportedNought');
  if (input.publishedOn > dayOf(desk.now)) throw badInput('input.publishedOn', 'dateAhead');
  if (input.publishedOn < first) throw badInput('input.publishedOn', 'reportedBefore', { date: first });
  return {
    ...{ value, qualifier: input.qualifier },
    document: oneLine(input.document, 'input.document', longestDocument),
    page: input.page == null ? null : oneLine(input.page, 'input.page', longestPage),
    published_on: input.publishedOn,
  };
}
