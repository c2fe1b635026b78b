/** What went wrong, in the server's own words. */
export { Problem, problemIn } from '@namesake/client';
