import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { adoptProject, completeProject, dropProject, rejectProject, reportProject } from './decide-project.ts';
import { linkRequests, unlinkRequests } from './link-requests.ts';
import {
  AdoptProjectInput,
  CompleteProjectInput,
  DropProjectInput,
  LinkRequestsInput,
  ProjectPayload,
  ProposeProjectInput,
  RejectProjectInput,
  ReportProjectInput,
  ReviseProjectInput,
  UnlinkRequestsInput,
} from './project.input.ts';
import { projectsById } from './project-rows.ts';
import { proposeProject, reviseProject } from './propose-project.ts';

@Resolver()
export class ProjectMutations {
  @Mutation(() => ProjectPayload, {
    description: 'Proposes a project of the year 实事项目 out of what many ask for.',
  })
  proposeProject(
    @Ctx() ctx: Context,
    @Input(() => ProposeProjectInput) input: ProposeProjectInput,
  ): Promise<ProjectPayload> {
    const { townId } = requireId(input.subject, 'RequestSubject', 'input.subject');
    return ctx.changeTown(townId, 'input.subject', 'proposeProject', input, async (desk) =>
      payloadOf(desk, await proposeProject(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => ProjectPayload, { description: 'Writes a proposal anew that is not decided yet.' })
  reviseProject(
    @Ctx() ctx: Context,
    @Input(() => ReviseProjectInput) input: ReviseProjectInput,
  ): Promise<ProjectPayload> {
    return step(ctx, 'reviseProject', input, (desk) => reviseProject(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProjectPayload, { description: 'Links further requests 关联诉求 to a project.' })
  linkRequests(@Ctx() ctx: Context, @Input(() => LinkRequestsInput) input: LinkRequestsInput): Promise<ProjectPayload> {
    return step(ctx, 'linkRequests', input, (desk) => linkRequests(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProjectPayload, { description: 'Takes requests out of a project; they may go into another one.' })
  unlinkRequests(
    @Ctx() ctx: Context,
    @Input(() => UnlinkRequestsInput) input: UnlinkRequestsInput,
  ): Promise<ProjectPayload> {
    return step(ctx, 'unlinkRequests', input, (desk) => unlinkRequests(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProjectPayload, { description: 'Adopts a project 立项 as one of its year’s.' })
  adoptProject(@Ctx() ctx: Context, @Input(() => AdoptProjectInput) input: AdoptProjectInput): Promise<ProjectPayload> {
    return step(ctx, 'adoptProject', input, (desk) => adoptProject(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProjectPayload, { description: 'Does not adopt a project; its requests may go into another one.' })
  rejectProject(
    @Ctx() ctx: Context,
    @Input(() => RejectProjectInput) input: RejectProjectInput,
  ): Promise<ProjectPayload> {
    return step(ctx, 'rejectProject', input, (desk) => rejectProject(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProjectPayload, { description: 'Puts down how far a project is 进展.' })
  reportProject(
    @Ctx() ctx: Context,
    @Input(() => ReportProjectInput) input: ReportProjectInput,
  ): Promise<ProjectPayload> {
    return step(ctx, 'reportProject', input, (desk) => reportProject(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProjectPayload, { description: 'Completes a project 完成.' })
  completeProject(
    @Ctx() ctx: Context,
    @Input(() => CompleteProjectInput) input: CompleteProjectInput,
  ): Promise<ProjectPayload> {
    return step(ctx, 'completeProject', input, (desk) => completeProject(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProjectPayload, { description: 'Gives a project up 终止; its requests may go into another one.' })
  dropProject(@Ctx() ctx: Context, @Input(() => DropProjectInput) input: DropProjectInput): Promise<ProjectPayload> {
    return step(ctx, 'dropProject', input, (desk) => dropProject(desk, ctx.signedIn, input));
  }
}

/** Takes a step with the project that an input names, and answers it as the step left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { project: string },
  work: (desk: Desk) => Promise<string>,
): Promise<ProjectPayload> {
  const { townId } = requireId(input.project, 'Project', 'input.project');
  return ctx.changeTown(townId, 'input.project', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<ProjectPayload> {
  desk.forget();
  const project = await desk.load(projectsById, { townId: desk.town, uuid });
  if (!project) throw notFound('input.project');
  return { project };
}
