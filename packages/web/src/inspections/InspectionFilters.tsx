import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { optionsOf } from '../ui/options.ts';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { type Choice, findingKinds, findingStates, placeKinds, usePlaces, useSquads } from './inspection.ts';

interface Props {
  town: { code: string };
  choice: Choice;
  choose: Choose;
}

/** Narrows which inspections are listed or counted, of which those the findings are, or which places. */
export function InspectionFilters({ town, choice, choose }: Props) {
  const { t } = useTranslation('inspections');
  const squads = useSquads(town.code);
  const places = usePlaces(town.code);
  const { view } = choice;
  return (
    <div className="toolbar">
      <PeriodPicker period={choice.period} choose={({ from, to }) => choose({ from, to })} />
      {view === 'findings' && (
        <>
          <FilterSelect
            label={t('about')}
            all={t('about')}
            value={choice.about}
            options={findingKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
            onChange={(about) => choose({ about })}
          />
          <FilterSelect
            label={t('state')}
            all={t('allStates')}
            value={choice.state}
            options={findingStates.map((each) => ({ value: each, label: t(`states.${each}`) }))}
            onChange={(state) => choose({ state })}
          />
        </>
      )}
      {view !== 'places' && (
        <>
          <FilterSelect
            label={t('squad')}
            all={t('allSquads')}
            value={choice.squad}
            options={optionsOf(squads)}
            onChange={(squad) => choose({ squad })}
          />
          <Select
            aria-label={t('place')}
            className="filter"
            placeholder={t('place')}
            allowClear
            value={choice.place}
            showSearch={{ optionFilterProp: 'label' }}
            options={optionsOf(places)}
            onChange={(place) => choose({ place })}
          />
        </>
      )}
      <FilterSelect
        label={t('placeKind')}
        all={t('allPlaceKinds')}
        value={choice.kind}
        options={placeKinds.map((each) => ({ value: each, label: t(`placeKinds.${each}`) }))}
        onChange={(kind) => choose({ kind })}
      />
      <TreeFilter town={town.code} all={t('allUnits')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      {view === 'rounds' && (
        <FilterCheck
          label={t('onlyWithdrawn')}
          checked={choice.withdrawn}
          onChange={(withdrawn) => choose({ withdrawn })}
        />
      )}
    </div>
  );
}
