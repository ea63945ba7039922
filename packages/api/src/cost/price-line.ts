/** Work that a field asks for beside what it answers. */
export interface Work {
  /** In points: about a millionth of a second of one core each. */
  weight: number;
  /** Whether it is done once in each place of an operation, for all objects there, and not for each of them. */
  once?: true;
}

/** How many entries lists have. */
export interface ListSize {
  /** For each object that they hang on, unless an argument says how many. */
  assumedSize: number;
  /** How many more all of them in one place of an operation may have together. */
  spare?: number;
  /** Arguments that say how many, as a number or as a list of as many; a point leads into an input. */
  slicingArguments?: readonly string[];
  /** The fields below whose lists the arguments size; without them it is the field’s own. */
  sizedFields?: readonly string[];
}
