import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailureText } from '../ui/failure.ts';
import type { VisitList } from './kept.ts';
import { type ListOf, refreshList } from './list.ts';

/** What may be done with the day's list while there is a network: choose households for it, and read it anew. */
export function TodayActions({ of, list }: { of: ListOf; list: VisitList | null }) {
  const { t } = useTranslation('today');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [busy, setBusy] = useState(false);

  async function refresh() {
    setBusy(true);
    try {
      const { count, missing } = await refreshList(of);
      void message.success(
        t(missing.length > 0 ? 'refreshedWithout' : 'refreshed', { n: count, gone: missing.length }),
      );
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Link to={`/towns/${of.town.code}/due`}>
        <Button size="small" tabIndex={-1}>
          {t('choose')}
        </Button>
      </Link>
      {list && (
        <Button size="small" loading={busy} onClick={() => void refresh()}>
          {t('refresh')}
        </Button>
      )}
    </>
  );
}
