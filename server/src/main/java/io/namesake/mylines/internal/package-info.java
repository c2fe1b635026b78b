/** Sessions, the list, disputes and endings. */
@NullMarked
package io.namesake.mylines.internal;

import org.jspecify.annotations.NullMarked;
