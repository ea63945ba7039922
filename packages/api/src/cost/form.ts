import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { argumentOf, type Lookup } from './argument-value.ts';
import { type Price, priceOf } from './price.ts';

/** What is asked of objects of a type, as far as it costs something. */
export interface Form {
  /** What the values cost that are always asked for. */
  values: number;
  fields: FormField[];
  /** What is asked of all of them in fragments. */
  shared: Part[];
  /** What is asked only of those of some types. */
  narrowed: (Part & { types: readonly string[] })[];
}

interface Part {
  form: Form;
  switches: readonly Lookup[];
}

/** A field that is asked for in a form. */
export interface FormField {
  /** What the answer calls it. */
  name: string;
  fieldName: string;
  node: FieldNode;
  definition: GraphQLField<unknown, unknown>;
  price: Price;
  /** The arguments that say how many. */
  slicing: readonly Lookup[];
  /** What is asked of the objects that it answers. */
  below: Form | undefined;
  /** All are true where it is asked for. */
  switches: readonly Lookup[];
}

/** An operation as far as it costs something: made once, estimated with any variables. */
export interface OperationForm {
  form: Form;
  /** Whether it asks for anything that is paid for apart. */
  hasApart: boolean;
  /** What the estimate depends on beside the document. */
  lookups: readonly Lookup[];
}

/** Looks an operation through. Each fragment is looked through once for a type, wherever it is spread. */
export function formOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationForm {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}`);
  const making = new Making(schema, document);
  const form = making.formOf(operation.selectionSet, root);
  return { form, hasApart: making.hasApart, lookups: [...making.lookups] };
}

interface Meeting {
  types: readonly string[];
  isAll: boolean;
}

class Making {
  readonly lookups = new Set<Lookup>();
  hasApart = false;
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #meeting = new Map<GraphQLCompositeType, Map<GraphQLCompositeType, Meeting>>();
  readonly #made = new Map<SelectionSetNode, Map<GraphQLCompositeType, Form>>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
  }

  formOf(selections: SelectionSetNode, type: GraphQLCompositeType): Form {
    const made = this.#made.get(selections) ?? new Map<GraphQLCompositeType, Form>();
    this.#made.set(selections, made);
    const known = made.get(type);
    if (known) return known;
    const form: Form = { values: 0, fields: [], shared: [], narrowed: [] };
    made.set(type, form);
    for (const selection of selections.selections) {
      const switches = this.#switchesOf(selection.directives);
      if (!switches) continue;
      if (selection.kind === Kind.FIELD) this.#addField(form, type, selection, switches);
      else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
        if (fragment) this.#addFragment(form, type, fragment, switches);
      }
    }
    return form;
  }

  #addField(form: Form, type: GraphQLCompositeType, node: FieldNode, switches: readonly Lookup[]): void {
    const definition = this.#definitionOf(type, node.name.value);
    if (!definition) {
      // `__typename`, which every type has.
      form.values += 1;
      return;
    }
    const price = priceOf(type, definition);
    if (price.isApart) this.hasApart = true;
    const answered = getNamedType(definition.type);
    const below = isCompositeType(answered) && node.selectionSet ? this.formOf(node.selectionSet, answered) : undefined;
    if (!below && !price.isList && price.once === 0 && switches.length === 0) {
      form.values += price.each + price.entry;
      return;
    }
    const slicing = price.size.slicingArguments.map((path) => this.#noted(argumentOf(definition, node, path)));
    const name = node.alias?.value ?? node.name.value;
    form.fields.push({ name, fieldName: node.name.value, node, definition, price, slicing, below, switches });
  }

  #addFragment(
    form: Form,
    type: GraphQLCompositeType,
    { typeCondition, selectionSet }: FragmentDefinitionNode | InlineFragmentNode,
    switches: readonly Lookup[],
  ): void {
    const condition = typeCondition ? this.#schema.getType(typeCondition.name.value) : type;
    if (!isCompositeType(condition)) return;
    const { types, isAll } = this.#meetingOf(type, condition);
    if (types.length === 0) return;
    // An object is asked by its own prices; a type that is not one shares those of its interfaces.
    const part = { form: this.formOf(selectionSet, isObjectType(type) ? type : condition), switches };
    if (isAll) form.shared.push(part);
    else form.narrowed.push({ ...part, types });
  }

  /** Which objects of a type meet a condition, and whether all do. */
  #meetingOf(type: GraphQLCompositeType, condition: GraphQLCompositeType): Meeting {
    const ofType = this.#meeting.get(type) ?? new Map<GraphQLCompositeType, Meeting>();
    this.#meeting.set(type, ofType);
    const known = ofType.get(condition);
    if (known) return known;
    const own = this.#objectsOf(type);
    const others = new Set(this.#objectsOf(condition));
    const types = own.filter((each) => others.has(each));
    const meeting = { types, isAll: types.length === own.length };
    ofType.set(condition, meeting);
    return meeting;
  }

  #objectsOf(type: GraphQLCompositeType): readonly string[] {
    return isObjectType(type) ? [type.name] : this.#schema.getPossibleTypes(type).map(({ name }) => name);
  }

  #definitionOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (isUnionType(type)) return undefined;
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }

  /** What has to be true for a selection to be asked for; undefined where it never is. */
  #switchesOf(directives: readonly DirectiveNode[] = []): readonly Lookup[] | undefined {
    const switches: Lookup[] = [];
    for (const { name, arguments: given = [] } of directives) {
      const value = given.find((each) => each.name.value === 'if')?.value;
      const wanted = name.value === 'include';
      if (!value || !(wanted || name.value === 'skip')) continue;
      if (value.kind === Kind.VARIABLE) {
        const variable = value.name.value;
        switches.push(this.#noted((variables) => Boolean(variables[variable]) === wanted));
      } else if (value.kind === Kind.BOOLEAN && value.value !== wanted) return undefined;
    }
    return switches;
  }

  #noted(lookup: Lookup): Lookup {
    this.lookups.add(lookup);
    return lookup;
  }
}
