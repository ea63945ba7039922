import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { resources } from './resources.ts';

export type Language = keyof typeof resources;

const KEY = 'lianxin.language';

/** The language a remembered value stands for: Chinese unless English was chosen. */
export function readLanguage(remembered: string | null): Language {
  return remembered === 'en' ? 'en' : 'zh-CN';
}

/** Starts i18next in the remembered language. Call once, before the first render. */
export function startLanguage(): void {
  const language = readLanguage(localStorage.getItem(KEY));
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'ui',
    resources,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

/** The language in use now, for code outside components. */
export function currentLanguage(): Language {
  return readLanguage(i18next.language);
}

/** Changes the language and remembers it on this machine. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** The language in use now; renders again when it changes. */
export function useLanguage(): Language {
  return readLanguage(useTranslation().i18n.language);
}
