import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RequestCard } from '../requests/RequestCard.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { SUBJECT_REQUESTS, type SubjectChoice } from './subject.ts';

interface Props {
  town: string;
  choice: SubjectChoice;
  subject: string;
}

/** The requests that a subject counts, as far as its viewer sees them, the latest first. */
export function SubjectRequests({ town, choice: { period, unit }, subject }: Props) {
  const { t } = useTranslation(['subjects', 'requests']);
  const query = useQuery(SUBJECT_REQUESTS, { variables: { code: town, period, unit, subject, after: null } });
  return (
    <ListPanel
      title={t('seen')}
      none={t('requests:none')}
      query={query}
      list={(data) => data.town?.recurringSubjects?.subjects[0]?.requests}
    >
      {(request) => <RequestCard key={request.id} request={request} withState />}
    </ListPanel>
  );
}
