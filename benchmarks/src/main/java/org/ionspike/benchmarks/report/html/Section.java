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
            new Section("break-even", "Break-even", BreakEven::of),
            new Section("sensitivity", "Sensitivity", Sensitivity::of),
            new Section("training-energy", "Energy of training", TrainingEnergy::of),
            new Section("latency", "Latency", LatencyTable::of),
            new Section("host", "Host computer", HostTable::of),
            new Section("people", "Bananas and brains", People::of),
            new Section("sweep", "Sweep", SweepChart::of),
            new Section("seeds", "Seeds", SeedTable::of),
            new Section("learning", "Learning", LearningChart::of),
            new Section("confusion", "Confusions", ConfusionTable::of),
            new Section("raster", "Spikes of one sample", RasterChart::of),
            new Section("fields", "Receptive fields", FieldImages::of),
            new Section("prices", "Price tables", PriceTables::of),
            new Section("provenance", "Provenance", Provenance::of));
}
