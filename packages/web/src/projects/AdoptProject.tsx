import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const ADOPT_PROJECT = graphql(`
  mutation AdoptProject($input: AdoptProjectInput!) {
    adoptProject(input: $input) { project { id version } }
  }
`);

interface Values {
  on: string;
  holder: string;
  dueOn?: string;
  note?: string;
}

/** Adopts a project as one of its year's: who sees to it, and until when. */
export function AdoptProject(props: StepProps) {
  const { t } = useTranslation('projects');
  const adopt = useChange(ADOPT_PROJECT);
  const { town, year } = props.project;
  const register = useRegister(town.code);
  return (
    <StepForm<Values>
      {...props}
      step="ADOPT"
      initialValues={{ dueOn: `${year}-12-31` }}
      take={async ({ holder, dueOn, note }, common) =>
        adopt({
          ...common,
          holder: await register.person(holder),
          ...(dueOn === undefined ? {} : { dueOn }),
          ...(note?.trim() ? { note } : {}),
        })
      }
    >
      <Required chosen name="holder" label={t('holder')}>
        <PersonPicker town={town.code} />
      </Required>
      <Form.Item name="dueOn" label={t('dueOn')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} />
      </Form.Item>
    </StepForm>
  );
}
