import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { formTeam } from './form-team.ts';
import { teamsById } from './read-teams.ts';
import { disbandTeam, renameTeam } from './revise-team.ts';
import { joinTeam, leaveTeam } from './staff-team.ts';
import {
  DisbandTeamInput,
  DisbandTeamPayload,
  FormTeamInput,
  FormTeamPayload,
  JoinTeamInput,
  JoinTeamPayload,
  LeaveTeamInput,
  LeaveTeamPayload,
  RenameTeamInput,
  RenameTeamPayload,
  type TeamType,
} from './team.type.ts';

@Resolver()
export class TeamMutations {
  @Mutation(() => FormTeamPayload, { description: 'Forms a service team 组团 for a block.' })
  formTeam(@Ctx() ctx: Context, @Input(() => FormTeamInput) input: FormTeamInput): Promise<FormTeamPayload> {
    const { townId } = requireId(input.block, 'Unit', 'input.block');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.block', 'formTeam', input, async (desk) => ({
      team: await changedTeam(desk, await formTeam(desk, ctx.signedIn, input, from), from, ctx.today),
    }));
  }

  @Mutation(() => RenameTeamPayload, { description: 'Renames a team from a day on.' })
  renameTeam(@Ctx() ctx: Context, @Input(() => RenameTeamInput) input: RenameTeamInput): Promise<RenameTeamPayload> {
    const { townId, key } = requireId(input.team, 'Team', 'input.team');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.team', 'renameTeam', input, async (desk) => {
      await renameTeam(desk, ctx.signedIn, key, input, from);
      return { team: await changedTeam(desk, key, from, ctx.today) };
    });
  }

  @Mutation(() => DisbandTeamPayload, { description: 'Disbands a team. Its past stays readable.' })
  disbandTeam(
    @Ctx() ctx: Context,
    @Input(() => DisbandTeamInput) input: DisbandTeamInput,
  ): Promise<DisbandTeamPayload> {
    const { townId, key } = requireId(input.team, 'Team', 'input.team');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.team', 'disbandTeam', input, async (desk) => {
      await disbandTeam(desk, ctx.signedIn, key, input, on);
      return { team: await changedTeam(desk, key, on, ctx.today) };
    });
  }

  @Mutation(() => JoinTeamPayload, { description: 'Lets a person or a partner organisation join a team, or lead it.' })
  joinTeam(@Ctx() ctx: Context, @Input(() => JoinTeamInput) input: JoinTeamInput): Promise<JoinTeamPayload> {
    const { townId } = requireId(input.team, 'Team', 'input.team');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.team', 'joinTeam', input, (desk) => joinTeam(desk, ctx.signedIn, input, from));
  }

  @Mutation(() => LeaveTeamPayload, { description: 'Ends a membership of a team.' })
  leaveTeam(@Ctx() ctx: Context, @Input(() => LeaveTeamInput) input: LeaveTeamInput): Promise<LeaveTeamPayload> {
    const { townId, key } = requireId(input.member, 'TeamMember', 'input.member');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.member', 'leaveTeam', input, (desk) => leaveTeam(desk, ctx.signedIn, key, on));
  }
}

/** A team as a change has left it: on the day of the change where that lies ahead, else as of today. */
async function changedTeam(desk: Desk, uuid: string, day: string, today: string): Promise<TeamType> {
  const key = { townId: desk.town, asOf: day > today ? day : today, uuid };
  const [team] = await teamsById(desk, [key]);
  if (!team) throw notFound();
  return team;
}
