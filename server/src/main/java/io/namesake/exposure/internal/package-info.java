@NullMarked
package io.namesake.exposure.internal;

import org.jspecify.annotations.NullMarked;
