import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Programme } from '../programmes/programme.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Contest, ContestRound, ContestStanding } from './contest.ts';
import { PlanRounds } from './PlanRounds.tsx';
import { DecideRound, RecordScores, ReopenRound } from './RoundForms.tsx';

interface Props {
  programme: Programme;
  contest: Contest;
}

/** The rounds of a contest to the final, each with its standings, and what whoever manages it does with them. */
export function ContestRounds({ programme, contest: { rounds } }: Props) {
  const { t } = useTranslation('contests');
  const [planning, setPlanning] = useState(false);
  const manages = can(programme, 'PROGRAMME_MANAGE');
  const live = ['PLANNED', 'OPEN', 'CLOSED'].includes(programme.state);
  const plan = manages && live && (
    <Button size="small" onClick={() => setPlanning(true)}>
      {t('planRounds')}
    </Button>
  );
  return (
    <>
      <Panel title={`${t('rounds')} ${rounds.length}`} extra={plan}>
        {rounds.length === 0 && <p className="hint">{t('noRounds')}</p>}
        {rounds.map(({ id, name, heldOn, goesOn, decidedAt }) => (
          <div key={id}>
            <strong>{name}</strong> {heldOn} · {goesOn === null ? t('final') : t('goOn', { n: goesOn })}{' '}
            {decidedAt !== null && <Tag color="green">{t('decided')}</Tag>}
          </div>
        ))}
      </Panel>
      {rounds
        .filter(({ standings }) => standings.length > 0)
        .map((round) => (
          <Round
            key={round.id}
            round={round}
            next={rounds.find(({ seq }) => seq === round.seq + 1)}
            manages={manages && programme.state !== 'PLANNED' && programme.state !== 'CANCELLED'}
          />
        ))}
      {planning && <PlanRounds programme={programme} rounds={rounds} onClose={() => setPlanning(false)} />}
    </>
  );
}

const scored = (round: ContestRound | undefined) => round?.standings.some(({ score }) => score !== null) ?? false;

interface RoundProps {
  round: ContestRound;
  next: ContestRound | undefined;
  manages: boolean;
}

/** A round with its standings. */
function Round({ round, next, manages }: RoundProps) {
  const { t } = useTranslation('contests');
  const [form, setForm] = useState<'score' | 'decide' | 'reopen'>();
  const close = () => setForm(undefined);
  const mayScore = manages && round.decidedAt === null && round.heldOn <= dayInShanghai();
  const actions = (
    <span className="actions">
      {mayScore && (
        <Button size="small" onClick={() => setForm('score')}>
          {t('score')}
        </Button>
      )}
      {mayScore && scored(round) && (
        <Button type="primary" size="small" onClick={() => setForm('decide')}>
          {t(round.goesOn === null ? 'decideFinal' : 'decide')}
        </Button>
      )}
      {manages && round.decidedAt !== null && !scored(next) && (
        <Button size="small" onClick={() => setForm('reopen')}>
          {t('reopen')}
        </Button>
      )}
    </span>
  );
  return (
    <Panel title={t('standings', { name: round.name })} extra={actions} flush>
      {round.standings.map((standing) => (
        <Standing key={standing.team.id} standing={standing} />
      ))}
      {form === 'score' && <RecordScores round={round} onClose={close} />}
      {form === 'decide' && <DecideRound round={round} onClose={close} />}
      {form === 'reopen' && <ReopenRound round={round} onClose={close} />}
    </Panel>
  );
}

function Standing({ standing: { team, score, rank, goesOn } }: { standing: ContestStanding }) {
  const { t } = useTranslation('contests');
  return (
    <article className="record-line">
      <div>
        <strong>{team.name}</strong>{' '}
        {goesOn !== null && <Tag color={goesOn ? 'green' : 'default'}>{t(goesOn ? 'goesOn' : 'out')}</Tag>}
      </div>
      <div>{rank === null ? t('noScore') : t('place', { rank, score })}</div>
    </article>
  );
}
