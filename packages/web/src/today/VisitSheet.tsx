import { useTranslation } from 'react-i18next';
import { dayInShanghai } from '../ui/day.ts';
import { OnPaper } from '../ui/OnPaper.tsx';
import type { SheetRow } from './sheet.ts';

interface Props {
  town: string;
  /** Who prints it. */
  by: string;
  rows: readonly SheetRow[];
  onPrinted: () => void;
}

/** A visit list on A4, with room to write. */
export function VisitSheet({ town, by, rows, onPrinted }: Props) {
  const { t } = useTranslation(['today', 'contactRules', 'visits', 'households']);
  return (
    <OnPaper paper="visit-sheet" onPrinted={onPrinted}>
      <h1>{t('sheet.title', { town })}</h1>
      <p>{t('sheet.lead', { day: dayInShanghai(), n: rows.length, by })}</p>
      <table>
        <thead>
          <tr>
            <th className="narrow">{t('sheet.number')}</th>
            <th>{t('sheet.household')}</th>
            <th>{t('sheet.why')}</th>
            <th>{t('sheet.last')}</th>
            <th className="wide">{t('sheet.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <td>{index + 1}</td>
              <td>
                <strong>{row.label}</strong> {row.code ?? t('households:noCode')}
                <div>{[row.block, row.address].filter((each) => each !== null).join(' · ')}</div>
              </td>
              <td>
                {row.categories.length > 0 && <div>{row.categories.join('、')}</div>}
                {row.because.map(({ name, dueOn, note }) => (
                  <div key={`${name} ${dueOn}`}>
                    {[name ?? t('contactRules:everyHousehold'), t('contactRules:dueOn', { day: dueOn }), note]
                      .filter((each) => each !== null)
                      .join(' · ')}
                  </div>
                ))}
              </td>
              <td>
                {row.lastVisit
                  ? `${row.lastVisit.visitedOn} ${t(`visits:ways.${row.lastVisit.way}`)}`
                  : t('contactRules:neverVisited')}
                {row.bring.map((text) => (
                  <div key={text}>{text}</div>
                ))}
                {row.openRequests.map(({ number, subject }) => (
                  <div key={number}>{`${t('request', { number })} ${subject}`}</div>
                ))}
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('sheet.warning')}</p>
    </OnPaper>
  );
}
