import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { useTown } from '../towns/town.ts';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { DraftWorkbench } from './DraftWorkbench.tsx';
import { DRAFT } from './draft.ts';
import { RecordSheet } from './RecordSheet.tsx';

/** One draft of a town: the tree it makes, to be worked on; applied or dropped it can only be read. */
export function Component() {
  const { id = '' } = useParams();
  const town = useTown();
  const { data, error, refetch } = useQuery(DRAFT, { variables: { id } });
  const draft = data?.restructuring;
  if (!draft) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading rows={12} />;
  }
  if (draft.status !== 'DRAFT') return <RecordSheet town={town.code} restructuring={draft} />;
  return (
    <DraftWorkbench
      key={draft.id}
      town={town}
      draft={draft}
      reread={async () => (await refetch()).data?.restructuring ?? null}
    />
  );
}
