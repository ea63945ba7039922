import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { RequestLevel } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { requestLevels } from './request.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const ESCALATE_REQUEST = graphql(`
  mutation EscalateRequest($input: EscalateRequestInput!) {
    escalateRequest(input: $input) { request { id state version } }
  }
`);

const RETURN_REQUEST = graphql(`
  mutation ReturnRequest($input: ReturnRequestInput!) {
    returnRequest(input: $input) { request { id state version } }
  }
`);

interface Values {
  on: string;
  level: RequestLevel;
  reason: string;
}

/** Brings a request to a higher level, or gives it back to a lower one. */
export function MoveRequest({ step, ...props }: StepProps & { step: 'ESCALATE' | 'RETURN' }) {
  const { t } = useTranslation('requests');
  const escalate = useChange(ESCALATE_REQUEST);
  const giveBack = useChange(RETURN_REQUEST);
  const { level: now, levels, block } = props.request;
  const rank = (level: RequestLevel) => requestLevels.indexOf(level);
  const ways =
    step === 'ESCALATE'
      ? levels.filter(({ level }) => rank(level) > rank(now))
      : levels.filter(({ level }) => rank(level) < rank(now)).reverse();
  const next = ways[0]?.level;
  return (
    <StepForm<Values>
      {...props}
      step={step}
      initialValues={next === undefined ? {} : { level: next }}
      take={({ level, reason }, common) =>
        step === 'ESCALATE' ? escalate({ ...common, level, reason }) : giveBack({ ...common, level, reason })
      }
    >
      <Form.Item name="level" label={t('toLevel')}>
        <Select
          options={ways.map(({ level, unit }) => ({
            value: level,
            label: `${t(`levels.${level}`)} · ${unit?.name ?? block.town.name}`,
          }))}
        />
      </Form.Item>
      <Required name="reason" label={t('reason')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} />
      </Required>
    </StepForm>
  );
}
