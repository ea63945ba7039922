import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { householdPath } from '../households/household.ts';
import { Byline } from '../ui/Byline.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { HOUSEHOLD_RECORD, HOUSEHOLD_RECORD_MASKED, type HouseholdEvent } from './resident.ts';

/** What of a household was changed, the latest first. */
export function HouseholdRecord({ household: id }: { household: string }) {
  const { t } = useTranslation('residents');
  const purpose = usePurpose();
  const full = useQuery(HOUSEHOLD_RECORD, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HOUSEHOLD_RECORD_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const query = purpose ? full : masked;
  const { data, error, refetch } = query;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />;
  const events = data.household?.events;
  if (!events) return null;
  return (
    <Panel flush title={`${t('record')} ${events.totalCount}`}>
      {events.nodes.length === 0 && <p className="hint padded">{t('noRecord')}</p>}
      <ul className="plain members">
        {events.nodes.map((event) => (
          <li key={event.id} className="padded">
            <Event event={event} />
          </li>
        ))}
      </ul>
      <MoreButton query={query} list={(data) => data.household?.events} />
    </Panel>
  );
}

function Event({ event }: { event: HouseholdEvent }) {
  const { t } = useTranslation('residents');
  const { kind, day, by, other, visit, changes, recordedAt, householdCategory: held } = event;
  const resident = event.resident ?? held?.resident;
  return (
    <>
      <div>
        <strong className="code">{day}</strong> {t(kind === 'REGISTERED' && other ? 'splitFrom' : `kinds.${kind}`)}{' '}
        {held?.name} {resident?.name}
        {other && (
          <>
            {' '}
            <Link to={householdPath(other.id)}>{other.code}</Link>
          </>
        )}
      </div>
      {held?.reason && <div>{held.reason}</div>}
      {changes
        .filter(({ before }) => before !== null || kind === 'ADDRESS_SET')
        .map(({ field, before, after }) => (
          <div key={field}>
            <span className="hint">{t(`recorded.${field}`)}</span>{' '}
            {before === null && after === null ? t('hidden') : `${before ?? '—'} → ${after ?? '—'}`}
          </div>
        ))}
      <div className="hint">
        <Byline by={by} at={recordedAt} />
        {visit && ` · ${t('atVisit', { day: visit.visitedOn })}`}
      </div>
    </>
  );
}
