import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Choosing, DuplicateChoice } from '../imports/choices.ts';
import { Duplicates } from '../imports/Duplicates.tsx';
import { organizationPath } from '../organizations/organization.ts';
import type { OrganizationDuplicate } from './organization-import.ts';

/** The rows that may describe an organisation of another unit, with what is to become of each. */
export function OrganizationDuplicates(choosing: Choosing<OrganizationDuplicate, DuplicateChoice>) {
  const { t } = useTranslation('organizationImports');
  return (
    <Duplicates
      {...choosing}
      title={t('duplicates', { n: choosing.count })}
      lead={t('duplicatesLead')}
      named={{ title: t('name'), of: ({ name }) => name }}
      perhaps={(duplicate) => <Perhaps duplicate={duplicate} />}
    />
  );
}

/** Which organisation a row may describe. */
function Perhaps({ duplicate: { organization, otherRow } }: { duplicate: OrganizationDuplicate }) {
  const { t } = useTranslation('organizationImports');
  if (!organization) return otherRow === null ? t('unseen') : t('sameAsRow', { row: otherRow });
  return (
    <span className="tags">
      <Link to={organizationPath(organization.id)}>{organization.name}</Link>
      <span className="hint">{organization.unit?.name}</span>
    </span>
  );
}
