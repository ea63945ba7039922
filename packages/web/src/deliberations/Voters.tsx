import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import type { DeliberationVoterFilter } from '../generated/graphql.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { ListPanel } from '../ui/ListPanel.tsx';
import { Panel } from '../ui/Panel.tsx';
import { type Deliberation, takesObjections, VOTERS, type Voter } from './deliberation.ts';
import { RecordObjection, RecordVote, WithdrawVote } from './VoteForms.tsx';
import { VoterName } from './VoterName.tsx';

const filters = {
  notVoted: { voted: false },
  voted: { voted: true },
  withoutReason: { withoutReason: true },
} as const satisfies Record<string, DeliberationVoterFilter>;
type Which = keyof typeof filters;

/** Who may vote: who has not yet, how the others did, and who gave no reason. */
export function Voters({ deliberation, manages }: { deliberation: Deliberation; manages: boolean }) {
  const { t } = useTranslation(['deliberations', 'residents']);
  const purpose = usePurpose();
  const [which, setWhich] = useState<Which | null>(deliberation.state === 'VOTING' ? 'notVoted' : null);
  const filter: DeliberationVoterFilter = which === null ? {} : filters[which];
  const variables = { id: deliberation.id, filter, manages, after: null };
  const query = useQuery(VOTERS, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  if (purpose === null) {
    return (
      <Panel title={t('voters')} extra={<PurposePicker />}>
        <p className="hint">{t('residents:hidden')}</p>
      </Panel>
    );
  }
  const shown = (Object.keys(filters) as Which[]).filter((each) => manages || each !== 'withoutReason');
  return (
    <ListPanel
      title={t('voters')}
      none={t('noVoters')}
      extra={
        <>
          <FilterSelect
            label={t('whichVoters')}
            all={t('allVoters')}
            value={which}
            options={shown.map((value) => ({ value, label: t(`voterFilters.${value}`) }))}
            onChange={(chosen) => setWhich(chosen ?? null)}
          />
          <PurposePicker />
        </>
      }
      query={query}
      list={(data) => data.deliberation?.voters}
    >
      {(voter) => <Line key={voter.id} deliberation={deliberation} voter={voter} />}
    </ListPanel>
  );
}

const forms = { vote: RecordVote, withdraw: WithdrawVote, object: RecordObjection };
const colours = { FOR: 'green', AGAINST: 'red', ABSTAINED: 'default' } as const;

function Line({ deliberation, voter }: { deliberation: Deliberation; voter: Voter }) {
  const { t } = useTranslation('deliberations');
  const [doing, setDoing] = useState<keyof typeof forms | null>(null);
  const held = voter.votes?.find(({ withdrawnAt }) => withdrawnAt === null);
  const Form = doing === null ? null : forms[doing];
  const isOpen = deliberation.state === 'VOTING';
  return (
    <article className="record-line">
      <VoterName voter={voter} />
      <div className="tags">
        {held ? (
          <Tag color={colours[held.choice]}>{t(`choices.${held.choice}`)}</Tag>
        ) : (
          <Tag>{t(voter.voted ? 'hasVoted' : 'hasNotVoted')}</Tag>
        )}
        {voter.votes?.map(({ withdrawnAt, withdrawnBecause }) =>
          withdrawnAt === null ? null : (
            <span key={withdrawnAt} className="hint">
              {t('withdrawn', { reason: withdrawnBecause })}
            </span>
          ),
        )}
      </div>
      <div className="tags">
        {isOpen && (
          <Button size="small" onClick={() => setDoing(voter.voted ? 'withdraw' : 'vote')}>
            {t(voter.voted ? 'withdrawVote' : 'recordVote')}
          </Button>
        )}
        {voter.voted && held?.choice !== 'FOR' && takesObjections(deliberation) && (
          <Button size="small" onClick={() => setDoing('object')}>
            {t('recordObjection')}
          </Button>
        )}
      </div>
      {Form && <Form voter={voter} onClose={() => setDoing(null)} />}
    </article>
  );
}
