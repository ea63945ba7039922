import { type Handlings, type Question, readHandlings } from './handlings.ts';

/** What is to become of a row that may describe what is there elsewhere already. */
export const duplicateHandlings = ['REFUSE', 'SKIP', 'ADD'] as const;
export type DuplicateHandling = (typeof duplicateHandlings)[number];

const about: Question = {
  ...{ all: 'input.duplicates', choices: 'input.choices' },
  ...{ noneThere: 'noDuplicate', undecided: 'duplicatesFound' },
};

/** What an input tells to do with duplicates. Errors: those of readHandlings. */
export function duplicatesOf(input: {
  duplicates: DuplicateHandling;
  choices?: Handlings<DuplicateHandling>['choices'] | null;
}): Handlings<DuplicateHandling> {
  return readHandlings(about, input.duplicates, input.choices);
}
