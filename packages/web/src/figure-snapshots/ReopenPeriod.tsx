import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../reported-figures/reported.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import type { SnapshotRow } from './snapshot.ts';

const REOPEN_PERIOD = graphql(`
  mutation ReopenPeriod($input: ReopenPeriodInput!) {
    reopenPeriod(input: $input) { snapshot { id reopenedAt } }
  }
`);

/** Opens a closed period again, after asking why. */
export function ReopenPeriod({ snapshot, onClose }: { snapshot: SnapshotRow; onClose: () => void }) {
  const { t } = useTranslation('figureSnapshots');
  const reopen = useChange(REOPEN_PERIOD);
  return (
    <FormModal<{ because: string }>
      title={t('reopen')}
      lead={t('reopenLead')}
      submitLabel={t('reopen')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ because }) => {
        await reopen({ snapshot: snapshot.id, because });
        return t('reopenedNow');
      }}
    >
      <Required name="because" label={t('because')}>
        <Input maxLength={most.reason} />
      </Required>
    </FormModal>
  );
}
