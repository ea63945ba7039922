import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { dayBefore } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { LINEAGE, unitPath } from './unit.ts';

/** What led to a unit and what came of it, to both ends of the chain; nothing where it has neither. */
export function Lineage({ id }: { id: string }) {
  const { t } = useTranslation('units');
  const asOf = useAsOf();
  const { data } = useQuery(LINEAGE, { variables: { id, asOf } });
  const lineage = data?.unit?.lineage ?? [];
  if (lineage.length === 0) return null;
  return (
    <Panel title={t('lineage')}>
      <ul className="plain lineage">
        {lineage.map(({ day, predecessor, successor, restructuring }) => (
          <li key={`${day} ${predecessor?.id} ${successor?.id}`}>
            <div>
              <span className="code">{day}</span>{' '}
              {predecessor && <UnitLink unit={predecessor} day={dayBefore(day)} self={id} />} →{' '}
              {successor ? <UnitLink unit={successor} day={day} self={id} /> : t('kind.TOWN')}
            </div>
            {restructuring && (
              <div className="hint">
                {[restructuring.reason, restructuring.documentNumber].filter((text) => text !== null).join(' · ')}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function UnitLink({ unit, day, self }: { unit: { id: string; name: string }; day: string; self: string }) {
  if (unit.id === self) return <strong>{unit.name}</strong>;
  return <Link to={pathOn(unitPath(unit.id), day)}>{unit.name}</Link>;
}
