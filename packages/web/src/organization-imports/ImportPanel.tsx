import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { DoubtfulImport } from '../imports/DoubtfulImport.tsx';
import { OrganizationDuplicates } from './OrganizationDuplicates.tsx';
import { effects, IMPORT_ORGANIZATIONS, PREVIEW_ORGANIZATION_IMPORT } from './organization-import.ts';

/** Imports a file of organisations, once it is chosen what becomes of those that may be there elsewhere already. */
export function ImportPanel({ town }: { town: string }) {
  const { t } = useTranslation('organizationImports');
  const look = useChange(PREVIEW_ORGANIZATION_IMPORT, { rereads: false });
  const importOrganizations = useChange(IMPORT_ORGANIZATIONS);
  return (
    <DoubtfulImport
      title={t('import')}
      lead={t('lead')}
      pickHint={t('pickHint')}
      fromHint={t('fromHint')}
      effects={effects}
      nameOf={(effect) => t(`effect.${effect}`)}
      look={async (sent) => (await look({ town, ...sent })).previewOrganizationImport}
      bring={async (input) => {
        const { importOrganizations: made } = await importOrganizations({ town, ...input });
        return { title: t('done', made), action: <Link to="../organizations">{t('see')}</Link> };
      }}
    >
      {(choosing) => <OrganizationDuplicates {...choosing} />}
    </DoubtfulImport>
  );
}
