import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { Amount } from './Amount.tsx';
import { type Checked, importable } from './checked.ts';
import { Faults } from './Faults.tsx';

interface Props<Effect extends string> {
  outlook: Checked<Effect>;
  fileName: string;
  /** What an import does, in the order in which it is told. */
  effects: readonly Effect[];
  nameOf: (effect: Effect) => string;
  /** What else is to be seen before it is imported. */
  more: ReactNode;
  /** What imports it. */
  children: ReactNode;
}

/** What importing a file would do, or what is wrong with it, row by row. */
export function OutlookPanel<Effect extends string>(props: Props<Effect>) {
  const { t } = useTranslation('imports');
  const { outlook, fileName, effects, nameOf, more, children } = props;
  const { rows, errorCount, errors } = outlook;
  const brings = importable(outlook, effects);
  return (
    <Panel title={t('outlook', { fileName })}>
      <dl className="numbers">
        <Amount label={t('rows')} value={rows} />
        {effects.map((effect) => (
          <Amount key={effect} label={nameOf(effect)} value={outlook[effect]} />
        ))}
      </dl>
      {errorCount > 0 && <Faults count={errorCount} errors={errors} />}
      {errorCount === 0 && !brings && <Alert type="info" showIcon title={t('nothing')} />}
      {brings && (
        <>
          {more}
          <div className="actions">{children}</div>
        </>
      )}
    </Panel>
  );
}
