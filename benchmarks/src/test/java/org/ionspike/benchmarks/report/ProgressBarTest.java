package org.ionspike.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
    @Test
    void theRateOfWorkThatGoesOnCountsWhatIsDoneNow() throws InterruptedException {
        var out = new StringWriter();
        var bar = new ProgressBar(new PrintWriter(out), false);
        bar.begin("Training", 990_000, 1_000_000, "samples");
        bar.at(999_999, () -> "accuracy so far 50.0 %");
        Thread.sleep(100);
        bar.end();

        String last = out.toString().lines().reduce("", (before, line) -> line);
        var rate = Pattern.compile(" ([0-9]+)/s").matcher(last);
        assertThat(last).contains("1000000 of 1000000 samples", "accuracy so far 50.0 %");
        assertThat(rate.find()).isTrue();
        assertThat(Long.parseLong(rate.group(1))).isLessThanOrEqualTo(10_000 * 10); // 10 000 in at least 0.1 s
    }

    @ParameterizedTest
    @CsvSource({"3.14,3.1 s", "119.9,119.9 s", "120,2 min", "3570,1 h 0 min", "5400,1 h 30 min"})
    void timesAreInUnitsThatPeopleUse(double seconds, String text) {
        assertThat(ProgressBar.duration(seconds)).isEqualTo(text);
    }
}
