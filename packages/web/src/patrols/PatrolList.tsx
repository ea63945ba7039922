import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useList } from '../ui/list.ts';
import { type Choice, PATROLS, type PatrolRow, patrolPath, patrolsOf } from './patrol.ts';
import { useTimes } from './useTimes.ts';

/** The patrols that are chosen, a line each, the latest first. */
export function PatrolList({ town, choice }: { town: string; choice: Choice }) {
  const { t } = useTranslation('patrols');
  const variables = { code: town, filter: patrolsOf(choice), withdrawn: choice.withdrawn };
  const query = useQuery(PATROLS, { variables: { ...variables, after: null } });
  return (
    <ListPanel title={t('views.patrols')} none={t('none')} query={query} list={(data) => data.town?.patrols}>
      {(patrol) => <PatrolLine key={patrol.id} patrol={patrol} />}
    </ListPanel>
  );
}

/** One patrol: where and when, by whom, what it brought up. */
export function PatrolLine({ patrol }: { patrol: PatrolRow }) {
  const { t } = useTranslation('patrols');
  const list = useList();
  const times = useTimes();
  const { findings, stopsLeftOut } = patrol;
  const problems = findings.filter(({ kind }) => kind === 'PROBLEM').length;
  const acted = findings.filter(({ actedOn }) => actedOn).length;
  return (
    <article className="record-line">
      <div>
        <Link to={patrolPath(patrol.id)} className="record-line-name">
          <strong>{patrol.route?.name ?? patrol.place}</strong> <span className="code">{patrol.patrolledOn}</span>
        </Link>
        <div className="hint">{[patrol.unit.name, times(patrol)].filter(Boolean).join(' · ')}</div>
      </div>
      <div>
        {list(patrol.people.map(({ name }) => name))}
        {stopsLeftOut.length > 0 && (
          <div className="hint">{t('leftOut', { names: list(stopsLeftOut.map(({ name }) => name)) })}</div>
        )}
      </div>
      <div className="tags">
        {patrol.withdrawnAt !== null && <Tag>{t('withdrawn')}</Tag>}
        {findings.length === 0 && <span className="hint">{t('nothingFound')}</span>}
        {problems > 0 && <Tag color="orange">{t('found.problems', { n: problems })}</Tag>}
        {findings.length > problems && (
          <Tag color="blue">{t('found.suggestions', { n: findings.length - problems })}</Tag>
        )}
        {acted > 0 && <Tag color="green">{t('found.actedOn', { n: acted })}</Tag>}
      </div>
    </article>
  );
}
