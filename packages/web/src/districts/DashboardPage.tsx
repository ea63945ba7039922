import { useApolloClient, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useViewer } from '../accounts/viewer.ts';
import { INDICATORS } from '../figures/figure.ts';
import { dayOrToday } from '../ui/day.ts';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { useAnswered } from '../ui/useAnswered.ts';
import { readChoice } from './choice.ts';
import { Dashboard } from './Dashboard.tsx';
import { ALL_DISTRICTS, DISTRICT, type Indicator, open, shownOf } from './dashboard.ts';
import { useFiguresChanged } from './useFiguresChanged.ts';

/** The dashboard of one district, or at no address of its own that of all. */
export function Component() {
  const { code = null } = useParams();
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(INDICATORS);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={12} />;
  return <Figures key={code} code={code} indicators={open(data.indicators, permissions)} />;
}

/** What is asked anew when something has changed. */
const moving: readonly string[] = [
  'DistrictDashboard',
  'AllDistricts',
  'TownSeries',
  'DistrictSeries',
  'DistrictReported',
];

function Figures({ code, indicators }: { code: string | null; indicators: readonly Indicator[] }) {
  const { t } = useTranslation('districts');
  const client = useApolloClient();
  const [params, choose] = useAddress();
  const asked = readChoice(params);
  const { period, before } = asked;
  const towns = code !== null || asked.towns;
  const variables = {
    ...{ indicators: shownOf(indicators, asked.figures).map((each) => each.code), period, on: dayOrToday(period.last) },
    ...{ before: before ?? period, onBefore: dayOrToday((before ?? period).last) },
    ...{ towns, compare: before !== null, compareTowns: towns && before !== null },
  };
  const one = useQuery(DISTRICT, { variables: { code: code ?? '', ...variables }, skip: code === null });
  const all = useQuery(ALL_DISTRICTS, { variables, skip: code !== null });
  const { data, error, refetch } = code === null ? all : one;
  // The figures before stay until those that are asked for have come, under what they are of.
  const answered = useAnswered(params, data);
  const answer = error ? data : answered?.data;
  const districts = answer && ('districts' in answer ? answer.districts : answer.district ? [answer.district] : null);
  const name = code === null ? t('dashboard.all') : (districts?.[0]?.name ?? '');
  useBeing(name || null);
  useFiguresChanged(code, () => {
    void client.refetchQueries({
      include: 'active',
      onQueryUpdated: ({ queryName = '' }) => moving.includes(queryName),
    });
  });
  if (!answered || !districts)
    return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={12} />;
  return (
    <Dashboard
      name={name}
      districts={districts}
      isOne={code !== null}
      indicators={indicators}
      asked={asked}
      choice={readChoice(answered.asked)}
      choose={choose}
    />
  );
}
