import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { ApplicationFields, type ApplicationValues, saidIn } from './ApplicationFields.tsx';
import { SecretOnce } from './SecretOnce.tsx';

const REGISTER_APPLICATION = graphql(`
  mutation RegisterApplication($input: RegisterApplicationInput!) {
    registerApplication(input: $input) { application { id name } secret }
  }
`);

/** Registers an application, then shows its secret once, if it keeps one. */
export function RegisterApplication({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('applications');
  const register = useChange(REGISTER_APPLICATION);
  const [made, setMade] = useState<{ name: string; secret: string | null } | null>(null);
  if (made) return <SecretOnce title={t('registered', { name: made.name })} secret={made.secret} onClose={onClose} />;
  return (
    <FormModal<ApplicationValues>
      title={t('register')}
      lead={t('registerLead')}
      submitLabel={t('register')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        const confidential = !values.keepsNoSecret;
        const { application, secret } = (await register({ ...saidIn(values), confidential })).registerApplication;
        const { name } = application;
        if (!confidential) return t('registered', { name });
        setMade({ name, secret });
        return null;
      }}
    >
      <ApplicationFields isNew />
    </FormModal>
  );
}
