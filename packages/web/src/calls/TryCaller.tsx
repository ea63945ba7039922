import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const TRY_CALLER = graphql(`
  mutation TryCaller($input: TryCallerInput!) {
    tryCaller(input: $input) { call { id state version } }
  }
`);

/** Notes that a caller was not reached. */
export function TryCaller(props: StepProps) {
  const { t } = useTranslation('calls');
  const note = useChange(TRY_CALLER);
  return (
    <StepForm<{ note?: string }>
      {...props}
      step="TRY"
      take={({ note: text }, common) => note({ ...common, note: text?.trim() || null })}
    >
      <Form.Item name="note" label={t('note')}>
        <Input maxLength={most.visitReason} />
      </Form.Item>
    </StepForm>
  );
}
