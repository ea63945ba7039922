import { useQuery } from '@apollo/client/react';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { REDEMPTIONS, type RedemptionRow, redemptionStates, volunteerPath } from './volunteer.ts';

const FULFIL = graphql(`
  mutation FulfilRedemption($input: FulfilRedemptionInput!) {
    fulfilRedemption(input: $input) { redemption { ...RedemptionRow } }
  }
`);

const CANCEL = graphql(`
  mutation CancelRedemption($input: CancelRedemptionInput!) {
    cancelRedemption(input: $input) { redemption { ...RedemptionRow } volunteer { id balance } }
  }
`);

const colours = { ORDERED: 'gold', FULFILLED: 'green', CANCELLED: 'default' } as const;

/** What points were spent on, the latest first, and the way to put down that it was done or taken back. */
export function Redemptions({ town, volunteer }: { town: Pick<Town, 'code'>; volunteer?: string }) {
  const { t } = useTranslation('volunteers');
  const [params, choose] = useAddress();
  const state = redemptionStates.find((each) => each === params.get('state')) ?? null;
  const unit = params.get('unit');
  const filter = volunteer ? { volunteer } : { ...(state && { state: [state] }), ...(unit && { unit }) };
  const query = useQuery(REDEMPTIONS, { variables: { code: town.code, filter, after: null } });
  return (
    <>
      {!volunteer && (
        <div className="toolbar">
          <FilterSelect
            label={t('state')}
            all={t('allStates')}
            value={state}
            options={redemptionStates.map((value) => ({ value, label: t(`states.${value}`) }))}
            onChange={(chosen) => choose({ state: chosen })}
          />
          <TreeFilter town={town.code} all={t('unit')} value={unit} onChange={(chosen) => choose({ unit: chosen })} />
        </div>
      )}
      <ListPanel
        title={t('views.redemptions')}
        none={t('noRedemptions')}
        query={query}
        list={(data) => data.town?.redemptions}
      >
        {(redemption) => <Line key={redemption.id} redemption={redemption} />}
      </ListPanel>
    </>
  );
}

/** One of them: who spent how many points on what, and what has become of it. */
function Line({ redemption }: { redemption: RedemptionRow }) {
  const { t } = useTranslation('volunteers');
  const [doing, setDoing] = useState<'fulfil' | 'cancel' | null>(null);
  const { quantity, points, state, redeemedOn, cancelledBecause, reward, volunteer } = redemption;
  return (
    <article className="record-line">
      <div>
        <strong>{quantity === 1 ? reward.name : `${reward.name} × ${quantity}`}</strong>
        <div className="hint">
          {redeemedOn} · {t('points', { n: points })}
        </div>
      </div>
      <div>
        <Link to={volunteerPath(volunteer.id)}>{volunteer.name}</Link>
        {cancelledBecause !== null && <div className="hint">{cancelledBecause}</div>}
      </div>
      <div className="tags">
        <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>
        {state === 'ORDERED' && can(volunteer, 'VOLUNTEER_KEEP') && (
          <>
            <Button size="small" onClick={() => setDoing('fulfil')}>
              {t('fulfil')}
            </Button>
            <Button size="small" onClick={() => setDoing('cancel')}>
              {t('cancelIt')}
            </Button>
          </>
        )}
      </div>
      {doing === 'fulfil' && <Fulfil redemption={redemption} onClose={() => setDoing(null)} />}
      {doing === 'cancel' && <Cancel redemption={redemption} onClose={() => setDoing(null)} />}
    </article>
  );
}

interface Props {
  redemption: RedemptionRow;
  onClose: () => void;
}

function Fulfil({ redemption, onClose }: Props) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const fulfil = useChange(FULFIL);
  return (
    <FormModal<object>
      title={`${redemption.reward.name} · ${t('fulfil')}`}
      lead={t('fulfilLead', { name: redemption.volunteer.name })}
      submitLabel={t('fulfil')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        await fulfil({ redemption: redemption.id });
        return t('ui:saved');
      }}
    />
  );
}

function Cancel({ redemption, onClose }: Props) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const cancel = useChange(CANCEL);
  return (
    <FormModal<{ reason: string }>
      title={`${redemption.reward.name} · ${t('cancelIt')}`}
      lead={t('cancelLead', { n: redemption.points })}
      submitLabel={t('cancelIt')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await cancel({ redemption: redemption.id, ...values });
        return t('ui:saved');
      }}
    >
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.fundReason} autoComplete="off" />
      </Required>
    </FormModal>
  );
}
