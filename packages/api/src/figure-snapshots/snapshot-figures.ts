import { holdsIn } from '../access/reach.ts';
import { suppressesSmall } from '../access/small-numbers.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { getIndicator, indicators } from '../figures/indicators.ts';
import { presentIndicator } from '../figures/present-indicator.ts';
import type { Total } from '../indicators/indicator.ts';
import { numberOf } from '../indicators/number-of.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import { kindCounts, none, periodCounts } from './count-period.ts';
import type { SnapshotFiguresArgs } from './figure-snapshot.input.ts';
import type { FigureSnapshotType, SnapshotFigureType } from './figure-snapshot.type.ts';
import { type ScopeRow, scopesByKey, scopesOfSnapshots, snapshotsById } from './snapshot-rows.ts';

/** A closing of a town in which the viewer sees such. Errors: NOT_FOUND on id. */
export async function getSnapshot(ctx: Context, id: string): Promise<FigureSnapshotType> {
  const { townId, key: uuid } = requireId(id, 'FigureSnapshot', 'id');
  const snapshot = await (await ctx.readTownFor('figure:read', townId))?.load(snapshotsById, { townId, uuid });
  if (!snapshot) throw notFound('id');
  return snapshot;
}

/** One figure that a snapshot keeps of a unit, a kind of organisations, or the whole town; undefined where it keeps none. */
export async function figureIn(
  ctx: Context,
  snapshot: FigureSnapshotType,
  { indicator, unit, kind }: { indicator: string; unit: string | null; kind: string | null },
): Promise<SnapshotFigureType | undefined> {
  const { townId, uuid } = snapshot;
  const scope = await (await ctx.readTown(townId)).load(scopesByKey, { townId, snapshot: uuid, unit, kind });
  return scope && seen(ctx, snapshot, scope).find((each) => each.indicator.code === indicator);
}

/**
 * A page of the figures that a snapshot keeps, the whole town's first, in the order of the registry.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function figuresIn(
  ctx: Context,
  snapshot: FigureSnapshotType,
  { indicator, everywhere, changed, ...args }: SnapshotFiguresArgs,
): Promise<Connection<SnapshotFigureType>> {
  const { townId, uuid } = snapshot;
  const desk = await ctx.readTown(townId);
  const town = { townId, snapshot: uuid, unit: null, kind: null };
  const scopes = everywhere
    ? await desk.load(scopesOfSnapshots, { townId, snapshot: uuid })
    : [await desk.load(scopesByKey, town)].flatMap((scope) => scope ?? []);
  const all = scopes
    .flatMap((scope) => seen(ctx, snapshot, scope))
    .filter((each) => indicator == null || indicator.includes(each.indicator.code));
  if (changed == null) return pageOf(all, args, ({ key }) => key);
  const differ = await Promise.all(all.map((each) => hasChanged(ctx, each)));
  return pageOf(
    all.filter((_, index) => differ[index] === changed),
    args,
    ({ key }) => key,
  );
}

/** What the records give today for a figure that is kept, counted as it was. */
export async function todayOf(ctx: Context, { townId, indicator, unitUuid, kindUuid, period }: SnapshotFigureType) {
  const desk = await ctx.readTown(townId);
  const { first, last } = period;
  if (kindUuid !== null)
    return (await desk.load(kindCounts, { townId, on: last })).get(kindUuid)?.[indicator.code] ?? none;
  const { town, units } = await desk.load(periodCounts, { townId, indicator: indicator.code, first, last });
  return unitUuid === null ? town : (units.get(unitUuid) ?? none);
}

/** Whether the records give another number today than what is kept, as both are told. */
export async function hasChanged(ctx: Context, figure: SnapshotFigureType): Promise<boolean> {
  const today: Total = await todayOf(ctx, figure);
  const told = ({ count, total }: Total) => numberOf(figure.indicator, count, total, figure.suppresses);
  const [was, is] = [told(figure.kept), told(today)];
  return was.numerator !== is.numerator || was.denominator !== is.denominator;
}

/** The figures of a scope that the viewer may count, in the order of the registry. */
function seen(ctx: Context, snapshot: FigureSnapshotType, scope: ScopeRow): SnapshotFigureType[] {
  const { townId, id, period, definitions } = snapshot;
  return indicators.flatMap(({ code, permission }) => {
    const kept = scope.figures[code];
    if (!kept || !holdsIn(ctx.signedIn, permission, townId)) return [];
    const [count, total] = kept;
    const indicator = presentIndicator(getIndicator(code));
    const suppresses = suppressesSmall(ctx.signedIn, permission, townId);
    const definition = indicator.versions.find(({ since }) => since === definitions[code]);
    if (!definition) throw new Error(`${code} has lost its definition of ${definitions[code]}`);
    return {
      ...{ townId, snapshot: id, period, indicator, definition, kept: { count, total }, suppresses },
      ...{ unitUuid: scope.unit, kindUuid: scope.kind, name: scope.name, unitKind: scope.unitKind },
      unit: scope.unit && globalId('Unit', townId, scope.unit),
      organizationKind: scope.kind && globalId('OrganizationKind', townId, scope.kind),
      key: `${scope.position} ${code}`,
      ...numberOf(indicator, count, total, suppresses),
    };
  });
}
