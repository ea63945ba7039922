import { Alert, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { Additions } from './Additions.tsx';
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
      {errorCount > 0 && (
        <>
          <Alert
            type="error"
            showIcon
            role="alert"
            className="notice"
            title={t('faults', { n: errorCount })}
            description={t('faultsLead', { shown: errors.length })}
          />
          <Table
            className="sheet"
            size="small"
            rowKey={(error) => `${error.row} ${error.column} ${error.code}`}
            dataSource={[...errors]}
            pagination={errors.length > 20 ? { pageSize: 20, showSizeChanger: false, size: 'small' } : false}
            columns={[
              { title: t('row'), dataIndex: 'row', width: 64 },
              { title: t('column'), dataIndex: 'column', width: 96 },
              { title: t('fault'), dataIndex: 'message' },
            ]}
          />
        </>
      )}
      {errorCount === 0 && additions.length > 0 && <Additions additions={additions} opens={outlook.opens} />}
      {errorCount === 0 && !importable(outlook) && <Alert type="info" showIcon title={t('nothing')} />}
      {importable(outlook) && <div className="actions">{children}</div>}
    </Panel>
  );
}

function Amount({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={value === 0 ? 'count zero' : 'count'}>{value}</dd>
    </div>
  );
}
