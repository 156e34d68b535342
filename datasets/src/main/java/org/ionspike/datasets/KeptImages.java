package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;

/** Images that do not ship with Ionspike and are read, as IDX files, from a folder that the user keeps. */
final class KeptImages {
    private static final ImmutableList<DatasetInfo> INFOS = ImmutableList.of(
            new DatasetInfo(
                    "mnist",
                    "handwritten digits, 28x28",
                    "Y. LeCun, C. Cortes, C. J. C. Burges: The MNIST database of handwritten digits",
                    "disputed; not part of Ionspike",
                    ""),
            new DatasetInfo(
                    "fashion-mnist",
                    "articles of clothing, 28x28",
                    "H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST, arXiv:1708.07747",
                    "MIT",
                    ""));

    private KeptImages() {}

    static ImmutableList<String> names() {
        return INFOS.stream().map(DatasetInfo::name).collect(ImmutableList.toImmutableList());
    }

    static Optional<DatasetInfo> named(String name) {
        return INFOS.stream().filter(info -> info.name().equals(name)).findFirst();
    }

    /** The folder of a set inside the data folder. */
    static Path folder(String name, Optional<Path> dataFolder) {
        return dataFolder
                .map(folder -> folder.resolve(name))
                .orElseThrow(() -> new IllegalArgumentException("Data set " + name
                        + " does not ship with Ionspike. Put its four IDX files into a folder " + name
                        + " and name the folder above it with --data-dir or IONSPIKE_DATA_DIR; or use digits."));
    }
}
