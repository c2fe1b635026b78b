/**
 * Identity documents: what they say and how surely. A plain library; each reader yields {@link io.namesake.document.IdentityEvidence}. Whatever
 * the bytes are, the answer is a value: nothing in here trusts its input.
 */
package io.namesake.document;
