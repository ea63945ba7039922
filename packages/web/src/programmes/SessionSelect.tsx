import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayInShanghai } from '../ui/day.ts';
import { Required } from '../ui/Required.tsx';
import type { Programme } from './programme.ts';

/** Chooses one of the days of a programme that are to come, each with how many places are left. */
export function SessionSelect({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const today = dayInShanghai();
  const options = programme.sessions
    .filter(({ calledOffAt, heldOn }) => calledOffAt === null && heldOn >= today)
    .map(({ id, heldOn, time, places, enrolled }) => {
      const left = places === null ? '' : ` · ${t('left', { n: Math.max(places - (enrolled ?? 0), 0) })}`;
      return { value: id, label: `${heldOn} ${time ?? ''}${left}` };
    });
  return (
    <Required chosen name="session" label={t('session')}>
      <Select options={options} />
    </Required>
  );
}
