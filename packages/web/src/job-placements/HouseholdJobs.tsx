import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import type { Home } from '../residents/resident.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { RecordJob } from './JobForms.tsx';
import { JobLine } from './JobLine.tsx';
import { HOUSEHOLD_JOBS, HOUSEHOLD_JOBS_MASKED } from './job-placement.ts';

/** The jobs that were found for members of a household. */
export function HouseholdJobs({ household }: { household: Home }) {
  const { t } = useTranslation('jobPlacements');
  const purpose = usePurpose();
  const [recording, setRecording] = useState(false);
  const { id } = household;
  const full = useQuery(HOUSEHOLD_JOBS, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HOUSEHOLD_JOBS_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={2} />;
  const jobs = data.household?.jobPlacements;
  if (!jobs) return null;
  return (
    <Panel
      flush
      title={`${t('jobPlacements')} ${jobs.length}`}
      extra={
        can(household, 'RELIEF_APPLY') && (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('record')}
          </Button>
        )
      }
    >
      {jobs.length === 0 && <p className="hint padded">{t('noneOfHousehold')}</p>}
      {jobs.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
      {recording && <RecordJob household={household} onClose={() => setRecording(false)} />}
    </Panel>
  );
}
