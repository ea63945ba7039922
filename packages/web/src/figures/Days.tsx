import { useTranslation } from 'react-i18next';
import { lengthOf } from '../ui/calendarPeriod.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { type Change, type Choice, endsTooEarly } from './choice.ts';

interface Props {
  choice: Choice;
  choose: (change: Change) => void;
}

/** The day of a stock; where it has bases, `asOf` says for the units of which other day it may count. */
export function DayField({ choice, choose, hasBases }: Props & { hasBases: boolean }) {
  const { t } = useTranslation('figures');
  return (
    <div className="figure-days">
      <div className="figure-day">
        <label htmlFor="figure-day">{t('day')}</label>
        <DateInput
          id="figure-day"
          value={choice.day}
          onChange={(day) => day && choose(hasBases ? { on: day } : { asOf: day, on: null })}
        />
      </div>
    </div>
  );
}

/** The period of what happens; a last day before the first, as an address may say it, is wrong. */
export function PeriodFields({ choice, choose }: Props) {
  const { t } = useTranslation('figures');
  return (
    <div className="figure-days">
      <PeriodPicker period={choice.period} choose={({ from, to }) => choose({ from, to })} />
      {endsTooEarly(choice) && (
        <span role="alert" className="wrong">
          {t('endsTooEarly', { first: choice.period.first })}
        </span>
      )}
      {lengthOf(choice.period) === null && <span className="hint">{t('inclusive')}</span>}
    </div>
  );
}
