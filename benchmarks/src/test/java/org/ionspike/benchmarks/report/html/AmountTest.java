package org.ionspike.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "2.7e-9, 2.70 nJ",
        "9.996e-10, 1.00 nJ",
        "1.234e-7, 123 nJ",
        "0, 0 J",
        "2.5e-5, 25.0 \u00B5J",
        "1.7e6, 1.70 MJ",
        "4e-24, 0.00400 zJ",
        "NaN, unknown"
    })
    void joulesHaveThreeDigitsAndAPrefix(double joules, String words) {
        assertThat(Amount.joules(joules).replace(Amount.SPACE, " ")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "118, 118",
        "53200, 53 200",
        "1437, 1 437",
        "21.37, 21.4",
        "0.75, 0.750",
        "4.43e-11, 4.43e\u221211",
        "-3, \u22123",
        "0, 0"
    })
    void numbersAreGroupedAndRounded(double value, String words) {
        assertThat(Amount.number(value).replace(Amount.SPACE, " ")).isEqualTo(words);
    }

    @Test
    void factorsHaveTwoDigits() {
        assertThat(Amount.factor(1.04)).isEqualTo("1.0");
        assertThat(Amount.factor(14.4)).isEqualTo("14");
        assertThat(Amount.factor(1389).replace(Amount.SPACE, " ")).isEqualTo("1 400");
    }

    @Test
    void aTickIsAWholeNumberOfAUnit() {
        assertThat(Amount.tick(1e-12).replace(Amount.SPACE, " ")).isEqualTo("1 pJ");
        assertThat(Amount.tick(1e-10).replace(Amount.SPACE, " ")).isEqualTo("100 pJ");
    }
}
