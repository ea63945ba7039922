import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PartnerPicker } from '../people/PartnerPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { MoneyField } from '../ui/MoneyField.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import type { Gift, Programme } from './programme.ts';

const GIVE = graphql(`
  mutation RecordProgrammeGift($input: RecordProgrammeGiftInput!) {
    recordProgrammeGift(input: $input) { programme { id donated donatedWorth gifts { id } } }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawProgrammeGift($input: WithdrawProgrammeGiftInput!) {
    withdrawProgrammeGift(input: $input) { programme { id donated donatedWorth gifts { id } } }
  }
`);

interface Values {
  what: 'MONEY' | 'GOODS';
  partner?: string;
  amount?: string;
  goods?: string;
  worth?: string | null;
  on: string;
}

interface Props {
  programme: Programme;
  onClose: () => void;
}

/** Puts down what was given for a programme: money or goods. */
export function RecordGift({ programme, onClose }: Props) {
  const { t } = useTranslation(['programmeMoney', 'people', 'ui']);
  const give = useChange(GIVE);
  const register = useRegister(programme.town.code);
  return (
    <FormModal<Values>
      title={t('give')}
      submitLabel={t('give')}
      initialValues={{ what: 'MONEY', on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ what, partner, on, amount = null, goods = null, worth = null }) => {
        const from = partner === undefined ? null : await register.partner(partner);
        const given = what === 'MONEY' ? { amount } : { goods, worth };
        await give({ programme: programme.id, partner: from, on, ...given });
        return t('ui:saved');
      }}
    >
      <Form.Item name="partner" label={t('giver')} extra={t('people:typeToFind')}>
        <PartnerPicker town={programme.town.code} />
      </Form.Item>
      <Form.Item name="what" label={t('giftKind')}>
        <Radio.Group
          options={(['MONEY', 'GOODS'] as const).map((value) => ({ value, label: t(`giftKinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.what !== after.what}>
        {(form) =>
          form.getFieldValue('what') === 'MONEY' ? (
            <MoneyField name="amount" label={t('amount')} />
          ) : (
            <>
              <Required name="goods" label={t('goods')}>
                <Input maxLength={most.name} autoComplete="off" placeholder={t('goodsHint')} />
              </Required>
              <MoneyField name="worth" label={t('worth')} optional />
            </>
          )
        }
      </Form.Item>
      <DayField name="on" label={t('givenOn')} />
    </FormModal>
  );
}

/** Withdraws a gift that was put down wrongly. */
export function WithdrawGift({ programme, gift, onClose }: Props & { gift: Gift }) {
  const { t } = useTranslation(['programmeMoney', 'ui']);
  const withdraw = useChange(WITHDRAW);
  return (
    <FormModal<{ reason: string }>
      danger
      title={t('withdrawGift')}
      lead={t('withdrawGiftLead')}
      submitLabel={t('withdrawGift')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ programme: programme.id, gift: gift.id, reason });
        return t('ui:saved');
      }}
    >
      <Written name="reason" label={t('reason')} />
    </FormModal>
  );
}
