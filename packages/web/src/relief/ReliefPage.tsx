import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { RELIEF_LIST } from '../relief-items/relief-list.ts';
import { useTown } from '../towns/town.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { optionsOf } from '../ui/options.ts';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { ApplyTogether } from './ApplyTogether.tsx';
import { ReliefLine } from './ReliefLine.tsx';
import { filterOf, RELIEF_APPLICATIONS, RELIEF_APPLICATIONS_FOR, readChoice, reliefStates } from './relief.ts';

/** A town's applications for relief, as far as its viewer sees them. */
export function Component() {
  const { t } = useTranslation('relief');
  const town = useTown();
  const purpose = usePurpose();
  const [params, choose] = useAddress();
  const [applying, setApplying] = useState(false);
  const choice = readChoice(params);
  const { data } = useQuery(RELIEF_LIST, { variables: { code: town.code } });
  // Who gets what is sensitive is looked for only when it is said what for.
  const categories = (data?.town?.reliefCategories ?? []).filter(({ sensitive }) => purpose !== null || !sensitive);
  const category = categories.find(({ id }) => id === choice.category)?.id ?? null;
  const variables = { code: town.code, filter: filterOf({ ...choice, category }), after: null };
  const full = useQuery(
    RELIEF_APPLICATIONS_FOR,
    purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken,
  );
  const masked = useQuery(RELIEF_APPLICATIONS, purpose ? skipToken : { variables, ...unkept });
  const panel = { title: t('applications'), extra: <PurposePicker />, none: t('none') };
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('RELIEF_APPLY') && (
          <Button type="primary" onClick={() => setApplying(true)}>
            {t('applyTogether')}
          </Button>
        )}
        <FilterSelect
          label={t('state')}
          all={t('allStates')}
          value={choice.state}
          options={reliefStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          onChange={(state) => choose({ state })}
        />
        <FilterSelect
          label={t('category')}
          all={t('allCategories')}
          value={category}
          options={optionsOf(categories)}
          onChange={(category) => choose({ category })}
        />
        <TreeFilter town={town.code} all={t('place')} value={choice.unit} onChange={(unit) => choose({ unit })} />
      </div>
      {purpose ? (
        <ListPanel {...panel} query={full} list={({ town }) => town?.reliefApplications}>
          {(application) => <ReliefLine key={application.id} application={application} />}
        </ListPanel>
      ) : (
        <ListPanel {...panel} query={masked} list={({ town }) => town?.reliefApplications}>
          {(application) => <ReliefLine key={application.id} application={application} />}
        </ListPanel>
      )}
      {applying && <ApplyTogether town={town} onClose={() => setApplying(false)} />}
    </div>
  );
}
