/**
 * Pictures of documents that do not exist: passports, cards and visas of the code that ICAO keeps for such (UTO), and a resident card in the
 * Chinese layout; each says SPECIMEN across all of it. And photos of them as people take them.
 */
package io.namesake.document.specimen.card;
