import { skipToken, useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import type { ReliefGroup } from '../generated/graphql.ts';
import { useTown } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { grouped } from '../ui/money.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { optionsOf } from '../ui/options.ts';
import { Panel } from '../ui/Panel.tsx';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { Campaigns } from './Campaigns.tsx';
import {
  openedBy,
  RELIEF_CAMPAIGNS,
  RELIEF_SUMS,
  RELIEF_SUMS_FOR,
  type ReliefSum,
  readChoice,
  reliefGroups,
  type SumsChoice,
} from './relief-sums.ts';

/** What a town granted in a period: in all, and by category, item, unit, campaign or source. */
export function Component() {
  const { t } = useTranslation(['reliefSums', 'relief']);
  const town = useTown();
  const [params, choose] = useAddress();
  const { by, period, campaign } = readChoice(params, dayInShanghai());
  const { data: known } = useQuery(RELIEF_CAMPAIGNS, { variables: { code: town.code } });
  const campaigns = known?.town?.reliefCampaigns ?? [];
  const purpose = usePurpose();
  const variables = { code: town.code, by, period, campaign };
  const full = useQuery(
    RELIEF_SUMS_FOR,
    purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken,
  );
  const plain = useQuery(RELIEF_SUMS, purpose ? skipToken : { variables, ...unkept });
  const { data, error, refetch } = purpose ? full : plain;
  const sums = data?.town?.reliefSums;
  return (
    <div className="column-main">
      <div className="toolbar">
        <PeriodPicker period={period} choose={({ from, to }) => choose({ from, to })} />
        <Segmented<ReliefGroup>
          aria-label={t('by')}
          value={by}
          options={reliefGroups.map((value) => ({ value, label: t(`groups.${value}`) }))}
          onChange={(chosen) => choose({ by: chosen })}
        />
        <FilterSelect
          label={t('relief:campaign')}
          all={t('allCampaigns')}
          value={campaign}
          options={optionsOf(campaigns)}
          onChange={(chosen) => choose({ campaign: chosen })}
        />
      </div>
      {!sums && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />)}
      {sums && (
        <Panel
          flush
          title={t('total', { amount: grouped(sums.total.granted), n: sums.total.households })}
          extra={town.viewerCanSomewhere.includes('RELIEF_READ') && <PurposePicker />}
        >
          <Sums choice={{ by, period, campaign }} groups={sums.groups} />
        </Panel>
      )}
      <Campaigns town={town} campaigns={campaigns} />
    </div>
  );
}

function Sums({ choice, groups }: { choice: SumsChoice; groups: readonly ReliefSum[] }) {
  const { t } = useTranslation(['reliefSums', 'reliefFunds']);
  const town = useTown();
  const { by } = choice;
  const nameOf = ({ category, item, unit, campaign, source }: ReliefSum) => {
    if (by === 'SOURCE') return source && t(`reliefFunds:sources.${source}`);
    if (by === 'UNIT') return unit?.name ?? town.name;
    if (by === 'CAMPAIGN') return campaign?.name ?? t('noCampaign');
    return item ? `${item.category.name} · ${item.name}` : (category?.name ?? t('together'));
  };
  return (
    <Sheet
      stacks
      rows={groups}
      rowKey={(sum) => `${by} ${nameOf(sum)}`}
      empty={t('none')}
      columns={[
        { title: t(`groups.${by}`), key: 'name', render: (_, sum) => nameOf(sum) },
        { title: t('households'), key: 'households', align: 'right', dataIndex: 'households' },
        {
          ...{ title: t('applications'), key: 'applications', align: 'right' },
          render: (_, sum) => {
            const search = openedBy(choice, sum);
            if (search === null || !town.viewerCanSomewhere.includes('RELIEF_READ')) return sum.applications;
            return <NumberLink to={`/towns/${town.code}/relief?${search}`}>{sum.applications}</NumberLink>;
          },
        },
        { title: t('granted'), key: 'granted', align: 'right', render: (_, { granted }) => grouped(granted) },
        { title: t('paid'), key: 'paid', align: 'right', render: (_, { paid }) => grouped(paid) },
      ]}
    />
  );
}
