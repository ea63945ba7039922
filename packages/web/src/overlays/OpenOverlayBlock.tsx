import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { OPEN_UNIT } from '../units/OpenUnit.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import type { Overlay } from './overlay.ts';

/** Opens a block in an overlay, under a unit of the town. */
export function OpenOverlayBlock({ overlay, town, onClose }: { overlay: Overlay; town: Town; onClose: () => void }) {
  const { t } = useTranslation(['overlays', 'ui']);
  const open = useChange(OPEN_UNIT);
  const parents = town.allowedParents?.find(({ kind }) => kind === 'BLOCK')?.parents ?? [];
  const picker = <TreePicker town={town.code} pick="unit" kinds={parents} placeholder={t('pickParent')} />;
  return (
    <FormModal<{ name: string; parent?: string; from: string }>
      title={t('openBlockTitle', { name: overlay.name })}
      submitLabel={t('ui:create')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ name, parent, from }) => {
        const { openUnit } = await open({
          town: town.code,
          overlay: overlay.id,
          kind: 'BLOCK',
          status: 'ACTIVE',
          parent: parent ?? null,
          name: name.trim(),
          from,
        });
        return t('openedBlock', { name: openUnit.unit.name });
      }}
    >
      <Required name="name" label={t('blockName')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
      {parents.includes('TOWN') ? (
        <Form.Item name="parent" label={t('parentOptional', { town: town.name })}>
          {picker}
        </Form.Item>
      ) : (
        <Required chosen name="parent" label={t('parent')}>
          {picker}
        </Required>
      )}
      <DayField name="from" />
    </FormModal>
  );
}
