import { useQuery } from '@apollo/client/react';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CATEGORIES, holding } from '../categories/category.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import type { PairingKind } from './pairing.ts';

const ADD = graphql(`
  mutation AddPairingKind($input: AddPairingKindInput!) {
    addPairingKind(input: $input) { pairingKind { id } }
  }
`);

const REVISE = graphql(`
  mutation RevisePairingKind($input: RevisePairingKindInput!) {
    revisePairingKind(input: $input) { pairingKind { id version } }
  }
`);

const END = graphql(`
  mutation EndPairingKind($input: EndPairingKindInput!) {
    endPairingKind(input: $input) { pairingKind { id version } }
  }
`);

interface Values {
  name: string;
  categories?: string[];
  sensitive?: boolean;
  from: string;
}

/** Puts a kind of pairing on a town's list. */
export function AddKind({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['pairings', 'ui']);
  const add = useChange(ADD);
  return (
    <FormModal<Values>
      title={t('addKind')}
      submitLabel={t('addKind')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ sensitive = false, ...values }) => {
        await add({ town, sensitive, ...values });
        return t('ui:saved');
      }}
    >
      <KindFields town={town} />
      <Form.Item name="sensitive" valuePropName="checked" extra={t('sensitiveKindHint')}>
        <Checkbox>{t('isSensitive')}</Checkbox>
      </Form.Item>
    </FormModal>
  );
}

interface OfKind {
  kind: PairingKind;
  onClose: () => void;
}

/** Says what a kind is called and for whom it is from a day on. */
export function ReviseKind({ town, kind, onClose }: OfKind & { town: string }) {
  const { t } = useTranslation(['pairings', 'ui']);
  const revise = useChange(REVISE);
  const { id, name, version, categories } = kind;
  return (
    <FormModal<Values>
      title={`${name} · ${t('reviseKind')}`}
      lead={t('reviseKindLead')}
      submitLabel={t('reviseKind')}
      initialValues={{ name, categories: (categories ?? []).map((each) => each.id), from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await revise({ pairingKind: id, expectedVersion: version, ...values });
        return t('ui:saved');
      }}
    >
      <KindFields town={town} />
    </FormModal>
  );
}

/** Ends a kind. */
export function EndKind({ kind: { id, name, version }, onClose }: OfKind) {
  const { t } = useTranslation(['pairings', 'ui']);
  const end = useChange(END);
  return (
    <FormModal<{ on: string }>
      title={`${name} · ${t('endKind')}`}
      lead={t('endKindLead')}
      submitLabel={t('endKind')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ pairingKind: id, expectedVersion: version, on });
        return t('ui:saved');
      }}
    >
      <DayField name="on" label={t('endDay')} />
    </FormModal>
  );
}

function KindFields({ town }: { town: string }) {
  const { t } = useTranslation('pairings');
  const { data, loading } = useQuery(CATEGORIES, { variables: { code: town } });
  const categories = holding(data?.town?.categories ?? [], dayInShanghai());
  return (
    <>
      <Required name="name" label={t('kindName')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Form.Item name="categories" label={t('kindCategories')} extra={t('kindCategoriesHint')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          loading={loading}
          options={optionsOf(categories)}
          placeholder={t('noCategories')}
        />
      </Form.Item>
      <DayField name="from" label={t('reviseFrom')} />
    </>
  );
}
