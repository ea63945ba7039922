import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import type { Household } from './household.ts';

const MOVE_HOUSEHOLD = graphql(`
  mutation MoveHousehold($input: MoveHouseholdInput!) @purpose(of: UPKEEP) {
    moveHousehold(input: $input) { household { id version block { name } } }
  }
`);

/** Moves a household to another geographic block. */
export function MoveHousehold({
  household,
  town,
  onClose,
}: {
  household: Household;
  town: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(['households', 'ui']);
  const move = useChange(MOVE_HOUSEHOLD);
  return (
    <FormModal<{ block: string; from: string; address?: string }>
      title={t('moveTitle', { code: household.code ?? t('noCode') })}
      submitLabel={t('move')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ block, from, address: typed = '' }) => {
        const address = typed.trim() === '' ? null : typed;
        await move({ household: household.id, block, from, address, expectedVersion: household.version });
        return t('moved', { code: household.code ?? t('noCode') });
      }}
    >
      <Required chosen name="block" label={t('toBlock')}>
        <TreePicker town={town} pick="block" placeholder={t('pickBlock')} />
      </Required>
      <DayField name="from" />
      <Form.Item name="address" label={t('newAddress')}>
        <Input maxLength={most.address} autoComplete="off" />
      </Form.Item>
    </FormModal>
  );
}
