import { sql } from 'kysely';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { PersonType } from '../people/person.type.ts';
import { personNamed } from '../requests/named.ts';
import type { Connection } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { findingTransitions } from './finding-states.ts';
import { listFindings, listPatrols } from './list-patrols.ts';
import { PatrolConnectionType, type PatrolType } from './patrol.type.ts';
import { findingConditions, patrolConditions } from './patrol-filter.ts';
import {
  PatrolFindingConnectionType,
  PatrolFindingTransitionType,
  type PatrolFindingType,
} from './patrol-finding.type.ts';
import {
  PatrolFilter,
  PatrolFindingsArgs,
  type PatrolGroup,
  PatrolGroupEnum,
  PatrolRatesType,
  PatrolsArgs,
} from './patrol-list.type.ts';
import { patrolRates } from './patrol-rates.ts';
import { PatrolRouteType } from './patrol-route.type.ts';
import { routesById } from './route-rows.ts';

@Resolver(() => TownType)
export class TownPatrolsResolver {
  @Query(() => [PatrolFindingTransitionType], {
    description: 'What may become of what a patrol brings up: every step, and from which states to which it leads.',
  })
  patrolFindingTransitions(): PatrolFindingTransitionType[] {
    return findingTransitions.map(({ from, ...each }) => ({ ...each, from: [...from] }));
  }

  @FieldResolver(() => PatrolConnectionType, {
    nullable: true,
    description:
      'The town’s patrols that the viewer may see, the latest first. Null where the viewer sees no patrols in the town.',
  })
  async patrols(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PatrolsArgs) args: PatrolsArgs,
  ): Promise<Connection<PatrolType> | null> {
    const desk = await ctx.readTownFor('patrol:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['patrols', args], async () => {
      const conditions = await patrolConditions(desk, ctx.signedIn, args.filter);
      const withdrawn = sql<boolean>`(p.withdrawn_at is not null) = ${args.withdrawn}`;
      return listPatrols(desk, [...conditions, withdrawn], args);
    });
  }

  @FieldResolver(() => PatrolFindingConnectionType, {
    nullable: true,
    description:
      'What the town’s patrols that the viewer may see brought up, those withdrawn left out, the latest first. Null where the viewer sees no patrols in the town.',
  })
  async patrolFindings(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PatrolFindingsArgs) args: PatrolFindingsArgs,
  ): Promise<Connection<PatrolFindingType> | null> {
    const desk = await ctx.readTownFor('patrol:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['patrolFindings', args], async () =>
      listFindings(desk, await findingConditions(desk, ctx.signedIn, args.filter), args),
    );
  }

  @FieldResolver(() => [PatrolRatesType], {
    nullable: true,
    description:
      'How many of the town’s patrols that the viewer may see there were, and what became of what they brought up, group by group: months in their order, else the largest first. Null where the viewer sees no patrols in the town. For units over time see `figure`.',
  })
  async patrolRates(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('by', () => PatrolGroupEnum, { description: 'By what to group them.' }) by: PatrolGroup,
    @Arg('filter', () => PatrolFilter, { nullable: true, description: 'Which to count.' })
    filter?: PatrolFilter | null,
  ): Promise<PatrolRatesType[] | null> {
    const desk = await ctx.readTownFor('patrol:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['patrolRates', by, filter], async () =>
      patrolRates(desk, by, await patrolConditions(desk, ctx.signedIn, filter)),
    );
  }
}

@Resolver(() => PatrolRatesType)
export class PatrolRatesResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who took part, where grouped by person.' })
  person(@Ctx() ctx: Context, @Root() { townId, personUuid }: PatrolRatesType): Promise<PersonType | null> {
    return personNamed(ctx, townId, personUuid);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit, as it is today, or was last, where grouped by it.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: PatrolRatesType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => PatrolRouteType, {
    nullable: true,
    description: 'The route, where grouped by it; null also for patrols of single places.',
  })
  async route(@Ctx() ctx: Context, @Root() { townId, routeUuid }: PatrolRatesType): Promise<PatrolRouteType | null> {
    if (routeUuid === null) return null;
    return (await (await ctx.readTown(townId)).load(routesById, { townId, uuid: routeUuid })) ?? null;
  }
}
