import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import type { Choosing, DuplicateChoice } from '../imports/choices.ts';
import { Duplicates } from '../imports/Duplicates.tsx';
import type { Duplicate } from './household-import.ts';

/** The rows that may describe somebody whom another household has already, with what is to become of each. */
export function HouseholdDuplicates(choosing: Choosing<Duplicate, DuplicateChoice>) {
  const { t } = useTranslation('householdImports');
  return (
    <Duplicates
      {...choosing}
      title={t('duplicates', { n: choosing.count })}
      lead={t('duplicatesLead')}
      named={{ title: t('code'), of: ({ code }) => code }}
      perhaps={(duplicate) => <Perhaps duplicate={duplicate} />}
    />
  );
}

/** Whom a row may describe. */
function Perhaps({ duplicate: { household, otherRow } }: { duplicate: Duplicate }) {
  const { t } = useTranslation(['householdImports', 'households']);
  if (!household) return otherRow === null ? t('unseen') : t('sameAsRow', { row: otherRow });
  return (
    <span className="tags">
      <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>
      {household.label && <span>{household.label}</span>}
      <span className="hint">{household.address}</span>
    </span>
  );
}
