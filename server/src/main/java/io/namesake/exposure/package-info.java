/**
 * Others who ask about a line, with its holder's consent: the CAMARA APIs KYC Match, KYC Fill-in, KYC Age Verification, KYC Tenure,
 * SIM Swap and Number Verification.
 *
 * <p>Whoever asks names one telephone number and hears about that line alone, as little as the scope allows, and only while its
 * holder lets them (docs/adr/0032). Each answer is written down for the holder, who can end it at any time. Nothing here finds a
 * person or a line by what is known of somebody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "database", "privacy", "problem", "registry"})
package io.namesake.exposure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
