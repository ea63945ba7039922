import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { OrganizationClass } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { EntryFields, type EntryValues } from './EntryFields.tsx';
import { type ListName, organizationClasses } from './organization.ts';

const ADD_KIND = graphql(`
  mutation AddOrganizationKind($input: AddOrganizationKindInput!) { addOrganizationKind(input: $input) { kind { id } } }
`);

const ADD_INDUSTRY = graphql(`
  mutation AddIndustry($input: AddIndustryInput!) { addIndustry(input: $input) { industry { id } } }
`);

/** Adds a kind of organisations, or an industry, to a town's list. */
export function AddEntry({ town, list, onClose }: { town: string; list: ListName; onClose: () => void }) {
  const { t } = useTranslation(['organizations', 'ui']);
  const addKind = useChange(ADD_KIND);
  const addIndustry = useChange(ADD_INDUSTRY);
  return (
    <FormModal<EntryValues & { class: OrganizationClass }>
      title={t(list === 'kinds' ? 'lists.addKind' : 'lists.addIndustry')}
      submitLabel={t('lists.add')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ name, position = null, class: of }) => {
        if (list === 'kinds') await addKind({ town, name, position, class: of });
        else await addIndustry({ town, name, position });
        return t('ui:saved');
      }}
    >
      <EntryFields />
      {list === 'kinds' && (
        <Required chosen name="class" label={t('class')}>
          <Select options={organizationClasses.map((each) => ({ value: each, label: t(`classes.${each}`) }))} />
        </Required>
      )}
    </FormModal>
  );
}
