import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeDetails } from './Changes.tsx';
import type { Difference } from './draft.ts';
import { called } from './restructuring.ts';

/** How many of each part are shown before the rest is only counted. */
const most = 200;

/** What a restructuring changes, as a list to read: units, teams, households, posts, what accounts reach, figures. */
export function DifferenceList({ difference }: { difference: Difference }) {
  const { t } = useTranslation(['restructurings', 'units', 'people', 'accounts', 'ui']);
  const { units, teams, households, organizations, posts, accounts, figures } = difference;
  const names = (of: Difference['units'][number]['successors']) => of.map(called).join(t('ui:and'));
  if ([units, teams ?? [], households, organizations, posts ?? [], accounts ?? []].every((part) => part.length === 0)) {
    return <p className="hint">{t('draft.changesNothing')}</p>;
  }
  return (
    <div className="difference">
      <Part title={t('draft.figures')} rows={figures}>
        {({ figure, before, after }) => (
          <>
            {figure === 'HOUSEHOLD' ? t('draft.household') : t(`units:kind.${figure}`)}{' '}
            <b>{before === after ? after : `${before} → ${after}`}</b>{' '}
            {before === after && <span className="hint">{t('draft.unchanged')}</span>}
          </>
        )}
      </Part>
      <Part title={t('draft.units')} rows={units}>
        {(change) => (
          <>
            {change.changes.map((each) => (
              <Tag key={each}>{t(`change.${each}`)}</Tag>
            ))}{' '}
            {called(change.unit)}{' '}
            <span className="hint">
              <ChangeDetails change={change} />
            </span>
          </>
        )}
      </Part>
      <Part title={t('draft.teams')} rows={teams ?? []}>
        {({ nameBefore, nameAfter, blockBefore, blockAfter }) => (
          <>
            {t('value.from', {
              before: `${called(blockBefore)} ${nameBefore}`,
              after: `${called(blockAfter)} ${nameAfter}`,
            })}
          </>
        )}
      </Part>
      <Part title={t('draft.households')} rows={households}>
        {({ from, to, count }) => t('draft.householdsGo', { from: called(from), to: called(to), n: count ?? 0 })}
      </Part>
      <Part title={t('draft.organizations')} rows={organizations}>
        {({ from, to, count }) =>
          t('draft.organizationsGo', { from: called(from), to: to ? called(to) : t('draft.theTown'), n: count ?? 0 })
        }
      </Part>
      <Part title={t('draft.posts')} rows={posts ?? []}>
        {({ person, title, from, to }) => (
          <>
            {person} <span className="hint">{t(`people:titles.${title}`)}</span>{' '}
            {from && to && t('value.from', { before: called(from), after: called(to) })}
            {from && !to && t('draft.endsAt', { unit: called(from) })}
            {!from && to && t('draft.heldAgainAt', { unit: called(to) })}
          </>
        )}
      </Part>
      <Part title={t('draft.accounts')} rows={accounts ?? []}>
        {({ account, role, from, to, gains, loses }) => (
          <>
            {account} <span className="hint">{t(`accounts:role.${role}`)}</span>{' '}
            {from && !to && t('draft.endsAt', { unit: called(from) })}
            {!from && to && t('draft.heldAgainAt', { unit: called(to) })}
            {from && to && from.id !== to.id && t('value.from', { before: called(from), after: called(to) })}
            {gains.length > 0 && <div className="gains">{t('draft.gains', { units: names(gains) })}</div>}
            {loses.length > 0 && <div className="loses">{t('draft.loses', { units: names(loses) })}</div>}
          </>
        )}
      </Part>
    </div>
  );
}

function Part<Row>({
  title,
  rows,
  children,
}: {
  title: string;
  rows: readonly Row[];
  children: (row: Row) => ReactNode;
}) {
  const { t } = useTranslation('restructurings');
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span className="hint">{rows.length}</span>
      </h3>
      <ul className="plain">
        {rows.slice(0, most).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is only ever replaced as a whole.
          <li key={index}>{children(row)}</li>
        ))}
        {rows.length > most && <li className="hint">{t('draft.more', { n: rows.length - most })}</li>}
      </ul>
    </section>
  );
}
