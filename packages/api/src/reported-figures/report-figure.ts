import type { Actor } from '../access/actor.ts';
import { holdsIn, reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound, Refusal } from '../errors.ts';
import { getIndicator } from '../figures/indicators.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { readReported, readSaid } from './read-report.ts';
import type {
  CorrectReportedFigureInput,
  ReportFigureInput,
  WithdrawReportedFigureInput,
} from './reported-figure.input.ts';

const longestReason = 200;

/**
 * Records a figure that the desk's town has published. Returns its id in the town.
 * Errors: FORBIDDEN where the actor may not count what it is of; CONFLICT on input.document where it is recorded of the same place
 * there; those of readReported and readSaid.
 */
export async function reportFigure(desk: Desk, actor: Actor, input: ReportFigureInput): Promise<string> {
  await lockSettings(desk);
  const { indicator, ...of } = await readReported(desk, input);
  if (!holdsIn(actor, indicator.permission, desk.town)) throw new Refusal('FORBIDDEN', 'forbidden');
  const said = readSaid(desk, input, indicator, { first: of.first_day });
  const nobody = { withdrawn_at: null, withdrawn_by: null, withdrawn_because: null };
  await refuseAgain(desk, { indicator: indicator.code, ...of }, said);
  const id = newId();
  const row = { town_id: desk.town, id, indicator: indicator.code, ...of, ...nobody, version: 1 };
  await desk.db.insertInto('reported_figure').values(row).execute();
  await writeVersion(desk, actor, id, 1, said, null);
  return id;
}

/**
 * Says anew what a town has published; what was said before stays. Returns its id in the town.
 * Errors: NOT_FOUND on input.reportedFigure; CONFLICT there where it was withdrawn, or on input.expectedVersion; BAD_INPUT on
 * input.because, or on input.value where nothing changes; those of readSaid.
 */
export async function correctReportedFigure(
  desk: Desk,
  actor: Actor,
  input: CorrectReportedFigureInput,
): Promise<string> {
  const figure = await lockFigure(desk, actor, input);
  const said = readSaid(desk, input, getIndicator(figure.indicator), { first: figure.first_day });
  const because = oneLine(input.because, 'input.because', longestReason);
  const last = await desk.db
    .selectFrom('reported_figure_version')
    .select(['number', 'value', 'qualifier', 'document', 'page', 'published_on'])
    .where('town_id', '=', desk.town)
    .where('reported_figure_id', '=', figure.id)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  const { number, ...before } = last;
  if (JSON.stringify({ ...before, ...said }) === JSON.stringify(before)) {
    throw conflict('reportedUnchanged', 'input.value');
  }
  await writeVersion(desk, actor, figure.id, number + 1, said, because);
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

/** The figure that an input names, kept from others until this change is over. */
async function lockFigure(desk: Desk, actor: Actor, input: WithdrawReportedFigureInput) {
  const field = 'input.reportedFigure';
  if (!reachesTown(actor, 'figure:report', desk.town)) throw notFound(field);
  const figure = await desk.db
    .selectFrom('reported_figure')
    .select(['id', 'indicator', 'first_day', 'withdrawn_at', 'version'])
    .where('town_id', '=', desk.town)
    .where('id', '=', requireIdIn(desk.town, input.reportedFigure, 'ReportedFigure', field))
    .forUpdate()
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
  said: ReturnType<typeof readSaid>,
  because: string | null,
): Promise<void> {
  const by = { recorded_at: desk.now, recorded_by: actor.accountId };
  const row = { town_id: desk.town, id: newId(), reported_figure_id: figure, number, ...said, because, ...by };
  await desk.db.insertInto('reported_figure_version').values(row).execute();
}

/** Refuses what the same place of the same document is recorded to say, and was not withdrawn. */
async function refuseAgain(
  desk: Desk,
  { indicator, ...of }: { indicator: string } & Omit<Awaited<ReturnType<typeof readReported>>, 'indicator'>,
  said: ReturnType<typeof readSaid>,
): Promise<void> {
  const recorded = await desk.db
    .selectFrom('reported_figure as f')
    .innerJoin('reported_figure_version as v', (join) =>
      join.onRef('v.town_id', '=', 'f.town_id').onRef('v.reported_figure_id', '=', 'f.id'),
    )
    .distinctOn('f.id')
    .select(['f.id', 'v.document', 'v.page'])
    .where('f.town_id', '=', desk.town)
    .where('f.indicator', '=', indicator)
    .where('f.first_day', '=', of.first_day)
    .where('f.last_day', '=', of.last_day)
    .where('f.unit_id', 'is not distinct from', of.unit_id)
    .where('f.kind_id', 'is not distinct from', of.kind_id)
    .where('f.withdrawn_at', 'is', null)
    .orderBy('f.id')
    .orderBy('v.number', 'desc')
    .execute();
  if (recorded.some(({ document, page }) => document === said.document && page === said.page)) {
    throw conflict('reportedAlready', 'input.document');
  }
}
