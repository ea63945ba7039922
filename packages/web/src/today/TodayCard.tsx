import { DeleteOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NotedState } from '../device/db.ts';
import { householdPath } from '../households/household.ts';
import { noteColours } from '../queue/words.ts';
import { useList } from '../ui/list.ts';
import type { KeptHousehold } from './kept.ts';

interface Props {
  household: KeptHousehold;
  /** What became of today's visit to it, if one was noted here. */
  state: NotedState | undefined;
  /** Whether a form for it was begun and not saved. */
  begun: boolean;
  /** Whether there are pages to go to. */
  online: boolean;
  onWrite: () => void;
  onRemove: () => void;
}

/** One household of today's list: who, where and why, what to bring, and the way to the form. */
export function TodayCard({ household, state, begun, online, onWrite, onRemove }: Props) {
  const { t } = useTranslation(['today', 'queue', 'contactRules', 'visits', 'households', 'requests']);
  const list = useList();
  const { code, label, address, block, categories, because, lastVisit, openRequests } = household;
  const name = label ?? code ?? t('households:noCode');
  const bring = [lastVisit?.demand, lastVisit?.outcome].filter((each) => each != null);
  return (
    <article className="request-card today-card">
      <div className="lead-line">
        <span>
          {online ? (
            <Link to={householdPath(household.id)}>
              <strong>{name}</strong>
            </Link>
          ) : (
            <strong>{name}</strong>
          )}{' '}
          <span className="code">{label === null ? '' : code}</span>
        </span>
        <span className="tags">
          {begun && <Tag color="gold">{t('begun')}</Tag>}
          {state && <Tag color={noteColours[state]}>{t(`queue:states.${state}`)}</Tag>}
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('remove', { name })}
            onClick={onRemove}
          />
        </span>
      </div>
      <div>{[block?.name, address].filter((each) => each != null).join(' · ')}</div>
      {categories.length > 0 && (
        <div className="tags">
          {categories.map((each) => (
            <Tag key={each}>{each}</Tag>
          ))}
        </div>
      )}
      {because.map(({ name: why, dueOn, note }) => (
        <div key={`${why} ${dueOn}`} className="hint">
          {[why ?? t('contactRules:everyHousehold'), t('contactRules:dueOn', { day: dueOn }), note]
            .filter((each) => each !== null)
            .join(' · ')}
        </div>
      ))}
      <div className="hint">
        {lastVisit
          ? [
              t('visits:lastTime', { day: lastVisit.visitedOn }),
              t(`visits:ways.${lastVisit.way}`),
              list(lastVisit.visitors),
            ].join(' ')
          : t('contactRules:neverVisited')}
      </div>
      {bring.map((text) => (
        <div key={text} className="written">
          {text}
        </div>
      ))}
      {openRequests.map(({ number, subject, state: now }) => (
        <div key={number} className="hint">
          {[t('request', { number }), subject, t(`requests:states.${now}`)].join(' · ')}
        </div>
      ))}
      <Button type={state === undefined ? 'primary' : 'default'} block onClick={onWrite}>
        {state === undefined ? t('visits:record') : t('another')}
      </Button>
    </article>
  );
}
