import { useTranslation } from 'react-i18next';
import { useWords } from '../figures/words.ts';
import type { Comparison } from '../generated/graphql.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { useLinkWith } from '../ui/useAddress.ts';
import { type BoardRow, fields } from './board.ts';

interface Props {
  row: BoardRow;
  comparison: Comparison;
  /** What the row is called. */
  name: string;
  /** Among how many there is a place at least. */
  fewest: number;
  /** Whether the row is what the units are units of: it has no place. */
  whole?: boolean;
  /** Whether it stands in one line, as far as it fits. */
  inLine?: boolean;
}

/** A unit's figure in one comparison, which opens it: the rate, how many of how many, and its place. */
export function Score({ row, comparison, name, fewest, whole = false, inLine = false }: Props) {
  const { t } = useTranslation('comparisons');
  const { numberOf } = useWords();
  const linkWith = useLinkWith();
  const { rank, figure } = row[fields[comparison]];
  const among = figure.denominator ?? 0;
  const counts = { n: numberOf(figure.numerator), m: numberOf(among) };
  return (
    <span className={inLine ? 'score in-line' : 'score'}>
      {among === 0 ? (
        <b className="count score-rate">—</b>
      ) : (
        <NumberLink
          to={linkWith({ unit: row.unit, score: comparison })}
          label={t('open', { name, what: t(`comparisons.${comparison}`) })}
        >
          <b className="score-rate">{figure.rounded}</b>
        </NumberLink>
      )}
      {rank !== null && <span className={rank === 1 ? 'place first' : 'place'}>{t('place', { n: rank })}</span>}
      <span className="hint score-note">
        {t(`of.${comparison}`, counts)}
        {rank === null && !whole && ` · ${t(among === 0 ? 'nothing' : 'tooFew', { n: fewest })}`}
      </span>
      {comparison === 'SOLVED' && row.satisfaction.rounded !== null && (
        <span className="hint score-note">{t('satisfied', { rate: row.satisfaction.rounded })}</span>
      )}
    </span>
  );
}
