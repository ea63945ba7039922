import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useFailureText } from '../ui/failure.ts';
import type { Endpoint } from './webhook.ts';

const PING = graphql(`
  mutation PingWebhookEndpoint($input: PingWebhookEndpointInput!) {
    pingWebhookEndpoint(input: $input) { delivery { id } }
  }
`);

const ENABLE = graphql(`
  mutation EnableWebhookEndpoint($input: EnableWebhookEndpointInput!) {
    enableWebhookEndpoint(input: $input) { endpoint { id } }
  }
`);

const END = graphql(`
  mutation EndWebhookEndpoint($input: EndWebhookEndpointInput!) {
    endWebhookEndpoint(input: $input) { endpoint { id } }
  }
`);

/** What is done with an endpoint: it is tried, or enabled where it was disabled; revised, and ended. */
export function EndpointActions({
  endpoint: { id, url, disabledAt },
  onRevise,
}: {
  endpoint: Endpoint;
  onRevise: () => void;
}) {
  const { t } = useTranslation('webhooks');
  const { modal, message } = App.useApp();
  const textOf = useFailureText();
  const [ping, enable, end] = [useChange(PING), useChange(ENABLE), useChange(END)];

  async function attempt(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      void message.success(done);
    } catch (error) {
      void message.error(textOf(error));
    }
  }

  function confirmEnd() {
    modal.confirm({
      title: t('endTitle'),
      content: t('endLead', { url }),
      okText: t('end'),
      okButtonProps: { danger: true },
      onOk: () => attempt(() => end({ endpoint: id }), t('ended')),
    });
  }

  return (
    <div className="actions">
      {disabledAt === null ? (
        <Button size="small" onClick={() => void attempt(() => ping({ endpoint: id }), t('pinged'))}>
          {t('ping')}
        </Button>
      ) : (
        <Button size="small" type="primary" onClick={() => void attempt(() => enable({ endpoint: id }), t('enabled'))}>
          {t('enable')}
        </Button>
      )}
      <Button size="small" onClick={onRevise}>
        {t('revise')}
      </Button>
      <Button size="small" danger onClick={confirmEnd}>
        {t('end')}
      </Button>
    </div>
  );
}
