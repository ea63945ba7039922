import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const REPORT_PROJECT = graphql(`
  mutation ReportProject($input: ReportProjectInput!) {
    reportProject(input: $input) { project { id version } }
  }
`);

const COMPLETE_PROJECT = graphql(`
  mutation CompleteProject($input: CompleteProjectInput!) {
    completeProject(input: $input) { project { id version } }
  }
`);

const REJECT_PROJECT = graphql(`
  mutation RejectProject($input: RejectProjectInput!) {
    rejectProject(input: $input) { project { id version } }
  }
`);

const DROP_PROJECT = graphql(`
  mutation DropProject($input: DropProjectInput!) {
    dropProject(input: $input) { project { id version } }
  }
`);

/** Puts down how far a project is. */
export function ReportProject(props: StepProps) {
  const { t } = useTranslation('projects');
  const report = useChange(REPORT_PROJECT);
  return (
    <StepForm<{ on: string; report: string }>
      {...props}
      step="REPORT"
      take={(values, common) => report({ ...common, report: values.report })}
    >
      <Written name="report" label={t('report')} />
    </StepForm>
  );
}

/** Completes a project with what came of it. */
export function CompleteProject(props: StepProps) {
  const { t } = useTranslation('projects');
  const complete = useChange(COMPLETE_PROJECT);
  return (
    <StepForm<{ on: string; result: string }>
      {...props}
      step="COMPLETE"
      take={({ result }, common) => complete({ ...common, result })}
    >
      <Written name="result" label={t('result')} />
    </StepForm>
  );
}

/** Does not adopt a project. */
export function RejectProject(props: StepProps) {
  const { t } = useTranslation('projects');
  const reject = useChange(REJECT_PROJECT);
  return (
    <StepForm<{ on: string; reason: string }>
      {...props}
      step="REJECT"
      lead={t('freeLead')}
      take={({ reason }, common) => reject({ ...common, reason })}
    >
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}

/** Gives a project up that was adopted. */
export function DropProject(props: StepProps) {
  const { t } = useTranslation('projects');
  const drop = useChange(DROP_PROJECT);
  return (
    <StepForm<{ on: string; reason: string }>
      {...props}
      step="DROP"
      lead={t('freeLead')}
      take={({ reason }, common) => drop({ ...common, reason })}
    >
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}
