import { useQuery } from '@apollo/client/react';
import { Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { optionsOf } from '../ui/options.ts';
import type { Choose } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { type Choice, findingKinds, findingStates } from './patrol.ts';
import { useRoutes } from './useRoutes.ts';

const NAME_OF = graphql(`
  query NameOfPersonOrUnit($id: ID!) {
    node(id: $id) { id ... on Person { name } ... on Unit { name } }
  }
`);

/** Narrows which patrols are listed or counted, or of which those the findings are. */
export function PatrolFilters({ town, choice, choose }: { town: string; choice: Choice; choose: Choose }) {
  const { t } = useTranslation('patrols');
  const routes = useRoutes(town);
  const { view, from, to } = choice;
  return (
    <div className="toolbar">
      {view === 'findings' && (
        <>
          <FilterSelect
            label={t('kind')}
            all={t('allKinds')}
            value={choice.kind}
            options={findingKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
            onChange={(kind) => choose({ kind })}
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
      <Select
        aria-label={t('route')}
        className="filter"
        placeholder={t('route')}
        allowClear
        value={choice.route}
        showSearch={{ optionFilterProp: 'label' }}
        options={optionsOf(routes)}
        onChange={(route) => choose({ route })}
      />
      <TreeFilter town={town} all={t('allUnits')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      <div className="patrol-days">
        <label htmlFor="patrols-from">{t('from')}</label>
        <DateInput
          id="patrols-from"
          {...(from === null ? {} : { value: from })}
          onChange={(day) => choose({ from: day })}
        />
        <label htmlFor="patrols-to">{t('to')}</label>
        <DateInput id="patrols-to" {...(to === null ? {} : { value: to })} onChange={(day) => choose({ to: day })} />
      </div>
      {choice.person !== null && <OnlyOf of="person" id={choice.person} onClose={() => choose({ person: null })} />}
      {choice.madeIn !== null && <OnlyOf of="madeIn" id={choice.madeIn} onClose={() => choose({ madeIn: null })} />}
      {view === 'patrols' && (
        <FilterCheck
          label={t('onlyWithdrawn')}
          checked={choice.withdrawn}
          onChange={(withdrawn) => choose({ withdrawn })}
        />
      )}
    </div>
  );
}

/** That only patrols of one person or of one very unit are shown, with the name. */
function OnlyOf({ of, id, onClose }: { of: 'person' | 'madeIn'; id: string; onClose: () => void }) {
  const { t } = useTranslation('patrols');
  const { data } = useQuery(NAME_OF, { variables: { id } });
  const name = data?.node && 'name' in data.node ? data.node.name : '';
  return (
    <Tag closable onClose={onClose}>
      {t(`only.${of}`, { name })}
    </Tag>
  );
}
