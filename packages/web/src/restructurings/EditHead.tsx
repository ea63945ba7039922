import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/FormModal.tsx';
import { type Head, HeadFields } from './HeadFields.tsx';
import type { DraftEditor } from './useDraftEditor.ts';

/** Gives a draft another day, reason or document number. */
export function EditHead({ editor }: { editor: DraftEditor }) {
  const { t } = useTranslation('restructurings');
  const [open, setOpen] = useState(false);
  const { effectiveOn, reason, documentNumber } = editor.draft;
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('draft.editHead')}
      </Button>
      {open && (
        <FormModal<Head>
          title={t('draft.headTitle')}
          submitLabel={t('draft.keep')}
          initialValues={{ effectiveOn, reason: reason ?? '', documentNumber: documentNumber ?? '' }}
          onClose={() => setOpen(false)}
          onSubmit={async (head) => {
            await editor.setHead({ ...head, documentNumber: head.documentNumber.trim() || null });
            return t('draft.kept');
          }}
        >
          <HeadFields />
        </FormModal>
      )}
    </>
  );
}
