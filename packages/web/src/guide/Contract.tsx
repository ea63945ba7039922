import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import schema from '../../../schema/schema.graphql?url';
import { ScopeList } from '../scopes/ScopeList.tsx';
import { allScopes } from '../scopes/scope.ts';

/** The contract: its schema to take away, where it is read and what has changed in it, and every scope that an application can ask for. */
export function Contract() {
  const { t } = useTranslation('guide');
  return (
    <article className="panel guide">
      <h2>{t('contract.schema')}</h2>
      <p>{t('contract.lead')}</p>
      <p className="guide-links">
        <Button icon={<DownloadOutlined aria-hidden />} href={schema} download="schema.graphql">
          {t('contract.download')}
        </Button>
        <Link to="/explorer">{t('contract.explore')}</Link>
        <Link to="/guide/changes">{t('pages.changes')}</Link>
        <Link to="/guide/client">{t('pages.client')}</Link>
      </p>
      <h2>{t('contract.scopes', { n: allScopes.length })}</h2>
      <p>{t('contract.scopesLead')}</p>
      <p className="guide-links">
        <Link to="/guide/access">{t('pages.access')}</Link>
      </p>
      <div className="application">
        <ScopeList unfolded scopes={allScopes} />
      </div>
    </article>
  );
}
