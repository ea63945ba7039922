import { useQuery } from '@apollo/client/react';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SUBJECTS } from '../requests/Filters.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { type MediationChoice, mediationStates } from './mediation.ts';

interface Props {
  town: string;
  choice: MediationChoice;
  /** Says something else in the address; null takes it out. */
  choose: (name: keyof MediationChoice, value: string | null) => void;
}

/** Narrows which mediations are listed. */
export function MediationFilters({ town, choice, choose }: Props) {
  const { t } = useTranslation(['mediations', 'requests']);
  const { data } = useQuery(SUBJECTS, { variables: { code: town } });
  return (
    <>
      <Select
        aria-label={t('state')}
        className="request-filter"
        placeholder={t('allStates')}
        allowClear
        value={choice.state}
        options={mediationStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        onChange={(state) => choose('state', state ?? null)}
      />
      <Select
        aria-label={t('requests:subject')}
        className="request-filter"
        placeholder={t('requests:allSubjects')}
        allowClear
        value={choice.subject}
        options={(data?.town?.requestSubjects ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(subject) => choose('subject', subject ?? null)}
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
        checked={choice.checkDue === true}
        onChange={({ target }) => choose('checkDue', target.checked ? '1' : null)}
      >
        {t('onlyToCheck')}
      </Checkbox>
    </>
  );
}
