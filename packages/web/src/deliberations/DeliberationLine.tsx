import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { momentInShanghai } from '../ui/day.ts';
import { type DeliberationRow, deliberationPath } from './deliberation.ts';
import { StateTag } from './StateTag.tsx';

/** One deliberation: what it asks and where, how the votes are, and what is missing. */
export function DeliberationLine({ deliberation }: { deliberation: DeliberationRow }) {
  const { t, i18n } = useTranslation('deliberations');
  const { id, question, unit, proposedOn, state, closesAt, tally } = deliberation;
  return (
    <article className="record-line">
      <div>
        <Link to={deliberationPath(id)} className="record-line-name">
          <strong>{question}</strong>
        </Link>
        <div className="hint">
          {unit?.name} · {t('proposedOn', { day: proposedOn })}
        </div>
      </div>
      <div>
        {tally.voters !== 0 &&
          t('votes', { inFavour: tally.inFavour, against: tally.against, abstained: tally.abstained })}
        {state === 'VOTING' && closesAt !== null && (
          <div className="hint">{t('closesAt', { at: momentInShanghai(closesAt, i18n.language) })}</div>
        )}
      </div>
      <div className="tags">
        <StateTag state={state} />
        {tally.unanswered !== 0 && <span className="hint">{t('unanswered', { n: tally.unanswered })}</span>}
      </div>
    </article>
  );
}
