import { useTranslation } from 'react-i18next';
import { timeInShanghai } from '../ui/day.ts';

/** Gives what writes when a patrol began and ended, as far as it was noted; nothing where it was not. */
export function useTimes(): (of: { beganAt: string | null; endedAt: string | null }) => string {
  const { t } = useTranslation('patrols');
  return ({ beganAt, endedAt }) => {
    if (beganAt === null) return '';
    const began = timeInShanghai(beganAt);
    return endedAt === null ? t('since', { began }) : t('time', { began, ended: timeInShanghai(endedAt) });
  };
}
