import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { readFailure } from '../errors.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Failed } from '../ui/States.tsx';
import { ResidentFields, type ResidentValues, residentInput } from './ResidentFields.tsx';

const RESIDENT_TO_REVISE = graphql(`
  query ResidentToRevise($id: ID!) @purpose(of: UPKEEP) {
    resident(id: $id) { id version name birthYear telephone }
  }
`);

const REVISE_RESIDENT = graphql(`
  mutation ReviseResident($input: ReviseResidentInput!) @purpose(of: UPKEEP) {
    reviseResident(input: $input) { resident { id version } }
  }
`);

/** Corrects what is known of a resident. Where somebody else did so meanwhile, both values are shown, to choose. */
export function ReviseResident({ resident: id, onClose }: { resident: string; onClose: () => void }) {
  const { t } = useTranslation('residents');
  const { data, error, refetch } = useQuery(RESIDENT_TO_REVISE, { variables: { id }, fetchPolicy: 'no-cache' });
  const revise = useChange(REVISE_RESIDENT);
  const resident = data?.resident;
  if (!resident) return error ? <Failed error={error} retry={() => void refetch()} /> : null;
  const { name, birthYear, telephone } = resident;
  return (
    <FormModal<ResidentValues>
      title={t('reviseTitle', { name })}
      readsFor="UPKEEP"
      submitLabel={t('save')}
      initialValues={{ name, birthYear, ...(telephone === null ? {} : { telephone }) }}
      onClose={onClose}
      onSubmit={async (values) => {
        try {
          await revise({ resident: id, ...residentInput(values), expectedVersion: resident.version });
        } catch (fault) {
          // What was typed stays in the form; sent again, it is a choice against what the others wrote.
          if (readFailure(fault).conflicts.length > 0) await refetch();
          throw fault;
        }
        return t('revised', { name: values.name });
      }}
    >
      <ResidentFields />
    </FormModal>
  );
}
