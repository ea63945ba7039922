import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { permissionName } from '../access/permission.type.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { RequestSubjectType } from '../handling/handling.type.ts';
import { toldTo } from '../indicators/told-to.ts';
import { PersonType } from '../people/person.type.ts';
import { personNamed, subjectNamed } from '../requests/named.ts';
import { pageAmong } from '../requests/page-among.ts';
import { RequestConnectionType, RequestType } from '../requests/request.type.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitsById } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { countProjects, listProjects } from './list-projects.ts';
import { ProjectsArgs } from './project.input.ts';
import {
  ProjectConnectionType,
  ProjectCountType,
  ProjectEventType,
  ProjectStepEnum,
  ProjectTransitionType,
  ProjectType,
} from './project.type.ts';
import {
  projectEventsOf,
  projectOfRequests,
  requestCountsOf,
  requestsOfProjects,
  unitsOfProjects,
} from './project-parts.ts';
import { getProject, projectActions } from './project-reach.ts';
import { projectsById } from './project-rows.ts';
import { projectTransitions } from './project-states.ts';

@Resolver(() => TownType)
export class TownProjectsResolver {
  @Query(() => [ProjectTransitionType], {
    description: 'What may become of a project: every step, from which states to which, and with which permission.',
  })
  projectTransitions(): ProjectTransitionType[] {
    return projectTransitions.map(({ step, from, to, permission }) => ({
      step,
      from: [...from],
      to,
      permission: permissionName(permission),
    }));
  }

  @FieldResolver(() => ProjectConnectionType, {
    nullable: true,
    description:
      'The town’s projects of the year 实事项目, the latest year first. Null where the viewer sees no projects in the town.',
  })
  async projects(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => ProjectsArgs) args: ProjectsArgs,
  ): Promise<Connection<ProjectType> | null> {
    const desk = await ctx.readTownFor('project:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['projects', args], () => listProjects(desk, args));
  }

  @FieldResolver(() => [ProjectCountType], {
    nullable: true,
    description: 'How many projects of a year the town has in each state.',
  })
  async projectCounts(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
  ): Promise<ProjectCountType[] | null> {
    const desk = await ctx.readTownFor('project:count', townId);
    return desk ? countProjects(desk, townId, year) : null;
  }
}

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Query(() => ProjectType, {
    nullable: true,
    description: 'A project by its id. NOT_FOUND where it is not open to the viewer.',
  })
  project(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the project.' }) id: string,
  ): Promise<ProjectType> {
    return getProject(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town whose project it is.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: ProjectType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => RequestSubjectType, { description: 'What it is about.' })
  subject(@Ctx() ctx: Context, @Root() { townId, subjectUuid }: ProjectType): Promise<RequestSubjectType> {
    return subjectNamed(ctx, townId, subjectUuid);
  }

  @FieldResolver(() => [UnitType], {
    description: 'The units in which it is done, as they are today, or were last; none for the whole town.',
  })
  async units(@Ctx() ctx: Context, @Root() { townId, uuid }: ProjectType): Promise<UnitType[]> {
    const desk = await ctx.readTown(townId);
    const named = await desk.load(unitsOfProjects, { townId, uuid });
    const units = await Promise.all(named.map((unit) => desk.load(unitsById, { townId, asOf: ctx.today, uuid: unit })));
    return units.flatMap((unit) => unit ?? []);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who sees to it; null until it is adopted.' })
  holder(@Ctx() ctx: Context, @Root() { townId, holderUuid }: ProjectType): Promise<PersonType | null> {
    return personNamed(ctx, townId, holderUuid);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProjectType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is adopted, not done, and `dueOn` is over today.' })
  overdue(@Ctx() ctx: Context, @Root() { state, dueOn }: ProjectType): boolean {
    return state === 'ADOPTED' && dueOn !== null && dueOn < ctx.today;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many requests led to it; of one that ended without being done, how many were in it then. Null for a viewer who counts no requests there; to an application as `Indicator.suppressedBelow` says.',
  })
  async requestCount(@Ctx() ctx: Context, @Root() { townId, uuid }: ProjectType): Promise<number | null> {
    const count = await (await ctx.readTown(townId)).load(requestCountsOf, { townId, uuid });
    return toldTo(ctx.signedIn, 'request:count', townId)(count);
  }

  @FieldResolver(() => RequestConnectionType, {
    nullable: true,
    description:
      'The requests that led to it, the latest first, as far as the viewer may see them. Null where the viewer sees no requests in the town.',
  })
  async requests(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: ProjectType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<RequestType> | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    if (!desk) return null;
    const linked = await desk.load(requestsOfProjects, { townId, uuid });
    return pageAmong(desk, ctx.signedIn, linked, args);
  }

  @FieldResolver(() => [ProjectEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() { townId, uuid }: ProjectType): Promise<ProjectEventType[]> {
    return (await ctx.readTown(townId)).load(projectEventsOf, { townId, uuid });
  }

  @FieldResolver(() => [ProjectStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() project: ProjectType): Promise<string[]> {
    return projectActions(await ctx.readTown(project.townId), ctx.signedIn, project);
  }
}

@Resolver(() => ProjectEventType)
export class ProjectEventResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many requests it linked or took out; null where none, and for a viewer who counts no requests there. To an application as `Indicator.suppressedBelow` says.',
  })
  requests(@Ctx() ctx: Context, @Root() { townId, linked }: ProjectEventType): number | null {
    return linked === null ? null : toldTo(ctx.signedIn, 'request:count', townId)(linked);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who took the step, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProjectEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who saw to the project after the step.' })
  holder(@Ctx() ctx: Context, @Root() { townId, holderUuid }: ProjectEventType): Promise<PersonType | null> {
    return personNamed(ctx, townId, holderUuid);
  }
}

@Resolver(() => RequestType)
export class RequestProjectResolver {
  @FieldResolver(() => ProjectType, {
    nullable: true,
    description: 'The project of the year that it led to; null where there is none, or none under way or done.',
  })
  async project(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<ProjectType | null> {
    const desk = await ctx.readTownFor('project:read', townId);
    const own = await desk?.load(projectOfRequests, { townId, uuid });
    if (!desk || own === undefined) return null;
    return (await desk.load(projectsById, { townId, uuid: own })) ?? null;
  }
}
