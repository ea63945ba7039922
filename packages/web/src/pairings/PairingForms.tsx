import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { PairingEnd } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { type Agreement, AgreementFields, agreed } from './AgreementFields.tsx';
import { endReasons, type Pairing } from './pairing.ts';

const REVISE = graphql(`
  mutation RevisePairing($input: RevisePairingInput!) {
    revisePairing(input: $input) { pairing { id version } }
  }
`);

const END = graphql(`
  mutation EndPairing($input: EndPairingInput!) {
    endPairing(input: $input) { pairing { id version } }
  }
`);

interface Props {
  pairing: Pairing;
  onClose: () => void;
}

/** Says what is agreed from a day on. What was agreed is shown at first, where it may be read. */
export function RevisePairing({ pairing, onClose }: Props) {
  const { t } = useTranslation(['pairings', 'ui']);
  const revise = useChange(REVISE);
  const { id, version, service, contactEveryDays, telephone } = pairing;
  return (
    <FormModal<Agreement & { from: string }>
      title={t('revise')}
      lead={t('reviseLead')}
      submitLabel={t('revise')}
      initialValues={{
        ...{ contactEveryDays, telephone, from: dayInShanghai() },
        ...(service === null ? {} : { service }),
      }}
      onClose={onClose}
      onSubmit={async ({ from, ...agreement }) => {
        await revise({ pairing: id, expectedVersion: version, from, ...agreed(agreement) });
        return t('ui:saved');
      }}
    >
      <AgreementFields />
      <DayField name="from" label={t('reviseFrom')} />
    </FormModal>
  );
}

/** Ends a pairing with a reason. */
export function EndPairing({ pairing: { id, version }, onClose }: Props) {
  const { t } = useTranslation(['pairings', 'ui']);
  const end = useChange(END);
  return (
    <FormModal<{ reason: PairingEnd; note?: string; on: string }>
      title={t('end')}
      submitLabel={t('end')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ reason, note, on }) => {
        await end({ pairing: id, expectedVersion: version, reason, note: note?.trim() || null, on });
        return t('ui:saved');
      }}
    >
      <Required chosen name="reason" label={t('endReason')}>
        <Select options={endReasons.map((value) => ({ value, label: t(`endReasons.${value}`) }))} />
      </Required>
      <Form.Item name="note" label={t('endNote')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={most.account} />
      </Form.Item>
      <DayField name="on" label={t('endDay')} />
    </FormModal>
  );
}
