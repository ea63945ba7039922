import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Overlay } from './overlay.ts';

const CLOSE_OVERLAY = graphql(`
  mutation CloseOverlay($input: CloseOverlayInput!) {
    closeOverlay(input: $input) { overlay { id validTo version } }
  }
`);

/** Closes an overlay on a day, after asking. Its blocks must be closed. */
export function CloseOverlay({ overlay, onClose }: { overlay: Overlay; onClose: () => void }) {
  const { t } = useTranslation('overlays');
  const close = useChange(CLOSE_OVERLAY);
  return (
    <FormModal<{ on: string }>
      title={t('closeTitle', { name: overlay.name })}
      lead={t('closeLead')}
      submitLabel={t('close')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await close({ overlay: overlay.id, on });
        return t('closed', { name: overlay.name });
      }}
    >
      <DayField name="on" label={t('closeOn')} />
    </FormModal>
  );
}
