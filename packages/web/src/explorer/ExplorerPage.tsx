import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MY_APPLICATIONS, SANDBOX } from '../applications/application.ts';
import { DeveloperNav } from '../developers/DeveloperNav.tsx';
import { useLanguage } from '../i18n/language.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { AskerChoice } from './AskerChoice.tsx';
import type { Answer } from './ask.ts';
import { useTokenOf } from './asker.ts';
import { beginningFor } from './beginning.ts';
import { CostLine } from './CostLine.tsx';
import { Opening } from './Opening.tsx';

// Four megabytes, of which the page does not wait: they are on their way while it asks who may ask.
const load = () => import('./Explorer.tsx');
load().catch(() => {});
const Explorer = lazy(async () => ({ default: (await load()).Explorer }));

/** The API to try out, as oneself or as an application of one’s own: the schema, answers, and what they cost. */
export function Component() {
  const { t } = useTranslation('explorer');
  const isChinese = useLanguage() !== 'en';
  const [params, choose] = useAddress();
  const { data, error, refetch } = useQuery(MY_APPLICATIONS);
  const all = data?.viewer?.applications?.nodes;
  // One that keeps no secret gets nothing for itself.
  const askers = (all ?? []).filter(({ confidential }) => confidential);
  const asker = askers.find(({ clientId }) => clientId === params.get('as'));
  const tokenOf = useTokenOf(asker?.id ?? null);
  const [told, setTold] = useState<{ answer: Answer | null; isPreflight: boolean }>({
    answer: null,
    isPreflight: false,
  });
  const sandbox = useQuery(SANDBOX);
  if (!all || sandbox.loading) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const town = sandbox.data?.sandbox?.towns.find(({ consents }) => consents);
  return (
    <div className="page explorer">
      <PageHead
        title={t('title')}
        nav={<DeveloperNav />}
        meta={asker ? t('asApplication') : t('asOneself')}
        actions={
          <AskerChoice
            applications={askers}
            value={asker?.clientId ?? null}
            onChange={(clientId) => choose({ as: clientId })}
          />
        }
      />
      <CostLine {...told} />
      <div className="explorer-box">
        <Suspense fallback={<Opening />}>
          <Explorer
            tokenOf={tokenOf}
            beginning={beginningFor(asker?.scopes, town?.code, t('begin'))}
            onAnswer={(answer, isPreflight) => setTold({ answer, isPreflight })}
          />
        </Suspense>
      </div>
      {isChinese && <p className="hint">{t('editorInEnglish')}</p>}
    </div>
  );
}
