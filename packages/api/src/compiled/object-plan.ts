import type { FieldNode, GraphQLObjectType } from 'graphql';
import { objectPoints } from '../cost/price.ts';
import { FieldPlan } from './field-plan.ts';
import type { Executable, Planning, ReadAhead } from './planning.ts';
import type { Path, Run } from './run.ts';
import type { Place } from './tally.ts';

type Answer = Record<string, unknown>;

/** The fields that are asked of objects of one type in one place of a query. */
export class ObjectPlan implements Executable {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  readonly points: number;
  readonly readAhead: ReadAhead | undefined;
  readonly #isRoot: boolean;
  /** As a response name it would be taken for something else by an object that inherits. */
  readonly #isBare: boolean;

  /** `isRoot` of what an operation asks for first, which is no object. */
  constructor(
    planning: Planning,
    type: GraphQLObjectType,
    fields: ReadonlyMap<string, readonly FieldNode[]>,
    place: Place,
    isRoot = false,
  ) {
    this.type = type;
    this.fields = [...fields].flatMap(([name, nodes]) => FieldPlan.of(planning, type, name, nodes, place) ?? []);
    // At the root each field is counted in its own run.
    this.points = isRoot ? 0 : this.fields.reduce((sum, { points }) => sum + points, objectPoints(type));
    this.readAhead = planning.aheadOf(type);
    this.#isRoot = isRoot;
    this.#isBare = fields.has('__proto__');
  }

  execute(run: Run, source: unknown, path: Path | undefined): unknown {
    run.tally.used += this.points;
    const known = run.knownOf(this, source);
    const values: unknown[] = [];
    let isAwaited = false;
    try {
      for (const field of this.fields) {
        const value = known?.has(field)
          ? known.get(field)
          : field.execute(this.#isRoot ? rootRun(run, field) : run, source, path);
        values.push(value);
        if (value instanceof Promise) isAwaited = true;
      }
    } catch (error) {
      if (!isAwaited) throw error;
      // What is under way may fail as well, and has to end first.
      return this.#later(values).finally(() => {
        throw error;
      });
    }
    return isAwaited ? this.#later(values) : this.#answer(values);
  }

  /** Asks one field after the other, as changes are made; what comes after one that fails is not asked. */
  executeInTurn(run: Run, source: unknown): unknown {
    let answer: Answer | Promise<Answer> = this.#isBare ? Object.create(null) : {};
    for (const field of this.fields) {
      answer =
        answer instanceof Promise
          ? answer.then((before) => withNext(run, source, field, before))
          : withNext(run, source, field, answer);
    }
    return answer;
  }

  async #later(values: readonly unknown[]): Promise<Answer> {
    return this.#answer(await Promise.all(values));
  }

  #answer(values: readonly unknown[]): Answer {
    const answer: Answer = this.#isBare ? Object.create(null) : {};
    for (const [index, { name }] of this.fields.entries()) answer[name] = values[index];
    return answer;
  }
}

function rootRun(run: Run, field: FieldPlan): Run {
  const own = run.ofRoot(field.name);
  own.tally.used += field.points;
  return own;
}

function withNext(run: Run, source: unknown, field: FieldPlan, answer: Answer): Answer | Promise<Answer> {
  const value = field.execute(rootRun(run, field), source, undefined);
  if (value instanceof Promise) return value.then((each) => Object.assign(answer, { [field.name]: each }));
  return Object.assign(answer, { [field.name]: value });
}
