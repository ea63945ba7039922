import { useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayBefore, dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { AddCategory } from './AddCategory.tsx';
import { CATEGORIES, type Category, categoryGroups, groupColours } from './category.ts';
import { EndCategory } from './EndCategory.tsx';
import { ReviseCategory } from './ReviseCategory.tsx';

/** The town's own list of categories of households. */
export function CategorySettings({ town }: { town: string }) {
  const { t } = useTranslation('categories');
  const { data, error, refetch } = useQuery(CATEGORIES, { variables: { code: town } });
  const [doing, setDoing] = useState<'add' | { verb: 'revise' | 'end'; category: Category } | null>(null);
  const stop = () => setDoing(null);
  const all = data?.town?.categories;
  if (!all) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const lasting = all.filter(({ validTo }) => validTo === null || validTo > dayInShanghai());
  return (
    <Panel
      title={t('list')}
      flush
      extra={
        <Button size="small" onClick={() => setDoing('add')}>
          {t('add')}
        </Button>
      }
    >
      <p className="lead padded">{t('listLead')}</p>
      <ul className="plain entries">
        {categoryGroups.flatMap((group) =>
          lasting
            .filter((category) => category.group === group)
            .map((category) => (
              <li key={category.id}>
                <span className="tags">
                  {category.name} <Tag color={groupColours[group]}>{t(`groups.${group}`)}</Tag>
                  {category.sensitive && <Tag>{t('sensitive')}</Tag>}
                  {category.validTo !== null && (
                    <span className="hint">{t('until', { day: dayBefore(category.validTo) })}</span>
                  )}
                </span>
                <span className="row-actions">
                  <Button type="text" size="small" onClick={() => setDoing({ verb: 'revise', category })}>
                    {t('revise')}
                  </Button>
                  {category.validTo === null && (
                    <Button type="text" size="small" danger onClick={() => setDoing({ verb: 'end', category })}>
                      {t('stop')}
                    </Button>
                  )}
                </span>
              </li>
            )),
        )}
      </ul>
      {doing === 'add' && <AddCategory town={town} onClose={stop} />}
      {doing !== null && doing !== 'add' && doing.verb === 'revise' && (
        <ReviseCategory category={doing.category} onClose={stop} />
      )}
      {doing !== null && doing !== 'add' && doing.verb === 'end' && (
        <EndCategory category={doing.category} onClose={stop} />
      )}
    </Panel>
  );
}
