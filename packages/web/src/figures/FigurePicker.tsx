import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IndicatorsQuery } from '../generated/graphql.ts';
import { byArea } from './areas.ts';
import type { Change, Choice } from './choice.ts';
import { STOCKS } from './figure.ts';
import { useWords } from './words.ts';

export type Indicator = IndicatorsQuery['indicators'][number];

/** Of an area with more indicators than this the first few stand beside each other, the others in a list. */
const most = 12;
const first = 4;

interface Props {
  town: string;
  /** The indicator that is chosen. */
  chosen: Indicator;
  indicators: readonly Indicator[];
  choice: Choice;
  choose: (change: Change) => void;
}

/** Chooses what to count; where there is a day to choose, each stock tells how many there are on it. */
export function FigurePicker({ town, chosen, indicators, choice, choose }: Props) {
  const { t } = useTranslation('figures');
  const { nameOf, numberOf } = useWords();
  const { data } = useQuery(STOCKS, {
    variables: { code: town, asOf: choice.day },
    skip: chosen.time !== 'STOCK',
  });
  const counts = new Map<string, number>();
  for (const figure of Object.values(data?.town ?? {})) {
    if (figure === null || typeof figure !== 'object' || figure.numerator === null) continue;
    counts.set(figure.indicator.code, figure.numerator);
  }
  return (
    <fieldset className="figure-picker">
      <legend>{t('indicator')}</legend>
      {byArea(indicators).map(({ area, indicators: all }) => {
        const [beside, listed] = all.length > most ? [all.slice(0, first), all.slice(first)] : [all, []];
        return (
          <div key={area ?? 'other'} className="figure-group">
            <span className="hint">{t(`areas.${area ?? 'OTHER'}`)}</span>
            {beside.map((indicator) => {
              const count = counts.get(indicator.code);
              return (
                <label key={indicator.code} className="figure-chip">
                  <input
                    type="radio"
                    name="figure"
                    value={indicator.code}
                    checked={indicator === chosen}
                    onChange={() => choose({ figure: indicator.code })}
                  />
                  {nameOf(indicator)}{' '}
                  {count !== undefined && <b className={count === 0 ? 'count zero' : 'count'}>{numberOf(count)}</b>}
                </label>
              );
            })}
            {listed.length > 0 && (
              <Select
                className="figure-more"
                showSearch
                optionFilterProp="label"
                aria-label={t('others')}
                placeholder={t('others')}
                value={listed.includes(chosen) ? chosen.code : null}
                options={listed.map((indicator) => ({ value: indicator.code, label: nameOf(indicator) }))}
                onChange={(code) => choose({ figure: code })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
