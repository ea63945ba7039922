import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Board, type BoardProps, type BoardRow, comparisons } from './board.ts';
import { Score } from './Score.tsx';
import { UnitName } from './UnitName.tsx';

interface Props extends Omit<BoardProps, 'town'> {
  board: Board;
  /** What the units are units of. */
  within: string;
}

/** The scoreboard for a narrow screen: a card for each unit with its five figures, in the order of one of them. */
export function BoardCards({ board: { units, whole, fewest }, within, choice, choose }: Props) {
  const { t } = useTranslation('comparisons');
  const card = (row: BoardRow, name: string, isWhole: boolean) => (
    <article key={row.unit ?? 'whole'} className="request-card">
      <div className="lead-line">
        {isWhole ? <strong>{name}</strong> : <UnitName row={row} level={choice.level} />}
        <span className="hint">{t('householdCount', { n: row.households })}</span>
      </div>
      <dl className="score-list">
        {comparisons.map((comparison) => (
          <div key={comparison} className={comparison === choice.by ? 'score-line chosen' : 'score-line'}>
            <dt>{t(`comparisons.${comparison}`)}</dt>
            <dd className="rule-says">
              <Score row={row} comparison={comparison} name={name} fewest={fewest} whole={isWhole} inLine />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
  return (
    <>
      <div className="padded">
        <Select
          aria-label={t('by')}
          className="wide"
          value={choice.by}
          options={comparisons.map((each) => ({
            value: each,
            label: t('orderedBy', { what: t(`comparisons.${each}`) }),
          }))}
          onChange={(by) => choose({ by })}
        />
      </div>
      {units.nodes.map((row) => card(row, row.name ?? '', false))}
      {card(whole, within, true)}
    </>
  );
}
