import { useQuery } from '@apollo/client/react';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SUBJECTS } from '../requests/Filters.tsx';
import { useTown } from '../towns/town.ts';
import { TreePicker } from '../units/TreePicker.tsx';
import { ProjectList } from './ProjectList.tsx';
import { ProposeProject } from './ProposeProject.tsx';
import { projectStates, readChoice, years } from './project.ts';

/** A town's projects of the year, and the way to propose one. */
export function Component() {
  const { t } = useTranslation(['projects', 'requests']);
  const town = useTown();
  const [params, setParams] = useSearchParams();
  const [proposing, setProposing] = useState(false);
  const { data } = useQuery(SUBJECTS, { variables: { code: town.code } });
  const choice = readChoice(params);
  const choose = (name: string, value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value === null) after.delete(name);
      else after.set(name, value);
      return after;
    });
  const subjects = data?.town?.requestSubjects ?? [];
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('PROJECT_PROPOSE') && (
          <Button type="primary" onClick={() => setProposing(true)}>
            {t('propose')}
          </Button>
        )}
        <InputNumber
          aria-label={t('year')}
          placeholder={t('allYears')}
          min={years.first}
          max={years.last}
          precision={0}
          value={choice.year}
          onChange={(year) => choose('year', year === null ? null : `${year}`)}
        />
        <Select
          aria-label={t('state')}
          className="request-filter"
          placeholder={t('allStates')}
          allowClear
          value={choice.state}
          options={projectStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          onChange={(state) => choose('state', state ?? null)}
        />
        <Select
          aria-label={t('requests:subject')}
          className="request-filter"
          placeholder={t('requests:allSubjects')}
          allowClear
          value={choice.subject}
          options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(subject) => choose('subject', subject ?? null)}
        />
        <div className="request-filter-unit">
          <TreePicker
            town={town.code}
            pick="unit"
            placeholder={t('place')}
            allowClear
            {...(choice.unit === null ? {} : { value: choice.unit })}
            onChange={(unit) => choose('unit', unit ?? null)}
          />
        </div>
      </div>
      <ProjectList town={town} choice={choice} />
      {proposing && <ProposeProject town={town} onClose={() => setProposing(false)} />}
    </div>
  );
}
