import { useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayBefore, dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { AddEntry } from './AddEntry.tsx';
import { EndEntry } from './EndEntry.tsx';
import { type Entry, type ListName, ORGANIZATION_LISTS } from './organization.ts';
import { ReviseEntry } from './ReviseEntry.tsx';

/** The town's own lists of kinds of organisations and of industries. */
export function OrganizationSettings({ town }: { town: string }) {
  const { data, error, refetch } = useQuery(ORGANIZATION_LISTS, { variables: { code: town } });
  const { organizationKinds: kinds, industries } = data?.town ?? {};
  if (!kinds || !industries) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <ListSettings town={town} list="kinds" entries={kinds} />
      <ListSettings town={town} list="industries" entries={industries} />
    </>
  );
}

function ListSettings({ town, list, entries }: { town: string; list: ListName; entries: readonly Entry[] }) {
  const { t } = useTranslation('organizations');
  const [doing, setDoing] = useState<'add' | { verb: 'revise' | 'end'; entry: Entry } | null>(null);
  const stop = () => setDoing(null);
  const lasting = entries.filter(({ validTo }) => validTo === null || validTo > dayInShanghai());
  return (
    <Panel
      title={t(`lists.${list}`)}
      flush
      extra={
        <Button size="small" onClick={() => setDoing('add')}>
          {t('lists.add')}
        </Button>
      }
    >
      <p className="lead padded">{t(`lists.${list}Lead`)}</p>
      <ul className="plain entries">
        {lasting.map((entry) => (
          <li key={entry.id}>
            <span className="tags">
              {entry.name}{' '}
              {'class' in entry && entry.name !== t(`classes.${entry.class}`) && (
                <Tag>{t(`classes.${entry.class}`)}</Tag>
              )}
              {entry.validTo !== null && (
                <span className="hint">{t('lists.until', { day: dayBefore(entry.validTo) })}</span>
              )}
            </span>
            <span className="row-actions">
              <Button type="text" size="small" onClick={() => setDoing({ verb: 'revise', entry })}>
                {t('lists.revise')}
              </Button>
              {entry.validTo === null && (
                <Button type="text" size="small" danger onClick={() => setDoing({ verb: 'end', entry })}>
                  {t('lists.stop')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {doing === 'add' && <AddEntry town={town} list={list} onClose={stop} />}
      {doing !== null && doing !== 'add' && doing.verb === 'revise' && (
        <ReviseEntry list={list} entry={doing.entry} onClose={stop} />
      )}
      {doing !== null && doing !== 'add' && doing.verb === 'end' && (
        <EndEntry list={list} entry={doing.entry} onClose={stop} />
      )}
    </Panel>
  );
}
