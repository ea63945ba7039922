import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import { readFailure } from '../errors.ts';
import { dayBefore } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { APPLY_DRAFT } from './draft.ts';
import type { DraftEditor } from './useDraftEditor.ts';

interface Props {
  town: string;
  editor: DraftEditor;
  onStale: () => Promise<unknown>;
}

/** Why applying was refused; or that the draft has been fitted to what overtook it. */
type Notice = { text: string; overtaken: boolean } | 'ACKNOWLEDGED';

/**
 * Applies a draft, after its difference was shown. What is applied is what was shown, or nothing. Where another
 * restructuring has changed the same units meanwhile, one goes on by saying that one has seen it.
 */
export function ApplyDraft({ town, editor, onStale }: Props) {
  const { t } = useTranslation(['restructurings', 'ui']);
  const navigate = useNavigate();
  const apply = useChange(APPLY_DRAFT);
  const textOf = useFailureText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const { draft } = editor;
  const { difference } = draft;
  const ready = difference && !draft.checks?.some(({ severity }) => severity === 'ERROR');

  async function attempt(change: () => Promise<Notice | null>) {
    setBusy(true);
    setNotice(null);
    try {
      setNotice(await change());
    } catch (error) {
      const { code, field } = readFailure(error);
      setNotice({ text: textOf(error), overtaken: code === 'CONFLICT' && field === 'draft' });
      await onStale();
    } finally {
      setBusy(false);
    }
  }
  const confirm = (expectedDifference: string) =>
    attempt(async () => {
      await apply({ draft: draft.id, expectedVersion: draft.version, expectedDifference });
      const { effectiveOn } = draft;
      void navigate(`/towns/${town}/history?from=${dayBefore(effectiveOn)}&to=${effectiveOn}`);
      return null;
    });
  const acknowledge = () =>
    attempt(async () => {
      await editor.acknowledge();
      return 'ACKNOWLEDGED';
    });
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
          {notice === 'ACKNOWLEDGED' && (
            <Alert type="info" showIcon title={t('draft.acknowledged')} className="problem" role="status" />
          )}
          {notice !== null && notice !== 'ACKNOWLEDGED' && (
            <Alert
              type="error"
              showIcon
              title={notice.text}
              className="problem"
              role="alert"
              description={
                notice.overtaken && (
                  <Button size="small" onClick={() => void acknowledge()}>
                    {t('draft.acknowledge')}
                  </Button>
                )
              }
            />
          )}
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
