/**
 * An activation server for trying things out and for tests: speaks TM Forum's TMF640 4.0 as an operator's own would, stands for the home
 * location register behind one, and fails as a script says. What it was told it forgets when it ends.
 */
@NullMarked
package io.namesake.provisioning.activation.sandbox;

import org.jspecify.annotations.NullMarked;
