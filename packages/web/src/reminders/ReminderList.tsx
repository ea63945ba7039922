import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import { requestPath } from '../requests/request.ts';
import type { Reminder } from './reminder.ts';

const colours = { OVERDUE: 'error', DUE_SOON: 'warning', FOLLOW_UP: 'processing', VISIT: 'warning' } as const;

/** Reminders, each leading to its request or household. `onOpen` is told when one is followed. */
export function ReminderList({ reminders, onOpen }: { reminders: readonly Reminder[]; onOpen: () => void }) {
  const { t } = useTranslation('reminders');
  if (reminders.length === 0) return <p className="hint">{t('none')}</p>;
  return (
    <ul className="plain">
      {reminders.map((reminder) => (
        <li key={reminder.id} className={reminder.seenAt === null ? 'reminder new' : 'reminder'}>
          <Link to={pathOf(reminder)} onClick={onOpen}>
            <span className="reminder-head">
              <Tag color={colours[reminder.kind]}>{t(`kinds.${reminder.kind}`)}</Tag>
              <Subject reminder={reminder} />
            </span>
            <span className="hint">
              {t(`says.${reminder.kind}`, { day: reminder.since })} · <Place reminder={reminder} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function pathOf({ request, household }: Reminder): string {
  return request ? requestPath(request.id) : householdPath(household?.id ?? '');
}

function Subject({ reminder: { request, household } }: { reminder: Reminder }): ReactNode {
  const { t } = useTranslation('households');
  if (!request) return household?.code ?? t('noCode');
  return (
    <>
      {request.subject.name} <span className="code">{request.number}</span>
    </>
  );
}

/** Where it is, and who has to do it. */
function Place({ reminder: { request, household, town } }: { reminder: Reminder }): ReactNode {
  const { t } = useTranslation('requests');
  if (!request) return household?.block?.name ?? town.name;
  return `${t(`levels.${request.level}`)} ${request.unit?.name ?? town.name} · ${request.holder?.name ?? t('nobody')}`;
}
