import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { RuleSaid } from './deliberation.ts';
import { RuleFields, type RuleValues } from './RuleFields.tsx';

const ADD = graphql(`
  mutation AddDeliberationRule($input: AddDeliberationRuleInput!) {
    addDeliberationRule(input: $input) { deliberationRule { id } }
  }
`);
const REVISE = graphql(`
  mutation ReviseDeliberationRule($input: ReviseDeliberationRuleInput!) {
    reviseDeliberationRule(input: $input) { deliberationRule { id version } }
  }
`);
const END = graphql(`
  mutation EndDeliberationRule($input: EndDeliberationRuleInput!) {
    endDeliberationRule(input: $input) { deliberationRule { id version } }
  }
`);

/** A rule with what it says last. */
export interface Rule {
  id: string;
  version: number;
  said: RuleSaid;
}

/** Puts a rule on a town's list. */
export function AddRule({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['deliberations', 'ui']);
  const add = useChange(ADD);
  return (
    <FormModal<RuleValues>
      title={t('addRule')}
      lead={t('rulesLead')}
      submitLabel={t('addRule')}
      initialValues={{ base: 'ALL', numerator: 2, denominator: 3, moreThan: false, from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await add({ town, ...values });
        return t('ui:saved');
      }}
    >
      <RuleFields />
    </FormModal>
  );
}

interface OfRule {
  rule: Rule;
  onClose: () => void;
}

/** Says what a rule says from a day on. */
export function ReviseRule({ rule: { id, version, said }, onClose }: OfRule) {
  const { t } = useTranslation(['deliberations', 'ui']);
  const revise = useChange(REVISE);
  const { name, numerator, denominator, moreThan, base, turnoutNumerator, turnoutDenominator } = said;
  return (
    <FormModal<RuleValues>
      title={`${name} · ${t('reviseRule')}`}
      lead={t('rulesLead')}
      submitLabel={t('reviseRule')}
      initialValues={{
        ...{ name, numerator, denominator, moreThan, base, turnoutNumerator, turnoutDenominator },
        from: dayInShanghai(),
      }}
      onClose={onClose}
      onSubmit={async (values) => {
        await revise({ deliberationRule: id, expectedVersion: version, ...values });
        return t('ui:saved');
      }}
    >
      <RuleFields />
    </FormModal>
  );
}

/** Ends a rule. */
export function EndRule({ rule: { id, said }, onClose }: OfRule) {
  const { t } = useTranslation(['deliberations', 'ui']);
  const end = useChange(END);
  return (
    <FormModal<{ on: string }>
      danger
      title={`${said.name} · ${t('endRule')}`}
      lead={t('endRuleLead')}
      submitLabel={t('endRule')}
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ deliberationRule: id, on });
        return t('ui:saved');
      }}
    >
      <DayField name="on" label={t('endsOn')} />
    </FormModal>
  );
}
