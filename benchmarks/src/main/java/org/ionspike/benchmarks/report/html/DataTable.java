package org.ionspike.benchmarks.report.html;

import java.util.List;

/** A table in a box that scrolls by itself where it is wider than the page. A click on a head sorts, if scripts may run. */
final class DataTable {
    private static final int SHORT = 24;
    private static final int LONG = 40;

    private final Element head = Element.of("tr");
    private final Element body = Element.of("tbody");
    private final Element table = Element.of("table");
    private Element row = Element.of("tr");

    /** A table without rows. */
    DataTable(String caption, List<String> columns) {
        table.add("caption", caption);
        columns.forEach(column -> head.add(Element.of("th", column).with("scope", "col")));
    }

    /** Begins a row. */
    DataTable row(String name) {
        finish();
        row.add(Element.of("th", name).with("scope", "row"));
        return this;
    }

    /** A cell with a text. */
    DataTable text(String text) {
        row.add(Element.of("td", text)
                .style(text.length() > LONG ? "long" : text.length() > SHORT ? "middling" : "short"));
        return this;
    }

    /** A cell with a number in words; NaN: nothing. */
    DataTable number(double value, String words) {
        Element cell = Element.of("td", Double.isNaN(value) ? "\u2013" : words).style("number");
        row.add(Double.isNaN(value) ? cell : cell.with("data-value", Double.toString(value)));
        return this;
    }

    /** A cell with content; it is sorted by the value. */
    DataTable cell(double value, Element content) {
        row.add(Element.of("td")
                .style("number")
                .with("data-value", Double.toString(value))
                .add(content));
        return this;
    }

    /** An empty cell. */
    DataTable none() {
        return number(Double.NaN, "");
    }

    private void finish() {
        if (!row.isEmpty()) {
            body.add(row);
            row = Element.of("tr");
        }
    }

    /** The box. */
    Element element() {
        return element("table");
    }

    /** A box whose rows stand one below the other on a narrow screen, for long texts. */
    Element stack() {
        return element("table stacks");
    }

    private Element element(String classes) {
        finish();
        table.add(Element.of("thead").add(head)).add(body);
        return Element.of("div")
                .style(classes)
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", "table")
                .add(table);
    }
}
