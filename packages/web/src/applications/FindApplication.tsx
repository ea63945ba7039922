import { useApolloClient } from '@apollo/client/react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldProblem, readFailure } from '../errors.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { APPLICATION, type Application } from './application.ts';

interface Props {
  onFound: (application: Application) => void;
  onClose: () => void;
}

/** Finds the application that a town is asked to consent to, by the id that its developer gave. */
export function FindApplication({ onFound, onClose }: Props) {
  const { t } = useTranslation('applications');
  const client = useApolloClient();

  async function find(clientId: string): Promise<Application | null> {
    try {
      const { data } = await client.query({
        query: APPLICATION,
        variables: { clientId },
        fetchPolicy: 'network-only',
      });
      return data?.application ?? null;
    } catch (error) {
      if (readFailure(error).code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  return (
    <FormModal<{ clientId: string }>
      title={t('consentTitle')}
      lead={t('findLead')}
      submitLabel={t('next')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ clientId }) => {
        const application = await find(clientId.trim().toLowerCase());
        if (!application) throw new FieldProblem('clientId', t('noApplication'));
        if (application.endedAt !== null)
          throw new FieldProblem('clientId', t('isOutOfUse', { name: application.name }));
        onFound(application);
        return null;
      }}
    >
      <Required name="clientId" label={t('clientId')}>
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Required>
    </FormModal>
  );
}
