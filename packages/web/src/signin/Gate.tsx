import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '../ui/States.tsx';
import { Entrance } from './Entrance.tsx';
import { hasSignedOut, renew, session, signIn } from './session.ts';

const here = () => window.location.pathname + window.location.search;

interface Props {
  children: ReactNode;
  /** What there is without a network, and until `back` is called, which lets those through who are signed in. */
  away: (back: () => void) => ReactNode;
}

/** Lets only those through who are signed in; takes up the sign-in of this browser, or shows the form, for others. */
export function Gate({ children, away }: Props) {
  const { t } = useTranslation('signin');
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [unreachable, setUnreachable] = useState<unknown>(null);
  const [isAway, setAway] = useState(false);
  const left = hasSignedOut() && state !== 'present';
  if (state === 'unreachable' && !isAway) setAway(true);

  useEffect(() => {
    if (left) return;
    if (state === 'unknown') void renew();
    if (state === 'absent' && !isAway) signIn(here()).catch(setUnreachable);
  }, [state, left, isAway]);

  if (left) {
    return (
      <Entrance title={t('signedOut.title')}>
        <h1>{t('signedOut.title')}</h1>
        <p>{t('signedOut.lead')}</p>
        <Button type="primary" size="large" block onClick={() => void signIn('/')}>
          {t('signedOut.again')}
        </Button>
      </Entrance>
    );
  }
  if (isAway) return away(() => setAway(false));
  if (unreachable) return <Failed error={unreachable} retry={() => window.location.reload()} />;
  if (state === 'unknown' || state === 'absent') return <Loading />;
  return (
    <>
      {children}
      <Modal
        open={state === 'expired'}
        title={t('expired.title')}
        closable={false}
        footer={
          <Button type="primary" onClick={() => void signIn(here())}>
            {t('expired.again')}
          </Button>
        }
      >
        {t('expired.lead')}
      </Modal>
    </>
  );
}
