/**
 * The active challenge: a person is asked for a short random sequence of movements, and a handful of frames shows whether this
 * very person made them, in order, with a head that is no flat picture (the active counterpart of the passive detection of
 * presentation attacks, ISO/IEC 30107-1).
 *
 * <p>What it cannot tell: movements that a computer rendered and fed into the camera's place. See {@code docs/threat-model.md}.
 */
package io.namesake.face.challenge;
