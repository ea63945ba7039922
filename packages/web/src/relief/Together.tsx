import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grouped, totalOf } from '../ui/money.ts';
import type { NextStep, ReliefRow } from './relief.ts';
import { TakeTogether } from './TakeTogether.tsx';

interface Props {
  town: string;
  step: NextStep;
  /** What is shown with which the viewer may take the step. */
  possible: readonly ReliefRow[];
  picked: readonly ReliefRow[];
  onPick: (ids: readonly string[]) => void;
}

/** What is picked of a list of applications, what that comes to, and the step to take with all of it. */
export function Together({ town, step, possible, picked, onPick }: Props) {
  const { t } = useTranslation('relief');
  const [taking, setTaking] = useState(false);
  const total = totalOf(picked.map((application) => moved(application, step)));
  return (
    <div className="toolbar">
      <Checkbox
        checked={picked.length === possible.length}
        indeterminate={picked.length > 0 && picked.length < possible.length}
        onChange={({ target }) => onPick(target.checked ? possible.map(({ id }) => id) : [])}
      >
        {t('together.all', { n: possible.length })}
      </Checkbox>
      <Button type="primary" size="small" disabled={picked.length === 0} onClick={() => setTaking(true)}>
        {t(`together.${step}`)}
      </Button>
      {picked.length > 0 && (
        <span className="hint">{t('together.picked', { n: picked.length, amount: grouped(total) })}</span>
      )}
      {taking && (
        <TakeTogether
          town={town}
          step={step}
          applications={picked.map(({ id }) => id)}
          total={total}
          onDone={() => onPick([])}
          onClose={() => setTaking(false)}
        />
      )}
    </div>
  );
}

/** What a step moves of an application: what it asks for, or, to pay, what is granted and open. */
function moved({ amount, granting }: ReliefRow, step: NextStep): string {
  if (step !== 'PAY') return amount;
  return totalOf(
    granting.filter(({ paidOn, cancelledOn }) => paidOn === null && cancelledOn === null).map(({ amount }) => amount),
  );
}
