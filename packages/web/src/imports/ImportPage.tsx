import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { ExportPanel } from './ExportPanel.tsx';
import { ImportPanel } from './ImportPanel.tsx';

/** A town's tree from a file, and as a file. */
export function Component() {
  const town = useTown();
  const imports = can(town, 'TREE_IMPORT');
  const exports = can(town, 'TREE_EXPORT');
  return (
    <div className="columns">
      <div className="column-main">{imports && <ImportPanel town={town.code} />}</div>
      <div className="column-side">{exports && <ExportPanel town={town.code} />}</div>
    </div>
  );
}
