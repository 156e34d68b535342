package org.ionspike.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables on disk, byte for byte as NumPy Enhancement Proposal 1 says, and what is left of them after a crash. */
class RecordingFileTest {
    private static final List<Column> COLUMNS = List.of(
            Column.number("t_s"), Column.text("group", 3), Column.whole("n"), Column.singles("w'", List.of("a", "b")));
    private static final int ROW_BYTES = 8 + 3 + 4 + 8;

    @TempDir
    private Path folder;

    private static void add(RowStream rows, int k) {
        rows.add(0.5 * k).add("ab").add(k).add(1.5f).add(-2.5f).endRow();
    }

    private static String header(byte[] file) {
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        return new String(file, 10, length, StandardCharsets.US_ASCII);
    }

    @Test
    void aNumpyArrayHasTheBytesOfItsFormat() throws IOException {
        Path file = folder.resolve("t.npy");
        try (RowStream rows = RowStream.open(file, COLUMNS, Optional.empty())) {
            for (int k = 0; k < 12; k++) {
                add(rows, k);
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        assertThat(Arrays.copyOf(bytes, 8)).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
        assertThat(header(bytes))
                .startsWith("{'descr': [('t_s', '<f8'), ('group', '|S3'), ('n', '<i4'), ('w\\'', '<f4', (2,))],"
                        + " 'fortran_order': False, 'shape': (12,), }")
                .endsWith(" \n");
        int begin = 10 + header(bytes).length();
        assertThat(begin % 64).isZero();
        assertThat(bytes).hasSize(begin + 12 * ROW_BYTES);
        ByteBuffer row =
                ByteBuffer.wrap(bytes, begin + 11 * ROW_BYTES, ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(row.getDouble()).isEqualTo(5.5);
        assertThat(new byte[] {row.get(), row.get(), row.get()}).containsExactly('a', 'b', 0);
        assertThat(row.getInt()).isEqualTo(11);
        assertThat(row.getFloat()).isEqualTo(1.5f);
        assertThat(row.getFloat()).isEqualTo(-2.5f);
    }

    @Test
    void namesBeyondAsciiAndLongHeadersTakeTheLaterVersion() throws IOException {
        Path file = folder.resolve("t.npy");
        RowStream.open(file, List.of(Column.number("größe")), Optional.empty()).close();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes[6]).isEqualTo((byte) 3);
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
        assertThat(new String(bytes, 12, length, StandardCharsets.UTF_8)).contains("('größe', '<f8')", "'shape': (0,)");
        assertThat(bytes).hasSize(12 + length);
    }

    @Test
    void aCrashLeavesWholeRowsAndAHeaderThatTellsOfThem() throws IOException {
        for (String name : List.of("t.npy", "t.csv")) {
            Path file = folder.resolve(name);
            RowStream rows = RowStream.open(file, COLUMNS, Optional.empty());
            for (int k = 0; k < 10; k++) {
                add(rows, k);
            }
            FilePlace place = rows.place();
            byte[] then = Files.readAllBytes(file);
            for (int k = 10; k < 20_000; k++) {
                add(rows, k);
            }
            rows.add(3.0); // the crash comes in the middle of a row: nothing is closed
            byte[] left = Files.readAllBytes(file);
            assertThat(left.length).isGreaterThan(then.length + 60_000); // not in memory
            if (name.endsWith("npy")) {
                assertThat(header(then)).contains("'shape': (10,)");
                assertThat((left.length - 10 - header(left).length()) % ROW_BYTES)
                        .isZero();
            } else {
                assertThat(left[left.length - 1]).isEqualTo((byte) '\n');
            }
            try (RowStream resumed = RowStream.open(file, COLUMNS, Optional.of(place))) {
                assertThat(Files.readAllBytes(file)).isEqualTo(then);
                add(resumed, 10);
            }
            Path whole = folder.resolve("whole-" + name);
            try (RowStream uninterrupted = RowStream.open(whole, COLUMNS, Optional.empty())) {
                for (int k = 0; k <= 10; k++) {
                    add(uninterrupted, k);
                }
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(whole));
        }
    }

    @Test
    void formatsThatCannotGrowAreRefused() {
        assertThatThrownBy(() -> RowStream.open(folder.resolve("t.h5"), COLUMNS, Optional.empty()))
                .hasMessageContaining("cannot be written as .h5")
                .hasMessageContaining("FILE.npy or FILE.csv");
    }
}
