import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Town, useTown } from '../towns/town.ts';
import { momentInShanghai } from '../ui/day.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import {
  DELIBERATIONS,
  type DeliberationChoice,
  type DeliberationRow,
  deliberationPath,
  deliberationStates,
  filterOf,
  readChoice,
} from './deliberation.ts';
import { ProposeDeliberation } from './ProposeDeliberation.tsx';
import { StateTag } from './StateTag.tsx';

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
      {(deliberation) => <Line key={deliberation.id} deliberation={deliberation} />}
    </ListPanel>
  );
}

/** One deliberation: what it asks and where, how the votes are, and what is missing. */
function Line({ deliberation }: { deliberation: DeliberationRow }) {
  const { t, i18n } = useTranslation('deliberations');
  const { id, question, unit, proposedOn, state, closesAt, tally } = deliberation;
  return (
    <article className="record-line">
      <div>
        <Link to={deliberationPath(id)} className="record-line-name">
          <strong>{question}</strong>
        </Link>
        <div className="hint">
          {unit?.name} · {t('proposedOn', { day: proposedOn })}
        </div>
      </div>
      <div>
        {tally.voters !== 0 &&
          t('votes', { inFavour: tally.inFavour, against: tally.against, abstained: tally.abstained })}
        {state === 'VOTING' && closesAt !== null && (
          <div className="hint">{t('closesAt', { at: momentInShanghai(closesAt, i18n.language) })}</div>
        )}
      </div>
      <div className="tags">
        <StateTag state={state} />
        {tally.unanswered !== 0 && <span className="hint">{t('unanswered', { n: tally.unanswered })}</span>}
      </div>
    </article>
  );
}
