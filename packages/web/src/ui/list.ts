import { useTranslation } from 'react-i18next';

/** Gives what writes several names one after the other, as the reader's language does. */
export function useList(): (names: readonly string[]) => string {
  const { t } = useTranslation('ui');
  return (names) => names.join(t('and'));
}
