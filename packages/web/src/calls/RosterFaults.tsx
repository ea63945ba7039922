import { useTranslation } from 'react-i18next';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Roster } from './roster.ts';

/** What is wrong with a week of a roster, in words: hours without anybody, and who or which number is booked twice. */
export function RosterFaults({ roster: { gaps, doubleBookings } }: { roster: Roster }) {
  const { t, i18n } = useTranslation('calls');
  const list = useList();
  if (gaps.length + doubleBookings.length === 0) return null;
  const span = ({ from, to }: { from: string; to: string }) =>
    `${momentInShanghai(from, i18n.language)} – ${momentInShanghai(to, i18n.language)}`;
  return (
    <Panel title={t('faults', { n: gaps.length + doubleBookings.length })}>
      <ul className="plain">
        {gaps.map((gap) => (
          <li key={gap.from}>
            <strong>{t('gap')}</strong> {span(gap)}
          </li>
        ))}
        {doubleBookings.map(({ kind, duties, ...when }) => (
          <li key={duties.map(({ id }) => id).join()}>
            <strong>{t(`bookedTwice.${kind}`)}</strong> {span(when)}{' '}
            {list([...new Set(duties.flatMap(({ person }) => person?.name ?? []))])}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
