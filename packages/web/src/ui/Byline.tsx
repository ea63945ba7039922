import { useTranslation } from 'react-i18next';
import { momentInShanghai } from './day.ts';

/** Who recorded something, and when: `by` is null for what no account did, or none that the reader may know. */
export function Byline({ by, at }: { by: string | null; at: string }) {
  const { t, i18n } = useTranslation('ui');
  return <>{t('byline', { by: by ?? t('someone'), at: momentInShanghai(at, i18n.language) })}</>;
}
