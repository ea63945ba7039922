import { Alert, Button, Radio, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import { type Choices, type Chosen, type Duplicate, type HouseholdOutlook, unlisted } from './household-import.ts';

interface Props {
  outlook: HouseholdOutlook;
  choices: Choices;
  onChoose: (choices: Choices) => void;
}

/** The rows that may describe somebody whom another household has already, with what is to become of each. */
export function Duplicates({ outlook, choices, onChoose }: Props) {
  const { t } = useTranslation(['householdImports', 'imports']);
  const { duplicates } = outlook;
  const rest = unlisted(outlook);
  const all = (chosen: Chosen) =>
    onChoose({
      rows: new Map(duplicates.map(({ row }) => [row, chosen])),
      rest: rest > 0 ? chosen : null,
    });
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="notice"
        title={t('duplicates', { n: outlook.duplicateCount })}
        description={t('duplicatesLead')}
      />
      <div className="toolbar">
        <Button size="small" onClick={() => all('SKIP')}>
          {t('skipAll')}
        </Button>
        <Button size="small" onClick={() => all('ADD')}>
          {t('addAll')}
        </Button>
      </div>
      <Table
        className="sheet"
        size="small"
        rowKey="row"
        dataSource={[...duplicates]}
        pagination={duplicates.length > 20 ? { pageSize: 20, showSizeChanger: false, size: 'small' } : false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('imports:row'), dataIndex: 'row', width: 64 },
          { title: t('code'), dataIndex: 'code' },
          { title: t('perhaps'), key: 'perhaps', render: (_, duplicate) => <Perhaps duplicate={duplicate} /> },
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

/** Whom a row may describe. */
function Perhaps({ duplicate: { household, otherRow } }: { duplicate: Duplicate }) {
  const { t } = useTranslation(['householdImports', 'households']);
  if (!household) return t('sameAsRow', { row: otherRow ?? '' });
  return (
    <span className="tags">
      <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>
      {household.label && <span>{household.label}</span>}
      <span className="hint">{household.address}</span>
    </span>
  );
}

interface ChoiceProps {
  label: string;
  value: Chosen | null;
  onChange: (chosen: Chosen) => void;
}

function Choice({ label, value, onChange }: ChoiceProps) {
  const { t } = useTranslation('householdImports');
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
