import { useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DistrictsNav } from '../districts/DistrictsNav.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { OfferProgramme, WithdrawOffer } from './OfferForms.tsx';
import { DISTRICT_OFFERS, type DistrictOffer } from './offer.ts';

/** What a district offers to its towns, which of them take part, and how many people there. */
export function Component() {
  const { code = '' } = useParams();
  const { t } = useTranslation('programmeOffers');
  const [offering, setOffering] = useState(false);
  const { data, error, refetch } = useQuery(DISTRICT_OFFERS, { variables: { code } });
  useBeing(data?.district?.name ?? null);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { district } = data;
  if (!district?.programmeOffers) return <Missing />;
  return (
    <div className="page">
      <PageHead
        title={t('offers')}
        crumbs={<Link to={`/districts/${code}`}>{district.name}</Link>}
        meta={t('lead')}
        nav={<DistrictsNav code={code} />}
        actions={
          <Button type="primary" onClick={() => setOffering(true)}>
            {t('offer')}
          </Button>
        }
      />
      {district.programmeOffers.length === 0 && <p className="hint">{t('none')}</p>}
      {district.programmeOffers.map((offer) => (
        <Offer key={offer.id} offer={offer} />
      ))}
      {offering && <OfferProgramme district={code} onClose={() => setOffering(false)} />}
    </div>
  );
}

type OfferedTown = NonNullable<DistrictOffer['towns']>[number];

/** One offer with the towns that take part and those that do not. */
function Offer({ offer }: { offer: DistrictOffer }) {
  const { t } = useTranslation(['programmeOffers', 'programmes']);
  const [withdrawing, setWithdrawing] = useState(false);
  const towns = offer.towns ?? [];
  const joined = towns.filter((each) => each.joined);
  const sum = (of: (each: OfferedTown) => number) => joined.reduce((all, each) => all + of(each), 0);
  const withdraw = offer.withdrawnAt === null && (
    <Button size="small" danger onClick={() => setWithdrawing(true)}>
      {t('withdraw')}
    </Button>
  );
  return (
    <Panel title={offer.name} extra={withdraw}>
      <p className="hint">
        {t(`programmes:kinds.${offer.kind}`)} · {t('programmes:days', { first: offer.firstDay, last: offer.lastDay })}{' '}
        {offer.withdrawnBecause !== null && <Tag>{t('withdrawnBecause', { reason: offer.withdrawnBecause })}</Tag>}
      </p>
      <p className="written">{offer.about}</p>
      <p>
        {t('joinedOf', { n: joined.length, of: towns.length })} ·{' '}
        {t('programmes:enrolled', { n: sum(({ enrolled }) => enrolled) })} ·{' '}
        {t('programmes:attended', { n: sum(({ came }) => came) })}
      </p>
      <Sheet<OfferedTown>
        rows={towns}
        empty={t('noTowns')}
        rowKey={({ town }) => town.id}
        columns={[
          { title: t('town'), key: 'town', render: (_, { town }) => town.name },
          {
            title: t('joined'),
            key: 'joined',
            render: (_, each) => (each.joined ? <Tag color="green">{t('takesPart')}</Tag> : t('takesNoPart')),
          },
          { title: t('enrolled'), key: 'enrolled', align: 'right', render: (_, { enrolled }) => enrolled },
          { title: t('waiting'), key: 'waiting', align: 'right', render: (_, { waiting }) => waiting },
          { title: t('came'), key: 'came', align: 'right', render: (_, { came }) => came },
        ]}
      />
      {withdrawing && <WithdrawOffer offer={offer} onClose={() => setWithdrawing(false)} />}
    </Panel>
  );
}
