package io.namesake.reading;

import io.namesake.document.trust.TrustedAuthority;

/** An authority whose issuers' credentials are believed, beside those of the settings, such as a demo's own. It vouches for no passport. */
public record WalletAuthority(TrustedAuthority authority) {}
