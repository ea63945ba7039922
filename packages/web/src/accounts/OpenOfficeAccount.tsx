import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { PasswordOnce } from './PasswordOnce.tsx';

const OPEN_OFFICE_ACCOUNT = graphql(`
  mutation OpenOfficeAccount($input: OpenOfficeAccountInput!) {
    openOfficeAccount(input: $input) { account { id name } password }
  }
`);

const PLATFORM = 'PLATFORM';

interface Props {
  districts: readonly { code: string; name: string }[];
  onClose: () => void;
}

/** Opens an account of a district office, or of another operator, then shows the password once. */
export function OpenOfficeAccount({ districts, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'ui']);
  const open = useChange(OPEN_OFFICE_ACCOUNT);
  const [opened, setOpened] = useState<{ name: string; password: string | null } | null>(null);
  if (opened) {
    return <PasswordOnce title={t('opened', { name: opened.name })} password={opened.password} onClose={onClose} />;
  }
  return (
    <FormModal<{ name: string; displayName: string; district: string }>
      title={t('office.title')}
      submitLabel={t('open')}
      initialValues={districts[0] ? { district: districts[0].code } : {}}
      onClose={onClose}
      onSubmit={async ({ name, displayName, district }) => {
        const { openOfficeAccount } = await open({
          name: name.trim(),
          displayName: displayName.trim(),
          district: district === PLATFORM ? null : district,
        });
        setOpened({ name: openOfficeAccount.account.name, password: openOfficeAccount.password });
        return null;
      }}
    >
      <Form.Item name="district" label={t('office.scope')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            ...districts.map(({ code, name }) => ({ value: code, label: name })),
            { value: PLATFORM, label: t('office.operator') },
          ]}
        />
      </Form.Item>
      <Required name="displayName" label={t('displayName')}>
        <Input autoFocus autoComplete="off" maxLength={most.name} />
      </Required>
      <Required name="name" label={t('office.name')} extra={t('shortNameRule')}>
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Required>
    </FormModal>
  );
}
