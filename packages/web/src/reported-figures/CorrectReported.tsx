import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { most, type ReportedRow, sentValue, typedOf } from './reported.ts';
import { type Said, SaidFields } from './SaidFields.tsx';

const CORRECT_REPORTED = graphql(`
  mutation CorrectReportedFigure($input: CorrectReportedFigureInput!) {
    correctReportedFigure(input: $input) { reportedFigure { id version } }
  }
`);

/** Corrects what a reported figure says. */
export function CorrectReported({ figure, onClose }: { figure: ReportedRow; onClose: () => void }) {
  const { t } = useTranslation('reportedFigures');
  const correct = useChange(CORRECT_REPORTED);
  const { id, version, indicator, rounded, qualifier, document, page, publishedOn } = figure;
  const before = { value: typedOf(rounded), qualifier, document, ...(page ? { page } : {}), publishedOn };
  return (
    <FormModal<Said & { because: string }>
      title={t('correct')}
      lead={t('correctLead')}
      submitLabel={t('correct')}
      initialValues={before}
      onClose={onClose}
      onSubmit={async ({ page: place, ...values }) => {
        const value = sentValue(values.value, indicator);
        const said = { ...values, ...(place?.trim() ? { page: place } : {}), value };
        await correct({ ...said, reportedFigure: id, expectedVersion: version });
        return t('corrected');
      }}
    >
      <SaidFields indicator={indicator} />
      <Required name="because" label={t('because')}>
        <Input maxLength={most.reason} />
      </Required>
    </FormModal>
  );
}
