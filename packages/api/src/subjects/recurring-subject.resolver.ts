import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import { requireUnsuppressed } from '../access/small-numbers.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { RequestSubjectType } from '../handling/handling.type.ts';
import { ProjectType } from '../projects/project.type.ts';
import { projectsOfSubjects } from '../projects/project-rows.ts';
import { subjectNamed } from '../requests/named.ts';
import { pageAmong } from '../requests/page-among.ts';
import { RequestConnectionType, type RequestType } from '../requests/request.type.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { TownType } from '../towns/town.type.ts';
import { RecurringSubjectsType, RecurringSubjectType } from './recurring-subject.type.ts';
import { recurringSubjects } from './recurring-subjects.ts';

@Resolver(() => TownType)
export class TownSubjectsResolver {
  @FieldResolver(() => RecurringSubjectsType, {
    nullable: true,
    description:
      'What many ask for 诉求热点: the requests raised in a period by subject, those first that rise most against the period before. Requests count for the units of today, carried there along restructurings. FORBIDDEN to an application that may not read the requests.',
  })
  async recurringSubjects(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('period', () => PeriodInput, { description: 'The period, at most five years.' }) period: PeriodInput,
    @Arg('unit', () => ID, { nullable: true, description: 'The unit to count under; the whole town unless told.' })
    unit?: string | null,
    @Arg('subject', () => ID, { nullable: true, description: 'Tells of this subject only; of all unless told.' })
    subject?: string | null,
  ): Promise<RecurringSubjectsType | null> {
    const desk = await ctx.readTownFor('request:count', townId);
    if (!desk) return null;
    // They tell apart so few that nothing would be left of them.
    requireUnsuppressed(ctx.signedIn, 'request:count', townId);
    const single = holdsIn(ctx.signedIn, 'request:read', townId);
    const question = { townId, period, unit: unit ?? null, subject: subject ?? null, single };
    return loadOnce(desk, ['recurringSubjects', question], () => recurringSubjects(desk, question));
  }
}

@Resolver(() => RecurringSubjectType)
export class RecurringSubjectResolver {
  @FieldResolver(() => RequestSubjectType, { description: 'What is asked for.' })
  subject(@Ctx() ctx: Context, @Root() { townId, subjectUuid }: RecurringSubjectType): Promise<RequestSubjectType> {
    return subjectNamed(ctx, townId, subjectUuid);
  }

  @FieldResolver(() => Boolean, { description: 'Whether more was asked for than in the period before.' })
  rising(@Root() { change }: RecurringSubjectType): boolean {
    return change > 0;
  }

  @FieldResolver(() => RequestConnectionType, {
    nullable: true,
    description:
      'The requests of the period, the latest first, as far as the viewer may see them. Null where the viewer sees no requests in the town, as a district office.',
  })
  async requests(
    @Ctx() ctx: Context,
    @Root() { townId, ids }: RecurringSubjectType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<RequestType> | null> {
    const desk = ids === null ? undefined : await ctx.readTownFor('request:read', townId);
    return desk && ids ? pageAmong(desk, ctx.signedIn, ids, args) : null;
  }

  @FieldResolver(() => [ProjectType], {
    nullable: true,
    description:
      'The projects about it that are under way or done, the latest year first. Null where the viewer sees no projects in the town.',
  })
  async projects(
    @Ctx() ctx: Context,
    @Root() { townId, subjectUuid }: RecurringSubjectType,
  ): Promise<ProjectType[] | null> {
    const desk = await ctx.readTownFor('project:read', townId);
    return desk ? desk.load(projectsOfSubjects, { townId, subjectUuid }) : null;
  }
}
