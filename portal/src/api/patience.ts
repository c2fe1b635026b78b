/** How a busy server is asked again. */
export { pause, stopped, withPatience } from '@namesake/client';
