import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { EarlierClosings } from '../figure-snapshots/EarlierClosings.tsx';
import type { Choice } from '../figures/choice.ts';
import { changeBetween, useChangeText } from '../figures/compared.ts';
import type { Indicator } from '../figures/FigurePicker.tsx';
import { useWords } from '../figures/words.ts';
import type { Town } from '../towns/town.ts';
import { lengthOf } from '../ui/calendarPeriod.ts';
import { Panel } from '../ui/Panel.tsx';
import { ReportedLine } from './ReportedLine.tsx';
import { ReportFigure } from './ReportFigure.tsx';
import { BESIDE_FIGURE } from './reported.ts';

interface Props {
  town: Town;
  indicator: Indicator;
  choice: Choice;
}

/** Beside a figure: what the town has published of it, and what its closed period keeps. */
export function BesideFigure({ town, indicator, choice }: Props) {
  const { t } = useTranslation('reportedFigures');
  const { countOf } = useWords();
  const changeText = useChangeText();
  const [reporting, setReporting] = useState(false);
  const stock = indicator.time === 'STOCK';
  const { data } = useQuery(BESIDE_FIGURE, {
    variables: {
      ...{ code: town.code, indicator: indicator.code, unit: choice.unit },
      ...(stock ? { on: choice.day } : { period: choice.period }),
    },
  });
  const figure = data?.town?.figure;
  const closed = figure?.closed;
  const changed = closed ? changeText(changeBetween(closed, closed.today), indicator).text : '';
  const mayReport = can(town, 'FIGURE_REPORT');
  const day = stock ? choice.day : choice.period.last;
  const isBeside = ({ first, last }: Choice['period']) =>
    stock ? last === choice.day : first === choice.period.first && last === choice.period.last;
  const earlier = (data?.town?.figureSnapshots?.nodes ?? []).filter((each) => each.figure && isBeside(each.period));
  const isAnything = figure && (figure.reported.length > 0 || figure.closed || earlier.length > 0);
  if (!figure || (!isAnything && !mayReport)) return null;
  const report = mayReport && (
    <Button size="small" onClick={() => setReporting(true)}>
      {t('report')}
    </Button>
  );
  return (
    <Panel title={t('beside')} extra={report} flush>
      {figure.closed && (
        <p className="padded">
          {t('closedAs', { kept: countOf(figure.closed) })}{' '}
          {figure.closed.changed && <b>{t('todayAs', { today: countOf(figure.closed.today), change: changed })}</b>}{' '}
          <Link to={`/towns/${town.code}/reported?closed=${encodeURIComponent(figure.closed.snapshot)}`}>
            {t('openClosed')}
          </Link>
        </p>
      )}
      <EarlierClosings town={town.code} closings={earlier} />
      {figure.reported.map((each) => (
        <ReportedLine key={each.id} town={town.code} figure={each} mayChange={mayReport} />
      ))}
      {figure.reported.length === 0 && <p className="hint padded">{t('nothingReported')}</p>}
      {reporting && (
        <ReportFigure
          town={town}
          about={{
            ...{ indicator: indicator.code, length: stock ? 'DAY' : (lengthOf(choice.period) ?? 'YEAR'), day },
            ...(choice.unit === null ? {} : { unit: choice.unit }),
          }}
          onClose={() => setReporting(false)}
        />
      )}
    </Panel>
  );
}
