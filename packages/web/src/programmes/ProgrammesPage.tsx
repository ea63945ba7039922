import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TownOffers } from '../programme-offers/TownOffers.tsx';
import { useTown } from '../towns/town.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { PlanProgramme } from './PlanProgramme.tsx';
import {
  filterOf,
  PROGRAMMES,
  type ProgrammeRow,
  programmeKinds,
  programmePath,
  programmeStates,
  readChoice,
} from './programme.ts';
import { SessionsToday } from './SessionsToday.tsx';
import { StateTag } from './StateTag.tsx';

/** A town's programmes, the latest first day first, and the way to plan one. */
export function Component() {
  const { t } = useTranslation('programmes');
  const town = useTown();
  const [params, choose] = useAddress();
  const [planning, setPlanning] = useState(false);
  const choice = readChoice(params);
  const query = useQuery(PROGRAMMES, { variables: { code: town.code, filter: filterOf(choice), after: null } });
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('PROGRAMME_MANAGE') && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        )}
        <FilterSelect
          label={t('kind')}
          all={t('allKinds')}
          value={choice.kind}
          options={programmeKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChange={(kind) => choose({ kind })}
        />
        <FilterSelect
          label={t('state')}
          all={t('allStates')}
          value={choice.state}
          options={programmeStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          onChange={(state) => choose({ state })}
        />
        <TreeFilter town={town.code} all={t('heldAt')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      </div>
      <SessionsToday town={town.code} />
      <TownOffers town={town} />
      <ListPanel title={t('programmes')} none={t('none')} query={query} list={(data) => data.town?.programmes}>
        {(programme) => <Line key={programme.id} programme={programme} town={town.name} />}
      </ListPanel>
      {planning && <PlanProgramme town={town} onClose={() => setPlanning(false)} />}
    </div>
  );
}

/** One programme: what it is, when and where, and how many take part. */
function Line({ programme, town }: { programme: ProgrammeRow; town: string }) {
  const { t } = useTranslation('programmes');
  const { id, kind, name, firstDay, lastDay, unit, state, enrolled, waiting, places } = programme;
  return (
    <article className="record-line">
      <div>
        <Link to={programmePath(id)} className="record-line-name">
          <strong>{name}</strong>
        </Link>
        <div className="hint">
          {t(`kinds.${kind}`)} · {t('days', { first: firstDay, last: lastDay })}
        </div>
      </div>
      <div>
        {places === null ? t('enrolled', { n: enrolled }) : t('enrolledOf', { n: enrolled, places })}
        <div className="hint">{unit?.name ?? town}</div>
      </div>
      <div className="tags">
        <StateTag state={state} />
        {waiting !== null && waiting > 0 && <span className="hint">{t('waiting', { n: waiting })}</span>}
      </div>
    </article>
  );
}
