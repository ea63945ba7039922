import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../ui/DateInput.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { type SubjectChoice, spanNames } from './subject.ts';

interface Props {
  choice: SubjectChoice;
  choose: Choose;
}

/** Chooses so many months up to the present one, or days. */
export function PeriodPicker({ choice: { span, period }, choose }: Props) {
  const { t } = useTranslation('subjects');
  return (
    <>
      <Segmented<string>
        aria-label={t('period')}
        value={span ?? 'days'}
        options={[
          ...spanNames.map((each) => ({ value: each, label: t(`spans.${each}`) })),
          { value: 'days', label: t('days') },
        ]}
        onChange={(chosen) =>
          choose(
            chosen === 'days'
              ? { span: null, from: period.first, to: period.last }
              : { span: chosen, from: null, to: null },
          )
        }
      />
      {span === null && (
        <>
          <span className="tags">
            <label htmlFor="subjects-from">{t('from')}</label>
            <DateInput
              id="subjects-from"
              clearable={false}
              value={period.first}
              onChange={(day) => day && choose({ from: day, ...(day > period.last ? { to: day } : {}) })}
            />
          </span>
          <span className="tags">
            <label htmlFor="subjects-to">{t('to')}</label>
            <DateInput
              id="subjects-to"
              clearable={false}
              value={period.last}
              onChange={(day) => day && choose({ to: day, ...(day < period.first ? { from: day } : {}) })}
            />
          </span>
        </>
      )}
    </>
  );
}
