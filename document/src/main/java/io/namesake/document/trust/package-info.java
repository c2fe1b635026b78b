/** Which countries' authorities (CSCA) are trusted, and why: master lists, signed and checked (ICAO Doc 9303-12, section 9). */
package io.namesake.document.trust;
