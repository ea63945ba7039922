import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComparedLevel } from '../generated/graphql.ts';
import { useLinkWith } from '../ui/useAddress.ts';
import { KindTag } from '../units/KindTag.tsx';
import { unitPath } from '../units/unit.ts';
import type { BoardRow } from './board.ts';

/** A unit of the board, and the way to the comparison of the blocks under it. */
export function UnitName({ row: { unit, name, kind }, level }: { row: BoardRow; level: ComparedLevel }) {
  const { t } = useTranslation('comparisons');
  const linkWith = useLinkWith();
  if (unit === null) return name;
  return (
    <span className="tags">
      {kind && <KindTag kind={kind} />}
      <Link to={unitPath(unit)}>{name}</Link>
      {level !== 'BLOCK' && (
        <Link
          className="hint"
          to={linkWith({ under: unit, level: level === 'SERVICE_AREA' ? 'COMMITTEE' : 'BLOCK' })}
          aria-label={t('belowOf', { name: name ?? '' })}
        >
          {t('below')}
        </Link>
      )}
    </span>
  );
}
