import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
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

interface Props {
  town: string;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** Finds a partner organisation of the town by name, or names a new one, to be registered with `useRegister`. */
export function PartnerPicker({ town, ...field }: Props) {
  const { t } = useTranslation('people');
  const client = useApolloClient();
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
    />
  );
}
