import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { MomentField, momentFrom, type NamedMoment, nowNamed } from './MomentField.tsx';
import type { Hotline } from './roster.ts';

const RECORD_MISSED_CALL = graphql(`
  mutation RecordMissedCall($input: RecordMissedCallInput!) {
    recordMissedCall(input: $input) { call { id number } }
  }
`);

interface Values {
  caller: { telephone: string; otherName?: string };
  calledAt: NamedMoment;
}

/** Records a call that nobody took, so that somebody calls back. */
export function RecordMissedCall({ hotline, onClose }: { hotline: Hotline; onClose: () => void }) {
  const { t } = useTranslation(['calls', 'ui']);
  const record = useChange(RECORD_MISSED_CALL);
  const label = t('telephone');
  return (
    <FormModal<Values>
      title={t('recordMissed')}
      submitLabel={t('save')}
      initialValues={{ calledAt: nowNamed() }}
      onClose={onClose}
      onSubmit={async ({ caller, calledAt }) => {
        const otherName = caller.otherName?.trim() || null;
        const { recordMissedCall } = await record({
          hotline: hotline.id,
          calledAt: momentFrom(calledAt),
          caller: { telephone: caller.telephone, otherName },
        });
        return t('recorded', { number: recordMissedCall.call.number });
      }}
    >
      <Form.Item
        name={['caller', 'telephone']}
        label={label}
        rules={[{ required: true, whitespace: true, message: t('ui:required', { label }) }]}
      >
        <Input autoFocus inputMode="tel" autoComplete="off" maxLength={20} />
      </Form.Item>
      <Form.Item name={['caller', 'otherName']} label={t('callerName')}>
        <Input autoComplete="off" maxLength={most.name} />
      </Form.Item>
      <MomentField name="calledAt" label={t('calledAt')} />
    </FormModal>
  );
}
