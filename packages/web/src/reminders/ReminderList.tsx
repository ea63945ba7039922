import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { requestPath } from '../requests/request.ts';
import type { Reminder } from './reminder.ts';

const colours = { OVERDUE: 'error', DUE_SOON: 'warning', FOLLOW_UP: 'processing' } as const;

/** Reminders, each leading to its request. `onOpen` is told when one is followed. */
export function ReminderList({ reminders, onOpen }: { reminders: readonly Reminder[]; onOpen: () => void }) {
  const { t } = useTranslation(['reminders', 'requests']);
  if (reminders.length === 0) return <p className="hint">{t('none')}</p>;
  return (
    <ul className="plain">
      {reminders.map(({ id, kind, since, seenAt, request, town }) => (
        <li key={id} className={seenAt === null ? 'reminder new' : 'reminder'}>
          <Link to={requestPath(request.id)} onClick={onOpen}>
            <span className="reminder-head">
              <Tag color={colours[kind]}>{t(`kinds.${kind}`)}</Tag>
              {request.subject.name} <span className="code">{request.number}</span>
            </span>
            <span className="hint">
              {t(`says.${kind}`, { day: since })} · {t(`requests:levels.${request.level}`)}{' '}
              {request.unit?.name ?? town.name} · {request.holder?.name ?? t('requests:nobody')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
