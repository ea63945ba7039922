import { useQuery } from '@apollo/client/react';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SUCCESSORS, unitPath } from './unit.ts';

/** Says that a unit is closed and shown as on its last day, and leads to what followed it. */
export function ClosedNotice({ id, last }: { id: string; last: string }) {
  const { t } = useTranslation('units');
  const { data } = useQuery(SUCCESSORS, { variables: { id } });
  const successors = data?.unit?.successors.flatMap(({ successor }) => successor ?? []) ?? [];
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={t('closedOn', { day: last })}
      description={
        successors.length > 0 && (
          <>
            {t('followedBy')}{' '}
            {successors.map((unit) => (
              <Link key={unit.id} to={unitPath(unit.id)} className="follower">
                {unit.name}
              </Link>
            ))}
          </>
        )
      }
    />
  );
}
