import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { NumberLink } from '../ui/NumberLink.tsx';
import { useLinkWith } from '../ui/useAddress.ts';
import { Months } from './Months.tsx';
import type { Recurring, Summary } from './subject.ts';

interface Props {
  summary: Summary;
  /** The subject that is opened. */
  opened: string | null;
  open: (subject: string) => void;
}

/** The subjects of a period, a line each: how many ask, whether more than before, and in which months. */
export function SubjectList({ summary, opened, open }: Props) {
  const { t } = useTranslation('subjects');
  const linkWith = useLinkWith();
  if (summary.subjects.length === 0) return <p className="hint padded">{t('none')}</p>;
  return (
    <>
      {summary.subjects.map((each) => (
        <article key={each.subject.id} className={each.rising ? 'record-line overdue' : 'record-line'}>
          <div>
            <button
              type="button"
              className="subject-open"
              aria-expanded={each.subject.id === opened}
              onClick={() => open(each.subject.id)}
            >
              <strong>{each.subject.name}</strong>
            </button>
            <div className="hint">
              {t('share', { share: each.share.rounded ?? '0 %' })}
              {each.households !== null && each.households > 0 && ` · ${t('households', { n: each.households })}`}
            </div>
          </div>
          <div className="tags">
            <span className="figure">
              {t('count')}{' '}
              <NumberLink
                to={linkWith({ subject: each.subject.id })}
                label={t('openCount', { name: each.subject.name, n: each.count })}
              >
                <b>{each.count}</b>
              </NumberLink>
            </span>
            <Change recurring={each} />
          </div>
          <div className="subject-end">
            <Months months={each.months} />
            {(each.projects ?? []).length > 0 && <Tag color="blue">{t('inProject')}</Tag>}
          </div>
        </article>
      ))}
    </>
  );
}

/** How many more or fewer ask than before, in words that do not need colour. */
function Change({ recurring: { change, before } }: { recurring: Recurring }) {
  const { t } = useTranslation('subjects');
  const words = change > 0 ? t('more', { n: change }) : change < 0 ? t('fewer', { n: -change }) : t('same');
  return (
    <>
      <Tag color={change > 0 ? 'red' : change < 0 ? 'green' : 'default'}>{words}</Tag>
      <span className="hint">{t('before', { n: before })}</span>
    </>
  );
}
