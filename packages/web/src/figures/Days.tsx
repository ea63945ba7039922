import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../ui/DateInput.tsx';
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

/** The first and the last day of a period; a last day before the first is wrong. */
export function PeriodFields({ choice, choose }: Props) {
  const { t } = useTranslation('figures');
  const { first, last } = choice.period;
  const wrong = endsTooEarly(choice);
  return (
    <div className="figure-days">
      <div className="figure-day">
        <label htmlFor="figure-from">{t('from')}</label>
        <DateInput id="figure-from" value={first} onChange={(day) => day && choose({ from: day, to: last })} />
      </div>
      <div className="figure-day">
        <label htmlFor="figure-to">{t('to')}</label>
        <Form.Item
          {...(wrong && { validateStatus: 'error', help: <span role="alert">{t('endsTooEarly', { first })}</span> })}
        >
          <DateInput id="figure-to" value={last} onChange={(day) => day && choose({ from: first, to: day })} />
        </Form.Item>
      </div>
      <span className="hint">{t('inclusive')}</span>
    </div>
  );
}
