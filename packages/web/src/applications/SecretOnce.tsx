import { useTranslation } from 'react-i18next';
import { ShownOnce } from '../ui/ShownOnce.tsx';

interface Props {
  title: string;
  secret: string | null;
  onClose: () => void;
}

/** Shows a secret of an application that nobody can read again; null where the answer that carried it was lost on the way. */
export function SecretOnce({ title, secret, onClose }: Props) {
  const { t } = useTranslation('applications');
  const words = { label: t('secret'), hint: t('secretOnce'), lost: t('secretLost') };
  return <ShownOnce title={title} value={secret} {...words} onClose={onClose} />;
}
