import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { type Frame, FrameFields, type Going, GoingFields } from '../programmes/FrameFields.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Written } from '../ui/Written.tsx';
import type { DistrictOffer } from './offer.ts';

const OFFER = graphql(`
  mutation OfferProgramme($input: OfferProgrammeInput!) {
    offerProgramme(input: $input) { offer { id } }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawProgrammeOffer($input: WithdrawProgrammeOfferInput!) {
    withdrawProgrammeOffer(input: $input) { offer { id withdrawnAt withdrawnBecause } }
  }
`);

/** Offers a programme to the towns of a district. */
export function OfferProgramme({ district, onClose }: { district: string; onClose: () => void }) {
  const { t } = useTranslation(['programmeOffers', 'ui']);
  const offer = useChange(OFFER);
  const today = dayInShanghai();
  return (
    <FormModal<Frame & Going>
      title={t('offer')}
      lead={t('offerLead')}
      submitLabel={t('offer')}
      initialValues={{ kind: 'TRAINING', takers: 'RESIDENT', oneSession: false, firstDay: today, lastDay: today }}
      onClose={onClose}
      onSubmit={async (values) => {
        await offer({ district, ...values });
        return t('ui:saved');
      }}
    >
      <GoingFields />
      <Form.Item noStyle shouldUpdate={(before, after) => before.takers !== after.takers}>
        {(form) => <FrameFields takers={form.getFieldValue('takers')} />}
      </Form.Item>
    </FormModal>
  );
}

/** Withdraws what a district offers. */
export function WithdrawOffer({ offer, onClose }: { offer: DistrictOffer; onClose: () => void }) {
  const { t } = useTranslation(['programmeOffers', 'ui']);
  const withdraw = useChange(WITHDRAW);
  return (
    <FormModal<{ reason: string }>
      danger
      title={t('withdraw')}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ offer: offer.id, reason });
        return t('ui:saved');
      }}
    >
      <Written name="reason" label={t('reason')} />
    </FormModal>
  );
}
