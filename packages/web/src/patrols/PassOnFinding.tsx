import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { passingOf } from './finding-input.ts';
import { PassingFields, SubjectField } from './OutcomeFields.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const RAISE_PATROL_FINDING = graphql(`
  mutation RaisePatrolFinding($input: RaisePatrolFindingInput!) {
    raisePatrolFinding(input: $input) { finding { id version } }
  }
`);

const PASS_ON_PATROL_FINDING = graphql(`
  mutation PassOnPatrolFinding($input: PassOnPatrolFindingInput!) {
    passOnPatrolFinding(input: $input) { finding { id version } }
  }
`);

/** Raises it as a request, whose fate it shares from then on. */
export function RaiseFinding({ town, ...props }: StepProps) {
  const { t } = useTranslation('patrols');
  const raise = useChange(RAISE_PATROL_FINDING);
  return (
    <StepForm<{ on: string; request: { subject: string } }>
      {...props}
      step="RAISE"
      lead={t('raiseLead')}
      take={({ request }, common) => raise({ ...common, request })}
    >
      <SubjectField town={town} at={['request']} />
    </StepForm>
  );
}

/** Passes it to a party outside. */
export function PassOnFinding({ town, ...props }: StepProps) {
  const pass = useChange(PASS_ON_PATROL_FINDING);
  return (
    <StepForm<{ on: string; passing: { party: string; note?: string } }>
      {...props}
      step="PASS_ON"
      take={({ passing }, common) => pass({ ...common, passing: passingOf(passing) })}
    >
      <PassingFields town={town} at={['passing']} />
    </StepForm>
  );
}
