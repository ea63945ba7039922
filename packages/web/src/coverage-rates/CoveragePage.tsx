import { useQuery } from '@apollo/client/react';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { IndustryFilter, KindFilter } from '../organizations/ListFilters.tsx';
import { organizationClasses } from '../organizations/organization.ts';
import { useTown } from '../towns/town.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { useAnswered } from '../ui/useAnswered.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { askedBy, bases, COVERAGE, readChoice } from './coverage.ts';
import { DraftPanel } from './DraftPanel.tsx';
import type { Drafted } from './draft.ts';
import { Gaps } from './Gaps.tsx';
import { GroupTable } from './GroupTable.tsx';
import { RateTiles } from './RateTiles.tsx';
import './coverage-rates.css';

/** How far the Party covers a town's organisations: three rates, what they miss, and what would mend it. */
export function Component() {
  const { t } = useTranslation(['coverageRates', 'organizations']);
  const town = useTown();
  const [params, choose] = useAddress();
  const [draft, setDraft] = useState<readonly Drafted[]>([]);
  const choice = readChoice(params, dayInShanghai());
  const variables = { code: town.code, ...askedBy(choice), dimension: choice.dimension };
  const { data, error, refetch } = useQuery(COVERAGE, { variables });
  const answered = useAnswered(params, data);
  const coverage = answered?.data.town?.coverage;
  return (
    <div className="column-main coverage">
      <div className="toolbar">
        <span className="tags">
          <label htmlFor="coverage-on">{t('on')}</label>
          <DateInput
            id="coverage-on"
            clearable={false}
            value={choice.on}
            onChange={(on) => choose({ on: on === dayInShanghai() ? null : on })}
          />
        </span>
        <FilterSelect
          label={t('organizations:class')}
          all={t('organizations:allClasses')}
          value={choice.class}
          options={organizationClasses.map((each) => ({ value: each, label: t(`organizations:classes.${each}`) }))}
          onChange={(value) => choose({ class: value })}
        />
        <KindFilter town={town.code} value={choice.kind} onChange={(kind) => choose({ kind })} />
        <IndustryFilter town={town.code} value={choice.industry} onChange={(industry) => choose({ industry })} />
        <FilterSelect
          label={t('management')}
          all={t('allManagements')}
          value={choice.management}
          options={(['DIRECT', 'TERRITORIAL'] as const).map((each) => ({
            value: each,
            label: t(`managements.${each}`),
          }))}
          onChange={(management) => choose({ management })}
        />
        <TreeFilter
          town={town.code}
          all={t('organizations:anywhere')}
          value={choice.unit}
          onChange={(unit) => choose({ unit })}
        />
        <Segmented
          aria-label={t('basis')}
          value={choice.basis}
          options={bases.map((each) => ({ value: each, label: t(`bases.${each}`) }))}
          onChange={(basis) => choose({ basis })}
        />
        <Button className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {answered && coverage ? (
        <>
          <RateTiles coverage={coverage} rate={choice.rate} choose={choose} />
          <GroupTable
            coverage={coverage}
            choice={readChoice(answered.asked, dayInShanghai())}
            choose={choose}
            town={town}
          />
          <Gaps town={town} choice={choice} draft={can(town, 'COVERAGE_KEEP') ? draft : null} onDraft={setDraft} />
          {draft.length > 0 && (
            <div className="draft">
              <DraftPanel town={town.code} on={choice.on} draft={draft} onDraft={setDraft} />
            </div>
          )}
        </>
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
}
