import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { Permission } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { EndpointFields, type EndpointValues, saidIn } from './EndpointFields.tsx';
import type { Endpoint } from './webhook.ts';

const REVISE_ENDPOINT = graphql(`
  mutation ReviseWebhookEndpoint($input: ReviseWebhookEndpointInput!) {
    reviseWebhookEndpoint(input: $input) { endpoint { id version } }
  }
`);

interface Props {
  endpoint: Endpoint;
  /** What its application asks for. */
  scopes: readonly Permission[];
  onClose: () => void;
}

/** Says anew where an endpoint is, and what it is told of. */
export function ReviseEndpoint({ endpoint, scopes, onClose }: Props) {
  const { t } = useTranslation(['webhooks', 'ui']);
  const revise = useChange(REVISE_ENDPOINT);
  const { id, url, description, events, version } = endpoint;
  return (
    <FormModal<EndpointValues>
      title={t('reviseTitle')}
      lead={t('reviseLead')}
      submitLabel={t('ui:save')}
      initialValues={{ url, description, events: [...events] }}
      onClose={onClose}
      onSubmit={async (values) => {
        await revise({ endpoint: id, expectedVersion: version, ...saidIn(values) });
        return t('ui:saved');
      }}
    >
      <EndpointFields scopes={scopes} events={events} />
    </FormModal>
  );
}
