package org.ionspike.datasets;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/**
 * Handwritten digits in 8x8 pixels of 0 to 16: the test half of UCI's optdigits, 1797 images by 13 writers. Each
 * pixel counts the dark pixels in a 4x4 block of a 32x32 bitmap.
 *
 * <p>Source: E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository 1998,
 * doi:10.24432/C50P49.
 */
@AutoService(DatasetSource.class)
public final class Digits implements DatasetSource {
    private static final DatasetSummary SUMMARY = new DatasetSummary(
            "digits", "handwritten digits, UCI optdigits test half, 8x8", 1797, 64, 10, EmbeddedTable.LICENCE, 57_512);

    @Override
    public DatasetSummary summary() {
        return SUMMARY;
    }

    @Override
    public Dataset load() {
        var read = EmbeddedTable.withoutHead("digits.csv.gz", SUMMARY.features());
        var info = EmbeddedTable.info(
                SUMMARY,
                "E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits. UCI Machine Learning Repository, "
                        + "1998. doi:10.24432/C50P49",
                "This is UCI's test half (13 writers): a random split mixes writers, so accuracy is optimistic.");
        var classNames = IntStream.range(0, 10).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
        return Dataset.builder(info, read.table(), read.labels(), classNames)
                .imageShape(new ImageShape(8, 8))
                .valueRange(new ValueRange(0, 16))
                .build();
    }
}
