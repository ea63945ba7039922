import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../imports/Amount.tsx';
import { type Choices, undecided } from '../imports/choices.ts';
import { Faults } from '../imports/Faults.tsx';
import { Panel } from '../ui/Panel.tsx';
import { HouseholdDuplicates } from './HouseholdDuplicates.tsx';
import { effects, type HouseholdOutlook, importable } from './household-import.ts';

interface Props {
  outlook: HouseholdOutlook;
  fileName: string;
  choices: Choices;
  onChoose: (choices: Choices) => void;
  /** What imports it, once all is decided. */
  children: ReactNode;
}

/** What a file of households would bring, what is wrong with its rows, and who may be known already. */
export function OutlookPanel({ outlook, fileName, choices, onChoose, children }: Props) {
  const { t } = useTranslation(['householdImports', 'imports']);
  const { rows, errorCount, errors, duplicateCount } = outlook;
  const open = undecided(outlook, choices);
  return (
    <Panel title={t('imports:outlook', { fileName })}>
      <dl className="numbers">
        <Amount label={t('imports:rows')} value={rows} />
        {effects.map((effect) => (
          <Amount key={effect} label={t(`effect.${effect}`)} value={outlook[effect]} />
        ))}
      </dl>
      {errorCount > 0 && <Faults count={errorCount} errors={errors} />}
      {errorCount === 0 && !importable(outlook) && <Alert type="info" showIcon title={t('imports:nothing')} />}
      {importable(outlook) && (
        <>
          {duplicateCount > 0 && <HouseholdDuplicates outlook={outlook} choices={choices} onChoose={onChoose} />}
          <div className="actions">
            {open > 0 ? <span className="hint">{t('imports:undecided', { n: open })}</span> : children}
          </div>
        </>
      )}
    </Panel>
  );
}
