/** Judges the recording of a challenge: one frame after the other is located and measured, then the measures are compared. */
package io.namesake.face.engine.challenge;
