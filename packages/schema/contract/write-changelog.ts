import { changelog, write } from './files.ts';

write('CHANGELOG.md', await changelog());
