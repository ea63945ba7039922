import { overlapOf, type Version } from '../db/versions.ts';
import type { OrganizationFacts, OrganizationLine } from '../organizations/organization-rows.ts';

/** What a row says by which an organisation is recognised, and from which day on. */
export interface Sign {
  name: string;
  unit: string;
  creditCode: string | null;
  from: string;
}

/** The organisations of a town as rows are held against them, by credit code and by name. */
export class KnownOrganizations {
  readonly #byCode: Map<string | null, OrganizationLine[]>;
  readonly #byName = new Map<string, { line: OrganizationLine; version: Version<OrganizationFacts> }[]>();

  constructor(
    lines: readonly OrganizationLine[],
    /** In which unit what is registered at one is on a day. */
    readonly unitOn: (unit: string, day: string) => string | null,
  ) {
    this.#byCode = Map.groupBy(lines, ({ creditCode }) => creditCode);
    for (const line of lines) {
      for (const version of line.versions) {
        const named = this.#byName.get(version.state.name);
        if (named) named.push({ line, version });
        else this.#byName.set(version.state.name, [{ line, version }]);
      }
    }
  }

  /** The organisation that a row describes: of its code, or of its name in its unit. */
  find(sign: Sign): OrganizationLine | undefined {
    const { creditCode, unit, from } = sign;
    const ofCode = creditCode === null ? [] : (this.#byCode.get(creditCode) ?? []);
    const coded = ofCode.find(({ validFrom, validTo: to }) => overlapOf({ from: validFrom, to }, { from, to: null }));
    return coded ?? this.#named(sign).find(({ at }) => at === unit)?.line;
  }

  /** One of its name in another unit that may be the same: no codes tell them apart. */
  findElsewhere(sign: Sign): OrganizationLine | undefined {
    const { unit, creditCode } = sign;
    return this.#named(sign).find(
      ({ at, line }) =>
        at !== unit && (creditCode === null || line.creditCode === null || line.creditCode === creditCode),
    )?.line;
  }

  /** Those of a row's name on its day or later, each with the unit that it is in then. */
  #named({ name, from }: Sign): { line: OrganizationLine; at: string | null }[] {
    return (this.#byName.get(name) ?? []).flatMap(({ line, version }) => {
      const shared = overlapOf(version, { from, to: null });
      return shared ? [{ line, at: this.unitOn(version.state.unit_id, shared.from) }] : [];
    });
  }
}
