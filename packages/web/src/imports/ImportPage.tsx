import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { Missing } from '../ui/States.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { ImportPanel } from './ImportPanel.tsx';

/** A town's tree from a file, and as a file. */
export function Component() {
  const town = useTown();
  const imports = can(town, 'TREE_IMPORT');
  const exports = can(town, 'TREE_EXPORT');
  if (!imports && !exports) return <Missing />;
  return (
    <div className="columns">
      <div className="column-main">{imports && <ImportPanel town={town.code} />}</div>
      <div className="column-side">{exports && <ExportPanel town={town.code} />}</div>
    </div>
  );
}
