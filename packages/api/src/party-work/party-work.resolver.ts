import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { holdsOn } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { OrganizationKindType, OrganizationType } from '../organizations/organization.type.ts';
import { kindNamed } from '../organizations/organization-facts.ts';
import { secretaryOn } from '../party-organizations/holders.ts';
import { organizationSeen } from '../party-organizations/organization-seen.ts';
import { PartyOrganizationType } from '../party-organizations/party-organization.type.ts';
import { partyNamed } from '../party-organizations/party-organization-rows.ts';
import { deskForPeople } from '../party-organizations/party-posts-seen.ts';
import { partyTreesOf } from '../party-organizations/party-tree-rows.ts';
import { PersonType } from '../people/person.type.ts';
import { peopleById } from '../people/person-rows.ts';
import type { Connection } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { UnitType } from '../units/unit.type.ts';
import { guidanceStationsOf } from './guidance-station-rows.ts';
import { listWorkAssignments } from './list-work-assignments.ts';
import { GuidanceStationType, GuidedKindType, WorkAssignmentType } from './party-work.type.ts';
import { seesWho } from './placed-assignments.ts';
import { WorkAssignmentConnectionType, WorkAssignmentsArgs } from './work-assignment-list.type.ts';
import { workAssignmentsOf } from './work-assignments.ts';

const asOfHint = 'The day on which to look; the town’s `asOf` unless told.';

@Resolver(() => TownType)
export class TownPartyWorkResolver {
  @FieldResolver(() => [GuidanceStationType], {
    nullable: true,
    description: 'The guidance stations of a day, the oldest first. Null where the viewer counts no coverage there.',
  })
  async guidanceStations(
    @Ctx() ctx: Context,
    @Root() { townId, asOf: shown }: TownType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<GuidanceStationType[] | null> {
    const stations = await (await ctx.readTownFor('coverage:count', townId))?.load(guidanceStationsOf, townId);
    return stations?.filter((each) => holdsOn(periodOf(each), asOf ?? shown)) ?? null;
  }

  @FieldResolver(() => [WorkAssignmentType], {
    nullable: true,
    description:
      'Who is assigned to all organisations of units on a day, the oldest first; to a unit that is gone, through what it has gone into. Null where the viewer counts no coverage there.',
  })
  async unitAssignments(
    @Ctx() ctx: Context,
    @Root() { townId, asOf: shown }: TownType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<WorkAssignmentType[] | null> {
    const desk = await ctx.readTownFor('coverage:count', townId);
    if (!desk) return null;
    const day = asOf ?? shown;
    const timeline = await desk.load(timelineOf, townId);
    const lineage = await desk.load(lineageOfTowns, townId);
    return (await desk.load(workAssignmentsOf, townId)).flatMap((each) =>
      each.unitUuid !== null && holdsOn(periodOf(each), day)
        ? [{ ...each, unitUuid: standsIn(timeline, lineage, each.unitUuid, day) ?? each.unitUuid }]
        : [],
    );
  }

  @FieldResolver(() => WorkAssignmentConnectionType, {
    nullable: true,
    description:
      'Who is assigned in the town on a day, to all organisations of a unit or to one that the viewer may see, by the name of what it is to. Null where the viewer counts no coverage there.',
  })
  async workAssignments(
    @Ctx() ctx: Context,
    @Root() { townId, asOf: shown }: TownType,
    @Args(() => WorkAssignmentsArgs) args: WorkAssignmentsArgs,
  ): Promise<Connection<WorkAssignmentType> | null> {
    const desk = await ctx.readTownFor('coverage:count', townId);
    if (!desk) return null;
    const day = args.asOf ?? shown;
    return loadOnce(desk, ['workAssignments', townId, day, args], () =>
      listWorkAssignments(desk, ctx.signedIn, townId, day, args),
    );
  }
}

@Resolver(() => OrganizationType)
export class OrganizationWorkResolver {
  @FieldResolver(() => [WorkAssignmentType], {
    description: 'Who is or was assigned to it, the oldest first; those of its units are `Town.unitAssignments`.',
  })
  async workAssignments(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: OrganizationType,
  ): Promise<WorkAssignmentType[]> {
    const all = await (await ctx.readTown(townId)).load(workAssignmentsOf, townId);
    return all.filter((each) => each.organizationUuid === uuid && each.validFrom !== each.validTo);
  }
}

@Resolver(() => WorkAssignmentType)
export class WorkAssignmentResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who. Null where the viewer does not see people there, as a district office.',
  })
  async person(@Ctx() ctx: Context, @Root() assignment: WorkAssignmentType): Promise<PersonType | null> {
    const { townId, personUuid: uuid } = assignment;
    const desk = uuid === null ? undefined : await ctx.readTownFor('person:read', townId);
    if (!desk || uuid === null || !(await seesWho(desk, ctx.signedIn, assignment))) return null;
    return (await desk.load(peopleById, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organisation; null where it is to a unit, or the organisation is not open to the viewer.',
  })
  organization(
    @Ctx() ctx: Context,
    @Root() { townId, organizationUuid }: WorkAssignmentType,
  ): Promise<OrganizationType | null> {
    return organizationSeen(ctx, townId, organizationUuid, ctx.today);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit whose organisations it is to; null where it is to one organisation.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: WorkAssignmentType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid, ctx.today);
  }
}

@Resolver(() => GuidanceStationType)
export class GuidanceStationResolver {
  @FieldResolver(() => PartyOrganizationType, {
    description: 'The Party organisation whose secretary leads it, or what that has been merged into.',
  })
  async ledBy(@Ctx() ctx: Context, @Root() { townId, ledByUuid }: GuidanceStationType): Promise<PartyOrganizationType> {
    const tree = await (await ctx.readTown(townId)).load(partyTreesOf, townId);
    const uuid = tree.standingFor(ledByUuid, ctx.today) ?? ledByUuid;
    const party = await partyNamed(ctx, townId, uuid, ctx.today);
    if (!party) throw notFound();
    return party;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who leads it today, ex officio. Null where nobody does, or the viewer does not see people there.',
  })
  async leader(@Ctx() ctx: Context, @Root() station: GuidanceStationType): Promise<PersonType | null> {
    const party = await this.ledBy(ctx, station);
    const desk = await deskForPeople(ctx, party);
    return (desk && (await secretaryOn(desk, party))) ?? null;
  }
}

@Resolver(() => GuidedKindType)
export class GuidedKindResolver {
  @FieldResolver(() => OrganizationKindType, { description: 'The kind.' })
  kind(@Ctx() ctx: Context, @Root() { townId, kindUuid }: GuidedKindType): Promise<OrganizationKindType> {
    return kindNamed(ctx, townId, kindUuid);
  }
}

function periodOf({ validFrom: from, validTo: to }: { validFrom: string; validTo: string | null }) {
  return { from, to };
}
