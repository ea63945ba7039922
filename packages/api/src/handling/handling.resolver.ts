import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { permissionName } from '../access/permission.type.ts';
import type { Context } from '../context.ts';
import { TownType } from '../towns/town.type.ts';
import { handlingClasses, requiredEvidence } from './classes.ts';
import { deadlinesOf } from './deadlines.ts';
import {
  DeadlineRuleType,
  ExternalPartyType,
  HandlingClassRuleType,
  RequestSubjectType,
  RequestTransitionType,
} from './handling.type.ts';
import { entriesById, entriesOf, partyOf, subjectOf } from './listed.ts';
import { transitions } from './transitions.ts';

@Resolver(() => TownType)
export class TownHandlingResolver {
  @Query(() => [RequestTransitionType], {
    description: 'What may become of a request: every step, from which states to which, and with which permission.',
  })
  requestTransitions(): RequestTransitionType[] {
    return transitions.map(({ step, from, to, satisfaction, untouched, permission, at }) => ({
      step,
      from: [...from],
      to,
      satisfaction: satisfaction ? [...satisfaction] : null,
      untouched: untouched ?? false,
      permission: permissionName(permission),
      atLevel: at === 'LEVEL',
    }));
  }

  @Query(() => [HandlingClassRuleType], { description: 'The classes of handling 分类处置 with what each asks for.' })
  handlingClasses(): HandlingClassRuleType[] {
    return handlingClasses.map((handlingClass) => ({
      handlingClass,
      requiredEvidence: [...requiredEvidence[handlingClass]],
    }));
  }

  @FieldResolver(() => [RequestSubjectType], {
    nullable: true,
    description: 'What requests are about in this town, in its order. Null where the viewer may not count them.',
  })
  async requestSubjects(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('ended', () => Boolean, { defaultValue: false, description: 'Whether to list those that are ended, too.' })
    ended: boolean,
  ): Promise<RequestSubjectType[] | null> {
    const desk = await ctx.readTownFor('request:count', townId);
    const subjects = await desk?.load(entriesOf('request_subject'), townId);
    return subjects?.filter(({ endedOn }) => ended || endedOn === null).map(subjectOf) ?? null;
  }

  @FieldResolver(() => [ExternalPartyType], {
    nullable: true,
    description:
      'To whom outside requests are referred, in the town’s order. Null where the viewer sees no requests there.',
  })
  async externalParties(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('ended', () => Boolean, { defaultValue: false, description: 'Whether to list those that are ended, too.' })
    ended: boolean,
  ): Promise<ExternalPartyType[] | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    const parties = await desk?.load(entriesOf('external_party'), townId);
    return parties?.filter(({ endedOn }) => ended || endedOn === null).map(partyOf) ?? null;
  }

  @FieldResolver(() => [DeadlineRuleType], {
    nullable: true,
    description:
      'How long each level has 办理时限: the rules for all subjects first, by level, then those of single subjects. Null where the viewer sees no requests there.',
  })
  async deadlineRules(@Ctx() ctx: Context, @Root() { townId }: TownType): Promise<DeadlineRuleType[] | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    return (await desk?.load(deadlinesOf, townId))?.map((rule) => ({ townId, ...rule })) ?? null;
  }
}

@Resolver(() => DeadlineRuleType)
export class DeadlineRuleResolver {
  @FieldResolver(() => RequestSubjectType, {
    nullable: true,
    description: 'The subject; null for the rule of all subjects that have none of their own.',
  })
  async subject(
    @Ctx() ctx: Context,
    @Root() { townId, subjectUuid }: DeadlineRuleType,
  ): Promise<RequestSubjectType | null> {
    if (subjectUuid === null) return null;
    const desk = await ctx.readTown(townId);
    const subject = await desk.load(entriesById('request_subject'), { townId, uuid: subjectUuid });
    return subject ? subjectOf(subject) : null;
  }
}
