import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { PetitionClass } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { Required } from '../ui/Required.tsx';
import { AccusedField } from './AccusedField.tsx';
import { petitionClasses } from './petition.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const ACCEPT_PETITION = graphql(`
  mutation AcceptPetition($input: AcceptPetitionInput!) {
    acceptPetition(input: $input) { petition { id version } }
  }
`);

/** Accepts a petition, or hands one that is accepted over to somebody else. */
export function AcceptPetition(props: StepProps) {
  const { t } = useTranslation('petitions');
  const accept = useChange(ACCEPT_PETITION);
  const { town, state, holder, accused } = props.petition;
  const register = useRegister(town.code);
  return (
    <StepForm<{ on: string; holder: string; class: PetitionClass; accused?: string }>
      {...props}
      step="ACCEPT"
      {...(state === 'ACCEPTED' ? { title: t('handOver') } : { lead: t('acceptLead') })}
      initialValues={{
        class: props.petition.class,
        ...(holder ? { holder: holder.id } : {}),
        ...(accused ? { accused: accused.id } : {}),
      }}
      take={async (values, common) =>
        accept({
          ...{ ...common, class: values.class, holder: await register.person(values.holder) },
          ...(values.accused === undefined ? {} : { accused: values.accused }),
        })
      }
    >
      <Required chosen name="holder" label={t('holder')}>
        <PersonPicker town={town.code} known={holder} />
      </Required>
      <Form.Item name="class" label={t('class')}>
        <Select options={petitionClasses.map((each) => ({ value: each, label: t(`classes.${each}`) }))} />
      </Form.Item>
      <AccusedField town={town.code} known={accused !== null} />
    </StepForm>
  );
}
