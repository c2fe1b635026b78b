import { expect, it } from 'vitest';
import { lastMonths, monthName } from './months';

it('the last whole months end before the one that is under way, over the turn of a year', () => {
  expect(lastMonths(new Date('2026-02-28T23:59:59Z'), 12)).toEqual({ from: '2025-02', to: '2026-01' });
});

it('a month is named without moving into another one', () => {
  expect(monthName('2026-01', 'en')).toBe('Jan 2026');
});
