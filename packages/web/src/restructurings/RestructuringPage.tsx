import { useQuery } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { useTown } from '../towns/town.ts';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { draftPath } from './draft.ts';
import { RecordSheet } from './RecordSheet.tsx';
import { RESTRUCTURING } from './restructuring.ts';

/** One restructuring of a town's history. A draft has a page of its own, where it is worked on. */
export function Component() {
  const { id = '' } = useParams();
  const { code } = useTown();
  const { data, error, refetch } = useQuery(RESTRUCTURING, { variables: { id } });
  const restructuring = data?.restructuring;
  if (!restructuring) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading rows={8} />;
  }
  if (restructuring.status === 'DRAFT') return <Navigate replace to={draftPath(code, id)} />;
  return <RecordSheet town={code} restructuring={restructuring} />;
}
