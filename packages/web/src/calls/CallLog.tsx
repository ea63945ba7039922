import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { CallLine } from './CallLine.tsx';
import { CALLS, CALLS_MASKED, callStates, filterOf, type LogChoice, readChoice } from './call.ts';

/** Calls that one page of the log shows. */
const atOnce = 20;

/** The calls to a hotline in some days, today's at first, the latest first. */
export function CallLog({ hotline, town }: { hotline: string; town: { code: string } }) {
  const { t } = useTranslation('calls');
  const [params, choose] = useAddress();
  const choice = readChoice(params, dayInShanghai());
  const query = useCalls(town.code, choice, hotline);
  const { data, error, refetch } = query;
  const calls = data?.town?.calls;
  return (
    <Panel flush title={calls ? `${t('log')} ${calls.totalCount}` : t('log')} extra={<PurposePicker />}>
      <div className="toolbar padded">
        {(['first', 'last'] as const).map((end) => (
          <span key={end} className="log-day">
            <span className="hint">{t(`days.${end}`)}</span>{' '}
            <DateInput value={choice[end]} clearable={false} onChange={(day) => choose({ [end]: day })} />
          </span>
        ))}
        <FilterSelect
          label={t('state')}
          all={t('allStates')}
          value={choice.state}
          options={callStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          onChange={(state) => choose({ state })}
        />
        <div className="filter-unit">
          <PersonPicker
            town={town.code}
            {...(choice.answeredBy === null ? {} : { value: choice.answeredBy })}
            onChange={(person) => choose({ answeredBy: person })}
          />
        </div>
        {(['missed', 'undone'] as const).map((only) => (
          <FilterCheck
            key={only}
            label={t(`only.${only}`)}
            checked={choice[only]}
            onChange={(value) => choose({ [only]: value })}
          />
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
