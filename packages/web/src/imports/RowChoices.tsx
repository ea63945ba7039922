import { Alert, Button, Radio, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Choosing, unlisted } from './choices.ts';

interface Option<Chosen extends string> {
  value: Chosen;
  label: string;
  /** What choosing it for every row is called. */
  all: string;
}

interface Props<Row extends { row: number }, Chosen extends string> extends Choosing<Row, Chosen> {
  title: string;
  lead: string;
  options: readonly Option<Chosen>[];
  /** What is told of a row, between its number and what is to become of it. */
  columns: TableColumnsType<Row>;
}

/** The rows that one question is about, with what is to become of each; nothing where there are none. */
export function RowChoices<Row extends { row: number }, Chosen extends string>(props: Props<Row, Chosen>) {
  const { t } = useTranslation('imports');
  const { count, rows, options, choices, onChoose } = props;
  const rest = unlisted(props);
  const all = (chosen: Chosen) =>
    onChoose({ rows: new Map(rows.map(({ row }) => [row, chosen])), rest: rest > 0 ? chosen : null });
  if (count === 0) return null;
  return (
    <>
      <Alert type="warning" showIcon className="notice" title={props.title} description={props.lead} />
      <div className="toolbar">
        {options.map(({ value, all: label }) => (
          <Button key={value} size="small" onClick={() => all(value)}>
            {label}
          </Button>
        ))}
      </div>
      <Table<Row>
        className="sheet"
        size="small"
        rowKey="row"
        dataSource={[...rows]}
        pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false, size: 'small' } : false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('row'), dataIndex: 'row', width: 64 },
          ...props.columns,
          {
            title: t('choice'),
            key: 'choice',
            render: (_, { row }) => (
              <Choice
                label={t('choiceOf', { row })}
                options={options}
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
            options={options}
            value={choices.rest}
            onChange={(chosen) => onChoose({ ...choices, rest: chosen })}
          />
        </p>
      )}
    </>
  );
}

interface ChoiceProps<Chosen extends string> {
  label: string;
  options: readonly Option<Chosen>[];
  value: Chosen | null;
  onChange: (chosen: Chosen) => void;
}

function Choice<Chosen extends string>({ label, options, value, onChange }: ChoiceProps<Chosen>) {
  return (
    <Radio.Group
      aria-label={label}
      size="small"
      optionType="button"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={options.map((option) => ({ value: option.value, label: option.label }))}
    />
  );
}
