import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import type { Overlay } from './overlay.ts';

const RENAME_OVERLAY = graphql(`
  mutation RenameOverlay($input: RenameOverlayInput!) {
    renameOverlay(input: $input) { overlay { id name version } }
  }
`);

/** Gives an overlay another name, also for its past. */
export function RenameOverlay({ overlay, onClose }: { overlay: Overlay; onClose: () => void }) {
  const { t } = useTranslation('overlays');
  const rename = useChange(RENAME_OVERLAY);
  return (
    <FormModal<{ name: string }>
      title={t('renameTitle', { name: overlay.name })}
      lead={t('renameLead')}
      submitLabel={t('rename')}
      initialValues={{ name: overlay.name }}
      onClose={onClose}
      onSubmit={async ({ name }) => {
        const input = { overlay: overlay.id, name: name.trim(), expectedVersion: overlay.version };
        const { renameOverlay } = await rename(input);
        return t('renamed', { name: renameOverlay.overlay.name });
      }}
    >
      <Required name="name" label={t('name')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
    </FormModal>
  );
}
