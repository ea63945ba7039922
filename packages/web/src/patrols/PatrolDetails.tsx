import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Byline } from '../ui/Byline.tsx';
import { Details } from '../ui/Details.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import { unitPath } from '../units/unit.ts';
import type { Patrol } from './patrol.ts';
import { useTimes } from './useTimes.ts';

/** What is to be known of a patrol beside what it brought up, the places that it came by, and all that was written. */
export function PatrolDetails({ patrol }: { patrol: Patrol }) {
  const { t, i18n } = useTranslation(['patrols', 'ui']);
  const list = useList();
  const times = useTimes();
  const { block, unit, route, stops, stopsLeftOut, versions } = patrol;
  const someone = t('ui:someone');
  const rows = [
    { label: t('patrolledOn'), children: [patrol.patrolledOn, times(patrol)].filter(Boolean).join(' ') },
    { label: t('unit'), children: <Link to={unitPath(unit.id)}>{unit.name}</Link> },
    { label: t('belongs'), children: [...block.ancestors.map(({ name }) => name).reverse(), block.name].join(' ') },
    route ? { label: t('route'), children: route.name } : { label: t('placeText'), children: patrol.place },
    { label: t('people'), children: list(patrol.people.map(({ name }) => name)) },
  ];
  return (
    <>
      <Panel title={t('details')}>
        <Details rows={rows} />
        <p className="hint">
          <Byline by={patrol.recordedBy} at={patrol.recordedAt} />
        </p>
        {patrol.withdrawnReason !== null && (
          <p className="hint">
            {t('withdrawnNote', { by: patrol.withdrawnBy ?? someone, reason: patrol.withdrawnReason })}
          </p>
        )}
      </Panel>
      {stops.length > 0 && (
        <Panel title={`${t('cameBy')} ${stops.length}/${stops.length + stopsLeftOut.length}`}>
          <ul className="plain">
            {stops.map(({ id, name }) => (
              <li key={id}>
                <CheckOutlined className="patrol-came" /> {name}
              </li>
            ))}
            {stopsLeftOut.map(({ id, name }) => (
              <li key={id} className="hint">
                <MinusOutlined /> {name}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {versions.length > 1 && (
        <Panel title={t('versions')}>
          <Timeline
            items={versions.toReversed().map((version) => ({
              key: version.number,
              content: (
                <>
                  <div>{version.reason}</div>
                  <div>
                    {[
                      ...[version.patrolledOn, times(version), list(version.people.map(({ name }) => name))],
                      ...[version.stops.map(({ name }) => name).join(' → '), version.note],
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                  <div className="hint">
                    {t('versionMeta', {
                      n: version.number,
                      by: version.writtenBy ?? someone,
                      at: momentInShanghai(version.writtenAt, i18n.language),
                    })}
                  </div>
                </>
              ),
            }))}
          />
        </Panel>
      )}
    </>
  );
}
