import { Alert, Button, Tag } from 'antd';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { device } from '../device/db.ts';
import { tidyDevice } from '../device/owner.ts';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import { useAutoSend } from '../queue/sending.ts';
import { renew, session, signIn } from '../signin/session.ts';
import { Brand } from '../ui/Brand.tsx';
import { Frame } from '../ui/Frame.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { openList } from './list.ts';
import { Today, type Writing } from './Today.tsx';

/** Whose list of which towns lies on this device, for today; null where nobody's does. */
async function readKept() {
  const owner = await device.owner.get('owner');
  await tidyDevice(owner?.account ?? null);
  if (!owner) return null;
  const account = { id: owner.account, displayName: owner.displayName };
  const codes = new Set((await device.lists.toArray()).map(({ town }) => town));
  for (const { town } of await device.noted.where('account').equals(owner.account).toArray()) codes.add(town);
  const towns = [];
  for (const code of codes) {
    const list = await openList({ account, town: { code } });
    towns.push({ code, name: list?.townName ?? code });
  }
  return { account, towns };
}

/** How often the platform is asked for: not every network that is back says so. */
const AGAIN_MS = 60_000;

type Kept = NonNullable<Awaited<ReturnType<typeof readKept>>>;

/**
 * What there is where the platform cannot be reached: the day's list that was taken along on this device. `back` goes on to
 * all pages, once somebody is signed in and no form is open.
 */
export function Away({ back }: { back: () => void }) {
  const kept = useLiveQuery(() =>
    device.owner.get('owner').then(
      (found) => found?.account ?? null,
      () => null,
    ),
  );
  const [read, setRead] = useState<Kept | null>();
  useEffect(() => {
    if (kept !== undefined) void readKept().then(setRead, () => setRead(null));
  }, [kept]);
  const signedIn = useSyncExternalStore(session.subscribe, session.state) === 'present';
  const nothing = read === null || read?.towns.length === 0;
  useEffect(() => {
    if (signedIn && nothing) back();
  }, [signedIn, nothing, back]);
  if (read === undefined) return <Loading />;
  if (read === null || read.towns.length === 0) {
    return <Failed error={new TypeError('No network')} retry={() => window.location.reload()} />;
  }
  return <AwayTowns kept={read} back={back} />;
}

function AwayTowns({ kept: { account, towns }, back }: { kept: Kept; back: () => void }) {
  const { t } = useTranslation(['today', 'signin']);
  const [writing, setWriting] = useState<Writing | null>(null);
  const state = useSyncExternalStore(session.subscribe, session.state);
  useAutoSend(account.id);
  useEffect(() => {
    const again = () => void renew();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, []);
  useEffect(() => {
    if (state === 'present' && writing === null) back();
  }, [state, writing, back]);
  return (
    <Frame brand={<Brand />} place={account.displayName} tools={<LanguageSwitch />}>
      {state === 'absent' && (
        <Alert
          type="warning"
          showIcon
          banner
          title={t('signInAgain')}
          action={
            <Button size="small" onClick={() => void signIn(window.location.pathname)}>
              {t('signin:expired.again')}
            </Button>
          }
        />
      )}
      {towns.map((town) => (
        <div key={town.code} className="page">
          <PageHead
            title={t('todayOf', { town: town.name })}
            tags={<Tag color="orange">{t('away')}</Tag>}
            actions={
              <Button size="small" onClick={() => void renew()}>
                {t('reconnect')}
              </Button>
            }
          />
          <Today of={{ account, town }} online={false} writing={writing} onWrite={setWriting} />
        </div>
      ))}
    </Frame>
  );
}
