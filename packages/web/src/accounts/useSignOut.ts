import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { device } from '../device/db.ts';
import { tidyDevice } from '../device/owner.ts';
import { signOut } from '../signin/session.ts';
import { useFailureText } from '../ui/failure.ts';

/** Gives what signs out: the day's list is deleted from this device, and who has visits that wait there is asked first. */
export function useSignOut(account: string): () => Promise<void> {
  const { t } = useTranslation(['today', 'ui']);
  const { message, modal } = App.useApp();
  const textOf = useFailureText();

  async function leave() {
    // A browser that keeps nothing has nothing to delete.
    await tidyDevice(null).catch(() => {});
    await signOut().catch((error: unknown) => void message.error(textOf(error)));
  }

  return async () => {
    const own = device.noted.where('account').equals(account);
    const waiting = await own
      .and(({ state }) => state === 'WAITING' || state === 'REFUSED')
      .count()
      .catch(() => 0);
    if (waiting === 0) return leave();
    modal.confirm({
      title: t('leaveTitle', { n: waiting }),
      content: t('leaveLead'),
      okText: t('leave'),
      cancelText: t('ui:cancel'),
      onOk: leave,
    });
  };
}
