/**
 * Calls to addresses that somebody else gave: operators' webhooks, issuers' status lists. What is in the deployment's own configuration (authorities,
 * gateways for notices, key services) is trusted with its addresses and does not come through here.
 *
 * <p>A name is resolved once for each connection, every address that it resolves to is checked, and the connection is made to one of the
 * addresses that were checked: a name that means something else a moment later gains nothing.
 */
@NullMarked
package io.namesake.net;

import org.jspecify.annotations.NullMarked;
