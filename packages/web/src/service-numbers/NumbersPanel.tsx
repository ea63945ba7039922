import { useQuery } from '@apollo/client/react';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { Required } from '../ui/Required.tsx';

const OF_UNIT = graphql(`
  query NumbersOfUnit($id: ID!) {
    unit(id: $id) { id serviceNumbers { id label telephone } }
  }
`);
const OF_TOWN = graphql(`
  query NumbersOfTown($code: RegisterCode!) {
    town(code: $code) { id serviceNumbers { id label telephone } }
  }
`);
const ADD = graphql(`
  mutation AddServiceNumber($input: AddServiceNumberInput!) {
    addServiceNumber(input: $input) { numbers { id } }
  }
`);
const END = graphql(`
  mutation EndServiceNumber($input: EndServiceNumberInput!) {
    endServiceNumber(input: $input) { numbers { id } }
  }
`);

type Numbers = readonly { id: string; label: string; telephone: string }[];

/** The useful numbers of a unit itself. */
export function UnitNumbers({ unit, town }: { unit: string; town: string }) {
  const { data } = useQuery(OF_UNIT, { variables: { id: unit } });
  return data?.unit?.serviceNumbers ? (
    <NumbersPanel town={town} unit={unit} numbers={data.unit.serviceNumbers} />
  ) : null;
}

/** Those of a whole town. */
export function TownNumbers({ town }: { town: string }) {
  const { data } = useQuery(OF_TOWN, { variables: { code: town } });
  return data?.town?.serviceNumbers ? (
    <NumbersPanel town={town} unit={null} numbers={data.town.serviceNumbers} />
  ) : null;
}

function NumbersPanel({ town, unit, numbers }: { town: string; unit: string | null; numbers: Numbers }) {
  const { t } = useTranslation('serviceNumbers');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const end = useChange(END);
  const [adding, setAdding] = useState(false);
  const stop = async ({ id, label }: Numbers[number]) => {
    try {
      await end({ number: id });
      void message.success(t('ended', { label }));
    } catch (error) {
      void message.error(textOf(error));
    }
  };
  return (
    <Panel
      title={`${t('numbers')} ${numbers.length}`}
      extra={
        <Button size="small" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      <p className="hint">{numbers.length === 0 ? t('none') : t('lead')}</p>
      {numbers.map((number) => (
        <div key={number.id} className="record-line">
          {number.label} <span className="code">{number.telephone}</span>{' '}
          <Button type="link" size="small" onClick={() => void stop(number)}>
            {t('end')}
          </Button>
        </div>
      ))}
      {adding && <AddNumber town={town} unit={unit} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function AddNumber({ town, unit, onClose }: { town: string; unit: string | null; onClose: () => void }) {
  const { t } = useTranslation('serviceNumbers');
  const add = useChange(ADD);
  return (
    <FormModal<{ label: string; telephone: string }>
      title={t('add')}
      lead={t('lead')}
      submitLabel={t('add')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await add({ town, unit, ...values });
        return t('added', { label: values.label });
      }}
    >
      <Required name="label" label={t('label')}>
        <Input maxLength={20} autoComplete="off" placeholder={t('labelHint')} />
      </Required>
      <Required name="telephone" label={t('telephone')}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Required>
    </FormModal>
  );
}
