import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { WorkRole } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { workRoles } from './party-work.ts';

const ASSIGN_WORKER = graphql(`
  mutation AssignWorker($input: AssignWorkerInput!) {
    assignWorker(input: $input) { assignment { id } }
  }
`);

interface Props {
  town: string;
  /** To which organisation; without, a unit is chosen. */
  organization?: { id: string; name: string };
  onClose: () => void;
}

interface Values {
  unit?: string;
  person: string;
  role: WorkRole;
  from: string;
}

/** Assigns somebody to an organisation, or to all organisations of a unit. */
export function AssignWorker({ town, organization, onClose }: Props) {
  const { t } = useTranslation(['partyWork', 'people']);
  const assign = useChange(ASSIGN_WORKER);
  const register = useRegister(town);
  return (
    <FormModal<Values>
      title={organization ? t('assignTitle', { name: organization.name }) : t('assignToUnit')}
      {...(organization ? {} : { lead: t('unitLead') })}
      submitLabel={t('assign')}
      initialValues={{ role: 'LIAISON', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ person, unit, role, from }) => {
        const to = organization ? { organization: organization.id } : { unit: unit ?? null };
        await assign({ ...to, person: await register.person(person), role, from });
        return t('assigned');
      }}
    >
      {!organization && (
        <Required chosen name="unit" label={t('unit')}>
          <TreePicker town={town} pick="unit" placeholder={t('unit')} />
        </Required>
      )}
      <Required chosen name="person" label={t('person')} extra={t('people:typeToFind')}>
        <PersonPicker town={town} />
      </Required>
      <Form.Item name="role" label={t('role')}>
        <Select options={workRoles.map((value) => ({ value, label: t(`roles.${value}`) }))} />
      </Form.Item>
      <DayField name="from" label={t('from')} />
    </FormModal>
  );
}
