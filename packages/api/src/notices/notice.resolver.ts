import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TeamType } from '../teams/team.type.ts';
import {
  NoticeType,
  PostNoticeInput,
  PostNoticePayload,
  TakeDownNoticeInput,
  TakeDownNoticePayload,
} from './notice.type.ts';
import { noticesOn } from './notices-on.ts';
import { dayOfNotice, postNotice, takeDownNotice } from './post-notice.ts';

@Resolver(() => TeamType)
export class TeamNoticesResolver {
  @FieldResolver(() => [NoticeType], {
    nullable: true,
    description:
      'What the team shows on the board of its block on a day, the newest first, at most 20; null where boards are not open to the viewer.',
  })
  async notices(
    @Ctx() ctx: Context,
    @Root() team: TeamType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; the team’s `asOf` unless told.' })
    asOf?: string | null,
  ): Promise<NoticeType[] | null> {
    const desk = await ctx.readTownFor('notice:read', team.townId);
    return desk ? desk.load(noticesOn, { townId: team.townId, team: team.uuid, asOf: asOf ?? team.asOf }) : null;
  }
}

@Resolver()
export class NoticeMutations {
  @Mutation(() => PostNoticePayload, { description: 'Posts a notice of a team on the board of its block.' })
  postNotice(@Ctx() ctx: Context, @Input(() => PostNoticeInput) input: PostNoticeInput): Promise<PostNoticePayload> {
    const { townId } = requireId(input.team, 'Team', 'input.team');
    const from = dayOfNotice(input.from, ctx.today);
    const to = input.to == null ? null : dayOfChange(input.to, ctx.today, 'input.to');
    return ctx.changeTown(townId, 'input.team', 'postNotice', input, (desk) =>
      postNotice(desk, ctx.signedIn, input, { from, to }),
    );
  }

  @Mutation(() => TakeDownNoticePayload, { description: 'Takes a notice down from the board.' })
  takeDownNotice(
    @Ctx() ctx: Context,
    @Input(() => TakeDownNoticeInput) input: TakeDownNoticeInput,
  ): Promise<TakeDownNoticePayload> {
    const { townId, key } = requireId(input.notice, 'Notice', 'input.notice');
    const on = input.on == null ? null : dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.notice', 'takeDownNotice', input, (desk) =>
      takeDownNotice(desk, ctx.signedIn, key, on),
    );
  }
}
