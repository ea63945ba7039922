import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type PartyInFull, partyPath } from './party.ts';

/** Says that a Party organisation has ended and is shown as on its last day, why, and what goes on for it. */
export function EndedNotice({ party: { endedBecause, successor }, last }: { party: PartyInFull; last: string }) {
  const { t } = useTranslation('partyOrganizations');
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={`${t('ended', { day: last })} · ${t('asItWas')}`}
      description={
        <>
          {endedBecause !== null && <div>{`${t('endedBecause')}：${endedBecause}`}</div>}
          {successor && (
            <>
              {t('successor')}{' '}
              <Link to={partyPath(successor.id)} className="follower">
                {successor.name}
              </Link>
            </>
          )}
        </>
      }
    />
  );
}
