package org.ionspike.datasets;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * Breast Cancer Wisconsin (Diagnostic): ten measures of the cell nuclei in 569 images of needle aspirates, each as
 * mean, standard error and worst (mean of the three largest) over the nuclei.
 *
 * <p>Source: W. Wolberg, O. Mangasarian, N. Street, W. Street, Breast Cancer Wisconsin (Diagnostic), UCI Machine
 * Learning Repository 1993, doi:10.24432/C5DW2B.
 */
@AutoService(DatasetSource.class)
public final class BreastCancer implements DatasetSource {
    private static final DatasetSummary SUMMARY = new DatasetSummary(
            "breast-cancer", "cell nuclei, benign or malignant (WDBC)", 569, 30, 2, EmbeddedTable.LICENCE, 119_913);

    private static final ImmutableList<String> MEASURES = ImmutableList.of(
            "radius",
            "texture",
            "perimeter",
            "area",
            "smoothness",
            "compactness",
            "concavity",
            "concave points",
            "symmetry",
            "fractal dimension");

    @Override
    public DatasetSummary summary() {
        return SUMMARY;
    }

    @Override
    public Dataset load() {
        var classNames = ImmutableList.of("malignant", "benign");
        var read = EmbeddedTable.withHead("breast_cancer.csv", SUMMARY.samples(), SUMMARY.features(), classNames);
        var info = EmbeddedTable.info(
                SUMMARY,
                "W. Wolberg, O. Mangasarian, N. Street, W. Street: Breast Cancer Wisconsin (Diagnostic). UCI Machine "
                        + "Learning Repository, 1993. doi:10.24432/C5DW2B",
                "");
        return Dataset.builder(info, read.table(), read.labels(), classNames)
                .featureNames(Stream.of("mean ", "standard error of ", "worst ")
                        .flatMap(kind -> MEASURES.stream().map(kind::concat))
                        .toList())
                .build();
    }
}
