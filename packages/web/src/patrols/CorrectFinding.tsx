import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const CORRECT_PATROL_FINDING = graphql(`
  mutation CorrectPatrolFinding($input: CorrectPatrolFindingInput!) {
    correctPatrolFinding(input: $input) { finding { id version } }
  }
`);

/** Writes anew what it says and where it is. */
export function CorrectFinding({ town: _, ...props }: StepProps) {
  const { t } = useTranslation('patrols');
  const correct = useChange(CORRECT_PATROL_FINDING);
  const { text, place } = props.finding;
  return (
    <StepForm<{ on: string; text: string; place?: string }>
      {...props}
      step="CORRECT"
      lead={t('correctLead')}
      initialValues={{ text, place: place ?? '' }}
      take={(values, common) =>
        correct({ ...common, text: values.text, place: values.place?.trim() ? values.place : null })
      }
    >
      <Written name="text" label={t('text')} />
      <Form.Item name="place" label={t('findingPlace')}>
        <Input maxLength={most.place} placeholder={t('placeHint')} autoComplete="off" />
      </Form.Item>
    </StepForm>
  );
}
