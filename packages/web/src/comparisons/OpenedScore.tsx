import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FigureRecords } from '../figures/FigureRecords.tsx';
import { Parts } from '../figures/Parts.tsx';
import type { Comparison } from '../generated/graphql.ts';
import type { Town } from '../towns/town.ts';
import { Failed, Loading } from '../ui/States.tsx';
import { useLinkWith } from '../ui/useAddress.ts';
import { type BoardChoice, COMPARED_BY, fields } from './board.ts';

interface Props {
  town: Town;
  choice: BoardChoice;
  comparison: Comparison;
}

/** One figure of the board opened: down to the units under it, and to its records, those first that are missing from it. */
export function OpenedScore({ town, choice: { period, unit }, comparison }: Props) {
  const { t } = useTranslation('comparisons');
  const linkWith = useLinkWith();
  const { data, error, refetch } = useQuery(COMPARED_BY, { variables: { code: town.code, period } });
  const board = data?.town?.comparisons;
  if (!board) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={8} />;
  const { indicator } = board.whole[fields[comparison]].figure;
  // As the board does, for the units of its day.
  const figure = {
    figure: indicator.code,
    unit,
    period,
    basis: 'AS_OF' as const,
    day: board.asOf,
    basisDay: board.asOf,
  };
  return (
    <>
      <div className="lead-line">
        <h2 className="lead">{t(`comparisons.${comparison}`)}</h2>
        <Link to={linkWith({ score: null, unit: null })}>{t('back')}</Link>
      </div>
      <Parts town={town} indicator={indicator} choice={figure} />
      <FigureRecords key={`${unit}`} town={town} indicator={indicator} choice={figure} missingFirst />
    </>
  );
}
