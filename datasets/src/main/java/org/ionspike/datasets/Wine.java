package org.ionspike.datasets;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;

/**
 * Chemical analysis of 178 wines from three cultivars grown in one region of Italy, 13 quantities each.
 *
 * <p>Source: S. Aeberhard, M. Forina, Wine, UCI Machine Learning Repository 1992, doi:10.24432/C5PC7J.
 */
@AutoService(DatasetSource.class)
public final class Wine implements DatasetSource {
    private static final DatasetSummary SUMMARY = new DatasetSummary(
            "wine", "chemical analysis of wines from three cultivars", 178, 13, 3, EmbeddedTable.LICENCE, 11_157);

    @Override
    public DatasetSummary summary() {
        return SUMMARY;
    }

    @Override
    public Dataset load() {
        var classNames = ImmutableList.of("class_0", "class_1", "class_2");
        var read = EmbeddedTable.withHead("wine_data.csv", SUMMARY.samples(), SUMMARY.features(), classNames);
        var info = EmbeddedTable.info(
                SUMMARY,
                "S. Aeberhard, M. Forina: Wine. UCI Machine Learning Repository, 1992. doi:10.24432/C5PC7J",
                "");
        return Dataset.builder(info, read.table(), read.labels(), classNames)
                .featureNames(ImmutableList.of(
                        "alcohol",
                        "malic acid",
                        "ash",
                        "alcalinity of ash",
                        "magnesium",
                        "total phenols",
                        "flavanoids",
                        "nonflavanoid phenols",
                        "proanthocyanins",
                        "color intensity",
                        "hue",
                        "OD280/OD315 of diluted wines",
                        "proline"))
                .build();
    }
}
