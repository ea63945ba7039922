import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyApplication } from '../applications/application.ts';
import { SecretOnce } from '../applications/SecretOnce.tsx';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { EndpointFields, type EndpointValues, saidIn } from './EndpointFields.tsx';

const REGISTER_ENDPOINT = graphql(`
  mutation RegisterWebhookEndpoint($input: RegisterWebhookEndpointInput!) {
    registerWebhookEndpoint(input: $input) { endpoint { id } secret }
  }
`);

interface Props {
  application: Pick<MyApplication, 'id' | 'scopes'>;
  onClose: () => void;
}

/** Registers an endpoint of an application, then shows its secret once. */
export function RegisterEndpoint({ application: { id, scopes }, onClose }: Props) {
  const { t } = useTranslation('webhooks');
  const register = useChange(REGISTER_ENDPOINT);
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  if (made) return <SecretOnce title={t('registered')} secret={made.secret} onClose={onClose} />;
  return (
    <FormModal<EndpointValues>
      title={t('register')}
      lead={t('registerLead')}
      submitLabel={t('register')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        setMade((await register({ application: id, ...saidIn(values) })).registerWebhookEndpoint);
        return null;
      }}
    >
      <EndpointFields scopes={scopes} />
    </FormModal>
  );
}
