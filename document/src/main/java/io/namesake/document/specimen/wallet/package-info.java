/** Issuers of nowhere and the wallets of people who are not: credentials for tests and demonstrations. */
package io.namesake.document.specimen.wallet;
