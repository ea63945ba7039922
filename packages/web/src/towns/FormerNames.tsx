import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../generated/index.ts';
import { pathOn } from '../ui/asOf.tsx';
import { dayBefore } from '../ui/day.ts';
import { unitPath } from '../units/unit.ts';

const FORMER_NAMES = graphql(`
  query FormerNames($code: RegisterCode!, $text: String!) {
    town(code: $code) {
      id
      unitsEverNamed(text: $text) {
        name
        from
        to
        unit { id name status }
        successors { id name }
      }
    }
  }
`);

/** Units that once had a name that answers a search: what they are called today, or what came of them. */
export function FormerNames({ code, text }: { code: string; text: string }) {
  const { t } = useTranslation(['towns', 'ui']);
  const { data } = useQuery(FORMER_NAMES, { variables: { code, text } });
  const former = data?.town?.unitsEverNamed?.filter(({ to }) => to !== null) ?? [];
  if (former.length === 0) return null;
  return (
    <section className="former-names" aria-label={t('former.title')}>
      <h3>{t('former.title')}</h3>
      <ul className="plain">
        {former.map(({ name, from, to, unit, successors }) => (
          <li key={`${unit.id} ${from}`}>
            <Link to={pathOn(unitPath(unit.id), from)}>{name}</Link>{' '}
            <span className="hint">
              {to && t('ui:period', { from, to: dayBefore(to) })} →{' '}
              {unit.status === 'CLOSED' && successors.length === 0 && t('former.closed')}
              {unit.status !== 'CLOSED' && <Link to={unitPath(unit.id)}>{unit.name}</Link>}
              {successors.map(({ id, name: later }) => (
                <Link key={id} to={unitPath(id)}>
                  {later}{' '}
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
