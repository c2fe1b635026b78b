/** Passkeys of holders: what one opens, and that it goes when its person asks for it. The ceremonies are those of {@code io.namesake.passkey}. */
@NullMarked
package io.namesake.mylines.internal.passkey;

import org.jspecify.annotations.NullMarked;
