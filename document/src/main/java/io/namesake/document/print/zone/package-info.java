/** The machine-readable zone in a picture: its rows, its characters and which of them its check digits bear out. */
package io.namesake.document.print.zone;
