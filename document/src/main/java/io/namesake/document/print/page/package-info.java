/** Pictures of pages: bounded before they are decoded, and straightened. */
package io.namesake.document.print.page;
