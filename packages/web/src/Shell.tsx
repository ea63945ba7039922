import { ApolloProvider, useQuery } from '@apollo/client/react';
import { lazy, Suspense, useEffect } from 'react';
import { Outlet } from 'react-router';
import { AccountMenu } from './accounts/AccountMenu.tsx';
import { useViewer, VIEWER, ViewerContext } from './accounts/viewer.ts';
import { client } from './client.ts';
import { NewerNotice } from './device/NewerNotice.tsx';
import { tidyDevice } from './device/owner.ts';
import { isOnDevice, startWorker } from './device/worker.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { QueueBadge } from './queue/QueueBadge.tsx';
import { Bell } from './reminders/Bell.tsx';
import { Gate } from './signin/Gate.tsx';
import { Brand } from './ui/Brand.tsx';
import { Frame } from './ui/Frame.tsx';
import { PlaceProvider, usePlace } from './ui/place.tsx';
import { Failed, Loading } from './ui/States.tsx';

// Seldom needed, and then out of what is kept on the device.
const Away = lazy(() => import('./today/Away.tsx').then((module) => ({ default: module.Away })));

function Framed() {
  const { account, permissions } = useViewer();
  useEffect(() => {
    // A browser that keeps nothing has nothing to tidy.
    tidyDevice(account.id).catch(() => {});
    if (isOnDevice()) startWorker();
  }, [account.id]);
  return (
    <Frame
      brand={<Brand />}
      place={usePlace()}
      tools={
        <>
          <QueueBadge account={account.id} />
          {permissions.includes('REQUEST_READ') && <Bell />}
          <LanguageSwitch />
          <AccountMenu />
        </>
      }
    >
      <NewerNotice />
      <Outlet />
    </Frame>
  );
}

/** Everything that needs somebody to be signed in. */
export function Component() {
  return (
    <Gate
      away={(back) => (
        <Suspense fallback={<Loading />}>
          <Away back={back} />
        </Suspense>
      )}
    >
      <ApolloProvider client={client}>
        <Shell />
      </ApolloProvider>
    </Gate>
  );
}

function Shell() {
  const { data, error, refetch } = useQuery(VIEWER);
  if (data?.viewer) {
    return (
      <ViewerContext value={data.viewer}>
        <PlaceProvider>
          <Framed />
        </PlaceProvider>
      </ViewerContext>
    );
  }
  if (error || data) return <Failed error={error ?? null} retry={() => void refetch()} />;
  return <Loading />;
}
