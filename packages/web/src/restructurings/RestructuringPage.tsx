import { useQuery } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { useTown } from '../towns/town.ts';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { DRAFT, draftPath } from './draft.ts';
import { RestructuringRecord } from './RestructuringRecord.tsx';

/** One restructuring of a town's history. A draft has a page of its own, where it is worked on. */
export function Component() {
  const { id = '' } = useParams();
  const { code } = useTown();
  const { data, error, refetch } = useQuery(DRAFT, { variables: { id } });
  const restructuring = data?.restructuring;
  if (!restructuring) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading rows={8} />;
  }
  if (restructuring.status === 'DRAFT') return <Navigate replace to={draftPath(code, id)} />;
  return <RestructuringRecord town={code} restructuring={restructuring} />;
}
