import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Written } from '../ui/Written.tsx';
import { RequestFields, type RequestNamed, requestsOf } from './RequestFields.tsx';

/** What a call comes to, as the form has it. */
export interface Outcome {
  comesTo: 'answer' | 'requests';
  answer?: string;
  requests?: RequestNamed[];
}

/** The same as the contract takes it, of a call about `matter`. */
export function outcomeOf({ comesTo, answer = '', requests = [] }: Outcome, matter: string) {
  return comesTo === 'answer' ? { answer } : { requests: requestsOf(requests, matter) };
}

interface Props {
  town: string;
  /** Whether the household that calls is known. */
  ofHousehold: boolean;
  /** Whether each request has to be described, as what the call is about is not told beside. */
  describes?: boolean;
  /** Whether it was answered before, and only further requests can come of it. */
  onlyRequests?: boolean;
}

/** What a call comes to: it is answered at once, or is to be handled as requests. */
export function OutcomeFields({ onlyRequests = false, ...of }: Props) {
  const { t } = useTranslation('calls');
  const comesTo = Form.useWatch('comesTo');
  return (
    <>
      {!onlyRequests && (
        <Form.Item name="comesTo" label={t('comesTo')}>
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            options={(['answer', 'requests'] as const).map((to) => ({ value: to, label: t(`comingTo.${to}`) }))}
          />
        </Form.Item>
      )}
      {onlyRequests || comesTo === 'requests' ? (
        <RequestFields {...of} />
      ) : (
        <Written name="answer" label={t('answer')} />
      )}
    </>
  );
}
