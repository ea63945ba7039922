import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import type { Programme } from '../programmes/programme.ts';
import { useFailureText } from '../ui/failure.ts';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Contest, ContestTeam } from './contest.ts';
import { ENTER, EnterTeam, WithdrawTeam } from './TeamForms.tsx';

interface Props {
  programme: Programme;
  contest: Contest;
}

/** The teams of a contest, and the units that have none yet, with the way to enter them. */
export function ContestTeams({ programme, contest }: Props) {
  const { t } = useTranslation('contests');
  const { teams } = contest;
  const [entering, setEntering] = useState(false);
  const [withdrawing, setWithdrawing] = useState<ContestTeam>();
  const keeps = programme.town.viewerCanSomewhere.includes('ENROLMENT_KEEP');
  const mayEnter = keeps && programme.state === 'OPEN' && contest.rounds[0]?.decidedAt == null;
  const isLive = programme.state === 'OPEN' || programme.state === 'CLOSED';
  const competing = teams.filter(({ withdrawnAt }) => withdrawnAt === null);
  const enter = mayEnter && (
    <Button type="primary" size="small" onClick={() => setEntering(true)}>
      {t('enter')}
    </Button>
  );
  return (
    <Panel title={`${t('teams')} ${competing.length}`} extra={enter} flush>
      {mayEnter && <Missing programme={programme} contest={contest} />}
      {teams.length === 0 && <p className="hint padded">{t('noTeams')}</p>}
      {teams.map((team) => (
        <article key={team.id} className="record-line">
          <div>
            {team.withdrawnAt === null ? <strong>{team.name}</strong> : <del>{team.name}</del>}{' '}
            {isLive && team.withdrawnAt === null && mayWithdraw(programme, team) && (
              <Button type="link" size="small" onClick={() => setWithdrawing(team)}>
                {t('withdraw')}
              </Button>
            )}
          </div>
          <div className="hint">
            {[
              team.unit?.name ?? team.partner?.name,
              team.people !== null && t('people', { n: team.people }),
              team.withdrawnBecause !== null && t('withdrawnBecause', { reason: team.withdrawnBecause }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </article>
      ))}
      {entering && <EnterTeam programme={programme} onClose={() => setEntering(false)} />}
      {withdrawing && <WithdrawTeam team={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </Panel>
  );
}

function mayWithdraw(programme: Programme, { unit }: ContestTeam): boolean {
  return can(programme, 'PROGRAMME_MANAGE') || (unit !== null && can(unit, 'ENROLMENT_KEEP'));
}

/** The units that have no team yet: whoever manages the contest enters one of each, by the unit's name. */
function Missing({ programme, contest: { unitsWithout } }: Props) {
  const { t } = useTranslation('contests');
  const list = useList();
  const enter = useChange(ENTER);
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [busy, setBusy] = useState(false);
  if (unitsWithout.length === 0) return null;
  const enterAll = async () => {
    setBusy(true);
    try {
      const teams = unitsWithout.map(({ id: unit, name }) => ({ unit, name: t('teamOf', { name }) }));
      await enter({ programme: programme.id, teams });
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="padded">
      <p className="hint">
        {t('without', { n: unitsWithout.length, units: list(unitsWithout.map(({ name }) => name)) })}
      </p>
      {can(programme, 'PROGRAMME_MANAGE') && (
        <Button size="small" loading={busy} onClick={() => void enterAll()}>
          {t('enterEach', { n: unitsWithout.length })}
        </Button>
      )}
    </div>
  );
}
