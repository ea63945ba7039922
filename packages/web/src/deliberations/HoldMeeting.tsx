import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { DeliberationMeetingKind } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { longest, meetingKinds } from './deliberation.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const HOLD = graphql(`
  mutation HoldDeliberationMeeting($input: HoldDeliberationMeetingInput!) {
    holdDeliberationMeeting(input: $input) { deliberation { id version } }
  }
`);

interface Values {
  on: string;
  kind: DeliberationMeetingKind;
  place: string;
  present: number;
  minutes: string;
}

/** Puts down a meeting: whose, where, how many came, and what was said. */
export function HoldMeeting(props: StepProps) {
  const { t } = useTranslation(['deliberations', 'ui']);
  const hold = useChange(HOLD);
  return (
    <StepForm<Values>
      {...props}
      step="MEET"
      initialValues={{ kind: 'RESIDENTS' }}
      take={(values, common) => hold({ ...values, ...common })}
    >
      <Form.Item name="kind" label={t('meetingKind')}>
        <Select options={meetingKinds.map((value) => ({ value, label: t(`meetingKinds.${value}`) }))} />
      </Form.Item>
      <Required name="place" label={t('place')}>
        <Input maxLength={most.place} />
      </Required>
      <Form.Item
        name="present"
        label={t('present')}
        rules={[{ required: true, message: t('ui:required', { label: t('present') }) }]}
      >
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
      <Required name="minutes" label={t('minutes')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={longest.minutes} placeholder={t('noNames')} />
      </Required>
    </StepForm>
  );
}
