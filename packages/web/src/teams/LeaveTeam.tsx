import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { type Member, nameOf } from './team.ts';

const LEAVE_TEAM = graphql(`
  mutation LeaveTeam($input: LeaveTeamInput!) {
    leaveTeam(input: $input) { member { id } }
  }
`);

/** Ends a membership on a day, after asking. */
export function LeaveTeam({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation(['teams', 'ui']);
  const leave = useChange(LEAVE_TEAM);
  const name = nameOf(member);
  return (
    <FormModal<{ on: string }>
      title={t('leaveTitle', { name })}
      submitLabel={t('leave')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await leave({ member: member.id, on });
        return t('left', { name });
      }}
    >
      <DayField name="on" label={t('leaveOn')} />
    </FormModal>
  );
}
