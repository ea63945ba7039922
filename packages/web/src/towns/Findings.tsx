import { useQuery } from '@apollo/client/react';
import { Empty, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRule } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';

const FINDINGS = graphql(`
  query Findings($code: RegisterCode!, $asOf: Date, $rule: FindingRule, $after: String) {
    town(code: $code, asOf: $asOf) {
      id
      findings(rule: $rule, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node { rule unit { id name } team { id name } } }
      }
    }
  }
`);

const rules: readonly FindingRule[] = [
  'UNIT_WITHOUT_BLOCK',
  'BLOCK_WITHOUT_TEAM',
  'TEAM_WITHOUT_LEAD',
  'LEAD_WITHOUT_POST',
];

interface Props {
  code: string;
  /** The name of what a unit stands under, which tells the first blocks of two villages apart. */
  parentOf: (unit: string) => string | null;
  onSelect: (id: string) => void;
}

/** What is incomplete in a town; each leads to its node in the tree. */
export function Findings({ code, parentOf, onSelect }: Props) {
  const { t } = useTranslation('towns');
  const asOf = useAsOf();
  const [rule, setRule] = useState<FindingRule | null>(null);
  const query = useQuery(FINDINGS, { variables: { code, asOf, rule } });
  const { data, error, refetch } = query;
  const findings = data?.town?.findings;
  const filter = (
    <Select<FindingRule | 'ALL'>
      size="small"
      aria-label={t('findings.filter')}
      value={rule ?? 'ALL'}
      onChange={(value) => setRule(value === 'ALL' ? null : value)}
      popupMatchSelectWidth={false}
      options={[
        { value: 'ALL', label: t('findings.all') },
        ...rules.map((value) => ({ value, label: t(`findings.rule.${value}`) })),
      ]}
    />
  );
  return (
    <Panel
      title={findings ? `${t('findings.title')} ${findings.totalCount}` : t('findings.title')}
      extra={filter}
      flush
      fills
    >
      {!findings && (error || data ? <Failed error={error} retry={() => void refetch()} /> : <Loading />)}
      {findings?.edges.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('findings.none')} />}
      <ul className="findings">
        {findings?.edges.map(({ node }) => (
          <li key={`${node.rule} ${node.team?.id ?? node.unit.id}`}>
            <button type="button" onClick={() => onSelect(node.team?.id ?? node.unit.id)}>
              <span>{[parentOf(node.unit.id), node.unit.name, node.team?.name].filter(Boolean).join(' › ')}</span>
              <span className="hint">{t(`findings.rule.${node.rule}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <MoreButton query={query} list={(data) => data.town?.findings} />
    </Panel>
  );
}
