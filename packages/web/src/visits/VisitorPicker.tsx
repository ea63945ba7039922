import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Permission } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useFindPeople } from '../people/PersonPicker.tsx';
import { FindOrAddSome } from '../ui/FindOrAdd.tsx';
import type { Choice } from '../ui/useChoices.ts';

const BLOCK_MEMBERS = graphql(`
  query BlockMembers($block: ID!) {
    unit(id: $block) {
      id
      ... on Block { teams { id name members { id person { id name } } } }
    }
  }
`);

/** Where a visit is made, and what its viewer may do there. */
export interface VisitorPlace {
  town: string;
  block: string | undefined;
  viewerCan: readonly Permission[];
}

/** Somebody who makes visits. */
interface Visitor {
  id: string;
  name: string;
}

interface Props {
  place: VisitorPlace;
  /** Those who are chosen already, by name. */
  known: readonly Visitor[];
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Gives what finds members of a block's teams first, then, for whoever may register people, the `others` of the town. */
export function useFindVisitors(place: VisitorPlace) {
  const client = useApolloClient();
  const findPeople = useFindPeople(place.town);
  const others = can(place, 'PERSON_REGISTER');

  async function members(words: string): Promise<Choice[]> {
    if (place.block === undefined) return [];
    const { data } = await client.query({ query: BLOCK_MEMBERS, variables: { block: place.block } });
    const teams = data?.unit && 'teams' in data.unit ? data.unit.teams : [];
    const people = teams.flatMap(({ name: hint, members }) =>
      (members ?? []).flatMap(({ person }) => (person ? [{ value: person.id, label: person.name, hint }] : [])),
    );
    return people.filter(
      ({ value, label }, index) => label.includes(words) && people.findIndex((each) => each.value === value) === index,
    );
  }

  const find = async (words: string) => {
    const own = await members(words);
    const found = others ? await findPeople(words) : [];
    return [...own, ...found.filter(({ value }) => !own.some((each) => each.value === value))];
  };
  return { find, others };
}

/** Chooses who made a visit: members of the block's teams first; whoever may register people finds and names others. */
export function VisitorPicker({ place, known, ...field }: Props) {
  const { t } = useTranslation(['visits', 'people']);
  const { find, others } = useFindVisitors(place);
  return (
    <FindOrAddSome
      {...field}
      placeholder={t('pickVisitors')}
      known={known.map(({ id: value, name: label }) => ({ value, label }))}
      addLabel={others ? (name) => t('people:registerPerson', { name }) : undefined}
      find={find}
    />
  );
}
