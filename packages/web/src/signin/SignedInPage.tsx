import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Loading } from '../ui/States.tsx';
import { Entrance } from './Entrance.tsx';
import { completeSignIn, signIn } from './session.ts';

let arrival: Promise<string> | null = null;

/** Where the sign-in server sends the browser back to. */
export function Component() {
  const { t } = useTranslation('signin');
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    // One code can be redeemed once, however often this effect runs.
    arrival ??= completeSignIn();
    arrival
      .then((returnTo) => navigate(returnTo, { replace: true }))
      .catch(() => setFailed(true))
      .finally(() => {
        arrival = null;
      });
  }, [navigate]);

  if (!failed) return <Loading />;
  return (
    <Entrance title={t('failed.title')}>
      <h1>{t('failed.title')}</h1>
      <p>{t('failed.lead')}</p>
      <Button type="primary" size="large" block onClick={() => void signIn('/')}>
        {t('signedOut.again')}
      </Button>
    </Entrance>
  );
}
