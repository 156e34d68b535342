package org.ionspike.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementTest {
    @Test
    void textIsNeverMarkup() {
        assertThat(Element.of("p", "a < b & \"c\"").toString()).isEqualTo("<p>a &lt; b &amp; &quot;c&quot;</p>");
    }

    @Test
    void aValueOfAnAttributeCannotEndIt() {
        assertThat(Element.of("p").with("title", "\" onclick='x'").toString())
                .isEqualTo("<p title=\"&quot; onclick=&#39;x&#39;\"></p>");
    }

    @Test
    void childrenStandInTheirOrder() {
        assertThat(Element.of("p").text("a").add("b", "c").text("d").toString()).isEqualTo("<p>a<b>c</b>d</p>");
    }

    @Test
    void numbersHaveNoZerosAtTheirEnds() {
        assertThat(Element.rounded(100)).isEqualTo("100");
        assertThat(Element.rounded(0.1250)).isEqualTo("0.125");
        assertThat(Element.rounded(-2.5)).isEqualTo("-2.5");
        assertThat(Element.rounded(0)).isEqualTo("0");
    }
}
