import { useQuery } from '@apollo/client/react';
import { Checkbox, Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { PairingCapacity } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { type Agreement, AgreementFields, agreed } from './AgreementFields.tsx';
import { capacities, PAIRING_KINDS } from './pairing.ts';

const BEGIN = graphql(`
  mutation BeginPairing($input: BeginPairingInput!) {
    beginPairing(input: $input) { pairing { id } }
  }
`);

interface Props {
  town: string;
  household: { id: string; code: string | null };
  /** The kind that is chosen at first. */
  kind?: string;
  onClose: () => void;
}

interface Values extends Agreement {
  person: string;
  pairingKind: string;
  capacity: PairingCapacity;
  agreesToBeNamed?: boolean;
  from: string;
}

/** Pairs somebody with a household. */
export function BeginPairing({ town, household, kind, onClose }: Props) {
  const { t } = useTranslation(['pairings', 'ui']);
  const begin = useChange(BEGIN);
  const register = useRegister(town);
  const { data, loading } = useQuery(PAIRING_KINDS, { variables: { code: town } });
  return (
    <FormModal<Values>
      title={[t('begin'), household.code].filter(Boolean).join(' · ')}
      submitLabel={t('begin')}
      initialValues={{
        ...{ capacity: 'PARTY_MEMBER', from: dayInShanghai() },
        ...(kind === undefined ? {} : { pairingKind: kind }),
      }}
      onClose={onClose}
      onSubmit={async ({ person, pairingKind, capacity, agreesToBeNamed = false, from, ...agreement }) => {
        const partner = await register.person(person);
        await begin({
          ...{ household: household.id, person: partner, pairingKind, capacity, agreesToBeNamed, from },
          ...agreed(agreement),
        });
        return t('begun');
      }}
    >
      {(form) => (
        <>
          <Required chosen name="person" label={t('person')}>
            <PersonPicker town={town} />
          </Required>
          <Form.Item name="capacity" label={t('capacity')}>
            <Radio.Group options={capacities.map((value) => ({ value, label: t(`capacities.${value}`) }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={['capacity']}>
            {() => (
              <Form.Item name="agreesToBeNamed" valuePropName="checked" extra={t('agreesHint')}>
                <Checkbox>{t(`agrees.${form.getFieldValue('capacity') as PairingCapacity}`)}</Checkbox>
              </Form.Item>
            )}
          </Form.Item>
          <Required chosen name="pairingKind" label={t('kind')}>
            <Select loading={loading} options={optionsOf(data?.town?.pairingKinds ?? [])} />
          </Required>
          <AgreementFields />
          <DayField name="from" label={t('from')} />
        </>
      )}
    </FormModal>
  );
}
