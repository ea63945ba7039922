import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';

const DISBAND_TEAM = graphql(`
  mutation DisbandTeam($input: DisbandTeamInput!) {
    disbandTeam(input: $input) { team { id name version } }
  }
`);

interface Props {
  team: { id: string; name: string; version: number };
  onDisbanded?: () => void;
  onClose: () => void;
}

/** Disbands a team on a day, after asking. */
export function DisbandTeam({ team, onDisbanded, onClose }: Props) {
  const { t } = useTranslation(['teams', 'ui']);
  const disband = useChange(DISBAND_TEAM);
  return (
    <FormModal<{ on: string }>
      title={t('disbandTitle', { name: team.name })}
      lead={t('disbandLead')}
      submitLabel={t('disband')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await disband({ team: team.id, on, expectedVersion: team.version });
        onDisbanded?.();
        return t('disbanded', { name: team.name });
      }}
    >
      <DayField name="on" label={t('disbandOn')} />
    </FormModal>
  );
}
