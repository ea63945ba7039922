import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { SubjectDetail } from './SubjectDetail.tsx';
import { SubjectList } from './SubjectList.tsx';
import { RECURRING_SUBJECTS, readChoice, spanNames } from './subject.ts';

/** What many ask for: the requests of a period by subject, those first that rise, each to be opened by place and month. */
export function Component() {
  const { t } = useTranslation('subjects');
  const town = useTown();
  const [params, choose] = useAddress();
  const choice = readChoice(params, dayInShanghai());
  const { period, unit } = choice;
  const seesProjects = town.viewerCanSomewhere.includes('PROJECT_READ');
  const { data, error, refetch } = useQuery(RECURRING_SUBJECTS, {
    variables: { code: town.code, period, unit, seesProjects },
  });
  const summary = data?.town?.recurringSubjects;
  const opened = summary?.subjects.find(({ subject }) => subject.id === choice.subject);
  return (
    <div className="column-main">
      <p className="hint">{t('lead')}</p>
      <div className="toolbar">
        <PeriodPicker
          spans={spanNames.map((each) => ({ value: each, label: t(`spans.${each}`) }))}
          span={choice.span}
          period={choice.period}
          choose={choose}
        />
        <TreeFilter town={town.code} all={t('wholeTown')} value={unit} onChange={(unit) => choose({ unit })} />
      </div>
      {!summary && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />)}
      {summary && (
        <div className={opened ? 'columns' : 'column-main'}>
          <div className="column-main">
            <Panel title={t('requests', { n: summary.total })} extra={<Against summary={summary} />} flush>
              <SubjectList
                summary={summary}
                opened={choice.subject}
                open={(subject) => choose({ subject: subject === choice.subject ? null : subject })}
              />
            </Panel>
          </div>
          {opened && (
            <div className="column-side">
              <SubjectDetail
                key={opened.subject.id}
                town={town}
                recurring={opened}
                choice={choice}
                narrow={(chosen) => choose({ unit: chosen })}
              />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

/** Against which period it is set. */
function Against({ summary }: { summary: { before: { first: string; last: string }; totalBefore: number } }) {
  const { t } = useTranslation('subjects');
  const { before, totalBefore } = summary;
  return <span className="hint">{t('against', { ...before, n: totalBefore })}</span>;
}
