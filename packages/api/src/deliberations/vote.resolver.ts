import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { notFound } from '../errors.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { PersonType } from '../people/person.type.ts';
import { personNamed } from '../requests/named.ts';
import type { Connection } from '../schema/connection.ts';
import { DeliberationType } from './deliberation.type.ts';
import { reachesUnit } from './deliberation-reach.ts';
import { deliberationsById } from './deliberation-rows.ts';
import { listObjections, listVoters } from './list-voters.ts';
import { answersOf } from './objection-rows.ts';
import { ObjectionsArgs, VotersArgs } from './vote.input.ts';
import {
  DeliberationAnswerType,
  DeliberationObjectionConnectionType,
  DeliberationObjectionType,
  DeliberationVoterConnectionType,
  DeliberationVoterType,
  DeliberationVoteType,
} from './vote.type.ts';
import { votersById, votesOfVoters } from './voter-rows.ts';

@Resolver(() => DeliberationType)
export class DeliberationVotersResolver {
  @FieldResolver(() => DeliberationVoterConnectionType, {
    nullable: true,
    description:
      'Who may vote, as far as the viewer records their votes; none until the vote is opened. Null where the viewer records no votes in the town.',
  })
  async voters(
    @Ctx() ctx: Context,
    @Root() deliberation: DeliberationType,
    @Args(() => VotersArgs) args: VotersArgs,
  ): Promise<Connection<DeliberationVoterType> | null> {
    const desk = await ctx.readTownFor('deliberation:record', deliberation.townId);
    if (!desk) return null;
    return loadOnce(desk, ['voters', deliberation.uuid, args], () => listVoters(desk, ctx, deliberation, args));
  }

  @FieldResolver(() => DeliberationObjectionConnectionType, {
    nullable: true,
    description:
      'Why people did not vote for it, the first objection first, as far as the viewer records their votes. Null where the viewer records no votes in the town.',
  })
  async objections(
    @Ctx() ctx: Context,
    @Root() deliberation: DeliberationType,
    @Args(() => ObjectionsArgs) args: ObjectionsArgs,
  ): Promise<Connection<DeliberationObjectionType> | null> {
    const desk = await ctx.readTownFor('deliberation:record', deliberation.townId);
    if (!desk) return null;
    return loadOnce(desk, ['objections', deliberation.uuid, args], () => listObjections(desk, ctx, deliberation, args));
  }
}

@Resolver(() => DeliberationVoterType)
export class DeliberationVoterResolver {
  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household; null for a person, and where it is out of the viewer’s reach.',
  })
  household(
    @Ctx() ctx: Context,
    @Root() { townId, householdUuid }: DeliberationVoterType,
  ): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'The person; null for a household.' })
  person(@Ctx() ctx: Context, @Root() { townId, personUuid }: DeliberationVoterType): Promise<PersonType | null> {
    return personNamed(ctx, townId, personUuid);
  }

  @FieldResolver(() => [DeliberationVoteType], {
    nullable: true,
    description:
      'How they voted, the first vote first, those withdrawn among them. Null without `@purpose`, and for who does not manage the deliberation.',
  })
  async votes(@Ctx() ctx: Context, @Root() voter: DeliberationVoterType): Promise<DeliberationVoteType[] | null> {
    const { townId, uuid, deliberationUuid, auditKey: subject } = voter;
    const desk = await ctx.readTownFor('deliberation:manage', townId);
    const deliberation = await desk?.load(deliberationsById, { townId, uuid: deliberationUuid });
    if (!desk || !deliberation) return null;
    const permission = 'deliberation:manage';
    if (!(await reachesUnit(desk, ctx.signedIn, permission, townId, deliberation.unitUuid))) return null;
    if (!personal(ctx, townId, { subject, field: 'DeliberationVoter.votes' })) return null;
    return desk.load(votesOfVoters, { townId, uuid });
  }
}

@Resolver(() => DeliberationVoteType)
export class DeliberationVoteResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: DeliberationVoteType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => DeliberationObjectionType)
export class DeliberationObjectionResolver {
  @FieldResolver(() => DeliberationVoterType, { description: 'Who objects.' })
  async voter(@Ctx() ctx: Context, @Root() objection: DeliberationObjectionType): Promise<DeliberationVoterType> {
    const { townId, voterUuid: uuid } = objection;
    const voter = await (await ctx.readTown(townId)).load(votersById, { townId, uuid });
    if (!voter) throw notFound();
    return voter;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What they object; null without `@purpose`.' })
  text(@Ctx() ctx: Context, @Root() objection: DeliberationObjectionType): string | null {
    const { townId, auditKey: subject, textInFull } = objection;
    return personal(ctx, townId, { subject, field: 'DeliberationObjection.text' }) ? textInFull : null;
  }

  @FieldResolver(() => [DeliberationAnswerType], { description: 'Its answers, the first one first.' })
  async answers(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, auditKey }: DeliberationObjectionType,
  ): Promise<DeliberationAnswerType[]> {
    const answers = await (await ctx.readTown(townId)).load(answersOf, { townId, uuid });
    return answers.map((answer) => ({ ...answer, auditKey }));
  }
}

@Resolver(() => DeliberationAnswerType)
export class DeliberationAnswerResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What was answered; null without `@purpose`.' })
  text(@Ctx() ctx: Context, @Root() { townId, auditKey: subject, textInFull }: DeliberationAnswerType): string | null {
    return personal(ctx, townId, { subject, field: 'DeliberationAnswer.text' }) ? textInFull : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who answered.' })
  person(@Ctx() ctx: Context, @Root() { townId, personUuid }: DeliberationAnswerType): Promise<PersonType | null> {
    return personNamed(ctx, townId, personUuid);
  }
}
