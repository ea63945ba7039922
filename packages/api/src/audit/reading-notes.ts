import type { PersonalField } from '../access/personal-fields.ts';
import type { Purpose } from './purpose.ts';

/** What one operation has read of a town's personal data so far. */
export interface NotedReading {
  townId: number;
  /** In order, each once. */
  fields: PersonalField[];
  /** The audit keys of the persons and households, each once. */
  subjects: string[];
}

/** Notes which personal data an operation reads, from its start until its answer is ready to be sent. */
export class ReadingNotes {
  #purpose: Purpose | undefined;
  #operation: string | null = null;
  readonly #towns = new Map<number, { fields: Set<PersonalField>; subjects: Set<string> }>();

  /** What the operation reads for, by its directive; undefined where it does not say. */
  get purpose(): Purpose | undefined {
    return this.#purpose;
  }

  /** The name that the client gave its operation. */
  get operation(): string | null {
    return this.#operation;
  }

  /** Begins an operation, before any of its fields is read. */
  begin(operation: string | null, purpose: Purpose | undefined): void {
    this.#operation = operation;
    this.#purpose = purpose;
  }

  /** Notes that a field of some subjects has been read; of nobody, where a search found none. */
  add(townId: number, field: PersonalField, subjects: readonly string[]): void {
    const noted = this.#towns.get(townId) ?? { fields: new Set(), subjects: new Set() };
    this.#towns.set(townId, noted);
    noted.fields.add(field);
    for (const subject of subjects) noted.subjects.add(subject);
  }

  /** Hands over what has been noted, town by town, and forgets it. */
  take(): NotedReading[] {
    const readings = [...this.#towns].map(([townId, { fields, subjects }]) => ({
      townId,
      fields: [...fields].sort(),
      subjects: [...subjects].sort(),
    }));
    this.#towns.clear();
    return readings;
  }
}
