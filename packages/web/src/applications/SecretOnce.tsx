import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Secret } from '../ui/Secret.tsx';

interface Props {
  title: string;
  secret: string | null;
  onClose: () => void;
}

/** Shows a secret of an application that nobody can read again; null where the answer that carried it was lost on the way. */
export function SecretOnce({ title, secret, onClose }: Props) {
  const { t } = useTranslation(['applications', 'ui']);
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('ui:close')}
        </Button>
      }
    >
      {secret === null ? (
        <p>{t('secretLost')}</p>
      ) : (
        <Secret label={t('secret')} value={secret} hint={t('secretOnce')} />
      )}
    </Modal>
  );
}
