import { useQuery } from '@apollo/client/react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { readFailure } from '../errors.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Failed } from '../ui/States.tsx';

const ADDRESS_TO_SET = graphql(`
  query AddressToSet($id: ID!) @purpose(of: UPKEEP) { household(id: $id) { id version address } }
`);

const SET_ADDRESS = graphql(`
  mutation SetAddress($input: SetAddressInput!) @purpose(of: UPKEEP) { setAddress(input: $input) { household { id version } } }
`);

/** Sets where a household lives. */
export function SetAddress({ household: id, onClose }: { household: string; onClose: () => void }) {
  const { t } = useTranslation('residents');
  const { data, error, refetch } = useQuery(ADDRESS_TO_SET, { variables: { id }, fetchPolicy: 'no-cache' });
  const set = useChange(SET_ADDRESS);
  const household = data?.household;
  if (!household) return error ? <Failed error={error} retry={() => void refetch()} /> : null;
  return (
    <FormModal<{ address: string; from: string }>
      title={t('addressTitle')}
      lead={t('addressLead')}
      readsFor="UPKEEP"
      submitLabel={t('save')}
      initialValues={{ address: household.address ?? '', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ address, from }) => {
        try {
          await set({ household: id, address, from, expectedVersion: household.version });
        } catch (fault) {
          if (readFailure(fault).conflicts.length > 0) await refetch();
          throw fault;
        }
        return t('addressSet');
      }}
    >
      <Required name="address" label={t('address')}>
        <Input maxLength={most.address} autoComplete="off" />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
