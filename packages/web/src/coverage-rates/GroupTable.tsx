import { Button, Segmented, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Town } from '../towns/town.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { type Coverage, type CoverageChoice, type CoverageGroup, dimensions, rateNames, rates } from './coverage.ts';
import { ExportGroups } from './ExportGroups.tsx';
import { useGroupName } from './useGroupName.ts';

interface Props {
  town: Town;
  coverage: Coverage;
  choice: CoverageChoice;
  choose: Choose;
}

/** The same rates told apart: by class, kind, unit, industry or management; a line opens into its own. */
export function GroupTable({ town, coverage, choice, choose }: Props) {
  const { t } = useTranslation('coverageRates');
  const nameOf = useGroupName();
  return (
    <Panel
      title={t('apart')}
      flush
      extra={
        <>
          <Segmented
            aria-label={t('apart')}
            value={choice.dimension}
            options={dimensions.map((each) => ({ value: each, label: t(`dimensions.${each}`) }))}
            onChange={(dimension) => choose({ by: dimension })}
          />
          <ExportGroups name={town.name} coverage={coverage} choice={choice} />
        </>
      }
    >
      <Table<CoverageGroup>
        className="sheet"
        size="small"
        rowKey={(group) => group.id ?? group.class ?? group.management ?? ''}
        dataSource={[...coverage.by]}
        pagination={false}
        locale={{ emptyText: t('none') }}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t(`dimensions.${choice.dimension}`),
            key: 'name',
            render: (_, group) => {
              const narrower = narrowerThan(group, choice);
              return narrower ? (
                <Button type="link" size="small" className="cell-link" onClick={() => choose(narrower)}>
                  {nameOf(group)}
                </Button>
              ) : (
                nameOf(group)
              );
            },
          },
          { title: t('organizations'), key: 'organizations', align: 'right', dataIndex: 'organizations' },
          ...rateNames.map((each) => ({
            title: t(`rates.${each}`),
            key: each,
            align: 'right' as const,
            render: (_: unknown, group: CoverageGroup) => {
              const { numerator, denominator, rounded } = group[rates[each]];
              return (
                <>
                  {rounded ?? '—'}{' '}
                  <span className="hint">
                    {numerator} / {denominator}
                  </span>
                </>
              );
            },
          })),
        ]}
      />
    </Panel>
  );
}

/** What narrows the page to a group; nothing for one that the page has no filter for. */
function narrowerThan({ id, management, ...group }: CoverageGroup, { dimension, unit }: CoverageChoice) {
  if (dimension === 'CLASS') return { class: group.class, by: 'UNIT' };
  if (dimension === 'MANAGEMENT') return { management, by: 'CLASS' };
  return dimension === 'UNIT' && id !== null && id !== unit ? { unit: id } : undefined;
}
