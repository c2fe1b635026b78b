/**
 * RADIUS for internet lines: an operator's RADIUS server asks here whether a line may be on (RFC 2865), and the operator's access
 * servers are told when that changes (RFC 5176).
 *
 * <p>Who somebody is, the operator's own modules find out: Namesake keeps no passwords of lines. What a line does when it is on,
 * nobody tells Namesake: an answer leaves no trace, there is no accounting (RFC 2866), and where a session is, is not known
 * here. So each of the operator's access servers is told of a change, and those that have no such session say so.
 */
@NullMarked
package io.namesake.provisioning.radius;

import org.jspecify.annotations.NullMarked;
