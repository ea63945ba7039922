import { useQuery } from '@apollo/client/react';
import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { TreePicker } from '../units/TreePicker.tsx';
import { type Choice, requestLevels } from './request.ts';

export const SUBJECTS = graphql(`
  query RequestSubjects($code: RegisterCode!) {
    town(code: $code) {
      id
      requestSubjects { id name }
      externalParties { id name }
    }
  }
`);

interface Props {
  town: string;
  choice: Choice;
  /** Says something else in the address; null takes it out. */
  choose: (name: string, value: string | null) => void;
}

/** Narrows what the board shows. */
export function Filters({ town, choice, choose }: Props) {
  const { t } = useTranslation('requests');
  const { data } = useQuery(SUBJECTS, { variables: { code: town } });
  const subjects = data?.town?.requestSubjects ?? [];
  return (
    <>
      <Input.Search
        className="toolbar-search"
        aria-label={t('number')}
        placeholder={t('findNumber')}
        defaultValue={choice.number ?? ''}
        allowClear
        onSearch={(number) => choose('number', number.trim() === '' ? null : number.trim())}
      />
      <Select
        aria-label={t('subject')}
        className="request-filter"
        placeholder={t('allSubjects')}
        allowClear
        value={choice.subject}
        options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(subject) => choose('subject', subject ?? null)}
      />
      <Select
        aria-label={t('level')}
        className="request-filter"
        placeholder={t('allLevels')}
        allowClear
        value={choice.level}
        options={requestLevels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        onChange={(level) => choose('level', level ?? null)}
      />
      <div className="request-filter-unit">
        <TreePicker
          town={town}
          pick="unit"
          placeholder={t('unit')}
          allowClear
          {...(choice.unit === null ? {} : { value: choice.unit })}
          onChange={(unit) => choose('unit', unit ?? null)}
        />
      </div>
      <Checkbox
        className="request-filter-check"
        checked={choice.overdue === true}
        onChange={({ target }) => choose('overdue', target.checked ? '1' : null)}
      >
        {t('onlyOverdue')}
      </Checkbox>
    </>
  );
}
