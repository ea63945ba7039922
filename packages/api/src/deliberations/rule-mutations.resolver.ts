import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { addDeliberationRule, endDeliberationRule, reviseDeliberationRule } from './keep-rules.ts';
import {
  AddDeliberationRuleInput,
  DeliberationRulePayload,
  EndDeliberationRuleInput,
  ReviseDeliberationRuleInput,
} from './rule.input.ts';
import { getRule } from './rule-rows.ts';

@Resolver()
export class DeliberationRuleMutations {
  @Mutation(() => DeliberationRulePayload, { description: 'Puts a rule of deliberation into a town’s list 议事规则.' })
  async addDeliberationRule(
    @Ctx() ctx: Context,
    @Input(() => AddDeliberationRuleInput) input: AddDeliberationRuleInput,
  ): Promise<DeliberationRulePayload> {
    const { townId } = await getTownFor(ctx, 'deliberation:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'addDeliberationRule', input, async (desk) =>
      payloadOf(desk, await addDeliberationRule(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => DeliberationRulePayload, {
    description: 'Says what a rule says from a day on. A vote that is opened already stays under what it said then.',
  })
  reviseDeliberationRule(
    @Ctx() ctx: Context,
    @Input(() => ReviseDeliberationRuleInput) input: ReviseDeliberationRuleInput,
  ): Promise<DeliberationRulePayload> {
    return change(ctx, 'reviseDeliberationRule', input, (desk) => reviseDeliberationRule(desk, ctx.signedIn, input));
  }

  @Mutation(() => DeliberationRulePayload, { description: 'Ends a rule: nothing is opened under it any more.' })
  endDeliberationRule(
    @Ctx() ctx: Context,
    @Input(() => EndDeliberationRuleInput) input: EndDeliberationRuleInput,
  ): Promise<DeliberationRulePayload> {
    return change(ctx, 'endDeliberationRule', input, (desk) => endDeliberationRule(desk, input));
  }
}

function change(
  ctx: Context,
  operation: string,
  input: Keyed & { deliberationRule: string },
  work: (desk: Desk) => Promise<string>,
): Promise<DeliberationRulePayload> {
  const field = 'input.deliberationRule';
  const { townId } = requireId(input.deliberationRule, 'DeliberationRule', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<DeliberationRulePayload> {
  desk.forget();
  return {
    deliberationRule: await getRule(desk, globalId('DeliberationRule', desk.town, uuid), 'input.deliberationRule'),
  };
}
