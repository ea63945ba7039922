import { Link } from 'react-router';
import type { RequestState } from '../generated/graphql.ts';
import { StateTag } from './RequestCard.tsx';
import { requestPath } from './request.ts';

interface Named {
  id: string;
  number: string;
  state: RequestState;
  subject: { name: string };
}

/** Requests by number, each with what it is at the moment. */
export function RequestLinks({ requests }: { requests: readonly Named[] }) {
  return (
    <ul className="plain">
      {requests.map(({ id, number, state, subject }) => (
        <li key={id} className="lead-line">
          <Link to={requestPath(id)}>
            {subject.name} <span className="code">{number}</span>
          </Link>
          <StateTag state={state} />
        </li>
      ))}
    </ul>
  );
}
