import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '../figures/words.ts';
import { useFailureText } from '../ui/failure.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { saveTable, tableFormats } from '../ui/tableFile.ts';
import type { Choice } from './choice.ts';
import { DistrictsNav } from './DistrictsNav.tsx';
import type { Indicator } from './dashboard.ts';
import type { Row } from './rows.ts';
import { tableOf } from './table.ts';

interface Props {
  name: string;
  /** The district’s; null for all. */
  code: string | null;
  rows: readonly Row[];
  total: Row | null;
  indicators: readonly Indicator[];
  choice: Choice;
  onPrint: () => void;
}

/** The head of a dashboard: whose it is, of when, and how to take it along. */
export function DashboardHead({ name, code, rows, total, indicators, choice: { period, before }, onPrint }: Props) {
  const { t } = useTranslation(['districts', 'ui']);
  const { nameOf } = useWords();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const of = ({ first, last }: Choice['period']) => t('ui:period', { from: first, to: last });

  async function save(format: (typeof tableFormats)[number]) {
    const labels = {
      ...{ name: t('name'), code: t('code'), total: t('ui:total'), away: t('dashboard.away') },
      ...{ numerator: t('dashboard.numerator'), denominator: t('dashboard.denominator') },
      ...{ before: t('dashboard.earlier'), change: t('dashboard.changed') },
    };
    const fileName = `${t('dashboard.title', { name })} ${period.first.slice(0, 7)}–${period.last.slice(0, 7)}`;
    try {
      await saveTable(fileName, tableOf({ rows, total, indicators, nameOf, labels }), format);
    } catch (error) {
      void message.error(textOf(error));
    }
  }

  return (
    <PageHead
      title={t('dashboard.title', { name })}
      nav={<DistrictsNav code={code} />}
      meta={
        <>
          <span>{of(period)}</span>
          {before && <span>{t('dashboard.against', { period: of(before) })}</span>}
          <span>{t('dashboard.live')}</span>
        </>
      }
      actions={
        <span className="actions">
          <Dropdown
            menu={{
              items: tableFormats.map((format) => ({ key: format, label: format, onClick: () => void save(format) })),
            }}
          >
            <Button>{t('dashboard.export')}</Button>
          </Dropdown>
          <Button onClick={onPrint}>{t('dashboard.print')}</Button>
        </span>
      }
    />
  );
}
