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
        <EventChoice label={t('events')} />
      </Form.Item>
    </>
  );
}

interface ChoiceProps {
  id?: string;
  label: string;
  value?: WebhookEvent[];
  onChange?: (events: WebhookEvent[]) => void;
}

/** Events, ticked one by one. What else a form gives its fields is left out: a group may not say that it is required. */
function EventChoice({ id, label, value = [], onChange }: ChoiceProps) {
  const { t } = useTranslation('webhooks');
  return (
    <Checkbox.Group<WebhookEvent>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      className="webhook-events"
      value={value}
      onChange={(events) => onChange?.(events)}
      options={webhookEvents.map((event) => ({ value: event, label: t(`event.${event}`) }))}
    />
  );
}
