import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Panel } from '../ui/Panel.tsx';
import { Required } from '../ui/Required.tsx';
import { type Entry, type List, useListChanges } from './useListChanges.ts';

interface Props {
  town: string;
  list: List;
  title: string;
  lead: string;
  entries: readonly Entry[];
}

/** One of the lists that a town keeps for requests: entries are added, renamed and ended. */
export function ListSettings({ town, list, title, lead, entries }: Props) {
  const { t } = useTranslation(['requests', 'ui']);
  const changes = useListChanges(town, list);
  const [doing, setDoing] = useState<'add' | { verb: 'rename' | 'end'; entry: Entry } | null>(null);
  const stop = () => setDoing(null);
  return (
    <Panel
      title={title}
      flush
      extra={
        <Button size="small" onClick={() => setDoing('add')}>
          {t('settings.add')}
        </Button>
      }
    >
      <p className="lead padded">{lead}</p>
      <ul className="plain entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span>{entry.name}</span>
            <span className="row-actions">
              <Button type="text" size="small" onClick={() => setDoing({ verb: 'rename', entry })}>
                {t('settings.rename')}
              </Button>
              <Button type="text" size="small" danger onClick={() => setDoing({ verb: 'end', entry })}>
                {t('settings.end')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {doing === 'add' && (
        <FormModal<{ name: string }>
          title={`${title} · ${t('settings.add')}`}
          submitLabel={t('settings.add')}
          initialValues={{}}
          onClose={stop}
          onSubmit={async ({ name }) => {
            await changes.add(name);
            return t('ui:saved');
          }}
        >
          <NameField label={t('settings.name')} />
        </FormModal>
      )}
      {doing !== null && doing !== 'add' && doing.verb === 'rename' && (
        <FormModal<{ name: string }>
          title={`${doing.entry.name} · ${t('settings.rename')}`}
          submitLabel={t('settings.rename')}
          initialValues={{ name: doing.entry.name }}
          onClose={stop}
          onSubmit={async ({ name }) => {
            await changes.rename(doing.entry.id, name);
            return t('ui:saved');
          }}
        >
          <NameField label={t('settings.name')} />
        </FormModal>
      )}
      {doing !== null && doing !== 'add' && doing.verb === 'end' && (
        <FormModal<object>
          title={t('settings.endTitle', { name: doing.entry.name })}
          lead={t('settings.endLead')}
          submitLabel={t('settings.end')}
          danger
          initialValues={{}}
          onClose={stop}
          onSubmit={async () => {
            await changes.end(doing.entry.id);
            return t('ui:saved');
          }}
        />
      )}
    </Panel>
  );
}

function NameField({ label }: { label: string }) {
  return (
    <Required name="name" label={label}>
      <Input maxLength={most.name} />
    </Required>
  );
}
