import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import type { Deliberation } from './deliberation.ts';
import { useRuleWords } from './useRuleWords.ts';

const bars = [
  ['inFavour', '#389e0d'],
  ['against', '#cf1322'],
  ['abstained', '#8c8c8c'],
  ['notVoted', '#bfbfbf'],
] as const;

/** The votes as bars with their numbers, the rule in words, and what it makes of them once the vote is over. */
export function Tally({ deliberation }: { deliberation: Deliberation }) {
  const { t } = useTranslation('deliberations');
  const inWords = useRuleWords();
  const { tally, rule, calculation, state } = deliberation;
  const voters = tally.voters ?? 0;
  return (
    <Panel title={t('tally')}>
      {rule && (
        <p>
          <strong>{rule.name}</strong> <span className="hint">{inWords(rule)}</span>
        </p>
      )}
      {tally.voters === 0 && <p className="hint">{t('notOpened')}</p>}
      {voters > 0 &&
        bars.map(([count, colour]) => {
          const many = tally[count];
          const label = t(`counts.${count}`);
          return (
            <div key={count}>
              {label} <strong>{many ?? t('few')}</strong>
              <Progress
                aria-label={label}
                percent={(100 * (many ?? 0)) / voters}
                showInfo={false}
                strokeColor={colour}
                size="small"
              />
            </div>
          );
        })}
      {calculation && (
        <p role="status">
          {t('calculated', { base: calculation.base, needed: calculation.needed, inFavour: calculation.inFavour })}{' '}
          {calculation.turnoutNeeded !== 0 &&
            t('turnout', { needed: calculation.turnoutNeeded, voted: calculation.voted })}{' '}
          <strong>{t(calculation.passed ? 'passes' : 'fails')}</strong>
        </p>
      )}
      {tally.withoutReason !== 0 && state !== 'CALLED_OFF' && (
        <p className="hint">{t('withoutReason', { n: tally.withoutReason })}</p>
      )}
      {tally.objections !== 0 && (
        <p className="hint">{t('objectionCounts', { n: tally.objections, open: tally.unanswered })}</p>
      )}
    </Panel>
  );
}
