import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { coverageOf } from '../coverage-rates/figure-path.ts';
import { figurePath } from '../figures/path.ts';
import { useWords } from '../figures/words.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { CorrectReported } from './CorrectReported.tsx';
import { usePeriodName } from './periodName.ts';
import { differenceText, type ReportedRow } from './reported.ts';
import { WithdrawReported } from './WithdrawReported.tsx';

interface Props {
  /** The code of the town that has published it. */
  town: string;
  /** What that is called, where the line does not stand among those of its town. */
  townName?: string;
  figure: ReportedRow;
  /** Whether the viewer may correct and withdraw it. */
  mayChange: boolean;
}

/** One reported figure beside what the records give. */
export function ReportedLine({ town, townName, figure, mayChange }: Props) {
  const { t, i18n } = useTranslation('reportedFigures');
  const { nameOf } = useWords();
  const periodName = usePeriodName();
  const [changing, setChanging] = useState<'correct' | 'withdraw' | null>(null);
  const { indicator, unit, organizationKind, holds, versions } = figure;
  const n = figure.difference == null ? '—' : differenceText(figure.difference, indicator, i18n.language);
  const inPoints = figure.difference != null && indicator.isRate && !indicator.perHundred;
  const of = [unit?.name, organizationKind?.name].filter((each) => each !== undefined);
  return (
    <article className={holds === false ? 'record-line reported-line overdue' : 'record-line reported-line'}>
      <div>
        {townName !== undefined && <Link to={`/towns/${town}/reported`}>{townName}</Link>}{' '}
        <strong>{nameOf(indicator)}</strong> {of.length > 0 && <span>{of.join(' · ')}</span>}
        <div className="hint">
          {periodName(figure.length, figure.period)} ·{' '}
          {t('source', { document: figure.document, day: figure.publishedOn })}
          {figure.page && ` · ${figure.page}`}
        </div>
        {versions.length > 1 && (
          <div className="hint">
            {versions
              .slice(1)
              .map(({ number, because }) =>
                t('correctedFrom', { before: versions[number - 2]?.rounded ?? '', because: because ?? '' }),
              )
              .join('；')}
          </div>
        )}
        {figure.definitionChanged && (
          <div className="hint">{t('definitionChanged', { day: figure.definition.since })}</div>
        )}
      </div>
      <dl className="reported-numbers">
        <div>
          <dt>{t('reported')}</dt>
          <dd>{t(`qualified.${figure.qualifier}`, { value: figure.rounded })}</dd>
        </div>
        <div>
          <dt>{t('derived')}</dt>
          <dd>
            <Derived town={town} figure={figure} />
          </dd>
        </div>
        <div>
          <dt>{t('difference')}</dt>
          <dd>{inPoints ? t('points', { n }) : n}</dd>
        </div>
      </dl>
      <div className="tags">
        {figure.withdrawnBecause ? (
          <Tag>{t('withdrawnBecause', { because: figure.withdrawnBecause })}</Tag>
        ) : (
          <Tag color={holds === null ? 'default' : holds ? 'success' : 'error'}>
            {t(holds === null ? 'noRecords' : holds ? 'holds' : 'differs')}
          </Tag>
        )}
        {mayChange && !figure.withdrawnBecause && (
          <>
            <Button size="small" onClick={() => setChanging('correct')}>
              {t('correct')}
            </Button>
            <Button size="small" danger onClick={() => setChanging('withdraw')}>
              {t('withdraw')}
            </Button>
          </>
        )}
      </div>
      {changing === 'correct' && <CorrectReported figure={figure} onClose={() => setChanging(null)} />}
      {changing === 'withdraw' && <WithdrawReported figure={figure} onClose={() => setChanging(null)} />}
    </article>
  );
}

/** What the records give, which opens what makes it up. */
function Derived({ town, figure }: Pick<Props, 'town' | 'figure'>) {
  const { t } = useTranslation('reportedFigures');
  const { nameOf, countOf } = useWords();
  const { indicator, period, derived, organizationKind, unit: of } = figure;
  const unit = of?.id ?? null;
  const organizations = { indicator: indicator.code, unit, on: period.last, basis: 'AS_RECORDED' as const };
  const to = organizationKind
    ? coverageOf(town, { ...organizations, kind: organizationKind.id })
    : figurePath(town, { indicator, period, unit });
  const text = countOf(derived);
  if (to === null) return text;
  return (
    <NumberLink to={to} label={t('openDerived', { what: nameOf(indicator), n: text })}>
      {text}
    </NumberLink>
  );
}
