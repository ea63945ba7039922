import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checked } from './checked.ts';
import { type Choices, type Choosing, chosenOf, type Doubtful, noChoices, undecided } from './choices.ts';
import { type Done, ImportForm, type Sent } from './ImportForm.tsx';
import { OutlookPanel } from './OutlookPanel.tsx';

type Outlook<Effect extends string> = Checked<Effect> & Doubtful & { digest: string };

interface Props<Effect extends string, Found extends Outlook<Effect>> {
  title: string;
  lead: string;
  pickHint: string;
  fromHint: string;
  /** What an import does, in the order in which it is told. */
  effects: readonly Effect[];
  nameOf: (effect: Effect) => string;
  look: (sent: Sent) => Promise<Found>;
  bring: (input: Sent & ReturnType<typeof chosenOf> & { expectedDigest: string }) => Promise<Done>;
  /** Shows the rows that may describe what is there already, and takes what is to become of each. */
  children: (choosing: Choosing<Found>) => ReactNode;
}

/** Imports a file, once it is chosen what becomes of those of its rows that may describe what is there elsewhere already. */
export function DoubtfulImport<Effect extends string, Found extends Outlook<Effect>>({
  effects,
  nameOf,
  look,
  bring,
  children,
  ...words
}: Props<Effect, Found>) {
  const { t } = useTranslation('imports');
  return (
    <ImportForm<{ sent: Sent; outlook: Found; choices: Choices }>
      {...words}
      look={async (sent) => ({ sent, outlook: await look(sent), choices: noChoices })}
      bring={({ sent, outlook, choices }) => bring({ ...sent, expectedDigest: outlook.digest, ...chosenOf(choices) })}
    >
      {({ sent, outlook, choices }, button, change) => {
        const open = undecided(outlook, choices);
        const onChoose = (chosen: Choices) => change({ sent, outlook, choices: chosen });
        return (
          <OutlookPanel
            outlook={outlook}
            fileName={sent.fileName}
            effects={effects}
            nameOf={nameOf}
            more={outlook.duplicateCount > 0 && children({ outlook, choices, onChoose })}
          >
            {open > 0 ? <span className="hint">{t('undecided', { n: open })}</span> : button}
          </OutlookPanel>
        );
      }}
    </ImportForm>
  );
}
