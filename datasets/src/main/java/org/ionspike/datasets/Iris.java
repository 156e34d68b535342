package org.ionspike.datasets;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;

/**
 * Fisher's irises: four lengths in cm of 150 flowers of three species. Two rows differ from UCI's file, where they
 * depart from Fisher's paper.
 *
 * <p>Source: R. A. Fisher, The use of multiple measurements in taxonomic problems, Annals of Eugenics 7 (1936) 179,
 * doi:10.1111/j.1469-1809.1936.tb02137.x; UCI Machine Learning Repository, doi:10.24432/C56C76.
 */
@AutoService(DatasetSource.class)
public final class Iris implements DatasetSource {
    private static final DatasetSummary SUMMARY = new DatasetSummary(
            "iris", "flowers of three iris species, lengths in cm", 150, 4, 3, EmbeddedTable.LICENCE, 2_734);

    @Override
    public DatasetSummary summary() {
        return SUMMARY;
    }

    @Override
    public Dataset load() {
        var classNames = ImmutableList.of("setosa", "versicolor", "virginica");
        var read = EmbeddedTable.withHead("iris.csv", SUMMARY.samples(), SUMMARY.features(), classNames);
        var info = EmbeddedTable.info(
                SUMMARY,
                "R. A. Fisher: The use of multiple measurements in taxonomic problems. Annals of Eugenics 7 (1936) "
                        + "179-188. UCI Machine Learning Repository, doi:10.24432/C56C76",
                "Samples 35 and 38 (counted from 1) are as in Fisher's paper, unlike in UCI's file.");
        return Dataset.builder(info, read.table(), read.labels(), classNames)
                .featureNames(ImmutableList.of(
                        "sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"))
                .build();
    }
}
