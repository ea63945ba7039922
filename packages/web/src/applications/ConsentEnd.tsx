import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { dayBefore, momentInShanghai } from '../ui/day.ts';
import type { Consent } from './application.ts';

/** Until when a consent holds, or why it holds no more. */
export function ConsentEnd({ consent }: { consent: Pick<Consent, 'validTo' | 'endedAt' | 'endedBecause'> }) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const { validTo, endedAt, endedBecause } = consent;
  const day = validTo === null ? '' : dayBefore(validTo);
  if (endedBecause !== null) {
    const at = endedAt === null ? '' : momentInShanghai(endedAt, language);
    return <p>{t(`endedBecause.${endedBecause}`, { day, at })}</p>;
  }
  return <p>{validTo === null ? t('untilWithdrawn') : t('until', { day })}</p>;
}
