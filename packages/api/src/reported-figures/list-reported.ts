import { holdsIn } from '../access/reach.ts';
import { suppressesSmall } from '../access/small-numbers.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { getIndicator } from '../figures/indicators.ts';
import type { Total } from '../indicators/indicator.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { requireId } from '../schema/global-id.ts';
import { type DerivedKey, derive } from './derive.ts';
import { holds } from './qualifiers.ts';
import type { ReportedFiguresArgs } from './reported-figure.input.ts';
import type { ReportedFigureType } from './reported-figure.type.ts';
import { reportedById, reportedOfTowns } from './reported-rows.ts';
import { writingOf } from './reported-value.ts';

/**
 * A page of what towns have reported, in their order. A page is cut from all of them.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function listReported(
  ctx: Context,
  towns: readonly number[],
  args: ReportedFiguresArgs,
): Promise<Connection<ReportedFigureType>> {
  const { indicator, from, to, differs, withdrawn } = args.filter ?? {};
  const all = await Promise.all(towns.map(async (town) => (await ctx.readTown(town)).load(reportedOfTowns, town)));
  const some = all
    .flat()
    .filter(
      (each) =>
        (each.withdrawnAt !== null) === (withdrawn ?? false) &&
        (indicator == null || indicator.includes(each.indicator.code)) &&
        (from == null || each.period.last >= from) &&
        (to == null || each.period.first <= to),
    );
  if (differs == null) return pageOf(some, args, ({ uuid }) => uuid);
  const borneOut = await Promise.all(some.map(async (each) => bearsOut(ctx, each, await derivedFor(ctx, each))));
  return pageOf(
    some.filter((_, index) => borneOut[index] !== differs),
    args,
    ({ uuid }) => uuid,
  );
}

/** What the records give today for a reported figure. */
export async function derivedFor(ctx: Context, figure: ReportedFigureType): Promise<Total> {
  return derive(await ctx.readTown(figure.townId), derivedKey(figure));
}

/** Whether what the records give is what was published; null where they give none, or what they give is suppressed. */
export function bearsOut(ctx: Context, figure: ReportedFigureType, derived: Total): boolean | null {
  const { indicator, value, qualifier } = figure;
  if (!countsDerived(ctx, figure) || suppressedFor(ctx, figure)) return null;
  return holds(qualifier, value, writingOf(getIndicator(indicator.code)), derived);
}

/** Whether whoever asks may count what the records give. */
export function countsDerived(ctx: Context, { townId, indicator }: ReportedFigureType): boolean {
  return holdsIn(ctx.signedIn, getIndicator(indicator.code).permission, townId);
}

/** Whether small numbers of what the records give are suppressed for whoever asks. */
export function suppressedFor(ctx: Context, { townId, indicator }: ReportedFigureType): boolean {
  return suppressesSmall(ctx.signedIn, getIndicator(indicator.code).permission, townId);
}

function derivedKey({ townId, indicator, unitUuid, kindUuid, period }: ReportedFigureType): DerivedKey {
  const { first, last } = period;
  return { townId, indicator: indicator.code, unit: unitUuid, kind: kindUuid, first, last };
}

/** A reported figure of a town in which the viewer sees such. Errors: NOT_FOUND on id. */
export async function getReported(ctx: Context, id: string): Promise<ReportedFigureType> {
  const { townId, key: uuid } = requireId(id, 'ReportedFigure', 'id');
  const desk: Desk | undefined = await ctx.readTownFor('figure:read', townId);
  const figure = await desk?.load(reportedById, { townId, uuid });
  if (!figure) throw notFound('id');
  return figure;
}
