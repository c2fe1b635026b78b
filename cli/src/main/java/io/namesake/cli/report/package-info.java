/**
 * What {@code namesake evaluate} reads and writes: the list of labelled pictures, the report, the scores and the plot.
 * The measuring itself is the face library's; nothing here sees a picture's content.
 */
package io.namesake.cli.report;
