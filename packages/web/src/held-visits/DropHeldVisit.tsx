import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';

const DROP_HELD_VISIT = graphql(`
  mutation DropHeldVisit($input: DropHeldVisitInput!) {
    dropHeldVisit(input: $input) { held { id status } }
  }
`);

/** Drops a visit that is held, with the reason, which whoever sent it is told. */
export function DropHeldVisit({ held, onClose }: { held: { id: string; visitedOn: string }; onClose: () => void }) {
  const { t } = useTranslation('heldVisits');
  const drop = useChange(DROP_HELD_VISIT);
  return (
    <FormModal<{ reason: string }>
      title={t('dropTitle', { day: held.visitedOn })}
      lead={t('dropLead')}
      submitLabel={t('drop')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await drop({ held: held.id, reason });
        return t('states.DROPPED');
      }}
    >
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </FormModal>
  );
}
