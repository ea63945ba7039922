import { useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grouped } from '../ui/money.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { AddCategory, EndCategory, RenameCategory } from './CategoryForms.tsx';
import { AddItem, EndItem, ReviseItem } from './ItemForms.tsx';
import { RELIEF_LIST, type ReliefCategory, type ReliefItem } from './relief-list.ts';

type Doing =
  | { verb: 'addCategory' }
  | { verb: 'renameCategory' | 'endCategory' | 'addItem'; category: ReliefCategory }
  | { verb: 'reviseItem' | 'endItem'; item: ReliefItem };

/** The town's own list of what relief is given for: categories with their items. */
export function ReliefSettings({ town }: { town: string }) {
  const { t } = useTranslation(['reliefItems', 'ui']);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error, refetch } = useQuery(RELIEF_LIST, { variables: { code: town } });
  const categories = data?.town?.reliefCategories;
  if (!categories) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <Panel
      title={t('title')}
      flush
      extra={
        <Button size="small" onClick={() => setDoing({ verb: 'addCategory' })}>
          {t('addCategory')}
        </Button>
      }
    >
      <p className="lead padded">{t('lead')}</p>
      {categories.map((category) => (
        <ul key={category.id} className="plain entries">
          <li>
            <span className="tags">
              <strong>{category.name}</strong>
              {category.sensitive && <Tag>{t('sensitive')}</Tag>}
            </span>
            <span className="row-actions">
              <Button type="text" size="small" onClick={() => setDoing({ verb: 'addItem', category })}>
                {t('addItem')}
              </Button>
              <Button type="text" size="small" onClick={() => setDoing({ verb: 'renameCategory', category })}>
                {t('rename')}
              </Button>
              <Button type="text" size="small" danger onClick={() => setDoing({ verb: 'endCategory', category })}>
                {t('end')}
              </Button>
            </span>
          </li>
          {category.items.map((item) => (
            <li key={item.id}>
              <span className="tags">
                {item.name}
                {item.usualAmount !== null && (
                  <span className="hint">{t('usually', { amount: grouped(item.usualAmount) })}</span>
                )}
              </span>
              <span className="row-actions">
                <Button type="text" size="small" onClick={() => setDoing({ verb: 'reviseItem', item })}>
                  {t('revise')}
                </Button>
                <Button type="text" size="small" danger onClick={() => setDoing({ verb: 'endItem', item })}>
                  {t('end')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      ))}
      {doing && <Form town={town} doing={doing} onClose={() => setDoing(null)} />}
    </Panel>
  );
}

function Form({ town, doing, onClose }: { town: string; doing: Doing; onClose: () => void }) {
  switch (doing.verb) {
    case 'addCategory':
      return <AddCategory town={town} onClose={onClose} />;
    case 'renameCategory':
      return <RenameCategory category={doing.category} onClose={onClose} />;
    case 'endCategory':
      return <EndCategory category={doing.category} onClose={onClose} />;
    case 'addItem':
      return <AddItem category={doing.category} onClose={onClose} />;
    case 'reviseItem':
      return <ReviseItem item={doing.item} onClose={onClose} />;
    case 'endItem':
      return <EndItem item={doing.item} onClose={onClose} />;
  }
}
