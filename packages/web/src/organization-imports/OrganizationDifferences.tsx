import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Choosing } from '../imports/choices.ts';
import { RowChoices } from '../imports/RowChoices.tsx';
import { organizationPath } from '../organizations/organization.ts';
import type { DifferenceChoice, OrganizationDifference } from './organization-import.ts';

/** The rows that say something else of organisations that are there, with both values and what is to become of each. */
export function OrganizationDifferences(choosing: Choosing<OrganizationDifference, DifferenceChoice>) {
  const { t } = useTranslation('organizationImports');
  return (
    <RowChoices
      {...choosing}
      title={t('differences', { n: choosing.count })}
      lead={t('differencesLead')}
      options={[
        { value: 'KEEP', label: t('keep'), all: t('keepAll') },
        { value: 'REVISE', label: t('revise'), all: t('reviseAll') },
      ]}
      columns={[
        {
          title: t('name'),
          key: 'organization',
          render: (_, { organization }) =>
            organization ? (
              <>
                <Link to={organizationPath(organization.id)}>{organization.name}</Link>
                <div className="hint">{organization.unit?.name}</div>
              </>
            ) : (
              t('unseen')
            ),
        },
        { title: t('facts'), key: 'facts', render: (_, difference) => <Facts {...difference} /> },
        { title: t('revisedFrom'), dataIndex: 'from' },
      ]}
    />
  );
}

/** What a row says otherwise than the town, with both values where what is there is open to the viewer. */
function Facts({ facts, organization }: Pick<OrganizationDifference, 'facts' | 'organization'>) {
  const { t } = useTranslation('organizationImports');
  return facts.map(({ column, there, told }) => (
    <div key={column}>
      {column} <span className="hint">{t('there')}</span> {there ?? (organization ? t('none') : t('unseen'))}{' '}
      <span className="hint">{t('told')}</span> <b>{told}</b>
    </div>
  ));
}
