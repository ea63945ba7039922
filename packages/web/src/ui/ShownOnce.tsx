import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Secret } from './Secret.tsx';

interface Props {
  title: string;
  /** What is shown; null where the answer that carried it was lost on the way. */
  value: string | null;
  label: string;
  hint?: string;
  /** What to do where it was lost. */
  lost: string;
  onClose: () => void;
}

/** Shows what nobody can read again, such as a password: it is closed by its buttons alone. */
export function ShownOnce({ title, value, label, hint, lost, onClose }: Props) {
  const { t } = useTranslation('ui');
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      {value === null ? <p>{lost}</p> : <Secret label={label} value={value} {...(hint !== undefined && { hint })} />}
    </Modal>
  );
}
