/** Pages of HTML that need nothing but themselves: no script, no font, no picture from elsewhere. */
package io.namesake.cli.page;
