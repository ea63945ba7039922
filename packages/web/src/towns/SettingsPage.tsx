import { App, Button, Checkbox, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { CategorySettings } from '../categories/CategorySettings.tsx';
import { useChange } from '../change.ts';
import { RuleSettings } from '../contact-rules/RuleSettings.tsx';
import { RuleSettings as DeliberationRules } from '../deliberations/RuleSettings.tsx';
import type { UnitKind } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { OrganizationSettings } from '../organizations/OrganizationSettings.tsx';
import { KindSettings } from '../pairings/KindSettings.tsx';
import { ReliefSettings } from '../relief-items/ReliefSettings.tsx';
import { RequestSettings } from '../requests/RequestSettings.tsx';
import { TownNumbers } from '../service-numbers/NumbersPanel.tsx';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { KindTag } from '../units/KindTag.tsx';
import { unitKinds } from './kinds.ts';
import { useTown } from './town.ts';

const SET_ALLOWED_PARENTS = graphql(`
  mutation SetAllowedParents($input: SetAllowedParentsInput!) {
    setAllowedParents(input: $input) { town { id allowedParents { kind parents } } }
  }
`);

const parentKinds: readonly UnitKind[] = ['TOWN', ...unitKinds];

/** What a town settles: which kind of unit may stand under which, its households’ categories and when to contact them, how requests are handled, what relief is given for, and which kinds of pairing there are. */
export function Component() {
  const town = useTown();
  return (
    <div className="column-main">
      {can(town, 'TOWN_CONFIGURE') && <AllowedParents />}
      {can(town, 'TOWN_CONFIGURE') && <CategorySettings town={town.code} />}
      {can(town, 'TOWN_CONFIGURE') && <RuleSettings town={town.code} />}
      {can(town, 'REQUEST_CONFIGURE') && <RequestSettings town={town.code} />}
      {can(town, 'BOARD_PUBLISH') && <TownNumbers town={town.code} />}
      {can(town, 'RELIEF_CONFIGURE') && <ReliefSettings town={town.code} />}
      {can(town, 'TOWN_CONFIGURE') && <KindSettings town={town.code} />}
      {can(town, 'DELIBERATION_CONFIGURE') && <DeliberationRules town={town.code} />}
      {can(town, 'ORGANIZATION_CONFIGURE') && <OrganizationSettings town={town.code} />}
    </div>
  );
}

/** Which kind of unit may stand under which in this town. */
function AllowedParents() {
  const { t } = useTranslation(['towns', 'units', 'ui']);
  const town = useTown();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const save = useChange(SET_ALLOWED_PARENTS);
  const [drafts, setDrafts] = useState<Partial<Record<UnitKind, readonly UnitKind[]>>>({});
  const [busy, setBusy] = useState<UnitKind | null>(null);
  const editable = can(town, 'TOWN_CONFIGURE');
  const saved = (kind: UnitKind) => town.allowedParents?.find((row) => row.kind === kind)?.parents ?? [];

  function forget(kind: UnitKind) {
    setDrafts(({ [kind]: _, ...rest }) => rest);
  }

  async function keep(kind: UnitKind, parents: readonly UnitKind[]) {
    setBusy(kind);
    try {
      await save({ town: town.code, kind, parents: [...parents] });
      forget(kind);
      void message.success(t('ui:saved'));
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(null);
    }
  }

  return (
    <Panel title={t('settings.title')} flush>
      <p className="lead padded">{t('settings.lead')}</p>
      <Table
        size="small"
        className="sheet"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={unitKinds.map((kind) => ({ key: kind, kind }))}
        columns={[
          {
            title: t('settings.kind'),
            key: 'kind',
            fixed: 'left',
            width: 140,
            render: (_, { kind }) => {
              const draft = drafts[kind];
              return (
                <>
                  <KindTag kind={kind} />
                  {draft && !sameSet(draft, saved(kind)) && (
                    <div className="row-actions">
                      <Button
                        size="small"
                        type="primary"
                        loading={busy === kind}
                        onClick={() => void keep(kind, draft)}
                      >
                        {t('ui:save')}
                      </Button>
                      <Button size="small" type="text" disabled={busy !== null} onClick={() => forget(kind)}>
                        {t('ui:undo')}
                      </Button>
                    </div>
                  )}
                </>
              );
            },
          },
          ...parentKinds.map((parent) => ({
            title: t(`units:kind.${parent}`),
            key: parent,
            align: 'center' as const,
            width: 92,
            render: (_: unknown, { kind }: { kind: UnitKind }) => {
              const now = drafts[kind] ?? saved(kind);
              const on = now.includes(parent);
              return (
                <Checkbox
                  checked={on}
                  disabled={!editable || busy !== null}
                  aria-label={t('settings.cell', {
                    kind: t(`units:kind.${kind}`),
                    parent: t(`units:kind.${parent}`),
                  })}
                  onChange={() =>
                    setDrafts({
                      ...drafts,
                      [kind]: parentKinds.filter((other) => (other === parent ? !on : now.includes(other))),
                    })
                  }
                />
              );
            },
          })),
        ]}
      />
    </Panel>
  );
}

function sameSet(a: readonly UnitKind[], b: readonly UnitKind[]): boolean {
  return a.length === b.length && a.every((kind) => b.includes(kind));
}
