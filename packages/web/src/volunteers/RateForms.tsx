import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { RewardKind } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai, daysAfter } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import type { ActivityKind, Reward } from './volunteer.ts';

const ADD_KIND = graphql(`
  mutation AddVolunteerActivityKind($input: AddVolunteerActivityKindInput!) {
    addVolunteerActivityKind(input: $input) { kind { id } }
  }
`);
const SET_RATE = graphql(`
  mutation SetVolunteerActivityRate($input: SetVolunteerActivityRateInput!) {
    setVolunteerActivityRate(input: $input) { kind { id } }
  }
`);
const END_KIND = graphql(`
  mutation EndVolunteerActivityKind($input: EndVolunteerActivityKindInput!) {
    endVolunteerActivityKind(input: $input) { kind { id } }
  }
`);
const ADD_REWARD = graphql(`
  mutation AddReward($input: AddRewardInput!) {
    addReward(input: $input) { reward { id } }
  }
`);
const SET_PRICE = graphql(`
  mutation SetRewardPrice($input: SetRewardPriceInput!) {
    setRewardPrice(input: $input) { reward { id } }
  }
`);
const STOCK = graphql(`
  mutation StockReward($input: StockRewardInput!) {
    stockReward(input: $input) { reward { id stock } }
  }
`);
const END_REWARD = graphql(`
  mutation EndReward($input: EndRewardInput!) {
    endReward(input: $input) { reward { id } }
  }
`);

/** Puts a kind of activity on the list. */
export function AddKind({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const add = useChange(ADD_KIND);
  return (
    <FormModal<{ name: string; points: number; from: string }>
      title={t('addKind')}
      submitLabel={t('addKind')}
      initialValues={{ points: 1, from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await add({ town, ...values });
        return t('ui:saved');
      }}
    >
      <Required name="name" label={t('kind')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <PointsField label={t('earnsNow')} most={100} />
      <DayField name="from" label={t('holdsFrom')} />
    </FormModal>
  );
}

/** Puts something that points are spent on on the list. */
export function AddReward({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const add = useChange(ADD_REWARD);
  return (
    <FormModal<{ kind: RewardKind; name: string; points: number }>
      title={t('addReward')}
      submitLabel={t('addReward')}
      initialValues={{ kind: 'SERVICE', points: 1 }}
      onClose={onClose}
      onSubmit={async (values) => {
        await add({ town, ...values });
        return t('ui:saved');
      }}
    >
      <Form.Item name="kind" label={t('rewardKind')}>
        <Select
          options={(['SERVICE', 'GOODS'] as const).map((value) => ({ value, label: t(`rewardKinds.${value}`) }))}
        />
      </Form.Item>
      <Required name="name" label={t('reward')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <PointsField label={t('costsNow')} most={10_000} />
    </FormModal>
  );
}

interface OfKind {
  kind: ActivityKind;
  onClose: () => void;
}

interface OfReward {
  reward: Reward;
  onClose: () => void;
}

/** Says what activities of a kind are to earn. */
export function SetRate({ kind, onClose }: OfKind) {
  const { t } = useTranslation('volunteers');
  const set = useChange(SET_RATE);
  return (
    <SetPoints
      title={`${kind.name} · ${t('setRate')}`}
      label={t('earnsNow')}
      most={100}
      onClose={onClose}
      set={(values) => set({ activityKind: kind.id, ...values })}
    />
  );
}

/** Says what something is to cost. */
export function SetPrice({ reward, onClose }: OfReward) {
  const { t } = useTranslation('volunteers');
  const set = useChange(SET_PRICE);
  return (
    <SetPoints
      title={`${reward.name} · ${t('setPrice')}`}
      label={t('costsNow')}
      most={10_000}
      onClose={onClose}
      set={(values) => set({ reward: reward.id, ...values })}
    />
  );
}

interface Points {
  points: number;
  from: string;
}

interface SetProps {
  title: string;
  label: string;
  most: number;
  set: (values: Points) => Promise<unknown>;
  onClose: () => void;
}

function SetPoints({ title, label, most, set, onClose }: SetProps) {
  const { t } = useTranslation(['volunteers', 'ui']);
  return (
    <FormModal<Points>
      title={title}
      lead={t('fromTomorrow')}
      submitLabel={t('save')}
      initialValues={{ from: daysAfter(dayInShanghai(), 1) }}
      onClose={onClose}
      onSubmit={async (values) => {
        await set(values);
        return t('ui:saved');
      }}
    >
      <PointsField label={label} most={most} />
      <DayField name="from" label={t('holdsFrom')} />
    </FormModal>
  );
}

function PointsField({ label, most }: { label: string; most: number }) {
  const { t } = useTranslation('ui');
  return (
    <Form.Item name="points" label={label} rules={[{ required: true, message: t('required', { label }) }]}>
      <InputNumber min={1} max={most} precision={0} />
    </Form.Item>
  );
}

/** Puts goods on the shelf, or writes off those that are gone. */
export function Stock({ reward, onClose }: OfReward) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const stock = useChange(STOCK);
  return (
    <FormModal<{ quantity: number; reason: string }>
      title={`${reward.name} · ${t('restock')}`}
      lead={t('restockLead', { n: reward.stock })}
      submitLabel={t('restock')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await stock({ reward: reward.id, ...values });
        return t('ui:saved');
      }}
    >
      <Form.Item
        name="quantity"
        label={t('quantity')}
        rules={[{ required: true, message: t('ui:required', { label: t('quantity') }) }]}
      >
        <InputNumber precision={0} />
      </Form.Item>
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.fundReason} autoComplete="off" />
      </Required>
    </FormModal>
  );
}

/** Ends a kind of activity. */
export function EndKind({ kind, onClose }: OfKind) {
  const { t } = useTranslation('volunteers');
  const end = useChange(END_KIND);
  return <End name={kind.name} end={() => end({ activityKind: kind.id })} lead={t('endKindLead')} onClose={onClose} />;
}

/** Says that something is not to be had any more. */
export function EndReward({ reward, onClose }: OfReward) {
  const { t } = useTranslation('volunteers');
  const end = useChange(END_REWARD);
  return <End name={reward.name} end={() => end({ reward: reward.id })} lead={t('endRewardLead')} onClose={onClose} />;
}

interface EndProps {
  name: string;
  lead: string;
  end: () => Promise<unknown>;
  onClose: () => void;
}

function End({ name, lead, end, onClose }: EndProps) {
  const { t } = useTranslation(['volunteers', 'ui']);
  return (
    <FormModal<object>
      title={`${name} · ${t('end')}`}
      lead={lead}
      submitLabel={t('end')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        await end();
        return t('ui:saved');
      }}
    />
  );
}
