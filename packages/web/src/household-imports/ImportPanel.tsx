import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { type Choices, chosenOf, noChoices } from '../imports/choices.ts';
import { ImportForm, type Sent } from '../imports/ImportForm.tsx';
import { type HouseholdOutlook, IMPORT_HOUSEHOLDS, PREVIEW_HOUSEHOLD_IMPORT } from './household-import.ts';
import { OutlookPanel } from './OutlookPanel.tsx';

interface Looked {
  sent: Sent;
  outlook: HouseholdOutlook;
  choices: Choices;
}

/** Imports a file of households, once it is chosen what becomes of everybody in it who may be known already. */
export function ImportPanel({ town }: { town: string }) {
  const { t } = useTranslation('householdImports');
  const look = useChange(PREVIEW_HOUSEHOLD_IMPORT, { rereads: false });
  const importHouseholds = useChange(IMPORT_HOUSEHOLDS);
  return (
    <ImportForm<Looked>
      title={t('import')}
      lead={t('lead')}
      pickHint={t('pickHint')}
      fromHint={t('fromHint')}
      look={async (sent) => {
        const { previewHouseholdImport: outlook } = await look({ town, ...sent });
        return { sent, outlook, choices: noChoices };
      }}
      bring={async ({ sent, outlook, choices }) => {
        const input = { town, ...sent, expectedDigest: outlook.digest, ...chosenOf(choices) };
        const { importHouseholds: made } = await importHouseholds(input);
        return { title: t('done', made), action: <Link to="../find">{t('find')}</Link> };
      }}
    >
      {({ sent, outlook, choices }, button, change) => (
        <OutlookPanel
          outlook={outlook}
          fileName={sent.fileName}
          choices={choices}
          onChoose={(chosen) => change({ sent, outlook, choices: chosen })}
        >
          {button}
        </OutlookPanel>
      )}
    </ImportForm>
  );
}
