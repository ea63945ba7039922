import { Button } from 'antd';
import { ErrorResponse } from 'oidc-client-ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Loading } from '../ui/States.tsx';
import { Entrance } from './Entrance.tsx';
import { completeRenewal, completeSignIn, returnAddress, signIn } from './session.ts';

const inFrame = window.parent !== window;
let arrival: Promise<string> | null = null;

/** Nobody is signed in at the server: not a failure, but the moment to show the form. */
function asksForPerson(error: unknown): error is ErrorResponse {
  return error instanceof ErrorResponse && /_required$/.test(error.error ?? '');
}

/** Where the sign-in server sends the browser back to. */
export function Component() {
  const { t } = useTranslation('signin');
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (inFrame) {
      void completeRenewal();
      return;
    }
    // One code can be redeemed once, however often this effect runs.
    arrival ??= completeSignIn();
    arrival.then(
      (returnTo) => navigate(returnTo, { replace: true }),
      (error: unknown) => {
        if (asksForPerson(error)) void signIn(returnAddress(error.state)).catch(() => setFailed(true));
        else setFailed(true);
      },
    );
    return () => {
      if (failed) arrival = null;
    };
  }, [navigate, failed]);

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
