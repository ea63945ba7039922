import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';

const ADD_SUBJECT = graphql(`
  mutation AddRequestSubject($input: AddRequestSubjectInput!) {
    addRequestSubject(input: $input) { subject { id name } }
  }
`);

const RENAME_SUBJECT = graphql(`
  mutation RenameRequestSubject($input: RenameRequestSubjectInput!) {
    renameRequestSubject(input: $input) { subject { id name } }
  }
`);

const END_SUBJECT = graphql(`
  mutation EndRequestSubject($input: EndRequestSubjectInput!) {
    endRequestSubject(input: $input) { subject { id endedOn } }
  }
`);

const ADD_PARTY = graphql(`
  mutation AddExternalParty($input: AddExternalPartyInput!) {
    addExternalParty(input: $input) { party { id name } }
  }
`);

const RENAME_PARTY = graphql(`
  mutation RenameExternalParty($input: RenameExternalPartyInput!) {
    renameExternalParty(input: $input) { party { id name } }
  }
`);

const END_PARTY = graphql(`
  mutation EndExternalParty($input: EndExternalPartyInput!) {
    endExternalParty(input: $input) { party { id endedOn } }
  }
`);

/** Which list: what requests are about, or to whom outside they are referred. */
export type List = 'subject' | 'party';

/** An entry of such a list. */
export interface Entry {
  id: string;
  name: string;
}

/** Gives what changes a list of a town. */
export function useListChanges(town: string, list: List) {
  const subjects = { add: useChange(ADD_SUBJECT), rename: useChange(RENAME_SUBJECT), end: useChange(END_SUBJECT) };
  const parties = { add: useChange(ADD_PARTY), rename: useChange(RENAME_PARTY), end: useChange(END_PARTY) };
  return {
    add: (name: string): Promise<object> => (list === 'subject' ? subjects : parties).add({ town, name }),
    rename: (id: string, name: string): Promise<object> =>
      list === 'subject' ? subjects.rename({ subject: id, name }) : parties.rename({ party: id, name }),
    end: (id: string): Promise<object> =>
      list === 'subject' ? subjects.end({ subject: id }) : parties.end({ party: id }),
  };
}
