import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const RECORD_MEDIATION_TALK = graphql(`
  mutation RecordMediationTalk($input: RecordMediationTalkInput!) {
    recordMediationTalk(input: $input) { mediation { id version } }
  }
`);

/** Puts down a talk: with one of the parties it was apart, with several together. */
export function RecordTalk(props: StepProps) {
  const { t } = useTranslation(['mediations', 'households', 'ui']);
  const record = useChange(RECORD_MEDIATION_TALK);
  const { parties } = props.mediation;
  return (
    <StepForm<{ on: string; parties: string[]; said: string }>
      {...props}
      step="TALK"
      take={(values, common) => record({ ...common, parties: values.parties, said: values.said })}
    >
      <Form.Item
        name="parties"
        label={t('talkedWith')}
        extra={t('talkHint')}
        rules={[{ required: true, message: t('ui:choose', { label: t('talkedWith') }) }]}
      >
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={parties.map(({ id, name, code }) => ({ value: id, label: name ?? code ?? t('households:noCode') }))}
        />
      </Form.Item>
      <Written name="said" label={t('said')} />
    </StepForm>
  );
}
