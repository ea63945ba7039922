import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unkept } from '../audit/purpose.ts';
import { graphql } from '../generated/index.ts';
import { momentInShanghai } from '../ui/day.ts';
import { callPath } from './call.ts';
import { StateTag } from './StateTag.tsx';

const EARLIER_CALLS = graphql(`
  query EarlierCalls($code: RegisterCode!, $telephone: String!) @purpose(of: CALL) {
    town(code: $code) {
      id
      calls(filter: { telephone: $telephone }, first: 3) { totalCount nodes { id number state calledAt matter } }
    }
  }
`);

/** The latest calls from a number. */
export function EarlierCalls({ town, telephone }: { town: string; telephone: string }) {
  const { t, i18n } = useTranslation('calls');
  const { data } = useQuery(EARLIER_CALLS, { variables: { code: town, telephone }, ...unkept });
  const calls = data?.town?.calls;
  if (!calls || calls.totalCount === 0) return null;
  return (
    <div>
      <span className="hint">{t('calledBefore', { n: calls.totalCount })}</span>
      <ul className="plain">
        {calls.nodes.map(({ id, number, state, calledAt, matter }) => (
          <li key={id} className="lead-line">
            <span>
              <Link to={callPath(id)} target="_blank" className="code">
                {number}
              </Link>{' '}
              {momentInShanghai(calledAt, i18n.language)} {matter}
            </span>
            <StateTag state={state} />
          </li>
        ))}
      </ul>
    </div>
  );
}
