import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Secret } from '../ui/Secret.tsx';

/** Shows a password that nobody can read again; null where the answer that carried it was lost on the way. */
export function PasswordOnce({
  title,
  password,
  onClose,
}: {
  title: string;
  password: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation(['accounts', 'ui']);
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
      {password === null ? <p>{t('passwordLost')}</p> : <Secret label={t('password')} value={password} />}
    </Modal>
  );
}
