import { z } from 'zod';
import { type RegisterUnitKind, type TownKind, townKind, unitKind } from './register-kinds.ts';
import { RegisterError, type RegisterRow, readRegisterRows, readRegisterText } from './register-rows.ts';

const editionShape = z.strictObject({
  edition: z.string().min(1),
  validFrom: z.iso.date(),
  source: z.string().min(1),
});

/** The official register of administrative divisions: which edition, from which day, and every code in it. */
export type Register = z.infer<typeof editionShape> & {
  districts: { code: string; name: string }[];
  towns: { code: string; name: string; districtCode: string; kind: TownKind }[];
  units: { code: string; name: string; townCode: string; kind: RegisterUnitKind }[];
};

/**
 * Reads a register from `edition.json`, `districts.csv`, `towns.csv` and `units.csv` in a folder.
 * @throws RegisterError (file, line, reason) for the first thing that is wrong; then nothing is returned.
 */
export async function readRegister(folder: string): Promise<Register> {
  const edition = await readEdition(folder);
  const districtRows = await readRegisterRows(folder, 'districts.csv', ['code', 'name']);
  const townRows = await readRegisterRows(folder, 'towns.csv', ['code', 'name', 'district_code']);
  const unitRows = await readRegisterRows(folder, 'units.csv', ['code', 'name', 'town_code']);

  const districtCodes = new Set<string>();
  const districts = districtRows.map((row) => {
    const [code = '', name = ''] = row.cells;
    addCode(districtCodes, row, code, 6);
    return { code, name };
  });

  const townCodes = new Set<string>();
  const towns = townRows.map((row) => {
    const [code = '', name = '', districtCode = ''] = row.cells;
    addCode(townCodes, row, code, 9);
    checkParent(districtCodes, row, code, districtCode, 'district');
    return { code, name, districtCode, kind: kindOf(row, name, townKind) };
  });

  const unitCodes = new Set<string>();
  const units = unitRows.map((row) => {
    const [code = '', name = '', townCode = ''] = row.cells;
    addCode(unitCodes, row, code, 12);
    checkParent(townCodes, row, code, townCode, 'town');
    return { code, name, townCode, kind: kindOf(row, name, unitKind) };
  });

  return { ...edition, districts, towns, units };
}

async function readEdition(folder: string): Promise<z.infer<typeof editionShape>> {
  const file = 'edition.json';
  const text = await readRegisterText(folder, file);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new RegisterError(file, 1, `is not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
  const edition = editionShape.safeParse(json);
  if (!edition.success) throw new RegisterError(file, 1, z.prettifyError(edition.error));
  return edition.data;
}

function addCode(known: Set<string>, { file, line }: RegisterRow, code: string, digits: number): void {
  if (!/^[0-9]+$/.test(code) || code.length !== digits) {
    throw new RegisterError(file, line, `the code "${code}" does not have exactly ${digits} digits`);
  }
  if (known.has(code)) throw new RegisterError(file, line, `the code ${code} is there twice`);
  known.add(code);
}

function checkParent(known: Set<string>, { file, line }: RegisterRow, code: string, parent: string, noun: string) {
  if (!known.has(parent)) throw new RegisterError(file, line, `the ${noun} "${parent}" is not in the register`);
  if (!code.startsWith(parent)) {
    throw new RegisterError(file, line, `the code ${code} does not begin with that of its ${noun}, ${parent}`);
  }
}

function kindOf<Kind>({ file, line }: RegisterRow, name: string, read: (name: string) => Kind | undefined): Kind {
  const kind = read(name);
  if (kind === undefined) throw new RegisterError(file, line, `the name "${name}" does not tell its kind`);
  return kind;
}
