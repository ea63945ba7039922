import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../LanguageSwitch.tsx';

/** The frame of every page before one is signed in: the product's name, and one thing to do. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('signin');
  return (
    <div className="entrance">
      <title>{`${title} · 连心 Lianxin`}</title>
      <div className="entrance-top">
        <LanguageSwitch />
      </div>
      <main className="entrance-card">
        <div className="entrance-brand">
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <div className="entrance-name">
              {t('product')} <span>{t('latin')}</span>
            </div>
            <div className="entrance-motto">{t('motto')}</div>
          </div>
        </div>
        {children}
      </main>
    </div>
  );
}
