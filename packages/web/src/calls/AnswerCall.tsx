import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { Written } from '../ui/Written.tsx';
import { RequestFields, type RequestNamed, requestsOf } from './RequestFields.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';
import { WorkerField } from './WorkerField.tsx';

const ANSWER_CALL = graphql(`
  mutation AnswerCall($input: AnswerCallInput!) {
    answerCall(input: $input) { call { id state version } }
  }
`);

interface Values {
  matter?: string;
  comesTo: 'answer' | 'requests';
  answer?: string;
  requests?: RequestNamed[];
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
      initialValues={{ comesTo: onlyRequests ? 'requests' : 'answer', requests: [{}] }}
      take={async ({ matter, comesTo, answer: said, requests = [], answeredBy }, common) =>
        answer({
          ...common,
          answeredBy: await register.person(answeredBy),
          ...(matter?.trim() ? { matter } : {}),
          ...(comesTo === 'answer'
            ? { answer: said ?? '' }
            : { requests: requestsOf(requests, matter?.trim() ? matter : (call.matter ?? '')) }),
        })
      }
    >
      {call.state === 'MISSED' && <Written name="matter" label={t('matter')} placeholder={t('matterHint')} />}
      {!onlyRequests && (
        <Form.Item name="comesTo" label={t('comesTo')}>
          <Radio.Group
            optionType="button"
            options={(['answer', 'requests'] as const).map((to) => ({ value: to, label: t(`comingTo.${to}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item noStyle dependencies={['comesTo']}>
        {({ getFieldValue }) =>
          onlyRequests || getFieldValue('comesTo') === 'requests' ? (
            <RequestFields
              town={call.town.code}
              ofHousehold={call.household !== null}
              describes={call.matter === null && call.state !== 'MISSED'}
            />
          ) : (
            <Written name="answer" label={t('answer')} />
          )
        }
      </Form.Item>
      <WorkerField town={call.town.code} hotline={null} />
    </StepForm>
  );
}
