import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import { readFailure } from '../errors.ts';
import { useFailureText } from '../ui/failure.ts';
import { DROP_DRAFT, type Draft } from './draft.ts';

interface Props {
  town: string;
  draft: Pick<Draft, 'id' | 'version'>;
  onStale: () => Promise<unknown>;
}

/** Gives a draft up, after asking. */
export function DropDraft({ town, draft, onStale }: Props) {
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
          void message.error(textOf(error), 6);
          if (readFailure(error).code === 'CONFLICT') await onStale();
        }
      },
    });
  return (
    <Button danger onClick={ask}>
      {t('draft.drop')}
    </Button>
  );
}
