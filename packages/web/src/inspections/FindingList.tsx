import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { requestPath } from '../requests/request.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { FindingTags } from './FindingTags.tsx';
import { type Choice, FINDINGS, type FindingRow, findingsOf, roundPath } from './inspection.ts';

/** What the chosen inspections found, a line each with what became of it, the latest first. */
export function FindingList({ town, choice }: { town: string; choice: Choice }) {
  const { t } = useTranslation('inspections');
  const query = useQuery(FINDINGS, { variables: { code: town, filter: findingsOf(choice), after: null } });
  return (
    <ListPanel
      title={t('findings')}
      none={t('noFindings')}
      query={query}
      list={(data) => data.town?.inspectionFindings}
    >
      {(finding) => <FindingLine key={finding.id} finding={finding} />}
    </ListPanel>
  );
}

/** One finding: what it says, where, when and by which squad it was found, and what became of it. */
export function FindingLine({ finding }: { finding: FindingRow }) {
  const { check, request } = finding;
  return (
    <article className="record-line">
      <Link to={roundPath(check.round.id)} className="record-line-name">
        {finding.text}
      </Link>
      <div className="hint">
        <span className="code">{finding.inspectedOn}</span>{' '}
        {[check.place.name, check.place.unit.name, check.round.squad.name].join(' · ')}
      </div>
      <div className="tags">
        <FindingTags finding={finding} />
        {request && (
          <Link to={requestPath(request.id)} className="code">
            {request.number}
          </Link>
        )}
      </div>
    </article>
  );
}
