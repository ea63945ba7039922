import { Tag } from 'antd';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import type { Town } from '../towns/town.ts';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { PartyKindTag } from './KindTag.tsx';
import { type PartyRow, partyPath, seatName } from './party.ts';

/** The Party organisations that are chosen, a line each, as deep as they stand. */
export function PartyTree({ rows, town }: { rows: readonly PartyRow[]; town: Town }) {
  const { t } = useTranslation('partyOrganizations');
  const count = rows.filter(({ chosen }) => chosen).length;
  return (
    <Panel title={`${t('tree')} ${count}`} flush>
      {rows.length === 0 && <p className="hint padded">{t('none')}</p>}
      <ul className="plain party-tree">
        {rows.map((row) => (
          <Line key={row.node.id} row={row} town={town} />
        ))}
      </ul>
    </Panel>
  );
}

/** One Party organisation: what it is, where it sits, who leads it, and how many it covers. */
function Line({ row: { node, depth, chosen }, town }: { row: PartyRow; town: Town }) {
  const { t } = useTranslation('partyOrganizations');
  const asOf = useAsOf();
  const { kind, form, name, secretary, covers } = node;
  const about = [
    seatName(node, town),
    secretary && `${t('secretary')} ${secretary.name}`,
    // Of whose people one does not see nothing is told.
    secretary === null && kind !== 'GROUP' && can(town, 'PERSON_READ') && t('noSecretary'),
  ].filter((each) => typeof each === 'string');
  return (
    <li className={chosen ? 'party-line' : 'party-line above'} style={{ '--depth': depth } as CSSProperties}>
      <PartyKindTag kind={kind} form={form} />
      <Link to={pathOn(partyPath(node.id), asOf)} className="party-name">
        {name}
      </Link>
      <span className="hint party-about">{about.join(' · ')}</span>
      <span className="tags">
        {node.management === 'DIRECT' && <Tag color="volcano">{t('managements.DIRECT')}</Tag>}
        {covers.length > 0 && <span className="hint">{t('covers', { n: covers.length })}</span>}
      </span>
    </li>
  );
}
