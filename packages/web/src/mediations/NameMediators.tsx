import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const NAME_MEDIATORS = graphql(`
  mutation NameMediators($input: NameMediatorsInput!) {
    nameMediators(input: $input) { mediation { id version } }
  }
`);

/** Says who mediates from then on. */
export function NameMediators(props: StepProps) {
  const { t } = useTranslation(['mediations', 'ui']);
  const name = useChange(NAME_MEDIATORS);
  const { town, mediators } = props.mediation;
  const register = useRegister(town.code);
  return (
    <StepForm<{ on: string; mediators: string[] }>
      {...props}
      step="NAME_MEDIATORS"
      initialValues={{ mediators: mediators.map(({ id }) => id) }}
      take={async (values, common) => name({ ...common, mediators: await register.people(values.mediators) })}
    >
      <Form.Item
        name="mediators"
        label={t('mediators')}
        rules={[{ required: true, message: t('ui:choose', { label: t('mediators') }) }]}
      >
        <PeoplePicker town={town.code} placeholder={t('mediators')} known={mediators} />
      </Form.Item>
    </StepForm>
  );
}
