package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;

/**
 * A section of the page.
 *
 * @param id for links
 * @param title for people
 * @param content what it shows of a document; empty where the document has nothing of it
 */
record Section(String id, String title, Function<JsonNode, Optional<Element>> content) {
    /** All, in the order of the page. */
    static final ImmutableList<Section> ALL = ImmutableList.of(
            new Section("verdict", "In short", Verdict::of),
            new Section("models", "Models", ModelTable::of),
            new Section("front", "Accuracy and energy", FrontChart::of),
            new Section("energy", "Energy of one sample", EnergyTable::of),
            new Section("device-energy", "Energy in the devices", DeviceEnergy::of),
            new Section("break-even", "Who wins, and when that would change", BreakEven::of),
            new Section("sensitivity", "What the result depends on", Sensitivity::of),
            new Section("training-energy", "Learning costs energy too", TrainingEnergy::of),
            new Section("latency", "Time and energy", LatencyTable::of),
            new Section("host", "This computer", HostTable::of),
            new Section("people", "In bananas and brains", People::of),
            new Section("sweep", "Sweep", SweepChart::of),
            new Section("seeds", "Seeds", SeedTable::of),
            new Section("learning", "While it learns", LearningChart::of),
            new Section("confusion", "What is taken for what", ConfusionTable::of),
            new Section("raster", "Spikes of one sample", RasterChart::of),
            new Section("fields", "What the neurons have learnt", FieldImages::of),
            new Section("prices", "Price tables", PriceTables::of),
            new Section("provenance", "Where this is from", Provenance::of));
}
