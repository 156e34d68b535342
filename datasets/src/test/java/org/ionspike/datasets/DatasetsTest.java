package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ionspike.datasets.download.DataAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    @TempDir
    Path folder;

    @Test
    void knowsTheSetsThatShip() {
        assertThat(Datasets.names()).containsExactly("breast-cancer", "digits", "iris", "wine");
        assertThat(Datasets.list()).extracting(DatasetSummary::samples).containsExactly(569, 1797, 150, 178);
    }

    @Test
    void listsWhatItKnowsForAnUnknownName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.resolve("irises"))
                .withMessage(
                        "No data set is named 'irises'. Known: [breast-cancer, digits, iris, wine], [mnist, fashion-mnist]"
                                + " fetched on first use, nmnist in the data folder; csv:FILE for a table of your own, idx:DIR"
                                + " for a folder of IDX images, nmnist:FOLDER for recordings of N-MNIST and shd:FILE for HDF5"
                                + " of the layout of SHD.");
    }

    @Test
    void readsImagesThatDoNotShipFromAFolderOfTheirNameOnly() {
        assertThatThrownBy(() -> Datasets.resolve("mnist", new CsvOptions(), DataAccess.offline(Optional.of(folder))))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Dataset mnist is not here, and --offline opens no connection. Put into "
                        + folder.resolve("mnist"));
    }

    @Test
    void readsTheUsersCsv() throws IOException {
        Path file = Files.writeString(folder.resolve("plants.csv"), "kind;height\na;1\nb;2\na;3\n");
        var dataset = Datasets.resolve("csv:" + file, new CsvOptions().withLabel("kind"));
        assertThat(dataset.name()).isEqualTo("plants");
        assertThat(dataset.classCounts().asList()).containsExactly(2, 1);
        assertThat(dataset.info().licence()).isEqualTo("not stated (user's own data)");
    }

    @Test
    void namesTheMissingFileAndNeverFallsBackToOtherData() {
        assertThatThrownBy(() -> Datasets.resolve("csv:" + folder.resolve("iris.csv")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("iris.csv does not exist. Check the path after csv:.");
        assertThatThrownBy(() -> Datasets.resolve("idx:" + folder.resolve("mnist")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Dataset mnist: folder ")
                .hasMessageContaining("does not exist. Name the folder that holds train-images-idx3-ubyte.gz");
        assertThatThrownBy(() -> Datasets.resolve("csv:" + folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is a folder, and csv: needs a file");
    }

    @Test
    void saysWhereToGetEventsThatAreNotFetched() {
        var access = DataAccess.offline(Optional.of(folder));
        assertThatThrownBy(() -> Datasets.resolve("nmnist", new CsvOptions(), access))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Dataset nmnist: no folder nmnist or nmnist-small in " + folder)
                .hasMessageContaining("https://data.mendeley.com/datasets/468j46mzdv")
                .hasMessageContaining("nmnist:FOLDER");
        assertThatThrownBy(() -> Datasets.resolve("nmnist:" + folder.resolve("none")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("does not exist. Name the folder that holds Train and Test");
        assertThatThrownBy(() -> Datasets.resolve("shd:" + folder.resolve("none.h5")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("none.h5 does not exist.");
    }

    @Test
    void refusesAFormWithoutAPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.resolve("nmnist:"))
                .withMessage(
                        "The data set 'nmnist:' names no folder. Write nmnist:FOLDER, such as nmnist:data/nmnist.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.resolve("shd: "))
                .withMessage("The data set 'shd: ' names no file. Write shd:FILE, such as shd:data/shd_train.h5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.resolve("csv:"))
                .withMessage("The data set 'csv:' names no file. Write csv:FILE, such as csv:flowers.csv.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.resolve("idx: "))
                .withMessageContaining("names no folder. Write idx:DIR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.resolve("csv:a\0b"))
                .withMessageContaining("is no valid path");
    }
}
