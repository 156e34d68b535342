package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How many samples the food of a day would pay for. */
final class People {
    private People() {}

    static Optional<Element> of(JsonNode document) {
        JsonNode people = document.path("people");
        Element content = Element.of("div");
        String model = Fields.text(people, "model") + " on " + Fields.text(people, "hardware");
        line(content, people, "images_per_day_bananas", "bananas", "The bananas of a day", model);
        line(content, people, "images_per_day_brain", "brain", "A brain's energy of a day", model);
        return content.isEmpty() ? Optional.empty() : Optional.of(content.style("people"));
    }

    private static void line(
            Element content, JsonNode people, String samples, String what, String begin, String model) {
        double count = Fields.number(people, samples);
        if (Double.isNaN(count)) {
            return;
        }
        content.add(Element.of("p")
                .add("strong", large(count))
                .text(" samples. " + begin + " (" + Amount.joules(Fields.number(people, what + "_J_per_day"))
                        + ") would pay for so many with " + model + ", at typical prices.")
                .add("small", Fields.text(people, what + "_source")));
    }

    private static String large(double count) {
        double[] sizes = {1e15, 1e12, 1e9, 1e6};
        String[] names = {"thousand million million", "million million", "thousand million", "million"};
        for (int k = 0; k < sizes.length; k++) {
            if (count >= sizes[k]) {
                return Amount.number(count / sizes[k]) + Amount.SPACE + names[k];
            }
        }
        return Amount.number(count);
    }
}
