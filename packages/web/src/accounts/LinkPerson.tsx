import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { FormModal } from '../ui/FormModal.tsx';
import type { TownAccount } from './town-account.ts';

const LINK_ACCOUNT = graphql(`
  mutation LinkAccountToPerson($input: LinkAccountToPersonInput!) {
    linkAccountToPerson(input: $input) { account { id person { id name } } }
  }
`);

interface Props {
  town: string;
  account: TownAccount;
  onClose: () => void;
}

/** Says as which person an account acts in the town, or that it acts as nobody. */
export function LinkPerson({ town, account, onClose }: Props) {
  const { t } = useTranslation('accounts');
  const link = useChange(LINK_ACCOUNT);
  const register = useRegister(town);
  return (
    <FormModal<{ person?: string }>
      title={t('linkTitle', { name: account.displayName })}
      lead={t('linkLead')}
      submitLabel={t('link')}
      initialValues={{ ...(account.person ? { person: account.person.id } : {}) }}
      onClose={onClose}
      onSubmit={async ({ person }) => {
        await link({ account: account.id, person: person === undefined ? null : await register.person(person) });
        return t('linked');
      }}
    >
      <Form.Item name="person" label={t('person')} extra={t('personExtra')}>
        <PersonPicker town={town} known={account.person} />
      </Form.Item>
    </FormModal>
  );
}
