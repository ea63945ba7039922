import { useTown } from '../towns/town.ts';
import { ImportPanel } from './ImportPanel.tsx';
import { Template } from './Template.tsx';

/** A town's organisations from a file, and what the columns of one hold. */
export function Component() {
  const { code } = useTown();
  return (
    <div className="columns">
      <div className="column-main">
        <ImportPanel town={code} />
      </div>
      <div className="column-side">
        <Template town={code} />
      </div>
    </div>
  );
}
