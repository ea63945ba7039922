import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { FindOrAdd, FindOrAddSome } from '../ui/FindOrAdd.tsx';
import type { Choice } from '../ui/useChoices.ts';

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
  const find = useFindPartners(town);
  return (
    <FindOrAdd
      {...field}
      placeholder={t('pickPartner')}
      addLabel={(name) => t('registerPartner', { name })}
      find={find}
    />
  );
}

interface Some {
  town: string;
  placeholder: string;
  /** Which are chosen at first. */
  known: readonly { id: string; name: string }[];
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** The same for several at once. */
export function PartnersPicker({ town, known, ...field }: Some) {
  const { t } = useTranslation('people');
  const find = useFindPartners(town);
  return (
    <FindOrAddSome
      {...field}
      known={known.map(({ id: value, name: label }) => ({ value, label }))}
      addLabel={(name) => t('registerPartner', { name })}
      find={find}
    />
  );
}

function useFindPartners(town: string): (words: string) => Promise<Choice[]> {
  const client = useApolloClient();
  return async (words) => {
    const variables = { town, name: words === '' ? null : words };
    const { data } = await client.query({ query: FIND_PARTNERS, variables, fetchPolicy: 'network-only' });
    return (data?.town?.partners?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  };
}
