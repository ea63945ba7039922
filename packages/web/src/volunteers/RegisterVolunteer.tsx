import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import type { Volunteer } from './volunteer.ts';

const REGISTER = graphql(`
  mutation RegisterVolunteer($input: RegisterVolunteerInput!) {
    registerVolunteer(input: $input) { volunteer { id } }
  }
`);

const REVISE = graphql(`
  mutation ReviseVolunteer($input: ReviseVolunteerInput!) {
    reviseVolunteer(input: $input) { volunteer { ...VolunteerRow } }
  }
`);

/** Registers a person as a volunteer; one who is not known yet is registered as a person first. */
export function RegisterVolunteer({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['volunteers', 'people', 'ui']);
  const register = useChange(REGISTER);
  const people = useRegister(town);
  return (
    <FormModal<{ person: string; unit: string }>
      title={t('register')}
      lead={t('registerLead')}
      submitLabel={t('register')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ person, unit }) => {
        await register({ person: await people.person(person), unit });
        return t('ui:saved');
      }}
    >
      <Required chosen name="person" label={t('people:person')} extra={t('people:typeToFind')}>
        <PersonPicker town={town} />
      </Required>
      <Required chosen name="unit" label={t('unit')}>
        <TreePicker town={town} pick="unit" placeholder={t('unit')} />
      </Required>
    </FormModal>
  );
}

/** Says of which unit a volunteer is, and whether they are one still. */
export function ReviseVolunteer({ volunteer, onClose }: { volunteer: Volunteer; onClose: () => void }) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const revise = useChange(REVISE);
  const { id, name, version, unit, endedOn, town } = volunteer;
  return (
    <FormModal<{ unit: string; ended: boolean }>
      title={`${name} · ${t('revise')}`}
      submitLabel={t('revise')}
      initialValues={{ ...(unit && { unit: unit.id }), ended: endedOn !== null }}
      onClose={onClose}
      onSubmit={async (values) => {
        await revise({ volunteer: id, expectedVersion: version, ...values });
        return t('ui:saved');
      }}
    >
      <Required chosen name="unit" label={t('unit')}>
        <TreePicker town={town.code} pick="unit" placeholder={t('unit')} />
      </Required>
      <Form.Item name="ended" valuePropName="checked" extra={t('endedHint')}>
        <Checkbox>{t('ended')}</Checkbox>
      </Form.Item>
    </FormModal>
  );
}
