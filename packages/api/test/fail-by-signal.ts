import { Refusal } from '../src/errors.ts';

// Loaded before a process, it has that fail by a signal: by a promise that nobody waits for, by a refusal of one, and by throwing.
process.on('SIGUSR2', () => void Promise.reject(new Error('unheard')));
process.on('SIGWINCH', () => void Promise.reject(new Refusal('NOT_FOUND', 'notFound')));
process.on('SIGHUP', () => {
  throw new Error('uncaught');
});
