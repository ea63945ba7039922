import { useTranslation } from 'react-i18next';
import type { CoverageGroup } from './coverage.ts';

/** Gives what a group of organisations is called. */
export function useGroupName(): (group: CoverageGroup) => string {
  const { t } = useTranslation(['coverageRates', 'organizations']);
  return (group) => {
    if (group.class) return t(`organizations:classes.${group.class}`);
    if (group.management) return t(`managements.${group.management}`);
    return group.name ?? t('rest');
  };
}
