import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { ClosedLength } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { usePeriodName } from '../reported-figures/periodName.ts';
import type { Town } from '../towns/town.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { PeriodField } from '../ui/PeriodField.tsx';

const CLOSE_PERIOD = graphql(`
  mutation ClosePeriod($input: ClosePeriodInput!) {
    closePeriod(input: $input) { snapshot { id length number period { first last } } }
  }
`);

const lengths = ['MONTH', 'QUARTER', 'YEAR'] as const satisfies readonly ClosedLength[];

/** Closes a month, a quarter or a year. */
export function ClosePeriod({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation('figureSnapshots');
  const close = useChange(CLOSE_PERIOD);
  const periodName = usePeriodName();
  return (
    <FormModal<{ length: ClosedLength; day: string }>
      title={t('close')}
      lead={t('closeLead')}
      submitLabel={t('close')}
      initialValues={{ length: 'MONTH' }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { snapshot } = (await close({ ...values, town: town.code })).closePeriod;
        return t('closedNow', { period: periodName(snapshot.length, snapshot.period) });
      }}
    >
      <PeriodField lengths={lengths} />
    </FormModal>
  );
}
