import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { enrol, opened } from './programme.fixture.ts';

const platform = testPlatform();
const counts = 'query($id: ID!) { programme(id: $id) { enrolled waiting } }';

it('many clients who enrol at once get the places that there are, one each, and no place is lost when some are taken back at once', async () => {
  const { town, heads } = await inhabitedTown(platform, 16);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const { id } = await opened(town, { places: 5 });
  const by = (index: number) => (index % 2 === 0 ? town.admin : officer);
  const made = (
    await Promise.all(heads.map((head, index) => enrol(by(index), id, [head], {}, 'id state number')))
  ).flat();
  expect(made.filter(({ state }) => state === 'ENROLLED')).toHaveLength(5);
  expect(made.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(heads.map((_, index) => index + 1));
  expect(made.every(({ state, number }) => (state === 'ENROLLED') === number <= 5)).toBe(true);
  const leaving = made.filter(({ number }) => number % 2 === 1);
  await Promise.all(
    leaving.map(({ id: enrolment }, index) =>
      by(index).do('withdrawEnrolment', { enrolment, reason: '有事' }, 'movedUp'),
    ),
  );
  expect((await town.admin.ask(counts, { id })).programme).toEqual({ enrolled: 5, waiting: 3 });
});

it('one who is enrolled by two clients at once is enrolled once', async () => {
  const { town, heads } = await inhabitedTown(platform, 1);
  const { id } = await opened(town);
  const mutation = 'mutation($input: EnrolInProgrammeInput!) { enrolInProgramme(input: $input) { enrolments { id } } }';
  const answers = await Promise.all(
    [1, 2, 3].map(() => town.admin.send(mutation, { input: { programme: id, takers: heads } })),
  );
  expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code))).toEqual([
    'CONFLICT',
    'CONFLICT',
  ]);
  expect((await town.admin.ask(counts, { id })).programme).toEqual({ enrolled: 1, waiting: 0 });
});
