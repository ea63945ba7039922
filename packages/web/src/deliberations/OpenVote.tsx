import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { StepForm } from '../ui/StepForm.tsx';
import type { StepProps } from './StepForm.tsx';

const OPEN = graphql(`
  mutation OpenDeliberation($input: OpenDeliberationInput!) {
    openDeliberation(input: $input) { deliberation { id version } }
  }
`);

/** For how many days a vote is open unless told. */
const usualDays = 14;

/** Opens a vote: from now on who may vote, and what the rule says, stay as they are. */
export function OpenVote({ deliberation, onClose }: StepProps) {
  const { t } = useTranslation(['deliberations', 'ui']);
  const open = useChange(OPEN);
  return (
    <StepForm<{ closesAt: Dayjs }, { deliberation: string; expectedVersion: number }>
      name={t('steps.OPEN')}
      lead={t('openLead')}
      danger={false}
      common={{ deliberation: deliberation.id, expectedVersion: deliberation.version }}
      initialValues={{ closesAt: dayjs().add(usualDays, 'day').startOf('hour') }}
      onClose={onClose}
      take={({ closesAt }, common) => open({ ...common, closesAt: closesAt.toISOString() })}
    >
      <Form.Item
        name="closesAt"
        label={t('closes')}
        rules={[{ required: true, message: t('ui:choose', { label: t('closes') }) }]}
      >
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
      </Form.Item>
    </StepForm>
  );
}
