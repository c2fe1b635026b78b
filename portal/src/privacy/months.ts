/** Calendar months as `2026-11`, in UTC like the server's. */

/** The last whole months before an instant, the oldest first. @param number how many */
export function lastMonths(now: Date, number: number): { from: string; to: string } {
  return { from: monthBefore(now, number), to: monthBefore(now, 1) };
}

function monthBefore(now: Date, by: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - by, 1)).toISOString().slice(0, 7);
}

/** "November 2026" */
export function monthName(month: string, language: string): string {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
