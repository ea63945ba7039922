import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { NodePicker } from '../units/NodePicker.tsx';
import { type AllowedParents, mayStandUnder, townNode } from './placing.ts';
import type { StepFormProps } from './StepFields.tsx';

/** Puts the chosen units under another, or directly under the town: what dragging them there does. */
export function MoveStep({
  editor,
  town,
  units,
  onMove,
  onClose,
}: StepFormProps & {
  town: { name: string; allowedParents: AllowedParents };
  onMove: (units: readonly string[], under: string) => Promise<void>;
}) {
  const { t } = useTranslation(['restructurings', 'units', 'ui']);
  const tree = editor.draft.tree;
  const byId = useMemo(() => new Map((tree ?? []).map((node) => [node.id, node])), [tree]);
  const ids = units.map(({ id }) => id);
  return (
    <FormModal<{ parent: string }>
      title={t('draft.moveTitle', { names: units.map(({ name }) => name).join(t('ui:and')) })}
      submitLabel={t('draft.add')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ parent }) => {
        await onMove(ids, parent);
        return t('draft.added');
      }}
    >
      <Required chosen name="parent" label={t('units:parent')}>
        <NodePicker
          nodes={[townNode(town.name), ...(tree ?? [])]}
          fits={({ id }) => mayStandUnder(byId, town.allowedParents, ids, id)}
          placeholder={t('draft.chooseUnit')}
        />
      </Required>
    </FormModal>
  );
}
