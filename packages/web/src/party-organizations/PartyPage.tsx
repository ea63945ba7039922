import { useQuery } from '@apollo/client/react';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { FilterCheck } from '../ui/FilterCheck.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { FoundPartyOrganization } from './FoundPartyOrganization.tsx';
import { PartyFindings } from './PartyFindings.tsx';
import { PartyTree } from './PartyTree.tsx';
import { chosenRows, PARTY_TREE, partyForms, partyKinds, readChoice } from './party.ts';

/** The Party's tree of a town on any day, narrowed by what is chosen, and the way to found a Party organisation. */
export function Component() {
  const { t } = useTranslation('partyOrganizations');
  const town = useTown();
  const asOf = useAsOf();
  const [params, choose] = useAddress();
  const [founding, setFounding] = useState(false);
  const choice = readChoice(params);
  const finds = town.viewerCanSomewhere.includes('ORGANIZATION_READ');
  const people = town.viewerCanSomewhere.includes('PERSON_READ');
  const { data, previousData, error, refetch } = useQuery(PARTY_TREE, { variables: { code: town.code, asOf, people } });
  // The tree of the day before stays until that of another day has come.
  const nodes = (data ?? previousData)?.town?.partyTree;
  return (
    <div className="column-main">
      <div className="toolbar">
        {can(town, 'PARTY_KEEP') && (
          <Button type="primary" onClick={() => setFounding(true)}>
            {t('found')}
          </Button>
        )}
        <Input.Search
          className="toolbar-search"
          aria-label={t('search')}
          placeholder={t('search')}
          allowClear
          defaultValue={choice.words}
          onSearch={(words) => choose({ words: words.trim() || null })}
        />
        <FilterSelect
          label={t('kind')}
          all={t('allKinds')}
          value={choice.kind}
          options={partyKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChange={(kind) => choose({ kind })}
        />
        <FilterSelect
          label={t('form')}
          all={t('allForms')}
          value={choice.form}
          options={partyForms.map((form) => ({ value: form, label: t(`forms.${form}`) }))}
          onChange={(form) => choose({ form })}
        />
        <FilterCheck label={t('directOnly')} checked={choice.direct} onChange={(direct) => choose({ direct })} />
      </div>
      <div className={finds ? 'columns' : 'column-main'}>
        {nodes ? (
          <PartyTree rows={chosenRows(nodes, choice)} town={town} />
        ) : error ? (
          <Failed error={error} retry={() => void refetch()} />
        ) : (
          <Loading rows={8} />
        )}
        {finds && (
          <div className="column-side">
            <PartyFindings town={town.code} />
          </div>
        )}
      </div>
      {founding && <FoundPartyOrganization town={town} onClose={() => setFounding(false)} />}
    </div>
  );
}
