import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { type Deliberation, OBJECTIONS, type Objection, takesObjections } from './deliberation.ts';
import { AnswerObjection, RecordReply } from './ObjectionForms.tsx';
import { VoterName } from './VoterName.tsx';

/** The objections with their answers, and what who objected said to them. */
export function Objections({ deliberation }: { deliberation: Deliberation }) {
  const { t } = useTranslation('deliberations');
  const purpose = usePurpose();
  const variables = { id: deliberation.id, after: null };
  const query = useQuery(OBJECTIONS, purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken);
  if (purpose === null) return null;
  return (
    <ListPanel
      title={t('objections')}
      none={t('noObjections')}
      query={query}
      list={(data) => data.deliberation?.objections}
    >
      {(objection) => <Line key={objection.id} deliberation={deliberation} objection={objection} />}
    </ListPanel>
  );
}

const colours = { SATISFIED: 'green', MAINTAINED: 'gold', WITHDRAWN: 'default' } as const;

function Line({ deliberation, objection }: { deliberation: Deliberation; objection: Objection }) {
  const { t } = useTranslation('deliberations');
  const [doing, setDoing] = useState<'answer' | 'reply' | null>(null);
  const { text, raisedOn, answers, voter } = objection;
  const last = answers.at(-1);
  const open = takesObjections(deliberation);
  const Form = doing === 'answer' ? AnswerObjection : RecordReply;
  return (
    <article className="padded">
      <div>
        <strong>{text}</strong> {last ? null : <Tag color="error">{t('notAnswered')}</Tag>}
      </div>
      <div>
        <span className="hint tags">
          <VoterName voter={voter} /> {raisedOn}
        </span>
      </div>
      {answers.map(({ text: answer, way, answeredOn, reply, person }) => (
        <div key={`${answeredOn} ${answer}`}>
          <p className="written">{answer}</p>
          <div className="hint tags">
            <span>
              {answeredOn} · {t(`ways.${way}`)} · {person?.name}
            </span>
            {reply !== null && <Tag color={colours[reply]}>{t(`replies.${reply}`)}</Tag>}
          </div>
        </div>
      ))}
      {open && last?.reply !== 'WITHDRAWN' && (
        <div className="actions">
          {last?.reply === null && (
            <Button size="small" onClick={() => setDoing('reply')}>
              {t('recordReply')}
            </Button>
          )}
          <Button size="small" type={last ? 'default' : 'primary'} onClick={() => setDoing('answer')}>
            {t('answer')}
          </Button>
        </div>
      )}
      {doing !== null && <Form objection={objection} town={deliberation.town.code} onClose={() => setDoing(null)} />}
    </article>
  );
}
