import type { Actor } from '../access/actor.ts';
import { reachesTown, requireIn } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { getIndicator } from '../figures/indicators.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { readReported, readSaid, type Said } from './read-report.ts';
import type {
  CorrectReportedFigureInput,
  ReportFigureInput,
  WithdrawReportedFigureInput,
} from './reported-figure.input.ts';
import type { ReportedFigureType } from './reported-figure.type.ts';
import { reportedOfTowns } from './reported-rows.ts';

const longestReason = 200;

/** Of what a report is, as its row holds it. */
interface Of {
  id: string;
  indicator: string;
  unit_id: string | null;
  kind_id: string | null;
  first_day: string;
  last_day: string;
}

/**
 * Records a figure that the desk's town has published. Returns its id in the town.
 * Errors: FORBIDDEN where the actor may not count what it is of; CONFLICT on input.document where it is recorded of the same place
 * there; those of readReported and readSaid.
 */
export async function reportFigure(desk: Desk, actor: Actor, input: ReportFigureInput): Promise<string> {
  await lockSettings(desk);
  const { indicator, ...of } = await readReported(desk, input);
  requireIn(actor, desk.town, [indicator.permission]);
  const said = readSaid(desk, input, indicator, { first: of.first_day });
  const nobody = { withdrawn_at: null, withdrawn_by: null, withdrawn_because: null };
  const id = newId();
  const row = { town_id: desk.town, id, indicator: indicator.code, ...of, ...nobody, version: 1 };
  refuseAgain(await desk.load(reportedOfTowns, desk.town), row, said);
  await desk.db.insertInto('reported_figure').values(row).execute();
  await writeVersion(desk, actor, id, 1, said, null);
  return id;
}

/**
 * Says anew what a town has published; what was said before stays. Returns its id in the town.
 * Errors: NOT_FOUND on input.reportedFigure; CONFLICT there where it was withdrawn, on input.expectedVersion, on input.value where
 * nothing changes, or on input.document where another is recorded of the same place there; BAD_INPUT on input.because; those of
 * readSaid.
 */
export async function correctReportedFigure(
  desk: Desk,
  actor: Actor,
  input: CorrectReportedFigureInput,
): Promise<string> {
  const figure = await lockFigure(desk, actor, input);
  const said = readSaid(desk, input, getIndicator(figure.indicator), { first: figure.first_day });
  const because = oneLine(input.because, 'input.because', longestReason);
  const all = await desk.load(reportedOfTowns, desk.town);
  const before = all.find(({ uuid }) => uuid === figure.id);
  if (before && says(before, said)) throw conflict('reportedUnchanged', 'input.value');
  refuseAgain(all, figure, said);
  await writeVersion(desk, actor, figure.id, figure.version + 1, said, because);
  await updateFigure(desk, figure.id, {});
  return figure.id;
}

/**
 * Withdraws a reported figure: it is no more set beside what the records give, and stays to be read. Returns its id in the town.
 * Errors: NOT_FOUND on input.reportedFigure; CONFLICT there where it was withdrawn, or on input.expectedVersion; BAD_INPUT on
 * input.because.
 */
export async function withdrawReportedFigure(
  desk: Desk,
  actor: Actor,
  input: WithdrawReportedFigureInput,
): Promise<string> {
  const { id } = await lockFigure(desk, actor, input);
  const because = oneLine(input.because, 'input.because', longestReason);
  const withdrawn = { withdrawn_at: desk.now, withdrawn_by: actor.accountId, withdrawn_because: because };
  await updateFigure(desk, id, withdrawn);
  return id;
}

/** The figure that an input names. No other report of the town is made, corrected or withdrawn until this change is over. */
async function lockFigure(desk: Desk, actor: Actor, input: WithdrawReportedFigureInput) {
  const field = 'input.reportedFigure';
  if (!reachesTown(actor, 'figure:report', desk.town)) throw notFound(field);
  await lockSettings(desk);
  const figure = await desk.db
    .selectFrom('reported_figure')
    .select(['id', 'indicator', 'unit_id', 'kind_id', 'first_day', 'last_day', 'withdrawn_at', 'version'])
    .where('town_id', '=', desk.town)
    .where('id', '=', requireIdIn(desk.town, input.reportedFigure, 'ReportedFigure', field))
    .executeTakeFirst();
  if (!figure) throw notFound(field);
  requireVersion(figure, input.expectedVersion);
  if (figure.withdrawn_at !== null) throw conflict('reportedWithdrawn', field);
  return figure;
}

async function updateFigure(desk: Desk, id: string, changes: object): Promise<void> {
  await desk.db
    .updateTable('reported_figure')
    .set((row) => ({ ...changes, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
}

async function writeVersion(
  desk: Desk,
  actor: Actor,
  figure: string,
  number: number,
  said: Said,
  because: string | null,
): Promise<void> {
  const by = { recorded_at: desk.now, recorded_by: actor.accountId };
  const row = { town_id: desk.town, id: newId(), reported_figure_id: figure, number, ...said, because, ...by };
  await desk.db.insertInto('reported_figure_version').values(row).execute();
}

/** Whether a reported figure says just this. */
function says(figure: ReportedFigureType, said: Said): boolean {
  const { value, qualifier, document, page, publishedOn: published_on } = figure;
  return Object.entries({ value, qualifier, document, page, published_on }).every(
    ([name, before]) => said[name as keyof Said] === before,
  );
}

/** Refuses what the same place of the same document is recorded to say of the same in another report that stands. */
function refuseAgain(all: readonly ReportedFigureType[], of: Of, { document, page }: Said): void {
  const again = all.some(
    (each) =>
      each.uuid !== of.id &&
      each.withdrawnAt === null &&
      each.indicator.code === of.indicator &&
      each.period.first === of.first_day &&
      each.period.last === of.last_day &&
      each.unitUuid === of.unit_id &&
      each.kindUuid === of.kind_id &&
      each.document === document &&
      each.page === page,
  );
  if (again) throw conflict('reportedAlready', 'input.document');
}
