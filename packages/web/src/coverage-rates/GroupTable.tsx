import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Town } from '../towns/town.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { type Choose, useLinkWith } from '../ui/useAddress.ts';
import {
  type Coverage,
  type CoverageChoice,
  type CoverageGroup,
  dimensions,
  narrowerThan,
  rateNames,
} from './coverage.ts';
import { ExportGroups } from './ExportGroups.tsx';
import { GroupRate } from './GroupRate.tsx';
import { OrganizationCount } from './OrganizationCount.tsx';
import { useGroupName } from './useGroupName.ts';

interface Props {
  town: Town;
  coverage: Coverage;
  choice: CoverageChoice;
  choose: Choose;
}

/** The same rates told apart: by class, kind, unit, industry or management; a line opens into its own, a rate with its gaps. */
export function GroupTable({ town, coverage, choice, choose }: Props) {
  const { t } = useTranslation('coverageRates');
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
      <Sheet<CoverageGroup>
        stacks
        rows={coverage.by}
        rowKey={(group) => group.id ?? group.class ?? group.management ?? ''}
        empty={t('none')}
        columns={[
          {
            title: t(`dimensions.${choice.dimension}`),
            key: 'name',
            render: (_, group) => <GroupName group={group} choice={choice} />,
          },
          {
            title: t('organizations'),
            key: 'organizations',
            align: 'right',
            render: (_, group) => <OrganizationCount town={town} group={group} choice={choice} />,
          },
          ...rateNames.map((rate) => ({
            title: t(`rates.${rate}`),
            key: rate,
            align: 'right' as const,
            render: (_: unknown, group: CoverageGroup) => <GroupRate group={group} rate={rate} choice={choice} />,
          })),
        ]}
      />
    </Panel>
  );
}

function GroupName({ group, choice }: { group: CoverageGroup; choice: CoverageChoice }) {
  const nameOf = useGroupName();
  const linkWith = useLinkWith();
  const narrower = narrowerThan(group, choice);
  return narrower ? <Link to={linkWith(narrower)}>{nameOf(group)}</Link> : nameOf(group);
}
