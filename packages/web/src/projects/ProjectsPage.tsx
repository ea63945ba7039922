import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SubjectFilter } from '../requests/SubjectFilter.tsx';
import { useTown } from '../towns/town.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { ProjectList } from './ProjectList.tsx';
import { ProposeProject } from './ProposeProject.tsx';
import { projectStates, readChoice, years } from './project.ts';

/** A town's projects of the year, and the way to propose one. */
export function Component() {
  const { t } = useTranslation('projects');
  const town = useTown();
  const [params, choose] = useAddress();
  const [proposing, setProposing] = useState(false);
  const choice = readChoice(params);
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
          onChange={(year) => choose({ year: year?.toString() })}
        />
        <FilterSelect
          label={t('state')}
          all={t('allStates')}
          value={choice.state}
          options={projectStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          onChange={(state) => choose({ state })}
        />
        <SubjectFilter town={town.code} value={choice.subject} onChange={(subject) => choose({ subject })} />
        <TreeFilter town={town.code} all={t('place')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      </div>
      <ProjectList town={town} choice={choice} />
      {proposing && <ProposeProject town={town} onClose={() => setProposing(false)} />}
    </div>
  );
}
