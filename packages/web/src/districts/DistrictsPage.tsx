import { useQuery } from '@apollo/client/react';
import { Button, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../accounts/viewer.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { DistrictsNav } from './DistrictsNav.tsx';
import { rowsOf } from './figures.ts';
import { TownsTable } from './TownsTable.tsx';

const DISTRICTS = graphql(`
  query Districts($counts: Boolean!, $period: PeriodInput!) {
    districts {
      id
      code
      name
      towns {
        id
        code
        name
        kind
        status
        viewerCan
        teamCount
        unitCounts { kind count }
        householdCount @include(if: $counts)
        figure(indicator: "contact", period: $period) @include(if: $counts) { numerator }
      }
    }
  }
`);

/** The towns of the districts that one may see, with their figures. */
export function Component() {
  const { t } = useTranslation(['districts', 'ui']);
  const { permissions } = useViewer();
  const counts = permissions.includes('HOUSEHOLD_COUNT');
  const today = dayInShanghai();
  const { data, error, refetch } = useQuery(DISTRICTS, {
    variables: { counts, period: { first: `${today.slice(0, 4)}-01-01`, last: today } },
  });

  const [search, setSearch] = useState('');
  const query = useDeferredValue(search);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const rows = useMemo(() => rowsOf(data?.districts ?? [], query), [data, query]);
  const only = data?.districts.length === 1 ? data.districts[0] : undefined;
  useBeing(only?.name ?? null);

  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={12} />;

  const towns = data.districts.flatMap((district) => district.towns);
  const all = rows.map(({ key }) => key);
  const expanded = query.trim() !== '' || only ? all : (chosen ?? []);
  const facts = {
    districts: data.districts.length,
    towns: towns.length,
    active: towns.filter(({ status }) => status === 'ACTIVE').length,
  };
  return (
    <div className="page">
      <PageHead
        title={only ? t('one', { name: only.name }) : t('title')}
        nav={<DistrictsNav code={only?.code ?? null} />}
        meta={only ? t('leadOne', facts) : t('lead', facts)}
        actions={
          permissions.includes('OFFICE_OPEN') && (
            <Link to="/offices">
              <Button>{t('offices.title')}</Button>
            </Link>
          )
        }
      />
      <div className="toolbar">
        <Input.Search
          allowClear
          className="toolbar-search"
          placeholder={t('search')}
          aria-label={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {!only && (
          <>
            <Button onClick={() => setChosen(all)}>{t('expandAll')}</Button>
            <Button onClick={() => setChosen([])}>{t('collapseAll')}</Button>
          </>
        )}
      </div>
      <TownsTable counts={counts} rows={rows} query={query} expanded={expanded} onExpand={setChosen} />
    </div>
  );
}
