import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { Written } from '../ui/Written.tsx';
import { QuestionFields } from './ProposeDeliberation.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const REVISE = graphql(`
  mutation ReviseDeliberation($input: ReviseDeliberationInput!) {
    reviseDeliberation(input: $input) { deliberation { id version } }
  }
`);
const DECIDE = graphql(`
  mutation DecideDeliberation($input: DecideDeliberationInput!) {
    decideDeliberation(input: $input) { deliberation { id version } }
  }
`);
const BEGIN = graphql(`
  mutation BeginDeliberatedWork($input: BeginDeliberatedWorkInput!) {
    beginDeliberatedWork(input: $input) { deliberation { id version } }
  }
`);
const REPORT = graphql(`
  mutation ReportDeliberatedWork($input: ReportDeliberatedWorkInput!) {
    reportDeliberatedWork(input: $input) { deliberation { id version } }
  }
`);
const FINISH = graphql(`
  mutation FinishDeliberatedWork($input: FinishDeliberatedWorkInput!) {
    finishDeliberatedWork(input: $input) { deliberation { id version } }
  }
`);
const CHECK = graphql(`
  mutation CheckDeliberatedWork($input: CheckDeliberatedWorkInput!) {
    checkDeliberatedWork(input: $input) { deliberation { id version } }
  }
`);
const CALL_OFF = graphql(`
  mutation CallOffDeliberation($input: CallOffDeliberationInput!) {
    callOffDeliberation(input: $input) { deliberation { id version } }
  }
`);

interface Report {
  on: string;
  report: string;
}

/** Writes the question anew. */
export function Revise(props: StepProps) {
  const revise = useChange(REVISE);
  const { question, description, town } = props.deliberation;
  return (
    <StepForm<{ on: string; question: string; description: string; deliberationRule: string }>
      {...props}
      step="REVISE"
      initialValues={{ question, description }}
      take={(values, common) => revise({ ...values, ...common })}
    >
      <QuestionFields town={town.code} />
    </StepForm>
  );
}

/** Has the rule decide. */
export function Decide(props: StepProps) {
  const { t } = useTranslation('deliberations');
  const decide = useChange(DECIDE);
  return (
    <StepForm<{ on: string }> {...props} step="DECIDE" lead={t('decideLead')} take={(_, common) => decide(common)} />
  );
}

/** Begins the work. */
export function BeginWork(props: StepProps) {
  const { t } = useTranslation('deliberations');
  const begin = useChange(BEGIN);
  const { unanswered } = props.deliberation.tally;
  return (
    <StepForm<Report>
      {...props}
      step="BEGIN_WORK"
      {...(unanswered === 0 ? {} : { lead: t('unanswered', { n: unanswered }) })}
      take={({ report }, common) => begin({ ...common, report })}
    >
      <Written name="report" label={t('report')} placeholder={t('noNames')} />
    </StepForm>
  );
}

/** Reports how far the work is. */
export function ReportWork(props: StepProps) {
  const { t } = useTranslation('deliberations');
  const take = useChange(REPORT);
  return (
    <StepForm<Report> {...props} step="REPORT" take={({ report }, common) => take({ ...common, report })}>
      <Written name="report" label={t('report')} placeholder={t('noNames')} />
    </StepForm>
  );
}

/** Puts down that the work is done. */
export function FinishWork(props: StepProps) {
  const { t } = useTranslation('deliberations');
  const finish = useChange(FINISH);
  return (
    <StepForm<Report> {...props} step="FINISH" take={({ report }, common) => finish({ ...common, report })}>
      <Written name="report" label={t('report')} placeholder={t('noNames')} />
    </StepForm>
  );
}

/** Puts down how it is afterwards. */
export function CheckWork(props: StepProps) {
  const { t } = useTranslation('deliberations');
  const check = useChange(CHECK);
  return (
    <StepForm<Report> {...props} step="CHECK" take={({ report }, common) => check({ ...common, report })}>
      <Written name="report" label={t('report')} placeholder={t('noNames')} />
    </StepForm>
  );
}

/** Calls a deliberation off. */
export function CallOff(props: StepProps) {
  const { t } = useTranslation('deliberations');
  const callOff = useChange(CALL_OFF);
  return (
    <StepForm<{ on: string; reason: string }>
      {...props}
      step="CALL_OFF"
      take={({ reason }, common) => callOff({ ...common, reason })}
    >
      <Written name="reason" label={t('reason')} placeholder={t('noNames')} />
    </StepForm>
  );
}
