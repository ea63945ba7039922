import { Alert, Button } from 'antd';
import { createContext, type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DateInput } from './DateInput.tsx';
import { dayInShanghai, isDay } from './day.ts';
import { useAddress } from './useAddress.ts';

const DayContext = createContext<string | null>(null);

/** Shows what is inside it as of a day, whatever the address says, as what has ended is shown as it was last. */
export function ShownOn({ day, children }: { day: string; children: ReactNode }) {
  return <DayContext value={day}>{children}</DayContext>;
}

/** The day that a page shows, out of its address (`?asOf=2013-12-30`): null for today, or where that names no day. */
export function useAsOf(): string | null {
  const within = use(DayContext);
  const asked = useSearchParams()[0].get('asOf');
  if (within !== null) return within;
  return isDay(asked) && asked !== dayInShanghai() ? asked : null;
}

/** An address as of a day; null is today, which an address does not say. */
export function pathOn(path: string, asOf: string | null): string {
  return asOf === null || asOf === dayInShanghai() ? path : `${path}?asOf=${asOf}`;
}

/** An address of what is there since a day: today's, or that day's where it lies ahead. */
export function pathSince(path: string, day: string): string {
  return pathOn(path, day > dayInShanghai() ? day : null);
}

function useChooseDay(): (day: string | null) => void {
  const [, choose] = useAddress();
  return (day) => choose({ asOf: day === dayInShanghai() ? null : day });
}

/** Chooses the day that the page shows. */
export function DayPicker() {
  const { t } = useTranslation('ui');
  const asOf = useAsOf();
  const choose = useChooseDay();
  return (
    <span className="day-picker">
      <label htmlFor="as-of">{t('asOf.label')}</label>
      <DateInput id="as-of" clearable={false} value={asOf ?? dayInShanghai()} onChange={(day) => choose(day ?? null)} />
    </span>
  );
}

/** Says that the page shows another day than today, where it does. */
export function DayBanner() {
  const { t } = useTranslation('ui');
  const asOf = useAsOf();
  const choose = useChooseDay();
  if (asOf === null) return null;
  return (
    <Alert
      className="notice"
      type="info"
      showIcon
      title={t(asOf > dayInShanghai() ? 'asOf.coming' : 'asOf.past', { day: asOf })}
      action={
        <Button size="small" onClick={() => choose(null)}>
          {t('asOf.today')}
        </Button>
      }
    />
  );
}
