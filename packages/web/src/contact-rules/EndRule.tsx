import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { Preview } from './Preview.tsx';
import type { ContactRule, RuleFor } from './rule.ts';

const END_RULE = graphql(`
  mutation EndContactRule($input: EndContactRuleInput!) { endContactRule(input: $input) { contactRules { id } } }
`);

interface Props {
  town: string;
  of: RuleFor;
  name: string;
  rule: ContactRule;
  onClose: () => void;
}

/** Ends a rule, having seen how many households are due no more. */
export function EndRule({ town, of, name, rule, onClose }: Props) {
  const { t } = useTranslation(['contactRules', 'ui']);
  const end = useChange(END_RULE);
  return (
    <FormModal<{ from: string }>
      title={t('stopTitle', { name })}
      lead={t('stopLead')}
      submitLabel={t('stop')}
      danger
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ from }) => {
        await end({ rule: rule.id, on: from });
        return t('ui:saved');
      }}
    >
      {(form) => (
        <>
          <DayField name="from" label={t('stopOn')} />
          <Preview town={town} of={of} form={form} />
        </>
      )}
    </FormModal>
  );
}
