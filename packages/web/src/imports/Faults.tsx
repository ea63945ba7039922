import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Checked } from './checked.ts';

interface Props {
  count: number;
  errors: Checked<never>['errors'];
}

/** What is wrong with the rows of a file, of which `count` are at fault. */
export function Faults({ count, errors }: Props) {
  const { t } = useTranslation('imports');
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        className="notice"
        title={t('faults', { n: count })}
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
  );
}
