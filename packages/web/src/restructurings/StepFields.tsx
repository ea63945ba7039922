import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UnitKind } from '../generated/graphql.ts';
import type { TreeNode } from '../towns/tree.ts';
import type { DraftEditor } from './useDraftEditor.ts';

/** What a form that adds a step to a draft works with: the units that are chosen, in the tree's order. */
export interface StepFormProps {
  editor: DraftEditor;
  units: readonly TreeNode[];
  onClose: () => void;
}

/** What becomes of posts and roles on units that end. */
export function OfficersField() {
  const { t } = useTranslation('restructurings');
  return (
    <Form.Item name="officers" label={t('draft.officers')}>
      <Radio.Group
        options={[
          { value: 'FOLLOW', label: t('draft.officersFate.FOLLOW') },
          { value: 'END', label: t('draft.officersFate.END') },
        ]}
      />
    </Form.Item>
  );
}

/** The kind of a unit; `name` tells it where a form has several. */
export function KindField({
  name = 'kind',
  kinds,
}: {
  name?: string | (string | number)[];
  kinds: readonly UnitKind[];
}) {
  const { t } = useTranslation('units');
  return (
    <Form.Item name={name} label={t('kindLabel')} rules={[{ required: true }]}>
      <Select options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
    </Form.Item>
  );
}
