package io.namesake.document.print.page;

import io.namesake.document.DocumentUnreadable;

/** The parser of a picture's header alone, which runs a hundred times while the decoder runs once. */
public final class PageParsers {
    private PageParsers() {}

    public static Object header(byte[] file) throws DocumentUnreadable {
        return PageHeader.of(file);
    }
}
