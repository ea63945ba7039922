import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useList } from '../ui/list.ts';
import {
  filterOf,
  isToCheck,
  MEDIATIONS,
  type MediationChoice,
  type MediationRow,
  mediationPath,
} from './mediation.ts';
import { StateTag } from './StateTag.tsx';

/** The mediations that are chosen, a line each, the latest first. */
export function MediationList({ town, choice }: { town: Town; choice: MediationChoice }) {
  const { t } = useTranslation('mediations');
  const variables = { code: town.code, filter: filterOf(choice), after: null };
  const query = useQuery(MEDIATIONS, { variables });
  return (
    <ListPanel title={t('mediations')} none={t('none')} query={query} list={(data) => data.town?.mediations}>
      {(mediation) => <Line key={mediation.id} mediation={mediation} town={town.name} />}
    </ListPanel>
  );
}

/** One mediation: what it is about, where it is held and by whom, and when its agreement is looked at. */
function Line({ mediation, town }: { mediation: MediationRow; town: string }) {
  const { t } = useTranslation('mediations');
  const list = useList();
  const { subject, number, unit, mediators, checkOn } = mediation;
  const due = isToCheck(mediation, dayInShanghai());
  return (
    <article className={due ? 'record-line overdue' : 'record-line'}>
      <div>
        <Link to={mediationPath(mediation.id)} className="record-line-name">
          <strong>{subject.name}</strong> <span className="code">{number}</span>
        </Link>
        <div className="hint">{t('begunOn', { day: mediation.begunOn })}</div>
      </div>
      <div>
        {unit?.name ?? town}
        <div className="hint">{list(mediators.map(({ name }) => name))}</div>
      </div>
      <div className="tags">
        <StateTag state={mediation.state} />
        {checkOn !== null && <span className="hint">{t('checkBy', { day: checkOn })}</span>}
      </div>
    </article>
  );
}
