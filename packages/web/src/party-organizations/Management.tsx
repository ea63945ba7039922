import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { History } from '../ui/History.tsx';
import { Panel } from '../ui/Panel.tsx';
import { type Managed, ReturnToTerritory, TakeIntoDirectManagement } from './DirectManagement.tsx';

/** By whom something is managed, when it was managed directly and why, and the way into that and out of it. */
export function Management({ of }: { of: Managed }) {
  const { t } = useTranslation('partyOrganizations');
  const [moving, setMoving] = useState(false);
  const direct = of.management === 'DIRECT';
  const Form = direct ? ReturnToTerritory : TakeIntoDirectManagement;
  return (
    <Panel
      title={`${t('management')}：${t(`managements.${of.management}`)}`}
      extra={
        can(of, 'PARTY_KEEP') && (
          <Button size="small" onClick={() => setMoving(true)}>
            {t(direct ? 'return' : 'take')}
          </Button>
        )
      }
    >
      {of.directManagement.length === 0 && <span className="hint">{t('neverDirect')}</span>}
      <History
        periods={of.directManagement.map(({ validFrom, validTo, enteredBecause, leftBecause }) => ({
          from: validFrom,
          to: validTo,
          title: t('managements.DIRECT'),
          note: [enteredBecause, leftBecause].filter(Boolean).join(' → '),
        }))}
      />
      {moving && <Form of={of} onClose={() => setMoving(false)} />}
    </Panel>
  );
}
