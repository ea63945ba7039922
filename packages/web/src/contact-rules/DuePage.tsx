import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTown } from '../towns/town.ts';
import { TreePicker } from '../units/TreePicker.tsx';
import { DueList } from './DueList.tsx';
import { readChoice, spans } from './due.ts';

/** The households to contact: of a unit, a team, or all that the viewer sees, by day. */
export function Component() {
  const { t } = useTranslation('contactRules');
  const town = useTown();
  const [params, setParams] = useSearchParams();
  const choice = readChoice(params);
  /** Says something else in the address; of unit and team only one is named. */
  const choose = (name: 'unit' | 'team' | 'within', value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (name !== 'within') for (const each of ['unit', 'team']) after.delete(each);
      if (value === null) after.delete(name);
      else after.set(name, value);
      return after;
    });
  return (
    <div className="column-main">
      <div className="toolbar">
        <Segmented
          aria-label={t('within')}
          value={choice.within}
          options={spans.map((days) => ({ value: days, label: days === 0 ? t('today') : t('days', { n: days }) }))}
          onChange={(days) => choose('within', String(days))}
        />
        {(['unit', 'team'] as const).map((pick) => (
          <div key={pick} className="request-filter-unit">
            <TreePicker
              town={town.code}
              pick={pick}
              placeholder={t(pick)}
              allowClear
              {...(choice[pick] === null ? {} : { value: choice[pick] })}
              onChange={(value) => choose(pick, value ?? null)}
            />
          </div>
        ))}
      </div>
      <DueList town={town} choice={choice} />
    </div>
  );
}
