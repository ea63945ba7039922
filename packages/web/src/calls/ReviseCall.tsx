import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { CallerFields, type Calling, callerOf } from './CallerFields.tsx';
import { MomentField, momentFrom, type NamedMoment, nowNamed } from './MomentField.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const REVISE_CALL = graphql(`
  mutation ReviseCall($input: ReviseCallInput!) {
    reviseCall(input: $input) { call { id version } }
  }
`);

interface Values {
  calledAt: NamedMoment;
  minutes?: number | null;
  caller?: Calling;
  matter?: string;
  answer?: string;
  reason: string;
}

const rows = { minRows: 1, maxRows: 8 };

/** Writes a call anew. What is left empty stays; what was written before stays to be read. */
export function ReviseCall(props: StepProps) {
  const { call } = props;
  const { t } = useTranslation('calls');
  const revise = useChange(REVISE_CALL);
  const began = nowNamed(new Date(call.calledAt));
  return (
    <StepForm<Values>
      {...props}
      step="REVISE"
      lead={t('reviseLead')}
      initialValues={{ calledAt: began, caller: {} }}
      take={({ calledAt, minutes, caller = {}, matter, answer, reason }, common) => {
        const moved = momentFrom(calledAt) !== momentFrom(began);
        const known = callerOf(caller);
        const told = Object.values(known).some((each) => each != null);
        return revise({
          ...{ ...common, reason },
          ...(moved ? { calledAt: momentFrom(calledAt) } : {}),
          ...(minutes == null ? {} : { seconds: Math.round(minutes * 60) }),
          ...(told ? { caller: known } : {}),
          ...(matter?.trim() ? { matter } : {}),
          ...(answer?.trim() ? { answer } : {}),
        });
      }}
    >
      <MomentField name="calledAt" label={t('calledAt')} />
      <Form.Item name="minutes" label={t('minutes')}>
        <InputNumber min={0} max={1440} precision={0} />
      </Form.Item>
      <CallerFields town={call.town.code} />
      {call.state !== 'MISSED' && (
        <>
          <Form.Item name="matter" label={t('matter')}>
            <Input.TextArea autoSize={rows} maxLength={most.account} placeholder={call.matter ?? ''} />
          </Form.Item>
          <Form.Item name="answer" label={t('answer')}>
            <Input.TextArea autoSize={rows} maxLength={most.account} placeholder={call.answer ?? ''} />
          </Form.Item>
        </>
      )}
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </StepForm>
  );
}
