import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Badge, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { ReminderList } from './ReminderList.tsx';
import { REMINDERS, SEE_REMINDERS } from './reminder.ts';

/** In milliseconds. Reminders are made once a morning; a page may stay open for days. */
const askedAgain = 10 * 60_000;

/** What the viewer is reminded of, behind a bell that says how many are new; they are seen once the list is closed. */
export function Bell() {
  const { t } = useTranslation('reminders');
  const { data } = useQuery(REMINDERS, { pollInterval: askedAgain });
  const see = useChange(SEE_REMINDERS);
  const [open, setOpen] = useState(false);
  const viewer = data?.viewer;
  if (!viewer) return null;
  const { reminders, unseenReminders } = viewer;

  function close() {
    setOpen(false);
    const towns = new Set(reminders.filter(({ seenAt }) => seenAt === null).map(({ town }) => town.code));
    // What is not noted as seen is simply new again.
    for (const town of towns) see({ town }).catch(() => {});
  }

  return (
    <>
      <Badge count={unseenReminders} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<BellOutlined />}
          aria-label={t('open', { n: unseenReminders })}
          onClick={() => setOpen(true)}
        />
      </Badge>
      <Drawer open={open} onClose={close} size="min(420px, 100vw)" title={`${t('reminders')} ${reminders.length}`}>
        <ReminderList reminders={reminders} onOpen={close} />
      </Drawer>
    </>
  );
}
