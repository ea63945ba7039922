import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { KindTag } from '../units/KindTag.tsx';
import type { Outlook } from './import.ts';

/** The units that a file would open, with a warning where one looks like another by a new name. */
export function Additions({ additions, opens }: Pick<Outlook, 'additions' | 'opens'>) {
  const { t } = useTranslation('imports');
  const renamed = additions.filter(({ perhapsRenamed }) => perhapsRenamed !== null).length;
  return (
    <>
      {renamed > 0 && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('perhapsRenamed', { n: renamed })}
          description={t('perhapsRenamedLead')}
        />
      )}
      <Table
        className="sheet"
        size="small"
        rowKey="row"
        dataSource={[...additions]}
        pagination={additions.length > 20 ? { pageSize: 20, showSizeChanger: false, size: 'small' } : false}
        title={() =>
          additions.length < opens ? t('someAdditions', { n: additions.length, of: opens }) : t('additions')
        }
        columns={[
          { title: t('row'), dataIndex: 'row', width: 64 },
          {
            title: t('unit'),
            key: 'unit',
            render: (_, { kind, name }) => (
              <span className="node">
                <KindTag kind={kind} /> {name}
              </span>
            ),
          },
          { title: t('under'), dataIndex: 'parent' },
          {
            title: '',
            key: 'renamed',
            render: (_, { perhapsRenamed }) =>
              perhapsRenamed !== null && <span className="hint">{t('perhapsOf', { name: perhapsRenamed })}</span>,
          },
        ]}
      />
    </>
  );
}
