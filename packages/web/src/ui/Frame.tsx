import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from './States.tsx';

interface Props {
  brand: ReactNode;
  place: ReactNode;
  tools: ReactNode;
  children: ReactNode;
}

/** The fixed header with the page below it. */
export function Frame({ brand, place, tools, children }: Props) {
  const { t } = useTranslation('ui');
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="frame-head">
        {brand}
        <div className="frame-place">{place}</div>
        <div className="frame-tools">{tools}</div>
      </header>
      <main id="main" className="frame-main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </main>
    </>
  );
}
