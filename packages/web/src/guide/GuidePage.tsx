import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import errors from '../../../../docs/errors.md';
import guide from '../../../../docs/guide.md';
import guideInChinese from '../../../../docs/guide.zh.md';
import limits from '../../../../docs/limits.md';
import { useLanguage } from '../i18n/language.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Missing } from '../ui/States.tsx';
import { linked } from './linked.ts';

const names = ['guide', 'errors', 'limits'] as const;

/** The guide for developers, and the pages that it leads to, as they stand in docs/. */
export function Component() {
  const { t } = useTranslation(['guide', 'applications']);
  const isChinese = useLanguage() !== 'en';
  const { page = 'guide' } = useParams();
  const name = names.find((each) => each === page);
  if (!name) return <Missing />;
  const html = { guide: isChinese ? guideInChinese : guide, errors, limits }[name];
  return (
    <div className="page">
      <PageHead
        title={name === 'guide' ? t('title') : t(`pages.${name}`)}
        crumbs={<Link to="/applications">{t('applications:mine')}</Link>}
        nav={
          <nav className="guide-nav" aria-label={t('menu')}>
            {names.map((each) => (
              <Link key={each} to={each === 'guide' ? '/guide' : `/guide/${each}`}>
                {t(`pages.${each}`)}
              </Link>
            ))}
          </nav>
        }
      />
      <article
        className="panel guide"
        lang={name === 'guide' && isChinese ? 'zh-CN' : 'en'}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the pages of docs/ in this repository, made into HTML when the web is built
        dangerouslySetInnerHTML={{ __html: linked(html, window.location.origin) }}
      />
    </div>
  );
}
