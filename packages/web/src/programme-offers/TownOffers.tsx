import { useQuery } from '@apollo/client/react';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { programmePath } from '../programmes/programme.ts';
import type { Town } from '../towns/town.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Panel } from '../ui/Panel.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { TOWN_OFFERS, type TownOffer } from './offer.ts';

const JOIN = graphql(`
  mutation JoinProgrammeOffer($input: JoinProgrammeOfferInput!) {
    joinProgrammeOffer(input: $input) { programme { id } }
  }
`);

/** What its district offers to a town, and the way to take part. Nothing where it offers nothing. */
export function TownOffers({ town }: { town: Town }) {
  const { t } = useTranslation(['programmeOffers', 'programmes']);
  const { data } = useQuery(TOWN_OFFERS, { variables: { code: town.code } });
  const [joining, setJoining] = useState<TownOffer['offer']>();
  const offers = data?.town?.programmeOffers ?? [];
  if (offers.length === 0) return null;
  const manages = town.viewerCanSomewhere.includes('PROGRAMME_MANAGE');
  return (
    <Panel flush title={`${t('offers')} ${offers.length}`}>
      {offers.map(({ offer, programme }) => (
        <article key={offer.id} className="record-line">
          <div>
            <strong>{offer.name}</strong>
            <div className="hint">
              {t(`programmes:kinds.${offer.kind}`)} ·{' '}
              {t('programmes:days', { first: offer.firstDay, last: offer.lastDay })}
            </div>
          </div>
          <div>{offer.about}</div>
          <div className="tags">
            {programme ? (
              <Link to={programmePath(programme.id)}>{t('takesPart')}</Link>
            ) : (
              manages && (
                <Button size="small" type="primary" onClick={() => setJoining(offer)}>
                  {t('join')}
                </Button>
              )
            )}
          </div>
        </article>
      ))}
      {joining && <JoinOffer town={town} offer={joining} onClose={() => setJoining(undefined)} />}
    </Panel>
  );
}

interface JoinProps {
  town: Town;
  offer: TownOffer['offer'];
  onClose: () => void;
}

/** Takes part with a town in what its district offers, and goes to the page of its own programme. */
function JoinOffer({ town, offer, onClose }: JoinProps) {
  const { t } = useTranslation(['programmeOffers', 'programmes', 'ui']);
  const join = useChange(JOIN);
  const navigate = useNavigate();
  const forTown = can(town, 'PROGRAMME_MANAGE');
  return (
    <FormModal<{ unit?: string }>
      title={t('join')}
      lead={t('joinLead', { name: offer.name })}
      submitLabel={t('join')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ unit = null }) => {
        const { joinProgrammeOffer } = await join({ town: town.code, offer: offer.id, unit });
        void navigate(programmePath(joinProgrammeOffer.programme.id));
        return t('ui:saved');
      }}
    >
      <Form.Item
        name="unit"
        label={t('programmes:heldAt')}
        rules={forTown ? [] : [{ required: true, message: t('ui:choose', { label: t('programmes:heldAt') }) }]}
      >
        <TreePicker town={town.code} pick="unit" placeholder={forTown ? town.name : t('programmes:heldAt')} />
      </Form.Item>
    </FormModal>
  );
}
