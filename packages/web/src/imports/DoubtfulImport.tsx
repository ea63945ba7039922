import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checked } from './checked.ts';
import { type Done, ImportForm, type Sent } from './ImportForm.tsx';
import { OutlookPanel } from './OutlookPanel.tsx';

interface Props<Effect extends string, Found extends Checked<Effect> & { digest: string }, Answers> {
  title: string;
  lead: string;
  pickHint: string;
  fromHint: string;
  /** What an import does, in the order in which it is told. */
  effects: readonly Effect[];
  nameOf: (effect: Effect) => string;
  /** What is answered before anybody has chosen. */
  unanswered: Answers;
  /** How many rows nothing was chosen for yet. */
  undecided: (outlook: Found, answers: Answers) => number;
  look: (sent: Sent) => Promise<Found>;
  bring: (input: Sent & { expectedDigest: string }, answers: Answers) => Promise<Done>;
  /** Shows the rows that are asked about, and takes what is to become of each. */
  children: (outlook: Found, answers: Answers, onAnswer: (answers: Answers) => void) => ReactNode;
}

/** Imports a file, once it is chosen what becomes of those of its rows that are asked about. */
export function DoubtfulImport<Effect extends string, Found extends Checked<Effect> & { digest: string }, Answers>({
  effects,
  nameOf,
  unanswered,
  undecided,
  look,
  bring,
  children,
  ...words
}: Props<Effect, Found, Answers>) {
  const { t } = useTranslation('imports');
  return (
    <ImportForm<{ sent: Sent; outlook: Found; answers: Answers }>
      {...words}
      look={async (sent) => ({ sent, outlook: await look(sent), answers: unanswered })}
      bring={({ sent, outlook, answers }) => bring({ ...sent, expectedDigest: outlook.digest }, answers)}
    >
      {({ sent, outlook, answers }, button, change) => {
        const open = undecided(outlook, answers);
        return (
          <OutlookPanel
            outlook={outlook}
            fileName={sent.fileName}
            effects={effects}
            nameOf={nameOf}
            more={children(outlook, answers, (given) => change({ sent, outlook, answers: given }))}
          >
            {open > 0 ? <span className="hint">{t('undecided', { n: open })}</span> : button}
          </OutlookPanel>
        );
      }}
    </ImportForm>
  );
}
