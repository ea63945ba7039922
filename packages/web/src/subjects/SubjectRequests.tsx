import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RequestCard } from '../requests/RequestCard.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { SUBJECT_REQUESTS, type SubjectChoice } from './subject.ts';

interface Props {
  town: string;
  choice: SubjectChoice;
  subject: string;
}

/** The requests that a subject counts, as far as its viewer sees them, the latest first. */
export function SubjectRequests({ town, choice: { period, unit }, subject }: Props) {
  const { t } = useTranslation('subjects');
  const variables = { code: town, period, unit, subject, after: null };
  const { data, error, refetch, fetchMore } = useQuery(SUBJECT_REQUESTS, { variables });
  const requests = data?.town?.recurringSubjects?.subjects[0]?.requests;
  if (!requests) return error ? <Failed error={error} retry={() => void refetch()} /> : data ? null : <Loading />;
  const { nodes, totalCount, pageInfo } = requests;
  return (
    <Panel title={`${t('seen')} ${totalCount}`} flush>
      {nodes.map((request) => (
        <RequestCard key={request.id} request={request} withState />
      ))}
      {pageInfo.hasNextPage && (
        <MoreButton
          shown={nodes.length}
          total={totalCount}
          load={() =>
            fetchMore({
              variables: { after: pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: next }) => {
                const [old, come] = [
                  before.town?.recurringSubjects,
                  next.town?.recurringSubjects?.subjects[0]?.requests,
                ];
                const [first] = old?.subjects ?? [];
                if (!before.town || !old || !first?.requests || !come) return before;
                const all = { ...come, nodes: [...first.requests.nodes, ...come.nodes] };
                return {
                  town: { ...before.town, recurringSubjects: { ...old, subjects: [{ ...first, requests: all }] } },
                };
              },
            })
          }
        />
      )}
    </Panel>
  );
}
