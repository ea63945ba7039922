import { useQuery } from '@apollo/client/react';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { householdPath } from '../households/household.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Failed } from '../ui/States.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import type { Home } from './resident.ts';

const MEMBERS_TO_SPLIT = graphql(`
  query MembersToSplit($id: ID!) @purpose(of: UPKEEP) {
    household(id: $id) { id version residents { id name birthYear } }
  }
`);

const SPLIT_HOUSEHOLD = graphql(`
  mutation SplitHousehold($input: SplitHouseholdInput!) { splitHousehold(input: $input) { founded { id } } }
`);

interface Values {
  residents: string[];
  code: string;
  newHead?: string;
  block?: string;
  address?: string;
  from: string;
}

/** Lets some members of a household found one of their own, whose page is opened then. */
export function SplitHousehold({ household, town, onClose }: { household: Home; town: string; onClose: () => void }) {
  const { t } = useTranslation('residents');
  const navigate = useNavigate();
  const split = useChange(SPLIT_HOUSEHOLD);
  const { id } = household;
  const { data, error, refetch } = useQuery(MEMBERS_TO_SPLIT, { variables: { id }, fetchPolicy: 'no-cache' });
  const members = data?.household?.residents;
  if (!data?.household || !members) return error ? <Failed error={error} retry={() => void refetch()} /> : null;
  const { version } = data.household;
  const options = members.map(({ id: value, name, birthYear }) => ({
    value,
    label: birthYear === null ? name : `${name} ${t('born', { year: birthYear })}`,
  }));
  return (
    <FormModal<Values>
      title={t('splitTitle')}
      lead={t('splitLead')}
      readsFor="UPKEEP"
      submitLabel={t('split')}
      initialValues={{ residents: [], from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { splitHousehold } = await split({ household: id, expectedVersion: version, ...values });
        void navigate(householdPath(splitHousehold.founded.id));
        return t('splitDone', { code: values.code });
      }}
    >
      <Form.Item
        name="residents"
        label={t('going')}
        rules={[{ required: true, type: 'array', min: 1, message: t('chooseGoing') }]}
      >
        <Checkbox.Group options={options} />
      </Form.Item>
      <Required name="code" label={t('newCode')}>
        <Input maxLength={40} autoComplete="off" />
      </Required>
      <Form.Item noStyle shouldUpdate={(before, after) => before.residents !== after.residents}>
        {({ getFieldValue }) => (
          <Form.Item name="newHead" label={t('newHead')}>
            <Select
              allowClear
              options={options.filter(({ value }) => (getFieldValue('residents') as string[]).includes(value))}
            />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="block" label={t('newBlock')}>
        <TreePicker town={town} pick="block" placeholder={t('sameBlock')} />
      </Form.Item>
      <Form.Item name="address" label={t('newAddress')}>
        <Input maxLength={most.address} autoComplete="off" />
      </Form.Item>
      <DayField name="from" />
    </FormModal>
  );
}
