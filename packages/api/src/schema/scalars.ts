import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Temporal } from 'temporal-polyfill';

/** The first and the last day that can be said: further ones are slips, and near its ends a calendar can be counted no further. */
export const earliestDay = '1900-01-01';
export const latestDay = '2999-12-31';

function dayFrom(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    try {
      return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString();
    } catch {
      // falls through to the refusal
    }
  }
  throw new GraphQLError('Not a date of the calendar, such as 2026-11-22.');
}

/** A day that is said, not answered. */
function dayWithin(value: unknown): string {
  const day = dayFrom(value);
  if (day < earliestDay || day > latestDay) throw new GraphQLError(`Not a date from ${earliestDay} to ${latestDay}.`);
  return day;
}

/** A day of the calendar in Asia/Shanghai, `2026-11-22`. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: `A day 日期 of the calendar in Asia/Shanghai, such as \`2026-11-22\`; in what is asked, from ${earliestDay} to ${latestDay}.`,
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: dayFrom,
  parseValue: dayWithin,
  parseLiteral: (node) => dayWithin(node.kind === Kind.STRING ? node.value : undefined),
});

function momentFrom(value: unknown): Date {
  const moment = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : undefined;
  const written = typeof value !== 'string' || /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value);
  if (!moment || !written || Number.isNaN(moment.getTime())) {
    throw new GraphQLError('Not a moment such as 2026-11-22T08:30:00+08:00.');
  }
  return moment;
}

/** A moment that is said, on a day that can be. */
function momentWithin(value: unknown): Date {
  const moment = momentFrom(value);
  if (moment < new Date(earliestDay) || moment >= new Date(`${latestDay}T24:00:00Z`)) {
    throw new GraphQLError(`Not a moment from ${earliestDay} to ${latestDay}.`);
  }
  return moment;
}

/** A moment, answered in UTC: `2026-11-22T00:30:00.000Z`. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: `A moment 时刻 with its offset, such as \`2026-11-22T08:30:00+08:00\`, from ${earliestDay} to ${latestDay}; answered in UTC.`,
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => momentFrom(value).toISOString(),
  parseValue: momentWithin,
  parseLiteral: (node) => momentWithin(node.kind === Kind.STRING ? node.value : undefined),
});

function codeFrom(value: unknown): string {
  if (typeof value === 'string' && /^(\d{6}|\d{9}|\d{12})$/.test(value)) return value;
  throw new GraphQLError('Not a code of the register: 6 digits for a district, 9 for a town, 12 for a unit.');
}

/** A code of the official register of administrative divisions. */
export const RegisterCodeScalar = new GraphQLScalarType<string, string>({
  name: 'RegisterCode',
  description:
    'A code 区划代码 of the official register of administrative divisions: 6 digits for a district, 9 for a town, 12 for a village or committee.',
  serialize: codeFrom,
  parseValue: codeFrom,
  parseLiteral: (node) => codeFrom(node.kind === Kind.STRING ? node.value : undefined),
});

function decimalFrom(value: unknown): string {
  if (typeof value === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(value)) return value;
  throw new GraphQLError('Not a decimal number such as 0.986.');
}

/** A decimal number, as text so that no digit is lost on the way. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'A decimal number 小数, such as `"0.986028"`: as text, so that no digit is lost.',
  serialize: decimalFrom,
  parseValue: decimalFrom,
  parseLiteral: (node) => decimalFrom(node.kind === Kind.STRING ? node.value : undefined),
});
