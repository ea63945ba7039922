import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import { dayInShanghai } from '../ui/day.ts';
import { type PairingRow, pairingPath } from './pairing.ts';

/** One pairing: who with which household, for which kind, and when they are to be in contact next. */
export function PairingLine({ pairing }: { pairing: PairingRow }) {
  const { t } = useTranslation(['pairings', 'households']);
  const { id, person, household, kindName, capacity, begunOn, endedOn, running, lastContactOn, dueOn } = pairing;
  return (
    <article className="record-line">
      <div>
        <Link to={pairingPath(id)} className="record-line-name">
          <strong>{person.name}</strong> {kindName}
        </Link>
        <div className="hint">
          {t(`capacities.${capacity}`)} · {t('begunOn', { day: begunOn })}
          {lastContactOn !== null && <> · {t('lastContact', { day: lastContactOn })}</>}
        </div>
      </div>
      <div>{household && <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>}</div>
      <div className="tags">
        <StateTags running={running} endedOn={endedOn} dueOn={dueOn} />
      </div>
    </article>
  );
}

/** Whether a pairing runs, and whether the next contact is late. */
export function StateTags({ running, endedOn, dueOn }: Pick<PairingRow, 'running' | 'endedOn' | 'dueOn'>) {
  const { t } = useTranslation('pairings');
  if (endedOn !== null) return <Tag>{t('endedOn', { day: endedOn })}</Tag>;
  if (!running) return <Tag>{t('householdLeft')}</Tag>;
  if (dueOn === null) return <Tag>{t('running')}</Tag>;
  return dueOn < dayInShanghai() ? (
    <Tag color="red">{t('overdueSince', { day: dueOn })}</Tag>
  ) : (
    <Tag>{t('dueOn', { day: dueOn })}</Tag>
  );
}
