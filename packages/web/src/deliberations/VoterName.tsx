import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import type { Objection } from './deliberation.ts';

/** Who votes: a household, by whom and where it is known, or a person. */
export function VoterName({ voter }: { voter: Objection['voter'] }) {
  const { t } = useTranslation(['deliberations', 'households']);
  const { household, person } = voter;
  if (household === null) return <div>{person?.name ?? t('somebody')}</div>;
  return (
    <div>
      <Link to={householdPath(household.id)}>{household.label ?? household.code ?? t('households:noCode')}</Link>
    </div>
  );
}
