import { useTranslation } from 'react-i18next';
import type { CoverageRate } from '../generated/graphql.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { useLinkWith } from '../ui/useAddress.ts';
import { type CoverageChoice, type CoverageGroup, narrowerThan, rates } from './coverage.ts';
import { useGroupName } from './useGroupName.ts';

interface Props {
  group: CoverageGroup;
  rate: CoverageRate;
  choice: CoverageChoice;
}

/** A rate of a group, with how many of how many. It opens the group with what this rate misses. */
export function GroupRate({ group, rate, choice }: Props) {
  const { t } = useTranslation('coverageRates');
  const nameOf = useGroupName();
  const linkWith = useLinkWith();
  const { numerator, denominator, rounded } = group[rates[rate]];
  const narrower = narrowerThan(group, choice);
  const text = rounded ?? '—';
  return (
    <>
      {narrower ? (
        <NumberLink
          to={linkWith({ ...narrower, rate })}
          zero={numerator === 0}
          label={t('openRate', { group: nameOf(group), rate: t(`rates.${rate}`), value: text })}
        >
          {text}
        </NumberLink>
      ) : (
        text
      )}{' '}
      <span className="hint nowrap">
        {numerator} / {denominator}
      </span>
    </>
  );
}
