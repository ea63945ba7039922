import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { Written } from '../ui/Written.tsx';
import { type Outcome, OutcomeFields, outcomeOf } from './OutcomeFields.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';
import { WorkerField } from './WorkerField.tsx';

const ANSWER_CALL = graphql(`
  mutation AnswerCall($input: AnswerCallInput!) {
    answerCall(input: $input) { call { id state version } }
  }
`);

interface Values extends Outcome {
  matter?: string;
  answeredBy: string;
}

/** Answers a call: calls back, answers again, or, where requests came out of it, raises further ones. */
export function AnswerCall(props: StepProps) {
  const { call } = props;
  const { t } = useTranslation('calls');
  const answer = useChange(ANSWER_CALL);
  const register = useRegister(call.town.code);
  const onlyRequests = call.state === 'REQUESTED';
  return (
    <StepForm<Values>
      {...props}
      step="ANSWER"
      {...(onlyRequests ? { title: t('addRequests') } : {})}
      initialValues={{ comesTo: 'answer', requests: [{}] }}
      take={async ({ matter, answeredBy, ...outcome }, common) =>
        answer({
          ...common,
          answeredBy: await register.person(answeredBy),
          ...(matter === undefined ? {} : { matter }),
          ...outcomeOf(outcome, matter ?? call.matter ?? ''),
        })
      }
    >
      {call.state === 'MISSED' && <Written name="matter" label={t('matter')} placeholder={t('matterHint')} />}
      <OutcomeFields
        town={call.town.code}
        ofHousehold={call.household !== null}
        describes={call.matter === null && call.state !== 'MISSED'}
        onlyRequests={onlyRequests}
      />
      <WorkerField town={call.town.code} hotline={null} />
    </StepForm>
  );
}
