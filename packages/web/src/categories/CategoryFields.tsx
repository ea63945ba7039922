import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CategoryGroup } from '../generated/graphql.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { categoryGroups } from './category.ts';

/** What a form about a category holds. */
export interface CategoryValues {
  name: string;
  group: CategoryGroup;
  position?: number | null;
}

/** Name, group and place of a category. */
export function CategoryFields() {
  const { t } = useTranslation('categories');
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Form.Item name="group" label={t('group')}>
        <Radio.Group
          optionType="button"
          options={categoryGroups.map((group) => ({ value: group, label: t(`groups.${group}`) }))}
        />
      </Form.Item>
      <Form.Item name="position" label={t('position')}>
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
    </>
  );
}
