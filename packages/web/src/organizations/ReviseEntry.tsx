import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { EntryFields, type EntryValues } from './EntryFields.tsx';
import type { Entry, ListName } from './organization.ts';

const REVISE_KIND = graphql(`
  mutation ReviseOrganizationKind($input: ReviseOrganizationKindInput!) {
    reviseOrganizationKind(input: $input) { kind { id version } }
  }
`);

const REVISE_INDUSTRY = graphql(`
  mutation ReviseIndustry($input: ReviseIndustryInput!) { reviseIndustry(input: $input) { industry { id version } } }
`);

/** Gives a kind of organisations, or an industry, another name or place in the list. */
export function ReviseEntry({ list, entry, onClose }: { list: ListName; entry: Entry; onClose: () => void }) {
  const { t } = useTranslation(['organizations', 'ui']);
  const reviseKind = useChange(REVISE_KIND);
  const reviseIndustry = useChange(REVISE_INDUSTRY);
  const { id, name, position, version: expectedVersion } = entry;
  return (
    <FormModal<EntryValues>
      title={t('lists.reviseTitle', { name })}
      lead={t('lists.reviseLead')}
      submitLabel={t('ui:save')}
      initialValues={{ name, position }}
      onClose={onClose}
      onSubmit={async (values) => {
        const input = { name: values.name, position: values.position ?? position, expectedVersion };
        if (list === 'kinds') await reviseKind({ kind: id, ...input });
        else await reviseIndustry({ industry: id, ...input });
        return t('ui:saved');
      }}
    >
      <EntryFields />
    </FormModal>
  );
}
