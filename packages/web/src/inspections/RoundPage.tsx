import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Button, Tag, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { TownNav } from '../towns/TownNav.tsx';
import { Byline } from '../ui/Byline.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { ROUND, type Round } from './inspection.ts';
import { ReviseRound, WithdrawRound } from './ReviseRound.tsx';

/** One round: which squad went when, who took part, and place by place what was found and what became of it. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('inspections');
  const list = useList();
  const { data, error, refetch } = useQuery(ROUND, { variables: { id } });
  const round = data?.inspectionRound;
  const town = round?.checks[0]?.block.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!round || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <div className="page">
      <PageHead
        title={`${round.squad.name} ${round.inspectedOn}`}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/inspections`}>{`${town.name} ${t('inspections')}`}</Link> },
              { title: round.inspectedOn },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="inspections" />}
        tags={round.withdrawnAt !== null && <Tag>{t('withdrawn')}</Tag>}
        meta={<span>{list(round.people.map(({ name }) => name))}</span>}
        actions={round.viewerMayRevise && <RoundActions round={round} town={town} />}
      />
      <div className="columns">
        <div className="column-main">
          {round.note !== null && (
            <Panel title={t('note')}>
              <p className="written">{round.note}</p>
            </Panel>
          )}
          {round.checks.map((check) => (
            <CheckPanel key={check.id} check={check} town={town.code} />
          ))}
        </div>
        <div className="column-side">
          <Written round={round} />
        </div>
      </div>
    </div>
  );
}

/** What the viewer may do with the round itself, as buttons. */
function RoundActions({ round, town }: { round: Round; town: { code: string } }) {
  const { t } = useTranslation('inspections');
  const [doing, setDoing] = useState<'revise' | 'withdraw' | null>(null);
  const onClose = () => setDoing(null);
  return (
    <div className="actions">
      <Button onClick={() => setDoing('revise')}>{t('revise')}</Button>
      <Button danger onClick={() => setDoing('withdraw')}>
        {t('withdraw')}
      </Button>
      {doing === 'revise' && <ReviseRound round={round} town={town} onClose={onClose} />}
      {doing === 'withdraw' && <WithdrawRound round={round} onClose={onClose} />}
    </div>
  );
}

/** Who recorded it and when, why it was withdrawn, and all that was written. */
function Written({ round }: { round: Round }) {
  const { t, i18n } = useTranslation(['inspections', 'ui']);
  const list = useList();
  const someone = t('ui:someone');
  return (
    <>
      <Panel title={t('details')}>
        <p className="hint">
          <Byline by={round.recordedBy} at={round.recordedAt} />
        </p>
        {round.withdrawnReason !== null && (
          <p className="hint">
            {t('withdrawnNote', { by: round.withdrawnBy ?? someone, reason: round.withdrawnReason })}
          </p>
        )}
      </Panel>
      {round.versions.length > 1 && (
        <Panel title={t('versions')}>
          <Timeline
            items={round.versions.toReversed().map((version) => ({
              key: version.number,
              content: (
                <>
                  <div>{version.reason}</div>
                  <div>
                    {[version.inspectedOn, list(version.checks.map(({ check }) => check.place.name)), version.note]
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
