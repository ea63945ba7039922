import { expect, test } from 'vitest';
import { readLanguage } from './language.ts';

test('Chinese unless English was chosen', () => {
  expect(readLanguage(null)).toBe('zh-CN');
  expect(readLanguage('fr')).toBe('zh-CN');
  expect(readLanguage('zh-CN')).toBe('zh-CN');
  expect(readLanguage('en')).toBe('en');
});
