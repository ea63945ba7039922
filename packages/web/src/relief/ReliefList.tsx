import { skipToken, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposePicker } from '../audit/PurposePicker.tsx';
import { unkept, usePurpose } from '../audit/purpose.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import type { PagedQuery, Pages } from '../ui/pages.ts';
import { withOne } from '../ui/withOne.ts';
import { ReliefLine } from './ReliefLine.tsx';
import {
  filterOf,
  nextSteps,
  RELIEF_APPLICATIONS,
  RELIEF_APPLICATIONS_FOR,
  type ReliefChoice,
  type ReliefRow,
} from './relief.ts';
import { Together } from './Together.tsx';

interface Props {
  town: string;
  choice: ReliefChoice;
}

/** The applications for relief that are chosen. Those of one state can be taken further many at once. */
export function ReliefList({ town, choice }: Props) {
  const purpose = usePurpose();
  const variables = { code: town, filter: filterOf(choice), after: null };
  const full = useQuery(
    RELIEF_APPLICATIONS_FOR,
    purpose ? { variables: { ...variables, for: purpose }, ...unkept } : skipToken,
  );
  const masked = useQuery(RELIEF_APPLICATIONS, purpose ? skipToken : { variables, ...unkept });
  const step = choice.state === null ? undefined : nextSteps[choice.state];
  return purpose ? (
    <Applications town={town} step={step} query={full} list={({ town }) => town?.reliefApplications} />
  ) : (
    <Applications town={town} step={step} query={masked} list={({ town }) => town?.reliefApplications} />
  );
}

interface ApplicationsProps<Data> {
  town: string;
  step: NonNullable<(typeof nextSteps)[keyof typeof nextSteps]> | undefined;
  query: PagedQuery<Data>;
  list: (data: Data) => (Pages & { nodes: readonly ReliefRow[] }) | null | undefined;
}

function Applications<Data>({ town, step, query, list }: ApplicationsProps<Data>) {
  const { t } = useTranslation('relief');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const rows: readonly ReliefRow[] = (query.data !== undefined && list(query.data)?.nodes) || [];
  const possible = step ? rows.filter(({ actions }) => actions.includes(step)) : [];
  const pick = (id: string, chosen: boolean) => setPicked((before) => withOne(before, id, chosen));
  return (
    <>
      {step && possible.length > 0 && (
        <Together
          town={town}
          step={step}
          possible={possible}
          picked={possible.filter(({ id }) => picked.has(id))}
          onPick={(ids) => setPicked(new Set(ids))}
        />
      )}
      <ListPanel title={t('applications')} extra={<PurposePicker />} none={t('none')} query={query} list={list}>
        {(application) => (
          <ReliefLine
            key={application.id}
            application={application}
            {...(possible.includes(application) && {
              picked: picked.has(application.id),
              onPick: (chosen: boolean) => pick(application.id, chosen),
            })}
          />
        )}
      </ListPanel>
    </>
  );
}
