import { idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { getIndicator } from '../figures/indicators.ts';
import { presentIndicator } from '../figures/present-indicator.ts';
import { globalId } from '../schema/global-id.ts';
import type { ReportedFigureType, ReportedFigureVersionType } from './reported-figure.type.ts';
import type { PeriodLength, Qualifier } from './reported-terms.ts';
import { writingOf, writtenValue } from './reported-value.ts';

/**
 * Batch of all that towns have reported, those withdrawn too, the latest and longest period first. One statement. A town publishes some
 * tens a year.
 */
export async function reportedOfTowns(desk: Desk, towns: readonly number[]): Promise<ReportedFigureType[][]> {
  const rows = await desk.db
    .selectFrom('reported_figure as f')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('reported_figure_version as each')
          .select(['value', 'qualifier', 'document', 'page', 'published_on', 'recorded_at', 'recorded_by'])
          .whereRef('each.town_id', '=', 'f.town_id')
          .whereRef('each.reported_figure_id', '=', 'f.id')
          .orderBy('each.number', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['f.town_id', 'f.id', 'f.indicator', 'f.defined_since', 'f.unit_id', 'f.kind_id', 'f.length'])
    .select(['f.first_day', 'f.last_day', 'f.withdrawn_at', 'f.withdrawn_by', 'f.withdrawn_because', 'f.version'])
    .select(['said.value', 'said.qualifier', 'said.document', 'said.page', 'said.published_on'])
    .select(['said.recorded_at', 'said.recorded_by'])
    .where('f.town_id', 'in', [...towns])
    .orderBy('f.last_day', 'desc')
    .orderBy('f.first_day')
    .orderBy('f.id')
    .execute();
  const byTown = Map.groupBy(rows.map(reportedOf), ({ townId }) => townId);
  return towns.map((town) => byTown.get(town) ?? []);
}

/** Batch of reported figures by id; undefined where there is no such. The one statement of reportedOfTowns. */
export async function reportedById(desk: Desk, keys: readonly TownKey[]): Promise<(ReportedFigureType | undefined)[]> {
  return Promise.all(
    keys.map(async ({ townId, uuid }) => (await desk.load(reportedOfTowns, townId)).find((each) => each.uuid === uuid)),
  );
}

/** Batch of the versions of reported figures, the first one first. One statement. */
export async function versionsOfReported(desk: Desk, keys: readonly TownKey[]): Promise<ReportedFigureVersionType[][]> {
  const rows = await desk.db
    .selectFrom('reported_figure_version as v')
    .innerJoin('reported_figure as f', (join) =>
      join.onRef('f.town_id', '=', 'v.town_id').onRef('f.id', '=', 'v.reported_figure_id'),
    )
    .select(['v.town_id', 'f.id', 'f.indicator', 'v.number', 'v.because', 'v.value', 'v.qualifier', 'v.document'])
    .select(['v.page', 'v.published_on', 'v.recorded_at', 'v.recorded_by'])
    .where('v.town_id', 'in', townsOf(keys))
    .where('f.id', 'in', idsOf(keys))
    .orderBy('v.number')
    .execute();
  return parted(keys, rows, 'id', (row) => ({ ...saidOf(row), number: row.number, because: row.because }));
}

interface SaidRow {
  town_id: number;
  indicator: string;
  value: string;
  qualifier: Qualifier;
  document: string;
  page: string | null;
  published_on: string;
  recorded_at: Date;
  recorded_by: string;
}

interface ReportedRow extends SaidRow {
  id: string;
  defined_since: string;
  unit_id: string | null;
  kind_id: string | null;
  length: PeriodLength;
  first_day: string;
  last_day: string;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_because: string | null;
  version: number;
}

function saidOf(row: SaidRow) {
  return {
    townId: row.town_id,
    value: row.value,
    rounded: writtenValue(row.value, writingOf(getIndicator(row.indicator))),
    qualifier: row.qualifier,
    document: row.document,
    page: row.page,
    publishedOn: row.published_on,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
  };
}

function reportedOf(row: ReportedRow): ReportedFigureType {
  const indicator = presentIndicator(getIndicator(row.indicator));
  const definition = indicator.versions.find(({ since }) => since === row.defined_since);
  if (!definition) throw new Error(`${row.indicator} has lost its definition of ${row.defined_since}`);
  return {
    typename: 'ReportedFigure',
    id: globalId('ReportedFigure', row.town_id, row.id),
    uuid: row.id,
    ...saidOf(row),
    indicator,
    definition,
    definitionChanged: definition !== indicator.versions[0],
    unitUuid: row.unit_id,
    kindUuid: row.kind_id,
    length: row.length,
    period: { first: row.first_day, last: row.last_day },
    withdrawnAt: row.withdrawn_at,
    withdrawnById: row.withdrawn_by,
    withdrawnBecause: row.withdrawn_because,
    version: row.version,
  };
}
