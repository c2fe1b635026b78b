/** What {@code namesake document} prints, for a person and for a program. */
package io.namesake.cli.document;
