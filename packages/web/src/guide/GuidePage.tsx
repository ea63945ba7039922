import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
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
import { PageText } from './PageText.tsx';

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
      <PageText html={linked(chosen ?? en, window.location.origin)} isChinese={chosen !== undefined} />
    </>
  );
}
