import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../figures/words.ts';
import type { BesideFigureQuery } from '../generated/graphql.ts';
import { usePeriodName } from '../reported-figures/periodName.ts';
import { momentInShanghai } from '../ui/day.ts';

type BesideTown = NonNullable<BesideFigureQuery['town']>;
type EarlierClosing = NonNullable<BesideTown['figureSnapshots']>['nodes'][number];

interface Props {
  /** The code of the town. */
  town: string;
  closings: readonly EarlierClosing[];
}

/** What closings have kept of a figure that were opened again since, so that what was said then can be told. */
export function EarlierClosings({ town, closings }: Props) {
  const { t, i18n } = useTranslation('figureSnapshots');
  const { countOf } = useWords();
  const periodName = usePeriodName();
  const at = (moment: string | null) => (moment === null ? '' : momentInShanghai(moment, i18n.language));
  return closings.map(
    ({ id, length, period, number, closedAt, reopenedAt, figure }) =>
      figure && (
        <p key={id} className="hint padded">
          {t('earlier', {
            ...{ period: periodName(length, period), n: number, kept: countOf(figure) },
            ...{ closed: at(closedAt), reopened: at(reopenedAt) },
          })}{' '}
          <Link to={`/towns/${town}/reported?closed=${encodeURIComponent(id)}`}>{t('showEarlier')}</Link>
        </p>
      ),
  );
}
