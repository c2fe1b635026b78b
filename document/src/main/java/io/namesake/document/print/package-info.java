/**
 * Printed documents: what pictures of a passport, a card or a visa say, and whether it hangs together. {@link
 * io.namesake.document.print.PrintedDocumentReader} is the door. A printed page shows a camera nothing that only its issuer could have made, so its
 * evidence is never more than consistent in itself.
 */
package io.namesake.document.print;
