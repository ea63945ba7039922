import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { duplicatesIn, restOf, rowsOf, undecided } from '../imports/choices.ts';
import { DoubtfulImport } from '../imports/DoubtfulImport.tsx';
import { OrganizationDifferences } from './OrganizationDifferences.tsx';
import { OrganizationDuplicates } from './OrganizationDuplicates.tsx';
import {
  differencesIn,
  effects,
  IMPORT_ORGANIZATIONS,
  PREVIEW_ORGANIZATION_IMPORT,
  unanswered,
} from './organization-import.ts';

/**
 * Imports a file of organisations, once it is chosen what becomes of those that may be there elsewhere already, and of those
 * that are there and of which it says something else.
 */
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
      unanswered={unanswered}
      look={async (sent) => (await look({ town, ...sent })).previewOrganizationImport}
      undecided={(outlook, { duplicates, differences }) =>
        undecided(duplicatesIn(outlook), duplicates) + undecided(differencesIn(outlook), differences)
      }
      bring={async (input, { duplicates, differences }) => {
        const { importOrganizations: made } = await importOrganizations({
          ...{ town, ...input, duplicates: restOf(duplicates), choices: rowsOf(duplicates) },
          ...{ differences: restOf(differences), differenceChoices: rowsOf(differences) },
        });
        return { title: t('done', made), action: <Link to="../organizations">{t('see')}</Link> };
      }}
    >
      {(outlook, answers, onAnswer) => (
        <>
          <OrganizationDifferences
            {...differencesIn(outlook)}
            choices={answers.differences}
            onChoose={(differences) => onAnswer({ ...answers, differences })}
          />
          <OrganizationDuplicates
            {...duplicatesIn(outlook)}
            choices={answers.duplicates}
            onChoose={(duplicates) => onAnswer({ ...answers, duplicates })}
          />
        </>
      )}
    </DoubtfulImport>
  );
}
