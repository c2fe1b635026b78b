import type { Problem } from '../api/problem';

const minuteMillis = 60_000;

/** By problem, since what the server says counts from its answer and not from when it is drawn anew. */
const times = new WeakMap<Problem, number>();

/** The minute from which the server takes another try, such as "14:05"; null where it named no time. */
export function retryTime(problem: Problem, language: string): string | null {
  if (problem.retryAfterSeconds === null) {
    return null;
  }
  const at = times.get(problem) ?? Date.now() + problem.retryAfterSeconds * 1000;
  times.set(problem, at);
  // A try within the minute that is named must not come too early.
  const minute = new Date(Math.ceil(at / minuteMillis) * minuteMillis);
  const today = minute.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(language, {
    timeStyle: 'short',
    ...(today ? {} : { dateStyle: 'medium' }),
  }).format(minute);
}
