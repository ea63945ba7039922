import { useTranslation } from 'react-i18next';
import { SubjectFilter } from '../requests/SubjectFilter.tsx';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { type MediationChoice, mediationStates } from './mediation.ts';

/** Narrows which mediations are listed. */
export function MediationFilters({ town, choice, choose }: { town: string; choice: MediationChoice; choose: Choose }) {
  const { t } = useTranslation('mediations');
  return (
    <>
      <FilterSelect
        label={t('state')}
        all={t('allStates')}
        value={choice.state}
        options={mediationStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        onChange={(state) => choose({ state })}
      />
      <SubjectFilter town={town} value={choice.subject} onChange={(subject) => choose({ subject })} />
      <TreeFilter town={town} all={t('unit')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      <FilterCheck
        label={t('onlyToCheck')}
        checked={choice.checkDue === true}
        onChange={(checkDue) => choose({ checkDue })}
      />
    </>
  );
}
