import { useQuery } from '@apollo/client/react';
import { Checkbox, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSelf } from '../accounts/viewer.ts';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { usePurpose } from '../audit/purpose.ts';
import { useTown } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { optionsOf } from '../ui/options.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { DueList, PairingList } from './PairingList.tsx';
import { PairingSums } from './PairingSums.tsx';
import { PAIRING_KINDS, readChoice, views } from './pairing.ts';
import { UnpairedList } from './UnpairedList.tsx';

/** A town's pairings: all that run, whose contact is due, who ought to be paired and is not, and sums. */
export function Component() {
  const { t } = useTranslation('pairings');
  const town = useTown();
  const purpose = usePurpose();
  const self = useSelf(town.code);
  const [params, choose] = useAddress();
  const choice = readChoice(params, dayInShanghai());
  const { data, error, refetch } = useQuery(PAIRING_KINDS, { variables: { code: town.code } });
  const kinds = data?.town?.pairingKinds;
  const { view } = choice;
  const isList = view === 'list' || view === 'due';
  // Who is paired under a sensitive kind is looked for only when it is said what for.
  const isHidden = isList && purpose === null && kinds?.find(({ id }) => id === choice.kind)?.sensitive === true;
  return (
    <div className="column-main">
      <div className="toolbar">
        <Segmented
          className="patrol-views"
          value={view}
          options={views.map((each) => ({ value: each, label: t(`views.${each}`) }))}
          onChange={(next) => choose({ view: next })}
        />
        {view !== 'sums' && (
          <FilterSelect
            label={t('kind')}
            all={t(view === 'unpaired' ? 'chooseKind' : 'allKinds')}
            value={choice.kind}
            options={optionsOf(kinds ?? [])}
            onChange={(kind) => choose({ kind })}
          />
        )}
        <TreeFilter town={town.code} all={t('place')} value={choice.unit} onChange={(unit) => choose({ unit })} />
        {isList && self && (
          <Checkbox checked={choice.mine} onChange={({ target }) => choose({ mine: target.checked ? 'yes' : null })}>
            {t('mine')}
          </Checkbox>
        )}
        {view === 'list' && (
          <Checkbox checked={choice.ended} onChange={({ target }) => choose({ ended: target.checked ? 'yes' : null })}>
            {t('withEnded')}
          </Checkbox>
        )}
      </div>
      {!kinds && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />)}
      {kinds && isHidden && (
        <Panel title={t(`views.${view}`)} extra={<PurposePicker />}>
          <p className="hint">{t('sensitiveHint')}</p>
        </Panel>
      )}
      {kinds && !isHidden && view === 'list' && <PairingList town={town.code} choice={choice} />}
      {kinds && !isHidden && view === 'due' && <DueList town={town.code} choice={choice} />}
      {kinds && view === 'unpaired' && <UnpairedList town={town.code} kinds={kinds} choice={choice} />}
      {kinds && view === 'sums' && <PairingSums town={town.code} choice={choice} choose={choose} />}
    </div>
  );
}
