/**
 * Tests of the whole Namesake from outside: the real distribution in processes of its own, driven by a real browser, by
 * plain HTTP and by SIGKILL. Nothing here knows a class of Namesake; what is checked is what a user, an operator's network
 * and a database administrator can see.
 */
package io.namesake.e2e;
