import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { reaches } from '../access/reach.ts';
import { maskName } from '../audit/mask.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn, versionNear } from '../db/versions.ts';
import { placeOfHousehold } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { reachesResident } from './find-resident.ts';
import { ResidentType } from './resident.type.ts';
import { membersOf, residentOf, residentsById } from './resident-rows.ts';

@Resolver(() => HouseholdType)
export class HouseholdResidentsResolver {
  @FieldResolver(() => [ResidentType], {
    nullable: true,
    description:
      'Who is in the household on a day, its head 户主 first, then in the order in which they were registered, without those who have gone out of the viewer’s reach since. Null where the viewer sees no residents of it.',
  })
  async residents(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: HouseholdType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today unless told.' }) asOf?: string | null,
  ): Promise<ResidentType[] | null> {
    const desk = await ctx.readTown(townId);
    if (!(await seesResidents(ctx, desk, { townId, uuid }))) return null;
    const members = (await desk.load(membersOf, { townId, uuid }))
      .filter((each) => holdsOn(each, asOf ?? ctx.today))
      .sort((a, b) => Number(b.state.head) - Number(a.state.head) || (a.resident < b.resident ? -1 : 1));
    const records = await Promise.all(
      members.map(async ({ resident: uuid, ...stay }) => {
        // Whoever is in it today is where the household is.
        const reached =
          holdsOn(stay, ctx.today) || (await reachesResident(desk, ctx.signedIn, 'resident:read', { townId, uuid }));
        return reached ? desk.load(residentsById, { townId, uuid }) : undefined;
      }),
    );
    return records.flatMap((record) => (record ? [residentOf(record)] : []));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What lists call it: its head’s name, always masked, as 张**户. Null where it has no head, or the viewer sees no residents of it.',
  })
  async label(@Ctx() ctx: Context, @Root() { townId, uuid }: HouseholdType): Promise<string | null> {
    const desk = await ctx.readTown(townId);
    if (!(await seesResidents(ctx, desk, { townId, uuid }))) return null;
    const heads = (await desk.load(membersOf, { townId, uuid })).filter((each) => each.state.head);
    const near = versionNear(heads, ctx.today);
    const head = heads.find((each) => each === near);
    const record = head && (await desk.load(residentsById, { townId, uuid: head.resident }));
    if (!record) return null;
    personal(ctx, townId, { subject: record.auditKey, field: 'Household.label' });
    return `${maskName(record.name)}户`;
  }
}

async function seesResidents(ctx: Context, desk: Desk, key: TownKey): Promise<boolean> {
  const place = await placeOfHousehold(desk, key);
  return place !== undefined && reaches(ctx.signedIn, 'resident:read', place);
}
