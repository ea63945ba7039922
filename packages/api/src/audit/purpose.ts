import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  getVariableValues,
  isEnumType,
  type OperationDefinitionNode,
  valueFromAST,
} from 'graphql';

/** What personal data are read for, each with what it covers. */
export const purposes = {
  VISIT: 'To visit or call a household 走访: before, during and after.',
  REQUEST: 'To handle a request 诉求 of theirs, or to follow it up.',
  CALL: 'To answer somebody who calls or comes 来电来访.',
  RELIEF: 'To apply for relief 帮困, to decide about it and to pay it.',
  PROGRAMME: 'To enrol people in a programme 服务项目, and to hold it.',
  ORGANIZATION: 'To get in touch with an organisation of the new sectors 联系两新组织.',
  UPKEEP: 'To keep the records right 档案维护.',
  CHECK: 'To check how the work was done 督查.',
} as const;

export type Purpose = keyof typeof purposes;

export const purposeNames = Object.keys(purposes) as Purpose[];

const description =
  'What an operation reads personal data for 用途. With it they come in full, as far as the viewer reaches them; without it names and telephones are masked and all else is null. Either way the reading is recorded for the town’s auditor.';

/** Adds the directive `@purpose`, with which an operation says what it reads personal data for. */
export function withPurpose(schema: GraphQLSchema): GraphQLSchema {
  const type = schema.getType('ReadingPurpose');
  if (!isEnumType(type)) throw new Error('The schema has no ReadingPurpose');
  const directive = new GraphQLDirective({
    name: 'purpose',
    description,
    locations: [DirectiveLocation.QUERY, DirectiveLocation.MUTATION],
    args: { of: { type: new GraphQLNonNull(type), description: 'The purpose.' } },
  });
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, directive] });
}

/** The purpose that an operation names; undefined without one, or where its variables do not fit. */
export function purposeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | undefined,
  variables: Record<string, unknown>,
): Purpose | undefined {
  const directive = schema.getDirective('purpose');
  if (!directive || !operation) return undefined;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return undefined;
  const named = operation.directives?.find(({ name }) => name.value === directive.name)?.arguments?.[0];
  const [argument] = directive.args;
  if (!named || !argument) return undefined;
  // A variable that is null fits the place, by its default, and names none.
  const given: unknown = valueFromAST(named.value, argument.type, coerced);
  return purposeNames.find((each) => each === given);
}
