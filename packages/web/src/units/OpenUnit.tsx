import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { UnitKind } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { CodeField } from './CodeField.tsx';

export const OPEN_UNIT = graphql(`
  mutation OpenUnit($input: OpenUnitInput!) {
    openUnit(input: $input) { unit { id name } }
  }
`);

interface Props {
  town: string;
  parent: { id: string | null; name: string };
  kinds: readonly UnitKind[];
  /** The kind that is chosen at first. */
  usual?: UnitKind | undefined;
  onOpened?: (id: string) => void;
  onClose: () => void;
}

/** Opens a unit under another, or directly under the town. */
export function OpenUnit({ town, parent, kinds, usual = kinds[0], onOpened, onClose }: Props) {
  const { t } = useTranslation(['units', 'ui']);
  const openUnit = useChange(OPEN_UNIT);
  return (
    <FormModal<{ kind: UnitKind; name: string; code: string; status: 'ACTIVE' | 'PREPARATORY'; from: string }>
      title={t('openTitle', { parent: parent.name })}
      submitLabel={t('ui:create')}
      initialValues={{ ...(usual ? { kind: usual } : {}), code: '', status: 'ACTIVE', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ kind, name, code, status, from }) => {
        const { openUnit: opened } = await openUnit({
          town,
          parent: parent.id,
          kind,
          name: name.trim(),
          code: code.trim() || null,
          status,
          from,
        });
        onOpened?.(opened.unit.id);
        return t('opened', { name: opened.unit.name });
      }}
    >
      <Form.Item name="kind" label={t('kindLabel')} rules={[{ required: true }]}>
        <Select options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      </Form.Item>
      <Required name="name" label={t('name')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
      <CodeField />
      <Form.Item name="status" label={t('statusLabel')}>
        <Radio.Group
          options={[
            { value: 'ACTIVE', label: t('status.ACTIVE') },
            { value: 'PREPARATORY', label: t('status.PREPARATORY') },
          ]}
        />
      </Form.Item>
      <DayField name="from" />
    </FormModal>
  );
}
