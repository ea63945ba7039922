import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { duplicatesIn, restOf, rowsOf, undecided } from '../imports/choices.ts';
import { DoubtfulImport } from '../imports/DoubtfulImport.tsx';
import { HouseholdDuplicates } from './HouseholdDuplicates.tsx';
import { effects, IMPORT_HOUSEHOLDS, PREVIEW_HOUSEHOLD_IMPORT, unanswered } from './household-import.ts';

/** Imports a file of households, once it is chosen what becomes of everybody in it who may be known already. */
export function ImportPanel({ town }: { town: string }) {
  const { t } = useTranslation('householdImports');
  const look = useChange(PREVIEW_HOUSEHOLD_IMPORT, { rereads: false });
  const importHouseholds = useChange(IMPORT_HOUSEHOLDS);
  return (
    <DoubtfulImport
      title={t('import')}
      lead={t('lead')}
      pickHint={t('pickHint')}
      fromHint={t('fromHint')}
      effects={effects}
      nameOf={(effect) => t(`effect.${effect}`)}
      unanswered={unanswered}
      look={async (sent) => (await look({ town, ...sent })).previewHouseholdImport}
      undecided={(outlook, choices) => undecided(duplicatesIn(outlook), choices)}
      bring={async (input, choices) => {
        const { importHouseholds: made } = await importHouseholds({
          ...{ town, ...input, duplicates: restOf(choices), choices: rowsOf(choices) },
        });
        return { title: t('done', made), action: <Link to="../find">{t('find')}</Link> };
      }}
    >
      {(outlook, choices, onChoose) => <HouseholdDuplicates {...duplicatesIn(outlook)} {...{ choices, onChoose }} />}
    </DoubtfulImport>
  );
}
