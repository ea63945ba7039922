import { useQuery } from '@apollo/client/react';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { byTitle } from '../people/post.ts';
import { teamPath } from '../teams/team.ts';
import type { Town } from '../towns/town.ts';
import type { TreeNode } from '../towns/tree.ts';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { KindTag } from './KindTag.tsx';
import { StatusTag } from './StatusTag.tsx';
import { UnitActions } from './UnitActions.tsx';
import { UNIT_SUMMARY, unitPath } from './unit.ts';

interface Props {
  id: string;
  town: Town;
  below: readonly TreeNode[];
  onOpened: (id: string) => void;
  onGone: () => void;
}

/** A unit in short, beside the tree. */
export function UnitSummary({ id, town, below, onOpened, onGone }: Props) {
  const { t } = useTranslation(['units', 'people', 'teams']);
  const period = usePeriod();
  const asOf = useAsOf();
  const { data, error, refetch } = useQuery(UNIT_SUMMARY, { variables: { id, asOf } });
  const unit = data?.unit;
  if (!unit) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <Panel title={unit.name} extra={<Link to={pathOn(unitPath(unit.id), asOf)}>{t('details')}</Link>}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { label: t('kindLabel'), children: <KindTag kind={unit.kind} /> },
          {
            label: t('statusLabel'),
            children: unit.status === 'ACTIVE' ? t('status.ACTIVE') : <StatusTag status={unit.status} />,
          },
          ...(unit.code === null ? [] : [{ label: t('code'), children: <span className="code">{unit.code}</span> }]),
          { label: t('life'), children: period(unit.validFrom, unit.validTo) },
          ...(unit.posts === null || unit.kind === 'BLOCK' || unit.kind === 'BUILDING'
            ? []
            : [
                {
                  label: t('officers'),
                  children:
                    unit.posts.length === 0 ? (
                      <span className="hint">{t('noOfficers')}</span>
                    ) : (
                      <ul className="plain">
                        {byTitle(unit.posts).map(({ id: post, person, title }) => (
                          <li key={post}>
                            {person.name} <span className="hint">{t(`people:titles.${title}`)}</span>
                          </li>
                        ))}
                      </ul>
                    ),
                },
              ]),
          ...(unit.__typename === 'Block'
            ? [
                {
                  label: t('teams:teams'),
                  children:
                    unit.teams.length === 0 ? (
                      <span className="hint">{t('teams:none')}</span>
                    ) : (
                      <ul className="plain">
                        {unit.teams.map((team) => (
                          <li key={team.id}>
                            <Link to={pathOn(teamPath(team.id), asOf)}>{team.name}</Link>
                          </li>
                        ))}
                      </ul>
                    ),
                },
              ]
            : []),
        ]}
      />
      <UnitActions unit={unit} town={town} below={below} onOpened={onOpened} onGone={onGone} />
    </Panel>
  );
}
