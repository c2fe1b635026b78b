/** What tests of documents share: specimens, and the shared real chips where they are there. */
package io.namesake.document.support;
