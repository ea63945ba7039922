import { Refusal } from '../errors.ts';
import type { Messages } from '../messages.ts';
import { dayOfChange } from '../schema/day.ts';
import { readDay, unguarded } from './cells.ts';

/** Something that is wrong with a cell of a row. */
export interface CellError<Column extends string> {
  row: number;
  column: Column;
  message: keyof Messages;
  values: Record<string, string | number>;
}

/** The cells of one row by column, as they are read, and what is found to be wrong with them. */
export class RowCells<Column extends string> {
  readonly errors: CellError<Column>[] = [];

  constructor(
    readonly row: number,
    readonly cells: readonly string[],
    readonly places: ReadonlyMap<Column, number>,
  ) {}

  cell(column: Column): string {
    return unguarded(this.cells[this.places.get(column) ?? -1] ?? '').trim();
  }

  /** What a cell says; undefined where it is empty, or wrong, which is noted. */
  given<Value>(column: Column, read: (cell: string) => Value): Value | undefined {
    const cell = this.cell(column);
    return cell === '' ? undefined : this.checked(column, () => read(cell));
  }

  /** What a check answers; undefined where it refuses, which is noted. */
  checked<Value>(column: Column, check: () => Value): Value | undefined {
    try {
      return check();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.fault(column, refusal.messageKey, refusal.detail.values);
      return undefined;
    }
  }

  /** The day that a cell names. */
  day(column: Column, today: string): string | undefined {
    return this.given(column, (cell) => {
      const day = readDay(cell);
      if (day !== undefined) return dayOfChange(day, today, column);
      this.fault(column, 'rowDay');
      return undefined;
    });
  }

  fault(column: Column, message: keyof Messages, values: CellError<Column>['values'] = {}): void {
    this.errors.push({ row: this.row, column, message, values });
  }
}
