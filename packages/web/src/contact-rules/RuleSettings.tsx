import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holding } from '../categories/category.ts';
import { dayInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { ways } from '../visits/visit.ts';
import { EndRule } from './EndRule.tsx';
import { CONTACT_RULES, type ContactRule, type RuleFor, ruleOn } from './rule.ts';
import { SetRule } from './SetRule.tsx';

interface Row {
  id: string;
  of: RuleFor;
  rule: ContactRule | undefined;
  next: ContactRule | undefined;
}

/** How often, how soon and in which ways households are to be contacted, for each category and for all. */
export function RuleSettings({ town }: { town: string }) {
  const { t } = useTranslation(['contactRules', 'visits']);
  const list = useList();
  const { data, error, refetch } = useQuery(CONTACT_RULES, { variables: { code: town } });
  const [doing, setDoing] = useState<{ verb: 'set' | 'end'; row: Row } | null>(null);
  const { categories, contactRules } = data?.town ?? {};
  if (!categories || !contactRules) {
    return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  }
  const today = dayInShanghai();
  const nameOf = (of: RuleFor) => of?.name ?? t('everyHousehold');
  const rows = [null, ...holding(categories, today)].map(
    (of): Row => ({ id: of?.id ?? 'all', of, ...ruleOn(contactRules, of, today) }),
  );
  return (
    <Panel title={t('rules')} flush>
      <p className="lead padded">{t('rulesLead')}</p>
      <Sheet<Row>
        empty=""
        rows={rows}
        columns={[
          { title: t('forWhom'), key: 'of', fixed: 'left', render: (_, { of }) => nameOf(of) },
          {
            title: t('first'),
            key: 'first',
            render: (_, { rule }) =>
              rule?.firstWithinDays != null &&
              (rule.firstWithinDays === 0 ? t('sameDay') : t('days', { n: rule.firstWithinDays })),
          },
          {
            title: t('every'),
            key: 'every',
            render: (_, { rule }) => rule?.everyMonths != null && t('months', { n: rule.everyMonths }),
          },
          {
            title: t('ways'),
            key: 'ways',
            render: (_, { rule }) =>
              rule &&
              (rule.ways.length === ways.length ? t('anyWay') : list(rule.ways.map((way) => t(`visits:ways.${way}`)))),
          },
          {
            title: t('note'),
            key: 'note',
            render: (_, { rule, next }) => (
              <>
                {rule?.note} {next && <span className="hint">{t('changesOn', { day: next.validFrom })}</span>}
              </>
            ),
          },
          {
            title: '',
            key: 'do',
            align: 'right',
            render: (_, row) => (
              <span className="row-actions">
                <Button
                  type="text"
                  size="small"
                  aria-label={`${nameOf(row.of)} ${t('change')}`}
                  onClick={() => setDoing({ verb: 'set', row })}
                >
                  {t('change')}
                </Button>
                {row.rule && (
                  <Button
                    type="text"
                    size="small"
                    danger
                    aria-label={`${nameOf(row.of)} ${t('stop')}`}
                    onClick={() => setDoing({ verb: 'end', row })}
                  >
                    {t('stop')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {doing?.verb === 'set' && (
        <SetRule
          town={town}
          of={doing.row.of}
          name={nameOf(doing.row.of)}
          rule={doing.row.rule}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.verb === 'end' && doing.row.rule && (
        <EndRule
          town={town}
          of={doing.row.of}
          name={nameOf(doing.row.of)}
          rule={doing.row.rule}
          onClose={() => setDoing(null)}
        />
      )}
    </Panel>
  );
}
