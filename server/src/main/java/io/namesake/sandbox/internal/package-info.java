@NullMarked
package io.namesake.sandbox.internal;

import org.jspecify.annotations.NullMarked;
