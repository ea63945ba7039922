import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WebhookEvent } from '../generated/graphql.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { webhookEvents } from './webhook.ts';

/** What a form about an endpoint holds. */
export interface EndpointValues {
  url: string;
  description?: string;
  events: WebhookEvent[];
}

/** What a form holds, as the contract takes it. */
export function saidIn({ url, description, events }: EndpointValues) {
  return { url: url.trim(), description: description?.trim() ?? '', events };
}

/** Where an endpoint is, what it is for and what it is told of. */
export function EndpointFields() {
  const { t } = useTranslation(['webhooks', 'ui']);
  return (
    <>
      <Required name="url" label={t('url')} extra={t('urlHint')}>
        <Input placeholder="https://" maxLength={most.webAddress} autoComplete="off" autoCapitalize="none" />
      </Required>
      <Form.Item name="description" label={t('descriptionOptional')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="events"
        label={t('events')}
        extra={t('eventsHint')}
        rules={[{ required: true, message: t('ui:choose', { label: t('events') }) }]}
      >
        <Checkbox.Group<WebhookEvent>
          className="webhook-events"
          options={webhookEvents.map((value) => ({ value, label: t(`event.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}
