import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { HouseholdPicker } from './HouseholdPicker.tsx';
import type { Member } from './resident.ts';

const MOVE_RESIDENT = graphql(`
  mutation MoveResident($input: MoveResidentInput!) { moveResident(input: $input) { resident { id } } }
`);

/** Lets a resident go into another household of the town. */
export function MoveResident({ member, town, onClose }: { member: Member; town: string; onClose: () => void }) {
  const { t } = useTranslation('residents');
  const move = useChange(MOVE_RESIDENT);
  return (
    <FormModal<{ household: string; from: string }>
      title={t('moveOverTitle', { name: member.name })}
      submitLabel={t('moveOver')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ household, from }) => {
        await move({ resident: member.id, household, from });
        return t('movedOver', { name: member.name });
      }}
    >
      <Required chosen name="household" label={t('toHousehold')}>
        <HouseholdPicker town={town} />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
