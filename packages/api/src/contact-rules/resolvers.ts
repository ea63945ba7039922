import { ContactRuleResolver, TownContactRulesResolver } from './contact-rule.resolver.ts';
import { ContactRuleMutations } from './contact-rule-mutations.resolver.ts';
import { DueHouseholdResolver, DueReasonResolver, ToBringResolver, TownDueResolver } from './due-household.resolver.ts';
import { ContactRuleEffectResolver, TownPreviewResolver } from './preview.resolver.ts';

/** All that resolves what the schema says of contact rules. */
export const resolvers = [
  ContactRuleEffectResolver,
  ContactRuleMutations,
  ContactRuleResolver,
  DueHouseholdResolver,
  DueReasonResolver,
  ToBringResolver,
  TownContactRulesResolver,
  TownDueResolver,
  TownPreviewResolver,
];
