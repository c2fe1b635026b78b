/**
 * What an operator can publish about its decisions: counts by month, of nobody. Small counts are left out, and with them whatever
 * would give them away.
 */
@NullMarked
package io.namesake.application.transparency;

import org.jspecify.annotations.NullMarked;
