import { skipToken, useQuery } from '@apollo/client/react';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { usePurpose } from '../audit/purpose.ts';
import { graphql } from '../generated/index.ts';
import { householdPath } from '../households/household.ts';
import { TakeAlong } from '../today/TakeAlong.tsx';
import { useTakeAlong } from '../today/useTakeAlong.ts';
import { useTown } from '../towns/town.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { nameWithParent, unitPath } from '../units/unit.ts';

const FIND_HOUSEHOLDS = graphql(`
  query FindHouseholds($code: RegisterCode!, $text: String!, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) {
      id
      findHouseholds(text: $text, first: 50) { id code label address block { id name parent { id name } } }
    }
  }
`);

/** Finds households by number, address, name or telephone number, once it was said what for. */
export function Component() {
  const { t } = useTranslation(['residents', 'audit', 'households']);
  const town = useTown();
  const purpose = usePurpose();
  const along = useTakeAlong();
  const [text, setText] = useState('');
  const asked = purpose !== null && [...text].length >= 2;
  const { data, error, refetch } = useQuery(
    FIND_HOUSEHOLDS,
    asked ? { variables: { code: town.code, text, for: purpose }, fetchPolicy: 'no-cache' } : skipToken,
  );
  const found = data?.town?.findHouseholds;
  return (
    <Panel flush title={t('find')} extra={<PurposePicker />}>
      <div className="toolbar padded">
        <Input.Search
          className="toolbar-search"
          allowClear
          enterButton
          disabled={purpose === null}
          placeholder={t('findHint')}
          aria-label={t('find')}
          onSearch={(words) => setText(words.trim())}
        />
      </div>
      {purpose === null && <p className="lead padded">{t('audit:sayWhy')}</p>}
      {asked && error && !found && <Failed error={error} retry={() => void refetch()} />}
      {asked && !error && !found && <Loading rows={2} />}
      {found?.length === 0 && <p className="hint padded">{t('notFound')}</p>}
      <ul className="plain members">
        {found?.map(({ id, code, label, address, block }) => (
          <li key={id} className="lead-line padded">
            <span className="tags">
              <Link to={householdPath(id)}>{code ?? t('households:noCode')}</Link>
              {label && <span>{label}</span>}
              <span className="hint">{address}</span>
            </span>
            <span className="tags">
              {block && <Link to={unitPath(block.id)}>{nameWithParent(block)}</Link>}
              {town.viewerCanSomewhere.includes('VISIT_RECORD') && (
                <TakeAlong along={along} household={{ id, because: [] }} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
