import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { TreePicker } from '../units/TreePicker.tsx';

/** The unit accused, in a form with the field `class`: asked for where that is an accusation. One that is known stays named. */
export function AccusedField({ town, known = false }: { town: string; known?: boolean }) {
  const { t } = useTranslation('petitions');
  if (Form.useWatch('class') !== 'ACCUSATION') return null;
  return (
    <Form.Item name="accused" label={t('accusedIfAny')} extra={t('accusedHint')}>
      <TreePicker town={town} pick="unit" placeholder={t('accusedNone')} allowClear={!known} />
    </Form.Item>
  );
}
