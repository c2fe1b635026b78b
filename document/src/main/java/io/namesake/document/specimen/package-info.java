/** Documents of a country that does not exist, for demonstrations and tests; every certificate and name says SPECIMEN. */
package io.namesake.document.specimen;
