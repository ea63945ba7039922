import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { type Duty, DutyFields, dutyOf, type TownRole } from './DutyFields.tsx';
import { PasswordOnce } from './PasswordOnce.tsx';

const OPEN_ACCOUNT = graphql(`
  mutation OpenAccount($input: OpenAccountInput!) {
    openAccount(input: $input) { account { id name } password }
  }
`);

interface Props {
  town: string;
  roles: readonly TownRole[];
  /** Whether it is also said as whom the account acts, which the town itself says. */
  asks: boolean;
  onClose: () => void;
}

/** Opens an account in a town with its first role, then shows the password once. */
export function OpenAccount({ town, roles, asks, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'ui']);
  const open = useChange(OPEN_ACCOUNT);
  const register = useRegister(town);
  const [opened, setOpened] = useState<{ name: string; password: string | null } | null>(null);
  if (opened) {
    return <PasswordOnce title={t('opened', { name: opened.name })} password={opened.password} onClose={onClose} />;
  }
  return (
    <FormModal<{ name: string; displayName: string; person?: string } & Duty>
      title={t('openTitle')}
      submitLabel={t('open')}
      initialValues={{ role: roles[0] ?? 'TOWN_ADMINISTRATOR' }}
      onClose={onClose}
      onSubmit={async ({ name, displayName, person, ...duty }) => {
        const { openAccount } = await open({
          town,
          name: name.trim(),
          displayName: displayName.trim(),
          person: person === undefined ? null : await register.person(person),
          ...dutyOf(duty),
        });
        setOpened({ name: openAccount.account.name, password: openAccount.password });
        return null;
      }}
    >
      <Required name="displayName" label={t('displayName')}>
        <Input autoFocus autoComplete="off" maxLength={most.name} />
      </Required>
      <Required name="name" label={t('shortName', { code: town })} extra={t('shortNameRule')}>
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} suffix={`-${town}`} />
      </Required>
      <DutyFields town={town} roles={roles} />
      {asks && (
        <Form.Item name="person" label={t('person')} extra={t('personExtra')}>
          <PersonPicker town={town} />
        </Form.Item>
      )}
    </FormModal>
  );
}
