import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ListPanel } from '../ui/ListPanel.tsx';
import { useList } from '../ui/list.ts';
import { type Choice, ROUNDS, type RoundRow, roundPath, roundsOf } from './inspection.ts';

/** The chosen rounds, a line each, the latest first. */
export function RoundList({ town, choice }: { town: string; choice: Choice }) {
  const { t } = useTranslation('inspections');
  const variables = { code: town, filter: roundsOf(choice), withdrawn: choice.withdrawn, after: null };
  const query = useQuery(ROUNDS, { variables });
  return (
    <ListPanel title={t('views.rounds')} none={t('none')} query={query} list={(data) => data.town?.inspectionRounds}>
      {(round) => <RoundLine key={round.id} round={round} />}
    </ListPanel>
  );
}

/** One round: which squad, when, where and by whom, and what was found. */
export function RoundLine({ round }: { round: RoundRow }) {
  const { t } = useTranslation('inspections');
  const list = useList();
  const findings = round.checks.flatMap((check) => check.findings);
  const mended = findings.filter((finding) => finding.mended).length;
  return (
    <article className="record-line">
      <div>
        <Link to={roundPath(round.id)} className="record-line-name">
          <strong>{round.squad.name}</strong> <span className="code">{round.inspectedOn}</span>
        </Link>
        <div className="hint">{list(round.people.map(({ name }) => name))}</div>
      </div>
      <div>{list(round.checks.map(({ place }) => place.name))}</div>
      <div className="tags">
        {round.withdrawnAt !== null && <Tag>{t('withdrawn')}</Tag>}
        {findings.length === 0 && <span className="hint">{t('nothingFound')}</span>}
        {findings.length > 0 && <Tag color="orange">{t('found', { n: findings.length })}</Tag>}
        {mended > 0 && <Tag color="green">{t('mendedMany', { n: mended })}</Tag>}
      </div>
    </article>
  );
}
