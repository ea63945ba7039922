import { useTranslation } from 'react-i18next';
import type { RuleSaid } from './deliberation.ts';

/** Says a rule in words: which part of whom has to be for it, and how many have to vote. */
export function useRuleWords(): (rule: RuleSaid) => string {
  const { t } = useTranslation('deliberations');
  return ({ numerator, denominator, moreThan, base, turnoutNumerator, turnoutDenominator }) => {
    const part = `${numerator}/${denominator}`;
    const threshold = t(moreThan ? 'moreThan' : 'atLeast', { of: t(`bases.${base}`), part });
    return turnoutNumerator === null
      ? threshold
      : t('withTurnout', { part: `${turnoutNumerator}/${turnoutDenominator}`, threshold });
  };
}
