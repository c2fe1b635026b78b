/** A chip that is played in memory: the other side of BAC, PACE, secure messaging, chip and active authentication (ICAO Doc 9303-11). */
package io.namesake.document.card;
