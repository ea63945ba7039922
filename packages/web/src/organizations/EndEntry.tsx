import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Entry, ListName } from './organization.ts';

const END_KIND = graphql(`
  mutation EndOrganizationKind($input: EndOrganizationKindInput!) {
    endOrganizationKind(input: $input) { kind { id validTo } }
  }
`);

const END_INDUSTRY = graphql(`
  mutation EndIndustry($input: EndIndustryInput!) { endIndustry(input: $input) { industry { id validTo } } }
`);

/** Ends a kind of organisations, or an industry, that a town uses no more. */
export function EndEntry({ list, entry, onClose }: { list: ListName; entry: Entry; onClose: () => void }) {
  const { t } = useTranslation(['organizations', 'ui']);
  const endKind = useChange(END_KIND);
  const endIndustry = useChange(END_INDUSTRY);
  const { id, name, version: expectedVersion } = entry;
  return (
    <FormModal<{ on: string }>
      title={t('lists.stopTitle', { name })}
      lead={t('lists.stopLead')}
      submitLabel={t('lists.stop')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        if (list === 'kinds') await endKind({ kind: id, on, expectedVersion });
        else await endIndustry({ industry: id, on, expectedVersion });
        return t('ui:saved');
      }}
    >
      <DayField name="on" label={t('lists.endOn')} />
    </FormModal>
  );
}
