import { useTranslation } from 'react-i18next';

/** How many there were in each month, as bars beside each other, and as words for whoever does not see them. */
export function Months({ months }: { months: readonly { month: string; count: number }[] }) {
  const { t } = useTranslation('subjects');
  if (months.length < 2) return null;
  const most = Math.max(1, ...months.map(({ count }) => count));
  const words = months.map(({ month, count }) => `${month.slice(0, 7)} ${count}`).join(', ');
  return (
    <div className="month-bars" role="img" aria-label={`${t('byMonth')}: ${words}`} title={words}>
      {months.map(({ month, count }) => (
        <span key={month} style={{ height: `${Math.max(count === 0 ? 0 : 8, (100 * count) / most)}%` }} />
      ))}
    </div>
  );
}
