/** Times in words. An instant comes from the server as ISO 8601 in UTC and is shown in the reader's own time zone. */

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

/**
 * "12 seconds ago", "in 2 hours". Only whole units count: 47 hours are "in 1 day", never "tomorrow", which they are not.
 * Under five seconds it is "now", so that the words don't flicker.
 */
export function relativeTime(instant: string, now: number, language: string): string {
  let amount = (Date.parse(instant) - now) / 1000;
  if (Math.abs(amount) < 5) {
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
  }
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  for (const [unit, size] of steps) {
    if (Math.abs(amount) < size) {
      return words.format(Math.trunc(amount), unit);
    }
    amount /= size;
  }
  return instant;
}

/** "23 Nov 2026, 17:53:09" */
export function absoluteTime(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(instant),
  );
}

/** A calendar date, `yyyy-mm-dd`, in words. It has no time zone, so none may shift it. */
export function calendarDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
