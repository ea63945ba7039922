import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../change.ts';
import { most } from '../ui/limits.ts';
import { Additions } from './Additions.tsx';
import { ImportForm, type Sent } from './ImportForm.tsx';
import { effects, IMPORT_TREE, type Outlook, PREVIEW_TREE_IMPORT } from './import.ts';
import { OutlookPanel } from './OutlookPanel.tsx';

interface Looked {
  sent: Sent;
  outlook: Outlook;
}

/** Imports a file of the tree. */
export function ImportPanel({ town }: { town: string }) {
  const { t } = useTranslation('imports');
  const look = useChange(PREVIEW_TREE_IMPORT, { rereads: false });
  const importTree = useChange(IMPORT_TREE);
  return (
    <ImportForm<Looked, { reason: string; documentNumber: string }>
      title={t('import')}
      lead={t('importLead')}
      pickHint={t('pickHint')}
      fromHint={t('fromHint')}
      fields={
        <>
          <Form.Item name="reason" label={t('reason')}>
            <Input maxLength={most.reason} autoComplete="off" />
          </Form.Item>
          <Form.Item name="documentNumber" label={t('documentNumber')}>
            <Input maxLength={most.documentNumber} autoComplete="off" />
          </Form.Item>
        </>
      }
      look={async (sent) => ({ sent, outlook: (await look({ town, ...sent })).previewTreeImport })}
      bring={async ({ sent, outlook }, { reason = '', documentNumber = '' }) => {
        await importTree({
          town,
          ...sent,
          expectedDigest: outlook.digest,
          reason: reason.trim() || null,
          documentNumber: documentNumber.trim() || null,
        });
        const links = (
          <>
            <Link to="..">{t('seeTree')}</Link> · <Link to="../history">{t('seeHistory')}</Link>
          </>
        );
        return { title: t('done', { rows: outlook.rows - outlook.unchanged }), action: links };
      }}
    >
      {({ sent, outlook }, button) => (
        <OutlookPanel
          outlook={outlook}
          fileName={sent.fileName}
          effects={effects}
          nameOf={(effect) => t(`effect.${effect}`)}
          more={outlook.opens > 0 && <Additions additions={outlook.additions} opens={outlook.opens} />}
        >
          {button}
        </OutlookPanel>
      )}
    </ImportForm>
  );
}
