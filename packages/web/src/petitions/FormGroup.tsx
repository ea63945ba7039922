import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { Required } from '../ui/Required.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const FORM_EMERGENCY_GROUP = graphql(`
  mutation FormEmergencyGroup($input: FormEmergencyGroupInput!) {
    formEmergencyGroup(input: $input) { petition { id version } }
  }
`);

/** Forms the emergency group of a petition; where somebody leads it already, adds people to it. */
export function FormGroup(props: StepProps) {
  const { t } = useTranslation('petitions');
  const form = useChange(FORM_EMERGENCY_GROUP);
  const { town, group } = props.petition;
  const register = useRegister(town.code);
  const led = group.some(({ lead }) => lead);
  return (
    <StepForm<{ on: string; lead?: string; members?: string[] }>
      {...props}
      step="FORM_GROUP"
      take={async ({ lead, members = [] }, common) => {
        const leading = lead === undefined ? {} : { lead: await register.person(lead) };
        return form({ ...common, ...leading, members: await register.people(members) });
      }}
    >
      {!led && (
        <Required chosen name="lead" label={t('lead')}>
          <PersonPicker town={town.code} />
        </Required>
      )}
      <Form.Item name="members" label={t('members')}>
        <PeoplePicker town={town.code} placeholder={t('members')} />
      </Form.Item>
    </StepForm>
  );
}
