import { skipToken, useQuery } from '@apollo/client/react';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { CallLine } from './CallLine.tsx';
import { CALLS, CALLS_MASKED, callStates, filterOf, type LogChoice, readChoice } from './call.ts';

/** Calls that one page of the log shows. */
const atOnce = 20;

/** The calls to a hotline in some days, today's at first, the latest first. */
export function CallLog({ hotline, town }: { hotline: string; town: { code: string } }) {
  const { t } = useTranslation('calls');
  const [params, setParams] = useSearchParams();
  const choice = readChoice(params, dayInShanghai());
  const choose = (name: keyof LogChoice, value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value === null) after.delete(name);
      else after.set(name, value);
      return after;
    });
  const query = useCalls(town.code, choice, hotline);
  const { data, error, refetch } = query;
  const calls = data?.town?.calls;
  return (
    <Panel flush title={calls ? `${t('log')} ${calls.totalCount}` : t('log')} extra={<PurposePicker />}>
      <div className="toolbar padded">
        {(['first', 'last'] as const).map((end) => (
          <span key={end} className="log-day">
            <span className="hint">{t(`days.${end}`)}</span>{' '}
            <DateInput value={choice[end]} clearable={false} onChange={(day) => choose(end, day ?? null)} />
          </span>
        ))}
        <Select
          aria-label={t('state')}
          className="request-filter"
          placeholder={t('allStates')}
          allowClear
          value={choice.state}
          options={callStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          onChange={(state) => choose('state', state ?? null)}
        />
        <div className="request-filter-unit">
          <PersonPicker
            town={town.code}
            {...(choice.answeredBy === null ? {} : { value: choice.answeredBy })}
            onChange={(person) => choose('answeredBy', person ?? null)}
          />
        </div>
        {(['missed', 'undone'] as const).map((only) => (
          <Checkbox
            key={only}
            className="request-filter-check"
            checked={choice[only]}
            onChange={({ target }) => choose(only, target.checked ? '1' : null)}
          >
            {t(`only.${only}`)}
          </Checkbox>
        ))}
      </div>
      {!calls && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />)}
      {calls?.nodes.length === 0 && <p className="hint padded">{t('none')}</p>}
      {calls?.nodes.map((call) => (
        <CallLine key={call.id} call={call} />
      ))}
      <MoreButton query={query} list={(data) => data.town?.calls} />
    </Panel>
  );
}

/** The calls that are chosen, with what is personal of them once it was said what for. */
function useCalls(code: string, choice: LogChoice, hotline: string) {
  const purpose = usePurpose();
  const variables = { code, filter: filterOf(choice, hotline), first: atOnce, after: null };
  const full = useQuery(CALLS, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  const masked = useQuery(CALLS_MASKED, purpose ? skipToken : { variables, ...unkept });
  return purpose ? full : masked;
}
