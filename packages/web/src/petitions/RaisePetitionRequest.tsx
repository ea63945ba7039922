import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { SubjectPicker } from '../requests/SubjectPicker.tsx';
import { HouseholdPicker } from '../residents/HouseholdPicker.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const RAISE_PETITION_REQUEST = graphql(`
  mutation RaisePetitionRequest($input: RaisePetitionRequestInput!) {
    raisePetitionRequest(input: $input) { petition { id version } request { id number } }
  }
`);

interface Values {
  on: string;
  subject: string;
  description: string;
  of: 'place' | 'household';
  place?: string;
  placeText?: string;
  household?: string;
}

/** Raises a request out of a petition, about a place or of a household. */
export function RaisePetitionRequest(props: StepProps) {
  const { t } = useTranslation(['petitions', 'requests']);
  const raise = useChange(RAISE_PETITION_REQUEST);
  const { town, subject } = props.petition;
  return (
    <StepForm<Values>
      {...props}
      step="RAISE_REQUEST"
      initialValues={{ subject: subject.id, of: 'place' }}
      take={({ of, place = '', placeText, household, ...values }, common) => {
        const text = placeText?.trim() ? { text: placeText } : {};
        const where = of === 'household' ? { household: household ?? '' } : { place: { unit: place, ...text } };
        return raise({ ...common, subject: values.subject, description: values.description, ...where });
      }}
    >
      <Required chosen name="subject" label={t('requests:subject')}>
        <SubjectPicker town={town.code} known={subject} />
      </Required>
      <Form.Item name="of" label={t('requestOf')}>
        <Radio.Group
          optionType="button"
          options={(['place', 'household'] as const).map((of) => ({ value: of, label: t(`requestsOf.${of}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['of']}>
        {({ getFieldValue }) =>
          getFieldValue('of') === 'household' ? (
            <Required chosen name="household" label={t('requests:household')}>
              <HouseholdPicker town={town.code} />
            </Required>
          ) : (
            <>
              <Required chosen name="place" label={t('requests:placeUnit')}>
                <TreePicker town={town.code} pick="unit" placeholder={t('requests:pickUnit')} />
              </Required>
              <Form.Item name="placeText" label={t('requests:placeText')}>
                <Input maxLength={most.place} placeholder={t('requests:placeHint')} />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
      <Written name="description" label={t('requests:description')} />
    </StepForm>
  );
}
