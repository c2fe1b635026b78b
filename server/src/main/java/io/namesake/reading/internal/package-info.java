@NullMarked
package io.namesake.reading.internal;

import org.jspecify.annotations.NullMarked;
