/** What is sent and answered, as records: made of the API's description in the build. */
package io.namesake.client.model;
