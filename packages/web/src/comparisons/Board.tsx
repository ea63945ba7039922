import { useQuery } from '@apollo/client/react';
import { Alert, Button, Grid } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAnswered } from '../ui/useAnswered.ts';
import { BoardCards } from './BoardCards.tsx';
import { BoardTable } from './BoardTable.tsx';
import { type BoardProps, SCOREBOARD } from './board.ts';
import { Rules } from './Rules.tsx';

/** The units with their five figures and places: a table, or on a narrow screen cards for one comparison at a time. */
export function Board({ town, choice: asked, choose }: BoardProps) {
  const { t } = useTranslation(['comparisons', 'ui']);
  const { lg: wide = true } = Grid.useBreakpoint();
  const variables = {
    ...{ code: town.code, period: asked.period, level: asked.level, unit: asked.under, orderBy: asked.by },
    after: null,
  };
  const query = useQuery(SCOREBOARD, { variables });
  const { data, error, refetch } = query;
  const answered = useAnswered(asked, data);
  const board = (error ? data : answered?.data)?.town?.comparisons;
  if (!answered || !board) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={10} />;
  const choice = answered.asked;
  const { period, level, under: unit } = choice;
  const { units, whole, asOf } = board;
  const within = whole.name ?? town.name;
  return (
    <>
      {unit !== null && (
        <Alert
          type="info"
          title={t('under', { name: within })}
          action={
            <Button size="small" onClick={() => choose({ under: null, level: null })}>
              {t('wholeTown')}
            </Button>
          }
        />
      )}
      <Panel
        flush
        title={
          <>
            {t('title')} <span className="hint">{t('time', { ...period, asOf })}</span>
          </>
        }
      >
        {units.totalCount === 0 && <p className="hint padded">{t(`none.${level}`)}</p>}
        {units.totalCount > 0 &&
          (wide ? (
            <BoardTable board={board} within={within} choice={choice} choose={choose} />
          ) : (
            <BoardCards board={board} within={within} choice={choice} choose={choose} />
          ))}
        <MoreButton query={query} list={(data) => data.town?.comparisons?.units} />
      </Panel>
      <Rules board={board} />
    </>
  );
}
