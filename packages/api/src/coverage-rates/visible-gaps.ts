import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { placeWith } from '../units/standing-under.ts';
import type { CoverageType } from './coverage-rates.type.ts';
import type { GapType } from './gap.type.ts';
import { gapOf } from './gaps.ts';
import type { CoveredOrganization } from './organizations-on.ts';
import { type CoverageRate, columns } from './rates.ts';
import { remedyKinds } from './remedies.ts';
import { townCoverages } from './town-coverage.ts';

/**
 * The gaps of a coverage in a rate, as far as the viewer may see the organisations, the cheapest to mend first; null where they see
 * none in the town.
 */
export async function visibleGaps(
  ctx: Context,
  coverage: Pick<CoverageType, 'townId' | 'on' | 'counted'>,
  rate: CoverageRate,
): Promise<GapType[] | null> {
  const { townId, on, counted } = coverage;
  const desk = await ctx.readTownFor('organization:read', townId);
  if (!desk) return null;
  const town = await desk.load(townCoverages, { townId, on });
  const missing = counted.map(({ organization }) => organization).filter((each) => !each[columns[rate]]);
  const seen = await seenBy(desk, ctx.signedIn, townId, missing);
  const gaps = seen.map((organization) => {
    const gap = gapOf(organization, rate, town);
    const remedies = gap.remedies.map((remedy) => ({
      ...{ townId, remedy, kind: remedy.kind, raises: remedy.raises, organization: organization.id, counted },
    }));
    const ended = gap.ended && { townId, partyUuid: gap.ended.party, way: gap.ended.way, on: gap.ended.on };
    return { townId, gap, reasons: gap.reasons, ended, remedies };
  });
  const cost = ({ remedies }: GapType) =>
    Math.min(
      remedyKinds.length,
      ...remedies.flatMap(({ kind, raises }) => (raises.includes(rate) ? [remedyKinds.indexOf(kind)] : [])),
    );
  return gaps.sort(
    (a, b) =>
      cost(a) - cost(b) ||
      byPinyin(a.gap.organization.name, b.gap.organization.name) ||
      (a.gap.organization.id < b.gap.organization.id ? -1 : 1),
  );
}

/** Those of some organisations that somebody may see: where each is today. */
async function seenBy(
  desk: Desk,
  actor: Actor,
  townId: number,
  organizations: readonly CoveredOrganization[],
): Promise<CoveredOrganization[]> {
  const units = [...new Set(organizations.map(({ unit_id }) => unit_id))];
  const within = await Promise.all(
    units.map(async (unit) => reaches(actor, 'organization:read', await placeWith(desk, townId, unit))),
  );
  const seen = new Set(units.filter((_, index) => within[index]));
  return organizations.filter(({ unit_id }) => seen.has(unit_id));
}
