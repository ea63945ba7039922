import { Alert, Button } from 'antd';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { device, type NotedRow } from '../device/db.ts';
import { signIn } from '../signin/session.ts';
import { Panel } from '../ui/Panel.tsx';
import { QueueEntry } from './QueueEntry.tsx';
import { sendNow, useSending } from './sending.ts';

interface Props {
  account: string;
  /** Whether there are other pages to go to. */
  online: boolean;
  noted: readonly NotedRow[];
  /** Whether a visit can be written anew here: its household is on the list. */
  canRewrite?: (noted: NotedRow) => boolean;
  onRewrite?: (noted: NotedRow) => void;
}

/** What was noted on this device and has not been recorded yet, each with its state, and the button that sends it. */
export function QueuePanel({ account, online, noted, canRewrite, onRewrite }: Props) {
  const { t } = useTranslation(['queue', 'errors', 'signin']);
  const { busy, problem } = useSending();
  const others = useLiveQuery(() => device.noted.where('account').notEqual(account).count(), [account], 0);
  const open = noted.filter(({ state }) => state !== 'RECORDED');
  const waiting = open.filter(({ state }) => state === 'WAITING').length;
  const recorded = noted.length - open.length;
  if (noted.length + others === 0) return null;
  return (
    <Panel
      title={waiting > 0 ? t('waiting', { n: waiting }) : t('nothingWaits')}
      extra={
        <Button size="small" loading={busy > 0} disabled={open.length === 0} onClick={() => void sendNow(account)}>
          {t('send')}
        </Button>
      }
      flush
    >
      {waiting > 0 && problem !== null && (
        <Alert
          type="warning"
          showIcon
          banner
          title={problem === 'OTHER_ACCOUNT' ? t('otherAccount') : t(`errors:${problem}`)}
          action={
            problem === 'UNAUTHENTICATED' && (
              <Button size="small" onClick={() => void signIn(window.location.pathname)}>
                {t('signin:expired.again')}
              </Button>
            )
          }
        />
      )}
      {open.map((each) => (
        <QueueEntry
          key={each.clientId}
          noted={each}
          online={online}
          {...(onRewrite && canRewrite?.(each) ? { onRewrite: () => onRewrite(each) } : {})}
        />
      ))}
      {recorded > 0 && <p className="hint padded">{t('recorded', { n: recorded })}</p>}
      {others > 0 && <p className="hint padded">{t('others', { n: others })}</p>}
    </Panel>
  );
}
