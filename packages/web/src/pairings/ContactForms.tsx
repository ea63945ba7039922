import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { VisitWay } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { type Contact, type Pairing, ways } from './pairing.ts';

const RECORD = graphql(`
  mutation RecordPairingContact($input: RecordPairingContactInput!) {
    recordPairingContact(input: $input) { pairingContact { id } }
  }
`);

const WITHDRAW = graphql(`
  mutation WithdrawPairingContact($input: WithdrawPairingContactInput!) {
    withdrawPairingContact(input: $input) { pairingContact { id } }
  }
`);

/** Puts down a contact with the household. */
export function RecordContact({ pairing, onClose }: { pairing: Pairing; onClose: () => void }) {
  const { t } = useTranslation(['pairings', 'ui']);
  const record = useChange(RECORD);
  return (
    <FormModal<{ on: string; way: VisitWay; done: string }>
      title={t('recordContact')}
      submitLabel={t('recordContact')}
      initialValues={{ way: 'AT_HOME', on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await record({ pairing: pairing.id, ...values });
        return t('ui:saved');
      }}
    >
      <Required chosen name="way" label={t('way')}>
        <Radio.Group options={ways.map((value) => ({ value, label: t(`ways.${value}`) }))} />
      </Required>
      <Written name="done" label={t('done')} />
      <DayField name="on" label={t('contactDay')} />
    </FormModal>
  );
}

/** Withdraws a contact that never was or was recorded wrongly. */
export function WithdrawContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation(['pairings', 'ui']);
  const withdraw = useChange(WITHDRAW);
  return (
    <FormModal<{ reason: string }>
      title={t('withdraw')}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ pairingContact: contact.id, reason });
        return t('ui:saved');
      }}
    >
      <Written name="reason" label={t('why')} />
    </FormModal>
  );
}
