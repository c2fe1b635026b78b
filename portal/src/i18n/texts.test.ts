import { describe, expect, it } from 'vitest';
import { en } from './en';
import { closest, fromBrowser } from './language';
import { calendarDate, relativeTime } from './time';
import { zh } from './zh';

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}.${key}`, value] as [string, string]]
      : leaves(value as object, `${path}.${key}`),
  );
}
const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();

describe('the texts', () => {
  const chinese = new Map(leaves(zh));

  it('exist in both languages under the same keys', () => {
    expect(leaves(zh).map(([key]) => key)).toEqual(leaves(en).map(([key]) => key));
  });

  it('have the same placeholders in both languages', () => {
    const different = leaves(en)
      .filter(([key, text]) => String(placeholders(text)) !== String(placeholders(chinese.get(key) ?? '')))
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  it('are translated: no Chinese sentence is the English one', () => {
    const same = leaves(en)
      .filter(([key, text]) => chinese.get(key) === text)
      .map(([key]) => key);
    expect(same).toEqual(['.brand']);
  });
});

describe('the language', () => {
  it('is Chinese for any kind of Chinese, and English for what we do not have', () => {
    expect(closest('zh-Hant-TW')).toBe('zh-CN');
    expect(closest('fr')).toBe('en');
  });

  it('is the first of the browser languages that we have', () => {
    expect(fromBrowser(['fr-CH', 'zh', 'en'])).toBe('zh-CN');
    expect(fromBrowser(['de', 'en-GB', 'zh-CN'])).toBe('en');
    expect(fromBrowser(['de'])).toBe('en');
  });
});

describe('times', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');

  it.each([
    ['2026-11-23T11:59:58Z', 'now'],
    ['2026-11-23T11:59:30Z', '30 seconds ago'],
    ['2026-11-23T11:10:00Z', '50 minutes ago'],
    ['2026-11-23T15:30:00Z', 'in 3 hours'],
    ['2026-11-20T12:00:00Z', '3 days ago'],
    ['2024-11-20T12:00:00Z', '2 years ago'],
  ])('%s is %s', (instant, words) => {
    expect(relativeTime(instant, now, 'en')).toBe(words);
  });

  it('speak Chinese', () => {
    expect(relativeTime('2026-11-23T11:10:00Z', now, 'zh-CN')).toBe('50分钟前');
    expect(relativeTime('2026-11-23T12:00:00Z', now, 'zh-CN')).toBe('现在');
  });

  it.each([
    [47, 'in 1 day', '1天后'],
    [71, 'in 2 days', '2天后'],
    [-47, '1 day ago', '1天前'],
    [-71, '2 days ago', '2天前'],
  ])('%d hours away are said in whole days, not as a day of the calendar', (hours, english, chinese) => {
    const instant = new Date(now + hours * 3_600_000).toISOString();
    expect(relativeTime(instant, now, 'en')).toBe(english);
    expect(relativeTime(instant, now, 'zh-CN')).toBe(chinese);
  });

  it('do not move a calendar date into another day', () => {
    expect(calendarDate('1990-01-31', 'en')).toBe('January 31, 1990');
  });
});
