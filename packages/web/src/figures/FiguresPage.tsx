import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { BesideFigure } from '../reported-figures/BesideFigure.tsx';
import { useTown } from '../towns/town.ts';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { endsTooEarly, readChoice } from './choice.ts';
import { DayField, PeriodFields } from './Days.tsx';
import { FigurePicker } from './FigurePicker.tsx';
import { FigureRecords } from './FigureRecords.tsx';
import { INDICATORS } from './figure.ts';
import { OnBases } from './OnBases.tsx';
import { Parts } from './Parts.tsx';

/** The figures of a town: one is chosen, with its day or its period and basis, and opened unit by unit. */
export function Component() {
  const { t } = useTranslation('figures');
  const town = useTown();
  const [params, choose] = useAddress();
  const { data, error, refetch } = useQuery(INDICATORS);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={12} />;
  const asked = readChoice(params);
  const indicator =
    data.indicators.find(({ code }) => code === asked.figure) ??
    data.indicators.find(({ code }) => code === 'household') ??
    data.indicators[0];
  if (!indicator) return null;
  const choice = { ...asked, figure: indicator.code };
  const timed = indicator.time !== 'STOCK';
  const wrong = timed && endsTooEarly(choice);
  return (
    <div className="column-main">
      <p className="hint">{t('lead')}</p>
      <section className="panel figure-choice">
        <FigurePicker
          town={town.code}
          chosen={indicator}
          indicators={data.indicators}
          choice={choice}
          choose={choose}
        />
        {timed ? (
          <PeriodFields choice={choice} choose={choose} />
        ) : (
          <DayField choice={choice} choose={choose} hasBases={indicator.hasBases} />
        )}
      </section>
      {wrong && <p className="hint">{t('fixPeriod')}</p>}
      {!wrong && <BesideFigure key={`beside ${indicator.code}`} town={town} indicator={indicator} choice={choice} />}
      {!wrong && !indicator.hasBases && (
        <>
          <Parts town={town} indicator={indicator} choice={choice} />
          <FigureRecords key={indicator.code} town={town} indicator={indicator} choice={choice} missingFirst={false} />
        </>
      )}
      {!wrong && indicator.hasBases && <OnBases town={town} indicator={indicator} choice={choice} choose={choose} />}
    </div>
  );
}
