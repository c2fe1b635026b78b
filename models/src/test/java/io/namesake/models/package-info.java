/** Looks at the finished resources as a user of the jar meets them: whole, described, and computing what they should. */
package io.namesake.models;
