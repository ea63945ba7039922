import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Assignment } from './party-work.ts';

const END_WORK_ASSIGNMENT = graphql(`
  mutation EndWorkAssignment($input: EndWorkAssignmentInput!) {
    endWorkAssignment(input: $input) { assignment { id validTo } }
  }
`);

/** Ends an assignment on a day, after asking. */
export function EndAssignment({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation('partyWork');
  const end = useChange(END_WORK_ASSIGNMENT);
  const { id, role, person, unit } = assignment;
  return (
    <FormModal<{ on: string }>
      title={t('endTitle', { who: [t(`roles.${role}`), person?.name].filter(Boolean).join(' ') })}
      {...(unit ? { lead: t('endUnitLead', { unit: unit.name }) } : {})}
      submitLabel={t('end')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ assignment: id, on });
        return t('ended');
      }}
    >
      <DayField name="on" label={t('endOn')} />
    </FormModal>
  );
}
