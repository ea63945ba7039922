import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { FindOrAdd } from '../ui/FindOrAdd.tsx';
import { useList } from '../ui/list.ts';
import type { Choice } from '../ui/useChoices.ts';

const FIND_PEOPLE = graphql(`
  query FindPeople($town: RegisterCode!, $name: String) {
    town(code: $town) {
      id
      people(filter: { name: $name }, first: 20) {
        edges { cursor node { id name posts { id title unit { id name } } } }
      }
    }
  }
`);

interface Props {
  town: string;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  /** Who is chosen at first. */
  known?: { id: string; name: string } | null;
}

/** Gives what finds people of a town by a part of their names, each with the posts that tell namesakes apart. */
export function useFindPeople(town: string) {
  const { t } = useTranslation('people');
  const list = useList();
  const client = useApolloClient();
  return async (words: string): Promise<Choice[]> => {
    const variables = { town, name: words === '' ? null : words };
    const { data } = await client.query({ query: FIND_PEOPLE, variables, fetchPolicy: 'network-only' });
    return (data?.town?.people?.edges ?? []).map(({ node }) => {
      const hint = list(node.posts.map(({ title, unit }) => `${unit.name} ${t(`titles.${title}`)}`));
      return { value: node.id, label: node.name, ...(hint === '' ? {} : { hint }) };
    });
  };
}

/** Finds a person of the town by name, with the post that tells namesakes apart, or names a new one, to be registered with `useRegister`. */
export function PersonPicker({ town, known, ...field }: Props) {
  const { t } = useTranslation('people');
  const find = useFindPeople(town);
  return (
    <FindOrAdd
      {...field}
      placeholder={t('pickPerson')}
      addLabel={(name) => t('registerPerson', { name })}
      find={find}
      known={known ? { value: known.id, label: known.name } : undefined}
    />
  );
}
