/** What the tests ask and are answered under {@code /camara/} is held against the APIs' definitions: ours, and CAMARA's own. */
@NullMarked
package io.namesake.exposure.definitions;

import org.jspecify.annotations.NullMarked;
