import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { EscalateRequestInput, RequestLevel, RequestStep, ReturnRequestInput } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { Written } from '../ui/Written.tsx';
import { type RequestInFull, requestLevels } from './request.ts';
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

/** Brings a request to a higher level. */
export function EscalateRequest(props: StepProps) {
  const { level: now, levels } = props.request;
  const higher = levels.filter(({ level }) => rank(level) > rank(now));
  return <MoveRequest {...props} step="ESCALATE" take={useChange(ESCALATE_REQUEST)} levels={higher} />;
}

/** Gives a request back to a lower level. */
export function ReturnRequest(props: StepProps) {
  const { level: now, levels } = props.request;
  const lower = levels.filter(({ level }) => rank(level) < rank(now)).reverse();
  return <MoveRequest {...props} step="RETURN" take={useChange(RETURN_REQUEST)} levels={lower} />;
}

const rank = (level: RequestLevel) => requestLevels.indexOf(level);

interface Props extends StepProps {
  step: RequestStep;
  take: (input: EscalateRequestInput & ReturnRequestInput) => Promise<unknown>;
  /** The levels to which it may go, the next one first. */
  levels: RequestInFull['levels'];
}

function MoveRequest({ take, levels, ...props }: Props) {
  const { t } = useTranslation('requests');
  const [next] = levels;
  return (
    <StepForm<Values>
      {...props}
      initialValues={next === undefined ? {} : { level: next.level }}
      take={({ level, reason }, common) => take({ ...common, level, reason })}
    >
      <Form.Item name="level" label={t('toLevel')}>
        <Select
          options={levels.map(({ level, unit }) => ({
            value: level,
            label: `${t(`levels.${level}`)} · ${unit?.name ?? props.request.block.town.name}`,
          }))}
        />
      </Form.Item>
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}
