import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router/dom';
import { useLanguage } from './i18n/language.ts';
import { router } from './routes.tsx';
import { theme } from './theme.ts';

/** The whole web, in the language that was chosen. */
export function App() {
  const language = useLanguage();
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 2 }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}
