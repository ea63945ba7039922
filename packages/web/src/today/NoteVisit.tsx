import { Form, Select } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotedRow } from '../device/db.ts';
import { noteVisit, openNoted, type WrittenVisit } from '../queue/noted.ts';
import { pickedPhotosOf } from '../queue/photos.ts';
import { sendNow } from '../queue/sending.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { usePaused } from '../ui/usePaused.ts';
import { type AskedRequest, AskedRequests } from '../visits/AskedRequests.tsx';
import { VisitFields } from '../visits/VisitFields.tsx';
import type { VisitValues } from '../visits/visit.ts';
import { keepDraft, openDraft } from './draft.ts';
import type { KeptHousehold, VisitList } from './kept.ts';

type Values = VisitValues & { requests?: AskedRequest[] };

interface Props {
  account: string;
  town: string;
  list: VisitList;
  household: KeptHousehold;
  /** A visit of the queue that is written anew. */
  before?: NotedRow;
  onClose: () => void;
}

/** Notes a visit on this device, with or without a network; it is sent as soon as there is one. */
export function NoteVisit(props: Props) {
  const [first, setFirst] = useState<Partial<Values>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the form begins with is read once.
  useEffect(() => {
    void beginWith(props).then(setFirst);
  }, []);
  return first && <NoteForm {...props} first={first} />;
}

async function beginWith({ account, list, household, before }: Props): Promise<Partial<Values>> {
  if (before) {
    const said = await openNoted(before);
    const requests = await Promise.all(
      (said?.requests ?? []).map(async (asked) => ({ ...asked, photos: await pickedPhotosOf(asked.photos) })),
    );
    return { visitedOn: before.visitedOn, ...said, outcome: said?.outcome ?? '', requests };
  }
  const draft = await openDraft<Partial<Values>>(account, household.id);
  const visitors = list.self ? [list.self.id] : [];
  return draft ?? { visitedOn: dayInShanghai(), way: 'AT_HOME', visitors, requests: [] };
}

function NoteForm({ account, town, list, household, before, onClose, first }: Props & { first: Partial<Values> }) {
  const { t } = useTranslation(['today', 'visits', 'households']);
  const done = useRef(false);
  const people = [...household.team, ...(list.self ? [list.self] : [])];
  const options = new Map(people.map(({ id, name }) => [id, { value: id, label: name }]));
  return (
    <FormModal<Values>
      title={t('visits:recordTitle', { code: household.label ?? household.code ?? t('households:noCode') })}
      submitLabel={t('note')}
      initialValues={first}
      onClose={onClose}
      onSubmit={async ({ outcome = '', requests = [], ...said }) => {
        const asked = requests.map(({ photos = [], ...each }) => ({ ...each, photos }));
        const visit: WrittenVisit = { ...said, outcome: outcome.trim() === '' ? null : outcome, requests: asked };
        done.current = true;
        await noteVisit({ account, town, household }, visit, before);
        void sendNow(account);
        return t('noted');
      }}
    >
      <VisitFields
        picker={
          <Select
            mode="multiple"
            placeholder={t('visits:pickVisitors')}
            options={[...options.values()]}
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={t('nobodyInTeam')}
          />
        }
      />
      {household.mayAsk && <AskedRequests subjects={list.subjects} />}
      {before === undefined && <Draft account={account} household={household.id} done={done} />}
    </FormModal>
  );
}

interface DraftProps {
  account: string;
  household: string;
  /** Whether the visit is noted by now. */
  done: RefObject<boolean>;
}

/** Keeps what is typed, as long as the form is open. */
function Draft({ account, household, done }: DraftProps) {
  const form = Form.useFormInstance<Values>();
  const typed = usePaused(Form.useWatch([], form));
  useEffect(() => {
    if (!typed || done.current || !form.isFieldsTouched()) return;
    const requests = (typed.requests ?? []).map(({ photos: _, ...each }) => each);
    void keepDraft(account, household, { ...typed, requests });
  }, [typed, form, account, household, done]);
  return null;
}
