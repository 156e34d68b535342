package org.ionspike.benchmarks.report.html;

import java.util.Locale;

/** An element of HTML or SVG while it is written. Text and values of attributes are escaped, so that no value becomes markup. */
final class Element {
    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Element(String name) {
        this.name = name;
    }

    /** An empty element. */
    static Element of(String name) {
        return new Element(name);
    }

    /** An element that holds a text. */
    static Element of(String name, String text) {
        return new Element(name).text(text);
    }

    /** Adds an attribute. */
    Element with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"');
        return this;
    }

    /** Adds an attribute that is a number. */
    Element with(String attribute, double value) {
        return with(attribute, rounded(value));
    }

    /** Adds an attribute that is a share of the width or height of a picture. */
    Element percent(String attribute, double share) {
        return with(attribute, rounded(100 * share) + "%");
    }

    /** Adds a class. Call it once. */
    Element style(String classes) {
        return with("class", classes);
    }

    /** Adds text. */
    Element text(String text) {
        content.append(escaped(text));
        return this;
    }

    /** Adds a child. */
    Element add(Element child) {
        content.append(child);
        return this;
    }

    /** Adds children. */
    Element add(Iterable<Element> children) {
        children.forEach(this::add);
        return this;
    }

    /** Adds a child that holds a text. */
    Element add(String child, String text) {
        return add(of(child, text));
    }

    /** Whether nothing was added to it. */
    boolean isEmpty() {
        return content.length() == 0;
    }

    /** Up to three decimals, none that is 0 at the end. */
    static String rounded(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return "<" + name + attributes + ">" + content + "</" + name + ">";
    }
}
