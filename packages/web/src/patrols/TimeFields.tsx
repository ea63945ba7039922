import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** When a patrol began and ended, as far as somebody noted it. */
export function TimeFields() {
  const { t } = useTranslation(['patrols', 'ui']);
  return (
    <div className="field-row">
      <Form.Item
        name="began"
        label={`${t('began')}${t('optional')}`}
        dependencies={['ended']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              getFieldValue('ended') && !value
                ? Promise.reject(t('ui:required', { label: t('began') }))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input type="time" />
      </Form.Item>
      <Form.Item name="ended" label={`${t('ended')}${t('optional')}`}>
        <Input type="time" />
      </Form.Item>
    </div>
  );
}
