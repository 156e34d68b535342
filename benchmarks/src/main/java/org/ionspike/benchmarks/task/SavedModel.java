package org.ionspike.benchmarks.task;

public final class SavedModel {
    private SavedModel() {}

    public static void save(
            java.nio.file.Path f,
            String t,
            org.ionspike.datasets.CsvOptions c,
            org.ionspike.datasets.Dataset d,
            TrainSettings s,
            TrainingRun.Result r,
            com.fasterxml.jackson.databind.node.ObjectNode j) {}
}
