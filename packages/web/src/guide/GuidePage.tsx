import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useNavigate, useParams } from 'react-router';
import access from '../../../../docs/access.md';
import applications from '../../../../docs/applications.md';
import applicationsInChinese from '../../../../docs/applications.zh.md';
import errors from '../../../../docs/errors.md';
import errorsInChinese from '../../../../docs/errors.zh.md';
import exportsInEnglish from '../../../../docs/exports.md';
import exportsInChinese from '../../../../docs/exports.zh.md';
import guide from '../../../../docs/guide.md';
import guideInChinese from '../../../../docs/guide.zh.md';
import limits from '../../../../docs/limits.md';
import limitsInChinese from '../../../../docs/limits.zh.md';
import webhooks from '../../../../docs/webhooks.md';
import webhooksInChinese from '../../../../docs/webhooks.zh.md';
import changes from '../../../schema/CHANGELOG.md';
import client from '../../../schema/README.md';
import { DeveloperNav } from '../developers/DeveloperNav.tsx';
import { useLanguage } from '../i18n/language.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Missing } from '../ui/States.tsx';
import { Contract } from './Contract.tsx';
import { linked, pageNames } from './linked.ts';

/** Each page in English, and in Chinese where there is one. */
const pages: Record<Exclude<(typeof pageNames)[number], 'contract'>, { en: string; zh?: string }> = {
  guide: { en: guide, zh: guideInChinese },
  applications: { en: applications, zh: applicationsInChinese },
  webhooks: { en: webhooks, zh: webhooksInChinese },
  exports: { en: exportsInEnglish, zh: exportsInChinese },
  errors: { en: errors, zh: errorsInChinese },
  limits: { en: limits, zh: limitsInChinese },
  access: { en: access },
  changes: { en: changes },
  client: { en: client },
};

/** The guide for developers, and the pages that it leads to, as they stand in docs/. */
export function Component() {
  const { t } = useTranslation('guide');
  const { page = 'guide' } = useParams();
  const name = pageNames.find((each) => each === page);
  if (!name) return <Missing />;
  return (
    <div className="page">
      <PageHead title={name === 'guide' ? t('title') : t(`pages.${name}`)} nav={<DeveloperNav />} />
      <nav className="guide-nav" aria-label={t('menu')}>
        {pageNames.map((each) => (
          <NavLink key={each} to={each === 'guide' ? '/guide' : `/guide/${each}`} end>
            {t(`pages.${each}`)}
          </NavLink>
        ))}
      </nav>
      {name === 'contract' ? <Contract /> : <Page of={pages[name]} />}
    </div>
  );
}

/** A page in the language that was chosen, or else in English. */
function Page({ of: { en, zh } }: { of: { en: string; zh?: string } }) {
  const { t } = useTranslation('guide');
  const isChinese = useLanguage() !== 'en';
  const chosen = isChinese ? zh : undefined;
  return (
    <>
      {isChinese && zh === undefined && <p className="hint">{t('englishOnly')}</p>}
      <Written html={linked(chosen ?? en, window.location.origin)} isChinese={chosen !== undefined} />
    </>
  );
}

/** A page's text. What leads to another page of it is opened without loading the web anew, and a heading that the address names is shown. */
function Written({ html, isChinese }: { html: string; isChinese: boolean }) {
  const article = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const { hash } = useLocation();
  useEffect(() => {
    const named = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    if (html !== '') named?.scrollIntoView();
  }, [hash, html]);
  useEffect(() => {
    const element = article.current;
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const to = link?.getAttribute('href') ?? '';
      if (!/^[/#]/.test(to) || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      void navigate(to);
    };
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [navigate]);
  return (
    <article
      ref={article}
      className="panel guide"
      lang={isChinese ? 'zh-CN' : 'en'}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the pages of docs/ in this repository, made into HTML when the web is built
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
