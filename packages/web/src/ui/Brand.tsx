import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The product's name, which leads home. */
export function Brand() {
  const { t } = useTranslation('signin');
  return (
    <Link to="/" className="brand">
      <img src="/icon.svg" alt="" width={24} height={24} />
      <strong>{t('product')}</strong> <span>{t('latin')}</span>
    </Link>
  );
}
