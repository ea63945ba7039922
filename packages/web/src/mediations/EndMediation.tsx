import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { MediationEnd } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { mediationEnds } from './mediation.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const END_MEDIATION = graphql(`
  mutation EndMediation($input: EndMediationInput!) {
    endMediation(input: $input) { mediation { id version } }
  }
`);

const RESUME_MEDIATION = graphql(`
  mutation ResumeMediation($input: ResumeMediationInput!) {
    resumeMediation(input: $input) { mediation { id version } }
  }
`);

/** Ends a mediation without an agreement; one that ended so already can still be referred. */
export function EndMediation(props: StepProps) {
  const { t } = useTranslation('mediations');
  const end = useChange(END_MEDIATION);
  const ends = props.mediation.state === 'OPEN' ? mediationEnds : (['REFERRED'] as const);
  return (
    <StepForm<{ on: string; end: MediationEnd; reason: string }>
      {...props}
      step="END"
      take={(values, common) => end({ ...common, end: values.end, reason: values.reason })}
    >
      <Required chosen name="end" label={t('end')}>
        <Select placeholder={t('end')} options={ends.map((each) => ({ value: each, label: t(`states.${each}`) }))} />
      </Required>
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}

/** Begins a mediation again. */
export function ResumeMediation(props: StepProps) {
  const { t } = useTranslation('mediations');
  const resume = useChange(RESUME_MEDIATION);
  return (
    <StepForm<{ on: string; reason: string }>
      {...props}
      step="RESUME"
      take={({ reason }, common) => resume({ ...common, reason })}
    >
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}
