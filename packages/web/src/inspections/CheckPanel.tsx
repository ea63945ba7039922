import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { RequestLinks } from '../requests/RequestLinks.tsx';
import { requestPath } from '../requests/request.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { useList } from '../ui/list.ts';
import { Panel } from '../ui/Panel.tsx';
import { StepLine } from '../ui/StepLine.tsx';
import { FindingFields } from './CheckFields.tsx';
import { type FindingValues, findingInput } from './check-input.ts';
import { FindingActions } from './FindingSteps.tsx';
import { FindingTags } from './FindingTags.tsx';
import type { Check, Finding } from './inspection.ts';

const ADD_FINDING = graphql(`
  mutation AddInspectionFinding($input: AddInspectionFindingInput!) {
    addInspectionFinding(input: $input) { finding { id check { id nothingFound } } }
  }
`);

/** One place that was checked: who took part, what was found, what became of each, and the way to add what was left out. */
export function CheckPanel({ check, town }: { check: Check; town: string }) {
  const { t } = useTranslation('inspections');
  const list = useList();
  const [adding, setAdding] = useState(false);
  const { place, people, findings, withdrawn } = check;
  const add = !withdrawn && can(place, 'INSPECTION_RECORD') && (
    <Button size="small" onClick={() => setAdding(true)}>
      {t('addFinding')}
    </Button>
  );
  return (
    <Panel title={place.name} extra={add}>
      <p className="hint">
        {[t(`placeKinds.${place.kind}`), place.unit.name, place.address, list(people.map(({ name }) => name))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {findings.length === 0 && <Tag variant="outlined">{t('nothingFound')}</Tag>}
      {findings.map((finding) => (
        <FindingInFull key={finding.id} finding={finding} town={town} />
      ))}
      {adding && <AddFinding check={check} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function FindingInFull({ finding, town }: { finding: Finding; town: string }) {
  const { t } = useTranslation('inspections');
  const { text, request, events } = finding;
  return (
    <section className="inspection-finding">
      <div className="tags">
        <FindingTags finding={finding} />
      </div>
      <p className="written">{text}</p>
      {request && <RequestLinks requests={[request]} />}
      <FindingActions finding={finding} town={town} />
      {events.length > 1 && (
        <StepLine
          className="finding-events"
          steps={events.map((event) => ({
            ...event,
            when: event.happenedOn,
            name: t(`steps.${event.step}`),
            color: event.step === 'MEND' ? 'green' : 'blue',
            what: event.request && (
              <Link to={requestPath(event.request.id)} className="code">
                {event.request.number}
              </Link>
            ),
          }))}
        />
      )}
    </section>
  );
}

function AddFinding({ check, onClose }: { check: Check; onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const add = useChange(ADD_FINDING);
  return (
    <FormModal<{ finding: FindingValues }>
      title={`${t('addFinding')} · ${check.place.name}`}
      submitLabel={t('addFinding')}
      initialValues={{ finding: { kind: 'OTHER', text: '' } }}
      onClose={onClose}
      onSubmit={async ({ finding }) => {
        await add({ check: check.id, finding: findingInput(finding) });
        return t('findingAdded');
      }}
    >
      <FindingFields at={['finding']} />
    </FormModal>
  );
}
