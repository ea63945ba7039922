import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { TakeRemediesMutation } from '../generated/graphql.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { TAKE_REMEDIES } from './coverage.ts';
import { type Drafted, keyOf, remediesOf } from './draft.ts';
import { RateChanges } from './RateChanges.tsx';

interface Props {
  town: string;
  /** The day from which on they are to hold. */
  on: string;
  draft: readonly Drafted[];
  onDraft: (draft: readonly Drafted[]) => void;
}

/** The remedies that were put together: what they would give together, and the way to take them. */
export function DraftPanel({ town, on, draft, onDraft }: Props) {
  const { t } = useTranslation(['coverageRates', 'ui']);
  const { message } = App.useApp();
  const take = useChange(TAKE_REMEDIES);
  const tryOut = useChange(TAKE_REMEDIES, { rereads: false });
  const register = useRegister(town);
  const textOf = useFailureText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState<{ of: readonly Drafted[]; changes: Changes } | null>(null);

  const revise = (drafted: Drafted, change: Partial<Drafted>) =>
    onDraft(draft.map((each) => (each === drafted ? { ...each, ...change } : each)));

  async function send(isDraft: boolean) {
    setBusy(true);
    setProblem(null);
    try {
      const people = new Map<string, string>();
      for (const each of isDraft ? [] : draft) {
        if (each.person !== undefined) people.set(keyOf(each), await register.person(each.person));
      }
      const input = { town, from: on, draft: isDraft, remedies: remediesOf(draft, people) };
      const { takeRemedies } = await (isDraft ? tryOut : take)(input);
      if (isDraft) setShown({ of: draft, changes: takeRemedies.changes });
      else {
        void message.success(t('taken', { n: draft.length }));
        onDraft([]);
      }
    } catch (error) {
      setProblem(textOf(error));
    } finally {
      setBusy(false);
    }
  }

  const open = draft.filter(({ remedy, person }) => remedy.kind === 'NAME_LIAISON' && person === undefined);
  return (
    <Panel
      title={t('draft', { n: draft.length })}
      extra={
        <>
          <Button onClick={() => void send(true)} loading={busy}>
            {t('tryOut')}
          </Button>
          <Button type="primary" disabled={open.length > 0} loading={busy} onClick={() => void send(false)}>
            {t('take', { day: on })}
          </Button>
          <Button onClick={() => onDraft([])}>{t('discard')}</Button>
        </>
      }
    >
      {problem && <Alert type="error" showIcon title={problem} className="problem" role="alert" />}
      {open.length > 0 && <p className="hint">{t('personOpen', { n: open.length })}</p>}
      {draft.map((each) => (
        <div key={keyOf(each)} className="drafted">
          <strong>{each.organization.name}</strong>
          <span>{t(`kinds.${each.remedy.kind}`)}</span>
          {each.remedy.kind === 'NAME_LIAISON' && (
            <PersonPicker
              town={town}
              {...(each.person === undefined ? {} : { value: each.person })}
              onChange={(person) => revise(each, { person })}
            />
          )}
          {(each.remedy.kind === 'FOUND_BRANCH' || each.remedy.kind === 'FOUND_JOINT_BRANCH') && (
            <Input
              aria-label={t('branchName', { organization: each.organization.name })}
              placeholder={t('branchNamePlaceholder')}
              maxLength={60}
              value={each.name ?? ''}
              onChange={({ target }) => revise(each, { name: target.value })}
            />
          )}
          <Button size="small" onClick={() => onDraft(draft.filter((other) => other !== each))}>
            {t('takeOut')}
          </Button>
        </div>
      ))}
      {shown?.of === draft && <RateChanges changes={shown.changes} />}
    </Panel>
  );
}

type Changes = TakeRemediesMutation['takeRemedies']['changes'];
