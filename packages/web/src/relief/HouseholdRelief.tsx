import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import type { Home } from '../residents/resident.ts';
import { useList } from '../ui/list.ts';
import { grouped } from '../ui/money.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { ApplyForRelief } from './ApplyForRelief.tsx';
import { ReliefLine } from './ReliefLine.tsx';
import { HOUSEHOLD_RELIEF, HOUSEHOLD_RELIEF_MASKED, type ReliefYear } from './relief.ts';

/** What a household applied for and was granted, from all sources together. */
export function HouseholdRelief({ household, town }: { household: Home; town: string }) {
  const { t } = useTranslation('relief');
  const purpose = usePurpose();
  const [applying, setApplying] = useState(false);
  const { id } = household;
  const full = useQuery(HOUSEHOLD_RELIEF, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HOUSEHOLD_RELIEF_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={2} />;
  const { reliefApplications: applications, reliefYears: years } = data.household ?? {};
  if (!applications || !years) return null;
  return (
    <Panel
      flush
      title={`${t('relief')} ${applications.length}`}
      extra={
        can(household, 'RELIEF_APPLY') && (
          <Button size="small" onClick={() => setApplying(true)}>
            {t('apply')}
          </Button>
        )
      }
    >
      {applications.length === 0 && <p className="hint padded">{t('noneOfHousehold')}</p>}
      {years.map((year) => (
        <Year key={year.year} year={year} />
      ))}
      {applications.map((application) => (
        <ReliefLine key={application.id} application={application} />
      ))}
      {applying && <ApplyForRelief household={household} town={town} onClose={() => setApplying(false)} />}
    </Panel>
  );
}

/** What was granted in a year, and from whom. */
function Year({ year: { year, granted, paid, sources } }: { year: ReliefYear }) {
  const { t } = useTranslation(['relief', 'reliefFunds']);
  const list = useList();
  const parts = sources.map((each) => `${t(`reliefFunds:sources.${each.source}`)} ${grouped(each.granted)}`);
  return (
    <p className="padded">
      <strong>{t('yearGranted', { year, amount: grouped(granted) })}</strong>{' '}
      <span className="hint">{t('yearPaid', { amount: grouped(paid), sources: list(parts) })}</span>
    </p>
  );
}
