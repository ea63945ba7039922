import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';

const RENAME_UNIT = graphql(`
  mutation RenameUnit($input: RenameUnitInput!) {
    renameUnit(input: $input) { unit { id name version } }
  }
`);

/** Gives a unit another name from a day on. */
export function RenameUnit({
  unit,
  onClose,
}: {
  unit: { id: string; name: string; version: number };
  onClose: () => void;
}) {
  const { t } = useTranslation(['units', 'ui']);
  const rename = useChange(RENAME_UNIT);
  return (
    <FormModal<{ name: string; from: string }>
      title={t('renameTitle', { name: unit.name })}
      submitLabel={t('rename')}
      initialValues={{ name: unit.name, from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ name, from }) => {
        const { renameUnit } = await rename({ unit: unit.id, name: name.trim(), from, expectedVersion: unit.version });
        return t('renamed', { name: renameUnit.unit.name });
      }}
    >
      <Required name="name" label={t('newName')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
