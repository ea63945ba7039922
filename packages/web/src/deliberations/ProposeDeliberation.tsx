import { useQuery } from '@apollo/client/react';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import type { DeliberationElectorate } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { deliberationPath, electorates, longest, RULES } from './deliberation.ts';
import { useRuleWords } from './useRuleWords.ts';

const PROPOSE = graphql(`
  mutation ProposeDeliberation($input: ProposeDeliberationInput!) {
    proposeDeliberation(input: $input) { deliberation { id } }
  }
`);

interface Values {
  unit: string;
  question: string;
  description: string;
  electorate: DeliberationElectorate;
  deliberationRule: string;
  on: string;
}

interface Props {
  town: { code: string };
  /** The request that leads to it, and where that is. */
  from?: { request: string; unit: string };
  onClose: () => void;
}

/** Proposes a deliberation, such as out of a request of the third class, and goes to its page. */
export function ProposeDeliberation({ town, from, onClose }: Props) {
  const { t } = useTranslation(['deliberations', 'ui']);
  const go = useNavigate();
  const propose = useChange(PROPOSE);
  return (
    <FormModal<Values>
      title={t('propose')}
      submitLabel={t('propose')}
      initialValues={{ electorate: 'HOUSEHOLDS', on: dayInShanghai(), ...(from ? { unit: from.unit } : {}) }}
      onClose={onClose}
      onSubmit={async (values) => {
        const requests = from ? { requests: [from.request] } : {};
        const { proposeDeliberation } = await propose({ ...values, ...requests });
        void go(deliberationPath(proposeDeliberation.deliberation.id));
        return t('proposed');
      }}
    >
      <Required chosen name="unit" label={t('unit')}>
        <TreePicker town={town.code} pick="unit" placeholder={t('unit')} />
      </Required>
      <QuestionFields town={town.code} />
      <Form.Item name="electorate" label={t('electorate')} extra={t('electorateHint')}>
        <Select options={electorates.map((value) => ({ value, label: t(`electorates.${value}`) }))} />
      </Form.Item>
      <DayField name="on" label={t('proposed')} />
    </FormModal>
  );
}

/** What is asked, and by which rule it is decided. */
export function QuestionFields({ town }: { town: string }) {
  const { t } = useTranslation('deliberations');
  const inWords = useRuleWords();
  const { data } = useQuery(RULES, { variables: { code: town } });
  const today = dayInShanghai();
  const rules = (data?.town?.deliberationRules ?? []).flatMap(({ id, versions }) => {
    const said = versions.find((each) => each.validFrom <= today && (each.validTo === null || each.validTo > today));
    return said ? [{ value: id, label: said.name, words: inWords(said) }] : [];
  });
  return (
    <>
      <Required name="question" label={t('question')}>
        <Input maxLength={longest.question} placeholder={t('questionHint')} />
      </Required>
      <Written name="description" label={t('description')} placeholder={t('noNames')} />
      <Required chosen name="deliberationRule" label={t('rule')}>
        <Select
          options={rules}
          optionRender={({ data: rule }) => (
            <>
              {rule.label} <span className="hint">{rule.words}</span>
            </>
          )}
        />
      </Required>
    </>
  );
}
