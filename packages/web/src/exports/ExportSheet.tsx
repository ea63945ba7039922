import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { type Export, sizeText, typeWord } from './export.ts';

const colours = {
  WAITING: 'default',
  RUNNING: 'purple',
  READY: 'blue',
  FAILED: 'error',
  CANCELLED: 'default',
  WITHDRAWN: 'default',
  EXPIRED: 'default',
} as const;

/** Exports as a table: when, by or from whom, what of it was handed out and what became of it. */
export function ExportSheet({ exports, whose }: { exports: readonly Export[]; whose: 'application' | 'town' }) {
  const { t } = useTranslation(['exports', 'audit']);
  const language = useLanguage();
  const moment = (at: string) => momentInShanghai(at, language);
  return (
    <Sheet<Export>
      stacks
      rows={exports}
      empty={t(whose === 'application' ? 'none' : 'noneOwn')}
      columns={[
        {
          title: t('requestedAt'),
          key: 'requestedAt',
          render: (_, { requestedAt }) => <span className="code">{moment(requestedAt)}</span>,
        },
        { title: t(whose), key: 'whose', render: (_, each) => each[whose].name },
        {
          title: t('what'),
          key: 'what',
          render: (_, each) => <What of={each} />,
        },
        {
          title: t('purpose'),
          key: 'purpose',
          render: (_, { purpose }) => (purpose ? t(`audit:purposes.${purpose}`) : t('masked')),
        },
        {
          title: t('size'),
          key: 'state',
          render: (_, { state, size, keptUntil, failure }) => (
            <div className="tags">
              <Tag color={colours[state]}>{t(`states.${state}`)}</Tag>
              {keptUntil && (
                <span className="hint">
                  {sizeText(size)} · {t('keptUntil', { at: moment(keptUntil) })}
                </span>
              )}
              {failure && <span className="hint">{t('because', { code: failure.code, at: failure.at ?? '' })}</span>}
            </div>
          ),
        },
        {
          title: t('downloads'),
          key: 'downloads',
          render: (_, { downloads, downloadedAt }) =>
            downloadedAt ? t('times', { n: downloads, at: moment(downloadedAt) }) : t('never'),
        },
      ]}
    />
  );
}

/** Which records there are in an export, and of which moment. */
function What({ of: { counts, since, asOf } }: { of: Export }) {
  const { t } = useTranslation('exports');
  const language = useLanguage();
  const list = useList();
  const told = counts.flatMap(({ type, records, gone }) => {
    const word = typeWord(type);
    const name = word ? t(`types.${word}`) : type;
    return [...(records > 0 ? [`${name} ${records}`] : []), ...(gone > 0 ? [`${name} ${t('gone', { n: gone })}`] : [])];
  });
  return (
    <>
      <div>{told.length > 0 ? list(told) : t('nothing')}</div>
      <div className="hint">
        {[since && t('changes'), asOf && t('asOf', { at: momentInShanghai(asOf, language) })]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  );
}
