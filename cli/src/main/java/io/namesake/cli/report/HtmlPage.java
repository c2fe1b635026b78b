package io.namesake.cli.report;

import io.namesake.cli.page.Html;
import java.util.List;

/** A page of headings, paragraphs, plots, tables and pictures, one under the other. */
final class HtmlPage {

    private static final String STYLE = """

            body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.2rem }
            svg { max-width: 100%; height: auto }
            .wide { overflow-x: auto }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums }
            th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top }
            th { font-weight: 600 }
            figure { display: inline-block; margin: 0 1rem 1rem 0; max-width: 21rem }
            figure img { height: 150px; margin-right: 4px } figcaption { font-size: .85rem; overflow-wrap: anywhere }
            """;

    private final Html page;

    HtmlPage(String title) {
        page = new Html(title, STYLE).element("h1", title);
    }

    HtmlPage heading(String text) {
        page.element("h2", text);
        return this;
    }

    HtmlPage paragraph(String text) {
        page.element("p", text);
        return this;
    }

    /** A plot as {@link Svg} writes it. */
    HtmlPage plot(String svg) {
        page.open("div", "class", "wide").svg(svg).close();
        return this;
    }

    /** @param rows each with as many cells as the header */
    HtmlPage table(List<String> header, List<List<String>> rows) {
        page.open("div", "class", "wide").open("table").head(header.toArray(String[]::new));
        rows.forEach(row -> page.row(row.toArray(String[]::new)));
        page.close().close();
        return this;
    }

    /** Pictures side by side, each as a {@code data:} address. */
    HtmlPage figure(List<String> pictures, String caption) {
        page.open("figure");
        pictures.forEach(picture -> page.open("img", "alt", "", "src", picture));
        page.element("figcaption", caption).close();
        return this;
    }

    /** The whole file. */
    String end() {
        return page.end();
    }
}
