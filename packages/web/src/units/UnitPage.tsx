import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { BoardPanel } from '../boards/BoardPanel.tsx';
import { Households } from '../households/Households.tsx';
import { Officers } from '../people/Officers.tsx';
import { UnitNumbers } from '../service-numbers/NumbersPanel.tsx';
import { TeamPanel } from '../teams/TeamPanel.tsx';
import { TownNav } from '../towns/TownNav.tsx';
import { DayBanner, DayPicker, pathOn, ShownOn, useAsOf } from '../ui/asOf.tsx';
import { lastDayOf } from '../ui/day.ts';
import { History } from '../ui/History.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { Children } from './Children.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import { KindTag } from './KindTag.tsx';
import { Lineage } from './Lineage.tsx';
import { StatusTag } from './StatusTag.tsx';
import { UnitActions } from './UnitActions.tsx';
import { treePath, UNIT, type UnitInFull, unitPath } from './unit.ts';

/** One unit: where it stands, who answers for it, what stands under it, what it was before. */
export function Component() {
  const { id = '' } = useParams();
  return <UnitOnDay key={id} id={id} notice={<DayBanner />} />;
}

/** A unit as of the day that is shown; a closed one as it was on its last day. */
function UnitOnDay({ id, notice }: { id: string; notice: ReactNode }) {
  const asOf = useAsOf();
  const { t } = useTranslation(['units', 'teams']);
  const period = usePeriod();
  const { data, error, refetch } = useQuery(UNIT, { variables: { id, asOf } });
  const unit = data?.unit;
  useBeing(unit ? `${unit.town.district.name} · ${unit.town.name}` : null);
  if (!unit) {
    return (
      <div className="page">
        {notice}
        {error ? <Failed error={error} retry={() => void refetch()} /> : data ? <Missing /> : <Loading />}
      </div>
    );
  }
  const last = lastDayOf(unit);
  if (last !== null) {
    return (
      <ShownOn day={last}>
        <UnitOnDay id={id} notice={<ClosedNotice id={id} last={last} />} />
      </ShownOn>
    );
  }
  const officers = unit.posts !== null && unit.kind !== 'BLOCK' && unit.kind !== 'BUILDING';
  return (
    <div className="page">
      <PageHead
        title={unit.name}
        crumbs={<Crumbs unit={unit} />}
        nav={<TownNav town={unit.town} asOf={asOf} at="tree" />}
        tags={
          <>
            <KindTag kind={unit.kind} />
            {unit.__typename === 'Block' && unit.overlay && <Tag color="purple">{unit.overlay.name}</Tag>}
            <StatusTag status={unit.status} />
          </>
        }
        meta={
          <>
            {unit.code && <span className="code">{unit.code}</span>}
            <span>{period(unit.validFrom, unit.validTo)}</span>
            <DayPicker />
          </>
        }
        actions={<UnitActions unit={unit} town={unit.town} />}
      />
      {notice}
      <div className="columns">
        <div className="column-main">
          {unit.__typename === 'Block' &&
            (unit.teams.length === 0 ? (
              <Panel title={t('teams:teams')}>
                <span className="hint">{t('teams:none')}</span>
              </Panel>
            ) : (
              unit.teams.map((team) => <TeamPanel key={team.id} id={team.id} />)
            ))}
          {unit.__typename === 'Block' && <BoardPanel id={id} />}
          {officers && unit.posts && <Officers unit={unit} town={unit.town.code} posts={unit.posts} />}
          {unit.kind === 'BLOCK' && <Households block={unit} />}
          <Children id={id} />
        </div>
        <div className="column-side">
          <Panel title={t('versions')}>
            <Versions unit={unit} />
          </Panel>
          <Lineage id={id} />
          {can(unit, 'BOARD_PUBLISH') && <UnitNumbers unit={id} town={unit.town.code} />}
        </div>
      </div>
    </div>
  );
}

function Crumbs({ unit }: { unit: UnitInFull }) {
  const asOf = useAsOf();
  const above = [...unit.ancestors].reverse();
  return (
    <Breadcrumb
      items={[
        {
          title: <Link to={treePath(unit.town.code, unit.id, asOf)}>{unit.town.name}</Link>,
        },
        ...above.map(({ id, name }) => ({ title: <Link to={pathOn(unitPath(id), asOf)}>{name}</Link> })),
        { title: unit.name },
      ]}
    />
  );
}

function Versions({ unit }: { unit: UnitInFull }) {
  const { t } = useTranslation('units');
  if (unit.versions.length === 0) return <span className="hint">{t('noVersions')}</span>;
  return (
    <History
      periods={unit.versions.map(({ name, kind, status, validFrom, validTo, parent }) => ({
        from: validFrom,
        to: validTo,
        title: (
          <>
            {name} <span className="hint">{t(`kind.${kind}`)}</span> <StatusTag status={status} />
          </>
        ),
        note: `${t('parent')} ${parent?.name ?? unit.town.name}`,
      }))}
    />
  );
}
