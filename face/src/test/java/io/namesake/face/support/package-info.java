/** Pictures for tests: real faces from the shipped samples and, where it is there, the shared test data; and files made by hand. */
package io.namesake.face.support;
