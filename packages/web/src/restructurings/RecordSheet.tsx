import { Alert, Button, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayBefore, momentInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { type RestructuringRecord, recordPath } from './restructuring.ts';
import { stepText } from './stepText.ts';

/** What is known of a restructuring that is no draft any more: on what grounds, by whom, its steps, what it changed. */
export function RecordSheet({ town, restructuring }: { town: string; restructuring: RestructuringRecord }) {
  const { t, i18n } = useTranslation(['restructurings', 'units', 'ui']);
  const { status, effectiveOn, reason, documentNumber, steps, difference, voids } = restructuring;
  const done = (by: string | null, at: string) => [by, momentInShanghai(at, i18n.language)].filter(Boolean).join(' · ');
  const applied = restructuring.appliedAt === null ? null : done(restructuring.appliedBy, restructuring.appliedAt);
  return (
    <div className="history-page">
      <Alert
        type={status === 'APPLIED' ? 'success' : 'info'}
        showIcon
        title={t(`draft.now.${status}`, { day: effectiveOn })}
        action={
          status !== 'DROPPED' && (
            <Link to={`/towns/${town}/history?from=${dayBefore(effectiveOn)}&to=${effectiveOn}`}>
              <Button size="small">{t('compare')}</Button>
            </Link>
          )
        }
      />
      <aside className="record-side">
        <Panel title={reason ?? t('noReason')}>
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: 'day', label: t('draft.effectiveOn'), children: effectiveOn },
              { key: 'number', label: t('record.documentNumber'), children: documentNumber },
              {
                key: 'drafted',
                label: t('record.drafted'),
                children: done(restructuring.draftedBy, restructuring.draftedAt),
              },
              { key: 'applied', label: t('record.applied'), children: applied },
              {
                key: 'voids',
                label: t('record.voids'),
                children: voids && (
                  <Link to={recordPath(town, voids.id)}>
                    {voids.effectiveOn} {voids.reason}
                  </Link>
                ),
              },
            ].filter(({ children }) => children !== null)}
          />
          {steps.length > 0 && (
            <>
              <h3>
                {t('draft.steps')} <span className="hint">{steps.length}</span>
              </h3>
              <ol className="steps">
                {steps.map((step, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place among the others.
                  <li key={index}>{stepText(t, step)}</li>
                ))}
              </ol>
            </>
          )}
        </Panel>
      </aside>
      {difference && (
        <Panel title={t('record.difference')}>
          <DifferenceList difference={difference} />
        </Panel>
      )}
    </div>
  );
}
