import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { type Household } from '../households/household.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { RaiseRequest } from './RaiseRequest.tsx';
import { RequestCard } from './RequestCard.tsx';
import { HOUSEHOLD_REQUESTS } from './request.ts';

/** The requests that concern a household, the latest first, and the way to raise one. */
export function HouseholdRequests({ household, town }: { household: Household; town: string }) {
  const { t } = useTranslation('requests');
  const [raising, setRaising] = useState(false);
  const { data, error, refetch } = useQuery(HOUSEHOLD_REQUESTS, { variables: { id: household.id } });
  if (!data?.household) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={2} />;
  const { requests } = data.household;
  if (!requests) return null;
  const raises = can(household, 'REQUEST_RAISE') && (household.validTo ?? '9999') > dayInShanghai();
  return (
    <Panel
      title={`${t('requests')} ${requests.length}`}
      flush
      extra={
        raises && (
          <Button size="small" onClick={() => setRaising(true)}>
            {t('raise')}
          </Button>
        )
      }
    >
      {requests.length === 0 && <p className="hint padded">{t('none')}</p>}
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} withState />
      ))}
      {raising && <RaiseRequest town={town} household={household} onClose={() => setRaising(false)} />}
    </Panel>
  );
}
