import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Town, useTown } from '../towns/town.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { DeliberationLine } from './DeliberationLine.tsx';
import { DELIBERATIONS, type DeliberationChoice, deliberationStates, filterOf, readChoice } from './deliberation.ts';
import { ProposeDeliberation } from './ProposeDeliberation.tsx';

/** A town's deliberations, and the way to propose one. */
export function Component() {
  const { t } = useTranslation('deliberations');
  const town = useTown();
  const [params, choose] = useAddress();
  const [proposing, setProposing] = useState(false);
  const choice = readChoice(params);
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('DELIBERATION_MANAGE') && (
          <Button type="primary" onClick={() => setProposing(true)}>
            {t('propose')}
          </Button>
        )}
        <FilterSelect
          label={t('state')}
          all={t('allStates')}
          value={choice.state}
          options={deliberationStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          onChange={(state) => choose({ state })}
        />
        <TreeFilter town={town.code} all={t('unit')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      </div>
      <DeliberationList town={town} choice={choice} />
      {proposing && <ProposeDeliberation town={town} onClose={() => setProposing(false)} />}
    </div>
  );
}

function DeliberationList({ town, choice }: { town: Town; choice: DeliberationChoice }) {
  const { t } = useTranslation('deliberations');
  const query = useQuery(DELIBERATIONS, { variables: { code: town.code, filter: filterOf(choice), after: null } });
  return (
    <ListPanel title={t('deliberations')} none={t('none')} query={query} list={(data) => data.town?.deliberations}>
      {(deliberation) => <DeliberationLine key={deliberation.id} deliberation={deliberation} />}
    </ListPanel>
  );
}
