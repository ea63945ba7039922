import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { InspectionFindingStep } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { SubjectPicker } from '../requests/SubjectPicker.tsx';
import { Required } from '../ui/Required.tsx';
import { StepActions } from '../ui/StepActions.tsx';
import { DatedStepForm, type StepFormProps } from '../ui/StepForm.tsx';
import { Written } from '../ui/Written.tsx';
import { type Finding, findingKinds } from './inspection.ts';

const MEND = graphql(`
  mutation MendInspectionFinding($input: MendInspectionFindingInput!) {
    mendInspectionFinding(input: $input) { finding { id version } }
  }
`);

const FOLLOW_UP = graphql(`
  mutation FollowUpInspectionFinding($input: FollowUpInspectionFindingInput!) {
    followUpInspectionFinding(input: $input) { finding { id version } }
  }
`);

const RAISE = graphql(`
  mutation RaiseInspectionFinding($input: RaiseInspectionFindingInput!) {
    raiseInspectionFinding(input: $input) { finding { id version } }
  }
`);

const REOPEN = graphql(`
  mutation ReopenInspectionFinding($input: ReopenInspectionFindingInput!) {
    reopenInspectionFinding(input: $input) { finding { id version } }
  }
`);

const CORRECT = graphql(`
  mutation CorrectInspectionFinding($input: CorrectInspectionFindingInput!) {
    correctInspectionFinding(input: $input) { finding { id version } }
  }
`);

/** What the form of every step is given. */
interface StepProps {
  finding: Finding;
  /** The code of the town. */
  town: string;
  onClose: () => void;
}

/** What the input of every step says. */
interface Common {
  finding: string;
  on: string;
  expectedVersion: number;
}

interface Props<Values extends { on: string }> extends Omit<StepProps, 'town'>, StepFormProps<Values, Common> {
  step: InspectionFindingStep;
}

function StepForm<Values extends { on: string }>({ step, finding, ...form }: Props<Values>) {
  const { t } = useTranslation('inspections');
  return (
    <DatedStepForm
      {...form}
      name={t(`steps.${step}`)}
      danger={false}
      common={{ finding: finding.id, expectedVersion: finding.version }}
    />
  );
}

interface Said {
  on: string;
  said: string;
}

function MendFinding({ town: _, ...props }: StepProps) {
  const { t } = useTranslation('inspections');
  const mend = useChange(MEND);
  return (
    <StepForm<Said> {...props} step="MEND" take={({ said }, common) => mend({ ...common, done: said })}>
      <Written name="said" label={t('done')} />
    </StepForm>
  );
}

function FollowUpFinding({ town: _, ...props }: StepProps) {
  const { t } = useTranslation('inspections');
  const follow = useChange(FOLLOW_UP);
  return (
    <StepForm<Said> {...props} step="FOLLOW_UP" take={({ said }, common) => follow({ ...common, note: said })}>
      <Written name="said" label={t('followNote')} />
    </StepForm>
  );
}

function RaiseFinding({ town, ...props }: StepProps) {
  const { t } = useTranslation(['inspections', 'requests']);
  const raise = useChange(RAISE);
  return (
    <StepForm<{ on: string; subject: string }>
      {...props}
      step="RAISE"
      lead={t('raiseLead')}
      take={({ subject }, common) => raise({ ...common, request: { subject } })}
    >
      <Required chosen name="subject" label={t('requests:subject')}>
        <SubjectPicker town={town} />
      </Required>
    </StepForm>
  );
}

function ReopenFinding({ town: _, ...props }: StepProps) {
  const { t } = useTranslation('inspections');
  const reopen = useChange(REOPEN);
  return (
    <StepForm<Said> {...props} step="REOPEN" take={({ said }, common) => reopen({ ...common, reason: said })}>
      <Written name="said" label={t('reopenReason')} />
    </StepForm>
  );
}

function CorrectFinding({ town: _, ...props }: StepProps) {
  const { t } = useTranslation('inspections');
  const correct = useChange(CORRECT);
  const { kind, text } = props.finding;
  return (
    <StepForm<{ on: string; kind: Finding['kind']; text: string }>
      {...props}
      step="CORRECT"
      lead={t('correctLead')}
      initialValues={{ kind, text }}
      take={(values, common) => correct({ ...common, kind: values.kind, text: values.text })}
    >
      <Form.Item name="kind" label={t('about')}>
        <Select options={findingKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))} />
      </Form.Item>
      <Written name="text" label={t('text')} />
    </StepForm>
  );
}

/** The order in which the steps are offered. */
const order: readonly InspectionFindingStep[] = ['MEND', 'RAISE', 'FOLLOW_UP', 'REOPEN', 'CORRECT'];

const forms = {
  MEND: MendFinding,
  FOLLOW_UP: FollowUpFinding,
  RAISE: RaiseFinding,
  REOPEN: ReopenFinding,
  CORRECT: CorrectFinding,
};

/** The steps that its viewer may take with a finding, as buttons. */
export function FindingActions({ finding, town }: { finding: Finding; town: string }) {
  const { t } = useTranslation('inspections');
  return (
    <StepActions
      size="small"
      steps={order.filter((step) => finding.actions.includes(step))}
      forms={forms}
      of={{ finding, town }}
      next="MEND"
      endings={[]}
      nameOf={(step) => t(`steps.${step}`)}
    />
  );
}
