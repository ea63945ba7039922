import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Permission, WebhookEvent } from '../generated/graphql.ts';
import { oauthName } from '../scopes/scope.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { eventsFor } from './webhook.ts';

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

interface Props {
  /** What the application asks for. */
  scopes: readonly Permission[];
  /** What the endpoint is told of already; that can be kept or dropped whatever the application asks for. */
  events?: readonly WebhookEvent[];
}

/** Where an endpoint is, what it is for and what it is told of: of what the application asks for, with what the rest would take. */
export function EndpointFields({ scopes, events = [] }: Props) {
  const { t } = useTranslation(['webhooks', 'ui']);
  const all = eventsFor(scopes);
  const offered = all.filter(({ event, isOpen }) => isOpen || events.includes(event));
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
        extra={
          <>
            {offered.length > 0 && <div>{t('eventsHint')}</div>}
            <EventsMissing scopes={scopes} events={events} />
          </>
        }
        rules={[{ required: true, message: t('ui:choose', { label: t('events') }) }]}
      >
        <EventChoice label={t('events')} offered={offered.map(({ event }) => event)} />
      </Form.Item>
    </>
  );
}

/** Which events an endpoint cannot be told of, and the scopes that they would take; nothing where there are none. */
function EventsMissing({ scopes, events = [] }: Props) {
  const { t } = useTranslation(['webhooks', 'ui']);
  const closed = eventsFor(scopes).flatMap(({ event, scope, isOpen }) =>
    isOpen || scope === null || events.includes(event) ? [] : [`${t(`event.${event}`)} (${oauthName(scope)})`],
  );
  const missing = closed.join(t('ui:and'));
  return missing === '' ? null : <div>{t('eventsMissing', { missing })}</div>;
}

interface ChoiceProps {
  id?: string;
  label: string;
  offered: readonly WebhookEvent[];
  value?: WebhookEvent[];
  onChange?: (events: WebhookEvent[]) => void;
}

/** Events, ticked one by one. What else a form gives its fields is left out: a group may not say that it is required. */
function EventChoice({ id, label, offered, value = [], onChange }: ChoiceProps) {
  const { t } = useTranslation('webhooks');
  return (
    <Checkbox.Group<WebhookEvent>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      className="webhook-events"
      value={value}
      onChange={(events) => onChange?.(events)}
      options={offered.map((event) => ({ value: event, label: t(`event.${event}`) }))}
    />
  );
}
