package org.ionspike.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.ionspike.datasets.DatasetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on this machine that does what servers should not. */
class FetcherTest {
    private static final byte[] PLAIN = noise(300_000);
    private static final byte[] PACKED = gzip(PLAIN);

    @TempDir
    private Path directory;

    private HttpServer server;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good/", exchange -> send(exchange, PACKED, true));
        server.createContext("/no-ranges/", exchange -> send(exchange, PACKED, false));
        server.createContext("/busy/", exchange -> status(exchange, 503));
        server.createContext("/missing/", exchange -> status(exchange, 404));
        server.createContext("/moved/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good/" + name(exchange));
            status(exchange, 302);
        });
        server.createContext("/other/", exchange -> send(exchange, noise(PACKED.length), true));
        server.createContext("/long/", exchange -> {
            note(exchange);
            exchange.sendResponseHeaders(200, 0); // no length is given
            try (var body = exchange.getResponseBody()) {
                body.write(PACKED);
                body.write(PACKED);
            } catch (IOException e) {
                // the other side hung up, as it should
            }
        });
        server.createContext("/lying/", exchange -> {
            note(exchange);
            exchange.sendResponseHeaders(200, PACKED.length + 10L);
            exchange.getResponseBody().write(PACKED);
            exchange.close();
        });
        server.createContext("/cut/", exchange -> {
            note(exchange);
            int from = from(exchange);
            exchange.sendResponseHeaders(from == 0 ? 200 : 206, PACKED.length - from);
            int half = (PACKED.length - from) / 2;
            exchange.getResponseBody().write(PACKED, from, half);
            exchange.getResponseBody().flush();
            exchange.close(); // before the promised end
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String name(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void note(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(exchange.getRequestURI().getPath() + (range == null ? "" : " " + range));
    }

    private static int from(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    }

    private void send(HttpExchange exchange, byte[] bytes, boolean ranges) throws IOException {
        note(exchange);
        int from = ranges ? from(exchange) : 0;
        exchange.sendResponseHeaders(from == 0 ? 200 : 206, bytes.length - from);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes, from, bytes.length - from);
        }
    }

    private void status(HttpExchange exchange, int code) throws IOException {
        note(exchange);
        exchange.sendResponseHeaders(code, -1);
        exchange.close();
    }

    private RemoteDataset set(String... mirrors) throws Exception {
        List<String> addresses = new ArrayList<>();
        for (String mirror : mirrors) {
            addresses.add("http://127.0.0.1:" + server.getAddress().getPort() + "/" + mirror + "/");
        }
        return new RemoteDataset(
                "noise",
                "",
                "",
                "",
                List.of(new RemoteFile("noise-ubyte.gz", PACKED.length, sha256(PACKED), sha256(PLAIN))),
                addresses,
                List.of());
    }

    private Path fetch(RemoteDataset set) {
        return new Fetcher(new DataFolder(directory), false, (file, bytes) -> {}).fetch(set);
    }

    private void assertFetched(RemoteDataset set) throws Exception {
        Path folder = fetch(set);
        assertThat(folder).isEqualTo(directory.resolve("noise"));
        assertThat(Files.readAllBytes(folder.resolve("noise-ubyte.gz"))).isEqualTo(PACKED);
        assertThat(folder.resolve("noise-ubyte.gz.part")).doesNotExist();
    }

    @Test
    void fetchesOnceAndThenOpensNoConnection() throws Exception {
        List<Long> progress = new ArrayList<>();
        new Fetcher(new DataFolder(directory), false, (file, bytes) -> progress.add(bytes)).fetch(set("good"));
        assertThat(progress).isSorted().last().isEqualTo((long) PACKED.length);
        assertThat(requests).containsExactly("/good/noise-ubyte.gz");
        assertFetched(set("good"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void passesOverMirrorsThatAreBusyLackItMoveItOrSendOtherBytes() throws Exception {
        assertFetched(set("busy", "missing", "other", "long", "lying", "moved"));
        assertThat(requests)
                .containsExactly(
                        "/busy/noise-ubyte.gz",
                        "/missing/noise-ubyte.gz",
                        "/other/noise-ubyte.gz",
                        "/long/noise-ubyte.gz",
                        "/lying/noise-ubyte.gz",
                        "/moved/noise-ubyte.gz",
                        "/good/noise-ubyte.gz");
    }

    @Test
    void goesOnWhereAConnectionWasCutOff() throws Exception {
        assertFetched(set("cut", "good"));
        assertThat(requests).hasSize(3);
        assertThat(requests.get(0)).isEqualTo("/cut/noise-ubyte.gz");
        assertThat(requests.get(1)).matches("/cut/noise-ubyte.gz bytes=\\d+-");
        assertThat(requests.get(2)).matches("/good/noise-ubyte.gz bytes=\\d+-");
    }

    @Test
    void beginsAnewWithAServerThatKnowsNoRanges() throws Exception {
        Files.createDirectories(directory.resolve("noise"));
        Files.write(directory.resolve("noise").resolve("noise-ubyte.gz.part"), new byte[1000]);
        assertFetched(set("no-ranges"));
    }

    @Test
    void aPartOfOtherBytesIsThrownAway() throws Exception {
        Files.createDirectories(directory.resolve("noise"));
        Files.write(directory.resolve("noise").resolve("noise-ubyte.gz.part"), new byte[1000]);
        assertThatThrownBy(() -> fetch(set("good"))).hasMessageContaining("sent other bytes");
        assertFetched(set("good"));
    }

    @Test
    void saysWhatEachMirrorDidAndWhatToPutWhere() throws Exception {
        RemoteDataset set = set("busy", "other");
        assertThatThrownBy(() -> fetch(set))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("/busy/noise-ubyte.gz: answered with status 503")
                .hasMessageContaining("/other/noise-ubyte.gz: sent other bytes")
                .hasMessageContaining("Put into " + directory.resolve("noise"))
                .hasMessageContaining("noise-ubyte.gz, " + PACKED.length + " bytes, SHA-256 " + sha256(PACKED));
        assertThat(directory.resolve("noise").resolve("noise-ubyte.gz")).doesNotExist();
    }

    @Test
    void offlineOpensNoConnectionAndNamesWhatIsMissing() throws Exception {
        RemoteDataset set = set("good");
        var offline = new Fetcher(new DataFolder(directory), true, (file, bytes) -> {});
        assertThatThrownBy(() -> offline.fetch(set))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Dataset noise is not here, and --offline opens no connection")
                .hasMessageContaining("noise-ubyte.gz, " + PACKED.length + " bytes")
                .hasMessageContaining(set.mirrors().get(0) + "noise-ubyte.gz");
        assertThat(requests).isEmpty();
        fetch(set);
        assertThat(offline.fetch(set)).isEqualTo(directory.resolve("noise"));
    }

    @Test
    void refusesOtherDataUnderTheNameAndTakesCopiesThatWerePackedAnew() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("noise"));
        Files.write(folder.resolve("noise-ubyte"), PLAIN);
        assertThat(fetch(set())).isEqualTo(folder);
        Files.delete(folder.resolve("noise-ubyte"));
        byte[] other = gzip(PLAIN);
        other[9] = 3; // the byte that tells the system it was packed on
        Files.write(folder.resolve("noise-ubyte.gz"), other);
        assertThat(fetch(set())).isEqualTo(folder);
        Files.write(folder.resolve("noise-ubyte.gz"), gzip(noise(7)));
        assertThatThrownBy(() -> fetch(set()))
                .hasMessageContaining("is not the one of that name (SHA-256 ")
                .hasMessageContaining("images of your own are idx:FOLDER");
    }

    @Test
    void findsWhatAPackageOfTheSystemHasInstalled() throws Exception {
        Path installed = Files.createDirectories(directory.resolve("usr"));
        Files.write(installed.resolve("noise-ubyte.gz"), PACKED);
        RemoteDataset bare = set("good");
        var set =
                new RemoteDataset(bare.name(), "", "", "", bare.files(), bare.mirrors(), List.of(installed.toString()));
        assertThat(fetch(set)).isEqualTo(installed);
        assertThat(requests).isEmpty();
    }

    @Test
    void looksInTheNamedFolderThenInThatOfTheEnvironmentThenInTheCache() {
        Path home = Path.of("/home/user");
        Map<String, String> environment = Map.of("IONSPIKE_DATA_DIR", "/data", "XDG_CACHE_HOME", "/cache");
        assertThat(DataFolder.of(Optional.of(Path.of("/named")), environment, home, "Linux")
                        .root())
                .isEqualTo(Path.of("/named"));
        assertThat(DataFolder.of(Optional.empty(), environment, home, "Linux").root())
                .isEqualTo(Path.of("/data"));
        assertThat(DataFolder.of(Optional.empty(), Map.of("XDG_CACHE_HOME", "/cache"), home, "Linux")
                        .root())
                .isEqualTo(Path.of("/cache/ionspike"));
        assertThat(DataFolder.of(Optional.empty(), Map.of(), home, "Linux").root())
                .isEqualTo(Path.of("/home/user/.cache/ionspike"));
        assertThat(DataFolder.of(Optional.empty(), Map.of(), home, "Mac OS X").root())
                .isEqualTo(Path.of("/home/user/Library/Caches/ionspike"));
    }

    @Test
    void theRegistryHoldsWhatADownloadNeeds() {
        assertThat(DataRegistry.all()).extracting(RemoteDataset::name).containsExactly("mnist", "fashion-mnist");
        assertThat(DataRegistry.all()).allSatisfy(set -> {
            assertThat(set.licence()).isNotBlank();
            assertThat(set.citation()).isNotBlank();
            assertThat(set.mirrors())
                    .isNotEmpty()
                    .allMatch(mirror -> mirror.startsWith("http") && mirror.endsWith("/"));
            assertThat(set.files()).hasSize(4).allSatisfy(file -> {
                assertThat(file.name()).endsWith(".gz");
                assertThat(file.bytes()).isPositive();
                assertThat(file.sha256()).matches("[0-9a-f]{64}");
                assertThat(file.plainSha256()).matches("[0-9a-f]{64}");
            });
        });
    }
}
