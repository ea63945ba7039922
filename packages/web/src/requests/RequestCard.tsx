import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameWithParent } from '../units/unit.ts';
import type { RequestRow } from './request.ts';
import { requestPath } from './request.ts';

/** One request in a list: what it is about and where, who has it, and until when. */
export function RequestCard({ request, withState = false }: { request: RequestRow; withState?: boolean }) {
  const { t } = useTranslation('requests');
  const { household, place, subject, holder, party, householdCount } = request;
  const where = [household ? household.code : place?.unit.name, place?.text ?? nameWithParent(request.block)];
  const open = ['RAISED', 'ACCEPTED', 'REFERRED'].includes(request.state);
  return (
    <article className={request.overdue ? 'request-card overdue' : 'request-card'}>
      <Link to={requestPath(request.id)} className="request-card-name">
        <strong>{subject.name}</strong> <span className="code">{request.number}</span>
      </Link>
      <div>
        {[...new Set(where.filter((each) => each != null))].join(' · ')}
        {householdCount !== null && householdCount > 1 && (
          <span className="hint"> {t('concerned', { n: householdCount })}</span>
        )}
      </div>
      <div className="hint">
        {t(`levels.${request.level}`)} {request.unit?.name}
        {holder && ` · ${holder.name}`}
        {request.state === 'REFERRED' && party && ` · ${party.name}`}
      </div>
      <div className="tags">
        {withState && <StateTag state={request.state} />}
        {open && <span className="hint">{t('dueOn', { day: request.dueOn })}</span>}
        {request.overdue && <Tag color="error">{t('overdue')}</Tag>}
        {request.satisfaction && <Tag variant="outlined">{t(`satisfactions.${request.satisfaction}`)}</Tag>}
      </div>
    </article>
  );
}

const colours = {
  RAISED: 'gold',
  ACCEPTED: 'blue',
  REFERRED: 'purple',
  HANDLED: 'cyan',
  CLOSED: 'green',
  WITHDRAWN: 'default',
} as const;

/** What a request is at the moment, as a tag. */
export function StateTag({ state }: { state: RequestRow['state'] }) {
  const { t } = useTranslation('requests');
  return <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>;
}
