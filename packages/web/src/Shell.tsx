import { ApolloProvider, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { AccountMenu } from './accounts/AccountMenu.tsx';
import { VIEWER, ViewerContext } from './accounts/viewer.ts';
import { client } from './client.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Gate } from './signin/Gate.tsx';
import { Frame } from './ui/Frame.tsx';
import { PlaceProvider, usePlace } from './ui/place.tsx';
import { Failed, Loading } from './ui/States.tsx';

function Brand() {
  const { t } = useTranslation('signin');
  return (
    <Link to="/" className="brand">
      <img src="/icon.svg" alt="" width={24} height={24} />
      <strong>{t('product')}</strong> <span>{t('latin')}</span>
    </Link>
  );
}

function Framed() {
  return (
    <Frame
      brand={<Brand />}
      place={usePlace()}
      tools={
        <>
          <LanguageSwitch />
          <AccountMenu />
        </>
      }
    >
      <Outlet />
    </Frame>
  );
}

/** Everything that needs somebody to be signed in. */
export function Component() {
  return (
    <Gate>
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
