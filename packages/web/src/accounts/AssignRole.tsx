import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { type Duty, DutyFields, dutyOf, townRoles } from './DutyFields.tsx';

const ASSIGN_ROLE = graphql(`
  mutation AssignRole($input: AssignRoleInput!) {
    assignRole(input: $input) { account { id name } }
  }
`);

interface Props {
  town: string;
  account: { id: string; displayName: string };
  onClose: () => void;
}

/** Gives an account another role in the town. */
export function AssignRole({ town, account, onClose }: Props) {
  const { t } = useTranslation('accounts');
  const assign = useChange(ASSIGN_ROLE);
  return (
    <FormModal<Duty>
      title={t('assignTitle', { name: account.displayName })}
      submitLabel={t('assign')}
      initialValues={{ role: 'UNIT_OFFICER' }}
      onClose={onClose}
      onSubmit={async (duty) => {
        await assign({ account: account.id, ...dutyOf(duty) });
        return t('assigned');
      }}
    >
      <DutyFields town={town} roles={townRoles} />
    </FormModal>
  );
}
