import { client } from '../client.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { keptOf, named } from './kept.ts';

// Neither telephone numbers nor who lives there: what is taken along is what the visit needs.
const VISIT_LIST = graphql(`
  query VisitList($code: RegisterCode!, $ids: [ID!]!, $today: Date!) @purpose(of: VISIT) {
    viewer { assignments { id town { code } person { id name } } }
    town(code: $code) {
      id
      requestSubjects { id name }
      households(ids: $ids) {
        id
        code
        label
        address
        viewerCan
        block { id name teams { id members { id person { id name } } } }
        categories(asOf: $today) { id name }
        lastVisit { id visitedOn way demand outcome visitors { id name } }
        requests { id number state raisedOn subject { id name } }
      }
    }
  }
`);

/** Reads households as a visit needs them; those that are none of the viewer's are named as missing. One query. */
export async function readHouseholds(code: string, ids: readonly string[]) {
  const { data, error } = await client.query({
    query: VISIT_LIST,
    variables: { code, ids: [...ids], today: dayInShanghai() },
    fetchPolicy: 'no-cache',
    errorPolicy: 'all',
  });
  const found = data?.town?.households;
  if (!data?.town || !found) throw error ?? new Error('The server answered without data');
  const households = found.filter((each) => each !== null).map(keptOf);
  const self = data.viewer?.assignments.find((each) => each.town?.code === code && each.person)?.person ?? null;
  return {
    around: { subjects: data.town.requestSubjects ?? [], self: self && named(self) },
    households,
    missing: ids.filter((id) => !households.some((each) => each.id === id)),
  };
}
