import { useTranslation } from 'react-i18next';
import type { Choose } from '../ui/useAddress.ts';
import { type Coverage, type CoverageChoice, rateNames, rates } from './coverage.ts';

interface Props {
  coverage: Coverage;
  /** The rate whose gaps are shown. */
  rate: CoverageChoice['rate'];
  choose: Choose;
}

/** The three rates, each with what it counts; choosing one shows what it misses. */
export function RateTiles({ coverage, rate, choose }: Props) {
  const { t } = useTranslation('coverageRates');
  const { on, recordsBegin, organizations } = coverage;
  if (recordsBegin === null || on < recordsBegin) {
    return (
      <p className="hint padded" role="status">
        {recordsBegin === null ? t('noRecords') : t('beforeRecords', { day: recordsBegin })}
      </p>
    );
  }
  return (
    <fieldset className="rate-tiles">
      <legend className="rate-tiles-all">{t('count', { n: organizations })}</legend>
      {rateNames.map((each) => {
        const { numerator, denominator, rounded } = coverage[rates[each]];
        return (
          <button
            key={each}
            type="button"
            className={each === rate ? 'rate-tile chosen' : 'rate-tile'}
            aria-pressed={each === rate}
            onClick={() => choose({ rate: each })}
          >
            <span>{t(`rates.${each}`)}</span>
            <strong>{rounded ?? '—'}</strong>
            <span className="hint">
              {numerator} / {denominator}
            </span>
            {numerator < denominator && (
              <span className="rate-tile-gaps">{t('openGaps', { n: denominator - numerator })}</span>
            )}
            <span className="hint rate-tile-says">{t(`says.${each}`)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
