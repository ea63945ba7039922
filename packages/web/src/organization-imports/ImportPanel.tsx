import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { type Choices, chosenOf, noChoices } from '../imports/choices.ts';
import { ImportForm, type Sent } from '../imports/ImportForm.tsx';
import { OutlookPanel } from './OutlookPanel.tsx';
import { IMPORT_ORGANIZATIONS, type OrganizationOutlook, PREVIEW_ORGANIZATION_IMPORT } from './organization-import.ts';

interface Looked {
  sent: Sent;
  outlook: OrganizationOutlook;
  choices: Choices;
}

/** Imports a file of organisations, once it is chosen what becomes of those that may be there elsewhere already. */
export function ImportPanel({ town }: { town: string }) {
  const { t } = useTranslation('organizationImports');
  const look = useChange(PREVIEW_ORGANIZATION_IMPORT, { rereads: false });
  const importOrganizations = useChange(IMPORT_ORGANIZATIONS);
  return (
    <ImportForm<Looked>
      title={t('import')}
      lead={t('lead')}
      pickHint={t('pickHint')}
      fromHint={t('fromHint')}
      look={async (sent) => {
        const { previewOrganizationImport: outlook } = await look({ town, ...sent });
        return { sent, outlook, choices: noChoices };
      }}
      bring={async ({ sent, outlook, choices }) => {
        const input = { town, ...sent, expectedDigest: outlook.digest, ...chosenOf(choices) };
        const { importOrganizations: made } = await importOrganizations(input);
        return { title: t('done', made), action: <Link to="../organizations">{t('see')}</Link> };
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
