/**
 * A client of Namesake's API. {@link io.namesake.client.NamesakeClient} knows the server and the caller; a class for each part of the
 * API, such as {@link io.namesake.client.ApplicationsApi} or {@link io.namesake.client.LinesApi}, has a method for each operation.
 *
 * <p>These classes and the records of {@link io.namesake.client.model} are made of the API's description in the build; what speaks HTTP
 * is written by hand. Whatever is no success is thrown as a {@link io.namesake.client.NamesakeException}.
 */
package io.namesake.client;
