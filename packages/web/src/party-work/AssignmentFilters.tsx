import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../coverage/OrganizationPicker.tsx';
import { useFindPeople } from '../people/PersonPicker.tsx';
import type { Town } from '../towns/town.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { FindOrAdd } from '../ui/FindOrAdd.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { type AssignmentChoice, NAMED_IN_ADDRESS, reaches } from './assignment-list.ts';
import { workRoles } from './party-work.ts';

interface Props {
  town: Town;
  choice: AssignmentChoice;
  choose: Choose;
}

/** Narrows the list of who is assigned: as what, to a unit or a single organisation, where, who, and to which organisation. */
export function AssignmentFilters({ town: { code, viewerCanSomewhere: can }, choice, choose }: Props) {
  const { t } = useTranslation(['partyWork', 'organizations']);
  const { role, to, unit, person, organization } = choice;
  const [hasPerson, hasOrganization] = [person !== null, organization !== null];
  const variables = { person: person ?? '', organization: organization ?? '', hasPerson, hasOrganization };
  const { data: named } = useQuery(NAMED_IN_ADDRESS, { variables, skip: !hasPerson && !hasOrganization });
  const knownPerson = named?.person?.__typename === 'Person' ? named.person : null;
  const knownOrganization = named?.organization ?? null;
  const findPeople = useFindPeople(code);
  return (
    <div className="toolbar padded">
      <FilterSelect
        label={t('role')}
        all={t('allRoles')}
        value={role}
        options={workRoles.map((each) => ({ value: each, label: t(`roles.${each}`) }))}
        onChange={(value) => choose({ role: value })}
      />
      <FilterSelect
        label={t('to')}
        all={t('allReaches')}
        value={to}
        options={reaches.map((each) => ({ value: each, label: t(`reaches.${each}`) }))}
        onChange={(value) => choose({ to: value })}
      />
      <TreeFilter
        town={code}
        all={t('organizations:anywhere')}
        value={unit}
        onChange={(value) => choose({ unit: value })}
      />
      {can.includes('PERSON_READ') && (
        <div className="filter-unit">
          <FindOrAdd
            key={`person ${knownPerson?.id}`}
            label={t('person')}
            placeholder={t('anybody')}
            find={findPeople}
            addLabel={undefined}
            known={knownPerson ? { value: knownPerson.id, label: knownPerson.name } : undefined}
            {...(person === null ? {} : { value: person })}
            onChange={(value) => choose({ person: value })}
          />
        </div>
      )}
      {can.includes('ORGANIZATION_READ') && (
        <div className="filter-unit">
          <OrganizationPicker
            key={`organization ${knownOrganization?.id}`}
            town={code}
            label={t('ofOrganization')}
            known={knownOrganization}
            {...(organization === null ? {} : { value: organization })}
            onChange={(value) => choose({ organization: value })}
          />
        </div>
      )}
    </div>
  );
}
