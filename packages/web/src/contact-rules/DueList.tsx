import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can, useViewer } from '../accounts/viewer.ts';
import { unkept } from '../audit/purpose.ts';
import { PrintList } from '../today/PrintList.tsx';
import { TakeAllAlong } from '../today/TakeAlong.tsx';
import { useTakeAlong } from '../today/useTakeAlong.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai, daysAfter } from '../ui/day.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { DueCard } from './DueCard.tsx';
import { becauseOf, byDay, DUE_HOUSEHOLDS, type DueChoice, sheetRowOf } from './due.ts';

/** The households that are due, day by day, those that are overdue first. */
export function DueList({
  town: { code: town, name },
  choice,
}: {
  town: Pick<Town, 'code' | 'name'>;
  choice: DueChoice;
}) {
  const { t } = useTranslation('contactRules');
  const { account } = useViewer();
  const along = useTakeAlong();
  const today = dayInShanghai();
  const { unit, team, within } = choice;
  const variables = { code: town, unit, team, dueBy: daysAfter(today, within), after: null };
  const query = useQuery(DUE_HOUSEHOLDS, { variables, ...unkept });
  const { data, error, refetch } = query;
  if (!data?.town) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const due = data.town.dueHouseholds;
  if (due === null) return <p className="hint padded">{t('notYours')}</p>;
  const { nodes, totalCount, pageInfo } = due;
  return (
    <>
      <div className="lead-line due-head">
        <span className="lead">{t('dueCount', { n: totalCount })}</span>
        <span className="row-actions">
          {nodes.length > 0 && (
            <PrintList town={name} by={account.displayName} rows={nodes.map((due) => sheetRowOf(due, today))} />
          )}
          <TakeAllAlong
            along={along}
            households={nodes
              .filter(({ household }) => can(household, 'VISIT_RECORD'))
              .map((due) => ({ id: due.household.id, because: becauseOf(due) }))}
          />
        </span>
      </div>
      {nodes.length === 0 && <p className="hint padded">{t('noneDue')}</p>}
      {byDay(nodes, today).map(({ day, rows }, index, days) => (
        <Panel
          key={day ?? 'overdue'}
          flush
          // More of the last day may be on the next page.
          title={`${day === today ? t('today') : (day ?? t('overdue'))} · ${rows.length}${pageInfo.hasNextPage && index === days.length - 1 ? '+' : ''}`}
        >
          {rows.map((row) => (
            <DueCard key={row.household.id} due={row} town={town} along={along} />
          ))}
        </Panel>
      ))}
      <MoreButton query={query} list={(data) => data.town?.dueHouseholds} />
    </>
  );
}
