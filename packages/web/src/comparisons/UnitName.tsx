import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComparedLevel } from '../generated/graphql.ts';
import { KindTag } from '../units/KindTag.tsx';
import { unitPath } from '../units/unit.ts';
import type { BoardRow } from './board.ts';

/** A unit of the board, and the way to the comparison of the blocks under it. */
export function UnitName({ row: { unit, name, kind }, level }: { row: BoardRow; level: ComparedLevel }) {
  const { t } = useTranslation('comparisons');
  if (unit === null) return name;
  return (
    <span className="tags">
      {kind && <KindTag kind={kind} />}
      <Link to={unitPath(unit)}>{name}</Link>
      {level !== 'BLOCK' && (
        <Link
          className="hint"
          to={{ search: `?${belowOf(unit, level)}` }}
          aria-label={t('belowOf', { name: name ?? '' })}
        >
          {t('below')}
        </Link>
      )}
    </span>
  );
}

function belowOf(unit: string, level: ComparedLevel): string {
  const params = new URLSearchParams(window.location.search);
  params.set('under', unit);
  params.set('level', level === 'SERVICE_AREA' ? 'COMMITTEE' : 'BLOCK');
  return params.toString();
}
