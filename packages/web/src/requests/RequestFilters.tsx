import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { type Choice, requestLevels } from './request.ts';
import { SubjectFilter } from './SubjectFilter.tsx';

/** Narrows what the board shows. */
export function RequestFilters({ town, choice, choose }: { town: string; choice: Choice; choose: Choose }) {
  const { t } = useTranslation('requests');
  return (
    <>
      <Input.Search
        className="toolbar-search"
        aria-label={t('number')}
        placeholder={t('findNumber')}
        defaultValue={choice.number ?? ''}
        allowClear
        onSearch={(number) => choose({ number: number.trim() || null })}
      />
      <SubjectFilter town={town} value={choice.subject} onChange={(subject) => choose({ subject })} />
      <FilterSelect
        label={t('level')}
        all={t('allLevels')}
        value={choice.level}
        options={requestLevels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        onChange={(level) => choose({ level })}
      />
      <TreeFilter town={town} all={t('unit')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      <FilterCheck
        label={t('onlyOverdue')}
        checked={choice.overdue === true}
        onChange={(overdue) => choose({ overdue })}
      />
    </>
  );
}
