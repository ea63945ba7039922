import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FindOrAdd } from '../ui/FindOrAdd.tsx';

const FIND_PARTNERS = graphql(`
  query FindPartners($town: RegisterCode!, $name: String) {
    town(code: $town) {
      id
      partners(filter: { name: $name }, first: 20) { edges { cursor node { id name } } }
    }
  }
`);

const REGISTER_PARTNER = graphql(`
  mutation RegisterPartner($input: RegisterPartnerInput!) {
    registerPartner(input: $input) { partner { id name } }
  }
`);

interface Props {
  town: string;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** Finds a partner organisation of the town by name, or registers a new one. */
export function PartnerPicker({ town, ...field }: Props) {
  const { t } = useTranslation('people');
  const client = useApolloClient();
  const register = useChange(REGISTER_PARTNER, { rereads: false });
  return (
    <FindOrAdd
      {...field}
      placeholder={t('pickPartner')}
      addLabel={(name) => t('registerPartner', { name })}
      find={async (words) => {
        const variables = { town, name: words === '' ? null : words };
        const { data } = await client.query({ query: FIND_PARTNERS, variables, fetchPolicy: 'network-only' });
        return (data?.town?.partners?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
      }}
      add={async (name) => {
        const { registerPartner } = await register({ town, name });
        return { value: registerPartner.partner.id, label: registerPartner.partner.name };
      }}
    />
  );
}
