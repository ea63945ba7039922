import { Form, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { OrganizationPicker } from '../coverage/OrganizationPicker.tsx';
import type { WorkRole } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { reaches } from './assignment-list.ts';
import { workRoles } from './party-work.ts';

const ASSIGN_WORKER = graphql(`
  mutation AssignWorker($input: AssignWorkerInput!) {
    assignWorker(input: $input) { assignment { id } }
  }
`);

interface Props {
  town: string;
  /** To which organisation; without, it is chosen, or a unit. */
  organization?: { id: string; name: string };
  onClose: () => void;
}

interface Values {
  to: (typeof reaches)[number];
  unit?: string;
  organization?: string;
  person: string;
  role: WorkRole;
  from: string;
}

/** Assigns somebody to all organisations of a unit, or to a single one. */
export function AssignWorker({ town, organization, onClose }: Props) {
  const { t } = useTranslation(['partyWork', 'people']);
  const assign = useChange(ASSIGN_WORKER);
  const register = useRegister(town);
  return (
    <FormModal<Values>
      title={organization ? t('assignTitle', { name: organization.name }) : t('assignAny')}
      submitLabel={t('assign')}
      initialValues={{ to: 'unit', role: 'LIAISON', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ person, to, unit, organization: chosen, role, from }) => {
        const one = organization?.id ?? (to === 'organization' ? chosen : undefined);
        const place = one === undefined ? { unit: unit ?? null } : { organization: one };
        await assign({ ...place, person: await register.person(person), role, from });
        return t('assigned');
      }}
    >
      {!organization && <ToFields town={town} />}
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

/** To what: all organisations of a unit, or a single one. */
function ToFields({ town }: { town: string }) {
  const { t } = useTranslation('partyWork');
  const single = Form.useWatch<Values['to']>('to') === 'organization';
  return (
    <>
      <Form.Item name="to" label={t('to')}>
        <Segmented options={reaches.map((value) => ({ value, label: t(`reaches.${value}`) }))} />
      </Form.Item>
      {single ? (
        <Required chosen name="organization" label={t('ofOrganization')}>
          <OrganizationPicker town={town} />
        </Required>
      ) : (
        <Required chosen name="unit" label={t('unit')} extra={t('unitLead')}>
          <TreePicker town={town} pick="unit" placeholder={t('unit')} />
        </Required>
      )}
    </>
  );
}
