import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { CheckFields } from './CheckFields.tsx';
import { type CheckValues, checkInput } from './check-input.ts';
import type { Round } from './inspection.ts';

const REVISE_ROUND = graphql(`
  mutation ReviseInspectionRound($input: ReviseInspectionRoundInput!) {
    reviseInspectionRound(input: $input) { round { id version } }
  }
`);

const WITHDRAW_ROUND = graphql(`
  mutation WithdrawInspectionRound($input: WithdrawInspectionRoundInput!) {
    withdrawInspectionRound(input: $input) { round { id version } }
  }
`);

interface Props {
  round: Round;
  town: { code: string };
  onClose: () => void;
}

interface Values {
  on: string;
  people: string[];
  checks: CheckValues[];
  note?: string;
  reason: string;
}

/** Writes a round anew; what was written before stays. */
export function ReviseRound({ round, town, onClose }: Props) {
  const { t } = useTranslation('inspections');
  const revise = useChange(REVISE_ROUND);
  const register = useRegister(town.code);
  const { checks, people } = round;
  const before = checks.map(({ place }) => place);
  return (
    <FormModal<Values>
      title={`${t('revise')} · ${round.inspectedOn}`}
      lead={t('reviseLead')}
      submitLabel={t('revise')}
      initialValues={{
        ...{ on: round.inspectedOn, people: people.map(({ id }) => id), note: round.note ?? '' },
        checks: checks.map(({ place, people: took }) => ({
          place: place.id,
          people: took.length === people.length ? [] : took.map(({ id }) => id),
        })),
      }}
      onClose={onClose}
      onSubmit={async ({ people: chosen, checks: said, ...values }) => {
        const all = await register.people(chosen);
        const written = said.map((check) =>
          checkInput(
            check,
            before.some(({ id }) => id === check.place),
          ),
        );
        await revise({ round: round.id, expectedVersion: round.version, ...values, people: all, checks: written });
        return t('revised');
      }}
    >
      <DayField name="on" label={t('on')} initial={dayInShanghai()} />
      <Form.Item
        name="people"
        label={t('people')}
        rules={[{ required: true, type: 'array', min: 1, message: t('sayPeople') }]}
      >
        <PeoplePicker town={town.code} placeholder={t('pickPeople')} known={people} />
      </Form.Item>
      <CheckFields town={town.code} people={people} before={before} />
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} />
      </Form.Item>
      <Required name="reason" label={t('reviseReason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </FormModal>
  );
}

/** Withdraws a round that never was or was recorded twice, after asking why. */
export function WithdrawRound({ round, onClose }: Omit<Props, 'town'>) {
  const { t } = useTranslation('inspections');
  const withdraw = useChange(WITHDRAW_ROUND);
  return (
    <FormModal<{ reason: string }>
      title={`${t('withdraw')} · ${round.inspectedOn}`}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ round: round.id, reason });
        return t('withdrawn');
      }}
    >
      <Required name="reason" label={t('withdrawReason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </FormModal>
  );
}
