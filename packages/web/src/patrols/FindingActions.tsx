import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatrolFindingStep } from '../generated/graphql.ts';
import { ActOnFinding, FollowUpFinding } from './ActOnFinding.tsx';
import { CorrectFinding } from './CorrectFinding.tsx';
import { DeclineFinding, ReopenFinding } from './DeclineFinding.tsx';
import { PassOnFinding, RaiseFinding } from './PassOnFinding.tsx';
import type { Finding } from './patrol.ts';

/** The order in which the steps are offered: the first that there is stands out. */
const order: readonly PatrolFindingStep[] = ['ACT', 'RAISE', 'PASS_ON', 'DECLINE', 'FOLLOW_UP', 'REOPEN', 'CORRECT'];

/** The steps that its viewer may take with something a patrol brought up, as buttons. */
export function FindingActions({ finding, town }: { finding: Finding; town: string }) {
  const { t } = useTranslation('patrols');
  const [taking, setTaking] = useState<PatrolFindingStep | null>(null);
  const steps = order.filter((step) => finding.actions.includes(step));
  const props = { finding, town, onClose: () => setTaking(null) };
  return (
    <div className="actions">
      {steps.map((step) => (
        <Button key={step} size="small" type={step === 'ACT' ? 'primary' : 'default'} onClick={() => setTaking(step)}>
          {t(`steps.${step}`)}
        </Button>
      ))}
      {taking === 'ACT' && <ActOnFinding {...props} />}
      {taking === 'FOLLOW_UP' && <FollowUpFinding {...props} />}
      {taking === 'RAISE' && <RaiseFinding {...props} />}
      {taking === 'PASS_ON' && <PassOnFinding {...props} />}
      {taking === 'DECLINE' && <DeclineFinding {...props} />}
      {taking === 'REOPEN' && <ReopenFinding {...props} />}
      {taking === 'CORRECT' && <CorrectFinding {...props} />}
    </div>
  );
}
