import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';

const OPEN_OVERLAY = graphql(`
  mutation OpenOverlay($input: OpenOverlayInput!) {
    openOverlay(input: $input) { overlay { id name } }
  }
`);

/** Opens an overlay in a town. */
export function OpenOverlay({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['overlays', 'ui']);
  const open = useChange(OPEN_OVERLAY);
  return (
    <FormModal<{ name: string; from: string }>
      title={t('open')}
      submitLabel={t('ui:create')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ name, from }) => {
        const { openOverlay } = await open({ town, name: name.trim(), from });
        return t('opened', { name: openOverlay.overlay.name });
      }}
    >
      <Required name="name" label={t('name')} extra={t('nameHint')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
