import { skipToken, useQuery } from '@apollo/client/react';
import { Breadcrumb, Button, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { householdPath } from '../households/household.ts';
import { TownNav } from '../towns/TownNav.tsx';
import { Byline } from '../ui/Byline.tsx';
import { Details } from '../ui/Details.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { PrintContactCard } from './ContactCard.tsx';
import { Contacts } from './Contacts.tsx';
import { EndPairing, RevisePairing } from './PairingForms.tsx';
import { StateTags } from './PairingLine.tsx';
import { PAIRING, PAIRING_FOR, type Pairing } from './pairing.ts';

/** One pairing: what is agreed now and was before, the contacts made, how it ended, and the contact card. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['pairings', 'households']);
  const purpose = usePurpose();
  const full = useQuery(PAIRING_FOR, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(PAIRING, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  const pairing = data?.pairing;
  const town = pairing?.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!pairing || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const { person, household, kindName, service, contactEveryDays, telephone } = pairing;
  return (
    <div className="page">
      <PageHead
        title={`${person.name} · ${kindName}`}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/pairings`}>{`${town.name} ${t('pairings')}`}</Link> },
              { title: person.name },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="pairings" />}
        tags={<StateTags {...pairing} />}
        meta={
          <span>
            {t(`capacities.${pairing.capacity}`)} · {t('begunOn', { day: pairing.begunOn })}
          </span>
        }
        actions={<PairingActions pairing={pairing} />}
      />
      <div className="columns">
        <div className="column-main">
          <Panel title={t('service')} extra={<PurposePicker />}>
            {service === null ? <p className="hint">{t('hidden')}</p> : <p className="written">{service}</p>}
          </Panel>
          <Contacts pairing={pairing} />
        </div>
        <div className="column-side">
          <Panel title={t('details')}>
            <Details
              rows={[
                household && {
                  label: t('households:household'),
                  children: <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>,
                },
                contactEveryDays !== null && {
                  label: t('contactEvery'),
                  children: t('everyDays', { n: contactEveryDays }),
                },
                telephone !== null && { label: t('telephone'), children: telephone },
                pairing.endReason !== null && {
                  label: t('endReason'),
                  children: t(`endReasons.${pairing.endReason}`),
                },
                pairing.endNote !== null && { label: t('endNote'), children: pairing.endNote },
                pairing.endedBy !== null && { label: t('endedBy'), children: pairing.endedBy },
              ]}
            />
            <p className="hint">
              <Byline by={pairing.recordedBy} at={pairing.recordedAt} />
            </p>
          </Panel>
          <Versions pairing={pairing} />
        </div>
      </div>
    </div>
  );
}

/** What the viewer may do with the pairing, as buttons. */
function PairingActions({ pairing }: { pairing: Pairing }) {
  const { t } = useTranslation('pairings');
  const [doing, setDoing] = useState<'revise' | 'end' | null>(null);
  const onClose = () => setDoing(null);
  const isOpen = pairing.endedOn === null && can(pairing, 'PAIRING_MANAGE');
  return (
    <div className="actions">
      {pairing.running && <PrintContactCard pairing={pairing} />}
      {isOpen && <Button onClick={() => setDoing('revise')}>{t('revise')}</Button>}
      {isOpen && (
        <Button danger onClick={() => setDoing('end')}>
          {t('end')}
        </Button>
      )}
      {doing === 'revise' && <RevisePairing pairing={pairing} onClose={onClose} />}
      {doing === 'end' && <EndPairing pairing={pairing} onClose={onClose} />}
    </div>
  );
}

/** What was agreed over time, the latest first. */
function Versions({ pairing: { versions } }: { pairing: Pairing }) {
  const { t } = useTranslation('pairings');
  if (versions.length < 2) return null;
  return (
    <Panel title={t('versions')}>
      <Timeline
        items={versions.toReversed().map(({ service, contactEveryDays, validFrom, writtenAt, writtenBy }) => ({
          key: validFrom,
          content: (
            <>
              <strong>{t('agreedFrom', { day: validFrom })}</strong>
              <div>{service ?? t('hidden')}</div>
              {contactEveryDays !== null && <div>{t('everyDays', { n: contactEveryDays })}</div>}
              <div className="hint">
                <Byline by={writtenBy} at={writtenAt} />
              </div>
            </>
          ),
        }))}
      />
    </Panel>
  );
}
