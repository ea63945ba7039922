import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { groupColours } from '../categories/category.ts';
import { householdPath, placesOn } from '../households/household.ts';
import { requestPath } from '../requests/request.ts';
import { TakeAlong } from '../today/TakeAlong.tsx';
import type { TakingAlong } from '../today/useTakeAlong.ts';
import { dayInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { nameWithParent } from '../units/unit.ts';
import { RecordVisit } from '../visits/RecordVisit.tsx';
import { ways } from '../visits/visit.ts';
import { becauseOf, type DueRow } from './due.ts';

/** One household to contact: who, why and since when, and what to bring. */
export function DueCard({ due, town, along }: { due: DueRow; town: string; along: TakingAlong }) {
  const { t } = useTranslation(['contactRules', 'visits', 'households', 'requests']);
  const list = useList();
  const [recording, setRecording] = useState(false);
  const { household, dueOn, reasons, lastVisit, toBring } = due;
  const today = dayInShanghai();
  const home = placesOn(household.places, today).find(({ block }) => block.overlay === null)?.block;
  const bring = [toBring.demand, toBring.outcome].filter((each) => each !== null);
  return (
    <article className={dueOn < today ? 'request-card overdue' : 'request-card'}>
      <div className="lead-line">
        <Link to={householdPath(household.id)}>
          <strong>{household.label ?? household.code ?? t('households:noCode')}</strong>{' '}
          <span className="code">{household.label === null ? '' : household.code}</span>
        </Link>
        {can(household, 'VISIT_RECORD') && (
          <span className="row-actions">
            <TakeAlong along={along} household={{ id: household.id, because: becauseOf(due) }} />
            <Button size="small" onClick={() => setRecording(true)}>
              {t('visits:record')}
            </Button>
          </span>
        )}
      </div>
      <div>{[home && nameWithParent(home), household.address].filter((each) => each != null).join(' · ')}</div>
      <ul className="plain">
        {reasons.map(({ name, category, since, dueOn: by, ways: counted, note }) => (
          <li key={`${category?.id ?? name} ${by}`} className="tags">
            <Tag {...(category ? { color: groupColours[category.group] } : {})}>{name ?? t('everyHousehold')}</Tag>
            <span className="hint">
              {name !== null && `${t('since', { day: since })} · `}
              {t('dueOn', { day: by })}
              {counted.length < ways.length && ` · ${list(counted.map((way) => t(`visits:ways.${way}`)))}`}
              {note !== null && ` · ${note}`}
            </span>
          </li>
        ))}
      </ul>
      <div className="hint">
        {lastVisit
          ? `${t('visits:lastTime', { day: lastVisit.visitedOn })} ${t(`visits:ways.${lastVisit.way}`)}`
          : t('neverVisited')}
      </div>
      {bring.map((text) => (
        <div key={text} className="written">
          {text}
        </div>
      ))}
      {toBring.requests !== null && toBring.requests.length > 0 && (
        <div className="tags">
          <span className="hint">{t('openRequests', { n: toBring.requests.length })}</span>
          {toBring.requests.map(({ id, number, state, subject }) => (
            <Link key={id} to={requestPath(id)}>
              {subject.name} {number} {t(`requests:states.${state}`)}
            </Link>
          ))}
        </div>
      )}
      {recording && <RecordVisit household={household} town={town} onClose={() => setRecording(false)} />}
    </article>
  );
}
