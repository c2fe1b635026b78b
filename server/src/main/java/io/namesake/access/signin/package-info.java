/**
 * How an operator's people sign in by themselves: a one-time link in which they choose a password and set up a device, a number
 * that names nobody, and a session in a cookie that belongs to one browser.
 *
 * <p>Sessions of applicants and holders are others (bearer tokens of their own modules); none opens what another does.
 */
@NullMarked
package io.namesake.access.signin;

import org.jspecify.annotations.NullMarked;
