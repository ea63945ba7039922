import { useTranslation } from 'react-i18next';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { withChange } from '../ui/useAddress.ts';
import { type CoverageChoice, type CoverageGroup, narrowerThan } from './coverage.ts';
import { useGroupName } from './useGroupName.ts';

interface Props {
  town: Town;
  group: CoverageGroup;
  choice: CoverageChoice;
}

/** How many organisations a group has, which opens their list where the viewer sees it and it can be narrowed to the group. */
export function OrganizationCount({ town, group, choice }: Props) {
  const { t } = useTranslation('coverageRates');
  const nameOf = useGroupName();
  const { organizations: n, management } = group;
  const narrower = narrowerThan(group, choice);
  // The list has neither managements nor bases: what it shows would be others.
  const listed = choice.management === null && management === null && choice.basis === 'AS_RECORDED';
  if (!narrower || !listed || !town.viewerCanSomewhere.includes('ORGANIZATION_READ')) return n;
  const { unit, kind, industry, on } = choice;
  const asOf = on === dayInShanghai() ? null : on;
  const params = withChange(new URLSearchParams(), {
    ...{ unit, kind, industry, asOf, class: choice.class },
    ...narrower,
    by: null,
  });
  return (
    <NumberLink
      to={`/towns/${town.code}/organizations?${params}`}
      zero={n === 0}
      label={t('openOrganizations', { group: nameOf(group), n })}
    >
      {n}
    </NumberLink>
  );
}
