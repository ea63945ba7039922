import { Checkbox, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRoutes } from './useRoutes.ts';

/** A route, and its places to be ticked off: all of them at first. */
export function RouteFields({ town }: { town: string }) {
  const { t } = useTranslation(['patrols', 'ui']);
  const form = Form.useFormInstance();
  const chosen: string | undefined = Form.useWatch('route', form);
  const found = useRoutes(town);
  const routes = found ?? [];
  const stops = routes.find(({ id }) => id === chosen)?.stops ?? [];
  return (
    <>
      <Form.Item
        name="route"
        label={t('route')}
        rules={[{ required: true, message: t('ui:choose', { label: t('route') }) }]}
        extra={found?.length === 0 ? t('noRoutes') : null}
      >
        <Select
          placeholder={t('pickRoute')}
          showSearch={{ optionFilterProp: 'label' }}
          options={routes.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit.name}）` }))}
          onChange={(route) => {
            const all = routes.find(({ id }) => id === route)?.stops ?? [];
            form.setFieldValue(
              'stops',
              all.map(({ id }) => id),
            );
          }}
        />
      </Form.Item>
      {stops.length > 0 && (
        <Form.Item
          name="stops"
          label={t('stops')}
          rules={[{ required: true, type: 'array', min: 1, message: t('ui:choose', { label: t('cameBy') }) }]}
        >
          <Checkbox.Group
            className="patrol-stops"
            options={stops.map(({ id, name }, index) => ({ value: id, label: `${index + 1}. ${name}` }))}
          />
        </Form.Item>
      )}
    </>
  );
}
