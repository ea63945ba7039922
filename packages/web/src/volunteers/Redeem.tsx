import { useQuery } from '@apollo/client/react';
import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { pointsOn, type Reward, VOLUNTEER_SETTINGS, type Volunteer } from './volunteer.ts';

const REDEEM = graphql(`
  mutation RedeemPoints($input: RedeemPointsInput!) {
    redeemPoints(input: $input) { redemption { ...RedemptionRow } volunteer { id balance } }
  }
`);

/** Spends points of a volunteer on what is to be had today. */
export function Redeem({ volunteer, onClose }: { volunteer: Volunteer; onClose: () => void }) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const redeem = useChange(REDEEM);
  const { data } = useQuery(VOLUNTEER_SETTINGS, { variables: { code: volunteer.town.code } });
  const today = dayInShanghai();
  const named = ({ name, stock, prices }: Reward) =>
    [name, t('points', { n: pointsOn(prices, today) }), stock !== null && t('left', { n: stock })]
      .filter((each) => each !== false)
      .join(' · ');
  const rewards = (data?.town?.rewards ?? []).filter(({ prices }) => pointsOn(prices, today) !== undefined);
  return (
    <FormModal<{ reward: string; quantity: number }>
      title={`${volunteer.name} · ${t('redeem')}`}
      lead={t('redeemLead', { n: volunteer.balance })}
      submitLabel={t('redeem')}
      initialValues={{ quantity: 1 }}
      onClose={onClose}
      onSubmit={async (values) => {
        await redeem({ volunteer: volunteer.id, ...values });
        return t('ui:saved');
      }}
    >
      <Required chosen name="reward" label={t('reward')}>
        <Select options={rewards.map((reward) => ({ value: reward.id, label: named(reward) }))} />
      </Required>
      <Form.Item name="quantity" label={t('quantity')}>
        <InputNumber min={1} max={100} precision={0} />
      </Form.Item>
    </FormModal>
  );
}
