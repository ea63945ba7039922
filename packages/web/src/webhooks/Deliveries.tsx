import { App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { secondInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { Sheet } from '../ui/Sheet.tsx';
import type { Delivery } from './webhook.ts';

const REPLAY = graphql(`
  mutation ReplayWebhookDelivery($input: ReplayWebhookDeliveryInput!) {
    replayWebhookDelivery(input: $input) { delivery { id state } }
  }
`);

const colors = { WAITING: 'processing', DELIVERED: 'success', FAILED: 'error', WITHHELD: 'default' } as const;

/** Deliveries in a table: what each told, what became of it, and, where the endpoint is `open`, sending it again. */
export function Deliveries({ deliveries, open }: { deliveries: readonly Delivery[]; open: boolean }) {
  const { t, i18n } = useTranslation('webhooks');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const replay = useChange(REPLAY);
  const at = (moment: string) => secondInShanghai(moment, i18n.language);

  async function send(delivery: string) {
    try {
      await replay({ delivery });
      void message.success(t('replayed'));
    } catch (error) {
      void message.error(textOf(error));
    }
  }

  return (
    <Sheet<Delivery>
      stacks
      rows={deliveries}
      empty={t('noneSent')}
      columns={[
        {
          title: t('what'),
          key: 'event',
          render: (_, { event, townCode, eventId }) => (
            <>
              {t(`event.${event}`)} {townCode !== null && <span className="code">{townCode}</span>}
              <div className="hint code">{eventId}</div>
            </>
          ),
        },
        { title: t('happenedAt'), key: 'happenedAt', render: (_, { happenedAt }) => at(happenedAt) },
        {
          title: t('state'),
          key: 'state',
          render: (_, { state, dueAt, attempts }) => (
            <>
              <Tag color={colors[state]}>{t(`states.${state}`)}</Tag>
              {dueAt !== null && attempts > 0 && <div className="hint">{t('next', { at: at(dueAt) })}</div>}
            </>
          ),
        },
        {
          title: t('attempts'),
          key: 'attempts',
          render: (_, { attempts, attemptedAt }) => (
            <>
              {attempts} {attemptedAt !== null && <span className="hint">{at(attemptedAt)}</span>}
            </>
          ),
        },
        { title: t('answer'), key: 'answer', render: (_, delivery) => <Answer delivery={delivery} /> },
        {
          title: t('do'),
          key: 'do',
          render: (_, { id }) =>
            open && (
              <Button size="small" onClick={() => void send(id)}>
                {t('replay')}
              </Button>
            ),
        },
      ]}
    />
  );
}

/** How the last attempt was answered, or why not. */
function Answer({ delivery: { responseStatus, fault, duration, responseBody } }: { delivery: Delivery }) {
  const { t } = useTranslation('webhooks');
  if (responseStatus === null && fault === null) return <span className="hint">{t('notYet')}</span>;
  return (
    <>
      {responseStatus ?? (fault && t(`faults.${fault}`))}{' '}
      {duration !== null && <span className="hint">{t('took', { ms: duration })}</span>}
      {responseBody !== null && responseBody !== '' && <span className="delivery-answer">{responseBody}</span>}
    </>
  );
}
