import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';

const FORM_TEAM = graphql(`
  mutation FormTeam($input: FormTeamInput!) {
    formTeam(input: $input) { team { id name } }
  }
`);

interface Props {
  block: { id: string; name: string };
  onFormed?: (id: string) => void;
  onClose: () => void;
}

/** Forms a team for a block. */
export function FormTeam({ block, onFormed, onClose }: Props) {
  const { t } = useTranslation(['teams', 'ui']);
  const formTeam = useChange(FORM_TEAM);
  return (
    <FormModal<{ name: string; from: string }>
      title={t('formTitle', { block: block.name })}
      submitLabel={t('form')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ name, from }) => {
        const { formTeam: formed } = await formTeam({ block: block.id, name: name.trim(), from });
        onFormed?.(formed.team.id);
        return t('formed', { name: formed.team.name });
      }}
    >
      <Required name="name" label={t('name')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
