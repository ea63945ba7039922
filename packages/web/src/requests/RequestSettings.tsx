import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { Failed, Loading } from '../ui/States.tsx';
import { Deadlines } from './Deadlines.tsx';
import { ListSettings } from './ListSettings.tsx';
import { WorkingDays } from './WorkingDays.tsx';

const REQUEST_SETTINGS = graphql(`
  query RequestSettings($code: RegisterCode!) {
    town(code: $code) {
      id
      requestSubjects { id name }
      externalParties { id name }
      deadlineRules { level workingDays subject { id name } }
    }
  }
`);

/** What a town settles about requests: subjects, parties outside, deadlines, and its working days. */
export function RequestSettings({ town }: { town: string }) {
  const { t } = useTranslation('requests');
  const { data, error, refetch } = useQuery(REQUEST_SETTINGS, { variables: { code: town } });
  if (!data?.town) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { requestSubjects, externalParties, deadlineRules } = data.town;
  return (
    <>
      <ListSettings
        town={town}
        list="subject"
        title={t('settings.subjects')}
        lead={t('settings.subjectsLead')}
        entries={requestSubjects ?? []}
      />
      <ListSettings
        town={town}
        list="party"
        title={t('settings.parties')}
        lead={t('settings.partiesLead')}
        entries={externalParties ?? []}
      />
      <Deadlines town={town} subjects={requestSubjects ?? []} rules={deadlineRules ?? []} />
      <WorkingDays town={town} />
    </>
  );
}
