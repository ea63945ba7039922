import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import { dayBefore } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { APPLY_DRAFT, type Draft } from './draft.ts';

interface Props {
  town: string;
  draft: Draft;
  onStale: () => Promise<unknown>;
}

/** Applies a draft, after its difference was shown. What is applied is what was shown, or nothing. */
export function ApplyDraft({ town, draft, onStale }: Props) {
  const { t } = useTranslation(['restructurings', 'ui']);
  const navigate = useNavigate();
  const apply = useChange(APPLY_DRAFT);
  const textOf = useFailureText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { difference } = draft;
  const ready = difference && !draft.checks?.some(({ severity }) => severity === 'ERROR');

  async function confirm(expectedDifference: string) {
    setBusy(true);
    setProblem(null);
    try {
      await apply({ draft: draft.id, expectedVersion: draft.version, expectedDifference });
      const { effectiveOn } = draft;
      void navigate(`/towns/${town}/history?from=${dayBefore(effectiveOn)}&to=${effectiveOn}`);
    } catch (error) {
      setProblem(textOf(error));
      await onStale();
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button type="primary" disabled={!ready} onClick={() => setOpen(true)}>
        {t('draft.apply')}
      </Button>
      {difference && (
        <Modal
          open={open}
          title={t('draft.applyTitle', { day: draft.effectiveOn })}
          okText={t('draft.applyNow')}
          cancelText={t('ui:cancel')}
          okButtonProps={{ loading: busy, disabled: !ready }}
          onOk={() => void confirm(difference.fingerprint)}
          onCancel={() => setOpen(false)}
          mask={{ closable: false }}
          width={680}
        >
          {problem && <Alert type="error" showIcon title={problem} className="problem" role="alert" />}
          {draft.checks?.map(({ message, field, code }) => (
            <Alert key={`${code} ${field} ${message}`} className="check" type="warning" showIcon title={message} />
          ))}
          <div className="apply-difference">
            <DifferenceList difference={difference} />
          </div>
        </Modal>
      )}
    </>
  );
}
