/** What the server does with the log beside appending to it: grows the tree, signs checkpoints, gives proofs. */
@NullMarked
package io.namesake.audit.internal;

import org.jspecify.annotations.NullMarked;
