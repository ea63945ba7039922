import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { usePurpose } from '../audit/purpose.ts';
import type { Permission } from '../generated/graphql.ts';
import { RELIEF_LIST, type ReliefCategory } from '../relief-items/relief-list.ts';
import { useTown } from '../towns/town.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { ApplyTogether } from './ApplyTogether.tsx';
import { ReliefFilters } from './ReliefFilters.tsx';
import { ReliefList } from './ReliefList.tsx';
import { type NextStep, nextSteps, type ReliefChoice, readChoice } from './relief.ts';

/** Which permission each step takes that is taken with many at once. */
const permissions: Record<NextStep, Permission> = {
  ENDORSE: 'RELIEF_ENDORSE',
  APPROVE: 'RELIEF_APPROVE',
  PAY: 'RELIEF_PAY',
};

/** A town's applications for relief, as far as its viewer sees them. */
export function Component() {
  const { t } = useTranslation('relief');
  const town = useTown();
  const purpose = usePurpose();
  const [params, choose] = useAddress();
  const [applying, setApplying] = useState(false);
  const choice = readChoice(params);
  const { data, error, refetch } = useQuery(RELIEF_LIST, { variables: { code: town.code } });
  const categories = data?.town?.reliefCategories;
  // Who gets what is sensitive is looked for only when it is said what for.
  const isHidden = purpose === null && isSensitive(categories ?? [], choice);
  const may = (permission: Permission) => town.viewerCanSomewhere.includes(permission);
  return (
    <div className="column-main">
      <div className="toolbar">
        {may('RELIEF_APPLY') && (
          <Button type="primary" onClick={() => setApplying(true)}>
            {t('applyTogether')}
          </Button>
        )}
        {Object.entries(nextSteps).map(
          ([state, step]) =>
            may(permissions[step]) && (
              <Button key={step} onClick={() => choose({ state })}>
                {t(`waiting.${step}`)}
              </Button>
            ),
        )}
        <ReliefFilters town={town.code} categories={categories ?? []} choice={choice} choose={choose} />
      </div>
      {!categories && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />)}
      {isHidden && (
        <Panel title={t('applications')} extra={<PurposePicker />}>
          <p className="hint">{t('sensitiveNeedsPurpose')}</p>
        </Panel>
      )}
      {categories && !isHidden && (
        <ReliefList key={`${purpose} ${params.toString()}`} town={town.code} choice={choice} />
      )}
      {applying && <ApplyTogether town={town} onClose={() => setApplying(false)} />}
    </div>
  );
}

function isSensitive(categories: readonly ReliefCategory[], { category, item }: ReliefChoice): boolean {
  return categories.some(
    ({ id, sensitive, items }) => sensitive && (id === category || items.some((each) => each.id === item)),
  );
}
