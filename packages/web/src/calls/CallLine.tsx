import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { householdPath } from '../households/household.ts';
import { StateTag as RequestStateTag } from '../requests/RequestCard.tsx';
import { requestPath } from '../requests/request.ts';
import { momentInShanghai } from '../ui/day.ts';
import { type CallRow, callPath } from './call.ts';
import { StateTag } from './StateTag.tsx';

/** One call in a list: when, who called about what, who took it, and what became of it. */
export function CallLine({ call }: { call: CallRow }) {
  const { t, i18n } = useTranslation(['calls', 'households', 'requests']);
  const { household, callerName, telephone, matter, answeredBy, requests, satisfaction } = call;
  const waits = call.state === 'MISSED' || call.state === 'REOPENED';
  return (
    <article className={waits ? 'record-line overdue' : 'record-line'}>
      <div>
        <Link to={callPath(call.id)} className="record-line-name">
          <strong>{momentInShanghai(call.calledAt, i18n.language)}</strong> <span className="code">{call.number}</span>
        </Link>
        <div>{matter}</div>
      </div>
      <div>
        {household ? (
          <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>
        ) : (
          (callerName ?? t('unknown'))
        )}{' '}
        <span className="code">{telephone}</span>
        <div className="hint">{answeredBy?.name ?? t('nobodyAnswered')}</div>
      </div>
      <div className="tags">
        <StateTag state={call.state} />
        {call.missed && call.state !== 'MISSED' && <Tag variant="outlined">{t('wasMissed')}</Tag>}
        {satisfaction && <Tag variant="outlined">{t(`requests:satisfactions.${satisfaction}`)}</Tag>}
        {requests?.map(({ id, number, state }) => (
          <span key={id} className="tags">
            <Link to={requestPath(id)} className="code">
              {number}
            </Link>
            <RequestStateTag state={state} />
          </span>
        ))}
      </div>
    </article>
  );
}
