import { useTranslation } from 'react-i18next';
import { ShownOnce } from '../ui/ShownOnce.tsx';

interface Props {
  title: string;
  password: string | null;
  onClose: () => void;
}

/** Shows a password that nobody can read again; null where the answer that carried it was lost on the way. */
export function PasswordOnce({ title, password, onClose }: Props) {
  const { t } = useTranslation('accounts');
  return <ShownOnce title={title} value={password} label={t('password')} lost={t('passwordLost')} onClose={onClose} />;
}
