/** The machine-readable zone as text (ICAO Doc 9303-3 to -7): its fields, and its check digits, each of them checked. */
package io.namesake.document.mrz;
