import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { momentInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import type { Duty } from './roster.ts';

const CANCEL_DUTY = graphql(`
  mutation CancelDuty($input: CancelDutyInput!) {
    cancelDuty(input: $input) { hotline { id version } }
  }
`);

/** Takes a duty out of the roster, after asking. */
export function CancelDuty({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const { t, i18n } = useTranslation('calls');
  const cancel = useChange(CANCEL_DUTY);
  const [from, to] = [momentInShanghai(duty.from, i18n.language), momentInShanghai(duty.to, i18n.language)];
  return (
    <FormModal
      title={t('cancelDuty')}
      lead={t('cancelLead', { name: duty.person?.name, from, to })}
      submitLabel={t('cancelDuty')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        await cancel({ duty: duty.id });
        return t('dutyCancelled');
      }}
    />
  );
}
