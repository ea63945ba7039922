import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { dayInShanghai, isDay } from '../ui/day.ts';
import { Beside } from './Beside.tsx';
import { Changes } from './Changes.tsx';
import { Events } from './Events.tsx';

/** A town's history: how its tree differs between two days, which are in the address, and what restructured it. */
export function Component() {
  const { t } = useTranslation('restructurings');
  const town = useTown();
  const [params, setParams] = useSearchParams();
  const today = dayInShanghai();
  const to = isDay(params.get('to')) ? (params.get('to') ?? today) : today;
  const asked = params.get('from');
  const from = isDay(asked) && asked <= to ? asked : `${Number(to.slice(0, 4)) - 1}-12-31`;
  const view = params.get('view') === 'beside' ? 'beside' : 'list';
  const choose = (days: { from: string; to: string }) =>
    setParams({ ...(days.from <= days.to ? days : { from: days.to, to: days.from }), view });
  return (
    <div className="history-page">
      <p className="hint">{t('lead')}</p>
      <div className="history-days">
        <label htmlFor="history-from">{t('from')}</label>
        <DateInput id="history-from" value={from} onChange={(day) => day && choose({ from: day, to })} />
        <label htmlFor="history-to">{t('to')}</label>
        <DateInput id="history-to" value={to} onChange={(day) => day && choose({ from, to: day })} />
        <Segmented
          aria-label={t('view')}
          value={view}
          onChange={(next) => setParams({ from, to, view: next })}
          options={[
            { value: 'list', label: t('asList') },
            { value: 'beside', label: t('beside') },
          ]}
        />
      </div>
      {view === 'beside' ? (
        <Beside key={`${from} ${to}`} code={town.code} from={from} to={to} />
      ) : (
        <Changes key={`${from} ${to}`} code={town.code} from={from} to={to} />
      )}
      <Events code={town.code} mayUndo={can(town, 'UNIT_RESTRUCTURE')} />
    </div>
  );
}
