import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { Written } from '../ui/Written.tsx';
import type { Programme } from './programme.ts';
import { ISSUE_CERTIFICATES, type Marked, REVOKE_CERTIFICATE } from './results.ts';

interface IssueProps {
  programme: Programme;
  onClose: () => void;
}

/** Issues certificates to all who passed and have none. */
export function IssueCertificates({ programme, onClose }: IssueProps) {
  const { t } = useTranslation('programmeResults');
  const issue = useChange(ISSUE_CERTIFICATES);
  return (
    <FormModal<{ validTo?: string }>
      title={t('issue')}
      lead={t('issueLead')}
      submitLabel={t('issue')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        const { enrolments } = (await issue({ programme: programme.id, ...values })).issueCertificates;
        return t('issued', { n: enrolments.length });
      }}
    >
      <Form.Item name="validTo" label={t('lastGoodDay')}>
        <DateInput />
      </Form.Item>
    </FormModal>
  );
}

interface RevokeProps {
  marked: Marked;
  onClose: () => void;
}

/** Revokes the certificate of somebody. */
export function RevokeCertificate({ marked: { id, version }, onClose }: RevokeProps) {
  const { t } = useTranslation(['programmeResults', 'programmes', 'ui']);
  const revoke = useChange(REVOKE_CERTIFICATE);
  return (
    <FormModal<{ reason: string }>
      title={t('revoke')}
      submitLabel={t('revoke')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await revoke({ enrolment: id, expectedVersion: version, reason });
        return t('ui:saved');
      }}
    >
      <Written name="reason" label={t('programmes:reason')} />
    </FormModal>
  );
}
