import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../generated/index.ts';
import { pathOn } from '../ui/asOf.tsx';
import { dayBefore, dayInShanghai } from '../ui/day.ts';
import { usePeriod } from '../ui/period.ts';
import { usePaused } from '../ui/usePaused.ts';
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
  const { t } = useTranslation('towns');
  const period = usePeriod();
  const { data, previousData } = useQuery(FORMER_NAMES, { variables: { code, text: usePaused(text) } });
  const named = (data ?? previousData)?.town?.unitsEverNamed ?? [];
  const former = named.flatMap(({ to, ...each }) => (to !== null && to <= dayInShanghai() ? { to, ...each } : []));
  if (former.length === 0) return null;
  return (
    <section className="former-names" aria-label={t('former.title')}>
      <h3>{t('former.title')}</h3>
      <ul className="plain">
        {former.map(({ name, from, to, unit, successors }) => (
          <li key={`${unit.id} ${from}`}>
            <Link to={pathOn(unitPath(unit.id), dayBefore(to))}>{name}</Link>{' '}
            <span className="hint">{period(from, to)}</span>{' '}
            {unit.status === 'CLOSED' ? <Tag>{t('former.closed')}</Tag> : <Today unit={unit} />}
            {successors.map((heir) => (
              <Today key={heir.id} unit={heir} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Today({ unit: { id, name } }: { unit: { id: string; name: string } }) {
  return (
    <span className="follower">
      → <Link to={unitPath(id)}>{name}</Link>
    </span>
  );
}
