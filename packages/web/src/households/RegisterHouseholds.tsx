import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { numbersIn } from './household.ts';

const REGISTER_HOUSEHOLDS = graphql(`
  mutation RegisterHouseholds($input: RegisterHouseholdsInput!) {
    registerHouseholds(input: $input) { households { id } }
  }
`);

/** Registers households in a block, one number a line. */
export function RegisterHouseholds({ block, onClose }: { block: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation(['households', 'ui']);
  const register = useChange(REGISTER_HOUSEHOLDS);
  return (
    <FormModal<{ codes: string; from: string }>
      title={t('registerTitle', { block: block.name })}
      submitLabel={t('register')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ codes, from }) => {
        const { registerHouseholds } = await register({ block: block.id, codes: numbersIn(codes), from });
        return t('registered', { n: registerHouseholds.households.length });
      }}
    >
      <Required name="codes" label={t('codes')} extra={t('codesHint')}>
        <Input.TextArea autoFocus rows={5} autoComplete="off" />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
