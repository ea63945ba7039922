import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import { useFailureText } from '../ui/failure.ts';
import { DROP_DRAFT, type Draft } from './draft.ts';

/** Gives a draft up, after asking. */
export function DropDraft({ town, draft }: { town: string; draft: Pick<Draft, 'id' | 'version'> }) {
  const { t } = useTranslation(['restructurings', 'ui']);
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const drop = useChange(DROP_DRAFT, { rereads: false });
  const textOf = useFailureText();
  const ask = () =>
    modal.confirm({
      title: t('draft.dropTitle'),
      content: t('draft.dropLead'),
      okText: t('draft.drop'),
      okButtonProps: { danger: true },
      cancelText: t('ui:cancel'),
      onOk: async () => {
        try {
          await drop({ draft: draft.id, expectedVersion: draft.version });
          await navigate(`/towns/${town}/drafts`);
        } catch (error) {
          void message.error(textOf(error));
        }
      },
    });
  return (
    <Button danger onClick={ask}>
      {t('draft.drop')}
    </Button>
  );
}
