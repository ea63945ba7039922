import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { FindOrAdd, FindOrAddSome } from '../ui/FindOrAdd.tsx';
import type { Choice } from '../ui/useChoices.ts';

const FIND_ORGANIZATIONS = graphql(`
  query FindOrganizations($town: RegisterCode!, $name: String) {
    town(code: $town) {
      id
      organizations(filter: { name: $name }, first: 20) { nodes { id name unit { id name } } }
    }
  }
`);

interface Named {
  id: string;
  name: string;
}

/** Gives what finds organisations of a town by a part of their names, each with the unit that tells namesakes apart. */
function useFindOrganizations(town: string) {
  const client = useApolloClient();
  return async (words: string): Promise<Choice[]> => {
    const variables = { town, name: words === '' ? null : words };
    const { data } = await client.query({ query: FIND_ORGANIZATIONS, variables, fetchPolicy: 'network-only' });
    return (data?.town?.organizations?.nodes ?? []).map(({ id, name, unit }) => ({
      ...{ value: id, label: name },
      ...(unit ? { hint: unit.name } : {}),
    }));
  };
}

interface One {
  town: string;
  id?: string;
  /** What it is called, where no label stands beside it. */
  label?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  /** Which is chosen at first. */
  known?: Named | null;
}

/** Finds an organisation of the town by its name. */
export function OrganizationPicker({ town, known, ...field }: One) {
  const { t } = useTranslation('coverage');
  return (
    <FindOrAdd
      {...field}
      placeholder={t('pickOrganization')}
      find={useFindOrganizations(town)}
      addLabel={undefined}
      known={known ? { value: known.id, label: known.name } : undefined}
    />
  );
}

interface Some {
  town: string;
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  /** Which are chosen at first. */
  known: readonly Named[];
}

/** Finds several of them. */
export function OrganizationsPicker({ town, known, ...field }: Some) {
  const { t } = useTranslation('coverage');
  return (
    <FindOrAddSome
      {...field}
      placeholder={t('pickOrganization')}
      find={useFindOrganizations(town)}
      known={known.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
