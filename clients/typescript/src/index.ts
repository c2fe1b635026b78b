/**
 * A client of Namesake's API. `namesake()` makes one; `answer()` and `done()` turn what its methods give into a value or a thrown
 * `Problem`; `withPatience()` asks a busy server again.
 */
export { answer, done, patient } from './answers.js';
export { bySession, namesake, type Asked, type Namesake, type NamesakeOptions } from './client.js';
export { form, type Part } from './forms.js';
export { pause, stopped, withPatience } from './patience.js';
export { Problem, problemIn } from './problem.js';
export { programToken, type ProgramOptions } from './programs.js';
export type { components, operations, paths } from './schema.js';
