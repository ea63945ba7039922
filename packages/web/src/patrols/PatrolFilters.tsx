import { useQuery } from '@apollo/client/react';
import { Checkbox, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { type Choice, findingKinds, findingStates } from './patrol.ts';
import { useRoutes } from './useRoutes.ts';

const NAME_OF = graphql(`
  query NameOfPersonOrUnit($id: ID!) {
    node(id: $id) { id ... on Person { name } ... on Unit { name } }
  }
`);

interface Props {
  town: string;
  choice: Choice;
  /** Says something else in the address; null takes it out. */
  choose: (change: Record<string, string | null>) => void;
}

/** Narrows which patrols are listed or counted, or of which those the findings are. */
export function PatrolFilters({ town, choice, choose }: Props) {
  const { t } = useTranslation('patrols');
  const routes = useRoutes(town);
  const { view, unit, route, from, to, kind, state } = choice;
  return (
    <div className="toolbar">
      {view === 'findings' && (
        <>
          <Select
            aria-label={t('kind')}
            className="request-filter"
            placeholder={t('allKinds')}
            allowClear
            value={kind}
            options={findingKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
            onChange={(next) => choose({ kind: next ?? null })}
          />
          <Select
            aria-label={t('state')}
            className="request-filter"
            placeholder={t('allStates')}
            allowClear
            value={state}
            options={findingStates.map((each) => ({ value: each, label: t(`states.${each}`) }))}
            onChange={(next) => choose({ state: next ?? null })}
          />
        </>
      )}
      <Select
        aria-label={t('route')}
        className="request-filter"
        placeholder={t('route')}
        allowClear
        value={route}
        showSearch={{ optionFilterProp: 'label' }}
        options={(routes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next) => choose({ route: next ?? null })}
      />
      <div className="request-filter-unit">
        <TreePicker
          town={town}
          pick="unit"
          placeholder={t('allUnits')}
          allowClear
          {...(unit === null ? {} : { value: unit })}
          onChange={(next) => choose({ unit: next ?? null })}
        />
      </div>
      <div className="patrol-days">
        <label htmlFor="patrols-from">{t('from')}</label>
        <DateInput
          id="patrols-from"
          {...(from === null ? {} : { value: from })}
          onChange={(day) => choose({ from: day ?? null })}
        />
        <label htmlFor="patrols-to">{t('to')}</label>
        <DateInput
          id="patrols-to"
          {...(to === null ? {} : { value: to })}
          onChange={(day) => choose({ to: day ?? null })}
        />
      </div>
      {choice.person !== null && <OnlyOf of="person" id={choice.person} onClose={() => choose({ person: null })} />}
      {choice.madeIn !== null && <OnlyOf of="madeIn" id={choice.madeIn} onClose={() => choose({ madeIn: null })} />}
      {view === 'patrols' && (
        <Checkbox
          className="request-filter-check"
          checked={choice.withdrawn}
          onChange={({ target }) => choose({ withdrawn: target.checked ? '1' : null })}
        >
          {t('onlyWithdrawn')}
        </Checkbox>
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
