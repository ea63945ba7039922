import { useQuery } from '@apollo/client/react';
import type { Town } from '../towns/town.ts';
import { Failed, Loading } from '../ui/States.tsx';
import { Bases } from './Bases.tsx';
import { Beside } from './Beside.tsx';
import type { Change, Choice } from './choice.ts';
import { isEmpty } from './compare.ts';
import type { Indicator } from './FigurePicker.tsx';
import { FigureRecords } from './FigureRecords.tsx';
import { FIGURES_ON_BASES, onBases } from './figure.ts';
import { Parts } from './Parts.tsx';

interface Props {
  town: Town;
  indicator: Indicator;
  choice: Choice;
  choose: (change: Change) => void;
}

/** What is counted on bases: the bases, its parts on the chosen one, and the town on all three beside each other. */
export function OnBases({ town, indicator, choice, choose }: Props) {
  const { data, error, refetch } = useQuery(FIGURES_ON_BASES, {
    variables: {
      ...{ code: town.code, indicator: indicator.code, asOf: choice.basisDay },
      ...(indicator.time === 'STOCK' ? { on: choice.day } : { period: choice.period }),
    },
  });
  const figures = onBases(data);
  return (
    <>
      <Bases figures={figures} choice={choice} choose={choose} />
      <div className="figure-columns">
        <Parts town={town} indicator={indicator} choice={choice} />
        {!figures && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />)}
        {/* What units add to a rate is not the rate of the town: only counts stand beside each other. */}
        {figures && !isEmpty(figures) && !indicator.isRate && <Beside figures={figures} />}
        <FigureRecords town={town} indicator={indicator} choice={choice} missingFirst={false} />
      </div>
    </>
  );
}
