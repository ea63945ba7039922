import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { householdPath } from '../households/household.ts';
import { EndJob, WithdrawJob } from './JobForms.tsx';
import type { JobPlacement } from './job-placement.ts';

/** One job: who was taken on as what and by whom, and whether they are in it still. */
export function JobLine({ job }: { job: JobPlacement }) {
  const { t } = useTranslation(['jobPlacements', 'households']);
  const [doing, setDoing] = useState<'end' | 'withdraw' | null>(null);
  const { resident, household, employer, post, foundBy, foundOn, leftOn } = job;
  const Doing = doing === 'end' ? EndJob : WithdrawJob;
  return (
    <article className="record-line">
      <div>
        <strong>{resident?.name ?? t('somebody')}</strong> {post}
        {employer && <> · {employer}</>}
        <div className="hint">
          {t('foundOn', { day: foundOn })}
          {foundBy && <> · {t('foundBy', { by: foundBy })}</>}
        </div>
      </div>
      <div>{household && <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>}</div>
      <div className="tags">
        {leftOn === null ? <Tag color="green">{t('inIt')}</Tag> : <Tag>{t('leftOn', { day: leftOn })}</Tag>}
        {household && can(household, 'RELIEF_APPLY') && (
          <>
            {leftOn === null && (
              <Button size="small" onClick={() => setDoing('end')}>
                {t('end')}
              </Button>
            )}
            <Button size="small" onClick={() => setDoing('withdraw')}>
              {t('withdraw')}
            </Button>
          </>
        )}
      </div>
      {doing && <Doing job={job} onClose={() => setDoing(null)} />}
    </article>
  );
}
