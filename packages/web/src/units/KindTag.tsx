import { useTranslation } from 'react-i18next';
import type { TreeNodeKind, UnitKind } from '../generated/graphql.ts';

/** What kind of unit (or team) something is. */
export function KindTag({ kind }: { kind: TreeNodeKind | UnitKind }) {
  const { t } = useTranslation('units');
  return <span className={`kind kind-${kind.toLowerCase().replaceAll('_', '-')}`}>{t(`kind.${kind}`)}</span>;
}
