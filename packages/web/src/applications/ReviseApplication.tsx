import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { ApplicationFields, type ApplicationValues, saidIn } from './ApplicationFields.tsx';
import type { MyApplication } from './application.ts';

const REVISE_APPLICATION = graphql(`
  mutation ReviseApplication($input: ReviseApplicationInput!) {
    reviseApplication(input: $input) { application { id } }
  }
`);

/** Says anew what an application is, and what it asks for. */
export function ReviseApplication({ application, onClose }: { application: MyApplication; onClose: () => void }) {
  const { t } = useTranslation(['applications', 'ui']);
  const revise = useChange(REVISE_APPLICATION);
  const { name, description, homepage, redirectUris, scopes } = application;
  return (
    <FormModal<ApplicationValues>
      title={t('reviseTitle', { name })}
      lead={t('reviseLead')}
      submitLabel={t('ui:save')}
      initialValues={{
        ...{ name, description, scopes, redirectUris: (redirectUris ?? []).join('\n') },
        ...(homepage === null ? {} : { homepage }),
      }}
      onClose={onClose}
      onSubmit={async (values) => {
        await revise({ application: application.id, ...saidIn(values) });
        return t('ui:saved');
      }}
    >
      <ApplicationFields />
    </FormModal>
  );
}
