/**
 * What every way of telling needs: a worker that takes what is due and sends it, a schedule for what failed, and an end for what is
 * old. Each way keeps its own table, with its own rules of what overtakes what.
 */
@NullMarked
package io.namesake.provisioning.outbox;

import org.jspecify.annotations.NullMarked;
