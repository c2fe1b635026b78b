/**
 * Signed checkpoints as others write and read them: C2SP's signed-note and tlog-checkpoint. Whoever verifies one needs the note and
 * a verifier key, both of them lines of text that can be mailed and printed.
 */
@NullMarked
package io.namesake.audit.note;

import org.jspecify.annotations.NullMarked;
