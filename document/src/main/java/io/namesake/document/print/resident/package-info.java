/** The resident identity card of China (GA 448): both sides, from rows of text with their labels. */
package io.namesake.document.print.resident;
