import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { dayInShanghai } from '../ui/day.ts';
import { ApplyForRelief } from './ApplyForRelief.tsx';
import { emptyStates, type ReliefApplication, reliefPath } from './relief.ts';

/**
 * Applies anew for what was refused, withdrawn or taken back, with what was said then filled in: nobody changes what others have
 * looked at.
 */
export function ApplyAgain({ application }: { application: ReliefApplication }) {
  const { t } = useTranslation('relief');
  const navigate = useNavigate();
  const [applying, setApplying] = useState(false);
  const { household, town } = application;
  if (!emptyStates.includes(application.state) || !household || !can(household, 'RELIEF_APPLY')) return null;
  return (
    <>
      <Button onClick={() => setApplying(true)}>{t('applyAgain')}</Button>
      {applying && (
        <ApplyForRelief
          household={household}
          town={town.code}
          said={saidIn(application)}
          onApplied={(id) => navigate(reliefPath(id))}
          onClose={() => setApplying(false)}
        />
      )}
    </>
  );
}

/** What an application said, as far as its viewer sees it and it can be said again today. */
function saidIn({ amount, reason, item, campaign, resident }: ReliefApplication) {
  const today = dayInShanghai();
  return {
    amount,
    ...(item && (item.endedOn === null || item.endedOn > today) && { item: item.id }),
    ...(campaign && campaign.lastDay >= today && { campaign: campaign.id }),
    ...(resident && { resident: resident.id }),
    ...(reason !== null && { reason }),
  };
}
