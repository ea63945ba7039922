import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { unkept, usePurpose } from '../audit/purpose.ts';
import type { Home } from '../residents/resident.ts';
import { dayBefore, dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { Categorize } from './Categorize.tsx';
import {
  groupColours,
  type HeldCategory,
  HOUSEHOLD_CATEGORIES,
  HOUSEHOLD_CATEGORIES_MASKED,
  holding,
} from './category.ts';
import { EndHouseholdCategory } from './EndHouseholdCategory.tsx';

/** Which categories a household is in and was in: sensitive ones and reasons hidden, until it is said what they are read for. */
export function HouseholdCategories({ household, town }: { household: Home; town: string }) {
  const { t } = useTranslation('categories');
  const purpose = usePurpose();
  const [doing, setDoing] = useState<'add' | HeldCategory | null>(null);
  const { id } = household;
  const full = useQuery(HOUSEHOLD_CATEGORIES, purpose ? { variables: { id, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(HOUSEHOLD_CATEGORIES_MASKED, purpose ? skipToken : { variables: { id }, ...unkept });
  const { data, error, refetch } = purpose ? full : masked;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={2} />;
  const all = data.household?.categories;
  if (!all) return null;
  const present = holding(all, dayInShanghai());
  const assigns = can(household, 'CATEGORY_ASSIGN');
  return (
    <Panel
      flush
      title={`${t('categories')} ${present.length}`}
      extra={
        assigns && (
          <Button size="small" onClick={() => setDoing('add')}>
            {t('categorize')}
          </Button>
        )
      }
    >
      {all.length === 0 && <p className="hint padded">{t('none')}</p>}
      <ul className="plain members">
        {[...all].reverse().map((held) => (
          <li key={held.id} className="lead-line padded">
            <Held held={held} />
            {assigns && (held.validTo === null || held.validTo > dayInShanghai()) && (
              <Button type="text" size="small" onClick={() => setDoing(held)}>
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {doing === 'add' && <Categorize household={household} town={town} onClose={() => setDoing(null)} />}
      {doing !== null && doing !== 'add' && <EndHouseholdCategory held={doing} onClose={() => setDoing(null)} />}
    </Panel>
  );
}

function Held({ held: { name, category, reason, resident, validFrom, validTo } }: { held: HeldCategory }) {
  const { t } = useTranslation(['categories', 'ui']);
  const over = validTo !== null && validTo <= dayInShanghai();
  return (
    <span className="tags">
      <Tag color={over || !category ? 'default' : groupColours[category.group]}>{name}</Tag>
      {resident && <span>{resident.name}</span>}
      {reason !== null && <span>{reason}</span>}
      <span className="hint">
        {validTo === null
          ? t('ui:since', { from: validFrom })
          : t('ui:period', { from: validFrom, to: dayBefore(validTo) })}
      </span>
    </span>
  );
}
