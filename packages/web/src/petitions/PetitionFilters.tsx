import { useTranslation } from 'react-i18next';
import { SubjectFilter } from '../requests/SubjectFilter.tsx';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { type PetitionChoice, petitionStates } from './petition.ts';

/** Narrows which petitions are listed. */
export function PetitionFilters({ town, choice, choose }: { town: string; choice: PetitionChoice; choose: Choose }) {
  const { t } = useTranslation(['petitions', 'requests']);
  return (
    <>
      <FilterSelect
        label={t('state')}
        all={t('allStates')}
        value={choice.state}
        options={petitionStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        onChange={(state) => choose({ state })}
      />
      <SubjectFilter town={town} value={choice.subject} onChange={(subject) => choose({ subject })} />
      <TreeFilter town={town} all={t('unit')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      <FilterCheck
        label={t('requests:onlyOverdue')}
        checked={choice.overdue === true}
        onChange={(overdue) => choose({ overdue })}
      />
    </>
  );
}
