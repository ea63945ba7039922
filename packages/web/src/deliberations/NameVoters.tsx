import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { HouseholdPicker } from '../residents/HouseholdPicker.tsx';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import type { Deliberation } from './deliberation.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const ADD = graphql(`
  mutation AddDeliberationVoters($input: AddDeliberationVotersInput!) {
    addDeliberationVoters(input: $input) { deliberation { id version } }
  }
`);
const LEAVE_OUT = graphql(`
  mutation LeaveOutDeliberationVoters($input: LeaveOutDeliberationVotersInput!) {
    leaveOutDeliberationVoters(input: $input) { deliberation { id version } }
  }
`);

interface Values {
  on: string;
  who: string;
  reason: string;
}

/** Adds who is to vote. */
export function AddVoters(props: StepProps) {
  const add = useChange(ADD);
  const named = useNamed(props.deliberation);
  return (
    <StepForm<Values>
      {...props}
      step="ADD_VOTERS"
      take={async ({ who, reason }, common) => add({ ...common, reason, ...(await named(who)) })}
    >
      <Fields deliberation={props.deliberation} />
    </StepForm>
  );
}

/** Leaves out who is not to vote. */
export function LeaveOutVoters(props: StepProps) {
  const leaveOut = useChange(LEAVE_OUT);
  const named = useNamed(props.deliberation);
  return (
    <StepForm<Values>
      {...props}
      step="LEAVE_OUT"
      take={async ({ who, reason }, common) => leaveOut({ ...common, reason, ...(await named(who)) })}
    >
      <Fields deliberation={props.deliberation} />
    </StepForm>
  );
}

/** Gives what an input says of who was chosen; somebody new is registered first. */
function useNamed({ town, electorate }: Deliberation) {
  const register = useRegister(town.code);
  return async (who: string) =>
    electorate === 'HOUSEHOLDS' ? { households: [who] } : { people: [await register.person(who)] };
}

function Fields({ deliberation: { town, electorate } }: { deliberation: Deliberation }) {
  const { t } = useTranslation('deliberations');
  return (
    <>
      <Required chosen name="who" label={t(`voterOf.${electorate}`)}>
        {electorate === 'HOUSEHOLDS' ? <HouseholdPicker town={town.code} /> : <PersonPicker town={town.code} />}
      </Required>
      <Written name="reason" label={t('reason')} placeholder={t('noNames')} />
    </>
  );
}
