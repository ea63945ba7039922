import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { optionsOf } from '../ui/options.ts';
import { type NamedPetitioner, PetitionerFields, petitionersOf } from './PetitionerFields.tsx';
import { mostRepresentatives } from './petition.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const ADD_PETITIONERS = graphql(`
  mutation AddPetitioners($input: AddPetitionersInput!) {
    addPetitioners(input: $input) { petition { id version } }
  }
`);

const CHOOSE_REPRESENTATIVES = graphql(`
  mutation ChooseRepresentatives($input: ChooseRepresentativesInput!) {
    chooseRepresentatives(input: $input) { petition { id version } }
  }
`);

/** Adds people who join a petition. */
export function AddPetitioners(props: StepProps) {
  const { t } = useTranslation('petitions');
  const add = useChange(ADD_PETITIONERS);
  return (
    <StepForm<{ on: string; petitioners: NamedPetitioner[]; people?: number | null }>
      {...props}
      step="ADD_PETITIONERS"
      initialValues={{ petitioners: [{ name: '' }] }}
      take={({ petitioners, people }, common) =>
        add({ ...common, petitioners: petitionersOf(petitioners), ...(people == null ? {} : { people }) })
      }
    >
      <PetitionerFields town={props.petition.town.code} choosesRepresentatives={false} />
      <Form.Item name="people" label={t('peopleInAll')} extra={t('peopleNow', { n: props.petition.people })}>
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
    </StepForm>
  );
}

/** Says who of the petitioners speaks for all. */
export function ChooseRepresentatives(props: StepProps) {
  const { t } = useTranslation(['petitions', 'ui']);
  const choose = useChange(CHOOSE_REPRESENTATIVES);
  const { petitioners } = props.petition;
  const chosen = petitioners.filter(({ representative }) => representative).map(({ id }) => id);
  return (
    <StepForm<{ on: string; representatives: string[] }>
      {...props}
      step="CHOOSE_REPRESENTATIVES"
      lead={t('representativesLead')}
      initialValues={{ representatives: chosen }}
      take={({ representatives }, common) => choose({ ...common, representatives })}
    >
      <Form.Item
        name="representatives"
        label={t('representatives')}
        rules={[{ required: true, message: t('ui:choose', { label: t('representatives') }) }]}
      >
        <Select
          mode="multiple"
          maxCount={mostRepresentatives}
          optionFilterProp="label"
          options={optionsOf(petitioners)}
        />
      </Form.Item>
    </StepForm>
  );
}
