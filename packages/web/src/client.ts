import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap, throwError } from 'rxjs';
import { readFailure } from './errors.ts';
import { currentLanguage } from './i18n/language.ts';
import { possibleTypes } from './possible-types.ts';
import { renew, session } from './signin/session.ts';
import { setServerTime } from './ui/day.ts';

const identified = new SetContextLink(({ headers }) => {
  const token = session.token();
  return {
    headers: {
      ...headers,
      'accept-language': currentLanguage(),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  };
});

// A token that has run out is renewed once, and the request made again; failing that the Gate asks to sign in.
const renewed = new ErrorLink(({ error, operation, forward }) => {
  if (readFailure(error).code !== 'UNAUTHENTICATED' || operation.getContext().renewed === true) return;
  operation.setContext({ renewed: true });
  return from(renew()).pipe(switchMap((present) => (present ? forward(operation) : throwError(() => error))));
});

const timedFetch: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  setServerTime(response.headers.get('date'));
  return response;
};

/** The one client of the web. */
export const client = new ApolloClient({
  link: ApolloLink.from([renewed, identified, new HttpLink({ uri: '/graphql', fetch: timedFetch })]),
  cache: new InMemoryCache({
    possibleTypes,
    typePolicies: {
      // A unit is a unit as of a day: the same id has another name in its history, so it is kept where it was read.
      Unit: { keyFields: false, merge: true },
      Town: { keyFields: false, merge: true },
      Team: { keyFields: false, merge: true },
      // So is an organisation.
      Organization: { keyFields: false, merge: true },
      PartyOrganization: { keyFields: false, merge: true },
      // There is only one, and it has no id.
      Viewer: { keyFields: [] },
      // What a unit is called in a difference: the same id has several names.
      UnitLabel: { keyFields: false },
      // A thousand rows that are only ever read together.
      TreeNode: { keyFields: false },
    },
  }),
  defaultOptions: {
    // What a viewer may not see is null, with an error beside the rest of the answer: the rest is shown.
    watchQuery: {
      fetchPolicy: 'cache-and-network',
      // What is read past the cache, as personal data are, is never looked for there.
      nextFetchPolicy: (_, { reason, initialFetchPolicy }) =>
        initialFetchPolicy === 'no-cache' || reason === 'variables-changed' ? initialFetchPolicy : 'cache-first',
      errorPolicy: 'all',
    },
  },
});
