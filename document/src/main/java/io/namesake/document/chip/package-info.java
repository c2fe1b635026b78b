/** The chip of an electronic document (ICAO Doc 9303-10 to -12): its files, and the issuer's signature over them. */
package io.namesake.document.chip;
