import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';

const RENAME_TEAM = graphql(`
  mutation RenameTeam($input: RenameTeamInput!) {
    renameTeam(input: $input) { team { id name version } }
  }
`);

/** Gives a team another name from a day on. */
export function RenameTeam({
  team,
  onClose,
}: {
  team: { id: string; name: string; version: number };
  onClose: () => void;
}) {
  const { t } = useTranslation(['teams', 'ui']);
  const rename = useChange(RENAME_TEAM);
  return (
    <FormModal<{ name: string; from: string }>
      title={t('renameTitle', { name: team.name })}
      submitLabel={t('rename')}
      initialValues={{ name: team.name, from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ name, from }) => {
        const { renameTeam } = await rename({ team: team.id, name: name.trim(), from, expectedVersion: team.version });
        return t('renamed', { name: renameTeam.team.name });
      }}
    >
      <Required name="name" label={t('name')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
