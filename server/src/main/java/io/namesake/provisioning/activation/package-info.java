/**
 * Telling an operator's activation server how lines stand, in the form of TM Forum's Service Activation (TMF640 4.0): a verified line is
 * activated, a limited one is told what it must not do, an ended one is terminated. Off unless {@code namesake.activation.servers} names one.
 *
 * <p>The server is brought to how the line stands now and asked what it has before, so an answer that was lost makes no second
 * service. Nothing is suspended as a whole: a limited line keeps its emergency calls (promise 6).
 */
@NullMarked
package io.namesake.provisioning.activation;

import org.jspecify.annotations.NullMarked;
