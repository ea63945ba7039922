import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReliefCategory } from '../relief-items/relief-list.ts';
import { RELIEF_CAMPAIGNS } from '../relief-sums/relief-sums.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { optionsOf } from '../ui/options.ts';
import type { Choose } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { type ReliefChoice, reliefStates } from './relief.ts';

interface Props {
  town: string;
  categories: readonly ReliefCategory[];
  choice: ReliefChoice;
  choose: Choose;
}

/** Narrows a town's applications for relief. */
export function ReliefFilters({ town, categories, choice, choose }: Props) {
  const { t } = useTranslation(['relief', 'reliefFunds', 'reliefSums']);
  const { data } = useQuery(RELIEF_CAMPAIGNS, { variables: { code: town } });
  const { state, category, item, campaign, unit, granted } = choice;
  const items = categories.filter(({ id }) => category === null || id === category).flatMap(({ items }) => items);
  return (
    <>
      <FilterSelect
        label={t('state')}
        all={t('allStates')}
        value={state}
        options={reliefStates.map((each) => ({ value: each, label: t(`states.${each}`) }))}
        onChange={(state) => choose({ state })}
      />
      <FilterSelect
        label={t('category')}
        all={t('allCategories')}
        value={category}
        options={optionsOf(categories)}
        onChange={(category) => choose({ category, item: null })}
      />
      <FilterSelect
        label={t('item')}
        all={t('allItems')}
        value={item}
        options={optionsOf(items)}
        onChange={(item) => choose({ item })}
      />
      <FilterSelect
        label={t('campaign')}
        all={t('reliefSums:allCampaigns')}
        value={campaign}
        options={optionsOf(data?.town?.reliefCampaigns ?? [])}
        onChange={(campaign) => choose({ campaign })}
      />
      <TreeFilter town={town} all={t('place')} value={unit} onChange={(unit) => choose({ unit })} />
      {granted && (
        <Tag closable onClose={() => choose({ from: null, to: null, source: null })}>
          {t('grantedWithin', { from: granted.period.first, to: granted.period.last })}
          {granted.source && ` · ${t(`reliefFunds:sources.${granted.source}`)}`}
        </Tag>
      )}
    </>
  );
}
