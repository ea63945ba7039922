import { Alert, Button, Radio, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choosing, type Chosen, type Doubtful, unlisted } from './choices.ts';

interface Props<Duplicate extends { row: number }> extends Choosing<Doubtful & { duplicates: readonly Duplicate[] }> {
  title: string;
  lead: string;
  /** What a row is called by, under which heading. */
  named: { title: string; of: (duplicate: Duplicate) => string };
  /** What a row may describe. */
  perhaps: (duplicate: Duplicate) => ReactNode;
}

/** The rows that may describe what is there elsewhere already, with what is to become of each. */
export function Duplicates<Duplicate extends { row: number }>(props: Props<Duplicate>) {
  const { t } = useTranslation('imports');
  const { outlook, named, perhaps, choices, onChoose } = props;
  const { duplicates } = outlook;
  const rest = unlisted(outlook);
  const all = (chosen: Chosen) =>
    onChoose({
      rows: new Map(duplicates.map(({ row }) => [row, chosen])),
      rest: rest > 0 ? chosen : null,
    });
  return (
    <>
      <Alert type="warning" showIcon className="notice" title={props.title} description={props.lead} />
      <div className="toolbar">
        <Button size="small" onClick={() => all('SKIP')}>
          {t('skipAll')}
        </Button>
        <Button size="small" onClick={() => all('ADD')}>
          {t('addAll')}
        </Button>
      </div>
      <Table<Duplicate>
        className="sheet"
        size="small"
        rowKey="row"
        dataSource={[...duplicates]}
        pagination={duplicates.length > 20 ? { pageSize: 20, showSizeChanger: false, size: 'small' } : false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('row'), dataIndex: 'row', width: 64 },
          { title: named.title, key: 'named', render: (_, duplicate) => named.of(duplicate) },
          { title: t('perhaps'), key: 'perhaps', render: (_, duplicate) => perhaps(duplicate) },
          {
            title: t('choice'),
            key: 'choice',
            render: (_, { row }) => (
              <Choice
                label={t('choiceOf', { row })}
                value={choices.rows.get(row) ?? null}
                onChange={(chosen) => onChoose({ ...choices, rows: new Map([...choices.rows, [row, chosen]]) })}
              />
            ),
          },
        ]}
      />
      {rest > 0 && (
        <p className="toolbar">
          {t('rest', { n: rest })}
          <Choice
            label={t('rest', { n: rest })}
            value={choices.rest}
            onChange={(chosen) => onChoose({ ...choices, rest: chosen })}
          />
        </p>
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: Chosen | null;
  onChange: (chosen: Chosen) => void;
}

function Choice({ label, value, onChange }: ChoiceProps) {
  const { t } = useTranslation('imports');
  return (
    <Radio.Group
      aria-label={label}
      size="small"
      optionType="button"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: 'SKIP', label: t('skip') },
        { value: 'ADD', label: t('add') },
      ]}
    />
  );
}
