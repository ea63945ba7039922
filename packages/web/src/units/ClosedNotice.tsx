import { useQuery } from '@apollo/client/react';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathSince } from '../ui/asOf.tsx';
import { dayBefore } from '../ui/day.ts';
import { SUCCESSORS, unitPath } from './unit.ts';

/** Says that a unit is closed and shown as on its last day, and leads to what followed it. */
export function ClosedNotice({ id, last }: { id: string; last: string }) {
  const { t } = useTranslation('units');
  const { data } = useQuery(SUCCESSORS, { variables: { id, asOf: last } });
  // A block gives households away on other days, too: only where it went when it ended follows it.
  const followers = (data?.unit?.successors ?? []).flatMap(({ day, successor }) =>
    successor && dayBefore(day) === last ? [{ ...successor, day }] : [],
  );
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={t('closedOn', { day: last })}
      description={
        followers.length > 0 && (
          <>
            {t('followedBy')}{' '}
            {followers.map(({ id: unit, name, day }) => (
              <Link key={unit} to={pathSince(unitPath(unit), day)} className="follower">
                {name}
              </Link>
            ))}
          </>
        )
      }
    />
  );
}
