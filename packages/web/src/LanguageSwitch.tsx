import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from './i18n/language.ts';

/** Changes between Chinese and English. It names the other language in that language. */
export function LanguageSwitch() {
  const { t } = useTranslation('ui');
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  const name = other === 'en' ? 'English' : '中文';
  return (
    <Button
      type="text"
      icon={<GlobalOutlined />}
      lang={other}
      aria-label={`${t('language')}: ${name}`}
      onClick={() => chooseLanguage(other)}
    >
      {name}
    </Button>
  );
}
