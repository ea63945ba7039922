import { useQuery } from '@apollo/client/react';
import { Button, Input, Result, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { ApplicationChanges } from './ApplicationChanges.tsx';
import { fieldWord, READINGS, type Reading } from './reading.ts';

const filters = ['resident', 'household', 'householdCode', 'account', 'from', 'to'] as const;

/** Who has looked at residents' personal data: of all, of one household or resident, by one account. For the auditor. */
export function Component() {
  const { t, i18n } = useTranslation('audit');
  const list = useList();
  const town = useTown();
  const [params, choose] = useAddress();
  const filter = Object.fromEntries(filters.map((name) => [name, params.get(name)]));
  const query = useQuery(READINGS, {
    variables: { code: town.code, filter },
    fetchPolicy: 'no-cache',
  });
  const { data, error, refetch } = query;
  const readings = data?.town?.readings;
  if (!readings) {
    if (error && filter.householdCode) return <NoHousehold again={() => choose({ householdCode: null })} />;
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <div className="column-main">
      <Panel flush title={`${t('title')} ${readings.totalCount}`}>
        <p className="lead padded">{t('lead')}</p>
        <div className="toolbar padded">
          <Input.Search
            className="toolbar-search"
            placeholder={t('householdCode')}
            aria-label={t('householdCode')}
            defaultValue={filter.householdCode ?? ''}
            allowClear
            onSearch={(code) => choose({ householdCode: code.trim() || null })}
          />
          {(['from', 'to'] as const).map((name) => (
            <span key={name} className="tags">
              <label htmlFor={name}>{t(name)}</label>
              <DateInput
                id={name}
                {...(filter[name] ? { value: filter[name] } : {})}
                onChange={(day) => choose({ [name]: day })}
              />
            </span>
          ))}
          {(['resident', 'household', 'account'] as const).map(
            (name) =>
              filter[name] != null && (
                <Tag key={name} closable onClose={() => choose({ [name]: null })}>
                  {t(`only.${name}`)}
                </Tag>
              ),
          )}
        </div>
        <Sheet<Reading>
          rows={readings.nodes}
          empty={t('none')}
          columns={[
            {
              title: t('readAt'),
              key: 'readAt',
              render: (_, { readAt }) => <span className="code">{momentInShanghai(readAt, i18n.language)}</span>,
            },
            {
              title: t('account'),
              key: 'account',
              render: (_, { account, application }) => (
                <>
                  {account && (
                    <Button type="link" size="small" onClick={() => choose({ account: account.id })}>
                      {account.displayName}
                    </Button>
                  )}
                  {application && (account ? t('through', { application: application.name }) : application.name)}
                </>
              ),
            },
            {
              title: t('purpose'),
              key: 'purpose',
              render: (_, { purpose }) => (purpose ? t(`purposes.${purpose}`) : <Tag>{t('masked')}</Tag>),
            },
            {
              title: t('fields'),
              key: 'fields',
              render: (_, { fields }) =>
                list(
                  fields.map((field) => {
                    const word = fieldWord(field);
                    return word ? t(`field.${word}`) : field;
                  }),
                ),
            },
            { title: t('subjects'), key: 'subjects', align: 'right', render: (_, { subjects }) => subjects },
            {
              title: t('operation'),
              key: 'operation',
              responsive: ['md'],
              render: (_, { operation }) => <span className="code">{operation ?? '—'}</span>,
            },
          ]}
        />
        <MoreButton query={query} list={(data) => data.town?.readings} />
      </Panel>
      <ApplicationChanges town={town.code} />
    </div>
  );
}

/** No household of the town has the number that was asked for. */
function NoHousehold({ again }: { again: () => void }) {
  const { t } = useTranslation('audit');
  return <Result status="info" title={t('noHousehold')} extra={<Button onClick={again}>{t('again')}</Button>} />;
}
