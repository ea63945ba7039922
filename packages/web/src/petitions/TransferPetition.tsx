import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { Written } from '../ui/Written.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const TRANSFER_PETITION = graphql(`
  mutation TransferPetition($input: TransferPetitionInput!) {
    transferPetition(input: $input) { petition { id version } }
  }
`);

const DECLINE_PETITION = graphql(`
  mutation DeclinePetition($input: DeclinePetitionInput!) {
    declinePetition(input: $input) { petition { id version } }
  }
`);

const WITHDRAW_PETITION = graphql(`
  mutation WithdrawPetition($input: WithdrawPetitionInput!) {
    withdrawPetition(input: $input) { petition { id version } }
  }
`);

interface Reasoned {
  on: string;
  reason: string;
}

/** Gives a petition to another unit, or to the town itself. */
export function TransferPetition(props: StepProps) {
  const { t } = useTranslation('petitions');
  const transfer = useChange(TRANSFER_PETITION);
  const { town } = props.petition;
  return (
    <StepForm<Reasoned & { unit?: string }>
      {...props}
      step="TRANSFER"
      lead={t('transferLead')}
      take={({ unit, reason }, common) => transfer({ ...common, unit: unit ?? null, reason })}
    >
      <Form.Item name="unit" label={t('toUnit')}>
        <TreePicker town={town.code} pick="unit" placeholder={town.name} allowClear />
      </Form.Item>
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}

/** Does not accept a petition. */
export function DeclinePetition(props: StepProps) {
  const { t } = useTranslation('petitions');
  const decline = useChange(DECLINE_PETITION);
  return (
    <StepForm<Reasoned> {...props} step="DECLINE" take={({ reason }, common) => decline({ ...common, reason })}>
      <Written name="reason" label={t('reason')} placeholder={t('declineHint')} />
    </StepForm>
  );
}

/** Puts down that the petitioners withdraw their petition. */
export function WithdrawPetition(props: StepProps) {
  const { t } = useTranslation('petitions');
  const withdraw = useChange(WITHDRAW_PETITION);
  return (
    <StepForm<Reasoned> {...props} step="WITHDRAW" take={({ reason }, common) => withdraw({ ...common, reason })}>
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}
