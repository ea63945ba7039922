import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { useTown } from '../towns/town.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { ExportOrganizations } from './ExportOrganizations.tsx';
import { IndustryFilter, KindFilter } from './ListFilters.tsx';
import { OrganizationList } from './OrganizationList.tsx';
import { filterOf, organizationClasses, readChoice } from './organization.ts';
import { RegisterOrganization } from './RegisterOrganization.tsx';

/** A town's organisations of the new sectors on a day, and the way to register one. */
export function Component() {
  const { t } = useTranslation('organizations');
  const town = useTown();
  const asOf = useAsOf();
  const [params, choose] = useAddress();
  const [registering, setRegistering] = useState(false);
  const choice = readChoice(params);
  return (
    <div className="column-main">
      <div className="toolbar">
        {asOf === null && town.viewerCanSomewhere.includes('ORGANIZATION_KEEP') && (
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t('register')}
          </Button>
        )}
        <div className="filter-unit">
          <Input.Search
            key={choice.name}
            aria-label={t('nameFilter')}
            placeholder={t('nameFilter')}
            allowClear
            defaultValue={choice.name ?? ''}
            onSearch={(name) => choose({ name: name.trim() || null })}
          />
        </div>
        <FilterSelect
          label={t('class')}
          all={t('allClasses')}
          value={choice.class}
          options={organizationClasses.map((each) => ({ value: each, label: t(`classes.${each}`) }))}
          onChange={(value) => choose({ class: value })}
        />
        <KindFilter town={town.code} value={choice.kind} onChange={(kind) => choose({ kind })} />
        <IndustryFilter town={town.code} value={choice.industry} onChange={(industry) => choose({ industry })} />
        <FilterSelect
          label={t('membership')}
          all={t('allMembers')}
          value={choice.members}
          options={[
            { value: 'with', label: t('hasMembers') },
            { value: 'without', label: t('noMembers') },
          ]}
          onChange={(members) => choose({ members })}
        />
        <TreeFilter town={town.code} all={t('anywhere')} value={choice.unit} onChange={(unit) => choose({ unit })} />
        {can(town, 'ORGANIZATION_EXPORT') && (
          <>
            <ExportOrganizations town={town.code} filter={filterOf(choice)} asOf={asOf} />
            <PurposePicker />
          </>
        )}
      </div>
      <OrganizationList town={town.code} choice={choice} asOf={asOf} />
      {registering && <RegisterOrganization town={town.code} onClose={() => setRegistering(false)} />}
    </div>
  );
}
