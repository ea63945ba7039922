import { useTranslation } from 'react-i18next';
import { usePeriod } from '../ui/period.ts';
import type { Indicator } from './FigurePicker.tsx';
import { useWords } from './words.ts';

/** What an indicator counts, since when it counts so, and what it has counted before, where that was something else. */
export function Definition({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('figures');
  const { definitionOf } = useWords();
  const { since, versions } = indicator;
  return (
    <>
      {definitionOf(indicator)} <span className="hint">{t('definedSince', { day: since })}</span>
      {versions.length > 1 && (
        <details className="definition-history">
          <summary>{t('definitionHistory', { n: versions.length })}</summary>
          {versions.map((version, index) => (
            <Version key={version.since} version={version} until={versions[index - 1]?.since ?? null} />
          ))}
          <p>{t('definitionNote')}</p>
        </details>
      )}
    </>
  );
}

interface VersionProps {
  version: Indicator['versions'][number];
  /** Since when another one holds; null for the latest. */
  until: string | null;
}

function Version({ version, until }: VersionProps) {
  const { t } = useTranslation('figures');
  const { definitionOf, changedOf } = useWords();
  const period = usePeriod();
  const what = changedOf(version);
  return (
    <p>
      {t('definedAs', { time: period(version.since, until), definition: definitionOf(version) })}{' '}
      {what !== null && t('definitionChanged', { what })}
    </p>
  );
}
