import { Button, Grid, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { useAddress } from '../ui/useAddress.ts';
import { RaiseRequest } from './RaiseRequest.tsx';
import { RequestFilters } from './RequestFilters.tsx';
import { RequestList } from './RequestList.tsx';
import { boardStates, readChoice } from './request.ts';

/** A town's requests: a board with a column for each state, or, on a narrow screen, one state at a time. */
export function Component() {
  const { t } = useTranslation('requests');
  const town = useTown();
  const { lg: wide = true } = Grid.useBreakpoint();
  const [params, choose] = useAddress();
  const [raising, setRaising] = useState(false);
  const choice = readChoice(params);
  return (
    <div className="column-main">
      <div className="toolbar">
        {town.viewerCanSomewhere.includes('REQUEST_RAISE') && (
          <Button type="primary" onClick={() => setRaising(true)}>
            {t('raise')}
          </Button>
        )}
        <RequestFilters town={town.code} choice={choice} choose={choose} />
      </div>
      {!wide && (
        <div className="request-states">
          <Segmented
            value={choice.state}
            options={boardStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
            onChange={(state) => choose({ state })}
          />
        </div>
      )}
      <div className={wide ? 'request-board' : 'request-list'}>
        {boardStates
          .filter((state) => wide || state === choice.state)
          .map((state) => (
            <RequestList key={state} town={town.code} choice={choice} state={state} />
          ))}
      </div>
      {raising && <RaiseRequest town={town.code} onClose={() => setRaising(false)} />}
    </div>
  );
}
