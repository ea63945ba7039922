import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { Additions } from './Additions.tsx';
import { Amount } from './Amount.tsx';
import { Faults } from './Faults.tsx';
import { effects, importable, type Outlook } from './import.ts';

interface Props {
  outlook: Outlook;
  fileName: string;
  children: ReactNode;
}

/** What importing a file would do, or what is wrong with it, row by row. */
export function OutlookPanel({ outlook, fileName, children }: Props) {
  const { t } = useTranslation('imports');
  const { rows, errorCount, errors, additions } = outlook;
  return (
    <Panel title={t('outlook', { fileName })}>
      <dl className="numbers">
        <Amount label={t('rows')} value={rows} />
        {effects.map((effect) => (
          <Amount key={effect} label={t(`effect.${effect}`)} value={outlook[effect]} />
        ))}
      </dl>
      {errorCount > 0 && <Faults count={errorCount} errors={errors} />}
      {errorCount === 0 && additions.length > 0 && <Additions additions={additions} opens={outlook.opens} />}
      {errorCount === 0 && !importable(outlook) && <Alert type="info" showIcon title={t('nothing')} />}
      {importable(outlook) && <div className="actions">{children}</div>}
    </Panel>
  );
}
