import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { useFailureText } from '../ui/failure.ts';
import { addToList, mostHouseholds, TooMany } from './list.ts';
import type { DueBecause } from './sheet.ts';
import { useTodayList } from './useTodayList.ts';

/** A household that may be taken along, with why it is due. */
export interface MayCome {
  id: string;
  because: DueBecause[];
}

/** Today's list of the town whose page it is, and what takes households along on it, with words on what came of it. */
export interface TakingAlong {
  count: number;
  isOn: (household: string) => boolean;
  /** Whether households are being taken along. */
  busy: boolean;
  take: (households: readonly MayCome[]) => void;
  path: string;
}

/** Gives what takes households along; asked for once a page, however many of them it shows. */
export function useTakeAlong(): TakingAlong {
  const { t } = useTranslation('today');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const town = useTown();
  const { account } = useViewer();
  const [busy, setBusy] = useState(false);
  const listed = new Set(useTodayList(account.id, town.code)?.households.map(({ id }) => id));

  async function take(households: readonly MayCome[]) {
    setBusy(true);
    try {
      const { count } = await addToList({ account, town }, households);
      void message.success(t('took', { n: count }));
    } catch (error) {
      void message.error(error instanceof TooMany ? t('tooMany', { most: mostHouseholds }) : textOf(error));
    } finally {
      setBusy(false);
    }
  }

  return {
    count: listed.size,
    isOn: (household) => listed.has(household),
    busy,
    take: (households) => void take(households),
    path: `/towns/${town.code}/today`,
  };
}
