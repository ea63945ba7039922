import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { ContactRulesPayload, EndContactRuleInput, SetContactRuleInput } from './contact-rule.input.ts';
import { endContactRule } from './end-contact-rule.ts';
import { setContactRule } from './set-contact-rule.ts';

@Resolver()
export class ContactRuleMutations {
  @Mutation(() => ContactRulesPayload, {
    description:
      'Settles how often, how soon and in which ways households are to be contacted from a day on. `previewContactRule` shows what becomes due.',
  })
  async setContactRule(
    @Ctx() ctx: Context,
    @Input(() => SetContactRuleInput) input: SetContactRuleInput,
  ): Promise<ContactRulesPayload> {
    const { townId } = await getTownFor(ctx, 'town:configure', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.town', 'setContactRule', input, async (desk) => ({
      contactRules: await setContactRule(desk, ctx.signedIn, input, from),
    }));
  }

  @Mutation(() => ContactRulesPayload, { description: 'Ends a contact rule.' })
  async endContactRule(
    @Ctx() ctx: Context,
    @Input(() => EndContactRuleInput) input: EndContactRuleInput,
  ): Promise<ContactRulesPayload> {
    const { townId } = requireId(input.rule, 'ContactRule', 'input.rule');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.rule', 'endContactRule', input, async (desk) => ({
      contactRules: await endContactRule(desk, ctx.signedIn, input, on),
    }));
  }
}
