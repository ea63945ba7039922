import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { useFailureText } from '../ui/failure.ts';
import { addToList, mostHouseholds, TooMany } from './list.ts';
import type { DueBecause } from './sheet.ts';
import { useTodayList } from './useTodayList.ts';

interface Due {
  id: string;
  because: DueBecause[];
}

/** Gives what takes households along on today's list of the town whose page it is, with words on what came of it. */
function useTakeAlong() {
  const { t } = useTranslation('today');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const town = useTown();
  const { account } = useViewer();
  const [busy, setBusy] = useState(false);
  const list = useTodayList(account.id, town.code);
  const isOn = (id: string) => list?.households.some((each) => each.id === id) ?? false;

  async function take(due: readonly Due[]) {
    setBusy(true);
    try {
      const { count } = await addToList({ account, town }, due);
      void message.success(t('took', { n: count }));
    } catch (error) {
      void message.error(error instanceof TooMany ? t('tooMany', { most: mostHouseholds }) : textOf(error));
    } finally {
      setBusy(false);
    }
  }

  return { list, isOn, busy, take, path: `/towns/${town.code}/today` };
}

/** Takes a household along on today's list. */
export function TakeAlong({ due }: { due: Due }) {
  const { t } = useTranslation('today');
  const { isOn, busy, take, path } = useTakeAlong();
  if (isOn(due.id)) {
    return <Link to={path}>{t('taken')}</Link>;
  }
  return (
    <Button size="small" loading={busy} onClick={() => void take([due])}>
      {t('take')}
    </Button>
  );
}

/** Takes along all households that are shown, as far as today's list holds them, with the way to it. */
export function TakeAllAlong({ due }: { due: readonly Due[] }) {
  const { t } = useTranslation('today');
  const { list, isOn, busy, take, path } = useTakeAlong();
  const count = list?.households.length ?? 0;
  const others = due.filter(({ id }) => !isOn(id)).slice(0, mostHouseholds - count);
  return (
    <>
      {count > 0 && <Link to={path}>{t('onList', { n: count })}</Link>}
      {others.length > 0 && (
        <Button size="small" loading={busy} onClick={() => void take(others)}>
          {t('takeAll')}
        </Button>
      )}
    </>
  );
}
