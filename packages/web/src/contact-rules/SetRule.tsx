import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { VisitWay } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField } from '../ui/Required.tsx';
import { ways } from '../visits/visit.ts';
import { Preview } from './Preview.tsx';
import type { ContactRule, RuleFor } from './rule.ts';

const SET_RULE = graphql(`
  mutation SetContactRule($input: SetContactRuleInput!) { setContactRule(input: $input) { contactRules { id } } }
`);

interface Props {
  town: string;
  of: RuleFor;
  name: string;
  /** The rule that holds today. */
  rule: ContactRule | undefined;
  onClose: () => void;
}

interface Values {
  firstWithinDays?: number | null;
  everyMonths?: number | null;
  ways: VisitWay[];
  note?: string;
  from: string;
}

/** Settles a rule, having seen how many households become due by it. */
export function SetRule({ town, of, name, rule, onClose }: Props) {
  const { t } = useTranslation(['contactRules', 'visits', 'ui']);
  const set = useChange(SET_RULE);
  return (
    <FormModal<Values>
      title={t('changeTitle', { name })}
      lead={t('changeLead')}
      submitLabel={t('ui:save')}
      initialValues={{
        firstWithinDays: rule?.firstWithinDays ?? null,
        everyMonths: rule?.everyMonths ?? null,
        ways: rule?.ways ?? [...ways],
        note: rule?.note ?? '',
        from: dayInShanghai(),
      }}
      onClose={onClose}
      onSubmit={async ({ firstWithinDays, everyMonths, ways: counted, note, from }) => {
        const asks = { firstWithinDays: firstWithinDays ?? null, everyMonths: everyMonths ?? null, ways: counted };
        await set({ town, category: of?.id ?? null, ...asks, note: note?.trim() || null, from });
        return t('ui:saved');
      }}
    >
      {(form) => (
        <>
          <div className="field-row">
            <Form.Item name="firstWithinDays" label={t('firstDays')} extra={t('firstHint')}>
              <InputNumber min={0} max={60} precision={0} />
            </Form.Item>
            <Form.Item name="everyMonths" label={t('everyMonths')} extra={t('everyHint')}>
              <InputNumber min={1} max={24} precision={0} />
            </Form.Item>
          </div>
          <Form.Item
            name="ways"
            label={t('ways')}
            rules={[{ required: true, type: 'array', min: 1, message: t('chooseWay') }]}
          >
            <Checkbox.Group options={ways.map((way) => ({ value: way, label: t(`visits:ways.${way}`) }))} />
          </Form.Item>
          <Form.Item name="note" label={t('noteOptional')}>
            <Input maxLength={most.visitReason} />
          </Form.Item>
          <DayField name="from" />
          <Preview town={town} of={of} form={form} />
        </>
      )}
    </FormModal>
  );
}
