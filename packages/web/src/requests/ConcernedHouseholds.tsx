import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import { Panel } from '../ui/Panel.tsx';
import { AddHouseholds } from './AddToRequest.tsx';
import type { RequestInFull } from './request.ts';

/** The households that a request concerns, and the way to add more; nothing where it is one's own and stays so. */
export function ConcernedHouseholds({ request }: { request: RequestInFull }) {
  const { t } = useTranslation(['requests', 'households']);
  const [adding, setAdding] = useState(false);
  const { households, actions } = request;
  const householdCount = request.householdCount ?? 0;
  const adds = actions.includes('ADD_HOUSEHOLDS');
  if (householdCount <= 1 && !adds) return null;
  return (
    <Panel
      title={`${t('concernedHouseholds')} ${householdCount}`}
      extra={
        adds && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('steps.ADD_HOUSEHOLDS')}
          </Button>
        )
      }
    >
      <span className="tags">
        {households.nodes.map(({ id, code }) => (
          <Link key={id} to={householdPath(id)}>
            {code ?? t('households:noCode')}
          </Link>
        ))}
        {households.nodes.length < householdCount && '…'}
        {householdCount === 0 && <span className="hint">{t('concernsNobody')}</span>}
      </span>
      {adding && <AddHouseholds request={request} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
