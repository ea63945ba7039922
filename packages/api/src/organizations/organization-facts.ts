import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { unitNamed } from '../units/find-unit.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import type { UnitType } from '../units/unit.type.ts';
import type { IndustryType, OrganizationKindType } from './organization.type.ts';
import { industriesOf, organizationKindsOf } from './organization-lists.ts';

/** The kind that an organisation is of. */
export async function kindNamed(ctx: Context, townId: number, uuid: string): Promise<OrganizationKindType> {
  const kinds = await (await ctx.readTown(townId)).load(organizationKindsOf, townId);
  const kind = kinds.find((each) => each.uuid === uuid);
  if (!kind) throw notFound();
  return kind;
}

/** The industry that an organisation is of; null where none is named. */
export async function industryNamed(ctx: Context, townId: number, uuid: string | null): Promise<IndustryType | null> {
  if (uuid === null) return null;
  const industries = await (await ctx.readTown(townId)).load(industriesOf, townId);
  return industries.find((each) => each.uuid === uuid) ?? null;
}

/** The unit in which what was registered at a unit is on a day, whatever restructurings made of that; null for the town itself. */
export async function unitOn(ctx: Context, townId: number, uuid: string, day: string): Promise<UnitType | null> {
  const desk = await ctx.readTown(townId);
  const [timeline, lineage] = await Promise.all([desk.load(timelineOf, townId), desk.load(lineageOfTowns, townId)]);
  return unitNamed(ctx, townId, standsIn(timeline, lineage, uuid, day), day);
}
