/** How well printed documents are read: specimens of made-up people are drawn, photographed as people do it, and read. */
package io.namesake.document.print.evaluation;
