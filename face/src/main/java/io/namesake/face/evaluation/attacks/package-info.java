/**
 * Presentation attacks made from pictures of living people, for measuring and for tests. They imitate what paper and screens do to light; they are not a
 * substitute for instruments laid before a camera, and results on them are reported apart from those.
 */
package io.namesake.face.evaluation.attacks;
