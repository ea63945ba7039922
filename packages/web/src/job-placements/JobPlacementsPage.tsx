import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { useTown } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { JobLine } from './JobLine.tsx';
import { filterOf, JOB_PLACEMENTS, JOB_PLACEMENTS_FOR, readChoice } from './job-placement.ts';

/** The jobs that a town found for its residents, as far as their viewer sees them. They are recorded on the household's page. */
export function Component() {
  const { t } = useTranslation('jobPlacements');
  const town = useTown();
  const purpose = usePurpose();
  const [params, choose] = useAddress();
  const choice = readChoice(params, dayInShanghai());
  const variables = { code: town.code, filter: filterOf(choice), after: null };
  const full = useQuery(
    JOB_PLACEMENTS_FOR,
    purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken,
  );
  const masked = useQuery(JOB_PLACEMENTS, purpose ? skipToken : { variables, ...unkept });
  const panel = { title: t('jobPlacements'), extra: <PurposePicker />, none: t('none') };
  return (
    <div className="column-main">
      <div className="toolbar">
        <PeriodPicker period={choice.period} choose={({ from, to }) => choose({ from, to })} />
        <FilterSelect
          label={t('left')}
          all={t('leftOrNot')}
          value={choice.left}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`leftOptions.${value}`) }))}
          onChange={(left) => choose({ left })}
        />
        <TreeFilter town={town.code} all={t('place')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      </div>
      <p className="hint">{t('lead')}</p>
      {purpose ? (
        <ListPanel {...panel} query={full} list={({ town }) => town?.jobPlacements}>
          {(job) => <JobLine key={job.id} job={job} />}
        </ListPanel>
      ) : (
        <ListPanel {...panel} query={masked} list={({ town }) => town?.jobPlacements}>
          {(job) => <JobLine key={job.id} job={job} />}
        </ListPanel>
      )}
    </div>
  );
}
