import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { most, type ReportedRow } from './reported.ts';

const WITHDRAW_REPORTED = graphql(`
  mutation WithdrawReportedFigure($input: WithdrawReportedFigureInput!) {
    withdrawReportedFigure(input: $input) { reportedFigure { id version } }
  }
`);

/** Withdraws a reported figure, after asking why. */
export function WithdrawReported({ figure, onClose }: { figure: ReportedRow; onClose: () => void }) {
  const { t } = useTranslation('reportedFigures');
  const withdraw = useChange(WITHDRAW_REPORTED);
  return (
    <FormModal<{ because: string }>
      title={t('withdraw')}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ because }) => {
        await withdraw({ reportedFigure: figure.id, because, expectedVersion: figure.version });
        return t('withdrawn');
      }}
    >
      <Required name="because" label={t('because')}>
        <Input maxLength={most.reason} />
      </Required>
    </FormModal>
  );
}
